"""The chips above the list: one for each filter, with its value, its hits in the menu, and a cross that takes it away.

F opens the menu of all of them: a letter for the filter, a digit or the arrows for the value. Shift adds a value to those
that stand. Delete on a chip takes it away.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.ui.cases.filters import FILTERS, Shown, below, choices, filter_word, value_words
from commandcenter.ui.parts.buttons import FilterChip
from commandcenter.ui.parts.flow import Flow
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.theme.look import Look

CUSTOM = "custom"
"""The entry of a span that asks for the days."""
MANY = 40
"""Longer lists are typed into, not walked through."""

Hits = Callable[[str], Mapping[str, int] | None]
"""How many rows each value of a filter would leave; None where counting is not bounded."""


class CaseChip(FilterChip):
    """A chip whose cross takes the filter away; anywhere else it opens the menu."""

    crossed = Signal(str)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.active and event.position().x() > self.width() - self.height():
            self.setDown(False)
            self.crossed.emit(self.objectName())
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.active:
            self.crossed.emit(self.objectName())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)


class ChipBar(QWidget):
    """The line of chips. ``changed`` gives a filter and its new text; ``asked`` a filter that wants to be typed."""

    changed = Signal(str, str)
    asked = Signal(str)

    def __init__(self, look: Look, desk: Desk, hits: Hits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._desk, self._hits = look, desk, hits
        self._shown = Shown()
        self.chips: dict[str, CaseChip] = {}
        layout = Flow(6, (12, 0, 12, 8))
        self.setLayout(layout)
        for name in FILTERS:
            chip = CaseChip(look, filter_word(name))
            chip.setObjectName(name)
            chip.clicked.connect(self._on_chip)
            chip.crossed.connect(self._on_crossed)
            self.chips[name] = chip
            layout.addWidget(chip)
        self.more = FilterChip(look, self.tr("Filter"), "F")
        self.more.clicked.connect(self.open_menu)
        layout.addWidget(self.more)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_filters(self, shown: Shown) -> None:
        """Show what is filtered."""
        self._shown = shown
        for name, chip in self.chips.items():
            text = shown.filters.get(name, "")
            chip.show_value(value_words(name, text, self._desk.reference), active=bool(text))
            chip.setVisible(FILTERS[name].always or bool(text))
        self.updateGeometry()

    @property
    def words(self) -> str:
        """All filters that are set, in words."""
        reference, told = self._desk.reference, self._shown.filters
        return " · ".join(
            f"{filter_word(name)} {value_words(name, told[name], reference)}" for name in FILTERS if told.get(name)
        )

    # -- menus -----------------------------------------------------------------------------------------------------

    def open_menu(self) -> None:
        """F: every filter with its choices."""
        menu = menu_in(self)
        for name, item in FILTERS.items():
            if not item.letter:
                continue
            words = f"{filter_word(name)} (&{item.letter})"
            text = self._shown.filters.get(name, "")
            value = f"\t{value_words(name, text, self._desk.reference)}" if text else ""
            if self._typed(name):
                menu.addAction(f"{words} …{value}").setData((name, CUSTOM))
            else:
                entry = QAction(f"{words}{value}", menu)
                entry.setMenu(self._filled(QMenu(menu), name))
                menu.addAction(entry)
        menu.addSeparator()
        menu.addAction(self.tr("Clear all filters (&X)")).setData(("", ""))
        menu.triggered.connect(self._on_picked)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.mapToGlobal(QPoint(self._look.px(12), self.height())))

    def open_filter(self, name: str) -> None:
        """The menu of one filter."""
        if self._typed(name):
            self.asked.emit(name)
            return
        menu = self._filled(menu_in(self), name)
        menu.triggered.connect(self._on_picked)
        menu.setActiveAction(menu.actions()[0])
        chip = self.chips[name]
        at = chip if chip.isVisible() else self.more
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

    def _typed(self, name: str) -> bool:
        return FILTERS[name].sort == "place" or (
            FILTERS[name].sort == "codes" and len(choices(name, self._desk.reference)) > MANY
        )

    def _filled(self, menu: QMenu, name: str) -> QMenu:
        if FILTERS[name].sort == "category":
            return self._categories(menu)
        standing = self._shown.filters.get(name, "").split()
        counted = self._hits(name) if FILTERS[name].sort != "span" else None
        if standing:
            menu.addAction(self._numbered(0, self.tr("all"))).setData((name, ""))
        for place, (code, words) in enumerate(choices(name, self._desk.reference), start=1):
            self._add(menu, name, code, self._numbered(place, words), counted, code in standing)
        if FILTERS[name].sort == "span":
            menu.addAction(self.tr("From … to … (&T)")).setData((name, CUSTOM))
        return menu

    def _categories(self, menu: QMenu) -> QMenu:
        """First level by first level, the kinds below it in menus of their own."""
        reference = self._desk.reference
        standing = set(self._shown.filters.get("category", "").split())
        counted = self._hits("category")
        if standing:
            menu.addAction(self.tr("all")).setData(("category", ""))
        tops: dict[str, list[str]] = {}
        for key, _ in choices("category", reference):
            tops.setdefault(reference.categories[key][0], []).append(key)
        for top, keys in tops.items():
            hits = sum(counted.get(key, 0) for key in keys) if counted is not None else None
            if len(keys) == 1 and len(reference.categories[keys[0]]) == 1:
                self._add(menu, "category", keys[0], top, counted, keys[0] in standing)
                continue
            inner = QMenu(menu)
            codes = " ".join(sorted({code for key in keys for code in below(key, reference).split()}))
            whole = inner.addAction(
                self.tr("all of {kind}").format(kind=top) + (f"\t{hits}" if hits is not None else "")
            )
            whole.setData(("category", codes))
            for key in keys:
                words = "/".join(reference.categories[key][1:]) or top
                self._add(inner, "category", key, words, counted, key in standing)
            entry = QAction(top + (f"\t{hits}" if hits is not None else ""), menu)
            entry.setMenu(inner)
            menu.addAction(entry)
        return menu

    @staticmethod
    def _numbered(place: int, words: str) -> str:
        words = words.replace("&", "&&")
        return f"&{place}  {words}" if place < 10 else f"    {words}"

    @staticmethod
    def _add(menu: QMenu, name: str, code: str, words: str, counted: Mapping[str, int] | None, standing: bool) -> None:
        action = menu.addAction(words if counted is None else f"{words}\t{counted.get(code, 0):,}")
        action.setCheckable(True)
        action.setChecked(standing)
        action.setData((name, code))

    # -- acting ----------------------------------------------------------------------------------------------------

    def _on_picked(self, action: QAction) -> None:
        told: Any = action.data()
        if not isinstance(told, tuple | list):
            return
        name, code = told
        if code == CUSTOM:
            self.asked.emit(name)
            return
        shift = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.changed.emit(name, self._joined(name, code, shift=shift))

    def _joined(self, name: str, code: str, *, shift: bool) -> str:
        """What the filter is set to now: the value alone, or with Shift beside those that stand; a standing one goes."""
        if not name or not code or FILTERS[name].sort == "span":
            return str(code)
        standing = self._shown.filters.get(name, "").split()
        codes = code.split()
        if standing == codes or (shift and set(codes) <= set(standing)):
            return " ".join(one for one in standing if one not in codes)
        return " ".join([*standing, *(one for one in codes if one not in standing)]) if shift else code

    def _on_chip(self) -> None:
        sender = self.sender()
        if isinstance(sender, CaseChip):
            if FILTERS[sender.objectName()].sort == "ids":
                self.changed.emit(sender.objectName(), "")
            else:
                self.open_filter(sender.objectName())

    def _on_crossed(self, name: str) -> None:
        self.changed.emit(name, "")
