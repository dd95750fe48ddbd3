"""The tree at the left: streets with their alleys, or the communities; each filter keeps what lacks something."""

from __future__ import annotations

from dataclasses import dataclass, replace

from commandcenter.domain.roster import CHIEFS, Directory, Holder, Place
from commandcenter.ui.roster.standing import Standing

FILTERS = ("all", "vacant", "overdue", "stale", "away", "community")


def chief_role(place: Place) -> str:
    """The role that leads a street or an alley."""
    return "street_chief" if place.kind == "street" else "alley_chief"


def target_of(place: str) -> str:
    """The subject posts at a place point to."""
    return f"place/{place}"


@dataclass(frozen=True, slots=True)
class TreeRow:
    """A street, an alley or a community in the tree.

    ``ended_at`` is when the last chief went, None when nobody ever was one. ``age`` is how the chief's number stands,
    ``open_numbers`` how many of the team have one that is not proved. ``unwalked`` are days, None when nobody ever walked it.
    """

    place: str
    level: int
    name: str
    chief: str
    post: str
    phone: str
    vacant: bool
    ended_at: int | None
    alleys: int = 0
    open: bool = False
    age: str = "fresh"
    open_numbers: int = 0
    away: str = ""
    stand_in: str = ""
    unwalked: int | None = None
    late: bool = False
    sent_until: int | None = None


def tree(standing: Standing, closed: frozenset[str] = frozenset(), only: str = "all") -> list[TreeRow]:
    """Streets in order, each with its alleys below unless it is in ``closed``; alleys of no street stand at the end.

    ``only`` is one of ``FILTERS``: with a filter every street opens; ``community`` lists the communities instead, each with
    its secretary.
    """
    directory = standing.directory
    if only == "community":
        return [_community_row(standing, place) for place in communities_of(directory)]
    streets = [place for place in directory.streets() if place.kind == "street"]
    alleys = [place for place in directory.streets() if place.kind == "alley"]
    known = {street.id for street in streets}
    rows: list[TreeRow] = []
    for street in streets:
        below = [alley for alley in alleys if alley.street == street.id]
        kept = [alley for alley in below if wanted(standing, alley, only)]
        if not kept and not wanted(standing, street, only):
            continue
        is_open = only != "all" or street.id not in closed
        rows.append(_tree_row(standing, street, 0, len(below), is_open))
        if is_open:
            rows += [_tree_row(standing, alley, 1, 0, False) for alley in kept]
    rows += [
        _tree_row(standing, alley, 1, 0, False)
        for alley in alleys
        if alley.street not in known and wanted(standing, alley, only)
    ]
    return rows


def wanted(standing: Standing, place: Place, only: str) -> bool:
    """Whether a street belongs to a filter: without a chief, not walked in time, with numbers to prove, with somebody away."""
    if only == "vacant":
        return not standing.directory.holders(target_of(place.id), *CHIEFS)
    if only == "overdue":
        return place.id in standing.late
    if only == "stale":
        return any(not standing.proved(holder.person) for holder in standing.team_at(place))
    if only == "away":
        return any(holder.away is not None for holder in standing.team_at(place))
    return True


def counts(standing: Standing) -> tuple[int, ...]:
    """How many rows each of ``FILTERS`` keeps; streets count one by one."""
    streets = standing.directory.streets()
    kept = [sum(wanted(standing, place, only) for place in streets) for only in FILTERS[:-1]]
    return (*kept, len(communities_of(standing.directory)))


def _tree_row(standing: Standing, place: Place, level: int, alleys: int, is_open: bool) -> TreeRow:
    chiefs = standing.directory.holders(target_of(place.id), *CHIEFS)
    row = _row(standing, place, level, chiefs)
    return replace(
        row,
        alleys=alleys,
        open=is_open,
        open_numbers=sum(not standing.proved(holder.person) for holder in standing.team_at(place)),
        unwalked=standing.unwalked(place.id),
        late=place.id in standing.late,
        sent_until=standing.sent[place.id].window_end if place.id in standing.sent else None,
    )


def _row(standing: Standing, place: Place, level: int, holders: tuple[Holder, ...]) -> TreeRow:
    """A row with whoever leads; empty words where nobody does."""
    vacancy = standing.vacant.get(place.id)
    holder = holders[0] if holders else None
    person = holder.person if holder is not None else None
    away = holder.away if holder is not None else None
    instead = holder.stand_in if holder is not None else None
    return TreeRow(
        place=place.id,
        level=level,
        name=place.name,
        chief=person.name if person is not None else "",
        post=person.post if person is not None else "",
        phone=person.phone if person is not None else "",
        vacant=person is None,
        ended_at=vacancy.since if vacancy is not None else None,
        age=standing.age(person) if person is not None else "none",
        away=away.reason if away is not None else "",
        stand_in=instead.name if instead is not None else "",
    )


def communities_of(directory: Directory) -> list[Place]:
    """The communities in use, by code."""
    kept = (place for place in directory.places.values() if place.kind == "community" and place.active)
    return sorted(kept, key=lambda place: (len(place.id), place.id))


def _community_row(standing: Standing, place: Place) -> TreeRow:
    return _row(standing, place, 1, standing.directory.holders(f"unit/{place.id}", "secretary"))
