"""The chosen place: who answers, the posts there with their numbers and walks, and below them walks, cases and former holders."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.office import OFFICE
from commandcenter.domain.roster import Person, Place
from commandcenter.journal.reading.cases import CaseRow
from commandcenter.ui.parts.basic import ElidedLabel, Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.roster.card import AnswerCard
from commandcenter.ui.roster.face import about_words, person_face, place_face
from commandcenter.ui.roster.lower import LowerPart
from commandcenter.ui.roster.painters import sent_words, walked_words
from commandcenter.ui.roster.standing import Standing
from commandcenter.ui.roster.team import TeamRow, names_of, posts_of, team, with_walks
from commandcenter.ui.roster.team_painters import TeamPainter, team_spoken
from commandcenter.ui.theme.look import Look

LEAST_ROWS, MOST_ROWS = 2, 9
"""Posts that are seen without scrolling in a low and in a high window."""


class PlacePane(Panel):
    """The middle of the roster. It shows a place, or a person who has no post at one."""

    add_asked = Signal()
    edit_asked = Signal()
    phone_asked = Signal()
    patrol_asked = Signal()
    turn_asked = Signal()
    assign_asked = Signal()
    case_opened = Signal(str)
    place_opened = Signal(str)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._desk = desk
        self.place: Place | None = None
        self.person: Person | None = None
        self._past = False
        self._build()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self.above = Label(look, "", "body", "2")
        self.arrow = Label(look, "›", "tile", "3")
        self.where = Label(look, "", "screen")
        self.about = ElidedLabel(look, "", "caption", "3")
        self.walked = Label(look, "", "caption", "2")
        self.edit = Button(look, self.tr("Edit"), key="E", icon="pencil", kind="ghost")
        self.patrol = Button(look, self.tr("Send on patrol"), key="X", icon="footprints")
        self.phone = Button(look, self.tr("Call"), key="P", icon="phone", kind="primary")
        self.edit.clicked.connect(self.edit_asked)
        self.patrol.clicked.connect(self.patrol_asked)
        self.turn = Button(look, "", key="O", icon="footprints")
        self.turn.clicked.connect(self.turn_asked)
        self.phone.clicked.connect(self.phone_asked)
        head = row(
            *(self.above, self.arrow, self.where, self.about, self.walked),
            *(self.edit, self.patrol, self.turn, self.phone),
            gap=8,
            margins=(14, 9, 12, 9),
        )
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
        self.below = LowerPart(look, self._desk)
        self.below.case_opened.connect(self.case_opened)
        self.body.addWidget(self.below, 8)
        look.changed.connect(self._fit)
        for view in (self.team.view, *self.below.views()):
            view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row is lit only where the keyboard is; the list remembers it all the same."""
        if isinstance(watched, RowView):
            if event.type() == QEvent.Type.FocusIn:
                watched.selectRow(max(0, watched.place))
            elif event.type() == QEvent.Type.FocusOut:
                watched.clearSelection()
        return super().eventFilter(watched, event)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_place(self, place: Place, standing: Standing) -> None:
        """Show a place as it stands."""
        directory = standing.directory
        self.place, self.person = place, None
        told = directory.answers_for(place)
        street = told.street
        upper = None
        if street is not None:
            upper = street if street.id != place.id else directory.places.get(street.street)
        if upper is None and place.kind != "street":
            upper = told.community if place.kind != "community" else None
        self.above.setText(upper.name if upper else "")
        self.above.setVisible(upper is not None)
        self.arrow.setVisible(upper is not None)
        self.where.setText(place.name)
        self.about.setText(about_words(place, told.community))
        self._show_walked(place, standing)
        cases: list[CaseRow] = [] if standing.past else self.below.cases_at(directory, place, standing.now)
        self.card.show_face(place_face(self._desk, standing, place, cases))
        self._past = standing.past
        for button in (self.add, self.edit, self.phone):
            button.setVisible(not standing.past)
        if standing.past:
            self.card.assign.hide()
        rows = team(standing, place)
        if not standing.past:
            rows = with_walks(rows, self._desk.read.patrols, standing.now)
        self._show_team(rows, place, standing.now)
        self.below.show_place(standing, place, rows, cases)
        self._fit()

    def _show_walked(self, place: Place, standing: Standing) -> None:
        street = place.kind in ("street", "alley")
        late, sent = place.id in standing.late, standing.sent.get(place.id)
        self.walked.setText(walked_words(standing.unwalked(place.id)) if street and not late else "")
        self.walked.setVisible(bool(self.walked.text()))
        self.patrol.setVisible(street and not standing.past and sent is None)
        self.turn.setVisible(sent is not None)
        if sent is not None:
            walker = standing.directory.people.get(sent.person)
            self.turn.set_text(f"{walker.name if walker else ''} {sent_words(sent.window_end)}".strip())
        self.patrol.set_kind("warn" if late else "plain")

    def show_person(self, person: Person, standing: Standing) -> None:
        """Show somebody with no post at a place."""
        self.place, self.person = None, person
        for widget in (self.above, self.arrow, self.walked, self.patrol, self.turn):
            widget.hide()
        self.where.setText(person.name)
        self.about.setText(person.post)
        names = self.names(standing)
        posts = posts_of(standing, person, names)
        face = person_face(standing, person, person.post)
        self.card.show_face(replace(face, facts=[(self.tr("Posts"), str(len(posts)), "1")]))
        self._show_team(posts, None, standing.now)
        self.below.show_person(standing, person.id, names)
        self._fit()

    def names(self, standing: Standing) -> dict[str, str]:
        """Subject → name, of places, units, groups, branches and the office."""
        reference = self._desk.reference
        others = {OFFICE: str(reference.office.get("name", ""))}
        others |= {f"group/{key}": group.name for key, group in reference.groups.items()}
        others |= {f"branch/{key}": branch.name for key, branch in reference.branches.items()}
        return names_of(standing.directory, {key: unit.name for key, unit in reference.units.items()}, others)

    def _show_team(self, rows: list[TeamRow], place: Place | None, now: int) -> None:
        chosen = self.team_model.row(self.team.view.place)
        self.team_painter.now = now
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

    def tick(self, now: int) -> None:
        """A second has passed."""
        self.below.tick(now)

    # -- fitting ---------------------------------------------------------------------------------------------------

    @property
    def low(self) -> bool:
        """Too low for many posts above what lies below."""
        return self.height() < self._look.px(700)

    def _fit(self) -> None:
        low = self.low
        narrow = self.width() < self._look.px(700)
        row_height = self.team_painter.row_height
        rows = self.team_model.rowCount()
        self.card.set_narrow(narrow=narrow)
        self.card.set_compact(self.height() < self._look.px(480))
        head = self._look.px(36) + 2
        self.team.setMaximumHeight(head + rows * row_height)
        self.team.setMinimumHeight(head + min(rows, LEAST_ROWS if low else MOST_ROWS) * row_height)
        self.below.setMinimumHeight(self._look.px(150 if low else 260))
        self.below.set_low(low=low)
        self.edit.setVisible(not narrow and not self._past)

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


def _team_key(entry: TeamRow) -> str:
    return entry.key
