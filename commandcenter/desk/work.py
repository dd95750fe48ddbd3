"""The bodies of the desk's own long jobs, as they run in a child process."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from commandcenter.desk.clock import SystemClock
from commandcenter.journal import backup, indexing
from commandcenter.journal.database import FILE_NAME, connect, key_from
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.trouble import Trouble
from commandcenter.journal.verify import Verdict, verify

Progress = Callable[[int, int], None]

INDEX_BATCH = 500
BREATHE_S = 0.002
"""A pause between index transactions, so that the desk's own writes get in."""


def rebuild_projections(progress: Progress, folder: str, key: str) -> dict[str, object]:
    """Fold everything anew; the search index is filled afterwards by its own job."""
    connection = connect(Path(folder) / FILE_NAME, key=key_from(key), write=True)
    try:
        found = rebuild(connection, progress)
    finally:
        connection.close()
    return {"events": found.events, "subjects": found.subjects, "changed": found.changed, "digest": found.digest}


def index_cases(progress: Progress, folder: str, key: str) -> int:
    """Fill the search index until nothing waits; returns how many cases."""
    connection = connect(Path(folder) / FILE_NAME, key=key_from(key), write=True)
    try:
        total = indexing.lag(connection)
        done = 0
        while count := indexing.index_batch(connection, INDEX_BATCH):
            done += count
            progress(min(done, total), total)
            time.sleep(BREATHE_S)
    finally:
        connection.close()
    return done


def check_integrity(progress: Progress, folder: str, key: str) -> bool:
    """Check file and journal. Raises ``Trouble`` torn with the first fault."""
    connection = connect(Path(folder) / FILE_NAME, key=key_from(key))
    try:
        verdict = verify(connection, progress)
    finally:
        connection.close()
    _raise_fault(verdict, folder)
    return True


def _raise_fault(verdict: Verdict, folder: str) -> None:
    if verdict.fault is not None:
        where = str(verdict.fault.event or verdict.fault.what)
        raise Trouble("torn", path=folder, detail=f"{verdict.fault.what} {where}")


def verify_journal(progress: Progress, folder: str, key: str) -> dict[str, int]:
    """Check file and journal and tell what was looked at. Raises ``Trouble`` torn with the first fault."""
    connection = connect(Path(folder) / FILE_NAME, key=key_from(key))
    try:
        verdict = verify(connection, progress)
    finally:
        connection.close()
    _raise_fault(verdict, folder)
    return {"events": verdict.events, "nodes": verdict.nodes, "erased": verdict.erased, "forks": verdict.forks}


def rehearse_backup(progress: Progress, archive: str, key: str) -> dict[str, object]:
    """Try a backup out in a scratch folder. Raises ``Trouble`` bad_backup, newer or not_found."""
    found = backup.rehearse(Path(archive), key=key_from(key), progress=progress)
    return {
        "events": found.events,
        "cases": found.cases,
        "whistles": found.whistles,
        "made_at": found.manifest.made_at,
        "program": found.manifest.program,
    }


def make_backup(progress: Progress, folder: str, key: str, target: str, keep: int) -> dict[str, object]:
    """Back up and rotate; ``keep`` 0 rotates nothing."""
    progress(0, 1)
    manifest = backup.make_backup(Path(folder), Path(target), SystemClock().now, key=key_from(key))
    if keep:
        backup.rotate(Path(target).parent, keep)
    progress(1, 1)
    return {"target": target, "events": manifest.events, "made_at": manifest.made_at}
