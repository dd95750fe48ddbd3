"""The emergency whistle from the first word to the archive, and the presence of its departments: every way that domain.md 2.11
allows can be gone, what it does not allow is refused with a reason, and every honest end can be reached.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.command_post import Post
from commandcenter.domain.command_post_acts import SetUpPost, WithdrawPost
from commandcenter.domain.contact_order import Number, next_contact, order_of
from commandcenter.domain.deadline_acts import RaiseDeadline
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.record import ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import RELEASES, Try, head_count, lacking_proof, notices
from commandcenter.domain.report_in_acts import (
    AtWrongPlace,
    Conclude,
    CountHeads,
    LogCall,
    LoseContact,
    Promise,
    RecordMilestone,
)
from commandcenter.domain.subjects import folded
from commandcenter.domain.unit import Contact, Unit
from commandcenter.domain.whistle import ACTIONS, deadlines
from commandcenter.domain.whistle_acts import (
    BlowWhistle,
    CloseWhistle,
    Confirm,
    DeclareFalseAlarm,
    EndDrill,
    LeaderOnTheWay,
    SetFact,
    Settlement,
    StandDown,
    Tell,
    UnitCall,
)
from commandcenter.domain.whistle_more_acts import (
    ArchiveWhistle,
    GuessGrade,
    JoinCall,
    RecordAction,
    ResumeDrill,
    SetAssembly,
)
from commandcenter.domain.whistle_phases import CODES, PHASES, phases
from commandcenter.domain.whistle_scales import SCALES, kind_named
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from presence import UNIT, W, blown, presence, whistle
from small_office import records

COUNTING = {"value": 20, "unit": "minute", "basis": "office", "source": "街道办公会议定"}
LATE = {
    "whistle.emergency.confirm": 30,
    "whistle.emergency.leader_leave": 10,
    "whistle.emergency.leader_arrive": 30,
}


def office(*units: str, **told: Any) -> PaperWorld:
    """A whistle in an office that has limits for head counts and for the leader."""
    world = PaperWorld().found(records())
    world.do(ListRecord(subject="limit/par.check", fields=COUNTING))
    for key, value in LATE.items():
        world.do(ListRecord(subject=f"limit/{key}", fields=COUNTING | {"value": value}))
    world.do(BlowWhistle(units=tuple(UnitCall(unit=unit) for unit in units or (UNIT,)), **told))
    return world


def at(world: PaperWorld, minute: float) -> PaperWorld:
    world.now = whistle(world).blown_at + round(minute * MINUTE)
    return world


def reach(world: PaperWorld, name: str, unit: str = UNIT, **more: Any) -> None:
    world.do(RecordMilestone(whistle=W, unit=unit, milestone=name, **more))


# -- three scales --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("scale", "value"), [(scale, value) for scale, codes in SCALES.items() for value in codes])
def test_a_first_guess_stands_on_its_own_scale_alone(scale: str, value: str) -> None:
    world = blown()
    world.do(GuessGrade(whistle=W, scale=scale, value=value, words="目测"))
    told = {name: guess.value for name, guess in whistle(world).guesses.items()}
    assert told == {scale: value}
    other = next(name for name in SCALES if value not in SCALES[name])
    assert world.code(GuessGrade(whistle=W, scale=other, value=value)) == "grade_unknown"
    world.do(GuessGrade(whistle=W, scale=scale))
    assert whistle(world).guesses[scale].value == "", "unknown again is a state"


def test_no_code_stands_on_two_scales_and_the_law_grades_no_social_security_event() -> None:
    codes = [code for scale in SCALES.values() for code in scale]
    assert len(codes) == len(set(codes))
    world = blown()
    world.do(GuessGrade(whistle=W, scale="kind", value="security"))
    assert world.code(GuessGrade(whistle=W, scale="event", value="major")) == "security_not_graded"
    assert world.code(GuessGrade(whistle=W, scale="warning", value="red")) == ""
    assert world.code(GuessGrade(whistle=W, scale="mood", value="red")) == "scale_unknown"
    assert [kind_named(name) for name in ("自然灾害", "事故灾难", "公共卫生", "社会安全", "通用")] == [
        *("natural", "accident", "health", "security", ""),
    ]


# -- E0 to E12 -----------------------------------------------------------------------------------------------------


def stages(world: PaperWorld) -> dict[str, str]:
    states = [presence(world, unit) for unit in ("D07", "D01") if presence(world, unit).listed]
    post: Post = world.state(f"post/{W}")
    return {one.code: one.state for one in phases(whistle(world), states, post)}


def test_leaving_is_done_when_the_post_was_checked_not_when_the_last_unit_left() -> None:
    world = office(plan="RQ", received_at=None)
    world.do(SetUpPost(whistle=W, commander_name="莫主任", place_words="东门"))
    reach(world, "arrived")
    world.do(StandDown(whistle=W, words="已处置", releases={UNIT: 4}, told_by="余队"))
    assert stages(world)["released"] == "now", "all have left; people and gear at the post were not checked yet"
    world.do(WithdrawPost(whistle=W, people=4))
    assert stages(world)["released"] == "done"


def test_every_phase_is_done_by_its_own_fact_and_by_no_other() -> None:
    world = office(plan="RQ", received_at=None)
    assert tuple(CODES) == PHASES
    assert stages(world)["blown"] == "done"
    steps: list[tuple[str, Command]] = [
        ("leaders_told", Tell(whistle=W, to="leader", told_by="马书记")),
        ("district_told", Tell(whistle=W, to="district_phone", told_by="区值班")),
        ("first_response", RecordAction(whistle=W, action="cordon", words="封南口")),
        ("leaving", LeaderOnTheWay(whistle=W, person="P2", arrived=True)),
        ("working", RecordMilestone(whistle=W, unit=UNIT, milestone="arrived", people=4)),
        ("stood_down", StandDown(whistle=W, words="已处置", releases={UNIT: 4})),
    ]
    for name, command in steps:
        assert stages(world)[name] in ("open", "now"), name
        at(world, 1 + (world.now - whistle(world).blown_at) / MINUTE)
        world.do(command)
        assert stages(world)[name] in ("done", "now"), name
    assert stages(world)["released"] == "done"
    assert stages(world)["post"] == "skipped", "no post was needed; nothing is invented"
    reach(world, "back")
    world.do(CloseWhistle(whistle=W, words="区里同意不报终报"))
    assert world.code(ArchiveWhistle(whistle="id404")) == "whistle_unknown"
    world.do(ArchiveWhistle(whistle=W, words="档案柜三"))
    assert stages(world)["archived"] == "done"


def test_one_phase_at_most_is_at_work_and_the_archive_waits_for_the_end() -> None:
    world = office()
    assert list(stages(world).values()).count("now") == 1
    assert world.code(ArchiveWhistle(whistle=W)) == "not_closed"


def test_a_drill_has_no_phase_that_leads_outside() -> None:
    world = office("D07", mode="drill", drill="SC01", plan="RQ")
    found = stages(world)
    assert not {"leaders_told", "district_told", "reported", "archived"} & set(found)


def test_the_clocks_of_leader_and_signature_run_and_stop() -> None:
    world = office()
    running = {line.name: line for line in deadlines(whistle(world))}
    assert {"confirm", "leader_leave", "leader_arrive"} <= set(running)
    assert all(running[name].met_at is None for name in LATE_NAMES)
    world.do(LeaderOnTheWay(whistle=W, name="莫主任", vehicle="应急一号车"))
    world.pass_time(MINUTE).do(LeaderOnTheWay(whistle=W, arrived=True))
    world.pass_time(MINUTE).do(Confirm(whistle=W, name="莫主任", words="同意"))
    stopped = {line.name: line.met_at for line in deadlines(whistle(world))}
    assert all(stopped[name] is not None for name in LATE_NAMES)
    state = whistle(world)
    assert (state.leader_words, state.confirmed_by) == ("莫主任", "莫主任")
    assert world.do(Confirm(whistle=W, person="P2")).drafts == ()
    assert world.code(LeaderOnTheWay(whistle=W, name="莫主任")) == "already_told"


LATE_NAMES = ("confirm", "leader_leave", "leader_arrive")


def test_who_leaves_needs_a_name_and_nobody_is_there_before_he_left() -> None:
    world = office()
    assert world.code(LeaderOnTheWay(whistle=W)) == "name_needed"
    at(world, 5).do(LeaderOnTheWay(whistle=W, person="P2"))
    early = LeaderOnTheWay(whistle=W, arrived=True, happened_at=whistle(world).blown_at + MINUTE)
    assert world.code(early) == "out_of_order"


@pytest.mark.parametrize("action", ACTIONS)
def test_what_was_done_at_once_is_kept_with_its_people(action: str) -> None:
    world = blown()
    world.do(RecordAction(whistle=W, action=action, people=12, words="东门"))
    (done,) = whistle(world).actions
    assert (done.action, done.people, done.words) == (action, 12, "东门")
    assert world.code(RecordAction(whistle=W, action="applaud")) == "action_unknown"
    assert world.code(RecordAction(whistle=W, action=action, people=-1)) == "count_negative"


def test_a_call_about_the_same_event_joins_it_with_its_case() -> None:
    world = blown()
    world.do(RegisterCase(matter=Matter(title="又闻到气味"), case="c9"))
    world.do(JoinCall(whistle=W, words="三楼也有", told_by="住户", case="c9"))
    assert len(whistle(world).calls) == 1
    assert world.state("case/c9").whistles == (W,)
    assert world.code(JoinCall(whistle=W, case="none")) == "case_unknown"
    world.do(SetAssembly(whistle=W, place_words="东门广场"))
    assert whistle(world).assembly_words == "东门广场"
    assert world.code(SetAssembly(whistle=W)) == "place_needed"


# -- a false alarm -------------------------------------------------------------------------------------------------


def test_a_false_alarm_tells_everybody_called_one_by_one_before_it_can_be_closed() -> None:
    world = office("D07", "D03", "D10")
    for unit in ("D07", "D03"):
        reach(world, "called", unit)
    world.do(DeclareFalseAlarm(whistle=W, words="是消防演习的烟"))
    assert presence(world, "D10").closed, "who was never called is struck off"
    for unit in ("D07", "D03"):
        with pytest.raises(Refused) as refused:
            world.do(CloseWhistle(whistle=W, words="误报"))
        assert unit in refused.value.facts["units"]
        world.do(Conclude(whistle=W, unit=unit, outcome="cancelled", reason="false_alarm", told_by="值班员"))
    world.do(CloseWhistle(whistle=W, words="误报，不报终报"))
    assert whistle(world).closed_at is not None


def test_once_a_post_stands_it_is_no_false_alarm_any_more() -> None:
    world = office()
    world.do(SetUpPost(whistle=W, commander_name="莫主任", place_words="东门"))
    assert world.code(DeclareFalseAlarm(whistle=W, words="误报")) == "post_stands"


# -- the end of every department -----------------------------------------------------------------------------------


def test_the_stand_down_says_of_each_department_what_is_missing_and_takes_the_honest_outcome() -> None:
    world = office("D07", "D03", "D10", "D01")
    for unit in ("D07", "D10"):
        reach(world, "arrived", unit, people=4)
    world.do(LoseContact(whistle=W, unit="D10"))
    assert [lacking_proof(presence(world, unit)) for unit in ("D07", "D03", "D10")] == ["count", "told", "contact"]
    plain = StandDown(whistle=W, words="已处置")
    with pytest.raises(Refused) as refused:
        world.do(plain)
    assert (refused.value.code, refused.value.facts["units"]) == ("contact_lost", ["D10"])
    cleared = Settlement(unit="D10", outcome="cleared", words="手机没电，人已回单位", told_by="队长")
    with pytest.raises(Refused) as refused:
        world.do(replace(plain, settled=(cleared,)))
    assert refused.value.code == "proof_missing"
    assert refused.value.facts["lacks"] == {"D07": "count", "D03": "told", "D01": "told"}
    gone = Settlement(unit="D07", outcome="left_early", words="没打招呼就走了", told_by="值班员")
    never = Settlement(unit="D03", outcome="never_came", words="一直没来", told_by="值班员")
    world.do(replace(plain, settled=(cleared, gone, never), cancels={"D01": "消防值班"}))
    ends = {unit: presence(world, unit).outcome for unit in ("D07", "D03", "D10", "D01")}
    assert {unit: end.name for unit, end in ends.items() if end} == {
        "D07": "left_early",
        "D03": "never_came",
        "D10": "cleared",
        "D01": "cancelled",
    }
    world.do(CloseWhistle(whistle=W, words="区里同意不报终报"))


def test_an_honest_outcome_still_needs_its_reason() -> None:
    world = office("D03")
    never = Settlement(unit="D03", outcome="never_came", told_by="值班员")
    assert world.code(StandDown(whistle=W, words="完", settled=(never,))) == "reason_needed"


def test_whoever_is_on_record_as_trapped_has_to_be_accounted_for() -> None:
    world = office()
    world.do(SetFact(whistle=W, fact="trapped", value=2))
    order = StandDown(whistle=W, words="完", cancels={UNIT: "值班"})
    assert world.code(order) == "people_trapped"
    assert world.code(replace(order, despite="两人已由120送医，未及更新")) == ""
    world.do(SetFact(whistle=W, fact="trapped", value=0))
    assert world.code(order) == ""


@pytest.mark.parametrize("reason", RELEASES)
def test_a_release_keeps_its_reason_and_how_many_left(reason: str) -> None:
    world = office()
    reach(world, "arrived", people=6)
    gone = RecordMilestone(whistle=W, unit=UNIT, milestone="release_approved", people=6)
    assert world.code(gone) == "release_reason_needed"
    world.do(replace(gone, reason=reason))
    assert presence(world).out_people == 6


def test_asked_for_and_really_there_differ_and_it_is_said() -> None:
    world = office(plan="RQ")  # eight were asked for
    assert presence(world).short_by is None, "unknown is no difference"
    reach(world, "arrived", people=5)
    assert presence(world).short_by == 3
    assert "partial" in notices(presence(world), world.now)


# -- heads on the scene --------------------------------------------------------------------------------------------


def test_heads_are_counted_anew_and_anything_heard_starts_the_clock_again() -> None:
    world = office()
    reach(at(world, 10), "arrived", people=6)
    counting = head_count(presence(world))
    assert counting is not None
    assert counting.due_at == whistle(world).blown_at + 30 * MINUTE
    at(world, 29)
    assert "count_due" not in notices(presence(world), world.now)
    at(world, 31)
    assert "count_due" in notices(presence(world), world.now)
    assert presence(world).lost_at is None, "the clock never concludes that contact is lost"
    raised = world.do(RaiseDeadline(subject=f"report_in/{W}/{UNIT}", clock=counting.name, threshold="due"))
    assert len(raised.drafts) == 1
    world.do(CountHeads(whistle=W, unit=UNIT, people=6))
    fresh = head_count(presence(world))
    assert fresh is not None
    assert (fresh.name, fresh.due_at) == ("par_2", world.now + 20 * MINUTE)
    world.pass_time(5 * MINUTE)
    reach(world, "working")
    again = head_count(presence(world))
    assert again is not None
    assert again.due_at == world.now + 20 * MINUTE
    world.do(LogCall(whistle=W, unit=UNIT, result="reached"))
    reach(world, "release_approved", people=6, reason="task_done")
    assert head_count(presence(world)) is None, "nobody is there any more"


def test_where_nothing_is_limited_no_head_count_runs() -> None:
    world = blown()
    world.do(RecordMilestone(whistle=W, unit=UNIT, milestone="arrived", people=6))
    assert head_count(presence(world)) is None


def test_a_wrong_place_is_amber_until_they_are_there() -> None:
    world = office()
    world.do(AtWrongPlace(whistle=W, unit=UNIT, words="西巷南口"))
    assert notices(presence(world), world.now) == ["wrong_place"]
    assert presence(world).wrong_place_words == "西巷南口"
    reach(world, "arrived", people=3)
    assert "wrong_place" not in notices(presence(world), world.now)
    assert world.code(AtWrongPlace(whistle=W, unit=UNIT, words="x")) == "already_on_scene"


def test_a_promise_that_passed_is_amber_and_never_an_alarm() -> None:
    world = office()
    world.do(Promise(whistle=W, unit=UNIT, at=world.now + 5 * MINUTE, people=4))
    at(world, 6)
    assert notices(presence(world), world.now) == ["promise_passed"]


def test_an_answer_without_read_back_stays_amber() -> None:
    world = office()
    reach(world, "answered", told_by="王")
    assert notices(presence(world), world.now) == ["not_read_back"]


# -- whom to ring next ---------------------------------------------------------------------------------------------

UNIT_OF = Unit(
    "D07", "执法队", "force", "direct", "1", {}, (Contact("甲", "队长", "1"), Contact("乙", "副队长", "2")), "", True
)
LEADER, DISTRICT = Number("莫", "副主任", "3", "leader"), Number("区值班室", "", "4", "district")


def test_the_order_is_the_units_own_then_our_leader_then_the_district() -> None:
    order = order_of(UNIT_OF, leaders=(LEADER,), district=(DISTRICT,))
    assert [number.phone for number in order] == ["1", "2", "3", "4"], "a number that stands twice is rung once"
    assert [number.source for number in order] == ["duty", "contact", "leader", "district"]


@given(st.integers(1, 3), st.integers(1, 6))
def test_each_number_is_tried_so_often_and_none_is_passed_over(each: int, count: int) -> None:
    tries: list[Try] = []
    rung = []
    for moment in range(each * count):
        place = next_contact(tries, count, each)
        rung.append(place)
        tries.append(Try(place, moment, "no_answer"))
    assert rung == [place for place in range(count) for _ in range(each)]
    assert next_contact(tries, count, each) == 0, "then it begins anew"


def test_who_was_reached_is_rung_again_where_he_was_reached() -> None:
    tries = [Try(0, 1, "no_answer"), Try(0, 2, "busy"), Try(1, 3, "reached")]
    assert next_contact(tries, 4) == 1
    assert next_contact([*tries, Try(1, 4, "no_answer")], 4) == 0


# -- a drill ended by mistake --------------------------------------------------------------------------------------


def test_a_drill_that_one_key_ended_goes_on_as_it_was() -> None:
    world = office("D07", "D03", mode="drill", drill="SC01", plan="RQ")
    reach(world, "arrived", people=4)
    before = presence(world), presence(world, "D03"), whistle(world)
    world.do(EndDrill(whistle=W))
    assert whistle(world).closed_at is not None
    world.pass_time(5_000).do(ResumeDrill(whistle=W))
    after = presence(world), presence(world, "D03"), whistle(world)
    assert [state.outcomes for state in after[:2]] == [state.outcomes for state in before[:2]]
    assert (after[2].running, after[2].stage) == (True, "running")
    assert world.code(ResumeDrill(whistle=W)) == "not_ended"
    assert blown().code(ResumeDrill(whistle=W)) == "not_a_drill"


# -- two desks -----------------------------------------------------------------------------------------------------

ACTS = st.sampled_from(
    ["called", "answered", "left", "arrived", "working", "done", "count", "promise", "wrong", "refuse", "lose", "call"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTS, max_size=8), st.lists(ACTS, max_size=8), st.randoms(use_true_random=False))
def test_two_desks_that_did_not_know_of_each_other_come_to_one_state(
    here: list[str], there: list[str], chance: random.Random
) -> None:
    """Each desk enters what it hears; whichever way the entries travel, both fold to the same presence."""
    facts = [*entered("a", here), *entered("b", there)]
    subject = f"report_in/{W}/{UNIT}"
    shuffled = list(facts)
    chance.shuffle(shuffled)
    assert folded(subject, shuffled) == folded(subject, facts)


def entered(node: str, names: list[str]) -> list[Fact]:
    """What one desk wrote about the department, knowing its own entries alone."""
    world = office()
    begin = len(world.facts[f"report_in/{W}/{UNIT}"])
    for name in names:
        world.pass_time(MINUTE)
        commands: dict[str, Command] = {
            "count": CountHeads(whistle=W, unit=UNIT, people=6),
            "promise": Promise(whistle=W, unit=UNIT, people=5),
            "wrong": AtWrongPlace(whistle=W, unit=UNIT, words="南口"),
            "refuse": Conclude(whistle=W, unit=UNIT, outcome="refused", reason="other"),
            "lose": LoseContact(whistle=W, unit=UNIT),
            "call": LogCall(whistle=W, unit=UNIT, result="no_answer", contact=1),
        }
        command = commands.get(name, RecordMilestone(whistle=W, unit=UNIT, milestone=name))
        if not world.code(command):
            world.do(command)
    found = world.facts[f"report_in/{W}/{UNIT}"]
    own = found[begin:]
    listed = found[:begin] if node == "a" else []
    return [
        replace(fact, id=EventId(node, fact.id.seq), seen={node: fact.id.seq - 1} if place else {})
        for place, fact in enumerate([*listed, *own])
    ]
