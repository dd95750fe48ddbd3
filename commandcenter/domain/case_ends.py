"""The ends of an order's clocks as a command reckons them: table, limits, rules and calendar of the moment, read once.

What is found goes into the event (``due_at``, ``due_half_at``, ``due_warn_at``, ``limit``, ``to_escalate``). Folding needs
no table and no calendar, so a later change of either moves nothing that is under way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from commandcenter.domain import limit as limits
from commandcenter.domain.calendar import Calendar, office_calendar
from commandcenter.domain.case_limits import FAMILY, End, Row, Traits, again, agreed, end_of, reckoned, rows_of
from commandcenter.domain.category import levels
from commandcenter.domain.clock import DAY, MINUTE, local_date
from commandcenter.domain.command import World
from commandcenter.domain.escalation import FAMILY as ESCALATION
from commandcenter.domain.escalation import Rule, for_redo, moments, rules_of
from commandcenter.domain.given_limit import ToEscalate
from commandcenter.domain.limit import Limit, limit_of

if TYPE_CHECKING:
    from commandcenter.domain.case import Case

RESOLVE, REDO = "resolve", "redo"
OWN = (RESOLVE, REDO)
"""The clocks of the order's own limit."""
REDO_LIMIT = "case.redo"


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

    def clocks(self, traits: Traits, keys: Mapping[str, str], start: int) -> dict[str, Any]:
        """The ends of clocks that begin at ``start`` for the body of their event: ``<name>_due_at`` each.

        ``keys`` maps the name of a clock (``sign:S06`` for one of a receiver) to the key of its limit. A clock that counts
        working time turns amber at four fifths of that (``warns``); what a leader hears of stands in ``to_escalate``.
        """
        body: dict[str, Any] = {}
        warns: dict[str, int] = {}
        for clock, key in keys.items():
            end, limit = self.clock(key, start), self.limit(key)
            if end is None or limit is None:
                continue
            name = clock.partition(":")[0]
            body[f"{name}_due_at"] = end.due_at
            if limit.unit in limits.WORKED_MS:
                warns[name] = end.warn_at
        found = self.escalations(traits, keys, start)
        return (
            body | ({"warns": warns} if warns else {}) | ({"to_escalate": [one.body for one in found]} if found else {})
        )

    def escalations(self, traits: Traits, keys: Mapping[str, str], start: int) -> list[ToEscalate]:
        """The moments of clocks (name → key of its limit) that begin at ``start``."""
        found: list[ToEscalate] = []
        for clock, key in keys.items():
            limit = self.limit(key)
            if limit is not None:
                found += moments(self.rules, traits, clock, limit, start, self.calendar(start))
        return found

    def amended(self, state: Case, **instead: str) -> dict[str, Any]:
        """The end of an order whose traits are corrected: another row decides, so it is reckoned anew.

        Nothing where the same row still decides - the table may have changed since, a running order does not follow it -
        and where a day was told, or the order was redone. Time it stood still is kept.
        """
        before, traits = self.traits(state), self.traits(state, **instead)
        if traits == before or state.due_at is None or state.redo_at is not None:
            return {}
        start, usual = self._begun(state, before)
        end = self.of_order(traits, start) if start is not None else None
        if start is None or end is None or end.given.rule == state.given.rule:
            return {}
        return _moved(self.order_body(traits, start), state.due_at - usual)

    def _begun(self, state: Case, traits: Traits) -> tuple[int | None, int]:
        """From when the limit of an order runs, and when it would have ended had it never stood still; None for a told day."""
        given = state.given
        if given.started_at is not None:
            end = again(given, self.calendar(given.started_at))
            return (given.started_at, end.due_at) if end is not None else (None, 0)
        limit = self.limit(limits.grade_key(traits.grade))  # an order from before the table
        for start in (state.received_at, state.registered_at):
            if limit is not None and limit.due(start, self.calendar(start)) == state.due_at:
                return start, state.due_at
        return None, 0

    def resumed(self, state: Case, at: int) -> dict[str, Any]:
        """The end of an order that counts working time and goes on after it stood still: what was left is left.

        Nothing for natural time: folding moves its end by the time it stood still.
        """
        paused = state.suspended_at
        if paused is None or state.due_at is None or state.given.unit not in limits.WORKED_MS or state.due_at <= paused:
            return {}
        calendar = office_calendar(self._world, paused, state.due_at, at)

        def later(moment: int | None) -> int | None:
            if moment is None or moment <= paused:
                return moment
            return calendar.add_working_time(at, calendar.working_time_between(paused, moment))

        due = later(state.due_at)
        left = [replace(one, at=later(one.at) or one.at).body for one in state.to_escalate if one.clock in OWN]
        return {
            "due_at": due,
            "due_half_at": later(state.due_half_at),
            "due_warn_at": later(state.due_warn_at),
            "limit": state.given.body,
            "to_escalate": left,
        }

    def extended(self, state: Case, due_at: int) -> dict[str, Any]:
        """The end of an order that was given more time."""
        return self.order_body(self.traits(state), state.received_at, due_at)

    def redone(self, state: Case, at: int) -> dict[str, Any]:
        """The end of a redo that begins at ``at``, and who hears of it."""
        traits = self.traits(state)
        found = for_redo(self.rules, traits, state.redone + 1, at)
        end, limit = self.clock(REDO_LIMIT, at), self.limit(REDO_LIMIT)
        body: dict[str, Any] = {}
        if end is not None and limit is not None:
            body = end.body
            found = moments(self.rules, traits, REDO, limit, at, self.calendar(at)) + found
        return body | ({"to_escalate": [one.body for one in found]} if body or found else {})


def joined(*bodies: Mapping[str, Any]) -> dict[str, Any]:
    """Bodies as one; the moments of all of them stand side by side."""
    told = [one for body in bodies for one in body.get("to_escalate", ())]
    found: dict[str, Any] = {}
    for body in bodies:
        found |= body
    return found | ({"to_escalate": told} if told else {})


def _moved(body: dict[str, Any], by: int) -> dict[str, Any]:
    """An end moved by the time the order stood still."""
    if not by:
        return body
    ends = {name: body[name] + by for name in ("due_at", "due_half_at", "due_warn_at") if name in body}
    return body | ends | {"to_escalate": [one | {"at": one["at"] + by} for one in body.get("to_escalate", ())]}
