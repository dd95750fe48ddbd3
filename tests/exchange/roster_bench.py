"""A small roster to hold files against, and a look at a file without a journal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from commandcenter.domain.clock import DAY
from commandcenter.domain.record import Record
from commandcenter.domain.roster import Appointment, Directory, Person, Place
from commandcenter.exchange.roster_cells import Mend
from commandcenter.exchange.roster_difference import Difference
from commandcenter.exchange.roster_file import Choice, Looked, look
from commandcenter.exchange.roster_ground import Ground
from tests.conftest import NOW
from tests.exchange.dirty_roster import COMMUNITIES, PEOPLE, POSTS, STREETS

BEGAN = NOW - 400 * DAY
SINCE = NOW - 2 * DAY


def small_directory() -> Directory:
    """The roster that the dirty one is about."""
    places = {key: Place(key, name, "community") for key, name in COMMUNITIES.items()}
    places |= {
        key: Place(key, name, kind, community=community, length_m=length)
        for key, (name, kind, community, length) in STREETS.items()
    }
    people = {key: Person(key, name, phone, post) for key, (name, phone, post) in PEOPLE.items()}
    posts = tuple(
        Appointment(f"a{place:02d}", person, role, target, rank=place, since=BEGAN)
        for place, (person, role, target) in enumerate(POSTS)
    )
    return Directory(places, people, posts)


def nobody_walked(_person: str) -> int | None:
    """Nobody was seen of late."""
    return None


def looked(
    path: Path,
    directory: Directory | None = None,
    units: Mapping[str, Record] | None = None,
    edits: Mapping[tuple[str, int, int], Mend] | None = None,
    columns: Mapping[str, Mapping[str, str]] | None = None,
) -> Looked:
    """A look at a file, held against a roster."""
    ground = Ground(directory or small_directory(), units or {})
    choice = Choice(SINCE, NOW, columns=columns or {}, edits=edits or {})
    return look(path, ground, choice, nobody_walked)


def told(found: Looked) -> list[tuple[str, int, str, str, str, str, str, bool, str]]:
    """The differences as the screen shows them."""
    return [_line(one) for one in found.seen.differences]


def _line(one: Difference) -> tuple[str, int, str, str, str, str, str, bool, str]:
    return (
        *(one.spot.sheet, one.spot.row, one.sort, one.item, one.where),
        *(one.before, one.after, one.ticked, one.doubt),
    )
