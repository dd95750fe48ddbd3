"""Indicators of an incident, computed from its report-ins and reports (domain.md 2.13). Nothing unknown counts as zero.

Who is counted where:

- *answered* over everybody called, without those who were called off in time and those who came unasked (应答率 = answered ÷
  called); who is only informed (报) and was told that it is over was not called off;
- *arrived* over those who were to come: without those who were called off in time, the replaced (their substitute is
  counted), those who came unasked and those who are only informed (报);
- *on time* and the *median* only over units that are judged: own forces and dispatched ones (直, 调) with a limit. Bodies
  that are requested (请) follow their own rules; their times are shown, never judged or ranked.

"Without the cancelled" (domain.md 2.13) holds clock by clock, so that the end of an incident wipes out no failure: who was
called off before a clock of its own had run out is left out of that clock's figure; who was called off after the limit had
passed was not reached and not in time. A clock that was met stays met. A clock that still runs when the incident is looked at,
or when it was closed, says nothing yet and is left out of *on time*.

A step that was skipped when the times were told happened at an unknown time: it counts as reached, and as in time when a
later step already was; otherwise it is left out of *on time*, and of the median. First and last take the time of the later
step, the latest at which it can have happened - as the curve does.
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

    ``units`` counts those units, ``counted`` those of them that came; who did not come in its time brought nobody.
    ``not_told`` counts the units asked for a number that came without a head count.
    """

    asked: int = 0
    came: int = 0
    units: int = 0
    not_told: int = 0
    counted: int = 0

    def __add__(self, other: Heads) -> Heads:
        return Heads(
            self.asked + other.asked,
            self.came + other.came,
            self.units + other.units,
            self.not_told + other.not_told,
            self.counted + other.counted,
        )

    @property
    def ratio(self) -> Ratio:
        """People there of the people asked for (到位人数率)."""
        return Ratio(self.came, self.asked)


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


def called_off_at(state: ReportIn) -> int | None:
    """When a unit was called off, in epoch milliseconds; None for one that was not, or that was never really called."""
    off = state.outcome is not None and not state.undone and ending(state) == "cancelled"
    return state.outcome.at if off and state.outcome is not None else None


def missed(state: ReportIn) -> list[str]:
    """The clocks (answer, leave, arrive) that had run out unmet when a unit was called off; empty for any other."""
    off = called_off_at(state)
    if off is None:
        return []
    return [
        name
        for name, one in clocks(state).items()
        if one.met_at is None and one.due_at is not None and off > one.due_at
    ]


def counts(state: ReportIn, clock: str) -> bool:
    """Whether a unit is part of a clock's figure: really called, and not called off before that clock met or ran out."""
    if not state.listed or state.undone:
        return False
    return called_off_at(state) is None or clocks(state)[clock].met_at is not None or clock in missed(state)


def called(states: Iterable[ReportIn]) -> list[ReportIn]:
    """Who was called, without those called off before they had to answer and those who came unasked."""
    return [state for state in states if not state.unasked and counts(state, "answer")]


def expected(states: Iterable[ReportIn], clock: str = "arrive") -> list[ReportIn]:
    """Who was to come to the scene, without those called off before a clock (leave, arrive) was decided."""
    return [
        state
        for state in states
        if not state.unasked and counts(state, clock) and state.relation != "report" and _outcome(state) != "replaced"
    ]


def answers(states: Iterable[ReportIn]) -> Ratio:
    """Who answered of those who were called: the figure of every screen and paper."""
    return _reached(called(states), "answer")


def arrivals(states: Iterable[ReportIn]) -> Ratio:
    """Who arrived of those who were to come: the figure of every screen and paper."""
    return _reached(expected(states), "arrive")


def _outcome(state: ReportIn) -> str:
    return state.outcome.name if state.outcome is not None else ""


# --- figures ------------------------------------------------------------------------------------------------------


def indicators(whistle: Whistle, states: Sequence[ReportIn], now: int) -> Indicators:
    """The figures of an incident from its folded states, as they stand at ``now`` (epoch milliseconds)."""
    until = stops_at(whistle, now)
    listed, due = called(states), expected(states)
    answered_at = _moments(whistle, listed, "answer")
    arrived_at = _moments(whistle, (state for state in states if counts(state, "arrive")), "arrive")
    updates = [line for line in report_times(whistle) if line.name == "update" and line.on_time is not None]
    came = [(state, state.milestone("arrived")) for state in due if judged(state)]
    judged_arrivals = [entry.at - state.listed_at for state, entry in came if entry is not None]
    outcomes = [_outcome(state) for state in states]
    return Indicators(
        called=len(listed),
        answered=answers(states),
        answered_on_time=on_time(listed, "answer", until),
        left_on_time=on_time(expected(states, "leave"), "leave", until),
        arrived=arrivals(states),
        arrived_on_time=on_time(due, "arrive", until),
        median_arrival=round(statistics.median(judged_arrivals)) if judged_arrivals else None,
        heads=heads(due, until),
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


def stops_at(whistle: Whistle, now: int) -> int:
    """The moment up to which an incident's clocks run: ``now``, or when it was taken back or closed."""
    ends = (whistle.undone_at, whistle.closed_at, whistle.archived_at)
    return min([now, *(at for at in ends if at is not None)])


def in_time(state: ReportIn, clock: str, now: int) -> bool | None:
    """Whether a unit met a clock: True, False (late, or it never will), None without a limit, while time is left at ``now``
    (epoch milliseconds), for one called off before the limit, and when nobody can tell.
    """
    found = clocks(state)[clock]
    if found.due_at is None:
        return None
    entry = state.milestone(CLOCKS[clock])
    if entry is not None:
        return entry.at <= found.due_at
    if found.met_at is not None:
        return True if found.met_at <= found.due_at else None
    if cancelled(state):
        return False if clock in missed(state) else None
    return False if state.closed or now > found.due_at else None


def on_time(states: Iterable[ReportIn], clock: str, now: int) -> Ratio:
    """How many judged units met a clock in time, of those where that can be told at ``now``."""
    found = [verdict for state in states if judged(state) and (verdict := in_time(state, clock, now)) is not None]
    return Ratio(found.count(True), len(found))


def heads(states: Iterable[ReportIn], now: int) -> Heads:
    """People asked for and people who came, over the units of which a number was asked and whose coming is decided."""
    asked = came = units = not_told = counted = 0
    for state in states:
        if state.asked_people is None:
            continue
        clock = clocks(state)["arrive"]
        if clock.met_at is None:
            if not state.closed and (clock.due_at is None or now <= clock.due_at):
                continue  # it may still come
            people = 0
        else:
            told = people_came(state)
            if told is None:
                not_told += 1
                continue
            counted += 1
            people = told
        units += 1
        asked += state.asked_people
        came += people
    return Heads(asked, came, units, not_told, counted)


def people_came(state: ReportIn) -> int | None:
    """With how many a unit came: as told with its arrival, else as first counted there; None is unknown."""
    arrived = state.milestone("arrived")
    if arrived is not None and arrived.people is not None:
        return arrived.people
    return state.counted[0][1] if state.counted else None


def _moments(whistle: Whistle, states: Iterable[ReportIn], clock: str) -> list[Moment]:
    """When each unit reached a clock's milestone, at the latest by a later one; the first unit first."""
    told = [(state, state.milestone(CLOCKS[clock])) for state in states]
    reached = [(state.unit, entry.at if entry is not None else clocks(state)[clock].met_at) for state, entry in told]
    found = [Moment(unit, at - whistle.blown_at) for unit, at in reached if at is not None]
    return sorted(found, key=lambda moment: (moment.after, moment.unit))


def curve(whistle: Whistle, states: Iterable[ReportIn], milestone: str) -> list[int]:
    """When units had reached a milestone, in milliseconds from the whistle, ascending: the n-th value is the n-th unit.

    ``answered``, ``left`` and ``arrived`` are shown at the latest by a later milestone; who was called off counts where it
    had come as far (``counts``).
    """
    clock = next((name for name, reached in CLOCKS.items() if reached == milestone), None)
    found = []
    for state in states:
        if not counts(state, clock or "arrive"):
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
