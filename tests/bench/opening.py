"""``open_case_1m``: a case chosen in the list of 1,000,000, until list and case with its whole story stand painted."""

from __future__ import annotations

from pathlib import Path

from tests.bench.frame import Figure, child, median, percentile
from tests.bench.stage import Stage

P95_MS = 80


def open_case_1m(stage: Stage) -> Figure:
    """Measure it. There is no baseline: the limit is what a hand feels."""
    times = openings(stage.million())
    value = percentile(times, 95)
    target = f"p95 <= {P95_MS} ms; p50 {median(times):.3g} ms"
    return Figure("open_case_1m", value, "ms", median(times), value / median(times), target, value <= P95_MS)


def openings(folder: Path) -> list[float]:
    """Milliseconds of each opening, in the real window."""
    return [float(took) for took in child("board_ours", folder, "open")]
