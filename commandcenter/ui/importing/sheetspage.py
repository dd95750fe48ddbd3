"""The second stage: which sheets of the file come in, with the first rows of the one the keyboard is on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from commandcenter.ui.importing.page import Page
from commandcenter.ui.importing.plan import Plan, SheetPlan
from commandcenter.ui.importing.rawtable import RawTable
from commandcenter.ui.importing.words import field_word, number
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Panel
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.parts.tickrows import TickView, paint_tick
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import listed

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A sheet as the list shows it."""

    name: str
    ticked: bool
    hidden: bool
    lines: int
    known: int
    width: int
    missing: tuple[str, ...]


def sheet_row(sheet: SheetPlan) -> SheetRow:
    """A sheet as the list shows it."""
    columns = sheet.map.columns
    known = sum(bool(column.field) for column in columns)
    return SheetRow(sheet.name, sheet.ticked, sheet.hidden, sheet.lines, known, len(columns), sheet.map.missing)


def missing_words(missing: tuple[str, ...]) -> str:
    """What a sheet lacks."""
    return listed(
        translate("Importing", "a title or text") if name == "title" else field_word(name) for name in missing
    )


class _Painter(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("tick", "", 20),
            Column("name", translate("Importing", "Sheet"), 90, 1),
            Column("lines", translate("Importing", "Rows at most"), 92),
            Column("known", translate("Importing", "Columns"), 170, 1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=42)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: SheetRow) -> None:
        look = self.look
        if column == "tick":
            paint_tick(p, look, rect.left(), rect.center().y(), on=row.ticked)
        elif column == "name":
            words = translate("Importing", "{name} (hidden)").format(name=row.name) if row.hidden else row.name
            paint.elided(p, look, rect, words, "name", "tx1" if row.ticked else "tx2")
        elif column == "lines":
            paint.text(p, look, rect, number(row.lines), "body", "tx2")
        elif row.missing:
            size = look.px(15)
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon("triangle-alert", "amb", size))
            words = translate("Importing", "not found: {names}").format(names=missing_words(row.missing))
            paint.elided(p, look, rect.adjusted(size + look.px(6), 0, 0, 0), words, "caption", "amb")
        else:
            words = translate("Importing", "{known} of {width} recognised").format(known=row.known, width=row.width)
            paint.elided(p, look, rect, words, "body", "tx2")


def _key(row: SheetRow) -> str:
    return row.name


def _spoken(row: SheetRow) -> str:
    return f"{row.name} {row.lines} {row.known}/{row.width}"


class SheetsPage(Page):
    """Sheets at the left, what stands in one at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = self.look
        self.model = KeyedRows(_key, _spoken, self)
        painter = _Painter(look, self)
        self.view = TickView(look, self.model, painter, self.tr("Sheets"))
        self.view.ticked.connect(self.toggle)
        self.view.opened.connect(self.toggle)
        self.view.moved.connect(self._on_moved)
        left = Panel(look, self.tr("Sheets"), self.tr("ticked ones come in"))
        left.body.addWidget(RowList(look, self.model, painter, self.tr("Sheets"), view=self.view), 1)
        self.raw = RawTable(look, self.tr("First rows of the sheet"))
        self.right = Panel(look, self.tr("As it stands in the file"))
        self.right.body.addWidget(self.raw, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(left, 560)
        outer.addWidget(self.right, 1060)

    def show_plan(self, plan: Plan) -> None:
        super().show_plan(plan)
        self.model.show([sheet_row(sheet) for sheet in plan.sheets])
        self.view.go(max(0, self.view.place))
        self._on_moved(self.view.place)

    def focus_first(self) -> None:
        self.view.setFocus()

    def hints(self) -> Hints:
        return (("↑ ↓", self.tr("choose a sheet")), ("X", self.tr("take it or leave it")))

    def ways(self) -> Mapping[int, Callable[[], None]]:
        return {Qt.Key.Key_X: self._toggle_here}

    def lacks(self) -> str:
        return "" if self.plan.taken else self.tr("Tick at least one sheet (X).")

    def toggle(self, place: int) -> None:
        """Take a sheet or leave it."""
        sheet = self.plan.sheets[place]
        sheet.ticked = not sheet.ticked
        self.model.show([sheet_row(one) for one in self.plan.sheets])
        self.changed.emit()

    def _toggle_here(self) -> None:
        if self.view.place >= 0:
            self.toggle(self.view.place)

    def _on_moved(self, place: int) -> None:
        if 0 <= place < len(self.plan.sheets):
            sheet = self.plan.sheets[place]
            self.right.caption.setText(self.tr("{name} · first {n} rows").format(name=sheet.name, n=len(sheet.rows)))
            self.raw.show_sheet(sheet)
