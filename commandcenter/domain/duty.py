"""A shift of the duty watch: planned, signed in, stood in for, handed over, left (排班 → 到岗 → 替班 → 交接 → 离岗).

Who stands on it is what was planned with every substitution laid over it; both names are kept. What the rotation planned
yields to what somebody wrote by hand. Source: domain.md 2.12, 3.2, 4.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain import record
from commandcenter.domain.event import Fact
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

ROLES = ("leader", "clerk", "squad", "community")
"""带班领导, 值班员, 应急小分队, 社区值班: in the order of the team strip."""

SITTING = ("leader", "clerk")
"""Who stays until the hand-over is signed; the others are on call and leave when who follows them has come."""

WEARING = SITTING
"""Whom the limits of fatigue are about: who stands the whole night. Squad and communities are on call."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Somebody on a shift: person, role, the unit of a community's duty, the name of a squad, for whom they stand in.

    The rotation names who stands in for somebody on leave already in the plan; later somebody may stand in for them.
    """

    person: str
    role: str
    unit: str = ""
    group: str = ""
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Substitution:
    """``by`` stands for ``person``. ``swapped`` is the shift they changed with, ``strains`` what it wore on (codes)."""

    person: str
    by: str
    role: str
    unit: str
    at: int
    words: str = ""
    swapped: str = ""
    strains: tuple[str, ...] = ()
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody left their post. ``forced``: before they were relieved; ``signed_by`` is the leader who signed for it."""

    at: int
    forced: bool = False
    signed_by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ZeroReport:
    """A quiet shift was told to the district (零报告): when, who took it, by whom, and why long before the shift ends."""

    at: int
    receiver: str = ""
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """What happened on a shift: sign-ins and leavings (person → when), substitutions, the zero report.

    ``by_hand``: somebody wrote the plan; the rotation leaves it as it is.
    """

    signed_in: Mapping[str, int] = field(default_factory=dict)
    left: Mapping[str, Left] = field(default_factory=dict)
    substituted: tuple[Substitution, ...] = ()
    zero: ZeroReport | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """The folded state of a shift: its plan and what happened on it."""

    plan: Record = field(default_factory=Record)
    life: Life = field(default_factory=Life)

    @property
    def known(self) -> bool:
        """Whether the shift was planned."""
        return self.plan.known

    @property
    def starts_at(self) -> int:
        """When it begins, epoch milliseconds."""
        return whole(self.plan.get("starts_at")) or 0

    @property
    def ends_at(self) -> int:
        """When it ends, epoch milliseconds."""
        return whole(self.plan.get("ends_at")) or 0

    @property
    def signed_in(self) -> Mapping[str, int]:
        """Who is at their post: person → since when."""
        return self.life.signed_in

    @property
    def people(self) -> tuple[Watcher, ...]:
        """Who stands on it now, substitutions laid over the plan."""
        found = []
        for line in planned(self.plan.fields):
            standing = line
            for one in self.life.substituted:
                if (one.person, one.role, one.unit) == (standing.person, line.role, line.unit):
                    whose = line.instead_of or line.person
                    instead = whose if one.by != whose else ""
                    standing = replace(standing, person=one.by, instead_of=instead)
            found.append(standing)
        return tuple(found)

    def of(self, *roles: str) -> tuple[Watcher, ...]:
        """Those of some roles, in the order they stand in."""
        return tuple(line for line in self.people if line.role in roles)

    def line_of(self, person: str) -> Watcher | None:
        """The first line of a person; None when they are not on the shift."""
        return next((line for line in self.people if line.person == person), None)


def planned(fields: Mapping[str, Any]) -> tuple[Watcher, ...]:
    """Who is planned in the fields of a shift; lines that make no sense are left out."""
    lines = fields.get("people")
    found = []
    for line in lines if isinstance(lines, list | tuple) else ():
        if isinstance(line, Mapping):
            told = [line.get(name) for name in ("person", "role", "unit", "group", "instead_of")]
            person, role, unit, group, instead = (value if isinstance(value, str) else "" for value in told)
            if person:
                found.append(Watcher(person, role, unit, group, instead))
    return tuple(found)


# --- folding ------------------------------------------------------------------------------------------------------


def apply(state: Shift, fact: Fact) -> Shift:
    """Fold one fact. Never raises."""
    step = _STEPS.get(fact.verb)
    if step is not None:
        return replace(state, life=step(state.life, fact))
    if fact.verb == "replanned":
        return _replanned(state, fact)
    plan = record.apply(state.plan, fact)
    hand = fact.verb in ("amended", "listed") and not plan.history[-1].origin
    return Shift(plan, replace(state.life, by_hand=True) if hand else state.life)


def _replanned(state: Shift, fact: Fact) -> Shift:
    """The rotation was changed: its own plan follows, what somebody wrote by hand stays."""
    fields = fact.body.get("fields")
    if state.life.by_hand or not state.known or not isinstance(fields, Mapping):
        return state
    plan = record.apply(state.plan, fact)
    return replace(state, plan=replace(plan, fields={**plan.fields, **fields}, version=plan.version + 1))


def _text(fact: Fact, name: str) -> str:
    told = fact.body.get(name)
    return told if isinstance(told, str) else ""


def _signed_in(life: Life, fact: Fact) -> Life:
    person = _text(fact, "person")
    left = {who: at for who, at in life.left.items() if who != person}
    return replace(life, signed_in={person: fact.happened_at, **life.signed_in}, left=left)


def _withdrawn(life: Life, fact: Fact) -> Life:
    gone = _text(fact, "person")
    return replace(life, signed_in={person: at for person, at in life.signed_in.items() if person != gone})


def _substituted(life: Life, fact: Fact) -> Life:
    strains = fact.body.get("strains")
    one = Substitution(
        person=_text(fact, "person"),
        by=_text(fact, "by"),
        role=_text(fact, "role"),
        unit=_text(fact, "unit"),
        at=fact.happened_at,
        words=fact.words("words"),
        swapped=_text(fact, "swapped"),
        strains=tuple(map(str, strains)) if isinstance(strains, list | tuple) else (),
        urgent=fact.body.get("urgent") is True,
    )
    return replace(life, substituted=(*life.substituted, one))


def _left(life: Life, fact: Fact) -> Life:
    gone = Left(fact.happened_at, fact.body.get("forced") is True, _text(fact, "signed_by"), fact.words("words"))
    return replace(life, left={**life.left, _text(fact, "person"): gone})


def _zero_reported(life: Life, fact: Fact) -> Life:
    if life.zero is not None:
        return life
    return replace(life, zero=ZeroReport(fact.happened_at, fact.words("receiver"), fact.actor, fact.words("reason")))


def _zero_withdrawn(life: Life, fact: Fact) -> Life:
    return replace(life, zero=None)


_STEPS = {
    "signed_in": _signed_in,
    "sign_in_withdrawn": _withdrawn,
    "substituted": _substituted,
    "left": _left,
    "zero_reported": _zero_reported,
    "zero_withdrawn": _zero_withdrawn,
}


@demands("shift")
def _check(fields: Mapping[str, Any]) -> None:
    starts, ends = fields.get("starts_at"), fields.get("ends_at")
    if not isinstance(starts, int) or not isinstance(ends, int) or not starts < ends:
        raise Refused("shift_times_wrong")
    if not fields.get("people"):
        raise Refused("shift_empty")
    standing = [(line.person, line.role, line.unit) for line in planned(fields)]
    if len(set(standing)) < len(standing):
        raise Refused("shift_person_twice")
