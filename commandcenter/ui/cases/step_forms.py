"""What the forms of the steps share: the sheet with its draft, fields for words, receivers, leaders, ways and moments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.case import Case
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Command
from commandcenter.domain.masking import mask_known
from commandcenter.ui import when
from commandcenter.ui.case_words import WAYS, case_word
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.onduty import proposed_leader
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

Make = Callable[[dict[str, Any]], Command]
Built = tuple[FormSheet, Make]


class StepForms:
    """Base of the collections of forms. ``host`` is the screen they open over."""

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        self._look, self._desk, self._host = look, desk, host

    def sheet(
        self, case: Case, step: str, title: str, fields: list[Field], send: str, *, danger: bool = False
    ) -> FormSheet:
        """The sheet of a step; what is typed is kept as a draft of this step of this case."""
        sheet = FormSheet(self._look, self._host, title, fields, send=send, danger=danger, now=self._desk.clock.now)
        sheet.caption.setText(f"{case.number} {mask_known(case.title, case.reporter)}")
        key = f"case.{step}.{case.id}"
        sheet.keep_draft(key, self._desk.save_draft, self._desk.drafts().get(key, ""))
        return sheet

    def day_hint(self) -> str:
        """How a day with its hour is written, shown with one near now."""
        return f"{when.day(self._desk.clock.now() + 3 * DAY)} 18:00"

    def words(self, label: str, *, required: bool = False, name: str = "words", value: str = "") -> Field:
        """A field of several lines over the whole width."""
        return Field(name, label, kind="lines", wide=True, required=required, value=value, height=64)

    def pick(
        self, name: str, label: str, choices: Sequence[tuple[str, str]], value: str = "", *, wide: bool = False
    ) -> Field:
        """A choice that has to be made; without ``value`` nothing is proposed."""
        choose = () if value else (("", translate("Steps", "choose …")),)
        return Field(name, label, kind="choice", choices=[*choose, *choices], value=value, required=True, wide=wide)

    def coded(self, table: Mapping[str, str], codes: Sequence[str]) -> list[tuple[str, str]]:
        """Codes with their words."""
        return [(code, case_word(table, code)) for code in codes]

    def way(self, name: str, label: str, codes: Sequence[str]) -> Field:
        """How: the first is proposed."""
        return self.pick(name, label, self.coded(WAYS, codes), codes[0])

    def unit(self, name: str, label: str, units: Sequence[str], *, wide: bool = True, empty: str = "") -> Field:
        """One of the units by name; ``empty`` is what stands for none."""
        choices = [(unit, self._desk.reference.unit_name(unit)) for unit in units]
        if empty:
            return Field(name, label, kind="choice", choices=[("", empty), *choices], value="", wide=wide)
        return self.pick(name, label, choices, units[0] if units else "", wide=wide)

    @property
    def units(self) -> list[str]:
        """Sections and departments, then communities."""
        kinds = ("section", "department", "community")
        active = [unit for unit in self._desk.reference.units.values() if unit.active and unit.kind in kinds]
        return [unit.id for unit in sorted(active, key=lambda unit: (kinds.index(unit.kind), unit.id))]

    def leader(self, label: str, *, wide: bool = True) -> Field:
        """Which leader: one of the roster, the one signed in or on duty proposed; where the roster has none, a name."""
        directory = self._desk.reference.directory
        leaders = {
            post.person: f"{directory.people[post.person].name}  {directory.people[post.person].post}"
            for post in directory.appointments
            if post.role == "leader" and post.person in directory.people
        }
        if not leaders:
            return Field("leader_name", label, required=True, wide=wide)
        choices = [("", translate("Steps", "choose …")), *leaders.items()]
        value = proposed_leader(self._desk, list(leaders))
        return Field("leader", label, kind="choice", choices=choices, value=value, required=True, wide=wide)

    @staticmethod
    def signed(values: Mapping[str, Any]) -> tuple[str, str]:
        """What ``leader`` gave: the person's id, or the name that was written."""
        return str(values.get("leader", "")), str(values.get("leader_name", ""))
