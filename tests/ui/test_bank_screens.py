"""Problem bank, consultations and residents' proposals by keys alone, each from the first act to the last."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.engine import Done
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import DAY, MINUTE
from commandcenter.domain.consultation import Consultation
from commandcenter.domain.problem import Problem
from commandcenter.domain.proposal import Proposal
from commandcenter.journal.reading.cases import CaseQuery
from commandcenter.journal.reading.incidents import Alarm
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.consultations.screen import ConsultationsScreen
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.mattertab import MatterTab
from commandcenter.ui.parts.printing import PaperSheet
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.problems.screen import ProblemsScreen
from commandcenter.ui.proposals.screen import ProposalsScreen
from commandcenter.ui.shell.alarms import alarm_words
from commandcenter.ui.shell.finder import find
from commandcenter.ui.shell.window import Window
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Office:
    """A tab and the hands at it."""

    def __init__(self, screen: MatterTab, hands: Hands) -> None:
        self.screen, self.hands = screen, hands

    def sheet(self) -> FormSheet:
        """The form that stands open."""
        self.hands.until(lambda: self.screen.acting.sheet is not None)
        found = self.screen.acting.sheet
        assert found is not None
        return found

    def fill(self, **told: str) -> None:
        """Fill fields as hands do: the field takes the keyboard, a line is typed over, a choice is made; then Ctrl+Enter."""
        sheet = self.sheet()
        for name, text in told.items():
            widget = sheet.form.widgets[name]
            widget.setFocus()
            if isinstance(widget, QComboBox):
                widget.setCurrentIndex(widget.findData(text))
            else:
                self.hands.key(KEY.Key_A, CONTROL)
                self.hands.type(text)
        self.hands.send()
        self.hands.until(lambda: self.screen.acting.sheet is None)
        self.hands.settled()

    def act(self, key: Qt.Key, **told: str) -> None:
        """A key, its form, Ctrl+Enter."""
        self.hands.key(key)
        self.fill(**told)


def opened(window: Window, hands: Hands, name: str) -> MatterTab:
    window.go(Go(name))
    screen = window.screens[name]
    assert isinstance(screen, MatterTab)
    hands.settled()
    screen.view.setFocus()
    return screen


def words(shown: Sequence[object]) -> str:
    return " ".join(str(getattr(one, "words", one)) for one in shown)


# -- problems ----------------------------------------------------------------------------------------------------------


def test_a_problem_by_keys_from_the_entry_to_being_struck_off_and_back(window: Window, hands: Hands) -> None:
    screen = opened(window, hands, "problems")
    assert isinstance(screen, ProblemsScreen)
    at = Office(screen, hands)

    def state() -> Problem:
        found = screen.state
        assert isinstance(found, Problem)
        return found

    assert state().title == "槐序一巷5号院低洼处积水倒灌", "the sample office has one"
    at.act(KEY.Key_N, title="望潮公寓楼道堆物", place="B13", cause="没有储物间", unit="S03")
    assert (state().title, state().place, state().units, state().stage) == (
        "望潮公寓楼道堆物",
        "B13",
        ("S03",),
        "found",
    )
    assert screen.following() is not None
    at.act(KEY.Key_Period, likelihood="high", consequence="high", period="all_year", words="三年六次")
    assert (state().stage, state().risk) == ("assessed", "high")
    at.act(KEY.Key_Period, words="清理一次，设公告", unit="S03")
    at.act(KEY.Key_M, words="每周巡查", unit="A3")
    assert (state().stage, len(state().measures)) == ("measured", 2)
    hands.key(KEY.Key_Right)
    assert screen.line_view.hasFocus()
    at.act(KEY.Key_Space, words="已清")
    hands.key(KEY.Key_Left)
    at.act(KEY.Key_Space, words="已排班")
    assert state().stage == "corrected"
    at.act(KEY.Key_Period, passed="no", words="又堆了")
    assert state().stage == "measured", "a recheck that fails leads back"
    at.act(KEY.Key_M, words="装储物柜", unit="S03")
    at.act(KEY.Key_Space, words="装好")
    at.act(KEY.Key_Period, passed="yes", words="清爽")
    at.act(KEY.Key_Period, words="连续三月没有复发")
    assert state().stage == "closed"
    assert all(one.id != state().id for one in screen.desk.read.matters.running(Problem, "problem"))
    hands.key(KEY.Key_Period)
    hands.until(lambda: screen.state.stage == "found")
    assert state().recurred == 1
    at.act(KEY.Key_T, words="物业来过")
    assert "物业来过" in words(screen.timeline.lines.rows)


def test_a_problem_is_kept_for_the_long_term_and_corrected(window: Window, hands: Hands) -> None:
    screen = opened(window, hands, "problems")
    at = Office(screen, hands)
    at.act(KEY.Key_N, title="管线老旧", point="北苇小区一带")
    hands.key(KEY.Key_N)
    sheet = at.sheet()
    hands.send()
    assert screen.acting.sheet is sheet, "nothing told is refused beside the fields"
    hands.key(KEY.Key_Escape)
    at.act(KEY.Key_L, words="产权不清")
    assert screen.state.stage == "long_term"
    at.act(KEY.Key_E, cause="五十年没有换过")
    assert screen.state.cause == "五十年没有换过"
    at.act(KEY.Key_X, words="已列入改造")
    assert screen.state.stage == "closed"


def test_repeated_cases_become_a_problem_and_later_ones_join_it(window: Window, hands: Hands, clock: SetClock) -> None:
    screen = opened(window, hands, "problems")
    assert isinstance(screen, ProblemsScreen)
    kind = next(iter(screen.desk.reference.categories))
    for _ in range(3):
        screen.desk.submit(RegisterCase(matter=Matter(title="门口积水", place="J08", category=kind)))
    hands.settled()
    hands.key(KEY.Key_R)
    hands.until(lambda: screen._repeats is not None)
    sheet = screen._repeats
    assert sheet is not None
    place = next(at for at, one in enumerate(sheet.model.rows) if one.place == "J08")
    while sheet.view.place < place:
        hands.key(KEY.Key_Down)
    hands.enter()
    Office(screen, hands).fill()
    found = screen.state
    assert (found.place, found.category, len(found.cases)) == ("J08", kind, 3)
    hands.key(KEY.Key_C)
    cases = window.current
    assert isinstance(cases, CasesScreen)
    hands.until(lambda: cases.model.rowCount() == 3)
    screen.desk.submit(RegisterCase(matter=Matter(title="又积水", place="J08", category=kind)))
    hands.settled()
    window.go(Go("problems", {"problem": found.id}))
    hands.key(KEY.Key_R)
    hands.until(lambda: screen._repeats is not sheet)
    hands.enter()
    hands.until(lambda: len(screen.state.cases) == 4)
    Office(screen, hands).act(KEY.Key_U, words="另一处")
    assert len(screen.state.cases) == 3


# -- a case and the bank -----------------------------------------------------------------------------------------------


def test_a_case_becomes_a_problem_with_one_key_and_the_next_one_there_shows_it(window: Window, hands: Hands) -> None:
    hands.key(KEY.Key_2, ALT)
    cases = window.current
    assert isinstance(cases, CasesScreen)
    one = RegisterCase(matter=Matter(title="楼道堆物", place="B13"))
    first = cases.desk.submit(one)
    hands.settled()
    assert isinstance(first.outcome, Done)
    window.go(Go("cases", {"case": first.outcome.report["case"]}))
    hands.until(lambda: cases.detail.case is not None and cases.detail.case.id == first.outcome.report["case"])
    cases.view.setFocus()
    assert not cases.bank.isVisible()
    hands.key(KEY.Key_5)
    problems = window.screens["problems"]
    assert isinstance(problems, ProblemsScreen)
    assert window.current is problems
    Office(problems, hands).fill(cause="没有储物间")
    assert problems.state.cases == (first.outcome.report["case"],)
    second = cases.desk.submit(RegisterCase(matter=Matter(title="又堆了", place="B13")))
    hands.settled()
    assert isinstance(second.outcome, Done)
    window.go(Go("cases", {"case": second.outcome.report["case"]}))
    hands.until(cases.bank.isVisible)
    assert "楼道堆物" in cases.bank.lines[0].words
    cases.view.setFocus()
    hands.key(KEY.Key_5)
    hands.until(lambda: len(problems.state.cases) == 2)


# -- consultations -----------------------------------------------------------------------------------------------------


def test_a_consultation_by_keys_from_the_plan_to_the_last_decision(
    window: Window, hands: Hands, clock: SetClock
) -> None:
    screen = opened(window, hands, "consultations")
    assert isinstance(screen, ConsultationsScreen)
    at = Office(screen, hands)

    def state() -> Consultation:
        found = screen.state
        assert isinstance(found, Consultation)
        return found

    assert len(state().agenda) == 3, "the sample office has one planned"
    assert screen._month_planned
    at.act(KEY.Key_N, title="专题会商", place="二楼", chair="沈砚秋")
    assert (state().title, state().stage) == ("专题会商", "planned")
    hands.key(KEY.Key_Period)
    hands.until(lambda: screen.candidates is not None)
    sheet = screen.candidates
    assert sheet is not None
    reasons = {reason for one in sheet.model.rows for reason in one.reasons}
    assert {"consulting", "overdue", "disputed", "redone", "risk", "waiting"} <= reasons
    hands.key(KEY.Key_X)
    hands.key(KEY.Key_X)
    hands.key(KEY.Key_X)
    ticked = list(sheet.painter.ticked)
    assert len(ticked) == 3
    hands.send()
    hands.until(lambda: len(screen.state.agenda) == 3)
    assert [f"{item.about}/{item.key}" for item in state().agenda] == ticked
    waiting = state().agenda[0].key
    assert state().id in screen.desk.read.cases.case(waiting)[0].consultations
    at.act(KEY.Key_B, words="夜间排班")
    assert state().agenda[3].about == "matter"
    hands.key(KEY.Key_Right)
    before = [item.id for item in state().agenda]
    hands.key(KEY.Key_Down, ALT)
    hands.until(lambda: [item.id for item in screen.state.agenda] != before)
    assert [item.id for item in state().agenda][:2] == [before[1], before[0]]
    hands.key(KEY.Key_Up, ALT)
    hands.until(lambda: [item.id for item in screen.state.agenda] == before)
    screen.line_view.go(2)
    at.act(KEY.Key_X, words="下次再议")
    assert len(state().agenda) == 3
    hands.key(KEY.Key_I)
    presence = screen.presence
    assert presence is not None
    hands.key(KEY.Key_2)
    hands.key(KEY.Key_3)
    hands.settled()
    assert sorted(state().presence.values()) == ["came", "excused"]
    hands.key(KEY.Key_Escape)
    assert screen.presence is None
    hands.key(KEY.Key_H)
    hands.until(lambda: screen.state.stage == "held")
    for item in state().agenda[:2]:
        screen.line_view.go(screen.line_model.place_of(item.id))
        at.act(KEY.Key_D, words="七日内拿出方案", unit="S03")
    screen.line_view.go(screen.line_model.place_of(state().agenda[2].id))
    assert screen.following() is not None
    at.act(KEY.Key_S, words="社区报排班")
    at.act(KEY.Key_Period, words="按期办结", signed_by="沈砚秋")
    assert (state().stage, len(state().open_decisions)) == ("minuted", 2)
    clock.advance(DAY)
    at.act(KEY.Key_Period, words="方案已报")
    at.act(KEY.Key_Q, words="权属单位自己办")
    assert [one.ended for one in state().decisions] == ["done", "dropped"]
    hands.key(KEY.Key_Period)
    hands.until(lambda: screen.state.stage == "closed")
    window.go(Go("cases", {"case": waiting}))
    cases = window.current
    assert isinstance(cases, CasesScreen)
    hands.until(cases.bank.isVisible)
    assert any("七日内拿出方案 done" in one.words for one in cases.bank.lines)


def test_a_case_goes_to_the_meeting_that_is_planned(window: Window, hands: Hands) -> None:
    hands.key(KEY.Key_2, ALT)
    cases = window.current
    assert isinstance(cases, CasesScreen)
    read = cases.desk.read
    row = read.cases.first_page(CaseQuery(stage="handling"), cases.now())[0]
    case = read.cases.case(row.id)[0]
    window.go(Go("cases", {"case": case.id}))
    hands.until(lambda: cases.detail.case is not None and cases.detail.case.id == case.id)
    cases._step("consult")
    sheet = cases._step_sheet
    meeting = str(sheet.form.widgets["consultation"].currentData())  # type: ignore[attr-defined]
    assert sheet.form.widgets["words"].hasFocus()
    hands.type("权属不清")
    hands.send()
    hands.settled()
    held = read.matters.one(Consultation, f"consultation/{meeting}")
    assert held.agenda[-1].key == case.id
    assert read.cases.case(case.id)[0].stage == "consulting"


# -- proposals ---------------------------------------------------------------------------------------------------------


def test_a_proposal_by_keys_from_the_hall_to_the_end(window: Window, hands: Hands, clock: SetClock) -> None:
    screen = opened(window, hands, "proposals")
    assert isinstance(screen, ProposalsScreen)
    at = Office(screen, hands)

    def state() -> Proposal:
        found = screen.state
        assert isinstance(found, Proposal)
        return found

    assert state().vote is not None, "the sample office has one after its vote"
    assert state().vote.passed  # type: ignore[union-attr]
    at.act(KEY.Key_N, title="小院加装照明", supporters="12", proposer="何淑敏", phone="13800001111", community="A3")
    assert (state().stage, state().supporters) == ("raised", 12)
    facts = words(screen.fact_list.facts)
    assert "何**" in facts
    assert "13800001111" not in facts
    at.act(KEY.Key_Period, people="31", words="同意，夜里调暗")
    at.act(KEY.Key_Period, eligible="200", cast="90", in_favour="80", against="5")
    assert state().stage == "voted"
    assert state().vote is not None
    assert not state().vote.passed  # type: ignore[union-attr]
    following = screen.following()
    assert following is not None
    assert following.code == "reject", "too few came: it cannot be adopted"
    hands.key(KEY.Key_A)
    assert screen.acting.sheet is None
    hands.key(KEY.Key_V)
    sheet = at.sheet()
    sheet.form.set_text("eligible", "100")
    for name in ("cast", "in_favour", "against"):
        sheet.form.set_text(name, "101")
    hands.send()
    hands.until(sheet.note.isVisible)
    at.fill(eligible="200", cast="150", in_favour="100", against="20")
    assert "66.66%" in words(screen.fact_list.facts)
    at.act(KEY.Key_Period, unit="S03", trial_until="2026-08-10 18:00")
    assert (state().stage, state().unit) == ("adopted", "S03")
    assert state().trial is not None
    at.act(KEY.Key_S, asked="40", satisfied="36")
    assert "90%" in words(screen.fact_list.facts)
    clock.advance(DAY)
    at.act(KEY.Key_Period, words="装了六盏")
    hands.key(KEY.Key_Period)
    hands.until(lambda: screen.state.stage == "closed")
    assert len(screen.line_model.rows) == 3


def test_a_proposal_is_withdrawn_or_not_adopted_with_a_word(window: Window, hands: Hands) -> None:
    screen = opened(window, hands, "proposals")
    at = Office(screen, hands)
    at.act(KEY.Key_N, title="拆围墙")
    at.act(KEY.Key_W, words="提出人撤回")
    assert screen.state.stage == "withdrawn"
    at.act(KEY.Key_N, title="加锁")
    at.act(KEY.Key_D, words="意见不一")
    at.act(KEY.Key_V, eligible="10", cast="9", in_favour="1", against="8")
    at.act(KEY.Key_X, words="没有过半")
    assert screen.state.stage == "rejected"


@pytest.mark.parametrize(("name", "family"), [("problems", "WT-"), ("consultations", "HS-"), ("proposals", "TA-")])
def test_the_command_search_finds_them_by_number(window: Window, hands: Hands, name: str, family: str) -> None:
    screen = opened(window, hands, name)
    found = [one for one in find(window.desk, screen.state.number, ()) if one.go is not None and one.go.screen == name]
    assert found
    assert found[0].title == f"{screen.state.number} {screen.state.title}"
    assert screen.state.number.startswith(family)


def test_what_ran_out_is_named_and_stands_in_the_log(window: Window, hands: Hands, clock: SetClock) -> None:
    screen = opened(window, hands, "problems")
    number, title = screen.state.number, screen.state.title
    clock.advance(22 * DAY + MINUTE)
    late: list[Alarm] = []
    while not late and window.desk.read.incidents.due(clock.now(), 1):  # a tick raises a hundred, the oldest first
        window.desk.ticker.tick()
        hands.settled()
        late = [one for one in window.alarms.alarms if one.subject == f"problem/{screen.state.id}"]
    assert len(late) == 1
    told = alarm_words(window.desk, late[0])
    assert number in told
    assert title in told
    assert "measure" in told, "the clock by its word, not by the community whose number looks like its id"
    assert "槐序社区" not in told
    hands.until(lambda: "measure" in words(screen.timeline.lines.rows))


def test_a_month_without_a_meeting_is_told(window: Window, hands: Hands, clock: SetClock) -> None:
    screen = opened(window, hands, "consultations")
    assert "none planned" not in screen.caption()
    clock.advance(31 * DAY)
    screen.load()
    assert "none planned" in screen.caption()


def test_the_candidates_are_what_is_hard_and_nothing_else(window: Window, hands: Hands) -> None:
    screen = opened(window, hands, "consultations")
    read, now = screen.desk.read, screen.now()
    found = {one.key: set(one.reasons) for one in read.agenda.candidates(now, 14 * DAY, 2) if one.about == "case"}
    wanted: dict[str, set[str]] = {}
    for row in read.cases.first_page(CaseQuery(view="open"), now, 500):
        case = read.cases.case(row.id)[0]
        told = {
            "consulting": case.stage == "consulting",
            "escalated": bool(row.escalated),
            "overdue": case.stage != "suspended" and row.next_due is not None and row.next_due <= now,
            "disputed": case.stage == "disputed",
            "redone": bool(case.redone),
            "extended": bool(case.extended),
            "repeated": row.repeats >= 2,
        }
        reasons = {reason for reason, holds in told.items() if holds}
        if reasons:
            wanted[row.id] = reasons
    assert {key: reasons - {"review"} for key, reasons in found.items() if reasons != {"review"}} == wanted
    assert all(read.cases.case(key)[0].stage == "suspended" for key, told in found.items() if "review" in told)
    keys = [one.key for one in read.agenda.candidates(now, 14 * DAY, 2)]
    assert len(keys) == len(set(keys))


def test_a_case_is_raised_as_a_proposal_and_the_proposal_leads_back(window: Window, hands: Hands) -> None:
    hands.key(KEY.Key_2, ALT)
    cases = window.current
    assert isinstance(cases, CasesScreen)
    hands.until(lambda: cases.detail.case is not None)
    case = cases.detail.case
    assert case is not None
    cases.view.setFocus()
    hands.key(KEY.Key_4)
    hands.until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key(KEY.Key_0 + len(menu.actions())))
    proposals = window.screens["proposals"]
    assert isinstance(proposals, ProposalsScreen)
    Office(proposals, hands).fill(proposer="何淑敏")
    assert (proposals.state.case, proposals.state.title) == (case.id, case.title)
    proposals.view.setFocus()
    hands.key(KEY.Key_G)
    assert window.current is cases
    hands.until(lambda: cases.detail.case is not None and cases.detail.case.id == case.id)


@pytest.mark.parametrize("name", ["problems", "consultations", "proposals"])
def test_ctrl_p_shows_the_paper(window: Window, hands: Hands, name: str) -> None:
    opened(window, hands, name)
    hands.key(KEY.Key_P, CONTROL)
    hands.until(lambda: window.findChild(PaperSheet) is not None)
