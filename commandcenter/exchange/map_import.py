"""What comes of a map file before anything is written: what is new, changed, the same, and what speaks against it.

A feature of a place of the roster - by its code, or by its name where only one place has it - becomes that place's shape; a
camera, a boundary, whatever else is few becomes a shape of its own; houses, water, ways by the thousand become a base layer.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commandcenter.domain import geo
from commandcenter.domain.geo import Point
from commandcenter.domain.map import OfficeMap, Shape
from commandcenter.domain.map_acts import ImportMap
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Directory, Place
from commandcenter.exchange.coordinates import Crs, Doubt, judged
from commandcenter.exchange.geojson import Broken, Feature, MapFile, crs_of, features_of, open_map

MOST_OWN = 300
"""So many features without a place may become records of their own; more become a layer."""
_BASE = ("building", "water", "green", "rail", "road", "hydrant")
"""What is base where no place of the roster has it."""
_ALIKE = {"street": "alley", "alley": "street", "site": "building", "building": "site"}
_SAME_M = 0.05


@dataclass(frozen=True, slots=True)
class MapChoice:
    """What a person decides about a file. ``crs`` empty takes what the file declares; ``origin`` is that of local metres.

    ``kind`` is what its features are where they do not say; ``leave_out`` leaves broken features out; ``trust`` imports in
    spite of a doubt about the coordinates; ``layer`` names the base layer it fills, ``replaced`` those it takes the place of.
    """

    crs: str = ""
    origin: Point | None = None
    kind: str = ""
    swapped: bool = False
    leave_out: bool = False
    trust: bool = False
    name: str = ""
    layer: str = ""
    replaced: tuple[str, ...] = ()

    @classmethod
    def from_plain(cls, told: Mapping[str, Any]) -> MapChoice:
        """Out of the options of a job."""
        origin = told.get("origin")
        return cls(
            crs=str(told.get("crs", "")),
            origin=(float(origin[0]), float(origin[1])) if origin else None,
            kind=str(told.get("kind", "")),
            swapped=bool(told.get("swapped")),
            leave_out=bool(told.get("leave_out")),
            trust=bool(told.get("trust")),
            name=str(told.get("name", "")),
            layer=str(told.get("layer", "")),
            replaced=tuple(map(str, told.get("replaced", ()))),
        )


@dataclass(frozen=True, slots=True)
class Planned:
    """A feature and what becomes of it. ``act``: new, changed, same, base; ``place`` the place of the roster it shows."""

    feature: Feature
    act: str
    shape: str
    place: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do. ``doubt`` speaks against the declared system, ``outside`` counts what lies off the office.

    ``unplaced`` are streets, grids, points whose place the roster does not know: they are drawn under their own name.
    """

    file: str
    crs: Crs
    planned: tuple[Planned, ...]
    broken: tuple[Broken, ...]
    doubt: Doubt | None
    outside: int
    unplaced: tuple[str, ...]
    missing: tuple[str, ...]

    def counts(self) -> dict[str, int]:
        """How many features of each act, and ``broken``."""
        return {**Counter(one.act for one in self.planned), "broken": len(self.broken)}

    def base(self, layer: str) -> tuple[Shape, ...]:
        """The features that become the base layer."""
        return tuple(_base_shape(one.feature, one.kind, layer, one.shape) for one in self.planned if one.act == "base")

    def command(self, layer: str, fields: Mapping[str, Any], replaced: Sequence[str], source: str) -> ImportMap:
        """The one act. ``layer`` and ``fields`` of the base layer are empty when the file has none."""
        shapes = tuple((one.shape, _fields(one, source)) for one in self.planned if one.act in ("new", "changed"))
        return ImportMap(
            shapes=shapes, layer=layer, layer_fields=dict(fields), replaced=tuple(replaced), channel="import"
        )


def plan_import(path: Path, choice: MapChoice, office: OfficeMap, directory: Directory) -> Plan:
    """Read a file and tell what would come of it. Refuses what ``open_map``, ``crs_of`` and ``features_of`` refuse."""
    return plan_of(open_map(path, choice.kind), choice, office, directory)


def plan_of(file: MapFile, choice: MapChoice, office: OfficeMap, directory: Directory) -> Plan:
    """The same of a file that was read."""
    if choice.swapped:
        file = _turned(file)
    crs = crs_of(file, choice.crs, choice.origin)
    by_code, by_name = _by_code(directory), _by_name(directory)
    doubt = judged(file.points(), crs, office.box, _known(file, office, by_code, by_name))
    if doubt is not None and doubt.what in ("metres", "degrees"):
        raise refusal_of(doubt, crs)
    features, broken = features_of(file, crs, leave_out=choice.leave_out)
    planned = tuple(_planned(features, office, by_code, by_name))
    outside = sum(not office.inside(geo.middle(one.geometry)) for one in features) if office.drawn else 0
    drawn = {one.place for one in planned if one.place}
    kinds = {one.kind for one in planned}
    missing = tuple(
        place.id
        for place in directory.places.values()
        if place.active and place.kind in kinds - {"building"} and place.id not in drawn and not office.shape(place.id)
    )
    unplaced = tuple(
        one.feature.name or str(one.feature.place)
        for one in planned
        if not one.place and one.act != "base" and one.kind in ("community", "grid", "street", "alley", "site")
    )
    return Plan(file.name, crs, planned, broken, doubt, outside, unplaced, missing)


def demanded(plan: Plan, choice: MapChoice) -> None:
    """Refuse as ``refusal_of`` when the coordinates do not fit what was declared and nobody said to trust them."""
    if plan.doubt is not None and not choice.trust:
        raise refusal_of(plan.doubt, plan.crs)


def refusal_of(doubt: Doubt, crs: Crs) -> Refused:
    """What speaks against a declared system, with what to do: ``map_crs_metres``, ``map_crs_degrees``, ``map_crs_swapped``,
    ``map_crs_shifted``, ``map_crs_elsewhere``, and ``map_crs_nowhere`` where no system fits."""
    facts = {
        "crs": crs.name,
        "fits": doubt.fits,
        "metres": round(doubt.metres),
        "kilometres": round(doubt.metres / 1000),
    }
    if doubt.what == "metres":
        return Refused("map_crs_metres", **facts)
    if doubt.what == "degrees":
        return Refused("map_crs_degrees", **facts)
    if doubt.what == "swapped":
        return Refused("map_crs_swapped", **facts)
    if doubt.what == "shifted":
        return Refused("map_crs_shifted", **facts)
    return Refused("map_crs_elsewhere" if doubt.fits else "map_crs_nowhere", **facts)


def _turned(file: MapFile) -> MapFile:
    """The file with the two numbers of every pair changed: latitude came first."""

    def turn(told: Any) -> Any:
        if isinstance(told, list) and len(told) >= 2 and not any(isinstance(part, list) for part in told):
            return [told[1], told[0]]
        return [turn(part) for part in told] if isinstance(told, list) else told

    features = []
    for one in file.features:
        geometry = {**one.geometry, "coordinates": turn(one.geometry.get("coordinates"))}
        features.append(type(one)(one.place, one.kind, one.id, one.name, geometry, one.told))
    return MapFile(file.name, tuple(features), file.crs, file.source)


def _by_code(directory: Directory) -> dict[str, Place]:
    return {place.id: place for place in directory.places.values() if place.active}


def _by_name(directory: Directory) -> dict[tuple[str, str], Place | None]:
    """Places by kind and name; None where two have the same."""
    found: dict[tuple[str, str], Place | None] = {}
    for place in directory.places.values():
        if place.active:
            key = (place.kind, "".join(place.name.split()))
            found[key] = None if key in found else place
    return found


def _place_of(
    kind: str,
    code: str,
    name: str,
    by_code: Mapping[str, Place],
    by_name: Mapping[tuple[str, str], Place | None],
) -> Place | None:
    place = by_code.get(code)
    alike = {kind, _ALIKE.get(kind, kind)}
    if place is not None and place.kind in alike and (not name or "".join(name.split()) in (place.name, place.id)):
        return place
    squeezed = "".join(name.split())
    for one in (kind, _ALIKE.get(kind, "")):
        place = by_name.get((one, squeezed)) if squeezed else None
        if place is not None:
            return place
    return None


def _known(
    file: MapFile,
    office: OfficeMap,
    by_code: Mapping[str, Place],
    by_name: Mapping[tuple[str, str], Place | None],
) -> list[tuple[Point, Point]]:
    """Raw points of things that are on the map already, each with where it lies there."""
    pairs: list[tuple[Point, Point]] = []
    for one in file.features:
        place = _place_of(one.kind, one.id, one.name, by_code, by_name)
        standing = office.shape(place.id) if place is not None else None
        points = type(file)("", (one,)).points()
        if standing is not None and points:
            lons, lats = [point[0] for point in points], [point[1] for point in points]
            middle = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
            pairs.append((middle, standing.box.middle))
        if len(pairs) >= 200:
            break
    return pairs


def _planned(
    features: Sequence[Feature],
    office: OfficeMap,
    by_code: Mapping[str, Place],
    by_name: Mapping[tuple[str, str], Place | None],
) -> list[Planned]:
    found: list[Planned] = []
    taken: set[str] = set()
    many = sum(
        _place_of(one.kind, one.id, one.name, by_code, by_name) is None and one.kind not in _BASE for one in features
    )
    for one in features:
        place = _place_of(one.kind, one.id, one.name, by_code, by_name)
        if place is not None and place.id not in taken:
            kind = place.kind if place.kind in (one.kind, _ALIKE.get(one.kind)) else one.kind
            taken.add(place.id)
            found.append(Planned(one, _act(one, kind, office.shape(place.id)), place.id, place.id, kind))
            continue
        key = _key(one, office)
        while key in taken:
            key += "x"
        taken.add(key)
        if one.kind in _BASE or many > MOST_OWN:
            found.append(Planned(one, "base", key, kind=one.kind))
        else:
            found.append(Planned(one, _act(one, one.kind, office.shape(key)), key, kind=one.kind))
    return found


def _key(one: Feature, office: OfficeMap) -> str:
    """An id for a feature: that of the shape it was written from, its own code, or one it has in the next file as well."""
    standing = office.shape(one.id)
    if standing is not None and standing.kind == one.kind and not standing.place:
        return standing.id
    code = "".join(letter for letter in one.id if letter.isalnum() or letter in "-_.")
    if code and len(code) <= 40:
        return f"{one.kind}-{code}"
    middle = geo.middle(one.geometry)
    told = f"{one.kind}|{one.name}|{middle[0]:.5f}|{middle[1]:.5f}"
    return f"{one.kind}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"


def _act(one: Feature, kind: str, standing: Shape | None) -> str:
    if standing is None:
        return "new"
    if standing.kind != kind or not _alike(standing.geometry, one.geometry):
        return "changed"
    told = not standing.place and one.name and one.name != standing.name
    return "changed" if told else "same"


def _alike(first: geo.Geometry, second: geo.Geometry) -> bool:
    if first.sort != second.sort:
        return False
    ours, theirs = list(first.points()), list(second.points())
    return len(ours) == len(theirs) and all(
        geo.distance(one, other) <= _SAME_M for one, other in zip(ours, theirs, strict=True)
    )


def _fields(one: Planned, source: str) -> dict[str, Any]:
    told = {
        "kind": one.kind,
        "geometry": geo.geojson_of(one.feature.geometry),
        "place": one.place,
        "name": "" if one.place else (one.feature.name or one.shape),
        "number": one.feature.number if one.kind == "building" else "",
        "note": one.feature.note,
        "source": source,
    }
    return {name: value for name, value in told.items() if value}


def _base_shape(one: Feature, kind: str, layer: str, key: str) -> Shape:
    return Shape(
        id=key,
        kind=kind,
        geometry=one.geometry,
        name=one.name,
        street=one.street,
        number=one.number,
        note=one.note,
        layer=layer,
    )
