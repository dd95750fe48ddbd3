"""A list to choose from is found by typing: by code, by words, by the initials of Chinese words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from commandcenter.ui.parts import choice
from commandcenter.ui.parts.choice import Choice
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

UNITS = (
    ("D01", "榆和消防救援站"),
    ("D02", "燃气抢修"),
    ("D10", "供电公司"),
    ("S03", "城市管理办公室"),
    ("A1", "槐序社区"),
)


@pytest.fixture
def box(qtbot: object) -> Iterator[Choice]:
    made = Choice()
    for code, words in UNITS:
        made.addItem(words, code)
    made.show()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("d10", "D10"), ("D02", "D02"), ("rq", "D02"), ("csgl", "S03"), ("gd", "D10"), ("hx", "A1"), ("qx", "D02")],
)
def test_typing_goes_to_the_first_line_that_answers(box: Choice, typed: str, found: str) -> None:
    QTest.keyClicks(box, typed)
    assert box.currentData() == found


def test_what_answers_nothing_changes_nothing(box: Choice) -> None:
    QTest.keyClicks(box, "gd")
    QTest.keyClicks(box, "zzz")
    assert box.currentData() == "D10"


def test_after_a_pause_typing_begins_anew(box: Choice, monkeypatch: pytest.MonkeyPatch) -> None:
    QTest.keyClicks(box, "gd")
    monkeypatch.setattr(choice, "PAUSE_MS", -1)
    QTest.keyClicks(box, "r")
    assert box.currentData() == "D02"


def test_the_arrows_go_on_from_what_was_found(box: Choice) -> None:
    QTest.keyClicks(box, "d02")
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == "D10"
