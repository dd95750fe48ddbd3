"""The acts on supplies: taken from a store, returned, consumed, damaged, written off with a reason; a slip is struck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.command import Command, Draft, World, counted, required
from commandcenter.domain.event import EventId
from commandcenter.domain.refusal import Refused
from commandcenter.domain.supply import WAYS, Supply


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeSupply(Command):
    """Something is taken from a store for an incident. ``measure`` is what ``quantity`` counts (个, 箱, 吨).

    ``unit`` is a unit of the board, ``taken_by`` a name. Refuses ``whistle_closed``, ``item_needed``, ``quantity_needed``
    and ``taker_needed``.
    """

    whistle: str
    item: str
    quantity: int
    measure: str = ""
    store: str = ""
    unit: str = ""
    taken_by: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        whistle = world.state(f"whistle/{self.whistle}")
        if not whistle.running:
            raise Refused("whistle_closed")
        item = required(self.item, "item_needed")
        if not counted(self.quantity):
            raise Refused("quantity_needed")
        if not self.unit and not self.taken_by.strip():
            raise Refused("taker_needed")
        body: dict[str, Any] = {"item": item, "quantity": self.quantity}
        body |= {name: value for name in ("measure", "store", "unit") if (value := getattr(self, name).strip())}
        private = {name: value for name in ("taken_by", "words") if (value := getattr(self, name).strip())}
        return [
            Draft(
                subject=f"supply/{self.whistle}/{world.new_id()}",
                kind="supply.taken",
                body=body,
                private=private or None,
                mode=whistle.mode,
                happened_at=self.when(world),
            )
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyCommand(Command):
    """What later acts on a taking share. They are taken after the incident was closed, too: things come back late."""

    supply: str

    def state(self, world: World) -> Supply:
        """The taking. Refuses ``supply_unknown``."""
        state = world.state(self.supply)
        if not isinstance(state, Supply) or not state.known or state.struck_at is not None:
            raise Refused("supply_unknown")
        return state

    def draft(
        self, world: World, state: Supply, verb: str, body: Mapping[str, Any], corrects: EventId | None = None
    ) -> Draft:
        """An event on the taking."""
        private = {name: value for name in ("words", "told_by") if (value := getattr(self, name, "").strip())}
        return Draft(
            subject=self.supply,
            kind=f"supply.{verb}",
            body=body,
            private=private or None,
            mode=state.mode,
            happened_at=self.when(world),
            corrects=corrects,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleSupply(SupplyCommand):
    """A part of it, or all, is accounted for. ``way`` is one of ``WAYS``; what is written off or damaged needs ``words``.

    Refuses ``supply_way_unknown``, ``quantity_needed``, ``more_than_open`` with the rest, ``reason_needed``.
    """

    way: str
    quantity: int
    words: str = ""
    told_by: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.way not in WAYS:
            raise Refused("supply_way_unknown", way=self.way)
        if not counted(self.quantity):
            raise Refused("quantity_needed")
        if self.quantity > state.rest:
            raise Refused("more_than_open", rest=max(0, state.rest))
        if self.way in ("damaged", "written_off"):
            required(self.words, "reason_needed")
        return [self.draft(world, state, self.way, {"quantity": self.quantity})]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeSupply(SupplyCommand):
    """A slip: the newest entry of the taking is struck, or the taking itself when nothing came of it yet."""

    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        standing = [one for one in state.entries if not one.struck]
        return [self.draft(world, state, "struck", {}, standing[-1].id if standing else None)]
