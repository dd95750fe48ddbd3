"""Personal data after an incident: masked from its end, opened only with a reason that is logged, destroyed on a date.

Emergency Response Law art. 85: personal data gathered for an emergency are destroyed afterwards, unless they are kept as
evidence or for the inquiry after a documented assessment. The law names no number of days; the limit is the office's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from commandcenter.domain.clock import MINUTE, at_local
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.masking import mask_known, mask_name, mask_phone, mask_text, mask_who
from commandcenter.domain.whistle import Whistle

DESTROY = "privacy.destroy_after_close"
UNMASK = "privacy.unmask"
"""Limits: until when personal data have to be destroyed, counted from the end, and how long a view opened stays open."""

LEFT_ALONE = ("review", "print", "privacy")
"""Families whose words are the office's own conclusions and signatures, no personal data of the incident."""

STAGES = ("", "kept", "first", "signed", "destroyed")
"""Nothing yet; kept as evidence; one signature; both; destroyed."""

_NAMES = frozenset(
    ("told_by", "caller", "reporter", "name", "helper", "head", "householder", "taken_by", "person_name")
)
_TELLERS = frozenset(("told_by", "receiver", "taken_by", "head"))
"""Who told or received something: often a body, or a post behind the name."""
_ROOM = re.compile(r"[\d一二三四五六七八九十]+\s*(?:单元|门|层|室|户|号房).*", re.DOTALL)
"""What of an address lies below the building: domain.md 3.6."""
_PHONES = frozenset(("phone", "telephone", "number", "contact_phone"))


@dataclass(frozen=True, slots=True)
class Opening:
    """Personal data were opened: when, by whom, at which seat, why."""

    at: int
    by: str
    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature under the list for destruction."""

    at: int
    person: str


@dataclass(frozen=True, slots=True)
class Privacy:
    """What became of the personal data of one incident. ``parent`` is the id of its whistle."""

    subject: str = ""
    mode: Mode = REAL
    number: str = ""
    opened_at: int = 0
    openings: tuple[Opening, ...] = ()
    kept_until: str = ""
    assessment: str = ""
    assessed_by: str = ""
    signatures: tuple[Signature, ...] = ()
    destroyed_at: int | None = None
    destroyed: Mapping[str, int] | None = None
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def known(self) -> bool:
        """Whether anything was done about it."""
        return bool(self.subject)

    @property
    def parent(self) -> str:
        """The id of the whistle."""
        return self.subject.partition("/")[2]

    @property
    def closed_at(self) -> int | None:
        """When the personal data were destroyed."""
        return self.destroyed_at

    @property
    def stage(self) -> str:
        """One of ``STAGES``."""
        if self.destroyed_at is not None:
            return "destroyed"
        if self.kept_until:
            return "kept"
        return ("", "first", "signed")[min(2, len(self.signatures))]

    def open_at(self, now: int, seat: str, minutes: float) -> Opening | None:
        """The opening by which a seat sees the data unmasked at a moment; None when it sees them masked."""
        span = round(minutes * MINUTE)
        found = [one for one in self.openings if one.seat == seat and one.at <= now < one.at + span]
        return found[-1] if found else None


def apply(state: Privacy, fact: Fact) -> Privacy:
    """Fold one fact; never raises."""
    verb, body = fact.verb, fact.body
    state = replace(
        state,
        subject=fact.subject,
        mode=DRILL if fact.mode == DRILL else REAL,
        opened_at=state.opened_at or fact.happened_at,
    )
    if verb == "opened":
        one = Opening(fact.happened_at, fact.actor, fact.seat, fact.words("reason"))
        return replace(state, openings=(*state.openings, one))
    if verb == "kept":
        if not is_day(body.get("until")):
            return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))
        return replace(
            state,
            kept_until=str(body.get("until", "")),
            assessment=fact.words("assessment"),
            assessed_by=fact.actor,
            signatures=(),
        )
    if verb == "keep_ended":
        return replace(state, kept_until="")
    if verb == "signed":
        person = str(body.get("person", ""))
        if any(one.person == person for one in state.signatures):
            return replace(state, irregular=(*state.irregular, (fact.id, "already_recorded")))
        return replace(state, signatures=(*state.signatures, Signature(fact.happened_at, person)))
    if verb == "destroyed":
        told = body.get("families")
        counts = {str(name): value for name, value in told.items()} if isinstance(told, Mapping) else {}
        return replace(state, destroyed_at=fact.happened_at, destroyed=counts)
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


# --- when -------------------------------------------------------------------------------------------------------------


def ended_at(whistle: Whistle) -> int | None:
    """From when the limit counts: the end of the incident, or the moment it was taken back."""
    return whistle.closed_at if whistle.closed_at is not None else whistle.undone_at


def due_at(whistle: Whistle, privacy: Privacy, limit: int) -> int | None:
    """When the personal data have to be destroyed (epoch milliseconds): the limit after the end, later while they are kept.

    ``limit`` is in milliseconds. None while the incident goes on.
    """
    end = ended_at(whistle)
    if end is None:
        return None
    if privacy.kept_until:
        return max(end + limit, at_local(date.fromisoformat(privacy.kept_until)))
    return end + limit


def masked(whistle: Whistle) -> bool:
    """Whether the personal data of an incident are masked: from its end."""
    return ended_at(whistle) is not None


# --- masking ------------------------------------------------------------------------------------------------------------


def masked_fact(fact: Fact, *known: str) -> Fact:
    """The fact with what is personal in its words masked: names of people, telephone and identity numbers.

    ``known`` are names that are masked wherever they stand in a text.
    """
    if not isinstance(fact.private, Mapping):
        return fact
    file = fact.verb == "attached"  # a file has a name, which is no person's
    return replace(
        fact,
        private={
            name: _masked("file" if file and name == "name" else name, value, known)
            for name, value in fact.private.items()
        },
    )


def masked_facts(facts: Sequence[Fact], *known: str) -> list[Fact]:
    """Every fact masked."""
    return [masked_fact(fact, *known) for fact in facts]


def _masked(name: str, value: Any, known: Sequence[str] = ()) -> Any:
    if isinstance(value, str):
        if name in _TELLERS:
            return mask_who(value)
        if name in _NAMES:
            return mask_name(value)
        if name == "address":
            return _ROOM.sub("**", mask_text(value))
        return mask_phone(value) if name in _PHONES else mask_known(value, *known)
    if isinstance(value, Mapping):
        return {str(key): _masked(str(key), part, known) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(name, part, known) for part in value]
    return value


def is_day(text: object) -> bool:
    """Whether a text is a date like ``2026-07-24``."""
    try:
        date.fromisoformat(str(text))
    except ValueError:
        return False
    return True
