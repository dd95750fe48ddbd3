"""Map files in and out as jobs: plain values in, a plain report out. The window runs them in a child process.

``options`` are those of ``map_import.MapChoice``; ``who`` is the acting person as the fields of ``Who``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import submit_through
from commandcenter.domain.command import Who
from commandcenter.domain.map import OfficeMap
from commandcenter.domain.roster import Directory
from commandcenter.exchange.coordinates import Crs, Doubt, declared
from commandcenter.exchange.geojson import export_map, open_map
from commandcenter.exchange.map_import import MapChoice, Plan, demanded, plan_of, refusal_of
from commandcenter.journal import map_layers
from commandcenter.journal.database import FILE_NAME, connect, key_from
from commandcenter.journal.reading.reference import ReferenceReader

Progress = Callable[[int, int], None]
MOST_TOLD = 200
"""So many features are told one by one in a preview."""


def preview_map(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """What would come of a map file: counts, the first features, doubts about its coordinates. Nothing is written.

    Refuses what ``map_import.plan_import`` refuses. Raises ``Trouble``.
    """
    choice = MapChoice.from_plain(options)
    office, directory = _standing(folder, key)
    file = open_map(Path(path), choice.kind)
    plan = plan_of(file, choice, office, directory)
    progress(1, 1)
    return _told(plan) | {"declared": file.crs, "source": file.source}


def import_map(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Import a map file as one act; the features of a base layer are stored first. Returns the report of the preview.

    Refuses what ``preview_map`` refuses, a doubt about the coordinates unless it was told to trust the file, and what the act refuses.
    """
    choice = MapChoice.from_plain(options)
    office, directory = _standing(folder, key)
    file = open_map(Path(path), choice.kind)
    plan = plan_of(file, choice, office, directory)
    demanded(plan, choice)
    progress(1, 3)
    source = str(options.get("source", "")) or file.source or file.name
    clock = SystemClock()
    layer = choice.layer or (choice.replaced[0] if choice.replaced else _layer_of(file.name))
    base = plan.base(layer)
    fields: dict[str, Any] = {}
    if base:
        stored = map_layers.put(Path(folder), base)
        kinds = sorted({shape.kind for shape in base})
        fields = {
            "name": choice.name or file.name,
            "kind": kinds[0] if len(kinds) == 1 else "base",
            "content": stored.sha256,
            "size": stored.size,
            "carried": "",
            "count": len(base),
            "crs": plan.crs.name,
            "source": source,
        }
    progress(2, 3)
    command = plan.command(layer if base else "", fields, choice.replaced, source)
    who = Who(**options["who"]) if options.get("who") else None
    submit_through(Path(folder), clock.now, command, who, key=key_from(key))
    progress(3, 3)
    return _told(plan) | {"layer": layer if base else ""}


def _layer_of(name: str) -> str:
    """The layer a file fills: a newer file of the same name brings it up to date, on every desk the same one."""
    return f"file-{hashlib.sha256(name.encode()).hexdigest()[:12]}"


def write_map(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Write the map to a GeoJSON file. ``options``: ``crs`` (WGS-84 when empty), ``origin``, ``kinds`` (empty: all), ``base``."""
    office, _ = _standing(folder, key)
    crs = declared(str(options.get("crs", "")) or "WGS-84", options.get("origin"))
    kinds = set(map(str, options.get("kinds", ())))
    shapes = [*office.shapes.values(), *(office.base if options.get("base", True) else ())]
    kept = [shape for shape in shapes if not kinds or shape.kind in kinds]
    return {"path": path, "count": export_map(Path(path), kept, crs, progress=progress)}


def _standing(folder: str, key: str) -> tuple[OfficeMap, Directory]:
    connection = connect(Path(folder) / FILE_NAME, key=key_from(key))
    try:
        reader = ReferenceReader(connection, Path(folder))
        office = reader.map()
        _ = office.loaded
        return office, reader.directory()
    finally:
        connection.close()


def _told(plan: Plan) -> dict[str, Any]:
    return {
        "file": plan.file,
        "crs": plan.crs.name,
        "counts": plan.counts(),
        "kinds": _kinds(plan),
        "features": [
            {"act": one.act, "kind": one.kind, "name": one.feature.name, "place": one.place, "shape": one.shape}
            for one in plan.planned[:MOST_TOLD]
        ],
        "broken": [
            {"place": one.place, "name": one.name, "code": one.code, "facts": dict(one.facts)}
            for one in plan.broken[:MOST_TOLD]
        ],
        "doubt": None if plan.doubt is None else _doubt(plan.doubt, plan.crs),
        "outside": plan.outside,
        "unplaced": list(plan.unplaced[:MOST_TOLD]),
        "missing": list(plan.missing),
    }


def _doubt(doubt: Doubt, crs: Crs) -> dict[str, Any]:
    """A doubt with its sentence (code and facts), and what to choose so that it goes: ``crs``, ``swapped``."""
    said = refusal_of(doubt, crs)
    return {"code": said.code, "facts": said.facts, "crs": doubt.fits, "swapped": doubt.swapped}


def _kinds(plan: Plan) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in plan.planned:
        found[one.kind] = found.get(one.kind, 0) + 1
    return found
