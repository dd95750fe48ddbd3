"""The faces of the strip: one a post, the communities together in the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from commandcenter.ui import when
from commandcenter.ui.duty.strip import Face
from commandcenter.ui.words import ROLES, word

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.desk.on_duty import OnDuty
    from commandcenter.domain.duty import Watcher

translate = QCoreApplication.translate


def faces_of(desk: Desk, watch: OnDuty) -> list[Face]:
    """Who is on duty, each with their state."""
    faces = [_face(desk, watch, line) for line in watch.people if line.role != "community"]
    calls = watch.shift.of("community")
    if not calls:
        return faces
    here = [line for line in calls if watch.here(line.person)]
    missing = [line for line in calls if not watch.here(line.person)]
    names = [f"{line.unit} {_name(desk, line.person)}" for line in (calls[0], calls[-1])]
    last = max((watch.shift.signed_in[line.person] for line in here), default=None)
    told = translate("DutyFaces", "last {time}").format(time=when.clock(last)) if last is not None else ""
    if missing:
        told = translate("DutyFaces", "missing {names}").format(names="、".join(line.unit for line in missing))
    community = Face(
        "community",
        translate("DutyFaces", "Communities on duty"),
        translate("DutyFaces", "{n} / {all} signed in").format(n=len(here), all=len(calls)),
        " … ".join(names),
        state="missing" if missing else "here",
        state_word=told,
    )
    return [*faces, community]


def _name(desk: Desk, person: str) -> str:
    found = desk.reference.directory.people.get(person)
    return found.name if found is not None else "?"


def _face(desk: Desk, watch: OnDuty, line: Watcher) -> Face:
    person = desk.reference.directory.people.get(line.person)
    left = watch.shift.life.left.get(line.person)
    if left is not None:
        state = "forced" if left.forced else "left"
        words = translate("DutyFaces", "left by force {time}") if left.forced else translate("DutyFaces", "left {time}")
        told = words.format(time=when.clock(left.at))
    elif line.person in watch.shift.signed_in:
        state = "here"
        told = translate("DutyFaces", "at post") if line.role != "squad" else translate("DutyFaces", "stands by")
    else:
        state, told = "missing", translate("DutyFaces", "not signed in")
    instead = ""
    if line.instead_of:
        instead = translate("DutyFaces", "stands in for {name}").format(name=_name(desk, line.instead_of))
    return Face(
        f"{line.role}:{line.person}",
        f"{word(ROLES, line.role)} {line.group}".strip(),
        person.name if person else "?",
        person.post if person else "",
        person.phone if person else "",
        state,
        told,
        line.person,
        instead,
    )
