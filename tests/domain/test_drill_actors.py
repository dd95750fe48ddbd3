"""The played departments: the same seed plays the same, each character does what it is called, nothing irregular comes of it."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.domain import drill_run_acts as acts
from commandcenter.domain.clock import HOUR, MINUTE, SECOND
from commandcenter.domain.command import Batch
from commandcenter.domain.drill_actors import CHARACTERS, Cue, Part, cast, next_cue, owed, part_of, picks_up, to_release
from commandcenter.domain.drill_run import LEVELS, DrillRun
from commandcenter.domain.drill_scene import scene_at
from commandcenter.domain.event import PLAYED
from commandcenter.domain.order import GiveOrder, Order
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.report_in_acts import RecordMilestone
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import UNITS, records


class Stage:
    """A solo drill on paper: the actors act by themselves, the test is the trainee."""

    def __init__(self, *, seed: int = 1, level: str = "hard", units: tuple[str, ...] = ("D07",)) -> None:
        self.world = PaperWorld().found(records())
        told = self.world.do(acts.StartDrill(drill="SC01", solo=True, seed=seed, level=level))
        self.run_id = told.drafts[0].subject.partition("/")[2]
        calls = tuple(UnitCall(unit=unit) for unit in units)
        self.world.do(BlowWhistle(units=calls, mode="drill", drill="SC01", plan="RQ"))
        self.whistle = next(iter(self.world.subjects("whistle/"))).partition("/")[2]
        self.world.do(acts.LinkWhistle(run=self.run_id, whistle=self.whistle))
        self.forced: dict[str, Part] = {}
        self.refused: list[str] = []

    @property
    def run(self) -> DrillRun:
        found: DrillRun = self.world.state(f"drill_run/{self.run_id}")
        return found

    @property
    def states(self) -> list[ReportIn]:
        return acts.states_of(self.world, self.run)

    def state(self, unit: str = "D07") -> ReportIn:
        return next(one for one in self.states if one.unit == unit)

    @property
    def orders(self) -> list[Order]:
        return [self.world.state(subject) for subject in self.world.subjects(f"order/{self.whistle}/")]

    def part(self, unit: str = "D07") -> Part:
        return self.forced.get(unit) or part_of(self.run, self.state(unit))

    def play(self, unit: str, character: str, **more: Any) -> None:
        """Let a department have a character of the test's choosing."""
        told: dict[str, Any] = {
            "picks_up": 2 if character == "silent" else 1,
            "answer": MINUTE,
            "leave": MINUTE,
            "travel": 5 * MINUTE,
            "work": 6 * MINUTE,
            "back": 5 * MINUTE,
            "people": 4,
            "reason": "busy_elsewhere" if character == "refuses" else "",
        }
        self.forced[unit] = Part(unit=unit, character=character, **(told | more))

    def cue(self, unit: str = "D07") -> Cue | None:
        return next_cue(self.run, self.part(unit), self.state(unit), self.orders, unit)

    def pass_time(self, milliseconds: int) -> None:
        """Let time pass; whatever is due is done, in its order."""
        until = self.world.now + milliseconds
        while True:
            cues = [cue for state in self.states if (cue := self.cue(state.unit)) is not None]
            due = [cue for cue in cues if cue.due <= scene_at(self.run, until)]
            if not due:
                break
            cue = min(due, key=lambda one: (one.due, one.key))
            at = self.run.opened_at + cue.due  # at once: a scene millisecond is a real one
            self.world.now = max(self.world.now, at)
            self.world.do(Batch(commands=cue.commands))
        self.world.now = until

    def press(self, unit: str = "D07") -> bool:
        """The digit of a department."""
        command = owed(self.part(unit), self.state(unit))
        if command is not None:
            self.world.do(command)
        return command is not None

    def answer(self) -> None:
        """Answer whoever waits."""
        for call in self.run.open_calls:
            self.world.do(acts.AnswerCall(run=self.run_id, call=call.id))


def test_nothing_moves_before_the_trainee_calls() -> None:
    stage = Stage()
    stage.play("D07", "by_rule")
    assert stage.cue() is None
    stage.pass_time(HOUR)
    assert stage.state().entries == ()


def test_by_the_rule() -> None:
    stage = Stage()
    stage.play("D07", "by_rule")
    assert stage.press()
    stage.pass_time(MINUTE)
    assert stage.state().furthest == "answered"
    assert stage.press(), "the order is read back"
    assert stage.state().read_back_at is not None
    assert not stage.press(), "now it moves by itself"
    stage.pass_time(6 * MINUTE)
    assert stage.state().furthest == "arrived"
    assert stage.state().people == 4
    stage.pass_time(HOUR)
    assert stage.state().furthest in ("arrived", "working", "done")


def test_it_works_only_when_it_has_a_task_and_goes_home_when_it_is_let_go() -> None:
    stage = Stage(units=("D03",))  # no order of the plan is for it alone
    stage.play("D03", "by_rule")
    stage.press("D03")
    stage.pass_time(30 * MINUTE)
    before = stage.state("D03").furthest
    stage.world.do(GiveOrder(whistle=stage.whistle, words="拉警戒", unit="D03"))
    stage.pass_time(MINUTE)
    assert stage.state("D03").furthest == "working", before
    order = next(order for order in stage.orders if order.unit == "D03")
    assert order.acknowledged_at is not None
    stage.pass_time(6 * MINUTE)
    assert stage.state("D03").furthest == "done"
    order = next(order for order in stage.orders if order.unit == "D03")
    assert not order.open
    assert to_release(stage.state("D03"))
    stage.world.do(
        RecordMilestone(whistle=stage.whistle, unit="D03", milestone="release_approved", people=4, reason="task_done")
    )
    stage.pass_time(5 * MINUTE)
    assert stage.state("D03").furthest == "back"


def test_silent_picks_up_at_the_second_try() -> None:
    stage = Stage()
    stage.play("D07", "silent")
    assert not picks_up(stage.part(), stage.state())
    stage.press()
    stage.pass_time(10 * MINUTE)
    assert [one.result for one in stage.state().tries] == ["no_answer"]
    assert stage.state().furthest == ""
    stage.press()
    assert [one.result for one in stage.state().tries] == ["no_answer", "reached"]
    stage.pass_time(MINUTE)
    assert stage.state().furthest == "answered"


def test_asks_first_and_leaves_only_after_an_answer() -> None:
    stage = Stage()
    stage.play("D07", "asks")
    stage.press()
    cue = stage.cue()
    assert cue is not None
    assert cue.interrupts
    stage.pass_time(20 * MINUTE)
    assert stage.state().furthest == "answered"
    assert [call.asks for call in stage.run.calls] == [True]
    stage.answer()
    stage.pass_time(MINUTE)
    assert stage.state().furthest == "left"


def test_refuses_until_its_superior_is_called() -> None:
    stage = Stage()
    stage.play("D07", "refuses")
    stage.press()
    stage.pass_time(MINUTE)
    outcome = stage.state().outcome
    assert outcome is not None
    assert (outcome.name, outcome.reason) == ("refused", "busy_elsewhere")
    assert stage.run.open_calls[0].words == "正在别处处置，抽不出人。"
    assert stage.press(), "the digit calls the superior"
    stage.pass_time(MINUTE)
    assert stage.state().furthest == "answered"
    assert stage.state().set_aside, "the refusal stays on record"
    stage.pass_time(HOUR)
    assert stage.state().milestone("arrived") is not None


def test_at_the_wrong_place_until_it_is_told_where_to_go() -> None:
    stage = Stage()
    stage.play("D07", "wrong_place")
    stage.press()
    stage.pass_time(30 * MINUTE)
    assert stage.state().at_wrong_place
    assert stage.state().milestone("arrived") is None
    stage.answer()
    stage.pass_time(2 * MINUTE)
    assert stage.state().milestone("arrived") is not None


def test_lost_on_the_scene_until_somebody_calls() -> None:
    stage = Stage()
    stage.play("D07", "lost")
    stage.press()
    stage.pass_time(20 * MINUTE)
    assert stage.state().lost_at is not None
    assert not to_release(stage.state())
    assert stage.press()
    stage.pass_time(MINUTE)
    assert stage.state().lost_at is None
    assert stage.state().counted[-1][1] == 4


def test_who_is_only_informed_answers_and_never_comes() -> None:
    stage = Stage(units=("D05",))
    stage.play("D05", "by_rule")
    stage.press("D05")
    stage.pass_time(2 * HOUR)
    assert stage.state("D05").furthest == "answered"


# --- the cast ---------------------------------------------------------------------------------------------------------

ALL = tuple(unit for unit, *_ in UNITS)


@given(st.integers(0, 10_000), st.sampled_from(LEVELS))
@settings(max_examples=40, deadline=None)
def test_the_same_seed_plays_the_same_and_nobody_steps_out_of_its_relation(seed: int, level: str) -> None:
    stage = Stage(seed=seed, level=level, units=ALL)
    first = cast(stage.run, stage.states)
    assert first == cast(stage.run, list(reversed(stage.states)))
    for state in stage.states:
        part = first[state.unit]
        assert part.character in CHARACTERS
        assert min(part.answer, part.leave, part.travel, part.work, part.back) >= SECOND
        assert part.people >= 1
        if state.relation == "direct":
            assert part.character != "refuses"
        if state.relation == "report":
            assert part.character in ("by_rule", "silent")
        answer = state.limits.get("answer")
        if part.character == "by_rule" and answer is not None:
            assert part.answer <= answer * MINUTE


def test_more_trouble_with_every_level() -> None:
    odd = []
    for level in LEVELS:
        parts = [part for seed in range(60) for part in cast_of(seed, level)]
        odd.append(sum(part.character != "by_rule" for part in parts) / len(parts))
    assert odd == sorted(odd)
    assert odd[0] < 0.3 < odd[2]


def cast_of(seed: int, level: str) -> list[Part]:
    stage = Stage(seed=seed, level=level, units=ALL)
    return list(cast(stage.run, stage.states).values())


def test_every_character_comes_up() -> None:
    found = {part.character for seed in range(60) for part in cast_of(seed, "hard")}
    assert found == set(CHARACTERS)


@given(st.integers(0, 10_000), st.lists(st.integers(0, len(ALL) + 3), max_size=60))
@settings(max_examples=60, deadline=None)
def test_whatever_the_trainee_presses_nothing_is_refused_and_nothing_is_irregular(
    seed: int, presses: list[int]
) -> None:
    stage = Stage(seed=seed, units=ALL)
    for press in presses:
        if press < len(ALL):
            stage.press(ALL[press])
        elif press == len(ALL):
            stage.answer()
        elif press == len(ALL) + 1:
            stage.world.do(GiveOrder(whistle=stage.whistle, words="清点人数", unit=ALL[0]))
        else:
            stage.pass_time(3 * MINUTE)
    assert stage.run.irregular == ()
    assert [state.irregular for state in stage.states] == [()] * len(ALL)


def test_a_department_a_person_moved_by_hand_is_left_alone() -> None:
    stage = Stage()
    stage.play("D07", "by_rule")
    stage.press()
    stage.pass_time(SECOND)
    stage.world.do(RecordMilestone(whistle=stage.whistle, unit="D07", milestone="arrived", people=6))
    stage.pass_time(HOUR)
    assert [entry.name for entry in stage.state().entries][:2] == ["called", "arrived"]
    assert stage.state().irregular == ()


def test_what_is_played_is_no_action_of_the_trainee() -> None:
    assert PLAYED == "played"
    stage = Stage()
    with pytest.raises(Refused):
        stage.world.do(acts.SayToTrainee(run=stage.run_id, id="x", unit="D07", words=" "))
