"""The wall: read from six metres by everybody in the room, so it is large, calm, and tells nobody's number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.domain.whistle_acts import BlowWhistle, DeclareFalseAlarm, Note, UnitCall
from commandcenter.domain.whistle_more_acts import StrikeNote
from commandcenter.exchange.founding import empty_office
from commandcenter.journal.ids import uuid7
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.sound import Sound
from commandcenter.ui.shell.window import Window
from commandcenter.ui.wallboard import ink
from commandcenter.ui.wallboard.ink import SIZES, Ink
from commandcenter.ui.wallboard.veil import residents
from commandcenter.ui.wallboard.window import TURN_MS, Wallboard
from main_screens import Desk
from office_window import Hands
from pixels import near
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.conftest import NOW

SMALLEST = 24
"""Pixels at 1920 by 1080 (design language 3)."""
PHONE = re.compile(r"\\d{3}-\\d{4}-\\d{4}|(?<!\\d)1\\d{10}(?!\\d)")


@pytest.fixture(autouse=True)
def no_loudspeaker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tones are noted, and end there."""
    monkeypatch.setattr(Sound, "_try", lambda *_: True)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every text the wall draws, as it is drawn."""
    found: set[str] = set()
    draw = Ink.text

    def note(self: Ink, p: object, rect: object, words: str, *rest: object) -> int:
        found.add(words)
        return draw(self, p, rect, words, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(ink.Ink, "text", note)
    return found


@pytest.fixture
def wall(application: Application, hands: Hands) -> Wallboard:
    """The wall on a display of 1920 by 1080, with what it asked for."""
    hands.key(Qt.Key.Key_F12)
    return seen(application, hands)


def seen(application: Application, hands: Hands) -> Wallboard:
    found = application._wallboard
    assert isinstance(found, Wallboard)
    found.resize(1920, 1080)
    hands.until(lambda: found._calm is not None and not found._asked)
    application.window.activateWindow()
    return found


def told(wall: Wallboard, painted: set[str]) -> str:
    """Everything that can be read on the wall, and everything a screen reader says of it."""
    painted.clear()
    wall.grab()
    said = [part.accessibleName() for part in wall.findChildren(QWidget) if part.isVisible()]
    return "\n".join([*painted, *said])


def reds(wall: Wallboard) -> int:
    return near(wall.grab().toImage(), [wall.look.color("redF"), wall.look.color("red")])


# -- the window ------------------------------------------------------------------------------------------------------


def test_f12_opens_and_closes_it_from_either_window(application: Application, window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_F12)
    wall = application._wallboard
    assert wall.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F12)
    assert not wall.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F12)
    wall = application._wallboard
    assert wall.isVisible()
    QTest.keyClick(wall, Qt.Key.Key_F12)
    assert not wall.isVisible()


def test_f9_on_the_wall_opens_the_real_console(window: Window, wall: Wallboard, hands: Hands) -> None:
    QTest.keyClick(wall, Qt.Key.Key_F9)
    assert window.current is window.screens["whistle"]
    assert window.current.mode() == "real"


def test_it_goes_with_the_window(application: Application, wall: Wallboard) -> None:
    application.close()
    assert not wall.isVisible()


def test_nothing_waits_to_ask_a_desk_that_has_ended(application: Application, window: Window, wall: Wallboard) -> None:
    def waiting() -> list[QTimer]:
        return [timer for part in (window, wall) for timer in part.findChildren(QTimer) if timer.isActive()]

    window.go(Go("cases"))
    window.go(Go("overview"))  # what it counts for its tiles it asks a moment after it is seen
    assert waiting()
    application.close()
    assert not waiting()


def test_a_closed_wall_asks_nothing_and_comes_back_current(
    application: Application, wall: Wallboard, hands: Hands, desk: Desk, quick: None
) -> None:
    wall.close()
    desk.blow()
    assert wall.shown == ""
    hands.key(Qt.Key.Key_F12)
    assert seen(application, hands).shown == desk.incident.whistle.id


# -- what stands on it -----------------------------------------------------------------------------------------------


def test_no_text_is_smaller_than_the_room_can_read() -> None:
    assert min(pixels for pixels, _ in SIZES.values()) >= SMALLEST


def test_the_calm_wall_tells_the_counts_and_who_is_on_duty(wall: Wallboard, window: Window, painted: set[str]) -> None:
    text = told(wall, painted)
    counts = window.desk.read.cases.counts(NOW)
    assert {str(counts["overdue"]), str(counts["open"])} <= painted
    on_duty = [
        line for _, shift in window.desk.read.reference.shifts(NOW, NOW + 1) for line in shift.plan.get("people", ())
    ]
    people = window.desk.reference.directory.people
    assert all(people[str(line["person"])].name in text for line in on_duty if line["role"] == "leader")


def test_no_number_and_no_resident_stands_on_the_wall(
    wall: Wallboard, window: Window, hands: Hands, painted: set[str]
) -> None:
    window.desk.submit(
        RegisterCase(
            matter=Matter(
                title="渡口巷渗水，刘翠兰 13800000001 要求回电",
                channel="phone",
                text="刘翠兰说家里渗水",
                reporter="刘翠兰",
                phone="13800000001",
            )
        )
    )
    hands.settled()
    hands.until(lambda: not wall._asked)
    text = told(wall, painted)
    assert not PHONE.search(text)
    assert "刘翠兰" not in text
    assert not [name for name in residents(window.desk.reference.directory) if name in text]


def test_what_was_typed_into_an_incident_is_veiled(
    wall: Wallboard, window: Window, desk: Desk, painted: set[str], quick: None
) -> None:
    desk.blow()
    resident = residents(window.desk.reference.directory)[0]
    window.desk.submit(Note(whistle=desk.incident.whistle.id, words=f"{resident} 电话 13800000001 称二楼有人"))
    desk.hands.settled()
    text = told(wall, painted)
    assert "称二楼有人" in "".join(part.accessibleName() for part in wall.findChildren(QWidget))
    assert resident not in text
    assert not PHONE.search(text)


def test_a_struck_line_is_gone_from_the_wall(
    wall: Wallboard, window: Window, desk: Desk, painted: set[str], quick: None
) -> None:
    desk.blow()
    desk.story.begin()
    window.desk.submit(Note(whistle=desk.incident.whistle.id, words="说错了的一行"))
    desk.hands.settled()
    assert "说错了的一行" in wall.burning.log.accessibleName()
    window.desk.submit(StrikeNote(whistle=desk.incident.whistle.id, entry=str(desk.story.one("whistle.noted").id)))
    desk.hands.settled()
    assert "说错了的一行" not in wall.burning.log.accessibleName()


# -- while something burns -------------------------------------------------------------------------------------------


def test_a_whistle_takes_the_wall_at_once_and_late_ones_are_counted(
    wall: Wallboard, desk: Desk, painted: set[str], quick: None
) -> None:
    desk.blow()
    whistle = desk.incident.whistle
    assert wall.shown == whistle.id
    assert wall.burning.isVisible()
    assert not wall.calm.isVisible()
    assert wall.frame.mode == "real"
    assert whistle.number in told(wall, painted)
    for state in desk.incident.report_ins:
        unit = desk.window.desk.reference.unit_name(state.unit).partition("（")[0].replace("办公室", "办")
        assert unit in wall.burning.departments.accessibleName()
    desk.pass_time(40 * MINUTE)
    hot = [figure for figure in wall.burning.banner._face.figures if figure.warn]  # type: ignore[union-attr]
    assert hot
    assert reds(wall)


def test_the_calm_wall_has_no_red_and_no_amber_pixel_even_with_late_cases(
    wall: Wallboard, desk: Desk, painted: set[str]
) -> None:
    """Shape and word carry what is late; colour is left for what burns (design 24)."""
    desk.pass_time(30 * 24 * 60 * MINUTE)
    desk.hands.until(lambda: wall._calm is not None and not wall._asked and wall._calm.counts["overdue"] > 0)
    for theme in ("dark", "light"):
        wall.services.settings_wanted.emit({"theme": theme})
        told(wall, painted)
        colors = [wall.look.color(name) for name in ("red", "redF", "amb", "ambF")]
        assert near(wall.grab().toImage(), colors) == 0, theme


def test_a_drill_that_was_broken_off_says_so_and_not_nought_of_nought(
    wall: Wallboard, desk: Desk, painted: set[str], quick: None
) -> None:
    desk.blow(drill=True)
    desk.digit(1)
    QTest.keyClick(desk.window, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    desk.hands.settled()
    desk.hands.until(lambda: not wall.shown and wall._calm is not None and not wall._asked)
    text = told(wall, painted)
    assert "broken off" in text
    assert "0 / 0" not in text


def test_who_was_at_a_drill_before_it_was_broken_off_was_there(
    wall: Wallboard, desk: Desk, painted: set[str], quick: None
) -> None:
    desk.blow(drill=True)
    desk.line("3 到 4")
    desk.line("5 到 4")
    QTest.keyClick(desk.window, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    desk.hands.settled()
    desk.hands.until(lambda: not wall.shown and wall._calm is not None and not wall._asked)
    assert "2 / 1" in told(wall, painted), "two of eleven or twelve"


def test_a_slower_whistle_does_not_burn_on_the_wall(wall: Wallboard, desk: Desk, painted: set[str]) -> None:
    units = tuple(UnitCall(unit=unit) for unit in ("D07", "D08"))
    refused: list[object] = []
    ticket = desk.window.desk.submit(BlowWhistle(units=units, kind="muster", title="违建拆除"))
    ticket.refused.connect(refused.append)
    desk.hands.settled()
    assert not refused
    assert desk.window.desk.read.incidents.running("")
    assert wall.shown == ""
    assert wall.calm.isVisible()
    assert wall.frame.mode == ""


def test_on_a_single_display_it_fills_it(application: Application, hands: Hands) -> None:
    hands.key(Qt.Key.Key_F12)
    wall = application._wallboard
    assert wall.size() == application.window.screen().availableGeometry().size()


def test_a_drill_on_the_wall_has_no_red_and_says_so(
    wall: Wallboard, desk: Desk, painted: set[str], quick: None
) -> None:
    desk.blow(drill=True)
    desk.pass_time(40 * MINUTE)
    assert wall.frame.mode == "drill"
    assert wall.watermark.isVisible()
    assert "DRILL" in told(wall, painted)
    assert reds(wall) == 0


def test_a_drill_never_takes_the_wall_from_a_real_incident_and_both_have_their_turn(
    wall: Wallboard, desk: Desk, quick: None
) -> None:
    desk.blow()
    real = desk.incident.whistle.id
    desk.pass_time(SECOND)
    desk.blow(Qt.Key.Key_2, drill=True)
    drill = desk.incident.whistle.id
    assert real != drill
    assert wall.shown == real
    shown = []
    for _ in range(4):
        desk.pass_time(TURN_MS)
        shown.append(wall.shown)
    assert shown == [drill, real, drill, real]
    desk.pass_time(SECOND)
    desk.blow(Qt.Key.Key_3)
    assert wall.shown == desk.incident.whistle.id


def test_every_second_moves_its_clocks(wall: Wallboard, desk: Desk, painted: set[str], quick: None) -> None:
    desk.blow()
    desk.pass_time(61 * SECOND)
    wall.grab()
    before = wall.burning.banner.accessibleName()
    desk.pass_time(SECOND)
    assert wall.burning.banner.accessibleName() != before


# -- when nothing burns, and when nothing can be read ----------------------------------------------------------------


class TestAnEmptyOffice:
    """A street of our own on its first day."""

    @pytest.fixture
    def office_folder(self, folder: Path) -> Path:
        """No office yet."""
        return folder

    @pytest.fixture
    def empty(self, application: Application, hands: Hands) -> Wallboard:
        """The wall of an office that was just founded."""
        application.desk.submit(empty_office("柳荫街道", NOW, lambda: uuid7(NOW)))
        hands.until(lambda: application.desk.reference.founded)
        hands.settled()
        hands.key(Qt.Key.Key_F12)
        return seen(application, hands)

    def test_nothing_is_red_or_amber_and_zero_is_a_plain_zero(self, empty: Wallboard, painted: set[str]) -> None:
        text = told(empty, painted)
        assert "柳荫街道" in text
        assert "0" in painted
        colors = [empty.look.color(name) for name in ("redF", "red", "ambF", "amb")]
        assert near(empty.grab().toImage(), colors) == 0

    def test_rates_of_nothing_are_no_rates(self, empty: Wallboard, painted: set[str]) -> None:
        text = told(empty, painted)
        assert "100.0" not in text
        assert "0.0" not in text


def test_what_cannot_be_read_is_named_as_old(
    wall: Wallboard, desk: Desk, painted: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError("disk I/O error")

    monkeypatch.setattr("commandcenter.ui.wallboard.reading.three_rates", broken)
    desk.pass_time(2 * MINUTE)
    desk.hands.until(lambda: wall._failed_at > 0)
    assert "as of" in told(wall, painted)
    monkeypatch.undo()
    desk.pass_time(2 * MINUTE)
    desk.hands.until(lambda: wall._failed_at == 0)


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (3840, 2160), (1080, 1920)])
def test_it_fits_whatever_display_it_gets(wall: Wallboard, size: tuple[int, int]) -> None:
    wall.resize(*size)
    wall.grab()
    for page in (wall.calm, wall.burning):
        for part in page.children():
            if isinstance(part, QWidget) and part.isVisible():
                assert wall.rect().contains(part.geometry()), part


def test_a_false_alarm_stands_neutral_and_takes_no_turn_while_something_burns(
    desk: Desk, wall: Wallboard, application: Application, painted: set[str], hands: Hands
) -> None:
    desk.blow()
    first = desk.incident.whistle.id
    application.window.desk.submit(DeclareFalseAlarm(whistle=first, words="烧开水的水汽"))
    hands.settled()
    assert wall._shown == first, "it is all there is"
    assert "False alarm" in wall.burning.banner.accessibleName()
    assert "REAL" not in told(wall, painted)
    assert wall.frame.mode == ""
    second = BlowWhistle(units=(UnitCall(unit="D01"),), place_words="南街", title="火警")
    application.window.desk.submit(second)
    hands.settled()
    assert [row.state.id for row in wall._running] == [wall._shown]
    assert wall._shown != first
    assert wall.burning.banner.accessibleName().startswith("REAL")
