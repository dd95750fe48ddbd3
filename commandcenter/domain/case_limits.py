"""Which limit a clock of a case comes from, and whether its end is certain: working days of a year without a table are not."""

from __future__ import annotations

from commandcenter.domain import limit as limits
from commandcenter.domain.calendar import Calendar
from commandcenter.domain.case import Case
from commandcenter.domain.deadline import Deadline


def limit_key(state: Case, clock: str) -> str:
    """The key of the limit a clock of a case comes from: ``judge``, ``contact``, ``sign:<unit>`` or ``resolve``."""
    fixed = {"judge": limits.CASE_JUDGE, "contact": limits.CASE_CONTACT, "sign": limits.CASE_SIGN}
    return fixed.get(clock.partition(":")[0], limits.grade_key(state.grade))


def provisional(state: Case, line: Deadline, limit: limits.Limit | None, calendar: Calendar) -> bool:
    """Whether a clock counts working days of a year without an official table, so that its end may still move.

    ``limit`` is the one of ``limit_key``. A day that an order or an extension set is not counted, so it is certain.
    """
    if (
        limit is None
        or limit.unit not in limits.WORKED_MS
        or not calendar.provisional_between(line.started_at, line.due_at)
    ):
        return False
    starts = (state.received_at, state.registered_at)
    return line.name != "resolve" or any(limit.due(start, calendar) == line.due_at for start in starts)
