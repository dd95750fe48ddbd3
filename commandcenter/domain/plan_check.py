"""What a plan still lacks before it is published. It never hinders publishing; it says what a tired person would miss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.domain.plan import MESSAGE_LIMIT, Plan, partly
from commandcenter.domain.unit import Unit

TYPICAL: Mapping[str, str] = {
    "time": "07月16日21:47",
    "place": "望潮公寓A座底商",
    "event": "餐饮底商燃气泄漏",
    "assembly": "望潮停车场",
    "contact": "指挥中心值班员 100-0000-0001",
}
"""As long as such things are told: a text is measured with its places filled. Data of the length, never shown or sent."""


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """A line of the checker: its code, whether all is well, and the units, relations or numbers it is about."""

    code: str
    good: bool
    about: tuple[str, ...] = ()


def filled_length(text: str, plan: Plan, relation: str, units: Mapping[str, Unit]) -> int:
    """Characters of a text when it is sent: every place filled, ``{ask}`` with the longest of the units it goes to."""
    asks = [line.why for line in plan.units if relation_of(line.unit, line.relation, units) == relation]
    return len(partly(text, {**TYPICAL, "ask": max(asks, key=len, default="")}))


def relation_of(unit: str, own: str, units: Mapping[str, Unit]) -> str:
    """The relation of a unit in a plan: the plan's own word, else the unit's."""
    return own or (units[unit].relation if unit in units else "")


def plan_checks(plan: Plan, units: Mapping[str, Unit], law_due: str = "") -> list[PlanCheck]:
    """The lines of the checker. ``law_due`` is ``over`` or ``unknown`` when the law wants a drill of this plan."""
    lines = [line for line in plan.units if line.unit in units]
    relations = {relation_of(line.unit, line.relation, units) for line in lines}
    silent = [line.unit for line in lines if not (units[line.unit].duty_phone or units[line.unit].contacts)]
    own = [line.unit for line in lines if relation_of(line.unit, line.relation, units) in ("direct", "dispatch")]
    alone = [key for key in own if len(units[key].contacts) < 2]
    long = [
        relation
        for relation, text in plan.texts.items()
        if relation in relations and filled_length(text, plan, relation, units) > MESSAGE_LIMIT
    ]
    missing = sorted(relation for relation in relations if relation and not plan.texts.get(relation, "").strip())
    gone = [line.unit for line in plan.units if line.unit not in units or not units[line.unit].active]
    known = {line.unit for line in plan.units}
    stray = [text[:12] for text, unit in plan.first_five if unit and unit not in known]
    leaderless = [group.name for group in plan.groups if not group.lead]
    return [
        PlanCheck("units", bool(plan.units)),
        PlanCheck("units_gone", not gone, tuple(gone)),
        PlanCheck("phones", not silent, tuple(silent)),
        PlanCheck("second_contact", not alone, tuple(alone)),
        PlanCheck("texts", not missing, tuple(missing)),
        PlanCheck("text_length", not long, tuple(long)),
        PlanCheck("first_five", bool(plan.first_five) and not stray, tuple(stray)),
        PlanCheck("groups", bool(plan.groups) and not leaderless, tuple(leaderless)),
        PlanCheck("assembly", bool(plan.assembly.strip())),
        PlanCheck("cues", bool(plan.cues)),
        PlanCheck("law", law_due not in ("over", "unknown"), (law_due,) if law_due else ()),
    ]
