"""``start_to_usable``, ``return_to_incident`` and ``start_1m``: from the start of the process until the first window stands painted with real rows.

Ours opens the real window on the sample office: lock, journal, identity, look, overview with at least 50 open cases.
Baseline: a bare QMainWindow with a table of 50 rows of literals, no file, no style of its own; of ``start_1m`` the same
program on the sample office. ``return_to_incident`` is the start after a desk was killed in the middle of an incident, until
its board stands painted; its baseline is the bare window again.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter_ns

from tests.bench.frame import REPOSITORY, Figure, environment, held, median
from tests.bench.stage import OPEN_AT_LEAST, Stage

ROUNDS = 9
MOST, LARGE_MOST = 2, 1.2
PAINTED = "painted"


def start_to_usable(stage: Stage) -> Figure:
    """Measure it."""
    folder = stage.office()
    ours: list[float] = []
    bare: list[float] = []
    for number in range(2 + ROUNDS):
        work = [("ours", ours), ("bare", bare)]
        for which, kept in work if number % 2 else reversed(work):
            kept.append(_start(which, folder))
    return held("start_to_usable", median(ours[2:]), median(bare[2:]), MOST)


def return_to_incident(stage: Stage) -> Figure:
    """Measure it: an incident runs, so every start of the folder comes back to its board."""
    ours: list[float] = []
    bare: list[float] = []
    folder = stage.office()
    _start("killed", folder)
    for number in range(2 + ROUNDS):
        work = [("back", ours), ("bare", bare)]
        for which, kept in work if number % 2 else reversed(work):
            kept.append(_start(which, folder))
    return held("return_to_incident", median(ours[2:]), median(bare[2:]), MOST)


def start_1m(stage: Stage) -> Figure:
    """Measure the start on 1,000,000 cases against the start on the few of the sample office."""
    small, large = stage.office(), stage.million()
    ours: list[float] = []
    few: list[float] = []
    for number in range(2 + ROUNDS):
        work = [(large, ours), (small, few)]
        for folder, kept in work if number % 2 else reversed(work):
            kept.append(_start("ours", folder))
    return held("start_1m", median(ours[2:]), median(few[2:]), LARGE_MOST)


def start_of(folder: Path) -> float:
    """Milliseconds of one start on a folder."""
    return _start("ours", folder)


def _start(which: str, folder: Path) -> float:
    """Milliseconds until the child says that it stands painted."""
    command = [sys.executable, "-m", "tests.bench.started", which, str(folder), str(OPEN_AT_LEAST)]
    started = perf_counter_ns()
    with subprocess.Popen(
        command, env=environment(), cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        said = process.stdout.readline() if process.stdout else ""
        took = (perf_counter_ns() - started) / 1e6
        _, errors = process.communicate()
    if said.strip() != PAINTED or process.returncode:
        raise RuntimeError(f"{which} ended with {process.returncode}\n{errors}")
    return took
