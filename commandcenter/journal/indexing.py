"""Filling the search index behind bulk work: in short transactions, newest first, with a lag that can be shown."""

from __future__ import annotations

from commandcenter.journal import search
from commandcenter.journal.database import Connection, transaction

BATCH = 2000


def lag(connection: Connection) -> int:
    """How many cases are not yet searchable."""
    return int(connection.execute("SELECT count(*) FROM search_queue").fetchone()[0])


def index_batch(connection: Connection, size: int = BATCH) -> int:
    """Index up to ``size`` waiting cases in one transaction; returns how many."""
    with transaction(connection):
        rows = connection.execute(
            "SELECT q.doc, c.number, c.source_number, c.title, c.place_words, c.reporter, c.phone, c.text"
            " FROM search_queue q LEFT JOIN case_row c ON c.doc = q.doc ORDER BY q.doc DESC LIMIT ?",
            (size,),
        ).fetchall()
        docs = [(row[0], "\n".join(part for part in row[1:] if part)) for row in rows if row[1] is not None]
        search.put(connection, docs)
        connection.executemany("DELETE FROM search_queue WHERE doc = ?", [(row[0],) for row in rows])
    return len(rows)
