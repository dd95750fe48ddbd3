"""The warnings screen with real keys: received, judged, everybody answers, measures, transfer, change, end, summary, F9."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.desk.engine import Done
from commandcenter.domain import warning_acts as acts
from commandcenter.domain.clock import DAY, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.warning import Warning
from commandcenter.journal.reading.calls import CallLine
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.press import Presses
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.sound import Sound
from commandcenter.ui.shell.window import Window
from commandcenter.ui.warnings.screen import WarningsScreen
from office_window import Hands
from pixels import near
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

CHOICES = ("sort", "colour", "touches", "level", "way")


@pytest.fixture
def screen(window: Window, hands: Hands) -> WarningsScreen:
    window.go(Go("warnings"))
    found = window.screens["warnings"]
    assert isinstance(found, WarningsScreen)
    return found


def do(screen: WarningsScreen, hands: Hands, *commands: Command) -> str:
    """Let it happen beside the screen; the id of the warning."""
    done: list[Any] = []
    for command in commands:
        ticket = screen.desk.submit(command)
        ticket.done.connect(done.append)
        ticket.refused.connect(done.append)
    hands.settled()
    assert all(isinstance(one, Done) for one in done), done
    return str(done[-1].subjects[0]).partition("/")[2]


def calling(screen: WarningsScreen, hands: Hands, colour: str = "red") -> str:
    """A warning whose list has three targets."""
    key = do(
        screen,
        hands,
        acts.ReceiveWarning(
            sort="rainstorm", colour=colour, words="三小时内有暴雨", source="区应急平台", title="暴雨预警"
        ),
    )
    do(
        screen,
        hands,
        acts.JudgeWarning(warning=key, places=("A2",), words="低洼院落"),
        acts.CallTargets(
            warning=key,
            targets=(
                acts.Called(key="A2", unit="A2", tier="community"),
                acts.Called(key="F02", unit="F02", tier="force"),
                acts.Called(key="x1", name="南院看门人", phone="100-0000-9001"),
            ),
        ),
    )
    return key


def shown(screen: WarningsScreen) -> Warning:
    assert screen.state is not None
    return screen.state


def sheet(screen: WarningsScreen) -> FormSheet:
    found = screen._sheet
    assert isinstance(found, FormSheet)
    return found


def fill(screen: WarningsScreen, hands: Hands, **values: str) -> None:
    """Type into the fields of the open sheet and send it."""
    for name, text in values.items():
        widget = sheet(screen).form.widgets[name]
        widget.setFocus()
        if name in CHOICES:
            sheet(screen).form.set_text(name, text)
        elif text == "x":
            hands.key(Qt.Key.Key_Space)
        else:
            hands.type(text)
    hands.send()
    hands.settled()


def _silent(*_told: Any) -> bool:
    """No loudspeaker in a test."""
    return True


def test_nothing_in_force_says_what_a_list_is_for(screen: WarningsScreen) -> None:
    assert screen.pages.currentWidget() is screen.empty
    assert "answer" in screen.empty.then.text()


def test_from_the_text_that_came_in_to_the_summary_by_keys(screen: WarningsScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_N)
    form = sheet(screen).form
    assert form.widgets["sort"].hasFocus()
    assert (form.text("sort"), form.text("colour")) == ("", "")
    sheet(screen).send()
    assert sheet(screen).isVisible(), "kind and colour are chosen by a person"
    fill(screen, hands, sort="rainstorm", colour="yellow", source="短信平台", words="今夜有大雨")
    state = shown(screen)
    assert (state.stage, state.number[:3], state.colour) == ("received", "YB-", "yellow")
    hands.key(Qt.Key.Key_Period)
    fill(screen, hands)
    assert shown(screen).touches
    assert shown(screen).hazards
    hands.key(Qt.Key.Key_Period)
    assert sheet(screen).form.text("tier.community") == "1"
    assert sheet(screen).form.text("tier.section") == ""
    fill(screen, hands, **{"tier.force": "x", "more": "南院看门人 100-0000-9001"})
    names = [row.name for row in screen.detail.target_model.rows]
    assert "南院看门人" in names
    for _ in names:
        hands.key(Qt.Key.Key_Period)
        assert screen.detail.targets.view.hasFocus()
        hands.enter()
        if not sheet(screen).form.text("answered_by"):
            sheet(screen).form.set_text("answered_by", "本人")
        hands.send()
        hands.settled()
    assert shown(screen).stage == "acting"
    hands.key(Qt.Key.Key_Right)
    assert screen.detail.measures.view.hasFocus()
    hands.key(Qt.Key.Key_Space)
    hands.settled()
    assert shown(screen).measures[0].done_at is not None
    hands.key(Qt.Key.Key_Period)
    fill(screen, hands, words="解除")
    assert len(shown(screen).waiting) == len(names)
    hands.key(Qt.Key.Key_Period)
    for target in shown(screen).waiting:
        do(screen, hands, acts.TryTarget(warning=state.id, target=target.key, answered_by="值班员"))
    hands.key(Qt.Key.Key_Period)
    assert str(len(names)) in sheet(screen).form.text("words")
    hands.send()
    hands.settled()
    assert screen.desk.read.matters.one(Warning, f"warning/{state.id}").stage == "closed"


def test_two_calls_without_an_answer_and_then_somebody_goes_there(screen: WarningsScreen, hands: Hands) -> None:
    calling(screen, hands)
    hands.key(Qt.Key.Key_Period)
    chips = []
    for _ in range(2):
        hands.key(Qt.Key.Key_U)
        hands.key(Qt.Key.Key_U)  # a finger that trembles
        hands.settled()
        screen._tried = Presses()  # a moment later
        chips.append(screen.detail.target_model.rows[0].chip.text)
    assert chips == ["Call again", "Go there"]
    hands.enter()
    assert sheet(screen).form.text("way") == "visit"
    field = sheet(screen).form.widgets["answered_by"]
    assert field.hasFocus()
    assert "Duty" not in sheet(screen).form.text("answered_by"), "a duty room is no person"
    fill(screen, hands, answered_by="贺值班")
    assert screen.detail.target_model.rows[0].chip.tone == "done"
    assert [line.sheet for line in _calls(screen)] == ["warned_no_answer"] * 2, "who goes there does not call"
    hands.key(Qt.Key.Key_Z)
    hands.settled()
    assert screen.detail.target_model.rows[0].chip.text == "Go there"
    hands.key(Qt.Key.Key_Z)
    hands.settled()
    (left,) = _calls(screen)  # what was taken back was no call
    assert (left.unit, left.direction, left.warning) == ("A2", "out", shown(screen).id)
    screen.services.go.emit(Go("calls"))
    calls = screen.window().screens["calls"]  # type: ignore[attr-defined]
    assert [row.line.key for row in calls.model.rows] == [left.key]
    hands.key(Qt.Key.Key_O)
    assert screen.isVisible()


def _calls(screen: WarningsScreen) -> tuple[CallLine, ...]:
    now = screen.now()
    return screen.desk.read.calls.of_span(now - DAY, now + DAY).lines


def test_the_next_call_goes_to_those_who_were_never_tried_first(screen: WarningsScreen, hands: Hands) -> None:
    calling(screen, hands)
    hands.key(Qt.Key.Key_Period)
    hands.key(Qt.Key.Key_U)
    hands.settled()
    hands.key(Qt.Key.Key_Period)
    found = screen.detail.target()
    assert found is not None
    assert found.key == "F02"
    hands.key(Qt.Key.Key_V)
    assert sheet(screen).form.text("way") == "visit"


def test_at_red_the_limit_runs_sounds_and_is_shown_on_each_row(
    screen: WarningsScreen, window: Window, hands: Hands, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sound, "_try", _silent)
    key = calling(screen, hands)
    do(screen, hands, acts.TryTarget(warning=key, target="A2", answered_by="贺值班"))
    clock.advance(16 * MINUTE)
    screen.desk.ticker.tick()
    hands.settled()
    alarms = [alarm for alarm in screen.desk.read.incidents.alarms() if alarm.subject == f"warning/{key}"]
    assert len(alarms) == 2
    screen.desk.ticker.tick()
    assert window.alarms._tones
    over = [row.due_at is not None and row.due_at < clock.now() for row in screen.detail.target_model.rows]
    assert over == [False, True, True]
    assert screen.detail.stages.cells[2].state == "over"


def test_the_three_scales_stand_apart_and_the_colour_is_a_word(screen: WarningsScreen, hands: Hands) -> None:
    key = calling(screen, hands)
    hands.key(Qt.Key.Key_R)
    fill(screen, hands, level="second")
    warning, response, event = screen.detail.chips.chips
    assert "red" in warning.text
    assert "Level 2" in response.text
    assert "unknown" in event.text
    assert (warning.tone, response.tone, event.tone) == ("plain", "plain", "unknown")
    for target in ("A2", "F02", "x1"):
        do(screen, hands, acts.TryTarget(warning=key, target=target, answered_by="有人"))
    image = screen.grab().toImage()
    red = [screen.look.color(name) for name in ("red", "redF")]
    assert near(image, red) == 0


def test_people_moved_shift_and_change_each_have_their_key(screen: WarningsScreen, hands: Hands) -> None:
    calling(screen, hands, "orange")
    hands.key(Qt.Key.Key_T)
    fill(screen, hands, planned="12", moved="9")
    assert shown(screen).transfer.agrees is False
    assert [known.tone for known in screen.detail.facts.facts if known.name == "Transfer"] == ["amb"]
    hands.key(Qt.Key.Key_T)
    form = sheet(screen).form
    assert form.text("planned") == "12"
    form.set_text("moved", "13")
    hands.send()
    hands.settled()
    assert "12" in sheet(screen).note.text()
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_S)
    fill(screen, hands, leader="沈建勋")
    assert shown(screen).shift_leader == "沈建勋"
    hands.key(Qt.Key.Key_C)
    assert sheet(screen).form.text("colour") == "red"
    fill(screen, hands, words="升级为红色")
    assert (shown(screen).colour, shown(screen).round) == ("red", 2)
    assert len(shown(screen).waiting) == 3


def test_f9_takes_the_warning_along_and_the_whistle_is_linked(
    screen: WarningsScreen, window: Window, hands: Hands
) -> None:
    key = calling(screen, hands)
    hands.key(Qt.Key.Key_F9)
    console: Any = window.screens["whistle"]
    assert window.current is console
    assert (console.draft.title, console.draft.plan.id) == ("暴雨预警", "FX-01")
    assert console.draft.all_guesses["warning"] == "red"
    assert console.draft.place is not None
    console.blow()
    hands.settled()
    (whistle,) = window.desk.read.incidents.running()
    assert whistle.state.warning == key
    assert window.desk.read.matters.one(Warning, f"warning/{key}").whistles == (whistle.state.id,)


def test_p_calls_the_number_of_the_row(screen: WarningsScreen, window: Window, hands: Hands) -> None:
    calling(screen, hands)
    hands.key(Qt.Key.Key_Period)
    QTest.keyClick(screen.detail.targets.view, Qt.Key.Key_End)
    hands.key(Qt.Key.Key_P)
    assert window.phone_sheet.isVisible()
    assert window.phone_sheet.number.text() == "100-0000-9001"
