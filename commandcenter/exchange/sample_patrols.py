"""Patrols of the sample office: a plan for each street and post, four weeks of walks behind, the turns of the days ahead.

What happened on a walk follows from its id alone, so the same moment of founding always tells the same story. The findings
that became cases are those of the sample's own cases of that channel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar
from zlib import crc32

from commandcenter.domain.absence import Absence, absence_of
from commandcenter.domain.attendance import Attended, EnterAttendance, OpenAttendance
from commandcenter.domain.calendar import Calendar
from commandcenter.domain.case_acts import RegisterCase
from commandcenter.domain.clock import DAY, HOUR, MINUTE, at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.deadline_acts import RaiseDeadline
from commandcenter.domain.patrol import COMMUNITY, DEPUTY
from commandcenter.domain.patrol_acts import LinkFinding, RecordStop, SignInPatrol
from commandcenter.domain.patrol_entry_acts import ImportPatrols, ToldFinding, ToldLook, ToldPatrol
from commandcenter.domain.patrol_plan import Turn, holders_of, patrol_plan_of, turns_of
from commandcenter.domain.patrol_planning_acts import PlanTurns
from commandcenter.domain.record import Record
from commandcenter.domain.roster import Appointment, Person, Place
from commandcenter.domain.roster_history import RosterHistory
from commandcenter.exchange.reference import Entry

T = TypeVar("T")
Told = Mapping[str, Any]
TO_COMMUNITY_MS = 4 * HOUR
"""What the office's limit says when it is founded; a missed turn of the past was told on at these moments."""


def plan_records(told: Told, streets: Sequence[Told], now: int) -> list[Entry]:
    """A weekly walk of each chief, and of the stewards in turn."""
    since = local_date(now) - timedelta(days=7 * (told["weeks"] + 8))
    monday = since - timedelta(days=since.weekday())
    source = {"basis": "office", "source": "街道自定（样例）"}
    entries: list[Entry] = []
    for place, street in enumerate(streets):
        chief, key = told["chief"], street["id"]
        night = key in told["night"]
        common = {"place": key, "stops": [], "since": monday.isoformat(), **source}
        fields = {
            "role": "street_chief" if street["kind"] == "street" else "alley_chief",
            "interval": 7,
            "weekdays": [4, 5] if night else [place % 5],
            "windows": chief["night_windows"] if night else chief["windows"],
            "holidays": "walk" if night else "shift",
            "turns": "each",
            "checklist": "river" if key in told["river"] else chief["checklist"],
        }
        entries.append((f"patrol_plan/{key}-chief", common | fields, {}))
        steward = told["steward"]
        fields = {
            "role": "steward",
            "interval": steward["interval"],
            "weekdays": [],
            "windows": [steward["windows"][place % len(steward["windows"])]],
            "holidays": "walk",
            "turns": "in_turn",
            "checklist": steward["checklist"],
        }
        common["since"] = (monday + timedelta(days=place % steward["interval"])).isoformat()
        entries.append((f"patrol_plan/{key}-steward", common | fields, {}))
    return entries


def patrol_commands(
    told: Told,
    records: Sequence[Entry],
    cases: Sequence[Command],
    now: int,
    new_id: Callable[[], str],
    ahead: int,
) -> list[Command]:
    """The commands that bring patrols and attendance to where they stand at ``now`` (epoch milliseconds)."""
    turns = _turns(records, now, told["weeks"], ahead)
    walks = _Walks(told, cases, now)
    waiting = [turn for turn in turns if not walks.take(turn)]
    planned = [
        PlanTurns(turns=tuple(one for one in waiting if one.day == day), happened_at=min(now, at))
        for day, at in _planned_at(waiting).items()
    ]
    return [*planned, *walks.commands(), *_attendance(told["attendance"], now, new_id)]


def _planned_at(turns: Sequence[Turn]) -> dict[int, int]:
    """When the turns of each day were planned: a week before the first of them."""
    found: dict[int, int] = {}
    for turn in turns:
        found[turn.day] = min(found.get(turn.day, turn.window_start), turn.window_start)
    return {day: start - 7 * DAY for day, start in found.items()}


def _turns(records: Sequence[Entry], now: int, weeks: int, ahead: int) -> list[Turn]:
    """The turns of the weeks behind and the days ahead, with the roster of each day."""
    roster, calendar = _roster(records), _calendar(records)
    plans = [_record(entry, patrol_plan_of) for entry in records if entry[0].startswith("patrol_plan/")]
    first = local_date(now) - timedelta(days=7 * weeks - 1)
    found: list[Turn] = []
    for offset in range(7 * weeks + ahead - 1):
        day = first + timedelta(days=offset)
        directory = roster.at(at_local(day, 12))
        for plan in plans:
            community = directory.places[plan.place].community
            found += turns_of(plan, day, 1, calendar, holders_of(directory, plan), community)
    return sorted(found, key=lambda turn: (turn.window_start, turn.id))


def _record(entry: Entry, read: Callable[[Record], T]) -> T:
    subject, fields, words = entry
    return read(Record(subject, known=True, fields=fields, words=words))


def _calendar(records: Sequence[Entry]) -> Calendar:
    days: dict[date, bool] = {}
    for subject, fields, _ in records:
        if subject.startswith("calendar/") and "days" in fields:
            days |= {date.fromisoformat(day): bool(works) for day, works in fields["days"].items()}
    return Calendar(days)


def _roster(records: Sequence[Entry]) -> RosterHistory:
    """The roster the records found, as the journal will read it back."""
    places: dict[str, Place] = {}
    people: dict[str, Person] = {}
    tenures: list[Appointment] = []
    absences: list[Absence] = []
    for entry in records:
        subject, fields, words = entry
        family, _, key = subject.partition("/")
        if family == "place":
            community = str(fields.get("community", ""))
            places[key] = Place(key, str(fields["name"]), str(fields["kind"]), community)
        elif family == "person":
            people[key] = Person(key, str(words.get("name", "")), str(words.get("phone", "")))
        elif family == "appointment":
            told = {
                name: fields[name] for name in ("person", "role", "target", "rank", "since", "until") if name in fields
            }
            tenures.append(Appointment(key, **told))
        elif family == "absence":
            absences.append(_record(entry, absence_of))
    return RosterHistory(places, people, tuple(tenures), tuple(absences))


class _Walks:
    """What came of the turns, in the order they were walked."""

    def __init__(self, told: Told, cases: Sequence[Command], now: int) -> None:
        self._told, self._now = told, now
        self._walked: list[ToldPatrol] = []
        self._links: list[LinkFinding] = []
        self._done: list[Command] = []
        self._more: list[Command] = []
        self._open: dict[str, list[str]] = {}
        self._cases: dict[str, list[tuple[int, RegisterCase]]] = {}
        for one in cases:
            if isinstance(one, RegisterCase) and one.matter.channel == "chief" and one.happened_at is not None:
                self._cases.setdefault(one.matter.place, []).append((one.happened_at, one))

    def commands(self) -> list[Command]:
        """The walks in few acts, then what became of the turns that were not walked to their end."""
        self._flush()
        return [*self._done, *self._more]

    def _flush(self) -> None:
        if self._walked:
            self._done.append(ImportPatrols(rows=tuple(self._walked), channel="founding"))
        self._done += self._links
        self._walked, self._links = [], []

    def take(self, turn: Turn) -> bool:
        """What became of a turn; whether it was walked to its end."""
        chance = _Chance(turn.id)
        if turn.window_start >= self._now:
            return False
        if chance.below(self._told["missed"]):
            self._miss(turn)
            return False
        if turn.window_end <= self._now:
            self._walk(turn, chance)
            return True
        self._set_out(turn)
        return False

    def _miss(self, turn: Turn) -> None:
        for clock, at in ((DEPUTY, turn.window_end), (COMMUNITY, turn.window_end + TO_COMMUNITY_MS)):
            if at <= self._now:
                subject = f"patrol/{turn.id}"
                raised = RaiseDeadline(subject=subject, clock=clock, threshold="due", happened_at=at, channel="system")
                self._more.append(raised)

    def _set_out(self, turn: Turn) -> None:
        at = turn.window_start + 12 * MINUTE
        if at + 5 * MINUTE > self._now:
            return
        spots = tuple(self._open.get(turn.place, ()))
        self._more += [
            SignInPatrol(patrol=turn.id, where="巷口", weather="clear", spots=spots, happened_at=at),
            RecordStop(patrol=turn.id, words="公示牌", happened_at=at + 4 * MINUTE),
        ]

    def _walk(self, turn: Turn, chance: _Chance) -> None:
        length = turn.window_end - turn.window_start
        begun = turn.window_start + round(length * (0.05 + 0.5 * chance.share()))
        ended = begun + (22 + round(20 * chance.share())) * MINUTE
        if chance.below(self._told["late"]):
            begun, ended = turn.window_end - 6 * MINUTE, turn.window_end + 17 * MINUTE
        ended = min(ended, self._now)
        looks = self._looks(turn, chance)
        findings = self._findings(turn, chance, ended)
        self._walked.append(
            ToldPatrol(
                *(turn.place, turn.role, turn.person, begun, ended, turn.community, turn.id),
                checklist=turn.checklist,
                weather="clear",
                length_m=600 + 20 * chance.number(40),
                stops=("巷口", "公示牌"),
                findings=findings,
                looks=looks,
                planned=turn,
            )
        )
        if self._links:
            self._flush()

    def _looks(self, turn: Turn, chance: _Chance) -> tuple[ToldLook, ...]:
        found, kept = [], []
        for spot in self._open.get(turn.place, ()):
            closed = chance.below(self._told["closed_next"])
            found.append(ToldLook(spot, "closed" if closed else "kept", "已整改" if closed else "仍未整改"))
            if not closed:
                kept.append(spot)
        self._open[turn.place] = kept
        return tuple(found)

    def _findings(self, turn: Turn, chance: _Chance, ended: int) -> tuple[ToldFinding, ...]:
        found: list[ToldFinding] = []
        for at, case in list(self._cases.get(turn.place, ())):
            if ended <= at < ended + 3 * DAY:
                self._cases[turn.place].remove((at, case))
                found.append(ToldFinding(case.matter.title, where=case.matter.place_words))
                link = LinkFinding(patrol=turn.id, finding=str(len(found)), case=case.case, happened_at=at)
                self._links.append(link)
                self._open.setdefault(turn.place, []).append(f"{turn.id}/{len(found)}")
        if chance.below(self._told["found"]):
            samples = self._told["finding"]
            one = samples[chance.number(len(samples))]
            solved = chance.below(self._told["solved"])
            told = {name: one[name] for name in ("words", "kind", "how", "result")}
            found.append(ToldFinding(outcome="handled", solved=solved, at=ended - 8 * MINUTE, **told))
            if not solved:
                self._open.setdefault(turn.place, []).append(f"{turn.id}/{len(found)}")
        return tuple(found)


class _Chance:
    """Numbers that follow from an id: always the same ones."""

    def __init__(self, seed: str) -> None:
        self._seed, self._count = seed, 0

    def number(self, below: int) -> int:
        """The next number, from 0 to ``below`` - 1."""
        self._count += 1
        return crc32(f"{self._seed}#{self._count}".encode()) % below

    def share(self) -> float:
        """The next share, 0 to 1."""
        return self.number(1000) / 1000

    def below(self, mille: int) -> bool:
        """Whether it falls into the first so many of a thousand."""
        return self.number(1000) < mille


def _attendance(told: Sequence[Told], now: int, new_id: Callable[[], str]) -> list[Command]:
    commands: list[Command] = []
    for one in told:
        day_then = local_date(now - one["days_ago"] * DAY)
        day_then -= timedelta(days=(day_then.weekday() - 5) % 7)
        key, at = new_id(), at_local(day_then, 9)
        names = ("form", "title", "community", "place")
        day = day_then.isoformat()
        lines = tuple(Attended(**line) for line in one["lines"])
        commands += [
            OpenAttendance(attendance=key, day=day, happened_at=at, **{name: one[name] for name in names}),
            EnterAttendance(attendance=key, lines=lines, happened_at=at + HOUR),
        ]
    return commands
