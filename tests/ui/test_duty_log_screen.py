"""The duty log writes itself while things happen; a person only types a line, with a pen before it. By keys."""

from __future__ import annotations

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.ui.dutylog.rows import LogRow
from commandcenter.ui.dutylog.screen import DutyLogScreen, told_time
from commandcenter.ui.log_words import log_icon
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from main_screens import OFFICER, Desk
from office_window import Hands
from PySide6.QtCore import Qt
from tests.conftest import NOW


@pytest.fixture
def log(window: Window, desk: Desk) -> DutyLogScreen:
    window.go(Go("dutylog"))
    shown = window.current
    assert isinstance(shown, DutyLogScreen)
    desk.story.begin()
    return shown


def lines(log: DutyLogScreen) -> list[LogRow]:
    return [row for row in log.model.rows if isinstance(row, LogRow)]


def write(log: DutyLogScreen, hands: Hands, text: str) -> None:
    log.view.setFocus()
    hands.key(Qt.Key.Key_Slash)
    hands.type(text)
    hands.enter()
    hands.settled()


def test_a_line_is_typed_and_has_a_pen(log: DutyLogScreen, desk: Desk, hands: Hands) -> None:
    write(log, hands, "带班查岗，沈建勋到岗")
    fact = desk.story.one("duty_note.written")
    assert (fact.words("words"), fact.actor, fact.happened_at) == ("带班查岗，沈建勋到岗", OFFICER, NOW)
    (row,) = [row for row in lines(log) if row.line.by_hand]
    assert (row.words, log_icon(row.line)) == ("带班查岗，沈建勋到岗", "pencil")
    assert log.line.text() == ""


def test_a_time_before_the_line_is_when_it_was(log: DutyLogScreen, desk: Desk, hands: Hands) -> None:
    write(log, hands, "21:30 收印章登记簿")
    fact = desk.story.one("duty_note.written")
    assert fact.words("words") == "收印章登记簿"
    assert NOW - fact.happened_at < 18 * MINUTE


def test_a_time_later_than_now_was_yesterdays() -> None:
    at, words = told_time("23:50 锁门", NOW)
    assert at is not None
    assert at < NOW
    assert words == "锁门"
    assert told_time("23:99 锁门", NOW) == (None, "23:99 锁门")
    assert told_time("锁门", NOW) == (None, "锁门")


def test_the_whistle_stands_there_by_itself_and_leads_to_its_board(
    log: DutyLogScreen, window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    desk.blow()
    window.go(Go("dutylog"))
    row = next(row for row in lines(log) if row.line.kind == "whistle.blown")
    assert desk.incident.whistle.number in row.words
    log.view.setFocus()
    log.view.go(log.model.place_of(row.key))
    hands.enter()
    assert window.current is window.screens["post"]


def test_v_goes_from_the_main_lines_to_all_and_to_those_people_wrote(
    log: DutyLogScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_F3)
    desk.fill(said="井盖松动")
    desk.send()
    write(log, hands, "查岗")
    log.view.setFocus()
    assert not any(row.line.kind == "call.logged" for row in lines(log))
    hands.key(Qt.Key.Key_V)
    assert any(row.line.kind == "call.logged" for row in lines(log))
    hands.key(Qt.Key.Key_V)
    assert {row.line.kind for row in lines(log)} == {"duty_note.written"}


def test_a_line_is_crossed_out_and_says_what_is_right(log: DutyLogScreen, desk: Desk, hands: Hands) -> None:
    write(log, hands, "沈建勋到岗")
    log.view.setFocus()
    log.view.go(log.model.rowCount() - 1)
    hands.key(Qt.Key.Key_X)
    desk.fill(words="邵建勋到岗")
    desk.send()
    row = next(row for row in lines(log) if row.line.by_hand)
    assert row.line.struck
    assert "邵建勋到岗" in row.note


def test_the_search_narrows_and_esc_clears_it(log: DutyLogScreen, hands: Hands) -> None:
    write(log, hands, "查岗")
    write(log, hands, "收印章登记簿")
    log.view.setFocus()
    hands.key(Qt.Key.Key_F)
    hands.type("印章")
    assert [row.words for row in lines(log)] == ["收印章登记簿"]
    log.view.setFocus()
    hands.key(Qt.Key.Key_Escape)
    assert len(lines(log)) >= 2


def test_print_and_export_open(log: DutyLogScreen, desk: Desk, hands: Hands) -> None:
    write(log, hands, "查岗")
    log.view.setFocus()
    for key in (Qt.Key.Key_P, Qt.Key.Key_E):
        hands.key(key, Qt.KeyboardModifier.ControlModifier)
        assert len(desk.sheets) == 1
        hands.key(Qt.Key.Key_Escape)
