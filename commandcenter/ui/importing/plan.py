"""What was found in the file and what the person has chosen so far: the draft of an import. No widgets here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.exchange.mapping import Column, ColumnMap

CASES, CATEGORIES, EXPORT = "cases", "categories", "export"
HISTORY, RECENT, CHOSEN = "history", "recent", "chosen"
MOST_REMEMBERED = 100
"""So many sorts of sheets are remembered; the oldest is forgotten first."""

Spot = tuple[str, int]
"""A row of the file: sheet and number, as a spreadsheet shows it."""


@dataclass(slots=True)
class SheetPlan:
    """A sheet of the file: its columns as they stand now, its first rows as they stand there, and whether it is taken."""

    map: ColumnMap
    signature: str
    height: int
    hidden: bool
    categories: bool
    channel: str
    rows: Sequence[tuple[int, Sequence[str]]]
    ticked: bool = False

    @property
    def name(self) -> str:
        """The name of the sheet."""
        return self.map.sheet

    @property
    def lines(self) -> int:
        """At most so many rows below the heading."""
        return max(0, self.height - self.map.heading_row)

    @property
    def usable(self) -> bool:
        """Whether a case can be made of its rows."""
        return not self.map.missing


@dataclass(slots=True)
class Plan:
    """The draft. ``report`` is that of the rehearsal, ``originals`` the rejected rows as they stand in the file."""

    kind: str = CASES
    path: str = ""
    file: str = ""
    sheets: list[SheetPlan] = field(default_factory=list)
    channel: str = ""
    remember: bool = True
    report: Mapping[str, Any] = field(default_factory=dict)
    originals: Mapping[str, Mapping[int, Sequence[str]]] = field(default_factory=dict)
    live: str = HISTORY
    ticked: set[Spot] = field(default_factory=set)

    @classmethod
    def from_survey(cls, path: str, told: Mapping[str, Any]) -> Plan:
        """The plan of a file as ``importing_job.survey_workbook`` tells it: visible, usable sheets are ticked."""
        sheets = [_sheet(sheet) for sheet in told["sheets"] if sheet["columns"]]
        for sheet in sheets:
            sheet.ticked = sheet.usable and not sheet.hidden
        if not any(sheet.ticked for sheet in sheets):
            sheets[0].ticked = True
        return cls(path=path, file=str(told["file"]), sheets=sheets)

    # -- sheets ----------------------------------------------------------------------------------------------------

    @property
    def taken(self) -> list[SheetPlan]:
        """The ticked sheets."""
        return [sheet for sheet in self.sheets if sheet.ticked]

    @property
    def sorts(self) -> list[SheetPlan]:
        """One taken sheet for each heading row: sheets with the same headings share their columns."""
        return list({sheet.signature: sheet for sheet in reversed(self.taken)}.values())[::-1]

    @property
    def looks_like_categories(self) -> bool:
        """Whether the file is a list of categories rather than of cases."""
        return any(sheet.categories for sheet in self.taken)

    def named(self, sort: SheetPlan) -> list[str]:
        """The taken sheets that share the columns of one."""
        return [sheet.name for sheet in self.taken if sheet.signature == sort.signature]

    # -- columns ---------------------------------------------------------------------------------------------------

    def give(self, sort: SheetPlan, index: int, field: str) -> None:
        """Let a column give a field (empty: nothing), in all sheets with the same headings; a field has one column."""
        for sheet in self.sheets:
            if sheet.signature == sort.signature:
                sheet.map = _given(sheet.map, index, field)

    @property
    def unusable(self) -> list[SheetPlan]:
        """The taken sheets that lack what a case cannot do without."""
        return [sheet for sheet in self.taken if not sheet.usable]

    def remembered(self, before: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
        """The columns kept for next time, with those of this file: what was given by hand and is to be remembered."""
        kept = dict(before)
        for sheet in self.sorts:
            kept.pop(sheet.signature, None)
            by_hand = any(column.by in ("hand", "remembered") for column in sheet.map.columns)
            if self.remember and by_hand:
                kept[sheet.signature] = sheet.map.choices()
        return dict(list(kept.items())[-MOST_REMEMBERED:])

    # -- history or live -------------------------------------------------------------------------------------------

    @property
    def offered(self) -> Sequence[Mapping[str, Any]]:
        """The newest rows that would come in."""
        found: Sequence[Mapping[str, Any]] = self.report.get("offered", ())
        return found

    @property
    def choosable(self) -> Sequence[Mapping[str, Any]]:
        """Those of them that go on: one that ended elsewhere has no clock and nothing to choose."""
        return [row for row in self.offered if not row.get("ended")]

    @property
    def ended(self) -> int:
        """How many rows would come in that ended elsewhere."""
        return int(self.report.get("ended", 0))

    def tick(self, spots: Iterable[Spot], *, on: bool) -> None:
        """Tick rows, or take the ticks back."""
        if on:
            self.ticked.update(spots)
        else:
            self.ticked.difference_update(spots)

    @property
    def live_count(self) -> int:
        """How many rows would come in live."""
        if self.live == RECENT:
            return int(self.report.get("recent", 0))
        return len(self.ticked) if self.live == CHOSEN else 0

    # -- what the jobs are told ------------------------------------------------------------------------------------

    def options(self) -> dict[str, Any]:
        """The choice as ``importing.Choice.from_plain`` reads it."""
        live: Any = {HISTORY: "none", RECENT: "recent", CHOSEN: [list(spot) for spot in sorted(self.ticked)]}[self.live]
        if self.kind != CASES:
            return {}
        return {
            "sheets": [sheet.name for sheet in self.taken],
            "columns": {sheet.name: sheet.map.choices() for sheet in self.taken},
            "channel": self.channel,
            "live": live,
        }


def _sheet(told: Mapping[str, Any]) -> SheetPlan:
    columns = tuple(
        Column(index, str(one["heading"]), str(one["field"]), str(one["by"]))
        for index, one in enumerate(told["columns"])
    )
    return SheetPlan(
        map=ColumnMap(str(told["name"]), int(told["heading_row"]), columns),
        signature=str(told["signature"]),
        height=int(told["height"]),
        hidden=bool(told["hidden"]),
        categories=bool(told["categories"]),
        channel=str(told["channel"]),
        rows=[(int(number), list(cells)) for number, cells in told["rows"]],
    )


def _given(told: ColumnMap, index: int, field: str) -> ColumnMap:
    columns = []
    for column in told.columns:
        if column.index == index:
            column = replace(column, field=field, by="hand")
        elif field and column.field == field:
            column = replace(column, field="", by="hand")
        columns.append(column)
    return replace(told, columns=tuple(columns))
