"""F9 over the form of F2: the console comes at once, the case follows, and what was typed is lost nowhere."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from commandcenter.domain.case_acts import RegisterCase
from commandcenter.domain.command import Draft, World
from commandcenter.domain.refusal import Refused
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.shell.window import Window
from commandcenter.ui.whistle.screen import WhistleScreen
from commandcenter.ui.wording import refusal
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def test_f9_works_over_an_open_form_and_the_form_keeps_its_words(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    hands.key(Qt.Key.Key_F2)
    desk.fill(text="看不清楚，有烟")
    desk.blow()
    assert desk.incident.whistle.running
    hands.key(Qt.Key.Key_F2)
    assert desk.form.form.text("text") == "看不清楚，有烟"


def test_f9_over_a_form_that_names_the_matter_registers_it_and_the_whistle_is_blown_for_it(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    hands.key(Qt.Key.Key_F2)
    desk.fill(title="着火了")
    desk.blow()
    whistle = desk.incident.whistle
    assert whistle.running
    assert isinstance(window.current, PostScreen), "the case that was registered on the way leads nobody away"
    case, _ = window.desk.read.cases.case(whistle.case)
    assert case.title == "着火了"
    assert whistle.title == "着火了"
    hands.key(Qt.Key.Key_F2)
    assert desk.form.form.text("title") == "", "what is registered is no draft any more"


def test_a_case_that_f9_took_along_in_vain_is_said_and_stays_as_a_draft(
    desk: Desk, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: RegisterCase, world: World) -> Sequence[Draft]:
        raise Refused("name_missing")

    monkeypatch.setattr(RegisterCase, "decide", refused)
    hands.key(Qt.Key.Key_F2)
    desk.fill(title="着火了")
    hands.key(Qt.Key.Key_F9)
    hands.until(lambda: refusal("name_missing", {}) in desk.toasts)
    hands.key(Qt.Key.Key_F2)
    assert desk.form.form.text("title") == "着火了"


def test_a_plan_chosen_while_the_case_is_still_being_registered_stays(window: Window, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_F2)
    desk.fill(title="着火了", place="槐荫路北口")
    QTest.keyClick(hands.focus(), Qt.Key.Key_F9)
    console = window.current
    assert isinstance(console, WhistleScreen)
    hands.key(Qt.Key.Key_2)
    chosen = console.draft.plan
    assert chosen is not None
    hands.until(lambda: console.draft.case is not None)
    assert console.draft.plan == chosen
    assert console.draft.place_words == "槐荫路北口"
    assert console.button.state == "ready"
