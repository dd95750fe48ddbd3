"""Working days and working time: an editable table first, Monday to Friday beyond its coverage, marked provisional.

The days come from the State Council's yearly notice (records ``calendar/<year>``), the office hours from the record
``calendar/hours``: several periods a day, from a date on. City-management tables count office hours (domain.md 3.3).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from commandcenter.domain.clock import DAY, MINUTE, WORKING_HOURS, at_local, local_date
from commandcenter.domain.command import World
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused

HOURS = "hours"
"""The id of the record of office hours among those of the years."""
DAY_KINDS = ("work", "weekend", "holiday")
"""A working day, an ordinary day off, a public holiday."""
_MOST_PERIODS = 6
_DENOMINATORS = 1_000_000


@dataclass(frozen=True, slots=True)
class Hours:
    """Office hours from a day on: periods of a day as (opens, closes) in minutes after midnight, in order."""

    since: date
    periods: tuple[tuple[int, int], ...] = WORKING_HOURS

    @property
    def length_ms(self) -> int:
        """The working time of a day in milliseconds."""
        return sum(closes - opens for opens, closes in self.periods) * MINUTE

    def reach(self, amount_ms: int) -> int:
        """How many milliseconds after midnight ``amount_ms`` of the day's working time has passed (0 < amount ≤ length)."""
        left = amount_ms
        for opens, closes in self.periods:
            length = (closes - opens) * MINUTE
            if left <= length:
                return opens * MINUTE + left
            left -= length
        return self.periods[-1][1] * MINUTE

    def within(self, start: int, end: int) -> int:
        """The working time between two moments of a day, in milliseconds after its midnight."""
        found = 0
        for opens, closes in self.periods:
            found += max(0, min(end, closes * MINUTE) - max(start, opens * MINUTE))
        return found


_USUAL = Hours(date.min)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked, and when. ``days`` holds the official exceptions, ``years`` the years the table covers.

    ``hours`` are the office hours by the day they begin to hold, the earliest first. ``names`` are the names of the public
    holidays by day, weekends inside them included.
    """

    days: Mapping[date, bool] = field(default_factory=dict)
    years: frozenset[int] = frozenset()
    hours: tuple[Hours, ...] = ()
    names: Mapping[date, str] = field(default_factory=dict)
    _against: Mapping[tuple[int, int], int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        against: dict[tuple[int, int], int] = {}
        for day, works in self.days.items():
            if works != (day.weekday() < 5):
                month = (day.year, day.month)
                against[month] = against.get(month, 0) + (1 if works else -1)
        object.__setattr__(self, "_against", against)

    def works(self, day: date) -> bool:
        """Whether the office works on ``day``."""
        return self.days.get(day, day.weekday() < 5)

    def kind(self, day: date) -> str:
        """What sort of day it is for whoever stands a watch: one of ``DAY_KINDS``.

        A holiday is a day off that the official table names, or one that would be worked without the table.
        """
        if self.works(day):
            return "work"
        return "holiday" if day in self.names or day.weekday() < 5 else "weekend"

    def hours_on(self, day: date) -> Hours:
        """The office hours of a day on which the office works."""
        for hours in reversed(self.hours):
            if hours.since <= day:
                return hours
        return _USUAL

    def closes(self, day: date) -> int:
        """The moment the office closes on a day that is worked, or would if it were (epoch milliseconds)."""
        return at_local(day) + self.hours_on(day).periods[-1][1] * MINUTE

    def provisional(self, day: date) -> bool:
        """True where no official table covers the year, so the answer is only Monday to Friday."""
        return day.year not in self.years

    def provisional_between(self, start: int, end: int) -> bool:
        """Whether an official table is missing for a year between two instants (epoch milliseconds)."""
        first, last = sorted((local_date(start).year, local_date(end).year))
        return any(year not in self.years for year in range(first, last + 1))

    def add_working_time(self, start: int, amount_ms: int) -> int:
        """The instant when ``amount_ms`` (not negative) of working time after ``start`` has passed, epoch milliseconds.

        Nothing to add gives the first instant of working time from ``start`` on. Whole months are taken in one step.
        """
        if amount_ms <= 0:
            return self.add_working_time(start, 1) - 1
        day = local_date(start)
        hours = self.hours_on(day)
        left = amount_ms + (hours.within(0, start - at_local(day)) if self.works(day) else 0)
        while True:
            hours = self.hours_on(day)
            worked = self._worked_month(day)
            if worked is not None and left > worked * hours.length_ms:
                left -= worked * hours.length_ms
                day = _next_month(day)
                continue
            if self.works(day):
                if left <= hours.length_ms:
                    return at_local(day) + hours.reach(left)
                left -= hours.length_ms
            day += timedelta(days=1)

    def add_working_days(self, start: int, days: float) -> int:
        """The instant when ``days`` (more than 0) working days after ``start`` have passed, epoch milliseconds.

        A day counts as one however long its hours are; what is left of the first one counts for its share of that day.
        """
        day = local_date(start)
        left = Fraction(days).limit_denominator(_DENOMINATORS)
        if self.works(day):
            hours = self.hours_on(day)
            left += Fraction(hours.within(0, start - at_local(day)), hours.length_ms)
        while True:
            worked = self._worked_month(day)
            if worked is not None and left > worked:
                left -= worked
                day = _next_month(day)
                continue
            if self.works(day):
                if left <= 1:
                    hours = self.hours_on(day)
                    return max(start, at_local(day) + hours.reach(round(left * hours.length_ms)))
                left -= 1
            day += timedelta(days=1)

    def working_time_between(self, start: int, end: int) -> int:
        """Milliseconds of working time between two instants; negative when ``end`` lies before ``start``."""
        if end < start:
            return -self.working_time_between(end, start)
        day, last = local_date(start), local_date(end)
        total = 0
        while day <= last:
            hours = self.hours_on(day)
            worked = self._worked_month(day)
            if worked is not None and _next_month(day) <= last and at_local(day) >= start:
                total += worked * hours.length_ms
                day = _next_month(day)
                continue
            if self.works(day):
                midnight = at_local(day)
                total += hours.within(start - midnight, end - midnight)
            day += timedelta(days=1)
        return total

    def _worked_month(self, day: date) -> int | None:
        """The working days of a month that begins on ``day`` under the same hours; None for any other day."""
        if day.day != 1:
            return None
        following = _next_month(day)
        if any(day < hours.since < following for hours in self.hours):
            return None
        first, length = monthrange(day.year, day.month)
        weekends = sum(1 for over in range(length - 28) if (first + over) % 7 >= 5) + 8
        return length - weekends + self._against.get((day.year, day.month), 0)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def calendar_from(records: Mapping[int, Record], hours: Record | None = None) -> Calendar:
    """The calendar out of the yearly records ``calendar/<year>`` and that of the hours. What is no date is left out."""
    days: dict[date, bool] = {}
    names: dict[date, str] = {}
    years = set()
    for year, record in records.items():
        table = record.get("days", {})
        if not record.active or not isinstance(table, Mapping):
            continue
        years.add(year)
        days |= {day: bool(works) for day, works in _dated(table).items()}
        named = record.get("names")
        if isinstance(named, Mapping):
            names |= {day: str(name) for day, name in _dated(named).items()}
    told = hours_in(hours.get("hours")) if hours is not None and hours.active else ()
    return Calendar(days, frozenset(years), told, names)


def _dated(table: Mapping[Any, Any]) -> dict[date, Any]:
    """A table by its days; what is no date is left out."""
    found = {}
    for text, value in table.items():
        try:
            found[date.fromisoformat(str(text))] = value
        except ValueError:
            continue
    return found


def hours_in(told: Any) -> tuple[Hours, ...]:
    """The office hours told in a record, by the day they begin to hold; lines that make no sense are left out.

    A line is ``{"since": "2026-07-01", "periods": [[540, 720], [810, 1050]]}``, minutes after midnight.
    """
    found = {}
    for line in told if isinstance(told, list | tuple) else ():
        try:
            hours = hours_of(line)
        except Refused:
            continue
        found[hours.since] = hours
    return tuple(found[since] for since in sorted(found))


def hours_of(line: Any) -> Hours:
    """One line of office hours. Refuses ``not_a_date``, ``hours_missing`` and ``hours_overlap``."""
    told = line if isinstance(line, Mapping) else {}
    try:
        since = date.fromisoformat(str(told.get("since")))
    except ValueError:
        raise Refused("not_a_date", text=str(told.get("since"))) from None
    periods = told.get("periods")
    if not isinstance(periods, list | tuple) or not 1 <= len(periods) <= _MOST_PERIODS:
        raise Refused("hours_missing")
    before = 0
    kept = []
    for period in periods:
        if not isinstance(period, list | tuple) or len(period) != 2 or not all(type(edge) is int for edge in period):
            raise Refused("hours_missing")
        opens, closes = period
        if not before <= opens < closes <= 24 * 60:
            raise Refused("hours_overlap")
        before = closes
        kept.append((opens, closes))
    return Hours(since, tuple(kept))


def office_calendar(world: World, *instants: int) -> Calendar:
    """The office calendar of every year that lies between instants, and of the year after."""
    years = [local_date(at).year for at in instants]
    records = {year: world.state(f"calendar/{year}") for year in range(min(years), max(years) + 2)}
    return calendar_from(records, world.state(f"calendar/{HOURS}"))


def check_hours(told: Sequence[Any]) -> None:
    """Refuse lines that are none, and two that begin on one day (``hours_twice``)."""
    days = [hours_of(line).since for line in told]
    if not days:
        raise Refused("hours_missing")
    if len(set(days)) < len(days):
        raise Refused("hours_twice", day=max(day for day in days if days.count(day) > 1).isoformat())


@demands("calendar")
def _check(fields: Mapping[str, Any]) -> None:
    if "hours" in fields:
        lines = fields["hours"]
        check_hours(lines if isinstance(lines, list | tuple) else ())
        return
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
