"""The strip that says that the roster of another day is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from commandcenter.ui import when
from commandcenter.ui.parts.basic import Label, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.theme.look import Look


class DayBar(QFrame):
    """Says that another day is shown, and leads back."""

    back_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "true")
        self.words = Label(look, "", "strong", "amb")
        self.note = Label(look, self.tr("Nothing can be changed here."), "body", "2")
        self.back = Button(look, self.tr("Today"), key="Esc", icon="undo-2", small=True)
        self.back.clicked.connect(self.back_asked)
        self.setLayout(row(self.words, self.note, None, self.back, gap=12, margins=(14, 6, 12, 6)))
        self.hide()

    def show_day(self, at: int | None) -> None:
        """Show the day of an instant; None hides the strip."""
        self.setVisible(at is not None)
        if at is not None:
            self.words.setText(self.tr("The roster as it stood on {day}").format(day=when.day(at)))
