"""Telephone calls: written down in full, read back, called back, made a case of, corrected by adding; two desks converge."""

from __future__ import annotations

import random
from typing import Any

import pytest
from commandcenter.domain.call import CALL_BACK_CLOCK, Call, deadlines
from commandcenter.domain.call_acts import (
    AmendCall,
    AskCallBack,
    CalledBack,
    DutyNote,
    LeaveUnread,
    LinkCall,
    ReadBackCall,
    RecordCall,
    RestoreCall,
    RevealCall,
    StrikeCall,
    StrikeDutyNote,
    TurnIntoCase,
    UnlinkCall,
)
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import HOUR, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.duty_note import Note
from commandcenter.domain.subjects import folded
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import records
from two_desks import apart

from conftest import NOW

SAID = "砚池胡同9号院进水，两位老人在床上"


@pytest.fixture
def world() -> PaperWorld:
    return PaperWorld().found(records())


def took(world: PaperWorld, **told: Any) -> str:
    values = {"who": "王先生", "phone": "139 0000 1111", "said": SAID, "call": "k1"} | told
    return str(world.do(RecordCall(**values)).report["call"])


def call(world: PaperWorld, key: str = "k1") -> Call:
    state = world.state(f"call/{key}")
    assert isinstance(state, Call)
    return state


def test_a_call_is_written_down_in_full(world: PaperWorld) -> None:
    took(world, happened_at=NOW - 3 * MINUTE, unit="A3", answer="马上派人")
    state = call(world)
    assert (state.at, state.number, state.taker) == (NOW - 3 * MINUTE, "DH-2026-0716-A01", "P1")
    assert (state.direction, state.unit, state.who, state.said) == ("in", "A3", "王先生", SAID)
    assert (state.digits, state.answer) == ("13900001111", "马上派人")
    assert state.waits == ("read_back",)
    assert took(world, call="k2", happened_at=NOW) == "k2"
    assert call(world, "k2").number == "DH-2026-0716-A02"


def test_names_numbers_and_words_lie_in_the_private_part(world: PaperWorld) -> None:
    took(world)
    (fact,) = world.facts["call/k1"]
    assert "王先生" not in str(fact.body)
    assert set(fact.private or {}) == {"who", "phone", "said"}


def test_who_called_may_be_unknown(world: PaperWorld) -> None:
    took(world, who="", phone="")
    assert call(world).known
    assert not call(world).digits


def test_reading_back_settles_it_or_a_reason_why_not(world: PaperWorld) -> None:
    took(world)
    world.do(ReadBackCall(call="k1"))
    assert call(world).waits == ()
    assert world.code(ReadBackCall(call="k1")) == "already_read_back"
    assert world.code(LeaveUnread(call="k1", words="断线")) == "already_read_back"
    took(world, call="k2")
    assert world.code(LeaveUnread(call="k2", words=" ")) == "reason_needed"
    world.do(LeaveUnread(call="k2", words="断线"))
    assert call(world, "k2").waits == ()


def test_a_call_back_is_a_call_of_its_own_that_answers(world: PaperWorld) -> None:
    took(world, call_back=True, back_by=NOW + HOUR, read_back=True)
    assert call(world).waits == ("call_back",)
    (clock,) = deadlines(call(world))
    assert (clock.name, clock.due_at, clock.met_at) == (CALL_BACK_CLOCK, NOW + HOUR, None)
    world.pass_time(10 * MINUTE)
    vain = world.do(CalledBack(call="k1", result="no_answer")).report["call"]
    assert call(world, str(vain)).answers == "k1"
    assert call(world).waits == ("call_back",)
    back = str(world.do(CalledBack(call="k1", said="已到场", read_back=True)).report["call"])
    assert (call(world, back).direction, call(world, back).phone) == ("out", "139 0000 1111")
    assert call(world).waits == ()
    assert call(world).back_call == back
    assert deadlines(call(world))[0].met_at == world.now


def test_a_case_is_made_of_it_once(world: PaperWorld) -> None:
    took(world, happened_at=NOW - MINUTE)
    made = world.do(TurnIntoCase(call="k1", matter=Matter(title="院内进水", place="J07"), case="c1"))
    case = world.state("case/c1")
    assert (case.text, case.reporter, case.phone) == (SAID, "王先生", "139 0000 1111")
    assert case.received_at == NOW - MINUTE
    assert made.report["number"] == case.number
    assert (call(world).case, call(world).outcome, call(world).waits) == ("c1", "case", ())
    assert world.code(TurnIntoCase(call="k1", matter=Matter(title="又一次"))) == "call_has_case"


def test_it_is_linked_to_what_stands_and_never_to_a_drill(world: PaperWorld) -> None:
    took(world)
    world.do(RegisterCase(matter=Matter(title="进水"), case="c1"))
    world.do(BlowWhistle(units=(UnitCall(unit="D07"),), plan="RQ", mode="drill", drill="SC01"))
    drill = next(subject for subject in world.facts if subject.startswith("whistle/"))[8:]
    world.pass_time(MINUTE).do(BlowWhistle(units=(UnitCall(unit="D07"),), plan="RQ"))
    real = next(key for key in world.facts if key.startswith("whistle/") and key != f"whistle/{drill}")[8:]
    assert world.code(LinkCall(call="k1", whistle=drill)) == "modes_mixed"
    assert world.code(LinkCall(call="k1")) == "link_missing"
    assert world.code(LinkCall(call="k1", case="none")) == "case_unknown"
    world.do(LinkCall(call="k1", case="c1", whistle=real))
    assert (call(world).outcome, call(world).case) == ("whistle", "c1")
    assert call(world).waits == ("read_back",), "what became a whistle has still to be read back to who told it"
    assert world.code(LinkCall(call="k1", case="c1")) == "nothing_changed"
    assert world.code(StrikeCall(call="k1", words="记错")) == "call_linked"
    world.do(UnlinkCall(call="k1", whistle=real))
    assert call(world).outcome == "case"
    assert world.code(UnlinkCall(call="k1", whistle=real)) == "link_missing"


def test_it_is_corrected_by_an_entry_and_what_stood_there_stays(world: PaperWorld) -> None:
    took(world)
    world.pass_time(MINUTE)
    world.do(AmendCall(call="k1", private={"phone": "13900002222"}, at=NOW - MINUTE, reason="听错"))
    state = call(world)
    assert (state.digits, state.at) == ("13900002222", NOW - MINUTE)
    assert state.corrections[0].before == {"phone": "139 0000 1111", "at": str(NOW)}
    assert world.code(AmendCall(call="k1", private={"phone": "13900002222"})) == "nothing_changed"
    assert world.code(AmendCall(call="k1", private={"said": " "})) == "words_needed"
    assert world.code(AmendCall(call="k1", fields={"number": "1"})) == "field_unknown"


def test_a_struck_call_owes_nothing_and_takes_no_acts_until_taken_back(world: PaperWorld) -> None:
    took(world, call_back=True)
    world.do(StrikeCall(call="k1", words="记了两遍"))
    assert (call(world).waits, call(world).outcome) == ((), "struck")
    assert world.code(ReadBackCall(call="k1")) == "call_struck"
    world.do(RestoreCall(call="k1"))
    assert call(world).waits == ("read_back", "call_back")
    assert world.code(RestoreCall(call="k1")) == "nothing_changed"


def test_what_is_refused(world: PaperWorld) -> None:
    refused = {
        "direction_unknown": RecordCall(direction="up", said="x"),
        "call_result_unknown": RecordCall(said="x", result="no_answer"),
        "words_needed": RecordCall(said=" "),
        "person_unknown": RecordCall(said="x", person="nobody"),
        "unit_unknown": RecordCall(said="x", unit="D99"),
        "call_unknown": RecordCall(said="x", answers="none"),
        "due_in_past": RecordCall(said="x", call_back=True, back_by=NOW - 1),
        "future_time": RecordCall(said="x", happened_at=NOW + HOUR),
        "reason_needed": RevealCall(call="k1", words=""),
    }
    took(world)
    for code, command in refused.items():
        assert world.code(command) == code
    assert world.code(RecordCall(direction="out", result="busy")) == ""  # nothing was said


def test_who_looked_at_the_names_is_on_record(world: PaperWorld) -> None:
    took(world)
    before = call(world)
    world.do(RevealCall(call="k1", words="回访核对"))
    assert call(world) == before
    assert world.facts["call/k1"][-1].words("words") == "回访核对"


def test_a_line_of_the_log_is_crossed_out_not_deleted(world: PaperWorld) -> None:
    key = world.do(DutyNote(words="带班查岗")).report["note"]
    world.do(StrikeDutyNote(note=key, words="带班查岗，沈建勋到岗"))
    state = world.state(f"duty_note/{key}")
    assert isinstance(state, Note)
    assert (state.words, state.struck_words) == ("带班查岗", "带班查岗，沈建勋到岗")
    assert world.code(StrikeDutyNote(note=key)) == "nothing_changed"
    assert world.code(DutyNote(words=" ")) == "words_needed"


ACTS: tuple[Command, ...] = (
    ReadBackCall(call="k1"),
    LeaveUnread(call="k1", words="断线"),
    AskCallBack(call="k1"),
    AskCallBack(call="k1", back_by=NOW + 2 * HOUR),
    CalledBack(call="k1", said="已告知"),
    AmendCall(call="k1", private={"said": "改过"}),
    AmendCall(call="k1", fields={"direction": "out"}),
    StrikeCall(call="k1", words="记错"),
    RestoreCall(call="k1"),
    TurnIntoCase(call="k1", matter=Matter(title="进水")),
    LinkCall(call="k1", case="c1"),
    UnlinkCall(call="k1", case="c1"),
)


@given(st.lists(st.sampled_from(ACTS), max_size=8), st.lists(st.sampled_from(ACTS), max_size=8), st.integers())
def test_two_desks_agree_whatever_each_did(here: list[Command], there: list[Command], seed: int) -> None:
    world = PaperWorld().found(records())
    world.do(RegisterCase(matter=Matter(title="进水"), case="c1"))
    took(world)
    facts = apart(world, here, there, "call/k1")
    shuffled = list(facts)
    random.Random(seed).shuffle(shuffled)
    state = folded("call/k1", facts)
    assert folded("call/k1", shuffled) == state
    assert isinstance(state, Call)
    assert state.known
    assert set(state.waits) <= {"read_back", "call_back"}
