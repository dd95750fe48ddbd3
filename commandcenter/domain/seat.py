"""Who sits at the desk of the watch: the clerks of the shift, until a hand-over puts others there.

Near the end of the shift a hand-over puts the clerks of the next one there. Long before it, only the two who sign change
place. Leader, squad and communities stay those of their shift until its planned end (domain.md 2.12, 3.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from commandcenter.domain.clock import HOUR
from commandcenter.domain.command import World
from commandcenter.domain.duty import SITTING, Shift, Watcher
from commandcenter.domain.fatigue import shifts_around
from commandcenter.domain.handover import HandOver, rounds_of
from commandcenter.domain.limit import limit_of

EARLY = "duty.early"
"""How long before the end of a shift its hand-over needs no reason."""
USUAL_EARLY = HOUR


def early_in(world: World) -> int:
    """How long before its end a shift is handed over without a reason, milliseconds."""
    limit = limit_of(world.state(f"limit/{EARLY}"))
    return limit.milliseconds if limit is not None else USUAL_EARLY


def seated(shift: Shift, following: Shift, rounds: Iterable[HandOver], early: int) -> Shift:
    """The shift with those in it who really sit there, after its hand-overs (``rounds``, in order)."""
    done = [one for one in rounds if one.closed_at is not None]
    if not done or not shift.known:
        return shift
    lines, came = list(shift.people), dict(shift.signed_in)
    left = dict(shift.life.left)
    for one in done:
        if timely(one, shift, early):
            come = [line for line in following.of("clerk") if line.person in following.signed_in]
            gone = {line.person for line in lines if line.role == "clerk"} if come else set()
        else:
            signed = {person.person for person in one.signed("into")}
            come = [line for line in _clerks(shift, following) if line.person in signed]
            gone = {person.person for person in one.signed("out")} if come else set()
        lines = [line for line in lines if line.role != "clerk" or line.person not in gone]
        place = next((at for at, line in enumerate(lines) if ROLE_RANK[line.role] > ROLE_RANK["clerk"]), len(lines))
        here = {line.person for line in lines}
        lines[place:place] = [line for line in come if line.person not in here]
        for line in come:
            came[line.person] = following.signed_in.get(line.person, came.get(line.person, one.closed_at or 0))
            left.pop(line.person, None)
    plan = replace(shift.plan, fields={**shift.plan.fields, "people": [_told(line) for line in lines]})
    return Shift(plan, replace(shift.life, substituted=(), signed_in=came, left=left))


ROLE_RANK = {"leader": 0, "clerk": 1, "squad": 2, "community": 3}


def _told(line: Watcher) -> dict[str, Any]:
    return {name: getattr(line, name) for name in ("person", "role", "unit", "group", "instead_of")}


def _clerks(shift: Shift, following: Shift) -> list[Watcher]:
    """The clerks of the next shift, and those of this one (who went and come back), each once."""
    found = {line.person: line for line in (*shift.of("clerk"), *following.of("clerk"))}
    return list(found.values())


def timely(one: HandOver, shift: Shift, early: int) -> bool:
    """Whether a hand-over was signed near the end of its shift or after it."""
    return one.closed_at is not None and shift.ends_at - one.closed_at <= early


def taken(rounds: Sequence[HandOver], following: Shift) -> bool:
    """Whether the shift was handed over to the next one: the last hand-over is signed, by somebody who stands there."""
    if not rounds or rounds[-1].closed_at is None:
        return False
    into = {one.person for one in rounds[-1].signed("into")}
    return not following.known or any(line.person in into for line in following.of(*SITTING))


def may_come(shift: Shift, following: Shift, sitting: Shift) -> list[Watcher]:
    """Who may take over: who sits in the next shift, and clerks of this one who went before; not who sits there now."""
    here = {line.person for line in sitting.of(*SITTING)}
    found = {line.person: line for line in (*following.of(*SITTING), *shift.of("clerk"))}
    return [line for line in found.values() if line.person not in here]


def at_post(shift: Shift, person: str) -> bool:
    """Whether somebody has signed in for a shift and not left."""
    return person in shift.signed_in and person not in shift.life.left


# --- as a decision asks -------------------------------------------------------------------------------------------


def rounds_in(world: World, key: str) -> list[HandOver]:
    """The hand-overs of a shift."""
    return rounds_of(key, world.state)


def following_shift(world: World, key: str, shift: Shift) -> tuple[str, Shift] | None:
    """The shift that comes after one, by when it begins; None when none is planned within a month."""
    later = [
        (other.starts_at, name, other)
        for name, other in shifts_around(world, shift.starts_at, shift.ends_at)
        if name != key and other.starts_at >= shift.ends_at - HOUR and other.starts_at > shift.starts_at
    ]
    if not later:
        return None
    _, name, found = min(later, key=lambda one: one[:2])
    return name, found


def seated_in(world: World, key: str, shift: Shift) -> Shift:
    """The shift with those who really sit there."""
    rounds = rounds_in(world, key)
    if not rounds:
        return shift
    following = following_shift(world, key, shift)
    return seated(shift, following[1] if following is not None else Shift(), rounds, early_in(world))


def relieved(world: World, key: str, shift: Shift, line: Watcher) -> bool:
    """Whether somebody may go: the desk was handed over to others, or (on call) who follows them has come.

    A clerk goes when they sit there no more; the leader when the shift was handed over near its end, or is over and handed
    over. Who handed back before their own shift has begun may go until then.
    """
    rounds = rounds_in(world, key)
    following = following_shift(world, key, shift)
    done = [one for one in rounds if one.closed_at is not None]
    over = bool(done) and (shift.ends_at <= world.now or timely(done[-1], shift, early_in(world)))
    if over:
        return True
    if line.role == "clerk" and done:
        return line.person not in {one.person for one in seated_in(world, key, shift).of("clerk")}
    if line.role == "clerk" and world.now < shift.starts_at:
        return not _sits_before(world, key, shift, line.person)
    if line.role in SITTING or following is None:
        return False
    after = following[1]
    return any(one.person in after.signed_in and (one.role, one.unit) == (line.role, line.unit) for one in after.people)


def _sits_before(world: World, key: str, shift: Shift, person: str) -> bool:
    """Whether somebody of a shift that has not begun sits in the one before it."""
    for name, other in shifts_around(world, shift.starts_at, shift.starts_at):
        if name != key and other.starts_at < shift.starts_at and abs(other.ends_at - shift.starts_at) <= HOUR:
            return any(line.person == person for line in seated_in(world, name, other).of("clerk"))
    return False
