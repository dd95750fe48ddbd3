"""The acts of admission: a document comes in, is checked against the list, and is registered, acted on first, or returned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import numbering
from commandcenter.domain.admission import FINDINGS, Admission, may
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, required
from commandcenter.domain.event import REAL
from commandcenter.domain.refusal import Refused
from commandcenter.domain.responsibility import item_of
from commandcenter.domain.term import as_told, laid_down

CHECK, REPORT = "admission.check", "admission.report"
"""The keys of the limits: how long a check may take, and within what an emergency is reported after the act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveTask(Command):
    """A document that asks the street for something came in. The report carries the ``subject`` and the ``number``.

    Refuses ``admission_sender_missing`` and ``admission_title_missing``.
    """

    sender: str
    title: str
    document: str = ""
    task: str = ""

    def decide(self, world: World) -> Decision:
        sender, title = (
            required(self.sender, "admission_sender_missing"),
            required(self.title, "admission_title_missing"),
        )
        at = self.when(world)
        day = local_date(at)
        series = numbering.series("admission", REAL)
        number = numbering.whistle_number("admission", REAL, day, world.letter, world.take_number(series, day))
        private = {"sender": sender, "title": title, "document": self.document.strip(), "task": self.task.strip()}
        subject = f"admission/{world.new_id()}"
        draft = Draft(
            subject=subject,
            kind="admission.received",
            body={"number": number, **as_told("check", laid_down(world, CHECK, at))},
            private={name: text for name, text in private.items() if text},
            happened_at=at,
        )
        return Decision([draft], {"subject": subject, "number": number})


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionCommand(Command):
    """An act on a task. All refuse ``admission_unknown``, ``admission_stage`` and ``before_opening``."""

    admission: str
    words: str = ""

    def state(self, world: World, act: str) -> Admission:
        """The task, which the act may follow."""
        state = world.state(f"admission/{self.admission}")
        if not isinstance(state, Admission) or not state.known:
            raise Refused("admission_unknown")
        if not may(state, act):
            raise Refused("admission_stage", admission_stage=state.stage, finding=state.finding)
        if self.when(world) < state.opened_at:
            raise Refused("before_opening", at=state.opened_at)
        return state

    def told(self, world: World, act: str, body: Mapping[str, Any] | None = None, **private: str) -> Draft:
        """The draft of an entry; empty words are left out."""
        words = {name: text.strip() for name, text in ({"words": self.words} | private).items() if text.strip()}
        return Draft(
            subject=f"admission/{self.admission}",
            kind=f"admission.{act}",
            body=dict(body or {}),
            private=words or None,
            happened_at=self.when(world),
        )

    def unit_known(self, world: World, unit: str) -> dict[str, str]:
        """The unit for the body; refuses ``unit_unknown``."""
        if unit and not world.state(f"unit/{unit}").active:
            raise Refused("unit_unknown", unit=unit)
        return {"unit": unit} if unit else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTask(AdmissionCommand):
    """The check against the list. ``item`` is the id of the item it stands in, for ``in_list``.

    Refuses ``admission_finding_unknown``, ``admission_item_missing`` for ``in_list`` without an item in force, and
    ``reason_needed`` for the others.
    """

    finding: str
    item: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world, "checked")
        if self.finding not in FINDINGS:
            raise Refused("admission_finding_unknown")
        body = {"finding": self.finding}
        if self.finding == "in_list":
            item = item_of(world.state(f"responsibility/{self.item}")) if self.item else None
            if item is None or not item.in_force:
                raise Refused("admission_item_missing")
            body |= {"item": self.item, "item_number": item.number}
        else:
            required(self.words, "reason_needed")
        return [self.told(world, "checked", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActFirst(AdmissionCommand):
    """Outside the list, but it cannot wait: what is done at once; the limit for reporting it begins. Refuses ``words_needed``."""

    unit: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world, "acted")
        required(self.words, "words_needed")
        unit = self.unit_known(world, self.unit)
        at = self.when(world)
        return [self.told(world, "acted", unit | as_told("report", laid_down(world, REPORT, at)))]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterTask(AdmissionCommand):
    """The task is the street's: with the number of the approval, which an emergency needs. Refuses ``admission_approval_missing``."""

    approval: str = ""
    unit: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "registered")
        if state.stage == "acting":
            required(self.approval, "admission_approval_missing")
        return [self.told(world, "registered", self.unit_known(world, self.unit), approval=self.approval)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnTask(AdmissionCommand):
    """It goes back to who asked, with the reason; the reply gets a number. Refuses ``reason_needed``."""

    def decide(self, world: World) -> Decision:
        self.state(world, "returned")
        required(self.words, "reason_needed")
        day = local_date(self.when(world))
        series = numbering.series("admission_reply", REAL)
        reply = numbering.whistle_number("admission_reply", REAL, day, world.letter, world.take_number(series, day))
        return Decision([self.told(world, "returned", {"reply": reply})], {"reply": reply})
