"""The acts on the map: drawing, reshaping, moving, retiring, and importing a file as one act.

Every shape is a dated record, so the map of a former day can be told from its history. What is drawn for a place of the roster
must be of the kind of that place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain import geo
from commandcenter.domain.command import Command, Draft, World
from commandcenter.domain.record import AmendRecord, ListRecord, Record, RestoreRecord, RetireRecord, check
from commandcenter.domain.refusal import Refused

FARTHEST = 20_000.0
"""Metres a shape can be moved at once: more is a mistake of the hand or of the coordinates."""
_NAMED = (
    *("community", "grid", "street", "alley", "site", "assembly", "shelter"),
    *("landmark", "post_site", "store", "camera", "gate"),
)
"""What is nothing without a name: somebody is sent there by it."""
_ALIKE = (frozenset(("street", "alley")), frozenset(("building", "site")))
"""Kinds that may be drawn as each other: a unit of society is a building, an alley a street."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawShape(Command):
    """Put something on the map that is not on it. ``geometry`` is GeoJSON in WGS-84.

    ``place`` is the place of the roster it shows; its shape has the same id. Without a place ``shape`` is a fresh id, or empty
    to have one made, and ``name`` is its name. A shape that was retired is drawn anew under its id.

    Refuses ``already_drawn``, ``place_unknown``, ``place_kind_other``, ``shape_name_missing``, and what geometry refuses.
    """

    kind: str
    geometry: dict[str, Any]
    place: str = ""
    shape: str = ""
    name: str = ""
    street: str = ""
    number: str = ""
    aliases: tuple[str, ...] = ()
    note: str = ""
    source: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        told = {
            "kind": self.kind,
            "geometry": self.geometry,
            "place": self.place,
            "name": "" if self.place else self.name.strip(),
            "street": self.street,
            "number": self.number,
            "aliases": list(self.aliases),
            "note": self.note,
            "source": self.source,
        }
        fields = {name: value for name, value in told.items() if value}
        key = self.place or self.shape or world.new_id()
        if _record(world, key).active:
            raise Refused("already_drawn", shape=key)
        _check(world, fields)
        return _entered(world, key, fields, self.when(world))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReshapeShape(Command):
    """Give a shape another geometry: a corner moved, an area cut. Refuses ``shape_unknown``, ``nothing_changed`` and broken ones."""

    shape: str
    geometry: dict[str, Any]
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        record = _standing(world, self.shape)
        fields = {**record.fields, "geometry": self.geometry}
        check(record.subject, fields)
        return _amended(world, self, record, {"geometry": self.geometry})


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveShape(Command):
    """Move a shape as it is, so many metres to the east and to the north.

    Refuses ``shape_unknown``, ``nothing_changed`` and ``moved_too_far``.
    """

    shape: str
    east: float
    north: float
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        record = _standing(world, self.shape)
        if not (abs(self.east) <= FARTHEST and abs(self.north) <= FARTHEST):
            raise Refused("moved_too_far", most=round(FARTHEST / 1000))
        geometry = geo.geometry_of(record.get("geometry"))
        moved = geo.shifted(geometry, self.east, self.north)
        return _amended(world, self, record, {"geometry": geo.geojson_of(moved)})


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribeShape(Command):
    """Change what is told of a shape: name, other names, address, note. Fields that are None stay as they are.

    Refuses ``shape_unknown``, ``nothing_changed`` and ``shape_name_missing``.
    """

    shape: str
    name: str | None = None
    aliases: tuple[str, ...] | None = None
    street: str | None = None
    number: str | None = None
    note: str | None = None
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        record = _standing(world, self.shape)
        told = {"name": self.name, "street": self.street, "number": self.number, "note": self.note}
        fields: dict[str, Any] = {name: value.strip() for name, value in told.items() if value is not None}
        if self.aliases is not None:
            fields["aliases"] = [one.strip() for one in self.aliases if one.strip()]
        fields = {name: value for name, value in fields.items() if record.get(name, type(value)()) != value}
        _check(world, {**record.fields, **fields})
        return _amended(world, self, record, fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireShape(Command):
    """Take a shape off the map; its history stays. Refuses ``shape_unknown``."""

    shape: str
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        record = _standing(world, self.shape)
        return RetireRecord(subject=record.subject, reason=self.reason, happened_at=self.happened_at).decide(world)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMap(Command):
    """Enter what a map file holds, as one act: shapes as records, and a base layer whose features were stored before.

    ``shapes`` are (id, fields); those that stand already get the fields that differ. ``layer`` is the id of the base,
    ``layer_fields`` what is told of it (empty: the file has none). ``replaced`` are layers that this one takes the place of.

    Refuses ``nothing_changed`` when the map holds all of it already, ``layer_unknown``, and what drawing refuses.
    """

    shapes: tuple[tuple[str, dict[str, Any]], ...] = ()
    layer: str = ""
    layer_fields: dict[str, Any] = field(default_factory=dict)
    replaced: tuple[str, ...] = ()
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        drafts: list[Draft] = []
        at = self.when(world)
        for key, fields in self.shapes:
            _check(world, fields)
            record = _record(world, key)
            if record.active:
                changed = _differing(record, fields)
                if changed:
                    drafts += _amended(world, self, record, changed)
            else:
                drafts += _entered(world, key, fields, at)
        for key in self.replaced:
            old = world.state(f"map_layer/{key}")
            if not old.active:
                raise Refused("layer_unknown", layer=key)
            if key != self.layer:
                drafts += RetireRecord(subject=old.subject, reason=self.reason, happened_at=at).decide(world)
        if self.layer_fields:
            drafts += _layer(world, self.layer or world.new_id(), self.layer_fields, at)
        if not drafts:
            raise Refused("nothing_changed")
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireLayer(Command):
    """Take a base layer off the map; its file stays stored with the history. Refuses ``layer_unknown``."""

    layer: str
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        record = world.state(f"map_layer/{self.layer}")
        if not record.active:
            raise Refused("layer_unknown", layer=self.layer)
        return RetireRecord(subject=record.subject, reason=self.reason, happened_at=self.happened_at).decide(world)


def _record(world: World, key: str) -> Record:
    if not key or "/" in key:
        raise Refused("shape_unknown", shape=key)
    record: Record = world.state(f"shape/{key}")
    return record


def _standing(world: World, key: str) -> Record:
    record = _record(world, key)
    if not record.active:
        raise Refused("shape_unknown", shape=key)
    return record


def _check(world: World, fields: Mapping[str, Any]) -> None:
    """What the family demands, and what the roster says of the place."""
    check("shape/", fields)
    place, kind = fields.get("place", ""), fields["kind"]
    if not place:
        if kind in _NAMED and not fields.get("name"):
            raise Refused("shape_name_missing", kind=kind)
        return
    told: Record = world.state(f"place/{place}")
    if not told.active:
        raise Refused("place_unknown", place=place)
    known = told.get("kind")
    if known != kind and not any({known, kind} <= alike for alike in _ALIKE):
        raise Refused("place_kind_other", place=place, kind=kind, known=known)


def _entered(world: World, key: str, fields: dict[str, Any], at: int) -> list[Draft]:
    """List a shape, or take a retired one back with other fields."""
    record = _record(world, key)
    if not record.known:
        return list(ListRecord(subject=f"shape/{key}", fields=fields, happened_at=at).decide(world))
    empty = {name: type(value)() for name, value in record.fields.items() if name not in fields}
    drafts = list(RestoreRecord(subject=record.subject, happened_at=at).decide(world))
    changed = _differing(record, {**empty, **fields})
    if changed:
        drafts += AmendRecord(subject=record.subject, fields=changed, happened_at=at).decide(world)
    return drafts


def _layer(world: World, key: str, fields: dict[str, Any], at: int) -> Iterable[Draft]:
    subject = f"map_layer/{key}"
    record: Record = world.state(subject)
    check(subject, fields)
    if not record.known:
        return ListRecord(subject=subject, fields=fields, happened_at=at).decide(world)
    drafts: list[Draft] = []
    if not record.active:
        drafts += RestoreRecord(subject=subject, happened_at=at).decide(world)
    changed = _differing(record, fields)
    if changed:
        drafts += AmendRecord(subject=subject, fields=changed, happened_at=at).decide(world)
    return drafts


def _differing(record: Record, fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if record.get(name) != value}


def _amended(world: World, command: Command, record: Record, fields: dict[str, Any]) -> Sequence[Draft]:
    reason = getattr(command, "reason", "")
    amend = AmendRecord(subject=record.subject, fields=fields, reason=reason, happened_at=command.happened_at)
    return amend.decide(world)
