"""The script of a drill on a line of minutes: one diamond an inject, numbered; past filled, now blue, still to come hollow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

STATES = ("past", "now", "future")
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240)
"""Minutes between the figures of the scale: the smallest that leaves room for them."""


@dataclass(frozen=True, slots=True)
class InjectMark:
    """A diamond: the inject's id, its minute, its number, and how it stands. ``spoken`` is what a screen reader says."""

    id: str
    minute: int
    number: int
    state: str = "future"
    spoken: str = ""


class InjectLine(QWidget):
    """Diamonds over a scale of minutes. ``picked`` tells the id of the one that was clicked."""

    picked = Signal(str)

    _EDGE = 22
    _HALF = 10

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._marks: tuple[InjectMark, ...] = ()
        self._length = 0
        self._now: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def marks(self) -> tuple[InjectMark, ...]:
        """What is shown."""
        return self._marks

    def show_injects(self, marks: Sequence[InjectMark], length: int = 0) -> None:
        """Show injects on a line of ``length`` minutes, at least as long as the script."""
        self._marks = tuple(marks)
        self._length = max([length, 1, *(mark.minute for mark in marks)])
        told = [mark.spoken or str(mark.minute) for mark in marks]
        self.setAccessibleName("; ".join(told))
        self.update()

    def show_now(self, minute: float | None) -> None:
        """Show how far the scene clock is; None hides the hand."""
        if minute != self._now:
            self._now = minute
            self.update()

    def x_of(self, minute: float) -> float:
        """Where a minute lies, in pixels from the left."""
        edge = self._look.px(self._EDGE)
        return edge + (self.width() - 2 * edge) * min(minute, self._length) / max(1, self._length)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(56))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._marks or event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        nearest = min(self._marks, key=lambda mark: abs(self.x_of(mark.minute) - x))
        if abs(self.x_of(nearest.minute) - x) <= self._look.px(self._HALF + 4):
            self.picked.emit(nearest.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = look.px(20)
        left, right = self.x_of(0), self.x_of(self._length)
        p.setPen(QPen(look.color("ln2"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        p.drawLine(QPointF(left, middle), QPointF(right, middle))
        if self._now is not None:
            p.setPen(QPen(look.color("pip2"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            p.drawLine(QPointF(left, middle), QPointF(self.x_of(self._now), middle))
        for mark in self._marks:
            if mark.state != "now":
                self._diamond(p, mark, middle)
        for mark in self._marks:  # the one at work lies over its neighbours
            if mark.state == "now":
                self._diamond(p, mark, middle)
        if self._now is not None:
            x = self.x_of(self._now)
            p.setPen(QPen(look.color("acc"), 2))
            p.drawLine(QPointF(x, look.px(4)), QPointF(x, look.px(36)))
        self._scale(p)

    def _diamond(self, p: QPainter, mark: InjectMark, middle: float) -> None:
        look = self._look
        half, x = look.px(self._HALF), self.x_of(mark.minute)
        shape = QPolygonF(
            [QPointF(x, middle - half), QPointF(x + half, middle), QPointF(x, middle + half), QPointF(x - half, middle)]
        )
        fill = {"past": "pip2", "now": "accF"}.get(mark.state, "bg1")
        p.setBrush(look.color(fill))
        p.setPen(QPen(look.color("acc" if mark.state == "now" else "ln3" if mark.state == "future" else "pip2"), 1.5))
        p.drawPolygon(shape)
        ink = "onfill" if mark.state != "future" else "tx1"
        box = QRect(round(x - half), round(middle - half), 2 * half, 2 * half)
        paint.text(p, look, box, str(mark.number), "key", ink, paint.CENTER)

    def _scale(self, p: QPainter) -> None:
        look = self._look
        room = max(1, self.width() - 2 * look.px(self._EDGE))
        least = look.px(44) * self._length / room
        step = next((step for step in _STEPS if step >= least), _STEPS[-1])
        ticks = [*range(0, self._length, step)]
        if ticks and self._length - ticks[-1] < least:
            ticks.pop()
        for minute in [*ticks, self._length]:
            box = QRect(round(self.x_of(minute)) - look.px(24), look.px(34), look.px(48), look.px(18))
            paint.text(p, look, box, str(minute), "key", "tx3", paint.CENTER)
