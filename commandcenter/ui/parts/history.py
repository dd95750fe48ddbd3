"""The history of a record: what it was, who changed it, when and why. Only added to, never deleted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import PROGRAM, Change
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One entry: what it became, by whom and when, why or what it was before. ``draft`` marks one not yet saved."""

    key: str
    lead: str
    first: str
    second: str = ""
    draft: bool = False


class HistoryPainter(RowPainter):
    """Two lines a row; a draft is blue."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, lead: int = 84) -> None:
        columns = [Column("lead", "", lead), Column("words", "", 120, 1)]
        super().__init__(look, Columns(look, columns), parent, height=52)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: HistoryRow) -> None:
        look = self.look
        top = QRect(rect.left(), rect.top() + look.px(6), rect.width(), look.px(20))
        if column == "lead":
            paint.elided(p, look, top, row.lead, "strong", "acc" if row.draft else "tx2")
            return
        paint.elided(p, look, top, row.first, "body", "tx1")
        below = QRect(rect.left(), rect.top() + look.px(27), rect.width(), look.px(18))
        paint.elided(p, look, below, row.second, "caption", "tx2")


class HistoryView(RowView):
    """The list of entries."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None, *, lead: int = 84) -> None:
        self.rows_model = KeyedRows(_key, _spoken)
        super().__init__(look, self.rows_model, HistoryPainter(look, None, lead=lead), name, parent)
        self.rows_model.setParent(self)
        self.itemDelegate().setParent(self)

    def show_rows(self, rows: list[HistoryRow]) -> None:
        """Show entries, the newest first."""
        self.rows_model.show(rows)
        self.setToolTip("\n".join(f"{row.lead} {row.first} {row.second}".strip() for row in rows[:8]))


def _key(row: HistoryRow) -> str:
    return row.key


def _spoken(row: HistoryRow) -> str:
    return f"{row.lead} {row.first} {row.second}"


def author(desk: Desk, change: Change) -> str:
    """Who made a change of a record: a name, that founding or a newer program brought it, or that nobody was signed in."""
    person = desk.reference.directory.people.get(change.actor)
    if person is not None:
        return person.name
    if change.origin == PROGRAM:
        return translate("History", "came with a newer program")
    founded = desk.read.reference.record(OFFICE).history
    if founded and change.at == founded[0].at:
        return translate("History", "came with the founding")
    return translate("History", "nobody signed in")
