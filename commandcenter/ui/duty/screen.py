"""The duty watch (Alt+7): who is on, what is still open, may they go home (design 16)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.handover_list import Asked, ToRead, to_read
from commandcenter.desk.on_duty import OnDuty, hand_overs, handing_over
from commandcenter.domain.absence import Absence
from commandcenter.domain.call_acts import DutyNote
from commandcenter.domain.clock import DAY, HOUR, at_local, local_date
from commandcenter.domain.duty import Shift, Watcher
from commandcenter.domain.duty_acts import ZERO, WithdrawZeroReport
from commandcenter.domain.handover import HandOver, in_order
from commandcenter.domain.handover_acts import BeginHandOver, DropHandOver, ReadItem
from commandcenter.domain.seat import EARLY, USUAL_EARLY
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.duty.aloud import AloudRow, HandOverPanel, rows_of
from commandcenter.ui.duty.faces import faces_of
from commandcenter.ui.duty.feeds import calls_of, log_of, remarks_waiting, waiting_calls
from commandcenter.ui.duty.panels import call_panel, log_panel
from commandcenter.ui.duty.sheets import WatchSheets
from commandcenter.ui.duty.sides import handed_words, show_sides
from commandcenter.ui.duty.strip import TeamStrip
from commandcenter.ui.duty.week import Cell, Day, WeekGrid
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.atpost import AtPost
from commandcenter.ui.parts.basic import Empty, KeyCaps, Label, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Screen, Toast
from commandcenter.ui.parts.stand_in import absences_of, away_for, open_stand_in
from commandcenter.ui.words import ROLES, word

ASK_MS = 60_000
WIDE = 1500
HAND_TAB, PLAN_TAB, CALLS_TAB, LOG_TAB = 0, 1, 2, 3
READ_AHEAD, SUSPENDED_AHEAD = "duty.read_ahead", "duty.suspended_ahead"
USUAL_AHEAD, USUAL_SUSPENDED = 24 * HOUR, 3 * DAY


class DutyScreen(Screen):
    """The screen."""

    name = "duty"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.watch = OnDuty()
        self.state = HandOver()
        self.found = ToRead()
        self._asked_at = 0
        self._asking = self._ask_again = self._failed = False
        self._asked_for = self._found_for = ""
        self._week = 0
        self._absences: Mapping[str, Sequence[Absence]] = {}
        self.acting = Acting(context, self)
        self.sheets = WatchSheets(context, self.acting)
        self.at_post = AtPost(context, self.name, self)
        self._build()

    def title(self) -> str:
        return self.tr("Duty watch")

    def caption(self) -> str:
        if not self.watch.known:
            return self.tr("no shift is planned")
        shift = self.watch.shift
        words = self.tr("shift of {day} · {start} – {end}")
        return words.format(
            day=when.date_with_weekday(shift.starts_at),
            start=when.clock(shift.starts_at),
            end=when.moment(shift.ends_at, shift.starts_at),
        )

    def hints(self) -> Hints:
        begin = [] if self.begun else [("B", self.tr("begin the hand-over"))]
        told = [*begin, ("Enter", self.tr("read, next")), ("Q", self.tr("once more")), ("N", self.tr("remark"))]
        told += [
            ("C", self.tr("count")),
            ("/", self.tr("write into the log")),
            ("Ctrl Enter", self.tr("sign")),
            ("S", self.tr("sign in for the shift")),
        ]
        told += [("E", self.tr("stand in, swap")), ("L", self.tr("leave")), ("Z", self.tr("zero report"))]
        told += [("Shift S", self.tr("take a sign-in back"))]
        if self.begun and not self.state.signatures:
            told += [("Shift B", self.tr("take the hand-over back"))]
        if self.watch.shift.life.zero is not None:
            told += [("Shift Z", self.tr("take the zero report back"))]
        return (*told, ("F3", self.tr("take a call down")), ("P", self.tr("call")), ("Ctrl P", self.tr("print")))

    def clearance(self) -> int:
        """Toasts leave the signature and who goes and comes free."""
        out = self.hand.out
        return self.height() - out.mapTo(self, out.rect().topLeft()).y() if out.isVisible() else 0

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.strip = TeamStrip(look, self.tr("On duty"))
        self.strip.opened.connect(self._on_face)
        self.grid = WeekGrid(look, self.tr("Week of the watch"))
        self.grid.opened.connect(self._substitute)
        self.grid.turned.connect(self.turn)
        self.week_panel = Panel(look, self.tr("Shift plan"), "", head=40)
        self.before = Button(look, self.tr("Week before"), key="[", small=True, kind="ghost", icon="chevron-left")
        self.after = Button(look, self.tr("Week after"), key="]", small=True, kind="ghost", icon="chevron-right")
        self.swap = Button(look, self.tr("Stand in"), key="E", small=True)
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._on)
        self.swap.clicked.connect(self._substitute)
        for button in (self.before, self.after, self.swap):
            self.week_panel.add_to_head(button)
        self.week_panel.body.addWidget(self.grid, 1)
        self.note, self.fair = Label(look, "", "caption", "2"), Label(look, "", "caption", "3")
        self.week_panel.add_foot(self.note, None, self.fair)
        self.calls, self.log = call_panel(look), log_panel(look)
        self.calls.act.clicked.connect(self._take_call)
        self.calls.view.opened.connect(self._on_call)
        self.log.view.opened.connect(self._on_log)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Type here, Enter writes it into the log"))
        self.line.setAccessibleName(self.tr("A line for the log"))
        self.line.returnPressed.connect(self._write_line)
        self.log.body.addLayout(row(self.line, KeyCaps(look, "/"), margins=(12, 8, 12, 10)))
        self.hand = HandOverPanel(look)
        self.hand.view.opened.connect(self._on_item)
        self.hand.remark.clicked.connect(self._remark)
        self.hand.check.clicked.connect(self._count)
        self.hand.sign.clicked.connect(self._sign)
        self.hand.begin.clicked.connect(self._begin)
        self.hand.paper.clicked.connect(self._print)
        self.tabs = SegTabs(look, [self.tr("Hand-over"), self.tr("Plan"), self.tr("Calls"), self.tr("Log")])
        self.tabs.picked.connect(self._fold)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.week_panel, 4)
        left.addWidget(self.calls, 6)
        main = QWidget()
        self._main = QGridLayout(main)
        self._main.setContentsMargins(0, 0, 0, 0)
        self._main.setSpacing(12)
        self.empty = Empty(
            look,
            "calendar-days",
            self.tr("No shift is planned"),
            self.tr("Ctrl+Tab leads to the shift plan: enter the rotation there, or one shift."),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(main)
        self.pages.addWidget(self.empty)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.addWidget(self.pages)
        self._folded: tuple[bool, int] | None = None
        self._fold()

    def _fold(self, _place: int = 0) -> None:
        """Wide: strip, plan and calls, log, hand-over. Narrow: the strip, and one of them chosen by tabs."""
        wide, tab = self.width() >= self.look.px(WIDE), self.tabs.current
        if self._folded == (wide, tab):
            return
        self._folded = (wide, tab)
        parts = (self.hand, self._left, self.log)
        for widget in (self.strip, self.tabs, *parts):
            self._main.removeWidget(widget)
        self.tabs.setVisible(not wide)
        self.hand.lie(wide=not wide)
        shown = {self.hand: (HAND_TAB,), self._left: (PLAN_TAB, CALLS_TAB), self.log: (LOG_TAB,)}
        shown |= {self.week_panel: (PLAN_TAB,), self.calls: (CALLS_TAB,)}
        for widget, places in shown.items():
            widget.setVisible(wide or tab in places)
        if wide:
            self._main.addWidget(self.strip, 0, 0, 1, 2)
            self._main.addWidget(self._left, 1, 0)
            self._main.addWidget(self.log, 1, 1)
            self._main.addWidget(self.hand, 0, 2, 2, 1)
        else:
            self._main.addWidget(self.strip, 0, 0)
            self._main.addWidget(self.tabs, 1, 0, Qt.AlignmentFlag.AlignLeft)
            for widget in parts:
                self._main.addWidget(widget, 2, 0)
        for place, stretch in enumerate((668, 332, 356) if wide else (1, 0, 0)):
            self._main.setColumnStretch(place, stretch)
        for place, stretch in enumerate((0, 1, 0) if wide else (0, 0, 1)):
            self._main.setRowStretch(place, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # -- becoming current ------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        now = self.now()
        self.watch = handing_over(self.desk.read, now)
        self.pages.setCurrentIndex(0 if self.watch.known else 1)
        before, rounds = self.state, hand_overs(self.desk.read, self.watch.id)
        self.state = rounds[-1] if rounds else HandOver()
        went_on = before.known and before.closed_at is None and self.state.subject == before.subject
        if went_on and self.state.closed_at is not None:
            self.services.toast.emit(Toast(handed_words(self.desk, self.state), seconds=8))
        self._show_strip()
        self._show_week(now)
        self._show_feeds()
        self._show_hand(now)
        self._show_left(now)
        self._ask(now)

    def tick(self, now: int) -> None:
        self._show_left(now)
        if self.watch.known and now - self._asked_at > ASK_MS:
            self.reload(Changes(frozenset({"*"})))

    def _show_left(self, now: int) -> None:
        """How long it is until the hand-over."""
        ends = self.watch.shift.ends_at
        if not self.watch.known:
            return
        words = self.tr("hand-over in {span}") if ends > now else self.tr("hand-over late by {span}")
        self.hand.caption.setText(words.format(span=when.long_span(abs(ends - now))))
        self.hand.caption.set_tone("3" if ends > now else "amb")

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("handover"):
            self.hand.take_keyboard()

    def typing(self) -> bool:
        return self.line.hasFocus() and bool(self.line.text())

    def focusInEvent(self, event: object) -> None:
        self.hand.take_keyboard()

    def _ask(self, now: int) -> None:
        """What has to be read is collected by a worker; what is shown stays until it is found."""
        if not self.watch.known:
            return
        if self._asking:
            self._ask_again = True
            return
        reference = self.desk.reference
        ahead, suspended = (reference.limit(key) for key in (READ_AHEAD, SUSPENDED_AHEAD))
        asked = Asked(
            self.watch,
            now,
            ahead.milliseconds if ahead else USUAL_AHEAD,
            suspended.milliseconds if suspended else USUAL_SUSPENDED,
            {key: unit.name for key, unit in reference.units.items()},
            {key: person.name for key, person in reference.directory.people.items()},
            {key: place.name for key, place in reference.directory.places.items()},
        )
        self._asking, self._asked_at, self._asked_for = True, now, self.watch.id
        answer = self.desk.ask(to_read(asked, waiting_calls, remarks_waiting))
        answer.done.connect(self._on_found)
        answer.failed.connect(self._on_failed)

    def _on_found(self, found: ToRead) -> None:
        self.found, self._found_for, self._failed = found, self._asked_for, False
        self._show_hand(self.now())
        self._on_answered()

    def _on_failed(self, _error: object) -> None:
        """The desk has told what broke; nobody signs a list that is not there."""
        self._failed = True
        self._show_hand(self.now())
        self._on_answered()

    def _on_answered(self) -> None:
        """What changed while a worker was reading is read after it."""
        again, self._asking, self._ask_again = self._ask_again, False, False
        if again:
            self._ask(self.now())

    # -- showing ---------------------------------------------------------------------------------------------------

    def _name(self, person: str) -> str:
        found = self.desk.reference.directory.people.get(person)
        return found.name if found is not None else "?"

    def _show_strip(self) -> None:
        self.strip.show_faces(faces_of(self.desk, self.watch))

    def _show_week(self, now: int) -> None:
        base = self.watch.shift.starts_at if self.watch.known else now
        today = local_date(base)
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * self._week)
        start, end = at_local(monday), at_local(monday + timedelta(days=7))
        shifts = {local_date(one.starts_at): (key, one) for key, one in self._shifts(start, end)}
        calendar = self.desk.reference.calendar
        self._absences = absences_of(self.desk.reference.directory)
        clerks = max((len(one.of("clerk")) for _, one in shifts.values()), default=2)
        roles = [("leader", 0), *(("clerk", place) for place in range(clerks)), ("squad", 0)]
        days = []
        for over in range(7):
            day = monday + timedelta(days=over)
            key, shift = shifts.get(day, ("", Shift()))
            head = f"{day.day} {when.weekday(day.weekday())}"
            if key == self.watch.id and key:
                head = self.tr("{day} · on now").format(day=head)
            cells = []
            for role, place in roles:
                lines = shift.of(role)
                cells.append(self._cell(lines[place], shift) if place < len(lines) else Cell())
            off = calendar.kind(day) != "work"
            days.append(Day(key, head, tuple(cells), bool(key) and key == self.watch.id, off, day >= today))
        words = [self.tr("Leader on duty"), *(self.tr("Clerk {n}").format(n=n + 1) for n in range(clerks))]
        hour = self.desk.reference.rota.hour
        corner = self.tr("from {time}").format(time=f"{hour // 60:02}:{hour % 60:02}") if hour else ""
        self.grid.show_week(corner, [*words, word(ROLES, "squad")], days)
        last = monday + timedelta(days=6)
        self.week_panel.caption.setText(f"{when.day(start)} – {when.day(at_local(last))}")
        self._show_notes(days, [shift for _, shift in shifts.values()])

    def _shifts(self, start: int, end: int) -> list[tuple[str, Shift]]:
        found = self.desk.read.reference.shifts(start, end)
        return [(key, shift) for key, shift in found if start <= shift.starts_at < end]

    def _cell(self, line: Watcher, shift: Shift) -> Cell:
        name = line.group if line.role == "squad" and line.group else self._name(line.person)
        instead = self.tr("for {name}").format(name=self._name(line.instead_of)) if line.instead_of else ""
        away = away_for(self._absences, line.person, shift)
        return Cell(self.tr("{name} on leave").format(name=name) if away else name, line.person, instead, away)

    def _show_notes(self, days: list[Day], shifts: list[Shift]) -> None:
        gaps = [day.head for day in days if not day.shift and day.ahead]
        stood = sum(bool(line.instead_of) for shift in shifts for line in shift.people)
        if gaps:
            self.note.setText(self.tr("not planned: {days}").format(days="、".join(gaps)))
        elif stood:
            self.note.setText(self.tr("substitutions this week: {n}").format(n=stood))
        else:
            self.note.setText(self.tr("everybody as planned"))
        self.note.set_tone("amb" if gaps else "2")
        apart = self.desk.reference.rota.apart
        self.fair.setText(self.tr("holidays are counted apart") if "holiday" in apart else "")

    def _show_feeds(self) -> None:
        since = self.watch.shift.starts_at
        calls, told = calls_of(self.desk, since, self.now() + 1)
        self.calls.show_rows(calls, told)
        log, told = log_of(self.desk, since, self.now() + 1)
        self.log.show_rows(log, told)
        for panel in (self.calls, self.log):
            if not panel.view.hasFocus():
                panel.view.scrollToBottom()

    def _before(self) -> tuple[str, Shift] | None:
        """The shift before the one that is on."""
        since = self.watch.shift.starts_at
        found = [one for one in self._shifts(since - 2 * DAY, since) if one[0] != self.watch.id]
        return found[-1] if found else None

    def _show_hand(self, now: int) -> None:
        units = {key: unit.name for key, unit in self.desk.reference.units.items()}
        equipment = self.desk.reference.equipment
        items = self.found.items if self._found_for == self.watch.id else ()
        if self.state.closed_at is not None:
            items = tuple(in_order([one.item for one in self.state.read.values()]))
        rows = rows_of(items, self.state, now, units)
        missing = self.state.missing(items, [one.id for one in equipment])
        again = self._to_go() > self._limit(EARLY, USUAL_EARLY)
        self.hand.show_items(rows, self.state, missing, self._trouble(), again=again)
        self.hand.counts.show_counts(equipment, self.state, self.tr("no equipment is listed"))
        show_sides(self.hand, self.desk, self.watch, self.state)
        self.services.hints_changed.emit()

    def _trouble(self) -> str:
        """Why the list of what has to be read is not there; empty when it is."""
        if self._failed:
            return self.tr("what is open could not be read")
        return "" if self._found_for == self.watch.id else self.tr("what is open is being collected")

    # -- acting ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        acts = {
            Qt.Key.Key_B: self._begin,
            Qt.Key.Key_Q: self._again,
            Qt.Key.Key_N: self._remark,
            Qt.Key.Key_C: self._count,
            Qt.Key.Key_S: self._mark,
            Qt.Key.Key_E: self._substitute,
            Qt.Key.Key_L: self._leave,
            Qt.Key.Key_Z: self._zero,
            Qt.Key.Key_P: self._call,
            Qt.Key.Key_F3: self._take_call,
            Qt.Key.Key_BracketLeft: self._back,
            Qt.Key.Key_BracketRight: self._on,
            Qt.Key.Key_Slash: self._write,
        }
        back = {Qt.Key.Key_S: self._unmark, Qt.Key.Key_B: self._drop, Qt.Key.Key_Z: self._unzero}
        key = Qt.Key(event.key())
        if control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._sign()
        elif control and key == Qt.Key.Key_P:
            self._print()
        elif control and key == Qt.Key.Key_Z:
            self.at_post.undo()
        elif event.modifiers() == Qt.KeyboardModifier.ShiftModifier and key in back:
            back[key]()
        elif not event.modifiers() and key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)

    @property
    def begun(self) -> bool:
        """Whether they sit together: a hand-over has begun and is not signed by both."""
        return self.state.known and self.state.closed_at is None

    def _together(self) -> bool:
        """Whether they sit together; said what comes first when they do not."""
        if not self.begun:
            words = self.tr("No hand-over has begun: who comes signs in (S), then B begins it")
            self.services.toast.emit(Toast(words, kind="warn"))
        return self.begun

    def _to_go(self) -> int:
        return self.watch.plan.ends_at - self.now()

    def _limit(self, key: str, usual: int) -> int:
        limit = self.desk.reference.limit(key)
        return limit.milliseconds if limit is not None else usual

    def _begin(self) -> None:
        """B: the two sit down together, with the hand-over in sight. Long before the hour it asks why."""
        if not self.watch.known:
            return
        self.tabs.pick(HAND_TAB)
        if self.begun:
            return
        if self._to_go() > self._limit(EARLY, USUAL_EARLY):
            self.sheets.begin(self.watch, self._to_go())
            return
        self.acting.send(BeginHandOver(shift=self.watch.id), self.tr("The hand-over begins: read item by item"))

    def _drop(self) -> None:
        """Shift+B: it was begun by mistake."""
        if self._together():
            said = self.tr("Taken back: nothing of it counts as read")
            self.acting.send(DropHandOver(shift=self.watch.id), said)

    def _on_item(self, _place: int) -> None:
        """Enter: the other has nodded."""
        row = self.hand.row
        if row is None or not self._together():
            return
        if row.read:
            self.hand.next_unread()
            return
        self._read(row)

    def _again(self) -> None:
        """Q: once more, because the other did not hear it."""
        row = self.hand.row
        if row is not None and self._together():
            self._read(row)

    def _read(self, row: AloudRow) -> None:
        item = row.item
        self.acting.send(ReadItem(shift=self.watch.id, item=item))
        if not row.read:
            self.hand.next_unread()

    def _remark(self) -> None:
        rows: list[AloudRow] = list(self.hand.model.rows)
        row = self.hand.row
        if row is None or not row.unsaid:
            row = next((one for one in rows if one.unsaid), row)
        if row is not None and self._together():
            self.sheets.remark(self.watch.id, row)

    def _count(self) -> None:
        equipment = self.desk.reference.equipment
        if equipment and self._together():
            self.sheets.count(self.watch, equipment, self.state)

    def _sign(self) -> None:
        if self.hand.sign.isEnabled():
            self.sheets.sign(self.watch, self.state, self.found)

    def _mark(self) -> None:
        """S: who is chosen, or who sits here, has come. Who comes next may sign in before the hour."""
        whom = self._whom()
        if whom is not None:
            self.at_post.come(*whom)

    def _unmark(self) -> None:
        """Shift+S: they have not come after all."""
        whom = self._whom()
        if whom is not None:
            self.at_post.take_back(*whom)

    def _whom(self) -> tuple[str, Shift, str, str] | None:
        """Whom S is about: the id of the shift they stand on, the shift, the person, their name. Nobody sits here: the strip
        asks who.
        """
        face = self.strip.chosen if self.strip.hasFocus() else None
        person = face.person if face is not None else self.desk.who().actor
        if not person:
            self.strip.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.services.toast.emit(Toast(self.tr("Choose who it is with the arrows, then S")))
            return None
        mine = self.watch.stands_on(person) == self.watch.id
        key = self.watch.id if mine else self.watch.next_id
        shift = self.watch.plan if mine else self.watch.following
        return key, shift, person, self._name(person)

    def _substitute(self) -> None:
        """E: somebody stands in for who is chosen in the week, or in the strip."""
        if self.strip.hasFocus() and self.strip.chosen is not None and self.strip.chosen.person:
            self._stand_in(self.watch.id, self.strip.chosen.person)
            return
        day, cell = self.grid.day, self.grid.cell
        if day is not None and cell is not None and day.shift and cell.person:
            self._stand_in(day.shift, cell.person)

    def _stand_in(self, key: str, person: str) -> None:
        shift = self.desk.read.reference.shift(key)
        open_stand_in(self.desk, self.acting, key, shift, person, urgent=bool(self.found.whistles))

    def _leave(self) -> None:
        """L: who is chosen in the strip, or who sits here."""
        face = self.strip.chosen if self.strip.hasFocus() else None
        person = face.person if face is not None and face.person else self.desk.who().actor
        if not self.watch.stands_on(person):
            self.strip.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.sheets.leave(self.watch, person)

    def _zero(self) -> None:
        """Z: the quiet shift is told to the district, by somebody who is signed in."""
        if not self.watch.known:
            return
        if not self.desk.who().actor:
            self.services.toast.emit(Toast(self.tr("Sign in first (F10): a zero report bears a name"), kind="warn"))
            return
        self.sheets.zero(self.watch, self.found.incidents, early=self._to_go() > self._limit(ZERO, self._to_go()))

    def _unzero(self) -> None:
        """Shift+Z: it was a slip."""
        if self.watch.shift.life.zero is not None:
            self.acting.send(WithdrawZeroReport(shift=self.watch.id), self.tr("Zero report taken back"))

    def _call(self) -> None:
        self._on_face(self.strip.place)

    def _on_face(self, _place: int) -> None:
        face = self.strip.chosen
        if face is not None and face.phone:
            self.services.phone.emit(Phone(face.name, f"{face.role} · {face.post}", face.phone, person=face.person))
        elif face is not None and face.key == "community":
            self.services.go.emit(Go("overview"))

    def _take_call(self) -> None:
        self.services.go.emit(Go("calls", {"new": True}))

    def _on_call(self, _place: int) -> None:
        row = self.calls.row
        if row is not None:
            self.services.go.emit(Go("calls", {"call": row.key}))

    def _on_log(self, _place: int) -> None:
        row = self.log.row
        if row is not None:
            self.services.go.emit(Go("dutylog", {"entry": row.key}))

    def _write(self) -> None:
        """/ a line by hand; everything else the log writes itself."""
        if not self.log.isVisible():
            self.tabs.pick(LOG_TAB)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _write_line(self) -> None:
        words = self.line.text().strip()
        if words:
            self.line.clear()
            self.acting.send(DutyNote(words=words), self.tr("Written"))

    def turn(self, by: int) -> None:
        """A week back or on."""
        self._week += by
        self._show_week(self.now())

    def _back(self) -> None:
        self.turn(-1)

    def _on(self) -> None:
        self.turn(1)

    def _print(self) -> None:
        """Ctrl+P: F01 of this shift; as long as nothing is read in it, of the one both have signed for before it."""
        if not self.watch.known:
            return
        told = [(self.watch.id, self.watch.shift)]
        before = self._before()
        if before is not None and self.desk.read.matters.stage(f"handover/{before[0]}") == "done":
            told.insert(1 if self.state.known else 0, before)
        forms = [("handover", f"shift/{key}") for key, _ in told]
        names = [self.tr("shift of {day}").format(day=when.date_with_weekday(shift.starts_at)) for _, shift in told]
        print_form(self.context, self, *forms, names=names)
