"""A line that finds while one types: what it may mean stands below it, the arrows choose, Enter takes, the keyboard stays.

What is typed may stay words: only what was chosen, or is written out in full, has a key. Enter takes what is marked below; a
loose guess is not marked until an arrow goes to it. Down in an empty line, or where nothing was found, opens the whole list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowView, TextPainter, row_key
from commandcenter.ui.theme.look import Look

MOST_LINES = 6
MOST_SEEN = 10
"""So many lines of the whole list are seen at once."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a typed text may mean: its key, the words that are put into the line, and what tells it from the others.

    ``sure`` is false for a loose guess, which Enter alone does not take.
    """

    key: str
    words: str
    more: str = ""
    sure: bool = True


Find = Callable[[str], Sequence[Match]]
"""Typed text → what it may mean, the likeliest first; for an empty text all there is. Asked with every key, so it must be quick."""


_INKS = {"words": ("body", "tx1"), "more": ("caption", "tx3")}


def _spoken(row: Match) -> str:
    return f"{row.words} {row.more}"


class _Below(QFrame):
    """The matches below the line. It never takes the keyboard."""

    picked = Signal(int)

    def __init__(self, look: Look, name: str, host: QWidget) -> None:
        super().__init__(host)
        self._look = look
        self.setProperty("panel", "raised")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows: KeyedRows = KeyedRows(row_key, _spoken, self)
        columns = Columns(look, [Column("words", "", 150, 2), Column("more", "", 180, 3)])
        self._painter = TextPainter(look, columns, _INKS, self, height=34)
        self.view = RowView(look, self.rows, self._painter, name)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.view)
        self.view.clicked.connect(self._on_clicked)
        self.hide()

    def show_matches(self, matches: Sequence[Match]) -> None:
        self.rows.show(matches)
        self.view.setCurrentIndex(QModelIndex())
        self.view.scrollToTop()
        if matches and matches[0].sure:
            self.view.go(0)
        self.resize(self.width(), self._painter.row_height * min(MOST_SEEN, len(matches)) + 4)

    def _on_clicked(self, index: object) -> None:
        self.picked.emit(index.row())  # type: ignore[attr-defined]


class Finder(QLineEdit):
    """The line. ``key`` is what it means now, empty for words alone; ``found`` is emitted when that may have changed."""

    found = Signal()

    def __init__(self, look: Look, find: Find, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._find, self._name = look, find, name
        self._chosen = Match("", "")
        self._matches: Sequence[Match] = ()
        self._below: _Below | None = None
        self.textEdited.connect(self._on_edited)

    @property
    def key(self) -> str:
        """What was chosen, or what the words say in full; empty while they are only words."""
        words = self.text().strip()
        if self._chosen.key and words == self._chosen.words:
            return self._chosen.key
        return next((match.key for match in self._find(words) if match.words == words), "") if words else ""

    @property
    def first(self) -> str:
        """What Enter would take now; empty while nothing stands below."""
        rows = self._below.rows if self._below is not None and self._below.isVisible() else None
        match: Match | None = rows.row(self._below.view.place) if rows is not None and self._below else None
        return match.key if match is not None else ""

    def choose(self, match: Match) -> None:
        """Take a match: its words stand in the line."""
        self._chosen = match
        self.setText(match.words)
        self._close()
        self.found.emit()

    def showing(self) -> bool:
        """Whether matches stand below the line."""
        return self._below is not None and self._below.isVisible()

    def _on_edited(self, text: str) -> None:
        words = text.strip()
        self._matches = tuple(self._find(words))[:MOST_LINES] if words else ()
        exact = len(self._matches) == 1 and self._matches[0].words == words
        if not self._matches or exact:
            self._close()
        else:
            self._open()
        self.found.emit()

    def open_all(self) -> None:
        """Show everything there is, to be walked with the arrows; nothing is marked yet."""
        self._matches = tuple(replace(match, sure=False) for match in self._find(""))
        if self._matches:
            self._open()
            self.found.emit()

    def _open(self) -> None:
        if self._below is None:
            self._below = _Below(self._look, self._name, self.window())
            self._below.picked.connect(self._on_picked)
        below = self._below
        room = max(self.width(), self._look.px(420))
        below.resize(room, below.height())
        below.show_matches(self._matches)
        at = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        x = max(0, min(at.x(), self.window().width() - room - 8))
        below.move(x, at.y())
        below.show()
        below.raise_()

    def _close(self) -> None:
        if self._below is not None:
            self._below.hide()

    def _on_picked(self, place: int) -> None:
        if 0 <= place < len(self._matches):
            self.choose(self._matches[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.showing() and plain and self._below is not None:
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._below.view.go(max(0, self._below.view.place + (1 if key == Qt.Key.Key_Down else -1)))
                self.found.emit()
                return
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.first:
                self._on_picked(self._below.view.place)
                self.focusNextChild()
                return
            if key == Qt.Key.Key_Escape:
                self._close()
                return
        elif plain and key == Qt.Key.Key_Down:
            self._on_edited(self.text())
            if not self.showing():
                self.open_all()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc closes what stands below before it closes the sheet."""
        if event.type() == QEvent.Type.ShortcutOverride and self.showing():
            key = getattr(event, "key", None)
            if key is not None and key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()

    def hideEvent(self, event: QEvent) -> None:
        self._close()
        super().hideEvent(event)  # type: ignore[arg-type]
