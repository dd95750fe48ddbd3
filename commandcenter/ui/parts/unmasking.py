"""Seeing personal data of an ended incident: a reason first, which is logged with the name and the moment."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.privacy import UNMASK
from commandcenter.domain.privacy_acts import OpenPersonalData
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.sending import Sending

translate = QCoreApplication.translate


class Unmasking(QObject):
    """Asks why, and opens the data of one incident at this seat for the minutes the office allows."""

    def __init__(self, context: Context, host: QWidget, whistle: str) -> None:
        super().__init__(host)
        self._context, self._whistle = context, whistle
        limit = context.desk.reference.limit(UNMASK)
        minutes = limit.milliseconds / MINUTE if limit is not None else 0
        hint = self.tr("checking the transfer list with a family")
        field = Field("reason", self.tr("Why the names are needed"), required=True, wide=True, hint=hint)
        title = self.tr("Show personal data")
        look, now = context.look, context.desk.clock.now
        self.sheet = FormSheet(look, host, title, [field], send=self.tr("Show"), width=620, now=now)
        self.sheet.caption.setText(
            self.tr("at this seat for {n} minutes; who, when and why is logged").format(n=f"{minutes:g}")
        )
        self.sheet.submitted.connect(self._send)
        self.sheet.closed.connect(self.deleteLater)
        self.sheet.open_sheet()

    def _send(self, values: dict[str, Any]) -> None:
        command = OpenPersonalData(whistle=self._whistle, reason=values["reason"])
        Sending(self._context, command, self.tr("Shown at this seat; it is logged"), self.sheet)
