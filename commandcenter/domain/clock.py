"""The hybrid logical clock as arithmetic on integers, and the few time words the rules share.

A stamp is one integer: 48 bits of epoch milliseconds, then a 16-bit counter. Nothing here reads a clock.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

COUNTER_BITS = 16
COUNTER_MASK = (1 << COUNTER_BITS) - 1
MAX_FUTURE_DRIFT_MS = 10 * 60 * 1000
"""A remote stamp further ahead than this is kept as evidence but never drags the local clock (DESIGN 4)."""

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

WORKING_HOURS = ((9 * 60, 12 * 60), (13 * 60 + 30, 17 * 60 + 30))
"""Minutes after midnight, office time: the hours of an office that has told none, and before the first it has told."""
WORKING_DAY_MS = sum(end - start for start, end in WORKING_HOURS) * MINUTE
"""The length of a working day where none in particular is meant (how long is *one working day* at the most?)."""

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Office time. China has had one zone without daylight saving since 1991."""


def stamp(milliseconds: int, counter: int = 0) -> int:
    """Pack epoch milliseconds and a counter into one sortable integer."""
    return (milliseconds << COUNTER_BITS) | counter


def stamp_ms(value: int) -> int:
    """The epoch milliseconds of a stamp."""
    return value >> COUNTER_BITS


def tick(last: int, wall_ms: int) -> int:
    """The stamp of the next local event: never smaller than ``last``, also when the wall clock went back."""
    return max(last + 1, stamp(wall_ms))


def merge(last: int, remote: int, wall_ms: int) -> int:
    """The local clock after a remote stamp was seen. A stamp too far in the future does not move it."""
    if stamp_ms(remote) > wall_ms + MAX_FUTURE_DRIFT_MS:
        return last
    return max(last, remote)


def local(ms: int) -> datetime:
    """Office time of an instant given in epoch milliseconds."""
    return datetime.fromtimestamp(ms / 1000, CHINA)


def local_date(ms: int) -> date:
    """The office's calendar day of an instant."""
    return local(ms).date()


def epoch_ms(moment: datetime) -> int:
    """Epoch milliseconds of an aware datetime.

    Raises ``ValueError`` for a naive one: every stored time has a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a naive datetime has no instant")
    return round(moment.timestamp() * 1000)


def at_local(day: date, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """Epoch milliseconds of an office wall-clock time on ``day``."""
    return epoch_ms(datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=CHINA))
