"""Where something is said to be, and everything that counts there: grid, who answers, the nearest assembly point.

One answer for whoever asks - the sheet of a new case, the whistle console, the map (domain.md 1.1, 4.2-4.8). With the names
and shapes of the map a number of a street is a spot, and the spot tells grid and assembly point; with the roster alone they are
told as far as the roster knows them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commandcenter.domain.address import plain

if TYPE_CHECKING:
    from commandcenter.domain.address import AddressBook, Located
    from commandcenter.domain.geo import Point
    from commandcenter.domain.map import Found, OfficeMap
    from commandcenter.domain.roster import Answering, Directory, Place

EXACT = ("own", "number", "crossing", "end")
"""How a spot was found (``Located.precise``) where it is the thing itself and not the middle of something larger."""
_BESIDE = re.compile(
    r"(?:斜?对面|斜?对过|旁边|旁|隔壁|附近|背后|后面|前面|门前)"
    r"(?:的?[一-鿿]{0,6}?(?:幼儿园|学校|小学|中学|饭店|宾馆|酒店|超市|商店|市场|医院|诊所|银行|药店|工地|厕所|车站|站|广场|公园"
    r"|电影院|剧院|网吧|仓库|配电房|变电箱|加油站|垃圾站|停车场|车库|桥|亭子|门市|小店))?"
)
"""Words behind an address that only narrow it: beside what it is. What they name is seldom on the map, so they stay words."""
_NEAR = 12
"""So far behind the name such words begin."""
SHORT = 40
"""So many characters of what a caller says stand in one line (of the console, of a case); the record of the call has all of it."""
_WIDE = ("street", "alley", "community", "grid")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """``place`` is the place of the roster: the thing itself, its street, else the street, grid or community it lies in.

    ``point`` is None where it is on no map; ``exact`` tells whether the point is the thing itself. ``grid`` is empty where it is
    not known which one. ``assembly`` is the nearest assembly point of all, with its distance in metres. ``words`` name it shortly,
    with what was said to lie beside it.
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
    words = _words(found, place) + _beside_words(found, text)
    return _at(place, found.point, found.precise in EXACT, book, directory, words)


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


def _beside_words(found: Located, text: str) -> str:
    """What was said behind the address to tell it more closely, in the words it was said in; empty where nothing was."""
    told = plain(text)
    at = told.find(found.said)
    rest = told[at + len(found.said) :].partition(",")[0] if at >= 0 else ""
    said = _BESIDE.search(rest[: _NEAR + 16])
    return said[0] if said is not None and said.start() <= _NEAR else ""


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


def in_short(said: str, place: str) -> str:
    """What somebody told, as one line: without the place it begins with, which stands beside it, whole clauses where it is long."""
    line = "，".join(part.strip() for part in said.splitlines() if part.strip())
    line = line[_begun(line, place) :].lstrip("，,。.、:： ") or line
    if len(line) <= SHORT:
        return line.rstrip("。.")
    ends = [at for at, sign in enumerate(line[:SHORT]) if sign in "，,。；;！!？?" and at >= SHORT // 2]
    return line[: ends[-1]] if ends else line[: SHORT - 1] + "…"


def _begun(line: str, place: str) -> int:
    """How many signs of a line are the place it begins with, however its number is written (三号院, 3号院)."""
    wanted = plain(place)
    if not wanted:
        return 0
    return next((end for end in range(1, len(place) + _NEAR) if plain(line[:end]) == wanted), 0)
