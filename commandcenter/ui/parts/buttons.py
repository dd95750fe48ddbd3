"""Buttons: every one that has a key prints it; the irreversible one has to be held."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look


class Button(QAbstractButton):
    """Icon, words, key caps. ``kind``: plain, primary, danger, ghost, warn; ``small`` is 28 high instead of 34."""

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        key: str = "",
        icon: str = "",
        kind: str = "plain",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self._icon = icon
        self._kind = kind
        self._small = small
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        self._kind = kind
        self.update()

    def set_icon(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self.update()

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Change the key that is shown; the owner reads the keyboard."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        role = "caption" if self._small else "name"
        width = look.px(24) + look.width(self.text(), role)
        if self._icon:
            width += look.px(16 + (6 if self.text() else 0))
        if self._key:
            width += look.px(8) + paint.keycaps_width(look, self._key)
        return QSize(width, look.px(28 if self._small else 34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        fill, edge, ink = self._colors()
        rect = QRectF(self.rect())
        if self.hasFocus():
            paint.focus_ring(p, look, rect, 8)
            rect = rect.adjusted(2, 2, -2, -2)
        paint.rounded(p, rect, 6, fill, edge)
        role = "caption" if self._small else "name"
        content = self.sizeHint().width() - look.px(24)
        x = max(rect.left() + look.px(10), rect.center().x() - content / 2)
        middle = rect.center().y()
        if self._icon:
            size = look.px(16)
            p.drawPixmap(round(x), round(middle - size / 2), look.icon(self._icon, ink, size))
            x += look.px(16 + (6 if self.text() else 0))
        words = QRectF(x, rect.top(), look.width(self.text(), role) + 2, rect.height())
        paint.text(p, look, words, self.text(), role, ink)
        if self._key:
            paint.keycaps(p, look, words.right() + look.px(6), middle, self._key, ink, ink)

    def _colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        look = self._look
        if not self.isEnabled():
            return None, look.color("ln2"), look.color("tx3")
        hover = self.underMouse() or self.isDown()
        if self._kind == "primary":
            fill = look.color("accF")
            return (fill.lighter(112) if hover else fill), None, look.color("onfill")
        if self._kind == "danger":
            return look.color("redS"), look.color("red"), look.color("red")
        if self._kind == "warn":
            return None, look.color("amb"), look.color("amb")
        if self._kind == "ghost":
            return (look.color("bg3") if hover else None), None, look.color("tx2")
        return (look.color("bg3") if hover else look.color("bg2")), look.color("ln3"), look.color("tx1")


class HoldButton(QAbstractButton):
    """The guarded button: hold Enter, or the mouse, for one second. Release, lost focus or Esc cancels.

    States: ``missing`` says what is missing and its key, ``ready``, held (the bar fills), ``blown`` counts down the undo.
    ``fired`` is emitted once per hold; ``undo_asked`` when it is pressed while it counts down; ``typed`` gives what an input
    method wrote while the keyboard was here, so that no word is lost.
    """

    HOLD_MS = 1000

    fired = Signal()
    undo_asked = Signal()
    typed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title, self._hint, self._icon = "", "", "whistle"
        self._state = "missing"
        self._drill = False
        self._held = QElapsedTimer()
        self._holding = False
        self._spent = False
        self._undo_left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(16)
        self._timer.timeout.connect(self._step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(look.px(96))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_missing(self, what: str, hint: str) -> None:
        """Something has to be chosen first."""
        self._set("missing", what, hint, "lock")

    def show_ready(self, title: str, hint: str, icon: str = "whistle", *, drill: bool = False) -> None:
        """It can be held."""
        self._drill = drill
        self._set("ready", title, hint, icon)

    def show_blown(self, title: str, hint: str, seconds: int) -> None:
        """Done; it can be undone for so many seconds."""
        self._undo_left = seconds
        self._set("blown", title, hint, "undo-2")

    @property
    def state(self) -> str:
        """missing, ready or blown."""
        return self._state

    @property
    def holding(self) -> bool:
        """Whether it is being held now."""
        return self._holding

    def _set(self, state: str, title: str, hint: str, icon: str) -> None:
        if (state, title, hint) == (self._state, self._title, self._hint):
            return
        if state != self._state:
            self._cancel()
        self._state, self._title, self._hint, self._icon = state, title, hint, icon
        self.setText(title)
        self.setAccessibleName(f"{title}. {hint}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(140))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._press()
            return
        if event.key() == Qt.Key.Key_Escape and self._holding:
            self._cancel()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self.typed.emit(event.commitString())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._cancel()
            return
        super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._press()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._cancel()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._cancel()
        super().focusOutEvent(event)

    def _press(self) -> None:
        if self._state == "blown":
            self.undo_asked.emit()
        elif self._state == "ready" and not self._holding:
            self._holding, self._spent = True, False
            self._held.start()
            self._timer.start()
            self.update()

    def _step(self) -> None:
        if self._holding and not self._spent and self._held.elapsed() >= self.HOLD_MS:
            self._spent = True
            self._cancel()
            self.fired.emit()
        self.update()

    def _cancel(self) -> None:
        self._holding = False
        self._timer.stop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if self.hasFocus():
            paint.focus_ring(p, look, QRectF(self.rect()), 9)
        ink = look.color("onamb") if self._drill else look.color("onred")
        if self._state == "missing":
            paint.rounded(p, rect, 6, look.color("bg2"), look.color("ln3"))
            ink = look.color("tx2")
        elif self._state == "blown":
            soft, edge = look.color("redS", drill=self._drill), look.color("red", drill=self._drill)
            paint.rounded(p, rect, 6, soft, edge, 2)
            ink = look.color("tx1")
        else:
            fill = look.color("redF", drill=self._drill)
            paint.rounded(p, rect, 6, fill, None)
            bar = QRectF(rect.left(), rect.bottom() - 10, rect.width(), 10)
            paint.rounded(p, bar, 3, fill.darker(160), None)
            if self._holding:
                done = min(1.0, self._held.elapsed() / self.HOLD_MS)
                paint.rounded(
                    p, QRectF(bar.left(), bar.top(), bar.width() * done, bar.height()), 3, look.color("onfill"), None
                )
        size = look.px(26)
        title_width = look.width(self._title, "banner")
        x = rect.center().x() - (size + look.px(10) + title_width) / 2
        top = rect.center().y() - look.px(20)
        p.drawPixmap(round(x), round(top - size / 2), look.icon(self._icon, ink, size))
        paint.text(p, look, QRectF(x + size + look.px(10), top - 24, title_width + 4, 48), self._title, "banner", ink)
        self._paint_hint(p, rect, ink)

    def _paint_hint(self, p: QPainter, rect: QRectF, ink: QColor) -> None:
        """The hint line; a word in square brackets is drawn as a key cap."""
        look = self._look
        parts = self._hint.replace("[", "\0[").replace("]", "]\0").split("\0")
        widths = [
            paint.keycap_width(look, part[1:-1]) + look.px(8) if part.startswith("[") else look.width(part, "body")
            for part in parts
        ]
        x = rect.center().x() - sum(widths) / 2
        y = rect.center().y() + look.px(22)
        for part, width in zip(parts, widths, strict=True):
            if part.startswith("["):
                paint.keycap(p, look, x + look.px(4), y, part[1:-1], ink, ink)
            else:
                paint.text(p, look, QRectF(x, y - 12, width + 4, 24), part, "body", ink)
            x += width


class SegTabs(QWidget):
    """A segmented control: one of a few is active. Counts stand in the words. ←→ move, the number of a tab is its place."""

    picked = Signal(int)

    def __init__(self, look: Look, words: list[str], parent: QWidget | None = None, *, small: bool = True) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._current = 0
        self._small = small
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_words(self, words: list[str]) -> None:
        """Change the words (their counts)."""
        if words != self._words:
            self._words = words
            self.updateGeometry()
            self.update()

    @property
    def current(self) -> int:
        """Which one is active."""
        return self._current

    def pick(self, place: int) -> None:
        """Make one active."""
        if 0 <= place < len(self._words) and place != self._current:
            self._current = place
            self.setAccessibleName(self._words[place])
            self.update()
            self.picked.emit(place)

    def _widths(self) -> list[int]:
        return [self._look.width(word, "strong") + self._look.px(22) for word in self._words]

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 2, self._look.px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        for place, width in enumerate(self._widths()):
            if x < width:
                self.pick(place)
                return
            x -= width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Right:
            self.pick(self._current + 1)
        elif event.key() == Qt.Key.Key_Left:
            self.pick(self._current - 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect())
        paint.rounded(p, rect, 6, look.color("inp"), look.color("acc") if self.hasFocus() else look.color("ln3"))
        x = 1.0
        for place, (word, width) in enumerate(zip(self._words, self._widths(), strict=True)):
            part = QRectF(x, 1, width, rect.height() - 2)
            active = place == self._current
            if active:
                paint.rounded(p, part, 5, look.color("bg3"), None)
                p.fillRect(QRectF(x + 4, part.bottom() - 2, width - 8, 2), look.color("acc"))
            elif place and place - 1 != self._current:
                p.fillRect(QRectF(x, 8, 1, rect.height() - 16), look.color("ln2"))
            paint.text(p, look, part, word, "strong" if active else "body", "tx1" if active else "tx2", paint.CENTER)
            x += width


class FilterChip(QAbstractButton):
    """A filter that is on or off, or opens a choice; ``name value`` with a mark at the end."""

    def __init__(self, look: Look, name: str, value: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._value = value
        self.active = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{name} {value}".strip())
        look.changed.connect(self.updateGeometry)

    def show_value(self, value: str, *, active: bool) -> None:
        """Show a value, lit when it restricts."""
        self._value, self.active = value, active
        self.setAccessibleName(f"{self._name} {value}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        width = look.width(self._name, "caption") + look.width(self._value, "caption") + look.px(16 + 6 + 18)
        return QSize(width, look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect())
        if self.hasFocus():
            edge = look.color("acc")
        else:
            edge = look.color("ln3") if self.active else look.color("ln2")
        paint.rounded(p, rect, 4, look.color("accS") if self.active else None, edge)
        x = look.px(8)
        paint.text(p, look, rect.adjusted(x, 0, 0, 0), self._name, "caption", "tx3")
        x += look.width(self._name, "caption") + look.px(6)
        paint.text(p, look, rect.adjusted(x, 0, 0, 0), self._value, "caption", "tx1" if self.active else "tx2")
        size = look.px(12)
        mark = "x" if self.active else "chevron-down"
        p.drawPixmap(round(rect.right() - size - 6), round(rect.center().y() - size / 2), look.icon(mark, "tx3", size))
