"""Drawing on the map: by clicks and by keys, corners that cling, nothing that crosses itself, one act that the history keeps."""

from __future__ import annotations

import pytest
from commandcenter.domain import geo
from commandcenter.ui.map.editing import Editing
from commandcenter.ui.map.missing import MissingSide
from commandcenter.ui.map.screen import MapScreen
from commandcenter.ui.parts.mapview.plane import Plane
from commandcenter.ui.parts.mapview.sketch import Sketch, crosses
from commandcenter.ui.parts.mapview.view import MapView
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from hypothesis import given
from hypothesis import strategies as st
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

PLANE = Plane.around((122.6, 36.3))


@pytest.fixture
def screen(window: Window, hands: Hands) -> MapScreen:
    window.go(Go("map"))
    found = window.screens["map"]
    assert isinstance(found, MapScreen)
    hands.until(lambda: bool(found.panel.map.markers))
    found.panel.map.settle()
    return found


@pytest.fixture
def view(screen: MapScreen) -> MapView:
    return screen.panel.map


def begin(screen: MapScreen, desk: Desk, hands: Hands, code: str) -> Editing:
    """E, and the entry of the menu."""
    screen.panel.map.setFocus()
    hands.key(Qt.Key.Key_E)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    desk.choose(code)
    assert screen.editing
    assert screen.sides.currentWidget() is screen.editor.side
    return screen.editor


def click(view: MapView, *spots: tuple[int, int]) -> None:
    """Clicks, counted from the middle of the map."""
    for across, down in spots:
        pixel = QPoint(view.width() // 2 + across, view.height() // 2 + down)
        QTest.mouseMove(view, pixel)
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=pixel)


def test_a_missing_grid_is_drawn_by_clicks_and_enters_the_roster(
    screen: MapScreen, view: MapView, desk: Desk, hands: Hands
) -> None:
    editor = begin(screen, desk, hands, "new:grid")
    view.go_to(view.office.shapes["A5-03"].middle, 1.5)
    click(view, (-90, -60), (80, -70), (95, 60), (-85, 70))
    assert editor.sketch is not None
    assert len(editor.sketch.corners) == 4
    assert "It overlaps A5-03 (" in editor.side.trouble.text()
    hands.enter()
    assert not editor.sketch.open
    assert "all the same" in editor.side.trouble.text()
    assert editor.side.name.hasFocus()
    hands.enter()
    assert view.hasFocus()
    hands.key(Qt.Key.Key_BracketRight)
    hands.enter()
    hands.type("A5-09")
    assert editor.side.name.text() == "A5-09"
    assert editor.side.community.currentData() == "A5"
    desk.send()
    hands.until(lambda: not screen.editing)
    place = screen.desk.reference.directory.places["A5-09"]
    assert (place.kind, place.community) == ("grid", "A5")
    assert "A5-09" in screen.desk.reference.directory.places["A5"].grids
    shape = screen.desk.reference.map.shape("A5-09")
    assert shape is not None
    assert screen.side.name.text() == "A5-09"
    grid = screen.side.known("Grid")
    assert grid is not None
    assert grid.words == "A5-09 · vacant"
    assert screen.side.known("Acting") is None
    assert shape.geometry.sort == "area"
    assert len(desk.story.facts) == len({fact.id for fact in desk.story.facts})
    assert "shape.listed" in desk.story.kinds


def test_an_alley_is_drawn_with_keys_alone(screen: MapScreen, view: MapView, desk: Desk, hands: Hands) -> None:
    editor = begin(screen, desk, hands, "new:alley")
    hands.key(Qt.Key.Key_Space)
    for _ in range(6):
        hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Space)
    for _ in range(4):
        hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Space)
    assert editor.sketch is not None
    assert len(editor.sketch.corners) == 3
    hands.key(Qt.Key.Key_Z, CONTROL)
    assert len(editor.sketch.corners) == 2
    hands.enter()
    length = editor.sketch.measure()
    desk.put(editor.side.name, "新开巷")
    desk.send()
    hands.until(lambda: not screen.editing)
    place = next(one for one in screen.desk.reference.directory.places.values() if one.name == "新开巷")
    assert place.kind == "alley"
    assert place.length_m == round(length)
    shape = screen.desk.reference.map.shape(place.id)
    assert shape is not None
    assert geo.length(shape.geometry) == pytest.approx(length, rel=0.01)


def test_what_crosses_itself_is_refused_with_the_reason(
    screen: MapScreen, view: MapView, desk: Desk, hands: Hands
) -> None:
    editor = begin(screen, desk, hands, "new:grid")
    click(view, (-120, -60), (120, 80), (120, -60))
    before = editor.sketch.corners if editor.sketch is not None else ()
    click(view, (-120, 90))
    assert editor.sketch is not None
    assert editor.sketch.corners == before
    assert editor.sketch.refused == "geometry_crossed"
    assert "cross" in editor.side.trouble.text()
    hands.key(Qt.Key.Key_Escape)
    assert screen.editing
    assert "Not saved" in editor.side.trouble.text()
    hands.key(Qt.Key.Key_Escape)
    assert not screen.editing
    assert desk.story.kinds == []


def test_corners_cling_to_what_is_on_the_map(screen: MapScreen, view: MapView, desk: Desk, hands: Hands) -> None:
    editor = begin(screen, desk, hands, "new:grid")
    corner = view.plane.metres(view.office.shapes["A5-03"].geometry.parts[0][0][0])
    pixel = (view.eye.to_screen(corner) + QPointF(4, 3)).toPoint()
    QTest.mouseMove(view, pixel)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=pixel)
    assert editor.sketch is not None
    assert editor.sketch.corners[0] == corner


def test_a_corner_is_moved_inserted_and_taken_away(screen: MapScreen, view: MapView, desk: Desk, hands: Hands) -> None:
    screen.go_to_place("A5-03")
    view.settle()
    editor = begin(screen, desk, hands, "change:A5-03")
    sketch = editor.sketch
    assert sketch is not None
    number = len(sketch.corners)
    first = sketch.corners[0]
    hands.key(Qt.Key.Key_BracketRight)
    hands.key(Qt.Key.Key_Insert)
    assert len(sketch.corners) == number + 1
    hands.key(Qt.Key.Key_Delete)
    assert len(sketch.corners) == number
    start = view.eye.to_screen(first).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(-20, -14))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(-20, -14))
    assert sketch.corners[0] != first
    before = geo.area(screen.desk.reference.map.shapes["A5-03"].geometry)
    desk.send()
    hands.until(lambda: not screen.editing)
    assert desk.story.kinds == ["shape.amended"]
    assert geo.area(screen.desk.reference.map.shapes["A5-03"].geometry) != before


def test_a_shape_is_taken_off_the_map_and_drawn_anew_for_its_place(
    screen: MapScreen, view: MapView, desk: Desk, hands: Hands
) -> None:
    screen.go_to_place("J16")
    editor = begin(screen, desk, hands, "change:J16")
    hands.click(editor.side.retire)
    hands.until(lambda: not screen.editing)
    assert screen.desk.reference.map.shape("J16") is None
    hands.until(lambda: view.office.shape("J16") is None)
    hands.key(Qt.Key.Key_E)
    desk.choose("missing:")
    listed = screen.sides.currentWidget()
    assert isinstance(listed, MissingSide)
    assert listed.view.hasFocus()
    assert [row.key for row in listed.rows.rows] == ["J16"]
    hands.key(Qt.Key.Key_Escape)
    assert screen.sides.currentWidget() is screen.side
    hands.key(Qt.Key.Key_N)
    assert screen.sides.currentWidget() is listed
    hands.enter()
    assert screen.editing
    assert screen.sides.currentWidget() is editor.side
    assert editor.side.place.key == "J16"
    click(view, (-50, 0), (60, 5))
    hands.enter()
    desk.send()
    hands.until(lambda: not screen.editing)
    assert screen.desk.reference.map.shape("J16") is not None


SPOT = st.tuples(st.integers(-300, 300), st.integers(-300, 300))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), SPOT),
        st.tuples(st.just("move"), st.integers(0, 9), SPOT),
        st.tuples(st.just("insert"), st.integers(0, 9), SPOT),
        st.tuples(st.just("remove"), st.integers(0, 9)),
        st.tuples(st.just("finish")),
        st.tuples(st.just("undo")),
    ),
    max_size=24,
)


@given(STEPS)
def test_whatever_is_done_an_area_never_crosses_itself_and_undo_leads_back(steps: list[tuple[object, ...]]) -> None:
    sketch = Sketch(PLANE, "area")
    for step in steps:
        name, told = step[0], step[1:]
        corners = len(sketch.corners)
        if name == "add" and sketch.open:
            sketch.add(QPointF(*told[0]))  # type: ignore[misc]
        elif name == "move" and corners:
            sketch.move(int(told[0]) % corners, QPointF(*told[1]))  # type: ignore[call-overload, misc]
        elif name == "insert" and corners > 1:
            sketch.insert(1 + int(told[0]) % (corners - 1), QPointF(*told[1]))  # type: ignore[call-overload, misc]
        elif name == "remove" and corners:
            sketch.remove(int(told[0]) % corners)  # type: ignore[call-overload]
        elif name == "finish":
            sketch.finish()
        elif name == "undo":
            sketch.undo()
        assert not crosses(sketch.corners, closed=not sketch.open and len(sketch.corners) > 2)
        if not sketch.open:
            assert len(sketch.corners) >= 3
    while sketch.undo():
        pass
    assert sketch.corners == ()
    assert sketch.open
