"""Drill plans: the scenario, its aims and its injects. A drill starts only from one of these (DESIGN rule 8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

MARK = "【演练】"
"""How every outgoing drill text begins."""


@dataclass(frozen=True, slots=True)
class Inject:
    """One line of the script: minutes after the start, what happens, what ought to be done, by whom.

    ``units`` are unit ids and, where a post is meant that is no unit, its Chinese name; separated by blanks.
    """

    minute: int
    text: str
    expected: str
    units: str = ""


@dataclass(frozen=True, slots=True)
class DrillPlan:
    """A scenario that can be drilled with a plan. ``place`` is the id of a place, ``place_words`` how it is told.

    ``units`` are those that take part; empty: the units of the plan.
    """

    id: str
    name: str
    plan: str
    place: str
    setting: str
    goals: tuple[str, ...]
    injects: tuple[Inject, ...]
    place_words: str = ""
    units: tuple[str, ...] = ()


def drill_plan_of(record: Record) -> DrillPlan:
    """The drill plan in a record."""
    injects = record.get("injects")
    goals, units = record.get("goals"), record.get("units")
    return DrillPlan(
        id=record.id,
        name=str(record.get("name", "")),
        plan=str(record.get("plan", "")),
        place=str(record.get("place", "")),
        setting=str(record.get("setting", "")),
        goals=tuple(map(str, goals)) if isinstance(goals, list | tuple) else (),
        injects=tuple(
            Inject(
                whole(line.get("t_min")) or 0,
                str(line.get("inject", "")),
                str(line.get("expected", "")),
                str(line.get("units", "")),
            )
            for line in (injects if isinstance(injects, list | tuple) else ())
            if isinstance(line, Mapping)
        ),
        place_words=str(record.get("place_words", "")),
        units=tuple(map(str, units)) if isinstance(units, list | tuple) else (),
    )


def marked(text: str) -> str:
    """``text`` with the drill mark in front, once."""
    return text if text.startswith(MARK) else MARK + text


@demands("drill")
def _check(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")
    if not fields.get("plan"):
        raise Refused("drill_without_plan")
    for line in fields.get("injects") or ():
        minute = whole(line.get("t_min")) if isinstance(line, Mapping) else None
        if minute is None or minute < 0:
            raise Refused("inject_minute_wrong")
