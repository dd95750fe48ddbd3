"""The acts on the transfer of people: listed, amended, moved from state to state, counted; a slip is struck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.command import Command, Decision, Draft, World, counted, required
from commandcenter.domain.event import EventId
from commandcenter.domain.refusal import Refused
from commandcenter.domain.transfer import MOVES, PRIORITIES, STAGES, Household

_WORDS = ("address", "name", "phone", "words", "helper", "place_words")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHousehold(Command):
    """Put a household, or several at one address, on the list; ``stage`` tells how far they already are.

    ``people`` None is unknown. ``place`` is a place of the roster, ``place_words`` any other. Refuses ``whistle_closed``,
    ``address_needed``, ``household_needed``, ``stage_unknown``, ``priority_unknown`` and what a move refuses.
    """

    whistle: str
    address: str
    people: int | None = None
    households: int = 1
    priority: tuple[str, ...] = ()
    name: str = ""
    phone: str = ""
    helper: str = ""
    place: str = ""
    place_words: str = ""
    words: str = ""
    stage: str = "should"

    def decide(self, world: World) -> Decision:
        whistle = world.state(f"whistle/{self.whistle}")
        if not whistle.running:
            raise Refused("whistle_closed")
        required(self.address, "address_needed")
        counted(self.people)
        if not counted(self.households):
            raise Refused("household_needed")
        if self.stage not in STAGES:
            raise Refused("stage_unknown", stage=self.stage)
        _check_priority(self.priority)
        body: dict[str, Any] = {"households": self.households, "priority": list(self.priority)}
        if self.people is not None:
            body["people"] = self.people
        if self.place:
            body["place"] = self.place
        subject = f"transfer/{self.whistle}/{world.new_id()}"
        at = self.when(world)
        private = {name: value for name in _WORDS if (value := getattr(self, name).strip())}
        listed = Draft(
            subject=subject,
            kind="transfer.listed",
            body=body,
            private=private,
            mode=whistle.mode,
            happened_at=at,
        )
        report = {"transfer": subject}
        if self.stage == "should":
            return Decision((listed,), report)
        world.preview([listed])
        step = MoveHousehold(
            transfer=subject,
            to=self.stage,
            place=self.place,
            place_words=self.place_words,
            helper=self.helper,
            words=self.words,
            happened_at=self.happened_at,
        )
        return Decision((listed, *step.decide(world)), report)


def _check_priority(priority: Sequence[str]) -> None:
    for name in priority:
        if name not in PRIORITIES:
            raise Refused("priority_unknown", priority=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferCommand(Command):
    """What later acts on a household share. They are taken after the incident was closed, too: people go home later."""

    transfer: str

    def state(self, world: World) -> Household:
        """The household. Refuses ``household_unknown``."""
        state = world.state(self.transfer)
        if not isinstance(state, Household) or not state.known or state.struck_at is not None:
            raise Refused("household_unknown")
        return state

    def draft(
        self,
        world: World,
        state: Household,
        verb: str,
        body: Mapping[str, Any],
        corrects: EventId | None = None,
    ) -> Draft:
        """An event on the household, with the words that were told."""
        private = {name: value for name in _WORDS if (value := str(getattr(self, name, "")).strip())}
        return Draft(
            subject=self.transfer,
            kind=f"transfer.{verb}",
            body=body,
            private=private or None,
            mode=state.mode,
            happened_at=self.when(world),
            corrects=corrects,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveHousehold(TransferCommand):
    """People of a household come into another state: all who are in ``source``, or ``people`` of them.

    Without ``source`` it is the least far state from which ``to`` may follow. Refuses ``stage_unknown``,
    ``move_not_possible`` with both states, ``more_than_there`` with how many there are, ``quantity_needed`` for nobody, and
    ``reason_needed``: who refuses is recorded with their words or with who talked to them.
    """

    to: str
    source: str = ""
    people: int | None = None
    place: str = ""
    place_words: str = ""
    helper: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.to not in STAGES or (self.source and self.source not in STAGES):
            raise Refused("stage_unknown", stage=self.to)
        source = self.source or self._source(state)
        there = self._there(state, source)
        if self.to not in MOVES.get(source, ()) or there == 0:
            raise Refused("move_not_possible", source=state.stage, to=self.to)
        if self.people is not None and not counted(self.people):
            raise Refused("quantity_needed")
        if there is not None and self.people is not None and self.people > there:
            raise Refused("more_than_there", there=there)
        if self.to == "refused" and not self.words.strip() and not self.helper.strip():
            raise Refused("reason_needed")
        body: dict[str, Any] = {"from": source, "to": self.to}
        people = self.people if self.people is not None else there
        if people is not None:
            body["people"] = people
        if self.place:
            body["place"] = self.place
        return [self.draft(world, state, "stepped", body)]

    def _source(self, state: Household) -> str:
        if state.people is None:
            return state.stage
        for name in STAGES:
            if state.spread.get(name, 0) > 0 and self.to in MOVES[name]:
                return name
        return state.stage

    @staticmethod
    def _there(state: Household, source: str) -> int | None:
        """How many are in a state; None when that is not known."""
        if state.people is None:
            return None if state.stage == source else 0
        return state.spread.get(source, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendHousehold(TransferCommand):
    """Correct what is told of a household; what is empty (None) stays. Refuses ``nothing_changed``, ``more_moved``.

    ``more_moved``: there cannot be fewer people than were told of already.
    """

    people: int | None = None
    households: int | None = None
    priority: tuple[str, ...] | None = None
    address: str = ""
    name: str = ""
    phone: str = ""
    helper: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        counted(self.people)
        counted(self.households)
        body: dict[str, Any] = {}
        if self.people is not None and self.people != state.people:
            beyond = sum(n for name, n in state.spread.items() if name != "should")
            if self.people < beyond:
                raise Refused("more_moved", there=beyond)
            body["people"] = self.people
        if self.households and self.households != state.households:
            body["households"] = self.households
        if self.priority is not None and tuple(self.priority) != state.priority:
            _check_priority(self.priority)
            body["priority"] = list(self.priority)
        said = any(
            getattr(self, name).strip() not in ("", getattr(state, name))
            for name in ("address", "name", "phone", "helper", "words")
        )
        if not body and not said:
            raise Refused("nothing_changed")
        return [self.draft(world, state, "amended", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckHousehold(TransferCommand):
    """A head count of those who moved (点名). One that does not agree stands out until it does. Refuses ``quantity_needed``."""

    people: int
    helper: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        counted(self.people)
        if not state.out:
            raise Refused("nobody_moved")
        return [self.draft(world, state, "checked", {"people": self.people})]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeTransfer(TransferCommand):
    """A slip: the newest entry is struck, or the line itself when nothing came of it yet."""

    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        standing = [step for step in state.steps if not step.struck]
        return [self.draft(world, state, "struck", {}, standing[-1].id if standing else None)]
