"""Where something is said to be: one answer with spot, grid, who answers and the nearest assembly point, as brute force finds them."""

from __future__ import annotations

import pytest
from commandcenter.domain import geo
from commandcenter.domain.roster import Place
from commandcenter.domain.whereabouts import NOWHERE, whereabouts, whereabouts_of
from hypothesis import given
from hypothesis import strategies as st
from mapped import book, directory, sample_map

HOUSES = [one for one in sample_map().base if one.kind == "building" and one.name]
PLACES = sorted(directory().places.values(), key=lambda one: one.id)


@given(st.sampled_from(HOUSES), st.sampled_from(["", "，二层冒烟"]))
def test_a_house_tells_its_own_grid_chief_and_nearest_assembly_point(house: object, after: str) -> None:
    told = whereabouts(f"{house.name}{after}", book(), directory())  # type: ignore[attr-defined]
    point = house.middle  # type: ignore[attr-defined]
    grids = [one.id for one in sample_map().of_kind("grid") if geo.contains(one.geometry, point)]
    assert told.exact
    assert told.place is directory().places[house.street]  # type: ignore[attr-defined]
    assert told.answering == directory().answers_for(told.place)
    assert told.grid in grids
    assert told.words.startswith(house.name)  # type: ignore[attr-defined]
    assert told.assembly is not None
    far = [geo.nearest_on(one.geometry, point).metres for one in sample_map().of_kind("assembly")]
    assert told.assembly.metres == min(far)


@given(st.sampled_from(PLACES))
def test_a_place_is_where_its_words_are(place: Place) -> None:
    by_id = whereabouts_of(place, book(), directory())
    assert by_id.place is place
    if place.kind == "grid":
        assert by_id.grid == place.id
    by_words = whereabouts(place.name, book(), directory())
    if by_words.place is place:
        assert (by_words.grid, by_words.answering) == (by_id.grid, by_id.answering)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("青榆路6号有烟", "青榆路6号"),
        ("锦机里8号楼4单元301", "锦机里8号楼4单元301室"),
        ("云廊地铁站A口拥挤", "云廊地铁站A口"),
        ("青榆路", "青榆路"),
        ("灯笼巷5号旁边的幼儿园着火了", "灯笼巷5号旁边的幼儿园"),
        ("青榆路6号对面，有烟", "青榆路6号对面"),
    ],
)
def test_what_was_said_is_named_shortly_and_loses_no_number(said: str, words: str) -> None:
    assert whereabouts(said, book(), directory()).words == words


@given(st.text(max_size=30))
def test_any_text_has_an_answer(text: str) -> None:
    told = whereabouts(text, book(), directory())
    assert (told == NOWHERE) == (told.place is None)
    assert told.assembly is None or told.point is not None
