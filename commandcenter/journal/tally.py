"""The tally: how many cases that have ended have each count of the rates, by month received and by whom or what they concern.

Open cases are not in it: whether one is late depends on the moment, so they are counted when they are asked for. The tally
is a projection of ``case_row``: kept up in the transaction that changes a case, counted anew month by month in a rebuild.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from commandcenter.domain import month as months
from commandcenter.domain.rates import COUNTS, CaseFacts, counts_of
from commandcenter.journal.database import Connection, transaction
from commandcenter.journal.search import DOC_BITS, first_doc

DIMENSIONS = ("day", "lead", "assist", "community", "category", "channel", "grid", "stage")
"""By what is counted. ``day`` names the day received; a case has as many ``assist`` as it has co-handlers, one of all others."""

FACT_COLUMNS = CaseFacts._fields
PLACE_COLUMNS = ("lead", "others", "community", "category", "channel", "grid", "stage")
_facts = itemgetter(*FACT_COLUMNS)
_places = itemgetter(*PLACE_COLUMNS)

Key = tuple[str, int, str, str]
"""Dimension, month, key, ground."""
Cell = tuple[int, tuple[str, ...], str, tuple[int, ...]]
"""Day received, the places, ground, counts: cases that differ in nothing the tally looks at."""


class Tally:
    """What changes in the tally by the cases of one transaction."""

    def __init__(self) -> None:
        self._cells: Counter[Cell] = Counter()

    def move(self, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> None:
        """A row of ``case_row`` went from ``old`` to ``new``; None is no row."""
        if old is not None and not old["open"]:
            self._cells[_cell(old)] -= 1
        if new is not None and not new["open"]:
            self._cells[_cell(new)] += 1

    def save(self, connection: Connection) -> None:
        """Bring the table to it, inside the transaction of the rows."""
        changes = _spread(self._cells)
        if not changes:
            return
        connection.executemany(_ADD, [(*key, *counts) for key, counts in sorted(changes.items()) if any(counts)])
        if any(count < 0 for counts in changes.values() for count in counts[:2]):
            where = "dim = ? AND month = ? AND key = ? AND ground = ? AND taken = 0 AND unknown = 0"
            connection.executemany(f"DELETE FROM tally WHERE {where}", sorted(changes))


_ADD = (
    f"INSERT INTO tally (dim, month, key, ground, {', '.join(COUNTS)}) VALUES ({', '.join('?' * (4 + len(COUNTS)))})"
    f" ON CONFLICT (dim, month, key, ground) DO UPDATE SET {', '.join(f'{n} = {n} + excluded.{n}' for n in COUNTS)}"
)


def _cell(row: Mapping[str, Any]) -> Cell:
    counts = counts_of(CaseFacts._make(_facts(row)), 0)
    return months.day_of(row["received_at"]), _places(row), row["ground"], counts


def _spread(cells: Mapping[Cell, int]) -> dict[Key, list[int]]:
    """What the cells add to each line of the tally. Cells alike in a line are brought together before they are spread."""
    vectors: dict[tuple[int, ...], int] = {}
    alike: dict[tuple[str, int, str, str, int], int] = {}
    for (day, places, ground, counts), times in cells.items():
        if not times:
            continue
        month, vector = months.month_of_day(day), vectors.setdefault(counts, len(vectors))
        for dim, key in places_of(day, places):
            line = (dim, month, key, ground, vector)
            alike[line] = alike.get(line, 0) + times
    ones = [[place for place, count in enumerate(counts) if count] for counts in vectors]
    changes: dict[Key, list[int]] = {}
    for (dim, month, key, ground, vector), times in alike.items():
        if times:
            held = changes.setdefault((dim, month, key, ground), [0] * len(COUNTS))
            for place in ones[vector]:
                held[place] += times
    return changes


def places_of(day: int, places: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Where a case is counted: (dimension, key). ``places`` are lead, others, community, category, channel,
    grid, stage."""
    lead, others, community, category, channel, grid, stage = places
    yield "day", months.day_name(day)
    yield "lead", lead
    for unit in others.split():
        yield "assist", unit
    yield "community", community
    yield "category", category
    yield "channel", channel
    yield "grid", grid
    yield "stage", stage


def keys_in(dim: str, day: int, places: tuple[str, ...]) -> Sequence[str]:
    """The keys under which a case stands in one dimension."""
    if dim == "day":
        return (months.day_name(day),)
    return places[1].split() if dim == "assist" else (places[_PLACE_OF[dim]],)


_PLACE_OF = {name: place for place, name in enumerate(PLACE_COLUMNS)}


# --- counting anew ------------------------------------------------------------------------------------------------


def recount(connection: Connection) -> int:
    """Put every month of the tally right from ``case_row``, a short transaction a month; returns how many lines were wrong."""
    changed = 0
    for month in sorted({*_months_of_cases(connection), *_months_told(connection)}):
        while True:
            seen = _version(connection)
            wanted = counted(connection, month)
            standing = _standing(connection, month)
            if wanted == standing:
                break
            with transaction(connection):
                if _version(connection) == seen:  # else somebody wrote meanwhile, and it is counted once more
                    changed += _put_right(connection, month, standing, wanted)
                    break
    return changed


def counted(connection: Connection, month: int) -> dict[Key, tuple[int, ...]]:
    """The lines of a month, counted from the cases one by one."""
    start, end = months.start_of(month), months.end_of(month)
    sql = (
        f"SELECT received_at, {', '.join(PLACE_COLUMNS)}, {', '.join(FACT_COLUMNS)} FROM case_row"
        " WHERE open = 0 AND doc BETWEEN ? AND ? AND received_at >= ? AND received_at < ?"
    )
    cells: Counter[Cell] = Counter()
    bounds = (first_doc(start), first_doc(end) | (1 << DOC_BITS) - 1, start, end)
    wide = 1 + len(PLACE_COLUMNS)
    for row in connection.execute(sql, bounds):
        facts = CaseFacts._make(row[wide:])
        cells[(months.day_of(row[0]), row[1:wide], facts.ground, counts_of(facts, 0))] += 1
    return {key: tuple(counts) for key, counts in _spread(cells).items()}


def _standing(connection: Connection, month: int) -> dict[Key, tuple[int, ...]]:
    sql = f"SELECT dim, month, key, ground, {', '.join(COUNTS)} FROM tally WHERE dim = ? AND month = ?"
    rows = (row for dim in _dims_told(connection) for row in connection.execute(sql, (dim, month)))
    return {tuple(row[:4]): tuple(row[4:]) for row in rows}


def _put_right(
    connection: Connection, month: int, standing: Mapping[Key, tuple[int, ...]], wanted: Mapping[Key, tuple[int, ...]]
) -> int:
    for dim in _dims_told(connection):
        connection.execute("DELETE FROM tally WHERE dim = ? AND month = ?", (dim, month))
    connection.executemany(_ADD, [(*key, *counts) for key, counts in sorted(wanted.items())])
    return sum(standing.get(key) != wanted.get(key) for key in {*standing, *wanted})


def _dims_told(connection: Connection) -> list[str]:
    return [dim for (dim,) in connection.execute("SELECT DISTINCT dim FROM tally ORDER BY dim")]


def _months_told(connection: Connection) -> list[int]:
    return [month for (month,) in connection.execute("SELECT DISTINCT month FROM tally")]


def _months_of_cases(connection: Connection) -> Iterator[int]:
    """Every month in which a case was received, a leap along the table's own key from one to the next."""
    after = -(1 << 63)
    sql = "SELECT received_at, doc FROM case_row WHERE doc > ? ORDER BY doc LIMIT 1"
    while row := connection.execute(sql, (after,)).fetchone():
        month = months.month_of(row[0])
        yield month
        after = max(row[1], first_doc(months.end_of(month)) - 1)


def _version(connection: Connection) -> int:
    """Changes when another connection has written to the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])
