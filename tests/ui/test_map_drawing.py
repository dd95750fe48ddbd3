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
from hypothesis import given
from hypothesis import strategies as st
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

PLANE = Plane.around((122.6, 36.3))


def begin(map_screen: MapScreen, desk: Desk, hands: Hands, code: str) -> Editing:
    """E, and the entry of the menu."""
    map_screen.panel.map.setFocus()
    hands.key(Qt.Key.Key_E)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    desk.choose(code)
    assert map_screen.editing
    assert map_screen.sides.currentWidget() is map_screen.editor.side
    return map_screen.editor


def click(map_view: MapView, *spots: tuple[int, int]) -> None:
    """Clicks, counted from the middle of the map."""
    for across, down in spots:
        pixel = QPoint(map_view.width() // 2 + across, map_view.height() // 2 + down)
        QTest.mouseMove(map_view, pixel)
        QTest.mouseClick(map_view, Qt.MouseButton.LeftButton, pos=pixel)


def test_a_missing_grid_is_drawn_by_clicks_and_enters_the_roster(
    map_screen: MapScreen, map_view: MapView, desk: Desk, hands: Hands
) -> None:
    editor = begin(map_screen, desk, hands, "new:grid")
    map_view.go_to(map_view.office.shapes["A5-03"].middle, 1.5)
    click(map_view, (-90, -60), (80, -70), (95, 60), (-85, 70))
    assert editor.sketch is not None
    assert len(editor.sketch.corners) == 4
    assert "It overlaps A5-03 (" in editor.side.trouble.text()
    hands.enter()
    assert not editor.sketch.open
    assert "all the same" in editor.side.trouble.text()
    assert editor.side.name.hasFocus()
    hands.enter()
    assert map_view.hasFocus()
    hands.key(Qt.Key.Key_BracketRight)
    hands.enter()
    hands.type("A5-09")
    assert editor.side.name.text() == "A5-09"
    assert editor.side.community.currentData() == "A5"
    desk.send()
    hands.until(lambda: not map_screen.editing)
    place = map_screen.desk.reference.directory.places["A5-09"]
    assert (place.kind, place.community) == ("grid", "A5")
    assert "A5-09" in map_screen.desk.reference.directory.places["A5"].grids
    shape = map_screen.desk.reference.map.shape("A5-09")
    assert shape is not None
    assert map_screen.side.name.text() == "A5-09"
    grid = map_screen.side.known("Grid")
    assert grid is not None
    assert grid.words == "A5-09 · vacant"
    assert map_screen.side.known("Acting") is None
    assert shape.geometry.sort == "area"
    assert len(desk.story.facts) == len({fact.id for fact in desk.story.facts})
    assert "shape.listed" in desk.story.kinds


def test_an_alley_is_drawn_with_keys_alone(map_screen: MapScreen, map_view: MapView, desk: Desk, hands: Hands) -> None:
    editor = begin(map_screen, desk, hands, "new:alley")
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
    hands.until(lambda: not map_screen.editing)
    place = next(one for one in map_screen.desk.reference.directory.places.values() if one.name == "新开巷")
    assert place.kind == "alley"
    assert place.length_m == round(length)
    shape = map_screen.desk.reference.map.shape(place.id)
    assert shape is not None
    assert geo.length(shape.geometry) == pytest.approx(length, rel=0.01)


def test_what_crosses_itself_is_refused_with_the_reason(
    map_screen: MapScreen, map_view: MapView, desk: Desk, hands: Hands
) -> None:
    editor = begin(map_screen, desk, hands, "new:grid")
    click(map_view, (-120, -60), (120, 80), (120, -60))
    before = editor.sketch.corners if editor.sketch is not None else ()
    click(map_view, (-120, 90))
    assert editor.sketch is not None
    assert editor.sketch.corners == before
    assert editor.sketch.refused == "geometry_crossed"
    assert "cross" in editor.side.trouble.text()
    hands.key(Qt.Key.Key_Escape)
    assert map_screen.editing
    assert "Not saved" in editor.side.trouble.text()
    hands.key(Qt.Key.Key_Escape)
    assert not map_screen.editing
    assert desk.story.kinds == []


def test_corners_cling_to_what_is_on_the_map(
    map_screen: MapScreen, map_view: MapView, desk: Desk, hands: Hands
) -> None:
    editor = begin(map_screen, desk, hands, "new:grid")
    corner = map_view.plane.metres(map_view.office.shapes["A5-03"].geometry.parts[0][0][0])
    pixel = (map_view.eye.to_screen(corner) + QPointF(4, 3)).toPoint()
    QTest.mouseMove(map_view, pixel)
    QTest.mouseClick(map_view, Qt.MouseButton.LeftButton, pos=pixel)
    assert editor.sketch is not None
    assert editor.sketch.corners[0] == corner


def test_a_corner_is_moved_inserted_and_taken_away(
    map_screen: MapScreen, map_view: MapView, desk: Desk, hands: Hands
) -> None:
    map_screen.go_to_place("A5-03")
    map_view.settle()
    editor = begin(map_screen, desk, hands, "change:A5-03")
    sketch = editor.sketch
    assert sketch is not None
    number = len(sketch.corners)
    first = sketch.corners[0]
    hands.key(Qt.Key.Key_BracketRight)
    hands.key(Qt.Key.Key_Insert)
    assert len(sketch.corners) == number + 1
    hands.key(Qt.Key.Key_Delete)
    assert len(sketch.corners) == number
    start = map_view.eye.to_screen(first).toPoint()
    QTest.mousePress(map_view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(map_view, start + QPoint(-20, -14))
    QTest.mouseRelease(map_view, Qt.MouseButton.LeftButton, pos=start + QPoint(-20, -14))
    assert sketch.corners[0] != first
    before = geo.area(map_screen.desk.reference.map.shapes["A5-03"].geometry)
    desk.send()
    hands.until(lambda: not map_screen.editing)
    assert desk.story.kinds == ["shape.amended"]
    assert geo.area(map_screen.desk.reference.map.shapes["A5-03"].geometry) != before


def test_a_shape_is_taken_off_the_map_and_drawn_anew_for_its_place(
    map_screen: MapScreen, map_view: MapView, desk: Desk, hands: Hands
) -> None:
    map_screen.go_to_place("J16")
    editor = begin(map_screen, desk, hands, "change:J16")
    hands.click(editor.side.retire)
    hands.until(lambda: not map_screen.editing)
    assert map_screen.desk.reference.map.shape("J16") is None
    hands.until(lambda: map_view.office.shape("J16") is None)
    hands.key(Qt.Key.Key_E)
    desk.choose("missing:")
    listed = map_screen.sides.currentWidget()
    assert isinstance(listed, MissingSide)
    assert listed.view.hasFocus()
    assert [row.key for row in listed.rows.rows] == ["J16"]
    hands.key(Qt.Key.Key_Escape)
    assert map_screen.sides.currentWidget() is map_screen.side
    hands.key(Qt.Key.Key_N)
    assert map_screen.sides.currentWidget() is listed
    hands.enter()
    assert map_screen.editing
    assert map_screen.sides.currentWidget() is editor.side
    assert editor.side.place.key == "J16"
    click(map_view, (-50, 0), (60, 5))
    hands.enter()
    desk.send()
    hands.until(lambda: not map_screen.editing)
    assert map_screen.desk.reference.map.shape("J16") is not None


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
