"""The tabs beside the board with an incident in them: fixtures, and what a test looks at."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.domain.transfer import Household
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.ui.organ.screen import OrganScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from commandcenter.ui.tasks.screen import TasksScreen
from main_screens import Desk
from PySide6.QtWidgets import QWidget


def tab(window: Window, name: str, whistle: str, **what: Any) -> QWidget:
    """Go to a tab of an incident."""
    window.go(Go(name, {"whistle": whistle, **what}))
    return window.screen_named(name)


def blow(desk: Desk, window: Window, **told: Any) -> str:
    """Blow for a fire with the units of its plan, without the way through the console; answers the whistle's id."""
    plan = window.desk.reference.plan("HZ-01")
    assert plan is not None
    units = tuple(UnitCall(unit=line.unit) for line in plan.units if not line.optional)
    window.desk.submit(BlowWhistle(units=units, plan="HZ-01", place="A1", place_words="槐序大街7号院", **told))
    desk.hands.settled()
    desk.story.begin()
    return desk.incident.whistle.id


@pytest.fixture
def organ(desk: Desk, window: Window) -> OrganScreen:
    """The post's tab of a fire that was blown this moment."""
    blow(desk, window)
    found = tab(window, "organ", desk.incident.whistle.id)
    assert isinstance(found, OrganScreen)
    return found


@pytest.fixture
def tasks(desk: Desk, window: Window) -> TasksScreen:
    """The task tab of a fire that was blown this moment."""
    blow(desk, window)
    found = tab(window, "tasks", desk.incident.whistle.id)
    assert isinstance(found, TasksScreen)
    return found


def households(window: Window, whistle: str) -> list[Household]:
    """The list of people to move."""
    return window.desk.read.matters.of(Household, "transfer", parent=whistle)
