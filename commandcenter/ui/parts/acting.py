"""Acts by forms: a key opens a sheet, Ctrl+Enter sends its command, and what is wrong is said beside the field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.desk.engine import Done
from commandcenter.domain.command import Command
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.sending import Sending

Make = Callable[[Mapping[str, Any]], Command]
"""From what was entered to the command. Raises ``ValueError`` with the name of a field that cannot be read."""


class Acting(QObject):
    """Opens one sheet at a time over a screen and sends what is made of it. ``done`` tells that it is on the disk."""

    done = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self._make: Make | None = None
        self._said = ""
        self.sheet: FormSheet | None = None

    def open(
        self,
        key: str,
        title: str,
        caption: str,
        fields: Sequence[Field],
        send: str,
        make: Make,
        *,
        said: str = "",
        width: int = 680,
        danger: bool = False,
        below: str = "",
    ) -> FormSheet:
        """Open a sheet. ``key`` names the draft that is kept of it (empty: nothing of it is kept, it holds a PIN); ``said`` is told once it is saved, ``below`` stands below
        the fields: what will be done.
        """
        desk = self._context.desk
        sheet = FormSheet(
            self._context.look, self._host.window(), title, fields, send=send, width=width, danger=danger,
            now=desk.clock.now,
        )  # fmt: skip
        sheet.caption.setText(caption)
        if below:
            sheet.say_below(below)
        if key:
            sheet.keep_draft(key, desk.save_draft, desk.drafts().get(key, ""))
        sheet.submitted.connect(self._on_submitted)
        sheet.closed.connect(self._on_closed)
        self.sheet, self._make, self._said = sheet, make, said
        sheet.open_sheet()
        return sheet

    def send(self, command: Command, said: str = "") -> None:
        """Send a command that needs no sheet."""
        Sending(self._context, command, said).done.connect(self._on_done)

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        sheet, make = self.sheet, self._make
        if sheet is None or make is None:
            return
        try:
            command = make(values)
        except ValueError as error:
            name = str(error)
            field = next((field for field in sheet.form.fields if field.name == name), None)
            if field is None:
                sheet.say(name)
                return
            sheet.form.mark_wrong(name)
            sheet.say(self.tr("“{field}” cannot be read as it is written.").format(field=field.label))
            return
        Sending(self._context, command, self._said, sheet).done.connect(self._on_done)

    def _on_closed(self) -> None:
        self.sheet = None

    def _on_done(self, done: Done) -> None:
        self.done.emit(done)
