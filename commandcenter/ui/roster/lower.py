"""Below the team of a place: its walks with the heat of the last weeks, its cases, and who held the posts before; one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import local_date
from commandcenter.domain.roster import Directory, Place
from commandcenter.journal.reading.cases import CaseQuery, CaseRow
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, Empty, KeyCaps, Line, row
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.casecells import CaseCells
from commandcenter.ui.parts.heatcalendar import HeatCalendar
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.roster.standing import Standing
from commandcenter.ui.roster.team import PastRow, TeamRow, past, service
from commandcenter.ui.roster.team_painters import CaseHerePainter, PastPainter, WalkPainter, past_spoken, walk_spoken
from commandcenter.ui.roster.tree import target_of
from commandcenter.ui.roster.walks import WalkRow, heat_rows, walk_rows
from commandcenter.ui.theme.look import Look

WALKS, CASES, PAST = range(3)
MOST_CASES = 40
MOST_PLACES = 16


class LowerPart(QWidget):
    """Tabs: walks, cases, who held the posts. T goes to the next one."""

    case_opened = Signal(str)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._desk = desk
        self._low = False
        self.tabs = SegTabs(look, ["", "", ""])
        self.tabs.picked.connect(self._on_tab)
        self.note = ElidedLabel(look, "", "caption", "3")
        self._build()

    def _build(self) -> None:
        look = self._look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Line())
        self.heat_key = HeatKey(look)
        layout.addLayout(row(self.tabs, KeyCaps(look, "T"), self.note, self.heat_key, margins=(14, 6, 12, 6)))
        self.pages = QStackedWidget()
        layout.addWidget(self.pages, 1)
        self.heat = HeatCalendar(look, lead=110)
        self.walk_model = KeyedRows(_walk_key, walk_spoken, self)
        self.walk_painter = WalkPainter(look, self)
        self.walks = RowView(look, self.walk_model, self.walk_painter, self.tr("Last walks"))
        self.walks.opened.connect(self._on_walk)
        self.no_walk = Empty(look, "footprints", self.tr("Nobody has walked here yet"), self.tr("X sends somebody."))
        self.walk_page = QWidget()
        walk_column = QVBoxLayout(self.walk_page)
        walk_column.setContentsMargins(0, 0, 0, 0)
        walk_column.setSpacing(0)
        self._heat_line = QWidget()
        self._heat_line.setLayout(row(self.heat, margins=(14, 0, 14, 6)))
        walk_column.addWidget(self._heat_line)
        walk_column.addWidget(Line())
        self.walk_pages = _paged(self.walks, self.no_walk)
        walk_column.addWidget(self.walk_pages, 1)
        self.case_model = KeyedRows(_case_key, self._case_spoken, self)
        self._cells = CaseCells(look, self._desk.reference)
        self.case_painter = CaseHerePainter(look, self._cells, self)
        self.cases = RowList(look, self.case_model, self.case_painter, self.tr("Cases here"))
        self.cases.view.opened.connect(self._on_case_opened)
        self.case_pages = _paged(self.cases, Empty(look, "inbox", self.tr("No case here")))
        self.past_model = KeyedRows(_past_key, past_spoken, self)
        self.past = RowList(look, self.past_model, PastPainter(look, self), self.tr("Who held the posts"))
        for page in (self.walk_page, self.case_pages, self.past):
            self.pages.addWidget(page)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_place(self, standing: Standing, place: Place, rows: list[TeamRow], cases: list[CaseRow]) -> None:
        """Show what lies below a place with its team."""
        walks: list[WalkRow] = []
        if standing.past:
            self.heat.show_rows([], local_date(standing.now))
            self.no_walk.say(self.tr("Another day is shown"), self.tr("Walks stand with today's roster."))
            self.tabs.pick(PAST)
        else:
            self.no_walk.say(self.tr("Nobody has walked here yet"), self.tr("X sends somebody."))
            names = {key: person.name for key, person in standing.directory.people.items()}
            walks = walk_rows(self._desk.read, place.id, names)
            self.walk_painter.now = standing.now
            heat = heat_rows(self._desk.read, place.id, rows, names, standing.now)
            self.heat.show_rows(heat, local_date(standing.now))
        self.walk_model.show(walks)
        self.walk_pages.setCurrentIndex(0 if walks else 1)
        self._show_cases(cases, standing.now)
        self._show_past(self._past_of(standing.directory, place, standing.now))
        self._word_tabs()

    def show_person(self, standing: Standing, person: str, names: dict[str, str]) -> None:
        """Show the service of somebody with no post at a place."""
        self.walk_model.show([])
        self.walk_pages.setCurrentIndex(1)
        self.heat.show_rows([], local_date(standing.now))
        self._show_cases([], standing.now)
        self._show_past(service(self._desk.reference.roster, person, names, standing.now))
        self._word_tabs()
        self.tabs.pick(PAST)

    def _past_of(self, directory: Directory, place: Place, now: int) -> list[PastRow]:
        targets = {target_of(place.id)}
        if place.kind == "community":
            targets = {f"unit/{place.id}"}
        elif place.kind in ("street", "alley"):
            below = (one for one in directory.below(place.id) if one.kind in ("building", "site"))
            targets |= {target_of(one.id) for one in below}
        names = {target_of(one.id): one.name for one in directory.places.values()}
        names |= {f"unit/{key}": unit.name for key, unit in self._desk.reference.units.items()}
        return past(self._desk.reference.roster, targets, names, now)

    def cases_at(self, directory: Directory, place: Place, now: int) -> list[CaseRow]:
        """The cases of a place, open ones first; of a street those at its buildings too, of a community its open ones."""
        reader = self._desk.read.cases
        if place.kind == "community":
            return reader.first_page(CaseQuery(view="open", community=place.id), now, MOST_CASES)
        keys = [place.id]
        if place.kind in ("street", "alley"):
            keys += [below.id for below in directory.below(place.id) if below.kind != "alley"][:MOST_PLACES]
        rows = [found for key in keys for found in reader.by_place(key)]
        rows.sort(key=lambda found: (not found.open, -found.received_at, found.id))
        return rows[:MOST_CASES]

    def _show_cases(self, rows: list[CaseRow], now: int) -> None:
        self.case_painter.now = now
        self.case_model.show(rows)
        self.case_pages.setCurrentIndex(0 if rows else 1)

    def _show_past(self, rows: list[PastRow]) -> None:
        people = self._desk.reference.directory.people
        told = []
        for entry in rows:
            if entry.until is not None:
                history = self._desk.read.reference.record(f"appointment/{entry.appointment}").history
                ends = [change for change in history if change.verb == "retired" and change.at == entry.until]
                if ends:
                    by = people.get(ends[-1].actor)
                    entry = replace(entry, reason=ends[-1].reason, by=by.name if by else "")
            told.append(entry)
        self.past_model.show(told)

    def _word_tabs(self) -> None:
        open_cases = sum(1 for found in self.case_model.rows if found.open)
        gone = sum(1 for entry in self.past_model.rows if entry.until is not None)
        self.tabs.set_words(
            [
                self.tr("Walks"),
                self.tr("Cases here {n}").format(n=self.case_model.rowCount()),
                self.tr("Who held the posts"),
            ]
        )
        heat = bool(self.heat.rows) and not self._low
        self._heat_line.setVisible(heat)
        self.heat_key.setVisible(heat and self.tabs.current == WALKS)
        notes = (
            self.tr("last 28 days, a cell a day") if heat else self.tr("the newest first"),
            self.tr("{n} open, the newest first").format(n=open_cases),
            self.tr("{n} former; nothing is ever deleted").format(n=gone),
        )
        self.note.setText(notes[self.tabs.current])

    def set_low(self, *, low: bool) -> None:
        """In a low window the heat calendar gives way to the walks."""
        if low != self._low:
            self._low = low
            self._word_tabs()

    def tick(self, now: int) -> None:
        """A second has passed."""
        self.case_painter.now = now
        if self.tabs.current == CASES:
            self.cases.view.viewport().update()

    # -- hands -----------------------------------------------------------------------------------------------------

    def views(self) -> Sequence[RowView]:
        """The lists, in the order of their tabs."""
        return (self.walks, self.cases.view, self.past.view)

    def next_tab(self) -> None:
        """T: the next tab."""
        had = any(view.hasFocus() for view in self.views())
        self.tabs.pick((self.tabs.current + 1) % 3)
        if had:
            self.views()[self.tabs.current].setFocus()

    def _on_tab(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        self._word_tabs()

    def _on_walk(self, at: int) -> None:
        found = self.walk_model.row(at)
        if found is not None and found.case:
            self.case_opened.emit(found.case)

    def _on_case_opened(self, at: int) -> None:
        found = self.case_model.row(at)
        if found is not None:
            self.case_opened.emit(found.id)

    def _case_spoken(self, found: CaseRow) -> str:
        return self._cells.spoken(found, self.case_painter.now)


class HeatKey(QWidget):
    """What the cells of the heat calendar mean."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = (("pip0", self.tr("not walked")), ("pip1", self.tr("once")), ("pip2", self.tr("twice")))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(sum(self._look.width(words, "caption") + px(30) for _, words in self._words), px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, p, x = self._look, self._look.px, QPainter(self), 0
        for tone, words in self._words:
            box = QRectF(x, (self.height() - px(11)) / 2, px(11), px(11))
            paint.rounded(p, box, 2, look.color(tone), None)
            paint.text(p, look, QRectF(x + px(16), 0, px(80), self.height()), words, "caption", "tx3")
            x += look.width(words, "caption") + px(30)


def _paged(shown: QWidget, empty: QWidget) -> QStackedWidget:
    pages = QStackedWidget()
    pages.addWidget(shown)
    pages.addWidget(empty)
    return pages


def _walk_key(found: WalkRow) -> str:
    return found.key


def _case_key(found: CaseRow) -> str:
    return found.id


def _past_key(entry: PastRow) -> str:
    return entry.key
