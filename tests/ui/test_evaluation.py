"""The evaluation of a drill by keys: grades and their evidence, departments, aims, corrections that come back, the way to the file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.door import open_door
from commandcenter.domain.clock import DAY
from commandcenter.domain.drill_run import DrillRun
from commandcenter.ui.evaluation.screen import EvaluationScreen
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.grade import grade_word
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.review.screen import ReviewScreen
from commandcenter.ui.shell.sound import Sound
from commandcenter.ui.shell.window import Window
from drill_player import Player
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from tests.conftest import NOW


class _Unjudged(Player):
    """Somebody who holds the drill and leaves the judging to others."""

    def judge(self) -> None:
        """Nothing is judged."""


@pytest.fixture(scope="module")
def held_folder(founded_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office in which a drill was held and filed twenty days ago, and another one of the same plan has just ended."""
    folder = tmp_path_factory.mktemp("held") / "data"
    shutil.copytree(founded_folder, folder, ignore=shutil.ignore_patterns("identity.json", "desk.lock*"))
    clock = SetClock(NOW - 20 * DAY)
    door = open_door(folder, clock.now)
    try:
        Player(door, clock, folder).play("SC01", seed=3)
        clock.advance(19 * DAY)
        _Unjudged(door, clock, folder).play("SC01", seed=5)
    finally:
        door.close()
    return folder


@pytest.fixture
def office_folder(held_folder: Path, tmp_path: Path) -> Path:
    """A copy of that office of this test alone."""
    folder = tmp_path / "data"
    shutil.copytree(held_folder, folder, ignore=shutil.ignore_patterns("identity.json", "desk.lock*"))
    return folder


@pytest.fixture
def evaluation(window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> EvaluationScreen:
    monkeypatch.setattr(Sound, "_try", lambda *_: True)
    window.go(Go("evaluation"))
    found = window.screens["evaluation"]
    assert isinstance(found, EvaluationScreen)
    return found


def run(screen: EvaluationScreen) -> DrillRun:
    assert screen.run is not None
    return screen.desk.read.matters.one(DrillRun, screen.run.subject)


def sheet(screen: EvaluationScreen) -> FormSheet:
    found = screen.judge._sheet
    assert isinstance(found, FormSheet)
    assert found.isVisible()
    return found


def put(screen: EvaluationScreen, **values: str) -> None:
    for name, value in values.items():
        sheet(screen).form.set_text(name, value)


def test_the_newest_drill_is_shown_with_its_figures_and_the_one_before(
    evaluation: EvaluationScreen, window: Window
) -> None:
    assert run(evaluation).stage == "ended"
    assert evaluation.mode() == "drill"
    assert window.frame.mode == "drill"
    told = evaluation.strip.accessibleName()
    assert "Points" in told
    assert "Leaked 0" in told
    assert [bar.now for bar in evaluation.bars._bars] == [False, True]
    assert [row.state for row in evaluation.action_model.rows] == ["carried"]


def test_keys_1_to_4_grade_the_inject_and_go_on_to_the_next(evaluation: EvaluationScreen, hands: Hands) -> None:
    first, second = run(evaluation).injects[:2]
    assert evaluation.injects.view.hasFocus()
    hands.key(Qt.Key.Key_1)
    hands.settled()
    hands.key(Qt.Key.Key_4)
    hands.settled()
    assert run(evaluation).of(first.id).grade == "excellent"
    assert run(evaluation).of(second.id).grade == "poor"
    assert evaluation.injects.view.place == 2
    row = evaluation.inject_model.row(1)
    assert (row.grade, row.suggested) == ("poor", False)


def test_enter_opens_the_evidence_and_a_person_overrules_the_record(evaluation: EvaluationScreen, hands: Hands) -> None:
    first = run(evaluation).injects[0].id
    assert run(evaluation).of(first).seen_at is not None
    hands.enter()
    put(evaluation, seen="no", grade="fair", note="先按了哨才呼119")
    hands.send()
    hands.settled()
    told = run(evaluation).of(first)
    assert (told.grade, told.note) == ("fair", "先按了哨才呼119")
    assert told.seen_at is None
    assert evaluation.inject_model.row(0).seen == "先按了哨才呼119"


def test_those_we_ask_are_judged_in_words_only(evaluation: EvaluationScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Tab)
    assert evaluation.units.view.hasFocus()
    rows = list(evaluation.unit_model.rows)
    asked = next(place for place, row in enumerate(rows) if row.relation == "request")
    evaluation.units.view.go(asked)
    hands.key(Qt.Key.Key_1)
    hands.settled()
    assert rows[asked].key not in run(evaluation).units
    assert evaluation.unit_model.row(asked).grade == ""
    hands.enter()
    form = sheet(evaluation).form
    assert "grade" not in form.widgets
    put(evaluation, note="照章，不排名")
    hands.send()
    hands.settled()
    assert run(evaluation).units[rows[asked].key].note == "照章，不排名"
    assert evaluation.unit_model.row(asked).words == "照章，不排名"


def test_our_own_forces_are_graded(evaluation: EvaluationScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Tab)
    rows = list(evaluation.unit_model.rows)
    own = next(place for place, row in enumerate(rows) if row.relation == "direct")
    evaluation.units.view.go(own)
    hands.key(Qt.Key.Key_3)
    hands.settled()
    assert run(evaluation).units[rows[own].key].grade == "fair"


def test_an_aim_is_judged_with_its_reason(evaluation: EvaluationScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_M)
    box = sheet(evaluation).form.widgets["met"]
    assert isinstance(box, QComboBox)
    put(evaluation, met="missed", note="用了 90 秒")
    hands.send()
    hands.settled()
    aim = run(evaluation).aims[0].id
    assert run(evaluation).judged[aim].grade == "missed"
    assert evaluation.aim_model.row(0).stands == "missed"


def test_a_correction_comes_back_in_the_next_drill_until_it_is_done(evaluation: EvaluationScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_N)
    put(evaluation, words="备燃气车绕行路线", owner="龚静怡", due_on="2026-09-01")
    hands.send()
    hands.settled()
    assert [row.state for row in evaluation.action_model.rows] == ["new", "carried"]
    for _ in range(3):
        hands.key(Qt.Key.Key_Tab)
    assert evaluation.corrections.hasFocus()
    evaluation.corrections.go(1)
    hands.key(Qt.Key.Key_D)
    hands.settled()
    assert [row.state for row in evaluation.action_model.rows] == ["new", "done"]
    review = evaluation.desk.read.incidents.review(run(evaluation).parent)
    assert [action.words for action in review.actions.values()] == ["备燃气车绕行路线"]
    assert review.mode == "drill"


def test_from_the_end_to_the_file_by_one_key(evaluation: EvaluationScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Period)
    put(evaluation, good="第一分钟没慌", weak="差额没人认领", by="沈建勋")
    hands.send()
    hands.settled()
    assert run(evaluation).stage == "debriefed"
    assert "第一分钟没慌" in evaluation.good.text()
    hands.key(Qt.Key.Key_Period)
    hands.settled()
    assert run(evaluation).stage == "debriefed", "there are injects without a grade"
    hands.key(Qt.Key.Key_A)
    hands.settled()
    assert not [row for row in evaluation.inject_model.rows if row.suggested]
    hands.key(Qt.Key.Key_Period)
    hands.settled()
    assert run(evaluation).stage == "evaluated"
    assert run(evaluation).figures["score"] > 0
    hands.key(Qt.Key.Key_Period)
    put(evaluation, words="总体达到目的")
    hands.send()
    hands.settled()
    hands.key(Qt.Key.Key_Period)
    put(evaluation, words="应急办 2026-12")
    hands.send()
    hands.settled()
    assert run(evaluation).stage == "filed"
    assert not evaluation.step_button.isVisible()
    hands.key(Qt.Key.Key_1)
    hands.settled()
    assert evaluation.desk.read.matters.one(DrillRun, run(evaluation).subject).stage == "filed"


def test_r_replays_it_and_page_up_shows_the_drill_before(
    evaluation: EvaluationScreen, hands: Hands, window: Window
) -> None:
    newest = run(evaluation).id
    hands.key(Qt.Key.Key_PageUp)
    assert run(evaluation).stage == "filed"
    assert run(evaluation).id != newest
    assert [row.state for row in evaluation.action_model.rows] == ["new"]
    window.go(Go("evaluation", {"run": newest}))
    hands.key(Qt.Key.Key_R)
    assert isinstance(window.current, ReviewScreen)
    assert window.current.mode() in ("", "drill")


def test_a_grade_has_a_word_for_every_code() -> None:
    assert [grade_word(code) for code in ("excellent", "good", "fair", "poor", "")] == ["A", "B", "C", "D", ""]


def test_a_narrow_window_shows_one_column(evaluation: EvaluationScreen, window: Window, hands: Hands) -> None:
    window.resize(1366, 768)
    evaluation._fold()
    assert evaluation.tabs.isVisible()
    assert sum(side.isVisible() for side in evaluation._columns) == 1
    hands.key(Qt.Key.Key_V)
    assert evaluation.criteria.isVisible()
