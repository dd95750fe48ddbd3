"""Sheets of patrols and of attendance: Excel, CSV, OpenDocument, or the JSON a phone app exports.

A row is a finding, a stop, or a whole walk; rows of one number - or of one person on one street with one beginning - are one
walk. What cannot be read is named with its row and its reason; nothing is written here. A walk that fits a planned turn is
that turn.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from commandcenter.domain.attendance import LONGEST_MINUTES, Attended
from commandcenter.domain.clock import DAY, HOUR, MINUTE, at_local, local_date
from commandcenter.domain.command import FUTURE_TOLERANCE_MS
from commandcenter.domain.patrol_acts import LONGEST_METRES
from commandcenter.domain.patrol_entry_acts import ToldFinding, ToldPatrol
from commandcenter.domain.patrol_plan import WALKERS, Checklist
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Directory
from commandcenter.exchange.cells import line_of, number_of, said_of, text_of, time_of
from commandcenter.exchange.layouts import Layout, best_of, layout_of, layouts
from commandcenter.exchange.mapping import letter_of, plain_heading
from commandcenter.exchange.rejects import FROM, WHY
from commandcenter.exchange.rows import PlaceFinder
from commandcenter.exchange.workbook import Cell, open_workbook
from commandcenter.journal.trouble import telling
from commandcenter.resource import resource

MOST_ROWS = 20_000
LONGEST_JSON = 32 << 20
LONGEST_WALK = 16 * HOUR
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)")
_CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})(?::\d{2})?")
_JSON_LISTS = ("data", "rows", "records", "list", "items", "patrols")

Rows = Sequence[tuple[int, Sequence[Cell]]]


@lru_cache(maxsize=1)
def _told() -> dict[str, Any]:
    return tomllib.loads(resource("exchange/patrol_sheets.toml").read_text("utf-8"))


def fields_of(family: str) -> tuple[str, ...]:
    """The fields a row may give: of ``patrol`` or ``attendance``."""
    return tuple(_told()[family])


@dataclass(frozen=True, slots=True)
class Turned:
    """A planned turn that a sheet's walk may be: its id, street, walker and window (epoch milliseconds)."""

    id: str
    place: str
    person: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Known:
    """What rows may point at."""

    directory: Directory = field(default_factory=Directory)
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    turns: Sequence[Turned] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What a sheet holds: the walks, the rows that are none (row, reason code), how many rows told a finding."""

    walks: tuple[ToldPatrol, ...]
    rejected: tuple[tuple[int, str], ...]
    findings: int = 0


# --- opening ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that was opened: its layout and its rows below the headings."""

    file: str
    sheets: tuple[str, ...]
    layout: Layout
    rows: Rows


Remembered = Mapping[str, Mapping[str, str]]
"""What was chosen by hand before: signature of the headings → field → heading of its column (a letter where headings repeat)."""


def signature_of(family: str, headings: Sequence[str]) -> str:
    """The same for every sheet of a family with the same headings; their order matters only where one stands twice.

    What a table of rejected rows says at its right is left aside: corrected, it comes back as the sheet it came from.
    """
    plain = [
        plain_heading(heading) if heading != letter_of(place) else ""
        for place, heading in enumerate(headings)
        if heading not in (WHY, FROM)
    ]
    told = plain if len(set(plain)) < len(plain) else sorted(plain)
    return f"{family}-{hashlib.sha256(chr(31).join(told).encode()).hexdigest()[:16]}"


def choices_of(family: str, headings: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    """What is remembered of the columns (field → place from 0): every field by its heading, empty where it has no column."""
    names = {
        place: heading if heading and list(headings).count(heading) == 1 else letter_of(place)
        for place, heading in enumerate(headings)
    }
    return {field: names.get(columns.get(field, -1), "") for field in fields_of(family)}


def _chosen_before(layout: Layout, family: str, remembered: Remembered) -> Layout:
    told = remembered.get(signature_of(family, layout.headings))
    if told is None:
        return layout
    places = {letter_of(place): place for place in range(len(layout.headings))}
    places |= {heading: place for place, heading in enumerate(layout.headings) if heading}
    columns = {field: places[name] for field, name in told.items() if name in places}
    return Layout(layout.sheet, layout.heading_row, layout.headings, columns)


def open_table(
    path: Path,
    family: str,
    sheet: str = "",
    columns: Mapping[str, int] | None = None,
    remembered: Remembered | None = None,
) -> Table:
    """A sheet with its columns: those given, else those chosen by hand for such headings before, else by the headings.

    Refuses what ``open_workbook`` refuses, ``sheet_unknown``, ``json_unreadable``.
    """
    known, before = _told()[family], remembered or {}
    if path.suffix.lower() == ".json":
        rows = _json_rows(path)
        layout: Layout | None = _chosen_before(layout_of(path.name, rows[:1], known), family, before)
        sheets: tuple[str, ...] = (path.name,)
    else:
        workbook = open_workbook(path)
        found = [_chosen_before(one, family, before) for one in layouts(workbook, known)]
        layout = best_of(found, sheet)
        sheets = tuple(one.sheet for one in found)
        rows = list(islice(workbook.table(layout.sheet), MOST_ROWS)) if layout is not None else []
    if layout is None:
        raise Refused("sheet_unknown", sheet=sheet, file=path.name)
    if columns is not None:
        layout = Layout(layout.sheet, layout.heading_row, layout.headings, dict(columns))
    below = [(number, cells) for number, cells in rows if number > layout.heading_row and any(map(line_of, cells))]
    return Table(path.name, sheets, layout, below)


def _json_rows(path: Path) -> list[tuple[int, Sequence[Cell]]]:
    """A list of objects as a table: the names of the first row of headings, then a row for each. Lists within become rows."""
    with telling(path):
        if path.stat().st_size > LONGEST_JSON:
            raise Refused("workbook_too_large", file=path.name)
        content = path.read_bytes()
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused("json_unreadable", file=path.name) from None
    if isinstance(told, Mapping):
        told = next((told[name] for name in _JSON_LISTS if isinstance(told.get(name), list)), None)
    if not isinstance(told, list):
        raise Refused("json_unreadable", file=path.name)
    lines = [line for one in told if isinstance(one, Mapping) for line in _flat(one)]
    names = list(dict.fromkeys(name for line in lines for name in line))
    table: list[tuple[int, Sequence[Cell]]] = [(1, names)]
    table += [(place, [line.get(name, "") for name in names]) for place, line in enumerate(lines, start=2)]
    return table[: MOST_ROWS + 1]


def _flat(one: Mapping[str, Any]) -> Iterator[dict[str, Cell]]:
    """An object as one row; each object of a list in it (its findings) as a row that repeats the rest."""
    plain = {str(name): _cell(value) for name, value in one.items() if not isinstance(value, list | Mapping)}
    inner = [part for value in one.values() if isinstance(value, list) for part in value if isinstance(part, Mapping)]
    if not inner:
        yield plain
    for part in inner:
        yield plain | {str(name): _cell(value) for name, value in part.items() if not isinstance(value, list | Mapping)}


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    return value if isinstance(value, str | bool | int | float) else str(value)


# --- walks ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Walk:
    row: int
    place: str
    community: str
    person: str
    role: str
    begun_at: int
    ended_at: int
    number: str
    length_m: int | None = None
    weather: str = ""
    words: str = ""
    stops: list[str] = field(default_factory=list)
    findings: list[ToldFinding] = field(default_factory=list)


class PatrolReader:
    """Reads the rows of one sheet of patrols."""

    def __init__(self, table: Table, known: Known, now: int) -> None:
        self._table, self._known = table, known
        self._latest = now + FUTURE_TOLERANCE_MS
        self._columns = table.layout.columns
        self._finder = PlaceFinder(known.directory)
        self._people: dict[str, list[str]] = {}
        for person in known.directory.people.values():
            if person.active:
                self._people.setdefault(person.name, []).append(person.id)
        self._items = {
            item.words: (one.id, item.code) for one in known.checklists.values() if one.active for item in one.items
        }

    def read(self) -> Read:
        """The walks in the sheet. Refuses ``patrol_columns_missing`` without a street, a person and a time."""
        lacking = [name for name in ("place", "person") if name not in self._columns]
        if "begun" not in self._columns and "day" not in self._columns:
            lacking.append("begun")
        if lacking:
            raise Refused("patrol_columns_missing", fields=lacking)
        walks: dict[tuple[str, ...], _Walk] = {}
        rejected: list[tuple[int, str]] = []
        for row, cells in self._table.rows:
            told = self._row(row, cells)
            if isinstance(told, str):
                rejected.append((row, told))
                continue
            key = (told.number,) if told.number else (told.place, told.person, str(told.begun_at))
            standing = walks.setdefault(key, told)
            if standing is not told:
                if (standing.place, standing.person) != (told.place, told.person):
                    rejected.append((row, "patrol_number_taken"))
                    continue
                _join(standing, told)
        taken: set[str] = set()
        found = [self._told(walk, taken) for walk in walks.values()]
        return Read(tuple(found), tuple(rejected), sum(len(walk.findings) for walk in walks.values()))

    def _cell(self, name: str, cells: Sequence[Cell]) -> Cell:
        place = self._columns.get(name, -1)
        return cells[place] if 0 <= place < len(cells) else ""

    def _row(self, row: int, cells: Sequence[Cell]) -> _Walk | str:
        place = self._finder.find(said_of(self._cell("place", cells)))
        if place is None or place.kind not in ("street", "alley"):
            street = self._known.directory.street_of(place) if place is not None else None
            if street is None:
                return "patrol_place_unknown"
            place = street
        person = self._person(said_of(self._cell("person", cells)), place.id)
        if not person:
            return "patrol_person_unknown"
        times = self._times(cells)
        if isinstance(times, str):
            return times
        walk = _Walk(
            *(row, place.id, place.community, person, self._role(cells, person, place.id), *times),
            number_of(self._cell("number", cells)),
        )
        metres = self._metres(cells)
        if metres is None and said_of(self._cell("length", cells)):
            return "length_unreadable"
        walk.length_m = metres
        walk.weather = _code("weather", said_of(self._cell("weather", cells)))
        walk.words = text_of(self._cell("words", cells))
        stop = said_of(self._cell("stop", cells))
        walk.stops = [stop] if stop else []
        finding = self._finding(cells)
        walk.findings = [finding] if finding is not None else []
        return walk

    def _person(self, name: str, place: str) -> str:
        """Who is meant: of two people of one name the one who has a post at the street."""
        found = self._people.get(name, [])
        if len(found) > 1:
            holders = {holder.person.id for holder in self._known.directory.holders(f"place/{place}")}
            found = [one for one in found if one in holders]
        return found[0] if len(found) == 1 else ""

    def _role(self, cells: Sequence[Cell], person: str, place: str) -> str:
        told = _code("role", said_of(self._cell("role", cells)))
        if told:
            return told
        held = [
            one.role for one in self._known.directory.holders(f"place/{place}", *WALKERS) if one.person.id == person
        ]
        return held[0] if held else "steward"

    def _times(self, cells: Sequence[Cell]) -> tuple[int, int] | str:
        day_cell, begun_cell, ended_cell = (self._cell(name, cells) for name in ("day", "begun", "ended"))
        day = time_of(day_cell)
        begun = _moment(begun_cell, day) if text_of(begun_cell) else day
        if begun is None:
            return "time_unreadable" if text_of(begun_cell) or text_of(day_cell) else "time_missing"
        ended = _moment(ended_cell, at_local(local_date(begun))) if text_of(ended_cell) else begun
        if ended is None:
            return "time_unreadable"
        if ended < begun and ended + DAY - begun <= LONGEST_WALK:
            ended += DAY
        if ended < begun or ended - begun > LONGEST_WALK:
            return "patrol_times"
        return (begun, ended) if ended <= self._latest else "time_in_future"

    def _metres(self, cells: Sequence[Cell]) -> int | None:
        said = said_of(self._cell("length", cells)).lower()
        match = _NUMBER.search(said)
        if match is None:
            return None
        number = float(match[1])
        heading = self._table.layout.headings[self._columns["length"]].lower()
        own = any(word in said for word in _told()["said"]["metres"])
        in_km = own or ("米" not in said and any(word in heading for word in _told()["said"]["metres"]))
        metres = round(number * 1000 if in_km else number)
        return metres if 0 <= metres <= LONGEST_METRES else None

    def _finding(self, cells: Sequence[Cell]) -> ToldFinding | None:
        words = text_of(self._cell("found", cells))
        kind_said = said_of(self._cell("kind", cells))
        if words in _told()["said"]["nothing"] or not said_of(words):
            words = ""
        if not words and (not kind_said or kind_said in _told()["said"]["nothing"] or "found" in self._columns):
            return None
        _, kind = self._items.get(kind_said) or self._items.get(f"无{kind_said}") or ("", "")
        result = text_of(self._cell("result", cells))
        solved_said = said_of(self._cell("solved", cells))
        solved = _yes(solved_said or result)
        handled = solved or bool(result)
        return ToldFinding(
            words=words or kind_said,
            kind=kind,
            where=said_of(self._cell("where", cells)),
            danger=_yes(said_of(self._cell("danger", cells))),
            outcome="handled" if handled else "",
            how=(_code("how", result) or "other") if handled else "",
            solved=solved,
            result=result,
        )

    def _told(self, walk: _Walk, taken: set[str]) -> ToldPatrol:
        turn = self._turn(walk, taken)
        source = f"{self._table.file}:{walk.number}" if walk.number else ""
        identity = f"{walk.number}|{walk.place}|{walk.person}|{walk.begun_at}"
        return ToldPatrol(
            *(walk.place, walk.role, walk.person, walk.begun_at, walk.ended_at, walk.community, turn),
            weather=walk.weather,
            length_m=walk.length_m,
            words=walk.words,
            stops=tuple(walk.stops),
            findings=tuple(walk.findings),
            source=source,
            key="sheet-" + hashlib.sha256(identity.encode()).hexdigest()[:20],
        )

    def _turn(self, walk: _Walk, taken: set[str]) -> str:
        """The planned turn that this walk was: same street, same walker, begun within its window; each turn once."""
        for turn in self._known.turns:
            same = (turn.place, turn.person) == (walk.place, walk.person)
            if same and turn.id not in taken and turn.start - HOUR <= walk.begun_at <= turn.end:
                taken.add(turn.id)
                return turn.id
        return ""


def _join(standing: _Walk, more: _Walk) -> None:
    standing.ended_at = max(standing.ended_at, more.ended_at)
    standing.begun_at = min(standing.begun_at, more.begun_at)
    standing.length_m = more.length_m if standing.length_m is None else standing.length_m
    standing.weather = standing.weather or more.weather
    standing.words = standing.words or more.words
    standing.stops += [stop for stop in more.stops if stop not in standing.stops]
    standing.findings += [one for one in more.findings if one not in standing.findings]


def _moment(cell: Cell, day: int | None) -> int | None:
    """A moment, or an hour of the day that another column tells."""
    found = time_of(cell) if not isinstance(cell, str) or not _CLOCK.fullmatch(cell.strip()) else None
    if found is not None:
        return found
    match = _CLOCK.fullmatch(line_of(cell).strip())
    if match is not None and day is not None:
        hour, minute = int(match[1]), int(match[2])
        return day + hour * HOUR + minute * MINUTE if hour < 24 and minute < 60 else None
    return None


def _code(family: str, said: str) -> str:
    return (
        next((code for code, words in _told()[family].items() if any(word in said for word in words)), "")
        if said
        else ""
    )


def _yes(said: str) -> bool:
    plain = said.strip().lower()
    if not plain or any(plain.startswith(word) for word in _told()["said"]["no"]):
        return False
    return any(
        plain == word or (len(word) > 1 and word in plain) or plain.startswith(word) for word in _told()["said"]["yes"]
    )


# --- attendance -------------------------------------------------------------------------------------------------------


def read_attendance(table: Table) -> tuple[list[Attended], list[tuple[int, str]]]:
    """Who came, and the rows that tell nobody. A name that stands twice with one unit is counted together.

    Refuses ``attendance_columns_missing`` without a column of names.
    """
    columns = table.layout.columns
    if "name" not in columns:
        raise Refused("attendance_columns_missing")
    found: dict[tuple[str, str], Attended] = {}
    rejected: list[tuple[int, str]] = []
    for row, cells in table.rows:

        def cell(name: str, cells: Sequence[Cell] = cells) -> Cell:
            place = columns.get(name, -1)
            return cells[place] if 0 <= place < len(cells) else ""

        name, unit = said_of(cell("name")), said_of(cell("unit"))
        if not name:
            rejected.append((row, "name_missing"))
            continue
        minutes = _minutes(cell("hours"), cell("begun"), cell("ended"), _heading(table.layout, "hours"))
        if minutes is not None and not 0 <= minutes <= LONGEST_MINUTES:
            rejected.append((row, "attendance_hours"))
            continue
        member = any(word in said_of(cell("member")).lower() for word in _told()["said"]["member"])
        before = found.get((name, unit))
        if before is not None and before.minutes is not None and minutes is not None:
            minutes = min(LONGEST_MINUTES, before.minutes + minutes)
        found[name, unit] = Attended(name, unit, minutes, member)
    return list(found.values()), rejected


def _heading(layout: Layout, name: str) -> str:
    place = layout.columns.get(name, -1)
    return layout.headings[place] if 0 <= place < len(layout.headings) else ""


def _minutes(told: Cell, begun: Cell, ended: Cell, heading: str) -> int | None:
    said = said_of(told).lower()
    match = _NUMBER.search(said)
    if match is not None:
        in_minutes = any(word in text for word in _told()["said"]["minutes"] for text in (said, heading))
        return round(float(match[1]) * (1 if in_minutes else 60))
    start, end = _moment(begun, 0) if text_of(begun) else None, _moment(ended, 0) if text_of(ended) else None
    if start is None or end is None:
        return None
    length = (end - start) // MINUTE
    return length if length >= 0 else length + 24 * 60
