"""The reports of earlier imports, as they lie beside the data."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from commandcenter.desk.read import Read

REPORTS = "imports"
"""The folder beside the data where the reports of imports lie, named by the moment of the import in office time."""

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
