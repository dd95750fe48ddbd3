"""The map on paper: an extract of it as plain lines in millimetres, drawn by ``map.typ`` so that a black and white copy keeps it.

Kinds are told apart by line, filling and sign, never by colour. The scale is a round one, north is up, and where the lines come
from stands below them. A name that would lie on another is left off; what the sheet is about is always named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import Any

from commandcenter.domain import geo
from commandcenter.domain.address import AddressBook
from commandcenter.domain.event import REAL
from commandcenter.domain.geo import Box, Point
from commandcenter.domain.map import Around, Found, OfficeMap, Shape
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Holder
from commandcenter.domain.whereabouts import whereabouts
from commandcenter.reporting import blocks
from commandcenter.reporting.blocks import Block
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import NONE, UNKNOWN, word

SCALES = (
    500,
    1000,
    1500,
    2000,
    2500,
    3000,
    4000,
    5000,
    6000,
    7500,
    8000,
    10_000,
    12_500,
    15_000,
    20_000,
    25_000,
    50_000,
)
"""Denominators of scales that are printed."""
_BARS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_ORDER = ("water", "green", "building", "site", "road", "rail", "street", "alley", "grid", "community", "boundary")
_EDGED = ("boundary", "community", "grid")
_SIGNS = ("assembly", "shelter", "post_site", "store", "camera", "hydrant", "gate")
_NAMED = ("community", "street", "alley", "water", "green", "assembly", "shelter", "site")
_SIZE: Mapping[str, float] = {"community": 9.5, "street": 8.0, "alley": 7.0, "mark": 10.0}
_LITTLE = 7.0
_DETAIL = 7_500
"""From this scale on houses have no names and small signs are left off."""
_AROUND_M = 320.0
"""So far around a place its sheet reaches at least."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something the sheet is about: where it is and what is written beside it."""

    point: Point
    label: str
    sign: str = "spot"


@dataclass(frozen=True, slots=True)
class _Frame:
    """How the ground lies on the paper: its middle, millimetres of the frame, metres per millimetre."""

    middle: Point
    width: float
    height: float
    scale: int

    @property
    def box(self) -> Box:
        """The ground in the frame."""
        half_east, half_north = self.width * self.scale / 2000, self.height * self.scale / 2000
        west, south = geo.moved(self.middle, -half_east, -half_north)
        east, north = geo.moved(self.middle, half_east, half_north)
        return Box(west, south, east, north)

    def put(self, point: Point) -> tuple[float, float]:
        """Millimetres from the upper left corner."""
        east, north = geo.metres_per_degree(self.middle[1])
        x = (point[0] - self.middle[0]) * east * 1000 / self.scale + self.width / 2
        y = self.height / 2 - (point[1] - self.middle[1]) * north * 1000 / self.scale
        return round(x, 2), round(y, 2)


def sheet(
    office: OfficeMap,
    ground: Box,
    *,
    width: float,
    height: float,
    marks: Sequence[Mark] = (),
    signs: Sequence[str] = _SIGNS,
    caption: str = "",
) -> Block:
    """The map of some ground as a block; ``width`` and ``height`` are millimetres on paper, ``signs`` the kinds of points shown."""
    frame = _framed(ground, width, height)
    shown = _shown(office, frame, signs)
    labels = _labels(shown, frame, marks)
    return {
        "is": "map",
        "caption": caption,
        "width": width,
        "height": height,
        "layers": [layer for kind in _ORDER if (layer := _layer(kind, shown, frame)) is not None],
        "signs": [
            {"kind": shape.kind, "at": frame.put(shape.middle)}
            for kind in _SIGNS
            for shape in shown.get(kind, ())
            if kind in signs
        ],
        "marks": [{"kind": mark.sign, "at": frame.put(mark.point)} for mark in marks],
        "labels": labels,
        "bar": _bar(frame.scale),
        "scale": f"1:{frame.scale}",
        "legend": [{"kind": kind, "name": word("map_kind", kind)} for kind in (*_ORDER, *_SIGNS) if shown.get(kind)],
        "source": _source(office),
    }


def _framed(ground: Box, width: float, height: float) -> _Frame:
    east, north = geo.metres_per_degree(ground.middle[1])
    across, along = (ground.east - ground.west) * east, (ground.north - ground.south) * north
    needed = max(across * 1000 / width, along * 1000 / height, 1)
    scale = next((scale for scale in SCALES if scale >= needed), ceil(needed / 10_000) * 10_000)
    return _Frame(ground.middle, width, height, scale)


def _shown(office: OfficeMap, frame: _Frame, signs: Sequence[str]) -> dict[str, list[Shape]]:
    kinds = [*_ORDER, *(kind for kind in signs if frame.scale < _DETAIL or kind in ("assembly", "shelter"))]
    found: dict[str, list[Shape]] = {}
    for kind in kinds:
        shapes = list(office.in_box(frame.box, kind))
        if shapes:
            found[kind] = shapes
    return found


def _layer(kind: str, shown: Mapping[str, Sequence[Shape]], frame: _Frame) -> dict[str, Any] | None:
    if kind in _EDGED:
        return _edges(kind, shown, frame)
    tolerance = 0.08 * frame.scale / 1000
    areas: list[list[tuple[float, float]]] = []
    lines: list[list[tuple[float, float]]] = []
    for shape in shown.get(kind, ()):
        for line in shape.geometry.lines():
            put = [frame.put(point) for point in geo.simplified(line, tolerance)]
            (areas if shape.geometry.sort == geo.AREA else lines).append(put)
    return {"kind": kind, "areas": areas, "lines": lines} if areas or lines else None


def _edges(kind: str, shown: Mapping[str, Sequence[Shape]], frame: _Frame) -> dict[str, Any] | None:
    """The borders of areas that touch: each stretch once, and as that of the weightiest area it bounds."""
    weightier = {pair for above in _EDGED[: _EDGED.index(kind)] for pair in _stretches(shown.get(above, ()))}
    lines = [
        [frame.put(first), frame.put(second)] for first, second in sorted(_stretches(shown.get(kind, ())) - weightier)
    ]
    return {"kind": kind, "areas": [], "lines": lines} if lines else None


def _stretches(shapes: Iterable[Shape]) -> set[tuple[Point, Point]]:
    return {
        (first, second) if first < second else (second, first)
        for shape in shapes
        for line in shape.geometry.lines()
        for first, second in pairwise(line)
    }


def _labels(shown: Mapping[str, Sequence[Shape]], frame: _Frame, marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """Names that find room, the weighty first: what the sheet is about, communities, streets, points."""
    placed: list[tuple[float, float, float, float]] = []
    found: list[dict[str, Any]] = []

    def taken_by(text: str, kind: str, x: float, y: float) -> tuple[float, float, float, float]:
        size = _SIZE.get(kind, _LITTLE)
        wide, high = _width(text, size), size * 0.42
        return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2

    def room_for(text: str, kind: str, x: float, y: float) -> bool:
        room = taken_by(text, kind, x, y)
        inside = room[0] > 0.5 and room[1] > 0.5 and room[2] < frame.width - 0.5 and room[3] < frame.height - 0.5
        return inside and not any(_overlap(room, other) for other in placed)

    def put(text: str, kind: str, x: float, y: float, *, always: bool = False) -> None:
        size = _SIZE.get(kind, _LITTLE)
        if always or room_for(text, kind, x, y):
            placed.append(taken_by(text, kind, x, y))
            found.append({"text": text, "kind": kind, "at": [round(x, 2), round(y, 2)], "size": size})

    for mark in marks:  # before any label: none lies on the sign of another
        x, y = frame.put(mark.point)
        placed.append((x - 2, y - 2, x + 2, y + 2))
    for mark in marks:
        x, y = frame.put(mark.point)
        wide = _width(mark.label, _SIZE["mark"])
        middle = min(max(x, wide / 2 + 1), frame.width - wide / 2 - 1)
        tries = [(middle, max(y - 5, 3)), (middle, y + 5), (x + wide / 2 + 4, y), (x - wide / 2 - 4, y)]
        put(
            mark.label,
            "mark",
            *next((one for one in tries if room_for(mark.label, "mark", *one)), tries[0]),
            always=True,
        )
    for kind in _SIGNS:
        for x, y in (frame.put(shape.middle) for shape in shown.get(kind, ())):
            placed.append((x - 1.4, y - 1.0, x + 1.4, y + 1.0))
    for kind in _NAMED:
        if kind == "site" and frame.scale >= _DETAIL:
            continue
        for shape in shown.get(kind, ()):
            if shape.name:
                free = (spot for spot in _spots(shape, frame) if room_for(shape.name, kind, *spot))
                spot = next(free, None)
                if spot is not None:
                    put(shape.name, kind, *spot)
    return found


def _spots(shape: Shape, frame: _Frame) -> list[tuple[float, float]]:
    """Where a name may go, the best first: along what can be seen of a line, above or below a point, in an area or beside its middle."""
    if shape.geometry.sort != geo.LINE:
        x, y = frame.put(shape.middle)
        return [(x, y + down) for down in ((-2.6, 2.9) if shape.geometry.sort == geo.POINT else (0.0, 3.2, -3.2))]
    line = max(shape.geometry.lines(), key=geo.line_length)
    whole = geo.line_length(line)
    seen = [spot for step in range(41) if frame.box.holds(spot := geo.along(line, whole * step / 40))]
    shares = (0.5, 0.25, 0.75, 0.35, 0.65)
    return [frame.put(seen[int(len(seen) * share)]) for share in shares] if seen else [frame.put(shape.middle)]


def _width(text: str, size: float) -> float:
    """Millimetres a text takes: a Chinese character is as wide as the size, a letter half."""
    return sum(1.0 if ord(sign) > 0x2E7F else 0.55 for sign in text) * size * 0.353


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _bar(scale: int) -> dict[str, Any]:
    metres = max((bar for bar in _BARS if bar * 1000 / scale <= 34), default=_BARS[0])
    return {
        "metres": f"{metres}米" if metres < 1000 else f"{metres // 1000}公里",
        "width": round(metres * 1000 / scale, 2),
    }


def _source(office: OfficeMap) -> str:
    told = {shape.source for shape in office.shapes.values() if shape.source}
    told |= {layer.source for layer in office.layers if layer.source}
    missing = [layer.name for layer in office.layers if office.loaded[layer.id].trouble]
    words = "、".join(sorted(told)) or UNKNOWN
    return f"来源：{words}" + (f"；底图缺失：{'、'.join(missing)}" if missing else "")


# --- forms --------------------------------------------------------------------------------------------------------


def map_sheet(material: Material) -> dict[str, Any]:
    """辖区图: the whole office across the page, or the surroundings of a place with who answers and where to gather.

    Refuses ``map_missing`` where nothing is drawn, and ``place_not_on_map``.
    """
    office = material.reference.map()
    if material.subject.startswith("place/"):
        return _place_sheet(material, office)
    ground = _wanted(material.options.get("box")) or office.box
    if ground is None:
        raise Refused("map_missing")
    title = str(material.options.get("title") or "辖区图")
    east, north = geo.metres_per_degree(ground.middle[1])
    across = (ground.east - ground.west) * east > 1.3 * (ground.north - ground.south) * north
    width, height = (250, 116) if across else (165, 186)
    drawn = sheet(office, ground, width=width, height=height, signs=_asked(material.options))
    return {
        "document": "map_sheet",
        "flipped": across,
        "paper": material.paper(title=title, number="", mode=REAL),
        "blocks": [drawn],
    }


def _place_sheet(material: Material, office: OfficeMap) -> dict[str, Any]:
    place = material.directory.places.get(material.key)
    around = office.around(place, material.directory) if place is not None else None
    if place is None or around is None:
        raise Refused("place_not_on_map")
    shape = office.shape(place.id)
    ground = _ground(around, shape)
    marks = _marks(around, place.name, ground)
    drawn = sheet(office, ground, width=165, height=120, marks=marks, signs=_asked(material.options))
    return {
        "document": "map_sheet",
        "paper": material.paper(title=f"{place.name}位置图", number="", mode=REAL),
        "blocks": [blocks.pairs(_rows(around)), drawn],
    }


def incident_map(material: Material, place: str, said: str, at: int, width: float, height: float) -> Block | None:
    """Where an incident was, on the map of its day (``at``): the surroundings of its place with where people gather.

    ``said`` are the words for the place: where they name a house, it is marked and not the middle of its street. None where the
    place is on no map.
    """
    directory = material.directory.at(at)
    office = material.reference.map(at)
    spot = whereabouts(said, AddressBook(directory, office), directory)
    exact = spot.exact and spot.place is not None and place in ("", spot.place.id)
    told = spot.place if exact else directory.places.get(place)
    around = office.around(told, directory) if told is not None else None
    if told is None or around is None:
        return None
    shape, name = office.shape(told.id), told.name
    if exact and spot.point is not None:
        name = spot.words
        if around.precise != "own" or spot.point != around.point:
            shape = None
            around = replace(around, point=spot.point, precise="own", grid=spot.grid, assembly=spot.assembly)
    ground = _ground(around, shape)
    marks = _marks(around, name, ground)
    caption = "事发地点位置图"
    if around.precise != "own":
        caption += f"（{word('map_precise', around.precise)}）"
    return sheet(office, ground, width=width, height=height, marks=marks, caption=caption)


def _marks(around: Around, name: str, ground: Box) -> list[Mark]:
    """The place itself, and where people gather: the point of its community, where it has none the nearest."""
    gather = around.gather or around.assembly
    seen = [gather] if gather is not None and ground.holds(gather.shape.middle) else []
    return [Mark(around.point, name), *(Mark(one.shape.middle, one.shape.name, "goal") for one in seen)]


def _ground(around: Around, shape: Shape | None) -> Box:
    """What the sheet of a place shows: the place itself with some ground around it, its assembly point where that is near."""
    boxes = [Box(*around.point, *around.point)]
    if shape is not None:
        boxes.append(shape.box)
    gather = around.gather or around.assembly
    if gather is not None and gather.metres <= 3 * _AROUND_M:
        boxes.append(gather.shape.box)
    whole = geo.union(boxes)
    assert whole is not None
    east, north = geo.metres_per_degree(whole.middle[1])
    least = 2 * _AROUND_M
    across, along = (whole.east - whole.west) * east, (whole.north - whole.south) * north
    return whole.grown(max(40.0, (least - max(across, along)) / 2))


def _rows(around: Around) -> Iterable[tuple[str, str]]:
    answering = around.answering
    yield "社区、网格", f"{answering.community.name if answering.community else UNKNOWN}　{around.grid or UNKNOWN}"
    street = answering.street
    yield "街巷", f"{street.name}（{_called(answering.chief)}）" if street is not None else NONE
    if answering.keepers:
        yield "楼院、单位管理员", "；".join(_called(one) for one in answering.keepers[:4])
    gather, nearest = around.gather, around.assembly
    if gather is not None and nearest is not None and gather.shape.id != nearest.shape.id:
        yield "本社区集结点", _near(gather)
        yield "最近集结点", _near(nearest)
    else:
        yield "集结点", _near(gather or nearest)
    for name, near in (("安置点", around.shelter), ("指挥部选址", around.post_site)):
        yield name, _near(near)
    if around.precise != "own":
        yield "位置说明", word("map_precise", around.precise)


def _near(found: Found | None) -> str:
    return f"{found.shape.name}，直线{round(found.metres, -1):.0f}米" if found is not None else NONE


def _called(holder: Holder | None) -> str:
    if holder is None:
        return "空缺"
    return f"{word('patrol_role', holder.role)}{holder.person.name} {holder.person.phone}"


def _wanted(told: object) -> Box | None:
    if isinstance(told, list | tuple) and len(told) == 4 and all(isinstance(one, int | float) for one in told):
        return Box(*(float(one) for one in told))
    return None


def _asked(options: Mapping[str, Any]) -> Sequence[str]:
    told = options.get("signs")
    return tuple(map(str, told)) if isinstance(told, list | tuple) else _SIGNS
