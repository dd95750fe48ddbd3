"""A case (案件): the machine from the first word to the look-back, with the order's own limit and two receivers.

Stages C0-C14 and moves: domain.md 2.1 and 2.11. The first receiver leads (Regulation on handling on receipt, art. 14);
every order carries its own time limit (art. 13); a case is never closed without feedback to both sides (art. 15).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain.clock import DAY
from commandcenter.domain.command import unique
from commandcenter.domain.deadline import Deadline, Raised, acknowledge, raise_threshold
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.value import whole

MOVES: Mapping[str, tuple[str, ...]] = {
    "to_judge": ("refused", "dispatched"),
    "refused": (),
    "dispatched": ("disputed", "owned"),
    "disputed": ("dispatched", "owned"),
    "owned": ("contacted",),
    "contacted": ("handling",),
    "handling": ("extending", "whistled", "consulting", "suspended", "fed_back"),
    "extending": ("handling",),
    "whistled": ("handling", "fed_back"),
    "consulting": ("handling", "whistled", "suspended"),
    "suspended": ("handling", "call_back"),
    "fed_back": ("verified",),
    "verified": ("call_back", "handling"),
    "call_back": ("redo", "closed"),
    "redo": ("handling",),
    "closed": ("looked_back",),
    "looked_back": ("archived",),
    "archived": (),
    "history": ("to_judge",),
}
"""The legal moves. An anonymous case also goes owned → handling and verified → closed, with a public notice instead."""

BEFORE_FEEDBACK = (
    "to_judge",
    "dispatched",
    "disputed",
    "owned",
    "contacted",
    "handling",
    "extending",
    "whistled",
    "consulting",
    "suspended",
    "redo",
)
OPEN = (*BEFORE_FEEDBACK, "fed_back", "verified", "call_back")
ENDED = ("refused", "closed", "looked_back", "archived", "history")

NATURES = ("appeal", "advice", "suggestion", "report", "praise")
"""What a citizen wants: something done, an answer, an idea heard, a breach looked into, thanks passed on."""

GROUNDS = ("advice", "transferred", "refused", "unreachable", "suspended", "merged")
"""Why a case may be left out of a rate; which of them a formula leaves out is data (domain.md 3.1)."""

CHANNELS = ("district", "hotline", "section", "petition", "centre", "chief", "grid", "incident", "other")
"""The nine ways a problem is found (domain.md 1-24a…i)."""

TRIES = 3
"""So many calls in vain make a citizen unreachable (domain.md 2.1 C6, C10)."""

REFUSALS = ("emergency_number", "legal_route", "same_matter", "secret", "outside_duty", "unlawful")
"""The six statutory routes of not accepting (domain.md 2.1 C2)."""

HISTORY_AFTER_MS = 60 * DAY
"""Imported rows older than this are offered as history, without clocks."""


@dataclass(frozen=True, slots=True)
class Assignee:
    """One receiver of a dispatched case, with its own clock."""

    unit: str
    role: str
    dispatched_at: int
    sign_due_at: int | None = None
    signed_at: int | None = None
    disputed_at: int | None = None
    fed_back_at: int | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo, a recording or a paper of a case; its content lies beside the database under its hash.

    ``sha256`` is hexadecimal, ``size`` counts bytes, ``media`` is the media type; ``name`` is private and may be erased.
    """

    sha256: str
    size: int
    media: str
    at: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """The folded state of a case.

    ``collective`` counts the people who speak with one voice (0 = one). ``proactive`` is handled before anybody complained
    (未诉先办). ``merged_into`` is the case that goes on for this one, ``absorbed`` those it goes on for, ``linked`` earlier and
    later cases of the same matter. ``callbacks`` counts how often the citizen was called back, reached or not.
    """

    subject: str = ""
    known: bool = False
    number: str = ""
    source: str = ""
    source_number: str = ""
    channel: str = "other"
    stage: str = "to_judge"
    grade: str = "general"
    category: str = ""
    title: str = ""
    text: str = ""
    place: str = ""
    place_words: str = ""
    community: str = ""
    reporter: str = ""
    phone: str = ""
    anonymous: bool = False
    erased: bool = False
    received_at: int = 0
    registered_at: int = 0
    due_at: int | None = None
    judge_due_at: int | None = None
    contact_due_at: int | None = None
    assignees: tuple[Assignee, ...] = ()
    disputes: int = 0
    tries: int = 0
    contacted_at: int | None = None
    fed_back_at: int | None = None
    closed_at: int | None = None
    suspended_at: int | None = None
    review_at: int | None = None
    solved: bool | None = None
    satisfied: bool | None = None
    redone: int = 0
    handler: str = ""
    result: str = ""
    whistles: tuple[str, ...] = ()
    pressed: int = 0
    pressed_at: int | None = None
    changed_at: int = 0
    nature: str = "appeal"
    grid: str = ""
    collective: int = 0
    proactive: bool = False
    procedure: str = ""
    merged_into: str = ""
    absorbed: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    extended: int = 0
    called_back_at: int | None = None
    callbacks: int = 0
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the case."""
        return self.subject.partition("/")[2]

    @property
    def open(self) -> bool:
        """Still owed an answer."""
        return self.known and self.stage in OPEN

    @property
    def ground(self) -> str:
        """Why the case may be left out of a rate; empty when it counts in all of them."""
        if self.merged_into:
            return "merged"
        if self.stage == "refused":
            return "refused"
        if self.nature == "advice":
            return "advice"
        if self.stage == "suspended" or self.result == "suspended":
            return "suspended"
        if self.result == "transferred":
            return "transferred"
        return "unreachable" if self.callbacks >= TRIES and self.solved is None else ""

    @property
    def lead(self) -> Assignee | None:
        """The receiver that leads."""
        return next(
            (line for line in self.assignees if line.role == "lead"), self.assignees[0] if self.assignees else None
        )


def deadlines(state: Case) -> list[Deadline]:
    """The clocks of a case: judging, signing by each receiver, contact with the citizen, the order's own limit."""
    if not state.known or state.stage == "history":
        return []
    ended = state.stage in ENDED
    paused = ended or state.stage == "suspended"
    rows = []

    def row(name: str, start: int, due: int | None, met: int | None) -> None:
        if due is not None:
            rows.append(Deadline(name, start, due, met, paused and met is None, state.raised.get(name, Raised())))

    first = min((line.dispatched_at for line in state.assignees), default=None)
    row("judge", state.registered_at, state.judge_due_at, first)
    for line in state.assignees:
        met = line.signed_at if line.signed_at is not None else line.disputed_at
        row(f"sign:{line.unit}", line.dispatched_at, line.sign_due_at, met)
    if not state.anonymous:
        row("contact", state.registered_at, state.contact_due_at, state.contacted_at)
    met = state.fed_back_at if state.fed_back_at is not None else state.closed_at
    row("resolve", state.received_at, state.due_at, met)
    return rows


# --- folding ------------------------------------------------------------------------------------------------------


def apply(state: Case, fact: Fact) -> Case:
    """Fold one fact. A move that 2.11 does not know is made all the same, and marked irregular."""
    verb = fact.verb
    if verb in ("registered", "imported"):
        return _registered(state, fact)
    state = replace(state, subject=fact.subject, changed_at=max(state.changed_at, fact.happened_at))
    if verb == "deadline_raised":
        return replace(state, raised=raise_threshold(state.raised, fact))
    if verb == "deadline_acknowledged":
        return replace(state, raised=acknowledge(state.raised, fact))
    if verb in ("noted", "revealed"):
        return state
    if verb == "pressed":
        return replace(state, pressed=state.pressed + 1, pressed_at=fact.happened_at)
    if verb == "amended":
        return _amended(state, fact)
    step = _STEPS.get(verb)
    if step is None:
        return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))
    return step(state, fact)


_TEXTS = (
    *("number", "source", "source_number", "channel", "grade", "category", "place", "community"),
    *("nature", "grid", "procedure"),
)
_WORDS = ("title", "text", "place_words", "reporter", "phone")
_UNTOLD = {name: getattr(Case(), name) for name in (*_TEXTS, *_WORDS)}
"""How a registered case says what it was not told, whatever came before the registration."""


def _registered(state: Case, fact: Fact) -> Case:
    if state.known:
        return replace(state, irregular=(*state.irregular, (fact.id, "registered_twice")))
    body = fact.body
    told: dict[str, Any] = {
        name: text
        for part, names in ((body, _TEXTS), (fact.private or {}, _WORDS))
        for name in names
        if isinstance(text := part.get(name), str)
    }
    told |= {
        "subject": fact.subject,
        "known": True,
        "stage": "history" if body.get("history") else "to_judge",
        "anonymous": bool(body.get("anonymous", False)),
        "proactive": bool(body.get("proactive", False)),
        "collective": max(0, _instant(body, "collective") or 0),
        "erased": fact.erased,
        "received_at": _instant(body, "received_at") or fact.happened_at,
        "registered_at": fact.recorded_at if fact.verb == "imported" else fact.happened_at,
        "due_at": _instant(body, "due_at"),
        "judge_due_at": _instant(body, "judge_due_at"),
        "contact_due_at": _instant(body, "contact_due_at"),
        "changed_at": max(state.changed_at, fact.happened_at),
    }
    outcome = body.get("outcome")
    if isinstance(outcome, Mapping):
        told |= _outcome(outcome, told["received_at"])
    return replace(state, **_UNTOLD | told) if state.subject else Case(**told)


def _outcome(outcome: Mapping[str, Any], received_at: int) -> dict[str, Any]:
    """What an imported order tells of its end: who handled it, when what was done, what the citizen answered."""
    lead, others = outcome.get("lead"), outcome.get("others")
    units = [str(lead)] if isinstance(lead, str) and lead else []
    units += [str(unit) for unit in others if isinstance(unit, str)] if isinstance(others, list | tuple) else []
    fed_back_at, closed_at = _instant(outcome, "fed_back_at"), _instant(outcome, "closed_at")
    at = _instant(outcome, "dispatched_at") or received_at
    lines = tuple(
        Assignee(unit, "assist" if place else "lead", at, None, at, None, fed_back_at)
        for place, unit in enumerate(unique(units))
    )
    stage = _text(outcome, "stage", "closed")
    return {
        "stage": stage if stage in ENDED else "closed",
        "assignees": lines,
        "contact_due_at": _instant(outcome, "contact_due_at"),
        "contacted_at": _instant(outcome, "contacted_at"),
        "fed_back_at": fed_back_at,
        "closed_at": closed_at if closed_at is not None else fed_back_at,
        "called_back_at": _instant(outcome, "called_back_at"),
        "callbacks": max(0, _instant(outcome, "callbacks") or 0),
        "solved": _answer(outcome, "solved"),
        "satisfied": _answer(outcome, "satisfied"),
        "result": _text(outcome, "result", "solved"),
        "redone": max(0, _instant(outcome, "redone") or 0),
        "extended": max(0, _instant(outcome, "extended") or 0),
    }


def _amended(state: Case, fact: Fact) -> Case:
    changes: dict[str, Any] = {}
    for name in ("channel", "grade", "category", "place", "community", "nature", "grid"):
        if isinstance(fact.body.get(name), str):
            changes[name] = fact.body[name]
    for name in ("title", "text", "place_words", "reporter", "phone"):
        if fact.private and isinstance(fact.private.get(name), str):
            changes[name] = fact.private[name]
    due = _instant(fact.body, "due_at")
    if due is not None:
        changes["due_at"] = due
    return replace(state, **changes)


def _move(state: Case, fact: Fact, stage: str) -> Case:
    if not may_move(state, stage):
        state = replace(state, irregular=(*state.irregular, (fact.id, "illegal_move")))
    return replace(state, stage=stage)


def may_move(state: Case, stage: str) -> bool:
    """Whether the case may go to ``stage`` now."""
    if state.anonymous and (state.stage, stage) in (("owned", "handling"), ("verified", "closed")):
        return state.known
    return state.known and stage in MOVES.get(state.stage, ())


def _adopted(state: Case, fact: Fact) -> Case:
    state = _move(state, fact, "to_judge")
    return replace(
        state,
        registered_at=fact.happened_at,
        received_at=state.received_at,
        grade=_text(fact.body, "grade", state.grade),
        due_at=_instant(fact.body, "due_at"),
        judge_due_at=_instant(fact.body, "judge_due_at"),
        contact_due_at=_instant(fact.body, "contact_due_at"),
    )


def _dispatched(state: Case, fact: Fact) -> Case:
    lines = fact.body.get("assignees")
    assignees = tuple(
        Assignee(
            str(line.get("unit")), str(line.get("role", "assist")), fact.happened_at, _instant(line, "sign_due_at")
        )
        for line in (lines if isinstance(lines, list | tuple) else ())
        if isinstance(line, Mapping) and line.get("unit")
    )
    due = _instant(fact.body, "due_at")
    grade = _text(fact.body, "grade", state.grade)
    if state.stage != "dispatched":
        state = _move(state, fact, "dispatched")
    return replace(state, assignees=assignees, due_at=due if due is not None else state.due_at, grade=grade)


def _of(state: Case, fact: Fact, **changes: Any) -> Case:
    unit = fact.body.get("unit")
    return replace(
        state, assignees=tuple(replace(line, **changes) if line.unit == unit else line for line in state.assignees)
    )


def _signed(state: Case, fact: Fact) -> Case:
    state = _of(state, fact, signed_at=fact.happened_at, disputed_at=None)
    return state if state.stage not in ("dispatched", "disputed") else _move(state, fact, "owned")


def _disputed(state: Case, fact: Fact) -> Case:
    state = _of(state, fact, disputed_at=fact.happened_at)
    return _move(replace(state, disputes=state.disputes + 1), fact, "disputed")


def _contacted(state: Case, fact: Fact) -> Case:
    state = replace(state, tries=state.tries + 1)
    if not fact.body.get("reached") and state.tries < 3:
        return state
    reached_at = state.contacted_at if state.contacted_at is not None else fact.happened_at
    state = replace(state, contacted_at=reached_at if fact.body.get("reached") else state.contacted_at)
    return _move(state, fact, "contacted") if state.stage == "owned" else state


def _fed_back(state: Case, fact: Fact) -> Case:
    state = _of(state, fact, fed_back_at=fact.happened_at)
    state = replace(state, handler=fact.actor)
    if all(line.fed_back_at is not None for line in state.assignees):
        return replace(_move(state, fact, "fed_back"), fed_back_at=fact.happened_at)
    return state


def _verified(state: Case, fact: Fact) -> Case:
    state = _move(state, fact, "verified")
    if fact.body.get("passed", True):
        return state
    lines = tuple(replace(line, fed_back_at=None) for line in state.assignees)
    return replace(_move(state, fact, "handling"), fed_back_at=None, assignees=lines)


def _called_back(state: Case, fact: Fact) -> Case:
    if state.stage != "call_back":
        state = _move(state, fact, "call_back")
    reached = _answer(fact.body, "solved") is not None or _answer(fact.body, "satisfied") is not None
    return replace(
        state,
        solved=_answer(fact.body, "solved"),
        satisfied=_answer(fact.body, "satisfied"),
        callbacks=state.callbacks + 1,
        called_back_at=fact.happened_at if reached else state.called_back_at,
    )


def _redone(state: Case, fact: Fact) -> Case:
    lines = tuple(replace(line, fed_back_at=None) for line in state.assignees)
    state = replace(_move(state, fact, "redo"), redone=state.redone + 1, fed_back_at=None, assignees=lines)
    due = _instant(fact.body, "due_at")
    return replace(state, due_at=due if due is not None else state.due_at)


def _closed(state: Case, fact: Fact) -> Case:
    return replace(
        _move(state, fact, "closed"), closed_at=fact.happened_at, result=_text(fact.body, "result", "solved")
    )


def _handling(state: Case, fact: Fact) -> Case:
    if state.stage == "suspended" and state.suspended_at is not None and state.due_at is not None:
        state = replace(state, due_at=state.due_at + fact.happened_at - state.suspended_at, suspended_at=None)
    due = _instant(fact.body, "due_at")
    state = _move(state, fact, "handling")
    return replace(state, due_at=due if due is not None else state.due_at)


def _suspended(state: Case, fact: Fact) -> Case:
    state = _move(state, fact, "suspended")
    return replace(state, suspended_at=fact.happened_at, review_at=_instant(fact.body, "review_at"))


def _whistled(state: Case, fact: Fact) -> Case:
    state = replace(state, whistles=unique((*state.whistles, _text(fact.body, "whistle"))))
    return _move(state, fact, "whistled") if may_move(state, "whistled") else state


def _refused(state: Case, fact: Fact) -> Case:
    return replace(_move(state, fact, "refused"), closed_at=fact.happened_at, result=_text(fact.body, "reason"))


def _to(stage: str) -> Callable[[Case, Fact], Case]:
    return lambda state, fact: _move(state, fact, stage)


_STEPS: Mapping[str, Callable[[Case, Fact], Case]] = {
    "adopted": _adopted,
    "refused": _refused,
    "dispatched": _dispatched,
    "signed": _signed,
    "disputed": _disputed,
    "contacted": _contacted,
    "handled": _handling,
    "extension_asked": _to("extending"),
    "consulted": _to("consulting"),
    "suspended": _suspended,
    "whistled": _whistled,
    "fed_back": _fed_back,
    "verified": _verified,
    "called_back": _called_back,
    "redone": _redone,
    "closed": _closed,
    "looked_back": _to("looked_back"),
    "archived": _to("archived"),
}


def _text(body: Mapping[str, Any], name: str, default: str = "") -> str:
    value = body.get(name)
    return value if isinstance(value, str) else default


def _instant(body: Mapping[str, Any], name: str) -> int | None:
    return whole(body.get(name))


def _answer(body: Mapping[str, Any], name: str) -> bool | None:
    value = body.get(name)
    return value if isinstance(value, bool) else None
