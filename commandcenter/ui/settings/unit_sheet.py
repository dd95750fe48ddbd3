"""The form of a unit: its right, its phone, its limits, and the order in which its people are called.

A new community is entered with the place that it is, so that a whistle for a street there finds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.record import ListRecord, Record
from commandcenter.domain.roster_acts import community_code
from commandcenter.domain.unit import KINDS, RELATIONS, next_code
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.settings import unit_model as model
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS as RELATION_WORDS
from commandcenter.ui.words import word


class ContactLines(QWidget):
    """Up to five lines of name, post and phone, in the order of the calls."""

    def __init__(self, look: Look, contacts: list[Mapping[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        self.lines: list[tuple[QLineEdit, QLineEdit, QLineEdit]] = []
        names = (self.tr("Name"), self.tr("Post"), self.tr("Phone"))
        for line in range(model.MOST_CONTACTS):
            told = contacts[line] if line < len(contacts) else {}
            grid.addWidget(Label(look, str(line + 1), "caption", "3"), line, 0)
            fields = []
            for column, (part, name) in enumerate(zip(("name", "post", "phone"), names, strict=True), start=1):
                field = QLineEdit(str(told.get(part, "")))
                field.setPlaceholderText(name)
                field.setAccessibleName(f"{name} {line + 1}")
                grid.addWidget(field, line, column)
                fields.append(field)
            self.lines.append((fields[0], fields[1], fields[2]))
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 2)
        grid.setColumnStretch(3, 3)

    def contacts(self) -> list[dict[str, str]]:
        """What is entered; empty lines are left out."""
        found = []
        for name, post, phone in self.lines:
            told = {"name": name.text().strip(), "post": post.text().strip(), "phone": phone.text().strip()}
            if told["name"] or told["phone"]:
                found.append(told)
        return found


class UnitSheet(FormSheet):
    """Edit a unit, or enter a new one when ``record`` is not known."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, record: Record) -> None:
        self.desk = desk
        self.record = record
        limits = record.get("limits") or {}
        fields = [
            Field("name", self.tr("Name"), value=record.get("name", ""), required=True),
            Field(
                "kind",
                self.tr("Kind"),
                kind="choice",
                choices=[(kind, model.kind_word(kind)) for kind in KINDS],
                value=record.get("kind", "department"),
            ),
            Field(
                "relation",
                self.tr("Relation"),
                kind="choice",
                choices=[(code, f"{word(RELATION_WORDS, code)}  {_short(code)}") for code in RELATIONS],
                value=record.get("relation", "request"),
            ),
            Field("duty_phone", self.tr("Duty phone"), value=record.get("duty_phone", "")),
            Field(
                "limits",
                self.tr("Limits"),
                kind="choice",
                choices=[
                    (model.OFFICE, self.tr("the office's limits")),
                    (model.OWN_RULE, self.tr("its own rule: shown, not judged")),
                    (model.MINUTES, self.tr("minutes of its own")),
                ],
                value=model.limit_mode(record) if record.known else model.OFFICE,
            ),
            Field("first_action", self.tr("First action on the scene"), value=record.get("first_action", "")),
        ]
        fields += [
            Field(clock, label, kind="number", value=_whole(limits.get(clock)), least=1)
            for clock, label in zip(
                model.CLOCKS,
                (self.tr("Answer, minutes"), self.tr("Leave, minutes"), self.tr("Arrive, minutes")),
                strict=True,
            )
        ]
        if record.known:
            fields.append(Field("reason", self.tr("Why it changes"), required=True))
        title = str(record.get("name", "")) if record.known else self.tr("New unit")
        send = self.tr("Save") if record.known else self.tr("Enter")
        super().__init__(look, host, title, fields, send=send, width=720, now=desk.clock.now)
        self.caption.setText(record.id)
        self.explain = Label(look, "", "caption", "acc")
        self.explain.setWordWrap(True)
        self.contact_lines = ContactLines(look, list(record.words.get("contacts", ())))
        for widget in (self.explain, Label(look, self.tr("Who is called, in this order"), "caption", "2")):
            self.form.add_below(widget)
        self.form.add_below(self.contact_lines)
        for name in ("limits", "relation"):
            box = self.form.widgets[name]
            if isinstance(box, QComboBox):
                box.currentIndexChanged.connect(self._on_choice)
        self._on_choice()

    def _on_choice(self, _place: int = 0) -> None:
        minutes = self.form.text("limits") == model.MINUTES
        for clock in model.CLOCKS:
            self.form.widgets[clock].setEnabled(minutes)
        self.explain.setText(model.relation_words(self.form.text("relation")))

    def command(self, values: Mapping[str, Any]) -> Command | None:
        """The command for what was entered, None when nothing differs. Raises ``ValueError`` with a field's name."""
        contacts = self.contact_lines.contacts()
        if self.record.known:
            return model.amended(self.record, values, contacts)
        kind, units = str(values["kind"]), self.desk.read.reference.records("unit")
        if kind != "community":
            return model.listed(next_code(units, kind), values, contacts)
        code = community_code(self.desk.read.reference.records("place"), units)
        place = ListRecord(subject=f"place/{code}", fields={"name": values["name"], "kind": "community"})
        return Batch(commands=(place, model.listed(code, values, contacts)))


def _short(relation: str) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Words", RELATION_WORDS[relation][1])


def _whole(value: Any) -> int | None:
    return round(value) if isinstance(value, int | float) else None
