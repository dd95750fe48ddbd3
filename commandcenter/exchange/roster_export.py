"""The roster and the list of units as tables that come in again without a difference: a row a person, a row a contact.

The code of a place stands first, so that two of one name are told apart; a place nobody answers for has a row without a person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from commandcenter.domain.clock import local
from commandcenter.domain.record import Record
from commandcenter.domain.roster import Directory, Holder, Place
from commandcenter.domain.unit import unit_of
from commandcenter.exchange.roster_difference import held_as
from commandcenter.exchange.roster_places import length_text
from commandcenter.exchange.roster_words import ROLES, word
from commandcenter.exchange.tables import write_table

HEADINGS = (
    *("点位编号", "点位名称", "点位类别", "所属社区", "所属网格", "所属街巷", "长度（米）", "点位说明"),
    *("岗位", "姓名", "联系方式", "职务", "任职日期", "任职说明"),
)
UNIT_HEADINGS = (
    *("单位编号", "单位名称", "单位类别", "调度关系", "单位级别", "值班电话", "单位地址"),
    *("联系人", "联系人职务", "联系人电话"),
)

_KINDS = ("street", "alley", "building", "site", "grid")


def roster_rows(directory: Directory) -> list[list[str]]:
    """The places of the roster with the people who answer for them, under ``HEADINGS``."""
    rows: list[list[str]] = []
    for place in sorted(directory.places.values(), key=_rank):
        if not place.active:
            continue
        target = f"unit/{place.id}" if place.kind == "community" else f"place/{place.id}"
        holders = [one for one in directory.holders(target) if one.person.active and held_as(one.role) in ROLES]
        if place.kind == "community":
            holders = [one for one in holders if one.role == "secretary"]
        head = _place(place, directory)
        rows += [[*head, *_person(holder)] for holder in holders]
        if not holders and place.kind in _KINDS:
            rows.append([*head, *[""] * 6])
    return rows


def _rank(place: Place) -> tuple[int, str]:
    kinds = ("community", *_KINDS)
    return kinds.index(place.kind) if place.kind in kinds else len(kinds), place.id


def _place(place: Place, directory: Directory) -> list[str]:
    community = directory.places.get(place.id if place.kind == "community" else place.community)
    street = directory.places.get(place.street)
    return [
        place.id,
        place.name,
        word("kind", place.kind),
        community.name if community is not None and community.active else "",
        "、".join(place.grids) if place.kind != "community" else "",
        street.name if street is not None else "",
        length_text(place.length_m),
        place.note,
    ]


def _person(holder: Holder) -> list[str]:
    since = f"{local(holder.since):%Y-%m-%d}" if holder.since else ""
    role = word("role", held_as(holder.role))
    return [role, holder.person.name, holder.person.phone, holder.person.post, since, holder.note]


def unit_rows(units: Mapping[str, Record]) -> list[list[str]]:
    """The units in use with their contacts in order, under ``UNIT_HEADINGS``."""
    rows: list[list[str]] = []
    for key in sorted(units):
        if not units[key].active:
            continue
        unit = unit_of(units[key])
        kind, relation = word("unit_kind", unit.kind), word("relation", unit.relation)
        head = [key, unit.name, kind, relation, unit.level, unit.duty_phone, unit.address]
        lines: Sequence[list[str]] = [[one.name, one.post, one.phone] for one in unit.contacts] or [["", "", ""]]
        rows += [[*(head if place == 0 else [""] * len(head)), *line] for place, line in enumerate(lines)]
    return rows


def write_roster(target: Path, directory: Directory) -> int:
    """Write the roster to ``.xlsx`` or ``.csv`` and return how many rows. Refuses and raises as ``write_table``."""
    return write_table(target, "名录", HEADINGS, roster_rows(directory))


def write_units(target: Path, units: Mapping[str, Record]) -> int:
    """Write the list of units. Refuses and raises as ``write_table``."""
    return write_table(target, "单位", UNIT_HEADINGS, unit_rows(units))
