"""Filling the search index behind bulk work: in short transactions, newest first, with a lag that can be shown."""

from __future__ import annotations

from commandcenter.journal import search
from commandcenter.journal.database import Connection, transaction

BATCH = 2000
BULK = 2000
"""So many cases indexed at once leave an index in many parts, each of which every search has to look into."""
MERGE_PAGES = 200


def lag(connection: Connection) -> int:
    """How many cases are not yet searchable."""
    return int(connection.execute("SELECT count(*) FROM search_queue").fetchone()[0])


def index_batch(connection: Connection, size: int = BATCH, *, newest_first: bool = True) -> int:
    """Index up to ``size`` waiting cases in one transaction; returns how many."""
    with transaction(connection):
        rows = connection.execute(
            "SELECT q.doc, c.number, c.source_number, c.title, c.place_words, c.reporter, c.phone, c.text"
            f" FROM search_queue q LEFT JOIN case_row c ON c.doc = q.doc ORDER BY q.doc {'DESC' if newest_first else ''} LIMIT ?",
            (size,),
        ).fetchall()
        docs = [(row[0], "\n".join(part for part in row[1:] if part)) for row in rows if row[1] is not None]
        docs.sort()  # going down, FTS5 would write what it has gathered to the disk before each document
        search.put(connection, docs)
        connection.executemany("DELETE FROM search_queue WHERE doc = ?", [(row[0],) for row in rows])
    return len(rows)


def merge_step(connection: Connection, *, first: bool = False) -> bool:
    """Bring the parts of the index together a little, in one short transaction; whether there is more to do.

    The ``first`` step takes every part into the work. A search over one part takes two thirds of the time of one over a dozen.
    """
    before = connection.total_changes
    with transaction(connection):
        sql = "INSERT INTO search_index (search_index, rank) VALUES ('merge', ?)"
        connection.execute(sql, (-MERGE_PAGES if first else MERGE_PAGES,))
    return int(connection.total_changes) - int(before) >= 2


def merge_whole(connection: Connection) -> None:
    """Bring all parts of the index together at once, so that words of deleted texts are nowhere in it, nor in freed pages.

    Takes two seconds for a hundred thousand cases.
    """
    connection.execute("PRAGMA secure_delete=ON")
    connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
    connection.execute("PRAGMA secure_delete=FAST")


def forget_step(connection: Connection, *, first: bool = False) -> bool:
    """The same in short transactions; whether there is more to do."""
    connection.execute("PRAGMA secure_delete=ON")
    more = merge_step(connection, first=first)
    connection.execute("PRAGMA secure_delete=FAST")
    return more
