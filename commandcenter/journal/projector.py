"""Writing projection rows: only what differs, one statement a row, inside the transaction of the events behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from zlib import crc32

from commandcenter.journal.database import Connection
from commandcenter.journal.projections import KEYS, Row
from commandcenter.journal.search import DOC_BITS, first_doc
from commandcenter.journal.tally import FACT_COLUMNS, PLACE_COLUMNS, Tally

_DOC_MASK = (1 << DOC_BITS) - 1
_ASKED_AT_ONCE = 1000


class Projector:
    """Writes rows into the projection tables of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._upserts: dict[str, tuple[tuple[str, ...], str]] = {}
        self._tally: Tally | None = None

    @contextmanager
    def tallying(self) -> Iterator[None]:
        """What is written inside is counted in the tally at the end; a rebuild writes without and counts anew."""
        self._tally = Tally()
        try:
            yield
            self._tally.save(self._connection)
        finally:
            self._tally = None

    def write(self, subject: str, old: Sequence[Row] | None, new: Sequence[Row]) -> None:
        """Bring the rows of ``subject`` from ``old`` to ``new``; ``old`` None means unknown, so its clocks and files are redone."""
        if self._tally is not None and subject.startswith("case/"):
            standing = self._counted(subject[5:]) if old is None else _case_values(old)
            self._tally.move(standing, _case_values(new))
        if old is None:
            self._connection.execute("DELETE FROM deadline WHERE subject = ?", (subject,))
            if subject.startswith(("case/", "patrol/")):
                self._connection.execute("DELETE FROM attachment WHERE subject = ?", (subject,))
            for row in new:
                self.put(row)
            return
        before = {_key(row): row for row in old}
        for row in new:
            if before.pop(_key(row), None) != row:
                self.put(row)
        for table, *key in before:
            self.delete(table, key)

    def delete(self, table: str, key: Sequence[str]) -> None:
        """Remove the row with a key."""
        where = " AND ".join(f"{name} = ?" for name in KEYS[table])
        self._connection.execute(f"DELETE FROM {table} WHERE {where}", tuple(key))

    def columns(self, table: str) -> tuple[str, ...]:
        """The columns of a table that come from the state; the local handle is not among them."""
        return tuple(name for name in self._columns(table) if name != "doc")

    def write_new(self, rows: Sequence[Row]) -> dict[str, int]:
        """Insert rows of subjects that have none yet, table by table. Returns the document numbers of the new cases."""
        by_table: dict[str, list[Mapping[str, object]]] = {}
        for row in rows:
            by_table.setdefault(row.table, []).append(row.values)
        docs = self._new_docs(by_table.get("case_row", ()))
        if self._tally is not None:
            for case in by_table.get("case_row", ()):
                self._tally.move(None, case)
        for table, values in by_table.items():
            names = self._columns(table)
            told = ", ".join(names)
            marks = ", ".join("?" for _ in names)
            in_order = itemgetter(*(name for name in names if name != "doc"))
            lines: Iterable[tuple[object, ...]] = map(in_order, values)
            if table == "case_row":
                # in the order of the table's own key, or the file is torn up page by page
                lines = sorted((docs[str(line["id"])], *in_order(line)) for line in values)
            self._connection.executemany(f"INSERT INTO {table} ({told}) VALUES ({marks})", lines)
        return docs

    def _new_docs(self, cases: Sequence[Mapping[str, object]]) -> dict[str, int]:
        """Free document numbers for new cases, asked for in few statements."""
        wished = {str(line["id"]): _wished_doc(str(line["id"]), int(str(line["received_at"]))) for line in cases}
        taken: set[int] = set()
        asked = list(wished.values())
        for start in range(0, len(asked), _ASKED_AT_ONCE):
            some = asked[start : start + _ASKED_AT_ONCE]
            sql = f"SELECT doc FROM case_row WHERE doc IN ({', '.join('?' for _ in some)})"
            taken.update(doc for (doc,) in self._connection.execute(sql, some))
        for case, doc in wished.items():
            if doc in taken:
                doc = wished[case] = self.new_doc(case, doc >> DOC_BITS, taken)
            taken.add(doc)
        return wished

    def doc_of(self, case: str) -> int | None:
        """The document number of a case that has a row."""
        row = self._connection.execute("SELECT doc FROM case_row WHERE id = ?", (case,)).fetchone()
        return int(row[0]) if row else None

    def new_doc(self, case: str, received_at: int, taken: Collection[int] = ()) -> int:
        """A free document number for a case received then, none of ``taken``."""
        doc = _wished_doc(case, received_at)
        sql = "SELECT 1 FROM case_row WHERE doc = ?"
        while doc in taken or self._connection.execute(sql, (doc,)).fetchone():
            doc = doc & ~_DOC_MASK | (doc + 1) & _DOC_MASK
        return doc

    def _counted(self, case: str) -> dict[str, object] | None:
        """What the tally looks at of a case as it stands in the file."""
        names = ("received_at", *PLACE_COLUMNS, *FACT_COLUMNS)
        row = self._connection.execute(f"SELECT {', '.join(names)} FROM case_row WHERE id = ?", (case,)).fetchone()
        return dict(zip(names, row, strict=True)) if row else None

    def _columns(self, table: str) -> tuple[str, ...]:
        return self._statement(table)[0]

    def put(self, row: Row) -> None:
        """Insert a row or bring the one that stands to it."""
        values = row.values
        if row.table == "case_row":
            case, received_at = str(values["id"]), int(values["received_at"])
            doc = self.doc_of(case)
            if doc is not None and doc & ~_DOC_MASK != first_doc(received_at):
                self._connection.execute("DELETE FROM case_row WHERE doc = ?", (doc,))
                doc = None
            values = {"doc": doc if doc is not None else self.new_doc(case, received_at), **values}
        names, sql = self._statement(row.table)
        self._connection.execute(sql, tuple(values[name] for name in names))

    def _statement(self, table: str) -> tuple[tuple[str, ...], str]:
        if table not in self._upserts:
            told = self._connection.execute(f"PRAGMA table_info({table})").fetchall()
            names = tuple(line[1] for line in told)
            marks = ", ".join("?" for _ in names)
            keys = KEYS[table]
            changes = ", ".join(f"{name} = excluded.{name}" for name in names if name not in keys and name != "doc")
            sql = (
                f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
                f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {changes}"
            )
            self._upserts[table] = (names, sql)
        return self._upserts[table]


def _case_values(rows: Iterable[Row]) -> Mapping[str, object] | None:
    return next((row.values for row in rows if row.table == "case_row"), None)


def _wished_doc(case: str, received_at: int) -> int:
    return first_doc(received_at) | crc32(case.encode()) & _DOC_MASK


def _key(row: Row) -> tuple[str, ...]:
    return (row.table, *(str(row.values[name]) for name in KEYS[row.table]))
