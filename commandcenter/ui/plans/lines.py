"""The lines of a plan below its units: first orders, dangers, reminders and groups, one list at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.domain.unit import Unit
from commandcenter.ui.parts.basic import ElidedLabel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.plans.lists import LinePainter, line_key, line_spoken
from commandcenter.ui.plans.model import LINE_PARTS, line_rows
from commandcenter.ui.theme.look import Look


class PlanLines(QWidget):
    """A tab for each part, its lines below. ``add_asked`` and ``opened`` (a place) want the form of a line."""

    add_asked = Signal()
    opened = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Mapping[str, list[Any]] = {part: [] for part in LINE_PARTS}
        self._units: Mapping[str, Unit] = {}
        self.tabs = SegTabs(look, self._names())
        self.tabs.setAccessibleName(self._names()[0])
        self.tabs.picked.connect(self._on_tab)
        self.note = ElidedLabel(look, "", "caption", "3")
        self.add_button = Button(look, self.tr("Add"), key="A", icon="plus", kind="ghost", small=True)
        self.add_button.clicked.connect(self.add_asked)
        self.model = KeyedRows(line_key, line_spoken, self)
        self.list = RowList(look, self.model, LinePainter(look, self), self.tr("Lines of the plan"))
        self.view = self.list.view
        self.view.opened.connect(self.opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row(self.tabs, self.note, self.add_button, margins=(12, 8, 12, 2)))
        layout.addWidget(self.list, 1)

    def _names(self) -> list[str]:
        return [self.tr("First five minutes"), self.tr("Dangers"), self.tr("Do not forget"), self.tr("Groups")]

    @property
    def part(self) -> str:
        """The part that is shown."""
        return LINE_PARTS[self.tabs.current]

    def show_lines(self, edited: Mapping[str, Any], units: Mapping[str, Unit]) -> None:
        """Show the lines of a plan."""
        self._lines, self._units = {part: edited[part] for part in LINE_PARTS}, units
        names = zip(self._names(), LINE_PARTS, strict=True)
        self.tabs.set_words([f"{name} {len(self._lines[part])}" for name, part in names])
        self._fill()

    def step(self, by: int) -> None:
        """← and →: the part beside it, the keyboard stays in the list."""
        self.tabs.pick(self.tabs.current + by)

    def _fill(self) -> None:
        notes = {
            "first_five": self.tr("become orders with the whistle"),
            "hazards": self.tr("stand in the console beside the plan"),
            "prompts": self.tr("stand in the console beside the plan"),
            "groups": self.tr("open with the command post"),
        }
        self.note.setText(notes[self.part])
        self.model.show(line_rows(self.part, self._lines[self.part], self._units))

    def _on_tab(self, _place: int) -> None:
        self._fill()
        self.view.go(0)
