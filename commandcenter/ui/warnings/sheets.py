"""The forms of a warning. Each gives the command for what was entered; the screen sends it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain import warning_acts as acts
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.record import AmendRecord
from commandcenter.domain.unit import KINDS
from commandcenter.domain.warning import COLOURS, LEVELS, WAYS, Warning, missing_for_end, times
from commandcenter.ui import when
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.theme.look import Look
from commandcenter.ui.warnings.rows import TargetRow, colour_word, tier_word, way_word
from commandcenter.ui.words import COLOURS as COLOUR_WORDS
from commandcenter.ui.words import SCALE_CODES, listed, word

translate = QCoreApplication.translate
Make = Callable[[dict[str, Any]], Command]
Built = tuple[FormSheet, Make]

TIERS = (
    *("community", "force", "section", "department"),
    *("street_chief", "alley_chief", "steward", "grid_worker", "building_keeper", "unit_keeper"),
)
"""Whom a list can be made of: kinds of units and posts of the roster."""


class WarningSheets:
    """Builds the sheets of warnings."""

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        self._look, self._desk, self._host = look, desk, host

    def _sheet(
        self, key: str, title: str, fields: Sequence[Field], send: str, *, width: int = 640, caption: str = ""
    ) -> FormSheet:
        sheet = FormSheet(self._look, self._host, title, fields, send=send, width=width, now=self._desk.clock.now)
        name = f"warning.{key}"
        sheet.keep_draft(name, self._desk.save_draft, self._desk.drafts().get(name, ""))
        sheet.caption.setText(caption)
        return sheet

    def _late(self, at: int | None) -> int | None:
        now = self._desk.clock.now()
        return at if at is not None and abs(at - now) > MINUTE else None

    # -- receive and judge -----------------------------------------------------------------------------------------

    def received(self) -> Built:
        """A warning came in."""
        choose = ("", translate("WarningForm", "— choose —"))
        sorts = [choose, *((plan.code, plan.name) for plan in self._desk.reference.warning_plans)]
        colours = [choose, *((colour, word(COLOUR_WORDS, colour)) for colour in reversed(COLOURS))]
        now = self._desk.clock.now()
        fields = [
            Field("sort", translate("WarningForm", "What it is about"), "choice", "", sorts, required=True),
            Field("colour", translate("WarningForm", "Warning level"), "choice", "", colours, required=True),
            Field("source", translate("WarningForm", "Where it came from"), required=True),
            Field("issuer", translate("WarningForm", "Given out by")),
            Field("source_number", translate("WarningForm", "Its number")),
            Field("area", translate("WarningForm", "Area")),
            Field("since", translate("WarningForm", "From"), "clock", now),
            Field("until", translate("WarningForm", "Until"), "clock"),
            Field("at", translate("WarningForm", "When it came in"), "clock", now),
            Field("words", translate("WarningForm", "Text as it came"), "lines", required=True, wide=True, height=110),
        ]
        title = translate("WarningForm", "A warning came in")
        sheet = self._sheet("received", title, fields, translate("WarningForm", "Receive"), width=760)
        sheet.begin_at("sort")

        def make(v: dict[str, Any]) -> Command:
            plan = next((one for one in self._desk.reference.warning_plans if one.code == v["sort"]), None)
            colour = colour_word(v["colour"])
            name = plan.name if plan is not None else ""
            told = (
                translate("WarningForm", "{what} {colour} warning").replace("{what}", name).replace("{colour}", colour)
            )
            return acts.ReceiveWarning(
                sort=v["sort"],
                colour=v["colour"],
                words=v["words"],
                source=v["source"],
                title=told,
                area=v["area"],
                issuer=v["issuer"],
                source_number=v["source_number"],
                since=v["since"],
                until=v["until"],
                happened_at=self._late(v["at"]),
            )

        return sheet, make

    def judged(self, state: Warning) -> Built:
        """Does it touch us: communities to tick, what to look for."""
        plan = next((one for one in self._desk.reference.warning_plans if one.code == state.sort), None)
        touches = [
            ("yes", translate("WarningForm", "it touches us")),
            ("no", translate("WarningForm", "it does not touch us")),
        ]
        communities = [
            place
            for place in self._desk.reference.directory.places.values()
            if place.kind == "community" and place.active
        ]
        fields = [Field("touches", translate("WarningForm", "Judgement"), "choice", "yes", touches, wide=True)]
        fields += [
            Field(f"at.{place.id}", place.name, "check", True, hint=place.note[:18] or place.name)
            for place in communities
        ]
        fields.append(
            Field(
                "words",
                translate("WarningForm", "What to look for"),
                "lines",
                plan.look_for if plan else "",
                wide=True,
                height=56,
            )
        )
        title = translate("WarningForm", "Judge: does it touch us")
        sheet = self._sheet(
            f"judged.{state.id}", title, fields, translate("WarningForm", "Record"), width=760, caption=state.title
        )
        return sheet, lambda v: acts.JudgeWarning(
            warning=state.id,
            touches=v["touches"] == "yes",
            places=tuple(place.id for place in communities if v[f"at.{place.id}"]) if v["touches"] == "yes" else (),
            words=v["words"],
        )

    def plan(self, sort: str) -> Built:
        """What is done at a sort of warning: the checklist of each colour, what to look for, the plan of its emergency."""
        reference = self._desk.reference
        told = next(one for one in reference.warning_plans if one.code == sort)
        plans = [
            ("", translate("WarningForm", "none")),
            *((plan.id, f"{plan.code} {plan.name}") for plan in reference.plans),
        ]
        measures, reach = told.measures or {}, told.reach or {}
        fields = [
            Field("name", translate("WarningForm", "What it is about"), value=told.name, required=True),
            Field("plan", translate("WarningForm", "Plan of an emergency whistle on it"), "choice", told.plan, plans),
            Field("look_for", translate("WarningForm", "What to look for"), value=told.look_for, wide=True),
        ]
        for colour in reversed(COLOURS):
            label = translate("WarningForm", "Measures at {colour}, one a line").format(colour=colour_word(colour))
            fields.append(Field(f"measures.{colour}", label, "lines", "\n".join(measures.get(colour, ())), height=72))
        for colour in reversed(COLOURS):
            label = translate("WarningForm", "Answers from {colour} on").format(colour=colour_word(colour))
            now = listed(tier_word(tier) for tier in reach.get(colour, ()))
            tiers = [("", now or translate("WarningForm", "nobody more"))]
            tiers += [(tier, tier_word(tier)) for tier in TIERS]
            fields.append(Field(f"reach.{colour}", label, "choice", "", tiers))
        title = translate("WarningForm", "What is done: {what}").format(what=told.name)
        sheet = self._sheet(f"plan.{sort}", title, fields, translate("WarningForm", "Save"), width=820)
        sheet.caption.setText(translate("WarningForm", "each colour adds to the milder ones"))

        def make(v: dict[str, Any]) -> Command:
            lines = {colour: v[f"measures.{colour}"].splitlines() for colour in COLOURS}
            fields = {
                "name": v["name"],
                "plan": v["plan"],
                "look_for": v["look_for"],
                "measures": {colour: [one.strip() for one in told if one.strip()] for colour, told in lines.items()},
                "reach": {
                    colour: [v[f"reach.{colour}"]] if v[f"reach.{colour}"] else list(reach.get(colour, ()))
                    for colour in COLOURS
                },
            }
            return AmendRecord(subject=f"warning_plan/{sort}", fields=fields)

        return sheet, make

    # -- call and answer -------------------------------------------------------------------------------------------

    def proposed(self, state: Warning, tiers: Iterable[str]) -> list[acts.Called]:
        """Everybody of some tiers in the places that are touched, without those who are on the list already."""
        reference = self._desk.reference
        have = {one.key for one in state.targets}
        touched = set(state.places)
        found: dict[str, acts.Called] = {}
        for tier in tiers:
            if tier in KINDS:
                for unit in reference.units.values():
                    near = tier != "community" or not touched or unit.id in touched
                    if unit.active and unit.kind == tier and near and unit.id not in have:
                        found.setdefault(unit.id, acts.Called(key=unit.id, unit=unit.id, tier=tier))
                continue
            for post in reference.directory.appointments:
                place = reference.directory.places.get(post.target.partition("/")[2])
                inside = place is None or not touched or place.community in touched or place.id in touched
                person = reference.directory.people.get(post.person)
                if post.role == tier and inside and person is not None and person.active and post.person not in have:
                    found.setdefault(post.person, acts.Called(key=post.person, person=post.person, tier=tier))
        return list(found.values())

    def called(self, state: Warning) -> Built:
        """Who has to answer: the tiers of its colour, and names beside them."""
        plan = next((one for one in self._desk.reference.warning_plans if one.code == state.sort), None)
        usual = set(plan.reach_at(state.colour)) if plan else set()
        by_tier = {tier: self.proposed(state, (tier,)) for tier in TIERS}
        fields = [
            Field(
                f"tier.{tier}",
                tier_word(tier),
                "check",
                tier in usual and bool(by_tier[tier]),
                hint=translate("WarningForm", "on the list: {n} more").format(n=len(by_tier[tier])),
            )
            for tier in TIERS
        ]
        fields.append(
            Field(
                "more",
                translate("WarningForm", "Others: name and number, one a line"),
                "lines",
                wide=True,
                height=72,
            )
        )
        title = translate("WarningForm", "Who has to answer")
        sheet = self._sheet(f"called.{state.id}", title, fields, translate("WarningForm", "Put on the list"), width=700)
        sheet.caption.setText(f"{state.title} · {word(COLOUR_WORDS, state.colour)}")

        def make(v: dict[str, Any]) -> Command:
            found: dict[str, acts.Called] = {}
            for tier in TIERS:
                if v[f"tier.{tier}"]:
                    found |= {one.key: one for one in by_tier[tier] if one.key not in found}
            for place, (name, phone) in enumerate(_others(v["more"]), start=len(state.targets) + 1):
                found[f"x{place}"] = acts.Called(key=f"x{place}", name=name, phone=phone)
            return acts.CallTargets(warning=state.id, targets=tuple(found.values()))

        return sheet, make

    def answered(self, state: Warning, row: TargetRow, way: str) -> Built:
        """Somebody answered: who, which way."""
        ways = [(code, way_word(code)) for code in WAYS if code != "message"]
        target = next((one for one in state.targets if one.key == row.key), None)
        person = row.contact if target is not None and target.person else ""
        asked = "" if person else row.contact  # a duty room is no person
        fields = [
            Field("answered_by", translate("WarningForm", "Who answered"), value=person, required=True, hint=asked),
            Field("way", translate("WarningForm", "How"), "choice", way or "phone", ways),
            Field("at", translate("WarningForm", "When"), "clock", self._desk.clock.now()),
            Field("words", translate("WarningForm", "What they said"), "lines", wide=True, height=56),
        ]
        title = translate("WarningForm", "{name} answers").format(name=row.name)
        sheet = self._sheet(f"answered.{state.id}.{row.key}", title, fields, translate("WarningForm", "Answered"))
        sheet.begin_at("answered_by")
        return sheet, lambda v: acts.TryTarget(
            warning=state.id,
            target=row.key,
            way=v["way"],
            answered_by=v["answered_by"],
            words=v["words"],
            happened_at=self._late(v["at"]),
            channel=v["way"],
        )

    def dropped(self, state: Warning, row: TargetRow) -> Built:
        """A target need not answer after all."""
        fields = [Field("words", translate("WarningForm", "Reason"), "lines", required=True, wide=True, height=56)]
        title = translate("WarningForm", "{name} need not answer").format(name=row.name)
        sheet = self._sheet(f"dropped.{state.id}.{row.key}", title, fields, translate("WarningForm", "Record"))
        return sheet, lambda v: acts.DropTarget(warning=state.id, target=row.key, words=v["words"])

    # -- what is done ----------------------------------------------------------------------------------------------

    def measure(self, state: Warning) -> Built:
        """A line for the checklist."""
        fields = [Field("words", translate("WarningForm", "Measure"), required=True, wide=True)]
        title = translate("WarningForm", "Another measure")
        sheet = self._sheet(f"measure.{state.id}", title, fields, translate("WarningForm", "Add"))
        return sheet, lambda v: acts.AddMeasure(warning=state.id, words=v["words"])

    def responded(self, state: Warning) -> Built:
        """The response level: a scale of its own."""
        levels = [("", translate("WarningForm", "no response started"))]
        levels += [(level, word(SCALE_CODES, level)) for level in reversed(LEVELS)]
        fields = [
            Field("level", translate("WarningForm", "Response level"), "choice", state.response, levels, wide=True)
        ]
        title = translate("WarningForm", "Response level")
        sheet = self._sheet(f"responded.{state.id}", title, fields, translate("WarningForm", "Record"))
        sheet.caption.setText(translate("WarningForm", "neither the warning level nor the grade of an event"))
        return sheet, lambda v: acts.StartResponse(warning=state.id, level=v["level"])

    def transferred(self, state: Warning) -> Built:
        """How many people are to be moved, were moved, refused."""
        before = state.transfer
        fields = [
            Field("planned", translate("WarningForm", "To be moved"), "number", before.planned, required=True),
            Field("moved", translate("WarningForm", "Moved"), "number", before.moved),
            Field("refused", translate("WarningForm", "Refused to go"), "number", before.refused),
            Field(
                "words",
                translate("WarningForm", "Who refused, what was done"),
                "lines",
                before.words,
                wide=True,
                height=56,
            ),
        ]
        title = translate("WarningForm", "People moved to safety")
        sheet = self._sheet(f"transfer.{state.id}", title, fields, translate("WarningForm", "Record"))
        sheet.caption.setText(translate("WarningForm", "empty is unknown; the counts have to agree in the end"))
        return sheet, lambda v: acts.CountTransfer(
            warning=state.id, planned=v["planned"], moved=v["moved"], refused=v["refused"], words=v["words"]
        )

    def extended(self, state: Warning) -> Built:
        """The shift stays longer, a leader is on site."""
        fields = [
            Field("leader", translate("WarningForm", "Leader on site"), value=state.shift_leader, required=True),
            Field("until", translate("WarningForm", "Until"), "clock", state.until),
        ]
        title = translate("WarningForm", "The shift stays on")
        sheet = self._sheet(f"shift.{state.id}", title, fields, translate("WarningForm", "Record"))
        return sheet, lambda v: acts.ExtendShift(warning=state.id, leader=v["leader"], until=v["until"])

    def changed(self, state: Warning) -> Built:
        """Another colour or another end: everybody is told anew."""
        colours = [(colour, word(COLOUR_WORDS, colour)) for colour in reversed(COLOURS)]
        place = COLOURS.index(state.colour) if state.colour in COLOURS else 1
        fields = [
            Field("colour", translate("WarningForm", "New level"), "choice", COLOURS[max(0, place - 1)], colours),
            Field("until", translate("WarningForm", "Until"), "clock", state.until),
            Field("words", translate("WarningForm", "Text as it came"), "lines", required=True, wide=True),
        ]
        title = translate("WarningForm", "The warning changes")
        sheet = self._sheet(f"changed.{state.id}", title, fields, translate("WarningForm", "Record"))
        sheet.caption.setText(translate("WarningForm", "everybody has to answer anew"))
        return sheet, lambda v: acts.ChangeWarning(
            warning=state.id, colour=v["colour"], words=v["words"], until=v["until"]
        )

    def ended(self, state: Warning) -> Built:
        """It was lifted."""
        fields = [Field("words", translate("WarningForm", "Text as it came"), "lines", required=True, wide=True)]
        title = translate("WarningForm", "The warning is lifted")
        sheet = self._sheet(f"ended.{state.id}", title, fields, translate("WarningForm", "Record"), caption=state.title)
        return sheet, lambda v: acts.EndWarning(warning=state.id, words=v["words"])

    def closed(self, state: Warning) -> Built:
        """The summary: times are computed, words are written."""
        told = summary_text(state)
        fields = [
            Field("words", translate("WarningForm", "Summary"), "lines", told, required=True, wide=True, height=140)
        ]
        missing = [name for name in missing_for_end(state) if name != "over"]
        if missing:
            fields.append(
                Field("why_open", translate("WarningForm", "Why something is still open"), required=True, wide=True)
            )
        title = translate("WarningForm", "Sum up")
        sheet = self._sheet(
            f"closed.{state.id}", title, fields, translate("WarningForm", "Sum up"), width=760, caption=state.title
        )
        return sheet, lambda v: acts.CloseWarning(warning=state.id, words=v["words"], why_open=v.get("why_open", ""))

    def noted(self, state: Warning) -> Built:
        """A line of the log."""
        fields = [Field("words", translate("WarningForm", "Note"), "lines", required=True, wide=True)]
        title = translate("WarningForm", "Note")
        sheet = self._sheet(f"note.{state.id}", title, fields, translate("WarningForm", "Record"), caption=state.title)
        return sheet, lambda v: acts.NoteWarning(warning=state.id, words=v["words"])


def _others(text: str) -> list[tuple[str, str]]:
    """Names with numbers, one a line."""
    found = []
    for line in text.splitlines():
        number = re.search(r"[\d-]{3,}", line)
        phone = number.group() if number else ""
        name = line.replace(phone, "").strip(" ,，:：\t") if phone else line.strip()
        if name:
            found.append((name, phone))
    return found


def summary_text(state: Warning) -> str:
    """What the record tells, as a beginning of the summary."""
    if not state.rounds:
        return ""
    told = times(state)
    parts = [
        translate("WarningForm", "called {n}, answered {a}, {v} of them by going there").format(
            n=told.called, a=told.answered, v=told.by_visit
        )
    ]
    if told.last is not None:
        parts.append(translate("WarningForm", "the last one after {time}").format(time=when.span(told.last)))
    parts.append(translate("WarningForm", "measures {n} of {of}").format(n=told.measures_done, of=told.measures))
    moved = state.transfer
    if moved.planned is not None:
        parts.append(
            translate("WarningForm", "moved {n} of {of}").format(
                n=moved.moved if moved.moved is not None else when.UNKNOWN, of=moved.planned
            )
        )
    return listed(parts)
