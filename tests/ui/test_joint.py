"""The joint whistle by keyboard: from the first word to the look-back, the second street, the level above, who is red."""

from __future__ import annotations

from datetime import date

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.domain.clock import DAY, HOUR, at_local
from commandcenter.domain.joint import Joint
from commandcenter.domain.joint_acts import (
    AnalyseJoint,
    AskUpward,
    Attendance,
    ListPartner,
    MeetJoint,
    NameJointLead,
    OpenJoint,
    SurveyJoint,
)
from commandcenter.domain.joint_table import AddDuty, IssueTable, SignDuty
from commandcenter.ui.joint.screen import JointScreen
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from office_window import Hands
from pixels import near
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

GROUNDS = {"category": "safety", "lacks": ("departments",), "tried": "物业劝过三次"}


@pytest.fixture
def joint(window: Window, hands: Hands) -> JointScreen:
    window.go(Go("joint"))
    screen = window.screens["joint"]
    assert isinstance(screen, JointScreen)
    return screen


def state(screen: JointScreen) -> Joint:
    assert screen.facts is not None
    return screen.facts.state


def sheet(screen: JointScreen) -> FormSheet:
    found = screen.acting.sheet
    assert found is not None
    return found


def fill(screen: JointScreen, hands: Hands, **texts: str) -> None:
    """Type into fields by their names, where a person would go with Tab, and send."""
    form = sheet(screen).form
    for name, text in texts.items():
        widget: QWidget = form.widgets[name]
        widget.setFocus()
        if widget.metaObject().className() == "QComboBox":
            form.set_text(name, text)
        else:
            form.set_text(name, "")
            hands.type(text)
    hands.send()
    hands.settled()


def send(screen: JointScreen, hands: Hands, *commands: object) -> None:
    for command in commands:
        screen.desk.submit(command)  # type: ignore[arg-type]
        hands.settled()


def started(screen: JointScreen, hands: Hands, days: int = 4, unit: str = "D07", variant: str = "own") -> Joint:
    """A matter at work with one line of the table."""
    send(screen, hands, OpenJoint(title="飞线整治", source="chief", place="J07"))
    return at_work(screen, hands, days, unit, variant)


def at_work(screen: JointScreen, hands: Hands, days: int = 4, unit: str = "D07", variant: str = "own") -> Joint:
    """The matter that is shown, brought to work."""
    key = state(screen).id
    there = (Attendance(unit="D07", people=2),)
    now = screen.now()
    send(
        screen,
        hands,
        AnalyseJoint(joint=key, variant=variant, **GROUNDS),
        NameJointLead(joint=key, name="莫少华", phone="100-0000-0014"),
        SurveyJoint(joint=key, words="六十三处", present=there),
        MeetJoint(joint=key, words="分工", chair="莫少华", present=there),
        AddDuty(joint=key, unit=unit, task="清理飞线", due_at=now + days * DAY),
        SignDuty(joint=key, row=f"{screen.desk.letter}1", name="侯向阳"),
        IssueTable(joint=key),
    )
    return state(screen)


def test_the_whole_way_by_keyboard(joint: JointScreen, hands: Hands, clock: SetClock) -> None:
    hands.key(Qt.Key.Key_B)
    assert sheet(joint).form.widgets["title"].hasFocus()
    fill(joint, hands, title="砚池胡同飞线充电整治", place="砚池胡同北口", words="第三次来电")
    assert (state(joint).stage, state(joint).place, state(joint).place_words) == ("found", "J07", "砚池胡同北口")
    assert state(joint).number.startswith("LD-2026-0716-")
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, category="safety", tried="物业劝过三次")
    assert state(joint).stage == "analysed"
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, person="P0014")
    assert state(joint).leads["own"].name == "莫少华"
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, present="D07 4、派出所 2", photos="22", words="飞线六十三处")
    survey = state(joint).survey
    assert survey is not None
    assert (dict(survey.heads), survey.photos) == ({"D07": 4, "D03": 2}, 22)
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, words="分工如表")
    assert state(joint).stage == "agreed"
    hands.key(Qt.Key.Key_A)
    fill(joint, hands, unit="D07", task="清理飞线", due="2026-07-24")
    duty = state(joint).duties[0]
    assert duty.due_at == at_local(date(2026, 7, 24), 17, 30)
    hands.key(Qt.Key.Key_S)
    fill(joint, hands, name="侯向阳")
    hands.key(Qt.Key.Key_Period)
    hands.settled()
    assert state(joint).stage == "working"
    clock.advance(HOUR)
    hands.key(Qt.Key.Key_U)
    fill(joint, hands, words="本周能清多少", answer="一半")
    hands.key(Qt.Key.Key_N)
    fill(joint, hands, words="清了三十处")
    assert [note.sort for note in state(joint).notes] == ["urge", "step"]
    hands.key(Qt.Key.Key_N)
    fill(joint, hands, result="done", words="全部清完")
    assert state(joint).stage == "fed_back"
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, name="齐街长", words="没有再拉")
    hands.key(Qt.Key.Key_G)
    fill(joint, hands, words="")
    assert state(joint).appraisal.justified.part == 1
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, words="整治完成")
    assert (state(joint).stage, state(joint).looking_back) == ("closed", 1)
    clock.advance(31 * DAY)
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, recurred="1", name="齐街长", words="又拉了五处")
    assert state(joint).stage == "found"
    assert state(joint).linked
    assert joint.list.model.rowCount() == 2


def test_what_is_no_matter_for_a_whistle_goes_back(joint: JointScreen, hands: Hands) -> None:
    send(joint, hands, OpenJoint(title="路灯不亮", source="grid", place="J07"))
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, whistle="", words="物业能修")
    assert joint.head.next.text()
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, words="转物业")
    assert state(joint).stage == "returned"
    assert not joint.head.next.isVisible()


def test_an_unknown_body_is_named_beside_the_field_and_nothing_typed_is_lost(joint: JointScreen, hands: Hands) -> None:
    send(joint, hands, OpenJoint(title="飞线", place="J07"))
    key = state(joint).id
    send(joint, hands, AnalyseJoint(joint=key, **GROUNDS), NameJointLead(joint=key, name="莫", phone="1"))
    hands.key(Qt.Key.Key_Period)
    form = sheet(joint).form
    fill(joint, hands, present="月球管理局 3", words="看过")
    assert "月球管理局" in sheet(joint).note.text()
    assert form.text("words") == "看过"
    hands.key(Qt.Key.Key_Escape)
    send(joint, hands, ListPartner(joint=key, body="丰安街道执法队", name="贾队", phone="1"))
    partner = state(joint).partners[0].id
    assert partner.startswith("outside/")
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, present="执法队 3")
    assert "丰安街道执法队" in sheet(joint).note.text()
    fill(joint, hands, present="丰安街道执法队 3")
    assert state(joint).survey is not None
    assert dict(state(joint).survey.heads) == {partner: 3}  # type: ignore[union-attr]


def test_two_streets_sign_before_the_table_is_issued(joint: JointScreen, hands: Hands) -> None:
    send(joint, hands, OpenJoint(title="交界游商", place="J07"))
    key = state(joint).id
    there = (Attendance(unit="D07"),)
    send(
        joint,
        hands,
        AnalyseJoint(joint=key, variant="peer", **GROUNDS),
        NameJointLead(joint=key, name="莫", phone="1"),
        SurveyJoint(joint=key, words="看过", present=there),
    )
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, name="汪向东", phone="100-0000-7001")
    assert state(joint).leads["peer"].name == "汪向东"
    send(
        joint,
        hands,
        MeetJoint(joint=key, words="分工", chair="莫", present=there),
        AddDuty(joint=key, unit="D07", task="值守", due_at=joint.now() + 5 * DAY),
    )
    for side in ("own", "peer"):
        hands.key(Qt.Key.Key_Period)
        assert sheet(joint).form.text("side") == side
        hands.send()
        hands.settled()
    hands.key(Qt.Key.Key_Period)
    hands.settled()
    assert state(joint).stage == "working"


def test_a_request_upward_waits_without_a_clock_and_is_looked_at(joint: JointScreen, hands: Hands) -> None:
    send(joint, hands, OpenJoint(title="产权登记", place="J07"))
    key = state(joint).id
    send(
        joint,
        hands,
        AnalyseJoint(joint=key, variant="upward", **GROUNDS),
        AskUpward(joint=key, receiver="区政府办", words="请协调"),
    )
    assert state(joint).stage == "upward"
    hands.key(Qt.Key.Key_Period)
    fill(joint, hands, words="仍在等")
    assert state(joint).upward is not None
    assert len(state(joint).upward.looks) == 1  # type: ignore[union-attr]
    hands.key(Qt.Key.Key_W)
    fill(joint, hands, answer="together", words="区里牵头")
    assert state(joint).stage == "analysed"


def test_a_refusal_is_recorded_and_ruled_on(joint: JointScreen, hands: Hands) -> None:
    started(joint, hands)
    hands.key(Qt.Key.Key_X)
    fill(joint, hands, name="侯队", words="属城管委")
    assert state(joint).duties[0].disputed
    hands.key(Qt.Key.Key_X)
    fill(joint, hands, ruling="district", words="报区裁定")
    assert state(joint).stage == "fed_back"


def test_a_date_is_put_off_on_the_leaders_word(joint: JointScreen, hands: Hands) -> None:
    before = started(joint, hands).duties[0].due_at
    hands.key(Qt.Key.Key_E)
    assert sheet(joint).form.text("name") == "莫少华"
    fill(joint, hands, due="7-31", words="户主不在")
    duty = state(joint).duties[0]
    assert (duty.moves[0].before, duty.due_at > before) == (before, True)


def reds(screen: JointScreen) -> int:
    """Pixels near the red of an overdue chip."""
    return near(screen.grab().toImage(), [screen.look.color("redF")], 11)


@pytest.mark.parametrize(("unit", "tone"), [("D07", "over"), ("D03", "warn"), ("D10", "warn")])
def test_only_one_of_our_own_that_is_late_is_red(
    joint: JointScreen, window: Window, hands: Hands, clock: SetClock, unit: str, tone: str
) -> None:
    started(joint, hands, unit=unit)
    assert reds(joint) == 0
    clock.advance(6 * DAY)
    joint.tick(clock.now())
    row = joint.table.model.row(0)
    assert row.tone == tone
    window.show_state()
    badge = window.rail.items["whistle"]
    assert (badge._badge, badge._urgent) == (int(unit != "D10"), unit == "D07")
    assert (reds(joint) > 0) == (unit == "D07")


def test_a_drill_that_is_late_has_no_red_in_its_body(joint: JointScreen, hands: Hands, clock: SetClock) -> None:
    drill = joint.desk.reference.drills[0].id
    send(joint, hands, OpenJoint(title="飞线整治演练", source="chief", place="J07", mode="drill", drill=drill))
    assert joint.mode() == "drill"
    assert state(joint).number.startswith("演-LD-")
    at_work(joint, hands)
    clock.advance(6 * DAY)
    joint.tick(clock.now())
    assert joint.table.model.row(0).tone == "over"
    assert reds(joint) == 0


def test_reminders_come_by_themselves_in_office_time(joint: JointScreen, hands: Hands, clock: SetClock) -> None:
    matter = started(joint, hands)
    term = matter.duties[0].term
    assert term is not None
    for at in (term.half_at, term.warn_at, term.due_at):
        clock.advance(at - clock.now() + 1000)
        for _ in range(2):  # the first tick after the wall clock jumped lets it settle
            clock.advance(31_000)
            joint.desk.ticker.tick()
            hands.settled()
    shares = sorted(row.what for row in joint.log.model.rows)
    assert shares == ["100 %", "50 %", "80 %"]
    assert joint.table.model.row(0).reminded == {50, 80, 100}


def test_a_narrow_window_folds_what_stands_below_into_tabs(joint: JointScreen, window: Window, hands: Hands) -> None:
    started(joint, hands)
    window.resize(1366, 768)
    hands.until(joint.tabs.isVisible)
    assert joint.log.isVisible()
    assert not joint.notes.isVisible()
    joint.tabs.pick(3)
    assert joint.appraisal.isVisible()
    assert not joint.survey.isVisible()
    assert not joint.log.isVisible()


def test_left_and_right_go_between_list_and_table(joint: JointScreen, hands: Hands) -> None:
    started(joint, hands)
    hands.key(Qt.Key.Key_Left)
    assert joint.list.view.hasFocus()
    hands.enter()
    assert joint.table.view.hasFocus()
    assert joint.where() == {"joint": state(joint).id}
