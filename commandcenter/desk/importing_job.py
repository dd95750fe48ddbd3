"""Import and export as jobs: plain values in, a plain report out. The window runs them in a child process, the command
line in its own. They write through the door of the folder, so they work beside an open window. ``options`` may tell all of
them ``now``, the moment it is for whoever asks (epoch milliseconds).
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import Door, OwnDoor, open_door
from commandcenter.desk.engine import Done, RefusedBy
from commandcenter.desk.import_reports import REPORTS
from commandcenter.domain.clock import local
from commandcenter.domain.command import Command, Who
from commandcenter.domain.refusal import Refused
from commandcenter.exchange import categories, exporting, importing, rejects, survey
from commandcenter.exchange.importing import Choice, Report, Submit
from commandcenter.exchange.rehearsal import Rehearsal
from commandcenter.exchange.rows import Reference
from commandcenter.journal import indexing
from commandcenter.journal.database import FILE_NAME, Connection, connect, key_from
from commandcenter.journal.reading.cases import CaseQuery, CaseReader
from commandcenter.journal.reading.foreign import ForeignReader
from commandcenter.journal.reading.reference import ReferenceReader
from commandcenter.journal.trouble import Trouble, telling

Progress = Callable[[int, int], None]

BREATHE_S = 0.01
"""A pause after each command while a window is open, so that its own keys and paints come between."""


def preview_workbook(
    progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]
) -> dict[str, Any]:
    """What a workbook holds (``importing.preview``). ``options``: those of ``importing.Choice``, and ``most`` rows."""
    prepared = importing.prepare(Path(path), Choice.from_plain(options))
    with _reading(folder, key) as connection:
        reference = _reference(connection)
    most = int(options.get("most", 50))
    return importing.preview(prepared, reference, now=_now(options), most=most, progress=progress)


def survey_workbook(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """The sheets, columns and first rows of a file (``survey.survey``), whatever stands in them. ``options``: remembered."""
    progress(0, 1)
    told = survey.survey(Path(path), options.get("remembered", {}))
    progress(1, 1)
    return told


def rehearse_workbook(
    progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]
) -> dict[str, Any]:
    """The report of a dry run with what a person needs to choose (``rehearsal.Rehearsal``).

    ``options``: those of ``importing.Choice``; ``most`` rows that would come in are told. Refuses as ``import_workbook``.
    """
    clock = SystemClock()
    started = clock.steady()
    prepared = importing.prepare(Path(path), Choice.from_plain(options))
    now = _now(options)
    watcher = Rehearsal(now, int(options.get("most", 1000)))
    with _reading(folder, key) as connection:
        report = importing.rehearse(
            prepared, _reference(connection), ForeignReader(connection), now=now, progress=progress, watcher=watcher
        )
    return _timed(report, clock.steady() - started).to_plain() | watcher.to_plain()


def rows_of_workbook(
    progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]
) -> dict[str, dict[int, list[str]]]:
    """Whole rows of a file as they stand there (``survey.rows_of``). ``options``: ``rows``, a list of (sheet, row)."""
    progress(0, 1)
    told = survey.rows_of(Path(path), [(str(sheet), int(row)) for sheet, row in options.get("rows", ())])
    progress(1, 1)
    return told


def save_rejected(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Write the rows of a file that were not taken into a table beside it (``rejects.save_rejects``).

    ``options``: ``rejected``, a list of (sheet, row, reason), and ``reasons``, their words. Returns ``path`` and ``rows``.
    """
    progress(0, 1)
    rejected = [(str(sheet), int(row), str(reason)) for sheet, row, reason in options["rejected"]]
    target = rejects.save_rejects(Path(path), rejected, dict(options.get("reasons", {})))
    progress(1, 1)
    return {"path": str(target), "rows": len(rejected)}


def import_workbook(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Import a workbook of cases and keep the report beside the data.

    ``options``: those of ``importing.Choice``; ``dry_run``: report what would come of it, write nothing; ``who``: the
    acting person as the fields of ``Who``, else whoever sits at the seat. What ``progress`` raises cancels; the report
    says so. Refuses what ``importing.prepare`` refuses before the folder is touched. Raises ``Trouble``.
    """
    clock = SystemClock()
    started = clock.steady()
    prepared = importing.prepare(Path(path), Choice.from_plain(options))
    if options.get("dry_run"):
        with _reading(folder, key) as connection:
            report = importing.rehearse(
                prepared, _reference(connection), ForeignReader(connection), now=_now(options), progress=progress
            )
        return _timed(report, clock.steady() - started).to_plain()
    stamp = _stamp(clock.now())
    with _door(folder, key) as door, _reading(folder, key) as connection:
        reader = ForeignReader(connection)
        before = reader.newest()
        report = importing.run(
            prepared,
            _reference(connection),
            reader,
            _submit(door, options),
            now=_now(options),
            steady=clock.steady,
            alone=not door.remote,
            progress=progress,
            batch=stamp,
        )
        report.batch = reader.stretch(stamp, before)
        told = _keep(Path(folder), stamp, _timed(report, clock.steady() - started))
        _make_searchable(door, progress)
    return told


def import_categories(
    progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]
) -> dict[str, Any]:
    """Import a category workbook (``categories.import_categories``) and keep the report. ``options``: dry_run, who.

    A dry run tells the rows that would come in too: ``coming``, a list of sheet, row and path.
    """
    clock = SystemClock()
    started = clock.steady()
    file = categories.read_categories(Path(path))
    if options.get("dry_run"):
        with _reading(folder, key) as connection:
            known = set(ReferenceReader(connection).records("category"))
        report = categories.import_categories(file, known, None, progress)
        rows = [{"sheet": row.sheet, "row": row.row, "path": list(row.found)} for row in categories.coming(file, known)]
        return _timed(report, clock.steady() - started).to_plain() | {"coming": rows}
    with _door(folder, key) as door:
        with _reading(folder, key) as connection:
            known = set(ReferenceReader(connection).records("category"))
        report = categories.import_categories(file, known, _submit(door, options), progress)
        told = _keep(Path(folder), _stamp(clock.now()), _timed(report, clock.steady() - started))
        door.tell("reread")
    return told


def export_cases(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Export cases to ``path`` (.xlsx or .csv). ``options``: the fields of ``CaseQuery`` (default: all, newest first) and
    ``masked`` (default true). Returns ``cases`` and ``path``. Raises what ``exporting.export_cases`` raises."""
    fields = {name: options[name] for name in CaseQuery.__dataclass_fields__ if name in options}
    query = CaseQuery(**{"view": "all", "order": "received", **fields})
    masked = bool(options.get("masked", True))
    with _reading(folder, key) as connection:
        docs = CaseReader(connection).order(query, _now(options))
        cases = ForeignReader(connection).whole(docs)
        names = _names(connection)
        count = exporting.export_cases(Path(path), cases, len(docs), names, masked=masked, progress=progress)
    return {"cases": count, "path": path, "masked": masked}


# --- inside -----------------------------------------------------------------------------------------------------------


def _now(options: Mapping[str, Any]) -> int:
    """The moment a window says it is (epoch milliseconds), else that of this computer's clock."""
    return int(options["now"]) if "now" in options else SystemClock().now()


@contextmanager
def _door(folder: str, key: str) -> Iterator[Door]:
    door = open_door(Path(folder), SystemClock().now, key=key_from(key))
    try:
        yield door
    finally:
        door.close()


@contextmanager
def _reading(folder: str, key: str) -> Iterator[Connection]:
    connection = connect(Path(folder) / FILE_NAME, key=key_from(key))
    try:
        yield connection
    finally:
        connection.close()


def _reference(connection: Connection) -> Reference:
    reader = ReferenceReader(connection)
    found = {
        name: tuple(map(str, record.get("path", ())))
        for name, record in reader.records("category").items()
        if record.active
    }
    units = {name: str(record.get("name", "")) for name, record in reader.records("unit").items() if record.active}
    return Reference(
        reader.directory(),
        {name: path for name, path in found.items() if path},
        {name: words for name, words in units.items() if words},
    )


def _names(connection: Connection) -> exporting.Names:
    reader = ReferenceReader(connection)
    return exporting.Names(
        places={name: str(record.get("name", name)) for name, record in reader.records("place").items()},
        units={name: str(record.get("name", name)) for name, record in reader.records("unit").items()},
        categories={
            name: "/".join(map(str, record.get("path", ()))) for name, record in reader.records("category").items()
        },
    )


def _submit(door: Door, options: Mapping[str, Any]) -> Submit:
    """The way commands go from here, with refusals and troubles raised."""
    who = Who(**options["who"]) if options.get("who") else None

    def submit(command: Command) -> Mapping[str, Any]:
        outcome = door.submit(command, who)
        if isinstance(outcome, Done):
            if door.remote:
                time.sleep(BREATHE_S)
            return outcome.report
        if isinstance(outcome, RefusedBy):
            raise Refused(outcome.code, **outcome.facts)
        raise Trouble(outcome.code, **outcome.facts)

    return submit


def _make_searchable(door: Door, progress: Progress) -> None:
    """An open window indexes what was brought in; without one it is done here. Stopping leaves the rest for later."""
    if not isinstance(door, OwnDoor):
        door.tell("reread")
        return
    connection = door.engine.journal.connection
    waiting = total = indexing.lag(connection)
    while waiting:
        try:
            progress(total - waiting, total)
        except Exception:  # noqa: BLE001  whatever it raises is how a caller stops; the lag stays known and shown
            return
        waiting -= indexing.index_batch(connection)
    more = total >= indexing.BULK and indexing.merge_step(connection, first=True)
    while more:
        more = indexing.merge_step(connection)


def _timed(report: Report, milliseconds: int) -> Report:
    report.seconds = milliseconds / 1000
    return report


def _stamp(now: int) -> str:
    return local(now).strftime("%Y%m%d-%H%M%S-") + f"{now % 1000:03d}"


def _keep(folder: Path, stamp: str, report: Report) -> dict[str, Any]:
    """The report as plain values, saved beside the data under a name of our own; ``report`` names the file."""
    told = report.to_plain() | {"report": f"{REPORTS}/{stamp}.json"}
    with telling(folder):
        place = folder / REPORTS
        place.mkdir(exist_ok=True)
        draft = place / f".{stamp}.tmp"
        with draft.open("w", encoding="utf-8") as file:
            json.dump(told, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place / f"{stamp}.json")
    return told
