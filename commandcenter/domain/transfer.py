"""Transfer of people (转移安置): who should move, who moved, who is sheltered, with relatives, refused or back.

One record a household (or a courtyard, until its households are told apart). Each entry moves a number of people from one
state to another, so that the numbers add up by themselves: should = waiting + moved + sheltered + elsewhere + refused +
returned. What two desks tell twice is kept and counted as ``over``; what a head count finds is a difference. Source:
domain.md 2.12, 3.2 (Emergency Response Law art. 11: whom to think of first), 5.4 (应到/实到), 5.6 F11.

Names, phones, addresses and words are private; counts, states and places of the roster are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.value import whole

STAGES = ("should", "contacted", "moved", "sheltered", "relatives", "returned", "refused")
"""应转 → 已联系 → 已转出 → 已安置, 投亲, 已返回, 拒转."""

MOVES: Mapping[str, tuple[str, ...]] = {
    "should": ("contacted", "moved", "sheltered", "relatives", "refused"),
    "contacted": ("moved", "sheltered", "relatives", "refused"),
    "moved": ("sheltered", "relatives", "returned"),
    "sheltered": ("relatives", "returned"),
    "relatives": ("returned",),
    "returned": ("moved",),
    "refused": ("contacted", "moved", "sheltered", "relatives"),
}
"""What may follow: steps may be left out, nobody goes back in the middle; who refused may still be persuaded."""

WAITING = ("should", "contacted")
OUT = ("moved", "sheltered", "relatives", "returned")
"""Who left the danger, whatever came after."""

PRIORITIES = ("minor", "elderly", "disabled", "pregnant", "treatment")
"""Whom to think of first, in the order of the law; the default order of the list."""


@dataclass(frozen=True, slots=True)
class Step:
    """An entry: ``people`` (None: unknown) went from ``source`` to ``to``. ``struck`` marks one that was taken back."""

    id: EventId
    at: int
    source: str
    to: str
    people: int | None = None
    place: str = ""
    place_words: str = ""
    helper: str = ""
    words: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Household:
    """The folded state of one line of the list. ``people`` None: how many they are is not known.

    ``spread`` is how many are in each state now, ``over`` how many were told twice. ``checked`` is the last head count.
    """

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    opened_at: int = 0
    address: str = ""
    name: str = ""
    phone: str = ""
    words: str = ""
    helper: str = ""
    households: int = 1
    people: int | None = None
    priority: tuple[str, ...] = ()
    place: str = ""
    place_words: str = ""
    steps: tuple[Step, ...] = ()
    spread: Mapping[str, int] = field(default_factory=dict)
    over: int = 0
    checked: int | None = None
    checked_at: int | None = None
    struck_at: int | None = None
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def parent(self) -> str:
        """The id of the whistle."""
        return self.subject.partition("/")[2].partition("/")[0]

    @property
    def number(self) -> str:
        """A household has no number."""
        return ""

    @property
    def stage(self) -> str:
        """The state of those who are least far; ``struck`` for a line taken off the list."""
        if self.struck_at is not None:
            return "struck"
        if self.people is None:
            standing = [step.to for step in self.steps if not step.struck]
            return standing[-1] if standing else "should"
        return next((name for name in STAGES if self.spread.get(name, 0) > 0), "should")

    @property
    def waiting(self) -> int | None:
        """How many have not moved, refused or gone elsewhere yet; None when that is not known."""
        if self.people is None:
            return None if self.stage in WAITING else 0
        return sum(self.spread.get(name, 0) for name in WAITING)

    @property
    def out(self) -> int:
        """How many left the danger."""
        return sum(self.spread.get(name, 0) for name in OUT)

    @property
    def difference(self) -> int:
        """By how many the numbers do not agree: told twice, more moved than there are, or another head count."""
        there = sum(self.spread.get(name, 0) for name in ("moved", "sheltered"))
        counted = abs(self.checked - there) if self.checked is not None else 0
        return self.over + counted

    @property
    def closed_at(self) -> int | None:
        """When the last of them was back, with relatives or had refused; None while somebody waits or is sheltered."""
        if self.struck_at is not None:
            return self.struck_at
        standing = [step.at for step in self.steps if not step.struck]
        done = self.stage in ("relatives", "returned", "refused") and self.difference == 0
        return max(standing) if standing and done else None


def apply(state: Household, fact: Fact) -> Household:
    """Fold one fact; never raises."""
    verb, body = fact.verb, fact.body
    state = replace(state, subject=fact.subject, mode=DRILL if fact.mode == DRILL else REAL)
    if verb in ("listed", "amended"):
        return _spread(_listed(state, fact))
    if verb == "stepped":
        step = Step(
            id=fact.id,
            at=fact.happened_at,
            source=_stage(body.get("from")),
            to=_stage(body.get("to")),
            people=_count(body.get("people")),
            place=str(body.get("place", "")),
            place_words=fact.words("place_words"),
            helper=fact.words("helper"),
            words=fact.words("words"),
        )
        state = replace(
            state,
            steps=(*state.steps, step),
            place=step.place or ("" if step.place_words else state.place),
            place_words=step.place_words or ("" if step.place else state.place_words),
            helper=step.helper or state.helper,
            people=step.people if state.people is None and step.source in WAITING else state.people,
            checked=None,
        )
        return _spread(state)
    if verb == "checked":
        return replace(state, checked=_count(body.get("people")), checked_at=fact.happened_at)
    if verb == "struck":
        if fact.corrects is None:
            return replace(state, struck_at=fact.happened_at, spread={})
        steps = tuple(replace(one, struck=True) if one.id == fact.corrects else one for one in state.steps)
        return _spread(replace(state, steps=steps, checked=None))
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


def _stage(value: object) -> str:
    return value if isinstance(value, str) and value in STAGES else "should"


def _count(value: object) -> int | None:
    number = whole(value)
    return None if number is None or number < 0 else number


def _listed(state: Household, fact: Fact) -> Household:
    body = fact.body
    priority = body.get("priority")
    return replace(
        state,
        known=True,
        opened_at=state.opened_at if state.known else fact.happened_at,
        address=fact.words("address", state.address),
        name=fact.words("name", state.name),
        phone=fact.words("phone", state.phone),
        words=fact.words("words", state.words),
        helper=fact.words("helper", state.helper),
        place=str(body.get("place", state.place)),
        place_words=fact.words("place_words", state.place_words),
        households=max(1, whole(body.get("households", state.households)) or 1),
        people=_count(body["people"]) if "people" in body else state.people,
        priority=tuple(name for name in PRIORITIES if name in priority)
        if isinstance(priority, list | tuple)
        else state.priority,
    )


def _spread(state: Household) -> Household:
    """Count anew who is where, from what was listed and every entry that stands, in the order of the fold."""
    if state.people is None:
        return replace(state, spread={}, over=0)
    counts = {"should": state.people}
    over = 0
    for step in state.steps:
        if step.struck:
            continue
        there = counts.get(step.source, 0)
        wanted = there if step.people is None else step.people
        taken = min(there, wanted)
        counts[step.source] = there - taken
        counts[step.to] = counts.get(step.to, 0) + taken
        over += wanted - taken
    return replace(state, spread={name: n for name, n in counts.items() if n}, over=over)


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of a list. ``people`` are those whose number is known, ``unknown`` the households whose is not."""

    households: int = 0
    people: int = 0
    unknown: int = 0
    stages: Mapping[str, int] = field(default_factory=dict)
    first: int = 0
    difference: int = 0

    @property
    def waiting(self) -> int:
        """How many have still to move."""
        return sum(self.stages.get(name, 0) for name in WAITING)

    @property
    def out(self) -> int:
        """How many left the danger: the number to propose as *evacuated*."""
        return sum(self.stages.get(name, 0) for name in OUT)


def tally(lines: Iterable[Household]) -> Tally:
    """Add up a list. ``first`` counts the people of households with somebody to think of first who still wait."""
    households = people = unknown = first = difference = 0
    stages: dict[str, int] = {}
    for line in lines:
        if not line.known or line.struck_at is not None:
            continue
        households += line.households
        difference += line.difference
        if line.people is None:
            unknown += line.households
            continue
        people += line.people
        for name, count in line.spread.items():
            stages[name] = stages.get(name, 0) + count
        if line.priority:
            first += line.waiting or 0
    return Tally(households, people, unknown, stages, first, difference)


def out_by(lines: Iterable[Household], at: int) -> int:
    """How many had left the danger at a moment, as far as entered."""
    total = 0
    for line in lines:
        if line.known and line.struck_at is None:
            past = replace(line, steps=tuple(step for step in line.steps if step.at <= at))
            total += _spread(past).out
    return total


def in_order(lines: Iterable[Household]) -> list[Household]:
    """The list as it is read: who waits first, those to think of first before the others, then as they were entered."""
    kept = [line for line in lines if line.known and line.struck_at is None]
    return sorted(kept, key=lambda line: (line.waiting == 0, _rank(line), line.opened_at, line.subject))


def _rank(line: Household) -> int:
    return min((PRIORITIES.index(name) for name in line.priority), default=len(PRIORITIES))
