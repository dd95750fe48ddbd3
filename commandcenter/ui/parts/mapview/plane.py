"""Where things of the map lie on the screen: degrees, metres on a plane, pixels.

The plane touches the ground at the middle of the office; its x runs to the east and its y to the south, in metres, as a screen
counts. An ``Eye`` looks at it from above: the spot in the middle of the widget, pixels per metre, the size of the widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from commandcenter.domain.geo import Box, Point, metres_per_degree

FINEST, COARSEST = 12.0, 0.02
"""Pixels per metre at the nearest and at the farthest look."""
STEP = 1.25
"""By how much one step of the wheel or of a key enlarges."""


@dataclass(frozen=True, slots=True)
class Plane:
    """The plane around a spot (longitude, latitude)."""

    origin: Point
    east: float
    north: float

    @classmethod
    def around(cls, origin: Point) -> Plane:
        """The plane that touches the ground there."""
        east, north = metres_per_degree(origin[1])
        return cls(origin, east, north)

    def metres(self, point: Point) -> QPointF:
        """Degrees to metres."""
        return QPointF((point[0] - self.origin[0]) * self.east, (self.origin[1] - point[1]) * self.north)

    def degrees(self, spot: QPointF) -> Point:
        """Metres to degrees."""
        return self.origin[0] + spot.x() / self.east, self.origin[1] - spot.y() / self.north

    def polygon(self, points: Sequence[Point]) -> QPolygonF:
        """A line or ring in metres."""
        lon, lat, east, north = *self.origin, self.east, self.north
        return QPolygonF([QPointF((x - lon) * east, (lat - y) * north) for x, y in points])

    def rect(self, box: Box) -> QRectF:
        """A box in metres."""
        return QRectF(self.metres((box.west, box.north)), self.metres((box.east, box.south)))

    def box(self, rect: QRectF) -> Box:
        """A rectangle of the plane in degrees."""
        west, north = self.degrees(rect.topLeft())
        east, south = self.degrees(rect.bottomRight())
        return Box(west, south, east, north)


@dataclass(frozen=True, slots=True)
class Eye:
    """What is seen: ``x`` and ``y`` are the middle of the widget in metres, ``scale`` is pixels per metre."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 0.3
    width: int = 1
    height: int = 1

    def to_screen(self, spot: QPointF) -> QPointF:
        """Metres to pixels of the widget."""
        return QPointF(
            (spot.x() - self.x) * self.scale + self.width / 2, (spot.y() - self.y) * self.scale + self.height / 2
        )

    def to_ground(self, pixel: QPointF) -> QPointF:
        """Pixels of the widget to metres."""
        return QPointF(
            (pixel.x() - self.width / 2) / self.scale + self.x, (pixel.y() - self.height / 2) / self.scale + self.y
        )

    @property
    def seen(self) -> QRectF:
        """The rectangle of the plane that is seen, in metres."""
        wide, high = self.width / self.scale, self.height / self.scale
        return QRectF(self.x - wide / 2, self.y - high / 2, wide, high)

    def moved(self, right: float, down: float) -> Eye:
        """Looking so many pixels further to the right and down. It stays on whole pixels, so that what is kept fits."""
        return replace(self, x=self.x + right / self.scale, y=self.y + down / self.scale)

    def zoomed(self, factor: float, at: QPointF) -> Eye:
        """Enlarged by a factor; what lies under the pixel ``at`` stays there."""
        scale = min(max(self.scale * factor, COARSEST), FINEST)
        spot = self.to_ground(at)
        return replace(
            self,
            scale=scale,
            x=spot.x() - (at.x() - self.width / 2) / scale,
            y=spot.y() - (at.y() - self.height / 2) / scale,
        )

    def sized(self, width: int, height: int) -> Eye:
        """The same look in a widget of another size."""
        return replace(self, width=max(1, width), height=max(1, height))

    def fitting(self, rect: QRectF, margin: float = 24) -> Eye:
        """Looking at the whole of a rectangle of the plane, with a margin in pixels around it."""
        wide, high = max(1.0, self.width - 2 * margin), max(1.0, self.height - 2 * margin)
        scale = min(wide / max(rect.width(), 1.0), high / max(rect.height(), 1.0))
        middle = rect.center()
        return replace(self, x=middle.x(), y=middle.y(), scale=min(max(scale, COARSEST), FINEST))
