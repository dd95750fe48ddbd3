"""Coordinates of other systems into WGS-84 and back, by libraries that are kept by people who know: PROJ and PRCoords.

What a file's numbers mean must be declared: WGS-84 (GPS), GCJ-02 (the maps of phones), BD-09 (one of them again shifted),
CGCS2000 (the survey's degrees), any EPSG code (the survey's metres), or local metres from an origin that is told. The same
numbers read the wrong way lie half a kilometre off or in another country; ``judged`` notices that and says what fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import Any

from commandcenter.domain import geo
from commandcenter.domain.geo import Box, Point
from commandcenter.domain.refusal import Refused

WGS84, GCJ02, BD09, CGCS2000, LOCAL = "WGS-84", "GCJ-02", "BD-09", "CGCS2000", "LOCAL"
NAMED = (WGS84, GCJ02, BD09, CGCS2000, LOCAL)
"""The systems that have a name of their own here; every other is ``EPSG:`` and its number."""

CHINA = Box(73.0, 3.0, 136.0, 54.0)
_KNOWN: tuple[tuple[str, str], ...] = (
    (r"gcj.?0?2|火星|国测局|高德|腾讯|mars", GCJ02),
    (r"bd.?0?9|百度|baidu", BD09),
    (r"cgcs.?2000$|国家2000$|2000国家大地坐标系$|epsg:+4490$|crs::4490$", CGCS2000),
    (r"wgs.?(19)?84$|crs84|epsg:+(\d+(\.\d+)*)?:?4326$|gps", WGS84),
    (r"^local$|本地|独立坐标|地方坐标", LOCAL),
)
_EPSG = re.compile(r"epsg\D*?(?:\d+(?:\.\d+)*)?:*(\d{4,6})$", re.IGNORECASE)

NEAR = 3_000.0
"""Metres around the map that still belong to the office's world: what lies farther is looked at twice."""
_SHARE = 0.9
_TELLING_M = 100.0
_FITTING_M = 40.0


@dataclass(frozen=True, slots=True)
class Crs:
    """What coordinates mean. ``origin`` (WGS-84) is where the zero of local metres lies."""

    name: str
    origin: Point | None = None

    @property
    def in_degrees(self) -> bool:
        """Whether its numbers are degrees."""
        return self.name in (WGS84, GCJ02, BD09, CGCS2000) or (
            self.name != LOCAL and _reference(self.name).is_geographic
        )


@dataclass(frozen=True, slots=True)
class Doubt:
    """Coordinates that do not fit what was declared. ``what``: ``elsewhere`` (far from the office), ``swapped`` (latitude
    first), ``metres`` (no degrees), ``degrees`` (no metres), ``shifted`` (known things lie ``metres`` off).

    ``fits`` is the system under which they would lie right, empty where none does; ``swapped`` whether latitude came first.
    """

    what: str
    fits: str = ""
    swapped: bool = False
    metres: float = 0.0


def declared(text: str, origin: Point | None = None) -> Crs:
    """The system a person or a file names: ``GCJ-02``, ``EPSG:4549``, ``urn:ogc:def:crs:EPSG::4490``, ``CGCS2000``, ``local``.

    Refuses ``crs_missing``, ``crs_unknown`` and, of local metres, ``origin_missing``.
    """
    told = text.strip().lower().replace(" ", "").replace("_", "-")
    if not told:
        raise Refused("crs_missing")
    for pattern, name in _KNOWN:
        if re.search(pattern, told):
            if name == LOCAL and origin is None:
                raise Refused("origin_missing")
            return Crs(name, origin if name == LOCAL else None)
    code = _EPSG.search(told)
    if code is None:
        raise Refused("crs_unknown", crs=text[:80])
    name = f"EPSG:{int(code[1])}"
    _reference(name)
    return Crs(name)


@lru_cache(maxsize=32)
def _reference(name: str) -> Any:
    """The system PROJ knows under ``EPSG:n``. Refuses ``crs_unknown``."""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        found = CRS.from_user_input(name)
    except CRSError:
        raise Refused("crs_unknown", crs=name) from None
    if not (found.is_geographic or found.is_projected):
        raise Refused("crs_unknown", crs=name)
    return found


@lru_cache(maxsize=32)
def _transformer(source: str, target: str) -> Any:
    from pyproj import Transformer
    from pyproj.network import set_network_enabled  # type: ignore[attr-defined]  # its own stub leaves it out

    set_network_enabled(False)
    return Transformer.from_crs(_reference(source), _reference(target), always_xy=True)


def to_wgs84(points: Sequence[Point], crs: Crs) -> list[Point]:
    """Points of a system as longitude and latitude in WGS-84. Refuses ``coordinates_outside`` for what is on no map."""
    return _checked(_convert(points, crs, back=False))


def from_wgs84(points: Sequence[Point], crs: Crs) -> list[Point]:
    """Points in WGS-84 as numbers of a system. Refuses ``coordinates_outside`` where it cannot tell them."""
    found = _convert(points, crs, back=True)
    if not all(isfinite(x) and isfinite(y) for x, y in found):
        raise Refused("coordinates_outside", crs=crs.name)
    return found


def _checked(points: list[Point]) -> list[Point]:
    for x, y in points:
        if not (isfinite(x) and isfinite(y) and -180 <= x <= 180 and -90 <= y <= 90):
            raise Refused("coordinates_outside", x=x if isfinite(x) else None, y=y if isfinite(y) else None)
    return points


def _convert(points: Sequence[Point], crs: Crs, *, back: bool) -> list[Point]:
    if not points:
        return []
    if crs.name == WGS84:
        return [(float(x), float(y)) for x, y in points]
    if crs.name in (GCJ02, BD09):
        return [_shifted(point, crs.name, back) for point in points]
    if crs.name == LOCAL:
        return _local(points, crs, back)
    name = "EPSG:4490" if crs.name == CGCS2000 else crs.name
    transformer = _transformer("EPSG:4326", name) if back else _transformer(name, "EPSG:4326")
    xs, ys = transformer.transform([point[0] for point in points], [point[1] for point in points])
    return list(zip(xs, ys, strict=True))


def _shifted(point: Point, name: str, back: bool) -> Point:
    """GCJ-02 or BD-09; outside the rectangle in which they differ from WGS-84 nothing is shifted."""
    import prcoords

    told = prcoords.Coords(point[1], point[0])
    if not (isfinite(point[0]) and isfinite(point[1])) or not prcoords.sanity_in_china_p(told):
        return point
    ways: dict[tuple[str, bool], Callable[..., Any]] = {
        (GCJ02, False): prcoords.gcj_wgs_bored,
        (GCJ02, True): prcoords.wgs_gcj,
        (BD09, False): prcoords.bd_wgs_bored,
        (BD09, True): prcoords.wgs_bd,
    }
    found = ways[name, back](told)
    return float(found.lon), float(found.lat)


def _local(points: Sequence[Point], crs: Crs, back: bool) -> list[Point]:
    """Metres to the east and north of the origin: the plane PROJ lays there."""
    if crs.origin is None:
        raise Refused("origin_missing")
    lon, lat = crs.origin
    if not (isfinite(lon) and isfinite(lat) and -180 <= lon <= 180 and -85 <= lat <= 85):
        raise Refused("coordinates_outside", x=lon, y=lat)
    transformer = _plane(round(lon, 9), round(lat, 9))
    direction = "FORWARD" if back else "INVERSE"
    xs, ys = transformer.transform([point[0] for point in points], [point[1] for point in points], direction=direction)
    return list(zip(xs, ys, strict=True))


@lru_cache(maxsize=8)
def _plane(lon: float, lat: float) -> Any:
    from pyproj import CRS, Transformer

    plane = CRS.from_proj4(f"+proj=tmerc +lat_0={lat:.9f} +lon_0={lon:.9f} +k=1 +x_0=0 +y_0=0 +ellps=WGS84 +units=m")
    return Transformer.from_crs(CRS.from_epsg(4326), plane, always_xy=True)


def self_test() -> None:
    """Turn a point into every sort of system and back: the libraries and their tables are all there, in a built program too.

    Raises ``ArithmeticError`` when a point does not come back, and what a library raises that is not whole.
    """
    point = (122.61, 36.31)
    for crs in (*(Crs(name) for name in (WGS84, GCJ02, BD09, CGCS2000, "EPSG:4549")), Crs(LOCAL, (122.6, 36.3))):
        back = to_wgs84(from_wgs84([point], crs), crs)[0]
        if geo.distance(point, back) > 0.1:
            raise ArithmeticError(f"{crs.name}: {back}")


# --- is it what it says? --------------------------------------------------------------------------------------------


def judged(
    points: Sequence[Point],
    crs: Crs,
    office: Box | None,
    known: Iterable[tuple[Point, Point]] = (),
) -> Doubt | None:
    """Whether raw coordinates fit what was declared; None when nothing speaks against it.

    ``office`` is the box of the map as it stands. ``known`` pairs raw points with where the same thing lies on the map
    (WGS-84): they tell a shift of a few hundred metres that a box cannot tell.
    """
    if not points:
        return None
    doubt = _wrong_unit(points, crs)
    if doubt is not None:
        return doubt
    pairs = list(known)
    if len(pairs) >= 2:
        off = _median_off(pairs, crs)
        if off is not None and off > _TELLING_M:
            for other in _others(crs):
                better = _median_off(pairs, other)
                if better is not None and better < _FITTING_M:
                    return Doubt("shifted", fits=other.name, metres=off)
    if office is None:
        swapped = crs.in_degrees and _share(points, crs, CHINA) < 0.5 < _share(_turned(points), crs, CHINA)
        return Doubt("swapped", fits=crs.name, swapped=True) if swapped else None
    wide = office.grown(NEAR)
    if _share(points, crs, wide) >= _SHARE:
        return None
    if _share(_turned(points), crs, wide) >= _SHARE:
        return Doubt("swapped", fits=crs.name, swapped=True)
    for other in _others(crs):
        if _share(points, other, wide) >= _SHARE:
            return Doubt("elsewhere", fits=other.name, metres=_gap(points, crs, office))
    return Doubt("elsewhere", metres=_gap(points, crs, office))


def _wrong_unit(points: Sequence[Point], crs: Crs) -> Doubt | None:
    degrees = all(abs(x) <= 180 and abs(y) <= 180 for x, y in points)
    if crs.in_degrees and not degrees:
        return Doubt("metres")
    if not crs.in_degrees and crs.name != LOCAL and degrees and _share(points, Crs(WGS84), CHINA) >= _SHARE:
        return Doubt("degrees", fits=WGS84)
    return None


def _others(crs: Crs) -> list[Crs]:
    return [Crs(name) for name in (WGS84, GCJ02, BD09) if name != crs.name] if crs.in_degrees else []


def _turned(points: Sequence[Point]) -> list[Point]:
    return [(y, x) for x, y in points]


def _share(points: Sequence[Point], crs: Crs, box: Box) -> float:
    """The share of points that lie in a box when read as ``crs``; of many every so-many-th is asked."""
    step = max(1, len(points) // 400)
    asked = list(points)[::step]
    inside = sum(isfinite(x) and isfinite(y) and box.holds((x, y)) for x, y in _convert(asked, crs, back=False))
    return inside / len(asked)


def _median_off(pairs: Sequence[tuple[Point, Point]], crs: Crs) -> float | None:
    read = _convert([raw for raw, _ in pairs], crs, back=False)
    gaps = [
        geo.distance(point, told) for point, (_, told) in zip(read, pairs, strict=True) if all(map(isfinite, point))
    ]
    return sorted(gaps)[len(gaps) // 2] if gaps else None


def _gap(points: Sequence[Point], crs: Crs, office: Box) -> float:
    """How far the middle of the points lies from the middle of the office, in metres, as far as a plane tells it."""
    read = [point for point in _convert(points, crs, back=False) if all(map(isfinite, point))]
    if not read:
        return 0.0
    lons, lats = sorted(point[0] for point in read), sorted(point[1] for point in read)
    return geo.distance((lons[len(lons) // 2], lats[len(lats) // 2]), office.middle)
