"""A drill under way, by keys: started alone, calls answered, departments called, the clock, the covered script, the end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.domain import drill_run_acts as acts
from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_scene import scene_at, speed_of
from commandcenter.domain.event import PLAYED
from commandcenter.domain.record import AmendRecord
from commandcenter.ui.evaluation.screen import EvaluationScreen
from commandcenter.ui.exercise.screen import ExerciseScreen
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.sound import Sound
from commandcenter.ui.shell.window import Window
from commandcenter.ui.whistle.screen import WhistleScreen
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sound, "_try", lambda *_: True)


class Trainee:
    """Somebody who trains alone at this window."""

    def __init__(self, window: Window, hands: Hands, clock: SetClock) -> None:
        self.window, self.hands, self.clock = window, hands, clock
        window.go(Go("exercise"))
        found = window.screens["exercise"]
        assert isinstance(found, ExerciseScreen)
        self.screen = found

    @property
    def run(self) -> DrillRun:
        assert self.screen.run is not None
        return self.screen.run

    def pass_time(self, milliseconds: int) -> None:
        """Time passes and the tick of the second that follows comes; the clock of the drill gives what it brings."""
        self.clock.advance(milliseconds)
        self.window.desk.ticker.tick()
        self.hands.settled()
        self.hands.until(lambda: not self.window.desk.conductor._waiting)
        self.hands.settled()

    def start(self) -> None:
        """Enter on the first drill plan."""
        self.hands.enter()
        self.hands.settled()
        self.pass_time(SECOND)

    def blow(self) -> None:
        """B, and the button of the console held for a second."""
        self.hands.key(Qt.Key.Key_B)
        console = self.window.screens["whistle"]
        assert isinstance(console, WhistleScreen)
        assert console.mode() == "drill"
        assert console.draft.drill is not None
        console.button.fired.emit()
        self.hands.settled()
        self.pass_time(SECOND)

    def type_line(self, text: str) -> None:
        """A line, sent with Enter."""
        self.hands.type(text)
        self.hands.enter()
        self.hands.settled()


@pytest.fixture
def trainee(window: Window, hands: Hands, clock: SetClock) -> Trainee:
    return Trainee(window, hands, clock)


@pytest.fixture
def running(trainee: Trainee) -> Trainee:
    trainee.start()
    return trainee


@pytest.fixture
def blown(running: Trainee) -> Trainee:
    running.blow()
    return running


def test_sixteen_drills_are_ready_and_enter_starts_the_chosen_one_alone(trainee: Trainee, window: Window) -> None:
    assert len(trainee.screen.start.model.rows) == 16
    assert trainee.screen.mode() == ""
    trainee.hands.key(Qt.Key.Key_Down)
    chosen = trainee.screen.start.chosen
    trainee.hands.key(Qt.Key.Key_D)
    trainee.start()
    assert trainee.run.drill == chosen
    assert trainee.run.solo
    assert trainee.run.level == "hard"
    assert window.frame.mode == "drill"
    assert window.watermark.isVisible()


def test_the_first_call_is_there_at_once_and_the_rest_of_the_script_is_covered(running: Trainee) -> None:
    screen = running.screen
    assert [call.inject for call in running.run.open_calls] == [running.run.injects[0].id]
    assert screen.seat.card.words.text() == running.run.injects[0].text
    rows = screen.script_model.rows
    assert not rows[0].covered
    assert all(row.covered and not row.text and not row.note for row in rows[1:])
    assert not screen.seat.card.hasFocus(), "a call takes no focus"


def test_enter_reads_back_and_the_inject_is_received(running: Trainee) -> None:
    running.hands.enter()
    running.hands.settled()
    assert running.run.open_calls == ()
    assert running.run.of(running.run.injects[0].id).received_at is not None


def test_space_pauses_the_scene_and_the_real_clock_goes_on(running: Trainee) -> None:
    running.hands.key(Qt.Key.Key_Space)
    running.hands.settled()
    assert running.run.stage == "paused"
    before = scene_at(running.run, running.clock.now())
    running.pass_time(3 * MINUTE)
    assert scene_at(running.run, running.clock.now()) == before
    running.hands.key(Qt.Key.Key_Space)
    running.hands.settled()
    running.pass_time(10 * SECOND)
    assert scene_at(running.run, running.clock.now()) > before


def test_plus_runs_faster_and_a_call_brings_it_back_to_real_time(running: Trainee) -> None:
    running.hands.enter()
    running.hands.settled()
    running.hands.key(Qt.Key.Key_Plus)
    running.hands.settled()
    running.hands.key(Qt.Key.Key_Plus)
    running.hands.settled()
    assert speed_of(running.run) == 4
    running.pass_time(MINUTE)
    assert speed_of(running.run) == 1
    assert len(running.run.open_calls) >= 1


def test_f_jumps_to_the_next_inject_and_a_call_on_the_way_stops_it(running: Trainee) -> None:
    running.hands.enter()
    running.hands.settled()
    first, second = running.run.injects[:2]
    running.hands.key(Qt.Key.Key_F)
    running.hands.settled()
    running.pass_time(5 * SECOND)
    assert running.run.of(first.id).late_at is not None, "nobody blew: the contingency came before the next inject"
    assert running.run.of(second.id).delivered_at is None
    running.hands.enter()
    running.hands.settled()
    running.hands.key(Qt.Key.Key_F)
    running.hands.settled()
    running.pass_time(5 * SECOND)
    assert running.run.of(second.id).delivered_at is not None
    assert scene_at(running.run, running.clock.now()) < (second.minute + 1) * MINUTE


def test_n_gives_the_next_by_hand_and_h_uncovers_at_a_price(running: Trainee) -> None:
    screen, hands = running.screen, running.hands
    hands.key(Qt.Key.Key_Down)
    third = running.run.injects[1].id
    hands.key(Qt.Key.Key_H)
    hands.settled()
    assert running.run.of(third).uncovered_at is not None
    row = next(row for row in screen.script_model.rows if row.key == third)
    assert not row.covered
    assert row.text
    hands.key(Qt.Key.Key_N)
    hands.settled()
    assert running.run.of(third).by == "hand"


def test_the_whistle_is_blown_in_the_normal_console_in_drill_colours_and_comes_back_here(
    blown: Trainee, window: Window
) -> None:
    assert window.current is blown.screen
    assert blown.run.parent
    whistle = window.desk.read.incidents.whistle(blown.run.parent)
    assert whistle.mode == "drill"
    assert whistle.number.startswith("演-YJ-")
    assert all(text.startswith("【演练】") for text in whistle.texts.values())
    assert blown.run.of(blown.run.injects[0].id).seen_at is not None, "the whistle was the expected action"
    assert len(blown.screen.unit_model.rows) == len(window.desk.read.incidents.report_ins(whistle.id))


def test_a_digit_calls_and_the_department_answers_by_itself(blown: Trainee, window: Window) -> None:
    for digit in "1234":
        blown.hands.key(getattr(Qt.Key, f"Key_{digit}"))
        blown.hands.settled()
    blown.pass_time(4 * MINUTE)
    states = window.desk.read.incidents.report_ins(blown.run.parent)
    answered = [state for state in states if state.milestone("answered") is not None]
    assert answered
    assert all(entry.actor == PLAYED for state in answered for entry in state.entries if entry.name == "answered")
    facts = window.desk.read.incidents.facts(blown.run.parent)
    assert {fact.mode for fact in facts} == {"drill"}
    assert {fact.role for fact in facts if fact.kind == "report_in.answered"} == {PLAYED}


def test_an_order_by_line_is_the_expected_action_and_answers_the_call(blown: Trainee, window: Window) -> None:
    blown.hands.enter()
    blown.hands.settled()
    second = blown.run.injects[1]
    blown.pass_time((second.minute + 1) * MINUTE)
    assert blown.run.open_calls
    blown.hands.key(Qt.Key.Key_Exclam, Qt.KeyboardModifier.ShiftModifier)
    assert blown.screen.seat.line.hasFocus()
    blown.type_line(second.expected)
    blown.pass_time(SECOND)
    assert blown.run.of(second.id).seen_at is not None
    assert [order.words for order in window.desk.read.incidents.orders(blown.run.parent)][-1] == second.expected
    assert not blown.screen.seat.line.hasFocus(), "the keys are back at the departments"


def test_what_is_typed_before_the_whistle_is_kept_with_the_drill(running: Trainee, window: Window) -> None:
    running.hands.key(Qt.Key.Key_Slash)
    running.type_line("提醒来电人不要开关电器")
    facts = window.desk.read.matters.facts(running.run.subject)
    assert "提醒来电人不要开关电器" in [fact.words("words") for fact in facts]
    shown = running.screen.radio.model()
    words = [shown.index(place, 0).data() for place in range(shown.rowCount())]
    assert any("提醒来电人不要开关电器" in line for line in words)


def test_f9_stays_real_and_the_drill_goes_on(blown: Trainee, window: Window) -> None:
    blown.hands.key(Qt.Key.Key_F9)
    console = window.current
    assert isinstance(console, WhistleScreen)
    assert console.mode() == "real"
    assert console.draft.drill is None
    blown.pass_time(SECOND)
    assert window.desk.conductor.live


def test_ctrl_f9_ends_it_tells_everybody_and_opens_the_real_console(blown: Trainee, window: Window) -> None:
    run, whistle = blown.run.id, blown.run.parent
    blown.hands.key(Qt.Key.Key_F9, CONTROL)
    blown.hands.settled()
    assert isinstance(window.current, WhistleScreen)
    assert window.current.mode() == "real"
    told = window.desk.read.matters.one(DrillRun, f"drill_run/{run}")
    assert told.stage == "terminated"
    assert window.desk.read.incidents.whistle(whistle).ended_at is not None
    assert window.strip.isVisible()
    assert "【演练】演练终止，真实情况" in window.strip.accessibleName()
    window.strip.pressed.emit("copy_stop")
    assert QApplication.clipboard().text().startswith("【演练】演练终止，真实情况")


def test_e_ends_it_and_leads_to_its_evaluation(blown: Trainee, window: Window) -> None:
    blown.hands.key(Qt.Key.Key_E)
    blown.hands.send()
    blown.hands.settled()
    blown.hands.until(lambda: isinstance(window.current, EvaluationScreen))
    evaluation = window.current
    assert isinstance(evaluation, EvaluationScreen)
    assert evaluation.run is not None
    assert evaluation.run.stage == "ended"
    assert all(state.closed for state in window.desk.read.incidents.report_ins(evaluation.run.parent))


# --- with others ------------------------------------------------------------------------------------------------------


def test_an_unapproved_drill_with_others_asks_for_the_reason(trainee: Trainee, window: Window) -> None:
    chosen = trainee.screen.start.chosen
    window.desk.submit(AmendRecord(subject=f"drill/{chosen}", fields={"designed": True}))
    trainee.hands.settled()
    trainee.hands.key(Qt.Key.Key_L)
    trainee.hands.settled()
    sheet = trainee.screen.director._sheet
    assert isinstance(sheet, FormSheet)
    assert sheet.isVisible()
    trainee.hands.send()
    assert sheet.note.text(), "without a reason it is not sent"
    trainee.hands.type("领导口头同意，补签")
    trainee.hands.send()
    trainee.hands.settled()
    assert trainee.run.reason == "领导口头同意，补签"
    assert not trainee.run.solo


def test_with_others_the_script_is_open_and_a_person_says_what_was_seen(trainee: Trainee) -> None:
    hands = trainee.hands
    hands.key(Qt.Key.Key_L)
    hands.settled()
    trainee.pass_time(SECOND)
    run = trainee.run
    assert not run.solo
    assert not [row for row in trainee.screen.script_model.rows if row.covered]
    assert run.open_calls == ()
    first = run.injects[0].id
    hands.key(Qt.Key.Key_R)
    hands.settled()
    hands.key(Qt.Key.Key_S)
    hands.settled()
    told = trainee.run.of(first)
    assert told.received_at is not None
    assert told.seen_at is not None
    hands.key(Qt.Key.Key_X)
    hands.settled()
    assert trainee.run.of(first).unseen_at is not None


def test_a_pause_with_others_needs_a_reason(trainee: Trainee) -> None:
    trainee.hands.key(Qt.Key.Key_L)
    trainee.hands.settled()
    trainee.hands.key(Qt.Key.Key_Space)
    trainee.hands.type("等供电人员")
    trainee.hands.send()
    trainee.hands.settled()
    assert trainee.run.stage == "paused"


def test_another_desk_that_holds_the_drill_gives_what_it_brings_not_this_one(running: Trainee, window: Window) -> None:
    running.hands.enter()
    running.hands.settled()
    window.desk.conductor._runs = [replace(running.run, holder="other")]
    running.clock.advance(10 * MINUTE)
    window.desk.conductor.step(running.clock.now())
    assert not window.desk.conductor._waiting


def test_a_narrow_window_shows_one_panel_beside_the_seat(blown: Trainee, window: Window) -> None:
    window.resize(1366, 768)
    screen = blown.screen
    screen._fold()
    assert screen.tabs.isVisible()
    assert screen.seat.isVisible()
    seen = [panel.isVisible() for panel in (screen.script_panel, screen.unit_panel, screen.radio_panel, screen.score)]
    assert sum(seen) == 1
    blown.screen._keys_back()
    blown.hands.key(Qt.Key.Key_V)
    assert screen.unit_panel.isVisible()


def test_the_script_of_a_started_drill_is_not_changed_by_its_plan(running: Trainee, window: Window) -> None:
    drill = running.run.drill
    before = running.run.injects
    window.desk.submit(AmendRecord(subject=f"drill/{drill}", fields={"injects": []}))
    running.hands.settled()
    assert running.run.injects == before
    window.desk.submit(acts.SetSpeed(run=running.run.id, speed=10))
    running.hands.settled()
    assert speed_of(running.run) == 10
