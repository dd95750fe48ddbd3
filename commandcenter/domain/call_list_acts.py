"""The acts on a call list: draw it up, tick who was called, take a tick back, add somebody, close it, open it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.call_list import CallList, Line
from commandcenter.domain.command import Command, Decision, Draft, World, required
from commandcenter.domain.event import EventId
from commandcenter.domain.number import RESULTS
from commandcenter.domain.number_check import number_draft
from commandcenter.domain.record import Record, record_in
from commandcenter.domain.refusal import Refused

MOST_LINES = 2000
"""Nobody calls more people one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawUpCallList(Command):
    """A call list is drawn up: ``title`` in words, ``about`` the subject it is for, ``lines`` in their order.

    The id comes back in the report as ``call_list``. Refuses ``title_missing``, ``nobody_to_call``, ``too_many_lines``.
    """

    title: str
    lines: tuple[Line, ...]
    about: str = ""

    def decide(self, world: World) -> Decision:
        title = required(self.title, "title_missing")
        key = world.new_id()
        body: dict[str, Any] = {"lines": _told(self.lines)}
        if self.about:
            body["about"] = self.about
        draft = Draft(
            subject=f"call_list/{key}",
            kind="call_list.drawn_up",
            body=body,
            private={"title": title},
            happened_at=self.when(world),
        )
        return Decision((draft,), {"call_list": key})


@dataclass(frozen=True, slots=True, kw_only=True)
class CallListCommand(Command):
    """What acts on a call list that was drawn up share."""

    call_list: str

    def state(self, world: World, *, running: bool = True) -> CallList:
        """The list. Refuses ``call_list_unknown`` and, when it has to run, ``call_list_closed``."""
        state = world.state(f"call_list/{self.call_list}")
        if not isinstance(state, CallList) or not state.known:
            raise Refused("call_list_unknown")
        if running and state.closed_at is not None:
            raise Refused("call_list_closed")
        return state

    def draft(
        self,
        world: World,
        verb: str,
        body: Mapping[str, Any],
        private: Mapping[str, Any] | None = None,
        corrects: EventId | None = None,
    ) -> Draft:
        """An event on the list."""
        return Draft(
            subject=f"call_list/{self.call_list}",
            kind=f"call_list.{verb}",
            body=body,
            private=private or None,
            happened_at=self.when(world),
            corrects=corrects,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TickCall(CallListCommand):
    """Somebody of the list was called. ``result`` is one of ``number.RESULTS``; the same call proves the number.

    Refuses ``not_on_call_list`` and ``number_result_unknown``.
    """

    person: str
    result: str
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if all(line.person != self.person for line in state.lines):
            raise Refused("not_on_call_list")
        if self.result not in RESULTS:
            raise Refused("number_result_unknown", result=self.result)
        private = {"words": self.words.strip()} if self.words.strip() else None
        drafts = [self.draft(world, "ticked", {"person": self.person, "result": self.result}, private)]
        person: Record = record_in(world.state(f"person/{self.person}"))
        if person.active and str(person.words.get("phone", "")).strip():
            drafts.append(number_draft(world, person.subject, self.result, self.when(world)))
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class UntickCall(CallListCommand):
    """A slip: the last call of a person is taken back. Refuses ``nothing_to_undo``."""

    person: str

    def decide(self, world: World) -> Sequence[Draft]:
        calls = self.state(world).calls(self.person)
        if not calls:
            raise Refused("nothing_to_undo")
        return [self.draft(world, "unticked", {"person": self.person}, corrects=calls[-1].id)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToCallList(CallListCommand):
    """More people are to be called. Refuses ``nobody_to_call`` when all of them stand there, ``too_many_lines``."""

    lines: tuple[Line, ...]

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        there = {line.person for line in state.lines}
        more = tuple(line for line in self.lines if line.person not in there)
        if len(there) + len(more) > MOST_LINES:
            raise Refused("too_many_lines", most=MOST_LINES)
        return [self.draft(world, "added", {"lines": _told(more)})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCallList(CallListCommand):
    """Nobody is called from the list any more."""

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        return [self.draft(world, "closed", {})]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCallList(CallListCommand):
    """A closed list is called on. Refuses ``nothing_to_undo``."""

    def decide(self, world: World) -> Sequence[Draft]:
        if self.state(world, running=False).closed_at is None:
            raise Refused("nothing_to_undo")
        return [self.draft(world, "reopened", {})]


def _told(lines: Sequence[Line]) -> list[dict[str, str]]:
    """The lines as a body holds them. Refuses ``nobody_to_call`` and ``too_many_lines``."""
    if not lines:
        raise Refused("nobody_to_call")
    if len(lines) > MOST_LINES:
        raise Refused("too_many_lines", most=MOST_LINES)
    names = ("person", "target", "role", "instead_of")
    return [{name: value for name in names if (value := getattr(line, name))} for line in lines]
