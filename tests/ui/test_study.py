"""The figures as a leader reads them: by keys, real and drill apart, every figure with what it is made of, and out to a file."""

from __future__ import annotations

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.whistle_acts import EndDrill
from commandcenter.ui.review.screen import ReviewScreen
from commandcenter.ui.shell.window import Window
from commandcenter.ui.study.screen import StudyScreen
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def study(window: Window, hands: Hands, desk: Desk) -> StudyScreen:
    """Two units of a fire have come, one in time and one late; then the figures are opened."""
    desk.blow()
    for _ in range(2):
        desk.pass_time(MINUTE)
        desk.digit(1)
    desk.pass_time(2 * MINUTE)
    desk.line("5 到 4")
    hands.settled()
    desk.pass_time(50 * MINUTE)
    desk.line("6 到 3")
    hands.settled()
    return opened(window, hands)


def opened(window: Window, hands: Hands) -> StudyScreen:
    hands.key(Qt.Key.Key_9, ALT)
    hands.key(Qt.Key.Key_Tab, CONTROL | SHIFT)
    screen = window.current
    assert isinstance(screen, StudyScreen)
    hands.until(lambda: bool(screen.grid.tiles))
    return screen


def value(screen: StudyScreen, key: str) -> str:
    tile = next(one for one in screen.grid.tiles if one.key == key)
    return f"{tile.value}{tile.unit} {tile.parts}".strip()


def test_each_figure_bears_its_parts_and_its_formula(study: StudyScreen) -> None:
    for tile in study.grid.tiles:
        assert tile.formula, tile
        assert tile.without, tile
        assert tile.spoken in study.grid.accessibleName()
        assert tile.formula in tile.spoken
    arrived = next(one for one in study.grid.tiles if one.key == "arrived")
    incident = study.desk.read.incidents.running()[0]
    assert arrived.parts or arrived.value.count("/") == 1
    assert incident.arrived == 2


def test_a_drill_is_in_no_real_figure(window: Window, hands: Hands, desk: Desk, study: StudyScreen) -> None:
    real = {tile.key: (tile.value, tile.parts) for tile in study.grid.tiles}
    whistles = study.desk.read.incidents.running()
    hands.key(Qt.Key.Key_D)
    hands.until(lambda: study.mode() == "drill" and value(study, "answered") == "—")
    assert {tile.key for tile in study.grid.tiles}.isdisjoint({"rate", "reports"})
    assert not study.groups.isVisible()
    hands.key(Qt.Key.Key_D)
    hands.until(lambda: value(study, "answered") != "—")
    assert {tile.key: (tile.value, tile.parts) for tile in study.grid.tiles} == real
    drill = desk.blow(drill=True)
    desk.digit(1)
    hands.settled()
    assert drill.mode() == "drill"
    screen = opened(window, hands)
    hands.until(lambda: {tile.key: (tile.value, tile.parts) for tile in screen.grid.tiles} == real)
    assert len(screen.desk.read.incidents.running()) == len(whistles) + 1
    hands.key(Qt.Key.Key_D)
    hands.until(lambda: screen.mode() == "drill" and value(screen, "answered") != "—")
    hands.key(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text().startswith("【演练】")
    running = next(row.state for row in screen.desk.read.incidents.running() if row.state.mode == "drill")
    screen.desk.submit(EndDrill(whistle=running.id))
    hands.settled()


def test_a_line_leads_to_its_departments_and_they_to_the_review(
    window: Window, hands: Hands, study: StudyScreen
) -> None:
    assert study.groups.view.hasFocus()
    before = study.behind.title.text()
    hands.key(Qt.Key.Key_Down)
    assert study.behind.title.text() != before
    assert study.rows_model.rowCount() == 1
    hands.key(Qt.Key.Key_B)
    hands.until(lambda: study.groups_model.rowCount() == 1)
    assert study.rows_model.rowCount() > 2
    hands.enter()
    review = window.current
    assert isinstance(review, ReviewScreen)
    assert review.where().get("whistle") == study.rows_model.row(0).whistle


def test_emergency_and_muster_are_counted_apart(hands: Hands, study: StudyScreen) -> None:
    hands.key(Qt.Key.Key_W)
    hands.until(study.empty.isVisible)
    hands.key(Qt.Key.Key_W)
    hands.until(study.groups.isVisible)
    assert value(study, "answered") != "—"


def test_spans_go_back_and_forth(hands: Hands, study: StudyScreen) -> None:
    words = study.period.text()
    hands.key(Qt.Key.Key_Left)
    hands.until(study.empty.isVisible)
    assert study.period.text() != words
    hands.key(Qt.Key.Key_Right)
    hands.until(study.groups.isVisible)
    assert study.period.text() == words
    hands.key(Qt.Key.Key_S)
    hands.key(Qt.Key.Key_S)
    hands.until(lambda: study.period.text() != words)
    assert study.groups_model.rowCount() > 2


def test_the_figures_go_out_with_their_formulas(hands: Hands, desk: Desk, study: StudyScreen, tmp_path: Path) -> None:
    target = tmp_path / "figures.csv"
    hands.key(Qt.Key.Key_E, CONTROL)
    assert re.fullmatch(r"Whistle figures-.+-\d{8}-\d{4}\.xlsx", Path(study.sheet.form.text("path")).name)
    desk.fill(path=str(target))
    desk.send()
    hands.until(target.exists, timeout=20_000)
    rows = list(csv.reader(target.read_text("utf-8-sig").splitlines()))
    assert rows[0][:3] == ["分组", "吹哨次数", "应到单位次"]
    names = [row[0] for row in rows[1 : 1 + study.groups_model.rowCount()]]
    assert names == [study.groups_model.row(place).name for place in range(study.groups_model.rowCount())]
    assert {tile.formula for tile in study.grid.tiles} <= {cell for row in rows for cell in row}


def test_a_file_of_another_kind_is_refused_and_said(
    hands: Hands, desk: Desk, study: StudyScreen, tmp_path: Path
) -> None:
    hands.key(Qt.Key.Key_E, CONTROL)
    desk.fill(path=str(tmp_path / "figures.pdf"))
    desk.send()
    hands.until(lambda: any(".xlsx" in words for words in desk.toasts), timeout=20_000)
    assert not list(tmp_path.glob("figures*"))


def test_in_a_low_window_the_lists_shrink_and_nothing_overlaps(
    study: StudyScreen, window: Window, hands: Hands
) -> None:
    window.resize(1366, 768)
    window.strip.say("Something to read", ("a", "A"), ("close", "Close"))
    hands.settled()
    study.resize(study.width(), 520)
    study.layout().activate()
    parts = [study.grid, *study._parts]
    for upper, lower in pairwise(parts):
        assert upper.geometry().bottom() < lower.geometry().top()
    assert study.rect().contains(parts[-1].geometry())
    assert study.grid.height() >= study.grid.sizeHint().height()
