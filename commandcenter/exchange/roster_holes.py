"""Where nobody would answer any more once differences are taken over: told before anything is written, and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.domain.coverage import WANTED, target_of, wanted_at
from commandcenter.domain.roster import Directory
from commandcenter.exchange.roster_difference import Difference, held_as


@dataclass(frozen=True, slots=True)
class Hole:
    """A post that stands empty: the name of its place, the role as a file tells it, who leaves it (empty: a new place)."""

    where: str
    role: str
    before: str = ""


def left_empty(directory: Directory, taken: Sequence[Difference]) -> list[Hole]:
    """The posts a place needs (``coverage.WANTED``) that taking over would leave or bring without a holder.

    ``directory`` is the roster of the day from which the file holds. What is vacant there already is not told again, nor
    what is taken out of use with its posts.
    """
    ended = {str(one.act["appointment"]) for one in taken if one.act["do"] == "end"}
    ended |= {str(one.act["replaced"]) for one in taken if one.act["do"] == "appoint" and one.act.get("replaced")}
    closed = {str(one.act["place"]) for one in taken if one.act["do"] == "close"}
    given = {(one.target, held_as(str(one.act["role"]))) for one in taken if one.act["do"] == "appoint"}
    found = []
    for place in directory.places.values():
        if not place.active or place.kind not in WANTED or place.id in closed:
            continue
        holders = wanted_at(directory, place)
        roles = {held_as(role) for role in WANTED[place.kind]}
        if not holders or any(holder.appointment not in ended for holder in holders):
            continue
        if not any((target_of(place), role) in given for role in roles):
            names = "、".join(holder.person.name for holder in holders)
            found.append(Hole(place.name, held_as(holders[0].role), names))
    for one in taken:
        kind = str(one.act["fields"]["kind"]) if one.act["do"] == "new_place" else ""
        roles = {held_as(role) for role in WANTED.get(kind, ())}
        if roles and not any((one.target, role) in given for role in roles):
            found.append(Hole(one.where, min(roles)))
    return found
