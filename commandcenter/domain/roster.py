"""The roster: places, people and who answers for which place.

Street chief → alley chief → stewards and the two keepers (domain.md 1-07, 1-15…1-17, 2-07, 2-08). One person may hold
several posts; a post that ends is retired, so old incidents still show the people of their day.

``Directory`` is the roster of one instant. ``Directory.at`` gives that of another: it is cut from everything that was ever
entered (``roster_history``). Who is away is told with every post, together with who stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol

from commandcenter.domain.absence import Absence, spell
from commandcenter.domain.address import RANK, AddressBook
from commandcenter.domain.record import demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.spelling import spelt_at
from commandcenter.domain.value import whole

PLACE_KINDS = (
    *("community", "grid", "street", "alley", "building", "site", "assembly", "shelter", "landmark"),
    *("post_site", "store"),
)
ROLES = (
    "street_chief",
    "alley_chief",
    "deputy",
    "steward",
    "building_keeper",
    "unit_keeper",
    "grid_worker",
    "secretary",
    "leader",
    "head",
    "clerk",
    "member",
)
CHIEFS = ("street_chief", "alley_chief")
LEADING = (*CHIEFS, "secretary", "head")
"""The posts a deputy deputises for: whoever is given one is no deputy of their own."""

_GENERIC = frozenset("街路巷胡同里大小北南东西一二三四号院楼社区道中")


@dataclass(frozen=True, slots=True)
class Goods:
    """What a store holds: the thing, how many, and what is counted (个, 箱, 吨)."""

    item: str
    quantity: int
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its kind, the community it lies in, the street it belongs to and what to know about it.

    ``capacity`` is for how many people a shelter has room, ``goods`` what a store holds. Of a resident unit: ``phone`` is
    its control room by day and night, ``keys`` who has them, ``papers`` where its plans lie (domain.md 1-16). It is there
    from ``since`` (0 = as long as anybody knows) until ``until`` (epoch milliseconds).
    """

    id: str
    name: str
    kind: str
    community: str = ""
    street: str = ""
    grids: tuple[str, ...] = ()
    length_m: float | None = None
    note: str = ""
    initials: str = ""
    active: bool = True
    capacity: int | None = None
    goods: tuple[Goods, ...] = ()
    since: int = 0
    until: int | None = None
    phone: str = ""
    keys: str = ""
    papers: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the roster.

    ``verified_at`` is when the number was last proved by a call that reached this person (None = never, or the number has
    changed since); ``checked_at`` and ``check`` tell the last call that was to prove it, whatever came of it.
    """

    id: str
    name: str
    phone: str
    post: str = ""
    initials: str = ""
    has_pin: bool = False
    active: bool = True
    verified_at: int | None = None
    checked_at: int | None = None
    check: str = ""
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A post: who does what for which place or unit, from ``since`` until ``until`` (epoch milliseconds; None = it lasts).

    ``target`` is a subject: a place, a unit, a group, a party branch, the office.
    """

    id: str
    person: str
    role: str
    target: str
    rank: int = 0
    since: int = 0
    note: str = ""
    until: int | None = None

    def covers(self, instant: int) -> bool:
        """Whether it is in force at an instant."""
        return self.since <= instant and (self.until is None or instant < self.until)


@dataclass(frozen=True, slots=True)
class Holder:
    """A post with the person in it, ready to be shown and called. ``away``: not there; ``stand_in`` then, if anybody."""

    role: str
    person: Person
    rank: int = 0
    note: str = ""
    target: str = ""
    appointment: str = ""
    since: int = 0
    away: Absence | None = None
    stand_in: Person | None = None
    until: int | None = None

    @property
    def reached(self) -> Person | None:
        """Who is to be called: the holder, or who stands in; None when nobody does."""
        return self.stand_in if self.away is not None else self.person


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for a place. Empty where the roster has a hole: unknown is shown, never guessed."""

    place: Place
    street: Place | None
    community: Place | None
    chief: Holder | None
    deputies: tuple[Holder, ...]
    stewards: tuple[Holder, ...]
    keepers: tuple[Holder, ...]
    secretary: Holder | None
    assembly: Place | None


@dataclass(frozen=True, slots=True)
class Acting:
    """Who answers for a place in fact, and why: a role held there (``deputy`` while there is no chief to ask), or ``stand_in``.

    ``holder`` is the post by which it is so; where somebody stands in, the post they stand in for.
    """

    person: Person
    because: str
    holder: Holder


class Dated(Protocol):
    """Everything that was ever entered into the roster."""

    @property
    def tenures(self) -> tuple[Appointment, ...]:
        """Every post anybody ever held, those in force included."""

    @property
    def absences(self) -> tuple[Absence, ...]:
        """Every absence, those to come included."""

    def at(self, instant: int) -> Directory:
        """The roster of an instant."""


@dataclass(frozen=True)
class Directory:
    """A snapshot of the roster, built once after each change and asked many times.

    ``appointments`` and ``absences`` are those in force. Without a ``history`` every day looks like this one.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    appointments: tuple[Appointment, ...] = ()
    absences: tuple[Absence, ...] = ()
    history: Dated | None = field(default=None, compare=False, repr=False)

    def at(self, instant: int) -> Directory:
        """The roster as it was, or will be, at an instant (epoch milliseconds)."""
        return self if self.history is None else self.history.at(instant)

    @cached_property
    def _by_target(self) -> dict[str, list[Holder]]:
        found: dict[str, list[Holder]] = {}
        for post in self.appointments:
            person = self.people.get(post.person)
            if person is not None:
                away = self._away.get(person.id)
                told = (post.note, post.target, post.id, post.since)
                holder = Holder(post.role, person, post.rank, *told, away, until=post.until)
                found.setdefault(post.target, []).append(holder)
        for target, holders in found.items():
            leads = {one.person.id for one in holders if one.role in LEADING}
            holders = found[target] = [one for one in holders if one.role != "deputy" or one.person.id not in leads]
            holders.sort(
                key=lambda holder: (_role_rank(holder.role), holder.rank, holder.person.name, holder.person.id)
            )
        if self._away:
            for target, holders in found.items():
                found[target] = [
                    replace(holder, stand_in=self._stands_in(holder, holders)) if holder.away else holder
                    for holder in holders
                ]
        return found

    @cached_property
    def _away(self) -> dict[str, Absence]:
        """Who is away; of several absences at once the one begun last counts."""
        return {one.person: one for one in sorted(self.absences, key=lambda one: (one.since, one.id))}

    def away(self, person: str) -> Absence | None:
        """The absence somebody is on."""
        return self._away.get(person)

    def stands_in(self, holder: Holder) -> Person | None:
        """Who stands in at a post whose holder is away; None when the holder is there, or nobody does.

        Whoever the absence names (and if they are away, whoever theirs names); else the first deputy of a chief.
        """
        return self._stands_in(holder, self._by_target.get(holder.target, ()))

    def _stands_in(self, holder: Holder, beside: Iterable[Holder]) -> Person | None:
        seen = {holder.person.id}
        away = self._away.get(holder.person.id)
        if away is None:
            return None
        while away is not None and away.substitute and away.substitute not in seen:
            seen.add(away.substitute)
            found = self.people.get(away.substitute)
            away = self._away.get(away.substitute)
            if away is None and found is not None and found.active:
                return found
        if holder.role not in CHIEFS:
            return None
        return next(
            (
                one.person
                for one in beside
                if one.role == "deputy" and one.person.id not in self._away and one.person.id != holder.person.id
            ),
            None,
        )

    @cached_property
    def _by_street(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for place in self.places.values():
            if place.street and place.active:
                found.setdefault(place.street, []).append(place)
        return found

    @cached_property
    def addresses(self) -> AddressBook:
        """The names of all places, to be found in what somebody says. With the map it knows more: ``Reference.addresses``."""
        return AddressBook(self)

    def holders(self, target: str, *roles: str) -> tuple[Holder, ...]:
        """The holders of posts at a subject (``place/J07``, ``unit/A1``), only of ``roles`` when given."""
        return tuple(holder for holder in self._by_target.get(target, ()) if not roles or holder.role in roles)

    def posts_of(self, person: str) -> tuple[Appointment, ...]:
        """All posts a person holds."""
        return tuple(post for post in self.appointments if post.person == person)

    def locate(self, text: str) -> Place | None:
        """The place a text names, the most telling name first (``address.py``). None when the text names none."""
        return self.addresses.place(text)

    def suggested(self, text: str, most: int = 4) -> tuple[Place, ...]:
        """Places whose name or initials hold what was typed, those that begin with it first, short names before long ones."""
        wanted = re.sub(r"\s+", "", text).lower()
        found = [
            place
            for place in self.places.values()
            if place.active and place.kind in RANK and matching(place.initials, place.name, wanted)
        ]

        def rank(place: Place) -> tuple[bool, int, str]:
            return not beginning(place.initials, place.name, wanted), len(place.name), place.id

        return tuple(sorted(found, key=rank)[:most])

    def similar(self, place: Place) -> tuple[Place, ...]:
        """Streets and alleys that a tired ear could take for ``place``: they share a telling character, or begin alike in pinyin."""
        telling = set(place.name) - _GENERIC
        sounds = _first_letters(place)
        near = [
            other
            for other in self.streets()
            if other.id != place.id and (telling & set(other.name) or sounds & _first_letters(other))
        ]
        return tuple(sorted(near, key=lambda other: (-len(telling & set(other.name)), other.id))[:4])

    def street_of(self, place: Place) -> Place | None:
        """The street or alley a place belongs to."""
        return place if place.kind in ("street", "alley") else self.places.get(place.street)

    def answers_for(self, place: Place) -> Answering:
        """Who answers for ``place``: its street's chief and team, its own keepers, the community's secretary."""
        street = self.street_of(place)
        community = (
            place
            if place.kind == "community"
            else self.places.get(place.community) or (self.places.get(street.community) if street else None)
        )
        target = f"place/{street.id}" if street else ""
        own = f"place/{place.id}"
        keepers = self.holders(own, "building_keeper", "unit_keeper")
        if street is not None and street.id == place.id:
            keepers = tuple(
                holder
                for below in self._by_street.get(street.id, ())
                for holder in self.holders(f"place/{below.id}", "building_keeper", "unit_keeper")
            )
        secretary = self.holders(f"unit/{community.id}", "secretary") if community else ()
        chiefs = self.holders(target, *CHIEFS)
        return Answering(
            place=place,
            street=street,
            community=community,
            chief=chiefs[0] if chiefs else None,
            deputies=self.holders(target, "deputy"),
            stewards=self.holders(target, "steward"),
            keepers=keepers,
            secretary=secretary[0] if secretary else None,
            assembly=self.assembly_for(community.id) if community else None,
        )

    def acting_for(self, place: Place) -> Acting | None:
        """Who answers for a place in fact; None where the roster has nobody.

        The chief of its street, or who stands in; without a chief who can be asked a deputy; then the same of the street an
        alley opens on (he leads the alley chiefs); then the community's secretary, or who stands in.
        """
        street = self.street_of(place)
        seen: set[str] = set()
        while street is not None and street.id not in seen:
            seen.add(street.id)
            target = f"place/{street.id}"
            for holder in (*self.holders(target, *CHIEFS), *self.holders(target, "deputy")):
                if holder.reached is not None:
                    return Acting(holder.reached, "stand_in" if holder.away else holder.role, holder)
            street = self.places.get(street.street)
        community = self.answers_for(place).community
        for holder in self.holders(f"unit/{community.id}", "secretary") if community else ():
            if holder.reached is not None:
                return Acting(holder.reached, "stand_in" if holder.away else holder.role, holder)
        return None

    def assembly_for(self, community: str) -> Place | None:
        """The community's assembly point."""
        return next(
            (
                place
                for place in self.places.values()
                if place.kind == "assembly" and place.community == community and place.active
            ),
            None,
        )

    def of_kind(self, *kinds: str, community: str = "") -> tuple[Place, ...]:
        """The places in use of some kinds; those of a community first when one is named."""
        kept = (place for place in self.places.values() if place.kind in kinds and place.active)
        return tuple(sorted(kept, key=lambda place: (place.community != community, kinds.index(place.kind), place.id)))

    def streets(self) -> tuple[Place, ...]:
        """Every street and alley in use, in order of their codes."""
        kept = (place for place in self.places.values() if place.kind in ("street", "alley") and place.active)
        return tuple(sorted(kept, key=lambda place: place.id))

    def below(self, street: str) -> Sequence[Place]:
        """Buildings and sites that belong to a street."""
        return self._by_street.get(street, ())

    def vacancies(self) -> tuple[Place, ...]:
        """Streets and alleys without a chief (domain.md 1-07: no street without a chief)."""
        return tuple(street for street in self.streets() if not self.holders(f"place/{street.id}", *CHIEFS))


def _role_rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


def _first_letters(place: Place) -> set[str]:
    return {spelt for spelt in place.initials.split() if not spelt.startswith("=")}


def matching(initials: str, name: str, wanted: str) -> bool:
    """Whether a name answers to what was typed: a part of the name, or of how it is spelt (``spelling``)."""
    wanted = wanted.strip().lower()
    return bool(wanted) and (wanted in name.lower() or spelt_at(initials, wanted) is not None)


def beginning(initials: str, name: str, wanted: str) -> bool:
    """Whether a name, or how it is spelt, begins with what was typed."""
    wanted = wanted.strip().lower()
    at = spelt_at(initials, wanted)
    return bool(wanted) and (name.lower().startswith(wanted) or (at is not None and at[0] == 0))


def named(fields: Mapping[str, Any]) -> str:
    """The name in a record's fields, trimmed; refuses an empty one."""
    name = str(fields.get("name", "")).strip()
    if not name:
        raise Refused("name_missing")
    return name


@demands("place")
def _check_place(fields: Mapping[str, Any]) -> None:
    named(fields)
    if fields.get("kind") not in PLACE_KINDS:
        raise Refused("place_kind_unknown", kind=fields.get("kind"))
    for line in fields.get("goods") or ():
        if (
            not isinstance(line, Mapping)
            or not str(line.get("item", "")).strip()
            or whole(line.get("quantity")) is None
        ):
            raise Refused("goods_unreadable")
    length = fields.get("length_m")
    if length is not None and (not isinstance(length, int | float) or length < 0):
        raise Refused("length_not_positive")


@demands("person")
def _check_person(fields: Mapping[str, Any]) -> None:
    if not isinstance(fields.get("post", ""), str):
        raise Refused("post_not_text")


@demands("appointment")
def _check_appointment(fields: Mapping[str, Any]) -> None:
    if fields.get("role") not in ROLES:
        raise Refused("role_unknown", role=fields.get("role"))
    if not fields.get("person") or not fields.get("target"):
        raise Refused("appointment_incomplete")
    spell(fields)
