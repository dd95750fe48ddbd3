"""Every department at every whistle of a span, for the figures; a long read, asked in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from commandcenter.journal.codec import from_json_as
from commandcenter.journal.database import Connection

if TYPE_CHECKING:  # loaded by the first question: a start asks none of them
    from commandcenter.domain.whistle import Whistle
    from commandcenter.domain.whistle_figures import Presence

WHISTLES = "w.mode = ? AND w.stage <> 'undone' AND w.blown_at >= ? AND w.blown_at < ?"


class Told(NamedTuple):
    """What was found: the whistles, who was called to them, and how many cases were registered in the same span."""

    whistles: list[Whistle]
    presences: list[Presence]
    cases: int


class PresenceReader:
    """Reads presences through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def told(self, mode: str, start: int, end: int) -> Told:
        """Whistles of one mode blown from ``start`` until before ``end`` (epoch milliseconds), oldest first.

        Only whistles that departments are called to: the emergency and the muster whistle. Cases are real ones that came in
        here, without imported history.
        """
        from commandcenter.domain.report_in import ReportIn
        from commandcenter.domain.whistle import Whistle
        from commandcenter.domain.whistle_figures import Presence

        asked = (mode, start, end)
        sql = f"SELECT w.id, w.plan, w.state FROM whistle w WHERE {WHISTLES} ORDER BY w.blown_at, w.id"
        found = {key: (from_json_as(state, Whistle), plan) for key, plan, state in self._connection.execute(sql, asked)}
        events = self._events()
        sql = (
            "SELECT r.whistle, r.state FROM report_in r JOIN whistle w ON w.id = r.whistle"
            f" WHERE {WHISTLES} ORDER BY w.blown_at, w.id, r.ordinal"
        )
        presences = []
        for key, state in self._connection.execute(sql, asked):
            presence = from_json_as(state, ReportIn)
            if not presence.undone:
                whistle, plan = found[key]
                presences.append(Presence(whistle, events.get(plan, ""), presence))
        sql = "SELECT count(*) FROM case_row WHERE history = 0 AND registered_at >= ? AND registered_at < ?"
        cases = int(self._connection.execute(sql, (start, end)).fetchone()[0])
        return Told([whistle for whistle, _ in found.values()], presences, cases)

    def first_at(self, mode: str) -> int | None:
        """When the oldest whistle of a mode was blown."""
        sql = "SELECT min(blown_at) FROM whistle WHERE mode = ? AND stage <> 'undone'"
        at = self._connection.execute(sql, (mode,)).fetchone()[0]
        return None if at is None else int(at)

    def _events(self) -> dict[str, str]:
        """The kind of event by plan."""
        sql = "SELECT id, ifnull(json_extract(fields, '$.category'), '') FROM record WHERE family = 'plan'"
        return dict(self._connection.execute(sql).fetchall())
