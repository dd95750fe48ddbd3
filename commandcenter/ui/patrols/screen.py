"""Patrols (巡查), tab 巡查 of the room of the roster: turns, calendar and figures, plans, attendance - a page each, by its number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.basic import row
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.screen import Context, Hints, Screen
from commandcenter.ui.patrols.attendance import AttendancePage
from commandcenter.ui.patrols.figures import FiguresPage
from commandcenter.ui.patrols.plans import PlansPage
from commandcenter.ui.patrols.today import TurnsPage

_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


class PatrolsScreen(Screen):
    """Alt+5, tab 巡查. A page is made when it is first seen."""

    name = "patrols"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._kinds: tuple[type[Screen], ...] = (TurnsPage, FiguresPage, PlansPage, AttendancePage)
        self._made: dict[int, Screen] = {}
        words = [self.tr("Turns"), self.tr("Calendar and figures"), self.tr("Plans"), self.tr("Attendance")]
        self.tabs = SegTabs(self.look, [f"{place} {word}" for place, word in enumerate(words, start=1)])
        self.tabs.picked.connect(self._on_tab)
        self.stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row(self.tabs, None, margins=(12, 8, 12, 0)))
        layout.addWidget(self.stack, 1)
        self._show(0)

    def title(self) -> str:
        return self.tr("Patrols")

    @property
    def page(self) -> Screen:
        """The page that is shown."""
        return self._made[self.tabs.current]

    def caption(self) -> str:
        return self.page.caption()

    def hints(self) -> Hints:
        return [*self.page.hints(), ("1-4", self.tr("page"))]

    def typing(self) -> bool:
        return self.page.typing()

    def where(self) -> Mapping[str, Any]:
        return {"page": self.tabs.current, **self.page.where()}

    def whistle_context(self) -> Mapping[str, Any]:
        """What F9 takes along from the page."""
        told: Mapping[str, Any] = getattr(self.page, "whistle_context", dict)()
        return told

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("attendance"):
            self.open_page(3)
        elif isinstance(what.get("page"), int):
            self.open_page(what["page"])
        elif what:
            self.open_page(0)
        page = self.page
        day = what.get("day")
        if isinstance(page, TurnsPage) and isinstance(day, date):
            page.go_day(day)
        page.show_what(what)

    def cares(self, changes: Changes) -> bool:
        return False

    def tick(self, now: int) -> None:
        self.page.tick(now)

    def open_page(self, place: int) -> None:
        """Show a page."""
        self.tabs.pick(max(0, min(place, len(self._kinds) - 1)))
        self._show(self.tabs.current)

    def _on_tab(self, place: int) -> None:
        self._show(place)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.services.hints_changed.emit()

    def _show(self, place: int) -> None:
        if place not in self._made:
            page = self._made[place] = self._kinds[place](self.context)
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(self._made[place])

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.page.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _DIGITS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.open_page(_DIGITS.index(key))
            self._on_tab(self.tabs.current)
        else:
            super().keyPressEvent(event)
