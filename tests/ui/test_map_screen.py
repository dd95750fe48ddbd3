"""The map as a person uses it: looked for by address, walked with Tab, layers switched, everything of a place at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from commandcenter.desk.settings import load_settings
from commandcenter.domain import geo
from commandcenter.domain.command import Batch
from commandcenter.domain.report_in_acts import RecordMilestone
from commandcenter.ui.map.reading import matches
from commandcenter.ui.map.screen import MapScreen
from commandcenter.ui.parts.mapview.markers import Marker
from commandcenter.ui.parts.mapview.marks import incident_legend
from commandcenter.ui.parts.mapview.source import MapSource
from commandcenter.ui.parts.mapview.view import MapView
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from commandcenter.ui.when import day
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit


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


def at(view: MapView, place: str) -> QPoint:
    """Where a place of the map lies on the screen."""
    shape = view.office.shape(place)
    assert shape is not None
    return view.eye.to_screen(view.plane.metres(shape.middle)).toPoint()


def fact(screen: MapScreen, name: str) -> str:
    found = screen.side.known(name)
    return found.words if found is not None else ""


# -- who answers here ----------------------------------------------------------------------------------------------


def test_an_address_gives_grid_chief_and_assembly_point_at_once(screen: MapScreen, view: MapView, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    assert screen.field.hasFocus()
    hands.type("砚池胡同三号院")
    assert screen.side.name.text() == "砚池胡同3号院"
    assert fact(screen, "Grid").startswith("A1-02")
    assert fact(screen, "Alley chief") == "陶天佑 100-0000-0026"
    office, directory = screen.desk.reference.map, screen.desk.reference.directory
    around = office.around(directory.places["B01"], directory)
    assert around is not None
    assert around.assembly is not None
    assert fact(screen, "Assembly point") == f"{around.assembly.shape.name} · {round(around.assembly.metres)} m"
    assert "砚池西巷" in fact(screen, "Not to be mixed up")
    assert abs(view.plane.metres(around.point).x() - view.eye.x) < 1
    assert view.eye.scale >= 1


def test_whoever_is_away_is_named_only_beside_who_stands_in(screen: MapScreen, window: Window, hands: Hands) -> None:
    directory = screen.desk.reference.directory
    (grid, worker), *_ = (
        (grid.id, one)
        for grid in directory.of_kind("grid")
        for one in directory.holders(f"place/{grid.id}", "grid_worker")
        if one.away is not None and one.away.until and one.stand_in is not None
    )
    assert worker.stand_in is not None
    assert worker.away is not None
    called = f"{worker.stand_in.name} {worker.stand_in.phone}"
    told = f"{grid} · {called}, stands in for {worker.person.name} ("
    screen.go_to_place(grid)
    assert screen.side.name.text() == grid
    assert fact(screen, "Grid").startswith(told)
    assert fact(screen, "Grid").endswith(f"until {day(worker.away.until)})")
    office = screen.desk.reference.map
    inside = (
        one.id for one in directory.streets() if office.grid_at(office.shapes[one.id].middle) is office.shape(grid)
    )
    screen.go_to_place(next(inside))
    assert fact(screen, "Grid").startswith(told)
    screen.go_to_place(grid)
    screen.panel.map.setFocus()
    hands.key(Qt.Key.Key_P)
    assert window.phone_sheet.number.text() == worker.stand_in.phone
    assert worker.person.name in window.phone_sheet.what.text()


def test_p_calls_the_chief_and_f9_takes_the_place_along(screen: MapScreen, window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type("砚池胡同")
    hands.enter()
    screen.panel.map.setFocus()
    hands.key(Qt.Key.Key_P)
    assert window.phone_sheet.isVisible()
    assert window.phone_sheet.number.text() == "100-0000-0026"
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_F9)
    console = window.current
    assert console is window.screens["whistle"]
    assert "砚池胡同" in [field.text() for field in console.findChildren(QLineEdit)]


def test_f2_registers_a_case_at_the_place(screen: MapScreen, window: Window, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type("砚池胡同3号院")
    hands.enter()
    hands.key(Qt.Key.Key_F2)
    desk.fill(title="院门口积水")
    desk.send()
    assert desk.story.one("case.registered").body["place"] == "B01"


def test_names_that_are_alike_stand_below_with_what_tells_them_apart(screen: MapScreen) -> None:
    told = matches("砚池胡同", screen.desk.reference)
    assert told[0].words == "砚池胡同"
    other = next(one for one in told if one.words == "砚池西巷")
    assert "“胡同”" in other.more
    assert "“西巷”" in other.more
    assert not other.sure


def test_a_click_chooses_what_lies_there_and_a_double_click_opens_it(
    screen: MapScreen, view: MapView, window: Window, hands: Hands
) -> None:
    screen.go_to_place("J07")
    view.settle()
    grid = view.office.grid_at(view.office.shapes["B01"].middle)
    assert grid is not None
    hands.click(view, at(view, "B01"))
    assert (view.chosen, screen.side.name.text()) == ("B01", "砚池胡同3号院")
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at(view, "B01"))
    assert window.current is window.screens["roster"]


def test_open_ground_belongs_to_the_street_beside_it(screen: MapScreen, view: MapView, hands: Hands) -> None:
    shape = view.office.shapes["J02"]
    spot = geo.moved(geo.along(shape.geometry.parts[0], 300), 0, -22)
    view.go_to(spot, 2.0)
    view.settle()
    hands.click(view, view.eye.to_screen(view.plane.metres(spot)).toPoint())
    assert screen.side.chosen is not None
    assert screen.side.chosen.place is not None
    assert screen.side.chosen.place.id == "J02"
    assert screen.side.chosen.call is not None


# -- moving --------------------------------------------------------------------------------------------------------


def test_arrows_plus_minus_and_home_move_the_look(view: MapView, hands: Hands) -> None:
    view.setFocus()
    before = view.eye
    hands.key(Qt.Key.Key_Plus)
    assert view.eye.scale > before.scale
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down)
    assert view.eye.x > before.x
    assert view.eye.y > before.y
    hands.key(Qt.Key.Key_Minus)
    assert view.eye.scale == pytest.approx(before.scale)
    hands.key(Qt.Key.Key_Home)
    assert view.eye == before


def test_the_wheel_enlarges_at_the_pointer_and_a_drag_moves(view: MapView) -> None:
    pixel = QPointF(200, 300)
    spot = view.eye.to_ground(pixel)
    view.zoom(3, pixel)
    after = view.eye.to_ground(pixel)
    assert abs(after.x() - spot.x()) < 0.01
    assert abs(after.y() - spot.y()) < 0.01
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    QTest.mouseMove(view, QPoint(420, 310))
    QTest.mouseMove(view, QPoint(460, 330))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(460, 330))
    assert view.chosen == ""


def test_tab_walks_the_markers_and_enter_opens_one(
    screen: MapScreen, view: MapView, window: Window, hands: Hands
) -> None:
    view.setFocus()
    walked = []
    for _ in range(len(view.markers)):
        hands.key(Qt.Key.Key_Tab)
        walked.append(view.chosen)
    assert set(walked) == {marker.key for marker in view.markers}
    assert view.accessibleDescription()
    hands.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert view.chosen == walked[-2]
    while not view.chosen.startswith("case/"):
        hands.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    case = view.chosen.partition("/")[2]
    hands.enter()
    assert window.current is window.screens["cases"]
    assert window.screens["cases"].where()["case"] == case


# -- layers --------------------------------------------------------------------------------------------------------


def test_layers_are_switched_with_keys_and_remembered(
    screen: MapScreen, view: MapView, window: Window, hands: Hands
) -> None:
    view.setFocus()
    hands.key(Qt.Key.Key_L)
    assert screen.layers.hasFocus()
    hands.key(Qt.Key.Key_Home)
    hands.key(Qt.Key.Key_Space)
    assert not any(marker.layer == "cases" for marker in view.markers)
    hands.key(Qt.Key.Key_Space)
    hands.until(lambda: any(marker.layer == "cases" for marker in view.markers))
    screen.switch_layer("camera")
    assert "camera" in view._points
    assert "camera" in window.settings.map_layers.split()
    assert "camera" in load_settings(window.desk.folder).map_layers.split()


def test_every_open_case_is_counted_once(screen: MapScreen, view: MapView, window: Window) -> None:
    day = screen._day
    assert day is not None
    shown = sum(marker.count for marker in view.markers if marker.layer == "cases")
    assert shown + day.nowhere == window.desk.read.cases.counts(screen.now())["open"]


def test_a_hole_of_the_roster_is_a_zone(screen: MapScreen, view: MapView, hands: Hands) -> None:
    from commandcenter.domain.record import RetireRecord

    assert not any(zone.shape == "J11" for zone in view.zones)
    screen.desk.submit(RetireRecord(subject="appointment/J11-alley_chief", reason="调离"))
    hands.until(lambda: any(zone.shape == "J11" and zone.tone == "gap" for zone in view.zones))


def test_an_incident_burns_on_the_map_and_leads_to_its_post(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    window.go(Go("map", {"place": "J07"}))
    screen = window.screens["map"]
    assert isinstance(screen, MapScreen)
    hands.until(lambda: bool(screen.panel.map.markers))
    desk.blow()
    window.go(Go("map"))
    hands.until(lambda: any(marker.sort == "incident" for marker in screen.panel.map.markers))
    marker = next(one for one in screen.panel.map.markers if one.sort == "incident")
    assert marker.shape == "J07"
    whistle = desk.incident.whistle.id
    marks = ("called", "answered", "left")
    window.desk.submit(
        Batch(commands=tuple(RecordMilestone(whistle=whistle, unit="D03", milestone=one) for one in marks))
    )
    station = next(one for one in screen.panel.source.ground.office.base if one.name == "青榆路6号")

    def police() -> Marker | None:
        return next((one for one in screen.panel.map.markers if one.key == f"unit/{whistle}/D03"), None)

    hands.until(lambda: police() is not None)
    coming = police()
    assert coming is not None
    assert (coming.sort, coming.point) == ("coming", station.middle)
    assert coming.note.startswith("on the way since")
    window.desk.submit(RecordMilestone(whistle=whistle, unit="D03", milestone="arrived", people=3))
    hands.until(lambda: (there := police()) is not None and there.sort == "unit" and there.point == marker.point)
    assert screen.panel.legend.entries[0] == ("incident", "incidents 1")
    (row,) = window.desk.read.incidents.running()
    drill = row._replace(state=replace(row.state, mode="drill"))
    lost = row._replace(state=replace(row.state, place="", place_words=""))
    drill_lost = row._replace(state=replace(lost.state, mode="drill"))
    office = screen.panel.source.ground.office
    assert incident_legend([drill, lost, row, drill_lost, drill], office, window.desk.reference) == [
        ("incident", "incidents 1"),
        ("nowhere", "incidents without a place 1"),
        ("drill", "drills 2"),
        ("drill_nowhere", "drills without a place 1"),
    ]
    screen.panel.map.setFocus()
    screen.panel.map.choose(marker.key)
    hands.enter()
    assert window.current is window.screens["post"]


def test_the_map_is_there_when_another_screen_has_read_it_before(window: Window, hands: Hands) -> None:
    source = MapSource.of(window.desk)
    hands.until(lambda: source.read)
    window.go(Go("map"))
    screen = window.screens["map"]
    assert isinstance(screen, MapScreen)
    assert screen.panel.map.ground is source.ground
    assert not screen.panel.map.ground.empty
