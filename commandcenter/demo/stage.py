"""What every scene needs: the program, the hands, the texts of the office, and where pictures go."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from commandcenter.app import Application
from commandcenter.demo.hands import Hands
from commandcenter.journal.reading.incidents import Incident
from commandcenter.resource import resource

Shown = TypeVar("Shown", bound=QWidget)
Line = tuple[float, str]
"""Seconds since the line before, and what is written."""


def texts() -> dict[str, Any]:
    """What is written on the way, in the words of the office."""
    return tomllib.loads(resource("sample_office/story.toml").read_text("utf-8"))


class Stage:
    """``shot`` takes a picture of the window, or of the widget it is given, under a name; ``run`` is the number of this run
    on the folder, ``out`` the folder for what is written, ``whistle`` the id of the whistle once it is blown.
    """

    def __init__(self, application: Application, hands: Hands, shot: Callable[..., None], run: int, out: Path) -> None:
        self.application, self.hands, self.shot, self.run, self.out = application, hands, shot, run, out
        self._texts = texts()
        self.whistle = ""
        self.review = Path()

    @property
    def incident(self) -> Incident:
        """The incident as the journal has it."""
        return self.application.desk.read.incidents.incident(self.whistle)

    def whistles(self) -> set[str]:
        """The ids of all whistles."""
        return {key for key, _ in self.application.desk.read.incidents.numbers("", 100_000)}

    def screen(self, name: str, kind: type[Shown]) -> Shown:
        """A screen that was opened before."""
        found = self.hands.window.screens[name]
        assert isinstance(found, kind)
        return found

    def shown(self, kind: type[Shown]) -> Shown:
        """The screen that is shown, once it is one of this kind."""
        self.hands.until(lambda: isinstance(self.hands.window.current, kind), f"the {kind.__name__}")
        found = self.hands.window.current
        assert isinstance(found, kind)
        return found

    def sheet(self, kind: type[Shown]) -> Shown:
        """The open sheet of a kind."""

        def found() -> list[Shown]:
            return [sheet for sheet in self.hands.window.findChildren(kind) if sheet.isVisible()]

        self.hands.until(lambda: bool(found()), f"the {kind.__name__}")
        return found()[-1]

    def told(self, scene: str) -> Mapping[str, str]:
        """The texts of a scene."""
        return {name: str(text).format(run=self.run) for name, text in self._texts[scene].items()}

    def letters(self) -> Iterable[Mapping[str, Any]]:
        """The rows of the workbook that is imported."""
        return self.several("letter")

    def several(self, scene: str) -> Sequence[Mapping[str, Any]]:
        """What is written more than once in a scene, in order."""
        return list(self._texts[scene])

    def go(self, key: Qt.Key) -> None:
        """Alt and a digit: a screen of the rail."""
        self.hands.key(key, Qt.KeyboardModifier.AltModifier)
