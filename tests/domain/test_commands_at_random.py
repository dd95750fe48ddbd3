"""Whatever is sent, in whatever order: a command is decided or refused, and what is decided folds without a mark."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

import pytest
from commandcenter.domain.clock import HOUR, MINUTE, SECOND
from commandcenter.domain.command import Command
from commandcenter.domain.refusal import Refused
from paper_world import PaperWorld
from random_commands import KINDS_SENT, RandomCommands
from small_office import records

STEPS = 1500


class Looked:
    """What a sender sees of a paper world."""

    def __init__(self, world: PaperWorld) -> None:
        self._world = world

    @property
    def now(self) -> int:
        return self._world.now

    def subjects(self, prefix: str) -> list[str]:
        return list(self._world.subjects(prefix))

    def entries(self) -> list[str]:
        return [str(facts[-1].id) for facts in self._world.facts.values()]


def irregular(world: PaperWorld, subjects: Iterable[str]) -> dict[str, Any]:
    found = {subject: getattr(world.state(subject), "irregular", ()) for subject in subjects}
    return {subject: marks for subject, marks in found.items() if marks}


@pytest.mark.parametrize("seed", range(24))
def test_a_command_is_decided_or_refused_and_leads_to_no_irregular_state(seed: int) -> None:
    chance = Random(seed)
    world = PaperWorld().found(records())
    sender = RandomCommands(chance, Looked(world))
    waiting = sender.opening()
    done = 0
    for _ in range(STEPS):
        command = waiting.pop(0) if waiting else sender.next()
        before = {subject: len(facts) for subject, facts in world.facts.items()}
        refusal = refused_by(world, command)
        if refusal is not None:
            assert refusal.code
            assert {subject: len(facts) for subject, facts in world.facts.items()} == before
        else:
            done += 1
            touched = [subject for subject, facts in world.facts.items() if len(facts) != before.get(subject)]
            assert not irregular(world, touched), command
            world.pass_time(chance.choice((SECOND, SECOND, MINUTE, HOUR)))
    assert done > STEPS // 20
    assert not irregular(world, world.subjects(""))


def test_every_command_is_sent() -> None:
    world = PaperWorld().found(records())
    sender = RandomCommands(Random(1), Looked(world))
    assert {type(sender.next()).__name__ for _ in range(24000)} == KINDS_SENT


def refused_by(world: PaperWorld, command: Command) -> Refused | None:
    """The refusal of a command; None when it was done."""
    try:
        world.do(command)
    except Refused as refused:
        return refused
    return None
