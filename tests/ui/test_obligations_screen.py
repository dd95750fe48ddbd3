"""The calendar of obligations: what is over comes first, a person says it is done, Enter goes where it is done. By keys."""

from __future__ import annotations

from datetime import date

import pytest
from commandcenter.desk.obligations import Obligations
from commandcenter.desk.on_duty import on_duty
from commandcenter.domain.clock import DAY
from commandcenter.domain.duty_acts import SignInForShift
from commandcenter.domain.obligation import Item
from commandcenter.domain.occasion import Occasion
from commandcenter.ui.drills.screen import DrillsScreen
from commandcenter.ui.obligations.rows import Group, ItemRow
from commandcenter.ui.obligations.screen import ObligationsScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.roster.screen import RosterScreen
from commandcenter.ui.roster.tree import FILTERS
from commandcenter.ui.shell.window import Window
from main_screens import OFFICER, Desk
from office_window import Hands
from PySide6.QtCore import Qt


@pytest.fixture
def calendar(window: Window, desk: Desk, hands: Hands) -> ObligationsScreen:
    window.go(Go("obligations"))
    shown = window.current
    assert isinstance(shown, ObligationsScreen)
    hands.until(lambda: bool(shown.items))
    desk.story.begin()
    return shown


def rows(calendar: ObligationsScreen) -> list[ItemRow]:
    return [row for row in calendar.model.rows if isinstance(row, ItemRow)]


def go_to(calendar: ObligationsScreen, obligation: str) -> ItemRow:
    calendar.filter.pick(3)
    calendar._show()
    row = next(row for row in rows(calendar) if row.item.obligation == obligation and row.item.state != "done")
    calendar.view.setFocus()
    calendar.view.go(calendar.model.place_of(row.key))
    return row


def test_what_is_over_or_unknown_comes_first(calendar: ObligationsScreen) -> None:
    assert isinstance(calendar.model.rows[0], Group)
    states = [row.item.state for row in rows(calendar)]
    assert states == sorted(states, key=["over", "unknown", "soon"].index)
    assert "over" in states
    assert "法定演练" in {row.name for row in rows(calendar)}


def test_a_person_says_it_was_done_with_a_note_and_takes_it_back(
    calendar: ObligationsScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    row = go_to(calendar, "committee")
    hands.key(Qt.Key.Key_D)
    desk.fill(on="2026-07-10", words="七楼会议室，到会31人")
    desk.send()
    assert desk.story.one("occasion.done").actor == OFFICER

    def item() -> Item:
        return next(one for one in calendar.items if one.subject == row.key)

    hands.until(lambda: item().state == "done")
    assert item().last == date(2026, 7, 10)
    calendar.view.setFocus()
    calendar.view.go(calendar.model.place_of(row.key))
    assert "七楼会议室" in calendar.facts.values[3].text()
    hands.key(Qt.Key.Key_U)
    desk.fill(words="记错了")
    desk.send()
    hands.until(lambda: item().state != "done")


def test_enter_goes_where_it_is_done(calendar: ObligationsScreen, window: Window, hands: Hands) -> None:
    go_to(calendar, "consultation")
    hands.enter()
    assert window.current is window.screens["consultations"]
    window.go(Go("obligations"))
    due = go_to(calendar, "drill").item
    hands.enter()
    drills = window.current
    assert isinstance(drills, DrillsScreen)
    assert hands.focus() is drills.overview.due.view
    on = drills.overview.due_model.row(drills.overview.due.view.place)
    assert due.about == f"drill/{on.key}", "exactly what is due"
    window.go(Go("obligations"))
    go_to(calendar, "numbers")
    hands.enter()
    roster = window.current
    assert isinstance(roster, RosterScreen)
    assert FILTERS[roster.finder.filter.current] == "stale"
    chosen = roster.chosen().who
    assert chosen is not None
    assert not roster.standing.proved(chosen)
    hands.key(Qt.Key.Key_V)
    assert roster.acts.acting.sheet is not None
    assert chosen.name in roster.acts.acting.sheet.caption.text(), "V proves the number that waits"


def test_the_month_turns_and_comes_back(calendar: ObligationsScreen, hands: Hands) -> None:
    calendar.view.setFocus()
    before = calendar._month
    hands.key(Qt.Key.Key_BracketRight)
    assert (calendar._month.month - before.month) % 12 == 1
    hands.key(Qt.Key.Key_BracketLeft)
    hands.key(Qt.Key.Key_BracketLeft)
    hands.key(Qt.Key.Key_T)
    assert calendar._month == before
    hands.key(Qt.Key.Key_M)
    assert calendar.grid.hasFocus()
    for _ in range(3):
        hands.key(Qt.Key.Key_Down)
    assert calendar._month.month == 8  # 16 July and three weeks


def test_a_new_obligation_stands_in_the_list_and_its_rule_is_changed(
    calendar: ObligationsScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_N)
    desk.fill(name="消防日宣传", kind="fixed", days="11-09", lead="20", source="街道自定")
    desk.send()
    hands.until(lambda: any(row.name == "消防日宣传" for row in _all(calendar)))
    (one,) = [one for one in window.desk.reference.obligations if one.name == "消防日宣传"]
    go_to(calendar, one.id)
    hands.key(Qt.Key.Key_E)
    desk.fill(days="11-09、05-12")
    desk.send()
    hands.until(lambda: len([row for row in _all(calendar) if row.item.obligation == one.id]) == 2)
    go_to(calendar, one.id)
    hands.key(Qt.Key.Key_X)
    hands.settled()
    hands.until(lambda: not [row for row in _all(calendar) if row.item.obligation == one.id])


def _all(calendar: ObligationsScreen) -> list[ItemRow]:
    calendar.filter.pick(3)
    calendar._show()
    return rows(calendar)


def test_a_rule_that_cannot_be_reckoned_is_sent_back_to_the_hand(
    calendar: ObligationsScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_N)
    desk.fill(name="某会", kind="fixed", days="2月30日")
    desk.send()
    assert desk.form.note.text()


def test_what_comes_due_is_reminded_once_and_counted_on_the_rail(window: Window, desk: Desk, hands: Hands) -> None:
    watch = window.desk.obligations
    if watch is None:
        window.desk.begin()
        watch = window.desk.obligations
    assert isinstance(watch, Obligations)
    watch.look()
    hands.until(lambda: bool(watch.items))
    hands.settled()
    over = [item for item in watch.items if item.state == "over" and item.obligation == "drill"]
    assert over
    state = window.desk.read.matters.one(Occasion, over[0].subject)
    assert set(state.reminded) == {"over"}
    desk.story.begin()
    watch.look()
    hands.until(lambda: not watch._asked)
    hands.settled()
    assert "occasion.reminded" not in desk.story.kinds
    desk.pass_time(DAY)
    badge = window.rail.items["duty"]
    assert (badge._badge, badge._warn) == (watch.over + 1, True)
    assert "nobody has signed in" in badge.toolTip(), "a day on, the next shift began without anybody"
    line = on_duty(window.desk.read, window.desk.clock.now())
    window.desk.submit(SignInForShift(shift=line.id, person=line.shift.of("clerk")[0].person))
    hands.settled()
    assert (badge._badge, badge._warn) == (watch.over, False)
    assert watch.over >= len(over)


def test_the_year_is_printed(calendar: ObligationsScreen, desk: Desk, hands: Hands) -> None:
    calendar.view.setFocus()
    hands.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.sheets) == 1
