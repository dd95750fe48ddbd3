"""The ladder of sound on the clock (design language 7, domain.md 5.4): one tone, again each minute, silent after three; one source
once a minute; one incident at most three times in ten minutes; a drill with another tone; never the keyboard.
"""

from __future__ import annotations

import pytest
from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.domain.record import AmendRecord
from commandcenter.journal.reading.incidents import Alarm
from commandcenter.ui.shell.alarms import AlarmCentre, incident_of
from commandcenter.ui.shell.sound import DRILL_TONE, REAL_TONE, Sound
from commandcenter.ui.shell.window import Window
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


@pytest.fixture
def centre(window: Window, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> AlarmCentre:
    """The alarms of a window whose tones are noted and end there; the test says what ran out."""
    monkeypatch.setattr(Sound, "_try", lambda *_: True)
    window.services.settings_wanted.emit({"sound": True})
    window.sound.played.clear()
    return window.alarms


def ran_out(subject: str, clock: str = "answer", mode: str = "real", at: int = 0) -> Alarm:
    return Alarm(subject, clock, mode, "due", at, at)


class Ears:
    """Lets seconds pass and tells at which of them a tone was heard."""

    def __init__(self, centre: AlarmCentre, desk: Desk, window: Window) -> None:
        self._centre, self._desk, self._sound = centre, desk, window.sound
        self.begin = desk.clock.now()

    def listen(self, seconds: int) -> list[int]:
        """The seconds after the beginning at which a tone was heard."""
        heard = []
        for _ in range(seconds):
            before = len(self._sound.played)
            self._centre._on_tick(self._desk.clock.now())
            if len(self._sound.played) > before:
                heard.append((self._desk.clock.now() - self.begin) // SECOND)
            self._desk.clock.advance(SECOND)
        return heard


@pytest.fixture
def ears(centre: AlarmCentre, desk: Desk, window: Window) -> Ears:
    return Ears(centre, desk, window)


def test_one_tone_again_each_minute_and_after_three_only_shown(centre: AlarmCentre, ears: Ears, window: Window) -> None:
    centre.alarms = [ran_out("report_in/w1/D03")]
    assert ears.listen(900) == [0, 60, 120]
    assert centre.alarms, "it is still shown"
    assert set(window.sound.played) == {REAL_TONE}


def test_one_incident_sounds_at_most_three_times_in_ten_minutes_whatever_runs_out(
    centre: AlarmCentre, ears: Ears
) -> None:
    centre.alarms = [ran_out("report_in/w1/D01")]
    heard = ears.listen(30)
    for number in range(2, 9):  # every half minute another department is late
        centre.alarms = [*centre.alarms, ran_out(f"report_in/w1/D{number:02d}")]
        heard += ears.listen(30)
    assert heard == [0, 30, 60]
    heard = ears.listen(600)
    assert heard[0] == 600, "when the first of the three is ten minutes old"
    assert len(heard) <= 3


def test_another_incident_is_heard_although_the_first_was_loud(centre: AlarmCentre, ears: Ears) -> None:
    centre.alarms = [ran_out("report_in/w1/D01")]
    assert len(ears.listen(300)) == 3
    centre.alarms = [*centre.alarms, ran_out("report_in/w2/D01")]
    assert ears.listen(5) == [300]


def test_the_same_source_does_not_sound_twice_within_a_minute(centre: AlarmCentre, ears: Ears) -> None:
    centre.alarms = [ran_out("report_in/w1/D01", "answer")]
    assert ears.listen(20) == [0]
    centre.alarms = [ran_out("report_in/w1/D01", "leave")]
    assert ears.listen(20) == [], "the next clock of the same department"
    centre.alarms = []
    assert ears.listen(10) == []
    centre.alarms = [ran_out("report_in/w1/D01", "leave")]
    assert ears.listen(15) == [60], "it came back within the minute"


def test_what_runs_out_together_is_one_tone(centre: AlarmCentre, ears: Ears) -> None:
    centre.alarms = [ran_out(f"report_in/w1/D{number:02d}") for number in range(12)]
    assert ears.listen(5) == [0]


def test_a_drill_has_its_own_tone_and_a_real_alarm_beside_it_has_the_real_one(
    centre: AlarmCentre, ears: Ears, window: Window
) -> None:
    centre.alarms = [ran_out("report_in/w1/D01", mode="drill")]
    ears.listen(1)
    assert window.sound.played == [DRILL_TONE]
    centre.alarms = [*centre.alarms, ran_out("report_in/w2/D01")]
    ears.listen(1)
    assert window.sound.played == [DRILL_TONE, REAL_TONE]


def test_a_case_past_its_limit_and_a_reminder_of_a_slow_whistle_do_not_ring(centre: AlarmCentre, ears: Ears) -> None:
    centre.alarms = [ran_out("case/c1", "resolve"), ran_out("muster/m1", "report_in")]
    assert ears.listen(200) == []


def test_mute_is_for_ten_minutes_and_is_no_acknowledgement(centre: AlarmCentre, ears: Ears) -> None:
    centre.alarms = [ran_out("report_in/w1/D01")]
    centre.mute()
    assert ears.listen(599) == []
    assert ears.listen(5) == [600]


def test_the_figures_of_the_ladder_are_limits_of_the_office(centre: AlarmCentre, ears: Ears, desk: Desk) -> None:
    for key, value in (("alarm.tones", 2), ("alarm.repeat", 2), ("alarm.most", 1)):
        desk.window.desk.submit(AmendRecord(subject=f"limit/{key}", fields={"value": value}))
    desk.hands.settled()
    ears.begin = desk.clock.now()
    centre.alarms = [ran_out("report_in/w1/D01")]
    assert ears.listen(500) == [0], "one tone in the window"
    desk.window.desk.submit(AmendRecord(subject="limit/alarm.most", fields={"value": 9}))
    desk.hands.settled()
    centre.alarms = [ran_out("report_in/w2/D01")]
    assert ears.listen(400) == [500, 620]


def test_an_alarm_never_takes_the_focus_from_what_is_typed(
    window: Window, desk: Desk, hands: Hands, centre: AlarmCentre, quick: None
) -> None:
    post = desk.blow()
    hands.key(Qt.Key.Key_Slash)
    hands.type("三楼")
    desk.pass_time(40 * MINUTE)
    desk.pass_time(SECOND)
    assert window.alarms.alarms
    assert QApplication.focusWidget() is post.log.line
    assert post.log.line.text() == "三楼"
    assert window.sound.played.count(REAL_TONE) >= 1


def test_f8_takes_note_of_all_that_ran_out_at_one_source(window: Window, desk: Desk, hands: Hands, quick: None) -> None:
    desk.blow()
    desk.pass_time(40 * MINUTE)
    newest = window.alarms.alarms[0].subject
    several = [alarm for alarm in window.alarms.alarms if alarm.subject == newest]
    before = len(window.alarms.alarms)
    hands.key(Qt.Key.Key_F8)
    hands.settled()
    assert len(window.alarms.alarms) == before - len(several)
    unit = window.desk.reference.unit_name(newest.rpartition("/")[2])
    assert any(unit in words and desk.incident.whistle.number in words for words in desk.toasts), (
        "it says what it noted"
    )


@pytest.mark.parametrize(
    ("subject", "incident"),
    [("report_in/w/D1", "w"), ("order/w/o1", "w"), ("whistle/w", "w"), ("odd", "odd")],
)
def test_the_incident_of_an_alarm(subject: str, incident: str) -> None:
    assert incident_of(subject) == incident
