"""The acts on a case: taking in, dispatching, handling, closing - and what the machine of 2.11 refuses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain import limit as limits
from commandcenter.domain import numbering
from commandcenter.domain.calendar import office_calendar
from commandcenter.domain.case import CHANNELS, OPEN, REFUSALS, Assignee, Case, may_move
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, past, required, unique
from commandcenter.domain.limit import limit_of
from commandcenter.domain.refusal import Refused


def due_after(world: World, key: str, start: int) -> int | None:
    """When the limit under ``key`` runs out; None when the office has no such limit, so nothing is judged by it."""
    found = limit_of(world.state(f"limit/{key}"))
    return found.due(start, office_calendar(world, start)) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What is known of a matter when it comes in. ``received_at`` is epoch milliseconds, None = now.

    ``outcome`` is what an order that ended elsewhere brings of its end (``case._outcome`` reads it); ``told`` marks what its
    source last told of it, so that the same order brought again changes nothing; ``answer`` is what the citizen was told there.
    """

    title: str
    text: str = ""
    channel: str = "hotline"
    grade: str = "general"
    category: str = ""
    place: str = ""
    place_words: str = ""
    community: str = ""
    reporter: str = ""
    phone: str = ""
    anonymous: bool = False
    source: str = ""
    source_number: str = ""
    received_at: int | None = None
    due_at: int | None = None
    nature: str = "appeal"
    grid: str = ""
    collective: int = 0
    proactive: bool = False
    outcome: Mapping[str, Any] | None = None
    told: str = ""
    answer: str = ""


def _matter_body(world: World, matter: Matter, number: str, received_at: int) -> dict[str, Any]:
    body: dict[str, Any] = {
        "number": number,
        "channel": matter.channel,
        "grade": matter.grade,
        "received_at": received_at,
    }
    if matter.nature != "appeal":
        body["nature"] = matter.nature
    for name in (
        *("category", "place", "community", "source", "source_number", "anonymous"),
        *("grid", "collective", "proactive", "told"),
    ):
        if getattr(matter, name):
            body[name] = getattr(matter, name)
    return body


def _matter_words(matter: Matter) -> dict[str, str]:
    return {
        name: text
        for name in ("title", "text", "place_words", "reporter", "phone", "answer")
        if (text := getattr(matter, name).strip())
    }


def _live_clocks(world: World, matter: Matter, start: int, received_at: int) -> dict[str, int]:
    due = matter.due_at if matter.due_at is not None else due_after(world, limits.grade_key(matter.grade), received_at)
    found = {
        "due_at": due,
        "judge_due_at": due_after(world, limits.CASE_JUDGE, start),
        "contact_due_at": due_after(world, limits.CASE_CONTACT, start),
    }
    return {name: value for name, value in found.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCase(Command):
    """Register a case by hand. Refuses ``title_missing``, ``channel_unknown``, ``grade_unknown``, ``already_there``.

    ``case`` is the id it gets, for an act whose later commands must name it; it has to be fresh. Empty takes a new one.
    """

    matter: Matter
    case: str = ""

    def decide(self, world: World) -> Decision:
        matter = self.matter
        required(matter.title, "title_missing")
        if matter.channel not in CHANNELS:
            raise Refused("channel_unknown", channel=matter.channel)
        if matter.grade not in limits.GRADES:
            raise Refused("grade_unknown", grade=matter.grade)
        if matter.source_number:
            standing = world.lookup("case.source", source_key(matter.source, matter.source_number))
            if standing:
                raise Refused("already_there", subject=standing)
        if self.case and world.state(f"case/{self.case}").known:
            raise Refused("already_there", subject=f"case/{self.case}")
        at = self.when(world)
        received_at = past(world, matter.received_at) if matter.received_at is not None else at
        day = local_date(received_at)
        number = numbering.case_number(day, world.letter, world.take_number(numbering.CASE, day))
        body = _matter_body(world, matter, number, received_at) | _live_clocks(world, matter, at, received_at)
        case = self.case or world.new_id()
        draft = Draft(
            subject=f"case/{case}", kind="case.registered", body=body, private=_matter_words(matter), happened_at=at
        )
        return Decision([draft], {"case": case, "number": number})


def source_key(source: str, number: str) -> str:
    """How a foreign number is filed: unique within its source."""
    return f"{source}\n{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCases(Command):
    """Take in a block of rows: as history (no clocks) or live (clocks from now on).

    Rows whose source number is known are left alone, so an import can be repeated. The report counts ``created`` and
    names ``already_there``. ``batch`` marks the rows of one import.
    """

    rows: tuple[Matter, ...]
    live: bool = False
    batch: str = ""

    def decide(self, world: World) -> Decision:
        drafts = []
        already = []
        at = self.when(world)
        keys = [source_key(matter.source, matter.source_number) for matter in self.rows]
        numbered = [key for key, matter in zip(keys, self.rows, strict=True) if matter.source_number]
        seen = set(world.lookup_all("case.source", numbered))
        for key, matter in zip(keys, self.rows, strict=True):
            if matter.source_number and key in seen:
                already.append(matter.source_number)
                continue
            seen.add(key)
            drafts.append(self._row(world, matter, at))
        return Decision(drafts, {"created": len(drafts), "already_there": already})

    def _row(self, world: World, matter: Matter, at: int) -> Draft:
        received_at = past(world, matter.received_at) if matter.received_at is not None else at
        day = local_date(received_at)
        number = numbering.case_number(day, world.letter, world.take_number(numbering.CASE, day))
        body = _matter_body(world, matter, number, received_at)
        if matter.outcome is not None:
            body["outcome"] = dict(matter.outcome)
        elif self.live:
            body |= _live_clocks(world, matter, at, at)
        else:
            body["history"] = True
        if self.batch:
            body["batch"] = self.batch
        return Draft(
            subject=f"case/{world.new_id()}",
            kind="case.imported",
            body=body,
            private=_matter_words(matter),
            happened_at=received_at,
        )


# --- handling -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCommand(Command):
    """What every act on a case shares. ``words`` is free text and lies in the private part."""

    case: str
    words: str = ""

    def state(self, world: World) -> Case:
        """The case. Refuses ``case_unknown``."""
        state: Case = world.state(f"case/{self.case}")
        if not state.known:
            raise Refused("case_unknown")
        return state

    def go(self, state: Case, *stages: str) -> None:
        """Refuse ``stage`` unless the case may go to one of ``stages``."""
        if not any(may_move(state, stage) for stage in stages):
            raise Refused("stage", stage=state.stage, wanted=stages[0])

    def draft(self, world: World, verb: str, body: Mapping[str, Any] | None = None, **private: str) -> Draft:
        """An event on this case."""
        words = {name: text.strip() for name, text in ({"words": self.words} | private).items() if text.strip()}
        return Draft(
            subject=f"case/{self.case}",
            kind=f"case.{verb}",
            body=body or {},
            private=words or None,
            happened_at=self.when(world),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptCase(CaseCommand):
    """Make a historic case live: its clocks start now. Refuses ``stage``."""

    grade: str = "general"

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage != "history":
            raise Refused("stage", stage=state.stage, wanted="to_judge")
        if self.grade not in limits.GRADES:
            raise Refused("grade_unknown", grade=self.grade)
        at = self.when(world)
        clocks = _live_clocks(world, Matter(title=state.title, grade=self.grade), at, at)
        return [self.draft(world, "adopted", {"grade": self.grade, **clocks})]


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchCase(CaseCommand):
    """Dispatch to a section and a community at once (双派单), each with its own signing clock.

    Communities may not be made the leading handler (Regulation art. 17). Refuses ``stage``, ``no_lead``,
    ``unit_unknown``, ``lead_is_community``.
    """

    lead: str
    others: tuple[str, ...] = ()
    grade: str = ""
    due_at: int | None = None
    basis: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage != "dispatched":
            self.go(state, "dispatched")
        elif any(line.signed_at is not None for line in state.assignees):
            raise Refused("stage", stage=state.stage, wanted="dispatched")
        if not self.lead:
            raise Refused("no_lead")
        units = unique((self.lead, *self.others))
        for unit in units:
            if not world.state(f"unit/{unit}").known:
                raise Refused("unit_unknown", unit=unit)
        if world.state(f"unit/{self.lead}").get("kind") == "community":
            raise Refused("lead_is_community", unit=self.lead)
        grade = self.grade or state.grade
        if grade not in limits.GRADES:
            raise Refused("grade_unknown", grade=grade)
        at = self.when(world)
        sign = due_after(world, limits.CASE_SIGN, at)
        lines = [
            {"unit": unit, "role": "lead" if unit == self.lead else "assist"} | ({"sign_due_at": sign} if sign else {})
            for unit in units
        ]
        body: dict[str, Any] = {"assignees": lines, "grade": grade}
        due = self.due_at
        if due is None and grade != state.grade:
            due = due_after(world, limits.grade_key(grade), state.received_at)
        if due is not None:
            body["due_at"] = due
        if self.basis:
            body["basis"] = self.basis
        return [self.draft(world, "dispatched", body)]


def _assignee(state: Case, unit: str) -> Assignee:
    found = next((line for line in state.assignees if line.unit == unit), None)
    if found is None:
        raise Refused("not_dispatched_to", unit=unit)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class SignCase(CaseCommand):
    """A receiver signs. The first to sign is responsible first. Refuses ``not_dispatched_to``, ``already_signed``."""

    unit: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        line = _assignee(state, self.unit)
        if line.signed_at is not None:
            raise Refused("already_signed", unit=self.unit, at=line.signed_at)
        if not state.open:
            raise Refused("stage", stage=state.stage, wanted="owned")
        return [self.draft(world, "signed", {"unit": self.unit})]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeCase(CaseCommand):
    """A receiver disputes the duty, with a basis. At most two disputes, then a decision. Refuses ``too_many_disputes``."""

    unit: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        line = _assignee(state, self.unit)
        self.go(state, "disputed")
        if line.signed_at is not None:
            raise Refused("already_signed", unit=self.unit, at=line.signed_at)
        if state.disputes >= 2:
            raise Refused("too_many_disputes")
        required(self.words, "reason_needed")
        return [self.draft(world, "disputed", {"unit": self.unit})]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseCase(CaseCommand):
    """Not accepted by one of the six statutory routes; ``words`` is what the citizen was told."""

    reason: str

    def decide(self, world: World) -> Sequence[Draft]:
        self.go(self.state(world), "refused")
        if self.reason not in REFUSALS:
            raise Refused("reason_needed")
        required(self.words, "words_needed")
        return [self.draft(world, "refused", {"reason": self.reason})]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCitizen(CaseCommand):
    """The citizen was called: reached, or tried (three tries count as unreachable)."""

    reached: bool

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.anonymous:
            raise Refused("anonymous")
        if state.stage not in OPEN or state.stage in ("to_judge", "dispatched", "disputed"):
            raise Refused("stage", stage=state.stage, wanted="contacted")
        return [self.draft(world, "contacted", {"reached": self.reached})]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleCase(CaseCommand):
    """Work begins, or goes on after an extension, a consultation, a suspension or a redo."""

    due_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        self.go(self.state(world), "handling")
        return [self.draft(world, "handled", {"due_at": self.due_at} if self.due_at is not None else {})]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskExtension(CaseCommand):
    """More time is asked for, before the limit runs out and once. Refuses ``limit_is_over``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "extending")
        if state.due_at is not None and world.now >= state.due_at:
            raise Refused("limit_is_over", at=state.due_at)
        required(self.words, "reason_needed")
        return [self.draft(world, "extension_asked")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultCase(CaseCommand):
    """A hard case goes to consultation (会商)."""

    def decide(self, world: World) -> Sequence[Draft]:
        self.go(self.state(world), "consulting")
        return [self.draft(world, "consulted")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendCase(CaseCommand):
    """Long-term suspension (挂账) for an objective obstacle, with a review date. The clock stands still."""

    review_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        self.go(self.state(world), "suspended")
        required(self.words, "reason_needed")
        at = self.when(world)
        review = self.review_at if self.review_at is not None else due_after(world, "case.suspend_review", at)
        return [self.draft(world, "suspended", {"review_at": review} if review is not None else {})]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedBack(CaseCommand):
    """A receiver's double feedback (双反馈): what the citizen was told and what the hotline was told.

    Refuses ``feedback_incomplete`` when one of the two is missing, ``not_dispatched_to``, ``stage``.
    """

    unit: str
    to_citizen: str
    to_hotline: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "fed_back")
        _assignee(state, self.unit)
        if not self.to_citizen.strip() or not self.to_hotline.strip():
            raise Refused("feedback_incomplete")
        return [
            self.draft(world, "fed_back", {"unit": self.unit}, to_citizen=self.to_citizen, to_hotline=self.to_hotline)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyCase(CaseCommand):
    """Somebody else checks the result; not passed, it goes back to handling. Refuses ``own_work``."""

    passed: bool = True

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "verified")
        if (
            state.handler
            and state.handler == world.who.actor
            and world.who.assurance != "second"
            and self.on_behalf_of == ""
        ):
            raise Refused("own_work")
        return [self.draft(world, "verified", {"passed": self.passed})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBack(CaseCommand):
    """The citizen is asked: solved? satisfied? in their words. None means not reached."""

    solved: bool | None = None
    satisfied: bool | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage != "call_back":
            self.go(state, "call_back")
        body = {
            name: value for name, value in (("solved", self.solved), ("satisfied", self.satisfied)) if value is not None
        }
        return [self.draft(world, "called_back", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedoCase(CaseCommand):
    """Not solved or not satisfied, and reasonable: do it again, with a new limit."""

    def decide(self, world: World) -> Sequence[Draft]:
        self.go(self.state(world), "redo")
        required(self.words, "reason_needed")
        due = due_after(world, "case.redo", self.when(world))
        return [self.draft(world, "redone", {"due_at": due} if due is not None else {})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase(CaseCommand):
    """Close: result, root cause and prevention. Refuses ``stage`` before feedback, verification and call-back."""

    result: str = "solved"
    cause: str = ""
    prevention: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "closed")
        if self.result not in ("solved", "explained"):
            raise Refused("result_unknown", result=self.result)
        return [self.draft(world, "closed", {"result": self.result}, cause=self.cause, prevention=self.prevention)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack(CaseCommand):
    """Look again a season later: still fine, or it came back."""

    recurred: bool = False

    def decide(self, world: World) -> Sequence[Draft]:
        self.go(self.state(world), "looked_back")
        return [self.draft(world, "looked_back", {"recurred": self.recurred})]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveCase(CaseCommand):
    """File the case away."""

    def decide(self, world: World) -> Sequence[Draft]:
        self.go(self.state(world), "archived")
        return [self.draft(world, "archived")]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCase(CaseCommand):
    """Write a line into the case. Refuses ``words_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        required(self.words, "words_needed")
        return [self.draft(world, "noted")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealCase(CaseCommand):
    """Name and phone were shown unmasked: who looked is on record (domain.md 3.6)."""

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        return [self.draft(world, "revealed")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PressCase(CaseCommand):
    """Press the receivers for action (催办). Refuses ``stage`` when nothing is owed."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if not state.open or not state.assignees:
            raise Refused("stage", stage=state.stage, wanted="dispatched")
        return [self.draft(world, "pressed")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendCase(CaseCommand):
    """Correct what was taken down. Only what differs from what stands is entered.

    A limit that came from the grade follows the grade; an order's own limit, or one that was extended, stays. Refuses
    ``nothing_changed``, ``field_unknown``, ``title_missing``, ``channel_unknown``, ``grade_unknown``.
    """

    fields: dict[str, str] = field(default_factory=dict)
    private: dict[str, str] = field(default_factory=dict)
    due_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        unknown = (set(self.fields) - set(AMENDABLE)) | (set(self.private) - set(AMENDABLE_WORDS))
        if unknown:
            raise Refused("field_unknown", fields=sorted(unknown))
        if "title" in self.private:
            required(self.private["title"], "title_missing")
        body: dict[str, Any] = {k: v for k, v in self.fields.items() if v != getattr(state, k)}
        private = {k: v.strip() for k, v in self.private.items() if v.strip() != getattr(state, k)}
        if body.get("channel", "hotline") not in CHANNELS:
            raise Refused("channel_unknown", channel=body["channel"])
        if body.get("grade", "general") not in limits.GRADES:
            raise Refused("grade_unknown", grade=body["grade"])
        due = self.due_at if self.due_at is not None else _due_by_grade(world, state, body.get("grade", state.grade))
        if due is not None and due != state.due_at:
            body["due_at"] = due
        if not body and not private:
            raise Refused("nothing_changed")
        draft = self.draft(world, "amended", body)
        return [replace(draft, private={**(draft.private or {}), **private} or None)]


AMENDABLE = ("channel", "grade", "category", "place", "community")
AMENDABLE_WORDS = ("title", "text", "place_words", "reporter", "phone")


def _due_by_grade(world: World, state: Case, grade: str) -> int | None:
    """The limit under another grade, where the one that stands came from the grade; else the one that stands."""
    if grade == state.grade or state.due_at is None:
        return state.due_at
    for start in (state.received_at, state.registered_at):
        if due_after(world, limits.grade_key(state.grade), start) == state.due_at:
            return due_after(world, limits.grade_key(grade), start)
    return state.due_at
