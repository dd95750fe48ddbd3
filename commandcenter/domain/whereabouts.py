"""Where something is said to be, and everything that counts there: grid, who answers, the nearest assembly point.

One answer for whoever asks - the sheet of a new case, the whistle console, the map (domain.md 1.1, 4.2-4.8). With the names
and shapes of the map a number of a street is a spot, and the spot tells grid and assembly point; with the roster alone they are
told as far as the roster knows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commandcenter.domain.address import AddressBook, Located
    from commandcenter.domain.geo import Point
    from commandcenter.domain.map import Found, OfficeMap
    from commandcenter.domain.roster import Answering, Directory, Place

EXACT = ("own", "number", "crossing", "end")
"""How a spot was found (``Located.precise``) where it is the thing itself and not the middle of something larger."""
_WIDE = ("street", "alley", "community", "grid")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """``place`` is the place of the roster: the thing itself, its street, else the street, grid or community it lies in.

    ``point`` is None where it is on no map; ``exact`` tells whether the point is the thing itself. ``grid`` is empty where it is
    not known which one. ``assembly`` is the nearest assembly point of all, with its distance in metres. ``words`` name it shortly.
    """

    place: Place | None = None
    point: Point | None = None
    exact: bool = False
    grid: str = ""
    answering: Answering | None = None
    assembly: Found | None = None
    words: str = ""


NOWHERE = Whereabouts()


def whereabouts(text: str, book: AddressBook, directory: Directory) -> Whereabouts:
    """What a text names. ``directory`` is the roster of this moment; the book may be of one a little older."""
    found = book.find(text)
    if found is None:
        return NOWHERE
    office = book.office
    place = directory.places.get(found.place.id) if found.place is not None else None
    if place is None and found.point is not None and office is not None:
        place = _beside(found.point, office, directory)
    if place is None:
        return NOWHERE
    return _at(place, found.point, found.precise in EXACT, book, directory, _words(found, place))


def whereabouts_of(place: Place, book: AddressBook, directory: Directory) -> Whereabouts:
    """Where a place of the roster is."""
    known = book.office.point_of(place, directory) if book.office is not None else None
    exact = known is not None and known[1] == "own" and place.kind not in _WIDE
    return _at(place, known[0] if known is not None else None, exact, book, directory, place.name)


def _at(
    place: Place, point: Point | None, exact: bool, book: AddressBook, directory: Directory, words: str
) -> Whereabouts:
    office = book.office
    near: Found | None = None
    grid = _told_grid(place, directory)
    if point is not None and office is not None:
        near = next(iter(office.nearest("assembly", point)), None)
        shape = office.grid_at(point) if exact else None
        grid = shape.id if shape is not None else grid
    return Whereabouts(place, point, exact, grid, directory.answers_for(place), near, words)


def _told_grid(place: Place, directory: Directory) -> str:
    """The grid the roster tells; empty where it tells none, or several."""
    if place.kind == "grid":
        return place.id
    street = directory.street_of(place)
    grids = place.grids or (street.grids if street is not None else ())
    return grids[0] if len(grids) == 1 else ""


def _beside(point: Point, office: OfficeMap, directory: Directory) -> Place | None:
    """The place of the roster a spot belongs to: the street beside it, else its grid, else its community."""
    spot = office.spot(point)
    for shape in (spot.street.shape if spot.street is not None else None, spot.grid, spot.community):
        place = directory.places.get(shape.place or shape.id) if shape is not None else None
        if place is not None:
            return place
    return None


def _words(found: Located, place: Place) -> str:
    """A street with the number that was said, a thing that is no place of the roster by its own name, unit and room behind it."""
    name = place.name
    shape = found.shape
    of_it = shape is not None and (found.place is None or shape.street == place.id or place.name in shape.name)
    if shape is not None and shape.name and of_it and place.id not in (shape.id, shape.place):
        name = shape.name
    elif found.number and place.kind in ("street", "alley"):
        name += f"{found.number}号"
    inside = ((found.unit, "单元"), (found.storey, "层"), (found.room, "室"))
    return name + "".join(f"{number}{word}" for number, word in inside if number)
