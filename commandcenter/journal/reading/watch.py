"""Questions of the duty watch: what a hand-over has to read aloud. Bounded, each by an index; what is long is counted."""

from __future__ import annotations

from typing import NamedTuple

from commandcenter.domain.masking import mask_known
from commandcenter.journal.database import Connection

MOST = 60
"""So many clocks or cases are read one by one at the most."""
FIRST = 5
"""So many of the cases that wait are told one by one; of the others how many there are, and who has them."""


class RunningClock(NamedTuple):
    """A clock that runs or has run out: whose, which, when it is due; ``number`` where its matter has one."""

    subject: str
    clock: str
    due_at: int
    number: str
    whistle: str


class WaitingCase(NamedTuple):
    """A case that waits: its number, what it is about (masked), the ids of its place and of the unit that has it, when due."""

    number: str
    title: str
    place: str
    lead: str
    due_at: int | None


class Waiting(NamedTuple):
    """Cases that wait: how many, the first of them, and how many each unit (id; empty: nobody) has, the most first."""

    many: int = 0
    first: tuple[WaitingCase, ...] = ()
    leads: tuple[tuple[str, int], ...] = ()


class Suspended(NamedTuple):
    """A suspended case and when it is looked at again."""

    id: str
    number: str
    title: str
    review_at: int


class WatchReader:
    """Reads through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def clocks(self, until: int) -> list[RunningClock]:
        """The clocks of real work, cases left out, that run out by ``until`` or have run out and still run; due first."""
        sql = (
            "SELECT subject, clock, due_at FROM deadline WHERE met_at IS NULL AND stopped = 0 AND due_at <= ?"
            " AND mode = 'real' AND subject NOT GLOB 'case/*' AND clock NOT GLOB 'remind:*' AND clock NOT GLOB 'escalate:*'"
            " ORDER BY due_at, subject, clock LIMIT ?"
        )
        found = self._connection.execute(sql, (until, MOST)).fetchall()
        return [RunningClock(subject, clock, due, *self._whose(subject)) for subject, clock, due in found]

    def _whose(self, subject: str) -> tuple[str, str]:
        """The number of the matter a clock belongs to, and the id of its whistle."""
        row = self._connection.execute("SELECT number FROM matter WHERE subject = ?", (subject,)).fetchone()
        if row is not None:
            return str(row[0]), ""
        whistle = subject.split("/")[1] if "/" in subject else ""
        row = self._connection.execute("SELECT number FROM whistle WHERE id = ?", (whistle,)).fetchone()
        return (str(row[0]), whistle) if row is not None else ("", "")

    def cases(self, stage: str) -> Waiting:
        """The open cases at a stage, in the order they came in."""
        return self._waiting("open = 1 AND stage = ? AND merged_into = ''", (stage,), "received_at")

    def overdue_cases(self, now: int) -> Waiting:
        """The open cases of which a limit has run out, the longest overdue first."""
        where = "open = 1 AND stage <> 'suspended' AND next_due <= ? AND merged_into = ''"
        return self._waiting(where, (now,), "next_due")

    def near_cases(self, now: int, until: int) -> Waiting:
        """The open cases of which a limit runs out by ``until``, the first first."""
        where = "open = 1 AND stage <> 'suspended' AND next_due > ? AND next_due <= ? AND merged_into = ''"
        return self._waiting(where, (now, until), "next_due")

    def _waiting(self, where: str, values: tuple[object, ...], order: str) -> Waiting:
        sql = f"SELECT lead, count(*) FROM case_row WHERE {where} GROUP BY lead ORDER BY count(*) DESC, lead"
        leads = tuple((str(lead or ""), int(count)) for lead, count in self._connection.execute(sql, values))
        if not leads:
            return Waiting()
        sql = (
            f"SELECT number, title, reporter, place, lead, next_due FROM case_row WHERE {where}"
            f" ORDER BY {order}, id LIMIT {FIRST}"
        )
        first = tuple(
            WaitingCase(str(number), mask_known(str(title or ""), str(reporter or "")), place or "", lead or "", due)
            for number, title, reporter, place, lead, due in self._connection.execute(sql, values)
        )
        return Waiting(sum(count for _, count in leads), first, leads)

    def suspended(self, until: int) -> list[Suspended]:
        """The suspended cases that are looked at again by ``until``, the first first."""
        sql = (
            "SELECT id, number, title, reporter, review_at FROM case_row"
            " WHERE open = 1 AND stage = 'suspended' AND review_at <= ? ORDER BY review_at, id LIMIT ?"
        )
        return [
            Suspended(key, number, mask_known(title, reporter), review_at)
            for key, number, title, reporter, review_at in self._connection.execute(sql, (until, MOST))
        ]

    def incidents(self, start: int, end: int) -> int:
        """How many real emergency whistles were blown, or ran, between two instants."""
        sql = (
            "SELECT count(*) FROM whistle WHERE kind = 'emergency' AND mode = 'real' AND stage <> 'undone'"
            " AND blown_at < ? AND (blown_at >= ? OR closed_at IS NULL OR closed_at >= ?)"
        )
        return int(self._connection.execute(sql, (end, start, start)).fetchone()[0])
