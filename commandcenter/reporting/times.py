"""Times, spans and counts as they are written on paper. Office time; a missing value is never a zero."""

from __future__ import annotations

from commandcenter.domain.clock import MINUTE, SECOND, local
from commandcenter.domain.indicators import Ratio
from commandcenter.reporting.words import UNKNOWN

_LONG = 100 * MINUTE


def span(milliseconds: int) -> str:
    """A length as ``06:40`` in minutes and seconds, from a hundred minutes on ``1:46:40``."""
    seconds = abs(milliseconds) // SECOND
    sign = "-" if milliseconds < 0 and seconds else ""
    minutes, seconds = divmod(seconds, 60)
    if abs(milliseconds) < _LONG:
        return f"{sign}{minutes:02d}:{seconds:02d}"
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02d}:{seconds:02d}"


def since(start: int, at: int) -> str:
    """``T+06:40``: how long after the whistle."""
    text = span(at - start)
    return f"T{text}" if text.startswith("-") else f"T+{text}"


def spoken_span(milliseconds: int) -> str:
    """A length as it stands in a sentence: ``6分40秒``, ``1小时34分``."""
    seconds = abs(milliseconds) // SECOND
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours}小时" if hours else "", f"{minutes}分" if minutes else "", f"{seconds}秒" if seconds else ""]
    return "".join(parts) or "0秒"


def minutes(value: float) -> str:
    """A limit in minutes: ``30分钟``, ``24小时`` from two hours on when it is whole."""
    if value >= 120 and value % 60 == 0:
        return f"{value / 60:g}小时"
    return f"{value:g}分钟"


def clock(at: int) -> str:
    """``21:38:05``."""
    return f"{local(at):%H:%M:%S}"


def short_clock(at: int) -> str:
    """``21:38``."""
    return f"{local(at):%H:%M}"


def day(at: int) -> str:
    """``2026年7月16日``."""
    moment = local(at)
    return f"{moment.year}年{moment.month}月{moment.day}日"


def moment(at: int) -> str:
    """``2026年7月16日21时38分``."""
    when = local(at)
    return f"{day(at)}{when.hour}时{when.minute:02d}分"


def stamp(at: int) -> str:
    """``2026-07-16 21:38``."""
    return f"{local(at):%Y-%m-%d %H:%M}"


def count(value: int | None, unit: str = "") -> str:
    """A count, or 不明."""
    return UNKNOWN if value is None else f"{value}{unit}"


def ratio(value: Ratio, unit: str = "个") -> str:
    """``9个（共10个，90%）``; below ten only the counts; 不适用 when there is nothing to count."""
    if value.whole == 0:
        return "不适用"
    percent = value.percent
    if percent is None:
        return f"{value.part}{unit}（共{value.whole}{unit}）"
    return f"{value.part}{unit}（共{value.whole}{unit}，{percent:.1f}%）".replace(".0%", "%")
