"""The key facts of an incident as a list of data: what is counted or told, and which of the ten items tells of it.

Everybody's list is here; a plan adds its own (a count of flats without water, the depth of the flood). A fact that nobody
told is unknown and never zero (DESIGN rule 7).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

COUNT, WORDS = "count", "words"
SORTS = (COUNT, WORDS)


@dataclass(frozen=True, slots=True)
class FactKind:
    """A key fact: its code, whether it is a count or words, the item of an information report that tells it.

    ``name`` is the Chinese name of a plan's own fact, and then also its code; ``unit`` is what is counted.
    """

    code: str
    sort: str
    item: str
    name: str = ""
    unit: str = "人"


KEY_FACTS = (
    FactKind("hazard", WORDS, "trend"),
    FactKind("trapped", COUNT, "loss"),
    FactKind("injured", COUNT, "loss"),
    FactKind("evacuated", COUNT, "measures"),
    FactKind("dead", COUNT, "loss"),
    FactKind("missing", COUNT, "loss"),
    FactKind("affected", WORDS, "extent"),
    FactKind("property", WORDS, "loss"),
    FactKind("began", WORDS, "happened_at"),
    FactKind("informant", WORDS, "source"),
)
"""What every incident may have. The first four stand on the desk."""

CASUALTIES = ("dead", "missing", "injured", "trapped")
"""Whose later changes have to be reported again (domain.md 3.2: 30 days, traffic and fire 7)."""

_ITEMS = ("extent", "loss", "trend", "measures", "needs")


def fact_kinds(own: Iterable[FactKind] = ()) -> tuple[FactKind, ...]:
    """Everybody's facts and those a plan adds, each code once."""
    found = {kind.code: kind for kind in KEY_FACTS}
    for kind in own:
        found.setdefault(kind.code, kind)
    return tuple(found.values())


def plan_facts(lines: object) -> tuple[FactKind, ...]:
    """The facts a plan adds, as they stand in its record: ``{name, sort, item, unit}``; unreadable lines are left out."""
    found = []
    for line in lines if isinstance(lines, list | tuple) else ():
        name = str(line.get("name", "")).strip() if isinstance(line, Mapping) else ""
        if name:
            found.append(_kind(name, line))
    return tuple(found)


def _kind(name: str, line: Mapping[str, Any]) -> FactKind:
    sort, item = str(line.get("sort", COUNT)), str(line.get("item", "extent"))
    return FactKind(
        name,
        sort if sort in SORTS else COUNT,
        item if item in _ITEMS else "extent",
        name,
        str(line.get("unit", "")),
    )
