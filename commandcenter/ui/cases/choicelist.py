"""Short lists of units to tick: who leads, who assists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Choice:
    """A unit that can get the case: its load, whether it is ticked, and its part."""

    unit: str
    name: str
    load: int
    ticked: bool
    part: str


class _ChoicePainter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Choice) -> None:
        look = self.look
        if column == "tick":
            size = look.px(16)
            box = QRectF(rect.left(), rect.center().y() - size / 2, size, size)
            paint.rounded(
                p,
                box,
                3,
                look.color("accF") if row.ticked else look.color("inp"),
                None if row.ticked else look.color("ln3"),
            )
            if row.ticked:
                p.drawPixmap(box.topLeft(), look.icon("check", "onfill", size))
        elif column == "name":
            paint.elided(p, look, rect, row.name, "name" if row.ticked else "body", "tx1")
        else:
            words = row.part or self.tr("{n} in hand").format(n=row.load)
            paint.text(p, look, rect, words, "caption", "acc" if row.part else "tx3", paint.RIGHT)


class ChoiceList(QFrame):
    """A short list of units; Space or a click ticks, the first ticked section leads."""

    changed = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "raised")
        self._model = KeyedRows(_choice_key, _choice_spoken, self)
        columns = Columns(look, [Column("tick", "", 18), Column("name", "", 96, 1), Column("load", "", 62, drop=1)])
        self.view = RowView(look, self._model, _ChoicePainter(look, columns, self, height=32), name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.view)
        self.view.clicked.connect(self._on_clicked)
        self.view.opened.connect(self._toggle)
        self._look = look
        self.show_lines(4)

    def show_lines(self, count: int) -> None:
        """How many units are seen at once."""
        self.setFixedHeight(self._look.px(32 * count + 4))

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show units; the first that is ticked comes into sight."""
        self._model.show(choices)
        ticked = next((place for place, row in enumerate(choices) if row.ticked), 0)
        self.view.scrollTo(self._model.index(ticked, 0))

    @property
    def ticked(self) -> list[str]:
        """The ticked units in order."""
        return [row.unit for row in self._model.rows if row.ticked]

    def let_lead(self, unit: str, leads: str, assists: str) -> None:
        """Put a unit in front, ticked; those ticked before it assist. ``leads`` and ``assists`` are the words for the parts."""
        rows = list(self._model.rows)
        chosen = next((row for row in rows if row.unit == unit), None)
        if chosen is None:
            return
        others = [replace(row, part=assists if row.ticked else "") for row in rows if row.unit != unit]
        others.sort(key=lambda row: not row.ticked)
        self._model.show([replace(chosen, ticked=True, part=leads), *others])
        self.view.go(0)
        self.changed.emit()

    def toggle_current(self) -> None:
        """Tick or untick the unit the keyboard is on."""
        if self.view.place >= 0:
            self._toggle(self.view.place)

    def _on_clicked(self, index: object) -> None:
        self._toggle(index.row())  # type: ignore[attr-defined]

    def _toggle(self, place: int) -> None:
        rows = list(self._model.rows)
        row = rows[place]
        rows[place] = Choice(row.unit, row.name, row.load, not row.ticked, "" if row.ticked else row.part)
        self._model.show(rows)
        self.changed.emit()


def _choice_key(row: Choice) -> str:
    return row.unit


def _choice_spoken(row: Choice) -> str:
    return f"{row.name} {row.part or row.load}"
