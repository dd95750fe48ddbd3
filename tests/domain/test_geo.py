"""Plane geometry against counting by hand, another way of reckoning, and a geodesic library."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from commandcenter.domain import geo
from commandcenter.domain.geo import Box, Cells, Point
from commandcenter.domain.refusal import Refused
from hypothesis import assume, given
from hypothesis import strategies as st
from pyproj import Geod

EARTH = Geod(ellps="WGS84")
AT = (122.6, 36.3)

offsets = st.floats(-9_000, 9_000, allow_nan=False)
latitudes = st.floats(18, 53)
spots = st.tuples(offsets, offsets)
whole = st.tuples(st.integers(0, 12), st.integers(0, 12))


def at(spot: tuple[float, float]) -> Point:
    return geo.moved(AT, *spot)


def lattice(points: list[tuple[int, int]]) -> tuple[Point, ...]:
    return tuple((AT[0] + x * 0.001, AT[1] + y * 0.001) for x, y in points)


@given(latitudes, spots, spots)
def test_distances_are_those_of_the_ellipsoid_within_a_part_in_a_thousand(
    latitude: float, first: tuple[float, float], second: tuple[float, float]
) -> None:
    here = geo.moved((110.0, latitude), *first)
    there = geo.moved((110.0, latitude), *second)
    true = EARTH.line_length((here[0], there[0]), (here[1], there[1]))
    assert geo.distance(here, there) == pytest.approx(true, rel=1e-3, abs=0.01)


@given(latitudes, st.floats(50, 2_500), st.integers(3, 24))
def test_areas_are_those_of_the_ellipsoid(latitude: float, radius: float, corners: int) -> None:
    ring = [
        geo.moved((105.0, latitude), radius * math.cos(step), radius * math.sin(step))
        for step in (2 * math.pi * corner / corners for corner in range(corners))
    ]
    shape = geo.area_geometry(ring)
    lons, lats = zip(*ring, strict=True)
    assert geo.area(shape) == pytest.approx(abs(EARTH.polygon_area_perimeter(lons, lats)[0]), rel=2e-3)


corners = st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 9), st.integers(1, 9))


@given(corners, corners)
def test_what_two_areas_have_in_common_is_counted_alike_from_both_sides(
    first: tuple[int, int, int, int], second: tuple[int, int, int, int]
) -> None:
    def box(told: tuple[int, int, int, int]) -> geo.Geometry:
        x, y, wide, high = told
        return geo.area_geometry(lattice([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]))

    west, south = max(first[0], second[0]), max(first[1], second[1])
    wide = max(0, min(first[0] + first[2], second[0] + second[2]) - west)
    high = max(0, min(first[1] + first[3], second[1] + second[3]) - south)
    common = geo.area(box((west, south, wide, high))) if wide and high else 0.0
    assert geo.overlap(box(first), box(second)) == pytest.approx(common, rel=1e-3, abs=0.01)
    assert geo.overlap(box(second), box(first)) == pytest.approx(common, rel=1e-3, abs=0.01)


def test_a_hole_is_no_ground_in_common() -> None:
    around, hole = lattice([(0, 0), (6, 0), (6, 6), (0, 6)]), lattice([(2, 2), (4, 2), (4, 4), (2, 4)])
    ring = geo.trusted(geo.AREA, (((*around, around[0]), (*hole, hole[0])),))
    inside = geo.area_geometry(hole)
    half = geo.area_geometry(lattice([(0, 0), (6, 0), (6, 6)]))
    assert geo.overlap(ring, inside) == 0
    assert geo.overlap(ring, half) == pytest.approx(geo.area(ring) / 2, rel=0.01)
    assert geo.overlap(ring, geo.line_geometry(around)) == 0


@given(st.lists(whole, min_size=3, max_size=9), whole)
def test_a_point_is_inside_where_the_ring_winds_around_it(ring: list[tuple[int, int]], half: tuple[int, int]) -> None:
    """Another way of reckoning: the sum of the angles to all corners. Only rings that do not cross themselves are areas."""
    closed = [*ring, ring[0]]
    assume(geo.crossed(tuple((float(x), float(y)) for x, y in closed)) is None)
    assume(len(set(ring)) >= 3)
    x, y = half[0] + 0.5, half[1] + 0.5
    turned = 0.0
    for (x1, y1), (x2, y2) in pairwise(closed):
        cross = (x1 - x) * (y2 - y) - (x2 - x) * (y1 - y)
        assume(cross != 0)
        turned += math.atan2(cross, (x1 - x) * (x2 - x) + (y1 - y) * (y2 - y))
    winds = abs(turned) > 1
    ring_at = tuple((float(a), float(b)) for a, b in closed)
    assert geo.in_ring(ring_at, (x, y)) is winds


@given(st.lists(whole, min_size=3, max_size=8, unique=True))
def test_a_ring_that_crosses_itself_is_found_wherever_it_does(ring: list[tuple[int, int]]) -> None:
    closed = tuple((float(x), float(y)) for x, y in [*ring, ring[0]])
    assert (geo.crossed(closed) is not None) is _crosses(ring)


def _crosses(ring: list[tuple[int, int]]) -> bool:
    """Every pair of edges, in exact numbers."""
    edges = list(zip(ring, ring[1:] + ring[:1], strict=True))
    for first in range(len(edges)):
        for second in range(first + 1, len(edges)):
            shared = set(edges[first]) & set(edges[second])
            if second - first in (1, len(edges) - 1):
                (corner,) = shared
                before, after = (next(p for p in edges[e] if p != corner) for e in (first, second))
                ux, uy, vx, vy = (
                    before[0] - corner[0],
                    before[1] - corner[1],
                    after[0] - corner[0],
                    after[1] - corner[1],
                )
                if ux * vy == uy * vx and ux * vx + uy * vy > 0:
                    return True
            elif _touch(*edges[first], *edges[second]):
                return True
    return False


def _touch(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int], d: tuple[int, int]) -> bool:
    det = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if det != 0:
        s = Fraction((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0]), det)
        t = Fraction((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0]), det)
        return 0 <= s <= 1 and 0 <= t <= 1
    if (b[0] - a[0]) * (c[1] - a[1]) != (b[1] - a[1]) * (c[0] - a[0]):
        return False
    along = 0 if a[0] != b[0] else 1
    return max(min(a[along], b[along]), min(c[along], d[along])) <= min(
        max(a[along], b[along]), max(c[along], d[along])
    )


@given(st.lists(spots, min_size=2, max_size=6), spots)
def test_the_nearest_spot_of_a_line_is_nearer_than_any_other_and_lies_so_far_along(
    told: list[tuple[float, float]], spot: tuple[float, float]
) -> None:
    line = [at(one) for one in told]
    assume(geo.line_length(line) > 1)
    point = at(spot)
    near = geo.nearest_on_line(line, point)
    steps = [geo.along(line, geo.line_length(line) * step / 300) for step in range(301)]
    assert near.metres <= min(geo.distance(one, point) for one in steps) * 1.004 + 0.5
    assert geo.distance(geo.along(line, near.along), near.point) <= 0.004 * geo.line_length(line) + 0.5


@given(st.lists(spots, min_size=2, max_size=30), st.floats(1, 500))
def test_a_simplified_line_keeps_its_ends_and_leaves_no_point_farther_away(
    told: list[tuple[float, float]], tolerance: float
) -> None:
    line = tuple(at(one) for one in told)
    simple = geo.simplified(line, tolerance)
    assert (simple[0], simple[-1]) == (line[0], line[-1])
    assert set(simple) <= set(line)
    assert all(geo.nearest_on_line(simple, point).metres <= tolerance * 1.01 + 0.1 for point in line)


@given(st.lists(st.tuples(whole, whole), max_size=30), st.tuples(whole, whole))
def test_the_filed_boxes_that_meet_are_all_and_only_those(
    told: list[tuple[tuple[int, int], tuple[int, int]]], asked: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    boxes = [geo.box_of(lattice([first, second])) for first, second in told]
    wanted = geo.box_of(lattice(list(asked)))
    assert Cells(boxes).meeting(wanted) == [number for number, box in enumerate(boxes) if box.meets(wanted)]


def test_a_hole_does_not_belong_to_its_area_and_counts_neither_for_its_size() -> None:
    outer, hole = [(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)], [(3, 3), (6, 3), (6, 6), (3, 6), (3, 3)]
    told = {"type": "Polygon", "coordinates": [lattice(outer), lattice(hole)]}
    shape = geo.geometry_of(told)
    inside, within = lattice([(1, 1)])[0], (AT[0] + 0.0045, AT[1] + 0.0045)
    assert geo.contains(shape, inside)
    assert not geo.contains(shape, within)
    full = geo.area(geo.geometry_of({"type": "Polygon", "coordinates": [lattice(outer)]}))
    assert geo.area(shape) == pytest.approx(full * 72 / 81, rel=1e-3)
    assert not geo.contains(shape, geo.middle(shape)) or geo.middle(shape) != within


def test_the_spot_that_stands_for_a_bent_area_lies_in_it() -> None:
    bent = geo.area_geometry(lattice([(0, 0), (9, 0), (9, 1), (1, 1), (1, 9), (0, 9)]))
    assert geo.contains(bent, geo.middle(bent))


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (None, "geometry_missing"),
        ({}, "geometry_missing"),
        ({"type": "Circle", "coordinates": [1, 2]}, "geometry_unknown"),
        ({"type": ["Point"], "coordinates": [1, 2]}, "geometry_unknown"),
        ({"type": "Point", "coordinates": [1]}, "geometry_unreadable"),
        ({"type": "Point", "coordinates": "12"}, "geometry_unreadable"),
        ({"type": "Point", "coordinates": [True, 2]}, "geometry_unreadable"),
        ({"type": "Point", "coordinates": [math.nan, 2]}, "geometry_unreadable"),
        ({"type": "Point", "coordinates": [10**400, 2]}, "geometry_unreadable"),
        ({"type": "Point", "coordinates": [39.9, 116.4]}, "geometry_outside"),
        ({"type": "LineString", "coordinates": [[1, 2], [1, 2]]}, "geometry_short"),
        ({"type": "LineString", "coordinates": []}, "geometry_missing"),
        ({"type": "Polygon", "coordinates": [[[1, 1], [2, 1], [2, 2]]]}, "geometry_open"),
        ({"type": "Polygon", "coordinates": [[[1, 1], [2, 1], [1, 1]]]}, "geometry_short"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]}, "geometry_crossed"),
        ({"type": "Polygon", "coordinates": [[]]}, "geometry_missing"),
        ({"type": "MultiPoint", "coordinates": []}, "geometry_missing"),
        (
            {
                "type": "Polygon",
                "coordinates": [
                    [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]],
                    [[5, 5], [6, 5], [6, 6], [5, 6], [5, 5]],
                ],
            },
            "geometry_hole_outside",
        ),
    ],
)
def test_a_broken_geometry_is_refused_and_never_mended(told: Any, code: str) -> None:
    with pytest.raises(Refused) as refused:
        geo.geometry_of(told)
    assert refused.value.code == code


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=5),
    max_leaves=20,
)


@given(st.sampled_from(["Point", "LineString", "Polygon", "MultiPolygon", "MultiPoint", "Other"]), json_like)
def test_whatever_stands_there_is_a_right_geometry_or_refused(name: str, coordinates: Any) -> None:
    try:
        shape = geo.geometry_of({"type": name, "coordinates": coordinates})
    except Refused:
        return
    assert geo.geometry_of(geo.geojson_of(shape)).sort == shape.sort
    assert isinstance(shape.box, Box)


@given(st.lists(spots, min_size=1, max_size=6), st.floats(-3_000, 3_000), st.floats(-3_000, 3_000))
def test_what_is_moved_keeps_its_size(told: list[tuple[float, float]], east: float, north: float) -> None:
    points = tuple(at(one) for one in told)
    shape = geo.trusted(geo.POINT, points)
    moved = geo.shifted(shape, east, north)
    for before, after in zip(shape.points(), moved.points(), strict=True):
        assert geo.distance(before, after) == pytest.approx(math.hypot(east, north), rel=5e-3, abs=0.01)
