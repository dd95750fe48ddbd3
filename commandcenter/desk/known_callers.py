"""Who may be calling: everybody of the roster and every unit, found by name, initials or number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from commandcenter.domain.number import digits
from commandcenter.domain.roster import matching

if TYPE_CHECKING:
    from commandcenter.domain.roster import Directory
    from commandcenter.domain.unit import Unit

MOST = 8
FEW = 4
"""From so many digits on a number is looked for."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody known: ``key`` is a subject (person or unit), ``more`` what tells them apart."""

    key: str
    name: str
    phone: str
    more: str


class Callers:
    """Everybody who is known, kept for one form."""

    def __init__(self, directory: Directory, units: Mapping[str, Unit]) -> None:
        self._directory, self._units = directory, units

    def by_key(self, key: str) -> Known | None:
        """Somebody by subject."""
        family, _, name = key.partition("/")
        if family == "person" and name in self._directory.people:
            return self._person(name)
        return self._unit(name) if family == "unit" and name in self._units else None

    def _person(self, key: str) -> Known:
        person = self._directory.people[key]
        return Known(f"person/{key}", person.name, person.phone, person.post)

    def _unit(self, key: str) -> Known:
        unit = self._units[key]
        return Known(f"unit/{key}", unit.name, unit.duty_phone, "")

    @cached_property
    def _numbers(self) -> dict[str, str]:
        """Digits → subject; a person comes before the unit they answer for."""
        found: dict[str, str] = {}
        for unit in self._units.values():
            if unit.active:
                told = (unit.duty_phone, *(contact.phone for contact in unit.contacts))
                found |= {digits(phone): f"unit/{unit.id}" for phone in told if digits(phone)}
        for person in self._directory.people.values():
            if person.active and digits(person.phone):
                found[digits(person.phone)] = f"person/{person.id}"
        return found

    def of_number(self, phone: str) -> Known | None:
        """Whose number it is; None when nobody known has it."""
        return self.by_key(self._numbers.get(digits(phone), ""))

    def found(self, words: str) -> list[Known]:
        """Who answers to a name, to initials or to a number, whole names and beginnings first."""
        wanted = words.strip()
        if not wanted:
            return []
        number = digits(wanted) if len(digits(wanted)) >= FEW else ""
        found = []
        for person in self._directory.people.values():
            hit = matching(person.initials, person.name, wanted) or (number and number in digits(person.phone))
            if person.active and hit:
                found.append(self._person(person.id))
        for unit in self._units.values():
            if unit.active and (wanted in unit.name or (number and number in digits(unit.duty_phone))):
                found.append(self._unit(unit.id))
        found.sort(key=lambda one: (not one.name.startswith(wanted), len(one.name), one.name, one.key))
        return found[:MOST]


def known_callers(directory: Directory, units: Mapping[str, Unit]) -> Callers:
    """Everybody who is known now."""
    return Callers(directory, units)
