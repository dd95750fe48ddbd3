"""What of the roster has no outline on the map yet, as a list beside it: choosing a line begins to draw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from commandcenter.domain.roster import Directory, Place
from commandcenter.ui.map_words import kind_word
from commandcenter.ui.parts.basic import Empty, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowView, TextPainter, row_key
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A place without an outline: its id, kind, name, community."""

    key: str
    kind: str
    name: str
    community: str


def missing_rows(places: Sequence[Place], directory: Directory) -> list[MissingRow]:
    """The lines of some places."""
    known = directory.places
    return [
        MissingRow(place.id, place.kind, place.name, known[place.community].name if place.community in known else "")
        for place in places
    ]


_INKS = {"kind": ("caption", "tx2"), "name": ("body", "tx1"), "community": ("caption", "tx2")}


class MissingPainter(TextPainter):
    """Kind, name, community."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("kind", translate("MapMissing", "What"), 56),
            Column("name", translate("MapMissing", "Name"), 100, 2),
            Column("community", translate("MapMissing", "Community"), 90, 1),
        ]
        super().__init__(look, Columns(look, columns), _INKS, parent, height=34)

    def text_of(self, column: str, row: MissingRow) -> str:
        return kind_word(row.kind) if column == "kind" else super().text_of(column, row)


def _spoken(row: MissingRow) -> str:
    return f"{kind_word(row.kind)} {row.name}, {row.community}"


class MissingSide(QWidget):
    """The right of the map while the list is open. ``chosen`` gives the id of a place; ``closed`` when nobody wants it any more."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Not drawn yet")
        self.panel = Panel(look, title, "", head=40)
        self.rows = KeyedRows(row_key, _spoken, self)
        self.painter = MissingPainter(look, self)
        self.view = RowView(look, self.rows, self.painter, title)
        self.view.opened.connect(self._on_opened)
        self.nothing = Empty(look, "circle-check", self.tr("Every grid, street and alley is drawn"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.nothing)
        self.panel.body.addWidget(self.pages, 1)
        self.begin = Button(look, self.tr("Draw it"), key="Enter", icon="pencil", kind="primary", small=True)
        self.begin.clicked.connect(self._on_begin)
        self.back = Button(look, self.tr("Not now"), key="Esc", kind="ghost", small=True)
        self.back.clicked.connect(self.closed)
        self.panel.add_foot(None, self.back, self.begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    def show_rows(self, rows: Sequence[MissingRow]) -> None:
        """Show these."""
        self.rows.show(rows)
        self.panel.caption.setText(str(len(rows)) if rows else "")
        self.pages.setCurrentIndex(0 if rows else 1)
        self.begin.setEnabled(bool(rows))
        if rows and self.view.place < 0:
            self.view.go(0)

    def take(self) -> None:
        """Give the keyboard to the list."""
        (self.view if self.rows.rows else self.back).setFocus()

    def _on_opened(self, place: int) -> None:
        found = self.rows.row(place)
        if found is not None:
            self.chosen.emit(found.key)

    def _on_begin(self) -> None:
        self._on_opened(self.view.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
