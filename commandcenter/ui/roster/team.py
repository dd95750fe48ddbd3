"""The posts of the chosen place and who holds them, with the state of the number and the last walk; and who held them before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from commandcenter.domain.clock import local_date
from commandcenter.domain.leadership import KEEPERS
from commandcenter.domain.roster import CHIEFS, ROLES, Appointment, Directory, Holder, Person, Place
from commandcenter.domain.roster_history import RosterHistory
from commandcenter.journal.reading.patrols import PatrolReader
from commandcenter.ui.roster.standing import LOOK_BACK, Standing
from commandcenter.ui.roster.tree import chief_role, target_of

KEPT_KINDS = {"building": "building_keeper", "site": "unit_keeper"}
"""Kind of place → the role that keeps it (domain.md 1-15, 1-16)."""
MOST_WALKERS = 40
"""So many people of a team are asked for their walks."""


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A post of the chosen place, filled or vacant. ``where`` is the place or unit it is for.

    ``age`` is how the number stands, ``away`` why they are away until when (0 = nobody knows), ``stand_in`` who is there
    instead. ``walked`` is the last walk of the last weeks (epoch milliseconds), ``found`` what they found this month.
    """

    role: str
    target: str
    where: str
    person: str = ""
    name: str = ""
    phone: str = ""
    since: int = 0
    appointment: str = ""
    note: str = ""
    age: str = "none"
    away: str = ""
    away_until: int = 0
    stand_in: str = ""
    stand_in_phone: str = ""
    walked: int | None = None
    found: int | None = None

    @property
    def key(self) -> str:
        """The post; a vacant one by role and target."""
        return self.appointment or f"{self.role}@{self.target}"

    @property
    def vacant(self) -> bool:
        """Nobody holds it."""
        return not self.person


def team(standing: Standing, place: Place) -> list[TeamRow]:
    """Every post that belongs to a place, leaders first; holes stand where somebody should."""
    directory = standing.directory
    if place.kind == "community":
        return _community_team(standing, place)
    street = directory.street_of(place)
    rows: list[TeamRow] = []
    if street is not None:
        rows += _posts(standing, target_of(street.id), street.name, CHIEFS) or [
            TeamRow(chief_role(street), target_of(street.id), street.name)
        ]
        rows += _posts(standing, target_of(street.id), street.name, ("deputy",)) or _left_deputy(standing, street)
        rows += _posts(standing, target_of(street.id), street.name, ("steward", "grid_worker"))
    kept = (
        [place]
        if place.kind in KEPT_KINDS
        else [below for below in directory.below(place.id) if below.kind in KEPT_KINDS]
    )
    for role in KEEPERS:
        for below in sorted(kept, key=lambda one: one.id):
            if KEPT_KINDS[below.kind] == role:
                rows += _posts(standing, target_of(below.id), below.name, KEEPERS) or [
                    TeamRow(role, target_of(below.id), below.name)
                ]
    for grid in street.grids if street is not None else ():
        rows += _posts(standing, target_of(grid), grid, ("grid_worker",))
    community = directory.answers_for(place).community
    if community is not None:
        rows += _posts(standing, f"unit/{community.id}", community.name, ("secretary",))
    return rows


def _community_team(standing: Standing, place: Place) -> list[TeamRow]:
    unit = f"unit/{place.id}"
    rows = _posts(standing, unit, place.name, ("secretary",)) or [TeamRow("secretary", unit, place.name)]
    rows += _posts(standing, unit, place.name, ("member", "grid_worker"))
    for street in standing.directory.streets():
        if street.community == place.id:
            target = target_of(street.id)
            rows += _posts(standing, target, street.name, CHIEFS) or [TeamRow(chief_role(street), target, street.name)]
    for grid in place.grids:
        rows += _posts(standing, target_of(grid), grid, ("grid_worker",)) or [
            TeamRow("grid_worker", target_of(grid), grid)
        ]
    return rows


def _posts(standing: Standing, target: str, where: str, roles: Sequence[str]) -> list[TeamRow]:
    return [_row(standing, holder, where) for holder in standing.directory.holders(target, *roles)]


def _left_deputy(standing: Standing, street: Place) -> list[TeamRow]:
    """A street that had a deputy and has none now has a hole: whoever was it leads the street, or has left."""
    history = standing.directory.history
    told = (
        (post.target == target_of(street.id) and post.role == "deputy" for post in history.tenures) if history else ()
    )
    return [TeamRow("deputy", target_of(street.id), street.name)] if any(told) else []


def _row(standing: Standing, holder: Holder, where: str) -> TeamRow:
    away, instead = holder.away, holder.stand_in
    return TeamRow(
        holder.role,
        holder.target,
        where,
        holder.person.id,
        holder.person.name,
        holder.person.phone,
        holder.since,
        holder.appointment,
        holder.note,
        age=standing.age(holder.person),
        away=away.reason if away is not None else "",
        away_until=(away.until or 0) if away is not None else 0,
        stand_in=instead.name if instead is not None else "",
        stand_in_phone=instead.phone if instead is not None else "",
    )


def posts_of(standing: Standing, person: Person, name_of: Mapping[str, str]) -> list[TeamRow]:
    """The posts of one person. ``name_of`` gives the names of targets."""
    return [
        _row(standing, holder, name_of.get(post.target, post.target))
        for post in standing.directory.posts_of(person.id)
        for holder in standing.directory.holders(post.target, post.role)
        if holder.appointment == post.id and holder.person.id == person.id
    ]


def with_walks(rows: Sequence[TeamRow], patrols: PatrolReader, now: int) -> list[TeamRow]:
    """The rows with the last walk of each person and what they found this month; the first ``MOST_WALKERS`` people."""
    today = local_date(now)
    first = min(today.replace(day=1), today - timedelta(days=LOOK_BACK))
    month = today.year * 100 + today.month
    told: dict[str, tuple[int | None, int | None]] = {}
    for person in list(dict.fromkeys(row.person for row in rows if row.person))[:MOST_WALKERS]:
        walks = patrols.of_person(person, first, today)
        if walks:
            begun = [walk.begun_at for walk in walks if walk.begun_at is not None]
            found = sum(walk.findings for walk in walks if walk.day // 100 == month)
            told[person] = (max(begun, default=None), found)
    return [
        replace(row, walked=told[row.person][0], found=told[row.person][1]) if row.person in told else row
        for row in rows
    ]


# --- who held it before -------------------------------------------------------------------------------------------


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
    person: str = ""

    @property
    def key(self) -> str:
        """The post and the time it was held: one may be held twice."""
        return f"{self.appointment}|{self.since}"


def past(history: RosterHistory, targets: Iterable[str], name_of: Mapping[str, str], now: int) -> list[PastRow]:
    """The posts at ``targets``, ended ones included: post by post, who holds it first, then the newest end first."""
    rows = [_past(history, post, name_of, now) for target in set(targets) for post in history.terms_at(target)]
    return sorted(rows, key=_past_order)


def service(history: RosterHistory, person: str, name_of: Mapping[str, str], now: int) -> list[PastRow]:
    """Every post a person holds or held, those of today first."""
    return [_past(history, post, name_of, now) for post in history.service_of(person)]


def _past(history: RosterHistory, post: Appointment, name_of: Mapping[str, str], now: int) -> PastRow:
    person = history.people.get(post.person)
    return PastRow(
        post.id,
        post.role,
        person.name if person else "",
        name_of.get(post.target, post.target),
        post.since,
        post.until if post.until is not None and post.until <= now else None,
        person=post.person,
    )


def _past_order(row: PastRow) -> tuple[object, ...]:
    rank = ROLES.index(row.role) if row.role in ROLES else len(ROLES)
    return rank, row.where, row.until is not None, -(row.until or 0), -row.since, row.name


def names_of(directory: Directory, units: Mapping[str, str], others: Mapping[str, str]) -> dict[str, str]:
    """Subject → name, of places, units and whatever else (``others``) holds posts."""
    found = {target_of(place.id): place.name for place in directory.places.values()}
    found |= {f"unit/{key}": name for key, name in units.items()}
    return found | dict(others)
