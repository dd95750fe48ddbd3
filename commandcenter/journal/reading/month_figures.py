"""The figures of one month for the monthly review, read at once: what screen and paper say, so that they cannot differ.

The rates come from the tally and the open cases; repeated points and what a community's cases are about are read from the
cases of the month one by one. For a worker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from commandcenter.domain import month as months
from commandcenter.domain.event import REAL
from commandcenter.domain.joint import Joint
from commandcenter.domain.muster import Muster
from commandcenter.domain.rates import SMALL, Formula, Rate, Sums, joined, rate
from commandcenter.journal.reading.matters import MatterReader
from commandcenter.journal.reading.rates import MONTH, UNIT, InHand, RateReader

COMMUNITY, LEAD, KIND, CHANNEL, GRID = "community", "lead", "kind", "channel", "grid"
GROUPS = (COMMUNITY, LEAD, UNIT, KIND, CHANNEL, GRID)
"""By what a month is broken down. ``kind`` is the top level of the category, ``unit`` whoever handled a case."""

TREND_MONTHS = 13
"""A year and the same month of the year before."""
FOCUS = 2
"""So many kinds are named as what a group's cases are about."""

Categories = Mapping[str, tuple[str, ...]]
"""Category id → its levels."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place with more than one case in the month. ``kinds`` are the last levels of their categories, the most first."""

    place: str
    community: str
    count: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One line of a breakdown: its sums this month, the month before, and the same month a year ago."""

    sums: Sums = field(default_factory=Sums)
    before: Sums = field(default_factory=Sums)
    year_ago: Sums = field(default_factory=Sums)


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """Everything counted of a month (202606), as it stands at ``at`` (epoch milliseconds).

    ``trend`` ends with the month. ``focus`` names, by group and key, what the cases are about. ``late_answers`` counts
    call-backs that came after the month had ended, ``unknown`` old cases of the month without an outcome, in no rate.
    """

    month: int
    at: int
    formulas: Mapping[str, Formula]
    total: Group
    trend: tuple[tuple[int, Sums], ...]
    groups: Mapping[str, Mapping[str, Group]]
    points: tuple[Point, ...]
    focus: Mapping[str, Mapping[str, tuple[str, ...]]]
    late_answers: int

    @property
    def taken(self) -> int:
        """How many cases were taken in."""
        return self.total.sums.count("taken")

    @property
    def unknown(self) -> int:
        """How many of the month are known by name alone."""
        return self.total.sums.count("unknown")

    def rate(self, key: str, sums: Sums | None = None) -> Rate:
        """The rate of a formula over the month, or over other sums; 0 of 0 for a formula out of use."""
        formula = self.formulas.get(key)
        return rate(formula, self.total.sums if sums is None else sums) if formula is not None else Rate()

    def points_of(self, community: str) -> int:
        """How many repeated points a community has."""
        return sum(point.community == community for point in self.points)


def month_figures(reader: RateReader, month: int, now: int, categories: Categories) -> MonthFigures:
    """Read the figures of a month."""
    spans = {name: months.later(month, by) for name, by in (("sums", 0), ("before", -1), ("year_ago", -12))}
    start = months.later(month, 1 - TREND_MONTHS)
    in_hand = reader.in_hand(start, month, now)
    read = {
        name: {by: _broken_down(reader, one, by, now, categories, in_hand) for by in GROUPS}
        for name, one in spans.items()
    }
    groups = {
        by: {
            key: Group(*(read[name][by].get(key, Sums()) for name in spans))
            for key in sorted({key for name in spans for key in read[name][by]})
        }
        for by in GROUPS
    }
    told = reader.sums(start, month, MONTH, now, in_hand)
    trend = months.months(start, month)
    points, focus, late = _looked_through(reader, month, categories)
    return MonthFigures(
        month=month,
        at=now,
        formulas=reader.formulas(),
        total=Group(*(joined(read[name][CHANNEL].values()) for name in spans)),
        trend=tuple((one, told.get(str(one), Sums())) for one in trend),
        groups=groups,
        points=points,
        focus=focus,
        late_answers=late,
    )


def _broken_down(
    reader: RateReader, month: int, by: str, now: int, categories: Categories, in_hand: InHand
) -> dict[str, Sums]:
    found = reader.sums(month, month, "category" if by == KIND else by, now, in_hand)
    if by != KIND:
        return found
    kinds: dict[str, Sums] = {}
    for category, sums in found.items():
        kinds.setdefault(top_of(category, categories), Sums()).join(sums)
    return kinds


def top_of(category: str, categories: Categories) -> str:
    """The top level of a category; empty when it is not known."""
    path = categories.get(category, ())
    return path[0] if path else ""


def categories_below(top: str, categories: Categories, used: Iterable[str]) -> tuple[str, ...]:
    """The category ids among ``used`` whose top level is this."""
    return tuple(sorted(category for category in used if top_of(category, categories) == top))


def _looked_through(
    reader: RateReader, month: int, categories: Categories
) -> tuple[tuple[Point, ...], dict[str, dict[str, tuple[str, ...]]], int]:
    places: dict[tuple[str, str], Counter[str]] = {}
    about: dict[str, dict[str, Counter[str]]] = {by: {} for by in GROUPS}
    late, end = 0, months.end_of(month)
    for case in reader.cases_of(month):
        path = categories.get(case.category, ())
        kind = path[-1] if path else ""
        if case.place:
            places.setdefault((case.place, case.community), Counter())[kind] += 1
        late += case.called_back_at is not None and case.called_back_at >= end
        if not kind:
            continue
        for by, key in ((COMMUNITY, case.community), (LEAD, case.lead), (CHANNEL, case.channel), (GRID, case.grid)):
            about[by].setdefault(key, Counter())[kind] += 1
        for unit in (case.lead, *case.others.split()):
            about[UNIT].setdefault(unit, Counter())[kind] += 1
        if len(path) > 1:
            about[KIND].setdefault(path[0], Counter())[kind] += 1
    points = [
        Point(place, community, kinds.total(), tuple(kind for kind, _ in _ordered(kinds) if kind))
        for (place, community), kinds in places.items()
        if kinds.total() > 1
    ]
    points.sort(key=lambda point: (-point.count, point.community, point.place))
    focus = {
        by: {key: tuple(kind for kind, _ in _ordered(kinds)[:FOCUS]) for key, kinds in found.items()}
        for by, found in about.items()
    }
    return tuple(points), focus, late


def _ordered(kinds: Counter[str]) -> list[tuple[str, int]]:
    return sorted(kinds.items(), key=lambda item: (-item[1], item[0]))


def justified(matters: MatterReader, month: int) -> Rate:
    """Of the real joint and muster whistles of a month on which both sides have said their word: those both call right
    (吹哨合理, domain.md 2.13). Who still waits for a word is ``pending``.
    """
    start, end = months.start_of(month), months.end_of(month)
    blown: list[Joint | Muster] = [*matters.recent(Joint, "joint", start), *matters.recent(Muster, "muster", start)]
    told = [one.appraisal.agreed for one in blown if one.mode == REAL and start <= one.opened_at < end]
    return Rate(told.count(True), len(told) - told.count(None), {}, told.count(None))


def ranks(rates: Mapping[str, Rate], unranked: Iterable[str] = ()) -> dict[str, int]:
    """Place by percentage, the highest first; equals share a place. Too few cases, or not to be ranked: no place."""
    left_out = set(unranked)
    told = {
        key: one.percent
        for key, one in rates.items()
        if one.of >= SMALL and one.percent is not None and key and key not in left_out
    }
    values = sorted(told.values(), reverse=True)
    return {key: values.index(percent) + 1 for key, percent in told.items()}
