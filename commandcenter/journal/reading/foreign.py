"""Questions of imports and exports: which foreign matters stand here already, and whole cases in bulk."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from commandcenter.journal.database import Connection
from commandcenter.journal.reading.case_query import Stretch
from commandcenter.journal.search import first_doc

AT_ONCE = 500


class Standing(NamedTuple):
    """What of a case tells whether a foreign row is the same matter. An erased case has no words."""

    source_number: str
    received_at: int
    title: str
    text: str
    told: str = ""


class WholeCase(NamedTuple):
    """A case with all its words, as an export writes it. Times are epoch milliseconds."""

    doc: int
    id: str
    number: str
    source_number: str
    channel: str
    stage: str
    grade: str
    category: str
    title: str
    text: str
    place: str
    place_words: str
    community: str
    lead: str
    others: str
    reporter: str
    phone: str
    anonymous: int
    received_at: int
    registered_at: int
    due_at: int | None
    closed_at: int | None
    solved: int | None
    satisfied: int | None
    result: str


class ForeignReader:
    """Reads through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def numbered(self, source: str, numbers: Sequence[str]) -> dict[str, Standing]:
        """The cases that stand under numbers of a source."""
        found = {}
        for some in _chunks(numbers):
            sql = (
                "SELECT source_number, received_at, title, text, told FROM case_row WHERE source = ? AND source_number <> ''"
                f" AND source_number IN ({_marks(some)})"
            )
            for row in self._connection.execute(sql, (source, *some)):
                found[row[0]] = Standing._make(row)
        return found

    def unnumbered(self, source: str, instants: Iterable[int]) -> list[Standing]:
        """The cases of a source without a number that were received at one of these moments (epoch milliseconds)."""
        sql = (
            "SELECT source_number, received_at, title, text, told FROM case_row"
            " WHERE doc >= ? AND doc < ? AND source = ? AND source_number = ''"
        )
        found = []
        for instant in set(instants):
            bounds = (first_doc(instant), first_doc(instant + 1))
            found += [Standing._make(row) for row in self._connection.execute(sql, (*bounds, source))]
        return found

    def stretch(self, mark: str, since: Mapping[str, int]) -> str:
        """Where the import with a mark stands in the journal, behind the entries ``since``; empty when it wrote nothing."""
        sql = (
            "SELECT min(seq), max(seq) FROM event WHERE node = ? AND seq > ?"
            " AND kind IN ('case.imported', 'case.updated') AND body ->> '$.batch' = ?"
        )
        for node, last in self.newest().items():
            if last > since.get(node, 0):
                first, last = self._connection.execute(sql, (node, since.get(node, 0), mark)).fetchone()
                if first is not None:
                    return str(Stretch(mark, node, first, last))
        return ""

    def newest(self) -> dict[str, int]:
        """The number of the newest entry of every desk; a step in the journal's key for each."""
        sql = (
            "WITH RECURSIVE desk(node) AS (SELECT min(node) FROM event UNION ALL"
            " SELECT (SELECT min(node) FROM event WHERE node > desk.node) FROM desk WHERE desk.node IS NOT NULL)"
            " SELECT node, (SELECT max(seq) FROM event WHERE event.node = desk.node) FROM desk WHERE node IS NOT NULL"
        )
        return dict(self._connection.execute(sql).fetchall())

    def whole(self, docs: Sequence[int] | array[int]) -> Iterator[WholeCase]:
        """Cases by their handles, in the order of the handles, a few hundred in memory at a time."""
        columns = ", ".join(WholeCase._fields)
        for some in _chunks(docs):
            sql = f"SELECT {columns} FROM case_row WHERE doc IN ({_marks(some)})"
            rows = {row[0]: WholeCase._make(row) for row in self._connection.execute(sql, tuple(some))}
            yield from (rows[doc] for doc in some if doc in rows)


def _chunks(values: Sequence[object] | array[int]) -> Iterator[Sequence[object]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)
