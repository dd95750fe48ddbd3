"""The features of a base layer: stored by content beside the attached files, or carried by the program (the sample office).

The stored form is the program's own GeoJSON, written by ``written``: WGS-84, seven decimals, every geometry checked before.
It is read a whole layer at a time, ten thousand buildings in a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from commandcenter.domain import geo
from commandcenter.domain.map import KINDS, Layer, Loaded, Shape
from commandcenter.domain.refusal import Refused
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


class _Feature(msgspec.Struct):
    geometry: dict[str, Any]
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
    except (ValueError, Refused):
        return Loaded((), "altered")


def read(content: bytes, layer: str) -> tuple[Shape, ...]:
    """The shapes in a stored form. Raises ``ValueError`` and ``Refused`` for what was never written here."""
    found = []
    for place, feature in enumerate(_decoder.decode(content).features):
        told = feature.properties
        if told.kind not in KINDS:
            continue
        found.append(
            Shape(
                id=feature.id or f"{layer}.{place}",
                kind=told.kind,
                geometry=_geometry(feature.geometry),
                name=told.name,
                place=told.place,
                street=told.street,
                number=told.number,
                aliases=told.aliases,
                note=told.note,
                layer=layer,
            )
        )
    return tuple(found)


def _geometry(told: dict[str, Any]) -> geo.Geometry:
    """A stored geometry. Plain polygons, nearly all of a base, were checked before they were written and are taken as they are."""
    coordinates = told.get("coordinates")
    if told.get("type") == "Polygon" and isinstance(coordinates, list) and len(coordinates) == 1:
        ring = tuple([(float(x), float(y)) for x, y in coordinates[0]])
        if len(ring) < 4 or ring[0] != ring[-1]:
            raise ValueError("ring")
        lons, lats = [x for x, _ in ring], [y for _, y in ring]
        return geo.Geometry(geo.AREA, ((ring,),), geo.Box(min(lons), min(lats), max(lons), max(lats)))
    return geo.geometry_of(told)
