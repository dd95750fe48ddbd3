"""The middle of the case centre: search field and buttons, chips, the table, the foot that says what is shown."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.journal.reading.case_query import CaseRow
from commandcenter.ui.cases.chips import ChipBar, Hits
from commandcenter.ui.cases.columns import CasePainter
from commandcenter.ui.cases.model import SEARCH_ROWS, CaseListModel
from commandcenter.ui.cases.table import CaseTable
from commandcenter.ui.cases.ticks import Ticks
from commandcenter.ui.parts.basic import Empty, Label, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.casecells import CaseCells
from commandcenter.ui.theme.look import Look

SEARCH_MS = 120


class CaseList(Panel):
    """The list with its head and foot. ``searched`` gives the text once the hand rests."""

    searched = Signal()

    def __init__(self, look: Look, desk: Desk, hits: Hits, parent: QWidget) -> None:
        super().__init__(look)
        self._look, self._desk = look, desk
        self.ticks = Ticks(self)
        self._cells = CaseCells(look, desk.reference)
        self.painter = CasePainter(look, self._cells, desk.reference, self.ticks.has, self)
        self.model = CaseListModel(desk, self._spoken, self)
        self.table = CaseTable(look, self.model, self.painter, self.tr("Cases"))
        self.chips = ChipBar(look, desk, hits)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(self.searched)
        self._build_head()
        self.body.addWidget(self.chips)
        self.empty = Empty(look, "inbox", "", "")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)
        self.foot = Label(look, "", "caption", "3")
        self.foot_right = Label(look, "", "caption", "3")
        self.chosen = Label(look, "", "strong", "acc")
        self.bulk = Button(look, self.tr("Act on them"), key="B", icon="list-checks", small=True)
        self.unticked = Button(look, self.tr("Untick"), key="Esc", kind="ghost", small=True)
        self.unticked.clicked.connect(self.ticks.clear)
        self.add_foot(self.foot, 6, self.chosen, self.bulk, self.unticked, None, self.foot_right).setFixedHeight(
            look.px(46)
        )
        for widget in (self.chosen, self.bulk, self.unticked):
            widget.hide()
        self.ticks.changed.connect(self._on_ticks)
        self.table.view.ticked.connect(self.tick)
        self.table.header.tick_all.connect(self.ticks.tick_all)

    def _build_head(self) -> None:
        look = self._look
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search number, matter, address, phone: two characters are enough"))
        self.field.setAccessibleName(self.tr("Search cases"))
        self.field.addAction(QIcon(look.icon("search", "tx3", 16)), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self._on_typed)
        self.columns = Button(look, self.tr("Columns"), key="C", icon="columns-3")
        self.export = Button(look, self.tr("Export"), icon="download")
        self.import_ = Button(look, self.tr("Import"), icon="folder-input")
        self.register = Button(look, self.tr("Register"), key="F2", icon="plus", kind="primary")
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 8)
        top.setSpacing(8)
        for widget in (self.field, self.columns, self.import_, self.export, self.register):
            top.addWidget(widget, 1 if widget is self.field else 0)
        self.body.addLayout(top)

    # -- the search ------------------------------------------------------------------------------------------------

    def _on_typed(self, _text: str) -> None:
        self._timer.start()

    def search_now(self) -> None:
        """Do not wait for the hand to rest."""
        self._timer.stop()
        self.searched.emit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        narrow = self.width() < self._look.px(760)
        self.import_.set_text("" if narrow else self.tr("Import"))
        self.export.set_text("" if narrow else self.tr("Export"))
        self.import_.setAccessibleName(self.tr("Import"))
        self.export.setAccessibleName(self.tr("Export"))

    # -- ticks -----------------------------------------------------------------------------------------------------

    def tick(self, place: int, through: bool = False) -> None:
        """Tick a row or take its tick away; ``through``: everything from the last one ticked to here."""
        found = self.model.row(place)
        if found is None:
            return
        if not through or self.ticks.last < 0:
            self.ticks.toggle(found.id, place)
            return
        first, last = sorted((self.ticks.last, place))
        rows = [self.model.row(at) for at in range(first, last + 1)]
        self.ticks.last = place
        self.ticks.tick(one.id for one in rows if one is not None)

    def _on_ticks(self) -> None:
        total = self.model.rowCount()
        count = self.ticks.count(total)
        self.table.header.show_ticks(count, total)
        self.table.view.viewport().update()
        for widget in (self.chosen, self.bulk, self.unticked):
            widget.setVisible(bool(count))
        self.foot_right.setVisible(not count or self.width() > self._look.px(900))
        self.chosen.setText(self.tr("Ticked: {n} of {total}").format(n=f"{count:,}", total=f"{total:,}"))

    # -- foot ------------------------------------------------------------------------------------------------------

    def show_foot(self, *, searching: bool, narrows: bool, text: str) -> None:
        """Say how many there are, what is not shown, and what waits."""
        total, cases = self.model.rowCount(), self._desk.read.cases
        lag = cases.index_lag()
        if not total and self.model.whole:
            if searching and lag:  # what is not found may be among them
                head = self.tr("Not searchable yet: {n} cases").format(n=f"{lag:,}")
                self.empty.say(head, self.tr("The search goes on by itself; without it the list shows every case."))
            else:
                then = self.tr("Change the filters, or press F2 to register a case.")
                self.empty.say(self.tr("No case in this list"), then)
        self.pages.setCurrentIndex(0 if total or not self.model.whole else 1)
        if searching and self.model.whole:
            count = total if total < SEARCH_ROWS else cases.search_count(text)
            shown = f"{count}+" if count >= 1000 or (count > total and narrows) else str(count)
            self.foot.setText(self.tr("Hits: {n}, the newest first").format(n=shown))
        elif not self.model.whole:
            self.foot.setText(self.tr("counting …"))
        else:
            self.foot.setText(self.tr("Cases: {n}").format(n=f"{total:,}"))
        if self.model.moved:
            self.foot_right.setText(self.tr("rows that would move: {n} · R sorts anew").format(n=self.model.moved))
            self.foot_right.set_tone("amb")
        elif lag:
            self.foot_right.setText(self.tr("not yet searchable: {n}").format(n=f"{lag:,}"))
            self.foot_right.set_tone("amb")
        else:
            self.foot_right.setText(self.tr("limits run by the order's own time"))
            self.foot_right.set_tone("3")
        if self.ticks.count(total):
            self._on_ticks()

    def _spoken(self, found: CaseRow) -> str:
        return self._cells.spoken(found, self.painter.now)
