"""The schematic board of the office: every cell can be reached by keys and by mouse, counts go where they belong."""

from __future__ import annotations

import pytest
from commandcenter.domain.roster import Directory, Place
from commandcenter.ui.parts.placeboard import PlaceBoard, blocks_of, gathered
from commandcenter.ui.theme.look import Look
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

PLACES = [
    Place("A1", "槐序社区", "community"),
    Place("A2", "石榴院社区", "community"),
    Place("A3", "空社区", "community"),
    *(Place(f"S{n}", f"一{n}巷", "alley", "A1") for n in range(4)),
    Place("G1", "A2-01", "grid", "A2"),
    Place("G2", "A2-02", "grid", "A2"),
    Place("B1", "一号楼", "building", "A1", "S2"),
    Place("B2", "无街的楼", "building", "A1"),
]
DIRECTORY = Directory({place.id: place for place in PLACES})


@pytest.fixture
def board(qtbot: QtBot) -> PlaceBoard:
    shown = PlaceBoard(Look())
    qtbot.addWidget(shown)
    shown.resize(700, 460)
    shown.show_counts(blocks_of(DIRECTORY), {"S2": 5, "G1": 2, "A1": 1})
    shown.show()
    return shown


def test_streets_are_cells_and_grids_where_there_are_none() -> None:
    blocks = blocks_of(DIRECTORY)
    assert [(block.key, [cell.key for cell in block.cells]) for block in blocks] == [
        ("A1", ["S0", "S1", "S2", "S3"]),
        ("A2", ["G1", "G2"]),
        ("A3", []),
    ]


def test_counts_go_to_the_nearest_thing_shown_and_nothing_is_lost() -> None:
    counts = {"B1": 3, "S2": 1, "B2": 2, "A1": 1, "G2": 4, "": 6, "gone": 1}
    found, nowhere = gathered(DIRECTORY, blocks_of(DIRECTORY), counts)
    assert found == {"S2": 4, "A1": 3, "G2": 4}
    assert nowhere == 7
    assert sum(found.values()) + nowhere == sum(counts.values())


def test_arrows_begin_where_most_is_and_reach_every_cell(board: PlaceBoard) -> None:
    picked: list[str] = []
    board.picked.connect(picked.append)
    QTest.keyClick(board, Qt.Key.Key_Down)
    assert picked == ["S2"]
    assert "一2巷 5" in board.accessibleDescription()
    QTest.keyClick(board, Qt.Key.Key_Home)
    reached, waiting = {"A1"}, ["A1"]
    while waiting:
        here = waiting.pop()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            board.choose(here)
            QTest.keyClick(board, key)
            if board.current not in reached:
                reached.add(board.current)
                waiting.append(board.current)
    assert reached == {"A1", "A2", "A3", "S0", "S1", "S2", "S3", "G1", "G2"}


def test_enter_and_mouse(board: PlaceBoard) -> None:
    opened: list[str] = []
    board.opened.connect(opened.append)
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert board.current == "A1"
    QTest.keyClick(board, Qt.Key.Key_PageDown)
    assert board.current == "A2"
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert opened == ["A2"]
    board.show_counts(blocks_of(DIRECTORY), {})
    assert board.current == "A2", "what was chosen stays chosen"
    assert board.accessibleName()
