"""The slider of the replay: how much happened when, the turning points below it, and the moment that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.review.axis import Axis
from commandcenter.ui.theme.look import Look

_EDGE = 16
_BIN = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A turning point: milliseconds after the whistle, its word, its tone (tx2, acc, ok, red)."""

    after: int
    words: str
    tone: str = "tx2"


class ReplaySlider(QWidget):
    """``sought`` emits milliseconds after the whistle while the knob is moved."""

    sought = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._span, self._after = 1, 0
        self._moments: tuple[int, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._drill = False
        self._bins: tuple[float, list[int]] = (0.0, [])
        self.setAccessibleName(self.tr("Moment of the replay"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_incident(self, span: int, moments: Sequence[int], marks: Sequence[Mark], *, drill: bool) -> None:
        """Show an incident of ``span`` milliseconds; ``moments`` are when entries happened, after the whistle."""
        self._span, self._moments, self._marks, self._drill = max(1, span), tuple(moments), tuple(marks), drill
        self._bins = (0.0, [])
        self.update()

    def show_moment(self, after: int) -> None:
        """Put the knob to a moment."""
        if after != self._after:
            self._after = after
            self.setAccessibleDescription(when.span(after))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(800), self._look.px(84))

    def _axis(self) -> Axis:
        return Axis(self._span, self.width() - 2 * _EDGE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.sought.emit(self._axis().at_x(event.position().x() - _EDGE))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.sought.emit(self._axis().at_x(event.position().x() - _EDGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, axis = self._look, self._axis()
        p = QPainter(self)
        line = look.px(46)
        self._paint_bins(p, axis, line)
        here = _EDGE + axis.x_of(self._after)
        p.fillRect(QRectF(_EDGE, line, axis.width, 4), look.color("pip0"))
        p.fillRect(QRectF(_EDGE, line, here - _EDGE, 4), look.color("accF"))
        self._paint_marks(p, axis, line)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(look.color("acc"))
        p.drawEllipse(QPointF(here, line + 2), 9, 9)
        p.setBrush(look.color("onfill"))
        p.drawEllipse(QPointF(here, line + 2), 6, 6)

    def _paint_bins(self, p: QPainter, axis: Axis, line: int) -> None:
        """How many entries fell into each strip of the axis."""
        look = self._look
        if self._bins[0] != axis.width:
            count = max(1, int(axis.width // _BIN))
            bins = [0] * count
            for moment in self._moments:
                bins[min(count - 1, int(axis.x_of(moment) // _BIN))] += 1
            self._bins = (axis.width, bins)
        bins = self._bins[1]
        most = max(bins, default=0)
        here = axis.x_of(self._after)
        for place, found in enumerate(bins):
            if not found:
                continue
            height = max(3, round(found / most * look.px(34)))
            tone = "pip2" if place * _BIN <= here else "pip0"
            p.fillRect(QRectF(_EDGE + place * _BIN + 1, line - 4 - height, _BIN - 2, height), look.color(tone))

    def _paint_marks(self, p: QPainter, axis: Axis, line: int) -> None:
        """Words under the axis where they have room; a mark without room keeps its tick."""
        look = self._look
        right = -100.0
        for mark in self._marks:
            x = _EDGE + axis.x_of(mark.after)
            color = look.color(mark.tone, drill=self._drill)
            p.fillRect(QRectF(x - 1, line - 4, 2, 12), color)
            width = look.width(mark.words, "caption")
            left = max(2.0, min(x - width / 2, self.width() - width - 2.0))
            if left < right + 8:
                continue
            right = left + width
            paint.text(p, look, QRectF(left, line + 12, width + 2, look.px(20)), mark.words, "caption", color)
