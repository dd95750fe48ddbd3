"""A number is proved by a call: when, by whom, and what came of it.

A number that changes is proved no more: the proof keeps the digits that were called. Of two desks that called the same
person the later call counts, whichever was written first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from commandcenter.domain import record
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Command, Draft, World
from commandcenter.domain.event import Fact
from commandcenter.domain.number import RESULTS
from commandcenter.domain.record import Record
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Directory, Person
from commandcenter.domain.value import whole

STALE = "roster.number_stale"
"""The limit after which a number has to be proved again (days)."""

_VERB = "verified"


def apply(state: Record, fact: Fact) -> Record:
    """Fold a call that proves a number; everything else as for any record."""
    before = state
    state = record.apply(state, fact)
    if fact.verb != _VERB:
        return state
    if not before.known or fact.happened_at < (whole(before.get("checked_at")) or 0):
        return state
    told = fact.body.get("fields")
    result = told.get("check") if isinstance(told, Mapping) else None
    if result not in RESULTS:
        return state
    fields: dict[str, Any] = {"checked_at": fact.happened_at, "checked_by": fact.actor, "check": result}
    words = {"checked_phone": fact.words("verified_phone")}
    if result == "reached":
        fields["verified_at"] = fact.happened_at
        words["verified_phone"] = fact.words("verified_phone")
    elif result == "wrong":
        words["verified_phone"] = ""
    return replace(state, fields={**state.fields, **fields}, words={**state.words, **words})


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyNumber(Command):
    """Somebody was called to see whether the number is right. ``result`` is one of ``RESULTS``.

    Either ``person`` or ``unit`` (its duty number). Refuses ``not_listed``, ``number_missing``, ``number_result_unknown``.
    """

    person: str = ""
    unit: str = ""
    result: str
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        subject = f"person/{self.person}" if self.person else f"unit/{self.unit}"
        return [number_draft(world, subject, self.result, self.when(world), self.words)]


def number_draft(world: World, subject: str, result: str, at: int, words: str = "") -> Draft:
    """The event of a call that proves the number of a person or unit. Refuses what ``VerifyNumber`` does."""
    state: Record = record.record_in(world.state(subject))
    if not state.active:
        raise Refused("not_listed", subject=subject)
    if result not in RESULTS:
        raise Refused("number_result_unknown", result=result)
    family = subject.partition("/")[0]
    phone = state.words.get("phone") if family == "person" else state.get("duty_phone")
    if not isinstance(phone, str) or not phone.strip():
        raise Refused("number_missing")
    private = {"verified_phone": phone} | ({"note": words.strip()} if words.strip() else {})
    return Draft(
        subject=subject, kind=f"{family}.{_VERB}", body={"fields": {"check": result}}, private=private, happened_at=at
    )


def stale(directory: Directory, now: int, days: float, people: Iterable[str] | None = None) -> list[Person]:
    """Whose number has to be proved: never, changed since, the last call failed, or longer than ``days`` ago.

    Only people who hold a post and have a number, only of ``people`` when given; the longest unproved first.
    """
    wanted = {post.person for post in directory.appointments}
    if people is not None:
        wanted &= set(people)
    found = [
        person
        for key in wanted
        if (person := directory.people.get(key)) is not None
        and person.active
        and person.phone
        and number_age(person, now, days) != "fresh"
    ]
    return sorted(found, key=lambda one: (one.verified_at or 0, one.name, one.id))


def number_age(person: Person, now: int, days: float) -> str:
    """How a number stands: ``fresh``, ``old`` (proved too long ago), ``wrong``, ``unanswered`` (the last call), ``never``."""
    last = person.checked_at or 0
    if person.check == "wrong" and last >= (person.verified_at or 0):
        return "wrong"
    if person.verified_at is None:
        return "unanswered" if person.check == "no_answer" else "never"
    if last > person.verified_at and person.check == "no_answer":
        return "unanswered"
    return "fresh" if now - person.verified_at <= days * DAY else "old"
