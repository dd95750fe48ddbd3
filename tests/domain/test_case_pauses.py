"""Paused limits: what was left when an order stood still is left when it goes on; more time and redos are reckoned anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from commandcenter.domain.calendar import Calendar, Hours, office_calendar
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_clocks import deadlines
from commandcenter.domain.case_ends import Ends
from commandcenter.domain.clock import DAY, HOUR, MINUTE, at_local
from commandcenter.domain.deadline import Deadline
from commandcenter.domain.ends_acts import certain_end
from commandcenter.domain.record import ListRecord
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import records

START = at_local(date(2026, 3, 2)) + 10 * HOUR
HOURS = {"hours": [{"since": "2026-01-01", "periods": [[540, 720], [810, 1050]]}]}
DAYS = {"days": {"2026-03-07": True, "2026-03-13": False}}


def office(value: float, unit: str) -> PaperWorld:
    world = PaperWorld(now=START).found(records())
    world.do(ListRecord(subject="calendar/hours", fields=HOURS))
    for year in (2026, 2027):
        world.do(ListRecord(subject=f"calendar/{year}", fields=DAYS if year == 2026 else {"days": {}}))
    fields = {"channel": "grid", "value": value, "unit": unit, "basis": "office"}
    world.do(ListRecord(subject="case_limit/L1", fields=fields))
    rule: dict[str, Any] = {"clock": "resolve", "share": 150, "to": "main", "basis": "office"}
    world.do(ListRecord(subject="escalation/E1", fields=rule))
    world.do(RegisterCase(matter=Matter(title="修路", channel="grid"), case="c1"))
    return world


def clocks(state: Case) -> dict[str, Deadline]:
    return {line.name: line for line in deadlines(state)}


@given(st.integers(1, 60), st.integers(0, 20 * 24 * 60), st.integers(1, 60 * 24 * 60))
def test_working_time_that_was_left_is_left_when_the_order_goes_on(hours: int, before: int, pause: int) -> None:
    world = office(hours, "working_hour")
    state: Case = world.state("case/c1")
    paused_at = START + before * MINUTE
    stands = replace(state, stage="suspended", suspended_at=paused_at)
    assert all(line.stopped or line.met_at for name, line in clocks(stands).items() if name != "suspend_review")
    at = paused_at + pause * MINUTE
    body = Ends(world).resumed(stands, at)
    assert state.due_at is not None
    if state.due_at <= paused_at:
        assert body == {}, "it was over already"
        return
    calendar = office_calendar(world, START, at + 400 * DAY)
    left = calendar.working_time_between(paused_at, state.due_at)
    assert calendar.working_time_between(at, body["due_at"]) == left
    assert body["due_half_at"] <= body["due_warn_at"] <= body["due_at"]
    for name in ("due_half_at", "due_warn_at"):
        standing = getattr(state, name)
        if standing <= paused_at:
            assert body[name] == standing, "what had passed has passed"
    (moment,) = body["to_escalate"]
    assert moment["at"] > body["due_at"]


@given(st.integers(1, 9), st.integers(1, 40))
def test_natural_time_moves_by_the_time_it_stood_still(days: int, pause: int) -> None:
    world = office(days, "day")
    state: Case = world.state("case/c1")
    assert Ends(world).resumed(replace(state, stage="suspended", suspended_at=START + HOUR), START + pause * DAY) == {}


def test_hours_that_change_inside_a_limit_are_counted_as_they_are() -> None:
    summer = Calendar({}, frozenset(), (Hours(date(2026, 1, 1)), Hours(date(2026, 6, 1), ((480, 720), (870, 1050)))))
    start = at_local(date(2026, 5, 29)) + 10 * HOUR  # a Friday; on Monday the office opens at eight
    assert summer.add_working_time(start, 7 * HOUR) == at_local(date(2026, 6, 1)) + 9 * HOUR
    # one hour of Friday's seven was gone: a seventh of Monday is one hour
    assert summer.add_working_days(start, 1) == at_local(date(2026, 6, 1)) + 9 * HOUR


def test_more_time_sets_a_day_and_the_leaders_hear_later() -> None:
    world = office(2, "day")
    state: Case = world.state("case/c1")
    due = START + 10 * DAY
    body = Ends(world).extended(state, due)
    assert body["due_at"] == due
    assert body["limit"]["rule"] == ""
    assert [one["at"] for one in body["to_escalate"]] == [START + 15 * DAY]


def test_a_redo_has_the_limit_of_a_redo_and_may_go_to_a_leader() -> None:
    world = office(2, "day")
    fields = {"clock": "redone", "times": 1, "to": "on_duty", "basis": "office"}
    world.do(ListRecord(subject="escalation/E2", fields=fields))
    state: Case = world.state("case/c1")
    once = Ends(world).redone(state, START)
    assert once["due_at"] == START + 72 * HOUR
    assert [(one["clock"], one["at"] - START) for one in once["to_escalate"]] == [("redo", 108 * HOUR)]
    twice = Ends(world).redone(replace(state, redone=1), START)
    assert ("redone", 0) in [(one["clock"], one["at"] - START) for one in twice["to_escalate"]]


def test_an_order_that_stood_still_is_not_reckoned_from_its_beginning_again() -> None:
    world = office(5, "working_day")
    state: Case = world.state("case/c1")
    state = replace(state, given=replace(state.given, provisional=True))
    calendar = office_calendar(world, START, START + 60 * DAY)
    assert certain_end(state, calendar) is not None
    assert certain_end(replace(state, pauses=1), calendar) is None
