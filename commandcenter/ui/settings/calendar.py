"""The calendar: which days are worked. A year without a table goes by Monday to Friday and is shown as provisional."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.calendar import Calendar
from commandcenter.domain.clock import local_date
from commandcenter.domain.record import AmendRecord, ListRecord, Record
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, Label, Panel
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.settings.section import Section
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

WEEK = 7
MONDAY = date(2001, 1, 1)
MONTH_HEAD = 40
"""The height of a month's name and its weekdays, in pixels at 100 %."""


def weekday_mark(day: date) -> str:
    """One character for a weekday: the first letter in English, the last character in Chinese."""
    name = when.weekday(day.weekday())
    return name[0] if name.isascii() else name[-1]


class YearGrid(QWidget):
    """The twelve months of a year. Arrows move the mark by a day or a week, Space and Enter ask to switch the day."""

    moved = Signal(object)
    switched = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.year = 0
        self.day = date(2000, 1, 1)
        self._today = date(2000, 1, 1)
        self._calendar = Calendar()
        self._names: Mapping[str, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.updateGeometry)

    def show_year(self, year: int, calendar: Calendar, names: Mapping[str, str], today: date) -> None:
        """Show a year."""
        if year != self.year:
            self.year = year
            self.day = today if today.year == year else date(year, 1, 1)
        self._calendar, self._names, self._today = calendar, names, today
        self._tell()

    def pick(self, day: date) -> None:
        """Put the mark on a day of the year."""
        if day.year == self.year:
            self.day = day
            self._tell()

    def _tell(self) -> None:
        works = translate("Calendar", "worked") if self._calendar.works(self.day) else translate("Calendar", "rest")
        self.setAccessibleName(f"{self.day.isoformat()} {when.weekday(self.day.weekday())} {works}")
        self.moved.emit(self.day)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(900), self._look.px(560))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(420), self._look.px(360))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}
        key = Qt.Key(event.key())
        if event.modifiers():
            event.ignore()
        elif key in steps:
            self.pick(self.day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.switched.emit(self.day)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.day_at(event.position().x(), event.position().y())
        if found is not None:
            self.pick(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.day_at(event.position().x(), event.position().y())
        if found is not None:
            self.switched.emit(found)

    # -- where days lie --------------------------------------------------------------------------------------------

    def _month_rect(self, month: int) -> QRectF:
        columns = 4 if self.width() > self._look.px(640) else 3
        lines = -(-12 // columns)
        gap, edge = self._look.px(18), self._look.px(14)
        width = (self.width() - 2 * edge - (columns - 1) * gap) / columns
        height = (self.height() - 2 * edge - (lines - 1) * gap) / lines
        place = month - 1
        return QRectF(edge + place % columns * (width + gap), edge + place // columns * (height + gap), width, height)

    def cell(self, day: date) -> QRectF:
        """Where a day is painted."""
        rect = self._month_rect(day.month)
        first = day.replace(day=1).weekday()
        place = first + day.day - 1
        title = self._look.px(MONTH_HEAD)
        width, height = rect.width() / WEEK, (rect.height() - title) / 6
        return QRectF(rect.left() + place % WEEK * width, rect.top() + title + place // WEEK * height, width, height)

    def day_at(self, x: float, y: float) -> date | None:
        """The day under a point."""
        day = date(self.year, 1, 1)
        while day.year == self.year:
            if self.cell(day).contains(x, y):
                return day
            day += timedelta(days=1)
        return None

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        if not self.year:
            return
        for month in range(1, 13):
            rect = self._month_rect(month)
            title = QRectF(rect.left(), rect.top(), rect.width(), look.px(20))
            words = translate("Calendar", "Month {n}").format(n=month)
            paint.text(p, look, title.adjusted(look.px(6), 0, 0, 0), words, "strong", "tx2")
            self._paint_weekdays(p, QRectF(rect.left(), rect.top() + look.px(20), rect.width(), look.px(20)))
        day = date(self.year, 1, 1)
        while day.year == self.year:
            self._paint_day(p, day)
            day += timedelta(days=1)

    def _paint_weekdays(self, p: QPainter, line: QRectF) -> None:
        width = line.width() / WEEK
        for place in range(WEEK):
            name = weekday_mark(MONDAY + timedelta(days=place))
            cell = QRectF(line.left() + place * width, line.top(), width, line.height())
            paint.text(p, self._look, cell, name, "caption", "tx3", paint.CENTER)

    def _paint_day(self, p: QPainter, day: date) -> None:
        look = self._look
        rect = self.cell(day).adjusted(1.5, 1.5, -1.5, -1.5)
        works = self._calendar.works(day)
        by_rule = day.weekday() < 5
        exception = day in self._calendar.days and works != by_rule
        if exception:
            paint.rounded(p, rect, 3, look.color("bg3" if works else "accS"), look.color("ln3" if works else "acc"))
        if day == self._today:
            paint.rounded(p, rect, 3, None, look.color("tx1"), 1)
        if day == self.day and self.hasFocus():
            paint.rounded(p, rect.adjusted(-1, -1, 1, 1), 4, None, look.color("acc"), 2)
        elif day == self.day:
            paint.rounded(p, rect, 3, None, look.color("acc"))
        tone = "tx1" if works else "tx3"
        figures = QRectF(rect)
        mark = ""
        if exception:
            mark = translate("Calendar", "W|mark") if works else translate("Calendar", "R|mark")
            mark = mark.partition("|")[0]
        if mark and rect.width() > look.px(34):
            width = look.width(mark, "caption")
            paint.text(
                p, look, rect.adjusted(0, 0, -look.px(3), 0), mark, "caption", "tx1" if works else "acc", paint.RIGHT
            )
            figures = rect.adjusted(0, 0, -width - look.px(2), 0)
        paint.text(p, look, figures, str(day.day), "caption", "acc" if exception and not works else tone, paint.CENTER)


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """A day that is worked or free against its weekday."""

    day: date
    works: bool
    name: str


class ExceptionPainter(RowPainter):
    """Day, weekday, worked or rest, the occasion."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("day", "", 92),
            Column("weekday", "", 40),
            Column("works", "", 64),
            Column("name", "", 60, 1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=31)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ExceptionRow) -> None:
        look = self.look
        if column == "day":
            paint.text(p, look, rect, row.day.isoformat(), "body", "tx1")
        elif column == "weekday":
            paint.text(p, look, rect, when.weekday(row.day.weekday()), "caption", "tx3")
        elif column == "works":
            words = translate("Calendar", "worked") if row.works else translate("Calendar", "rest")
            paint.text(p, look, rect, words, "name", "tx1" if row.works else "acc")
        else:
            paint.elided(p, look, rect, row.name, "caption", "tx2")


def exceptions(calendar: Calendar, names: Mapping[str, str], year: int) -> list[ExceptionRow]:
    """The days of a year that go against their weekday."""
    return [
        ExceptionRow(day, works, names.get(day.isoformat(), ""))
        for day, works in sorted(calendar.days.items())
        if day.year == year and works != (day.weekday() < 5)
    ]


class CalendarSection(Section):
    """A year as twelve months, its exceptions beside it."""

    name = "calendar"
    icon = "calendar-days"
    families = frozenset({"calendar"})
    takes = frozenset({Qt.Key.Key_F2})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._years: list[int] = []
        self._records: dict[str, Record] = {}
        self._sheet: FormSheet | None = None
        self._switching = date(2000, 1, 1)
        self._build()

    @staticmethod
    def words() -> str:
        return translate("Settings", "Calendar")

    @staticmethod
    def counted(desk: Desk) -> str:
        years = desk.reference.calendar.years
        return str(max(years)) if years else ""

    def caption(self) -> str:
        return self.tr("limits in working days count by it")

    def hints(self) -> Hints:
        return (("← →", self.tr("day, week")), ("Space", self.tr("worked or rest")), ("PgUp PgDn", self.tr("year")))

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.panel = Panel(look, self.words(), "")
        self.tabs = SegTabs(look, [""])
        self.tabs.picked.connect(self._on_year)
        self.panel.add_to_head(self.tabs)
        self.grid = YearGrid(look)
        self.grid.moved.connect(self._on_moved)
        self.grid.switched.connect(self.switch)
        self.panel.body.addWidget(self.grid, 1)
        self.told = ElidedLabel(look, "", "body", "2")
        self.switch_button = Button(look, "", key="Space", small=True)
        self.switch_button.clicked.connect(self._on_switch_pressed)
        self.panel.add_foot(self.told, None, self.switch_button)
        layout.addWidget(self.panel, 1)
        self.side = Panel(look, self.tr("Exceptions"), "")
        self.model = KeyedRows(_key, _spoken, self)
        self.view = RowView(look, self.model, ExceptionPainter(look, self), self.tr("Exceptions"))
        self.view.moved.connect(self._on_row)
        self.view.opened.connect(self._on_row_opened)
        self.side.body.addWidget(self.view, 1)
        self.source = Label(look, "", "caption", "3")
        self.source.setWordWrap(True)
        foot = self.side.add_foot()
        inner = QVBoxLayout()
        inner.addWidget(self.source)
        self.start_button = Button(look, self.tr("Begin a table for this year"), small=True)
        self.start_button.clicked.connect(self.begin_year)
        inner.addWidget(self.start_button)
        if foot.layout() is not None:
            foot.layout().addLayout(inner)  # type: ignore[union-attr]
        layout.addWidget(self.side)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.side.setFixedWidth(self.look.px(380 if self.width() > self.look.px(1150) else 320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        self._records = self.desk.read.reference.records("calendar")
        today = local_date(self.desk.clock.now())
        covered = self.desk.reference.calendar.years
        years = sorted(covered | {today.year, today.year + 1})
        chosen = self.year
        self._years = years[-6:]
        words = [
            str(year) if year in covered else self.tr("{year} provisional").format(year=year) for year in self._years
        ]
        self.tabs.set_words(words)
        if chosen not in self._years:
            self.tabs.pick(self._years.index(today.year))
        self._show_year()

    @property
    def year(self) -> int:
        """The year that is shown; 0 before anything is."""
        return self._years[self.tabs.current] if self.tabs.current < len(self._years) else 0

    def _names(self) -> Mapping[str, str]:
        names = self._records.get(str(self.year), Record()).get("names") or {}
        return names if isinstance(names, Mapping) else {}

    def _show_year(self) -> None:
        calendar = self.desk.reference.calendar
        today = local_date(self.desk.clock.now())
        self.grid.show_year(self.year, calendar, self._names(), today)
        rows = exceptions(calendar, self._names(), self.year)
        self.model.show(rows)
        covered = self.year in calendar.years
        works = sum(calendar.works(date(self.year, 1, 1) + timedelta(days=at)) for at in range(_days(self.year)))
        self.panel.caption.setText(self.tr("{year}: working days {n}").format(year=self.year, n=works))
        self.side.caption.setText(self.tr("days {n}").format(n=len(rows)))
        source = str(self._records.get(str(self.year), Record()).get("source", ""))
        if covered:
            self.source.setText(self.tr("Source: {source}").format(source=source or "—"))
        else:
            self.source.setText(
                self.tr(
                    "No table covers this year yet. Monday to Friday are taken as worked; cases that count working days say so."
                )
            )
        self.source.setProperty("tone", "3" if covered else "amb")
        self.source.style().unpolish(self.source)
        self.source.style().polish(self.source)
        self.start_button.setVisible(not covered)

    def _on_year(self, _place: int) -> None:
        self._show_year()

    def _on_moved(self, day: date) -> None:
        works = self.desk.reference.calendar.works(day)
        state = self.tr("worked") if works else self.tr("rest day")
        name = self._names().get(day.isoformat(), "")
        self.told.setText(
            " · ".join(part for part in (day.isoformat(), when.weekday(day.weekday()), state, name) if part)
        )
        self.switch_button.set_text(self.tr("Make it a rest day") if works else self.tr("Make it a working day"))

    def _on_row(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None:
            self.grid.pick(row.day)

    def _on_row_opened(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None:
            self.switch(row.day)

    # -- acting ----------------------------------------------------------------------------------------------------

    def _on_switch_pressed(self) -> None:
        self.switch(self.grid.day)

    def switch(self, day: date) -> None:
        """Worked becomes rest and back, with the occasion or the notice it follows."""
        works = not self.desk.reference.calendar.works(day)
        self._switching = day
        title = self.tr("Make it a working day") if works else self.tr("Make it a rest day")
        fields = [
            Field("name", self.tr("Occasion"), value=self._names().get(day.isoformat(), ""), wide=True),
            Field("reason", self.tr("Which notice says so"), required=True, wide=True),
        ]
        sheet = FormSheet(self.look, self.host, title, fields, send=title, now=self.desk.clock.now)
        sheet.caption.setText(f"{day.isoformat()} {when.weekday(day.weekday())}")
        self._sheet = sheet
        sheet.submitted.connect(self._on_switch)
        sheet.open_sheet()

    def _on_switch(self, values: dict[str, Any]) -> None:
        day = self._switching
        works = not self.desk.reference.calendar.works(day)
        record = self._records.get(str(day.year), Record())
        days = {**(record.get("days") or {}), day.isoformat(): works}
        names = dict(record.get("names") or {})
        if values["name"]:
            names[day.isoformat()] = values["name"]
        fields = {"days": days, "names": names}
        subject = f"calendar/{day.year}"
        if record.known:
            command = AmendRecord(subject=subject, fields=fields, reason=values["reason"])
            self.send(command, self.tr("Saved; due dates from now on go by it"), self._sheet)
        else:
            listed = ListRecord(subject=subject, fields={**fields, "source": values["reason"]})
            self.send(listed, self.tr("Saved; due dates from now on go by it"), self._sheet)

    def begin_year(self) -> None:
        """Say that a year's table is begun: it is no longer provisional."""
        fields = [Field("source", self.tr("Which notice it follows"), required=True, wide=True)]
        title = self.tr("Begin a table for {year}").format(year=self.year)
        sheet = FormSheet(self.look, self.host, title, fields, send=self.tr("Begin"), now=self.desk.clock.now)
        self._sheet = sheet
        sheet.submitted.connect(self._on_begin)
        sheet.open_sheet()

    def _on_begin(self, values: dict[str, Any]) -> None:
        fields = {"days": {}, "names": {}, "source": values["source"]}
        command = ListRecord(subject=f"calendar/{self.year}", fields=fields)
        self.send(command, self.tr("Begun; enter the exceptions with Space"), self._sheet)

    def press(self, event: QKeyEvent) -> bool:
        if event.modifiers():
            return False
        key = event.key()
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.tabs.pick(self.tabs.current + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.switch(self.grid.day)
        else:
            return False
        return True

    def come(self) -> None:
        self.grid.setFocus()

    def show_what(self, what: Mapping[str, Any]) -> None:
        year = what.get("year")
        if year in self._years:
            self.tabs.pick(self._years.index(int(year)))

    def where(self) -> Mapping[str, Any]:
        return {"year": self.year}


def _days(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def _key(row: ExceptionRow) -> str:
    return row.day.isoformat()


def _spoken(row: ExceptionRow) -> str:
    works = translate("Calendar", "worked") if row.works else translate("Calendar", "rest")
    return f"{row.day.isoformat()} {when.weekday(row.day.weekday())} {works} {row.name}"
