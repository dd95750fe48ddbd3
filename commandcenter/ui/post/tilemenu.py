"""The menu of a tile: everything a department can do besides its next step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from commandcenter.domain.report_in import MILESTONES, ReportIn
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.words import STEPS, word

translate = QCoreApplication.translate


def tile_menu(parent: QWidget, state: ReportIn) -> QMenu:
    """A menu whose actions carry the code of what they do."""
    menu = menu_in(parent)
    arrived = state.milestone("arrived") is not None
    released = state.milestone("release_approved") is not None

    def add(code: str, words: str) -> None:
        menu.addAction(words).setData(code)

    if state.may_be_called_again:
        add("call_again", translate("TileMenu", "Call again"))
        add("replaced", translate("TileMenu", "Another unit comes instead …"))
    if not state.closed:
        add("phone", translate("TileMenu", "Call (P)"))
        if state.milestone("answered") is not None and state.read_back_at is None:
            add("read_back", translate("TileMenu", "Order was read back"))
        if not arrived:
            add("promise", translate("TileMenu", "Promised time and number …"))
            add("step:arrived", translate("TileMenu", "Arrived, with number and time …"))
            add("wrong_place", translate("TileMenu", "Is at the wrong place …"))
        else:
            add("count", translate("TileMenu", "Head count …"))
            add(
                "found" if state.lost_at is not None else "lost",
                translate("TileMenu", "Contact again")
                if state.lost_at is not None
                else translate("TileMenu", "Contact lost"),
            )
        add("order", translate("TileMenu", "Order to this department …"))
        menu.addSeparator()
        skip = menu.addMenu(translate("TileMenu", "Skip to, or enter late"))
        for name in MILESTONES:
            if name != "back" and (
                state.milestone(name) is None or name in ("tasked", "working", "done", "standing_by")
            ):
                skip.addAction(word(STEPS, name)).setData(f"step:{name}")
        if arrived and not released:
            add("release", translate("TileMenu", "Release, with head count …"))
        if released:
            add("back", translate("TileMenu", "Back at base"))
        menu.addSeparator()
        if not arrived:
            add("refused", translate("TileMenu", "Refuses …"))
            add("replaced", translate("TileMenu", "Another unit comes instead …"))
            add("cancelled", translate("TileMenu", "Not needed any more …"))
            add("never_came", translate("TileMenu", "Never came …"))
        elif not released:
            add("left_early", translate("TileMenu", "Left without release …"))
        if state.lost_at is not None:
            add("cleared", translate("TileMenu", "Lost contact cleared up …"))
    if state.entries or state.outcomes:
        menu.addSeparator()
        add("undo", translate("TileMenu", "Undo the last entry (Ctrl+Z)"))
    return menu
