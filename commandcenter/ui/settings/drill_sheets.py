"""The forms of a drill plan: what is drilled where, who takes part, a line of the script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.command import Command
from commandcenter.domain.drill import drill_plan_of
from commandcenter.domain.record import Record
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.settings import drill_model as model
from commandcenter.ui.theme.look import Look


class DrillSheet(FormSheet):
    """Name, plan, place, setting and aims; an unknown ``record`` enters a new drill plan."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, record: Record) -> None:
        self._desk = desk
        self.record = record
        drill = drill_plan_of(record)
        plans = [(plan.id, f"{plan.code}  {plan.name}") for plan in desk.reference.plans]
        if drill.plan and drill.plan not in dict(plans):
            plans.append((drill.plan, self.tr("{code}, out of use").format(code=drill.plan)))
        place = desk.reference.directory.places.get(drill.place)
        fields = [
            Field("name", self.tr("Name"), value=drill.name, required=True),
            Field("plan", self.tr("Rests on the plan"), kind="choice", choices=plans, value=drill.plan, required=True),
            Field(
                "place_words",
                self.tr("Place"),
                value=drill.place_words or (place.name if place else ""),
                hint=self.tr("as the roster names it"),
                required=True,
            ),
            Field("setting", self.tr("Setting"), value=drill.setting, hint=self.tr("such as a weekday, 02:40, wind")),
            Field(
                "goals",
                self.tr("Aims, one a line"),
                kind="lines",
                value="\n".join(drill.goals),
                wide=True,
                height=88,
            ),
        ]
        title = self.tr("Drill plan") if record.known else self.tr("New drill plan")
        send = self.tr("Save") if record.known else self.tr("Enter")
        super().__init__(look, host, title, fields, send=send, now=desk.clock.now)
        self.caption.setText(record.id or self.tr("nothing of a drill goes outside"))
        key = f"settings.drill.{record.id}"
        self.keep_draft(key, desk.save_draft, desk.read.status.drafts().get(key, ""))

    def command(self, values: Mapping[str, Any]) -> Command | None:
        """The command for what was entered; None when nothing differs."""
        fields = model.fields_of(values, self._desk.reference.directory)
        if self.record.known:
            return model.amended(self.record, fields)
        return model.listed(model.new_code(self._desk.read.reference.records("drill")), fields)


class PartSheet(FormSheet):
    """Who takes part: the units of the plan, ``offered``, each ticked or not."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, record: Record, offered: Sequence[str]) -> None:
        self.record = record
        self._plan = desk.reference.plan(str(record.get("plan", "")))
        drill, units = drill_plan_of(record), desk.reference.units
        self._offered = [key for key in dict.fromkeys([*offered, *drill.units]) if key in units]
        standing = set(drill.units) or self._planned()
        fields = [
            Field(f"unit.{key}", "", kind="check", hint=units[key].name, value=key in standing) for key in self._offered
        ]
        super().__init__(look, host, self.tr("Who takes part"), fields, send=self.tr("Save"), now=desk.clock.now)
        self.caption.setText(self.tr("{name} · the others are not called").format(name=drill.name))
        for key in self._offered:
            self.form.widgets[f"unit.{key}"].setAccessibleName(units[key].name)

    def _planned(self) -> set[str]:
        """Those the plan ticks."""
        return {line.unit for line in self._plan.units if not line.optional} if self._plan else set()

    def command(self, values: Mapping[str, Any]) -> Command | None:
        """The command for what was ticked: those of the plan are no choice of their own. None when nothing differs."""
        ticked = [key for key in self._offered if values[f"unit.{key}"]]
        return model.amended(self.record, {"units": [] if set(ticked) == self._planned() else ticked})

    def nobody(self, values: Mapping[str, Any]) -> bool:
        """Whether nobody is ticked."""
        return not any(values[f"unit.{key}"] for key in self._offered)


class InjectSheet(FormSheet):
    """A line of the script: when, what happens, what ought to be done, by whom. ``line`` is empty for a new one."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, drill: str, line: Mapping[str, Any], minute: int) -> None:
        fields = [
            Field(
                "minute",
                self.tr("Minutes after the start"),
                kind="number",
                value=line.get("t_min", minute),
                required=True,
            ),
            Field(
                "units",
                self.tr("Who acts"),
                value=line.get("units", ""),
                hint=self.tr("codes or posts, such as D01 S08"),
            ),
            Field("text", self.tr("What happens"), value=line.get("inject", ""), required=True, wide=True),
            Field("expected", self.tr("What ought to be done"), value=line.get("expected", ""), wide=True),
        ]
        title = self.tr("Line of the script")
        super().__init__(look, host, title, fields, send=self.tr("Save"), now=desk.clock.now)
        if not line:
            key = f"settings.inject.{drill}"
            self.keep_draft(key, desk.save_draft, desk.read.status.drafts().get(key, ""))
