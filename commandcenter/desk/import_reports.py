"""The reports of earlier imports, as they lie beside the data."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from commandcenter.desk.read import Read
from commandcenter.journal.trouble import telling

REPORTS = "imports"
"""The folder beside the data where the reports of imports lie, named by the moment of the import in office time."""

WATCHED = "watched.json"
"""Beside the reports: what became of each content of a watched folder, by its SHA-256."""
TABLE = "表{n}"
"""What a sheet is called once its name is gone."""

log = logging.getLogger(__name__)


def kept_reports(folder: Path, most: int) -> Callable[[Read], list[dict[str, Any]]]:
    """A question for ``Desk.ask``: the newest ``most`` reports, the newest first, each with ``report`` naming its file.

    A report that cannot be read any more is left out and named in the log.
    """

    def work(_read: Read) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for path in sorted((folder / REPORTS).glob("[0-9]*.json"), reverse=True):
            if len(found) == most:
                break
            try:
                told = json.loads(path.read_text("utf-8"))
            except (OSError, ValueError) as error:
                log.warning("the report %s cannot be read: %s", path.name, error)
                continue
            if isinstance(told, dict):
                found.append(told | {"report": f"{REPORTS}/{path.name}"})
        return found

    return work


def forget_files(folder: Path, marks: Iterable[str]) -> int:
    """Take the names of files and sheets out of the reports of these imports, and of every other import of those files.

    People call a table by whom it is about. What was counted stays. Answers how many reports were changed. Raises
    ``Trouble``.
    """
    wanted = {f"{mark}.json" for mark in marks}
    place = folder / REPORTS
    found = {path: told for path in place.glob("[0-9]*.json") if isinstance(told := _opened(path), dict)}
    files = {str(told.get("file", "")) for path, told in found.items() if path.name in wanted} - {""}
    touched = {path for path, told in found.items() if path.name in wanted or told.get("file") in files}
    for path in touched:
        _save(path, _nameless(found[path]))
    watched = _opened(place / WATCHED)
    if isinstance(watched, dict):
        ours = {f"{REPORTS}/{path.name}" for path in touched}
        gone = {
            key
            for key, told in watched.items()
            if isinstance(told, dict) and (told.get("report") in ours or told.get("file") in files)
        }
        if gone:
            _save(place / WATCHED, watched | {key: watched[key] | {"file": "", "facts": {}} for key in gone})
    return len(touched)


def _opened(path: Path) -> Any:
    """What a kept file says; None when it is not there or cannot be read any more."""
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _nameless(told: dict[str, Any]) -> dict[str, Any]:
    """A report without the names of its file and sheets."""
    sheets = [sheet for sheet in told.get("sheets", ()) if isinstance(sheet, dict)]
    names = {str(sheet.get("name", "")): TABLE.format(n=place) for place, sheet in enumerate(sheets, start=1)}
    rejected = [line | {"sheet": names.get(str(line.get("sheet")), "")} for line in told.get("rejected", ())]
    renamed = [sheet | {"name": names[str(sheet.get("name", ""))]} for sheet in sheets]
    return told | {"file": "", "nameless": True, "sheets": renamed, "rejected": rejected}


def _save(path: Path, told: Any) -> None:
    draft = path.with_name(f".{path.stem}.tmp")
    with telling(path):
        with draft.open("w", encoding="utf-8") as file:
            json.dump(told, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
