"""The acts of handling a case: contact with the citizen, work, more time, consultation, long-term suspension, feedback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import limit as limits
from commandcenter.domain.case import ANSWERS, IN_HANDS, OPEN, Asked, Case
from commandcenter.domain.case_acts import CaseCommand, due_after, limit_body
from commandcenter.domain.case_dispatch_acts import receiver
from commandcenter.domain.case_ends import Ends
from commandcenter.domain.command import Draft, World, dated, past, required
from commandcenter.domain.refusal import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCommand(CaseCommand):
    """What a leader decides. ``by`` is a person id, ``name`` where the roster has none; empty takes who is signed in."""

    by: str = ""
    name: str = ""

    def decided_by(self, world: World, asked: Asked | None = None) -> tuple[dict[str, str], dict[str, str]]:
        """The one who decides, for the body and for the private part.

        Refuses ``approver_needed`` when nobody is known, ``own_request`` when it is who asked, unless a second person
        confirmed at the seat.
        """
        by = self.by or ("" if self.name.strip() else world.who.actor)
        if not by:
            return {}, {"approver": required(self.name, "approver_needed")}
        if asked is not None and asked.by == by and world.who.assurance != "second":
            raise Refused("own_request")
        return {"approver": by}, {}


def tries_apart(world: World, state: Case, at: int) -> None:
    """Refuse ``tries_too_close`` for a call in vain that lies nearer to the one before than the office's own limit.

    Three calls within a minute are one try: who did not pick up once does not pick up a second later.
    """
    if state.tried_at is None:
        return
    first, second = sorted((state.tried_at, at))
    until = due_after(world, limits.CASE_TRIES_APART, first)
    if until is not None and second < until:
        raise Refused("tries_too_close", at=until)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCitizen(CaseCommand):
    """The citizen was called: reached, or tried (three tries count as unreachable). ``words`` is what was said.

    ``unit`` is the receiver that called. Refuses ``anonymous``, ``stage``, ``not_dispatched_to``, ``tries_too_close``.
    """

    reached: bool
    unit: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.anonymous:
            raise Refused("anonymous")
        if state.stage not in OPEN or state.stage in ("to_judge", "dispatched", "disputed"):
            raise Refused("stage", stage=state.stage, wanted="contacted")
        if not self.reached:
            tries_apart(world, state, self.when(world))
        body: dict[str, Any] = {"reached": self.reached}
        if self.unit:
            body["unit"] = receiver(state, self.unit).unit
        return [self.draft(world, "contacted", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleCase(CaseCommand):
    """Work begins, or goes on after a whistle, a consultation, a suspension or a redo.

    Refuses ``stage``, and ``decision_awaited`` while a leader has to decide about more time.
    """

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage == "extending":
            raise Refused("decision_awaited")
        self.go(state, "handling")
        body = Ends(world).resumed(state, self.when(world)) if state.stage == "suspended" else {}
        return [self.draft(world, "handled", body)]


# --- more time -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class AskExtension(CaseCommand):
    """More time is asked for: until when, why, and what the citizen said when told of it (art. 15).

    Only before the limit runs out, and once. ``told`` is one of ``ANSWERS``, ``answer`` the citizen's words. Refuses
    ``stage``, ``no_limit_to_extend``, ``limit_is_over``, ``extended_already``, ``date_needed``, ``not_later``,
    ``reason_needed``, ``citizen_not_told``.
    """

    wanted: int | None = None
    told: str = ""
    answer: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "extending")
        if state.due_at is None:
            raise Refused("no_limit_to_extend")
        if self.when(world) >= state.due_at:
            raise Refused("limit_is_over", at=state.due_at)
        if state.extended:
            raise Refused("extended_already")
        if self.wanted is None:
            raise Refused("date_needed")
        if dated(self.wanted) <= state.due_at:
            raise Refused("not_later", day=state.due_at)
        required(self.words, "reason_needed")
        body: dict[str, Any] = {"wanted": self.wanted}
        if not state.without_citizen:
            if self.told not in ANSWERS:
                raise Refused("citizen_not_told")
            body["told"] = self.told
        return [self.draft(world, "extension_asked", body, answer=self.answer)]


def _asked_for(state: Case) -> Asked:
    if state.stage != "extending":
        raise Refused("stage", stage=state.stage, wanted="extending")
    return state.extension or Asked(0, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantExtension(DecisionCommand):
    """A leader grants the new limit, or another one. Refuses ``stage``, ``date_needed``, ``not_later`` and ``decided_by``'s."""

    due_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        asked = _asked_for(state)
        due = self.due_at if self.due_at is not None else asked.wanted
        if due is None:
            raise Refused("date_needed")
        if state.due_at is not None and dated(due) <= state.due_at:
            raise Refused("not_later", day=state.due_at)
        body, private = self.decided_by(world, asked)
        return [self.draft(world, "extension_granted", body | Ends(world).extended(state, due), **private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DenyExtension(DecisionCommand):
    """A leader leaves the limit as it is, with a reason. Refuses ``stage``, ``reason_needed``, ``approver_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        _asked_for(self.state(world))
        required(self.words, "reason_needed")
        body, private = self.decided_by(world)
        return [self.draft(world, "extension_denied", body, **private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultCase(CaseCommand):
    """A hard case goes to consultation (会商); ``consultation`` is the meeting where one is planned. Refuses ``stage``."""

    consultation: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        self.go(self.state(world), "consulting")
        return [self.draft(world, "consulted", {"consultation": self.consultation} if self.consultation else {})]


# --- long-term suspension --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSuspension(CaseCommand):
    """A long-term suspension (挂账) is asked for: the objective obstacle (``words``), the plan, and what the citizen was told.

    The clock runs on until a leader approves. ``review_at`` is the first review, else the limit ``case.suspend_review``.
    Refuses ``stage``, ``suspension_asked_already``, ``reason_needed``, ``plan_needed``, ``citizen_not_told``,
    ``date_in_past``.
    """

    plan: str = ""
    told: str = ""
    review_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "suspended")
        if state.suspension is not None:
            raise Refused("suspension_asked_already")
        required(self.words, "reason_needed")
        required(self.plan, "plan_needed")
        if not state.without_citizen:
            required(self.told, "citizen_not_told")
        body = {"review_at": _ahead(self.review_at, self.when(world))} if self.review_at is not None else {}
        return [self.draft(world, "suspension_asked", body, plan=self.plan, told=self.told)]


def _ahead(at: int, now: int) -> int:
    if dated(at) <= now:
        raise Refused("date_in_past", at=at)
    return at


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendCase(DecisionCommand):
    """A leader approves the suspension: from now on the order's limit stands still.

    Refuses ``stage``, ``suspension_not_asked``, ``date_in_past`` and what ``decided_by`` refuses.
    """

    review_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "suspended")
        if state.suspension is None:
            raise Refused("suspension_not_asked")
        body, private = self.decided_by(world, state.suspension)
        return [self.draft(world, "suspended", body | self._review(world, state), **private)]

    def _review(self, world: World, state: Case) -> dict[str, int]:
        at = self.when(world)
        asked = state.suspension.wanted if state.suspension is not None else None
        wanted = self.review_at if self.review_at is not None else asked
        if wanted is not None:
            return {"review_at": _ahead(wanted, at)}
        return limit_body(world, limits.CASE_SUSPEND_REVIEW, at, "review_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class DenySuspension(DecisionCommand):
    """A leader does not approve the suspension. Refuses ``suspension_not_asked``, ``reason_needed``, ``approver_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.suspension is None or not state.open:
            raise Refused("suspension_not_asked")
        required(self.words, "reason_needed")
        body, private = self.decided_by(world)
        return [self.draft(world, "suspension_denied", body, **private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSuspension(CaseCommand):
    """A suspended case was looked at: what stands in its way still (``words``), and when it is looked at next.

    Refuses ``stage``, ``words_needed``, ``date_in_past``.
    """

    review_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage != "suspended":
            raise Refused("stage", stage=state.stage, wanted="suspended")
        required(self.words, "words_needed")
        at = self.when(world)
        if self.review_at is not None:
            body = {"review_at": _ahead(self.review_at, at)}
        else:
            body = limit_body(world, limits.CASE_SUSPEND_REVIEW, at, "review_at")
        return [self.draft(world, "suspension_reviewed", body)]


# --- feedback --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedBack(CaseCommand):
    """A receiver's double feedback (双反馈): what the citizen was told and what the hotline was told, when and how each.

    ``citizen_at`` and ``hotline_at`` are epoch milliseconds, None = now. A suspended case that was explained is fed back
    while it is called back. Refuses ``feedback_incomplete`` when one of the two is missing, ``not_dispatched_to``,
    ``receiver_not_signed``, ``fed_back_already``, ``stage``.
    """

    unit: str
    to_citizen: str
    to_hotline: str
    citizen_at: int | None = None
    hotline_at: int | None = None
    citizen_by: str = "phone"
    hotline_by: str = "system"

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        explained = state.stage == "call_back" and state.fed_back_at is None
        if not explained:
            self.go(state, "fed_back")
        line = receiver(state, self.unit)
        if line.signed_at is None:
            raise Refused("receiver_not_signed", unit=self.unit)
        if line.fed_back_at is not None:
            raise Refused("fed_back_already", unit=self.unit, at=line.fed_back_at)
        if not self.to_citizen.strip() or not self.to_hotline.strip():
            raise Refused("feedback_incomplete")
        at = self.when(world)
        sides = {
            "citizen_at": past(world, self.citizen_at) if self.citizen_at is not None else at,
            "hotline_at": past(world, self.hotline_at) if self.hotline_at is not None else at,
            "citizen_by": self.citizen_by,
            "hotline_by": self.hotline_by,
        }
        body = {"unit": self.unit, **sides} | limit_body(world, limits.CASE_VERIFY, at, "verify_due_at")
        return [self.draft(world, "fed_back", body, to_citizen=self.to_citizen, to_hotline=self.to_hotline)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostNotice(CaseCommand):
    """A public notice (公示) of the result stands for contact and call-back where nobody can be asked.

    ``words`` is its text, ``where`` the place it hangs at, ``until`` its last day. Refuses ``stage``, ``words_needed``,
    ``date_in_past``.
    """

    where: str = ""
    until: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage not in (*IN_HANDS, "fed_back", "verified", "call_back"):
            raise Refused("stage", stage=state.stage, wanted="handling")
        required(self.words, "words_needed")
        body = {"until": _ahead(self.until, self.when(world))} if self.until is not None else {}
        return [self.draft(world, "noticed", body, where=self.where)]
