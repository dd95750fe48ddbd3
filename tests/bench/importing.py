"""``import_workbook``: the real workbook from the file to the commit of its last case, all but making it searchable.

It is read, cleaned, located in the roster, told apart from what stands there, decided, chained, signed and projected.
Baseline: the workbook read by the same reader, and the very rows the import wrote - events, private parts, cases,
numbers - inserted by plain SQL with the same pragmas in one transaction. Both in a child, as imports are.

``import_100k``: a workbook of 100,000 such rows. Baseline: the same workbook read by the same reader, nothing else.
"""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from commandcenter.exchange.importing import Choice
from commandcenter.journal.database import FILE_NAME, Connection, connect
from tests.bench.frame import Figure, answer, child, collector_at_rest, held, median, timed
from tests.bench.stage import Stage, bring_in, settle, write_table

ROUNDS, LARGE_ROUNDS = 5, 3
LARGE = 100_000
MOST = 3
REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "citizen-messages.xlsx"
"""The real workbook, when it lies beside the checkout."""
_WRITTEN = ("event", "private", "case_row", "number")


def import_workbook(stage: Stage) -> Figure:
    """Measure it."""
    workbook = REAL if REAL.exists() else _made(stage.folder() / "messages.xlsx")
    written = stage.office()
    before = written / "before.db"
    shutil.copy(written / FILE_NAME, before)
    made = bring_in(written, workbook, Choice())
    settle(written)
    ours: list[float] = []
    plain: list[float] = []
    for number in range(ROUNDS):
        work = [("ours", stage.office(), ours), ("plain", stage.office(), plain)]
        for which, folder, kept in work if number % 2 else reversed(work):
            kept.append(float(child("importing", which, workbook, folder, written)))
    return held("import_workbook", median(ours), median(plain), MOST, more=f"{made} cases")


def import_100k(stage: Stage) -> Figure:
    """Measure it."""
    workbook = _large(stage.folder() / "large.xlsx")
    ours: list[float] = []
    read: list[float] = []
    for number in range(LARGE_ROUNDS):
        work = [("ours", stage.office(), ours), ("read", stage.office(), read)]
        for which, folder, kept in work if number % 2 else reversed(work):
            kept.append(float(child("importing", which, workbook, folder, folder)))
    return held("import_100k", median(ours), median(read), MOST, more=f"{LARGE:,} rows of history")


def _large(path: Path) -> Path:
    """A workbook of 100,000 invented rows, under the headings of the real one."""
    from openpyxl import Workbook

    rows = path.with_suffix(".csv")
    write_table(rows, LARGE)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("工单")
    with rows.open(encoding="utf-8-sig", newline="") as file:
        for line in csv.reader(file):
            sheet.append(line)
    book.save(path)
    return path


def _made(path: Path) -> Path:
    """A workbook of the same dirt and size: the small one's rows again and again under numbers of their own."""
    from openpyxl import Workbook, load_workbook
    from tests.exchange.dirty_workbook import dirty_workbook

    small = load_workbook(dirty_workbook(path.with_name("small.xlsx")).path)
    heading, *rows = small.worksheets[0].iter_rows(values_only=True)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    sheet.append(heading)
    for number in range(4326):
        row = rows[number % len(rows)]
        if row != heading:
            numbered = float(300_000 + number) if row[0] is not None else None
            sheet.append((numbered, *row[1:4], f"{row[4] or ''}{number}" if numbered else "", *row[5:]))
    book.save(path)
    return path


# --- in the child -----------------------------------------------------------------------------------------------------


def main(which: str, workbook: Path, folder: Path, written: Path) -> None:
    """One turn, in a process of its own. ``written`` is a folder the workbook was imported into."""
    if which in ("ours", "read"):
        with collector_at_rest():
            answer(timed(lambda: bring_in(folder, workbook, Choice()) if which == "ours" else _read(workbook)))
        return
    standing = connect(folder / FILE_NAME, write=True)
    known = standing.execute("SELECT max(rowid) FROM event").fetchone()[0]
    source = connect(written / FILE_NAME)
    statements = list(_statements(source, known))
    source.close()
    with collector_at_rest():
        answer(timed(lambda: _plainly(workbook, standing, statements)))
    standing.close()


def _statements(source: Connection, known: int) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    new = f"(SELECT node || seq FROM event WHERE rowid > {known})"
    where = {
        "event": f"rowid > {known}",
        "private": f"node || seq IN {new}",
        "case_row": f"'case/' || id IN (SELECT subject FROM event WHERE rowid > {known})",
        "number": "1",
    }
    for table in _WRITTEN:
        rows = source.execute(f"SELECT * FROM {table} WHERE {where[table]}").fetchall()
        yield f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' for _ in rows[0])})", rows


def _plainly(workbook: Path, connection: Connection, statements: list[tuple[str, list[tuple[object, ...]]]]) -> None:
    _read(workbook)
    connection.execute("BEGIN IMMEDIATE")
    for sql, rows in statements:
        connection.executemany(sql, rows)
    connection.execute("COMMIT")


def _read(workbook: Path) -> None:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(workbook))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:5]))
