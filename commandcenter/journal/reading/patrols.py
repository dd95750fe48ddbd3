"""Questions about patrols: the turns of a day, the walks of a place or a person, heat calendars, open spots, figures.

Every question is bounded by days, by a place or by a number of rows, and answered from an index: ten years of walks behind
it cost nothing. What one patrol is in full is folded from its entries when it is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from commandcenter.domain.fold import causal_order
from commandcenter.domain.patrol import MAKE_UPS, Finding, Patrol
from commandcenter.domain.patrol_plan import day_number, day_of
from commandcenter.domain.subjects import folded
from commandcenter.journal import log
from commandcenter.journal.database import Connection

if TYPE_CHECKING:
    from commandcenter.domain.event import Fact

LONGEST_SPAN = 400
"""So many days a question about a span may ask for at the most; a year and the month before it."""
MOST_ROWS = 2_000
AT_ONCE = 400
"""So many places are asked for in one statement."""
LATELY = 7
"""Of so many days missed turns are told: what nobody makes up for in that time is in the figures alone."""

WALKED = MAKE_UPS.index("walked")

_COLUMNS = (
    *("id", "plan", "place", "community", "role", "person", "day", "window_start", "window_end", "stage", "reason"),
    *("begun_at", "ended_at", "length_m", "findings", "handled", "cases", "open_spots", "made_up"),
)
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM patrol_row"


@dataclass(frozen=True, slots=True)
class PatrolRow:
    """A patrol as lists show it. Times are epoch milliseconds, ``day`` is 20260717, ``length_m`` metres.

    ``made_up`` is the place in ``MAKE_UPS``: how far the walk is that makes up for this missed turn.
    """

    id: str
    plan: str
    place: str
    community: str
    role: str
    person: str
    day: int
    window_start: int | None
    window_end: int | None
    stage: str
    reason: str
    begun_at: int | None
    ended_at: int | None
    length_m: int | None
    findings: int
    handled: int
    cases: int
    open_spots: int
    made_up: int

    def missed(self, now: int) -> bool:
        """T7: the window has passed and nobody set out."""
        return self.stage == "planned" and self.window_end is not None and self.window_end < now

    @property
    def make_up(self) -> str:
        """How far the walk is that makes up for it: one of ``MAKE_UPS``."""
        return MAKE_UPS[self.made_up] if 0 <= self.made_up < len(MAKE_UPS) else ""

    def owed(self, now: int) -> bool:
        """Missed, and no other walk has made up for it to its end."""
        return self.missed(now) and self.make_up != "walked"

    @property
    def on_time(self) -> bool | None:
        """Walked to its end within its window; None for a walk without one, or one that has not ended."""
        if self.window_end is None or self.ended_at is None:
            return None
        return self.ended_at <= self.window_end


@dataclass(frozen=True, slots=True)
class Spot:
    """An open spot: the finding, the place and the patrol (id) it was found on."""

    patrol: str
    place: str
    finding: Finding

    @property
    def key(self) -> str:
        """How an act names it: ``<patrol>/<finding>``."""
        return f"{self.patrol}/{self.finding.id}"


@dataclass(frozen=True, slots=True)
class PatrolFigures:
    """Counts of a span of days. ``planned`` are the turns whose window lies behind, or that were walked before it ended.

    ``done`` of them were walked to the end, ``on_time`` within their window, ``missed`` not begun; what is left is under way.
    ``own`` are walks nobody had planned. ``metres`` sums up the walks that told a length, ``found_metres`` their findings;
    ``looked`` counts findings a later walk has looked at, ``closed_next`` those its first look closed.
    """

    planned: int = 0
    done: int = 0
    on_time: int = 0
    missed: int = 0
    made_up: int = 0
    own: int = 0
    findings: int = 0
    handled: int = 0
    cases: int = 0
    looked: int = 0
    closed_next: int = 0
    metres: int = 0
    found_metres: int = 0
    minutes: int = 0

    @property
    def per_km(self) -> float | None:
        """Findings per kilometre, of walks that told their length; None without one."""
        return self.found_metres * 1000 / self.metres if self.metres else None


_COUNTS = (
    "sum(window_end IS NOT NULL AND stage <> 'cancelled' AND (window_end < :now OR ended_at IS NOT NULL))",
    "sum(window_end IS NOT NULL AND stage = 'ended')",
    "sum(window_end IS NOT NULL AND stage = 'ended' AND ended_at <= window_end)",
    "sum(stage = 'planned' AND window_end < :now)",
    f"sum(made_up = {WALKED})",
    "sum(window_end IS NULL AND stage = 'ended')",
    *(f"sum({name})" for name in ("findings", "handled", "cases", "looked", "closed_next")),
    "sum(coalesce(length_m, 0))",
    "sum(CASE WHEN length_m > 0 THEN findings ELSE 0 END)",
    "sum(CASE WHEN stage = 'ended' THEN (ended_at - begun_at) / 60000 ELSE 0 END)",
)


class PatrolReader:
    """Reads patrols through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # -- one -------------------------------------------------------------------------------------------------------

    def one(self, patrol: str) -> Patrol:
        """A patrol in full; an empty one when nothing is known of it."""
        subject = f"patrol/{patrol}"
        state: Patrol = folded(subject, causal_order(log.facts_of(self._connection, subject)))
        return state

    def facts(self, patrol: str) -> list[Fact]:
        """Every entry of a patrol by the time it happened."""
        found = log.facts_of(self._connection, f"patrol/{patrol}")
        return sorted(found, key=lambda fact: (fact.happened_at, fact.hlc, fact.id))

    # -- lists -----------------------------------------------------------------------------------------------------

    def of_day(self, day: date, *, community: str = "", place: str = "") -> list[PatrolRow]:
        """The turns and walks of a day, in the order of their windows."""
        return self.between(day, day, community=community, place=place)

    def between(
        self, first: date, last: date, *, community: str = "", place: str = "", limit: int = MOST_ROWS
    ) -> list[PatrolRow]:
        """The turns and walks of some days in their order, at most ``limit``."""
        where, values = _span(first, last)
        for name, value in (("community", community), ("place", place)):
            if value:
                where += f" AND {name} = ?"
                values.append(value)
        sql = (
            f"{_SELECT} INDEXED BY ix_patrol_row_walks WHERE {where}"
            " ORDER BY day, coalesce(window_start, begun_at), place, id LIMIT ?"
        )
        return [PatrolRow(*row) for row in self._connection.execute(sql, (*values, limit))]

    def standing(self, first: date, last: date) -> dict[str, tuple[str, str]]:
        """The turns that come from plans of some days by id, cancelled ones among them: (stage, walker)."""
        where, values = _span(first, last)
        sql = f"SELECT id, stage, person FROM patrol_row INDEXED BY ix_patrol_row_walks WHERE {where} AND plan <> ''"
        return {key: (stage, person) for key, stage, person in self._connection.execute(sql, values)}

    def of_place(self, place: str, limit: int = 12) -> list[PatrolRow]:
        """The latest walks of a place that were begun, the newest first."""
        sql = f"{_SELECT} WHERE place = ? AND begun_at IS NOT NULL ORDER BY begun_at DESC, id LIMIT ?"
        return [PatrolRow(*row) for row in self._connection.execute(sql, (place, limit))]

    def of_person(self, person: str, first: date, last: date, limit: int = 200) -> list[PatrolRow]:
        """What a person was to walk and walked on some days, the newest first."""
        sql = f"{_SELECT} WHERE person = ? AND day BETWEEN ? AND ? ORDER BY day DESC, id LIMIT ?"
        found = self._connection.execute(sql, (person, day_number(first), day_number(last), limit))
        return [PatrolRow(*row) for row in found]

    def missed(self, first: date, last: date, now: int, limit: int = 200) -> list[PatrolRow]:
        """The turns of some days that nobody walked and no other walk has made up for to its end, the latest first."""
        where, values = _span(first, last)
        sql = (
            f"{_SELECT} INDEXED BY ix_patrol_row_walks WHERE {where}"
            f" AND stage = 'planned' AND window_end < ? AND made_up < {WALKED} ORDER BY window_end DESC, id LIMIT ?"
        )
        return [PatrolRow(*row) for row in self._connection.execute(sql, (*values, now, limit))]

    def missed_lately(self, last: date, now: int) -> list[PatrolRow]:
        """The missed turns of the ``LATELY`` days up to a day: what the list of missed turns shows and the overview counts."""
        return self.missed(last - timedelta(days=LATELY - 1), last, now)

    def sent(self, first: date, last: date, now: int, limit: int = 200) -> list[PatrolRow]:
        """The turns of some days that a person was sent on, that no plan asked for, and that are still to be walked."""
        where, values = _span(first, last)
        sql = (
            f"{_SELECT} INDEXED BY ix_patrol_row_walks WHERE {where}"
            " AND stage = 'planned' AND plan = '' AND window_end >= ? ORDER BY window_end, id LIMIT ?"
        )
        return [PatrolRow(*row) for row in self._connection.execute(sql, (*values, now, limit))]

    def under_way(self, first: date, last: date) -> list[PatrolRow]:
        """Who is walking: begun on one of these days and not ended."""
        where, values = _span(first, last)
        sql = (
            f"{_SELECT} INDEXED BY ix_patrol_row_walks WHERE {where}"
            " AND stage IN ('signed_in', 'walking', 'finding') ORDER BY begun_at, id"
        )
        return [PatrolRow(*row) for row in self._connection.execute(sql, values)]

    # -- spots -----------------------------------------------------------------------------------------------------

    def spots(self, place: str = "", limit: int = 60) -> list[Spot]:
        """The open spots of a place, or of all, the oldest first, out of at most ``limit`` patrols."""
        where = "open_spots > 0" + (" AND place = ?" if place else "")
        sql = f"SELECT id, place FROM patrol_row WHERE {where} ORDER BY day, id LIMIT ?"
        values = (place, limit) if place else (limit,)
        found = []
        for patrol, at in self._connection.execute(sql, values).fetchall():
            found += [Spot(patrol, at, one) for one in self.one(patrol).open_spots]
        return found[:limit]

    def open_spots(self, places: Iterable[str] = ()) -> dict[str, int]:
        """How many open spots each place has; those without any are left out. No place named: all of them."""
        wanted = list(places)
        sql = "SELECT place, sum(open_spots) FROM patrol_row WHERE open_spots > 0"
        if not wanted:
            return dict(self._connection.execute(f"{sql} GROUP BY place").fetchall())
        found: dict[str, int] = {}
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            marks = ", ".join("?" * len(some))
            found |= dict(self._connection.execute(f"{sql} AND place IN ({marks}) GROUP BY place", some).fetchall())
        return found

    # -- calendars and figures -------------------------------------------------------------------------------------

    def heat(self, first: date, last: date, *, place: str = "", person: str = "") -> dict[str, dict[date, int]]:
        """How often each person walked on each day of a span, by person (id): of a place, or what one person walked.

        Refuses nothing; raises ``ValueError`` when neither is named.
        """
        if not place and not person:
            raise ValueError("a heat calendar is that of a place or a person")
        name, value = ("place", place) if place else ("person", person)
        sql = (
            f"SELECT person, day, count(*) FROM patrol_row WHERE {name} = ? AND day BETWEEN ? AND ?"
            " AND begun_at IS NOT NULL GROUP BY person, day"
        )
        found: dict[str, dict[date, int]] = {}
        for who, number, count in self._connection.execute(sql, (value, day_number(first), day_number(last))):
            day = day_of(number)
            if day is not None:
                found.setdefault(who, {})[day] = count
        return found

    def heat_of_places(self, first: date, last: date, *, community: str = "") -> dict[str, dict[date, int]]:
        """How often each place was walked on each day of a span, by place (id)."""
        where, values = _span(first, last)
        if community:
            where += " AND community = ?"
            values.append(community)
        sql = (
            f"SELECT place, day, count(*) FROM patrol_row INDEXED BY ix_patrol_row_walks WHERE {where}"
            " AND begun_at IS NOT NULL GROUP BY place, day"
        )
        found: dict[str, dict[date, int]] = {}
        for place, number, count in self._connection.execute(sql, values):
            day = day_of(number)
            if day is not None:
                found.setdefault(place, {})[day] = count
        return found

    def last_walked(self, places: Iterable[str]) -> dict[str, int]:
        """When each place was last walked (epoch milliseconds, the beginning); places never walked are left out."""
        sql = "SELECT max(begun_at) FROM patrol_row WHERE place = ? AND begun_at IS NOT NULL"
        found = {}
        for place in places:
            row = self._connection.execute(sql, (place,)).fetchone()
            if row[0] is not None:
                found[place] = int(row[0])
        return found

    def figures(
        self, first: date, last: date, now: int, *, community: str = "", place: str = "", person: str = ""
    ) -> PatrolFigures:
        """The counts of a span, at most ``LONGEST_SPAN`` days up to ``last``."""
        where, values = _named_span(first, last)
        for name, value in (("community", community), ("place", place), ("person", person)):
            if value:
                where += f" AND {name} = :{name}"
                values[name] = value
        sql = f"SELECT {', '.join(_COUNTS)} FROM patrol_row INDEXED BY ix_patrol_row_walks WHERE {where}"
        row = self._connection.execute(sql, values | {"now": now}).fetchone()
        return PatrolFigures(*(int(value or 0) for value in row))

    def figures_by(self, column: str, first: date, last: date, now: int) -> dict[str, PatrolFigures]:
        """The counts of a span by ``place``, ``community``, ``person`` or ``role``. Raises ``ValueError`` for anything else."""
        if column not in ("place", "community", "person", "role"):
            raise ValueError(column)
        where, values = _named_span(first, last)
        sql = (
            f"SELECT {column}, {', '.join(_COUNTS)} FROM patrol_row INDEXED BY ix_patrol_row_walks WHERE {where}"
            f" GROUP BY {column} ORDER BY {column}"
        )
        found = self._connection.execute(sql, values | {"now": now})
        return {key: PatrolFigures(*(int(value or 0) for value in counts)) for key, *counts in found}


def _first(first: date, last: date) -> date:
    earliest = date.fromordinal(max(1, last.toordinal() - LONGEST_SPAN + 1))
    return max(first, earliest)


def _span(first: date, last: date) -> tuple[str, list[int | str]]:
    return "day BETWEEN ? AND ?", [day_number(_first(first, last)), day_number(last)]


def _named_span(first: date, last: date) -> tuple[str, dict[str, int | str]]:
    told: dict[str, int | str] = {"first": day_number(_first(first, last)), "last": day_number(last)}
    return "day BETWEEN :first AND :last", told


def coverage(figures: Mapping[str, int], places: Sequence[str], since: int) -> float | None:
    """The share of ``places`` walked since then, given when each was last walked; None without places (domain.md 2.13)."""
    if not places:
        return None
    return sum(figures.get(place, -1) >= since for place in places) / len(places)
