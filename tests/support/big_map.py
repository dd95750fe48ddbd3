"""A map as large as TARGETS asks for: 10,000 buildings and 5,000 points with the streets and grids between them. Seeded.

``python tests/support/big_map.py FILE`` writes it as a GeoJSON file, to be imported like any other.
"""

from __future__ import annotations

import math
import random
import sys
from pathlib import Path

from commandcenter.domain import geo
from commandcenter.domain.map import OfficeMap, Shape
from commandcenter.exchange.coordinates import declared
from commandcenter.exchange.geojson import written

SEED = 20260717
ORIGIN = (122.6, 36.3)
BLOCK = 100.0
"""Metres from street to street."""
PER_BLOCK = 20


def big_map(buildings: int = 10_000, points: int = 5_000, seed: int = SEED) -> OfficeMap:
    """A map with so many buildings and points; everything is a record, as the worst case has it."""
    return OfficeMap({shape.id: shape for shape in big_shapes(buildings, points, seed)})


def big_shapes(buildings: int = 10_000, points: int = 5_000, seed: int = SEED) -> list[Shape]:
    """Its shapes: grids of four blocks, streets both ways, houses of four to eight corners, hydrants and cameras."""
    chance = random.Random(seed)
    side = math.ceil(math.sqrt(buildings / PER_BLOCK))
    found: list[Shape] = []
    for x in range(0, side, 2):
        for y in range(0, side, 2):
            ring = [_at(x * BLOCK, y * BLOCK), _at((x + 2) * BLOCK, y * BLOCK)]
            ring += [_at((x + 2) * BLOCK, (y + 2) * BLOCK), _at(x * BLOCK, (y + 2) * BLOCK)]
            found.append(Shape(f"N{x:02d}{y:02d}", "grid", geo.area_geometry(ring), f"N{x:02d}-{y:02d}"))
    for step in range(side + 1):
        along = [_at(part * BLOCK, step * BLOCK) for part in range(side + 1)]
        across = [_at(step * BLOCK, part * BLOCK) for part in range(side + 1)]
        found.append(Shape(f"E{step:02d}", "street", geo.line_geometry(along), f"东西{step}街"))
        found.append(Shape(f"S{step:02d}", "alley", geo.line_geometry(across), f"南北{step}巷"))
    for number in range(buildings):
        block, slot = divmod(number, PER_BLOCK)
        x = (block % side) * BLOCK + 8 + (slot % 5) * 18
        y = (block // side) * BLOCK + 10 + (slot // 5) * 21
        found.append(_house(number, x, y, chance))
    for number in range(points):
        spot = _at(chance.uniform(0, side * BLOCK), chance.uniform(0, side * BLOCK))
        kind = ("hydrant", "camera", "gate")[number % 3]
        found.append(Shape(f"P{number:05d}", kind, geo.point_geometry(spot), f"点{number}"))
    return found


def _house(number: int, x: float, y: float, chance: random.Random) -> Shape:
    wide, deep = chance.uniform(8, 15), chance.uniform(7, 16)
    corners = [(0.0, 0.0), (wide, 0.0), (wide, deep), (0.0, deep)]
    if number % 3 == 0:  # a house with a wing
        corners = [
            (0.0, 0.0),
            (wide, 0.0),
            (wide, deep * 0.5),
            (wide * 0.5, deep * 0.5),
            (wide * 0.5, deep),
            (0.0, deep),
        ]
    ring = [_at(x + dx, y + dy) for dx, dy in corners]
    return Shape(f"H{number:05d}", "building", geo.area_geometry(ring), f"{number}号楼")


def _at(east: float, north: float) -> geo.Point:
    lon, lat = geo.moved(ORIGIN, east, north)
    return round(lon, 7), round(lat, 7)


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(written(big_shapes(), declared("WGS-84"), "试验地图"))
