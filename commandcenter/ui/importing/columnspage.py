"""The third stage: what each column gives. Recognised ones are filled in; the rest is chosen by hand and remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from commandcenter.exchange.mapping import FIELDS as FIELD_NAMES
from commandcenter.exchange.mapping import Column as SheetColumn
from commandcenter.ui.importing.page import Page
from commandcenter.ui.importing.plan import Plan, SheetPlan
from commandcenter.ui.importing.rawtable import RawTable
from commandcenter.ui.importing.sheetspage import missing_words
from commandcenter.ui.importing.words import field_word, found_word, use_word
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, Panel, column
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter, RowView
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CHANNELS, word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column as the list shows it; ``example`` is what stands in its first filled cell."""

    letter: str
    heading: str
    field: str
    by: str
    example: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field a column may give; ``letter`` is the column that gives it now; empty field: the column is not used."""

    field: str
    letter: str
    here: bool


def column_rows(sheet: SheetPlan) -> list[ColumnRow]:
    """The columns of a sheet as the list shows them."""
    found = []
    for one in sheet.map.columns:
        cells = (cells[one.index] for _, cells in sheet.rows if one.index < len(cells))
        example = next((text for text in cells if text), "")
        found.append(ColumnRow(one.letter, one.heading, one.field, one.by, example))
    return found


class _ColumnPainter(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("letter", "", 22),
            Column("heading", translate("Importing", "Column"), 96, 2),
            Column("field", translate("Importing", "gives"), 112, 1),
            Column("example", translate("Importing", "for example"), 80, 3, drop=1),
            Column("mark", "", 18, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=38)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ColumnRow) -> None:
        look = self.look
        ink = "tx1" if row.field else "tx3"
        if column == "letter":
            paint.text(p, look, rect, row.letter, "caption", "tx3")
        elif column == "heading":
            paint.elided(p, look, rect, row.heading or "—", "body", ink)
        elif column == "field":
            size = look.px(14)
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon("arrow-right", "tx3", size))
            words = rect.adjusted(size + look.px(8), 0, 0, 0)
            paint.elided(p, look, words, field_word(row.field), "strong" if row.field else "body", ink)
        elif column == "example":
            paint.elided(p, look, rect, row.example, "caption", "tx3")
        else:
            self._paint_mark(p, rect, row)

    def _paint_mark(self, p: QPainter, rect: QRect, row: ColumnRow) -> None:
        icon, ink = ("check", "ok") if row.field else ("minus", "tx3")
        if row.by == "content":
            icon, ink = "triangle-alert", "amb"
        size = self.look.px(15)
        p.drawPixmap(rect.right() - size, rect.center().y() - size // 2, self.look.icon(icon, ink, size))


class _FieldPainter(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("here", "", 18),
            Column("field", translate("Importing", "A case takes"), 92),
            Column("use", "", 90, 1),
            Column("letter", "", 22, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: FieldRow) -> None:
        look = self.look
        if column == "here":
            size = look.px(16)
            icon, ink = ("circle-dot", "acc") if row.here else ("circle", "tx3")
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon(icon, ink, size))
        elif column == "field":
            paint.elided(p, look, rect, field_word(row.field), "strong" if row.here else "body", "tx1")
        elif column == "use":
            paint.elided(p, look, rect, use_word(row.field), "caption", "tx3")
        elif row.letter:
            paint.text(p, look, rect, row.letter, "name", "tx2", paint.RIGHT)


def _column_key(row: ColumnRow) -> str:
    return row.letter


def _field_key(row: FieldRow) -> str:
    return row.field


def _column_spoken(row: ColumnRow) -> str:
    return f"{row.letter} {row.heading}: {field_word(row.field)}. {row.example}"


def _field_spoken(row: FieldRow) -> str:
    return f"{field_word(row.field)}. {use_word(row.field)}. {row.letter}"


class ColumnsPage(Page):
    """Columns, what each may give, and the rows as they stand in the file."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = self.look
        self._sort = 0
        self.columns = KeyedRows(_column_key, _column_spoken, self)
        column_painter = _ColumnPainter(look, self)
        self.view = RowView(look, self.columns, column_painter, self.tr("Columns of the file"))
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.fields = KeyedRows(_field_key, _field_spoken, self)
        field_painter = _FieldPainter(look, self)
        self.choices = RowView(look, self.fields, field_painter, self.tr("What the column gives"))
        self.choices.opened.connect(self._on_given)
        self.choices.clicked.connect(self._on_clicked)
        self.raw = RawTable(look, self.tr("First rows of the sheet"))
        self.tabs = SegTabs(look, [""])
        self.tabs.picked.connect(self._on_sort)
        left = Panel(look, self.tr("Columns of the file"))
        self.left = left
        left.add_to_head(self.tabs)
        left.body.addWidget(RowList(look, self.columns, column_painter, self.tr("Columns"), view=self.view), 1)
        self.remember = QCheckBox(self.tr("Remember this for the next file with these headings"))
        self.remember.setChecked(True)
        self.remember.toggled.connect(self._on_remember)
        left.add_foot(self.remember, None)
        middle = Panel(look, self.tr("The chosen column gives"))
        self.middle = middle
        middle.body.addWidget(RowList(look, self.fields, field_painter, self.tr("Fields"), view=self.choices), 1)
        self.channel = QComboBox()
        self.channel.setAccessibleName(self.tr("Channel"))
        self.channel.activated.connect(self._on_channel)
        channel_words = Label(look, self.tr("How the matters came in, where no column says so"), "caption", "2")
        channel_words.setWordWrap(True)
        middle.body.addLayout(column(channel_words, self.channel, gap=6, margins=(14, 10, 14, 12)))
        self.right = Panel(look, self.tr("As it stands in the file"))
        self.right.body.addWidget(self.raw, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(left, 560)
        outer.addWidget(middle, 430)
        outer.addWidget(self.right, 630)

    @property
    def sheet(self) -> SheetPlan | None:
        """The sheet that is shown; it stands for all with the same headings."""
        sorts = self.plan.sorts
        return sorts[min(self._sort, len(sorts) - 1)] if sorts else None

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        super().show_plan(plan)
        self._sort = min(self._sort, max(0, len(plan.sorts) - 1))
        words = [translate("Importing", ", ").join(plan.named(sort)) for sort in plan.sorts]
        self.tabs.set_words(words or [""])
        self.tabs.pick(self._sort)
        self.tabs.setVisible(len(words) > 1)
        self.remember.setChecked(plan.remember)
        self._show_channels()
        self._show_columns()
        self.view.go(self._first_doubt())

    def _first_doubt(self) -> int:
        rows = self.columns.rows
        doubtful = (place for place, line in enumerate(rows) if line.by == "content")
        free = (place for place, line in enumerate(rows) if not line.field)
        lacking = self.sheet is not None and not self.sheet.usable
        return next(doubtful, next(free, 0) if lacking else 0)

    def _show_channels(self) -> None:
        told = self.sheet.channel if self.sheet is not None else "other"
        self.channel.clear()
        self.channel.addItem(self.tr("as the headings tell: {channel}").format(channel=word(CHANNELS, told)), "")
        for code in CHANNELS:
            self.channel.addItem(word(CHANNELS, code), code)
        self.channel.setCurrentIndex(max(0, self.channel.findData(self.plan.channel)))

    def _show_columns(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        self.columns.show(column_rows(sheet))
        names = self.plan.named(sheet)
        known = sum(bool(one.field) for one in sheet.map.columns)
        caption = self.tr("{known} of {width} are used").format(known=known, width=len(sheet.map.columns))
        if len(names) > 1:
            caption = self.tr("{names} share them · {n}").format(
                names=translate("Importing", ", ").join(names), n=caption
            )
        self.left.caption.setText(caption)
        self.right.caption.setText(self.tr("{name} · first {n} rows").format(name=sheet.name, n=len(sheet.rows)))
        self.raw.show_sheet(sheet, self.view.place)
        self._show_fields()

    def _show_fields(self) -> None:
        here = self._here()
        if self.sheet is None or here is None:
            return
        letters = {one.field: one.letter for one in self.sheet.map.columns if one.field}
        self.fields.show([FieldRow(name, letters.get(name, ""), here.field == name) for name in ("", *FIELD_NAMES)])
        by = found_word(here.by)
        heading = here.heading or here.letter
        self.middle.caption.setText(f"{heading} · {by}" if by else heading)

    def _here(self) -> SheetColumn | None:
        sheet = self.sheet
        if sheet is None or not 0 <= self.view.place < len(sheet.map.columns):
            return None
        return sheet.map.columns[self.view.place]

    # -- choosing --------------------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        self.view.setFocus()

    def hints(self) -> Hints:
        if self.choices.hasFocus():
            return (
                ("↑ ↓", self.tr("choose what it gives")),
                ("Enter", self.tr("so it is")),
                ("Esc", self.tr("leave it")),
            )
        several = (("Ctrl Tab", self.tr("other headings")),) if len(self.plan.sorts) > 1 else ()
        return (
            ("↑ ↓", self.tr("choose a column")),
            ("Enter", self.tr("say what it gives")),
            ("Del", self.tr("do not use it")),
            *several,
        )

    def ways(self) -> Mapping[int, Callable[[], None]]:
        return {Qt.Key.Key_Delete: self._unuse, Qt.Key.Key_F2: self._choose}

    def lacks(self) -> str:
        bad = self.plan.unusable
        if not bad:
            return ""
        return self.tr("“{sheet}” lacks: {names}. Say which column gives it, or leave the sheet out.").format(
            sheet=bad[0].name, names=missing_words(bad[0].map.missing)
        )

    def back_inside(self) -> bool:
        """Esc in the list of fields goes back to the columns; tells whether it did."""
        if not self.choices.hasFocus():
            return False
        self.view.setFocus()
        self.changed.emit()
        return True

    def next_sort(self) -> None:
        """Ctrl+Tab: the next sort of headings."""
        if len(self.plan.sorts) > 1:
            self.tabs.pick((self._sort + 1) % len(self.plan.sorts))

    def _on_sort(self, place: int) -> None:
        self._sort = place
        self._show_channels()
        self._show_columns()
        self.view.go(self._first_doubt())
        self.changed.emit()

    def _on_moved(self, place: int) -> None:
        self.raw.mark(place)
        self._show_fields()

    def _on_opened(self, _place: int) -> None:
        self._choose()

    def _choose(self) -> None:
        here = self._here()
        if here is not None:
            self.choices.go(max(0, self.fields.place_of(here.field)))
            self.choices.setFocus()
            self.changed.emit()

    def _on_clicked(self, index: object) -> None:
        self._on_given(index.row())  # type: ignore[attr-defined]

    def _on_given(self, place: int) -> None:
        chosen: FieldRow | None = self.fields.row(place)
        if chosen is not None:
            self._give(chosen.field)

    def _unuse(self) -> None:
        self._give("")

    def _give(self, field: str) -> None:
        here = self._here()
        if self.sheet is None or here is None:
            return
        if here.field != field or here.by == "content":
            self.plan.give(self.sheet, here.index, field)
        self._show_columns()
        self.view.setFocus()
        self.changed.emit()

    def _on_remember(self, on: bool) -> None:
        self.plan.remember = on

    def _on_channel(self, _place: int) -> None:
        self.plan.channel = str(self.channel.currentData() or "")
        self.changed.emit()
