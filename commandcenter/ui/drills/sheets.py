"""The forms of the design of a drill: found it, what it is, an aim, a role, an inject, safety, notice, approval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.command import Command
from commandcenter.domain.drill import (
    CHANNELS,
    CONTENTS,
    FORMS,
    GRADES,
    PURPOSES,
    TRIGGERS,
    DrillPlan,
    Inject,
    Role,
    ScoreSheet,
)
from commandcenter.domain.plan import partly
from commandcenter.domain.record import AmendRecord, Record
from commandcenter.ui import when
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.onduty import proposed_leader
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import (
    DRILL_CONTENTS,
    DRILL_FORMS,
    DRILL_GRADES,
    DRILL_PURPOSES,
    DRILL_ROLES,
    INJECT_CHANNELS,
    INJECT_TRIGGERS,
    word,
)

translate = QCoreApplication.translate


def _choices(codes: Sequence[str], words: Mapping[str, str], *, none: bool = False) -> list[tuple[str, str]]:
    open_ = [("", translate("DrillSheets", "not chosen"))] if none else []
    return [*open_, *((code, word(words, code)) for code in codes)]


def _plans(desk: Desk, chosen: str) -> list[tuple[str, str]]:
    plans = [(plan.id, f"{plan.code}  {plan.name}") for plan in desk.reference.plans]
    if chosen and chosen not in dict(plans):
        plans.append((chosen, translate("DrillSheets", "{code}, out of use").format(code=chosen)))
    return plans


class FoundSheet(FormSheet):
    """Begin a drill: from which scenario or from nothing, its name, its day."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, scenario: str, plan: str) -> None:
        self._scenarios = {one.id: one for one in desk.reference.drills if not one.designed}
        nothing = ("", translate("DrillSheets", "none: written from nothing"))
        choices = [nothing, *((key, f"{key}  {one.name}") for key, one in sorted(self._scenarios.items()))]
        fields = [
            Field("scenario", self.tr("From the scenario"), kind="choice", choices=choices, value=scenario, wide=True),
            Field("name", self.tr("Name of the drill"), value=self._proposed(scenario), required=True, wide=True),
            Field(
                "plan",
                self.tr("Rests on the plan"),
                kind="choice",
                choices=_plans(desk, plan),
                value=plan,
                required=True,
            ),
            Field("scheduled_at", self.tr("Day and time"), kind="clock", hint="2026-07-28 14:00"),
        ]
        super().__init__(look, host, self.tr("New drill"), fields, send=self.tr("Begin"), now=desk.clock.now)
        self.caption.setText(self.tr("the scenario stays as it is; nothing of a drill goes outside"))
        self._taken = scenario
        self.form.changed.connect(self._on_changed_scenario)

    def _proposed(self, scenario: str) -> str:
        found = self._scenarios.get(scenario)
        return self.tr("{name} drill").format(name=found.name) if found else ""

    def _on_changed_scenario(self) -> None:
        """Another scenario proposes its name and brings its plan."""
        scenario = self.form.text("scenario")
        if scenario != self._taken:
            before, self._taken = self._proposed(self._taken), scenario
            if self.form.text("name") in ("", before):
                self.form.set_text("name", self._proposed(scenario))
            if scenario:
                self.form.set_text("plan", self._scenarios[scenario].plan)


class HeadSheet(FormSheet):
    """What a drill is: name, plan, place, setting, kind, day, length, cost."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, plan: DrillPlan) -> None:
        place = desk.reference.directory.places.get(plan.place)
        fields = [
            Field("name", self.tr("Name"), value=plan.name, required=True, wide=True),
            Field(
                "plan",
                self.tr("Rests on the plan"),
                kind="choice",
                choices=_plans(desk, plan.plan),
                value=plan.plan,
                required=True,
            ),
            Field(
                "place_words",
                self.tr("Place"),
                value=plan.place_words or (place.name if place else ""),
                hint=self.tr("as the roster names it"),
                required=True,
            ),
            Field(
                "form", self.tr("Form"), kind="choice", choices=_choices(FORMS, DRILL_FORMS, none=True), value=plan.form
            ),
            Field(
                "content",
                self.tr("Content"),
                kind="choice",
                choices=_choices(CONTENTS, DRILL_CONTENTS, none=True),
                value=plan.content,
            ),
            Field(
                "purpose",
                self.tr("Purpose"),
                kind="choice",
                choices=_choices(PURPOSES, DRILL_PURPOSES, none=True),
                value=plan.purpose,
            ),
            Field(
                "setting", self.tr("Scene clock"), value=plan.setting, hint=self.tr("such as a weekday, 02:40, wind")
            ),
            Field(
                "scheduled_at", self.tr("Day and time"), kind="clock", value=plan.scheduled_at, hint="2026-07-28 14:00"
            ),
            Field("minutes", self.tr("Minutes it takes"), kind="number", value=plan.minutes, least=1),
            Field("cost", self.tr("Cost"), value=plan.cost, wide=True),
        ]
        super().__init__(look, host, self.tr("What the drill is"), fields, send=self.tr("Take it"), now=desk.clock.now)
        self.caption.setText(plan.number or plan.id)


class WordsSheet(FormSheet):
    """One line of words: an aim."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, title: str, text: str) -> None:
        fields = [Field("text", self.tr("Words"), value=text, required=True, wide=True)]
        super().__init__(look, host, title, fields, send=self.tr("Take it"), now=desk.clock.now)


class RoleSheet(FormSheet):
    """Who plays a role."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, role: str, told: Role) -> None:
        fields = [
            Field("people", self.tr("Who"), value=told.people, hint=self.tr("names or units"), wide=True),
            Field("count", self.tr("How many"), kind="number", value=told.count, least=0),
            Field("note", self.tr("Where, what for"), value=told.note),
        ]
        super().__init__(look, host, word(DRILL_ROLES, role), fields, send=self.tr("Take it"), now=desk.clock.now)
        self.caption.setText(self.tr("names stay out of what is sent on"))


class SafetySheet(FormSheet):
    """Stop word and safety rules."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, plan: DrillPlan) -> None:
        fields = [
            Field("stop_word", self.tr("Stop word"), value=plan.stop_word, hint=self.tr("said three times")),
            Field("cost", self.tr("Cost"), value=plan.cost),
            Field(
                "safety",
                self.tr("Safety rules, one a line"),
                kind="lines",
                value="\n".join(plan.safety),
                wide=True,
                height=130,
            ),
        ]
        super().__init__(look, host, self.tr("Safety"), fields, send=self.tr("Take it"), now=desk.clock.now)


class NoticeSheet(FormSheet):
    """The notice to residents: whether it is needed, where, when it comes out, its words."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, plan: DrillPlan) -> None:
        told = plan.announcement
        needed = {True: "yes", False: "no"}.get(told.needed, "") if told.needed is not None else ""
        choices = [
            ("", self.tr("not decided")),
            ("yes", self.tr("needed: residents may be alarmed")),
            ("no", self.tr("not needed")),
        ]
        facts = {
            "name": plan.name,
            "area": told.area or plan.place_words,
            "stop": plan.stop_word,
            "phone": str(desk.reference.office.get("phone", "")),
            "day": when.date_with_weekday(plan.scheduled_at) if plan.scheduled_at is not None else "{day}",
        }
        fields = [
            Field("needed", self.tr("Notice to residents"), kind="choice", choices=choices, value=needed),
            Field("publish_on", self.tr("Comes out on"), kind="date", value=told.publish_on),
            Field("area", self.tr("Where it is posted"), value=told.area or plan.place_words, wide=True),
            Field(
                "text",
                self.tr("Words of the notice"),
                kind="lines",
                value=told.text or partly(desk.reference.drill_notice, facts),
                wide=True,
                height=150,
            ),
        ]
        super().__init__(look, host, self.tr("Notice"), fields, send=self.tr("Take it"), now=desk.clock.now)
        self.caption.setText(self.tr("it is copied or read aloud, and begins with the mark of a drill"))


class InjectSheet(FormSheet):
    """Everything of an inject: the line of the script and the card of who delivers it."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, line: Inject, plan: DrillPlan) -> None:
        criteria = [("", self.tr("none"))] + [(one.id, one.name) for one in plan.sheet.criteria]
        fields = [
            Field("minute", self.tr("Minutes after the start"), kind="number", value=line.minute, required=True),
            Field("points", self.tr("Points at most"), kind="number", value=line.points),
            Field(
                "channel",
                self.tr("How it comes"),
                kind="choice",
                choices=_choices(CHANNELS, INJECT_CHANNELS),
                value=line.channel,
            ),
            Field(
                "trigger",
                self.tr("Given"),
                kind="choice",
                choices=_choices(TRIGGERS, INJECT_TRIGGERS),
                value=line.trigger,
            ),
            Field("text", self.tr("What happens"), value=line.text, required=True, wide=True),
            Field("expected", self.tr("What ought to be done"), value=line.expected, wide=True),
            Field("units", self.tr("Who acts"), value=line.units, hint=self.tr("codes or posts, such as D01 S08")),
            Field("criterion", self.tr("Counts for"), kind="choice", choices=criteria, value=line.criterion),
            Field("late_min", self.tr("Not done after minutes"), kind="number", value=line.late_minutes, least=1),
            Field("late", self.tr("then this comes"), value=line.late_text),
            *(
                Field(
                    f"aim.{aim.id}",
                    self.tr("Tests the aims") if place == 0 else "",
                    kind="check",
                    hint=aim.words,
                    value=aim.id in line.aims,
                )
                for place, aim in enumerate(plan.aims)
            ),
            Field("say", self.tr("Read aloud"), kind="lines", value=line.say, wide=True, height=64),
            Field(
                "watch",
                self.tr("Look for, one a line"),
                kind="lines",
                value="\n".join(line.watch),
                wide=True,
                height=64,
            ),
            *(Field(f"mark.{grade}", word(DRILL_GRADES, grade), value=line.marks.get(grade, "")) for grade in GRADES),
        ]
        super().__init__(look, host, self.tr("Inject"), fields, send=self.tr("Take it"), now=desk.clock.now, width=760)
        self._aims = [aim.id for aim in plan.aims]
        for aim in plan.aims:
            self.form.widgets[f"aim.{aim.id}"].setAccessibleName(aim.words)

    def line(self, values: Mapping[str, Any], key: str) -> dict[str, Any]:
        """The line of the script as data; only what says something is kept."""
        found: dict[str, Any] = {"id": key, "t_min": values["minute"], "inject": values["text"]}
        told = {
            "expected": values["expected"],
            "units": " ".join(str(values["units"]).replace("、", " ").replace("，", " ").split()),
            "channel": values["channel"],
            "by": values["trigger"],
            "criterion": values["criterion"],
            "points": values["points"],
            "say": values["say"],
            "aims": [aim for aim in self._aims if values[f"aim.{aim}"]],
            "watch": [line.strip() for line in str(values["watch"]).splitlines() if line.strip()],
            "marks": {grade: values[f"mark.{grade}"] for grade in GRADES if values[f"mark.{grade}"]},
        }
        if values["late"]:
            told |= {"late_min": values["late_min"] or 5, "late": values["late"]}
        return found | {name: value for name, value in told.items() if value not in (None, "", [], {})}


class WeightsSheet(FormSheet):
    """The weights of the score sheet."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, sheet: ScoreSheet) -> None:
        fields = [Field(line.id, line.name, kind="number", value=line.weight, required=True) for line in sheet.criteria]
        super().__init__(look, host, self.tr("Score sheet"), fields, send=self.tr("Take it"), now=desk.clock.now)
        self.caption.setText(sheet.source)


class PartSheet(FormSheet):
    """Who takes part: the units that are ``offered``, each ticked or not."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, offered: Sequence[str], ticked: Sequence[str]) -> None:
        units = desk.reference.units
        self._offered = [key for key in dict.fromkeys([*offered, *ticked]) if key in units]
        fields = [
            Field(f"unit.{key}", "", kind="check", hint=units[key].name, value=key in ticked) for key in self._offered
        ]
        super().__init__(look, host, self.tr("Who takes part"), fields, send=self.tr("Take it"), now=desk.clock.now)
        self.caption.setText(self.tr("the others are not called"))
        for key in self._offered:
            self.form.widgets[f"unit.{key}"].setAccessibleName(units[key].name)

    def ticked(self, values: Mapping[str, Any]) -> list[str]:
        """The units that are ticked."""
        return [key for key in self._offered if values[f"unit.{key}"]]


class ApproveSheet(FormSheet):
    """A leader approves. Where the roster has leaders one of them is chosen, else the name is written.

    Proposed is who is signed in or on duty as a leader; where neither is one, somebody has to be chosen.
    """

    def __init__(self, look: Look, desk: Desk, host: QWidget, leaders: Sequence[tuple[str, str]], name: str) -> None:
        self._known = bool(leaders)
        choices = (("", self.tr("choose the leader who approves")), *leaders)
        value = proposed_leader(desk, [person for person, _ in leaders])
        field = (
            Field("by", self.tr("Who approves"), kind="choice", choices=choices, value=value, required=True, wide=True)
            if leaders
            else Field("name", self.tr("Who approves"), required=True, wide=True)
        )
        super().__init__(look, host, self.tr("Approve"), [field], send=self.tr("Approve"), now=desk.clock.now)
        self.caption.setText(name)

    def approver(self, values: Mapping[str, Any]) -> tuple[str, str]:
        """The person's id, or the name that was written."""
        return (str(values["by"]), "") if self._known else ("", str(values["name"]))


class ReasonSheet(FormSheet):
    """Why: a plan is given back, or taken out of use."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, title: str, label: str, name: str) -> None:
        fields = [Field("reason", label, required=True, wide=True)]
        super().__init__(look, host, title, fields, send=title, danger=False, now=desk.clock.now)
        self.caption.setText(name)


class HeldSheet(FormSheet):
    """A drill that was held elsewhere, or before this program: its day."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, name: str, day: str) -> None:
        fields = [Field("day", self.tr("Held on"), kind="date", value=day, required=True, wide=True)]
        super().__init__(look, host, self.tr("Held before"), fields, send=self.tr("Save"), now=desk.clock.now)
        self.caption.setText(name)


class VenueSheet(FormSheet):
    """Which units of society are crowded venues."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, sites: Mapping[str, Record]) -> None:
        self._sites = sites
        fields = [
            Field(
                f"site.{key}", "", kind="check", hint=str(record.get("name", key)), value=record.get("crowded") is True
            )
            for key, record in sites.items()
        ]
        super().__init__(look, host, self.tr("Crowded venues"), fields, send=self.tr("Save"), now=desk.clock.now)
        self.caption.setText(self.tr("they drill at the shorter interval"))
        for key, record in sites.items():
            self.form.widgets[f"site.{key}"].setAccessibleName(str(record.get("name", key)))

    def commands(self, values: Mapping[str, Any]) -> list[Command]:
        """A change for each venue that is ticked otherwise than it stands."""
        return [
            AmendRecord(subject=record.subject, fields={"crowded": bool(values[f"site.{key}"])})
            for key, record in self._sites.items()
            if (record.get("crowded") is True) != bool(values[f"site.{key}"])
        ]
