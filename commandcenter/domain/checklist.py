"""The steps of a procedure on a case: which were done, by whom, when, on what evidence, and whose time runs.

The case keeps the steps as they stood when the procedure was set. The first steps begin then; each further one begins when
those before it are done, and its limit is reckoned then. Steps may be done in another order, but nothing that lies behind
steps side by side can be done before all of them are. Nothing here raises: whatever an event tells, a fold can show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from commandcenter.domain.deadline import Deadline, Raised
from commandcenter.domain.event import Fact
from commandcenter.domain.procedure import Step, stages, steps_in
from commandcenter.domain.value import whole

CLOCK = "step:"
"""How the clock of a step is named; behind it comes the id of the step."""


@dataclass(frozen=True, slots=True)
class Line:
    """A step on a case. Times are epoch milliseconds; ``by`` is the person who ticked it, ``words`` what was shown for it
    (private), ``file`` the hash of an attachment that shows it.
    """

    step: Step
    started_at: int | None = None
    due_at: int | None = None
    done_at: int | None = None
    by: str = ""
    words: str = ""
    file: str = ""

    @property
    def id(self) -> str:
        """The id of the step."""
        return self.step.id

    @property
    def group(self) -> str:
        """The branch point the step belongs to; empty for one that stands alone."""
        return self.step.group

    @property
    def done(self) -> bool:
        """Whether it is ticked."""
        return self.done_at is not None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The steps of a case. ``procedure`` and ``version`` tell from what it was made; without a procedure it is empty."""

    procedure: str = ""
    name: str = ""
    version: int = 0
    set_at: int = 0
    lines: tuple[Line, ...] = ()

    def line(self, step: str) -> Line | None:
        """A line by the id of its step."""
        return next((line for line in self.lines if line.id == step), None)

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(line.done for line in self.lines)

    @property
    def current(self) -> tuple[Line, ...]:
        """The open steps that come next: one, or those that run side by side."""
        for stage in stages(self.lines):
            if not passed(stage):
                return tuple(line for line in stage if not line.done)
        return ()

    def waits_for(self, step: str) -> tuple[Line, ...]:
        """The open steps side by side that lie before a step and have to join first."""
        found: list[Line] = []
        for stage in stages(self.lines):
            if any(line.id == step for line in stage):
                break
            if len(stage) > 1 and not passed(stage):
                found += [line for line in stage if not line.done]
        return tuple(found)


def passed(stage: Sequence[Line]) -> bool:
    """Whether a stage is behind us: every step of it is done, or one of a fork."""
    return any(line.done for line in stage) if stage[0].step.fork else all(line.done for line in stage)


def spared(lines: Sequence[Line]) -> frozenset[str]:
    """The steps that nobody has to do any more: the other branches of a fork that was taken."""
    return frozenset(
        line.id for stage in stages(lines) if stage[0].step.fork and passed(stage) for line in stage if not line.done
    )


def deadlines(state: Checklist, raised: Mapping[str, Raised], *, paused: bool) -> list[Deadline]:
    """The clocks of the steps that have a limit and were begun; ``paused`` stops those that still run."""
    rows = []
    idle = spared(state.lines)
    for line in state.lines:
        if line.due_at is not None and line.started_at is not None:
            name = f"{CLOCK}{line.id}"
            stopped = not line.done and (paused or line.id in idle)
            rows.append(Deadline(name, line.started_at, line.due_at, line.done_at, stopped, raised.get(name, Raised())))
    return rows


# --- folding ------------------------------------------------------------------------------------------------------


def was_set(fact: Fact) -> Checklist:
    """The list a procedure gives to a case: ``procedure``, ``name``, ``version``, ``steps`` and ``begun`` (step → due or null)."""
    body = fact.body
    lines = tuple(Line(step) for step in steps_in(body.get("steps")))
    state = Checklist(
        _text(body.get("procedure")), _text(body.get("name")), whole(body.get("version")) or 0, fact.happened_at, lines
    )
    return _begun(state, fact)


def ticked(state: Checklist, fact: Fact) -> Checklist:
    """A step was done: ``step``, ``file`` and ``begun``; its words are private. A step that is none of the list changes nothing."""
    step = fact.body.get("step")
    lines = tuple(
        replace(
            line, done_at=fact.happened_at, by=fact.actor, words=fact.words("words"), file=_text(fact.body.get("file"))
        )
        if line.id == step
        else line
        for line in state.lines
    )
    return _begun(replace(state, lines=lines), fact)


def unticked(state: Checklist, fact: Fact) -> Checklist:
    """A tick was taken back: the step is open again, its time runs as before."""
    step = fact.body.get("step")
    return without_tick(state, step) if isinstance(step, str) else state


def without_tick(state: Checklist, step: str) -> Checklist:
    """The list with one step open again."""
    lines = tuple(
        replace(line, done_at=None, by="", words="", file="") if line.id == step else line for line in state.lines
    )
    return replace(state, lines=lines)


def _begun(state: Checklist, fact: Fact) -> Checklist:
    begun = fact.body.get("begun")
    if not isinstance(begun, Mapping):
        return state
    lines = tuple(
        replace(line, started_at=fact.happened_at, due_at=whole(begun[line.id]))
        if line.id in begun and line.started_at is None
        else line
        for line in state.lines
    )
    return replace(state, lines=lines)


def beginning(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The steps that begin now: the next ones whose time does not run yet."""
    return tuple(line for line in Checklist(lines=tuple(lines)).current if line.started_at is None)


def _text(told: object) -> str:
    return told if isinstance(told, str) else ""
