"""An incident on paper and what happened to one department, told in short steps: ``("arrived", 12, {"people": 6})``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import MILESTONES, OUTCOMES, ReportIn
from commandcenter.domain.report_in_acts import (
    CameUnasked,
    Conclude,
    CountHeads,
    FindAgain,
    LogCall,
    LoseContact,
    Promise,
    ReadBack,
    RecordMilestone,
    WithdrawLast,
)
from commandcenter.domain.whistle import Whistle
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from paper_world import PaperWorld
from small_office import records

W = "id1"
"""The id of the first whistle of a paper world."""
UNIT = "D07"

Step = tuple[str, int, dict[str, Any]]


def blown(*units: str, **told: Any) -> PaperWorld:
    """An office in which a whistle was just blown for ``units`` (the squad alone when none is named)."""
    world = PaperWorld().found(records())
    calls = tuple(UnitCall(unit=unit) for unit in units or (UNIT,))
    world.do(BlowWhistle(units=calls, **told))
    return world


def whistle(world: PaperWorld) -> Whistle:
    """The whistle as it stands."""
    found: Whistle = world.state(f"whistle/{W}")
    return found


def presence(world: PaperWorld, unit: str = UNIT) -> ReportIn:
    """The department as it stands."""
    found: ReportIn = world.state(f"report_in/{W}/{unit}")
    return found


def command(step: Step, start: int, unit: str = UNIT) -> Command:
    """The command of a step; its minute counts from ``start`` and is when it happened."""
    verb, minute, more = step
    common = {"whistle": W, "unit": unit, "happened_at": start + minute * MINUTE}
    if verb in OUTCOMES and verb != "back":
        return Conclude(outcome=verb, **common, **more)
    if verb in MILESTONES:
        return RecordMilestone(milestone=verb, **common, **more)
    others: dict[str, type[Command]] = {
        "call": LogCall,
        "read_back": ReadBack,
        "promise": Promise,
        "count": CountHeads,
        "lose": LoseContact,
        "find": FindAgain,
        "withdraw": WithdrawLast,
        "unasked": CameUnasked,
    }
    kind = others.get(verb, RecordMilestone)
    return kind(**common, **({"milestone": verb} if kind is RecordMilestone else {}), **more)


def play(world: PaperWorld, steps: Sequence[Step], unit: str = UNIT) -> PaperWorld:
    """Do the steps, each entered as it happens or, when a later one was entered before, late."""
    start = whistle(world).blown_at
    for step in steps:
        world.now = max(world.now + 1, start + step[1] * MINUTE)
        world.do(command(step, start, unit))
    return world


def refused(world: PaperWorld, step: Step, unit: str = UNIT) -> tuple[str, dict[str, Any]]:
    """The code and the facts with which a step is refused now; an empty code when it is done."""
    start = whistle(world).blown_at
    world.now = max(world.now + 1, start + step[1] * MINUTE)
    try:
        world.do(command(step, start, unit))
    except Refused as error:
        return error.code, dict(error.facts)
    return "", {}
