"""The mode bar: real and drill side by side, and a sentence that says who will be reached."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class ModeBar(QWidget):
    """REAL or DRILL. A click on the other half, or Ctrl+D, switches."""

    switched = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._mode = "real"
        self._sentence, self._note = "", ""
        self.setFixedHeight(look.px(66))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_mode(self, mode: str, sentence: str, note: str) -> None:
        """Show a mode with its sentence."""
        self._mode, self._sentence, self._note = mode, sentence, note
        word = translate("Console", "REAL") if mode == "real" else translate("Console", "DRILL")
        self.setAccessibleName(f"{word}. {sentence} {note}")
        self.update()

    def _halves(self) -> tuple[QRectF, QRectF]:
        width = self._look.px(132)
        height = self.height() - 2
        return QRectF(1, 1, width, height), QRectF(1 + width, 1, width - self._look.px(12), height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        real, drill = self._halves()
        other = drill if self._mode == "real" else real
        if other.contains(event.position()):
            self.switched.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        drill = self._mode == "drill"
        p = QPainter(self)
        rect = QRectF(self.rect())
        paint.rounded(p, rect, 6, look.color("redS", drill=drill), look.color("red", drill=drill), 2)
        real_half, drill_half = self._halves()
        for half, word, icon, active in (
            (real_half, translate("Console", "REAL"), "siren", not drill),
            (drill_half, translate("Console", "DRILL"), "megaphone", drill),
        ):
            self._paint_half(p, half, word, icon, active, drill)
        x = drill_half.right() + look.px(18)
        caps = paint.keycaps_width(look, "Ctrl D")
        switch = translate("Console", "switch")
        end = rect.right() - caps - look.width(switch, "caption") - look.px(30)
        sentence = look.elided(self._sentence, "tile", round(end - x))
        middle = rect.center().y()
        paint.text(p, look, QRectF(x, middle - look.px(26), end - x, look.px(26)), sentence, "tile", "tx1")
        note = look.elided(self._note, "caption", round(end - x))
        paint.text(p, look, QRectF(x, middle + look.px(1), end - x, look.px(20)), note, "caption", "tx2")
        left = end + look.px(12)
        paint.text(p, look, QRectF(left, 0, 80, rect.height()), switch, "caption", "tx2")
        paint.keycaps(p, look, left + look.width(switch, "caption") + look.px(6), middle, "Ctrl D")

    def _paint_half(self, p: QPainter, half: QRectF, word: str, icon: str, active: bool, drill: bool) -> None:
        look = self._look
        if active:
            paint.rounded(p, half, 5, look.color("redF", drill=drill), None)
        elif not active:
            paint.rounded(p, half, 5, look.color("bg2"), None)
        ink = look.color("onred", drill=drill) if active else look.color("tx2")
        size = look.px(22)
        width = size + look.px(8) + look.width(word, "screen")
        x = half.center().x() - width / 2
        p.drawPixmap(QPointF(x, half.center().y() - size / 2), look.icon(icon, ink, size))
        paint.text(p, look, QRectF(x + size + look.px(8), half.top(), width, half.height()), word, "screen", ink)
