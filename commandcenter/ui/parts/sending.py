"""Sending a command from a screen: the sheet closes once it is saved, or says near the hand why it was not."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from commandcenter.desk.engine import Done, NotSaved, RefusedBy
from commandcenter.domain.command import Command
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.wording import refusal


class Sending(QObject):
    """One command on its way. ``done`` tells that it is on the disk; a refusal is worded in the sheet, else in a toast.

    ``failed`` tells that it could not be written; the strip of the window says why.
    """

    done = Signal(object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, command: Command, said: str = "", sheet: Sheet | None = None) -> None:
        super().__init__(context.services)
        self._context = context
        self._said = said
        self._sheet = sheet
        if sheet is not None:
            sheet.destroyed.connect(self._forget_sheet)
        ticket = context.desk.submit(command)
        ticket.done.connect(self._on_done)
        ticket.refused.connect(self._on_refused)
        ticket.failed.connect(self._on_failed)

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _on_done(self, done: Done) -> None:
        if self._said:
            self._context.services.toast.emit(Toast(self._said, kind="done"))
        if self._sheet is not None:
            finish = getattr(self._sheet, "finish", self._sheet.dismiss)
            finish()
        self.done.emit(done)
        self.deleteLater()

    def _on_refused(self, refused: RefusedBy) -> None:
        if self._sheet is not None:
            self._sheet.say(refusal(refused.code, refused.facts, self._context.desk.reference.unit_name))
        else:
            self._context.services.refused.emit(refused)
        self.refused.emit(refused)
        self.deleteLater()

    def _on_failed(self, failed: NotSaved) -> None:
        if self._sheet is not None:
            self._sheet.say(self.tr("Not saved; see the strip above. Nothing typed is lost."))
        self.failed.emit(failed)
        self.deleteLater()
