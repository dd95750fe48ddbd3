"""What the section of the table of limits shows, and its changes, worked out without a widget."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.calendar import Calendar
from commandcenter.domain.case import CHANNELS as CHANNEL_CODES
from commandcenter.domain.case import NATURES as NATURE_CODES
from commandcenter.domain.case_limits import Row, Traits, conflicts, end_of, row_of
from commandcenter.domain.limit import GRADES as GRADE_CODES
from commandcenter.domain.limit import Limit, grade_key
from commandcenter.domain.record import AmendRecord, ListRecord, Record
from commandcenter.journal.reading.orders import ClosedOrder
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.settings.limit_model import OWN_SOURCE, basis_word, figure, read_value, unit_word
from commandcenter.ui.words import CHANNELS, GRADES, listed, word

translate = QCoreApplication.translate

UNITS = ("hour", "day", "working_hour", "working_day")


def nature_word(nature: str) -> str:
    """The word for what a citizen wants."""
    words = {
        "appeal": translate("CaseLimits", "appeal"),
        "advice": translate("CaseLimits", "question"),
        "suggestion": translate("CaseLimits", "suggestion"),
        "report": translate("CaseLimits", "report of a breach"),
        "praise": translate("CaseLimits", "praise"),
    }
    return words.get(nature, nature)


def any_word() -> str:
    """How an open condition is said."""
    return translate("CaseLimits", "any")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table as the list shows it. ``rivals`` are the ids of rows it contradicts; ``fallback`` a grade's limit."""

    key: str
    grade: str
    channel: str
    category: str
    nature: str
    value: float
    unit: str
    basis: str
    source: str
    note: str
    since: str
    changed_at: int
    rivals: tuple[str, ...] = ()
    fallback: bool = False


def table(records: Mapping[str, Record], text: str = "") -> list[TableRow]:
    """The rows in force: the most particular first, then by id; with ``text`` in what is shown, when given."""
    rows = [row for record in records.values() if (row := row_of(record)) is not None]
    against: dict[str, tuple[str, ...]] = {}
    for one, other in conflicts(rows):
        against[one.id] = (*against.get(one.id, ()), other.id)
        against[other.id] = (*against.get(other.id, ()), one.id)
    rows.sort(key=lambda row: (-row.weight, row.channel, row.category, row.grade, row.id))
    shown = [_shown(row, records[row.id], against.get(row.id, ())) for row in rows]
    return [row for row in shown if not text or text.lower() in _words_of(row).lower()]


def _shown(row: Row, record: Record, rivals: tuple[str, ...]) -> TableRow:
    return TableRow(
        key=row.id,
        grade=row.grade,
        channel=row.channel,
        category="/".join(row.category),
        nature=row.nature,
        value=row.limit.value,
        unit=row.limit.unit,
        basis=row.limit.basis,
        source=row.limit.source,
        note=row.note,
        since=row.since.isoformat() if row.since else "",
        changed_at=record.changed_at,
        rivals=rivals,
    )


def fallbacks(records: Mapping[str, Record]) -> list[TableRow]:
    """The limits of the grades, which hold where no row fits."""
    found = []
    for grade in GRADE_CODES:
        record = records.get(grade_key(grade))
        if record is None or not record.active:
            continue
        unit, basis, source, note = (str(record.get(name, "")) for name in ("unit", "basis", "source", "note"))
        value, at = record.get("value", 0), record.changed_at
        found.append(TableRow(record.id, grade, "", "", "", value, unit, basis, source, note, "", at, fallback=True))
    return found


def conditions(row: TableRow) -> str:
    """What a row names, in words."""
    parts = [
        word(GRADES, row.grade) if row.grade else "",
        word(CHANNELS, row.channel) if row.channel else "",
        row.category,
        nature_word(row.nature) if row.nature else "",
    ]
    return listed(parts) or any_word()


def value_words(row: TableRow) -> str:
    """``4 working hours``."""
    return f"{figure(row.value)} {unit_word(row.unit)}"


def _words_of(row: TableRow) -> str:
    return " ".join((row.key, conditions(row), value_words(row), row.source, row.note))


# --- entering a row ---------------------------------------------------------------------------------------------------


def condition_fields(
    told: Mapping[str, Any], categories: Sequence[tuple[str, ...]], *, grade: bool = True
) -> list[Field]:
    """The fields of the conditions, as in the table of limits and in the rules of escalation."""
    free = ("", any_word())
    grades = [free, *((code, word(GRADES, code)) for code in GRADE_CODES)]
    channels = [free, *((code, word(CHANNELS, code)) for code in CHANNEL_CODES)]
    natures = [free, *((code, nature_word(code)) for code in NATURE_CODES)]
    own = "/".join(map(str, told.get("category") or ()))
    paths = sorted({"/".join(path[:depth]) for path in categories for depth in range(1, len(path) + 1)} | {own})
    kinds = [free, *((path, path) for path in paths if path)]
    found = [
        Field("grade", translate("CaseLimits", "Grade"), kind="choice", choices=grades, value=told.get("grade", "")),
        Field(
            "channel",
            translate("CaseLimits", "Found by"),
            kind="choice",
            choices=channels,
            value=told.get("channel", ""),
        ),
        Field("category", translate("CaseLimits", "Category"), kind="choice", choices=kinds, value=own),
        Field(
            "nature", translate("CaseLimits", "Nature"), kind="choice", choices=natures, value=told.get("nature", "")
        ),
    ]
    return found if grade else found[1:]


def basis_field(told: Mapping[str, Any]) -> Field:
    """How well something is sourced."""
    choices = [(basis, basis_word(basis)) for basis in ("office", "verified", "unverified")]
    value = told.get("basis", "office")
    return Field("basis", translate("CaseLimits", "Basis"), kind="choice", choices=choices, value=value)


def row_fields(told: Mapping[str, Any], categories: Sequence[tuple[str, ...]], *, changing: bool) -> list[Field]:
    """The fields of a row; a change needs a reason."""
    value = told.get("value")
    units = [(unit, unit_word(unit)) for unit in UNITS]
    found = [
        *condition_fields(told, categories),
        Field(
            "value", translate("CaseLimits", "Value"), value=figure(value) if value is not None else "", required=True
        ),
        Field(
            "unit", translate("CaseLimits", "Unit of time"), kind="choice", choices=units, value=told.get("unit", "day")
        ),
        basis_field(told),
        Field("source", translate("CaseLimits", "Source"), value=told.get("source", OWN_SOURCE)),
        Field(
            "since",
            translate("CaseLimits", "Holds for orders from"),
            kind="date",
            value=told.get("since", ""),
            hint=translate("CaseLimits", "empty = at once"),
        ),
        Field("note", translate("CaseLimits", "Note"), value=told.get("note", "")),
    ]
    if changing:
        found.append(Field("reason", translate("CaseLimits", "Why it changes"), required=True, wide=True))
    return found


def row_told(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record out of a filled form. Raises ``ValueError`` with the name of a field that is no number."""
    value = read_value(str(values["value"]))
    if value is None or not math.isfinite(value):
        raise ValueError("value")
    kept = {
        name: str(values[name]).strip() for name in ("grade", "channel", "nature", "unit", "basis", "source", "note")
    }
    return kept | {"category": path_of(values), "value": value, "since": str(values["since"]).strip()}


def path_of(values: Mapping[str, Any]) -> list[str]:
    """The category of a filled form, level by level."""
    return [level for level in str(values["category"]).split("/") if level]


def entered(values: Mapping[str, Any], records: Mapping[str, Record], prefix: str, family: str) -> str:
    """The subject of a new record: the next free number of its family."""
    taken = {key for key in records if key.startswith(prefix)}
    number = 1
    while f"{prefix}{number:02d}" in taken:
        number += 1
    return f"{family}/{prefix}{number:02d}"


def added_row(values: Mapping[str, Any], records: Mapping[str, Record]) -> ListRecord:
    """The command that enters a row."""
    return ListRecord(subject=entered(values, records, "L", "case_limit"), fields=row_told(values))


def changed_row(record: Record, values: Mapping[str, Any]) -> AmendRecord:
    """The command that changes a row."""
    return AmendRecord(subject=record.subject, fields=row_told(values), reason=str(values["reason"]))


# --- what it would have changed ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trial:
    """Orders closed in a month: how many, how many in time by the end they had, and by the table that is tried.

    ``other`` counts those whose end would lie elsewhere.
    """

    month: str
    orders: int = 0
    by_day: int = 0
    by_table: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True)
class Trying:
    """What is needed to try a table on closed orders: plain values that a worker can take along."""

    rows: tuple[Row, ...]
    grades: Mapping[str, Limit]
    paths: Mapping[str, tuple[str, ...]]
    calendar: Calendar

    def on(self, month: str, orders: Sequence[ClosedOrder]) -> Trial:
        """The trial over the orders closed in ``month``. An order that no limit judges is left out."""
        count = by_day = by_table = other = 0
        for order in orders:
            traits = Traits(order.grade, order.channel, self.paths.get(order.category, ()), order.nature)
            end = end_of(self.rows, traits, order.received_at, self.calendar, self.grades.get(order.grade))
            if end is None or order.due_at is None:
                continue
            count += 1
            by_day += order.done_at <= order.due_at
            by_table += order.done_at <= end.due_at
            other += end.due_at != order.due_at
        return Trial(month, count, by_day, by_table, other)


def last_month(today: date) -> tuple[date, date]:
    """The first day of the month before ``today``, and of the month of ``today``."""
    first = today.replace(day=1)
    before = date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1)
    return before, first
