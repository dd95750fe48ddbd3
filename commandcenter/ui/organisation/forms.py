"""The forms of the organisation screen: posts at units, groups and branches, resident units, departments, staff. Each is data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.organisation import BRANCH_KINDS, FORMS, STAFF_KINDS, Branch, Group, Staff
from commandcenter.domain.record import AmendRecord, ListRecord, RetireRecord
from commandcenter.domain.roster import Appointment
from commandcenter.domain.roster_acts import Newcomer, Office, amend, appoint, end_post, new_person, next_rank, outgrown
from commandcenter.ui import when
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.finder import Match
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.leaving import Left, still_words
from commandcenter.ui.parts.rosterhand import RosterHand, day_told, people_found
from commandcenter.ui.roster_words import BRANCHES, STAFF, roster_word
from commandcenter.ui.roster_words import FORMS as FORM_WORDS
from commandcenter.ui.words import ROLES as ROLE_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate
Values = Mapping[str, Any]

POSTS: Mapping[str, tuple[str, ...]] = {
    "group": ("head", "member"),
    "branch": ("secretary", "deputy", "member"),
    "office": ("leader", "clerk"),
    "community": ("secretary", "deputy", "member"),
    "unit": ("head", "deputy", "member"),
    "grid": ("grid_worker",),
}
"""The posts that are given here at each kind of thing; those of streets and buildings are given on the chiefs' screen."""


class OrganisationForms:
    """Opens the forms; ``hand`` knows who was chosen in a line that finds."""

    def __init__(self, acting: Acting, hand: RosterHand, desk: Desk) -> None:
        self._acting = acting
        self._hand = hand
        self._desk = desk
        self._target = ""
        self._key = ""
        self._post: Appointment | None = None
        self.left: Left | None = None

    def _today(self) -> str:
        return local_date(self._desk.clock.now()).isoformat()

    def _people(self, text: str) -> Sequence[Match]:
        return people_found(self._desk.reference.directory, text)

    def _who(self, value: str = "") -> list[Field]:
        """Somebody of the roster, or a new name with number and title."""
        return [
            Field("person", translate("OrgForms", "Who"), "find", value, required=True, find=self._people),
            Field("phone", translate("OrgForms", "Number, if new")),
            Field("post", translate("OrgForms", "Title, if new")),
        ]

    def _chosen(self, v: Values) -> tuple[str, Newcomer | None]:
        """Id of the person, and who is new; a new name needs a number."""
        person = self._hand.key_in("person")
        if person:
            return person, None
        if not v["phone"]:
            raise ValueError("phone")
        return self._desk.new_id(), Newcomer(str(v["person"]), str(v["phone"]), str(v["post"]))

    # -- posts -----------------------------------------------------------------------------------------------------

    def roles_at(self, target: str) -> tuple[str, ...]:
        """The posts that can be given at a subject."""
        family, _, key = target.partition("/")
        places = self._desk.reference.directory.places
        if family == "unit" and key in places:
            return POSTS["community"]
        if family == "place":
            return POSTS["grid"] if key in places and places[key].kind == "grid" else ()
        return POSTS.get(family, ())

    def appoint(self, target: str, name: str) -> None:
        """Give somebody a post."""
        self._target = target
        held = self._desk.reference.directory.holders(target)
        replaced = [("", translate("OrgForms", "nobody: beside the others"))]
        replaced += [(one.appointment, f"{word(ROLE_WORDS, one.role)} {one.person.name}") for one in held]
        fields = [
            Field(
                "role",
                translate("OrgForms", "Post"),
                "choice",
                choices=[(role, word(ROLE_WORDS, role)) for role in self.roles_at(target)],
            ),
            Field("since", translate("OrgForms", "In office since"), "date", self._today(), required=True),
            *self._who(),
            Field("replaced", translate("OrgForms", "Takes over from"), "choice", "", replaced),
            Field("note", translate("OrgForms", "Note")),
            Field("reason", translate("OrgForms", "Why it changes hands"), wide=True),
        ]
        title, send = translate("OrgForms", "Give a post"), translate("OrgForms", "Appoint")
        said = translate("OrgForms", "Appointed.")
        self._acting.open(f"org.appoint.{target}", title, name, fields, send, self._appointed, said=said)

    def _appointed(self, v: Values) -> Command:
        person, newcomer = self._chosen(v)
        since, now = day_told(v, "since") or 0, self._desk.clock.now()
        posts = self._desk.reference.directory.appointments
        old = next((post for post in posts if post.id == v["replaced"]), None)
        if old is not None and since <= old.since:
            raise ValueError("since")
        role = str(v["role"])
        office = Office(role, self._target, since, next_rank(posts, role, self._target), str(v["note"]))
        if old is not None and _alone(old):
            self.left = Left(old.person, old.id, since, str(v["reason"]))
        return appoint(
            self._desk.new_id(),
            office,
            person,
            newcomer=newcomer,
            replaced=str(v["replaced"]),
            reason=str(v["reason"]),
            now=now,
            outgrown=outgrown(posts, person, office),
        )

    def end_post(self, post: Appointment, who: str) -> None:
        """Somebody leaves a post: from which day on, and why."""
        self._post = post
        fields = [
            Field("at", translate("OrgForms", "Out of office from"), "date", self._today(), required=True),
            Field("reason", translate("OrgForms", "Why it ends"), required=True, wide=True),
        ]
        title = translate("OrgForms", "End a post")
        caption = f"{word(ROLE_WORDS, post.role)} {who}"
        said = translate("OrgForms", "Ended; the history keeps it.")
        below = still_words(self._desk.reference, post.person, post.id) if _alone(post) else ""
        key = f"org.end.{post.id}"
        self._acting.open(key, title, caption, fields, title, self._ended, said=said, danger=True, below=below)

    def _ended(self, v: Values) -> Command:
        post, now = self._post, self._desk.clock.now()
        at = day_told(v, "at")
        if post is None or at is None or at <= post.since:
            raise ValueError("at")
        self.left = Left(post.person, post.id, at, str(v["reason"])) if _alone(post) else None
        return end_post(post.id, at, now, str(v["reason"]))

    def dates(self, post: Appointment, who: str) -> None:
        """Correct from when to when somebody held a post."""
        self._post = post
        until = when.day(post.until) if post.until is not None else ""
        fields = [
            Field("since", translate("OrgForms", "In office since"), "date", when.day(post.since), required=True),
            Field("until", translate("OrgForms", "Out of office from"), "date", until),
            Field("note", translate("OrgForms", "Note"), value=post.note),
            Field("reason", translate("OrgForms", "Why it is corrected"), wide=True),
        ]
        title, send = translate("OrgForms", "Correct a term"), translate("OrgForms", "Save")
        caption = f"{word(ROLE_WORDS, post.role)} {who}"
        self._acting.open(f"org.dates.{post.id}", title, caption, fields, send, self._dated)

    def _dated(self, v: Values) -> Command:
        post = self._post
        since, until = day_told(v, "since"), day_told(v, "until")
        if post is None or since is None:
            raise ValueError("since")
        if until is None and post.until is not None:
            raise ValueError("until")
        fields: dict[str, Any] = {"since": since, "note": str(v["note"])}
        if until is not None:
            fields["until"] = until
        return AmendRecord(subject=f"appointment/{post.id}", fields=fields, reason=str(v["reason"]))

    # -- departments and resident units ----------------------------------------------------------------------------

    def unit(self, key: str) -> None:
        """Whose it is, where it sits, what it does, what its successor must know; the rest stands in the settings."""
        self._key = f"unit/{key}"
        unit = self._desk.reference.units[key]
        fields = [
            Field(
                "level",
                translate("OrgForms", "Whose"),
                value=unit.level,
                hint=translate("OrgForms", "city, district …"),
            ),
            Field("address", translate("OrgForms", "Address"), value=unit.address),
            Field("tasks", translate("OrgForms", "Does"), value=unit.tasks, wide=True),
            Field("handover", translate("OrgForms", "Hand-over note"), "lines", unit.handover, wide=True),
        ]
        self._amend(unit.name, fields)

    def site(self, key: str) -> None:
        """Control room, keys, plans and risk of a resident unit."""
        self._key = f"place/{key}"
        place = self._desk.reference.directory.places[key]
        fields = [
            Field("phone", translate("OrgForms", "Control room, day and night"), value=place.phone),
            Field("keys", translate("OrgForms", "Who has the keys"), value=place.keys),
            Field("papers", translate("OrgForms", "Where the plans lie"), value=place.papers),
            Field("note", translate("OrgForms", "Known of it"), value=place.note),
        ]
        self._amend(place.name, fields)

    def _amend(self, name: str, fields: Sequence[Field]) -> None:
        fields = [*fields, Field("reason", translate("OrgForms", "Why it changes"), wide=True)]
        title, send = translate("OrgForms", "Correct"), translate("OrgForms", "Save")
        self._acting.open(f"org.amend.{self._key}", title, name, fields, send, self._amended)

    def _amended(self, v: Values) -> Command:
        told = {name: value for name, value in v.items() if name != "reason"}
        return self._change(told, str(v["reason"]))

    def _change(self, fields: dict[str, Any], reason: str) -> Command:
        standing = self._desk.read.reference.record(self._key)
        made = amend(standing, fields, {}, reason)
        return made if made is not None else Batch(commands=())

    # -- groups ----------------------------------------------------------------------------------------------------

    def group(self, group: Group | None = None) -> None:
        """Enter a group, or correct one."""
        self._key = f"group/{group.id}" if group is not None else ""
        told = group or Group("", "", FORMS[0])
        names = "、".join(map(self._desk.reference.unit_name, told.units))
        since = when.day(told.since) if told.since else self._today()
        fields = [
            Field("name", translate("OrgForms", "Name"), value=told.name, required=True),
            Field(
                "form",
                translate("OrgForms", "Form of report-in"),
                "choice",
                told.form,
                [(form, roster_word(FORM_WORDS, form)) for form in FORMS],
            ),
            Field("since", translate("OrgForms", "From"), "date", since),
            Field("until", translate("OrgForms", "Until"), "date", when.day(told.until) if told.until else ""),
            Field("units", translate("OrgForms", "Units, by name or code"), value=names, wide=True),
            Field("meets", translate("OrgForms", "Meets when and where"), value=told.meets, wide=True),
            Field("note", translate("OrgForms", "For"), "lines", told.note, wide=True, height=54),
        ]
        self._open(told.name, translate("OrgForms", "New group"), fields, self._grouped)

    def _grouped(self, v: Values) -> Command:
        fields = {name: v[name] for name in ("name", "form", "meets", "note")}
        fields |= self._dates_of(v) | {"units": self._units_told(str(v["units"]))}
        return self._entered("group", fields)

    def _units_told(self, text: str) -> list[str]:
        units = self._desk.reference.units
        by_name = {unit.name: key for key, unit in units.items()}
        found = []
        for part in text.replace("，", "、").replace(",", "、").split("、"):
            name = part.strip()
            if not name:
                continue
            key = name if name in units else by_name.get(name, "")
            if not key:
                raise ValueError("units")
            found.append(key)
        return found

    # -- branches --------------------------------------------------------------------------------------------------

    def branch(self, branch: Branch | None = None, parent: str = "") -> None:
        """Enter a party organisation, or correct one."""
        reference = self._desk.reference
        self._key = f"branch/{branch.id}" if branch is not None else ""
        told = branch or Branch("", "", parent=parent)
        above = [
            ("", "—"),
            *((one.id, one.name) for one in reference.branches.values() if one.active and one.id != told.id),
        ]
        places = [("", "—"), *((one.id, one.name) for one in reference.directory.of_kind("community", "grid"))]
        units = [("", "—"), *((one.id, one.name) for one in reference.units.values() if one.active)]
        fields = [
            Field("name", translate("OrgForms", "Name"), value=told.name, required=True),
            Field(
                "kind",
                translate("OrgForms", "Kind"),
                "choice",
                told.kind,
                [(kind, roster_word(BRANCHES, kind)) for kind in BRANCH_KINDS],
            ),
            Field("parent", translate("OrgForms", "Above it"), "choice", told.parent, above),
            Field("members", translate("OrgForms", "Members"), "number", told.members),
            Field("place", translate("OrgForms", "Community or grid"), "choice", told.place, places),
            Field("unit", translate("OrgForms", "Unit"), "choice", told.unit, units),
            Field("note", translate("OrgForms", "Known of it"), value=told.note, wide=True),
        ]
        self._open(told.name, translate("OrgForms", "New party organisation"), fields, self._branched)

    def _branched(self, v: Values) -> Command:
        return self._entered(
            "branch", {name: v[name] for name in ("name", "kind", "parent", "members", "place", "unit", "note")}
        )

    # -- staff -----------------------------------------------------------------------------------------------------

    def staff(self, staff: Staff | None = None) -> None:
        """Enter somebody seconded or auxiliary, or correct it."""
        reference = self._desk.reference
        self._key = f"staff/{staff.id}" if staff is not None else ""
        told = staff or Staff("", "", STAFF_KINDS[0])
        units = [(one.id, one.name) for one in reference.units.values() if one.active and one.kind != "department"]
        since = when.day(told.since) if told.since else self._today()
        person = reference.directory.people.get(told.person)
        fields = [
            *(self._who() if staff is None else []),
            Field(
                "kind",
                translate("OrgForms", "How"),
                "choice",
                told.kind,
                [(kind, roster_word(STAFF, kind)) for kind in STAFF_KINDS],
            ),
            Field("home", translate("OrgForms", "Home unit"), value=told.home, required=True),
            Field("unit", translate("OrgForms", "Serves in"), "choice", told.unit, [("", "—"), *units]),
            Field("since", translate("OrgForms", "From"), "date", since),
            Field("until", translate("OrgForms", "Until"), "date", when.day(told.until) if told.until else ""),
            Field("duty", translate("OrgForms", "Does"), value=told.duty, wide=True),
        ]
        self._open(person.name if person else "", translate("OrgForms", "New staff from outside"), fields, self._served)

    def _served(self, v: Values) -> Command:
        fields = {name: v[name] for name in ("kind", "home", "unit", "duty")} | self._dates_of(v)
        if self._key:
            return self._change(fields, "")
        person, newcomer = self._chosen(v)
        made = self._entered("staff", fields | {"person": person})
        return made if newcomer is None else Batch(commands=(new_person(person, newcomer), made))

    # -- shared ----------------------------------------------------------------------------------------------------

    def end_record(self, subject: str, name: str) -> None:
        """A group, a branch or a time of service ends."""
        self._key = subject
        self._target = name
        fields = [Field("reason", translate("OrgForms", "Why it ends"), required=True)]
        title = translate("OrgForms", "End it")
        said = translate("OrgForms", "Ended; the history keeps it.")
        self._acting.open(f"org.retire.{subject}", title, name, fields, title, self._retired, said=said, danger=True)

    def _retired(self, v: Values) -> Command:
        reason = str(v["reason"])
        posts = [post for post in self._desk.reference.directory.appointments if post.target == self._key]
        ends: list[Command] = [RetireRecord(subject=f"appointment/{post.id}", reason=reason) for post in posts]
        return Batch(commands=(*ends, RetireRecord(subject=self._key, reason=reason)))

    def _open(self, name: str, new: str, fields: Sequence[Field], make: Any) -> None:
        title = translate("OrgForms", "Correct") if self._key else new
        send = translate("OrgForms", "Save") if self._key else translate("OrgForms", "Enter")
        self._acting.open(f"org.{self._key or new}", title, name, fields, send, make)

    def _entered(self, family: str, fields: dict[str, Any]) -> Command:
        if self._key:
            return self._change(fields, "")
        kept = {name: value for name, value in fields.items() if value not in ("", None)}
        return ListRecord(subject=f"{family}/{self._desk.new_id()}", fields=kept)

    @staticmethod
    def _dates_of(v: Values) -> dict[str, Any]:
        return {name: day_told(v, name) for name in ("since", "until")}


def _alone(post: Appointment) -> bool:
    """Whether leaving a post may mean leaving altogether: a group or branch is left by many who stay where they are."""
    return post.target.partition("/")[0] in ("place", "unit", "office")
