"""``memory_1m``: what the window holds in memory after painting, scrolling and searching 1,000,000 cases.

Baseline: the bare window of ``start_to_usable`` in a process of its own.
"""

from __future__ import annotations

from pathlib import Path

from tests.bench.frame import Figure, child
from tests.bench.stage import Stage

MOST_MIB = 200


def memory_1m(stage: Stage) -> Figure:
    """Measure it."""
    value, base = held_by(stage.million()), float(child("started", "bare-memory", "", 50))
    more = value - base
    target = f"<= +{MOST_MIB} MiB; +{more:.0f} MiB"
    return Figure("memory_1m", value, "MiB", base, value / base, target, more <= MOST_MIB)


def held_by(folder: Path) -> float:
    """MiB resident in the real window at its most."""
    return float(child("board_ours", folder, "memory"))
