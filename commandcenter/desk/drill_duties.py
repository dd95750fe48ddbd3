"""Which drills are owed by law, from the office's records and what was really drilled: one reckoning for every screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from commandcenter.domain.drill_law import VENUE, DrillDuty, Held, Target, drill_duties, laws_of_plan

if TYPE_CHECKING:
    from commandcenter.desk.reference import Reference
    from commandcenter.domain.plan import Plan
    from commandcenter.domain.record import Record


def laws(plan: Plan) -> tuple[str, ...]:
    """The intervals a plan is under."""
    return laws_of_plan(plan.laws, plan.category)


def duties_of(reference: Reference, places: Mapping[str, Record], held: Sequence[Held]) -> list[DrillDuty]:
    """What is owed by the records and the drills of this office."""
    limits = {key: limit for key in reference.limits if key.startswith("drill.") and (limit := reference.limit(key))}
    targets = [Target(plan.id, laws(plan), day_of(plan.last_drill_on)) for plan in reference.plans]
    venues = [
        Target(key, (VENUE,), day_of(str(record.get("last_drill_on", ""))))
        for key, record in places.items()
        if record.active and record.get("crowded") is True
    ]
    return drill_duties(limits, targets, venues, held)


def day_of(text: str) -> date | None:
    """A day written as ``2026-07-16``; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
