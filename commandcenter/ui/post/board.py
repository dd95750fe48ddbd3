"""The report-in board: pages of ten tiles that never change their places, a digit a step, a strip for the late of all pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from commandcenter.ui.parts.basic import KeyCaps, Label, Panel
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.tile import ReportTile, TileFace
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

PAGE = 10
DOUBLE_PRESS_MS = 600
"""The same digit twice within this time is one press (design language 6)."""


class Board(Panel):
    """Two columns of five tiles. ``advanced`` emits the ordinal a digit was pressed for, ``menu_asked`` and ``phoned`` those
    of Enter and P; ``undo_asked`` of Ctrl+Z."""

    advanced = Signal(int)
    menu_asked = Signal(int)
    phoned = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Board", "Report-in board"), translate("Board", "a digit is one step"), parent)
        self._faces: Sequence[TileFace] = []
        self._page = 0
        self._selected = 0
        self._pressed: dict[int, QElapsedTimer] = {}
        self.pages = SegTabs(look, [""])
        self.pages.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pages.picked.connect(self.show_page)
        self.page_key = KeyCaps(look, "PgDn")
        self.here = _Here(look, self.tr("keyboard here"))
        self.add_to_head(self.pages)
        self.add_to_head(self.page_key)
        self.add_to_head(self.here)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(8, 6, 8, 6)
        self._grid.setSpacing(4)
        self.tiles = [ReportTile(look, place, self) for place in range(PAGE)]
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // 2, place % 2)
            tile.pressed.connect(self._on_pressed)
            tile.menu_asked.connect(self._on_menu)
        box = QVBoxLayout()
        box.addLayout(self._grid)
        self.body.addLayout(box, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(self.tr("Report-in board"))

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_faces(self, faces: Sequence[TileFace]) -> None:
        """Show departments in their fixed order. Only faces of the page that is seen are looked at."""
        self._faces = faces
        pages = max(1, -(-len(faces) // PAGE))
        self._page = min(self._page, pages - 1)
        words = [f"{number * PAGE + 1}–{min(len(faces), (number + 1) * PAGE)}" for number in range(pages)]
        self.pages.set_words(words)
        self.pages.setVisible(pages > 1)
        self.page_key.setVisible(pages > 1)
        self._show()

    def show_page(self, page: int) -> None:
        """Show a page of ten."""
        self._page = max(0, min(page, -(-len(self._faces) // PAGE) - 1))
        self._selected = min(self._selected, max(0, len(self._on_page()) - 1))
        self.pages.pick(self._page)
        self._show()

    def _on_page(self) -> Sequence[TileFace]:
        return self._faces[self._page * PAGE : (self._page + 1) * PAGE]

    def _show(self) -> None:
        shown = self._on_page()
        lines = 5 if len(self._faces) > 4 else 3
        for place, tile in enumerate(self.tiles):
            tile.show_face(shown[place] if place < len(shown) else None)
            tile.setVisible(place < max(len(shown), 2 * lines))
            tile.set_selected(self.hasFocus() and place == self._selected and place < len(shown))
        self.here.set_on(self.hasFocus())

    def select_ordinal(self, ordinal: int) -> None:
        """Go to a department wherever it stands."""
        place = next((place for place, face in enumerate(self._faces) if face.ordinal == ordinal), -1)
        if place >= 0:
            self._page, self._selected = divmod(place, PAGE)
            self.show_page(self._page)

    @property
    def chosen(self) -> TileFace | None:
        """The department the keyboard is on."""
        shown = self._on_page()
        return shown[self._selected] if self._selected < len(shown) else None

    def set_bright(self, bright: bool) -> None:
        """One half of the flash."""
        for tile in self.tiles:
            tile.set_bright(bright)

    # -- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if (plain or control) and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            if not event.isAutoRepeat():
                self.press_digit(key - Qt.Key.Key_0)
        elif plain and key in _MOVES:
            self._move(*_MOVES[Qt.Key(key)])
        elif plain and key == Qt.Key.Key_PageDown:
            self._turn(1)
        elif plain and key == Qt.Key.Key_PageUp:
            self._turn(-1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            if not event.isAutoRepeat():  # the Enter that blew the whistle is perhaps still held down
                self.menu_asked.emit(self.chosen.ordinal)
        elif plain and key == Qt.Key.Key_P and self.chosen is not None:
            self.phoned.emit(self.chosen.ordinal)
        else:
            super().keyPressEvent(event)

    def press_digit(self, digit: int) -> None:
        """A digit acts on the visible page: 1…9, and 0 is the tenth. Twice within 0.6 s counts once."""
        place = (digit - 1) % PAGE
        shown = self._on_page()
        if place >= len(shown):
            return
        ordinal = shown[place].ordinal
        timer = self._pressed.get(ordinal)
        if timer is not None and timer.elapsed() < DOUBLE_PRESS_MS:
            return
        timer = QElapsedTimer()
        timer.start()
        self._pressed[ordinal] = timer
        self._selected = place
        self._show()
        self.advanced.emit(ordinal)

    def _move(self, across: int, down: int) -> None:
        line, column = divmod(self._selected, 2)
        target = (line + down) * 2 + column + across
        if column + across in (0, 1) and 0 <= target < len(self._on_page()):
            self._selected = target
        self._show()  # at an edge the arrow stays: only PgDn and PgUp turn the page

    def _turn(self, by: int) -> None:
        pages = max(1, -(-len(self._faces) // PAGE))
        self.show_page((self._page + by) % pages)

    def _on_pressed(self, place: int) -> None:
        self._selected = place
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._show()

    def _on_menu(self, place: int) -> None:
        self._selected = place
        if self.chosen is not None:
            self.menu_asked.emit(self.chosen.ordinal)

    def focusInEvent(self, event: object) -> None:
        self._show()

    def focusOutEvent(self, event: object) -> None:
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self._look.px(590)
        for tile in self.tiles:
            tile.set_compact(low)


_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class _Here(Label):
    """Says where the keyboard is."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look, words, "caption", "acc")
        self._words = words

    def set_on(self, on: bool) -> None:
        self.setText(self._words if on else "")
