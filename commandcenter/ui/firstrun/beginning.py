"""The command that founds the office as it was chosen on the screen, and what the sample has to offer before that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from commandcenter.desk.read import Read
from commandcenter.domain.case_acts import RegisterCase
from commandcenter.domain.command import Command
from commandcenter.domain.office import OFFICE, FoundOffice, SignIn
from commandcenter.domain.record import ListRecord
from commandcenter.domain.roster_acts import DUTY_TITLES
from commandcenter.exchange.founding import empty_office, sample_office

SAMPLE, OWN, IMPORT = "sample", "own", "import"
STARTS = (SAMPLE, OWN, IMPORT)
"""What one can begin with, in the order of the keys 1 2 3."""

UNNAMED = "未命名街道"
"""The name of an office that had to blow a whistle before anybody wrote its name. Names of offices are Chinese data."""

SEAT_ROLES = ("leader", "clerk")


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody of the sample office who can sit here; ``now`` when on the running shift."""

    person: str
    name: str
    role: str
    post: str
    now: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """What the sample office holds: counts by kind, its name, who can sit here, the drill to try (id and name)."""

    name: str
    communities: int
    streets: int
    units: int
    plans: int
    cases: int
    sitters: tuple[Sitter, ...]
    drill: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen. ``person`` is somebody of the sample; ``sitter_name`` and ``sitter_phone`` enter somebody new."""

    start: str = SAMPLE
    name: str = ""
    person: str = ""
    role: str = ""
    sitter_name: str = ""
    sitter_phone: str = ""


def founding(choice: Choice, now: int, new_id: Callable[[], str]) -> Callable[[Read], FoundOffice]:
    """The question for the command that founds what was chosen; it takes a moment, so it is asked in the background."""

    def make(_read: Read) -> FoundOffice:
        if choice.start == SAMPLE:
            office, sitting = sample_office(now, new_id), _sitting(choice)
        else:
            office = empty_office(choice.name.strip() or UNNAMED, now, new_id)
            sitting = _newcomer(choice, now, new_id())
        return replace(office, matters=(*office.matters, *sitting))

    return make


def _sitting(choice: Choice) -> tuple[Command, ...]:
    return (SignIn(person=choice.person, role=choice.role),) if choice.person else ()


def _newcomer(choice: Choice, now: int, key: str) -> tuple[Command, ...]:
    """Whoever sits here becomes the first person of the roster, a clerk of the office."""
    name = choice.sitter_name.strip()
    if not name:
        return ()
    appointment = {"person": key, "role": "clerk", "target": OFFICE, "rank": 1, "since": now}
    words = {"name": name, "phone": choice.sitter_phone.strip()}
    return (
        ListRecord(subject=f"person/{key}", fields={"post": DUTY_TITLES["clerk"]}, words=words),
        ListRecord(subject=f"appointment/{key}", fields=appointment),
        SignIn(person=key, role="clerk"),
    )


def look_into_sample(now: int, new_id: Callable[[], str]) -> Callable[[Read], Sample]:
    """The question for what the sample office holds at ``now`` (epoch milliseconds)."""

    def look(_read: Read) -> Sample:
        office = sample_office(now, new_id)
        records = {subject: (fields, words) for subject, fields, words in office.records}
        return Sample(
            name=str(records[OFFICE][0].get("name", "")),
            communities=_count(records, "place", kinds=("community",)),
            streets=_count(records, "place", kinds=("street", "alley")),
            units=_count(records, "unit", kinds=("department",)),
            plans=_count(records, "plan"),
            cases=sum(isinstance(command, RegisterCase) for command in office.matters),
            sitters=_sitters(records, now),
            drill=_first_drill(records),
        )

    return look


Records = Mapping[str, tuple[dict[str, Any], dict[str, Any]]]


def _count(records: Records, family: str, kinds: tuple[str, ...] = ()) -> int:
    found = [fields for subject, (fields, _) in records.items() if subject.startswith(f"{family}/")]
    return sum(not kinds or fields.get("kind") in kinds for fields in found)


def _sitters(records: Records, now: int) -> tuple[Sitter, ...]:
    """Leaders and clerks: those of the running shift first, clerks before leaders."""
    on_shift = {
        str(line["person"])
        for subject, (fields, _) in records.items()
        if subject.startswith("shift/") and fields["starts_at"] <= now < fields["ends_at"]
        for line in fields["people"]
    }
    found: dict[str, Sitter] = {}
    for subject, (fields, _) in records.items():
        if subject.startswith("appointment/") and fields["role"] in SEAT_ROLES:
            person = str(fields["person"])
            told, words = records[f"person/{person}"]
            sitter = Sitter(person, str(words["name"]), str(fields["role"]), str(told["post"]), person in on_shift)
            found.setdefault(person, sitter)
    return tuple(sorted(found.values(), key=lambda one: (not one.now, one.role, one.person)))


def _first_drill(records: Records) -> tuple[str, str]:
    """The first drill plan; the ids are in the order of the scenarios."""
    drills = sorted(
        (subject, str(fields["name"])) for subject, (fields, _) in records.items() if subject.startswith("drill/")
    )
    return (drills[0][0].partition("/")[2], drills[0][1]) if drills else ("", "")
