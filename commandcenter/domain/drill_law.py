"""When the next drill is due by law: the intervals are limit records, the due days follow from the drills really held.

Three intervals (domain.md 2.10, 3.4): the street's work-safety plans at least once in 24 months, one duty of the office
that any drill of such a plan meets; every crowded venue in 6 months; every special plan in 36 months. A drill that one
officer ran alone, or that a real event broke off, is none. What was held before this program stands in the plan or at the
venue as a day (``last_drill_on``); without any day the due day is unknown, which is shown and never taken for met.
"""

from __future__ import annotations

import calendar as months_of_years
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from commandcenter.domain.clock import DAY, local_date
from commandcenter.domain.limit import WARN_AT, Limit

STREET, VENUE, SPECIAL = "drill.street_safety_plan", "drill.venue", "drill.special_plan"
RULES = (STREET, VENUE, SPECIAL)
ACCIDENT, GENERAL = "事故灾难", "通用"
"""Categories of plans (data): the first is work safety, the second no special plan."""
STATES = ("over", "unknown", "soon", "ahead")


@dataclass(frozen=True, slots=True)
class Held:
    """A drill that was held: of which drill plan and plan, at which place (id), when (epoch milliseconds)."""

    drill: str
    plan: str
    place: str
    at: int
    whistle: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What an interval runs for: a plan or a venue. ``rules`` are the keys it is under; ``before`` is the day of the last
    drill from before this program (None: none known).
    """

    id: str
    rules: tuple[str, ...]
    before: date | None = None


@dataclass(frozen=True, slots=True)
class DrillDuty:
    """A drill that is owed. ``target`` is empty for a duty of the whole office, else the id of the plan or venue.

    ``last`` is the day of the last drill, ``held`` that drill when this program knows it; ``due`` None: unknown.
    """

    rule: str
    target: str
    last: date | None
    due: date | None
    held: Held | None = None

    def state(self, today: date) -> str:
        """``over`` after the due day, ``soon`` from 80 % of the interval on, ``ahead`` before, ``unknown`` without a day."""
        if self.due is None or self.last is None:
            return "unknown"
        if today > self.due:
            return "over"
        return "soon" if (today - self.last).days >= WARN_AT * (self.due - self.last).days else "ahead"

    def days_left(self, today: date) -> int | None:
        """Days to the due day; negative when it is over, None when it is unknown."""
        return None if self.due is None else (self.due - today).days


def laws_of_plan(laws: Sequence[str] | None, category: str) -> tuple[str, ...]:
    """The intervals a plan is under: those written in it, else what its category says."""
    if laws is not None:
        return tuple(rule for rule in RULES if rule in laws)
    return () if category == GENERAL else ((STREET, SPECIAL) if category == ACCIDENT else (SPECIAL,))


def due_after(limit: Limit, last: date) -> date:
    """The last day on which the next drill meets the interval. Months are months of the calendar: 24 months after
    29 February is 28 February.
    """
    if limit.unit == "month" and float(limit.value).is_integer():
        years, month = divmod(last.month - 1 + int(limit.value), 12)
        year, month = last.year + years, month + 1
        return date(year, month, min(last.day, months_of_years.monthrange(year, month)[1]))
    return last + timedelta(days=limit.milliseconds // DAY)


def drill_duties(
    limits: Mapping[str, Limit], plans: Iterable[Target], venues: Iterable[Target], held: Iterable[Held]
) -> list[DrillDuty]:
    """Every drill that is owed, by due day, the unknown ones first. A rule without a limit in force is not owed."""
    plans, venues, held = tuple(plans), tuple(venues), tuple(held)
    found = []
    if STREET in limits:
        safety = [plan for plan in plans if STREET in plan.rules]
        if safety:
            keys = {plan.id for plan in safety}
            met = [one for one in held if one.plan in keys]
            found.append(_duty(limits[STREET], STREET, "", met, [plan.before for plan in safety]))
    if SPECIAL in limits:
        for plan in plans:
            if SPECIAL in plan.rules:
                met = [one for one in held if one.plan == plan.id]
                found.append(_duty(limits[SPECIAL], SPECIAL, plan.id, met, [plan.before]))
    if VENUE in limits:
        for venue in venues:
            if VENUE in venue.rules:
                met = [one for one in held if one.place == venue.id]
                found.append(_duty(limits[VENUE], VENUE, venue.id, met, [venue.before]))
    return sorted(found, key=lambda duty: (duty.due or date.min, RULES.index(duty.rule), duty.target))


def _duty(limit: Limit, rule: str, target: str, held: Sequence[Held], before: Sequence[date | None]) -> DrillDuty:
    newest = max(held, key=lambda one: (one.at, one.whistle), default=None)
    days = [day for day in before if day is not None]
    last = max([*days, *([local_date(newest.at)] if newest else [])], default=None)
    counted = newest if newest is not None and local_date(newest.at) == last else None
    return DrillDuty(rule, target, last, due_after(limit, last) if last is not None else None, counted)
