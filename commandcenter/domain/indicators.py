"""Indicators of an incident, computed from its report-ins and reports (domain.md 2.13). Nothing unknown counts as zero.

Who is counted where:

- *answered* over everybody called, without the cancelled and those who came unasked (应答率 = answered ÷ called); who is
  only informed (报) and was told that it is over was not called off;
- *arrived* over those who were to come: without the cancelled, the replaced (their substitute is counted), those who came
  unasked and those who are only informed (报);
- *on time* and the *median* only over units that are judged: own forces and dispatched ones (直, 调) with a limit. Bodies
  that are requested (请) follow their own rules; their times are shown, never judged or ranked.

A step that was skipped when the times were told happened at an unknown time: it counts as reached, and as in time when a
later step already was; otherwise it is left out of *on time*, and of first, last and median.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import REAL
from commandcenter.domain.report_in import CLOCKS, ReportIn, clocks, ending
from commandcenter.domain.whistle import TOLD, Whistle

SMALL = 10
"""Below this many, a share is told as a count and never as a percentage."""

JUDGED_RELATIONS = ("direct", "dispatch")


@dataclass(frozen=True, slots=True)
class Ratio:
    """``part`` of ``whole``."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """The share in per cent; None while the whole is too small to speak of one."""
        return 100 * self.part / self.whole if self.whole >= SMALL else None


@dataclass(frozen=True, slots=True)
class Heads:
    """People asked for and people who really came, over the units where both are known.

    ``units`` counts those units, ``not_told`` the units asked for a number that came without a head count.
    """

    asked: int
    came: int
    units: int
    not_told: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A unit reached something: ``after`` milliseconds from the whistle."""

    unit: str
    after: int


@dataclass(frozen=True, slots=True)
class ReportTime:
    """A report that was due: ``name`` leader, district_phone, district_written, update or final.

    ``limit`` is minutes, ``start`` when the clock began, ``due_at`` and ``at`` epoch milliseconds; None is not yet told.
    ``ordinal`` counts the situation reports of the incident; 0 for the first telling.
    """

    name: str
    ordinal: int
    limit: float | None
    start: int
    due_at: int | None
    at: int | None

    @property
    def on_time(self) -> bool | None:
        """Whether it was in time; None when it was not told or has no limit."""
        return None if self.at is None or self.due_at is None else self.at <= self.due_at


@dataclass(frozen=True, slots=True)
class Indicators:
    """The figures of one incident. A moment is None when nobody got that far, spans are milliseconds."""

    called: int
    answered: Ratio
    answered_on_time: Ratio
    left_on_time: Ratio
    arrived: Ratio
    arrived_on_time: Ratio
    median_arrival: int | None
    heads: Heads
    first_answer: Moment | None
    last_answer: Moment | None
    first_arrival: Moment | None
    last_arrival: Moment | None
    refused: int
    replaced: int
    left_early: int
    never_came: int
    unasked: int
    cancelled: int
    first_report: int | None
    updates_on_time: Ratio


# --- who counts ---------------------------------------------------------------------------------------------------


def judged(state: ReportIn) -> bool:
    """Whether a unit's times are held against its limits."""
    return state.relation in JUDGED_RELATIONS and not state.unasked


def cancelled(state: ReportIn) -> bool:
    """Called off before it came, or never really called."""
    return state.undone or ending(state) == "cancelled"


def called(states: Iterable[ReportIn]) -> list[ReportIn]:
    """Who was called, without the cancelled and those who came unasked."""
    return [state for state in states if state.listed and not state.unasked and not cancelled(state)]


def expected(states: Iterable[ReportIn]) -> list[ReportIn]:
    """Who was to come to the scene."""
    return [state for state in called(states) if state.relation != "report" and _outcome(state) != "replaced"]


def answers(states: Iterable[ReportIn]) -> Ratio:
    """Who answered of those who were called: the figure of every screen and paper."""
    return _reached(called(states), "answer")


def arrivals(states: Iterable[ReportIn]) -> Ratio:
    """Who arrived of those who were to come: the figure of every screen and paper."""
    return _reached(expected(states), "arrive")


def _outcome(state: ReportIn) -> str:
    return state.outcome.name if state.outcome is not None else ""


# --- figures ------------------------------------------------------------------------------------------------------


def indicators(whistle: Whistle, states: Sequence[ReportIn]) -> Indicators:
    """The figures of an incident from its folded states."""
    listed, due = called(states), expected(states)
    present = [state for state in states if state.listed and not cancelled(state)]
    answered_at = _moments(whistle, listed, "answered")
    arrived_at = _moments(whistle, present, "arrived")
    updates = [line for line in report_times(whistle) if line.name == "update" and line.on_time is not None]
    came = [(state, state.milestone("arrived")) for state in due if judged(state)]
    judged_arrivals = [entry.at - state.listed_at for state, entry in came if entry is not None]
    outcomes = [_outcome(state) for state in states]
    return Indicators(
        called=len(listed),
        answered=answers(states),
        answered_on_time=on_time(listed, "answer"),
        left_on_time=on_time(due, "leave"),
        arrived=arrivals(states),
        arrived_on_time=on_time(due, "arrive"),
        median_arrival=round(statistics.median(judged_arrivals)) if judged_arrivals else None,
        heads=heads(due),
        first_answer=answered_at[0] if answered_at else None,
        last_answer=answered_at[-1] if answered_at else None,
        first_arrival=arrived_at[0] if arrived_at else None,
        last_arrival=arrived_at[-1] if arrived_at else None,
        refused=outcomes.count("refused"),
        replaced=outcomes.count("replaced"),
        left_early=outcomes.count("left_early"),
        never_came=outcomes.count("never_came"),
        unasked=sum(state.unasked for state in states),
        cancelled=sum(state.listed and cancelled(state) for state in states),
        first_report=_first_report(whistle),
        updates_on_time=Ratio(sum(line.on_time is True for line in updates), len(updates)),
    )


def _reached(states: Sequence[ReportIn], clock: str) -> Ratio:
    """How many met a clock at all; a later milestone meets it too."""
    return Ratio(sum(clocks(state)[clock].met_at is not None for state in states), len(states))


def in_time(state: ReportIn, clock: str) -> bool | None:
    """Whether a unit met a clock: True, False (late, or not yet), None when there is no limit or nobody can tell."""
    found = clocks(state)[clock]
    if found.due_at is None:
        return None
    entry = state.milestone(CLOCKS[clock])
    if entry is not None:
        return entry.at <= found.due_at
    if found.met_at is None:
        return False
    return True if found.met_at <= found.due_at else None


def on_time(states: Iterable[ReportIn], clock: str) -> Ratio:
    """How many judged units met a clock in time, of those where that can be told."""
    found = [verdict for state in states if judged(state) and (verdict := in_time(state, clock)) is not None]
    return Ratio(found.count(True), len(found))


def heads(states: Iterable[ReportIn]) -> Heads:
    """People asked for and people who came, over the units of which a number was asked."""
    asked = came = units = not_told = 0
    for state in states:
        if state.asked_people is None:
            continue
        arrived = state.milestone("arrived")
        if arrived is not None and arrived.people is None:
            not_told += 1
            continue
        units += 1
        asked += state.asked_people
        came += (arrived.people or 0) if arrived is not None else 0
    return Heads(asked, came, units, not_told)


def _moments(whistle: Whistle, states: Iterable[ReportIn], milestone: str) -> list[Moment]:
    """When each unit reached a milestone, the first unit first; only times that were told."""
    told = [(state.unit, state.milestone(milestone)) for state in states]
    found = [Moment(unit, entry.at - whistle.blown_at) for unit, entry in told if entry is not None]
    return sorted(found, key=lambda moment: (moment.after, moment.unit))


def curve(whistle: Whistle, states: Iterable[ReportIn], milestone: str) -> list[int]:
    """When units had reached a milestone, in milliseconds from the whistle, ascending: the n-th value is the n-th unit.

    ``answered``, ``left`` and ``arrived`` are shown at the latest by a later milestone; cancelled units do not count.
    """
    clock = next((name for name, reached in CLOCKS.items() if reached == milestone), None)
    found = []
    for state in states:
        if not state.listed or cancelled(state):
            continue
        entry = state.milestone(milestone)
        at = entry.at if entry is not None else (clocks(state)[clock].met_at if clock else None)
        if at is not None:
            found.append(at - whistle.blown_at)
    return sorted(found)


# --- reports to those above ---------------------------------------------------------------------------------------


def report_times(whistle: Whistle) -> list[ReportTime]:
    """The reports that were due, in order: leader, district by phone, in writing, then each update and the final.

    A drill owes nobody a report; of it only what was written for exercise is told, against no limit.
    """
    lines = []
    for name in TOLD if whistle.mode == REAL else ():
        told = whistle.told.get(name)
        lines.append(_report_time(whistle, name, 0, whistle.blown_at, told[0] if told else None))
    end = whistle.stood_down_at if whistle.stood_down_at is not None else whistle.false_alarm_at
    before = None
    for ordinal, (stage, at) in enumerate(whistle.reports, start=1):
        if stage == "update" and before is not None:
            lines.append(_report_time(whistle, "update", ordinal, before, at))
        elif stage == "final":
            lines.append(_report_time(whistle, "final", ordinal, end if end is not None else at, at))
        before = at
    return lines


def _report_time(whistle: Whistle, name: str, ordinal: int, start: int, at: int | None) -> ReportTime:
    limit = whistle.limits.get(name)
    return ReportTime(name, ordinal, limit, start, start + round(limit * MINUTE) if limit else None, at)


def _first_report(whistle: Whistle) -> int | None:
    told = [whistle.told[name][0] for name in ("district_phone", "district_written") if name in whistle.told]
    return min(told) - whistle.blown_at if told else None
