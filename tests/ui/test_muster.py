"""The muster screen with real keys: from a draft to the closed whistle, at each level, out of a case, on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from commandcenter.desk.engine import Done
from commandcenter.domain import muster_acts as acts
from commandcenter.domain import muster_work_acts as work
from commandcenter.domain.appraisal import punctuality
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.muster import Agreed, Muster
from commandcenter.domain.report_in_acts import RecordMilestone
from commandcenter.ui import when
from commandcenter.ui.muster.screen import MusterScreen
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.printing import PaperSheet
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

GOOD: dict[str, Any] = {
    "category": "living",
    "lacks": ("authority",),
    "tried": "社区劝导两次，没有权限拆除",
    "place_words": "织云巷南口",
}


@pytest.fixture
def screen(window: Window, hands: Hands) -> MusterScreen:
    window.go(Go("muster"))
    found = window.screens["muster"]
    assert isinstance(found, MusterScreen)
    return found


def do(screen: MusterScreen, hands: Hands, *commands: Command) -> list[str]:
    """Let it happen beside the screen; the subjects of the last command."""
    done: list[Any] = []
    for command in commands:
        ticket = screen.desk.submit(command)
        ticket.done.connect(done.append)
        ticket.refused.connect(done.append)
    hands.settled()
    assert all(isinstance(one, Done) for one in done), done
    return list(done[-1].subjects)


def begun(screen: MusterScreen, hands: Hands, level: str, **more: Any) -> str:
    told = {**GOOD, **more}
    (subject,) = do(screen, hands, acts.DraftMuster(level=level, title="架空线低垂", **told))
    return subject.partition("/")[2]


def sounded(screen: MusterScreen, hands: Hands, level: str = "L1") -> str:
    """A muster whose whistle has sounded."""
    key = begun(screen, hands, level, community="A2" if level == "L2" else "")
    units = {"L1": ("D11", "D06"), "L2": ("S03", "S07")}[level]
    do(
        screen,
        hands,
        acts.MeetOnMuster(muster=key, present="六人", decision="同意"),
        acts.SendMuster(muster=key, document="31号", way="paper"),
        acts.AnswerMuster(muster=key, accepted=True),
        acts.SoundMuster(muster=key, targets=tuple(Agreed(unit) for unit in units), meet_words="巷口"),
    )
    return key


def shown(screen: MusterScreen) -> Muster:
    assert screen.state is not None
    return screen.state


def sheet(screen: MusterScreen) -> FormSheet:
    found = screen._sheet
    assert isinstance(found, FormSheet)
    return found


def fill(screen: MusterScreen, hands: Hands, **values: str) -> None:
    """Type into the fields of the open sheet and send it."""
    for name, text in values.items():
        widget = sheet(screen).form.widgets[name]
        widget.setFocus()
        if name in (
            "level",
            "category",
            "community",
            "answer",
            "holds",
            "justified",
            "arrival",
            "effect",
            "unit",
            "result",
        ):
            sheet(screen).form.set_text(name, text)
        elif text == "x" and name in ("authority", "resources", "departments"):
            hands.key(Qt.Key.Key_Space)
        else:
            hands.type(text)
    hands.send()
    hands.settled()


def test_nothing_running_says_what_a_muster_is_for(screen: MusterScreen) -> None:
    assert screen.pages.currentWidget() is screen.empty
    assert "N" in screen.empty.then.text()


def test_from_the_draft_to_the_end_by_keys(screen: MusterScreen, hands: Hands, clock: Any) -> None:
    hands.key(Qt.Key.Key_N)
    fill(screen, hands, title="架空线低垂", category="living", authority="x", tried="劝导两次", place_words="织云巷")
    state = shown(screen)
    assert (state.level, state.stage, state.grounds.lacks) == ("L1", "draft", ("authority",))
    assert state.units  # those whom this kind of matter usually calls
    hands.key(Qt.Key.Key_Period)
    fill(screen, hands, present="工委会六人", decision="同意吹哨")
    assert shown(screen).stage == "judged"
    hands.key(Qt.Key.Key_Period)
    fill(screen, hands, document="31号")
    hands.key(Qt.Key.Key_Period)
    fill(screen, hands)
    assert shown(screen).stage == "accepted"
    hands.key(Qt.Key.Key_Period)
    assert sheet(screen).form.text("unit1") == state.units[0]
    fill(screen, hands)
    state = shown(screen)
    assert (state.stage, state.number[:3]) == ("reporting", "JJ-")
    assert len(screen.detail.target_model.rows) == len(state.units)
    clock.advance(HOUR)
    for _ in range(4):
        hands.key(Qt.Key.Key_1)
        hands.settled()
    assert screen.detail.target_model.rows[0].arrived_at is not None
    hands.key(Qt.Key.Key_Period)
    fill(screen, hands, leader="沈建勋")
    hands.key(Qt.Key.Key_T)
    fill(screen, hands, words="抬高主线", person="张维")
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Right)
    assert screen.detail.tasks.view.hasFocus()
    hands.enter()
    fill(screen, hands, words="已抬高")
    assert shown(screen).tasks[0].done_at is not None
    hands.key(Qt.Key.Key_Period)
    fill(screen, hands, words="废线剪除")
    hands.key(Qt.Key.Key_Period)
    fill(screen, hands, words="看过")
    assert shown(screen).stage == "appraising"
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_G)
    fill(screen, hands, justified="yes")
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_G)
    fill(screen, hands, arrival="excellent", justified="yes")
    assert screen.detail.target_model.rows[0].grades == {"arrival": "excellent"}
    assert screen.detail.target_model.rows[0].justified is True
    hands.key(Qt.Key.Key_Period)
    names = [field.name for field in sheet(screen).form.fields]
    first, *others = state.units
    assert f"out.{first}" in names
    told = {f"absent.{unit}": "没有派人" for unit in others}
    fill(screen, hands, cause="权属不清", why="两家没有来人", **{f"out.{first}": "3"}, **told)
    assert screen.state is None or not screen.state.open or shown(screen).stage == "closed"
    found = screen.desk.read.matters.one(Muster, f"muster/{state.id}")
    assert found.stage == "closed"
    assert found.appraisal.justified.part == 2


def test_the_gate_says_in_the_sheet_why_it_stays_shut(screen: MusterScreen, hands: Hands) -> None:
    begun(screen, hands, "L1", lacks=())
    hands.key(Qt.Key.Key_Period)
    fill(screen, hands, present="六人", decision="同意")
    assert "no whistle is needed" in sheet(screen).note.text()
    assert shown(screen).stage == "draft"
    hands.key(Qt.Key.Key_Escape)
    assert [known.tone for known in screen.detail.why.facts if known.name == "Missing"] == ["amb"]


def test_a_returned_request_stands_in_amber_with_the_reason(screen: MusterScreen, hands: Hands) -> None:
    key = begun(screen, hands, "L1")
    do(
        screen,
        hands,
        acts.MeetOnMuster(muster=key, present="六人", decision="同意"),
        acts.SendMuster(muster=key, document="31号", way="paper"),
    )
    hands.key(Qt.Key.Key_Period)
    fill(screen, hands, answer="no", words="缺会议纪要")
    cell = next(cell for cell in screen.detail.stages.cells if cell.state == "warn")
    assert (cell.words, cell.fact) == ("Returned", "缺会议纪要")


def test_a_muster_is_no_burning_incident(screen: MusterScreen, window: Window, hands: Hands, clock: Any) -> None:
    key = sounded(screen, hands)
    incidents = screen.desk.read.incidents
    assert incidents.running() == []
    assert [row.state.id for row in incidents.running("")] == [key]
    assert window.rail.items["post"].accessibleName().count("1") == 0
    clock.advance(DAY + 10 * MINUTE)
    screen.desk.ticker.tick()
    hands.settled()
    alarms = [alarm for alarm in incidents.alarms() if alarm.subject.startswith("report_in/")]
    assert alarms
    assert {alarm.kind for alarm in alarms} == {"muster"}
    assert not window.alarms._tones
    assert screen.detail.target_model.rows[1].chip.tone == "over"
    assert punctuality(incidents.report_ins(key), clock.now()).never == 1


def test_enter_on_a_unit_offers_what_can_be_entered_of_it(screen: MusterScreen, hands: Hands) -> None:
    key = sounded(screen, hands)
    hands.key(Qt.Key.Key_Right)
    hands.enter()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    codes = [action.data()[0] for action in menu.actions()]
    assert codes == ["step", "came", "refused", "never_came", "phone"]
    menu.setActiveAction(menu.actions()[2])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    fill(screen, hands, told_by="值班员")
    assert screen.desk.read.incidents.report_ins(key)[0].outcome is not None


def test_a_branch_calls_members_who_sign_in_and_out(screen: MusterScreen, hands: Hands, clock: Any) -> None:
    key = begun(screen, hands, "L3", branch="第二党支部")
    hands.key(Qt.Key.Key_Period)
    fill(screen, hands, members="陶天佑\n周立")
    people = screen.desk.reference.directory.people
    assert people[shown(screen).members[0].key].name == "陶天佑"
    hands.key(Qt.Key.Key_Right)
    hands.enter()
    hands.settled()
    clock.advance(90 * MINUTE)
    hands.enter()
    hands.settled()
    assert shown(screen).members[0].hours == 1.5
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_X)
    hands.settled()
    assert shown(screen).members[1].excused
    hands.key(Qt.Key.Key_A)
    fill(screen, hands, name="孟和")
    assert [row.name for row in screen.detail.member_model.rows] == ["陶天佑", "周立", "孟和"]
    assert [cell.state for cell in screen.detail.stages.cells[1:4]] == ["passed"] * 3
    assert key == shown(screen).id


def test_a_community_puts_up_its_notice_before_it_closes(screen: MusterScreen, hands: Hands) -> None:
    key = sounded(screen, hands, "L2")
    do(
        screen,
        hands,
        RecordMilestone(whistle=key, unit="S03", milestone="arrived", people=2),
        work.StartWork(muster=key, leader="书记"),
        work.FinishWork(muster=key, words="清走堆物三车"),
    )
    hands.key(Qt.Key.Key_W)
    assert "清走堆物三车" in sheet(screen).form.text("words")
    fill(screen, hands, where="社区公告栏")
    assert shown(screen).notice_at is not None


def test_any_case_becomes_a_draft_in_one_step(window: Window, hands: Hands) -> None:
    window.go(Go("cases"))
    cases: Any = window.screens["cases"]
    hands.until(lambda: cases.detail.case is not None)
    case = cases.detail.case
    hands.key(Qt.Key.Key_H)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    screen: Any = window.screens["muster"]
    assert window.current is screen
    assert sheet(screen).form.text("title") == case.title
    fill(screen, hands, category="living", resources="x", tried="物业清过一次")
    assert (shown(screen).case, shown(screen).title) == (case.id, case.title)


def test_its_order_and_sign_in_sheet_are_printed_by_one_key(screen: MusterScreen, window: Window, hands: Hands) -> None:
    sounded(screen, hands)
    hands.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    papers = window._root.findChildren(PaperSheet) or window.findChildren(PaperSheet)
    assert papers
    hands.until(lambda: papers[-1].work.shown if hasattr(papers[-1], "work") else True, 20000)
    hands.key(Qt.Key.Key_Escape)


def test_the_draft_that_was_typed_survives_esc(screen: MusterScreen, hands: Hands, qtbot: Any) -> None:
    hands.key(Qt.Key.Key_N)
    widget = sheet(screen).form.widgets["title"]
    widget.setFocus()
    hands.type("楼道堆物")
    hands.key(Qt.Key.Key_Escape)
    hands.settled()
    hands.key(Qt.Key.Key_N)
    assert sheet(screen).form.text("title") == "楼道堆物"


def test_its_board_works_and_does_not_look_like_an_emergency(
    screen: MusterScreen, window: Window, hands: Hands
) -> None:
    sounded(screen, hands)
    hands.key(Qt.Key.Key_B)
    post: Any = window.screens["post"]
    assert window.current is post
    assert post.mode() == ""
    assert post.phases.isHidden()
    hands.key(Qt.Key.Key_1)
    hands.settled()
    assert post.incident.report_ins[0].furthest == "called"


def test_the_limit_is_the_moment_that_was_agreed_and_the_place_is_said_once(
    screen: MusterScreen, hands: Hands, clock: Any
) -> None:
    key = begun(screen, hands, "L1")
    do(
        screen,
        hands,
        acts.MeetOnMuster(muster=key, present="六人", decision="同意"),
        acts.SendMuster(muster=key, document="31号", way="paper"),
        acts.AnswerMuster(muster=key, accepted=True),
    )
    state = shown(screen)
    built, make = screen.sheets.sounded(replace(state, title="巷口积水", place_words="巷口", units=("D11", "D06")))
    assert built.form.text("text").count("巷口") == 2, "once in the matter, once where to meet"
    values = built.form.values(clock.now())
    clock.advance(50_000)
    values["meet_words"] = "巷口"
    do(screen, hands, make(values))
    rows = screen.detail.target_model.rows
    assert {row.due_at for row in rows} == {values["by1"]}, "what stood in the form"
    assert values["meet_at"] == values["by1"]


def test_what_is_left_of_days_is_never_more_than_there_is(clock: Any) -> None:
    assert when.left(3 * DAY) == "3 d"
    assert when.left(3 * DAY - MINUTE) == "2 d 23 h"
    assert when.left(2 * DAY + 5 * HOUR) == "2 d 5 h"
    assert when.left(5 * DAY + HOUR) == "5 d 1 h"
    assert when.left(30 * DAY - MINUTE) == "29 d"
    assert when.long_span(3 * DAY - MINUTE) == "2.9 d"
    assert when.left(90 * MINUTE) == "1 h"
