"""Painters of the responsibility screen: items, tasks, disputes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.rows import RowPainter
from commandcenter.ui.responsibility.model import AdmissionRow, DisputeRow, DutyRow

PART_ICONS = {"hold": "square-check", "organise": "network", "assist": "hand-helping"}


class DutyPainter(RowPainter):
    """An item: what was taken off is dim."""

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DutyRow) -> None:
        look, ink = self.look, "tx3" if row.off else "tx1"
        if column == "part":
            size = look.px(15)
            icon = look.icon(PART_ICONS.get(row.part_code, "circle"), "tx3" if row.off else "tx2", size)
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, icon)
            paint.elided(p, look, rect.adjusted(size + look.px(6), 0, 0, 0), row.part, "body", ink)
            return
        roles = {
            "number": ("strong", ink),
            "block": ("body", "tx3" if row.off else "tx2"),
            "text": ("name", ink),
            "lead": ("body", ink),
            "unit": ("body", "tx3" if row.off else "tx2"),
            "basis": ("caption", "tx3"),
            "origin": ("caption", "amb" if row.off else "acc"),
        }
        role, tone = roles[column]
        paint.elided(p, look, rect, getattr(row, column), role, tone)


class AdmissionPainter(RowPainter):
    """A task that was asked for."""

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: AdmissionRow) -> None:
        look = self.look
        if column == "stage":
            shown = Chip(row.stage, row.icon, row.tone)
            box = QRectF(rect.left(), rect.center().y() - look.px(11), paint.chip_width(look, shown), look.px(24))
            paint.chip(p, look, box, shown)
            return
        roles = {"number": ("body", "tx2"), "sender": ("body", "tx1"), "title": ("name", "tx1")}
        role, tone = roles.get(column, ("body", "tx2"))
        paint.elided(p, look, rect, getattr(row, column), role, tone)


class DisputePainter(RowPainter):
    """A dispute."""

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DisputeRow) -> None:
        roles = {"unit": ("name", "tx1"), "title": ("body", "tx1"), "reason": ("body", "tx1"), "words": ("body", "tx2")}
        role, tone = roles.get(column, ("body", "tx2"))
        paint.elided(p, self.look, rect, getattr(row, column), role, tone)
