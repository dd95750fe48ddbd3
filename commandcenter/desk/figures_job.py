"""Figures go out to a file, as a job: what the window shows is written as it stands there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from commandcenter.exchange.tables import write_table

Progress = Callable[[int, int], None]


def export_figures(
    progress: Progress,
    folder: str,
    key: str,
    path: str,
    title: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str | int | float | None]],
) -> dict[str, object]:
    """Write a table of figures to ``path`` (.xlsx or .csv). ``folder`` and ``key`` are given to every job and not needed here.

    Returns ``rows`` and ``path``. Refuses ``export_kind_unknown``; raises ``Trouble`` as files do.
    """
    progress(0, len(rows))
    count = write_table(Path(path), title, headings, rows)
    progress(count, count)
    return {"rows": count, "path": path}
