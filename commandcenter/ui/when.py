"""How moments and spans of time read on the screen. Absolute times are office time, spans carry no sign of their own."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.clock import DAY, HOUR, MINUTE, SECOND, local, local_date

translate = QCoreApplication.translate

UNKNOWN = "—"


def span(milliseconds: int) -> str:
    """A span as ``mm:ss`` below an hour, else ``h:mm:ss``."""
    seconds = abs(milliseconds) // SECOND
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"


def long_span(milliseconds: int) -> str:
    """A span as ``hh:mm:ss``, or in days from two days on."""
    if abs(milliseconds) >= 2 * DAY:
        tenths = abs(milliseconds) * 10 // DAY  # never more than there is
        return translate("When", "{n} d").format(n=f"{tenths / 10:.1f}".removesuffix(".0"))
    seconds = abs(milliseconds) // SECOND
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}"


def rough(milliseconds: int) -> str:
    """A span in words: ``4 min``, ``3 h``, ``2 days``."""
    amount = abs(milliseconds)
    if amount < MINUTE:
        return translate("When", "{n} s").format(n=amount // SECOND)
    if amount < HOUR:
        return translate("When", "{n} min").format(n=amount // MINUTE)
    if amount < DAY:
        return translate("When", "{n} h").format(n=amount // HOUR)
    return translate("When", "{n} d").format(n=amount // DAY)


def left(milliseconds: int) -> str:
    """What is left of a limit, never more than there is: ``2 d 23 h`` within ten days, longer in whole days.

    The hours stand beside the days, else what lacks a minute of three days would read as two.
    """
    days, rest = divmod(abs(milliseconds) // HOUR, 24)
    if not days:
        return rough(milliseconds)
    if days >= 10 or not rest:
        return translate("When", "{n} d").format(n=days)
    return translate("When", "{n} d {h} h").format(n=days, h=rest)


def clock(ms: int | None) -> str:
    """``21:47``."""
    return local(ms).strftime("%H:%M") if ms is not None else UNKNOWN


def clock_seconds(ms: int | None) -> str:
    """``21:47:12``."""
    return local(ms).strftime("%H:%M:%S") if ms is not None else UNKNOWN


def day(ms: int | None) -> str:
    """``2026-07-16``."""
    return local(ms).strftime("%Y-%m-%d") if ms is not None else UNKNOWN


_day_of = lru_cache(maxsize=8)(local_date)
"""The days lists are looked at on: one now, asked for every row."""


def moment(ms: int | None, now: int) -> str:
    """``21:47`` today, ``7-15 21:47`` this year, else the whole date."""
    if ms is None:
        return UNKNOWN
    then, today = local(ms), _day_of(now)
    if then.year != today.year:
        return then.isoformat()[:10]
    time = f"{then.hour:02d}:{then.minute:02d}"  # lists tell many: twice as fast as a format of the whole
    return time if then.date() == today else f"{then.month}-{then.day} {time}"


def moment_word(ms: int, now: int) -> str:
    """``today 21:47``, ``yesterday 08:05``, ``7-14 17:48``."""
    days = (local_date(now) - local_date(ms)) // timedelta(days=1)
    if days == 0:
        return translate("When", "today {time}").format(time=clock(ms))
    if days == 1:
        return translate("When", "yesterday {time}").format(time=clock(ms))
    return moment(ms, now)


def weekday(number: int) -> str:
    """Mon … Sun for 0 … 6."""
    names = (
        translate("When", "Mon"),
        translate("When", "Tue"),
        translate("When", "Wed"),
        translate("When", "Thu"),
        translate("When", "Fri"),
        translate("When", "Sat"),
        translate("When", "Sun"),
    )
    return names[number]


def date_with_weekday(ms: int) -> str:
    """``7月16日 周四``."""
    then = local(ms)
    return translate("When", "{month}/{day} {weekday}").format(
        month=then.month, day=then.day, weekday=weekday(then.weekday())
    )


def since(ms: int, start: int) -> str:
    """``T+18:22``."""
    return f"T+{span(ms - start)}" if ms >= start else f"T-{span(ms - start)}"
