"""Rules of escalation: at which share of a limit, or after how many redos, an order is brought before which leader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.category import levels
from commandcenter.domain.command import Command
from commandcenter.domain.escalation import REDONE, ROLES, WATCHED
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import AmendRecord, ListRecord, Record
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.settings.case_limit_model import (
    any_word,
    basis_field,
    condition_fields,
    entered,
    nature_word,
    path_of,
)
from commandcenter.ui.settings.limit_list import basis_chip
from commandcenter.ui.settings.limit_model import OWN_SOURCE
from commandcenter.ui.settings.rule_table import TableSection
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CHANNELS, GRADES, clock_word, listed, role_word, word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as the list shows it."""

    key: str
    name: str
    about: str
    when: str
    to: str
    basis: str
    source: str
    changed_at: int


def watched_word(clock: str) -> str:
    """What a rule watches."""
    return translate("Escalations", "number of redos") if clock == REDONE else clock_word(clock)


def when_words(fields: Mapping[str, Any]) -> str:
    """``resolve 150 %`` or ``redone more than 1 time``."""
    if fields.get("clock") == REDONE:
        return translate("Escalations", "redone more often than {n}").format(n=fields.get("times"))
    clock, share = clock_word(str(fields.get("clock", ""))), fields.get("share")
    return translate("Escalations", "{clock}: {share} % of the limit").format(clock=clock, share=share)


def about_words(fields: Mapping[str, Any]) -> str:
    """Which orders a rule is about."""
    grade, channel, nature = (str(fields.get(name) or "") for name in ("grade", "channel", "nature"))
    parts = [
        word(GRADES, grade) if grade else "",
        word(CHANNELS, channel) if channel else "",
        "/".join(levels(fields.get("category"))),
        nature_word(nature) if nature else "",
    ]
    return listed(parts) or any_word()


class EscalationPainter(RowPainter):
    """Name, which orders, when, to whom, basis, since."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("name", translate("Escalations", "Rule"), 130, 2),
            Column("about", translate("Escalations", "Orders"), 110, 2),
            Column("when", translate("Escalations", "When"), 180, 2),
            Column("to", translate("Escalations", "To whom"), 130, 1),
            Column("basis", translate("CaseLimits", "Basis"), 64, drop=1),
            Column("since", translate("CaseLimits", "Since"), 84, drop=2),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: RuleRow) -> None:
        look = self.look
        if column == "basis":
            basis_chip(p, look, rect, row.basis)
        elif column == "since":
            paint.text(p, look, rect, when.day(row.changed_at), "caption", "tx3")
        else:
            told = str(getattr(row, column))
            paint.elided(p, look, rect, told, "name" if column == "name" else "body", "tx1")


class EscalationSection(TableSection):
    """The rules; what they bring before a leader stands on the case, in the alarms and in the leader's list."""

    name = "escalations"
    icon = "bell-ring"
    family = "escalation"
    families = frozenset({"escalation", "category", "person", "appointment"})
    first_field = "name"

    @staticmethod
    def words() -> str:
        return translate("Settings", "Escalation")

    @staticmethod
    def counted(desk: Desk) -> str:
        return str(len(desk.reference.escalations))

    def caption(self) -> str:
        return self.tr("each order keeps the rules of the day its limit was given")

    def note(self) -> str:
        return self.tr(
            "A change holds for limits given from now on. What was brought before a leader stays with the case."
        )

    def painter(self) -> RowPainter:
        return EscalationPainter(self.look, self)

    def rows(self) -> Sequence[RuleRow]:
        return [
            RuleRow(
                key=key,
                name=str(record.get("name") or when_words(record.fields)),
                about=about_words(record.fields),
                when=when_words(record.fields),
                to=self._to(record.fields),
                basis=str(record.get("basis", "")),
                source=str(record.get("source", "")),
                changed_at=record.changed_at,
            )
            for key, record in sorted(self.records.items())
            if record.active
        ]

    def _to(self, fields: Mapping[str, Any]) -> str:
        person = self.desk.reference.directory.people.get(str(fields.get("person") or ""))
        if fields.get("to") == "named" and person is not None:
            return person.name
        return role_word(str(fields.get("to", "")))

    def spoken(self, row: RuleRow) -> str:
        return f"{row.name}, {row.about}, {row.when}, {row.to}"

    def fields(self, told: Mapping[str, Any], *, changing: bool) -> list[Field]:
        directory = self.desk.reference.directory
        posts = sorted((one.rank, one.person) for one in directory.appointments if one.target == OFFICE)
        leaders = [("", "—")]
        for _, person in posts:
            found = directory.people.get(person)
            if found is not None:
                leaders.append((person, f"{found.name} {found.post}"))
        clocks = [(clock, watched_word(clock)) for clock in WATCHED]
        roles = [(role, role_word(role)) for role in ROLES]
        found_fields = [
            Field(
                "name",
                translate("Escalations", "Name of the rule"),
                value=told.get("name", ""),
                required=True,
                wide=True,
            ),
            Field(
                "clock",
                translate("Escalations", "Watches"),
                kind="choice",
                choices=clocks,
                value=told.get("clock", "resolve"),
            ),
            Field(
                "share",
                translate("Escalations", "Share of the limit in %"),
                kind="number",
                value=told.get("share", 100),
                hint=translate("Escalations", "50 to 1000; not for redos"),
            ),
            Field(
                "times",
                translate("Escalations", "Redos that are borne"),
                kind="number",
                value=told.get("times", 1),
                hint=translate("Escalations", "only where redos are counted"),
            ),
            Field(
                "to", translate("Escalations", "To whom"), kind="choice", choices=roles, value=told.get("to", "on_duty")
            ),
            Field(
                "person",
                translate("Escalations", "Leader, where one is named"),
                kind="choice",
                choices=leaders,
                value=told.get("person", ""),
            ),
            *condition_fields(told, list(self.desk.reference.categories.values())),
            basis_field(told),
            Field("source", translate("CaseLimits", "Source"), value=told.get("source", OWN_SOURCE)),
        ]
        if changing:
            reason = Field("reason", translate("CaseLimits", "Why it changes"), required=True, wide=True)
            found_fields.append(reason)
        return found_fields

    def adding(self, values: Mapping[str, Any]) -> Command:
        return ListRecord(subject=entered(values, self.records, "E", "escalation"), fields=_told(values))

    def changing(self, record: Record, values: Mapping[str, Any]) -> Command:
        return AmendRecord(subject=record.subject, fields=_told(values), reason=str(values["reason"]))

    def entry_words(self, fields: Mapping[str, Any]) -> str:
        return f"×{fields.get('times')}" if fields.get("clock") == REDONE else f"{fields.get('share')} %"


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    names = ("name", "clock", "to", "grade", "channel", "nature", "basis", "source")
    told: dict[str, Any] = {name: str(values[name]).strip() for name in names}
    told["category"] = path_of(values)
    told["person"] = str(values["person"]) if told["to"] == "named" else ""
    name = "times" if told["clock"] == REDONE else "share"
    told[name] = values[name]
    return told
