"""The forms of the command post. Each gives the command for what was entered; the screen sends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain import report_in_acts as acts
from commandcenter.domain import whistle_acts
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.report_in import MILESTONES, REASONS, RELEASES, ReportIn
from commandcenter.domain.whistle import FACTS, Whistle
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import FACTS as FACT_WORDS
from commandcenter.ui.words import REASONS as REASON_WORDS
from commandcenter.ui.words import STEPS, word

translate = QCoreApplication.translate
Make = Callable[[dict[str, Any]], Command]
Built = tuple[FormSheet, Make]


class PostSheets:
    """Builds the sheets of one incident."""

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        self._look, self._desk, self._host = look, desk, host

    def _sheet(
        self,
        whistle: Whistle,
        key: str,
        title: str,
        fields: Sequence[Field],
        send: str,
        *,
        width: int = 640,
        danger: bool = False,
    ) -> FormSheet:
        sheet = FormSheet(
            self._look, self._host, title, fields, send=send, width=width, danger=danger, now=self._desk.clock.now
        )
        name = f"post.{whistle.id}.{key}"
        sheet.keep_draft(name, self._desk.save_draft, self._desk.drafts().get(name, ""))
        sheet.caption.setText(f"{whistle.number} {whistle.title}")
        return sheet

    def _name(self, unit: str) -> str:
        return self._desk.reference.unit_name(unit)

    # -- one department --------------------------------------------------------------------------------------------

    def step(self, whistle: Whistle, state: ReportIn, milestone: str = "") -> Built:
        """Any milestone with its own time, count and voice: late entries and skips."""
        choices = [(name, word(STEPS, name)) for name in MILESTONES]
        fields = [
            Field(
                "milestone",
                translate("PostForm", "Step"),
                kind="choice",
                choices=choices,
                value=milestone or state.next_step or "working",
            ),
            Field("at", translate("PostForm", "When it happened"), kind="clock", value=self._desk.clock.now()),
            Field("people", translate("PostForm", "How many people"), kind="number", value=None),
            Field("told_by", translate("PostForm", "Said by")),
            Field("words", translate("PostForm", "Words"), kind="lines", wide=True),
        ]
        title = translate("PostForm", "{n} {unit}: enter a step").format(n=state.ordinal, unit=self._name(state.unit))
        sheet = self._sheet(whistle, f"step.{state.unit}", title, fields, translate("PostForm", "Record"))

        def make(v: dict[str, Any]) -> Command:
            now = self._desk.clock.now()
            at = v["at"] if v["at"] is not None and abs(v["at"] - now) > MINUTE else None
            return acts.RecordMilestone(
                whistle=whistle.id,
                unit=state.unit,
                milestone=v["milestone"],
                people=v["people"],
                told_by=v["told_by"],
                words=v["words"],
                happened_at=at,
                channel="phone",
            )

        return sheet, make

    def release(self, whistle: Whistle, state: ReportIn, people: int | None = None, reason: str = "") -> Built:
        """A release needs a reason and a head count; how many were asked for and came stands beside it."""
        reasons = [(code, word(REASON_WORDS, code)) for code in RELEASES]
        finished = state.furthest in ("done", "standing_by")
        fields = [
            Field(
                "people",
                translate("PostForm", "How many people leave"),
                kind="number",
                value=state.people if people is None else people,
                required=True,
            ),
            Field(
                "reason",
                translate("PostForm", "Reason"),
                kind="choice",
                choices=reasons,
                value=reason or ("task_done" if finished else "not_needed"),
            ),
            Field("told_by", translate("PostForm", "Counted by")),
            Field("words", translate("PostForm", "Why the count differs, what else"), kind="lines", wide=True),
        ]
        title = translate("PostForm", "{n} {unit}: release").format(n=state.ordinal, unit=self._name(state.unit))
        sheet = self._sheet(whistle, f"release.{state.unit}", title, fields, translate("PostForm", "Release"))
        sheet.caption.setText(self._heads(state))
        return sheet, lambda v: acts.RecordMilestone(
            whistle=whistle.id,
            unit=state.unit,
            milestone="release_approved",
            people=v["people"],
            reason=v["reason"],
            told_by=v["told_by"],
            words=v["words"],
        )

    def _heads(self, state: ReportIn) -> str:
        """How many were asked for and are here, and what is missing between the two."""
        known = state.people
        told = (
            translate("PostForm", "on the scene: {n}").format(n=known)
            if known is not None
            else translate("PostForm", "how many are here is not known")
        )
        if state.asked_people is None:
            return told
        asked = translate("PostForm", "asked for: {n}").format(n=state.asked_people)
        short = state.short_by
        missing = translate("PostForm", "{n} fewer came").format(n=short) if short else ""
        return " · ".join(part for part in (asked, told, missing) if part)

    def conclude(self, whistle: Whistle, state: ReportIn, outcome: str) -> Built:
        """Refused, cancelled, never came, left early, cleared up: with a reason and a name."""
        titles = {
            "refused": translate("PostForm", "{n} {unit}: refuses"),
            "cancelled": translate("PostForm", "{n} {unit}: not needed any more"),
            "never_came": translate("PostForm", "{n} {unit}: never came"),
            "left_early": translate("PostForm", "{n} {unit}: left without release"),
            "cleared": translate("PostForm", "{n} {unit}: lost contact cleared up"),
        }
        fields = []
        if outcome == "refused":
            choices = [(code, word(REASON_WORDS, code)) for code in REASONS]
            fields.append(
                Field("reason", translate("PostForm", "Reason"), kind="choice", choices=choices, value="busy_elsewhere")
            )
        fields += [
            Field("told_by", translate("PostForm", "Said by"), required=outcome in ("refused", "cancelled")),
            Field(
                "words",
                translate("PostForm", "In their words"),
                kind="lines",
                wide=True,
                required=outcome in ("never_came", "left_early", "cleared"),
            ),
        ]
        title = titles[outcome].format(n=state.ordinal, unit=self._name(state.unit))
        sheet = self._sheet(
            whistle,
            f"{outcome}.{state.unit}",
            title,
            fields,
            translate("PostForm", "Record"),
            danger=outcome == "refused",
        )
        return sheet, lambda v: acts.Conclude(
            whistle=whistle.id,
            unit=state.unit,
            outcome=outcome,
            reason=v.get("reason", ""),
            told_by=v["told_by"],
            words=v["words"],
            channel="phone",
        )

    def replace(self, whistle: Whistle, state: ReportIn) -> Built:
        """Another unit comes instead."""
        units = [
            (unit.id, unit.name)
            for unit in self._desk.reference.units.values()
            if unit.active and unit.id != state.unit
        ]
        fields = [
            Field(
                "substitute",
                translate("PostForm", "Comes instead"),
                kind="choice",
                choices=units,
                value=units[0][0] if units else "",
                wide=True,
            ),
            Field("told_by", translate("PostForm", "Said by")),
            Field("words", translate("PostForm", "Words"), kind="lines", wide=True),
        ]
        title = translate("PostForm", "{n} {unit}: replaced").format(n=state.ordinal, unit=self._name(state.unit))
        sheet = self._sheet(whistle, f"replace.{state.unit}", title, fields, translate("PostForm", "Record"))
        return sheet, lambda v: acts.Conclude(
            whistle=whistle.id,
            unit=state.unit,
            outcome="replaced",
            substitute=v["substitute"],
            told_by=v["told_by"],
            words=v["words"],
        )

    def promise(self, whistle: Whistle, state: ReportIn) -> Built:
        """A promised time of arrival and number."""
        soon = self._desk.clock.now() + 10 * MINUTE
        fields = [
            Field("at", translate("PostForm", "Will arrive at"), kind="clock", value=soon),
            Field("people", translate("PostForm", "With how many"), kind="number"),
            Field("told_by", translate("PostForm", "Said by")),
        ]
        title = translate("PostForm", "{n} {unit}: promised").format(n=state.ordinal, unit=self._name(state.unit))
        sheet = self._sheet(whistle, f"promise.{state.unit}", title, fields, translate("PostForm", "Record"))
        return sheet, lambda v: acts.Promise(
            whistle=whistle.id, unit=state.unit, at=v["at"], people=v["people"], told_by=v["told_by"], channel="phone"
        )

    def count(self, whistle: Whistle, state: ReportIn) -> Built:
        """A head count on scene."""
        fields = [
            Field(
                "people",
                translate("PostForm", "How many people are there"),
                kind="number",
                value=state.people,
                required=True,
            ),
            Field("told_by", translate("PostForm", "Counted by")),
        ]
        title = translate("PostForm", "{n} {unit}: head count").format(n=state.ordinal, unit=self._name(state.unit))
        sheet = self._sheet(whistle, f"count.{state.unit}", title, fields, translate("PostForm", "Record"))
        return sheet, lambda v: acts.CountHeads(
            whistle=whistle.id, unit=state.unit, people=v["people"], told_by=v["told_by"]
        )

    def unasked(self, whistle: Whistle, states: Sequence[ReportIn]) -> Built:
        """A unit nobody called is here."""
        listed = {state.unit for state in states}
        units = [
            (unit.id, unit.name)
            for unit in self._desk.reference.units.values()
            if unit.active and unit.id not in listed
        ]
        fields = [
            Field(
                "unit",
                translate("PostForm", "Who came"),
                kind="choice",
                choices=units,
                value=units[0][0] if units else "",
                wide=True,
            ),
            Field("people", translate("PostForm", "How many people"), kind="number"),
            Field("told_by", translate("PostForm", "Leader on the scene")),
        ]
        sheet = self._sheet(
            whistle, "unasked", translate("PostForm", "Came unasked"), fields, translate("PostForm", "Record")
        )

        def make(v: dict[str, Any]) -> Command:
            unit = self._desk.reference.units[v["unit"]]
            return acts.CameUnasked(
                whistle=whistle.id, unit=unit.id, relation=unit.relation, people=v["people"], told_by=v["told_by"]
            )

        return sheet, make

    def add_unit(self, whistle: Whistle, states: Sequence[ReportIn]) -> Built:
        """Call a further unit; its clocks start now."""
        listed = {state.unit for state in states}
        units = [
            (unit.id, f"{unit.name}  {unit.duty_phone}")
            for unit in self._desk.reference.units.values()
            if unit.active and unit.id not in listed
        ]
        fields = [
            Field(
                "unit",
                translate("PostForm", "Department"),
                kind="choice",
                choices=units,
                value=units[0][0] if units else "",
                wide=True,
            ),
            Field("ask", translate("PostForm", "People asked for"), kind="number"),
        ]
        sheet = self._sheet(
            whistle,
            "add",
            translate("PostForm", "Call another department"),
            fields,
            translate("PostForm", "Put on the board"),
        )
        return sheet, lambda v: whistle_acts.AddUnits(
            whistle=whistle.id, units=(whistle_acts.UnitCall(unit=v["unit"], ask=v["ask"]),)
        )

    # -- the incident ----------------------------------------------------------------------------------------------

    def tell(self, whistle: Whistle, to: str) -> Built:
        """The leader or the district was told."""
        titles = {
            "leader": translate("PostForm", "Main leader told"),
            "district_phone": translate("PostForm", "District told by phone"),
            "district_written": translate("PostForm", "District told in writing"),
        }
        fields = [
            Field("told_by", translate("PostForm", "Who was reached"), required=True),
            Field("at", translate("PostForm", "When"), kind="clock", value=self._desk.clock.now()),
            Field("words", translate("PostForm", "Instruction, in their words"), kind="lines", wide=True),
        ]
        if to == "leader":
            leaders = [holder.person.name for holder in self._leaders()]
            fields[0] = Field(
                "told_by", translate("PostForm", "Who was reached"), required=True, value=leaders[0] if leaders else ""
            )
        sheet = self._sheet(whistle, f"tell.{to}", titles[to], fields, translate("PostForm", "Record"))

        def make(v: dict[str, Any]) -> Command:
            now = self._desk.clock.now()
            at = v["at"] if v["at"] is not None and abs(v["at"] - now) > MINUTE else None
            return whistle_acts.Tell(
                whistle=whistle.id, to=to, told_by=v["told_by"], words=v["words"], happened_at=at, channel="phone"
            )

        return sheet, make

    def _leaders(self) -> list[Any]:
        directory = self._desk.reference.directory
        posts = [post for post in directory.appointments if post.role == "leader"]
        return [holder for post in posts[:1] for holder in directory.holders(post.target, "leader")]

    def facts(self, whistle: Whistle) -> Built:
        """The four key facts; an empty field stays unknown."""
        fields = []
        for name in FACTS:
            fact = whistle.facts.get(name)
            if name == "hazard":
                fields.append(Field(name, word(FACT_WORDS, name), value=fact.words if fact else "", wide=True))
            else:
                value = fact.value if fact else None
                fields.append(Field(name, word(FACT_WORDS, name), kind="number", value=value))
        sheet = self._sheet(
            whistle, "facts", translate("PostForm", "Key facts"), fields, translate("PostForm", "Record")
        )

        def make(v: dict[str, Any]) -> Command:
            commands: list[Command] = []
            for name in FACTS:
                fact = whistle.facts.get(name)
                if name == "hazard":
                    if v[name] != (fact.words if fact else ""):
                        commands.append(whistle_acts.SetFact(whistle=whistle.id, fact=name, words=v[name]))
                elif v[name] != (fact.value if fact else None):
                    commands.append(whistle_acts.SetFact(whistle=whistle.id, fact=name, value=v[name]))
            return Batch(commands=tuple(commands))

        return sheet, make

    def _assembly(self, whistle: Whistle) -> str:
        """The assembly point of the place, the first proposal for where the post stands."""
        directory = self._desk.reference.directory
        place = directory.places.get(whistle.place)
        if place is None:
            return ""
        assembly = directory.answers_for(place).assembly
        return assembly.name if assembly is not None else ""

    def false_alarm(self, whistle: Whistle) -> Built:
        """It was nothing."""
        fields = [
            Field("words", translate("PostForm", "Why it is a false alarm"), kind="lines", wide=True, required=True)
        ]
        sheet = self._sheet(
            whistle,
            "false",
            translate("PostForm", "False alarm"),
            fields,
            translate("PostForm", "Declare"),
            danger=True,
        )
        sheet.caption.setText(translate("PostForm", "Everybody already called has to be told, one by one"))
        return sheet, lambda v: whistle_acts.DeclareFalseAlarm(whistle=whistle.id, words=v["words"])
