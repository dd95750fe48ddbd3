"""Admission of a new task (准入): a document asks the street to do something, and the responsibility list decides.

It stands in the list: it is registered. It does not, but it is an emergency: the street acts first and reports after, within
a limit, and the approval is entered when it comes. It does not and is none: it goes back with a printed reply. Changes of the
list itself go by their own procedure. Source: domain.md 3-16, 3-34, 2.12.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from commandcenter.domain.deadline import Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import clock_acknowledged, clock_raised, irregular
from commandcenter.domain.term import Term, deadline_of, term_in

STAGES = ("received", "checked", "acting", "registered", "returned")
"""来文, 已核对, 先办后报, 已登记, 已退回."""

FINDINGS = ("in_list", "emergency", "outside")
"""What the check found: in the list, outside but it cannot wait, outside."""

NEXT: Mapping[str, tuple[str, ...]] = {
    "": ("received",),
    "received": ("checked",),
    "checked": ("checked", "acted", "registered", "returned"),
    "acting": ("registered", "returned"),
    "registered": (),
    "returned": (),
}
"""The acts that follow each stage."""


@dataclass(frozen=True, slots=True)
class Admission:
    """The folded state of a task that was asked for.

    ``sender`` asks, ``document`` is the number of its document, ``title`` what it is about, ``task`` what is asked: private
    words. ``finding`` is a code of ``FINDINGS``, ``item`` the id of the item of the list it stands in, ``why`` the words of the
    check, ``approval`` the number of the approval, ``reply`` that of the printed reply. Times are epoch milliseconds.
    """

    subject: str = ""
    known: bool = False
    number: str = ""
    mode: Mode = REAL
    stage: str = ""
    opened_at: int = 0
    opened_by: str = ""
    closed_at: int | None = None
    sender: str = ""
    document: str = ""
    title: str = ""
    task: str = ""
    finding: str = ""
    item: str = ""
    item_number: str = ""
    why: str = ""
    checked_at: int | None = None
    checked_by: str = ""
    acted_at: int | None = None
    acted: str = ""
    unit: str = ""
    approval: str = ""
    result: str = ""
    reply: str = ""
    terms: Mapping[str, Term] = field(default_factory=dict)
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the task."""
        return self.subject.partition("/")[2]

    @property
    def parent(self) -> str:
        """It belongs to nothing else."""
        return ""


def may(state: Admission, act: str) -> bool:
    """Whether an act may follow now."""
    if act not in NEXT.get(state.stage, ()):
        return False
    allowed = {"acted": ("emergency",), "registered": ("in_list", "emergency"), "returned": ("outside", "emergency")}
    if act == "registered" and state.stage == "checked":
        return state.finding == "in_list"
    return state.finding in allowed[act] if act in allowed else True


def deadlines(state: Admission) -> list[Deadline]:
    """The clocks: the check of a document that came in, the report after an emergency."""
    if not state.known:
        return []
    over = state.closed_at is not None
    rows = []
    for name, met in (("check", state.checked_at), ("report", state.closed_at)):
        term = state.terms.get(name)
        if term is not None:
            rows.append(deadline_of(f"admission_{name}", term, state.raised, met_at=met, stopped=over and met is None))
    return rows


# --- folding ------------------------------------------------------------------------------------------------------


def apply(state: Admission, fact: Fact) -> Admission:
    """Fold one fact. Never raises; what does not follow is made all the same, and marked."""
    state = replace(state, subject=fact.subject)
    step = _STEPS.get(fact.verb)
    if step is None:
        return irregular(state, fact, "unknown_kind")
    if fact.verb in ("received", "checked", "acted", "registered", "returned") and not may(state, fact.verb):
        state = irregular(state, fact, "illegal_move")
    return step(state, fact)


def _code(fact: Fact, name: str) -> str:
    told = fact.body.get(name)
    return told if isinstance(told, str) else ""


def _terms(state: Admission, fact: Fact, name: str) -> Mapping[str, Term]:
    term = term_in(fact.body.get(name))
    return {**state.terms, name: term} if term is not None else state.terms


def _received(state: Admission, fact: Fact) -> Admission:
    if state.known:
        return state
    return replace(
        state,
        known=True,
        number=_code(fact, "number"),
        stage=state.stage or "received",
        opened_at=fact.happened_at,
        opened_by=fact.actor,
        sender=fact.words("sender"),
        document=fact.words("document"),
        title=fact.words("title"),
        task=fact.words("task"),
        terms=_terms(state, fact, "check"),
    )


def _checked(state: Admission, fact: Fact) -> Admission:
    finding = _code(fact, "finding")
    return replace(
        state,
        stage="checked",
        finding=finding if finding in FINDINGS else "outside",
        item=_code(fact, "item"),
        item_number=_code(fact, "item_number"),
        why=fact.words("words"),
        checked_at=fact.happened_at,
        checked_by=fact.actor,
    )


def _acted(state: Admission, fact: Fact) -> Admission:
    return replace(
        state,
        stage="acting",
        acted_at=fact.happened_at,
        acted=fact.words("words"),
        unit=_code(fact, "unit"),
        terms=_terms(state, fact, "report"),
    )


def _registered(state: Admission, fact: Fact) -> Admission:
    return replace(
        state,
        stage="registered",
        closed_at=fact.happened_at,
        approval=fact.words("approval"),
        result=fact.words("words"),
        unit=_code(fact, "unit") or state.unit,
    )


def _returned(state: Admission, fact: Fact) -> Admission:
    return replace(
        state, stage="returned", closed_at=fact.happened_at, reply=_code(fact, "reply"), result=fact.words("words")
    )


def _noted(state: Admission, fact: Fact) -> Admission:
    return state


_STEPS: Mapping[str, Callable[[Admission, Fact], Admission]] = {
    "received": _received,
    "checked": _checked,
    "acted": _acted,
    "registered": _registered,
    "returned": _returned,
    "noted": _noted,
    "deadline_raised": clock_raised,
    "deadline_acknowledged": clock_acknowledged,
}
