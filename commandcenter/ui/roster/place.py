"""The chosen place: who answers, the posts there, its cases, and who held the posts before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import DAY
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import Record
from commandcenter.domain.roster import CHIEFS, Directory, Holder, Person, Place
from commandcenter.journal.reading.cases import CaseQuery, CaseRow
from commandcenter.ui import when
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.casecells import CaseCells
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.roster.card import AnswerCard, CardFace
from commandcenter.ui.roster.model import PastRow, TeamRow, leading, past, posts_of, target_of, team
from commandcenter.ui.roster.painters import (
    CaseHerePainter,
    PastPainter,
    TeamPainter,
    kind_word,
    past_spoken,
    team_spoken,
    vacancy_words,
)
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import ROLES, word

MOST_CASES = 40
MOST_PLACES = 16
LEAST_ROWS, MOST_ROWS = 2, 9
"""Posts that are seen without scrolling in a low and in a high window."""
WIDGET_MAX = 16_777_215


class PlacePane(Panel):
    """The middle of the roster. It shows a place, or a person who has no post at one."""

    add_asked = Signal()
    edit_asked = Signal()
    phone_asked = Signal()
    assign_asked = Signal()
    case_opened = Signal(str)
    place_opened = Signal(str)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._desk = desk
        self.place: Place | None = None
        self.person: Person | None = None
        self._build()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self.above = Label(look, "", "body", "2")
        self.arrow = Label(look, "›", "tile", "3")
        self.where = Label(look, "", "screen")
        self.about = ElidedLabel(look, "", "caption", "3")
        self.edit = Button(look, self.tr("Edit"), key="E", icon="pencil")
        self.phone = Button(look, self.tr("Call"), key="P", icon="phone", kind="primary")
        self.edit.clicked.connect(self.edit_asked)
        self.phone.clicked.connect(self.phone_asked)
        head = row(self.above, self.arrow, self.where, self.about, self.edit, self.phone, gap=8, margins=(14, 9, 12, 9))
        self.body.addLayout(head)
        self.body.addWidget(Line())
        self.card = AnswerCard(look)
        self.card.assign_asked.connect(self.assign_asked)
        self.body.addWidget(self.card)
        self.body.addWidget(Line())
        self.team_title = Label(look, self.tr("Posts and people"), "panel")
        self.team_note = ElidedLabel(look, "", "caption", "3")
        self.add = Button(look, self.tr("Add"), key="A", icon="plus", kind="ghost", small=True)
        self.add.clicked.connect(self.add_asked)
        self.body.addLayout(row(self.team_title, self.team_note, self.add, margins=(14, 6, 12, 2)))
        self.team_model = KeyedRows(_team_key, team_spoken, self)
        self.team_painter = TeamPainter(look, self)
        self.team = RowList(look, self.team_model, self.team_painter, self.tr("Posts and people"))
        self.team.view.opened.connect(self._on_team_opened)
        self.body.addWidget(self.team, 8)
        self._build_lower()
        look.changed.connect(self._fit)
        for view in (self.team.view, self.cases.view, self.past.view):
            view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row is lit only where the keyboard is; the list remembers it all the same."""
        if isinstance(watched, RowView):
            if event.type() == QEvent.Type.FocusIn:
                watched.selectRow(max(0, watched.place))
            elif event.type() == QEvent.Type.FocusOut:
                watched.clearSelection()
        return super().eventFilter(watched, event)

    def _build_lower(self) -> None:
        look = self._look
        self.tabs = SegTabs(look, ["", ""])
        self.tabs.picked.connect(self._on_tab)
        self._tab_line = QWidget()
        self._tab_line.setLayout(row(self.tabs, None, margins=(14, 6, 12, 6)))
        self._tab_rule = Line()
        self.body.addWidget(self._tab_rule)
        self.body.addWidget(self._tab_line)
        self.case_model = KeyedRows(_case_key, self._case_spoken, self)
        self._cells = CaseCells(look, self._desk.reference)
        self.case_painter = CaseHerePainter(look, self._cells, self)
        self.cases = RowList(look, self.case_model, self.case_painter, self.tr("Cases here"))
        self.cases.view.opened.connect(self._on_case_opened)
        self.no_case = Empty(look, "inbox", self.tr("No case here"))
        self.case_pages = QStackedWidget()
        self.case_pages.addWidget(self.cases)
        self.case_pages.addWidget(self.no_case)
        self.past_model = KeyedRows(_past_key, past_spoken, self)
        self.past = RowList(look, self.past_model, PastPainter(look, self), self.tr("Who held the posts"))
        self._case_block, self._case_head, self.case_note = self._block(self.tr("Cases here"), self.case_pages)
        self._past_block, self._past_head, self.past_note = self._block(self.tr("Who held the posts"), self.past)
        self.body.addWidget(self._case_block, 4)
        self.body.addWidget(self._past_block, 4)

    def _block(self, title: str, inner: QWidget) -> tuple[QWidget, QWidget, ElidedLabel]:
        block, head = QWidget(), QWidget()
        note = ElidedLabel(self._look, "", "caption", "3")
        head.setLayout(row(Label(self._look, title, "panel"), note, margins=(14, 8, 12, 2)))
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Line())
        layout.addWidget(head)
        layout.addWidget(inner, 1)
        return block, head, note

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_place(self, place: Place, records: Mapping[str, Record], ended: Mapping[str, int], now: int) -> None:
        """Show a place. ``records`` are all appointments, ended ones too; ``ended`` when the last chief went."""
        directory = self._desk.reference.directory
        self.place, self.person = place, None
        answering = directory.answers_for(place)
        street = answering.street
        upper = None
        if street is not None:
            upper = street if street.id != place.id else directory.places.get(street.street)
        if upper is None and place.kind != "street":
            upper = answering.community if place.kind != "community" else None
        self.above.setText(upper.name if upper else "")
        self.above.setVisible(upper is not None)
        self.arrow.setVisible(upper is not None)
        self.where.setText(place.name)
        self.about.setText(self._about(place, answering.community))
        self.edit.set_text(self.tr("Edit"))
        cases = self._cases_at(directory, place, now)
        chief = self._answers(directory, place)
        self.card.show_face(self._face(directory, place, chief, cases, ended, now))
        self._show_team(team(directory, place), place)
        self._show_cases(cases, now)
        targets = {target_of(place.id)}
        if place.kind == "community":
            targets = {f"unit/{place.id}"}
        elif place.kind in ("street", "alley"):
            targets |= {
                target_of(below.id) for below in directory.below(place.id) if below.kind in ("building", "site")
            }
        self._show_past(past(records, directory, targets, self.names(directory)))
        self._fit()

    def show_person(self, person: Person, records: Mapping[str, Record], now: int) -> None:
        """Show somebody with no post at a place."""
        directory = self._desk.reference.directory
        self.place, self.person = None, person
        self.above.setVisible(False)
        self.arrow.setVisible(False)
        self.where.setText(person.name)
        self.about.setText(person.post)
        posts = posts_of(directory, person, self.names(directory))
        self.card.show_face(
            CardFace(
                name=person.name,
                what=person.post,
                number=person.phone or self.tr("no number"),
                since="",
                facts=[(self.tr("Posts"), str(len(posts)), "1")],
            )
        )
        self._show_team(posts, None)
        self._show_cases([], now)
        kept = {key: record for key, record in records.items() if record.get("person") == person.id}
        targets = {str(record.get("target", "")) for record in kept.values()}
        self._show_past(past(kept, directory, targets, self.names(directory)))
        self._fit()

    def names(self, directory: Directory) -> dict[str, str]:
        """Subject → name, of places, units and the office."""
        found = {target_of(place.id): place.name for place in directory.places.values()}
        found |= {f"unit/{unit.id}": unit.name for unit in self._desk.reference.units.values()}
        found[OFFICE] = str(self._desk.reference.office.get("name", ""))
        return found

    def _about(self, place: Place, community: Place | None) -> str:
        parts = [kind_word(place.kind)]
        if place.length_m:
            parts.append(self.tr("{n} m").format(n=round(place.length_m)))
        if community is not None and community.id != place.id:
            parts.append(community.name)
        if place.grids:
            shown = "、".join(place.grids[:3]) + (" …" if len(place.grids) > 3 else "")
            parts.append(self.tr("grid {names}").format(names=shown))
        return " · ".join(parts)

    @staticmethod
    def _answers(directory: Directory, place: Place) -> Holder | None:
        if place.kind == "community":
            found = directory.holders(f"unit/{place.id}", "secretary")
        elif place.kind in ("building", "site"):
            found = directory.holders(target_of(place.id), "building_keeper", "unit_keeper")
        else:
            street = directory.street_of(place)
            found = directory.holders(target_of(street.id), *CHIEFS) if street else ()
        return found[0] if found else None

    def _face(
        self,
        directory: Directory,
        place: Place,
        chief: Holder | None,
        cases: list[CaseRow],
        ended: Mapping[str, int],
        now: int,
    ) -> CardFace:
        note = (self.tr("Note"), place.note or when.UNKNOWN)
        facts = self._facts(directory, place, cases)
        if chief is None:
            street = directory.street_of(place)
            words = vacancy_words(ended.get(target_of(street.id if street else place.id)), now)
            return CardFace(words, "", "", self._instead(directory, place), True, facts, note)
        since = next((post.since for post in directory.appointments if post.id == chief.appointment), 0)
        parts = [word(ROLES, chief.role)]
        if chief.person.post and chief.person.post != parts[0]:
            parts.append(chief.person.post)
        months = (now - since) // (30 * DAY)
        span = self.tr("since {day}, months: {n}").format(day=when.day(since), n=months) if since else ""
        return CardFace(
            name=chief.person.name,
            what=" · ".join(parts),
            number=chief.person.phone or self.tr("no number"),
            since=self.tr("in office {span}").format(span=span) if span else "",
            facts=facts,
            note=note,
        )

    def _instead(self, directory: Directory, place: Place) -> str:
        found = leading(directory, place)
        if found is None:
            return self.tr("nobody answers here")
        words = self.tr("nobody answers here; call the {role} {name} {phone}")
        role = word(ROLES, found.role)
        return words.format(role=role, name=found.person.name, phone=found.person.phone)

    def _facts(self, directory: Directory, place: Place, cases: list[CaseRow]) -> list[tuple[str, str, str]]:
        if place.kind == "community":
            return self._community_facts(directory, place, cases)
        answering = directory.answers_for(place)
        deputies = "、".join(_called(holder) for holder in answering.deputies)
        secretary = _called(answering.secretary) if answering.secretary else ""
        assembly = answering.assembly.name if answering.assembly else ""
        street = answering.street
        above = directory.places.get(street.street) if street else None
        if place.kind in ("building", "site"):
            above = street
        upper = directory.holders(target_of(above.id), *CHIEFS) if above else ()
        unknown = when.UNKNOWN
        above_word = self.tr("Alley chief") if above and above.kind == "alley" else self.tr("Street chief")
        third = (above_word, _called(upper[0]) if upper else unknown, "1" if upper else "amb")
        if above is None:
            alleys = sum(below.kind == "alley" for below in directory.below(place.id))
            third = (self.tr("Alleys below"), str(alleys), "1")
        return [
            (self.tr("Deputy"), deputies or unknown, "1" if deputies else "amb"),
            (self.tr("Secretary"), secretary or unknown, "1" if secretary else "amb"),
            third,
            (self.tr("Assembly"), assembly or unknown, "1" if assembly else "amb"),
            (self.tr("Grids"), "、".join(street.grids if street else place.grids) or unknown, "1"),
            (self.tr("Cases"), self._counted(cases), "1"),
        ]

    def _community_facts(self, directory: Directory, place: Place, cases: list[CaseRow]) -> list[tuple[str, str, str]]:
        unit = self._desk.reference.units.get(place.id)
        assembly = directory.assembly_for(place.id)
        streets = [street for street in directory.streets() if street.community == place.id]
        led = sum(1 for street in streets if directory.holders(target_of(street.id), *CHIEFS))
        return [
            (self.tr("Duty phone"), (unit.duty_phone if unit else "") or when.UNKNOWN, "1"),
            (self.tr("Assembly"), assembly.name if assembly else when.UNKNOWN, "1" if assembly else "amb"),
            (self.tr("Streets"), f"{led} / {len(streets)}", "1" if led == len(streets) else "amb"),
            (self.tr("Cases"), self._counted(cases), "1"),
            (self.tr("Grids"), str(len(place.grids)), "1"),
        ]

    def _counted(self, cases: list[CaseRow]) -> str:
        now = self._desk.clock.now()
        count = sum(1 for found in cases if found.open)
        late = sum(1 for found in cases if found.open and found.next_due is not None and found.next_due <= now)
        if late:
            return self.tr("{n} open, {late} overdue").format(n=count, late=late)
        return self.tr("{n} open").format(n=count)

    def _show_team(self, rows: list[TeamRow], place: Place | None) -> None:
        chosen = self.team_model.row(self.team.view.place)
        self.team_model.show(rows)
        at = self.team_model.place_of(chosen.key) if chosen is not None else -1
        self.team.view.setCurrentIndex(self.team_model.index(at, 0))
        if at < 0 and rows:
            self.team.view.go(0)
        if not self.team.view.hasFocus():
            self.team.view.clearSelection()
        vacant = sum(1 for entry in rows if entry.vacant)
        words = self.tr("posts {n}, vacant {vacant}").format(n=len(rows), vacant=vacant)
        if place is not None and place.kind in ("street", "alley"):
            words += " · " + self.tr("stewards and keepers answer to the chief")
        self.team_note.setText(words)

    def _cases_at(self, directory: Directory, place: Place, now: int) -> list[CaseRow]:
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
        open_rows = sum(1 for found in rows if found.open)
        self.case_note.setText(self.tr("{n} open, the newest first").format(n=open_rows) if rows else "")
        self.tabs.set_words([self.tr("Cases here {n}").format(n=len(rows)), self.tr("Who held the posts")])

    def _show_past(self, rows: list[PastRow]) -> None:
        people = self._desk.reference.directory.people
        told = []
        for entry in rows:
            if entry.until is not None:
                last = self._desk.read.reference.record(f"appointment/{entry.appointment}").history
                ends = [change for change in last if change.verb == "retired"]
                if ends:
                    by = people.get(ends[-1].actor)
                    entry = replace(entry, reason=ends[-1].reason, by=by.name if by else "")
            told.append(entry)
        self.past_model.show(told)
        gone = sum(1 for entry in told if entry.until is not None)
        self.past_note.setText(self.tr("{n} former; nothing is ever deleted").format(n=gone))

    def tick(self, now: int) -> None:
        """A second has passed."""
        self.case_painter.now = now
        self.cases.view.viewport().update()

    # -- fitting ---------------------------------------------------------------------------------------------------

    @property
    def low(self) -> bool:
        """Too low for cases and history one above the other."""
        return self.height() < self._look.px(700)

    def _fit(self) -> None:
        low = self.low
        cases = self.person is None
        row_height = self.team_painter.row_height
        rows = self.team_model.rowCount()
        self.card.set_compact(self.height() < self._look.px(480))
        head = self._look.px(36) + 2
        self.team.setMaximumHeight(head + rows * row_height)
        self.team.setMinimumHeight(head + min(rows, LEAST_ROWS if low else MOST_ROWS) * row_height)
        most = self._case_head.sizeHint().height() + head + max(2, self.case_model.rowCount()) * row_height
        self._case_block.setMaximumHeight(WIDGET_MAX if low else most)
        self._tab_line.setVisible(low and cases)
        self._tab_rule.setVisible(low and cases)
        self._case_head.setVisible(not low)
        self._past_head.setVisible(not low or not cases)
        self._case_block.setVisible(cases and (not low or self.tabs.current == 0))
        self._past_block.setVisible(not low or not cases or self.tabs.current == 1)

    def _on_tab(self, _place: int) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- answering -------------------------------------------------------------------------------------------------

    def chosen_post(self) -> TeamRow | None:
        """The post the keyboard is on."""
        found = self.team_model.row(self.team.view.place)
        return found if isinstance(found, TeamRow) else None

    def choose_person(self, person: str) -> None:
        """Put the mark on somebody's post."""
        for at, entry in enumerate(self.team_model.rows):
            if entry.person == person:
                self.team.view.go(at)
                return

    def _on_team_opened(self, at: int) -> None:
        entry = self.team_model.row(at)
        if entry is not None and entry.target.startswith("place/"):
            self.place_opened.emit(entry.target.partition("/")[2])

    def _on_case_opened(self, at: int) -> None:
        found = self.case_model.row(at)
        if found is not None:
            self.case_opened.emit(found.id)

    def _case_spoken(self, found: CaseRow) -> str:
        return self._cells.spoken(found, self.case_painter.now)


def _called(holder: Holder) -> str:
    return f"{holder.person.name} {holder.person.phone}".strip()


def _team_key(entry: TeamRow) -> str:
    return entry.key


def _case_key(found: CaseRow) -> str:
    return found.id


def _past_key(entry: PastRow) -> str:
    return entry.appointment
