"""A look into the folder where other systems put their exports: what is new and whole is imported, by itself and once.

A file counts as whole when neither its size nor its time has changed since the look before. What a file held is known by
its content, so a copy under another name brings nothing. A file that needs a person - no columns recognised, no table - is
told once and left where it is. Nothing in the folder is ever changed, moved or removed.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from commandcenter.desk.clock import SystemClock
from commandcenter.desk.import_reports import REPORTS, WATCHED
from commandcenter.desk.importing_job import import_workbook
from commandcenter.domain.refusal import Refused
from commandcenter.journal.trouble import telling

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
MOST_A_LOOK = 3
"""So many files are imported at one look; the rest waits for the next, so that other work comes between."""
_UNFINISHED = ("~", ".")
_PIECE = 1 << 20

Seen = dict[str, Any]


def look_into(
    progress: Callable[[int, int], None], folder: str, key: str, path: str, options: Mapping[str, Any]
) -> dict[str, Any]:
    """Look into ``path`` and import what is new.

    ``options``: ``before``, what the last look told (name → [size, time]); the rest is that of ``import_workbook``. Returns
    ``before`` for the next look, ``brought`` (reports), ``asking`` (file, code, facts of those that need a person) and
    ``waiting`` (files not yet whole or not yet reached). Refuses ``watch_folder_missing``. A ``Trouble`` of our own disk or
    journal is raised: the file is tried again.
    """
    place = Path(path)
    if not place.is_dir():
        raise Refused("watch_folder_missing", path=path)
    before = options.get("before", {})
    kept = _kept(Path(folder))
    found = _files(place)
    brought: list[dict[str, Any]] = []
    asking: list[dict[str, Any]] = []
    waiting = 0
    for name, stamp in found.items():
        if list(before.get(name, ())) != stamp or len(brought) >= MOST_A_LOOK:
            waiting += 1
            continue
        file = place / name
        digest = _digest(file)
        if digest is None:
            waiting += 1
            continue
        if digest in kept:
            continue
        told = _bring_in(progress, folder, key, file, options)
        if told is None:  # stopped half-way: the next look goes on
            waiting += 1
            break
        kept[digest] = {"file": name, "at": SystemClock().now(), **told}
        _keep(Path(folder), kept)
        if "code" in told:
            asking.append({"file": str(file), **told})
        else:
            brought.append({"file": str(file), **told})
    return {"before": found, "brought": brought, "asking": asking, "waiting": waiting}


def _bring_in(
    progress: Callable[[int, int], None], folder: str, key: str, file: Path, options: Mapping[str, Any]
) -> dict[str, Any] | None:
    """The counts of an import, or why a person is needed; None when it was stopped."""
    told = {name: value for name, value in options.items() if name != "before"}
    try:
        report = import_workbook(progress, folder, key, str(file), {"live": "recent", **told})
    except Refused as refused:
        return {"code": refused.code, "facts": {name: str(value) for name, value in refused.facts.items()}}
    if report["cancelled"]:
        return None
    names = ("created", "already_there", "updated", "report")
    return {name: report[name] for name in names} | {"rejected": len(report["rejected"])}


def _files(place: Path) -> dict[str, list[int]]:
    """The tables in a folder with size and time of change, the oldest first."""
    found = []
    with os.scandir(place) as entries:
        for entry in entries:
            if not entry.name.startswith(_UNFINISHED) and entry.name.lower().endswith(SUFFIXES) and entry.is_file():
                stat = entry.stat()
                found.append((stat.st_mtime_ns, entry.name, stat.st_size))
    return {name: [size, changed // 1_000_000] for changed, name, size in sorted(found)}


def _digest(file: Path) -> str | None:
    """The SHA-256 of a file; None while somebody else holds it."""
    total = hashlib.sha256()
    try:
        with file.open("rb") as content:
            while piece := content.read(_PIECE):
                total.update(piece)
    except OSError:
        return None
    return total.hexdigest()


def _kept(folder: Path) -> dict[str, Seen]:
    """What became of the files seen before; a damaged list is begun anew, because importing again brings nothing twice."""
    try:
        told = json.loads((folder / REPORTS / WATCHED).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _keep(folder: Path, kept: Mapping[str, Seen]) -> None:
    with telling(folder):
        place = folder / REPORTS
        place.mkdir(exist_ok=True)
        draft = place / f".{WATCHED}.tmp"
        with draft.open("w", encoding="utf-8") as file:
            json.dump(kept, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place / WATCHED)
