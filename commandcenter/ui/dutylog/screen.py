"""The duty log (值班日志): it writes itself from the journal; people only add a line. A pen marks what they wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout

from commandcenter.desk.engine import Done
from commandcenter.domain.call_acts import DutyNote, StrikeDutyNote
from commandcenter.domain.command import Command
from commandcenter.domain.office import OFFICE
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.duty_log import VIEWS, DutyLog, LogLine
from commandcenter.ui import when
from commandcenter.ui.dutylog.rows import DayRow, LogPainter, LogRow, log_row, row_key, spoken, with_days
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import Empty, KeyCaps, Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.forms import Field, read_clock
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.parts.spanbar import SpanBar
from commandcenter.ui.parts.tablefile import save_table

NOTE_DRAFT = "duty.note"
QUIET = {"case", "draft", "print"}
"""Families the log never tells of."""


class DutyLogScreen(Screen):
    """The tab 日志 of the duty room. ``show_what`` takes ``write``, an ``entry`` (id of an event) and a moment (``at``)."""

    name = "dutylog"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.log = DutyLog()
        self._wanted = ""
        self.acting = Acting(context, self)
        self._build()

    def title(self) -> str:
        return self.tr("Duty log")

    def caption(self) -> str:
        return self.bar.words.text()

    def hints(self) -> Hints:
        return (
            ("/", self.tr("write a line")),
            ("↑↓", self.tr("choose")),
            ("Enter", self.tr("open what it is about")),
            ("X", self.tr("cross out a line people wrote")),
            ("V", self.tr("main lines, all, by hand")),
            ("F", self.tr("search")),
            ("[ ]", self.tr("before, after")),
            ("T", self.tr("now")),
            ("F3", self.tr("take a call down")),
            ("Ctrl P", self.tr("print")),
            ("Ctrl E", self.tr("export")),
        )

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        self.panel = Panel(look, self.tr("Duty log"), self.tr("writes itself; people only add"))
        self.filter = SegTabs(look, [self.tr("Main"), self.tr("All"), self.tr("By hand")])
        self.filter.picked.connect(self._on_filter)
        self.export = Button(look, self.tr("Export"), key="Ctrl E", icon="download", small=True)
        self.export.clicked.connect(self._export)
        self.paper = Button(look, self.tr("Print"), key="Ctrl P", icon="printer", small=True)
        self.paper.clicked.connect(self._print)
        for widget in (self.filter, self.export, self.paper):
            self.panel.add_to_head(widget)
        self.bar = SpanBar(look, self.desk)
        self.bar.changed.connect(self._load)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search in this log"))
        self.search.setAccessibleName(self.tr("Search in this log"))
        self.search.setMaximumWidth(look.px(260))
        self.search.textChanged.connect(self._show)
        self.panel.body.addLayout(row(self.bar, None, self.search, margins=(12, 8, 12, 8)))
        self.panel.body.addWidget(Line())
        self.model = KeyedRows(row_key, spoken, self)
        self.painter = LogPainter(look, self)
        self.list = RowList(look, self.model, self.painter, self.tr("Duty log"))
        self.view = self.list.view
        self.view.opened.connect(self._on_opened)
        self.empty = Empty(look, "clipboard-list", "")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        self.panel.body.addWidget(self.pages, 1)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Type a line, Enter enters it; 21:40 before it tells when it was"))
        self.line.setAccessibleName(self.tr("Write a line"))
        self.line.setText(self.desk.drafts().get(NOTE_DRAFT, ""))
        self.line.textEdited.connect(self._keep)
        self.line.returnPressed.connect(self._write)
        self.panel.add_foot(self.line, KeyCaps(look, "/"))
        self.count = Label(look, "", "caption", "2")
        self.panel.add_foot(self.count, None)
        layout.addWidget(self.panel)

    # -- showing -----------------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() - QUIET)

    def show_what(self, what: Mapping[str, Any]) -> None:
        if isinstance(what.get("at"), int):
            self.bar.go_to(int(what["at"]))
        if what.get("entry"):
            self._wanted = str(what["entry"])
            self._load()
        if what.get("write"):
            self.line.setFocus()

    def reload(self, changes: Changes) -> None:
        self._load()

    def tick(self, now: int) -> None:
        if self.bar.is_now and now >= self.bar.end:
            self._load()

    def _load(self) -> None:
        self.bar.load()
        self.log = self.desk.read.duty_log.of_span(self.bar.start, self.bar.end, VIEWS[self.filter.current])
        self._show()

    def _show(self, _text: str = "") -> None:
        rows = [log_row(line, self.desk.reference) for line in self.log.lines]
        words = self.search.text().split()
        if words:
            rows = [one for one in rows if all(word in f"{one.words} {one.by} {one.note}" for word in words)]
        before = self._row
        last = self.view.place >= self.model.rowCount() - 1
        self.model.show(with_days(rows))
        chosen = self._wanted or (before.key if before is not None and not last else "")
        place = self.model.place_of(chosen) if chosen else -1
        self._wanted = ""
        self.pages.setCurrentWidget(self.list if rows else self.empty)
        if rows:
            self.view.go(place if place >= 0 else self.model.rowCount() - 1)
        elif words:
            self.empty.say(self.tr("No line says that"), self.tr("Esc clears the search."))
        else:
            self.empty.say(self.tr("Nothing happened here"), self.tr("The log writes itself as things happen."))
        told = self.tr("lines {n}, by hand {hand}").format(n=len(rows), hand=self.log.by_hand)
        if self.log.more:
            told = self.tr("{told} · only the newest are shown").format(told=told)
        self.count.setText(told)
        self.services.hints_changed.emit()

    @property
    def _row(self) -> LogRow | None:
        found = self.model.row(self.view.place)
        return found if isinstance(found, LogRow) else None

    def _on_filter(self, _place: int) -> None:
        self._load()

    # -- keys --------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_P:
            self._print()
        elif control and event.key() == Qt.Key.Key_E:
            self._export()
        elif not held and event.key() in self._ways():
            self._ways()[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)

    def _ways(self) -> Mapping[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_Slash: self.line.setFocus,
            Qt.Key.Key_F: self.search.setFocus,
            Qt.Key.Key_X: self._strike,
            Qt.Key.Key_V: self._next_view,
            Qt.Key.Key_BracketLeft: self.bar.before,
            Qt.Key.Key_BracketRight: self.bar.after,
            Qt.Key.Key_T: self.bar.here,
            Qt.Key.Key_Escape: self._back,
        }

    def _back(self) -> None:
        self.search.clear()
        self.view.setFocus()

    def _next_view(self) -> None:
        self.filter.pick((self.filter.current + 1) % len(VIEWS))
        self._load()

    # -- writing -----------------------------------------------------------------------------------------------------

    def _keep(self, text: str) -> None:
        self.desk.save_draft(NOTE_DRAFT, text)

    def _write(self) -> None:
        """Enter: the line is entered; a time before it is when it happened."""
        at, words = told_time(self.line.text(), self.now())
        if words:
            Sending(self.context, DutyNote(words=words, happened_at=at)).done.connect(self._on_written)

    def _on_written(self, _done: Done) -> None:
        self.line.clear()
        self.desk.save_draft(NOTE_DRAFT, "")
        if not self.bar.is_now:
            self.bar.here()

    def _strike(self) -> None:
        found = self._row
        if found is None or not found.line.by_hand or found.line.struck:
            return
        fields = [Field("words", self.tr("What is right instead, if anything"), wide=True)]
        title = self.tr("Cross out a line")
        self.acting.open("", title, found.words, fields, self.tr("Cross out"), self._make_strike)

    def _make_strike(self, values: Mapping[str, Any]) -> Command:
        found = self._row
        note = found.line.subject.partition("/")[2] if found is not None else ""
        return StrikeDutyNote(note=note, words=values["words"])

    # -- going on ----------------------------------------------------------------------------------------------------

    def _on_opened(self, _place: int) -> None:
        found = self._row
        go = goal(found.line) if found is not None else None
        if go is not None:
            self.services.go.emit(go)

    # -- paper and files ---------------------------------------------------------------------------------------------

    def _options(self) -> dict[str, Any]:
        return {"start": self.bar.start, "end": self.bar.end, "view": VIEWS[self.filter.current]}

    def _print(self) -> None:
        print_form(self.context, self, ("duty_log", OFFICE), options=self._options())

    def _export(self) -> None:
        """Ctrl+E: the lines as they are shown, for a spreadsheet."""
        rows = [found for found in self.model.rows if not isinstance(found, DayRow)]
        heads = [self.tr("Time"), self.tr("What happened"), self.tr("Remark"), self.tr("Entered by")]
        table = [[f"{when.day(one.line.at)} {one.time}", one.words, one.note, one.by] for one in rows]
        save_table(self.context, self, self.tr("Duty log"), heads, table)


def told_time(text: str, now: int) -> tuple[int | None, str]:
    """A line as it was typed: when it happened, if a time stands before it (``21:40 …``), and the words."""
    first, _, rest = text.strip().partition(" ")
    if rest.strip() and ":" in first.replace("：", ":"):
        try:
            at = read_clock(first, now)
        except ValueError:
            return None, text.strip()
        # a time later than now was yesterday's: the watch goes past midnight
        return (at if at <= now else at - 86_400_000), rest.strip()
    return None, text.strip()


_SCREENS: Mapping[str, tuple[str, str]] = {
    "muster": ("muster", "muster"),
    "joint": ("joint", "joint"),
    "supervision": ("supervision", "supervision"),
    "warning": ("warnings", "warning"),
    "call": ("calls", "call"),
    "consultation": ("consultations", "consultation"),
    "patrol": ("patrols", "patrol"),
    "foresight": ("foresight", "alert"),
    "occasion": ("obligations", "occasion"),
}


def goal(line: LogLine) -> Go | None:
    """Where a line leads; None when there is no more to see."""
    family, _, rest = line.subject.partition("/")
    if family in ("whistle", "report_in", "post", "sitrep", "order"):
        return Go("post", {"whistle": rest.partition("/")[0]})
    if family in ("shift", "handover"):
        return Go("duty")
    if line.kind == "patrol.reported":
        return Go("cases", {"case": line.facts.get("case", "")})
    if family == "roster_import":
        return Go("rosterimport")
    if family in _SCREENS:
        screen, name = _SCREENS[family]
        return Go(screen, {name: rest})
    return None
