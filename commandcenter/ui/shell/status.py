"""What the bars and the rail tell of the office at any moment: data, seat, sample, badges, alarms and their flash."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from commandcenter.desk.desk import Desk
from commandcenter.domain.event import DRILL, REAL
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.screen import Services, Toast
from commandcenter.ui.shell.alarms import AlarmCentre
from commandcenter.ui.shell.bars import KeyBar, TopBar
from commandcenter.ui.shell.rail import Rail
from commandcenter.ui.shell.unsaved import Unsaved

FLASH_MS = 500
CASES = frozenset(("case", "limit", "calendar", "*"))
"""What the count of overdue cases depends on; a limit that passes is a fact of its case."""
WATCH = frozenset(("shift", "handover", "rota", "*"))
"""What the duty watch owes depends on these, and on the time."""
WATCH_MS = 60_000
FORESIGHT = frozenset(("foresight", "*"))
"""What the count of reminders that wait for a hand depends on."""


class Status(QObject):
    """Keeps the parts around the screens true. It asks nothing of anybody and changes nothing but what is shown."""

    def __init__(
        self,
        desk: Desk,
        services: Services,
        parts: tuple[Rail, TopBar, KeyBar],
        alarms: AlarmCentre,
        unsaved: Unsaved,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, services
        self._rail, self._top, self._keys = parts
        self._alarms, self._unsaved = alarms, unsaved
        self._mode = ""
        self._reminders: int | None = None
        self._watch_at = 0
        self._watch: tuple[str, ...] = ()
        self._bright = True
        self._told = False
        self._flash = QTimer(self)
        self._flash.setInterval(FLASH_MS)
        self._flash.timeout.connect(self._on_flash)
        desk.ticked.connect(self._on_tick)
        alarms.changed.connect(self._show_alarms)
        unsaved.changed.connect(self._show_data)
        services.settings_changed.connect(self._show_alarms)
        services.settings_changed.connect(self._show_seat)

    def show_state(self, changes: Changes) -> None:
        """Bring rail and top bar up to date. The rail is there once there is an office to go about in."""
        self._rail.setVisible(self._desk.reference.founded)
        self._show_data()
        self._show_seat()
        self._show_badges(changes)

    def show_mode(self, mode: str) -> None:
        """``real``, ``drill`` or nothing: what the shown screen is in."""
        self._mode = mode
        self._show_alarms()

    def _show_data(self) -> None:
        sample = bool(self._desk.reference.office.get("sample"))
        self._top.sample.setVisible(sample)
        self._top.sample.show_chip(Chip(self.tr("Sample"), "info", "unknown"))
        if self._unsaved.count:
            words = self.tr("{n} not saved").format(n=self._unsaved.count)
            self._top.data.show_chip(Chip(words, "triangle-alert", "warn"))
            return
        saved = self._last_saved()
        words = self.tr("Saved {time}").format(time=when.clock_seconds(saved)) if saved else self.tr("Nothing to save")
        self._top.data.show_chip(Chip(words, "circle-check", "plain"))

    def _last_saved(self) -> int | None:
        """When the newest entry was written to the disk (epoch milliseconds)."""
        status = self._desk.read.status
        newest = status.facts_after(max(0, status.position() - 1))
        return newest[-1].recorded_at if newest else None

    def _show_seat(self) -> None:
        person = self._desk.reference.person(self._desk.who().actor)
        name = person.name if person else self.tr("nobody signed in")
        seat = self._services.settings.seat or self.tr("Seat {letter}").format(letter=self._desk.letter)
        self._top.seat.show_chip(Chip(f"{seat} · {name}", "user", "plain"))

    def _show_badges(self, changes: Changes) -> None:
        if changes.families() & CASES:
            overdue = self._desk.read.cases.counts(self._desk.clock.now())["overdue"]
            self._rail.items["cases"].set_badge(overdue, urgent=overdue > 0)
        if self._watch_at and changes.families() & WATCH:
            self._look_at_watch(self._desk.clock.now())
        if changes.families() & FORESIGHT:
            waiting = self._desk.read.matters.count("foresight", "raised", "reopened", "useful")
            self._rail.items["study"].set_badge(waiting, urgent=False)
            if self._reminders is not None and waiting > self._reminders:
                words = self.tr("{n} new reminders of the rules, Alt 9").format(n=waiting - self._reminders)
                self._services.toast.emit(Toast(words, seconds=10))
            self._reminders = waiting
        running = [line.state for line in self._desk.read.incidents.running()]
        self._rail.items["post"].set_badge(
            len(running), urgent=any(state.mode == REAL and state.burning for state in running)
        )

        late = self._late_duties()
        self._rail.items["whistle"].set_badge(len(late), urgent="direct" in late)

    def _on_tick(self, now: int) -> None:
        """The desk looks after what comes due a while after the window stands; from then on it tells by itself."""
        watch = self._desk.obligations
        if watch is not None and not self._told:
            self._told = True
            watch.changed.connect(self._show_duty)
        if abs(now - self._watch_at) >= WATCH_MS and self._desk.reference.founded:
            self._look_at_watch(now)

    def _look_at_watch(self, now: int) -> None:
        """What the duty watch owes now: a hand-over that is late, nobody who signed in, no shift."""
        from commandcenter.desk.on_duty import owed

        self._watch_at = now
        self._watch = owed(self._desk.read, now)
        self._show_duty()

    def _show_duty(self) -> None:
        """How many things the office owes and has not done in time, the watch itself first."""
        words = {
            "handover": self.tr("the hand-over is late"),
            "nobody": self.tr("nobody has signed in for the shift"),
            "unplanned": self.tr("no shift is planned"),
        }
        told = [words[code] for code in self._watch]
        over = self._desk.obligations.over if self._desk.obligations is not None else 0
        if over:
            told.append(self.tr("obligations overdue: {n}").format(n=over))
        count = len(self._watch) + over
        self._rail.items["duty"].set_badge(count, urgent=False, warn=bool(self._watch), why="\n".join(told))

    def _late_duties(self) -> list[str]:
        """The relations of those who are late with a joint duty; only our own make the badge red."""
        now = self._desk.clock.now()
        subjects = self._desk.read.matters.overdue("joint", "duty:", now)
        if not subjects:
            return []
        from commandcenter.domain.joint import Joint  # loaded with the first matter that is late

        found = [self._desk.read.matters.one(Joint, subject) for subject in subjects]
        return [duty.relation for state in found for duty in state.duties if duty.judged and duty.overdue(now)]

    # -- alarms ----------------------------------------------------------------------------------------------------

    def _show_alarms(self) -> None:
        self._services.muted_until = self._alarms.muted_until
        count = len(self._alarms.alarms)
        if self._alarms.muted_until > self._desk.clock.now():
            self._keys.show_note(self.tr("muted · alarms {n}").format(n=count), "amb", "bell-off")
        elif count:
            self._keys.show_note(self.tr("alarms not acknowledged: {n}").format(n=count), "tx1", "bell-ring")
        else:
            self._keys.show_note(self._quiet_note())
        flashing = bool(count) and self._services.settings.flash
        if flashing and not self._flash.isActive():
            self._flash.start()
        elif not flashing:
            self._flash.stop()
            self._services.flashed.emit(True)

    def _quiet_note(self) -> str:
        if self._mode == REAL:
            return self.tr("REAL · everything is on record")
        return self.tr("DRILL") if self._mode == DRILL else ""

    def _on_flash(self) -> None:
        self._bright = not self._bright
        self._services.flashed.emit(self._bright)
