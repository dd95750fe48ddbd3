"""The forms of what leads an emergency: first guess, first response, the leader's way and signature, place and assembly."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain import report_in_acts as acts
from commandcenter.domain import whistle_acts, whistle_more_acts
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle import ACTIONS, Whistle
from commandcenter.domain.whistle_scales import SCALES
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.onduty import leader_on_duty
from commandcenter.ui.post.sheets import Built, PostSheets
from commandcenter.ui.words import ACTIONS as ACTION_WORDS
from commandcenter.ui.words import SCALE_CODES, word
from commandcenter.ui.words import SCALES as SCALE_WORDS

translate = QCoreApplication.translate


class LeadSheets(PostSheets):
    """All sheets of one incident."""

    def _told_at(self, at: int | None) -> int | None:
        """The entered moment; None where it is now."""
        now = self._desk.clock.now()
        return at if at is not None and abs(at - now) > MINUTE else None

    def guess(self, whistle: Whistle) -> Built:
        """The kind of event and the three scales beside each other; each stays unknown until somebody says it."""
        unknown = ("", translate("PostForm", "unknown"))
        fields = []
        for scale, codes in SCALES.items():
            choices = [unknown, *((code, word(SCALE_CODES, code)) for code in codes)]
            known = whistle.guesses.get(scale)
            value = known.value if known is not None else ""
            fields.append(Field(scale, word(SCALE_WORDS, scale), kind="choice", choices=choices, value=value))
        basis = translate("PostForm", "On what it rests; for a response level how long it is expected to last")
        fields.append(Field("words", basis, kind="lines", wide=True))
        title = translate("PostForm", "First guess")
        sheet = self._sheet(whistle, "guess", title, fields, translate("PostForm", "Record"))
        sheet.caption.setText(
            translate("PostForm", "Three scales, never mixed; a first guess, the grade is not ours to publish")
        )

        def make(v: dict[str, Any]) -> Command:
            commands: list[Command] = []
            for scale in SCALES:
                known = whistle.guesses.get(scale)
                if v[scale] != (known.value if known is not None else ""):
                    commands.append(
                        whistle_more_acts.GuessGrade(whistle=whistle.id, scale=scale, value=v[scale], words=v["words"])
                    )
            return Batch(commands=tuple(commands))

        return sheet, make

    def action(self, whistle: Whistle) -> Built:
        """Something done at once on the scene."""
        choices = [(code, word(ACTION_WORDS, code)) for code in ACTIONS]
        fields = [
            Field("action", translate("PostForm", "What was done"), kind="choice", choices=choices, value=ACTIONS[0]),
            Field("at", translate("PostForm", "When it happened"), kind="clock", value=self._desk.clock.now()),
            Field("people", translate("PostForm", "How many people"), kind="number"),
            Field("told_by", translate("PostForm", "Said by")),
            Field("words", translate("PostForm", "Where, how far"), kind="lines", wide=True),
        ]
        title = translate("PostForm", "First response")
        sheet = self._sheet(whistle, "action", title, fields, translate("PostForm", "Record"))

        def make(v: dict[str, Any]) -> Command:
            return whistle_more_acts.RecordAction(
                whistle=whistle.id,
                action=v["action"],
                people=v["people"],
                words=v["words"],
                told_by=v["told_by"],
                happened_at=self._told_at(v["at"]),
            )

        return sheet, make

    def leader_way(self, whistle: Whistle) -> Built:
        """The named leader left for the scene, or is there."""
        arriving = whistle.leader_left_at is not None
        title = translate("PostForm", "Leader on the scene") if arriving else translate("PostForm", "Leader leaves")
        people = self._people_leading()
        choices = [("", translate("PostForm", "somebody else")), *people]
        chosen = whistle.leader if arriving else self._on_shift()
        fields = [
            Field("person", translate("PostForm", "Leader"), kind="choice", choices=choices, value=chosen),
            Field(
                "name", translate("PostForm", "or another name"), value="" if whistle.leader else whistle.leader_words
            ),
            Field("at", translate("PostForm", "When it happened"), kind="clock", value=self._desk.clock.now()),
            Field("vehicle", translate("PostForm", "Car, who comes along")),
        ]
        key = "leader.arrived" if arriving else "leader.left"
        sheet = self._sheet(whistle, key, title, fields, translate("PostForm", "Record"))

        def make(v: dict[str, Any]) -> Command:
            return whistle_acts.LeaderOnTheWay(
                whistle=whistle.id,
                person=v["person"],
                name=v["name"] or dict(people).get(v["person"], "").partition(" ")[0],
                vehicle=v["vehicle"],
                arrived=arriving,
                happened_at=self._told_at(v["at"]),
            )

        return sheet, make

    def sign(self, whistle: Whistle) -> Built:
        """A leader signs the whistle that was blown without one, himself or by telephone."""
        people = self._people_leading()
        choices = [("", translate("PostForm", "somebody else")), *people]
        fields = [
            Field("person", translate("PostForm", "Leader"), kind="choice", choices=choices, value=self._on_shift()),
            Field("name", translate("PostForm", "or another name")),
            Field("words", translate("PostForm", "What was said"), kind="lines", wide=True),
        ]
        title = translate("PostForm", "A leader signs the whistle")
        sheet = self._sheet(whistle, "sign", title, fields, translate("PostForm", "Signed"))

        def make(v: dict[str, Any]) -> Command:
            name = v["name"] or dict(people).get(v["person"], "").partition(" ")[0]
            return whistle_acts.Confirm(whistle=whistle.id, person=v["person"], name=name, words=v["words"])

        return sheet, make

    def place(self, whistle: Whistle) -> Built:
        """Confirm the place, and where everybody of this whistle gathers."""
        directory = self._desk.reference.directory
        points = [(one.id, one.name) for one in directory.places.values() if one.kind == "assembly"]
        choices = [("", translate("PostForm", "another point")), *points]
        fields = [
            Field("place_words", translate("PostForm", "Place"), value=whistle.place_words, required=True, wide=True),
            Field(
                "assembly",
                translate("PostForm", "Assembly point"),
                kind="choice",
                choices=choices,
                value=whistle.assembly or self._assembly_of(whistle),
            ),
            Field(
                "assembly_words",
                translate("PostForm", "or in words"),
                value="" if whistle.assembly else whistle.assembly_words,
            ),
        ]
        title = translate("PostForm", "Confirm the place")
        sheet = self._sheet(whistle, "place", title, fields, translate("PostForm", "Record"))

        def make(v: dict[str, Any]) -> Command:
            commands: list[Command] = []
            if v["place_words"] != whistle.place_words or not whistle.place_words:
                found = self._desk.reference.locate(v["place_words"])
                commands.append(
                    whistle_acts.SetPlace(
                        whistle=whistle.id, place=found.id if found else "", place_words=v["place_words"]
                    )
                )
            if _assembly_changed(whistle, v["assembly"], v["assembly_words"]):
                commands.append(
                    whistle_more_acts.SetAssembly(
                        whistle=whistle.id,
                        place=v["assembly"],
                        place_words=v["assembly_words"] or dict(points).get(v["assembly"], ""),
                    )
                )
            return Batch(commands=tuple(commands))

        return sheet, make

    def wrong_place(self, whistle: Whistle, state: ReportIn) -> Built:
        """The department is somewhere else."""
        where = self.assembly_name(whistle)
        fields = [
            Field("words", translate("PostForm", "Where it is"), required=True, wide=True),
            Field("told_by", translate("PostForm", "Said by")),
        ]
        title = translate("PostForm", "{n} {unit}: at the wrong place")
        title = title.format(n=state.ordinal, unit=self._name(state.unit))
        sheet = self._sheet(whistle, f"wrong.{state.unit}", title, fields, translate("PostForm", "Record"))
        if where:
            sheet.caption.setText(translate("PostForm", "everybody gathers at {place}").format(place=where))
        return sheet, lambda v: acts.AtWrongPlace(
            whistle=whistle.id, unit=state.unit, words=v["words"], told_by=v["told_by"], channel="phone"
        )

    def archive(self, whistle: Whistle) -> Built:
        """The material is complete."""
        fields = [Field("words", translate("PostForm", "Where the material lies"), kind="lines", wide=True)]
        title = translate("PostForm", "To the archive")
        sheet = self._sheet(whistle, "archive", title, fields, translate("PostForm", "Record"))
        return sheet, lambda v: whistle_more_acts.ArchiveWhistle(whistle=whistle.id, words=v["words"])

    # -- who and where ---------------------------------------------------------------------------------------------

    def assembly_name(self, whistle: Whistle) -> str:
        """Where everybody gathers, in words; empty when nobody said."""
        places = self._desk.reference.directory.places
        chosen = places.get(whistle.assembly)
        return whistle.assembly_words or (chosen.name if chosen is not None else self._assembly(whistle))

    def _assembly_of(self, whistle: Whistle) -> str:
        name = self._assembly(whistle)
        places = self._desk.reference.directory.places.values()
        return next((one.id for one in places if one.kind == "assembly" and one.name == name), "")

    def _people_leading(self) -> list[tuple[str, str]]:
        """(id, name and post) of everybody with a leading post."""
        directory = self._desk.reference.directory
        return [
            (person.id, f"{person.name} {person.post}")
            for person in directory.people.values()
            if any(post.role == "leader" for post in directory.posts_of(person.id))
        ]

    def _on_shift(self) -> str:
        """The leader on shift; empty when none is planned."""
        return leader_on_duty(self._desk)


def _assembly_changed(whistle: Whistle, place: str, words: str) -> bool:
    """Whether another point was chosen than the one of the whistle."""
    if words:
        return words != whistle.assembly_words
    return bool(place) and place != whistle.assembly
