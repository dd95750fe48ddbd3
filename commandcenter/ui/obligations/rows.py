"""The list and the month of obligations: rows by need, days with what is due on them."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.obligation import Item, Obligation
from commandcenter.ui import when
from commandcenter.ui.obligation_words import STATES, state_word
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

WEEKS = 6
_TONES = {"ok": "tx2"}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A line of the list."""

    item: Item
    name: str
    title: str
    due: str
    left: str

    @property
    def key(self) -> str:
        """The subject of its occasion."""
        return self.item.subject


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of a group."""

    state: str
    count: int

    @property
    def key(self) -> str:
        """The group."""
        return f"group:{self.state}"


def row_key(row: ItemRow | Group) -> str:
    """The key of a row."""
    return row.key


def spoken(row: ItemRow | Group) -> str:
    """What a screen reader says."""
    if isinstance(row, Group):
        return f"{state_word(row.state)} {row.count}"
    return " ".join(part for part in (row.name, row.title, row.due, row.left, state_word(row.item.state)) if part)


def item_row(item: Item, names: Mapping[str, Obligation], today: date) -> ItemRow:
    """A line of the list."""
    one = names.get(item.obligation)
    title = item.title
    if item.count:
        told = translate("ObligationRows", "{n} of them")
        title = " ".join(part for part in (title, told.format(n=item.count)) if part)
    due = f"{item.due:%Y-%m-%d}" if item.due is not None else when.UNKNOWN
    return ItemRow(item, one.name if one is not None else item.obligation, title, due, left_words(item, today))


def left_words(item: Item, today: date) -> str:
    """How long there is, or since when it is over, or when it was done."""
    if item.state == "done":
        on = item.last
        return translate("ObligationRows", "done {day}").format(day=f"{on.month}-{on.day}") if on is not None else ""
    days = item.days_left(today)
    if days is None:
        return state_word("unknown")
    if item.state == "missed":
        return state_word("missed")
    if days < 0:
        return translate("ObligationRows", "{n} days over").format(n=-days)
    return translate("ObligationRows", "today") if days == 0 else translate("ObligationRows", "{n} days").format(n=days)


def grouped(rows: Sequence[ItemRow]) -> list[ItemRow | Group]:
    """The rows with a heading for each way they stand."""
    found: list[ItemRow | Group] = []
    last = ""
    for row in rows:
        state = "over" if row.item.state == "unknown" else row.item.state
        if state != last:
            last = state
            count = sum(("over" if one.item.state == "unknown" else one.item.state) == state for one in rows)
            found.append(Group(state, count))
        found.append(row)
    return found


class ItemPainter(RowPainter):
    """State, name and what for, the day, how long there is."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("state", "", 18),
            Column("name", translate("ObligationRows", "What"), 96, 3),
            Column("title", translate("ObligationRows", "For what"), 84, 3),
            Column("due", translate("ObligationRows", "By"), 84),
            Column("left", translate("ObligationRows", "Left"), 84, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=38)

    def is_heading(self, row: ItemRow | Group) -> bool:
        return isinstance(row, Group)

    def paint_heading(self, p: QPainter, rect: QRect, row: Group) -> None:
        tone = STATES[row.state][2]
        words = f"{state_word(row.state)} {row.count}"
        paint.text(p, self.look, rect.adjusted(Columns.EDGE, 0, 0, 0), words, "strong", _TONES.get(tone, tone))

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ItemRow) -> None:
        look = self.look
        _, icon, tone = STATES[row.item.state]
        if column == "state":
            size = look.px(16)
            p.drawPixmap(
                QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, _TONES.get(tone, tone), size)
            )
        elif column == "name":
            paint.elided(p, look, rect, row.name, "strong", "tx1")
        elif column == "title":
            paint.elided(p, look, rect, row.title, "body", "tx2")
        elif column == "due":
            paint.text(p, look, rect, row.due, "body", "tx2")
        else:
            shown = tone if row.item.state in ("over", "unknown", "soon") else "tx3"
            paint.elided(p, look, rect, row.left, "caption", shown, paint.RIGHT)


class MonthGrid(QWidget):
    """A month, Monday first, with what is due on each day. The arrows move the day, ``picked`` tells it."""

    picked = Signal(object)
    turned = Signal(int)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self._month = date.min
        self._today = date.min
        self.day = date.min
        self._items: dict[date, list[tuple[str, str]]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(look.px(360))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(760), self._look.px(560))

    def show_month(self, month: date, today: date, items: Mapping[date, list[tuple[str, str]]]) -> None:
        """Show the month of a day; ``items`` are (words, state) by day."""
        self._month, self._today = month.replace(day=1), today
        self._items = dict(items)
        if (self.day.year, self.day.month) != (month.year, month.month):
            same = (today.year, today.month) == (month.year, month.month)
            self.day = today if same else self._month
        self.update()

    @property
    def first(self) -> date:
        """The Monday the grid begins with."""
        return self._month - timedelta(days=self._month.weekday())

    def _cells(self) -> list[tuple[date, QRectF]]:
        head = self._look.px(28)
        width, height = self.width() / 7, (self.height() - head) / WEEKS
        return [
            (self.first + timedelta(days=n), QRectF((n % 7) * width, head + (n // 7) * height, width, height))
            for n in range(7 * WEEKS)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        head, width = look.px(28), self.width() / 7
        for place in range(7):
            rect = QRectF(place * width + look.px(8), 0, width, head)
            paint.text(p, look, rect, when.weekday(place), "caption", "tx3")
        for day, rect in self._cells():
            self._paint_day(p, day, rect)

    def _paint_day(self, p: QPainter, day: date, rect: QRectF) -> None:
        look = self._look
        inside = day.month == self._month.month
        inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        if day == self.day:
            p.fillRect(inner, look.color("accS"))
        elif day == self._today:
            p.fillRect(inner, look.color("bg2"))
        p.setPen(look.color("acc" if day == self.day and self.hasFocus() else "ln"))
        p.drawRect(inner)
        edge, line = look.px(8), look.px(20)
        tone = "acc" if day == self._today else "tx1" if inside else "tx3"
        top = QRectF(rect.left() + edge, rect.top() + look.px(4), rect.width() - 2 * edge, line)
        paint.text(p, look, top, str(day.day), "strong" if inside else "caption", tone)
        told = self._items.get(day, [])
        room = max(1, int((rect.height() - look.px(28)) // line))
        shown = told if len(told) <= room else told[: room - 1]
        y = rect.top() + look.px(26)
        for words, state in shown:
            _, icon, ink = STATES[state]
            ink = _TONES.get(ink, ink)
            size = look.px(13)
            p.drawPixmap(QPointF(rect.left() + edge, y + (line - size) / 2), look.icon(icon, ink, size))
            place = QRect(
                round(rect.left() + edge + size + 4), round(y), round(rect.width() - 2 * edge - size - 4), line
            )
            paint.elided(p, look, place, words, "caption", "tx1" if state in ("over", "soon", "unknown") else "tx2")
            y += line
        if len(shown) < len(told):
            more = translate("ObligationRows", "{n} more").format(n=len(told) - len(shown))
            paint.text(p, look, QRectF(rect.left() + edge, y, rect.width(), line), more, "caption", "tx3")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for day, rect in self._cells():
            if rect.contains(event.position()):
                self._go(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        step = steps.get(Qt.Key(event.key())) if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else None
        if step is None:
            super().keyPressEvent(event)
            return
        self._go(self.day + timedelta(days=step))

    def _go(self, day: date) -> None:
        by = (day.year - self._month.year) * 12 + day.month - self._month.month
        self.day = day
        if by:
            self.turned.emit(by)
        self.picked.emit(day)
        self.update()


def month_words(month: date) -> str:
    """``2026年7月``."""
    return translate("ObligationRows", "{year}/{month}").format(year=month.year, month=month.month)


def last_of(month: date) -> date:
    """The last day of a month."""
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])
