"""Who answers here, large: the name and the number a tired person looks for, and what else to know about the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.ui.parts.basic import ElidedLabel, Label, Line, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.theme.look import Look

FACT_LINES, COMPACT_LINES = 3, 2
"""Lines of facts, and those left in a low window."""
PEOPLE = 2
"""So many facts come first that are people with their numbers."""


@dataclass(frozen=True, slots=True)
class CardFace:
    """What the card shows. ``facts`` are (label, value, tone) pairs, laid out in two columns; ``note`` runs over both.

    ``name`` and ``number`` are those of whoever is there. ``proof`` tells how the number stands and in which tone, ``away``
    until when they stand in, ``instead`` for whom and why; ``alone``: nobody stands in, who is named is away.
    """

    name: str
    what: str
    number: str
    since: str
    vacant: bool = False
    proof: tuple[str, str] = ("", "3")
    away: str = ""
    instead: str = ""
    alone: bool = False
    facts: Sequence[tuple[str, str, str]] = ()
    note: tuple[str, str] = ("", "")


class AnswerCard(QWidget):
    """The person who answers at the left, facts about the place at the right."""

    assign_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._compact = False
        self.name = Label(look, "", "banner")
        self.what = ElidedLabel(look, "", "body", "2")
        self.number = Label(look, "", "timer")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.number.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.since = ElidedLabel(look, "", "caption", "3")
        self.assign = Button(look, self.tr("Assign"), key="R", icon="user-check", kind="warn", small=True)
        self.assign.clicked.connect(self.assign_asked)
        left = QVBoxLayout()
        left.setSpacing(4)
        first = row(self.name, self.what, gap=10)
        left.addLayout(first)
        left.addLayout(row(self.number, self.assign, None, gap=12))
        self.proof = ElidedLabel(look, "", "caption", "3")
        self.away = ElidedLabel(look, "", "body", "amb")
        self.instead = ElidedLabel(look, "", "body", "amb")
        left.addWidget(self.away)
        left.addWidget(self.instead)
        left.addWidget(self.proof)
        left.addWidget(self.since)
        left.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 3, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._labels: list[tuple[Label, ElidedLabel]] = []
        for _ in range(2 * FACT_LINES):
            label, value = Label(look, "", "body", "3"), ElidedLabel(look, "", "body")
            self._labels.append((label, value))
        self.note_label = Label(look, "", "body", "3")
        self.note = ElidedLabel(look, "", "body")
        self._narrow: bool | None = None
        self.set_narrow(narrow=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(14, 12, 14, 12)
        outer.setSpacing(16)
        outer.addLayout(left, 10)
        outer.addWidget(Line("v"))
        outer.addLayout(self._grid, 20)

    def set_narrow(self, *, narrow: bool) -> None:
        """In a narrow window the first two facts, people with their numbers, have a line each, and the left side of the others
        has more room than the right: no number is cut.
        """
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._grid.setColumnStretch(1, 2 if narrow else 1)
        self._grid.setColumnStretch(3, 1)
        whole = PEOPLE if narrow else 0
        for widget in (*(one for pair in self._labels for one in pair), self.note_label, self.note):
            self._grid.removeWidget(widget)
        for place, (label, value) in enumerate(self._labels):
            line, side = (place, 0) if place < whole else ((place + whole) // 2, (place + whole) % 2)
            self._grid.addWidget(label, line, side * 2)
            self._grid.addWidget(value, line, side * 2 + 1, 1, 3 if place < whole else 1)
        last = FACT_LINES + whole // 2
        self._grid.addWidget(self.note_label, last, 0)
        self._grid.addWidget(self.note, last, 1, 1, 3)

    def set_compact(self, compact: bool) -> None:
        """In a low window: who answers and the first facts only."""
        for label, value in self._labels[2 * COMPACT_LINES :]:
            label.setVisible(not compact)
            value.setVisible(not compact)
        self._compact = compact
        self._show_lines()

    def _show_lines(self) -> None:
        """In a low window the line that matters most stays: for whom somebody is there, else how the number stands."""
        away = bool(self.away.text())
        self.away.setVisible(away)
        self.instead.setVisible(away)
        self.proof.setVisible(bool(self.proof.text()) and not (self._compact and away))
        self.since.setVisible(bool(self.since.text()) and not away and (not self._compact or not self.number.text()))

    def show_face(self, face: CardFace) -> None:
        """Show who answers."""
        self.name.setText(face.name)
        self.name.set_tone("amb" if face.vacant else "1")
        self.what.setText(face.what)
        self.number.setText(face.number)
        self.number.setVisible(bool(face.number))
        self.since.setText(face.since)
        self.proof.setText(face.proof[0])
        self.proof.set_tone(face.proof[1])
        self.away.setText(face.away)
        self.instead.setText(face.instead)
        self.instead.set_tone("amb" if face.alone else "3")
        self._show_lines()
        self.assign.setVisible(face.vacant)
        for place, (label, value) in enumerate(self._labels):
            shown = face.facts[place] if place < len(face.facts) else ("", "", "1")
            label.setText(shown[0])
            value.setText(shown[1])
            value.set_tone(shown[2])
        self.note_label.setText(face.note[0])
        self.note.setText(face.note[1])
        self.setAccessibleName(f"{face.name} {face.what} {face.number}")
