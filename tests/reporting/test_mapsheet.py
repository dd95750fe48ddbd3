"""The map on paper: the right ground at a round scale, names that do not lie on each other, and what is said with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.printing_job import document_data, print_document, word_copy
from commandcenter.desk.read import Read
from commandcenter.domain import geo
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command, Who
from commandcenter.domain.geo import Box
from commandcenter.domain.map import OfficeMap
from commandcenter.domain.map_acts import MoveShape, RetireShape
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.refusal import Refused
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.exchange.founding import sample_office
from commandcenter.journal.journal import open_journal
from commandcenter.reporting.mapsheet import SCALES, Mark, sheet
from hypothesis import given, settings
from hypothesis import strategies as st
from mapped import sample_map
from paper_text import squeezed

from conftest import NOW

WHO = Who("P0008", "clerk", "S1")
office = sample_map()
whole = office.box
assert whole is not None


class Desk:
    """The sample office on a real folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = SetClock(NOW)
        self.engine = Engine(open_journal(folder, self.clock.now), self.clock.now)
        self.ids = iter(range(10**6))
        command = sample_office(NOW, lambda: f"00000000-0000-7000-8000-{next(self.ids):012d}")
        assert isinstance(command, FoundOffice)
        assert isinstance(self.engine.execute(command, None), Done)

    def do(self, command: Command) -> Done:
        outcome = self.engine.execute(command, WHO)
        assert isinstance(outcome, Done), outcome
        return outcome

    def data(self, form: str, subject: str, **options: Any) -> dict[str, Any]:
        return document_data(str(self.folder), "", form, subject, options=options, now=self.clock.now())[0]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    found = Desk(tmp_path_factory.mktemp("mapped"))
    yield found
    found.engine.journal.close()


def drawn(data: dict[str, Any]) -> dict[str, Any]:
    return next(block for block in data["blocks"] if block["is"] == "map")


inside = st.tuples(st.floats(whole.west, whole.east), st.floats(whole.south, whole.north))


@settings(max_examples=30)
@given(inside, inside, st.integers(60, 250), st.integers(60, 180))
def test_any_ground_fits_at_a_round_scale_and_no_name_lies_on_another(
    first: geo.Point, second: geo.Point, width: int, height: int
) -> None:
    ground = geo.box_of([first, second]).grown(5)
    found = sheet(office, ground, width=width, height=height, marks=[Mark(first, "甲")])
    scale = int(found["scale"].partition(":")[2])
    assert scale in SCALES
    across, along = (ground.east - ground.west), (ground.north - ground.south)
    east, north = geo.metres_per_degree(ground.middle[1])
    assert across * east * 1000 / scale <= width + 0.1
    assert along * north * 1000 / scale <= height + 0.1
    smaller = [one for one in SCALES if one < scale]
    if smaller:
        assert max(across * east * 1000 / width, along * north * 1000 / height) > smaller[-1] * 0.999
    at = found["marks"][0]["at"]
    assert 0 <= at[0] <= width
    assert 0 <= at[1] <= height
    names = [label for label in found["labels"] if label["kind"] != "mark"]
    rooms = [(one["at"][0], one["at"][1], len(one["text"]) * one["size"] * 0.353 / 2) for one in names]
    for place, (x, y, half) in enumerate(rooms):
        for other_x, other_y, other_half in rooms[place + 1 :]:
            assert abs(y - other_y) > 2.4 or abs(x - other_x) >= (half + other_half) * 0.5
    assert found["bar"]["width"] <= 34


def test_the_sheet_of_the_office_shows_all_of_it(desk: Desk, pages: Any) -> None:
    data = desk.data("map_sheet", "office/main")
    names = {label["text"] for label in drawn(data)["labels"]}
    assert {one.name for one in office.of_kind("community")} <= names
    printed = print_document(lambda a, b: None, str(desk.folder), "", "map_sheet", "office/main")
    (text,) = pages(printed["pdf"])
    assert "比例尺" in text
    assert "样例地图（虚构）" in text


def test_the_sheet_of_a_place_says_who_answers_and_where_to_gather(desk: Desk, pages: Any) -> None:
    printed = print_document(lambda a, b: None, str(desk.folder), "", "map_sheet", "place/B02")
    (text,) = pages(printed["pdf"])
    told = squeezed(text)
    for words in ("砚池胡同9号院位置图", "槐序社区", "A1-02", "陶天佑", "卞世杰", "铜壶里小广场", "内部用后销毁"):
        assert words in told, words


def test_a_place_without_a_shape_of_its_own_says_that_the_spot_is_not_exact(desk: Desk) -> None:
    desk.do(RetireShape(shape="B03", reason="拆除重建"))
    data = desk.data("map_sheet", "place/B03")
    assert ("位置说明", "按所在街巷中点，非精确位置") in {
        (row["name"], row["text"]) for row in data["blocks"][0]["rows"]
    }


def test_an_office_without_a_map_is_told_so(tmp_path: Path) -> None:
    clock = SetClock(NOW)
    engine = Engine(open_journal(tmp_path, clock.now), clock.now)
    records: Any = (("office/main", {"name": "某街道"}, {}), ("place/J1", {"name": "某街", "kind": "street"}, {}))
    assert isinstance(engine.execute(FoundOffice(records=records), WHO), Done)
    for subject, code in (("office/main", "map_missing"), ("place/J1", "place_not_on_map")):
        with pytest.raises(Refused) as refused:
            document_data(str(tmp_path), "", "map_sheet", subject)
        assert refused.value.code == code
    engine.journal.close()


def test_the_review_shows_where_it_was_and_its_word_copy_says_that_it_does(
    desk: Desk, pages: Any, tmp_path: Path
) -> None:
    done = desk.do(
        BlowWhistle(units=(UnitCall(unit="D01"),), title="楼道起火", place="B29", place_words="新棉1区6号楼")
    )
    whistle = next(one for one in done.subjects if one.startswith("whistle/"))
    data = desk.data("review", whistle)
    found = data["map"]
    assert found["caption"] == "事发地点位置图"
    assert found["marks"][0]["at"]
    assert "新棉1区6号楼" in {label["text"] for label in found["labels"]}
    printed = print_document(lambda a, b: None, str(desk.folder), "", "review", whistle, now=desk.clock.now())
    assert "事发地点位置图" in squeezed("".join(pages(printed["pdf"])))
    target = tmp_path / "review.docx"
    word_copy(lambda a, b: None, str(desk.folder), "", "review", whistle, str(target), now=desk.clock.now())
    assert target.stat().st_size > 0


def test_the_house_that_was_said_is_marked_and_not_the_middle_of_its_street(desk: Desk) -> None:
    street = BlowWhistle(units=(UnitCall(unit="D01"),), title="燃气味", place="J03", place_words="望潮街")
    house = BlowWhistle(units=(UnitCall(unit="D01"),), title="楼道起火", place="J03", place_words="望潮街16号二层")
    whistles = [next(one for one in desk.do(act).subjects if one.startswith("whistle/")) for act in (street, house)]
    middle, spot = (desk.data("review", whistle)["map"] for whistle in whistles)
    assert middle["caption"] == spot["caption"] == "事发地点位置图"
    assert "望潮街16号2层" in {label["text"] for label in spot["labels"]}
    known = next(one for one in office.base if one.name == "望潮街16号")
    assert geo.distance(known.middle, office.shapes["J03"].middle) > 50
    assert middle["marks"][0]["at"] != spot["marks"][0]["at"]


def test_the_review_shows_the_map_of_its_day(desk: Desk) -> None:
    done = desk.do(
        BlowWhistle(units=(UnitCall(unit="D01"),), title="楼道起火", place="B30", place_words="新棉2区2号楼")
    )
    whistle = next(one for one in done.subjects if one.startswith("whistle/"))
    before = desk.data("review", whistle)["map"]
    desk.clock.advance(MINUTE)
    desk.do(MoveShape(shape="B30", east=90, north=40, reason="测绘更正"))
    desk.do(RetireShape(shape="J15", reason="改造"))
    assert desk.data("review", whistle)["map"] == before
    today = Read(desk.folder).reference
    then = today.map(desk.clock.now() - MINUTE)
    assert "J15" in then.shapes
    assert "J15" not in today.map().shapes
    moved = geo.distance(then.shapes["B30"].middle, today.map().shapes["B30"].middle)
    assert moved == pytest.approx(98.5, abs=0.5)
    assert set(today.map(0).shapes) == set(then.shapes) | {"B03"}


def test_an_empty_map_makes_an_empty_sheet_and_no_error() -> None:
    found = sheet(OfficeMap(), Box(122.6, 36.3, 122.61, 36.31), width=100, height=80)
    assert (found["layers"], found["labels"], found["signs"]) == ([], [], [])
    assert found["source"] == "来源：不明"
