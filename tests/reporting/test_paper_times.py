"""Times, spans and counts on paper."""

from __future__ import annotations

import pytest
from commandcenter.domain.clock import HOUR, MINUTE, SECOND
from commandcenter.domain.indicators import Ratio
from commandcenter.reporting import times


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [
        (0, "T+00:00"),
        (6 * MINUTE + 40 * SECOND, "T+06:40"),
        (94 * MINUTE + 10_999, "T+94:10"),
        (100 * MINUTE, "T+1:40:00"),
        (25 * HOUR, "T+25:00:00"),
        (-90 * SECOND, "T-01:30"),
        (-500, "T+00:00"),
    ],
)
def test_time_after_the_whistle(milliseconds: int, text: str) -> None:
    assert times.since(1_000_000, 1_000_000 + milliseconds) == text


def test_spans_in_sentences() -> None:
    assert times.spoken_span(6 * MINUTE + 40 * SECOND) == "6分40秒"
    assert times.spoken_span(94 * MINUTE) == "1小时34分"
    assert times.spoken_span(0) == "0秒"


def test_a_missing_count_is_unknown_and_zero_is_zero() -> None:
    assert times.count(None, "人") == "不明"
    assert times.count(0, "人") == "0人"


def test_small_numbers_are_counts_and_never_percentages() -> None:
    assert times.ratio(Ratio(8, 9)) == "8个（共9个）"
    assert times.ratio(Ratio(9, 12)) == "9个（共12个，75%）"
    assert times.ratio(Ratio(2, 30)) == "2个（共30个，6.7%）"
    assert times.ratio(Ratio(0, 0)) == "不适用"


def test_limits_are_told_in_the_unit_people_use() -> None:
    assert times.minutes(5) == "5分钟"
    assert times.minutes(2.5) == "2.5分钟"
    assert times.minutes(1440) == "24小时"
    assert times.minutes(90) == "90分钟"
