"""The line of leadership: stewards and the two keepers answer to the alley chief, he to the street chief (domain.md 1-17).

Above the street chief stand the leaders of the office. A post without a chief above it goes on to the next: a task that
nobody there can take bounces up.
"""

from __future__ import annotations

from commandcenter.domain.office import OFFICE
from commandcenter.domain.roster import CHIEFS, Directory, Holder, Place

KEEPERS = ("building_keeper", "unit_keeper")
LED = ("deputy", "steward", *KEEPERS)
"""Who answers to the chief of the street or alley."""


def line_above(directory: Directory, target: str, role: str) -> tuple[Holder, ...]:
    """Whom a post answers to, the nearest first: chiefs up the streets, the community's secretary, the office's first leader."""
    found: list[Holder] = []
    family, _, key = target.partition("/")
    place = directory.places.get(key) if family == "place" else None
    if place is not None:
        street = directory.street_of(place)
        if street is not None and street.id == place.id and role in CHIEFS:
            street = directory.places.get(street.street)
        seen: set[str] = set()
        while street is not None and street.id not in seen:
            seen.add(street.id)
            found += directory.holders(f"place/{street.id}", *CHIEFS)
            street = directory.places.get(street.street)
        if role not in CHIEFS:
            community = place.community or next((one.community for one in _streets(directory, place)), "")
            found += directory.holders(f"unit/{community}", "secretary")
    elif family == "unit" and role != "secretary":
        found += directory.holders(target, "secretary" if key in directory.places else "head")
    found += directory.holders(OFFICE, "leader")[:1]
    kept: dict[str, Holder] = {}
    for holder in found:
        if holder.target != target or holder.role != role:
            kept.setdefault(holder.person.id, holder)
    return tuple(kept.values())


def _streets(directory: Directory, place: Place) -> list[Place]:
    street = directory.street_of(place)
    return [street] if street is not None else []


def line_below(directory: Directory, street: str) -> tuple[Holder, ...]:
    """Who answers to the chief of a street or alley: the chiefs of alleys that open on it, deputies, stewards, keepers."""
    below = directory.below(street)
    found = [
        holder
        for place in below
        if place.kind in ("street", "alley")
        for holder in directory.holders(f"place/{place.id}", *CHIEFS)
    ]
    found += directory.holders(f"place/{street}", *LED)
    found += [
        holder
        for place in below
        if place.kind not in ("street", "alley")
        for holder in directory.holders(f"place/{place.id}", *KEEPERS)
    ]
    return tuple(found)
