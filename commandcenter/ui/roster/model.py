"""What the lists of the roster show, worked out from the roster as it stands. Nothing here touches a widget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from commandcenter.domain.record import Record
from commandcenter.domain.roster import (
    CHIEFS,
    ROLES,
    Appointment,
    Directory,
    Holder,
    Person,
    Place,
    beginning,
    matching,
)
from commandcenter.domain.value import whole
from commandcenter.ui.shell.finder import marks_in

KEEPERS = ("building_keeper", "unit_keeper")
KEPT_KINDS = {"building": "building_keeper", "site": "unit_keeper"}
"""Kind of place → the role that keeps it (domain.md 1-15, 1-16)."""
FILTERS = ("all", "vacant", "silent", "community")
MOST_FOUND = 30


def chief_role(place: Place) -> str:
    """The role that leads a street or an alley."""
    return "street_chief" if place.kind == "street" else "alley_chief"


def target_of(place: str) -> str:
    """The subject posts at a place point to."""
    return f"place/{place}"


# --- the tree -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TreeRow:
    """A street, an alley or a community in the tree. ``ended_at`` is when the last chief went, None when nobody ever was one."""

    place: str
    level: int
    name: str
    chief: str
    post: str
    phone: str
    vacant: bool
    ended_at: int | None
    alleys: int
    open: bool


def tree(
    directory: Directory, ended: Mapping[str, int], closed: frozenset[str] = frozenset(), only: str = "all"
) -> list[TreeRow]:
    """Streets in order, each with its alleys below unless it is in ``closed``; alleys of no street stand at the end.

    ``ended`` says when the last chief of a target went. ``only`` is one of ``FILTERS``: with a filter every street opens;
    ``community`` lists the communities instead, each with its secretary.
    """
    if only == "community":
        return [_community_row(directory, place) for place in communities_of(directory)]
    streets = [place for place in directory.streets() if place.kind == "street"]
    alleys = [place for place in directory.streets() if place.kind == "alley"]
    known = {street.id for street in streets}
    rows: list[TreeRow] = []
    for street in streets:
        below = [alley for alley in alleys if alley.street == street.id]
        kept = [alley for alley in below if wanted(directory, alley, only)]
        if not kept and not wanted(directory, street, only):
            continue
        is_open = only != "all" or street.id not in closed
        rows.append(_tree_row(directory, ended, street, 0, len(below), is_open))
        if is_open:
            rows += [_tree_row(directory, ended, alley, 1, 0, False) for alley in kept]
    rows += [
        _tree_row(directory, ended, alley, 1, 0, False)
        for alley in alleys
        if alley.street not in known and wanted(directory, alley, only)
    ]
    return rows


def wanted(directory: Directory, place: Place, only: str) -> bool:
    """Whether a street belongs to a filter: ``vacant`` without a chief, ``silent`` with somebody who has no number."""
    if only == "vacant":
        return not directory.holders(target_of(place.id), *CHIEFS)
    if only == "silent":
        return any(not holder.person.phone for holder in directory.holders(target_of(place.id)))
    return True


def _tree_row(
    directory: Directory, ended: Mapping[str, int], place: Place, level: int, alleys: int, is_open: bool
) -> TreeRow:
    chiefs = directory.holders(target_of(place.id), *CHIEFS)
    chief = chiefs[0].person if chiefs else None
    return TreeRow(
        place=place.id,
        level=level,
        name=place.name,
        chief=chief.name if chief else "",
        post=chief.post if chief else "",
        phone=chief.phone if chief else "",
        vacant=chief is None,
        ended_at=None if chief else ended.get(target_of(place.id)),
        alleys=alleys,
        open=is_open,
    )


def communities_of(directory: Directory) -> list[Place]:
    """The communities in use, by code."""
    kept = (place for place in directory.places.values() if place.kind == "community" and place.active)
    return sorted(kept, key=lambda place: (len(place.id), place.id))


def _community_row(directory: Directory, place: Place) -> TreeRow:
    found = directory.holders(f"unit/{place.id}", "secretary")
    secretary = found[0].person if found else None
    return TreeRow(
        place=place.id,
        level=1,
        name=place.name,
        chief=secretary.name if secretary else "",
        post=secretary.post if secretary else "",
        phone=secretary.phone if secretary else "",
        vacant=secretary is None,
        ended_at=None,
        alleys=0,
        open=False,
    )


def chiefs_ended(records: Mapping[str, Record]) -> dict[str, int]:
    """Target → when the last chief there went, out of all appointments."""
    found: dict[str, int] = {}
    for record in records.values():
        ended = _end(record)
        if ended is not None and record.get("role") in CHIEFS:
            target = str(record.get("target", ""))
            found[target] = max(found.get(target, 0), ended)
    return found


# --- the search ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A place or person that answers to what was typed. ``marks`` are (start, length) parts of the name."""

    place: str
    person: str
    name: str
    detail: str
    kind: str
    marks: tuple[tuple[int, int], ...]
    phone: str = ""
    rank: int = 0

    @property
    def key(self) -> str:
        """Place and person together."""
        return f"{self.place}|{self.person}"


def find(directory: Directory, text: str) -> list[FoundRow]:
    """Places and people by name, phone or pinyin initials; what begins with the text comes first, places before people."""
    text = text.strip()
    if not text:
        return []
    found = [_found_place(directory, place, text) for place in directory.places.values() if _answers(place, text)]
    found += [
        _found_person(directory, person, text)
        for person in directory.people.values()
        if person.active and (matching(person.initials, person.name, text) or _in_phone(text, person.phone))
    ]
    return sorted(found, key=lambda row: (row.rank, row.name))[:MOST_FOUND]


def _answers(place: Place, text: str) -> bool:
    return place.active and place.kind != "grid" and matching(place.initials, place.name, text)


def _in_phone(text: str, phone: str) -> bool:
    digits = text.replace("-", "").replace(" ", "")
    return len(digits) >= 3 and digits.isdigit() and digits in phone.replace("-", "")


def _rank(name: str, spelt: str, text: str) -> int:
    return len(name) if beginning(spelt, name, text) else 100 + len(name)


def _found_place(directory: Directory, place: Place, text: str) -> FoundRow:
    holder = leading(directory, place)
    rank = _rank(place.name, place.initials, text) - (5 if place.kind in ("street", "alley") else 0)
    return FoundRow(
        place=place.id,
        person="",
        name=place.name,
        detail=holder.person.name if holder else "",
        kind=place.kind,
        marks=marks_in(place.name, place.initials, text),
        phone=holder.person.phone if holder else "",
        rank=rank,
    )


def _found_person(directory: Directory, person: Person, text: str) -> FoundRow:
    post = first_post(directory, person.id)
    at = directory.places.get(post.target.partition("/")[2]) if post and post.target.startswith("place/") else None
    return FoundRow(
        place=at.id if at else "",
        person=person.id,
        name=person.name,
        detail=at.name if at else person.post,
        kind=post.role if post else "person",
        marks=marks_in(person.name, person.initials, text),
        phone=person.phone,
        rank=40 + _rank(person.name, person.initials, text),
    )


def leading(directory: Directory, place: Place) -> Holder | None:
    """Whom to call first for a place: its keeper, its chief, where that post is vacant the deputy, then the secretary."""
    if place.kind == "community":
        found = directory.holders(f"unit/{place.id}", "secretary")
        return found[0] if found else None
    own = directory.holders(target_of(place.id), *KEEPERS, *CHIEFS)
    answering = directory.answers_for(place)
    holders = (*own, answering.chief, *answering.deputies, answering.secretary)
    return next((holder for holder in holders if holder is not None), None)


def first_post(directory: Directory, person: str) -> Appointment | None:
    """The post a person is best known by: one at a place before one at a unit or the office."""
    posts = directory.posts_of(person)
    return next((post for post in posts if post.target.startswith("place/")), next(iter(posts), None))


# --- the team of a place ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A post of the chosen place, filled or vacant. ``where`` is the place or unit it is for."""

    role: str
    target: str
    where: str
    person: str = ""
    name: str = ""
    phone: str = ""
    since: int = 0
    appointment: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        """The post; a vacant one by role and target."""
        return self.appointment or f"{self.role}@{self.target}"

    @property
    def vacant(self) -> bool:
        """Nobody holds it."""
        return not self.person


def team(directory: Directory, place: Place) -> list[TeamRow]:
    """Every post that belongs to a place, leaders first; holes stand where somebody should."""
    if place.kind == "community":
        return _community_team(directory, place)
    street = directory.street_of(place)
    rows: list[TeamRow] = []
    if street is not None:
        rows += _posts(directory, target_of(street.id), street.name, CHIEFS) or [
            TeamRow(chief_role(street), target_of(street.id), street.name)
        ]
        rows += _posts(directory, target_of(street.id), street.name, ("deputy", "steward", "grid_worker"))
    kept = (
        [place]
        if place.kind in KEPT_KINDS
        else [below for below in directory.below(place.id) if below.kind in KEPT_KINDS]
    )
    for role in KEEPERS:
        for below in sorted(kept, key=lambda one: one.id):
            if KEPT_KINDS[below.kind] == role:
                rows += _posts(directory, target_of(below.id), below.name, KEEPERS) or [
                    TeamRow(role, target_of(below.id), below.name)
                ]
    community = directory.answers_for(place).community
    if community is not None:
        rows += _posts(directory, f"unit/{community.id}", community.name, ("secretary",))
    return rows


def _community_team(directory: Directory, place: Place) -> list[TeamRow]:
    unit = f"unit/{place.id}"
    rows = _posts(directory, unit, place.name, ("secretary",)) or [TeamRow("secretary", unit, place.name)]
    rows += _posts(directory, unit, place.name, ("member", "grid_worker"))
    for street in directory.streets():
        if street.community == place.id:
            target = target_of(street.id)
            rows += _posts(directory, target, street.name, CHIEFS) or [TeamRow(chief_role(street), target, street.name)]
    return rows


def _posts(directory: Directory, target: str, where: str, roles: Sequence[str]) -> list[TeamRow]:
    since = {post.id: post.since for post in directory.appointments if post.target == target}
    return [
        TeamRow(
            holder.role,
            target,
            where,
            holder.person.id,
            holder.person.name,
            holder.person.phone,
            since.get(holder.appointment, 0),
            holder.appointment,
            holder.note,
        )
        for holder in directory.holders(target, *roles)
    ]


def posts_of(directory: Directory, person: Person, name_of: Mapping[str, str]) -> list[TeamRow]:
    """The posts of one person. ``name_of`` gives the names of targets."""
    return [
        TeamRow(
            post.role,
            post.target,
            name_of.get(post.target, post.target),
            person.id,
            person.name,
            person.phone,
            post.since,
            post.id,
            post.note,
        )
        for post in directory.posts_of(person.id)
    ]


# --- what has been ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PastRow:
    """Who held a post from when to when. ``until`` None: still does."""

    appointment: str
    role: str
    name: str
    where: str
    since: int
    until: int | None
    reason: str = ""
    by: str = ""


def past(
    records: Mapping[str, Record], directory: Directory, targets: Iterable[str], name_of: Mapping[str, str]
) -> list[PastRow]:
    """The posts at ``targets``, ended ones included: post by post, who holds it first, then the newest end first."""
    kept = set(targets)
    rows = []
    for key, record in records.items():
        target = str(record.get("target", ""))
        if target not in kept:
            continue
        person = directory.people.get(str(record.get("person", "")))
        since = record.get("since", 0)
        rows.append(
            PastRow(
                key,
                str(record.get("role", "")),
                person.name if person else "",
                name_of.get(target, target),
                since if isinstance(since, int) else 0,
                _end(record),
            )
        )
    return sorted(rows, key=_past_order)


def _end(record: Record) -> int | None:
    """When a post ended: the day it was taken back, or the day that was told with it."""
    return record.retired_at if record.retired_at is not None else whole(record.get("until"))


def _past_order(row: PastRow) -> tuple[object, ...]:
    rank = ROLES.index(row.role) if row.role in ROLES else len(ROLES)
    return rank, row.where, row.until is not None, -(row.until or 0), -row.since, row.name


# --- holes and coverage -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HoleRow:
    """Something the roster lacks: a post without a holder, or a person without a number."""

    sort: str
    place: str
    role: str
    target: str
    name: str
    person: str = ""
    ended_at: int | None = None
    advice: str = ""
    below: str = ""

    @property
    def key(self) -> str:
        """What is missing where."""
        return f"{self.sort}|{self.target}|{self.role}|{self.person}"


def holes(directory: Directory, ended: Mapping[str, int]) -> list[HoleRow]:
    """Streets without a chief, communities without a secretary, buildings and sites without a keeper, posts without a
    number; in that order. The advice for a chief is the deputy, who stands in already.
    """
    rows = []
    for street in directory.vacancies():
        deputies = directory.holders(target_of(street.id), "deputy")
        upper = directory.places.get(street.street) or directory.places.get(street.community)
        rows.append(
            HoleRow(
                "vacant",
                street.id,
                chief_role(street),
                target_of(street.id),
                street.name,
                ended_at=ended.get(target_of(street.id)),
                advice=deputies[0].person.name if deputies else "",
                below=upper.name if upper else "",
            )
        )
    for place in sorted(directory.places.values(), key=lambda one: one.id):
        if not place.active:
            continue
        if place.kind == "community" and not directory.holders(f"unit/{place.id}", "secretary"):
            rows.append(HoleRow("vacant", place.id, "secretary", f"unit/{place.id}", place.name))
        elif place.kind in KEPT_KINDS and not directory.holders(target_of(place.id), *KEEPERS):
            upper = directory.street_of(place) or directory.places.get(place.community)
            rows.append(
                HoleRow(
                    "vacant",
                    place.id,
                    KEPT_KINDS[place.kind],
                    target_of(place.id),
                    place.name,
                    below=upper.name if upper else "",
                )
            )
    return rows + _silent(directory)


def _silent(directory: Directory) -> list[HoleRow]:
    rows = []
    told: set[str] = set()
    for post in directory.appointments:
        person = directory.people.get(post.person)
        if person is None or person.phone or person.id in told:
            continue
        told.add(person.id)
        family, _, key = post.target.partition("/")
        at = directory.places.get(key) if family in ("place", "unit") else None
        rows.append(
            HoleRow(
                "silent",
                at.id if at else "",
                post.role,
                post.target,
                person.name,
                person=person.id,
                below=at.name if at else "",
            )
        )
    return rows


@dataclass(frozen=True, slots=True)
class CommunityRow:
    """A community with how far it is covered: streets with a chief, buildings and sites with a keeper."""

    place: str
    name: str
    secretary: str
    phone: str
    streets: int
    led: int
    kept_places: int
    kept: int
    grids: int
    households: int | None = None
    people: int | None = None


def communities(directory: Directory, records: Mapping[str, Record]) -> list[CommunityRow]:
    """Every community in use, by code. ``records`` are those of the places, for what the snapshot leaves out."""
    rows = []
    for place in communities_of(directory):
        inside = [one for one in directory.places.values() if one.community == place.id and one.active]
        streets = [one for one in inside if one.kind in ("street", "alley")]
        kept = [one for one in inside if one.kind in KEPT_KINDS]
        secretary = directory.holders(f"unit/{place.id}", "secretary")
        record = records.get(place.id)
        rows.append(
            CommunityRow(
                place.id,
                place.name,
                secretary[0].person.name if secretary else "",
                secretary[0].person.phone if secretary else "",
                len(streets),
                sum(1 for one in streets if directory.holders(target_of(one.id), *CHIEFS)),
                len(kept),
                sum(1 for one in kept if directory.holders(target_of(one.id), *KEEPERS)),
                sum(1 for one in inside if one.kind == "grid"),
                _count(record, "households"),
                _count(record, "people"),
            )
        )
    return rows


def _count(record: Record | None, name: str) -> int | None:
    value = record.get(name) if record else None
    return value if isinstance(value, int) else None


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures above the lists. Each pair is (filled, of how many)."""

    street_chiefs: tuple[int, int]
    alley_chiefs: tuple[int, int]
    stewards: int
    streets_with_stewards: tuple[int, int]
    building_keepers: tuple[int, int]
    unit_keepers: tuple[int, int]
    covered: tuple[int, int]
    vacancies: int
    people: int
    silent: int


def totals(directory: Directory, open_holes: Sequence[HoleRow]) -> Totals:
    """Count the roster."""

    def led(kind: str) -> tuple[int, int]:
        kept = [place for place in directory.streets() if place.kind == kind]
        return sum(1 for place in kept if directory.holders(target_of(place.id), *CHIEFS)), len(kept)

    def kept(kind: str) -> tuple[int, int]:
        found = [place for place in directory.places.values() if place.kind == kind and place.active]
        return sum(1 for place in found if directory.holders(target_of(place.id), *KEEPERS)), len(found)

    streets = directory.streets()
    helped = sum(1 for place in streets if directory.holders(target_of(place.id), "steward"))
    stewards = {post.person for post in directory.appointments if post.role == "steward"}
    vacant = len(directory.vacancies())
    holders = {post.person for post in directory.appointments if post.person in directory.people}
    return Totals(
        street_chiefs=led("street"),
        alley_chiefs=led("alley"),
        stewards=len(stewards),
        streets_with_stewards=(helped, len(streets)),
        building_keepers=kept("building"),
        unit_keepers=kept("site"),
        covered=(len(streets) - vacant, len(streets)),
        vacancies=sum(1 for hole in open_holes if hole.sort == "vacant"),
        people=len(holders),
        silent=sum(1 for hole in open_holes if hole.sort == "silent"),
    )
