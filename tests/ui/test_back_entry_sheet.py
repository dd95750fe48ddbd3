"""Entering what was written by hand, by keys: from the menu of the board and the search, row by row, all or nothing."""

from __future__ import annotations

import pytest
from commandcenter.domain.clock import MINUTE, local
from commandcenter.ui.parts.back_entry import BackEntrySheet
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import Qt

LONG = 10_000


def clock_words(at: int) -> str:
    return local(at).strftime("%H%M")


def sheet(desk: Desk) -> BackEntrySheet:
    (found,) = [one for one in desk.sheets if isinstance(one, BackEntrySheet)]
    return found


def write(hands: Hands, *columns: str) -> None:
    """Type the columns of a row, Tab between them, and Enter: the keyboard stands in the next row."""
    for place, text in enumerate(columns):
        if text:
            hands.type(text)
        if place < len(columns) - 1:
            hands.key(Qt.Key.Key_Tab)
    hands.enter()


def from_the_menu(desk: Desk, hands: Hands) -> BackEntrySheet:
    hands.key(Qt.Key.Key_M)
    desk.choose("back_entry")
    return sheet(desk)


def from_the_search(hands: Hands, desk: Desk) -> BackEntrySheet:
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type("> blsgjl")
    hands.enter()
    return sheet(desk)


@pytest.fixture
def running(desk: Desk, window: Window, quick: None) -> None:
    desk.blow(Qt.Key.Key_1)
    desk.pass_time(30 * MINUTE)


def test_rows_of_the_paper_become_late_entries_in_one_act(
    running: None, desk: Desk, window: Window, hands: Hands
) -> None:
    blown = desk.incident.whistle.blown_at
    table = from_the_menu(desk, hands)
    assert hands.focus() is table.rows[0].fields["at"]
    desk.story.begin()
    write(hands, clock_words(blown + 5 * MINUTE), "3", "应答", "", "王警官")
    write(hands, clock_words(blown + 9 * MINUTE), "3", "到场", "6")
    write(hands, clock_words(blown + 12 * MINUTE), "", "", "", "三楼有人挥手")
    assert "到场" not in table.rows[0].told.text()
    assert "6" in table.rows[1].told.text()
    hands.send()
    hands.until(lambda: not desk.sheets, LONG)
    hands.settled()
    state = desk.state(3)
    arrived = state.milestone("arrived")
    assert arrived is not None
    assert arrived.late
    assert clock_words(arrived.at) == clock_words(blown + 9 * MINUTE)
    assert len({fact.recorded_at for fact in desk.story.facts}) == 1, "one act"
    assert desk.story.kinds == ["report_in.answered", "report_in.arrived", "whistle.noted"]
    assert any("3 rows entered" in words for words in desk.toasts)


def test_a_wrong_row_is_named_beside_it_and_nothing_is_entered(
    running: None, desk: Desk, window: Window, hands: Hands
) -> None:
    blown = desk.incident.whistle.blown_at
    table = from_the_menu(desk, hands)
    desk.story.begin()
    write(hands, clock_words(blown + 5 * MINUTE), "3", "到场", "2")
    write(hands, clock_words(blown + 6 * MINUTE), "3", "飞来", "")
    write(hands, "77", "3", "到场", "")
    write(hands, clock_words(blown - 20 * MINUTE), "4", "到场", "1")
    assert "What did it do" in table.rows[1].told.text()
    assert "Write the time" in table.rows[2].told.text()
    hands.send()
    assert "2 rows" in table.note.text()
    for place in (1, 2):
        for field in table.rows[place].fields.values():
            field.clear()
    hands.send()
    hands.settled()
    assert table.isVisible(), "the rules have the last word"
    assert "1 rows" in table.note.text()
    assert "Enter a later time" in table.rows[3].told.text()
    assert desk.story.kinds == [], "nothing is half-written"


def test_what_was_typed_is_there_again_after_esc(running: None, desk: Desk, window: Window, hands: Hands) -> None:
    from_the_menu(desk, hands)
    write(hands, "2140", "3", "到场", "6", "两台车")
    hands.key(Qt.Key.Key_Escape)
    hands.settled()
    table = from_the_menu(desk, hands)
    assert table.rows[0].texts() == ["2140", "3", "到场", "6", "两台车"]


def test_an_incident_that_was_only_on_paper_is_entered_from_the_search(
    desk: Desk, window: Window, hands: Hands
) -> None:
    now = window.desk.clock.now()
    from_the_search(hands, desk)
    hands.type(clock_words(now - 50 * MINUTE))
    hands.key(Qt.Key.Key_Tab)
    hands.type("楼道起火")
    hands.key(Qt.Key.Key_Tab)
    hands.type("1号楼")
    hands.key(Qt.Key.Key_Tab)
    write(hands, clock_words(now - 48 * MINUTE), "D03", "通知")
    write(hands, clock_words(now - 40 * MINUTE), "D03", "到场", "4")
    hands.send()
    hands.until(lambda: not desk.sheets, LONG)
    hands.settled()
    whistle = desk.incident.whistle
    assert (whistle.title, clock_words(whistle.blown_at)) == ("楼道起火", clock_words(now - 50 * MINUTE))
    assert desk.on_post(), "the board of it is seen"
    arrived = desk.incident.report_ins[0].milestone("arrived")
    assert arrived is not None
    assert arrived.late


def test_the_kit_is_found_in_the_search(desk: Desk, window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type("> yjk")
    hands.enter()
    assert [sheet.title.text() for sheet in desk.sheets] == ["停电手工应急卡"]
