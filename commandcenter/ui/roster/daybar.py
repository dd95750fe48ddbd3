"""The roster of another day: the form that asks for the day, and the strip that says which one is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from commandcenter.domain.clock import local_date
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Label, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.rosterhand import day_told
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.roster.standing import end_of
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


class DaySheet(FormSheet):
    """``chosen`` tells the last instant of the day; today is None, the roster as it stands."""

    chosen = Signal(object)

    def __init__(self, context: Context, host: QWidget, day: str) -> None:
        fields = [Field("day", self.tr("Day"), "date", day, required=True)]
        now = context.desk.clock.now
        super().__init__(
            context.look, host, self.tr("The roster of another day"), fields, send=self.tr("Show"), width=420, now=now
        )
        self.caption.setText(self.tr("who held which post then, or will"))
        self.begin_at("day")
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        try:
            day = day_told(values, "day")
        except ValueError:
            self.form.mark_wrong("day")
            self.say(self.tr("Write the day like 2026-07-24."))
            return
        self.finish()
        if day is not None:
            today = local_date(day) == local_date(self._now())
            self.chosen.emit(None if today else end_of(day))
