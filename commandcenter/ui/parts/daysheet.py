"""Asks for the day on which the roster or the organisation is to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain.clock import DAY, local_date
from commandcenter.ui import when
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.rosterhand import day_told
from commandcenter.ui.parts.screen import Context


class DaySheet(FormSheet):
    """``chosen`` tells the last instant of the day (epoch milliseconds): a change of that day has happened by then.

    Today is None: what stands now. ``shown`` is an instant of the day that is shown, ``title`` what is asked.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, host: QWidget, title: str, shown: int) -> None:
        fields = [Field("day", self.tr("Day"), "date", when.day(shown), required=True)]
        now = context.desk.clock.now
        super().__init__(context.look, host, title, fields, send=self.tr("Show"), width=420, now=now)
        self.caption.setText(self.tr("who held which post then, or will"))
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
        self.finish()
        if day is not None:
            today = local_date(day) == local_date(self._now())
            self.chosen.emit(None if today else day + DAY - 1)
