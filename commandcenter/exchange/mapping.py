"""Which column of a foreign sheet says what: recognised by headings, else by what stands in them, changed by hand.

The heading need not stand in the first row. A result can be edited and kept: the same heading row has the same
``signature``, so whoever keeps the columns chosen under it can give them back next time.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from unicodedata import normalize

from commandcenter.domain.refusal import Refused
from commandcenter.exchange import outcomes
from commandcenter.exchange.cells import line_of, looks_like_time, text_of
from commandcenter.exchange.words import headings
from commandcenter.exchange.workbook import Cell

FIELDS = (
    "number",
    "title",
    "text",
    "time",
    "reporter",
    "phone",
    "place",
    "community",
    "category",
    "channel",
    "grade",
    "due",
    "nature",
    "people",
    *outcomes.FIELDS,
)
"""What a case may take from a row: the matter, and what an order that was handled elsewhere tells of its end."""

LOOKED_AT = 60
"""So many rows are looked at to find the heading and to judge columns by their content."""
_HEADING_WITHIN = 20
_MOSTLY = 0.8
_SHORTEST_PROSE = 4
"""Titles are longer on average; names of people are shorter."""

_BRACKETED = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_UNSAID = re.compile(r"[\W_]+")
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, its heading, the field it gives (empty: unused) and how that was found.

    ``by``: heading, content, hand, or empty.
    """

    index: int
    heading: str
    field: str = ""
    by: str = ""

    @property
    def letter(self) -> str:
        """The column as a spreadsheet names it: A, B … AA."""
        return letter_of(self.index)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The columns of a sheet. ``heading_row`` counts from 1 as a spreadsheet shows it; 0 when there is none."""

    sheet: str
    heading_row: int
    columns: tuple[Column, ...]

    @property
    def fields(self) -> dict[str, int]:
        """The place of the column of each field."""
        return {column.field: column.index for column in self.columns if column.field}

    @property
    def unused(self) -> tuple[Column, ...]:
        """The columns that give nothing."""
        return tuple(column for column in self.columns if not column.field)

    @property
    def missing(self) -> tuple[str, ...]:
        """What a case cannot do without and no column gives: a title or a text, and a time."""
        fields = self.fields
        told = "title" in fields or "text" in fields
        return (*(() if told else ("title",)), *(() if "time" in fields else ("time",)))

    @property
    def signature(self) -> str:
        """The same for every sheet with the same headings in the same order."""
        return _digest(plain_heading(column.heading) for column in self.columns)

    @property
    def source(self) -> str:
        """The foreign system the rows come from, as far as a sheet tells: how it calls its own number.

        Not the file name, which changes with every copy, nor the whole heading row, which changes with every added column
        or other choice of fields: importing again must find every number it brought before. Two systems that call
        their numbers alike are told apart by the rows themselves (``number_taken``), or by a source given by hand.
        """
        return f"sheet-{_digest([plain_heading(self.heading_of('number'))])[:10]}"

    def heading_of(self, field: str) -> str:
        """The heading of the column that gives a field; empty when none does."""
        return next((column.heading for column in self.columns if column.field == field), "")

    def given(self, told: Mapping[str, str]) -> ColumnMap:
        """The map with columns chosen by hand: field → letter or heading; an empty choice leaves the field without one.

        Refuses ``field_unknown`` and ``column_unknown``.
        """
        chosen = {_known(field): self._find(name) for field, name in told.items()}
        columns = []
        for column in self.columns:
            if column.field in chosen:
                column = replace(column, field="", by="")
            field = next((field for field, index in chosen.items() if index == column.index), "")
            columns.append(replace(column, field=field, by="hand") if field else column)
        return replace(self, columns=tuple(columns))

    def choices(self) -> dict[str, str]:
        """Field → column letter, every field named: what is kept under ``signature`` and given back to ``given``."""
        fields = self.fields
        return {field: letter_of(fields[field]) if field in fields else "" for field in FIELDS}

    def _find(self, name: str) -> int | None:
        name = name.strip()
        if not name:
            return None
        for column in self.columns:
            if column.heading and column.heading == name:
                return column.index
        for column in self.columns:
            if column.letter == name.upper():
                return column.index
        raise Refused("column_unknown", sheet=self.sheet, column=name)


def choices_from(words: Iterable[str]) -> dict[str, str]:
    """The choices in words such as ``title=C`` or ``time=留言时间``. Refuses ``choice_unreadable``, ``field_unknown``."""
    found = {}
    for said in words:
        field, sign, column = said.partition("=")
        if not sign:
            raise Refused("choice_unreadable", choice=said)
        found[_known(field.strip())] = column.strip()
    return found


def _known(field: str) -> str:
    if field not in FIELDS:
        raise Refused("field_unknown", field=field, fields=", ".join(FIELDS))
    return field


def letter_of(index: int) -> str:
    """The letters of a column counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def plain_heading(heading: str) -> str:
    """A heading as it is compared: narrow, lower case, without remarks in brackets, blanks and punctuation."""
    plain = normalize("NFKC", heading).lower()
    return _UNSAID.sub("", _BRACKETED.sub("", plain)) or _UNSAID.sub("", plain)


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


# --- recognising ------------------------------------------------------------------------------------------------------


def recognise(sheet: str, rows: Sequence[tuple[int, Sequence[Cell]]]) -> ColumnMap:
    """The map of a sheet from its first rows (number, cells). Columns nobody understands stay unused."""
    filled = [(number, cells) for number, cells in rows if any(map(line_of, cells))]
    if not filled:
        return ColumnMap(sheet, 0, ())
    heading_row, fields = _heading_row(filled[:_HEADING_WITHIN])
    heading = next((cells for number, cells in filled if number == heading_row), ())
    below = [cells for number, cells in filled if number > heading_row]
    width = max(map(len, (heading, *below)), default=0)
    names = [line_of(heading[index]) if index < len(heading) else "" for index in range(width)]
    values = [
        [cells[index] for cells in below if index < len(cells) and line_of(cells[index])] for index in range(width)
    ]
    _drop_running_number(fields, names, values)
    guessed = _by_content(fields, names, values)
    columns = []
    for index in range(width):
        if index in fields:
            columns.append(Column(index, names[index], fields[index], "heading"))
        else:
            columns.append(Column(index, names[index], guessed.get(index, ""), "content" if index in guessed else ""))
    return ColumnMap(sheet, heading_row, tuple(columns))


def _heading_row(rows: Sequence[tuple[int, Sequence[Cell]]]) -> tuple[int, dict[int, str]]:
    """The row whose cells name most fields; without one, a first row that looks like a heading; else 0."""
    best, found = 0, dict[int, str]()
    for number, cells in rows:
        fields = _by_heading(cells)
        if len(fields) > len(found):
            best, found = number, fields
    if len(found) >= 2:
        return best, found
    number, cells = rows[0]
    said = [cell for cell in cells if line_of(cell)]
    plain = all(isinstance(cell, str) and len(line_of(cell)) <= 15 and not _is_value(cell) for cell in said)
    if plain and len(said) > 1 and len(rows) > 1:
        return number, _by_heading(cells)
    return 0, {}


def _is_value(cell: str) -> bool:
    return looks_like_time(cell) or any(char.isdigit() for char in cell)


def _by_heading(cells: Sequence[Cell]) -> dict[int, str]:
    """Column → field, each field once: the best heading of a field wins, then the leftmost column."""
    known, never = headings()
    ranked: list[tuple[int, int, str]] = []
    for index, cell in enumerate(cells):
        plain = plain_heading(cell) if isinstance(cell, str) and len(cell) <= 60 else ""
        if not plain:
            continue
        for field, said in known.items():
            if plain in said.exact:
                ranked.append((said.exact.index(plain), index, field))
            elif len(plain) <= 15 and any(part in plain for part in said.part) and not any(no in plain for no in never):
                ranked.append((len(said.exact), index, field))
    found: dict[int, str] = {}
    for _, index, field in sorted(ranked):
        if index not in found and field not in found.values():
            found[index] = field
    return found


def _drop_running_number(fields: dict[int, str], names: Sequence[str], values: Sequence[Sequence[Cell]]) -> None:
    """A column that only counts the rows 1, 2, 3 … of this file identifies nothing: another file counts them again."""
    for index, field in list(fields.items()):
        counted = [text_of(cell) for cell in values[index]]
        if field == "number" and counted and counted == [str(place) for place in range(1, len(counted) + 1)]:
            del fields[index]
            rest = {other: name for other, name in enumerate(names) if other != index and other not in fields}
            again = _by_heading([rest.get(other, "") for other in range(len(names))])
            fields.update({other: found for other, found in again.items() if found == "number"})


def _by_content(fields: Mapping[int, str], names: Sequence[str], values: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """Columns for what the headings did not give and a case cannot do without: a time, a text, a title, a number."""
    never = headings()[1]
    free = [
        index
        for index, cells in enumerate(values)
        if index not in fields and cells and not any(no in plain_heading(names[index]) for no in never)
    ]
    found: dict[int, str] = {}

    def take(field: str, index: int | None) -> None:
        if index is not None:
            found[index] = field
            free.remove(index)

    given = set(fields.values())
    if "time" not in given:
        take("time", next((index for index in free if _share(values[index], looks_like_time) >= _MOSTLY), None))
    if not given & {"title", "text"}:
        worded = sorted((-_mean_length(values[index]), index) for index in free if _is_prose(values[index]))
        if worded:
            take("text" if -worded[0][0] > 40 or len(worded) > 1 else "title", worded[0][1])
        if len(worded) > 1:
            take("title", worded[1][1])
    if not fields:
        take("number", next((index for index in free if _is_numbering(values[index])), None))
    return found


def _share(cells: Sequence[Cell], test: Callable[[Cell], object]) -> float:
    return sum(bool(test(cell)) for cell in cells) / len(cells)


def _mean_length(cells: Sequence[Cell]) -> float:
    return fmean(len(text_of(cell)) for cell in cells)


def _is_prose(cells: Sequence[Cell]) -> bool:
    return (
        _mean_length(cells) >= _SHORTEST_PROSE
        and _share(cells, lambda cell: isinstance(cell, str) and _HAN.search(cell)) >= _MOSTLY
    )


def _is_numbering(cells: Sequence[Cell]) -> bool:
    said = [text_of(cell) for cell in cells]
    lone = len(set(said)) == len(said)
    return lone and all(len(text) >= 4 and text.isascii() and any(map(str.isdigit, text)) for text in said)
