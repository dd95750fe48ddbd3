"""What may not stand on a wall: names of residents and telephone numbers (DESIGN rule 13).

Lists of cases show place and category, never a citizen's words. What duty officers typed into an incident is shown, but
numbers are masked, and so are the residents known by name: the reporter of the case, stewards and keepers of the roster.
"""

from __future__ import annotations

from collections.abc import Iterable

from commandcenter.domain.masking import mask_name, mask_text
from commandcenter.domain.roster import Directory

RESIDENTS = frozenset(("steward", "building_keeper", "unit_keeper"))
"""Posts that residents hold; somebody who also holds another post acts for the office."""
SHORTEST = 2
KEPT = 200
"""Lines kept as they are shown; the wall shows the same ones again with every change."""


def residents(directory: Directory) -> list[str]:
    """The names of those in the roster who are residents."""
    roles: dict[str, set[str]] = {}
    for post in directory.appointments:
        roles.setdefault(post.person, set()).add(post.role)
    return [person.name for person in directory.people.values() if person.id in roles and roles[person.id] <= RESIDENTS]


class Veil:
    """Masks names and numbers in words."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        kept = {name.strip() for name in names}
        names = sorted((name for name in kept if len(name) >= SHORTEST), key=len, reverse=True)
        self._names = [(name, mask_name(name)) for name in names]
        self._told: dict[str, str] = {}

    def over(self, words: str) -> str:
        """The words as they may be shown to everybody in the room."""
        told = self._told.get(words)
        if told is None:
            told = words
            for name, masked in self._names:
                told = told.replace(name, masked)
            if len(self._told) >= KEPT:
                self._told.clear()
            told = self._told[words] = mask_text(told)
        return told
