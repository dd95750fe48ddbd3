"""A problem of the bank (基础问题库): a spot, its cause, whose duty it is, how it is solved, when it presses and how badly.

Found → assessed (likelihood, period, consequence) → measured → put right → rechecked → closed, or kept for the long term with
a review date. A problem that comes back is found again under its own number. Source: domain.md 1-13, 2-05, 2.12.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.deadline import Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import Step, folding, gone, irregular, may_go, opened_at
from commandcenter.domain.term import Term, deadline_of, reminder_of, term_in
from commandcenter.domain.value import replace

STAGES = ("found", "assessed", "measured", "corrected", "rechecked", "closed", "long_term")
"""发现, 评估, 措施, 整改, 复查, 销号, 长期."""

MOVES: Mapping[str, tuple[str, ...]] = {
    "found": ("assessed", "closed", "long_term"),
    "assessed": ("assessed", "measured", "closed", "long_term"),
    "measured": ("assessed", "measured", "corrected", "long_term"),
    "corrected": ("rechecked", "measured"),
    "rechecked": ("closed", "found"),
    "closed": ("found",),
    "long_term": ("assessed", "measured", "closed", "long_term"),
}
"""What may follow; a recheck that fails leads back to the measures."""

LIKELIHOODS = CONSEQUENCES = ("high", "middle", "low")
PERIODS = ("all_year", "flood", "heating", "summer", "holiday", "night")
"""When a problem presses: all the year, flood season (June to September), heating season, summer, holidays, at night."""

RISKS = ("high", "middle", "low")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is to be done about it: by which unit, until when, and when it was done (epoch milliseconds)."""

    id: str
    unit: str
    words: str
    term: Term | None
    done_at: int | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """The folded state of a problem. ``cases`` are the cases it was built from and that joined it later."""

    subject: str = ""
    known: bool = False
    number: str = ""
    mode: Mode = REAL
    stage: str = ""
    opened_at: int = 0
    closed_at: int | None = None
    place: str = ""
    community: str = ""
    category: str = ""
    units: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    title: str = ""
    point: str = ""
    cause: str = ""
    duty: str = ""
    path: str = ""
    likelihood: str = ""
    period: str = ""
    consequence: str = ""
    measures: tuple[Measure, ...] = ()
    obstacle: str = ""
    rechecked_at: int | None = None
    recurred: int = 0
    terms: Mapping[str, Term] = field(default_factory=dict)
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the problem."""
        return self.subject.partition("/")[2]

    @property
    def parent(self) -> str:
        """The place it lies at: a new case at the same spot finds it by that. Empty for a spot in words only."""
        return self.place

    @property
    def open(self) -> bool:
        """Not closed: it may still press, also one that is kept for the long term."""
        return self.known and self.stage != "closed"

    @property
    def risk(self) -> str:
        """The worse of the two counts when both are told: high × high is high, low × low low; empty before the assessment."""
        if not self.likelihood or not self.consequence:
            return ""
        marks = LIKELIHOODS.index(self.likelihood) + CONSEQUENCES.index(self.consequence)
        return RISKS[0 if marks <= 1 else 1 if marks <= 2 else 2]

    @property
    def open_measures(self) -> tuple[Measure, ...]:
        """What still has to be done."""
        return tuple(one for one in self.measures if one.done_at is None)


def may_move(state: Problem, stage: str) -> bool:
    """Whether the problem may go to ``stage`` now."""
    return may_go(state, stage, MOVES)


def deadlines(state: Problem) -> list[Deadline]:
    """The clocks: each measure, the recheck after the last of them, the review of one kept for the long term."""
    if not state.known:
        return []
    rows = []
    over = state.stage == "closed"
    for one in state.measures:
        if one.term is not None:
            stopped = over or state.stage == "long_term"
            rows.append(deadline_of(f"measure:{one.id}", one.term, state.raised, met_at=one.done_at, stopped=stopped))
    if "recheck" in state.terms:
        stopped = state.stage != "corrected" and state.rechecked_at is None
        term = state.terms["recheck"]
        rows.append(deadline_of("recheck", term, state.raised, met_at=state.rechecked_at, stopped=stopped or over))
    if "review" in state.terms:
        term, stopped = state.terms["review"], state.stage != "long_term"
        rows.append(reminder_of("problem_review", term, term.due_at, state.raised, stopped=stopped))
    return rows


# --- folding ------------------------------------------------------------------------------------------------------
_CODES = {"likelihood": LIKELIHOODS, "period": PERIODS, "consequence": CONSEQUENCES}
_WORDS = ("title", "point", "cause", "duty", "path")


def _move(state: Problem, fact: Fact, stage: str) -> Problem:
    return gone(state, fact, stage, MOVES)


def _opened(state: Problem, fact: Fact) -> Problem:
    return opened_at(state, fact, "found", _amended)


def _amended(state: Problem, fact: Fact) -> Problem:
    body, changes = fact.body, dict[str, Any]()
    for name in ("place", "community", "category"):
        if isinstance(body.get(name), str):
            changes[name] = body[name]
    for name, codes in _CODES.items():
        if body.get(name) in codes:
            changes[name] = body[name]
    units, cases = body.get("units"), body.get("cases")
    if isinstance(units, list | tuple):
        changes["units"] = tuple(map(str, units))
    if isinstance(cases, list | tuple):
        changes["cases"] = tuple(dict.fromkeys((*state.cases, *map(str, cases))))
    for name in _WORDS:
        if isinstance((fact.private or {}).get(name), str):
            changes[name] = fact.words(name)
    return replace(state, **changes)


def _assessed(state: Problem, fact: Fact) -> Problem:
    return _amended(_move(state, fact, "assessed"), fact)


def _measured(state: Problem, fact: Fact) -> Problem:
    key = str(fact.body.get("id", ""))
    if not key or any(one.id == key for one in state.measures):
        return irregular(state, fact, "measure_wrong")
    one = Measure(key, str(fact.body.get("unit", "")), fact.words("words"), term_in(fact.body.get("term")))
    return replace(_move(state, fact, "measured"), measures=(*state.measures, one))


def _measure_done(state: Problem, fact: Fact) -> Problem:
    key = fact.body.get("id")
    if not any(one.id == key for one in state.measures):
        return irregular(state, fact, "measure_wrong")
    measures = tuple(
        replace(one, done_at=fact.happened_at, result=fact.words("words")) if one.id == key else one
        for one in state.measures
    )
    state = replace(state, measures=measures)
    if state.open_measures or state.stage != "measured":
        return state
    return _with_term(replace(state, stage="corrected", rechecked_at=None), fact, "recheck")


def _rechecked(state: Problem, fact: Fact) -> Problem:
    if fact.body.get("passed") is True:
        return replace(_move(state, fact, "rechecked"), rechecked_at=fact.happened_at)
    return replace(_move(state, fact, "measured"), rechecked_at=fact.happened_at)


def _kept(state: Problem, fact: Fact) -> Problem:
    return _with_term(replace(_move(state, fact, "long_term"), obstacle=fact.words("words")), fact, "review")


def _with_term(state: Problem, fact: Fact, name: str) -> Problem:
    term = term_in(fact.body.get("term"))
    return replace(state, terms={**state.terms, name: term}) if term is not None else state


def _closed(state: Problem, fact: Fact) -> Problem:
    return replace(_move(state, fact, "closed"), closed_at=fact.happened_at)


def _recurred(state: Problem, fact: Fact) -> Problem:
    state = replace(_move(state, fact, "found"), closed_at=None, rechecked_at=None, recurred=state.recurred + 1)
    return _amended(state, fact)


def _case_left(state: Problem, fact: Fact) -> Problem:
    return replace(state, cases=tuple(case for case in state.cases if case != fact.body.get("case")))


def _noted(state: Problem, fact: Fact) -> Problem:
    return state


_STEPS: Mapping[str, Step[Problem]] = {
    "amended": _amended,
    "cases_joined": _amended,
    "case_left": _case_left,
    "assessed": _assessed,
    "measured": _measured,
    "measure_done": _measure_done,
    "rechecked": _rechecked,
    "kept": _kept,
    "closed": _closed,
    "recurred": _recurred,
    "noted": _noted,
}

apply = folding(_opened, _STEPS)
"""The fold. A step out of order is kept and marked."""
