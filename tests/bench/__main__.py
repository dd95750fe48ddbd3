"""The face of the bench: which figures, the table on the terminal, the list in a file.

Exit codes: 0 measured (whether a figure holds stands in the table), 2 an unknown name or option.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from tests.bench.frame import Figure, rounded
from tests.bench.stage import Stage

FIGURES = {
    "append": "writing:append",
    "whistle_40": "writing:whistle_40",
    "board_first_paint_100k": "board:first_paint",
    "board_scroll_100k": "board:scroll",
    "search_100k": "searching:search",
    "import_workbook": "importing:import_workbook",
    "index_lag": "indexing:index_lag",
    "start_to_usable": "starting:start_to_usable",
    "return_to_incident": "starting:return_to_incident",
    "replay_seek": "replaying:replay_seek",
    "review_pdf": "printing:review_pdf",
    "review_pdf_500": "printing:review_pdf_500",
    "key_to_screen": "keying:key_to_screen",
    "map_pan": "mapping:map_pan",
    "map_zoom": "mapping:map_zoom",
    "rebuild_100k": "rebuilding:rebuild_100k",
    "import_100k": "importing:import_100k",
}
LARGE = {
    "board_first_paint_1m": "board:first_paint_1m",
    "board_scroll_1m": "board:scroll_1m",
    "search_1m": "searching:search_1m",
    "search_filtered_1m": "filtering:search_filtered_1m",
    "open_case_1m": "opening:open_case_1m",
    "rates_1m": "rating:rates_1m",
    "start_1m": "starting:start_1m",
    "memory_1m": "remembering:memory_1m",
}
"""Figures on an office of 1,000,000 cases, which takes a quarter of an hour to make: measured when they are named."""
SCALES = (10_000, 100_000, 1_000_000)
_MODULES = FIGURES | LARGE
"""Figure → ``module:function`` of this package. The function gets the stage and gives the figure."""

_HEADS = ("figure", "value", "baseline", "ratio", "target", "holds")


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for, everything without a name; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="Measure figures beside their baselines."
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="figures to measure; without a name all but those of a million cases"
    )
    parser.add_argument("--million", action="store_true", help="also every figure of a million cases")
    parser.add_argument(
        "--offices", type=Path, metavar="DIR", help="keep the made offices there and use them again; they are large"
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=SCALES, metavar="N", help="the offices of `scale`")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as a list of objects")
    told = parser.parse_args(arguments)
    unknown = [name for name in told.names if name not in _MODULES and name != "scale"]
    if unknown:
        parser.error(f"no such figure: {', '.join(unknown)}; there are {', '.join(_MODULES)}, scale")
    names = told.names or list(FIGURES)
    names += list(LARGE) if told.million else []
    with tempfile.TemporaryDirectory(prefix="bench-", dir=told.offices) as folder:
        stage = Stage(Path(folder), told.offices)
        figures = measured([name for name in names if name != "scale"], stage)
        if "scale" in names:
            print(import_module("tests.bench.scaling").scale(stage, told.sizes))
    if figures:
        print(table(figures))
    if told.json is not None:
        text = json.dumps([figure.to_plain() for figure in figures], ensure_ascii=False, indent=1)
        told.json.write_text(text + "\n", "utf-8")
    return 0


def measured(names: Sequence[str], stage: Stage) -> list[Figure]:
    """The figures of these names, one after another, each told as it is there."""
    found = []
    for name in dict.fromkeys(names):
        module, _, function = _MODULES[name].partition(":")
        measure: Callable[[Stage], Figure] = getattr(import_module(f"tests.bench.{module}"), function)
        print(f"{name} ...", file=sys.stderr, flush=True)
        figure = measure(stage)
        holds = "holds" if figure.holds else "does not hold"
        print(f"{name}: {rounded(figure.ratio):g}x, {holds}", file=sys.stderr, flush=True)
        found.append(figure)
    return found


def table(figures: Sequence[Figure]) -> str:
    """The figures in aligned columns."""
    rows = [_HEADS]
    for figure in figures:
        told = (f"{rounded(number):g} {figure.unit}" for number in (figure.value, figure.baseline))
        ratio, holds = f"{rounded(figure.ratio):g}x", "yes" if figure.holds else "NO"
        rows.append((figure.name, *told, ratio, figure.target, holds))  # type: ignore[arg-type]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(_HEADS))]
    return "\n".join("  ".join(_filled(cell, width) for cell, width in zip(row, widths)).rstrip() for row in rows)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _filled(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
