"""Cases go out to a file: which ones, masked or not, and where to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from commandcenter.domain.clock import CHINA, epoch_ms, local
from commandcenter.ui.importing.page import Page
from commandcenter.ui.importing.plan import EXPORT, Plan
from commandcenter.ui.importing.words import number
from commandcenter.ui.parts.basic import Label, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.facts import Card, Facts
from commandcenter.ui.parts.filedrop import path_in
from commandcenter.ui.parts.forms import Field, Form
from commandcenter.ui.parts.paths import proposed_path
from commandcenter.ui.parts.screen import Context, Hints

translate = QCoreApplication.translate

AS_LISTED = "listed"


class ExportPage(Page):
    """``opened`` asks to open the file that was written last."""

    opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = self.look
        self._query: Mapping[str, Any] = {}
        self._written = ""
        self._proposed = ""
        self.plan = Plan(EXPORT)
        panel = Panel(look, self.tr("Export cases"), self.tr("to a workbook (.xlsx) or a text table (.csv)"))
        self.form = Form(look, self._fields())
        self.form.changed.connect(self._on_changed)
        self.card = Card(look)
        panel.body.addLayout(column(self.form, self.card, None, gap=16, margins=(20, 16, 20, 16)))
        side = Panel(look, self.tr("What is written"))
        facts = Facts(look)
        facts.say(
            ("eye-off", self.tr("Masked: names, phones and long numbers in texts are hidden.")),
            (
                "lock",
                self.tr("Unmasked data of residents leaves the program with the file; whoever writes it keeps it."),
            ),
            ("shield-check", self.tr("A text that looks like a formula stays a text.")),
            ("save", self.tr("The file appears whole or not at all.")),
        )
        self.done = QWidget()
        picture = QLabel()
        picture.setPixmap(look.icon("circle-check", "ok", look.px(20)))
        self.told = Label(look, "", "name")
        self.told.setWordWrap(True)
        self.open_button = Button(look, self.tr("Open the file"), key="Alt O", icon="file-spreadsheet")
        self.open_button.clicked.connect(self.open_written)
        head = row(picture, gap=10)
        head.addWidget(self.told, 1)
        lines = column(gap=10)
        lines.addLayout(head)
        lines.addLayout(row(self.open_button, None))
        self.done.setLayout(lines)
        self.done.hide()
        side.body.addLayout(column(facts, 16, self.done, None, margins=(14, 12, 14, 14)))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(panel, 1000)
        outer.addWidget(side, 620)

    def _fields(self) -> list[Field]:
        listed = [(AS_LISTED, self.tr("those in the list as it is filtered now"))] if self._query else []
        return [
            Field(
                "which",
                self.tr("Which cases"),
                "choice",
                choices=(
                    *listed,
                    ("all", self.tr("all")),
                    ("open", self.tr("open ones")),
                    ("closed", self.tr("closed ones")),
                    ("history", self.tr("history")),
                ),
                value=AS_LISTED if listed else "all",
                wide=True,
            ),
            Field("from", self.tr("Received from (first day)"), "date", hint="2026-07-01"),
            Field("until", self.tr("until (last day)"), "date", hint="2026-07-31"),
            Field("masked", self.tr("Personal data"), "check", value=True, hint=self.tr("masked"), wide=True),
            Field(
                "path",
                self.tr("Write to"),
                "save_file",
                wide=True,
                required=True,
                hint=self.tr("path of the file, ending in .xlsx or .csv"),
                filter="*.xlsx *.csv",
            ),
        ]

    def take_query(self, query: Mapping[str, Any]) -> None:
        """Offer the cases of a filtered list."""
        self._query = dict(query)
        field = next(one for one in self._fields() if one.name == "which")
        self.form.set_choices("which", field.choices, str(field.value))

    def show_plan(self, plan: Plan) -> None:
        super().show_plan(plan)
        if self.form.text("path") in ("", self._proposed):
            moment = local(self.context.desk.clock.now()).strftime("%Y%m%d-%H%M")
            name = self.tr("Cases-{moment}").format(moment=moment)
            self._proposed = proposed_path(f"{name}.xlsx")
            self.edit_path(self._proposed)

    def focus_first(self) -> None:
        line = self.form.widgets["path"]
        line.setFocus()
        if isinstance(line, QLineEdit):
            line.selectAll()

    def hints(self) -> Hints:
        return (("Tab", self.tr("next field")), ("Alt O", self.tr("open the file")))

    def lacks(self) -> str:
        if not path_in(self.form.text("path")):
            return self.tr("Say where to write the file.")
        if self._day("from") == "" or self._day("until") == "":
            return self.tr("Write a day like 2026-07-24.")
        return ""

    @property
    def path(self) -> str:
        """Where the file goes; a path without an ending becomes a workbook."""
        path = path_in(self.form.text("path"))
        name = path.replace("\\", "/").rpartition("/")[2]
        return path if "." in name else f"{path}.xlsx"

    def options(self) -> dict[str, Any]:
        """What ``importing_job.export_cases`` is told."""
        which = self.form.text("which")
        told: dict[str, Any] = dict(self._query) if which == AS_LISTED else {"view": which}
        first, last = self._day("from"), self._day("until")
        if isinstance(first, int):
            told["received_from"] = first
        if isinstance(last, int):
            told["received_until"] = epoch_ms(local(last) + timedelta(days=1))
        return told | {"masked": bool(self.form.text("masked"))}

    def _day(self, name: str) -> int | str | None:
        """The beginning of a day (epoch milliseconds), None without one, an empty text when it cannot be read."""
        text = self.form.text(name)
        if not text:
            return None
        try:
            return epoch_ms(datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=CHINA))
        except ValueError:
            return ""

    def show_trouble(self, words: str) -> None:
        """Say why nothing was written; nothing takes it back."""
        self.card.say(words, self.tr("No file was written.") if words else "")

    def show_done(self, told: Mapping[str, Any]) -> None:
        """Say what was written."""
        self.show_trouble("")
        self._written = str(told["path"])
        words = self.tr("cases written, masked: {n}") if told["masked"] else self.tr("cases written, not masked: {n}")
        self.told.setText(f"{words.format(n=number(int(told['cases'])))}\n{self._written}")
        self.done.show()

    def open_written(self) -> None:
        """Alt+O: open what was written last with the program of the computer."""
        if self._written:
            self.opened.emit(self._written)

    def _on_changed(self) -> None:
        self.show_trouble("")
        self.changed.emit()

    def edit_path(self, path: str) -> None:
        """Put a path into the field."""
        widget = self.form.widgets["path"]
        if isinstance(widget, QLineEdit):
            widget.setText(path)
            self.changed.emit()
