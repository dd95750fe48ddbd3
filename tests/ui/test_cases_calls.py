"""The call list, the export and the print of the list as shown: who is called, what is entered, what leaves the program."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from commandcenter.domain.calendar import Calendar
from commandcenter.domain.clock import HOUR, at_local
from commandcenter.ui import when
from commandcenter.ui.cases.calls import CallSheet
from commandcenter.ui.cases.daystrip import CELLS, left_words, strip_days
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.days import office_time
from commandcenter.ui.parts.printing import PaperSheet
from commandcenter.ui.shell.window import Window
from hypothesis import given
from hypothesis import strategies as st
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import Qt

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def centre(window: Window, hands: Hands) -> CasesScreen:
    hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    screen = window.current
    assert isinstance(screen, CasesScreen)
    return screen


def open_calls(desk: Desk, hands: Hands) -> CallSheet:
    hands.key(Qt.Key.Key_P, SHIFT)
    hands.until(lambda: any(isinstance(sheet, CallSheet) for sheet in desk.sheets))
    return next(sheet for sheet in desk.sheets if isinstance(sheet, CallSheet))


def go_to(sheet: CallSheet, what: str) -> None:
    sheet.view.go(next(at for at, call in enumerate(sheet.lines.rows) if call.what == what and not call.result))


def test_the_list_tells_whom_to_call_and_an_answer_is_an_entry(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    sheet = open_calls(desk, hands)
    assert {call.what for call in sheet.lines.rows} >= {"sign", "call_back"}
    assert all(call.number for call in sheet.lines.rows if call.what in ("sign", "late"))
    go_to(sheet, "sign")
    desk.story.begin()
    hands.key(Qt.Key.Key_N)
    hands.settled()
    fact = desk.story.one("case.pressed")
    assert "no answer" in fact.words("words")
    assert fact.channel == "phone"
    assert sum(call.result == "no" for call in sheet.lines.rows) == 1


def test_a_citizen_who_is_not_reached_is_a_call_back_and_one_who_is_answers(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    sheet = open_calls(desk, hands)
    go_to(sheet, "call_back")
    desk.story.begin()
    hands.key(Qt.Key.Key_N)
    hands.settled()
    assert "solved" not in desk.story.one("case.called_back").body
    go_to(sheet, "call_back")
    hands.key(Qt.Key.Key_Y)
    forms = [one for one in desk.sheets if one is not sheet]
    assert len(forms) == 1


def test_numbers_of_citizens_are_masked_until_a_reason_is_on_record(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    sheet = open_calls(desk, hands)
    citizen = next(call for call in sheet.lines.rows if call.citizen)
    from commandcenter.ui.cases.calls import shown_name, shown_number

    assert citizen.number not in shown_number(citizen, opened=sheet.painter.opened)
    assert citizen.who not in shown_name(citizen, opened=sheet.painter.opened)
    desk.story.begin()
    hands.key(Qt.Key.Key_S)
    desk.fill(reason="今日回访")
    hands.send()
    hands.until(lambda: sheet.painter.opened)
    hands.settled()
    facts = desk.story.facts
    assert {fact.kind for fact in facts} == {"case.revealed"}
    assert {fact.words("words") for fact in facts} == {"今日回访"}
    assert citizen.number in shown_number(citizen, opened=sheet.painter.opened)


def test_the_list_goes_to_a_file_as_it_is_shown(centre: CasesScreen, desk: Desk, hands: Hands, tmp_path: Path) -> None:
    centre.sort_by("number")
    for _ in range(3):
        hands.key(Qt.Key.Key_X)
    ticked = list(centre.ticks.keys)
    hands.key(Qt.Key.Key_E, CONTROL)
    path = tmp_path / "清单.csv"
    desk.fill(path=str(path))
    sheet = desk.form
    hands.send()
    job = centre.desk.bulk.current
    assert job is not None
    job.settle("progress", (2, 3))  # a child that is quick may tell nothing between begin and end
    assert re.findall(r"\d+", sheet.note.text()) == ["2", "3"]
    hands.until(path.exists, 20_000)
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    assert table[0] == ["等级", "编号", "事项", "类别", "科室 + 社区", "状态", "期限"]
    numbers = [centre.desk.read.cases.by_id([case])[0].number for case in ticked]
    assert [line[1] for line in table[1:]] == numbers == sorted(numbers)


def test_the_list_is_printed_as_it_is_shown(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_P, CONTROL)
    hands.until(lambda: any(isinstance(sheet, PaperSheet) for sheet in desk.sheets))
    sheet = next(one for one in desk.sheets if isinstance(one, PaperSheet))
    hands.until(lambda: bool(sheet.work.result), 30_000)
    assert sheet.work.result["form"] == "case_list"
    assert sheet.work.result["pages"] >= 2


@given(
    received=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    passed=st.integers(0, 40),
    limit=st.integers(0, 40),
)
def test_the_strip_has_today_and_the_due_day_wherever_both_fit(received: date, passed: int, limit: int) -> None:
    today, due = received + timedelta(days=passed), received + timedelta(days=limit)
    days = strip_days(received, today, due, Calendar())
    assert len(days) == CELLS
    assert [one.day for one in days] == [days[0].day + timedelta(days=at) for at in range(CELLS)]
    shown = {one.day for one in days}
    assert today in shown
    if abs((due - today).days) < CELLS:
        assert due in shown
    if (max(today, due) - received).days < CELLS:
        assert received in shown
    assert [one.works for one in days] == [one.day.weekday() < 5 for one in days]


@given(left=st.integers(1, 20 * 24), worked=st.booleans())
def test_what_is_left_is_counted_as_the_limit_counts(left: int, worked: bool) -> None:
    now, calendar = at_local(date(2026, 7, 16)), Calendar()
    due = now + left * HOUR
    words = left_words(now, due, now, calendar, met=False, paused=False, worked=worked)
    span = office_time(calendar.working_time_between(now, due)) if worked else when.left(due - now)
    assert words == f"left {span} · {when.moment_word(due, now)}"
