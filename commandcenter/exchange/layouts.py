"""Where in somebody else's sheet the headings stand, and which column gives which field: what every importer of a list shares.

Headings are compared without blanks, punctuation and bracketed remarks; whole headings win before parts of them. The heading
need not stand in the first row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from commandcenter.exchange.cells import line_of
from commandcenter.exchange.mapping import plain_heading
from commandcenter.exchange.workbook import Cell, Workbook

HEADING_WITHIN = 20
_LONGEST_PART = 12

Headings = Mapping[str, Sequence[str]]
"""Field → how others call it, the surest first."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a sheet: the row of the headings (from 1) and the place of the column of each field (from 0).

    Where no heading is known, the first row with more than one text is taken for the headings, and no column tells anything.
    """

    sheet: str
    heading_row: int
    headings: tuple[str, ...]
    columns: Mapping[str, int]


def layouts(workbook: Workbook, known: Headings, *needed: str) -> list[Layout]:
    """The sheets of a file with their columns as far as the headings tell them; without all of ``needed`` they tell none."""
    return [
        layout_of(sheet.name, list(islice(workbook.table(sheet.name), HEADING_WITHIN)), known, *needed)
        for sheet in workbook.sheets
    ]


def layout_of(sheet: str, rows: Sequence[tuple[int, Sequence[Cell]]], known: Headings, *needed: str) -> Layout:
    """The columns of one sheet by its first rows."""
    best = Layout(sheet, 0, (), {})
    for number, cells in rows:
        names = tuple(line_of(cell) for cell in cells)
        columns = by_heading(names, known)
        if len(columns) > len(best.columns) and all(name in columns for name in needed):
            best = Layout(sheet, number, names, columns)
    if best.heading_row == 0:
        for number, cells in rows:
            names = tuple(line_of(cell) for cell in cells)
            if sum(map(bool, names)) > 1:
                return Layout(sheet, number, names, {})
    return best


def by_heading(names: Sequence[str], known: Headings) -> dict[str, int]:
    """Field → column, each column once: whole headings first, then parts of them."""
    plain = [plain_heading(name) for name in names]
    found: dict[str, int] = {}
    for whole in (True, False):
        for field, headings in known.items():
            if field in found:
                continue
            for heading in headings:
                place = next(
                    (at for at, told in enumerate(plain) if at not in found.values() and _is(told, heading, whole)),
                    None,
                )
                if place is not None:
                    found[field] = place
                    break
    return found


def _is(told: str, heading: str, whole: bool) -> bool:
    return bool(told) and (told == heading if whole else heading in told and len(told) <= _LONGEST_PART)


def best_of(found: Sequence[Layout], sheet: str = "") -> Layout | None:
    """The sheet that was asked for, else the one with the most known columns; None when there is none."""
    if sheet:
        return next((one for one in found if one.sheet == sheet), None)
    return max(found, key=_fit, default=None)


def _fit(layout: Layout) -> int:
    return len(layout.columns)
