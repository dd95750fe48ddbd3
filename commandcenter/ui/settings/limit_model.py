"""What the limits section shows, and the change of a limit, worked out without a widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.limit import Limit
from commandcenter.domain.plan import Plan
from commandcenter.domain.rates import Rate
from commandcenter.domain.record import AmendRecord, Change, Record
from commandcenter.journal.reading.incidents import ClockFact

translate = QCoreApplication.translate

UNITS = ("minute", "hour", "day", "working_hour", "working_day", "month", "percent", "times")
GROUPS = (
    "emergency",
    "district_report",
    "case",
    "muster_whistle",
    "joint_whistle",
    "supervision_whistle",
    "review_and_drill",
    "privacy",
    "duty",
    "roster",
    "patrol",
    "figures",
)
CLOCK_PREFIX = "whistle.emergency."
OWN_SOURCE = "街道自定"
"""What stands as the source of a limit the office has set itself; data, and data is Chinese."""


def unit_word(unit: str) -> str:
    """The word for a unit of time."""
    words = {
        "minute": translate("Limits", "min"),
        "hour": translate("Limits", "h"),
        "day": translate("Limits", "days"),
        "working_hour": translate("Limits", "working hours"),
        "working_day": translate("Limits", "working days"),
        "month": translate("Limits", "months"),
        "percent": "%",
        "times": translate("Limits", "times"),
    }
    return words.get(unit, unit)


def basis_word(basis: str) -> str:
    """How well a limit is sourced."""
    words = {
        "verified": translate("Limits", "verified"),
        "office": translate("Limits", "own"),
        "unverified": translate("Limits", "unverified"),
    }
    return words.get(basis, basis)


def group_word(group: str) -> str:
    """The name of a group of limits."""
    words = {
        "emergency": translate("Limits", "Emergency whistle"),
        "district_report": translate("Limits", "Reports to the district"),
        "case": translate("Limits", "Cases"),
        "muster_whistle": translate("Limits", "Muster whistle"),
        "joint_whistle": translate("Limits", "Joint whistle"),
        "supervision_whistle": translate("Limits", "Supervision whistle"),
        "review_and_drill": translate("Limits", "Review and drills"),
        "privacy": translate("Limits", "Personal data"),
        "duty": translate("Limits", "Duty"),
        "roster": translate("Limits", "Roster"),
        "patrol": translate("Limits", "Patrols"),
        "figures": translate("Limits", "Figures"),
    }
    return words.get(group, group or translate("Limits", "Others"))


def use_words(key: str) -> str:
    """What in this program runs by a limit; empty when nothing does, and the limit is kept for the record."""
    uses = {
        "whistle.emergency.answer": translate("Limits", "Report-in tiles: the answer clock; past it a unit is silent."),
        "whistle.emergency.leave": translate("Limits", "Report-in tiles: the leaving clock."),
        "whistle.emergency.arrive": translate("Limits", "Report-in tiles: the arrival clock; rates in the review."),
        "whistle.emergency.confirm": translate("Limits", "Report-in board: the mark until a leader has signed."),
        "whistle.emergency.leader_leave": translate(
            "Limits", "Report-in board: the named leader leaves for the scene."
        ),
        "whistle.emergency.leader_arrive": translate("Limits", "Report-in board: the named leader is on the scene."),
        "whistle.emergency.same_event": translate(
            "Limits", "Console: another whistle of one place and kind is asked about."
        ),
        "par.check": translate("Limits", "Report-in tiles: a head count is due after so long without contact."),
        "call.tries": translate("Limits", "P: so many tries at one number, then the next of the contact order."),
        "undo.board": translate("Limits", "Report-in board, Ctrl+Z: this seat's own last step, while it is so fresh."),
        "alarm.repeat": translate("Limits", "Alarm: the tone comes again after this."),
        "alarm.tones": translate("Limits", "Alarm: so many tones, then it is only shown."),
        "alarm.window": translate("Limits", "Alarm: the span in which the tones of one incident are counted."),
        "alarm.most": translate("Limits", "Alarm: at most so many tones of one incident in that span."),
        "report.leader": translate("Limits", "Command post: telling the main leader."),
        "report.district.phone": translate("Limits", "Command post: the first report to the district by phone."),
        "report.district.written": translate("Limits", "Command post: the first written report to the district."),
        "report.district.update": translate("Limits", "Command post: the interval of update reports."),
        "report.district.final": translate("Limits", "Command post: the final report after the end."),
        "case.judge": translate("Limits", "Cases: from registration to dispatch."),
        "case.sign_in": translate("Limits", "Cases: every handler's signature after dispatch."),
        "case.contact_citizen": translate("Limits", "Cases: reaching the citizen; the response rate."),
        "case.tries_apart": translate(
            "Limits", "Cases: how far two calls in vain lie apart; three count as unreachable."
        ),
        "case.suspend_review": translate("Limits", "Cases: the next look at a suspended one."),
        "case.redo": translate("Limits", "Cases: doing it again after an unhappy call-back."),
    }
    if key.startswith("figures.whistle_rate."):
        return translate("Limits", "Figures: the good band of the whistle rate; outside of it either end is flagged.")
    if key.startswith("whistle.joint."):
        return translate("Limits", "Joint whistles: this step from now on; clocks that run keep theirs.")
    if key.startswith("whistle.supervision.weight."):
        return translate("Limits", "Supervision whistles: the weighted marks; evaluations that stand keep theirs.")
    if key.startswith("whistle.supervision."):
        return translate("Limits", "Supervision whistles: this step from now on; clocks that run keep theirs.")
    if key.startswith("case.grade."):
        return translate("Limits", "Cases of this grade: the time to resolve; the resolution rate.")
    return uses.get(key, "")


def figure(value: Any) -> str:
    """A value without a needless fraction."""
    return f"{value:g}" if isinstance(value, int | float) else str(value)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The heading of a group."""

    group: str
    words: str

    @property
    def key(self) -> str:
        """The group."""
        return f"group:{self.group}"


@dataclass(frozen=True, slots=True)
class LimitRow:
    """A limit. ``draft`` is a (value, unit) being entered."""

    key: str
    name: str
    value: float
    unit: str
    basis: str
    source: str
    since: int
    note: str
    draft: tuple[float, str] | None = None


def rows_of(records: Mapping[str, Record], basis: str, text: str) -> list[GroupRow | LimitRow]:
    """The limits by group in their order; of one basis, and with ``text`` in name, key, source or note, when given."""
    limits = [record for record in records.values() if record.active]
    limits.sort(key=lambda record: (_group_rank(record), record.get("rank", 999), record.id))
    rows: list[GroupRow | LimitRow] = []
    group = None
    for record in limits:
        row = row_of(record)
        if basis and row.basis != basis:
            continue
        if text and not any(text.lower() in part.lower() for part in (row.name, row.key, row.source, row.note)):
            continue
        if record.get("group") != group:
            group = record.get("group")
            rows.append(GroupRow(str(group), group_word(str(group))))
        rows.append(row)
    return rows


def _group_rank(record: Record) -> int:
    group = record.get("group")
    return GROUPS.index(group) if group in GROUPS else len(GROUPS)


def row_of(record: Record) -> LimitRow:
    """A limit as the list shows it."""
    return LimitRow(
        key=record.id,
        name=str(record.get("name", record.id)),
        value=record.get("value", 0),
        unit=str(record.get("unit", "")),
        basis=str(record.get("basis", "unverified")),
        source=str(record.get("source", "")),
        since=record.changed_at,
        note=str(record.get("note", "")),
    )


def read_value(text: str) -> float | None:
    """A value as it is typed: ``45``, ``0.5``, ``1，5``; None when it is no number."""
    try:
        value = float(text.strip().replace("，", ".").replace(",", "."))
    except ValueError:
        return None
    return int(value) if value.is_integer() else value


def amended(record: Record, value: float, unit: str, basis: str, source: str, note: str, reason: str) -> AmendRecord:
    """The change of a limit. With another unit of time the range is converted, so that it means the same span."""
    fields: dict[str, Any] = {"value": value, "unit": unit, "basis": basis, "source": source}
    if note != str(record.get("note", "")):
        fields["note"] = note
    if unit != record.get("unit"):
        for name in ("least", "most"):
            edge = record.get(name)
            if isinstance(edge, int | float):
                fields[name] = converted(edge, str(record.get("unit")), unit)
    return AmendRecord(subject=record.subject, fields=fields, reason=reason)


def converted(value: float, unit: str, into: str) -> float:
    """A span in another unit of time, to four digits."""
    span = Limit("", value, unit).milliseconds / Limit("", 1, into).milliseconds
    rounded = round(span, 4)
    return int(rounded) if rounded.is_integer() else rounded


def range_words(record: Record, unit: str = "") -> str:
    """``15 – 60 min``; empty when a limit has no range."""
    unit = unit or str(record.get("unit", ""))
    edges = [record.get(name) for name in ("least", "most")]
    if not all(isinstance(edge, int | float) for edge in edges):
        return ""
    low, high = (converted(edge, str(record.get("unit")), unit) for edge in edges)
    return f"{figure(low)} – {figure(high)} {unit_word(unit)}"


@dataclass(frozen=True, slots=True)
class Past:
    """A limit's value at one entry of its history."""

    change: Change
    value: str


def values_over_time(record: Record) -> list[Past]:
    """The entries of a limit's history with the value each left standing, the newest first."""
    standing: dict[str, Any] = {}
    found = []
    for change in record.history:
        standing |= change.fields
        found.append(Past(change, f"{figure(standing.get('value'))} {unit_word(str(standing.get('unit', '')))}"))
    return found[::-1]


# --- what it would have changed -----------------------------------------------------------------------------------


def by_this_limit(
    facts: Sequence[ClockFact], clock: str, units: Mapping[str, Record], plans: Sequence[Plan]
) -> list[ClockFact]:
    """The report-ins that go by the office's own limit: their unit has none of its own, and the plan writes none."""
    written = {
        (plan.id, line.unit)
        for plan in plans
        for line in plan.units
        if line.limits is not None and clock in line.limits
    }
    return [
        fact
        for fact in facts
        if fact.unit in units and units[fact.unit].get("limits") is None and (fact.plan, fact.unit) not in written
    ]


def on_time(facts: Sequence[ClockFact], minutes: float | None = None) -> Rate:
    """How many were in time, by ``minutes`` or by the limits of their day. Who never came was not."""
    judged = [(fact, fact.limit if minutes is None else minutes) for fact in facts]
    kept = [(fact, limit) for fact, limit in judged if limit is not None]
    good = sum(1 for fact, limit in kept if fact.took is not None and fact.took <= limit * MINUTE)
    return Rate(good, len(kept))


def minutes_of(value: float, unit: str) -> float:
    """A span in minutes."""
    return Limit("", value, unit).milliseconds / MINUTE


def with_draft(row: LimitRow, draft: tuple[str, float, str] | None) -> LimitRow:
    """The row with what is being entered for it."""
    if draft is None or draft[0] != row.key or (draft[1], draft[2]) == (row.value, row.unit):
        return row
    return replace(row, draft=(draft[1], draft[2]))
