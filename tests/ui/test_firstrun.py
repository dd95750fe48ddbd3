"""The first start as a person does it: a folder without an office, three ways to begin, and F9 that waits for none of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.desk.clock import SetClock
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done, Engine, NotSaved, Outcome
from commandcenter.exchange.founding import empty_office
from commandcenter.journal.ids import uuid7
from commandcenter.ui.firstrun import checks
from commandcenter.ui.firstrun.beginning import UNNAMED
from commandcenter.ui.firstrun.checks import LOOK, OK, WAIT
from commandcenter.ui.firstrun.screen import FirstRunScreen
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.shell.window import Window
from commandcenter.ui.whistle.screen import WhistleScreen
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.conftest import NOW

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Restart = Callable[[], tuple[Application, Hands]]


@pytest.fixture
def office_folder(folder: Path) -> Path:
    """A folder that holds no office: the window opens on the first start."""
    return folder


@pytest.fixture
def first(window: Window, hands: Hands) -> FirstRunScreen:
    """The first start, once it knows what the sample office holds."""
    screen = window.current
    assert isinstance(screen, FirstRunScreen)
    hands.until(lambda: screen.seat_panel.sitters.rowCount() > 1)
    return screen


def gone(window: Window, hands: Hands, name: str) -> None:
    """Wait until another screen is seen and everything has its answer."""
    hands.until(lambda: window.current is not None and window.current.name == name)
    hands.settled()


def console(window: Window, hands: Hands) -> WhistleScreen:
    gone(window, hands, "whistle")
    screen = window.current
    assert isinstance(screen, WhistleScreen)
    return screen


def name_of(window: Window) -> str:
    return str(window.desk.reference.office.get("name", ""))


# -- three ways to begin ---------------------------------------------------------------------------------------------


def test_nothing_is_there_but_the_first_start(first: FirstRunScreen, window: Window, hands: Hands) -> None:
    assert not window.rail.isVisible()
    assert window.desk.read.incidents.all(1) == []
    for key, modifier in ((Qt.Key.Key_1, ALT), (Qt.Key.Key_3, ALT), (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)):
        hands.key(key, modifier)
        assert window.current is first
    assert not window.desk.reference.founded


def test_the_sample_office_opens_on_its_overview(first: FirstRunScreen, window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Return, ALT)
    gone(window, hands, "overview")
    assert window.rail.isVisible()
    assert window.top.sample.isVisible()
    assert name_of(window) in window.windowTitle()
    assert window.desk.who().actor == ""
    assert window.desk.read.cases.counts(NOW)["open"] > 0


def test_the_sample_begins_with_its_trial_drill_and_blows_nothing(
    first: FirstRunScreen, window: Window, hands: Hands
) -> None:
    hands.send()
    screen = console(window, hands)
    assert screen.mode() == "drill"
    assert window.frame.mode == "drill"
    assert window.watermark.isVisible()
    assert window.desk.read.incidents.all(1) == []


def test_who_was_chosen_sits_here(first: FirstRunScreen, window: Window, hands: Hands) -> None:
    first.seat_panel.view.setFocus()
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Down)
    chosen = first.seat_panel.sitter
    assert chosen is not None
    hands.key(Qt.Key.Key_Return, ALT)
    gone(window, hands, "overview")
    assert (window.desk.who().actor, window.desk.who().role) == (chosen.person, chosen.role)
    assert chosen.name in window.top.seat.text()


def test_our_own_street_begins_empty_with_its_first_clerk(first: FirstRunScreen, window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_2)
    first.start_panel.name.setFocus()
    hands.type("柳荫街道")
    first.seat_panel.sitter_name.setFocus()
    hands.type("方俊峰")
    hands.key(Qt.Key.Key_Tab)
    hands.type("010-0000-0001")
    hands.send()
    gone(window, hands, "overview")
    assert name_of(window) == "柳荫街道"
    assert not window.top.sample.isVisible()
    person = window.desk.reference.directory.people[window.desk.who().actor]
    assert (person.name, person.phone) == ("方俊峰", "010-0000-0001")
    assert window.desk.read.cases.counts(NOW)["open"] == 0
    assert window.desk.reference.limits


def test_an_own_street_wants_its_name(first: FirstRunScreen, window: Window, hands: Hands) -> None:
    before = window.desk.read.status.position()
    hands.key(Qt.Key.Key_2)
    hands.send()
    assert first.start_panel.name.hasFocus()
    assert first.start_panel.name.property("wrong") == "true"
    assert first.bar.note
    assert window.desk.read.status.position() == before
    hands.type("柳")
    assert first.start_panel.name.property("wrong") == "false"
    assert not first.bar.note


def test_from_workbooks_goes_on_to_the_import(first: FirstRunScreen, window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_3)
    first.start_panel.name.setFocus()
    hands.type("柳荫街道")
    hands.send()
    gone(window, hands, "importing")
    assert name_of(window) == "柳荫街道"
    assert window.desk.read.cases.counts(NOW)["open"] == 0


def test_one_press_founds_one_office(first: FirstRunScreen, window: Window, hands: Hands) -> None:
    for _ in range(3):
        hands.key(Qt.Key.Key_Return, ALT)
    gone(window, hands, "overview")
    assert [fact.subject for fact in window.desk.read.status.facts_after(0)].count("office/main") == 1


def test_an_office_founded_by_another_process_opens_here_too(
    first: FirstRunScreen, window: Window, hands: Hands, clock: SetClock
) -> None:
    door = open_door(window.desk.folder, clock.now)
    assert door.remote
    outcome = door.submit(empty_office("柳荫街道", NOW, lambda: uuid7(NOW)))
    door.close()
    assert isinstance(outcome, Done)
    gone(window, hands, "overview")
    assert name_of(window) == "柳荫街道"


# -- F9 does not wait ------------------------------------------------------------------------------------------------


def test_f9_founds_an_office_to_blow_in(first: FirstRunScreen, window: Window, hands: Hands, quick: None) -> None:
    hands.key(Qt.Key.Key_F9)
    screen = console(window, hands)
    assert screen.mode() == "real"
    assert name_of(window) == UNNAMED
    hands.key(Qt.Key.Key_0)
    QTest.keyPress(hands.focus(), Qt.Key.Key_Return)
    hands.until(lambda: isinstance(window.current, PostScreen) and window.current.incident is not None)
    QTest.keyRelease(hands.focus(), Qt.Key.Key_Return)
    (row,) = window.desk.read.incidents.running()
    assert row.state.mode == "real"
    assert row.units == 3


def test_f9_takes_along_what_was_typed(first: FirstRunScreen, window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_2)
    first.start_panel.name.setFocus()
    hands.type("柳荫街道")
    hands.key(Qt.Key.Key_F9)
    console(window, hands)
    assert name_of(window) == "柳荫街道"


def test_f9_is_not_held_up_by_a_sheet(first: FirstRunScreen, window: Window, hands: Hands) -> None:
    window.seat_sheet.open_sheet()
    hands.type("f")
    hands.key(Qt.Key.Key_F9)
    console(window, hands)
    assert not window.seat_sheet.isVisible()


def test_f9_on_the_wallboard_works_before_there_is_an_office(
    application: Application, first: FirstRunScreen, window: Window, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_F12)
    wall = application._wallboard
    assert isinstance(wall, QWidget)
    QTest.keyClick(wall, Qt.Key.Key_F9)
    console(window, hands)


def test_f9_while_the_sample_is_being_founded_ends_in_the_console(
    first: FirstRunScreen, window: Window, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_Return, ALT)
    hands.key(Qt.Key.Key_F9)
    assert console(window, hands).mode() == "real"
    assert name_of(window) != UNNAMED


def test_what_cannot_be_written_is_said_and_can_be_tried_again(
    first: FirstRunScreen, window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Outcome:
        return NotSaved("disk_full", {})

    with monkeypatch.context() as broken:
        broken.setattr(Engine, "execute", full)
        broken.setattr(Engine, "execute_all", lambda self, requests: [full() for _ in requests], raising=False)
        hands.key(Qt.Key.Key_Return, ALT)
        hands.until(window.strip.isVisible)
    assert first.bar.note
    assert first.bar.start.isEnabled()
    assert not window.desk.reference.founded
    hands.key(Qt.Key.Key_Return, ALT)
    gone(window, hands, "overview")


# -- what was typed, what was checked --------------------------------------------------------------------------------


def test_what_was_typed_is_there_after_a_restart(
    first: FirstRunScreen, window: Window, hands: Hands, restart: Restart
) -> None:
    hands.key(Qt.Key.Key_2)
    first.start_panel.name.setFocus()
    hands.type("柳荫")
    first.seat_panel.seat.setFocus()
    hands.type("甲台")
    hands.until(lambda: "甲台" in window.desk.read.status.drafts().get("firstrun", ""))
    again, _ = restart()
    screen = again.window.current
    assert isinstance(screen, FirstRunScreen)
    assert screen.start_with == "own"
    assert (screen.start_panel.name.text(), screen.seat_panel.seat.text()) == ("柳荫", "甲台")


def test_seat_and_backup_place_become_settings(
    first: FirstRunScreen, window: Window, hands: Hands, tmp_path: Path
) -> None:
    first.seat_panel.seat.setFocus()
    hands.type("甲台")
    field = first.backup_panel.field
    field.setFocus()
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.type(str(tmp_path / "elsewhere"))
    hands.until(lambda: first.backup_panel.usable)
    hands.key(Qt.Key.Key_Return, ALT)
    gone(window, hands, "overview")
    kept = json.loads((window.desk.folder / "settings.json").read_text("utf-8"))
    assert (kept["seat"], kept["backup_folder"]) == ("甲台", str(tmp_path / "elsewhere"))
    assert "甲台" in window.top.seat.text()
    assert window.desk.backup_folder == tmp_path / "elsewhere"
    hands.until(lambda: window.desk.backups() != [], timeout=30_000)


def test_half_a_path_is_not_taken_for_backups(first: FirstRunScreen, window: Window, hands: Hands) -> None:
    field = first.backup_panel.field
    field.setFocus()
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.type("backups")
    hands.until(lambda: not first.backup_panel.usable)
    hands.key(Qt.Key.Key_Return, ALT)
    assert field.hasFocus()
    assert field.property("wrong") == "true"
    assert not window.desk.reference.founded


def test_every_check_is_made_and_leaves_nothing_behind(first: FirstRunScreen, window: Window, hands: Hands) -> None:
    panel = first.data_panel
    hands.until(lambda: panel.checks.count(WAIT) == 0, timeout=20_000)
    assert all(check.words for check in panel.checks.checks)
    assert panel.checks.count(OK) + panel.checks.count(LOOK) == len(panel.checks.checks)
    levels = {check.key: check.level for check in panel.checks.checks}
    assert levels["written"] == levels["whole"] == levels["clock"] == levels["screen"] == OK
    hands.until(lambda: "firstrun.check" not in window.desk.read.status.drafts())


def test_a_check_that_finds_something_says_so_and_hinders_nothing(
    first: FirstRunScreen, window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "free_bytes", lambda _folder: 100 << 20)
    monkeypatch.setattr(checks, "sync_reason", lambda _folder: "OneDrive")
    hands.key(Qt.Key.Key_F5)
    panel = first.data_panel
    hands.until(lambda: panel.checks.count(WAIT) == 0, timeout=20_000)
    found = {check.key: check for check in panel.checks.checks}
    assert found["room"].level == found["synced"].level == LOOK
    assert "100 MB" in found["room"].words
    assert "OneDrive" in found["synced"].words
    assert first.steps.steps[2].state == "look"
    hands.key(Qt.Key.Key_Return, ALT)
    gone(window, hands, "overview")


def test_a_clock_behind_the_last_entry_is_named(
    first: FirstRunScreen, window: Window, hands: Hands, clock: SetClock
) -> None:
    clock.jump(-3_600_000)
    hands.key(Qt.Key.Key_F5)
    hands.until(lambda: first.data_panel.checks.count(WAIT) == 0, timeout=20_000)
    assert {check.key: check.level for check in first.data_panel.checks.checks}["clock"] == LOOK


def test_the_data_disk_is_no_good_place_for_backups(first: FirstRunScreen, hands: Hands) -> None:
    hands.until(lambda: bool(first.backup_panel.list.checks))
    assert first.backup_panel.list.checks[0].level == LOOK
    assert first.backup_panel.usable


def test_a_step_that_is_clicked_has_the_keyboard(first: FirstRunScreen, hands: Hands) -> None:
    panels = (first.start_panel, first.seat_panel, first.data_panel, first.backup_panel, first.bar)
    for step, panel in zip(first.steps.steps, panels, strict=True):
        hands.click(step)
        assert panel.isAncestorOf(hands.focus())
