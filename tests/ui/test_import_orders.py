"""The import screen with categories, work orders of other systems and a watched folder; and the export beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.desk.settings import load_settings
from commandcenter.domain.case_acts import NoteCase
from commandcenter.journal.reading.cases import CaseQuery
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from importer import SLOW, Importer
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from tests.exchange.dirty_workbook import Expected, real_workbook


def many(path: Path, count: int, first: int = 5000) -> Path:
    """A table of so many matters."""
    lines = ["留言编号,留言主题,留言时间,留言详情"]
    lines += [f"{first + place},题目{place},2019/2/28 11:25:05,槐序一巷第{place}件。" for place in range(count)]
    path.write_text("\n".join(lines), "utf-8")
    return path


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
