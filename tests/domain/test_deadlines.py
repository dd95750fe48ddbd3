"""Deadlines: overdue is computed, a threshold is raised exactly once, what slept through is expired (DESIGN 7)."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from commandcenter.domain.calendar import Calendar
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_clocks import deadlines as case_deadlines
from commandcenter.domain.case_limits import limit_key, provisional
from commandcenter.domain.clock import HOUR, MINUTE, SECOND, at_local, stamp
from commandcenter.domain.deadline import STALE_AFTER_MS, THRESHOLDS, Deadline
from commandcenter.domain.deadline_acts import AcknowledgeDeadline, RaiseDeadline, running
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.limit import Limit
from commandcenter.domain.order import GiveOrder
from commandcenter.domain.report_in import ALARM_ORDER, board_rank, overlay, running_clock
from commandcenter.domain.subjects import FAMILIES, folded
from commandcenter.domain.whistle import TOLD
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from presence import UNIT, Step, W, blown, play, presence, whistle
from small_office import records

PRESENCE = f"report_in/{W}/{UNIT}"


def due(world: PaperWorld, subject: str, clock: str) -> Deadline:
    found = running(world, subject, clock)
    assert found is not None
    return found


# --- overdue over the state ------------------------------------------------------------------------------------------

OVER: list[tuple[list[Step], int, str, str]] = [
    # what happened, seconds after the whistle, what lies over the tile, which clock it shows
    ([], 0, "", "answer"),
    ([], 180, "", "answer"),
    ([], 181, "silent", "answer"),  # the squad answers within 3 minutes, leaves within 5, arrives within 15
    ([("called", 0, {})], 181, "silent", "answer"),
    ([("answered", 1, {})], 181, "", "leave"),
    ([("answered", 1, {})], 301, "late", "leave"),
    ([("left", 2, {})], 301, "", "arrive"),
    ([("left", 2, {})], 901, "late", "arrive"),
    ([("arrived", 10, {"people": 2})], 5000, "", ""),
    ([("arrived", 20, {"people": 2})], 5000, "", ""),  # came late: told in the review, nothing runs any more
    ([("arrived", 10, {"people": 2}), ("lose", 12, {})], 5000, "lost", ""),
    ([("refused", 2, {"reason": "other"})], 5000, "refused", ""),
    ([("cancelled", 2, {})], 5000, "cancelled", ""),
    ([("never_came", 2, {"words": "未出"})], 5000, "never_came", ""),
]


@pytest.mark.parametrize(("steps", "seconds", "over", "clock"), OVER)
def test_what_lies_over_a_department(steps: list[Step], seconds: int, over: str, clock: str) -> None:
    world = play(blown(), steps)
    now = whistle(world).blown_at + seconds * SECOND
    state = presence(world)
    assert overlay(state, now) == over
    shown = running_clock(state)
    assert (shown.name if shown else "") == clock


def test_the_pinned_strip_shows_lost_and_silent_before_late_before_the_rest() -> None:
    units = ("D07", "D03", "S03", "D01", "A3")
    world = blown(*units)
    play(world, [("arrived", 2, {}), ("lose", 3, {})], "A3")
    play(world, [("answered", 2, {})], "S03")
    play(world, [("refused", 2, {"reason": "other"})], "D03")
    play(world, [("answered", 2, {})], "D01")  # its own rules: never late
    now = whistle(world).blown_at + 60 * MINUTE
    states = sorted((presence(world, unit) for unit in units), key=lambda state: board_rank(state, now))
    assert [(state.unit, overlay(state, now)) for state in states] == [
        ("A3", "lost"),
        ("D07", "silent"),
        ("S03", "late"),
        ("D01", ""),
        ("D03", "refused"),
    ]
    assert ALARM_ORDER == ("lost", "silent", "late")


# --- raising ---------------------------------------------------------------------------------------------------------


def test_a_threshold_is_raised_once_however_often_it_is_asked_for() -> None:
    world = blown()
    line = due(world, PRESENCE, "answer")
    assert (line.warn_at, line.due_at) == (world.now + 144 * SECOND, world.now + 180 * SECOND)
    world.now = line.due_at
    for threshold in THRESHOLDS:
        command = RaiseDeadline(subject=PRESENCE, clock="answer", threshold=threshold, happened_at=world.now)
        assert len(world.do(command).drafts) == 1
        assert world.do(command).drafts == ()
    assert set(due(world, PRESENCE, "answer").raised.at) == set(THRESHOLDS)


NOTHING: dict[str, tuple[list[Step], str]] = {
    "met": ([("answered", 1, {})], "answer"),
    "met by a later milestone": ([("arrived", 2, {})], "leave"),
    "stopped by an outcome": ([("cancelled", 1, {})], "arrive"),
    "no such clock": ([], "lunch"),
}


@pytest.mark.parametrize("name", NOTHING)
def test_what_does_not_run_raises_nothing(name: str) -> None:
    steps, clock = NOTHING[name]
    world = play(blown(), steps)
    assert world.do(RaiseDeadline(subject=PRESENCE, clock=clock, threshold="due")).drafts == ()


def test_only_two_thresholds_and_only_known_subjects() -> None:
    world = blown()
    assert world.code(RaiseDeadline(subject=PRESENCE, clock="answer", threshold="soon")) == "threshold_unknown"
    for subject in ("tomorrow/x", "", "report_in/nothing/D07", "person/P1"):
        assert world.do(RaiseDeadline(subject=subject, clock="answer", threshold="due")).drafts == ()


def test_what_was_slept_through_is_expired_and_sounds_no_alarm() -> None:
    world = blown()
    at = due(world, PRESENCE, "arrive").due_at
    world.now = at + STALE_AFTER_MS
    world.do(RaiseDeadline(subject=PRESENCE, clock="arrive", threshold="warn", happened_at=at))
    assert due(world, PRESENCE, "arrive").raised.expired == frozenset()
    world.now += 1
    world.do(RaiseDeadline(subject=PRESENCE, clock="arrive", threshold="due", happened_at=at))
    assert due(world, PRESENCE, "arrive").raised.expired == {"due"}


def test_an_alarm_is_taken_note_of_once_and_only_when_it_was_raised() -> None:
    world = blown()
    seen = AcknowledgeDeadline(subject=PRESENCE, clock="answer")
    assert world.code(seen) == "nothing_raised"
    world.pass_time(4 * MINUTE).do(RaiseDeadline(subject=PRESENCE, clock="answer", threshold="due"))
    world.pass_time(SECOND).do(seen)
    at = world.now
    assert world.pass_time(SECOND).do(seen).drafts == ()
    line = due(world, PRESENCE, "answer")
    assert (line.raised.acknowledged_at, line.raised.acknowledged_by) == (at, "P1")


def test_everything_with_a_limit_can_be_raised_in_its_own_mode() -> None:
    world = blown("D07", mode="drill", drill="SC01")
    world.do(RegisterCase(matter=Matter(title="积水", grade="urgent"), case="c"))
    order = world.do(GiveOrder(whistle=W, words="封路", due_at=world.now + MINUTE)).drafts[0].subject
    world.pass_time(3 * HOUR)
    for subject, clock, mode in (
        (PRESENCE, "arrive", "drill"),
        (order, "order", "drill"),
        ("case/c", "resolve", "real"),
    ):
        drafts = world.do(RaiseDeadline(subject=subject, clock=clock, threshold="due")).drafts
        assert [(draft.kind.partition(".")[2], draft.mode) for draft in drafts] == [("deadline_raised", mode)], subject
    for clock in TOLD:  # nobody outside is told of a drill, so nothing upward can be late in it
        assert not world.do(RaiseDeadline(subject=f"whistle/{W}", clock=clock, threshold="due")).drafts


# --- many desks raising the same -------------------------------------------------------------------------------------


def raised(node: str, seq: int, at: int, clock: str, threshold: str, **more: Any) -> Fact:
    return Fact(
        id=EventId(node, seq),
        hlc=stamp(at, seq),
        happened_at=at,
        recorded_at=at,
        subject="case/c",
        kind="case.deadline_raised",
        mode="real",
        actor="",
        role="system",
        seat=node,
        assurance="none",
        on_behalf_of="",
        channel="system",
        body={"clock": clock, "threshold": threshold} | more,
    )


FACTS = st.lists(
    st.builds(
        raised,
        st.sampled_from(("n1", "n2", "n3")),
        st.integers(1, 50),
        st.integers(10**12, 10**12 + 100),
        st.sampled_from(("judge", "resolve")),
        st.sampled_from(THRESHOLDS),
    ),
    min_size=2,
    max_size=5,
    unique_by=lambda fact: fact.id,
)


@given(FACTS)
def test_many_desks_raising_the_same_threshold_make_one_and_the_earliest_stands(facts: list[Fact]) -> None:
    wanted: dict[tuple[str, str], int] = {}
    for fact in facts:
        key = (fact.body["clock"], fact.body["threshold"])
        wanted[key] = min(fact.happened_at, wanted.get(key, fact.happened_at))
    for arrival in permutations(facts):
        state: Case = folded("case/c", arrival)
        found = {(clock, name): at for clock, line in state.raised.items() for name, at in line.at.items()}
        assert found == wanted


def test_no_family_has_a_clock_before_there_is_anything_to_wait_for() -> None:
    assert records()
    for family in FAMILIES.values():
        assert family.deadlines(family.empty) == []


# --- provisional ------------------------------------------------------------------------------------------------------

COVERED = Calendar(years=frozenset({2026}))


@pytest.mark.parametrize(
    ("unit", "calendar", "own", "marked"),
    [
        ("working_day", COVERED, False, False),
        ("working_day", Calendar(), False, True),
        ("working_day", Calendar(), True, False),
        ("day", Calendar(), False, False),
    ],
)
def test_a_limit_in_working_days_of_a_year_without_a_table_is_provisional(
    unit: str, calendar: Calendar, own: bool, marked: bool
) -> None:
    limit = Limit("case.grade.general", 5, unit)
    start = at_local(date(2026, 7, 16)) + 9 * HOUR
    due = limit.due(start, calendar) + (MINUTE if own else 0)
    case = Case(subject="case/c", known=True, received_at=start, registered_at=start, due_at=due)
    line = next(line for line in case_deadlines(case) if line.name == "resolve")
    assert limit_key(case, "resolve") == "case.grade.general"
    assert provisional(case, line, limit, calendar) is marked


def test_a_limit_that_reaches_into_the_next_year_needs_its_table_too() -> None:
    assert COVERED.provisional_between(at_local(date(2026, 12, 30)), at_local(date(2027, 1, 5)))
    assert not COVERED.provisional_between(at_local(date(2026, 1, 1)), at_local(date(2026, 12, 31)))
