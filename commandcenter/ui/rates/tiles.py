"""The four tiles of the rates: one widget, one paint. A figure never stands without what it is made of and leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.rates.model import RateTile
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

SPARK_WIDTH = 100
SPAN_LEAST = 8.0
"""A trend shows at least so many points of per cent from foot to head, so that a ripple does not look like a fall."""


class RateStrip(QWidget):
    """Tiles side by side. ``picked`` gives the place of the one that was clicked."""

    picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tiles: tuple[RateTile, ...] = ()
        self._chosen = 0
        self._close = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def tiles(self) -> tuple[RateTile, ...]:
        """What is shown."""
        return self._tiles

    def show_tiles(self, tiles: Sequence[RateTile], chosen: int) -> None:
        """Show tiles; ``chosen`` is the rate the lists below look at."""
        self._tiles, self._chosen = tuple(tiles), chosen
        self.setAccessibleName("; ".join(tile.spoken for tile in tiles))
        self.update()

    def stand_close(self, *, close: bool) -> None:
        """Less room around, for a low window."""
        if close != self._close:
            self._close = close
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(1000), self._look.px(150 if self._close else 206))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(720), self.sizeHint().height())

    def _cell(self, place: int) -> QRectF:
        width = self.width() / max(1, len(self._tiles))
        return QRectF(place * width, 0, width, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place in range(len(self._tiles)):
            if self._cell(place).contains(event.position()):
                self.picked.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.rounded(p, QRectF(self.rect()).adjusted(0, 0, -1, -1), 6, look.color("bg1"), look.color("ln"))
        for place, tile in enumerate(self._tiles):
            cell = self._cell(place)
            if place:
                p.fillRect(QRectF(cell.left(), 1, 1, cell.height() - 2), look.color("ln"))
            if place == self._chosen:
                p.fillRect(QRectF(cell.left() + look.px(14), 1, look.px(44), 3), look.color("acc"))
            top = look.px(4 if self._close else 13)
            self._paint_tile(p, place, tile, cell.toRect().adjusted(look.px(16), top, -look.px(14), -look.px(6)))

    def _paint_tile(self, p: QPainter, place: int, tile: RateTile, rect: QRect) -> None:
        look = self._look
        px = look.px
        aim = look.width(tile.aim, "caption")
        head = QRect(rect.left(), rect.top(), rect.width() - aim - px(8), px(24))
        paint.keycap(p, look, head.left(), head.center().y() + 1, str(place + 1))
        paint.elided(p, look, head.adjusted(px(28), 0, 0, 0), tile.name, "tile", "tx1")
        paint.text(
            p, look, QRect(rect.left(), rect.top(), rect.width(), px(24)), tile.aim, "caption", "tx3", paint.RIGHT
        )
        figure = QRect(rect.left(), rect.top() + px(25), rect.width(), px(44))
        paint.text(p, look, figure, tile.value, "kpi", "tx1")
        x = rect.left() + look.width(tile.value, "kpi") + px(6)
        base = QRect(x, figure.top() + px(12), max(0, rect.right() - x), px(26))
        if tile.percent is not None:
            paint.text(p, look, base, "%", "body", "tx2")
            base.setLeft(x + px(26))
        paint.elided(p, look, base, tile.parts, "body", "tx2")
        below = QRect(rect.left(), figure.bottom() + px(2), rect.width(), px(24))
        if tile.band is not None:
            self._paint_band(p, tile, below)
        else:
            room = px(SPARK_WIDTH) if rect.width() > px(300) else px(64)
            self._paint_trend(p, tile, QRectF(rect.right() - room, below.top() + 3, room, px(18)))
            below.setWidth(rect.width() - room - px(8))
        if tile.short:
            size = px(15)
            p.drawPixmap(below.left(), below.center().y() - size // 2, look.icon("triangle-alert", "amb", size))
            paint.elided(p, look, below.adjusted(size + px(6), 0, 0, 0), tile.short, "caption", "amb")
        elif tile.band is None:
            words = tile.against if self._close else translate("Rates", "on target") if tile.level == "good" else ""
            paint.elided(p, look, below, words, "caption", "tx2")
        line = below.bottom() + px(5 if self._close else 8)
        p.fillRect(QRect(rect.left(), line, rect.width(), 1), look.color("ln"))
        lower = QRect(rect.left(), line + px(4 if self._close else 7), rect.width(), px(19))
        paint.elided(p, look, lower, tile.formula, "caption", "tx2")
        paint.elided(p, look, lower.translated(0, px(20)), tile.without, "caption", "tx3")
        if not self._close:
            paint.elided(p, look, lower.translated(0, px(40)), tile.against, "caption", "tx3")

    def _paint_trend(self, p: QPainter, tile: RateTile, room: QRectF) -> None:
        """The months behind as a line that breaks where a month has no share, the target dashed, this month a dot."""
        look = self._look
        known = [value for value in (*tile.trend, tile.target) if value is not None]
        if len([value for value in tile.trend if value is not None]) < 2:
            return
        middle, span = (max(known) + min(known)) / 2, max(SPAN_LEAST, max(known) - min(known))
        low = middle - span / 2

        def point(place: int, value: float) -> QPointF:
            across = room.width() * place / max(1, len(tile.trend) - 1)
            return QPointF(room.left() + across, room.bottom() - room.height() * (value - low) / span)

        if tile.target is not None:
            p.setPen(QPen(look.color("tx3"), 1, Qt.PenStyle.DashLine))
            p.drawLine(point(0, tile.target), point(len(tile.trend) - 1, tile.target))
        p.setPen(QPen(look.color("tx2"), 1.6))
        run = QPolygonF()
        for place, value in enumerate(tile.trend):
            if value is None:
                p.drawPolyline(run)
                run = QPolygonF()
            else:
                run.append(point(place, value))
        p.drawPolyline(run)
        if tile.trend[-1] is not None:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(look.color("tx1"))
            p.drawEllipse(point(len(tile.trend) - 1, tile.trend[-1]), 3.5, 3.5)
            p.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_band(self, p: QPainter, tile: RateTile, rect: QRect) -> None:
        """A neutral track, the good band on it, a marker. Both ends are flagged: too few is no better than too many."""
        look = self._look
        low, high = tile.band if tile.band is not None else (0.0, 0.0)
        at = tile.percent
        end = max(high * 1.6, (at or 0) * 1.1, 0.1)
        room = rect.adjusted(look.width(tile.short, "caption") + look.px(34) if tile.short else 0, 0, 0, 0)
        track = QRectF(room.left(), room.top() + look.px(4), room.width(), look.px(6))
        p.fillRect(track, look.color("pip0"))
        left, right = (track.left() + track.width() * value / end for value in (low, high))
        p.fillRect(QRectF(left, track.top(), right - left, track.height()), look.color("pip1"))
        for x, value in ((left, low), (right, high)):
            words = QRectF(x - 30, track.bottom() + 1, 60, look.px(14))
            paint.text(p, look, words, f"{value:g}", "key", "tx3", paint.CENTER)
        if at is not None:
            x = track.left() + track.width() * at / end
            ink = look.color("amb" if tile.short else "tx1")
            p.fillRect(QRectF(x - 1.5, track.top() - 4, 3, track.height() + 8), ink)
