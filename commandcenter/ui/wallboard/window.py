"""The wallboard's window (F12): calm when nothing burns, else the incident; several take turns.

It only shows. It reads at changes and each second, has no cursor, and gives the keyboard back: Esc or F12 closes it,
F11 fills the screen, F9 opens the whistle console of the workstation.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.clock import DAY, HOUR, MINUTE, SECOND
from commandcenter.domain.event import DRILL
from commandcenter.domain.roster import Directory
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.incidents import WhistleRow
from commandcenter.ui import when
from commandcenter.ui.parts.screen import Context, Go
from commandcenter.ui.shell.frame import ModeFrame, Watermark
from commandcenter.ui.wallboard.burning import BurningPage
from commandcenter.ui.wallboard.calm import EDGE, CalmPage
from commandcenter.ui.wallboard.ink import WIDTH, Ink
from commandcenter.ui.wallboard.panes import Head, HeadFace
from commandcenter.ui.wallboard.reading import Calm, calm_at
from commandcenter.ui.wallboard.veil import Veil, residents

translate = QCoreApplication.translate

CALM_EVERY_MS = 2 * SECOND
TURN_MS = 20 * SECOND
"""How long each of several incidents stays."""
INCIDENT_FAMILIES = frozenset(("whistle", "report_in", "post", "order", "sitrep", "unit", "plan", "person", "place"))


class Wallboard(QWidget):
    """A top-level window for the second display."""

    def __init__(self, context: Context) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.look, self.desk, self.services = context.look, context.desk, context.services
        self.ink = Ink(self.look)
        self._calm: Calm | None = None
        self._residents: tuple[Directory, list[str]] | None = None
        self._veiled: tuple[list[str], Veil] = [], Veil()
        self._asked = self._wanted = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(CALM_EVERY_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self._failed_at = 0
        self._running: list[WhistleRow] = []
        self._shown = ""
        self._turned_at = 0
        self.setWindowTitle(self.tr("Wallboard"))
        self.setAccessibleName(self.tr("Wallboard"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.head = Head(self.ink, self)
        self.calm = CalmPage(self.ink, self.desk.reference, self)
        self.burning = BurningPage(self.ink, self.desk.reference, self)
        self.frame = ModeFrame(self.look, self)
        self.watermark = Watermark(self.look, self.tr("DRILL"), self)
        self.resize(1280, 720)
        self.desk.changed.connect(self._on_changed)
        self.desk.ticked.connect(self._on_ticked)
        self.look.changed.connect(self._on_look)

    # -- what stands on it -----------------------------------------------------------------------------------------

    @property
    def shown(self) -> str:
        """The id of the whistle that is shown; empty on the calm wall."""
        return self._shown

    def _on_changed(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        everything = "*" in changes.subjects
        if everything or changes.families() & INCIDENT_FAMILIES:
            self._read_incidents(self.desk.clock.now())
        self._ask()

    def _on_ticked(self, now: int) -> None:
        if not self.isVisible():
            return
        if len(self._running) > 1 and now - self._turned_at >= TURN_MS:
            self._turn(now)
        calm = self._calm
        if calm is not None:
            passed = calm.next_due is not None and calm.next_due <= now
            if passed or now // MINUTE != calm.at // MINUTE:
                self._ask()
        self._show_time(now)

    def _show_time(self, now: int) -> None:
        if self._shown:
            self.burning.tick(now)
        elif self._calm is not None:
            self.calm.tick(self._calm, now)
        self._show_head(now)

    # -- reading ---------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Ask for the calm reading in the background, one at a time; changes meanwhile make it asked once more.

        While an incident is shown only its counts and the duty are seen: they wait, so that a row of keys is not held up.
        """
        if self._asked or (self._shown and self._pause.isActive()):
            self._wanted = True
            return
        self._asked, self._wanted = True, False
        self._pause.start()
        answer = self.desk.ask(calm_at(self.desk.clock.now()))
        answer.done.connect(self._on_calm)
        answer.failed.connect(self._on_failed)

    def _on_pause_over(self) -> None:
        if self._wanted and self.isVisible():
            self._ask()

    def _on_calm(self, calm: Calm) -> None:
        self._asked, self._failed_at = False, 0
        self._calm = calm
        now = self.desk.clock.now()
        self.calm.show_calm(calm, self._veil(), now)
        self._show_surroundings()
        self._show_head(now)
        if self._wanted and self.isVisible():
            self._ask()

    def _on_failed(self, _error: object) -> None:
        """What is shown stays, with the word that it is old; the next change or minute asks again."""
        self._asked = False
        self._failed_at = self.desk.clock.now()
        self._show_head(self._failed_at)
        if self._wanted and self.isVisible():
            self._ask()

    def _read_incidents(self, now: int) -> None:
        """A new emergency takes the wall at once, but a drill never takes it from a real one: it waits for its turn. The slower
        kinds of whistle do not burn and stay off it.
        """
        before = {row.state.id for row in self._running}
        found = [row for row in self.desk.read.incidents.running() if row.state.kind == "emergency"]
        at_work = [row for row in found if row.state.over_at is None]
        self._running = at_work or found  # what is over takes no turn while something else runs
        ids = [row.state.id for row in self._running]
        fresh = [row.state for row in self._running if row.state.id not in before]
        real = any(row.state.mode != DRILL for row in self._running)
        if fresh and (fresh[0].mode != DRILL or not real):
            self._shown, self._turned_at = fresh[0].id, now
        elif self._shown not in ids:
            self._shown, self._turned_at = (ids[0] if ids else ""), now
        self._show_incident(now)

    def _turn(self, now: int) -> None:
        ids = [row.state.id for row in self._running]
        place = ids.index(self._shown) + 1 if self._shown in ids else 0
        self._shown, self._turned_at = ids[place % len(ids)], now
        self._show_incident(now)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_incident(self, now: int) -> None:
        mode = ""
        if self._shown:
            incident = self.desk.read.incidents.incident(self._shown)
            mode = "" if incident.whistle.over_at is not None else incident.whistle.mode
            self.burning.show_incident(
                incident,
                self.desk.read.incidents.timeline(self._shown),
                self._veil(incident.whistle.case),
                self._turn_words(),
                now,
            )
        self.ink.calm = not self._shown
        self.burning.setVisible(bool(self._shown))
        self.calm.setVisible(not self._shown)
        self.frame.show_mode(mode)
        self.watermark.setVisible(mode == DRILL)
        self.watermark.setGeometry(self.rect())
        self.watermark.raise_()
        self._show_surroundings()
        self._show_head(now)

    def _turn_words(self) -> str:
        if len(self._running) < 2:
            return ""
        ids = [row.state.id for row in self._running]
        return f"{ids.index(self._shown) + 1} / {len(ids)}"

    def _show_surroundings(self) -> None:
        if self._calm is None or not self._shown:
            return
        faces, aside, foot = self.calm.duty_told(self._calm, self.desk.clock.now())
        self.burning.show_surroundings(dict(self._calm.counts), faces, aside, foot)

    def _veil(self, case: str = "") -> Veil:
        directory = self.desk.reference.directory
        if self._residents is None or self._residents[0] is not directory:
            self._residents = directory, residents(directory)
        names = list(self._residents[1])
        if case:
            found, _ = self.desk.read.cases.case(case)
            names.append(found.reporter)
        if names != self._veiled[0]:
            self._veiled = names, Veil(names)
        return self._veiled[1]

    def _show_head(self, now: int) -> None:
        status, icon, tone = self._status(now)
        name = str(self.desk.reference.office.get("name", ""))
        office = self.tr("{office} · on duty").format(office=name) if name else self.tr("No office yet")
        stale = ""
        if self._failed_at and self._calm is not None:
            stale = self.tr("as of {time}").format(time=when.clock_seconds(self._calm.at))
        elif self._failed_at:
            stale = self.tr("cannot be read")
        self.head.show_face(
            HeadFace(office, status, icon, tone, when.date_with_weekday(now), when.clock_seconds(now), stale)
        )

    def _status(self, now: int) -> tuple[str, str, str]:
        """The words behind the office, their icon and its tone."""
        if self._shown:
            others = [row.state for row in self._running if row.state.id != self._shown]
            real = sum(state.mode != DRILL for state in others)
            drills = len(others) - real
            parts = []
            if real:
                parts.append(self.tr("more real incidents: {n}").format(n=real))
            if drills:
                parts.append(self.tr("more drills: {n}").format(n=drills))
            return " · ".join(parts), "repeat" if parts else "", "tx2"
        ended = self._last_end()
        if ended is None:
            return self.tr("No incident is running"), "circle-check", "ok"
        return self.tr("No incident for {span}").format(span=_long(now - ended)), "circle-check", "ok"

    def _last_end(self) -> int | None:
        if self._calm is None:
            return None
        ends = [row.state.closed_at for row, _ in self._calm.whistles if row.state.mode != DRILL]
        return max((end for end in ends if end is not None), default=None)

    # -- the window ------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        self.ink.fit(self.width(), self.height())
        scale = self.ink.scale
        self.calm.setGeometry(self.rect())
        self.burning.setGeometry(self.rect())
        self.head.place(EDGE, 14, max(WIDTH, self.width() / scale) - 2 * EDGE, 84)
        self.head.raise_()
        self.calm.arrange()
        self.burning.arrange()
        self.watermark.setGeometry(self.rect())
        self.frame.show_mode(self.frame.mode)
        self.watermark.raise_()

    def _on_look(self) -> None:
        self._fit()
        for child in self.findChildren(QWidget):
            child.update()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_incidents(self.desk.clock.now())
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._running, self._shown = [], ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F12):
            self.close()
        elif key == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif key == Qt.Key.Key_F9:
            self.desk.raise_wanted.emit()
            self.services.go.emit(Go("whistle", {"real": True}))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), self.look.color("bg0"))


def _long(span: int) -> str:
    """A span since the last incident: days and hours, or hours, or minutes."""
    days, hours = span // DAY, span % DAY // HOUR
    if days:
        return translate("Wallboard", "{d} d {h} h").format(d=days, h=hours)
    return when.rough(span)
