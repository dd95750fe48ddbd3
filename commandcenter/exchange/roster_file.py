"""A foreign roster as a whole: its sheets and columns, what it would change, what could not be read. Nothing is written here.

The same look is taken for the preview and for taking over, so that what is taken over is what was seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from commandcenter.domain.clock import at_local, local_date
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.cells import line_of
from commandcenter.exchange.mapping import Column, ColumnMap
from commandcenter.exchange.roster_cells import Fault, Mend, Spot
from commandcenter.exchange.roster_columns import (
    BY_STREET,
    LOOKED_AT,
    NOTHING,
    ROLE_FIELDS,
    UNITS,
    Rows,
    chosen,
    layout_of,
    recognise,
)
from commandcenter.exchange.roster_difference import GONE, Difference, Lately, PostComparison
from commandcenter.exchange.roster_ground import Ground
from commandcenter.exchange.roster_people import People
from commandcenter.exchange.roster_places import place_differences, unit_differences
from commandcenter.exchange.roster_rows import Edits, Reading, SheetReader
from commandcenter.exchange.workbook import Cell, open_workbook

MOST_ROWS = 20_000
"""So many rows of a sheet are read: an office of 10,000 buildings with a keeper each. What lies behind them is told as a fault."""
LONGEST = 240
_HELD_BY_MERGED = frozenset(
    ("place", "community", "grid", "street", "role", "name", "phone", "post", "since", *ROLE_FIELDS)
)
"""What a merged cell tells for every row it covers; a length or a remark is that of the first."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """A sheet: its columns as they are read now, the layout they make, its rows as they stand there; ``cut``: not all of them."""

    name: str
    hidden: bool
    layout: str
    heading_row: int
    signature: str
    columns: Sequence[Column]
    rows: Sequence[tuple[int, Sequence[str]]]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file holds and would change. ``day`` is the day its name tells (epoch milliseconds; None: none), ``same`` how many
    rows change nothing, ``roles`` how many people are told of each role.
    """

    file: str
    sheets: Sequence[SheetSeen]
    differences: Sequence[Difference] = ()
    faults: Sequence[Fault] = ()
    day: int | None = None
    rows: int = 0
    empty: int = 0
    remarks: int = 0
    same: int = 0
    places: int = 0
    units: int = 0
    roles: Mapping[str, int] = field(default_factory=dict)

    def of(self, sort: str) -> list[Difference]:
        """The differences of a sort."""
        return [one for one in self.differences if one.sort == sort]

    @property
    def unreadable(self) -> int:
        """How many rows something of could not be understood."""
        return len({(one.spot.sheet, one.spot.row) for one in self.faults})


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose: columns by the signature of the headings (letter → field), mended cells, and since when it holds."""

    since: int
    now: int
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    edits: Edits = field(default_factory=dict)

    @classmethod
    def from_plain(cls, told: Mapping[str, object]) -> Choice:
        """From plain values: ``since``, ``now``, ``columns``, ``remembered``, ``edits`` as (sheet, row, column, act, text)."""
        edits = told.get("edits", ())
        return cls(
            since=int(told["since"]),  # type: ignore[call-overload]
            now=int(told["now"]),  # type: ignore[call-overload]
            columns=dict(told.get("columns", {})),  # type: ignore[call-overload]
            remembered=dict(told.get("remembered", {})),  # type: ignore[call-overload]
            edits={
                (str(sheet), int(row), int(column)): Mend(str(act), str(text))
                for sheet, row, column, act, text in edits  # type: ignore[attr-defined]
            },
        )


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen, with what taking over needs besides."""

    seen: Seen
    people: People
    ground: Ground


def signature_of(columns: ColumnMap) -> str:
    """Under what the columns of a sheet are remembered. Apart from those of the case import, which looks at sheets otherwise."""
    return f"roster-{columns.signature}"


def look(path: Path, ground: Ground, choice: Choice, lately: Lately, *, progress: Progress | None = None) -> Looked:
    """Read a file and hold it against the roster of the day it is to hold from.

    Refuses what ``open_workbook`` refuses, ``workbook_empty`` and ``roster_file_unknown`` when no sheet is a roster or a
    list of units in any layout and nothing was chosen by hand.
    """
    workbook = open_workbook(path)
    reading = Reading()
    sheets: list[SheetSeen] = []
    total = len(workbook.sheets) + 1
    for place, sheet in enumerate(workbook.sheets):
        if progress is not None:
            progress(place, total)
        table = list(islice(workbook.table(sheet.name), MOST_ROWS + 1))
        cut, unread = len(table) > MOST_ROWS, table[MOST_ROWS:]
        columns = _columns(sheet.name, table[:MOST_ROWS], ground, choice)
        rows = filled_down(table[:MOST_ROWS], workbook.merged(sheet.name), columns)
        layout = layout_of(columns)
        if layout != NOTHING and not sheet.hidden:
            title = " ".join(line_of(cell) for number, cells in rows if number < columns.heading_row for cell in cells)
            SheetReader(columns, ground, choice.edits, reading, f"{title} {path.stem}").read(rows)
            if unread:
                spot = Spot(sheet.name, unread[0][0])
                reading.faults.append(Fault(spot, "not_read", "", facts={"row": spot.row}))
        told = [(number, _texts(cells)) for number, cells in rows if any(map(line_of, cells))]
        sheets.append(
            SheetSeen(
                *(sheet.name, sheet.hidden, layout, columns.heading_row, signature_of(columns)),
                *(columns.columns, told, cut),
            )
        )
    if not any(sheet.rows for sheet in sheets):
        raise Refused("workbook_empty", file=workbook.name)
    if not choice.columns and all(sheet.layout == NOTHING or sheet.hidden for sheet in sheets):
        raise Refused("roster_file_unknown", file=workbook.name)
    whole = any(sheet.layout == BY_STREET and not sheet.hidden for sheet in sheets)
    posts = PostComparison(ground, reading, choice.since, lately)
    found = [*place_differences(ground, reading, whole=whole), *posts.differences()]
    if any(sheet.layout == UNITS for sheet in sheets):
        found += unit_differences(ground.units, reading.units)
    if any(fault.code == "not_read" for fault in reading.faults):
        found = [one for one in found if one.sort != GONE]  # it may stand in what was not read
    order = {sheet.name: place for place, sheet in enumerate(sheets)}
    found = _keyed(sorted(found, key=lambda one: (one.spot.sheet == "", order.get(one.spot.sheet, 0), one.spot.row)))
    spots = [*(one.spot for one in found), *(fault.spot for fault in reading.faults)]
    touched = {(spot.sheet, spot.row) for spot in spots}
    seen = Seen(
        file=workbook.name,
        sheets=sheets,
        differences=found,
        faults=sorted(reading.faults, key=lambda one: (order[one.spot.sheet], one.spot.row, one.spot.column)),
        day=day_in(path.stem, local_date(choice.now)),
        rows=len(reading.rows),
        empty=reading.empty,
        remarks=reading.remarks,
        same=sum(spot not in touched for spot in reading.rows),
        places=len(reading.places),
        units=len(reading.units),
        roles=dict(reading.roles),
    )
    if progress is not None:
        progress(total, total)
    return Looked(seen, posts.people, ground)


def _columns(sheet: str, rows: Sequence[tuple[int, Sequence[Cell]]], ground: Ground, choice: Choice) -> ColumnMap:
    columns = recognise(sheet, rows[:LOOKED_AT], ground.directory)
    signature = signature_of(columns)
    columns = chosen(columns, choice.remembered.get(signature, {}), "remembered")
    return chosen(columns, choice.columns.get(signature, {}))


def filled_down(rows: Rows, merged: Sequence[tuple[int, int, int, int]], columns: ColumnMap) -> Rows:
    """The rows below the heading with what stands in merged cells in each row they cover: one chief beside three alleys."""
    lines = {number: list(cells) for number, cells in rows}
    fields = {column.index: column.field for column in columns.columns}
    for top, bottom, left, _right in merged:
        if top <= columns.heading_row or bottom == top or fields.get(left, "") not in _HELD_BY_MERGED:
            continue
        held = lines.get(top, [])
        for number in range(top + 1, bottom + 1):
            if left < len(held) and number in lines:
                lines[number] += [""] * (left + 1 - len(lines[number]))
                lines[number][left] = held[left]
    return list(lines.items())


def _keyed(differences: Sequence[Difference]) -> list[Difference]:
    """The differences with one key each: the same said twice is one."""
    return list({one.key: one for one in reversed(differences)}.values())[::-1]


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [text if len(text) <= LONGEST else text[: LONGEST - 1] + "…" for text in map(line_of, cells)]


_DATES = (
    re.compile(r"(?<!\d)(20\d{2})[-_.年]?(\d{1,2})[-_.月]?(\d{1,2})日?(?!\d)"),
    re.compile(r"(?<!\d)()(\d{2})[-_.月]?(\d{2})日?(?!\d)"),
    re.compile(r"(?<!\d)()(\d{1,2})[-_.月](\d{1,2})日?(?!\d)"),
)


def day_in(name: str, today: date) -> int | None:
    """The day in the name of a file (``台账20260718``, ``台账0718``): the latest one that is not to come; its begin."""
    for pattern in _DATES:
        for year, month, day in pattern.findall(name):
            for candidate in (int(year),) if year else (today.year, today.year - 1):
                try:
                    found = date(candidate, int(month), int(day))
                except ValueError:
                    continue
                if found <= today and (today - found).days < 400:
                    return at_local(found)
    return None
