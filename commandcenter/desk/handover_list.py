"""What the shift that goes has to read aloud, made afresh from what is open: plain questions, for a worker.

Open incidents and what is open in them, reports owed, clocks that run out soon, cases unsigned and to be dispatched, slow
whistles, warnings in force, calls that were not read back, equipment that is missing, who stands in for whom, remarks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from commandcenter.domain.clock import local_date
from commandcenter.domain.event import REAL
from commandcenter.domain.handover import Clock, HandOver, Item, in_order
from commandcenter.domain.joint import Joint
from commandcenter.domain.muster import Muster
from commandcenter.domain.open_items import items_of
from commandcenter.domain.supervision import Supervision
from commandcenter.domain.supply import Supply
from commandcenter.domain.transfer import Household
from commandcenter.domain.warning import Warning

if TYPE_CHECKING:
    from commandcenter.desk.on_duty import OnDuty
    from commandcenter.desk.read import Read

REPORTS = ("leader", "district_phone", "district_written", "update", "final", "confirm")
"""Clocks of a whistle that owe somebody above a report; ``update`` and ``final`` go on with a number."""


@dataclass(frozen=True, slots=True)
class Waits:
    """A call or a remark that has to be told on: its key, the words, when it was, the subject it leads to."""

    key: str
    words: str
    at: int
    about: str = ""
    code: str = ""


WaitsOf = Callable[["Read", int, int], Iterable[Waits]]
"""What waits between two instants (epoch milliseconds)."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """The items in the order of reading, the ids of the incidents that run, and how many there were on the shift."""

    items: tuple[Item, ...] = ()
    whistles: tuple[str, ...] = ()
    incidents: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: for which shifts, at what time, how far ahead clocks and suspensions are read, names of units."""

    watch: OnDuty
    now: int
    ahead: int
    suspended_ahead: int
    units: Mapping[str, str]
    people: Mapping[str, str]


def to_read(asked: Asked, calls: WaitsOf | None = None, remarks: WaitsOf | None = None) -> Callable[[Read], ToRead]:
    """The question for a worker."""

    def collect(read: Read) -> ToRead:
        start = asked.watch.shift.starts_at
        running = [row.state for row in read.incidents.running() if row.state.mode == REAL]
        clocks, others = _clocks(read, asked, {state.id for state in running})
        items = [
            *_incidents(read, asked, running, clocks),
            *others,
            *_cases(read, asked),
            *_slow(read),
            *_told(read, asked, "call", calls),
            *_equipment(read, asked),
            *_substitutions(asked),
            *_told(read, asked, "remark", remarks),
        ]
        burning = tuple(state.id for state in running if state.running)
        return ToRead(tuple(in_order(items)), burning, read.watch.incidents(start, asked.now))

    return collect


def _incidents(
    read: Read, asked: Asked, running: Iterable[Any], clocks: Mapping[str, Sequence[Clock]]
) -> Iterator[Item]:
    """The incidents, each with the clocks that run in it on its own line, and what is open in them."""
    for state in running:
        inside = tuple(clocks.get(state.id, ()))
        yield Item(
            f"whistle:{state.id}",
            "incident",
            code=state.stage,
            words=state.title or state.place_words,
            number=state.number,
            count=len(inside),
            due_at=inside[0].due_at if inside else None,
            about=f"whistle/{state.id}",
            clocks=inside,
        )
        post = read.incidents.post(state.id)
        if post.set_up_at is None or post.ended_at is not None:
            continue
        found = items_of(
            state,
            read.incidents.report_ins(state.id),
            post,
            read.incidents.orders(state.id),
            read.matters.of(Supply, "supply", parent=state.id),
            read.matters.of(Household, "transfer", parent=state.id),
        )
        for one in found:
            name = asked.units.get(one.unit, "")
            words = "，".join(part for part in (name, one.words) if part)
            yield Item(
                f"{state.id}:{one.key}",
                "open",
                code=one.code,
                words=words,
                number=state.number,
                count=one.count,
                due_at=one.due_at,
                about=f"post/{state.id}",
            )


def _clocks(
    read: Read, asked: Asked, incidents: Collection[str]
) -> tuple[Mapping[str, Sequence[Clock]], Sequence[Item]]:
    """The clocks that run out soon or have run out: those of each incident by its id, and the items of all the others.

    A report that is owed is an item of its own. Of a department that is called only the first clock is told: the others
    follow from it.
    """
    inside: dict[str, list[Clock]] = defaultdict(list)
    others: list[Item] = []
    told: set[str] = set()
    for one in read.watch.clocks(asked.now + asked.ahead):
        family, _, rest = one.subject.partition("/")
        name, _, number = one.clock.rpartition("_")
        name = name if number.isdigit() else one.clock
        report = family == "sitrep" or (family == "whistle" and name in REPORTS)
        unit = rest.partition("/")[2] if family == "report_in" else ""
        key = f"clock:{one.subject}" if unit else f"clock:{one.subject}:{one.clock}"
        if key in told:
            continue
        told.add(key)
        whistle = one.whistle or rest.partition("/")[0]
        if whistle in incidents and not report:
            inside[whistle].append(Clock(one.clock, one.due_at, unit))
            continue
        sort, red = ("report", one.due_at <= asked.now) if report else ("clock", False)
        words = asked.units.get(unit, unit)
        item = Item(key, sort, one.clock, words, one.number, due_at=one.due_at, red=red, about=one.subject)
        others.append(item)
    return inside, others


def _cases(read: Read, asked: Asked) -> Iterator[Item]:
    for code, stage in (("unsigned", "dispatched"), ("to_judge", "to_judge")):
        waiting = read.watch.cases(stage)
        if waiting.many:
            yield Item(
                f"cases:{code}", "case", code=code, number=_short(waiting.numbers, asked.now), count=waiting.many
            )
    late = read.watch.overdue_cases(asked.now)
    if late.many:
        yield Item("cases:overdue", "case", code="overdue", number=_short(late.numbers, asked.now), count=late.many)
    for one in read.watch.suspended(asked.now + asked.suspended_ahead):
        words, key = one.title, f"case/{one.id}"
        yield Item(f"suspended:{one.id}", "suspended", "", words, one.number, due_at=one.review_at, about=key)


def _short(numbers: Iterable[str], now: int) -> str:
    """Numbers as they are said: without the year that it is."""
    year = f"{local_date(now).year}-"
    return "、".join(number.removeprefix(year) for number in numbers)


def _slow(read: Read) -> Iterator[Item]:
    for joint in read.matters.running(Joint, "joint", mode=REAL):
        if joint.running:
            yield Item(joint.subject, "joint", joint.stage, joint.title, joint.number, about=joint.subject)
    for muster in read.matters.running(Muster, "muster", mode=REAL):
        yield Item(muster.subject, "muster", muster.stage, muster.title, muster.number, about=muster.subject)
    for one in read.matters.running(Supervision, "supervision", mode=REAL):
        yield Item(one.subject, "supervision", one.stage, one.unit, one.number, about=one.subject)
    for warning in read.matters.running(Warning, "warning"):
        if warning.over_at is None:
            words = warning.title or warning.words
            number, about = warning.number, warning.subject
            yield Item(about, "warning", warning.colour, words, number, due_at=warning.until, about=about)


def _told(read: Read, asked: Asked, sort: str, waits: WaitsOf | None) -> Iterator[Item]:
    if waits is None:
        return
    for one in waits(read, asked.watch.shift.starts_at, asked.now + 1):
        red = sort == "call"
        yield Item(f"{sort}:{one.key}", sort, one.code, one.words, due_at=one.at, red=red, about=one.about)


def _equipment(read: Read, asked: Asked) -> Iterator[Item]:
    state = read.matters.one(HandOver, f"handover/{asked.watch.id}")
    for key, one in state.counted.items():
        if one.short:
            words = "，".join(part for part in (one.name, one.words) if part)
            yield Item(f"equipment:{key}", "equipment", str(one.found), words, count=one.wanted)


def _substitutions(asked: Asked) -> Iterator[Item]:
    for line in asked.watch.following.people:
        if line.instead_of:
            by, instead = (asked.people.get(one, "?") for one in (line.person, line.instead_of))
            yield Item(
                f"substitution:{asked.watch.next_id}:{line.role}:{line.unit}:{line.instead_of}",
                "substitution",
                code=line.role,
                words=f"{by} 替 {instead}",
                due_at=asked.watch.following.starts_at,
            )
