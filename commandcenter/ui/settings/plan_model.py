"""A plan being edited: a working copy whose parts are changed line by line, and published as one new version."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.record import AmendRecord, Record
from commandcenter.domain.unit import RELATIONS, Unit
from commandcenter.ui.settings.unit_model import CLOCKS

translate = QCoreApplication.translate

PARTS = ("name", "units", "first_five", "texts")
"""The fields of a plan that are edited here."""
PLACES = ("{time}", "{place}", "{event}", "{ask}", "{assembly}", "{contact}")
"""What a text may hold a place for; filled in when the whistle is blown."""

Copy = dict[str, Any]


def working_copy(record: Record) -> Copy:
    """The editable parts of a plan as it stands."""
    return {
        "name": str(record.get("name", "")),
        "units": copy.deepcopy([dict(line) for line in record.get("units", ())]),
        "first_five": copy.deepcopy([dict(line) for line in record.get("first_five", ())]),
        "texts": dict(record.get("texts") or {}),
    }


def changed_parts(record: Record, edited: Mapping[str, Any]) -> list[str]:
    """The parts of a working copy that differ from the plan as it stands."""
    standing = working_copy(record)
    return [part for part in PARTS if edited[part] != standing[part]]


def published(record: Record, edited: Mapping[str, Any], reason: str) -> AmendRecord:
    """The command that publishes a working copy as the next version."""
    fields = {part: edited[part] for part in changed_parts(record, edited)}
    return AmendRecord(subject=record.subject, fields=fields, reason=reason)


def moved(lines: list[dict[str, Any]], place: int, step: int) -> int:
    """Move a line up or down in place; returns where it stands then."""
    target = place + step
    if not (0 <= place < len(lines) and 0 <= target < len(lines)):
        return place
    lines[place], lines[target] = lines[target], lines[place]
    return target


def unit_line(values: Mapping[str, Any]) -> dict[str, Any]:
    """A line of the units out of a form; only what says something is kept."""
    line: dict[str, Any] = {"unit": values["unit"]}
    if values["duty"] == "lead":
        line["duty"] = "lead"
    if values["why"]:
        line["why"] = values["why"]
    if values["ask"] is not None:
        line["ask"] = values["ask"]
    if values["relation"] in RELATIONS:
        line["relation"] = values["relation"]
    limits = {clock: values[clock] for clock in CLOCKS if values[clock] is not None}
    if limits:
        line["limits"] = limits
    if values["optional"]:
        line["optional"] = True
    return line


def step_line(values: Mapping[str, Any]) -> dict[str, Any]:
    """A line of the first five minutes out of a form."""
    return {"text": values["text"], **({"unit": values["unit"]} if values["unit"] else {})}


@dataclass(frozen=True, slots=True)
class PlanUnitRow:
    """A unit of the plan in the table."""

    order: int
    unit: str
    name: str
    relation: str
    lead: bool
    ask: str
    why: str
    limits: str
    optional: bool


def unit_rows(lines: Sequence[Mapping[str, Any]], units: Mapping[str, Unit]) -> list[PlanUnitRow]:
    """The units of a plan in the order of the calls."""
    rows = []
    for order, line in enumerate(lines, start=1):
        unit = units.get(str(line.get("unit")))
        limits = line.get("limits") or {}
        own = unit.limits if unit else {}
        shown = {clock: limits.get(clock, own.get(clock)) for clock in CLOCKS}
        words = " / ".join(f"{value:g}" if value else "—" for value in shown.values())
        rows.append(
            PlanUnitRow(
                order,
                str(line.get("unit")),
                unit.name if unit else str(line.get("unit")),
                str(line.get("relation") or (unit.relation if unit else "")),
                line.get("duty") == "lead",
                str(line.get("ask", "")) if line.get("ask") is not None else "",
                str(line.get("why", "")),
                words if any(shown.values()) else translate("Plans", "its own"),
                line.get("optional") is True,
            )
        )
    return rows


@dataclass(frozen=True, slots=True)
class StepRow:
    """A line of the first five minutes."""

    order: int
    text: str
    unit: str
    name: str


def step_rows(lines: Sequence[Mapping[str, Any]], units: Mapping[str, Unit]) -> list[StepRow]:
    """The first five minutes in order."""
    rows = []
    for order, line in enumerate(lines, start=1):
        unit = units.get(str(line.get("unit", "")))
        rows.append(StepRow(order, str(line.get("text", "")), str(line.get("unit", "")), unit.name if unit else ""))
    return rows
