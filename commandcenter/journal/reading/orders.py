"""Questions about the limits of orders: closed ones to try a table on, provisional ends, what leaders have to take note of."""

from __future__ import annotations

from typing import NamedTuple

from commandcenter.domain.clock import DAY
from commandcenter.domain.masking import mask_known
from commandcenter.journal.database import Connection

LONGEST_MS = 400 * DAY
"""Orders registered longer ago than this before a month are not looked at when it is asked which were closed in it."""


class ClosedOrder(NamedTuple):
    """An order that was closed: what decided its limit, the end it had, and when it was fed back (epoch milliseconds)."""

    id: str
    received_at: int
    grade: str
    channel: str
    category: str
    nature: str
    due_at: int | None
    done_at: int


class Escalated(NamedTuple):
    """An order brought before leaders who have not taken note of it. ``to`` are person ids or roles."""

    id: str
    number: str
    title: str
    stage: str
    received_at: int
    due_at: int | None
    to: tuple[str, ...]


class OrderReader:
    """Reads through one read-only connection. The questions over closed orders are for a worker, not for the window."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def closed(self, start: int, end: int, at_most: int = 100_000) -> list[ClosedOrder]:
        """Live orders closed between two instants, the earliest registered first, ``at_most`` of them."""
        sql = (
            "SELECT id, received_at, grade, channel, category, nature, due_at, ifnull(fed_back_at, closed_at) FROM case_row"
            " WHERE history = 0 AND registered_at > ? AND registered_at < ? AND closed_at >= ? AND closed_at < ?"
            " AND merged_into = '' AND stage <> 'refused' ORDER BY registered_at LIMIT ?"
        )
        rows = self._connection.execute(sql, (start - LONGEST_MS, end, start, end, at_most))
        return [ClosedOrder._make(row) for row in rows]

    def provisional(self) -> list[str]:
        """The ids of open orders whose end counts working days of a year without an official calendar; by index."""
        return [
            case for (case,) in self._connection.execute("SELECT id FROM case_row WHERE provisional = 1 ORDER BY id")
        ]

    def provisional_count(self) -> int:
        """How many there are."""
        return int(self._connection.execute("SELECT count(*) FROM case_row WHERE provisional = 1").fetchone()[0])

    def escalated(self, limit: int = 500) -> list[Escalated]:
        """Orders that leaders have not taken note of, the newest first; by index."""
        sql = (
            "SELECT id, number, substr(title, 1, 80), stage, received_at, due_at, escalated, reporter FROM case_row"
            " WHERE escalated <> '' ORDER BY received_at DESC, id LIMIT ?"
        )
        rows = self._connection.execute(sql, (limit,)).fetchall()
        return [
            Escalated._make((*row[:2], mask_known(row[2], row[7]), *row[3:6], tuple(row[6].split()))) for row in rows
        ]
