"""A residents' proposal (居民提案): raised, discussed in the hall, put to the vote, adopted, carried out, rated.

A result stands only when turnout and share are recorded, and a trial (先尝后买) ends with a survey of those concerned.
Source: domain.md 1-18, 2-13, 2-W2, 2-W5, 2.12; threshold two thirds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.domain.deadline import Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import Step, folding, gone, irregular, may_go, opened_at
from commandcenter.domain.term import Term, deadline_of, reminder_of, term_in
from commandcenter.domain.value import replace, whole

STAGES = ("raised", "discussed", "voted", "adopted", "rejected", "carried_out", "closed", "withdrawn")
"""提出, 议事, 表决, 立项, 未通过, 落实, 评价结束, 撤回."""

MOVES: Mapping[str, tuple[str, ...]] = {
    "raised": ("discussed", "withdrawn"),
    "discussed": ("discussed", "voted", "withdrawn"),
    "voted": ("voted", "adopted", "rejected", "discussed"),
    "adopted": ("carried_out", "withdrawn"),
    "rejected": ("discussed", "closed"),
    "carried_out": ("carried_out", "closed"),
}
"""What may follow. A vote may be held again; what was rejected may be discussed anew."""

PLATFORMS = (
    "courtyard_hall",
    "neighbours_hall",
    "opinion_post",
    "judge_point",
    "property_hall",
    "app",
    "mobile_desk",
    "other",
)
"""Where it came up: 小院议事厅, 老街坊议事厅, 民情驿站, 法官联系点, 物业议事党支部, APP, 移动办公桌, 其他 (domain.md 2-13)."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as it was counted. ``least_share`` and ``least_turnout`` are the per cent in force on that day."""

    at: int
    eligible: int
    cast: int
    in_favour: int
    against: int
    least_share: float
    least_turnout: float

    @property
    def abstained(self) -> int:
        """Votes that were cast for neither."""
        return self.cast - self.in_favour - self.against

    @property
    def turnout(self) -> float:
        """Per cent of those entitled that voted; 0 when nobody is."""
        return 100 * self.cast / self.eligible if self.eligible else 0.0

    @property
    def share(self) -> float:
        """Per cent of the votes cast that are in favour; 0 when none was cast."""
        return 100 * self.in_favour / self.cast if self.cast else 0.0

    @property
    def passed(self) -> bool:
        """Enough came and enough of them are in favour. Both limits are reached by being equal."""
        return self.cast > 0 and self.turnout >= self.least_turnout and self.share >= self.least_share


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting on the proposal: how many came, what was said (epoch milliseconds)."""

    at: int
    people: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The folded state of a proposal. ``supporters`` counts those who raised it."""

    subject: str = ""
    known: bool = False
    number: str = ""
    mode: Mode = REAL
    stage: str = ""
    opened_at: int = 0
    closed_at: int | None = None
    platform: str = "other"
    community: str = ""
    place: str = ""
    unit: str = ""
    case: str = ""
    problem: str = ""
    supporters: int = 1
    title: str = ""
    text: str = ""
    proposer: str = ""
    phone: str = ""
    talks: tuple[Talk, ...] = ()
    votes: tuple[Vote, ...] = ()
    term: Term | None = None
    trial: Term | None = None
    surveyed_at: int | None = None
    done_at: int | None = None
    satisfied: int | None = None
    asked: int | None = None
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the proposal."""
        return self.subject.partition("/")[2]

    @property
    def parent(self) -> str:
        """The community it comes from."""
        return self.community

    @property
    def open(self) -> bool:
        """Still under way."""
        return self.known and self.stage not in ("closed", "withdrawn")

    @property
    def vote(self) -> Vote | None:
        """The vote that counts: the last one."""
        return self.votes[-1] if self.votes else None


def may_move(state: Proposal, stage: str) -> bool:
    """Whether the proposal may go to ``stage`` now."""
    return may_go(state, stage, MOVES)


def deadlines(state: Proposal) -> list[Deadline]:
    """The clocks: the day by which what was adopted is carried out, and the survey at the end of a trial."""
    if not state.known:
        return []
    rows = []
    stopped = state.stage in ("withdrawn", "closed", "rejected")
    if state.term is not None:
        rows.append(deadline_of("carry_out", state.term, state.raised, met_at=state.done_at, stopped=stopped))
    if state.trial is not None:
        at, met = state.trial.due_at, state.surveyed_at
        rows.append(reminder_of("survey", state.trial, at, state.raised, met_at=met, stopped=stopped))
    return rows


# --- folding ------------------------------------------------------------------------------------------------------
_CODES = ("community", "place", "unit", "case", "problem")
_WORDS = ("title", "text", "proposer", "phone")


def _move(state: Proposal, fact: Fact, stage: str) -> Proposal:
    return gone(state, fact, stage, MOVES)


def _opened(state: Proposal, fact: Fact) -> Proposal:
    return opened_at(state, fact, "raised", _amended)


def _amended(state: Proposal, fact: Fact) -> Proposal:
    body = fact.body
    changes: dict[str, object] = {name: body[name] for name in _CODES if isinstance(body.get(name), str)}
    if body.get("platform") in PLATFORMS:
        changes["platform"] = body["platform"]
    supporters = whole(body.get("supporters"))
    if supporters is not None:
        changes["supporters"] = max(1, supporters)
    for name in _WORDS:
        if isinstance((fact.private or {}).get(name), str):
            changes[name] = fact.words(name)
    return replace(state, **changes)


def _discussed(state: Proposal, fact: Fact) -> Proposal:
    people = whole(fact.body.get("people"))
    talk = Talk(fact.happened_at, people if people is None or people >= 0 else None, fact.words("words"))
    return replace(_move(state, fact, "discussed"), talks=(*state.talks, talk))


def _voted(state: Proposal, fact: Fact) -> Proposal:
    counts = [whole(fact.body.get(name)) for name in ("eligible", "cast", "in_favour", "against")]
    least = [fact.body.get(name) for name in ("least_share", "least_turnout")]
    if any(count is None or count < 0 for count in counts) or not all(
        isinstance(share, int | float) and not isinstance(share, bool) and 0 <= share <= 100 for share in least
    ):
        return irregular(state, fact, "vote_wrong")
    vote = Vote(fact.happened_at, *counts, *map(float, least))  # type: ignore[arg-type]
    return replace(_move(state, fact, "voted"), votes=(*state.votes, vote))


def _adopted(state: Proposal, fact: Fact) -> Proposal:
    trial, term = term_in(fact.body.get("trial")), term_in(fact.body.get("term"))
    unit = fact.body.get("unit")
    return replace(
        _move(state, fact, "adopted"), term=term, trial=trial, unit=unit if isinstance(unit, str) else state.unit
    )


def _rejected(state: Proposal, fact: Fact) -> Proposal:
    return _move(state, fact, "rejected")


def _carried_out(state: Proposal, fact: Fact) -> Proposal:
    return replace(_move(state, fact, "carried_out"), done_at=fact.happened_at)


def _surveyed(state: Proposal, fact: Fact) -> Proposal:
    asked, satisfied = whole(fact.body.get("asked")), whole(fact.body.get("satisfied"))
    return replace(state, surveyed_at=fact.happened_at, asked=asked, satisfied=satisfied)


def _ended(state: Proposal, fact: Fact) -> Proposal:
    return replace(_move(state, fact, fact.verb), closed_at=fact.happened_at)


def _noted(state: Proposal, fact: Fact) -> Proposal:
    return state


_STEPS: Mapping[str, Step[Proposal]] = {
    "amended": _amended,
    "discussed": _discussed,
    "voted": _voted,
    "adopted": _adopted,
    "rejected": _rejected,
    "carried_out": _carried_out,
    "surveyed": _surveyed,
    "closed": _ended,
    "withdrawn": _ended,
    "noted": _noted,
}

apply = folding(_opened, _STEPS)
"""The fold. A step out of order is kept and marked."""
