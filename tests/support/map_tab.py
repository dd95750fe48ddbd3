"""The map tab with everything on it: fixtures of the tests that use it as a person does."""

from __future__ import annotations

import pytest
from commandcenter.ui.map.screen import MapScreen
from commandcenter.ui.parts.mapview.view import MapView
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from office_window import Hands


@pytest.fixture
def map_screen(window: Window, hands: Hands) -> MapScreen:
    """The tab, once its marks are there and the map stands still."""
    window.go(Go("map"))
    found = window.screens["map"]
    assert isinstance(found, MapScreen)
    hands.until(lambda: bool(found.panel.map.markers))
    found.panel.map.settle()
    return found


@pytest.fixture
def map_view(map_screen: MapScreen) -> MapView:
    """The map itself."""
    return map_screen.panel.map
