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
        part = 3 if row.more.isascii() else 2  # a number is not cut for a name; a place is not for its holder
        room = min(look.width(row.more, "caption"), (rect.right() - x) * part // 5) if row.more else 0
        tone = "amb" if row.warn else "tx3"
        paint.elided(
            p, look, QRect(rect.right() - room, rect.top(), room + 1, rect.height()), row.more, "caption", tone
        )
        role = "strong" if row.key.startswith("~") or not row.level else "body"
        name = QRect(x, rect.top(), rect.right() - x - room - look.px(8), rect.height())
        paint.elided(p, look, name, row.name, role, "tx3" if row.off else "tx1")


class LinePainter(RowPainter):
    """Post, who, what else; from when to when; the number; how it stands.

    In a narrow list the post stands behind the name, and the dates of a former holder below it.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("lead", "", 84, drop=1),
            Column("name", "", 150, 2),
            Column("dates", "", 186, drop=2),
            Column("phone", "", 118),
            Column("chip", "", 104),
        ]
        super().__init__(look, Columns(look, columns), parent, height=50)
        self._shown: set[str] = set()

    def paint_row(self, p: QPainter, rect: QRect, row: Line | None, *, selected: bool) -> None:
        self._shown = {column.name for column, *_ in self.columns.cells(rect.width())}
        super().paint_row(p, rect, row, selected=selected)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Line) -> None:
        look = self.look
        if column == "name":
            dates = row.dates if "dates" not in self._shown and not row.phone else ""
            more = " · ".join(part for part in (dates, row.detail) if part)
            if not more:
                self._name(p, rect, row)
                return
            self._name(p, QRect(rect.left(), rect.top() + look.px(5), rect.width(), look.px(21)), row)
            below = QRect(rect.left(), rect.top() + look.px(27), rect.width(), look.px(18))
            paint.elided(p, look, below, more, "caption", "tx2")
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

    def _name(self, p: QPainter, rect: QRect, row: Line) -> None:
        look = self.look
        paint.elided(p, look, rect, row.name, "name", "tx1")
        if "lead" not in self._shown:
            paint.elided(
                p, look, rect.adjusted(look.width(row.name, "name") + look.px(10), 0, 0, 0), row.lead, "caption", "tx2"
            )
