"""What is known of a chosen spot at once: grid, who answers with number, the nearest assembly point, names that are alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.address import Located, Similar
from commandcenter.domain.geo import Point
from commandcenter.domain.map import Found, OfficeMap, Shape
from commandcenter.domain.roster import Directory, Holder, Place
from commandcenter.ui.map_words import kind_word, metres_words
from commandcenter.ui.parts.factlist import Known
from commandcenter.ui.parts.finder import Match
from commandcenter.ui.roster_words import answers_words
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

PRECISE = ("own", "number", "crossing", "end")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A spot and what is known of it. ``place`` is the place of the roster (None: open ground in no street), ``call`` who is
    called first."""

    point: Point | None
    title: str
    caption: str
    place: Place | None
    facts: tuple[Known, ...] = ()
    call: Holder | None = None
    shape: str = ""
    inside: tuple[str, ...] = field(default=())
    """The ids of places whose cases lie here: the place itself, and of a street its alleys and houses."""


def of_place(place: Place, office: OfficeMap, reference: Reference, point: Point | None = None) -> Chosen:
    """Everything of a place at once. ``point`` is where exactly, if it is known better than by the place."""
    directory = reference.directory
    around = office.around(place, directory)
    spot = point or (around.point if around is not None else None)
    answering = directory.answers_for(place)
    facts: list[Known] = []
    grid = around.grid if around is not None else ""
    if spot is not None and place.kind != "grid":
        shape = office.grid_at(spot)
        grid = shape.id if shape is not None else grid
    facts += _grid_facts(grid or " ".join(place.grids), directory)
    chief = answering.chief
    acting = directory.acting_for(place)
    if chief is not None:
        facts.append(_holder(chief))
    elif place.kind in ("street", "alley", "building", "site"):
        facts.append(Known(translate("MapPlace", "Chief"), translate("MapPlace", "vacant"), "amb"))
    listed = {one.appointment for one in (chief, answering.secretary) if one is not None}
    if acting is not None and acting.holder.appointment not in listed:
        facts.append(Known(translate("MapPlace", "Acting"), f"{acting.person.name} {acting.person.phone}", "amb"))
    facts += [_holder(one) for one in (*answering.keepers[:2], *answering.stewards[:2])]
    if answering.secretary is not None:
        facts.append(_holder(answering.secretary))
    own = answering.assembly
    near = next(iter(office.nearest("assembly", spot)), None) if spot is not None else None
    if own is not None and (near is None or near.shape.id != own.id):
        facts.append(Known(translate("MapPlace", "Assembly of the community"), own.name))
    facts += _near(office, spot)
    facts += _alike(reference.addresses.similar(_street(place, directory)))
    own_post = {"building": answering.keepers, "site": answering.keepers, "grid": _workers(place.id, directory)}
    call = next(iter(own_post.get(place.kind, ())), None)
    return Chosen(
        spot,
        place.name,
        _caption(place, directory, around.precise if around is not None and point is None else "own" if point else ""),
        place,
        tuple(facts),
        chief or call or answering.secretary,
        place.id,
        _inside(place, directory),
    )


def of_spot(point: Point, office: OfficeMap, reference: Reference, shape: Shape | None = None) -> Chosen:
    """Open ground: grid, community, the street it belongs to by nearness and who answers there."""
    directory = reference.directory
    spot = office.spot(point)
    street = directory.places.get(spot.street.shape.place or spot.street.shape.id) if spot.street is not None else None
    named = shape.name or kind_word(shape.kind) if shape is not None else ""
    title = named or (street.name if street is not None else translate("MapPlace", "A spot on the map"))
    if street is not None and (shape is None or shape.kind not in ("grid", "community")):
        told = of_place(street, office, reference, point)
        near = translate("MapPlace", "by {street}, {far}").format(
            street=street.name, far=metres_words(spot.street.metres if spot.street else 0)
        )
        caption = f"{kind_word(shape.kind)} · {near}" if shape is not None else near
        return Chosen(point, title, caption, street, told.facts, told.call, shape.id if shape else "", told.inside)
    facts: list[Known] = []
    own = shape if shape is not None and shape.kind in ("grid", "community") else None
    grid = own if own is not None and own.kind == "grid" else spot.grid
    if grid is not None:
        facts += _grid_facts(grid.id, directory)
    tries = (own, grid, spot.community)
    place = next((directory.places[one.id] for one in tries if one and one.id in directory.places), None)
    call = None
    if place is not None:
        answering = directory.answers_for(place)
        call = next(iter(_workers(place.id, directory)), None) or answering.secretary
        if answering.secretary is not None:
            facts.append(_holder(answering.secretary))
    facts += _near(office, point)
    words = translate("MapPlace", "open ground") if spot.inside else translate("MapPlace", "outside the office")
    caption = kind_word(shape.kind) if shape is not None else words
    inside = _inside(place, directory) if place is not None else ()
    return Chosen(point, title, caption, place, tuple(facts), call, shape.id if shape else "", inside)


def _street(place: Place, directory: Directory) -> Place:
    return directory.street_of(place) or place


def _inside(place: Place, directory: Directory) -> tuple[str, ...]:
    """A place and what lies in it by the roster."""
    found = [place.id]
    if place.kind in ("street", "alley"):
        for below in directory.below(place.id):
            found.append(below.id)
    return tuple(found)


def _caption(place: Place, directory: Directory, precise: str) -> str:
    community = directory.places.get(place.community)
    parts = [kind_word(place.kind)]
    if community is not None and community.id != place.id:
        parts.append(community.name)
    if place.length_m:
        parts.append(metres_words(place.length_m))
    if precise and precise != "own":
        where = {
            "street": translate("MapPlace", "shown at its street"),
            "grid": translate("MapPlace", "shown at its grid"),
            "community": translate("MapPlace", "shown at its community"),
        }
        parts.append(where.get(precise, ""))
    if not precise:
        parts.append(translate("MapPlace", "not drawn yet"))
    return " · ".join(part for part in parts if part)


def _grid_facts(grids: str, directory: Directory) -> list[Known]:
    """Each grid with who answers for it today."""
    found = []
    for grid in grids.split():
        worker = next(iter(_workers(grid, directory)), None)
        told = answers_words(worker) if worker is not None else translate("MapPlace", "vacant")
        known = worker is not None and worker.reached is not None
        found.append(Known(translate("MapPlace", "Grid"), f"{grid} · {told}", "1" if known else "amb"))
    return found


def _workers(grid: str, directory: Directory) -> Sequence[Holder]:
    return directory.holders(f"place/{grid}", "grid_worker")


def _holder(holder: Holder) -> Known:
    reached = holder.reached
    tone = "1" if reached is not None and reached.phone else "amb"
    return Known(word(ROLES, holder.role), answers_words(holder), tone)


def _near(office: OfficeMap, point: Point | None) -> list[Known]:
    """The nearest assembly point, shelter and site for a post."""
    if point is None:
        return []
    found = []
    for kind in ("assembly", "shelter", "post_site"):
        near: Found | None = next(iter(office.nearest(kind, point)), None)
        if near is not None:
            found.append(Known(kind_word(kind), f"{near.shape.name} · {metres_words(near.metres)}"))
    return found


def _alike(similar: Sequence[Similar]) -> list[Known]:
    """Names a tired ear takes for this one, with what tells them apart."""
    return [Known(translate("MapPlace", "Not to be mixed up"), alike_words(one), "amb") for one in similar[:3]]


def alike_words(one: Similar) -> str:
    """A name that is alike: its community, how far, and which part differs."""
    parts = [one.place.name, translate("MapPlace", "“{ours}”, not “{theirs}”").format(ours=one.ours, theirs=one.theirs)]
    parts.append(one.community)
    if one.metres is not None:
        parts.append(metres_words(one.metres))
    return " · ".join(part for part in parts if part)


# --- the search -------------------------------------------------------------------------------------------------------


def found_words(found: Located, reference: Reference) -> str:
    """What was understood: the name, its number, how exact the spot is."""
    name = (
        found.shape.name
        if found.shape is not None and found.shape.name
        else found.place.name
        if found.place
        else found.said
    )
    if found.precise == "number":
        name = f"{name} {found.number}"
    return name


def precise_word(precise: str) -> str:
    """How exactly a spot is known."""
    words = {
        "own": "",
        "number": translate("MapPlace", "between its neighbours"),
        "crossing": translate("MapPlace", "the crossing"),
        "end": translate("MapPlace", "its end"),
        "estate": translate("MapPlace", "the middle of the estate"),
        "street": translate("MapPlace", "the middle of the street"),
        "community": translate("MapPlace", "the middle of the community"),
        "grid": translate("MapPlace", "the middle of the grid"),
        "roster": translate("MapPlace", "not drawn yet"),
    }
    return words.get(precise, "")


def matches(text: str, reference: Reference) -> list[Match]:
    """What a typed address may mean: what was understood first, then names that are alike with the difference, then guesses."""
    words = text.strip()
    if not words:
        return []
    book, directory = reference.addresses, reference.directory
    found = book.find(words)
    told: list[Match] = []
    taken: set[str] = set()
    if found is not None:
        place = found.place
        community = directory.places.get(place.community) if place is not None else None
        more = " · ".join(part for part in (community.name if community else "", precise_word(found.precise)) if part)
        told.append(Match("@found", found_words(found, reference), more))
        taken.add(place.id if place is not None else "")
        for one in found.similar:
            if one.place.id not in taken:
                taken.add(one.place.id)
                told.append(Match(one.place.id, one.place.name, alike_words(one).partition(" · ")[2], sure=False))
    if words.upper() in directory.places and directory.places[words.upper()].kind == "grid":
        told.insert(0, Match(words.upper(), words.upper(), kind_word("grid")))
    for place in (*directory.suggested(words, 6), *(book.guesses(words) if found is None else ())):
        if place.id not in taken:
            taken.add(place.id)
            community = directory.places.get(place.community)
            more = f"{kind_word(place.kind)} · {community.name}" if community is not None else kind_word(place.kind)
            told.append(Match(place.id, place.name, more, sure=found is None and not told))
    return told
