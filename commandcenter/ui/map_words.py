"""The words of the map: kinds of shapes, what a file turned out to be, and the sentences of its refusals."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from commandcenter.domain.map import Found
    from commandcenter.domain.whereabouts import Whereabouts

translate = QCoreApplication.translate

KINDS: Mapping[str, str] = {
    "boundary": QT_TRANSLATE_NOOP("Map", "Boundary of the office"),
    "community": QT_TRANSLATE_NOOP("Map", "Community"),
    "grid": QT_TRANSLATE_NOOP("Map", "Grid"),
    "green": QT_TRANSLATE_NOOP("Map", "Green"),
    "street": QT_TRANSLATE_NOOP("Map", "Street"),
    "alley": QT_TRANSLATE_NOOP("Map", "Alley"),
    "road": QT_TRANSLATE_NOOP("Map", "Other road"),
    "rail": QT_TRANSLATE_NOOP("Map", "Railway"),
    "building": QT_TRANSLATE_NOOP("Map", "Building"),
    "water": QT_TRANSLATE_NOOP("Map", "Water"),
    "site": QT_TRANSLATE_NOOP("Map", "Resident unit"),
    "assembly": QT_TRANSLATE_NOOP("Map", "Assembly point"),
    "shelter": QT_TRANSLATE_NOOP("Map", "Shelter"),
    "landmark": QT_TRANSLATE_NOOP("Map", "Landmark"),
    "camera": QT_TRANSLATE_NOOP("Map", "Camera"),
    "post_site": QT_TRANSLATE_NOOP("Map", "Site for a command post"),
    "store": QT_TRANSLATE_NOOP("Map", "Store"),
    "hydrant": QT_TRANSLATE_NOOP("Map", "Hydrant"),
    "gate": QT_TRANSLATE_NOOP("Map", "Entrance"),
}

SORTS: Mapping[str, str] = {
    "point": QT_TRANSLATE_NOOP("Map", "a point"),
    "line": QT_TRANSLATE_NOOP("Map", "a line"),
    "area": QT_TRANSLATE_NOOP("Map", "an area"),
}

FILES: Mapping[str, str] = {
    "shapefile": QT_TRANSLATE_NOOP("File", "a shapefile (shp)"),
    "database": QT_TRANSLATE_NOOP("File", "a database"),
    "drawing": QT_TRANSLATE_NOOP("File", "a CAD drawing"),
    "text": QT_TRANSLATE_NOOP("File", "plain text"),
    "json": QT_TRANSLATE_NOOP("File", "JSON without a map"),
    "topojson": QT_TRANSLATE_NOOP("File", "TopoJSON"),
}

REFUSALS: Mapping[str, str] = {
    "geometry_missing": QT_TRANSLATE_NOOP("Refusal", "There is nothing drawn. Set at least one point."),
    "geometry_unknown": QT_TRANSLATE_NOOP("Refusal", "“{kind}” is no point, line or area that the map knows."),
    "geometry_unreadable": QT_TRANSLATE_NOOP("Refusal", "A coordinate is no pair of numbers."),
    "geometry_outside": QT_TRANSLATE_NOOP(
        "Refusal", "{lon}, {lat} is no place on earth. Check the coordinate system and the order of the numbers."
    ),
    "geometry_short": QT_TRANSLATE_NOOP("Refusal", "It needs at least {least} different points."),
    "geometry_open": QT_TRANSLATE_NOOP("Refusal", "The area does not close: its last point must be its first."),
    "geometry_crossed": QT_TRANSLATE_NOOP(
        "Refusal", "The edge of the area crosses itself at {lon}, {lat}. Move a corner so that it does not."
    ),
    "geometry_hole_outside": QT_TRANSLATE_NOOP("Refusal", "A hole lies outside its area at {lon}, {lat}."),
    "geometry_large": QT_TRANSLATE_NOOP("Refusal", "It has {points} points; at most {most} are taken. Simplify it."),
    "shape_kind_unknown": QT_TRANSLATE_NOOP("Refusal", "Say what it is: a grid, an alley, a building …"),
    "shape_sort_wrong": QT_TRANSLATE_NOOP("Refusal", "{kind} is not drawn as {sort}."),
    "shape_unreadable": QT_TRANSLATE_NOOP("Refusal", "An entry of the shape is no text ({field})."),
    "shape_name_missing": QT_TRANSLATE_NOOP("Refusal", "Give it a name, or choose the place it shows."),
    "map_missing": QT_TRANSLATE_NOOP("Refusal", "There is no map yet. Draw one, or import one."),
    "place_not_on_map": QT_TRANSLATE_NOOP("Refusal", "This place is not on the map, nor is its street. Draw it first."),
    "shape_unknown": QT_TRANSLATE_NOOP("Refusal", "This is not on the map any more."),
    "already_drawn": QT_TRANSLATE_NOOP("Refusal", "It is on the map already. Change its shape instead."),
    "place_kind_other": QT_TRANSLATE_NOOP("Refusal", "The roster has this place as {known}, not as {kind}."),
    "moved_too_far": QT_TRANSLATE_NOOP("Refusal", "That is more than {most} km. Check the coordinates."),
    "layer_unreadable": QT_TRANSLATE_NOOP("Refusal", "The layer has no content."),
    "layer_unknown": QT_TRANSLATE_NOOP("Refusal", "This layer is not on the map any more."),
    "crs_missing": QT_TRANSLATE_NOOP("Refusal", "The file does not say its coordinate system. Choose it."),
    "crs_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "“{crs}” is no known coordinate system. Choose one, or enter its EPSG number."
    ),
    "origin_missing": QT_TRANSLATE_NOOP(
        "Refusal", "Local metres need an origin: longitude and latitude of their zero."
    ),
    "coordinates_outside": QT_TRANSLATE_NOOP(
        "Refusal", "Coordinates lie on no map in this system. Check the coordinate system."
    ),
    "map_crs_metres": QT_TRANSLATE_NOOP(
        "Refusal", "The numbers are metres, {crs} has degrees. Choose the EPSG number of the survey (such as 4549)."
    ),
    "map_crs_degrees": QT_TRANSLATE_NOOP(
        "Refusal", "The numbers are degrees, {crs} has metres. Choose WGS-84, GCJ-02 or CGCS2000."
    ),
    "map_crs_swapped": QT_TRANSLATE_NOOP(
        "Refusal", "Latitude and longitude are the wrong way round. Choose “latitude first”."
    ),
    "map_crs_shifted": QT_TRANSLATE_NOOP(
        "Refusal", "Known things would lie {metres} m off; read as {fits} they fit. Choose {fits}."
    ),
    "map_crs_elsewhere": QT_TRANSLATE_NOOP(
        "Refusal", "In {crs} it lies {kilometres} km from the office; read as {fits} it fits. Choose {fits}."
    ),
    "map_crs_nowhere": QT_TRANSLATE_NOOP(
        "Refusal", "In {crs} it lies {kilometres} km from the office. Check the coordinate system, or the file."
    ),
    "map_file_empty": QT_TRANSLATE_NOOP("Refusal", "{file} is empty."),
    "map_file_large": QT_TRANSLATE_NOOP("Refusal", "{file} is larger than the program takes ({limit}). Divide it."),
    "not_a_map_file": QT_TRANSLATE_NOOP("Refusal", "{file} is no map file but {found}. Save it as GeoJSON first."),
    "map_file_damaged": QT_TRANSLATE_NOOP("Refusal", "{file} is damaged ({detail}). Save it anew."),
    "map_file_deep": QT_TRANSLATE_NOOP("Refusal", "{file} is nested too deep to be a map."),
    "map_file_without_features": QT_TRANSLATE_NOOP("Refusal", "There is nothing on the map in {file}."),
    "map_file_broken": QT_TRANSLATE_NOOP(
        "Refusal", "{count} features of {file} are broken. The first is number {place} {name}: {first}"
    ),
}


def metres_words(metres: float) -> str:
    """A distance as it is said."""
    return translate("MapPlace", "{n} m").format(n=round(metres)) if metres < 1000 else f"{metres / 1000:.1f} km"


def near_words(near: Found) -> str:
    """The nearest assembly point and how far it is."""
    words = translate("MapPlace", "nearest assembly point {name}, {far}")
    return words.format(name=near.shape.name, far=metres_words(near.metres))


def nearer_words(there: Whereabouts) -> str:
    """The nearest assembly point where it is another than that of the community; else empty."""
    own = there.answering.assembly if there.answering is not None else None
    near = there.assembly
    return near_words(near) if near is not None and (own is None or near.shape.id != own.id) else ""


def kind_word(kind: str) -> str:
    """A kind of shape in words; the code itself where it has none."""
    return translate("Map", KINDS[kind]) if kind in KINDS else kind
