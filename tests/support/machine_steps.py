"""What a question costs the database, counted in steps of its machine: the same on every computer, however busy."""

from __future__ import annotations

from collections.abc import Callable

from commandcenter.journal.database import Connection


def steps(connection: Connection, ask: Callable[[], object]) -> int:
    """How many steps of its machine SQLite takes for an answer, in hundreds exactly."""
    counted = [0]

    def more() -> int:
        counted[0] += 100
        return 0

    connection.set_progress_handler(more, 100)
    try:
        ask()
    finally:
        connection.set_progress_handler(None, 0)
    return counted[0]
