"""The face of the bench: unknown names are refused, one quick figure is measured, told and written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.frame import percentile, turns

REPOSITORY = Path(__file__).resolve().parents[1]


def bench(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the bench as ``dev.py bench`` does."""
    told = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench", *map(str, arguments)]
    return subprocess.run(command, cwd=REPOSITORY, env=told, capture_output=True, text=True, check=False)


def test_an_unknown_figure_is_a_wrong_word() -> None:
    said = bench("append", "no_such_figure")
    assert said.returncode == 2
    assert "no_such_figure" in said.stderr
    assert said.stdout == ""


def test_a_figure_is_measured_told_and_written(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    said = bench("--json", file, "append")
    assert said.returncode == 0, said.stderr
    (figure,) = json.loads(file.read_text("utf-8"))
    assert list(figure) == ["name", "value", "unit", "baseline", "ratio", "target", "holds"]
    assert (figure["name"], figure["unit"]) == ("append", "ms")
    assert figure["value"] > 0
    assert figure["baseline"] > 0
    assert abs(figure["ratio"] - figure["value"] / figure["baseline"]) < 0.05 * figure["ratio"]
    head, row = said.stdout.splitlines()
    assert head.split() == ["figure", "value", "baseline", "ratio", "target", "holds"]
    assert row.split()[0] == "append"
    assert row.split()[-1] == ("yes" if figure["holds"] else "NO")


def test_both_sides_take_turns() -> None:
    order: list[str] = []

    def turn(name: str, took: float) -> float:
        order.append(name)
        return took

    ours, theirs = turns(2, lambda: turn("ours", 1), lambda: turn("theirs", 2), warm=0)
    assert order == ["theirs", "ours", "ours", "theirs"]
    assert (ours, theirs) == ([1, 1], [2, 2])


def test_a_percentile_is_a_time_that_was_measured() -> None:
    times = [float(number) for number in range(1, 101)]
    assert [percentile(times, part) for part in (50, 99, 100)] == [50, 99, 100]
    assert percentile([7.0], 99) == 7
