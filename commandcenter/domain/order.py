"""Orders (指令, 任务单): one task, one receiver, a due time, a danger note, an acknowledgement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain.command import Command, Draft, World, dated, required
from commandcenter.domain.deadline import Deadline, Raised, acknowledge, raise_threshold
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole


@dataclass(frozen=True, slots=True)
class Order:
    """The folded state of an order. ``unit`` empty is an order to all; ``rank`` keeps the orders of one act in their order."""

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    words: str = ""
    danger: str = ""
    unit: str = ""
    origin: str = ""
    given_at: int = 0
    given_by: str = ""
    rank: int = 0
    orderer: str = ""
    due_at: int | None = None
    acknowledged_at: int | None = None
    done_at: int | None = None
    result: str = ""
    dropped_at: int | None = None
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def open(self) -> bool:
        """Neither done nor dropped."""
        return self.known and self.done_at is None and self.dropped_at is None


def apply(state: Order, fact: Fact) -> Order:
    """Fold one fact; never raises."""
    verb, body, at = fact.verb, fact.body, fact.happened_at
    state = replace(state, subject=fact.subject, mode=DRILL if fact.mode == DRILL else REAL)
    if verb == "given":
        return replace(
            state,
            known=True,
            words=fact.words("words"),
            danger=fact.words("danger"),
            orderer=fact.words("orderer"),
            unit=str(body.get("unit", "")),
            origin=str(body.get("origin", "")),
            given_at=at,
            given_by=fact.actor,
            rank=fact.id.seq,
            due_at=whole(body.get("due_at")),
        )
    if verb == "acknowledged":
        return replace(state, acknowledged_at=at)
    if verb == "done":
        return replace(state, done_at=at, result=fact.words("words"))
    if verb == "dropped":
        return replace(state, dropped_at=at)
    if verb == "reopened":
        return replace(state, done_at=None, dropped_at=None, result="")
    if verb == "deadline_raised":
        return replace(state, raised=raise_threshold(state.raised, fact))
    if verb == "deadline_acknowledged":
        return replace(state, raised=acknowledge(state.raised, fact))
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


def deadlines(state: Order) -> list[Deadline]:
    """The due time of the order."""
    if state.due_at is None:
        return []
    raised = state.raised.get("order", Raised())
    return [Deadline("order", state.given_at, state.due_at, state.done_at, state.dropped_at is not None, raised)]


def given(
    world: World,
    whistle: str,
    *,
    text: str,
    unit: str,
    mode: Mode,
    at: int,
    due_at: int | None = None,
    danger: str = "",
    orderer: str = "",
    origin: str = "",
) -> Draft:
    """The draft of a new order."""
    body: dict[str, Any] = {name: value for name, value in (("unit", unit), ("origin", origin)) if value}
    if due_at is not None:
        body["due_at"] = due_at
    private = {name: value for name, value in (("words", text), ("danger", danger), ("orderer", orderer)) if value}
    subject = f"order/{whistle}/{world.new_id()}"
    return Draft(subject=subject, kind="order.given", body=body, private=private, mode=mode, happened_at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveOrder(Command):
    """Give an order during an incident. Refuses ``words_needed``, ``whistle_closed``, ``due_in_past``, ``not_listed``."""

    whistle: str
    words: str
    unit: str = ""
    due_at: int | None = None
    danger: str = ""
    orderer: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        whistle = world.state(f"whistle/{self.whistle}")
        if not whistle.running:
            raise Refused("whistle_closed")
        if self.unit and not world.state(f"report_in/{self.whistle}/{self.unit}").listed:
            raise Refused("not_listed", unit=self.unit)
        at = self.when(world)
        if self.due_at is not None and dated(self.due_at) <= at:
            raise Refused("due_in_past")
        return [
            given(
                world,
                self.whistle,
                text=required(self.words, "words_needed"),
                unit=self.unit,
                mode=whistle.mode,
                at=at,
                due_at=self.due_at,
                danger=self.danger.strip(),
                orderer=self.orderer.strip(),
            )
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleOrder(Command):
    """Acknowledge, finish or drop an order. ``verb``: acknowledged, done, dropped, reopened."""

    order: str
    verb: str
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = world.state(self.order)
        if not isinstance(state, Order) or not state.known:
            raise Refused("order_unknown")
        if self.verb not in ("acknowledged", "done", "dropped", "reopened"):
            raise Refused("order_verb_unknown", verb=self.verb)
        if (self.verb == "reopened" and state.open) or (self.verb != "reopened" and not state.open):
            raise Refused("order_not_open")
        if self.verb == "acknowledged" and state.acknowledged_at is not None:
            raise Refused("already_recorded", milestone="acknowledged", at=state.acknowledged_at)
        private = {"words": self.words.strip()} if self.words.strip() else None
        return [
            Draft(
                subject=self.order,
                kind=f"order.{self.verb}",
                private=private,
                mode=state.mode,
                happened_at=self.when(world),
            )
        ]
