"""Figures over many whistles: who answered, who came in time, with how many; by unit, relation, kind of event and month.

Source: domain.md 2.13. Each figure is a part of a whole that can be shown (``Ratio``); below ten it stays a count. A real
whistle and a drill are never counted together: whoever asks says which. Bodies that are requested (请) are shown and
not ranked; who is only informed (报) was never to come (see ``indicators``).
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from commandcenter.domain.clock import local_date
from commandcenter.domain.indicators import (
    Heads,
    Ratio,
    answers,
    arrivals,
    called,
    expected,
    heads,
    judged,
    on_time,
    report_times,
    stops_at,
)
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle import Whistle

GROUPS = ("unit", "relation", "event", "month")
"""By what presences can be put together."""


@dataclass(frozen=True, slots=True)
class Presence:
    """One department at one whistle. ``event`` is the kind of event of its plan, empty when there was none."""

    whistle: Whistle
    event: str
    state: ReportIn


@dataclass(frozen=True, slots=True)
class PresenceFigures:
    """The figures of some presences. ``median_arrival`` is milliseconds from being called, over judged units only."""

    whistles: int
    called: int
    answered: Ratio
    answered_on_time: Ratio
    left_on_time: Ratio
    arrived: Ratio
    arrived_on_time: Ratio
    median_arrival: int | None
    arrivals_timed: int
    heads: Heads
    refused: int
    replaced: int
    left_early: int
    never_came: int
    unasked: int


@dataclass(frozen=True, slots=True)
class WhistleFigures:
    """The figures of some whistles. ``first_report`` is the median in milliseconds from the whistle to the district."""

    emergency: int
    muster: int
    false_alarms: int
    first_report: int | None
    first_reports: Ratio
    updates: Ratio
    cases: int

    @property
    def whistles(self) -> int:
        """All of them, without those that were taken back."""
        return self.emergency + self.muster

    @property
    def rate(self) -> float | None:
        """The whistle rate (吹哨率): whistles per hundred cases; None without a case to hold it against."""
        return 100 * self.whistles / self.cases if self.cases else None


def presence_figures(presences: Iterable[Presence], now: int) -> PresenceFigures:
    """The figures of some presences as they stand at ``now`` (epoch milliseconds); a clock that still runs is left out."""
    kept = list(presences)
    states = [one.state for one in kept]
    listed, due = called(states), expected(states)
    timed = [
        entry.at - state.listed_at
        for state in due
        if judged(state) and (entry := state.milestone("arrived")) is not None
    ]
    outcomes = [state.outcome.name if state.outcome is not None else "" for state in states]
    return PresenceFigures(
        whistles=len({one.whistle.id for one in kept}),
        called=len(listed),
        answered=answers(states),
        answered_on_time=_on_time(kept, called, "answer", now),
        left_on_time=_on_time(kept, lambda one: expected(one, "leave"), "leave", now),
        arrived=arrivals(states),
        arrived_on_time=_on_time(kept, expected, "arrive", now),
        median_arrival=round(statistics.median(timed)) if timed else None,
        arrivals_timed=len(timed),
        heads=sum((heads(expected([one.state]), stops_at(one.whistle, now)) for one in kept), Heads()),
        refused=outcomes.count("refused"),
        replaced=outcomes.count("replaced"),
        left_early=outcomes.count("left_early"),
        never_came=outcomes.count("never_came"),
        unasked=sum(state.unasked for state in states),
    )


def _on_time(
    presences: Iterable[Presence], who: Callable[[list[ReportIn]], list[ReportIn]], clock: str, now: int
) -> Ratio:
    """Who was in time of those that ``who`` lets count; the clocks of each stop with its own whistle."""
    parts = [on_time(who([one.state]), clock, stops_at(one.whistle, now)) for one in presences]
    return Ratio(sum(one.part for one in parts), sum(one.whole for one in parts))


def whistle_figures(whistles: Iterable[Whistle], cases: int) -> WhistleFigures:
    """The figures of some whistles of one mode, held against ``cases`` registered in the same span."""
    kept = [one for one in whistles if one.undone_at is None]
    firsts, updates = [], []
    spans = []
    for one in kept:
        lines = report_times(one)
        firsts += [line for line in lines if line.name == "district_phone" and line.limit is not None]
        updates += [line for line in lines if line.name == "update" and line.on_time is not None]
        told = [one.told[name][0] for name in ("district_phone", "district_written") if name in one.told]
        spans += [min(told) - one.blown_at] if told else []
    return WhistleFigures(
        emergency=sum(one.kind == "emergency" for one in kept),
        muster=sum(one.kind == "muster" for one in kept),
        false_alarms=sum(one.false_alarm_at is not None for one in kept),
        first_report=round(statistics.median(spans)) if spans else None,
        first_reports=Ratio(sum(line.on_time is True for line in firsts), len(firsts)),
        updates=Ratio(sum(line.on_time is True for line in updates), len(updates)),
        cases=cases,
    )


def grouped(presences: Iterable[Presence], by: str) -> dict[str, list[Presence]]:
    """The presences put together by one of ``GROUPS``; the keys are ids, codes or months (``2026-07``)."""
    keys: Mapping[str, Callable[[Presence], str]] = {
        "unit": lambda one: one.state.unit,
        "relation": lambda one: one.state.relation,
        "event": lambda one: one.event,
        "month": lambda one: month_of(one.whistle.blown_at),
    }
    key = keys[by]
    found: dict[str, list[Presence]] = {}
    for one in presences:
        found.setdefault(key(one), []).append(one)
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """Some presences of a breakdown, with their figures."""

    presences: Sequence[Presence]
    figures: PresenceFigures


def breakdown(presences: Sequence[Presence], now: int) -> dict[str, dict[str, Part]]:
    """The presences by each of ``GROUPS``: group → key → part, with the figures as they stand at ``now``."""
    return {
        by: {key: Part(some, presence_figures(some, now)) for key, some in grouped(presences, by).items()}
        for by in GROUPS
    }


def ranked(presences: Sequence[Presence]) -> bool:
    """Whether a unit may be held against others: own forces and dispatched ones; requested bodies follow their own rules."""
    return any(judged(one.state) for one in presences)


# --- spans of time ------------------------------------------------------------------------------------------------

SPANS = ("month", "quarter", "year", "all")


def month_of(at: int) -> str:
    """The month of an instant, in office time."""
    return f"{local_date(at):%Y-%m}"


def span_around(kind: str, day: date) -> tuple[date, date] | None:
    """The first day of the span a day lies in, and the first day after it; None for everything."""
    if kind == "all":
        return None
    if kind == "year":
        return date(day.year, 1, 1), date(day.year + 1, 1, 1)
    months = 1 if kind == "month" else 3
    first = (day.month - 1) // months * months + 1
    after = first + months
    return date(day.year, first, 1), date(day.year + (after > 12), after - 12 if after > 12 else after, 1)
