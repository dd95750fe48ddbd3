"""What a document needs to know beside the incident: names behind the ids, who is the office, where limits come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.domain.event import PLAYED
from commandcenter.domain.limit import Limit
from commandcenter.domain.plan import Plan
from commandcenter.domain.unit import Unit
from commandcenter.reporting.words import ERASED, UNKNOWN

NOBODY = "未登录人员"


@dataclass(frozen=True, slots=True)
class Background:
    """Reference data as plain values. ``people`` and ``places`` map ids to names, ``sample`` marks the sample office.

    ``phone`` is the duty room's number, ``assembly`` the name of the assembly point of the incident, when known; ``there``
    is the post, name and number of who answered for the place.
    """

    office: str
    sample: bool = False
    phone: str = ""
    units: Mapping[str, Unit] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    plan: Plan | None = None
    drill: str = ""
    assembly: str = ""
    there: str = ""
    limits: Mapping[str, Limit] = field(default_factory=dict)

    def unit(self, key: str) -> str:
        """The name of a unit; its id when nobody knows it."""
        found = self.units.get(key)
        return found.name if found else key

    def unit_list(self, keys: object) -> str:
        """The names of several units."""
        return "、".join(self.unit(str(key)) for key in keys) if isinstance(keys, list | tuple) else ""

    def person(self, key: str) -> str:
        """The name of a person; nothing for no person, and said so when the name was erased or is not known."""
        if not key:
            return ""
        if key == PLAYED:
            return "脚本扮演"
        return (self.people[key] or ERASED) if key in self.people else UNKNOWN

    def place(self, key: str, words: str = "") -> str:
        """Where something is: the place of the roster and what was said about it; nothing when neither is known."""
        name = self.places.get(key, key)
        return f"{name}（{words}）" if name and words and words != name else name or words
