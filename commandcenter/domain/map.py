"""The map of the office: what is drawn on it, and what lies where.

A *shape* is a record (``shape/J07`` is that of place J07; cameras, water and green have ids of their own) with a kind, a
geometry in WGS-84 and the source it comes from. Drawing, moving and retiring are acts on records, so the history keeps how a
grid ran in former years. A *layer* is a large base (ten thousand buildings) whose features lie among the attached files by
their content; the record tells which. ``OfficeMap`` is a snapshot of both, built after a change and asked many times.
Place → grid → chief → nearest assembly point: domain.md 1.1 (一轴一长三平台), 4.2-4.8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from commandcenter.domain import geo
from commandcenter.domain.geo import Box, Cells, Geometry, Point
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

if TYPE_CHECKING:
    from commandcenter.domain.roster import Answering, Directory, Place

AREAS = ("boundary", "community", "grid", "green")
WAYS = ("street", "alley", "road", "rail")
POINTS = ("site", "assembly", "shelter", "landmark", "camera", "post_site", "store", "hydrant", "gate")
KINDS = (*AREAS, *WAYS, "building", "water", *POINTS)
"""What can be on the map. Streets, grids, buildings and the points of the roster are places as well; a road is a way that is no
street of the office."""

_SORTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(AREAS, (geo.AREA,)),
    "street": (geo.LINE, geo.AREA),
    "alley": (geo.LINE, geo.AREA),
    "road": (geo.LINE, geo.AREA),
    "rail": (geo.LINE,),
    "water": (geo.LINE, geo.AREA),
    "building": (geo.AREA, geo.POINT),
    **dict.fromkeys(POINTS, (geo.POINT, geo.AREA)),
}

NEAR_STREET = 60.0
"""Metres within which a spot is said to lie at a street."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Something on the map. ``place`` is the place of the roster it shows; ``layer`` the base it came with, empty for a record.

    ``street`` (a place) and ``number`` are the address of a building: 砚池胡同 · 3.
    """

    id: str
    kind: str
    geometry: Geometry
    name: str = ""
    place: str = ""
    street: str = ""
    number: str = ""
    aliases: tuple[str, ...] = ()
    source: str = ""
    note: str = ""
    layer: str = ""

    @property
    def box(self) -> Box:
        """The box around it."""
        return self.geometry.box

    @property
    def middle(self) -> Point:
        """The spot that stands for it."""
        return geo.middle(self.geometry)


@dataclass(frozen=True, slots=True)
class Layer:
    """A base layer: its features lie in a stored content (``content`` = SHA-256) or in the program's own file ``carried``.

    ``count`` is how many features it has, ``crs`` what the file it came from declared.
    """

    id: str
    name: str
    kind: str
    content: str
    carried: str = ""
    count: int = 0
    crs: str = ""
    source: str = ""


class Found(NamedTuple):
    """A shape and how far it is from the spot asked about (metres)."""

    shape: Shape
    metres: float


class Loaded(NamedTuple):
    """The features of a layer, or why there are none (``missing``, ``altered``)."""

    shapes: tuple[Shape, ...]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """What lies at a point of the map: grid, community, building, and the street it belongs to by nearness."""

    point: Point
    grid: Shape | None
    community: Shape | None
    street: Found | None
    building: Shape | None
    inside: bool
    """Whether it lies within the office's boundary; True as well where no boundary is drawn."""


class Overlap(NamedTuple):
    """Another area on the ground of one: ``share`` (0 to 1) is how much of the one lies in the other."""

    shape: Shape
    share: float


@dataclass(frozen=True, slots=True)
class Around:
    """A place on the map and everybody and everything that counts there at once.

    ``precise`` says how the point was found: ``own`` shape, that of its ``street``, its ``grid`` or ``community``. ``gather`` is
    the assembly point of its community, the one a whistle names; ``assembly`` the nearest of all, which may be another.
    """

    place: Place
    point: Point
    precise: str
    grid: str
    answering: Answering
    gather: Found | None
    assembly: Found | None
    shelter: Found | None
    post_site: Found | None


def _nothing(layer: Layer) -> Loaded:
    return Loaded((), "missing")


@dataclass(frozen=True)
class OfficeMap:
    """A snapshot of the map. ``load`` fetches the features of a layer the first time ``base`` is asked for."""

    shapes: Mapping[str, Shape] = field(default_factory=dict)
    layers: tuple[Layer, ...] = ()
    load: Callable[[Layer], Loaded] = _nothing

    @property
    def drawn(self) -> bool:
        """Whether there is anything on the map."""
        return bool(self.shapes or self.layers)

    @cached_property
    def loaded(self) -> Mapping[str, Loaded]:
        """The features of each layer, by layer; what could not be read says why."""
        return {layer.id: self.load(layer) for layer in self.layers}

    @cached_property
    def base(self) -> tuple[Shape, ...]:
        """The features of all layers; where a record draws the same thing anew the record counts."""
        return tuple(shape for loaded in self.loaded.values() for shape in loaded.shapes if shape.id not in self.shapes)

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Shape, ...]]:
        found: dict[str, list[Shape]] = {}
        for shape in self.shapes.values():
            found.setdefault(shape.kind, []).append(shape)
        return {kind: tuple(sorted(shapes, key=lambda shape: shape.id)) for kind, shapes in found.items()}

    @cached_property
    def _base_by_kind(self) -> Mapping[str, tuple[Shape, ...]]:
        found: dict[str, list[Shape]] = {}
        for shape in self.base:
            found.setdefault(shape.kind, []).append(shape)
        return {kind: tuple(shapes) for kind, shapes in found.items()}

    def of_kind(self, *kinds: str) -> tuple[Shape, ...]:
        """The shapes of some kinds that are records: places, points, areas. Those of the base are not among them."""
        return tuple(shape for kind in kinds for shape in self._by_kind.get(kind, ()))

    def all_of(self, *kinds: str) -> tuple[Shape, ...]:
        """The shapes of some kinds, those of the base after the records."""
        return (*self.of_kind(*kinds), *(shape for kind in kinds for shape in self._base_by_kind.get(kind, ())))

    def shape(self, place: str) -> Shape | None:
        """The shape of a place (or of a thing with an id of its own)."""
        return self.shapes.get(place)

    @cached_property
    def box(self) -> Box | None:
        """The box around everything that is a record: what the map shows at first. None where nothing is drawn."""
        return geo.union(shape.box for shape in self.shapes.values()) or geo.union(shape.box for shape in self.base)

    # --- what lies where ----------------------------------------------------------------------------------------

    @cached_property
    def _filed(self) -> Mapping[str, tuple[tuple[Shape, ...], Cells]]:
        return {kind: (shapes, Cells([shape.box for shape in shapes])) for kind, shapes in self._by_kind.items()}

    @cached_property
    def _base_filed(self) -> Mapping[str, tuple[tuple[Shape, ...], Cells]]:
        return {kind: (shapes, Cells([shape.box for shape in shapes])) for kind, shapes in self._base_by_kind.items()}

    def _meeting(self, box: Box, kinds: Iterable[str], *, base: bool = False) -> Iterator[Shape]:
        for kind in kinds:
            for filed in (self._filed, self._base_filed) if base else (self._filed,):
                if kind in filed:
                    shapes, cells = filed[kind]
                    yield from (shapes[number] for number in cells.meeting(box))

    def in_box(self, box: Box, *kinds: str) -> tuple[Shape, ...]:
        """The shapes of some kinds whose box meets ``box``, those of the base included."""
        return tuple(self._meeting(box, kinds, base=True))

    def holding(self, point: Point, *kinds: str) -> Shape | None:
        """The first shape of some kinds whose area holds a point, those of the base included for buildings."""
        spot = Box(*point, *point)
        found = self._meeting(spot, kinds, base="building" in kinds)
        return next((shape for shape in found if geo.contains(shape.geometry, point)), None)

    def grid_at(self, point: Point) -> Shape | None:
        """The grid a point lies in."""
        return self.holding(point, "grid")

    def community_at(self, point: Point) -> Shape | None:
        """The community a point lies in."""
        return self.holding(point, "community")

    def inside(self, point: Point) -> bool:
        """Whether a point lies within the office's boundary, or in one of its communities where no boundary is drawn."""
        if self.of_kind("boundary"):
            return self.holding(point, "boundary") is not None
        return not self.of_kind("community") or self.community_at(point) is not None

    def nearest(self, kind: str | Sequence[str], point: Point, most: int = 1, within: float = 0.0) -> list[Found]:
        """The shapes of one or more kinds that are nearest to a point, the nearest first; ``within`` so many metres if given."""
        kinds = (kind,) if isinstance(kind, str) else tuple(kind)
        if within > 0.0:
            asked: Iterable[Shape] = self._meeting(Box(*point, *point).grown(within), kinds)
        else:
            asked = self.of_kind(*kinds)
        found = [Found(shape, geo.nearest_on(shape.geometry, point).metres) for shape in asked]
        found = [one for one in found if within <= 0.0 or one.metres <= within]
        return sorted(found, key=lambda one: (one.metres, one.shape.id))[:most]

    def street_near(self, point: Point, within: float = NEAR_STREET) -> Found | None:
        """The street or alley nearest to a point, no farther than ``within`` metres."""
        return next(iter(self.nearest(("street", "alley"), point, within=within)), None)

    def spot(self, point: Point) -> Spot:
        """What lies at a point."""
        return Spot(
            point,
            self.grid_at(point),
            self.community_at(point),
            self.street_near(point),
            self.holding(point, "building"),
            self.inside(point),
        )

    def overlaps(self, geometry: Geometry, kind: str, own: str = "") -> list[Overlap]:
        """The areas of a kind (``own`` left out) that have ground in common with one, the largest share first.

        Less than a hundredth of the smaller of both is the width of a line and is not told.
        """
        size = geo.area(geometry)
        found = []
        for other in self.in_box(geometry.box, kind):
            common = geo.overlap(geometry, other.geometry) if other.id != own else 0.0
            if common > 0.01 * min(size, geo.area(other.geometry)):
                found.append(Overlap(other, common / size))
        return sorted(found, key=lambda one: (-one.share, one.shape.id))

    # --- with the roster ----------------------------------------------------------------------------------------

    def undrawn(self, directory: Directory) -> tuple[Place, ...]:
        """The grids, streets and alleys in use that have no outline of their own yet: grids first, by their codes."""
        return tuple(place for place in directory.of_kind("grid", "street", "alley") if place.id not in self.shapes)

    def point_of(self, place: Place, directory: Directory) -> tuple[Point, str] | None:
        """Where a place is, and how that is known: its own shape, its street's, its grid's, its community's. None: nowhere."""
        street = directory.street_of(place)
        steps = (
            (place.id, "own"),
            (street.id if street else "", "street"),
            (place.grids[0] if place.grids else "", "grid"),
            (place.community, "community"),
        )
        for key, precise in steps:
            shape = self.shapes.get(key) if key else None
            if shape is not None:
                return shape.middle, precise
        return None

    def around(self, place: Place, directory: Directory) -> Around | None:
        """Grid, chief, nearest assembly point, shelter and site for a post of a place at once. None for a place on no map."""
        known = self.point_of(place, directory)
        if known is None:
            return None
        point, precise = known
        grid = self.grid_at(point) if precise in ("own", "street") else None
        told = place.grids[0] if len(place.grids) == 1 else ""
        answering = directory.answers_for(place)
        named = self.shapes.get(answering.assembly.id) if answering.assembly is not None else None
        return Around(
            place=place,
            point=point,
            precise=precise,
            grid=place.id if place.kind == "grid" else grid.id if grid is not None else told,
            answering=answering,
            gather=Found(named, geo.nearest_on(named.geometry, point).metres) if named is not None else None,
            assembly=next(iter(self.nearest("assembly", point)), None),
            shelter=next(iter(self.nearest("shelter", point)), None),
            post_site=next(iter(self.nearest("post_site", point)), None),
        )


# --- records --------------------------------------------------------------------------------------------------------


def shape_of(record: Record) -> Shape | None:
    """The shape in a record; None for one that cannot be drawn (a damaged or forged entry)."""
    kind = record.get("kind")
    if kind not in KINDS:
        return None
    try:
        geometry = geo.geometry_of(record.get("geometry"))
    except Refused:
        return None
    aliases = record.get("aliases")
    return Shape(
        id=record.id,
        kind=kind,
        geometry=geometry,
        name=_text(record, "name"),
        place=_text(record, "place"),
        street=_text(record, "street"),
        number=_text(record, "number"),
        aliases=tuple(map(str, aliases)) if isinstance(aliases, list | tuple) else (),
        source=_text(record, "source"),
        note=_text(record, "note"),
    )


def layer_of(record: Record) -> Layer:
    """The layer a record tells of."""
    return Layer(
        id=record.id,
        name=_text(record, "name"),
        kind=_text(record, "kind"),
        content=_text(record, "content"),
        carried=_text(record, "carried"),
        count=whole(record.get("count")) or 0,
        crs=_text(record, "crs"),
        source=_text(record, "source"),
    )


def _text(record: Record, name: str) -> str:
    value = record.get(name, "")
    return value if isinstance(value, str) else ""


def map_of(
    shapes: Mapping[str, Record],
    layers: Mapping[str, Record],
    places: Mapping[str, str],
    load: Callable[[Layer], Loaded] = _nothing,
) -> OfficeMap:
    """The map that records tell; retired ones are not on it. ``places`` are the names of places: a shape has its place's."""
    drawn = (shape_of(record) for record in shapes.values() if record.active)
    named = (
        replace(shape, name=places[shape.place]) if shape.place in places else shape
        for shape in drawn
        if shape is not None
    )
    return OfficeMap(
        {shape.id: shape for shape in named},
        tuple(layer_of(layers[key]) for key in sorted(layers) if layers[key].active),
        load,
    )


@demands("shape")
def _check_shape(fields: Mapping[str, Any]) -> None:
    """Refuses ``shape_kind_unknown``, ``shape_sort_wrong`` (a street drawn as a point) and what broken geometry refuses."""
    kind = fields.get("kind")
    if kind not in KINDS:
        raise Refused("shape_kind_unknown", kind=kind)
    geometry = geo.geometry_of(fields.get("geometry"))
    if geometry.sort not in _SORTS[kind]:
        raise Refused("shape_sort_wrong", kind=kind, sort=geometry.sort)
    for name in ("name", "place", "street", "number", "source", "note"):
        if not isinstance(fields.get(name, ""), str):
            raise Refused("shape_unreadable", field=name)


@demands("map_layer")
def _check_layer(fields: Mapping[str, Any]) -> None:
    """Refuses ``name_missing`` and ``layer_unreadable`` (no content told)."""
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")
    content, carried = fields.get("content", ""), fields.get("carried", "")
    named = isinstance(content, str) and len(content) == 64 and not content.strip("0123456789abcdef")
    if not named and not (isinstance(carried, str) and carried):
        raise Refused("layer_unreadable")
