"""A sample of what the screens are made of, so that theme and text size can be judged before work begins."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

GAP = 12
PIPS = 6


class Preview(QWidget):
    """Titles, lines of text, countdowns, chips, relation tags, progress and key caps as they are painted everywhere."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Appearance", "Sample of the look"))
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(480), self._look.px(262))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(280), self._look.px(262))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        look = self._look
        left, width = look.px(16), self.width() - 2 * look.px(16)
        y = look.px(14)
        y = self._texts(p, QRect(left, y, width, 0))
        y = self._clocks(p, left, y + GAP)
        y = self._chips(p, left, y + GAP, width)
        self._marks(p, left, y + GAP)

    def _texts(self, p: QPainter, at: QRect) -> int:
        look = self._look
        y = at.top()
        for words, role, tone in (
            (translate("Appearance", "Title of a screen"), "screen", "tx1"),
            (translate("Appearance", "Title of a panel or a tile"), "tile", "tx1"),
            (translate("Appearance", "A name in a table"), "name", "tx1"),
            (translate("Appearance", "The words of a table"), "body", "tx2"),
            (translate("Appearance", "The smallest words, below other words"), "caption", "tx3"),
        ):
            line = QRect(at.left(), y, at.width(), look.line(role) + look.px(4))
            paint.elided(p, look, line, words, role, tone)
            y += line.height()
        return y

    def _clocks(self, p: QPainter, left: int, y: int) -> int:
        look = self._look
        x = left
        height = look.px(26)
        for words, level in (("+00:18:22", "over"), ("00:41:07", "warn"), ("06:12:00", "plain")):
            room = look.width(words, "name") + look.px(42)
            paint.countdown(p, look, QRectF(x, y, room, height), words, level)
            x += room + look.px(8)
        paint.text(p, look, QRectF(x + look.px(4), y, look.px(120), height), "18:22", "timer", "tx1")
        return y + height

    def _chips(self, p: QPainter, left: int, y: int, width: int) -> int:
        look = self._look
        height = look.px(24)
        x = left
        for shown in (
            paint.Chip(translate("Appearance", "done"), "circle-check", "done"),
            paint.Chip(translate("Appearance", "under way"), "navigation", "blue"),
            paint.Chip(translate("Appearance", "wants a look"), "triangle-alert", "warn"),
            paint.Chip(translate("Appearance", "overdue"), "octagon-alert", "over"),
            paint.Chip(translate("Appearance", "unknown"), "circle-help", "unknown"),
        ):
            room = paint.chip_width(look, shown)
            if x + room > left + width and x > left:
                x, y = left, y + height + look.px(8)
            paint.chip(p, look, QRectF(x, y, room, height), shown)
            x += room + look.px(8)
        return y + height

    def _marks(self, p: QPainter, left: int, y: int) -> None:
        look = self._look
        paint.pips(p, look, left, y + look.px(7), 4, PIPS)
        x = left + PIPS * 27 + look.px(12)
        paint.keycaps(p, look, x, y + look.px(10), "F9 Ctrl Enter")
