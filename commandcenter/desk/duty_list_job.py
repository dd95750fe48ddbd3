"""Responsibility lists from files, as a job: what a file holds is looked into beside the window, nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from commandcenter.exchange import duty_list

Progress = Callable[[int, int], None]


def look_into(
    progress: Progress, folder: str, key: str, path: str, sheet: str = "", columns: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """What a file holds (``duty_list.look_into``). ``folder`` and ``key`` are given to every job and not needed here."""
    progress(0, 1)
    told = duty_list.look_into(Path(path), sheet, columns)
    progress(1, 1)
    return told
