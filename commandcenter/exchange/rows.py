"""From a row to a matter, or to the reason why not. A row never raises; what is wrong with it is told by a code.

``time_missing``, ``time_unreadable``, ``time_in_future``, ``title_missing`` (neither title nor text), ``text_too_long``,
``number_rounded`` (more digits than a number cell keeps).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.case_acts import Matter
from commandcenter.domain.category import category_path
from commandcenter.domain.command import FUTURE_TOLERANCE_MS
from commandcenter.domain.roster import Directory, Place
from commandcenter.exchange.cells import (
    first_sentence,
    line_of,
    number_of,
    rounded,
    said_of,
    says_something,
    text_of,
    time_of,
)
from commandcenter.exchange.mapping import ColumnMap, plain_heading
from commandcenter.exchange.outcomes import OutcomeReader, unit_names
from commandcenter.exchange.words import said, words
from commandcenter.exchange.workbook import Cell

LONGEST_TITLE = 200
LONGEST_TEXT = 100_000
MOST_PEOPLE = 1_000_000

_BETWEEN_LEVELS = re.compile(r"\s*(?:[/／\\>＞→»|]|-{1,2}|—{1,2})\s*")

Told = dict[str, Any]
"""Fields of a matter."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What of the office the rows may point at: its roster, categories (id → path), units (id → name). Empty: nothing is."""

    directory: Directory = field(default_factory=Directory)
    categories: Mapping[str, Sequence[str]] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


class RowReader:
    """Reads the rows of one sheet.

    ``noted`` counts what could not be taken over from rows that were taken: ``category_unknown``, ``due_unreadable``,
    ``people_unreadable``, and what ``OutcomeReader`` notes.
    """

    def __init__(
        self, columns: ColumnMap, reference: Reference, now: int, *, source: str = "", channel: str = ""
    ) -> None:
        self.noted: Counter[str] = Counter()
        fields = columns.fields
        self._latest = now + FUTURE_TOLERANCE_MS
        self._always: Told = {
            "source": source or columns.source,
            "channel": channel or usual_channel(columns),
        }
        self._finder = PlaceFinder(reference.directory)
        self._categories = _by_name(reference.categories)
        self._width = max(fields.values(), default=-1) + 1
        self._number, self._title, self._text, self._time, self._place, self._community = (
            fields.get(name, -1) for name in ("number", "title", "text", "time", "place", "community")
        )
        takes: Mapping[str, Callable[[Cell], Told]] = {
            "reporter": _reporter,
            "phone": _phone,
            "category": self._category,
            "channel": _channel,
            "grade": _grade,
            "due": self._due,
            "nature": _nature,
            "people": self._people,
        }
        self._takes = [(fields[name], take) for name, take in takes.items() if name in fields]
        self._outcomes = OutcomeReader(fields, unit_names(reference.units), self._latest, self.noted)
        self._heading = [(column.index, column.heading) for column in columns.columns if column.field]
        self._heading_title, self._heading_text = columns.heading_of("title"), columns.heading_of("text")

    def read(self, cells: Sequence[Cell]) -> Matter | str | None:
        """The matter in a row, the code of what is wrong with it, or None for an empty row or a repeated heading."""
        if len(cells) < self._width:
            cells = [*cells, *[""] * (self._width - len(cells))]
        title = line_of(cells[self._title]) if self._title >= 0 else ""
        text = text_of(cells[self._text]) if self._text >= 0 else ""
        if self._is_no_row(title, text, cells):
            return None
        number = cells[self._number] if self._number >= 0 else ""
        when = cells[self._time] if self._time >= 0 else ""
        received_at = time_of(when)
        fault = self._fault(title, text, number, when, received_at)
        if fault:
            return fault
        title, text = _titled(title, text)
        told: Told = {
            **self._always,
            "title": title,
            "text": text,
            "received_at": received_at,
            "source_number": number_of(number),
        }
        for index, take in self._takes:
            if cells[index] != "":
                told.update(take(cells[index]))
        told.update(self._located(title, text, cells))
        if self._outcomes or "due_at" in told:
            ended = self._outcomes.read(cells, told["received_at"], told.get("due_at"))
            told |= {"outcome": ended.outcome, "answer": ended.answer, "told": ended.told}
        return Matter(**told)

    def _is_no_row(self, title: str, text: str, cells: Sequence[Cell]) -> bool:
        if not title and not text:
            return not any(map(line_of, cells))
        if title != self._heading_title or text != self._heading_text:
            return False
        return all(line_of(cells[index]) == heading for index, heading in self._heading)

    def _fault(self, title: str, text: str, number: Cell, when: Cell, received_at: int | None) -> str:
        if not says_something(title) and not says_something(text):
            return "title_missing"
        if received_at is None:
            return "time_unreadable" if text_of(when) else "time_missing"
        if received_at > self._latest:
            return "time_in_future"
        if len(text) > LONGEST_TEXT or len(title) > LONGEST_TEXT:
            return "text_too_long"
        return "number_rounded" if rounded(number) else ""

    def _category(self, cell: Cell) -> Told:
        text = said_of(cell)
        levels = tuple(level for level in _BETWEEN_LEVELS.split(text) if level)
        found = self._categories.get("/".join(levels)) or self._categories.get(levels[-1] if levels else "")
        if text and not found:
            self.noted["category_unknown"] += 1
        return {"category": found} if found else {}

    def _due(self, cell: Cell) -> Told:
        due_at = time_of(cell)
        if due_at is None and said_of(cell):
            self.noted["due_unreadable"] += 1
        return {"due_at": due_at} if due_at is not None else {}

    def _people(self, cell: Cell) -> Told:
        said_ = said_of(cell).removesuffix("人").removesuffix("户").strip()
        count = _whole(said_)
        if count is None or count > MOST_PEOPLE:
            self.noted["people_unreadable"] += bool(said_)
            return {}
        return {"collective": count} if count > 1 else {}

    def _located(self, title: str, text: str, cells: Sequence[Cell]) -> Told:
        place_words = said_of(cells[self._place]) if self._place >= 0 else ""
        place = self._finder.find(place_words, f"{title}|{text}") if self._finder.knows_any else None
        told: Told = {"place_words": place_words} if place_words else {}
        if place is not None:
            told |= {"place": place.id, "community": place.id if place.kind == "community" else place.community}
        if self._community >= 0 and not told.get("community"):
            community = self._finder.community(said_of(cells[self._community]))
            told |= {"community": community.id} if community else {}
        return told


class PlaceFinder:
    """Finds places of the roster by the names in a text. Names only: a bare code such as ``A3`` is never a community."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._any = directory.addresses.glance
        self._communities = {place.name: place for place in directory.places.values() if place.kind == "community"}

    @property
    def knows_any(self) -> bool:
        """Whether there is a place to be found at all."""
        return self._any is not None

    def find(self, *texts: str) -> Place | None:
        """The place named in the first of these clean texts that names one. Most name none, and one look over it tells."""
        for text in texts:
            squeezed = text.replace(" ", "").replace("\n", "")
            if self._any is not None and self._any.search(squeezed):
                found = self._directory.locate(squeezed)
                if found is not None:
                    return found
        return None

    def community(self, name: str) -> Place | None:
        """The community with a name, with or without the word 社区 behind it."""
        short = name.removesuffix("社区")
        return self._communities.get(name) or self._communities.get(short) or self._communities.get(f"{short}社区")


def usual_channel(columns: ColumnMap) -> str:
    """The channel of a sheet that names none: its own words for its columns tell a hotline or a mailbox."""
    told = "".join(plain_heading(column.heading) for column in columns.columns)
    return "hotline" if any(word in told for word in words()["said"]["hotline_headings"]) else "other"


def _titled(title: str, text: str) -> tuple[str, str]:
    if not says_something(title):
        return first_sentence(text), text
    if len(title) > LONGEST_TITLE:
        return title[: LONGEST_TITLE - 1] + "…", text or title
    return title, text


def _reporter(cell: Cell) -> Told:
    name = said_of(cell)
    if name in words()["said"]["anonymous"]:
        return {"anonymous": True}
    return {"reporter": name} if name else {}


def _phone(cell: Cell) -> Told:
    phone = said_of(cell)
    return {"phone": phone} if phone else {}


def _channel(cell: Cell) -> Told:
    code = said("said_channel", said_of(cell))
    return {"channel": code} if code else {}


def _grade(cell: Cell) -> Told:
    code = said("said_grade", said_of(cell))
    return {"grade": code} if code else {}


def _nature(cell: Cell) -> Told:
    code = said("said_nature", said_of(cell))
    return {"nature": code} if code else {}


def _whole(text: str) -> int | None:
    text = text.removesuffix(".0")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def _by_name(categories: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Category ids by their whole path, and by their last level where only one category ends with it."""
    found: dict[str, str] = {}
    ends: dict[str, list[str]] = {}
    for key, path in categories.items():
        found["/".join(category_path("/".join(path)))] = key
        ends.setdefault(path[-1], []).append(key)
    return {end: keys[0] for end, keys in ends.items() if len(keys) == 1} | found
