"""A responsibility list comes in from a file: what was found in which column, what would change, and then - not before - it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.record import AmendRecord, ListRecord, RetireRecord
from commandcenter.domain.responsibility import Item
from commandcenter.exchange.duty_list import FIELDS, Difference, Found, differences
from commandcenter.ui.parts.choice import Choice
from commandcenter.ui.parts.rows import Column
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.tablesheet import PreviewPainter, PreviewRow, TableSheet, TableWords
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
_INKS = {
    "row": ("caption", "tx3"),
    "number": ("caption", "tx3"),
    "text": ("body", "tx1"),
    "what": ("caption", "tx2"),
}


@dataclass(frozen=True, slots=True)
class DifferenceRow(PreviewRow):
    """A row of the preview: what the file does to an item."""

    row: str
    number: str
    text: str
    what: str


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


def _words() -> TableWords:
    return TableWords(
        title=translate("Duty", "List from a file"),
        file=translate("Duty", "File"),
        hint=translate("Duty", "Excel, CSV or OpenDocument; Enter reads it"),
        choose=translate("Duty", "Choose a file first."),
        reading=translate("Duty", "Reading…"),
        no_column=translate("Duty", "no column"),
        preview=translate("Duty", "What would change"),
        nothing=translate("Duty", "Nothing read yet"),
        layout=translate("Duty", "Any layout: a title above, blocks told once, the part in the first words."),
        cancel=translate("Duty", "Not now"),
        write=translate("Duty", "Write"),
    )


class BringSheet(TableSheet):
    """What the file does to the list of items, by its origin; what changes the list needs a reason."""

    FILES = "(*.xlsx *.xls *.ods *.csv *.txt *.xlsm)"
    JOBS = ("duties", "commandcenter.desk.duty_list_job")
    SIZE = (1120, 860)
    PREVIEW_HEIGHT = 260
    ACROSS = 5

    def __init__(self, context: Context, host: QWidget) -> None:
        self.differences: list[Difference] = []
        self.absent: list[Item] = []
        columns = (
            Column("sort", "", 112),
            Column("row", translate("Duty", "Row"), 44, 0, "right"),
            Column("number", translate("Duty", "No."), 44),
            Column("text", translate("Duty", "What it is"), 200, 3),
            Column("what", translate("Duty", "What changes"), 220, 3),
        )
        painter = PreviewPainter(context.look, columns, _INKS, _SORTS, height=34)
        super().__init__(context, host, _words(), {name: field_word(name) for name in FIELDS}, painter)
        self._build_foot()

    def _build_foot(self) -> None:
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

    # -- reading ---------------------------------------------------------------------------------------------------

    def show_preview(self, told: dict[str, Any]) -> None:
        """Hold what was found against the list as it stands now."""
        self._compare()

    def _on_origin(self, _place: int) -> None:
        if self._told:
            self._compare()

    @property
    def _instead(self) -> bool:
        return bool(self.origin.currentData() == "instead")

    def _compare(self) -> None:
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

    def act(self) -> tuple[Command, str] | None:
        todo = [one for one in self.differences if one.sort in ("new", "changed")]
        gone = self.absent if self._instead else []
        reason, procedure = self.reason.text().strip(), self.procedure.text().strip()
        added = self.origin.currentData() == "added"
        if (added or gone or any(one.sort == "changed" for one in todo)) and not (reason and procedure):
            self.say(refusal("duty_reason_missing", {}))
            (self.procedure if reason else self.reason).setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        commands = (
            *(self._command(one, reason, procedure) for one in todo),
            *(RetireRecord(subject=f"responsibility/{one.id}", reason=f"{reason} {procedure}") for one in gone),
        )
        said = translate("Duty", "{n} items were written.").format(n=len(commands))
        return Batch(commands=commands, channel="import"), said

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
