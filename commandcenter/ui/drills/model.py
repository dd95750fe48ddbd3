"""What the design of a drill shows and how it is changed, without a widget: working copies in, rows and commands out."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from commandcenter.desk.reference import Reference
from commandcenter.domain.command import Command
from commandcenter.domain.drill import CHANNELS, MARK, ROLES, DrillPlan, ScoreSheet, drill_plan_of
from commandcenter.domain.drill_check import Check, checks
from commandcenter.domain.record import AmendRecord, Record
from commandcenter.ui.parts.workcopies import Copy
from commandcenter.ui.words import INJECT_CHANNELS, word

PARTS = (
    *("name", "plan", "place", "place_words", "setting", "form", "content", "purpose", "scheduled_at", "minutes"),
    *("goals", "injects", "units", "sheet", "safety", "stop_word", "cost", "announcement"),
)
"""The fields that are written here; the roles are private words beside them."""
ROLE = "role."
SCRIPT_COLUMNS = ("minute", "channel", "text", "expected", "units", "late", "points")
"""The cells of the script that are written in place."""
POSTS = frozenset({"街巷长", "街道", "全体"})
"""Words among the units of an inject that are no unit but everybody knows (data of the sample scenarios)."""


def standing_copy(record: Record) -> Copy:
    """The editable parts of a drill plan as it stands, and the roles under ``roles``."""
    found: Copy = {part: copy.deepcopy(record.get(part)) for part in PARTS}
    found["goals"] = [
        {"id": aim.id, "words": aim.words, **({"origin": aim.origin} if aim.origin else {})}
        for aim in _read(record).aims
    ]
    found["injects"] = [_named(place, line) for place, line in enumerate(record.get("injects") or (), start=1)]
    found["safety"] = [str(line) for line in record.get("safety") or ()]
    found["roles"] = {
        name.removeprefix(ROLE): dict(told)
        for name, told in record.words.items()
        if name.startswith(ROLE) and isinstance(told, Mapping)
    }
    return found


def _read(record: Record) -> DrillPlan:
    return drill_plan_of(record)


def _named(place: int, line: Any) -> dict[str, Any]:
    """A line of the script with an id of its own, so that it keeps its identity when it is moved."""
    told = dict(line) if isinstance(line, Mapping) else {}
    return {"id": str(told.get("id") or f"i{place:02d}")} | told


def edited_record(record: Record, edited: Mapping[str, Any]) -> Record:
    """The record as it would be with the working copy."""
    fields = {name: value for name, value in record.fields.items() if name not in PARTS}
    fields |= {part: edited[part] for part in PARTS if edited.get(part) not in (None, "", [], {})}
    words = {name: told for name, told in record.words.items() if not name.startswith(ROLE)}
    words |= {ROLE + role: told for role, told in edited["roles"].items()}
    return Record(record.subject, record.known, fields, words, retired_at=record.retired_at, version=record.version)


def saved(record: Record, edited: Mapping[str, Any]) -> Command:
    """The command that saves a working copy as the next version; only what differs goes along."""
    standing = standing_copy(record)
    fields = {part: edited[part] for part in PARTS if edited[part] != standing[part]}
    words = {
        ROLE + role: edited["roles"].get(role, {})
        for role in ROLES
        if edited["roles"].get(role) != standing["roles"].get(role)
    }
    return AmendRecord(subject=record.subject, fields=fields, words=words)


# --- the script -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ScriptRow:
    """A line of the script in the table. ``lack`` marks one without a contingency."""

    id: str
    number: int
    minute: int
    channel: str
    text: str
    expected: str
    units: str
    late: str
    points: str
    lack: bool
    by_hand: bool


def script_rows(plan: DrillPlan, reference: Reference) -> list[ScriptRow]:
    """The script in the order of the minutes, with the names of units."""
    return [
        ScriptRow(
            line.id,
            number,
            line.minute,
            word(INJECT_CHANNELS, line.channel),
            line.text,
            line.expected,
            "、".join(short_name(reference, key) for key in line.who),
            f"{line.late_minutes}′ {line.late_text}" if line.late_at is not None else "",
            "" if line.points is None else str(line.points),
            line.late_at is None,
            line.trigger == "hand",
        )
        for number, line in enumerate(plan.injects, start=1)
    ]


def short_name(reference: Reference, key: str) -> str:
    """The name of a unit without what stands in brackets; a post as it is written."""
    unit = reference.units.get(key)
    return unit.name.partition("（")[0] if unit else key


def cell_text(line: Mapping[str, Any], column: str) -> str:
    """What stands in a cell, as it is typed."""
    if column == "late":
        minutes, words = line.get("late_min"), str(line.get("late", ""))
        return f"{minutes} {words}" if minutes is not None else words
    names = {"minute": "t_min", "text": "inject"}
    value = line.get(names.get(column, column))
    return "" if value is None else str(value)


def put_cell(lines: list[dict[str, Any]], place: int, column: str, text: str) -> int:
    """Write a cell of a line; returns where the line stands then. Raises ``ValueError`` when it cannot be read."""
    line, text = lines[place], text.strip()
    if column == "minute":
        minute = int(text)
        if minute < 0:
            raise ValueError(text)
        line["t_min"] = minute
        return sorted_in(lines, line)
    if column == "points":
        _set(line, "points", int(text) if text else None)
        if text and int(text) < 0:
            raise ValueError(text)
    elif column == "late":
        _put_late(line, text)
    elif column == "units":
        _set(line, "units", " ".join(text.replace("、", " ").replace("，", " ").replace(",", " ").split()))
    else:
        line["inject" if column == "text" else column] = text
    return place


def _put_late(line: dict[str, Any], text: str) -> None:
    """``3 再打一次电话``: after three minutes; a text alone keeps the minutes it had, or takes five."""
    first, _, rest = text.replace("′", " ").replace("分", " ", 1).partition(" ")
    if first.isdecimal():
        if int(first) <= 0 or not rest.strip():
            raise ValueError(text)
        line["late_min"], line["late"] = int(first), rest.strip()
    elif text:
        line["late_min"], line["late"] = line.get("late_min") or LATE_MINUTES, text
    else:
        line.pop("late_min", None)
        line.pop("late", None)


LATE_MINUTES = 5
"""What a contingency is proposed with."""
NEXT_MINUTES = 5
"""A new line of the script is proposed so many minutes after the one it follows."""


def _set(line: dict[str, Any], name: str, value: Any) -> None:
    if value in (None, ""):
        line.pop(name, None)
    else:
        line[name] = value


def sorted_in(lines: list[dict[str, Any]], line: dict[str, Any]) -> int:
    """Put a line where its minute belongs; those of the same minute keep their order. Returns where it stands."""
    lines.sort(key=_minute)
    return next(place for place, other in enumerate(lines) if other is line)


def _minute(line: Mapping[str, Any]) -> int:
    return int(line.get("t_min") or 0)


def inserted(lines: list[dict[str, Any]], place: int) -> int:
    """Put an empty line in behind a place; returns where it stands."""
    minute = _minute(lines[place]) if 0 <= place < len(lines) else -NEXT_MINUTES
    following = _minute(lines[place + 1]) if 0 <= place + 1 < len(lines) else minute + 2 * NEXT_MINUTES
    line = {
        "id": fresh_id(lines),
        "t_min": min(minute + NEXT_MINUTES, max(minute, following)),
        "inject": "",
        "expected": "",
        "channel": CHANNELS[0],
    }
    lines.insert(place + 1 if lines else 0, line)
    return place + 1 if len(lines) > 1 else 0


def fresh_id(lines: Sequence[Mapping[str, Any]], letter: str = "n") -> str:
    """An id no other line has."""
    taken = {str(line.get("id")) for line in lines}
    count = len(lines) + 1
    while f"{letter}{count}" in taken:
        count += 1
    return f"{letter}{count}"


def moved(lines: list[dict[str, Any]], place: int, step: int) -> int:
    """Move a line of the script before or behind its neighbour: they change minutes, so the clock stays in order."""
    target = place + step
    if not (0 <= place < len(lines) and 0 <= target < len(lines)):
        return place
    one, other = lines[place], lines[target]
    one["t_min"], other["t_min"] = other.get("t_min", 0), one.get("t_min", 0)
    lines[place], lines[target] = other, one
    return target


def shifted(lines: list[dict[str, Any]], place: int, minutes: int) -> int:
    """A minute earlier or later; returns where the line stands then."""
    line = lines[place]
    line["t_min"] = max(0, _minute(line) + minutes)
    return sorted_in(lines, line)


def next_channel(channel: str) -> str:
    """The channel after one, round about."""
    place = CHANNELS.index(channel) if channel in CHANNELS else -1
    return CHANNELS[(place + 1) % len(CHANNELS)]


# --- what is missing --------------------------------------------------------------------------------------------------


def checked(plan: DrillPlan, reference: Reference, today: date) -> list[Check]:
    """The checker over a plan with the units of this office."""
    known = POSTS | set(reference.units)
    return checks(plan, today, known.__contains__)


def numbers_of(plan: DrillPlan, aim: str) -> str:
    """The numbers of the injects that test an aim."""
    return " ".join(str(place) for place, line in enumerate(plan.injects, start=1) if aim in line.aims)


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A line of the score sheet: its weight, what the injects that count for it are worth, and their numbers."""

    id: str
    name: str
    weight: int
    points: int
    injects: str


def criterion_rows(plan: DrillPlan) -> list[CriterionRow]:
    """The score sheet with the injects behind each line."""
    rows = []
    for line in plan.sheet.criteria:
        of_it = [(place, one) for place, one in enumerate(plan.injects, start=1) if one.criterion == line.id]
        points = sum(one.points or 0 for _, one in of_it)
        rows.append(CriterionRow(line.id, line.name, line.weight, points, " ".join(str(place) for place, _ in of_it)))
    return rows


def sheet_fields(sheet: ScoreSheet, weights: Mapping[str, int]) -> dict[str, Any]:
    """The score sheet as data with other weights."""
    return {
        "criteria": [
            {"id": line.id, "name": line.name, "weight": weights.get(line.id, line.weight)} for line in sheet.criteria
        ],
        "shares": dict(sheet.shares),
        "source": sheet.source,
    }


def announced(text: str) -> str:
    """The notice as it is copied or read aloud: it begins with the mark of a drill."""
    return text if text.startswith(MARK) else MARK + text
