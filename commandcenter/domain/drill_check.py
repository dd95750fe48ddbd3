"""What a drill plan still lacks before a leader should see it. It never hinders saving; it only says what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from commandcenter.domain.clock import local_date
from commandcenter.domain.drill import DrillPlan

FULL = 100
"""Points of a whole score sheet."""


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the checker: its code, whether all is well, and the numbers (from 1) or words it is about.

    ``must`` marks what a submission is refused without.
    """

    code: str
    good: bool
    about: tuple[str, ...] = ()
    must: bool = False


def checks(plan: DrillPlan, today: date, known_units: Callable[[str], bool]) -> list[Check]:
    """The lines of the checker in the order of work. ``known_units`` tells whether a word names a unit or a post."""
    numbered = list(enumerate(plan.injects, start=1))
    untested = [str(place) for place, aim in enumerate(plan.aims, start=1) if not plan.tests(aim.id)]
    points = sum(line.points or 0 for line in plan.injects)
    needed = plan.announcement.needed
    return [
        Check("plan", bool(plan.plan), must=True),
        Check("kind", bool(plan.form and plan.content and plan.purpose)),
        Check("aims", bool(plan.aims), must=True),
        Check("script", bool(plan.injects), must=True),
        Check("aims_tested", bool(plan.aims) and not untested, tuple(untested)),
        Check("expected", *_all(str(n) for n, line in numbered if not line.expected.strip())),
        Check("units", *_all(str(n) for n, line in numbered if not any(map(known_units, line.who)))),
        Check("contingency", *_all(str(n) for n, line in numbered if line.late_at is None)),
        Check("sheet", plan.sheet.total == FULL, (str(plan.sheet.total),)),
        Check("points", points == FULL, (str(points),)),
        Check("roles", *_all(role for role in ("director", "controller", "evaluator") if not _played(plan, role))),
        Check("safety", bool(plan.safety)),
        Check("stop_word", bool(plan.stop_word.strip()), must=True),
        Check("scheduled", plan.scheduled_at is not None and local_date(plan.scheduled_at) >= today),
        Check("announcement", needed is False or (needed is True and _announced(plan))),
    ]


def _all(missing: Iterable[str]) -> tuple[bool, tuple[str, ...]]:
    about = tuple(missing)
    return not about, about


def _played(plan: DrillPlan, role: str) -> bool:
    found = plan.roles.get(role)
    return found is not None and bool(found.people.strip() or found.count)


def _announced(plan: DrillPlan) -> bool:
    """A notice has text, area and a day, and it comes out before the drill."""
    told = plan.announcement
    if not (told.text.strip() and told.area.strip() and told.publish_on):
        return False
    try:
        day = date.fromisoformat(told.publish_on)
    except ValueError:
        return False
    return plan.scheduled_at is None or day <= local_date(plan.scheduled_at)
