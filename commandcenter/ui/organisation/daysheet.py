"""Asks for the day on which the organisation is to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain.clock import DAY
from commandcenter.ui import when
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.rosterhand import day_told
from commandcenter.ui.parts.screen import Context


class DaySheet(FormSheet):
    """``chosen`` tells noon of the day, in epoch milliseconds."""

    chosen = Signal(object)

    def __init__(self, context: Context, host: QWidget, shown: int) -> None:
        fields = [Field("day", self.tr("Day"), "date", when.day(shown), required=True)]
        title = self.tr("The organisation of another day")
        now = context.desk.clock.now
        super().__init__(context.look, host, title, fields, send=self.tr("Show"), width=420, now=now)
        self.caption.setText(self.tr("as it was, or will be"))
        self.begin_at("day")
        self.submitted.connect(self._on_submitted)
        self.closed.connect(self.deleteLater)

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        try:
            day = day_told(values, "day")
        except ValueError:
            self.form.mark_wrong("day")
            self.say(self.tr("Write the day like 2026-07-24."))
            return
        self.dismiss()
        if day is not None:
            self.chosen.emit(day + DAY // 2)
