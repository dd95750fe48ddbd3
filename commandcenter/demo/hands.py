"""What a person does at the window: presses keys where the keyboard is, types, holds, fills a form, waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

from commandcenter.app import Application
from commandcenter.desk.clock import SetClock
from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.shell.window import Window

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

LOOK_MS = 15
PATIENCE_MS = 60_000


class Stuck(Exception):
    """What the hands wait for does not come; it says for what."""


class _Watch(QObject):
    """Ends a waiting once something holds, or when patience ends."""

    def __init__(self, holds: Callable[[], bool], patience: int) -> None:
        super().__init__()
        self._holds, self._left = holds, patience
        self._loop = QEventLoop()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def run(self) -> bool:
        """Whether it came to hold."""
        if self._holds():
            return True
        self._timer.start()
        self._loop.exec()
        self._timer.stop()
        return self._holds()

    def _look(self) -> None:
        self._left -= LOOK_MS
        if self._left <= 0 or self._holds():
            self._loop.quit()


class Hands:
    """Hands at the window of an application with a clock that is set."""

    def __init__(self, application: Application, clock: SetClock) -> None:
        self._application, self._clock = application, clock

    @property
    def window(self) -> Window:
        """The window, which is built anew when the language changes."""
        return self._application.window

    def focus(self) -> QWidget:
        """Where the keyboard is; without a window manager a window may have to be told that it has it."""
        popup = QApplication.activePopupWidget()
        active = QApplication.activeWindow()
        if popup is None and (active is None or not active.isVisible()):
            self.come_back()
        return popup or QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key and let go, then let the program answer."""
        QTest.keyClick(self.focus(), key, modifier)
        self.settle()

    def keys(self, text: str) -> None:
        """Press the keys of a text one by one, as commands rather than as writing."""
        for letter in text:
            QTest.keyClicks(self.focus(), letter)
            self.settle()

    def hold(self, key: Qt.Key, until: Callable[[], bool]) -> None:
        """Hold a key down until something holds."""
        target = self.focus()
        QTest.keyPress(target, key)
        self.until(until, "holding a key")
        QTest.keyRelease(target, key)
        self.settle()

    def type(self, text: str) -> None:
        """Write a text; what is not ASCII comes from the input method."""
        if text.isascii():
            QTest.keyClicks(self.focus(), text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget in its middle, or at a point of it."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        self.settle()

    def choose(self, code: object) -> None:
        """Choose the line of the open menu that does ``code``."""
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            raise Stuck("no menu is open")
        for action in menu.actions():
            if action.data() == code:
                menu.setActiveAction(action)
                QTest.keyClick(menu, Qt.Key.Key_Return)
                self.settle()
                return
        raise Stuck(f"the menu has no {code!r}")

    # -- forms -----------------------------------------------------------------------------------------------------

    def form(self) -> FormSheet:
        """The form that is open."""
        open_forms = [sheet for sheet in self.window.findChildren(FormSheet) if sheet.isVisible()]
        if not open_forms:
            raise Stuck("no form is open")
        return open_forms[-1]

    def fill(self, **told: str) -> None:
        """Write into the fields of the open form, by name; a choice by its code, a check by any words."""
        form = self.form().form
        for name, text in told.items():
            self.write(form.widgets[name], text)

    def write(self, widget: QWidget, text: str) -> None:
        """Go to a field, replace what stands there."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(max(0, widget.findData(text)))
        elif isinstance(widget, QCheckBox):
            if widget.isChecked() != bool(text):
                self.key(Qt.Key.Key_Space)
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.selectAll()
            self.type(text)

    def send(self) -> None:
        """Ctrl+Enter, and the form is gone because what was entered is on the disk."""
        sheet = self.form()
        QTest.keyClick(self.focus(), Qt.Key.Key_Return, CTRL)
        self.until(lambda: not seen(sheet), f"sending {sheet.title.text()}")
        self.settle()

    # -- time ------------------------------------------------------------------------------------------------------

    def until(self, holds: Callable[[], bool], what: str, patience: int = PATIENCE_MS) -> None:
        """Let the program work until something holds. Raises ``Stuck`` with ``what``."""
        if not _Watch(holds, patience).run():
            raise Stuck(what)

    def come_back(self) -> None:
        """To the window, from another one."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow, "the window")
        self.settle()

    def settle(self) -> None:
        """Until every command has its answer, every screen was told and nothing waits to be painted."""
        self.until(lambda: self._application.desk.quiet, "an answer")
        self._let_go(0)

    def _let_go(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def linger(self, milliseconds: int) -> None:
        """Leave the hands off the keys for a moment, as between two presses of one key."""
        self._let_go(milliseconds)

    def pass_seconds(self, seconds: float, stride: int = MINUTE) -> None:
        """Let the set clock go on, minute by minute, so that every alarm comes at its own minute; a long night in longer
        strides (milliseconds).
        """
        left = round(seconds * SECOND)
        while left > 0:
            step = min(left, stride)
            self._clock.advance(step)
            self._application.desk.ticker.tick()
            self.settle()
            left -= step


def seen(widget: QWidget) -> bool:
    """Whether a widget is there and visible."""
    try:
        return widget.isVisible()
    except RuntimeError:
        return False  # it is gone, not only closed
