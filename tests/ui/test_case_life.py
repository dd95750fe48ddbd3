"""One case by keys alone, from the call to the archive: disputes and a ruling, tries, more time, suspension, redo, look-back."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.domain.case import Case
from commandcenter.domain.clock import HOUR
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.shell.window import Window
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


class Clerk:
    """Somebody who knows ``.`` for the next step and M for the others."""

    def __init__(self, centre: CasesScreen, desk: Desk, hands: Hands) -> None:
        self.centre, self.desk, self.hands = centre, desk, hands

    @property
    def case(self) -> Case:
        assert self.centre.detail.case is not None
        return self.centre.detail.case

    def next(self, **told: str) -> None:
        """The usual next step, its form filled and sent."""
        self.hands.key(Qt.Key.Key_Period)
        self._send(told)

    def further(self, step: str, **told: str) -> None:
        """A step of the menu, its form filled and sent."""
        self.hands.key(Qt.Key.Key_M)
        self.desk.choose(step)
        self._send(told)

    def _send(self, told: dict[str, str]) -> None:
        self.desk.fill(**told)
        self.desk.send()
        assert not self.desk.sheets, self.desk.form.note.text()

    def dispatch(self, unit: str) -> None:
        """D, the section ticked and nothing that was proposed, Ctrl+Enter."""
        self.hands.key(Qt.Key.Key_D)
        sections: Any = self.centre.detail.sections
        self.hands.key(Qt.Key.Key_Home)
        for _ in range(40):
            here = sections.view.model().row(sections.view.place)
            if here.unit == unit:
                break
            if here.ticked:
                self.hands.key(Qt.Key.Key_Space)
            self.hands.key(Qt.Key.Key_J)
        if unit not in sections.ticked:
            self.hands.key(Qt.Key.Key_Space)
        self.desk.send()

    def find(self, number: str) -> None:
        """G and its number, wherever it stands."""
        self.hands.key(Qt.Key.Key_G)
        self.hands.type(number)
        self.desk.send()
        self.hands.until(lambda: self.case.number == number)


@pytest.fixture
def clerk(window: Window, desk: Desk, hands: Hands) -> Clerk:
    hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    screen = window.current
    assert isinstance(screen, CasesScreen)
    return Clerk(screen, desk, hands)


def registered(clerk: Clerk, **told: str) -> str:
    """A case taken in with F2; its number."""
    clerk.hands.key(Qt.Key.Key_F2)
    clerk.desk.fill(title="单元门口路灯不亮", **told)
    clerk.desk.send()
    clerk.hands.until(lambda: clerk.case.title == "单元门口路灯不亮")
    return clerk.case.number


def test_a_case_from_the_call_to_the_archive(clerk: Clerk, desk: Desk) -> None:
    number = registered(clerk, phone="100-0000-5999")
    for n in (1, 2):
        clerk.dispatch("S03")
        assert clerk.case.stage == "dispatched"
        clerk.further("dispute", words="应由产权单位维修", basis="职责清单第3项")
        assert (clerk.case.stage, clerk.case.disputes) == ("disputed", n)
    clerk.next(unit="S03", words="专班研判：公共区域由城管办牵头")
    assert (clerk.case.stage, clerk.case.rulings) == ("owned", 1)
    for answer in ("no", "no", "yes"):
        desk.pass_time(HOUR)
        clerk.next(reached=answer, words="约了下午看")
    assert (clerk.case.stage, clerk.case.tries) == ("contacted", 3)
    clerk.next(words="已报维修")
    clerk.further("extend", wanted="2026-07-30 18:00", told="agreed", words="等灯头到货", answer="可以等")
    assert clerk.case.stage == "extending"
    clerk.next()
    assert (clerk.case.stage, clerk.case.extended) == ("handling", 1)
    due = clerk.case.due_at
    clerk.further("ask_suspend", words="电缆归属未定", plan="每周催供电公司", told="已电话说明")
    assert clerk.case.stage == "handling"
    clerk.next()
    assert clerk.case.stage == "suspended"
    desk.pass_time(HOUR)
    clerk.next(words="供电公司已立项")
    clerk.further("handle", words="电缆确认，恢复维修")
    assert due is not None
    assert (clerk.case.stage, clerk.case.due_at) == ("handling", due + HOUR)
    for solved, satisfaction in (("no", "not"), ("yes", "basically")):
        clerk.next(to_citizen="灯亮了，请您看看", to_hotline="已更换灯头")
        assert clerk.case.stage == "fed_back"
        clerk.next(passed="yes", checker="赵敏", words="夜间看过")
        clerk.next(solved=solved, satisfaction=satisfaction, words="过一会儿又灭了")
        assert clerk.case.stage == "call_back"
        if solved == "no":
            clerk.next(words="诉求合理，查线路")
            assert (clerk.case.stage, clerk.case.redone) == ("redo", 1)
            clerk.next(words="换线路")
    clerk.next(cause="线路老化", prevention="本季度普查同批线路")
    clerk.find(number)
    assert (clerk.case.stage, clerk.case.result) == ("closed", "solved")
    assert clerk.case.checks == {"time": True, "contact": True, "calm": True, "root_cause": True}
    clerk.next(recurred="yes", again="season", words="雨后又灭")
    again = clerk.case
    assert (again.stage, again.title) == ("to_judge", "单元门口路灯不亮")
    assert again.number != number
    clerk.find(number)
    assert clerk.case.links == {again.id: "recurred"}
    clerk.next(recurred="no", words="季前看过，正常")
    clerk.next()
    assert (clerk.case.stage, clerk.case.lookbacks, clerk.case.irregular) == ("archived", 2, ())


def test_an_emergency_in_a_case_is_handed_over_with_two_keys_and_stays(clerk: Clerk, desk: Desk) -> None:
    registered(clerk)
    desk.story.begin()
    clerk.hands.key(Qt.Key.Key_Y)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Qt.Key.Key_2)
    clerk.hands.settled()
    assert desk.story.one("case.handed").body["service"] == "119"
    assert (clerk.case.stage, clerk.case.open) == ("to_judge", True)


def test_nobody_grants_what_they_asked_for(clerk: Clerk, desk: Desk) -> None:
    """The clerk at the seat asks; as a leader of the roster the same person is not taken."""
    registered(clerk)
    clerk.dispatch("S03")
    clerk.next(unit="S03")
    clerk.next(reached="yes", words="约好了")
    clerk.next(words="已派人")
    clerk.hands.key(Qt.Key.Key_M)
    desk.choose("extend")
    form = desk.fill(wanted="2026-07-17 08:00", told="agreed", words="等配件")
    desk.send()
    assert "The new date has to lie after the limit" in form.note.text()
    desk.fill(wanted="2026-07-30 18:00")
    desk.send()
    assert not desk.sheets
    asked = clerk.case.extension
    assert asked is not None
    assert asked.by


def test_a_whistle_of_a_case_is_one_key_away_and_leads_back(clerk: Clerk, window: Window, desk: Desk) -> None:
    registered(clerk)
    clerk.hands.key(Qt.Key.Key_S)
    assert any(told.startswith("No whistle was blown for this case") for told in desk.toasts), desk.toasts
    case = clerk.case.id
    window.desk.submit(BlowWhistle(units=(UnitCall(unit="D07"),), case=case))
    clerk.hands.until(lambda: bool(clerk.case.whistles))
    assert clerk.centre.detail.whistle_line.isVisible()
    clerk.hands.key(Qt.Key.Key_S)
    clerk.hands.until(lambda: window.current is not clerk.centre)
    assert window.current is not None
    assert window.current.name == "post"
    clerk.hands.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    clerk.hands.until(lambda: window.current is clerk.centre)
    assert clerk.case.id == case


def test_a_closed_case_stays_before_the_eyes_until_the_person_moves_on(clerk: Clerk, desk: Desk, hands: Hands) -> None:
    centre = clerk.centre
    centre._on_view("call_back", "")
    clerk.next(solved="yes", satisfaction="basically", words="好了")
    case = clerk.case.id
    assert clerk.case.stage == "call_back"
    at = centre.view.place
    following = centre.model.row(at + 1) or centre.model.row(at - 1)
    assert following is not None
    clerk.next(cause="老化", prevention="普查")
    assert (clerk.case.id, clerk.case.stage) == (case, "closed")
    assert centre.model.place_of(case) < 0
    assert centre.detail.where.text() == "not in this list any more"
    hands.key(Qt.Key.Key_X)
    assert centre.ticks.count(centre.model.rowCount()) == 0
    hands.key(Qt.Key.Key_K)
    hands.key(Qt.Key.Key_Home)
    assert clerk.case.id != case
    shown = centre.model.row(0)
    assert shown is not None
    assert clerk.case.id == shown.id
