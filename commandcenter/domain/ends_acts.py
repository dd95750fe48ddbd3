"""Provisional ends: when the official calendar of a year has come, orders that count working days in it are reckoned anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import limit as limits
from commandcenter.domain.calendar import Calendar, office_calendar
from commandcenter.domain.case import Case
from commandcenter.domain.case_ends import OWN
from commandcenter.domain.case_limits import again
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Command, Decision, Draft, World

MOST_AT_ONCE = 200
"""So many orders go into one command; whoever has more sends several."""


def certain_end(state: Case, calendar: Calendar) -> dict[str, Any] | None:
    """The end of an order whose end was provisional, by the calendar as it stands now, for the body of its event.

    None where nothing is gained: no provisional end, the order is over, or a year still has no official table. Nor for an
    order that stood still once: what was left then was reckoned then, and from its beginning it cannot be reckoned again.
    """
    if not state.open or not state.given.provisional or state.due_at is None or state.pauses:
        return None
    end = again(state.given, calendar)
    if end is None or (end.given.provisional and end.due_at == state.due_at):
        return None
    start, limit = end.given.started_at, limits.Limit(end.given.rule, end.given.value, end.given.unit)
    heard = [
        one.body | ({"at": limit.at(start, calendar, one.share / 100)} if one.share and start is not None else {})
        for one in state.to_escalate
        if one.clock in OWN
    ]
    return end.body | {"to_escalate": heard}


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeEndsCertain(Command):
    """Reckon the provisional ends of orders anew by the calendar of now. The report counts ``moved`` and ``certain``.

    Orders that gain nothing are left alone, so the command can be repeated.
    """

    cases: tuple[str, ...]

    def decide(self, world: World) -> Decision:
        drafts: list[Draft] = []
        moved = 0
        for case in self.cases[:MOST_AT_ONCE]:
            state: Case = world.state(f"case/{case}")
            start = state.given.started_at
            if not state.known or start is None:
                continue
            body = certain_end(state, office_calendar(world, start, (state.due_at or start) + 60 * DAY))
            if body is None:
                continue
            moved += body["due_at"] != state.due_at
            drafts.append(
                Draft(
                    subject=f"case/{case}",
                    kind="case.end_moved",
                    body=body | {"before": state.due_at},
                    happened_at=self.when(world),
                )
            )
        return Decision(drafts, {"moved": moved, "certain": len(drafts)})


def blocks(cases: Sequence[str]) -> list[MakeEndsCertain]:
    """The commands that reckon many orders anew, a block each."""
    return [
        MakeEndsCertain(cases=tuple(cases[start : start + MOST_AT_ONCE]))
        for start in range(0, len(cases), MOST_AT_ONCE)
    ]
