"""The map of the sample office fits its roster; what lies where is told as by looking at everything; the acts on shapes."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sample_map as made
from commandcenter.domain import geo
from commandcenter.domain.geo import Point
from commandcenter.domain.map import KINDS, OfficeMap, Shape, shape_of
from commandcenter.domain.map_acts import DescribeShape, DrawShape, ImportMap, MoveShape, ReshapeShape, RetireShape
from commandcenter.domain.record import Record
from commandcenter.domain.refusal import Refused
from hypothesis import given
from hypothesis import strategies as st
from mapped import directory, records, sample_map

office = sample_map()
points = st.tuples(st.floats(0, 2300), st.floats(0, 2000)).map(lambda spot: tuple(made.degrees(spot)))


def test_the_committed_map_is_what_its_generator_makes() -> None:
    for name, collection in zip(("places", "base"), made.build(), strict=True):
        committed = (made.HERE / "map" / f"{name}.geojson").read_text("utf-8")
        assert committed == made.text_of(collection), name
        assert json.loads(committed)["type"] == "FeatureCollection"


def test_every_place_of_the_roster_is_on_the_map_and_lies_in_its_community() -> None:
    for place in directory().places.values():
        shape = office.shape(place.id)
        assert shape is not None, place.name
        assert shape.name == place.name
        if place.kind != "community":
            community = office.community_at(shape.middle)
            assert community is not None, place.name
            assert community.id == place.community, place.name


def test_streets_have_the_lengths_of_the_roster_and_run_in_their_community_and_grids() -> None:
    for place in directory().streets():
        shape = office.shapes[place.id]
        assert geo.length(shape.geometry) == pytest.approx(place.length_m, rel=0.05), place.name
        grid = office.grid_at(shape.middle)
        assert grid is not None
        assert grid.id in place.grids, place.name
        (line,) = shape.geometry.lines()
        whole = geo.line_length(line)
        for step in range(1, 40):
            spot = geo.along(line, whole * step / 40)
            assert geo.contains(office.shapes[place.community].geometry, spot), place.name


@given(points)
def test_communities_tile_the_office_and_grids_their_communities(spot: Point) -> None:
    if not geo.contains(office.shapes["boundary"].geometry, spot):
        return
    communities = [one.id for one in office.of_kind("community") if geo.contains(one.geometry, spot)]
    grids = [one.id for one in office.of_kind("grid") if geo.contains(one.geometry, spot)]
    assert len(communities) == 1
    assert len(grids) == 1
    assert grids[0].startswith(communities[0])


def test_the_parts_are_as_large_as_the_whole() -> None:
    boundary = geo.area(office.shapes["boundary"].geometry)
    assert boundary == pytest.approx(4.6e6, rel=0.02)
    assert sum(geo.area(one.geometry) for one in office.of_kind("community")) == pytest.approx(boundary, rel=1e-3)
    for community in office.of_kind("community"):
        grids = [one for one in office.of_kind("grid") if one.id.startswith(community.id)]
        assert sum(geo.area(one.geometry) for one in grids) == pytest.approx(geo.area(community.geometry), rel=1e-3)


def test_no_house_stands_on_another_or_on_a_street() -> None:
    houses = office.all_of("building", "site")
    assert len(houses) > 600
    cells = geo.Cells([house.box for house in houses])
    streets = office.of_kind("street", "alley")
    for number, house in enumerate(houses):
        for other in cells.meeting(house.box):
            if other > number:
                assert not any(geo.contains(houses[other].geometry, corner) for corner in house.geometry.points())
        for corner in house.geometry.points():
            near = min(geo.nearest_on(street.geometry, corner).metres for street in streets)
            assert near > 2.0, house.name


@given(points, st.sampled_from(["assembly", "shelter", "camera", "post_site", "building", "street", "grid"]))
def test_the_nearest_is_the_nearest_of_all(spot: Point, kind: str) -> None:
    every = sorted((geo.nearest_on(one.geometry, spot).metres, one.id) for one in office.of_kind(kind))
    assert [(one.metres, one.shape.id) for one in office.nearest(kind, spot, most=3)] == every[:3]
    within = [one for one in every if one[0] <= 150]
    assert [(one.metres, one.shape.id) for one in office.nearest(kind, spot, most=99, within=150)] == within


@given(points)
def test_a_spot_tells_grid_community_street_and_house_as_a_look_at_everything_does(spot: Point) -> None:
    told = office.spot(spot)
    grids = [one.id for one in office.of_kind("grid") if geo.contains(one.geometry, spot)]
    assert (told.grid.id if told.grid else None) == (grids[0] if grids else None)
    near = sorted((geo.nearest_on(one.geometry, spot).metres, one.id) for one in office.of_kind("street", "alley"))
    if near[0][0] <= 60:
        assert told.street is not None
        assert told.street.shape.id == near[0][1]
    else:
        assert told.street is None
    houses = [one.id for one in office.all_of("building") if geo.contains(one.geometry, spot)]
    assert (told.building.id if told.building else None) == (houses[0] if houses else None)


def test_a_place_tells_its_grid_who_answers_and_the_nearest_assembly_point_at_once() -> None:
    around = office.around(directory().places["B02"], directory())
    assert around is not None
    assert (around.precise, around.grid) == ("own", "A1-02")
    assert around.answering.street is not None
    assert around.answering.street.id == "J07"
    assert around.assembly is not None
    assert around.assembly.shape.kind == "assembly"
    assert 0 < around.assembly.metres < 2_000


def test_a_place_without_a_shape_is_where_its_street_is_and_says_so() -> None:
    bare = OfficeMap({key: shape for key, shape in office.shapes.items() if shape.kind != "building"})
    place = directory().places["B02"]
    assert bare.point_of(place, directory()) == (bare.shapes["J07"].middle, "street")
    only = OfficeMap({"A1": office.shapes["A1"]})
    assert only.point_of(place, directory()) == (only.shapes["A1"].middle, "community")
    assert OfficeMap().point_of(place, directory()) is None
    assert OfficeMap().around(place, directory()) is None


def test_a_record_redraws_what_a_layer_holds() -> None:
    house = next(one for one in office.base if one.kind == "building")
    moved = Shape(house.id, "building", geo.shifted(house.geometry, 50, 0))
    redrawn = OfficeMap({**office.shapes, house.id: moved}, office.layers, office.load)
    assert house.id not in {one.id for one in redrawn.base}
    assert redrawn.shape(house.id) is moved


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["kind", "geometry", "name", "place", "aliases"]), anything))
def test_a_damaged_record_is_left_off_the_map_and_stops_nothing(fields: dict[str, Any]) -> None:
    shape = shape_of(Record(subject="shape/x", known=True, fields=fields))
    assert shape is None or shape.kind in KINDS


# --- acts -------------------------------------------------------------------------------------------------------------


class World:
    """The sample office's records, changed by what is decided."""

    now = 1_784_300_000_000

    def __init__(self) -> None:
        self.states = dict(records())

    def state(self, subject: str) -> Record:
        return self.states.get(subject, Record(subject=subject))

    def new_id(self) -> str:
        return "fresh"

    def act(self, command: Any) -> list[str]:
        drafts = command.decide(self)
        for draft in drafts:
            old = self.state(draft.subject)
            verb = draft.kind.partition(".")[2]
            fields = {**old.fields, **draft.body.get("fields", {})}
            retired = {"retired": self.now, "restored": None}.get(verb, old.retired_at)
            self.states[draft.subject] = Record(subject=draft.subject, known=True, fields=fields, retired_at=retired)
        return [draft.kind for draft in drafts]


SQUARE = geo.geojson_of(geo.area_geometry([(122.61, 36.31), (122.611, 36.31), (122.611, 36.311), (122.61, 36.311)]))
SPOT = {"type": "Point", "coordinates": [122.61, 36.31]}


def refused(command: Any, world: World | None = None) -> str:
    with pytest.raises(Refused) as found:
        command.decide(world or World())
    return found.value.code


def test_a_shape_is_drawn_reshaped_moved_named_retired_and_drawn_again() -> None:
    world = World()
    assert world.act(DrawShape(kind="camera", geometry=SPOT, name="新装探头")) == ["shape.listed"]
    assert refused(DrawShape(kind="camera", geometry=SPOT, name="又一个", shape="fresh"), world) == "already_drawn"
    assert world.act(MoveShape(shape="fresh", east=30, north=-40)) == ["shape.amended"]
    there = geo.middle(geo.geometry_of(world.state("shape/fresh").get("geometry")))
    assert geo.distance(there, (122.61, 36.31)) == pytest.approx(50, abs=0.05)
    assert world.act(DescribeShape(shape="fresh", name="北门探头")) == ["shape.amended"]
    assert world.act(RetireShape(shape="fresh", reason="拆除")) == ["shape.retired"]
    assert refused(MoveShape(shape="fresh", east=1, north=1), world) == "shape_unknown"
    again = world.act(DrawShape(kind="camera", geometry=SPOT, name="北门探头", shape="fresh"))
    assert again == ["shape.restored", "shape.amended"]
    assert world.act(ReshapeShape(shape="A1-01", geometry=SQUARE)) == ["shape.amended"]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (DrawShape(kind="lake", geometry=SPOT, name="湖"), "shape_kind_unknown"),
        (DrawShape(kind="grid", geometry=SPOT, name="网格"), "shape_sort_wrong"),
        (DrawShape(kind="camera", geometry={}, name="探头"), "geometry_missing"),
        (DrawShape(kind="camera", geometry=SPOT), "shape_name_missing"),
        (DrawShape(kind="camera", geometry=SPOT, shape="a/b", name="探头"), "shape_unknown"),
        (DrawShape(kind="grid", geometry=SQUARE, place="A9-77"), "place_unknown"),
        (DrawShape(kind="grid", geometry=SQUARE, place="A1-01"), "already_drawn"),
        (ReshapeShape(shape="A1-01", geometry=SPOT), "shape_sort_wrong"),
        (ReshapeShape(shape="nothing", geometry=SQUARE), "shape_unknown"),
        (MoveShape(shape="A1-01", east=30_000, north=0), "moved_too_far"),
        (MoveShape(shape="A1-01", east=float("nan"), north=0), "moved_too_far"),
        (DescribeShape(shape="V01", name=" "), "shape_name_missing"),
        (DescribeShape(shape="V01", note=""), "nothing_changed"),
        (ImportMap(), "nothing_changed"),
        (ImportMap(replaced=("gone",)), "layer_unknown"),
        (ImportMap(layer="x", layer_fields={"name": "底图", "content": "zz"}), "layer_unreadable"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_reason(command: Any, code: str) -> None:
    assert refused(command) == code


def test_a_shape_is_of_the_kind_of_its_place() -> None:
    world = World()
    world.act(RetireShape(shape="J07"))
    assert refused(DrawShape(kind="grid", geometry=SQUARE, place="J07"), world) == "place_kind_other"
    line = {"type": "LineString", "coordinates": [[122.61, 36.31], [122.612, 36.31]]}
    assert world.act(DrawShape(kind="street", geometry=line, place="J07")) == ["shape.restored", "shape.amended"]
    assert world.state("shape/J07").get("geometry") == line
