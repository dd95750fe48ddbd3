"""The closed cases an office can learn from, the newest first; and how all cases split by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from commandcenter.domain.who_learned import Lesson
from commandcenter.journal.database import Connection

MOST = 60_000
"""So many of the newest closed cases teach; older ones tell of units and duties that have changed since."""


class LessonReader:
    """Reads lessons through one read-only connection. For a worker, not for the window."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def closed(self, most: int = MOST) -> Iterator[Lesson]:
        """Closed cases that a unit led here, the newest first; what was merged or handed on teaches nothing."""
        sql = (
            "SELECT id, lead, category, community, place, title FROM case_row WHERE closed_at IS NOT NULL AND lead <> ''"
            " AND merged_into = '' AND result <> 'transferred' ORDER BY doc DESC LIMIT ?"
        )
        for row in self._connection.execute(sql, (most,)):
            yield Lesson(*row)

    def by_category(self) -> dict[str, int]:
        """How many cases there are of each category: those that have ended out of the tally, the open ones counted."""
        ended = "SELECT key, sum(taken + unknown) FROM tally WHERE dim = 'category' GROUP BY key"
        running = "SELECT category, count(*) FROM case_row WHERE open = 1 GROUP BY category"
        found: Counter[str] = Counter()
        for sql in (ended, running):
            for category, count in self._connection.execute(sql):
                found[str(category)] += int(count)
        return {category: count for category, count in found.items() if count}
