"""A strip of figures: caption, figure with its unit, a bar where it is a part of something, and a note. One paint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. ``share`` (0…1) draws a bar, None draws none; ``wide`` gives it more of the strip; ``words`` stand for a figure.
    ``tone`` is an ink (``amb``) for a figure that asks for a look.
    """

    caption: str
    value: str
    unit: str = ""
    share: float | None = None
    note: str = ""
    words: str = ""
    wide: int = 1
    tone: str = ""


class FigureStrip(QWidget):
    """Figures side by side."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, height: int = 104) -> None:
        super().__init__(parent)
        self._look = look
        self._height = height
        self._figures: tuple[Figure, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def figures(self) -> Sequence[Figure]:
        """What is shown."""
        return self._figures

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show figures."""
        self._figures = tuple(figures)
        told = (f"{one.caption} {one.value}{one.unit} {one.words} {one.note}".strip() for one in figures)
        self.setAccessibleName("; ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(720), self._look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, p = self._look, self._look.px, QPainter(self)
        paint.rounded(p, QRectF(self.rect()).adjusted(0, 0, -1, -1), 6, look.color("bg1"), look.color("ln"))
        shares = sum(one.wide for one in self._figures) or 1
        x = 0.0
        for place, one in enumerate(self._figures):
            wide = self.width() * one.wide / shares
            if place:
                p.fillRect(QRectF(x, 1, 1, self.height() - 2), look.color("ln"))
            self._paint_figure(p, one, QRect(round(x) + px(14), px(10), round(wide) - px(26), self.height() - px(16)))
            x += wide

    def _paint_figure(self, p: QPainter, one: Figure, room: QRect) -> None:
        look, px = self._look, self._look.px
        line = QRect(room.left(), room.top(), room.width(), px(18))
        paint.elided(p, look, line, one.caption, "caption", "tx3")
        if one.words:
            first = QRect(room.left(), room.top() + px(22), room.width(), px(20))
            paint.elided(p, look, first, one.words, "body", "tx1")
            paint.elided(p, look, first.translated(0, px(24)), one.note, "caption", "tx2")
            return
        value = QRect(room.left(), room.top() + px(20), room.width(), px(30))
        paint.elided(p, look, value, one.value, "banner", one.tone or "tx1")
        behind = look.width(one.value, "banner") + px(6)
        if behind < room.width():
            unit = value.adjusted(behind, px(4), 0, 0)
            paint.elided(p, look, unit, one.unit, "caption", one.tone or "tx2")
        top = room.top() + px(53)
        if one.share is not None:
            track = QRectF(room.left(), top, room.width(), px(6))
            p.fillRect(track, look.color("pip0"))
            track.setWidth(track.width() * min(1.0, max(0.0, one.share)))
            p.fillRect(track, look.color("pip2"))
            top += px(10)
        paint.elided(p, look, QRect(room.left(), top, room.width(), px(18)), one.note, "caption", one.tone or "tx2")
