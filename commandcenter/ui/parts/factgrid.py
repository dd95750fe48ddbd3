"""Facts in two columns: what, and how it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QWidget

from commandcenter.ui.parts.basic import Label
from commandcenter.ui.theme.look import Look


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
