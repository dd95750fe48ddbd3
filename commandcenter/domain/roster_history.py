"""Everything that was ever entered into the roster, and the roster of any day cut from it.

Who held a post when, what an alley was called, which street a house belonged to, who was away: an incident of last year
shows the people of its day. People and places are there before they were entered - a street is older than the list it stands
in - and gone once they were taken out of use; posts and absences have the dates that were told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from commandcenter.domain.absence import Absence
from commandcenter.domain.dated import Span
from commandcenter.domain.roster import Appointment, Directory, Person, Place
from commandcenter.domain.value import whole

MOST_KEPT = 16
"""So many rosters of other days are kept; a list of old incidents asks for the same few again and again."""


@dataclass(frozen=True)
class RosterHistory:
    """Places and people as they stand, with the spans in which they said something else; all posts and absences ever.

    ``places`` and ``people`` hold those taken out of use, too; ``tenures`` one entry for each time a post was held.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    tenures: tuple[Appointment, ...] = ()
    absences: tuple[Absence, ...] = ()
    place_spans: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    person_spans: Mapping[str, Sequence[Span]] = field(default_factory=dict)

    @cached_property
    def _bounds(self) -> list[int]:
        """The instants at which the roster becomes another one, in order."""
        dated: list[Appointment | Absence | Span] = [*self.tenures, *self.absences]
        for spans in (*self.place_spans.values(), *self.person_spans.values()):
            dated += spans
        found = {one.since for one in dated} | {one.until for one in dated if one.until is not None}
        for place in self.places.values():
            found.add(place.since)
            if place.until is not None:
                found.add(place.until)
        return sorted(found)

    @cached_property
    def _kept(self) -> dict[int, Directory]:
        return {}

    def next_change(self, instant: int) -> int | None:
        """When the roster becomes another one after an instant; None when nothing is foreseen."""
        after = bisect_right(self._bounds, instant)
        return self._bounds[after] if after < len(self._bounds) else None

    def at(self, instant: int) -> Directory:
        """The roster of an instant (epoch milliseconds)."""
        part = bisect_right(self._bounds, instant)
        found = self._kept.get(part)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            found = self._kept[part] = self._cut(instant)
        return found

    def _cut(self, instant: int) -> Directory:
        return Directory(
            places={key: self._place(place, instant) for key, place in self.places.items()},
            people={key: self._person(person, instant) for key, person in self.people.items()},
            appointments=tuple(post for post in self.tenures if post.covers(instant)),
            absences=tuple(one for one in self.absences if one.covers(instant)),
            history=self,
        )

    def _place(self, place: Place, instant: int) -> Place:
        spans = self.place_spans.get(place.id, ())
        told = place.since <= instant and (place.until is None or instant < place.until)
        if not spans:
            return place if told == place.active else replace(place, active=told and place.active)
        active = told and in_use(spans, instant)
        return replace(place, active=active, **_stood(standing(spans, instant).fields))

    def _person(self, person: Person, instant: int) -> Person:
        spans = self.person_spans.get(person.id, ())
        if not spans:
            return person
        post = standing(spans, instant).fields.get("post")
        return replace(person, active=in_use(spans, instant), post=post if isinstance(post, str) else person.post)

    def terms_at(self, target: str, *roles: str) -> tuple[Appointment, ...]:
        """Everybody who ever held a post at a subject, the newest first; only of ``roles`` when given."""
        kept = (post for post in self.tenures if post.target == target and (not roles or post.role in roles))
        return newest_first(kept)

    def service_of(self, person: str) -> tuple[Appointment, ...]:
        """Every post a person ever held, or will hold, the newest first."""
        return newest_first(post for post in self.tenures if post.person == person)

    def absences_of(self, person: str) -> tuple[Absence, ...]:
        """Every absence of a person, the newest first."""
        return tuple(sorted((one for one in self.absences if one.person == person), key=lambda one: -one.since))


def newest_first(tenures: Iterable[Appointment]) -> tuple[Appointment, ...]:
    """Those that last before those that ended, then the one begun last first."""
    return tuple(sorted(tenures, key=lambda post: (post.until is not None, -post.since, post.id)))


def standing(spans: Sequence[Span], instant: int) -> Span:
    """What held last at an instant; what held first for an instant before everything."""
    begun = [span for span in spans if span.since <= instant]
    return begun[-1] if begun else spans[0]


def in_use(spans: Sequence[Span], instant: int) -> bool:
    """Whether it was in use: not taken out of use by then, or not entered yet."""
    begun = [span for span in spans if span.since <= instant]
    return not begun or any(span.covers(instant) for span in begun)


def _stood(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a place that tell where it stood."""
    found: dict[str, Any] = {
        name: value for name in ("name", "kind", "community", "street") if isinstance(value := fields.get(name), str)
    }
    grids = fields.get("grids")
    if isinstance(grids, list | tuple):
        found["grids"] = tuple(map(str, grids))
    return found


def spans_told(told: Any) -> tuple[Span, ...]:
    """Spans out of what a projection stores: ``[since, until, fields]`` each; what is none is left out."""
    found = []
    for line in told if isinstance(told, list | tuple) else ():
        if isinstance(line, list | tuple) and len(line) == 3 and isinstance(line[2], Mapping):
            since, until = whole(line[0]), whole(line[1])
            if since is not None:
                found.append(Span(since, until, line[2]))
    return tuple(found)
