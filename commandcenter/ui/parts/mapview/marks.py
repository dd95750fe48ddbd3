"""What is of today as markers: open cases at their places, incidents, counts by place, walks of patrols, holes of the roster.

Cases of one spot are one marker: it shows what presses most there, and tells the others under the pointer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from math import cos, pi, sin

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import local, local_date
from commandcenter.domain.coverage import coverage
from commandcenter.domain.geo import Point
from commandcenter.domain.map import OfficeMap
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.roster import Directory
from commandcenter.domain.whereabouts import NOWHERE
from commandcenter.domain.whistle import Whistle
from commandcenter.journal.reading.case_query import CaseQuery, CaseRow
from commandcenter.journal.reading.incidents import WhistleRow
from commandcenter.journal.reading.patrols import PatrolRow
from commandcenter.ui.parts.casecells import level_of as pressing
from commandcenter.ui.parts.casecells import soon_ms
from commandcenter.ui.parts.mapview.markers import Marker
from commandcenter.ui.parts.mapview.zones import Zone

translate = QCoreApplication.translate

MOST_CASES = 2000
"""So many open cases are shown, what presses most first."""
MOST_AROUND = 12
"""So many departments are set around an incident; more than that would hide the map."""
AROUND = 34.0
"""Pixels from an incident to the departments around it."""
BESIDE = 22.0
"""Pixels between departments that left from one house."""
LEVELS = ("over", "soon", "open")
INCIDENTS = ("incident", "nowhere", "drill", "drill_nowhere")
"""Incidents in the legend: real ones on the map, real ones without a place, drills on the map, drills without a place."""


def where(key: str, office: OfficeMap, directory: Directory) -> tuple[Point, str] | None:
    """Where a place (its id) lies and how exactly that is known; None where it is on no map."""
    place = directory.places.get(key)
    if place is not None:
        return office.point_of(place, directory)
    shape = office.shape(key)
    return (shape.middle, "own") if shape is not None else None


def level_of(row: CaseRow, now: int, soon: int = 0) -> str:
    """How much a case presses on the map: over, soon (its clock is amber), open."""
    return {"over": "over", "warn": "soon"}.get(pressing(row, now, soon), "open")


def level_counts(rows: Iterable[CaseRow], now: int, soon: int = 0) -> dict[str, int]:
    """How many cases press how much."""
    found = dict.fromkeys(LEVELS, 0)
    for row in rows:
        found[level_of(row, now, soon)] += 1
    return found


def case_markers(
    rows: Sequence[CaseRow], office: OfficeMap, directory: Directory, now: int, soon: int = 0
) -> tuple[list[Marker], int]:
    """Markers of open cases, one for each spot, and how many cases lie at no spot of the map.

    The key is ``cases/`` and the place; of a single case ``case/`` and its id.
    """
    by_place: dict[str, list[CaseRow]] = {}
    for row in rows:
        by_place.setdefault(row.place or row.grid or row.community, []).append(row)
    found, nowhere = [], 0
    for key, there in by_place.items():
        spot = where(key, office, directory) if key else None
        if spot is None:
            nowhere += len(there)
            continue
        counts = level_counts(there, now, soon)
        worst = next(level for level in LEVELS if counts[level])
        first = next(row for row in there if level_of(row, now, soon) == worst)
        name = directory.places[key].name if key in directory.places else ""
        if len(there) == 1:
            title, note, marker = f"{first.number} {first.title}", name, f"case/{first.id}"
        else:
            words = translate("MapView", "{name}: {n} cases").format(name=name, n=len(there))
            told = [words_of_level(level, counts[level]) for level in LEVELS if counts[level]]
            title, note, marker = words, " · ".join(told), f"cases/{key}"
        found.append(Marker(marker, spot[0], worst, title, note, len(there), layer="cases", shape=key))
    return found, nowhere


def incident_counts(rows: Iterable[WhistleRow], office: OfficeMap, reference: Reference) -> dict[str, int]:
    """How many of what burns are real, how many are drills, and how many stand on no map because nobody knows the place yet."""
    found = dict.fromkeys(INCIDENTS, 0)
    for row in rows:
        if scene_of(row.state, office, reference) is None:
            found["drill_nowhere" if row.state.mode == "drill" else "nowhere"] += 1
        else:
            found["drill" if row.state.mode == "drill" else "incident"] += 1
    return found


def incident_legend(rows: Iterable[WhistleRow], office: OfficeMap, reference: Reference) -> list[tuple[str, str]]:
    """The signs of what burns with how many there are, what is real before what is not."""
    counts = incident_counts(rows, office, reference)
    return [(sign, words_of_level(sign, counts[sign])) for sign in INCIDENTS if counts[sign]]


def words_of_level(level: str, count: int) -> str:
    """So many cases that press so much, in words."""
    said = {
        "over": translate("MapView", "overdue {n}"),
        "soon": translate("MapView", "due soon {n}"),
        "open": translate("MapView", "in hand {n}"),
        "incident": translate("MapView", "incidents {n}"),
        "nowhere": translate("MapView", "incidents without a place {n}"),
        "drill": translate("MapView", "drills {n}"),
        "drill_nowhere": translate("MapView", "drills without a place {n}"),
    }
    return said[level].format(n=count)


def scene_of(state: Whistle, office: OfficeMap, reference: Reference) -> Point | None:
    """Where an incident is: the number of the street that was said, else the middle of its place; None where that is on no map."""
    told = reference.whereabouts(state.place_words) if state.place_words else NOWHERE
    if told.exact and told.place is not None and state.place in ("", told.place.id):
        return told.point
    spot = where(state.place, office, reference.directory) if state.place else None
    return spot[0] if spot is not None else None


def incident_markers(rows: Iterable[WhistleRow], office: OfficeMap, reference: Reference) -> list[Marker]:
    """Markers of what burns. An incident whose place is not known yet is on no map."""
    found = []
    for row in rows:
        state = row.state
        spot = scene_of(state, office, reference)
        if spot is not None and state.burning:
            title = f"{state.title} {state.number}".strip()
            drill = state.mode == "drill"
            place = reference.directory.places.get(state.place)
            name = state.place_words or (place.name if place is not None else "")
            found.append(
                Marker(
                    f"whistle/{state.id}",
                    spot,
                    "incident",
                    title,
                    name,
                    layer="incident",
                    drill=drill,
                    shape=state.place,
                )
            )
    return found


def home_of(unit: str, reference: Reference) -> Point | None:
    """Where a department sits, by its address; a section of the street where the office sits. None where no map tells it exactly."""
    known = reference.units.get(unit)
    if known is None:
        return None
    address = known.address or (str(reference.office.get("address", "")) if known.kind == "section" else "")
    told = reference.whereabouts(address) if address else NOWHERE
    return told.point if told.exact else None


def coming_markers(
    told: Mapping[str, Sequence[ReportIn]], incidents: Iterable[WhistleRow], reference: Reference
) -> list[Marker]:
    """The departments on the way, at the house they left from. Where they are now nobody knows, and the note says so."""
    found: list[Marker] = []
    side_by_side: dict[Point, int] = {}
    for row in incidents:
        for one in told.get(row.state.id, ()):
            left = one.milestone("left")
            home = home_of(one.unit, reference) if left is not None and not one.closed and not one.on_scene else None
            if left is None or home is None or one.milestone("arrived") is not None:
                continue
            beside = side_by_side[home] = side_by_side.get(home, -1) + 1
            words = translate("MapView", "on the way since {time}, from here")
            found.append(
                Marker(
                    f"unit/{row.state.id}/{one.unit}",
                    home,
                    "coming",
                    reference.unit_name(one.unit),
                    words.format(time=local(left.at).strftime("%H:%M")),
                    layer="departments",
                    drill=row.state.mode == "drill",
                    shift=(BESIDE * beside, 0.0),
                )
            )
    return found


def department_markers(
    told: Mapping[str, Sequence[ReportIn]], incidents: Iterable[WhistleRow], office: OfficeMap, reference: Reference
) -> list[Marker]:
    """The departments that are at the scene, around it."""
    found = []
    for row in incidents:
        spot = scene_of(row.state, office, reference)
        there = [one for one in told.get(row.state.id, ()) if one.on_scene and not one.closed]
        if spot is None:
            continue
        for number, one in enumerate(there[:MOST_AROUND]):
            turn = 2 * pi * number / max(6, len(there[:MOST_AROUND])) - pi / 2
            people = one.people
            words = translate("MapView", "at the scene")
            many = translate("MapView", "{n} people")
            note = f"{words} · {many.format(n=people)}" if people else words
            shift = AROUND * cos(turn), AROUND * sin(turn)
            found.append(
                Marker(
                    f"unit/{row.state.id}/{one.unit}",
                    spot,
                    "unit",
                    reference.unit_name(one.unit),
                    note,
                    layer="departments",
                    drill=row.state.mode == "drill",
                    shape=row.state.place,
                    shift=shift,
                )
            )
    return found


def count_markers(
    counts: Mapping[str, int], office: OfficeMap, directory: Directory
) -> tuple[list[Marker], dict[str, int], int]:
    """Circles with counts: a building counts for its street, what has no shape for its community.

    Returns (the markers, what each shows by place, how many lie nowhere on the map).
    """
    shown: dict[str, int] = {}
    nowhere = 0
    for key, count in counts.items():
        place = directory.places.get(key)
        street = directory.street_of(place) if place is not None else None
        tries = (
            street.id if street else "",
            key,
            place.grids[0] if place and place.grids else "",
            place.community if place else "",
        )
        home = next((one for one in tries if one and office.shape(one) is not None), "")
        if home:
            shown[home] = shown.get(home, 0) + count
        else:
            nowhere += count
    most = max(shown.values(), default=0)
    found = []
    for key, count in shown.items():
        shape = office.shape(key)
        if shape is None or count <= 0:
            continue
        words = translate("MapView", "{n} cases").format(n=count)
        found.append(Marker(key, shape.middle, "count", shape.name or key, words, count, most, layer="hot", shape=key))
    return found, shown, nowhere


def patrol_markers(rows: Iterable[PatrolRow], office: OfficeMap, directory: Directory) -> list[Marker]:
    """Who is walking where now."""
    found = []
    for row in rows:
        spot = where(row.place, office, directory)
        if spot is not None:
            person = directory.people.get(row.person)
            place = directory.places.get(row.place)
            words = translate("MapView", "walking: {name}").format(name=person.name if person else "")
            title = place.name if place is not None else row.place
            found.append(Marker(f"patrol/{row.id}", spot[0], "patrol", title, words, layer="patrols", shape=row.place))
    return found


def coverage_zones(directory: Directory, office: OfficeMap) -> list[Zone]:
    """The holes of the roster: streets, alleys and grids without the post they need, or with nobody there."""
    found = []
    for kind, covered in coverage(directory).items():
        if kind in ("street", "alley", "grid"):
            found += [Zone(place.id, "gap") for place in covered.vacant if office.shape(place.id) is not None]
            found += [Zone(place.id, "late") for place in covered.unmanned if office.shape(place.id) is not None]
    return found


def patrol_zones(rows: Iterable[PatrolRow], now: int, office: OfficeMap) -> list[Zone]:
    """Today's walks: done, missed."""
    tones: dict[str, str] = {}
    for row in rows:
        if office.shape(row.place) is None:
            continue
        if row.owed(now):
            tones[row.place] = "late"
        elif row.ended_at is not None:
            tones.setdefault(row.place, "done")
    return [Zone(place, tone) for place, tone in tones.items()]


class Day:
    """What a map of today is made of, read beside the window's thread. Places are given a spot only when it is shown."""

    def __init__(self, read: Read, now: int, layers: frozenset[str]) -> None:
        self.layers = layers
        self.cases: list[CaseRow] = []
        self.total = 0
        if "cases" in layers:
            query = CaseQuery(view="open")
            self.cases = read.cases.first_page(query, now, MOST_CASES)
            self.total = read.cases.count(query, now)
        self.incidents: list[WhistleRow] = []
        self.nowhere = 0
        if layers & {"incident", "departments"}:
            self.incidents = [row for row in read.incidents.running() if row.state.burning]
        self.report_ins: dict[str, tuple[ReportIn, ...]] = {}
        if "departments" in layers:
            running = [row.state.id for row in read.incidents.running() if row.state.burning]
            self.report_ins = {whistle: read.incidents.report_ins(whistle) for whistle in running}
        self.walks: list[PatrolRow] = []
        self.walking: list[PatrolRow] = []
        if "patrols" in layers:
            today = local_date(now)
            self.walks = read.patrols.of_day(today)
            self.walking = read.patrols.under_way(today - timedelta(days=1), today)

    def markers(self, office: OfficeMap, reference: Reference, now: int) -> list[Marker]:
        """The markers of it."""
        directory = reference.directory
        cases, self.nowhere = case_markers(self.cases, office, directory, now, soon_ms(reference))
        burning = incident_markers(self.incidents, office, reference)
        return [
            *cases,
            *patrol_markers(self.walking, office, directory),
            *coming_markers(self.report_ins, self.incidents, reference),
            *department_markers(self.report_ins, self.incidents, office, reference),
            *(burning if self.layers & {"incident"} else ()),
        ]
