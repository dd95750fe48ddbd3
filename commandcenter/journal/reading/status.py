"""Questions about the journal itself: how far, how big, how healthy; and the drafts of this seat."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.event import Fact
from commandcenter.domain.kinds import understood
from commandcenter.journal import indexing, log
from commandcenter.journal.database import Connection


@dataclass(frozen=True, slots=True)
class Status:
    """The journal in figures."""

    events: int
    nodes: int
    forks: int
    index_lag: int
    not_understood: int
    size_bytes: int


class StatusReader:
    """Reads the state of the file through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def status(self) -> Status:
        """The journal in figures."""
        one = self._one
        kinds = self._connection.execute("SELECT kind, max(version), count(*) FROM event GROUP BY kind")
        unknown = sum(count for kind, version, count in kinds if not understood(kind, version))
        return Status(
            events=log.position(self._connection),
            nodes=one("SELECT count(DISTINCT node) FROM event"),
            forks=one("SELECT count(*) FROM fork"),
            index_lag=indexing.lag(self._connection),
            not_understood=unknown,
            size_bytes=one("PRAGMA page_count") * one("PRAGMA page_size"),
        )

    def position(self) -> int:
        """How many events this file has taken in."""
        return log.position(self._connection)

    def schema(self) -> int:
        """The form of the file."""
        return self._one("PRAGMA user_version")

    def vector(self) -> dict[str, int]:
        """The version vector."""
        return log.vector(self._connection)

    def facts_after(self, position: int) -> list[Fact]:
        """The facts taken in after a position; for a second process that watches the file."""
        return list(log.facts_between(self._connection, position, log.position(self._connection)))

    def foreign_changes(self) -> int:
        """Changes when another connection has committed."""
        return self._one("PRAGMA data_version")

    def drafts(self) -> dict[str, str]:
        """Texts typed at this seat and not yet sent."""
        return dict(self._connection.execute("SELECT key, text FROM draft").fetchall())

    def integrity(self) -> str:
        """``ok``, or what SQLite says is wrong with the file."""
        return str(self._connection.execute("PRAGMA quick_check(1)").fetchone()[0])

    def _one(self, sql: str) -> int:
        return int(self._connection.execute(sql).fetchone()[0])
