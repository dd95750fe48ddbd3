"""What a desk looks after by itself once the first window stands: chores, turns of patrols, obligations that come due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commandcenter.desk.chores import Chores
from commandcenter.desk.obligations import Obligations
from commandcenter.desk.patrols import PatrolPlanner

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk


def upkeep(desk: Desk) -> tuple[Chores, Obligations]:
    """Begin it: the chores, which have to be stopped again, and what is due, which is asked for."""
    PatrolPlanner(desk)
    chores = Chores(desk)
    chores.due.connect(desk.chore)
    chores.start()
    return chores, Obligations(desk)
