"""The features of a base layer: stored by content beside the attached files, or carried by the program (the sample office).

The stored form is the program's own GeoJSON, written by ``written``: WGS-84, seven decimals, every geometry checked before.
It is read a whole layer at a time, fifteen thousand features in a fraction of a second.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from commandcenter.domain import geo
from commandcenter.domain.map import KINDS, Layer, Loaded, Shape
from commandcenter.journal import attachments
from commandcenter.journal.trouble import Trouble
from commandcenter.resource import resource

MEDIA = "application/geo+json"
"""The media type of a stored layer."""


class _Properties(msgspec.Struct):
    kind: str = ""
    name: str = ""
    street: str = ""
    number: str = ""
    place: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()


_Spot = tuple[float, float]
_Ring = tuple[_Spot, ...]


class _Point(msgspec.Struct, tag_field="type", tag="Point"):
    coordinates: _Spot


class _Points(msgspec.Struct, tag_field="type", tag="MultiPoint"):
    coordinates: _Ring


class _Line(msgspec.Struct, tag_field="type", tag="LineString"):
    coordinates: _Ring


class _Lines(msgspec.Struct, tag_field="type", tag="MultiLineString"):
    coordinates: tuple[_Ring, ...]


class _Polygon(msgspec.Struct, tag_field="type", tag="Polygon"):
    coordinates: tuple[_Ring, ...]


class _Polygons(msgspec.Struct, tag_field="type", tag="MultiPolygon"):
    coordinates: tuple[tuple[_Ring, ...], ...]


_Drawn = _Point | _Points | _Line | _Lines | _Polygon | _Polygons


class _Feature(msgspec.Struct):
    geometry: _Drawn
    id: str = ""
    properties: _Properties = msgspec.field(default_factory=_Properties)


class _Collection(msgspec.Struct):
    features: list[_Feature]


_decoder = msgspec.json.Decoder(_Collection)
_encoder = msgspec.json.Encoder()


def written(shapes: Iterable[Shape]) -> bytes:
    """Shapes in the stored form."""
    return _encoder.encode({"type": "FeatureCollection", "features": [_feature(shape) for shape in shapes]}) + b"\n"


def _feature(shape: Shape) -> dict[str, Any]:
    told = {
        "kind": shape.kind,
        "name": shape.name,
        "street": shape.street,
        "number": shape.number,
        "place": shape.place,
        "note": shape.note,
        "aliases": shape.aliases,
    }
    return {
        "type": "Feature",
        "id": shape.id,
        "properties": {name: value for name, value in told.items() if value},
        "geometry": geo.geojson_of(shape.geometry),
    }


def put(folder: Path, shapes: Iterable[Shape]) -> attachments.Stored:
    """Store the features of a layer; it is on the disk under its hash when this returns. Raises ``Trouble``."""
    return attachments.put(folder, written(shapes), lambda head, size: MEDIA)


def load(folder: Path | None, layer: Layer) -> Loaded:
    """The features of a layer; ``missing`` when its file is not there, ``altered`` when it is not what was stored."""
    try:
        if layer.carried:
            content = resource(layer.carried).read_bytes()
        elif folder is not None:
            content = attachments.get(folder, layer.content)
        else:
            return Loaded((), "missing")
        return Loaded(read(content, layer.id))
    except (Trouble, OSError) as trouble:
        return Loaded((), "altered" if isinstance(trouble, Trouble) and trouble.code == "torn" else "missing")
    except ValueError:
        return Loaded((), "altered")


def read(content: bytes, layer: str) -> tuple[Shape, ...]:
    """The shapes in a stored form. Raises ``ValueError`` for what was never written here."""
    with _undisturbed():
        features = _decoder.decode(content).features
        return tuple(
            _shape(feature, feature.id or f"{layer}.{place}", layer)
            for place, feature in enumerate(features)
            if feature.properties.kind in KINDS
        )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """The collector stands still: it would look through half a million new numbers again and again, and find nothing."""
    standing = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if standing:
            gc.enable()


def _shape(feature: _Feature, key: str, layer: str) -> Shape:
    told = feature.properties
    return Shape(
        key,
        told.kind,
        _geometry(feature.geometry),
        told.name,
        told.place,
        told.street,
        told.number,
        told.aliases,
        note=told.note,
        layer=layer,
    )


def _geometry(told: _Drawn) -> geo.Geometry:
    """A stored geometry: it was checked before it was written, so only what drawing would stumble over is looked at."""
    if isinstance(told, _Point):
        spot = told.coordinates
        return geo.Geometry(geo.POINT, (spot,), _box((spot,)))
    if isinstance(told, _Polygon):
        rings = told.coordinates
        if not rings or any(len(ring) < 4 or ring[0] != ring[-1] for ring in rings):
            raise ValueError("ring")
        return geo.Geometry(geo.AREA, (rings,), _box(rings[0]))
    if isinstance(told, _Line):
        return geo.Geometry(geo.LINE, (told.coordinates,), _box(told.coordinates))
    if isinstance(told, _Points):
        return geo.Geometry(geo.POINT, told.coordinates, _box(told.coordinates))
    if isinstance(told, _Lines):
        return geo.Geometry(geo.LINE, told.coordinates, _box([spot for line in told.coordinates for spot in line]))
    if any(not rings or any(len(ring) < 4 for ring in rings) for rings in told.coordinates):
        raise ValueError("ring")
    return geo.Geometry(geo.AREA, told.coordinates, _box([spot for rings in told.coordinates for spot in rings[0]]))


def _box(spots: Sequence[_Spot]) -> geo.Box:
    if not spots:
        raise ValueError("nothing drawn")
    lons, lats = zip(*spots, strict=True)
    box = geo.Box(min(lons), min(lats), max(lons), max(lats))
    if not (box.west >= -180 and box.east <= 180 and box.south >= -90 and box.north <= 90):
        raise ValueError("no place on earth")
    return box
