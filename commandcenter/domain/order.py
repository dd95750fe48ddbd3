"""Orders (指令, 任务单): one task, one receiver, a due time, a danger note, protective gear, boundaries, a read-back.

Source: domain.md 2.4 R6–R8, 5.4 (a leader's verbal order is written down with name, time and read-back), 5.6 F09.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain.command import Command, Draft, World, dated, required, unique
from commandcenter.domain.deadline import Deadline, Raised, acknowledge, raise_threshold
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

VERBS = ("acknowledged", "progressed", "done", "dropped", "reopened")
"""What can become of an order."""

ORIGINS = ("plan", "verbal", "decision")
"""Where an order came from: the plan's first five minutes, a leader's mouth, a decision; empty for an ordinary one."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What was told of an order on the way, and by whom."""

    at: int
    words: str
    told_by: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """The folded state of an order. ``unit`` and ``group`` empty is an order to all; ``rank`` keeps the orders of one act in
    their order. ``taken_by`` is who acknowledged it, ``read_back`` whether it was repeated, ``evidence`` what shows that it
    was done.
    """

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    words: str = ""
    danger: str = ""
    gear: str = ""
    bounds: str = ""
    unit: str = ""
    group: str = ""
    origin: str = ""
    decision: str = ""
    given_at: int = 0
    given_by: str = ""
    rank: int = 0
    orderer: str = ""
    due_at: int | None = None
    acknowledged_at: int | None = None
    taken_by: str = ""
    read_back: bool = False
    progress: tuple[Progress, ...] = ()
    done_at: int | None = None
    result: str = ""
    evidence: str = ""
    dropped_at: int | None = None
    lapsed_at: int | None = None
    drop_reason: str = ""
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def open(self) -> bool:
        """Neither done nor dropped, and its incident not over."""
        return self.known and self.done_at is None and self.dropped_at is None and self.lapsed_at is None

    def overdue(self, now: int) -> bool:
        """Whether it is still open past its due time."""
        return self.open and self.due_at is not None and self.due_at < now


def apply(state: Order, fact: Fact) -> Order:
    """Fold one fact; never raises."""
    verb, body, at = fact.verb, fact.body, fact.happened_at
    state = replace(state, subject=fact.subject, mode=DRILL if fact.mode == DRILL else REAL)
    if verb == "given":
        return _given(state, fact)
    if verb == "acknowledged":
        read_back = state.read_back or bool(body.get("read_back", False))
        taken_by = fact.words("told_by") or state.taken_by
        taken_at = state.acknowledged_at if state.acknowledged_at is not None else at
        return replace(state, acknowledged_at=taken_at, taken_by=taken_by, read_back=read_back)
    if verb == "progressed":
        told = Progress(at, fact.words("words"), fact.words("told_by"))
        return replace(state, progress=tuple(sorted((*state.progress, told), key=_when)))
    if verb == "done":
        return replace(state, done_at=at, result=fact.words("words"), evidence=fact.words("evidence"))
    if verb == "lapsed":
        return replace(state, lapsed_at=at)
    if verb == "dropped":
        return replace(state, dropped_at=at, drop_reason=fact.words("words"))
    if verb == "reopened":
        return replace(state, done_at=None, dropped_at=None, lapsed_at=None, result="", evidence="", drop_reason="")
    if verb == "deadline_raised":
        return replace(state, raised=raise_threshold(state.raised, fact))
    if verb == "deadline_acknowledged":
        return replace(state, raised=acknowledge(state.raised, fact))
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


def _when(told: Progress) -> int:
    return told.at


def _given(state: Order, fact: Fact) -> Order:
    body = fact.body
    told: dict[str, Any] = {name: fact.words(name) for name in _WORDS}
    told |= {name: str(body.get(name, "")) for name in _CODES}
    return replace(
        state,
        **told,
        known=True,
        given_at=fact.happened_at,
        given_by=fact.actor,
        rank=fact.id.seq,
        due_at=whole(body.get("due_at")),
        read_back=state.read_back or bool(body.get("read_back", False)),
    )


_WORDS = ("words", "danger", "gear", "bounds", "orderer")
_CODES = ("unit", "group", "origin", "decision")


def deadlines(state: Order) -> list[Deadline]:
    """The due time of the order."""
    if state.due_at is None:
        return []
    raised = state.raised.get("order", Raised())
    return [Deadline("order", state.given_at, state.due_at, state.done_at, not state.open, raised)]


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
    group: str = "",
    gear: str = "",
    bounds: str = "",
    decision: str = "",
    read_back: bool = False,
) -> Draft:
    """The draft of a new order."""
    codes = (("unit", unit), ("group", group), ("origin", origin), ("decision", decision))
    body: dict[str, Any] = {name: value for name, value in codes if value}
    if due_at is not None:
        body["due_at"] = due_at
    if read_back:
        body["read_back"] = True
    words = (("words", text), ("danger", danger), ("orderer", orderer), ("gear", gear), ("bounds", bounds))
    private = {name: value for name, value in words if value}
    subject = f"order/{whistle}/{world.new_id()}"
    return Draft(subject=subject, kind="order.given", body=body, private=private, mode=mode, happened_at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveOrder(Command):
    """Give an order during an incident: to ``unit``, or one each to ``units``, or to a group of the post, or to all.

    ``verbal`` is a leader's spoken order (口头指示): it needs the leader's name, and ``read_back`` tells that it was repeated
    to them. Refuses ``words_needed``, ``whistle_closed``, ``due_in_past``, ``not_listed``, ``group_unknown``, ``unit_twice``
    and ``name_needed``.
    """

    whistle: str
    words: str
    unit: str = ""
    units: tuple[str, ...] = ()
    group: str = ""
    due_at: int | None = None
    danger: str = ""
    gear: str = ""
    bounds: str = ""
    orderer: str = ""
    verbal: bool = False
    read_back: bool = False

    def decide(self, world: World) -> Sequence[Draft]:
        whistle = world.state(f"whistle/{self.whistle}")
        if not whistle.running:
            raise Refused("whistle_closed")
        units = (*((self.unit,) if self.unit else ()), *self.units)
        if len(unique(units)) != len(units):
            raise Refused("unit_twice")
        for unit in units:
            if not world.state(f"report_in/{self.whistle}/{unit}").listed:
                raise Refused("not_listed", unit=unit)
        if self.group and all(one.name != self.group for one in world.state(f"post/{self.whistle}").groups):
            raise Refused("group_unknown", group=self.group)
        at = self.when(world)
        if self.due_at is not None and dated(self.due_at) <= at:
            raise Refused("due_in_past")
        orderer = required(self.orderer, "name_needed") if self.verbal else self.orderer.strip()
        return [
            given(
                world,
                self.whistle,
                text=required(self.words, "words_needed"),
                unit=unit,
                mode=whistle.mode,
                at=at,
                due_at=self.due_at,
                danger=self.danger.strip(),
                orderer=orderer,
                origin="verbal" if self.verbal else "",
                group=self.group,
                gear=self.gear.strip(),
                bounds=self.bounds.strip(),
                read_back=self.verbal and self.read_back,
            )
            for unit in (units or ("",))
        ]


def _in_order(world: World, whistle: str) -> list[Order]:
    """The orders of an incident as they were given."""
    found: list[Order] = [world.state(subject) for subject in world.subjects(f"order/{whistle}/")]
    return sorted(found, key=lambda one: (one.given_at, one.rank, one.subject))


def lapsing_with(world: World, whistle: str, at: int) -> list[Draft]:
    """The drafts with which the open orders of an incident end together with it: from then on no clock of theirs runs.

    What came of one can still be told later.
    """
    found = _in_order(world, whistle)
    return [Draft(subject=one.subject, kind="order.lapsed", mode=one.mode, happened_at=at) for one in found if one.open]


def resuming_orders(world: World, whistle: str) -> list[Draft]:
    """The drafts with which the orders of a drill that was ended by mistake run again."""
    found = _in_order(world, whistle)
    return [
        Draft(subject=one.subject, kind="order.reopened", mode=one.mode, happened_at=world.now)
        for one in found
        if one.lapsed_at is not None and one.done_at is None and one.dropped_at is None
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleOrder(Command):
    """Acknowledge an order (once, later only to add that it was read back), tell of it, finish, drop or reopen it.

    ``words`` is what was told, the result, or why it is dropped; ``evidence`` what shows that it is done; ``told_by`` whose
    voice it was. Refuses ``order_unknown``, ``order_verb_unknown``, ``order_not_open``, ``already_recorded``,
    ``words_needed`` for progress without words and ``reason_needed`` for an order dropped without a reason.
    """

    order: str
    verb: str
    words: str = ""
    evidence: str = ""
    told_by: str = ""
    read_back: bool = False

    def decide(self, world: World) -> Sequence[Draft]:
        state = world.state(self.order)
        if not isinstance(state, Order) or not state.known:
            raise Refused("order_unknown")
        if self.verb not in VERBS:
            raise Refused("order_verb_unknown", verb=self.verb)
        settled = state.done_at is not None or state.dropped_at is not None
        if (self.verb == "reopened" and state.open) or (self.verb != "reopened" and settled):
            raise Refused("order_not_open")
        body: dict[str, Any] = {}
        if self.verb == "acknowledged":
            adds = self.read_back and not state.read_back
            if state.acknowledged_at is not None and not adds:
                raise Refused("already_recorded", milestone="acknowledged", at=state.acknowledged_at)
            body = {"read_back": True} if self.read_back else {}
        if self.verb == "progressed":
            required(self.words, "words_needed")
        if self.verb == "dropped":
            required(self.words, "reason_needed")
        told = (("words", self.words), ("evidence", self.evidence), ("told_by", self.told_by))
        private = {name: value.strip() for name, value in told if value.strip()}
        return [
            Draft(
                subject=self.order,
                kind=f"order.{self.verb}",
                body=body,
                private=private or None,
                mode=state.mode,
                happened_at=self.when(world),
            )
        ]
