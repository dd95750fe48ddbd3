"""Which column of a foreign roster says what: by headings of one row or two, by what stands in the cells, by hand.

A roster has a row for each street with columns for its people, or a row for each person with role and place; a list of units
has a row for each unit. Several columns may give the same (管家1, 管家2), so a column here is held by its place, not by its field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from commandcenter.domain.number import digits
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Directory
from commandcenter.exchange.cells import line_of, number_of
from commandcenter.exchange.mapping import Column, ColumnMap, plain_heading
from commandcenter.exchange.roster_words import ROLES, field_of_heading, never, said
from commandcenter.exchange.workbook import Cell

PLACE_FIELDS = ("code", "place", "kind", "community", "grid", "street", "length", "note")
PERSON_FIELDS = ("role", "name", "phone", "post", "since", "remark")
UNIT_FIELDS = (
    *("unit", "unit_code", "duty_phone", "contact", "contact_phone", "contact_post"),
    *("relation", "unit_kind", "level", "address"),
)
ROLE_FIELDS = tuple(f"{role}{part}" for role in ROLES for part in ("", "_phone", "_post"))
FIELDS = (*PLACE_FIELDS, *PERSON_FIELDS, *ROLE_FIELDS, *UNIT_FIELDS)
"""What a column of a roster or a list of units may give."""

BY_STREET, BY_PERSON, UNITS, NOTHING = "street", "person", "units", ""
"""The layouts: a row a place, a row a person, a row a unit; nothing of ours."""

LOOKED_AT = 60
_HEADING_WITHIN = 20
_MOSTLY = 0.6
_LONGEST_HEADING = 24

_HAN_NAME = re.compile("[\u3400-\u9fff·]{2,4}")
_PHONE = re.compile(r"\d{7,12}")

Rows = Sequence[tuple[int, Sequence[Cell]]]


def layout_of(columns: ColumnMap) -> str:
    """The layout that the columns of a sheet make."""
    given = {column.field for column in columns.columns if column.field}
    if "name" in given and given & {"role", "place", "code"}:
        return BY_PERSON
    if given & {"place", "code"} and given - {"place", "code"}:
        return BY_STREET
    if "unit" in given and given & {"duty_phone", "contact", "contact_phone", "phone", "address"}:
        return UNITS
    return NOTHING


def recognise(sheet: str, rows: Rows, directory: Directory | None = None) -> ColumnMap:
    """The map of a sheet from its first rows; what nobody understands stays unused."""
    filled = [(number, cells) for number, cells in rows if any(map(line_of, cells))]
    if not filled:
        return ColumnMap(sheet, 0, ())
    heading_row, names, found = _heading(filled[:_HEADING_WITHIN])
    below = [cells for number, cells in filled if number > heading_row]
    width = max([len(names), *map(len, below)])
    names = [*names, *[""] * (width - len(names))]
    values = [
        [cells[index] for cells in below if index < len(cells) and line_of(cells[index])] for index in range(width)
    ]
    fields = _in_context(found, names)
    by = dict.fromkeys(fields, "heading")
    fields |= (retitled := _roles_as_titles(fields, values))
    by |= dict.fromkeys(retitled, "content")
    guessed = _by_content(fields, names, values, directory or Directory())
    fields |= guessed
    by |= dict.fromkeys(guessed, "content")
    columns = tuple(Column(index, names[index], fields.get(index, ""), by.get(index, "")) for index in range(width))
    return ColumnMap(sheet, heading_row, columns)


def chosen(columns: ColumnMap, told: Mapping[str, str], by: str = "hand") -> ColumnMap:
    """The map with what was chosen by hand: column letter → field, empty for none. Refuses ``field_unknown``."""
    unknown = next((field for field in told.values() if field and field not in FIELDS), "")
    if unknown:
        raise Refused("field_unknown", field=unknown, fields=", ".join(FIELDS))
    return replace(
        columns,
        columns=tuple(
            replace(column, field=told[column.letter], by=by)
            if column.letter in told and told[column.letter] != column.field
            else column
            for column in columns.columns
        ),
    )


# --- headings ---------------------------------------------------------------------------------------------------------


def _heading(rows: Rows) -> tuple[int, list[str], dict[int, str]]:
    """The last row of the heading, its names, and the fields they give: the row, or pair of rows, that names most."""
    best: tuple[int, int, list[str], dict[int, str]] = (0, 0, [], {})
    for place, (number, cells) in enumerate(rows):
        alone = [line_of(cell) if isinstance(cell, str) else "" for cell in cells]
        above = rows[place - 1][1] if place and rows[place - 1][0] == number - 1 else ()
        for names in (alone, _joined([line_of(cell) for cell in above], alone)):
            found = _fields(names)
            if len(found) > best[0]:
                best = (len(found), number, names, found)
    if best[0] >= 2:
        return best[1:]
    number, cells = rows[0]
    words = [line_of(cell) for cell in cells if line_of(cell)]
    if len(words) > 1 and len(rows) > 1 and not any(map(str.isdigit, "".join(words))) and max(map(len, words)) <= 8:
        names = [line_of(cell) for cell in cells]
        if not all(_HAN_NAME.fullmatch(word) and not field_of_heading(plain_heading(word)) for word in words):
            return number, names, _fields(names)
    return 0, [], {}


def _joined(above: Sequence[str], names: Sequence[str]) -> list[str]:
    """Headings of two rows as one: what stands over several columns goes before each of them."""
    if sum(map(bool, above)) < 2:
        return list(names)
    width = max(len(above), len(names))
    joined, over = [], ""
    for index in range(width):
        top = above[index] if index < len(above) else ""
        low = names[index] if index < len(names) else ""
        over = top or over
        joined.append(top if not low else over + low if low and over else low)
    return joined


def _fields(names: Sequence[str]) -> dict[int, str]:
    found = {}
    for index, name in enumerate(names):
        plain = plain_heading(name) if len(name) <= _LONGEST_HEADING else ""
        if plain and not any(word in plain for word in never()):
            field = field_of_heading(plain)
            if field:
                found[index] = field
    return found


def _in_context(found: Mapping[int, str], names: Sequence[str]) -> dict[int, str]:
    """A number or title behind the column of a role belongs to it; of what may come once, the first column keeps it."""
    by_person = "name" in found.values()
    fields: dict[int, str] = {}
    holder = ""
    for index in range(len(names)):
        field = found.get(index, "")
        if field in ROLES or field in ("name", "contact", "unit"):
            holder = field
        elif field in ("phone", "post") and holder and holder != "name" and not by_person:
            field = {"unit": "duty_phone" if field == "phone" else ""}.get(holder, f"{holder}_{field}")
        if field and field in fields.values() and not several(field):
            field = ""
        if field:
            fields[index] = field
    return fields


def several(field: str) -> bool:
    """Whether more than one column of a sheet may give a field: several people, several contacts."""
    return field in ROLE_FIELDS or field in ("contact", "contact_phone", "contact_post")


# --- content ----------------------------------------------------------------------------------------------------------


def _by_content(
    fields: Mapping[int, str], names: Sequence[str], values: Sequence[Sequence[Cell]], directory: Directory
) -> dict[int, str]:
    """Columns whose headings say nothing: known places, communities and roles, numbers behind a name, names of people."""
    places = {place.name for place in directory.places.values() if place.kind not in ("community", "grid")}
    communities = {place.name for place in directory.places.values() if place.kind == "community"}
    communities |= {name.removesuffix("社区") for name in communities}
    people = {person.name for person in directory.people.values()}
    given = set(fields.values())
    found: dict[int, str] = {}
    holder = ""
    for index, cells in enumerate(values):
        field = fields.get(index, "")
        if field in ROLES or field in ("name", "contact"):
            holder = field
        plain = plain_heading(names[index]) if names[index] else ""
        if field or len(cells) < 2 or any(word in plain for word in never()) or (plain and field_of_heading(plain)):
            continue
        texts = [line_of(cell) for cell in cells]
        guess = ""
        if _share(texts, places) >= _MOSTLY:
            guess = "place"
        elif _share(texts, communities) >= _MOSTLY:
            guess = "community"
        elif sum(bool(said("role", text)) and len(text) <= 8 for text in texts) / len(texts) >= _MOSTLY:
            guess = "role"
        elif sum(_is_phone(cell) for cell in cells) / len(cells) >= _MOSTLY:
            guess = f"{holder}_phone" if holder in (*ROLES, "contact") else "phone"
        elif _share(texts, people) >= _MOSTLY and "name" not in given:
            guess = "name"
        if guess and (guess not in given or several(guess)):
            found[index] = guess
            given.add(guess)
            if guess == "name":
                holder = guess
    return found


def _roles_as_titles(fields: Mapping[int, str], values: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """A column headed 职务 in a list of people that holds roles (街长, 管家) and no titles gives the role."""
    if "name" not in fields.values() or "role" in fields.values():
        return {}
    for index, field in fields.items():
        texts = [line_of(cell) for cell in values[index]] if field == "post" else []
        if texts and sum(bool(said("role", text, wholly=True)) for text in texts) / len(texts) >= _MOSTLY:
            return {index: "role"}
    return {}


def _share(texts: Sequence[str], known: set[str]) -> float:
    return sum(text in known for text in texts) / len(texts)


def _is_phone(cell: Cell) -> bool:
    return bool(_PHONE.fullmatch(digits(number_of(cell)))) and len(number_of(cell)) <= 16
