"""``board_first_paint`` and ``board_scroll`` on 100,000 and 1,000,000 cases: the list of all cases, the newest first.

Ours is the list of the case centre in the real window, with its countdowns, icons and names out of the roster. First
paint: from the question until its first rows stand painted. Scroll: three rows, and a page, until what came into sight
is painted.
Baseline: Qt's SQL model in a table view with the same eight columns as plain text, in a list as large as ours, with the
same font and row height, in a process of its own on a plain copy of the file, ordered by the primary key.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from commandcenter.journal.database import FILE_NAME
from tests.bench.frame import Figure, child, held, median, percentile
from tests.bench.stage import Stage

ROUNDS = 4
FIRST_MOST, SCROLL_MOST = 1.2, 1.0

Told = dict[str, Any]


def first_paint(stage: Stage) -> Figure:
    """Measure the first paint on 100,000 cases."""
    return _first("board_first_paint_100k", *_hundred_thousand(stage))


def first_paint_1m(stage: Stage) -> Figure:
    """Measure it on 1,000,000."""
    return _first("board_first_paint_1m", stage.million(), stage.million_plain)


def scroll(stage: Stage) -> Figure:
    """Measure both ways of scrolling on 100,000 cases."""
    return _scroll("board_scroll_100k", *_hundred_thousand(stage))


def scroll_1m(stage: Stage) -> Figure:
    """Measure them on 1,000,000."""
    return _scroll("board_scroll_1m", stage.million(), stage.million_plain)


def _hundred_thousand(stage: Stage) -> tuple[Path, Path]:
    folder = stage.hundred_thousand()
    plain = stage.folder() / "plain.db"
    shutil.copy(folder / FILE_NAME, plain)
    return folder, plain


def _first(name: str, folder: Path, plain: Path) -> Figure:
    ours, peer = _rounds(folder, plain, "first")
    value = median([took for told in ours for took in told["first"]])
    return held(name, value, median([took for told in peer for took in told["first"]]), FIRST_MOST)


def _scroll(name: str, folder: Path, plain: Path) -> Figure:
    """The row tells the way that does worse against Qt's, and both have to hold."""
    ours, peer = _rounds(folder, plain, "scroll")
    found = {way: (_tail(told[way] for told in ours), _tail(told[way] for told in peer)) for way in ("rows", "page")}
    worst = max(found, key=lambda way: found[way][0] / found[way][1])
    told = ", ".join(f"{way} {value:.3g}/{base:.3g} ms" for way, (value, base) in found.items())
    value, base = found[worst]
    return held(name, value, base, SCROLL_MOST, more=f"p99 of {told}")


def _tail(turns: Iterable[list[float]]) -> float:
    """The p99 of a typical round: one disturbed round does not decide."""
    return median([percentile(times, 99) for times in turns])


def _rounds(folder: Path, plain: Path, what: str) -> tuple[list[Told], list[Told]]:
    room = child("board_ours", folder, "room")
    ours: list[Told] = []
    peer: list[Told] = []
    for number in range(ROUNDS):
        turns = [("board_ours", folder, ours), ("board_qt", plain, peer)]
        for module, place, kept in turns if number % 2 else reversed(turns):
            kept.append(_turn(module, place, what, room))
    return ours, peer


def _turn(module: str, place: Path, what: str, room: Told) -> Told:
    told = child(module, place, what, json.dumps(room))
    if not isinstance(told, dict):
        raise TypeError(f"{module}: {told!r}")
    return told
