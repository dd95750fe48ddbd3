"""The roster import as a person uses it: real tables, real keys, and the roster asked whether it is true."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.desk.settings import load_settings
from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.domain.roster import CHIEFS, Directory
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.printing import PaperSheet
from commandcenter.ui.parts.screen import Toast
from commandcenter.ui.rosterimport.rawrows import OriginalSheet
from commandcenter.ui.rosterimport.screen import RosterImportScreen
from commandcenter.ui.rosterimport.steps import COLUMNS, DIFFERENCES, FAULTS, FILE, TAKE
from commandcenter.ui.shell.window import Window
from office_window import Hands
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from tests.conftest import NOW

SLOW = 60_000
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
HEADINGS = ("街巷名称", "所属社区", "巷长", "职务", "联系方式", "副巷长", "管家1", "管家2", "长度（米）", "备注")

ROWS: Sequence[Sequence[object]] = (
    ("石榴院胡同", "石榴院社区", "钱一一", "平安办科员", "100-0000-9038", "", "", "", 345, "低洼院落"),
    ("织云巷", "", "", "", "", "", "白一一 100-0000-9208", "", "", ""),
    ("北苇塘巷", "北苇社区", "钱二二", "", "100-0000-9039", "", "", "", "", ""),
    ("渡口巷", "南渡桥社区", "", "", "", "", "孟一一 1000009301", "", "", ""),
)


def table(path: Path, *rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> Path:
    """A workbook with a title above its headings."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("街巷长台账",))
    for row in (headings, *rows):
        sheet.append(row)
    book.save(path)
    return path


class Importer:
    """A person at the roster import."""

    def __init__(self, window: Window, hands: Hands) -> None:
        self.window, self.hands = window, hands
        window.do_command("go:rosterimport")
        found = window.screens["rosterimport"]
        assert isinstance(found, RosterImportScreen)
        self.screen = found
        self.page = found.page

    def free(self) -> None:
        """Wait until no job is at work and every screen was told."""
        self.hands.until(lambda: self.screen.job is None, SLOW)
        self.hands.settled()
        self.hands.until(lambda: self.screen.job is None, SLOW)

    def read(self, path: Path) -> None:
        """Type the path of a table and press Enter."""
        if self.screen.file.earlier.view.hasFocus():  # where the keyboard is once something was taken over
            self.screen.file.focus_first()
        self.hands.until(self.screen.file.line.hasFocus)
        self.hands.type(str(path))
        self.hands.enter()
        self.free()

    def sheet(self) -> FormSheet:
        """The form that is open."""
        found = [one for one in self.window.findChildren(FormSheet) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def lines(self) -> list[tuple[str, str, str, bool]]:
        """The differences: item, place, after, ticked."""
        return [
            (one.difference.item, one.difference.where, one.difference.after, one.ticked)
            for one in self.page.differences.rows
        ]

    def go_to(self, item: str, where: str) -> None:
        """With the arrows to a difference."""
        for _ in range(len(self.page.differences.rows)):
            here = self.page.difference
            if here is not None and (here.difference.item, here.difference.where) == (item, where):
                return
            self.hands.key(KEY.Key_Down)
        raise AssertionError((item, where, self.lines()))

    @property
    def directory(self) -> Directory:
        """The roster."""
        return self.screen.desk.reference.directory


@pytest.fixture
def importer(window: Window, hands: Hands) -> Importer:
    """A person at the roster import."""
    return Importer(window, hands)


def chief(directory: Directory, street: str) -> str:
    """Who leads a street."""
    place = next(place for place in directory.streets() if place.name == street)
    found = directory.holders(f"place/{place.id}", *CHIEFS)
    return found[0].person.name if found else ""


def deputies(directory: Directory, street: str) -> list[str]:
    """Who deputises at a street."""
    place = next(place for place in directory.streets() if place.name == street)
    return [one.person.name for one in directory.holders(f"place/{place.id}", "deputy")]


def test_from_the_file_to_the_roster_and_back_with_keys_alone(
    importer: Importer, hands: Hands, application: Application, tmp_path: Path
) -> None:
    before = chief(importer.directory, "石榴院胡同")
    importer.read(table(tmp_path / "街巷长台账0714.xlsx", *ROWS))
    screen, page = importer.screen, importer.page
    assert screen.step == DIFFERENCES
    assert page.view.hasFocus()
    assert screen.draft.since == at_local(local_date(NOW).replace(day=14)), "the day stands in the name of the file"
    assert ("chief", "石榴院胡同", "钱一一 平安办科员 100-0000-9038", True) in importer.lines()
    assert page.figures.figures[-1].value == "2"

    hands.key(KEY.Key_Left)
    assert screen.step == COLUMNS
    assert page.column_view.hasFocus()
    open_ = next(place for place, row in enumerate(page.columns.rows) if row.state == "open")
    for _ in range(open_):
        hands.key(KEY.Key_Down)
    assert page.as_note.isVisible()
    hands.enter()
    importer.sheet().form.set_text("field", "note")
    hands.send()
    importer.free()
    assert ("note", "石榴院胡同", "低洼院落", True) in importer.lines()

    hands.key(KEY.Key_Right)
    hands.key(KEY.Key_Right)
    assert screen.step == FAULTS
    assert page.faults.view.hasFocus()
    assert page.fault is not None
    assert page.fault.code == "place_like"
    hands.enter()
    importer.free()
    assert ("chief", "苇塘巷", "钱二二 100-0000-9039", True) in importer.lines()
    assert page.fault is not None
    assert page.fault.code == "phone_short"
    assert page.faults.view.hasFocus()
    hands.key(KEY.Key_F2)
    assert importer.sheet().form.text("text") == "孟一一 1000009301"
    importer.sheet().form.set_text("text", "孟一一 100-0000-9301")
    hands.enter()
    importer.free()
    assert screen.draft.seen.faults == []
    assert screen.step == DIFFERENCES

    importer.go_to("length", "石榴院胡同")
    hands.key(KEY.Key_X)
    assert ("length", "石榴院胡同", "345 米", False) in importer.lines()
    count = len(screen.draft.taken)
    hands.send()
    importer.free()
    assert screen.step == FILE
    assert screen.file.line.text() == ""
    assert chief(importer.directory, "石榴院胡同") == "钱一一"
    assert chief(importer.directory.at(NOW - 5 * DAY), "石榴院胡同") == before
    place = next(place for place in importer.directory.streets() if place.name == "石榴院胡同")
    assert (place.note, place.length_m == 345) == ("低洼院落", False)
    kept = load_settings(application.desk.folder).import_columns
    assert [told for name, told in kept.items() if name.startswith("roster-")] == [{"J": "note"}]
    told = application.desk.reference.roster_imports[0]
    assert (sum(told.counts.values()), told.file) == (count, "街巷长台账0714.xlsx")

    importer.read(tmp_path / "街巷长台账0714.xlsx")
    assert page.column_panel.caption.text() == "as last time: 1"
    assert [line for line in importer.lines() if line[3]] == [("length", "石榴院胡同", "345 米", True)]
    hands.key(KEY.Key_Escape)

    screen.file.earlier.view.setFocus()
    hands.key(KEY.Key_Z)
    hands.type("表拿错了")
    hands.enter()
    importer.free()
    assert chief(importer.directory, "石榴院胡同") == before
    assert not application.desk.reference.roster_imports[0].active


def test_esc_leaves_without_a_trace(importer: Importer, hands: Hands, application: Application, tmp_path: Path) -> None:
    path = table(tmp_path / "r.xlsx", *ROWS)
    content, before = path.read_bytes(), application.desk.read.reference.changed_at()
    importer.read(path)
    hands.key(KEY.Key_X)
    hands.key(KEY.Key_Escape)
    assert importer.screen.step == FILE
    assert importer.screen.draft.path == ""
    assert application.desk.read.reference.changed_at() == before
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["r.xlsx"]
    hands.key(KEY.Key_Escape)
    assert importer.window.current.name == "roster"


def test_a_name_that_is_only_like_another_is_new_and_what_is_left_behind_is_told(
    importer: Importer, hands: Hands, application: Application, tmp_path: Path
) -> None:
    lines = (
        ("北苇塘巷", "北苇社区", "钱二二", "", "100-0000-9039"),
        ("北苇塘巷", "北苇社区", "", "", "", "钱三三"),
        ROWS[3],
        ("织云巷", "", "汪俊峰"),
    )
    assert deputies(importer.directory, "织云巷") == ["汪俊峰"]
    importer.read(table(tmp_path / "r.xlsx", *lines))
    screen, page, toasts = importer.screen, importer.page, list[Toast]()
    screen.services.toast.connect(toasts.append)
    hands.key(KEY.Key_Right)
    assert page.fault is not None
    assert (page.fault.code, page.new_button.isVisible(), page.new_button.isEnabled()) == ("place_like", True, True)
    assert page.like_note.text() == "Enter it is 苇塘巷"
    hands.key(KEY.Key_F2)
    hands.enter()
    assert importer.screen.job is None
    assert "N enters it as new, Enter takes 苇塘巷" in toasts[-1].text
    hands.key(KEY.Key_N)
    importer.free()
    assert ("chief", "北苇塘巷", "钱二二 100-0000-9039", True) in importer.lines()
    assert ("deputy", "北苇塘巷", "钱三三", True) in importer.lines()
    assert [one.code for one in screen.draft.seen.faults] == ["phone_short"]
    assert not page.like_foot.isVisible()
    hands.send()
    if screen.holes_sheet is not None:
        hands.enter()
    importer.free()
    assert chief(importer.directory, "北苇塘巷") == "钱二二"
    assert chief(importer.directory, "苇塘巷") != "钱二二"
    assert chief(importer.directory, "织云巷") == "汪俊峰"
    assert deputies(importer.directory, "织云巷") == [], "promoted by a table: no deputy of his own"
    assert "Left behind, not imported: 1 rows (5)" in screen.card.words.text()
    assert screen.file.earlier.view.hasFocus(), "Z and S are keys there, no letters of a path"
    hands.key(KEY.Key_S)
    importer.free()
    assert [one.name for one in tmp_path.iterdir() if "未导入" in one.name]
    screen.file.earlier.view.setFocus()
    hands.key(KEY.Key_Z)
    hands.type("先问清楚")
    hands.enter()
    importer.free()
    assert not screen.card.isVisible()
    assert deputies(importer.directory, "织云巷") == ["汪俊峰"]
    assert not any(place.name == "北苇塘巷" for place in importer.directory.streets())


def test_a_street_left_without_chief_is_named_before_anything_is_written_and_after(
    importer: Importer, hands: Hands, tmp_path: Path
) -> None:
    before = chief(importer.directory, "织云巷")
    importer.read(table(tmp_path / "r.xlsx", *ROWS))
    page, screen = importer.page, importer.screen
    assert not page.hole_note.isVisible()
    importer.go_to("chief", "织云巷")
    hands.key(KEY.Key_X)
    assert page.hole_note.isVisible()
    assert f"织云巷 Chief ({before})" in page.hole_note.text()
    hands.send()
    assert screen.holes_sheet is not None
    assert screen.holes_sheet.posts.text() == f"织云巷 Chief ({before})"
    hands.key(KEY.Key_Escape)
    assert screen.job is None
    assert screen.step == DIFFERENCES
    hands.send()
    hands.enter()
    importer.free()
    assert screen.step == FILE
    hands.until(lambda: chief(importer.directory, "织云巷") == "", SLOW)
    assert f"织云巷 Chief ({before})" in screen.card.words.text()
    assert screen.card.isVisible()
    importer.read(table(tmp_path / "s.xlsx", *ROWS[:1]))
    assert not screen.card.isVisible()


def test_all_of_a_sort_are_ticked_with_shift_x_and_sorts_have_digits(
    importer: Importer, hands: Hands, tmp_path: Path
) -> None:
    importer.read(table(tmp_path / "r.xlsx", *ROWS))
    hands.key(KEY.Key_4)
    gone = importer.lines()
    assert gone
    assert not any(line[3] for line in gone)
    item = gone[0][0]
    hands.key(KEY.Key_X, SHIFT)
    assert all(line[3] for line in importer.lines() if line[0] == item)
    hands.key(KEY.Key_X, SHIFT)
    assert not any(line[3] for line in importer.lines())
    hands.key(KEY.Key_2)
    assert {one.difference.sort for one in importer.page.differences.rows} == {"new"}
    hands.key(KEY.Key_1)
    assert len(importer.lines()) == len(importer.screen.draft.seen.differences)


def test_the_original_and_the_day_and_the_paper(importer: Importer, hands: Hands, tmp_path: Path) -> None:
    importer.read(table(tmp_path / "r.xlsx", *ROWS))
    importer.go_to("chief", "石榴院胡同")
    assert importer.page.raw_panel.caption.text() == "Sheet · row 3"
    assert "钱一一" in importer.page.raw.accessibleName()
    hands.key(KEY.Key_G)
    shown = [one for one in importer.window.findChildren(OriginalSheet) if one.isVisible()]
    assert len(shown) == 1
    hands.key(KEY.Key_Escape)
    hands.key(KEY.Key_D)
    importer.sheet().form.set_text("day", "7月10日")
    hands.enter()
    assert importer.sheet().note.isVisible()
    importer.sheet().form.set_text("day", "2026-07-10")
    hands.enter()
    importer.free()
    assert importer.screen.draft.since == at_local(local_date(NOW).replace(day=10))
    hands.key(KEY.Key_P, CONTROL)
    (paper,) = [one for one in importer.window.findChildren(PaperSheet) if one.isVisible()]
    hands.until(lambda: bool(paper.view.document.pageCount()), SLOW)
    text = "".join(paper.view.document.getAllText(page).text() for page in range(paper.view.document.pageCount()))
    assert "名录差别清单" in text
    assert "钱一一" in text
    assert "北苇塘巷" in text
    hands.key(KEY.Key_Escape)


def test_rows_that_cannot_be_read_are_saved_or_left_out(importer: Importer, hands: Hands, tmp_path: Path) -> None:
    importer.read(table(tmp_path / "r.xlsx", *ROWS))
    hands.key(KEY.Key_S)
    importer.free()
    (saved,) = [one for one in tmp_path.iterdir() if "未导入" in one.name]
    sheet = load_workbook(saved).active
    assert sheet is not None
    assert sheet.max_row == 3
    hands.key(KEY.Key_Right)
    assert importer.screen.step == FAULTS
    hands.key(KEY.Key_Delete)
    importer.free()
    assert [one.code for one in importer.screen.draft.seen.faults] == ["phone_short"]


def test_what_is_no_roster_is_said_and_the_screen_goes_on(importer: Importer, hands: Hands, tmp_path: Path) -> None:
    bad = tmp_path / "a.xlsx"
    bad.write_bytes(b"%PDF-1.7 nothing")
    importer.read(bad)
    assert importer.screen.step == FILE
    assert "PDF" in importer.screen.file.card.words.text()
    importer.screen.file.line.selectAll()
    importer.read(table(tmp_path / "r.xlsx", *ROWS))
    assert importer.screen.step == DIFFERENCES


def test_somebody_else_changes_the_roster_meanwhile(importer: Importer, hands: Hands, tmp_path: Path) -> None:
    from commandcenter.domain.record import AmendRecord

    importer.read(table(tmp_path / "r.xlsx", *ROWS))
    street = next(place for place in importer.directory.streets() if place.name == "石榴院胡同")
    importer.screen.desk.submit(AmendRecord(subject=f"place/{street.id}", fields={"length_m": 345}))
    importer.free()
    assert not any(line[0] == "length" for line in importer.lines()), "the table is held against what is there now"


def test_the_roster_goes_out_and_a_dropped_file_comes_in_without_a_difference(
    importer: Importer, hands: Hands, tmp_path: Path
) -> None:
    hands.until(importer.screen.file.line.hasFocus)
    hands.key(KEY.Key_E, CONTROL)
    path = tmp_path / "名录.xlsx"
    importer.sheet().form.set_text("path", str(path))
    hands.enter()
    importer.free()
    assert path.exists()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    action, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), action, mime, left, plain)
    QApplication.sendEvent(importer.screen, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(importer.screen, QDropEvent(QPointF(300, 300), action, mime, left, plain))
    importer.free()
    assert importer.screen.step == DIFFERENCES
    assert importer.screen.draft.seen.differences == []
    assert importer.page.nothing.isVisible()
    assert not importer.page.take_button.isEnabled()
    hands.key(KEY.Key_Right)
    assert importer.screen.step in (TAKE, DIFFERENCES)


def test_everything_is_in_sight_in_a_small_window(
    importer: Importer, hands: Hands, window: Window, tmp_path: Path
) -> None:
    window.resize(1366, 768)
    importer.read(table(tmp_path / "r.xlsx", *ROWS))
    page = importer.page
    for widget in (page.take_button, page.print_button, page.raw, page.column_view, page.faults.view, page.view):
        corner = widget.mapTo(window, widget.rect().bottomRight())
        assert widget.isVisible(), widget.accessibleName()
        assert window.rect().contains(corner), widget.accessibleName()
    assert window.size().width() == 1366
    assert window.size().height() == 768
