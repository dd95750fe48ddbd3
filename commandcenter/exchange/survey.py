"""A first look into a foreign file for the person who has to say what is in it: sheets, columns, what stands in the cells.

Unlike ``importing.prepare`` it refuses no sheet for its columns: what nobody recognised is mapped by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from commandcenter.domain.refusal import Refused
from commandcenter.exchange.categories import names_levels
from commandcenter.exchange.cells import line_of
from commandcenter.exchange.mapping import LOOKED_AT, ColumnMap, recognise
from commandcenter.exchange.rows import usual_channel
from commandcenter.exchange.workbook import Cell, Table, Workbook, open_workbook

SHOWN = 40
"""So many rows of a sheet are told as they stand there."""
LONGEST = 240
"""So many characters of a cell are told."""


def survey(path: Path, remembered: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """What a file holds, as JSON values.

    ``file``, ``kind``, ``sheets``: name, hidden, height (rows from the first to the last), heading_row, signature, source,
    channel (told by the headings), categories (whether its headings are levels of categories),
    columns (letter, heading, field, by) and rows (number, texts of the cells). ``by`` is heading, content, remembered - a
    choice kept under the sheet's signature - or empty. Refuses what ``open_workbook`` refuses and ``workbook_empty``.
    """
    workbook = open_workbook(path)
    sheets = [_sheet(workbook, sheet.name, remembered) | {"hidden": sheet.hidden} for sheet in workbook.sheets]
    if not any(sheet["columns"] for sheet in sheets):
        raise Refused("workbook_empty", file=workbook.name)
    return {"file": workbook.name, "kind": workbook.kind, "sheets": sheets}


def rows_of(path: Path, wanted: Iterable[tuple[str, int]]) -> dict[str, dict[int, list[str]]]:
    """The texts of whole rows: sheet → row number → cells. Rows that do not exist are left out.

    Refuses what ``open_workbook`` refuses and ``sheet_unknown``.
    """
    rows: dict[str, set[int]] = {}
    for sheet, number in wanted:
        rows.setdefault(sheet, set()).add(number)
    if not rows:
        return {}
    workbook = open_workbook(path)
    return {
        sheet: {
            number: _texts(cells) for number, cells in _until(workbook.table(sheet), max(numbers)) if number in numbers
        }
        for sheet, numbers in rows.items()
    }


def _until(table: Table, last: int) -> Iterable[tuple[int, list[Cell]]]:
    return islice(table, last)


def _sheet(workbook: Workbook, name: str, remembered: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    table = workbook.table(name)
    rows = list(islice(table, LOOKED_AT))
    found = recognise(name, rows)
    columns = _with_remembered(found, remembered.get(found.signature, {}))
    below = [(number, cells) for number, cells in rows if number > columns.heading_row and any(map(line_of, cells))]
    return {
        "name": name,
        "height": table.height,
        "heading_row": columns.heading_row,
        "signature": columns.signature,
        "source": columns.source,
        "channel": usual_channel(columns),
        "categories": names_levels(rows),
        "columns": [
            {"letter": column.letter, "heading": column.heading, "field": column.field, "by": column.by}
            for column in columns.columns
        ],
        "rows": [[number, _texts(cells)] for number, cells in below[:SHOWN]],
    }


def _with_remembered(found: ColumnMap, choices: Mapping[str, str]) -> ColumnMap:
    """The map with the choices of before; what was recognised just so keeps saying by what."""
    before = {column.index: (column.field, column.by) for column in found.columns}
    columns = []
    for column in found.given(choices).columns:
        field, by = before[column.index]
        if column.field and column.by == "hand":
            column = replace(column, by=by if field == column.field else "remembered")
        columns.append(column)
    return replace(found, columns=tuple(columns))


def _texts(cells: Iterable[Cell]) -> list[str]:
    return [text if len(text) <= LONGEST else text[: LONGEST - 1] + "…" for text in map(line_of, cells)]
