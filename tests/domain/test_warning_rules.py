"""Warnings: to receive is not to answer; a change is told anew; counts of people agree; nothing is closed before it (2.5)."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import HOUR, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.record import RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import folded
from commandcenter.domain.warning import Transfer, Warning, deadlines, missing_for_end, times
from commandcenter.domain.warning_acts import (
    AddMeasure,
    Called,
    CallTargets,
    ChangeWarning,
    CloseWarning,
    CountTransfer,
    DropTarget,
    EndWarning,
    ExtendShift,
    JudgeWarning,
    LinkWarning,
    NoteWarning,
    ReceiveWarning,
    StartResponse,
    StrikeTry,
    TickMeasure,
    TryTarget,
    warning_plan_of,
)
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import RAINSTORM, records

TARGETS = (Called(key="A3", unit="A3", tier="community"), Called(key="x1", name="南院看门人", phone="100-0000-9001"))


def office() -> PaperWorld:
    return PaperWorld().found(records())


def received(world: PaperWorld, colour: str = "red", **more: Any) -> str:
    told: dict[str, Any] = {"words": "预计三小时内有大到暴雨", "source": "区应急平台", **more}
    drafts = world.do(ReceiveWarning(sort="rainstorm", colour=colour, **told)).drafts
    return str(drafts[0].subject.partition("/")[2])


def state(world: PaperWorld, key: str) -> Warning:
    found = world.state(f"warning/{key}")
    assert isinstance(found, Warning)
    return found


def calling(world: PaperWorld, colour: str = "red") -> str:
    key = received(world, colour)
    world.do(JudgeWarning(warning=key, places=("A3",)))
    world.do(CallTargets(warning=key, targets=TARGETS))
    return key


def answer(key: str, target: str, **more: Any) -> TryTarget:
    return TryTarget(warning=key, target=target, **{"answered_by": "贺值班", **more})


def refused(world: PaperWorld, command: Command) -> Refused:
    with pytest.raises(Refused) as caught:
        world.do(command)
    return caught.value


# --- received and judged ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"sort": "comet"}, "warning_sort"),
        ({"colour": "pink"}, "colour_needed"),
        ({"words": " "}, "words_needed"),
        ({"source": ""}, "source_needed"),
        ({"since": 2 * HOUR, "until": HOUR}, "warning_times"),
    ],
)
def test_a_warning_says_what_from_where_and_how_grave(wrong: dict[str, Any], code: str) -> None:
    told: dict[str, Any] = {"sort": "rainstorm", "colour": "blue", "words": "雨", "source": "短信", **wrong}
    assert office().code(ReceiveWarning(**told)) == code


def test_nobody_is_called_before_it_was_judged_nor_when_it_does_not_touch_us() -> None:
    world = office()
    key = received(world)
    assert world.code(CallTargets(warning=key, targets=TARGETS)) == "not_judged"
    assert world.code(CloseWarning(warning=key, words="x")) == "not_judged"
    assert world.code(JudgeWarning(warning=key)) == "places_needed"
    assert world.code(JudgeWarning(warning=key, places=("nowhere",))) == "place_unknown"
    world.do(JudgeWarning(warning=key, touches=False, words="在山区"))
    assert world.code(CallTargets(warning=key, targets=TARGETS)) == "does_not_touch"
    assert state(world, key).measures == ()
    world.do(CloseWarning(warning=key, words="不影响本街道"))
    assert state(world, key).stage == "closed"


def test_the_checklist_of_a_colour_holds_those_of_the_milder_ones_each_once() -> None:
    world = office()
    key = calling(world, "orange")
    assert [(one.colour, one.words) for one in state(world, key).measures] == [
        ("blue", "逐个叫应"),
        ("orange", "带班领导到岗"),
    ]
    world.do(ChangeWarning(warning=key, colour="red", words="升级"))
    assert [one.words for one in state(world, key).measures] == ["逐个叫应", "带班领导到岗", "应转人员转移完毕"]
    plan = warning_plan_of("rainstorm", RAINSTORM)
    assert plan.reach_at("orange") == ("community",)
    assert plan.reach_at("red") == ("community", "building_keeper")


# --- call and answer -------------------------------------------------------------------------------------------------


def test_a_message_that_was_received_is_no_answer() -> None:
    world = office()
    key = calling(world)
    assert world.code(answer(key, "A3", way="message")) == "message_is_no_answer"
    world.do(TryTarget(warning=key, target="A3", way="message"))
    assert [one.key for one in state(world, key).waiting] == ["A3", "x1"]


def test_after_two_calls_without_an_answer_somebody_goes_there() -> None:
    world = office()
    key = calling(world)

    def way() -> str:
        return state(world, key).targets[0].next_way(1)

    assert way() == "phone"
    world.do(TryTarget(warning=key, target="A3"))
    assert way() == "phone"
    world.do(TryTarget(warning=key, target="A3"))
    assert way() == "visit"
    world.do(answer(key, "A3", way="visit"))
    assert way() == ""
    assert world.code(answer(key, "A3")) == "already_answered"
    world.do(StrikeTry(warning=key, target="A3"))
    assert way() == "visit"
    assert world.code(StrikeTry(warning=key, target="x1")) == "nothing_to_undo"


def test_at_red_each_target_has_its_own_clock_and_only_an_answer_meets_it() -> None:
    world = office()
    key = calling(world)
    start = world.now
    lines = deadlines(state(world, key))
    assert {line.due_at - start for line in lines} == {15 * MINUTE}
    assert len(lines) == 2
    world.pass_time(5 * MINUTE)
    world.do(TryTarget(warning=key, target="A3"))
    assert all(line.met_at is None for line in deadlines(state(world, key)))
    world.do(answer(key, "A3"))
    world.do(CallTargets(warning=key, targets=(Called(key="P1", person="P1"),)))
    by_key = {line.name.partition(".")[2]: line for line in deadlines(state(world, key))}
    assert by_key["A3"].met_at == world.now
    assert by_key["P1"].due_at == world.now + 15 * MINUTE
    world.do(DropTarget(warning=key, target="x1", words="已搬走"))
    assert next(line for line in deadlines(state(world, key)) if line.name.endswith("x1")).stopped


@pytest.mark.parametrize("colour", ["orange", "yellow", "blue"])
def test_below_red_there_is_no_limit_for_the_answers(colour: str) -> None:
    world = office()
    assert deadlines(state(world, calling(world, colour))) == []


def test_an_office_without_the_limit_judges_nobody_by_it() -> None:
    world = office()
    world.do(RetireRecord(subject="limit/warning.red_answer"))
    assert deadlines(state(world, calling(world))) == []


def test_a_change_and_the_end_are_told_anew_to_everybody() -> None:
    world = office()
    key = calling(world, "orange")
    for target in ("A3", "x1"):
        world.do(answer(key, target))
    assert state(world, key).stage == "acting"
    world.pass_time(HOUR)
    assert world.code(ChangeWarning(warning=key, colour="orange", words="同样")) == "nothing_changed"
    world.do(ChangeWarning(warning=key, colour="red", words="升级为红色"))
    assert (state(world, key).stage, len(state(world, key).waiting), state(world, key).round) == ("calling", 2, 2)
    assert state(world, key).targets[0].answer(1) is not None
    assert len(deadlines(state(world, key))) == 2
    for target in ("A3", "x1"):
        world.do(answer(key, target))
    world.do(EndWarning(warning=key, words="解除"))
    assert world.code(EndWarning(warning=key, words="解除")) == "warning_over"
    assert world.code(CallTargets(warning=key, targets=(Called(key="P1", person="P1"),))) == "warning_over"
    assert missing_for_end(state(world, key)) == ("answers",)
    assert refused(world, CloseWarning(warning=key, words="小结")).facts["count"] == 2
    for target in ("A3", "x1"):
        world.do(answer(key, target))
    world.do(CloseWarning(warning=key, words="小结"))
    assert world.code(NoteWarning(warning=key, words="后记")) == "warning_closed"


def test_the_summary_tells_the_times_of_the_answers() -> None:
    world = office()
    key = calling(world)
    world.pass_time(2 * MINUTE)
    world.do(answer(key, "A3"))
    world.do(TryTarget(warning=key, target="x1"))
    world.pass_time(20 * MINUTE)
    world.do(answer(key, "x1", way="visit"))
    found = times(state(world, key))
    assert (found.called, found.answered, found.by_visit, found.tries, found.late) == (2, 2, 1, 3, 1)
    assert (found.first, found.last) == (2 * MINUTE, 22 * MINUTE)
    assert times(state(world, key), 9).first is None


# --- what is done ----------------------------------------------------------------------------------------------------


def test_measures_are_ticked_and_may_be_unticked_and_added() -> None:
    world = office()
    key = calling(world)
    first = state(world, key).measures[0].key
    world.do(TickMeasure(warning=key, measure=first))
    assert world.code(TickMeasure(warning=key, measure=first)) == "nothing_changed"
    world.do(TickMeasure(warning=key, measure=first, done=False))
    world.do(AddMeasure(warning=key, words="查南院水泵"))
    assert state(world, key).measures[-1].words == "查南院水泵"
    assert world.code(TickMeasure(warning=key, measure="none")) == "item_unknown"


@given(st.integers(0, 60), st.none() | st.integers(0, 60), st.none() | st.integers(0, 60))
def test_counts_of_people_agree_only_when_everybody_is_accounted_for(
    planned: int, moved: int | None, refusing: int | None
) -> None:
    told = (moved or 0) + (refusing or 0)
    found = Transfer(planned, moved, refusing)
    world = office()
    key = received(world)
    command = CountTransfer(warning=key, planned=planned, moved=moved, refused=refusing, words="已劝导")
    assert world.code(command) == ("moved_too_many" if told > planned else "")
    assert found.agrees == (None if moved is None and planned else told == planned)


def test_a_warning_is_not_closed_while_people_are_missing_from_the_count() -> None:
    world = office()
    key = calling(world, "blue")
    assert world.code(CountTransfer(warning=key, planned=None)) == "planned_needed"
    assert world.code(CountTransfer(warning=key, planned=9, moved=8, refused=1)) == "refusal_words"
    world.do(CountTransfer(warning=key, planned=9, moved=8))
    assert world.code(CloseWarning(warning=key, words="小结")) == "warning_not_over"
    for target in ("A3", "x1"):
        world.do(answer(key, target))
    world.do(EndWarning(warning=key, words="解除"))
    for target in ("A3", "x1"):
        world.do(answer(key, target))
    assert world.code(CloseWarning(warning=key, words="小结")) == "transfer_differs"
    world.do(CountTransfer(warning=key, planned=9, moved=8, refused=1, words="一人拒转，社区陪护"))
    assert world.code(CloseWarning(warning=key, words="小结")) == ""


def test_the_response_level_is_a_scale_of_its_own() -> None:
    world = office()
    key = calling(world, "yellow")
    assert world.code(StartResponse(warning=key, level="red")) == "response_level"
    world.do(StartResponse(warning=key, level="third"))
    assert (state(world, key).colour, state(world, key).response) == ("yellow", "third")
    assert world.code(StartResponse(warning=key, level="third")) == "nothing_changed"
    world.do(ExtendShift(warning=key, leader="沈建勋", until=world.now + HOUR))
    assert world.code(ExtendShift(warning=key, leader="沈建勋", until=world.now)) == "due_in_past"
    assert world.code(ExtendShift(warning=key, leader=" ")) == "leader_needed"


# --- the whistle behind it -------------------------------------------------------------------------------------------


def test_a_whistle_blown_on_a_warning_is_linked_both_ways_and_never_refused_for_it() -> None:
    world = office()
    key = calling(world)
    call = (UnitCall(unit="D07"),)
    world.do(BlowWhistle(units=call, warning=key, guesses={"warning": "red"}))
    (whistle,) = (subject for subject in world.subjects("whistle/"))
    blown = world.state(whistle)
    assert state(world, key).whistles == (blown.id,)
    assert blown.warning == key
    assert world.code(BlowWhistle(units=call, warning="nobody")) == ""
    assert world.code(BlowWhistle(units=call, mode="drill", drill="SC01", warning=key)) == "modes_mixed"
    assert world.code(LinkWarning(warning=key, whistle=blown.id)) == "nothing_changed"
    assert world.code(LinkWarning(warning=key, whistle="nobody")) == "whistle_unknown"


def test_a_drill_is_never_linked_to_a_warning() -> None:
    world = office()
    key = calling(world)
    world.do(BlowWhistle(units=(UnitCall(unit="D07"),), mode="drill", drill="SC01", plan="RQ"))
    (whistle,) = world.subjects("whistle/")
    assert world.code(LinkWarning(warning=key, whistle=whistle.partition("/")[2])) == "modes_mixed"


# --- two desks -------------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_order_of_arrival_folds_to_the_same_state(chance: Random) -> None:
    world = office()
    world.do(RegisterCase(matter=Matter(title="积水")))
    key = calling(world)
    for _ in range(12):
        commands: list[Command] = [
            TryTarget(warning=key, target="x1"),
            answer(key, chance.choice(("A3", "x1"))),
            ChangeWarning(warning=key, colour=chance.choice(("orange", "red")), words="变更"),
            CountTransfer(warning=key, planned=5, moved=chance.randrange(6)),
            EndWarning(warning=key, words="解除"),
            TickMeasure(warning=key, measure=state(world, key).measures[0].key),
        ]
        command = chance.choice(commands)
        if not world.code(command):
            world.do(command)
        world.pass_time(MINUTE)
    facts = list(world.facts[f"warning/{key}"])
    chance.shuffle(facts)
    assert folded(f"warning/{key}", facts) == state(world, key)
    assert not state(world, key).irregular
