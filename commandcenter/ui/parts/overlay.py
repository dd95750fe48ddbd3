"""Sheets over the window: children of it, never dialogs of their own, so nothing modal can hide behind a window.

A sheet takes the keyboard when it opens and gives it back where it was; Tab goes round within it, never to what is dimmed
behind it. Esc closes it. F9 and the other keys of the window go on working.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from commandcenter.ui.parts.basic import ElidedLabel, KeyCaps, Label, Line
from commandcenter.ui.parts.screen import Screen
from commandcenter.ui.theme.look import Look

RIM = 12
"""So many pixels of what lies behind stay in sight above and below the tallest sheet."""


class _Shade(QWidget):
    """Dims what lies behind; a click on it closes."""

    pressed = Signal()

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look = look
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(QRectF(self.rect()), QColor(0, 0, 0, 140 if self._look.dark else 90))


class Overlay(QFrame):
    """A sheet. Subclasses fill themselves and give ``wanted_size``; ``closed`` is emitted when it went away."""

    closed = Signal()

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self.look = look
        self.host = host
        self._back: QWidget | None = None
        self._shade = _Shade(look, host)
        self._shade.pressed.connect(self.dismiss)
        self.setProperty("panel", "true")
        host.installEventFilter(self)
        self.hide()

    def wanted_size(self) -> tuple[int, int]:
        """Width and height the sheet would like, in pixels."""
        hint = self.sizeHint()
        return hint.width(), hint.height()

    def present(self, focus: QWidget | None = None) -> None:
        """Show the sheet and give it the keyboard, remembering where that was."""
        if not self.isVisible():
            self._back = self.host.window().focusWidget()
        self._shade.show()
        self._shade.raise_()
        self.show()
        self.raise_()
        self.place()
        ready = focus is not None and focus.isVisible() and focus.isEnabled()
        (focus if focus is not None and ready else self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Close; the keyboard goes back to where it was.

        It is given back before the sheet goes out of sight: a widget that is hidden with the keyboard in it makes Qt look
        for the next one that could take it, among widgets that may be on their way out. Where it was may be out of sight by
        now (a list that has nothing to show any more): then its screen has it, and puts it where its keys work. It may
        be gone (a field of a list that was laid anew, a sheet that opened this one): then the host has it.
        """
        if not self.isVisible():
            return
        back, self._back = self._back, None
        if back is not None and isValid(back):
            home = back if back.isVisible() and back.isEnabled() else _screen_of(back)
            if home is not None and home.isVisible():
                home.setFocus(Qt.FocusReason.OtherFocusReason)
        held = self.window().focusWidget()
        if held is not None and (held is self or self.isAncestorOf(held)):
            self.host.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._shade.hide()
        self.closed.emit()

    def place(self) -> None:
        """Put the sheet near the top, in the middle; one over a screen that wants all its height gets it, but for a rim.

        Over a whole window the top bar stays in sight: an incident may be told there.
        """
        host = self.host
        width, height = self.wanted_size()
        width = min(width, host.width() - 80)
        top = min(92, host.height() // 10)
        room = host.height() - top - 48
        if height > room and not host.isWindow():
            room = host.height() - 2 * RIM
            top = (host.height() - min(height, room)) // 2
        height = min(height, room)
        self._shade.setGeometry(host.rect())
        self.setGeometry((host.width() - width) // 2, top, width, height)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab: the next widget of this sheet, round and round."""
        focus = self.window().focusWidget()
        start = focus if focus is not None and self.isAncestorOf(focus) else self
        one = _beside(start, forward=forward)
        while one is not None and one is not start:
            if self.isAncestorOf(one) and _takes_tab(one):
                one.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                break
            one = _beside(one, forward=forward)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.host and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys nobody in the sheet wants end here: a letter must not reach the screen behind it."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()


def _beside(widget: QWidget, *, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus.value
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy().value & tab == tab


class Sheet(Overlay):
    """An overlay with a title line, a body and a row of buttons at the foot."""

    def __init__(self, look: Look, host: QWidget, title: str, *, width: int = 640) -> None:
        super().__init__(look, host)
        self._width = width
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.title = Label(look, title, "screen")
        self.caption = ElidedLabel(look, "", "caption", "3")
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 16, 12)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.caption, 1)
        head.addWidget(KeyCaps(look, "Esc"))
        outer.addLayout(head)
        outer.addWidget(Line())
        self.body = QVBoxLayout()
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(10)
        outer.addLayout(self.body, 1)
        self.note = Label(look, "", "caption", "amb")
        self.note.setWordWrap(True)
        self.note.hide()
        self._foot = QFrame()
        self._foot.setProperty("bar", "foot")
        self._buttons = QHBoxLayout(self._foot)
        self._buttons.setContentsMargins(20, 10, 16, 10)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.note, 1)
        self._buttons.addStretch(0)
        outer.addWidget(self._foot)

    def add_button(self, button: QWidget) -> None:
        """Put a button at the foot."""
        self._buttons.addWidget(button)

    def say(self, words: str) -> None:
        """Say what is wrong, beside the buttons; an empty text takes it back."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        if self.isVisible():  # what is said takes room of its own, not that of the fields
            self.place()

    def wanted_size(self) -> tuple[int, int]:
        return self.look.px(self._width), max(self.sizeHint().height(), self.minimumSizeHint().height())


def _screen_of(widget: QWidget) -> Screen | None:
    """The screen a widget lies in; None outside of every screen."""
    found: QWidget | None = widget
    while found is not None and not isinstance(found, Screen):
        found = found.parentWidget()
    return found
