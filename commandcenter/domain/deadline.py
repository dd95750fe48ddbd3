"""Deadlines: rows with a due time. *Overdue* is computed, never stored; raising a reminder is an event that folds as a set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from commandcenter.domain.command import Command, Draft, World
from commandcenter.domain.event import REAL, Fact, Mode
from commandcenter.domain.limit import warn_at
from commandcenter.domain.refusal import Refused

THRESHOLDS = ("warn", "due")
"""Amber at 80 % of a limit, red past it."""

STALE_AFTER_MS = 60 * 60 * 1000
"""A threshold found this long after the fact is recorded as expired, and no alarm sounds (DESIGN 7)."""


@dataclass(frozen=True, slots=True)
class Raised:
    """Which thresholds of a deadline were raised (threshold → when), which were stale, and who has taken note."""

    at: Mapping[str, int] = field(default_factory=dict)
    expired: frozenset[str] = frozenset()
    acknowledged_at: int | None = None
    acknowledged_by: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A running, met or stopped limit of a subject. Times are epoch milliseconds."""

    name: str
    started_at: int
    due_at: int
    met_at: int | None = None
    stopped: bool = False
    raised: Raised = field(default_factory=Raised)

    @property
    def warn_at(self) -> int:
        """When it turns amber."""
        return warn_at(self.started_at, self.due_at)


def raise_threshold(raised: Mapping[str, Raised], fact: Fact) -> dict[str, Raised]:
    """Fold a raised threshold. Many desks raising the same one make one: the earliest stands."""
    name, threshold = str(fact.body.get("clock", "")), str(fact.body.get("threshold", ""))
    before = raised.get(name, Raised())
    at = min(fact.happened_at, before.at.get(threshold, fact.happened_at))
    expired = before.expired | {threshold} if fact.body.get("expired") else before.expired
    return {**raised, name: replace(before, at={**before.at, threshold: at}, expired=expired)}


def acknowledge(raised: Mapping[str, Raised], fact: Fact) -> dict[str, Raised]:
    """Fold an acknowledgement: somebody has seen this alarm."""
    name = str(fact.body.get("clock", ""))
    before = raised.get(name, Raised())
    if before.acknowledged_at is not None:
        return dict(raised)
    return {**raised, name: replace(before, acknowledged_at=fact.happened_at, acknowledged_by=fact.actor)}


def running(world: World, subject: str, clock: str) -> Deadline | None:
    """A clock of a subject as it stands; None when there is no such clock."""
    from commandcenter.domain.subjects import family_of  # it knows every family, and each of them knows deadlines

    rows = family_of(subject).deadlines(world.state(subject))
    return next((row for row in rows if row.name == clock), None)


def _family(subject: str) -> str:
    return subject.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseDeadline(Command):
    """The tick found a threshold passed. Nothing is written when it was raised already, or the clock was met or stopped.

    Refuses ``threshold_unknown``.
    """

    subject: str
    clock: str
    threshold: str

    def decide(self, world: World) -> Sequence[Draft]:
        if self.threshold not in THRESHOLDS:
            raise Refused("threshold_unknown", threshold=self.threshold)
        line = running(world, self.subject, self.clock)
        if line is None or line.met_at is not None or line.stopped or self.threshold in line.raised.at:
            return []
        at = self.when(world)
        body: dict[str, object] = {"clock": self.clock, "threshold": self.threshold}
        if world.now - at > STALE_AFTER_MS:
            body["expired"] = True
        family = _family(self.subject)
        mode: Mode = getattr(world.state(self.subject), "mode", REAL)
        return [Draft(subject=self.subject, kind=f"{family}.deadline_raised", body=body, mode=mode, happened_at=at)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeDeadline(Command):
    """Somebody takes note of an alarm (F8). Refuses ``nothing_raised``."""

    subject: str
    clock: str

    def decide(self, world: World) -> Sequence[Draft]:
        line = running(world, self.subject, self.clock)
        if line is None or not line.raised.at:
            raise Refused("nothing_raised")
        if line.raised.acknowledged_at is not None:
            return []
        family = _family(self.subject)
        mode: Mode = getattr(world.state(self.subject), "mode", REAL)
        return [
            Draft(subject=self.subject, kind=f"{family}.deadline_acknowledged", body={"clock": self.clock}, mode=mode)
        ]
