"""Shifts: who leads, who sits, from when to when, and who has signed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain import record
from commandcenter.domain.command import Command, Draft, World
from commandcenter.domain.event import Fact
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused


@dataclass(frozen=True, slots=True)
class Shift:
    """A planned shift and its sign-ins (person → epoch milliseconds)."""

    plan: Record = field(default_factory=Record)
    signed_in: Mapping[str, int] = field(default_factory=dict)

    @property
    def known(self) -> bool:
        """Whether the shift was planned."""
        return self.plan.known


def apply(state: Shift, fact: Fact) -> Shift:
    """Fold a planning entry, a sign-in, or one that was taken back."""
    if fact.verb == "signed_in":
        person = str(fact.body.get("person", ""))
        return replace(state, signed_in={person: fact.happened_at, **state.signed_in})
    if fact.verb == "sign_in_withdrawn":
        gone = str(fact.body.get("person", ""))
        return replace(state, signed_in={person: at for person, at in state.signed_in.items() if person != gone})
    return replace(state, plan=record.apply(state.plan, fact))


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInForShift(Command):
    """Somebody of the shift is at their post. Refuses ``shift_unknown`` and ``not_on_shift``."""

    shift: str
    person: str

    def decide(self, world: World) -> Sequence[Draft]:
        shift: Shift = world.state(f"shift/{self.shift}")
        if not shift.known:
            raise Refused("shift_unknown")
        people = [line.get("person") for line in shift.plan.get("people", ())]
        if self.person not in people:
            raise Refused("not_on_shift", person=self.person)
        if self.person in shift.signed_in:
            return []
        subject = f"shift/{self.shift}"
        return [
            Draft(subject=subject, kind="shift.signed_in", body={"person": self.person}, happened_at=self.when(world))
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawShiftSignIn(Command):
    """It was a slip: the person is not at their post. Refuses ``shift_unknown`` and ``nothing_to_undo``."""

    shift: str
    person: str

    def decide(self, world: World) -> Sequence[Draft]:
        shift: Shift = world.state(f"shift/{self.shift}")
        if not shift.known:
            raise Refused("shift_unknown")
        if self.person not in shift.signed_in:
            raise Refused("nothing_to_undo")
        return [Draft(subject=f"shift/{self.shift}", kind="shift.sign_in_withdrawn", body={"person": self.person})]


@demands("shift")
def _check(fields: Mapping[str, Any]) -> None:
    starts, ends = fields.get("starts_at"), fields.get("ends_at")
    if not isinstance(starts, int) or not isinstance(ends, int) or not starts < ends:
        raise Refused("shift_times_wrong")
    if not fields.get("people"):
        raise Refused("shift_empty")
