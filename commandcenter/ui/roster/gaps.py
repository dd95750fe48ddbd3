"""What the roster lacks and what is late, each with what to do about it; coverage by community; the figures above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.domain.coverage import WANTED, coverage
from commandcenter.domain.leadership import KEEPERS
from commandcenter.domain.record import Record
from commandcenter.domain.roster import CHIEFS, Appointment, Directory, Holder, Place
from commandcenter.ui.roster.standing import Standing
from commandcenter.ui.roster.team import KEPT_KINDS
from commandcenter.ui.roster.tree import chief_role, communities_of, target_of

SORTS = ("vacant", "uncovered", "overdue", "sent", "silent")
"""A post nobody holds; one whose holder is away and nobody stands in; a street nobody walked in time; one that somebody was
sent to walk since; a person without number.
"""


@dataclass(frozen=True, slots=True)
class HoleRow:
    """Something the roster lacks. ``person`` is who is meant or who is to be called, ``days`` since when a street was not walked.

    ``turn`` is the patrol somebody was sent on, ``until`` the end of its window.
    """

    sort: str
    place: str
    role: str
    target: str
    name: str
    person: str = ""
    who: str = ""
    phone: str = ""
    ended_at: int | None = None
    advice: str = ""
    below: str = ""
    days: int | None = None
    turn: str = ""
    until: int | None = None

    @property
    def key(self) -> str:
        """What is missing where."""
        return f"{self.sort}|{self.target}|{self.role}|{self.person}"


def holes(standing: Standing) -> list[HoleRow]:
    """Vacant posts, the leading ones first and the longest vacant before the others; posts nobody stands in for; streets
    that were not walked, the longest first; those somebody is on the way to; people without a number.

    The advice for a vacant post is who answers meanwhile.
    """
    return [
        *_vacant(standing),
        *_uncovered(standing),
        *_overdue(standing),
        *_sent(standing),
        *_silent(standing.directory),
    ]


def _vacant(standing: Standing) -> list[HoleRow]:
    directory = standing.directory
    rows = []
    order = ("street", "alley", "community", "building", "site", "grid")
    for one in sorted(standing.vacancies, key=lambda one: order.index(one.place.kind)):
        place = one.place
        role = chief_role(place) if place.kind in ("street", "alley") else one.roles[0]
        upper = directory.places.get(place.street) or directory.places.get(place.community)
        acting = directory.people.get(one.acting)
        target = f"unit/{place.id}" if place.kind == "community" else target_of(place.id)
        rows.append(
            HoleRow(
                "vacant",
                place.id,
                role,
                target,
                place.name,
                ended_at=one.since,
                advice=acting.name if acting else "",
                below=upper.name if upper else "",
            )
        )
    return rows


def _uncovered(standing: Standing) -> list[HoleRow]:
    directory = standing.directory
    rows = []
    for kind, roles in WANTED.items():
        for place in directory.of_kind(kind):
            target = f"unit/{place.id}" if kind == "community" else target_of(place.id)
            for holder in directory.holders(target, *roles):
                if holder.away is not None and holder.stand_in is None:
                    rows.append(_of_holder("uncovered", place, holder))
    return rows


def _of_holder(sort: str, place: Place, holder: Holder, below: str = "", days: int | None = None) -> HoleRow:
    person = holder.reached or holder.person
    return HoleRow(
        sort,
        place.id,
        holder.role,
        holder.target,
        place.name,
        person=person.id,
        who=person.name,
        phone=person.phone,
        below=below,
        days=days,
    )


def _overdue(standing: Standing) -> list[HoleRow]:
    directory = standing.directory
    rows = []
    for key in standing.late:
        place = directory.places.get(key)
        if place is None or not place.active:
            continue
        upper = directory.places.get(place.street) or directory.places.get(place.community)
        below = upper.name if upper else ""
        days = standing.unwalked(key)
        holders = directory.holders(target_of(key), *CHIEFS, "deputy", "steward")
        holder = next((one for one in holders if one.reached is not None), None)
        if holder is not None:
            rows.append(_of_holder("overdue", place, holder, below, days))
        else:
            rows.append(HoleRow("overdue", key, "", target_of(key), place.name, below=below, days=days))
    return sorted(rows, key=lambda row: (row.days is not None, -(row.days or 0), row.name))


def _sent(standing: Standing) -> list[HoleRow]:
    directory = standing.directory
    rows = []
    for key in standing.relieved:
        place, turn = directory.places.get(key), standing.sent[key]
        if place is None or not place.active:
            continue
        upper = directory.places.get(place.street) or directory.places.get(place.community)
        person = directory.people.get(turn.person)
        rows.append(
            HoleRow(
                *("sent", key, turn.role, target_of(key), place.name, turn.person),
                who=person.name if person else turn.person,
                phone=person.phone if person else "",
                below=upper.name if upper else "",
                turn=turn.id,
                until=turn.window_end,
            )
        )
    return sorted(rows, key=lambda row: (row.until or 0, row.name))


def _silent(directory: Directory) -> list[HoleRow]:
    rows = []
    told: set[str] = set()
    for post in directory.appointments:
        person = directory.people.get(post.person)
        if person is None or person.phone or person.id in told:
            continue
        told.add(person.id)
        at = _place_of(directory, post)
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


def _place_of(directory: Directory, post: Appointment) -> Place | None:
    family, _, key = post.target.partition("/")
    return directory.places.get(key) if family in ("place", "unit") else None


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
    walked: tuple[int, int]
    late: int
    proved: tuple[int, int]
    chiefs_away: tuple[int, int] = (0, 0)


def totals(standing: Standing) -> Totals:
    """Count the roster."""
    directory = standing.directory
    told = coverage(directory)
    streets = directory.streets()
    helped = sum(1 for place in streets if directory.holders(target_of(place.id), "steward"))
    stewards = {post.person for post in directory.appointments if post.role == "steward"}
    holders = {post.person for post in directory.appointments}
    people = [person for key in holders if (person := directory.people.get(key)) is not None and person.active]
    street, alley = told["street"], told["alley"]
    return Totals(
        street_chiefs=(street.held, street.total),
        alley_chiefs=(alley.held, alley.total),
        stewards=len(stewards),
        streets_with_stewards=(helped, len(streets)),
        building_keepers=(told["building"].held, told["building"].total),
        unit_keepers=(told["site"].held, told["site"].total),
        covered=(street.held + alley.held, street.total + alley.total),
        walked=(standing.week.done, standing.week.planned),
        late=len(standing.late),
        proved=(sum(1 for person in people if standing.proved(person)), len(people)),
        chiefs_away=(_away(standing, "street"), _away(standing, "alley")),
    )


def _away(standing: Standing, kind: str) -> int:
    """How many streets or alleys have a chief who is away."""
    directory = standing.directory
    places = (place for place in directory.streets() if place.kind == kind)
    return sum(any(one.away for one in directory.holders(target_of(place.id), *CHIEFS)) for place in places)


def to_remind(rows: Sequence[HoleRow]) -> list[HoleRow]:
    """The streets nobody walked in time where somebody can be called about it."""
    return [row for row in rows if row.sort == "overdue" and row.person]
