"""Drills are designed by keys alone: a scenario becomes a drill, its script is written, a leader approves it, the law is met."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from commandcenter.app import Application
from commandcenter.domain.clock import DAY, local_date
from commandcenter.domain.review import SetAction
from commandcenter.domain.whistle_acts import EndDrill
from commandcenter.ui.drills.dryrun import DryRun
from commandcenter.ui.drills.screen import DrillsScreen
from commandcenter.ui.parts import onduty
from commandcenter.ui.parts.onduty import leader_on_duty
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, OFFICER, Desk
from office_window import Hands
from pixels import near
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox
from tests.conftest import NOW

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def drills(window: Window, desk: Desk, hands: Hands) -> DrillsScreen:
    """Alt+8: the first page, the mark on the first scenario."""
    hands.key(Key.Key_8, ALT)
    screen = window.current
    assert isinstance(screen, DrillsScreen)
    screen.overview.view.go(screen.overview.model.place_of("SC01"))
    return screen


@pytest.fixture
def made(drills: DrillsScreen, desk: Desk, hands: Hands) -> DrillsScreen:
    """A drill made from the first scenario, opened."""
    hands.key(Key.Key_A)
    desk.fill(name="下半年实战演练")
    desk.send()
    assert drills.plan().name == "下半年实战演练"
    return drills


def go_cell(drills: DrillsScreen, hands: Hands, place: int, column: str) -> None:
    """To a cell of the script with the arrows."""
    drills.page.script.setFocus()
    hands.key(Key.Key_Home)
    for _ in range(place):
        hands.key(Key.Key_Down)
    for _ in range(8):
        hands.key(Key.Key_Left)
    while drills.page.script.column != column:
        hands.key(Key.Key_Right)


def write(hands: Hands, text: str) -> None:
    """F2, the words, Enter."""
    hands.key(Key.Key_F2)
    hands.key(Key.Key_A, CONTROL)
    hands.type(text)
    hands.enter()


# --- the first page ---------------------------------------------------------------------------------------------------


def test_all_scenarios_and_what_is_due_by_law_are_there(drills: DrillsScreen) -> None:
    rows = [row for row in drills.overview.model.rows if not row.heading]
    assert len(rows) == 16
    assert sum(row.injects for row in rows) == 124
    due = {row.key: row for row in drills.overview.due_model.rows}
    street = due["drill.street_safety_plan/"]
    assert (street.last, street.due, street.state) == ("2024-09-14", "2026-09-14", "soon")
    assert "第8条" in street.source
    assert due["drill.special_plan/FX-01"].due == "2027-06-18"
    assert due["drill.venue/U15"].state == "over"
    assert due["drill.venue/U10"].state == "unknown"
    assert "drill.special_plan/TY-00" not in due


def test_a_drill_held_to_its_end_moves_the_due_day(drills: DrillsScreen, desk: Desk, hands: Hands, quick: None) -> None:
    desk.blow(Key.Key_3, drill=True)
    whistle = desk.incident.whistle
    assert whistle.plan == "RQ-01"
    desk.window.desk.submit(EndDrill(whistle=whistle.id, reason="director"))
    hands.settled()
    hands.key(Key.Key_8, ALT)
    due = {row.key: row for row in drills.overview.due_model.rows}
    assert due["drill.street_safety_plan/"].last == f"{local_date(NOW)}"
    assert due["drill.special_plan/RQ-01"].counted


def test_a_drill_of_before_is_entered_with_its_day(drills: DrillsScreen, desk: Desk, hands: Hands) -> None:
    model, view = drills.overview.due_model, drills.overview.due.view
    hands.key(Key.Key_Tab)
    assert view.hasFocus()
    view.go(model.place_of("drill.venue/U10"))
    hands.key(Key.Key_B)
    desk.fill(day="2027-01-01")
    desk.send()
    assert desk.form.note.text(), "it has not been yet"
    desk.fill(day="2026-06-20")
    desk.send()
    assert model.row(model.place_of("drill.venue/U10")).due == "2026-12-20"


def test_venues_are_ticked_as_crowded(drills: DrillsScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Key.Key_V)
    box = desk.form.form.widgets["site.U07"]
    assert isinstance(box, QCheckBox)
    box.setFocus()
    hands.key(Key.Key_Space)
    desk.send()
    assert drills.overview.due_model.place_of("drill.venue/U07") >= 0


def test_what_is_due_becomes_a_drill_of_its_plan(drills: DrillsScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Key.Key_Tab)
    drills.overview.due.view.go(drills.overview.due_model.place_of("drill.special_plan/GW-01"))
    hands.enter()
    assert desk.form.form.text("scenario") == "SC13"
    desk.send()
    assert (drills.plan().plan, drills.plan().scenario) == ("GW-01", "SC13")


def test_a_drill_is_retired_with_a_reason_and_brought_back(drills: DrillsScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Key.Key_Delete)
    desk.send()
    assert desk.form.note.text()
    desk.fill(reason="过时")
    desk.send()
    assert "SC01" not in [drill.id for drill in drills.desk.reference.drills]
    drills.overview.view.go(drills.overview.model.place_of("SC01"))
    hands.key(Key.Key_Delete)
    hands.settled()
    assert "SC01" in [drill.id for drill in drills.desk.reference.drills]


# --- writing ----------------------------------------------------------------------------------------------------------


def test_a_cell_is_written_in_place_and_undone(made: DrillsScreen, hands: Hands) -> None:
    go_cell(made, hands, 5, "expected")
    write(hands, "保持警戒")
    assert made.plan().injects[5].expected == "保持警戒"
    assert made.page.script.hasFocus()
    go_cell(made, hands, 7, "late")
    write(hands, "4 火场指挥再催")
    assert (made.plan().injects[7].late_minutes, made.plan().injects[7].late_text) == (4, "火场指挥再催")
    hands.key(Key.Key_Z, CONTROL)
    hands.key(Key.Key_Z, CONTROL)
    assert made.plan().injects[5].expected == "保持警戒，禁止送断电操作，请供电待命"
    assert not made._copies.changed(made.where()["drill"])


def test_a_minute_that_is_none_stays_open_and_esc_leaves_it(made: DrillsScreen, desk: Desk, hands: Hands) -> None:
    go_cell(made, hands, 1, "minute")
    write(hands, "x")
    assert made.page.script.editing
    assert desk.toasts
    hands.key(Key.Key_Escape)
    assert not made.page.script.editing
    assert made.plan().injects[1].minute == 2
    write(hands, "50")
    assert [line.minute for line in made.plan().injects][-3:] == [48, 50, 60]
    assert made.page.script.place == 8, "the mark goes with the line"


def test_insert_move_shift_and_take_out(made: DrillsScreen, hands: Hands) -> None:
    go_cell(made, hands, 3, "text")
    before = [line.id for line in made.plan().injects]
    hands.key(Key.Key_Insert)
    assert made.page.script.editing
    hands.type("家属来电")
    hands.enter()
    plan = made.plan()
    assert (plan.injects[4].text, plan.injects[4].minute) == ("家属来电", 14)
    hands.key(Key.Key_Up, ALT)
    assert made.plan().injects[3].text == "家属来电"
    assert [line.minute for line in made.plan().injects] == sorted(line.minute for line in made.plan().injects)
    minute = made.plan().injects[3].minute
    hands.key(Key.Key_Right, CONTROL)
    hands.key(Key.Key_Right, CONTROL)
    hands.key(Key.Key_Left, CONTROL)
    assert made.plan().injects[3].minute == minute + 1
    hands.key(Key.Key_Delete)
    assert [line.id for line in made.plan().injects] == before
    marks = made.page.line.marks
    assert [mark.id for mark in marks] == before, "the line of minutes shows the same"
    assert [mark.state for mark in marks].index("now") == made.page.script.place


def test_the_card_holds_everything_of_an_inject(made: DrillsScreen, desk: Desk, hands: Hands) -> None:
    go_cell(made, hands, 1, "text")
    hands.enter()
    desk.fill(trigger="hand", points="12", say="门锁着，怎么办", watch="先问门\n再问灶", late_min="", late="")
    hands.send()
    line = made.plan().injects[1]
    assert (line.trigger, line.points, line.say, line.watch) == ("hand", 12, "门锁着，怎么办", ("先问门", "再问灶"))
    assert line.late_at is None
    missing = {row.key: row.words for row in made.page.checks.rows_model.rows if row.tone == "warn"}
    assert "2" in missing["contingency"]
    assert made.page.script.script_model.row(1).lack


def test_aims_are_added_and_dropped_and_say_what_tests_them(made: DrillsScreen, desk: Desk, hands: Hands) -> None:
    made.page.aims.setFocus()
    hands.key(Key.Key_A)
    desk.fill(text="燃气车道由交警直接开")
    hands.send()
    assert made.plan().goals[-1] == "燃气车道由交警直接开"
    assert [row.tone for row in made.page.aims.rows_model.rows] == ["plain", "plain", "plain", "warn"]
    made.page.aims.go(0)
    hands.key(Key.Key_Delete)
    assert len(made.plan().aims) == 3
    assert not any("g1" in line.aims for line in made.plan().injects)


def test_who_plays_which_role_stays_private(made: DrillsScreen, desk: Desk, hands: Hands) -> None:
    made.page.roles.setFocus()
    hands.enter()
    desk.fill(people="沈建勋", note="现场")
    hands.send()
    hands.key(Key.Key_S, CONTROL)
    hands.settled()
    fact = desk.story.one("drill.amended")
    assert "沈建勋" not in str(fact.body)
    assert made.plan().roles["director"].people == "沈建勋"


def test_what_is_written_survives_the_program(
    made: DrillsScreen, hands: Hands, restart: Callable[[], tuple[Application, Hands]]
) -> None:
    go_cell(made, hands, 0, "expected")
    write(hands, "先呼119")
    key = made.where()["drill"]
    hands.until(lambda: "先呼119" in made.desk.read.status.drafts().get(f"drillplan.{key}", ""))
    application, _ = restart()
    application.window.go(Go("drills", {"drill": key}))
    screen = application.window.current
    assert isinstance(screen, DrillsScreen)
    assert screen.plan().injects[0].expected == "先呼119"


# --- approval ---------------------------------------------------------------------------------------------------------


def test_submitted_given_back_approved_and_a_draft_again(made: DrillsScreen, desk: Desk, hands: Hands) -> None:
    go_cell(made, hands, 0, "expected")
    write(hands, "先呼119")
    desk.send()
    assert made.plan().status() == "submitted", "what was written is saved with it"
    hands.key(Key.Key_R)
    desk.fill(reason="公告没写")
    desk.send()
    assert made.plan().status() == "returned"
    assert "公告没写" in made.page.about.text()
    desk.send()
    hands.send()
    by = desk.form.form.text("by")
    assert by == leader_on_duty(made.desk) != "", "proposed is the leader on duty"
    desk.send()
    assert (made.plan().status(), made.plan().approval.by) == ("approved", by)
    go_cell(made, hands, 0, "points")
    write(hands, "20")
    hands.key(Key.Key_S, CONTROL)
    hands.settled()
    assert made.plan().status() == "draft"
    assert made.plan().fell_back


def _nobody(_desk: object) -> str:
    return ""


def test_with_no_leader_on_duty_nobody_is_proposed_and_somebody_has_to_be_chosen(
    made: DrillsScreen, desk: Desk, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(onduty, "leader_on_duty", _nobody)
    desk.send()
    hands.send()
    assert desk.form.form.text("by") == "", "who neither sits here nor is on duty is not put forward"
    desk.send()
    assert "missing" in desk.form.note.text()
    assert made.plan().status() == "submitted"


def test_the_whistle_console_offers_only_what_may_start(
    made: DrillsScreen, desk: Desk, hands: Hands, quick: None
) -> None:
    key = made.where()["drill"]

    def offered() -> list[str]:
        hands.key(Key.Key_F9)
        hands.key(Key.Key_D, CONTROL)
        console = desk.window.screens["whistle"]
        return [card.drill for card in console.plan_model.rows]  # type: ignore[attr-defined]

    assert key not in offered()
    hands.key(Key.Key_8, ALT)
    made.show_what({"drill": key})
    desk.send()
    hands.send()
    desk.send()
    assert made.plan().status() == "approved"
    assert key in offered()


def test_a_scenario_is_not_submitted(drills: DrillsScreen, desk: Desk, hands: Hands) -> None:
    hands.enter()
    assert drills.plan().status() == "scenario"
    assert not drills.page.submit_button.isVisible()
    desk.send()
    assert drills.plan().status() == "scenario"


# --- the notice, the dry run, what was not corrected ------------------------------------------------------------------


def test_the_notice_is_copied_with_the_mark_of_a_drill(made: DrillsScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Key.Key_C)
    assert desk.toasts
    hands.key(Key.Key_E)
    desk.fill(scheduled_at=f"{local_date(NOW) + timedelta(days=12)} 14:00")
    hands.send()
    hands.key(Key.Key_N)
    assert "下半年实战演练" in desk.form.form.text("text")
    desk.fill(needed="yes", publish_on=f"{local_date(NOW) + timedelta(days=9)}")
    hands.send()
    assert "announcement" not in [row.key for row in made.page.checks.rows_model.rows if row.tone == "warn"]
    hands.key(Key.Key_C)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("【演练】")
    assert "望潮公寓A座底商" in text
    made._keep()
    assert made.plan().scheduled_at > NOW + 11 * DAY


def test_the_dry_run_reads_the_script_with_its_time(made: DrillsScreen, window: Window, hands: Hands) -> None:
    hands.key(Key.Key_F6)
    (run,) = window.findChildren(DryRun)
    assert len(run.beats) == 20, "each inject and what comes when it is missed"
    assert run.what.text().startswith("【演练】住户来电")
    hands.key(Key.Key_Right)
    assert run.beat is not None
    assert run.beat.late
    assert (run.minute, run.clock.text()) == (1, "T+1′")
    hands.key(Key.Key_Space)
    assert run.playing
    hands.until(lambda: run.minute >= 2)
    hands.key(Key.Key_Space)
    assert not run.playing
    hands.key(Key.Key_Escape)
    assert made.page.script.hasFocus()


def test_open_corrections_become_aims(drills: DrillsScreen, desk: Desk, hands: Hands, quick: None) -> None:
    desk.blow(Key.Key_3)
    whistle = desk.incident.whistle
    action = SetAction(whistle=whistle.id, id="a1", words="燃气车道由交警直接开", owner="平安办", due_on="2026-07-01")
    desk.window.desk.submit(action)
    hands.settled()
    hands.key(Key.Key_8, ALT)
    assert [row.words for row in drills.overview.lessons.rows_model.rows] == ["燃气车道由交警直接开"]
    drills.overview.view.go(drills.overview.model.place_of("SC01"))
    hands.key(Key.Key_A)
    desk.send()
    assert drills.page.lesson_panel.isVisible()
    drills.page.lessons.setFocus()
    hands.key(Key.Key_A)
    aim = drills.plan().aims[-1]
    assert aim.words.endswith("燃气车道由交警直接开")
    assert aim.origin == f"review/{whistle.id}#a1"
    assert not drills.page.lesson_panel.isVisible()


# --- how it looks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_no_red_in_the_room_of_drills(
    made: DrillsScreen, window: Window, hands: Hands, theme: str, size: tuple[int, int]
) -> None:
    window.services.settings_wanted.emit({"theme": theme})
    window.resize(*size)
    hands.settled()
    reds = [made.look.color(name) for name in ("red", "redF")]
    for page in ("design", "overview"):
        assert near(made.grab().toImage(), reds) == 0, page
        hands.key(Key.Key_Escape)


def test_the_officer_is_at_the_seat(made: DrillsScreen) -> None:
    assert made.desk.who().actor == OFFICER
