"""Months of office time as plain numbers: 202606 is June 2026. Any instant has one, also one that no calendar can tell.

``datetime`` ends with the year 9999 and raises beyond it; what is counted by month must not fail on a hostile instant, so
the calendar is worked out in whole numbers (the proleptic Gregorian one, by eras of 400 years).
"""

from __future__ import annotations

from functools import lru_cache

from commandcenter.domain.clock import DAY, HOUR

_OFFICE = 8 * HOUR
_ERA_DAYS = 146_097
_TO_MARCH_0 = 719_468
"""Days from 1 March of the year 0 to 1 January 1970: a year that begins in March has its odd day at the end."""


def day_of(ms: int) -> int:
    """The office's calendar day of an instant (epoch milliseconds), counted from 1 January 1970."""
    return (ms + _OFFICE) // DAY


@lru_cache(maxsize=8192)
def date_of(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day counted from 1 January 1970."""
    era, in_era = divmod(day + _TO_MARCH_0, _ERA_DAYS)
    year = (in_era - in_era // 1460 + in_era // 36_524 - in_era // (_ERA_DAYS - 1)) // 365
    in_year = in_era - (365 * year + year // 4 - year // 100)
    march = (5 * in_year + 2) // 153
    month = march + 3 if march < 10 else march - 9
    return year + era * 400 + (month <= 2), month, in_year - (153 * march + 2) // 5 + 1


def _day_number(year: int, month: int) -> int:
    """The first of a month as a day counted from 1 January 1970."""
    year -= month <= 2
    era, in_era = divmod(year, 400)
    in_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5
    return era * _ERA_DAYS + in_era * 365 + in_era // 4 - in_era // 100 + in_year - _TO_MARCH_0


def month_of(ms: int) -> int:
    """The month of an instant in office time, as 202606."""
    return month_of_day(day_of(ms))


def month_of_day(day: int) -> int:
    """The month of a day counted from 1 January 1970."""
    year, month, _ = date_of(day)
    return year * 100 + month


def day_name(day: int) -> str:
    """A day counted from 1 January 1970 as ``2026-06-30``."""
    year, month, in_month = date_of(day)
    return f"{year:04d}-{month:02d}-{in_month:02d}"


def start_of(month: int) -> int:
    """The instant a month begins in office time, in epoch milliseconds."""
    year, number = divmod(month - 1, 100)
    return _day_number(year, number + 1) * DAY - _OFFICE


def end_of(month: int) -> int:
    """The instant the next month begins."""
    return start_of(later(month, 1))


def later(month: int, by: int) -> int:
    """The month so many months later; ``by`` may be negative."""
    year, number = divmod(month - 1, 100)
    year, number = divmod(year * 12 + number + by, 12)
    return year * 100 + number + 1


def months(first: int, last: int) -> list[int]:
    """Every month from ``first`` to ``last``, both included."""
    found = []
    while first <= last:
        found.append(first)
        first = later(first, 1)
    return found
