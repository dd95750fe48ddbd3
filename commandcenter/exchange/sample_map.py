"""The map of the sample office: what the roster knows is entered as records, the rest is a base layer the program carries."""

from __future__ import annotations

from typing import Any

import msgspec

from commandcenter.exchange.reference import Entry
from commandcenter.resource import resource

PLACES = "sample_office/map/places.geojson"
BASE = "sample_office/map/base.geojson"
_UNPLACED = ("boundary", "camera", "gate", "hydrant", "water", "green", "rail", "road")


def map_records() -> list[Entry]:
    """The shapes of the sample office's places, gates and cameras, and its base layer of houses, ways, water and green."""
    told = msgspec.json.decode(resource(PLACES).read_bytes())
    base = msgspec.json.decode(resource(BASE).read_bytes())
    layer = {
        "name": "底图（房屋、道路、水系、绿地）",
        "kind": "base",
        "carried": BASE,
        "count": len(base["features"]),
        "crs": "WGS-84",
        "source": base["source"],
    }
    shapes = [_shape(one, told["source"]) for one in told["features"]]
    return [*shapes, ("map_layer/base", layer, {})]


def _shape(one: dict[str, Any], source: str) -> Entry:
    told = one["properties"]
    fields: dict[str, Any] = {"kind": told["kind"], "geometry": one["geometry"], "source": source}
    if told["kind"] in _UNPLACED:
        fields["name"] = told["name"]
    else:
        fields["place"] = one["id"]
        fields |= {name: told[name] for name in ("street", "number") if name in told}
    return f"shape/{one['id']}", fields, {}
