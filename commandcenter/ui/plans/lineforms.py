"""The forms of the lines of a plan: a unit, a first order, a danger, a reminder, a group."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.rows import RowList, RowView
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.workcopies import Copy
from commandcenter.ui.plans import model
from commandcenter.ui.plans.lines import PlanLines
from commandcenter.ui.plans.sheets import CueSheet, GroupSheet, StepSheet, UnitLineSheet, WordsSheet


class Writer(Protocol):
    """The working copy of a plan, and the lists that show it."""

    lines: PlanLines
    units: RowList

    @property
    def usable(self) -> bool:
        """Whether it can be written."""

    def copy(self) -> Copy:
        """The working copy."""

    def changed(self) -> None:
        """It was changed."""


class LineForms(QObject):
    """Opens the form of a line and puts what it says into the working copy."""

    def __init__(self, context: Context, host: QWidget, writer: Writer) -> None:
        super().__init__(host)
        self._look, self._desk = context.look, context.desk
        self._host, self._writer = host, writer
        self._sheet: FormSheet | None = None
        self._line = -1

    def add_unit(self) -> None:
        """A: one more unit."""
        self._line = -1
        self._open_unit({})

    def edit_unit(self, place: int) -> None:
        lines = self._writer.copy()["units"]
        if 0 <= place < len(lines):
            self._line = place
            self._open_unit(lines[place])

    def _open_unit(self, line: Mapping[str, Any]) -> None:
        taken = {str(other.get("unit")) for other in self._writer.copy()["units"]} - {str(line.get("unit"))}
        self._open(UnitLineSheet(self._look, self._desk, self._host, line, taken), self._on_unit_line)

    def add_line(self) -> None:
        """A below: one more order, danger, reminder or group."""
        self._line = -1
        self._open_line(None)

    def edit_line(self, place: int) -> None:
        lines = self._writer.copy()[self._writer.lines.part]
        if 0 <= place < len(lines):
            self._line = place
            self._open_line(lines[place])

    def _open_line(self, line: Any) -> None:
        part = self._writer.lines.part
        named = [str(other.get("unit")) for other in self._writer.copy()["units"]]
        if part == "first_five":
            self._open(StepSheet(self._look, self._desk, self._host, line or {}, named), self._on_step_line)
        elif part == "prompts":
            self._open(CueSheet(self._look, self._desk, self._host, line), self._on_cue_line)
        elif part == "groups":
            self._open(GroupSheet(self._look, self._desk, self._host, line or {}, named), self._on_group_line)
        else:
            self._open(WordsSheet(self._look, self._desk, self._host, line or ""), self._on_words_line)

    def _open(self, sheet: FormSheet, taken: Callable[[dict[str, Any]], None]) -> None:
        if not self._writer.usable:
            sheet.deleteLater()
            return
        self._sheet = sheet
        sheet.submitted.connect(taken)
        sheet.open_sheet()
        sheet.form.widgets[sheet.form.fields[0].name].setFocus()

    def _on_unit_line(self, values: dict[str, Any]) -> None:
        if not values["unit"]:
            if self._sheet is not None:
                self._sheet.say(
                    self.tr("Every unit stands in the plan already. Enter a new one under “Units and relations”.")
                )
            return
        self._put("units", model.unit_line(values), self._writer.units.view)

    def _on_step_line(self, values: dict[str, Any]) -> None:
        self._put("first_five", model.step_line(values), self._writer.lines.view)

    def _on_group_line(self, values: dict[str, Any]) -> None:
        if isinstance(self._sheet, GroupSheet):
            line = model.group_line(values["name"], values["lead"], self._sheet.members(values))
            self._put("groups", line, self._writer.lines.view)

    def _on_cue_line(self, values: dict[str, Any]) -> None:
        self._put("prompts", model.cue_line(values), self._writer.lines.view)

    def _on_words_line(self, values: dict[str, Any]) -> None:
        self._put(self._writer.lines.part, values["text"], self._writer.lines.view)

    def _put(self, part: str, line: Any, view: RowView) -> None:
        lines = self._writer.copy()[part]
        if self._line < 0:
            lines.append(line)
        else:
            lines[self._line] = line
        place = len(lines) - 1 if self._line < 0 else self._line
        self._writer.changed()
        if self._sheet is not None:
            self._sheet.finish()
        view.setFocus()
        view.go(place)
