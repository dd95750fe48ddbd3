"""The acts of a consultation: plan, set the agenda, hold, decide, write the minutes, follow the decisions to their end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import numbering
from commandcenter.domain.case import Case, may_move
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, dated, required
from commandcenter.domain.consultation import ABOUT, PRESENCE, Consultation, Item
from commandcenter.domain.event import REAL
from commandcenter.domain.limit import limit_of
from commandcenter.domain.matter_acts import MatterCommand
from commandcenter.domain.refusal import Refused
from commandcenter.domain.term import Term, agreed, as_told

REMIND = "consultation.remind"
"""The key of the limit: so long before the meeting it is reminded of."""

MOST_ITEMS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanConsultation(Command):
    """Plan a consultation. ``planned_at`` is epoch milliseconds. The report carries ``consultation`` and ``number``.

    Refuses ``title_missing``, ``due_in_past``.
    """

    title: str
    planned_at: int
    place: str = ""
    chair: str = ""
    monthly: bool = False
    consultation: str = ""

    def decide(self, world: World) -> Decision:
        title = required(self.title, "title_missing")
        key = self.consultation or world.new_id()
        if world.state(f"consultation/{key}").known:
            raise Refused("already_there", subject=f"consultation/{key}")
        at = self.when(world)
        day = local_date(dated(self.planned_at))
        count = world.take_number(numbering.series("consultation", REAL), day)
        number = numbering.whistle_number("consultation", REAL, day, world.letter, count)
        body: dict[str, Any] = {"number": number, "monthly": self.monthly, **_meeting(world, at, self.planned_at)}
        private = {"title": title}
        private |= {name: text for name in ("place", "chair") if (text := getattr(self, name).strip())}
        draft = Draft(
            subject=f"consultation/{key}", kind="consultation.opened", body=body, private=private, happened_at=at
        )
        return Decision([draft], {"consultation": key, "number": number})


def _meeting(world: World, at: int, planned_at: int) -> dict[str, Any]:
    """When the meeting is, and the instant at which it is reminded of. Refuses ``due_in_past``."""
    if planned_at <= at:
        raise Refused("due_in_past")
    limit = limit_of(world.state(f"limit/{REMIND}"))
    remind_at = max(at, planned_at - (limit.milliseconds if limit is not None else 0))
    return {"planned_at": planned_at, **as_told("term", Term(at, remind_at, remind_at, planned_at))}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationCommand(MatterCommand):
    """An act of a consultation. All refuse ``consultation_unknown`` and ``before_opening``. ``words`` is free text."""

    consultation: str

    def state(self, world: World, *stages: str) -> Consultation:
        """The consultation; refuses ``consultation_stage`` when it stands at none of ``stages``."""
        state = world.state(f"consultation/{self.consultation}")
        if not isinstance(state, Consultation) or not state.known:
            raise Refused("consultation_unknown")
        if stages and state.stage not in stages:
            raise Refused("consultation_stage", consultation_stage=state.stage)
        return state

    def back_in_hand(self, world: World, items: Sequence[Item]) -> list[Draft]:
        """The cases among items that still wait for this consultation go back into handling."""
        found = []
        for item in items:
            case: Case | None = world.state(f"case/{item.key}") if item.about == "case" else None
            if case is not None and case.stage == "consulting" and may_move(case, "handling"):
                body = {"consultation": self.consultation}
                found.append(Draft(subject=case.subject, kind="case.handled", body=body, happened_at=self.when(world)))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendConsultation(ConsultationCommand):
    """Move the meeting, or correct title, place and chair. Refuses ``nothing_changed``, ``due_in_past``, ``title_missing``."""

    title: str | None = None
    planned_at: int | None = None
    place: str | None = None
    chair: str | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "planned")
        if self.title is not None:
            required(self.title, "title_missing")
        body: dict[str, Any] = {}
        if self.planned_at is not None and self.planned_at != state.planned_at:
            body = _meeting(world, self.when(world), dated(self.planned_at))
        words = {
            name: value.strip()
            for name in ("title", "place", "chair")
            if (value := getattr(self, name)) is not None and value.strip() != getattr(state, name)
        }
        if not body and not words:
            raise Refused("nothing_changed")
        return [self.draft(world, state, "amended", body, **words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOnAgenda(ConsultationCommand):
    """Put something on the agenda. A case is tied to the consultation in the same act; one in hand waits for it (C7c).

    Refuses ``about_unknown``, ``case_unknown``, ``item_unknown``, ``item_twice``, ``words_needed``, ``agenda_full``.
    """

    about: str = "matter"
    key: str = ""
    unit: str = ""
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "planned", "held")
        if self.about not in ABOUT:
            raise Refused("about_unknown")
        if len(state.items) >= MOST_ITEMS:
            raise Refused("agenda_full", most=MOST_ITEMS)
        if self.about == "matter":
            required(self.words, "words_needed")
        elif any(item.about == self.about and item.key == self.key for item in state.agenda):
            raise Refused("item_twice")
        elif not world.state(f"{self.about}/{self.key}").known:
            raise Refused("case_unknown" if self.about == "case" else "item_unknown")
        body = {"id": f"{world.letter}{len(state.items) + 1}", "about": self.about}
        body |= {name: value for name in ("key", "unit", "reason") if (value := getattr(self, name))}
        drafts = [self.draft(world, state, "item_added", body)]
        if self.about == "case":
            body = {"consultation": self.consultation}
            drafts.append(
                Draft(subject=f"case/{self.key}", kind="case.consulted", body=body, happened_at=self.when(world))
            )
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOffAgenda(ConsultationCommand):
    """Take an item off the agenda, with the reason. Refuses ``item_unknown``, ``reason_needed``, ``item_decided``."""

    item: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "planned", "held")
        item = _standing(state, self.item)
        required(self.words, "reason_needed")
        if any(one.item == self.item for one in state.decisions):
            raise Refused("item_decided")
        return [self.draft(world, state, "item_dropped", {"id": self.item}), *self.back_in_hand(world, (item,))]


def _standing(state: Consultation, item: str) -> Item:
    found = state.item(item)
    if found is None:
        raise Refused("item_unknown")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveOnAgenda(ConsultationCommand):
    """Another place on the agenda, counted from 0. Refuses ``item_unknown``."""

    item: str
    place: int

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "planned", "held")
        _standing(state, self.item)
        return [self.draft(world, state, "item_moved", {"id": self.item, "place": self.place})]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussOnAgenda(ConsultationCommand):
    """What was said on an item. Refuses ``item_unknown``, ``words_needed``."""

    item: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "held")
        _standing(state, self.item)
        required(self.words, "words_needed")
        return [self.draft(world, state, "item_discussed", {"id": self.item})]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendConsultation(ConsultationCommand):
    """A unit is invited, came, is excused or missed it; ``name`` is who came. Refuses ``unit_unknown``, ``presence_unknown``."""

    unit: str
    presence: str = "came"
    name: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "planned", "held")
        if not world.state(f"unit/{self.unit}").known:
            raise Refused("unit_unknown", unit=self.unit)
        if self.presence not in PRESENCE:
            raise Refused("presence_unknown")
        body = {"unit": self.unit, "presence": self.presence}
        return [self.draft(world, state, "attended", body, name=self.name)]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldConsultation(ConsultationCommand):
    """It was held. Refuses ``agenda_empty``, ``consultation_stage``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "planned")
        if not state.agenda:
            raise Refused("agenda_empty")
        return [self.draft(world, state, "held")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideOnAgenda(ConsultationCommand):
    """What was decided on an item: who does what until when.

    Refuses ``item_unknown``, ``words_needed``, ``unit_unknown``, ``due_in_past``.
    """

    item: str
    unit: str
    due_at: int

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "held")
        _standing(state, self.item)
        required(self.words, "words_needed")
        if not world.state(f"unit/{self.unit}").known:
            raise Refused("unit_unknown", unit=self.unit)
        term = agreed(world, self.when(world), self.due_at)
        body = {"id": f"{world.letter}{len(state.decisions) + 1}", "item": self.item, "unit": self.unit}
        return [self.draft(world, state, "decided", body | as_told("term", term))]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndConsulted(ConsultationCommand):
    """A decision was carried out, or is dropped with the reason. Refuses ``decision_unknown``, ``words_needed``."""

    decision: str
    done: bool = True

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "held", "minuted")
        if not any(one.id == self.decision for one in state.open_decisions):
            raise Refused("decision_unknown")
        required(self.words, "words_needed")
        body = {"id": self.decision, "how": "done" if self.done else "dropped"}
        return [self.draft(world, state, "decision_ended", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteMinutes(ConsultationCommand):
    """The minutes stand: the summary and who signs them. May be written anew until the consultation is closed.

    Every case that was consulted goes back into handling in the same act. Refuses ``items_undecided`` while an item has
    neither a decision nor what was said on it, ``signature_needed``.
    """

    signed_by: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "held", "minuted")
        signed_by = required(self.signed_by, "signature_needed")
        decided = {one.item for one in state.decisions}
        silent = [item for item in state.agenda if item.id not in decided and not item.discussed]
        if silent:
            raise Refused("items_undecided", n=len(silent))
        return [
            self.draft(world, state, "minuted", signed_by=signed_by),
            *self.back_in_hand(world, state.agenda),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseConsultation(ConsultationCommand):
    """Every decision is ended. Refuses ``decisions_open``, ``consultation_stage``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "minuted")
        if state.open_decisions:
            raise Refused("decisions_open", n=len(state.open_decisions))
        return [self.draft(world, state, "closed")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOffConsultation(ConsultationCommand):
    """It is not held, with the reason; its cases go back into handling. Refuses ``reason_needed``, ``consultation_stage``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "planned")
        required(self.words, "reason_needed")
        return [self.draft(world, state, "called_off"), *self.back_in_hand(world, state.agenda)]
