"""Alarms (EEMUA 191): what ran out and nobody has noted yet. An alarm never takes the focus.

The ladder of sound (design language 7, domain.md 5.4), every figure a limit of the office: one tone, again each minute until F8,
after three only shown; one source does not sound twice within a minute; one incident sounds at most three times in ten minutes,
however many of its clocks run out. Mute lasts ten minutes. A drill has another tone.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import DRILL
from commandcenter.domain.limit import ALARM_MOST, ALARM_REPEAT, ALARM_TONES, ALARM_WINDOW
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.incidents import Alarm
from commandcenter.ui import when
from commandcenter.ui.shell.sound import DRILL_TONE, REAL_TONE, Sound
from commandcenter.ui.words import clock_word

REPEAT_MS, WINDOW_MS = MINUTE, 10 * MINUTE
MOST_TONES = MOST_IN_WINDOW = 3
"""What holds where the office has no limit for it."""
MUTE_MS = 10 * MINUTE
HOUR_MS = 60 * MINUTE
SOUNDING = ("report_in", "whistle", "order", "warning")
"""Families whose alarms sound. A case past its limit is shown in red; it does not ring through the night."""
BANK = ("problem", "consultation", "proposal")
"""Matters of the case room: shown when they are late, by number and title."""
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
        self._tones: dict[tuple[str, str], int] = {}
        self._source_at: dict[str, int] = {}
        self._incident_at: dict[str, list[int]] = {}
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
        """Take note of the newest alarm (F8) and of whatever else ran out at the same source; returns the newest."""
        if not self.alarms:
            return None
        newest = self.alarms[0]
        for alarm in self.alarms:
            if alarm.subject == newest.subject:
                self.acknowledge(alarm)
        return newest

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
        repeat, window = self._span(ALARM_REPEAT, REPEAT_MS), self._span(ALARM_WINDOW, WINDOW_MS)
        self._tones = {key: count for key, count in self._tones.items() if key in live}
        self._source_at = {key: at for key, at in self._source_at.items() if now - at < repeat}
        kept = {key: [at for at in times if now - at < window] for key, times in self._incident_at.items()}
        self._incident_at = {key: times for key, times in kept.items() if times}
        if now < self.muted_until:
            return
        due = [alarm for alarm in self.alarms if self._is_due(alarm)]
        if not due:
            return
        for alarm in due:
            key = (alarm.subject, alarm.clock)
            self._tones[key] = self._tones.get(key, 0) + 1
            self._source_at[alarm.subject] = now
        for incident in {incident_of(alarm.subject) for alarm in due}:
            self._incident_at.setdefault(incident, []).append(now)
        self._sound.play(DRILL_TONE if all(alarm.mode == DRILL for alarm in due) else REAL_TONE)

    def _is_due(self, alarm: Alarm) -> bool:
        """Whether this alarm asks for a tone now: of a family that sounds, its own ladder not climbed, its source silent for
        long enough, its incident not yet too loud.
        """
        if alarm.subject.partition("/")[0] not in SOUNDING or alarm.subject in self._source_at:
            return False
        if self._tones.get((alarm.subject, alarm.clock), 0) >= self._count(ALARM_TONES, MOST_TONES):
            return False
        sounded = self._incident_at.get(incident_of(alarm.subject), ())
        return len(sounded) < self._count(ALARM_MOST, MOST_IN_WINDOW)

    def _span(self, key: str, usual: int) -> int:
        limit = self._desk.reference.limit(key)
        return limit.milliseconds if limit is not None else usual

    def _count(self, key: str, usual: int) -> int:
        limit = self._desk.reference.limit(key)
        return round(limit.value) if limit is not None else usual


def incident_of(subject: str) -> str:
    """The whistle an alarm belongs to: ``report_in/<whistle>/<unit>``, ``order/<whistle>/<id>``, ``whistle/<whistle>``."""
    return subject.split("/")[1] if "/" in subject else subject


def alarm_words(desk: Desk, alarm: Alarm) -> str:
    """What ran out, in words: the number of its incident or case, the department, the clock, and when it was due."""
    family, *keys = alarm.subject.split("/")
    key = keys[0] if keys else ""
    parts: list[str] = []
    if family == "case":
        case = desk.read.cases.case(key)[0]
        step = case.checklist.line(alarm.clock.partition(":")[2])
        parts += [case.number, step.step.text if step is not None else ""]
    elif family == "topic":
        from commandcenter.domain.topic import Topic  # with the first look-back that is late

        topic = desk.read.matters.one(Topic, alarm.subject)
        parts += [topic.number, topic.name]
    elif family == "admission":
        from commandcenter.domain.admission import Admission  # with the first task that waits too long

        task = desk.read.matters.one(Admission, alarm.subject)
        parts += [task.number, task.title]
    elif family == "erasure_request":
        from commandcenter.domain.erasure_request import ErasureRequest  # with the first answer that is late

        parts.append(desk.read.matters.one(ErasureRequest, alarm.subject).number)
    elif family in BANK:
        from commandcenter.desk.bank import named  # with the first of them that is late

        parts += named(desk.read, alarm.subject)
    else:
        parts.append(desk.read.incidents.whistle(key).number)
    if family == "report_in" and len(keys) > 1:
        parts.append(desk.reference.unit_name(keys[1]))
    elif ":" in alarm.clock and family not in ("topic", *BANK) and not alarm.clock.startswith("step:"):
        parts.append(desk.reference.unit_name(alarm.clock.partition(":")[2]))
    parts += [clock_word(alarm.clock), when.clock(alarm.due_at)]
    return " ".join(part for part in parts if part)
