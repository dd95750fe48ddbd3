"""Days that are typed and days that are told: a limit ends when the office closes, and is counted in office time."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.calendar import Calendar
from commandcenter.domain.clock import HOUR, MINUTE, WORKING_DAY_MS, local, local_date

translate = QCoreApplication.translate


def read_day(text: str, now: int, calendar: Calendar, name: str = "") -> int:
    """A day typed by hand, ``2026-07-24`` or ``7-24``: when the office closes on it. Raises ``ValueError`` with ``name``."""
    parts = text.strip().replace("/", "-").replace(".", "-").replace("月", "-").replace("日", "").split("-")
    today = local_date(now)
    try:
        numbers = [int(part) for part in parts]
        year, month, day = numbers if len(numbers) == 3 else (today.year, *numbers)
        return calendar.closes(date(year, month, day))
    except (TypeError, ValueError):
        raise ValueError(name) from None


def day_typed(at: int) -> str:
    """A moment as the day that is typed into a field."""
    return local(at).strftime("%Y-%m-%d")


def short_day(at: int | None) -> str:
    """``7-24``; empty for none."""
    if at is None:
        return ""
    then = local(at)
    return f"{then.month}-{then.day}"


def short_moment(at: int) -> str:
    """``7-24 17:30``."""
    return f"{short_day(at)} {local(at):%H:%M}"


def office_time(milliseconds: int) -> str:
    """A length of office time: working days from one on, else hours and minutes."""
    amount = abs(milliseconds)
    if amount >= WORKING_DAY_MS:
        days = amount / WORKING_DAY_MS
        text = f"{days:.0f}" if days >= 3 or days == int(days) else f"{days:.1f}".removesuffix(".0")
        return translate("Days", "{n} working days").format(n=text)
    if amount >= HOUR:
        return translate("Days", "{n} office hours").format(n=f"{amount / HOUR:.1f}".removesuffix(".0"))
    return translate("Days", "{n} minutes of office time").format(n=amount // MINUTE)


def over_by(calendar: Calendar, due_at: int, until: int) -> str:
    """How far past its end a limit is, in office time; in days when none has passed since."""
    over = calendar.working_time_between(due_at, until)
    return office_time(over) if over > 0 else ""
