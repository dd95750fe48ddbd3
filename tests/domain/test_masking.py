"""Masking leaves enough to recognise and too little to find, and masking twice changes nothing more."""

from __future__ import annotations

import re

import pytest
from commandcenter.domain.masking import mask_known, mask_name, mask_phone, mask_text, mask_who
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("王某某", "王**"),
        ("王某", "王*"),
        ("王", "王"),
        ("", ""),
        ("欧阳某某", "欧阳**"),
        ("青榆物业有限公司", "青**"),
        ("张三、李四", "张*、李*"),
        ("A00074795", "A**"),
    ],
)
def test_of_a_name_the_surname_stays(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13800000001", "138****0001"),
        ("138-0000-0001", "138-****-0001"),
        ("100-0000-0208", "100-****-0208"),
        ("010-67120001", "010-****0001"),
        ("67120001", "****0001"),
        ("8601", "****"),
        ("", ""),
    ],
)
def test_of_a_phone_the_ends_stay(phone: str, masked: str) -> None:
    assert mask_phone(phone) == masked


def test_numbers_in_a_text_are_masked_and_other_words_are_not() -> None:
    text = "来电13800000001，身份证110101199001011234，座机 6712 0001，门牌5号院2019年12月，编号A00074795。"
    assert mask_text(text) == (
        "来电138****0001，身份证110***********1234，座机 **** 0001，门牌5号院2019年12月，编号A00074795。"
    )


@given(st.text(alphabet="王欧阳某、 0123456789*-Xx+a。", max_size=40))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    for mask in (mask_name, mask_phone, mask_text):
        assert mask(mask(text)) == mask(text)
        assert len(mask_text(text)) == len(text)


@given(st.from_regex(re.compile(r"1[0-9]{10}", re.ASCII), fullmatch=True))
def test_no_mobile_number_can_be_read_back(phone: str) -> None:
    assert mask_text(f"电话{phone}。") == f"电话{phone[:3]}****{phone[-4:]}。"


def test_the_number_of_a_case_is_no_telephone_number() -> None:
    assert mask_text("案件2026-0717-B0001，电话2026-0717") == "案件2026-0717-B0001，电话****-0717"


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("区指挥中心 林晓峰", "区指挥中心 林**"),
        ("区应急局值班室 林晓峰主任", "区应急局值班室 林**主任"),
        ("值班员", "值班员"),
        ("林主任", "林主任"),
        ("青榆派出所、邓少杰", "青榆派出所、邓**"),
        ("邓少杰", "邓**"),
        ("", ""),
    ],
)
def test_who_told_keeps_bodies_and_posts_and_loses_names(told: str, shown: str) -> None:
    assert mask_who(told) == shown
    assert mask_who(shown) == shown, "masking twice changes nothing more"


def test_known_names_are_masked_in_a_text_and_words_for_anybody_are_not() -> None:
    assert mask_known("王秀兰来电，100-0000-4321，王秀兰住三楼", "王秀兰") == "王**来电，100-****-4321，王**住三楼"
    assert mask_known("12户居民联名", "居民代表") == "12户居民联名"
    assert mask_known("李家漏水", "李") == "李家漏水"
