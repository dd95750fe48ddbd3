"""The bars that never move: above, where we are and what time it is; below, which keys work here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, Label, Line
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.screen import Hints
from commandcenter.ui.theme.look import Look

QWIDGETSIZE_MAX = 16_777_215
"""Qt's own word for a width without limit; PySide does not tell it."""


class ChipButton(QAbstractButton):
    """A chip in the top bar that can be pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chip = Chip("", "circle")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self.updateGeometry)

    def show_chip(self, chip: Chip) -> None:
        """Show a chip."""
        if chip != self._chip:
            self._chip = chip
            self.setText(chip.text)
            self.setAccessibleName(chip.text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(paint.chip_width(self._look, self._chip), self._look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        rect = QRectF(self.rect())
        paint.chip(p, self._look, rect, self._chip)
        if self.hasFocus():
            paint.focus_ring(p, self._look, rect, 5)


class SearchButton(QAbstractButton):
    """The box in the top bar that opens the command search; it looks like a field and says its key."""

    def __init__(self, look: Look, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hint = hint
        self.setAccessibleName(hint)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(look.px(400))
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(104), self._look.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect())
        edge = look.color("acc") if self.hasFocus() else look.color("ln3")
        paint.rounded(p, rect, 6, look.color("inp"), edge)
        size = look.px(16)
        middle = rect.center().y()
        p.drawPixmap(round(look.px(11)), round(middle - size / 2), look.icon("search", "tx3", size))
        caps = paint.keycaps_width(look, "Ctrl K")
        words = rect.adjusted(look.px(34), 0, -caps - look.px(12), 0)
        if words.width() >= look.px(40):
            paint.text(p, look, words, look.elided(self._hint, "body", round(words.width())), "body", "tx3")
        paint.keycaps(p, look, rect.right() - caps - look.px(6), middle, "Ctrl K")


class TopBar(QFrame):
    """Title, search, data state, seat, date and clock."""

    seat_asked = Signal()
    data_asked = Signal()
    search_asked = Signal()

    def __init__(self, look: Look, search_hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("bar", "top")
        self.setFixedHeight(look.px(52))
        self.title = Label(look, "", "screen")
        self.tabs = SegTabs(look, [])
        self.tabs.setVisible(False)
        self.caption = ElidedLabel(look, "", "body", "3")
        self.search = SearchButton(look, search_hint)
        self.sample = ChipButton(look)
        self.sample.setVisible(False)
        self.data = ChipButton(look)
        self.seat = ChipButton(look)
        self.date = Label(look, "", "body", "2")
        self.clock = Label(look, "", "clock")
        self.clock.setMinimumWidth(look.width("00:00:00", "clock") + 4)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 16, 1)
        layout.setSpacing(look.px(10))
        layout.addWidget(self.title)
        layout.addWidget(self.tabs)
        layout.addSpacing(6)
        layout.addWidget(self.caption, 3)
        layout.addWidget(self.search, 4)
        layout.addSpacing(6)
        for widget in (self.sample, self.data, self.seat):
            layout.addWidget(widget)
        line = Line("v")
        line.setFixedHeight(look.px(26))
        layout.addWidget(line)
        layout.addWidget(self.date)
        layout.addWidget(self.clock)
        self.seat.clicked.connect(self.seat_asked)
        self.data.clicked.connect(self.data_asked)
        self.search.clicked.connect(self.search_asked)
        look.changed.connect(self._restyle)

    def show_title(self, title: str, caption: str) -> None:
        """What the screen is called and what it says of itself; a longer title takes its room from the chips."""
        self.caption.setText(caption)
        if title != self.title.text():
            self.title.setText(title)
            self._make_room()

    def show_tabs(self, words: list[str], current: int) -> None:
        """The screens of this room; one alone needs no tabs."""
        self.tabs.setVisible(len(words) > 1)
        self.tabs.blockSignals(True)
        self.tabs.set_words(words)
        self.tabs.pick(current)
        self.tabs.blockSignals(False)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The tabs are never cut: where it gets narrow the date goes first, then the sample mark, then the data chip.

        A caption of which a word or two would be left goes whole, and the search has its room.
        """
        if self.tabs.isHidden():
            needed = 0
        else:
            kept = (self.title, self.tabs, self.seat, self.clock)
            needed = sum(widget.sizeHint().width() for widget in kept) + self.search.minimumSizeHint().width()
            needed += self._look.px(140)
        for widget in (self.data, self.sample, self.date):
            wanted = 0 if widget.isHidden() else widget.sizeHint().width()
            fits = needed + wanted <= self.width()
            widget.setMaximumWidth(QWIDGETSIZE_MAX if fits else 0)
            needed += wanted if fits else 0
        told = self.tabs.isHidden() or self.width() - needed >= self._look.px(110)
        self.caption.setMaximumWidth(QWIDGETSIZE_MAX if told else 0)

    def show_time(self, now: int) -> None:
        """Show the desk's time."""
        self.clock.setText(when.clock_seconds(now))
        self.date.setText(when.date_with_weekday(now))

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(52))
        self.clock.setMinimumWidth(self._look.width("00:00:00", "clock") + 4)
        self.search.setMaximumWidth(self._look.px(400))
        self._make_room()


class KeyBar(QFrame):
    """The keys that work on this screen, and at the right what the window itself has to say."""

    pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hints: Hints = ()
        self._note, self._tone, self._icon = "", "tx3", ""
        self.setProperty("bar", "keys")
        self._restyle()
        look.changed.connect(self._restyle)

    def show_hints(self, hints: Hints) -> None:
        """Show keys."""
        if tuple(hints) == self._hints:
            return
        self._hints = tuple(hints)
        self.setAccessibleName("; ".join(f"{key} {word}" for key, word in self._hints))
        self.update()

    def show_note(self, note: str, tone: str = "tx3", icon: str = "") -> None:
        """Show a note at the right."""
        if (note, tone, icon) != (self._note, self._tone, self._icon):
            self._note, self._tone, self._icon = note, tone, icon
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() - self._look.px(220):
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look
        p = QPainter(self)
        middle = self.height() / 2
        note_width = look.width(self._note, "caption") + look.px(40 if self._icon else 18)
        end = self.width() - note_width
        x = float(look.px(18))
        for keys, words in self._hints:
            width = paint.keycaps_width(look, keys) + look.px(5) + look.width(words, "caption") + look.px(18)
            if x + width > end:
                break
            behind = paint.keycaps(p, look, x, middle, keys)
            paint.text(p, look, QRectF(behind + look.px(4), 0, 400, self.height()), words, "caption", "tx2")
            x += width
        right = QRectF(end, 0, note_width - look.px(16), self.height())
        paint.text(p, look, right, self._note, "caption", self._tone, paint.RIGHT)
        if self._icon:
            size = look.px(14)
            at = right.right() - look.width(self._note, "caption") - size - 6
            p.drawPixmap(round(at), round(middle - size / 2), look.icon(self._icon, self._tone, size))

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(32))
        self.update()
