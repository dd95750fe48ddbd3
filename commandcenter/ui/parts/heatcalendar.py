"""The heat calendar of patrols: whoever walks down, the last four weeks across, the more walks a day the brighter. One paint.

As in design 05: the day of the month above every few columns and above every first, today framed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

DAYS = 28
_ROW, _MOST, _HEAD = 20, 30, 20
_EVERY = 4
"""The day of the month stands above every fourth column, counted back from today."""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row: its name, and how often something was done on which day. ``key`` names it to whoever asks; days without are 0."""

    key: str
    name: str
    counts: Mapping[date, int] = field(default_factory=dict)


class HeatCalendar(QWidget):
    """Rows of days up to and including today; with ``grows`` they take the room there is, up to half as high again.

    ``picked`` emits (key of the row, day) of the cell that was clicked or entered.
    """

    picked = Signal(str, object)

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, days: int = DAYS, lead: int = 96, grows: bool = False
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._days = days
        self._lead = lead
        self._rows: tuple[HeatRow, ...] = ()
        self._today = date(1970, 1, 1)
        self._at: tuple[int, int] | None = None
        self._grows = grows
        down = QSizePolicy.Policy.MinimumExpanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, down)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self.updateGeometry)

    @property
    def rows(self) -> Sequence[HeatRow]:
        """What is shown."""
        return self._rows

    @property
    def first_day(self) -> date:
        """The day at the left."""
        return self._today - timedelta(days=self._days - 1)

    def show_rows(self, rows: Sequence[HeatRow], today: date) -> None:
        """Show rows up to ``today``."""
        self._rows, self._today = tuple(rows), today
        if self._at is not None and self._at[0] >= len(self._rows):
            self._at = None
        told = (self._told(row) for row in self._rows)
        self.setAccessibleName("; ".join(told))
        self.updateGeometry()
        self.update()

    def _told(self, row: HeatRow) -> str:
        days = sum(1 for place in range(self._days) if row.counts.get(self._day(place), 0))
        return translate("HeatCalendar", "{name}: {n} of {days} days").format(name=row.name, n=days, days=self._days)

    def _day(self, place: int) -> date:
        return self.first_day + timedelta(days=place)

    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(px(560), px(_HEAD + _ROW * max(1, len(self._rows)) + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(280), self.sizeHint().height())

    def _row(self) -> int:
        """How high a row is."""
        px = self._look.px
        if not self._grows or not self._rows:
            return px(_ROW)
        return max(px(_ROW), min(px(_MOST), (self.height() - px(_HEAD) - 4) // len(self._rows)))

    def _cell(self, row: int, place: int) -> QRectF:
        px = self._look.px
        left = px(self._lead)
        wide = (self.width() - left) / self._days
        return QRectF(left + place * wide, px(_HEAD) + row * self._row(), wide, self._row())

    def tone_of(self, count: int) -> str:
        """The ground of a cell: nothing, once, twice and more."""
        return "pip0" if count <= 0 else "pip1" if count == 1 else "pip2"

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, p = self._look, self._look.px, QPainter(self)
        self._paint_days(p)
        for row, one in enumerate(self._rows):
            name = QRectF(0, px(_HEAD) + row * self._row(), px(self._lead) - px(8), self._row())
            paint.elided(p, look, name.toRect(), one.name, "caption", "tx2")
            for place in range(self._days):
                count = one.counts.get(self._day(place), 0)
                box = self._cell(row, place).adjusted(1, 2, -1, -2)
                chosen = self._at == (row, place) and self.hasFocus()
                ring = "acc" if chosen else "tx3" if place == self._days - 1 else ""
                paint.rounded(p, box, 2, look.color(self.tone_of(count)), look.color(ring) if ring else None)

    def _paint_days(self, p: QPainter) -> None:
        look, px = self._look, self._look.px
        for place in range(self._days):
            day = self._day(place)
            near_first = any(self._day(other).day == 1 for other in (place - 1, place + 1) if 0 <= other < self._days)
            regular = (self._days - 1 - place) % _EVERY == 0 and not near_first
            if not regular and day.day != 1:
                continue
            cell = self._cell(0, place)
            box = QRectF(cell.center().x() - px(16), 0, px(32), px(_HEAD))
            paint.text(p, look, box, str(day.day), "key", "tx3", paint.CENTER)

    # -- hands -----------------------------------------------------------------------------------------------------

    def _at_point(self, point: QPointF) -> tuple[int, int] | None:
        for row in range(len(self._rows)):
            for place in range(self._days):
                if self._cell(row, place).contains(point):
                    return row, place
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at_point(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._at = found
            self.update()
            self._pick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        if key in moves and self._rows:
            row, place = self._at or (0, self._days - 1)
            down, across = moves[key] if self._at is not None else (0, 0)
            self._at = (
                max(0, min(len(self._rows) - 1, row + down)),
                max(0, min(self._days - 1, place + across)),
            )
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self._pick()
        else:
            super().keyPressEvent(event)

    def _pick(self) -> None:
        if self._at is not None:
            row, place = self._at
            self.picked.emit(self._rows[row].key, self._day(place))
