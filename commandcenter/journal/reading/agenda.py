"""What is hard enough for a consultation, each with the reasons: cases in hand, problems of high risk, proposals that wait."""

from __future__ import annotations

from typing import NamedTuple

from commandcenter.domain.consultation import Consultation
from commandcenter.domain.masking import mask_known
from commandcenter.domain.problem import Problem
from commandcenter.domain.proposal import Proposal
from commandcenter.journal.codec import from_json_as
from commandcenter.journal.database import Connection
from commandcenter.journal.reading.matters import MatterReader

MOST = 200
WAITING = ("raised", "discussed", "voted")
"""Stages of a proposal at which the residents wait for the street's word."""

_HARD = {
    "consulting": "stage = 'consulting'",
    "escalated": "escalated <> ''",
    "overdue": "stage <> 'suspended' AND next_due <= :now",
    "disputed": "stage = 'disputed'",
    "redone": "redone > 0",
    "extended": "extended > 0",
    "review": "stage = 'suspended' AND review_at <= :near",
    "repeated": "repeats >= :often",
}


class Candidate(NamedTuple):
    """Something hard. ``about`` and ``key`` as on an agenda; ``reasons`` are codes; ``due_at`` is epoch milliseconds."""

    about: str
    key: str
    number: str
    title: str
    reasons: tuple[str, ...]
    unit: str = ""
    due_at: int | None = None

    @property
    def id(self) -> str:
        """What it is, in one word."""
        return f"{self.about}/{self.key}"


class AgendaReader:
    """Reads through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._matters = MatterReader(connection)

    def candidates(self, now: int, near_ms: int = 0, often: int = 1) -> list[Candidate]:
        """What is hard now: what waits for a consultation first, then by the number of reasons, then by what is due.

        ``near_ms``: a suspension whose review lies so near is hard (milliseconds); ``often``: so many repeats are. As long as
        the work in hand, not as the store; for a worker.
        """
        found = [*self._cases(now, near_ms, often), *self._problems(), *self._proposals()]
        return sorted(found, key=lambda one: ("consulting" not in one.reasons, -len(one.reasons), one.due_at or now))

    def planned(self, since: int) -> list[Consultation]:
        """The consultations that are not closed, and those opened from ``since`` (epoch milliseconds) on."""
        return self._matters.recent(Consultation, "consultation", since)

    def _cases(self, now: int, near_ms: int, often: int) -> list[Candidate]:
        told = ", ".join(f"coalesce({sql}, 0)" for sql in _HARD.values())
        hard = " OR ".join(f"({sql})" for sql in _HARD.values())
        sql = (
            f"SELECT id, number, title, reporter, lead, next_due, {told} FROM case_row"
            f" WHERE open = 1 AND merged_into = '' AND ({hard}) ORDER BY stage <> 'consulting', next_due IS NULL, next_due, id LIMIT :most"
        )
        values = {"now": now, "near": now + near_ms, "often": often, "most": MOST}
        return [
            Candidate(
                "case",
                key,
                number,
                mask_known(title, name),
                tuple(c for c, holds in zip(_HARD, marks, strict=True) if holds),
                lead,
                due,
            )
            for key, number, title, name, lead, due, *marks in self._connection.execute(sql, values).fetchall()
        ]

    def _problems(self) -> list[Candidate]:
        return [
            Candidate("problem", one.id, one.number, one.title, ("risk",), (*one.units, "")[0])
            for one in self._matters.running(Problem, "problem")
            if one.risk == "high" and one.stage != "rechecked"
        ]

    def _proposals(self) -> list[Candidate]:
        marks = ", ".join("?" * len(WAITING))
        sql = f"SELECT state FROM matter WHERE family = 'proposal' AND stage IN ({marks}) ORDER BY opened_at LIMIT ?"
        states = [from_json_as(state, Proposal) for (state,) in self._connection.execute(sql, (*WAITING, MOST))]
        return [Candidate("proposal", one.id, one.number, one.title, ("waiting",)) for one in states]
