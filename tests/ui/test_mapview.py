"""The map widget: what is put together from tiles is what is painted at once, names never lie on each other, crowds are numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from commandcenter.desk.map_watch import prepared
from commandcenter.domain import geo
from commandcenter.domain.map import Layer, Loaded, OfficeMap
from commandcenter.journal.map_layers import load, read
from commandcenter.resource import resource
from commandcenter.ui.parts.mapview.ground import Ground
from commandcenter.ui.parts.mapview.markers import CROWDED, Marker, gathered
from commandcenter.ui.parts.mapview.over import nice_length
from commandcenter.ui.parts.mapview.plane import Eye, Plane
from commandcenter.ui.parts.mapview.tiles import Tiles
from commandcenter.ui.parts.mapview.view import MapView
from commandcenter.ui.parts.mapview.zones import Zone
from commandcenter.ui.theme.look import Look
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot


@pytest.fixture(scope="module")
def office() -> OfficeMap:
    """The map of the sample office, its base included."""
    shapes = {one.id: one for one in read(resource("sample_office/map/places.geojson").read_bytes(), "")}
    layer = Layer("base", "base", "base", "", carried="sample_office/map/base.geojson")
    return prepared(OfficeMap(shapes, (layer,), lambda one: load(None, one)))


@pytest.fixture(params=["dark", "light"])
def view(request: pytest.FixtureRequest, qtbot: QtBot, office: OfficeMap) -> MapView:
    shown = MapView(Look(request.param))
    qtbot.addWidget(shown)
    shown.resize(640, 480)
    shown.show_ground(Ground(office))
    shown.show()
    shown.settle()
    return shown


def picture(view: MapView) -> QImage:
    view.clearFocus()  # the ring of the keyboard is no part of the map
    view.settle()
    return view.grab().toImage()


def test_what_was_moved_and_enlarged_looks_like_what_is_painted_at_once(
    view: MapView, qtbot: QtBot, office: OfficeMap
) -> None:
    view.show_points(("assembly", "camera"))
    view.show_zones([Zone("A1-02", "gap"), Zone("J15", "late")])
    view.show_markers([Marker("a", office.shapes["J07"].middle, "over", "x")])
    view.zoom(5, QPointF(200, 150))
    view.pan(77, -31)
    view.pan(-130, 64)
    fresh = MapView(view._look)
    qtbot.addWidget(fresh)
    fresh.resize(view.size())
    fresh.show_ground(Ground(office))
    fresh.show_points(("assembly", "camera"))
    fresh.show_zones(view.zones)
    fresh.show_markers(view.markers)
    fresh.show()
    fresh._look_from(view.eye)
    fresh.settle()
    view._labels.again()  # where a name may stand depends on the part that was seen when it was set
    assert picture(view) == picture(fresh)


@pytest.mark.parametrize("scale", [0.4, 1.0, 2.0])
def test_tiles_join_without_a_seam(view: MapView, office: OfficeMap, scale: float) -> None:
    """Every dot is the one that a single painting of the whole gives. Dashed edges are left out: dashes begin anew in a tile."""
    dashed = ("grid", "community", "rail")
    kept = {key: shape for key, shape in office.shapes.items() if shape.kind not in dashed}
    base = tuple(shape for shape in office.base if shape.kind not in dashed)
    view.show_ground(Ground(OfficeMap(kept, office.layers, lambda _: Loaded(base)), view.plane))
    view.settle()
    eye = replace(view.eye, scale=scale, x=round(view.eye.x * scale) / scale, y=round(view.eye.y * scale) / scale)
    tiles = Tiles(view._paint_ground)
    while tiles.fill(eye, ring=False):
        pass
    pictures = [QImage(eye.width, eye.height, QImage.Format.Format_RGB32) for _ in range(2)]
    p = QPainter(pictures[0])
    assert tiles.show(p, eye)
    p.end()
    p = QPainter(pictures[1])
    p.scale(scale, scale)
    p.translate(-eye.seen.topLeft())
    view._paint_ground(p, eye.seen, scale)
    p.end()
    other = sum(pictures[0].pixel(x, y) != pictures[1].pixel(x, y) for x in range(eye.width) for y in range(eye.height))
    assert other == 0


@pytest.mark.parametrize("scale", [0.12, 0.3, 0.7, 1.3, 2.6])
def test_names_never_lie_on_each_other(view: MapView, office: OfficeMap, scale: float) -> None:
    view._look_from(replace(view.eye, scale=scale))
    view.settle()
    boxes = [(number, box) for number, name in enumerate(view.names) for box in name.boxes]
    assert view.names
    for place, (number, box) in enumerate(boxes):
        for other, second in boxes[place + 1 :]:
            assert number == other or not box.intersects(second)


def test_the_main_streets_and_communities_are_named_on_the_whole_map(view: MapView, office: OfficeMap) -> None:
    view.resize(1000, 800)
    view.fit()
    view.settle()
    placed = len(view.names)
    named = sum(shape.kind in ("community", "street") for shape in office.shapes.values())
    assert placed >= 0.8 * named


def test_a_map_that_nobody_drew_says_so(qtbot: QtBot) -> None:
    empty = MapView(Look())
    qtbot.addWidget(empty)
    empty.resize(300, 200)
    empty.show()
    empty.fit()
    empty.zoom(2)
    assert empty.hit(QPointF(10, 10)).key == ""
    assert not empty.grab().isNull()


def test_a_crowd_is_numbers_but_what_burns_or_is_late_stands_alone() -> None:
    plane = Plane.around((122.6, 36.3))
    sorts = ("open", "open", "open", "soon", "over")
    markers = [Marker(f"m{n}", geo.moved((122.6, 36.3), n % 70, n // 70), sorts[n % 5]) for n in range(CROWDED + 300)]
    where = [plane.metres(one.point) for one in markers]
    shown = gathered(markers, where, 0.3)
    assert len(shown) < len(markers)
    assert sum(one.count if one.sort == "count" else 1 for one, _ in shown) == len(markers)
    assert sum(one.sort == "over" for one, _ in shown) == sum(one.sort == "over" for one in markers)
    assert gathered(markers[:CROWDED], where, 0.3) == list(zip(markers[:CROWDED], where))


SIZE = st.integers(50, 2000)


@given(st.floats(-3000, 3000), st.floats(-3000, 3000), st.floats(0.05, 8), SIZE, SIZE, st.floats(0.2, 5))
def test_what_lies_under_the_pointer_stays_there(
    x: float, y: float, scale: float, width: int, height: int, factor: float
) -> None:
    eye = Eye(x, y, scale, width, height)
    pixel = QPointF(width * 0.3, height * 0.8)
    spot = eye.to_ground(pixel)
    back = eye.zoomed(factor, pixel).to_screen(spot)
    assert abs(back.x() - pixel.x()) < 1e-3
    assert abs(back.y() - pixel.y()) < 1e-3


@given(st.floats(122.5, 122.7), st.floats(36.2, 36.4))
def test_degrees_to_metres_and_back(lon: float, lat: float) -> None:
    plane = Plane.around((122.6, 36.3))
    back = plane.degrees(plane.metres((lon, lat)))
    assert geo.distance(back, (lon, lat)) < 0.001
    east, south = plane.metres((lon, lat)).toTuple()
    assert abs((east**2 + south**2) ** 0.5 - geo.distance((122.6, 36.3), (lon, lat))) < 12


def test_the_bar_is_a_round_length() -> None:
    assert [nice_length(most) for most in (1.0, 4.9, 5.0, 19, 20, 333, 1999)] == [1, 2, 5, 10, 20, 200, 1000]
