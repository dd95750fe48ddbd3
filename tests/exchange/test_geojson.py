"""Map files: right features or a clear refusal, never half; what an import would do, done as one act; out and in again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done
from commandcenter.desk.map_job import import_map, preview_map, write_map
from commandcenter.desk.read import Read
from commandcenter.desk.wire import command_from_wire, command_to_wire
from commandcenter.domain import geo
from commandcenter.domain.command import Command
from commandcenter.domain.map import OfficeMap
from commandcenter.domain.map_acts import DescribeShape, DrawShape, ImportMap, MoveShape
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.coordinates import declared
from commandcenter.exchange.founding import sample_office
from commandcenter.exchange.geojson import features_of, read_map, written
from commandcenter.exchange.map_import import MapChoice, plan_of
from commandcenter.journal import attachments
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.ids import uuid7
from commandcenter.ui import wording
from hypothesis import given
from hypothesis import strategies as st
from mapped import directory, sample_map

WGS = declared("WGS-84")


def told(*features: dict[str, Any], **more: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


def point(lon: float, lat: float, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
    }


def nothing(done: int, total: int) -> None:
    pass


@given(
    st.binary(max_size=400)
    | st.binary(max_size=60).map(lambda rest: b'{"type":"FeatureCollection","features":[' + rest)
)
def test_any_bytes_are_a_map_or_refused_in_words(content: bytes) -> None:
    try:
        file = read_map("a.geojson", content, "landmark")
        features_of(file, WGS)
    except Refused as refused:
        said = refused
    else:
        return
    assert wording.known(said.code)
    assert "{" not in wording.refusal(said.code, said.facts)


leaves = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=6)
)
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=4), max_leaves=12)
geometries = st.fixed_dictionaries(
    {"type": st.sampled_from(["Point", "LineString", "Polygon", "MultiPolygon", "Strange"]), "coordinates": values}
)
objects = st.fixed_dictionaries(
    {"type": st.just("Feature")},
    optional={
        "id": leaves,
        "properties": st.dictionaries(st.sampled_from(["名称", "kind", "id", "x"]), values, max_size=3) | leaves,
        "geometry": geometries | leaves,
    },
)


@given(st.lists(objects | leaves, max_size=4), st.sampled_from(["WGS-84", "GCJ-02", "EPSG:4549"]))
def test_a_file_is_whole_or_refused_and_what_is_left_out_is_counted(features: list[Any], crs: str) -> None:
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    try:
        file = read_map("a.geojson", content, "landmark")
    except Refused:
        return
    try:
        kept, broken = features_of(file, declared(crs), leave_out=True)
    except Refused as refused:
        assert refused.code == "map_file_without_features"  # noqa: PT017
        kept, broken = (), ()
    else:
        assert len(kept) + len(broken) == len(features)
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for one in kept for lon, lat in one.geometry.points())
    if broken:
        with pytest.raises(Refused) as strict:
            features_of(file, declared(crs))
        assert strict.value.code == "map_file_broken"
        assert strict.value.facts["count"] == len(broken)


@pytest.mark.parametrize(
    ("content", "code", "found"),
    [
        (b"", "map_file_empty", None),
        (b" \n ", "map_file_empty", None),
        (b"PK\x03\x04abc", "not_a_map_file", "archive"),
        (b"\x00\x00\x27\x0a\x00", "not_a_map_file", "shapefile"),
        (b"%PDF-1.7", "not_a_map_file", "pdf"),
        (b"<kml><Placemark/></kml>", "not_a_map_file", "page"),
        ("名称,经度,纬度".encode(), "not_a_map_file", "text"),
        (b"[1, 2, 3]", "not_a_map_file", "json"),
        (b'{"a": 1}', "not_a_map_file", "json"),
        (b'{"type": "Topology", "objects": {}}', "not_a_map_file", "topojson"),
        (b'{"type": "FeatureCollection", "features": []}', "map_file_without_features", None),
        (b'{"type": "FeatureCollection", "features": [', "map_file_damaged", None),
        (b'{"type": "FeatureCollection", "features": NaN}', "map_file_damaged", None),
        (b'{"a":' * 50_000, "map_file_deep", None),
    ],
)
def test_what_is_no_map_is_called_by_its_name(content: bytes, code: str, found: str | None) -> None:
    with pytest.raises(Refused) as refused:
        read_map("a.geojson", content)
    assert refused.value.code == code
    assert refused.value.facts.get("found") == found


def test_chinese_headings_and_words_are_understood_in_any_encoding() -> None:
    feature = point(122.61, 36.31, 名称="街口探头", 类型="摄像头", 编码=17.0)
    text = json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False)
    for content in (text.encode(), text.encode("utf-8-sig"), text.encode("gb18030"), text.encode("utf-16")):
        (one,), broken = features_of(read_map("图.json", content), WGS)
        assert not broken
        assert (one.kind, one.name, one.id) == ("camera", "街口探头", "17")
    (by_name,), _ = features_of(read_map("消火栓.geojson", told(point(122.61, 36.31))), WGS)
    assert by_name.kind == "hydrant"


def test_a_broken_feature_is_named_with_its_place_and_reason() -> None:
    content = told(point(122.61, 36.31, name="好"), point(500, 36.31, name="坏"), {"type": "Feature", "geometry": None})
    file = read_map("图.json", content, "landmark")
    with pytest.raises(Refused) as refused:
        features_of(file, WGS)
    facts = refused.value.facts
    assert (facts["count"], facts["place"], facts["name"]) == (2, 2, "坏")
    assert facts["first"] in ("coordinates_outside", "geometry_outside")
    kept, broken = features_of(file, WGS, leave_out=True)
    assert [one.name for one in kept] == ["好"]
    assert [(one.place, one.code) for one in broken] == [(2, broken[0].code), (3, "geometry_missing")]


@pytest.mark.parametrize("name", ["WGS-84", "GCJ-02", "CGCS2000", "EPSG:4549", "LOCAL"])
def test_a_map_written_in_any_system_reads_back_the_same(name: str) -> None:
    crs = declared(name, (122.6, 36.3))
    shapes = [*sample_map().shapes.values(), *sample_map().base[:50]]
    file = read_map("出.geojson", written(shapes, crs, "样例"))
    assert file.source == "样例"
    if name != "LOCAL":
        assert declared(file.crs).name == declared(name).name
    kept, broken = features_of(file, crs)
    assert not broken
    for shape, one in zip(shapes, kept, strict=True):
        assert (one.kind, one.name) == (shape.kind, shape.name)
        assert one.geometry.sort == shape.geometry.sort
        for before, after in zip(shape.geometry.points(), one.geometry.points(), strict=True):
            assert geo.distance(before, after) < 0.1


# --- what an import would do ------------------------------------------------------------------------------------------


def plan(content: bytes, office: OfficeMap | None = None, **choice: Any) -> Any:
    file = read_map("图.geojson", content, choice.pop("kind", ""))
    return plan_of(file, MapChoice(**choice), office or sample_map(), directory())


def test_the_map_that_stands_is_told_as_the_same() -> None:
    content = written(list(sample_map().shapes.values()), WGS)
    assert plan(content).counts() == {"same": len(sample_map().shapes), "broken": 0}


def test_streets_find_their_place_by_name_and_houses_become_the_base() -> None:
    line = {"type": "LineString", "coordinates": [[122.61, 36.31], [122.612, 36.311]]}
    square = geo.geojson_of(geo.area_geometry([(122.61, 36.31), (122.6102, 36.31), (122.6102, 36.3102)]))
    content = told(
        {"type": "Feature", "properties": {"名称": "砚池胡同", "类型": "胡同"}, "geometry": line},
        {"type": "Feature", "properties": {"名称": "新开路", "类型": "街路"}, "geometry": line},
        {"type": "Feature", "properties": {"名称": "北苇小区1号楼", "类型": "楼栋"}, "geometry": square},
        {"type": "Feature", "properties": {"类型": "建筑物"}, "geometry": square},
    )
    told_plan = plan(content, crs="WGS-84")
    assert [(one.act, one.place, one.kind) for one in told_plan.planned] == [
        ("changed", "J07", "alley"),
        ("new", "", "street"),
        ("changed", "B16", "building"),
        ("base", "", "building"),
    ]
    assert told_plan.unplaced == ("新开路",)
    command = told_plan.command("", {}, (), "测绘")
    assert [key for key, _ in command.shapes] == ["J07", command.shapes[1][0], "B16"]
    assert command.shapes[0][1]["place"] == "J07"


def test_what_the_roster_has_and_nobody_drew_is_listed() -> None:
    bare = OfficeMap({key: shape for key, shape in sample_map().shapes.items() if shape.kind != "grid"})
    grids = [shape for shape in sample_map().of_kind("grid") if shape.id != "A1-03"]
    assert plan(written(grids, WGS), bare).missing == ("A1-03",)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    clock = SystemClock()
    door = open_door(tmp_path, clock.now)
    assert isinstance(door.submit(sample_office(clock.now(), lambda: uuid7(clock.now()))), Done)
    door.close()
    return tmp_path


def saved(folder: Path, content: bytes) -> str:
    path = folder / "图.geojson"
    path.write_bytes(content)
    return str(path)


def reread(folder: Path) -> OfficeMap:
    return Read(folder).reference.map()


def test_a_base_is_stored_by_its_content_told_as_one_act_and_replaces_the_carried_one(folder: Path) -> None:
    houses = [one for one in sample_map().base if one.kind == "building"][:200]
    path = saved(folder, written(houses, declared("GCJ-02")))
    options = {"crs": "GCJ-02", "name": "房屋底图", "replaced": ["base"], "layer": "houses"}
    before = preview_map(nothing, str(folder), "", path, options)
    assert before["counts"] == {"base": 200, "broken": 0}
    assert before["doubt"] is None
    report = import_map(nothing, str(folder), "", path, options)
    assert report["layer"] == "houses"
    office = reread(folder)
    assert [layer.id for layer in office.layers] == ["houses"]
    assert len(office.base) == 200
    assert not office.loaded["houses"].trouble
    for before_shape, after in zip(houses, office.base, strict=True):
        assert geo.distance(before_shape.middle, after.middle) < 0.2
    connection = connect(folder / FILE_NAME)
    assert attachments.sweep(connection, folder, SystemClock().now() + 10**9, older_than=0) == 0
    assert attachments.check(connection, folder).bad == ()
    connection.close()
    with pytest.raises(Refused) as again:
        import_map(nothing, str(folder), "", path, {**options, "replaced": []})
    assert again.value.code == "nothing_changed"


def test_a_newer_file_of_the_same_name_brings_its_layer_up_to_date(folder: Path) -> None:
    houses = [one for one in sample_map().base if one.kind == "building"]
    first = import_map(nothing, str(folder), "", saved(folder, written(houses[:30], WGS)), {})
    second = import_map(nothing, str(folder), "", saved(folder, written(houses[:40], WGS)), {})
    assert first["layer"] == second["layer"]
    office = reread(folder)
    assert [layer.count for layer in office.layers if layer.id == first["layer"]] == [40]
    assert len(office.loaded[first["layer"]].shapes) == 40
    old = Read(folder).reference.record(f"map_layer/{first['layer']}").history[0].fields["content"]
    assert attachments.path_of(folder, old).exists(), "the former map can still be looked at"


def test_a_layer_whose_file_is_gone_or_altered_says_so_and_the_map_stands(folder: Path) -> None:
    houses = [one for one in sample_map().base if one.kind == "building"][:20]
    import_map(nothing, str(folder), "", saved(folder, written(houses, WGS)), {"layer": "houses"})
    stored = attachments.path_of(folder, next(one for one in reread(folder).layers if one.id == "houses").content)
    stored.write_bytes(stored.read_bytes().replace(b"building", b"buildinf"))
    assert reread(folder).loaded["houses"].trouble == "altered"
    stored.unlink()
    office = reread(folder)
    assert office.loaded["houses"].trouble == "missing"
    assert office.grid_at(office.shapes["J07"].middle) is not None


@pytest.mark.parametrize(
    ("really", "said", "code", "facts"),
    [
        ("GCJ-02", "WGS-84", "map_crs_shifted", {"fits": "GCJ-02"}),
        ("EPSG:4549", "WGS-84", "map_crs_metres", {}),
        ("WGS-84", "EPSG:4549", "map_crs_degrees", {}),
    ],
)
def test_a_wrongly_declared_file_writes_nothing_and_says_what_to_choose(
    folder: Path, really: str, said: str, code: str, facts: dict[str, str]
) -> None:
    path = saved(folder, written(list(sample_map().of_kind("grid", "street", "alley")), declared(really)))
    before = reread(folder).shapes
    with pytest.raises(Refused) as refused:
        import_map(nothing, str(folder), "", path, {"crs": said})
    assert refused.value.code == code
    assert facts.items() <= refused.value.facts.items()
    assert wording.known(code)
    assert reread(folder).shapes == before


def test_latitude_first_is_noticed_and_turned_when_told_so(folder: Path) -> None:
    features = [point(36.31, 122.61, name=f"探头{n}", kind="camera") for n in range(3)]
    path = saved(folder, told(*features))
    with pytest.raises(Refused) as refused:
        import_map(nothing, str(folder), "", path, {"crs": "WGS-84"})
    assert refused.value.code in ("map_crs_swapped", "map_file_broken")
    report = import_map(nothing, str(folder), "", path, {"crs": "WGS-84", "swapped": True})
    assert report["counts"]["new"] + report["counts"].get("base", 0) == 3
    assert any(shape.name == "探头1" for shape in reread(folder).shapes.values())


@pytest.mark.parametrize(
    "command",
    [
        ImportMap(shapes=(("J07", {"kind": "alley"}),), layer="x", layer_fields={"name": "底图"}, replaced=("base",)),
        DrawShape(kind="camera", geometry={"type": "Point", "coordinates": [122.61, 36.31]}, aliases=("北门",)),
        MoveShape(shape="V01", east=1.5, north=-2.0),
        DescribeShape(shape="V01", aliases=("北门",)),
    ],
)
def test_the_acts_on_the_map_survive_the_way_to_the_window_that_holds_the_folder(command: Command) -> None:
    assert command_from_wire(json.loads(json.dumps(command_to_wire(command)))) == command


def test_the_map_goes_out_and_comes_back_as_the_same(folder: Path) -> None:
    target = folder / "出.geojson"
    report = write_map(nothing, str(folder), "", str(target), {"crs": "CGCS2000", "base": False})
    assert report["count"] == len(sample_map().shapes)
    preview = preview_map(nothing, str(folder), "", str(target), {})
    assert preview["declared"]
    assert preview["counts"] == {"same": len(sample_map().shapes), "broken": 0}
