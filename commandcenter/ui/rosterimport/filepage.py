"""Before there is a file: drop it, look for it, or write its path; what was taken over before; the roster as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from commandcenter.domain.roster_import import RosterImport
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.facts import Card, Facts
from commandcenter.ui.parts.filedrop import KINDS, DropZone, path_in
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.paths import PathField
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """An import of before as the list shows it."""

    key: str
    words: str
    told: RosterImport


class _Painter(RowPainter):
    def __init__(self, look: Look) -> None:
        columns = [
            Column("at", translate("Roster import", "Taken over"), 136),
            Column("file", translate("Roster import", "File"), 90, 1),
            Column("since", translate("Roster import", "Holds from"), 92, drop=1),
            Column("counts", translate("Roster import", "New · changed · gone"), 116),
        ]
        super().__init__(look, Columns(look, columns), None, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: EarlierRow) -> None:
        look, told = self.look, row.told
        ink = "tx1" if told.active else "tx3"
        if column == "at":
            paint.elided(p, look, rect, f"{when.day(told.at)} {when.clock(told.at)}", "body", "tx2")
        elif column == "file":
            paint.elided(p, look, rect, told.file, "name", ink)
        elif column == "since":
            paint.elided(p, look, rect, when.day(told.since), "body", "tx2")
        elif not told.active:
            paint.elided(p, look, rect, translate("Roster import", "taken back"), "caption", "tx3")
        else:
            counts = " · ".join(str(told.counts.get(sort, 0)) for sort in ("new", "changed", "gone"))
            paint.elided(p, look, rect, counts, "body", "tx2")


class FilePage(QWidget):
    """``chosen`` emits a path, ``export_wanted`` what is to go out (roster, units), ``back_wanted`` an import to be taken back."""

    chosen = Signal(str)
    export_wanted = Signal(str)
    back_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = self.look = context.look
        panel = Panel(look, self.tr("A roster or a list of units"))
        self.zone = DropZone(look)
        self.zone.words.setText(self.tr("Drop the table anywhere on the window"))
        self.zone.below.setText(self.tr("or look for it with Ctrl+O, or write its path here and press Enter"))
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Path of the table"))
        self.line.setPlaceholderText(self.tr("path of the table"))
        self.line.setAcceptDrops(False)
        self.line.returnPressed.connect(self.send)
        self.line.textEdited.connect(self._on_edited)
        tables = self.tr("Tables")
        self.field = PathField(look, self.line, "open_file", f"{tables} ({KINDS})")
        self.field.chosen.connect(self._on_picked)
        self.card = Card(look)
        for widget in (self.field, self.card):
            widget.setMaximumWidth(look.px(860))
            holder = QHBoxLayout()
            holder.addStretch(1)
            holder.addWidget(widget, 8)
            holder.addStretch(1)
            self.zone.layout_.addSpacing(8)
            self.zone.layout_.addLayout(holder)
        self.zone.layout_.addStretch(1)
        self.facts = Facts(look)
        self.facts.say(
            (
                "sheet",
                self.tr(
                    "A row a street, a row a person, blocks by community, or a row a unit: columns are recognised."
                ),
            ),
            ("eye", self.tr("Everything that would change is shown first; what is doubtful is not ticked.")),
            ("lock", self.tr("The file is only read, never changed; nothing is written before you take it over.")),
        )
        inner = column(self.zone, 14, self.facts, gap=0, margins=(14, 14, 14, 14))
        inner.setStretch(0, 1)
        panel.body.addLayout(inner)
        nothing = Empty(
            look,
            "history",
            self.tr("No roster was taken over yet"),
            self.tr("Each import stands here and can be taken back as a whole."),
        )
        self.earlier = ListPanel(look, self.tr("Taken over so far"), _Painter(look), nothing, titled=True)
        self.back_button = Button(look, self.tr("Take back"), key="Z", icon="undo-2", small=True)
        self.back_button.clicked.connect(self.ask_back)
        self.earlier.add_to_head(self.back_button)
        out = Panel(look, self.tr("As a table"), self.tr("comes in again without a difference"))
        self.roster_button = Button(look, self.tr("Export the roster"), key="Ctrl E", icon="file-down")
        self.units_button = Button(look, self.tr("Export the units"), key="Ctrl ⇧ E", icon="file-down")
        self.roster_button.clicked.connect(self.export_roster)
        self.units_button.clicked.connect(self.export_units)
        out.body.addLayout(row(self.roster_button, self.units_button, None, margins=(14, 12, 14, 12)))
        right = column(gap=12)
        right.addWidget(self.earlier, 1)
        right.addWidget(out)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(panel, 800)
        outer.addLayout(right, 640)
        self.show_earlier(())

    def show_earlier(self, found: Sequence[RosterImport]) -> None:
        """Show what was taken over before."""
        before = self.earlier.model.row(0)
        self.earlier.show_rows([EarlierRow(one.id, one.file, one) for one in found])
        if found and (before is None or before.key != found[0].id):
            self.earlier.view.go(0)
        self.back_button.setEnabled(any(one.active for one in found))

    def show_trouble(self, words: str) -> None:
        """Say what was wrong with the file."""
        self.card.say(words, self.tr("The roster is as it was.") if words else "")

    def focus_first(self) -> None:
        """Put the keyboard into the path."""
        self.line.setFocus()
        self.line.selectAll()

    def send(self) -> None:
        """Enter: read the file whose path stands there."""
        path = path_in(self.line.text())
        if path:
            self.line.setText(path)
            self.chosen.emit(path)

    def ask_back(self) -> None:
        """Z: take the selected import back."""
        found = self.earlier.row
        if found is None:
            self.earlier.view.go(0)
            found = self.earlier.row
        if found is not None and found.told.active:
            self.back_wanted.emit(found.told)

    def export_roster(self) -> None:
        """Ctrl+E."""
        self.export_wanted.emit("roster")

    def export_units(self) -> None:
        """Ctrl+Shift+E."""
        self.export_wanted.emit("units")

    def _on_edited(self, _text: str) -> None:
        self.show_trouble("")

    def _on_picked(self, _path: str) -> None:
        self.send()
