"""A real window on a real folder with the sample office, and hands: keys, typed words, clicks. Fixtures of ``tests/ui``."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.desk.clock import SetClock
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done
from commandcenter.desk.work import index_cases
from commandcenter.exchange.founding import sample_office
from commandcenter.journal.ids import uuid7
from commandcenter.ui.shell.window import Window
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.conftest import NOW


@pytest.fixture(scope="session")
def founded_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample office, founded once; tests work on copies, each under an identity of its own."""
    folder = tmp_path_factory.mktemp("founded") / "data"
    folder.mkdir()
    clock = SetClock(NOW)
    door = open_door(folder, clock.now)
    try:
        outcome = door.submit(sample_office(NOW, lambda: uuid7(NOW)))
        assert isinstance(outcome, Done), outcome
    finally:
        door.close()
    index_cases(_unwatched, str(folder), "")
    return folder


def _unwatched(_done: int, _of: int) -> None:
    """Nobody looks at the progress."""


@pytest.fixture
def clock() -> SetClock:
    """The clock of the window: it stands in a July night until a test moves it."""
    return SetClock(NOW)


@pytest.fixture
def office_folder(founded_folder: Path, tmp_path: Path) -> Path:
    """A copy of the sample office of this test alone."""
    folder = tmp_path / "data"
    shutil.copytree(founded_folder, folder, ignore=shutil.ignore_patterns("identity.json", "desk.lock*"))
    return folder


@pytest.fixture
def application(
    qapp: QApplication, office_folder: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    """The program on that copy, its window shown at 1920 by 1080. Errors of ours fail the test instead of being logged."""
    qapp.setStyle("Fusion")
    hook = sys.excepthook
    started = Application(office_folder, clock)
    window = started.start()
    monkeypatch.setattr(sys, "excepthook", hook)
    window.resize(1920, 1080)
    window.show()
    window.activateWindow()
    yield started
    started.close()
    started.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(application: Application) -> Window:
    """The window."""
    return application.window


class Hands:
    """What a person does: presses keys where the keyboard is, types, clicks."""

    def __init__(self, qtbot: QtBot, application: Application) -> None:
        self._qtbot = qtbot
        self._application = application

    def focus(self) -> QWidget:
        """Where the keyboard is. A menu that closed gives it back to the window, as a window manager sees to it."""
        window = self._application.window
        if QApplication.activePopupWidget() is None and window.isVisible() and not self._has_keyboard():
            window.activateWindow()
            self.until(self._has_keyboard)
        return QApplication.focusWidget() or window

    def _has_keyboard(self) -> bool:
        return QApplication.activeWindow() is self._application.window

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press and let go of a key."""
        QTest.keyClick(self.focus(), key, modifier)

    def enter(self) -> None:
        """Enter."""
        self.key(Qt.Key.Key_Return)

    def send(self) -> None:
        """Ctrl+Enter."""
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Type a text; one that is not ASCII comes from the input method."""
        if text.isascii():
            QTest.keyClicks(self.focus(), text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget in its middle, or at a point of it."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def until(self, holds: Callable[[], bool], timeout: int = 5000) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(holds, timeout=timeout)

    @contextmanager
    def unseen(self) -> Iterator[None]:
        """On the way to what a test looks at nothing is painted: half the time of such a way goes into painting."""
        window = self._application.window
        window.setUpdatesEnabled(False)
        try:
            yield
        finally:
            window.setUpdatesEnabled(True)

    def settled(self) -> None:
        """Wait until every command has its answer and every screen was told."""
        desk = self._application.desk
        self.until(lambda: not desk._tickets and not desk._coalesce.isActive())


@pytest.fixture
def hands(qtbot: QtBot, application: Application) -> Hands:
    """Hands at the window, which has the keyboard. Nothing is painted before somebody is there to look at it."""
    found = Hands(qtbot, application)
    with found.unseen():
        found.until(application.window.isActiveWindow)
    return found
