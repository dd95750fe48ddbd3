"""A topic (专题): one word over all years, its hazard points, the report, the repairs, the look-back before each season.

Words → points that were told of in two years or more → hazards (point, cause, likelihood, expected period, consequence,
who repairs, measure) → special report → one case a point, before anybody complains → look-back before the season → the
season compared with the former one. Sources: domain.md 2-05 (three questions of a hazard), 1-13, 2-W4, 2.12 (hazard).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.domain.command import unique
from commandcenter.domain.deadline import REMINDER, Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import Step, folding, irregular
from commandcenter.domain.value import whole

STAGES = ("opened", "listed", "reported", "dispatched", "looked_back", "measured", "closed")
LIKELIHOODS = ("high", "medium", "low")
PROGRESS = ("found", "assessed", "dispatched", "repairing", "repaired", "cleared", "long_term")
"""发现 → 评估 → 派出 → 整改 → 修好 → 销号, or 长期 (domain.md 2.12)."""

LOOKS = ("fine", "recurred", "unseen")
"""What a look-back found: it holds, it came back, nobody could look."""

MOST_HAZARDS = 400
SMALLEST_SHARE = 10
"""Below so many cases only counts are told, never a share (domain.md 2.13)."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked for: one of ``include`` must be there, none of ``exclude`` may; ``categories`` empty takes every kind."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Season:
    """The months the matter comes in, each with its first and last month included; it may pass the turn of the year."""

    first: int = 6
    last: int = 9

    @property
    def months(self) -> tuple[int, ...]:
        """The months in order."""
        if self.first <= self.last:
            return tuple(range(self.first, self.last + 1))
        return (*range(self.first, 13), *range(1, self.last + 1))

    def starts(self, year: int) -> int:
        """The first instant of the season that begins in a year (epoch milliseconds)."""
        return at_local(date(year, self.first, 1))

    def ends(self, year: int) -> int:
        """The first instant after the season that begins in a year."""
        last_year = year if self.first <= self.last else year + 1
        return at_local(date(last_year + (self.last == 12), self.last % 12 + 1, 1))


MOST_OF_THEM = 0.6
"""A season that is proposed holds at least this share of the cases; a rule of thumb of this program, and only a proposal."""

FEWEST_FOR_A_SEASON = 12


def season_in(by_month: Mapping[str, int]) -> Season | None:
    """The shortest run of months of the year, round its turn if need be, in which most of the cases came; of equal ones the fullest.

    ``by_month`` counts cases by ``2026-07``. None where there are fewer than a dozen, or no half of the year stands out.
    """
    counts = [0] * 12
    for month, count in by_month.items():
        counts[int(month[5:7]) - 1] += count
    of = sum(counts)
    if of < FEWEST_FOR_A_SEASON:
        return None
    for length in range(1, 7):
        held = [sum(counts[(first + at) % 12] for at in range(length)) for first in range(12)]
        if max(held) >= MOST_OF_THEM * of:
            first = held.index(max(held))
            return Season(first + 1, (first + length - 1) % 12 + 1)
    return None


@dataclass(frozen=True, slots=True)
class Look:
    """One look-back at a point."""

    at: int
    year: int
    found: str
    words: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Hazard:
    """A hazard point. ``place`` is a place id, ``point`` its address in words; ``times`` how often it was told of, in which ``years``.

    ``expected`` says when it comes (words), ``repairer`` is a unit, ``due_at`` until when it is to be put right. ``other_cases``
    are cases that another desk dispatched for it at the same time.
    """

    id: str
    place: str = ""
    point: str = ""
    community: str = ""
    times: int = 0
    years: tuple[int, ...] = ()
    evidence: tuple[str, ...] = ()
    cause: str = ""
    likelihood: str = ""
    expected: str = ""
    consequence: str = ""
    repairer: str = ""
    measure: str = ""
    progress: str = "found"
    due_at: int | None = None
    repaired_at: int | None = None
    case: str = ""
    other_cases: tuple[str, ...] = ()
    looks: tuple[Look, ...] = ()
    dropped: bool = False

    @property
    def assessed(self) -> bool:
        """Whether the three questions are answered and somebody is to repair it."""
        return bool(self.likelihood and self.repairer)

    def look(self, year: int) -> Look | None:
        """The last look-back of a season's year."""
        return next((one for one in reversed(self.looks) if one.year == year), None)


@dataclass(frozen=True, slots=True)
class Study:
    """What a study counted: cases by (year, month), points, points of two years or more; when, over which years."""

    at: int
    cases: int
    points: int
    repeated: int
    repeated_cases: int
    by_month: Mapping[str, int]
    excluded: int = 0

    def year(self, year: int) -> int:
        """The cases of a year."""
        return sum(count for month, count in self.by_month.items() if month.startswith(f"{year:04d}-"))


@dataclass(frozen=True, slots=True)
class Effect:
    """A season beside the former one: the same words, the same months. All are counts of cases.

    ``repaired`` and ``unrepaired`` are (points, told of before, told of after) of the listed points.
    """

    at: int
    year: int
    until: int
    before: int
    after: int
    repaired: tuple[int, int, int]
    unrepaired: tuple[int, int, int]
    elsewhere: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Round:
    """A look-back before a season: until when, and when it was finished."""

    year: int
    set_at: int
    due_at: int
    done_at: int | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """The folded state of a topic."""

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    number: str = ""
    name: str = ""
    words: Words = field(default_factory=Words)
    season: Season = field(default_factory=Season)
    opened_at: int = 0
    opened_by: str = ""
    studies: tuple[Study, ...] = ()
    hazards: tuple[Hazard, ...] = ()
    reported_at: tuple[int, ...] = ()
    dispatched_at: int | None = None
    rounds: tuple[Round, ...] = ()
    effects: tuple[Effect, ...] = ()
    closed_at: int | None = None
    closing: str = ""
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the topic."""
        return self.subject.partition("/")[2]

    @property
    def parent(self) -> str:
        """A topic is a matter of its own."""
        return ""

    @property
    def points(self) -> tuple[Hazard, ...]:
        """The hazards that stand."""
        return tuple(one for one in self.hazards if not one.dropped)

    @property
    def study(self) -> Study | None:
        """The newest study."""
        return self.studies[-1] if self.studies else None

    @property
    def effect(self) -> Effect | None:
        """The newest comparison of seasons."""
        return self.effects[-1] if self.effects else None

    def hazard(self, key: str) -> Hazard | None:
        """A hazard by its id."""
        return next((one for one in self.hazards if one.id == key), None)

    @property
    def stage(self) -> str:
        """How far it has come: one of ``STAGES``."""
        told = (
            (self.closed_at is not None, "closed"),
            (bool(self.effects), "measured"),
            (any(one.done_at is not None for one in self.rounds), "looked_back"),
            (self.dispatched_at is not None, "dispatched"),
            (bool(self.reported_at), "reported"),
            (bool(self.points), "listed"),
            (self.known, "opened"),
        )
        return next((stage for holds, stage in told if holds), "")


def deadlines(state: Topic) -> list[Deadline]:
    """The clocks: each repair until its day, each look-back until its season, with a reminder at half of the way."""
    if not state.known:
        return []
    rows = []
    stopped = state.closed_at is not None

    def row(name: str, start: int, due: int, met: int | None, over: bool) -> None:
        rows.append(Deadline(name, start, due, met, over and met is None, state.raised.get(name, Raised())))

    for one in state.points:
        if one.due_at is not None and one.case:
            start = state.dispatched_at if state.dispatched_at is not None else state.opened_at
            row(f"repair:{one.id}", start, one.due_at, one.repaired_at, stopped or one.progress == "long_term")
    for turn in state.rounds:
        row(f"lookback:{turn.year}", turn.set_at, turn.due_at, turn.done_at, stopped)
        half = turn.set_at + (turn.due_at - turn.set_at) // 2
        row(f"{REMINDER}lookback:{turn.year}", turn.set_at, half, turn.done_at, stopped)
    return rows


def next_season(season: Season, now: int) -> int:
    """The year of the season that begins next, or has begun less than a day ago."""
    year = local_date(now).year
    return year if season.starts(year) + DAY > now else year + 1


# --- folding ------------------------------------------------------------------------------------------------------


def _texts(value: object) -> tuple[str, ...]:
    return unique(str(one) for one in value if str(one).strip()) if isinstance(value, list | tuple) else ()


def _opened(state: Topic, fact: Fact) -> Topic:
    if state.known:
        return irregular(state, fact, "opened_twice")
    state = replace(
        state,
        known=True,
        number=str(fact.body.get("number", "")),
        opened_at=fact.happened_at,
        opened_by=fact.actor,
    )
    return _amended(state, fact)


def _amended(state: Topic, fact: Fact) -> Topic:
    body = fact.body
    words = state.words
    words = Words(
        _texts(body["include"]) if "include" in body else words.include,
        _texts(body["exclude"]) if "exclude" in body else words.exclude,
        _texts(body["categories"]) if "categories" in body else words.categories,
    )
    first, last = (_month(body.get(name)) for name in ("first", "last"))
    season = Season(first or state.season.first, last or state.season.last)
    return replace(state, name=str(body.get("name", state.name)), words=words, season=season)


def _month(value: object) -> int | None:
    month = whole(value)
    return month if month is not None and 1 <= month <= 12 else None


def _count(value: object) -> int:
    return max(0, whole(value) or 0)


def _studied(state: Topic, fact: Fact) -> Topic:
    body = fact.body
    months = body.get("by_month")
    by_month = {str(key): _count(value) for key, value in months.items()} if isinstance(months, Mapping) else {}
    cases, points, repeated, both, excluded = (
        _count(body.get(name)) for name in ("cases", "points", "repeated", "repeated_cases", "excluded")
    )
    study = Study(fact.happened_at, cases, points, repeated, both, by_month, excluded)
    return replace(state, studies=(*state.studies, study))


def _hazard_listed(state: Topic, fact: Fact) -> Topic:
    body = fact.body
    key = str(body.get("id", ""))
    if not key or state.hazard(key) is not None or len(state.hazards) >= MOST_HAZARDS:
        return irregular(state, fact, "hazard_wrong")
    years = body.get("years")
    hazard = Hazard(
        id=key,
        place=str(body.get("place", "")),
        point=fact.words("point"),
        community=str(body.get("community", "")),
        times=_count(body.get("times")),
        years=tuple(sorted({year for one in years if (year := whole(one)) is not None}))
        if isinstance(years, list | tuple)
        else (),
        evidence=_texts(body.get("evidence")),
    )
    return replace(state, hazards=(*state.hazards, hazard))


Change = Callable[[Hazard, Fact], Hazard]


def _on_hazard(change: Change) -> Callable[[Topic, Fact], Topic]:
    def step(state: Topic, fact: Fact) -> Topic:
        key = str(fact.body.get("id", ""))
        if state.hazard(key) is None:
            return irregular(state, fact, "hazard_unknown")
        kept = tuple(change(one, fact) if one.id == key else one for one in state.hazards)
        return replace(state, hazards=kept)

    return step


def _assessed(one: Hazard, fact: Fact) -> Hazard:
    body = fact.body
    changes: dict[str, Any] = {
        name: text
        for name in ("cause", "expected", "consequence", "measure", "point")
        if isinstance(text := (fact.private or {}).get(name), str)
    }
    if body.get("likelihood") in LIKELIHOODS:
        changes["likelihood"] = body["likelihood"]
    if isinstance(body.get("repairer"), str):
        changes["repairer"] = body["repairer"]
    if (due := whole(body.get("due_at"))) is not None:
        changes["due_at"] = due
    one = replace(one, **changes)
    return replace(one, progress="assessed") if one.progress == "found" and one.assessed else one


def _progressed(one: Hazard, fact: Fact) -> Hazard:
    progress = fact.body.get("progress")
    if progress not in PROGRESS:
        return one
    repaired = one.repaired_at
    if progress in ("repaired", "cleared"):
        repaired = repaired if repaired is not None else fact.happened_at
    elif progress in ("found", "assessed", "dispatched", "repairing"):
        repaired = None
    return replace(one, progress=str(progress), repaired_at=repaired)


def _hazard_dispatched(one: Hazard, fact: Fact) -> Hazard:
    case = str(fact.body.get("case", ""))
    others = unique((*one.other_cases, one.case)) if one.case not in ("", case) else one.other_cases
    return replace(one, case=case, other_cases=others, progress="dispatched", repaired_at=None)


def _looked(one: Hazard, fact: Fact) -> Hazard:
    found = fact.body.get("found")
    if found not in LOOKS:
        return one
    look = Look(fact.happened_at, _count(fact.body.get("year")), str(found), fact.words("words"), fact.actor)
    return replace(one, looks=(*one.looks, look))


def _dropped(one: Hazard, _fact: Fact) -> Hazard:
    return replace(one, dropped=True)


def _dispatched(state: Topic, fact: Fact) -> Topic:
    state = _on_hazard(_hazard_dispatched)(state, fact)
    return state if state.dispatched_at is not None else replace(state, dispatched_at=fact.happened_at)


def _issued(state: Topic, fact: Fact) -> Topic:
    return replace(state, reported_at=(*state.reported_at, fact.happened_at))


def _scheduled(state: Topic, fact: Fact) -> Topic:
    year, due = whole(fact.body.get("year")), whole(fact.body.get("due_at"))
    if year is None or due is None:
        return irregular(state, fact, "round_wrong")
    before = next((one for one in state.rounds if one.year == year), None)
    fresh = Round(year, fact.happened_at, due, before.done_at if before else None)
    rest = [one for one in state.rounds if one.year != year]
    return replace(state, rounds=tuple(sorted((*rest, fresh), key=lambda one: one.year)))


def _round_done(state: Topic, fact: Fact) -> Topic:
    year = whole(fact.body.get("year"))
    if not any(one.year == year for one in state.rounds):
        return irregular(state, fact, "round_unknown")
    return replace(
        state,
        rounds=tuple(
            replace(one, done_at=fact.happened_at) if one.year == year and one.done_at is None else one
            for one in state.rounds
        ),
    )


def _measured(state: Topic, fact: Fact) -> Topic:
    body = fact.body

    def counts(name: str, many: int) -> tuple[int, ...]:
        told = body.get(name)
        found = [_count(one) for one in told] if isinstance(told, list | tuple) else []
        return tuple((*found, *(0,) * many)[:many])

    effect = Effect(
        at=fact.happened_at,
        year=_count(body.get("year")),
        until=_count(body.get("until")),
        before=_count(body.get("before")),
        after=_count(body.get("after")),
        repaired=counts("repaired", 3),  # type: ignore[arg-type]
        unrepaired=counts("unrepaired", 3),  # type: ignore[arg-type]
        elsewhere=counts("elsewhere", 2),  # type: ignore[arg-type]
    )
    return replace(state, effects=(*state.effects, effect))


def _closed(state: Topic, fact: Fact) -> Topic:
    return replace(state, closed_at=fact.happened_at, closing=fact.words("words"))


_STEPS: Mapping[str, Step[Topic]] = {
    "amended": _amended,
    "studied": _studied,
    "hazard_listed": _hazard_listed,
    "hazard_assessed": _on_hazard(_assessed),
    "hazard_dropped": _on_hazard(_dropped),
    "progressed": _on_hazard(_progressed),
    "looked_back": _on_hazard(_looked),
    "dispatched": _dispatched,
    "issued": _issued,
    "look_back_set": _scheduled,
    "look_back_done": _round_done,
    "measured": _measured,
    "closed": _closed,
}

apply = folding(_opened, _STEPS)
"""The fold. A step out of order is kept and marked."""
