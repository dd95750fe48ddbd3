"""Two kinds of storage error: the world's fault, said in words with the command kept, and ours, which is a crash."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

_NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Trouble(Exception):
    """The world is at fault: a full, read-only, torn or locked file, a newer database, a wrong key.

    ``code``: disk_full, read_only, torn, locked, newer, wrong_key, io, not_found, bad_backup, in_use, bad_place,
    attachment_bad.
    ``facts`` say what the sentence needs. Nothing was written when it is raised.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code}({told})"


_CODES = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CORRUPT": "torn",
    "SQLITE_NOTADB": "wrong_key",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_IOERR": "io",
    "SQLITE_CANTOPEN": "not_found",
    "SQLITE_PERM": "read_only",
}

_MESSAGES = {
    "database or disk is full": "disk_full",
    "readonly database": "read_only",
    "malformed": "torn",
    "not a database": "wrong_key",
    "is locked": "locked",
    "disk i/o error": "io",
    "unable to open": "not_found",
    "file is encrypted": "wrong_key",
}


def trouble_in(error: BaseException, path: Path | None = None) -> Trouble | None:
    """The trouble behind an error; None when it is our own fault."""
    where = {"path": str(path)} if path else {}
    if isinstance(error, Trouble):
        return error
    if isinstance(error, sqlite.Error):
        text = str(error).lower()
        code = next((code for part, code in _MESSAGES.items() if part in text), None)
        name = getattr(error, "sqlite_errorname", None)
        code = code or next((found for start, found in _CODES.items() if name and name.startswith(start)), None)
        return Trouble(code, detail=str(error), **where) if code else None
    if isinstance(error, OSError):
        if error.errno in _NO_SPACE:
            return Trouble("disk_full", detail=str(error), **where)
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            return Trouble("read_only", detail=str(error), **where)
        if error.errno == errno.ENOENT:
            return Trouble("not_found", detail=str(error), **where)
        return Trouble("io", detail=str(error), **where)
    return None


@contextmanager
def telling(path: Path | None = None) -> Iterator[None]:
    """Turn the world's faults inside the block into ``Trouble``; let our own pass."""
    try:
        yield
    except (sqlite.Error, OSError) as error:
        trouble = trouble_in(error, path)
        if trouble is None:
            raise
        raise trouble from error
