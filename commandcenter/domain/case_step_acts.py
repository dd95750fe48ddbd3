"""The acts on the steps of a case: give it a procedure, tick a step with what shows it, take a tick back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import checklist
from commandcenter.domain.calendar import Calendar, office_calendar
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import CaseCommand
from commandcenter.domain.checklist import Checklist, Line
from commandcenter.domain.clock import HOUR
from commandcenter.domain.command import Draft, World, required
from commandcenter.domain.limit import limit_of
from commandcenter.domain.procedure import Step, procedure_of
from commandcenter.domain.refusal import Refused


def _open(state: Case) -> Case:
    """The case itself; refuses ``stage`` for one that is over."""
    if not state.open:
        raise Refused("stage", stage=state.stage, wanted="handling")
    return state


def _due(world: World, step: Step, at: int, calendar: Calendar) -> int | None:
    """When a step that begins at ``at`` has to be done; None when it has no limit that can run."""
    limit = limit_of(world.state(f"limit/{step.limit}")) if step.limit else None
    if limit is not None:
        return limit.due(at, calendar)
    return at + round(step.hours * HOUR) if step.hours else None


def _begun(world: World, lines: Sequence[Line], at: int) -> dict[str, int | None]:
    """The steps that begin at ``at``, each with its due time (epoch milliseconds) or None."""
    calendar = office_calendar(world, at)
    return {line.id: _due(world, line.step, at, calendar) for line in checklist.beginning(lines)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetProcedure(CaseCommand):
    """Give the case a procedure as it stands now; a former one with its ticks stays in the story.

    Refuses ``procedure_unknown``, ``procedure_same``, ``reason_needed`` where ticks of a former one would be left, ``stage``.
    """

    procedure: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = _open(self.state(world))
        record = world.state(f"procedure/{self.procedure}")
        if not record.active:
            raise Refused("procedure_unknown")
        given = procedure_of(record)
        before = state.checklist
        if (before.procedure, before.version) == (given.id, given.version):
            raise Refused("procedure_same")
        if before.done:
            required(self.words, "reason_needed")
        at = self.when(world)
        body: dict[str, Any] = {
            "procedure": given.id,
            "name": given.name,
            "version": given.version,
            "steps": [step.body for step in given.steps],
            "begun": _begun(world, [Line(step) for step in given.steps], at),
        }
        return [self.draft(world, "procedure_set", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCommand(CaseCommand):
    """An act on one step. ``step`` is its id."""

    step: str

    def found(self, state: Case) -> tuple[Checklist, Line]:
        """The list and the line. Refuses ``step_unknown``."""
        line = state.checklist.line(self.step)
        if line is None:
            raise Refused("step_unknown")
        return state.checklist, line


@dataclass(frozen=True, slots=True, kw_only=True)
class TickStep(StepCommand):
    """A step was done; ``words`` tell what shows it, ``file`` is the hash of an attachment of the case that does.

    Refuses ``step_done``, ``steps_join`` while steps side by side before it are open, ``step_evidence`` where something has
    to be shown and nothing is, ``not_attached``, ``stage``.
    """

    file: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = _open(self.state(world))
        steps, line = self.found(state)
        if line.done:
            raise Refused("step_done", at=line.done_at)
        waits = steps.waits_for(self.step)
        if waits:
            raise Refused("steps_join", steps="、".join(one.step.text for one in waits))
        if self.file and all(one.sha256 != self.file for one in state.files):
            raise Refused("not_attached")
        if line.step.evidence and not (self.words.strip() or self.file):
            raise Refused("step_evidence", evidence=line.step.evidence)
        at = self.when(world)
        lines = [_done(one, at) if one.id == self.step else one for one in steps.lines]
        body: dict[str, Any] = {"step": self.step, "begun": _begun(world, lines, at)}
        if self.file:
            body["file"] = self.file
        return [self.draft(world, "step_ticked", body)]


def _done(line: Line, at: int) -> Line:
    return Line(line.step, line.started_at, line.due_at, at)


@dataclass(frozen=True, slots=True, kw_only=True)
class UntickStep(StepCommand):
    """A tick was wrong and is taken back, with the reason. Refuses ``step_open``, ``steps_behind``, ``reason_needed``, ``stage``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = _open(self.state(world))
        steps, line = self.found(state)
        if not line.done:
            raise Refused("step_open")
        behind = _joined_behind(steps, line)
        if behind:
            raise Refused("steps_behind", steps="、".join(one.step.text for one in behind))
        required(self.words, "reason_needed")
        return [self.draft(world, "step_unticked", {"step": self.step})]


def _joined_behind(steps: Checklist, line: Line) -> list[Line]:
    """The ticked steps that lie behind the branches a step belongs to: they stand only while all of those are done."""
    opened = checklist.without_tick(steps, line.id)
    return [one for one in opened.lines if one.done and any(wait.id == line.id for wait in opened.waits_for(one.id))]
