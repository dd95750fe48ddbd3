"""Taking in: what is found about a matter while it is typed - where it is, who answers, who leads, what may be the same."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from commandcenter.desk.lessons import suggest
from commandcenter.desk.read import Read
from commandcenter.domain.case_likeness import Alike, Coming, Standing, Weights, alike, weights_of
from commandcenter.domain.clock import DAY
from commandcenter.domain.roster import Directory, Place
from commandcenter.domain.whereabouts import NOWHERE, Whereabouts
from commandcenter.domain.who_acts import Reason
from commandcenter.domain.who_learned import Evidence
from commandcenter.resource import resource

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.desk.reference import Reference


@dataclass(frozen=True, slots=True)
class Lead:
    """The unit proposed to lead and the one reason that weighs most: a rule of the lists, or what closed cases say.

    An empty unit: nothing to propose.
    """

    unit: str = ""
    reason: Reason | None = None
    evidence: Evidence | None = None


@cache
def weights() -> Weights:
    """What makes two cases alike: the program's own data."""
    return weights_of(tomllib.loads(resource("reference/intake.toml").read_text("utf-8"))["likeness"])


def where_is(reference: Reference, words: str) -> Whereabouts:
    """Where words tell: the number of a place alone, or a name or address somewhere in them. Nowhere when nothing is named."""
    told = words.strip()
    if not told:
        return NOWHERE
    by_number = reference.directory.places.get(told.upper())
    if by_number is not None and by_number.active:
        return reference.whereabouts_of(by_number)
    return reference.whereabouts(told)


def places_for(reference: Reference, words: str, most: int = 6) -> Sequence[Place]:
    """The places that what was typed may mean: by number, by part of a name, by initials."""
    told = words.strip()
    if not told:
        return ()
    named = where_is(reference, told).place
    others = [place for place in reference.directory.suggested(told, most) if named is None or place.id != named.id]
    return tuple([*([named] if named is not None else []), *others][:most])


def surely(place: Place, words: str) -> bool:
    """Whether words mean a place: its number, a part of its name, or the beginning of its initials. Else it is a guess."""
    told = "".join(words.split()).lower()
    begins = any(spelt.startswith(told) for spelt in place.initials.split())
    return begins or told == place.id.lower() or told in place.name.lower() or place.name.lower() in told


def every_place(directory: Directory) -> Sequence[Place]:
    """All places that are in force, streets before houses, in the order of their names. Bounded by the roster."""
    order = {kind: rank for rank, kind in enumerate(("street", "alley", "community", "building"))}
    active = [place for place in directory.places.values() if place.active]
    return sorted(active, key=lambda place: (order.get(place.kind, len(order)), place.name))


def lead_for(desk: Desk, *, category: str, title: str, text: str, place: str, community: str) -> Lead:
    """Who is proposed to lead: whom the responsibility list and the kinds of matters name, else who led closed cases like
    it, else who leads most of the kind. The one seam between registering and whatever proposes.
    """
    advice = suggest(desk, category=category, title=title, text=text, place=place, community=community)
    units = desk.reference.units
    for one in advice.proposal.leads:
        if one.unit in units and units[one.unit].kind != "community":
            return Lead(one.unit, reason=one.reasons[0] if one.reasons else None)
    for learned in advice.learned:
        if units[learned.unit].kind != "community":
            return Lead(learned.unit, evidence=learned.evidence[0] if learned.evidence else None)
    usual = desk.read.cases.usual_lead(category)
    return Lead(usual) if usual in units else Lead()


def kind_said(reference: Reference, *words: str) -> str:
    """The kind (key) of a matter by what was said of it; empty where nothing tells, or it could be two.

    A kind whose last level stands there in so many words, the longest of several; else the only kind with a term of the
    responsibility list in its last level (``井盖``: 窨井盖). What is said first counts before what follows it.
    """
    last = {key: path[-1] for key, path in reference.categories.items() if path and len(path[-1]) > 1}
    for said in words:
        named = [key for key, name in last.items() if name in said]
        longest = max((len(last[key]) for key in named), default=0)
        found = [key for key in named if len(last[key]) == longest]
        if not named:
            terms = {term for item in reference.responsibility for term in item.words if len(term) > 1 and term in said}
            found = [key for key, name in last.items() if any(term in name for term in terms)]
        if len(found) == 1:
            return found[0]
    return ""


def known_alike(read: Read, coming: Coming) -> list[Standing]:
    """Standing cases of the same source number, phone and place: three questions by index, for the window's own thread."""
    found = read.intake.by_source_number(coming.source_number)
    found += read.intake.by_phone(coming.phone)
    return found + read.intake.at_place(coming.place, coming.phone)


def worded_alike(read: Read, coming: Coming) -> list[Standing]:
    """Standing cases of like words of the last days, for a worker."""
    since = coming.received_at - weights().days * DAY
    return read.intake.by_words(coming.title, since, coming.phone)


def scored(coming: Coming, standing: Sequence[Standing]) -> list[Alike]:
    """The likest of them, with their reasons."""
    return alike(coming, standing, weights())


def at_place_lately(standing: Sequence[Standing], coming: Coming) -> int:
    """How many of the cases found lie at the same place and came in within the days that are looked at."""
    since = coming.received_at - weights().days * DAY
    return len({case.id for case in standing if case.place == coming.place != "" and case.received_at >= since})
