"""Shift plans: a month by rotation or by hand, holidays counted apart, everybody's share, the table on paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QVBoxLayout, QWidget

from commandcenter.desk.engine import Done
from commandcenter.desk.on_duty import on_duty
from commandcenter.domain.clock import at_local, local_date
from commandcenter.domain.duty_acts import PlanShifts
from commandcenter.domain.fatigue import KEYS, Limits
from commandcenter.domain.record import RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.rota import MAIN, shift_id
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import Empty, Label
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.newcomer import DutySheet
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Hints, Screen, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.parts.stand_in import absences_of, away_for, open_stand_in
from commandcenter.ui.rota.model import DayRow, PostRow, day_rows, month_days, post_rows, share_rows
from commandcenter.ui.rota.painters import DayPainter, PostPainter, SharePainter
from commandcenter.ui.rota.sheets import RotaSheets
from commandcenter.ui.watch_words import day_word
from commandcenter.ui.wording import refusal

WIDE = 1300
DAYS_BEFORE = 3
"""So many days before today stand above it."""
FAMILIES = {"shift", "rota", "person", "calendar", "limit", "appointment", "absence", "equipment", "handover"}


class RotaScreen(Screen):
    """The screen."""

    name = "rota"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        today = local_date(self.now())
        self.first = date(today.year, today.month, 1)
        self.acting = Acting(context, self)
        self.sheets = RotaSheets(self.desk, self.acting)
        self._sheet: DutySheet | None = None
        self._build()

    def title(self) -> str:
        return self.tr("Shift plan")

    def caption(self) -> str:
        rota = self.desk.reference.rota
        if not rota.known:
            return self.tr("no rotation yet")
        told = self.tr("rotation since {day}, hand-over {hour}").format(
            day=rota.since.isoformat(), hour=f"{rota.hour // 60:02}:{rota.hour % 60:02}"
        )
        apart = "、".join(day_word(kind) for kind in rota.apart)
        if not apart:
            return told
        counted = self.tr("{days} counted apart").format(days=apart)
        return f"{told} · {counted}"

    def hints(self) -> Hints:
        return (
            ("[ ]", self.tr("month")),
            ("P", self.tr("plan the month")),
            ("Shift P", self.tr("follow the changed rotation")),
            ("Enter", self.tr("edit")),
            ("E", self.tr("stand in, swap")),
            ("A", self.tr("new post")),
            ("Del", self.tr("take out")),
            ("R", self.tr("the rotation")),
            ("G", self.tr("equipment")),
            ("N", self.tr("new clerk or leader")),
            ("Ctrl P", self.tr("print")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        empty = Empty(
            look,
            "calendar-days",
            self.tr("No shift is planned in this month"),
            self.tr("P plans it by the rotation, Enter one by hand."),
        )
        self.days = ListPanel(look, self.tr("Month"), DayPainter(look), empty, titled=True)
        self.before = Button(look, "", key="[", small=True, kind="ghost", icon="chevron-left")
        self.after = Button(look, "", key="]", small=True, kind="ghost", icon="chevron-right")
        self.before.setAccessibleName(self.tr("month before"))
        self.after.setAccessibleName(self.tr("month after"))
        self.plan_button = Button(look, self.tr("Plan the month"), key="P", icon="calendar-days", small=True)
        self.paper = Button(look, self.tr("Print"), key="Ctrl P", icon="printer", small=True)
        for button, act in (
            (self.before, self._back),
            (self.after, self._on),
            (self.plan_button, self._plan),
            (self.paper, self._print),
        ):
            button.clicked.connect(act)
            self.days.add_to_head(button)
        self.days.view.opened.connect(self._on_day)
        self._aim = False
        self.days.view.moved.connect(self._on_moved)
        self.days.view.verticalScrollBar().rangeChanged.connect(self._on_room)
        self.foot, self.worn = Label(look, "", "caption", "2"), Label(look, "", "caption", "amb")
        self.days.add_foot(self.foot, None, self.worn)
        none = Empty(
            look,
            "repeat",
            self.tr("No rotation yet"),
            self.tr("A enters the first post: who takes turns, a line a turn."),
        )
        self.posts = ListPanel(look, self.tr("Rotation"), PostPainter(look), none, act=self.tr("Post"), key="A")
        self.posts.act.clicked.connect(self._new_post)
        self.posts.view.opened.connect(self._on_post)
        nobody = Empty(look, "users", self.tr("Nobody has a shift yet"))
        self.shares = ListPanel(look, self.tr("Shares"), SharePainter(look), nobody, titled=True)
        self.tabs = SegTabs(look, [self.tr("Month"), self.tr("Rotation, shares")])
        self.tabs.picked.connect(self._fold)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.posts, 5)
        side.addWidget(self.shares, 6)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 12, 12, 12)
        self._grid.setSpacing(12)
        self._folded: tuple[bool, int] | None = None
        self._fold()

    def _fold(self, _place: int = 0) -> None:
        """Wide: the month beside the rotation. Narrow: one of them, chosen by tabs."""
        wide, tab = self.width() >= self.look.px(WIDE), self.tabs.current
        if self._folded == (wide, tab):
            return
        self._folded = (wide, tab)
        for widget in (self.tabs, self.days, self._side):
            self._grid.removeWidget(widget)
        self.tabs.setVisible(not wide)
        self.days.setVisible(wide or tab == 0)
        self._side.setVisible(wide or tab == 1)
        if wide:
            self._grid.addWidget(self.days, 0, 0)
            self._grid.addWidget(self._side, 0, 1)
        else:
            self._grid.addWidget(self.tabs, 0, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(self.days, 1, 0)
            self._grid.addWidget(self._side, 1, 0)
        for place, stretch in enumerate((62, 44) if wide else (1, 0)):
            self._grid.setColumnStretch(place, stretch)
        for place, stretch in enumerate((1, 0) if wide else (0, 1)):
            self._grid.setRowStretch(place, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # -- becoming current ------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def reload(self, changes: Changes) -> None:
        now = self.now()
        reference, reader = self.desk.reference, self.desk.read.reference
        days = month_days(self.first)
        start, end = at_local(self.first), at_local(days[-1] + timedelta(days=1))
        around = [shift for _, shift in reader.shifts(at_local(days[0] - timedelta(days=8)), end + (end - start) // 4)]
        month = {
            local_date(shift.starts_at): (key, shift)
            for key, shift in reader.shifts(start, end)
            if start <= shift.starts_at < end
        }
        calendar = reference.calendar
        rows = day_rows(
            days,
            month,
            around,
            calendar,
            self._limits(),
            self.sheets.name,
            on_duty(self.desk.read, now).id,
            local_date(now),
            partial(away_for, absences_of(reference.directory)),
        )
        fresh = self.days.view.place < 0
        provisional = self.tr(" · calendar provisional") if calendar.provisional(self.first) else ""
        self.days.show_rows(rows, f"{self.first:%Y-%m}{provisional}")
        if fresh:
            today = next((place for place, row in enumerate(rows) if not row.past), 0)
            self.days.view.go(next((place for place, row in enumerate(rows) if row.now), today))
            self._aim = True
            self._on_room()
        year = [
            shift
            for _, shift in reader.shifts(
                at_local(date(self.first.year, 1, 1)), at_local(date(self.first.year + 1, 1, 1))
            )
        ]
        rota = reference.rota
        self.posts.show_rows(post_rows(rota, self.sheets.name, reference.unit_name), self.tr("who takes turns"))
        shown = [shift for _, shift in month.values()]
        self.shares.show_rows(
            share_rows(rota, shown, year, calendar, self.sheets.name),
            self.tr("month and year {year}").format(year=self.first.year),
        )
        self._show_foot(rows)

    def _on_moved(self, _place: int) -> None:
        """Somebody looks elsewhere: what is in sight is theirs now."""
        self._aim = False

    def _on_room(self, _least: int = 0, _most: int = 0) -> None:
        """Today and the days ahead are in sight, also in a low window, until somebody moves the mark."""
        view = self.days.view
        if self._aim and view.place >= 0:
            first = view.model().index(max(0, view.place - DAYS_BEFORE), 0)
            view.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtTop)

    def _limits(self) -> Limits:
        found = [self.desk.reference.limit(key) for key in KEYS]
        times = [one.milliseconds if one is not None else None for one in found[:2]]
        counts = [int(one.value) if one is not None else None for one in found[2:]]
        return Limits(times[0], times[1], counts[0], counts[1])

    def _show_foot(self, rows: list[DayRow]) -> None:
        planned = sum(bool(row.shift) for row in rows)
        words = self.tr("planned {n} of {all} days").format(n=planned, all=len(rows))
        off = sum(row.kind == "holiday" for row in rows)
        if off:
            holidays = self.tr("holidays {n}").format(n=off)
            words = f"{words} · {holidays}"
        self.foot.setText(words)
        away = sum(row.away for row in rows)
        worn = sum(bool(row.warn) and bool(row.shift) and not row.away for row in rows)
        told = [self.tr("past a limit of fatigue: {n}").format(n=worn)] if worn else []
        if away:
            told.insert(0, self.tr("on leave on {n} shifts: Shift+P lets others stand in").format(n=away))
        self.worn.setText(" · ".join(told))

    def show_what(self, what: Mapping[str, Any]) -> None:
        day = what.get("day")
        if isinstance(day, str) and day:
            told = date.fromisoformat(day)
            self._show_month(date(told.year, told.month, 1))
            self.days.view.go(told.day - 1)

    def where(self) -> Mapping[str, Any]:
        row = self._day()
        return {"day": row.key} if row is not None else {}

    def focusInEvent(self, event: object) -> None:
        self.days.view.setFocus()

    # -- acting ----------------------------------------------------------------------------------------------------

    def _day(self) -> DayRow | None:
        row = self.days.row
        return row if isinstance(row, DayRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        acts = {
            Qt.Key.Key_P: self._plan,
            Qt.Key.Key_E: self._stand_in,
            Qt.Key.Key_A: self._new_post,
            Qt.Key.Key_R: self.sheets.head,
            Qt.Key.Key_G: self._equipment,
            Qt.Key.Key_N: self._newcomer,
            Qt.Key.Key_BracketLeft: self._back,
            Qt.Key.Key_BracketRight: self._on,
            Qt.Key.Key_Delete: self._take_out,
            Qt.Key.Key_F2: self._edit,
        }
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_P:
            self._print()
        elif modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_P:
            self._plan_again()
        elif not modifiers and key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def _show_month(self, first: date) -> None:
        self.first = first
        self.days.view.go(0)
        self.reload(Changes(frozenset({"*"})))

    def _back(self) -> None:
        last = self.first - timedelta(days=1)
        self._show_month(date(last.year, last.month, 1))

    def _on(self) -> None:
        self._show_month(month_days(self.first)[-1] + timedelta(days=1))

    def _plan(self) -> None:
        self._send_plan(again=False)

    def _plan_again(self) -> None:
        self._send_plan(again=True)

    def _send_plan(self, *, again: bool) -> None:
        """P: the days of the month from today on that have no shift. Past days are nobody's plan any more."""
        days = month_days(self.first)
        first = max(days[0], local_date(self.now()))
        if first > days[-1]:
            self.services.toast.emit(Toast(self.tr("This month is over"), kind="warn"))
            return
        command = PlanShifts(first=first.isoformat(), last=days[-1].isoformat(), again=again)
        Sending(self.context, command).done.connect(self._on_planned)

    def _on_planned(self, done: Done) -> None:
        told = done.report
        words = self.tr("planned {planned}, changed {changed}, kept {kept}").format(
            **{name: told.get(name, 0) for name in ("planned", "changed", "kept")}
        )
        stood, uncovered = told.get("stood_in", 0), told.get("uncovered", 0)
        if stood:
            more = self.tr("on leave and stood in for: {n}").format(n=stood)
            words = f"{words}；{more}"
        if uncovered:
            more = self.tr("on leave and nobody free: {n}").format(n=uncovered)
            words = f"{words}；{more}"
        self.services.toast.emit(Toast(words, kind="warn" if uncovered else "done"))

    def _on_day(self, _place: int) -> None:
        self._edit_day()

    def _edit(self) -> None:
        if self.posts.view.hasFocus():
            self._edit_post()
        else:
            self._edit_day()

    def _edit_day(self) -> None:
        row = self._day()
        if row is None:
            return
        day = date.fromisoformat(row.key)
        key = row.shift or self._free_id(day)
        self.sheets.shift(day, key, self.desk.read.reference.shift(key))

    def _free_id(self, day: date) -> str:
        """The id of a day's shift; where one under it was taken out, another that begins with the day."""
        key = shift_id(day)
        return f"{key}-{self.desk.new_id()}" if self.desk.read.reference.shift(key).known else key

    def _stand_in(self) -> None:
        row = self._day()
        if row is not None and row.shift:
            shift = self.desk.read.reference.shift(row.shift)
            open_stand_in(self.desk, self.acting, row.shift, shift, "")

    def _new_post(self) -> None:
        self.sheets.post(-1)

    def _on_post(self, _place: int) -> None:
        self._edit_post()

    def _edit_post(self) -> None:
        row = self.posts.row
        if isinstance(row, PostRow):
            self.sheets.post(row.place)

    def _take_out(self) -> None:
        """Del: a post out of the rotation, or a shift that lies ahead out of the plan."""
        post, day = self.posts.row, self._day()
        if self.posts.view.hasFocus() and isinstance(post, PostRow):
            if len(self.desk.reference.rota.posts) > 1:
                self.acting.send(self.sheets.without_post(post.place), self.tr("Taken out of the rotation"))
            else:
                self.acting.send(RetireRecord(subject=f"rota/{MAIN}"), self.tr("Taken out of the rotation"))
        elif self.days.view.hasFocus() and day is not None and day.shift and not day.past and not day.now:
            self.acting.send(RetireRecord(subject=f"shift/{day.shift}"), self.tr("Taken out of the plan"))

    def _equipment(self) -> None:
        self.sheets.equipment(self.desk.new_id())

    def _newcomer(self) -> None:
        """N: somebody who is not in the roster yet: a duty clerk or a leader."""
        sheet = DutySheet(self.look, self.desk, self.window())
        self._sheet = sheet
        sheet.submitted.connect(self._on_newcomer)
        sheet.open_sheet()
        sheet.form.widgets["role"].setFocus()

    def _on_newcomer(self, values: dict[str, Any]) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        try:
            command = sheet.command(values)
        except Refused as refused:
            sheet.say(refusal(refused.code, refused.facts))
            return
        Sending(self.context, command, self.tr("Entered; write the name into a cycle"), sheet)

    def _print(self) -> None:
        if self.desk.reference.rota.known:
            print_form(self.context, self, ("duty_plan", f"rota/{MAIN}"), options={"month": f"{self.first:%Y-%m}"})
