"""One matter, several cases: merged into the one that goes on, taken apart again, or only linked. Nothing is lost by it.

A merged case keeps its number, its words, its caller and their rights: the caller is told the result and asked like the
others. Merging is a person's act, never the program's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import CaseCommand
from commandcenter.domain.command import Command, Draft, World, required, unique
from commandcenter.domain.refusal import Refused

LINKS = ("repeat", "related", "recurred")
"""Why two cases are linked: the same caller or matter came again (重复来电), they belong together, it came back after the end."""

MOST_ABSORBED = 100
"""So many cases go into one; more of them are a topic of their own."""


def _known(world: World, case: str) -> Case:
    state: Case = world.state(f"case/{case}")
    if not state.known:
        raise Refused("case_unknown")
    return state


def _draft(command: Command, world: World, case: str, verb: str, body: dict[str, Any], words: str) -> Draft:
    told = {"words": words.strip()} if words.strip() else None
    return Draft(subject=f"case/{case}", kind=f"case.{verb}", body=body, private=told, happened_at=command.when(world))


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCases(CaseCommand):
    """Merge ``duplicates`` into ``case``, which goes on for them. All of them are open and none is merged already.

    Refuses ``case_unknown``, ``merge_with_itself``, ``merged_already``, ``merge_into_ended``, ``merge_ended``,
    ``merge_in_a_ring``, ``too_many_merged``.
    """

    duplicates: tuple[str, ...]

    def decide(self, world: World) -> Sequence[Draft]:
        target = self.state(world)
        if target.merged_into:
            raise Refused("merged_already", number=target.number)
        if not target.open:
            raise Refused("merge_into_ended", number=target.number)
        names = unique(self.duplicates)
        if self.case in names or not names:
            raise Refused("merge_with_itself")
        if len(target.absorbed) + len(names) > MOST_ABSORBED:
            raise Refused("too_many_merged", most=MOST_ABSORBED)
        drafts = []
        for name in names:
            self._may_go(world, _known(world, name))
            drafts.append(_draft(self, world, name, "merged", {"into": self.case}, self.words))
            drafts.append(_draft(self, world, self.case, "absorbed", {"case": name}, self.words))
        return drafts

    def _may_go(self, world: World, duplicate: Case) -> None:
        if duplicate.merged_into:
            raise Refused("merged_already", number=duplicate.number)
        if not duplicate.open:
            raise Refused("merge_ended", number=duplicate.number)
        if self.case in absorbed_below(world, duplicate):
            raise Refused("merge_in_a_ring", number=duplicate.number)


def absorbed_below(world: World, state: Case) -> set[str]:
    """Every case that went into this one, directly or by way of another; a ring that two desks made ends the walk."""
    found: set[str] = set()
    waiting = list(state.absorbed)
    while waiting:
        case = waiting.pop()
        if case not in found:
            found.add(case)
            waiting += _of(world, case).absorbed
    return found


def _of(world: World, case: str) -> Case:
    state: Case = world.state(f"case/{case}")
    return state


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitCase(CaseCommand):
    """Take a merged case out again: it goes on by itself where it stood. Refuses ``not_merged``, ``reason_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if not state.merged_into:
            raise Refused("not_merged")
        reason = required(self.words, "reason_needed")
        return [
            _draft(self, world, self.case, "split", {}, reason),
            _draft(self, world, state.merged_into, "split", {"case": self.case}, reason),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCases(CaseCommand):
    """Link two cases; each tells of the other and goes on by itself. Linking them again changes the reason.

    Refuses ``case_unknown``, ``merge_with_itself``, ``link_unknown``, ``already_linked`` for the same reason.
    """

    other: str
    reason: str = "repeat"

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.other == self.case:
            raise Refused("merge_with_itself")
        other = _known(world, self.other)
        if self.reason not in LINKS:
            raise Refused("link_unknown", reason=self.reason)
        if state.links.get(self.other) == self.reason and other.links.get(self.case) == self.reason:
            raise Refused("already_linked", number=other.number)
        return [
            _draft(self, world, one, "linked", {"case": two, "reason": self.reason}, self.words)
            for one, two in ((self.case, self.other), (self.other, self.case))
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkCases(CaseCommand):
    """Take a link back. Refuses ``not_linked``."""

    other: str

    def decide(self, world: World) -> Sequence[Draft]:
        if self.other not in self.state(world).linked:
            raise Refused("not_linked")
        pairs = ((self.case, self.other), (self.other, self.case))
        return [_draft(self, world, one, "unlinked", {"case": two}, self.words) for one, two in pairs]


@dataclass(frozen=True, slots=True, kw_only=True)
class TellMerged(CaseCommand):
    """The caller of a merged case was told the result and asked like the others, or tried in vain (``reached`` False).

    Refuses ``not_merged``, ``anonymous``.
    """

    reached: bool
    solved: bool | None = None
    satisfied: bool | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if not state.merged_into:
            raise Refused("not_merged")
        if state.anonymous:
            raise Refused("anonymous")
        body: dict[str, Any] = {"reached": self.reached}
        if self.reached:
            answers = (("solved", self.solved), ("satisfied", self.satisfied))
            body |= {name: value for name, value in answers if value is not None}
        return [_draft(self, world, self.case, "also_told", body, self.words)]
