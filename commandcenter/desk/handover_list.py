"""What the shift that goes has to read aloud, made afresh from what is open: plain questions, for a worker.

Open incidents and what is open in them, reports owed, clocks that run out soon, cases unsigned, to be dispatched, overdue and
near their limit, patrols missed, slow whistles, warnings in force, calls that were not read back, equipment that is missing, who stands in for whom, remarks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from commandcenter.domain.clock import DAY, local_date
from commandcenter.domain.event import REAL
from commandcenter.domain.handover import LIFE, Clock, Counted, Item, in_order
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
    from commandcenter.journal.reading.watch import Waiting

MOST_UNITS, MOST_WALKS = 4, 5
"""So many units, and so many walks, are named."""
LOOK_BACK = 7 * DAY
"""So far back the hand-over before is looked for."""

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
    """What is asked: for which shifts, at what time, how far ahead clocks and suspensions are read, names by id."""

    watch: OnDuty
    now: int
    ahead: int
    suspended_ahead: int
    units: Mapping[str, str]
    people: Mapping[str, str]
    places: Mapping[str, str] = field(default_factory=dict)

    def short(self, number: str) -> str:
        """A number as it is said: without the year that it is."""
        return number.removeprefix(f"{local_date(self.now).year}-")


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
            *_patrols(read, asked),
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
            words=_incident_words(state, asked),
            number=state.number,
            count=len(inside),
            due_at=inside[0].due_at if inside else None,
            about=f"whistle/{state.id}",
            clocks=inside,
        )
        post = read.incidents.post(state.id)
        runs = post.set_up_at is not None and post.ended_at is None
        found = items_of(
            state,
            read.incidents.report_ins(state.id),
            post,
            read.incidents.orders(state.id),
            read.matters.of(Supply, "supply", parent=state.id),
            read.matters.of(Household, "transfer", parent=state.id),
        )
        for one in found:
            if not runs and one.code not in LIFE:
                continue
            told = _incident_words(state, asked) if one.code in LIFE else one.words
            words = "，".join(part for part in (asked.units.get(one.unit, ""), told) if part)
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


def _incident_words(state: Any, asked: Asked) -> str:
    """What it is and where."""
    place = state.place_words or asked.places.get(state.place, "")
    return "，".join(part for part in (state.title, place if place not in state.title else "") if part)


def _cases(read: Read, asked: Asked) -> Iterator[Item]:
    """The cases that wait, gathered by what they wait for: the first of them one by one, of the others who has them."""
    for code, waiting in (
        ("overdue", read.watch.overdue_cases(asked.now)),
        ("near", read.watch.near_cases(asked.now, asked.now + asked.ahead)),
        ("unsigned", read.watch.cases("dispatched")),
        ("to_judge", read.watch.cases("to_judge")),
    ):
        if waiting.many:
            numbers = "、".join(asked.short(one.number) for one in waiting.first)
            words = _told_cases(waiting, asked)
            yield Item(f"cases:{code}", "case", code, words, numbers, waiting.many)
    for one in read.watch.suspended(asked.now + asked.suspended_ahead):
        words, key = one.title, f"case/{one.id}"
        yield Item(f"suspended:{one.id}", "suspended", "", words, one.number, due_at=one.review_at, about=key)


def _told_cases(waiting: Waiting, asked: Asked) -> str:
    """Each of the first by number, matter, place and who has it; how many more there are, and who has them."""
    told = []
    rest = dict(waiting.leads)
    for one in waiting.first:
        rest[one.lead] -= 1
        place = asked.places.get(one.place, "")
        parts = (one.title, place if place not in one.title else "", asked.units.get(one.lead, "") or "还没派")
        told.append(f"{asked.short(one.number)} {'，'.join(part for part in parts if part)}")
    if more := waiting.many - len(waiting.first):
        have = [f"{asked.units.get(lead, '') or '还没派'}{count}件" for lead, count in rest.items() if count]
        told.append(f"还有{more}件：{'、'.join(have[:MOST_UNITS])}{'等' if len(have) > MOST_UNITS else ''}")
    return "；".join(told)


def _patrols(read: Read, asked: Asked) -> Iterator[Item]:
    """The walks that nobody made and that nobody made up for."""
    missed = read.patrols.missed_lately(local_date(asked.now), asked.now)
    if missed:
        told = [
            f"{asked.places.get(one.place, one.place)} {local_date(one.window_end or asked.now):%m-%d} "
            f"{asked.people.get(one.person, '')}".strip()
            for one in missed[:MOST_WALKS]
        ]
        if len(missed) > MOST_WALKS:
            told.append(f"还有{len(missed) - MOST_WALKS}次")
        yield Item("patrols:missed", "patrol", "missed", "；".join(told), count=len(missed))


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
    """What is missing by the count of this hand-over; what was not counted yet, as the one before left it."""
    for key, one in {**left_missing(read, asked.watch), **_counted_now(read, asked.watch)}.items():
        if one.short:
            words = "，".join(part for part in (one.name, one.words) if part)
            yield Item(f"equipment:{key}", "equipment", str(one.found), words, count=one.wanted)


def _counted_now(read: Read, watch: OnDuty) -> Mapping[str, Counted]:
    from commandcenter.desk.on_duty import hand_overs

    rounds = hand_overs(read, watch.id)
    return rounds[-1].counted if rounds and rounds[-1].closed_at is None else {}


def left_missing(read: Read, watch: OnDuty) -> dict[str, Counted]:
    """What the last hand-over that was signed before handed on as missing, by the id of the equipment."""
    from commandcenter.desk.on_duty import hand_overs

    since = watch.shift.starts_at
    before = [key for key, one in read.reference.shifts(since - LOOK_BACK, since) if one.starts_at < since]
    for key in (watch.id, *reversed(before)):
        done = [one for one in hand_overs(read, key) if one.closed_at is not None]
        if done:
            return {name: one for name, one in done[-1].counted.items() if one.short}
    return {}


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
