"""``scale``: the main figures on offices of 10,000, 100,000 and 1,000,000 cases, side by side.

Cost is to grow with what is shown, not with what is stored: the last column tells how often the smallest office's figure
goes into the largest one's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from commandcenter.desk.clock import SystemClock
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.reading.case_query import CaseQuery
from commandcenter.journal.reading.cases import CaseReader
from tests.bench import opening, rating, remembering, starting
from tests.bench.filtering import questions
from tests.bench.frame import child, collector_at_rest, median, percentile, rounded, timed
from tests.bench.searching import LIMIT, words_in
from tests.bench.stage import Stage

TURNS = 9

_MS, _MIB, _COUNT = "ms", "MiB", ""
Row = tuple[str, str, float]


def scale(stage: Stage, sizes: Sequence[int]) -> str:
    """The table, ready to be printed."""
    told = {size: _figures(stage.made(size)) for size in sizes}
    names = [name for name, _, _ in told[sizes[0]]]
    heads = ["figure", *(f"{size:,}" for size in sizes), "grows"]
    lines = [heads]
    for place, name in enumerate(names):
        values = [told[size][place] for size in sizes]
        unit = values[0][1]
        grows = values[-1][2] / values[0][2] if values[0][2] else 0.0
        lines.append([name, *(f"{rounded(value):g} {unit}".strip() for _, _, value in values), f"{grows:.2g}x"])
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def _figures(folder: Path) -> list[Row]:
    return [*_reads(folder), *_searches(folder), *_window(folder)]


def _reads(folder: Path) -> list[Row]:
    """Every question the window's own thread asks of the cases."""
    now = SystemClock().now()
    connection = connect(folder / FILE_NAME)
    newest = CaseQuery(view="all", order="received")
    rare = CaseQuery(view="closed", order="received", community="A7", grade="urgent")
    place = connection.execute("SELECT place FROM case_row WHERE place <> '' LIMIT 1").fetchone()[0]
    asked: list[tuple[str, Callable[[CaseReader], object]]] = [
        ("first rows of all", lambda cases: cases.newest(newest, now, 64)),
        ("first rows, rare filter", lambda cases: cases.newest(rare, now, 64)),
        ("about how many, rare filter", lambda cases: cases.about(rare, now)),
        ("first rows of the open", lambda cases: cases.first_page(CaseQuery(), now, 64)),
        ("counts of the views", lambda cases: cases.counts(now)),
        ("counts of the stages", lambda cases: cases.stage_counts()),
        ("open by channel", lambda cases: cases.open_by("channel")),
        ("by community", lambda cases: cases.by_community(now)),
        ("newest at a place", lambda cases: cases.by_place(place)),
        ("closed today", lambda cases: cases.closed_between(now - 86_400_000, now)),
    ]
    found: list[Row] = [
        ("cases open", _COUNT, float(connection.execute("SELECT count(*) FROM case_row WHERE open = 1").fetchone()[0])),
        ("file", _MIB, (folder / FILE_NAME).stat().st_size / (1 << 20)),
    ]
    with collector_at_rest():
        for name, ask in asked:
            ask(CaseReader(connection))
            times = [timed(lambda: ask(CaseReader(connection))) for _ in range(TURNS)]  # noqa: B023  called at once
            found.append((name, _MS, median(times)))
        ordered = [timed(lambda: CaseReader(connection).order(newest, now)) for _ in range(3)]
        found.append(("whole order (worker)", _MS, median(ordered)))
    connection.close()
    return found


def _searches(folder: Path) -> list[Row]:
    connection = connect(folder / FILE_NAME)
    cases = CaseReader(connection)
    words = [word for told in words_in(connection).values() for word in told]
    with collector_at_rest():
        plain = [timed(lambda: cases.search(word, LIMIT)) for word in words]  # noqa: B023  called at once
    connection.close()
    filtered, _, _ = questions(folder, plainly=False)
    three, _, _ = rating.rates(folder, 3)
    return [
        ("search p50", _MS, median(plain)),
        ("search p95", _MS, percentile(plain, 95)),
        ("search with filters p95", _MS, percentile(filtered, 95)),
        ("rates of a year, all units", _MS, median(three)),
    ]


def _window(folder: Path) -> list[Row]:
    room = child("board_ours", folder, "room")
    del room
    first = child("board_ours", folder, "first")["first"]
    steps = child("board_ours", folder, "scroll")
    change = child("board_ours", folder, "change")
    starts = [starting.start_of(folder) for _ in range(5)][1:]
    return [
        ("first paint", _MS, median(first)),
        ("scroll three rows p99", _MS, percentile(steps["rows"], 99)),
        ("scroll a page p99", _MS, percentile(steps["page"], 99)),
        ("open a case p95", _MS, percentile(opening.openings(folder), 95)),
        ("one changed case p95", _MS, percentile(change["changed"], 95)),
        ("one new case p95", _MS, percentile(change["new"], 95)),
        ("start until painted", _MS, median(starts)),
        ("memory at its most", _MIB, remembering.held_by(folder)),
    ]
