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


def at(map_view: MapView, place: str) -> QPoint:
    """Where a place of the map lies on the screen."""
    shape = map_view.office.shape(place)
    assert shape is not None
    return map_view.eye.to_screen(map_view.plane.metres(shape.middle)).toPoint()


def fact(map_screen: MapScreen, name: str) -> str:
    found = map_screen.side.known(name)
    return found.words if found is not None else ""


# -- who answers here ----------------------------------------------------------------------------------------------


def test_an_address_gives_grid_chief_and_assembly_point_at_once(
    map_screen: MapScreen, map_view: MapView, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_Slash)
    assert map_screen.field.hasFocus()
    hands.type("砚池胡同三号院")
    assert map_screen.side.name.text() == "砚池胡同3号院"
    assert fact(map_screen, "Grid").startswith("A1-02")
    assert fact(map_screen, "Alley chief") == "陶天佑 100-0000-0026"
    office, directory = map_screen.desk.reference.map, map_screen.desk.reference.directory
    around = office.around(directory.places["B01"], directory)
    assert around is not None
    assert around.assembly is not None
    assert fact(map_screen, "Assembly point") == f"{around.assembly.shape.name} · {round(around.assembly.metres)} m"
    assert "砚池西巷" in fact(map_screen, "Not to be mixed up")
    assert abs(map_view.plane.metres(around.point).x() - map_view.eye.x) < 1
    assert map_view.eye.scale >= 1


def test_whoever_is_away_is_named_only_beside_who_stands_in(
    map_screen: MapScreen, window: Window, hands: Hands
) -> None:
    directory = map_screen.desk.reference.directory
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
    map_screen.go_to_place(grid)
    assert map_screen.side.name.text() == grid
    assert fact(map_screen, "Grid").startswith(told)
    assert fact(map_screen, "Grid").endswith(f"until {day(worker.away.until)})")
    office = map_screen.desk.reference.map
    inside = (
        one.id for one in directory.streets() if office.grid_at(office.shapes[one.id].middle) is office.shape(grid)
    )
    map_screen.go_to_place(next(inside))
    assert fact(map_screen, "Grid").startswith(told)
    map_screen.go_to_place(grid)
    map_screen.panel.map.setFocus()
    hands.key(Qt.Key.Key_P)
    assert window.phone_sheet.number.text() == worker.stand_in.phone
    assert worker.person.name in window.phone_sheet.what.text()


def test_p_calls_the_chief_and_f9_takes_the_place_along(map_screen: MapScreen, window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type("砚池胡同")
    hands.enter()
    map_screen.panel.map.setFocus()
    hands.key(Qt.Key.Key_P)
    assert window.phone_sheet.isVisible()
    assert window.phone_sheet.number.text() == "100-0000-0026"
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_F9)
    console = window.current
    assert console is window.screens["whistle"]
    assert "砚池胡同" in [field.text() for field in console.findChildren(QLineEdit)]


def test_f2_registers_a_case_at_the_place(map_screen: MapScreen, window: Window, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type("砚池胡同3号院")
    hands.enter()
    hands.key(Qt.Key.Key_F2)
    desk.fill(title="院门口积水")
    desk.send()
    assert desk.story.one("case.registered").body["place"] == "B01"


def test_names_that_are_alike_stand_below_with_what_tells_them_apart(map_screen: MapScreen) -> None:
    told = matches("砚池胡同", map_screen.desk.reference)
    assert told[0].words == "砚池胡同"
    other = next(one for one in told if one.words == "砚池西巷")
    assert "“胡同”" in other.more
    assert "“西巷”" in other.more
    assert not other.sure


def test_a_click_chooses_what_lies_there_and_a_double_click_opens_it(
    map_screen: MapScreen, map_view: MapView, window: Window, hands: Hands
) -> None:
    map_screen.go_to_place("J07")
    map_view.settle()
    grid = map_view.office.grid_at(map_view.office.shapes["B01"].middle)
    assert grid is not None
    hands.click(map_view, at(map_view, "B01"))
    assert (map_view.chosen, map_screen.side.name.text()) == ("B01", "砚池胡同3号院")
    QTest.mouseDClick(map_view, Qt.MouseButton.LeftButton, pos=at(map_view, "B01"))
    assert window.current is window.screens["roster"]


def test_open_ground_belongs_to_the_street_beside_it(map_screen: MapScreen, map_view: MapView, hands: Hands) -> None:
    shape = map_view.office.shapes["J02"]
    spot = geo.moved(geo.along(shape.geometry.parts[0], 300), 0, -22)
    map_view.go_to(spot, 2.0)
    map_view.settle()
    hands.click(map_view, map_view.eye.to_screen(map_view.plane.metres(spot)).toPoint())
    assert map_screen.side.chosen is not None
    assert map_screen.side.chosen.place is not None
    assert map_screen.side.chosen.place.id == "J02"
    assert map_screen.side.chosen.call is not None


# -- moving --------------------------------------------------------------------------------------------------------


def test_arrows_plus_minus_and_home_move_the_look(map_view: MapView, hands: Hands) -> None:
    map_view.setFocus()
    before = map_view.eye
    hands.key(Qt.Key.Key_Plus)
    assert map_view.eye.scale > before.scale
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down)
    assert map_view.eye.x > before.x
    assert map_view.eye.y > before.y
    hands.key(Qt.Key.Key_Minus)
    assert map_view.eye.scale == pytest.approx(before.scale)
    hands.key(Qt.Key.Key_Home)
    assert map_view.eye == before


def test_the_wheel_enlarges_at_the_pointer_and_a_drag_moves(map_view: MapView) -> None:
    pixel = QPointF(200, 300)
    spot = map_view.eye.to_ground(pixel)
    map_view.zoom(3, pixel)
    after = map_view.eye.to_ground(pixel)
    assert abs(after.x() - spot.x()) < 0.01
    assert abs(after.y() - spot.y()) < 0.01
    QTest.mousePress(map_view, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    QTest.mouseMove(map_view, QPoint(420, 310))
    QTest.mouseMove(map_view, QPoint(460, 330))
    QTest.mouseRelease(map_view, Qt.MouseButton.LeftButton, pos=QPoint(460, 330))
    assert map_view.chosen == ""


def test_tab_walks_the_markers_and_enter_opens_one(
    map_screen: MapScreen, map_view: MapView, window: Window, hands: Hands
) -> None:
    map_view.setFocus()
    walked = []
    for _ in range(len(map_view.markers)):
        hands.key(Qt.Key.Key_Tab)
        walked.append(map_view.chosen)
    assert set(walked) == {marker.key for marker in map_view.markers}
    assert map_view.accessibleDescription()
    hands.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert map_view.chosen == walked[-2]
    while not map_view.chosen.startswith("case/"):
        hands.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    case = map_view.chosen.partition("/")[2]
    hands.enter()
    assert window.current is window.screens["cases"]
    assert window.screens["cases"].where()["case"] == case


# -- layers --------------------------------------------------------------------------------------------------------


def test_layers_are_switched_with_keys_and_remembered(
    map_screen: MapScreen, map_view: MapView, window: Window, hands: Hands
) -> None:
    map_view.setFocus()
    hands.key(Qt.Key.Key_L)
    assert map_screen.layers.hasFocus()
    hands.key(Qt.Key.Key_Home)
    hands.key(Qt.Key.Key_Space)
    assert not any(marker.layer == "cases" for marker in map_view.markers)
    hands.key(Qt.Key.Key_Space)
    hands.until(lambda: any(marker.layer == "cases" for marker in map_view.markers))
    map_screen.switch_layer("camera")
    assert "camera" in map_view._points
    assert "camera" in window.settings.map_layers.split()
    assert "camera" in load_settings(window.desk.folder).map_layers.split()


def test_every_open_case_is_counted_once(map_screen: MapScreen, map_view: MapView, window: Window) -> None:
    day = map_screen._day
    assert day is not None
    shown = sum(marker.count for marker in map_view.markers if marker.layer == "cases")
    assert shown + day.nowhere == window.desk.read.cases.counts(map_screen.now())["open"]


def test_a_hole_of_the_roster_is_a_zone(map_screen: MapScreen, map_view: MapView, hands: Hands) -> None:
    from commandcenter.domain.record import RetireRecord

    assert not any(zone.shape == "J11" for zone in map_view.zones)
    map_screen.desk.submit(RetireRecord(subject="appointment/J11-alley_chief", reason="调离"))
    hands.until(lambda: any(zone.shape == "J11" and zone.tone == "gap" for zone in map_view.zones))


def test_an_incident_burns_on_the_map_and_leads_to_its_post(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    window.go(Go("map", {"place": "J07"}))
    map_screen = window.screens["map"]
    assert isinstance(map_screen, MapScreen)
    hands.until(lambda: bool(map_screen.panel.map.markers))
    desk.blow()
    window.go(Go("map"))
    hands.until(lambda: any(marker.sort == "incident" for marker in map_screen.panel.map.markers))
    marker = next(one for one in map_screen.panel.map.markers if one.sort == "incident")
    assert marker.shape == "J07"
    whistle = desk.incident.whistle.id
    marks = ("called", "answered", "left")
    window.desk.submit(
        Batch(commands=tuple(RecordMilestone(whistle=whistle, unit="D03", milestone=one) for one in marks))
    )
    station = next(one for one in map_screen.panel.source.ground.office.base if one.name == "青榆路6号")

    def police() -> Marker | None:
        return next((one for one in map_screen.panel.map.markers if one.key == f"unit/{whistle}/D03"), None)

    hands.until(lambda: police() is not None)
    coming = police()
    assert coming is not None
    assert (coming.sort, coming.point) == ("coming", station.middle)
    assert coming.note.startswith("on the way since")
    window.desk.submit(RecordMilestone(whistle=whistle, unit="D03", milestone="arrived", people=3))
    hands.until(lambda: (there := police()) is not None and there.sort == "unit" and there.point == marker.point)
    assert map_screen.panel.legend.entries[0] == ("incident", "incidents 1")
    (row,) = window.desk.read.incidents.running()
    drill = row._replace(state=replace(row.state, mode="drill"))
    lost = row._replace(state=replace(row.state, place="", place_words=""))
    drill_lost = row._replace(state=replace(lost.state, mode="drill"))
    office = map_screen.panel.source.ground.office
    assert incident_legend([drill, lost, row, drill_lost, drill], office, window.desk.reference) == [
        ("incident", "incidents 1"),
        ("nowhere", "incidents without a place 1"),
        ("drill", "drills 2"),
        ("drill_nowhere", "drills without a place 1"),
    ]
    map_screen.panel.map.setFocus()
    map_screen.panel.map.choose(marker.key)
    hands.enter()
    assert window.current is window.screens["post"]


def test_the_map_is_there_when_another_screen_has_read_it_before(window: Window, hands: Hands) -> None:
    source = MapSource.of(window.desk)
    hands.until(lambda: source.read)
    window.go(Go("map"))
    map_screen = window.screens["map"]
    assert isinstance(map_screen, MapScreen)
    assert map_screen.panel.map.ground is source.ground
    assert not map_screen.panel.map.ground.empty
