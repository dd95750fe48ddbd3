"""What is proposed where a day has to be typed: the hour at which the office closes on that day."""

from __future__ import annotations

from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import DAY, local_date


def closing(reference: Reference, now: int, days: int) -> int:
    """The moment the office closes so many days from now (epoch milliseconds)."""
    return reference.calendar.closes(local_date(now + days * DAY))
