"""The form by which somebody stands in for somebody, or two swap their shifts; both names stay on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.desk import Desk
from commandcenter.domain.absence import Absence
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Command
from commandcenter.domain.duty import SITTING, Shift, Watcher
from commandcenter.domain.duty_acts import Substitute, SwapShifts
from commandcenter.domain.roster import Directory
from commandcenter.domain.rota import Rota
from commandcenter.ui import when
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

AHEAD = 31 * DAY
"""Shifts so far ahead can be taken in exchange."""
MAY_STAND = ("leader", "clerk", "head", "secretary", "member")


def open_stand_in(desk: Desk, acting: Acting, key: str, shift: Shift, person: str, *, urgent: bool = False) -> None:
    """Open the form for a shift; ``person`` is who is proposed to be stood in for. ``urgent``: an incident is running."""
    line = shift.line_of(person) or (shift.people[0] if shift.people else None)
    if line is None:
        return
    people = candidates(desk, line)
    fields = [
        Field(
            "line",
            translate("StandIn", "For whom"),
            "choice",
            value=_line_key(line),
            choices=[(_line_key(one), f"{_name(desk, one.person)}  {word(ROLES, one.role)}") for one in shift.people],
            required=True,
        ),
        Field("by", translate("StandIn", "Who stands in"), "choice", choices=people, required=True),
        Field(
            "swap",
            translate("StandIn", "In exchange, a shift of theirs"),
            "choice",
            choices=[("", translate("StandIn", "no exchange")), *_shifts(desk, people, key, shift)],
            wide=True,
        ),
        Field("words", translate("StandIn", "Reason"), "lines", wide=True, height=56),
        Field(
            "urgent",
            "",
            "check",
            value=urgent,
            hint=translate("StandIn", "emergency: no reason is asked, no limit of fatigue holds anybody back"),
            wide=True,
        ),
    ]

    def make(values: Mapping[str, Any]) -> Command:
        role, unit, who = str(values["line"]).split("|")
        other, _, theirs = str(values["swap"]).partition(" ")
        if other:
            return SwapShifts(shift=key, person=who, other_shift=other, other=theirs, words=values["words"])
        return Substitute(
            shift=key,
            person=who,
            by=values["by"],
            words=values["words"],
            role=role,
            unit=unit,
            urgent=values["urgent"],
        )

    title = translate("StandIn", "Stand in or swap")
    said, send = translate("StandIn", "Entered; both names stay on record"), translate("StandIn", "Enter it")
    caption = when.date_with_weekday(shift.starts_at)
    acting.open(f"watch.stand_in.{key}", title, caption, fields, send, make, said=said)


def candidates(desk: Desk, line: Watcher) -> list[tuple[str, str]]:
    """Who may stand in: whom an absence names, those who take turns at the same post, then everybody who may sign in."""
    directory, rota = desk.reference.directory, desk.reference.rota
    named = [one.substitute for one in absences_of(directory).get(line.person, ()) if one.substitute]
    keys = [*named, *turning(rota, line.role, line.unit), *_holders(directory)]
    people = [
        (key, directory.people[key]) for key in dict.fromkeys(keys) if key != line.person and key in directory.people
    ]
    return [(key, f"{person.name}  {person.post}") for key, person in people if person.active]


def absences_of(directory: Directory) -> dict[str, list[Absence]]:
    """The absences of everybody, those to come included."""
    found: dict[str, list[Absence]] = {}
    for one in directory.history.absences if directory.history is not None else directory.absences:
        found.setdefault(one.person, []).append(one)
    return found


def away_for(absences: Mapping[str, Sequence[Absence]], person: str, shift: Shift) -> bool:
    """Whether somebody is on leave and cannot stand a shift."""
    return any(one.misses(shift.starts_at, shift.ends_at) for one in absences.get(person, ()))


def turning(rota: Rota, role: str, unit: str = "") -> list[str]:
    """Who takes turns at a post of the rotation."""
    posts = [post for post in rota.posts if (post.role, post.unit) == (role, unit)]
    return [
        person
        for post in posts
        for teams in (post.cycle, *post.own.values())
        for team in teams
        for person in team.people
    ]


def _holders(directory: Directory) -> list[str]:
    return [post.person for post in directory.appointments if post.role in MAY_STAND]


def _shifts(desk: Desk, people: Sequence[tuple[str, str]], key: str, shift: Shift) -> list[tuple[str, str]]:
    """Shifts ahead that may be taken in exchange: (shift and person, words)."""
    may, now = {one for one, _ in people}, desk.clock.now()
    found = []
    for other, one in desk.read.reference.shifts(max(now, shift.starts_at - AHEAD), shift.starts_at + AHEAD):
        if other == key or one.starts_at <= now:
            continue
        for line in one.people:
            if line.person in may and line.role in SITTING:
                words = f"{when.date_with_weekday(one.starts_at)} {_name(desk, line.person)}"
                found.append((f"{other} {line.person}", words))
    return found


def _line_key(line: Watcher) -> str:
    return f"{line.role}|{line.unit}|{line.person}"


def _name(desk: Desk, person: str) -> str:
    found = desk.reference.directory.people.get(person)
    return found.name if found is not None else "?"
