"""What lies on the ground, ready to be painted: the shapes of the map in metres, filed so that a tile finds its own.

Made once for a map and shared by every widget that shows it; it knows no colours and no size. Houses stand by the thousand:
those of a patch of ground are one path. How much is painted depends on the scale (``LEAST``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from commandcenter.domain.geo import AREA, POINT, distance
from commandcenter.domain.map import POINTS, OfficeMap, Shape
from commandcenter.ui.parts.mapview.plane import Plane
from commandcenter.ui.theme.look import Look

PATCH = 80.0
"""Metres along the edge of a patch of houses."""
NUMBERED = 1.6
"""Pixels per metre from which on houses have their number written."""

FAR = 5_000.0
"""Metres that the middle of the office may lie from the middle of a plane that is kept."""
FIELD = 250.0
"""Metres along the edge of a field of points."""

LEAST: Mapping[str, float] = {
    "building": 0.09,
    "alley": 0.05,
    "grid": 0.13,
    "hydrant": 1.2,
    "gate": 0.9,
    "camera": 0.5,
    "store": 0.5,
    "site": 0.09,
    "landmark": 0.35,
    "post_site": 0.5,
    "shelter": 0.3,
    "assembly": 0.3,
}
"""Pixels per metre from which on a kind is painted; what is not named here always is."""

WIDTHS: Mapping[str, tuple[float, float]] = {
    "street": (13.0, 3.4),
    "road": (7.0, 2.2),
    "alley": (6.0, 1.5),
    "rail": (4.0, 1.4),
    "water": (9.0, 2.0),
}
"""Of a way: metres, and at least so many pixels."""

_FILLS = {"boundary": "mapblk", "green": "mappk", "water": "mapwt", "building": "mapbld", "site": "mapbld"}
_WAYS = (("alley", "maprd2"), ("road", "maprd2"), ("street", "maprd"), ("rail", "mapln"))
Area = tuple[QRectF, QPainterPath]


@dataclass(frozen=True, slots=True)
class Way:
    """A line on the ground: its kind, the box around it, its parts."""

    kind: str
    box: QRectF
    parts: tuple[QPolygonF, ...]


class Ground:
    """The shapes of a map in metres, on a ``plane`` that was used before where that still fits. ``grow`` makes it ready piece by piece; before it is ``whole`` some of it is missing."""

    def __init__(self, office: OfficeMap, plane: Plane | None = None) -> None:
        self.office = office
        box = office.box
        near = plane is not None and box is not None and distance(plane.origin, box.middle) < FAR
        self.plane = plane if plane is not None and near else Plane.around(box.middle if box else (0.0, 0.0))
        self.bounds = self.plane.rect(box) if box is not None else QRectF()
        self.areas: dict[str, list[Area]] = {}
        self.ways: dict[str, list[Way]] = {}
        self.points: dict[tuple[str, int, int], list[tuple[QPointF, Shape]]] = {}
        self._patches: dict[tuple[int, int], QPainterPath] = {}
        self._numbers: dict[tuple[int, int], list[tuple[QPointF, str]]] = {}
        self.whole = False
        self._growing = self._grown()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.bounds.isNull()

    def grow(self, pieces: int = 400) -> bool:
        """Make the next pieces ready; True once it is whole."""
        for _ in range(pieces):
            if self.whole:
                break
            self.whole = next(self._growing, True)
        return self.whole

    def _grown(self) -> Iterator[bool]:
        for shape in (*self.office.shapes.values(), *self.office.base):
            self._take(shape)
            yield False

    def _take(self, shape: Shape) -> None:
        geometry, plane = shape.geometry, self.plane
        if shape.kind in POINTS and not (shape.kind == "site" and geometry.sort == AREA):
            self._file(shape)
        elif geometry.sort == AREA:
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.OddEvenFill)
            for line in geometry.lines():
                path.addPolygon(plane.polygon(line))
            if shape.kind in ("building", "site"):
                middle = plane.metres(geometry.box.middle)
                key = (int(middle.x() // PATCH), int(middle.y() // PATCH))
                self._patches.setdefault(key, QPainterPath()).addPath(path)
                if shape.number:
                    self._numbers.setdefault(key, []).append((middle, shape.number))
            else:
                self.areas.setdefault(shape.kind, []).append((path.boundingRect(), path))
        elif geometry.sort == POINT:
            self._file(shape)
        else:
            parts = tuple(plane.polygon(line) for line in geometry.parts)
            self.ways.setdefault(shape.kind, []).append(Way(shape.kind, plane.rect(geometry.box), parts))

    # -- painting --------------------------------------------------------------------------------------------------

    def paint(self, p: QPainter, look: Look, seen: QRectF, scale: float) -> None:
        """Paint what meets ``seen`` (metres). The painter counts in metres; ``scale`` is pixels per metre."""
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(Qt.PenStyle.NoPen)
        for kind in ("boundary", "green", "water"):
            p.setBrush(look.color(_FILLS[kind]))
            self._fill(p, kind, seen)
        p.setBrush(Qt.BrushStyle.NoBrush)
        self._lines(p, look.color("mapwt"), "water", seen, scale)
        if scale >= LEAST["building"]:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(look.color("mapbld"))
            for key in self._patches_in(seen):
                p.drawPath(self._patches[key])
        p.setBrush(Qt.BrushStyle.NoBrush)
        for kind, token in _WAYS:
            if scale >= LEAST.get(kind, 0.0):
                self._lines(p, look.color(token), kind, seen, scale)
        self._edges(p, look, seen, scale)
        if scale >= NUMBERED:
            self._write_numbers(p, look, seen, scale)

    def numbers_in(self, seen: QRectF) -> Iterator[tuple[QPointF, str]]:
        """The numbers of houses within a rectangle (metres), with the middle of each house."""
        for key in self._patches_in(seen):
            yield from self._numbers.get(key, ())

    def _write_numbers(self, p: QPainter, look: Look, seen: QRectF, scale: float) -> None:
        """The numbers of houses, within them; the painter counts in pixels meanwhile."""
        p.save()
        p.resetTransform()
        p.setFont(look.font("caption"))
        p.setPen(look.color("tx3"))
        reach = 30 / scale
        near = seen.adjusted(-reach, -reach, reach, reach)
        for middle, number in self.numbers_in(seen):
            if not near.contains(middle):
                continue
            line, wide, high = look.set_words(number, "caption")
            at = (middle - seen.topLeft()) * scale
            p.drawStaticText(QPointF(round(at.x() - wide / 2), round(at.y() - high / 2)), line)
        p.restore()

    def points_in(self, kind: str, seen: QRectF) -> Iterator[tuple[QPointF, Shape]]:
        """The points of a kind within a rectangle (metres)."""
        across = range(int(seen.left() // FIELD), int(seen.right() // FIELD) + 1)
        down = range(int(seen.top() // FIELD), int(seen.bottom() // FIELD) + 1)
        for x in across:
            for y in down:
                yield from (pair for pair in self.points.get((kind, x, y), ()) if seen.contains(pair[0]))

    def _file(self, shape: Shape) -> None:
        spot = self.plane.metres(shape.middle)
        key = (shape.kind, int(spot.x() // FIELD), int(spot.y() // FIELD))
        self.points.setdefault(key, []).append((spot, shape))

    def _fill(self, p: QPainter, kind: str, seen: QRectF) -> None:
        for box, path in self.areas.get(kind, ()):
            if box.intersects(seen):
                p.drawPath(path)

    def _lines(self, p: QPainter, color: QColor, kind: str, seen: QRectF, scale: float) -> None:
        metres, least = WIDTHS[kind]
        wide = max(metres, least / scale)
        pen = QPen(color, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        if kind == "rail":
            pen.setStyle(Qt.PenStyle.DashLine)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        p.setPen(pen)
        grown = seen.adjusted(-wide, -wide, wide, wide)
        for way in self.ways.get(kind, ()):
            if way.box.intersects(grown) or grown.contains(way.box.topLeft()):
                for part in way.parts:
                    p.drawPolyline(part)

    def _edges(self, p: QPainter, look: Look, seen: QRectF, scale: float) -> None:
        for kind, token, width, style in (
            ("grid", "mapln", 0.8, Qt.PenStyle.DotLine),
            ("community", "mapln", 1.1, Qt.PenStyle.DashLine),
            ("boundary", "mapln", 3.0, Qt.PenStyle.SolidLine),
        ):
            if scale < LEAST.get(kind, 0.0):
                continue
            pen = QPen(look.color(token), width, style)
            pen.setCosmetic(True)
            p.setPen(pen)
            reach = 4 / scale
            grown = seen.adjusted(-reach, -reach, reach, reach)
            for box, path in self.areas.get(kind, ()):
                if box.intersects(grown):
                    p.drawPath(path)

    def _patches_in(self, seen: QRectF) -> Iterator[tuple[int, int]]:
        """The patches a house of which may reach into ``seen``: a house is filed by its middle."""
        reach = PATCH / 2
        left, right = int((seen.left() - reach) // PATCH), int((seen.right() + reach) // PATCH)
        top, bottom = int((seen.top() - reach) // PATCH), int((seen.bottom() + reach) // PATCH)
        if (right - left + 1) * (bottom - top + 1) > len(self._patches):
            yield from (key for key in self._patches if left <= key[0] <= right and top <= key[1] <= bottom)
            return
        for x in range(left, right + 1):
            yield from ((x, y) for y in range(top, bottom + 1) if (x, y) in self._patches)


def outline(plane: Plane, shape: Shape) -> tuple[QPainterPath, bool]:
    """A shape as a path in metres, and whether it is an area."""
    path = QPainterPath()
    for line in shape.geometry.lines():
        path.addPolygon(plane.polygon(line))
    return path, shape.geometry.sort == AREA
