"""Who is on duty now: the one place that says it, from shifts, substitutions and hand-overs.

The plan decides which shift is on, and that is 本班 everywhere. Nobody goes before they are relieved: while a hand-over that
has begun is not signed, or nobody of the next shift has come, the shift that goes is on. Who sits at its desk changes with
every hand-over that both have signed, also long before the hour (``domain.seat``); leader, squad and communities stay those of
the shift until its planned end (domain.md 3.2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from commandcenter.domain.clock import DAY, HOUR
from commandcenter.domain.duty import SITTING, Shift, Watcher
from commandcenter.domain.office import OFFICE

if TYPE_CHECKING:
    from commandcenter.desk.read import Read
    from commandcenter.domain.handover import HandOver
    from commandcenter.domain.roster import Directory

LATE = 12 * HOUR
"""A hand-over may lie so far from its hour."""


@dataclass(frozen=True, slots=True)
class OnDuty:
    """The shift that is on and the one that follows; the ids are empty and the shifts unknown where none is planned.

    ``shift`` names those who really sit there, ``plan`` is the shift as it is on record.
    """

    id: str = ""
    shift: Shift = field(default_factory=Shift)
    next_id: str = ""
    following: Shift = field(default_factory=Shift)
    plan: Shift = field(default_factory=Shift)

    @property
    def known(self) -> bool:
        """Whether anybody is on duty."""
        return self.shift.known

    @property
    def people(self) -> tuple[Watcher, ...]:
        """Everybody on duty, substitutions and hand-overs laid over the plan."""
        return self.shift.people

    @property
    def leader(self) -> str:
        """The id of the leader on duty; empty when there is none."""
        return next((line.person for line in self.shift.of("leader")), "")

    def here(self, person: str) -> bool:
        """Whether somebody of the shift has signed in and not left."""
        return person in self.shift.signed_in and person not in self.shift.life.left

    def stands_on(self, person: str) -> str:
        """The id of the shift a person of the watch stands on by the plan: this one, else the next; empty when on neither."""
        if self.plan.line_of(person) is not None:
            return self.id
        return self.next_id if self.following.line_of(person) is not None else ""


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
        return _seated(read, OnDuty(*(before[-1] if stays else ("", Shift())), *(later or ("", Shift()))))
    place = running[0]
    if held(read, shifts[:place], shifts[place][1], now):
        return _seated(read, OnDuty(*shifts[place - 1], *shifts[place]))
    following = shifts[place + 1] if place + 1 < len(shifts) else ("", Shift())
    return _seated(read, OnDuty(*shifts[place], *following))


def hand_overs(read: Read, shift: str) -> list[HandOver]:
    """The hand-overs of a shift that have begun, in order."""
    if not read.matters.stage(f"handover/{shift}"):
        return []
    from commandcenter.domain.handover import HandOver, rounds_of  # none has begun when the first window stands

    return rounds_of(shift, lambda subject: read.matters.one(HandOver, subject))


def _seated(read: Read, watch: OnDuty) -> OnDuty:
    """With those who really sit there."""
    rounds = hand_overs(read, watch.id) if watch.known else []
    if not rounds:
        return replace(watch, plan=watch.shift)
    from commandcenter.domain.limit import limit_of
    from commandcenter.domain.seat import EARLY, USUAL_EARLY, seated

    limit = limit_of(read.reference.record(f"limit/{EARLY}"))
    early = limit.milliseconds if limit is not None else USUAL_EARLY
    return replace(watch, shift=seated(watch.shift, watch.following, rounds, early), plan=watch.shift)


def _held(read: Read, before: _Before, following: Shift, now: int) -> bool:
    """Whether the last shift that is over by the plan is on all the same: its hand-over has begun and is not signed, or its
    people are at their post and nobody who follows them is.
    """
    if not before:
        return False
    rounds = hand_overs(read, before[-1][0])
    return (bool(rounds) and rounds[-1].closed_at is None) or (
        _late(read, before, following, now) and not _at_post(following)
    )


def _late(read: Read, before: _Before, following: Shift, now: int) -> bool:
    """Whether the last shift that is over by the plan has still to hand over: who sits there has come and not left."""
    if not before:
        return False
    key, shift = before[-1]
    if rounds := hand_overs(read, key):
        from commandcenter.domain.seat import taken

        if rounds[-1].closed_at is None or taken(rounds, following):
            return rounds[-1].closed_at is None
        shift = _seated(read, OnDuty(key, shift, "", following)).shift
    return now - shift.ends_at < LATE and _at_post(shift)


def _at_post(shift: Shift) -> bool:
    """Whether anybody who sits on a shift has signed in and not left."""
    return any(line.person in shift.signed_in and line.person not in shift.life.left for line in shift.of(*SITTING))


def main_leader(directory: Directory) -> str:
    """The id of the first of the office's leaders; empty when the roster names none."""
    leaders = [post for post in directory.appointments if post.role == "leader" and post.target == OFFICE]
    return min(leaders, key=lambda post: (post.rank, post.id)).person if leaders else ""
