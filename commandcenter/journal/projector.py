"""Writing projection rows: only what differs, one statement a row, inside the transaction of the events behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zlib import crc32

from commandcenter.journal.database import Connection
from commandcenter.journal.projections import KEYS, Row
from commandcenter.journal.search import DOC_BITS

_DOC_MASK = (1 << DOC_BITS) - 1


class Projector:
    """Writes rows into the projection tables of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._upserts: dict[str, tuple[tuple[str, ...], str]] = {}
        self._assigned: set[int] = set()

    def write(self, subject: str, old: Sequence[Row] | None, new: Sequence[Row]) -> None:
        """Bring the rows of ``subject`` from ``old`` to ``new``; ``old`` None means unknown, so its clocks are redone."""
        if old is None:
            self._connection.execute("DELETE FROM deadline WHERE subject = ?", (subject,))
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

    def write_new(self, rows: Sequence[Row]) -> None:
        """Insert rows of subjects that have none yet, table by table."""
        self._assigned.clear()
        by_table: dict[str, list[tuple[object, ...]]] = {}
        for row in rows:
            by_table.setdefault(row.table, []).append(tuple(self._complete(row).values()))
        for table, values in by_table.items():
            names = ", ".join(self._columns(table))
            marks = ", ".join("?" for _ in self._columns(table))
            self._connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)

    def doc_of(self, case: str) -> int | None:
        """The document number of a case that has a row."""
        row = self._connection.execute("SELECT doc FROM case_row WHERE id = ?", (case,)).fetchone()
        return int(row[0]) if row else None

    def new_doc(self, case: str, received_at: int) -> int:
        """A free document number for a case received then."""
        start = received_at << DOC_BITS
        low = crc32(case.encode()) & _DOC_MASK
        sql = "SELECT 1 FROM case_row WHERE doc = ?"
        while start | low in self._assigned or self._connection.execute(sql, (start | low,)).fetchone():
            low = (low + 1) & _DOC_MASK
        self._assigned.add(start | low)
        return start | low

    def _complete(self, row: Row) -> Mapping[str, object]:
        if row.table != "case_row":
            return row.values
        doc = self.new_doc(str(row.values["id"]), int(row.values["received_at"]))
        return {"doc": doc, **row.values}

    def _columns(self, table: str) -> tuple[str, ...]:
        return self._statement(table)[0]

    def put(self, row: Row) -> None:
        """Insert a row or bring the one that stands to it."""
        values = row.values
        if row.table == "case_row":
            case, received_at = str(values["id"]), int(values["received_at"])
            doc = self.doc_of(case)
            if doc is not None and doc >> DOC_BITS != received_at:
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


def _key(row: Row) -> tuple[str, ...]:
    return (row.table, *(str(row.values[name]) for name in KEYS[row.table]))
