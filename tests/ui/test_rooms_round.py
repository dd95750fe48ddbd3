"""Round all rooms with sheets opened and closed: the keyboard is never left in what was hidden or taken apart."""

from __future__ import annotations

import pytest
from commandcenter.ui.parts.overlay import Overlay, Sheet
from commandcenter.ui.shell.window import Window
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLineEdit
from tests.support.office_window import Hands

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ROOMS = (
    *(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5),
    *(Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9),
)
SHEETS = (Qt.Key.Key_Q, Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_G, Qt.Key.Key_E)
ROUNDS = 2


def swept() -> None:
    """What was deleted later is deleted now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def keyboard_in_sight(window: Window) -> bool:
    focus = window.focusWidget()
    return focus is not None and focus.isVisible()


@pytest.mark.parametrize("sheet", SHEETS)
def test_round_all_rooms_with_a_sheet_opened_and_closed_before_each(
    window: Window, hands: Hands, sheet: Qt.Key
) -> None:
    for room in ROOMS * ROUNDS:
        hands.key(Qt.Key.Key_2, ALT)
        hands.enter()
        hands.key(sheet)
        hands.key(Qt.Key.Key_Escape)
        hands.key(sheet)
        hands.key(room, ALT)
        swept()
        assert keyboard_in_sight(window)
        hands.key(Qt.Key.Key_Tab, CTRL)
        swept()
        assert keyboard_in_sight(window)
        assert not [one for one in window.findChildren(Overlay) if one.isVisible() and one.isAncestorOf(hands.focus())]


def test_a_sheet_whose_field_behind_it_is_gone_closes_and_leaves_the_keyboard_in_sight(
    window: Window, hands: Hands
) -> None:
    root = window.centralWidget()
    field = QLineEdit(root)
    field.show()
    field.setFocus()
    sheet = Sheet(window.look, root, "")
    sheet.present()
    field.deleteLater()
    swept()
    sheet.dismiss()
    assert not sheet.isVisible()
    assert keyboard_in_sight(window)
