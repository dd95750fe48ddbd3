"""A responsibility list out of somebody else's file: which columns tell what, the items in it, and how they differ from ours.

Any sensible layout is read: a title above the headings, a block told once for many rows, the part of the street only in the
first words of an item. A row that cannot be an item is named with its reason and left out; nothing is ever written here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from commandcenter.domain.record import check
from commandcenter.domain.refusal import Refused
from commandcenter.domain.responsibility import Item
from commandcenter.exchange.cells import line_of, number_of, text_of
from commandcenter.exchange.layouts import Layout, best_of, layouts
from commandcenter.exchange.workbook import Cell, Workbook, open_workbook
from commandcenter.resource import resource

FIELDS = ("number", "block", "text", "part", "lead", "basis", "basis_type", "kinds", "words", "unit")
"""What an item takes from a row."""

COMPARED = ("block", "text", "part", "lead", "basis", "basis_type", "kinds", "words")
"""What is held against our own item; a file that has no column for it says nothing about it."""

MOST_ROWS = 5_000
"""A list of duties is short; what lies below is named and not read."""


@dataclass(frozen=True, slots=True)
class Found:
    """An item in a file: its row as a spreadsheet shows it, its fields, and the code of what is wrong with it (or empty)."""

    row: int
    fields: Mapping[str, Any]
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a file would do to an item of ours. ``sort``: new, changed, same, wrong. ``fields`` are those that would be written;
    ``before`` what stands in their place now.
    """

    sort: str
    row: int
    number: str
    text: str
    item: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    before: Mapping[str, Any] = field(default_factory=dict)
    wrong: str = ""


@lru_cache(maxsize=1)
def _told() -> dict[str, Any]:
    return tomllib.loads(resource("exchange/duty_list.toml").read_text("utf-8"))


def word(family: str, code: str) -> str:
    """The Chinese word for a code in a file."""
    return str(_told()["word"][family].get(code, code))


def _said(family: str, text: str) -> str:
    return next((one["code"] for one in _told()["said"][family] if any(part in text for part in one["words"])), "")


def read_items(workbook: Workbook, layout: Layout) -> list[Found]:
    """The items below the headings. Refuses ``duty_file_heading`` without a column for the text, ``duty_file_empty``."""
    if "text" not in layout.columns:
        raise Refused("duty_file_heading")
    found: list[Found] = []
    block = ""
    for number, cells in islice(workbook.table(layout.sheet), layout.heading_row + MOST_ROWS):
        if number <= layout.heading_row:
            continue
        told = _cells(layout, cells)
        heading = _said("block", told.get("block", ""))
        if not told.get("text"):
            alone = [line_of(cell) for cell in cells if line_of(cell)]
            heading = heading or (_said("block", alone[0]) if len(alone) == 1 else "")
            block = heading or block
            continue
        block = heading or block
        found.append(_found(number, told, block, len(found) + 1))
    if not found:
        raise Refused("duty_file_empty")
    return _numbered_once(found)


def _cells(layout: Layout, cells: Sequence[Cell]) -> dict[str, str]:
    nothing = set(_told()["said"]["nothing"])
    told = {}
    for name, place in layout.columns.items():
        cell = cells[place] if place < len(cells) else ""
        text = number_of(cell) if name == "number" else text_of(cell) if name in ("kinds", "words") else line_of(cell)
        told[name] = "" if text in nothing else text
    return told


def _found(row: int, told: Mapping[str, str], block: str, place: int) -> Found:
    text = told["text"]
    basis = told.get("basis", "")
    fields: dict[str, Any] = {
        "number": told.get("number") or str(place),
        "block": block,
        "text": text,
        "part": _said("part", told.get("part", "")) or _said("part", text[:6]),
        "basis_type": _said("basis_type", told.get("basis_type", "")) or _said("basis_type", basis) or "untold",
    }
    fields |= {name: told[name] for name in ("lead", "basis") if told.get(name)}
    fields |= {name: parts for name in ("kinds", "words") if (parts := _parts(told.get(name, "")))}
    if told.get("unit"):
        fields["unit_name"] = told["unit"]
    try:
        check("responsibility/x", {**fields, "origin": "base"})
    except Refused as refused:
        return Found(row, fields, refused.code)
    return Found(row, fields)


def _parts(text: str) -> list[str]:
    for mark in "，,、；;\n":
        text = text.replace(mark, "\n")
    return [part.strip() for part in text.split("\n") if part.strip()]


def _numbered_once(found: Sequence[Found]) -> list[Found]:
    """A number that comes a second time makes its row wrong: which of the two is meant nobody can say."""
    seen: set[str] = set()
    told = []
    for one in found:
        number = str(one.fields["number"])
        told.append(Found(one.row, one.fields, one.wrong or "duty_number_taken") if number in seen else one)
        seen.add(number)
    return told


def differences(
    found: Iterable[Found], items: Iterable[Item], *, instead: bool = False
) -> tuple[list[Difference], list[Item]]:
    """What a file would change, row by row, and the items in force that it does not name.

    A row is matched by its text, else by its number. A number under which something quite different stands makes the row
    wrong - unless the file comes ``instead`` of the list: then it is that item from now on.
    """
    items = list(items)
    by_number = {item.number: item for item in items}
    by_text = {item.text: item for item in items}
    told: list[Difference] = []
    met: set[str] = set()
    for one in found:
        number, text = str(one.fields["number"]), str(one.fields["text"])
        if one.wrong:
            told.append(Difference("wrong", one.row, number, text, wrong=one.wrong))
            continue
        item = by_text.get(text) or by_number.get(number)
        if item is None:
            told.append(Difference("new", one.row, number, text, fields=one.fields))
            continue
        if item.id in met or not (instead or alike(item.text, text)):
            told.append(Difference("wrong", one.row, number, text, wrong="duty_number_taken"))
            continue
        met.add(item.id)
        changed = {
            name: value
            for name in COMPARED
            if (value := one.fields.get(name)) not in (None, "untold") and _plain(value) != _plain(getattr(item, name))
        }
        before = {name: _plain(getattr(item, name)) for name in changed}
        told.append(Difference("changed" if changed else "same", one.row, number, text, item.id, changed, before))
    return told, [item for item in by_number.values() if item.in_force and item.id not in met]


def alike(one: str, other: str) -> bool:
    """Whether two texts have at least a third of their pairs of characters in common."""
    left, right = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other))
    return one == other or 3 * len(left & right) >= min(len(left), len(right)) > 0


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def look_into(path: Path, sheet: str = "", columns: Mapping[str, int] | None = None) -> dict[str, Any]:
    """What a file holds, as plain values: ``sheets``, the chosen ``sheet``, its ``headings``, ``columns`` (field → place from 0)
    and ``found`` (row, fields, wrong). Without a choice the sheet with the most known columns is taken.

    Refuses what ``open_workbook`` refuses, ``sheet_unknown`` and ``duty_file_empty``; without a column for the text ``found`` is empty.
    """
    workbook = open_workbook(path)
    known = layouts(workbook, _told()["headings"], "text")
    layout = best_of(known, sheet)
    if layout is None:
        raise Refused("sheet_unknown", sheet=sheet, file=workbook.name)
    if columns is not None:
        layout = Layout(layout.sheet, layout.heading_row, layout.headings, dict(columns))
    found = read_items(workbook, layout) if "text" in layout.columns else []
    return {
        "file": workbook.name,
        "sheets": [one.sheet for one in known],
        "sheet": layout.sheet,
        "heading_row": layout.heading_row,
        "headings": list(layout.headings),
        "columns": dict(layout.columns),
        "found": [(one.row, dict(one.fields), one.wrong) for one in found],
    }


HEADINGS = (
    "序号",
    "职责板块",
    "职责性质",
    "职责事项",
    "牵头部门",
    "承办科室",
    "设定依据",
    "依据类型",
    "对应案件分类",
    "关键词",
    "来源",
    "变更原因",
    "变更程序",
    "自何时",
)


def export_rows(items: Iterable[Item], names: Mapping[str, str]) -> list[list[str]]:
    """The list as rows of a table under ``HEADINGS``; a list that went out so comes in again unchanged."""
    return [
        [
            item.number,
            word("block", item.block),
            word("part", item.part),
            item.text,
            item.lead or names.get(item.lead_unit, ""),
            names.get(item.unit, ""),
            item.basis,
            word("basis_type", item.basis_type),
            "\n".join(item.kinds),
            "\n".join(item.words),
            word("origin", item.origin),
            item.reason,
            item.procedure,
            item.since,
        ]
        for item in items
    ]
