"""Fatigue on the watch: hours on end, rest between shifts, shifts in a week and a month. Limits are data, and only warn.

Going over one needs a reason and is kept; nobody is held back from an emergency. Source: domain.md 3.2, 5.1 (the two who sit
there are tired); the figures are the office's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from commandcenter.domain.clock import HOUR, local_date
from commandcenter.domain.command import World
from commandcenter.domain.duty import WEARING, Shift
from commandcenter.domain.limit import limit_of

CONSECUTIVE, REST, WEEK, MONTH = "duty.consecutive", "duty.rest", "duty.week", "duty.month"
KEYS = (CONSECUTIVE, REST, WEEK, MONTH)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits in force; None where the office has none. Milliseconds, and how often."""

    consecutive: int | None = None
    rest: int | None = None
    week: int | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Strain:
    """A limit that is passed: its key, what it would be, what it may be (hours, or how often)."""

    key: str
    value: int
    limit: int


def strains(turns: Iterable[tuple[int, int]], start: int, end: int, limits: Limits) -> tuple[Strain, ...]:
    """What a shift from ``start`` to ``end`` would pass for somebody who stands ``turns`` besides (epoch milliseconds)."""
    others = sorted({turn for turn in turns if turn != (start, end)})
    found = []
    first, last = _stretch(others, start, end)
    if limits.consecutive is not None and last - first > limits.consecutive:
        found.append(Strain(CONSECUTIVE, (last - first) // HOUR, limits.consecutive // HOUR))
    gaps = [first - away for _, away in others if away < first] + [begin - last for begin, _ in others if begin > last]
    if limits.rest is not None and gaps and min(gaps) < limits.rest:
        found.append(Strain(REST, min(gaps) // HOUR, limits.rest // HOUR))
    day = local_date(start)
    days = [local_date(begin) for begin, _ in others]
    week = 1 + sum(other.isocalendar()[:2] == day.isocalendar()[:2] for other in days)
    if limits.week is not None and week > limits.week:
        found.append(Strain(WEEK, week, limits.week))
    month = 1 + sum((other.year, other.month) == (day.year, day.month) for other in days)
    if limits.month is not None and month > limits.month:
        found.append(Strain(MONTH, month, limits.month))
    return tuple(found)


def _stretch(others: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """From when to when somebody would stand on end, with the shifts that touch."""
    grown = True
    while grown:
        grown = False
        for begin, away in others:
            if begin <= end and away >= start and (begin < start or away > end):
                start, end, grown = min(start, begin), max(end, away), True
    return start, end


def limits_in(world: World) -> Limits:
    """The limits of the office as a decision sees them."""
    found = [limit_of(world.state(f"limit/{key}")) for key in KEYS]
    times = [one.milliseconds if one is not None else None for one in found[:2]]
    counts = [int(one.value) if one is not None else None for one in found[2:]]
    return Limits(times[0], times[1], counts[0], counts[1])


def shifts_around(world: World, start: int, end: int) -> list[tuple[str, Shift]]:
    """The shifts of the months around a span. Their ids begin with their day, so a month is one question."""
    first, last = local_date(start) - timedelta(days=31), local_date(end) + timedelta(days=31)
    months = []
    month = date(first.year, first.month, 1)
    while month <= last:
        months.append(f"{month:%Y%m}")
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return [
        (subject.partition("/")[2], shift)
        for name in months
        for subject in world.subjects(f"shift/{name}")
        if isinstance(shift := world.state(subject), Shift) and shift.plan.active
    ]


def strains_of(world: World, person: str, start: int, end: int, *, without: str = "") -> tuple[Strain, ...]:
    """What a shift would pass for a person, by the shifts on record but ``without`` (ids, separated by blanks)."""
    left_out = without.split()
    turns = [
        (shift.starts_at, shift.ends_at)
        for key, shift in shifts_around(world, start, end)
        if key not in left_out and any(line.person == person and line.role in WEARING for line in shift.people)
    ]
    return strains(turns, start, end, limits_in(world))
