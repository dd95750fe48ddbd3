"""How a node of the tree and a line of a list are painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.organisation.detail import Line
from commandcenter.ui.organisation.tree import Node
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

STEP = 16
"""How far a level lies to the right of the one above, at 100 %."""


class NodePainter(RowPainter):
    """A mark where it folds, an icon, the name, at the right who holds it or how many there are."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, Columns(look, [Column("all", "", 120, 1)]), parent, height=34)

    def mark_end(self, node: Node) -> int:
        """Where the folding mark of a row ends, in pixels from the left."""
        return self.look.px(14 + STEP * node.level + 20)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Node) -> None:
        look = self.look
        x = rect.left() + look.px(STEP * row.level)
        size = look.px(14)
        if row.folds:
            mark = look.icon("chevron-down" if row.open else "chevron-right", "tx3", size)
            p.drawPixmap(QPointF(x, rect.center().y() - size / 2 + 1), mark)
        x += look.px(20)
        p.drawPixmap(QPointF(x, rect.center().y() - size / 2 + 1), look.icon(row.icon, "tx2", size))
        x += look.px(22)
        room = min(look.width(row.more, "caption"), (rect.right() - x) * 3 // 5) if row.more else 0
        tone = "amb" if row.warn else "tx3"
        paint.elided(
            p, look, QRect(rect.right() - room, rect.top(), room + 1, rect.height()), row.more, "caption", tone
        )
        role = "strong" if row.key.startswith("~") or not row.level else "body"
        name = QRect(x, rect.top(), rect.right() - x - room - look.px(8), rect.height())
        paint.elided(p, look, name, row.name, role, "tx3" if row.off else "tx1")


class LinePainter(RowPainter):
    """Post, who, what else; from when to when; the number; how it stands."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("lead", "", 84),
            Column("name", "", 150, 2),
            Column("dates", "", 186, drop=1),
            Column("phone", "", 118),
            Column("chip", "", 104),
        ]
        super().__init__(look, Columns(look, columns), parent, height=50)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Line) -> None:
        look = self.look
        if column == "name":
            if not row.detail:
                paint.elided(p, look, rect, row.name, "name", "tx1")
                return
            top = QRect(rect.left(), rect.top() + look.px(5), rect.width(), look.px(21))
            paint.elided(p, look, top, row.name, "name", "tx1")
            below = QRect(rect.left(), rect.top() + look.px(27), rect.width(), look.px(18))
            paint.elided(p, look, below, row.detail, "caption", "tx2")
        elif column == "chip":
            words, icon, tone = row.chip
            if words:
                shown = Chip(words, icon or "circle", "over" if tone == "red" else tone)
                wide, high = paint.chip_width(look, shown), look.px(24)
                above = rect.center().y() - high / 2
                paint.chip(p, look, QRectF(rect.left(), above, min(wide, rect.width()), high), shown)
        elif column == "phone":
            paint.elided(p, look, rect, row.phone, "body", "tx1")
        else:
            paint.elided(p, look, rect, getattr(row, column), "caption", "tx2")
