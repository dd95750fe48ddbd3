"""A setting as a line: its name, what it does, and at the right the control that changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.ui.parts.basic import Label, Line
from commandcenter.ui.theme.look import Look


class SettingLine(QWidget):
    """Icon, name and explanation at the left, the controls at the right, a hairline below."""

    def __init__(self, look: Look, icon: str, name: str, note: str, *controls: QWidget) -> None:
        super().__init__()
        self._look = look
        self._icon, self._tone = icon, "tx2"
        self._picture = Label(look)
        self.name = Label(look, name, "name")
        self.note = Label(look, note, "caption", "2")
        self.note.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.note)
        line = QHBoxLayout()
        line.setContentsMargins(16, 14, 16, 14)
        line.setSpacing(14)
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        for control in controls:
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
            if not control.accessibleName():
                control.setAccessibleName(name)
            control.setAccessibleDescription(name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(line)
        outer.addWidget(Line())
        self._restyle()
        look.changed.connect(self._restyle)

    def say(self, note: str, tone: str = "2") -> None:
        """Change the explanation."""
        self.note.setText(note)
        self.note.set_tone(tone)

    def set_icon(self, icon: str, tone: str = "tx2") -> None:
        """Change the icon."""
        self._icon, self._tone = icon, tone
        self._restyle()

    def _restyle(self) -> None:
        self._picture.setPixmap(self._look.icon(self._icon, self._tone, self._look.px(20)))


class FactGrid(QWidget):
    """Facts in two columns: what, and how it is. A fact that wants a look has a mark."""

    def __init__(self, look: Look, names: list[str], *, edge: int = 16) -> None:
        super().__init__()
        self._look = look
        self.values: list[Label] = []
        self._marks: list[Label] = []
        self._warned = [False] * len(names)
        grid = QGridLayout(self)
        grid.setContentsMargins(edge, 10 if edge else 0, edge, 12 if edge else 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for line, name in enumerate(names):
            value = Label(look, "", "body")
            value.setWordWrap(True)
            value.setAccessibleName(name)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            mark = Label(look)
            grid.addWidget(Label(look, name, "body", "3"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(mark, line, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 2)
            self.values.append(value)
            self._marks.append(mark)
        grid.setColumnStretch(2, 1)
        look.changed.connect(self._restyle)

    def tell(self, place: int, words: str, *, warn: bool = False) -> None:
        """Show a fact."""
        self.values[place].setText(words)
        self.values[place].set_tone("amb" if warn else "1")
        self._warned[place] = warn
        self._restyle()

    def _restyle(self) -> None:
        for warned, mark in zip(self._warned, self._marks, strict=True):
            size = self._look.px(16)
            mark.setPixmap(self._look.icon("triangle-alert", "amb", size) if warned else QPixmap())
            mark.setVisible(warned)
