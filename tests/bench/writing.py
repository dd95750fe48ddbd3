"""``append`` and ``whistle_40``: one command through the engine, from the decision to the commit on the disk.

Baseline: the very rows each command wrote - events, private parts, projections, clocks, number, but not the search
index - inserted by plain SQL into a copy of the file, with the same pragmas, in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from commandcenter.desk.engine import Done
from commandcenter.domain.case_acts import RegisterCase
from commandcenter.domain.command import Command
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.journal.database import FILE_NAME, Connection, connect
from tests.bench.frame import Figure, collector_at_rest, held, median, timed
from tests.bench.stage import Stage, matters, own_door

_ROWS = {
    "event": "rowid > :after",
    "private": "(node, seq) IN (SELECT node, seq FROM event WHERE rowid > :after)",
    "case_row": "id IN (SELECT substr(subject, 6) FROM event WHERE rowid > :after)",
    "whistle": "id IN (SELECT substr(subject, 9) FROM event WHERE rowid > :after)",
    "report_in": "'report_in/' || whistle || '/' || unit IN (SELECT subject FROM event WHERE rowid > :after)",
    "deadline": "subject IN (SELECT subject FROM event WHERE rowid > :after)",
}

Statement = tuple[str, Sequence[Any]]


def append(stage: Stage) -> Figure:
    """A case is registered by hand."""
    ours, raw = _times(stage, (RegisterCase(matter=matter) for matter in matters(620)), 20)
    return held("append", median(ours), median(raw), 8)


def whistle_40(stage: Stage) -> Figure:
    """A whistle is blown to 40 departments."""
    ours, raw = _times(stage, _whistles(stage, 220), 20)
    return held("whistle_40", median(ours), median(raw), 6)


def _whistles(stage: Stage, number: int) -> Iterator[Command]:
    connection = connect(stage.office() / FILE_NAME)
    units = [row[0] for row in connection.execute("SELECT id FROM record WHERE family = 'unit' ORDER BY id LIMIT 40")]
    connection.close()
    for place in range(number):
        yield BlowWhistle(units=tuple(UnitCall(unit=unit) for unit in units), title=f"沿街底商燃气泄漏{place}")


def _times(stage: Stage, commands: Iterator[Command], warm: int) -> tuple[list[float], list[float]]:
    """Milliseconds of every command but the first ``warm``, and of its rows written plainly right after it."""
    plain = connect(_plain_file(stage), write=True)
    ours: list[float] = []
    raw: list[float] = []
    with own_door(stage.office()) as door, collector_at_rest():
        connection = door.engine.journal.connection
        for command in commands:
            after = connection.execute("SELECT max(rowid) FROM event").fetchone()[0]
            outcome: list[object] = []
            ours.append(timed(lambda: outcome.append(door.submit(command))))  # noqa: B023  called at once
            if not isinstance(outcome[0], Done):
                raise RuntimeError(f"{command}: {outcome[0]}")
            statements = list(statements_after(connection, after))
            raw.append(timed(lambda: write_plainly(plain, statements)))  # noqa: B023  called at once
    plain.close()
    return ours[warm:], raw[warm:]


def _plain_file(stage: Stage) -> Path:
    return stage.office() / FILE_NAME


def statements_after(connection: Connection, after: int, *, replace: bool = False) -> Iterator[Statement]:
    """What plain SQL has to do for the commands since an event; ``replace`` where rows of theirs may stand already."""
    verb = "INSERT OR REPLACE" if replace else "INSERT"
    for table, where in _ROWS.items():
        rows = connection.execute(f"SELECT * FROM {table} WHERE {where}", {"after": after}).fetchall()
        if rows:
            told = "INSERT" if table in ("event", "private") else verb
            yield f"{told} INTO {table} VALUES ({', '.join('?' for _ in rows[0])})", rows
    numbers = connection.execute("SELECT * FROM number ORDER BY rowid DESC LIMIT 1").fetchall()
    yield "INSERT OR REPLACE INTO number VALUES (?, ?, ?, ?)", numbers


def write_plainly(connection: Connection, statements: Sequence[Statement]) -> None:
    """Write rows in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for sql, rows in statements:
        connection.executemany(sql, rows)
    connection.execute("COMMIT")
