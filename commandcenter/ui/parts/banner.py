"""The banner of an incident: real or drill, what and where, and the figures that matter - never more than six."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

HOLD_MS = 1000


class Banner(QWidget):
    """Mode block, title and line, figures, and the act at the end that has to be held."""

    ended = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._compact = compact
        self._drill = False
        self._title, self._line, self._act, self._key = "", "", "", ""
        self._mark = self._calm = ""
        self._figures: tuple[Figure, ...] = ()
        self._told: object = None
        self._held = QElapsedTimer()
        self._holding = False
        self._timer = QTimer(self)
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._step)
        self._button = QRectF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()
        look.changed.connect(self._restyle)

    def show_incident(
        self,
        title: str,
        line: str,
        figures: Sequence[Figure],
        *,
        drill: bool,
        act: str,
        key: str,
        mark: str,
        calm: str = "",
    ) -> None:
        """Show an incident; a figure that warns is filled. ``act`` is what is held to go on, ``mark`` a note such as 待确认.

        ``calm`` is the kind of a whistle that burns nothing (集结): it stands where the mode would, in grey.
        """
        told = (calm, title, line, tuple(figures), drill, act, key, mark)
        if told == self._told:
            return
        self._told = told
        self._calm = calm
        self._title, self._line, self._figures = title, line, tuple(figures)
        self._drill, self._act, self._key, self._mark = drill, act, key, mark
        spoken = ", ".join(f"{figure.label} {figure.value}{figure.behind}" for figure in figures)
        self.setAccessibleName(f"{title}. {line}. {spoken}")
        self.update()

    def press(self) -> None:
        """Begin to hold (Ctrl+E or the mouse)."""
        if self._act and not self._holding:
            self._holding = True
            self._held.start()
            self._timer.start()

    def release(self) -> None:
        """Let go: nothing happens unless a second has passed."""
        self._holding = False
        self._timer.stop()
        self.update()

    def _step(self) -> None:
        if self._holding and self._held.elapsed() >= HOLD_MS:
            self.release()
            self.ended.emit()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._button.contains(event.position()):
            self.press()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.release()

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(34 if self._compact else 68))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, drill = self._look, self._drill
        p = QPainter(self)
        rect = QRectF(self.rect())
        word = self._calm or (translate("Banner", "DRILL") if drill else translate("Banner", "REAL"))
        ground, edge, fill = ("bg1", "ln2", "bg3") if self._calm else ("redS", "red", "redF")
        paint.rounded(p, rect, 6, look.color(ground, drill=drill), look.color(edge, drill=drill), 2)
        ink = look.color("tx1") if self._calm else look.color("onred", drill=drill)
        size = look.px(22)
        role = "strong" if self._compact else "screen"
        width = (look.px(28) if self._compact else size + look.px(46)) + look.width(word, role)
        block = QRectF(1, 1, width, rect.height() - 2)
        paint.rounded(p, block, 5, look.color(fill, drill=drill), None)
        if self._compact:
            self._paint_line(p, rect, word, ink)
            return
        x = look.px(18)
        symbol = "whistle" if self._calm else "megaphone" if drill else "siren"
        p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon(symbol, ink, size))
        paint.text(p, look, block.adjusted(x + size + look.px(8), 0, 0, 0), word, "screen", ink)
        right = self._paint_act(p, rect)
        right = self._paint_figures(p, rect, right)
        self._paint_title(p, block.right() + look.px(16), right - look.px(12), rect)

    def _paint_line(self, p: QPainter, rect: QRectF, word: str, ink: QColor) -> None:
        """Compact: mode, title, line and figures in one line; the title is cut last."""
        look = self._look
        x = look.px(14)
        paint.text(p, look, rect.adjusted(x, 0, 0, 0), word, "strong", ink)
        left = look.px(44) + look.width(word, "strong")
        told = "   ".join(f"{figure.label} {figure.value}{figure.behind}" for figure in self._figures)
        right = rect.right() - look.px(14) - look.width(told, "body")
        paint.text(p, look, QRectF(right, rect.top(), rect.right() - right, rect.height()), told, "body", "tx1")
        room = max(0, round(right - look.px(16) - left))
        title = min(room, look.width(self._title, "tile") + look.px(4))
        paint.elided(p, look, QRect(round(left), 0, title, self.height()), self._title, "tile", "tx1")
        after = round(left) + title + look.px(14)
        rest = max(0, room - title - look.px(14))
        paint.elided(p, look, QRect(after, 0, rest, self.height()), self._line, "caption", "tx2")

    def _paint_title(self, p: QPainter, left: float, right: float, rect: QRectF) -> None:
        look = self._look
        room = max(0, round(right - left))
        middle = round(rect.center().y())
        title = QRect(round(left), middle - look.px(27), room, look.px(28))
        role = "fact" if look.width(self._title, "fact") <= room else "tile"
        paint.elided(p, look, title, self._title, role, "tx1")
        mark = look.width(self._mark, "caption") + look.px(12) if self._mark else 0
        line = QRect(round(left), middle + look.px(2), max(0, room - mark), look.px(20))
        shown = look.elided(self._line, "caption", line.width())
        paint.text(p, look, line, shown, "caption", "tx2")
        if self._mark:  # never cut: somebody still has to sign
            x = left + look.width(shown, "caption") + look.px(12)
            paint.text(p, look, QRectF(x, line.top(), mark + 4, line.height()), self._mark, "caption", "amb")

    def _paint_act(self, p: QPainter, rect: QRectF) -> float:
        look = self._look
        if not self._act:
            self._button = QRectF()
            return rect.right()
        width = look.width(self._act, "name") + paint.keycaps_width(look, self._key) + look.px(40)
        self._button = QRectF(rect.right() - width - look.px(14), rect.center().y() - look.px(19), width, look.px(38))
        paint.rounded(p, self._button, 6, look.color("bg2"), look.color("ln3"))
        if self._holding:
            share = min(1.0, self._held.elapsed() / HOLD_MS)
            bar = QRectF(self._button.left(), self._button.bottom() - 5, self._button.width() * share, 5)
            paint.rounded(p, bar, 2, look.color("acc"), None)
        x = self._button.left() + look.px(14)
        paint.text(p, look, self._button.adjusted(look.px(14), 0, 0, 0), self._act, "name", "tx1")
        paint.keycaps(p, look, x + look.width(self._act, "name") + look.px(8), self._button.center().y(), self._key)
        return self._button.left() - look.px(14)

    def _paint_figures(self, p: QPainter, rect: QRectF, right: float) -> float:
        look, drill = self._look, self._drill
        for figure in reversed(self._figures):
            value_width = look.width(figure.value, "banner")
            width = max(
                value_width + look.width(figure.behind, "tile") + look.width(figure.note, "caption"),
                look.width(figure.label, "caption"),
            )
            width += look.px(32)
            box = QRectF(right - width, rect.top() + 2, width, rect.height() - 4)
            if figure.warn:
                p.fillRect(box, look.color("redF", drill=drill))
            else:
                line = look.color("ln2") if self._calm else look.color("red", drill=drill)
                p.fillRect(QRectF(box.left(), box.top(), 1, box.height()), line)
            ink = look.color("onred", drill=drill) if figure.warn else look.color("tx1")
            soft = ink if figure.warn else look.color("tx2")
            x = box.left() + look.px(16)
            paint.text(p, look, QRectF(x, box.top() + look.px(6), width, look.px(20)), figure.label, "caption", soft)
            low = QRectF(x, box.top() + look.px(25), width, look.px(34))
            paint.text(p, look, low, figure.value, "banner", ink)
            behind = low.adjusted(value_width + look.px(3), look.px(5), 0, 0)
            paint.text(p, look, behind, figure.behind or figure.note, "tile" if figure.behind else "caption", soft)
            right -= width
        return right
