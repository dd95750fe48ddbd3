"""A call list: who is to be called, in which order, and who was reached. Every tick is an event, so that desks share it.

The list is drawn up from the roster of its moment and stays as it was drawn; whoever is on leave is replaced by who stands
in, and each person stands in it once, however many posts they hold. Source: domain.md 2.5 (叫应), 5.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.number import RESULTS
from commandcenter.domain.roster import PLACE_KINDS, ROLES, Directory, Holder

ORDERS = ("line", "place")
"""By the line of leadership (leaders and secretaries, chiefs, deputies, stewards, keepers), or place by place."""

_LINE = ("leader", "head", "secretary", "street_chief", "alley_chief", "deputy", "grid_worker", "steward")


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody to be called, and for which post. ``instead_of`` is whom they stand in for (a person), or empty."""

    person: str
    target: str = ""
    role: str = ""
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """One call: who was called, what came of it (``number.RESULTS``), when, who called."""

    id: EventId
    person: str
    result: str
    at: int
    actor: str = ""
    words: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class CallList:
    """The folded state of a call list."""

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    opened_at: int = 0
    closed_at: int | None = None
    title: str = ""
    about: str = ""
    actor: str = ""
    lines: tuple[Line, ...] = ()
    ticks: tuple[Tick, ...] = ()
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The part of the subject behind the family."""
        return self.subject.partition("/")[2]

    @property
    def parent(self) -> str:
        """A call list belongs to nothing but its office."""
        return ""

    @property
    def number(self) -> str:
        """A call list has no number."""
        return ""

    @property
    def stage(self) -> str:
        """open, closed."""
        return "open" if self.closed_at is None else "closed"

    def tick(self, person: str) -> Tick | None:
        """The call that counts for a person: the last one, of two at the same moment the one written last."""
        calls = self.calls(person)
        return max(calls, key=lambda one: one.at) if calls else None

    def calls(self, person: str) -> tuple[Tick, ...]:
        """Every call of a person that was not taken back, in the order in which they were written."""
        return tuple(one for one in self.ticks if one.person == person and not one.struck)

    def reached(self) -> int:
        """How many of the list were reached."""
        return sum(1 for line in self.lines if (tick := self.tick(line.person)) and tick.result == "reached")

    def next_person(self) -> str:
        """Whom to call next: the first who was not called, then who was not reached, fewest tries first; empty at the end."""
        waiting = []
        for place, line in enumerate(self.lines):
            tick = self.tick(line.person)
            if tick is None or tick.result == "no_answer":
                waiting.append((len(self.calls(line.person)), place, line.person))
        return min(waiting)[2] if waiting else ""


def apply(state: CallList, fact: Fact) -> CallList:
    """Fold one fact; never raises."""
    verb, body = fact.verb, fact.body
    state = replace(state, subject=fact.subject)
    if verb == "drawn_up":
        return replace(
            state,
            known=True,
            opened_at=fact.happened_at,
            title=fact.words("title"),
            about=str(body.get("about", "")),
            actor=fact.actor,
            lines=_joined(state.lines, lines_told(body.get("lines"))),
        )
    if verb == "added":
        return replace(state, lines=_joined(state.lines, lines_told(body.get("lines"))))
    if verb == "ticked" and body.get("result") in RESULTS and isinstance(body.get("person"), str):
        tick = Tick(fact.id, body["person"], body["result"], fact.happened_at, fact.actor, fact.words("words"))
        return replace(state, ticks=(*state.ticks, tick))
    if verb == "unticked" and fact.corrects is not None:
        ticks = tuple(replace(one, struck=True) if one.id == fact.corrects else one for one in state.ticks)
        return replace(state, ticks=ticks)
    if verb == "closed":
        return replace(state, closed_at=fact.happened_at)
    if verb == "reopened":
        return replace(state, closed_at=None)
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


def lines_told(told: Any) -> tuple[Line, ...]:
    """Lines out of the body of an event; what is none is left out."""
    return tuple(
        Line(*(str(line.get(name, "")) for name in ("person", "target", "role", "instead_of")))
        for line in (told if isinstance(told, list | tuple) else ())
        if isinstance(line, Mapping) and isinstance(line.get("person"), str) and line["person"]
    )


def _joined(before: Sequence[Line], more: Iterable[Line]) -> tuple[Line, ...]:
    kept = {line.person: line for line in before}
    for line in more:
        kept.setdefault(line.person, line)
    return tuple(kept.values())


# --- who is to be called -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Drawn:
    """A list as it would be drawn up: its lines, and the posts whose holder is away with nobody to call instead."""

    lines: tuple[Line, ...]
    uncovered: tuple[Holder, ...]


def below(directory: Directory, target: str) -> tuple[str, ...]:
    """A subject and all that lies below it: a street's alleys and houses, a community's everything, the office's everything."""
    family, _, key = target.partition("/")
    places = [place for place in directory.places.values() if place.active]
    places.sort(key=lambda place: (PLACE_KINDS.index(place.kind) if place.kind in PLACE_KINDS else 99, place.id))
    if family == "office":
        units = {post.target for post in directory.appointments if post.target.startswith("unit/")}
        return (target, *sorted(units), *(f"place/{place.id}" for place in places))
    if family != "place" or key not in directory.places:
        return (target,)
    kind = directory.places[key].kind
    if kind == "community":
        kept = [place.id for place in places if place.community == key]
        return (f"unit/{key}", target, *(f"place/{one}" for one in kept if one != key))
    if kind == "grid":
        streets = {place.id for place in places if key in place.grids and place.kind != "community"}
        kept = [place.id for place in places if place.id in streets or place.street in streets]
        return (target, *(f"place/{one}" for one in kept if one != key))
    found, wanted = [key], [key]
    while wanted:
        street = wanted.pop(0)
        more = [place.id for place in places if place.street == street and place.id not in found]
        found += more
        wanted += more
    return tuple(f"place/{one}" for one in found)


def drawn(directory: Directory, targets: Iterable[str], roles: Sequence[str] = (), order: str = "line") -> Drawn:
    """Who is to be called for some subjects (only those of ``roles`` when given), each person once, in one of ``ORDERS``."""
    holders = [holder for target in dict.fromkeys(targets) for holder in directory.holders(target, *roles)]
    if order == "line":
        ranks = {role: rank for rank, role in enumerate((*_LINE, *(one for one in ROLES if one not in _LINE)))}
        holders.sort(key=lambda holder: ranks.get(holder.role, len(ranks)))
    lines: dict[str, Line] = {}
    uncovered = []
    for holder in holders:
        person = holder.reached
        if person is None:
            uncovered.append(holder)
            continue
        instead = holder.person.id if person.id != holder.person.id else ""
        lines.setdefault(person.id, Line(person.id, holder.target, holder.role, instead))
    return Drawn(tuple(lines.values()), tuple(uncovered))
