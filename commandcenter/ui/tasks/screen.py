"""Orders, supplies and the people who move (任务): what was given out, what is out, who is where.

Below 1500 pixels one of the three fills the screen; 1, 2 and 3 choose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from commandcenter.desk.engine import RefusedBy
from commandcenter.domain.command import Command
from commandcenter.domain.order import Order, SettleOrder
from commandcenter.domain.supply import Supply
from commandcenter.domain.supply_acts import StrikeSupply
from commandcenter.domain.transfer import MOVES, Household, tally
from commandcenter.domain.transfer_acts import ListHousehold, MoveHousehold, StrikeTransfer
from commandcenter.domain.transfer_line import TransferLine, read_transfer_line
from commandcenter.domain.whistle_acts import SetFact
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.incident_words import TRANSFER, WAYS, mark, said
from commandcenter.ui.parts.basic import Empty
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.incident_sheets import caption_of, order_form
from commandcenter.ui.parts.incident_tab import IncidentTab
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Hints, Phone
from commandcenter.ui.tasks.moving import MovingPanel
from commandcenter.ui.tasks.painters import DrillPainter, OrderPainter, SupplyPainter
from commandcenter.ui.tasks.readout import Readout
from commandcenter.ui.tasks.sheets import TaskSheets
from commandcenter.ui.wording import refusal
from commandcenter.ui.words import listed

WIDE = 1500
ORDERS, MOVING, SUPPLIES = range(3)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a typed line will do, and in which words that is told."""

    command: Command
    words: str


class TasksScreen(IncidentTab):
    """The second tab beside the board."""

    name = "tasks"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._readout = Readout(self.desk.reference)
        self.sheets = TaskSheets(self.hand)
        self._wanted_order = ""
        self._sent = ""
        self._build()

    def title(self) -> str:
        return self.tr("Tasks")

    def caption(self) -> str:
        return caption_of(self.incident) if self.incident is not None else ""

    def hints(self) -> Hints:
        if self.incident is None:
            return ()
        return (
            ("1–3", self.tr("orders, people, supplies")),
            ("Enter", self.tr("menu")),
            ("T", self.tr("order")),
            ("V", self.tr("spoken order")),
            ("R", self.tr("taken, read back")),
            ("X", self.tr("done")),
            ("/", self.tr("line for the list")),
            ("N", self.tr("household")),
            ("U", self.tr("take over the number")),
            ("P", self.tr("call")),
            ("S", self.tr("supplies")),
            ("Ctrl Z", self.tr("strike the last entry")),
            ("Ctrl P", self.tr("print")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        empty = Empty(
            look,
            "list-checks",
            self.tr("No order yet"),
            self.tr("T gives one, V writes down what a leader said."),
        )
        self.orders = ListPanel(
            look, self.tr("Orders"), OrderPainter(look), empty, act=self.tr("Order"), key="T", titled=True
        )
        self.orders.act.clicked.connect(self.open_order)
        self.orders.view.opened.connect(self._on_order)
        nothing = Empty(
            look, "package", self.tr("Nothing was taken from a store"), self.tr("S enters what is taken, and by whom.")
        )
        self.goods = ListPanel(
            look, self.tr("Supplies"), SupplyPainter(look), nothing, act=self.tr("Take"), key="S", titled=True
        )
        self.goods.act.clicked.connect(self.open_taking)
        self.goods.view.opened.connect(self._on_supply)
        self.moving = MovingPanel(look)
        self.moving.act.clicked.connect(self.open_household)
        self.moving.view.opened.connect(self._on_household)
        self.moving.adopted.connect(self.adopt_number)
        self.moving.edited.connect(self._on_edited)
        self.moving.entered.connect(self._on_line)
        self.moving.line.left.connect(self._leave_line)
        self.tabs = SegTabs(look, [self.tr("Orders"), self.tr("People"), self.tr("Supplies")])
        self.tabs.picked.connect(self._on_tab)
        outer = QVBoxLayout(self.main)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        outer.addLayout(self._grid, 1)
        self._grid.addWidget(self.orders, 0, 0)
        self._grid.addWidget(self.goods, 1, 0)
        self._grid.addWidget(self.moving, 0, 1, 2, 1)
        self._grid.setRowStretch(0, 5)
        self._grid.setRowStretch(1, 4)

    def _wide(self) -> bool:
        return self.width() >= self.look.px(WIDE)

    def _on_tab(self, _place: int) -> None:
        self.fold()

    def fold(self) -> None:
        wide, tab = self._wide(), self.tabs.current
        self.tabs.setVisible(not wide)
        for place, panel in ((ORDERS, self.orders), (MOVING, self.moving), (SUPPLIES, self.goods)):
            panel.setVisible(wide or tab == place)
        self._grid.setColumnStretch(0, 1 if wide or tab != MOVING else 0)
        self._grid.setColumnStretch(1, 1 if wide or tab == MOVING else 0)
        self._grid.setRowStretch(0, 5 if wide or tab != SUPPLIES else 0)
        self._grid.setRowStretch(1, 4 if wide or tab == SUPPLIES else 0)

    def list_at_work(self) -> QWidget | None:
        panels = {ORDERS: self.orders, MOVING: self.moving, SUPPLIES: self.goods}
        return panels[self.tabs.current if not self._wide() else ORDERS].view

    def typing(self) -> bool:
        return False

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        self._wanted_order = str(what.get("order", ""))
        super().show_what(what)
        if self._wanted_order:
            self.tabs.pick(ORDERS)
            self.orders.view.go(self.orders.model.place_of(self._wanted_order))
            self.orders.view.setFocus()

    def show_incident(self, incident: Incident) -> None:
        now, read = self.now(), self._readout
        for panel in (self.orders, self.goods, self.moving):
            if isinstance(panel.painter, DrillPainter):
                panel.painter.drill = self.drill
        rows = read.orders(incident, now)
        done = sum(row.level == "done" for row in rows)
        over = sum(row.level == "over" for row in rows)
        told = [self.tr("done {n} of {all}").format(n=done, all=len(rows)) if rows else ""]
        told.append(self.tr("overdue {n}").format(n=over) if over else "")
        self.orders.show_rows(rows, listed(told))
        goods = read.supplies(self.supplies)
        out = sum(row.level != "settled" for row in goods)
        self.goods.show_rows(goods, self.tr("still out: {n} of {all}").format(n=out, all=len(goods)) if goods else "")
        numbers = tally(self.households)
        homes = self.tr("{n} households").format(n=numbers.households) if numbers.households else ""
        self.moving.show_rows(read.households(self.households), homes)
        self.moving.strip.show_numbers(read.tally(numbers), drill=self.drill)
        self.moving.strip.setVisible(bool(self.households))
        self.moving.propose(self._proposal(incident))
        self.tabs.set_words(
            [
                self.tr("Orders {n} / {m}").format(n=done, m=len(rows)),
                self.tr("People {n} / {m}").format(n=numbers.out, m=numbers.people),
                self.tr("Supplies {n} out").format(n=out),
            ]
        )

    def _proposal(self, incident: Incident) -> str:
        """The number of those who moved as the key fact, when that says otherwise; never by itself."""
        out = tally(self.households).out
        fact = incident.whistle.facts.get("evacuated")
        told = fact.value if fact is not None else None
        if not incident.whistle.running or out == (told or 0):
            return ""
        known = str(told) if told is not None else self.tr("unknown")
        return self.tr("Moved out by the list: {n}. The key fact “evacuated” says {m}.").format(n=out, m=known)

    def adopt_number(self) -> None:
        """U: the key fact takes the number of the list."""
        if self.incident is not None and self._proposal(self.incident):
            out = tally(self.households).out
            self.hand.send(SetFact(whistle=self._whistle, fact="evacuated", value=out), self.tr("The key fact is set"))

    # -- orders ----------------------------------------------------------------------------------------------------

    def open_order(self) -> None:
        """T."""
        if self.incident is not None:
            self.hand.open(order_form(self.hand, self.incident))

    def open_spoken(self) -> None:
        """V: a leader's spoken order."""
        if self.incident is not None:
            self.hand.open(order_form(self.hand, self.incident, verbal=True))

    def _order(self) -> Order | None:
        key = getattr(self.orders.row, "key", "")
        orders = self.incident.orders if self.incident is not None else ()
        return next((one for one in orders if one.subject == key), None)

    def take_order(self) -> None:
        """R: the order was taken and read back."""
        one = self._order()
        if one is not None:
            command = SettleOrder(order=one.subject, verb="acknowledged", read_back=True, channel="phone")
            self.hand.send(command, self.tr("Taken and read back"))

    def settle_order(self, verb: str) -> None:
        """Progress, the result, or why it is dropped."""
        one = self._order()
        if one is not None and self.incident is not None:
            self.hand.open(self.sheets.settle(self.incident, one, verb))

    def finish_order(self) -> None:
        """X."""
        one = self._order()
        if one is not None and one.open:
            self.settle_order("done")

    def _on_order(self, _place: int) -> None:
        one = self._order()
        if one is None:
            return
        menu = menu_in(self)
        if one.open:
            if not one.read_back:
                menu.addAction(self.tr("taken and read back")).setData("read_back")
            if one.acknowledged_at is None:
                menu.addAction(self.tr("taken, not read back")).setData("acknowledged")
            menu.addAction(self.tr("how far it is")).setData("progressed")
            menu.addAction(self.tr("done, with the result")).setData("done")
            menu.addAction(self.tr("drop it, with the reason")).setData("dropped")
        else:
            menu.addAction(self.tr("open again")).setData("reopened")
        menu.addAction(self.tr("print the task sheet")).setData("print")
        menu.triggered.connect(self._on_order_act)
        menu.popup(self.orders.view.mapToGlobal(QPoint(60, 60)))

    def _on_order_act(self, action: Any) -> None:
        code, one = str(action.data()), self._order()
        if one is None:
            return
        if code == "read_back":
            self.take_order()
        elif code in ("acknowledged", "reopened"):
            self.hand.send(SettleOrder(order=one.subject, verb=code, channel="phone"))
        elif code == "print":
            print_form(self.context, self, ("order_sheet", one.subject))
        else:
            self.settle_order(code)

    # -- supplies --------------------------------------------------------------------------------------------------

    def open_taking(self) -> None:
        """S."""
        if self.incident is not None:
            self.hand.open(self.sheets.take(self.incident, self.supplies))

    def _supply(self) -> Supply | None:
        key = getattr(self.goods.row, "key", "")
        return next((one for one in self.supplies if one.subject == key), None)

    def _on_supply(self, _place: int) -> None:
        one = self._supply()
        if one is None:
            return
        menu = menu_in(self)
        if one.rest > 0:
            for way in WAYS:
                menu.addAction(said(WAYS, way)).setData(way)
        menu.addAction(self.tr("strike the last entry")).setData("strike")
        menu.addAction(self.tr("print the supplies")).setData("print")
        menu.triggered.connect(self._on_supply_act)
        menu.popup(self.goods.view.mapToGlobal(QPoint(60, 60)))

    def _on_supply_act(self, action: Any) -> None:
        code, one = str(action.data()), self._supply()
        if one is None or self.incident is None:
            return
        if code == "strike":
            self.strike()
        elif code == "print":
            self.print_papers()
        else:
            self.hand.open(self.sheets.account(self.incident, one, code))

    # -- people ----------------------------------------------------------------------------------------------------

    def open_household(self) -> None:
        """N."""
        if self.incident is not None:
            self.hand.open(self.sheets.household(self.incident))

    def _household(self) -> Household | None:
        key = getattr(self.moving.row, "key", "")
        return next((one for one in self.households if one.subject == key), None)

    def _on_household(self, _place: int) -> None:
        line = self._household()
        if line is None:
            return
        standing = [line.stage] if line.people is None else [name for name in MOVES if line.spread.get(name)]
        may = [to for to in TRANSFER if any(to in MOVES[name] for name in standing)]
        menu = menu_in(self)
        for to in may:
            menu.addAction(said(TRANSFER, to)).setData(to)
        if line.out:
            menu.addAction(self.tr("head count")).setData("check")
        running = self.incident is not None and self.incident.whistle.running
        if running:  # what is masked after the end must not be written back
            menu.addAction(self.tr("amend")).setData("amend")
        if running and line.phone:
            menu.addAction(self.tr("call")).setData("call")
        menu.addAction(self.tr("strike the last entry")).setData("strike")
        menu.triggered.connect(self._on_household_act)
        menu.popup(self.moving.view.mapToGlobal(QPoint(60, 60)))

    def _on_household_act(self, action: Any) -> None:
        code, line = str(action.data()), self._household()
        if line is None or self.incident is None:
            return
        if code == "check":
            self.hand.open(self.sheets.check(self.incident, line))
        elif code == "amend":
            self.hand.open(self.sheets.household(self.incident, line))
        elif code == "call":
            self.call()
        elif code == "strike":
            self.strike()
        elif code in ("contacted", "returned"):
            self.hand.send(MoveHousehold(transfer=line.subject, to=code))
        else:
            self.hand.open(self.sheets.move(self.incident, line, code))

    def call(self) -> None:
        """P: the number of the household under the cursor."""
        line = self._household()
        if line is not None and line.phone and self.incident is not None and self.incident.whistle.running:
            self.services.phone.emit(Phone(line.name or line.address, line.address, line.phone))

    # -- the line --------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """The slash: the keyboard goes to the line."""
        if not self._wide():
            self.tabs.pick(MOVING)
        self.moving.line.setFocus()

    def _leave_line(self) -> None:
        self.moving.view.setFocus() if self.moving.view.isVisible() else self.setFocus()

    def _read(self, text: str) -> _Reading | None:
        line = read_transfer_line(text)
        if line is None:
            return None
        place, where = self._place(line)
        told = self._told(line, where)
        before = self._known(line)
        if before is not None:
            move = MoveHousehold(
                transfer=before.subject,
                to=line.stage,
                people=line.people,
                place=place,
                place_words="" if place or line.stage == "refused" else line.where,
                words=line.where if line.stage == "refused" else "",
            )
            return _Reading(move, self.tr("On the list already: {told}").format(told=told))
        new = ListHousehold(
            whistle=self._whistle,
            address=line.address,
            people=line.people,
            households=line.households,
            priority=line.priority,
            phone=line.phone,
            place=place,
            place_words="" if place or line.stage == "refused" else line.where,
            words=line.where if line.stage == "refused" else "",
            stage=line.stage,
        )
        return _Reading(new, self.tr("New on the list: {told}").format(told=told))

    def _place(self, line: TransferLine) -> tuple[str, str]:
        """The shelter that is meant, by its id and name; else the words themselves."""
        if line.where and line.stage != "refused":
            for place in self.desk.reference.directory.of_kind("shelter"):
                if line.where in place.name or place.name in line.where:
                    return place.id, place.name
        return "", line.where

    def _known(self, line: TransferLine) -> Household | None:
        """The household of that address which the line tells more of."""
        for one in self.households:
            standing = [one.stage] if one.people is None else [name for name in MOVES if one.spread.get(name)]
            if one.address == line.address and any(line.stage in MOVES[name] for name in standing):
                return one
        return None

    def _told(self, line: TransferLine, where: str) -> str:
        people = self.tr("{n} people").format(n=line.people) if line.people is not None else self.tr("people unknown")
        homes = self.tr("{n} households").format(n=line.households)
        first = "".join(mark(name) for name in line.priority)
        return listed((line.address, homes, people, first, said(TRANSFER, line.stage), where))

    def _on_edited(self, text: str) -> None:
        found = self._read(text)
        hint = self.tr("Address, how many people, state, place") if text.strip() else ""
        self.moving.reading.setText(found.words if found is not None else hint)

    def _on_line(self, text: str) -> None:
        found = self._read(text)
        if found is None:
            self.moving.reading.setText(self.tr("Not understood: address, how many people, state, place"))
            return
        if text == self._sent:
            return  # Enter twice: it is on its way
        self._sent = text
        sending = self.hand.send(found.command)
        sending.done.connect(self._on_line_done)
        sending.refused.connect(self._on_line_refused)

    def _on_line_done(self, _done: object) -> None:
        if self.moving.line.text() == self._sent:  # else somebody goes on typing already
            self.moving.line.clear()
            self.moving.reading.setText("")
        self._sent = ""

    def _on_line_refused(self, refused: RefusedBy) -> None:
        """The words stay in the line; why it was refused stands below it."""
        if self.moving.line.text() == self._sent:
            self.moving.reading.setText(refusal(refused.code, refused.facts, self.desk.reference.unit_name))
        self._sent = ""

    # -- what all share --------------------------------------------------------------------------------------------

    def strike(self) -> None:
        """Ctrl+Z: the last entry of the row under the keyboard is struck."""
        supply, line = self._supply(), self._household()
        if self.goods.view.hasFocus() and supply is not None:
            self.hand.send(StrikeSupply(supply=supply.subject), self.tr("The last entry is struck"))
        elif self.moving.view.hasFocus() and line is not None:
            self.hand.send(StrikeTransfer(transfer=line.subject), self.tr("The last entry is struck"))

    def print_papers(self) -> None:
        """Ctrl+P: the papers of the list that has the keyboard first."""
        if self.incident is None:
            return
        subject, one = f"whistle/{self._whistle}", self._order()
        papers = [("transfer_list", subject), ("supply_sheet", subject)]
        if one is not None:
            papers.insert(0, ("order_sheet", one.subject))
        first = {self.moving.view: "transfer_list", self.goods.view: "supply_sheet"}
        wanted = next((name for view, name in first.items() if view.hasFocus()), papers[0][0])
        papers.sort(key=lambda paper: paper[0] != wanted)
        print_form(self.context, self, *papers)

    # -- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain = not (event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier))
        acts = {
            Qt.Key.Key_T: self.open_order,
            Qt.Key.Key_V: self.open_spoken,
            Qt.Key.Key_R: self.take_order,
            Qt.Key.Key_X: self.finish_order,
            Qt.Key.Key_S: self.open_taking,
            Qt.Key.Key_N: self.open_household,
            Qt.Key.Key_U: self.adopt_number,
            Qt.Key.Key_P: self.call,
            Qt.Key.Key_Slash: self.write,
            Qt.Key.Key_Escape: self.take_focus,
        }
        digits = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
        if self.incident is None:
            super().keyPressEvent(event)
        elif control and key == Qt.Key.Key_P:
            self.print_papers()
        elif control and key == Qt.Key.Key_Z:
            self.strike()
        elif plain and key in acts:
            acts[key]()
        elif plain and key in digits:
            self._to_list(digits.index(key))
        else:
            super().keyPressEvent(event)

    def _to_list(self, place: int) -> None:
        """1 to 3: the keyboard goes to orders, people, supplies."""
        self.tabs.pick(place)
        panel = (self.orders, self.moving, self.goods)[place]
        (panel.view if panel.view.isVisible() else self).setFocus()
