"""The roster of a world on paper, by the way the program takes: states become rows, the reader cuts the days from them."""

from __future__ import annotations

import sqlite3

from commandcenter.domain.roster_history import RosterHistory
from commandcenter.journal.projections import rows_of
from commandcenter.journal.reading.reference import ReferenceReader
from paper_world import PaperWorld

COLUMNS = ("subject", "family", "id", "name", "initials", "active", "version", "changed_at", "fields", "words", "extra")
FAMILIES = ("place", "person", "appointment", "absence")


def roster_of(world: PaperWorld) -> RosterHistory:
    """Everything that was entered into the roster of ``world``."""
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE record ({', '.join(COLUMNS)})")
    for subject in world.subjects(""):
        if subject.partition("/")[0] in FAMILIES:
            for row in rows_of(subject, world.state(subject)):
                values = [row.values[name] for name in COLUMNS]
                connection.execute(f"INSERT INTO record VALUES ({', '.join('?' * len(COLUMNS))})", values)
    try:
        return ReferenceReader(connection).roster()
    finally:
        connection.close()
