"""Absence: somebody who holds a post is not there for a while, and who stands in meanwhile.

Only a code tells why: what lies behind it (an illness) is nobody's business here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

REASONS = ("leave", "business", "training", "other")


@dataclass(frozen=True, slots=True)
class Absence:
    """Who is away from when to when (epoch milliseconds; ``until`` is the first instant back, None = not known yet).

    ``substitute`` is the person who stands in; empty where the deputy of each post does.
    """

    id: str
    person: str
    since: int
    until: int | None = None
    substitute: str = ""
    reason: str = "other"
    note: str = ""

    def covers(self, instant: int) -> bool:
        """Whether the person is away at an instant."""
        return self.since <= instant and (self.until is None or instant < self.until)

    def misses(self, start: int, end: int) -> bool:
        """Whether the person cannot stand a shift: not there when it begins, or away for half of it or more."""
        gone = min(end, end if self.until is None else self.until) - max(start, self.since)
        return self.covers(start) or (gone > 0 and 2 * gone >= end - start)


def absence_of(record: Record) -> Absence:
    """The absence in a record. One that was taken back before its end ends when it was taken back."""
    since, until = whole(record.get("since")) or 0, whole(record.get("until"))
    if record.retired_at is not None:
        until = record.retired_at if until is None else min(until, record.retired_at)
    return Absence(
        id=record.id,
        person=str(record.get("person", "")),
        since=since,
        until=until,
        substitute=str(record.get("substitute", "") or ""),
        reason=str(record.get("reason", "other")),
        note=str(record.words.get("note", "") or ""),
    )


def spell(fields: Mapping[str, Any]) -> None:
    """Refuse ``dates_wrong`` where ``until`` does not lie behind ``since``, or either is no instant."""
    since, until = fields.get("since"), fields.get("until")
    if since is not None and whole(since) is None:
        raise Refused("dates_wrong")
    if until is not None and (whole(until) is None or (since is not None and until <= since)):
        raise Refused("dates_wrong")


@demands("absence")
def _check(fields: Mapping[str, Any]) -> None:
    if not fields.get("person"):
        raise Refused("person_missing")
    if whole(fields.get("since")) is None:
        raise Refused("dates_wrong")
    spell(fields)
    if fields.get("substitute") and fields.get("substitute") == fields.get("person"):
        raise Refused("stands_in_for_self")
    if fields.get("reason", "other") not in REASONS:
        raise Refused("absence_reason_unknown", reason=fields.get("reason"))
