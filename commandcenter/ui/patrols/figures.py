"""The calendar and the figures of patrols over four weeks: each street a row, coverage, and what the walks were good for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.patrols import PatrolFigures, coverage
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Panel, row
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.figurestrip import Figure, FigureStrip
from commandcenter.ui.parts.heatcalendar import DAYS, HeatCalendar, HeatRow
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

FEW = 10
"""Below so many of something no share of it is told (domain.md 2.13)."""
WEEK_MS = 7 * DAY


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The figures of a street, a community, a person."""

    key: str
    name: str
    figures: PatrolFigures
    last: str = ""
    stale: bool = False


def share(part: int, whole: int) -> str:
    """A share in per cent; of few, the counts themselves."""
    if not whole:
        return when.UNKNOWN
    return f"{part}/{whole}" if whole < FEW else f"{100 * part / whole:.0f}%"


class _Painter(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("name", translate("PatrolFigures", "Of"), 92, 3),
            Column("planned", translate("PatrolFigures", "Planned"), 44, align="right"),
            Column("done", translate("PatrolFigures", "Walked"), 44, align="right"),
            Column("missed", translate("PatrolFigures", "Missed"), 44, align="right"),
            Column("found", translate("PatrolFigures", "Found"), 44, align="right", drop=2),
            Column("cases", translate("PatrolFigures", "Cases"), 44, align="right", drop=3),
            Column("last", translate("PatrolFigures", "Last walked"), 84, 1, drop=1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=32)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: FigureRow) -> None:
        look, told = self.look, row.figures
        if column in ("name", "last"):
            tone = "tx1" if column == "name" else "amb" if row.stale else "tx2"
            paint.elided(p, look, rect, row.name if column == "name" else row.last, "body", tone)
            return
        counts = {
            "planned": told.planned, "done": told.done + told.own, "missed": told.missed, "found": told.findings,
            "cases": told.cases,
        }  # fmt: skip
        tone = "amb" if column == "missed" and told.missed else "tx2"
        paint.text(p, look, rect, str(counts[column]), "body", tone, paint.RIGHT)


class FiguresPage(Screen):
    """The page 日历与指标 of the tab 巡查."""

    name = "patrol_figures"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._last_day: date | None = None
        look = self.look
        self.strip = FigureStrip(look)
        self.heat = HeatCalendar(look, lead=104, grows=True)
        self.heat.picked.connect(self._on_day)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(14, 8, 14, 12)
        box.addWidget(self.heat, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.calendar = Panel(look, self.tr("Calendar of walks"), self.tr("28 days, a cell a day"), head=40)
        self.calendar.body.addWidget(scroll, 1)
        empty = Empty(look, "footprints", self.tr("No walk in these days"))
        self.by = SegTabs(look, [self.tr("By street"), self.tr("By community"), self.tr("By person")])
        self.by.picked.connect(self._on_by)
        self.table = ListPanel(look, self.tr("Figures"), _Painter(look), empty, titled=True)
        self.table.body.insertLayout(0, row(self.by, None, margins=(12, 8, 12, 8)))
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.calendar, 58)
        below.addWidget(self.table, 42)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        outer.addWidget(self.strip)
        outer.addLayout(below, 1)
        self.table.view.opened.connect(self._on_opened)

    def title(self) -> str:
        return self.tr("Calendar and figures")

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & {"patrol", "place", "person", "appointment"})

    def hints(self) -> Hints:
        return [("↑↓", self.tr("choose")), ("Tab", self.tr("to the calendar")), ("[ ]", self.tr("four weeks"))]

    def show_what(self, what: Mapping[str, Any]) -> None:
        """Nothing in particular stands here."""

    def reload(self, changes: Changes) -> None:
        self.load()

    @property
    def last(self) -> date:
        """The last of the days that are shown."""
        return self._last_day or local_date(self.now())

    def load(self) -> None:
        """Read the four weeks up to the last day."""
        reader, directory, now = self.desk.read.patrols, self.desk.reference.directory, self.now()
        first = self.last - timedelta(days=DAYS - 1)
        streets = directory.streets()
        walked = reader.last_walked(place.id for place in streets)
        told = reader.figures(first, self.last, now)
        since = at_local(self.last + timedelta(days=1)) - WEEK_MS
        share_walked = coverage(walked, [place.id for place in streets], since)
        covered = sum(walked.get(place.id, -1) >= since for place in streets)
        self.strip.show_figures(self._figures(told, share_walked, covered, len(streets)))
        heat = reader.heat_of_places(first, self.last)
        rows = [HeatRow(place.id, place.name, heat.get(place.id, {})) for place in streets]
        self.heat.show_rows(rows, self.last)
        self.calendar.caption.setText(f"{first:%m-%d} – {self.last:%m-%d}")
        self.table.show_rows(self._rows(first, now, walked))

    def _figures(self, told: PatrolFigures, covered: float | None, streets: int, all_streets: int) -> Sequence[Figure]:
        per_km = f"{told.per_km:.2f}" if told.per_km is not None else when.UNKNOWN
        km = self.tr("{n} km told").format(n=f"{told.metres / 1000:.1f}")
        late = self.tr("on time {n}").format(n=share(told.on_time, told.done))
        return (
            Figure(self.tr("Coverage, 7 days"), share(streets, all_streets), share=covered,
                   note=self.tr("{n} of {all} streets walked").format(n=streets, all=all_streets)),
            Figure(self.tr("Walked as planned"), share(told.done, told.planned),
                   share=told.done / told.planned if told.planned else None, note=late),
            Figure(self.tr("Missed"), str(told.missed),
                   note=self.tr("{n} made up for · {own} unplanned").format(n=told.made_up, own=told.own)),
            Figure(self.tr("Found"), str(told.findings),
                   note=self.tr("solved on the spot {n}").format(n=share(told.handled, told.findings))),
            Figure(self.tr("Per kilometre"), per_km, note=km),
            Figure(self.tr("Became cases"), share(told.cases, told.findings),
                   share=told.cases / told.findings if told.findings else None,
                   note=self.tr("{n} cases").format(n=told.cases)),
            Figure(self.tr("Closed at the next look"), share(told.closed_next, told.looked),
                   share=told.closed_next / told.looked if told.looked else None,
                   note=self.tr("{n} looked at again").format(n=told.looked)),
        )  # fmt: skip

    def _rows(self, first: date, now: int, walked: Mapping[str, int]) -> list[FigureRow]:
        directory = self.desk.reference.directory
        column = ("place", "community", "person")[self.by.current]
        found = self.desk.read.patrols.figures_by(column, first, self.last, now)
        if column == "place":
            found = {place.id: found.get(place.id, PatrolFigures()) for place in directory.streets()}
        rows = []
        for key, told in found.items():
            known = directory.people.get(key) if column == "person" else directory.places.get(key)
            name = known.name if known is not None else key or translate("PatrolFigures", "nobody")
            last = when.moment_word(walked[key], now) if key in walked else ""
            never = column == "place" and key not in walked
            words = self.tr("never") if never else last
            rows.append(FigureRow(key, name, told, words, never or (key in walked and now - walked[key] > WEEK_MS)))
        rows.sort(key=_most_missed)
        return rows

    def _on_by(self, _place: int) -> None:
        self.load()

    def _on_opened(self, _place: int) -> None:
        """Enter: the walks of that street, in the first page."""
        chosen = self.table.row
        if chosen is not None and self.by.current == 0:
            self.services.go.emit(Go("roster", {"place": chosen.key}))

    def _on_day(self, place: str, day: date) -> None:
        self.services.go.emit(Go("patrols", {"day": day, "place": place}))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.table.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_BracketLeft: -DAYS, Qt.Key.Key_BracketRight: DAYS}
        key = Qt.Key(event.key())
        if key not in steps or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        today = local_date(self.now())
        day = min(today, self.last + timedelta(days=steps[key]))
        self._last_day = None if day == today else day
        self.load()


def _most_missed(one: FigureRow) -> tuple[int, int, str]:
    return -one.figures.missed, -int(one.stale), one.key
