"""Who is on duty now: the one place that says it, from shifts, substitutions and hand-overs.

The plan decides, but nobody goes before they are relieved: while a hand-over that has begun is not signed, the shift that
goes is on; once both have signed, the one that comes is, also before its hour (domain.md 3.2).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from commandcenter.domain.clock import DAY, HOUR
from commandcenter.domain.duty import Shift, Watcher
from commandcenter.domain.office import OFFICE

if TYPE_CHECKING:
    from commandcenter.desk.read import Read
    from commandcenter.domain.roster import Directory

LATE = 12 * HOUR
"""A hand-over may lie so far from its hour."""


@dataclass(frozen=True, slots=True)
class OnDuty:
    """The shift that is on and the one that follows; the ids are empty and the shifts unknown where none is planned."""

    id: str = ""
    shift: Shift = field(default_factory=Shift)
    next_id: str = ""
    following: Shift = field(default_factory=Shift)

    @property
    def known(self) -> bool:
        """Whether anybody is on duty."""
        return self.shift.known

    @property
    def people(self) -> tuple[Watcher, ...]:
        """Everybody on duty, substitutions laid over the plan."""
        return self.shift.people

    @property
    def leader(self) -> str:
        """The id of the leader on duty; empty when there is none."""
        return next((line.person for line in self.shift.of("leader")), "")

    def here(self, person: str) -> bool:
        """Whether somebody of the shift has signed in and not left."""
        return person in self.shift.signed_in and person not in self.shift.life.left


def on_duty(read: Read, now: int) -> OnDuty:
    """Who is on duty at ``now`` (epoch milliseconds)."""
    shifts = read.reference.shifts(now - LATE, now + 2 * DAY)
    running = [place for place, (_, shift) in enumerate(shifts) if shift.starts_at <= now < shift.ends_at]
    if not running:
        later = next(((key, shift) for key, shift in shifts if shift.starts_at > now), None)
        held = _held(read, shifts[: shifts.index(later)] if later else shifts)
        return OnDuty(*(held or ("", Shift())), *(later or ("", Shift())))
    place = running[0]
    held = _held(read, shifts[:place])
    if held is not None:
        return OnDuty(*held, *shifts[place])
    if place + 1 < len(shifts) and shifts[place][1].ends_at - now < LATE and _done(read, shifts[place][0]):
        place += 1
    following = shifts[place + 1] if place + 1 < len(shifts) else ("", Shift())
    return OnDuty(*shifts[place], *following)


def _held(read: Read, before: list[tuple[str, Shift]]) -> tuple[str, Shift] | None:
    """The last shift that is over by the plan and whose hand-over has begun, but is not signed."""
    if not before:
        return None
    begun = read.matters.stage(f"handover/{before[-1][0]}") in ("reading", "signing")
    return before[-1] if begun else None


def _done(read: Read, shift: str) -> bool:
    return read.matters.stage(f"handover/{shift}") == "done"


def main_leader(directory: Directory) -> str:
    """The id of the first of the office's leaders; empty when the roster names none."""
    leaders = [post for post in directory.appointments if post.role == "leader" and post.target == OFFICE]
    return min(leaders, key=lambda post: (post.rank, post.id)).person if leaders else ""
