"""Where somebody answers and where nobody does: coverage of streets, grids, buildings; vacancies and how long they last.

Which post each kind of place needs: a chief for every street and alley (domain.md 1-07), a worker for every grid, a keeper
for every building (1-15) and resident unit (1-16), a secretary for every community (1-05).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.domain.roster import CHIEFS, Directory, Holder, Place

WANTED: Mapping[str, tuple[str, ...]] = {
    "community": ("secretary",),
    "street": CHIEFS,
    "alley": CHIEFS,
    "grid": ("grid_worker",),
    "building": ("building_keeper",),
    "site": ("unit_keeper",),
}
"""Kind of place → the roles of which one must be held."""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A place without somebody in a post it needs. ``since``: when the last holder left (None = there never was one)."""

    place: Place
    roles: tuple[str, ...]
    since: int | None
    last: str = ""
    acting: str = ""

    def age(self, now: int) -> int | None:
        """How long it has lasted, in milliseconds."""
        return None if self.since is None else max(0, now - self.since)


@dataclass(frozen=True, slots=True)
class Covered:
    """One kind of place: how many there are, how many have a holder, those without, those whose holder is away uncovered."""

    kind: str
    total: int
    held: int
    vacant: tuple[Place, ...]
    unmanned: tuple[Place, ...]
    silent: tuple[Place, ...]

    @property
    def share(self) -> float | None:
        """Held of all, 0 to 1; None when there is no such place."""
        return self.held / self.total if self.total else None


def target_of(place: Place) -> str:
    """The subject at which the post a place needs is held: a community's posts are those of its unit."""
    return f"unit/{place.id}" if place.kind == "community" else f"place/{place.id}"


def wanted_at(directory: Directory, place: Place) -> tuple[Holder, ...]:
    """The holders of the post a place needs."""
    return directory.holders(target_of(place), *WANTED[place.kind])


def coverage(directory: Directory) -> dict[str, Covered]:
    """Kind of place → how it is covered on the day of the directory.

    ``unmanned``: everybody who holds the post is away and nobody stands in. ``silent``: none of those to be reached has a
    number.
    """
    found = {}
    for kind in WANTED:
        places = directory.of_kind(kind)
        held = {place.id: wanted_at(directory, place) for place in places}
        reached = {key: [one.reached for one in holders if one.reached is not None] for key, holders in held.items()}
        found[kind] = Covered(
            kind=kind,
            total=len(places),
            held=sum(1 for holders in held.values() if holders),
            vacant=tuple(place for place in places if not held[place.id]),
            unmanned=tuple(place for place in places if held[place.id] and not reached[place.id]),
            silent=tuple(
                place for place in places if reached[place.id] and not any(person.phone for person in reached[place.id])
            ),
        )
    return found


def vacancies(directory: Directory, now: int) -> list[Vacancy]:
    """The places without somebody in the post they need, the longest vacant first, never filled ones at the end.

    ``now`` (epoch milliseconds) is the day of the directory: a post that ended afterwards does not tell how long it stands
    empty. ``last`` is the person who held it last, ``acting`` who answers meanwhile.
    """
    ended: dict[tuple[str, str], tuple[int, str]] = {}
    for post in directory.history.tenures if directory.history is not None else ():
        if post.until is not None and post.until <= now:
            key = (post.target, post.role)
            ended[key] = max(ended.get(key, (post.until, post.person)), (post.until, post.person))
    found = []
    for kind, roles in WANTED.items():
        for place in directory.of_kind(kind):
            if wanted_at(directory, place):
                continue
            before = [ended[key] for role in roles if (key := (target_of(place), role)) in ended]
            since, last = max(before) if before else (None, "")
            acting = directory.acting_for(place) if kind in ("street", "alley") else None
            found.append(Vacancy(place, roles, since, last, acting.person.id if acting else ""))
    return sorted(
        found, key=lambda one: (one.since is None, one.since or 0, list(WANTED).index(one.place.kind), one.place.id)
    )
