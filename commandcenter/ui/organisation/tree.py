"""The tree of the organisation, without a widget: city, district, office, communities and all below, units, branches, groups.

A node is known by a subject (``place/J07``, ``unit/D03``, ``group/G01``); what is no subject of its own begins with ``~``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.absence import Absence
from commandcenter.domain.call_list import CallList
from commandcenter.domain.coverage import WANTED, wanted_at
from commandcenter.domain.office import OFFICE
from commandcenter.domain.organisation import FORMS, Branch, Group, Staff
from commandcenter.domain.record import Record
from commandcenter.domain.roster import Directory, Place, matching
from commandcenter.domain.unit import Unit
from commandcenter.ui import when
from commandcenter.ui.roster_words import FORMS as FORM_WORDS
from commandcenter.ui.roster_words import STAFF, roster_word

translate = QCoreApplication.translate

ICONS: Mapping[str, str] = {
    "community": "house",
    "grid": "grid-3x3",
    "street": "route",
    "alley": "git-branch",
    "building": "building",
    "site": "store",
    "assembly": "flag",
    "shelter": "tent",
    "landmark": "landmark",
    "post_site": "target",
    "store": "package",
}
MOST_HITS = 60
UNIT_KINDS = ("section", "department", "force")


@dataclass(frozen=True, slots=True)
class Node:
    """A row of the tree. ``more`` stands at the right; ``warn`` marks what lacks somebody."""

    key: str
    name: str
    icon: str
    level: int
    more: str = ""
    folds: bool = False
    open: bool = False
    warn: bool = False
    off: bool = False


@dataclass(frozen=True)
class Organisation:
    """Everything the tree shows, as it is on the day of ``directory``. ``now`` is that day (epoch milliseconds)."""

    office: Record = field(default_factory=Record)
    directory: Directory = field(default_factory=Directory)
    units: Mapping[str, Unit] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    branches: Mapping[str, Branch] = field(default_factory=dict)
    staff: Mapping[str, Staff] = field(default_factory=dict)
    absences: Sequence[Absence] = ()
    lists: Sequence[CallList] = ()
    empty: int = 0
    stale: int = 0
    now: int = 0

    @cached_property
    def below(self) -> Below:
        """What lies directly below each place."""
        return Below(self.directory)


def begun() -> frozenset[str]:
    """What stands open when the screen is first seen."""
    return frozenset({"~city", "~district", OFFICE, "~departments"})


def nodes(told: Organisation, opened: frozenset[str]) -> list[Node]:
    """The rows of the tree, those below an open one included."""
    return [*_places(told, opened), *_units(told, opened), *_lists(told, opened)]


# --- places -------------------------------------------------------------------------------------------------------


def _places(told: Organisation, opened: frozenset[str]) -> Iterator[Node]:
    office = told.office
    steps = [
        ("~city", str(office.get("city", "") or "")),
        ("~district", str(office.get("district", "") or "")),
        (OFFICE, str(office.get("name", "") or "")),
    ]
    level = 0
    for key, name in steps:
        if not name:
            continue
        yield Node(key, name, "building-2" if key == OFFICE else "landmark", level, folds=True, open=key in opened)
        if key not in opened:
            return
        level += 1
    below = told.below
    for place in told.directory.of_kind("community"):
        yield from _branch(told, opened, below, place, level, frozenset())
    for place in below.homeless:
        yield from _branch(told, opened, below, place, level, frozenset())


class Below:
    """What lies directly below each place: grids of a community, streets of a grid, alleys and houses of a street.

    What opens on the street of another community hangs below its own grid, or its own community.
    """

    def __init__(self, directory: Directory) -> None:
        self.found: dict[str, list[Place]] = {}
        self.homeless: list[Place] = []
        places = {key: place for key, place in directory.places.items() if place.active}
        for place in sorted(places.values(), key=lambda one: (_rank(one), one.id)):
            if place.kind == "community":
                continue
            above = self._above(place, places)
            (self.found.setdefault(above, []) if above else self.homeless).append(place)

    @staticmethod
    def _above(place: Place, places: Mapping[str, Place]) -> str:
        if place.kind == "grid":
            return place.community if place.community in places else ""
        street = places.get(place.street)
        if street is not None and street is not place and street.community in (place.community, ""):
            return street.id
        grid = next((one for one in place.grids if one in places), "")
        return grid or (place.community if place.community in places else "")


def _rank(place: Place) -> int:
    order = list(ICONS)
    return order.index(place.kind) if place.kind in order else len(order)


def _branch(
    told: Organisation, opened: frozenset[str], below: Below, place: Place, level: int, above: frozenset[str]
) -> Iterator[Node]:
    key = f"place/{place.id}"
    under = below.found.get(place.id, [])
    yield _place_node(told, place, level, folds=bool(under), is_open=key in opened)
    if key in opened and place.id not in above:
        for one in under:
            yield from _branch(told, opened, below, one, level + 1, above | {place.id})


def _place_node(told: Organisation, place: Place, level: int, *, folds: bool, is_open: bool) -> Node:
    more, warn = who_words(told.directory, place)
    return Node(f"place/{place.id}", place.name, ICONS.get(place.kind, "map-pin"), level, more, folds, is_open, warn)


def who_words(directory: Directory, place: Place) -> tuple[str, bool]:
    """Who holds the post a place needs, and whether nobody does."""
    if place.kind not in WANTED:
        return "", False
    held = wanted_at(directory, place)
    if not held:
        return translate("Organisation", "vacant"), True
    first = held[0]
    if first.away is not None:
        if first.stand_in is None:
            return translate("Organisation", "{name} away").format(name=first.person.name), True
        return translate("Organisation", "{name} for {holder}").format(
            name=first.stand_in.name, holder=first.person.name
        ), False
    return first.person.name, False


# --- units, branches, groups, staff ---------------------------------------------------------------------------------


def _head(key: str, name: str, icon: str, count: int, opened: frozenset[str], *, warn: bool = False) -> Node:
    return Node(key, name, icon, 0, str(count), folds=count > 0, open=key in opened, warn=warn and count > 0)


def _units(told: Organisation, opened: frozenset[str]) -> Iterator[Node]:
    names = {
        "section": ("~sections", translate("Organisation", "Offices and enforcement team"), "building-2"),
        "department": ("~departments", translate("Organisation", "Departments and stations"), "shield"),
        "force": ("~forces", translate("Organisation", "Own forces"), "users-round"),
    }
    for kind in UNIT_KINDS:
        kept = sorted((unit for unit in told.units.values() if unit.kind == kind and unit.active), key=_id)
        key, name, icon = names[kind]
        yield _head(key, name, icon, len(kept), opened)
        if key in opened:
            for unit in kept:
                yield Node(f"unit/{unit.id}", unit.name, "users" if kind == "force" else icon, 1, unit.duty_phone)
    sites = told.directory.of_kind("site")
    yield _head("~sites", translate("Organisation", "Resident units"), "store", len(sites), opened)
    if "~sites" in opened:
        yield from (_place_node(told, place, 1, folds=False, is_open=False) for place in sites)
    yield from _branches(told, opened)
    yield from _groups(told, opened)
    serving = sorted((one for one in told.staff.values() if one.serves(told.now)), key=lambda one: (one.kind, one.id))
    yield _head("~staff", translate("Organisation", "Seconded and auxiliary staff"), "user-check", len(serving), opened)
    if "~staff" in opened:
        for one in serving:
            person = told.directory.people.get(one.person)
            yield Node(f"staff/{one.id}", person.name if person else "", "user", 1, roster_word(STAFF, one.kind))


def _branches(told: Organisation, opened: frozenset[str]) -> Iterator[Node]:
    active = {key: one for key, one in told.branches.items() if one.active}
    yield _head("~branches", translate("Organisation", "Party organisations"), "flag", len(active), opened)
    if "~branches" not in opened:
        return
    under: dict[str, list[Branch]] = {}
    for one in sorted(active.values(), key=_id):
        under.setdefault(one.parent if one.parent in active and one.parent != one.id else "", []).append(one)

    def walk(parent: str, level: int, above: frozenset[str]) -> Iterator[Node]:
        for one in under.get(parent, []):
            key, folds = f"branch/{one.id}", one.id in under
            head = told.directory.holders(key, "secretary")
            more = head[0].person.name if head else translate("Organisation", "vacant")
            yield Node(key, one.name, "flag", level, more, folds, key in opened, warn=not head)
            if key in opened and one.id not in above:
                yield from walk(one.id, level + 1, above | {one.id})

    yield from walk("", 1, frozenset())


def _groups(told: Organisation, opened: frozenset[str]) -> Iterator[Node]:
    active = [one for one in told.groups.values() if one.active and (one.until is None or told.now < one.until)]
    yield _head("~groups", translate("Organisation", "Groups of the four report-ins"), "network", len(active), opened)
    if "~groups" in opened:
        order = {form: rank for rank, form in enumerate(FORMS)}
        for one in sorted(active, key=lambda one: (order.get(one.form, len(order)), one.id)):
            yield Node(f"group/{one.id}", one.name, "network", 1, roster_word(FORM_WORDS, one.form))


def _lists(told: Organisation, opened: frozenset[str]) -> Iterator[Node]:
    """What has to be done about the roster: call lists, holes, who is away, numbers to prove."""
    name = translate("Organisation", "Call lists")
    running = [one for one in told.lists if one.closed_at is None]
    yield Node("~calls", name, "phone-call", 0, str(len(running)), folds=bool(told.lists), open="~calls" in opened)
    if "~calls" in opened:
        for one in told.lists:
            reached = translate("Organisation", "{n} of {all}").format(n=one.reached(), all=len(one.lines))
            yield Node(f"call_list/{one.id}", one.title, "phone-call", 1, reached, off=one.closed_at is not None)
    yield Node("~vacant", translate("Organisation", "Vacant posts"), "user-x", 0, str(told.empty), warn=told.empty > 0)
    away = translate("Organisation", "Away and who stands in")
    yield Node("~away", away, "log-out", 0, str(len([one for one in told.absences if one.covers(told.now)])))
    yield Node("~stale", translate("Organisation", "Numbers to prove"), "phone", 0, str(told.stale))


def _id(one: Unit | Branch) -> str:
    return one.id


# --- the way to a node, and finding one -----------------------------------------------------------------------------


def way_to(told: Organisation, key: str) -> frozenset[str]:
    """What has to stand open for a node to be seen."""
    family, _, rest = key.partition("/")
    office = frozenset({"~city", "~district", OFFICE})
    if family == "place" and rest in told.directory.places:
        above = {one.id: parent for parent, found in told.below.found.items() for one in found}
        wanted, at = set(office), above.get(rest, "")
        while at and f"place/{at}" not in wanted:
            wanted.add(f"place/{at}")
            at = above.get(at, "")
        return frozenset(wanted)
    if family == "branch":
        wanted, at = {"~branches"}, told.branches[rest].parent if rest in told.branches else ""
        while at in told.branches and f"branch/{at}" not in wanted:
            wanted.add(f"branch/{at}")
            at = told.branches[at].parent
        return frozenset(wanted)
    kind = told.units[rest].kind if family == "unit" and rest in told.units else ""
    heads = {"section": "~sections", "department": "~departments", "force": "~forces"}
    families = {"group": "~groups", "staff": "~staff", "call_list": "~calls"}
    return frozenset({heads.get(kind, families.get(family, ""))}) - {""}


def found(told: Organisation, text: str, initials: Mapping[str, str]) -> list[Node]:
    """What answers to typed words: places, people, units, groups, branches; those that begin with it first.

    ``initials`` are the pinyin initials of units by id, of groups and branches by subject.
    """
    directory = told.directory
    places = [one for one in directory.places.values() if one.active and matching(one.initials, one.name, text)]
    places.sort(key=lambda one: (not one.name.startswith(text), len(one.name), one.id))
    hits = [_place_node(told, place, 0, folds=False, is_open=False) for place in places[:MOST_HITS]]
    for person in directory.people.values():
        if person.active and (matching(person.initials, person.name, text) or (len(text) > 3 and text in person.phone)):
            hits.append(Node(f"person/{person.id}", person.name, "user", 0, person.post))
    hits += [
        Node(f"unit/{unit.id}", unit.name, "shield", 0, unit.duty_phone)
        for unit in told.units.values()
        if unit.active and (matching(initials.get(unit.id, ""), unit.name, text) or unit.id.lower() == text.lower())
    ]
    for family, icon, those in (("group", "network", told.groups), ("branch", "flag", told.branches)):
        for one in those.values():
            key = f"{family}/{one.id}"
            if one.active and matching(initials.get(key, ""), one.name, text):
                hits.append(Node(key, one.name, icon, 0))
    return sorted(hits, key=lambda node: (not node.name.startswith(text), len(node.name), node.key))[:MOST_HITS]


def since_words(since: int, until: int | None, now: int) -> str:
    """From when to when, in days."""
    first = when.day(since) if since else when.UNKNOWN
    last = when.day(until) if until is not None else translate("Organisation", "today")
    return f"{first} – {last}"
