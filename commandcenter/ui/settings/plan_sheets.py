"""The forms of a plan's lines: a unit with its part, people and limits; a line of the first five minutes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.unit import RELATIONS
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.settings.unit_model import CLOCKS
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS as RELATION_WORDS
from commandcenter.ui.words import word


class UnitLineSheet(FormSheet):
    """A unit of the plan; ``line`` is empty for a new one, ``taken`` are the units that stand in the plan already."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, line: Mapping[str, Any], taken: Collection[str]) -> None:
        units = desk.reference.units.values()
        choices = [(unit.id, f"{unit.id}  {unit.name}") for unit in units if unit.active and unit.id not in taken]
        limits = line.get("limits") or {}
        relations = [("", self.tr("as the unit has it"))]
        relations += [(code, word(RELATION_WORDS, code)) for code in RELATIONS]
        fields = [
            Field("unit", self.tr("Unit"), kind="choice", choices=choices, value=line.get("unit"), wide=True),
            Field(
                "duty",
                self.tr("Part"),
                kind="choice",
                choices=[("assist", self.tr("assists")), ("lead", self.tr("leads"))],
                value=line.get("duty", "assist"),
            ),
            Field("ask", self.tr("People asked for"), kind="number", value=line.get("ask"), least=1),
            Field("why", self.tr("Called for (fills {ask})"), value=line.get("why", ""), wide=True),
            Field(
                "relation",
                self.tr("Relation in this plan"),
                kind="choice",
                choices=relations,
                value=line.get("relation", ""),
            ),
            Field(
                "optional",
                self.tr("Beforehand"),
                kind="check",
                hint=self.tr("only offered, not ticked"),
                value=line.get("optional"),
            ),
        ]
        names = (self.tr("Answer, minutes"), self.tr("Leave, minutes"), self.tr("Arrive, minutes"))
        for clock, label in zip(CLOCKS, names, strict=True):
            value = limits.get(clock)
            shown = None if value is None else round(value)
            fields.append(Field(clock, label, kind="number", value=shown, least=1, hint=self.tr("as the unit has it")))
        title = self.tr("Unit of the plan") if line else self.tr("Add a unit")
        super().__init__(look, host, title, fields, send=self.tr("Take it"), now=desk.clock.now)


class StepSheet(FormSheet):
    """A line of the first five minutes; ``named`` are the units of the plan, who may get it."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, line: Mapping[str, Any], named: Sequence[str]) -> None:
        units = desk.reference.units
        choices = [("", self.tr("nobody in particular"))]
        choices += [(key, units[key].name) for key in named if key in units]
        fields = [
            Field("text", self.tr("Order"), value=line.get("text", ""), required=True, wide=True),
            Field("unit", self.tr("Goes to"), kind="choice", choices=choices, value=line.get("unit", ""), wide=True),
        ]
        title = self.tr("First five minutes")
        super().__init__(look, host, title, fields, send=self.tr("Take it"), now=desk.clock.now)
