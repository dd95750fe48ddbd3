"""Rebuild: fold every subject anew from the journal and put right whatever projection row differs.

It works in short transactions beside a working desk, so a whistle never waits for it. Each subject is right at every
moment; stopped half-way, the rest is done next time. A dropped projection table is created again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from commandcenter.domain.event import Fact
from commandcenter.domain.subjects import family_of, folded
from commandcenter.journal import log
from commandcenter.journal.canonical import canonical_digest, forget_fold_version, mark_fold_version
from commandcenter.journal.database import PAGE_CACHE_KIB, Connection, transaction
from commandcenter.journal.projections import KEYS, MATTERS, Row, rows_of
from commandcenter.journal.projector import Projector
from commandcenter.journal.tally import recount

CHUNK = 2000
"""Subjects of one transaction. They are read and folded before it, so the writer waits for the changed rows alone."""
CHECKPOINT_PAGES, USUAL_PAGES = 16_384, 1000
"""How far the write-ahead log may grow before it is folded back: rows come in another order than they lie in."""
CACHE_KIB = 131_072

Progress = Callable[[int, int], None]

_SUBJECTS = {
    "record": "subject",
    "seat": "subject",
    "case_row": "'case/' || id",
    "attachment": "subject",
    "deadline": "subject",
    "whistle": "'whistle/' || id",
    "report_in": "'report_in/' || whistle || '/' || unit",
    "post": "'post/' || whistle",
    "task_order": "subject",
    "sitrep": "subject",
    "review": "'review/' || whistle",
    "matter": "subject",
    "patrol_row": "'patrol/' || id",
    "call_row": "'call/' || id",
}
"""How the subject of a row reads in SQL."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild found. ``changed`` counts rows that were wrong, missing or too many; 0 means all was right."""

    events: int
    subjects: int
    changed: int
    digest: str


def rebuild(connection: Connection, progress: Progress | None = None, *, index: bool = True) -> Rebuilt:
    """Re-fold all projections. ``progress`` gets (events done, events in all) and may raise to stop.

    ``index`` also empties the search index and queues every case for it.
    """
    _create_missing(connection)
    forget_fold_version(connection)  # stopped half-way, it is done at the next start
    connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")
    connection.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
    try:
        return _rebuild(connection, progress, index)
    finally:
        connection.execute(f"PRAGMA wal_autocheckpoint={USUAL_PAGES}")
        connection.execute(f"PRAGMA cache_size=-{PAGE_CACHE_KIB}")


def _rebuild(connection: Connection, progress: Progress | None, index: bool) -> Rebuilt:
    projector = Projector(connection)
    total = log.position(connection)
    done = subjects = changed = 0
    after = ""
    while True:
        seen = _version(connection)
        chunk = _chunk(connection, after)
        wanted = _rows(chunk)
        with transaction(connection):
            if _version(connection) != seen:  # somebody wrote meanwhile
                chunk = _chunk(connection, after)
                wanted = _rows(chunk)
            changed += _put_right(connection, projector, [subject for subject, _ in chunk], wanted)
        if not chunk:
            break
        after = chunk[-1][0]
        subjects += len(chunk)
        done += sum(len(facts) for _, facts in chunk)
        if progress is not None:
            progress(min(done, total), total)
    with transaction(connection):
        changed += _drop_orphans(connection)
    changed += recount(connection)
    with transaction(connection):
        renumber(connection)
        if index:
            _queue_search(connection)
        mark_fold_version(connection)
    return Rebuilt(log.position(connection), subjects, changed, canonical_digest(connection))


def _version(connection: Connection) -> int:
    """Changes when another connection has written to the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _create_missing(connection: Connection) -> None:
    held = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    missing = [table for table in KEYS if table not in held]
    if missing:
        from commandcenter.journal.migrate import create_tables

        create_tables(connection, missing)


def _chunk(connection: Connection, after: str) -> list[tuple[str, list[Fact]]]:
    """The next few hundred subjects with their facts."""
    sql = "SELECT DISTINCT subject FROM event WHERE subject > ? ORDER BY subject LIMIT ?"
    subjects = [subject for (subject,) in connection.execute(sql, (after, CHUNK))]
    if not subjects:
        return []
    found: dict[str, list[Fact]] = {subject: [] for subject in subjects}
    for fact in log.facts_in_range(connection, subjects[0], subjects[-1]):
        found[fact.subject].append(fact)
    return list(found.items())


def _rows(chunk: Sequence[tuple[str, list[Fact]]]) -> list[Row]:
    """The rows that ought to stand for these subjects."""
    return [row for subject, facts in chunk for row in rows_of(subject, folded(subject, facts))]


def _put_right(connection: Connection, projector: Projector, subjects: Sequence[str], wanted: Sequence[Row]) -> int:
    standing = _standing(connection, projector, subjects, wanted)
    missing: list[Row] = []
    changed = 0
    for row in wanted:
        found = standing.pop(_key(row), None)
        if found is None:
            missing.append(row)
        elif found != row.values:
            projector.put(row)
            changed += 1
    projector.write_new(missing)
    for table, *key in standing:
        projector.delete(table, key)
    return changed + len(missing) + len(standing)


def _key(row: Row) -> tuple[str, ...]:
    return (row.table, *(str(row.values[name]) for name in KEYS[row.table]))


def _standing(
    connection: Connection, projector: Projector, subjects: Sequence[str], wanted: Iterable[Row]
) -> dict[tuple[str, ...], dict[str, object]]:
    """The rows that stand for these subjects, by table and key."""
    tables = {row.table for row in wanted} | {"deadline", "attachment"} | {_table_of(subject) for subject in subjects}
    ours = set(subjects)
    found = {}
    for table in sorted(tables - {""}):
        if connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is None:
            continue
        names = projector.columns(table)
        key_column = KEYS[table][0]
        keys = sorted({_first_key(table, subject) for subject in ours} - {""})
        for start in range(0, len(keys), CHUNK):
            part = keys[start : start + CHUNK]
            marks = ", ".join("?" for _ in part)
            sql = f"SELECT {', '.join(names)}, {_SUBJECTS[table]} FROM {table} WHERE {key_column} IN ({marks})"
            for *values, subject in connection.execute(sql, part):
                if subject in ours:
                    row = dict(zip(names, values, strict=True))
                    found[(table, *(str(row[name]) for name in KEYS[table]))] = row
    return found


_FAMILY_OF_TABLE = {
    "case_row": "case",
    "whistle": "whistle",
    "report_in": "report_in",
    "post": "post",
    "task_order": "order",
    "sitrep": "sitrep",
    "review": "review",
    "seat": "seat",
    "patrol_row": "patrol",
    "call_row": "call",
}


_TABLE_OF_FAMILY = {family: table for table, family in _FAMILY_OF_TABLE.items()}


def _table_of(subject: str) -> str:
    """The table in which rows of a subject stand, also of one that folds to nothing; empty for an unknown family."""
    family = family_of(subject).name
    if family in MATTERS:
        return "matter"
    return _TABLE_OF_FAMILY.get(family, "record" if family else "")


def _first_key(table: str, subject: str) -> str:
    """What stands in the first key column of a table for a subject; empty when the table is not for its family."""
    family = _FAMILY_OF_TABLE.get(table)
    if family is not None and not subject.startswith(f"{family}/"):
        return ""
    if KEYS[table][0] == "subject":
        return subject
    key = subject.partition("/")[2]
    return key.partition("/")[0] if table == "report_in" else key


def _drop_orphans(connection: Connection) -> int:
    """Remove rows of subjects without events."""
    gone = 0
    for table, subject in _SUBJECTS.items():
        sql = f"DELETE FROM {table} WHERE {subject} NOT IN (SELECT subject FROM event)"
        gone += connection.execute(sql).rowcount
    return gone


_HIGHEST = (
    "SELECT start || max(CAST(substr(number, length(start) + 1) AS INTEGER))"
    " FROM (SELECT number, rtrim(number, '0123456789') start FROM {} WHERE number <> '') GROUP BY start"
)
"""The highest number behind each beginning; only these few are taken apart."""


def renumber(connection: Connection) -> None:
    """Count every series again from the numbers that were given."""
    connection.execute("DELETE FROM number")
    highest: dict[tuple[str, str, str], int] = {}
    pattern = re.compile(r"^((?:演-)?(?:[A-Z]{2}-)?)(\d{4})-(\d{2})(\d{2})-([A-Z]+)(\d+)$")
    for table, plain in (("case_row", "case"), ("whistle", ""), ("matter", "")):
        for (number,) in connection.execute(_HIGHEST.format(table)):
            match = pattern.match(number)
            if match:
                series = plain or match[1].rstrip("-")
                key = (series, f"{match[2]}-{match[3]}-{match[4]}", match[5])
                highest[key] = max(highest.get(key, 0), int(match[6]))
    rows = [(*key, count) for key, count in sorted(highest.items())]
    connection.executemany("INSERT INTO number (series, day, letter, count) VALUES (?, ?, ?, ?)", rows)


def _queue_search(connection: Connection) -> None:
    """The search index is emptied and filled again behind."""
    connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    connection.execute("DELETE FROM search_queue")
    connection.execute("INSERT INTO search_queue (doc) SELECT doc FROM case_row")
