"""The supervision whistle (监督管理哨): one cycle about one department, from the list to the rectification.

On the list → reminded (at most three times) → the department's report → evidence out of the journal → told to the leader
in charge → the committee's evaluation → letter to the district → rectification, and then the next cycle. Bodies that are
asked (请) are evaluated in words and never graded or ranked. Source: domain.md 1-32, 2.2.3, 2.11, 2.13.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain.appraisal import GRADES
from commandcenter.domain.deadline import Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.evidence import SORTS as EVIDENCE_SORTS
from commandcenter.domain.evidence import VERDICTS, CaseFigures, Line
from commandcenter.domain.matter import Step, folding, irregular
from commandcenter.domain.term import Term, deadline_of, reminder_of, term_in
from commandcenter.domain.value import whole

STAGES = ("listed", "reminded", "reported", "collected", "briefed", "evaluated", "lettered", "rectifying")
"""S0 … S7 in order; ``closed`` comes after them."""

SORTS = ("landed", "statutory", "effect")
"""What is supervised: tasks of city and district that land in the street, statutory duties, the effect of daily work."""

MOST_REMINDERS = 3
FULL_MARKS = 100
RANKED = ("direct", "dispatch")


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter on the list: its sort and what it is about."""

    id: str
    sort: str
    words: str


@dataclass(frozen=True, slots=True)
class Nudge:
    """A reminder to the department: which one, until when, what was said, who blew."""

    ordinal: int
    at: int
    words: str
    by: str
    channel: str
    term: Term | None


@dataclass(frozen=True, slots=True)
class Report:
    """What the department reported, and who of it; ``silent``: it reported nothing though it was reminded three times."""

    at: int
    words: str
    name: str
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Briefing:
    """The leader in charge was told: who, in which meeting, what was said."""

    at: int
    leader: str
    meeting: str
    words: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The committee's collective opinion: who took part, marks by sort, the weights of that day, the grade, the words."""

    at: int
    members: tuple[str, ...]
    marks: Mapping[str, int]
    weights: Mapping[str, float]
    grade: str
    words: str

    @property
    def total(self) -> float | None:
        """Σ weight × marks ÷ Σ weight over the sorts that were marked; None when none was."""
        return weighted(self.marks, self.weights)


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter to the district: its number, when, to whom."""

    at: int
    number: str
    receiver: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be put right: until when, and what became of it."""

    id: str
    words: str
    term: Term | None
    done_at: int | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class Supervision:
    """The folded state of one cycle about one department."""

    subject: str = ""
    known: bool = False
    number: str = ""
    mode: Mode = REAL
    unit: str = ""
    relation: str = "request"
    previous: str = ""
    following: str = ""
    opened_at: int = 0
    opened_by: str = ""
    matters: tuple[Matter, ...] = ()
    nudges: tuple[Nudge, ...] = ()
    report: Report | None = None
    collected_at: int | None = None
    period: tuple[int, int] = (0, 0)
    lines: tuple[Line, ...] = ()
    cases: CaseFigures = field(default_factory=CaseFigures)
    briefing: Briefing | None = None
    evaluation: Evaluation | None = None
    letter: Letter | None = None
    rectifying_at: int | None = None
    items: tuple[Item, ...] = ()
    closed_at: int | None = None
    closing: str = ""
    terms: Mapping[str, Term] = field(default_factory=dict)
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the cycle."""
        return self.subject.partition("/")[2]

    @property
    def parent(self) -> str:
        """The cycle before; empty for the first."""
        return self.previous

    @property
    def ranked(self) -> bool:
        """Whether the department may be graded at all."""
        return self.relation in RANKED

    @property
    def stage(self) -> str:
        """Where the cycle stands: one of ``STAGES``, or ``closed``."""
        told = (
            (self.closed_at is not None, "closed"),
            (self.rectifying_at is not None, "rectifying"),
            (self.letter is not None, "lettered"),
            (self.evaluation is not None, "evaluated"),
            (self.briefing is not None, "briefed"),
            (self.collected_at is not None, "collected"),
            (self.report is not None, "reported"),
            (bool(self.nudges), "reminded"),
            (self.known, "listed"),
        )
        return next((stage for holds, stage in told if holds), "")

    @property
    def blowers(self) -> frozenset[str]:
        """Who put the department on the list or reminded it."""
        return frozenset(who for who in (self.opened_by, *(nudge.by for nudge in self.nudges)) if who)

    @property
    def against(self) -> tuple[Line, ...]:
        """The lines that are held against the department."""
        return tuple(line for line in self.lines if line.against)

    @property
    def open_items(self) -> tuple[Item, ...]:
        """What still has to be put right."""
        return tuple(item for item in self.items if item.done_at is None)


def weighted(marks: Mapping[str, int], weights: Mapping[str, float]) -> float | None:
    """The weighted marks: Σ weight × marks ÷ Σ weight, over the sorts that were marked and have a weight."""
    both = [sort for sort in SORTS if sort in marks and weights.get(sort, 0) > 0]
    whole_weight = sum(weights[sort] for sort in both)
    return sum(weights[sort] * marks[sort] for sort in both) / whole_weight if both else None


def deadlines(state: Supervision) -> list[Deadline]:
    """The clocks: each reminder until the report, the letter after the evaluation, each item that is to be put right."""
    if not state.known:
        return []
    rows = []
    stopped = state.closed_at is not None
    met = state.report.at if state.report is not None else None
    for place, nudge in enumerate(state.nudges):
        if nudge.term is None:
            continue
        name = f"reminder:{nudge.ordinal}"
        over = stopped or place < len(state.nudges) - 1
        if state.ranked:
            rows.append(deadline_of(name, nudge.term, state.raised, met_at=met, stopped=over))
        else:
            rows.append(reminder_of(name, nudge.term, nudge.term.due_at, state.raised, met_at=met, stopped=over))
    if "letter" in state.terms:
        sent = state.letter.at if state.letter is not None else None
        rows.append(deadline_of("letter", state.terms["letter"], state.raised, met_at=sent, stopped=stopped))
    for item in state.items:
        if item.term is not None:
            name = f"rectify:{item.id}"
            rows.append(deadline_of(name, item.term, state.raised, met_at=item.done_at, stopped=stopped))
    return rows


# --- folding ------------------------------------------------------------------------------------------------------


def _opened(state: Supervision, fact: Fact) -> Supervision:
    body = fact.body
    if state.known:
        return irregular(state, fact, "opened_twice")
    words = (fact.private or {}).get("matters")
    told = words if isinstance(words, Mapping) else {}
    sorts = body.get("matters")
    matters = tuple(
        Matter(str(key), str(sort), str(told.get(key, "")))
        for key, sort in (sorts.items() if isinstance(sorts, Mapping) else ())
        if sort in SORTS
    )
    return replace(
        state,
        known=True,
        number=str(body.get("number", "")),
        unit=str(body.get("unit", "")),
        relation=str(body.get("relation", "request")),
        previous=str(body.get("previous", "")),
        opened_at=fact.happened_at,
        opened_by=fact.actor,
        matters=(*matters, *state.matters),
    )


def _matter_added(state: Supervision, fact: Fact) -> Supervision:
    key, sort = str(fact.body.get("id", "")), str(fact.body.get("sort", ""))
    if sort not in SORTS or any(matter.id == key for matter in state.matters):
        return irregular(state, fact, "matter_wrong")
    return replace(state, matters=(*state.matters, Matter(key, sort, fact.words("words"))))


def _reminded(state: Supervision, fact: Fact) -> Supervision:
    nudge = Nudge(
        len(state.nudges) + 1,
        fact.happened_at,
        fact.words("words"),
        fact.actor,
        fact.channel,
        term_in(fact.body.get("term")),
    )
    return replace(state, nudges=(*state.nudges, nudge))


def _reported(state: Supervision, fact: Fact) -> Supervision:
    silent = fact.body.get("silent") is True
    return replace(state, report=Report(fact.happened_at, fact.words("words"), fact.words("name"), silent))


def _collected(state: Supervision, fact: Fact) -> Supervision:
    body = fact.body
    told = body.get("lines")
    lines = tuple(line for one in told if (line := _line(one))) if isinstance(told, list | tuple) else ()
    figures = body.get("cases")
    counts = {
        name: whole(figures.get(name)) or 0 if isinstance(figures, Mapping) else 0 for name in CaseFigures.__slots__
    }
    period = (whole(body.get("start")) or 0, whole(body.get("until")) or 0)
    return replace(state, collected_at=fact.happened_at, period=period, lines=lines, cases=CaseFigures(**counts))


def _line(told: object) -> Line | None:
    if not isinstance(told, Mapping) or told.get("sort") not in EVIDENCE_SORTS or told.get("verdict") not in VERDICTS:
        return None
    return Line(
        sort=str(told["sort"]),
        source=str(told.get("source", "")),
        number=str(told.get("number", "")),
        at=whole(told.get("at")) or 0,
        verdict=str(told["verdict"]),
        due_at=whole(told.get("due_at")),
        done_at=whole(told.get("done_at")),
        reason=str(told.get("reason", "")),
        urged=whole(told.get("urged")) or 0,
        moved=whole(told.get("moved")) or 0,
    )


def _briefed(state: Supervision, fact: Fact) -> Supervision:
    told = (fact.words(name) for name in ("leader", "meeting", "words"))
    return replace(state, briefing=Briefing(fact.happened_at, *told))


def _evaluated(state: Supervision, fact: Fact) -> Supervision:
    body = fact.body
    members = body.get("members")
    grade = body.get("grade")
    evaluation = Evaluation(
        at=fact.happened_at,
        members=tuple(map(str, members)) if isinstance(members, list | tuple) else (),
        marks={sort: mark for sort, value in _pairs(body.get("marks")) if (mark := whole(value)) is not None},
        weights={sort: float(value) for sort, value in _pairs(body.get("weights")) if _positive(value)},
        grade=grade if grade in GRADES else "",
        words=fact.words("words"),
    )
    return _with_term(replace(state, evaluation=evaluation), fact, "letter")


def _pairs(told: object) -> list[tuple[str, Any]]:
    return [(sort, told[sort]) for sort in SORTS if sort in told] if isinstance(told, Mapping) else []


def _positive(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= FULL_MARKS


def _with_term(state: Supervision, fact: Fact, name: str) -> Supervision:
    term = term_in(fact.body.get("term"))
    return replace(state, terms={**state.terms, name: term}) if term is not None else state


def _lettered(state: Supervision, fact: Fact) -> Supervision:
    letter = Letter(fact.happened_at, str(fact.body.get("letter", "")), fact.words("receiver"))
    return replace(state, letter=letter)


def _rectification_opened(state: Supervision, fact: Fact) -> Supervision:
    terms = fact.body.get("items")
    words = (fact.private or {}).get("items")
    told = words if isinstance(words, Mapping) else {}
    items = tuple(
        Item(str(key), str(told.get(key, "")), term_in(term))
        for key, term in (terms.items() if isinstance(terms, Mapping) else ())
    )
    return replace(state, rectifying_at=fact.happened_at, items=items)


def _rectified(state: Supervision, fact: Fact) -> Supervision:
    key = str(fact.body.get("id", ""))
    if not any(item.id == key for item in state.items):
        return irregular(state, fact, "item_unknown")
    items = tuple(
        replace(item, done_at=fact.happened_at, result=fact.words("words")) if item.id == key else item
        for item in state.items
    )
    return replace(state, items=items)


def _closed(state: Supervision, fact: Fact) -> Supervision:
    following = str(fact.body.get("following", ""))
    return replace(state, closed_at=fact.happened_at, closing=fact.words("words"), following=following)


_STEPS: Mapping[str, Step[Supervision]] = {
    "matter_added": _matter_added,
    "reminded": _reminded,
    "reported": _reported,
    "collected": _collected,
    "briefed": _briefed,
    "evaluated": _evaluated,
    "lettered": _lettered,
    "rectification_opened": _rectification_opened,
    "rectified": _rectified,
    "closed": _closed,
}

apply = folding(_opened, _STEPS)
"""The fold. A step out of order is kept and marked."""
