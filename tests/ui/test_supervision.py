"""The supervision whistle by keyboard: the cycle, evidence that cannot be typed, a grade that nobody gives alone."""

from __future__ import annotations

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.office import SignIn
from commandcenter.domain.report_in_acts import RecordMilestone
from commandcenter.domain.supervision import Supervision
from commandcenter.domain.supervision_acts import (
    BriefLeader,
    CollectEvidence,
    ListSupervision,
    RemindUnit,
    ReportSupervision,
    SupervisedMatter,
)
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from commandcenter.ui.supervision.screen import SupervisionScreen, quarter
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

LEADERS = ("P0010", "P0011")


@pytest.fixture
def supervision(window: Window, hands: Hands) -> SupervisionScreen:
    window.go(Go("supervision"))
    screen = window.screens["supervision"]
    assert isinstance(screen, SupervisionScreen)
    return screen


def state(screen: SupervisionScreen) -> Supervision:
    assert screen.facts is not None
    return screen.facts.state


def fill(screen: SupervisionScreen, hands: Hands, sheet: FormSheet | None = None, **texts: str) -> FormSheet:
    """Type into fields by their names and send."""
    found = sheet or screen.acting.sheet
    assert found is not None
    for name, text in texts.items():
        widget: QWidget = found.form.widgets[name]
        widget.setFocus()
        found.form.set_text(name, text if widget.metaObject().className() == "QComboBox" else "")
        if widget.metaObject().className() != "QComboBox":
            hands.type(text)
    hands.send()
    hands.settled()
    return found


def send(screen: SupervisionScreen, hands: Hands, *commands: object) -> None:
    for command in commands:
        screen.desk.submit(command)  # type: ignore[arg-type]
        hands.settled()


def listed(screen: SupervisionScreen, hands: Hands, unit: str = "D03", stage: str = "listed") -> Supervision:
    """A cycle about a department, brought to a stage."""
    send(screen, hands, ListSupervision(unit=unit, matters=(SupervisedMatter(sort="landed", words="护学岗"),)))
    key = state(screen).id
    start, until = quarter(screen.now())
    steps = {
        "reminded": RemindUnit(supervision=key, words="请通报"),
        "reported": ReportSupervision(supervision=key, words="完成", name="所长"),
        "collected": CollectEvidence(supervision=key, start=start, until=until),
        "briefed": BriefLeader(supervision=key, leader="常雪松", meeting="工委会"),
    }
    for name, command in steps.items():
        if state(screen).stage != stage:
            send(screen, hands, command)
        assert stage != name or state(screen).stage == stage
    return state(screen)


def late_report_in(screen: SupervisionScreen, hands: Hands, clock: SetClock) -> str:
    """An emergency to which the police station came late, and a drill of the same; the number of the first."""
    desk = screen.desk
    drill = desk.reference.drills[0].id
    send(screen, hands, BlowWhistle(units=(UnitCall(unit="D03"),), mode="drill", drill=drill))
    send(screen, hands, BlowWhistle(units=(UnitCall(unit="D03"),), title="燃气泄漏"))
    whistle = next(row.state for row in desk.read.incidents.running() if row.state.mode == "real")
    clock.advance(50 * MINUTE)
    send(screen, hands, RecordMilestone(whistle=whistle.id, unit="D03", milestone="arrived", people=4))
    return whistle.number


def test_the_whole_cycle_by_keyboard(supervision: SupervisionScreen, hands: Hands, clock: SetClock) -> None:
    number = late_report_in(supervision, hands, clock)
    hands.key(Qt.Key.Key_B)
    fill(supervision, hands, unit="D03", landed="护学岗\n平安建设", effect="夜间巡逻")
    assert [(one.sort, one.words) for one in state(supervision).matters] == [
        ("landed", "护学岗"),
        ("landed", "平安建设"),
        ("effect", "夜间巡逻"),
    ]
    hands.key(Qt.Key.Key_Period)
    fill(supervision, hands, words="请五日内通报")
    hands.key(Qt.Key.Key_Period)
    fill(supervision, hands, name="所长", words="完成五项")
    assert state(supervision).stage == "reported"
    hands.until(lambda: supervision.evidence.model.rowCount() == 1)
    row = supervision.evidence.model.row(0)
    assert (row.number, row.tone) == (number, "warn")
    hands.key(Qt.Key.Key_Period)
    sheet = supervision._period_sheet
    assert set(sheet.form.widgets) == {"start", "until"}
    hands.send()
    hands.until(lambda: state(supervision).stage == "collected")
    assert [line.verdict for line in state(supervision).lines] == ["late"]
    hands.key(Qt.Key.Key_Period)
    fill(supervision, hands, leader="常雪松", meeting="七月工委会第三项")
    hands.key(Qt.Key.Key_Period)
    marks = {"landed": "90", "effect": "70"}
    fill(supervision, hands, member1=LEADERS[0], member2=LEADERS[1], grade="good", words="总体较好", **marks)
    evaluation = state(supervision).evaluation
    assert evaluation is not None
    assert evaluation.total == pytest.approx((40 * 90 + 30 * 70) / 70)
    assert "(40×90 + 30×70) ÷ (40 + 30)" in supervision.evaluation._formula.text()
    hands.key(Qt.Key.Key_Period)
    fill(supervision, hands, letter="No.12")
    hands.key(Qt.Key.Key_Period)
    fill(supervision, hands, items="固定备勤名单")
    assert state(supervision).stage == "rectifying"
    hands.key(Qt.Key.Key_Period)
    fill(supervision, hands, words="名单已报")
    hands.key(Qt.Key.Key_Period)
    fill(supervision, hands)
    assert (state(supervision).stage, bool(state(supervision).previous)) == ("listed", True)
    assert supervision.list.model.rowCount() == 2


def test_no_form_has_a_field_for_evidence(supervision: SupervisionScreen, hands: Hands) -> None:
    listed(supervision, hands, stage="reported")
    hands.key(Qt.Key.Key_E)
    assert set(supervision._period_sheet.form.widgets) == {"start", "until"}
    fill(supervision, hands, supervision._period_sheet, start="soon")
    assert state(supervision).collected_at is None
    fill(supervision, hands, supervision._period_sheet, start="2026-04-01", until="2026-07-16")
    hands.until(lambda: state(supervision).collected_at is not None)
    assert state(supervision).lines == ()


def test_whoever_blew_cannot_grade_alone(window: Window, supervision: SupervisionScreen, hands: Hands) -> None:

    send(supervision, hands, SignIn(person="P0010", role="leader"))
    listed(supervision, hands, stage="briefed")
    hands.key(Qt.Key.Key_Period)
    sheet = fill(supervision, hands, member1="P0010", landed="90", words="好")
    assert sheet.note.text()
    assert state(supervision).evaluation is None
    fill(supervision, hands, sheet, member2="P0011")
    assert state(supervision).evaluation is not None


def test_a_body_that_is_asked_has_no_marks_and_no_grade(supervision: SupervisionScreen, hands: Hands) -> None:
    listed(supervision, hands, unit="D01", stage="briefed")
    hands.key(Qt.Key.Key_Period)
    sheet = fill(supervision, hands, member1=LEADERS[0], member2=LEADERS[1], words="配合及时")
    assert not {"landed", "statutory", "effect", "grade"} & set(sheet.form.widgets)
    evaluation = state(supervision).evaluation
    assert evaluation is not None
    assert evaluation.grade == ""
    assert not supervision.evaluation.list.isVisible()


def test_weights_are_data_and_what_stands_keeps_its_own(supervision: SupervisionScreen, hands: Hands) -> None:
    listed(supervision, hands, stage="briefed")
    hands.key(Qt.Key.Key_Period)
    marks = {"landed": "90", "effect": "70"}
    fill(supervision, hands, member1=LEADERS[0], member2=LEADERS[1], words="好", **marks)
    before = state(supervision).evaluation
    hands.key(Qt.Key.Key_W)
    fill(supervision, hands, effect="60", reason="工委会定")
    assert supervision.desk.reference.limit("whistle.supervision.weight.effect").value == 60  # type: ignore[union-attr]
    assert state(supervision).evaluation == before
    history = supervision.desk.read.reference.record("limit/whistle.supervision.weight.effect").history
    assert history[-1].reason == "工委会定"


def test_silence_after_three_reminders_is_the_next_step(
    supervision: SupervisionScreen, hands: Hands, clock: SetClock
) -> None:
    listed(supervision, hands)
    for n in range(3):
        hands.key(Qt.Key.Key_U)
        fill(supervision, hands, words=f"第{n + 1}次提醒", due="2026-07-17")
    assert len(state(supervision).nudges) == 3
    clock.advance(3 * DAY)
    supervision.tick(clock.now())
    hands.key(Qt.Key.Key_Period)
    fill(supervision, hands, words="无人接办")
    assert state(supervision).report is not None
    assert state(supervision).report.silent  # type: ignore[union-attr]


def test_enter_on_a_line_leads_to_what_it_rests_on(
    window: Window, supervision: SupervisionScreen, hands: Hands, clock: SetClock
) -> None:
    late_report_in(supervision, hands, clock)
    listed(supervision, hands)
    hands.until(lambda: supervision.evidence.model.rowCount() == 1)
    hands.key(Qt.Key.Key_Right)
    supervision.evidence.view.go(0)
    hands.enter()
    assert window.current is not None
    assert window.current.name == "review"


def test_the_list_keeps_the_order_of_what_presses_never_of_grades(
    supervision: SupervisionScreen, hands: Hands, clock: SetClock
) -> None:
    first = listed(supervision, hands, unit="D07", stage="reminded")
    clock.advance(HOUR)
    send(supervision, hands, ListSupervision(unit="D03", matters=(SupervisedMatter(sort="landed", words="x"),)))
    keys = [row.key for row in supervision.list.model.rows]
    assert keys[0] == first.id
    assert len(keys) == 2
