"""What the command search finds: cases, people, places, units, plans, whistles, commands - in one list, best first."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.desk import Desk
from commandcenter.domain.address import plain
from commandcenter.domain.roster import beginning, matching
from commandcenter.domain.spelling import spelt_at, variants
from commandcenter.ui import when
from commandcenter.ui.parts.screen import Go, Phone
from commandcenter.ui.roster_words import called_as, first_reached, holder_words
from commandcenter.ui.words import CHANNELS, ROLES, STAGES, icon, word

translate = QCoreApplication.translate

BANK = ("problem", "consultation", "proposal")
PREFIXES = {">": "command", "@": "person", "#": "case", "!": "plan"}
SLOW = {
    "muster": "muster",
    "joint": "joint",
    "supervision": "supervision",
    "warning": "warnings",
    "topic": "topics",
    "admission": "responsibility",
    "problem": "problems",
    "consultation": "consultations",
    "proposal": "proposals",
}
"""Whistles with a screen of their own; it is told its id under the name of the family."""
MOST = {"case": 6, "person": 5, "place": 5, "unit": 4, "plan": 4, "whistle": 3, "command": 6}


@dataclass(frozen=True, slots=True)
class Found:
    """One result. ``marks`` are the (start, length) parts of the title that match; ``hint`` is (words, key caps)."""

    kind: str
    title: str
    detail: str
    icon: str
    go: Go | None = None
    phone: Phone | None = None
    command: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    hint: tuple[str, str] = ("", "")
    rank: int = 0


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """Something the window can do: its name, words, initials and keys."""

    name: str
    words: str
    initials: str
    keys: str
    icon: str


def find(desk: Desk, text: str, commands: Sequence[CommandEntry], only: str = "") -> list[Found]:
    """Everything that answers to ``text``, by kind. A first character ``> @ # !`` narrows to one kind."""
    text = text.strip()
    if text[:1] in PREFIXES:
        only, text = PREFIXES[text[0]], text[1:].strip()
    finders = {
        "case": _cases,
        "person": _people,
        "place": _places,
        "unit": _units,
        "plan": _plans,
        "whistle": _whistles,
    }
    found: list[Found] = []
    for kind, finder in finders.items():
        if (not only or only == kind) and text:
            found += sorted(finder(desk, text), key=lambda one: one.rank)[: MOST[kind] * (4 if only else 1)]
    if not only or only == "command":
        found += _commands(text, commands)
    return found


def marks_in(name: str, initials: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Where ``wanted`` stands in a name: as characters, or as they are spelt."""
    wanted = wanted.lower()
    at = name.lower().find(wanted)
    if at >= 0:
        return ((at, len(wanted)),)
    spelt = spelt_at(initials, wanted)
    whole = all(len(variant) == len(name) for variant in variants(initials))
    return (spelt,) if spelt is not None and whole else ()


def _rank(name: str, initials: str, wanted: str) -> int:
    return len(name) if beginning(initials, name, wanted) else 100 + len(name)


def _cases(desk: Desk, text: str) -> list[Found]:
    if len(text) < 2:
        return []
    kind = translate("Finder", "Case")
    result = []
    for row in desk.read.cases.search(text, 6):
        stage = word(STAGES, row.stage)
        detail = " · ".join((f"{kind} {row.number}", stage, when.day(row.received_at)))
        result.append(
            Found(
                "case",
                row.title or row.number,
                detail,
                icon(CHANNELS, row.channel),
                Go("cases", {"case": row.id}),
                marks=marks_in(row.title, "", text),
            )
        )
    return result


def _people(desk: Desk, text: str) -> list[Found]:
    directory = desk.reference.directory
    result = []
    for person in directory.people.values():
        if not person.active or not (matching(person.initials, person.name, text) or text in person.phone):
            continue
        posts = [f"{word(ROLES, post.role)} {_target(desk, post.target)}" for post in directory.posts_of(person.id)][:2]
        what = " · ".join([*posts] or [person.post])
        result.append(
            Found(
                "person",
                person.name,
                f"{what} · {person.phone}",
                "user",
                Go("roster", {"person": person.id}),
                Phone(person.name, what, person.phone, person=person.id),
                marks=marks_in(person.name, person.initials, text),
                hint=(translate("Finder", "call"), "Alt P"),
                rank=_rank(person.name, person.initials, text),
            )
        )
    return result


def _target(desk: Desk, target: str) -> str:
    family, _, key = target.partition("/")
    if family == "place":
        place = desk.reference.directory.places.get(key)
        return place.name if place else key
    return desk.reference.unit_name(key)


def _places(desk: Desk, text: str) -> list[Found]:
    directory = desk.reference.directory
    result = []
    for place in directory.places.values():
        if not place.active or place.kind == "grid" or not matching(place.initials, place.name, text):
            continue
        community = directory.places.get(place.community)
        parts = [place.id, community.name if community else ""]
        if place.length_m:
            parts.append(translate("Finder", "{n} m").format(n=round(place.length_m)))
        if place.grids:
            parts.append(translate("Finder", "grid {names}").format(names="、".join(place.grids[:2])))
        result.append(
            Found(
                "place",
                place.name,
                " · ".join(part for part in parts if part),
                "map-pin",
                Go("roster", {"place": place.id}),
                marks=marks_in(place.name, place.initials, text),
                hint=(translate("Finder", "whistle here"), "Ctrl 9"),
                rank=_rank(place.name, place.initials, text),
            )
        )
    return [*_address(desk, text, {found.title for found in result}), *result]


def _address(desk: Desk, text: str, shown: Container[str]) -> list[Found]:
    """A street with a number, an estate, a landmark: where it is and who answers there, with their number to call."""
    there = desk.reference.whereabouts(text)
    place = there.place
    if place is None or there.words in shown or plain(text) in place.id.lower():
        return []
    community = desk.reference.directory.places.get(place.community)
    holder = first_reached(there.answering) if there.answering is not None else None
    reached = holder.reached if holder is not None else None
    parts = [
        holder_words(holder) if holder is not None else translate("Finder", "nobody answers here"),
        community.name if community else "",
        translate("Finder", "grid {names}").format(names=there.grid) if there.grid else "",
    ]
    return [
        Found(
            "place",
            there.words,
            " · ".join(part for part in parts if part),
            "map-pin",
            Go("roster", {"place": place.id, "words": there.words}),
            Phone(reached.name, called_as(holder), reached.phone, person=reached.id) if reached and holder else None,
            hint=(translate("Finder", "whistle here"), "Ctrl 9"),
        )
    ]


def _units(desk: Desk, text: str) -> list[Found]:
    initials = desk.reference.unit_initials
    result = []
    for unit in desk.reference.units.values():
        if unit.active and unit.kind != "community" and matching(initials.get(unit.id, ""), unit.name, text):
            result.append(
                Found(
                    "unit",
                    unit.name,
                    f"{unit.id} · {unit.duty_phone}",
                    "building",
                    Go("settings", {"section": "units", "unit": unit.id}),
                    Phone(unit.name, unit.id, unit.duty_phone, unit=unit.id),
                    marks=marks_in(unit.name, initials.get(unit.id, ""), text),
                    hint=(translate("Finder", "call"), "Alt P"),
                    rank=_rank(unit.name, initials.get(unit.id, ""), text),
                )
            )
    return result


def _plans(desk: Desk, text: str) -> list[Found]:
    initials = desk.reference.plan_initials
    result = []
    for plan in desk.reference.plans:
        if matching(initials.get(plan.id, ""), plan.name, text) or text.upper() in plan.code:
            detail = translate("Finder", "Plan {code} · version {n}").format(code=plan.code, n=plan.version)
            result.append(
                Found(
                    "plan",
                    plan.name,
                    detail,
                    plan.icon,
                    Go("whistle", {"plan": plan.id}),
                    marks=marks_in(plan.name, initials.get(plan.id, ""), text),
                    hint=(translate("Finder", "whistle with it"), "Ctrl 9"),
                )
            )
    return result


def _whistles(desk: Desk, text: str) -> list[Found]:
    result = []
    for key, number in desk.read.incidents.numbers(text, 3):
        whistle = desk.read.incidents.whistle(key)
        if whistle.kind in SLOW:
            continue  # its slow process is found below
        screen = "post" if whistle.running else "review"
        result.append(
            Found(
                "whistle",
                f"{number} {whistle.title}",
                when.day(whistle.blown_at),
                "whistle",
                Go(screen, {"whistle": key}),
            )
        )
    for subject, number in desk.read.matters.numbers(text, 3):
        family, _, key = subject.partition("/")
        if family in SLOW:
            words = {
                "warning": translate("Finder", "warning"),
                "admission": translate("Duty", "Admission of tasks"),
                "problem": translate("Finder", "problem bank"),
                "consultation": translate("Finder", "consultation"),
                "proposal": translate("Finder", "residents' proposal"),
            }
            told = words.get(family, translate("Finder", "slow whistle"))
            title = number
            if family in BANK:
                from commandcenter.desk.bank import named  # with the first of them that is found

                title = " ".join(named(desk.read, subject))
            result.append(Found("whistle", title, told, "whistle", Go(SLOW[family], {family: key})))
    return result


def _commands(text: str, commands: Sequence[CommandEntry]) -> list[Found]:
    return [
        Found(
            "command",
            entry.words,
            translate("Finder", "Command"),
            entry.icon,
            command=entry.name,
            marks=marks_in(entry.words, entry.initials, text) if text else (),
            hint=("", entry.keys),
        )
        for entry in commands
        if not text or matching(entry.initials, entry.words, text)
    ][: MOST["command"]]
