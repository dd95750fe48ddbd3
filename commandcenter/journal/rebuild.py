"""Rebuild: fold every projection anew from the journal, into shadow tables, and swap them in at the end.

It runs in short transactions beside a working desk, and catches up with what was written meanwhile. The same journal
gives the same canonical digest. Interrupted at any point, the old projections stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from commandcenter.domain.event import Fact
from commandcenter.domain.fold import causal_order
from commandcenter.domain.subjects import apply, family_of
from commandcenter.journal import log
from commandcenter.journal.canonical import FOLD_VERSION, canonical_digest
from commandcenter.journal.database import Connection, transaction
from commandcenter.journal.projections import KEYS, rows_of
from commandcenter.journal.projector import Projector

SHADOW = "_shadow"
CHUNK = 2000

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild found: events folded, subjects, the digest before and after."""

    events: int
    subjects: int
    digest_before: str
    digest_after: str

    @property
    def same(self) -> bool:
        """Whether the old projections were right."""
        return self.digest_before == self.digest_after


def rebuild(connection: Connection, progress: Progress | None = None, *, compare: bool = True) -> Rebuilt:
    """Re-fold all projections. ``progress`` gets (events done, events in all) and may raise to cancel.

    ``compare`` also takes the digest of the standing projections, to tell whether they were right.
    """
    indexes = _create_shadows(connection)
    try:
        subjects = _fill(connection, progress)
        with transaction(connection):
            _catch_up(connection)
            before = canonical_digest(connection) if compare else ""
            after = canonical_digest(connection, SHADOW) if compare else ""
            _swap(connection, indexes)
            _renumber(connection)
            _queue_search(connection)
            connection.execute(
                "INSERT INTO meta (key, value) VALUES ('fold_version', ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (str(FOLD_VERSION),),
            )
    finally:
        _drop_shadows(connection)
    return Rebuilt(log.position(connection), subjects, before, after)


def fold_version(connection: Connection) -> int:
    """The fold version the projections of this file were made with; 0 for an unmarked one."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'fold_version'").fetchone()
    return int(row[0]) if row else 0


def _create_shadows(connection: Connection) -> list[str]:
    """Create empty shadow tables; returns the statements for their indexes, to be run at the end."""
    _drop_shadows(connection)
    later = []
    with transaction(connection):
        for table in KEYS:
            sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
            connection.execute(_renamed(sql, table))
            found = "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
            later += [line for (line,) in connection.execute(found, (table,))]
        connection.execute("CREATE TABLE rebuild_mark (position INTEGER)")
        connection.execute("INSERT INTO rebuild_mark VALUES (?)", (log.position(connection),))
    return later


def _renamed(sql: str, table: str) -> str:
    """The CREATE TABLE statement for the shadow of ``table``; constraint names stay, they are per table."""
    return re.sub(rf'(CREATE TABLE )("?){table}("?)', rf"\g<1>{table}{SHADOW}", sql, count=1)


def _drop_shadows(connection: Connection) -> None:
    with transaction(connection):
        for table in KEYS:
            connection.execute(f"DROP TABLE IF EXISTS {table}{SHADOW}")
        connection.execute("DROP TABLE IF EXISTS rebuild_mark")


def _fill(connection: Connection, progress: Progress | None) -> int:
    total = log.position(connection)
    projector = Projector(connection, SHADOW)
    done = subjects = 0
    batch: list[tuple[str, list[Fact]]] = []
    waiting = 0
    for subject, facts in _by_subject(connection):
        batch.append((subject, facts))
        waiting += len(facts)
        if waiting >= CHUNK:
            _write(connection, projector, batch)
            subjects += len(batch)
            done += waiting
            batch, waiting = [], 0
            if progress is not None:
                progress(min(done, total), total)
    _write(connection, projector, batch)
    if progress is not None:
        progress(total, total)
    return subjects + len(batch)


def _by_subject(connection: Connection) -> Iterator[tuple[str, list[Fact]]]:
    """All subjects with their facts, a few thousand subjects at a time, so that no read stays open."""
    after = ""
    while True:
        sql = "SELECT DISTINCT subject FROM event WHERE subject > ? ORDER BY subject LIMIT ?"
        subjects = [subject for (subject,) in connection.execute(sql, (after, CHUNK))]
        if not subjects:
            return
        found: dict[str, list[Fact]] = {subject: [] for subject in subjects}
        for fact in log.facts_in_range(connection, subjects[0], subjects[-1]):
            found.setdefault(fact.subject, []).append(fact)
        yield from found.items()
        after = subjects[-1]


def _write(connection: Connection, projector: Projector, batch: list[tuple[str, list[Fact]]]) -> None:
    rows = [row for subject, facts in batch for row in rows_of(subject, _folded(subject, facts))]
    with transaction(connection):
        projector.write_new(rows)


def _folded(subject: str, facts: list[Fact]) -> object:
    state = family_of(subject).empty
    for fact in causal_order(facts):
        state = apply(state, fact)
    return state


def _catch_up(connection: Connection) -> None:
    """Re-fold the subjects written to since the shadows were begun."""
    mark = connection.execute("SELECT position FROM rebuild_mark").fetchone()[0]
    projector = Projector(connection, SHADOW)
    touched = {fact.subject for fact in log.facts_between(connection, mark, log.position(connection))}
    for subject in sorted(touched):
        projector.write(subject, None, rows_of(subject, _folded(subject, log.facts_of(connection, subject))))


def _swap(connection: Connection, indexes: list[str]) -> None:
    for table in KEYS:
        connection.execute(f"DROP TABLE {table}")
        connection.execute(f"ALTER TABLE {table}{SHADOW} RENAME TO {table}")
    for sql in indexes:
        connection.execute(sql)


def _renumber(connection: Connection) -> None:
    """Count every series again from the numbers that were given."""
    connection.execute("DELETE FROM number")
    highest: dict[tuple[str, str, str], int] = {}
    pattern = re.compile(r"^((?:演-)?(?:[A-Z]{2}-)?)(\d{4})-(\d{2})(\d{2})-([A-Z]+)(\d+)$")
    for table, plain in (("case_row", "case"), ("whistle", "")):
        for (number,) in connection.execute(f"SELECT number FROM {table} WHERE number <> ''"):
            match = pattern.match(number)
            if match:
                series = plain or match[1].rstrip("-")
                key = (series, f"{match[2]}-{match[3]}-{match[4]}", match[5])
                highest[key] = max(highest.get(key, 0), int(match[6]))
    rows = [(*key, count) for key, count in sorted(highest.items())]
    connection.executemany("INSERT INTO number (series, day, letter, count) VALUES (?, ?, ?, ?)", rows)


def _queue_search(connection: Connection) -> None:
    """Document numbers are new: the search index is emptied and filled again behind."""
    connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    connection.execute("DELETE FROM search_queue")
    connection.execute("INSERT INTO search_queue (doc) SELECT doc FROM case_row")
