"""Time limits as data: a value, a unit, a basis, a source. No limit is written in code (DESIGN rule 10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from commandcenter.domain.clock import DAY, HOUR, MINUTE, WORKING_DAY_MS
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import LONGEST_MINUTES

if TYPE_CHECKING:
    from commandcenter.domain.calendar import Calendar

UNIT_MS = {"minute": MINUTE, "hour": HOUR, "day": DAY, "month": 30 * DAY}
WORKED_MS = {"working_hour": HOUR, "working_day": WORKING_DAY_MS}
"""Units that count working time alone."""
SHARE = "percent"
"""The unit of a limit that is no time: a share of a figure, or the weight of a mark, more than 0 and at most 100."""
TIMES = "times"
"""The unit of a limit that counts: how often something is tried or said, more than 0 and at most 100."""
_TIMELESS = (SHARE, TIMES)

BASES = ("verified", "office", "unverified")
"""How well a limit is sourced: 已核 in a primary text, 自定 by the office, 未核."""

WARN_AT = 0.8
"""Amber from 80 % of a limit (DESIGN 10)."""

ANSWER, LEAVE, ARRIVE = (f"whistle.emergency.{clock}" for clock in ("answer", "leave", "arrive"))
HEAD_COUNT, CALL_TRIES, SAME_EVENT = "par.check", "call.tries", "whistle.emergency.same_event"
UNDO_BOARD = "undo.board"
"""How long a seat takes its own last entry on the board back with one key."""
USUAL_UNDO_MS = 2 * MINUTE
CONFIRM, LEADER_LEAVE, LEADER_ARRIVE = (
    f"whistle.emergency.{clock}" for clock in ("confirm", "leader_leave", "leader_arrive")
)
ALARM_REPEAT, ALARM_TONES, ALARM_WINDOW, ALARM_MOST = (
    "alarm.repeat",
    "alarm.tones",
    "alarm.window",
    "alarm.most",
)
TELL_LEADER, TELL_DISTRICT, WRITE_DISTRICT = "report.leader", "report.district.phone", "report.district.written"
SITREP_FIRST, SITREP_LATER, SITREP_FINAL = "post.sitrep", "report.district.update", "report.district.final"
CASUALTIES, CASUALTIES_FAST = "report.casualties", "report.casualties.fast"
CASUALTIES_REMIND = "report.casualties.remind"
CASE_SIGN, CASE_CONTACT, CASE_JUDGE, CASE_CALLBACK = (
    "case.sign_in",
    "case.contact_citizen",
    "case.judge",
    "case.callback",
)
CASE_DISPUTE, CASE_VERIFY, CASE_REDO, CASE_DECIDE, CASE_SUSPEND_REVIEW, CASE_LOOKBACK = (
    "case.dispute",
    "case.verify",
    "case.redo",
    "case.redo_decide",
    "case.suspend_review",
    "case.lookback",
)
CASE_SOON = "case.soon"
"""A clock of a case with less than this left is amber, however short a part of its limit that is."""
WHISTLE_RATE_LOW, WHISTLE_RATE_HIGH = "figures.whistle_rate.low", "figures.whistle_rate.high"
CASE_TRIES_APART = "case.tries_apart"
GRADES = ("urgent", "prompt", "general", "complex")


def grade_key(grade: str) -> str:
    """The limit key of a case grade."""
    return f"case.grade.{grade}"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit in force. ``value`` counts ``unit``: minute, hour, day (natural), working_hour, working_day, month,
    percent or times.
    """

    key: str
    value: float
    unit: str
    basis: str = "unverified"
    source: str = ""

    def due(self, start: int, calendar: Calendar) -> int:
        """When the limit runs out, in epoch milliseconds."""
        return self.at(start, calendar)

    def at(self, start: int, calendar: Calendar, share: float = 1.0) -> int:
        """When a share of the limit is gone (1.5 = half as long again), in epoch milliseconds.

        Where it counts working time, the share is one of the working time: at night nothing of it passes.
        """
        if self.unit == "working_day":
            return calendar.add_working_days(start, self.value * share)
        amount = round(self.milliseconds * share)
        return calendar.add_working_time(start, amount) if self.unit in WORKED_MS else start + amount

    @property
    def milliseconds(self) -> int:
        """The length in milliseconds; a working day counts its working hours."""
        return round(self.value * (UNIT_MS | WORKED_MS).get(self.unit, WORKING_DAY_MS))


def warn_at(start: int, due: int) -> int:
    """The instant at which a limit turns amber."""
    return start + round((due - start) * WARN_AT)


def limit_of(record: Record) -> Limit | None:
    """The limit in a record; None when it is not listed or retired, so that nothing is judged by it."""
    if not record.active or not _can_run(record.fields):
        return None
    told = {name: str(record.get(name, "")) for name in ("unit", "basis", "source")}
    return Limit(record.id, float(record.fields["value"]), **told)


def _can_run(fields: Mapping[str, Any]) -> bool:
    """Whether the value is a length that a clock can run: more than nothing, no more than twenty years."""
    value, unit = fields.get("value"), fields.get("unit")
    if isinstance(value, bool) or not isinstance(value, int | float) or not isinstance(unit, str):
        return False
    if unit in _TIMELESS:
        return 0 < value <= 100
    return 0 < value <= LONGEST_MINUTES * MINUTE / UNIT_MS.get(unit, DAY)


@demands("limit")
def _check(fields: Mapping[str, Any]) -> None:
    value, unit = fields.get("value"), fields.get("unit")
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise Refused("limit_not_positive")
    if unit not in (*UNIT_MS, *WORKED_MS, *_TIMELESS):
        raise Refused("limit_unit_unknown", unit=unit)
    if not _can_run(fields):
        most = 100 if unit in _TIMELESS else LONGEST_MINUTES * MINUTE // UNIT_MS.get(str(unit), DAY)
        raise Refused("limit_out_of_range", least=0, most=most)
    if fields.get("basis") not in BASES:
        raise Refused("limit_basis_unknown")
    low, high = fields.get("least"), fields.get("most")
    if (isinstance(low, int | float) and value < low) or (isinstance(high, int | float) and value > high):
        raise Refused("limit_out_of_range", least=low, most=high)
