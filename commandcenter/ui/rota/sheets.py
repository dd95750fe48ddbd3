"""The forms of the shift plan: the rotation's head, a post with its cycle written by names, one shift by hand, equipment."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.duty import Shift
from commandcenter.domain.duty_acts import SetShift
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import AmendRecord, ListRecord
from commandcenter.domain.rota import APART, MAIN, Post, Rota, Team, hours_of
from commandcenter.ui import when
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.rota.model import lines_of, team_text
from commandcenter.ui.watch_words import day_word
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

POSTS = ("leader", "clerk", "squad", "community")
CLERKS = 3
USUAL_HOUR = 8 * 60 + 30
_SPLIT = re.compile(r"[、，,;；/\s]+")


class RotaSheets:
    """Opens the forms over the screen."""

    def __init__(self, desk: Desk, acting: Acting) -> None:
        self._desk = desk
        self._acting = acting

    @property
    def _rota(self) -> Rota:
        return self._desk.reference.rota

    def name(self, person: str) -> str:
        """The name of a person."""
        found = self._desk.reference.directory.people.get(person)
        return found.name if found is not None else "?"

    # -- the rotation ----------------------------------------------------------------------------------------------

    def head(self) -> None:
        """Since when, at what hour, what is counted apart."""
        rota = self._rota
        if not rota.known:
            self.post(-1)
            return
        fields = [
            *self._head_fields(rota),
            Field("reason", translate("RotaSheets", "Why it changes"), required=True, wide=True),
        ]

        def make(values: Mapping[str, Any]) -> Command:
            return AmendRecord(subject=f"rota/{MAIN}", fields=_head(values), reason=values["reason"])

        title, send = translate("RotaSheets", "The rotation"), translate("RotaSheets", "Save")
        caption = translate("RotaSheets", "shifts that are planned stay; Shift+P lets what nobody touched follow")
        said = translate("RotaSheets", "Saved")
        self._acting.open("rota.head", title, caption, fields, send, make, said=said)

    def _head_fields(self, rota: Rota) -> list[Field]:
        since = rota.since if rota.known else local_date(self._desk.clock.now()) + timedelta(days=1)
        hour = rota.hour if rota.known else USUAL_HOUR
        return [
            Field("since", translate("RotaSheets", "From which day"), "date", value=since.isoformat(), required=True),
            Field("hour", translate("RotaSheets", "Hand-over"), value=f"{hour // 60:02}:{hour % 60:02}", required=True),
            *(
                Field(
                    f"apart.{kind}",
                    "",
                    "check",
                    value=kind in rota.apart if rota.known else kind == "holiday",
                    hint=translate("RotaSheets", "{days} counted apart").format(days=day_word(kind)),
                )
                for kind in APART
            ),
        ]

    def post(self, place: int) -> None:
        """A post: what it is, and who takes turns; -1 enters a new one."""
        rota = self._rota
        post = rota.posts[place] if 0 <= place < len(rota.posts) else None
        units = [unit for unit in self._desk.reference.units.values() if unit.kind == "community" and unit.active]
        cycles = dict.fromkeys(APART, "")
        if post is not None:
            cycles |= {
                kind: "\n".join(team_text(team, self.name) for team in teams) for kind, teams in post.own.items()
            }
        fields = [
            Field(
                "role",
                translate("RotaSheets", "Post"),
                "choice",
                choices=[(role, word(ROLES, role)) for role in POSTS],
                value=post.role if post else "leader",
            ),
            Field(
                "unit",
                translate("RotaSheets", "Community, for its duty"),
                "choice",
                choices=[("", "—"), *((unit.id, unit.name) for unit in sorted(units, key=lambda unit: unit.id))],
                value=post.unit if post else "",
            ),
            Field(
                "cycle",
                translate("RotaSheets", "Who takes turns: a line a turn, people of one turn with 、 between"),
                "lines",
                value=lines_of(post, self.name) if post else self._proposed(),
                required=True,
                wide=True,
                height=150,
            ),
            *(
                Field(
                    f"own.{kind}",
                    translate("RotaSheets", "{days}: other people (empty: the same)").format(days=day_word(kind)),
                    "lines",
                    value=cycles[kind],
                    height=72,
                )
                for kind in APART
            ),
        ]
        if not rota.known:
            fields = [*self._head_fields(rota), *fields]
        else:
            fields.append(Field("reason", translate("RotaSheets", "Why it changes"), required=True, wide=True))

        def make(values: Mapping[str, Any]) -> Command:
            return self._with_post(values, place)

        title = translate("RotaSheets", "A post of the rotation") if post else translate("RotaSheets", "New post")
        caption = translate("RotaSheets", "the first line has the first day; a squad is written 一组：…")
        send, said = translate("RotaSheets", "Save"), translate("RotaSheets", "Saved")
        self._acting.open(f"rota.post.{place}", title, caption, fields, send, make, said=said, width=760)

    def _proposed(self) -> str:
        """Who leads the office, one a line: a beginning."""
        posts = self._desk.reference.directory.appointments
        leaders = sorted(
            (one for one in posts if one.role == "leader" and one.target == OFFICE), key=lambda one: one.rank
        )
        return "\n".join(self.name(one.person) for one in leaders)

    def _with_post(self, values: Mapping[str, Any], place: int) -> Command:
        role = str(values["role"])
        unit = str(values["unit"]) if role == "community" else ""
        own = {kind: self._teams(values[f"own.{kind}"], role) for kind in APART if str(values[f"own.{kind}"]).strip()}
        made: dict[str, Any] = {"role": role, "cycle": self._teams(values["cycle"], role)}
        made |= ({"unit": unit} if unit else {}) | ({"own": own} if own else {})
        posts = [_told(post) for post in self._rota.posts]
        if 0 <= place < len(posts):
            posts[place] = made
        else:
            posts.append(made)
        if self._rota.known:
            return AmendRecord(subject=f"rota/{MAIN}", fields={"posts": posts}, reason=values["reason"])
        fields = {**_head(values), "posts": posts}
        if self._desk.read.reference.record(f"rota/{MAIN}").known:
            return AmendRecord(subject=f"rota/{MAIN}", fields=fields)
        return ListRecord(subject=f"rota/{MAIN}", fields=fields)

    def without_post(self, place: int) -> Command:
        """The rotation without a post."""
        posts = [_told(post) for at, post in enumerate(self._rota.posts) if at != place]
        return AmendRecord(subject=f"rota/{MAIN}", fields={"posts": posts})

    def _teams(self, text: str, role: str) -> list[dict[str, Any]]:
        """The turns written in lines. Raises ``ValueError`` with a sentence that names who is not known."""
        teams = []
        for line in text.splitlines():
            name, colon, rest = line.replace(":", "：").partition("：")
            people = [self._person(told, role) for told in _SPLIT.split((rest if colon else name).strip()) if told]
            if people:
                teams.append({"people": people} | ({"name": name.strip()} if colon and name.strip() else {}))
        return teams

    def _person(self, told: str, role: str) -> str:
        directory = self._desk.reference.directory
        found = [person for person in directory.people.values() if person.active and person.name == told]
        if len(found) > 1:
            roles = {post.person for post in directory.appointments if post.role in (role, "member", "head")}
            found = [person for person in found if person.id in roles] or found
        if len(found) != 1:
            words = translate("RotaSheets", "“{name}” is not in the roster, or more than one has the name.")
            raise ValueError(words.format(name=told))
        return found[0].id

    # -- one shift -------------------------------------------------------------------------------------------------

    def shift(self, day: date, key: str, shift: Shift) -> None:
        """One shift by hand: who leads, who sits, from when to when. Who else stands on it stays."""
        fields = self._people_fields(shift)
        if shift.known:
            starts_at, ends_at = shift.starts_at, shift.ends_at
        else:
            hour = self._rota.hour if self._rota.known else USUAL_HOUR
            starts_at, ends_at = hours_of(Rota(hour=hour), day)
        fields += [
            Field("starts_at", translate("RotaSheets", "From"), "clock", value=starts_at, required=True),
            Field("ends_at", translate("RotaSheets", "To"), "clock", value=ends_at, required=True),
            Field(
                "reason",
                translate("RotaSheets", "Why it changes; why a limit of fatigue is passed"),
                required=shift.known,
                wide=True,
            ),
            Field(
                "urgent", "", "check", hint=translate("RotaSheets", "emergency: no limit holds anybody back"), wide=True
            ),
        ]
        others = [line for line in shift.plan.get("people", ()) if line.get("role") not in ("leader", "clerk")]

        def make(values: Mapping[str, Any]) -> Command:
            people = [{"person": values["leader"], "role": "leader"}] if values["leader"] else []
            chosen = dict.fromkeys(values[f"clerk{at}"] for at in range(CLERKS))
            people += [{"person": person, "role": "clerk"} for person in chosen if person]
            told = {"starts_at": values["starts_at"], "ends_at": values["ends_at"], "people": [*people, *others]}
            return SetShift(shift=key, fields=told, reason=values["reason"], urgent=values["urgent"])

        title = translate("RotaSheets", "Shift of {day}").format(day=when.date_with_weekday(at_local(day)))
        caption = translate("RotaSheets", "by hand: the rotation leaves it as it is")
        if others:
            caption = translate("RotaSheets", "squad and communities stay as they are: {n}").format(n=len(others))
        send = translate("RotaSheets", "Save") if shift.known else translate("RotaSheets", "Plan it")
        said = translate("RotaSheets", "Saved")
        self._acting.open(f"rota.shift.{key}", title, caption, fields, send, make, said=said)

    def _people_fields(self, shift: Shift) -> list[Field]:
        leaders = [line.person for line in shift.of("leader")]
        clerks = [line.person for line in shift.of("clerk")]
        choices = self._choices("clerk", clerks)
        return [
            Field(
                "leader",
                word(ROLES, "leader"),
                "choice",
                choices=self._choices("leader", leaders),
                value=leaders[0] if leaders else "",
                wide=True,
            ),
            *(
                Field(
                    f"clerk{at}",
                    translate("RotaSheets", "Clerk {n}").format(n=at + 1),
                    "choice",
                    choices=choices,
                    value=clerks[at] if at < len(clerks) else "",
                )
                for at in range(CLERKS)
            ),
        ]

    def _choices(self, role: str, standing: Sequence[str]) -> list[tuple[str, str]]:
        """Who holds the role, who turns in it, and whoever stands there already."""
        directory = self._desk.reference.directory
        turning = [
            person for post in self._rota.posts if post.role == role for team in post.cycle for person in team.people
        ]
        held = [post.person for post in directory.appointments if post.role == role]
        keys = dict.fromkeys([*turning, *held, *standing])
        found = [(key, directory.people[key]) for key in keys if key in directory.people]
        return [("", "—"), *((key, f"{person.name}  {person.post}") for key, person in found)]

    # -- equipment -------------------------------------------------------------------------------------------------

    def equipment(self, new_id: str) -> None:
        """What is counted at a hand-over: the list as it stands, one thing a line with its count."""
        standing = self._desk.reference.equipment
        lines = "\n".join(f"{one.name} {one.count} {one.measure}".strip() for one in standing)
        fields = [
            Field(
                "lines",
                translate("RotaSheets", "A line a thing: name, how many, what is counted (对讲机 30 部)"),
                "lines",
                value=lines,
                wide=True,
                height=180,
            )
        ]

        def make(values: Mapping[str, Any]) -> Command:
            return equipment_command(values["lines"], {one.name: one.id for one in standing}, new_id)

        title, send = translate("RotaSheets", "What is counted at the hand-over"), translate("RotaSheets", "Save")
        self._acting.open("rota.equipment", title, "", fields, send, make, said=translate("RotaSheets", "Saved"))


def equipment_command(text: str, known: Mapping[str, str], new_id: str) -> Command:
    """The act that makes the list of equipment the one written. Raises ``ValueError`` with the line that cannot be read."""
    from commandcenter.domain.command import Batch
    from commandcenter.domain.handover_acts import ListEquipment

    steps: list[Command] = []
    names = set()
    for rank, line in enumerate((line for line in text.splitlines() if line.strip()), start=1):
        parts = line.split()
        numbers = [at for at, part in enumerate(parts) if part.isdigit()]
        if not numbers or numbers[0] == 0:
            raise ValueError(translate("RotaSheets", "“{line}” needs a name and a number.").format(line=line.strip()))
        at = numbers[0]
        name = "".join(parts[:at])
        names.add(name)
        fields = {"name": name, "count": int(parts[at]), "measure": "".join(parts[at + 1 :]), "rank": rank}
        steps.append(ListEquipment(id=known.get(name, f"{new_id}{rank}"), fields=fields))
    steps += [ListEquipment(id=key, fields={}) for name, key in known.items() if name not in names]
    return Batch(commands=tuple(steps))


def _head(values: Mapping[str, Any]) -> dict[str, Any]:
    hour = re.fullmatch(r"(\d{1,2})[:：]?(\d{2})", str(values["hour"]).strip())
    if hour is None or int(hour[1]) > 23 or int(hour[2]) > 59:
        raise ValueError("hour")
    apart = [kind for kind in APART if values[f"apart.{kind}"]]
    return {"since": values["since"], "hour": int(hour[1]) * 60 + int(hour[2]), "apart": apart}


def _told(post: Post) -> dict[str, Any]:
    """A post as it stands in the record."""
    made: dict[str, Any] = {"role": post.role, "cycle": [_team(team) for team in post.cycle]}
    if post.unit:
        made["unit"] = post.unit
    if post.own:
        made["own"] = {kind: [_team(team) for team in teams] for kind, teams in post.own.items()}
    return made


def _team(team: Team) -> dict[str, Any]:
    return {"people": list(team.people)} | ({"name": team.name} if team.name else {})
