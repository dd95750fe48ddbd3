"""From what somebody says to a place: every known address finds its own, any text gives an answer or none."""

from __future__ import annotations

import re

import pytest
from commandcenter.domain import geo
from commandcenter.domain.address import RANK, AddressBook, differing, numeral, plain
from commandcenter.domain.map import OfficeMap
from commandcenter.domain.roster import Directory, Place
from hypothesis import given
from hypothesis import strategies as st
from mapped import book, directory, sample_map

PLACES = sorted((one for one in directory().places.values() if one.kind in RANK), key=lambda one: one.id)
HOUSES = [one for one in sample_map().base if one.kind == "building" and one.name]
WORDS = st.sampled_from(
    ["", "居民反映", "来电：", "今晚 ", "我在", "速来", "，门口有积水", " 起火了！", "旁边路灯不亮", "（西侧）"]
)


def written(text: str, how: int) -> str:
    """The same address as another hand writes it."""
    if how == 1:
        return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)
    if how == 2:
        return re.sub(r"\d+", lambda found: spelt(int(found[0])), text)
    if how == 3:
        return text.replace("号楼", "栋") if re.search(r"\d号楼", text) else text
    if how == 4:
        return " ".join(text)
    return text


def spelt(number: int) -> str:
    signs = "零一二三四五六七八九"
    if number >= 100:
        return "".join(signs[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else signs[tens]) + "十" if tens else "") + (signs[ones] if ones or not tens else "")


@given(st.sampled_from(PLACES), WORDS, st.sampled_from(["", "，", "。"]), st.integers(0, 4))
def test_a_known_place_is_found_however_it_is_written(place: Place, before: str, after: str, how: int) -> None:
    found = book().find(f"{before}{written(place.name, how)}{after}")
    assert found is not None
    assert found.place is not None
    assert plain(found.place.name) == plain(place.name)
    assert directory().locate(f"{before}{written(place.name, how)}{after}") == found.place


@given(st.sampled_from(HOUSES), WORDS, st.integers(0, 4))
def test_a_house_the_map_knows_is_found_and_its_street_with_it(house: object, before: str, how: int) -> None:
    found = book().find(f"{before}{written(house.name, how)}")  # type: ignore[attr-defined]
    assert found is not None
    assert found.shape is house
    assert found.place is not None
    assert found.place.id == house.street  # type: ignore[attr-defined]
    assert found.precise == "own"


@given(st.text(max_size=200) | st.text(alphabet="砚池胡同槐序一二巷号楼院单元1２三-—，。 青榆路与口", max_size=40))
def test_any_text_gives_an_answer_or_none(text: str) -> None:
    found = book().find(text)
    place = book().place(text)
    assert (found.place if found else None) == place
    if found is not None:
        assert found.said
        assert found.point is not None
    assert isinstance(book().guesses(text), tuple)


@given(st.integers(0, 99))
def test_numerals_are_read_as_they_are_spelt(number: int) -> None:
    assert numeral(spelt(number)) == number


@pytest.mark.parametrize(
    ("text", "number"), [("二〇三", 203), ("一百零五", 105), ("一百二十", 120), ("十", 10), ("两", 2)]
)
def test_larger_numerals(text: str, number: int) -> None:
    assert numeral(text) == number


@pytest.mark.parametrize(
    ("text", "place", "precise"),
    [
        ("砚池胡同三号院着火", "B01", "own"),
        ("砚池胡同3号", "B01", "own"),
        ("北苇1号楼电梯困人", "B16", "own"),
        ("北苇小区停水", "J18", "estate"),
        ("榆和三小门口堵车", "U07", "own"),
        ("槐序街41号院", "B05", "own"),
        ("青榆街道办", "K01", "own"),
        ("南渡桥街和河沿路路口", "J06", "crossing"),
        ("河沿路东头", "J30", "end"),
        ("望潮街一直堵", "J03", "street"),
        ("砚池胡同两户进水", "J07", "street"),
        ("望潮楼社区灯笼巷3号", "J14", "own"),
        ("云廊地铁站A口", "U12", "own"),
        ("锦机里社区停电", "A5", "community"),
    ],
)
def test_what_people_say_is_understood(text: str, place: str, precise: str) -> None:
    found = book().find(text)
    assert found is not None
    assert found.place is not None
    assert (found.place.id, found.precise) == (place, precise)


def test_unit_storey_and_room_follow_the_building() -> None:
    found = book().find("北苇小区三栋2单元5层501室老人摔倒")
    assert found is not None
    assert (found.unit, found.storey, found.room) == ("2", "5", "501")
    dashed = book().find("锦机里6-2-301")
    assert dashed is not None
    assert (dashed.place and dashed.place.id, dashed.unit, dashed.room) == ("B23", "2", "301")


def test_a_number_nobody_drew_lies_between_its_neighbours_on_its_side() -> None:
    street = sample_map().shapes["J14"]
    numbers = {
        int(house.number): house for house in sample_map().base if house.street == "J14" and house.number.isdigit()
    }
    gap = next(number for number in range(3, max(numbers)) if number not in numbers)
    found = book().find(f"灯笼巷{gap}号")
    assert found is not None
    assert (found.precise, found.number) == ("number", str(gap))
    assert found.point is not None
    (line,) = street.geometry.lines()
    sides = {geo.side_of(line, house.middle) for number, house in numbers.items() if number % 2 == gap % 2}
    assert {geo.side_of(line, found.point)} == sides
    along = [geo.nearest_on_line(line, numbers[number].middle).along for number in numbers if number % 2 == gap % 2]
    assert min(along) < geo.nearest_on_line(line, found.point).along < max(along)


def test_a_number_beyond_the_street_is_not_invented() -> None:
    found = book().find("灯笼巷999号")
    assert found is not None
    assert (found.precise, found.number) == ("street", "999")


def test_similar_names_come_with_what_tells_them_apart() -> None:
    found = book().find("砚池胡同")
    assert found is not None
    near = next(one for one in found.similar if one.place.name == "砚池西巷")
    assert (near.ours, near.theirs, near.community) == ("胡同", "西巷", "槐序社区")
    assert near.metres is not None
    assert 300 < near.metres < 700


@given(st.text(alphabet="砚池胡同西巷路北", max_size=6), st.text(alphabet="砚池胡同西巷路北", max_size=6))
def test_what_differs_is_a_part_of_each_name(first: str, second: str) -> None:
    ours, theirs = differing(first, second)
    assert ours in first
    assert theirs in second
    if first != second and ours != first and theirs != second:
        assert first.replace(ours, theirs, 1) == second or ours == "" or first.count(ours) > 1


def test_names_parted_by_a_point_are_not_read_together() -> None:
    assert book().find("槐序|一巷积水") is None
    assert book().find("13号楼") is None


def test_a_name_is_never_taken_out_of_a_longer_number() -> None:
    few = AddressBook(Directory({"B1": Place("B1", "1号院", "building"), "B2": Place("B2", "东风楼2", "building")}))
    assert few.find("11号院漏水") is None
    assert few.find("东风楼23层") is None
    one, two = few.find("住在1号院"), few.find("东风楼2着火")
    assert (one and one.place and one.place.id, two and two.place and two.place.id) == ("B1", "B2")


def test_an_office_without_a_map_still_knows_its_names() -> None:
    bare = AddressBook(directory(), OfficeMap())
    found = bare.find("砚池胡同9号院进水")
    assert found is not None
    assert (found.place and found.place.id, found.point, found.precise) == ("B02", None, "roster")
    assert AddressBook(Directory()).find("砚池胡同9号院") is None
    assert AddressBook(Directory()).glance is None


@given(st.sampled_from(PLACES), WORDS)
def test_who_only_glances_misses_no_name(place: Place, before: str) -> None:
    glance = book().glance
    assert glance is not None
    assert glance.search(f"{before}{place.name}".replace(" ", ""))


def test_a_name_misheard_has_guesses() -> None:
    assert book().find("石榴胡同") is None
    assert "J09" in {one.id for one in book().guesses("石榴胡同")}
