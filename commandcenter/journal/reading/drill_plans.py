"""Questions of who designs drills: which drills were really held, and which corrections of former ones are still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from commandcenter.journal import log
from commandcenter.journal.codec import from_json_as
from commandcenter.journal.database import Connection

if TYPE_CHECKING:  # loaded by the question that answers with it
    from commandcenter.domain.drill_law import Held

RUN = "drill_run"
"""The family of drills as they ran."""
BROKEN_OFF = "real_event"


class Lesson(NamedTuple):
    """A corrective action that is not done: of which incident or drill, with which plan, and the action itself.

    ``origin`` names it (``review/<whistle>#<action>``); ``at`` is when that whistle was blown.
    """

    origin: str
    plan: str
    mode: str
    number: str
    title: str
    at: int
    words: str
    owner: str
    due_on: str


class DrillPlanReader:
    """Reads what was held and learnt through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def held(self) -> list[Held]:
        """The drills that were held to their end, oldest first. Left out: taken back, false alarms, those a real event broke
        off, and those one officer ran alone.
        """
        from commandcenter.domain.drill_law import Held
        from commandcenter.domain.whistle import Whistle

        sql = (
            "SELECT id, state FROM whistle WHERE mode = 'drill' AND stage IN ('stood_down', 'closed')"
            f" AND NOT EXISTS (SELECT 1 FROM matter m WHERE m.family = '{RUN}' AND m.parent = whistle.id"
            " AND json_extract(m.state, '$.solo')) ORDER BY blown_at, id"
        )
        found = []
        for key, state in self._connection.execute(sql).fetchall():
            whistle = from_json_as(state, Whistle)
            if whistle.false_alarm_at is None and not (whistle.ended_at is not None and self._broken_off(key)):
                at = whistle.stood_down_at or whistle.closed_at or whistle.blown_at
                found.append(Held(whistle.drill, whistle.plan, whistle.place, at, key))
        return found

    def _broken_off(self, whistle: str) -> bool:
        ends = [fact for fact in log.facts_of(self._connection, f"whistle/{whistle}") if fact.verb == "drill_ended"]
        return any(fact.body.get("reason", BROKEN_OFF) == BROKEN_OFF for fact in ends)

    def lessons(self, plan: str = "") -> list[Lesson]:
        """The corrective actions that are neither done nor dropped, of one plan or of all, the earliest due first."""
        from commandcenter.domain.review import Review
        from commandcenter.domain.whistle import Whistle

        sql = (
            "SELECT w.id, w.state, r.state FROM review r JOIN whistle w ON w.id = r.whistle"
            " WHERE w.stage <> 'undone' AND (? = '' OR w.plan = ?)"
        )
        found = []
        for key, blown, told in self._connection.execute(sql, (plan, plan)).fetchall():
            whistle, review = from_json_as(blown, Whistle), from_json_as(told, Review)
            found += [
                Lesson(
                    f"review/{key}#{action.id}",
                    whistle.plan,
                    whistle.mode,
                    whistle.number,
                    whistle.title,
                    whistle.blown_at,
                    action.words,
                    action.owner,
                    action.due_on,
                )
                for action in review.actions.values()
                if action.done_at is None and not action.dropped
            ]
        return sorted(found, key=lambda line: (line.due_on, line.at, line.origin))
