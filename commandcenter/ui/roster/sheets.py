"""The other forms of the roster: a person, a place, the end of a post, a place taken out of use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.record import ListRecord, Record
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Directory, Place
from commandcenter.domain.roster_acts import (
    Newcomer,
    amend,
    close_community,
    close_place,
    end_post,
    new_person,
    together,
)
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.leaving import Left, still_words
from commandcenter.ui.roster.painters import kind_word
from commandcenter.ui.roster.team import TeamRow
from commandcenter.ui.roster.tree import target_of
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

POINTS = ("assembly", "shelter", "landmark", "post_site", "store")
NEW_KINDS = ("street", "alley", "building", "site", *POINTS)


class RosterSheet(FormSheet):
    """A form of the roster. ``command`` turns what was entered into the command, or None when nothing was changed."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, title: str, fields: list[Field], send: str) -> None:
        super().__init__(look, host, title, fields, send=send, now=desk.clock.now)
        self.desk = desk

    def open_sheet(self) -> None:
        """Show the form with the keyboard in the first field: here one edits more often than one fills."""
        super().open_sheet()
        self.form.widgets[self.form.fields[0].name].setFocus()

    def keep(self, key: str) -> None:
        """Keep what is typed as a draft under ``key``, and take up what was left there."""
        self.keep_draft(key, self.desk.save_draft, self.desk.drafts().get(key, ""))

    def command(self, values: Mapping[str, Any]) -> Command | None:
        """The command for what was entered; it may refuse."""
        raise NotImplementedError


class PersonSheet(RosterSheet):
    """Name, number and post of a person; with a post chosen, its note too. Without a person it enters a new one."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, person: str = "", post: TeamRow | None = None) -> None:
        records = desk.read.reference.records("person")
        self._person = records.get(person, Record())
        self._post = desk.read.reference.records("appointment").get(post.appointment) if post else None
        words = self._person.words
        fields = [
            Field("name", translate("Roster", "Name"), value=words.get("name", ""), required=True),
            Field("phone", translate("Roster", "Phone"), value=words.get("phone", "")),
            Field("post", translate("Roster", "Title"), value=self._person.get("post", ""), wide=self._post is None),
        ]
        if self._post is not None:
            label = translate("Roster", "Note on the post: {role}").format(
                role=word(ROLES, str(self._post.get("role", "")))
            )
            fields.append(Field("note", label, value=self._post.get("note", "")))
        if self._person.known:
            fields.append(
                Field("reason", translate("Roster", "Why it changes"), wide=True, hint=translate("Roster", "optional"))
            )
        title = translate("Roster", "Edit a person") if self._person.known else translate("Roster", "New person")
        send = translate("Roster", "Save") if self._person.known else translate("Roster", "Enter")
        super().__init__(look, desk, host, title, fields, send)
        posts = desk.reference.directory.posts_of(person) if person else ()
        if len(posts) > 1:
            words_ = translate("Roster", "posts held: {n}; name and number change for all of them")
            self.caption.setText(words_.format(n=len(posts)))

    def command(self, values: Mapping[str, Any]) -> Command | None:
        if not self._person.known:
            newcomer = Newcomer(str(values["name"]), str(values["phone"]), str(values["post"]))
            return new_person(self.desk.new_id(), newcomer)
        reason = str(values.get("reason", ""))
        words = {"name": str(values["name"]), "phone": str(values["phone"])}
        person = amend(self._person, {"post": str(values["post"])}, words, reason)
        post = amend(self._post, {"note": str(values["note"])}, {}, reason) if self._post is not None else None
        return together(person, post)


class PlaceSheet(RosterSheet):
    """Name, kind, where it belongs, grids, length and note of a place; ``standing`` None enters a new one."""

    def __init__(
        self, look: Look, desk: Desk, host: QWidget, place: Place | None, kind: str = "alley", near: Place | None = None
    ) -> None:
        directory = desk.reference.directory
        self._standing = desk.read.reference.records("place").get(place.id) if place else None
        shown = place or Place("", "", kind, *_belongs(directory, kind, near))
        fields = self._fields(directory, shown)
        if place is not None:
            fields.append(
                Field("reason", translate("Roster", "Why it changes"), wide=True, hint=translate("Roster", "optional"))
            )
        title = place.name if place else translate("Roster", "New: {kind}").format(kind=kind_word(kind))
        send = translate("Roster", "Save") if place else translate("Roster", "Enter")
        super().__init__(look, desk, host, title, fields, send)
        if place is None:
            self.keep(f"roster.{kind}")

    @staticmethod
    def _fields(directory: Directory, shown: Place) -> list[Field]:
        name = Field("name", translate("Roster", "Name of the place"), value=shown.name, required=True)
        grids = Field(
            "grids",
            translate("Roster", "Grids"),
            value=" ".join(shown.grids),
            hint=translate("Roster", "such as A1-01 A1-02"),
        )
        note = Field(
            "note", translate("Roster", "Note for those who are sent there"), kind="lines", value=shown.note, wide=True
        )
        kinds = [(code, kind_word(code)) for code in _kinds(shown)]
        length = None if shown.length_m is None else round(shown.length_m)
        return [
            name,
            Field("kind", translate("Roster", "Kind"), kind="choice", choices=kinds, value=shown.kind),
            Field(
                "community",
                translate("Roster", "Community"),
                kind="choice",
                choices=_choices(directory, "community"),
                value=shown.community,
            ),
            Field(
                "street",
                translate("Roster", "Belongs to street or alley"),
                kind="choice",
                choices=_choices(directory, "street", "alley", without=shown.id),
                value=shown.street,
            ),
            Field("length_m", translate("Roster", "Length in metres"), kind="number", value=length),
            grids,
            note,
        ]

    def command(self, values: Mapping[str, Any]) -> Command | None:
        names = ("name", "kind", "community", "street", "length_m", "grids", "note")
        fields: dict[str, Any] = {name: values[name] for name in names if name in values}
        fields["grids"] = names_in(values["grids"])
        if self._standing is not None:
            length = self._standing.get("length_m")
            if isinstance(length, float) and round(length) == fields.get("length_m"):
                fields["length_m"] = length
            return amend(self._standing, fields, {}, str(values.get("reason", "")))
        kept = {name: value for name, value in fields.items() if value not in ("", None, [])}
        return ListRecord(subject=f"place/{self.desk.new_id()}", fields=kept)


class EndSheet(RosterSheet):
    """The end of a post, with its reason. The person stays in the roster."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, post: TeamRow) -> None:
        self._post = post
        self.left: Left | None = None
        title = translate("Roster", "End a post")
        today = local_date(desk.clock.now()).isoformat()
        fields = [
            Field("reason", translate("Roster", "Why it ends"), required=True, wide=True),
            Field("until", translate("Roster", "Last day was, or will be"), kind="date", hint=today),
        ]
        super().__init__(look, desk, host, title, fields, translate("Roster", "End it"))
        self.send_button.set_kind("danger")
        self.caption.setText(f"{post.name} · {word(ROLES, post.role)} · {post.where}")
        self.left_note = self.say_below(still_words(desk.reference, post.person, post.appointment))
        self.left_note.set_tone("amb")

    def command(self, values: Mapping[str, Any]) -> Command | None:
        told = str(values["until"]).strip()
        at = None
        if told:
            at = day_told(told) + DAY
            if at <= self._post.since:
                raise Refused("dates_wrong")
        now = self.desk.clock.now()
        self.left = Left(self._post.person, self._post.appointment, now if at is None else at, str(values["reason"]))
        return end_post(self._post.appointment, at, now, str(values["reason"]))


class ClosePlaceSheet(RosterSheet):
    """A place taken out of use, with its reason; the posts there end with it, and the grids and unit of a community."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, place: Place) -> None:
        self._place = place
        fields = [Field("reason", translate("Roster", "Why it ends"), required=True, wide=True)]
        title = translate("Roster", "Take out of use")
        super().__init__(look, desk, host, title, fields, title)
        self.send_button.set_kind("danger")
        target = f"unit/{place.id}" if place.kind == "community" else target_of(place.id)
        self._posts = [post for post in desk.reference.directory.appointments if post.target == target]
        words = translate("Roster", "{name} · posts that end with it: {n}; the history keeps both")
        self.caption.setText(words.format(name=place.name, n=len(self._posts)))

    def command(self, values: Mapping[str, Any]) -> Command | None:
        reason = str(values["reason"])
        if self._place.kind == "community":
            unit = self.desk.read.reference.records("unit").get(self._place.id)
            return close_community(self._place.id, self.desk.reference.directory, unit, reason)
        return close_place(self._place.id, self._posts, reason)


def day_told(text: str) -> int:
    """The instant a day begins that was typed as 2026-07-24. Refuses ``not_a_date``."""
    try:
        return at_local(date.fromisoformat(text.strip().replace("/", "-").replace(".", "-")))
    except ValueError:
        raise Refused("not_a_date", text=text) from None


def names_in(text: object) -> list[str]:
    """Names separated by blanks or commas of either script."""
    return str(text).replace("、", " ").replace("，", " ").replace(",", " ").split()


def _kinds(place: Place) -> tuple[str, ...]:
    return NEW_KINDS if place.kind in NEW_KINDS else (place.kind,)


def _belongs(directory: Directory, kind: str, near: Place | None) -> tuple[str, str]:
    """Community and street a new place gets when it is entered near another."""
    if near is None:
        return "", ""
    community = near.id if near.kind == "community" else near.community
    if kind == "street":
        return community, ""
    street = directory.street_of(near)
    if street is None:
        return community, ""
    if kind == "alley" and street.kind == "alley":
        return community, street.street
    return community, street.id


def _choices(directory: Directory, *kinds: str, without: str = "") -> list[tuple[str, str]]:
    found = [
        (place.id, place.name)
        for place in sorted(directory.places.values(), key=lambda one: one.id)
        if place.kind in kinds and place.active and place.id != without
    ]
    return [("", "—"), *found]
