"""What the units section shows, and the commands of its forms, without a widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.plan import Plan
from commandcenter.domain.record import AmendRecord, ListRecord, Record
from commandcenter.domain.roster import matching
from commandcenter.domain.unit import Unit, unit_of

translate = QCoreApplication.translate

CLOCKS = ("answer", "leave", "arrive")
FILTERS = ("", "department", "section", "community", "force", "retired")
MOST_CONTACTS = 5
OFFICE, OWN_RULE, MINUTES = "office", "own_rule", "minutes"
"""Whose limits hold for a unit: the office's, its own rule (shown, not judged), or minutes written for it."""


def kind_word(kind: str) -> str:
    """The word for a kind of unit."""
    words = {
        "department": translate("Units", "Department"),
        "section": translate("Units", "Section"),
        "community": translate("Units", "Community"),
        "force": translate("Units", "Own force"),
    }
    return words.get(kind, kind)


def relation_words(relation: str) -> str:
    """What the relation allows, in a sentence."""
    words = {
        "direct": translate("Units", "Direct: our own force. It is ordered, and it reports to us."),
        "dispatch": translate("Units", "Dispatch: a branch or district department. It may be called in and assessed."),
        "request": translate("Units", "Request: it has its own command. It is asked, never ordered, and not assessed."),
        "report": translate("Units", "Report: it is only informed; it may take over the command."),
    }
    return words.get(relation, relation)


def limit_mode(record: Record) -> str:
    """Whose limits hold for the unit in a record."""
    limits = record.get("limits")
    if limits is None:
        return OFFICE
    return MINUTES if isinstance(limits, Mapping) and any(limits.values()) else OWN_RULE


def limits_words(record: Record) -> str:
    """``5 / 10 / 15``, or whose rule holds."""
    mode = limit_mode(record)
    if mode == OFFICE:
        return translate("Units", "office's limits")
    if mode == OWN_RULE:
        return translate("Units", "own rule")
    limits = record.get("limits")
    return " / ".join(f"{limits[clock]:g}" if limits.get(clock) else "—" for clock in CLOCKS)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the table."""

    id: str
    name: str
    kind: str
    relation: str
    phone: str
    limits: str
    contacts: int
    first_action: str
    active: bool


def rows_of(records: Mapping[str, Record], initials: Mapping[str, str], only: str, text: str) -> list[UnitRow]:
    """The units by kind and code; of one kind, or the retired ones, and answering to ``text`` when given."""
    rows = []
    for record in records.values():
        unit = unit_of(record)
        if (only == "retired") == unit.active or (only not in ("", "retired") and unit.kind != only):
            continue
        if text and not (matching(initials.get(unit.id, ""), unit.name, text) or text.lower() in unit.id.lower()):
            continue
        rows.append(_row(record, unit))
    order = ("department", "section", "force", "community")
    rows.sort(key=lambda row: (order.index(row.kind) if row.kind in order else len(order), row.id))
    return rows


def _row(record: Record, unit: Unit) -> UnitRow:
    return UnitRow(
        unit.id,
        unit.name,
        unit.kind,
        unit.relation,
        unit.duty_phone,
        limits_words(record),
        len(unit.contacts),
        unit.first_action,
        unit.active,
    )


def counts(records: Mapping[str, Record]) -> list[int]:
    """How many units each filter has."""
    found = [unit_of(record) for record in records.values()]
    return [
        sum(unit.active and (not only or unit.kind == only) for unit in found)
        if only != "retired"
        else sum(not unit.active for unit in found)
        for only in FILTERS
    ]


def plans_with(plans: Sequence[Plan], unit: str) -> list[str]:
    """The names of the plans that call a unit."""
    return [plan.name for plan in plans if any(line.unit == unit for line in plan.units)]


def fields_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a unit out of a form. Raises ``ValueError`` with the name of a field that cannot stand."""
    fields: dict[str, Any] = {
        "name": values["name"],
        "kind": values["kind"],
        "relation": values["relation"],
        "duty_phone": values["duty_phone"],
        "first_action": values["first_action"],
    }
    if values["limits"] == OFFICE:
        fields["limits"] = None
    elif values["limits"] == OWN_RULE:
        fields["limits"] = dict.fromkeys(CLOCKS)
    else:
        fields["limits"] = {clock: values[clock] for clock in CLOCKS}
        if not any(fields["limits"].values()):
            raise ValueError("answer")
    return fields


def listed(key: str, values: Mapping[str, Any], contacts: Sequence[Mapping[str, str]]) -> ListRecord:
    """Enter a unit."""
    fields = {name: value for name, value in fields_of(values).items() if value is not None}
    return ListRecord(subject=f"unit/{key}", fields=fields, words={"contacts": list(contacts)})


def amended(record: Record, values: Mapping[str, Any], contacts: Sequence[Mapping[str, str]]) -> AmendRecord | None:
    """Change a unit; None when nothing differs."""
    fields = {name: value for name, value in fields_of(values).items() if not _same(record, name, value)}
    words = {} if list(contacts) == list(record.words.get("contacts", ())) else {"contacts": list(contacts)}
    if not fields and not words:
        return None
    return AmendRecord(subject=record.subject, fields=fields, words=words, reason=str(values.get("reason", "")))


def _same(record: Record, name: str, value: Any) -> bool:
    standing = record.get(name)
    if name == "limits" and isinstance(value, Mapping) and isinstance(standing, Mapping):
        return all(standing.get(clock) == value[clock] for clock in CLOCKS)
    return standing == value or (standing is None and value == "")
