"""Questions about cases. All lists are ordered by keys that every desk agrees on, never by row id alone."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from commandcenter.domain.event import Fact
from commandcenter.domain.fold import causal_order
from commandcenter.domain.subjects import folded
from commandcenter.journal import indexing, log, search
from commandcenter.journal.database import Connection
from commandcenter.journal.reading.case_query import (
    HIT_SQL,
    OPEN_VIEWS,
    VIEW_SQL,
    VIEWS,
    CaseQuery,
    CaseRow,
    by_received,
    condition,
    order_sql,
)

if TYPE_CHECKING:
    from commandcenter.domain.case import Case

__all__ = ["FIRST_PAGE", "VIEWS", "CaseQuery", "CaseReader", "CaseRow"]

_FIELDS = ", ".join(
    "substr(title, 1, 80)" if name == "title" else "substr(place_words, 1, 40)" if name == "place_words" else name
    for name in CaseRow._fields
)

FIRST_PAGE = 256


class CaseReader:
    """Reads cases through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def first_page(self, query: CaseQuery, now: int, limit: int = FIRST_PAGE) -> list[CaseRow]:
        """The first rows of a list, at once."""
        where, values = condition(query, now)
        sql = f"SELECT {_FIELDS} FROM case_row WHERE {where} ORDER BY {order_sql(query)} LIMIT :limit"
        rows = [CaseRow._make(row) for row in self._connection.execute(sql, {**values, "limit": limit + 1})]
        if by_received(query):
            if len(rows) > limit and _same_instant(rows[-1].doc, rows[-2].doc):
                rows = self._with_whole_instant(rows, where, values)
            rows.sort(key=_newest, reverse=query.order == "received")
        return rows[:limit]

    def _with_whole_instant(self, rows: list[CaseRow], where: str, values: dict[str, object]) -> list[CaseRow]:
        """The rows with every one received in the millisecond of the last, so that they can be put in their one order."""
        edge = rows[-1].doc >> search.DOC_BITS << search.DOC_BITS
        sql = f"SELECT {_FIELDS} FROM case_row WHERE {where} AND doc BETWEEN :edge AND :last"
        found = self._connection.execute(sql, {**values, "edge": edge, "last": edge + (1 << search.DOC_BITS) - 1})
        return [row for row in rows if row.doc >> search.DOC_BITS != edge >> search.DOC_BITS] + [
            CaseRow._make(row) for row in found
        ]

    def order(self, query: CaseQuery, now: int) -> array[int]:
        """The handles of all rows of a list, in order: eight bytes a row. For a worker, not for the window."""
        where, values = condition(query, now)
        # in one step: a step a row would take and give back the interpreter a hundred thousand times while the window paints
        sql = f"SELECT group_concat(doc, ' ' ORDER BY {order_sql(query)}) FROM case_row WHERE {where}"
        told = self._connection.execute(sql, values).fetchone()[0]
        docs = array("q", map(int, told.split())) if told else array("q")
        if by_received(query):
            self._settle_instants(docs, newest_first=query.order == "received")
        return docs

    def _settle_instants(self, docs: array[int], *, newest_first: bool) -> None:
        """Put rows received in the same millisecond in their one order; the instants are in order already."""
        start = 0
        for place in range(1, len(docs) + 1):
            if place < len(docs) and _same_instant(docs[place], docs[place - 1]):
                continue
            if place - start > 1:
                keys: dict[int, tuple[int, str]] = {}
                for first in range(start, place, FIRST_PAGE):
                    some = docs[first : min(first + FIRST_PAGE, place)]
                    marks = ", ".join("?" for _ in some)
                    sql = f"SELECT doc, received_at, id FROM case_row WHERE doc IN ({marks})"
                    keys |= {doc: (at, case) for doc, at, case in self._connection.execute(sql, tuple(some))}
                docs[start:place] = array("q", sorted(keys, key=keys.__getitem__, reverse=newest_first))
            start = place

    def rows(self, docs: Sequence[int]) -> dict[int, CaseRow]:
        """Rows by their handles."""
        marks = ", ".join("?" for _ in docs)
        sql = f"SELECT {_FIELDS} FROM case_row WHERE doc IN ({marks})"
        return {row[0]: CaseRow._make(row) for row in self._connection.execute(sql, tuple(docs))}

    def by_id(self, ids: Sequence[str]) -> list[CaseRow]:
        """Rows by case id."""
        marks = ", ".join("?" for _ in ids)
        sql = f"SELECT {_FIELDS} FROM case_row WHERE id IN ({marks})"
        return [CaseRow._make(row) for row in self._connection.execute(sql, tuple(ids))]

    def matching(self, query: CaseQuery, now: int, ids: Sequence[str]) -> list[CaseRow]:
        """Those of the given cases that belong to a list."""
        where, values = condition(query, now)
        marks = ", ".join(f":id{place}" for place in range(len(ids)))
        sql = f"SELECT {_FIELDS} FROM case_row WHERE {where} AND id IN ({marks})"
        keys = {f"id{place}": key for place, key in enumerate(ids)}
        return [CaseRow._make(row) for row in self._connection.execute(sql, {**values, **keys})]

    def count(self, query: CaseQuery, now: int) -> int:
        """How many rows a list has."""
        where, values = condition(query, now)
        return int(self._connection.execute(f"SELECT count(*) FROM case_row WHERE {where}", values).fetchone()[0])

    def counts(self, now: int, soon_ms: int = 60 * 60 * 1000, mine: str = "") -> dict[str, int]:
        """How many cases each view has, but for those that grow for ever. ``mine`` is the unit of the view of that name."""
        values = {"now": now, "soon": soon_ms, "mine": mine}
        parts = ", ".join(f"sum({VIEW_SQL[view]})" for view in OPEN_VIEWS)
        row = self._connection.execute(f"SELECT {parts} FROM case_row WHERE open = 1", values).fetchone()
        return {name: int(value or 0) for name, value in zip(OPEN_VIEWS, row, strict=True)}

    def hits(self, query: CaseQuery, now: int, name: str) -> dict[str, int]:
        """How many rows a list would have under each value of a filter, the others as they stand. Only for bounded lists.

        ``name`` is a filter of codes (units count where they lead) or of yes and no. Raises ``ValueError`` when it is none.
        """
        column = HIT_SQL.get(name)
        if column is None:
            raise ValueError(name)
        where, values = condition(query, now, leave_out=name)
        sql = f"SELECT {column}, count(*) FROM case_row WHERE {where} GROUP BY 1"
        return {str(key): int(count) for key, count in self._connection.execute(sql, values)}

    def ids(self, query: CaseQuery, now: int, limit: int) -> list[str]:
        """The ids of the first rows of a list, in its order."""
        docs = self.order(query, now)[:limit]
        rows: dict[int, CaseRow] = {}
        for start in range(0, len(docs), FIRST_PAGE):
            rows |= self.rows(docs[start : start + FIRST_PAGE])
        return [rows[doc].id for doc in docs]

    def stage_counts(self) -> dict[str, int]:
        """How many cases stand in each stage."""
        sql = "SELECT stage, count(*) FROM case_row GROUP BY stage"
        return {stage: int(count) for stage, count in self._connection.execute(sql)}

    def open_by(self, column: str) -> dict[str, int]:
        """Open cases by ``channel``, ``community``, ``lead``, ``grade`` or ``category``."""
        if column not in ("channel", "community", "lead", "grade", "category"):
            raise ValueError(column)
        sql = f"SELECT {column}, count(*) FROM case_row WHERE open = 1 GROUP BY {column}"
        return {str(key): int(count) for key, count in self._connection.execute(sql)}

    def by_number(self, number: str) -> str:
        """The id of the case with a number of ours or of its source; empty when there is none."""
        sql = (
            "SELECT id FROM case_row WHERE number = :told OR source_number = :told ORDER BY number <> :told, id LIMIT 1"
        )
        row = self._connection.execute(sql, {"told": number.strip()}).fetchone()
        return str(row[0]) if row else ""

    def by_community(self, now: int) -> dict[str, tuple[int, int, int]]:
        """For each community: open, overdue, due within an hour."""
        sql = (
            "SELECT community, count(*), sum(next_due <= :now), sum(next_due > :now AND next_due <= :soon)"
            " FROM case_row WHERE open = 1 GROUP BY community"
        )
        values = {"now": now, "soon": now + 60 * 60 * 1000}
        return {key: (a, b or 0, c or 0) for key, a, b, c in self._connection.execute(sql, values)}

    def usual_lead(self, category: str) -> str:
        """The unit that led most of a category among the newest 2,000 live cases; empty when there were none."""
        if not category:
            return ""
        sql = (
            "SELECT lead FROM (SELECT lead, category FROM case_row WHERE history = 0 ORDER BY registered_at DESC LIMIT 2000)"
            " WHERE category = ? AND lead <> '' GROUP BY lead ORDER BY count(*) DESC, lead LIMIT 1"
        )
        row = self._connection.execute(sql, (category,)).fetchone()
        return str(row[0]) if row else ""

    def intake(self, start: int, end: int) -> list[int]:
        """The moments at which live cases were registered between two instants."""
        sql = "SELECT registered_at FROM case_row WHERE history = 0 AND registered_at >= ? AND registered_at < ?"
        return [at for (at,) in self._connection.execute(sql, (start, end))]

    def closed_between(self, start: int, end: int) -> int:
        """How many live cases were closed between two instants."""
        sql = (
            "SELECT count(*) FROM case_row WHERE history = 0 AND registered_at > ? AND closed_at >= ? AND closed_at < ?"
        )
        return int(self._connection.execute(sql, (start - 400 * 86_400_000, start, end)).fetchone()[0])

    def by_place(self, place: str, limit: int = 20) -> list[CaseRow]:
        """The newest cases at a place."""
        sql = (
            f"SELECT {_FIELDS} FROM case_row WHERE place = ? AND place <> '' ORDER BY received_at DESC, id DESC LIMIT ?"
        )
        return [CaseRow._make(row) for row in self._connection.execute(sql, (place, limit))]

    def search(self, text: str, limit: int = 50, query: CaseQuery | None = None, now: int = 0) -> list[CaseRow]:
        """The newest cases whose words contain ``text``, newest first, ``limit`` at the most."""
        wanted = search.query(text)
        if not wanted:
            return []
        where, values = condition(query, now) if query is not None else ("1", {})
        sql = (
            f"SELECT {_FIELDS} FROM search_index s JOIN case_row ON doc = s.rowid"
            f" WHERE search_index MATCH :words AND {where}{{}} ORDER BY s.rowid DESC LIMIT :limit"
        )
        values = {**values, "words": wanted, "limit": limit + 1}
        found = [CaseRow._make(row) for row in self._connection.execute(sql.format(""), values)]
        if len(found) > limit and _same_instant(found[-1].doc, found[-2].doc):
            # all of that millisecond, so that the list is cut in its one order
            edge = found[-1].doc >> search.DOC_BITS << search.DOC_BITS
            values |= {"edge": edge, "last": edge + (1 << search.DOC_BITS) - 1, "limit": -1}
            found = [row for row in found if row.doc < edge or row.doc > edge + (1 << search.DOC_BITS) - 1]
            rest = self._connection.execute(sql.format(" AND s.rowid BETWEEN :edge AND :last"), values)
            found += [CaseRow._make(row) for row in rest]
        found.sort(key=_newest, reverse=True)
        return found[:limit]

    def search_count(self, text: str, at_most: int = 1000) -> int:
        """How many cases contain ``text``, counted up to ``at_most``."""
        return search.count(self._connection, text, at_most)

    def index_lag(self) -> int:
        """How many cases are not yet searchable."""
        return indexing.lag(self._connection)

    def case(self, case: str) -> tuple[Case, list[Fact]]:
        """A case with its whole story, in causal order."""
        facts = causal_order(log.facts_of(self._connection, f"case/{case}"))
        return folded(f"case/{case}", facts), facts

    def find_number(self, number: str) -> str:
        """The id of the case with one of our numbers or a source number; empty when there is none."""
        sql = "SELECT id FROM case_row WHERE number = ? OR source_number = ? ORDER BY received_at DESC LIMIT 1"
        row = self._connection.execute(sql, (number, number)).fetchone()
        return str(row[0]) if row else ""


def _same_instant(one: int, other: int) -> bool:
    """Whether two handles begin with the same millisecond."""
    return one >> search.DOC_BITS == other >> search.DOC_BITS


def _newest(row: CaseRow) -> tuple[int, str]:
    return row.received_at, row.id
