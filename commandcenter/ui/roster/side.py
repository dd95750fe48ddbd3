"""The right of the roster: the communities with how far they are covered, and every gap with the way to fill it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.ui.parts.basic import Empty, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.mapview.source import MapSource
from commandcenter.ui.parts.mapview.view import MapView
from commandcenter.ui.parts.mapview.zones import Zone
from commandcenter.ui.parts.rows import KeyedRows, RowView
from commandcenter.ui.roster.gaps import CommunityRow, HoleRow, to_remind
from commandcenter.ui.roster.side_painters import CommunityPainter, HolePainter, community_spoken, hole_spoken
from commandcenter.ui.roster.standing import Standing
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
    remind_asked = Signal()

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._desk = desk
        self._source: MapSource | None = None
        self._standing = Standing()
        self._holes: Sequence[HoleRow] = ()
        self._place = ""
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
        self.map_panel = Panel(look, self.tr("Coverage"), "")
        self.map = MapView(look)
        self.map.setMinimumHeight(look.px(240))
        self.map.picked.connect(self._on_picked)
        self.map_panel.body.addWidget(self.map, 1)
        self.hole_panel = Panel(look, self.tr("Gaps and overdue"), "")
        self.remind_all = Button(
            look, self.tr("Remind all"), key="⇧ U", icon="phone-outgoing", kind="ghost", small=True
        )
        self.remind_all.clicked.connect(self.remind_asked)
        self.hole_panel.add_to_head(self.remind_all)
        self.hole_model = KeyedRows(_hole_key, hole_spoken, self)
        self.hole_painter = HolePainter(look, self)
        self.holes = HoleView(look, self.hole_model, self.hole_painter, self.tr("Gaps and overdue"))
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
        layout.addWidget(self.map_panel, 9)
        layout.addWidget(self.community_panel)
        layout.addWidget(self.hole_panel, 10)
        look.changed.connect(self._fit)

    def showEvent(self, event: QShowEvent) -> None:
        """The map is read with the first look at it."""
        super().showEvent(event)
        if self._source is None:
            self._source = MapSource.of(self._desk)
            self._source.changed.connect(self._on_map)
            if self._source.read:
                self._on_map()

    def _on_map(self) -> None:
        if self._source is not None:
            self.map.show_ground(self._source.ground)
            self._show_zones()
            self._fit()

    def _has_map(self) -> bool:
        """Whether the streets of the office are drawn; without them the communities stand there with their figures."""
        office = self.map.office
        return any(office.shape(place.id) is not None for place in self._standing.directory.streets())

    def _show_zones(self) -> None:
        standing = self._standing
        gaps = dict.fromkeys((row.place for row in self._holes if row.sort in ("vacant", "uncovered")), "gap")
        late = dict.fromkeys(standing.late, "late")
        told = {**late, **gaps}
        if self._place:
            told[self._place] = "here"
        self.map.show_zones(Zone(place, tone) for place, tone in told.items())
        words = self.tr("gaps {gaps} · overdue {late}").format(gaps=len(gaps), late=len(late))
        self.map_panel.caption.setText(words)

    def choose(self, place: str) -> None:
        """Mark a place on the map."""
        self._place = place
        self._show_zones()
        shape = self.map.office.shape(place)
        if shape is not None:
            self.map.bring_into_sight(shape.middle)

    def _on_picked(self, hit: object) -> None:
        place = getattr(getattr(hit, "shape", None), "place", "") if hit is not None else ""
        if place:
            self.place_asked.emit(place)

    def show_rows(
        self, communities: Sequence[CommunityRow], holes: Sequence[HoleRow], standing: Standing, *, entered: bool
    ) -> None:
        """Show communities and holes. Before any place is ``entered`` there is no all clear."""
        self._standing, self._holes = standing, holes
        self.hole_painter.now, self.hole_painter.past = standing.at, standing.past
        self.holes.viewport().update()
        self._show_zones()
        self.community_model.show(communities)
        self.hole_model.show(holes)
        self.pages.setCurrentIndex(0 if holes else 1 if entered else 2)
        self.remind_all.setVisible(bool(to_remind(holes)) and not standing.past)
        words = self.tr("{n} in all").format(n=len(holes)) if holes else self.tr("none") if entered else ""
        self.hole_panel.caption.setText(words)
        self.hole_panel.caption.set_tone("amb" if holes else "3")
        self._fit()

    def _fit(self) -> None:
        has_map = self._has_map()
        self.map_panel.setVisible(has_map)
        self.community_panel.setVisible(not has_map)
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
