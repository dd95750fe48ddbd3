"""Acting on many cases by keys: what is told before is what happens, refused cases stay, Ctrl+Z takes back what the rules allow."""

from __future__ import annotations

import pytest
from commandcenter.domain.case import Case
from commandcenter.ui.cases.bulk_sheet import BulkSheet
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu


@pytest.fixture
def centre(window: Window, hands: Hands) -> CasesScreen:
    hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    screen = window.current
    assert isinstance(screen, CasesScreen)
    return screen


def cases(screen: CasesScreen) -> list[Case]:
    """The cases of the list, as the journal tells them."""
    found = [screen.model.row(place) for place in range(screen.model.rowCount())]
    return [screen.desk.read.cases.case(row.id)[0] for row in found if row is not None]


def stored(screen: CasesScreen, case: str) -> Case:
    return screen.desk.read.cases.case(case)[0]


def open_act(screen: CasesScreen, hands: Hands, letter: Qt.Key) -> BulkSheet:
    """B, then the letter of the act; the cases are read beside the window."""
    hands.key(Qt.Key.Key_B)
    QTest.keyClick(QApplication.activePopupWidget(), letter)
    hands.until(lambda: screen.bulk.sheet is not None)
    sheet = screen.bulk.sheet
    assert sheet is not None
    return sheet


def seen(sheet: BulkSheet, hands: Hands) -> None:
    """Wait until it was looked ahead."""
    sheet.look_ahead()
    hands.until(lambda: bool(sheet._seen))


def carried(sheet: BulkSheet, hands: Hands) -> None:
    hands.send()
    hands.until(lambda: sheet.is_done)
    hands.settled()


def test_the_grade_of_many_is_changed_as_it_was_told_and_taken_back(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    before = cases(centre)
    hands.key(Qt.Key.Key_A, CONTROL)
    sheet = open_act(centre, hands, Qt.Key.Key_G)
    desk.put(sheet.form.widgets["grade"], "prompt")
    seen(sheet, hands)
    told = {line.case: line for line in sheet.lines.rows}
    assert {line.state for line in told.values()} == {"can", "no"}
    for case in before:
        assert (told[case.id].state == "no") == (case.grade == "prompt")
        if case.grade == "prompt":
            assert "nothing" in told[case.id].told.lower()
    assert all(stored(centre, case.id).grade == case.grade for case in before), "looking ahead writes nothing"
    desk.story.begin()
    carried(sheet, hands)
    assert set(desk.story.kinds) == {"case.amended"}
    assert all(stored(centre, case.id).grade == "prompt" for case in before)
    assert all(line.state == ("done" if told[line.case].state == "can" else "no") for line in sheet.lines.rows)
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.until(lambda: all(stored(centre, case.id).grade == case.grade for case in before))
    hands.settled()
    for case in before:
        assert stored(centre, case.id).due_at == case.due_at
    assert "Taken back" in sheet.note.text()


def test_pressing_is_refused_where_nobody_has_it_and_is_never_unsaid(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    before = cases(centre)
    hands.key(Qt.Key.Key_A, CONTROL)
    sheet = open_act(centre, hands, Qt.Key.Key_U)
    seen(sheet, hands)
    refused = {line.case for line in sheet.lines.rows if line.state == "no"}
    assert refused == {case.id for case in before if not case.assignees}
    carried(sheet, hands)
    assert all(stored(centre, one.id).pressed == one.pressed + (one.id not in refused) for one in before)
    assert not sheet.undo_button.isVisible()
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.until(lambda: bool(sheet.note.text()))
    assert "was said and stays said" in sheet.note.text()
    hands.key(Qt.Key.Key_Escape)
    assert centre.ticks.count(99) == 0


def test_dispatch_needs_a_section_and_goes_to_the_community_of_each_place(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    centre._on_view("to_judge", "")
    before = cases(centre)
    hands.key(Qt.Key.Key_A, CONTROL)
    sheet = open_act(centre, hands, Qt.Key.Key_D)
    assert not sheet.send_button.isEnabled()
    assert sheet.told.text() == "First: Section that leads"
    desk.put(sheet.form.widgets["lead"], "S03")
    seen(sheet, hands)
    carried(sheet, hands)
    for case in before:
        units = [line.unit for line in stored(centre, case.id).assignees]
        assert units == ["S03", *([case.community] if case.community else [])]
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.until(lambda: bool(sheet.note.text()))
    assert "a first dispatch stays" in sheet.note.text()


def test_one_case_without_a_tick_is_enough_and_esc_does_nothing(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_B)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text().startswith("Nothing is ticked: only ")
    assert menu.activeAction() is menu.actions()[2]
    menu.close()
    sheet = open_act(centre, hands, Qt.Key.Key_N)
    assert sheet.caption.text().startswith("Nothing is ticked: only ")
    assert len(sheet.lines.rows) == 1
    desk.put(sheet.form.widgets["words"], "统一回复口径")
    seen(sheet, hands)
    desk.story.begin()
    hands.key(Qt.Key.Key_Escape)
    hands.settled()
    assert desk.story.kinds == []
    assert centre.view.hasFocus()


def test_cases_are_linked_to_the_first_and_unlinked_again(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    ids = [case.id for case in cases(centre)[:3]]
    for _ in ids:
        hands.key(Qt.Key.Key_X)
    sheet = open_act(centre, hands, Qt.Key.Key_L)
    seen(sheet, hands)
    assert [line.state for line in sheet.lines.rows] == ["first", "can", "can"]
    carried(sheet, hands)
    assert set(stored(centre, ids[0]).linked) >= set(ids[1:])
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.until(lambda: not set(stored(centre, ids[0]).linked) & set(ids[1:]))


def test_closing_as_explained_is_refused_before_feedback_with_its_reason(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_A, CONTROL)
    sheet = open_act(centre, hands, Qt.Key.Key_E)
    desk.put(sheet.form.widgets["words"], "已当面说明")
    seen(sheet, hands)
    assert all(line.told for line in sheet.lines.rows if line.state == "no")
    can = [line.case for line in sheet.lines.rows if line.state == "can"]
    assert all(stored(centre, case).stage in ("call_back", "verified") for case in can)


def test_nothing_to_take_back_is_said(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Z, CONTROL)
    assert any("no act on many cases" in words for words in desk.toasts)
