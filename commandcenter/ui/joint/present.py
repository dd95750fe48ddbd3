"""Who was there, as it is typed: one body a line or between commas, with a head count behind it when it is known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from commandcenter.domain.joint import Joint
from commandcenter.domain.joint_acts import Attendance
from commandcenter.domain.unit import Unit

_PARTS = re.compile(r"[,，、;；\n]+")
_COUNT = re.compile(r"^(.*?)[\s:：]*(\d{1,4})\s*人?$")


class UnknownBody(ValueError):
    """A body that cannot be told: ``name`` as it was typed, ``near`` the names it could be (empty: none)."""

    def __init__(self, name: str, near: Sequence[str] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.near = tuple(near)


def read_present(text: str, units: Mapping[str, Unit], state: Joint, initials: Mapping[str, str]) -> list[Attendance]:
    """``执法队 3、通信保障队`` as attendance. Raises ``UnknownBody`` with what cannot be told."""
    found: dict[str, int | None] = {}
    for part in _PARTS.split(text):
        part = part.strip()
        if not part:
            continue
        counted = _COUNT.match(part)
        name, people = (counted[1].strip(), int(counted[2])) if counted and counted[1].strip() else (part, None)
        key = body_named(name, units, state, initials) or body_named(part, units, state, initials)
        if not key:
            raise UnknownBody(name, [told for told in _names(units, state).values() if name in told])
        found[key] = people
    return [Attendance(unit=unit, people=people) for unit, people in found.items()]


def body_named(name: str, units: Mapping[str, Unit], state: Joint, initials: Mapping[str, str]) -> str:
    """The unit or partner that is meant: its code, its name, the one name that contains it, its initials; else empty."""
    names = _names(units, state)
    if name in names:
        return name
    exact = [key for key, told in names.items() if told == name]
    if exact:
        return exact[0]
    near = [key for key, told in names.items() if name in told]
    if len(near) == 1:
        return near[0]
    spelt = [key for key in names if initials.get(key, "") == name.lower()]
    return spelt[0] if len(spelt) == 1 else ""


def _names(units: Mapping[str, Unit], state: Joint) -> dict[str, str]:
    """Everybody who can be meant, by code or id."""
    names = {key: unit.name for key, unit in units.items() if unit.active}
    return names | {one.id: one.body for one in state.partners}
