"""The navigation rail: one item a screen, always in the same place, a badge only for what wants something."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A screen on the rail: its name, word, icon and key."""

    name: str
    word: str
    icon: str
    key: str


class RailItem(QAbstractButton):
    """One item; active has a 3 px bar. The badge is red only for something real."""

    def __init__(self, look: Look, entry: RailEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.entry = entry
        self._active = False
        self._badge, self._urgent, self._warn = 0, False, False
        self.setAccessibleName(entry.word)
        self.setToolTip(f"{entry.word}  {entry.key}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_active(self, active: bool) -> None:
        """Whether its screen is shown."""
        self._active = active
        self.update()

    def set_badge(self, count: int, *, urgent: bool, warn: bool = False, why: str = "") -> None:
        """How many things want something; ``urgent`` makes it red, ``warn`` amber. ``why`` is told by the tool tip."""
        name = f"{self.entry.word} {count} {why}".strip() if count else self.entry.word
        if (count, urgent, warn, name) != (self._badge, self._urgent, self._warn, self.accessibleName()):
            self._badge, self._urgent, self._warn = count, urgent, warn
            self.setAccessibleName(name)
            self.setToolTip("\n".join(part for part in (f"{self.entry.word}  {self.entry.key}", why) if part))
            self.update()

    def sizeHint(self) -> QSize:
        window = self.window().height() if self.window() else 1080
        return QSize(self._look.px(80), self._look.px(58 if window < 900 else 68))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect())
        if self._active:
            p.fillRect(rect, look.color("bg3"))
            p.fillRect(QRectF(0, 0, 3, rect.height()), look.color("acc"))
        elif self.underMouse():
            p.fillRect(rect, look.color("bg2"))
        ink = look.color("tx1" if self._active else "tx2")
        size = look.px(22)
        top = rect.center().y() - size / 2 - look.px(10)
        p.drawPixmap(QPointF(rect.center().x() - size / 2, top), look.icon(self.entry.icon, ink, size))
        words = QRectF(0, top + size + look.px(2), rect.width(), look.px(20))
        paint.text(p, look, words, self.entry.word, "strong" if self._active else "caption", ink, paint.CENTER)
        if self._badge:
            self._paint_badge(p, rect, top)
        if self.hasFocus():
            paint.focus_ring(p, look, rect.adjusted(2, 2, -2, -2), 6)

    def _paint_badge(self, p: QPainter, rect: QRectF, top: float) -> None:
        look = self._look
        words = str(self._badge) if self._badge < 100 else "99+"
        width = max(look.px(18), look.width(words, "key") + look.px(9))
        badge = QRectF(rect.center().x() + look.px(4), top - look.px(4), width, look.px(18))
        fill = look.color("redF" if self._urgent else "ambF" if self._warn else "tx3")
        ink = "onred" if self._urgent else "onamb" if self._warn else "bg0"
        paint.rounded(p, badge, 4, fill, look.color("bg1"), 1)
        paint.text(p, look, badge, words, "key", look.color(ink), paint.CENTER)


class Rail(QFrame):
    """The rail. ``picked`` names the screen that is wanted."""

    picked = Signal(str)

    def __init__(
        self, look: Look, upper: list[RailEntry], lower: list[RailEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("bar", "rail")
        self.items: dict[str, RailItem] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addWidget(_Mark(look))
        for entry in upper:
            layout.addWidget(self._item(entry))
        layout.addStretch(1)
        for entry in lower:
            layout.addWidget(self._item(entry))
        self._restyle()
        look.changed.connect(self._restyle)

    def _item(self, entry: RailEntry) -> RailItem:
        item = RailItem(self._look, entry, self)
        item.clicked.connect(self._on_clicked)
        self.items[entry.name] = item
        return item

    def show_active(self, name: str) -> None:
        """Mark the screen that is shown."""
        for key, item in self.items.items():
            item.set_active(key == name)

    def _on_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.picked.emit(item.entry.name)

    def _restyle(self) -> None:
        self.setFixedWidth(self._look.px(80))


class _Mark(QWidget):
    """The whistle at the top of the rail."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._fit()
        look.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        size = self._look.px(24)
        at = QPointF((self.width() - size) / 2, (self.height() - size) / 2)
        p.drawPixmap(at, self._look.icon("whistle", "tx1", size))
        p.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._look.color("ln"))
