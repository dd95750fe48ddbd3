"""The days of an order's limit in a strip of seven: received, today, due; days off are dashed, working days plain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from commandcenter.domain.calendar import Calendar
from commandcenter.domain.clock import local_date
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, Label, row
from commandcenter.ui.parts.days import office_time
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

CELLS = 7


@dataclass(frozen=True, slots=True)
class StripDay:
    """A day of the strip: whether it is worked, and what it is besides (received, today, due; today wins the frame)."""

    day: date
    works: bool
    received: bool = False
    today: bool = False
    due: bool = False


def strip_days(received: date, today: date, due: date, calendar: Calendar) -> list[StripDay]:
    """Seven days in a row, in which today and the due day are seen where both fit; the day received is where it can.

    What does not fit into seven days is left out in this order: the day received, then whichever of today and due lies further
    from today.
    """
    wanted = sorted({received, today, due})
    first = received if (max(today, due) - received).days < CELLS else min(today, due)
    if abs((due - today).days) >= CELLS:
        first = today - timedelta(days=1) if due > today else today - timedelta(days=CELLS - 1)
    elif first != received:
        first = max(wanted[0], first - timedelta(days=min(1, CELLS - 1 - abs((due - today).days))))
    days = [first + timedelta(days=at) for at in range(CELLS)]
    return [StripDay(day, calendar.works(day), day == received, day == today, day == due) for day in days]


class DayStrip(QWidget):
    """The limit in words and its seven days. ``show_limit`` tells it; without a limit it is not shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.limit = Label(look, "", "caption", "2")
        self.left = ElidedLabel(look, "", "name", "1")
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cells = _Cells(look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        layout.addLayout(row(self.limit, self.left))
        layout.addWidget(self.cells)

    @property
    def days(self) -> list[StripDay]:
        """The days that are shown."""
        return self.cells.days

    def show_limit(
        self,
        received_at: int,
        due_at: int | None,
        now: int,
        calendar: Calendar,
        *,
        met_at: int | None,
        paused: bool,
        worked: bool,
        warn_at: int | None = None,
        told: str = "",
        unsure: bool = False,
    ) -> None:
        """Show a limit from when the case was received to when it is due (epoch milliseconds), amber from ``warn_at`` on.

        ``worked``: it counts office time. ``told`` says how long it is and what gave it. ``unsure``: its end may move
        when the official table of a year comes.
        """
        self.setVisible(due_at is not None)
        if due_at is None:
            return
        end = met_at if met_at is not None else now
        span = told or span_words(received_at, due_at, calendar, worked=worked)
        self.limit.setText(translate("DayStrip", "limit {span}").format(span=span))
        left = left_words(end, due_at, now, calendar, met=met_at is not None, paused=paused, worked=worked)
        mark = unsure and met_at is None
        self.left.setText(translate("DayStrip", "{words} · provisional").format(words=left) if mark else left)
        over = end > due_at and not paused
        near = met_at is None and not paused and not over and warn_at is not None and now >= warn_at
        self.left.set_tone("red" if over else "amb" if near else "ok" if met_at is not None else "2")
        days = strip_days(local_date(received_at), local_date(now), local_date(due_at), calendar)
        self.cells.show_days(days, over=over, near=near, met=met_at is not None)

    def show_low(self, low: bool) -> None:
        """Where there is little height the words stay and the days go."""
        self.cells.setVisible(not low)


def span_words(start: int, end: int, calendar: Calendar, *, worked: bool) -> str:
    """How long a time is: office time where the limit counts that, else days and hours."""
    return office_time(calendar.working_time_between(start, end)) if worked else when.left(end - start)


def left_words(end: int, due_at: int, now: int, calendar: Calendar, *, met: bool, paused: bool, worked: bool) -> str:
    """What is left or over, counted as the limit counts, and the moment."""
    moment = when.moment_word(due_at, now)
    if paused:
        return translate("DayStrip", "clock stands · {moment}").format(moment=moment)
    span = span_words(min(end, due_at), max(end, due_at), calendar, worked=worked)
    if end > due_at and not worked:  # how long it is over is told as roughly as the list tells it
        span = when.rough(end - due_at)
    if met:
        words = (
            translate("DayStrip", "met, over by {span}")
            if end > due_at
            else translate("DayStrip", "met with {span} left")
        )
        return words.format(span=span)
    words = (
        translate("DayStrip", "over {span} · {moment}")
        if end > due_at
        else translate("DayStrip", "left {span} · {moment}")
    )
    return words.format(span=span, moment=moment)


class _Cells(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.days: list[StripDay] = []
        self._over = self._near = self._met = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(380), self._look.px(62))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(62))

    def show_days(self, days: list[StripDay], *, over: bool, near: bool, met: bool) -> None:
        """Show days; ``over`` and ``near`` colour the due one."""
        if (days, over, near, met) == (self.days, self._over, self._near, self._met):
            return
        self.days, self._over, self._near, self._met = days, over, near, met
        self.setAccessibleName("; ".join(f"{one.day.isoformat()} {_below(one)}" for one in days if _below(one)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        gap = look.px(6)
        width = (self.width() - gap * (CELLS - 1)) / CELLS
        for place, one in enumerate(self.days):
            self._cell(p, QRectF(place * (width + gap), 0, width, self.height()), one)

    def _cell(self, p: QPainter, rect: QRectF, one: StripDay) -> None:
        look = self._look
        fill, edge, ink, style, wide = None, look.color("ln2"), "tx2", Qt.PenStyle.SolidLine, 1.0
        if not one.works:
            style, ink = Qt.PenStyle.DashLine, "tx3"
        if one.due:
            tone = "red" if self._over else "ok" if self._met else "amb"
            ink, edge = tone, look.color(tone)
            fill = look.color({"red": "redS", "amb": "ambS"}[tone]) if tone in ("red", "amb") else None
        if one.today:
            edge, wide = look.color("acc"), 2.0
            ink = "tx1" if ink in ("tx2", "tx3") else ink
        paint.rounded(p, rect, 5, fill, edge, wide, style)
        room = rect.adjusted(0, look.px(3), 0, -look.px(3))
        third = room.height() / 3
        words = (
            (when.weekday(one.day.weekday()), "caption", ink),
            (str(one.day.day), "strong", ink),
            (_below(one), "caption", ink),
        )
        for line, (text, role, tone) in enumerate(words):
            box = QRectF(room.left(), room.top() + line * third, room.width(), third)
            paint.text(p, look, box, text, role, tone, paint.CENTER)


def _below(one: StripDay) -> str:
    if one.due:
        return translate("DayStrip", "due")
    if one.today:
        return translate("DayStrip", "today")
    if one.received:
        return translate("DayStrip", "received")
    return "" if one.works else translate("DayStrip", "off")
