"""Forms and their commands: a form is opened, what it gives is sent, and the form says near the hand why it was refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain.command import Command
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.sending import Sending

Make = Callable[[dict[str, Any]], Command]
Built = tuple[FormSheet, Make]


class FormHand(QObject):
    """Opens forms over ``host`` and sends what they give. ``settled`` tells that something was saved."""

    settled = Signal()

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self.context = context
        self.host = host
        self._sheet: FormSheet | None = None
        self._make: Make | None = None
        self._said = ""

    def build(
        self,
        key: str,
        title: str,
        caption: str,
        fields: Sequence[Field],
        send: str,
        *,
        width: int = 640,
        danger: bool = False,
    ) -> FormSheet:
        """A form whose typed words are kept as a draft under ``key`` until they are saved."""
        desk = self.context.desk
        sheet = FormSheet(
            self.context.look, self.host, title, fields, send=send, width=width, danger=danger, now=desk.clock.now
        )
        sheet.keep_draft(key, desk.save_draft, desk.drafts().get(key, ""))
        sheet.caption.setText(caption)
        return sheet

    def open(self, built: Built, said: str = "") -> None:
        """Open a form; ``said`` is told once what it gives is on the disk."""
        self._sheet, self._make = built
        self._said = said
        self._sheet.submitted.connect(self._on_submitted)
        self._sheet.open_sheet()

    def send(self, command: Command, said: str = "", sheet: Sheet | None = None) -> Sending:
        """Send a command; a ``sheet`` closes once it is saved, or says why it was refused."""
        sending = Sending(self.context, command, said, sheet)
        sending.done.connect(self._on_done)
        return sending

    def _on_submitted(self, values: dict[str, Any]) -> None:
        if self._make is not None and self._sheet is not None:
            self.send(self._make(values), self._said, self._sheet)

    def _on_done(self, _done: object) -> None:
        self.settled.emit()
