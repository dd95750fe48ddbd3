"""The table of the case list: rows with tick boxes, titles that sort and whose edges are dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.ui.cases.columns import COLUMNS, LEAST, MOST, CasePainter, Placed, columns_for, paint_tick
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rowpage import PageView
from commandcenter.ui.parts.rows import RowModel, RowView
from commandcenter.ui.theme.look import Look

EDGE = 5
"""So many pixels beside the edge of a title drag it."""


class CaseView(PageView):
    """The rows. A click on the tick box ticks; with Shift it ticks from the last one to here."""

    ticked = Signal(int, bool)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() <= 14 + self._look.px(18) + 6:
            place = self.rowAt(round(event.position().y()))
            if place >= 0:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self.ticked.emit(place, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().mousePressEvent(event)


class TableHeader(QWidget):
    """The titles over the rows: a click sorts, the arrow tells how; dragging an edge gives a width; the box ticks all."""

    clicked = Signal(str)
    tick_all = Signal()
    widened = Signal(str, int)

    def __init__(self, look: Look, painter: CasePainter, view: RowView) -> None:
        super().__init__()
        self._look, self._painter, self._view = look, painter, view
        self._order = "due"
        self._ticks = (0, 0)
        self._drag: tuple[str, int, int] | None = None
        self.setFixedHeight(look.px(36))
        self.setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.update()
        return False

    def show_order(self, order: str) -> None:
        """Mark the column the rows are sorted by."""
        self._order = order
        self.update()

    def show_ticks(self, ticked: int, total: int) -> None:
        """Show whether all, some or none are ticked."""
        self._ticks = (ticked, total)
        self.update()

    def _edge_at(self, x: float) -> tuple[str, int] | None:
        """The column whose right edge lies here, with its width in pixels."""
        for column, left, width in self._painter.columns.cells(self._view.viewport().width()):
            if column.name != "tick" and abs(x - (left + width + 4)) <= EDGE:
                return column.name, width
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        edge = self._edge_at(x)
        if edge is not None:
            self._drag = (edge[0], round(x), edge[1])
            return
        for column, left, width in self._painter.columns.cells(self._view.viewport().width()):
            if left <= x <= left + width:
                if column.name == "tick":
                    self.tick_all.emit()
                else:
                    self.clicked.emit(column.name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._drag is None:
            over = self._edge_at(x) is not None
            self.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)
            return
        name, began, width = self._drag
        wanted = (width + round(x) - began) * 100 // max(1, self._look.scale)
        self.widened.emit(name, min(MOST, max(LEAST, wanted)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        sorted_by = self._order.removeprefix("-")
        for column, x, width in self._painter.columns.cells(self._view.viewport().width()):
            rect = self.rect().adjusted(x, 0, x + width - self.width(), 0)
            if column.name == "tick":
                ticked, total = self._ticks
                paint_tick(p, look, rect, ticked=bool(ticked) and ticked == total)
                continue
            by_this = bool(sorted_by) and COLUMNS[column.name].order == sorted_by
            ink = "tx1" if by_this else "tx3"
            align = paint.RIGHT if column.align == "right" else paint.LEFT
            paint.elided(p, look, rect, column.title, "caption", ink, align)
            if by_this:
                behind = x + min(width - 14, look.width(column.title, "caption") + 6)
                mark = "arrow-down" if self._order.startswith("-") else "arrow-up"
                p.drawPixmap(round(behind), (self.height() - 12) // 2, look.icon(mark, "tx1", 12))
        p.fillRect(0, self.height() - 1, self.width(), 1, look.color("ln"))


class CaseTable(QWidget):
    """The titles above the rows."""

    def __init__(self, look: Look, model: RowModel, painter: CasePainter, name: str) -> None:
        super().__init__()
        self._look, self._painter = look, painter
        self.view = CaseView(look, model, painter, name, "bg1")
        self.header = TableHeader(look, painter, self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.view, 1)

    def show_columns(self, placed: Sequence[Placed]) -> None:
        """Lay the rows out anew."""
        self._painter.columns = columns_for(self._look, placed)
        self.header.update()
        self.view.viewport().update()
