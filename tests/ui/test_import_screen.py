"""The import screen as a person uses it: real files, real keys, and the database asked whether the report is true."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.desk.settings import load_settings
from commandcenter.ui.importing.screen import ImportScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from importer import SLOW, Importer
from office_window import Hands
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from tests.exchange.bad_files import BAD_FILES
from tests.exchange.dirty_workbook import Expected, dirty_workbook, real_workbook

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


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
