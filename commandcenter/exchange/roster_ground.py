"""What the rows of a foreign roster may point at: the roster and the units, and the words to be found in both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from commandcenter.domain.record import Record
from commandcenter.domain.roster import Directory, Place
from commandcenter.domain.unit import unit_of
from commandcenter.exchange.cells import line_of
from commandcenter.exchange.roster_cells import Numbers

_HOUSE = re.compile(r"(?:院|楼|座|单元|\d号)$")
_STREET = re.compile("[街路]$")


@dataclass(frozen=True)
class Ground:
    """What the rows may point at: the roster, the units as records, and the words to be found in both."""

    directory: Directory
    units: Mapping[str, Record] = field(default_factory=dict)

    @cached_property
    def names(self) -> Mapping[str, list[Place]]:
        """Places in use by their plain name."""
        found: dict[str, list[Place]] = {}
        for place in self.directory.places.values():
            if place.active:
                found.setdefault(tight(place.name), []).append(place)
        return found

    @cached_property
    def _beside(self) -> Mapping[tuple[bool, tuple[str, ...]], list[str]]:
        """Plain names of streets or of houses, by the numbers in them."""
        found: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
        for name, places in self.names.items():
            if places[0].kind not in ("community", "grid"):
                found.setdefault((_is_house(places[0].kind), _numbers_in(name)), []).append(name)
        return found

    def names_beside(self, kind: str, name: str) -> Sequence[str]:
        """The plain names one could have been mistaken for: a house is no street, and 3号院 is not 5号院."""
        return self._beside.get((_is_house(kind), _numbers_in(name)), ())

    @cached_property
    def communities(self) -> Mapping[str, str]:
        """Plain name of a community, with and without 社区 → its id."""
        found: dict[str, str] = {}
        for place in self.directory.places.values():
            if place.active and place.kind == "community":
                name = tight(place.name)
                found.setdefault(name, place.id)
                found.setdefault(name.removesuffix("社区"), place.id)
        return found

    @cached_property
    def people(self) -> frozenset[str]:
        """The names of people in use, contacts of units among them."""
        own = {line_of(person.name) for person in self.directory.people.values() if person.active}
        return frozenset(own | {line_of(name) for name, _ in self._contacts} - {""})

    @cached_property
    def _contacts(self) -> Sequence[tuple[str, str]]:
        """Units and their contacts with their numbers."""
        found: list[tuple[str, str]] = []
        for record in self.units.values():
            if record.active:
                unit = unit_of(record)
                found += [(line_of(unit.name), unit.duty_phone), *((one.name, one.phone) for one in unit.contacts)]
        return found

    @cached_property
    def phones(self) -> Mapping[str, Sequence[str]]:
        """Name → the numbers of the people of that name."""
        found: dict[str, list[str]] = {}
        for person in self.directory.people.values():
            if person.active and person.phone:
                found.setdefault(line_of(person.name), []).append(person.phone)
        for name, phone in self._contacts:
            if phone:
                found.setdefault(line_of(name), []).append(phone)
        return found

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers of the roster."""
        return Numbers.of(person.phone for person in self.directory.people.values() if person.active)

    @cached_property
    def unit_names(self) -> Mapping[str, str]:
        """Plain name of a unit in use, whole and without a remark in brackets → its id; one that two share is left out."""
        counted: dict[str, set[str]] = {}
        for key, record in self.units.items():
            if record.active:
                name = tight(str(record.get("name", "")))
                for one in {name, name.partition("(")[0]} - {""}:
                    counted.setdefault(one, set()).add(key)
        return {name: next(iter(keys)) for name, keys in counted.items() if len(keys) == 1}


def tight(text: str) -> str:
    """A name as it is compared: without blanks, brackets narrow."""
    return "".join(line_of(text).split()).replace("（", "(").replace("）", ")")


def kind_of(name: str, role: str) -> str:
    """The kind of a place that is not in the roster, by the role somebody has there, else by the end of its name."""
    by_role = {"building_keeper": "building", "unit_keeper": "site", "grid_worker": "grid"}.get(role, "")
    if by_role:
        return by_role
    return "building" if _HOUSE.search(name) else "street" if _STREET.search(name) else "alley"


def _is_house(kind: str) -> bool:
    return kind not in ("street", "alley")


def _numbers_in(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", name))
