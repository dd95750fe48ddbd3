"""Alarms (EEMUA 191): what ran out and nobody has noted yet. One tone, again each minute until F8, silent after three.

An alarm never takes the focus. The same source does not sound twice within a minute; mute lasts ten minutes.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import DRILL
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.incidents import Alarm
from commandcenter.ui.shell.sound import DRILL_TONE, REAL_TONE, Sound

REPEAT_MS = MINUTE
MOST_TONES = 3
MUTE_MS = 10 * MINUTE
HOUR_MS = 60 * MINUTE
SOUNDING = ("report_in", "whistle", "order", "warning")
"""Families whose alarms sound. A case past its limit is shown in red; it does not ring through the night."""
QUIET_WHISTLES = ("muster", "joint", "supervision")
"""Whistles that run for days: who is late for one of them is shown in red, nobody is woken for it."""


class AlarmCentre(QObject):
    """Keeps the list of unacknowledged alarms and decides when a tone is due. ``changed`` tells the list changed."""

    changed = Signal()

    def __init__(self, desk: Desk, sound: Sound, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sound = sound
        self.alarms: list[Alarm] = []
        self._tones: dict[tuple[str, str], tuple[int, int]] = {}
        self.muted_until = 0
        desk.changed.connect(self._on_changed)
        desk.ticked.connect(self._on_tick)

    def _on_changed(self, changes: Changes) -> None:
        self.reload()

    def reload(self) -> None:
        """Read the list anew."""
        found = self._desk.read.incidents.alarms()
        if found != self.alarms:
            new = {(alarm.subject, alarm.clock) for alarm in found} - {(one.subject, one.clock) for one in self.alarms}
            self.alarms = found
            if new:
                window = QApplication.activeWindow()
                if window is None:
                    for top in QApplication.topLevelWidgets():
                        QApplication.alert(top)
            self.changed.emit()

    def acknowledge_newest(self) -> Alarm | None:
        """Take note of the newest alarm (F8); returns it."""
        if not self.alarms:
            return None
        alarm = self.alarms[0]
        self.acknowledge(alarm)
        return alarm

    def acknowledge(self, alarm: Alarm) -> None:
        """Take note of one alarm."""
        from commandcenter.domain.deadline_acts import AcknowledgeDeadline

        self._desk.submit(AcknowledgeDeadline(subject=alarm.subject, clock=alarm.clock))

    def mute(self, on: bool = True) -> None:
        """Silence for ten minutes, or let it sound again; the screen goes on showing."""
        self.muted_until = self._desk.clock.now() + MUTE_MS if on else 0
        self.changed.emit()

    def hourly_rate(self) -> int:
        """How many limits ran out in the last hour: the measured alarm rate."""
        return self._desk.read.incidents.alarm_rate(self._desk.clock.now() - HOUR_MS)

    def _on_tick(self, now: int) -> None:
        live = {(alarm.subject, alarm.clock) for alarm in self.alarms}
        self._tones = {key: told for key, told in self._tones.items() if key in live or now - told[1] < REPEAT_MS}
        due = [
            alarm
            for alarm in self.alarms
            if alarm.subject.partition("/")[0] in SOUNDING
            and alarm.kind not in QUIET_WHISTLES
            and self._is_due(alarm, now)
        ]
        if not due or now < self.muted_until:
            return
        for alarm in due:
            count, _ = self._tones.get((alarm.subject, alarm.clock), (0, 0))
            self._tones[alarm.subject, alarm.clock] = (count + 1, now)
        self._sound.play(DRILL_TONE if all(alarm.mode == DRILL for alarm in due) else REAL_TONE)

    def _is_due(self, alarm: Alarm, now: int) -> bool:
        count, last = self._tones.get((alarm.subject, alarm.clock), (0, 0))
        return count < MOST_TONES and now - last >= REPEAT_MS
