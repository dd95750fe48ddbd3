"""The office itself, its workstations and who sits at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.command import Command, Draft, World, decided
from commandcenter.domain.event import Fact
from commandcenter.domain.record import Record, check, demands, listed
from commandcenter.domain.refusal import Refused

OFFICE = "office/main"


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits at a workstation. ``person`` is empty when nobody is signed in; work goes on all the same."""

    person: str = ""
    role: str = ""
    assurance: str = "none"
    since: int = 0


def apply_seat(state: Seat, fact: Fact) -> Seat:
    """Fold a sign-in or sign-out. How sure we are of who came is told by the sign-in itself, not by who sat there before."""
    if fact.verb == "signed_in":
        person, role = str(fact.body.get("person", "")), str(fact.body.get("role", ""))
        return Seat(person, role, str(fact.body.get("assurance", "none")), fact.happened_at)
    if fact.verb == "signed_out":
        return Seat(since=fact.happened_at)
    return state


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOffice(Command):
    """Found the office: one act that enters all its reference data with ids that are the same on every desk.

    ``records`` are (subject, fields, words). ``matters`` are further commands decided in the same act (the sample
    office's living cases). Refuses ``already_founded``, ``office_missing`` and whatever a record's family refuses.
    """

    records: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...]
    matters: tuple[Command, ...] = ()

    def decide(self, world: World) -> Sequence[Draft]:
        if world.state(OFFICE).known:
            raise Refused("already_founded")
        for subject, fields, _ in self.records:
            check(subject, fields)
        drafts = [listed(subject, fields, words) for subject, fields, words in self.records]
        if not any(draft.subject == OFFICE for draft in drafts):
            raise Refused("office_missing")
        world.preview(drafts)
        for command in self.matters:
            more = decided(command, world).drafts
            world.preview(more)
            drafts += more
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn(Command):
    """Somebody takes the seat. ``assurance`` is ``pin`` when their PIN was checked, else ``none``."""

    person: str
    role: str = ""
    assurance: str = "none"

    def decide(self, world: World) -> Sequence[Draft]:
        person: Record = world.state(f"person/{self.person}")
        if not person.active:
            raise Refused("person_unknown", person=self.person)
        if person.get("pin") and self.assurance != "pin":
            raise Refused("pin_needed")
        seat: Seat = world.state(f"seat/{world.who.seat}")
        if (seat.person, seat.role, seat.assurance) == (self.person, self.role, self.assurance):
            return []
        body = {"person": self.person, "role": self.role, "assurance": self.assurance}
        return [Draft(subject=f"seat/{world.who.seat}", kind="seat.signed_in", body=body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOut(Command):
    """The seat is left empty."""

    def decide(self, world: World) -> Sequence[Draft]:
        seat: Seat = world.state(f"seat/{world.who.seat}")
        if not seat.person:
            return []
        return [Draft(subject=f"seat/{world.who.seat}", kind="seat.signed_out", body={"person": seat.person})]


@demands("office")
def _check_office(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")


@demands("node")
def _check_node(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("letter", "")).isalpha():
        raise Refused("letter_missing")
