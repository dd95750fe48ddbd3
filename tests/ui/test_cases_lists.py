"""The lists of the case centre by keys: views, chips, ticks, columns, orders, saved views, the board of places."""

from __future__ import annotations

import pytest
from commandcenter.domain.case_acts import MarkCase
from commandcenter.domain.office import SignIn
from commandcenter.journal.reading.case_query import CaseRow
from commandcenter.ui.cases.choosing import ColumnSheet
from commandcenter.ui.cases.columns import STANDARD
from commandcenter.ui.cases.saved import ManageSheet
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

SHIFT = Qt.KeyboardModifier.ShiftModifier
SAMPLE = ["特急未结", "本周受理", "催过还没办"]


@pytest.fixture
def centre(window: Window, hands: Hands) -> CasesScreen:
    hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    screen = window.current
    assert isinstance(screen, CasesScreen)
    return screen


def rows(screen: CasesScreen) -> list[CaseRow]:
    found = [screen.model.row(place) for place in range(screen.model.rowCount())]
    return [row for row in found if row is not None]


def saved(screen: CasesScreen, person: str) -> list[str]:
    return [view.name for view in screen.desk.reference.case_views(person)]


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def press(key: Qt.Key, text: str = "") -> None:
    """A key into the menu that is open."""
    QTest.keyClick(QApplication.activePopupWidget(), key)


# -- chips ---------------------------------------------------------------------------------------------------------


def test_f_a_letter_and_a_digit_set_a_filter_and_the_hits_stand_beside_it(centre: CasesScreen, hands: Hands) -> None:
    urgent = [row for row in rows(centre) if row.grade == "urgent"]
    hands.key(Qt.Key.Key_F)
    press(Qt.Key.Key_G)
    entry = menu().actions()[0]
    assert entry.text() == f"&1  Urgent\t{len(urgent)}"
    press(Qt.Key.Key_1)
    hands.settled()
    assert {row.id for row in rows(centre)} == {row.id for row in urgent}
    assert centre.chips["grade"].active
    assert centre.view.hasFocus()


def test_chips_combine_and_the_cross_takes_one_away(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    for name, code in (("grade", "urgent"), ("community", "A8")):
        centre.pane.chips.open_filter(name)
        desk.choose((name, code))
    both = rows(centre)
    assert both
    assert {(row.grade, row.community) for row in both} == {("urgent", "A8")}
    chip = centre.chips["grade"]
    hands.click(chip, QPoint(chip.width() - 8, chip.height() // 2))
    assert centre.shown.filters == {"community": "A8"}
    assert len(rows(centre)) > len(both)


def test_delete_on_a_chip_takes_it_away(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    centre.pane.chips.open_filter("channel")
    desk.choose(("channel", "grid"))
    centre.chips["channel"].setFocus()
    hands.key(Qt.Key.Key_Delete)
    assert centre.shown.filters == {}


def test_shift_adds_a_value_to_those_that_stand(centre: CasesScreen, desk: Desk) -> None:
    bar = centre.pane.chips
    bar.open_filter("grade")
    desk.choose(("grade", "urgent"))
    assert bar._joined("grade", "prompt", shift=True) == "urgent prompt"
    centre._on_filter("grade", "urgent prompt")
    assert {row.grade for row in rows(centre)} == {"urgent", "prompt"}
    assert "1 more" in centre.chips["grade"]._value
    assert bar._joined("grade", "urgent", shift=True) == "prompt"


def test_a_span_moves_with_the_day_and_a_fixed_one_is_typed(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    centre.pane.chips.open_filter("received")
    desk.choose(("received", "today"))
    today = rows(centre)
    assert today
    assert all(row.received_at > centre.now() - 24 * 3_600_000 for row in today)
    assert centre.shown.filters["received"] == "today"
    centre.pane.chips.open_filter("received")
    desk.choose(("received", "custom"))
    desk.fill(first="7-1", last="2026-07-10")
    desk.send()
    assert centre.shown.filters["received"] == "2026-07-01..2026-07-10"
    assert "2026-07-01 to 2026-07-10" in centre.chips["received"]._value


def test_a_span_that_ends_before_it_begins_is_not_taken(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    centre.pane.chips.open_filter("received")
    desk.choose(("received", "custom"))
    sheet = desk.fill(first="7-10", last="7-1")
    hands.send()
    assert sheet.note.text() == "The last day lies before the first."
    desk.fill(last="soon")
    hands.send()
    assert sheet.note.text() == "A day is written 2026-07-16 or 7-16."


def test_a_place_is_typed_by_its_initials(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    centre.pane.chips.open_filter("place")
    box = desk.form.form.widgets["code"]
    box.setFocus()
    hands.type("ycht")
    desk.send()
    assert centre.shown.filters["place"].startswith("J")
    assert centre.chips["place"].isVisible()


def test_what_is_shown_comes_back_from_where(centre: CasesScreen, window: Window, desk: Desk, hands: Hands) -> None:
    centre.pane.chips.open_filter("grade")
    desk.choose(("grade", "prompt"))
    centre.sort_by("number")
    kept = dict(centre.where())
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    centre._on_view("suspended", "")
    window.go(Go("cases", kept))
    assert centre.shown.filters == {"grade": "prompt"}
    assert centre.query.order == "number"
    assert centre.detail.case is not None
    assert centre.detail.case.id == kept["case"]


def test_another_screen_can_ask_for_any_filter_and_for_chosen_cases(centre: CasesScreen, window: Window) -> None:
    some = [row.id for row in rows(centre)[3:6]]
    window.go(Go("cases", {"ids": some}))
    assert {row.id for row in rows(centre)} == set(some)
    window.go(Go("cases", {"view": "all", "channel": "grid", "received": "this_month"}))
    assert {row.channel for row in rows(centre)} == {"grid"}


# -- ticks ---------------------------------------------------------------------------------------------------------


def test_x_ticks_shift_x_ticks_through_and_ctrl_a_ticks_all(centre: CasesScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_X)
    for _ in range(4):
        hands.key(Qt.Key.Key_J)
    hands.key(Qt.Key.Key_X, SHIFT)
    ids = [row.id for row in rows(centre)]
    assert list(centre.ticks.keys) == ids[:6]
    assert centre.pane.chosen.text() == f"Ticked: 6 of {len(ids)}"
    hands.key(Qt.Key.Key_A, CONTROL)
    assert centre.ticks.count(len(ids)) == len(ids)
    hands.key(Qt.Key.Key_X)
    assert centre.ticks.count(len(ids)) == len(ids) - 1
    assert centre.desk.read.cases.count(centre.listed(), centre.now()) == len(ids) - 1
    hands.key(Qt.Key.Key_Escape)
    assert centre.ticks.count(len(ids)) == 0


def test_a_click_on_the_box_ticks_and_leaves_the_chosen_case(centre: CasesScreen, hands: Hands) -> None:
    at = centre.view.visualRect(centre.model.index(3, 0))
    hands.click(centre.view.viewport(), QPoint(20, at.center().y()))
    assert list(centre.ticks.keys) == [rows(centre)[3].id]
    assert centre.view.place == 0


# -- order and columns ---------------------------------------------------------------------------------------------


def test_a_click_on_a_title_sorts_and_a_second_turns_it_round(centre: CasesScreen, hands: Hands) -> None:
    cells = centre.painter.columns.cells(centre.view.viewport().width())
    _, x, width = next(cell for cell in cells if cell[0].name == "number")
    for order in ("number", "-number"):
        hands.click(centre.list.header, QPoint(x + width // 2, 18))
        assert centre.query.order == order
        numbers = [row.number for row in rows(centre)]
        assert numbers == sorted(numbers, reverse=order.startswith("-"))


def test_what_grows_for_ever_says_what_it_is_sorted_by(centre: CasesScreen, desk: Desk) -> None:
    centre._on_view("closed", "")
    centre.sort_by("number")
    assert centre.query.order == "received"
    assert any("moment received" in words for words in desk.toasts)


def test_columns_are_chosen_moved_widened_and_kept_for_the_seat(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_C)
    sheet = next(one for one in desk.sheets if isinstance(one, ColumnSheet))
    assert [one.name for one in sheet.lines.model().rows if one.shown] == list(STANDARD)  # type: ignore[attr-defined]
    hands.key(Qt.Key.Key_Space)
    names = [one.name for one in centre._columns]
    assert names == list(STANDARD[1:])
    sheet.lines.go(0)
    hands.key(Qt.Key.Key_Down, CONTROL)
    hands.key(Qt.Key.Key_Right)
    assert [one.name for one in centre._columns][:2] == ["title", "number"]
    assert centre._columns[1].width == 106
    hands.key(Qt.Key.Key_Escape)
    assert centre.services.settings.case_columns.startswith("title:200 number:106 ")
    shown = [column.name for column, _, _ in centre.painter.columns.cells(centre.view.viewport().width())]
    assert shown[:3] == ["tick", "title", "number"]


# -- going ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["2026-0716-A0018", "0716-A0018", "A18", "18"])
def test_g_goes_to_a_number_as_people_say_it(centre: CasesScreen, desk: Desk, hands: Hands, typed: str) -> None:
    centre._on_view("suspended", "")
    hands.key(Qt.Key.Key_G)
    hands.type(typed)
    hands.enter()
    assert centre.detail.case is not None
    assert centre.detail.case.number == "2026-0716-A0018"


def test_a_number_nobody_has_says_so(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_G)
    sheet = desk.form
    field = sheet.form.widgets["number"]
    high = field.height()
    hands.type("9999")
    hands.enter()
    assert sheet.note.text() == "There is no case with the number 9999."
    assert field.height() >= high
    assert sheet.note.height() >= sheet.note.heightForWidth(sheet.note.width())


# -- views ---------------------------------------------------------------------------------------------------------


def test_a_view_is_saved_jumped_to_renamed_and_retired(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    desk.window.desk.submit(SignIn(person="P4103"))
    hands.settled()
    centre.pane.chips.open_filter("grade")
    desk.choose(("grade", "urgent"))
    centre.sort_by("number")
    hands.key(Qt.Key.Key_W)
    assert centre.bar.view.hasFocus()
    hands.key(Qt.Key.Key_S, CONTROL)
    desk.fill(name="特急", shared="office")
    desk.send()
    hands.settled()
    assert centre.window().focusWidget() is centre.view
    hands.key(Qt.Key.Key_X)
    assert centre.ticks.count(centre.model.rowCount()) == 1
    hands.key(Qt.Key.Key_Escape)
    assert saved(centre, "P4103") == saved(centre, "") == [*SAMPLE, "特急"]
    centre._on_view("open", "")
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_4, CONTROL)
    assert (centre.shown.filters, centre.query.order) == ({"grade": "urgent"}, "number")
    hands.key(Qt.Key.Key_W, SHIFT)
    assert any(isinstance(sheet, ManageSheet) for sheet in desk.sheets)
    hands.key(Qt.Key.Key_End)
    hands.key(Qt.Key.Key_N)
    desk.fill(name="特急单")
    desk.send()
    assert saved(centre, "") == [*SAMPLE, "特急单"]
    hands.key(Qt.Key.Key_Up, CONTROL)
    hands.settled()
    assert saved(centre, "") == [*SAMPLE[:2], "特急单", SAMPLE[2]]
    hands.key(Qt.Key.Key_Delete)
    hands.settled()
    assert saved(centre, "") == SAMPLE


def test_a_view_of_ones_own_is_seen_by_nobody_else(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    desk.window.desk.submit(SignIn(person="P4103"))
    hands.settled()
    hands.key(Qt.Key.Key_S, CONTROL)
    desk.fill(name="我的")
    desk.send()
    assert saved(centre, "P4103") == [*SAMPLE, "我的"]
    assert saved(centre, "P4104") == SAMPLE


def test_a_view_without_a_name_is_refused(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_S, CONTROL)
    sheet = desk.form
    desk.send()
    assert sheet.isVisible()
    assert sheet.note.text() == "Write a name."


def test_every_count_of_the_side_bar_is_the_length_of_its_list(centre: CasesScreen, hands: Hands) -> None:
    case = rows(centre)[0].id
    centre.desk.submit(MarkCase(case=case, collective=6))
    hands.settled()
    hands.until(lambda: "closed" in centre._growing)
    counted = {**centre._counts, **centre._growing}
    assert counted["collective"] >= 1
    for view, count in counted.items():
        centre._on_view(view, "")
        hands.until(lambda: centre.model.whole)
        assert centre.model.rowCount() == count, view


# -- the board -----------------------------------------------------------------------------------------------------


def test_l_shows_where_the_cases_lie_and_enter_narrows_the_list(centre: CasesScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_L)
    assert centre.places.isVisible()
    hands.until(lambda: bool(centre.places.board.counts))
    assert sum(centre.places.board.counts.values()) <= centre.model.rowCount()
    board = centre.places.board
    hands.until(lambda: board.on_map)
    assert board.map.hasFocus()
    hands.key(Qt.Key.Key_Tab)
    while not board.current.startswith("J"):
        hands.key(Qt.Key.Key_Tab)
    key, count = board.current, board.counts[board.current]
    hands.enter()
    assert centre.model.rowCount() == count, (key, centre.shown, [(r.place, r.community, r.grid) for r in rows(centre)])
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_L)
    assert not centre.places.isVisible()
    assert centre.detail.isVisible()
