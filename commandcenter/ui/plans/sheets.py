"""The forms of a plan: what it is, a unit with its part, people and limits, and each kind of line below."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.cue import CONDITIONS
from commandcenter.domain.drill_law import SPECIAL, STREET
from commandcenter.domain.plan import Plan
from commandcenter.domain.unit import RELATIONS
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.plans.model import CLOCKS, DIGITS
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CUE_CONDITIONS, word
from commandcenter.ui.words import RELATIONS as RELATION_WORDS

translate = QCoreApplication.translate

CATEGORIES = ("自然灾害", "事故灾难", "公共卫生", "社会安全", "通用")
"""The kinds of emergency (Emergency Response Law art. 2), and one for whatever happens. Data: Chinese in every language."""
NEW_DRAFT = "settings.plan"


def icon_words() -> list[tuple[str, str]]:
    """The icons a plan can have, each with what it shows."""
    return [
        ("siren", translate("Plans", "siren")),
        ("flame", translate("Plans", "fire")),
        ("wind", translate("Plans", "gas, smoke")),
        ("droplets", translate("Plans", "rain, flood")),
        ("waves", translate("Plans", "burst pipe")),
        ("snowflake", translate("Plans", "snow, ice")),
        ("tree-deciduous", translate("Plans", "tree")),
        ("zap-off", translate("Plans", "power cut")),
        ("arrow-up-down", translate("Plans", "lift")),
        ("construction", translate("Plans", "collapse")),
        ("car", translate("Plans", "traffic")),
        ("bike", translate("Plans", "e-bike")),
        ("users", translate("Plans", "crowd")),
        ("person-standing", translate("Plans", "missing person")),
        ("biohazard", translate("Plans", "epidemic")),
        ("utensils", translate("Plans", "food")),
    ]


class PlanHeadSheet(FormSheet):
    """Code, name, kind, icon, digit and assembly of a plan; ``code`` is empty for a new one.

    ``edited`` is its working copy, ``plans`` are all in use: a digit that one of them has is not offered.
    """

    def __init__(
        self, look: Look, desk: Desk, host: QWidget, code: str, edited: Mapping[str, Any], plans: Sequence[Plan]
    ) -> None:
        taken = {plan.rank for plan in plans if plan.id != code}
        rank = edited.get("rank")
        digits = [("", self.tr("none; found by name"))]
        digits += [(str(place), str(place % 10)) for place in DIGITS if place not in taken]
        free = next((place for place, _ in digits[1:]), "")
        kinds = list(dict.fromkeys([*CATEGORIES, *([str(edited["category"])] if edited.get("category") else [])]))
        icons = icon_words()
        if edited.get("icon") and edited["icon"] not in dict(icons):
            icons.append((str(edited["icon"]), self.tr("as it is")))
        first = [] if code else [Field("code", self.tr("Code"), required=True, hint=self.tr("such as HZ-01"))]
        fields = [
            *first,
            Field("name", self.tr("Name"), value=edited.get("name", ""), required=True, wide=bool(code)),
            Field(
                "category",
                self.tr("Kind"),
                kind="choice",
                choices=[(kind, kind) for kind in kinds],
                value=edited.get("category") or CATEGORIES[1],
            ),
            Field(
                "rank",
                self.tr("Digit in the console"),
                kind="choice",
                choices=digits,
                value=str(rank) if rank in DIGITS else "" if code else free,
            ),
            Field("icon", self.tr("Icon"), kind="choice", choices=icons, value=edited.get("icon") or "siren"),
            Field(
                "assembly",
                self.tr("Assembly, where the place has none"),
                value=edited.get("assembly", ""),
                hint=self.tr("such as upwind, outside the cordon"),
                wide=True,
            ),
            Field("post_site", self.tr("Where the post may stand"), value=edited.get("post_site", ""), wide=True),
            *(
                Field(key, "", kind="check", hint=words, value=key in edited.get("laws", ()))
                for key, words in (
                    (STREET, self.tr("counts as a work-safety plan of the street")),
                    (SPECIAL, self.tr("is a special plan with its own interval")),
                )
                if code
            ),
        ]
        title = self.tr("Particulars of the plan") if code else self.tr("New plan")
        super().__init__(look, host, title, fields, send=self.tr("Take it"), now=desk.clock.now)
        self.caption.setText(code or self.tr("stands in the console once it is published"))
        if not code:
            self.keep_draft(NEW_DRAFT, desk.save_draft, desk.drafts().get(NEW_DRAFT, ""))


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


class WordsSheet(FormSheet):
    """A danger: one line of words."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, text: str) -> None:
        title = self.tr("Danger")
        fields = [Field("text", self.tr("Words"), value=text, required=True, wide=True)]
        super().__init__(look, host, title, fields, send=self.tr("Take it"), now=desk.clock.now)


class CueSheet(FormSheet):
    """A reminder: its words, and when it comes by itself among the next steps (never, when nothing is said)."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, line: Any) -> None:
        told = line if isinstance(line, Mapping) else {"text": line or ""}
        whens = [(code, word(CUE_CONDITIONS, code)) for code in ("", *CONDITIONS)]
        title = self.tr("Do not forget")
        fields = [
            Field("text", self.tr("Words"), value=told.get("text", ""), required=True, wide=True),
            Field("after", self.tr("Comes after minutes"), kind="number", value=told.get("after")),
            Field("when", self.tr("Comes when"), kind="choice", choices=whens, value=told.get("when", "")),
        ]
        super().__init__(look, host, title, fields, send=self.tr("Take it"), now=desk.clock.now)


class GroupSheet(FormSheet):
    """A working group of the command post: its name, who leads it, and which units of the plan (``named``) belong to it."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, line: Mapping[str, Any], named: Sequence[str]) -> None:
        units = desk.reference.units
        members = [str(member) for member in line.get("members", ())]
        lead = str(line.get("lead", ""))
        self._offered = [key for key in dict.fromkeys([*named, *members, *([lead] if lead else [])]) if key in units]
        choices = [("", self.tr("chosen on the scene")), *((key, units[key].name) for key in self._offered)]
        fields = [
            Field("name", self.tr("Group"), value=line.get("name", ""), required=True),
            Field("lead", self.tr("Led by"), kind="choice", choices=choices, value=lead),
        ]
        fields += [
            Field(f"member.{key}", "", kind="check", hint=units[key].name, value=key in members)
            for key in self._offered
        ]
        super().__init__(look, host, self.tr("Group"), fields, send=self.tr("Take it"), now=desk.clock.now)
        if not self._offered:
            self.caption.setText(self.tr("units are chosen on the scene, or added to the plan first"))
        for key in self._offered:
            self.form.widgets[f"member.{key}"].setAccessibleName(units[key].name)

    def members(self, values: Mapping[str, Any]) -> list[str]:
        """The units that are ticked."""
        return [key for key in self._offered if values[f"member.{key}"]]
