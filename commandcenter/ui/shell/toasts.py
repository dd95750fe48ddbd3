"""Toasts at the bottom right, one action each, never for alarms; and the strip for what could not be saved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.overlay import Overlay
from commandcenter.ui.parts.screen import Toast
from commandcenter.ui.theme.look import Look


class ToastView(QWidget):
    """One toast: 4 px left bar, icon, words, action with its key."""

    acted = Signal(str)

    _TONES = {"plain": ("tx3", "info"), "done": ("tx2", "check"), "warn": ("amb", "triangle-alert")}

    def __init__(self, look: Look, toast: Toast, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.toast = toast
        self.setAccessibleName(toast.text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close)
        self._timer.start((10 if toast.action else toast.seconds) * 1000)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        look, toast = self._look, self.toast
        width = look.px(52) + look.width(toast.text, "body")
        if toast.action_word:
            width += look.px(18) + look.width(toast.action_word, "name") + paint.keycaps_width(look, toast.key)
        host = self.parentWidget()
        limit = max(320, (host.width() if host else 1366) - 160)
        return QSize(min(width, limit), look.px(40))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.toast.action:
            self.acted.emit(self.toast.action)
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, toast = self._look, self.toast
        p = QPainter(self)
        rect = QRectF(self.rect())
        tone, icon = self._TONES.get(toast.kind, self._TONES["plain"])
        paint.rounded(p, rect, 6, look.color("bg3"), look.color(tone if toast.kind == "warn" else "ln3"))
        p.fillRect(QRectF(1, 4, 4, rect.height() - 8), look.color(tone))
        size = look.px(16)
        middle = rect.center().y()
        p.drawPixmap(
            round(look.px(14)), round(middle - size / 2), look.icon(icon, "ok" if toast.kind == "done" else tone, size)
        )
        right = rect.right() - look.px(12)
        if toast.action_word:
            width = look.width(toast.action_word, "name")
            paint.text(p, look, QRectF(right - width, 0, width + 2, rect.height()), toast.action_word, "name", "acc")
            right -= width + look.px(6)
            if toast.key:
                caps = paint.keycaps_width(look, toast.key)
                paint.keycaps(p, look, right - caps, middle, toast.key)
                right -= caps + look.px(6)
        words = QRectF(look.px(38), 0, right - look.px(38), rect.height())
        paint.text(p, look, words, look.elided(toast.text, "body", round(words.width())), "body", "tx1")


class Toasts(QWidget):
    """Stacks toasts above the key bar of a host; newest lowest. It is no widget of its own on the screen."""

    acted = Signal(str)

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look = look
        self._host = host
        self._shown: list[ToastView] = []
        self._clearance = 0
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def keep_clear(self, height: int) -> None:
        """Stay above so many pixels at the foot of the screen that is shown."""
        if height != self._clearance:
            self._clearance = height
            self.place()

    def show_toast(self, toast: Toast) -> None:
        """Show a toast; an equal one that is still there is replaced."""
        for view in list(self._shown):
            if view.toast == toast or (toast.action and view.toast.action == toast.action):
                view.close()
        view = ToastView(self._look, toast, self._host)
        view.acted.connect(self.acted)
        view.destroyed.connect(self._on_gone)
        self._shown.append(view)
        view.show()
        self.place()

    def dismiss(self) -> None:
        """Take all toasts away at once."""
        for view in list(self._shown):
            view.close()

    def place(self) -> None:
        """Put the toasts where they belong: above what the screen keeps clear; while a sheet has the keyboard, which ends above
        the key bar, side by side over that bar, so that no field lies under them.
        """
        if self._under_sheet():
            x = self._host.width() - 20
            for view in reversed(self._shown):
                view.raise_()
                x -= view.width()
                view.move(x, self._host.height() - view.height() - 2)
                x -= 8
            return
        y = self._host.height() - self._look.px(44) - self._clearance
        for view in reversed(self._shown):
            view.raise_()
            y -= view.height()
            view.move(self._host.width() - view.width() - 20, y)
            y -= 8

    def _under_sheet(self) -> bool:
        found: QWidget | None = self._host.window().focusWidget()
        while found is not None and not isinstance(found, Overlay):
            found = found.parentWidget()
        return found is not None and found.isVisible()

    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        if self._shown:
            self.place()

    def _on_gone(self) -> None:
        from shiboken6 import isValid

        self._shown = [view for view in self._shown if isValid(view)]
        if isValid(self._host):
            self.place()


class Strip(QFrame):
    """A strip under the top bar: what could not be saved, or what the program found at its start. Never modal."""

    pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ElidedLabel(look, "", "name")
        self._first = Button(look, "", kind="warn", small=True)
        self._second = Button(look, "", small=True)
        self._names = ("", "")
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._words, 1)
        self._line.addWidget(self._first)
        self._line.addWidget(self._second)
        self._fit()
        look.changed.connect(self._fit)
        self._first.clicked.connect(self._on_first)
        self._second.clicked.connect(self._on_second)
        self.hide()

    def say(
        self,
        words: str,
        first: tuple[str, str] = ("", ""),
        second: tuple[str, str] = ("", ""),
        *,
        keys: tuple[str, str] = ("", ""),
    ) -> None:
        """Say something with up to two buttons, each (name, words); ``keys`` are shown on them and read by who speaks."""
        self._words.setText(words)
        self._first.set_key(keys[0])
        self._second.set_key(keys[1])
        self._names = (first[0], second[0])
        for button, (name, text) in ((self._first, first), (self._second, second)):
            button.set_text(text)
            button.setVisible(bool(name))
        self.setAccessibleName(words)
        self.show()

    @property
    def names(self) -> tuple[str, str]:
        """The names of its two buttons: who speaks in it now."""
        return self._names

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(42))
        self._line.setContentsMargins(self._look.px(44), 0, 12, 0)

    def _on_first(self) -> None:
        self.pressed.emit(self._names[0])

    def _on_second(self) -> None:
        self.pressed.emit(self._names[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        paint.rounded(p, QRectF(self.rect()).adjusted(12, 4, -12, 0), 6, look.color("ambS"), look.color("amb"))
        size = look.px(18)
        p.drawPixmap(look.px(22), (self.height() + 4 - size) // 2, look.icon("triangle-alert", "amb", size))
