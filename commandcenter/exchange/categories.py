"""Reading a category workbook: up to three levels a row, one record for each path (``domain/category.py``).

Repeatable: a path has the same id on every desk, so what is listed already - also when it was retired since - is left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from commandcenter.domain.category import category_id, category_path
from commandcenter.domain.command import Batch
from commandcenter.domain.record import ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.cells import line_of, time_of
from commandcenter.exchange.importing import Progress, Rejection, Report, SheetReport, Submit
from commandcenter.exchange.mapping import plain_heading
from commandcenter.exchange.workbook import Cell, open_workbook

AT_ONCE = 100
LONGEST_LEVEL = 40
_HEADING_WITHIN = 20
_LEVEL_WORDS = (("一级", "1级", "大类", "level1"), ("二级", "2级", "中类", "level2"), ("三级", "3级", "小类", "level3"))

CategoryPath = tuple[str, ...]
"""One to three levels, from the top."""


class CategoryRow(NamedTuple):
    """A row with something in it: the path, or what is wrong with it."""

    sheet: str
    row: int
    found: CategoryPath | str


@dataclass(frozen=True, slots=True)
class CategoryFile:
    """A category workbook that was read."""

    name: str
    rows: tuple[CategoryRow, ...]


def read_categories(path: Path) -> CategoryFile:
    """Read a category workbook.

    Levels stand under headings such as ``一级分类``; in a sheet of one to three columns of short words without such
    headings the columns are the levels, and in a single column the levels are parted by ``/``. An empty cell takes the
    level above it, as merged cells leave it. Reasons: ``level_missing`` (a lower level without the upper one),
    ``level_too_long``, ``slash_in_level``. Refuses what ``open_workbook`` refuses, ``workbook_empty`` and
    ``no_usable_columns``.
    """
    workbook = open_workbook(path)
    rows: list[CategoryRow] = []
    empty = True
    for sheet in workbook.sheets:
        if sheet.hidden:
            continue
        filled = [(number, cells) for number, cells in workbook.table(sheet.name) if any(map(line_of, cells))]
        empty = empty and not filled
        rows += [CategoryRow(sheet.name, number, found) for number, found in _rows(filled)]
    if not rows:
        raise Refused("workbook_empty" if empty else "no_usable_columns", file=workbook.name, missing="category")
    return CategoryFile(workbook.name, tuple(rows))


def names_levels(rows: Sequence[tuple[int, Sequence[Cell]]]) -> bool:
    """Whether the first rows of a sheet have headings for levels of categories, so that it is no list of cases."""
    return bool(_levels([(number, cells) for number, cells in rows if any(map(line_of, cells))])[0])


def coming(file: CategoryFile, known: Collection[str]) -> list[CategoryRow]:
    """The rows that would list a category that is not ``known`` (ids) yet."""
    seen = set(known)
    found = []
    for row in file.rows:
        if not isinstance(row.found, str) and (key := category_id(row.found)) not in seen:
            seen.add(key)
            found.append(row)
    return found


def import_categories(file: CategoryFile, known: Collection[str], submit: Submit | None, progress: Progress) -> Report:
    """List the categories of a workbook that are not ``known`` (ids). Without ``submit`` it only counts, as a rehearsal.

    Stops, with ``cancelled`` in the report, when ``progress`` raises.
    """
    rows = file.rows
    report = Report(file.name, dry_run=submit is None)
    sheets = {sheet: SheetReport(sheet) for sheet in dict.fromkeys(row.sheet for row in rows)}
    report.sheets = list(sheets.values())
    seen = set(known)
    fresh: list[tuple[SheetReport, ListRecord]] = []
    for row in rows:
        sheet = sheets[row.sheet]
        sheet.rows += 1
        if isinstance(row.found, str):
            sheet.rejected += 1
            report.rejected.append(Rejection(row.sheet, row.row, row.found))
        elif (key := category_id(row.found)) in seen:
            sheet.already_there += 1
        else:
            seen.add(key)
            fresh.append((sheet, ListRecord(subject=f"category/{key}", fields={"path": list(row.found)})))
    for start in range(0, len(fresh), AT_ONCE):
        try:
            progress(start, len(fresh))
        except Exception:  # noqa: BLE001  whatever it raises is how a caller cancels; the report says so
            report.cancelled = True
            return report
        _send(fresh[start : start + AT_ONCE], submit)
    return report


def _send(some: Sequence[tuple[SheetReport, ListRecord]], submit: Submit | None) -> None:
    try:
        if submit is not None:
            submit(Batch(commands=tuple(command for _, command in some), channel="import"))
    except Refused as refused:
        if refused.code != "already_listed":
            raise
        if len(some) == 1:
            some[0][0].already_there += 1
            return
        for one in some:  # another desk listed some of them while we were reading
            _send([one], submit)
        return
    for sheet, _ in some:
        sheet.created += 1


def _rows(filled: Sequence[tuple[int, Sequence[Cell]]]) -> Iterator[tuple[int, CategoryPath | str]]:
    heading, columns = _levels(filled)
    above: list[str] = []
    for number, cells in filled:
        if number <= heading or not columns:
            continue
        said = [line_of(cells[index]) if index < len(cells) else "" for index in columns]
        if not any(said):
            continue
        if len(columns) == 1:
            yield number, _checked(list(category_path(said[0])))
            continue
        depth = max(index for index, level in enumerate(said) if level) + 1
        top = next(index for index, level in enumerate(said) if level)
        levels = [*above[:top], *said[top:depth]]
        found = "level_missing" if len(levels) != depth or not all(levels) else _checked(levels)
        if not isinstance(found, str):
            above = levels
        yield number, found


def _checked(levels: list[str]) -> CategoryPath | str:
    if not levels:
        return "level_missing"
    if any(len(level) > LONGEST_LEVEL for level in levels):
        return "level_too_long"
    return "slash_in_level" if any("/" in level or "／" in level for level in levels) else tuple(levels)


def _levels(filled: Sequence[tuple[int, Sequence[Cell]]]) -> tuple[int, list[int]]:
    """The heading row (0: none) and the columns of the levels from the top; no columns when this is no category sheet."""
    for number, cells in filled[:_HEADING_WITHIN]:
        named = [plain_heading(cell) if isinstance(cell, str) else "" for cell in cells]
        found = [
            next((index for index, name in enumerate(named) if any(word in name for word in words)), None)
            for words in _LEVEL_WORDS
        ]
        if found[0] is not None and found[1] is not None:
            return number, [index for index in found if index is not None]
    width = max((index + 1 for _, cells in filled for index, cell in enumerate(cells) if line_of(cell)), default=0)
    short = all(_is_short_word(cell) for _, cells in filled for cell in cells if line_of(cell))
    return 0, list(range(width)) if width <= len(_LEVEL_WORDS) and short else []


def _is_short_word(cell: Cell) -> bool:
    return isinstance(cell, str) and len(line_of(cell)) <= LONGEST_LEVEL and time_of(cell) is None
