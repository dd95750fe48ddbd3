"""Questions asked while a case is being typed: each bounded by an index and a count, so they cost the same at a million."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from commandcenter.domain.case_likeness import Standing, spellings
from commandcenter.journal import search
from commandcenter.journal.database import Connection

NEWEST = 24
"""So many of the newest cases of a place, a phone or some words are looked at."""
PHRASE = 4
"""So many neighbouring characters two titles must share to be found by their words."""
MOST_PHRASES = 24

_COLUMNS = (
    "c.id, c.number, substr(c.title, 1, 80), c.place, c.community, c.category, c.source_number, c.stage, c.open,"
    " c.merged_into, c.received_at"
)

_SOURCES = (
    "WITH RECURSIVE told(source) AS ("
    " SELECT min(source) FROM case_row WHERE source_number <> ''"
    " UNION ALL SELECT (SELECT min(source) FROM case_row WHERE source_number <> '' AND source > told.source)"
    " FROM told WHERE told.source IS NOT NULL) SELECT source FROM told"
)
"""The few sources there are, each found by one step in the index."""


def phrases(title: str) -> str:
    """The query for texts that share ``PHRASE`` neighbouring characters with a title; empty for a title too short."""
    found: dict[str, None] = {}
    for run in search.normalised(title).split():
        windows = [run[place : place + PHRASE] for place in range(max(1, len(run) - PHRASE + 1))]
        found |= dict.fromkeys(window for window in windows if len(window) > 1)
    return " OR ".join(search.query(window) for window in list(found)[:MOST_PHRASES])


class IntakeReader:
    """Finds what may be the same matter, through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def at_place(self, place: str, phone: str = "") -> list[Standing]:
        """The newest cases of a place."""
        return self._rows("c.place = ? AND c.place <> ''", (place,), phone) if place else []

    def by_phone(self, phone: str) -> list[Standing]:
        """The newest cases of a phone number, however it was written down."""
        found: list[Standing] = []
        for written in spellings(phone):  # one by one, so that each is read in order and cut, never sorted
            found += self._rows("c.phone = ? AND c.phone <> ''", (written,), phone)
        return sorted(found, key=_newest, reverse=True)[:NEWEST]

    def by_source_number(self, number: str) -> list[Standing]:
        """The cases with a number of their source."""
        if not number:
            return []
        found: list[Standing] = []
        for (source,) in self._connection.execute(_SOURCES).fetchall():
            if source is not None:
                where = "c.source = ? AND c.source_number = ? AND c.source_number <> ''"
                found += self._rows(where, (source, number), "")
        return found

    def by_words(self, title: str, since: int, phone: str = "") -> list[Standing]:
        """The newest cases received since then whose words share some neighbouring characters with the title.

        For a worker: it costs with the cases received since then, not with all that are stored.
        """
        wanted = phrases(title)
        if not wanted:
            return []
        sql = (
            f"SELECT {_COLUMNS}, {{}} FROM search_index s JOIN case_row c ON c.doc = s.rowid"
            " WHERE search_index MATCH ? AND s.rowid >= ? ORDER BY s.rowid DESC LIMIT ?"
        )
        return self._asked(sql, (wanted, search.first_doc(since), NEWEST), phone)

    def _rows(self, where: str, values: Sequence[object], phone: str) -> list[Standing]:
        sql = f"SELECT {_COLUMNS}, {{}} FROM case_row c WHERE {where} ORDER BY c.doc DESC LIMIT ?"
        return self._asked(sql, (*values, NEWEST), phone)

    def _asked(self, sql: str, values: Sequence[object], phone: str) -> list[Standing]:
        written = spellings(phone)
        same = f"c.phone IN ({', '.join('?' for _ in written)})" if written else "0"
        rows = self._connection.execute(sql.format(same), (*written, *values))
        return [_standing(row) for row in rows]


def _newest(case: Standing) -> tuple[int, str]:
    return case.received_at, case.id


def _standing(row: Sequence[Any]) -> Standing:
    told = dict(zip(Standing.__slots__, row, strict=True))
    return Standing(**told | {name: bool(told[name]) for name in ("open", "same_phone")})
