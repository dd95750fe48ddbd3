"""``key_to_screen``: a digit on the board, until the entry is on the disk and painted in each of three open windows.

28 departments, three incidents, 1,000 log lines. Measured at rest and while a table of cases comes in; both have to hold.
Baseline: the rows of one such entry written plainly, in one transaction, with the same pragmas.
"""

from __future__ import annotations

from pathlib import Path

from commandcenter.domain.report_in_acts import Advance
from commandcenter.domain.whistle_acts import BlowWhistle, Note, UnitCall
from commandcenter.journal.database import FILE_NAME, connect
from tests.bench.frame import Figure, child, median, percentile, timed
from tests.bench.stage import Stage, done, own_door, settle, write_table
from tests.bench.writing import statements_after, write_plainly

DEPARTMENTS, INCIDENTS, LINES = 28, 3, 1000
BUSY_AT_LEAST = 30
MEDIAN_MS, TAIL_MS = 80, 150
COMING_IN = 60_000


def key_to_screen(stage: Stage) -> Figure:
    """Measure it; the row tells the slower of the two series."""
    folder, whistle = _three_incidents(stage)
    raw = _raw(stage, folder, whistle)
    file = stage.folder() / "cases.csv"
    write_table(file, COMING_IN)
    told = child("keying_ours", folder, whistle, file)
    if len(told["busy"]) < BUSY_AT_LEAST:
        raise RuntimeError(f"the import ended after {len(told['busy'])} keys")
    found = {name: (median(times), percentile(times, 99)) for name, times in told.items()}
    worst = max(found.values())
    parts = ", ".join(f"{name} p50 {middle:.0f} p99 {tail:.0f} ms" for name, (middle, tail) in found.items())
    holds = all(middle <= MEDIAN_MS and tail <= TAIL_MS for middle, tail in found.values())
    target = f"p50 <= {MEDIAN_MS} ms, p99 <= {TAIL_MS} ms; {parts}"
    return Figure("key_to_screen", worst[0], "ms", raw, worst[0] / raw, target, holds)


def _three_incidents(stage: Stage) -> tuple[Path, str]:
    """An office with three running incidents, and the id of the newest."""
    folder = stage.office()
    connection = connect(folder / FILE_NAME)
    sql = "SELECT id FROM record WHERE family = 'unit' AND id LIKE 'D%' ORDER BY id LIMIT ?"
    units = [key for (key,) in connection.execute(sql, (DEPARTMENTS,))]
    connection.close()
    if len(units) != DEPARTMENTS:
        raise RuntimeError(f"the office has {len(units)} departments")
    newest = ""
    with own_door(folder) as door:
        for incident in range(INCIDENTS):
            calls = tuple(UnitCall(unit=unit) for unit in units)
            blown = done(door, BlowWhistle(units=calls, title=f"沿街底商燃气泄漏{incident}", place_words="望潮街"))
            newest = next(key for key in blown.subjects if key.startswith("whistle/")).partition("/")[2]
            for line in range(LINES // INCIDENTS + 1):
                done(door, Note(whistle=newest, words=f"第{line}条现场情况：水位下降，警戒线外无人员滞留"))
    settle(folder)
    return folder, newest


def _raw(stage: Stage, folder: Path, whistle: str) -> float:
    """Milliseconds of writing the rows of one entry plainly."""
    ours, plain = stage.copy(folder), connect(stage.copy(folder) / FILE_NAME, write=True)
    times = []
    with own_door(ours) as door:
        connection = door.engine.journal.connection
        sql = "SELECT unit FROM report_in WHERE whistle = ? ORDER BY ordinal"
        for (unit,) in connection.execute(sql, (whistle,)).fetchall():
            after = connection.execute("SELECT max(rowid) FROM event").fetchone()[0]
            done(door, Advance(whistle=whistle, unit=unit))
            rows = list(statements_after(connection, after, replace=True))
            times.append(timed(lambda: write_plainly(plain, rows)))  # noqa: B023  called at once
    plain.close()
    return median(times)
