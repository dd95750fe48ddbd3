"""Working time against a slow calendar that walks minute by minute: holidays, make-up weekends, changing office hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from commandcenter.domain.calendar import Calendar, Hours, calendar_from, check_hours
from commandcenter.domain.clock import HOUR, MINUTE, WORKING_DAY_MS, WORKING_HOURS, at_local, local, local_date
from commandcenter.domain.limit import Limit
from commandcenter.domain.record import Record
from commandcenter.domain.refusal import Refused
from hypothesis import given, settings
from hypothesis import strategies as st

FIRST = date(2026, 1, 1)
DAYS = 500


@st.composite
def periods(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    edges = sorted(draw(st.lists(st.integers(0, 24 * 60), min_size=2, max_size=6, unique=True)))
    return tuple(zip(edges[::2], edges[1::2], strict=False))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    days = {
        FIRST + timedelta(days=place): works
        for place, works in draw(st.dictionaries(st.integers(0, DAYS), st.booleans(), max_size=40)).items()
    }
    changes = sorted(draw(st.sets(st.integers(0, DAYS), max_size=3)))
    hours = tuple(Hours(FIRST + timedelta(days=place), draw(periods())) for place in changes)
    return Calendar(days, frozenset({2026}), hours)


def worked_minutes(calendar: Calendar, start: int) -> Iterator[int]:
    """The starts of the worked minutes from ``start`` on, one by one: slow and obviously right."""
    while True:
        then = local(start)
        day, minute = then.date(), then.hour * 60 + then.minute
        if calendar.days.get(day, day.weekday() < 5):
            known = [hours for hours in calendar.hours if hours.since <= day]
            told = known[-1].periods if known else WORKING_HOURS
            if any(opens <= minute < closes for opens, closes in told):
                yield start
        start += MINUTE


def slow_add(calendar: Calendar, start: int, minutes: int) -> int:
    walked = worked_minutes(calendar, start)
    return next(minute for place, minute in enumerate(walked, 1) if place == minutes) + MINUTE


STARTS = st.integers(0, 400 * 24 * 60).map(lambda minutes: at_local(FIRST) + minutes * MINUTE)


@given(calendars(), STARTS, st.integers(1, 1500))
@settings(max_examples=120, deadline=None)
def test_working_time_is_what_a_walk_by_minutes_finds(calendar: Calendar, start: int, minutes: int) -> None:
    due = calendar.add_working_time(start, minutes * MINUTE)
    assert due == slow_add(calendar, start, minutes)
    assert calendar.working_time_between(start, due) == minutes * MINUTE
    assert calendar.working_time_between(due, start) == -minutes * MINUTE


@given(calendars(), st.integers(0, 200 * 24 * 60), st.integers(0, 110 * 24 * 60))
@settings(max_examples=25, deadline=None)
def test_over_months_the_steps_by_month_change_nothing(calendar: Calendar, offset: int, span: int) -> None:
    start = at_local(FIRST) + offset * MINUTE
    end = start + span * MINUTE
    count = 0
    for minute in worked_minutes(calendar, start):
        if minute >= end or minute > start + 200 * 24 * 60 * MINUTE:
            break
        count += 1
    assert calendar.working_time_between(start, end) == count * MINUTE
    if count:
        due = calendar.add_working_time(start, count * MINUTE)
        assert due <= end
        assert calendar.working_time_between(due, end) == 0


@given(calendars(), STARTS, st.integers(1, 60))
@settings(max_examples=150, deadline=None)
def test_working_days_count_days_however_long_their_hours_are(calendar: Calendar, start: int, days: int) -> None:
    """From a moment of a worked day to the same share of the last one; day by day, by hand."""
    due = calendar.add_working_days(start, days)
    day, share = local_date(start), 0.0
    if calendar.works(day):
        hours = calendar.hours_on(day)
        share = hours.within(0, start - at_local(day)) / hours.length_ms
    left = days + share
    while True:
        if calendar.works(day):
            if left <= 1 + 1e-9:
                break
            left -= 1
        day += timedelta(days=1)
    hours = calendar.hours_on(day)
    assert local_date(due - 1) == day
    assert abs(hours.within(0, due - at_local(day)) - left * hours.length_ms) <= 2
    assert due > start


@given(st.integers(0, 10**9), st.integers(1, 300))
def test_under_steady_hours_a_working_day_is_its_hours(offset: int, days: int) -> None:
    start = at_local(FIRST) + offset
    calendar = Calendar()
    assert calendar.add_working_days(start, days) == calendar.add_working_time(start, days * WORKING_DAY_MS)


def moment(day: str, hour: int, minute: int = 0) -> int:
    return at_local(date.fromisoformat(day)) + hour * HOUR + minute * MINUTE


SPRING = Calendar(
    {date(2026, 2, day): day in (14, 28) for day in (14, 16, 17, 18, 19, 20, 23, 28)},
    frozenset({2026}),
    (Hours(date(2026, 1, 1), ((540, 720), (810, 1050))), Hours(date(2026, 6, 1), ((540, 720), (840, 1080)))),
)


@pytest.mark.parametrize(
    ("start", "value", "unit", "due"),
    [
        (("2026-02-13", 17), 4, "working_hour", ("2026-02-14", 14)),  # Saturday before the festival is worked
        (("2026-02-14", 17), 1, "working_day", ("2026-02-24", 17)),  # ten days off inside the term
        (("2026-05-29", 16), 2, "working_hour", ("2026-06-01", 9, 30)),
        (("2026-05-29", 17, 30), 6, "working_hour", ("2026-06-01", 17)),  # the afternoon begins at 14:00 from June on
        (("2026-02-27", 12, 30), 1, "working_day", ("2026-02-28", 12)),  # a make-up Saturday counts
    ],
)
def test_days_off_make_up_days_and_changed_hours(
    start: tuple[str, int], value: float, unit: str, due: tuple[str, int]
) -> None:
    assert Limit("", value, unit).due(moment(*start), SPRING) == moment(*due)


def test_years_are_taken_in_steps() -> None:
    """Twenty years of working hours cost some hundred steps, not five million minutes."""
    steps = 0

    class Counted(dict[date, bool]):
        def get(self, day: date, default: bool) -> bool:  # type: ignore[override]
            nonlocal steps
            steps += 1
            return super().get(day, default)

    calendar = Calendar(Counted(), frozenset(), (Hours(date(2030, 5, 17)),))
    due = calendar.add_working_time(at_local(FIRST), 20 * 250 * WORKING_DAY_MS)
    assert local_date(due).year == 2045
    assert steps < 200
    assert calendar.working_time_between(at_local(FIRST), due) == 20 * 250 * WORKING_DAY_MS


def test_hours_come_from_their_record() -> None:
    lines = [
        {"since": "2026-06-01", "periods": [[540, 720], [840, 1080]]},
        {"since": "2026-01-01", "periods": [[480, 1020]]},
        {"since": "soon", "periods": [[480, 1020]]},
        {"since": "2026-09-01", "periods": [[700, 600]]},
    ]
    found = calendar_from({}, Record("calendar/hours", known=True, fields={"hours": lines}))
    assert [hours.since for hours in found.hours] == [date(2026, 1, 1), date(2026, 6, 1)]
    assert found.hours_on(date(2025, 12, 31)).periods == WORKING_HOURS
    assert found.closes(date(2026, 6, 1)) == moment("2026-06-01", 18)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([], "hours_missing"),
        ([{"since": "2026-01-01", "periods": []}], "hours_missing"),
        ([{"since": "2026-01-01", "periods": [[540, "720"]]}], "hours_missing"),
        ([{"since": "2026-01-01", "periods": [[540, 720], [700, 800]]}], "hours_overlap"),
        ([{"since": "2026-01-01", "periods": [[720, 720]]}], "hours_overlap"),
        ([{"since": "1.1.2026", "periods": [[540, 720]]}], "not_a_date"),
        ([{"since": "2026-01-01", "periods": [[540, 720]]}] * 2, "hours_twice"),
    ],
)
def test_hours_that_make_no_sense_are_refused(lines: list[dict[str, object]], code: str) -> None:
    with pytest.raises(Refused) as refused:
        check_hours(lines)
    assert refused.value.code == code
