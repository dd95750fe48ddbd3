"""The conductor of a drill: with every tick it gives what the scene clock brings, on the desk that holds the run.

Other desks see the same scene time and the same entries; they give nothing, so nothing is given twice. A drill that was
resumed at another desk is held there from then on.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from commandcenter.desk.desk import Desk
    from commandcenter.desk.read import Read
    from commandcenter.domain.drill_run import DrillRun
    from commandcenter.domain.drill_stage import Due
    from commandcenter.domain.event import Fact
    from commandcenter.domain.order import Order
    from commandcenter.domain.report_in import ReportIn
    from commandcenter.domain.whistle import Whistle

log = logging.getLogger(__name__)

FAMILIES = frozenset({"drill_run", "whistle", "report_in", "order", "sitrep", "post"})


class Conductor(QObject):
    """Steps the drills that this desk holds. ``stepped`` is emitted when something was given."""

    stepped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._runs: list[DrillRun] | None = None
        self._kept: dict[str, Staged] = {}
        self._waiting = 0
        self._refused: set[str] = set()
        desk.ticked.connect(self.step)
        desk.changed.connect(self._on_changed)

    @property
    def live(self) -> list[DrillRun]:
        """The drills that are being held now, at whatever desk, the newest last."""
        if self._runs is None:
            from commandcenter.domain.drill_run import DrillRun

            self._runs = [run for run in self._desk.read.matters.running(DrillRun, "drill_run") if run.live]
        return self._runs

    def _on_changed(self, changes: Any) -> None:
        if "*" in changes.subjects or changes.families() & FAMILIES:
            self._forget()
            self.step(self._desk.clock.now())

    def _forget(self) -> None:
        self._runs = None
        self._kept.clear()

    def step(self, now: int) -> None:
        """Give what is due, and wait until it is on the disk before looking again."""
        if self._waiting:
            return
        for run in self.live:
            if run.holder in ("", self._desk.node):
                self._step(run, now)

    def _step(self, run: DrillRun, now: int) -> None:
        from commandcenter.domain.command import Batch, Who
        from commandcenter.domain.event import PLAYED

        if run.id not in self._kept:
            self._kept[run.id] = staged(self._desk.read, run)
        for due in due_at(self._kept[run.id], run, now):
            key = f"drill:{run.id}:{due.key}"
            if key in self._refused:
                continue
            role = PLAYED if due.played else "system"
            who = Who(actor=PLAYED if due.played else "", role=role, seat=self._desk.node)
            ticket = self._desk.submit(Batch(commands=due.commands, channel="system"), who=who, id=key)
            self._waiting += 1
            ticket.done.connect(self._on_done)
            ticket.refused.connect(self._on_refused)
            ticket.failed.connect(self._on_failed)

    def _on_done(self, _done: object) -> None:
        self._waiting -= 1
        self._forget()
        self.stepped.emit()
        if not self._waiting:
            self.step(self._desk.clock.now())

    def _on_refused(self, refused: Any) -> None:
        """A person was faster, such as the trainee who entered the arrival by hand: it is left at that."""
        self._waiting -= 1
        ticket: Any = self.sender()
        self._refused.add(ticket.request.id)
        log.info("drill: %s was not given: %s", ticket.request.id, refused.code)

    def _on_failed(self, _failed: object) -> None:
        self._waiting -= 1

    def terminate(self, words: str) -> bool:
        """Something real happened (Ctrl+F9): every drill that is held now is over. Whether there was one."""
        from commandcenter.domain.drill_run_acts import TerminateDrill

        found = list(self.live)
        for run in found:
            self._desk.submit(TerminateDrill(run=run.id, words=words))
        return bool(found)


@dataclass(frozen=True, slots=True)
class Staged:
    """What a drill is judged from, read once and kept until something of it changes."""

    whistle: Whistle
    report_ins: tuple[ReportIn, ...] = ()
    orders: tuple[Order, ...] = ()
    facts: tuple[Fact, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    blown: str = ""


def staged(read: Read, run: DrillRun) -> Staged:
    """Everything of a run as it stands. ``blown`` is a whistle that belongs to it and is not linked yet."""
    own = read.matters.facts(run.subject)
    whistle = read.incidents.whistle(run.parent)
    if not whistle.known or whistle.undone_at is not None:
        return Staged(whistle, facts=tuple(own), blown=_whistle_of(read, run))
    incident = read.incidents.incident(run.parent)
    names = {key: str(record.get("name", key)) for key, record in read.reference.records("unit").items()}
    facts = [*read.incidents.facts(run.parent), *own]
    facts.sort(key=lambda fact: (fact.happened_at, fact.hlc, fact.id))
    return Staged(whistle, incident.report_ins, incident.orders, tuple(facts), names)


def due_at(stage: Staged, run: DrillRun, now: int) -> list[Due]:
    """What a drill brings at ``now``: its whistle first, its end when the whistle ended, else what the clock brings."""
    from commandcenter.domain.drill_run_acts import EndRun, LinkWhistle, TerminateDrill
    from commandcenter.domain.drill_stage import Due, due_now

    if not run.live:
        return []
    if stage.blown:
        return [Due(now, f"link:{stage.blown}", (LinkWhistle(run=run.id, whistle=stage.blown, happened_at=now),))]
    if stage.whistle.closed_at is not None:
        broken = _ended_because(stage.facts) == "real_event"
        return [Due(now, "end", (TerminateDrill(run=run.id) if broken else EndRun(run=run.id),))]
    return due_now(run, stage.report_ins, stage.orders, stage.facts, stage.names, now)


def _whistle_of(read: Read, run: DrillRun) -> str:
    """The id of a whistle of this drill that runs and was blown since its start; empty when there is none."""
    for row in read.incidents.running():
        state = row.state
        if state.mode == "drill" and state.drill == run.drill and state.blown_at >= run.opened_at:
            return state.id
    return ""


def _ended_because(facts: Sequence[Fact]) -> str:
    ended = [fact for fact in facts if fact.kind == "whistle.drill_ended"]
    return str(ended[-1].body.get("reason", "")) if ended else ""
