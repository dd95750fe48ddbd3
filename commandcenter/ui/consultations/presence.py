"""I: who is invited and who came. A digit tells a unit's presence, Enter writes who came for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.domain.consultation import PRESENCE, Consultation
from commandcenter.ui.bank_words import PRESENCE as WORDS
from commandcenter.ui.bank_words import bank_word
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate
_DIGITS = {Qt.Key.Key_1: "invited", Qt.Key.Key_2: "came", Qt.Key.Key_3: "excused", Qt.Key.Key_4: "missed"}


@dataclass(frozen=True, slots=True)
class Seat:
    """A unit at the table: ``items`` of the agenda it is named in, its presence (empty: not invited), who came for it."""

    unit: str
    name: str
    items: int = 0
    presence: str = ""
    person: str = ""

    @property
    def id(self) -> str:
        """The unit."""
        return self.unit


def seats(state: Consultation, units: Sequence[tuple[str, str]]) -> list[Seat]:
    """All units: those that were invited or came, then those the agenda names, then the others."""
    named = [item.unit for item in state.agenda] + [one.unit for one in state.decisions]
    found = [
        Seat(unit, name, named.count(unit), state.presence.get(unit, ""), state.people.get(unit, ""))
        for unit, name in units
    ]
    return sorted(found, key=lambda one: (not one.presence, -one.items, one.unit))


class _Painter(RowPainter):
    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("name", translate("Consultations", "Unit"), 180, 3),
            Column("items", translate("Consultations", "Items"), 48, align="right"),
            Column("presence", translate("Consultations", "Presence"), 90, 1),
            Column("person", translate("Consultations", "Who came"), 110, 2),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Seat) -> None:
        look = self.look
        if column == "name":
            paint.elided(p, look, rect, row.name, "name", "tx1")
        elif column == "items":
            paint.text(p, look, rect, str(row.items) if row.items else "", "body", "tx2", paint.RIGHT)
        elif column == "presence":
            tone = {"came": "ok", "missed": "amb"}.get(row.presence, "tx2")
            paint.elided(p, look, rect, bank_word(WORDS, row.presence) if row.presence else "—", "body", tone)
        else:
            paint.elided(p, look, rect, row.person, "body", "tx2")


class PresenceSheet(Sheet):
    """``told`` emits (unit, presence); ``asked`` emits the unit whose person is to be written."""

    told = Signal(str, str)
    asked = Signal(str)

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(look, host, translate("Consultations", "Who is invited, who came"), width=760)
        told = " · ".join(f"{place} {bank_word(WORDS, code)}" for place, code in enumerate(PRESENCE, start=1))
        self.caption.setText(translate("Consultations", "{keys} · Enter writes who came").format(keys=told))
        self.model = KeyedRows(_key, _spoken, self)
        name = translate("Consultations", "Units")
        painter = _Painter(look, self)
        self.view = RowView(look, self.model, painter, name)
        self.view.opened.connect(self._on_opened)
        self.body.addWidget(RowList(look, self.model, painter, name, view=self.view))
        self.view.setMinimumHeight(look.px(380))
        self.ready = Button(look, translate("Consultations", "Ready"), key="Esc", kind="ghost")
        self.ready.clicked.connect(self.dismiss)
        self.add_button(self.ready)

    def open_sheet(self, found: Sequence[Seat]) -> None:
        """Show the units with the keyboard in the list."""
        self.model.show(list(found))
        self.view.go(0)
        self.present(self.view)

    def show_seats(self, state: Consultation) -> None:
        """What changed; the rows keep their places while somebody works here."""
        self.model.show(
            [
                Seat(one.unit, one.name, one.items, state.presence.get(one.unit, ""), state.people.get(one.unit, ""))
                for one in self.model.rows
            ]
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        here = self.model.row(self.view.place)
        if here is not None and key in _DIGITS:
            self.told.emit(here.unit, _DIGITS[key])
            self.view.go(self.view.place + 1)
        else:
            super().keyPressEvent(event)

    def _on_opened(self, place: int) -> None:
        here = self.model.row(place)
        if here is not None:
            self.asked.emit(here.unit)


def _key(one: Seat) -> str:
    return one.unit


def _spoken(one: Seat) -> str:
    return one.name
