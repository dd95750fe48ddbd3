"""What is done about escalation: the tick brings an order before a leader, a leader takes note of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.case import Case
from commandcenter.domain.case_clocks import deadlines
from commandcenter.domain.command import Command, Draft, World, required
from commandcenter.domain.deadline import ESCALATION, STALE_AFTER_MS
from commandcenter.domain.refusal import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalateCase(Command):
    """The tick found a moment passed at which a leader hears of an order. Written once, however often it is found.

    ``on_duty`` and ``main`` are who held these roles then (person ids, empty when nobody did). Nothing is written when the
    clock was met, stands still, or was brought before the leader already. One that is found long after it passed stands in
    the leader's list and sounds no alarm (DESIGN 7). Refuses ``escalation_clock_unknown``.
    """

    subject: str
    clock: str
    on_duty: str = ""
    main: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        if not self.clock.startswith(ESCALATION):
            raise Refused("escalation_clock_unknown")
        state: Case = world.state(self.subject)
        line = next((row for row in deadlines(state) if row.name == self.clock), None)
        if line is None or line.met_at is not None or line.stopped or line.raised.at or world.now < line.due_at:
            return []
        rule, _, watched = self.clock.removeprefix(ESCALATION).partition(":")
        told = next(one for one in state.to_escalate if (one.rule, one.clock) == (rule, watched))
        body: dict[str, Any] = {
            "clock": self.clock,
            "threshold": "due",
            "rule": rule,
            "watched": watched,
            "share": told.share,
            "to": told.to,
        }
        person = {"on_duty": self.on_duty, "main": self.main}.get(told.to, told.person)
        if person:
            body["person"] = person
        at = self.when(world)
        if world.now - at > STALE_AFTER_MS:
            body["expired"] = True
        return [Draft(subject=self.subject, kind="case.escalated", body=body, happened_at=at)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeEscalation(Command):
    """A leader takes note of an order that was brought before them; ``words`` is what they instruct, if anything.

    ``clock`` empty means all that waits. ``person`` is the leader where somebody else enters it for them (told on the
    phone), ``name`` where the roster has none, else who sits here. Refuses ``nothing_raised``, ``person_missing``; nothing
    is written when it was noted already.
    """

    case: str
    clock: str = ""
    person: str = ""
    name: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state: Case = world.state(f"case/{self.case}")
        clocks = [self.clock] if self.clock else sorted(state.escalated)
        if not clocks or any(clock not in state.escalated for clock in clocks):
            raise Refused("nothing_raised")
        person = self.person or ("" if self.name.strip() else world.who.actor)
        required(person or self.name, "person_missing")
        told = {"words": self.words.strip(), "name": self.name.strip()}
        at = self.when(world)
        return [
            Draft(
                subject=f"case/{self.case}",
                kind="case.escalation_taken",
                body={"clock": clock} | ({"person": person} if person else {}),
                private={name: text for name, text in told.items() if text} or None,
                happened_at=at,
            )
            for clock in clocks
            if state.escalated[clock].taken_at is None
        ]
