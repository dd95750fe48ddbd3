"""Patrols at work: the turns of the coming days follow from the plans, the roster and the calendar, by themselves.

Looked after when the desk begins, once an hour, and when a plan, a post or the calendar changed. The reckoning is done in
the reader's thread; what comes of it is one command, and nothing where everything stands already. Every desk may do it: the
ids of the turns follow from the plans alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from commandcenter.desk.looking import LooksAfter
from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.domain.command import Who
from commandcenter.domain.patrol_plan import Turn, holders_of, turns_of

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.desk.read import Read
    from commandcenter.domain.patrol_planning_acts import PlanTurns
    from commandcenter.journal.reading.patrols import PatrolReader

AHEAD = "patrol.ahead"
WAIT_MS = 3000
"""So long after a change the plans are looked at: whoever edits them edits more than one."""
NEEDS = frozenset({"patrol_plan", "appointment", "absence", "place", "calendar", "limit", "*"})


def wanted(reference: Reference, first: date, days: int) -> list[Turn]:
    """The turns that the plans want on ``days`` days from ``first`` on, with the roster of each day."""
    plans = [plan for plan in reference.patrol_plans.values() if plan.active]
    calendar, directory = reference.calendar, reference.directory
    found: list[Turn] = []
    for offset in range(days if plans else 0):
        day = first + timedelta(days=offset)
        roster = directory.at(at_local(day, 12))
        for plan in plans:
            place = roster.places.get(plan.place)
            if place is None or not place.active:
                continue
            found += turns_of(plan, day, 1, calendar, holders_of(roster, plan), place.community)
    return found


def planning(now: int) -> Callable[[Read], PlanTurns | None]:
    """The question what is to be planned at ``now`` (epoch milliseconds), for the reader's thread; None when all stands."""

    def work(read: Read) -> PlanTurns | None:
        reference = Reference(read.reference)
        limit = reference.limit(AHEAD)
        if limit is None or not reference.patrol_plans:
            return None
        first = local_date(now)
        days = max(1, round(limit.milliseconds / DAY))
        turns = {turn.id: turn for turn in wanted(reference, first, days)}
        standing = read.patrols.standing(first, first + timedelta(days=days - 1))
        return _difference(turns, standing, read.patrols, now)

    return work


def _difference(
    turns: dict[str, Turn], standing: dict[str, tuple[str, str]], patrols: PatrolReader, now: int
) -> PlanTurns | None:
    """What is to be planned; what a person decided by hand stays, and is asked about only where it differs from the plan."""
    from commandcenter.domain.patrol_planning_acts import PlanTurns  # with the first turn that is to be planned

    def lacks(turn: Turn) -> bool:
        if turn.window_end <= now:
            return False
        if turn.id not in standing:
            return True
        stage, person = standing[turn.id]
        differs = stage == "cancelled" or (stage == "planned" and bool(turn.person) and turn.person != person)
        return differs and not patrols.one(turn.id).by_hand

    todo = tuple(turn for turn in turns.values() if lacks(turn))
    over = [key for key, (stage, _) in standing.items() if stage == "planned" and key not in turns]
    dropped = tuple(key for key in over if not patrols.one(key).by_hand)
    return PlanTurns(turns=todo, dropped=dropped, channel="system") if todo or dropped else None


class PatrolPlanner(LooksAfter):
    """Looks after the turns of the coming days."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, NEEDS, WAIT_MS)

    def look(self) -> None:
        """Plan what is not planned yet."""
        self._desk.ask(planning(self._desk.clock.now())).done.connect(self._on_found)

    def _on_found(self, command: PlanTurns | None) -> None:
        if command is not None:
            self._desk.submit(command, who=Who(role="system", seat=self._desk.node))
