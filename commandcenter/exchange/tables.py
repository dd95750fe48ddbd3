"""A small table that goes out to a file: ``.xlsx`` or ``.csv`` by its suffix. It appears whole or not at all.

Texts never become formulas: one that begins like a formula gets an apostrophe before it, in both kinds of file.
"""

from __future__ import annotations

import csv
import io
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from commandcenter.domain.refusal import Refused
from commandcenter.exchange.spreadsheet import SheetWriter, Value
from commandcenter.journal.trouble import telling

SUFFIXES = (".xlsx", ".csv")

_BEGINS_A_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


def guarded(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text[:1] in _BEGINS_A_FORMULA and text else text


@contextmanager
def appearing_whole(target: Path) -> Iterator[IO[bytes]]:
    """A file beside the target that takes its place once everything is on the disk, and is gone when anything fails."""
    draft = target.with_name(f".export-{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def write_table(target: Path, title: str, headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> int:
    """Write a table and return how many rows. Refuses ``export_kind_unknown``; raises ``Trouble`` as files do."""
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise Refused("export_kind_unknown", suffix=target.suffix, known=" ".join(SUFFIXES))
    lines = [[guarded(value) if isinstance(value, str) else value for value in row] for row in rows]
    with telling(target), appearing_whole(target) as file:
        if suffix == ".xlsx":
            with SheetWriter(file, title, headings, [max(10, 2 * len(heading) + 2) for heading in headings]) as sheet:
                for line in lines:
                    sheet.write(line)
        else:
            text = io.TextIOWrapper(file, "utf-8-sig", errors="replace", newline="", write_through=True)
            csv.writer(text).writerows([headings, *lines])
            text.detach()
    return len(lines)
