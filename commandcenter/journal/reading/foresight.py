"""Questions of foresight: hot spots, briefs for the rules, words over all years. For a worker: they cost with what is asked for.

A range of time is a range of ``doc``, so a question about ninety days does not cost with ten years. Merged and refused cases
are left out, and those the office registered itself before anybody complained: they are what foresight brought about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.clock import local
from commandcenter.domain.foresight_rule import (
    YEARS_BACK,
    Brief,
    Hit,
    Rule,
    former_windows,
    hits,
    hour_of_week,
    rehearsed,
    same_day,
    window,
)
from commandcenter.journal import search
from commandcenter.journal.database import Connection
from commandcenter.journal.search import first_doc

NIGHT = (22, 6)
"""Night hours: from ten in the evening to six in the morning."""
MOST_POINTS = 400
"""So many points are told, those of the most years first; how many there are is told in any case."""
_COUNTS = "proactive = 0 AND merged_into = '' AND stage <> 'refused'"
_BRIEF = ", ".join(Brief._fields)


@dataclass(frozen=True, slots=True)
class HotSpots:
    """Cases of a stretch of time by place and by hour of the week; ``at`` is when it was counted (epoch milliseconds).

    ``places`` has the newest thing known first (place, else grid, else community), ``former`` the mean of the same days of the
    former years by the same keys (None where the office has none), ``kinds`` counts by category, ``hours`` 84 bands of the week.
    """

    at: int
    start: int
    until: int
    total: int
    places: Mapping[str, int]
    former: Mapping[str, float] | None
    former_years: int
    kinds: Mapping[str, int]
    hours: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A point that words were found at: its place id, else its address; cases by year; ids of the cases, the newest first."""

    place: str
    words: str
    community: str
    years: Mapping[int, int]
    evidence: tuple[str, ...]

    @property
    def times(self) -> int:
        """How often it was told of."""
        return sum(self.years.values())

    @property
    def key(self) -> str:
        """What makes it one point."""
        return self.place or f"#{self.words}"


@dataclass(frozen=True, slots=True)
class WordStudy:
    """What words were found over all years. ``by_month`` counts cases by ``2026-07``, ``by_word`` cases each word alone finds.

    ``excluded`` counts cases taken out by the words that must not be there, ``unplaced`` those with neither place nor address.
    ``all_points`` counts points, ``all_repeated`` those told of in two years or more, ``repeated_cases`` the cases at them.
    """

    at: int
    cases: int
    by_month: Mapping[str, int]
    by_word: Mapping[str, int]
    excluded: Mapping[str, int]
    excluded_all: int
    points: tuple[Point, ...]
    unplaced: int
    all_points: int = 0
    all_repeated: int = 0
    repeated_cases: int = 0
    lag: int = 0
    years: tuple[int, ...] = field(default=())

    @property
    def repeated(self) -> tuple[Point, ...]:
        """The points that were told of in two years or more, as far as they are told."""
        return tuple(point for point in self.points if len(point.years) >= 2)


class ForesightReader:
    """Reads through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # -- briefs ----------------------------------------------------------------------------------------------------

    def briefs(self, start: int, until: int, rule: Rule | None = None) -> list[Brief]:
        """Cases received in ``[start, until)``, the oldest first; for a keyword rule those whose words match."""
        sql = f"SELECT {_BRIEF} FROM case_row WHERE doc >= ? AND doc < ? AND {_COUNTS}"
        values: list[Any] = [first_doc(start), first_doc(until)]
        if rule is not None and rule.sort == "keyword":
            wanted = word_query(rule.include, rule.exclude)
            if not wanted:
                return []
            sql += (
                " AND doc IN (SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid >= ? AND rowid < ?)"
            )
            values += [wanted, *values[:2]]
        return [Brief._make(row) for row in self._connection.execute(f"{sql} ORDER BY doc", values)]

    def reviews(self, start: int, until: int) -> list[Brief]:
        """Suspended cases whose review date lies in ``[start, until)``."""
        sql = f"SELECT {_BRIEF} FROM case_row WHERE stage = 'suspended' AND review_at >= ? AND review_at < ?"
        return [Brief._make(row) for row in self._connection.execute(sql, (start, until))]

    def hits(self, rule: Rule, now: int) -> list[Hit]:
        """Where a rule fires now."""
        start, until = window(rule, now)
        if rule.sort == "review_due":
            return hits(rule, self.reviews(start, until), now)
        former = None
        if rule.sort == "rise":
            former = [year for pair in former_windows(rule, now) if (year := self.briefs(*pair))]
        return hits(rule, self.briefs(start, until, rule), now, former)

    def rehearsed(self, rule: Rule, now: int, days: int = 365) -> int:
        """How often a rule would have fired in the last ``days``."""
        if rule.sort == "review_due":
            return rehearsed(rule, self.reviews(now - days * 86_400_000, now), now, days)
        back = same_day(now - (days + rule.days + 1) * 86_400_000, YEARS_BACK if rule.sort == "rise" else 0)
        return rehearsed(rule, self.briefs(back, now, rule), now, days)

    # -- hot spots -------------------------------------------------------------------------------------------------

    def hot_spots(
        self, now: int, days: int = 90, category: str = "", *, night: bool = False, former: bool = True
    ) -> HotSpots:
        """Cases of the last ``days`` by place, kind and hour of the week; of the night hours alone when asked for."""
        start = now - days * 86_400_000
        found = [one for one in self.briefs(start, now) if not night or _at_night(one.received_at)]
        kinds = Counter(one.category for one in found if one.category)
        shown = [one for one in found if not category or one.category == category]
        hours = [0] * 84
        for one in shown:
            hours[hour_of_week(one.received_at)] += 1
        means, years = (None, 0)
        if former:
            means, years = self._former(start, now, category, night=night)
        return HotSpots(
            now,
            start,
            now,
            len(shown),
            Counter(map(_where, shown)),
            means,
            years,
            dict(kinds.most_common(24)),
            tuple(hours),
        )

    def _former(self, start: int, until: int, category: str, *, night: bool) -> tuple[dict[str, float] | None, int]:
        sums: Counter[str] = Counter()
        years = 0
        for back in range(1, YEARS_BACK + 1):
            year = self.briefs(same_day(start, back), same_day(until, back))
            if year:
                years += 1
                sums.update(
                    _where(one)
                    for one in year
                    if (not category or one.category == category) and (not night or _at_night(one.received_at))
                )
        return ({key: count / years for key, count in sums.items()}, years) if years else (None, 0)

    # -- words -----------------------------------------------------------------------------------------------------

    def study(self, include: Sequence[str], exclude: Sequence[str], categories: Sequence[str], now: int) -> WordStudy:
        """What the words find over all years, by month and by point."""
        rows = self._worded(include, exclude, categories)
        by_month: Counter[str] = Counter()
        points: dict[str, dict[str, Any]] = {}
        unplaced = 0
        for case, received_at, place, words, community in rows:
            moment = local(received_at)
            by_month[f"{moment.year:04d}-{moment.month:02d}"] += 1
            address = point_words(words)
            key = place or (f"#{address}" if address else "")
            if not key:
                unplaced += 1
                continue
            told = points.setdefault(
                key, {"place": place, "words": address, "community": community, "years": Counter(), "ids": []}
            )
            told["years"][moment.year] += 1
            told["ids"].append(case)
        made = [
            Point(one["place"], one["words"], one["community"], dict(one["years"]), tuple(reversed(one["ids"][-30:])))
            for one in points.values()
        ]
        made.sort(key=lambda one: (-len(one.years), -one.times, one.key))
        both, alone = self._excluded(include, exclude, categories)
        return WordStudy(
            at=now,
            cases=sum(by_month.values()),
            by_month=dict(sorted(by_month.items())),
            by_word={word: self._count((word,), exclude, categories) for word in include},
            excluded=alone,
            excluded_all=both,
            points=tuple(made[:MOST_POINTS]),
            unplaced=unplaced,
            all_points=len(made),
            all_repeated=sum(len(one.years) >= 2 for one in made),
            repeated_cases=sum(one.times for one in made if len(one.years) >= 2),
            lag=int(self._connection.execute("SELECT count(*) FROM search_queue").fetchone()[0]),
            years=tuple(sorted({int(month[:4]) for month in by_month})),
        )

    def between(
        self, include: Sequence[str], exclude: Sequence[str], categories: Sequence[str], start: int, until: int
    ) -> Counter[str]:
        """Cases the words find in ``[start, until)``, counted by point (``Point.key``; empty for the unplaced)."""
        found: Counter[str] = Counter()
        for _, _, place, words, _ in self._worded(include, exclude, categories, start, until):
            address = point_words(words)
            found[place or (f"#{address}" if address else "")] += 1
        return found

    def _worded(
        self,
        include: Sequence[str],
        exclude: Sequence[str],
        categories: Sequence[str],
        start: int | None = None,
        until: int | None = None,
    ) -> Iterator[tuple[str, int, str, str, str]]:
        where, values = _where_words(include, exclude, categories)
        if start is not None and until is not None:
            where += " AND doc >= ? AND doc < ?"
            values += [first_doc(start), first_doc(until)]
        sql = f"SELECT id, received_at, place, place_words, community FROM case_row WHERE {where} AND {_COUNTS} ORDER BY doc"
        yield from self._connection.execute(sql, values)

    def _count(self, include: Sequence[str], exclude: Sequence[str], categories: Sequence[str]) -> int:
        where, values = _where_words(include, exclude, categories)
        row = self._connection.execute(f"SELECT count(*) FROM case_row WHERE {where} AND {_COUNTS}", values).fetchone()
        return int(row[0])

    def _excluded(
        self, include: Sequence[str], exclude: Sequence[str], categories: Sequence[str]
    ) -> tuple[int, dict[str, int]]:
        """How many the excluding words take out, all together and each of them."""
        if not exclude:
            return 0, {}
        everything = self._count(include, (), categories)
        alone = {word: everything - self._count(include, (word,), categories) for word in exclude}
        return everything - self._count(include, exclude, categories), alone


def _where(one: Brief) -> str:
    return one.place or one.grid or one.community


def _at_night(at: int) -> bool:
    hour = local(at).hour
    return hour >= NIGHT[0] or hour < NIGHT[1]


def point_words(words: str) -> str:
    """An address as one point: without blanks, in one writing of figures and letters."""
    return "".join(search.normalised(words).split())[:40]


def word_query(include: Iterable[str], exclude: Iterable[str]) -> str:
    """The full-text query for one of some words and none of others; empty when nothing is asked for."""
    wanted = [f"({query})" for word in include if (query := search.query(word))]
    if not wanted:
        return ""
    unwanted = [f"({query})" for word in exclude if (query := search.query(word))]
    told = f"({' OR '.join(wanted)})"
    return f"{told} NOT ({' OR '.join(unwanted)})" if unwanted else told


def _where_words(include: Sequence[str], exclude: Sequence[str], categories: Sequence[str]) -> tuple[str, list[Any]]:
    parts: list[str] = []
    values: list[Any] = []
    wanted = word_query(include, exclude)
    if wanted:
        parts.append("doc IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)")
        values.append(wanted)
    if categories:
        parts.append(f"category IN ({', '.join('?' * len(categories))})")
        values += categories
    return " AND ".join(parts) or "0", values
