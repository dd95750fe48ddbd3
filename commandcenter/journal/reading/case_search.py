"""Finding cases by their words, alone or within a list: the way is chosen so that it costs with what is shown.

Hits come newest first out of the index and stop at the last row wanted. Where the filters let too many of them pass by
unused, the other end is taken: first the handles the filters leave, then the hits among them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from commandcenter.journal import search
from commandcenter.journal.database import Connection
from commandcenter.journal.reading.case_query import CaseQuery, condition, facets_alone

if TYPE_CHECKING:
    from commandcenter.journal.reading.case_query import CaseRow

FEW = 2000
"""So many of the newest hits are looked at one by one, whatever the filters."""
AT_ONCE = 500
"""So many of them while the window waits: the rows lie far apart in the file."""
FACETS = "case_row INDEXED BY ix_case_row_facets"
"""The narrow copy of what lists are filtered by. It is used only where it is named: partial, under a condition that always
holds, so that no other question takes it for an order it does not have."""
WHOLE = "history >= 0"

_HITS = "SELECT s.rowid FROM search_index s"
_LOOKED_UP = (
    f"{_HITS} JOIN case_row ON doc = s.rowid WHERE search_index MATCH :words AND {{}} AND {{}} ORDER BY s.rowid DESC"
)
_NEWEST = (
    "s.rowid >= ifnull((SELECT rowid FROM search_index WHERE search_index MATCH :words"
    " ORDER BY rowid DESC LIMIT 1 OFFSET :few), 0)"
)
"""Only the newest hits."""
_HELD = (
    f"WITH held(doc) AS MATERIALIZED (SELECT doc FROM {{}} WHERE {{}}) {_HITS} WHERE search_index MATCH :words"
    " AND s.rowid >= (SELECT min(doc) FROM held) AND +s.rowid IN (SELECT doc FROM held) ORDER BY s.rowid DESC"
)
_PLAIN = f"{_HITS} WHERE search_index MATCH :words ORDER BY s.rowid DESC"

Rows = Callable[[list[int]], "list[CaseRow]"]


def newest_hits(
    connection: Connection,
    rows: Rows,
    text: str,
    limit: int,
    query: CaseQuery | None,
    now: int,
    *,
    at_once: bool = False,
) -> tuple[list[CaseRow], bool]:
    """The newest cases of a list (all without ``query``) whose words contain ``text``, ``limit`` at the most, and whether
    there are no more of them. ``at_once``: only as far as the newest hits tell, which costs the same whatever is asked.

    ``rows`` gives rows by handles. Cases received in one millisecond come in the order of their ids, backwards.
    """
    wanted = search.query(text)
    if not wanted:
        return [], True
    ways = _ways(wanted, query, now)
    whole, few = True, AT_ONCE if at_once else FEW
    for sql, told in ways[:1] if at_once else ways:
        values = told | {"words": wanted, "few": few}
        docs = _docs(connection, f"{sql} LIMIT :limit", values | {"limit": limit + 1})
        if len(docs) > limit or (_NEWEST in sql and _capped(connection, wanted, few) <= few):
            break
        whole = not at_once or len(ways) == 1
    if len(docs) > limit and docs[-1] >> search.DOC_BITS == docs[-2] >> search.DOC_BITS:
        # all of that millisecond, so that the list is cut in its one order
        edge = docs[-1] >> search.DOC_BITS << search.DOC_BITS
        last = edge + (1 << search.DOC_BITS) - 1
        within = sql.replace(" ORDER BY", " AND s.rowid BETWEEN :edge AND :last ORDER BY")
        docs = [doc for doc in docs if doc > last] + _docs(connection, within, values | {"edge": edge, "last": last})
    found = rows(docs)
    found.sort(key=lambda row: (row.received_at, row.id), reverse=True)
    return found[:limit], whole


def _docs(connection: Connection, sql: str, values: dict[str, object]) -> list[int]:
    return [doc for (doc,) in connection.execute(sql, values)]


def _ways(wanted: str, query: CaseQuery | None, now: int) -> list[tuple[str, dict[str, object]]]:
    """The questions that find the hits of a list: the next is put when the one before leaves room for more."""
    if query is None or (query.view == "all" and not query.narrows):
        return [(_PLAIN, {})]
    where, values = condition(query.only_filters, now)
    newest = (_LOOKED_UP.format(where, _NEWEST), values)
    if query.bounded or query.place:
        return [newest, (_HELD.format("case_row", where), values)]
    if query.narrows and facets_alone(query):
        return [newest, (_HELD.format(FACETS, f"{where} AND {WHOLE}"), values)]
    return [newest, (_LOOKED_UP.format(where, "1"), values)]


def _capped(connection: Connection, wanted: str, few: int) -> int:
    sql = "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)"
    return int(connection.execute(sql, (wanted, few + 1)).fetchone()[0])
