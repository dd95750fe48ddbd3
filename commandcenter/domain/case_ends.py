"""The ends of an order's clocks as a command reckons them: table, limits, rules and calendar of the moment, read once.

What is found goes into the event (``due_at``, ``due_half_at``, ``due_warn_at``, ``limit``, ``to_escalate``). Folding needs
no table and no calendar, so a later change of either moves nothing that is under way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from commandcenter.domain import limit as limits
from commandcenter.domain.calendar import Calendar, office_calendar
from commandcenter.domain.case_limits import FAMILY, End, Row, Traits, agreed, end_of, reckoned, rows_of
from commandcenter.domain.category import levels
from commandcenter.domain.clock import DAY, MINUTE, local_date
from commandcenter.domain.command import World
from commandcenter.domain.escalation import FAMILY as ESCALATION
from commandcenter.domain.escalation import Rule, for_redo, moments, rules_of
from commandcenter.domain.given_limit import ToEscalate
from commandcenter.domain.limit import Limit, limit_of

RESOLVE = "resolve"


class Ends:
    """What decides about ends, as it stands in one decision."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rows: tuple[Row, ...] | None = None
        self._rules: tuple[Rule, ...] | None = None
        self._paths: dict[str, tuple[str, ...]] = {}
        self._calendars: dict[int, Calendar] = {}
        self._limits: dict[str, Limit | None] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """The table of limits."""
        if self._rows is None:
            self._rows = rows_of(self._records(FAMILY))
        return self._rows

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of escalation."""
        if self._rules is None:
            self._rules = rules_of(self._records(ESCALATION))
        return self._rules

    def _records(self, family: str) -> dict[str, Any]:
        found = self._world.subjects(f"{family}/")
        return {subject.partition("/")[2]: self._world.state(subject) for subject in found}

    def limit(self, key: str) -> Limit | None:
        """A limit in force."""
        if key not in self._limits:
            self._limits[key] = limit_of(self._world.state(f"limit/{key}"))
        return self._limits[key]

    def calendar(self, start: int) -> Calendar:
        """The office calendar of the years a limit from ``start`` may reach into."""
        year = local_date(start).year
        if year not in self._calendars:
            self._calendars[year] = office_calendar(self._world, start, start + 400 * DAY)
        return self._calendars[year]

    def traits(self, about: Any, **instead: str) -> Traits:
        """What decides, of a case or of a matter that comes in; ``instead`` are fields as they will be."""
        told = {name: instead.get(name) or getattr(about, name) for name in ("grade", "channel", "nature")}
        category = instead.get("category", about.category)
        if category not in self._paths:
            self._paths[category] = levels(self._world.state(f"category/{category}").get("path")) if category else ()
        return Traits(category=self._paths[category], **told)

    def of_order(self, traits: Traits, start: int) -> End | None:
        """The limit of an order that runs from ``start``; None when it is judged by none."""
        return end_of(self.rows, traits, start, self.calendar(start), self.limit(limits.grade_key(traits.grade)))

    def order_body(self, traits: Traits, start: int, due_at: int | None = None) -> dict[str, Any]:
        """The end of an order for the body of its event, with the moments it is brought before a leader.

        ``due_at`` is a day that was told with the order; it wins over every table.
        """
        end = agreed(start, due_at) if due_at is not None and due_at > start else None
        if end is None and due_at is not None:
            return {"due_at": due_at, "to_escalate": []}
        end = end or self.of_order(traits, start)
        if end is None:
            return {}
        if end.given.unit:
            limit = Limit(end.given.rule, end.given.value, end.given.unit)
        else:
            limit = Limit("", (end.due_at - start) / MINUTE, "minute")
        found = moments(self.rules, traits, RESOLVE, limit, start, self.calendar(start))
        return end.body | {"to_escalate": [one.body for one in found]}

    def clock(self, key: str, start: int) -> End | None:
        """The end of a limit under ``key`` from ``start``; None when the office has no such limit."""
        limit = self.limit(key)
        return reckoned(f"limit/{key}", limit, start, self.calendar(start)) if limit is not None else None

    def escalations(self, traits: Traits, clocks: Mapping[str, str], start: int) -> list[ToEscalate]:
        """The moments of clocks (name → key of its limit) that begin at ``start``."""
        found: list[ToEscalate] = []
        for clock, key in clocks.items():
            limit = self.limit(key)
            if limit is not None:
                found += moments(self.rules, traits, clock, limit, start, self.calendar(start))
        return found

    def redo(self, traits: Traits, redone: int, start: int) -> list[ToEscalate]:
        """Who hears of a redo."""
        return for_redo(self.rules, traits, redone, start)
