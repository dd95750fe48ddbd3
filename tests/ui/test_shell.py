"""The frame around the screens: rail, bars, command search, look, seat, alarms - with the keys of a person."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.desk.clock import SetClock
from commandcenter.desk.engine import Engine, NotSaved, Outcome
from commandcenter.desk.pin import pin_digest
from commandcenter.domain.case_acts import NoteCase
from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.domain.office import SignOut
from commandcenter.domain.record import AmendRecord
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.finder import Found
from commandcenter.ui.shell.sound import DRILL_TONE, REAL_TONE, Sound
from commandcenter.ui.shell.window import Window
from commandcenter.ui.when import clock_seconds
from commandcenter.ui.whistle.screen import WhistleScreen
from main_screens import OFFICER, Desk
from office_window import Hands
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.conftest import NOW

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PLACES = {
    "overview": (1, "overview"),
    "cases": (2, "cases"),
    "whistle": (3, "whistle"),
    "post": (4, "post"),
    "roster": (5, "roster"),
    "review": (6, "review"),
    "drills": (8, "drills"),
    "study": (9, "rates"),
}
"""What stands on the rail: its digit, and the screen it opens."""


@pytest.fixture(autouse=True)
def no_loudspeaker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tones are noted, and end there."""
    monkeypatch.setattr(Sound, "_try", lambda *_: True)


def settings_file(window: Window) -> dict[str, object]:
    found: dict[str, object] = json.loads((window.desk.folder / "settings.json").read_text("utf-8"))
    return found


# -- rail, top bar, key bar ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PLACES)
def test_alt_and_a_digit_or_a_click_show_the_screen(window: Window, hands: Hands, name: str) -> None:
    item = window.rail.items[name]
    digit, first = PLACES[name]
    hands.key(Qt.Key(Qt.Key.Key_0 + digit), ALT)
    assert window.current is window.screens[first]
    assert [key for key, one in window.rail.items.items() if one._active] == [name]
    window.go(Go("settings"))
    hands.click(item)
    assert window.current is window.screens[first]
    assert window.top.title.text() == window.screens[first].title() != ""


def test_only_the_drill_room_opens_where_it_was_left(window: Window, hands: Hands) -> None:
    for name, (digit, first) in PLACES.items():
        hands.key(Qt.Key(Qt.Key.Key_0 + digit), ALT)
        hands.key(Qt.Key.Key_Tab, CONTROL)
        left = window.current
        window.go(Go("settings"))
        hands.key(Qt.Key(Qt.Key.Key_0 + digit), ALT)
        assert window.current is (left if name == "drills" else window.screens[first]), name


def test_the_rail_counts_what_is_overdue_and_what_runs(desk: Desk, window: Window, quick: None) -> None:
    overdue = window.desk.read.cases.counts(NOW)["overdue"]
    assert overdue > 0
    assert str(overdue) in window.rail.items["cases"].accessibleName()
    assert "1" not in window.rail.items["post"].accessibleName()
    desk.blow()
    assert "1" in window.rail.items["post"].accessibleName()
    assert window.rail.items["post"]._urgent


def test_a_drill_on_the_rail_is_counted_without_red(desk: Desk, window: Window, quick: None) -> None:
    desk.blow(drill=True)
    assert "1" in window.rail.items["post"].accessibleName()
    assert not window.rail.items["post"]._urgent


def test_the_clock_goes_with_the_desk(window: Window, clock: SetClock) -> None:
    clock.advance(61 * SECOND)
    window.desk.ticker.tick()
    assert window.top.clock.text() == clock_seconds(NOW + 61 * SECOND)


def test_the_key_bar_tells_the_keys_of_the_screen(window: Window, hands: Hands) -> None:
    told = set()
    for name in PLACES:
        window.go(Go(name))
        hints = window.screens[name].hints()
        assert hints or name in ("post", "review"), name
        assert all(f"{keys} {words}" in window.keys.accessibleName() for keys, words in hints)
        told.add(window.keys.accessibleName())
    assert len(told) >= len(PLACES) - 1, "without an incident two screens have no keys of their own"


def test_f1_shows_every_key_of_the_window_and_the_screen(window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_F1)
    assert window.keys_sheet.isVisible()
    words = {label.text() for label in window.keys_sheet.findChildren(QWidget) if hasattr(label, "text")}
    assert {words for _, words in window.window_hints()} <= words
    assert window.current is not None
    assert {words for _, words in window.current.hints()} <= words
    hands.key(Qt.Key.Key_Escape)
    assert not window.keys_sheet.isVisible()


def test_f11_fills_the_display_and_gives_it_back(window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_F11)
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    hands.key(Qt.Key.Key_F11)
    assert not window.windowState() & Qt.WindowState.WindowFullScreen


# -- what is saved ---------------------------------------------------------------------------------------------------


def a_case(window: Window) -> str:
    return str(window.desk.read.cases.search("井盖", 1)[0].id)


def note(window: Window) -> None:
    window.desk.submit(NoteCase(case=a_case(window), words="已到现场"))


def test_the_data_light_tells_when_the_last_entry_was_saved(window: Window, hands: Hands, clock: SetClock) -> None:
    clock.advance(5 * MINUTE)
    note(window)
    hands.settled()
    assert clock_seconds(NOW + 5 * MINUTE) in window.top.data.text()


def test_what_is_not_saved_is_shown_until_it_is(window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    before = window.desk.read.status.position()

    def full(_: Engine, requests: list[object]) -> list[Outcome]:
        return [NotSaved("disk_full", {}) for _ in requests]

    with monkeypatch.context() as broken:
        broken.setattr(Engine, "execute_all", full)
        note(window)
        note(window)
        hands.settled()
    assert window.strip.isVisible()
    assert "2" in window.top.data.text()
    assert window.top.data._chip.tone == "warn"
    window.desk.told.emit(_Found())
    hands.click(window.strip._second)
    assert window.strip.isVisible(), "closing another word must not give up what waits"
    hands.click(window.strip._first)
    hands.settled()
    assert not window.strip.isVisible()
    assert window.top.data._chip.tone == "plain"
    assert window.desk.read.status.position() == before + 2


def test_a_retry_that_fails_again_goes_on_being_shown(
    window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Engine, "execute_all", lambda _, requests: [NotSaved("read_only", {}) for _ in requests])
    note(window)
    hands.settled()
    hands.click(window.strip._first)
    hands.settled()
    assert window.strip.isVisible()
    assert window.unsaved.count == 1
    hands.click(window.strip._second)
    assert window.unsaved.count == 0


class _Found:
    """A trouble of a background job."""

    code = "disk_full"
    facts: dict[str, object] = {}


# -- command search --------------------------------------------------------------------------------------------------


def found(window: Window) -> list[Found]:
    palette = window.palette_sheet
    return [row for row in palette._model.rows if isinstance(row, Found)]


def test_ctrl_k_finds_by_two_letters_and_opens(window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_K, CONTROL)
    assert window.palette_sheet.field.hasFocus()
    hands.type("yc")
    titles = [one.title for one in found(window)]
    assert "砚池胡同" in titles
    hit = next(one for one in found(window) if one.title == "砚池胡同")
    assert hit.marks == ((0, 2),)
    while window.palette_sheet._model.row(window.palette_sheet.view.place) is not hit:
        hands.key(Qt.Key.Key_Down)
    hands.enter()
    assert not window.palette_sheet.isVisible()
    assert window.current is window.screens["roster"]


def test_chinese_words_find_cases_people_units_plans(window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_K, CONTROL)
    kinds = set()
    for word in ("井盖", "陶天佑", "消防", "燃气"):
        hands.key(Qt.Key.Key_A, CONTROL)
        hands.type(word)
        assert found(window), word
        kinds |= {one.kind for one in found(window)}
    assert {"case", "person", "unit", "plan"} <= kinds


@pytest.mark.parametrize(("mark", "kind"), [("@", "person"), ("#", "case"), ("!", "plan"), (">", "command")])
def test_a_mark_narrows_to_one_kind(window: Window, hands: Hands, mark: str, kind: str) -> None:
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type(mark)
    hands.type({"person": "陶", "case": "路灯", "plan": "燃气", "command": "theme"}[kind])
    assert found(window)
    assert {one.kind for one in found(window)} == {kind}


def test_nothing_found_is_said_and_esc_gives_the_keyboard_back(window: Window, hands: Hands) -> None:
    before = hands.focus()
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type("qqqqzz")
    assert window.palette_sheet._nothing.isVisible()
    hands.enter()
    assert window.palette_sheet.isVisible()
    hands.key(Qt.Key.Key_Escape)
    assert not window.palette_sheet.isVisible()
    assert hands.focus() is before


def test_alt_p_in_the_search_shows_the_number_without_opening(window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type("@陶天佑")
    hands.key(Qt.Key.Key_P, ALT)
    assert window.phone_sheet.isVisible()
    assert window.phone_sheet.number.text() == "100-0000-0026"
    hands.key(Qt.Key.Key_C)
    assert QApplication.clipboard().text() == "100-0000-0026"


def test_a_house_number_leads_to_its_place_to_who_answers_and_to_the_console(window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type("砚池胡同27号旁边的幼儿园")
    (hit,) = [one for one in found(window) if one.kind == "place"]
    assert hit.title == "砚池胡同27号旁边的幼儿园", "what only tells it more closely is kept"
    assert "陶天佑 100-0000-0026" in hit.detail
    hands.key(Qt.Key.Key_P, ALT)
    assert window.phone_sheet.number.text() == "100-0000-0026"
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type("砚池胡同27号")
    hands.key(Qt.Key.Key_9, CONTROL)
    assert window.current is window.screens["whistle"]
    assert window.current.draft.place_words == "砚池胡同27号"  # type: ignore[union-attr]


def test_ctrl_9_in_the_search_takes_the_plan_to_the_console(window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type("!燃气")
    plan = found(window)[0]
    hands.key(Qt.Key.Key_9, CONTROL)
    screen = window.current
    assert screen is window.screens["whistle"]
    assert screen.mode() == "real"
    assert plan.go is not None
    assert screen.draft.plan is not None  # type: ignore[union-attr]
    assert screen.draft.plan.id == plan.go.what["plan"]  # type: ignore[union-attr]


# -- look and window -------------------------------------------------------------------------------------------------


def test_the_theme_changes_at_once_and_stays(window: Window, hands: Hands) -> None:
    dark = window.grab().toImage().pixelColor(4, 400)
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type(">theme")
    hands.enter()
    assert window.look.theme == "light"
    assert window.grab().toImage().pixelColor(4, 400) != dark
    assert settings_file(window)["theme"] == "light"


@pytest.mark.parametrize("name", PLACES)
def test_another_text_size_looks_as_if_it_had_always_been(
    application: Application, office_folder: Path, clock: SetClock, hands: Hands, name: str
) -> None:
    window = application.window
    window.go(Go(name))
    window.services.settings_wanted.emit({"scale": 130})
    assert settings_file(window)["scale"] == 130
    changed = places(window)
    application.close()
    window.hide()
    again, other = started(office_folder, clock)
    other.go(Go(name))
    assert other.look.scale == 130
    born = places(other)
    again.close()
    other.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert changed == born


def places(window: Window) -> dict[str, object]:
    """Where the parts around the screen stand, and how large its labels are drawn."""
    window.resize(1920, 1080)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    window.grab()
    parts: dict[str, QWidget] = {"rail": window.rail, "top": window.top, "keys": window.keys, "stack": window.stack}
    parts |= dict(window.rail.items)
    return {name: part.geometry().getRect() for name, part in parts.items()}


def started(folder: Path, clock: SetClock) -> tuple[Application, Window]:
    hook = sys.excepthook
    application = Application(folder, clock)
    window = application.start()
    sys.excepthook = hook
    window.show()
    return application, window


def test_a_window_that_filled_the_display_does_so_again(
    application: Application, office_folder: Path, clock: SetClock, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_F11)
    application.close()
    application.window.hide()
    again, other = started(office_folder, clock)
    full = bool(other.windowState() & Qt.WindowState.WindowFullScreen)
    again.close()
    other.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert full


# -- the seat --------------------------------------------------------------------------------------------------------


def test_two_keys_change_who_sits_here(desk: Desk, window: Window, hands: Hands) -> None:
    before = window.desk.who().actor
    names = []
    for _ in range(3):
        hands.key(Qt.Key.Key_F10)
        hands.enter()
        hands.settled()
        assert not window.seat_sheet.isVisible()
        now = window.desk.who().actor
        assert now != before
        before = now
        person = window.desk.reference.directory.people[now]
        assert person.name in window.top.seat.text()
        names.append(now)
    assert len(set(names)) > 1


def test_the_seat_is_found_by_initials_and_can_be_left(window: Window, hands: Hands) -> None:
    hands.click(window.top.seat)
    person = window.seat_sheet._people[-1]
    hands.type(person.name)
    hands.enter()
    hands.settled()
    assert window.desk.who().actor == person.person
    hands.click(window.top.seat)
    hands.click(window.seat_sheet._leave)
    hands.settled()
    assert window.desk.who().actor == ""


def test_a_pin_is_asked_for_and_a_wrong_one_changes_nothing(window: Window, hands: Hands) -> None:
    window.desk.submit(AmendRecord(subject=f"person/{OFFICER}", fields={"pin": pin_digest("4711")}))
    hands.settled()
    sheet = window.seat_sheet
    hands.key(Qt.Key.Key_F10)
    name = window.desk.reference.directory.people[OFFICER].name
    hands.type(name)
    hands.enter()
    assert sheet.pin.hasFocus()
    hands.type("0000")
    hands.enter()
    assert sheet.note.text()
    assert window.desk.who().actor == ""
    hands.type("4711")
    hands.enter()
    hands.settled()
    assert (window.desk.who().actor, window.desk.who().assurance) == (OFFICER, "pin")


def test_nobody_signed_in_is_no_hindrance(desk: Desk, window: Window, hands: Hands, quick: None) -> None:
    window.desk.submit(SignOut())
    hands.settled()
    desk.blow()
    assert window.desk.read.incidents.running()


@pytest.mark.parametrize("sheet", ["seat_sheet", "palette_sheet", "keys_sheet", "phone_sheet"])
def test_no_sheet_is_in_the_way_of_f9(window: Window, hands: Hands, sheet: str) -> None:
    {
        "seat_sheet": window.seat_sheet.open_sheet,
        "palette_sheet": window.open_palette,
        "keys_sheet": window.show_keys,
        "phone_sheet": window.phone_sheet.present,
    }[sheet]()
    assert getattr(window, sheet).isVisible()
    hands.key(Qt.Key.Key_F9)
    assert window.current is window.screens["whistle"]
    assert not getattr(window, sheet).isVisible()
    assert window.screens["whistle"].isAncestorOf(hands.focus())


def test_f9_out_of_a_half_typed_case_keeps_what_was_typed(desk: Desk, window: Window, hands: Hands) -> None:
    """What is named is registered on the way and stands in the console; it would be registered twice as a draft."""
    hands.key(Qt.Key.Key_F2)
    hands.until(lambda: bool(desk.sheets))
    hands.type("井盖松动")
    hands.key(Qt.Key.Key_F9)
    assert desk.sheets == []
    console = window.screens["whistle"]
    assert isinstance(console, WhistleScreen)
    hands.until(lambda: console.draft.case is not None)
    case = console.draft.case
    assert case is not None
    assert window.desk.read.cases.case(case.id)[0].title == console.draft.title == "井盖松动"
    hands.key(Qt.Key.Key_F2)
    hands.until(lambda: bool(desk.sheets))
    assert not any(desk.form.form.text(name) == "井盖松动" for name in desk.form.form.widgets)


def test_f9_on_a_drill_opens_the_real_console(desk: Desk, window: Window, hands: Hands, quick: None) -> None:
    desk.blow(drill=True)
    assert window.frame.mode == "drill"
    hands.key(Qt.Key.Key_F9)
    assert window.frame.mode == "real"
    assert not window.watermark.isVisible()


# -- alarms ----------------------------------------------------------------------------------------------------------


def late(desk: Desk) -> None:
    """Time enough that departments have not answered."""
    desk.pass_time(20 * MINUTE)
    desk.hands.until(lambda: bool(desk.window.alarms.alarms))


def test_an_alarm_takes_nobodys_keyboard(desk: Desk, window: Window, hands: Hands, quick: None) -> None:
    desk.blow()
    window.go(Go("overview"))
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type("yc")
    late(desk)
    assert window.palette_sheet.field.hasFocus()
    assert window.palette_sheet.field.text() == "yc"
    assert window.current is window.screens["overview"]
    assert QApplication.activeModalWidget() is None


def test_f8_takes_note_of_the_newest_until_none_waits(desk: Desk, window: Window, hands: Hands, quick: None) -> None:
    desk.blow()
    late(desk)
    waiting = len(window.alarms.alarms)
    together = sum(alarm.subject == window.alarms.alarms[0].subject for alarm in window.alarms.alarms)
    assert str(waiting) in window.keys._note
    hands.key(Qt.Key.Key_F8)
    hands.settled()
    assert len(window.alarms.alarms) == waiting - together, "all that ran out at that source"
    while window.alarms.alarms:
        hands.key(Qt.Key.Key_F8)
        hands.settled()
    hands.key(Qt.Key.Key_F8)
    assert desk.toasts


def test_a_tone_sounds_each_minute_three_times_then_the_screen_alone(desk: Desk, window: Window, quick: None) -> None:
    window.services.settings_wanted.emit({"sound": True})
    desk.blow()
    late(desk)
    window.sound.played.clear()
    window.alarms._tones.clear()
    heard = []
    for _ in range(6):
        desk.clock.advance(MINUTE)
        window.alarms._on_tick(desk.clock.now())
        heard.append(len(window.sound.played))
    assert heard == [1, 2, 3, 3, 3, 3]
    assert set(window.sound.played) == {REAL_TONE}
    assert window.alarms.alarms


def test_a_drill_has_a_tone_of_its_own_and_mute_is_for_a_while(desk: Desk, window: Window, quick: None) -> None:
    window.services.settings_wanted.emit({"sound": True})
    desk.blow(drill=True)
    late(desk)
    window.sound.played.clear()
    window.alarms._tones.clear()
    window.alarms.mute()
    window.alarms._on_tick(desk.clock.now())
    assert window.sound.played == []
    desk.clock.advance(10 * MINUTE)
    window.alarms._on_tick(desk.clock.now())
    assert window.sound.played == [DRILL_TONE]


def test_without_flashing_nothing_blinks(desk: Desk, window: Window, quick: None) -> None:
    desk.blow()
    late(desk)
    assert window.status._flash.isActive()
    window.services.settings_wanted.emit({"flash": False})
    assert not window.status._flash.isActive()
    assert settings_file(window)["flash"] is False


def test_another_language_builds_the_window_anew_and_loses_nothing(
    application: Application, hands: Hands, desk: Desk, quick: None
) -> None:
    desk.blow()
    first = application.window
    first.alarms.mute()
    first.go(Go("settings", {"section": "units"}))
    where = first.screens["settings"].where()
    first.services.settings_wanted.emit({"language": "en"})
    hands.until(lambda: application.window is not first)
    window = application.window
    assert window.current is window.screens["settings"]
    assert window.current.where()["section"] == where["section"]
    assert window.rail.isVisible()
    assert window.alarms.muted_until == first.alarms.muted_until
    QTest.keyClick(window, Qt.Key.Key_4, ALT)
    assert desk.incident.whistle.id in {row.state.id for row in window.desk.read.incidents.running()}
    assert window.frame.mode == "real"
