"""``index_lag``: from the end of an import of 100,000 cases until the last of them can be found.

Ours is the job the window starts for it, with its short transactions and pauses for the desk's own writes. Baseline: the
same texts cut by the same tokenizer and inserted into an FTS5 table of the same shape, in one transaction of a plain
file with the same pragmas, nothing else being there.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter_ns

from commandcenter.desk.work import index_cases
from commandcenter.journal import indexing, search
from commandcenter.journal.database import FILE_NAME, connect
from tests.bench.frame import Figure, answer, child, collector_at_rest, held, median, timed
from tests.bench.stage import Stage

ROUNDS = 3
MOST = 2
_SHAPE = "CREATE VIRTUAL TABLE search_index USING fts5(words, content='', contentless_delete=1, tokenize='ascii')"
_TEXTS = "SELECT doc, number, source_number, title, place_words, reporter, phone, text FROM case_row ORDER BY doc"


def index_lag(stage: Stage) -> Figure:
    """Measure it."""
    ours: list[float] = []
    raw: list[float] = []
    for number in range(ROUNDS):
        work = [("ours", ours), ("raw", raw)]
        for which, kept in work if number % 2 else reversed(work):
            kept.append(float(child("indexing", which, stage.hundred_thousand(searchable=False))))
    return held("index_lag", median(ours), median(raw), MOST)


def main(which: str, folder: Path) -> None:
    """One turn, in a process of its own."""
    with collector_at_rest():
        if which == "ours":
            answer(_until_found(folder))
        else:
            answer(timed(lambda: _plainly(folder)))
    connection = connect(folder / FILE_NAME)
    if which == "ours" and indexing.lag(connection):
        raise RuntimeError("cases are left that cannot be found")
    connection.close()


def _until_found(folder: Path) -> float:
    """Milliseconds until the last case can be found; what the job tidies up afterwards keeps nobody waiting."""
    at: list[int] = []

    def progress(told: int, total: int) -> None:
        if told == total:
            at.append(perf_counter_ns())

    started = perf_counter_ns()
    index_cases(progress, str(folder), "")
    return (at[0] - started) / 1e6


def _plainly(folder: Path) -> None:
    reader = connect(folder / FILE_NAME)
    writer = connect(folder / "plain.db", write=True, create=True)
    writer.execute(_SHAPE)
    writer.execute("BEGIN IMMEDIATE")
    rows = ((doc, search.tokens("\n".join(filter(None, told)))) for doc, *told in reader.execute(_TEXTS))
    writer.executemany("INSERT INTO search_index (rowid, words) VALUES (?, ?)", rows)
    writer.execute("COMMIT")
    reader.close()
    writer.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
