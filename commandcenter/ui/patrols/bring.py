"""Sheets of patrols and attendance come in: what was found in which column, what would be entered, and then - not before - it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.engine import Done
from commandcenter.domain.attendance import Attended, EnterAttendance
from commandcenter.domain.command import Command
from commandcenter.domain.patrol_entry_acts import ImportPatrols, ToldPatrol
from commandcenter.exchange.patrol_sheets import choices_of, fields_of
from commandcenter.ui import when
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.rows import Column
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.parts.tablesheet import PreviewPainter, PreviewRow, TableSheet, TableWords
from commandcenter.ui.wording import refusal, row_reason

translate = QCoreApplication.translate

_SORTS = {"turn": ("check", "done"), "own": ("plus", "blue"), "wrong": ("octagon-alert", "over")}
_INKS = {"what": ("body", "tx1"), "more": ("caption", "tx2")}
MOST_SHOWN = 400
MOST_REMEMBERED = 100
"""So many sorts of sheets are remembered; the oldest is forgotten first."""


@dataclass(frozen=True, slots=True)
class SheetRow(PreviewRow):
    """A walk, somebody who came, or a row that was rejected."""

    what: str
    more: str


def field_word(name: str) -> str:
    """What a field of a row is called."""
    told = {
        "number": translate("PatrolSheet", "Number"),
        "place": translate("PatrolSheet", "Street"),
        "person": translate("PatrolSheet", "Who walked"),
        "role": translate("PatrolSheet", "Post"),
        "day": translate("PatrolSheet", "Day"),
        "begun": translate("PatrolSheet", "Begun"),
        "ended": translate("PatrolSheet", "Ended"),
        "length": translate("PatrolSheet", "Length"),
        "weather": translate("PatrolSheet", "Weather"),
        "stop": translate("PatrolSheet", "Stop"),
        "kind": translate("PatrolSheet", "Kind"),
        "found": translate("PatrolSheet", "What was found"),
        "where": translate("PatrolSheet", "Where"),
        "result": translate("PatrolSheet", "What came of it"),
        "solved": translate("PatrolSheet", "Solved"),
        "danger": translate("PatrolSheet", "Danger"),
        "words": translate("PatrolSheet", "Remark"),
        "name": translate("PatrolSheet", "Name"),
        "unit": translate("PatrolSheet", "From"),
        "hours": translate("PatrolSheet", "Hours"),
        "member": translate("PatrolSheet", "Party member"),
    }
    return told.get(name, name)


def _words(attendance: bool) -> TableWords:
    title = translate("PatrolSheet", "Attendance from a file")
    if not attendance:
        title = translate("PatrolSheet", "Patrols from a file")
    return TableWords(
        title=title,
        file=translate("PatrolSheet", "File"),
        hint=translate("PatrolSheet", "Excel, CSV, or the JSON of a phone app; Enter reads it"),
        choose=translate("PatrolSheet", "Choose a file first."),
        reading=translate("PatrolSheet", "Reading…"),
        no_column=translate("PatrolSheet", "no column"),
        preview=translate("PatrolSheet", "What would be entered"),
        nothing=translate("PatrolSheet", "Nothing read yet"),
        layout=translate("PatrolSheet", "A row is a walk, a stop or a finding; rows of one number are one walk."),
        cancel=translate("PatrolSheet", "Not now"),
        write=translate("PatrolSheet", "Enter"),
    )


class BringSheet(TableSheet):
    """Walks of patrols; with ``attendance`` the lines go there."""

    FILES = "(*.xlsx *.xls *.ods *.csv *.txt *.json)"
    JOBS = ("patrols", "commandcenter.desk.patrol_sheet_job")
    SIZE = (1080, 800)
    PREVIEW_HEIGHT = 240
    ACROSS = 6

    def __init__(self, context: Context, host: QWidget, attendance: str = "") -> None:
        look, words = context.look, _words(bool(attendance))
        self._attendance = attendance
        self._family = "attendance" if attendance else "patrol"
        columns = (Column("sort", "", 128), Column("what", words.preview, 240, 3), Column("more", "", 200, 3))
        painter = PreviewPainter(look, columns, _INKS, _SORTS, height=32)
        self.rejected_button = Button(
            look, translate("PatrolSheet", "Save the rejected rows"), icon="file-x", kind="ghost"
        )
        named = {name: field_word(name) for name in fields_of(self._family)}
        super().__init__(context, host, words, named, painter, (self.rejected_button,))
        self.rejected_button.clicked.connect(self.save_rejected)
        self.rejected_button.hide()

    # -- reading ---------------------------------------------------------------------------------------------------

    def read(self) -> None:
        self.rejected_button.hide()
        super().read()

    def wishes(self) -> dict[str, Any]:
        kept = self._context.services.settings.import_columns
        remembered = {name: dict(one) for name, one in kept.items() if name.startswith(f"{self._family}-")}
        return {"now": self._desk.clock.now(), "family": self._family, "remembered": remembered}

    def parts_of_caption(self, told: Mapping[str, Any]) -> list[str]:
        before = translate("PatrolSheet", "columns as last time") if told["as_before"] else ""
        return [*super().parts_of_caption(told), before]

    def show_preview(self, told: dict[str, Any]) -> None:
        rejected = [
            SheetRow(f"wrong:{row}", "wrong", translate("PatrolSheet", "Row {n}").format(n=row), row_reason(code), "")
            for row, code in told["rejected"]
        ]
        good = [self._line(at, line) for at, line in enumerate(told["lines"])]
        good += [self._walk(at, walk) for at, walk in enumerate(told["walks"])]
        self.list.show_rows([*rejected, *good][:MOST_SHOWN], self._summary(len(good), len(rejected), told))
        self.rejected_button.setVisible(bool(rejected))
        self.write_button.setEnabled(bool(good))
        self.write_button.set_text(translate("PatrolSheet", "Enter {n}").format(n=len(good)))
        self.say(refusal(*told["lacking"]) if told["lacking"] else "")
        if told["lacking"]:
            self.columns[next(iter(self.columns))].setFocus()

    def _summary(self, good: int, rejected: int, told: Mapping[str, Any]) -> str:
        if self._attendance:
            words = translate("PatrolSheet", "{n} people, {wrong} rows rejected")
            return words.format(n=good, wrong=rejected)
        words = translate(
            "PatrolSheet", "{n} walks, {turns} of them planned turns, {found} findings, {wrong} rows rejected"
        )
        return words.format(n=good, turns=told["turns"], found=told["findings"], wrong=rejected)

    def _walk(self, at: int, walk: ToldPatrol) -> SheetRow:
        directory, now = self._desk.reference.directory, self._desk.clock.now()
        place, person = directory.places.get(walk.place), directory.people.get(walk.person)
        told = [place.name if place else walk.place, person.name if person else walk.person]
        told += [f"{when.moment(walk.begun_at, now)}-{when.clock(walk.ended_at)}"]
        found = "；".join(one.words for one in walk.findings)
        word = translate("PatrolSheet", "planned turn") if walk.turn else translate("PatrolSheet", "unplanned")
        return SheetRow(f"walk:{at}", "turn" if walk.turn else "own", word, " · ".join(told), found)

    def _line(self, at: int, line: Attended) -> SheetRow:
        hours = translate("PatrolSheet", "{n} h").format(n=f"{line.minutes / 60:g}") if line.minutes is not None else ""
        told = [part for part in (line.unit, hours) if part]
        return SheetRow(f"line:{at}", "turn", translate("PatrolSheet", "came"), line.name, " · ".join(told))

    # -- writing ---------------------------------------------------------------------------------------------------

    def act(self) -> tuple[Command, str]:
        if self._attendance:
            lines = tuple(self._told["lines"])
            return EnterAttendance(attendance=self._attendance, lines=lines, channel="import"), ""
        return ImportPatrols(rows=tuple(self._told["walks"]), channel="import"), ""

    def _remember(self) -> None:
        """Columns chosen by hand are those of the next sheet with these headings."""
        if not self._by_hand:
            return
        told, services = self._told, self._context.services
        kept = {name: one for name, one in services.settings.import_columns.items() if name != told["signature"]}
        kept[told["signature"]] = choices_of(self._family, told["headings"], told["columns"])
        services.settings_wanted.emit({"import_columns": dict(list(kept.items())[-MOST_REMEMBERED:])})

    def _on_written(self, done: Done) -> None:
        self._remember()
        told = done.report
        if self._attendance:
            words = translate("PatrolSheet", "Entered: {added} new, {changed} changed, {same} the same.").format(**told)
        else:
            words = translate("PatrolSheet", "Entered: {created}; there already: {there}; refused: {refused}.").format(
                created=told["created"], there=told["already_there"], refused=len(told["refused"])
            )
        kind = "warn" if told.get("refused") else "done"
        self._context.services.toast.emit(Toast(words, kind=kind, seconds=10))
        super()._on_written(done)

    def save_rejected(self) -> None:
        """Write the rejected rows into a workbook beside the file."""
        words = {code: row_reason(code) for _, code in self._told["rejected"]}
        told = {"path": self._file, "family": self._family, "sheet": self._told["sheet"]}
        told |= {"rejected": self._told["rejected"], "words": words}
        self.job("save_rejected", told).done.connect(self._on_saved)

    def _on_saved(self, path: str) -> None:
        self.say(translate("PatrolSheet", "Written: {path}").format(path=path))
