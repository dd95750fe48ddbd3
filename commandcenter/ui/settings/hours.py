"""Office hours from a day on, and the ends of orders that wait for a year's official calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.engine import Done
from commandcenter.desk.read import Read
from commandcenter.domain.calendar import HOURS, Hours, hours_in, hours_of
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command
from commandcenter.domain.ends_acts import MakeEndsCertain, blocks, certain_end
from commandcenter.domain.record import AmendRecord, ListRecord, Record
from commandcenter.domain.refusal import Refused
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.history import HistoryRow, HistoryView
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.settings.section import Section
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate

SUBJECT = f"calendar/{HOURS}"


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Office hours from a day on. ``now`` marks those that hold today."""

    since: date
    periods: tuple[tuple[int, int], ...]
    minutes: int
    now: bool


def clock_time(minutes: int) -> str:
    """``13:30``."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def periods_words(periods: Sequence[tuple[int, int]]) -> str:
    """``09:00-12:00 13:30-17:30``, as they are typed and shown."""
    return " ".join(f"{clock_time(opens)}-{clock_time(closes)}" for opens, closes in periods)


def read_periods(text: str) -> list[list[int]]:
    """Periods as they are typed: ``9:00-12:00 13:30-17:30``, with blanks, commas or 、 between. Raises ``ValueError``."""
    for sign, plain in (
        ("，", " "),
        (",", " "),
        ("、", " "),
        ("；", " "),
        (";", " "),
        ("：", ":"),
        ("—", "-"),
        ("–", "-"),
        ("至", "-"),
    ):
        text = text.replace(sign, plain)
    found = []
    for part in text.replace(" -", "-").replace("- ", "-").split():
        edges = part.split("-")
        if len(edges) != 2:
            raise ValueError("periods")
        found.append([_minutes(edge) for edge in edges])
    if not found:
        raise ValueError("periods")
    return found


def _minutes(text: str) -> int:
    hour, _, minute = text.partition(":")
    if not hour.isdigit() or (minute and not minute.isdigit()) or int(minute or 0) > 59 or int(hour) > 24:
        raise ValueError("periods")
    return int(hour) * 60 + int(minute or 0)


class HoursPainter(RowPainter):
    """From which day, the periods, hours a day, whether they hold today."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("since", translate("Hours", "From"), 100),
            Column("periods", translate("Hours", "Office hours"), 220, 2),
            Column("length", translate("Hours", "A day"), 90),
            Column("now", "", 90, 1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: HoursRow) -> None:
        look = self.look
        if column == "since":
            paint.text(p, look, rect, row.since.isoformat(), "name", "tx1")
        elif column == "periods":
            paint.elided(p, look, rect, periods_words(row.periods), "body", "tx1")
        elif column == "length":
            words = translate("Hours", "{n} h").format(n=f"{row.minutes / 60:g}")
            paint.text(p, look, rect, words, "body", "tx2")
        elif row.now:
            paint.text(p, look, rect, translate("Hours", "holds today"), "caption", "ok")


class HoursSection(Section):
    """A adds hours from a day on, F2 changes, Del takes a line out; R makes provisional ends certain."""

    name = "hours"
    icon = "alarm-clock"
    families = frozenset({"calendar", "case"})
    takes = frozenset({Qt.Key.Key_F2})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._record = Record()
        self._sheet: FormSheet | None = None
        self._changing: date | None = None
        self._waiting: tuple[str, ...] = ()
        self._left: list[MakeEndsCertain] = []
        self._done = self._moved = 0
        self._build()

    @staticmethod
    def words() -> str:
        return translate("Settings", "Office hours")

    @staticmethod
    def counted(desk: Desk) -> str:
        hours = desk.reference.calendar.hours_on(local_date(desk.clock.now()))
        return f"{hours.length_ms / 3_600_000:g}"

    def caption(self) -> str:
        return self.tr("limits in working hours and working days count them")

    def hints(self) -> Hints:
        return (
            ("A", self.tr("hours from a day on")),
            ("F2", self.tr("change")),
            ("Del", self.tr("take out")),
            ("R", self.tr("reckon provisional ends anew")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.panel = Panel(look, self.words(), "")
        self.add_button = Button(look, self.tr("Add"), key="A", icon="plus", small=True)
        self.change_button = Button(look, self.tr("Change"), key="F2", icon="pencil", small=True)
        self.drop_button = Button(look, self.tr("Take out"), key="Del", small=True, kind="ghost")
        for button, act in (
            (self.drop_button, self.drop),
            (self.change_button, self.change),
            (self.add_button, self.add),
        ):
            self.panel.add_to_head(button)
            button.clicked.connect(act)
        self.model = KeyedRows(_key, _spoken, self)
        self.list = RowList(look, self.model, HoursPainter(look, self), self.words())
        self.view = self.list.view
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.panel.body.addWidget(self.list, 1)
        note = self.tr(
            "Before the first day 09:00-12:00 and 13:30-17:30 are taken. Orders under way keep the end they were given."
        )
        self.foot = Label(look, note, "caption", "3")
        self.foot.setWordWrap(True)
        self.panel.add_foot(self.foot)
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._build_ends())
        panel = Panel(look, self.tr("History"), self.tr("only added to, never deleted"), head=40)
        self.history = HistoryView(look, self.tr("History"), lead=96)
        panel.body.addWidget(self.history, 1)
        column.addWidget(panel, 1)
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.side)
        look.changed.connect(self._fit)
        self._fit()

    def _build_ends(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("Provisional ends"), "", head=40)
        self.ends = Label(look, "", "body", "2")
        self.ends.setWordWrap(True)
        self.ends.setContentsMargins(14, 8, 14, 8)
        panel.body.addWidget(self.ends)
        self.ends_button = Button(look, self.tr("Reckon anew"), key="R", small=True)
        self.ends_button.clicked.connect(self.reckon)
        panel.add_foot(None, self.ends_button)
        return panel

    def _fit(self) -> None:
        px = self.look.px
        self.side.setFixedWidth(px(420 if self.width() > px(1250) else 330))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        if "*" in changes.subjects or "calendar" in changes.families():
            self._record = self.desk.read.reference.record(SUBJECT)
            self._fill()
        if not self._left:
            self._ask_ends()

    def _lines(self) -> tuple[Hours, ...]:
        return hours_in(self._record.get("hours")) if self._record.active else ()

    def _fill(self) -> None:
        chosen = self.chosen()
        today = self.desk.reference.calendar.hours_on(local_date(self.desk.clock.now()))
        rows = [
            HoursRow(line.since, line.periods, line.length_ms // 60_000, line.since == today.since)
            for line in reversed(self._lines())
        ]
        self.model.show(rows)
        place = self.model.place_of(chosen.since.isoformat()) if chosen is not None else 0
        self.view.go(max(0, place))
        self.panel.caption.setText(self.tr("lines {n}").format(n=len(rows)))
        self._on_moved(self.view.place)
        entries = []
        for change in reversed(self._record.history):
            told = hours_in(change.fields.get("hours"))
            words = self.tr("{who}, {day}").format(who=self.author(change), day=self.day(change.at))
            lead = self.tr("lines {n}").format(n=len(told))
            last = periods_words(told[-1].periods) if told else ""
            entries.append(HistoryRow(str(change.id), lead, words, change.reason or last))
        self.history.show_rows(entries)

    def chosen(self) -> HoursRow | None:
        """The line the mark is on."""
        row = self.model.row(self.view.place)
        return row if isinstance(row, HoursRow) else None

    def _on_moved(self, _place: int) -> None:
        chosen = self.chosen()
        self.change_button.setEnabled(chosen is not None)
        self.drop_button.setEnabled(chosen is not None and len(self.model.rows) > 1)

    # -- hours -----------------------------------------------------------------------------------------------------

    def _now(self) -> int:
        return self.desk.clock.now()

    def _open(self, title: str, row: HoursRow | None) -> None:
        since = row.since.isoformat() if row is not None else local_date(self._now()).isoformat()
        periods = periods_words(row.periods) if row is not None else ""
        fields = [
            Field("since", self.tr("From"), kind="date", value=since, required=True),
            Field("periods", self.tr("Office hours"), value=periods, hint="09:00-12:00 13:30-17:30", required=True),
            Field("reason", self.tr("Why it changes"), required=True, wide=True),
        ]
        self._changing = row.since if row is not None else None
        self._sheet = FormSheet(self.look, self.host, title, fields, send=self.tr("Save"), now=self._now)
        self._sheet.begin_at("periods")
        self._sheet.submitted.connect(self._on_submitted)
        self._sheet.open_sheet()

    def add(self) -> None:
        """A: hours that hold from a day on."""
        self._open(self.tr("Hours from a day on"), None)

    def change(self) -> None:
        """F2: correct a line."""
        row = self.chosen()
        if row is not None:
            self._open(self.tr("Change these hours"), row)

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        try:
            line = {"since": str(values["since"]), "periods": read_periods(str(values["periods"]))}
            told = hours_of(line)
        except ValueError:
            sheet.form.mark_wrong("periods")
            sheet.say(self.tr("Write the hours as 09:00-12:00 13:30-17:30."))
            return
        except Refused as refused:
            sheet.form.mark_wrong("since" if refused.code == "not_a_date" else "periods")
            sheet.say(refusal(refused.code, refused.facts))
            return
        kept = [one for one in self._lines() if one.since != self._changing]
        if self._changing is None and any(one.since == told.since for one in kept):
            sheet.form.mark_wrong("since")
            sheet.say(refusal("hours_twice", {"day": told.since.isoformat()}))
            return
        self.send(
            self._saving([*kept, told], str(values["reason"])),
            self.tr("Saved; limits given from now on count so"),
            sheet,
        )

    def _saving(self, lines: Sequence[Hours], reason: str) -> Command:
        ordered = sorted(lines, key=_since)
        told = [
            {"since": line.since.isoformat(), "periods": [list(period) for period in line.periods]} for line in ordered
        ]
        if not self._record.known:
            return ListRecord(subject=SUBJECT, fields={"hours": told, "source": reason})
        return AmendRecord(subject=SUBJECT, fields={"hours": told}, reason=reason)

    def drop(self) -> None:
        """Del: take a line out; one has to stay."""
        row = self.chosen()
        if row is None or len(self.model.rows) < 2:
            return
        self._changing = row.since
        title = self.tr("Take out")
        reason = Field("reason", self.tr("Why it changes"), required=True, wide=True)
        self._sheet = FormSheet(self.look, self.host, title, [reason], send=title, danger=True, now=self._now)
        self._sheet.caption.setText(f"{row.since.isoformat()} · {periods_words(row.periods)}")
        self._sheet.submitted.connect(self._on_drop)
        self._sheet.open_sheet()

    def _on_drop(self, values: Mapping[str, Any]) -> None:
        kept = [line for line in self._lines() if line.since != self._changing]
        self.send(self._saving(kept, str(values["reason"])), self.tr("Taken out; the history keeps it"), self._sheet)

    # -- provisional ends ------------------------------------------------------------------------------------------

    def _ask_ends(self) -> None:
        calendar = self.desk.reference.calendar

        def work(read: Read) -> tuple[int, tuple[str, ...], int]:
            cases = read.orders.provisional()
            gains: list[str] = []
            moves = 0
            for key in cases:
                state = read.cases.case(key)[0]
                body = certain_end(state, calendar)
                if body is not None:
                    gains.append(key)
                    moves += body["due_at"] != state.due_at
            return len(cases), tuple(gains), moves

        self.desk.ask(work).done.connect(self._on_ends)

    def _on_ends(self, told: tuple[int, tuple[str, ...], int]) -> None:
        if self._left:
            return
        count, self._waiting, moves = told
        self.ends_button.setEnabled(bool(self._waiting))
        if self._done and not self._waiting:
            words = self.tr("Made certain: {n}, of which another end: {moved}. Each has its entry.")
            self.ends.setText(words.format(n=self._done, moved=self._moved))
        elif not count:
            self.ends.setText(self.tr("No open order counts working days of a year without an official calendar."))
        elif not self._waiting:
            words = self.tr("Open orders with a provisional end: {n}. The calendar they wait for has not come yet.")
            self.ends.setText(words.format(n=count))
        else:
            words = self.tr(
                "Open orders with a provisional end: {n}. Their calendar has come for {gain}; the end would move for {moves}."
            )
            self.ends.setText(words.format(n=count, gain=len(self._waiting), moves=moves))

    def reckon(self) -> None:
        """R: make provisional ends certain, block by block; each order gets its entry."""
        if self._left or not self._waiting:
            return
        self._left = blocks(self._waiting)
        self._done = self._moved = 0
        self.ends_button.setEnabled(False)
        self._next()

    def _next(self) -> None:
        sending = self.send(self._left[0], "")
        sending.done.connect(self._on_block)
        sending.refused.connect(self._on_stopped)

    def _on_block(self, done: Done) -> None:
        self._left.pop(0)
        self._done += int(done.report.get("certain", 0))
        self._moved += int(done.report.get("moved", 0))
        self.ends.setText(self.tr("Made certain so far: {n}").format(n=self._done))
        if self._left:
            self._next()
        else:
            self._ask_ends()

    def _on_stopped(self, _refused: object) -> None:
        self._left = []
        self._ask_ends()

    # -- keys ------------------------------------------------------------------------------------------------------

    def _on_opened(self, _place: int) -> None:
        self.change()

    def press(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers()
        if key == Qt.Key.Key_F2 or (plain and key == Qt.Key.Key_E):
            self.change()
        elif plain and key == Qt.Key.Key_A:
            self.add()
        elif plain and key == Qt.Key.Key_Delete:
            self.drop()
        elif plain and key == Qt.Key.Key_R:
            self.reckon()
        else:
            return False
        return True

    def come(self) -> None:
        self.view.setFocus()


def _since(hours: Hours) -> date:
    return hours.since


def _key(row: HoursRow) -> str:
    return row.since.isoformat()


def _spoken(row: HoursRow) -> str:
    return f"{row.since.isoformat()}, {periods_words(row.periods)}"
