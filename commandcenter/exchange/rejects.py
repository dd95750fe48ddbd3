"""The rows that were not taken, in a table of their own: corrected there, it is imported again as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path

from commandcenter.exchange.cells import text_of
from commandcenter.exchange.mapping import LOOKED_AT, ColumnMap, letter_of, recognise
from commandcenter.exchange.spreadsheet import SheetWriter
from commandcenter.exchange.tables import appearing_whole, guarded
from commandcenter.exchange.workbook import Cell, open_workbook
from commandcenter.journal.trouble import telling

WHY = "未导入原因"
FROM = "原表行号"


Recognise = Callable[[str, Sequence[tuple[int, Sequence[Cell]]]], ColumnMap]
"""Finds the columns of a sheet in its first rows."""


def save_rejects(
    source: Path,
    rejected: Sequence[tuple[str, int, str]],
    reasons: Mapping[str, str],
    recognised: Recognise = recognise,
) -> Path:
    """Write the rejected rows (sheet, row, reason code) of ``source`` into a workbook beside it and return its path.

    The columns are those of the sheet, so that it is recognised when it comes back; the reason and the old row stand at the
    right. ``reasons`` words the codes, ``recognised`` finds the columns of what sort of list it is. A file that is there is never replaced. Refuses what ``open_workbook`` refuses and
    raises ``Trouble`` when the folder cannot be written.
    """
    workbook = open_workbook(source)
    wanted: dict[str, dict[int, str]] = {}
    for sheet, row, reason in rejected:
        wanted.setdefault(sheet, {})[row] = reason
    headings: list[str] = []
    lines: list[dict[str, str]] = []
    for sheet, rows in wanted.items():
        first: list[tuple[int, Sequence[Cell]]] = []
        found: list[tuple[int, list[str]]] = []
        for number, cells in workbook.table(sheet):
            if len(first) < LOOKED_AT:
                first.append((number, cells))
            if number in rows:
                found.append((number, [text_of(cell) for cell in cells]))
        columns = recognised(sheet, first).columns
        places = {column.heading or column.letter: column.index for column in columns}
        headings += [name for name in places if name not in headings]
        for number, texts in found:
            told = {name: texts[place] if place < len(texts) else "" for name, place in places.items()}
            told |= {WHY: reasons.get(rows[number], rows[number]), FROM: f"{sheet} {number}"}
            lines.append(told)
    return _written(source, headings, [[told.get(name, "") for name in (*headings, WHY, FROM)] for told in lines])


def save_rows(
    source: Path,
    sheet: str,
    headings: Sequence[str],
    rows: Sequence[tuple[int, Sequence[Cell]]],
    why: Mapping[int, str],
) -> Path:
    """Write the rows that ``why`` gives a reason for into a workbook beside ``source`` and return its path.

    ``headings`` and ``rows`` (number, cells) are those of one table of the source, whatever sort of file it is; a column
    without a heading is named by its letter. A file that is there is never replaced. Raises ``Trouble`` as ``save_rejects``.
    """
    places = [place for place, heading in enumerate(headings) if heading not in (WHY, FROM)]
    lines = []
    for number, cells in rows:
        if number in why:
            texts = [text_of(cells[place]) if place < len(cells) else "" for place in places]
            lines.append([*texts, why[number], f"{sheet} {number}"])
    return _written(source, [headings[place] or letter_of(place) for place in places], lines)


def _written(source: Path, headings: Sequence[str], lines: Sequence[Sequence[str]]) -> Path:
    heads = [*headings, WHY, FROM]
    target = _free(source)
    with telling(target), appearing_whole(target) as file, SheetWriter(file, "未导入", heads, [18] * len(heads)) as out:
        for told in lines:
            out.write([guarded(text) for text in told])
    return target


def _free(source: Path) -> Path:
    """A name beside the source that nobody has taken."""
    names = (f"{source.stem}-未导入{'' if place == 1 else f'-{place}'}.xlsx" for place in count(1))
    return next(target for target in map(source.with_name, names) if not target.exists())
