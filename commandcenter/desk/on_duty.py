"""Who is on duty now: the one place that says it, from shifts, substitutions and hand-overs.

The plan decides, but nobody goes before they are relieved: while a hand-over that has begun is not signed, or nobody of the
next shift has come, the shift that goes is on; once both have signed, the one that comes is, also before its hour (domain.md 3.2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from commandcenter.domain.clock import DAY, HOUR
from commandcenter.domain.duty import SITTING, Shift, Watcher
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
    return _around(read, now, _held)


def handing_over(read: Read, now: int) -> OnDuty:
    """The shift whose hand-over is next, and who takes it: a hand-over that is late stays, also when who comes is there already."""
    return _around(read, now, _late)


def owed(read: Read, now: int) -> tuple[str, ...]:
    """What the watch owes at ``now``: ``handover`` is late, ``nobody`` who sits has signed in, ``unplanned``: no shift is on."""
    from commandcenter.domain.rota import MAIN  # the cycles are not needed before the first window stands

    watch, going = on_duty(read, now), handing_over(read, now)
    found = []
    if going.known and going.shift.ends_at <= now:
        found.append("handover")
    if watch.known and not _at_post(watch.shift):
        found.append("nobody")
    if not watch.known and read.reference.record(f"rota/{MAIN}").active:
        found.append("unplanned")
    return tuple(found)


_Before = list[tuple[str, Shift]]


def _around(read: Read, now: int, held: Callable[[Read, _Before, Shift, int], bool]) -> OnDuty:
    shifts = read.reference.shifts(now - LATE, now + 2 * DAY)
    running = [place for place, (_, shift) in enumerate(shifts) if shift.starts_at <= now < shift.ends_at]
    if not running:
        later = next(((key, shift) for key, shift in shifts if shift.starts_at > now), None)
        before = shifts[: shifts.index(later)] if later else shifts
        stays = held(read, before, later[1] if later else Shift(), now)
        return OnDuty(*(before[-1] if stays else ("", Shift())), *(later or ("", Shift())))
    place = running[0]
    if held(read, shifts[:place], shifts[place][1], now):
        return OnDuty(*shifts[place - 1], *shifts[place])
    if place + 1 < len(shifts) and shifts[place][1].ends_at - now < LATE and _done(read, shifts[place][0]):
        place += 1
    following = shifts[place + 1] if place + 1 < len(shifts) else ("", Shift())
    return OnDuty(*shifts[place], *following)


def _held(read: Read, before: _Before, following: Shift, now: int) -> bool:
    """Whether the last shift that is over by the plan is on all the same: its hand-over has begun and is not signed, or its
    people are at their post and nobody who follows them is.
    """
    if not before:
        return False
    begun = read.matters.stage(f"handover/{before[-1][0]}") in ("reading", "signing")
    return begun or (_late(read, before, following, now) and not _at_post(following))


def _late(read: Read, before: _Before, _following: Shift, now: int) -> bool:
    """Whether the last shift that is over by the plan has still to hand over: who sits there has come and not left."""
    if not before:
        return False
    key, shift = before[-1]
    stage = read.matters.stage(f"handover/{key}")
    if stage in ("reading", "signing", "done"):
        return stage != "done"
    return now - shift.ends_at < LATE and _at_post(shift)


def _at_post(shift: Shift) -> bool:
    """Whether anybody who sits on a shift has signed in and not left."""
    return any(line.person in shift.signed_in and line.person not in shift.life.left for line in shift.of(*SITTING))


def _done(read: Read, shift: str) -> bool:
    return read.matters.stage(f"handover/{shift}") == "done"


def main_leader(directory: Directory) -> str:
    """The id of the first of the office's leaders; empty when the roster names none."""
    leaders = [post for post in directory.appointments if post.role == "leader" and post.target == OFFICE]
    return min(leaders, key=lambda post: (post.rank, post.id)).person if leaders else ""
