"""The ground as tiles that are painted once and kept: a frame that only moves puts them together and paints next to nothing.

Tiles that are missing are painted one by one between two frames, those in the middle first, then a ring around what is seen.
Until they are there the last whole picture stands in for them, enlarged or moved as it must be.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from commandcenter.ui.parts.mapview.plane import Eye

EDGE = 128
"""Pixels along the edge of a tile: so small that the densest is painted within a part of a frame."""
KEPT = 900
"""So many tiles are kept, 60 MB; a map over a whole screen of 1920 by 1080 has about 150."""

Place = tuple[int, int]
Paint = Callable[[QPainter, QRectF, float], None]
"""Paints the ground of a rectangle (metres) with a painter that counts in metres; the third is pixels per metre."""


class Tiles:
    """Painted squares by scale and place. ``ratio`` is how many dots a pixel of the screen has."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._kept: OrderedDict[tuple[float, int, int], QPixmap] = OrderedDict()
        self._stale: dict[tuple[float, int, int], QPixmap] = {}
        self._backdrop: tuple[QPixmap, Eye] | None = None
        self._fresh = False
        self.ratio = 1.0

    def forget(self) -> None:
        """Paint everything anew: other zones, another map on the same plane. Each tile stands in for itself until that is done."""
        self._stale.update(self._kept)
        self._kept.clear()
        self._fresh = False

    def drop(self) -> None:
        """Forget what was painted as well: another theme, another plane."""
        self._kept.clear()
        self._stale.clear()
        self._backdrop = None

    def show(self, p: QPainter, eye: Eye) -> bool:
        """Put together what is seen. False while tiles are missing."""
        missing = False
        found: list[tuple[float, float, QPixmap]] = []
        scale, kept, ratio = eye.scale, self._kept, self.ratio
        left, top = eye.width / 2 - eye.x * scale, eye.height / 2 - eye.y * scale
        for x, y in self._places(eye):
            pixmap = kept.get((scale, x, y))
            if pixmap is None:
                missing = True
                pixmap = self._stale.get((scale, x, y))
            if pixmap is not None:
                found.append(
                    (round((x * EDGE + left) * ratio) / ratio, round((y * EDGE + top) * ratio) / ratio, pixmap)
                )
        if missing and self._backdrop is not None:
            self._stand_in(p, eye)
        if ratio == 1.0:
            for across, down, pixmap in found:
                p.drawPixmap(int(across), int(down), pixmap)
        else:  # on a whole dot, so that it stays crisp and joins its neighbours
            for across, down, pixmap in found:
                p.drawPixmap(QPointF(across, down), pixmap)
        return not missing

    def keep_backdrop(self, eye: Eye) -> None:
        """Keep what is seen now, to stand in for what will be missing. Costs as much as a frame; not done while it is kept."""
        if self._fresh and self._backdrop is not None and self._backdrop[1] == eye:
            return
        pixmap = QPixmap(round(eye.width * self.ratio), round(eye.height * self.ratio))
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        p = QPainter(pixmap)
        self.show(p, eye)
        p.end()
        self._backdrop, self._fresh = (pixmap, eye), True

    def fill(self, eye: Eye, *, ring: bool = True) -> bool:
        """Paint one missing tile, the nearest to the middle first. False when there is none left."""
        place = self._next(eye, 0)
        if place is None:
            self._stale.clear()
        if place is None and ring:
            place = self._next(eye, 1)
        if place is None:
            return False
        for key in [(eye.scale, *seen) for seen in self._places(eye)]:
            if key in self._kept:
                self._kept.move_to_end(key)
        self._kept[(eye.scale, *place)] = self._painted(eye.scale, place)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return True

    def whole(self, eye: Eye) -> bool:
        """Whether nothing that is seen is missing."""
        return self._next(eye, 0) is None

    # -- inside ----------------------------------------------------------------------------------------------------

    def _places(self, eye: Eye, ring: int = 0) -> list[Place]:
        seen, edge = eye.seen, EDGE / eye.scale
        across = range(floor(seen.left() / edge) - ring, floor(seen.right() / edge) + 1 + ring)
        down = range(floor(seen.top() / edge) - ring, floor(seen.bottom() / edge) + 1 + ring)
        return [(x, y) for y in down for x in across]

    def _next(self, eye: Eye, ring: int) -> Place | None:
        edge = EDGE / eye.scale
        missing = [place for place in self._places(eye, ring) if (eye.scale, *place) not in self._kept]
        if not missing:
            return None
        return min(
            missing, key=lambda place: abs((place[0] + 0.5) * edge - eye.x) + abs((place[1] + 0.5) * edge - eye.y)
        )

    def _painted(self, scale: float, place: Place) -> QPixmap:
        pixmap = QPixmap(round(EDGE * self.ratio), round(EDGE * self.ratio))
        pixmap.setDevicePixelRatio(self.ratio)
        edge = EDGE / scale
        p = QPainter(pixmap)
        p.scale(scale, scale)
        p.translate(-place[0] * edge, -place[1] * edge)
        self._paint(p, QRectF(place[0] * edge, place[1] * edge, edge, edge), scale)
        p.end()
        return pixmap

    def _stand_in(self, p: QPainter, eye: Eye) -> None:
        if self._backdrop is None:
            return
        pixmap, then = self._backdrop
        corner = eye.to_screen(then.seen.topLeft())
        grown = eye.scale / then.scale
        p.drawPixmap(
            QRectF(corner.x(), corner.y(), then.width * grown, then.height * grown), pixmap, QRectF(pixmap.rect())
        )
