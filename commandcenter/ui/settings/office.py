"""Office and seats: the office itself, this seat, who may sign in with which PIN; the shift plan has a room of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QGridLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.on_duty import on_duty
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import AmendRecord, Record
from commandcenter.domain.refusal import Refused
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, Label, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.newcomer import DutySheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.parts.screen import Context, Go, Hints
from commandcenter.ui.settings.pin_sheet import PinSheet
from commandcenter.ui.settings.section import Section
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

OFFICE_FIELDS = ("name", "full_name", "city", "district", "address", "centre", "phone")
SIGN_IN_ROLES = ("leader", "head", "clerk", "secretary")
"""Who may take a seat; whoever stands on the running shift may as well."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who may sign in."""

    person: str
    name: str
    role: str
    post: str
    has_pin: bool
    here: bool


class PersonPainter(RowPainter):
    """Name, role, post, PIN."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("name", translate("Office", "Name"), 76),
                Column("role", translate("Office", "Role"), 90),
                Column("post", translate("Office", "Title"), 90, 1, drop=1),
                Column("pin", translate("Office", "PIN"), 92),
            ],
        )
        super().__init__(look, columns, parent, height=33)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: PersonRow) -> None:
        look = self.look
        if column == "name":
            paint.elided(p, look, rect, row.name, "name", "tx1")
        elif column == "role":
            paint.elided(p, look, rect, word(ROLES, row.role), "body", "tx2")
        elif column == "post":
            words = translate("Office", "sits here") if row.here else row.post
            paint.elided(p, look, rect, words, "caption", "acc" if row.here else "tx3")
        else:
            size = look.px(15)
            icon, words = (
                ("key-round", translate("Office", "PIN set"))
                if row.has_pin
                else ("circle", translate("Office", "no PIN"))
            )
            tone = "tx1" if row.has_pin else "tx3"
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, tone, size))
            paint.text(p, look, rect.adjusted(size + look.px(6), 0, 0, 0), words, "caption", tone)


class OfficeSection(Section):
    """Four panels; E edits what the keyboard is in, A adds to it."""

    name = "office"
    icon = "building"
    families = frozenset({"office", "person", "appointment", "shift", "node", "seat"})
    takes = frozenset({Qt.Key.Key_F2})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._sheet: FormSheet | PinSheet | None = None
        self._build()
        self.services.settings_changed.connect(self._show_seat)

    @staticmethod
    def words() -> str:
        return translate("Settings", "Office and seats")

    @staticmethod
    def counted(desk: Desk) -> str:
        return ""

    def caption(self) -> str:
        return str(self.desk.reference.office.get("full_name") or self.desk.reference.office.get("name", ""))

    def hints(self) -> Hints:
        return (
            ("F2", self.tr("edit; for a person the PIN")),
            ("A", self.tr("add a person")),
            ("Del", self.tr("remove the PIN")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        grid.addWidget(self._build_office(), 0, 0)
        grid.addWidget(self._build_seat(), 1, 0)
        grid.addWidget(self._build_people(), 0, 1, 4, 1)
        grid.addWidget(self._build_shifts(), 2, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)

    def _build_office(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("Office"), "")
        self.office_button = Button(look, self.tr("Edit"), icon="pencil", small=True)
        self.office_button.clicked.connect(self.edit_office)
        panel.add_to_head(self.office_button)
        grid = QGridLayout()
        grid.setContentsMargins(14, 10, 14, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        self._office_values: dict[str, ElidedLabel] = {}
        for line, field in enumerate(OFFICE_FIELDS):
            label = Label(look, self._office_word(field), "body", "3")
            value = ElidedLabel(look, "", "body")
            self._office_values[field] = value
            grid.addWidget(label, line, 0)
            grid.addWidget(value, line, 1)
        grid.setColumnStretch(1, 1)
        panel.body.addLayout(grid)
        return panel

    def _office_word(self, field: str) -> str:
        words = {
            "name": self.tr("Short name"),
            "full_name": self.tr("Full name"),
            "city": self.tr("City"),
            "district": self.tr("District"),
            "address": self.tr("Address"),
            "centre": self.tr("Command centre"),
            "phone": self.tr("Phone"),
        }
        return words[field]

    def _build_seat(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("Seats"), "", head=40)
        self.seat_button = Button(look, self.tr("Name this seat"), icon="pencil", small=True)
        self.seat_button.clicked.connect(self._on_seat_asked)
        panel.add_to_head(self.seat_button)
        grid = QGridLayout()
        grid.setContentsMargins(14, 10, 14, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        self.seat_name, self.node, self.seats = (ElidedLabel(look, "", "body") for _ in range(3))
        told = (
            (self.tr("This seat"), self.seat_name),
            (self.tr("Node"), self.node),
            (self.tr("All seats"), self.seats),
        )
        for line, (words, value) in enumerate(told):
            grid.addWidget(Label(look, words, "body", "3"), line, 0)
            grid.addWidget(value, line, 1)
        grid.setColumnStretch(1, 1)
        panel.body.addLayout(grid)
        return panel

    def _build_people(self) -> Panel:
        look = self.look
        self.people_panel = Panel(look, self.tr("Who may sign in"), "")
        self.remove_button = Button(look, self.tr("Remove PIN"), key="Del", small=True, kind="ghost")
        self.pin_button = Button(look, self.tr("Set PIN"), key="F2", icon="key-round", small=True)
        self.remove_button.clicked.connect(self.remove_pin)
        self.pin_button.clicked.connect(self.set_pin)
        self.add_button = Button(look, self.tr("Add"), key="A", icon="plus", small=True)
        self.add_button.clicked.connect(self.add_person)
        self.people_panel.add_to_head(self.remove_button)
        self.people_panel.add_to_head(self.pin_button)
        self.people_panel.add_to_head(self.add_button)
        self.people_model = KeyedRows(_person_key, _person_spoken, self)
        self.people = RowList(look, self.people_model, PersonPainter(look, self), self.tr("Who may sign in"))
        self.people.view.opened.connect(self._on_person_opened)
        self.people.view.moved.connect(self._on_person_moved)
        self.people_panel.body.addWidget(self.people, 1)
        note = self.tr("With a PIN nobody can sign in under another's name. F9 never asks for one.")
        self.people_panel.add_foot(ElidedLabel(look, note, "caption", "3"))
        return self.people_panel

    def _build_shifts(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("Shifts"), self.tr("rotation, months, substitutes: in the shift plan"), head=40)
        self.plan_button = Button(look, self.tr("Shift plan"), icon="calendar-days", small=True)
        self.plan_button.clicked.connect(self._on_plan_asked)
        panel.add_to_head(self.plan_button)
        return panel

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        office = self.desk.reference.office
        for field, label in self._office_values.items():
            label.setText(str(office.get(field, "")) or when.UNKNOWN)
        self._show_seat()
        self._show_people()

    def _show_seat(self) -> None:
        default = self.tr("Seat {letter}").format(letter=self.desk.letter)
        name = self.services.settings.seat or default
        self.seat_name.setText(self.tr("{name}; its numbers carry {letter}").format(name=name, letter=self.desk.letter))
        self.node.setText(self.desk.node)
        nodes = self.desk.read.reference.records("node")
        told = []
        for key, record in sorted(nodes.items(), key=lambda item: str(item[1].get("letter", ""))):
            seat = self.desk.read.reference.seat(key)
            person = self.desk.reference.directory.people.get(seat.person)
            name = person.name if person else self.tr("nobody")
            told.append(f"{record.get('letter', '?')} · {name}")
        self.seats.setText("　".join(told))

    def _show_people(self) -> None:
        directory = self.desk.reference.directory
        now = self.desk.clock.now()
        on_shift = {line.person: line.role for line in on_duty(self.desk.read, now).people}
        here = self.desk.who().actor
        rows = []
        for person in directory.people.values():
            held = [post.role for post in directory.posts_of(person.id) if post.role in SIGN_IN_ROLES]
            role = on_shift.get(person.id) or (held[0] if held else "")
            if person.active and role:
                rows.append(PersonRow(person.id, person.name, role, person.post, person.has_pin, person.id == here))
        order = ("leader", "clerk", "head", "secretary")
        rows.sort(key=lambda one: (order.index(one.role) if one.role in order else len(order), one.name))
        self.people_model.show(rows)
        if self.people.view.place < 0 and rows:
            self.people.view.go(0)
        pins = sum(1 for one in rows if one.has_pin)
        self.people_panel.caption.setText(self.tr("people {n}, with a PIN {pins}").format(n=len(rows), pins=pins))
        self._on_person_moved(0)

    # -- office and seat -------------------------------------------------------------------------------------------

    def edit_office(self) -> None:
        """The facts of the office, as they stand on paper."""
        office = self.desk.reference.office
        fields = [
            Field(name, self._office_word(name), value=office.get(name, ""), required=name == "name")
            for name in OFFICE_FIELDS
        ]
        fields.append(Field("reason", self.tr("Why it changes"), hint=self.tr("optional")))
        self._sheet = FormSheet(
            self.look, self.host, self.tr("Office"), fields, send=self.tr("Save"), now=self.desk.clock.now
        )
        self._sheet.submitted.connect(self._on_office)
        self._sheet.open_sheet()
        self._sheet.form.widgets["name"].setFocus()

    def _on_office(self, values: dict[str, Any]) -> None:
        reason = values.pop("reason")
        standing = self.desk.reference.office
        fields = {name: value for name, value in values.items() if str(standing.get(name, "")) != value}
        command = AmendRecord(subject=OFFICE, fields=fields, reason=reason)
        sheet = self._sheet if isinstance(self._sheet, FormSheet) else None
        self.send(command, self.tr("Saved"), sheet)

    def _on_plan_asked(self) -> None:
        self.services.go.emit(Go("rota"))

    def _on_seat_asked(self) -> None:
        self.services.go.emit(Go("settings", {"section": "look", "field": "seat"}))

    # -- people ----------------------------------------------------------------------------------------------------

    def add_person(self) -> None:
        """A among the people: a duty clerk or a leader."""
        sheet = DutySheet(self.look, self.desk, self.host)
        self._sheet = sheet
        sheet.submitted.connect(self._on_person)
        sheet.open_sheet()
        sheet.form.widgets["role"].setFocus()

    def _on_person(self, values: dict[str, Any]) -> None:
        sheet = self._sheet
        if not isinstance(sheet, DutySheet):
            return
        try:
            command = sheet.command(values)
        except Refused as refused:
            sheet.say(refusal(refused.code, refused.facts))
            return
        self.send(command, self.tr("Entered; may sign in and stand on a shift"), sheet).done.connect(self._on_entered)

    def _on_entered(self, done: Any) -> None:
        posts = {subject.partition("/")[2] for subject in done.subjects if subject.startswith("appointment/")}
        holder = next((post.person for post in self.desk.reference.directory.appointments if post.id in posts), "")
        self._show_people()
        place = self.people_model.place_of(holder)
        if place >= 0:
            self.people.view.go(place)

    # -- PINs ------------------------------------------------------------------------------------------------------

    def chosen_person(self) -> PersonRow | None:
        """Whom the mark is on."""
        found = self.people_model.row(self.people.view.place)
        return found if isinstance(found, PersonRow) else None

    def set_pin(self) -> None:
        """F2 on a person: set or change the PIN."""
        chosen = self.chosen_person()
        if chosen is not None:
            self._open_pin(chosen, removing=False)

    def remove_pin(self) -> None:
        """Del on a person."""
        chosen = self.chosen_person()
        if chosen is not None and chosen.has_pin:
            self._open_pin(chosen, removing=True)

    def _open_pin(self, chosen: PersonRow, *, removing: bool) -> None:
        record = self.desk.read.reference.records("person").get(chosen.person, Record())
        sheet = PinSheet(self.look, self.host, chosen.name, str(record.get("pin", "")), removing=removing)
        self._sheet = sheet
        self._pin_of = chosen.person
        sheet.decided.connect(self._on_pin)
        sheet.open_sheet()

    def _on_pin(self, told: tuple[str, str]) -> None:
        digest, reason = told
        command = AmendRecord(subject=f"person/{self._pin_of}", fields={"pin": digest}, reason=reason)
        said = self.tr("PIN set; it is asked for at the next sign-in") if digest else self.tr("PIN removed")
        sheet = self._sheet if isinstance(self._sheet, PinSheet) else None
        self.send(command, said, sheet)

    def _on_person_moved(self, _place: int) -> None:
        chosen = self.chosen_person()
        self.remove_button.setEnabled(chosen is not None and chosen.has_pin)
        words = self.tr("Change PIN") if chosen is not None and chosen.has_pin else self.tr("Set PIN")
        self.pin_button.set_text(words)

    def _on_person_opened(self, _place: int) -> None:
        self.set_pin()

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers()
        if key == Qt.Key.Key_F2 or (plain and key == Qt.Key.Key_E):
            if self.people.view.hasFocus():
                self.set_pin()
            else:
                self.edit_office()
        elif plain and key == Qt.Key.Key_Delete and self.people.view.hasFocus():
            self.remove_pin()
        elif plain and key == Qt.Key.Key_A:
            self.add_person()
        else:
            return False
        return True

    def come(self) -> None:
        self.people.view.setFocus()


def _person_key(entry: PersonRow) -> str:
    return entry.person


def _person_spoken(entry: PersonRow) -> str:
    pin = translate("Office", "PIN set") if entry.has_pin else translate("Office", "no PIN")
    return f"{entry.name}, {word(ROLES, entry.role)}, {pin}"
