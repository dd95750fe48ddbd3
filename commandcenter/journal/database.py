"""The one function that opens the database, and the pragmas that keep what was acknowledged.

One SQLite build everywhere: the one bundled with ``sqlcipher3``. Without a key it is a plain SQLite that is past the
WAL-reset fault (fixed in 3.51.3), which the system's is not.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from sqlcipher3 import dbapi2 as sqlite

from commandcenter.journal.trouble import Trouble, telling

Connection: TypeAlias = Any
"""A ``sqlcipher3`` connection; the library carries no types."""

FILE_NAME = "commandcenter.db"
BACKUP_SUFFIX = ".ccb"
"""How the name of a backup ends, wherever backups are looked for."""
SCHEMA = 4
"""The schema this program reads and writes, in ``PRAGMA user_version``. Each migration raises it."""

BUSY_MS = 10_000
PAGE_CACHE_KIB = 16_384
_LOOKS, _LOOK_AGAIN_S = 20, 0.1


def connect(path: Path, *, key: bytes | None = None, write: bool = False, create: bool = False) -> Connection:
    """Open the database at ``path``.

    Writers get WAL with ``synchronous=FULL``: a commit that returned is on the disk. Readers cannot change anything; for
    them a file without a schema is one that lost its content.
    ``key`` is a raw 32-byte key of an encrypted file. Raises ``Trouble``: not_found, wrong_key, torn, read_only, io.
    """
    if not create and not path.exists():
        raise Trouble("not_found", path=str(path))
    try:
        with telling(path):
            return _open(path, key, write)
    except Trouble as trouble:
        if trouble.code != "not_found" or not path.exists():
            raise
        # SQLite says the same of a file that is not there and of one beside which it may not write
        raise Trouble("io" if os.access(path.parent, os.W_OK) else "read_only", **trouble.facts) from trouble


def _open(path: Path, key: bytes | None, write: bool) -> Connection:
    connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000)
    try:
        if key is not None:
            if len(key) != 32:
                raise Trouble("wrong_key", path=str(path))
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        _prepare(connection, write)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not write and schema_of(connection) == 0:
            raise Trouble("torn", path=str(path), detail="empty")
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: Connection, write: bool) -> None:
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA recursive_triggers=ON")  # else INSERT OR REPLACE walks past the append-only triggers
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.execute(f"PRAGMA cache_size=-{PAGE_CACHE_KIB}")
    if write:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=FAST")
        connection.execute("PRAGMA journal_size_limit=67108864")
    else:
        connection.execute("PRAGMA query_only=ON")


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """A write transaction taken at once. Everything in it happens, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def empty_log(connection: Connection, folder: Path) -> None:
    """Fold the write-ahead log back to the last page: what was overwritten in the file must not stand in it.

    Raises ``Trouble`` in_use when somebody keeps reading the old pages look after look.
    """
    with telling(folder):
        for _look in range(_LOOKS):
            if not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                return
            time.sleep(_LOOK_AGAIN_S)
    raise Trouble("in_use", path=str(folder))


def schema_of(connection: Connection) -> int:
    """The schema of an open file; 0 is an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def sqlite_version() -> str:
    """The version of the bundled SQLite."""
    return str(sqlite.sqlite_version)


def key_from(text: str | None = None) -> bytes | None:
    """The raw key given as 64 hex digits, or in ``COMMANDCENTER_KEY``; None for a plain file.

    Raises ``Trouble`` wrong_key for anything else.
    """
    text = text if text is not None else os.environ.get("COMMANDCENTER_KEY", "")
    if not text.strip():
        return None
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        raise Trouble("wrong_key") from None
    if len(key) != 32:
        raise Trouble("wrong_key")
    return key
