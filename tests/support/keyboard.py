"""Hands of a person who has no mouse, and who counts: what is pressed, held down or written is one action each.

A field of a form is reached with Tab, a choice by the code it is told by or with the arrows, a line of a menu with the arrows and Enter. Whatever the
mouse does meanwhile is kept in ``mouse`` and fails the test that looks there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from commandcenter.app import Application
from commandcenter.demo.hands import CTRL, PLAIN, Hands, Stuck, seen
from commandcenter.desk.clock import SetClock
from commandcenter.ui.parts.choice import PAUSE_MS
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QMenu, QPlainTextEdit, QWidget

MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.ContextMenu,
}
MOST_TABS = 120
"""A field that is not reached with so many is not reached by keys at all."""
SHIFT = Qt.KeyboardModifier.ShiftModifier


class _Cat(QObject):
    """Sees every event of the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.caught: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOUSE:
            self.caught.append(f"{event.type().name} on {watched.metaObject().className()}")
        return False


class Keyboard(Hands):
    """Keys only. ``actions`` is how many there were, ``tasks`` how many each named task took, every time."""

    def __init__(self, application: Application, clock: SetClock) -> None:
        super().__init__(application, clock)
        self.actions = 0
        self.tasks: dict[str, list[int]] = {}
        self._cat = _Cat()
        QApplication.instance().installEventFilter(self._cat)

    @property
    def mouse(self) -> list[str]:
        """What the mouse did; empty as long as only keys are used."""
        return self._cat.caught

    def away(self) -> None:
        """The person goes home."""
        QApplication.instance().removeEventFilter(self._cat)

    @contextmanager
    def task(self, name: str) -> Iterator[None]:
        """Count the actions of a block under a name."""
        before = self.actions
        yield
        self.tasks.setdefault(name, []).append(self.actions - before)

    # -- actions ---------------------------------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.actions += 1
        super().key(key, modifier)

    def keys(self, text: str) -> None:
        self.actions += len(text)
        super().keys(text)

    def hold(self, key: Qt.Key, until: Callable[[], bool], modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Hold a key, with Ctrl or without, until something holds."""
        self.actions += 1
        QTest.keyPress(self.focus(), key, modifier)
        self.until(until, "holding a key")
        QTest.keyRelease(self.focus(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Write a text as an input method hands it over, so that no letter of it is a command."""
        self.actions += 1
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        raise Stuck(f"the mouse is not to be used: {widget.accessibleName() or widget}")

    # -- forms and menus -------------------------------------------------------------------------------------------

    def reach(self, widget: QWidget) -> None:
        """Go to a widget with Tab; to one that stands before, with Shift and Tab."""
        back = self._place_of(widget) < self._place_of(self.focus())
        for _ in range(MOST_TABS):
            if widget.hasFocus():
                return
            self.key(Qt.Key.Key_Tab, SHIFT if back else PLAIN)
        raise Stuck(f"no Tab reaches {widget.accessibleName() or widget}")

    def _place_of(self, widget: QWidget) -> tuple[int, int]:
        place = widget.mapTo(self.window, QPoint(0, 0))
        return place.y(), place.x()

    def write(self, widget: QWidget, text: str) -> None:
        self.reach(widget)
        if isinstance(widget, QComboBox):
            self._choose_in(widget, text)
        elif isinstance(widget, QCheckBox):
            if widget.isChecked() != bool(text):
                self.key(Qt.Key.Key_Space)
        elif _text(widget) != text:
            if _text(widget):
                self.key(Qt.Key.Key_A, CTRL)
            self.type(text)
            assert _text(widget) == text, (widget.accessibleName(), _text(widget))

    def _choose_in(self, box: QComboBox, code: str) -> None:
        place = box.findData(code)
        if place < 0:
            raise Stuck(f"{box.accessibleName()} has no {code!r}")
        if abs(box.currentIndex() - place) > len(code) and code.isascii() and code.isalnum():
            self.linger(PAUSE_MS + 20)
            self.keys(code)
        while box.currentIndex() != place:
            self.key(Qt.Key.Key_Down if box.currentIndex() < place else Qt.Key.Key_Up)

    def choose(self, code: object) -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            raise Stuck("no menu is open")
        codes = [action.data() for action in menu.actions()]
        if code not in codes:
            raise Stuck(f"the menu has no {code!r}: {codes}")
        for _ in codes:
            self._press_in(menu, Qt.Key.Key_Down)
            chosen = menu.activeAction()
            if chosen is not None and chosen.data() == code:
                break
        self._press_in(menu, Qt.Key.Key_Return)
        self.settle()

    def _press_in(self, menu: QMenu, key: Qt.Key) -> None:
        self.actions += 1
        QTest.keyClick(menu, key)

    def send(self) -> None:
        self.actions += 1
        super().send()

    def send_sheet(self, sheet: QWidget) -> None:
        """Ctrl+Enter in a sheet that is no form, and it is gone."""
        self.key(Qt.Key.Key_Return, CTRL)
        self.until(lambda: not seen(sheet), "sending the sheet")
        self.settle()


def _text(field: QWidget) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else str(field.property("text"))
