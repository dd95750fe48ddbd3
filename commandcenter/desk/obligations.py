"""The calendar of obligations at work: what is due, reckoned from what was really done, and the reminders of it.

The reckoning reads many records, so it is done in the reader's thread: when the desk begins, once an hour, and when
something it depends on changed. Every desk may raise a reminder; its subject follows from the obligation and the turn, so
many make one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from commandcenter.desk.drill_duties import duties_of
from commandcenter.desk.looking import LooksAfter
from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.domain.command import Who
from commandcenter.domain.obligation import (
    OPEN,
    OWN_CLOCK,
    Done,
    Item,
    Obligation,
    later,
    pressing,
    standing,
    state_of,
)

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.desk.read import Read
    from commandcenter.domain.roster import Person

NUMBER_STALE, PLAN_REVISE = "roster.number_stale", "plan.revise"
BEHIND, AHEAD = 92, 366
"""So many days of the past are looked at for what was missed, and so many ahead are told."""
PLANNED_AHEAD = 120
"""So far ahead shifts are looked for."""
WAIT_MS = 4000
NEEDS = frozenset(
    (
        *("obligation", "occasion", "consultation", "monthly", "topic", "drill_run", "whistle", "plan", "limit"),
        *("shift", "person", "appointment", "place", "*"),
    )
)


def reckoned(read: Read, now: int, first: date, last: date) -> list[Item]:
    """Every obligation whose day lies from ``first`` to ``last``, and what is open whenever its day was; in order of need.

    For a worker: it reads what was done over the years.
    """
    reference = Reference(read.reference, lambda: now)
    today = local_date(now)
    active = [one for one in reference.obligations if one.active]
    said = _by_hand(read, active, first)
    found: list[Item] = []
    for one in active:
        by_hand = said.get(one.id, ())
        if one.rule.kind != "record":
            done = [*_evidence(read, one, first), *by_hand]
            found += standing(one, done, today, first, last)
            continue
        items = _OWN[one.by](read, reference, one, now)
        known = {told.turn: told for told in by_hand}
        found += [_settled(item, known.get(item.key)) for item in items if _shown(item, first, last)]
    return sorted(found, key=pressing)


def _shown(item: Item, first: date, last: date) -> bool:
    return item.state in OPEN or (item.due is not None and first <= item.due <= last)


def _settled(item: Item, done: Done | None) -> Item:
    """An item of which a person said that it was done."""
    return item if done is None else replace(item, state="done", last=done.on, done=done)


def _by_hand(read: Read, active: Sequence[Obligation], first: date) -> dict[str, list[Done]]:
    """What people said was done, by obligation; of intervals over all years, of others since the span began."""
    from commandcenter.domain.occasion import Occasion

    since = 0 if any(one.rule.kind == "interval" for one in active) else at_local(first) - 366 * DAY
    found: dict[str, list[Done]] = {}
    for state in read.matters.recent(Occasion, "occasion", since):
        told = state.done
        if told is not None:
            found.setdefault(state.obligation, []).append(told)
    return found


# --- what shows that it was done --------------------------------------------------------------------------------------


def _evidence(read: Read, one: Obligation, first: date) -> list[Done]:
    since = at_local(first) - 62 * DAY
    if one.by == "consultation":
        from commandcenter.domain.consultation import Consultation

        states = read.matters.recent(Consultation, "consultation", since)
        return [Done(local_date(state.held_at)) for state in states if state.held_at is not None]
    if one.by == "monthly":
        from commandcenter.domain.monthly import Monthly

        return [
            Done(local_date(state.checks[0].at), _next_month(state.month))
            for state in read.matters.recent(Monthly, "monthly", since)
            if state.checks and 1 <= state.month % 100 <= 12
        ]
    return []


def _next_month(month: int) -> str:
    """The turn in which the pack of a month (202606) is due: ``2026-07``."""
    return f"{later(date(month // 100, month % 100, 1), 1, 'month'):%Y-%m}"


def _drills(read: Read, reference: Reference, one: Obligation, now: int) -> list[Item]:
    places = read.reference.records("place")
    today = local_date(now)
    names = {plan.id: plan.name for plan in reference.plans}
    directory = reference.directory
    found = []
    for duty in duties_of(reference, places, read.drill_plans.held()):
        title = names.get(duty.target, "")
        if not title and duty.target in directory.places:
            title = directory.places[duty.target].name
        key = f"{duty.rule}.{duty.target}.{duty.due or 'unknown'}"
        state = state_of(duty.due, one.lead, today)
        about = f"drill/{duty.rule}/{duty.target}"
        found.append(Item(one.id, key, duty.due, state, last=duty.last, title=title, about=about))
    return found


def _topics(read: Read, reference: Reference, one: Obligation, now: int) -> list[Item]:
    from commandcenter.domain.topic import Topic, next_season

    today = local_date(now)
    found = []
    for topic in read.matters.running(Topic, "topic"):
        if not topic.points:
            continue
        year = next_season(topic.season, now)
        due = local_date(topic.season.starts(year))
        looked = next((one for one in topic.rounds if one.year == year and one.done_at is not None), None)
        done = Done(local_date(looked.done_at)) if looked is not None and looked.done_at is not None else None
        state = "done" if done is not None else state_of(due, one.lead, today)
        last = done.on if done is not None else None
        found.append(
            Item(one.id, f"{topic.id}.{year}", due, state, last=last, title=topic.name, about=topic.subject, done=done)
        )
    return found


def _suspended(read: Read, reference: Reference, one: Obligation, now: int) -> list[Item]:
    today = local_date(now)
    found = []
    for case in read.watch.suspended(now + AHEAD * DAY):
        due = local_date(case.review_at)
        state = state_of(due, one.lead, today)
        key = f"{case.id}.{due.isoformat()}"
        found.append(Item(one.id, key, due, state, title=f"{case.number} {case.title}", about=f"case/{case.id}"))
    return found


def _numbers(read: Read, reference: Reference, one: Obligation, now: int) -> list[Item]:
    from commandcenter.domain.number_check import stale

    limit = reference.limit(NUMBER_STALE)
    if limit is None:
        return []
    today, days = local_date(now), limit.milliseconds / DAY
    directory = reference.directory
    old = stale(directory, now, days)
    if old:  # since the first of them ran out; of numbers never proved nobody knows a day
        known = [at for person in old if (at := _ran_out(person, now, days)) is not None]
        due = local_date(min(known)) if known else None
        state = state_of(due, one.lead, today)
        last = max((person.checked_at for person in directory.people.values() if person.checked_at), default=None)
        told = local_date(last) if last is not None else None
        return [Item(one.id, f"{today:%Y-%m}", due, state, last=told, count=len(old), about="number")]
    holders = {post.person for post in directory.appointments}
    proved = [
        person.verified_at
        for person in directory.people.values()
        if person.id in holders and person.active and person.phone and person.verified_at is not None
    ]
    if not proved:
        return []
    due = local_date(min(proved) + limit.milliseconds)
    return [Item(one.id, due.isoformat(), due, state_of(due, one.lead, today), about="number")]


def _ran_out(person: Person, now: int, days: float) -> int | None:
    """When a number stopped being proved: its time was over, or the last call failed; None when it never was."""
    from commandcenter.domain.number_check import number_age

    if person.verified_at is None:
        return None
    return person.verified_at + round(days * DAY) if number_age(person, now, days) == "old" else person.checked_at


def _rota(read: Read, reference: Reference, one: Obligation, now: int) -> list[Item]:
    """The last planned shift, less the lead: by then the next ones have to stand."""
    today = local_date(now)
    shifts = read.reference.shifts(now, now + PLANNED_AHEAD * DAY)
    if not shifts:
        return [Item(one.id, "none", None, "unknown", about="rota")]
    ends = local_date(shifts[-1][1].ends_at)
    due = ends - timedelta(days=one.lead)
    state = "over" if today > ends else "soon" if today > due else "ahead"
    return [Item(one.id, ends.isoformat(), ends, state, last=ends, about="rota")]


def _plans(read: Read, reference: Reference, one: Obligation, now: int) -> list[Item]:
    limit = reference.limit(PLAN_REVISE)
    if limit is None:
        return []
    today = local_date(now)
    records = read.reference.records("plan")
    found = []
    for plan in reference.plans:
        last = local_date(records[plan.id].changed_at)
        months = limit.unit == "month" and float(limit.value).is_integer()
        due = later(last, int(limit.value), "month") if months else last + timedelta(days=limit.milliseconds // DAY)
        state = state_of(due, one.lead, today)
        found.append(Item(one.id, f"{plan.id}.{due}", due, state, last=last, title=plan.name, about=f"plan/{plan.id}"))
    return found


_OWN: Mapping[str, Callable[[Read, Reference, Obligation, int], list[Item]]] = {
    "drill": _drills,
    "topic": _topics,
    "suspended": _suspended,
    "numbers": _numbers,
    "rota": _rota,
    "plan": _plans,
}


# --- at work ----------------------------------------------------------------------------------------------------------


class Obligations(LooksAfter):
    """What is due on this desk. ``changed`` tells that it was reckoned anew; ``items`` are those of the span ahead."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, NEEDS, WAIT_MS)
        self.items: tuple[Item, ...] = ()
        self.at = 0
        self._asked = False

    @property
    def over(self) -> int:
        """How many are past their day, or nobody knows when they were last done."""
        return sum(item.state in ("over", "unknown") for item in self.items)

    def look(self) -> None:
        """Reckon anew."""
        if self._asked or not self._desk.reference.founded:
            return
        self._asked = True
        now = self._desk.clock.now()
        today = local_date(now)
        first, last = today - timedelta(days=BEHIND), today + timedelta(days=AHEAD)

        def work(read: Read) -> list[Item]:
            return reckoned(read, now, first, last)

        answer = self._desk.ask(work)
        answer.done.connect(self._on_reckoned)
        answer.failed.connect(self._on_failed)

    def _on_failed(self, _trouble: object) -> None:
        self._asked = False

    def _on_reckoned(self, found: list[Item]) -> None:
        self._asked = False
        self.items, self.at = tuple(found), self._desk.clock.now()
        self._remind()
        self.changed.emit()

    def _remind(self) -> None:
        """Raise what nobody raised yet: one reminder when a day comes near, one when it has passed."""
        from commandcenter.domain.command import Batch
        from commandcenter.domain.occasion import RemindObligation

        names = {one.id: one for one in self._desk.reference.obligations}
        waiting = []
        for item in self.items:
            one = names.get(item.obligation)
            if one is None or item.state not in OPEN or one.by in OWN_CLOCK:
                continue
            if self._raised(item):
                continue
            title = " ".join(part for part in (one.name, item.title) if part)
            due = item.due.isoformat() if item.due is not None else ""
            waiting.append(
                RemindObligation(obligation=item.obligation, key=item.key, threshold=item.state, due=due, title=title)
            )
        if waiting:
            who = Who(role="system", seat=self._desk.node)
            self._desk.submit(Batch(commands=tuple(waiting), channel="system"), who=who)

    def _raised(self, item: Item) -> bool:
        from commandcenter.domain.occasion import Occasion

        return item.state in self._desk.read.matters.one(Occasion, item.subject).reminded
