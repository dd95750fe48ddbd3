"""``rebuild_100k``: every projection of 100,000 cases folded anew from the journal, the tables empty before.

It checks, folds, writes in short transactions and takes the canonical digest of all rows; without search index.
Baseline: the very rows that come of it, inserted by plain SQL into the same empty tables with their indexes, in one
transaction with the same pragmas.
"""

from __future__ import annotations

import sys
from pathlib import Path

from commandcenter.journal.database import FILE_NAME, Connection, connect
from commandcenter.journal.projections import KEYS
from commandcenter.journal.rebuild import rebuild
from tests.bench.frame import Figure, answer, child, collector_at_rest, held, median, timed
from tests.bench.stage import Stage, settle

ROUNDS = 3
MOST = 4


def rebuild_100k(stage: Stage) -> Figure:
    """Measure it."""
    full = stage.hundred_thousand(searchable=False)
    empty = stage.hundred_thousand(searchable=False)
    connection = connect(empty / FILE_NAME, write=True)
    for table in (*KEYS, "search_queue"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("VACUUM")
    connection.close()
    settle(empty)
    ours: list[float] = []
    raw: list[float] = []
    for number in range(ROUNDS):
        work = [("ours", ours), ("raw", raw)]
        for which, kept in work if number % 2 else reversed(work):
            kept.append(float(child("rebuilding", which, stage.copy(empty), full)))
    return held("rebuild_100k", median(ours), median(raw), MOST)


def main(which: str, folder: Path, full: Path) -> None:
    """One turn, in a process of its own. ``full`` is the folder with the rows as they should come out."""
    connection = connect(folder / FILE_NAME, write=True)
    with collector_at_rest():
        if which == "ours":
            answer(timed(lambda: rebuild(connection, index=False)))
        else:
            rows = _rows(full)
            answer(timed(lambda: _plainly(connection, rows)))
    connection.close()


def _rows(full: Path) -> dict[str, list[tuple[object, ...]]]:
    source = connect(full / FILE_NAME)
    order = {"case_row": "doc"}
    found = {
        table: source.execute(f"SELECT * FROM {table} ORDER BY {order.get(table, ', '.join(KEYS[table]))}").fetchall()
        for table in KEYS
    }
    source.close()
    return found


def _plainly(connection: Connection, rows: dict[str, list[tuple[object, ...]]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table, lines in rows.items():
        if lines:
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' for _ in lines[0])})", lines)
    connection.execute("COMMIT")


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:4]))
