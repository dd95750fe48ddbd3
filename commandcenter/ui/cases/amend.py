"""E: correct what was taken down of a case. The form starts with what stands; only what was changed is sent."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.case import CHANNELS, NATURES, Case
from commandcenter.domain.case_acts import AmendCase
from commandcenter.domain.command import Command
from commandcenter.domain.limit import GRADES
from commandcenter.domain.roster import Directory
from commandcenter.domain.whereabouts import Whereabouts
from commandcenter.ui.cases.filters import nature_word
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.roster_words import holder_words
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CHANNELS as CHANNEL_WORDS
from commandcenter.ui.words import GRADES as GRADE_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate

CODES = ("channel", "grade", "category", "nature")
WORDS = ("title", "text", "reporter", "phone")


def place_words(directory: Directory, case: Case) -> str:
    """The place of a case in words: as it was told, else by its name in the roster."""
    place = directory.places.get(case.place)
    return case.place_words or (place.name if place is not None else "")


def category_choices(desk: Desk) -> list[tuple[str, str]]:
    """Every category in use, by its path, behind the choice of none."""
    paths = sorted((("/".join(path), key) for key, path in desk.reference.categories.items()), key=lambda pair: pair[0])
    return [("", translate("Register", "not yet")), *((key, words) for words, key in paths)]


class AmendSheet(FormSheet):
    """The form. ``command`` gives the correction for what was entered.

    What was erased by law is not asked for again, and an anonymous caller gets no name.
    """

    def __init__(self, look: Look, desk: Desk, host: QWidget, case: Case) -> None:
        self._desk, self._case = desk, case
        self._place = place_words(desk.reference.directory, case)
        super().__init__(
            look,
            host,
            translate("Amend", "Correct the case"),
            self._fields(),
            send=translate("Amend", "Correct"),
            width=720,
            now=desk.clock.now,
        )
        self.caption.setText(case.number)
        self.answer = Label(look, "", "caption", "acc")
        self.answer.setWordWrap(True)
        if "place" in self.form.widgets:
            self.body.insertWidget(1, self.answer)
            self.form.changed.connect(self._look_up)
        key = f"case.amend.{case.id}"
        self.keep_draft(key, desk.save_draft, desk.drafts().get(key, ""))
        self._look_up()

    @property
    def shows_person(self) -> bool:
        """Whether a name or phone stands in it unmasked, so that who looked belongs on record."""
        return "reporter" in self.form.widgets and bool(self._case.reporter or self._case.phone)

    def _fields(self) -> list[Field]:
        case = self._case
        words = [
            Field("title", translate("Register", "Matter, in a few words"), required=True, wide=True, value=case.title),
            Field("place", translate("Register", "Place"), wide=True, value=self._place),
            Field(
                "text",
                translate("Register", "In the caller's words"),
                kind="lines",
                wide=True,
                height=84,
                value=case.text,
            ),
        ]
        person = [
            Field("reporter", translate("Register", "Caller"), value=case.reporter),
            Field("phone", translate("Register", "Phone"), value=case.phone),
        ]
        codes = [
            Field(
                "channel",
                translate("Register", "How found"),
                kind="choice",
                choices=[(code, word(CHANNEL_WORDS, code)) for code in CHANNELS],
                value=case.channel,
            ),
            Field(
                "grade",
                translate("Register", "Grade"),
                kind="choice",
                choices=[(code, word(GRADE_WORDS, code)) for code in GRADES],
                value=case.grade,
            ),
            Field(
                "category",
                translate("Register", "Category"),
                kind="choice",
                choices=self._categories(),
                value=case.category,
            ),
            Field(
                "nature",
                translate("Register", "Nature"),
                kind="choice",
                choices=[(code, nature_word(code)) for code in NATURES],
                value=case.nature,
            ),
        ]
        if case.erased:
            return codes
        return [*words, *([] if case.anonymous else person), *codes]

    def _categories(self) -> list[tuple[str, str]]:
        """The categories in use, and the one that stands where it is not in use any more."""
        choices = category_choices(self._desk)
        standing = self._case.category
        return choices if standing in dict(choices) else [*choices, (standing, standing)]

    def _found(self, text: str) -> Whereabouts:
        return self._desk.reference.whereabouts(text)

    def _look_up(self) -> None:
        """Say who answers for the place as it is written now."""
        if "place" not in self.form.widgets:
            return
        there = self._found(self.form.text("place"))
        place, who = there.place, there.answering
        if place is None or who is None:
            self.answer.setText(
                translate("Register", "The place is not recognised yet; type a street or building of the roster.")
            )
            return
        parts = [there.words, who.community.name if who.community else ""]
        if who.chief is not None:
            parts.append(holder_words(who.chief))
        self.answer.setText(" · ".join(part for part in parts if part))

    def command(self, values: dict[str, Any]) -> Command:
        """The correction: only what differs from what the form began with."""
        case = self._case
        fields = {name: values[name] for name in CODES if values[name] != getattr(case, name)}
        private = {
            name: values[name] for name in WORDS if name in values and values[name] != getattr(case, name).strip()
        }
        if "place" in values and values["place"] != self._place.strip():
            there = self._found(values["place"])
            place = there.place
            private["place_words"] = values["place"]
            fields["place"] = place.id if place is not None else ""
            fields["community"] = place.community if place is not None else ""
            fields["grid"] = there.grid
        return AmendCase(case=case.id, fields=fields, private=private)
