"""The search: places and people that answer to what was typed, and whom to call first for a place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from commandcenter.domain.leadership import KEEPERS
from commandcenter.domain.roster import CHIEFS, Appointment, Directory, Holder, Person, Place, beginning, matching
from commandcenter.domain.whereabouts import NOWHERE, Whereabouts
from commandcenter.ui.roster.tree import target_of
from commandcenter.ui.shell.finder import marks_in

MOST_FOUND = 30


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A place or person that answers to what was typed. ``marks`` are (start, length) parts of the name."""

    place: str
    person: str
    name: str
    detail: str
    kind: str
    marks: tuple[tuple[int, int], ...]
    phone: str = ""
    rank: int = 0

    @property
    def key(self) -> str:
        """Place and person together."""
        return f"{self.place}|{self.person}"


def find(directory: Directory, text: str, there: Whereabouts = NOWHERE) -> list[FoundRow]:
    """Places and people by name, phone or pinyin initials; what begins with the text comes first, places before people.

    ``there`` is the place an address in the text means (a street with a number, an estate, a landmark): it stands first.
    """
    text = text.strip()
    if not text:
        return []
    found = [_found_place(directory, place, text) for place in directory.places.values() if _answers(place, text)]
    found += [
        _found_person(directory, person, text)
        for person in directory.people.values()
        if person.active and (matching(person.initials, person.name, text) or _in_phone(text, person.phone))
    ]
    found = sorted(found, key=lambda row: (row.rank, row.name))[:MOST_FOUND]
    place = directory.places.get(there.place.id) if there.place is not None else None
    if place is None or any(row.name == there.words for row in found):
        return found
    told = replace(_found_place(directory, place, text), name=there.words, marks=())
    return [told, *(row for row in found if row.key != told.key)]


def _answers(place: Place, text: str) -> bool:
    return place.active and place.kind != "grid" and matching(place.initials, place.name, text)


def _in_phone(text: str, phone: str) -> bool:
    digits = text.replace("-", "").replace(" ", "")
    return len(digits) >= 3 and digits.isdigit() and digits in phone.replace("-", "")


def _rank(name: str, spelt: str, text: str) -> int:
    return len(name) if beginning(spelt, name, text) else 100 + len(name)


def _found_place(directory: Directory, place: Place, text: str) -> FoundRow:
    holder = leading(directory, place)
    person = (holder.reached or holder.person) if holder else None
    rank = _rank(place.name, place.initials, text) - (5 if place.kind in ("street", "alley") else 0)
    return FoundRow(
        place=place.id,
        person="",
        name=place.name,
        detail=person.name if person else "",
        kind=place.kind,
        marks=marks_in(place.name, place.initials, text),
        phone=person.phone if person else "",
        rank=rank,
    )


def _found_person(directory: Directory, person: Person, text: str) -> FoundRow:
    post = first_post(directory, person.id)
    at = directory.places.get(post.target.partition("/")[2]) if post and post.target.startswith("place/") else None
    return FoundRow(
        place=at.id if at else "",
        person=person.id,
        name=person.name,
        detail=at.name if at else person.post,
        kind=post.role if post else "person",
        marks=marks_in(person.name, person.initials, text),
        phone=person.phone,
        rank=40 + _rank(person.name, person.initials, text),
    )


def leading(directory: Directory, place: Place) -> Holder | None:
    """Whom to call first for a place: its keeper, its chief, where that post is vacant the deputy, then the secretary.

    Whoever is away with somebody to stand in comes before whoever is away without.
    """
    if place.kind == "community":
        holders = directory.holders(f"unit/{place.id}", "secretary")
    else:
        answering = directory.answers_for(place)
        others = (answering.chief, *answering.deputies, answering.secretary)
        own = directory.holders(target_of(place.id), *KEEPERS, *CHIEFS)
        holders = (*own, *(one for one in others if one is not None))
    return next((one for one in holders if one.reached is not None), holders[0] if holders else None)


def first_post(directory: Directory, person: str) -> Appointment | None:
    """The post a person is best known by: one at a place before one at a unit or the office."""
    posts = directory.posts_of(person)
    return next((post for post in posts if post.target.startswith("place/")), next(iter(posts), None))
