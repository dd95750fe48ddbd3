"""Working days and working time: an editable table first, Monday to Friday beyond its coverage, marked provisional.

Source of the hours: city-management tables count office hours 9:00-12:00 and 13:30-17:30 (domain.md 3.3, design
language 9); the days come from the State Council's yearly notice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from commandcenter.domain.clock import DAY, MINUTE, at_local, local_date
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused

WORKING_HOURS = ((9 * 60, 12 * 60), (13 * 60 + 30, 17 * 60 + 30))
"""Minutes after midnight, office time."""
WORKING_DAY_MS = sum(end - start for start, end in WORKING_HOURS) * MINUTE


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked. ``days`` holds the official exceptions, ``years`` the years the table covers."""

    days: Mapping[date, bool] = field(default_factory=dict)
    years: frozenset[int] = frozenset()

    def works(self, day: date) -> bool:
        """Whether the office works on ``day``."""
        return self.days.get(day, day.weekday() < 5)

    def provisional(self, day: date) -> bool:
        """True where no official table covers the year, so the answer is only Monday to Friday."""
        return day.year not in self.years

    def provisional_between(self, start: int, end: int) -> bool:
        """Whether an official table is missing for a year between two instants (epoch milliseconds)."""
        first, last = sorted((local_date(start).year, local_date(end).year))
        return any(year not in self.years for year in range(first, last + 1))

    def add_working_time(self, start: int, amount_ms: int) -> int:
        """The instant when ``amount_ms`` of working time after ``start`` has passed (both epoch milliseconds)."""
        left = amount_ms
        day = local_date(start)
        while True:
            if self.works(day):
                midnight = at_local(day)
                for opens, closes in WORKING_HOURS:
                    begin = max(start, midnight + opens * MINUTE)
                    end = midnight + closes * MINUTE
                    if begin < end:
                        if left <= end - begin:
                            return begin + left
                        left -= end - begin
            day += timedelta(days=1)

    def working_time_between(self, start: int, end: int) -> int:
        """Milliseconds of working time between two instants; negative when ``end`` lies before ``start``."""
        if end < start:
            return -self.working_time_between(end, start)
        total = 0
        day = local_date(start)
        while at_local(day) < end:
            if self.works(day):
                midnight = at_local(day)
                for opens, closes in WORKING_HOURS:
                    total += max(0, min(end, midnight + closes * MINUTE) - max(start, midnight + opens * MINUTE))
            day += timedelta(days=1)
        return total


def calendar_from(records: Mapping[int, Record]) -> Calendar:
    """The calendar out of the yearly records ``calendar/<year>``. Days that are not dates are left out."""
    days: dict[date, bool] = {}
    years = set()
    for year, record in records.items():
        table = record.get("days", {})
        if not record.active or not isinstance(table, Mapping):
            continue
        years.add(year)
        for text, works in table.items():
            try:
                days[date.fromisoformat(str(text))] = bool(works)
            except ValueError:
                continue
    return Calendar(days, frozenset(years))


@demands("calendar")
def _check(fields: Mapping[str, Any]) -> None:
    days = fields.get("days")
    if not isinstance(days, Mapping):
        raise Refused("calendar_days_missing")
    for text in days:
        try:
            date.fromisoformat(text)
        except ValueError:
            raise Refused("not_a_date", text=text) from None


def natural(start: int, days: float) -> int:
    """``days`` natural days after ``start``."""
    return start + round(days * DAY)
