"""The acts of bringing a case to who must handle it: refusing, dispatching, signing, disputes of duty, hand-over, instructions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import limit as limits
from commandcenter.domain.case import (
    BEFORE_FEEDBACK,
    IN_HANDS,
    MOST_DISPUTES,
    REFUSALS,
    SERVICES,
    Assignee,
    Case,
)
from commandcenter.domain.case_acts import CaseCommand, due_after, limit_body, own_limit, urgent_key
from commandcenter.domain.case_clock_names import SIGN
from commandcenter.domain.case_ends import Ends, joined
from commandcenter.domain.command import Draft, World, dated, required, unique
from commandcenter.domain.refusal import Refused


def receiver(state: Case, unit: str) -> Assignee:
    """The line of a receiver. Refuses ``not_dispatched_to``."""
    found = next((line for line in state.assignees if line.unit == unit), None)
    if found is None:
        raise Refused("not_dispatched_to", unit=unit)
    return found


def _can_lead(world: World, unit: str) -> None:
    """Refuse ``no_lead``, ``unit_unknown``, and ``lead_is_community``: communities are never the main handler (art. 17)."""
    if not unit:
        raise Refused("no_lead")
    if not world.state(f"unit/{unit}").known:
        raise Refused("unit_unknown", unit=unit)
    if world.state(f"unit/{unit}").get("kind") == "community":
        raise Refused("lead_is_community", unit=unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseCase(CaseCommand):
    """Not accepted by one of the six statutory routes; ``words`` is what the citizen was told.

    Refuses ``stage``, ``reason_needed``, ``words_needed``.
    """

    reason: str

    def decide(self, world: World) -> Sequence[Draft]:
        self.go(self.state(world), "refused")
        if self.reason not in REFUSALS:
            raise Refused("reason_needed")
        required(self.words, "words_needed")
        return [self.draft(world, "refused", {"reason": self.reason})]


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchCase(CaseCommand):
    """Dispatch to a section and a community at once (双派单), each with clocks of its own: sign, dispute, feed back.

    ``due_at`` is the order's own limit where it comes with one; ``assist_due_at`` the day of the co-handlers, who else have
    the order's. Refuses ``stage``, ``no_lead``, ``unit_unknown``, ``lead_is_community``, and after the second dispute
    ``ruling_needed``.
    """

    lead: str
    others: tuple[str, ...] = ()
    grade: str = ""
    due_at: int | None = None
    assist_due_at: int | None = None
    basis: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage != "dispatched":
            self.go(state, "dispatched")
        elif any(line.signed_at is not None for line in state.assignees):
            raise Refused("stage", stage=state.stage, wanted="dispatched")
        if state.stage == "disputed" and state.disputes >= MOST_DISPUTES:
            raise Refused("ruling_needed", most=MOST_DISPUTES)
        _can_lead(world, self.lead)
        units = unique((self.lead, *self.others))
        for unit in units:
            if not world.state(f"unit/{unit}").known:
                raise Refused("unit_unknown", unit=unit)
        grade = self.grade or state.grade
        if grade not in limits.GRADES:
            raise Refused("grade_unknown", grade=grade)
        ends, at = Ends(world), self.when(world)
        traits, key = ends.traits(state, grade=grade), urgent_key(ends, limits.CASE_SIGN, grade)
        signing = ends.clocks(traits, {f"{SIGN}:{unit}": key for unit in units}, at)
        body = joined({"grade": grade}, own_limit(ends, state, self.due_at, grade=grade), signing)
        clocks = {
            "sign_due_at": body.pop("sign_due_at", None),
            "claim_due_at": due_after(world, limits.CASE_DISPUTE, at),
        }
        due = body.get("due_at", state.due_at)
        body["assignees"] = [self._line(unit, clocks, due) for unit in units]
        if self.basis:
            body["basis"] = self.basis
        return [self.draft(world, "dispatched", body)]

    def _line(self, unit: str, clocks: Mapping[str, int | None], due: int | None) -> dict[str, Any]:
        assist_due = dated(self.assist_due_at) if self.assist_due_at is not None else due
        told = {**clocks, "due_at": None if unit == self.lead else assist_due}
        role = "lead" if unit == self.lead else "assist"
        return {"unit": unit, "role": role} | {name: value for name, value in told.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignCase(CaseCommand):
    """A receiver signs. The first to sign is responsible first. Refuses ``not_dispatched_to``, ``already_signed``."""

    unit: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        line = receiver(state, self.unit)
        if line.signed_at is not None:
            raise Refused("already_signed", unit=self.unit, at=line.signed_at)
        if not state.open:
            raise Refused("stage", stage=state.stage, wanted="owned")
        return [self.draft(world, "signed", {"unit": self.unit})]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeCase(CaseCommand):
    """A receiver disputes the duty with a reason, the item of the duty list it goes by, and who should have it instead.

    It is claimed within the limit ``case.dispute`` after the dispatch, and decided within the same time. A co-handler may
    dispute while another receiver works already. At most two disputes, then a ruling. Refuses ``stage``, ``already_signed``,
    ``already_disputed``, ``too_many_disputes``, ``dispute_too_late``, ``reason_needed``, ``unit_unknown``.
    """

    unit: str
    basis: str = ""
    proposed: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        line = receiver(state, self.unit)
        if line.signed_at is None and state.stage in IN_HANDS:
            if line.disputed_at is not None:
                raise Refused("already_disputed", unit=self.unit, at=line.disputed_at)
        else:
            self.go(state, "disputed")
        if line.signed_at is not None:
            raise Refused("already_signed", unit=self.unit, at=line.signed_at)
        if state.disputes >= MOST_DISPUTES:
            raise Refused("too_many_disputes", most=MOST_DISPUTES)
        at = self.when(world)
        if line.claim_due_at is not None and at > line.claim_due_at:
            raise Refused("dispute_too_late", at=line.claim_due_at)
        required(self.words, "reason_needed")
        if self.proposed and not world.state(f"unit/{self.proposed}").known:
            raise Refused("unit_unknown", unit=self.proposed)
        body: dict[str, Any] = {"unit": self.unit} | limit_body(world, limits.CASE_DISPUTE, at, "rule_due_at")
        if self.proposed:
            body["proposed"] = self.proposed
        return [self.draft(world, "disputed", body, basis=self.basis)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDispute(CaseCommand):
    """The special team (专班) decides who has the duty; who is named has it from now on and does not sign again.

    Refuses ``nothing_disputed``, ``unit_unknown``, ``lead_is_community``, ``reason_needed``.
    """

    unit: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if not state.open or not any(line.disputed_at is not None for line in state.assignees):
            raise Refused("nothing_disputed")
        if not world.state(f"unit/{self.unit}").known:
            raise Refused("unit_unknown", unit=self.unit)
        standing = next((line for line in state.assignees if line.unit == self.unit), None)
        out = [line for line in state.assignees if line.disputed_at is not None and line.unit != self.unit]
        if standing is None and any(line.role == "lead" for line in out):
            _can_lead(world, self.unit)
        elif standing is not None and standing.role != "lead" and any(line.role == "lead" for line in out):
            raise Refused("ruling_leaves_nobody")
        required(self.words, "reason_needed")
        return [self.draft(world, "dispute_ruled", {"unit": self.unit})]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverCase(CaseCommand):
    """Handed to 110, 119, 120 or 122 at once; the case stays and is tracked. ``words`` is who took it.

    Refuses ``service_unknown``, ``already_handed``, and ``stage`` once it was fed back.
    """

    service: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.service not in SERVICES:
            raise Refused("service_unknown", service=self.service)
        if state.stage not in BEFORE_FEEDBACK:
            raise Refused("stage", stage=state.stage, wanted="handling")
        earlier = next((one for one in state.handed if one.service == self.service), None)
        if earlier is not None:
            raise Refused("already_handed", service=self.service, at=earlier.at)
        return [self.draft(world, "handed", {"service": self.service})]


def _leader(person: str, name: str) -> tuple[Mapping[str, str], dict[str, str]]:
    """A leader as a person id for the body, or as a written name for the private part. Refuses ``leader_unnamed``."""
    if person:
        return {"leader": person}, {}
    return {}, {"leader": required(name, "leader_unnamed")}


@dataclass(frozen=True, slots=True, kw_only=True)
class _LeaderCommand(CaseCommand):
    """What a leader is asked or says. ``leader`` is a person id, ``name`` where the roster has none."""

    leader: str = ""
    name: str = ""

    def _entry(self, world: World, verb: str) -> Sequence[Draft]:
        state = self.state(world)
        if not state.open:
            raise Refused("stage", stage=state.stage, wanted="handling")
        required(self.words, "words_needed")
        body, private = _leader(self.leader, self.name)
        return [self.draft(world, verb, body, **private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitCase(_LeaderCommand):
    """Put before a leader for instruction (呈批). Refuses ``stage``, ``leader_unnamed``, ``words_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        return self._entry(world, "submitted")


@dataclass(frozen=True, slots=True, kw_only=True)
class InstructCase(_LeaderCommand):
    """A leader's written instruction (批示), word for word in ``words``; asked for or not.

    Refuses ``stage``, ``leader_unnamed``, ``words_needed``.
    """

    def decide(self, world: World) -> Sequence[Draft]:
        return self._entry(world, "instructed")


@dataclass(frozen=True, slots=True, kw_only=True)
class PressCase(CaseCommand):
    """Press the receivers for action (催办). Refuses ``stage`` when nothing is owed."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if not state.open or not state.assignees:
            raise Refused("stage", stage=state.stage, wanted="dispatched")
        return [self.draft(world, "pressed")]
