"""Seeing a citizen's name, number and words: a reason first, which is logged with who looked and when.

What was shown is hidden again after the minutes the office allows, and when another case is chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import RevealCase
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.privacy import UNMASK
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.sending import Sending

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate

OTHER = "other"
REASONS: Mapping[str, str] = {
    "contact": QT_TRANSLATE_NOOP("Unmask", "to contact the citizen"),
    "check": QT_TRANSLATE_NOOP("Unmask", "to check who it is"),
    "hand_on": QT_TRANSLATE_NOOP("Unmask", "to hand it to the unit that handles it"),
    OTHER: QT_TRANSLATE_NOOP("Unmask", "another reason, in words"),
}


class Unmask(QObject):
    """Asks why. ``shown`` emits the id of the case and until when (epoch milliseconds) it may be seen."""

    shown = Signal(str, object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self._case = ""
        self.sheet: FormSheet | None = None

    def ask(self, case: Case) -> None:
        """Open the form; Ctrl+Enter with the first reason is the usual way."""
        desk = self._context.desk
        fields = [
            Field("why", self.tr("Why"), "choice", "contact", [(code, _word(code)) for code in REASONS]),
            Field("words", self.tr("In words"), wide=True),
        ]
        sheet = FormSheet(self._context.look, self._host, self.tr("Show name, number and words"), fields,
                          send=self.tr("Show"), width=560, now=desk.clock.now)  # fmt: skip
        minutes = self._span() / MINUTE
        sheet.caption.setText(self.tr("for {n} minutes; who, when and why is logged").format(n=f"{minutes:g}"))
        sheet.submitted.connect(self._send)
        self._case, self.sheet = case.id, sheet
        sheet.open_sheet()

    def _span(self) -> int:
        limit = self._context.desk.reference.limit(UNMASK)
        return limit.milliseconds if limit is not None else 15 * MINUTE

    def _send(self, values: Mapping[str, Any]) -> None:
        words = str(values["words"]).strip()
        if values["why"] != OTHER:
            words = " · ".join(part for part in (_word(str(values["why"])), words) if part)
        Sending(self._context, RevealCase(case=self._case, words=words), "", self.sheet).done.connect(self._on_done)

    def _on_done(self, _done: object) -> None:
        self.shown.emit(self._case, self._context.desk.clock.now() + self._span())


def _word(code: str) -> str:
    return translate("Unmask", REASONS[code])
