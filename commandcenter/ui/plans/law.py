"""When the law wants the next drill of each plan, as the plan editor tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import local_date
from commandcenter.domain.drill_law import SPECIAL, Held, Target, drill_duties, laws_of_plan

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Law:
    """How a plan stands before the law: over, unknown, soon, ahead; and in words."""

    state: str
    words: str


def law_of(reference: Reference, held: Sequence[Held], now: int) -> dict[str, Law]:
    """The special plans by id, each with its next drill."""
    today = local_date(now)
    limit = reference.limit(SPECIAL)
    targets = [
        Target(plan.id, laws_of_plan(plan.laws, plan.category), _day(plan.last_drill_on)) for plan in reference.plans
    ]
    found = {}
    for duty in drill_duties({SPECIAL: limit} if limit is not None else {}, targets, [], held):
        if duty.due is None:
            words = translate("Plans", "no drill known")
        else:
            words = translate("Plans", "next drill by {day}").format(day=duty.due.isoformat())
        found[duty.target] = Law(duty.state(today), words)
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
