"""What the section of drill plans shows, and the commands of its forms, without a widget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.desk.reference import Reference
from commandcenter.domain.drill import drill_plan_of
from commandcenter.domain.record import AmendRecord, ListRecord, Record
from commandcenter.domain.roster import Directory

HEAD = ("name", "plan", "place", "place_words", "setting", "goals")
"""The fields of the form."""


@dataclass(frozen=True, slots=True)
class DrillRow:
    """A drill plan in the list. ``plan`` is the name of the plan it rests on, empty when that is out of use."""

    id: str
    name: str
    plan: str
    injects: int
    active: bool


def rows_of(records: Mapping[str, Record], reference: Reference) -> list[DrillRow]:
    """The drill plans by code, those in use first."""
    rows = []
    for key, record in records.items():
        drill, plan = drill_plan_of(record), reference.plan(str(record.get("plan", "")))
        rows.append(DrillRow(key, drill.name, plan.name if plan else "", len(drill.injects), record.active))
    return sorted(rows, key=lambda row: (not row.active, row.id))


@dataclass(frozen=True, slots=True)
class InjectRow:
    """A line of the script."""

    place: int
    minute: int
    text: str
    expected: str
    units: str


def inject_rows(record: Record, reference: Reference) -> list[InjectRow]:
    """The script in the order of the minutes. Ids of units become names; a post that is no unit stays as it is written."""
    units = reference.units
    return [
        InjectRow(
            place,
            inject.minute,
            inject.text,
            inject.expected,
            "、".join(units[key].name if key in units else key for key in inject.units.split()),
        )
        for place, inject in enumerate(drill_plan_of(record).injects)
    ]


def new_code(taken: Iterable[str]) -> str:
    """The next free code: ``SC17``."""
    numbers = [int(key[2:]) for key in taken if key[:2] == "SC" and key[2:].isdecimal()]
    return f"SC{max(numbers, default=0) + 1:02d}"


def fields_of(values: Mapping[str, Any], directory: Directory) -> dict[str, Any]:
    """The fields of a drill plan out of its form; the place is looked for in the roster."""
    words = str(values["place_words"])
    found = directory.locate(words) if words else None
    return {
        "name": str(values["name"]),
        "plan": str(values["plan"]),
        "place": found.id if found else "",
        "place_words": words,
        "setting": str(values["setting"]),
        "goals": [line.strip() for line in str(values["goals"]).splitlines() if line.strip()],
    }


def listed(key: str, fields: Mapping[str, Any]) -> ListRecord:
    """Enter a drill plan."""
    return ListRecord(subject=f"drill/{key}", fields={name: value for name, value in fields.items() if value})


def amended(record: Record, fields: Mapping[str, Any]) -> AmendRecord | None:
    """Change a drill plan; None when nothing differs."""
    changed = {
        name: value for name, value in fields.items() if (record.get(name) or value) and record.get(name) != value
    }
    return AmendRecord(subject=record.subject, fields=changed) if changed else None


def inject_line(values: Mapping[str, Any]) -> dict[str, Any]:
    """A line of the script out of its form."""
    line = {"t_min": values["minute"], "inject": values["text"], "expected": values["expected"]}
    units = " ".join(str(values["units"]).replace("、", " ").replace("，", " ").replace(",", " ").split())
    return line | ({"units": units} if units else {})


def scripted(record: Record, lines: Sequence[Mapping[str, Any]]) -> AmendRecord:
    """Change the script; its lines stand in the order of the minutes."""
    ordered = sorted((dict(line) for line in lines), key=lambda line: int(line["t_min"]))
    return AmendRecord(subject=record.subject, fields={"injects": ordered})
