"""What a hand does in a drill: every key becomes a command of the run or of its whistle here, and sheets ask for reasons."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Ticket
from commandcenter.desk.engine import Done, RefusedBy
from commandcenter.domain import drill_run_acts as acts
from commandcenter.domain import report_in_acts, whistle_acts
from commandcenter.domain.command import Command
from commandcenter.domain.drill_actors import owed, part_of, to_release
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_scene import scene_at, speed_of
from commandcenter.domain.order import GiveOrder
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.unit_line import UnitLine, Unread, read_unit_line
from commandcenter.domain.unit_line_acts import Board, commands_of
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.exercise.control import SPEEDS
from commandcenter.ui.exercise.faces import t_plus
from commandcenter.ui.exercise.trainee import CallCard
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.screen import Context, Go
from commandcenter.ui.wording import refusal
from commandcenter.ui.words import STEPS, word

PREFIXES = {"!": "order", "！": "order", "@": "unit", "＠": "unit"}


class Director(QObject):
    """Sends commands for the run that is shown. ``released`` gives the keys back, ``line_wanted`` puts them into the line."""

    released = Signal()
    line_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.services, self.look = context.desk, context.services, context.look
        self.host = host
        self.run: DrillRun | None = None
        self.incident: Incident | None = None
        self._sheet: FormSheet | None = None
        self._asks = ""
        self._starting: tuple[str, bool, str] = ("", False, "")

    # -- sending ---------------------------------------------------------------------------------------------------

    def send(self, command: Command) -> Ticket:
        """Send a command; what the rules refuse is said near the hand."""
        ticket = self.desk.submit(command)
        ticket.refused.connect(self.services.refused)
        return ticket

    def say(self, words: str) -> None:
        """A short note beside the line."""
        self.said.emit(words)

    # -- starting --------------------------------------------------------------------------------------------------

    def start(self, drill: str, alone: bool, level: str) -> None:
        """Start a drill; one that is not approved asks for the reason first."""
        self._starting = (drill, alone, level)
        ticket = self.desk.submit(self._start_command(""))
        ticket.refused.connect(self._on_start_refused)

    def _start_command(self, reason: str) -> acts.StartDrill:
        drill, alone, level = self._starting
        sheet = self.desk.reference.score_sheet
        told = {
            "criteria": [{"id": line.id, "name": line.name, "weight": line.weight} for line in sheet.criteria],
            "shares": dict(sheet.shares),
            "source": sheet.source,
        }
        seed = self.desk.clock.now() // 1000 % 100_000
        return acts.StartDrill(
            drill=drill, solo=alone, level=level, seed=seed, reason=reason, sheet=told, director=self._name()
        )

    def _name(self) -> str:
        person = self.desk.reference.directory.people.get(self.desk.who().actor)
        return person.name if person is not None else ""

    def _on_start_refused(self, refused: RefusedBy) -> None:
        if refused.code != "drill_not_approved":
            self.services.refused.emit(refused)
            return
        fields = [Field("reason", self.tr("Why it starts without approval"), "lines", required=True, wide=True)]
        self._open(self.tr("This drill plan is not approved"), fields, self.tr("Start all the same"), "start")

    # -- sheets ----------------------------------------------------------------------------------------------------

    def _open(self, title: str, fields: list[Field], send: str, asks: str) -> None:
        self._asks = asks
        root: Any = self.host.window()
        self._sheet = FormSheet(self.look, root.centralWidget(), title, fields, send=send, now=self.desk.clock.now)
        self._sheet.submitted.connect(self._on_submitted)
        self._sheet.closed.connect(self.released)
        self._sheet.open_sheet()

    def _on_submitted(self, values: dict[str, Any]) -> None:
        command = self._from_sheet(values)
        if command is None:
            return
        ticket = self.desk.submit(command)
        ticket.done.connect(self._on_sheet_done)
        ticket.refused.connect(self._on_sheet_refused)
        ticket.failed.connect(self._on_sheet_failed)

    def _from_sheet(self, values: dict[str, Any]) -> Command | None:
        if self._asks == "start":
            return self._start_command(str(values["reason"]))
        run = self.run
        if run is None:
            return None
        if self._asks == "pause":
            return acts.PauseRun(run=run.id, reason=str(values["reason"]))
        if self._asks == "end":
            return acts.EndRun(run=run.id, words=str(values["words"]))
        if self._asks.startswith("release:") and self.incident is not None:
            return report_in_acts.RecordMilestone(
                whistle=self.incident.whistle.id,
                unit=self._asks.partition(":")[2],
                milestone="release_approved",
                people=values["people"],
                words=str(values["words"]),
                reason="task_done",
            )
        return None

    def _on_sheet_done(self, _done: Done) -> None:
        if self._sheet is not None:
            self._sheet.finish()

    def _on_sheet_refused(self, refused: RefusedBy) -> None:
        if self._sheet is not None:
            self._sheet.say(refusal(refused.code, refused.facts, self.desk.reference.unit_name))

    def _on_sheet_failed(self, _failed: object) -> None:
        if self._sheet is not None:
            self._sheet.say(self.tr("Not saved; see the strip above. Nothing typed is lost."))

    # -- the clock -------------------------------------------------------------------------------------------------

    def control(self, what: str) -> None:
        """play, next, jump, faster, slower, blow, end."""
        run = self.run
        if run is None:
            return
        if what == "play":
            self._play(run)
        elif what == "next":
            line = run.next_inject
            if line is None:
                self.say(self.tr("Every inject was given. E ends the drill."))
            else:
                self.send(acts.DeliverInject(run=run.id, inject=line.id))
        elif what == "jump":
            self.send(acts.JumpToInject(run=run.id))
        elif what in ("faster", "slower"):
            speed = speed_of(run) * 2 if what == "faster" else speed_of(run) // 2
            self.speed(max(1, min(SPEEDS[-1], speed)))
        elif what == "blow":
            self._blow(run)
        elif what == "end":
            fields = [
                Field("words", self.tr("How it ended"), "lines", wide=True, hint=self.tr("such as: aims reached"))
            ]
            self._open(self.tr("End the drill"), fields, self.tr("End"), "end")

    def _play(self, run: DrillRun) -> None:
        if run.stage == "paused":
            self.send(acts.ResumeRun(run=run.id))
        elif run.solo:
            self.send(acts.PauseRun(run=run.id))
        else:
            fields = [Field("reason", self.tr("Why"), required=True, wide=True)]
            self._open(self.tr("Pause the drill"), fields, self.tr("Pause"), "pause")

    def speed(self, speed: int) -> None:
        """Another speed of the scene clock."""
        if self.run is not None and speed != speed_of(self.run):
            self.send(acts.SetSpeed(run=self.run.id, speed=speed))

    def _blow(self, run: DrillRun) -> None:
        if self.incident is not None and self.incident.whistle.undone_at is None:
            self.say(self.tr("The whistle of this drill was blown already."))
            return
        self.services.go.emit(Go("whistle", {"drill": run.drill, "back": "exercise"}))

    # -- injects and calls -----------------------------------------------------------------------------------------

    def judge(self, what: str, inject: str) -> None:
        """received, seen, missed, or uncover an inject."""
        run = self.run
        if run is None:
            return
        if what == "uncover":
            key = inject or (run.next_inject.id if run.next_inject is not None else "")
            if key and run.solo:
                self.send(acts.Uncover(run=run.id, inject=key))
            return
        if not inject:
            self.say(self.tr("No inject was given yet."))
            return
        commands: dict[str, Command] = {
            "received": acts.ReceiveInject(run=run.id, inject=inject),
            "seen": acts.SeeAction(run=run.id, inject=inject),
            "missed": acts.MissAction(run=run.id, inject=inject),
        }
        self.send(commands[what])

    def answer(self, how: str) -> None:
        """The card: read back, an order, a department."""
        run = self.run
        if run is None or not run.solo:
            return
        if how != "read_back":
            self.line_wanted.emit("!" if how == "order" else "@")
            return
        if run.open_calls:
            self.send(acts.AnswerCall(run=run.id, call=run.open_calls[0].id))

    def show_card(self, card: CallCard) -> None:
        """What the card says now."""
        run = self.run
        if run is None:
            return
        if not run.solo:
            self._show_inject(run, card)
            return
        if not run.open_calls:
            words = self.tr("Nobody is on the line.")
            if self.incident is None:
                words = self.tr("Nobody is on the line. B blows the whistle of this drill.")
            card.show_call(self.tr("Quiet"), "", words, (), 0)
            return
        call = run.open_calls[0]
        name = self.desk.reference.unit_name(call.unit) if call.unit else self.tr("A call comes in")
        at = f"T+{t_plus(scene_at(run, call.at))}"
        actions = (self.tr("Read back"), self.tr("Give an order"), self.tr("Send a department"))
        card.show_call(name, at, call.words, actions, len(run.open_calls) - 1)

    def _show_inject(self, run: DrillRun, card: CallCard) -> None:
        given = [line for line in run.injects if run.of(line.id).delivered_at is not None]
        if not given:
            card.show_call(self.tr("No inject given yet"), "", self.tr("N gives the first by hand."), (), 0)
            return
        line = given[-1]
        told = run.of(line.id)
        at = f"T+{t_plus(scene_at(run, told.delivered_at or 0))}"
        state = self.tr("received") if told.received_at is not None else self.tr("not yet received")
        expected = self.tr("expected: {words}").format(words=line.expected)
        words = f"{line.say or line.text}\n{expected}"
        card.show_call(self.tr("Inject {n}").format(n=run.injects.index(line) + 1), f"{at} · {state}", words, (), 0)

    # -- departments -----------------------------------------------------------------------------------------------

    def state(self, ordinal: int) -> ReportIn | None:
        """The department with an ordinal."""
        states = self.incident.report_ins if self.incident is not None else ()
        return next((state for state in states if state.ordinal == ordinal), None)

    def press(self, ordinal: int) -> None:
        """A digit: in a solo drill what we owe that department, else one step of it as on the board."""
        run, state = self.run, self.state(ordinal)
        if run is None or state is None or self.incident is None:
            return
        if not run.solo:
            if state.next_step == "release_approved":
                self._release(state)
            else:
                self.send(report_in_acts.Advance(whistle=self.incident.whistle.id, unit=state.unit))
            return
        command = owed(part_of(run, state), state)
        if command is not None:
            self.send(command)
        elif to_release(state) and state.furthest in ("done", "standing_by"):
            self._release(state)
        else:
            name = self.desk.reference.unit_name(state.unit)
            words = self.tr("{unit} moves by itself now; an order with @{n}.").format(unit=name, n=ordinal)
            self.say(words)

    def _release(self, state: ReportIn) -> None:
        fields = [
            Field("people", self.tr("People leaving"), "number", value=state.people, required=True),
            Field("words", self.tr("Remark"), "text"),
        ]
        title = self.tr("Release {unit}").format(unit=self.desk.reference.unit_name(state.unit))
        self._open(title, fields, self.tr("Release"), f"release:{state.unit}")

    # -- the line --------------------------------------------------------------------------------------------------

    def reading(self, text: str) -> str:
        """What a line will do, said before it is sent."""
        line = self._unit_line(text)
        if line is not None:
            state = self.state(line.ordinal)
            name = self.desk.reference.unit_name(state.unit) if state else self.tr("no such unit")
            step = word(STEPS, line.act) if line.act in STEPS else self.tr("head count")
            return f"{line.ordinal} {name} · {step}"
        prefix = PREFIXES.get(text[:1], "")
        if prefix == "order":
            return self.tr("an order to everybody")
        if prefix == "unit":
            number = text[1:].strip().partition(" ")[0]
            state = self.state(int(number)) if number.isdigit() else None
            if state is None:
                return self.tr("@6 text: an order to unit 6")
            return self.tr("an order to {unit}").format(unit=self.desk.reference.unit_name(state.unit))
        return self.tr("a line of the log") if text else ""

    def write(self, text: str) -> bool:
        """Send the line. An empty one reads back the call that waits. False: nothing was sent, the text stays."""
        run = self.run
        if run is None:
            return False
        if not text:
            self.answer("read_back")
            return True
        command = self._command_of(run, text)
        if command is None:
            return False
        words = text.lstrip("!！@＠ ")
        self.send(command)
        if run.solo and run.open_calls:
            how = PREFIXES.get(text[:1], "read_back")
            self.send(acts.AnswerCall(run=run.id, call=run.open_calls[0].id, how=how, words=words))
        return True

    def _unit_line(self, text: str) -> UnitLine | None:
        """A line about departments, as on the board; alone they move by themselves and take none."""
        line = read_unit_line(text) if self.run is not None and not self.run.solo else None
        return line if isinstance(line, UnitLine) else None

    def _command_of(self, run: DrillRun, text: str) -> Command | None:
        incident = self.incident
        if incident is None or not incident.whistle.running:
            return acts.NoteDrill(run=run.id, words=text.lstrip("!！@＠ ") or text)
        whistle = incident.whistle.id
        line = self._unit_line(text)
        if line is not None:
            states = {state.ordinal: state for state in incident.report_ins}
            found = commands_of(line, Board(whistle, self.desk.clock.now(), states))
            return None if isinstance(found, Unread) else found
        prefix, rest = PREFIXES.get(text[:1], ""), text[1:].strip()
        if prefix == "order" and rest:
            return GiveOrder(whistle=whistle, words=rest)
        if prefix == "unit":
            number, _, words = rest.partition(" ")
            state = self.state(int(number)) if number.isdigit() else None
            return GiveOrder(whistle=whistle, words=words, unit=state.unit) if state and words.strip() else None
        return None if prefix else whistle_acts.Note(whistle=whistle, words=text)
