"""The file against the roster: figures, columns, differences, what could not be read, the original beside it, taking over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.exchange.mapping import letter_of
from commandcenter.exchange.roster_cells import Fault, Spot
from commandcenter.exchange.roster_difference import CHANGED, GONE, NEW
from commandcenter.ui import when
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Label, Panel, column, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.facts import Facts
from commandcenter.ui.parts.figurestrip import Figure, FigureStrip
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.tickrows import TickView
from commandcenter.ui.rosterimport.draft import SORTS, ColumnRow, DifferenceRow, Draft
from commandcenter.ui.rosterimport.lists import (
    ColumnPainter,
    DifferencePainter,
    FaultPainter,
    FaultRow,
    difference_spoken,
)
from commandcenter.ui.rosterimport.rawrows import RawRows
from commandcenter.ui.rosterimport.steps import COLUMNS, DIFFERENCES, FAULTS, TAKE
from commandcenter.ui.rosterimport.words import (
    LIKE,
    doubt_words,
    field_word,
    found_word,
    hole_words,
    holes_words,
    item_word,
    mend_words,
)

LOW, LOWEST = 640, 480
"""Below so many pixels of height what explains gives way to what is done; below the lower the figures go, too."""
NARROW, TIGHT = 1500, 1100
"""Below so many pixels of width a step takes room from the others; below the lower each step has the page for itself."""
WIDE = (396, 932, 464)
MENDING = (0, 560, 700)
"""How columns, differences and the right side share the width; in a narrow window while rows are mended."""


def _key(row: ColumnRow | DifferenceRow) -> str:
    return row.key


def _column_spoken(row: ColumnRow) -> str:
    if row.column is None:
        return row.sheet
    return f"{row.column.letter} {row.column.heading}: {field_word(row.column.field)}. {row.example}"


class ComparePage(QWidget):
    """Shows a draft. ``changed`` tells that ticks, a filter or the row looked at have changed; what acts asks the screen."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = context.look
        self._desk = context.desk
        self.draft = Draft()
        self.mending = False
        self._step = DIFFERENCES
        self.figures = FigureStrip(self.look, height=92)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self._columns_panel())
        body.addWidget(self._differences_panel())
        body.addLayout(self._right())
        self._share = body
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.figures)
        outer.addLayout(body, 1)
        self.look.changed.connect(self._fit)

    # -- building --------------------------------------------------------------------------------------------------

    def _columns_panel(self) -> Panel:
        look = self.look
        self.columns = KeyedRows(_key, _column_spoken, self)
        self.column_view = RowView(look, self.columns, ColumnPainter(look, self), self.tr("Columns of the table"))
        self.column_view.moved.connect(self._on_column)
        self.column_panel = Panel(look, self.tr("Columns"))
        self.column_panel.body.addWidget(self.column_view, 1)
        self.column_note = Label(look, "", "caption", "2")
        self.column_note.setWordWrap(True)
        self.as_note = Button(look, self.tr("Keep as remarks"), kind="primary", small=True)
        self.not_used = Button(look, self.tr("Do not use it"), key="Del", small=True)
        self.remember = QCheckBox(self.tr("Remember this for the next table with these headings"))
        self.remember.setChecked(True)
        self.remember.toggled.connect(self._on_remember)
        foot = column(self.column_note, gap=8, margins=(14, 10, 12, 12))
        foot.addLayout(row(self.as_note, self.not_used, None, gap=8))
        foot.addWidget(self.remember)
        self.column_panel.body.addLayout(foot)
        return self.column_panel

    def _differences_panel(self) -> Panel:
        look = self.look
        self.differences = KeyedRows(_key, difference_spoken, self)
        painter = DifferencePainter(look, self)
        self.view = TickView(look, self.differences, painter, self.tr("Differences"))
        self.view.ticked.connect(self._on_tick)
        self.view.moved.connect(self._on_moved)
        self.difference_panel = panel = Panel(look, self.tr("Differences"))
        self.tabs = SegTabs(look, [""] * len(SORTS))
        self.tabs.picked.connect(self._on_sort)
        panel.add_to_head(self.tabs)
        self.list = RowList(look, self.differences, painter, self.tr("Differences"), view=self.view)
        panel.body.addWidget(self.list, 1)
        self.nothing = Empty(look, "circle-check", self.tr("The table says what the roster says"), "")
        panel.body.addWidget(self.nothing, 1)
        self.tick_note = ElidedLabel(look, "", "caption", "3")
        self.tick_one = Button(look, self.tr("Tick"), key="X", kind="ghost", small=True)
        self.tick_all = Button(look, self.tr("All of this sort"), key="⇧ X", kind="ghost", small=True)
        self.tick_one.clicked.connect(self.tick_here)
        self.tick_all.clicked.connect(self.tick_like)
        panel.add_foot(self.tick_note, self.tick_one, self.tick_all)
        return panel

    def _right(self) -> QVBoxLayout:
        look = self.look
        fine = Empty(look, "circle-check", self.tr("Every row could be read"), "")
        self.faults = ListPanel(look, self.tr("Not readable"), FaultPainter(look, self), fine)
        self.save_button = Button(look, self.tr("Save these rows"), key="S", icon="download", kind="ghost", small=True)
        self.faults.add_to_head(self.save_button)
        self.faults.view.moved.connect(self._on_fault)
        self.like_note = ElidedLabel(look, "", "caption", "2")
        self.new_button = Button(look, self.tr("That is its name: new"), key="N", icon="plus", small=True)
        self.like_foot = self.faults.add_foot(self.like_note, self.new_button)
        self.like_foot.hide()
        self.raw = RawRows(look, 4)
        self.raw_panel = Panel(look, self.tr("Original"), "", head=40)
        self.raw_panel.body.addLayout(column(self.raw, margins=(10, 10, 10, 10)))
        self.take_panel = Panel(look, self.tr("What taking over does"), "", head=40)
        self.since_button = Button(look, "", key="D", icon="calendar-days", small=True)
        self.take_panel.add_to_head(self.since_button)
        self.facts = Facts(look)
        self.print_button = Button(look, self.tr("Print differences"), icon="printer")
        self.take_button = Button(look, self.tr("Take over"), key="Ctrl Enter", icon="check", kind="primary")
        self.fact_room = QWidget()
        self.fact_room.setLayout(column(self.facts, None, margins=(14, 12, 14, 4)))
        self.take_panel.body.addWidget(self.fact_room, 1)
        self.take_panel.body.addStretch(0)
        self.hole_note = Label(look, "", "caption", "amb")
        self.hole_note.setWordWrap(True)
        self.hole_note.setContentsMargins(14, 6, 14, 0)
        self.take_panel.body.addWidget(self.hole_note)
        self.take_panel.body.addLayout(row(self.print_button, None, self.take_button, margins=(12, 8, 12, 12)))
        right = column(gap=12)
        right.addWidget(self.faults, 3)
        right.addWidget(self.raw_panel)
        right.addWidget(self.take_panel, 4)
        self._right_side = right
        return right

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_draft(self, draft: Draft) -> None:
        """Show a draft as it stands now; the rows that were looked at stay so."""
        self.draft = draft
        self.remember.setChecked(draft.remember)
        self.columns.show(draft.column_rows())
        self.column_panel.caption.setText(self._columns_words())
        several = len(draft.sheets) > 1
        rows = [
            FaultRow(one, letter_of(one.spot.column) if one.spot.column >= 0 else "", sheet=several)
            for one in draft.seen.faults
        ]
        self.faults.show_rows(rows, self.tr("row numbers as in the file"))
        self.faults.title.setText(self.tr("{n} rows not readable").format(n=draft.seen.unreadable))
        self.save_button.setVisible(bool(rows))
        self._fit()
        self.show_ticks()
        self._show_figures()
        self._on_column(self.column_view.place)
        self.look_again(mending=self.mending)

    def show_ticks(self) -> None:
        """Show the differences with their ticks, and what taking over would do."""
        draft = self.draft
        words = [self.tr("All"), self.tr("New"), self.tr("Changed"), self.tr("Not in the table")]
        self.tabs.set_words([f"{word} {draft.count(sort)}" for word, sort in zip(words, SORTS, strict=True)])
        rows = draft.difference_rows()
        self.differences.show(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        count, of = len(draft.taken), draft.count("")
        self.take_button.set_text(self.tr("Take over {n}").format(n=count))
        self.take_button.setEnabled(count > 0)
        self.print_button.setEnabled(of > 0)
        self.since_button.set_text(self.tr("Holds from {day}").format(day=when.day(draft.since)))
        holes = draft.holes(self._desk.reference.directory, self._desk.clock.now()) if of else []
        words_ = self.tr("Nobody will answer for: {posts}").format(posts=holes_words(holes)) if holes else ""
        self.hole_note.setText(words_)
        self.hole_note.setToolTip("\n".join(map(hole_words, holes)))
        self.hole_note.setVisible(bool(words_))
        self.facts.say(
            ("history", self.tr("One entry that can be taken back as a whole; old numbers stay in the history")),
            (
                "clock",
                self.tr("Holds from {day}; incidents before it show the people of their day").format(
                    day=when.day(draft.since)
                ),
            ),
            ("list-checks", self.tr("{n} of {all} are ticked; the others stay as they are").format(n=count, all=of)),
            ("lock", self.tr("Numbers are personal data; you keep the file after the import")),
        )

    def _columns_words(self) -> str:
        sheets = self.draft.sheets
        remembered = sum(one.by == "remembered" for sheet in sheets for one in sheet.columns)
        if remembered:
            return self.tr("as last time: {n}").format(n=remembered)
        return self.tr("{n} recognised").format(n=self.draft.used)

    def _show_figures(self) -> None:
        seen = self.draft.seen
        read = [
            *([self.tr("places {n}").format(n=seen.places)] if seen.places else []),
            *([self.tr("units {n}").format(n=seen.units)] if seen.units else []),
            *(f"{item_word(role)} {count}" for role, count in sorted(seen.roles.items(), key=lambda one: -one[1])[:2]),
            *([self.tr("empty rows {n}").format(n=seen.empty)] if seen.empty else []),
            *([self.tr("footnotes {n}").format(n=seen.remarks)] if seen.remarks else []),
        ]
        rows, cells = self.tr("rows"), self.tr("cells")
        self.figures.show_figures(
            (
                Figure(self.tr("Read"), str(seen.rows), rows, note=" · ".join(read)),
                Figure(self.tr("Unchanged"), str(seen.same), rows, note=self.tr("left alone, nothing is written")),
                Figure(self.tr("New"), str(self.draft.count(NEW)), note=self._items(NEW)),
                Figure(self.tr("Changed"), str(self.draft.count(CHANGED)), cells, note=self._items(CHANGED)),
                Figure(
                    self.tr("Not in the table"),
                    str(self.draft.count(GONE)),
                    note=self.tr("not deleted; can be retired") if self.draft.count(GONE) else "",
                ),
                Figure(
                    self.tr("Not readable"),
                    str(seen.unreadable),
                    rows,
                    note=self.tr("take the rest over, save these apart") if seen.faults else "",
                    tone="amb" if seen.faults else "",
                ),
            )
        )

    def _items(self, sort: str) -> str:
        return " · ".join(f"{item_word(item)} {count}" for item, count in self.draft.items(sort)[:3])

    # -- what is looked at -----------------------------------------------------------------------------------------

    @property
    def difference(self) -> DifferenceRow | None:
        """The difference looked at."""
        found: DifferenceRow | None = self.differences.row(self.view.place)
        return found

    @property
    def column(self) -> ColumnRow | None:
        """The column looked at."""
        found: ColumnRow | None = self.columns.row(self.column_view.place)
        return found if found is not None and found.column is not None else None

    @property
    def fault(self) -> Fault | None:
        """The fault looked at."""
        found = self.faults.row
        return found.fault if found is not None else None

    @property
    def spot(self) -> Spot | None:
        """The cell of the file that is looked at: of the fault at the step of mending, else of the difference."""
        if self.mending and self.fault is not None:
            return self.fault.spot
        here = self.difference
        if here is not None and here.difference.spot.row:
            return here.difference.spot
        return self.fault.spot if here is None and self.fault is not None else None

    def look_again(self, *, mending: bool) -> None:
        """Show the original of what is looked at now: of the fault while ``mending``."""
        self.mending = mending
        if mending:
            self._look_at_fault()
        else:
            self._look_at_difference()

    @property
    def _narrow(self) -> bool:
        return self.width() < self.look.px(NARROW)

    def _show_note(self) -> None:
        """Under the list: how ticks go; where the list has no room for the doubts, that of the row looked at."""
        here = self.difference
        doubt = doubt_words(here.difference) if here is not None and self._narrow else ""
        self.tick_note.setText(doubt or self.tr("What is ticked is taken over; a triangle is not ticked by itself"))
        self.tick_note.set_tone("amb" if doubt else "3")

    def _look_at_difference(self) -> None:
        self._show_note()
        here = self.difference
        spot = here.difference.spot if here is not None else None
        if spot is None and self.fault is not None:
            self._look_at_fault()
            return
        self._show_raw(spot, fault=False)

    def _look_at_fault(self) -> None:
        here = self.fault
        like = here is not None and here.code in LIKE
        self.like_note.setText(f"Enter {mend_words(here)}" if here is not None and like else "")
        self.new_button.setEnabled(like)
        self._show_raw(self.fault.spot if self.fault is not None else None, fault=True)

    def _show_raw(self, spot: Spot | None, *, fault: bool) -> None:
        if spot is None or not spot.row:
            self.raw_panel.caption.setText(self.tr("not in the file") if spot is not None else "")
            self.raw.show_rows(None, (), 0, -1, fault=False)
            return
        self.raw_panel.caption.setText(self.tr("{sheet} · row {row}").format(sheet=spot.sheet, row=spot.row))
        rows = self.draft.around(spot, self.raw.most)
        self.raw.show_rows(self.draft.sheet(spot.sheet), rows, spot.row, spot.column, fault=fault)

    def _on_moved(self, _place: int) -> None:
        self._look_at_difference()
        self.changed.emit()

    def _on_fault(self, _place: int) -> None:
        self._look_at_fault()
        self.changed.emit()

    def _on_column(self, _place: int) -> None:
        here = self.column
        waits = here is not None and here.state == "open"
        words = ""
        if here is not None and here.column is not None:
            if waits:
                words = self.tr(
                    "{column} holds “{example}” and nobody said what it is. It can be kept whole as remarks."
                )
                words = words.format(column=f"{here.column.letter} {here.column.heading}".strip(), example=here.example)
            else:
                heading = f"{here.column.letter} {here.column.heading}".strip()
                words = " · ".join(part for part in (heading, found_word(here.column.by)) if part)
        self.column_note.setText(words)
        self.as_note.setVisible(waits)
        self.not_used.setVisible(waits)
        self.changed.emit()

    def _on_remember(self, on: bool) -> None:
        self.draft.remember = on

    # -- ticks -----------------------------------------------------------------------------------------------------

    def tick_here(self) -> None:
        """X: tick the difference looked at, or take the tick back."""
        self._on_tick(self.view.place)

    def tick_like(self) -> None:
        """Shift+X: all of the same sort and thing."""
        here = self.difference
        if here is not None:
            self.draft.tick_like(here.difference)
            self.show_ticks()
            self.changed.emit()

    def show_all(self) -> None:
        """1: every difference."""
        self.show_sort(0)

    def show_new(self) -> None:
        """2: what is new."""
        self.show_sort(1)

    def show_changed(self) -> None:
        """3: what is changed."""
        self.show_sort(2)

    def show_gone(self) -> None:
        """4: what does not stand in the table."""
        self.show_sort(3)

    def show_sort(self, place: int) -> None:
        """Show another sort of differences."""
        self.tabs.pick(place)

    def _on_tick(self, place: int) -> None:
        found: DifferenceRow | None = self.differences.row(place)
        if found is not None:
            self.draft.tick(found.difference, on=not found.ticked)
            self.show_ticks()
            self.changed.emit()

    def _on_sort(self, place: int) -> None:
        self.draft.sort = SORTS[place]
        self.show_ticks()
        if self.differences.rows:
            self.view.go(max(0, self.view.place))
        self._look_at_difference()
        self.changed.emit()

    def show_step(self, step: str) -> None:
        """Give a step the room it needs; the keyboard is not moved."""
        self._step = step
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        step, narrow, tight = self._step, self._narrow, self.width() < self.look.px(TIGHT)
        low = self.height() < self.look.px(LOW)
        mending = narrow and step == FAULTS
        self.figures.setVisible(self.height() >= self.look.px(LOWEST))
        self.column_panel.setVisible(step == COLUMNS if tight else not mending)
        self.difference_panel.setVisible(not tight or step in (DIFFERENCES, TAKE))
        self.faults.setVisible(not tight or step == FAULTS)
        for place, share in enumerate(MENDING if mending else WIDE):
            self._share.setStretch(place, share)
        self.take_panel.setVisible(not tight or step != FAULTS)
        self.fact_room.setVisible(not low and not mending)
        self._right_side.setStretchFactor(self.take_panel, 0 if mending else 4)
        self.like_foot.setVisible(step == FAULTS and any(one.code in LIKE for one in self.draft.seen.faults))
        self.list.stand_close(close=low)
        self._show_note()
        self.print_button.set_text(self.tr("Print") if narrow else self.tr("Print differences"))
