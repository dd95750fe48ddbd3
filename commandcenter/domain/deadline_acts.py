"""What is done about deadlines: the tick raises what is due, a person takes note of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.domain.command import Command, Draft, World
from commandcenter.domain.deadline import STALE_AFTER_MS, THRESHOLDS, Deadline
from commandcenter.domain.event import REAL, Mode
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import family_of


def running(world: World, subject: str, clock: str) -> Deadline | None:
    """A clock of a subject as it stands; None when there is no such clock."""
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
        if line.reminder and self.threshold != "due":
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
