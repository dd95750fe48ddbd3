"""Plane geometry for the map of an office: points, lines and areas in WGS-84 degrees, measured in metres.

An office is a few kilometres wide. Distances, lengths and areas are taken on the plane that touches the ellipsoid at the
place itself (metres per degree by the usual series of the ellipsoid): within a part in a thousand up to twenty kilometres,
which is proved against a geodesic library. Nothing here knows what is drawn; that is ``map.py``.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import cos, floor, hypot, isfinite, radians
from typing import Any, NamedTuple

from commandcenter.domain.refusal import Refused

Point = tuple[float, float]
"""Longitude and latitude in degrees, WGS-84."""
Line = tuple[Point, ...]
Rings = tuple[Line, ...]
"""An area: its outer ring, then its holes; each ring ends where it begins."""

POINT, LINE, AREA = "point", "line", "area"

_TYPES = {
    "Point": (POINT, 0),
    "MultiPoint": (POINT, 1),
    "LineString": (LINE, 1),
    "MultiLineString": (LINE, 2),
    "Polygon": (AREA, 2),
    "MultiPolygon": (AREA, 3),
}
MOST_POINTS = 50_000
"""No single shape of an office has more; what has is a whole layer drawn as one."""
_DIGITS = 7
"""Decimals a stored coordinate keeps: a centimetre."""


class Box(NamedTuple):
    """The smallest box around something, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it, its edge included."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def meets(self, other: Box) -> bool:
        """Whether two boxes have a point in common."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )

    def grown(self, metres: float) -> Box:
        """The box with so many metres around it."""
        east, north = metres_per_degree(self.middle[1])
        return Box(
            self.west - metres / east,
            self.south - metres / north,
            self.east + metres / east,
            self.north + metres / north,
        )

    @property
    def middle(self) -> Point:
        """Its centre."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2


@dataclass(frozen=True, slots=True)
class Geometry:
    """A shape on the ground. ``parts`` are points of a ``point``, lines of a ``line``, rings of an ``area``."""

    sort: str
    parts: tuple[Any, ...]
    box: Box = field(compare=False)

    def lines(self) -> Iterator[Line]:
        """Every line or ring of it; none of a point."""
        if self.sort == LINE:
            yield from self.parts
        elif self.sort == AREA:
            for rings in self.parts:
                yield from rings

    def points(self) -> Iterator[Point]:
        """Every point of it, the closing points of rings included."""
        if self.sort == POINT:
            yield from self.parts
        for line in self.lines():
            yield from line


class Near(NamedTuple):
    """The spot of something that is nearest to a point, how far it is (metres), and how far along the line (metres)."""

    point: Point
    metres: float
    along: float = 0.0


# --- measuring ----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _scale(latitude: float) -> tuple[float, float]:
    phi = radians(max(-89.9, min(89.9, latitude)))
    north = 111132.954 - 559.822 * cos(2 * phi) + 1.175 * cos(4 * phi)
    east = 111412.84 * cos(phi) - 93.5 * cos(3 * phi) + 0.118 * cos(5 * phi)
    return east, north


def metres_per_degree(latitude: float) -> tuple[float, float]:
    """Metres per degree of longitude and of latitude at a latitude (degrees), taken every thousandth of a degree."""
    return _scale(round(latitude, 3))


def distance(first: Point, second: Point) -> float:
    """Metres between two points not farther apart than an office is wide."""
    east, north = metres_per_degree((first[1] + second[1]) / 2)
    return hypot((second[0] - first[0]) * east, (second[1] - first[1]) * north)


def moved(point: Point, east: float, north: float) -> Point:
    """The point so many metres to the east and to the north."""
    per_east, per_north = metres_per_degree(point[1])
    return point[0] + east / per_east, point[1] + north / per_north


def shifted(geometry: Geometry, east: float, north: float) -> Geometry:
    """A shape moved as it is, so many metres to the east and to the north, by the scale at its middle."""
    per_east, per_north = metres_per_degree(geometry.box.middle[1])
    lon, lat = east / per_east, north / per_north

    def move(part: Any) -> Any:
        if isinstance(part[0], float | int):
            return part[0] + lon, part[1] + lat
        return tuple(move(inner) for inner in part)

    return trusted(geometry.sort, tuple(move(part) for part in geometry.parts))


def length(geometry: Geometry) -> float:
    """Metres along all its lines; of an area the way around it, holes included."""
    return sum(line_length(line) for line in geometry.lines())


def line_length(line: Sequence[Point]) -> float:
    """Metres along a line."""
    return sum(distance(line[place - 1], line[place]) for place in range(1, len(line)))


def area(geometry: Geometry) -> float:
    """Square metres of an area without its holes; 0 of anything else."""
    if geometry.sort != AREA:
        return 0.0
    return sum(abs(_ring_area(rings[0])) - sum(abs(_ring_area(hole)) for hole in rings[1:]) for rings in geometry.parts)


def _ring_area(ring: Line) -> float:
    """The signed area of a ring in square metres, counted anticlockwise."""
    west, south = ring[0]
    east, north = metres_per_degree(sum(point[1] for point in ring) / len(ring))
    total = 0.0
    for place in range(1, len(ring)):
        (x1, y1), (x2, y2) = ring[place - 1], ring[place]
        total += (x1 - west) * (y2 - south) - (x2 - west) * (y1 - south)
    return total / 2 * east * north


SLICES = 128
"""Into so many slices what two areas may have in common is cut."""


def overlap(first: Geometry, second: Geometry) -> float:
    """Square metres that two areas have in common, holes left out; 0 of anything else.

    What they may share is cut into slices from west to east, each as wide as both are at its middle: exact where the edges run
    straight through a slice, else to about a slice's height.
    """
    if first.sort != AREA or second.sort != AREA or not first.box.meets(second.box):
        return 0.0
    south, north = max(first.box.south, second.box.south), min(first.box.north, second.box.north)
    step = (north - south) / SLICES
    wide = 0.0
    for number in range(SLICES):
        y = south + (number + 0.5) * step
        theirs = _cuts(second, y)
        for west, east in _cuts(first, y):
            wide += sum(max(0.0, min(east, to) - max(west, since)) for since, to in theirs)
    per_east, per_north = metres_per_degree((south + north) / 2)
    return wide * per_east * step * per_north


def _cuts(geometry: Geometry, y: float) -> list[tuple[float, float]]:
    """From where to where a latitude runs inside an area, from the west."""
    found = []
    for ring in geometry.lines():
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y2 > y) != (y1 > y):
                found.append(x1 + (x2 - x1) * ((y - y1) / (y2 - y1)))
    found.sort()
    return list(zip(found[::2], found[1::2]))


def box_of(points: Iterable[Point]) -> Box:
    """The box around some points. Raises ``ValueError`` for none."""
    listed = list(points)
    if not listed:
        raise ValueError("no points")
    lons, lats = [point[0] for point in listed], [point[1] for point in listed]
    return Box(min(lons), min(lats), max(lons), max(lats))


def union(boxes: Iterable[Box]) -> Box | None:
    """The box around boxes; None for none."""
    listed = list(boxes)
    if not listed:
        return None
    return Box(
        min(box.west for box in listed),
        min(box.south for box in listed),
        max(box.east for box in listed),
        max(box.north for box in listed),
    )


# --- where things lie ---------------------------------------------------------------------------------------------


def in_ring(ring: Line, point: Point) -> bool:
    """Whether a point lies inside a ring (even-odd rule). On the edge it belongs to one of two neighbours, never to both."""
    x, y = point
    inside = False
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y2 > y) != (y1 > y):  # the edge is told from below, so that both neighbours of an edge reckon alike
            xa, ya, xb, yb = (x1, y1, x2, y2) if y1 < y2 else (x2, y2, x1, y1)
            if x < xa + (xb - xa) * ((y - ya) / (yb - ya)):
                inside = not inside
        x1, y1 = x2, y2
    return inside


def contains(geometry: Geometry, point: Point) -> bool:
    """Whether an area holds a point; holes do not belong to it. Points and lines hold nothing."""
    if geometry.sort != AREA or not geometry.box.holds(point):
        return False
    return any(
        in_ring(rings[0], point) and not any(in_ring(hole, point) for hole in rings[1:]) for rings in geometry.parts
    )


def nearest_on_line(line: Sequence[Point], point: Point) -> Near:
    """The spot of a line nearest to a point, its distance, and how many metres along the line it lies."""
    east, north = metres_per_degree(point[1])
    x0, y0 = point
    best, spot, along, walked = float("inf"), line[0], 0.0, 0.0
    if len(line) == 1:
        return Near(line[0], distance(line[0], point))
    for place in range(1, len(line)):
        (ax, ay), (bx, by) = line[place - 1], line[place]
        ux, uy = (bx - ax) * east, (by - ay) * north
        vx, vy = (x0 - ax) * east, (y0 - ay) * north
        whole = ux * ux + uy * uy
        share = 0.0 if whole == 0.0 else max(0.0, min(1.0, (ux * vx + uy * vy) / whole))
        gap = hypot(vx - share * ux, vy - share * uy)
        stretch = hypot(ux, uy)
        if gap < best:
            best, spot, along = gap, (ax + share * (bx - ax), ay + share * (by - ay)), walked + share * stretch
        walked += stretch
    return Near(spot, best, along)


def nearest_on(geometry: Geometry, point: Point) -> Near:
    """The spot of a shape nearest to a point; 0 metres where an area holds it."""
    if geometry.sort == POINT:
        return min((Near(spot, distance(spot, point)) for spot in geometry.parts), key=lambda near: near.metres)
    if contains(geometry, point):
        return Near(point, 0.0)
    return min((nearest_on_line(line, point) for line in geometry.lines()), key=lambda near: near.metres)


def along(line: Sequence[Point], metres: float) -> Point:
    """The spot so many metres along a line; its ends where it is shorter."""
    left = max(0.0, metres)
    for place in range(1, len(line)):
        first, second = line[place - 1], line[place]
        stretch = distance(first, second)
        if left <= stretch and stretch > 0:
            share = left / stretch
            return first[0] + share * (second[0] - first[0]), first[1] + share * (second[1] - first[1])
        left -= stretch
    return line[-1]


def side_of(line: Sequence[Point], point: Point) -> int:
    """On which side of a line a point lies, looking the way the line runs: 1 left, -1 right, 0 on it."""
    near = nearest_on_line(line, point)
    ahead = along(line, near.along + 1.0)
    behind = along(line, near.along - 1.0)
    east, north = metres_per_degree(point[1])
    cross = (ahead[0] - behind[0]) * east * (point[1] - near.point[1]) * north - (ahead[1] - behind[1]) * north * (
        point[0] - near.point[0]
    ) * east
    return (cross > 0) - (cross < 0)


def middle(geometry: Geometry) -> Point:
    """A spot that stands for a shape: the middle of its longest line, a spot inside its largest area, its first point."""
    if geometry.sort == POINT:
        spot: Point = geometry.parts[0]
        return spot
    if geometry.sort == LINE:
        longest = max(geometry.parts, key=line_length)
        return along(longest, line_length(longest) / 2)
    rings = max(geometry.parts, key=lambda rings: abs(_ring_area(rings[0])))
    centre = _centroid(rings[0])
    whole = Geometry(AREA, (rings,), box_of(rings[0]))
    return centre if contains(whole, centre) else _inside(whole, rings)


def _centroid(ring: Line) -> Point:
    west, south = ring[0]
    x = y = total = 0.0
    for place in range(1, len(ring)):
        x1, y1 = ring[place - 1][0] - west, ring[place - 1][1] - south
        x2, y2 = ring[place][0] - west, ring[place][1] - south
        cross = x1 * y2 - x2 * y1
        total += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    if total == 0.0:
        return ring[0]
    return west + x / (3 * total), south + y / (3 * total)


def _inside(whole: Geometry, rings: Rings) -> Point:
    """A spot inside an area that is hollow at its centre: the middle of its widest stretch on a few levels."""
    best, spot = -1.0, rings[0][0]
    for level in range(1, 16):
        y = whole.box.south + (whole.box.north - whole.box.south) * level / 16
        cuts = sorted(
            x1 + (y - y1) * (x2 - x1) / (y2 - y1)
            for ring in rings
            for (x1, y1), (x2, y2) in pairwise(ring)
            if (y1 > y) != (y2 > y)
        )
        for left, right in zip(cuts[::2], cuts[1::2]):
            if right - left > best:
                best, spot = right - left, ((left + right) / 2, y)
    return spot


# --- fewer points -------------------------------------------------------------------------------------------------


def simplified(line: Sequence[Point], tolerance: float) -> Line:
    """The line with only the points that matter to so many metres (Douglas-Peucker); its ends stay."""
    if len(line) <= 2 or tolerance <= 0:
        return tuple(line)
    east, north = metres_per_degree(line[0][1])
    flat = [(x * east, y * north) for x, y in line]
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        farthest, place = -1.0, -1
        (ax, ay), (bx, by) = flat[first], flat[last]
        ux, uy = bx - ax, by - ay
        whole = ux * ux + uy * uy
        for here in range(first + 1, last):
            vx, vy = flat[here][0] - ax, flat[here][1] - ay
            share = 0.0 if whole == 0.0 else max(0.0, min(1.0, (ux * vx + uy * vy) / whole))
            gap = hypot(vx - share * ux, vy - share * uy)
            if gap > farthest:
                farthest, place = gap, here
        if farthest > tolerance:
            kept.add(place)
            spans += [(first, place), (place, last)]
    return tuple(line[place] for place in sorted(kept))


# --- GeoJSON in and out -------------------------------------------------------------------------------------------


def geometry_of(told: object) -> Geometry:
    """The geometry in a GeoJSON geometry object (RFC 7946), checked. What is broken is refused, never mended in silence.

    Refuses ``geometry_missing``, ``geometry_unknown`` (kind), ``geometry_unreadable``, ``geometry_outside`` (no place on
    earth), ``geometry_short`` (too few points), ``geometry_open`` (a ring that does not close), ``geometry_crossed`` (a ring
    that crosses itself; ``lon`` and ``lat`` tell where), ``geometry_hole_outside``, ``geometry_large``.
    """
    if not isinstance(told, Mapping) or not told:
        raise Refused("geometry_missing")
    name = told.get("type")
    if not isinstance(name, str) or name not in _TYPES:
        raise Refused("geometry_unknown", kind=str(name)[:40])
    sort, depth = _TYPES[name]
    coordinates = told.get("coordinates")
    parts = _read(coordinates, depth)
    if depth == 0 or (sort, depth) in ((LINE, 1), (AREA, 2)):
        parts = (parts,)
    if not parts:
        raise Refused("geometry_missing")
    made = Geometry(sort, parts, Box(0, 0, 0, 0))
    points = list(made.points())
    if not points:
        raise Refused("geometry_missing")
    if len(points) > MOST_POINTS:
        raise Refused("geometry_large", points=len(points), most=MOST_POINTS)
    for line in made.lines():
        _check_line(line, sort)
    for rings in made.parts if sort == AREA else ():
        if not rings:
            raise Refused("geometry_missing")
        for hole in rings[1:]:
            stray = next((spot for spot in hole if not in_ring(rings[0], spot) and spot not in rings[0]), None)
            if stray is not None:
                raise Refused("geometry_hole_outside", lon=stray[0], lat=stray[1])
    return Geometry(sort, parts, box_of(points))


def trusted(sort: str, parts: tuple[Any, ...]) -> Geometry:
    """A geometry out of parts that were checked before they were stored. Raises ``ValueError`` for one without points."""
    made = Geometry(sort, parts, Box(0, 0, 0, 0))
    return Geometry(sort, parts, box_of(made.points()))


def _read(told: object, depth: int) -> Any:
    if isinstance(told, str | bytes) or not isinstance(told, Sequence):
        raise Refused("geometry_unreadable")
    if depth > 0:
        return tuple(_read(part, depth - 1) for part in told)
    if len(told) < 2 or any(isinstance(number, bool) or not isinstance(number, int | float) for number in told[:2]):
        raise Refused("geometry_unreadable")
    if not all(-1e300 < number < 1e300 for number in told[:2]):
        raise Refused("geometry_unreadable")
    lon, lat = float(told[0]), float(told[1])
    if not (isfinite(lon) and isfinite(lat)):
        raise Refused("geometry_unreadable")
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise Refused("geometry_outside", lon=lon, lat=lat)
    return lon, lat


def _check_line(line: Line, sort: str) -> None:
    if sort == LINE:
        if len(set(line)) < 2:
            raise Refused("geometry_short", least=2)
        return
    if len(line) > 0 and line[0] != line[-1]:
        raise Refused("geometry_open", lon=line[0][0], lat=line[0][1])
    if len(set(line)) < 3:
        raise Refused("geometry_short", least=3)
    spot = crossed(line)
    if spot is not None:
        raise Refused("geometry_crossed", lon=spot[0], lat=spot[1])
    if abs(_ring_area(line)) < 1e-4:
        raise Refused("geometry_short", least=3)


def geojson_of(geometry: Geometry) -> dict[str, Any]:
    """The geometry as a GeoJSON object, seven decimals (a centimetre)."""
    written = tuple(_written(part) for part in geometry.parts)
    name = {POINT: "Point", LINE: "LineString", AREA: "Polygon"}[geometry.sort]
    if len(written) == 1:
        return {"type": name, "coordinates": written[0]}
    return {"type": f"Multi{name}", "coordinates": list(written)}


def _written(part: Any) -> Any:
    if part and isinstance(part[0], float | int):
        return [round(part[0], _DIGITS), round(part[1], _DIGITS)]
    return [_written(inner) for inner in part]


def point_geometry(point: Point) -> Geometry:
    """A single point."""
    return Geometry(POINT, (point,), Box(*point, *point))


def line_geometry(points: Iterable[Point]) -> Geometry:
    """A single line. Refuses ``geometry_short``."""
    line = tuple(points)
    _check_line(line, LINE)
    return Geometry(LINE, (line,), box_of(line))


def area_geometry(points: Iterable[Point]) -> Geometry:
    """An area without holes from its corners; the ring is closed here. Refuses ``geometry_short`` and ``geometry_crossed``."""
    ring = tuple(points)
    if ring and ring[0] != ring[-1]:
        ring = (*ring, ring[0])
    _check_line(ring, AREA)
    return Geometry(AREA, ((ring,),), box_of(ring))


# --- rings that cross themselves ------------------------------------------------------------------------------------


def crossed(ring: Line) -> Point | None:
    """Where a closed ring crosses or touches itself; None for a simple ring. Points told twice in a row do not count."""
    clean = [point for place, point in enumerate(ring) if place == 0 or point != ring[place - 1]]
    count = len(clean) - 1
    edges = sorted(range(count), key=lambda edge: min(clean[edge][0], clean[edge + 1][0]))
    live: list[tuple[float, int]] = []
    for edge in edges:
        first, second = clean[edge], clean[edge + 1]
        left, right = min(first[0], second[0]), max(first[0], second[0])
        live = live[bisect_right(live, (left, -1)) :]
        low, high = min(first[1], second[1]), max(first[1], second[1])
        for _, other in live:
            third, fourth = clean[other], clean[other + 1]
            if max(third[1], fourth[1]) < low or min(third[1], fourth[1]) > high:
                continue
            spot = _meeting(clean, count, edge, other)
            if spot is not None:
                return spot
        insort(live, (right, edge))
    return None


def _meeting(points: Sequence[Point], count: int, first: int, second: int) -> Point | None:
    """Where two edges of a ring meet otherwise than as neighbours at their common corner."""
    a, b, c, d = points[first], points[first + 1], points[second], points[second + 1]
    if (first + 1) % count == second:
        return b if _turned_back(a, b, d) else None
    if (second + 1) % count == first:
        return a if _turned_back(c, a, b) else None
    return crossing(a, b, c, d)


def _turned_back(before: Point, corner: Point, after: Point) -> bool:
    """Whether a line runs back on itself at a corner."""
    ux, uy = before[0] - corner[0], before[1] - corner[1]
    vx, vy = after[0] - corner[0], after[1] - corner[1]
    return ux * vy - uy * vx == 0.0 and ux * vx + uy * vy > 0.0


def crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """A point two stretches have in common; None when they have none."""

    def turn(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    def on(p: Point, q: Point, r: Point) -> bool:
        return min(p[0], q[0]) <= r[0] <= max(p[0], q[0]) and min(p[1], q[1]) <= r[1] <= max(p[1], q[1])

    d1, d2, d3, d4 = turn(c, d, a), turn(c, d, b), turn(a, b, c), turn(a, b, d)
    if ((d1 > 0) != (d2 > 0)) and ((d3 > 0) != (d4 > 0)) and d1 != 0 and d2 != 0 and d3 != 0 and d4 != 0:
        share = d1 / (d1 - d2)
        return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
    for value, p, q, r in ((d1, c, d, a), (d2, c, d, b), (d3, a, b, c), (d4, a, b, d)):
        if value == 0 and on(p, q, r):
            return r
    return None


# --- finding by place -----------------------------------------------------------------------------------------------


class Cells:
    """Boxes filed in a grid of square cells, so that what lies near is found without asking everything.

    ``cell`` is the edge of a cell in degrees of latitude; what is much larger than a cell is filed by itself.
    """

    _MOST = 64

    def __init__(self, boxes: Sequence[Box], cell: float = 0.002) -> None:
        self._cell = cell
        self._boxes = boxes
        self._filed: dict[tuple[int, int], list[int]] = {}
        self._large: list[int] = []
        for number, box in enumerate(boxes):
            cells = self._span(box)
            if (cells[2] - cells[0] + 1) * (cells[3] - cells[1] + 1) > self._MOST:
                self._large.append(number)
                continue
            for x in range(cells[0], cells[2] + 1):
                for y in range(cells[1], cells[3] + 1):
                    self._filed.setdefault((x, y), []).append(number)

    def _span(self, box: Box) -> tuple[int, int, int, int]:
        cell = self._cell
        return floor(box.west / cell), floor(box.south / cell), floor(box.east / cell), floor(box.north / cell)

    def meeting(self, box: Box) -> list[int]:
        """The numbers of the boxes that meet ``box``, in their order."""
        west, south, east, north = self._span(box)
        found = {number for number in self._large if self._boxes[number].meets(box)}
        if (east - west + 1) * (north - south + 1) > len(self._filed):
            filed: Iterable[list[int]] = (
                numbers for (x, y), numbers in self._filed.items() if west <= x <= east and south <= y <= north
            )
        else:
            filed = (self._filed.get((x, y), []) for x in range(west, east + 1) for y in range(south, north + 1))
        for numbers in filed:
            found.update(number for number in numbers if self._boxes[number].meets(box))
        return sorted(found)
