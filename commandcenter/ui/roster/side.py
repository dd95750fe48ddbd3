"""The right of the roster: the communities with how far they are covered, and every hole with the way to fill it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from commandcenter.ui.parts.basic import Empty, Panel
from commandcenter.ui.parts.rows import KeyedRows, RowView
from commandcenter.ui.roster.model import CommunityRow, HoleRow
from commandcenter.ui.roster.painters import CommunityPainter, HolePainter, community_spoken, hole_spoken
from commandcenter.ui.theme.look import Look


class HoleView(RowView):
    """The list of holes; a click on the button of a row asks to fill it, and so does Enter."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        painter = self.itemDelegate()
        if index.isValid() and isinstance(painter, HolePainter):
            row = index.model().row(index.row())  # type: ignore[attr-defined]
            if painter.hits(self.visualRect(index), row, event.position().toPoint()):
                self.opened.emit(index.row())


class RosterSide(QWidget):
    """Communities above, holes below."""

    place_asked = Signal(str)
    hole_asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.community_panel = Panel(look, self.tr("Communities"), self.tr("covered streets and keepers, secretary"))
        self.community_model = KeyedRows(_community_key, community_spoken, self)
        self.community_painter = CommunityPainter(look, self)
        self.communities = RowView(look, self.community_model, self.community_painter, self.tr("Communities"))
        self.communities.opened.connect(self._on_community)
        self.communities.clicked.connect(self._on_community_clicked)
        self.community_panel.body.addWidget(self.communities, 1)
        self.hole_panel = Panel(look, self.tr("Holes"), "")
        self.hole_model = KeyedRows(_hole_key, hole_spoken, self)
        self.hole_painter = HolePainter(look, self)
        self.holes = HoleView(look, self.hole_model, self.hole_painter, self.tr("Holes"))
        self.holes.opened.connect(self._on_hole)
        self.none = Empty(
            look,
            "circle-check",
            self.tr("No hole in the roster"),
            self.tr("Every street has a chief, every building and unit its keeper, everybody a number."),
        )
        self.nothing = Empty(
            look, "circle-dot", self.tr("Nothing entered yet"), self.tr("Holes show once places stand here.")
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.holes)
        self.pages.addWidget(self.none)
        self.pages.addWidget(self.nothing)
        self.hole_panel.body.addWidget(self.pages, 1)
        layout.addWidget(self.community_panel)
        layout.addWidget(self.hole_panel, 1)
        look.changed.connect(self._fit)

    def show_rows(
        self, communities: Sequence[CommunityRow], holes: Sequence[HoleRow], now: int, *, entered: bool
    ) -> None:
        """Show communities and holes. Before any place is ``entered`` there is no all clear."""
        self.hole_painter.now = now
        self.community_model.show(communities)
        self.hole_model.show(holes)
        self.pages.setCurrentIndex(0 if holes else 1 if entered else 2)
        words = self.tr("{n} to fill").format(n=len(holes)) if holes else self.tr("none") if entered else ""
        self.hole_panel.caption.setText(words)
        self.hole_panel.caption.set_tone("amb" if holes else "3")
        self._fit()

    def _fit(self) -> None:
        rows = max(1, self.community_model.rowCount())
        self.communities.setFixedHeight(rows * self.community_painter.row_height + 2)

    def _on_community(self, at: int) -> None:
        row = self.community_model.row(at)
        if row is not None:
            self.place_asked.emit(row.place)

    def _on_community_clicked(self, index: object) -> None:
        self._on_community(index.row())  # type: ignore[attr-defined]

    def _on_hole(self, at: int) -> None:
        row = self.hole_model.row(at)
        if row is not None:
            self.hole_asked.emit(row)


def _community_key(row: CommunityRow) -> str:
    return row.place


def _hole_key(row: HoleRow) -> str:
    return row.key
