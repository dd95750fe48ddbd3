"""The shift plan by keys: a month by rotation, a day by hand, cycles written by names, shares, equipment."""

from __future__ import annotations

from itertools import pairwise

import pytest
from commandcenter.domain.clock import at_local
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.rota.screen import RotaScreen
from commandcenter.ui.shell.window import Window
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import Qt

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def plan(window: Window, desk: Desk) -> RotaScreen:
    window.go(Go("rota"))
    screen = window.current
    assert isinstance(screen, RotaScreen)
    screen.days.view.setFocus()
    desk.story.begin()
    return screen


def month(plan: RotaScreen, hands: Hands, name: str) -> None:
    """Go on to a month."""
    while f"{plan.first:%Y-%m}" != name:
        hands.key(Qt.Key.Key_BracketRight)


def test_the_month_shows_who_stands_and_the_holidays_by_name(plan: RotaScreen, hands: Hands) -> None:
    row = plan.days.row
    assert row.key == "2026-07-16"
    assert row.now
    assert len(plan.days.model.rows) == 31
    month(plan, hands, "2026-10")
    named = {row.note for row in plan.days.model.rows if row.kind == "holiday"}
    assert "国庆节" in named
    hands.key(Qt.Key.Key_BracketLeft)
    assert f"{plan.first:%Y-%m}" == "2026-09"


def test_p_plans_the_month_once_and_holidays_fall_evenly(
    plan: RotaScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    for name in ("2026-09", "2026-10"):
        month(plan, hands, name)
        hands.key(Qt.Key.Key_P)
        hands.settled()
        assert all(row.shift for row in plan.days.model.rows), name
    planned = desk.story.kinds.count("shift.listed")
    hands.key(Qt.Key.Key_P)
    hands.settled()
    assert desk.story.kinds.count("shift.listed") == planned, "planning again makes nothing"
    leaders = [row for row in plan.shares.model.rows if row.key.startswith("leader:")]
    assert len(leaders) == 5
    shares = [row.holiday for row in leaders]
    assert sum(shares) >= 5
    assert max(shares) - min(shares) <= 1
    assert not any(row.uneven for row in leaders)
    start, end = at_local(plan.first), at_local(plan.first.replace(month=11))
    shifts = [shift for _, shift in window.desk.read.reference.shifts(start, end)]
    assert all(before.ends_at == after.starts_at for before, after in pairwise(shifts))


def test_a_day_set_by_hand_stays_when_the_rotation_changes(
    plan: RotaScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    people = {person.name: person.id for person in window.desk.reference.directory.people.values()}
    month(plan, hands, "2026-08")
    plan.days.view.go(4)
    hands.enter()
    desk.fill(
        leader=people["苏亚男"] if people["苏亚男"] in _codes(desk, "leader") else people["常雪松"], reason="调班"
    )
    desk.send()
    assert not desk.sheets, desk.sheets[0].note.text()
    kept = plan.days.row
    assert kept.mark == "by hand"
    hands.key(Qt.Key.Key_R)
    desk.fill(since="2026-08-01", reason="新的顺序")
    desk.send()
    plan.posts.view.setFocus()
    plan.posts.view.go(0)
    hands.enter()
    desk.fill(cycle="乔振宇\n常雪松\n莫少华", reason="两人调走")
    desk.send()
    assert not desk.sheets, desk.sheets[0].note.text()
    assert plan.days.model.row(0).leader != "乔振宇", "what is planned stays until it is asked"
    plan.days.view.setFocus()
    hands.key(Qt.Key.Key_P, SHIFT)
    hands.settled()
    told = [row.leader for row in plan.days.model.rows]
    assert told[:4] == ["乔振宇", "常雪松", "莫少华", "乔振宇"]
    assert plan.days.model.row(4).leader == kept.leader
    assert told[5] == "莫少华", "the rotation goes on as if the day were its own"


def _codes(desk: Desk, name: str) -> list[str]:
    box = desk.form.form.widgets[name]
    return [box.itemData(place) for place in range(box.count())]  # type: ignore[attr-defined]


def test_a_name_that_nobody_has_is_said_beside_the_field(plan: RotaScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_A)
    desk.fill(role="squad", cycle="一组：侯向阳、无名氏", reason="加一组")
    desk.send()
    assert "无名氏" in desk.sheets[0].note.text()
    assert desk.story.kinds == []
    desk.fill(cycle="三组：龚静怡")
    desk.send()
    assert not desk.sheets, desk.sheets[0].note.text()
    assert any("三组" in row.cycle for row in plan.posts.model.rows)
    plan.posts.view.setFocus()
    plan.posts.view.go(len(plan.posts.model.rows) - 1)
    hands.key(Qt.Key.Key_Delete)
    hands.settled()
    assert not any("三组" in row.cycle for row in plan.posts.model.rows)


def test_fatigue_asks_why_and_marks_the_day(plan: RotaScreen, desk: Desk, hands: Hands) -> None:
    month(plan, hands, "2026-08")
    before = plan.days.model.row(9)
    plan.days.view.go(10)
    row = plan.days.row
    hands.enter()
    leader = next(code for code in _codes(desk, "leader") if code and plan.sheets.name(code) == before.leader)
    desk.fill(leader=leader, reason=" ")
    desk.send()
    assert desk.sheets, "the same person two days running, and nothing said"
    desk.fill(reason="同事出差")
    desk.send()
    assert not desk.sheets, desk.sheets[0].note.text()
    worn = plan.days.model.row(10)
    assert worn.leader == before.leader != row.leader
    assert before.leader in worn.warn


def test_standing_in_is_entered_here_too(plan: RotaScreen, desk: Desk, hands: Hands) -> None:
    month(plan, hands, "2026-08")
    plan.days.view.go(20)
    hands.key(Qt.Key.Key_E)
    by = next(code for code in _codes(desk, "by") if code)
    desk.fill(by=by, words="培训")
    desk.send()
    assert not desk.sheets, desk.sheets[0].note.text()
    assert plan.sheets.name(by) in plan.days.row.mark
    assert desk.story.one("shift.substituted").body["by"] == by


def test_the_equipment_is_a_list_in_lines(plan: RotaScreen, desk: Desk, hands: Hands, window: Window) -> None:
    hands.key(Qt.Key.Key_G)
    desk.fill(lines="对讲机 31 部\n车钥匙 3 把\n应急灯 6 盏")
    desk.send()
    assert not desk.sheets, desk.sheets[0].note.text()
    told = [(one.name, one.count, one.measure) for one in window.desk.reference.equipment]
    assert told == [("对讲机", 31, "部"), ("车钥匙", 3, "把"), ("应急灯", 6, "盏")]
    hands.key(Qt.Key.Key_G)
    desk.fill(lines="对讲机 部")
    desk.send()
    assert "对讲机" in desk.sheets[0].note.text()


def test_a_shift_ahead_is_taken_out_and_planned_by_hand_again(plan: RotaScreen, desk: Desk, hands: Hands) -> None:
    month(plan, hands, "2026-08")
    plan.days.view.go(2)
    hands.key(Qt.Key.Key_Delete)
    hands.settled()
    row = plan.days.row
    assert (row.shift, row.warn) == ("", "not planned")
    hands.enter()
    desk.fill(leader=next(code for code in _codes(desk, "leader") if code))
    desk.send()
    assert not desk.sheets, desk.sheets[0].note.text()
    assert plan.days.row.shift.startswith("20260803-")


def test_somebody_new_is_entered_from_here(plan: RotaScreen, desk: Desk, hands: Hands, window: Window) -> None:
    hands.key(Qt.Key.Key_N)
    desk.fill(role="clerk", name="严立新", phone="100-0000-4199")
    desk.send()
    assert not desk.sheets, desk.sheets[0].note.text()
    assert "严立新" in {person.name for person in window.desk.reference.directory.people.values()}
