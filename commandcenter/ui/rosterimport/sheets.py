"""What the roster import asks for: what a column gives, the text of a cell, a day, a file, why an import is taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain.clock import at_local, local_date
from commandcenter.domain.roster_import import RosterImport
from commandcenter.exchange.cells import time_of
from commandcenter.exchange.mapping import letter_of
from commandcenter.exchange.roster_cells import Spot
from commandcenter.exchange.roster_columns import FIELDS
from commandcenter.exchange.roster_holes import Hole
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.filedrop import path_in
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.paths import proposed_path
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.rosterimport.draft import ColumnRow
from commandcenter.ui.rosterimport.words import NAMED, field_word, hole_words

translate = QCoreApplication.translate


class _Ask(QObject):
    """A form over the window; what was entered is handed on and the form closes."""

    def __init__(
        self, context: Context, host: QWidget, title: str, caption: str, field: Field, send: str, below: str = ""
    ) -> None:
        super().__init__(host)
        now = context.desk.clock.now
        self.sheet = FormSheet(context.look, host.window(), title, [field], send=send, width=600, now=now)
        self.sheet.caption.setText(caption)
        if below:
            self.sheet.say_below(below)
        self.sheet.submitted.connect(self._on_submitted)
        self.sheet.closed.connect(self.deleteLater)
        self.sheet.begin_at(field.name)
        self.sheet.open_sheet()

    def take(self, text: str) -> None:
        """Do what was asked for."""
        raise NotImplementedError

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        self.sheet.dismiss()
        self.take(str(next(iter(values.values()))))


class AskField(_Ask):
    """What a column gives."""

    def __init__(self, context: Context, host: QWidget, here: ColumnRow, give: Callable[[str, str, str], None]) -> None:
        self._here, self._give = here, give
        column = here.column
        letter, heading, gives = (column.letter, column.heading, column.field) if column is not None else ("", "", "")
        choices = [(name, field_word(name)) for name in ("", *FIELDS)]
        label = translate("Roster import", "The column gives")
        field = Field("field", label, "choice", gives, choices=choices, wide=True)
        title, send = f"{letter} {heading}".strip(), translate("Roster import", "So it is")
        super().__init__(context, host, title, here.example, field, send)

    def take(self, text: str) -> None:
        self._give(self._here.sheet, self._here.column.letter if self._here.column is not None else "", text)


class AskText(_Ask):
    """What a cell should say; the file itself stays as it is."""

    def __init__(
        self, context: Context, host: QWidget, spot: Spot, text: str, words: str, mend: Callable[[Spot, str], None]
    ) -> None:
        self._spot, self._mend = spot, mend
        where = f"{spot.sheet} · {spot.row} · {letter_of(spot.column)}"
        label = translate("Roster import", "The cell should say")
        field = Field("text", label, value=text, wide=True)
        send = translate("Roster import", "Read it so")
        below = translate("Roster import", "The file stays as it is. Empty: the cell is left out.")
        super().__init__(context, host, where, words, field, send, below)

    def take(self, text: str) -> None:
        self._mend(self._spot, text)


class AskDay(_Ask):
    """The day from which the table holds."""

    def __init__(self, context: Context, host: QWidget, since: int, give: Callable[[int], None]) -> None:
        self._give = give
        label = translate("Roster import", "Holds from")
        field = Field("day", label, "date", f"{local_date(since):%Y-%m-%d}", wide=True, required=True)
        below = translate(
            "Roster import",
            "Posts change hands on this day. Incidents before it go on showing the people of their day.",
        )
        title, send = translate("Roster import", "Since when the table holds"), translate("Roster import", "So it is")
        super().__init__(context, host, title, "", field, send, below)

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        day = time_of(str(values["day"]))
        if day is None:
            self.sheet.form.mark_wrong("day")
            self.sheet.say(translate("Roster import", "This is no day. Write it as 2026-07-18."))
            return
        self.sheet.dismiss()
        self._give(at_local(local_date(day)))


class AskExport(_Ask):
    """Where the roster or the units go."""

    def __init__(self, context: Context, host: QWidget, what: str, write: Callable[[str, str], None]) -> None:
        self._what, self._write = what, write
        name = translate("Roster import", "Units") if what == "units" else translate("Roster import", "Roster")
        day = f"{local_date(context.desk.clock.now()):%Y%m%d}"
        kinds = translate("Roster import", "Tables")
        label = translate("Roster import", "File")
        path = proposed_path(f"{name}{day}.xlsx")
        field = Field("path", label, "save_file", path, wide=True, required=True, filter=f"{kinds} (*.xlsx *.csv)")
        below = translate(
            "Roster import", "Names and numbers go out unmasked: keep the file where only the office reads it."
        )
        title = (
            translate("Roster import", "Export the units")
            if what == "units"
            else translate("Roster import", "Export the roster")
        )
        super().__init__(context, host, title, "", field, translate("Roster import", "Write the file"), below)

    def take(self, text: str) -> None:
        self._write(self._what, path_in(text))


class AskHoles(Sheet):
    """Names the posts that stand empty once the table is taken over; Enter takes it over all the same."""

    accepted = Signal()

    def __init__(self, context: Context, host: QWidget, holes: Sequence[Hole]) -> None:
        title = translate("Roster import", "Posts that nobody will hold: {n}").format(n=len(holes))
        super().__init__(context.look, host.window(), title, width=620)
        why = translate("Roster import", "Once this is taken over nobody answers for them until somebody is assigned.")
        self.why = Label(context.look, why, "body", "amb")
        self.why.setWordWrap(True)
        self.posts = Label(context.look, "\n".join(map(hole_words, holes[:NAMED])), "body", "1")
        self.posts.setWordWrap(True)
        self.body.addWidget(self.why)
        self.body.addWidget(self.posts)
        if len(holes) > NAMED:
            more = translate("Roster import", "and {n} more; the printed differences name them all")
            self.body.addWidget(Label(context.look, more.format(n=len(holes) - NAMED), "caption", "2"))
        self.body.addStretch(1)
        self.back = Button(context.look, translate("Roster import", "Back"), key="Esc")
        words = translate("Roster import", "Take over all the same")
        self.go = Button(context.look, words, key="Enter", kind="primary")
        self.back.clicked.connect(self.dismiss)
        self.go.clicked.connect(self._on_go)
        for button in (self.back, self.go):
            self.add_button(button)
        self.closed.connect(self.deleteLater)
        self.present(self.go)

    def _on_go(self) -> None:
        self.dismiss()
        self.accepted.emit()


class AskBack(_Ask):
    """Why an import is taken back."""

    def __init__(self, context: Context, host: QWidget, told: RosterImport, back: Callable[[str, str], None]) -> None:
        self._told, self._back = told, back
        field = Field("reason", translate("Roster import", "Why"), wide=True, required=True)
        below = translate(
            "Roster import", "Everything it brought is undone by one entry; what somebody changed since stays as it is."
        )
        title, send = translate("Roster import", "Take the import back"), translate("Roster import", "Take back")
        super().__init__(context, host, title, told.file, field, send, below)

    def take(self, text: str) -> None:
        self._back(self._told.id, text)
