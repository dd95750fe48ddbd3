"""Rosters in and out as jobs: the window runs them in a child process. ``options`` are plain; a look comes back as it was taken.

``options`` of a look are those of ``roster_file.Choice``; taking over has ``keys`` and what was seen under them besides, and
``who`` as the fields of ``Who``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from commandcenter.desk.door import submit_through
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Who
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster_import import FAMILY, roster_import_of, taken_over, way_back
from commandcenter.exchange.rejects import save_rejects
from commandcenter.exchange.roster_columns import recognise
from commandcenter.exchange.roster_difference import Lately
from commandcenter.exchange.roster_export import write_roster, write_units
from commandcenter.exchange.roster_file import Choice, Looked, Seen, look
from commandcenter.exchange.roster_ground import Ground
from commandcenter.exchange.roster_takeover import TakeOver, with_needed
from commandcenter.journal.database import FILE_NAME, Connection, connect, key_from
from commandcenter.journal.ids import uuid7
from commandcenter.journal.reading.patrols import PatrolReader
from commandcenter.journal.reading.reference import ReferenceReader

Progress = Callable[[int, int], None]

LATELY_DAYS = 30
"""Who walked within so many days is not gone without a word."""


def look_into(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> Seen:
    """What a file holds and what it would change; nothing is written. Refuses what ``roster_file.look`` refuses."""
    with _reading(folder, key) as connection:
        return _look(connection, path, Choice.from_plain(options), progress).seen


def take_over(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Take the ticked differences over as one act: ``keys`` maps each to (before, after) as it was seen.

    Returns ``key`` (the record of the import), ``taken`` and ``counts``. Refuses ``roster_moved`` when the roster or the file is not as it was
    seen, what a look and the acts refuse. Raises ``Trouble``.
    """
    choice = Choice.from_plain(options)
    wanted: Mapping[str, Any] = options["keys"]
    with _reading(folder, key) as connection:
        looked = _look(connection, path, choice, progress)
    taken = with_needed(looked.seen.differences, wanted)
    now_seen = {one.key: [one.before, one.after] for one in taken if one.key in wanted}
    if now_seen != {name: list(pair) for name, pair in wanted.items()}:
        raise Refused("roster_moved", file=looked.seen.file)
    made = TakeOver(looked.ground, looked.people, choice.since, choice.now, lambda: uuid7(choice.now))
    steps = made.commands(taken)
    counts = Counter(one.sort for one in taken)
    record = uuid7(choice.now)
    batch = taken_over(record, looked.seen.file, choice.since, choice.now, counts, steps)
    _submit(folder, key, batch, options)
    return {"key": record, "taken": len(taken), "counts": dict(counts)}


def take_back(progress: Progress, folder: str, key: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Take an import back as one act. ``options``: ``key``, ``now``, ``reason``. Returns ``kept``: how many stay as they are now.

    Refuses ``not_listed`` for one that is unknown or was taken back.
    """
    progress(0, 1)
    subject = f"{FAMILY}/{options['key']}"
    with _reading(folder, key) as connection:
        reader = ReferenceReader(connection)
        record = reader.record(subject)
        if not record.active:
            raise Refused("not_listed", subject=subject)
        told = roster_import_of(record)
        facts = {one: reader.facts(one) for one in told.subjects}
        listing = reader.facts(subject)[0]
    back = way_back(told, listing, facts, int(options["now"]), str(options.get("reason", "")))
    _submit(folder, key, back.command, options)
    progress(1, 1)
    return {"kept": len(back.kept), "subjects": len(told.subjects)}


def write_out(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Write the roster (``what``: roster) or the units (``units``) to a file. Returns ``path`` and ``rows``."""
    progress(0, 1)
    with _reading(folder, key) as connection:
        reader = ReferenceReader(connection)
        if options.get("what") == "units":
            rows = write_units(Path(path), reader.records("unit"))
        else:
            rows = write_roster(Path(path), reader.directory(int(options["now"])))
    progress(1, 1)
    return {"path": path, "rows": rows}


def save_faults(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Write the rows that could not be read into a table beside the file (``rejects.save_rejects``). Returns ``path``, ``rows``."""
    progress(0, 1)
    rejected = [(str(sheet), int(row), str(reason)) for sheet, row, reason in options["rejected"]]
    target = save_rejects(Path(path), rejected, dict(options.get("reasons", {})), recognise)
    progress(1, 1)
    return {"path": str(target), "rows": len({(sheet, row) for sheet, row, _ in rejected})}


# --- inside -----------------------------------------------------------------------------------------------------------


@contextmanager
def _reading(folder: str, key: str) -> Iterator[Connection]:
    connection = connect(Path(folder) / FILE_NAME, key=key_from(key))
    try:
        yield connection
    finally:
        connection.close()


def _look(connection: Connection, path: str, choice: Choice, progress: Progress) -> Looked:
    reader = ReferenceReader(connection)
    ground = Ground(reader.directory(max(choice.now, choice.since)), reader.records("unit"))
    return look(Path(path), ground, choice, _lately(connection, choice.now), progress=progress)


def _lately(connection: Connection, now: int) -> Lately:
    patrols = PatrolReader(connection)
    today = local_date(now)

    def seen(person: str) -> int | None:
        walks = patrols.of_person(person, today - timedelta(days=LATELY_DAYS), today)
        return max((walk.begun_at for walk in walks if walk.begun_at is not None), default=None)

    return seen


def _submit(folder: str, key: str, command: Command, options: Mapping[str, Any]) -> None:
    now = int(options["now"])
    who = Who(**options["who"]) if options.get("who") else None
    submit_through(Path(folder), lambda: now, command, who, key=key_from(key))
