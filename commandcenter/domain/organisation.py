"""What belongs to the office besides places, people and units: groups, party branches, seconded and auxiliary staff.

Who leads or sits in a group or a branch is an appointment at it (``group/<id>``, ``branch/<id>``), so that it is dated like
every other post. Source: domain.md 1-05 (branches beside grids), 3-19 (four forms of report-in), 3-37 (staff from outside).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.absence import spell
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import named
from commandcenter.domain.value import whole

FORMS = ("enforcement", "chiefs", "double_report", "clean_up", "other")
"""The four forms of report-in - forces to the joint platform, cadres as chiefs, double report, clean-up - and others."""
BRANCH_KINDS = ("work_committee", "committee", "general_branch", "branch", "group")
STAFF_KINDS = ("seconded_in", "seconded_out", "auxiliary", "contract")


@dataclass(frozen=True, slots=True)
class Group:
    """A group on one of the ``FORMS``: what it is for, who meets where and when (``meets``), its units, its dates."""

    id: str
    name: str
    form: str = "other"
    units: tuple[str, ...] = ()
    community: str = ""
    meets: str = ""
    note: str = ""
    since: int = 0
    until: int | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class Branch:
    """A party organisation: its kind, the one above it, the community or grid (``place``) or unit it belongs to, members."""

    id: str
    name: str
    kind: str = "branch"
    parent: str = ""
    place: str = ""
    unit: str = ""
    members: int | None = None
    note: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody from outside, or of ours elsewhere: home unit (``home``, words or a unit's name), where they serve, how long.

    ``unit`` is the unit of the office they serve in; of somebody seconded out ``home`` tells where they are now.
    """

    id: str
    person: str
    kind: str
    home: str = ""
    unit: str = ""
    since: int = 0
    until: int | None = None
    duty: str = ""
    active: bool = True

    def serves(self, instant: int) -> bool:
        """Whether they are here (or away) at an instant."""
        return self.since <= instant and (self.until is None or instant < self.until)


def group_of(record: Record) -> Group:
    """The group in a record, with gaps where fields are missing."""
    units = record.get("units")
    return Group(
        id=record.id,
        name=str(record.get("name", record.id)),
        form=str(record.get("form", "other")),
        units=tuple(map(str, units)) if isinstance(units, list | tuple) else (),
        community=str(record.get("community", "") or ""),
        meets=str(record.get("meets", "") or ""),
        note=str(record.get("note", "") or ""),
        since=whole(record.get("since")) or 0,
        until=_end(record),
        active=record.active,
    )


def branch_of(record: Record) -> Branch:
    """The branch in a record, with gaps where fields are missing."""
    return Branch(
        id=record.id,
        name=str(record.get("name", record.id)),
        kind=str(record.get("kind", "branch")),
        parent=str(record.get("parent", "") or ""),
        place=str(record.get("place", "") or ""),
        unit=str(record.get("unit", "") or ""),
        members=whole(record.get("members")),
        note=str(record.get("note", "") or ""),
        active=record.active,
    )


def staff_of(record: Record) -> Staff:
    """The staff entry in a record, with gaps where fields are missing."""
    return Staff(
        id=record.id,
        person=str(record.get("person", "")),
        kind=str(record.get("kind", "auxiliary")),
        home=str(record.get("home", "") or ""),
        unit=str(record.get("unit", "") or ""),
        since=whole(record.get("since")) or 0,
        until=_end(record),
        duty=str(record.get("duty", "") or ""),
        active=record.active,
    )


def _end(record: Record) -> int | None:
    told = whole(record.get("until"))
    if record.retired_at is None:
        return told
    return record.retired_at if told is None else min(told, record.retired_at)


@demands("group")
def _check_group(fields: Mapping[str, Any]) -> None:
    named(fields)
    if fields.get("form", "other") not in FORMS:
        raise Refused("group_form_unknown", form=fields.get("form"))
    spell(fields)


@demands("branch")
def _check_branch(fields: Mapping[str, Any]) -> None:
    named(fields)
    if fields.get("kind", "branch") not in BRANCH_KINDS:
        raise Refused("branch_kind_unknown", kind=fields.get("kind"))
    members = fields.get("members")
    if members is not None and (whole(members) is None or members < 0):
        raise Refused("count_negative")


@demands("staff")
def _check_staff(fields: Mapping[str, Any]) -> None:
    if not fields.get("person"):
        raise Refused("person_missing")
    if fields.get("kind") not in STAFF_KINDS:
        raise Refused("staff_kind_unknown", kind=fields.get("kind"))
    if not str(fields.get("home", "") or "").strip():
        raise Refused("home_unit_missing")
    spell(fields)
