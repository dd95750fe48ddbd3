"""Deadlines: rows with a due time. *Overdue* is computed, never stored; raising a reminder is an event that folds as a set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from commandcenter.domain.event import Fact
from commandcenter.domain.limit import warn_at

THRESHOLDS = ("warn", "due")
"""Amber at 80 % of a limit, red past it."""

REMINDER = "remind:"
"""How the name of a reminder begins: an instant on the way (50 % of a duty). It is raised once and is no alarm."""

ESCALATION = "escalate:"
"""How the name of a moment begins at which a leader hears of a clock. It is raised once, and an alarm until it is noted."""

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
    """A running, met or stopped limit of a subject. Times are epoch milliseconds.

    ``amber_at`` is told for a limit that counts working time, where 80 % of it lie elsewhere than 80 % of the hours.
    """

    name: str
    started_at: int
    due_at: int
    met_at: int | None = None
    stopped: bool = False
    raised: Raised = field(default_factory=Raised)
    amber_at: int | None = None

    @property
    def reminder(self) -> bool:
        """Whether it only reminds, or tells a leader: nothing is overdue by itself when it passes."""
        return self.name.startswith((REMINDER, ESCALATION))

    @property
    def warn_at(self) -> int:
        """When it turns amber; a reminder has no such moment of its own."""
        if self.reminder:
            return self.due_at
        return self.amber_at if self.amber_at is not None else warn_at(self.started_at, self.due_at)


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
