"""The draft of a roster import: the file, what was seen in it, what was chosen, mended and ticked so far. No widgets here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from commandcenter.domain.roster import Directory
from commandcenter.exchange.mapping import Column
from commandcenter.exchange.roster_cells import NEW as NAMED_NEW
from commandcenter.exchange.roster_cells import Fault, Mend, Spot
from commandcenter.exchange.roster_columns import NOTHING
from commandcenter.exchange.roster_difference import CHANGED, GONE, NEW, Difference
from commandcenter.exchange.roster_file import Seen, SheetSeen
from commandcenter.exchange.roster_holes import Hole, left_empty
from commandcenter.exchange.roster_words import never

SORTS = ("", NEW, CHANGED, GONE)
"""The filters of the differences in the order of their tabs; the first shows all."""
MOST_REMEMBERED = 100

_EMPTY = Seen("", ())


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column as the list shows it; ``state`` is used, unused or open (nobody said yet). ``heading`` of a sheet: ``column`` None."""

    key: str
    sheet: str
    column: Column | None
    example: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A difference as the list shows it, with its tick."""

    key: str
    difference: Difference
    ticked: bool


@dataclass
class Draft:
    """What is under way. ``since`` is the day from which it holds (epoch milliseconds), ``by_hand`` what was ticked or unticked."""

    path: str = ""
    seen: Seen = _EMPTY
    since: int = 0
    since_chosen: bool = False
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    edits: dict[tuple[str, int, int], Mend] = field(default_factory=dict)
    by_hand: dict[str, bool] = field(default_factory=dict)
    remember: bool = True
    sort: str = ""
    _keyed: tuple[Seen, Mapping[str, Difference]] = field(default=(_EMPTY, MappingProxyType({})), repr=False)

    def options(self, now: int, remembered: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
        """The choice as ``roster_file.Choice.from_plain`` reads it."""
        return {
            "since": self.since,
            "now": now,
            "columns": {name: dict(told) for name, told in self.columns.items()},
            "remembered": {name: dict(told) for name, told in remembered.items() if name.startswith("roster-")},
            "edits": [[*spot, mend.act, mend.text] for spot, mend in self.edits.items()],
        }

    # -- columns ---------------------------------------------------------------------------------------------------

    @property
    def sheets(self) -> list[SheetSeen]:
        """The sheets that can be read: visible, with something in them."""
        return [sheet for sheet in self.seen.sheets if sheet.columns and not sheet.hidden]

    def column_rows(self) -> list[ColumnRow]:
        """The columns of all sheets, each sheet under its name when there are several."""
        found: list[ColumnRow] = []
        for sheet in self.sheets:
            if len(self.sheets) > 1:
                found.append(ColumnRow(f"{sheet.name}!", sheet.name, None))
            for column in sheet.columns:
                example = _example(sheet, column.index)
                if column.heading or example:
                    key = f"{sheet.name}!{column.letter}"
                    found.append(ColumnRow(key, sheet.name, column, example, self.state(sheet, column, example)))
        return found

    def state(self, sheet: SheetSeen, column: Column, example: str) -> str:
        """Whether a column is used, unused, or open: it holds something, and nobody said what."""
        if column.field:
            return "used"
        said = column.letter in self.columns.get(sheet.signature, {}) or column.by in ("hand", "remembered")
        plain = column.heading.replace(" ", "")
        return "unused" if said or not example or any(word in plain for word in never()) else "open"

    def sheet(self, name: str) -> SheetSeen | None:
        """A sheet by name."""
        return next((sheet for sheet in self.seen.sheets if sheet.name == name), None)

    def give(self, sheet: str, letter: str, wanted: str) -> None:
        """Let a column give a field (empty: nothing), in all sheets with the same headings."""
        found = self.sheet(sheet)
        if found is not None:
            self.columns.setdefault(found.signature, {})[letter] = wanted

    def remembered(self, before: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
        """The columns kept for next time with those chosen here."""
        kept = dict(before)
        for signature, told in self.columns.items():
            kept[signature] = {**kept.pop(signature, {}), **told}
        return dict(list(kept.items())[-MOST_REMEMBERED:])

    @property
    def used(self) -> int:
        """How many columns give something."""
        return sum(row.state == "used" for row in self.column_rows())

    @property
    def open(self) -> int:
        """How many columns nobody said anything of yet, or were only guessed."""
        rows = self.column_rows()
        return sum(row.state == "open" or (row.column is not None and row.column.by == "content") for row in rows)

    @property
    def usable(self) -> bool:
        """Whether any sheet is read."""
        return any(sheet.layout != NOTHING for sheet in self.sheets)

    # -- ticks -----------------------------------------------------------------------------------------------------

    def ticked(self, one: Difference) -> bool:
        """Whether a difference would be taken over; one that needs another goes with it."""
        if one.needs and not self._needed(one.needs):
            return False
        return self.by_hand.get(one.key, one.ticked)

    def _needed(self, key: str) -> bool:
        if self._keyed[0] is not self.seen:
            self._keyed = (self.seen, {one.key: one for one in self.seen.differences})
        found = self._keyed[1].get(key)
        return found is None or self.by_hand.get(key, found.ticked)

    def tick(self, one: Difference, *, on: bool) -> None:
        """Tick a difference or take the tick back; what it needs is ticked with it."""
        self.by_hand[one.key] = on
        if on and one.needs:
            self.by_hand[one.needs] = True

    def tick_like(self, one: Difference) -> bool:
        """Tick all of the same sort and thing; when all are ticked, take the ticks back. Tells which it was."""
        alike = [other for other in self.seen.differences if (other.sort, other.item) == (one.sort, one.item)]
        on = not all(self.ticked(other) for other in alike)
        for other in alike:
            self.tick(other, on=on)
        return on

    @property
    def taken(self) -> list[Difference]:
        """What would be taken over."""
        return [one for one in self.seen.differences if self.ticked(one)]

    def holes(self, directory: Directory, now: int) -> list[Hole]:
        """The posts that would stand empty; ``directory`` is the roster of ``now`` (epoch milliseconds)."""
        return left_empty(directory.at(self.since) if self.since > now else directory, self.taken)

    def keys(self) -> dict[str, list[str]]:
        """What would be taken over as it was seen: key → before, after."""
        return {one.key: [one.before, one.after] for one in self.taken}

    def difference_rows(self) -> list[DifferenceRow]:
        """The differences of the chosen sort."""
        return [
            DifferenceRow(one.key, one, self.ticked(one))
            for one in self.seen.differences
            if not self.sort or one.sort == self.sort
        ]

    def count(self, sort: str) -> int:
        """How many differences of a sort there are; of all for an empty one."""
        return sum(not sort or one.sort == sort for one in self.seen.differences)

    def items(self, sort: str) -> list[tuple[str, int]]:
        """What the differences of a sort are about, the most frequent first."""
        return Counter(one.item for one in self.seen.differences if one.sort == sort).most_common()

    # -- mendings --------------------------------------------------------------------------------------------------

    def mend(self, spot: Spot, mend: Mend) -> None:
        """Mend a cell: it is read otherwise from now on."""
        self.edits[(spot.sheet, spot.row, spot.column)] = mend

    def as_new(self, fault: Fault) -> None:
        """What is only like a known name is new, in every row that says the same."""
        for other in self.seen.faults:
            if (other.code, other.text) == (fault.code, fault.text):
                self.mend(other.spot, Mend(NAMED_NEW, fault.text))

    def text_at(self, spot: Spot) -> str:
        """What stands in a cell, as it was mended."""
        mended = self.edits.get((spot.sheet, spot.row, spot.column))
        if mended is not None and mended.text:
            return mended.text
        cells = self.row_of(spot.sheet, spot.row)
        return cells[spot.column] if 0 <= spot.column < len(cells) else ""

    def row_of(self, sheet: str, row: int) -> Sequence[str]:
        """The texts of a row as they stand in the file."""
        found = self.sheet(sheet)
        return next((cells for number, cells in found.rows if number == row), ()) if found is not None else ()

    def around(self, spot: Spot, most: int) -> list[tuple[int, Sequence[str]]]:
        """Rows of a sheet around a spot, the spot's own among them."""
        found = self.sheet(spot.sheet)
        if found is None:
            return []
        below = [line for line in found.rows if line[0] > found.heading_row]
        at = next((place for place, line in enumerate(below) if line[0] == spot.row), 0)
        start = max(0, min(at - (most - 1) // 2, len(below) - most))
        return list(below[start : start + most])


def _example(sheet: SheetSeen, index: int) -> str:
    cells = (cells[index] for number, cells in sheet.rows if number > sheet.heading_row and index < len(cells))
    return next((text for text in cells if text), "")
