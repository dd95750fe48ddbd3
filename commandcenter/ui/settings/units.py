"""Units and relations: who can be called, by what right, how fast, and whom to ring in which order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.record import Record, RestoreRecord, RetireRecord
from commandcenter.domain.unit import Contact, unit_of
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, Label, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.history import HistoryRow, HistoryView
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter, RowView
from commandcenter.ui.parts.screen import Context, Hints, Phone
from commandcenter.ui.settings import unit_model as model
from commandcenter.ui.settings.section import Section
from commandcenter.ui.settings.unit_model import UnitRow
from commandcenter.ui.settings.unit_sheet import UnitSheet
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS, word

translate = QCoreApplication.translate


class UnitPainter(RowPainter):
    """Relation, name, code, kind, phone, limits, contacts, first action."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("relation", "", 24),
                Column("name", translate("Units", "Unit"), 150, 3),
                Column("kind", translate("Units", "Kind"), 66, drop=2),
                Column("phone", translate("Units", "Duty phone"), 124),
                Column("limits", translate("Units", "Answer / leave / arrive"), 150, drop=1),
                Column("contacts", translate("Units", "Contacts"), 60, align="right", drop=3),
                Column("action", translate("Units", "First action"), 110, 2, drop=4),
            ],
        )
        super().__init__(look, columns, parent, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: UnitRow) -> None:
        look = self.look
        if column == "relation":
            side = look.px(22)
            box = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
            paint.relation(p, look, box, row.relation, word(RELATIONS, row.relation))
        elif column == "name":
            code = f"  {row.id}"
            room = rect.width() - look.width(code, "caption")
            name = look.elided(row.name, "name", room)
            paint.text(p, look, rect, name, "name", "tx1" if row.active else "tx3")
            behind = rect.adjusted(look.width(name, "name"), 0, 0, 0)
            paint.text(p, look, behind, code, "caption", "tx3")
        elif column == "kind":
            paint.elided(p, look, rect, model.kind_word(row.kind), "body", "tx2")
        elif column == "phone":
            words = row.phone or translate("Units", "no number")
            paint.elided(p, look, rect, words, "body", "tx2" if row.phone else "amb")
        elif column == "limits":
            paint.elided(p, look, rect, row.limits, "body", "tx2")
        elif column == "contacts":
            paint.text(p, look, rect, str(row.contacts), "body", "tx2" if row.contacts else "amb", paint.RIGHT)
        else:
            paint.elided(p, look, rect, row.first_action, "caption", "tx3")


class ContactPainter(RowPainter):
    """Place in the order, name, post, phone."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("order", "", 16),
            Column("name", "", 56),
            Column("post", "", 50, 1),
            Column("phone", "", 120, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=33)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: tuple[int, Contact]) -> None:
        look = self.look
        order, contact = row
        if column == "order":
            paint.text(p, look, rect, str(order), "caption", "tx3")
        elif column == "name":
            paint.elided(p, look, rect, contact.name, "name", "tx1")
        elif column == "post":
            paint.elided(p, look, rect, contact.post, "caption", "tx2")
        else:
            paint.text(p, look, rect, contact.phone, "body", "tx2", paint.RIGHT)


class UnitSection(Section):
    """The table of units; the chosen one at the right."""

    name = "units"
    icon = "landmark"
    families = frozenset({"unit", "plan"})
    takes = frozenset({Qt.Key.Key_F2})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._records: dict[str, Record] = {}
        self._sheet: FormSheet | None = None
        self._build()

    @staticmethod
    def words() -> str:
        return translate("Settings", "Units and relations")

    @staticmethod
    def counted(desk: Desk) -> str:
        return str(sum(unit.active for unit in desk.reference.units.values()))

    def caption(self) -> str:
        return self.tr("the relation decides what may be said: ordered, called in, asked, told")

    def hints(self) -> Hints:
        return (
            ("F2", self.tr("edit")),
            ("A", self.tr("new unit")),
            ("Del", self.tr("retire, bring back")),
            ("P", self.tr("call")),
            ("/", self.tr("find")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.panel = Panel(look, self.words(), "")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find"))
        self.field.setAccessibleName(self.tr("Find a unit"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_filter)
        self.tabs = SegTabs(look, [""] * len(model.FILTERS))
        self.tabs.picked.connect(self._on_filter)
        self.new_button = Button(look, self.tr("New"), key="A", icon="plus", small=True)
        self.new_button.clicked.connect(self.add)
        self.panel.add_to_head(self.field)
        self.panel.add_to_head(self.new_button)
        self.panel.body.addLayout(row(self.tabs, None, margins=(12, 8, 12, 4)))
        self.model = KeyedRows(_key, _spoken, self)
        self.list = RowList(look, self.model, UnitPainter(look, self), self.words())
        self.view = self.list.view
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.panel.body.addWidget(self.list, 1)
        layout.addWidget(self.panel, 1)
        layout.addWidget(self._build_side())
        look.changed.connect(self._fit)
        self._fit()

    def _build_side(self) -> QWidget:
        look = self.look
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        this = Panel(look, self.tr("This unit"), "")
        self.edit_button = Button(look, self.tr("Edit"), key="F2", icon="pencil", small=True)
        self.edit_button.clicked.connect(self.edit)
        this.add_to_head(self.edit_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 10, 14, 12)
        inner.setSpacing(6)
        self.name_label = Label(look, "", "tile")
        self.name_label.setWordWrap(True)
        self.code_label = ElidedLabel(look, "", "caption", "3")
        self.phone_label = Label(look, "", "timer_small")
        self.relation_label = Label(look, "", "body", "2")
        self.relation_label.setWordWrap(True)
        self.limits_label = Label(look, "", "body", "2")
        self.limits_label.setWordWrap(True)
        self.action_label = Label(look, "", "body", "2")
        self.action_label.setWordWrap(True)
        self.plans_label = Label(look, "", "caption", "3")
        self.plans_label.setWordWrap(True)
        for widget in (
            self.name_label,
            self.code_label,
            self.phone_label,
            self.relation_label,
            self.limits_label,
            self.action_label,
            self.plans_label,
        ):
            inner.addWidget(widget)
        this.body.addLayout(inner)
        contacts = Panel(look, self.tr("Who is called, in this order"), "", head=40)
        self.contact_model = KeyedRows(_contact_key, _contact_spoken, self)
        self.contact_painter = ContactPainter(look, self)
        self.contacts = RowView(look, self.contact_model, self.contact_painter, self.tr("Who is called, in this order"))
        self.contacts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        contacts.body.addWidget(self.contacts)
        past = Panel(look, self.tr("History"), self.tr("only added to, never deleted"), head=40)
        self.history = HistoryView(look, self.tr("History"), lead=84)
        past.body.addWidget(self.history, 1)
        column.addWidget(this)
        column.addWidget(contacts)
        column.addWidget(past, 1)
        return self.side

    def _fit(self) -> None:
        px = self.look.px
        self.field.setFixedWidth(px(180))
        self.side.setFixedWidth(px(438) if self.width() > px(1250) else px(330))
        self.contacts.setFixedHeight(max(1, self.contact_model.rowCount()) * self.contact_painter.row_height + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        self._records = self.desk.read.reference.records("unit")
        names = [
            self.tr("All"),
            self.tr("Departments"),
            self.tr("Sections"),
            self.tr("Communities"),
            self.tr("Own forces"),
            self.tr("Retired"),
        ]
        counts = model.counts(self._records)
        self.tabs.set_words([f"{name} {count}" for name, count in zip(names, counts, strict=True)])
        self.panel.caption.setText(self.tr("{n} in use").format(n=counts[0]))
        self._fill()

    def _fill(self) -> None:
        chosen = self.chosen()
        initials = self.desk.reference.unit_initials
        self.model.show(
            model.rows_of(self._records, initials, model.FILTERS[self.tabs.current], self.field.text().strip())
        )
        place = self.model.place_of(chosen.id) if chosen is not None else -1
        self.view.go(place if place >= 0 else 0)
        self._show_chosen()

    def chosen(self) -> UnitRow | None:
        """The unit the mark is on."""
        found = self.model.row(self.view.place)
        return found if isinstance(found, UnitRow) else None

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        self.side.setVisible(chosen is not None)
        if chosen is None:
            return
        record = self._records[chosen.id]
        unit = unit_of(record)
        self.name_label.setText(unit.name)
        retired = "" if unit.active else " · " + self.tr("retired")
        self.code_label.setText(f"{unit.id} · {model.kind_word(unit.kind)}{retired}")
        self.phone_label.setText(unit.duty_phone or self.tr("no number"))
        self.relation_label.setText(model.relation_words(unit.relation))
        self.limits_label.setText(self._limit_words(record))
        self.action_label.setText(self.tr("First action: {action}").format(action=unit.first_action or "—"))
        plans = model.plans_with(self.desk.reference.plans, unit.id)
        words = self.tr("Plans with it ({n}): {names}").format(n=len(plans), names="、".join(plans))
        self.plans_label.setText(words if plans else self.tr("In no plan"))
        self.contact_model.show(list(enumerate(unit.contacts, start=1)))
        self._show_history(unit.id)
        self._fit()

    def _limit_words(self, record: Record) -> str:
        words = model.limits_words(record)
        if model.limit_mode(record) == model.MINUTES:
            return self.tr("Answer / leave / arrive: {words} min from the whistle").format(words=words)
        if model.limit_mode(record) == model.OWN_RULE:
            return self.tr("Limits: its own rule; times are shown, never judged")
        values = [self.desk.reference.limit(f"whistle.emergency.{clock}") for clock in model.CLOCKS]
        shown = " / ".join(f"{found.value:g}" if found else "—" for found in values)
        return self.tr("Limits: those of the office, {words} min").format(words=shown)

    def _show_history(self, unit: str) -> None:
        rows = []
        for change in reversed(self.desk.read.reference.record(f"unit/{unit}").history):
            who = self.author(change)
            lead = {"listed": self.tr("entered"), "retired": self.tr("retired"), "restored": self.tr("back")}.get(
                change.verb, self.tr("changed")
            )
            what = self._changed(change.fields) if change.verb == "amended" else ""
            second = " · ".join(part for part in (change.reason, what) if part)
            first = self.tr("{who}, {day}").format(who=who, day=self.day(change.at))
            rows.append(HistoryRow(str(change.id), lead, first, second))
        self.history.show_rows(rows)

    def _changed(self, fields: Mapping[str, Any]) -> str:
        names = {
            "name": self.tr("Name"),
            "kind": self.tr("Kind"),
            "relation": self.tr("Relation"),
            "duty_phone": self.tr("Duty phone"),
            "limits": self.tr("Limits"),
            "first_action": self.tr("First action"),
        }
        return "、".join(names.get(field, field) for field in fields) or self.tr("contacts")

    # -- acting ----------------------------------------------------------------------------------------------------

    def edit(self) -> None:
        """F2."""
        chosen = self.chosen()
        if chosen is not None:
            self._open(UnitSheet(self.look, self.desk, self.host, self._records[chosen.id]))

    def add(self) -> None:
        """A."""
        self._open(UnitSheet(self.look, self.desk, self.host, Record()))

    def _open(self, sheet: UnitSheet) -> None:
        self._sheet = sheet
        sheet.submitted.connect(self._on_submitted)
        sheet.open_sheet()

    def _on_submitted(self, values: dict[str, Any]) -> None:
        sheet = self._sheet
        if not isinstance(sheet, UnitSheet):
            return
        try:
            command = sheet.command(values)
        except ValueError as error:
            sheet.form.mark_wrong(str(error))
            sheet.say(self.tr("Write at least one limit in minutes."))
            return
        if command is None:
            sheet.say(self.tr("Nothing was changed."))
            return
        self.send(command, self.tr("Saved; it holds from the next whistle on"), sheet)

    def retire(self) -> None:
        """Del: take a unit out of use, or bring a retired one back."""
        chosen = self.chosen()
        if chosen is None:
            return
        if not chosen.active:
            self.send(RestoreRecord(subject=f"unit/{chosen.id}"), self.tr("Back in use"))
            return
        sheet = FormSheet(
            self.look,
            self.host,
            self.tr("Take out of use"),
            [Field("reason", self.tr("Why it ends"), required=True, wide=True)],
            send=self.tr("Take out of use"),
            danger=True,
            now=self.desk.clock.now,
        )
        plans = model.plans_with(self.desk.reference.plans, chosen.id)
        sheet.caption.setText(self.tr("{name} · plans that name it: {n}").format(name=chosen.name, n=len(plans)))
        self._retiring = chosen.id
        self._sheet = sheet
        sheet.submitted.connect(self._on_retire)
        sheet.open_sheet()

    def _on_retire(self, values: dict[str, Any]) -> None:
        command = RetireRecord(subject=f"unit/{self._retiring}", reason=values["reason"])
        self.send(command, self.tr("Taken out of use; the history keeps it"), self._sheet)

    def call(self) -> None:
        """P."""
        chosen = self.chosen()
        if chosen is not None:
            self.services.phone.emit(Phone(chosen.name, model.kind_word(chosen.kind), chosen.phone))

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers()
        if key == Qt.Key.Key_F2 or (plain and key == Qt.Key.Key_E):
            self.edit()
        elif plain and key == Qt.Key.Key_A:
            self.add()
        elif plain and key == Qt.Key.Key_Delete:
            self.retire()
        elif plain and key == Qt.Key.Key_P:
            self.call()
        elif plain and key == Qt.Key.Key_Slash:
            self.field.setFocus()
            self.field.selectAll()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Escape) and self.field.hasFocus():
            if key == Qt.Key.Key_Escape:
                self.field.clear()
            self.view.setFocus()
        else:
            return False
        return True

    def come(self) -> None:
        self.view.setFocus()

    def _on_filter(self, _changed: object) -> None:
        self._fill()

    def _on_moved(self, _place: int) -> None:
        self._show_chosen()

    def _on_opened(self, _place: int) -> None:
        self.edit()

    def show_what(self, what: Mapping[str, Any]) -> None:
        unit = str(what.get("unit", ""))
        if not unit:
            return
        if self.model.place_of(unit) < 0:
            self.field.clear()
            self.tabs.pick(0 if self._records.get(unit, Record()).active else len(model.FILTERS) - 1)
        place = self.model.place_of(unit)
        if place >= 0:
            self.view.go(place)

    def where(self) -> Mapping[str, Any]:
        chosen = self.chosen()
        return {"unit": chosen.id} if chosen is not None else {}


def _key(entry: UnitRow) -> str:
    return entry.id


def _spoken(entry: UnitRow) -> str:
    return f"{entry.name}, {word(RELATIONS, entry.relation)}, {entry.phone}, {entry.limits}"


def _contact_key(entry: tuple[int, Contact]) -> str:
    return str(entry[0])


def _contact_spoken(entry: tuple[int, Contact]) -> str:
    return f"{entry[0]} {entry[1].name} {entry[1].post} {entry[1].phone}"
