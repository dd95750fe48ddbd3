"""The roster screen: figures above, the search and the tree at the left, the chosen place in the middle, map and gaps at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.basic import Empty, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.daysheet import DaySheet
from commandcenter.ui.parts.figures import FigureStrip
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen
from commandcenter.ui.roster.acts import Chosen, RosterActs
from commandcenter.ui.roster.daybar import DayBar
from commandcenter.ui.roster.finder import RosterFinder
from commandcenter.ui.roster.gaps import HoleRow, communities, holes, totals
from commandcenter.ui.roster.outward import RosterOutward
from commandcenter.ui.roster.place import PlacePane
from commandcenter.ui.roster.search import first_post
from commandcenter.ui.roster.side import RosterSide
from commandcenter.ui.roster.standing import Standing, read_standing
from commandcenter.ui.roster.team import TeamRow
from commandcenter.ui.roster.totals import figures_of
from commandcenter.ui.roster.tree import FILTERS, communities_of

FAMILIES = {"place", "person", "appointment", "absence", "unit", "case", "patrol", "patrol_plan", "limit"}
STILL = {"case"}
"""What is told of the chosen place alone; the lists stay as they are."""
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class RosterScreen(Screen):
    """Alt+5."""

    name = "roster"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._place = ""
        self._person = ""
        self._at: int | None = None
        self.standing = Standing()
        self.acts = RosterActs(context, self)
        self.acts.shown.connect(self._on_place_opened)
        self.outward = RosterOutward(context, self, self.acts.hand)
        self._day_sheet: DaySheet | None = None
        self._build()

    def title(self) -> str:
        return self.tr("Roster of chiefs and stewards")

    def caption(self) -> str:
        directory = self.desk.reference.directory
        streets = directory.streets()
        words = self.tr("streets {streets} · alleys {alleys} · with a chief {filled} / {n}")
        return words.format(
            streets=sum(place.kind == "street" for place in streets),
            alleys=sum(place.kind == "alley" for place in streets),
            filled=len(streets) - len(directory.vacancies()),
            n=len(streets),
        )

    def hints(self) -> Hints:
        return (
            ("/", self.tr("search")),
            ("1 – 6", self.tr("filter")),
            ("P", self.tr("call")),
            ("R", self.tr("assign, replace")),
            ("B", self.tr("away, back")),
            ("X", self.tr("send on patrol")),
            ("O", self.tr("its turn")),
            ("L", self.tr("call list")),
            ("A", self.tr("add")),
            ("E", self.tr("edit")),
            ("Del", self.tr("end")),
            ("T", self.tr("next tab")),
            ("I", self.tr("service record")),
            ("D", self.tr("another day")),
            ("Ctrl P", self.tr("print")),
            ("F9", self.tr("whistle here")),
            ("M", self.tr("on the map")),
            ("C", self.tr("contacts")),
            ("V", self.tr("prove a number")),
            ("⇧ U", self.tr("remind all")),
            ("← →", self.tr("fold, unfold")),
            ("Z", self.tr("fold all")),
            ("↑ ↓", self.tr("move")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        self.day_bar = DayBar(look)
        self.day_bar.back_asked.connect(self._to_today)
        outer.addWidget(self.day_bar)
        self.figures = FigureStrip(look)
        outer.addWidget(self.figures)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        self.finder = RosterFinder(look, self.desk.reference.whereabouts)
        self.finder.chosen.connect(self._on_chosen)
        self.finder.opened.connect(self._focus_team)
        self.finder.assigned.connect(self._on_assign_place)
        self.finder.phone_asked.connect(self.call)
        self.pane = PlacePane(look, self.desk)
        self.pane.add_asked.connect(self.add)
        self.pane.edit_asked.connect(self._edit_place)
        self.pane.phone_asked.connect(self.call)
        self.pane.patrol_asked.connect(self.patrol)
        self.pane.turn_asked.connect(self.turn)
        self.pane.assign_asked.connect(self._assign_chief)
        self.pane.case_opened.connect(self._on_case)
        self.pane.place_opened.connect(self._on_place_opened)
        self.side = RosterSide(look, self.desk)
        self.side.place_asked.connect(self._on_place_opened)
        self.side.hole_asked.connect(self._fill_hole)
        self.side.remind_asked.connect(self.remind_all)
        self.empty = Empty(
            look,
            "map-pin",
            self.tr("The roster is empty"),
            self.tr("A adds the first community, then its streets, alleys and buildings."),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.pane)
        nothing = Panel(look)
        nothing.body.addWidget(self.empty, 1)
        self.first_button = Button(look, self.tr("Add"), key="A", icon="plus", kind="primary")
        self.first_button.clicked.connect(self.add)
        nothing.add_foot(None, self.first_button)
        self.pages.addWidget(nothing)
        columns.addWidget(self.finder)
        columns.addWidget(self.pages, 1)
        columns.addWidget(self.side)
        outer.addLayout(columns, 1)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = self.look.px
        self.figures.setVisible(self.height() >= px(540))
        self.side.setVisible(self.width() >= px(1600))
        self.side.setFixedWidth(px(476))
        self.finder.setFixedWidth(
            px(452) if self.width() >= px(1500) else max(px(330), min(px(400), self.width() // 3))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def show_what(self, what: Mapping[str, Any]) -> None:
        """``place`` or ``person`` by id; ``filter`` is one of the filters of the tree: with ``stale`` the keyboard is on the first
        whose number waits to be proved.
        """
        if what.get("place"):
            self._place, self._person = str(what["place"]), ""
        elif what.get("person"):
            person = str(what["person"])
            post = first_post(self.desk.reference.directory, person)
            at_place = post is not None and post.target.startswith("place/")
            self._place = post.target.partition("/")[2] if post is not None and at_place else ""
            self._person = person
        self._stale = self._stale or Changes(frozenset({"*"}))
        self.refresh_if_stale()
        self.finder.mark(self._place)
        if what.get("filter") in FILTERS:
            self.finder.pick_filter(FILTERS.index(str(what["filter"])))
            waits = self._waiting()
            if waits is not None:
                self.pane.choose_person(waits.person)
                self._focus_team()

    def where(self) -> Mapping[str, Any]:
        return {"place": self._place} if self._place else {"person": self._person} if self._person else {}

    def reload(self, changes: Changes) -> None:
        families = changes.families()
        if "*" in changes.subjects or families - STILL:
            self._load()
        self._show_chosen()
        self.services.hints_changed.emit()

    def _load(self) -> None:
        self.standing = standing = read_standing(self.desk, self._at)
        found = holes(standing)
        self.finder.show_standing(standing)
        rows = communities(standing.directory, self.desk.read.reference.records("place"))
        entered = any(place.active for place in standing.directory.places.values())
        self.side.show_rows(rows, found, standing, entered=entered)
        self.figures.show_figures(figures_of(totals(standing), past=standing.past))
        self.day_bar.show_day(self._at)

    def _show_chosen(self) -> None:
        directory = self.standing.directory
        place = directory.places.get(self._place)
        person = directory.people.get(self._person)
        if place is None and person is None:
            place = next(iter((*directory.streets(), *communities_of(directory))), None)
            self._place = place.id if place is not None else ""
            if place is not None:
                self.finder.mark(place.id)
        if place is not None:
            self.pane.show_place(place, self.standing)
            if self._person:
                self.pane.choose_person(self._person)
        elif person is not None:
            self.pane.show_person(person, self.standing)
        self.side.choose(self._place)
        self.pages.setCurrentIndex(0 if place is not None or person is not None else 1)

    def tick(self, now: int) -> None:
        self.pane.tick(now)

    # -- choosing --------------------------------------------------------------------------------------------------

    def chosen(self) -> Chosen:
        """What the keyboard is on."""
        in_team = self.pane.team.view.hasFocus()
        rows = self.pane.team_model.rows
        directory = self.standing.directory
        return Chosen(
            self.standing,
            directory.places.get(self._place),
            directory.people.get(self._person),
            self.pane.chosen_post() if in_team or self._person else self._waiting(),
            rows[0] if rows else None,
            in_tree=self.finder.view.hasFocus(),
        )

    def _waiting(self) -> TeamRow | None:
        """Among the streets with numbers to prove: the first post of the place whose number is to be proved."""
        if FILTERS[self.finder.filter.current] != "stale":
            return None
        people = self.standing.directory.people
        rows = (row for row in self.pane.team_model.rows if row.person in people)
        return next((row for row in rows if not self.standing.proved(people[row.person])), None)

    def _on_chosen(self, place: str, person: str) -> None:
        self._place, self._person = place, person
        self._show_chosen()
        if self.finder.field.text().strip() and place:
            self.finder.mark(place)

    def _on_place_opened(self, place: str) -> None:
        self._place, self._person = place, ""
        self.finder.mark(place)
        self._show_chosen()

    def _on_case(self, case: str) -> None:
        self.services.go.emit(Go("cases", {"case": case}))

    def _focus_team(self) -> None:
        self.pane.team.view.setFocus()

    def focusInEvent(self, event: object) -> None:
        self.finder.view.setFocus()

    def whistle_context(self) -> dict[str, str]:
        """F9 takes the chosen place along."""
        return {"place": self._place} if self._place else {}

    # -- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Slash: self._focus_search,
            Qt.Key.Key_Left: self._fold,
            Qt.Key.Key_Right: self._unfold,
            Qt.Key.Key_Z: self.finder.turn_all,
            Qt.Key.Key_P: self.call,
            Qt.Key.Key_E: self.edit,
            Qt.Key.Key_R: self.replace,
            Qt.Key.Key_A: self.add,
            Qt.Key.Key_B: self.leave,
            Qt.Key.Key_X: self.patrol,
            Qt.Key.Key_O: self.turn,
            Qt.Key.Key_V: self.verify,
            Qt.Key.Key_I: self.service,
            Qt.Key.Key_L: self.call_lists,
            Qt.Key.Key_T: self.pane.below.next_tab,
            Qt.Key.Key_D: self.ask_day,
            Qt.Key.Key_M: self.to_map,
            Qt.Key.Key_C: self.export,
            Qt.Key.Key_Delete: self.end,
        }
        if not modifiers and key in plain:
            plain[key]()
        elif not modifiers and Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(FILTERS):
            self.finder.pick_filter(key - Qt.Key.Key_1)
        elif modifiers == CONTROL and key == Qt.Key.Key_P:
            self.outward.papers(self.chosen())
        elif modifiers == SHIFT and key == Qt.Key.Key_U:
            self.remind_all()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _focus_search(self) -> None:
        self.finder.field.setFocus()
        self.finder.field.selectAll()

    def _fold(self) -> None:
        if self.finder.view.hasFocus():
            self.finder.fold(closing=True)

    def _unfold(self) -> None:
        if self.finder.view.hasFocus():
            self.finder.fold(closing=False)

    def _escape(self) -> None:
        if self.finder.field.text():
            self.finder.leave_search()
        elif self._at is not None:
            self._to_today()
        self.finder.view.setFocus()

    # -- acting ----------------------------------------------------------------------------------------------------

    def call(self) -> None:
        """P."""
        self.acts.call(self.chosen())

    def edit(self) -> None:
        """E."""
        self.acts.edit(self.chosen())

    def _edit_place(self) -> None:
        self.acts.edit_place(self.chosen())

    def replace(self) -> None:
        """R."""
        self.acts.replace(self.chosen())

    def _assign_chief(self) -> None:
        self.acts.assign_chief(self.chosen())

    def _on_assign_place(self, place: str) -> None:
        self._on_place_opened(place)
        self._assign_chief()

    def _fill_hole(self, hole: HoleRow) -> None:
        if hole.place:
            self._on_place_opened(hole.place)
        self.acts.fill(self.chosen(), hole)

    def end(self) -> None:
        """Del."""
        self.acts.end(self.chosen())

    def leave(self) -> None:
        """B."""
        self.acts.leave(self.chosen())

    def verify(self) -> None:
        """V."""
        self.acts.verify(self.chosen())

    def patrol(self) -> None:
        """X."""
        self.acts.patrol(self.chosen())

    def turn(self) -> None:
        """O: the turn somebody was sent on, else those of today at this place."""
        self.acts.turn(self.chosen())

    def service(self) -> None:
        """I."""
        self.acts.service(self.chosen(), self.pane.names(self.standing))

    def add(self) -> None:
        """A."""
        beside = self.pane.add if self.pane.isVisible() else self.first_button
        self.acts.add(self.chosen(), beside)

    def call_lists(self) -> None:
        """L."""
        self.outward.call_lists(self.chosen(), self.side.hole_model.rows)

    def remind_all(self) -> None:
        """⇧U."""
        self.outward.remind_all(self.side.hole_model.rows)

    def export(self) -> None:
        """C."""
        self.outward.export(self.chosen())

    def to_map(self) -> None:
        """M: the place on the map."""
        if self._place:
            self.services.go.emit(Go("map", {"place": self._place}))

    # -- another day -----------------------------------------------------------------------------------------------

    def ask_day(self) -> None:
        """D: the roster of another day."""
        self._day_sheet = DaySheet(
            self.context, self.window(), self.tr("The roster of another day"), self._at or self.now()
        )
        self._day_sheet.chosen.connect(self._on_day)
        self._day_sheet.open_sheet()

    def _on_day(self, at: object) -> None:
        self._at = at if isinstance(at, int) else None
        self._load()
        self._show_chosen()

    def _to_today(self) -> None:
        self._on_day(None)
