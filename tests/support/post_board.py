"""A command post on the screen with its board: fixtures, and what a test looks at."""

from __future__ import annotations

import pytest
from commandcenter.ui.parts.tile import TileFace
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.shell.window import Window
from commandcenter.ui.whistle.screen import WhistleScreen
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


@pytest.fixture
def post(desk: Desk, quick: None) -> PostScreen:
    """A fire in an old building was blown this moment; twelve departments are on the board."""
    return desk.blow(Qt.Key.Key_1)


@pytest.fixture
def small(desk: Desk, window: Window, hands: Hands, quick: None) -> PostScreen:
    """An incident with fire service and police alone."""
    with hands.unseen():
        hands.key(Qt.Key.Key_F9)
        hands.key(Qt.Key.Key_0)
        console = window.screens["whistle"]
        assert isinstance(console, WhistleScreen)
        console.units.view.setFocus()
        for place in (0, 2):
            console.units.view.go(place)
            hands.key(Qt.Key.Key_Space)
        QTest.mousePress(console.button, Qt.MouseButton.LeftButton)
        hands.until(desk.on_post)
        hands.settled()
    desk.story.begin()
    desk.pass_time(11_000)
    return desk.post


def tile(screen: PostScreen, ordinal: int) -> TileFace:
    """The face of a department on the page that is seen."""
    return next(one.face for one in screen.board.tiles if one.face is not None and one.face.ordinal == ordinal)


def log(screen: PostScreen) -> list[str]:
    return [row.words for row in screen.log.timeline.model().rows]  # type: ignore[attr-defined]


def pinned(screen: PostScreen) -> dict[int, str]:
    return {entry.ordinal: entry.words for entry in screen.strip.entries}


def flashes(window: Window) -> list[bool]:
    """Grows by one with each half of the flash."""
    seen: list[bool] = []
    window.services.flashed.connect(seen.append)
    return seen
