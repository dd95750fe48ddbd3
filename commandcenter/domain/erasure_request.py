"""A request to erase personal data of closed cases: by a citizen, because their time is over, or because they should not be there.

Listed → signed by two people → carried out; or declined with the reason. PIPL art. 47 (deletion when the aim is reached, on
withdrawal, or when unlawful) and art. 50 (the request is answered with reasons); domain.md 3.6. What the request itself says of
a person is erased with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.domain.deadline import Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import Step, folding, irregular
from commandcenter.domain.privacy import Signature
from commandcenter.domain.term import Term, deadline_of, term_in
from commandcenter.domain.value import replace, whole

REASONS = ("request", "retention", "unlawful")
"""The citizen asks for it; the time of keeping is over; it should never have been recorded."""
STAGES = ("listed", "first", "signed", "done", "declined")
MOST_CASES = 500
"""So many cases stand on one list, which two people read through."""


@dataclass(frozen=True, slots=True)
class ErasureRequest:
    """The folded state. ``asker`` and ``words`` are private; ``counts`` tells what was erased (cases, files).

    ``cleared_at`` is when files beside the journal were gone through: ``cleared`` counts the printed copies and backups that
    were removed, ``backup`` names the new one, ``removed`` those that went, ``left`` those that could not be removed.
    """

    subject: str = ""
    known: bool = False
    number: str = ""
    mode: Mode = REAL
    opened_at: int = 0
    closed_at: int | None = None
    reason: str = "request"
    cases: tuple[str, ...] = ()
    asker: str = ""
    words: str = ""
    signatures: tuple[Signature, ...] = ()
    done_at: int | None = None
    declined_at: int | None = None
    why: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    cleared_at: int | None = None
    cleared: Mapping[str, int] = field(default_factory=dict)
    backup: str = ""
    removed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    term: Term | None = None
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the request."""
        return self.subject.partition("/")[2]

    @property
    def parent(self) -> str:
        """It belongs to no other matter."""
        return ""

    @property
    def stage(self) -> str:
        """One of ``STAGES``; empty before it is known."""
        if self.done_at is not None:
            return "done"
        if self.declined_at is not None:
            return "declined"
        return ("listed", "first", "signed")[min(2, len(self.signatures))] if self.known else ""

    @property
    def open(self) -> bool:
        """Neither carried out nor declined."""
        return self.known and self.closed_at is None


def deadlines(state: ErasureRequest) -> list[Deadline]:
    """The clock toward whoever asked: answered, whichever way, within the office's limit."""
    if not state.known or state.term is None:
        return []
    return [deadline_of("answer_request", state.term, state.raised, met_at=state.closed_at)]


# --- folding ------------------------------------------------------------------------------------------------------


def _cases(fact: Fact) -> tuple[str, ...]:
    told = fact.body.get("cases")
    return tuple(map(str, told)) if isinstance(told, list | tuple) else ()


def _opened(state: ErasureRequest, fact: Fact) -> ErasureRequest:
    if state.known:
        return irregular(state, fact, "opened_twice")
    number, reason = fact.body.get("number"), fact.body.get("reason")
    return replace(
        state,
        known=True,
        number=number if isinstance(number, str) else "",
        opened_at=fact.happened_at,
        reason=reason if reason in REASONS else "request",
        cases=tuple(dict.fromkeys((*state.cases, *_cases(fact)))),
        asker=fact.words("asker"),
        words=fact.words("words"),
        term=term_in(fact.body.get("term")),
    )


def _added(state: ErasureRequest, fact: Fact) -> ErasureRequest:
    return replace(state, cases=tuple(dict.fromkeys((*state.cases, *_cases(fact)))), signatures=())


def _dropped(state: ErasureRequest, fact: Fact) -> ErasureRequest:
    return replace(state, cases=tuple(case for case in state.cases if case != fact.body.get("case")), signatures=())


def _signed(state: ErasureRequest, fact: Fact) -> ErasureRequest:
    person = str(fact.body.get("person", ""))
    if any(one.person == person for one in state.signatures):
        return irregular(state, fact, "already_recorded")
    return replace(state, signatures=(*state.signatures, Signature(fact.happened_at, person)))


def _counts(told: object) -> dict[str, int]:
    if not isinstance(told, Mapping):
        return {}
    return {str(name): count for name, value in told.items() if (count := whole(value)) is not None}


def _done(state: ErasureRequest, fact: Fact) -> ErasureRequest:
    counts = _counts(fact.body.get("counts"))
    return replace(state, done_at=fact.happened_at, closed_at=fact.happened_at, counts=counts)


def _cleared(state: ErasureRequest, fact: Fact) -> ErasureRequest:
    def names(name: str) -> tuple[str, ...]:
        told = fact.body.get(name)
        return tuple(map(str, told)) if isinstance(told, list | tuple) else ()

    return replace(
        state,
        cleared_at=fact.happened_at,
        cleared=_counts(fact.body.get("counts")),
        backup=str(fact.body.get("backup", "")),
        removed=names("removed"),
        left=names("left"),
    )


def _declined(state: ErasureRequest, fact: Fact) -> ErasureRequest:
    return replace(state, declined_at=fact.happened_at, closed_at=fact.happened_at, why=fact.words("words"))


_STEPS: Mapping[str, Step[ErasureRequest]] = {
    "cases_added": _added,
    "case_dropped": _dropped,
    "signed": _signed,
    "done": _done,
    "cleared": _cleared,
    "declined": _declined,
}

apply = folding(_opened, _STEPS)
"""The fold. A step out of order is kept and marked."""
