"""Reference data: dated, versioned records of one shape.

Units, people, places, appointments, limits, plans, categories, calendars and the office itself are records: a set of
named fields (and private words), listed once, amended field by field, retired, never deleted. Two people changing
different fields at the same time both win; on the same field the causal order decides and the history shows both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any

from commandcenter.domain.command import Command, Draft, World
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.refusal import Refused

Check = Callable[[Mapping[str, Any]], None]

PROGRAM = "program"
"""Where a record comes from that a newer program brought to an office founded by an older one."""

ROTA = "rota"
"""Where a shift comes from that the rotation planned."""

YIELDING = (PROGRAM, ROTA)
"""What no person entered: it yields to everything the office wrote by hand."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a record's history: when, by whom, which fields became what.

    ``origin`` is ``program`` for what no person entered: a newer program brought it; ``rota``: the rotation planned it.
    """

    id: EventId
    at: int
    actor: str
    verb: str
    fields: Mapping[str, Any]
    reason: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """The folded state of a reference record. ``known`` is False until it was listed."""

    subject: str = ""
    known: bool = False
    fields: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, Any] = field(default_factory=dict)
    erased: bool = False
    retired_at: int | None = None
    version: int = 0
    changed_at: int = 0
    history: tuple[Change, ...] = ()

    @property
    def id(self) -> str:
        """The part of the subject behind the family."""
        return self.subject.partition("/")[2]

    @property
    def active(self) -> bool:
        """Listed and not retired."""
        return self.known and self.retired_at is None

    def get(self, name: str, default: Any = None) -> Any:
        """A field by name."""
        return self.fields.get(name, default)


def apply(state: Record, fact: Fact) -> Record:
    """Fold one fact. Unknown verbs of the family only leave a line in the history.

    What the program or the rotation brings yields to everything the office wrote: two desks may bring the same record
    without hearing of each other, and one of them may have changed or retired it by then.
    """
    body = fact.body
    told = body.get("origin")
    origin = told if isinstance(told, str) and told in YIELDING else ""
    changes = body.get("fields", body) if isinstance(body.get("fields", body), Mapping) else {}
    reason = body.get("reason", "")
    reason = reason if isinstance(reason, str) else ""
    change = Change(fact.id, fact.happened_at, fact.actor, fact.verb, changes, reason, origin)
    state = replace(
        state,
        subject=fact.subject,
        changed_at=fact.happened_at,
        history=(*state.history, change),
        version=state.version,
    )
    if fact.verb in ("listed", "amended"):
        return replace(
            state,
            known=True,
            fields={**changes, **state.fields} if origin else {**state.fields, **changes},
            words={**(fact.private or {}), **state.words} if origin else {**state.words, **(fact.private or {})},
            erased=state.erased or fact.erased,
            version=state.version + 1,
        )
    if fact.verb == "retired":
        return replace(state, retired_at=fact.happened_at)
    if fact.verb == "restored":
        return replace(state, retired_at=None)
    return state


def record_of(world: World, subject: str) -> Record:
    """The record that a command is about. Refuses ``unknown_family`` for a subject that is none."""
    family, _, key = subject.partition("/")
    if not key or "/" in key:
        raise Refused("unknown_family", family=family)
    check_of(family)
    return record_in(world.state(subject))


def record_in(state: Any) -> Record:
    """The record in a state: the state itself, or the planning part of a richer one (a shift)."""
    return state if isinstance(state, Record) else state.plan  # type: ignore[no-any-return]


checks: dict[str, Check] = {}
"""What each family demands of its fields; filled by the families' modules."""

_HOMES: Mapping[str, str] = {
    "case_view": "case_view",
    "office": "office",
    "node": "office",
    "limit": "limit",
    "calendar": "calendar",
    "category": "category",
    "unit": "unit",
    "place": "roster",
    "person": "roster",
    "appointment": "roster",
    "absence": "absence",
    "group": "organisation",
    "branch": "organisation",
    "staff": "organisation",
    "roster_import": "roster_import",
    "plan": "plan",
    "drill": "drill",
    "shift": "duty",
    "rota": "rota",
    "equipment": "handover",
    "formula": "rates",
    "matter_kind": "gate",
    "responsibility": "responsibility",
    "procedure": "procedure",
    "warning_plan": "warning_acts",
    "case_limit": "case_limits",
    "escalation": "escalation",
    "foresight_rule": "foresight_rule",
    "patrol_plan": "patrol_plan",
    "patrol_list": "patrol_plan",
    "shape": "map",
    "map_layer": "map",
    "obligation": "obligation",
}
"""The module of each family. Who only reads records needs no checks, so it is loaded with the first change."""


def demands(family: str) -> Callable[[Check], Check]:
    """Register a check of a family's fields. It raises ``Refused`` with a code."""

    def register(check: Check) -> Check:
        checks[family] = check
        return check

    return register


def check_of(family: str) -> Check:
    """What a family demands of its fields. Refuses ``unknown_family``."""
    if family not in _HOMES:
        raise Refused("unknown_family", family=family)
    if family not in checks:
        import_module(f"commandcenter.domain.{_HOMES[family]}")
    return checks[family]


def check(subject: str, fields: Mapping[str, Any]) -> None:
    """Refuse fields that the family of ``subject`` does not allow; the code is the family's own, or ``unknown_family``."""
    check_of(subject.partition("/")[0])(fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRecord(Command):
    """Enter a new reference record. Refuses ``already_listed``."""

    subject: str
    fields: dict[str, Any]
    words: dict[str, Any] = field(default_factory=dict)

    def decide(self, world: World) -> Sequence[Draft]:
        if record_of(world, self.subject).known:
            raise Refused("already_listed", subject=self.subject)
        check(self.subject, self.fields)
        return [listed(self.subject, self.fields, self.words, self.when(world))]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFromProgram(Command):
    """A newer program lists what an office founded by an older one has never known.

    ``records`` are (subject, fields, words), as founding would list them. What the office has ever listed, retired ones
    included, stays as it is; with nothing new nothing is written. Refuses ``unknown_family`` and what a family refuses.
    """

    records: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...]

    def decide(self, world: World) -> Sequence[Draft]:
        drafts: dict[str, Draft] = {}
        for subject, fields, words in self.records:
            if record_of(world, subject).known or subject in drafts:
                continue
            check(subject, fields)
            draft = listed(subject, fields, words, self.when(world))
            drafts[subject] = replace(draft, body={**draft.body, "origin": PROGRAM})
        return list(drafts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendRecord(Command):
    """Change fields of a record; only what differs is written. Refuses ``not_listed`` and ``nothing_changed``."""

    subject: str
    fields: dict[str, Any] = field(default_factory=dict)
    words: dict[str, Any] = field(default_factory=dict)
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        record = record_of(world, self.subject)
        if not record.known:
            raise Refused("not_listed", subject=self.subject)
        fields = {name: value for name, value in self.fields.items() if record.fields.get(name) != value}
        words = {name: value for name, value in self.words.items() if record.words.get(name) != value}
        if not fields and not words:
            raise Refused("nothing_changed")
        check(self.subject, {**record.fields, **fields})
        body: dict[str, Any] = {"fields": fields}
        if self.reason:
            body["reason"] = self.reason
        family = self.subject.partition("/")[0]
        return [
            Draft(
                subject=self.subject,
                kind=f"{family}.amended",
                body=body,
                private=words or None,
                happened_at=self.when(world),
            )
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireRecord(Command):
    """Take a record out of use; it stays in the history. Refuses ``not_listed``."""

    subject: str
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        record = record_of(world, self.subject)
        if not record.active:
            raise Refused("not_listed", subject=self.subject)
        family = self.subject.partition("/")[0]
        body = {"reason": self.reason} if self.reason else {}
        return [Draft(subject=self.subject, kind=f"{family}.retired", body=body, happened_at=self.when(world))]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreRecord(Command):
    """Take a retired record back into use, as it stood. Refuses ``not_listed`` and ``nothing_changed``."""

    subject: str
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        record = record_of(world, self.subject)
        if not record.known:
            raise Refused("not_listed", subject=self.subject)
        if record.active:
            raise Refused("nothing_changed")
        family = self.subject.partition("/")[0]
        body = {"reason": self.reason} if self.reason else {}
        return [Draft(subject=self.subject, kind=f"{family}.restored", body=body, happened_at=self.when(world))]


def listed(
    subject: str, fields: Mapping[str, Any], words: Mapping[str, Any] | None = None, at: int | None = None
) -> Draft:
    """The draft that lists a record."""
    family = subject.partition("/")[0]
    return Draft(
        subject=subject, kind=f"{family}.listed", body={"fields": dict(fields)}, private=words or None, happened_at=at
    )
