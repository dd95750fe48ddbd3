"""The form of the case centre in which a call is registered in half a minute."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain import case_acts as acts
from commandcenter.domain.case import CHANNELS
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Command
from commandcenter.domain.limit import GRADES, WORKED_MS
from commandcenter.ui import when
from commandcenter.ui.cases.amend import category_choices
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CHANNELS as CHANNEL_WORDS
from commandcenter.ui.words import GRADES as GRADE_WORDS
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

REGISTER_DRAFT = "case.register"


class RegisterSheet(FormSheet):
    """F2. While the place is typed, it says who answers for it and what came from there lately."""

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        fields = [
            Field("title", translate("Register", "Matter, in a few words"), required=True, wide=True),
            Field(
                "place",
                translate("Register", "Place"),
                hint=translate("Register", "street, number, landmark"),
                wide=True,
            ),
            Field("text", translate("Register", "In the caller's words"), kind="lines", wide=True, height=84),
            Field("reporter", translate("Register", "Caller")),
            Field("phone", translate("Register", "Phone")),
            Field(
                "channel",
                translate("Register", "How found"),
                kind="choice",
                choices=[(code, word(CHANNEL_WORDS, code)) for code in CHANNELS],
                value="hotline",
            ),
            Field(
                "grade",
                translate("Register", "Grade"),
                kind="choice",
                choices=[(code, word(GRADE_WORDS, code)) for code in GRADES],
                value="general",
            ),
            Field(
                "category", translate("Register", "Category"), kind="choice", choices=category_choices(desk), value=""
            ),
            Field(
                "anonymous",
                translate("Register", "Caller"),
                kind="check",
                hint=translate("Register", "wants to stay anonymous"),
            ),
        ]
        super().__init__(
            look,
            host,
            translate("Register", "Register a case"),
            fields,
            send=translate("Register", "Register"),
            width=720,
            now=desk.clock.now,
        )
        self._desk = desk
        self.answer = Label(look, "", "caption", "acc")
        self.answer.setWordWrap(True)
        self.answer.setMinimumHeight(look.line("caption") * 2)
        self.body.insertWidget(1, self.answer)
        self.limit = Label(look, "", "caption", "3")
        self.body.insertWidget(2, self.limit)
        self.form.changed.connect(self._look_up)
        self.keep_draft(REGISTER_DRAFT, desk.save_draft, desk.read.status.drafts().get(REGISTER_DRAFT, ""))
        self._look_up()

    def _look_up(self) -> None:
        directory = self._desk.reference.directory
        place = directory.locate(self.form.text("place")) or directory.locate(self.form.text("title"))
        found = self._desk.reference.limit(f"case.grade.{self.form.text('grade')}")
        if found is not None:
            now, calendar = self._desk.clock.now(), self._desk.reference.calendar
            due = found.due(now, calendar)
            words = translate("Register", "Limit of this grade: until {due} ({source})")
            told = words.format(due=when.moment(due, now), source=found.source or when.UNKNOWN)
            if found.unit in WORKED_MS and calendar.provisional_between(now, due):
                told = translate("Register", "{words} · provisional").format(words=told)
            self.limit.setText(told)
        if place is None:
            self.answer.setText(
                translate("Register", "The place is not recognised yet; type a street or building of the roster.")
            )
            return
        who = directory.answers_for(place)
        community = who.community.name if who.community else ""
        parts = [f"{place.name} · {community}".strip(" ·")]
        if who.chief is not None:
            parts.append(f"{word(ROLES, who.chief.role)} {who.chief.person.name} {who.chief.person.phone}")
        near = "、".join(other.name for other in directory.similar(who.street or place))
        if near:
            parts.append(translate("Register", "sounds like: {names}").format(names=near))
        since = self._desk.clock.now() - 30 * DAY
        same = [row for row in self._desk.read.cases.by_place(place.id) if row.received_at >= since]
        if same:
            parts.append(
                translate("Register", "here in 30 days: {n}, the newest: {title}").format(
                    n=len(same), title=same[0].title
                )
            )
        self.answer.setText(" · ".join(parts))

    def command(self, values: dict[str, Any]) -> Command:
        """The command for what was entered."""
        directory = self._desk.reference.directory
        place = directory.locate(values["place"]) or directory.locate(values["title"])
        matter = acts.Matter(
            title=values["title"],
            text=values["text"],
            channel=values["channel"],
            grade=values["grade"],
            category=values["category"],
            place=place.id if place else "",
            place_words=values["place"],
            community=place.community if place else "",
            reporter=values["reporter"],
            phone=values["phone"],
            anonymous=values["anonymous"],
        )
        return acts.RegisterCase(matter=matter, channel="phone")
