"""A responsibility list comes in from a file: what was found in which column, what would change, and then - not before - it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.record import AmendRecord, ListRecord, RetireRecord
from commandcenter.domain.responsibility import Item
from commandcenter.exchange.duty_list import FIELDS, Difference, Found, differences
from commandcenter.exchange.mapping import letter_of
from commandcenter.journal.trouble import Trouble
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.choice import Choice
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.paths import PathField
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.responsibility.sheets import record_id
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate

_SORTS = {
    "new": ("plus", "blue"),
    "changed": ("pencil", "warn"),
    "same": ("check", "plain"),
    "wrong": ("octagon-alert", "over"),
    "absent": ("minus", "plain"),
}


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A row of the preview: what the file does to an item."""

    key: str
    sort: str
    word: str
    row: str
    number: str
    text: str
    what: str


class _Painter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DifferenceRow) -> None:
        look = self.look
        if column == "sort":
            icon, tone = _SORTS[row.sort]
            shown = Chip(row.word, icon, tone)
            box = QRectF(rect.left(), rect.center().y() - look.px(11), paint.chip_width(look, shown), look.px(24))
            paint.chip(p, look, box, shown)
            return
        inks = {"text": ("body", "tx1"), "what": ("caption", "tx2")}
        role, ink = inks.get(column, ("caption", "tx3"))
        paint.elided(p, look, rect, getattr(row, column), role, ink)


def field_word(name: str) -> str:
    """What a field of an item is called."""
    told = {
        "number": translate("Duty", "Number"),
        "block": translate("Duty", "Block"),
        "text": translate("Duty", "What it is"),
        "part": translate("Duty", "Part of the street"),
        "lead": translate("Duty", "Who leads"),
        "basis": translate("Duty", "Basis"),
        "basis_type": translate("Duty", "Sort of basis"),
        "kinds": translate("Duty", "Kinds"),
        "words": translate("Duty", "Words"),
        "unit": translate("Duty", "Here"),
    }
    return told.get(name, name)


class BringSheet(Sheet):
    """The sheet: file, columns, differences. ``brought`` tells that something was written."""

    brought = Signal()

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.look, host, translate("Duty", "List from a file"), width=1120)
        self._context = context
        self._desk = context.desk
        self._told: dict[str, Any] = {}
        self.differences: list[Difference] = []
        self.absent: list[Item] = []
        self._asked = 0
        self._build()
        self.closed.connect(self.deleteLater)

    def _build(self) -> None:
        look = self._context.look
        self.path = QLineEdit()
        self.path.setAccessibleName(translate("Duty", "File"))
        self.path.setPlaceholderText(translate("Duty", "Excel, CSV or OpenDocument; Enter reads it"))
        self.path.returnPressed.connect(self.read)
        finder = PathField(look, self.path, "open_file", "(*.xlsx *.xls *.ods *.csv *.txt *.xlsm)")
        finder.chosen.connect(self._on_chosen)
        self.body.addWidget(finder)
        self.columns: dict[str, Choice] = {}
        self._grid_box = QWidget()
        grid = QGridLayout(self._grid_box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for place, name in enumerate(FIELDS):
            box = Choice()
            box.setAccessibleName(field_word(name))
            box.activated.connect(self._on_column)
            line, at = place // 5 * 2, place % 5
            grid.addWidget(Label(look, field_word(name), "caption", "2"), line, at)
            grid.addWidget(box, line + 1, at)
            grid.setColumnStretch(at, 1)
            self.columns[name] = box
        self.body.addWidget(self._grid_box)
        self._grid_box.hide()
        columns = Columns(
            look,
            [
                Column("sort", "", 112),
                Column("row", translate("Duty", "Row"), 44, 0, "right"),
                Column("number", translate("Duty", "No."), 44),
                Column("text", translate("Duty", "What it is"), 200, 3),
                Column("what", translate("Duty", "What changes"), 220, 3),
            ],
        )
        empty = Empty(
            look, "file-spreadsheet", translate("Duty", "Nothing read yet"),
            translate("Duty", "Any layout: a title above, blocks told once, the part in the first words."),
        )  # fmt: skip
        self.list = ListPanel(
            look, translate("Duty", "What would change"), _Painter(look, columns, height=34), empty, titled=True
        )
        self.list.setMinimumHeight(look.px(260))
        self.body.addWidget(self.list, 1)
        self.origin = Choice()
        self.origin.setAccessibleName(translate("Duty", "Origin"))
        self.origin.addItem(translate("Duty", "base list of all streets"), "base")
        self.origin.addItem(translate("Duty", "additions of our own"), "added")
        self.origin.addItem(translate("Duty", "instead of the list we have"), "instead")
        self.origin.activated.connect(self._on_origin)
        self.reason, self.procedure = QLineEdit(), QLineEdit()
        self.reason.setPlaceholderText(translate("Duty", "Why (for changes and additions)"))
        self.procedure.setPlaceholderText(translate("Duty", "By which procedure or decision"))
        for why in (self.reason, self.procedure):
            why.setAccessibleName(why.placeholderText())
        foot = QGridLayout()
        foot.setHorizontalSpacing(10)
        for at, (part, share) in enumerate(((self.origin, 1), (self.reason, 2), (self.procedure, 2))):
            foot.addWidget(part, 0, at)
            foot.setColumnStretch(at, share)
        self.body.addLayout(foot)
        self.cancel_button = Button(look, translate("Duty", "Not now"), key="Esc", kind="ghost")
        self.write_button = Button(look, translate("Duty", "Write"), key="Ctrl Enter", kind="primary")
        self.cancel_button.clicked.connect(self.dismiss)
        self.write_button.clicked.connect(self.write)
        self.add_button(self.cancel_button)
        self.add_button(self.write_button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.write)
        self.write_button.setEnabled(False)

    def open_sheet(self) -> None:
        """Show it with the keyboard in the path."""
        self.present(self.path)

    def wanted_size(self) -> tuple[int, int]:
        return self.look.px(1120), min(self.host.height(), self.look.px(860))

    # -- reading ---------------------------------------------------------------------------------------------------

    def _on_chosen(self, _path: str) -> None:
        self.read()

    def read(self) -> None:
        """Look into the file, in a child process."""
        self._told = {}
        self._ask({})

    def _on_column(self, _place: int) -> None:
        chosen = {name: box.currentData() for name, box in self.columns.items()}
        self._ask(
            {"sheet": self._told.get("sheet", ""), "columns": {n: at for n, at in chosen.items() if at is not None}}
        )

    def _ask(self, more: Mapping[str, Any]) -> None:
        path = self.path.text().strip().strip('"')
        if not path:
            self.say(translate("Duty", "Choose a file first."))
            return
        self.say(translate("Duty", "Reading…"))
        self._asked += 1
        arguments = {**self._desk.child_arguments(), "path": path, **more}
        job = self._desk.start_job("duties", "commandcenter.desk.duty_list_job:look_into", arguments)
        job.done.connect(self._on_read)
        job.failed.connect(self._on_failed)

    def _on_failed(self, trouble: Trouble) -> None:
        self.say(refusal(trouble.code, trouble.facts))

    def _on_read(self, told: dict[str, Any]) -> None:
        self._told = told
        self.caption.setText(f"{told['file']} · {told['sheet']}")
        self._show_columns(told)
        self._compare()

    def _on_origin(self, _place: int) -> None:
        if self._told:
            self._compare()

    @property
    def _instead(self) -> bool:
        return bool(self.origin.currentData() == "instead")

    def _compare(self) -> None:
        """Hold what was found against the list as it stands now."""
        found = [Found(row, fields, wrong) for row, fields, wrong in self._told["found"]]
        items = [item for item in self._desk.reference.responsibility if item.active]
        self.differences, self.absent = differences(found, items, instead=self._instead)
        rows = [self._row(one) for one in self.differences]
        left = translate("Duty", "not in the file; it stays as it is")
        if self._instead:
            left = translate("Duty", "not in the file; it goes out of use")
        rows += [
            DifferenceRow(f"absent:{one.id}", "absent", translate("Duty", "Absent"), "", one.number, one.text, left)
            for one in self.absent
        ]
        order = ("wrong", "changed", "new", "absent", "same")
        rows.sort(key=lambda row: order.index(row.sort))
        counts = {sort: sum(row.sort == sort for row in rows) for sort in order}
        self.list.show_rows(
            rows,
            translate("Duty", "{new} new, {changed} changed, {same} the same, {wrong} cannot be read").format(**counts),
        )
        todo = counts["new"] + counts["changed"] + (counts["absent"] if self._instead else 0)
        self.write_button.set_text(
            translate("Duty", "Write {n} items").format(n=todo) if todo else translate("Duty", "Write")
        )
        self.write_button.setEnabled(todo > 0)
        self.say("" if found else refusal("duty_file_heading", {}))

    def _show_columns(self, told: Mapping[str, Any]) -> None:
        self._grid_box.show()
        headings, columns = told["headings"], told["columns"]
        for name, box in self.columns.items():
            box.blockSignals(True)
            box.clear()
            box.addItem(translate("Duty", "no column"), None)
            for place, heading in enumerate(headings):
                box.addItem(f"{letter_of(place)} {heading}", place)
            box.setCurrentIndex(max(0, box.findData(columns[name])) if name in columns else 0)
            box.blockSignals(False)

    def _row(self, one: Difference) -> DifferenceRow:
        words = {
            "new": translate("Duty", "New"),
            "changed": translate("Duty", "Changed"),
            "same": translate("Duty", "The same"),
            "wrong": translate("Duty", "Cannot be read"),
        }
        if one.sort == "wrong":
            what = refusal(one.wrong, {"number": one.number})
        else:
            names = [field_word(name) for name in one.fields] if one.sort == "changed" else []
            what = "；".join(names)
            if "text" in one.before:
                what += f"（{one.before['text']}）"
        return DifferenceRow(f"row:{one.row}", one.sort, words[one.sort], str(one.row), one.number, one.text, what)

    # -- writing ---------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write what is new and what changed, as one act."""
        todo = [one for one in self.differences if one.sort in ("new", "changed")]
        gone = self.absent if self._instead else []
        if not (todo or gone):
            return
        reason, procedure = self.reason.text().strip(), self.procedure.text().strip()
        added = self.origin.currentData() == "added"
        if (added or gone or any(one.sort == "changed" for one in todo)) and not (reason and procedure):
            self.say(refusal("duty_reason_missing", {}))
            (self.procedure if reason else self.reason).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        commands = (
            *(self._command(one, reason, procedure) for one in todo),
            *(RetireRecord(subject=f"responsibility/{one.id}", reason=f"{reason} {procedure}") for one in gone),
        )
        said = translate("Duty", "{n} items were written.").format(n=len(commands))
        Sending(self._context, Batch(commands=commands, channel="import"), said, self).done.connect(self._on_written)

    def _command(self, one: Difference, reason: str, procedure: str) -> Command:
        units = {unit.name: unit.id for unit in self._desk.reference.units.values() if unit.active}
        fields = {name: value for name, value in one.fields.items() if name != "unit_name"}
        fields["since"] = f"{local_date(self._desk.clock.now()):%Y-%m-%d}"
        for name, unit in (("unit", one.fields.get("unit_name")), ("lead_unit", one.fields.get("lead"))):
            if unit in units:
                fields[name] = units[unit]
        if one.sort == "changed":
            told = {"reason": reason, "procedure": procedure}
            return AmendRecord(subject=f"responsibility/{one.item}", fields=fields | told, reason=reason)
        origin = "added" if self.origin.currentData() == "added" else "base"
        told = {"reason": reason, "procedure": procedure} if origin == "added" else {}
        subject = f"responsibility/{record_id(one.number)}"
        return ListRecord(subject=subject, fields=fields | told | {"origin": origin})

    def _on_written(self, _done: object) -> None:
        self.brought.emit()
