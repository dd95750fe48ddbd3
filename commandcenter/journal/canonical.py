"""The canonical digest: "the same projections" means that the named tables and columns, sorted by key, hash alike."""

from __future__ import annotations

import hashlib

from commandcenter.journal.codec import to_json_bytes
from commandcenter.journal.database import Connection
from commandcenter.journal.projections import KEYS, LOCAL_COLUMNS

FOLD_VERSION = 7
"""Raised whenever folds or projections change their result: a file folded by another version is rebuilt."""


def canonical_digest(connection: Connection, suffix: str = "") -> str:
    """SHA-256 (hex) over all projections, without row ids, receipt times and what is local to this file."""
    total = hashlib.sha256()
    for table in sorted(KEYS):
        columns = canonical_columns(connection, table)
        total.update(f"{table}({','.join(columns)})\n".encode())
        sql = f"SELECT {', '.join(columns)} FROM {table}{suffix} ORDER BY {', '.join(KEYS[table])}"
        for row in connection.execute(sql):
            total.update(to_json_bytes(row))
    return total.hexdigest()


def canonical_columns(connection: Connection, table: str) -> list[str]:
    """The columns of a projection that every desk must agree on, in name order."""
    local = LOCAL_COLUMNS.get(table, ())
    return sorted(line[1] for line in connection.execute(f"PRAGMA table_info({table})") if line[1] not in local)


def fold_version(connection: Connection) -> int:
    """The fold version the projections of this file were made with; 0 for an unmarked one."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'fold_version'").fetchone()
    return int(row[0]) if row else 0


def mark_fold_version(connection: Connection) -> None:
    """Say that all projections of this file were made by this program's folds."""
    connection.execute(
        "INSERT INTO meta (key, value) VALUES ('fold_version', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (str(FOLD_VERSION),),
    )


def forget_fold_version(connection: Connection) -> None:
    """Say that the projections of this file have to be made anew."""
    connection.execute("DELETE FROM meta WHERE key = 'fold_version'")
