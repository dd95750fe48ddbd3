"""The forms of a muster. Each gives the command for what was entered; the screen sends it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain import muster_acts as acts
from commandcenter.domain import muster_work_acts as work
from commandcenter.domain import report_in_acts as presence
from commandcenter.domain.appraisal import ASPECTS, GRADES, REQUESTER
from commandcenter.domain.clock import HOUR, MINUTE
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.gate import LACKS
from commandcenter.domain.muster import LEVELS, Agreed, Muster
from commandcenter.domain.record import AmendRecord
from commandcenter.domain.report_in import REASONS, ReportIn
from commandcenter.ui import when
from commandcenter.ui.muster.rows import level_words
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.grade import grade_word
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import REASONS as REASON_WORDS
from commandcenter.ui.words import listed, word

translate = QCoreApplication.translate
Make = Callable[[dict[str, Any]], Command]
Built = tuple[FormSheet, Make]

MORE_UNITS = 4
"""Rows for units beside those the kind of matter proposes."""


def lack_words(lack: str) -> str:
    """What is missing, in words."""
    return {
        "authority": translate("MusterForm", "no authority"),
        "resources": translate("MusterForm", "no resources"),
        "departments": translate("MusterForm", "several departments needed"),
    }[lack]


def lack_name(lack: str) -> str:
    """What may be missing."""
    return {
        "authority": translate("MusterForm", "Missing: authority"),
        "resources": translate("MusterForm", "Missing: resources"),
        "departments": translate("MusterForm", "Missing: others who join in"),
    }[lack]


def way_words() -> list[tuple[str, str]]:
    """The ways to send a request."""
    return [
        ("paper", translate("MusterForm", "on paper")),
        ("system", translate("MusterForm", "through the system")),
        ("fax", translate("MusterForm", "by fax")),
        ("face", translate("MusterForm", "face to face")),
    ]


class MusterSheets:
    """Builds the sheets of musters."""

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        self._look, self._desk, self._host = look, desk, host

    def _sheet(
        self, key: str, title: str, fields: Sequence[Field], send: str, *, width: int = 640, caption: str = ""
    ) -> FormSheet:
        sheet = FormSheet(self._look, self._host, title, fields, send=send, width=width, now=self._desk.clock.now)
        name = f"muster.{key}"
        sheet.keep_draft(name, self._desk.save_draft, self._desk.drafts().get(name, ""))
        sheet.caption.setText(caption)
        return sheet

    def _name(self, unit: str) -> str:
        return self._desk.reference.unit_name(unit)

    def _late(self, at: int | None) -> int | None:
        """A moment that was typed; None is now."""
        now = self._desk.clock.now()
        return at if at is not None and abs(at - now) > MINUTE else None

    # -- the draft ---------------------------------------------------------------------------------------------------

    def draft(self, given: Mapping[str, Any], standing: Muster | None = None) -> Built:
        """What it is, why it cannot be solved here, what is wanted; ``given`` comes from a case."""
        reference = self._desk.reference
        kinds = [("", translate("MusterForm", "— choose —"))]
        kinds += [(kind.code, kind.name) for kind in reference.matter_kinds]
        communities = [("", translate("MusterForm", "— none —"))]
        communities += [(unit.id, unit.name) for unit in reference.units.values() if unit.kind == "community"]
        levels = [(level, level_words(level)) for level in LEVELS]
        fields = [
            Field("level", translate("MusterForm", "Who calls whom"), "choice", given.get("level", "L1"), levels),
            Field("category", translate("MusterForm", "Kind of matter"), "choice", given.get("category", ""), kinds),
            Field("title", translate("MusterForm", "Matter"), value=given.get("title", ""), required=True, wide=True),
            Field("community", translate("MusterForm", "Community"), "choice", given.get("community", ""), communities),
            Field("branch", translate("MusterForm", "Party branch"), value=given.get("branch", "")),
            Field("place_words", translate("MusterForm", "Place"), value=given.get("place_words", ""), wide=True),
            Field(
                "matter",
                translate("MusterForm", "What it is"),
                "lines",
                given.get("matter", ""),
                wide=True,
                height=60,
            ),
        ]
        fields += [
            Field(lack, lack_name(lack), "check", lack in given.get("lacks", ()), hint=lack_words(lack))
            for lack in LACKS
        ]
        fields += [
            Field(
                "tried",
                translate("MusterForm", "What was tried, and what came of it"),
                "lines",
                given.get("tried", ""),
                wide=True,
                height=60,
            ),
            Field(
                "wanted",
                translate("MusterForm", "What those who are called are to do"),
                "lines",
                given.get("wanted", ""),
                wide=True,
                height=52,
            ),
        ]
        if standing is not None:
            fields = [field for field in fields if field.name != "level"]
        title = (
            translate("MusterForm", "New muster") if standing is None else translate("MusterForm", "Change the draft")
        )
        key = standing.id if standing is not None else f"new.{given.get('case', '')}"
        sheet = self._sheet(f"draft.{key}", title, fields, translate("MusterForm", "Save the draft"), width=820)
        sheet.caption.setText(translate("MusterForm", "only what cannot be solved here"))

        def make(v: dict[str, Any]) -> Command:
            told = {name: v[name] for name in ("title", "category", "community", "branch", "place_words", "matter")}
            told |= {"tried": v["tried"], "wanted": v["wanted"], "lacks": tuple(lack for lack in LACKS if v[lack])}
            kind = next((kind for kind in reference.matter_kinds if kind.code == v["category"]), None)
            if standing is not None:
                return acts.AmendMuster(muster=standing.id, place=standing.place, units=standing.units, **told)
            units = kind.units if kind is not None and v["level"] == "L1" else ()
            place, case = str(given.get("place", "")), str(given.get("case", ""))
            return acts.DraftMuster(level=v["level"], case=case, place=place, units=units, **told)

        return sheet, make

    def kinds(self) -> Built:
        """The kinds of matters a whistle is for: their names, whom they usually call, which are kept off notices."""
        kinds = self._desk.reference.matter_kinds
        fields: list[Field] = []
        for place, kind in enumerate(kinds, start=1):
            label = translate("MusterForm", "Kind {n}").format(n=place)
            fields.append(Field(f"name.{kind.code}", label, value=kind.name, required=True))
            hint = translate("MusterForm", "confidential: no public notice")
            label = translate("MusterForm", "Kind {n}: notice").format(n=place)
            fields.append(Field(f"secret.{kind.code}", label, "check", kind.confidential, hint=hint))
        title = translate("MusterForm", "Kinds of matters")
        sheet = self._sheet("kinds", title, fields, translate("MusterForm", "Save"), width=760)

        def make(v: dict[str, Any]) -> Command:
            told: list[Command] = []
            for kind in kinds:
                name, secret = v[f"name.{kind.code}"], v[f"secret.{kind.code}"]
                if (name, secret) != (kind.name, kind.confidential):
                    fields = {"name": name, "confidential": secret}
                    told.append(AmendRecord(subject=f"matter_kind/{kind.code}", fields=fields))
            return Batch(commands=tuple(told))

        return sheet, make

    # -- before the whistle --------------------------------------------------------------------------------------------

    def met(self, state: Muster) -> Built:
        """The meeting: when, who, what was decided."""
        title = (
            translate("MusterForm", "Work committee meeting")
            if state.level == "L1"
            else translate("MusterForm", "Community committee meeting")
        )
        fields = [
            Field("at", translate("MusterForm", "When it met"), "clock", self._desk.clock.now(), required=True),
            Field("chair", translate("MusterForm", "Chaired by")),
            Field("present", translate("MusterForm", "Who was present"), "lines", required=True, wide=True, height=52),
            Field("decision", translate("MusterForm", "Decision"), "lines", required=True, wide=True),
        ]
        sheet = self._sheet(f"met.{state.id}", title, fields, translate("MusterForm", "Record"), caption=state.title)
        return sheet, lambda v: acts.MeetOnMuster(
            muster=state.id,
            present=v["present"],
            decision=v["decision"],
            chair=v["chair"],
            happened_at=self._late(v["at"]),
        )

    def sent(self, state: Muster) -> Built:
        """Sent to the special team under a number."""
        team = (
            translate("MusterForm", "Send to the district team")
            if state.level == "L1"
            else translate("MusterForm", "Send to the street team")
        )
        fields = [
            Field("document", translate("MusterForm", "Number of the request"), required=True),
            Field("way", translate("MusterForm", "By which way"), "choice", "paper", way_words()),
            Field("at", translate("MusterForm", "When it was sent"), "clock", self._desk.clock.now()),
        ]
        sheet = self._sheet(f"sent.{state.id}", team, fields, translate("MusterForm", "Record"), caption=state.title)
        return sheet, lambda v: acts.SendMuster(
            muster=state.id, document=v["document"], way=v["way"], happened_at=self._late(v["at"])
        )

    def accepted(self, state: Muster) -> Built:
        """The team's answer."""
        answers = [
            ("yes", translate("MusterForm", "accepted")),
            ("no", translate("MusterForm", "returned, with a reason")),
        ]
        fields = [
            Field("answer", translate("MusterForm", "Answer of the team"), "choice", "yes", answers),
            Field("told_by", translate("MusterForm", "Said by")),
            Field("at", translate("MusterForm", "When"), "clock", self._desk.clock.now()),
            Field("words", translate("MusterForm", "In their words"), "lines", wide=True),
        ]
        title = translate("MusterForm", "The team answers")
        sheet = self._sheet(
            f"answer.{state.id}", title, fields, translate("MusterForm", "Record"), caption=state.document
        )
        return sheet, lambda v: acts.AnswerMuster(
            muster=state.id,
            accepted=v["answer"] == "yes",
            told_by=v["told_by"],
            words=v["words"],
            happened_at=self._late(v["at"]),
        )

    # -- the whistle ---------------------------------------------------------------------------------------------------

    def sounded(self, state: Muster) -> Built:
        """Whom it calls, where to meet and when; every target has its own time."""
        limit = self._desk.reference.limit(acts.report_in_key(state.level))
        now = self._desk.clock.now()
        until = limit.due(now, self._desk.reference.calendar) if limit else now + 24 * HOUR
        fields = [
            Field(
                "meet_words",
                translate("MusterForm", "Where to meet"),
                value=state.place_words,
                required=True,
            ),
            Field("meet_at", translate("MusterForm", "When to meet"), "clock", until),
            Field(
                "text",
                translate("MusterForm", "Text to read out"),
                "lines",
                self.text_of(state, until),
                wide=True,
                height=64,
            ),
        ]
        title = translate("MusterForm", "Sound the whistle")
        send = translate("MusterForm", "Blow")
        if state.level == "L3":
            fields.append(
                Field(
                    "members",
                    translate("MusterForm", "Members, one a line"),
                    "lines",
                    required=True,
                    wide=True,
                    height=150,
                )
            )
            sheet = self._sheet(f"sound.{state.id}", title, fields, send, width=820, caption=state.title)
            return sheet, lambda v: acts.SoundMuster(
                muster=state.id,
                meet_words=v["meet_words"],
                meet_at=v["meet_at"],
                text=v["text"],
                members=self.members_in(v["members"]),
            )
        proposed = [unit for unit in state.units if unit in self._desk.reference.units]
        can = [("", translate("MusterForm", "— none —")), *self.callable_units(state.level)]
        rows = proposed + [""] * MORE_UNITS
        for place, unit in enumerate(rows, start=1):
            label = translate("MusterForm", "Called {n}").format(n=place)
            fields.append(Field(f"unit{place}", label, "choice", unit, can))
            fields.append(Field(f"by{place}", translate("MusterForm", "reports in by"), "clock", until))
        sheet = self._sheet(f"sound.{state.id}", title, fields, send, width=820, caption=state.title)

        def make(v: dict[str, Any]) -> Command:
            targets = []
            for place in range(1, len(rows) + 1):
                unit, by = v[f"unit{place}"], v[f"by{place}"]
                if unit:
                    targets.append(Agreed(unit, until=by))
            return acts.SoundMuster(
                muster=state.id,
                meet_words=v["meet_words"],
                meet_at=v["meet_at"],
                text=v["text"],
                targets=tuple(targets),
            )

        return sheet, make

    def text_of(self, state: Muster, until: int) -> str:
        """The text of the call: what, where, until when, whom to ask."""
        office = self._desk.reference.office
        told = translate(
            "MusterForm", "[Muster] {place} {title}. Please report in by {time} at {meet}. Contact: {phone}."
        )
        values = {
            "place": "" if state.place_words in state.title else state.place_words,
            "title": state.title,
            "time": when.moment(until, self._desk.clock.now()),
            "meet": state.place_words or translate("MusterForm", "the place to be told"),
            "phone": str(office.get("phone", "")),
        }
        for name, value in values.items():
            told = told.replace("{" + name + "}", value)
        return told.replace("  ", " ")

    def callable_units(self, level: str) -> list[tuple[str, str]]:
        """The units a level may call."""
        kinds = acts.CALLED[level]
        found = []
        for unit in self._desk.reference.units.values():
            own = level == "L2" and unit.relation == "direct" and unit.kind != "community"
            if unit.active and (unit.kind in kinds or own):
                found.append((unit.id, unit.name))
        return found

    def members_in(self, text: str) -> tuple[acts.Member, ...]:
        """The members in a text: those of the roster by their id, others by name alone."""
        by_name: dict[str, list[str]] = {}
        for person in self._desk.reference.directory.people.values():
            by_name.setdefault(person.name, []).append(person.id)
        found: dict[str, acts.Member] = {}
        for place, name in enumerate(re.split(r"[\n,，、;；]+", text), start=1):
            name = name.strip()
            if not name:
                continue
            ids = by_name.get(name, [])
            key = ids[0] if len(ids) == 1 else f"m{place}"
            found.setdefault(key, acts.Member(key=key, name=name))
        return tuple(found.values())

    # -- who came ------------------------------------------------------------------------------------------------------

    def arrived(self, state: Muster, one: ReportIn) -> Built:
        """A unit is there: when, how many."""
        fields = [
            Field("at", translate("MusterForm", "When it came"), "clock", self._desk.clock.now()),
            Field("people", translate("MusterForm", "How many people"), "number"),
            Field("told_by", translate("MusterForm", "Who leads them")),
        ]
        title = translate("MusterForm", "{unit}: reported in").format(unit=self._name(one.unit))
        sheet = self._sheet(f"came.{state.id}.{one.unit}", title, fields, translate("MusterForm", "Record"))
        return sheet, lambda v: presence.RecordMilestone(
            whistle=state.id,
            unit=one.unit,
            milestone="arrived",
            people=v["people"],
            told_by=v["told_by"],
            happened_at=self._late(v["at"]),
            channel="face",
        )

    def concluded(self, state: Muster, one: ReportIn, outcome: str) -> Built:
        """A unit refuses, or never came."""
        fields = []
        if outcome == "refused":
            reasons = [(code, word(REASON_WORDS, code)) for code in REASONS]
            fields.append(Field("reason", translate("MusterForm", "Reason"), "choice", "not_our_duty", reasons))
        fields += [
            Field("told_by", translate("MusterForm", "Said by"), required=outcome == "refused"),
            Field(
                "words",
                translate("MusterForm", "In their words"),
                "lines",
                wide=True,
                required=outcome != "refused",
            ),
        ]
        words = (
            translate("MusterForm", "{unit}: refuses")
            if outcome == "refused"
            else translate("MusterForm", "{unit}: never came")
        )
        title = words.format(unit=self._name(one.unit))
        sheet = self._sheet(f"{outcome}.{state.id}.{one.unit}", title, fields, translate("MusterForm", "Record"))
        return sheet, lambda v: presence.Conclude(
            whistle=state.id,
            unit=one.unit,
            outcome=outcome,
            reason=v.get("reason", ""),
            told_by=v["told_by"],
            words=v["words"],
            channel="phone",
        )

    def member(self, state: Muster) -> Built:
        """Somebody who was not called is here."""
        fields = [Field("name", translate("MusterForm", "Name"), required=True, wide=True)]
        title = translate("MusterForm", "Another member is here")
        sheet = self._sheet(f"member.{state.id}", title, fields, translate("MusterForm", "Sign in"))

        def make(v: dict[str, Any]) -> Command:
            (who,) = self.members_in(v["name"])[:1] or (acts.Member(key="", name=v["name"]),)
            key = who.key if who.key in self._desk.reference.directory.people else ""
            return work.SignMember(muster=state.id, member=key, verb="came", name=who.name)

        return sheet, make

    # -- work and end ----------------------------------------------------------------------------------------------------

    def work_started(self, state: Muster) -> Built:
        """Who leads the work on site."""
        fields = [
            Field("leader", translate("MusterForm", "Led by"), required=True),
            Field("at", translate("MusterForm", "When it began"), "clock", self._desk.clock.now()),
        ]
        title = translate("MusterForm", "Work on site begins")
        sheet = self._sheet(f"work.{state.id}", title, fields, translate("MusterForm", "Record"), caption=state.title)
        return sheet, lambda v: work.StartWork(muster=state.id, leader=v["leader"], happened_at=self._late(v["at"]))

    def tasked(self, state: Muster) -> Built:
        """Something decided on site."""
        units = [("", translate("MusterForm", "— somebody else —"))]
        units += [(line.unit, self._name(line.unit)) for line in state.agreed]
        fields = [
            Field("words", translate("MusterForm", "What was decided"), "lines", required=True, wide=True, height=60),
            Field("unit", translate("MusterForm", "Who does it"), "choice", units[-1][0], units),
            Field("person", translate("MusterForm", "Responsible person")),
            Field("due_at", translate("MusterForm", "Done by"), "clock"),
        ]
        title = translate("MusterForm", "Decided on site")
        sheet = self._sheet(f"task.{state.id}", title, fields, translate("MusterForm", "Record"))
        return sheet, lambda v: work.DecideOnSite(
            muster=state.id, words=v["words"], unit=v["unit"], person=v["person"], due_at=v["due_at"]
        )

    def task_done(self, state: Muster, task: str, words: str) -> Built:
        """Something decided on site is done."""
        fields = [Field("words", translate("MusterForm", "What came of it"), "lines", wide=True, height=60)]
        title = translate("MusterForm", "Done on site")
        sheet = self._sheet(f"done.{state.id}.{task}", title, fields, translate("MusterForm", "Record"), caption=words)
        return sheet, lambda v: work.SettleTask(muster=state.id, task=task, words=v["words"])

    def finished(self, state: Muster) -> Built:
        """The work is done."""
        fields = [
            Field("words", translate("MusterForm", "What was done, what proves it"), "lines", required=True, wide=True)
        ]
        title = translate("MusterForm", "Done, to be checked")
        sheet = self._sheet(f"finish.{state.id}", title, fields, translate("MusterForm", "Record"), caption=state.title)
        return sheet, lambda v: work.FinishWork(muster=state.id, words=v["words"])

    def passed(self, state: Muster) -> Built:
        """The check: it holds, or goes back to work."""
        choices = [
            ("yes", translate("MusterForm", "it holds")),
            ("no", translate("MusterForm", "back to work, with a reason")),
        ]
        fields = [
            Field("holds", translate("MusterForm", "Result of the check"), "choice", "yes", choices),
            Field("words", translate("MusterForm", "What was seen"), "lines", wide=True),
        ]
        title = translate("MusterForm", "Check the work")
        sheet = self._sheet(
            f"check.{state.id}", title, fields, translate("MusterForm", "Record"), caption=state.evidence
        )
        return sheet, lambda v: work.CheckWork(muster=state.id, holds=v["holds"] == "yes", words=v["words"])

    def appraised(self, state: Muster, unit: str) -> Built:
        """Both sides on one unit: our grades of it, its word on the whistle. ``unit`` empty is our own word."""
        verdicts = [
            ("", translate("MusterForm", "— not said —")),
            ("yes", translate("Muster", "justified")),
            ("no", translate("Muster", "not justified")),
        ]
        said = state.appraisal.verdicts.get(unit)
        before = "" if said is None else "yes" if said.justified else "no"
        fields = []
        if unit != REQUESTER:
            grading = state.appraisal.gradings.get(unit)
            grades = [("", "—"), *((grade, grade_word(grade)) for grade in GRADES)]
            names = {
                "arrival": translate("Muster", "Arrival"),
                "attitude": translate("Muster", "Attitude"),
                "effect": translate("Muster", "Effect"),
            }
            fields = [
                Field(
                    aspect,
                    translate("MusterForm", "We grade: {aspect}").format(aspect=names[aspect]),
                    "choice",
                    grading.grades.get(aspect, "") if grading else "",
                    grades,
                )
                for aspect in ASPECTS
            ]
        fields += [
            Field("justified", translate("MusterForm", "Was the whistle justified"), "choice", before, verdicts),
            Field("words", translate("MusterForm", "In their words"), "lines", wide=True, height=60),
        ]
        name = self._name(unit) if unit else translate("MusterForm", "Our own word")
        title = translate("MusterForm", "Appraisal: {unit}").format(unit=name)
        sheet = self._sheet(f"appraise.{state.id}.{unit}", title, fields, translate("MusterForm", "Record"))

        def make(v: dict[str, Any]) -> Command:
            told: list[Command] = []
            grades = {aspect: v[aspect] for aspect in ASPECTS if v.get(aspect)}
            if unit != REQUESTER and (grades or not v["justified"]):
                told.append(work.GradeTarget(muster=state.id, unit=unit, grades=grades))
            if v["justified"] or unit == REQUESTER:
                told.append(
                    work.JudgeMuster(muster=state.id, unit=unit, justified=v["justified"] == "yes", words=v["words"])
                )
            return Batch(commands=tuple(told))

        return sheet, make

    def noticed(self, state: Muster) -> Built:
        """The public notice of a community whistle."""
        told = translate(
            "MusterForm", "On {title}: {units} came to the community and settled it on site. Result: {result}"
        )
        values = {
            "title": state.title,
            "units": listed(self._name(line.unit) for line in state.agreed),
            "result": state.evidence,
        }
        for name, value in values.items():
            told = told.replace("{" + name + "}", value)
        fields = [
            Field("where", translate("MusterForm", "Where it is put up"), required=True, wide=True),
            Field(
                "words",
                translate("MusterForm", "Text of the notice"),
                "lines",
                told,
                required=True,
                wide=True,
                height=140,
            ),
        ]
        title = translate("MusterForm", "Public notice")
        sheet = self._sheet(f"notice.{state.id}", title, fields, translate("MusterForm", "Put up"), width=760)
        sheet.caption.setText(translate("MusterForm", "no names, no numbers of people"))
        return sheet, lambda v: work.PublishNotice(muster=state.id, words=v["words"], where=v["where"])

    def closed(self, state: Muster, presences: Sequence[ReportIn]) -> Built:
        """The end: closed or long-term, and how everybody left."""
        results = [
            ("closed", translate("MusterForm", "closed")),
            ("long_term", translate("MusterForm", "long-term")),
        ]
        fields = [
            Field("result", translate("MusterForm", "How it ends"), "choice", "closed", results),
            Field("review_at", translate("MusterForm", "Look at it again on"), "clock"),
            Field("cause", translate("MusterForm", "Where the problem came from"), required=True, wide=True),
            Field("words", translate("MusterForm", "Result"), "lines", wide=True, height=52),
        ]
        units = [] if state.level == "L3" else [line.unit for line in state.agreed]
        if state.appraisal.waiting(units):
            fields.append(Field("why", translate("MusterForm", "Why the appraisal is not complete"), wide=True))
        still = [one for one in presences if not one.closed]
        for one in still:
            name = self._name(one.unit)
            if one.on_scene or one.milestone("release_approved") is not None:
                label = translate("MusterForm", "{unit}: how many left").format(unit=name)
                fields.append(Field(f"out.{one.unit}", label, "number", one.people, required=True))
            else:
                label = translate("MusterForm", "{unit} never came: why").format(unit=name)
                fields.append(Field(f"absent.{one.unit}", label, required=True))
        title = translate("MusterForm", "Close the muster")
        sheet = self._sheet(
            f"close.{state.id}", title, fields, translate("MusterForm", "Close"), width=760, caption=state.title
        )

        def make(v: dict[str, Any]) -> Command:
            return work.CloseMuster(
                muster=state.id,
                result=v["result"],
                words=v["words"],
                cause=v["cause"],
                why_not_appraised=v.get("why", ""),
                review_at=v["review_at"],
                releases={one.unit: v[f"out.{one.unit}"] for one in still if f"out.{one.unit}" in v},
                absent={one.unit: v[f"absent.{one.unit}"] for one in still if f"absent.{one.unit}" in v},
            )

        return sheet, make

    def dropped(self, state: Muster, presences: Sequence[ReportIn]) -> Built:
        """Given up; who was called is told."""
        fields = [Field("words", translate("MusterForm", "Reason"), "lines", required=True, wide=True)]
        called = [one for one in presences if not one.closed and one.entries]
        fields += [
            Field(
                f"told.{one.unit}",
                translate("MusterForm", "{unit}: who was told").format(unit=self._name(one.unit)),
                required=True,
            )
            for one in called
        ]
        title = translate("MusterForm", "Give it up")
        sheet = self._sheet(f"drop.{state.id}", title, fields, translate("MusterForm", "Give up"), caption=state.title)
        return sheet, lambda v: work.DropMuster(
            muster=state.id, words=v["words"], told={one.unit: v[f"told.{one.unit}"] for one in called}
        )

    def noted(self, state: Muster) -> Built:
        """A line of the log."""
        fields = [Field("words", translate("MusterForm", "Note"), "lines", required=True, wide=True)]
        title = translate("MusterForm", "Note")
        sheet = self._sheet(f"note.{state.id}", title, fields, translate("MusterForm", "Record"), caption=state.title)
        return sheet, lambda v: work.NoteMuster(muster=state.id, words=v["words"])
