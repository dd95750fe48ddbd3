"""The tiles of the figures screen: one widget, one paint; a figure never stands without what it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.study.model import Band, Tile
from commandcenter.ui.theme.look import Look

IN_A_ROW = 4


class TileGrid(QWidget):
    """Tiles in rows of four. ``picked`` gives the place of the one that was clicked."""

    picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tiles: tuple[Tile, ...] = ()
        self._close = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """What is shown."""
        return self._tiles

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show tiles."""
        self._tiles = tuple(tiles)
        self.setAccessibleName("; ".join(tile.spoken for tile in tiles))
        self.updateGeometry()
        self.update()

    def stand_close(self, *, close: bool) -> None:
        """Less room around, for a low window."""
        if close != self._close:
            self._close = close
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = max(1, -(-len(self._tiles) // IN_A_ROW))
        return QSize(self._look.px(1000), self._look.px(112 if self._close else 134) * rows)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(640), self.sizeHint().height())

    def _cell(self, place: int) -> QRectF:
        rows = max(1, -(-len(self._tiles) // IN_A_ROW))
        width, height = self.width() / IN_A_ROW, self.height() / rows
        return QRectF(place % IN_A_ROW * width, place // IN_A_ROW * height, width, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place in range(len(self._tiles)):
            if self._cell(place).contains(event.position()):
                self.picked.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        paint.rounded(p, QRectF(self.rect()).adjusted(0, 0, -1, -1), 6, look.color("bg1"), look.color("ln"))
        for place, tile in enumerate(self._tiles):
            cell = self._cell(place)
            if place % IN_A_ROW:
                p.fillRect(QRectF(cell.left(), cell.top() + 1, 1, cell.height() - 2), look.color("ln"))
            if place >= IN_A_ROW:
                p.fillRect(QRectF(cell.left() + 1, cell.top(), cell.width() - 2, 1), look.color("ln"))
            self._paint_tile(
                p, tile, cell.toRect().adjusted(look.px(14), look.px(3 if self._close else 9), -look.px(12), 0)
            )

    def _paint_tile(self, p: QPainter, tile: Tile, rect: QRect) -> None:
        look = self._look
        line = QRect(rect.left(), rect.top(), rect.width(), look.px(20))
        paint.elided(p, look, line, tile.name, "strong", "tx1")
        figure = QRect(rect.left(), rect.top() + look.px(20), rect.width(), look.px(42))
        paint.text(p, look, figure, tile.value, "kpi", "tx1")
        x = rect.left() + look.width(tile.value, "kpi") + look.px(4)
        base = QRect(x, figure.top() + look.px(11), max(0, rect.right() - x), look.px(24))
        paint.text(p, look, base, tile.unit, "body", "tx2")
        base.setLeft(x + look.width(tile.unit, "body") + look.px(10))
        paint.elided(p, look, base, tile.parts, "body", "tx2")
        if tile.band is not None:
            self._paint_band(p, tile.band, QRect(rect.left(), figure.bottom() - look.px(2), rect.width(), look.px(6)))
        elif tile.share is not None:
            track = QRectF(rect.left(), figure.bottom() + 3, rect.width(), look.px(5))
            p.fillRect(track, look.color("pip0"))
            p.fillRect(
                QRectF(track.left(), track.top(), track.width() * tile.share / 100, track.height()), look.color("pip2")
            )
        below = QRect(rect.left(), figure.bottom() + look.px(8 if self._close else 13), rect.width(), look.px(18))
        paint.elided(p, look, below, tile.formula, "caption", "tx2")
        paint.elided(p, look, below.translated(0, look.px(19)), tile.without, "caption", "tx3")

    def _paint_band(self, p: QPainter, band: Band, rect: QRect) -> None:
        """A neutral track, the good band on it, a marker; beyond either end the marker is amber with a triangle."""
        look = self._look
        end = max(band.high * 1.6, band.value * 1.1)
        p.fillRect(rect, look.color("pip0"))
        left = rect.left() + rect.width() * band.low / end
        p.fillRect(
            QRectF(left, rect.top(), rect.width() * (band.high - band.low) / end, rect.height()), look.color("pip1")
        )
        at = rect.left() + rect.width() * band.value / end
        ink = look.color("amb" if band.outside else "tx1")
        p.fillRect(QRectF(at - 2, rect.top() - 2, 4, rect.height() + 4), ink)
        if band.outside:
            size = look.px(14)
            p.drawPixmap(round(rect.right() - size), rect.top() - size - 8, look.icon("triangle-alert", "amb", size))


class TrendChart(QWidget):
    """One figure month by month: bars with the value above and the month below. A month too small for a share is hollow."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bars: tuple[tuple[str, str, float | None], ...] = ()
        self.setMinimumHeight(look.px(140))

    def show_bars(self, bars: Sequence[tuple[str, str, float | None]]) -> None:
        """Show (month, words, per cent or None)."""
        self._bars = tuple(bars)
        self.setAccessibleName("; ".join(f"{month} {words}" for month, words, _ in bars))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        if not self._bars:
            return
        foot, head = look.px(22), look.px(22)
        room = QRectF(0, head, self.width(), self.height() - head - foot)
        step = min(room.width() / len(self._bars), look.px(96))
        p.fillRect(QRectF(0, room.bottom(), self.width(), 1), look.color("ln2"))
        for place, (month, words, percent) in enumerate(self._bars):
            cell = QRectF(place * step, room.top(), step, room.height())
            bar = cell.adjusted(step * 0.24, 0, -step * 0.24, 0)
            if percent is None:
                p.setPen(look.color("ln3"))
                p.drawRect(bar.adjusted(0, bar.height() * 0.9, 0, -1))
                top = bar.top() + bar.height() * 0.9
            else:
                top = bar.bottom() - bar.height() * percent / 100
                p.fillRect(QRectF(bar.left(), top, bar.width(), bar.bottom() - top), look.color("pip2"))
            over = QRectF(cell.left(), top - look.px(20), step, look.px(18))
            paint.text(p, look, over, words, "key", "tx1", Qt.AlignmentFlag.AlignCenter)
            below = QRectF(cell.left(), room.bottom() + 2, step, look.px(18))
            paint.text(p, look, below, month, "key", "tx3", Qt.AlignmentFlag.AlignCenter)
