"""Two desks that go on from the same past without hearing of each other, and what both of them hold once they do."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import replace

from commandcenter.domain.command import Command
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.refusal import Refused
from paper_world import PaperWorld


def tried(world: PaperWorld, commands: Iterable[Command]) -> int:
    """Do what is not refused; how many were done."""
    done = 0
    for command in commands:
        world.pass_time(1000)
        try:
            world.do(command)
        except Refused:
            continue
        done += 1
    return done


def apart(world: PaperWorld, here: Sequence[Command], there: Sequence[Command], subject: str) -> list[Fact]:
    """The facts of a subject after one desk did ``here`` and another ``there``, both from where ``world`` stands."""
    other = copy.deepcopy(world)
    before = len(world.facts.get(subject, ()))
    tried(world, here)
    tried(other, there)
    theirs = [replace(fact, id=EventId("n2", fact.id.seq)) for fact in other.facts.get(subject, [])[before:]]
    own = {fact.id.seq for fact in other.facts.get(subject, [])[before:]}
    return [*world.facts.get(subject, ()), *(replace(fact, seen=_seen(fact, own)) for fact in theirs)]


def _seen(fact: Fact, own: set[int]) -> dict[str, int]:
    """Heads as the other desk had them: its own entries are its own, all before are those of the first."""
    seq = fact.seen.get("n1", 0)
    return {"n2": seq, "n1": min(own) - 1} if seq in own else dict(fact.seen)
