"""The official working days of a year, from the calendar package, which knows the State Council's yearly notices."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利70周年",
}
"""The package's names of holidays, as the screen and the paper say them."""


def official_days(year: int) -> dict[str, Any] | None:
    """The fields of the record ``calendar/<year>``; None when the package does not cover the year.

    ``days`` holds the dates that differ from Monday to Friday (True is worked), ``names`` every holiday's name.
    """
    import chinese_calendar

    days: dict[str, bool] = {}
    names: dict[str, str] = {}
    day = date(year, 1, 1)
    while day.year == year:
        try:
            off, holiday = chinese_calendar.get_holiday_detail(day)
        except NotImplementedError:
            return None
        if off == (day.weekday() < 5):
            days[day.isoformat()] = not off
        if off and holiday:
            names[day.isoformat()] = NAMES.get(holiday, holiday)
        day += timedelta(days=1)
    return {"days": days, "names": names, "source": "国务院办公厅节假日安排"}
