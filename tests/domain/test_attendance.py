"""Attendance: who came is counted once, hours nobody told are unknown, two desks that enter the same sheet agree."""

from __future__ import annotations

import random

import pytest
from commandcenter.domain.attendance import (
    FORMS,
    Attendance,
    Attended,
    CloseAttendance,
    EnterAttendance,
    OpenAttendance,
    StrikeAttendance,
)
from commandcenter.domain.command import Command
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import folded
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import records
from two_desks import apart

LINES = (Attended("林可欣", "图书馆党支部", 90, True), Attended("孙晓敏"))


def office() -> PaperWorld:
    world = PaperWorld().found(records())
    world.do(OpenAttendance(attendance="a", title="周末卫生日", day="2026-07-11", community="A3"))
    return world


def state(world: PaperWorld) -> Attendance:
    found = world.state("attendance/a")
    assert isinstance(found, Attendance)
    return found


def test_lines_are_counted_once_and_unknown_hours_are_no_nought() -> None:
    world = office()
    enter = EnterAttendance(attendance="a", lines=LINES)
    assert world.do(enter).report == {"added": 2, "changed": 0, "same": 0}
    assert world.do(enter).report == {"added": 0, "changed": 0, "same": 2}
    found = state(world)
    assert (len(found.lines), found.minutes, found.untold, found.members, found.parent) == (2, 90, 1, 1, "202607")
    world.do(EnterAttendance(attendance="a", lines=(Attended("孙晓敏", minutes=30),)))
    assert (state(world).minutes, state(world).untold) == (120, 0)
    line = next(one.id for one in state(world).lines if one.name == "孙晓敏")
    world.do(StrikeAttendance(attendance="a", line=line, words="写错了人"))
    assert [one.name for one in state(world).lines] == ["林可欣"]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (OpenAttendance(title=" ", day="2026-07-11"), "title_missing"),
        (OpenAttendance(title="x", day="7月"), "not_a_date"),
        (OpenAttendance(title="x", day="2026-07-11", form="party"), "attendance_form_unknown"),
        (EnterAttendance(attendance="none", lines=LINES), "attendance_unknown"),
        (EnterAttendance(attendance="a", lines=(Attended(" "),)), "name_missing"),
        (EnterAttendance(attendance="a", lines=(Attended("甲", minutes=2000),)), "attendance_hours"),
        (StrikeAttendance(attendance="a", line="x", words="错"), "line_unknown"),
    ],
)
def test_what_makes_no_sense_is_refused(command: Command, code: str) -> None:
    assert office().code(command) == code


def test_a_closed_sheet_takes_nothing_more() -> None:
    world = office()
    world.do(CloseAttendance(attendance="a"))
    with pytest.raises(Refused) as told:
        world.do(EnterAttendance(attendance="a", lines=LINES))
    assert told.value.code == "attendance_closed"
    assert set(FORMS) == {"enforcement", "chief", "double_report", "clean_up"}


SHEETS = st.lists(
    st.builds(
        Attended,
        st.sampled_from(["甲", "乙", "丙"]),
        st.sampled_from(["", "党支部"]),
        st.none() | st.integers(0, 1440),
        st.booleans(),
    ),
    max_size=6,
)


@given(here=SHEETS, there=SHEETS, seed=st.integers(0, 99))
def test_two_desks_hold_the_same_whatever_comes_first(here: list[Attended], there: list[Attended], seed: int) -> None:
    world = office()
    acts = [EnterAttendance(attendance="a", lines=tuple(lines)) for lines in (here, there)]
    facts = apart(world, [acts[0]], [acts[1]], "attendance/a")
    told = folded("attendance/a", facts)
    assert folded("attendance/a", random.Random(seed).sample(facts, len(facts))) == told
    assert told.minutes == sum(line.minutes or 0 for line in told.lines)
