"""The settings screen: how a test comes to a section, and what it reads there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from commandcenter.domain.record import Record
from commandcenter.ui.parts.history import HistoryView
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.settings.screen import SettingsScreen
from commandcenter.ui.settings.section import Section
from commandcenter.ui.shell.window import Window
from main_screens import OFFICER, Desk

S = TypeVar("S", bound=Section)


@pytest.fixture
def officer(window: Window, desk: Desk) -> str:
    """The name of who sits at the seat."""
    return window.desk.reference.directory.people[OFFICER].name


@pytest.fixture
def come(window: Window, desk: Desk) -> Callable[[type[S]], S]:
    """Goes to a section as a wish from elsewhere does."""

    def go(kind: type[S]) -> S:
        window.go(Go("settings", {"section": kind.name}))
        screen = window.current
        assert isinstance(screen, SettingsScreen)
        section = screen.section
        assert isinstance(section, kind)
        return section

    return go


Come = Callable[[type[S]], S]


def record(section: Section, subject: str) -> Record:
    return section.desk.read.reference.record(subject)


def told(history: HistoryView) -> list[str]:
    """The entries of a history, each as it is told."""
    return [f"{row.lead} {row.first} {row.second}" for row in history.rows_model.rows]
