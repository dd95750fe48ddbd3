"""The import screen as a person uses it: real files, real keys, and the database asked whether the report is true."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.desk.settings import load_settings
from commandcenter.domain.case_acts import NoteCase
from commandcenter.journal.reading.cases import CaseQuery, CaseRow
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.importing.page import Page
from commandcenter.ui.importing.screen import ImportScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from office_window import Hands
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from tests.exchange.bad_files import BAD_FILES
from tests.exchange.dirty_workbook import Expected, dirty_workbook, real_workbook

SLOW = 60_000
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Importer:
    """A person at the import screen."""

    def __init__(self, window: Window, hands: Hands) -> None:
        self.window = window
        self.hands = hands
        window.do_command("import")
        found = window.screens["importing"]
        assert isinstance(found, ImportScreen)
        self.screen = found

    @property
    def page(self) -> Page:
        """What is in sight."""
        page = self.screen.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def free(self) -> None:
        """Wait until no job is at work and every screen was told."""
        self.hands.until(lambda: self.screen.job is None, SLOW)
        self.hands.settled()

    def read(self, path: Path) -> None:
        """Type the path of a file and press Enter."""
        assert self.screen.file.line.hasFocus()
        self.screen.file.line.selectAll()
        self.hands.type(str(path))
        self.hands.enter()
        self.free()

    def on(self, stage: str) -> None:
        """Ctrl+Enter, to the stage that has to come."""
        self.hands.send()
        self.free()
        assert self.page is self.screen._pages[stage], (stage, self.screen.stage, self.screen.card.words.text())

    def to_live(self, path: Path) -> None:
        """From the file to the stage of history or live."""
        self.read(path)
        if self.screen.stage == "sheets":
            self.on("columns")
        self.on("check")
        self.on("live")

    def whole(self, path: Path) -> None:
        """From the file to the report, as history."""
        self.to_live(path)
        self.on("report")

    def figures(self) -> dict[str, str]:
        """What the report says."""
        return {figure.label: figure.value for figure in self.screen.report.figures.figures}

    def cases(self) -> list[CaseRow]:
        """All cases of the office."""
        reader = self.screen.desk.read.cases
        order = reader.order(CaseQuery(view="all", order="received"), self.screen.now())
        return list(reader.rows(order).values())

    def reports(self) -> list[Path]:
        """The reports beside the data."""
        return sorted((self.screen.desk.folder / "imports").glob("*.json"))


@pytest.fixture
def importer(window: Window, hands: Hands) -> Importer:
    return Importer(window, hands)


@pytest.fixture
def dirty(tmp_path: Path) -> Expected:
    return dirty_workbook(tmp_path / "messages.xlsx")


def many(path: Path, count: int, first: int = 5000) -> Path:
    """A table of so many matters."""
    lines = ["留言编号,留言主题,留言时间,留言详情"]
    lines += [f"{first + place},题目{place},2019/2/28 11:25:05,槐序一巷第{place}件。" for place in range(count)]
    path.write_text("\n".join(lines), "utf-8")
    return path


# --- the whole way ----------------------------------------------------------------------------------------------------


def test_the_report_agrees_with_the_database_and_again_creates_nothing(importer: Importer, tmp_path: Path) -> None:
    expected = real_workbook() if real_workbook().path.exists() else dirty_workbook(tmp_path / "messages.xlsx")
    before = {case.id for case in importer.cases()}
    importer.whole(expected.path)
    new = [case for case in importer.cases() if case.id not in before]
    assert len(new) == expected.created
    assert all(case.history and case.next_due is None for case in new)
    told = importer.figures()
    assert told["Created"] == f"{expected.created:,}"
    assert told["Here already"] == f"{expected.already_there:,}"
    assert told["Rejected"] == f"{len(expected.rejected):,}"
    kept = json.loads(importer.reports()[0].read_text("utf-8"))
    assert (kept["created"], kept["already_there"]) == (expected.created, expected.already_there)

    importer.hands.key(Qt.Key.Key_Escape)
    importer.read(expected.path)
    importer.on("columns")
    importer.on("check")
    importer.on("report")  # nothing is new, so nobody is asked how it comes in
    assert importer.figures()["Created"] == "0"
    assert len(importer.cases()) == len(before) + expected.created
    assert len(importer.reports()) == 2


def test_rejected_rows_are_told_with_sheet_row_reason_and_what_stands_there(
    importer: Importer, dirty: Expected
) -> None:
    importer.read(dirty.path)
    importer.on("columns")
    importer.on("check")
    check = importer.screen.check
    importer.hands.until(lambda: bool(importer.screen.plan.originals))
    rows = check.rejected.model.rows
    assert [(row.sheet, row.row, row.reason) for row in rows] == dirty.rejected
    importer.hands.key(Qt.Key.Key_Down)
    at_fault = [fact for fact in check.original.facts if fact.warn]
    assert [(fact.name, fact.value) for fact in at_fault] == [("D 留言时间", "改天再说")]
    assert not importer.reports()
    importer.on("live")
    importer.on("report")
    importer.hands.key(Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert [tuple(line.split("\t")[:2]) for line in copied[-6:]] == [
        (sheet, str(row)) for sheet, row, _ in dirty.rejected
    ]


def test_a_dry_run_writes_nothing(importer: Importer, dirty: Expected) -> None:
    before = importer.cases()
    importer.to_live(dirty.path)
    assert importer.screen.plan.report["created"] == dirty.created
    assert importer.cases() == before
    assert not importer.reports()


def test_the_report_can_be_opened_and_is_found_again(
    importer: Importer, dirty: Expected, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def openUrl(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", openUrl)
    importer.whole(dirty.path)
    importer.hands.key(Qt.Key.Key_O)
    assert opened == [str(importer.reports()[0])]
    told = importer.figures()
    importer.hands.key(Qt.Key.Key_Escape)
    earlier = importer.screen.file
    importer.hands.until(lambda: earlier.model.rowCount() == 1)
    earlier.list.view.setFocus()
    earlier.list.view.go(0)
    importer.hands.enter()
    assert importer.page is importer.screen.report
    assert {name: importer.figures()[name] for name in ("Created", "Here already", "Rejected")} == {
        name: told[name] for name in ("Created", "Here already", "Rejected")
    }
    assert not importer.screen.report.rest.isVisible()


# --- history or live --------------------------------------------------------------------------------------------------


def test_only_ticked_rows_go_live_with_clocks_from_now(importer: Importer, dirty: Expected) -> None:
    before = {case.id for case in importer.cases()}
    importer.to_live(dirty.path)
    importer.hands.key(Qt.Key.Key_3)
    assert not importer.screen.on_button.isEnabled()
    importer.hands.key(Qt.Key.Key_X)
    importer.hands.key(Qt.Key.Key_Down)
    importer.hands.key(Qt.Key.Key_Down)
    importer.hands.key(Qt.Key.Key_X)
    rows = importer.screen.live.model.rows
    wanted = {rows[0]["number"], rows[2]["number"]}
    importer.on("report")
    new = [case for case in importer.cases() if case.id not in before]
    assert {case.source_number for case in new if not case.history} == wanted
    assert {case.source_number for case in new if case.next_due is not None} == wanted
    assert all((case.next_due or 0) > importer.screen.now() for case in new if not case.history)
    assert (
        next(f.note for f in importer.screen.report.figures.figures if f.label == "Created")
        == "ended 0 · history 7 · live 2"
    )


def test_ticks_are_taken_back_and_history_asks_for_none(importer: Importer, dirty: Expected) -> None:
    importer.to_live(dirty.path)
    importer.hands.key(Qt.Key.Key_X, SHIFT)
    assert len(importer.screen.plan.ticked) == dirty.created
    importer.hands.key(Qt.Key.Key_X, SHIFT)
    assert not importer.screen.plan.ticked
    assert importer.screen.live.lacks()
    importer.hands.key(Qt.Key.Key_1)
    assert importer.screen.plan.options()["live"] == "none"
    assert importer.screen.on_button.isEnabled()


def test_the_filter_finds_rows_to_tick_and_esc_leaves_it_first(importer: Importer, dirty: Expected) -> None:
    importer.to_live(dirty.path)
    importer.hands.key(Qt.Key.Key_Slash)
    importer.hands.type("188031")
    live = importer.screen.live
    assert [row["number"] for row in live.model.rows] == ["188031"]
    importer.hands.enter()
    importer.hands.key(Qt.Key.Key_X)
    importer.hands.key(Qt.Key.Key_Escape)
    assert importer.page is live
    assert len(live.model.rows) == dirty.created
    assert importer.screen.plan.live_count == 1
    importer.hands.key(Qt.Key.Key_Escape)
    assert importer.page is importer.screen.check


# --- columns ----------------------------------------------------------------------------------------------------------

ODD = "甲,乙,丙\n断路,2019/2/28 11:25:05,1\n漏水,2019/3/1 8:00:00,2\n"


def test_columns_nobody_recognises_are_given_by_hand_and_remembered(importer: Importer, tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text(ODD, "utf-8")
    second.write_text(ODD.replace("断路", "停电"), "utf-8")
    importer.read(first)
    columns = importer.screen.columns
    assert importer.page is columns
    assert not importer.screen.on_button.isEnabled()
    importer.hands.send()
    assert importer.page is columns, "nothing goes on without a title or text"
    assert columns.lacks() in importer.screen.note.text()
    columns.view.go(0)
    importer.hands.enter()
    assert columns.choices.hasFocus()
    importer.hands.key(Qt.Key.Key_Down)
    importer.hands.key(Qt.Key.Key_Down)
    importer.hands.enter()
    assert columns.columns.row(0).field == "title"
    importer.on("check")
    assert importer.screen.plan.report["created"] == 2
    kept = load_settings(importer.screen.desk.folder).import_columns
    assert [choices["title"] for choices in kept.values()] == ["A"]

    for _ in range(2):
        importer.hands.key(Qt.Key.Key_Escape)
    assert importer.page is importer.screen.file
    importer.read(second)
    assert (columns.columns.row(0).field, columns.columns.row(0).by) == ("title", "remembered")
    assert importer.screen.on_button.isEnabled()
    columns.remember.setChecked(False)
    importer.on("check")
    assert not load_settings(importer.screen.desk.folder).import_columns


def test_sheets_with_the_same_headings_share_their_columns(importer: Importer, dirty: Expected) -> None:
    importer.read(dirty.path)
    importer.on("columns")
    importer.screen.columns.view.go(1)
    importer.hands.key(Qt.Key.Key_Delete)
    assert all("reporter" not in sheet.map.fields for sheet in importer.screen.plan.sheets)


def test_a_sheet_that_is_not_ticked_stays_out(importer: Importer, dirty: Expected) -> None:
    importer.read(dirty.path)
    importer.hands.key(Qt.Key.Key_Down)
    importer.hands.key(Qt.Key.Key_X)
    assert [sheet.name for sheet in importer.screen.plan.taken] == ["Sheet1"]
    importer.on("columns")
    importer.on("check")
    assert [sheet["name"] for sheet in importer.screen.plan.report["sheets"]] == ["Sheet1"]


# --- wrong files ------------------------------------------------------------------------------------------------------


WRONG = ("pdf named xlsx", "empty workbook", "nothing at all", "protected", "200 MB of zeros", "folder", "missing")


@pytest.mark.parametrize(
    ("kind", "what"),
    [*(("cases", what) for what in WRONG), ("categories", "pdf named xlsx"), ("categories", "missing")],
)
def test_a_wrong_file_gets_a_sentence_and_changes_nothing(
    importer: Importer, tmp_path: Path, kind: str, what: str
) -> None:
    name, make, _code = BAD_FILES[what]
    make(tmp_path / name)
    before = importer.cases()
    if kind == "categories":
        importer.hands.key(Qt.Key.Key_Tab, CONTROL)
        assert importer.screen.plan.kind == kind
    importer.read(tmp_path / name)
    card = importer.screen.file.card
    assert importer.page is importer.screen.file
    assert card.isVisible()
    assert name in card.words.text()
    assert "{" not in card.words.text()
    assert importer.cases() == before
    assert not importer.reports()
    importer.hands.type("x")
    assert not card.isVisible()


@pytest.mark.parametrize("what", ["no usable columns", "no time"])
def test_a_sheet_without_usable_columns_says_what_is_missing(importer: Importer, tmp_path: Path, what: str) -> None:
    name, make, _code = BAD_FILES[what]
    make(tmp_path / name)
    importer.read(tmp_path / name)
    assert importer.page is importer.screen.columns
    assert "Time received" in importer.screen.note.text()
    assert not importer.screen.on_button.isEnabled()


# --- at work ----------------------------------------------------------------------------------------------------------


def _stop_half_way(importer: Importer, path: Path) -> None:
    importer.to_live(path)
    importer.hands.send()
    importer.hands.until(lambda: importer.screen.work._at[0] > 0, SLOW)
    importer.hands.key(Qt.Key.Key_Escape)
    importer.free()


def test_what_is_said_about_a_stopped_import_is_true_and_the_rest_follows(importer: Importer, tmp_path: Path) -> None:
    before = len(importer.cases())
    _stop_half_way(importer, many(tmp_path / "many.csv", 3000))
    report = importer.screen.report
    assert importer.page is report
    created = len(importer.cases()) - before
    assert created < 3000
    told = importer.figures()
    assert told["Created"] == f"{created:,}"
    assert told["Not reached"] == f"{3000 - created:,}"
    assert report.words.text() == f"Stopped half-way: {created:,} brought in"
    assert report.tabs.isHidden(), "nobody has told which rows came in"
    importer.hands.key(Qt.Key.Key_R)
    importer.free()
    assert len(importer.cases()) - before == 3000
    told = importer.figures()
    assert (told["Created"], told["Here already"]) == (f"{3000 - created:,}", f"{created:,}")


def test_an_import_whose_process_dies_says_so_and_goes_on_with_the_rest(importer: Importer, tmp_path: Path) -> None:
    before = len(importer.cases())
    importer.to_live(many(tmp_path / "many.csv", 2000))
    importer.hands.send()
    importer.hands.until(lambda: importer.screen.work._at[0] > 0, SLOW)
    process = importer.screen.desk.bulk._process
    assert process is not None
    process.kill()
    importer.free()
    assert importer.page is importer.screen.live
    assert importer.screen.card.isVisible()
    assert "broke off" in importer.screen.card.words.text()
    standing = len(importer.cases()) - before
    assert standing < 2000
    importer.on("report")
    assert not importer.screen.card.isVisible()
    told = importer.figures()
    assert (told["Created"], told["Here already"]) == (f"{2000 - standing:,}", f"{standing:,}")
    assert len(importer.cases()) - before == 2000


def test_f9_is_never_in_the_way(importer: Importer, window: Window, hands: Hands, dirty: Expected) -> None:
    def blown_from_here() -> None:
        hands.key(Qt.Key.Key_F9)
        assert window.current is window.screens["whistle"]
        window.go(Go("importing"))

    blown_from_here()
    importer.read(dirty.path)
    blown_from_here()
    importer.on("columns")
    hands.enter()
    assert importer.screen.columns.choices.hasFocus()
    blown_from_here()
    importer.on("check")
    blown_from_here()
    importer.on("live")
    hands.key(Qt.Key.Key_Slash)
    blown_from_here()
    importer.on("report")
    blown_from_here()


def test_the_import_goes_on_while_f9_is_pressed(
    importer: Importer, window: Window, hands: Hands, tmp_path: Path
) -> None:
    before = len(importer.cases())
    importer.to_live(many(tmp_path / "many.csv", 1500))
    hands.send()
    hands.until(lambda: importer.screen.work._at[0] > 0, SLOW)
    assert importer.screen.bringing_in
    hands.key(Qt.Key.Key_F9)
    assert window.current is window.screens["whistle"]
    importer.free()
    assert len(importer.cases()) - before == 1500
    assert window.current is window.screens["whistle"], "an ended import takes nobody anywhere"
    window.go(Go("importing"))
    assert importer.page is importer.screen.report
    assert importer.figures()["Created"] == "1,500"


def test_another_language_finds_the_import_where_it_is(
    importer: Importer, application: Application, hands: Hands, tmp_path: Path
) -> None:
    importer.to_live(many(tmp_path / "many.csv", 1500))
    hands.send()
    hands.until(lambda: importer.screen.work._at[0] > 0, SLOW)
    application.change_settings({"language": "en"})
    hands.until(lambda: "importing" in application.window.screens and application.window is not importer.window)
    anew = application.window.screens["importing"]
    assert isinstance(anew, ImportScreen)
    hands.until(lambda: anew.job is None, SLOW)
    assert anew.report.figures.figures[0].value == "1,500"


def test_a_file_dropped_on_the_window_is_read(window: Window, hands: Hands, dirty: Expected) -> None:
    told = QMimeData()
    told.setUrls([QUrl.fromLocalFile(str(dirty.path))])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(500, 400), action, told, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(500, 400), action, told, left, Qt.KeyboardModifier.NoModifier))
    screen = window.screens["importing"]
    assert isinstance(screen, ImportScreen)
    hands.until(lambda: screen.stage == "sheets")
    assert screen.plan.file == "messages.xlsx"


# --- back -------------------------------------------------------------------------------------------------------------


def test_esc_goes_one_stage_back_and_keeps_what_was_chosen(importer: Importer, window: Window, dirty: Expected) -> None:
    importer.to_live(dirty.path)
    importer.hands.key(Qt.Key.Key_X)
    passed = []
    for _ in range(4):
        importer.hands.key(Qt.Key.Key_Escape)
        passed.append(importer.screen.stage)
    assert passed == ["check", "columns", "sheets", "file"]
    importer.hands.key(Qt.Key.Key_Escape)
    assert window.current is window.screens["cases"]


# --- categories and export --------------------------------------------------------------------------------------------


def test_a_list_of_categories_is_known_for_what_it_is(importer: Importer, tmp_path: Path) -> None:
    path = tmp_path / "tree.csv"
    path.write_text("一级分类,二级分类\n新分类甲,路灯\n新分类甲,井盖\n新分类乙,\n", "utf-8")
    before = len(importer.screen.desk.read.reference.records("category"))
    importer.read(path)
    assert (importer.page, importer.screen.plan.kind) == (importer.screen.check, "categories")
    assert [row["path"] for row in importer.screen.check.categories.rows] == [
        ["新分类甲", "路灯"],
        ["新分类甲", "井盖"],
        ["新分类乙"],
    ]
    importer.on("report")
    assert importer.figures()["Created"] == "3"
    assert len(importer.screen.desk.read.reference.records("category")) == before + 3


def test_the_real_category_tree_loads(importer: Importer) -> None:
    path = real_workbook().path.with_name("complaint-categories.xlsx")
    if not path.exists():
        pytest.skip("the real workbook is not beside this checkout")
    importer.read(path)
    importer.on("report")
    assert importer.figures()["Created"] == "517"


def test_cases_are_exported_masked_and_a_wrong_place_says_so(
    importer: Importer, window: Window, tmp_path: Path, dirty: Expected
) -> None:
    importer.whole(dirty.path)
    window.go(Go("importing", {"export": True}))
    out = importer.screen.out
    assert importer.page is out
    assert Path(out.path).name == "Cases-20260716-2147.xlsx", "a name is proposed, and typing replaces it"
    assert importer.screen.on_button.isEnabled()
    importer.hands.key(Qt.Key.Key_Delete)
    assert not importer.screen.on_button.isEnabled()
    importer.hands.type(str(tmp_path / "gone" / "cases.xlsx"))
    importer.hands.send()
    importer.free()
    assert out.card.isVisible()
    out.form.set_text("path", "")
    importer.screen.focusInEvent(None)
    importer.hands.type(str(tmp_path / "cases"))
    importer.hands.send()
    importer.free()
    assert not out.card.isVisible()
    sheet = load_workbook(tmp_path / "cases.xlsx").active
    assert sheet is not None
    assert sheet.max_row == len(importer.cases()) + 1
    assert str(tmp_path / "cases.xlsx") in out.told.text()
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".tmp"]


def test_the_list_as_it_is_filtered_is_exported(importer: Importer, window: Window, tmp_path: Path) -> None:
    wanted = len(importer.screen.desk.read.cases.order(CaseQuery(view="overdue"), importer.screen.now()))
    window.go(Go("importing", {"export": True, "query": {"view": "overdue"}}))
    importer.hands.type(str(tmp_path / "cases.xlsx"))
    importer.hands.send()
    importer.free()
    assert importer.screen.out.options()["view"] == "overdue"
    assert wanted > 0
    assert f"cases written, masked: {wanted}" in importer.screen.out.told.text()


def test_a_day_that_cannot_be_read_is_not_exported(importer: Importer, tmp_path: Path) -> None:
    importer.window.go(Go("importing", {"export": True}))
    importer.hands.type(str(tmp_path / "cases.csv"))
    for day, lacking in (("2026-13-01", True), ("2026-07-01", False)):
        importer.screen.out.form.set_text("from", day)
        assert bool(importer.screen.out.lacks()) is lacking


# --- work orders of other systems -------------------------------------------------------------------------------------


def orders(path: Path, *rows: tuple[str, ...]) -> Path:
    """An export of work orders."""
    head = "工单编号,工单标题,工单内容,受理时间,办结时间,是否解决"
    path.write_text("\n".join((head, *(",".join(row) for row in rows))) + "\n", "utf-8")
    return path


def test_a_newer_export_is_told_as_an_update(importer: Importer, tmp_path: Path) -> None:
    row = ("GD-1", "路灯不亮", "路灯坏了三天。", "2026-06-01 09:00")
    importer.whole(orders(tmp_path / "a.csv", (*row, "", "")))
    importer.hands.key(Qt.Key.Key_Escape)
    importer.read(orders(tmp_path / "b.csv", (*row, "2026-06-02 10:00", "已解决")))
    importer.on("check")
    importer.hands.send()
    importer.free()
    report = importer.screen.report
    assert importer.page is report
    assert report.words.text() == "Known numbers told anew: 1"
    assert [(case.stage, case.closed_at is not None) for case in importer.cases() if case.source_number] == [
        ("closed", True)
    ]


def test_rejected_rows_are_saved_corrected_and_imported_again(importer: Importer, tmp_path: Path) -> None:
    source = orders(
        tmp_path / "台账.csv",
        ("GD-1", "路灯不亮", "路灯坏了。", "2026-06-01 09:00", "", ""),
        ("GD-2", "井盖松动", "=1+1 井盖响。", "改天", "", ""),
    )
    importer.whole(source)
    importer.hands.key(Qt.Key.Key_S)
    saved = tmp_path / "台账-未导入.xlsx"
    importer.hands.until(saved.exists, SLOW)
    book = load_workbook(saved)
    rows = [[cell.value for cell in line] for line in book.active.iter_rows()]  # type: ignore[union-attr]
    assert rows[0] == ["工单编号", "工单标题", "工单内容", "受理时间", "办结时间", "是否解决", "未导入原因", "原表行号"]
    assert rows[1][0] == "GD-2"
    assert str(rows[1][7]).endswith(" 3")
    assert str(rows[1][2]).startswith("'=") or rows[1][2] == "=1+1 井盖响。"
    sheet = book.active
    assert sheet is not None
    sheet["D2"] = "2026-06-03 08:00"
    book.save(saved)
    importer.hands.key(Qt.Key.Key_Escape)
    importer.read(saved)
    importer.on("check")
    assert importer.screen.plan.report["created"] == 1


def test_a_large_import_is_seen_whole_in_the_case_list(importer: Importer, window: Window, tmp_path: Path) -> None:
    earlier = {case.id for case in importer.cases()}
    importer.whole(many(tmp_path / "many.csv", 230))
    wanted = {case.id for case in importer.cases()} - earlier
    importer.hands.key(Qt.Key.Key_Escape)
    importer.whole(many(tmp_path / "others.csv", 3, first=9000))
    importer.hands.key(Qt.Key.Key_Escape)
    importer.hands.until(lambda: importer.screen.file.model.rowCount() == 2)
    importer.screen.file.list.view.go(1)  # the large one, by its kept report
    importer.screen.file.list.view.setFocus()
    importer.hands.enter()
    importer.free()
    importer.hands.key(Qt.Key.Key_G)
    centre = window.screens["cases"]
    assert isinstance(centre, CasesScreen)
    importer.hands.until(lambda: centre.model.whole and centre.model.rowCount() == 230)
    rows = [centre.model.row(place) for place in range(230)]
    assert {row.id for row in rows if row is not None} == wanted
    chip = centre.pane.chips.chips["batch"]
    assert chip.isVisible()
    noted = next(row.id for row in rows if row is not None)
    centre.desk.submit(NoteCase(case=noted, words="看过了"))
    importer.hands.settled()
    assert centre.model.rowCount() == 230  # what changes elsewhere is held against the same import
    chip.crossed.emit("batch")
    importer.hands.until(lambda: centre.model.whole and centre.model.rowCount() > 230)


def test_a_folder_of_exports_is_watched_until_it_is_no_more(
    importer: Importer, application: Application, tmp_path: Path
) -> None:
    place = tmp_path / "导出"
    place.mkdir()
    orders(place / "a.csv", ("GD-7", "路灯不亮", "路灯坏了。", "2026-06-01 09:00", "", ""))
    (place / "说明.csv").write_text("本周值班安排\n张三\n", "utf-8")
    panel, hands = importer.screen.file.watch, importer.hands
    panel.line.setFocus()
    hands.type(str(place))
    hands.enter()
    assert load_settings(application.folder).watch_folder == str(place)
    exports = application.desk.exports
    hands.until(lambda: exports.last_look is not None, SLOW)
    exports.look()
    hands.until(lambda: any(case.source_number == "GD-7" for case in importer.cases()), SLOW)
    hands.until(panel.read.isVisible, SLOW)
    hands.click(panel.read)
    importer.free()
    assert importer.screen.plan.path == str(place / "说明.csv")
    importer.screen.go_back()
    hands.click(panel.stop)
    assert load_settings(application.folder).watch_folder == ""
    assert exports.folder == ""
