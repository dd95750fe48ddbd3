"""Sheets of patrols and attendance come in: what was found in which column, what would be entered, and then - not before - it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from commandcenter.desk.engine import Done
from commandcenter.domain.attendance import Attended, EnterAttendance
from commandcenter.domain.command import Command
from commandcenter.domain.patrol_entry_acts import ImportPatrols, ToldPatrol
from commandcenter.exchange.mapping import letter_of
from commandcenter.exchange.patrol_sheets import choices_of, fields_of
from commandcenter.journal.trouble import Trouble
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.choice import Choice
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.paths import PathField
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.wording import refusal, row_reason

translate = QCoreApplication.translate

JOB = "commandcenter.desk.patrol_sheet_job:"
_SORTS = {"turn": ("check", "done"), "own": ("plus", "blue"), "wrong": ("octagon-alert", "over")}
MOST_SHOWN = 400
MOST_REMEMBERED = 100
"""So many sorts of sheets are remembered; the oldest is forgotten first."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the preview."""

    key: str
    sort: str
    word: str
    what: str
    more: str


class _Painter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: SheetRow) -> None:
        look = self.look
        if column == "sort":
            icon, tone = _SORTS[row.sort]
            shown = Chip(row.word, icon, tone)
            box = QRectF(rect.left(), rect.center().y() - look.px(11), paint.chip_width(look, shown), look.px(24))
            paint.chip(p, look, box, shown)
            return
        role, ink = ("body", "tx1") if column == "what" else ("caption", "tx2")
        paint.elided(p, look, rect, getattr(row, column), role, ink)


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


class BringSheet(Sheet):
    """File, columns, preview. ``brought`` tells that something was written. With ``attendance`` the lines go there."""

    brought = Signal()

    def __init__(self, context: Context, host: QWidget, attendance: str = "") -> None:
        title = translate("PatrolSheet", "Attendance from a file")
        if not attendance:
            title = translate("PatrolSheet", "Patrols from a file")
        super().__init__(context.look, host, title, width=1080)
        self._context = context
        self._desk = context.desk
        self._attendance = attendance
        self._family = "attendance" if attendance else "patrol"
        self._told: dict[str, Any] = {}
        self._by_hand = False
        self._build()
        self.closed.connect(self.deleteLater)

    def _build(self) -> None:
        look = self._context.look
        self.path = QLineEdit()
        self.path.setAccessibleName(translate("PatrolSheet", "File"))
        self.path.setPlaceholderText(translate("PatrolSheet", "Excel, CSV, or the JSON of a phone app; Enter reads it"))
        self.path.returnPressed.connect(self.read)
        finder = PathField(look, self.path, "open_file", "(*.xlsx *.xls *.ods *.csv *.txt *.json)")
        finder.chosen.connect(self._on_chosen)
        self.body.addWidget(finder)
        self.columns: dict[str, Choice] = {}
        self._grid_box = QWidget()
        grid = QGridLayout(self._grid_box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for place, name in enumerate(fields_of(self._family)):
            box = Choice()
            box.setAccessibleName(field_word(name))
            box.activated.connect(self._on_column)
            line, at = place // 6 * 2, place % 6
            grid.addWidget(Label(look, field_word(name), "caption", "2"), line, at)
            grid.addWidget(box, line + 1, at)
            grid.setColumnStretch(at, 1)
            self.columns[name] = box
        self.body.addWidget(self._grid_box)
        self._grid_box.hide()
        columns = Columns(
            look,
            [
                Column("sort", "", 128),
                Column("what", translate("PatrolSheet", "What would be entered"), 240, 3),
                Column("more", "", 200, 3),
            ],
        )
        empty = Empty(
            look, "file-spreadsheet", translate("PatrolSheet", "Nothing read yet"),
            translate("PatrolSheet", "A row is a walk, a stop or a finding; rows of one number are one walk."),
        )  # fmt: skip
        self.list = ListPanel(
            look,
            translate("PatrolSheet", "What would be entered"),
            _Painter(look, columns, height=32),
            empty,
            titled=True,
        )
        self.list.setMinimumHeight(look.px(240))
        self.list.show_rows([])
        self.body.addWidget(self.list, 1)
        self.rejected_button = Button(
            look, translate("PatrolSheet", "Save the rejected rows"), icon="file-x", kind="ghost"
        )
        self.rejected_button.clicked.connect(self.save_rejected)
        self.rejected_button.hide()
        self.cancel_button = Button(look, translate("PatrolSheet", "Not now"), key="Esc", kind="ghost")
        self.write_button = Button(look, translate("PatrolSheet", "Enter"), key="Ctrl Enter", kind="primary")
        self.cancel_button.clicked.connect(self.dismiss)
        self.write_button.clicked.connect(self.write)
        for button in (self.rejected_button, self.cancel_button, self.write_button):
            self.add_button(button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.write)
        self.write_button.setEnabled(False)

    def open_sheet(self) -> None:
        """Show it with the keyboard in the path."""
        self.present(self.path)

    def wanted_size(self) -> tuple[int, int]:
        return self.look.px(1080), min(self.host.height(), self.look.px(800))

    # -- reading ---------------------------------------------------------------------------------------------------

    def _on_chosen(self, _path: str) -> None:
        self.read()

    def read(self) -> None:
        """Look into the file, in a child process."""
        self._told = {}
        self._by_hand = False
        self._ask({})

    def _on_column(self, _place: int) -> None:
        chosen = {name: box.currentData() for name, box in self.columns.items()}
        told = {name: at for name, at in chosen.items() if at is not None}
        self._by_hand = True
        self._ask({"sheet": self._told.get("sheet", ""), "columns": told})

    def _ask(self, more: Mapping[str, Any]) -> None:
        path = self.path.text().strip().strip('"')
        if not path:
            self.say(translate("PatrolSheet", "Choose a file first."))
            return
        self.say(translate("PatrolSheet", "Reading…"))
        self._file = path
        told = {"path": path, "now": self._desk.clock.now(), "family": self._family, **more}
        kept = self._context.services.settings.import_columns
        told["remembered"] = {name: dict(one) for name, one in kept.items() if name.startswith(f"{self._family}-")}
        job = self._desk.start_job("patrols", f"{JOB}look_into", {**self._desk.child_arguments(), **told})
        job.done.connect(self._on_read)
        job.failed.connect(self._on_failed)

    def _on_failed(self, trouble: Trouble) -> None:
        self.say(refusal(trouble.code, trouble.facts))

    def _on_read(self, told: dict[str, Any]) -> None:
        self._told = told
        parts = [told["file"], told["sheet"] if told["sheet"] != told["file"] else ""]
        parts.append(translate("PatrolSheet", "columns as last time") if told["as_before"] else "")
        self.caption.setText(" · ".join(part for part in parts if part))
        self._show_columns(told)
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

    def _show_columns(self, told: Mapping[str, Any]) -> None:
        self._grid_box.show()
        headings, columns = told["headings"], told["columns"]
        for name, box in self.columns.items():
            box.blockSignals(True)
            box.clear()
            box.addItem(translate("PatrolSheet", "no column"), None)
            for place, heading in enumerate(headings):
                box.addItem(f"{letter_of(place)} {heading}", place)
            box.setCurrentIndex(max(0, box.findData(columns[name])) if name in columns else 0)
            box.blockSignals(False)

    # -- writing ---------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Enter what was read, as one act."""
        if not self.write_button.isEnabled():
            return
        if self._attendance:
            command: Command = EnterAttendance(
                attendance=self._attendance, lines=tuple(self._told["lines"]), channel="import"
            )
        else:
            command = ImportPatrols(rows=tuple(self._told["walks"]), channel="import")
        self.write_button.setEnabled(False)
        self._remember()
        sending = Sending(self._context, command, "", self)
        sending.done.connect(self._on_written)

    def _remember(self) -> None:
        """Columns chosen by hand are those of the next sheet with these headings."""
        if not self._by_hand:
            return
        told, services = self._told, self._context.services
        kept = {name: one for name, one in services.settings.import_columns.items() if name != told["signature"]}
        kept[told["signature"]] = choices_of(self._family, told["headings"], told["columns"])
        services.settings_wanted.emit({"import_columns": dict(list(kept.items())[-MOST_REMEMBERED:])})

    def _on_written(self, done: Done) -> None:
        told = done.report
        if self._attendance:
            words = translate("PatrolSheet", "Entered: {added} new, {changed} changed, {same} the same.").format(**told)
        else:
            words = translate("PatrolSheet", "Entered: {created}; there already: {there}; refused: {refused}.").format(
                created=told["created"], there=told["already_there"], refused=len(told["refused"])
            )
        kind = "warn" if told.get("refused") else "done"
        self._context.services.toast.emit(Toast(words, kind=kind, seconds=10))
        self.brought.emit()

    def save_rejected(self) -> None:
        """Write the rejected rows into a workbook beside the file."""
        words = {code: row_reason(code) for _, code in self._told["rejected"]}
        told = {"path": self._file, "family": self._family, "sheet": self._told["sheet"]}
        told |= {"rejected": self._told["rejected"], "words": words}
        job = self._desk.start_job("patrols", f"{JOB}save_rejected", {**self._desk.child_arguments(), **told})
        job.done.connect(self._on_saved)
        job.failed.connect(self._on_failed)

    def _on_saved(self, path: str) -> None:
        self.say(translate("PatrolSheet", "Written: {path}").format(path=path))
