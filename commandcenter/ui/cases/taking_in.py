"""Taking in: the form of F2 from the first key to the number, and what follows at once - dispatch, hand-over, whistle."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.desk.engine import Done, NotSaved, RefusedBy
from commandcenter.ui.cases.register import WHISTLE, RegisterSheet
from commandcenter.ui.parts.screen import Context, Go, Toast
from commandcenter.ui.wording import refusal


class TakingIn(QObject):
    """Opens the form over ``host`` and sends what it gives. ``registered`` gives the id of the case once it is on the disk."""

    registered = Signal(str)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self._sheet: RegisterSheet | None = None

    def open(self, call: str = "", place: str = "") -> None:
        """F2; an open form stays as it is. ``call`` is the telephone call (id) that a case is made of, ``place`` where it is."""
        if self._sheet is not None:
            return
        told = self._context.desk.read.calls.one(call) if call else None
        sheet = RegisterSheet(self._context.look, self._context.desk, self._host, told)
        self._sheet = sheet
        sheet.submitted.connect(self._on_submitted)
        sheet.opened.connect(self._on_opened)
        sheet.closed.connect(self._on_closed)
        sheet.open_sheet()
        if place:
            sheet.put_place(place)

    def on_the_way(self) -> dict[str, str] | None:
        """F9 with the form open: the console comes at once with the place; the case is registered meanwhile and follows.

        ``coming`` is the id it will have, where one is being registered. None when no form is open.
        """
        if self._sheet is None:
            return None
        place = self._sheet.located.id if self._sheet.located is not None else ""
        sent = self._sheet.send_for_whistle()
        return {"place": place, "coming": self._sheet.case if sent else ""}

    def _on_submitted(self, values: dict[str, Any]) -> None:
        if self._sheet is None:
            return
        ticket = self._context.desk.submit(self._sheet.command(values))
        self._way, self._draft = self._sheet.way, self._sheet.draft
        ticket.done.connect(self._on_done)
        ticket.refused.connect(self._on_refused)
        ticket.failed.connect(self._on_failed)

    def _on_done(self, done: Done) -> None:
        if self._sheet is not None:
            self._sheet.finish()
        else:  # F9 has left it behind, and what was typed with it as a draft
            self._context.desk.save_draft(self._draft, "")
        number, case = str(done.report.get("number", "")), str(done.report.get("case", ""))
        services = self._context.services
        words = self.tr("Registered {number}").format(number=number)
        if self._way.isdigit():
            words = self.tr("Registered {number}, handed to {service}").format(number=number, service=self._way)
        services.toast.emit(Toast(words, kind="done"))
        if self._way != WHISTLE:  # else the console has the keyboard and takes the case by itself
            self.registered.emit(case)

    def _on_refused(self, refused: RefusedBy) -> None:
        self._say(refusal(refused.code, refused.facts, self._context.desk.reference.unit_name))

    def _on_failed(self, _failed: NotSaved) -> None:
        self._say(self.tr("Not saved; see the strip above. Nothing typed is lost."))

    def _say(self, words: str) -> None:
        """In the form; where F9 has left it behind, over whatever is seen. What was typed is a draft."""
        if self._sheet is not None:
            self._sheet.say(words)
        else:
            self._context.services.toast.emit(Toast(words, kind="warn", seconds=8))

    def _on_opened(self, case: str) -> None:
        self._context.services.go.emit(Go("cases", {"case": case}))

    def _on_closed(self) -> None:
        self._sheet = None
