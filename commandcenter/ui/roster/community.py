"""The forms of a community and of a grid: the place, and the unit that a whistle calls for it, are entered together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.command import Command
from commandcenter.domain.record import Record
from commandcenter.domain.roster import Directory, Place
from commandcenter.domain.roster_acts import change_community, community_code, enter_community, enter_grid
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.roster.painters import kind_word
from commandcenter.ui.roster.sheets import RosterSheet, names_in
from commandcenter.ui.roster.tree import communities_of
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class CommunitySheet(RosterSheet):
    """Name, duty phone, grids and note of a community; ``place`` None enters a new one."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, place: Place | None = None) -> None:
        reference = desk.read.reference
        self._places, self._units = reference.records("place"), reference.records("unit")
        self._code = place.id if place else _code(self._places, self._units)
        self._standing = self._places[place.id] if place else None
        unit = self._units.get(self._code)
        hint = translate("Roster", "such as {code}-01 {code}-02").format(code=self._code)
        fields = [
            Field("name", translate("Roster", "Name of the place"), value=place.name if place else "", required=True),
            Field("phone", translate("Roster", "Duty phone"), value=unit.get("duty_phone", "") if unit else ""),
            Field(
                "grids",
                translate("Roster", "Grids"),
                value=" ".join(place.grids) if place else "",
                hint=hint,
                wide=True,
            ),
            Field(
                "note",
                translate("Roster", "Note for those who are sent there"),
                kind="lines",
                value=place.note if place else "",
                wide=True,
            ),
        ]
        if place is not None:
            fields.append(
                Field("reason", translate("Roster", "Why it changes"), wide=True, hint=translate("Roster", "optional"))
            )
        title = place.name if place else translate("Roster", "New: {kind}").format(kind=kind_word("community"))
        send = translate("Roster", "Save") if place else translate("Roster", "Enter")
        super().__init__(look, desk, host, title, fields, send)
        words = translate("Roster", "{code} · as a unit too: a whistle for a place here calls its duty phone")
        self.caption.setText(words.format(code=self._code))
        if place is None:
            self.keep("roster.community")

    def command(self, values: Mapping[str, Any]) -> Command | None:
        phone = str(values["phone"])
        fields = {"name": str(values["name"]), "grids": names_in(values["grids"]), "note": str(values["note"])}
        if self._standing is None:
            kept = {name: value for name, value in fields.items() if value}
            return enter_community(self._code, kept, phone, self._places, self._units)
        unit = self._units.get(self._code)
        return change_community(self._standing, unit, fields, phone, self._places, str(values["reason"]))


class GridSheet(RosterSheet):
    """A new grid: its name and the community it is cut from."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, near: Place | None) -> None:
        self._places = desk.read.reference.records("place")
        directory = desk.reference.directory
        community = near.id if near and near.kind == "community" else near.community if near else ""
        choices = [(place.id, place.name) for place in communities_of(directory)]
        fields = [
            Field(
                "name", translate("Roster", "Name of the place"), required=True, hint=_next_grid(directory, community)
            ),
            Field(
                "community",
                translate("Roster", "Community"),
                kind="choice",
                choices=choices,
                value=community,
                required=True,
            ),
            Field("note", translate("Roster", "Note for those who are sent there"), kind="lines", wide=True),
        ]
        title = translate("Roster", "New: {kind}").format(kind=kind_word("grid"))
        super().__init__(look, desk, host, title, fields, translate("Roster", "Enter"))
        self.keep("roster.grid")

    def command(self, values: Mapping[str, Any]) -> Command | None:
        community = self._places[str(values["community"])]
        return enter_grid(str(values["name"]), community, str(values["note"]), self._places)


def _code(places: Mapping[str, Record], units: Mapping[str, Record]) -> str:
    """The code of a new community: that of a community's unit which has no place yet, else the next free one."""
    waiting = (key for key, unit in units.items() if unit.active and unit.get("kind") == "community")
    return next((key for key in sorted(waiting) if key not in places), "") or community_code(places, units)


def _next_grid(directory: Directory, community: str) -> str:
    """The name that follows: ``A1-04``."""
    place = directory.places.get(community)
    return f"{place.id}-{len(place.grids) + 1:02d}" if place else "A1-01"
