"""The roster screen: figures above, the search and the tree at the left, the chosen place in the middle, holes at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from commandcenter.domain.command import Command
from commandcenter.domain.record import Record
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import CHIEFS, Place
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.basic import Empty, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.figures import Figure, FigureStrip
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Screen, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.roster import model
from commandcenter.ui.roster.assign import AssignSheet
from commandcenter.ui.roster.community import CommunitySheet, GridSheet
from commandcenter.ui.roster.finder import RosterFinder
from commandcenter.ui.roster.model import HoleRow, TeamRow, target_of
from commandcenter.ui.roster.painters import kind_word
from commandcenter.ui.roster.place import PlacePane
from commandcenter.ui.roster.sheets import POINTS, ClosePlaceSheet, EndSheet, PersonSheet, PlaceSheet, RosterSheet
from commandcenter.ui.roster.side import RosterSide
from commandcenter.ui.wording import refusal
from commandcenter.ui.words import ROLES, word

FAMILIES = {"place", "person", "appointment", "unit", "case"}


class RosterScreen(Screen):
    """Alt+5."""

    name = "roster"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._place = ""
        self._person = ""
        self._ended: dict[str, int] = {}
        self._appointments: dict[str, Record] = {}
        self._sheet: AssignSheet | RosterSheet | None = None
        self._build()

    def title(self) -> str:
        return self.tr("Roster of chiefs and stewards")

    def caption(self) -> str:
        streets = self.desk.reference.directory.streets()
        filled = len(streets) - len(self.desk.reference.directory.vacancies())
        words = self.tr("streets {streets} · alleys {alleys} · with a chief {filled} / {n}")
        return words.format(
            streets=sum(place.kind == "street" for place in streets),
            alleys=sum(place.kind == "alley" for place in streets),
            filled=filled,
            n=len(streets),
        )

    def hints(self) -> Hints:
        return (
            ("/", self.tr("search")),
            ("↑ ↓", self.tr("move")),
            ("← →", self.tr("fold, unfold")),
            ("P", self.tr("call")),
            ("E", self.tr("edit")),
            ("R", self.tr("assign, replace")),
            ("A", self.tr("add")),
            ("Del", self.tr("end")),
            ("F9", self.tr("whistle here")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        self.figures = FigureStrip(look)
        outer.addWidget(self.figures)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        self.finder = RosterFinder(look)
        self.finder.chosen.connect(self._on_chosen)
        self.finder.opened.connect(self._focus_team)
        self.finder.assigned.connect(self._on_assign_place)
        self.finder.phone_asked.connect(self.call)
        self.pane = PlacePane(look, self.desk)
        self.pane.add_asked.connect(self.add)
        self.pane.edit_asked.connect(self._edit_place)
        self.pane.phone_asked.connect(self.call)
        self.pane.assign_asked.connect(self._assign_chief)
        self.pane.case_opened.connect(self._on_case)
        self.pane.place_opened.connect(self._on_place_opened)
        self.side = RosterSide(look)
        self.side.place_asked.connect(self._on_place_opened)
        self.side.hole_asked.connect(self._fill_hole)
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
        if what.get("place"):
            self._place, self._person = str(what["place"]), ""
        elif what.get("person"):
            person = str(what["person"])
            post = model.first_post(self.desk.reference.directory, person)
            at_place = post is not None and post.target.startswith("place/")
            self._place = post.target.partition("/")[2] if post is not None and at_place else ""
            self._person = person
        self._stale = self._stale or Changes(frozenset({"*"}))
        self.refresh_if_stale()
        self.finder.mark(self._place)

    def where(self) -> Mapping[str, Any]:
        return {"place": self._place} if self._place else {"person": self._person} if self._person else {}

    def reload(self, changes: Changes) -> None:
        families = changes.families()
        now = self.now()
        if "*" in changes.subjects or families - {"case"}:
            self._load(now)
        self._show_chosen(now)
        self.services.hints_changed.emit()

    def _load(self, now: int) -> None:
        reference = self.desk.read.reference
        directory = self.desk.reference.directory
        self._appointments = reference.records("appointment")
        self._ended = model.chiefs_ended(self._appointments)
        holes = model.holes(directory, self._ended)
        streets = directory.streets()
        counts = (
            len(streets),
            sum(model.wanted(directory, place, "vacant") for place in streets),
            sum(model.wanted(directory, place, "silent") for place in streets),
            len(model.communities_of(directory)),
        )
        self.finder.show_directory(directory, self._ended, counts, now)
        rows = model.communities(directory, reference.records("place"))
        self.side.show_rows(rows, holes, now, entered=any(place.active for place in directory.places.values()))
        self._show_figures(model.totals(directory, holes))

    def _show_figures(self, told: model.Totals) -> None:
        none_yet = self.tr("none entered yet")

        def cell(label: str, pair: tuple[int, int], full: str) -> Figure:
            filled, total = pair
            note = full if filled == total else self.tr("vacant {n}").format(n=total - filled)
            note = note if total else none_yet
            return Figure(label, str(filled), f"/ {total}", note, warn=filled < total)

        covered, streets = told.covered
        share = f"{100 * covered / streets:.1f}" if streets else "—"
        helped, of = told.streets_with_stewards
        all_filled = self.tr("all in office")
        reached = told.people - told.silent
        self.figures.show_figures(
            [
                cell(self.tr("Street chiefs"), told.street_chiefs, all_filled),
                cell(self.tr("Alley chiefs"), told.alley_chiefs, all_filled),
                Figure(
                    self.tr("Alley stewards"),
                    str(told.stewards),
                    "",
                    self.tr("on {n} of {all} streets").format(n=helped, all=of) if of else none_yet,
                    warn=helped < of,
                ),
                cell(self.tr("Building keepers"), told.building_keepers, all_filled),
                cell(self.tr("Unit keepers"), told.unit_keepers, all_filled),
                Figure(
                    self.tr("Streets covered"),
                    share,
                    "%",
                    self.tr("{n} of {all} have a chief").format(n=covered, all=streets) if streets else none_yet,
                    warn=covered < streets,
                ),
                Figure(
                    self.tr("Vacancies"),
                    str(told.vacancies),
                    "",
                    self._vacancy_words(told, none_yet),
                    warn=told.vacancies > 0,
                ),
                Figure(
                    self.tr("With a number"),
                    str(reached),
                    f"/ {told.people}",
                    self._reached_words(told, none_yet),
                    warn=told.silent > 0,
                ),
            ]
        )

    def _reached_words(self, told: model.Totals, none_yet: str) -> str:
        if told.silent:
            return self.tr("without a number {n}").format(n=told.silent)
        return self.tr("everybody") if told.people else none_yet

    def _vacancy_words(self, told: model.Totals, none_yet: str) -> str:
        if told.vacancies:
            return self.tr("chiefs, secretaries, keepers")
        return self.tr("none") if self.desk.reference.directory.places else none_yet

    def _show_chosen(self, now: int) -> None:
        directory = self.desk.reference.directory
        place = directory.places.get(self._place)
        person = directory.people.get(self._person)
        if place is None and person is None:
            place = next(iter((*directory.streets(), *model.communities_of(directory))), None)
            self._place = place.id if place is not None else ""
            if place is not None:
                self.finder.mark(place.id)
        if place is not None:
            self.pane.show_place(place, self._appointments, self._ended, now)
            if self._person:
                self.pane.choose_person(self._person)
        elif person is not None:
            self.pane.show_person(person, self._appointments, now)
        self.pages.setCurrentIndex(0 if place is not None or person is not None else 1)

    def tick(self, now: int) -> None:
        self.pane.tick(now)

    # -- choosing --------------------------------------------------------------------------------------------------

    def _on_chosen(self, place: str, person: str) -> None:
        self._place, self._person = place, person
        self._show_chosen(self.now())
        if self.finder.field.text().strip() and place:
            self.finder.mark(place)

    def _on_place_opened(self, place: str) -> None:
        self._place, self._person = place, ""
        self.finder.mark(place)
        self._show_chosen(self.now())

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
        key, plain = event.key(), not event.modifiers()
        ways: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Slash: self._focus_search,
            Qt.Key.Key_Left: self._fold,
            Qt.Key.Key_Right: self._unfold,
            Qt.Key.Key_P: self.call,
            Qt.Key.Key_E: self.edit,
            Qt.Key.Key_R: self.replace,
            Qt.Key.Key_A: self.add,
            Qt.Key.Key_Delete: self.end,
        }
        if plain and key in ways:
            ways[key]()
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
        self.finder.view.setFocus()

    def _in_team(self) -> bool:
        return self.pane.team.view.hasFocus()

    # -- acting ----------------------------------------------------------------------------------------------------

    def call(self) -> None:
        """P: the number of the chosen post, else of whoever answers for the place."""
        directory = self.desk.reference.directory
        post = self.pane.chosen_post() if self._in_team() or self._person else None
        person = directory.people.get(post.person) if post is not None else None
        what = f"{word(ROLES, post.role)} · {post.where}" if post is not None else ""
        place = directory.places.get(self._place)
        if person is None and self._person:
            person = directory.people.get(self._person)
            what = person.post if person else ""
        if person is None and place is not None:
            holder = model.leading(directory, place)
            if holder is not None:
                person, what = holder.person, f"{word(ROLES, holder.role)} · {place.name}"
        if person is None:
            self.services.toast.emit(Toast(self.tr("Nobody answers here yet; R assigns somebody"), kind="warn"))
            return
        self.services.phone.emit(Phone(person.name, what, person.phone))

    def edit(self) -> None:
        """E: in the posts the person, elsewhere the place."""
        post = self.pane.chosen_post() if self._in_team() or not self._place else None
        if post is not None and post.vacant:
            self._assign(post)
        elif post is not None:
            self._open(PersonSheet(self.look, self.desk, self, post.person, post))
        else:
            self._edit_place()

    def _edit_place(self) -> None:
        place = self.desk.reference.directory.places.get(self._place)
        if place is not None and place.kind == "community":
            self._open(CommunitySheet(self.look, self.desk, self, place))
        elif place is not None:
            self._open(PlaceSheet(self.look, self.desk, self, place))
        elif self._person:
            self._open(PersonSheet(self.look, self.desk, self, self._person))

    def replace(self) -> None:
        """R: in the posts that post changes hands, elsewhere the chief's."""
        post = self.pane.chosen_post() if self._in_team() else None
        if post is not None:
            self._assign(post)
        else:
            self._assign_chief()

    def _assign_chief(self) -> None:
        rows = self.pane.team_model.rows
        if rows:
            self._assign(rows[0])

    def _on_assign_place(self, place: str) -> None:
        self._on_place_opened(place)
        self._assign_chief()

    def _assign(self, post: TeamRow) -> None:
        sheet = AssignSheet(self.look, self.desk, self, post)
        sheet.decided.connect(self._on_decided)
        self._sheet = sheet
        sheet.open_sheet()

    def _fill_hole(self, hole: HoleRow) -> None:
        if hole.sort == "silent":
            self._open(PersonSheet(self.look, self.desk, self, hole.person))
            return
        if hole.place:
            self._on_place_opened(hole.place)
        self._assign(TeamRow(hole.role, hole.target, hole.name))

    def end(self) -> None:
        """Del: in the posts the post ends, on the tree the place goes out of use; both ask why."""
        place = self.desk.reference.directory.places.get(self._place)
        if self._in_team():
            post = self.pane.chosen_post()
            if post is not None and not post.vacant:
                self._open(EndSheet(self.look, self.desk, self, post))
        elif place is not None and self.finder.view.hasFocus():
            inside = (one for one in self.desk.reference.directory.places.values() if one.community == place.id)
            if place.kind == "community" and any(one.active and one.kind != "grid" for one in inside):
                words = self.tr("Streets and buildings lie in this community; move them first")
                self.services.toast.emit(Toast(words, kind="warn"))
                return
            if any(below.kind == "alley" for below in self.desk.reference.directory.below(place.id)):
                self.services.toast.emit(Toast(self.tr("Alleys belong to this street; move them first"), kind="warn"))
                return
            self._open(ClosePlaceSheet(self.look, self.desk, self, place))

    def add(self) -> None:
        """A: a menu of what can be added here."""
        menu = menu_in(self)
        place = self.desk.reference.directory.places.get(self._place)
        for code, words in self._additions(place):
            if code:
                menu.addAction(words).setData(code)
            else:
                menu.addSeparator()
        menu.triggered.connect(self._on_add)
        self._menu = menu
        beside = self.pane.add if self.pane.isVisible() else self.empty
        menu.popup(
            beside.mapToGlobal(beside.rect().bottomLeft() if beside is self.pane.add else beside.rect().center())
        )
        menu.setActiveAction(menu.actions()[0])

    def _additions(self, place: Place | None) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        if place is not None and place.kind in ("street", "alley"):
            directory = self.desk.reference.directory
            if not directory.holders(target_of(place.id), *CHIEFS):
                role = model.chief_role(place)
                found.append((f"role:{role}", word(ROLES, role)))
            found += [(f"role:{role}", word(ROLES, role)) for role in ("deputy", "steward")]
        elif place is not None and place.kind in model.KEPT_KINDS:
            role = model.KEPT_KINDS[place.kind]
            found.append((f"role:{role}", word(ROLES, role)))
        elif place is not None and place.kind == "community":
            found += [(f"role:{role}", word(ROLES, role)) for role in ("secretary", "member")]
        if found:
            found.append(("", ""))
        found += [(f"place:{kind}", self.tr("New: {kind}").format(kind=kind_word(kind))) for kind in self._kinds()]
        return [*found, ("", ""), ("person:", self.tr("New person"))]

    def _kinds(self) -> tuple[str, ...]:
        """What can be entered: grids only where there is a community to cut them from."""
        grids = ("grid",) if model.communities_of(self.desk.reference.directory) else ()
        return ("community", *grids, "street", "alley", "building", "site", *POINTS)

    def _on_add(self, action: Any) -> None:
        sort, _, code = str(action.data()).partition(":")
        place = self.desk.reference.directory.places.get(self._place)
        if sort == "role" and place is not None:
            target = f"unit/{place.id}" if place.kind == "community" else target_of(place.id)
            self._assign(TeamRow(code, target, place.name))
        elif code == "community":
            self._open(CommunitySheet(self.look, self.desk, self))
        elif code == "grid":
            self._open(GridSheet(self.look, self.desk, self, place))
        elif sort == "place":
            self._open(PlaceSheet(self.look, self.desk, self, None, code, place))
        elif sort == "person":
            self._open(PersonSheet(self.look, self.desk, self))

    def _open(self, sheet: RosterSheet) -> None:
        sheet.submitted.connect(self._on_submitted)
        self._sheet = sheet
        sheet.open_sheet()

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        sheet = self._sheet
        if not isinstance(sheet, RosterSheet):
            return
        try:
            command = sheet.command(values)
        except Refused as refused:
            sheet.say(refusal(refused.code, refused.facts))
            return
        if command is None:
            sheet.say(self.tr("Nothing was changed."))
            return
        self._on_decided(command)

    def _on_decided(self, command: Command) -> None:
        Sending(self.context, command, self.tr("Entered; the history keeps what was before"), self._sheet).done.connect(
            self._on_saved
        )

    def _on_saved(self, done: Any) -> None:
        """Show the place that was entered; after a grid its community."""
        places = self.desk.reference.directory.places
        keys = [subject.partition("/")[2] for subject in done.subjects if subject.startswith("place/")]
        shown = [key for key in keys if key in places and places[key].kind != "grid"]
        if shown:
            self._on_place_opened(shown[-1])
