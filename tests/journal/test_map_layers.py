"""A layer of ten thousand buildings: read back as it was written, at once; and what is no layer is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from big_map import big_map, big_shapes
from commandcenter.domain import geo
from commandcenter.domain.map import Layer, OfficeMap
from commandcenter.journal import map_layers
from hypothesis import given
from hypothesis import strategies as st

LAYER = Layer("base", "底图", "base", "0" * 64)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Layer, OfficeMap]:
    folder = tmp_path_factory.mktemp("layer")
    shapes = big_shapes()
    kept = map_layers.put(folder, shapes)
    layer = Layer("base", "底图", "base", kept.sha256, count=len(shapes))
    return folder, layer, OfficeMap({}, (layer,), lambda one: map_layers.load(folder, one))


def test_every_feature_comes_back_as_it_was(stored: tuple[Path, Layer, OfficeMap]) -> None:
    _, layer, office = stored
    before, after = big_shapes(), office.base
    assert len(after) == len(before) == layer.count
    for first, second in zip(before, after, strict=True):
        assert (first.id, first.kind, first.name, second.layer) == (second.id, second.kind, second.name, "base")
        assert first.geometry == second.geometry
        assert first.box == second.box


def test_what_lies_in_a_window_is_found_as_by_looking_at_all(stored: tuple[Path, Layer, OfficeMap]) -> None:
    _, _, office = stored
    middle = office.base[5_000].middle
    window = geo.Box(*middle, *middle).grown(150)
    found = {shape.id for shape in office.in_box(window, "building", "camera")}
    assert found == {one.id for one in office.base if one.kind in ("building", "camera") and one.box.meets(window)}
    assert office.holding(middle, "building") is office.base[5_000]


def test_the_same_seed_makes_the_same_map() -> None:
    first, second = big_map(200, 100), big_map(200, 100)
    assert first.shapes == second.shapes
    assert len(first.of_kind("building")) == 200
    assert len(first.of_kind("hydrant", "camera", "gate")) == 100
    for house in first.of_kind("building"):
        assert geo.geometry_of(geo.geojson_of(house.geometry)).sort == geo.AREA


@given(
    st.binary(max_size=200) | st.text(max_size=60).map(lambda text: f'{{"features":[{{"geometry":{text}}}]}}'.encode())
)
def test_a_damaged_layer_is_told_and_never_half_drawn(content: bytes) -> None:
    try:
        shapes = map_layers.read(content, "base")
    except ValueError:
        return
    assert all(shape.geometry.box for shape in shapes)


def test_a_layer_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert map_layers.load(tmp_path, LAYER) == map_layers.Loaded((), "missing")
    assert map_layers.load(None, LAYER).trouble == "missing"
    assert (
        map_layers.load(None, Layer("x", "x", "base", "", carried="sample_office/map/none.geojson")).trouble
        == "missing"
    )
