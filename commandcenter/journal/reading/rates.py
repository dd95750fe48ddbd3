"""Questions about the rates: sums of counts by month and by whom or what the cases concern, and the cases behind a figure.

Ended cases come from the tally, open ones are counted as they stand now; so a question costs with the months asked for and
the work in hand, not with what is stored. Only the cases behind a figure are read one by one: for a worker.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from commandcenter.domain import month as months
from commandcenter.domain.rates import (
    COUNTS,
    CaseFacts,
    Formula,
    Sums,
    ThreeRates,
    Vector,
    counts_of,
    formula_of,
    joined,
    standing,
    three_rates,
)
from commandcenter.domain.record import Record
from commandcenter.journal.database import Connection
from commandcenter.journal.reading.reference import ReferenceReader
from commandcenter.journal.search import DOC_BITS, first_doc
from commandcenter.journal.tally import DIMENSIONS, FACT_COLUMNS, PLACE_COLUMNS, Cell, keys_in
from commandcenter.resource import resource

MONTH = "month"
"""Not a dimension of its own: what any dimension that has each case once says of a month."""
UNIT = "unit"
"""Whoever handles a case, in the lead or beside it."""
ONCE = "channel"
"""A dimension in which every case stands exactly once, with few keys."""


InHand = Mapping[int, Mapping[Cell, int]]
"""Open cases by the month they were received in: each cell with how many cases are alike in all that is counted."""


class CaseBehind(NamedTuple):
    """A case behind a figure. Instants are epoch milliseconds; ``standing`` is one of ``rates.STANDINGS``."""

    id: str
    number: str
    title: str
    stage: str
    lead: str
    others: str
    community: str
    category: str
    received_at: int
    called_back_at: int | None
    repeats: int
    standing: str
    facts: CaseFacts


class CaseOfMonth(NamedTuple):
    """Where a case of a month was and what it was about."""

    place: str
    community: str
    lead: str
    others: str
    channel: str
    grid: str
    category: str
    called_back_at: int | None


_SHOWN = CaseBehind._fields[:-2]


@dataclass(frozen=True, slots=True)
class Behind:
    """Which cases: those of the months ``first`` to ``last`` (202606), in ``dim`` one of ``keys`` (no dimension: all).

    ``standings`` keeps only those that stand so in the formula; empty keeps all. ``ground`` keeps one ground.
    """

    formula: Formula
    first: int
    last: int
    dim: str = ""
    keys: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    ground: str = ""


class RateReader:
    """Reads rates through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def formulas(self) -> dict[str, Formula]:
        """The formulas in use by key, in their order: the office's own records, before its first change the program's."""
        return formulas_in(ReferenceReader(self._connection).records("formula"))

    def sums(self, first: int, last: int, by: str, now: int, in_hand: InHand | None = None) -> dict[str, Sums]:
        """The sums of the cases received in the months ``first`` to ``last``, by a dimension or by ``month``.

        A case with two co-handlers stands twice in ``assist``; in ``unit`` it stands under each of its handlers, lead and
        co-handlers alike (双派双考). ``now`` is epoch milliseconds. Who asks several questions of one moment gives the open
        cases it read once (``in_hand``). Raises ``ValueError`` for what nothing is counted by.
        """
        in_hand = self.in_hand(first, last, now) if in_hand is None else in_hand
        if by == UNIT:
            units = self.sums(first, last, "lead", now, in_hand)
            for key, sums in self.sums(first, last, "assist", now, in_hand).items():
                units.setdefault(key, Sums()).join(sums)
            return units
        dim = ONCE if by == MONTH else by
        if dim not in DIMENSIONS:
            raise ValueError(by)
        found: dict[str, Sums] = {}
        key = "CAST(month AS TEXT)" if by == MONTH else "key"
        totals = ", ".join(f"sum({name})" for name in COUNTS)
        sql = f"SELECT {key}, ground, {totals} FROM tally WHERE dim = ? AND month BETWEEN ? AND ? GROUP BY 1, 2"
        for name, ground, *counts in self._connection.execute(sql, (dim, first, last)):
            found.setdefault(name, Sums()).add(ground, counts)
        alike: Counter[tuple[str, str, Vector]] = Counter()
        for month, cells in in_hand.items():
            if first <= month <= last:
                for (day, places, ground, counts), times in cells.items():
                    for name in (str(month),) if by == MONTH else keys_in(dim, day, places):
                        alike[name, ground, counts] += times
        for (name, ground, counts), times in alike.items():
            found.setdefault(name, Sums()).add(ground, counts, times)
        return found

    def in_hand(self, first: int, last: int, now: int) -> InHand:
        """The open cases received in the months ``first`` to ``last`` with their counts at ``now``, those alike together."""
        found: dict[int, Counter[Cell]] = {}
        for received_at, places, facts in self._open(first, last):
            day = months.day_of(received_at)
            cell = (day, places, facts.ground, counts_of(facts, now))
            month = months.month_of_day(day)
            if month not in found:
                found[month] = Counter()
            found[month][cell] += 1
        return found

    def total(self, first: int, last: int, now: int, in_hand: InHand | None = None) -> Sums:
        """The sums of all cases received in the months ``first`` to ``last``."""
        return joined(self.sums(first, last, ONCE, now, in_hand).values())

    def rates(self, first: int, last: int, by: str, now: int) -> dict[str, ThreeRates]:
        """The three rates of the cases received in the months ``first`` to ``last``, by a dimension or by ``month``."""
        formulas = self.formulas()
        return {key: three_rates(formulas, sums) for key, sums in self.sums(first, last, by, now).items()}

    def categories(self, month: int) -> set[str]:
        """The categories that cases of a month have, also those no longer in use."""
        sql = "SELECT key FROM tally WHERE dim = 'category' AND month = ?"
        found = {key for (key,) in self._connection.execute(sql, (month,))}
        return found | {places[PLACE_COLUMNS.index("category")] for _, places, _ in self._open(month, month)}

    def months(self) -> tuple[int, int] | None:
        """The first and the last month in which a case was received; None before the first case."""
        ends = []
        for way in ("ASC", "DESC"):
            row = self._connection.execute(f"SELECT received_at FROM case_row ORDER BY doc {way} LIMIT 1").fetchone()
            ends += [months.month_of(row[0])] if row else []
        return (ends[0], ends[1]) if ends else None

    def behind(self, query: Behind, now: int) -> list[CaseBehind]:
        """The cases behind a figure, the newest first. It looks at every case of the months: for a worker."""
        found = []
        for row, facts in self._every(query):
            stands = standing(query.formula, facts, now)
            if query.ground and facts.ground != query.ground:
                continue
            if not query.standings or stands in query.standings:
                found.append(CaseBehind._make((*row, stands, facts)))
        return found

    def cases_of(self, month: int) -> Iterator[CaseOfMonth]:
        """Every case received in a month but those that go on as another. It looks at each: for a worker."""
        start, end = months.start_of(month), months.end_of(month)
        sql = (
            f"SELECT {', '.join(CaseOfMonth._fields)} FROM case_row WHERE doc BETWEEN ? AND ?"
            " AND received_at >= ? AND received_at < ? AND history = 0 AND merged_into = ''"
        )
        bounds = (first_doc(start), first_doc(end) | (1 << DOC_BITS) - 1, start, end)
        return map(CaseOfMonth._make, self._connection.execute(sql, bounds))

    def _every(self, query: Behind) -> Iterator[tuple[tuple[Any, ...], CaseFacts]]:
        start, end = months.start_of(query.first), months.end_of(query.last)
        where, values = _placed(query)
        columns = ", ".join("substr(title, 1, 80)" if name == "title" else name for name in _SHOWN)
        sql = (
            f"SELECT {columns}, {', '.join(FACT_COLUMNS)} FROM case_row WHERE doc BETWEEN :from AND :to"
            f" AND received_at >= :start AND received_at < :end{where} ORDER BY doc DESC"
        )
        values |= {"start": start, "end": end, "from": first_doc(start), "to": first_doc(end) | (1 << DOC_BITS) - 1}
        wide = len(_SHOWN)
        for row in self._connection.execute(sql, values):
            yield row[:wide], CaseFacts._make(row[wide:])

    def _open(self, first: int, last: int) -> Iterator[tuple[int, tuple[str, ...], CaseFacts]]:
        sql = (
            f"SELECT received_at, {', '.join(PLACE_COLUMNS)}, {', '.join(FACT_COLUMNS)} FROM case_row"
            " WHERE open = 1 AND +received_at >= ? AND +received_at < ?"
        )
        wide = 1 + len(PLACE_COLUMNS)
        for row in self._connection.execute(sql, (months.start_of(first), months.end_of(last))):
            yield row[0], row[1:wide], CaseFacts._make(row[wide:])


def _placed(query: Behind) -> tuple[str, dict[str, object]]:
    """The condition that a case stands in the dimension under one of the keys."""
    if not query.dim or query.dim == MONTH:
        return "", {}
    names = {f"key{place}": key for place, key in enumerate(query.keys)}
    marks = [f":{name}" for name in names]
    if query.dim in ("assist", UNIT):
        told = [f"instr(' ' || others || ' ', ' ' || {mark} || ' ')" for mark in marks]
        told += [f"lead = {mark}" for mark in marks] if query.dim == UNIT else []
        return f" AND ({' OR '.join(told) or '0'})", dict(names)
    if query.dim not in DIMENSIONS or query.dim == "day":
        raise ValueError(query.dim)
    return f" AND {query.dim} IN ({', '.join(marks)})", dict(names)


def formulas_in(records: Mapping[str, Record]) -> dict[str, Formula]:
    """The formulas in use among these records; one the office never changed is the program's own (version 0)."""
    ranked = [
        (fields.get("rank", 0), key, Record(f"formula/{key}", known=True, fields=fields)) for key, fields in _own()
    ]
    ranked = [line for line in ranked if line[1] not in records]
    ranked += [(record.get("rank", 99), key, record) for key, record in records.items()]
    told = ((key, formula_of(record)) for _, key, record in sorted(ranked, key=lambda line: (line[0], line[1])))
    return {key: formula for key, formula in told if formula is not None}


@cache
def _own() -> tuple[tuple[str, dict[str, Any]], ...]:
    told = tomllib.loads(resource("reference/formulas.toml").read_text("utf-8"))["formula"]
    return tuple(
        (one["key"], {**{name: value for name, value in one.items() if name != "key"}, "rank": rank})
        for rank, one in enumerate(told, start=1)
    )


def own_formulas() -> dict[str, dict[str, Any]]:
    """The fields of the formulas the program brings, by key."""
    return {key: dict(fields) for key, fields in _own()}
