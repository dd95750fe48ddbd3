"""The responsibility list as a person uses it: found by initials, changed with a procedure, brought from a file, tasks let in or returned."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from commandcenter.domain.admission import Admission
from commandcenter.domain.case_dispatch_acts import DisputeCase
from commandcenter.journal.reading.case_query import CaseQuery
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.responsibility.screen import ADMISSION, DISPUTES, ResponsibilityScreen
from commandcenter.ui.shell.window import Window
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def duties(window: Window, hands: Hands) -> ResponsibilityScreen:
    window.go(Go("responsibility"))
    screen = window.screens["responsibility"]
    assert isinstance(screen, ResponsibilityScreen)
    screen.setFocus()
    return screen


def put(screen: ResponsibilityScreen, **texts: str) -> None:
    """Write into the sheet that is open, field by field."""
    sheet = screen.acting.sheet
    assert sheet is not None
    for name, text in texts.items():
        widget = sheet.form.widgets[name]
        widget.setFocus()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.clear()
        sheet.form.set_text(name, text)


def shown(screen: ResponsibilityScreen) -> list[str]:
    return [row.number for row in screen.duties.list.model.rows]


def test_initials_words_and_blocks_narrow_the_list(duties: ResponsibilityScreen, hands: Hands) -> None:
    whole = len(shown(duties))
    assert whole == len(duties.desk.reference.responsibility)
    hands.key(Qt.Key.Key_Slash)
    hands.type("xtps")
    assert shown(duties) == ["32"]
    hands.enter()
    assert duties.duties.list.view.hasFocus()
    assert duties.duties.item is not None
    assert duties.duties.item.part == "organise"
    hands.key(Qt.Key.Key_Escape)
    assert len(shown(duties)) == whole
    hands.key(Qt.Key.Key_3)
    assert {row.block for row in duties.duties.list.model.rows} == {duties.duties.list.model.rows[0].block}
    hands.key(Qt.Key.Key_0)
    assert len(shown(duties)) == whole


def test_an_item_is_taken_off_only_with_reason_and_procedure_and_stays_in_the_history(
    duties: ResponsibilityScreen, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_End)
    item = duties.duties.item
    assert item is not None
    hands.key(Qt.Key.Key_X)
    put(duties, reason="划归区里")
    hands.send()
    assert duties.acting.sheet is not None
    put(duties, procedure="区委编办第5号")
    hands.send()
    hands.settled()
    hands.until(lambda: duties.acting.sheet is None)
    found = next(one for one in duties.desk.reference.responsibility if one.id == item.id)
    assert (found.in_force, found.reason, found.procedure) == (False, "划归区里", "区委编办第5号")
    assert next(row for row in duties.duties.list.model.rows if row.key == item.id).off
    record = duties.desk.read.reference.record(f"responsibility/{item.id}")
    assert [change.verb for change in record.history] == ["listed", "amended"]
    hands.key(Qt.Key.Key_X)
    put(duties, reason="划回", procedure="区委编办第6号")
    hands.send()
    hands.settled()
    hands.until(lambda: duties.acting.sheet is None)
    assert next(one for one in duties.desk.reference.responsibility if one.id == item.id).in_force


def test_an_added_part_taken_needs_who_leads(duties: ResponsibilityScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_N)
    put(
        duties,
        number="JJ9",
        block="city",
        part="assist",
        text="配合共享单车清理",
        reason="区里要求",
        procedure="会议第2期",
    )
    hands.send()
    hands.settled()
    sheet = duties.acting.sheet
    assert sheet is not None
    assert sheet.note.isVisible()
    put(duties, lead="区交通委")
    hands.send()
    hands.settled()
    hands.until(lambda: duties.acting.sheet is None)
    added = next(one for one in duties.desk.reference.responsibility if one.number == "JJ9")
    assert (added.origin, added.lead, added.procedure) == ("added", "区交通委", "会议第2期")


def test_a_list_from_a_file_is_held_against_ours_before_anything_is_written(
    duties: ResponsibilityScreen, hands: Hands, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ["职责清单"],
        ["序号", "板块", "职责事项", "性质", "牵头部门", "依据"],
        [200, "城市管理", "组织共享单车停放秩序整治", "组织", "区交通委", "市级文件"],
        [32, "城市管理", "协调排水单位处置道路积水、院落倒灌和污水外溢", "负责", "", ""],
        [201, "城市管理", "配合查处黑车", "配合", "", ""],
        [1, "城市管理", "开展全民阅读", "组织", "", ""],
    ):
        sheet.append(line)
    path = tmp_path / "list.xlsx"
    book.save(path)
    before = {one.id: one for one in duties.desk.reference.responsibility}
    hands.key(Qt.Key.Key_I)
    bringing = duties.bringing
    assert bringing is not None
    hands.type(str(path))
    hands.enter()
    hands.until(lambda: bool(bringing.differences), 20_000)
    assert [(one.number, one.sort, one.wrong) for one in bringing.differences] == [
        ("200", "new", ""),
        ("32", "changed", ""),
        ("201", "wrong", "duty_lead_missing"),
        ("1", "wrong", "duty_number_taken"),
    ]
    assert {one.id: one for one in duties.desk.reference.responsibility} == before
    hands.send()
    assert bringing.reason.hasFocus()
    hands.type("年度调整")
    bringing.procedure.setFocus()
    hands.type("编办第9号")
    hands.send()
    hands.settled()
    hands.until(lambda: any(one.number == "200" for one in duties.desk.reference.responsibility))
    after = {one.number: one for one in duties.desk.reference.responsibility}
    assert (after["32"].part, after["32"].reason) == ("hold", "年度调整")
    assert after["1"] == next(one for one in before.values() if one.number == "1")
    assert len(after) == len(before) + 1


def test_a_task_outside_the_list_goes_back_and_an_emergency_is_acted_on_first(
    duties: ResponsibilityScreen, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_T)
    assert duties.tabs.current == ADMISSION

    def enter(sender: str, title: str) -> Admission:
        hands.key(Qt.Key.Key_N)
        put(duties, sender=sender, title=title)
        hands.send()
        hands.settled()
        hands.until(lambda: duties.admissions.state is not None and duties.admissions.state.title == title)
        hands.until(lambda: duties.acting.sheet is None)
        assert duties.admissions.state is not None
        return duties.admissions.state

    def now(task: Admission) -> Admission:
        return duties.desk.read.matters.one(Admission, task.subject)

    def step(*, key: Qt.Key = Qt.Key.Key_Period, **texts: str) -> None:
        hands.key(key)
        put(duties, **texts)
        hands.send()
        hands.settled()
        hands.until(lambda: duties.acting.sheet is None)

    ledger = enter("区商务局", "每月核查用工台账")
    step(finding="outside", words="清单未列")
    step(words="请按程序报批")
    assert (now(ledger).stage, now(ledger).reply[:3]) == ("returned", "ZF-")

    houses = enter("区应急局", "今夜转移危房住户")
    step(finding="emergency", words="今晚有暴雨")
    step(words="已派车接人")
    step(approval="榆政〔2026〕9号")
    assert (now(houses).stage, now(houses).approval) == ("registered", "榆政〔2026〕9号")

    sandbags = enter("区水务局", "低洼院落防汛沙袋排查")
    hands.key(Qt.Key.Key_Period)
    sheet = duties.acting.sheet
    assert sheet is not None
    assert (sheet.form.text("finding"), sheet.form.text("item")) == ("in_list", "25")
    hands.send()
    hands.settled()
    hands.until(lambda: duties.acting.sheet is None)
    step(unit="S04")
    assert (now(sandbags).stage, now(sandbags).item_number) == ("registered", "25")


def test_disputed_duties_come_into_the_special_list_by_themselves(
    duties: ResponsibilityScreen, window: Window, hands: Hands
) -> None:
    rows = duties.desk.read.cases.first_page(CaseQuery(view="unsigned"), duties.now())
    case = duties.desk.read.cases.case(rows[0].id)[0]
    waiting = next(line.unit for line in case.assignees if line.signed_at is None)
    duties.desk.submit(DisputeCase(case=case.id, unit=waiting, words="不在本单位职责", basis="清单第36项"))
    hands.settled()
    duties.tabs.pick(DISPUTES)
    hands.until(lambda: any(row.number == case.number for row in duties.disputes.rows))
    row = next(row for row in duties.disputes.rows if row.number == case.number)
    assert (row.unit, row.words) == (duties.desk.reference.unit_name(waiting), "不在本单位职责")
    duties.disputes.list.view.setFocus()
    duties.disputes.list.view.go(duties.disputes.rows.index(row))
    hands.enter()
    assert window.current.name == "cases"


def test_the_split_is_held_against_the_printed_one(duties: ResponsibilityScreen) -> None:
    values = [figure.value for figure in duties.figures.figures]
    assert values[:3] == ["23.4%", "36.4%", "40.3%"]
    assert duties.figures.figures[3].warn is False
