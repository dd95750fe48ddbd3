"""A plan being edited: a working copy whose parts are changed line by line, and published as one new version."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.command import Command
from commandcenter.domain.drill_law import RULES, SPECIAL, laws_of_plan
from commandcenter.domain.plan import Plan, plan_of
from commandcenter.domain.record import AmendRecord, ListRecord, Record
from commandcenter.domain.refusal import Refused
from commandcenter.domain.unit import RELATIONS, Unit
from commandcenter.ui.parts.workcopies import Copy
from commandcenter.ui.words import CUE_CONDITIONS, word

translate = QCoreApplication.translate

PARTS = (
    "name",
    "category",
    "icon",
    "rank",
    "assembly",
    "post_site",
    "laws",
    "units",
    "first_five",
    "hazards",
    "prompts",
    "groups",
    "texts",
)
"""The fields of a plan that are edited here. Its code stays as it was entered: incidents and drills name it."""
LINE_PARTS = ("first_five", "hazards", "prompts", "groups")
"""The parts that are lists of lines below the units."""
DIGITS = range(1, 11)
"""Ranks of a plan that have a digit in the console; 10 is the key 0."""
NO_DIGIT = 100
"""The rank of a plan without a digit: behind those that have one."""
CLOCKS = ("answer", "leave", "arrive")
"""The three clocks of a unit, in minutes from the whistle."""
_CODE = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")
PLACES = ("{time}", "{place}", "{event}", "{ask}", "{assembly}", "{contact}")
"""What a text may hold a place for; filled in when the whistle is blown."""


def working_copy(record: Record) -> Copy:
    """The editable parts of a plan as it stands."""
    return {
        **{name: str(record.get(name, "")) for name in TEXTS},
        "rank": record.get("rank", NO_DIGIT),
        "laws": list(laws_of_plan(plan_of(record).laws, str(record.get("category", "")))),
        **{name: [dict(line) for line in copy.deepcopy(record.get(name, ()))] for name in ("units", "first_five")},
        "hazards": [str(line) for line in record.get("hazards", ())],
        "prompts": [dict(line) if isinstance(line, Mapping) else str(line) for line in record.get("prompts", ())],
        "groups": [dict(line) for line in copy.deepcopy(record.get("groups", ()))],
        "texts": dict(record.get("texts") or {}),
    }


TEXTS = ("name", "category", "icon", "assembly", "post_site")
"""The parts that are one line of words."""


def new_copy(values: Mapping[str, Any], general: Plan | None) -> Copy:
    """The working copy of a new plan. Texts to read out and groups are taken from ``general``, a plan for whatever happens."""
    begun = working_copy(Record()) | head_of(values)
    begun["laws"] = list(laws_of_plan(None, begun["category"]))
    if general is not None:
        begun["texts"] = dict(general.texts)
        begun["groups"] = [{"name": group.name} for group in general.groups]
    return begun


def head_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Name, kind, icon, digit and assembly out of the form."""
    rank = int(values["rank"]) if values["rank"] else NO_DIGIT
    words = {name: str(values[name]) for name in ("name", "category", "icon", "assembly", "post_site")}
    return {**words, "rank": rank} | ({"laws": [key for key in RULES if values.get(key)]} if SPECIAL in values else {})


def checked_code(text: str, taken: Collection[str]) -> str:
    """A code for a new plan, in capitals. Refuses ``plan_code_wrong`` and ``plan_code_taken``."""
    code = text.strip().upper()
    if not _CODE.fullmatch(code):
        raise Refused("plan_code_wrong")
    if code in taken:
        raise Refused("plan_code_taken", plan=code)
    return code


def changed_parts(record: Record, edited: Mapping[str, Any]) -> list[str]:
    """The parts of a working copy that differ from the plan as it stands."""
    standing = working_copy(record)
    return [part for part in PARTS if edited[part] != standing[part]]


def cue_line(values: Mapping[str, Any]) -> Any:
    """A reminder out of its form: plain words, or with the minute and the condition at which it comes by itself."""
    line: dict[str, Any] = {"text": values["text"]}
    if values["after"] is not None:
        line["after"] = values["after"]
    if values["when"]:
        line["when"] = values["when"]
    return line if len(line) > 1 else str(values["text"])


def cue_words(line: Any) -> str:
    """When a reminder comes by itself; empty for a plain one."""
    if not isinstance(line, Mapping):
        return ""
    after, when = line.get("after"), str(line.get("when", ""))
    minute = translate("Plans", "from minute {n}").format(n=after) if after else ""
    return " · ".join(part for part in (minute, word(CUE_CONDITIONS, when) if when else "") if part) or word(
        CUE_CONDITIONS, ""
    )


def published(record: Record, edited: Mapping[str, Any], reason: str) -> Command:
    """The command that publishes a working copy as the next version; the first one enters the plan."""
    fields = {part: edited[part] for part in changed_parts(record, edited)}
    if not record.known:
        return ListRecord(subject=record.subject, fields={"code": record.id, **fields})
    return AmendRecord(subject=record.subject, fields=fields, reason=reason)


def moved(lines: list[Any], place: int, step: int) -> int:
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
    """A unit of the plan in the table. ``clocks`` are the minutes by clock, and whether the plan says so itself."""

    order: int
    unit: str
    name: str
    relation: str
    lead: bool
    ask: str
    why: str
    limits: str
    clocks: Mapping[str, tuple[str, bool]]
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
                {clock: (f"{value:g}" if value else "—", clock in limits) for clock, value in shown.items()},
                line.get("optional") is True,
            )
        )
    return rows


def group_line(name: str, lead: str, members: Sequence[str]) -> dict[str, Any]:
    """A working group out of a form; only what says something is kept."""
    line: dict[str, Any] = {"name": name}
    if lead:
        line["lead"] = lead
    if members:
        line["members"] = list(members)
    return line


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line below the units: an order with who gets it, a danger, a reminder, a group with its units."""

    order: int
    text: str
    who: str = ""


def line_rows(part: str, lines: Sequence[Any], units: Mapping[str, Unit]) -> list[LineRow]:
    """The lines of one of ``LINE_PARTS`` in order."""
    if part == "first_five":
        nobody = translate("Plans", "nobody in particular")
        told = [(str(line.get("text", "")), _names([line.get("unit")], units) or nobody) for line in lines]
    elif part == "groups":
        told = [(str(line.get("name", "")), _group_words(line, units)) for line in lines]
    else:
        told = [(_text(line), cue_words(line)) for line in lines]
    return [LineRow(order, text, who) for order, (text, who) in enumerate(told, start=1)]


def _group_words(line: Mapping[str, Any], units: Mapping[str, Unit]) -> str:
    lead = _names([line.get("lead")], units)
    members = _names(line.get("members", ()), units)
    led = translate("Plans", "led by {name}").format(name=lead) if lead else ""
    return " · ".join(part for part in (led, members) if part) or translate("Plans", "chosen on the scene")


def _names(keys: Iterable[Any], units: Mapping[str, Unit]) -> str:
    return "、".join(units[str(key)].name if str(key) in units else str(key) for key in keys if key)


def _text(line: Any) -> str:
    return str(line.get("text", "")) if isinstance(line, Mapping) else str(line)
