"""The acts of the first page: begin a drill, take one out of use, say what was drilled before, which venues are crowded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.desk.drill_duties import day_of
from commandcenter.desk.engine import Done
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.drill_acts import FoundDrill
from commandcenter.domain.drill_law import STREET, VENUE
from commandcenter.domain.record import AmendRecord, RestoreRecord, RetireRecord
from commandcenter.ui import when
from commandcenter.ui.drills import model, rows
from commandcenter.ui.drills.overview import DrillOverview
from commandcenter.ui.drills.sheets import FoundSheet, HeldSheet, ReasonSheet, VenueSheet
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.parts.sending import Sending


class FirstPage(QObject):
    """Answers the first page. ``begun`` tells the id of a drill that was founded."""

    begun = Signal(str)

    def __init__(self, context: Context, host: QWidget, overview: DrillOverview) -> None:
        super().__init__(host)
        self._context, self._host, self._overview = context, host, overview
        self._look, self._desk, self._services = context.look, context.desk, context.services
        self._sheet: FormSheet | None = None
        self._line = ""
        overview.found_asked.connect(self.found)
        overview.due_opened.connect(self._on_due_opened)

    def _open(self, sheet: FormSheet, taken: Callable[[dict[str, Any]], None]) -> None:
        self._sheet = sheet
        sheet.submitted.connect(taken)
        sheet.open_sheet()

    def _send(self, command: Command, said: str, sheet: FormSheet | None = None) -> Sending:
        return Sending(self._context, command, said, sheet)

    def found_here(self) -> None:
        """A: for what is due where the keyboard is there, else from the scenario the mark is on."""
        row = self._due_row() if self._overview.due.view.hasFocus() else None
        self.found(row.target if row is not None and row.rule not in (STREET, VENUE) else "")

    def found(self, plan: str = "") -> None:
        """A: a new drill, from the scenario the mark is on or from the plan that is due."""
        reference = self._desk.reference
        if not reference.plans:
            self._services.toast.emit(Toast(self.tr("Write a plan first; a drill rests on one"), kind="warn"))
            return
        row = self._overview.model.row(self._overview.view.place)
        scenarios = {one.id: one for one in reference.drills if not one.designed}
        scenario = next((key for key, one in scenarios.items() if one.plan == plan), "") if plan else ""
        if not plan and row is not None and row.id in scenarios:
            scenario = row.id
        rests = scenarios[scenario].plan if scenario else plan or reference.plans[0].id
        self._open(FoundSheet(self._look, self._desk, self._host, scenario, rests), self._on_found)

    def _on_found(self, values: dict[str, Any]) -> None:
        fields: dict[str, Any] = {"name": values["name"], "plan": values["plan"]}
        if values["scheduled_at"] is not None:
            fields["scheduled_at"] = values["scheduled_at"]
        reference = self._desk.reference
        scenario = next((one for one in reference.drills if one.id == values["scenario"]), None)
        sheet = scenario.sheet if scenario is not None else reference.score_sheet
        fields["sheet"] = model.sheet_fields(sheet, {})
        command = FoundDrill(scenario=values["scenario"], fields=fields)
        self._send(command, self.tr("Begun; write it here"), self._sheet).done.connect(self._on_founded)

    def _on_founded(self, done: Done) -> None:
        self.begun.emit(str(done.report.get("drill", "")))

    def retire(self) -> None:
        """Del: out of use with a reason, or back."""
        row = self._overview.model.row(self._overview.view.place)
        if row is None or row.heading:
            return
        subject = f"drill/{row.id}"
        if not row.active:
            self._send(RestoreRecord(subject=subject), self.tr("Back in use"))
            return
        self._line = subject
        title = self.tr("Take out of use")
        self._open(
            ReasonSheet(self._look, self._desk, self._host, title, self.tr("Why it ends"), row.name), self._on_retire
        )

    def _on_retire(self, values: dict[str, Any]) -> None:
        command = RetireRecord(subject=self._line, reason=values["reason"])
        self._send(command, self.tr("Taken out of use; past drills keep it"), self._sheet)

    def _due_row(self) -> rows.DueRow | None:
        found: rows.DueRow | None = self._overview.due_model.row(self._overview.due.view.place)
        return found

    def _on_due_opened(self, _place: int) -> None:
        row = self._due_row()
        if row is not None:
            self.found(row.target if row.rule not in (STREET, VENUE) else "")

    def enter_held(self) -> None:
        """B on what is due: it was drilled before this program, or by the venue itself."""
        row = self._due_row()
        if row is None:
            return
        if row.rule == STREET:
            words = self.tr("Enter it at the plan that was drilled; the office's duty follows")
            self._services.toast.emit(Toast(words, kind="warn"))
            return
        self._line = f"place/{row.target}" if row.rule == VENUE else f"plan/{row.target}"
        day = row.last if row.last != when.UNKNOWN else ""
        self._open(HeldSheet(self._look, self._desk, self._host, row.name, day), self._on_held)

    def _on_held(self, values: dict[str, Any]) -> None:
        day = day_of(values["day"])
        if day is None or day > local_date(self._desk.clock.now()):
            if self._sheet is not None:
                self._sheet.form.mark_wrong("day")
                self._sheet.say(self.tr("Write a day that has passed, such as 2026-07-16."))
            return
        command = AmendRecord(subject=self._line, fields={"last_drill_on": day.isoformat()})
        self._send(command, self.tr("Saved; the due day follows"), self._sheet)

    def choose_venues(self) -> None:
        """V: which venues are crowded and drill every half-year."""
        places = self._desk.read.reference.records("place")
        sites = {key: record for key, record in places.items() if record.active and record.get("kind") == "site"}
        if not sites:
            self._services.toast.emit(Toast(self.tr("There is no unit of society in the roster yet"), kind="warn"))
            return
        self._open(VenueSheet(self._look, self._desk, self._host, sites), self._on_venues)

    def _on_venues(self, values: dict[str, Any]) -> None:
        sheet = self._sheet
        if isinstance(sheet, VenueSheet):
            changed = sheet.commands(values)
            if not changed:
                sheet.say(self.tr("Nothing was changed."))
                return
            self._send(Batch(commands=tuple(changed)), self.tr("Saved; the calendar follows"), sheet)
