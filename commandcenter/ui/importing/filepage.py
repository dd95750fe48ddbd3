"""The first stage: a file is dropped, looked for or typed; earlier imports stand beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from commandcenter.ui.importing.page import Page
from commandcenter.ui.importing.plan import CATEGORIES, Plan
from commandcenter.ui.importing.watchpanel import WatchPanel
from commandcenter.ui.importing.words import number
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Panel, column
from commandcenter.ui.parts.facts import Card, Facts
from commandcenter.ui.parts.filedrop import KINDS, DropZone, path_in
from commandcenter.ui.parts.paths import PathField
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Earlier:
    """An import of before, as its kept report tells it."""

    name: str
    when: str
    file: str
    created: int
    already_there: int
    rejected: int
    cancelled: bool
    told: Mapping[str, Any]


def moment_of(name: str) -> str:
    """The moment in the name of a kept report: ``2026-07-16 21:47``; empty when it has none."""
    stamp = name.rpartition("/")[2]
    day, _, clock = stamp.partition("-")
    if not (len(day) == 8 and day.isdigit() and clock[:4].isdigit()):
        return ""
    return f"{day[:4]}-{day[4:6]}-{day[6:]} {clock[:2]}:{clock[2:4]}"


def file_name(told: Mapping[str, Any]) -> str:
    """The file of a kept report, or that its name was erased with the person it told of."""
    return translate("Importing", "name erased") if told.get("nameless") else str(told.get("file", ""))


def earlier_of(told: Mapping[str, Any]) -> Earlier:
    """A kept report as the list shows it."""
    name = str(told.get("report", ""))
    return Earlier(
        name=name,
        when=moment_of(name),
        file=file_name(told),
        created=int(told.get("created", 0)),
        already_there=int(told.get("already_there", 0)),
        rejected=len(told.get("rejected", ())),
        cancelled=bool(told.get("cancelled")),
        told=told,
    )


class _Painter(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("when", translate("Importing", "When"), 134),
            Column("file", translate("Importing", "File"), 100, 1),
            Column("created", translate("Importing", "Created"), 64, align="right"),
            Column("there", translate("Importing", "Here already"), 88, align="right", drop=1),
            Column("rejected", translate("Importing", "Rejected"), 64, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Earlier) -> None:
        look = self.look
        if column == "when":
            paint.elided(p, look, rect, row.when, "body", "tx2")
        elif column == "file":
            if row.cancelled:
                size = look.px(14)
                p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon("circle-pause", "amb", size))
                rect = rect.adjusted(size + look.px(6), 0, 0, 0)
            paint.elided(p, look, rect, row.file, "name", "tx1")
        elif column == "created":
            paint.text(p, look, rect, number(row.created), "name", "tx1", paint.RIGHT)
        elif column == "there":
            paint.text(p, look, rect, number(row.already_there), "body", "tx2", paint.RIGHT)
        else:
            paint.text(p, look, rect, number(row.rejected), "body", "amb" if row.rejected else "tx2", paint.RIGHT)


def _key(row: Earlier) -> str:
    return row.name


def _spoken(row: Earlier) -> str:
    return f"{row.when} {row.file}: {row.created}, {row.already_there}, {row.rejected}"


class FilePage(Page):
    """``chosen`` emits a path, ``opened`` the kept report of an earlier import."""

    chosen = Signal(str)
    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = self.look
        self.panel = Panel(look, self.tr("Choose a file"))
        self.zone = DropZone(look)
        self.zone.words.setText(self.tr("Drop a workbook anywhere on the window"))
        self.zone.below.setText(self.tr("or look for it with Ctrl+O, or write its path here and press Enter"))
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Path of the file"))
        self.line.setPlaceholderText(self.tr("path of the file"))
        self.line.setAcceptDrops(False)
        self.line.setMinimumWidth(look.px(320))
        self.line.setMaximumWidth(look.px(720))
        filter_words = self.tr("Workbooks and tables")
        self.field = PathField(look, self.line, "open_file", f"{filter_words} ({KINDS})")
        self.field.setMaximumWidth(look.px(860))
        self.line.returnPressed.connect(self.send)
        self.line.textEdited.connect(self._on_edited)
        self.field.chosen.connect(self._on_picked)
        self.card = Card(look)
        self.card.setMaximumWidth(look.px(860))
        zone = self.zone.layout_
        zone.addSpacing(8)
        holder = QHBoxLayout()
        holder.addStretch(1)
        holder.addWidget(self.field, 6)
        holder.addStretch(1)
        zone.addLayout(holder)
        second = QHBoxLayout()
        second.addStretch(1)
        second.addWidget(self.card, 6)
        second.addStretch(1)
        zone.addLayout(second)
        zone.addStretch(1)
        self.facts = Facts(look)
        inner = column(self.zone, 14, self.facts, gap=0, margins=(14, 14, 14, 14))
        inner.setStretch(0, 1)
        self.panel.body.addLayout(inner)
        self.earlier = Panel(look, self.tr("Earlier imports"), self.tr("Enter opens the report"))
        self.model = KeyedRows(_key, _spoken, self)
        self.list = RowList(look, self.model, _Painter(look, self), self.tr("Earlier imports"))
        self.list.view.opened.connect(self._on_opened)
        self.nothing = Empty(
            look, "history", self.tr("Nothing was imported yet"), self.tr("Each import leaves its report here.")
        )
        self.earlier.body.addWidget(self.list, 1)
        self.earlier.body.addWidget(self.nothing, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        self.watch = WatchPanel(context)
        self.watch.waiting.connect(self._share_height)
        outer.addWidget(self.panel, 1000)
        right = column(gap=12)
        right.addWidget(self.earlier, 1)
        right.addWidget(self.watch)
        outer.addLayout(right, 620)
        self.show_earlier(())

    def show_plan(self, plan: Plan) -> None:
        super().show_plan(plan)
        categories = plan.kind == CATEGORIES
        self.watch.setVisible(not categories)
        self._share_height()
        self.panel.title.setText(self.tr("A list of categories") if categories else self.tr("A list of cases"))
        if plan.path:
            self.line.setText(plan.path)
        common = (
            ("lock", self.tr("The file is only read, never changed; your data changes with the last step only.")),
        )
        if categories:
            self.facts.say(
                ("git-fork", self.tr("Up to three levels, in columns or parted by a slash.")),
                ("merge", self.tr("What is listed already stays as it is, also when it was retired.")),
                *common,
            )
        else:
            self.facts.say(
                ("file-spreadsheet", self.tr("Excel, OpenDocument or a text table; several sheets at once.")),
                ("merge", self.tr("A row that is here already is recognised and not entered twice.")),
                ("history", self.tr("Old matters come in as history without clocks; you choose which go live.")),
                *common,
            )

    def show_trouble(self, words: str) -> None:
        """Say what was wrong with the file; nothing takes it back."""
        self.card.say(words, self.tr("Cases and categories are as they were.") if words else "")

    def show_earlier(self, reports: Sequence[Mapping[str, Any]]) -> None:
        """Show what was imported before."""
        self.model.show([earlier_of(told) for told in reports])
        self.list.setVisible(bool(reports))
        self.nothing.setVisible(not reports)
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """Where there is little height, what explains gives way to what is done, and what was to what waits."""
        low = self.height() < self.look.px(500)
        self.facts.setVisible(not low)
        self.zone.picture.setVisible(not low)
        self.watch.set_low(low)
        self.earlier.setVisible(not (low and self.watch.waits) or self.watch.isHidden())

    def focus_first(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def hints(self) -> Hints:
        return (
            ("Ctrl O", self.tr("look for a file")),
            ("Enter", self.tr("read it")),
            ("Tab", self.tr("earlier imports")),
        )

    def lacks(self) -> str:
        return "" if path_in(self.line.text()) else self.tr("Choose a file first.")

    def browse(self) -> None:
        """Ctrl+O."""
        self.field.browse()

    def send(self) -> None:
        """Enter: read the file whose path stands there."""
        path = path_in(self.line.text())
        if path:
            self.line.setText(path)
            self.chosen.emit(path)

    def _on_edited(self, _text: str) -> None:
        self.show_trouble("")
        self.changed.emit()

    def _on_picked(self, _path: str) -> None:
        self.send()

    def _on_opened(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None:
            self.opened.emit(row.told)
