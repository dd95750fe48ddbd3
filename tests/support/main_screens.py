"""What the tests of the main screens share: what the journal took in, sheets that are filled by hand, a whistle that is blown.

Everything here presses keys, types and clicks; what came of it is read from the screen and from the journal.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.desk.clock import SetClock
from commandcenter.domain.event import Fact
from commandcenter.domain.office import SignIn
from commandcenter.domain.report_in import ReportIn
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.parts import banner
from commandcenter.ui.parts.buttons import HoldButton
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.post import board
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.shell.toasts import ToastView
from commandcenter.ui.shell.window import Window
from office_window import Hands
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

CONTROL = Qt.KeyboardModifier.ControlModifier
OFFICER = "P4103"
"""A duty clerk of the running shift."""


class Story:
    """What the journal took in since it was asked last."""

    def __init__(self, window: Window) -> None:
        self._read = window.desk.read.status
        self._from = self._read.position()

    def begin(self) -> None:
        """From here on."""
        self._from = self._read.position()

    @property
    def facts(self) -> list[Fact]:
        """The facts since then."""
        return self._read.facts_after(self._from)

    @property
    def kinds(self) -> list[str]:
        """Their kinds."""
        return [fact.kind for fact in self.facts]

    def one(self, kind: str) -> Fact:
        """The only fact of a kind since then."""
        found = [fact for fact in self.facts if fact.kind == kind]
        assert len(found) == 1, self.kinds
        return found[0]


class Desk:
    """Hands at the window that know its sheets and menus."""

    def __init__(self, hands: Hands, window: Window, clock: SetClock) -> None:
        self.hands, self.window, self.clock = hands, window, clock
        self.story = Story(window)

    # -- time ------------------------------------------------------------------------------------------------------

    def pass_time(self, milliseconds: int) -> None:
        """Let time pass, and the tick of the second that follows come."""
        self.clock.advance(milliseconds)
        self.window.desk.ticker.tick()
        self.hands.settled()

    # -- sheets ----------------------------------------------------------------------------------------------------

    @property
    def sheets(self) -> list[Sheet]:
        """The sheets that are seen."""
        return [sheet for sheet in self.window.findChildren(Sheet) if sheet.isVisible()]

    @property
    def form(self) -> FormSheet:
        """The form that is seen."""
        found = [sheet for sheet in self.sheets if isinstance(sheet, FormSheet)]
        assert len(found) == 1, found
        return found[0]

    def fill(self, **words: str) -> FormSheet:
        """Type into the fields of the form that is seen, by their names; a choice is gone to with the arrows."""
        form = self.form
        for name, text in words.items():
            self.put(form.form.widgets[name], text)
        return form

    def put(self, field: QWidget, text: str) -> None:
        """Put a text into a field, in the place of what is there."""
        if isinstance(field, QComboBox):
            self._choose(field, text)
            return
        self.hands.focus()
        self.hands.click(field.viewport() if isinstance(field, QPlainTextEdit) else field)
        assert field.hasFocus(), (field.accessibleName(), self.hands.focus())
        self.hands.key(Qt.Key.Key_A, CONTROL)
        self.hands.key(Qt.Key.Key_Delete)
        if text:
            self.hands.type(text)
        typed = field.toPlainText() if isinstance(field, QPlainTextEdit) else getattr(field, "text", str)()
        assert typed == text, (field.accessibleName(), typed)

    def _choose(self, box: QComboBox, code: str) -> None:
        place = box.findData(code)
        assert place >= 0, code
        box.setFocus()
        while box.currentIndex() != place:
            self.hands.key(Qt.Key.Key_Down if box.currentIndex() < place else Qt.Key.Key_Up)

    def send(self) -> None:
        """Ctrl+Enter, and wait for the answer."""
        self.hands.send()
        self.hands.settled()

    # -- menus -----------------------------------------------------------------------------------------------------

    def choose(self, code: object) -> None:
        """Go to an entry of the open menu with the arrow and take it with Enter."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        codes = [action.data() for action in menu.actions()]
        assert code in codes, codes
        for _ in codes:
            chosen = menu.activeAction()
            if chosen is not None and chosen.data() == code:
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.hands.settled()

    # -- toasts ----------------------------------------------------------------------------------------------------

    @property
    def toasts(self) -> list[str]:
        """The words of the toasts that are seen."""
        return [view.toast.text for view in self.window.findChildren(ToastView) if view.isVisible()]

    # -- the whistle -----------------------------------------------------------------------------------------------

    def hold_enter(self, until: Callable[[], bool]) -> None:
        """Hold Enter until something happened."""
        QTest.keyPress(self.hands.focus(), Qt.Key.Key_Return)
        self.hands.until(until)
        QTest.keyRelease(self.hands.focus(), Qt.Key.Key_Return)

    def on_post(self) -> bool:
        """Whether the command post shows an incident."""
        current = self.window.current
        return isinstance(current, PostScreen) and current.incident is not None

    def blow(self, digit: Qt.Key = Qt.Key.Key_1, *, drill: bool = False) -> PostScreen:
        """F9, the digit of the plan, hold Enter: the whistle is blown and its board is seen."""
        with self.hands.unseen():
            self.hands.key(Qt.Key.Key_F9)
            if drill:
                self.hands.key(Qt.Key.Key_D, CONTROL)
            self.hands.key(digit)
            self.hold_enter(self.on_post)
            self.hands.settled()
        self.story.begin()
        return self.post

    @property
    def post(self) -> PostScreen:
        """The command post."""
        screen = self.window.screens["post"]
        assert isinstance(screen, PostScreen)
        return screen

    @property
    def incident(self) -> Incident:
        """The newest incident as the journal tells it."""
        incidents = self.window.desk.read.incidents
        return incidents.incident(incidents.all(1)[0].state.id)

    def state(self, ordinal: int) -> ReportIn:
        """A department of it."""
        return next(one for one in self.incident.report_ins if one.ordinal == ordinal)

    def digit(self, digit: int) -> None:
        """Press a digit on the board."""
        self.hands.key(Qt.Key(Qt.Key.Key_0 + digit))
        self.hands.settled()

    def line(self, text: str) -> None:
        """Write a line and send it."""
        self.hands.key(Qt.Key.Key_Slash)
        self.hands.type(text)
        self.hands.enter()
        self.hands.settled()
        self.hands.key(Qt.Key.Key_Escape)

    def end(self) -> None:
        """Hold Ctrl+E until the sheet that ends is seen."""
        focus = self.hands.focus()
        QTest.keyPress(focus, Qt.Key.Key_E, CONTROL)
        self.hands.until(lambda: bool(self.sheets))
        QTest.keyRelease(self.hands.focus(), Qt.Key.Key_E, CONTROL)


def repeat(widget: QWidget, key: Qt.Key) -> None:
    """What a key sends while it is held down."""
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "\r", True))


@pytest.fixture
def desk(hands: Hands, window: Window, clock: SetClock) -> Desk:
    """Hands that know sheets, menus and whistles, with a duty clerk at the seat and the tones off."""
    window.services.settings_wanted.emit({"sound": False})
    window.desk.submit(SignIn(person=OFFICER, role="clerk"))
    hands.settled()
    return Desk(hands, window, clock)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Holding takes no second and the guard against a double press no time; one test each waits for the real ones."""
    monkeypatch.setattr(HoldButton, "HOLD_MS", 20)
    monkeypatch.setattr(banner, "HOLD_MS", 20)
    monkeypatch.setattr(board, "DOUBLE_PRESS_MS", -1)


@pytest.fixture
def restart(
    application: Application, office_folder: Path, clock: SetClock, qtbot: QtBot
) -> Iterator[Callable[[], tuple[Application, Hands]]]:
    """Ends the program and starts it again on the same folder; it can be done more than once."""
    running = [application]

    def again() -> tuple[Application, Hands]:
        running[-1].close()
        running[-1].window.hide()
        started = Application(office_folder, clock)
        hook = sys.excepthook
        window = started.start()
        sys.excepthook = hook
        window.resize(1920, 1080)
        window.show()
        window.activateWindow()
        running.append(started)
        qtbot.waitUntil(window.isActiveWindow)
        return started, Hands(qtbot, started)

    yield again
    for started in running[1:]:
        started.close()
        started.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
