"""Bulk writing: a great many commands of one desk, chained and folded as ever, in transactions of thousands of events.

For filling a folder that nobody works on. The events are what single commands would have written; only the commits are
large, the indexes of the big projections are built once at the end, and the texts are made searchable in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from commandcenter.domain.command import Draft, Who
from commandcenter.journal import indexing
from commandcenter.journal.database import PAGE_CACHE_KIB, Connection, transaction
from commandcenter.journal.journal import Journal
from commandcenter.journal.rebuild import renumber

AT_ONCE = 20_000
"""Events of one transaction."""
INDEXED_AT_ONCE = 50_000
CACHE_KIB = 262_144
CHECKPOINT_PAGES, USUAL_PAGES = 65_536, 1000
GATHERED_BYTES, USUAL_BYTES = 256 << 20, 1 << 20
"""How much of the search index is gathered in memory before it is written as a part of its own."""
ANALYSED_ROWS = 1000
BIG = ("case_row", "deadline")


class Written(NamedTuple):
    """One command: its id, who did it, what happened, by which channel."""

    command: str
    who: Who
    drafts: Sequence[Draft]
    channel: str = ""


Progress = Callable[[int], None]
"""Is told how many events have been written. What it raises stops the work; what was committed stays."""


def write(journal: Journal, commands: Iterable[Written], progress: Progress) -> int:
    """Write the commands in order; each is recorded at the moment the journal's clock shows when it is taken.

    Returns how many events were written. The search index is left to ``make_searchable``. Raises ``Trouble``.
    """
    with _wide(journal.connection), _unindexed(journal.connection):
        events = _write(journal, commands, progress)
        with transaction(journal.connection):
            renumber(journal.connection)
    journal.checkpoint(truncate=True)
    return events


def _write(journal: Journal, commands: Iterable[Written], progress: Progress) -> int:
    events = staged = 0
    for one in commands:
        for draft in one.drafts:
            if draft.kind in _BEGINNINGS:
                journal.new_id(draft.subject.partition("/")[2])
        journal.stage(one.command, one.who, one.drafts, channel=one.channel)
        staged += len(one.drafts)
        if staged >= AT_ONCE:
            journal.commit()
            events, staged = events + staged, 0
            progress(events)
    journal.commit()
    progress(events + staged)
    return events + staged


_BEGINNINGS = frozenset(("case.registered", "case.imported"))
"""Nothing is recorded on a subject before these, so it needs no looking up."""


@contextmanager
def _wide(connection: Connection) -> Iterator[None]:
    """More memory and a longer write-ahead log while much is written."""
    connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")
    connection.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA wal_autocheckpoint={USUAL_PAGES}")
        connection.execute(f"PRAGMA cache_size=-{PAGE_CACHE_KIB}")


@contextmanager
def _unindexed(connection: Connection) -> Iterator[None]:
    """Without the secondary indexes of the big projections; they are built anew at the end, also of a work that failed."""
    marks = ", ".join("?" for _ in BIG)
    sql = f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({marks})"
    found = connection.execute(sql, BIG).fetchall()
    for name, _ in found:
        connection.execute(f'DROP INDEX "{name}"')
    try:
        yield
    finally:
        for _, told in found:
            connection.execute(told)
        learn_shares(connection, 0)


def learn_shares(connection: Connection, rows: int = ANALYSED_ROWS) -> None:
    """Let SQLite look at so many ``rows`` of each index, so that it chooses among them; 0: all, where nobody waits."""
    connection.execute(f"PRAGMA analysis_limit={rows:d}")
    for table in (*BIG, "event"):
        connection.execute(f"ANALYZE {table}")


def make_searchable(connection: Connection, progress: Progress) -> int:
    """Fill the search index with everything that waits for it, in few parts. Returns how many cases."""
    done = 0
    with _wide(connection):
        _configure(connection, "hashsize", GATHERED_BYTES)
        try:
            while count := indexing.index_batch(connection, INDEXED_AT_ONCE, newest_first=False):
                done += count
                progress(done)
        finally:
            _configure(connection, "hashsize", USUAL_BYTES)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return done


def _configure(connection: Connection, name: str, value: int) -> None:
    connection.execute("INSERT INTO search_index (search_index, rank) VALUES (?, ?)", (name, value))
