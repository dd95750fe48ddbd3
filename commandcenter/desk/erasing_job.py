"""What follows an erasure, in a child process: the files beside the journal that still tell of the erased.

Printed copies go by the numbers in their names, the reports of the imports that brought the cases lose the names of files,
what was learned from closed cases is learned anew, a new backup is made and tried out, and only then the backups in our
folder go that still hold the erased data; so do sets of data that a restore moved aside. What cannot be removed is named.
"""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from commandcenter.desk.destruction import COPIES, NOT_OURS
from commandcenter.desk.import_reports import forget_files
from commandcenter.desk.lessons_job import FILE as LESSONS
from commandcenter.domain.erasure import VERB
from commandcenter.domain.erasure_request import ErasureRequest
from commandcenter.journal import backup, indexing, log
from commandcenter.journal.database import BACKUP_SUFFIX, FILE_NAME, connect, empty_log, key_from
from commandcenter.journal.reading.matters import MatterReader
from commandcenter.journal.reading.privacy import PrivacyReader
from commandcenter.journal.trouble import Trouble, telling

Progress = Callable[[int, int], None]

ASIDE = "before-restore-*"
"""How folders are called that a restore moved the standing data into."""
_NUMBER = re.compile(r"(?<![0-9演])\d{4}-\d{4}-[A-Z]+\d+")
_STEPS = 4
BREATHE_S = 0.002
"""A pause between steps in the index, so that the desk's own writes get in."""


def clear_files(progress: Progress, folder: str, key: str, request: str, backups: str, now: int) -> dict[str, Any]:
    """Go through the files after ``erasure_request/<request>`` was carried out; ``backups`` is the folder of our backups.

    ``now`` (epoch milliseconds) dates the new backup. Returns the fields of ``ClearFiles``: backup, removed, left, counts.
    Nothing is removed unless the new backup is good. Raises ``Trouble``: what making a backup raises, and in_use while
    somebody keeps the old pages in the write-ahead log.
    """
    place, raw = Path(folder), key_from(key)
    connection = connect(place / FILE_NAME, key=raw, write=True)
    try:
        state = MatterReader(connection).one(ErasureRequest, f"erasure_request/{request}")
        more = indexing.forget_step(connection, first=True)
        while more:
            time.sleep(BREATHE_S)
            more = indexing.forget_step(connection)
        empty_log(connection, place)
        numbers = PrivacyReader(connection).case_numbers(state.cases)
        imports = PrivacyReader(connection).imports(state.cases)
        held = PrivacyReader(connection).held([*(f"case/{case}" for case in state.cases), state.subject], VERB)
    finally:
        connection.close()
    progress(1, _STEPS)
    copies = remove_copies_of(place, {*numbers, state.number})
    forget_files(place, imports)
    with telling(place):
        (place / LESSONS).unlink(missing_ok=True)
    progress(2, _STEPS)
    target = Path(backups) / f"hand-{backup.stamp_of(now)}-erased{BACKUP_SUFFIX}"
    backup.make_backup(place, target, lambda: now, key=raw)
    progress(3, _STEPS)
    removed, left = _remove_older(Path(backups), target, held)
    aside, stuck = _remove_aside(place, held, raw)
    progress(_STEPS, _STEPS)
    counts = {"copies": copies, "backups": len(removed), "aside": len(aside)}
    told = {"backup": target.name, "removed": [*removed, *aside], "left": [*left, *stuck], "counts": counts}
    return {"request": request, **told}


def remove_copies_of(folder: Path, numbers: Iterable[str]) -> int:
    """Delete the printed files in the data folder that carry one of these numbers; answers how many. Raises ``Trouble``."""
    wanted = {number for number in numbers if number}
    gone = 0
    for path in sorted(folder.rglob("*")):
        if path.relative_to(folder).parts[0] in NOT_OURS or path.suffix.lower() not in COPIES:
            continue
        if wanted.intersection(_NUMBER.findall(path.name)) or any(
            number in path.name for number in wanted if not _NUMBER.fullmatch(number)
        ):
            with telling(path):
                path.unlink()
            gone += 1
    return gone


def _still(vector: Mapping[str, int], held: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether data that reaches up to ``vector`` still holds what was erased.

    ``held``: subject → ``node`` of its entries with words → the first of them, and under ``!node`` the erasure itself.
    """
    for entries in held.values():
        erased = any(vector.get(node[1:], 0) >= seq for node, seq in entries.items() if node.startswith("!"))
        there = any(vector.get(node, 0) >= seq for node, seq in entries.items() if not node.startswith("!"))
        if there and not erased:
            return True
    return False


def _remove_older(backups: Path, fresh: Path, held: Mapping[str, Mapping[str, int]]) -> tuple[list[str], list[str]]:
    """Names of the backups that went, and of those that could not be read or removed."""
    removed, left = [], []
    for path in sorted(backups.glob(f"*{BACKUP_SUFFIX}")):
        if path == fresh:
            continue
        try:
            if not _still(backup.read_manifest(path).vector, held):
                continue
            with telling(path):
                path.unlink()
        except Trouble:
            left.append(path.name)  # told in the report and on paper: to be destroyed by hand
            continue
        removed.append(path.name)
    return removed, left


def _remove_aside(
    folder: Path, held: Mapping[str, Mapping[str, int]], key: bytes | None
) -> tuple[list[str], list[str]]:
    """The same for the sets of data that a restore moved aside."""
    removed, left = [], []
    for place in sorted(folder.glob(ASIDE)):
        try:
            if not _still(_vector_in(place, key), held):
                continue
            with telling(place):
                shutil.rmtree(place)
        except Trouble:
            left.append(place.name)
            continue
        removed.append(place.name)
    return removed, left


def _vector_in(place: Path, key: bytes | None) -> dict[str, int]:
    connection = connect(place / FILE_NAME, key=key)
    try:
        with telling(place):
            return log.vector(connection)
    finally:
        connection.close()
