"""The foot of the panel of a case: a note, the next step, further steps, the whistle - in one line at any width."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.theme.look import Look

NEXT = "arrow-right"


class CaseFoot(QFrame):
    """``acted`` tells the name of the button: note, next, more or whistle."""

    acted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "foot")
        self.note = Button(look, self.tr("Note"), key="N", icon="message-square-text")
        self.next = Button(look, "", key=".", icon=NEXT)
        self.more = Button(look, self.tr("More"), key="M", icon="ellipsis")
        self.whistle = Button(look, self.tr("Whistle for this case"), key="F9", icon="whistle", kind="danger")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 10, 10, 10)
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(3, 1)
        for place, name in enumerate(("note", "next", "more", "whistle")):
            button: Button = getattr(self, name)
            button.setObjectName(name)
            button.clicked.connect(self._on_button)
            side = Qt.AlignmentFlag.AlignRight if name == "whistle" else Qt.AlignmentFlag(0)
            self._grid.addWidget(button, 0, place, side)
        look.changed.connect(self.fit)
        self.fit()

    def show_next(self, words: str) -> None:
        """Say the next step; without one there is no button."""
        self.next.set_text(words)
        self.next.setVisible(bool(words))
        self.fit()

    def fit(self) -> None:
        """The whistle in one word where more finds no room, then the others by sign and key alone, the next step by its words."""
        buttons = (self.note, self.next, self.more, self.whistle)
        note, more = self.tr("Note"), self.tr("More")
        whole, short = self.tr("Whistle for this case"), self.tr("Whistle")
        ways = (
            (whole, (note, more), NEXT),
            (short, (note, more), NEXT),
            (short, ("", ""), NEXT),
            (short, ("", ""), ""),
        )
        for words, others, icon in ways:
            self.whistle.set_text(words)
            self.next.set_icon(icon)
            for button, text in zip((self.note, self.more), others, strict=True):
                button.set_text(text)
                button.setAccessibleName(note if button is self.note else more)
            if sum(button.sizeHint().width() + 6 for button in buttons if not button.isHidden()) + 16 <= self.width():
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _on_button(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.acted.emit(sender.objectName())
