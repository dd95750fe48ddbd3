"""What the shift before took down on the telephone, and what was written into its log, as the sample office begins with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from commandcenter.domain.call_acts import DutyNote, RecordCall
from commandcenter.domain.clock import HOUR, at_local, local_date
from commandcenter.domain.command import Command


def call_commands(told: Mapping[str, Any], hour: int, now: int, new_id: Callable[[], str], taker: str) -> list[Command]:
    """The calls and lines of the day before. ``hour`` is when a shift begins (minutes after midnight)."""
    day = local_date(now) - timedelta(days=2 if now < at_local(local_date(now), hour // 60, hour % 60) else 1)
    begun = at_local(day, hour // 60, hour % 60)
    found: list[Command] = []
    for one in told["call"]:
        words = {name: value for name, value in one.items() if name != "hours"}
        at = begun + round(one["hours"] * HOUR)
        found.append(RecordCall(call=new_id(), taker=taker, happened_at=at, channel="phone", **words))
    for one in told["note"]:
        at = begun + round(one["hours"] * HOUR)
        found.append(DutyNote(note=new_id(), words=one["words"], happened_at=at))
    return found
