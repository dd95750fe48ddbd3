"""An officer who trains alone, as a script: answers every call, calls, orders, releases, stands down, closes, is evaluated.

It goes through the same door as a person and looks at nothing but what a screen may read.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from commandcenter.desk.clock import SetClock
from commandcenter.desk.conductor import due_at, staged
from commandcenter.desk.door import Door
from commandcenter.desk.engine import Done, Outcome, RefusedBy
from commandcenter.desk.read import Read
from commandcenter.domain import drill_run_acts as acts
from commandcenter.domain.clock import SECOND
from commandcenter.domain.command import Batch, Command, Who
from commandcenter.domain.drill import drill_plan_of, marked
from commandcenter.domain.drill_actors import owed, part_of, to_release
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_score import suggested
from commandcenter.domain.event import PLAYED
from commandcenter.domain.order import GiveOrder
from commandcenter.domain.plan import plan_of
from commandcenter.domain.report_in_acts import RecordMilestone
from commandcenter.domain.review import SetAction, SetFinding
from commandcenter.domain.whistle_acts import BlowWhistle, CloseWhistle, StandDown, UnitCall
from commandcenter.journal.reading.incidents import Incident
from commandcenter.resource import resource

STEP = 5 * SECOND
MOST_STEPS = 4000


def office_sheet() -> dict[str, Any]:
    """The score sheet every drill plan begins with."""
    sheet: dict[str, Any] = tomllib.loads(resource("reference/drill.toml").read_text("utf-8"))["sheet"]
    return sheet


class Player:
    """One officer at one desk."""

    def __init__(self, door: Door, clock: SetClock, folder: Path, *, answers: bool = True) -> None:
        self.door, self.clock, self.folder = door, clock, folder
        self.answers = answers
        self.refused: list[RefusedBy] = []
        self.run_id = ""

    def do(self, command: Command, who: Who | None = None) -> Outcome:
        """Do a command; what was refused is kept."""
        outcome = self.door.submit(command, who)
        if isinstance(outcome, RefusedBy):
            self.refused.append(outcome)
        else:
            assert isinstance(outcome, Done), outcome
        return outcome

    def must(self, command: Command) -> Done:
        """Do a command that must succeed."""
        outcome = self.do(command)
        assert isinstance(outcome, Done), outcome
        return outcome

    # -- looking

    def run(self) -> DrillRun:
        """The run."""
        read = Read(self.folder)
        try:
            return read.matters.one(DrillRun, f"drill_run/{self.run_id}")
        finally:
            read.close()

    def incident(self) -> Incident:
        """The incident of the run."""
        read = Read(self.folder)
        try:
            return read.incidents.incident(self.run().parent)
        finally:
            read.close()

    # -- the drill

    def start(self, drill: str, *, seed: int = 7, level: str = "hard") -> None:
        """Start alone, at ten times."""
        done = self.must(acts.StartDrill(drill=drill, solo=True, seed=seed, level=level, sheet=office_sheet()))
        self.run_id = done.subjects[0].partition("/")[2]

    def tick(self) -> None:
        """What the clock of the drill brings, as the conductor gives it."""
        for _ in range(200):
            read = Read(self.folder)
            try:
                run = read.matters.one(DrillRun, f"drill_run/{self.run_id}")
                found = due_at(staged(read, run), run, self.clock.now())
            finally:
                read.close()
            if not found:
                return
            for due in found:
                who = Who(actor=PLAYED if due.played else "", role=PLAYED if due.played else "system")
                self.do(Batch(commands=due.commands, channel="system"), who)
        raise AssertionError("the clock of the drill never comes to rest")

    def play(self, drill: str, **how: Any) -> None:
        """From the start to the file."""
        self.start(drill, **how)
        for _ in range(MOST_STEPS):
            self.tick()
            run = self.run()
            if not run.live:
                break
            self.work(run)
            self.clock.advance(STEP)
        else:
            raise AssertionError(f"{drill} never ended")
        self.judge()

    def work(self, run: DrillRun) -> None:
        """What an officer does who does it right."""
        if self.answers:
            for call in run.open_calls:
                line = run.inject(call.inject)
                words = line.expected if line is not None else "集结点在路口，听指挥部安排"
                self.do(acts.AnswerCall(run=run.id, call=call.id, how="order", words=words))
                if line is not None and run.parent:
                    self.do(GiveOrder(whistle=run.parent, words=words))
        if not run.parent:
            if any(told.delivered_at is not None for told in run.told.values()):
                self.blow(run)
        else:
            self._lead(run)
        self.do(acts.SetSpeed(run=run.id, speed=10))
        if run.next_inject is not None and run.parent:
            self.do(acts.JumpToInject(run=run.id))

    def blow(self, run: DrillRun) -> None:
        """Blow the whistle of the drill."""
        read = Read(self.folder)
        try:
            script = drill_plan_of(read.reference.record(f"drill/{run.drill}"))
            plan = plan_of(read.reference.record(f"plan/{script.plan}"))
        finally:
            read.close()
        units = [line.unit for line in plan.units if not line.optional]
        texts = {name: marked(text) for name, text in plan.texts.items()}
        self.must(
            BlowWhistle(
                units=tuple(UnitCall(unit=unit) for unit in units),
                mode="drill",
                plan=script.plan,
                drill=run.drill,
                title=script.name,
                place_words=script.place_words,
                texts=texts,
            )
        )

    def _lead(self, run: DrillRun) -> None:
        incident = self.incident()
        for state in incident.report_ins:
            command = owed(part_of(run, state), state)
            if command is not None:
                self.do(command)
        if run.next_inject is not None or run.open_calls:
            return
        if incident.whistle.stood_down_at is None:
            self._stand_down(incident)
        elif all(state.closed for state in incident.report_ins):
            self.do(CloseWhistle(whistle=run.parent))

    def _stand_down(self, incident: Incident) -> None:
        if any(state.lost_at is not None and not state.closed for state in incident.report_ins):
            return
        releases = {state.unit: state.people or 0 for state in incident.report_ins if to_release(state)}
        cancels = {state.unit: "值班员" for state in incident.report_ins if not state.closed and not state.on_scene}
        self.do(StandDown(whistle=incident.whistle.id, words="险情排除", releases=releases, cancels=cancels))

    def judge(self) -> None:
        """Debrief, grades, a corrective action, evaluation, summary, file."""
        run = self.run()
        self.must(acts.Debrief(run=run.id, good="第一分钟没慌", weak="点名差额没人认领", by="沈建勋"))
        for line in run.injects:
            if run.of(line.id).delivered_at is not None:
                self.must(acts.GradeInject(run=run.id, inject=line.id, grade=suggested(run, line) or "poor"))
        if run.parent:
            self.must(SetFinding(whistle=run.parent, words="点名差额没人认领", id="f1"))
            self.must(
                SetAction(
                    whistle=run.parent,
                    words="前五分钟加点名员",
                    owner="葛大为",
                    due_on="2026-08-07",
                    id="a1",
                    finding="f1",
                )
            )
        self.must(acts.EvaluateDrill(run=run.id))
        self.must(acts.SumUpDrill(run=run.id, words="总体达到目的"))
        self.must(acts.FileDrill(run=run.id, words="存应急办"))

    def release_all(self) -> None:
        """Let everybody on the scene go, one by one."""
        for state in self.incident().report_ins:
            if to_release(state):
                self.do(
                    RecordMilestone(
                        whistle=state.whistle,
                        unit=state.unit,
                        milestone="release_approved",
                        people=state.people or 0,
                        reason="stand_down",
                    )
                )
