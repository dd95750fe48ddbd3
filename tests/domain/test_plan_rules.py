"""Plans: reminders with a minute or a condition, what is next, and the version that a running incident keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command_post import Post
from commandcenter.domain.cue import CONDITIONS, Cue, cues_of, reminders, told
from commandcenter.domain.cue_acts import TakeCue
from commandcenter.domain.event import EventId
from commandcenter.domain.next_step import MOST, cues_due, next_steps
from commandcenter.domain.plan import plan_of
from commandcenter.domain.record import AmendRecord, ListRecord, Record
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle import KeyFact, Whistle
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from tests.conftest import NOW

WRITTEN = [
    "问清：几号楼几层",
    {"text": "有人被困：位置报火场指挥", "when": "trapped"},
    {"text": "第三个五分钟：报续报", "after": 15},
]
WHISTLE = Whistle(subject="whistle/w", known=True, blown_at=NOW, place="B01", cues=cues_of(WRITTEN))


def blown(prompts: list[Any]) -> tuple[PaperWorld, str]:
    world = PaperWorld()
    world.do(ListRecord(subject="unit/D01", fields={"name": "消防", "kind": "department", "relation": "request"}))
    world.do(ListRecord(subject="plan/HZ-01", fields={"code": "HZ-01", "name": "火灾", "prompts": prompts}))
    world.do(BlowWhistle(units=(UnitCall(unit="D01"),), plan="HZ-01"))
    (subject,) = (name for name in world.facts if name.startswith("whistle/"))
    return world, subject


def fact(name: str, value: int) -> KeyFact:
    return KeyFact(name, value, "", NOW, EventId("n", 1))


def test_reminders_are_words_and_some_of_them_cues() -> None:
    plan = plan_of(Record(subject="plan/x", known=True, fields={"prompts": WRITTEN}))
    assert plan.prompts == ("问清：几号楼几层", "有人被困：位置报火场指挥", "第三个五分钟：报续报")
    assert [(cue.text[:4], cue.after, cue.when) for cue in plan.cues] == [
        ("有人被困", 0, "trapped"),
        ("第三个五", 15, ""),
    ]
    assert cues_of([told(cue) for cue in plan.cues]) == plan.cues


@given(
    st.lists(
        st.none()
        | st.text(max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "after", "when", "id"]), st.none() | st.integers() | st.text(max_size=3)
        )
    )
)
def test_any_reminders_are_read(value: list[Any]) -> None:
    assert len(reminders(value)) == len(value)
    assert all(cue.text.strip() and 0 <= cue.after <= 24 * 60 for cue in cues_of(value))


def test_a_cue_comes_at_its_minute_and_is_gone_once_it_is_taken() -> None:
    late = NOW + 15 * MINUTE
    assert cues_due(WHISTLE, [], Post(), late - 1) == []
    assert [cue.after for cue in cues_due(WHISTLE, [], Post(), late)] == [15]
    assert [step.text for step in next_steps(WHISTLE, [], Post(), late) if step.code == "cue"] == [
        "第三个五分钟：报续报"
    ]
    taken = replace(WHISTLE, cued=(WHISTLE.cues[1].id,))
    assert not any(step.code == "cue" for step in next_steps(taken, [], Post(), late))


@pytest.mark.parametrize("name", ["trapped", "injured", "evacuated"])
def test_a_cue_for_a_fact_waits_for_it(name: str) -> None:
    whistle = replace(WHISTLE, cues=(Cue("c", "想到", 0, name),))
    assert not cues_due(whistle, [], Post(), NOW)
    assert not cues_due(replace(whistle, facts={name: fact(name, 0)}), [], Post(), NOW)
    assert cues_due(replace(whistle, facts={name: fact(name, 2)}), [], Post(), NOW)


def test_a_condition_this_program_does_not_know_never_holds() -> None:
    assert not cues_due(replace(WHISTLE, cues=(Cue("c", "想到", 0, "full_moon"),)), [], Post(), NOW)


CUES = st.lists(
    st.builds(Cue, st.uuids().map(str), st.just("想到"), st.integers(0, 60), st.sampled_from(["", *CONDITIONS])),
    max_size=6,
)
WAITING = st.lists(st.builds(ReportIn, subject=st.uuids().map(lambda u: f"report_in/w/{u}")), max_size=5)


@given(CUES, WAITING, st.integers(0, 90), st.booleans())
def test_never_more_than_three_and_at_most_one_of_the_plan(
    cues: list[Cue], waiting: list[ReportIn], minute: int, trapped: bool
) -> None:
    facts = {"trapped": fact("trapped", 1)} if trapped else {}
    whistle = replace(WHISTLE, cues=tuple(cues), facts=facts)
    now = NOW + minute * MINUTE
    steps = next_steps(whistle, waiting, Post(), now)
    of_plan = [step for step in steps if step.code == "cue"]
    assert len(steps) <= MOST
    assert len(of_plan) == bool(cues_due(whistle, waiting, Post(), now))
    if of_plan and trapped and any(cue.when == "trapped" and cue.after <= minute for cue in cues):
        chosen = next(cue for cue in cues if cue.id == of_plan[0].cue)
        assert chosen.when != "", "what happened on the scene goes before the clock"


def test_a_running_incident_keeps_the_cues_it_was_blown_with() -> None:
    world, subject = blown(WRITTEN)
    world.do(AmendRecord(subject="plan/HZ-01", fields={"prompts": ["全新的"], "name": "新火灾"}))
    state: Whistle = world.state(subject)
    assert [cue.text for cue in state.cues] == [line["text"] for line in WRITTEN if isinstance(line, dict)]
    assert (state.plan_version, state.title) == (1, "火灾")
    assert plan_of(world.state("plan/HZ-01")).version == 2


def test_a_taken_cue_is_an_entry() -> None:
    world, subject = blown(WRITTEN)
    key = subject.partition("/")[2]
    assert world.code(TakeCue(whistle=key, cue="none")) == "item_unknown"
    world.do(TakeCue(whistle=key, cue="c2"))
    assert world.state(subject).cued == ("c2",)
    assert world.facts[subject][-1].body["text"] == "有人被困：位置报火场指挥"


def test_a_plan_without_cues_blows_as_before() -> None:
    world, subject = blown(["问清"])
    assert world.state(subject).cues == ()
    assert "cues" not in world.facts[subject][0].body


def test_the_first_place_stays_with_who_saves_lives() -> None:
    units = [ReportIn(subject=f"report_in/w/D{n}", listed=True, ordinal=n) for n in (1, 2, 3)]
    steps = next_steps(WHISTLE, units, Post(), NOW + 20 * MINUTE)
    assert steps[0].code == "call"
    assert [step.code for step in steps].count("cue") == 1
