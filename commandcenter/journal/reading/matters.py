"""Questions about matters: slow whistles, warnings, drill runs, and what belongs to an incident. Answers are folded values."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from commandcenter.journal import log
from commandcenter.journal.codec import from_json_as
from commandcenter.journal.database import Connection

if TYPE_CHECKING:
    from commandcenter.domain.event import Fact

State = TypeVar("State")


class MatterReader:
    """Reads the table of matters through one read-only connection. ``kind`` is the class of the folded state."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def one(self, kind: type[State], subject: str) -> State:
        """One matter; the empty state when nothing is known of it."""
        row = self._connection.execute("SELECT state FROM matter WHERE subject = ?", (subject,)).fetchone()
        return from_json_as(row[0], kind) if row else kind()

    def stage(self, subject: str) -> str:
        """At which stage a matter stands, in one word; empty when nothing is known of it."""
        row = self._connection.execute("SELECT stage FROM matter WHERE subject = ?", (subject,)).fetchone()
        return str(row[0]) if row else ""

    def of(self, kind: type[State], family: str, *, parent: str | None = None, mode: str = "") -> list[State]:
        """The matters of a family in the order they were opened; ``parent`` and ``mode`` narrow."""
        sql = (
            "SELECT state FROM matter WHERE family = ? AND (? IS NULL OR parent = ?) AND (? = '' OR mode = ?)"
            " ORDER BY opened_at, subject"
        )
        found = self._connection.execute(sql, (family, parent, parent, mode, mode))
        return [from_json_as(state, kind) for (state,) in found.fetchall()]

    def recent(self, kind: type[State], family: str, since: int) -> list[State]:
        """The matters of a family that are not closed or were opened from ``since`` (epoch milliseconds) on, in that order."""
        sql = (
            "SELECT state FROM matter WHERE family = ? AND (closed_at IS NULL OR opened_at >= ?)"
            " ORDER BY opened_at, subject"
        )
        return [from_json_as(state, kind) for (state,) in self._connection.execute(sql, (family, since)).fetchall()]

    def running(self, kind: type[State], family: str, *, mode: str = "") -> list[State]:
        """The matters of a family that are not closed, in the order they were opened."""
        sql = (
            "SELECT state FROM matter WHERE family = ? AND closed_at IS NULL AND (? = '' OR mode = ?)"
            " ORDER BY opened_at, subject"
        )
        found = self._connection.execute(sql, (family, mode, mode))
        return [from_json_as(state, kind) for (state,) in found.fetchall()]

    def count(self, family: str, *stages: str) -> int:
        """How many real matters of a family stand at one of some stages."""
        marks = ", ".join("?" * len(stages))
        sql = f"SELECT count(*) FROM matter WHERE family = ? AND mode = 'real' AND stage IN ({marks})"
        return int(self._connection.execute(sql, (family, *stages)).fetchone()[0])

    def open_count(self, family: str) -> int:
        """How many matters of a family are not closed."""
        sql = "SELECT count(*) FROM matter WHERE family = ? AND closed_at IS NULL"
        return int(self._connection.execute(sql, (family,)).fetchone()[0])

    def overdue(self, family: str, clock: str, now: int) -> list[str]:
        """The real matters of a family with a clock past its end whose name begins with ``clock``; each once."""
        sql = (
            "SELECT DISTINCT subject FROM deadline WHERE met_at IS NULL AND stopped = 0 AND due_at < ? AND mode = 'real'"
            " AND subject GLOB ? AND clock GLOB ? ORDER BY subject"
        )
        found = self._connection.execute(sql, (now, f"{family}/*", f"{clock}*"))
        return [subject for (subject,) in found.fetchall()]

    def parent(self, subject: str) -> str:
        """The id of the whistle (or office matter) a matter belongs to; empty when it is a matter of its own."""
        row = self._connection.execute("SELECT parent FROM matter WHERE subject = ?", (subject,)).fetchone()
        return str(row[0]) if row else ""

    def facts(self, subject: str) -> list[Fact]:
        """Every entry of a matter by the time it happened."""
        return sorted(log.facts_of(self._connection, subject), key=lambda fact: (fact.happened_at, fact.hlc, fact.id))

    def by_number(self, number: str) -> str:
        """The subject of the matter with a number; empty when there is none."""
        sql = "SELECT subject FROM matter WHERE number = ? AND number <> ''"
        row = self._connection.execute(sql, (number.strip(),)).fetchone()
        return str(row[0]) if row else ""

    def numbers(self, part: str, limit: int = 8) -> list[tuple[str, str]]:
        """Matters whose number contains ``part``: (subject, number), newest first."""
        sql = "SELECT subject, number FROM matter WHERE instr(number, ?) ORDER BY opened_at DESC, subject LIMIT ?"
        return [(subject, number) for subject, number in self._connection.execute(sql, (part.upper(), limit))]
