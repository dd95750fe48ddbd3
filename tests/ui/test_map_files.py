"""Map files from the screen: what would come of one is told first, doubts are said, the written file can be read again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commandcenter.domain import geo
from commandcenter.ui.map.files import MapFiles
from commandcenter.ui.map.screen import MapScreen
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import Qt

CHILD = 30_000
"""A child process starts within so many milliseconds."""


@pytest.fixture
def screen(map_screen: MapScreen) -> MapScreen:
    """The keyboard is in the map."""
    map_screen.panel.map.setFocus()
    return map_screen


def files(screen: MapScreen) -> MapFiles:
    return screen.findChildren(MapFiles)[-1]


def menu(screen: MapScreen, desk: Desk, hands: Hands, place: int) -> None:
    """I, and the first or second entry."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    hands.key(Qt.Key.Key_I)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    for _ in range(place):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)


def camera_file(path: Path, spot: tuple[float, float]) -> Path:
    feature = {
        "type": "Feature",
        "properties": {"kind": "camera", "name": "新装枪机"},
        "geometry": {"type": "Point", "coordinates": list(spot)},
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False), "utf-8")
    return path


def test_nothing_is_written_before_it_was_seen_and_then_it_is_one_act(
    screen: MapScreen, desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    spot = geo.moved(screen.desk.reference.map.shapes["J07"].middle, 15, 4)
    path = camera_file(tmp_path / "cameras.geojson", spot)
    before = set(screen.desk.reference.map.shapes)
    menu(screen, desk, hands, 0)
    desk.fill(path=str(path), crs="WGS-84")
    desk.hands.send()
    hands.until(lambda: "new 1" in files(screen).note.text(), CHILD)
    assert desk.story.kinds == []
    desk.hands.send()
    hands.until(lambda: not desk.sheets, CHILD)
    hands.until(lambda: len(screen.desk.reference.map.shapes) == len(before) + 1)
    (added,) = set(screen.desk.reference.map.shapes) - before
    assert screen.desk.reference.map.shapes[added].name == "新装枪机"


def test_a_wrong_file_is_refused_in_words(screen: MapScreen, desk: Desk, hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "map.geojson"
    path.write_bytes(b"PK\x03\x04 not a map")
    menu(screen, desk, hands, 0)
    sheet = desk.fill(path=str(path))
    desk.hands.send()
    hands.until(lambda: "map.geojson" in sheet.note.text(), CHILD)
    assert desk.story.kinds == []


def test_the_map_is_written_in_the_declared_system_and_read_again(
    screen: MapScreen, desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    path = tmp_path / "out.geojson"
    menu(screen, desk, hands, 1)
    desk.fill(path=str(path), crs="GCJ-02")
    desk.hands.send()
    hands.until(lambda: not desk.sheets, CHILD)
    told = json.loads(path.read_text("utf-8"))
    assert "GCJ-02" in json.dumps(told)[:400]
    assert len(told["features"]) == len(screen.desk.reference.map.shapes) + len(screen.desk.reference.map.base)
    menu(screen, desk, hands, 0)
    desk.fill(path=str(path))
    desk.hands.send()
    hands.until(lambda: "the same" in files(screen).note.text(), CHILD)
    assert "new" not in files(screen).note.text().partition("\n")[0]
