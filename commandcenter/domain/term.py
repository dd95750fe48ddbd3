"""Terms: limits that were agreed or laid down, with the instants at which half and most of their working time is gone.

A term is reckoned once, when it is set, with the office calendar of that day, and goes into the event: a fold needs no
calendar, and every desk reminds at the same instant. Between two office days the clock stands (domain.md 2.2.2 U5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.calendar import Calendar, office_calendar
from commandcenter.domain.command import World
from commandcenter.domain.deadline import REMINDER, Deadline, Raised
from commandcenter.domain.limit import WARN_AT, limit_of
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

HALF = 0.5
"""The first reminder of a duty comes at half of its time."""

SHARES = (50, 80, 100)
"""The reminders of a duty, in per cent of its time."""


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of time that runs out. All are epoch milliseconds; ``half_at`` is where a reminder lies on the way."""

    started_at: int
    half_at: int
    warn_at: int
    due_at: int

    @property
    def body(self) -> dict[str, int]:
        """The term as it stands in an event."""
        return {name: getattr(self, name) for name in ("started_at", "half_at", "warn_at", "due_at")}

    def share(self, calendar: Calendar, now: int) -> float:
        """How much of its working time is gone, 1.0 at the end and more beyond it.

        Without working time in it (a term of natural days over a holiday) the hours themselves count.
        """
        whole_ms = calendar.working_time_between(self.started_at, self.due_at)
        if whole_ms > 0:
            return max(0.0, calendar.working_time_between(self.started_at, now) / whole_ms)
        return max(0.0, (now - self.started_at) / max(1, self.due_at - self.started_at))


def term_in(told: object) -> Term | None:
    """The term told in an event; None when it is none."""
    if not isinstance(told, Mapping):
        return None
    found = [whole(told.get(name)) for name in ("started_at", "half_at", "warn_at", "due_at")]
    return Term(*found) if all(value is not None for value in found) else None  # type: ignore[arg-type]


def agreed(world: World, start: int, due_at: int) -> Term:
    """The term of a duty that is to be done by ``due_at``, in working time. Refuses ``due_in_past``, ``no_working_time``."""
    if due_at <= start:
        raise Refused("due_in_past")
    calendar = office_calendar(world, start, due_at)
    working = calendar.working_time_between(start, due_at)
    if working <= 0:
        raise Refused("no_working_time")
    half = calendar.add_working_time(start, round(working * HALF))
    return Term(start, half, calendar.add_working_time(start, round(working * WARN_AT)), due_at)


def laid_down(world: World, key: str, start: int) -> Term | None:
    """The term of the office's limit under ``key``; None when it has none, so that nothing is judged by it."""
    limit = limit_of(world.state(f"limit/{key}"))
    if limit is None:
        return None
    calendar = office_calendar(world, start)
    half, warn, due = (limit.at(start, calendar, share) for share in (HALF, WARN_AT, 1.0))
    return Term(start, half, warn, due)


def as_told(name: str, term: Term | None) -> dict[str, Any]:
    """A term under its name for the body of an event; nothing when there is none."""
    return {name: term.body} if term is not None else {}


def deadline_of(
    name: str, term: Term, raised: Mapping[str, Raised], *, met_at: int | None = None, stopped: bool = False
) -> Deadline:
    """The deadline of a term: amber at 80 % of its time, over at its end."""
    return Deadline(name, term.started_at, term.due_at, met_at, stopped, raised.get(name, Raised()), term.warn_at)


def reminder_of(
    name: str,
    term: Term,
    at: int,
    raised: Mapping[str, Raised],
    *,
    met_at: int | None = None,
    stopped: bool = False,
) -> Deadline:
    """A reminder on the way of a term: raised once, no alarm, never overdue."""
    name = f"{REMINDER}{name}"
    return Deadline(name, term.started_at, at, met_at, stopped, raised.get(name, Raised()))
