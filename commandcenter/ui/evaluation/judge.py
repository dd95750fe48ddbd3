"""What a hand does in an evaluation: grades, evidence, corrections, and the steps from the end of a drill to its file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from commandcenter.desk.engine import Done, RefusedBy
from commandcenter.domain import drill_run_acts as acts
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.drill import GRADES
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_score import suggested, unit_suggested
from commandcenter.domain.review import FinishAction, SetAction
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.evaluation.faces import ActionRow
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.grade import grade_word
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.wording import refusal


class Judge(QObject):
    """Sends commands for the drill that is shown."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.services, self.look = context.desk, context.services, context.look
        self.host = host
        self.run: DrillRun | None = None
        self.incident: Incident | None = None
        self._sheet: FormSheet | None = None
        self._asks = ("", "")

    def send(self, command: Command) -> None:
        """Send a command; what the rules refuse is said near the hand."""
        self.desk.submit(command).refused.connect(self.services.refused)

    def _say(self, words: str) -> None:
        self.services.toast.emit(Toast(words, kind="warn"))

    # -- grades ----------------------------------------------------------------------------------------------------

    def grade_inject(self, inject: str, grade: str) -> None:
        """1-4 on an inject."""
        if self.run is not None:
            self.send(acts.GradeInject(run=self.run.id, inject=inject, grade=grade))

    def grade_unit(self, unit: str, grade: str) -> None:
        """1-4 on a department; those we ask or tell take words alone."""
        run, incident = self.run, self.incident
        if run is None or incident is None:
            return
        state = next((one for one in incident.report_ins if one.unit == unit), None)
        if state is not None and state.relation in ("request", "report"):
            self._say(self.tr("Those we ask or tell are not graded; Enter writes a sentence."))
            return
        note = run.units[unit].note if unit in run.units else ""
        self.send(acts.GradeUnit(run=run.id, unit=unit, grade=grade, note=note))

    def take_suggestions(self) -> None:
        """A: what the record suggests becomes the grade of everything that has none yet."""
        run = self.run
        if run is None:
            return
        commands: list[Command] = [
            acts.GradeInject(run=run.id, inject=line.id, grade=suggested(run, line))
            for line in run.injects
            if run.of(line.id).delivered_at is not None and not run.of(line.id).grade and suggested(run, line)
        ]
        for state in self.incident.report_ins if self.incident is not None else ():
            grade = unit_suggested(run, state)
            if grade and not (state.unit in run.units and run.units[state.unit].grade):
                note = run.units[state.unit].note if state.unit in run.units else ""
                commands.append(acts.GradeUnit(run=run.id, unit=state.unit, grade=grade, note=note))
        if commands:
            self.send(Batch(commands=tuple(commands)))

    # -- sheets ----------------------------------------------------------------------------------------------------

    def _open(self, asks: tuple[str, str], title: str, fields: Sequence[Field], send: str) -> None:
        self._asks = asks
        root: Any = self.host.window()
        self._sheet = FormSheet(self.look, root.centralWidget(), title, fields, send=send, now=self.desk.clock.now)
        self._sheet.submitted.connect(self._on_submitted)
        self._sheet.open_sheet()

    def _on_submitted(self, values: dict[str, Any]) -> None:
        command = self._command(values)
        if command is None:
            return
        ticket = self.desk.submit(command)
        ticket.done.connect(self._on_done)
        ticket.refused.connect(self._on_refused)
        ticket.failed.connect(self._on_failed)

    def _on_done(self, _done: Done) -> None:
        if self._sheet is not None:
            self._sheet.finish()

    def _on_refused(self, refused: RefusedBy) -> None:
        if self._sheet is not None:
            self._sheet.say(refusal(refused.code, refused.facts, self.desk.reference.unit_name))

    def _on_failed(self, _failed: object) -> None:
        if self._sheet is not None:
            self._sheet.say(self.tr("Not saved; see the strip above. Nothing typed is lost."))

    def _command(self, values: dict[str, Any]) -> Command | None:
        run = self.run
        if run is None:
            return None
        what, key = self._asks
        told = {name: str(value or "") for name, value in values.items()}
        if what == "inject":
            return self._inject_command(run, key, told)
        made: dict[str, Command] = {}
        if what == "unit":
            made[what] = acts.GradeUnit(run=run.id, unit=key, grade=told.get("grade", ""), note=told["note"])
        elif what == "aim":
            made[what] = acts.JudgeAim(run=run.id, aim=key, met=told["met"], note=told["note"])
        elif what == "action":
            made[what] = SetAction(
                whistle=run.parent,
                words=told["words"],
                owner=told["owner"],
                due_on=told["due_on"],
                verification=told["verification"],
            )
        elif what == "debrief":
            made[what] = acts.Debrief(run=run.id, good=told["good"], weak=told["weak"], by=told["by"])
        elif what == "summary":
            made[what] = acts.SumUpDrill(run=run.id, words=told["words"])
        elif what == "file":
            made[what] = acts.FileDrill(run=run.id, words=told["words"])
        return made.get(what)

    def _inject_command(self, run: DrillRun, key: str, told: dict[str, str]) -> Command:
        """The grade with its evidence; another word on whether the action was seen goes along."""
        commands: list[Command] = []
        seen = run.of(key).seen_at is not None
        if told["seen"] == "yes" and not seen:
            commands.append(acts.SeeAction(run=run.id, inject=key, words=told["note"]))
        elif told["seen"] == "no" and seen:
            commands.append(acts.MissAction(run=run.id, inject=key))
        commands.append(acts.GradeInject(run=run.id, inject=key, grade=told["grade"], note=told["note"]))
        return Batch(commands=tuple(commands))

    @staticmethod
    def _grades() -> tuple[tuple[str, str], ...]:
        return tuple((grade, grade_word(grade)) for grade in GRADES)

    def open_inject(self, inject: str) -> None:
        """Enter: what was seen of the expected action, and the evidence for the grade."""
        run = self.run
        line = run.inject(inject) if run is not None else None
        if run is None or line is None or run.of(inject).delivered_at is None:
            return
        told = run.of(inject)
        grade = told.grade or suggested(run, line) or "poor"
        answers = (("yes", self.tr("seen")), ("no", self.tr("not seen")))
        seen = "yes" if told.seen_at is not None else "no"
        fields = [
            Field("seen", self.tr("The expected action"), "choice", value=seen, choices=answers),
            Field("grade", self.tr("Grade"), "choice", value=grade, choices=self._grades()),
            Field(
                "note", self.tr("Evidence"), "lines", value=told.note or told.seen_words, wide=True, hint=line.expected
            ),
        ]
        self._open(("inject", inject), line.text, fields, self.tr("Enter"))

    def open_unit(self, unit: str) -> None:
        """Enter: a sentence on a department, and its grade where it has one."""
        run, incident = self.run, self.incident
        state = next((one for one in (incident.report_ins if incident else ()) if one.unit == unit), None)
        if run is None or state is None:
            return
        mark = run.units.get(unit)
        fields = [Field("note", self.tr("In a sentence"), value=mark.note if mark else "", wide=True)]
        if state.relation not in ("request", "report"):
            grade = (mark.grade if mark else "") or unit_suggested(run, state) or "good"
            fields.insert(0, Field("grade", self.tr("Grade"), "choice", value=grade, choices=self._grades()))
        self._open(("unit", unit), self.desk.reference.unit_name(unit), fields, self.tr("Enter"))

    def open_aim(self, aim: str) -> None:
        """M: an aim is met or missed."""
        run = self.run
        found = next((one for one in (run.aims if run else ()) if one.id == aim), None)
        if run is None or found is None:
            return
        mark = run.judged.get(aim)
        answers = (("met", self.tr("met")), ("missed", self.tr("missed")))
        fields = [
            Field("met", self.tr("Aim"), "choice", value=mark.grade if mark else "met", choices=answers),
            Field("note", self.tr("Why"), value=mark.note if mark else "", wide=True),
        ]
        self._open(("aim", aim), found.words, fields, self.tr("Enter"))

    # -- corrections -----------------------------------------------------------------------------------------------

    def add_action(self) -> None:
        """N: a corrective action; it comes back in the next drill of this plan until it is done."""
        run = self.run
        if run is None:
            return
        if not run.parent:
            self._say(self.tr("No whistle was blown in this drill; there is nothing to correct it on."))
            return
        fields = [
            Field("words", self.tr("What changes"), "lines", required=True, wide=True),
            Field("owner", self.tr("Who"), required=True),
            Field("due_on", self.tr("By"), "date", required=True),
            Field("verification", self.tr("How it is verified"), wide=True),
        ]
        self._open(("action", ""), self.tr("Corrective action"), fields, self.tr("Enter"))

    def finish_action(self, row: ActionRow) -> None:
        """D: a corrective action is done and verified, also one of a drill before."""
        if row.state != "done":
            self.send(FinishAction(whistle=row.whistle, id=row.key.partition("#")[2]))

    # -- from the end to the file ----------------------------------------------------------------------------------

    def next_words(self) -> tuple[str, str]:
        """The button of the next step, and what it asks for; nothing when everything is filed."""
        run = self.run
        if run is None:
            return "", ""
        told = {
            "ended": (self.tr("Debrief"), self.tr("The director speaks on the spot: what was good, what was weak.")),
            "debriefed": (self.tr("Finish the evaluation"), self.tr("Every inject that was given needs a grade.")),
            "evaluated": (self.tr("Sum up"), self.tr("What was learnt, what changes in the plan.")),
            "terminated": (
                self.tr("Sum up"),
                self.tr("A real event broke it off; what was seen up to then is summed up."),
            ),
            "summed_up": (self.tr("File"), self.tr("Once filed, nothing of it changes any more.")),
            "filed": ("", self.tr("Filed; kept apart from everything real.")),
        }
        return told.get(run.stage, ("", ""))

    def next_step(self) -> None:
        """``.``: what comes next on the way to the file."""
        run = self.run
        if run is None:
            return
        if run.stage == "ended":
            fields = [
                Field("good", self.tr("Good"), "lines", value=run.good, wide=True),
                Field("weak", self.tr("Weak"), "lines", value=run.weak, wide=True),
                Field("by", self.tr("Who speaks"), value=run.debriefed_by or run.director),
            ]
            self._open(("debrief", ""), self.tr("Debrief"), fields, self.tr("Enter"))
        elif run.stage == "debriefed":
            self.send(acts.EvaluateDrill(run=run.id))
        elif run.stage in ("evaluated", "terminated"):
            fields = [Field("words", self.tr("Summary"), "lines", required=True, wide=True, height=140)]
            self._open(("summary", ""), self.tr("Sum up the drill"), fields, self.tr("Enter"))
        elif run.stage == "summed_up":
            fields = [Field("words", self.tr("Where it is filed"), wide=True)]
            self._open(("file", ""), self.tr("File the drill"), fields, self.tr("File"))
