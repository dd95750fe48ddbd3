"""The list itself: six blocks, a search that knows initials, and the item with its history at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.record import Change
from commandcenter.domain.responsibility import BLOCKS, Item
from commandcenter.ui import duty_words
from commandcenter.ui.duty_words import duty_word
from commandcenter.ui.parts.basic import Empty, KeyCaps, Label, Line, Panel, column, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.days import short_moment
from commandcenter.ui.parts.history import HistoryRow, HistoryView, author
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.rows import Column, Columns
from commandcenter.ui.responsibility.model import duty_rows, lead_name
from commandcenter.ui.responsibility.painters import DutyPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class DutyPage(QWidget):
    """The list and the item. ``acted`` names what a button asks for."""

    acted = Signal(str)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._desk = look, desk
        self.item: Item | None = None
        self._items: Sequence[Item] = ()
        self._build()

    def _build(self) -> None:
        look = self._look
        self.blocks = SegTabs(
            look, [translate("Duty", "All"), *(duty_word(duty_words.BLOCKS, code) for code in BLOCKS)]
        )
        self.blocks.picked.connect(self._refilter)
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Duty", "Number, words, initials, department"))
        self.search.setAccessibleName(translate("Duty", "Search the list"))
        self.search.textChanged.connect(self._refilter)
        self.search.returnPressed.connect(self.to_list)
        columns = Columns(
            look,
            [
                Column("number", translate("Duty", "No."), 40),
                Column("block", translate("Duty", "Block"), 70, 0, "left", 2),
                Column("part", translate("Duty", "Part"), 96),
                Column("text", translate("Duty", "What it is"), 240, 5),
                Column("lead", translate("Duty", "Who leads"), 120, 1),
                Column("unit", translate("Duty", "Here"), 110, 1, "left", 3),
                Column("basis", translate("Duty", "Basis"), 70, 0, "left", 4),
                Column("origin", "", 76, 0, "left", 1),
            ],
        )
        empty = Empty(
            look, "list-checks", translate("Duty", "No item fits"), translate("Duty", "Esc takes the search back.")
        )
        self.list = ListPanel(
            look, translate("Duty", "Responsibility list"), DutyPainter(look, columns, height=38), empty,
            act=translate("Duty", "Add"), key="N", titled=True,
        )  # fmt: skip
        self.list.act.setObjectName("add")
        self.list.act.clicked.connect(self._on_button)
        self.list.view.moved.connect(self._on_moved)
        self._cap = KeyCaps(look, "/")
        top = row(self.blocks, None, self._cap, gap=10)
        top.addWidget(self.search, 3)
        self.search.setMinimumWidth(look.px(88))
        self.search.setMaximumWidth(look.px(300))
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(top)
        left.addWidget(self.list, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(left, 1)
        outer.addWidget(self._build_side())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cap.setVisible(self.width() >= self._look.px(1060))

    def _build_side(self) -> Panel:
        look = self._look
        self.side = Panel(look, translate("Duty", "Item"))
        self.side.setFixedWidth(look.px(380))
        self.words = Label(look, "", "fact")
        self.words.setWordWrap(True)
        self.facts = Label(look, "", "body", "2")
        self.facts.setWordWrap(True)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hint = Label(look, "", "caption", "amb")
        self.hint.setWordWrap(True)
        told = column(gap=8, margins=(14, 12, 14, 10))
        for part in (self.words, self.facts, self.hint):
            told.addWidget(part)
        self.history = HistoryView(look, translate("Duty", "History"), lead=96)
        self.history.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.side.body.addLayout(told)
        self.side.body.addWidget(Line())
        self.side.body.addLayout(column(Label(look, translate("Duty", "History"), "strong"), margins=(14, 8, 14, 2)))
        self.side.body.addWidget(self.history, 1)
        self.edit = Button(look, translate("Duty", "Change"), key="E", icon="pencil", small=True)
        self.off = Button(look, translate("Duty", "Take off"), key="X", icon="minus", small=True)
        for name, button in (("edit", self.edit), ("off", self.off)):
            button.setObjectName(name)
            button.clicked.connect(self._on_button)
        self.side.add_foot(self.edit, self.off, None)
        return self.side

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_items(self, items: Sequence[Item]) -> None:
        """Show the list; what is chosen and typed stays."""
        self._items = items
        self._refilter()

    def _refilter(self, *_told: object) -> None:
        block = ("", *BLOCKS)[self.blocks.current]
        rows = duty_rows(self._desk.reference, self._items, block, self.search.text().strip())
        off = sum(row.off for row in rows)
        told = translate("Duty", "{n} of {m}").format(
            n=len(rows) - off, m=sum(item.active and item.in_force for item in self._items)
        )
        if off:
            told += " · " + translate("Duty", "taken off {n}").format(n=off)
        self.list.show_rows(rows, told)
        if rows and self.list.view.place < 0:
            self.list.view.go(0)
        self._on_moved(self.list.view.place)

    def _on_moved(self, place: int) -> None:
        chosen = self.list.model.row(place)
        self.item = next((item for item in self._items if chosen is not None and item.id == chosen.key), None)
        self.side.setVisible(self.item is not None)
        if self.item is not None:
            self._show_item(self.item)

    def _show_item(self, item: Item) -> None:
        reference = self._desk.reference
        self.side.title.setText(translate("Duty", "Item {n}").format(n=item.number))
        self.side.caption.setText(
            f"{duty_word(duty_words.BLOCKS, item.block)} · {duty_word(duty_words.PARTS, item.part)}"
        )
        self.words.setText(item.text)
        lead = lead_name(reference, item)
        if item.lead and item.lead_unit:
            lead = f"{item.lead}（{reference.unit_name(item.lead_unit)}）"
        lines = [
            (translate("Duty", "Leads"), lead),
            (translate("Duty", "Here"), reference.unit_name(item.unit) if item.unit else ""),
            (
                translate("Duty", "Basis"),
                f"{item.basis}（{duty_word(duty_words.BASES, item.basis_type)}）" if item.basis else "",
            ),
            (translate("Duty", "Kinds"), "、".join(item.kinds)),
            (translate("Duty", "Words"), "、".join(item.words)),
            (translate("Duty", "Origin"), duty_word(duty_words.ORIGINS, item.origin)),
            (translate("Duty", "Since"), item.since),
            (translate("Duty", "Why"), item.reason),
            (translate("Duty", "Procedure"), item.procedure),
        ]
        self.facts.setText("\n".join(f"{name}：{told}" for name, told in lines if told))
        assist = item.part == "assist" and item.in_force
        self.hint.setText(
            translate("Duty", "A case of this kind goes to who leads, by whistle or handed on.") if assist else ""
        )
        self.hint.setVisible(assist)
        self.off.set_text(translate("Duty", "Take off") if item.in_force else translate("Duty", "Put back"))
        record = self._desk.read.reference.record(f"responsibility/{item.id}")
        self.history.show_rows([self._entry(place, change) for place, change in enumerate(record.history)][::-1])

    def _entry(self, place: int, change: Change) -> HistoryRow:
        origin = change.fields.get("origin")
        told = {
            "removed": translate("Duty", "taken off"),
            "added": translate("Duty", "added or put back"),
            "base": translate("Duty", "came with the base list"),
        }
        words = told.get(str(origin), translate("Duty", "changed"))
        reason = str(change.fields.get("reason") or change.reason)
        who = author(self._desk, change)
        procedure = str(change.fields.get("procedure") or "")
        second = " · ".join(part for part in (who, reason, procedure) if part)
        return HistoryRow(f"{place}", short_moment(change.at), words, second)

    # -- acting ----------------------------------------------------------------------------------------------------

    def to_search(self) -> None:
        """The keyboard goes to the search."""
        self.search.setFocus()
        self.search.selectAll()

    def to_list(self) -> None:
        """The keyboard goes to the list."""
        self.list.view.setFocus()
        if self.list.view.place < 0:
            self.list.view.go(0)

    def _on_button(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.acted.emit(sender.objectName())
