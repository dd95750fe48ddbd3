"""Menus that are gone once they close."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget


def menu_in(parent: QWidget) -> QMenu:
    """A menu to fill and pop up; Qt would keep it, closed, as long as its parent lives."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
