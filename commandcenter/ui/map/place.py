"""The right of the map: the chosen place, who answers there with number, what is nearest, open cases, patrols."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.reference import Reference
from commandcenter.journal.reading.case_query import CaseRow
from commandcenter.journal.reading.patrols import PatrolRow
from commandcenter.ui import when
from commandcenter.ui.map.reading import Chosen
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Label, Line, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.casecells import CaseCells
from commandcenter.ui.parts.factlist import FactList, Known, ScrolledFacts
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class CasePainter(RowPainter):
    """An open case in a narrow list: what is left, the matter, where it stands."""

    def __init__(self, look: Look, cells: CaseCells, parent: QWidget | None = None) -> None:
        columns = [Column("left", "", 104), Column("title", "", 100, 4), Column("stage", "", 84, drop=1)]
        super().__init__(look, Columns(look, columns), parent, height=40)
        self._cells = cells
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CaseRow) -> None:
        self._cells.paint(p, rect, column, row, self.now)


class PlaceSide(QWidget):
    """What is known of the chosen place. ``case_opened`` gives the id of a case."""

    phone_asked = Signal()
    whistle_asked = Signal()
    register_asked = Signal()
    roster_asked = Signal()
    case_opened = Signal(str)

    def __init__(self, look: Look, reference: Reference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.chosen: Chosen | None = None
        self.name = ElidedLabel(look, "", "fact")
        self.caption = ElidedLabel(look, "", "caption", "2")
        self.phone = Button(look, self.tr("Call"), key="P", icon="phone", kind="primary", small=True)
        self.phone.clicked.connect(self.phone_asked)
        self.whistle = Button(look, self.tr("Whistle"), key="F9", icon="whistle", kind="danger", small=True)
        self.whistle.clicked.connect(self.whistle_asked)
        self.register = Button(look, self.tr("Register"), key="F2", icon="plus", small=True)
        self.register.clicked.connect(self.register_asked)
        self.facts = FactList(look, lead=72)
        top = Panel(look)
        top.body.addLayout(column(self.name, self.caption, gap=2, margins=(14, 12, 14, 8)))
        top.body.addLayout(row(self.phone, self.whistle, self.register, None, gap=8, margins=(14, 0, 14, 10)))
        top.body.addWidget(Line())
        top.body.addWidget(ScrolledFacts(self.facts), 1)
        self.case_panel = Panel(look, self.tr("Open cases here"), "", head=40)
        self.cells = CaseCells(look, reference)
        self.painter = CasePainter(look, self.cells, self)
        self.model = KeyedRows(_key, self._spoken, self)
        self.cases = RowView(look, self.model, self.painter, self.tr("Open cases here"))
        self.cases.opened.connect(self._on_case)
        self.no_case = Empty(look, "circle-check", self.tr("No open case here"))
        self.case_pages = QStackedWidget()
        self.case_pages.addWidget(self.cases)
        self.case_pages.addWidget(self.no_case)
        self.case_panel.body.addWidget(self.case_pages, 1)
        self.patrol = Label(look, "", "caption", "2")
        self.patrol.setWordWrap(True)
        self.case_panel.add_foot(self.patrol)
        shown = QWidget()
        layout = QVBoxLayout(shown)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(top, 6)
        layout.addWidget(self.case_panel, 4)
        nothing = Panel(look)
        nothing.body.addWidget(
            Empty(
                look,
                "map-pin",
                self.tr("Nothing is chosen"),
                self.tr("Click a place, or type an address after /. Tab walks what is marked."),
            ),
            1,
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(nothing)
        self.pages.addWidget(shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)

    def show_chosen(self, chosen: Chosen | None) -> None:
        """Show a place; None shows that nothing is chosen."""
        self.chosen = chosen
        self.pages.setCurrentIndex(0 if chosen is None else 1)
        if chosen is None:
            return
        self.name.setText(chosen.title)
        self.caption.setText(chosen.caption)
        self.facts.show_facts(chosen.facts)
        call = chosen.call.reached if chosen.call is not None else None
        self.phone.setEnabled(call is not None and bool(call.phone))

    def show_cases(self, rows: Sequence[CaseRow], now: int, total: int) -> None:
        """The open cases of the place."""
        self.painter.now = now
        self.model.show(rows)
        self.case_pages.setCurrentIndex(0 if rows else 1)
        self.case_panel.caption.setText(str(total) if total else "")

    def show_patrols(self, rows: Sequence[PatrolRow], today: Sequence[PatrolRow], spots: int, now: int) -> None:
        """When the place was walked last, whether it is to be walked today, what stands open from there."""
        told = []
        if rows and rows[0].begun_at is not None:
            told.append(self.tr("last walked {moment}").format(moment=when.moment(rows[0].begun_at, now)))
        else:
            told.append(self.tr("no walk on record"))
        missed = sum(one.owed(now) for one in today)
        planned = sum(one.stage == "planned" and not one.missed(now) for one in today)
        if missed:
            told.append(self.tr("missed today {n}").format(n=missed))
        elif planned:
            told.append(self.tr("still to walk today {n}").format(n=planned))
        if spots:
            told.append(self.tr("open findings {n}").format(n=spots))
        self.patrol.setText(" · ".join(told))
        self.patrol.set_tone("amb" if missed else "2")

    def known(self, name: str) -> Known | None:
        """A fact by its name."""
        return next((fact for fact in self.facts.facts if fact.name == name), None)

    def _on_case(self, place: int) -> None:
        found = self.model.row(place)
        if found is not None:
            self.case_opened.emit(found.id)

    def _spoken(self, found: CaseRow) -> str:
        return f"{found.number} {found.title}"


def _key(found: CaseRow) -> str:
    return found.id
