"""The window: it places the rail, the bars and the screens, and owns the keys that work everywhere. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.desk import ALL, Desk
from commandcenter.desk.settings import LocalSettings
from commandcenter.domain.event import DRILL, REAL
from commandcenter.domain.office import OFFICE
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts.overlay import Overlay
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Screen, Services, Toast
from commandcenter.ui.shell.alarms import AlarmCentre, alarm_words
from commandcenter.ui.shell.bars import KeyBar, TopBar
from commandcenter.ui.shell.drill_end import DrillEnd
from commandcenter.ui.shell.frame import ModeFrame, Watermark
from commandcenter.ui.shell.incident_bar import IncidentBar
from commandcenter.ui.shell.rail import Rail
from commandcenter.ui.shell.rooms import Room, rooms
from commandcenter.ui.shell.sound import DRILL_TONE, REAL_TONE, Sound
from commandcenter.ui.shell.status import Status
from commandcenter.ui.shell.toasts import Strip, Toasts
from commandcenter.ui.shell.unsaved import Unsaved
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal, trouble

if TYPE_CHECKING:
    from commandcenter.ui.parts.callform import CallHand
    from commandcenter.ui.shell.cards import KeysSheet, PhoneSheet
    from commandcenter.ui.shell.finder import Found
    from commandcenter.ui.shell.palette import Palette
    from commandcenter.ui.shell.seat import SeatSheet

ScreenMaker = Callable[[Context], Screen]

UNSEEN_MS = 3000
"""A window that was started minimized is never painted; after this long the desk begins its work all the same."""


class Window(QMainWindow):
    """The one window of a workstation. ``makers`` build the screens when they are first wanted."""

    closing = Signal()
    painted = Signal()
    """Once: it stands on the display for the first time with everything in it drawn, or it was shown where nobody sees it."""
    wallboard_asked = Signal()
    settings_changed = Signal(object)

    def __init__(self, look: Look, desk: Desk, settings: LocalSettings, makers: Mapping[str, ScreenMaker]) -> None:
        super().__init__()
        self.look = look
        self.desk = desk
        self._makers = makers
        self._seen = False
        self._drawn = QTimer(self)
        self._drawn.setSingleShot(True)
        self._drawn.timeout.connect(self._on_drawn)
        self.screens: dict[str, Screen] = {}
        self.services = Services(settings, self)
        self.context = Context(look, desk, self.services)
        self._build()
        self._connect()
        self._make_shortcuts()
        self.setMinimumSize(1024, 640)
        self.setAcceptDrops(True)
        self.resize(1600, 900)
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromHex(settings.geometry.encode()))

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self._root = QWidget()
        self._root.setProperty("ground", "window")
        self.setCentralWidget(self._root)
        self.rooms = rooms()
        self._last_in: dict[str, str] = {}
        entries = [room.entry for room in self.rooms]
        self.rail = Rail(look, entries[:-2], entries[-2:])
        self.top = TopBar(look, self.tr("Cases, places, people (pinyin initials work)"))
        self.top.seat.setToolTip(f"{self.tr('Change who sits here')}  F10")
        self.keys = KeyBar(look)
        self.strip = Strip(look)
        self.incidents = IncidentBar(look, self.desk)
        self.stack = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for widget in (self.top, self.incidents, self.strip, self.stack, self.keys):
            right.addWidget(widget, 1 if widget is self.stack else 0)
        self._grid = QGridLayout(self._root)
        self._grid.setSpacing(0)
        self._grid.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(right, 1)
        self._grid.addLayout(line, 0, 0)
        self.frame = ModeFrame(look, self._root)
        self.watermark = Watermark(look, self.tr("DRILL"), self._root)
        self.sound = Sound(self)
        self.alarms = AlarmCentre(self.desk, self.sound, self)
        self.toasts = Toasts(look, self._root)
        self.drill_end = DrillEnd(self.desk, self.services, self.strip, self)
        self.unsaved = Unsaved(self.desk, self.services, self.strip, self)
        parts = (self.rail, self.top, self.keys)
        self.status = Status(self.desk, self.services, parts, self.alarms, self.unsaved, self)

    # Sheets are built when they are first opened; none of them is in sight at the start.

    @cached_property
    def palette_sheet(self) -> Palette:
        """The search (Ctrl+K)."""
        from commandcenter.ui.shell.palette import Palette

        sheet = Palette(self.look, self.desk, self._root)
        sheet.chosen.connect(self._on_found)
        sheet.phoned.connect(self._on_phone)
        sheet.whistled.connect(self._on_whistle_with)
        return sheet

    @cached_property
    def call_hand(self) -> CallHand:
        """A telephone call (F3)."""
        from commandcenter.ui.parts.callform import CallHand

        return CallHand(self.context, self._root)

    @cached_property
    def seat_sheet(self) -> SeatSheet:
        """Who sits here (F10)."""
        from commandcenter.ui.shell.seat import SeatSheet

        return SeatSheet(self.look, self.desk, self._root)

    @cached_property
    def phone_sheet(self) -> PhoneSheet:
        """A number to call, and what came of it."""
        from commandcenter.ui.shell.cards import PhoneSheet

        sheet = PhoneSheet(self.look, self._root)
        sheet.tried.connect(self._on_tried)
        return sheet

    @cached_property
    def keys_sheet(self) -> KeysSheet:
        """All keys (F1)."""
        from commandcenter.ui.shell.cards import KeysSheet

        return KeysSheet(self.look, self._root)

    def _room_of(self, screen: str) -> Room | None:
        return next((room for room in self.rooms if screen in room.screens), None)

    def _connect(self) -> None:
        self.rail.picked.connect(self._on_rail)
        self.incidents.wanted.connect(self._on_incident)
        self.top.tabs.picked.connect(self._on_tab)
        self.top.seat_asked.connect(self.change_seat)
        self.top.search_asked.connect(self.open_palette)
        self.top.data_asked.connect(self._on_data_asked)
        self.keys.pressed.connect(self.acknowledge)
        self.services.go.connect(self.go)
        self.services.toast.connect(self._on_toast)
        self.services.refused.connect(self._on_refused)
        self.services.phone.connect(self._on_phone)
        self.services.hints_changed.connect(self._show_hints)
        self.services.mode_changed.connect(self._show_mode)
        self.services.settings_wanted.connect(self.settings_changed)
        self.services.tone_wanted.connect(self._on_tone_wanted)
        self.services.mute_wanted.connect(self.alarms.mute)
        self.toasts.acted.connect(self.services.undo)
        self.desk.ticked.connect(self._on_tick)
        self.desk.changed.connect(self._on_changed)
        self.desk.clock_jumped.connect(self._on_clock_jumped)
        self.desk.told.connect(self._on_told)
        self.desk.raise_wanted.connect(self.come_forward)
        self.look.changed.connect(self._on_look)

    def _make_shortcuts(self) -> None:
        ways: list[tuple[str, Callable[[], None]]] = [
            ("F1", self.show_keys),
            ("F2", self._register),
            ("F3", self.take_call),
            ("F8", self.acknowledge),
            ("F9", self.blow),
            ("F10", self.change_seat),
            ("F11", self._toggle_full_screen),
            ("F12", self.wallboard_asked.emit),
            ("Ctrl+K", self.open_palette),
            ("Ctrl+,", self._go_settings),
            ("Ctrl+F9", self.real_event),
            ("Ctrl+J", self._back_to_case),
            ("Alt+1", self._go_overview),
            ("Alt+2", self._go_cases),
            ("Alt+3", self._go_whistle),
            ("Alt+4", self._go_post),
            ("Alt+5", self._go_roster),
            ("Alt+6", self._go_review),
            ("Alt+7", self._go_duty),
            ("Alt+8", self._go_drills),
            ("Alt+9", self._go_study),
            ("Ctrl+Tab", self._next_tab),
            ("Ctrl+Shift+Tab", self._tab_before),
        ]
        for keys, way in ways:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(way)
            shortcut.activatedAmbiguously.connect(way)

    @property
    def settings(self) -> LocalSettings:
        """The local settings in force."""
        return self.services.settings

    @settings.setter
    def settings(self, settings: LocalSettings) -> None:
        self.services.settings = settings
        self.services.settings_changed.emit()

    def take_over(self, other: Window) -> None:
        """Stand where another window stood, with what waits to be saved there: the same desk in another language."""
        self.setGeometry(other.geometry())
        self.setWindowState(other.windowState())
        self.alarms.muted_until = other.alarms.muted_until
        self.unsaved.take_over(other.unsaved)
        self.alarms.reload()
        self.incidents.reload()
        self.show_state()
        if other.current is not None:
            self.go(Go(other.current.name, other.current.where()))

    # -- screens ---------------------------------------------------------------------------------------------------

    @property
    def current(self) -> Screen | None:
        """The screen that is shown."""
        widget = self.stack.currentWidget()
        return widget if isinstance(widget, Screen) else None

    def screen_named(self, name: str) -> Screen:
        """A screen, built when it is first wanted."""
        if name not in self.screens:
            screen = self._makers[name](self.context)
            self.screens[name] = screen
            self.stack.addWidget(screen)
        return self.screens[name]

    def go(self, go: Go) -> None:
        """Show a screen, with what to show there; what lay over the old one is closed.

        While there is no office every way leads to the first run. F9 arrives there as F9, and it founds one to blow in.
        """
        if go.screen == "wallboard":
            self.wallboard_asked.emit()
            return
        if not self.desk.reference.founded:
            go = Go("firstrun", go.what if go.screen in ("firstrun", "whistle") else {})
        for sheet in self._root.findChildren(Overlay):
            sheet.dismiss()
        screen = self.screen_named(go.screen)
        self._let_go_of_keyboard()
        self.stack.setCurrentWidget(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
        placed = self.focusWidget()
        if go.what:
            screen.show_what(go.what)
        screen.refresh_if_stale()
        screen.tick(self.desk.clock.now())
        if self.focusWidget() is placed:  # else it was put where the wish wants it: a field, a sheet
            screen.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_room(go.screen)
        self.incidents.show_on(go.screen)
        self._show_hints()
        self._show_mode()

    def _let_go_of_keyboard(self) -> None:
        """Take the keyboard out of the screen before it is hidden.

        Left there, Qt seeks another widget for it twice while pages are exchanged - once as the old one hides, once as
        the new one shows - along a chain in which widgets stand that are about to be deleted. The program crashed there,
        in Qt, on two days. The screen that comes takes the keyboard itself, so nobody needs what Qt would find.
        """
        held = self.focusWidget()
        if held is not None and self.stack.isAncestorOf(held):
            self.stack.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_room(self, screen: str) -> None:
        room = self._room_of(screen)
        if room is None:
            self.rail.show_active(screen)
            self.top.show_tabs([], 0)
            return
        self._last_in[room.entry.name] = screen
        self.rail.show_active(room.entry.name)
        self.top.show_tabs([word for _, word in room.tabs], room.screens.index(screen))

    def come_forward(self) -> None:
        """A second start on the same data raises this window instead."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def window_hints(self) -> Hints:
        """The keys that work everywhere."""
        return (
            ("F9", self.tr("blow a whistle")),
            ("F2", self.tr("register a case")),
            ("F3", self.tr("take a call down")),
            ("F8", self.tr("acknowledge the newest alarm")),
            ("Ctrl K", self.tr("search everything")),
            ("F10", self.tr("change who sits here")),
            ("Alt 1–9", self.tr("screens")),
            ("Ctrl Tab", self.tr("next tab")),
            ("F11", self.tr("full screen")),
            ("F12", self.tr("wallboard")),
            ("Ctrl ,", self.tr("settings")),
            ("Ctrl F9", self.tr("real event during a drill")),
            ("F1", self.tr("all keys")),
        )

    # -- what the keys do ------------------------------------------------------------------------------------------

    def _back_to_case(self) -> None:
        """Ctrl+J: from a whistle back to the case it was blown for; S goes the other way."""
        case = self.current.case_of_whistle() if self.current is not None else ""
        if case:
            self.go(Go("cases", {"case": case}))

    def _go_overview(self) -> None:
        self.go(Go("overview"))

    def _go_cases(self) -> None:
        self.go(Go("cases"))

    def _go_whistle(self) -> None:
        self.go(Go("whistle"))

    def _go_post(self) -> None:
        self._enter("post")

    def _go_roster(self) -> None:
        self.go(Go("roster"))

    def _go_review(self) -> None:
        self.go(Go("review"))

    def _go_duty(self) -> None:
        self.go(Go("duty"))

    def _go_drills(self) -> None:
        self._enter("drills")

    def _go_study(self) -> None:
        self._enter("study")

    def _enter(self, name: str) -> None:
        """Go into the room of that name on the rail: to its first screen, or where it was left when it keeps that."""
        room = self._room_of(name)
        first = room.screens[0] if room is not None else name
        kept = room is not None and room.returns
        self.go(Go(self._last_in.get(name, first) if kept else first))

    def _next_tab(self) -> None:
        self._step_tab(1)

    def _tab_before(self) -> None:
        self._step_tab(-1)

    def _step_tab(self, by: int) -> None:
        current = self.current
        if current is None or current.step_tab(by):
            return
        room = self._room_of(current.name)
        if room is not None and len(room.screens) > 1:
            self.go(Go(room.beside(current.name, by), room.carried(current.where())))

    def _on_incident(self, whistle: str) -> None:
        self.go(Go("post", {"whistle": whistle}))

    def _on_tab(self, place: int) -> None:
        current = self.current
        room = self._room_of(current.name) if current is not None else None
        if current is not None and room is not None:
            self.go(Go(room.screens[place], room.carried(current.where())))

    def _go_settings(self) -> None:
        self.go(Go("settings"))

    def _register(self) -> None:
        """F2; a screen that shows a place gives it along."""
        told = dict(getattr(self.current, "register_context", dict)()) if self.current is not None else {}
        self.go(Go("cases", {"register": True, **told}))

    def take_call(self) -> None:
        """F3: the form of a telephone call over whatever is shown."""
        if self.desk.reference.founded:
            self.call_hand.open()

    def blow(self) -> None:
        """F9 always opens the real console; on a case or in a command post it is filled in from there.

        In the real console itself it leaves what is filled in and puts the keyboard where it is blown.
        """
        taking = self.__dict__.get("call_hand")  # made when the first call is taken down
        told = taking.on_the_way() if taking is not None else {}
        if self.current is not None and (self.current.name, self.current.mode()) == ("whistle", REAL):
            self.go(Go("whistle", told))
            return
        what: dict[str, Any] = {"real": True}
        if self.current is not None and not told:
            told = dict(getattr(self.current, "whistle_context", dict)())
        self.go(Go("whistle", what | told))

    def real_event(self) -> None:
        """Ctrl+F9: every drill is over wherever it is shown, a text to read says so, and the real console opens."""
        self.drill_end.end_all()
        self.go(Go("whistle", {"real": True}))

    def acknowledge(self) -> None:
        """F8: take note of the newest alarm."""
        alarm = self.alarms.acknowledge_newest()
        if alarm is not None:
            words = self.tr("Noted: {what}").format(what=alarm_words(self.desk, alarm))
            self.services.toast.emit(Toast(words, kind="done", seconds=6))
        elif not self.drill_end.close():
            self.services.toast.emit(Toast(self.tr("No alarm waits to be acknowledged")))

    def _enter_written(self) -> None:
        """Enter what was written by hand while the computer was dead."""
        from commandcenter.ui.parts.back_entry import open_back_entry

        what = self.current.where() if self.current is not None else {}
        open_back_entry(self.context, self, str(what.get("whistle", "")))

    def _print_kit(self) -> None:
        """The paper kit for a dead computer, with today's numbers."""
        from commandcenter.ui.parts.printing import print_form

        print_form(self.context, self, ("kit", OFFICE))

    def open_palette(self) -> None:
        """Ctrl+K."""
        from commandcenter.ui.shell.entries import entries

        self.palette_sheet.open_with(entries(self.rooms))

    def change_seat(self) -> None:
        """F10."""
        self.seat_sheet.open_sheet()

    def show_keys(self) -> None:
        """F1."""
        current = self.current
        self.keys_sheet.open_with(
            self.window_hints(), current.hints() if current else (), current.title() if current else ""
        )

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def do_command(self, name: str) -> None:
        """Do a command of the search by its name."""
        screen = name.removeprefix("go:")
        if screen != name:
            self.go(Go(screen))
            return
        ways: dict[str, Callable[[], object]] = {
            "blow": self.blow,
            "register": self._register,
            "call": self.take_call,
            "import": self._import,
            "seat": self.change_seat,
            "theme": self._switch_theme,
            "mute": self.alarms.mute,
            "backup": self.desk.back_up,
            "back_entry": self._enter_written,
            "kit": self._print_kit,
            "keys": self.show_keys,
            "wallboard": self.wallboard_asked.emit,
        }
        ways[name]()

    def _import(self) -> None:
        self.go(Go("importing"))

    def _switch_theme(self) -> None:
        self.settings_changed.emit({"theme": "light" if self.look.dark else "dark"})

    # -- answering -------------------------------------------------------------------------------------------------

    def _on_rail(self, name: str) -> None:
        self._enter(name)

    def _on_found(self, found: Found) -> None:
        if found.command:
            self.do_command(found.command)
        elif found.go is not None:
            self.go(found.go)

    def _on_phone(self, phone: Phone) -> None:
        self.phone_sheet.open_for(phone)

    def _on_whistle_with(self, found: Found) -> None:
        what = dict(found.go.what) if found.go else {}
        self.go(
            Go("whistle", {"real": True, **{k: v for k, v in what.items() if k in ("plan", "place", "words", "case")}})
        )

    def _on_tried(self, told: tuple[Phone, str]) -> None:
        from commandcenter.ui.shell.cards import log_try

        log_try(self.context, *told)

    def _on_refused(self, refused: Any) -> None:
        words = refusal(refused.code, refused.facts, self.desk.reference.unit_name)
        self.services.toast.emit(Toast(words, kind="warn", seconds=8))

    def _on_clock_jumped(self, delta: int) -> None:
        words = self.tr("The computer's clock moved by {span}. Alarms wait half a minute.").format(
            span=when.rough(delta)
        )
        self.services.toast.emit(Toast(words, kind="warn", seconds=10))

    def _on_told(self, told: object) -> None:
        if told == "backed_up":
            self.services.toast.emit(Toast(self.tr("Backup made and checked"), kind="done"))
        elif hasattr(told, "code"):
            self.strip.say(trouble(told.code, getattr(told, "facts", {})), ("", ""), ("close", self.tr("Close")))

    def _on_data_asked(self) -> None:
        self.go(Go("settings", {"section": "data"}))

    # -- showing ---------------------------------------------------------------------------------------------------

    def _on_tick(self, now: int) -> None:
        self.top.show_time(now)
        self.incidents.tick(now)
        if self.current is not None:
            self.current.tick(now)

    def _on_changed(self, changes: Changes) -> None:
        self.incidents.care(changes)
        self.show_state(changes)

    def show_state(self, changes: Changes = ALL) -> None:
        """Bring rail, bars and badges up to date after these changes."""
        name = str(self.desk.reference.office.get("name", ""))
        self.setWindowTitle(" · ".join(part for part in (name, self.tr("Street command centre")) if part))
        self.status.show_state(changes)
        self._show_hints()
        self._show_mode()

    def _on_toast(self, toast: Toast) -> None:
        self.toasts.show_toast(toast)

    def _on_tone_wanted(self, mode: str) -> None:
        self.sound.play(DRILL_TONE if mode == DRILL else REAL_TONE)

    def _show_hints(self) -> None:
        current = self.current
        if current is None:
            return
        self.toasts.keep_clear(current.clearance())
        self.top.show_title(current.title(), current.caption())
        shared = () if current.mode() else (("F1", self.tr("all keys")),)
        self.keys.show_hints((*current.hints(), *shared))

    def _show_mode(self) -> None:
        mode = self.current.mode() if self.current else ""
        if mode != self.frame.mode:
            self.frame.show_mode(mode)
            inset = self.frame.thickness
            self._grid.setContentsMargins(inset, inset, inset, inset)
        self.watermark.setVisible(mode == "drill")
        if mode == "drill":
            self.watermark.setGeometry(self._root.rect())
            self.watermark.raise_()
        self.status.show_mode(mode)

    def _on_look(self) -> None:
        for item in self.rail.items.values():
            item.updateGeometry()
        self.toasts.place()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._drawn.start(0)  # what lies in the window is drawn after it, and before the next turn

    def _on_drawn(self) -> None:
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:
            self._drawn.start(UNSEEN_MS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.toasts.place()
        self.watermark.setGeometry(self._root.rect())
        for item in self.rail.items.values():
            item.updateGeometry()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.desk.reference.founded:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file dropped anywhere on the window is looked at by the import."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.go(Go("importing", {"file": paths[0]}))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
