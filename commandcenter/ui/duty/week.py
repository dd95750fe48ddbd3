"""The week of the watch: a day a column, a post a row; the shift that is on stands out. Arrows move from shift to shift."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Cell:
    """Who stands: the name, the person, for whom they stand in, and whether something is missing."""

    name: str = ""
    person: str = ""
    instead: str = ""
    warn: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A shift of the week: its id (empty where none is planned), the head, whether it is the one that is on, whether the day
    is off, whether it lies ahead.
    """

    shift: str
    head: str
    cells: tuple[Cell, ...]
    now: bool = False
    off: bool = False
    ahead: bool = False


class WeekGrid(QWidget):
    """The table. ``place`` is (row, column) of the keyboard's mark; Enter opens the shift."""

    opened = Signal()
    moved = Signal()
    turned = Signal(int)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._first = ""
        self._roles: tuple[str, ...] = ()
        self._days: tuple[Day, ...] = ()
        self.row, self.column = 0, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(name)
        look.changed.connect(self._on_look)

    def sizeHint(self) -> QSize:
        look = self._look
        return QSize(look.px(600), look.px(36) + look.px(38) * max(1, len(self._roles)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(self._look.px(360), 10_000))

    def show_week(self, first: str, roles: Sequence[str], days: Sequence[Day]) -> None:
        """Show a week; ``first`` stands in the corner."""
        known = bool(self._days)
        self._first, self._roles, self._days = first, tuple(roles), tuple(days)
        if not known:
            self.column = next((place for place, day in enumerate(days) if day.now), 0)
        self.row = max(0, min(self.row, len(roles) - 1))
        self.column = max(0, min(self.column, len(days) - 1))
        told = "; ".join(f"{day.head}: {'、'.join(cell.name for cell in day.cells)}" for day in days)
        self.setAccessibleName(f"{self._name}: {told}")
        self.updateGeometry()
        self.update()

    @property
    def day(self) -> Day | None:
        """The chosen shift."""
        return self._days[self.column] if self._days else None

    @property
    def cell(self) -> Cell | None:
        """The chosen cell."""
        day = self.day
        return day.cells[self.row] if day is not None and self.row < len(day.cells) else None

    @property
    def days(self) -> Sequence[Day]:
        """The days that are shown."""
        return self._days

    def _on_look(self) -> None:
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in steps and not control:
            down, right = steps[Qt.Key(event.key())]
            column = self.column + right
            if 0 <= column < len(self._days):
                self.column = column
                self.row = max(0, min(self.row + down, len(self._roles) - 1))
            else:
                self.column = 0 if right > 0 else len(self._days) - 1
                self.turned.emit(right)
            self.update()
            self.moved.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.opened.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        for row in range(len(self._roles)):
            for column in range(len(self._days)):
                if self._rect(row, column).contains(at):
                    self.row, self.column = row, column
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.update()
        self.moved.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    # -- painting --------------------------------------------------------------------------------------------------

    def _heads(self) -> tuple[int, int]:
        return self._look.px(96), self._look.px(36)

    def _rect(self, row: int, column: int) -> QRect:
        side, top = self._heads()
        wide = (self.width() - side) / max(1, len(self._days))
        high = (self.height() - top) / max(1, len(self._roles))
        left = side + round(wide * column)
        below = top + round(high * row)
        return QRect(left, below, side + round(wide * (column + 1)) - left, top + round(high * (row + 1)) - below)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        look = self._look
        side, top = self._heads()
        edge = look.px(12)
        for column, day in enumerate(self._days):
            if day.now:
                cell = self._rect(0, column)
                p.fillRect(cell.left(), 0, cell.width(), self.height(), look.color("accS"))
                p.fillRect(cell.left(), 0, cell.width(), 2, look.color("acc"))
            head = QRect(self._rect(0, column).left(), 0, self._rect(0, column).width(), top)
            tone = "tx1" if day.now else "amb" if day.ahead and not day.shift else "tx3" if day.off else "tx2"
            style, room = "strong" if day.now else "caption", head.adjusted(edge, 0, -4, 0)
            # where it is narrow the colour alone says which shift is on, and the day stays whole
            words = day.head if look.width(day.head, style) <= room.width() else day.head.partition(" · ")[0]
            paint.elided(p, look, room, words, style, tone)
            p.fillRect(head.left(), 0, 1, self.height(), look.color("ln"))
        paint.elided(p, look, QRect(edge, 0, side - edge, top), self._first, "caption", "tx3")
        p.fillRect(0, top - 1, self.width(), 1, look.color("ln2"))
        for row, role in enumerate(self._roles):
            line = self._rect(row, 0)
            paint.elided(p, look, QRect(edge, line.top(), side - edge - 4, line.height()), role, "caption", "tx3")
            p.fillRect(0, line.bottom(), self.width(), 1, look.color("ln"))
            for column, day in enumerate(self._days):
                if row < len(day.cells):
                    self._paint_cell(p, self._rect(row, column), day.cells[row], now=day.now)
        if self.hasFocus() and self._days:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.focus_ring(p, look, QRectF(self._rect(self.row, self.column)).adjusted(2, 2, -2, -2), 4)

    def _paint_cell(self, p: QPainter, rect: QRect, cell: Cell, *, now: bool) -> None:
        look = self._look
        inner = rect.adjusted(look.px(12), 0, -4, 0)
        if not cell.instead:
            tone = "amb" if cell.warn else "tx1"
            paint.elided(p, look, inner, cell.name, "strong" if now else "body", tone)
            return
        half = inner.height() // 2
        upper = QRect(inner.left(), inner.top() + 1, inner.width(), half)
        paint.elided(p, look, upper, cell.name, "strong" if now else "body", "tx1")
        size = look.px(12)
        p.drawPixmap(
            QPointF(inner.left(), inner.top() + half + (half - size) / 2 - 2), look.icon("repeat", "amb", size)
        )
        below = QRect(inner.left() + size + 4, inner.top() + half - 2, inner.width() - size - 4, half)
        paint.elided(p, look, below, cell.instead, "caption", "amb")
