"""What the clock of a drill brings next: injects, contingencies, actions that were seen, the lines of the played departments.

Pure: from the folded states and a real instant follows what is due, in the order of the scene. Nothing beyond the first
thing that wants the trainee is given at once: with it the clock falls back to real time, which moves everything after it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.drill_actors import cast, next_cue
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_run_acts import DeliverInject, GiveContingency, SeeAction, SetSpeed
from commandcenter.domain.drill_scene import limit_of, real_of, scene_at, speed_of, winding
from commandcenter.domain.drill_score import action_seen
from commandcenter.domain.event import Fact
from commandcenter.domain.order import Order
from commandcenter.domain.report_in import ReportIn


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due: the real instant at which it happened, a key of its own, what is done.

    ``played``: a simulated department does it, not the system.
    """

    at: int
    key: str
    commands: tuple[Command, ...]
    played: bool = False
    interrupts: bool = False


def due_now(
    run: DrillRun,
    states: Sequence[ReportIn],
    orders: Sequence[Order],
    facts: Sequence[Fact],
    names: Mapping[str, str],
    now: int,
) -> list[Due]:
    """Everything that is due at ``now`` (epoch milliseconds), the earliest first, up to the first that wants the trainee.

    ``facts`` are the entries of the incident and of the run, ``names`` how the departments call themselves.
    """
    if not run.live:
        return []
    found = [*_seen(run, facts, names), *_injects(run, now), *_contingencies(run, now)]
    if run.solo:
        found += _played(run, states, orders, names, now)
    found.sort(key=lambda due: (due.at, due.key))
    given: list[Due] = []
    for due in found:
        given.append(replace(due, commands=tuple(replace(command, happened_at=due.at) for command in due.commands)))
        if due.interrupts:
            if speed_of(run) > 1 or winding(run, due.at):
                slow = SetSpeed(run=run.id, speed=1, happened_at=due.at, channel="system")
                given.append(Due(due.at, f"slow:{due.key}", (slow,)))
            break
    return given


_SEEN = {
    "whistle.blown": "吹哨",
    "whistle.fact_set": "记关键情况",
    "report_in.call_tried": "呼叫",
    "report_in.called": "呼叫",
    "report_in.read_back": "要求复述",
    "sitrep.issued": "写情况报告",
    "post.handed_over": "移交指挥",
    "order.given": "指令",
}
"""How an entry is told as evidence. Kept with the drill and printed, so Chinese on every screen."""


def evidence(fact: Fact, names: Mapping[str, str]) -> str:
    """What an entry says as evidence: what was done, to whom, in which words."""
    unit = fact.subject.rpartition("/")[2] if fact.kind.startswith("report_in.") else str(fact.body.get("unit", ""))
    act = f"{_SEEN.get(fact.kind, '')}{names.get(unit, unit)}"
    return "：".join(part for part in (act, fact.words("words")) if part)


def _seen(run: DrillRun, facts: Sequence[Fact], names: Mapping[str, str]) -> list[Due]:
    found = []
    for line in run.injects:
        told = run.of(line.id)
        if told.delivered_at is None or told.seen_at is not None or told.unseen_at is not None:
            continue
        fact = action_seen(run, line, facts)
        if fact is not None:
            words = evidence(fact, names)
            seen = SeeAction(run=run.id, inject=line.id, event=str(fact.id), words=words, channel="system")
            found.append(Due(fact.happened_at, f"seen:{line.id}", (seen,)))
    return found


def _injects(run: DrillRun, now: int) -> list[Due]:
    found = []
    for line in run.injects:
        if run.stage != "running" or line.trigger != "clock" or run.of(line.id).delivered_at is not None:
            continue
        at = real_of(run, line.minute * MINUTE, now)
        if at is not None:
            deliver = DeliverInject(run=run.id, inject=line.id, by="clock", channel="system")
            found.append(Due(at, f"inject:{line.id}", (deliver,), interrupts=run.solo))
    return found


def _contingencies(run: DrillRun, now: int) -> list[Due]:
    found = []
    for line in run.injects:
        told, limit = run.of(line.id), limit_of(run, line.id)
        if told.delivered_at is None or told.seen_at is not None or told.late_at is not None or limit is None:
            continue
        if not run.solo and line.late_minutes is None:
            continue
        at = real_of(run, scene_at(run, told.delivered_at) + limit, now)
        if at is not None:
            late = GiveContingency(run=run.id, inject=line.id, channel="system")
            found.append(Due(at, f"late:{line.id}", (late,), interrupts=run.solo))
    return found


def _played(
    run: DrillRun, states: Sequence[ReportIn], orders: Sequence[Order], names: Mapping[str, str], now: int
) -> list[Due]:
    found = []
    parts = cast(run, states)
    for state in states:
        cue = next_cue(run, parts[state.unit], state, orders, names.get(state.unit, state.unit))
        if cue is None:
            continue
        at = real_of(run, cue.due, now)
        if at is not None:
            found.append(Due(at, cue.key, cue.commands, True, cue.interrupts))
    return found
