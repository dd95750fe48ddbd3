"""What a hand does in an incident: every key, menu and sheet becomes a command here, and its answer is said near the hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Ticket
from commandcenter.desk.engine import Done, NotSaved, RefusedBy
from commandcenter.domain.command import Command
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle_acts import DeclareFalseAlarm
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.parts.formhand import FormHand
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.screen import Context, Go, Toast
from commandcenter.ui.post.calling import Calling
from commandcenter.ui.post.ending import CloseSheet, StandDownSheet
from commandcenter.ui.post.false_alarm import FalseAlarmSheet
from commandcenter.ui.post.lead_sheets import LeadSheets
from commandcenter.ui.post.sheets import Built, Make
from commandcenter.ui.wording import refusal


class Hand(QObject):
    """Sends commands and opens sheets for the incident that is shown. ``released`` asks for the board to have the keys,
    ``phone_wanted`` for the number of a department by its ordinal.
    """

    released = Signal()
    phone_wanted = Signal(int)
    called_off = Signal()
    """It was declared a false alarm: everybody called has to be told now."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.services = context.desk, context.services
        self.host = host
        self.sheets = LeadSheets(context.look, context.desk, host)
        self.calling = Calling(context.desk)
        self.forms = FormHand(context, host)
        self.incident: Incident | None = None
        self._make: Make | None = None
        self._sheet: FormSheet | StandDownSheet | CloseSheet | FalseAlarmSheet | None = None
        self._said: dict[str, tuple[str, bool]] = {}
        self._ending = ""
        self._calls_off = False

    def state(self, ordinal: int) -> ReportIn | None:
        """The department with an ordinal."""
        if self.incident is None:
            return None
        return next((state for state in self.incident.report_ins if state.ordinal == ordinal), None)

    def send(self, command: Command, said: str = "", *, undo: bool = True) -> Ticket:
        """Send a command; ``said`` is told once it is on the disk, with a way to undo it."""
        ticket = self.desk.submit(command)
        ticket.refused.connect(self.services.refused)
        if said:
            self._said[ticket.request.id] = (said, undo)
            ticket.done.connect(self._on_sent)
        return ticket

    def _on_sent(self, _done: Done) -> None:
        ticket = self.sender()
        if not isinstance(ticket, Ticket):
            return
        said, undo = self._said.pop(ticket.request.id)
        toast = Toast(said, kind="done", action="post.undo", action_word=self.tr("undo"), key="Ctrl Z")
        self.services.toast.emit(toast if undo else Toast(said, kind="done"))

    def open(self, built: Built) -> None:
        """Open a form; what it gives is sent."""
        sheet, self._make = built
        self._sheet = sheet
        sheet.submitted.connect(self._on_submitted)
        sheet.open_sheet()

    def _on_submitted(self, values: dict[str, Any]) -> None:
        if self._make is None or not isinstance(self._sheet, FormSheet):
            return
        self._send_from_sheet(self._make(values))

    def _send_from_sheet(self, command: Command) -> None:
        self._calls_off = isinstance(command, DeclareFalseAlarm)
        ticket = self.desk.submit(command)
        ticket.done.connect(self._on_sheet_done)
        ticket.refused.connect(self._on_sheet_refused)
        ticket.failed.connect(self._on_sheet_failed)

    def _on_sheet_done(self, _done: Done) -> None:
        if isinstance(self._sheet, FormSheet | StandDownSheet | CloseSheet):
            self._sheet.finish()
        elif self._sheet is not None:
            self._sheet.dismiss()
        self.released.emit()
        if self._calls_off:
            self.called_off.emit()
        if isinstance(self._sheet, CloseSheet):
            self.go_to_review(self._ending)

    def go_to_review(self, whistle: str) -> None:
        """It is over: what it was is told by the review."""
        self.services.toast.emit(Toast(self.tr("The incident is closed. Here is its review."), kind="done"))
        self.services.go.emit(Go("review", {"whistle": whistle}))

    def _on_sheet_refused(self, refused: RefusedBy) -> None:
        if isinstance(self._sheet, StandDownSheet | CloseSheet):
            self._sheet.say(self._sheet.take_refusal(refused.code, refused.facts))
        elif self._sheet is not None:
            self._sheet.say(refusal(refused.code, refused.facts, self.desk.reference.unit_name))

    def _on_sheet_failed(self, _failed: NotSaved) -> None:
        if self._sheet is not None:
            self._sheet.say(self.tr("Not saved; see the strip above. Nothing typed is lost."))

    def open_false_alarm(self, sheet: FalseAlarmSheet) -> None:
        """Open the list of who has to be told; it stays open while one after the other is told."""
        self._sheet = sheet
        sheet.sent.connect(self._send_telling)
        sheet.phoned.connect(self.phone_wanted)
        sheet.open_sheet()

    def _send_telling(self, command: Command) -> None:
        ticket = self.desk.submit(command)
        ticket.refused.connect(self._on_sheet_refused)
        ticket.failed.connect(self._on_sheet_failed)

    def open_ending(self, sheet: StandDownSheet | CloseSheet) -> None:
        """Open the sheet that stands down or closes."""
        self._sheet = sheet
        self._ending = self.incident.whistle.id if self.incident is not None else ""
        key = f"post.{self._ending}.{'close' if isinstance(sheet, CloseSheet) else 'stand_down'}"
        sheet.keep_draft(key, self.desk.save_draft, self.desk.drafts().get(key, ""))
        sheet.sent.connect(self._send_from_sheet)
        sheet.open_sheet()
