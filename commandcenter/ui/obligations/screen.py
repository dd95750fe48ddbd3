"""The calendar of obligations (日程): what has to be done again and again, what is over, and where it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.obligations import AHEAD, BEHIND, NEEDS, reckoned
from commandcenter.desk.read import Read
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command
from commandcenter.domain.obligation import Item, Obligation, day_in, later, pressing
from commandcenter.domain.occasion import DoneObligation, ReopenObligation
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import AmendRecord, ListRecord, RestoreRecord, RetireRecord
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.obligation_words import evidence_word, rule_words, state_word
from commandcenter.ui.obligations.rows import (
    ItemPainter,
    ItemRow,
    MonthGrid,
    grouped,
    item_row,
    last_of,
    month_words,
    row_key,
    spoken,
)
from commandcenter.ui.obligations.sheets import done_fields, obligation_fields, read_fields
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import Empty, Label, Panel
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.factgrid import FactGrid
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen

OPEN_STATES = ("over", "unknown", "soon")
OVER_STATES = ("over", "unknown")
VIEWS = ("open", "over", "month", "all")
"""The tabs of the list; ``over`` are those the figure on the rail and on the overview counts."""
WIDE = 1500

GOALS: Mapping[str, str] = {
    "drill": "drills",
    "consultation": "consultations",
    "monthly": "rates",
    "topic": "topics",
    "suspended": "cases",
    "numbers": "roster",
    "rota": "rota",
    "plan": "plans",
}
"""Where each is done; what people do outside the program is written down here."""


class ObligationsScreen(Screen):
    """The tab 日程 of the duty room. ``show_what`` takes an ``occasion`` (obligation.key) and a ``view`` (``VIEWS``)."""

    name = "obligations"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.items: list[Item] = []
        self._month = local_date(self.now()).replace(day=1)
        self._wanted = ""
        self._asked = 0
        self._edited = ""
        self.acting = Acting(context, self)
        self._build()

    def title(self) -> str:
        return self.tr("Obligations")

    def caption(self) -> str:
        over = sum(item.state in OVER_STATES for item in self.items)
        soon = sum(item.state == "soon" for item in self.items)
        return self.tr("overdue {over}, due soon {soon}").format(over=over, soon=soon)

    def hints(self) -> Hints:
        return (
            ("↑↓", self.tr("choose")),
            ("Enter", self.tr("go where it is done")),
            ("D", self.tr("done, with a note")),
            ("U", self.tr("not done after all")),
            ("V", self.tr("open, overdue, this month, all")),
            ("M", self.tr("into the month")),
            ("[ ]", self.tr("month before, after")),
            ("T", self.tr("today")),
            ("N", self.tr("new obligation")),
            ("E", self.tr("change the rule")),
            ("X", self.tr("out of use, back into use")),
            ("Ctrl P", self.tr("print the year")),
        )

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        self.month_panel = Panel(look, self.tr("Calendar"), "")
        self.back = Button(look, self.tr("Before"), key="[", icon="chevron-left", kind="ghost", small=True)
        self.today = Button(look, self.tr("Today"), key="T", kind="ghost", small=True)
        self.on = Button(look, self.tr("After"), key="]", icon="chevron-right", kind="ghost", small=True)
        self.back.clicked.connect(self._before)
        self.today.clicked.connect(self._go_today)
        self.on.clicked.connect(self._after)
        for button in (self.back, self.today, self.on):
            self.month_panel.add_to_head(button)
        self.grid = MonthGrid(look, self.tr("Month"))
        self.grid.picked.connect(self._on_day)
        self.grid.turned.connect(self._turn)
        self.month_panel.body.addWidget(self.grid, 1)
        self.list_panel = Panel(look, self.tr("What is due"), "")
        self.filter = SegTabs(look, [self.tr("Open"), self.tr("Overdue"), self.tr("This month"), self.tr("All")])
        self.filter.picked.connect(self._on_filter)
        self.new = Button(look, self.tr("New"), key="N", icon="plus", small=True)
        self.new.clicked.connect(self._add)
        self.list_panel.add_to_head(self.filter)
        self.list_panel.add_to_head(self.new)
        self.model = KeyedRows(row_key, spoken, self)
        self.painter = ItemPainter(look, self)
        self.list = RowList(look, self.model, self.painter, self.tr("What is due"))
        self.view = self.list.view
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.empty = Empty(look, "calendar-days", "")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        self.list_panel.body.addWidget(self.pages, 1)
        names = [self.tr("Rule"), self.tr("Shown by"), self.tr("Source"), self.tr("Last done"), self.tr("Note")]
        self.facts = FactGrid(look, names)
        self.list_panel.body.addWidget(self.facts)
        self.done = Button(look, self.tr("Done"), key="D", icon="check", small=True)
        self.goto = Button(look, self.tr("Go there"), key="Enter", icon="arrow-right", small=True)
        self.change = Button(look, self.tr("Change the rule"), key="E", small=True)
        self.done.clicked.connect(self._done)
        self.goto.clicked.connect(self._go_there)
        self.change.clicked.connect(self._edit)
        self.list_panel.add_foot(self.done, self.goto, self.change, None)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list_panel)
        layout.addWidget(self.month_panel, 58)
        layout.addWidget(right, 42)
        self.age = Label(look, "", "caption", "3")
        self.month_panel.add_foot(self.age, None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list_panel.setMinimumWidth(self.look.px(520 if self.width() > self.look.px(WIDE) else 460))

    # -- showing -----------------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return not NEEDS.isdisjoint(changes.families())

    def where(self) -> Mapping[str, Any]:
        row = self._row
        return {"occasion": row.key.partition("/")[2]} if row is not None else {}

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("view") in VIEWS:
            self.filter.pick(VIEWS.index(str(what["view"])))
            self._go_today()
        if what.get("occasion"):
            self._wanted = f"occasion/{what['occasion']}"
            self.filter.pick(VIEWS.index("all"))
            self._show()

    def reload(self, changes: Changes) -> None:
        self._ask()

    @property
    def _names(self) -> dict[str, Obligation]:
        return {one.id: one for one in self.desk.reference.obligations}

    def _ask(self) -> None:
        """Reckon beside the window's thread; what is shown stays until the answer is there."""
        self._asked += 1
        number, now = self._asked, self.now()
        today = local_date(now)
        first = min(self._month - timedelta(days=7), today - timedelta(days=BEHIND))
        last = max(last_of(self._month) + timedelta(days=14), today + timedelta(days=AHEAD))

        def work(read: Read) -> tuple[int, list[Item]]:
            return number, reckoned(read, now, first, last)

        self.desk.ask(work).done.connect(self._on_reckoned)

    def _on_reckoned(self, told: tuple[int, list[Item]]) -> None:
        number, found = told
        if number != self._asked:
            return
        self.items = found
        self.age.setText(self.tr("reckoned {at} from what was really done").format(at=when.clock(self.now())))
        self._show()

    def _show(self) -> None:
        today, names = local_date(self.now()), self._names
        chosen = self._wanted or (self._row.key if self._row is not None else "")
        rows = [item_row(item, names, today) for item in self._listed()]
        self.model.show(grouped(rows))
        place = self.model.place_of(chosen) if chosen else -1
        if place < 0 and rows:
            place = 1  # behind the first heading
        if place >= 0 and self.items:
            self._wanted = ""
        self.pages.setCurrentWidget(self.list if rows else self.empty)
        if rows:
            self.view.go(place)
        else:
            self.empty.say(self.tr("Nothing is due"), self.tr("What comes near or is over stands here."))
        by_day: dict[date, list[tuple[str, str]]] = {}
        for item in self.items:
            day = item.last if item.state == "done" and item.last is not None else item.due
            if day is not None:
                one = names.get(item.obligation)
                words = " ".join(
                    part for part in (one.name if one is not None else item.obligation, item.title) if part
                )
                by_day.setdefault(day, []).append((words, item.state))
        self.grid.show_month(self._month, today, by_day)
        self.month_panel.caption.setText(month_words(self._month))
        self._show_facts()
        self.services.hints_changed.emit()

    def _listed(self) -> list[Item]:
        view = VIEWS[self.filter.current]
        if view in ("open", "over"):
            states = OPEN_STATES if view == "open" else OVER_STATES
            found = [item for item in self.items if item.state in states]
        elif view == "month":
            first, last = self._month, last_of(self._month)
            found = [item for item in self.items if item.due is not None and first <= item.due <= last]
        else:
            found = list(self.items)
        return sorted(found, key=pressing)

    @property
    def _row(self) -> ItemRow | None:
        found = self.model.row(self.view.place)
        return found if isinstance(found, ItemRow) else None

    def _show_facts(self) -> None:
        row = self._row
        one = self._names.get(row.item.obligation) if row is not None else None
        if row is None or one is None:
            for place in range(5):
                self.facts.tell(place, "")
            for button in (self.done, self.goto, self.change):
                button.setEnabled(False)
            return
        item = row.item
        last = f"{item.last:%Y-%m-%d}" if item.last is not None else self.tr("never recorded")
        if item.done is not None and item.done.by_hand:
            person = self.desk.reference.directory.people.get(item.done.actor)
            last = " · ".join(
                part for part in (last, person.name if person is not None else "", item.done.words) if part
            )
        basis = {"verified": self.tr("verified"), "office": self.tr("the office's own")}.get(
            one.basis, self.tr("unverified")
        )
        lead = self.tr("{rule}; reminded {n} days before").format(rule=rule_words(one), n=one.lead)
        values = (lead, evidence_word(one.by), f"{one.source}（{basis}）", last, one.note or "—")
        for place, value in enumerate(values):
            self.facts.tell(place, value, warn=place == 3 and item.state == "unknown")
        self.done.setEnabled(item.state in (*OPEN_STATES, "ahead", "missed") and one.by not in ("suspended", "topic"))
        self.goto.setEnabled(one.by in GOALS)
        self.change.setEnabled(True)

    def _on_moved(self, _place: int) -> None:
        self._show_facts()

    def _on_opened(self, _place: int) -> None:
        self._go_there()

    def _on_filter(self, _place: int) -> None:
        self._show()

    # -- the month ---------------------------------------------------------------------------------------------------

    def _turn(self, by: int) -> None:
        self._month = later(self._month, by, "month") if by >= 0 else self._earlier(-by)
        self._show()
        self._ask()

    def _earlier(self, months: int) -> date:
        whole = self._month.year * 12 + self._month.month - 1 - months
        return date(whole // 12, whole % 12 + 1, 1)

    def _before(self) -> None:
        self._turn(-1)

    def _after(self) -> None:
        self._turn(1)

    def _go_today(self) -> None:
        self._month = local_date(self.now()).replace(day=1)
        self.grid.day = local_date(self.now())
        self._show()
        self._ask()

    def _on_day(self, day: date) -> None:
        """The first thing due on a day is marked in the list."""
        found = next((item for item in sorted(self.items, key=pressing) if item.due == day or item.last == day), None)
        if found is not None:
            if found not in self._listed():
                self.filter.pick(VIEWS.index("all"))
            self._wanted = found.subject
            self._show()

    # -- keys --------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_P:
            self._print()
        elif not held and event.key() in self._ways():
            self._ways()[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)

    def _ways(self) -> Mapping[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_D: self._done,
            Qt.Key.Key_U: self._undo,
            Qt.Key.Key_V: self._next_view,
            Qt.Key.Key_M: self.grid.setFocus,
            Qt.Key.Key_Escape: self.view.setFocus,
            Qt.Key.Key_BracketLeft: self._before,
            Qt.Key.Key_BracketRight: self._after,
            Qt.Key.Key_T: self._go_today,
            Qt.Key.Key_N: self._add,
            Qt.Key.Key_E: self._edit,
            Qt.Key.Key_X: self._retire,
        }

    def _next_view(self) -> None:
        self.filter.pick((self.filter.current + 1) % len(VIEWS))
        self._show()

    # -- acting ------------------------------------------------------------------------------------------------------

    def _go_there(self) -> None:
        """Enter: where it is done; what is done outside is written down here."""
        row = self._row
        one = self._names.get(row.item.obligation) if row is not None else None
        if row is None or one is None:
            return
        if one.by not in GOALS:
            self._done()
            return
        family, _, key = row.item.about.partition("/")
        what: dict[str, Any] = {}
        if family in ("topic", "case", "plan") and key:
            what = {family: key}
        elif family == "drill":
            what = {"due": key}
        elif one.by == "numbers":
            what = {"filter": "stale"}
        self.services.go.emit(Go(GOALS[one.by], what))

    def _done(self) -> None:
        """D: it was done, and no record of the program tells it."""
        row = self._row
        if row is None or row.item.state == "done" or not self.done.isEnabled():
            return
        self._edited = row.key
        title, words = self.tr("Done"), f"{row.name} {row.title}".strip()
        fields = done_fields(local_date(self.now()))
        self.acting.open(f"done.{row.key}", title, words, fields, self.tr("Enter"), self._make_done)

    def _make_done(self, values: Mapping[str, Any]) -> Command:
        item = next(one for one in self.items if one.subject == self._edited)
        name = self._names[item.obligation].name
        if values["on"] and day_in(values["on"]) is None:
            raise ValueError("on")
        due = item.due.isoformat() if item.due is not None else ""
        return DoneObligation(
            obligation=item.obligation,
            key=item.key,
            words=values["words"],
            on=values["on"],
            due=due,
            title=f"{name} {item.title}".strip(),
        )

    def _undo(self) -> None:
        """U: only what a person said can be taken back; what the records tell is corrected there."""
        row = self._row
        if row is None or row.item.done is None or not row.item.done.by_hand:
            return
        self._edited = row.key
        fields = [Field("words", self.tr("Why it was not done after all"), required=True, wide=True)]
        title = self.tr("Not done after all")
        self.acting.open("", title, row.name, fields, self.tr("Enter"), self._make_undo)

    def _make_undo(self, values: Mapping[str, Any]) -> Command:
        item = next(one for one in self.items if one.subject == self._edited)
        key = item.done.turn if item.done is not None and item.done.turn else item.key
        return ReopenObligation(obligation=item.obligation, key=key, words=values["words"])

    def _add(self) -> None:
        self._edited = ""
        title = self.tr("New obligation")
        self.acting.open(
            "obligation.new", title, "", obligation_fields(None, self.now()), self.tr("Enter"), self._make_record
        )

    def _edit(self) -> None:
        row = self._row
        one = self._names.get(row.item.obligation) if row is not None else None
        if one is None:
            return
        self._edited = one.id
        fields = obligation_fields(one, self.now())
        self.acting.open("", self.tr("Change the rule"), one.name, fields, self.tr("Enter"), self._make_record)

    def _make_record(self, values: Mapping[str, Any]) -> Command:
        if self._edited:
            record = self.desk.read.reference.records("obligation")[self._edited]
            return AmendRecord(subject=f"obligation/{self._edited}", fields=read_fields(values, record.fields))
        key = self.desk.new_id().replace("-", "")
        fields = read_fields(values, {"since": local_date(self.now()).isoformat(), "basis": "office", "rank": 90})
        return ListRecord(subject=f"obligation/{key}", fields=fields)

    def _retire(self) -> None:
        row = self._row
        one = self._names.get(row.item.obligation) if row is not None else None
        if one is None:
            retired = [one for one in self._names.values() if not one.active]
            if retired:
                self.acting.send(RestoreRecord(subject=f"obligation/{retired[0].id}"), self.tr("Back in use"))
            return
        self.acting.send(RetireRecord(subject=f"obligation/{one.id}"), self.tr("Out of use; its history stays"))

    # -- paper -------------------------------------------------------------------------------------------------------

    def _print(self) -> None:
        """Ctrl+P: what is due in the year of the month that is shown."""
        names, today, year = self._names, local_date(self.now()), self._month.year
        rows = []
        for item in sorted(self.items, key=lambda one: (one.due or date.min, one.obligation)):
            if item.due is None or item.due.year == year:
                line = item_row(item, names, today)
                one = names.get(item.obligation)
                by = evidence_word(one.by) if one is not None else ""
                rows.append([line.due, line.name, line.title, state_word(item.state), line.left, by])
        print_form(self.context, self, ("obligation_plan", OFFICE), options={"year": year, "rows": rows})
