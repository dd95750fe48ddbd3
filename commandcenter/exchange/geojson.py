"""Map files: GeoJSON in any declared system, read whole or refused in words, and written.

A file is judged by what is in it, never by its name. Either every feature of it is a right shape in WGS-84, or the file is
refused with the first thing that is wrong and how many more there are; whoever imports may say that broken features are to be
left out, and is told which.
"""

from __future__ import annotations

import codecs
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from commandcenter.domain import geo
from commandcenter.domain.geo import Geometry, Point
from commandcenter.domain.map import KINDS, Shape
from commandcenter.domain.record import check
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.coordinates import WGS84, Crs, declared, from_wgs84, to_wgs84
from commandcenter.exchange.tables import appearing_whole
from commandcenter.journal.trouble import telling
from commandcenter.resource import resource

MOST_BYTES = 128 << 20
MOST_FEATURES = 200_000
MOST_TOLD = 20
"""So many broken features are named; the others are counted."""
LONGEST = 200
"""The longest name, number or note that is taken."""
_DEEPEST = 5

_MAGIC = (
    (b"PK\x03\x04", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\x00\x00\x27\x0a", "shapefile"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"SQLite format 3\0", "database"),
    (b"\xd0\xcf\x11\xe0", "document"),
    (b"AC10", "drawing"),
)


class Broken(NamedTuple):
    """A feature that is no right shape: its place in the file from 1, its name, the code and facts of what is wrong."""

    place: int
    name: str
    code: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Raw:
    """A feature as the file tells it. ``geometry`` holds numbers of the declared system."""

    place: int
    kind: str
    id: str
    name: str
    geometry: Mapping[str, Any]
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MapFile:
    """A map file as it stands: its features with raw coordinates, and the system it declares itself (empty: none)."""

    name: str
    features: tuple[Raw, ...]
    crs: str = ""
    source: str = ""

    def points(self) -> list[Point]:
        """Every raw coordinate that is a pair of numbers."""
        return [point for one in self.features for point in _points(one.geometry.get("coordinates"), 0)]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature read: its kind and geometry in WGS-84, and what it is called."""

    place: int
    kind: str
    geometry: Geometry
    id: str = ""
    name: str = ""
    street: str = ""
    number: str = ""
    note: str = ""


def open_map(path: Path, kind: str = "") -> MapFile:
    """Read a map file. ``kind`` is what its features are where they do not tell themselves.

    Refuses ``map_file_empty``, ``map_file_large``, ``not_a_map_file`` (``found``: archive, shapefile, pdf, image, database,
    document, drawing, page, binary, text, json, topojson, folder), ``map_file_deep``, ``map_file_without_features``.
    Raises ``Trouble`` not_found, read_only, io.
    """
    with telling(path):
        if path.is_dir():
            raise Refused("not_a_map_file", file=path.name, found="folder")
        if path.stat().st_size > MOST_BYTES:
            raise Refused("map_file_large", file=path.name, limit=MOST_BYTES)
        content = path.read_bytes()
    return read_map(path.name, content, kind)


def read_map(name: str, content: bytes, kind: str = "") -> MapFile:
    """The same of bytes. ``kind`` empty: told by the features, or by the name of the file."""
    if not content.strip():
        raise Refused("map_file_empty", file=name)
    if len(content) > MOST_BYTES:
        raise Refused("map_file_large", file=name, limit=MOST_BYTES)
    for magic, found in _MAGIC:
        if content.startswith(magic):
            raise Refused("not_a_map_file", file=name, found=found)
    told = _decoded(name, content)
    if not isinstance(told, dict):
        raise Refused("not_a_map_file", file=name, found="json")
    if told.get("type") == "Topology":
        raise Refused("not_a_map_file", file=name, found="topojson")
    features = list(_features(told))
    if not features:
        if told.get("type") in ("FeatureCollection", "Feature", "GeometryCollection"):
            raise Refused("map_file_without_features", file=name)
        raise Refused("not_a_map_file", file=name, found="json")
    if len(features) > MOST_FEATURES:
        raise Refused("map_file_large", file=name, limit=MOST_FEATURES)
    kind = kind or _kind_of(Path(name).stem)
    raws = tuple(_raw(place, one, kind) for place, one in enumerate(features, start=1))
    source = told.get("source")
    return MapFile(name, raws, _told_crs(told), source[:LONGEST] if isinstance(source, str) else "")


def _decoded(name: str, content: bytes) -> Any:
    if content.startswith(codecs.BOM_UTF8):
        content = content[3:]
    elif content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = _recoded(name, content, "utf-16")
    start = content.lstrip()[:1]
    if start == b"<":
        raise Refused("not_a_map_file", file=name, found="page")
    if start not in (b"{", b"["):
        raise Refused("not_a_map_file", file=name, found="binary" if b"\0" in content[:4096] else "text")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        content = _recoded(name, content, "gb18030")
    try:
        return msgspec.json.decode(content)
    except RecursionError:
        raise Refused("map_file_deep", file=name) from None
    except (ValueError, msgspec.DecodeError) as error:
        raise Refused("map_file_damaged", file=name, detail=str(error)[:LONGEST]) from None


def _recoded(name: str, content: bytes, encoding: str) -> bytes:
    try:
        return content.decode(encoding).encode("utf-8")
    except UnicodeError:
        raise Refused("not_a_map_file", file=name, found="binary") from None


def _features(told: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every feature of a collection, of a bare feature, of a bare geometry. What is no object stands for itself: it is broken."""
    sort = told.get("type")
    if sort == "FeatureCollection":
        listed = told.get("features")
        for one in listed if isinstance(listed, list) else ():
            yield one if isinstance(one, dict) else {}
    elif sort == "Feature":
        yield told
    elif isinstance(sort, str) and "coordinates" in told:
        yield {"type": "Feature", "properties": {}, "geometry": told}


def _told_crs(told: Mapping[str, Any]) -> str:
    """The system a file declares, in the old way of GeoJSON (2008), as QGIS and others still write it."""
    crs = told.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else crs
    return name[:LONGEST] if isinstance(name, str) else ""


def _raw(place: int, one: Mapping[str, Any], kind: str) -> Raw:
    properties = one.get("properties")
    known = _named(properties) if isinstance(properties, dict) else {}
    key = one.get("id", "")
    told = _kind_of(known.get("kind", ""))
    geometry = one.get("geometry")
    return Raw(
        place=place,
        kind=told or kind,
        id=known.get("id", "") or (_plain(key) if isinstance(key, str | int) else ""),
        name=known.get("name", ""),
        geometry=geometry if isinstance(geometry, dict) else {},
        told=known,
    )


def _named(properties: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    heads = _headings()
    for heading, value in properties.items():
        name = heads.get(_squeezed(str(heading)))
        if name is not None and name not in found and isinstance(value, str | int | float) and _plain(value):
            found[name] = _plain(value)
    return found


def _plain(value: str | int | float) -> str:
    """A value as text: 3.0 is 3; no control characters, no longer than is taken."""
    if isinstance(value, float) and abs(value) < 1e15 and value.is_integer():
        value = int(value)
    text = "".join(letter if letter.isprintable() else " " for letter in str(value)[: LONGEST * 2])
    return " ".join(text.split())[:LONGEST]


def _squeezed(text: str) -> str:
    return "".join(text.split()).replace("_", "").replace("-", "").lower()


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(resource("exchange/map_words.toml").read_text("utf-8"))


@cache
def _headings() -> Mapping[str, str]:
    return {_squeezed(word): name for name, words in _words()["fields"].items() for word in words}


@cache
def _kinds() -> Mapping[str, str]:
    return {_squeezed(word): kind for kind, words in _words()["kinds"].items() for word in words}


def _kind_of(text: str) -> str:
    """The kind a word names; empty when it names none."""
    squeezed = _squeezed(text)
    return squeezed if squeezed in KINDS else _kinds().get(squeezed, "")


# --- into WGS-84 ------------------------------------------------------------------------------------------------------


def features_of(file: MapFile, crs: Crs, *, leave_out: bool = False) -> tuple[tuple[Feature, ...], tuple[Broken, ...]]:
    """The features in WGS-84, checked as shapes are, and those that are broken.

    Refuses ``map_file_broken`` (``count``, and the first: ``place``, ``name``, ``first``) when any is, unless ``leave_out``;
    then ``map_file_without_features`` when none is left.
    """
    flat: list[Point] = []
    spans: list[tuple[Raw, int]] = []
    broken: list[Broken] = []
    for one in file.features:
        try:
            _shallow(one.geometry.get("coordinates"))
            count = len(flat)
            flat += _points(one.geometry.get("coordinates"), 0)
        except Refused as refusal:
            broken.append(Broken(one.place, one.name, refusal.code, refusal.facts))
            continue
        spans.append((one, count))
    try:
        turned = to_wgs84(flat, crs)
    except Refused:
        turned = None
    features: list[Feature] = []
    for one, start in spans:
        try:
            features.append(_feature(one, start, turned, crs))
        except Refused as refusal:
            broken.append(Broken(one.place, one.name, refusal.code, refusal.facts))
    broken.sort(key=lambda one: one.place)
    if broken and not leave_out:
        first = broken[0]
        raise Refused(
            "map_file_broken",
            file=file.name,
            count=len(broken),
            place=first.place,
            name=first.name,
            first=first.code,
            facts=dict(first.facts),
        )
    if not features:
        raise Refused("map_file_without_features", file=file.name)
    return tuple(features), tuple(broken)


def _feature(one: Raw, start: int, turned: list[Point] | None, crs: Crs) -> Feature:
    """A feature with its points put back in order. ``turned`` None: some point of the file cannot be told, so each is asked alone."""
    coordinates = one.geometry.get("coordinates")
    own = _points(coordinates, 0)
    points = iter(turned[start : start + len(own)] if turned is not None else to_wgs84(own, crs))
    told = {"type": one.geometry.get("type"), "coordinates": _put_back(coordinates, points)} if one.geometry else {}
    geometry = geo.geometry_of(told)
    check("shape/", {"kind": one.kind, "geometry": geo.geojson_of(geometry)})
    get = one.told.get
    return Feature(
        one.place, one.kind, geometry, one.id, one.name, get("street", ""), get("number", ""), get("note", "")
    )


def _shallow(told: object, depth: int = 0) -> None:
    if depth > _DEEPEST:
        raise Refused("geometry_unreadable")
    if isinstance(told, list):
        for part in told:
            if isinstance(part, list):
                _shallow(part, depth + 1)


def _is_pair(told: object) -> bool:
    return (
        isinstance(told, list)
        and len(told) >= 2
        and all(isinstance(number, int | float) and not isinstance(number, bool) for number in told[:2])
        and all(-1e15 < number < 1e15 for number in told[:2])
    )


def _points(told: object, depth: int) -> list[Point]:
    if _is_pair(told):
        assert isinstance(told, list)
        return [(float(told[0]), float(told[1]))]
    if not isinstance(told, list) or depth > _DEEPEST:
        return []
    return [point for part in told for point in _points(part, depth + 1)]


def _put_back(told: object, points: Iterator[Point]) -> Any:
    """The nested coordinates with each pair replaced by the next point; what is no pair stays, and is refused later."""
    if _is_pair(told):
        return next(points)
    if isinstance(told, list):
        return [_put_back(part, points) for part in told]
    return told


# --- out of the program -----------------------------------------------------------------------------------------------


def export_map(
    target: Path,
    shapes: Iterable[Shape],
    crs: Crs,
    *,
    source: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Write shapes to a GeoJSON file in a system, which the file declares; returns how many. The file appears whole or not.

    Raises ``Trouble`` not_found, read_only, disk_full, io; refuses ``coordinates_outside``.
    """
    listed = list(shapes)
    content = written(listed, crs, source)
    with telling(target), appearing_whole(target) as file:
        file.write(content)
    if progress is not None:
        progress(len(listed), len(listed))
    return len(listed)


def written(shapes: Sequence[Shape], crs: Crs, source: str = "") -> bytes:
    """Shapes as the bytes of a GeoJSON file in a system."""
    flat = [point for shape in shapes for point in shape.geometry.points()]
    turned = iter(from_wgs84(flat, crs))
    digits = 8 if crs.in_degrees else 4
    collection: dict[str, Any] = {"type": "FeatureCollection", "crs": _crs_object(crs)}
    if source:
        collection["source"] = source
    collection["features"] = [_written(shape, turned, digits) for shape in shapes]
    return msgspec.json.encode(collection) + b"\n"


def _crs_object(crs: Crs) -> dict[str, Any]:
    names = {WGS84: "urn:ogc:def:crs:OGC:1.3:CRS84", "CGCS2000": "urn:ogc:def:crs:EPSG::4490"}
    name = names.get(crs.name, crs.name)
    if name.startswith("EPSG:"):
        name = f"urn:ogc:def:crs:EPSG::{name[5:]}"
    properties: dict[str, Any] = {"name": name}
    if crs.origin is not None:
        properties["origin"] = list(crs.origin)
    return {"type": "name", "properties": properties}


def _written(shape: Shape, turned: Iterator[Point], digits: int) -> dict[str, Any]:
    def put(part: Any) -> Any:
        if isinstance(part[0], float | int):
            x, y = next(turned)
            return [round(x, digits), round(y, digits)]
        return [put(inner) for inner in part]

    parts = [put(part) for part in shape.geometry.parts]
    name = {geo.POINT: "Point", geo.LINE: "LineString", geo.AREA: "Polygon"}[shape.geometry.sort]
    geometry = (
        {"type": name, "coordinates": parts[0]} if len(parts) == 1 else {"type": f"Multi{name}", "coordinates": parts}
    )
    told = {
        "kind": shape.kind,
        "name": shape.name,
        "place": shape.place,
        "street": shape.street,
        "number": shape.number,
        "note": shape.note,
    }
    properties = {key: value for key, value in told.items() if value}
    return {"type": "Feature", "id": shape.id, "properties": properties, "geometry": geometry}


def crs_of(file: MapFile, chosen: str, origin: Point | None = None) -> Crs:
    """The system of a file: what was chosen, else what it declares. Refuses ``crs_missing`` when neither says."""
    return declared(chosen or file.crs, origin)
