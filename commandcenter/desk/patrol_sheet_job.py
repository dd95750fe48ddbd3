"""Sheets of patrols and attendance, as a job: what a file holds is looked into beside the window, nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import local_date
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.patrol_sheets import (
    Known,
    PatrolReader,
    Remembered,
    Table,
    Turned,
    open_table,
    read_attendance,
    signature_of,
)
from commandcenter.exchange.rejects import save_rows
from commandcenter.journal.database import key_from

Progress = Callable[[int, int], None]
LOOKS_BACK = 62
"""So many days back planned turns are looked for that a sheet may tell of."""


def look_into(
    progress: Progress,
    folder: str,
    key: str,
    path: str,
    now: int,
    family: str = "patrol",
    sheet: str = "",
    columns: Mapping[str, int] | None = None,
    remembered: Remembered | None = None,
) -> dict[str, Any]:
    """What a file holds: ``file``, ``sheets``, ``sheet``, ``headings``, ``columns`` (field → place from 0), ``walks`` or
    ``lines``, ``rejected`` (row, reason code), ``findings``, ``turns`` (how many walks are planned turns), ``signature`` of
    its headings and ``as_before``: the columns are those ``remembered`` for them. Where columns are lacking nothing is read
    and ``lacking`` says so (code, facts): they can be chosen by hand.

    Refuses what ``open_table`` refuses.
    """
    progress(0, 1)
    table = open_table(Path(path), family, sheet, columns, remembered)
    signature = signature_of(family, table.layout.headings)
    told: dict[str, Any] = {
        "file": table.file,
        "sheets": list(table.sheets),
        "sheet": table.layout.sheet,
        "headings": list(table.layout.headings),
        "columns": dict(table.layout.columns),
        "signature": signature,
        "as_before": columns is None and signature in (remembered or {}),
        "lacking": None,
        "walks": [],
        "lines": [],
        "rejected": [],
        "turns": 0,
        "findings": 0,
    }
    try:
        if family == "attendance":
            told["lines"], told["rejected"] = read_attendance(table)
        else:
            told |= _walks(table, folder, key, now)
    except Refused as refused:
        told["lacking"] = (refused.code, refused.facts)
    progress(1, 1)
    return told


def _walks(table: Table, folder: str, key: str, now: int) -> dict[str, Any]:
    read = Read(Path(folder), key_from(key))
    try:
        found = PatrolReader(table, _known(read, now), now).read()
    finally:
        read.close()
    turns = sum(bool(walk.turn) for walk in found.walks)
    return {"walks": list(found.walks), "rejected": list(found.rejected), "findings": found.findings, "turns": turns}


def _known(read: Read, now: int) -> Known:
    reference = Reference(read.reference)
    today = local_date(now)
    rows = read.patrols.between(today - timedelta(days=LOOKS_BACK), today, limit=100_000)
    turns = [
        Turned(row.id, row.place, row.person, row.window_start, row.window_end)
        for row in rows
        if row.stage == "planned" and row.window_start is not None and row.window_end is not None
    ]
    return Known(reference.directory, reference.patrol_lists, turns)


def save_rejected(
    progress: Progress,
    folder: str,
    key: str,
    path: str,
    family: str,
    sheet: str,
    rejected: list[tuple[int, str]],
    words: dict[str, str],
) -> str:
    """Write the rejected rows into a table beside the file, each with its reason; the result is the path. ``words`` tell the
    codes. Refuses what ``open_table`` refuses, raises what ``save_rows`` raises.
    """
    progress(0, 1)
    table = open_table(Path(path), family, sheet)
    why = {row: words.get(code, code) for row, code in rejected}
    target = save_rows(Path(path), table.layout.sheet, table.layout.headings, table.rows, why)
    progress(1, 1)
    return str(target)
