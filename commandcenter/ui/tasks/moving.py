"""The list of people to move: its numbers, what they propose for the key fact, the list, and the line that fills it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from commandcenter.ui.parts.basic import ElidedLabel, Empty, KeyCaps, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.tasks.painters import HouseholdPainter, TallyStrip
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class MovingLine(QLineEdit):
    """The line; Esc gives the keyboard back to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class MovingPanel(ListPanel):
    """``entered`` emits a typed line, ``adopted`` that the number of those moved out becomes the key fact."""

    entered = Signal(str)
    edited = Signal(str)
    adopted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        empty = Empty(
            look,
            "users",
            translate("Tasks", "Nobody is on the list"),
            translate("Tasks", "Type a line below: address, people, state, place. N opens a form."),
        )
        title = translate("Tasks", "People to move")
        painter = HouseholdPainter(look)
        super().__init__(look, title, painter, empty, parent, act=translate("Tasks", "Household"), key="N", titled=True)
        self.strip = TallyStrip(look)
        self.proposal = QFrame()
        self.proposal.setProperty("bar", "foot")
        self.proposed = ElidedLabel(look, "", "body", "1")
        self.adopt = Button(look, translate("Tasks", "Take over"), key="U", small=True)
        self.adopt.clicked.connect(self.adopted)
        self.proposal.setLayout(row(self.proposed, self.adopt, margins=(14, 6, 12, 6)))
        self.body.insertWidget(0, self.strip)
        self.body.insertWidget(1, self.proposal)
        self.line = MovingLine()
        self.line.setAccessibleName(translate("Tasks", "A line for the list"))
        self.line.setPlaceholderText(translate("Tasks", "3 Court, 2 households 5 people moved community hall"))
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self._on_enter)
        self.reading = ElidedLabel(look, "", "caption", "2")
        foot = QFrame()
        foot.setProperty("bar", "foot")
        inner = QVBoxLayout(foot)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(4)
        inner.addLayout(row(self.line, KeyCaps(look, "/")))
        inner.addWidget(self.reading)
        self.body.addWidget(foot)

    def propose(self, words: str) -> None:
        """Propose a number for the key fact; an empty text proposes nothing."""
        self.proposed.setText(words)
        self.proposal.setVisible(bool(words))

    def _on_enter(self) -> None:
        if self.line.text().strip():
            self.entered.emit(self.line.text())
