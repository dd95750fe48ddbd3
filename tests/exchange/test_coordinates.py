"""Coordinates of other systems: against published points, there and back, and wrongly declared."""

from __future__ import annotations

import pytest
from commandcenter.domain import geo
from commandcenter.domain.geo import Box, Point
from commandcenter.domain.refusal import Refused
from commandcenter.exchange import coordinates
from commandcenter.exchange.coordinates import Crs, declared, from_wgs84, judged, to_wgs84
from hypothesis import given
from hypothesis import strategies as st

PUBLISHED = [  # WGS-84, GCJ-02: points of the open test tables of the GCJ-02 converters, and a station of geoChina's manual
    ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
    ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
    ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
    ((116.42079, 39.90105), (116.42703, 39.90245)),
]
MERIDIAN = [(0.0, 0.0), (30.0, 3_320_113.398), (45.0, 4_984_944.378)]
"""Latitude → metres along a meridian from the equator, as the tables of the ellipsoid (GRS80) have it."""

places_in_china = st.tuples(st.floats(80, 130), st.floats(20, 50))
office = Box(122.6, 36.3, 122.626, 36.32)
in_office = st.tuples(st.floats(122.601, 122.625), st.floats(36.301, 36.319))


@pytest.mark.parametrize(("wgs", "gcj"), PUBLISHED)
def test_published_points_of_gcj_02_are_hit_within_a_metre_both_ways(wgs: Point, gcj: Point) -> None:
    crs = declared("GCJ-02")
    assert geo.distance(from_wgs84([wgs], crs)[0], gcj) < 1.0
    assert geo.distance(to_wgs84([gcj], crs)[0], wgs) < 1.0


@pytest.mark.parametrize(("latitude", "metres"), MERIDIAN)
def test_the_survey_counts_metres_along_its_meridian(latitude: float, metres: float) -> None:
    """EPSG 4549: CGCS2000, three-degree zone of 120° E, false easting 500 km."""
    east, north = from_wgs84([(120.0, latitude)], declared("EPSG:4549"))[0]
    assert east == pytest.approx(500_000, abs=0.01)
    assert north == pytest.approx(metres, abs=0.01)


@pytest.mark.parametrize("name", ["WGS-84", "GCJ-02", "BD-09", "CGCS2000", "EPSG:4549", "EPSG:32651", "EPSG:3857"])
@given(st.lists(in_office, min_size=1, max_size=5))
def test_there_and_back_is_less_than_a_decimetre_off(name: str, points: list[Point]) -> None:
    crs = declared(name)
    for before, after in zip(points, to_wgs84(from_wgs84(points, crs), crs), strict=True):
        assert geo.distance(before, after) < 0.1


@given(places_in_china)
def test_gcj_02_comes_back_all_over_the_country(point: Point) -> None:
    crs = Crs("GCJ-02")
    assert geo.distance(to_wgs84(from_wgs84([point], crs), crs)[0], point) < 0.1


@given(in_office, st.floats(-3000, 3000), st.floats(-3000, 3000))
def test_local_metres_count_from_their_origin(origin: Point, east: float, north: float) -> None:
    crs = declared("本地坐标", origin)
    there = to_wgs84([(east, north)], crs)[0]
    assert geo.distance(geo.moved(origin, east, north), there) < 3.0
    back = from_wgs84([there], crs)[0]
    assert back == pytest.approx((east, north), abs=0.01)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("WGS84", "WGS-84"),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", "WGS-84"),
        ("EPSG:4326", "WGS-84"),
        ("urn:ogc:def:crs:EPSG::4326", "WGS-84"),
        ("gcj02", "GCJ-02"),
        ("火星坐标系", "GCJ-02"),
        ("高德", "GCJ-02"),
        ("百度坐标", "BD-09"),
        ("CGCS2000", "CGCS2000"),
        ("2000国家大地坐标系", "CGCS2000"),
        ("EPSG:4490", "CGCS2000"),
        ("urn:ogc:def:crs:EPSG::4549", "EPSG:4549"),
        ("epsg:32651", "EPSG:32651"),
    ],
)
def test_a_system_is_known_by_the_names_people_and_files_give_it(told: str, name: str) -> None:
    assert declared(told).name == name


@pytest.mark.parametrize(
    ("told", "code"),
    [("", "crs_missing"), ("某某坐标", "crs_unknown"), ("EPSG:999999", "crs_unknown"), ("local", "origin_missing")],
)
def test_a_system_nobody_knows_is_refused(told: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        declared(told)
    assert refused.value.code == code


@given(st.text(max_size=40))
def test_whatever_is_declared_is_known_or_refused(told: str) -> None:
    try:
        crs = declared(told, (122.6, 36.3))
    except Refused:
        return
    assert crs.name


def test_the_self_test_of_a_built_program_finds_a_library_that_is_not_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    coordinates.self_test()
    monkeypatch.setattr(coordinates, "to_wgs84", lambda points, crs: [(0.0, 0.0)])
    with pytest.raises(ArithmeticError):
        coordinates.self_test()


# --- wrongly declared -------------------------------------------------------------------------------------------------


def grid() -> list[Point]:
    return [(122.602 + 0.002 * x, 36.302 + 0.002 * y) for x in range(11) for y in range(8)]


def test_what_was_rightly_declared_raises_no_doubt() -> None:
    for name in ("WGS-84", "GCJ-02", "BD-09", "CGCS2000", "EPSG:4549"):
        crs = declared(name)
        raw = from_wgs84(grid(), crs)
        assert judged(raw, crs, office, list(zip(raw, grid(), strict=True))) is None


def test_known_things_that_lie_half_a_kilometre_off_tell_the_right_system() -> None:
    raw = from_wgs84(grid(), declared("GCJ-02"))
    doubt = judged(raw, declared("WGS-84"), office, list(zip(raw, grid(), strict=True))[:5])
    assert doubt is not None
    assert (doubt.what, doubt.fits) == ("shifted", "GCJ-02")
    assert 100 < doubt.metres < 1_000
    doubt = judged(grid(), declared("GCJ-02"), office, [(point, point) for point in grid()])
    assert doubt is not None
    assert (doubt.what, doubt.fits) == ("shifted", "WGS-84")


def test_latitude_first_is_noticed_with_and_without_a_map() -> None:
    turned = [(y, x) for x, y in grid()]
    for box in (office, None):
        doubt = judged(turned, declared("WGS-84"), box)
        assert doubt is not None
        assert (doubt.what, doubt.swapped) == ("swapped", True)


def test_another_town_is_noticed_and_no_system_is_proposed_that_does_not_fit() -> None:
    doubt = judged([(x - 3, y + 1) for x, y in grid()], declared("WGS-84"), office)
    assert doubt is not None
    assert (doubt.what, doubt.fits) == ("elsewhere", "")
    assert doubt.metres > 100_000


def test_metres_declared_as_degrees_and_degrees_as_metres_are_noticed() -> None:
    metres = from_wgs84(grid(), declared("EPSG:4549"))
    assert judged(metres, declared("WGS-84"), office).what == "metres"  # type: ignore[union-attr]
    assert judged(grid(), declared("EPSG:4549"), office).what == "degrees"  # type: ignore[union-attr]


numbers = st.floats(allow_nan=True, allow_infinity=True)


@given(st.lists(st.tuples(numbers, numbers), max_size=8), st.sampled_from(["WGS-84", "GCJ-02", "BD-09", "EPSG:4549"]))
def test_any_numbers_are_judged_and_turned_or_refused(points: list[Point], name: str) -> None:
    crs = declared(name)
    judged(points, crs, office)
    try:
        read = to_wgs84(points, crs)
    except Refused:
        return
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in read)
