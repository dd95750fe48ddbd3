"""The sheet that gives a post to somebody: a name of the roster, or a newcomer with number and post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import at_local, local_date
from commandcenter.domain.roster import Directory, Person, matching
from commandcenter.domain.roster_acts import Newcomer, Office, appoint, next_rank, outgrown, title_outgrown
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field, Form
from commandcenter.ui.parts.leaving import Left, still_words
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.roster.team import TeamRow
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import ROLES, word

NEW = "new"
MOST = 60
HIGH, LEAST, ROOM = 36, 3, 7
"""A row of people, how many of them are seen at least, and how many where the window is high enough."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who can take the post; ``person`` is ``NEW`` for the name that was typed."""

    person: str
    name: str
    posts: str
    post: str
    phone: str


class _Painter(RowPainter):
    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [Column("name", "", 90), Column("posts", "", 150, 1), Column("phone", "", 120, align="right")]
        super().__init__(look, Columns(look, columns), parent, height=HIGH)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Candidate) -> None:
        look = self.look
        if column == "name":
            if row.person == NEW:
                size = look.px(15)
                p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon("plus", "acc", size))
                rect = rect.adjusted(size + look.px(4), 0, 0, 0)
            paint.elided(p, look, rect, row.name, "name", "acc" if row.person == NEW else "tx1")
        elif column == "posts":
            paint.elided(p, look, rect, row.posts or row.post, "caption", "tx2")
        else:
            paint.text(p, look, rect, row.phone, "caption", "tx2", paint.RIGHT)


class AssignSheet(Sheet):
    """Choose who takes a post. ``decided`` emits the command; ``finish`` closes the sheet once it is saved."""

    decided = Signal(object)

    def __init__(self, look: Look, desk: Desk, host: QWidget, post: TeamRow) -> None:
        super().__init__(look, host, "", width=640)
        self._desk = desk
        self._post = post
        self.left: Left | None = None
        role = word(ROLES, post.role)
        self.title.setText(self.tr("Replace") if post.person else self.tr("Assign"))
        self.caption.setText(f"{post.where} · {role}")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Name or pinyin initials; a new name enters a newcomer"))
        self.field.setAccessibleName(self.tr("Who"))
        self.model = KeyedRows(_key, _spoken, self)
        self.view = RowView(look, self.model, _Painter(look, self), self.tr("People"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMinimumHeight(look.px(HIGH * LEAST))
        self.newcomer = Form(
            look,
            [
                Field("phone", self.tr("Phone of the newcomer"), hint="138 0000 0000"),
                Field("post", self.tr("Post"), hint=self.tr("such as community worker")),
            ],
        )
        self.form = Form(look, self._fields())
        if post.person:
            until = Label(look, self.tr("Now: {name} {phone}").format(name=post.name, phone=post.phone), "body", "2")
            self.body.addWidget(until)
        self.left_note = Label(look, "", "caption", "amb")
        self.left_note.setWordWrap(True)
        self.left_note.hide()
        for widget in (self.field, self.view, self.newcomer, self.form, self.left_note):
            self.body.addWidget(widget, 1 if widget is self.view else 0)
        self.cancel_button = Button(look, self.tr("Not now"), key="Esc", kind="ghost")
        words = self.tr("Replace") if post.person else self.tr("Assign")
        self.send_button = Button(look, words, key="Ctrl Enter", kind="primary")
        self.add_button(self.cancel_button)
        self.add_button(self.send_button)
        self.cancel_button.clicked.connect(self.dismiss)
        self.send_button.clicked.connect(self.send)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send)
        self.field.textEdited.connect(self._filter)
        self.field.installEventFilter(self)
        self.view.moved.connect(self._on_moved)
        self.closed.connect(self.deleteLater)
        self._filter("")

    def _fields(self) -> list[Field]:
        today = local_date(self._desk.clock.now()).isoformat()
        fields = [
            Field("since", self.tr("In office since"), kind="date", value=today, required=True),
            Field("note", self.tr("Note"), hint=self.tr("such as retired worker")),
        ]
        if self._post.person:
            fields.append(Field("reason", self.tr("Why the post changes hands"), required=True, wide=True))
        return fields

    def wanted_size(self) -> tuple[int, int]:
        """Room for more people than the least, where the window has it."""
        width, height = super().wanted_size()
        return width, height + self.look.px(HIGH * (ROOM - LEAST))

    def open_sheet(self) -> None:
        """Show the sheet with the keyboard in the name."""
        self.say("")
        self.present(self.field)

    def finish(self, _done: object = None) -> None:
        """It is saved."""
        self.dismiss()

    # -- choosing --------------------------------------------------------------------------------------------------

    def _filter(self, text: str) -> None:
        text = text.strip()
        directory = self._desk.reference.directory
        people = [
            person
            for person in directory.people.values()
            if person.active and person.id != self._post.person and _fits(person, text)
        ]
        deputies = {holder.person.id for holder in directory.holders(self._post.target, "deputy")}
        people.sort(key=lambda person: (person.id not in deputies, not person.name.startswith(text), person.name))
        rows = [self._candidate(directory, person) for person in people[:MOST]]
        if text and not text.isascii() and all(row.name != text for row in rows):
            rows.append(Candidate(NEW, text, self.tr("new in the roster"), "", ""))
        self.model.show(rows)
        self.view.setCurrentIndex(self.model.index(-1, 0))
        if rows and (text or len(rows) < MOST):
            self.view.go(0)
        self._on_moved(self.view.place)

    def _candidate(self, directory: Directory, person: Person) -> Candidate:
        posts = []
        for post in directory.posts_of(person.id)[:2]:
            family, _, key = post.target.partition("/")
            at = directory.places.get(key)
            where = at.name if at and family == "place" else ""
            posts.append(f"{word(ROLES, post.role)} {where}".strip())
        return Candidate(person.id, person.name, "、".join(posts), person.post, person.phone)

    def chosen(self) -> Candidate | None:
        """Who is chosen."""
        return self.model.row(self.view.place) if self.view.place >= 0 else None

    def _on_moved(self, _place: int) -> None:
        chosen = self.chosen()
        self.newcomer.setVisible(chosen is not None and chosen.person == NEW)
        self._say_left(chosen)

    def _say_left(self, chosen: Candidate | None) -> None:
        """What is left by this: the post as a deputy of whoever takes over, and what the holder of now still does besides."""
        reference, post = self._desk.reference, self._post
        told = []
        if chosen is not None:
            office = Office(post.role, post.target, 0)
            if outgrown(reference.directory.appointments, chosen.person, office):
                words = self.tr("{name} was deputy here: that post ends with it and is vacant, R fills it.")
                told.append(words.format(name=chosen.name))
        if post.person:
            told.append(still_words(reference, post.person, post.appointment))
        self.left_note.setText("\n".join(filter(None, told)))
        self.left_note.setVisible(any(told))

    def send(self) -> None:
        """Check and emit the command."""
        chosen = self.chosen()
        if chosen is None:
            self.say(self.tr("Choose somebody, or type a new name."))
            self.field.setFocus()
            return
        try:
            values = self.form.values(self._desk.clock.now())
        except ValueError as error:
            self.form.mark_wrong(str(error))
            self.say(self.tr("Something is missing here."))
            return
        try:
            since = at_local(date.fromisoformat(str(values["since"])))
        except ValueError:
            self.form.mark_wrong("since")
            self.say(self.tr("Write the day like 2026-07-24."))
            return
        self.form.mark_wrong("")
        self.say("")
        post = self._post
        posts = self._desk.reference.directory.appointments
        rank = next((one.rank for one in posts if one.id == post.appointment), -1)
        if rank < 0:
            rank = next_rank(posts, post.role, post.target)
        office = Office(post.role, post.target, since, rank, str(values["note"]))
        newcomer = None
        person = chosen.person
        if person == NEW:
            person = self._desk.new_id()
            newcomer = Newcomer(chosen.name, self.newcomer.text("phone"), self.newcomer.text("post"))
        left = outgrown(posts, person, office)
        command = appoint(
            self._desk.new_id(),
            office,
            person,
            newcomer=newcomer,
            replaced=post.appointment,
            reason=str(values.get("reason", "")),
            now=self._desk.clock.now(),
            outgrown=left,
            title=title_outgrown(self._desk.reference.directory.people[person]) if left else "",
        )
        self.left = Left(post.person, post.appointment, since, str(values.get("reason", ""))) if post.person else None
        self.decided.emit(command)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.field:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.view.go(self.view.place + (1 if event.key() == Qt.Key.Key_Down else -1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._next_field()
                return True
        return super().eventFilter(watched, event)

    def _next_field(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        if chosen.person == NEW:
            self.newcomer.focus_first()
        elif "reason" in self.form.widgets:
            self.form.widgets["reason"].setFocus()
        else:
            self.send_button.setFocus()


def _fits(person: Person, text: str) -> bool:
    return not text or matching(person.initials, person.name, text) or (len(text) > 3 and text in person.phone)


def _key(row: Candidate) -> str:
    return row.person


def _spoken(row: Candidate) -> str:
    return f"{row.name} {row.posts} {row.phone}"
