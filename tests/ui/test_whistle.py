"""The whistle console: F9 from anywhere, three actions, nobody's permission - and a button that really has to be held."""

from __future__ import annotations

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import DRILL, REAL
from commandcenter.domain.office import SignOut
from commandcenter.domain.whistle_acts import UndoWhistle
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import HoldButton
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.shell.window import Window
from commandcenter.ui.whistle.draft import UnitRow
from commandcenter.ui.whistle.screen import WhistleScreen
from main_screens import CONTROL, Desk, repeat
from office_window import Hands
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

ALT = Qt.KeyboardModifier.AltModifier
FIRE = ["D01", "D02", "D03", "F04", "D07", "F02", "S02", "D27", "D04", "D11", "D10", "D05"]
"""The departments of the plan for a fire in an old building that are not optional, in the order of the plan."""


@pytest.fixture
def console(window: Window, desk: Desk, hands: Hands) -> WhistleScreen:
    hands.key(Qt.Key.Key_F9)
    screen = window.current
    assert isinstance(screen, WhistleScreen)
    return screen


def ticked(screen: WhistleScreen) -> list[str]:
    return [row.unit for row in screen.unit_model.rows if row.ticked]


def checks(screen: WhistleScreen) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return " / ".join(label.text() for label in screen.briefing.findChildren(Label))


# -- three actions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", ["overview", "cases", "post", "roster", "review", "settings"])
def test_three_actions_blow_a_whistle_from_every_screen(
    window: Window, desk: Desk, hands: Hands, screen: str, quick: None
) -> None:
    """F9, the kind of event, Enter held: nothing else is pressed and nothing else is asked."""
    window.go(Go(screen))
    hands.key(Qt.Key.Key_F9)
    hands.key(Qt.Key.Key_3)
    assert isinstance(hands.focus(), HoldButton)
    desk.story.begin()
    desk.hold_enter(desk.on_post)
    blown = desk.story.one("whistle.blown")
    assert (blown.mode, blown.body["plan"]) == (REAL, "RQ-01")
    assert blown.actor == "P4103"
    assert desk.story.kinds.count("report_in.listed") >= 12
    assert isinstance(window.current, PostScreen)


def test_f9_with_nobody_signed_in_works_and_the_whistle_waits_for_a_signature(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    window.desk.submit(SignOut())
    hands.settled()
    desk.blow()
    whistle = desk.incident.whistle
    assert whistle.running
    assert whistle.blown_by == ""
    assert desk.post.banner._mark == "not yet signed by a leader"


def test_pinyin_initials_find_a_plan_without_a_digit(console: WhistleScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type("wqtl")
    assert [card.name for card in console.plan_model.rows] == ["外墙脱落伤人"]
    hands.enter()
    assert console.draft.plan is not None
    assert console.draft.plan.id == "FW-01"
    assert console.button.hasFocus()
    assert console.button.state == "ready"


def test_typing_digits_in_the_search_does_not_choose_a_plan(console: WhistleScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type("1")
    assert console.draft.plan is None
    hands.key(Qt.Key.Key_Escape)
    assert console.isVisible()
    assert console.plan_field.text() == ""


# -- the hold ------------------------------------------------------------------------------------------------------


def test_a_short_press_blows_nothing_and_a_whole_second_does(console: WhistleScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_1)
    desk.story.begin()
    held = QElapsedTimer()
    QTest.keyPress(console.button, Qt.Key.Key_Return)
    held.start()
    hands.until(lambda: held.elapsed() > 600)
    assert console.button.holding
    QTest.keyRelease(console.button, Qt.Key.Key_Return)
    assert not console.button.holding
    hands.enter()
    hands.settled()
    assert desk.story.kinds == []
    held.restart()
    desk.hold_enter(desk.on_post)
    assert held.elapsed() >= 1000
    assert desk.story.kinds.count("whistle.blown") == 1


def test_a_held_key_that_repeats_neither_restarts_nor_cancels_the_hold(
    console: WhistleScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_1)
    held = QElapsedTimer()
    QTest.keyPress(console.button, Qt.Key.Key_Return)
    held.start()
    hands.until(lambda: held.elapsed() > 500)
    repeat(console.button, Qt.Key.Key_Return)
    assert console.button.holding
    assert console.button._held.elapsed() > 500
    hands.until(desk.on_post)


def test_the_enter_that_still_repeats_when_the_board_appears_opens_no_menu(
    desk: Desk, hands: Hands, quick: None
) -> None:
    post = desk.blow()
    assert post.board.hasFocus()
    repeat(post.board, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("how", ["escape", "lost focus"])
def test_escape_and_a_lost_focus_let_go(console: WhistleScreen, desk: Desk, hands: Hands, how: str) -> None:
    hands.key(Qt.Key.Key_1)
    QTest.keyPress(console.button, Qt.Key.Key_Return)
    if how == "escape":
        hands.key(Qt.Key.Key_Escape)
    else:
        hands.key(Qt.Key.Key_G)
    assert not console.button.holding
    assert console.isVisible()


def test_the_mouse_can_hold_it_too(console: WhistleScreen, desk: Desk, hands: Hands, quick: None) -> None:
    hands.key(Qt.Key.Key_2)
    QTest.mousePress(console.button, Qt.MouseButton.LeftButton)
    hands.until(desk.on_post)
    assert desk.incident.whistle.plan == "FX-01"


def test_without_anybody_to_call_the_button_says_what_is_missing(
    console: WhistleScreen, desk: Desk, hands: Hands, quick: None
) -> None:
    assert console.button.state == "missing"
    assert "nobody to call" in console.button.accessibleName()
    hands.key(Qt.Key.Key_0)
    assert console.draft.plan is not None
    assert ticked(console) == []
    assert console.button.state == "missing"
    desk.story.begin()
    console.button.setFocus()
    hands.enter()
    hands.settled()
    assert desk.story.kinds == []


# -- what is filled in ---------------------------------------------------------------------------------------------


def test_the_plan_fills_in_whom_to_call_by_which_right_with_which_words(
    console: WhistleScreen, desk: Desk, hands: Hands, quick: None
) -> None:
    hands.key(Qt.Key.Key_1)
    assert ticked(console) == FIRE
    rows = {row.unit: row for row in console.unit_model.rows}
    assert isinstance(rows["D01"], UnitRow)
    assert rows["D01"].lead
    assert (rows["D01"].relation, rows["D03"].relation, rows["D07"].relation) == ("request", "dispatch", "direct")
    assert (rows["D01"].phone, rows["D07"].limits["arrive"]) == ("119", 10)
    assert not rows["D21"].ticked
    assert "The place is to be confirmed" in checks(console)
    assert console.text.toPlainText()
    desk.hold_enter(desk.on_post)
    incident = desk.incident
    assert [state.unit for state in incident.report_ins] == FIRE
    assert incident.report_ins[4].limits["arrive"] == 10
    assert not incident.whistle.place_known
    assert "place to be confirmed" in desk.post.banner.accessibleName()
    assert len(incident.orders) == 7


def test_the_place_says_who_answers_there_and_calls_the_community(
    console: WhistleScreen, desk: Desk, hands: Hands, quick: None
) -> None:
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_G)
    hands.type("望潮街16号")
    hands.until(lambda: console.draft.there.exact)
    assert "grid A3-01" in console.briefing.place_note.text()
    assert "nearest assembly point 槐序大街东口, 205 m" in console.briefing.place_note.text()
    console.briefing.place_field.selectAll()
    hands.type("锦机里8号楼")
    hands.enter()
    hands.enter()
    assert console.button.hasFocus()
    assert "锦机里社区" in console.briefing.place_note.text()
    assert ticked(console) == [*FIRE, "A5"]
    desk.hold_enter(desk.on_post)
    whistle = desk.incident.whistle
    assert (whistle.place, whistle.place_words) == ("B24", "锦机里8号楼")
    assert [state.unit for state in desk.incident.report_ins][-1] == "A5"


def test_a_place_nobody_knows_is_written_as_typed(
    console: WhistleScreen, desk: Desk, hands: Hands, quick: None
) -> None:
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_G)
    hands.type("铁路桥下那个棚子")
    assert "not recognised" in console.briefing.place_note.text()
    hands.enter()
    hands.enter()
    desk.hold_enter(desk.on_post)
    whistle = desk.incident.whistle
    assert (whistle.place, whistle.place_words) == ("", "铁路桥下那个棚子")


def test_space_drops_and_adds_a_unit_and_the_numbers_close_up(
    console: WhistleScreen, desk: Desk, hands: Hands, quick: None
) -> None:
    hands.key(Qt.Key.Key_1)
    console.units.view.setFocus()
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Space)
    dropped = FIRE[console.units.view.place]
    assert dropped not in ticked(console)
    assert [row.ordinal for row in console.unit_model.rows if row.ticked] == list(range(1, 12))
    hands.key(Qt.Key.Key_Space)
    assert ticked(console) == FIRE
    hands.key(Qt.Key.Key_Space)
    console.button.setFocus()
    desk.hold_enter(desk.on_post)
    assert dropped not in [state.unit for state in desk.incident.report_ins]


def test_a_adds_a_unit_that_no_plan_thought_of(console: WhistleScreen, desk: Desk, hands: Hands, quick: None) -> None:
    hands.key(Qt.Key.Key_0)
    hands.key(Qt.Key.Key_A)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Right)
    part = QApplication.activePopupWidget()
    assert isinstance(part, QMenu)
    assert part is not menu
    desk.choose("D12")
    assert ticked(console) == ["D12"]
    assert console.button.hasFocus()
    desk.hold_enter(desk.on_post)
    assert [state.unit for state in desk.incident.report_ins] == ["D12"]


def test_a_second_f9_does_not_throw_away_what_was_typed(console: WhistleScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_G)
    hands.type("锦机里8号楼")
    hands.key(Qt.Key.Key_F9)
    assert console.briefing.place_field.text() == "锦机里8号楼"
    assert ticked(console) == [*FIRE, "A5"]
    assert console.button.hasFocus()


def test_the_words_have_a_key_and_enter_goes_from_place_to_words_to_button(
    console: WhistleScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_W)
    hands.type("三楼冒烟")
    assert console.draft.title == "三楼冒烟"
    hands.enter()
    assert console.button.hasFocus()
    hands.type("有人呼救")
    assert console.draft.title == "三楼冒烟有人呼救", "what is typed on the button is not lost"
    assert console.briefing.title_field.hasFocus()
    console.briefing.title_field.clear()
    hands.key(Qt.Key.Key_Tab)
    console.focus_button()
    hands.key(Qt.Key.Key_G)
    hands.type("锦机里8号楼")
    hands.enter()
    assert console.briefing.title_field.hasFocus(), "nothing said yet: the words come next"
    hands.enter()
    assert console.button.hasFocus()
    assert ("W", "a few words") in console.hints()


def test_half_a_place_is_answered_with_places_and_the_arrow_takes_one(
    console: WhistleScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_G)
    hands.type("锦机")
    note = console.briefing.place_note.text()
    assert note.startswith("perhaps: ")
    assert "锦机里" in note
    hands.key(Qt.Key.Key_Down)
    hands.enter()
    assert console.draft.place is not None
    assert console.draft.place.name.startswith("锦机")
    assert console.briefing.place_field.text() == console.draft.place.name
    hands.type("没有这个地方")
    assert console.draft.place_words.endswith("没有这个地方")


def test_esc_leaves_and_nobody_was_told_anything(
    console: WhistleScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_1)
    desk.story.begin()
    hands.key(Qt.Key.Key_Escape)
    assert window.current is window.screens["overview"]
    hands.settled()
    assert desk.story.kinds == []
    assert window.frame.mode == ""


def test_x_drops_the_case_that_has_nothing_to_do_with_it(window: Window, desk: Desk, hands: Hands, quick: None) -> None:
    hands.key(Qt.Key.Key_2, ALT)
    hands.key(Qt.Key.Key_F9)
    console = window.current
    assert isinstance(console, WhistleScreen)
    assert console.draft.case is not None
    assert console.draft.case.number in console.briefing.origin.text()
    assert console.briefing.origin.isVisible()
    hands.key(Qt.Key.Key_1)
    called = ticked(console)
    hands.key(Qt.Key.Key_X)
    assert console.draft.case is None
    assert not console.briefing.origin.isVisible()
    assert (console.draft.place_words, console.briefing.place_field.text(), console.draft.title) == ("", "", "")
    assert console.draft.plan is not None
    assert set(ticked(console)) >= set(FIRE) - {"D05"}
    assert set(ticked(console)) <= set(called)
    desk.hold_enter(desk.on_post)
    assert desk.incident.whistle.case == ""


def test_the_limits_shown_are_those_that_will_run(
    console: WhistleScreen, desk: Desk, hands: Hands, quick: None
) -> None:
    hands.key(Qt.Key.Key_1)
    shown = {row.unit: dict(row.limits) for row in console.unit_model.rows if row.ticked}
    assert any(limits.get("arrive") is None for limits in shown.values()), "some keep their own rule"
    desk.hold_enter(desk.on_post)
    clocks = ("answer", "leave", "arrive")
    running = {
        state.unit: {name: limit for name, limit in state.limits.items() if name in clocks}
        for state in desk.incident.report_ins
    }
    assert shown == running
    assert {state.limits.get("par") for state in desk.incident.report_ins if state.relation != "report"} == {20}
    assert {"answer": 5, "leave": 10, "arrive": 30} in shown.values()


def test_an_event_has_the_same_digit_in_earnest_and_in_a_drill(console: WhistleScreen, hands: Hands) -> None:
    earnest = {card.key: card.plan for card in console.plan_model.rows if card.key}
    hands.key(Qt.Key.Key_D, CONTROL)
    cards = console.plan_model.rows
    drilled = {card.key: card.plan for card in cards if card.key}
    drills = {card.plan for card in cards}
    assert len(drilled) == 10
    assert all(drilled[key] == plan for key, plan in earnest.items() if plan in drills)


def test_a_place_that_came_along_says_so_until_another_is_typed(window: Window, desk: Desk, hands: Hands) -> None:
    place = next(iter(window.desk.reference.directory.places.values()))
    window.go(Go("whistle", {"real": True, "place": place.id}))
    console = window.current
    assert isinstance(console, WhistleScreen)
    assert place.name in console.briefing.origin.text()
    hands.key(Qt.Key.Key_G)
    hands.type("别处")
    assert not console.briefing.origin.isVisible()
    hands.enter()
    hands.enter()
    hands.key(Qt.Key.Key_X)
    assert console.draft.place_words == "别处"


def test_a_whistle_for_a_case_stands_in_the_story_of_the_case(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    hands.key(Qt.Key.Key_2, ALT)
    hands.key(Qt.Key.Key_J)
    case = window.screens["cases"].whistle_context()["case"]  # type: ignore[attr-defined]
    desk.blow(Qt.Key.Key_7)
    assert desk.incident.whistle.case == case
    told, facts = window.desk.read.cases.case(case)
    assert [fact.kind for fact in facts][-1] == "case.whistled"
    assert told.stage == "whistled"


# -- like another one ----------------------------------------------------------------------------------------------


def test_the_same_event_twice_is_asked_about_and_never_forbidden(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    """No dialog: two keys answer, and blowing on is an answer too; the record says that it was asked."""
    desk.blow(Qt.Key.Key_1)
    first = desk.incident.whistle
    desk.pass_time(5 * MINUTE)
    hands.key(Qt.Key.Key_F9)
    console = window.screens["whistle"]
    assert isinstance(console, WhistleScreen)
    assert not console.briefing.join.isVisible()
    hands.key(Qt.Key.Key_1)
    assert first.number in console.briefing.alike.text()
    assert console.briefing.join.isVisible()
    assert console.button.state == "ready"
    hands.key(Qt.Key.Key_N)
    assert not console.briefing.join.isVisible()
    desk.hold_enter(desk.on_post)
    hands.settled()
    assert desk.incident.whistle.beside == first.id


def test_after_a_quarter_of_an_hour_it_is_not_asked_any_more(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    desk.blow(Qt.Key.Key_1)
    desk.pass_time(16 * MINUTE)
    hands.key(Qt.Key.Key_F9)
    hands.key(Qt.Key.Key_1)
    console = window.screens["whistle"]
    assert isinstance(console, WhistleScreen)
    assert not console.briefing.join.isVisible()


def test_a_call_about_the_same_event_joins_its_board(window: Window, desk: Desk, hands: Hands, quick: None) -> None:
    desk.blow(Qt.Key.Key_1)
    first = desk.incident.whistle.id
    desk.pass_time(3 * MINUTE)
    hands.key(Qt.Key.Key_F9)
    hands.key(Qt.Key.Key_1)
    console = window.screens["whistle"]
    assert isinstance(console, WhistleScreen)
    hands.key(Qt.Key.Key_G)
    hands.type("2 hao lou")
    hands.enter()
    hands.enter()
    desk.story.begin()
    hands.key(Qt.Key.Key_B)
    hands.until(desk.on_post)
    hands.settled()
    joined = desk.story.one("whistle.joined")
    assert joined.words("words") == "2 hao lou"
    assert desk.story.kinds == ["whistle.joined"], "no second whistle was blown"
    assert desk.post.incident is not None
    assert desk.post.incident.whistle.id == first
    assert any("2 hao lou" in row.words for row in desk.post.log.timeline.model().rows)  # type: ignore[attr-defined]


def test_the_word_came_in_when_f9_was_pressed_not_when_the_last_whistle_was_blown(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    desk.blow(Qt.Key.Key_1)
    desk.pass_time(40 * MINUTE)
    hands.key(Qt.Key.Key_F9)
    pressed = desk.clock.now()
    desk.pass_time(MINUTE)
    hands.key(Qt.Key.Key_3)
    desk.hold_enter(desk.on_post)
    hands.settled()
    whistle = desk.incident.whistle
    assert whistle.received_at == pressed
    assert whistle.blown_at - pressed >= MINUTE


def test_first_guesses_and_the_assembly_point_go_with_the_whistle(
    console: WhistleScreen, desk: Desk, hands: Hands, quick: None
) -> None:
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_J)
    points = [place.id for place in desk.window.desk.reference.directory.places.values() if place.kind == "assembly"]
    desk.fill(event="general", response="fourth", assembly=points[1])
    desk.send()
    assert "Event grade (first guess) Ordinary" in console.briefing.guess.text()
    desk.hold_enter(desk.on_post)
    whistle = desk.incident.whistle
    told = {scale: guess.value for scale, guess in whistle.guesses.items()}
    assert told == {"kind": "accident", "event": "general", "response": "fourth"}
    assert whistle.assembly == points[1]
    assert whistle.received_at is not None
    assert "event, first guess: Ordinary" in desk.post.banner.accessibleName()


# -- drills --------------------------------------------------------------------------------------------------------


def test_a_drill_starts_only_from_a_drill_plan_and_is_marked_everywhere(
    console: WhistleScreen, window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    assert window.frame.mode == REAL
    hands.key(Qt.Key.Key_D, CONTROL)
    assert window.frame.mode == DRILL
    assert window.watermark.isVisible()
    assert "DRILL" in console.mode_bar.accessibleName()
    assert console.button.state == "missing"
    assert "no drill plan" in console.button.accessibleName()
    assert (console.plan_model.rows[0].key, console.plan_model.rows[0].drill) == ("1", "SC03")
    hands.key(Qt.Key.Key_1)
    assert console.draft.drill is not None
    assert console.text.toPlainText().startswith("【演练】")
    assert "DRILL" in console.button.text()
    desk.story.begin()
    desk.hold_enter(desk.on_post)
    assert {fact.mode for fact in desk.story.facts} == {DRILL}
    whistle = desk.incident.whistle
    assert whistle.number.startswith("演-")
    assert (whistle.mode, whistle.drill, whistle.place) == (DRILL, "SC03", "B24")
    assert all(text.startswith("【演练】") for text in whistle.texts.values())
    assert window.frame.mode == DRILL
    assert window.watermark.isVisible()


def test_no_red_is_seen_anywhere_in_a_drill(console: WhistleScreen, window: Window, desk: Desk, hands: Hands) -> None:
    for row in window.rail.items.values():
        row.set_badge(0, urgent=False)
    hands.key(Qt.Key.Key_D, CONTROL)
    hands.key(Qt.Key.Key_3)
    image = console.grab().toImage()
    reds = {window.look.color(name).rgb() for name in ("red", "redF", "redS")}
    points = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    assert not any(image.pixelColor(x, y).rgb() in reds for x, y in points)


def test_f9_during_a_drill_opens_the_real_console(window: Window, desk: Desk, hands: Hands, quick: None) -> None:
    desk.blow(Qt.Key.Key_1, drill=True)
    assert window.frame.mode == DRILL
    hands.key(Qt.Key.Key_F9)
    assert window.frame.mode == REAL
    assert window.screens["whistle"].mode() == REAL
    assert desk.incident.whistle.running


def test_ctrl_f9_ends_the_drill_and_opens_the_real_console(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    desk.blow(Qt.Key.Key_1, drill=True)
    hands.key(Qt.Key.Key_F9, CONTROL)
    hands.settled()
    assert desk.story.one("whistle.drill_ended").body["reason"] == "real_event"
    assert not desk.incident.whistle.running
    assert window.current is window.screens["whistle"]
    assert window.frame.mode == REAL
    assert desk.story.kinds.count("report_in.cancelled") == len(desk.incident.report_ins)


# -- taken back ----------------------------------------------------------------------------------------------------


def test_ctrl_z_takes_it_back_for_ten_seconds(window: Window, desk: Desk, hands: Hands, quick: None) -> None:
    post = desk.blow()
    assert post.undo_button.isVisible()
    assert "10 s" in post.undo_button.text() or "11 s" in post.undo_button.text()
    desk.pass_time(4000)
    assert "6 s" in post.undo_button.text()
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.settled()
    assert "whistle.undone" in desk.story.kinds
    assert post.pages.currentWidget() is post.empty
    assert window.frame.mode == ""


def test_after_ten_seconds_it_is_too_late_to_take_it_back(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    post = desk.blow()
    desk.pass_time(11_000)
    assert not post.undo_button.isVisible()
    desk.story.begin()
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.settled()
    assert desk.story.kinds == []
    assert "There is nothing to undo." in desk.toasts
    ticket = window.desk.submit(UndoWhistle(whistle=desk.incident.whistle.id))
    hands.settled()
    assert getattr(ticket.outcome, "code", "") == "undo_too_late"
