"""The acts on a request to erase: list the cases, sign twice, carry out for good, or decline with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import numbering
from commandcenter.domain.case import Case
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, required, unique
from commandcenter.domain.erasure import VERB as ERASED
from commandcenter.domain.erasure_request import MOST_CASES, REASONS, ErasureRequest
from commandcenter.domain.event import REAL
from commandcenter.domain.refusal import Refused
from commandcenter.domain.term import as_told, laid_down

ANSWER = "privacy.request"
"""The key of the limit: within it whoever asked is answered."""


def _listed(world: World, cases: Sequence[str]) -> list[str]:
    """The cases of a list, each once. Refuses ``case_unknown``, ``too_many_cases``."""
    found = unique(cases)
    if len(found) > MOST_CASES:
        raise Refused("too_many_cases", most=MOST_CASES)
    for case in found:
        if not world.state(f"case/{case}").known:
            raise Refused("case_unknown")
    return list(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenErasure(Command):
    """A request to erase, with the cases it is about. The report carries ``request`` and ``number``.

    ``asker`` is who asks, in words. Refuses ``erasure_reason_unknown``, ``case_unknown``, ``too_many_cases``,
    ``list_empty``.
    """

    reason: str = "request"
    cases: tuple[str, ...] = ()
    asker: str = ""
    words: str = ""

    def decide(self, world: World) -> Decision:
        if self.reason not in REASONS:
            raise Refused("erasure_reason_unknown")
        if not self.cases:
            raise Refused("list_empty")
        at = self.when(world)
        day = local_date(at)
        count = world.take_number(numbering.series("erasure_request", REAL), day)
        number = numbering.whistle_number("erasure_request", REAL, day, world.letter, count)
        body = {"number": number, "reason": self.reason, "cases": _listed(world, self.cases)}
        private = {name: text for name in ("asker", "words") if (text := getattr(self, name).strip())}
        key = world.new_id()
        draft = Draft(
            subject=f"erasure_request/{key}",
            kind="erasure_request.opened",
            body=body | as_told("term", laid_down(world, ANSWER, at)),
            private=private or None,
            happened_at=at,
        )
        return Decision([draft], {"request": key, "number": number})


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureCommand(Command):
    """An act on a request. All refuse ``erasure_unknown``, and ``erasure_ended`` once it is carried out or declined."""

    request: str
    words: str = ""

    def state(self, world: World) -> ErasureRequest:
        """The request that still runs."""
        state = world.state(f"erasure_request/{self.request}")
        if not isinstance(state, ErasureRequest) or not state.known:
            raise Refused("erasure_unknown")
        if not state.open:
            raise Refused("erasure_ended")
        return state

    def draft(self, world: World, verb: str, body: Mapping[str, Any] | None = None) -> Draft:
        """An entry."""
        words = self.words.strip()
        return Draft(
            subject=f"erasure_request/{self.request}",
            kind=f"erasure_request.{verb}",
            body=dict(body or {}),
            private={"words": words} if words else None,
            happened_at=self.when(world),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToErasure(ErasureCommand):
    """Further cases; signatures given before fall away. Refuses ``nothing_changed``, ``case_unknown``, ``too_many_cases``."""

    cases: tuple[str, ...]

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        fresh = [case for case in _listed(world, self.cases) if case not in state.cases]
        if not fresh:
            raise Refused("nothing_changed")
        if len(state.cases) + len(fresh) > MOST_CASES:
            raise Refused("too_many_cases", most=MOST_CASES)
        return [self.draft(world, "cases_added", {"cases": fresh})]


@dataclass(frozen=True, slots=True, kw_only=True)
class DropFromErasure(ErasureCommand):
    """A case comes off the list; signatures given before fall away. Refuses ``nothing_changed``."""

    case: str

    def decide(self, world: World) -> Sequence[Draft]:
        if self.case not in self.state(world).cases:
            raise Refused("nothing_changed")
        return [self.draft(world, "case_dropped", {"case": self.case})]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignErasure(ErasureCommand):
    """One of the two signatures; ``person`` is a person's id and sits at the seat.

    Refuses ``list_empty``, ``erasure_open_cases`` while a case on the list is still owed an answer, ``person_unknown``,
    ``nobody_signed_in``, ``not_your_signature``, ``two_people_needed``, ``nothing_changed`` when both are there.
    """

    person: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        _ended(world, state)
        if not self.person or not world.state(f"person/{self.person}").known:
            raise Refused("person_unknown", person=self.person)
        if not world.who.actor:
            raise Refused("nobody_signed_in")
        if self.person != world.who.actor:
            raise Refused("not_your_signature")
        if any(one.person == self.person for one in state.signatures):
            raise Refused("two_people_needed")
        if len(state.signatures) >= 2:
            raise Refused("nothing_changed")
        return [self.draft(world, "signed", {"person": self.person})]


def _ended(world: World, state: ErasureRequest) -> list[Case]:
    """The cases of a list; refuses ``list_empty``, and ``erasure_open_cases`` with how many still run."""
    if not state.cases:
        raise Refused("list_empty")
    cases: list[Case] = [world.state(f"case/{case}") for case in state.cases]
    running = sum(case.open for case in cases)
    if running:
        raise Refused("erasure_open_cases", n=running)
    return cases


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOutErasure(ErasureCommand):
    """Erase the personal data of every case on the list, and of the request itself, for good.

    Refuses ``signatures_missing``, ``list_empty``, ``erasure_open_cases``.
    """

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if len(state.signatures) < 2:
            raise Refused("signatures_missing", count=len(state.signatures))
        signed = [one.person for one in state.signatures]
        drafts = []
        files = 0
        for case in _ended(world, state):
            heads = world.heads(case.subject)
            files += sum(1 for one in case.attachments if one.gone != "erased")
            body = {"up_to": dict(heads), "signed_by": signed, "reason": state.reason}
            drafts.append(Draft(subject=case.subject, kind=f"case.{ERASED}", body=body))
        body = {"up_to": dict(world.heads(state.subject)), "signed_by": signed, "reason": state.reason}
        drafts.append(Draft(subject=state.subject, kind=f"erasure_request.{ERASED}", body=body))
        counts = {"cases": len(state.cases), "files": files}
        return [*drafts, self.draft(world, "done", {"counts": counts, "signed_by": signed})]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearFiles(Command):
    """The files beside the journal were gone through after an erasure: what went, what is left to be destroyed by hand.

    ``backup`` names the new backup, ``removed`` the files of ours that went, ``left`` those that stand, ``counts`` how many
    printed copies and backups went. Refuses ``erasure_unknown``, and ``nothing_changed`` unless it is carried out and this
    was not told yet.
    """

    request: str
    backup: str = ""
    removed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    counts: Mapping[str, int]

    def decide(self, world: World) -> Sequence[Draft]:
        state = world.state(f"erasure_request/{self.request}")
        if not isinstance(state, ErasureRequest) or not state.known:
            raise Refused("erasure_unknown")
        if state.done_at is None or state.cleared_at is not None:
            raise Refused("nothing_changed")
        body = {
            "backup": self.backup,
            "removed": list(self.removed),
            "left": list(self.left),
            "counts": dict(self.counts),
        }
        subject = f"erasure_request/{self.request}"
        return [Draft(subject=subject, kind="erasure_request.cleared", body=body, happened_at=self.when(world))]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineErasure(ErasureCommand):
    """It is not carried out; ``words`` is the reason whoever asked is told (PIPL art. 50). Refuses ``reason_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        required(self.words, "reason_needed")
        return [self.draft(world, "declined")]
