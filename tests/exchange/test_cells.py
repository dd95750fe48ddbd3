"""Cells to values: never an exception, and what is clean stays as it is."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from commandcenter.domain.clock import CHINA, local
from commandcenter.exchange.cells import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    first_sentence,
    line_of,
    number_of,
    rounded,
    said_of,
    text_of,
    time_of,
)
from hypothesis import given
from hypothesis import strategies as st

anything = st.one_of(
    st.text(),
    st.text(alphabet=" \t\n\r\xa0\u3000\u200b_x000D路灯。2019/-:年月日上下午\ud800"),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@given(anything)
def test_cleaning_never_raises(cell: object) -> None:
    for read in (text_of, line_of, said_of, number_of, time_of, rounded):
        read(cell)  # type: ignore[arg-type]
    first_sentence(text_of(cell))  # type: ignore[arg-type]


@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    for read in (text_of, line_of, said_of, number_of):
        assert read(read(text)) == read(text)


@given(st.text())
def test_clean_text_has_no_padding_and_can_be_stored(text: str) -> None:
    found = text_of(text)
    assert found == found.strip()
    assert "  " not in found
    assert "\n\n" not in found
    assert not set(found) & set("\t\r\x00\xa0\u3000\u200b\ufeff")
    found.encode("utf-8")


@given(st.datetimes(min_value=datetime(EARLIEST_YEAR, 1, 1), max_value=datetime(LATEST_YEAR, 12, 31)))  # noqa: DTZ001
def test_every_way_of_writing_a_moment_means_the_same(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    wanted = round(moment.replace(tzinfo=CHINA).timestamp() * 1000)
    for form in (
        "%Y/%m/%d %H:%M:%S",
        "%Y-%m-%dT%H:%M:%S",
        "%Y年%m月%d日 %H时%M分%S秒",
        "%Y%m%d%H%M%S",
        "%Y.%m.%d %H:%M:%S",
    ):
        assert time_of(moment.strftime(form)) == wanted, form
    assert time_of(moment) == wanted
    serial = (moment - datetime(1899, 12, 30)) / timedelta(days=1)  # noqa: DTZ001
    assert time_of(serial) == wanted


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("2019/2/28 11:25:05", "2019-02-28 11:25:05"),
        ("2019-02-28T11:25", "2019-02-28 11:25:00"),
        ("2019年2月28日 11:25", "2019-02-28 11:25:00"),
        ("2019年2月28日 下午3时05分", "2019-02-28 15:05:00"),
        ("2019年2月28日星期四 晚上8点", "2019-02-28 20:00:00"),
        ("2019-2-28", "2019-02-28 00:00:00"),
        ("２０１９／２／２８　１１：２５", "2019-02-28 11:25:00"),
        ("\n\t 2019/2/28 11:25 \xa0", "2019-02-28 11:25:00"),
        ("2019-02-28 11:25:05.123", "2019-02-28 11:25:05"),
        ("2019-02-28T03:25:05Z", "2019-02-28 11:25:05"),
        ("2019-02-28T12:25:05+09:00", "2019-02-28 11:25:05"),
        ("2019/2/28 11:25:05 PM", "2019-02-28 23:25:05"),
        ("2019/2/28 12:05 AM", "2019-02-28 00:05:00"),
        ("2019/2/28 24:00", "2019-03-01 00:00:00"),
        ("20190228", "2019-02-28 00:00:00"),
        ("43524.47575", "2019-02-28 11:25:05"),
        (43524.47575, "2019-02-28 11:25:05"),
        (20190228112505.0, "2019-02-28 11:25:05"),
        (1551324305.0, "2019-02-28 11:25:05"),
        (1551324305000.0, "2019-02-28 11:25:05"),
        (date(2019, 2, 28), "2019-02-28 00:00:00"),
        (datetime(2019, 2, 28, 11, 25, 4, 999_600), "2019-02-28 11:25:05"),  # noqa: DTZ001
    ],
)
def test_times_of_every_kind(cell: object, told: str) -> None:
    found = time_of(cell)  # type: ignore[arg-type]
    assert found is not None
    assert local(found).strftime("%Y-%m-%d %H:%M:%S") == told


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "",
            "改天",
            "2019/2/30",
            "2019/13/1",
            "28/2/2019",
            "11:25",
            "2019/2/28 25:00",
            "2019/2/28 13:00 PM",
            "1899-12-31",
        ),
        *(188006.0, 0.0, float("nan"), float("inf"), -43524.0, True, time(11, 25), timedelta(hours=3), date.max),
    ],
)
def test_what_is_no_time_is_none(cell: object) -> None:
    assert time_of(cell) is None  # type: ignore[arg-type]


def test_numbers_as_people_read_them() -> None:
    assert number_of(188006.0) == "188006"
    assert number_of("188006.0") == "188006"
    assert number_of(" 2019 - Ａ001\n") == "2019-A001"
    assert number_of("0012") == "0012"
    assert number_of("无") == ""
    assert rounded(123456789012345678.0)
    assert not rounded(188006.0)
    assert not rounded("123456789012345678")


def test_words_that_say_nothing() -> None:
    for cell in ("无", " - ", "NULL", "\t", "#N/A"):
        assert said_of(cell) == ""
    assert said_of("无照经营") == "无照经营"


def test_the_first_sentence_makes_a_title() -> None:
    assert first_sentence("路灯坏了。三天没人修。") == "路灯坏了"
    assert first_sentence("为什么停水？\n第二段") == "为什么停水？"
    long = first_sentence("很" * 80)
    assert len(long) == 40
    assert long.endswith("…")
