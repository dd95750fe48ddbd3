"""Names and places found by pinyin: surnames and heteronyms right, every reading findable, whole syllables and mixtures too."""

from __future__ import annotations

from itertools import product

import pytest
from commandcenter.domain.roster import beginning, matching
from commandcenter.domain.spelling import spelt_at, variants
from commandcenter.journal.initials import MOST_VARIANTS, initials
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("单建国", ("sjg", "djg", "shan", "shanjianguo", "danjg")),
        ("仇万里", ("qwl", "qiuwanli", "cwl", "chou")),
        ("区少华", ("osh", "oushaohua", "qsh")),
        ("解晓东", ("xxd", "xiexd", "jxd")),
        ("曾国强", ("zgq", "zeng", "cgq", "ceng")),
        ("查文斌", ("zwb", "zhawb", "cwb")),
        ("盖玉兰", ("gyl", "geyulan", "gaiyulan")),
        ("尉迟恭", ("ycg", "yuchigong", "wcg", "weichi")),
        ("乐嘉", ("yj", "lj", "yuejia", "lejia")),
        ("万俟卨", ("mqx", "moqi")),
        ("朴顺子", ("psz", "piao")),
        ("长孙宁", ("zsn", "csn", "zhangsun")),
        ("铜壶里", ("thl", "tonghuli", "huli")),
        ("行宫胡同", ("xght", "hght", "xinggong", "hutong")),
        ("乐平里", ("ypl", "lpl", "leping")),
        ("大栅栏", ("dzl", "dsl", "dashilan", "dazhalan")),
        ("车公庄", ("cgz", "jgz", "chegongzhuang")),
        ("石榴院胡同12号院", ("slyht12hy", "12hao", "shiliuyuan", "liuyuan")),
        ("吕绿萍", ("llp", "lvlvping", "lü")),
    ],
)
def test_every_way_to_say_it_finds_it(name: str, typed: tuple[str, ...]) -> None:
    spelling = initials(name, full=True)
    for told in typed:
        assert matching(spelling, name, told), (told, spelling)


@pytest.mark.parametrize(
    ("name", "first"),
    [("单建国", "sjg"), ("仇万里", "qwl"), ("区少华", "osh"), ("曾国强", "zgq"), ("尉迟恭", "ycg"), ("乐毅", "yy")],
)
def test_a_surname_is_first_read_as_a_surname(name: str, first: str) -> None:
    assert variants(initials(name))[0] == first


def test_a_surname_inside_a_place_is_no_surname() -> None:
    assert variants(initials("东单北大街"))[0] == "ddbdj"


def test_what_is_typed_begins_at_any_character_but_never_inside_a_syllable() -> None:
    spelling = initials("砚池胡同", full=True)
    assert spelt_at(spelling, "yanchi") == (0, 2)
    assert spelt_at(spelling, "chihu") == (1, 2)
    assert spelt_at(spelling, "ych") == (0, 2)
    assert spelt_at(spelling, "hutong") == (2, 2)
    assert spelt_at(spelling, "yc") == (0, 2)
    assert not matching(spelling, "砚池胡同", "anchi")
    assert not matching(spelling, "砚池胡同", "utong")
    assert beginning(spelling, "砚池胡同", "yanc")
    assert not beginning(spelling, "砚池胡同", "chi")


def test_signs_and_blanks_in_a_name_are_not_spelt() -> None:
    assert initials("古丽·买买提 A座").split()[0].endswith("az")
    assert initials("") == ""
    assert initials("——") == ""


CHARACTERS = st.sampled_from("单仇区解曾查盖尉迟乐长行里同都重朝阳石榴院砚池厂车参差A座12号〇㐀·")


@given(st.text(CHARACTERS, min_size=1, max_size=8))
def test_any_reading_of_every_character_is_found_together(name: str) -> None:
    spelling = initials(name, full=True)
    if not spelling:
        return
    assert len(variants(spelling)) <= MOST_VARIANTS
    syllables = [one.split("/") for one in spelling.split()[-1].removeprefix("=").split("'")]
    for combination in list(product(*syllables))[:200]:
        assert spelt_at(spelling, "".join(combination)) is not None
        assert spelt_at(spelling, "".join(one[0] for one in combination)) is not None
    letters = [{one[0] for one in choices} for choices in syllables]
    if sum(len(one) - 1 for one in letters) < MOST_VARIANTS:
        for place, choices in enumerate(letters):
            assert {variant[place] for variant in variants(spelling)} == choices


@given(st.text(max_size=12))
def test_any_name_can_be_spelt(name: str) -> None:
    assert len(variants(initials(name, full=True))) <= MOST_VARIANTS
