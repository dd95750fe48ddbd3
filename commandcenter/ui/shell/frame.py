"""The frame of the mode: 8 px round the window, solid red for real, hatched amber for a drill - and the drill's watermark.

Under red-green blindness both hues look alike; the texture and the words carry the difference, so neither ships without.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

THICK = 8


class _Edge(QWidget):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.mode = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        if self.mode == "drill":
            brush = QBrush(paint.hatch(self._look))
            p.setBrushOrigin(-self.x(), -self.y())
            p.fillRect(self.rect(), brush)
        else:
            p.fillRect(self.rect(), self._look.color("redF"))


class ModeFrame(QObject):
    """Four edge widgets around a host widget; hidden when nothing runs."""

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._edges = [_Edge(look, host) for _ in range(4)]
        self.mode = ""
        host.installEventFilter(self)
        self.show_mode("")

    def show_mode(self, mode: str) -> None:
        """``real``, ``drill`` or nothing."""
        self.mode = mode
        for edge in self._edges:
            edge.mode = mode
            edge.setVisible(bool(mode))
            edge.raise_()
            edge.update()
        self._place()

    @property
    def thickness(self) -> int:
        """How much room the frame takes on each side."""
        return THICK if self.mode else 0

    def _place(self) -> None:
        width, height = self._host.width(), self._host.height()
        top, bottom, left, right = self._edges
        top.setGeometry(QRect(0, 0, width, THICK))
        bottom.setGeometry(QRect(0, height - THICK, width, THICK))
        left.setGeometry(QRect(0, 0, THICK, height))
        right.setGeometry(QRect(width - THICK, 0, THICK, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False


class Watermark(QWidget):
    """演练, faint and slanted, over the whole window; it lets every click through."""

    def __init__(self, look: Look, word: str, host: QWidget) -> None:
        super().__init__(host)
        self._look = look
        self._word = word
        self._tile: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        look.changed.connect(self._forget)

    def _forget(self) -> None:
        self._tile = None

    def _made(self) -> QPixmap:
        if self._tile is None:
            tile = QPixmap(460, 330)
            tile.fill(Qt.GlobalColor.transparent)
            p = QPainter(tile)
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = QFont(self._look.font("screen"))
            font.setPixelSize(120)
            font.setWeight(QFont.Weight.Bold)
            p.setFont(font)
            color = QColor(self._look.color("ambF"))
            color.setAlphaF(0.055 if self._look.dark else 0.10)
            p.setPen(color)
            p.translate(230, 165)
            p.rotate(-24)
            p.drawText(QRect(-230, -90, 460, 180), int(Qt.AlignmentFlag.AlignCenter), self._word)
            p.end()
            self._tile = tile
        return self._tile

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.drawTiledPixmap(self.rect(), self._made())
