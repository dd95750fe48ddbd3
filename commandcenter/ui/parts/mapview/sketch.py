"""A shape while it is drawn: corners on the plane, every step undone, nothing that crosses itself.

Corners are points in metres of the plane. A line or an area is drawn corner by corner and then changed: a corner moved, one put
between two others, one taken away. What would make the edge of an area cross itself is refused, and the code says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot

from PySide6.QtCore import QPointF

from commandcenter.domain import geo
from commandcenter.domain.geo import AREA, LINE, POINT, Box, Geometry
from commandcenter.domain.map import OfficeMap
from commandcenter.domain.refusal import Refused
from commandcenter.ui.parts.mapview.plane import Plane

LEAST_CORNERS = {POINT: 1, LINE: 2, AREA: 3}
SNAPPED = ("boundary", "community", "grid", "street", "alley", "road", "green", "water", "building", "site")
"""What corners cling to."""
Corners = tuple[QPointF, ...]


class Sketch:
    """The corners of a shape of a sort (point, line, area). ``open`` while corners are added at its end."""

    def __init__(self, plane: Plane, sort: str, standing: Geometry | None = None) -> None:
        self.plane = plane
        self.sort = sort
        self.corners: Corners = ()
        self.rest: tuple[object, ...] = ()
        """What of the standing shape is not changed here: further parts, holes."""
        self.open = standing is None
        self.refused = ""
        """Why the last step was not done; empty when it was."""
        if standing is not None:
            self.corners, self.rest = _taken(plane, standing)
        self._undone: list[tuple[Corners, bool]] = []
        self._began = self.corners

    # -- what it is ------------------------------------------------------------------------------------------------

    @property
    def enough(self) -> bool:
        """Whether it has the corners it needs."""
        return len(self.corners) >= LEAST_CORNERS[self.sort]

    @property
    def changed(self) -> bool:
        """Whether it differs from how it began."""
        return self.corners != self._began

    def geometry(self) -> Geometry:
        """The shape in degrees. Refuses what geometry refuses: too few corners, an edge that crosses itself."""
        points = [self.plane.degrees(corner) for corner in self.corners]
        if self.sort == POINT:
            if not points:
                raise Refused("geometry_missing")
            return geo.point_geometry(points[0])
        if self.sort == LINE:
            line = geo.line_geometry(points)
            return geo.geometry_of(geo.geojson_of(geo.trusted(LINE, (*line.parts, *self.rest)))) if self.rest else line
        if len(points) < 3:
            raise Refused("geometry_short", least=3)
        area = geo.area_geometry(points)
        if not self.rest:
            return area
        holes, others = self.rest[0], self.rest[1:]
        rings = (*area.parts[0], *holes)  # type: ignore[misc]
        return geo.geometry_of(geo.geojson_of(geo.trusted(AREA, (rings, *others))))

    def outline(self) -> Geometry | None:
        """The area as it would be if it ended now; None while it is none."""
        if self.sort != AREA or not self.enough:
            return None
        points = [self.plane.degrees(corner) for corner in self.corners]
        holes, others = (self.rest[0], self.rest[1:]) if self.rest else ((), ())
        return geo.trusted(AREA, (((*points, points[0]), *holes), *others))  # type: ignore[misc]

    def measure(self) -> float:
        """Metres of a line, square metres of an area; 0 of a point, or of what is not whole yet."""
        if self.sort == POINT or not self.enough:
            return 0.0
        points = [self.plane.degrees(corner) for corner in self.corners]
        if self.sort == LINE:
            return geo.line_length(points)
        ring = (*points, points[0])
        return geo.area(geo.trusted(AREA, ((ring,),)))

    # -- steps -----------------------------------------------------------------------------------------------------

    def add(self, spot: QPointF) -> bool:
        """A corner more at the end. A point has one corner: it moves."""
        if self.sort == POINT:
            return self._step((spot,), still_open=False)
        if self.corners and _far(self.corners[-1], spot) < 0.05:
            return False
        return self._step((*self.corners, spot), still_open=True)

    def finish(self) -> bool:
        """No more corners at the end: from now on they are changed. False while there are too few, or it would cross."""
        if not self.enough or not self._allowed(self.corners, still_open=False):
            return False
        if self.open:
            self._undone.append((self.corners, self.open))
            self.open = False
        return True

    def move(self, number: int, spot: QPointF) -> bool:
        """Put a corner elsewhere."""
        corners = list(self.corners)
        corners[number] = spot
        return self._step(tuple(corners), still_open=self.open)

    def insert(self, number: int, spot: QPointF) -> bool:
        """Put a corner between the one of that number and the one before it."""
        return self._step((*self.corners[:number], spot, *self.corners[number:]), still_open=self.open)

    def remove(self, number: int) -> bool:
        """Take a corner away; while it is drawn that may be any, afterwards as long as enough are left."""
        if not self.open and len(self.corners) <= LEAST_CORNERS[self.sort]:
            self.refused = "geometry_short"
            return False
        return self._step((*self.corners[:number], *self.corners[number + 1 :]), still_open=self.open)

    def undo(self) -> bool:
        """Take the last step back."""
        self.refused = ""
        if not self._undone:
            return False
        self.corners, self.open = self._undone.pop()
        return True

    def _step(self, corners: Corners, *, still_open: bool) -> bool:
        if corners == self.corners and still_open == self.open:
            return False
        if not self._allowed(corners, still_open=still_open):
            return False
        self._undone.append((self.corners, self.open))
        self.corners, self.open = corners, still_open
        return True

    def _allowed(self, corners: Corners, *, still_open: bool) -> bool:
        """Whether the edge does not cross itself. While it is drawn, the way back to the first corner does not count yet."""
        self.refused = ""
        if self.sort == AREA and crosses(corners, closed=not still_open):
            self.refused = "geometry_crossed"
        return not self.refused

    # -- under the hand --------------------------------------------------------------------------------------------

    def edges(self) -> list[tuple[QPointF, QPointF]]:
        """The stretches between corners; of an area the last one leads back to the first corner once it is not open."""
        pairs = list(zip(self.corners, self.corners[1:]))
        if self.sort == AREA and not self.open and len(self.corners) > 2:
            pairs.append((self.corners[-1], self.corners[0]))
        return pairs

    def corner_at(self, spot: QPointF, reach: float) -> int:
        """The number of the corner within reach (metres); -1 for none."""
        near = min(
            ((_far(corner, spot), number) for number, corner in enumerate(self.corners)), default=(reach + 1, -1)
        )
        return near[1] if near[0] <= reach else -1

    def edge_at(self, spot: QPointF, reach: float) -> tuple[int, QPointF] | None:
        """The edge within reach: the number a corner put there would have, and the spot on the edge."""
        best: tuple[float, int, QPointF] | None = None
        for number, (first, second) in enumerate(self.edges()):
            on = foot(first, second, spot)
            gap = _far(on, spot)
            if gap <= reach and (best is None or gap < best[0]):
                best = (gap, number + 1, on)
        return (best[1], best[2]) if best is not None else None


def crosses(corners: Sequence[QPointF], *, closed: bool) -> bool:
    """Whether the edge through the corners crosses or touches itself."""
    points = [(corner.x(), corner.y()) for corner in corners]
    if closed:
        return len(points) > 2 and geo.crossed((*points, points[0])) is not None
    for last in range(2, len(points)):
        for first in range(last - 2):
            if geo.crossing(points[first], points[first + 1], points[last - 1], points[last]) is not None:
                return True
    return False


def foot(first: QPointF, second: QPointF, spot: QPointF) -> QPointF:
    """The spot of a stretch that is nearest to a point."""
    across, down = second.x() - first.x(), second.y() - first.y()
    whole = across * across + down * down
    if whole == 0:
        return first
    share = ((spot.x() - first.x()) * across + (spot.y() - first.y()) * down) / whole
    share = min(1.0, max(0.0, share))
    return QPointF(first.x() + share * across, first.y() + share * down)


def snapped(
    spot: QPointF, office: OfficeMap, plane: Plane, reach: float, own: str = "", more: Iterable[QPointF] = ()
) -> tuple[QPointF, bool]:
    """The corner of what is on the map (``own`` left out) or of ``more`` within reach (metres), else a spot on an edge of it.

    Returns the spot itself, and False, where nothing is near.
    """
    point = plane.degrees(spot)
    near = Box(*point, *point).grown(reach)
    corners: list[tuple[float, QPointF]] = [(_far(one, spot), one) for one in more]
    edges: list[tuple[float, QPointF]] = []
    for shape in office.in_box(near, *SNAPPED):
        if shape.id == own:
            continue
        for line in shape.geometry.lines():
            polygon = plane.polygon(line)
            before: QPointF | None = None
            for place in range(polygon.count()):
                corner = polygon.at(place)
                corners.append((_far(corner, spot), corner))
                if before is not None:
                    on = foot(before, corner, spot)
                    edges.append((_far(on, spot), on))
                before = corner
    for found in (corners, edges):
        best = min(found, key=lambda one: one[0], default=None)
        if best is not None and best[0] <= reach:
            return best[1], True
    return spot, False


def _far(first: QPointF, second: QPointF) -> float:
    return hypot(first.x() - second.x(), first.y() - second.y())


def _taken(plane: Plane, geometry: Geometry) -> tuple[Corners, tuple[object, ...]]:
    """The corners of the first part of a standing shape, and what stays as it is."""
    if geometry.sort == POINT:
        return (plane.metres(geometry.parts[0]),), ()
    if geometry.sort == LINE:
        return tuple(plane.metres(point) for point in geometry.parts[0]), geometry.parts[1:]
    rings = geometry.parts[0]
    corners = tuple(plane.metres(point) for point in rings[0][:-1])
    rest = (rings[1:], *geometry.parts[1:]) if len(rings) > 1 or len(geometry.parts) > 1 else ()
    return corners, rest
