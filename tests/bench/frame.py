"""What every figure needs: turns that are timed, statistics, the row of a result, children that work alone."""

from __future__ import annotations

import gc
import json
import math
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter_ns
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]

Turn = Callable[[], float]
"""Does the work once and tells how long it took, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the result. ``ratio`` is value ÷ baseline, ``target`` what it is held against, in words."""

    name: str
    value: float
    unit: str
    baseline: float
    ratio: float
    target: str
    holds: bool

    def to_plain(self) -> dict[str, Any]:
        """As JSON values, rounded to what was measured."""
        return asdict(self) | {name: rounded(getattr(self, name)) for name in ("value", "baseline", "ratio")}


def held(name: str, value: float, baseline: float, most: float, *, also: bool = True, more: str = "") -> Figure:
    """A figure in milliseconds that holds while it is at most ``most`` times its baseline, and ``also``.

    ``more`` says what else was asked, for the target.
    """
    ratio = value / baseline
    target = f"<= {most:g}x" + (f"; {more}" if more else "")
    return Figure(name, value, "ms", baseline, ratio, target, ratio <= most and also)


def rounded(number: float) -> float:
    """Three figures that mean something."""
    return float(f"{number:.3g}") if abs(number) < 1000 else float(round(number))


# --- time -------------------------------------------------------------------------------------------------------------


def timed(work: Callable[[], object]) -> float:
    """How long ``work`` took, in milliseconds."""
    started = perf_counter_ns()
    work()
    return (perf_counter_ns() - started) / 1e6


def turns(rounds: int, value: Turn, baseline: Turn, *, warm: int = 1) -> tuple[list[float], list[float]]:
    """Let both take turns, each going first as often as the other; what drifts hits both. ``warm`` rounds are not kept."""
    ours: list[float] = []
    theirs: list[float] = []
    pairs = ((value, ours), (baseline, theirs))
    for number in range(warm + rounds):
        for turn, kept in pairs if number % 2 else reversed(pairs):
            took = turn()
            if number >= warm:
                kept.append(took)
    return ours, theirs


median = statistics.median


def percentile(times: Sequence[float], part: float) -> float:
    """The time that ``part`` percent of the turns did not exceed."""
    ordered = sorted(times)
    return ordered[max(0, math.ceil(len(ordered) * part / 100) - 1)]


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No garbage is collected inside a turn that happens to come when it is due."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


# --- children ---------------------------------------------------------------------------------------------------------


def environment() -> dict[str, str]:
    """What a child runs in: no display, compiled modules kept as on an installed program."""
    told = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(REPOSITORY)}
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    return told


def child(module: str, *arguments: object) -> Any:
    """Run ``tests.bench.<module>`` in a process of its own; what it prints last is its answer, as JSON."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *map(str, arguments)]
    done = subprocess.run(command, env=environment(), cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{module} ended with {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def answer(told: object) -> None:
    """Print a child's answer."""
    print(json.dumps(told), flush=True)
