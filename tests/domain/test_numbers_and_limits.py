"""Numbers people see, and limits in minutes, natural days and working time (DESIGN 10; domain.md 2.10, 3.3)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from commandcenter.domain.calendar import Calendar, calendar_from
from commandcenter.domain.clock import CHINA, DAY, HOUR, WORKING_DAY_MS, at_local, epoch_ms, local, local_date
from commandcenter.domain.limit import Limit, limit_of, warn_at
from commandcenter.domain.numbering import case_number, looks_like_number, next_letter, series, whistle_number
from commandcenter.domain.record import Record
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import records

JULY = date(2026, 7, 16)

# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "number"),
    [
        (("emergency", "real", JULY, "A", 1), "YJ-2026-0716-A01"),
        (("emergency", "drill", JULY, "A", 1), "演-YJ-2026-0716-A01"),
        (("muster", "real", JULY, "B", 7), "JJ-2026-0716-B07"),
        (("joint", "real", JULY, "AB", 123), "LD-2026-0716-AB123"),
        (("supervision", "real", date(1999, 1, 2), "C", 1), "JD-1999-0102-C01"),
    ],
)
def test_numbers_of_whistles(told: tuple[Any, ...], number: str) -> None:
    assert whistle_number(*told) == number
    assert looks_like_number(f" {number} ")


def test_numbers_of_cases() -> None:
    assert case_number(JULY, "A", 130) == "2026-0716-A0130"
    assert looks_like_number(case_number(JULY, "A", 130))
    for text in ("A3", "2026-0716", "望潮街", "YJ-2026-0716-A", "", "2026-0716-A01; DROP"):
        assert not looks_like_number(text)


def test_letters_are_given_in_order_and_never_again() -> None:
    given_: list[str] = []
    for _ in range(60):
        given_.append(next_letter(set(given_)))
    assert given_[:3] == ["A", "B", "C"]
    assert given_[25:29] == ["Z", "AA", "AB", "AC"]
    assert len(set(given_)) == 60
    assert next_letter({"B", "D"}) == "A"
    assert given_ == [letter_of(count) for count in range(60)]


DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
KINDS = st.sampled_from(("emergency", "muster", "joint", "supervision"))
MODES = st.sampled_from(("real", "drill"))


def letter_of(count: int) -> str:
    """The letter of the desk that joined after ``count`` others."""
    text, count = "", count + 1
    while count:
        count, rest = divmod(count - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


@given(st.lists(st.tuples(KINDS, MODES, DAYS, st.integers(0, 800).map(letter_of), st.integers(1, 20000)), unique=True))
def test_different_desks_days_series_and_counts_never_share_a_number(told: list[tuple[Any, ...]]) -> None:
    assert len({whistle_number(*one) for one in told}) == len(told)
    cases = {(day, letter, count) for _, _, day, letter, count in told}
    assert len({case_number(*one) for one in cases}) == len(cases)


def test_real_and_drill_count_apart() -> None:
    assert series("emergency", "real") != series("emergency", "drill")
    world = PaperWorld().found(records())
    told = []
    for more in ({}, {"mode": "drill", "drill": "SC01"}, {}, {"mode": "drill", "drill": "SC01"}):
        drafts = world.do(BlowWhistle(units=(UnitCall(unit="D07"),), **more)).drafts  # type: ignore[arg-type]
        told.append(drafts[0].body["number"])
    assert told == ["YJ-2026-0716-A01", "演-YJ-2026-0716-A01", "YJ-2026-0716-A02", "演-YJ-2026-0716-A02"]


def test_the_number_carries_the_office_day_also_just_after_midnight() -> None:
    world = PaperWorld(now=at_local(JULY + timedelta(days=1), 0, 5)).found(records())
    late = BlowWhistle(units=(UnitCall(unit="D07"),), happened_at=at_local(JULY, 23, 58))
    assert world.do(late).drafts[0].body["number"] == "YJ-2026-0716-A01"
    assert world.do(BlowWhistle(units=(UnitCall(unit="D07"),))).drafts[0].body["number"] == "YJ-2026-0717-A01"


# --- the working calendar --------------------------------------------------------------------------------------------

HOLIDAYS = Calendar(
    {date(2026, 10, 1): False, date(2026, 10, 2): False, date(2026, 10, 5): False, date(2026, 10, 10): True},
    frozenset({2026}),
)


def moment(text: str) -> int:
    return epoch_ms(datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=CHINA))


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-07-16 09:00", 1, "2026-07-16 10:00"),
        ("2026-07-16 11:30", 1, "2026-07-16 14:00"),  # over the noon break
        ("2026-07-16 12:15", 1, "2026-07-16 14:30"),  # in the noon break
        ("2026-07-16 03:00", 1, "2026-07-16 10:00"),  # at night
        ("2026-07-16 17:00", 1, "2026-07-17 09:30"),  # to the next day
        ("2026-07-17 17:00", 1, "2026-07-20 09:30"),  # over the weekend
        ("2026-09-30 17:00", 1, "2026-10-06 09:30"),  # over the holiday
        ("2026-10-09 17:00", 1, "2026-10-10 09:30"),  # a Saturday that is worked
        ("2026-07-16 09:00", 7, "2026-07-16 17:30"),
        ("2026-07-16 09:00", 14, "2026-07-17 17:30"),
    ],
)
def test_working_time_runs_while_the_office_works(start: str, hours: int, due: str) -> None:
    assert HOLIDAYS.add_working_time(moment(start), hours * HOUR) == moment(due)


STARTS = st.integers(moment("2026-01-01 00:00"), moment("2027-12-31 00:00"))
AMOUNTS = st.integers(1, 30 * WORKING_DAY_MS)


@given(STARTS, AMOUNTS)
def test_adding_working_time_and_measuring_it_agree(start: int, amount: int) -> None:
    due = HOLIDAYS.add_working_time(start, amount)
    assert HOLIDAYS.working_time_between(start, due) == amount
    assert HOLIDAYS.working_time_between(due, start) == -amount
    assert HOLIDAYS.works(local_date(due))
    assert due - start >= amount


@given(STARTS, AMOUNTS, AMOUNTS)
def test_working_time_adds_up(start: int, first: int, second: int) -> None:
    together = HOLIDAYS.add_working_time(start, first + second)
    assert HOLIDAYS.add_working_time(HOLIDAYS.add_working_time(start, first), second) == together


def test_beyond_its_table_the_calendar_is_monday_to_friday_and_says_provisional() -> None:
    assert (HOLIDAYS.works(date(2026, 10, 10)), HOLIDAYS.provisional(date(2026, 10, 10))) == (True, False)
    assert (HOLIDAYS.works(date(2031, 10, 1)), HOLIDAYS.provisional(date(2031, 10, 1))) == (True, True)
    assert not HOLIDAYS.works(date(2031, 10, 4))


def test_a_calendar_is_read_from_its_yearly_records_and_leaves_out_what_is_no_date() -> None:
    table = {"2026-10-01": False, "2026-10-10": True, "someday": True}
    good = Record("calendar/2026", True, {"days": table})
    retired = Record("calendar/2027", True, {"days": {"2027-01-04": False}}, retired_at=5)
    broken = Record("calendar/2028", True, {"days": ["2028-01-03"]})
    found = calendar_from({2026: good, 2027: retired, 2028: broken})
    assert (found.years, len(found.days)) == (frozenset({2026}), 2)
    assert found.works(date(2027, 1, 4))


# --- limits ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "start", "due"),
    [
        (30, "minute", "2026-07-17 23:50", "2026-07-18 00:20"),
        (1.5, "minute", "2026-07-17 23:50", None),
        (24, "hour", "2026-10-01 08:00", "2026-10-02 08:00"),
        (7, "day", "2026-09-30 17:00", "2026-10-07 17:00"),
        (1, "month", "2026-07-16 09:00", "2026-08-15 09:00"),
        (2, "working_day", "2026-09-30 09:00", "2026-10-06 17:30"),
        (0.5, "working_day", "2026-10-09 14:30", "2026-10-10 09:30"),
    ],
)
def test_when_a_limit_runs_out(value: float, unit: str, start: str, due: str | None) -> None:
    wanted = moment(due) if due else moment(start) + 90_000
    assert Limit("x", value, unit).due(moment(start), HOLIDAYS) == wanted


@given(STARTS, st.sampled_from(("minute", "hour", "day", "month", "working_day")), st.integers(1, 90))
def test_amber_comes_before_red_and_after_the_start(start: int, unit: str, value: int) -> None:
    due = Limit("x", value, unit).due(start, HOLIDAYS)
    assert start < warn_at(start, due) < due
    assert abs((warn_at(start, due) - start) / (due - start) - 0.8) < 1e-3


@pytest.mark.parametrize(
    "fields",
    [
        {"value": 0, "unit": "minute"},
        {"value": -5, "unit": "minute"},
        {"value": True, "unit": "minute"},
        {"value": "5", "unit": "minute"},
        {"value": float("inf"), "unit": "day"},
        {"value": 5},
        {"unit": "minute"},
        {"value": 10**9, "unit": "hour"},
    ],
)
def test_what_no_clock_can_run_judges_nothing(fields: dict[str, Any]) -> None:
    assert limit_of(Record("limit/x", True, fields)) is None


def test_a_retired_limit_judges_nothing() -> None:
    fields = {"value": 5, "unit": "minute", "basis": "office", "source": "议定"}
    assert limit_of(Record("limit/x", True, fields)) == Limit("x", 5.0, "minute", "office", "议定")
    assert limit_of(Record("limit/x", True, fields, retired_at=1)) is None
    assert limit_of(Record("limit/x", False, fields)) is None


def test_office_time_is_shanghai_wherever_the_machine_stands() -> None:
    assert local(moment("2026-07-16 21:47")).hour == 21
    assert local_date(moment("2026-07-17 00:00") - 1) == JULY
    assert at_local(JULY, 8) == at_local(JULY) + 8 * HOUR
    assert at_local(JULY + timedelta(days=1)) - at_local(JULY) == DAY
    with pytest.raises(ValueError, match="naive"):
        epoch_ms(datetime(2026, 7, 16))  # noqa: DTZ001  (that is what must not be)
