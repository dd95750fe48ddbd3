"""Who sits here: choose a name, give a PIN where one is set, two seconds. Never in the way of F9."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.engine import Done, RefusedBy
from commandcenter.desk.on_duty import on_duty
from commandcenter.desk.pin import pin_fits
from commandcenter.domain.clock import HOUR
from commandcenter.domain.office import SignIn, SignOut
from commandcenter.domain.roster import matching
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal
from commandcenter.ui.words import ROLES, word

_ROLE_ORDER = ("clerk", "leader", "head", "secretary")


@dataclass(frozen=True, slots=True)
class SeatRow:
    """Somebody who can sit here."""

    person: str
    name: str
    role: str
    role_word: str
    post: str
    has_pin: bool
    here: bool


class _Painter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: SeatRow) -> None:
        look = self.look
        if column == "name":
            paint.elided(p, look, rect, row.name, "name", "tx1")
        elif column == "role":
            paint.elided(p, look, rect, row.role_word, "body", "tx2")
        elif column == "post":
            paint.elided(p, look, rect, row.post, "caption", "tx3")
        elif column == "mark":
            icon = "user-check" if row.here else "key-round" if row.has_pin else ""
            if icon:
                size = look.px(15)
                p.drawPixmap(rect.right() - size, rect.center().y() - size // 2, look.icon(icon, "tx3", size))


class SeatSheet(Sheet):
    """Choose who sits at this workstation."""

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        super().__init__(look, host, "", width=560)
        self._desk = desk
        self.title.setText(self.tr("Who sits here"))
        self.caption.setText(self.tr("Every entry carries this name. F9 works with nobody signed in."))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Name or pinyin initials"))
        self.field.setAccessibleName(self.tr("Name"))
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setPlaceholderText(self.tr("PIN"))
        self.pin.setAccessibleName(self.tr("PIN"))
        self.pin.hide()
        self._model = KeyedRows(_key, _spoken, self)
        columns = Columns(
            look, [Column("name", "", 90), Column("role", "", 110), Column("post", "", 160, 1), Column("mark", "", 20)]
        )
        self.view = RowView(look, self._model, _Painter(look, columns, self, height=38), self.tr("People"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMinimumHeight(look.px(38 * 8))
        self.body.addWidget(self.field)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.pin)
        self._leave = Button(look, self.tr("Leave the seat empty"), small=True)
        self._take = Button(look, self.tr("Take the seat"), key="Enter", kind="primary")
        self.add_button(self._leave)
        self.add_button(self._take)
        self.field.textEdited.connect(self._filter)
        self.field.installEventFilter(self)
        self.pin.installEventFilter(self)
        self.view.clicked.connect(self._on_clicked)
        self.view.moved.connect(self._on_moved)
        self._leave.clicked.connect(self._sign_out)
        self._take.clicked.connect(self._sign_in)
        self._people: list[SeatRow] = []

    def open_sheet(self) -> None:
        """Show the sheet; people of the running shift come first, who sits here behind them: Enter changes at once."""
        self._people = self._rows()
        self.say("")
        self.field.clear()
        self.pin.clear()
        self._filter("")
        self.present(self.field)

    def _rows(self) -> list[SeatRow]:
        directory = self._desk.reference.directory
        now = self._desk.clock.now()
        here = self._desk.who().actor
        on_shift: dict[str, str] = {}
        watch = on_duty(self._desk.read, now)
        coming = watch.following.people if watch.shift.ends_at - now < HOUR else ()
        for line in (*coming, *watch.people):
            on_shift[line.person] = line.role
        rows = []
        for person in directory.people.values():
            posts = directory.posts_of(person.id)
            roles = [post.role for post in posts if post.role in _ROLE_ORDER]
            role = on_shift.get(person.id) or (roles[0] if roles else "")
            if person.active and role:
                entry = SeatRow(
                    person.id, person.name, role, word(ROLES, role), person.post, person.has_pin, person.id == here
                )
                rank = _ROLE_ORDER.index(role) if role in _ROLE_ORDER else len(_ROLE_ORDER)
                rows.append(((person.id not in on_shift, entry.here, rank, person.name), entry))
        return [entry for _, entry in sorted(rows, key=lambda row: row[0])]

    def _filter(self, text: str) -> None:
        people = self._desk.reference.directory.people
        shown = [
            row for row in self._people if not text.strip() or matching(people[row.person].initials, row.name, text)
        ]
        self._model.show(shown)
        self.view.setCurrentIndex(self._model.index(-1, 0))
        self.view.go(0)

    def _chosen(self) -> SeatRow | None:
        return self._model.row(self.view.place) if self.view.place >= 0 else None

    def _on_moved(self, _place: int) -> None:
        chosen = self._chosen()
        self.pin.setVisible(bool(chosen and chosen.has_pin))

    def _on_clicked(self, _index: object) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.has_pin:
            self.pin.setFocus()
        else:
            self._sign_in()

    def _sign_in(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        assurance = "none"
        if chosen.has_pin:
            record = self._desk.read.reference.records("person").get(chosen.person)
            if record is None or not pin_fits(self.pin.text(), str(record.get("pin", ""))):
                self.say(refusal("pin_needed", {}))
                self.pin.setFocus()
                self.pin.selectAll()
                return
            assurance = "pin"
        ticket = self._desk.submit(SignIn(person=chosen.person, role=chosen.role, assurance=assurance))
        ticket.done.connect(self._on_done)
        ticket.refused.connect(self._on_refused)

    def _sign_out(self) -> None:
        self._desk.submit(SignOut()).done.connect(self._on_done)

    def _on_done(self, _done: Done) -> None:
        self.dismiss()

    def _on_refused(self, refused: RefusedBy) -> None:
        self.say(refusal(refused.code, refused.facts))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in (self.field, self.pin):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.view.go(self.view.place + (1 if event.key() == Qt.Key.Key_Down else -1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                chosen = self._chosen()
                if chosen is not None and chosen.has_pin and watched is self.field:
                    self.pin.setFocus()
                else:
                    self._sign_in()
                return True
        return super().eventFilter(watched, event)


def _key(row: SeatRow) -> str:
    return row.person


def _spoken(row: SeatRow) -> str:
    return f"{row.name} {row.role_word} {row.post}"
