"""Painters of the screen of procedures."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.procedures.model import ProcedureRow, StepRow
from commandcenter.ui.theme.look import Look


class ProcedurePainter(RowPainter):
    """Code and name, below it what it is for."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, Columns(look, [Column("all", "", 120, 1)]), parent, height=54)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ProcedureRow) -> None:
        look, ink = self.look, "tx3" if row.off else "tx1"
        top = QRect(rect.left(), rect.top() + look.px(6), rect.width(), look.px(21))
        room = look.width(row.steps, "caption")
        paint.text(p, look, QRect(top.right() - room, top.top(), room + 1, top.height()), row.steps, "caption", "tx3")
        name = f"{row.name} ●" if row.changed else row.name
        paint.elided(p, look, top.adjusted(0, 0, -room - look.px(8), 0), name, "name", "acc" if row.changed else ink)
        below = QRect(rect.left(), rect.top() + look.px(29), rect.width(), look.px(18))
        told = " · ".join(part for part in (row.code, row.note) if part)
        paint.elided(p, look, below, told, "caption", "tx2")


class StepPainter(RowPainter):
    """A step; those that run side by side have a rule at their left."""

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: StepRow) -> None:
        look = self.look
        if column == "place" and row.branch:
            p.fillRect(rect.left() - look.px(8), rect.top() + 2, 3, rect.height() - 4, look.color("acc"))
        roles = {
            "place": ("strong", "tx1"),
            "text": ("name", "tx1"),
            "role": ("body", "tx1"),
            "beside": ("caption", "acc"),
        }
        role, ink = roles.get(column, ("body", "tx2"))
        paint.elided(p, look, rect, getattr(row, column), role, ink)
