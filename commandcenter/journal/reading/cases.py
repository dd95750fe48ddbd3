"""Questions about cases. All lists are ordered by keys that every desk agrees on, never by row id alone."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from commandcenter.domain.event import Fact
from commandcenter.domain.fold import causal_order
from commandcenter.domain.masking import mask_known
from commandcenter.domain.subjects import folded
from commandcenter.journal import indexing, log, search
from commandcenter.journal.database import Connection
from commandcenter.journal.reading.case_query import (
    HIT_SQL,
    IN_BATCH,
    OPEN_VIEWS,
    VIEW_SQL,
    VIEWS,
    CaseQuery,
    CaseRow,
    by_received,
    condition,
    facets_alone,
    order_sql,
)
from commandcenter.journal.reading.case_search import FACETS, WHOLE, newest_hits

if TYPE_CHECKING:
    from commandcenter.domain.case import Case

__all__ = ["FIRST_PAGE", "VIEWS", "CaseQuery", "CaseReader", "CaseRow"]

T = TypeVar("T")


_FIELDS = ", ".join(
    "substr(title, 1, 80)" if name == "title" else "substr(place_words, 1, 40)" if name == "place_words" else name
    for name in CaseRow._fields
)
_FIELDS += ", CASE WHEN length(reporter) > 1 AND (instr(title, reporter) OR instr(place_words, reporter)) THEN reporter ELSE '' END"
"""Behind the fields of a row stands the name its words must not tell in a list; most often there is none."""

FIRST_PAGE = 256
STEP = 8192
"""Handles of one step of a long order: the interpreter is held for less than a millisecond."""
LOOKED_AT = 4000
"""So many of the newest cases are looked at for the first rows of a list, however few of them belong to it."""
_LAST_DOC = (1 << 63) - 1
_FACETED = f"FROM {FACETS} WHERE {{}} AND {WHOLE}"
SOURCES = (
    "told(source) AS (SELECT min(source) FROM case_row WHERE source_number <> ''"
    " UNION ALL SELECT (SELECT min(source) FROM case_row WHERE source_number <> '' AND source > told.source)"
    " FROM told WHERE told.source IS NOT NULL)"
)
"""The few sources there are, each found by one step in their index."""
ENDED_STAGES = ("closed", "looked_back", "archived", "refused")


def _never() -> bool:
    return False


class CaseReader:
    """Reads cases through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._version: tuple[int, int] = (-1, -1)
        self._answers: dict[object, Any] = {}

    def _once(self, about: object, ask: Callable[[], T]) -> T:
        """The answer to a question that every window asks at the same change; asked anew once anybody has committed."""
        by_others = self._connection.execute("PRAGMA data_version").fetchone()[0]
        version = by_others, self._connection.total_changes
        if version != self._version:
            self._version = version
            self._answers.clear()
        if about not in self._answers:
            self._answers[about] = ask()
        answer: T = self._answers[about]
        return answer

    def newest(self, query: CaseQuery, now: int, limit: int = FIRST_PAGE) -> tuple[list[CaseRow], bool]:
        """The first rows of a list that grows for ever, as far as ``LOOKED_AT`` of the newest cases (``-received``: the oldest)
        tell, and whether there are no more. One question as a rule, which costs the same however many cases are stored.
        """
        if not by_received(query) or query.text or query.batch:
            return [], False
        newest_first = query.order == "received"
        way, within = ("DESC" if newest_first else ""), _looked_at(query)
        where, values = condition(query, now)
        sql = f"SELECT {_FIELDS} FROM case_row WHERE {within} AND {where} ORDER BY doc {way} LIMIT :limit"
        values |= {"limit": limit + 1}
        rows = [_listed(row) for row in self._connection.execute(sql, values)]
        if len(rows) > limit and _same_instant(rows[-1].doc, rows[-2].doc):
            rows = self._with_whole_instant(rows, where, values)
        rows.sort(key=_newest, reverse=newest_first)
        beyond = f"SELECT doc FROM case_row ORDER BY doc LIMIT 1 OFFSET {LOOKED_AT}"
        return rows[:limit], len(rows) <= limit and self._connection.execute(beyond).fetchone() is None

    def about(self, query: CaseQuery, now: int) -> int:
        """About how many rows a list that grows for ever has, reckoned from the share of those that belong to it among the cases
        ``newest`` looks at; without filters it is their number; of an import nothing is reckoned. Costs the same however many cases are stored.
        """
        if query.batch:
            return 0
        stages = self.stage_counts()
        total = sum(stages.values())
        if query.narrows or query.view == "look_back":
            where, values = condition(query, now)
            sql = f"SELECT count(*) FROM case_row WHERE {_looked_at(query)} AND {where}"
            belong = int(self._connection.execute(sql, values).fetchone()[0])
            return round(total * belong / max(1, min(total, LOOKED_AT)))
        ended = {"closed": ENDED_STAGES, "history": ("history",)}.get(query.view)
        return total if ended is None else sum(stages.get(stage, 0) for stage in ended)

    def first_page(self, query: CaseQuery, now: int, limit: int = FIRST_PAGE) -> list[CaseRow]:
        """The first rows of a list, at once."""
        where, values = condition(query, now)
        if query.bounded and not by_received(query):  # sorted by what stands in the index of the work in hand
            sql = f"SELECT doc FROM case_row WHERE {where} ORDER BY {order_sql(query)} LIMIT :limit"
            docs = [doc for (doc,) in self._connection.execute(sql, {**values, "limit": limit})]
            return self._in_order(docs)
        sql = f"SELECT {_FIELDS} FROM case_row WHERE {where} ORDER BY {order_sql(query)} LIMIT :limit"
        rows = [_listed(row) for row in self._connection.execute(sql, {**values, "limit": limit + 1})]
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
            _listed(row) for row in found
        ]

    def order(self, query: CaseQuery, now: int, given_up: Callable[[], bool] = _never) -> array[int]:
        """The handles of all rows of a list, in order: eight bytes a row. For a worker, not for the window.

        Once ``given_up`` says so, nobody waits for it any more and it comes back as far as it got.
        """
        if by_received(query) and not (query.text or query.bounded or query.place or query.batch):
            docs = (
                self._faceted(query, now)
                if query.narrows and facets_alone(query)
                else self._walked(query, now, given_up)
            )
        else:
            where, values = _for_worker(query, now)
            # in one question: one a row would take and give back the interpreter a hundred thousand times while the window paints
            sql = f"SELECT group_concat(doc, ' ' ORDER BY {order_sql(query)}) FROM case_row WHERE {where}"
            docs = _docs_in(self._connection.execute(sql, values).fetchone()[0])
        if by_received(query):
            self._settle_instants(docs, newest_first=query.order == "received")
        return docs

    def _walked(self, query: CaseQuery, now: int, given_up: Callable[[], bool]) -> array[int]:
        """The order of a list that needs no sorting: along the table's own key, some thousands at a time."""
        where, values = condition(query, now)
        way, side, edge = ("DESC", "<", _LAST_DOC) if query.order == "received" else ("ASC", ">", -_LAST_DOC)
        sql = (
            f"SELECT group_concat(doc, ' ' ORDER BY doc {way}) FROM"
            f" (SELECT doc FROM case_row WHERE doc {side} :edge AND {where} ORDER BY doc {way} LIMIT {STEP})"
        )
        if not query.narrows:  # nothing but what the index of instants holds
            return self._by_instant(query, now, given_up)
        docs = array("q")
        while told := self._connection.execute(sql, values | {"edge": edge}).fetchone()[0]:
            some = _docs_in(told)
            docs.extend(some)
            if len(some) < STEP or given_up():
                break
            edge = docs[-1]
        return docs

    def _by_instant(self, query: CaseQuery, now: int, given_up: Callable[[], bool]) -> array[int]:
        """The same along the narrow index of instants received; handles of one instant come together in both."""
        where, values = condition(query, now)
        newest_first = query.order == "received"
        way, side, end = ("DESC", "<", _LAST_DOC) if newest_first else ("ASC", ">", -_LAST_DOC)
        sql = (
            "SELECT group_concat(doc, ' '), min(received_at), max(received_at) FROM (SELECT doc, received_at FROM case_row"
            f" INDEXED BY ix_case_row_received WHERE (received_at, doc) {side} (:at, :doc) AND {where}"
            f" ORDER BY received_at {way}, doc {way} LIMIT {STEP})"
        )
        docs = array("q")
        at, doc = end, end
        while True:
            told, first, last = self._connection.execute(sql, values | {"at": at, "doc": doc}).fetchone()
            some = _docs_in(told)
            docs.extend(some)
            if len(some) < STEP or given_up():
                return docs
            at, doc = (first if newest_first else last), docs[-1]

    def _faceted(self, query: CaseQuery, now: int) -> array[int]:
        """The order of a filtered list out of the narrow index, sorted by SQLite."""
        where, values = condition(query, now)
        sql = f"SELECT group_concat(doc, ' ' ORDER BY {order_sql(query)}) {_FACETED.format(where)}"
        return _docs_in(self._connection.execute(sql, values).fetchone()[0])

    def _settle_instants(self, docs: array[int], *, newest_first: bool) -> None:
        """Put rows received in the same millisecond in their one order; the instants are in order already."""
        for start, place in _ties(docs):
            keys: dict[int, tuple[int, str]] = {}
            for first in range(start, place, FIRST_PAGE):
                some = docs[first : min(first + FIRST_PAGE, place)]
                marks = ", ".join("?" for _ in some)
                sql = f"SELECT doc, received_at, id FROM case_row WHERE doc IN ({marks})"
                keys |= {doc: (at, case) for doc, at, case in self._connection.execute(sql, tuple(some))}
            docs[start:place] = array("q", sorted(keys, key=keys.__getitem__, reverse=newest_first))

    def rows(self, docs: Sequence[int]) -> dict[int, CaseRow]:
        """Rows by their handles."""
        marks = ", ".join("?" for _ in docs)
        sql = f"SELECT {_FIELDS} FROM case_row WHERE doc IN ({marks})"
        return {row[0]: _listed(row) for row in self._connection.execute(sql, tuple(docs))}

    def by_id(self, ids: Sequence[str]) -> list[CaseRow]:
        """Rows by case id."""
        marks = ", ".join("?" for _ in ids)
        sql = f"SELECT {_FIELDS} FROM case_row WHERE id IN ({marks})"
        return [_listed(row) for row in self._connection.execute(sql, tuple(ids))]

    def matching(self, query: CaseQuery, now: int, ids: Sequence[str]) -> list[CaseRow]:
        """Those of the given cases that belong to a list."""
        where, values = condition(query, now)
        marks = ", ".join(f":id{place}" for place in range(len(ids)))
        sql = f"SELECT {_FIELDS} FROM case_row WHERE {where} AND id IN ({marks})"
        keys = {f"id{place}": key for place, key in enumerate(ids)}
        return [_listed(row) for row in self._connection.execute(sql, {**values, **keys})]

    def count(self, query: CaseQuery, now: int) -> int:
        """How many rows a list has. Looks at every row of it: for a worker, unless the list is bounded."""
        where, values = _for_worker(query, now)
        if facets_alone(query) and not query.text:
            sql = f"SELECT count(*) {_FACETED.format(where)}"
            return int(self._connection.execute(sql, values).fetchone()[0])
        return int(self._connection.execute(f"SELECT count(*) FROM case_row WHERE {where}", values).fetchone()[0])

    def count_to(self, query: CaseQuery, now: int, at_most: int) -> int:
        """How many rows a list has, counted up to ``at_most``. It may pass over many that do not belong: for a worker."""
        where, values = condition(query, now)
        sql = f"SELECT count(*) FROM (SELECT 1 FROM case_row WHERE {where} LIMIT :at_most)"
        return int(self._connection.execute(sql, {**values, "at_most": at_most}).fetchone()[0])

    def counts(self, now: int, soon_ms: int = 60 * 60 * 1000, mine: str = "") -> dict[str, int]:
        """How many cases each view has, but for those that grow for ever. ``mine`` is the unit of the view of that name."""
        about = ("counts", soon_ms, mine)
        told: tuple[int, dict[str, int]] = self._once(about, lambda: (now, self._counts(now, soon_ms, mine)))
        if told[0] != now:
            told = self._answers[about] = (now, self._counts(now, soon_ms, mine))
        return dict(told[1])

    def _counts(self, now: int, soon_ms: int, mine: str) -> dict[str, int]:
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

    def by_places(self, query: CaseQuery, now: int) -> tuple[dict[str, int], int]:
        """How many cases of a list lie at each place, at the grid or community where no place is known, and how many at none.

        Of a list that grows for ever only the communities are told. The filters of place are taken as if they were not set.
        Looks at every row of the list: for a worker.
        """
        query = replace(query, place="", community="", grid="")
        where, values = _for_worker(query, now)
        spot = "CASE WHEN place <> '' THEN place WHEN grid <> '' THEN grid ELSE community END"
        sql = f"SELECT {spot}, count(*) FROM case_row WHERE {where} GROUP BY 1"
        if not query.bounded:
            narrow = facets_alone(query) and not query.text
            rows = _FACETED.format(where) if narrow else f"FROM case_row WHERE {where}"
            sql = f"SELECT community, count(*) {rows} GROUP BY 1"
        found = dict(self._connection.execute(sql, values))
        nowhere = int(found.pop("", 0))
        return {str(key): int(count) for key, count in found.items()}, nowhere

    def ids(self, query: CaseQuery, now: int, limit: int) -> list[str]:
        """The ids of the first rows of a list, in its order."""
        docs = self.order(query, now)[:limit]
        rows: dict[int, CaseRow] = {}
        for start in range(0, len(docs), FIRST_PAGE):
            rows |= self.rows(docs[start : start + FIRST_PAGE])
        return [rows[doc].id for doc in docs]

    def stage_counts(self) -> dict[str, int]:
        """How many cases stand in each stage: ended ones from the tally, open ones counted."""
        return dict(self._once("stages", self._stage_counts))

    def _stage_counts(self) -> dict[str, int]:
        sql = (
            "SELECT key, sum(taken + unknown) FROM tally WHERE dim = 'stage' GROUP BY key"
            " UNION ALL SELECT stage, count(*) FROM case_row WHERE open = 1 GROUP BY +stage"
        )
        return {stage: int(count) for stage, count in self._connection.execute(sql) if count}

    def open_by(self, column: str) -> dict[str, int]:
        """Open cases by ``channel``, ``community``, ``lead``, ``grade`` or ``category``."""
        if column not in ("channel", "community", "lead", "grade", "category"):
            raise ValueError(column)
        sql = f"SELECT {column}, count(*) FROM case_row WHERE open = 1 GROUP BY +{column}"
        found = self._once(("open_by", column), lambda: self._connection.execute(sql).fetchall())
        return {str(key): int(count) for key, count in found}

    def by_number(self, number: str) -> str:
        """The id of the case with a number of ours or of its source; empty when there is none."""
        told = number.strip()
        sql = (
            f"WITH RECURSIVE {SOURCES} SELECT id, 0 FROM case_row WHERE number = :told"
            " UNION ALL SELECT id, 1 FROM told CROSS JOIN case_row c ON c.source = told.source"
            " AND c.source_number = :told AND c.source_number <> '' ORDER BY 2, 1 LIMIT 1"
        )
        row = self._connection.execute(sql, {"told": told}).fetchone() if told else None
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
        """The moments at which cases were received between two instants, as the case centre counts them.

        An order that an import brings today and that was received days ago is none of today.
        """
        sql = "SELECT received_at FROM case_row WHERE doc >= ? AND doc < ?"
        return [at for (at,) in self._connection.execute(sql, (search.first_doc(start), search.first_doc(end)))]

    def closed_between(self, start: int, end: int) -> int:
        """How many live cases were closed between two instants."""
        sql = "SELECT count(*) FROM case_row WHERE history = 0 AND closed_at >= ? AND closed_at < ?"
        return int(self._connection.execute(sql, (start, end)).fetchone()[0])

    def by_place(self, place: str, limit: int = 20) -> list[CaseRow]:
        """The newest cases at a place."""
        sql = f"SELECT {_FIELDS} FROM case_row WHERE place = ? AND place <> '' ORDER BY doc DESC LIMIT ?"
        rows = [_listed(row) for row in self._connection.execute(sql, (place, limit))]
        return sorted(rows, key=_newest, reverse=True)

    def search(self, text: str, limit: int = 50, query: CaseQuery | None = None, now: int = 0) -> list[CaseRow]:
        """The newest cases whose words contain ``text``, newest first, ``limit`` at the most."""
        return newest_hits(self._connection, self._in_order, text, limit, query, now)[0]

    def search_at_once(self, text: str, limit: int, query: CaseQuery, now: int) -> tuple[list[CaseRow], bool]:
        """The same as far as the newest hits tell, and whether that is all of it. Bounded, whatever is asked."""
        return newest_hits(self._connection, self._in_order, text, limit, query, now, at_once=True)

    def contain(self, text: str, docs: Sequence[int]) -> set[int]:
        """Those of some handles whose cases contain ``text``."""
        wanted = search.query(text)
        sql = "SELECT 1 FROM search_index WHERE search_index MATCH ? AND rowid = ?"
        return {doc for doc in docs if wanted and self._connection.execute(sql, (wanted, doc)).fetchone()}

    def _in_order(self, docs: list[int]) -> list[CaseRow]:
        found = self.rows(docs) if docs else {}
        return [found[doc] for doc in docs if doc in found]

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
        return self.by_number(number)

    def counted_on(self, start: int, end: int, count: int, letter: str) -> str:
        """The id of the case with a count among those received between two instants, of the desk with this letter first."""
        tail = f"{count:04}"
        sql = (
            "SELECT id FROM case_row WHERE doc >= ? AND doc < ? AND number GLOB ?"
            " ORDER BY number GLOB ? DESC, number LIMIT 1"
        )
        bounds = (search.first_doc(start), search.first_doc(end))
        row = self._connection.execute(sql, (*bounds, f"*-[A-Z]{tail}", f"*-{letter}{tail}")).fetchone()
        return str(row[0]) if row else ""


def _docs_in(told: str | None) -> array[int]:
    """The handles in a text, a slice at a time, so that the interpreter is never held for long."""
    docs = array("q")
    start = 0
    while told and start < len(told):
        end = told.find(" ", start + 20 * STEP)
        end = end if end >= 0 else len(told)
        docs.extend(map(int, told[start:end].split()))
        start = end
    return docs


def _ties(docs: array[int]) -> list[tuple[int, int]]:
    """Where handles of one millisecond stand together: (first place, the place after the last)."""
    found: list[tuple[int, int]] = []
    for start in range(0, len(docs), STEP):
        instants = [doc >> search.DOC_BITS for doc in docs[start : start + STEP + 1]]
        if len(set(instants)) == len(instants):
            continue
        for place in range(1, len(instants)):
            if instants[place] == instants[place - 1]:
                at = start + place
                if found and found[-1][1] == at:
                    found[-1] = (found[-1][0], at + 1)
                else:
                    found.append((at - 1, at + 1))
    return found


def _for_worker(query: CaseQuery, now: int) -> tuple[str, dict[str, object]]:
    """The condition of a question that looks at every row of a list: along the stretch of an import, not past every case."""
    where, values = condition(query, now)
    return (f"{IN_BATCH} AND {where}" if "batch_mark" in values else where), values


def _looked_at(query: CaseQuery) -> str:
    """The condition that holds for ``LOOKED_AT`` cases from the first end of a list by time received, or for all there are."""
    way, side, end = ("DESC", ">=", -_LAST_DOC) if query.order == "received" else ("", "<=", _LAST_DOC)
    edge = f"SELECT doc FROM case_row ORDER BY doc {way} LIMIT 1 OFFSET {LOOKED_AT - 1}"
    return f"doc {side} ifnull(({edge}), {end})"


def _same_instant(one: int, other: int) -> bool:
    """Whether two handles begin with the same millisecond."""
    return one >> search.DOC_BITS == other >> search.DOC_BITS


def _newest(row: CaseRow) -> tuple[int, str]:
    return row.received_at, row.id


_DIGITS = re.compile(r"[0-9](?:[ -]?[0-9]){6}")


def _listed(values: Sequence[Any]) -> CaseRow:
    """A row as lists show it: phone and identity numbers, and the name of who reported it, are masked in the citizen's words
    (domain.md 3.6).
    """
    row, name = CaseRow._make(values[:-1]), values[-1]
    if name or _DIGITS.search(row.title) or _DIGITS.search(row.place_words):
        return row._replace(title=mask_known(row.title, name), place_words=mask_known(row.place_words, name))
    return row
