"""F3 anywhere takes a call down; the list shows what it owes; a call becomes a case or a whistle; drafts are kept. By keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from commandcenter.app import Application
from commandcenter.domain.call import Call
from commandcenter.domain.call_acts import RecordCall
from commandcenter.domain.clock import HOUR, MINUTE
from commandcenter.ui.calls.screen import CallsScreen
from commandcenter.ui.parts.callform import CallSheet
from commandcenter.ui.parts.finder import Finder
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from commandcenter.ui.whistle.screen import WhistleScreen
from main_screens import OFFICER, Desk
from office_window import Hands
from PySide6.QtCore import Qt
from tests.conftest import NOW

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAID = "砚池胡同9号院进水，两位老人在床上"


@pytest.fixture
def calls(window: Window, desk: Desk, hands: Hands) -> CallsScreen:
    window.go(Go("calls"))
    shown = window.current
    assert isinstance(shown, CallsScreen)
    desk.story.begin()
    return shown


def take(desk: Desk, hands: Hands, **words: str) -> None:
    """F3, fill in, Ctrl+Enter."""
    hands.key(Qt.Key.Key_F3)
    desk.fill(**({"said": SAID} | words))
    desk.send()


def newest(window: Window) -> Call:
    lines = window.desk.read.calls.of_span(NOW - 12 * HOUR, NOW + 12 * HOUR).lines
    return window.desk.read.calls.one(lines[-1].id)


@pytest.mark.parametrize("screen", ["overview", "cases", "roster", "whistle", "duty"])
def test_f3_opens_the_form_anywhere_at_once(window: Window, desk: Desk, hands: Hands, screen: str) -> None:
    window.go(Go(screen))
    hands.settled()
    hands.key(Qt.Key.Key_F3)  # and nothing is waited for
    assert isinstance(desk.form, CallSheet)
    form = desk.form.form
    assert form.widgets["who"].hasFocus()
    assert not form.widgets["result"].isEnabled(), "what came of it is asked of a call that went out"
    assert form.labels["said"].text().endswith("*")
    form.set_text("direction", "out")
    form.set_text("result", "no_answer")
    assert form.widgets["result"].isEnabled()
    assert not form.labels["said"].text().endswith("*"), "nothing has to be told where nobody was reached"


def test_a_call_is_taken_down_where_one_stands(window: Window, desk: Desk, hands: Hands) -> None:
    before = window.current
    desk.story.begin()
    take(desk, hands, who="王先生", phone="139 0000 1111", answer="马上派人")
    assert window.current is before
    fact = desk.story.one("call.logged")
    assert (fact.words("who"), fact.words("said"), fact.words("answer")) == ("王先生", SAID, "马上派人")
    assert fact.actor == OFFICER
    assert any("DH-2026-0716-" in words for words in desk.toasts)


def test_a_call_of_which_nothing_is_told_is_sent_back_to_the_hand(desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_F3)
    desk.fill(who="王先生")
    desk.send()
    assert isinstance(desk.form, CallSheet)
    assert desk.form.note.text()


def test_what_is_typed_outlives_the_program(
    desk: Desk, hands: Hands, restart: Callable[[], tuple[Application, Hands]]
) -> None:
    hands.key(Qt.Key.Key_F3)
    desk.fill(said="说到一半")
    hands.key(Qt.Key.Key_Escape)
    started, again = restart()
    again.key(Qt.Key.Key_F3)
    sheet = started.window.call_hand.sheet
    assert sheet is not None
    assert sheet.form.text("said") == "说到一半"


def test_a_known_number_says_whose_it_is(window: Window, desk: Desk, hands: Hands) -> None:
    person = next(one for one in window.desk.reference.directory.people.values() if one.phone and one.post)
    hands.key(Qt.Key.Key_F3)
    desk.put(desk.form.form.widgets["phone"], person.phone)
    who = desk.form.form.widgets["who"]
    assert isinstance(who, Finder)
    assert (who.key, who.text()) == (f"person/{person.id}", person.name)
    desk.fill(said="到了")
    desk.send()
    call = newest(window)
    assert (call.person, call.who, call.phone) == (person.id, "", person.phone)


def test_a_number_that_called_before_says_about_what(window: Window, desk: Desk, hands: Hands) -> None:
    take(desk, hands, who="王先生", phone="139 0000 1111")
    hands.key(Qt.Key.Key_F3)
    desk.put(desk.form.form.widgets["phone"], "13900001111")
    sheet = desk.form
    assert isinstance(sheet, CallSheet)
    assert SAID[:10] in sheet.known.text()


def test_the_list_shows_what_is_owed_and_r_reads_back(calls: CallsScreen, desk: Desk, hands: Hands) -> None:
    take(desk, hands, who="王先生")
    (row,) = calls.model.rows
    assert (row.line.waits, row.tone) == (("read_back",), "amb")
    calls.view.setFocus()
    hands.key(Qt.Key.Key_R)
    hands.settled()
    assert desk.story.kinds == ["call.logged", "call.read_back"]
    assert calls.model.rows[0].line.waits == ()
    calls.filter.pick(1)
    calls._load()
    assert calls.model.rowCount() == 0


def test_why_it_was_not_read_back_settles_it_too(calls: CallsScreen, desk: Desk, hands: Hands) -> None:
    take(desk, hands)
    calls.view.setFocus()
    hands.key(Qt.Key.Key_N)
    desk.fill(words="说完就断线")
    desk.send()
    assert desk.story.one("call.left_unread").words("words") == "说完就断线"
    assert calls.detail.call.waits == ()


def test_a_call_back_is_promised_asked_and_made(calls: CallsScreen, desk: Desk, hands: Hands) -> None:
    take(desk, hands, who="住户", phone="13700002222", back_by="22:10")
    call = calls.detail.call
    assert call.wants_back
    assert call.back_by == NOW - NOW % MINUTE + (22 * 60 + 10 - (21 * 60 + 47)) * MINUTE
    calls.view.setFocus()
    hands.key(Qt.Key.Key_B)
    desk.fill(said="民兵看过了，没有人")
    desk.send()
    assert "call.called_back" in desk.story.kinds
    rows = calls.model.rows
    assert len(rows) == 2
    assert rows[1].line.answers == call.id
    assert calls.shown.counts.uncalled == 0


def test_c_makes_a_case_of_it_in_the_form_of_f2(calls: CallsScreen, window: Window, desk: Desk, hands: Hands) -> None:
    take(desk, hands, who="王先生", phone="13900001111")
    call = calls.detail.call.id
    calls.view.setFocus()
    hands.key(Qt.Key.Key_C)
    form = desk.form.form
    assert (form.text("text"), form.text("reporter"), form.text("phone")) == (SAID, "王先生", "13900001111")
    assert form.text("channel") == "centre", "who rings the duty room was found by the command centre"
    assert (form.text("place"), form.text("title")) == ("砚池胡同9号院", "进水，两位老人在床上")
    assert form.widgets["title"].hasFocus(), "typing puts other words in the place of what is proposed"
    form.widgets["text"].setFocus()
    hands.enter()
    assert form.widgets["reporter"].hasFocus(), "Enter in the caller's words goes on"
    assert form.text("text") == SAID
    desk.send()
    registered = desk.story.one("case.registered")
    assert (registered.body["channel"], bool(registered.body["place"])) == ("centre", True)
    case = str(registered.subject)[5:]
    assert window.desk.read.calls.one(call).case == case
    assert window.current is window.screens["cases"]
    window.go(Go("calls"))
    assert calls.detail.call.outcome == "case"


def test_f9_takes_the_call_along_and_it_learns_of_the_whistle(
    calls: CallsScreen, window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    take(desk, hands, who="王先生")
    call = calls.detail.call.id
    calls.view.setFocus()
    hands.key(Qt.Key.Key_F9)
    console = window.current
    assert isinstance(console, WhistleScreen)
    assert console.draft.call == call
    hands.key(Qt.Key.Key_1)
    desk.hold_enter(desk.on_post)
    hands.settled()
    whistle = desk.incident.whistle
    assert window.desk.read.calls.one(call).whistle == whistle.id
    assert whistle.received_at == window.desk.read.calls.one(call).at


def test_f9_over_the_form_writes_the_call_down_on_the_way(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    hands.key(Qt.Key.Key_F3)
    desk.fill(said=SAID)
    key = window.call_hand.sheet.key if window.call_hand.sheet is not None else ""
    hands.key(Qt.Key.Key_F9)
    hands.settled()
    assert isinstance(window.current, WhistleScreen)
    assert window.current.draft.call == key
    call, draft = window.desk.read.calls.one(key), window.current.draft
    assert call.said == SAID
    assert draft.title == "进水，两位老人在床上", (
        "what was said is the one line; the place it began with stands beside it"
    )
    assert draft.place_words == "砚池胡同9号院"
    assert draft.plan is not None
    assert "倒灌" in draft.plan.name, "who says that water comes in gets the plan for that"
    assert "Brought along: telephone call" in window.current.briefing.origin.text()
    assert all("进水，两位老人在床上" in text for text in draft.texts(NOW).values())
    desk.hold_enter(desk.on_post)
    hands.settled()
    whistle = desk.incident.whistle
    assert window.desk.read.calls.one(key).whistle == whistle.id
    assert (whistle.title, whistle.place_words) == (draft.title, "砚池胡同9号院")
    assert f"来电 {call.number}：{SAID}" in [row.words for row in desk.post.log.timeline.model().rows]  # type: ignore[attr-defined]
    hands.key(Qt.Key.Key_F3)  # nothing of it is left as a draft
    assert window.call_hand.sheet is not None
    assert window.call_hand.sheet.form.text("said") == ""


def test_the_calls_of_the_call_sheet_stand_in_the_list(
    calls: CallsScreen, window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    desk.blow()
    desk.digit(1)
    desk.digit(1)
    window.go(Go("calls"))
    (row,) = calls.model.rows
    assert (row.line.sheet, row.line.id) == ("answered", "")
    assert calls.detail.line is not None
    assert not calls.detail.buttons["read_back"].isEnabled()


def test_names_are_masked_until_a_reason_is_told_and_hidden_again(calls: CallsScreen, desk: Desk, hands: Hands) -> None:
    take(desk, hands, who="尉迟龘靐", phone="13987654321", said="尉迟龘靐家进水")
    shown = [label.text() for label in calls.detail.facts.values]
    assert not any("龘靐" in text or "13987654321" in text for text in shown)
    calls.view.setFocus()
    hands.key(Qt.Key.Key_U)
    desk.fill(words="回电核对")
    desk.send()
    assert desk.story.one("call.revealed").words("words") == "回电核对"
    shown = [label.text() for label in calls.detail.facts.values]
    assert any("尉迟龘靐" in text for text in shown)
    assert any("13987654321" in text for text in shown)
    desk.pass_time(2 * HOUR)
    shown = [label.text() for label in calls.detail.facts.values]
    assert not any("龘靐" in text for text in shown)


def test_a_call_is_corrected_and_crossed_out(calls: CallsScreen, desk: Desk, hands: Hands) -> None:
    take(desk, hands, who="王先生")
    calls.view.setFocus()
    hands.key(Qt.Key.Key_E)
    desk.fill(said="砚池胡同8号院进水", reason="听错门牌")
    desk.send()
    assert calls.detail.call.said == "砚池胡同8号院进水"
    assert "听错门牌" in calls.detail.history.text()
    calls.view.setFocus()
    hands.key(Qt.Key.Key_X)
    desk.fill(words="记了两遍")
    desk.send()
    assert calls.model.rows[0].struck
    assert calls.shown.counts.all == 0
    calls.view.setFocus()
    hands.key(Qt.Key.Key_X)
    hands.settled()
    assert not calls.model.rows[0].struck


def test_the_shift_before_and_back_to_now(calls: CallsScreen, window: Window, desk: Desk, hands: Hands) -> None:
    window.desk.submit(RecordCall(said="昨天的", call="old", happened_at=NOW - 26 * HOUR))
    take(desk, hands)
    assert [row.line.id for row in calls.model.rows] != ["old"]
    calls.view.setFocus()
    hands.key(Qt.Key.Key_BracketLeft)
    assert "old" in [row.line.id for row in calls.model.rows]
    hands.key(Qt.Key.Key_BracketRight)
    assert calls.bar.is_now
    calls.filter.pick(1)
    calls._load()
    old, new = calls.model.rows
    assert old.line.id == "old"  # what an earlier shift left owing
    assert old.number[-3:] == new.number[-3:], "each day begins anew"
    assert old.number != new.number, "the day stands before them where both are in sight"


def test_f02_and_the_register_are_printed(calls: CallsScreen, desk: Desk, hands: Hands) -> None:
    take(desk, hands)
    calls.view.setFocus()
    hands.key(Qt.Key.Key_P, CONTROL)
    assert len(desk.sheets) == 1
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_P, SHIFT)
    assert len(desk.sheets) == 1
