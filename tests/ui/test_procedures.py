"""Procedures edited by keyboard and saved as versions; steps on a case ticked by keys; who must act, picked by a person."""

from __future__ import annotations

import pytest
from commandcenter.domain.case import Case
from commandcenter.domain.who_learned import Lesson, learn
from commandcenter.journal.reading.case_query import CaseQuery
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.procedures.screen import ProceduresScreen
from commandcenter.ui.shell.window import Window
from office_window import Hands
from PySide6.QtCore import Qt

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def procedures(window: Window, hands: Hands) -> ProceduresScreen:
    window.go(Go("procedures", {"procedure": "W09"}))
    screen = window.screens["procedures"]
    assert isinstance(screen, ProceduresScreen)
    screen.setFocus()
    return screen


def texts(screen: ProceduresScreen) -> list[str]:
    assert screen.draft is not None
    return [step.text for step in screen.draft.steps]


def test_steps_are_added_moved_removed_and_saved_as_a_version(procedures: ProceduresScreen, hands: Hands) -> None:
    before = texts(procedures)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_End)
    hands.key(Qt.Key.Key_A)
    sheet = procedures.sheets.sheet
    assert sheet is not None
    hands.type("约谈物业公司")
    sheet.form.widgets["hours"].setFocus()
    hands.type("36")
    hands.send()
    assert texts(procedures) == [*before, "约谈物业公司"]
    hands.key(Qt.Key.Key_Up, CTRL)
    assert texts(procedures)[-2] == "约谈物业公司"
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Delete)
    assert texts(procedures) == [*before[:-1], "约谈物业公司"]
    assert procedures.desk.reference.procedures[8].version == 1
    hands.key(Qt.Key.Key_S, CTRL)
    hands.type("改为约谈")
    hands.send()
    hands.settled()
    hands.until(lambda: procedures.desk.reference.procedures[8].version == 2)
    hands.until(lambda: procedures.draft is not None and procedures.draft.base == 2)
    saved = procedures.desk.reference.procedures[8]
    assert [step.text for step in saved.steps] == texts(procedures)
    assert saved.steps[-1].hours == 36
    assert len(procedures.history.rows_model.rows) == 2


def test_changes_that_are_not_saved_survive_and_are_dropped_with_one_key(
    procedures: ProceduresScreen, window: Window, hands: Hands
) -> None:
    before = texts(procedures)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Delete)
    hands.settled()
    assert len(texts(procedures)) == len(before) - 1
    hands.until(lambda: "procedure.W09" in procedures.desk.read.status.drafts())
    procedures.list.view.go(0)
    procedures.list.view.go(8)
    assert len(texts(procedures)) == len(before) - 1
    hands.key(Qt.Key.Key_Z)
    assert texts(procedures) == before


def test_a_procedure_goes_out_of_use_and_comes_back(procedures: ProceduresScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_X)
    hands.settled()
    assert not procedures.desk.reference.procedures[8].active
    hands.key(Qt.Key.Key_X)
    hands.settled()
    assert procedures.desk.reference.procedures[8].active


def test_a_new_procedure_begins_with_one_step(procedures: ProceduresScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_N)
    hands.type("共享单车清理")
    hands.send()
    hands.settled()
    hands.until(lambda: any(one.name == "共享单车清理" for one in procedures.desk.reference.procedures))
    hands.until(lambda: procedures.draft is not None and procedures.draft.name == "共享单车清理")
    assert len(texts(procedures)) == 1


# --- on a case ----------------------------------------------------------------------------------------------------


@pytest.fixture
def cases(window: Window, hands: Hands) -> CasesScreen:
    window.go(Go("cases"))
    screen = window.screens["cases"]
    assert isinstance(screen, CasesScreen)
    return screen


def show(screen: CasesScreen, window: Window, hands: Hands, stage: str) -> Case:
    """Show the first case of a stage."""
    rows = screen.desk.read.cases.first_page(CaseQuery(view="open"), screen.now())
    chosen = next(row for row in rows if row.stage == stage)
    window.go(Go("cases", {"case": chosen.id}))
    hands.until(lambda: screen.detail.case is not None and screen.detail.case.id == chosen.id)
    assert screen.detail.case is not None
    return screen.detail.case


def test_steps_are_given_ticked_and_taken_back_by_keys(cases: CasesScreen, window: Window, hands: Hands) -> None:
    case = show(cases, window, hands, "handling")
    hands.key(Qt.Key.Key_Q)
    sheet = cases.duties.step_sheet
    assert sheet is not None
    sheet.procedures.setCurrentIndex(sheet.procedures.findData("W09"))
    assert sheet.procedures.hasFocus()
    hands.send()
    hands.settled()
    hands.until(lambda: len(sheet.case.checklist.lines) == 5)
    sheet.list.view.setFocus()
    hands.key(Qt.Key.Key_Space)
    hands.settled()
    hands.until(lambda: sheet.case.checklist.done == 1)
    hands.key(Qt.Key.Key_Space)
    assert sheet.words.hasFocus()
    assert sheet.note.isVisible()
    hands.type("会议记录第3号")
    hands.enter()
    hands.settled()
    hands.until(lambda: sheet.case.checklist.done == 2)
    line = sheet.case.checklist.line("2")
    assert line is not None
    assert line.words == "会议记录第3号"
    sheet.list.view.go(1)
    hands.key(Qt.Key.Key_U)
    assert sheet.words.hasFocus()
    hands.type("记错了")
    hands.enter()
    hands.settled()
    hands.until(lambda: sheet.case.checklist.done == 1)
    hands.key(Qt.Key.Key_Escape)
    assert cases.duties.step_sheet is None
    assert not cases.duties.steps.isHidden()
    told = " ".join(row.words for row in cases.detail._story)
    assert "记错了" in told
    assert "会议记录第3号" in told
    assert case.id == (cases.detail.case.id if cases.detail.case is not None else "")


def test_who_must_act_is_told_with_reasons_and_picked_by_a_person(
    cases: CasesScreen, window: Window, hands: Hands
) -> None:
    show(cases, window, hands, "to_judge")
    assert cases.duties.who.words
    hands.key(Qt.Key.Key_3)
    sheet = cases.duties.advice_sheet
    assert sheet is not None
    rows = list(sheet.list.model.rows)
    assert all(row.words for row in rows)
    section = next(place for place, row in enumerate(rows) if row.unit.startswith("S"))
    before = cases.detail.case
    sheet.list.view.go(section)
    hands.enter()
    assert cases.detail.sections.ticked[0] == rows[section].unit
    hands.settled()
    assert before is not None
    assert cases.desk.read.cases.case(before.id)[0].assignees == ()


def test_what_closed_cases_teach_is_shown_with_its_counts_and_applied_by_nobody(
    cases: CasesScreen, window: Window, hands: Hands
) -> None:
    case = show(cases, window, hands, "to_judge")
    closed = cases.desk.read.cases.first_page(CaseQuery(view="closed", order="received"), cases.now())[0]
    community = (
        cases.detail.answering.community.id if cases.detail.answering and cases.detail.answering.community else ""
    )
    lessons = [Lesson(closed.id, "S09", case.category, community, "", case.title) for _ in range(40)]
    cases.desk.lessons._model = learn(lessons, cases.now())
    ticked = cases.detail.sections.ticked
    cases.detail.shown.emit(case)
    assert "S09" not in ticked
    assert cases.detail.sections.ticked == ticked
    hands.key(Qt.Key.Key_3)
    sheet = cases.duties.advice_sheet
    assert sheet is not None
    learned = next(row for row in sheet.list.model.rows if row.key == "learned:S09")
    assert "40" in learned.words
    sheet.list.view.go(list(sheet.list.model.rows).index(learned))
    hands.key(Qt.Key.Key_O)
    hands.until(lambda: cases.detail.case is not None and cases.detail.case.id == closed.id)
