"""One row in full: what stands in each of its columns, the one at fault lit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.domain.roster import Directory
from commandcenter.exchange.mapping import ColumnMap
from commandcenter.ui import when
from commandcenter.ui.importing.rejected import RejectedRow
from commandcenter.ui.importing.words import FAULTS, field_word
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter, RowView
from commandcenter.ui.parts.tickrows import WholeRows
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FactRow:
    """A name and what it says; ``warn`` is the cell at fault."""

    name: str
    value: str
    warn: bool = False
    grey: bool = False


def facts_of_original(chosen: RejectedRow, columns: ColumnMap | None, cells: Sequence[str]) -> list[FactRow]:
    """A rejected row as it stands in the file."""
    if columns is None:
        return [FactRow("", text) for text in cells if text]
    fault = FAULTS.get(chosen.reason, ())
    return [
        FactRow(
            f"{column.letter} {column.heading or field_word(column.field)}",
            cells[column.index] if column.index < len(cells) else "",
            warn=column.field in fault,
            grey=not column.field,
        )
        for column in columns.columns
    ]


def facts_of_offered(told: Mapping[str, Any], directory: Directory) -> list[FactRow]:
    """A row as it would come in."""

    def name_of(place: str) -> str:
        found = directory.places.get(place)
        return found.name if found is not None else ""

    return [
        FactRow(translate("Importing", "Sheet · row"), f"{told['sheet']} · {told['row']}"),
        FactRow(field_word("number"), str(told["number"])),
        FactRow(field_word("time"), f"{when.day(told['at'])} {when.clock(told['at'])}"),
        FactRow(field_word("title"), str(told["title"])),
        FactRow(field_word("place"), str(told["place_words"]) or name_of(told["place"])),
        FactRow(field_word("community"), name_of(told["community"])),
    ]


class _Painter(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [Column("name", "", 112), Column("value", "", 120, 1)]
        super().__init__(look, Columns(look, columns), parent, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: FactRow) -> None:
        look = self.look
        if column == "name":
            paint.elided(p, look, rect, row.name, "caption", "tx3")
            return
        if row.warn:
            ground = rect.adjusted(-8, 3, 8, -4)
            p.fillRect(ground, look.color("ambS"))
        ink = "amb" if row.warn else "tx3" if row.grey else "tx1"
        words = row.value or translate("Importing", "(empty)")
        paint.elided(p, look, rect, words, "name" if row.warn else "body", ink if row.value or row.warn else "tx3")


def _spoken(row: FactRow) -> str:
    return f"{row.name}: {row.value}"


class RowFacts(RowView):
    """The list of facts of one row."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        self._model = WholeRows(_spoken)
        super().__init__(look, self._model, _Painter(look), name, parent)

    def show_facts(self, facts: Sequence[FactRow]) -> None:
        """Show facts."""
        self._model.show(facts)

    @property
    def facts(self) -> Sequence[FactRow]:
        """What is shown."""
        found: Sequence[FactRow] = self._model.rows
        return found
