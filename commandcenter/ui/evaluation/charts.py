"""The comparison of drills: a bar for each, and a line for each criterion. Painted here; nothing heavy is loaded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.evaluation.faces import Bar, CriterionRow
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

_LINES = (0, 20, 40, 60, 80, 100)


class Bars(QWidget):
    """The score of the last drills of a plan, from nought to a hundred."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look.px(120))

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show drills, the oldest first."""
        self._bars = tuple(bars)
        told = [f"{bar.label} {bar.score:g} {bar.below}" if bar.score is not None else bar.label for bar in bars]
        self.setAccessibleName("; ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(230))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        left, right = look.px(44), self.width() - look.px(20)
        top, bottom = look.px(22), self.height() - look.px(46)
        height = bottom - top
        for value in _LINES:
            y = bottom - height * value / 100
            p.fillRect(QRectF(left, y, right - left, 1), look.color("ln"))
            label = QRectF(0, y - 9, left - look.px(8), 18)
            paint.text(p, look, label, str(value), "key", "tx3", paint.RIGHT)
        if not self._bars:
            return
        room = (right - left) / max(3, len(self._bars))
        wide = min(look.px(48), room * 0.5)
        for place, bar in enumerate(self._bars):
            middle = left + room * (place + 0.5)
            if bar.score is not None:
                tall = height * min(100.0, bar.score) / 100
                box = QRectF(middle - wide / 2, bottom - tall, wide, tall)
                paint.rounded(p, box, 2, look.color("pip3" if bar.now else "pip1"), None)
                label = QRectF(middle - room / 2, box.top() - look.px(20), room, look.px(18))
                paint.text(p, look, label, f"{bar.score:g}", "strong" if bar.now else "body", "tx1", paint.CENTER)
            name = QRectF(middle - room / 2, bottom + look.px(4), room, look.px(18))
            role = "strong" if bar.now else "caption"
            paint.text(p, look, name, bar.label, role, "tx1" if bar.now else "tx2", paint.CENTER)
            low = QRect(round(middle - room / 2), bottom + look.px(22), round(room), look.px(18))
            paint.elided(p, look, low, bar.below, "caption", "tx3", paint.CENTER)


class Criteria(QWidget):
    """A row for each criterion: a line of its shares over the drills, those before in figures, what it won now."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[CriterionRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[CriterionRow]) -> None:
        """Show the score sheet."""
        self._rows = tuple(rows)
        self.setAccessibleName("; ".join(f"{row.name} {row.won:g} / {row.full}" for row in rows))
        self.setFixedHeight(self._look.px(32) * max(1, len(rows)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = look.px(32)
        names = max((look.width(row.name, "body") for row in self._rows), default=0) + look.px(20)
        for place, row in enumerate(self._rows):
            top = place * height
            p.fillRect(QRectF(0, top, self.width(), 1), look.color("ln"))
            paint.text(p, look, QRectF(14, top, names, height), row.name, "body", "tx1")
            figures = look.px(88)
            right = QRectF(self.width() - figures - 14, top, figures, height)
            told = f"{row.won:.3g} / {row.full}" if row.asked else translate("Evaluation", "not asked")
            paint.text(
                p, look, right, told, "name" if row.asked else "caption", "tx1" if row.asked else "tx3", paint.RIGHT
            )
            before = "  ".join("—" if share is None else f"{share * row.full / 100:.2g}" for share in row.before)
            width = look.width(before, "caption")
            box = QRect(round(right.left()) - width - 12, top, width + 4, height)
            paint.text(p, look, box, before, "caption", "tx3", paint.RIGHT)
            line = QRectF(14 + names, top + 8, min(look.px(130), box.left() - 26 - names), height - 16)
            if line.width() > look.px(30):
                self._spark(p, line, row)

    def _spark(self, p: QPainter, box: QRectF, row: CriterionRow) -> None:
        look = self._look
        shares = [*row.before, 100 * row.won / row.asked if row.asked else None]
        step = box.width() / max(1, len(shares) - 1)
        points = [
            QPointF(box.left() + place * step, box.bottom() - box.height() * min(100.0, share) / 100)
            for place, share in enumerate(shares)
            if share is not None
        ]
        if len(points) > 1:
            p.setPen(QPen(look.color("tx3"), 1.6))
            p.drawPolyline(QPolygonF(points))
        if points and shares[-1] is not None:
            p.setPen(QPen(look.color("pip3"), 1))
            p.setBrush(look.color("pip3"))
            p.drawEllipse(points[-1], 3.5, 3.5)
