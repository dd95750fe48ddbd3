"""Tab in a sheet: round and round its fields and buttons, never to what is dimmed behind it."""

from __future__ import annotations

import pytest
from commandcenter.ui.parts.overlay import Overlay
from commandcenter.ui.post.screen import PostScreen
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import Qt

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_tab_goes_round_within_a_form(post: PostScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_T)
    sheet = desk.form
    began = hands.focus()
    seen = [began]
    while True:
        hands.key(Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(hands.focus()), hands.focus()
        if hands.focus() is began:
            break
        seen.append(hands.focus())
    assert set(sheet.form.widgets.values()) <= set(seen)
    assert {sheet.cancel_button, sheet.send_button} <= set(seen)
    assert len(seen) == len(sheet.form.widgets) + 2, "nothing else stops on the way"


def test_tab_goes_backwards_too(post: PostScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_T)
    first = desk.form.form.widgets["words"]
    assert hands.focus() is first
    hands.key(Qt.Key.Key_Tab, SHIFT)
    assert hands.focus() is desk.form.send_button
    hands.key(Qt.Key.Key_Tab)
    assert hands.focus() is first


def test_the_end_is_filled_in_by_tab_alone(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.end()
    sheet = desk.sheets[-1]
    for _ in range(80):
        hands.key(Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(hands.focus()), hands.focus()


OPENERS = {
    "form": (Qt.Key.Key_T, Qt.KeyboardModifier.NoModifier),
    "seat": (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier),
    "keys": (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    "search": (Qt.Key.Key_K, CONTROL),
    "case": (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
    "place": (Qt.Key.Key_G, Qt.KeyboardModifier.NoModifier),
}


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, SHIFT], ids=["tab", "back"])
@pytest.mark.parametrize("name", [*OPENERS, "end"])
def test_no_sheet_lets_the_keyboard_out_and_nothing_typed_lands_behind_it(
    name: str, modifier: Qt.KeyboardModifier, post: PostScreen, desk: Desk, hands: Hands
) -> None:
    """At night words meant for a sheet stood in the log of the incident."""
    if name == "end":
        desk.end()
    else:
        hands.key(*OPENERS[name])
    hands.until(lambda: any(one.isVisible() for one in desk.window.findChildren(Overlay)))
    (sheet,) = [one for one in desk.window.findChildren(Overlay) if one.isVisible()]
    desk.story.begin()
    for _ in range(60):
        hands.key(Qt.Key.Key_Tab, modifier)
        here = hands.focus()
        assert here is sheet or sheet.isAncestorOf(here), here
    hands.type("zx")
    assert sheet.isVisible()
    assert post.log.line.text() == ""
    assert desk.story.kinds == []
