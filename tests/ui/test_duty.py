"""The duty watch by keys: who is on, what is read aloud, two signatures, standing in, leaving, a hand-over amid an incident."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from commandcenter.desk.on_duty import OnDuty, on_duty
from commandcenter.desk.pin import pin_digest
from commandcenter.domain.call_acts import RecordCall
from commandcenter.domain.duty_acts import ReportZero, SignInForShift, Substitute
from commandcenter.domain.handover import HandOver
from commandcenter.domain.office import SignOut
from commandcenter.domain.record import AmendRecord, ListRecord
from commandcenter.domain.whistle_acts import SetFact, SetPlace
from commandcenter.ui.duty import screen
from commandcenter.ui.duty.screen import DutyScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.shell.window import Window
from main_screens import OFFICER, Desk
from office_window import Hands
from PySide6.QtCore import Qt
from tests.conftest import NOW


@pytest.fixture
def duty(window: Window, desk: Desk, hands: Hands) -> DutyScreen:
    window.go(Go("duty"))
    shown = window.current
    assert isinstance(shown, DutyScreen)
    hands.until(lambda: bool(shown.found.items))
    hands.settled()
    desk.story.begin()
    return shown


def now_on(window: Window) -> OnDuty:
    return on_duty(window.desk.read, window.desk.clock.now())


def read_all(duty: DutyScreen, desk: Desk, hands: Hands) -> None:
    """Enter, item by item, until the other has nodded to all of them."""
    duty.hand.view.setFocus()
    for _ in range(3 * len(duty.found.items) + 3):
        if all(row.read for row in duty.hand.model.rows):
            return
        hands.enter()
        hands.settled()
    raise AssertionError([row.words for row in duty.hand.model.rows if not row.read])


def count_all(duty: DutyScreen, desk: Desk, hands: Hands, **found: str) -> None:
    hands.key(Qt.Key.Key_C)
    desk.fill(**{one.id: str(one.count) for one in duty.desk.reference.equipment} | found)
    desk.send()


def begin(duty: DutyScreen, desk: Desk, hands: Hands, reason: str = "发烧就医") -> None:
    """Who comes signs in, B: the two sit down together. Long before the hour with a reason."""
    watch = duty.watch
    if not any(person in watch.following.signed_in for person in clerks(watch)[1]):
        duty.desk.submit(SignInForShift(shift=watch.next_id, person=clerks(watch)[1][0]))
        hands.settled()
    duty.hand.view.setFocus()
    hands.key(Qt.Key.Key_B)
    if reason:
        desk.fill(reason=reason)
        desk.send()
    hands.settled()
    assert duty.begun


def sign(duty: DutyScreen, desk: Desk, hands: Hands, who: str, pin: str = "") -> None:
    duty.hand.view.setFocus()
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    named = duty.desk.reference.directory.people[who.partition(" ")[2]].name
    desk.fill(who=who, **({"pin": pin} if pin else {"typed": named}))
    desk.send()


def clerks(watch: OnDuty) -> tuple[list[str], list[str]]:
    return [line.person for line in watch.shift.of("clerk")], [line.person for line in watch.following.of("clerk")]


def test_who_is_on_stands_in_the_strip(duty: DutyScreen, window: Window) -> None:
    watch = now_on(window)
    assert watch.shift.starts_at <= NOW < watch.shift.ends_at
    faces = duty.strip.faces
    assert [face.person for face in faces[:-1]] == [line.person for line in watch.people if line.role != "community"]
    assert {face.state for face in faces[:-1]} == {"here"}
    assert faces[-1].state == "missing", "one community has not signed in"
    assert faces[-1].name.startswith("7 / 8")
    assert OFFICER in {face.person for face in faces}


def test_a_hand_over_from_the_first_item_to_the_second_signature(
    duty: DutyScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    watch = now_on(window)
    out, into = clerks(watch)
    duty.hand.view.setFocus()
    hands.enter()
    hands.key(Qt.Key.Key_C)
    hands.settled()
    assert desk.story.kinds == []
    assert not desk.sheets, "nothing is read or counted while nobody sits there together"
    assert any("No hand-over has begun" in words for words in desk.toasts)
    duty.tabs.pick(screen.LOG_TAB)
    hands.key(Qt.Key.Key_B)
    assert duty.tabs.current == screen.HAND_TAB, "in a narrow window the hand-over comes into sight"
    assert "10:42" in desk.form.title.text(), "it is said how long is left"
    desk.fill(reason="发烧就医")
    desk.send()
    assert desk.sheets, "nobody who takes over has come"
    hands.key(Qt.Key.Key_Escape)
    begin(duty, desk, hands)
    assert duty.hand.view.place == 0
    assert not duty.hand.sign.isEnabled()
    read_all(duty, desk, hands)
    assert not duty.hand.sign.isEnabled(), "nothing was counted"
    count_all(duty, desk, hands, **{"generator": "1", "generator.words": "2号缺油"})
    assert ("warn", "发电机", "1 / 2 2号缺油") in duty.hand.counts._lines, "the number stays beside the words"
    hands.until(lambda: any(item.sort == "equipment" for item in duty.found.items))
    assert not duty.hand.sign.isEnabled(), "what is missing is read aloud too"
    read_all(duty, desk, hands)
    assert duty.hand.sign.isEnabled()
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.send()
    assert desk.sheets, "nobody has signed by a key alone"
    who = desk.form.form.widgets["who"]
    sides = {who.itemData(place).partition(" ")[0] for place in range(who.count())}  # type: ignore[attr-defined]
    assert sides == {"out"}, "one after the other"
    hands.key(Qt.Key.Key_Escape)
    sign(duty, desk, hands, f"out {out[0]}")
    assert clerks(now_on(window))[0] == out, "one signature relieves nobody"
    before = {face.person: face.state for face in duty.strip.faces if face.person not in (out[0], into[0])}
    sign(duty, desk, hands, f"into {into[0]}")
    assert not desk.sheets
    state = window.desk.read.matters.one(HandOver, f"handover/{watch.id}")
    assert state.stage == "done"
    assert [one.person for one in state.signatures] == [out[0], into[0]]
    on = now_on(window)
    assert (on.id, on.next_id, on.leader) == (watch.id, watch.next_id, watch.leader), "it is the same shift"
    assert clerks(on)[0] == [*out[1:], into[0]], "only the two who signed changed place"
    assert {face.person: face.state for face in duty.strip.faces if face.person != into[0]} == before
    assert any("who is on duty now" in words for words in desk.toasts)
    signed = duty.hand.count.text()
    assert signed == f"{len(state.read)} / {len(state.read)}"
    window.desk.submit(RecordCall(who="桥头里住户", said="水退了", read_back=True))
    hands.settled()
    assert len(duty.calls.model.rows) == 1
    assert duty.hand.count.text() == signed, "what was signed stays as it was"
    hands.until(lambda: not duty._asking)
    window.desk.submit(SignInForShift(shift=watch.next_id, person=into[1]))
    hands.settled()
    begin(duty, desk, hands)
    assert duty.state.subject.endswith(".2"), "the desk changes hands once more, in the same shift"
    hands.until(lambda: any(item.sort == "equipment" for item in duty.found.items))
    hands.key(Qt.Key.Key_C)
    assert desk.form.form.widgets["generator.words"].text() == "2号缺油", "what is missing is handed on"
    desk.fill(**{one.id: str(one.count) for one in window.desk.reference.equipment} | {"generator.words": ""})
    desk.send()
    hands.until(lambda: not any(item.sort == "equipment" for item in duty.found.items))
    read_all(duty, desk, hands)
    sign(duty, desk, hands, f"out {into[0]}")
    sign(duty, desk, hands, f"into {into[1]}")
    assert clerks(now_on(window))[0] == [*out[1:], into[1]], "at once"
    desk.pass_time(watch.shift.ends_at - NOW + 60_000)
    assert now_on(window).id == watch.next_id
    assert duty.watch.id == watch.next_id, "who comes has taken over; nothing is late"


def test_while_a_hand_over_is_not_signed_the_shift_that_goes_is_on(
    duty: DutyScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    watch = now_on(window)
    desk.pass_time(watch.shift.ends_at - NOW + 60_000)
    assert (now_on(window).id, now_on(window).next_id) == (watch.id, watch.next_id), "nobody has come yet"
    badge = window.rail.items["duty"]
    assert badge._warn
    assert "the hand-over is late" in badge.toolTip()
    into = clerks(watch)[1]
    window.desk.submit(SignInForShift(shift=watch.next_id, person=into[0]))
    hands.settled()
    assert now_on(window).id == watch.next_id, "who comes is at their post"
    assert duty.watch.id == watch.id, "and still takes over"
    assert "late by" in duty.hand.caption.text()
    begin(duty, desk, hands, reason="")
    assert now_on(window).id == watch.id, "they sit together"
    assert now_on(window).next_id == watch.next_id
    hands.key(Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    hands.settled()
    assert now_on(window).id == watch.next_id, "it was begun by mistake"


def test_q_reads_once_more(duty: DutyScreen, desk: Desk, hands: Hands) -> None:
    begin(duty, desk, hands)
    desk.story.begin()
    duty.hand.view.go(0)
    key = duty.hand.row.key
    hands.key(Qt.Key.Key_Q)
    hands.settled()
    duty.hand.view.go(0)
    hands.key(Qt.Key.Key_Q)
    hands.settled()
    assert duty.state.read[key].times == 2
    assert desk.story.kinds == ["handover.read", "handover.read"]


def test_a_signature_asks_for_the_pin(duty: DutyScreen, desk: Desk, hands: Hands, window: Window) -> None:
    out, _ = clerks(now_on(window))
    window.desk.submit(AmendRecord(subject=f"person/{out[0]}", fields={"pin": pin_digest("2468")}))
    hands.settled()
    begin(duty, desk, hands)
    read_all(duty, desk, hands)
    count_all(duty, desk, hands)
    sign(duty, desk, hands, f"out {out[0]}", "1111")
    assert desk.sheets
    hands.key(Qt.Key.Key_Escape)
    assert not [key for key in window.desk.drafts() if "sign" in key], "a PIN is never kept"
    sign(duty, desk, hands, f"out {out[0]}", "2468")
    assert duty.state.signatures[0].assurance == "pin"


def test_nobody_leaves_but_by_force_with_a_leader(duty: DutyScreen, desk: Desk, hands: Hands, window: Window) -> None:
    watch = now_on(window)
    out, _ = clerks(watch)
    duty.strip.setFocus()
    hands.key(Qt.Key.Key_Right)
    assert duty.strip.chosen.person == out[0]
    hands.key(Qt.Key.Key_L)
    desk.send()
    assert desk.sheets, "not relieved"
    desk.fill(signed_by=watch.leader, words="急病送医")
    desk.form.form.widgets["forced"].click()
    desk.send()
    assert desk.sheets, "a choice from a list is no signature"
    desk.fill(typed=window.desk.reference.directory.people[watch.leader].name)
    desk.send()
    assert not desk.sheets
    assert desk.story.one("shift.left").body["forced"] is True
    assert duty.strip.chosen.state == "forced"


def test_somebody_stands_in_and_both_names_are_seen(duty: DutyScreen, desk: Desk, hands: Hands, window: Window) -> None:
    watch = now_on(window)
    _, into = clerks(watch)
    others = {line.person for line in (*watch.people, *watch.following.people)}
    free = next(
        post.person
        for post in window.desk.reference.directory.appointments
        if post.role == "clerk" and post.person not in others
    )
    duty.grid.setFocus()
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down)
    assert duty.grid.cell.person == into[0]
    hands.key(Qt.Key.Key_E)
    desk.fill(by=free)
    desk.send()
    assert desk.sheets, "a reason is asked"
    desk.fill(words="家里有事")
    desk.send()
    assert not desk.sheets
    assert desk.story.one("shift.substituted").body["by"] == free
    assert (duty.grid.cell.person, bool(duty.grid.cell.instead)) == (free, True)
    hands.until(lambda: any(item.sort == "substitution" for item in duty.found.items))
    for week in (1, 2):
        hands.key(Qt.Key.Key_BracketRight)
        assert len([day for day in duty.grid.days if day.shift]) == 7, week
        assert not any(day.now for day in duty.grid.days)


def test_a_hand_over_amid_an_incident_stands_in_its_log_and_zero_is_refused(
    duty: DutyScreen, desk: Desk, hands: Hands, window: Window, quick: None
) -> None:
    watch = now_on(window)
    out, into = clerks(watch)
    desk.blow()
    whistle = desk.incident.whistle.id
    desk.pass_time(4 * 60 * 60_000)
    window.go(Go("duty"))
    hands.until(lambda: any(item.sort == "incident" for item in duty.found.items))
    assert duty.found.items[0].sort == "incident"
    window.desk.submit(SetPlace(whistle=whistle, place_words="北苇小区3号楼"))
    window.desk.submit(SetFact(whistle=whistle, fact="trapped", value=2))
    hands.until(lambda: duty.found.items[0].code == "trapped")
    first, second = duty.found.items[:2]
    assert (first.count, second.sort) == (2, "incident"), "people in danger come before everything"
    assert "北苇小区3号楼" in first.words
    assert "北苇小区3号楼" in second.words
    overdue = next(row for row in duty.hand.model.rows if row.item.code == "overdue")
    assert "晒布场2号楼外墙皮多次掉落，已砸车，社区建设办公室" in overdue.clocks[1], "matter, place, who has it"
    assert overdue.clocks[-1].startswith(f"还有{overdue.item.count - 5}件："), "and who has the others"
    assert {"cases:near", "patrols:missed"} <= {item.key for item in duty.found.items}
    late = [row for row in duty.hand.model.rows if row.item.red]
    assert late, "reports to the district are owed and late"
    assert {row.item.sort for row in late} == {"report"}
    hands.key(Qt.Key.Key_Z)
    desk.fill(receiver="孔文", reason="区里要求")
    desk.send()
    assert desk.sheets, "no zero report with an incident"
    hands.key(Qt.Key.Key_Escape)
    begin(duty, desk, hands)
    count_all(duty, desk, hands)
    read_all(duty, desk, hands)
    assert not duty.hand.sign.isEnabled(), "red without a remark"
    for _ in late:
        hands.key(Qt.Key.Key_N)
        desk.fill(words="区里已催，马上报")
        desk.send()
    assert duty.hand.sign.isEnabled(), duty.hand.sign.accessibleName()
    sign(duty, desk, hands, f"out {out[0]}")
    sign(duty, desk, hands, f"into {into[0]}")
    assert into[0] in clerks(duty.watch)[0]
    names = {key: person.name for key, person in window.desk.reference.directory.people.items()}
    told = [fact.words("words") or fact.words("into") for fact in window.desk.read.incidents.facts(whistle)]
    assert any("值班交接" in words and names[into[0]] in words for words in told), told
    window.go(Go("post", {"whistle": whistle}))
    post = window.current
    assert isinstance(post, PostScreen)
    assert post.incident is not None
    assert post.incident.whistle.running, "the incident goes on"


def test_a_quiet_shift_is_told_as_zero(duty: DutyScreen, desk: Desk, hands: Hands, window: Window) -> None:
    hands.key(Qt.Key.Key_Z)
    desk.fill(receiver="区应急值班 孔文")
    desk.send()
    assert desk.sheets, "not near its hour: why now"
    desk.fill(reason="区里22点收")
    desk.send()
    assert not desk.sheets
    assert desk.story.one("shift.zero_reported").words("receiver") == "区应急值班 孔文"
    window.desk.submit(ReportZero(shift=duty.watch.id, receiver="再报"))
    hands.settled()
    assert desk.story.kinds.count("shift.zero_reported") == 1
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    hands.settled()
    assert desk.story.kinds[-1] == "shift.zero_withdrawn"
    assert duty.watch.shift.life.zero is None
    window.desk.submit(SignOut())
    hands.settled()
    hands.key(Qt.Key.Key_Z)
    assert not desk.sheets, "nobody is signed in"


def test_a_substitute_is_who_is_called(duty: DutyScreen, desk: Desk, hands: Hands, window: Window) -> None:
    """Whoever asks who is on duty is told the one who really stands there."""
    watch = now_on(window)
    other = next(
        post.person
        for post in window.desk.reference.directory.appointments
        if post.role == "leader" and watch.shift.line_of(post.person) is None
    )
    window.desk.submit(Substitute(shift=watch.id, person=watch.leader, by=other, urgent=True))
    hands.settled()
    assert now_on(window).leader == other
    assert duty.strip.faces[0].person == other
    assert duty.strip.faces[0].instead


def test_a_line_is_written_into_the_log_and_read_aloud(duty: DutyScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    assert duty.line.hasFocus()
    hands.type("印章交由赵敏保管")
    hands.enter()
    hands.settled()
    assert desk.story.one("duty_note.written").words("words") == "印章交由赵敏保管"
    assert duty.log.model.rows[-1].words == "印章交由赵敏保管"
    assert duty.log.model.rows[-1].hand
    hands.until(lambda: any(item.sort == "remark" for item in duty.found.items))


def test_a_call_that_was_not_read_back_waits_for_a_remark(
    duty: DutyScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    window.desk.submit(RecordCall(who="桥头里住户", said="河边有人喊"))
    hands.settled()
    assert len(duty.calls.model.rows) == 1
    assert duty.calls.model.rows[0].warn
    hands.until(lambda: any(item.sort == "call" for item in duty.found.items))
    begin(duty, desk, hands)
    read_all(duty, desk, hands)
    count_all(duty, desk, hands)
    assert not duty.hand.sign.isEnabled()
    assert duty.hand.warn.isVisible()
    hands.key(Qt.Key.Key_N)
    desk.fill(words="民兵查看无人，已回告")
    desk.send()
    assert duty.hand.sign.isEnabled()


def test_who_is_on_leave_is_marked_in_the_week(duty: DutyScreen, desk: Desk, hands: Hands, window: Window) -> None:
    watch = now_on(window)
    person = watch.following.of("leader")[0].person
    fields = {"person": person, "since": NOW, "until": NOW + 5 * 86_400_000, "substitute": OFFICER, "reason": "leave"}
    window.desk.submit(ListRecord(subject="absence/a1", fields=fields))
    hands.settled()
    duty.grid.setFocus()
    hands.key(Qt.Key.Key_Right)
    assert (duty.grid.cell.person, duty.grid.cell.warn) == (person, True)
    hands.key(Qt.Key.Key_E)
    by = desk.form.form.widgets["by"]
    assert by.itemData(0) == OFFICER, "whom the absence names is proposed"  # type: ignore[attr-defined]


def test_nobody_signs_a_list_that_could_not_be_collected(
    duty: DutyScreen, desk: Desk, hands: Hands, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(duty, desk, hands)
    read_all(duty, desk, hands)
    count_all(duty, desk, hands)
    assert duty.hand.sign.isEnabled()
    monkeypatch.setattr(screen, "to_read", _broken)
    desk.pass_time(2 * 60_000)
    hands.until(lambda: duty._failed)
    assert not duty.hand.sign.isEnabled()
    assert "could not be read" in duty.hand.sign.accessibleName()


def _broken(*_told: object) -> Callable[[object], object]:
    def collect(_read: object) -> object:
        raise OSError("the disk is gone")

    return collect
