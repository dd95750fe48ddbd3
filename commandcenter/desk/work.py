"""The bodies of the desk's own long jobs, as they run in a child process."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from commandcenter.desk.clock import SystemClock
from commandcenter.desk.folder import FolderLock, holder_of
from commandcenter.desk.link import LinkClient
from commandcenter.journal import attachments, backup, indexing
from commandcenter.journal.bulk import learn_shares
from commandcenter.journal.database import FILE_NAME, connect, key_from
from commandcenter.journal.journal import open_journal
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
    """Fill the search index until nothing waits, then bring its parts together; returns how many cases."""
    connection = connect(Path(folder) / FILE_NAME, key=key_from(key), write=True)
    try:
        total = indexing.lag(connection)
        done = 0
        while count := indexing.index_batch(connection, INDEX_BATCH):
            done += count
            progress(min(done, total), total)
            time.sleep(BREATHE_S)
        more = done >= indexing.BULK and indexing.merge_step(connection, first=True)
        while more:
            time.sleep(BREATHE_S)
            more = indexing.merge_step(connection)
        if done >= indexing.BULK:
            learn_shares(connection)
    finally:
        connection.close()
    return done


def check_integrity(progress: Progress, folder: str, key: str) -> bool:
    """Check file, journal and attached files, these by their length alone; and sweep what killed processes left.

    Raises ``Trouble`` torn with the first fault.
    """
    connection = connect(Path(folder) / FILE_NAME, key=key_from(key))
    try:
        verdict = verify(connection, progress)
        found = attachments.check(connection, Path(folder), deep=False)
        attachments.sweep(connection, Path(folder), SystemClock().now())
    finally:
        connection.close()
    _raise_fault(verdict, folder)
    if found.bad:
        raise Trouble("attachment_bad", count=len(found.bad), path=folder, detail=found.bad[0].sha256)
    return True


def _raise_fault(verdict: Verdict, folder: str) -> None:
    if verdict.fault is not None:
        where = str(verdict.fault.event or verdict.fault.what)
        raise Trouble("torn", path=folder, detail=f"{verdict.fault.what} {where}")


def verify_journal(progress: Progress, folder: str, key: str) -> dict[str, int]:
    """Check file, journal and the content of every attached file, and tell what was looked at.

    Raises ``Trouble``: torn with the first fault of the journal, attachment_bad when files are missing or altered.
    """
    connection = connect(Path(folder) / FILE_NAME, key=key_from(key))
    try:
        verdict = verify(connection, progress)
        _raise_fault(verdict, folder)
        found = attachments.check(connection, Path(folder), progress)
    finally:
        connection.close()
    if found.bad:
        raise Trouble("attachment_bad", count=len(found.bad), path=folder, detail=found.bad[0].sha256)
    told = {"events": verdict.events, "nodes": verdict.nodes, "erased": verdict.erased, "forks": verdict.forks}
    return told | {"attachments": found.files, "unused": found.unused}


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


def make_backup(
    progress: Progress, folder: str, key: str, target: str, keep: int, now: int | None = None
) -> dict[str, object]:
    """Back up and rotate; ``keep`` 0 rotates nothing. ``now`` is the moment for the desk that asks (epoch milliseconds)."""
    made_at = SystemClock().now() if now is None else now
    manifest = backup.make_backup(Path(folder), Path(target), lambda: made_at, key=key_from(key), progress=progress)
    if keep:
        backup.rotate(Path(target).parent, keep)
    return {"target": target, "events": manifest.events, "made_at": manifest.made_at}


def restore_backup(progress: Progress, folder: str, key: str, archive: str) -> dict[str, object]:
    """Rehearse a backup, then put it in the place of the data: by the desk that has the folder, else under its lock.

    What stood before is moved aside. Raises ``Trouble``: what the rehearsal raises, and in_use.
    """
    found = rehearse_backup(progress, archive, key)
    holder = holder_of(Path(folder))
    if holder is not None:
        client = LinkClient(holder, Path(folder))
        try:
            reply = client.ask("restore", path=str(Path(archive).resolve()))
        finally:
            client.close()
        if reply.get("is") != "done":
            raise Trouble(str(reply.get("code", "io")), **dict(reply.get("facts", {})))
        return found
    wall = SystemClock().now
    lock = FolderLock.take(Path(folder))
    try:
        backup.restore(Path(archive), Path(folder), wall, key=key_from(key), rehearsed=True)
        open_journal(Path(folder), wall, key=key_from(key)).close()
    finally:
        lock.release()
    return found
