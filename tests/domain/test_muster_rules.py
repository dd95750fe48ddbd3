"""The muster whistle M0-M9 at its three levels: every step the machine allows, every other refused with a reason (2.2.1, 2.11)."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from commandcenter.domain.appraisal import Punctuality, punctuality
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import DAY, HOUR, MINUTE, at_local
from commandcenter.domain.command import Command
from commandcenter.domain.gate import Grounds, missing
from commandcenter.domain.indicators import Ratio
from commandcenter.domain.muster import MOVES, STAGES, Agreed, Muster, deadlines, may, next_verb
from commandcenter.domain.muster_acts import (
    AmendMuster,
    AnswerMuster,
    DraftMuster,
    MeetOnMuster,
    Member,
    SendMuster,
    SoundMuster,
)
from commandcenter.domain.muster_work_acts import (
    CheckWork,
    CloseMuster,
    DecideOnSite,
    DropMuster,
    FinishWork,
    GradeTarget,
    JudgeMuster,
    NoteMuster,
    PublishNotice,
    SettleTask,
    SignMember,
    StartWork,
)
from commandcenter.domain.record import RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.report_in_acts import Conclude, RecordMilestone
from commandcenter.domain.subjects import folded
from commandcenter.domain.whistle import Whistle
from commandcenter.domain.whistle import deadlines as whistle_deadlines
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import records

GOOD: dict[str, Any] = {"category": "living", "lacks": ("authority",), "tried": "社区劝导两次，没有权限拆除"}
TARGETS = {"L1": (Agreed("D03", None, 4), Agreed("D10", 90)), "L2": (Agreed("S03"), Agreed("D07", 30)), "L3": ()}
MEMBERS = (Member(key="P1"), Member(key="m1", name="周立"))


def office() -> PaperWorld:
    return PaperWorld().found(records())


def begun(world: PaperWorld, level: str = "L1", **more: Any) -> str:
    command = DraftMuster(level=level, title="架空线低垂", **{**GOOD, **more})
    return str(world.do(command).drafts[0].subject.partition("/")[2])


def muster(world: PaperWorld, key: str) -> Muster:
    state = world.state(f"muster/{key}")
    assert isinstance(state, Muster)
    return state


def sounding(key: str, level: str, **more: Any) -> SoundMuster:
    who: dict[str, Any] = {"members": MEMBERS} if level == "L3" else {"targets": TARGETS[level]}
    return SoundMuster(muster=key, meet_words="巷口", **{**who, **more})


def steps(key: str, level: str) -> dict[str, Command]:
    """What leads each step on the usual way."""
    return {
        "met": MeetOnMuster(muster=key, present="工委会六人", decision="同意吹哨"),
        "sent": SendMuster(muster=key, document="街工〔2026〕31号", way="paper"),
        "accepted": AnswerMuster(muster=key, accepted=True),
        "returned": AnswerMuster(muster=key, accepted=False, words="缺纪要"),
        "sounded": sounding(key, level),
        "work_started": StartWork(muster=key, leader="沈建勋"),
        "finished": FinishWork(muster=key, words="拆除完毕"),
        "passed": CheckWork(muster=key, holds=True),
        "sent_back": CheckWork(muster=key, holds=False, words="还剩两处"),
        "closed": CloseMuster(muster=key, cause="权属不清", why_not_appraised="单位已撤并"),
        "dropped": DropMuster(muster=key, words="物业自己办了"),
    }


def settle(world: PaperWorld, key: str, verb: str) -> None:
    """What has to be so before a step, beside the steps themselves."""
    state = muster(world, key)
    if verb == "work_started":
        if state.level == "L3":
            world.do(SignMember(muster=key, member="P1", verb="came"))
        else:
            unit = state.agreed[0].unit
            world.do(RecordMilestone(whistle=key, unit=unit, milestone="arrived", people=3))
    if verb == "closed":
        for line in state.agreed:
            one = world.state(f"report_in/{key}/{line.unit}")
            if not one.closed and one.on_scene:
                world.do(
                    RecordMilestone(whistle=key, unit=line.unit, milestone="release_approved", people=3, words="办完")
                )
                world.do(RecordMilestone(whistle=key, unit=line.unit, milestone="back"))
            elif not one.closed:
                world.do(Conclude(whistle=key, unit=line.unit, outcome="refused", reason="other", told_by="值班员"))
        if state.level == "L2":
            world.do(PublishNotice(muster=key, words="已办结，楼道畅通", where="公告栏"))


USUAL = {
    "L1": ("met", "sent", "accepted", "sounded", "work_started", "finished", "passed", "closed"),
    "L2": ("met", "sent", "accepted", "sounded", "work_started", "finished", "passed", "closed"),
    "L3": ("sounded", "work_started", "finished", "passed", "closed"),
}


def walked(world: PaperWorld, level: str, until: str = "", **more: Any) -> str:
    """A muster brought along the usual way up to and with a step; empty: only drafted."""
    key = begun(world, level, **more)
    for verb in USUAL[level] if until else ():
        settle(world, key, verb)
        world.do(steps(key, level)[verb])
        world.pass_time(HOUR)
        if verb == until:
            break
    return key


# --- the machine -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", USUAL)
def test_the_usual_way_leads_from_the_draft_to_the_end(level: str) -> None:
    world = office()
    key = begun(world, level)
    for verb in USUAL[level]:
        assert next_verb(muster(world, key)) == verb
        settle(world, key, verb)
        world.do(steps(key, level)[verb])
        assert muster(world, key).stage == MOVES[verb][1]
        world.pass_time(HOUR)
    state = muster(world, key)
    assert state.closed_at is not None
    assert not state.irregular
    assert next_verb(state) == ""
    assert state.step == "closed"


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(sorted(USUAL)))
def test_what_the_machine_does_not_allow_is_refused_and_changes_nothing(chance: Random, level: str) -> None:
    world = office()
    key = begun(world, level)
    seen = {"draft"}
    for _ in range(24):
        state = muster(world, key)
        verb = chance.choice(sorted(MOVES))
        if not state.open:
            assert world.code(steps(key, level)[verb]) == "muster_over"
            break
        if not may(state, verb):
            assert world.code(steps(key, level)[verb]) == "muster_stage"
            continue
        if verb == "dropped" and chance.random() < 0.8:
            continue
        settle(world, key, verb)
        if verb == "dropped" and any(one.entries for one in presences(world, key)):
            continue
        world.do(steps(key, level)[verb])
        world.pass_time(MINUTE)
        after = muster(world, key)
        assert not after.irregular
        seen.add(after.stage)
    assert seen <= {*STAGES, "returned", "dropped", "long_term"}


def presences(world: PaperWorld, key: str) -> list[ReportIn]:
    return [world.state(subject) for subject in world.subjects(f"report_in/{key}/")]


def test_every_move_of_the_table_is_reached() -> None:
    reached: set[tuple[str, str]] = set()
    for level in USUAL:
        for until in ("", *USUAL[level]):
            for verb, (before, _) in MOVES.items():
                world = office()
                key = walked(world, level, until)
                state = muster(world, key)
                if not state.open or not may(state, verb):
                    continue
                settle(world, key, verb)
                if verb == "dropped" and any(one.entries for one in presences(world, key)):
                    continue
                world.do(steps(key, level)[verb])
                reached.add((state.stage, verb))
                assert state.stage in before
    world = office()
    key = walked(world, "L1", "sent")
    world.do(steps(key, "L1")["returned"])
    world.do(steps(key, "L1")["met"])
    reached.add(("returned", "met"))
    wanted = {(stage, verb) for verb, (before, _) in MOVES.items() for stage in before}
    assert wanted - reached <= {("returned", "dropped"), ("returned", "met")} | {
        (stage, "dropped") for stage in ("judged", "sent", "accepted", "reporting")
    }
    assert ("draft", "sounded") in reached


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_interleaving_of_two_desks_folds_to_the_same_state(chance: Random) -> None:
    world = office()
    key = walked(world, "L2", "closed")
    facts = list(world.facts[f"muster/{key}"])
    shuffled = list(facts)
    chance.shuffle(shuffled)
    assert folded(f"muster/{key}", shuffled) == muster(world, key)


def test_a_level_without_a_team_skips_the_meeting_and_the_team() -> None:
    world = office()
    key = begun(world, "L3")
    assert world.code(steps(key, "L3")["met"]) == "muster_stage"
    assert world.code(steps(key, "L3")["sent"]) == "muster_stage"
    world.do(steps(key, "L3")["sounded"])
    key = begun(world, "L1")
    assert world.code(steps(key, "L1")["sounded"]) == "muster_stage"


def test_what_was_returned_is_judged_again_before_it_is_sent_again() -> None:
    world = office()
    key = walked(world, "L1", "sent")
    world.do(steps(key, "L1")["returned"])
    state = muster(world, key)
    assert (state.stage, state.returned_words) == ("returned", "缺纪要")
    assert world.code(steps(key, "L1")["sent"]) == "muster_stage"
    for verb in ("met", "sent", "accepted"):
        world.do(steps(key, "L1")[verb])
    assert muster(world, key).stage == "accepted"
    assert muster(world, key).answers == 2


# --- the gate --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lacking", "code"),
    [
        ({"category": ""}, "gate_category"),
        ({"category": "none"}, "gate_category"),
        ({"lacks": ()}, "gate_solvable"),
        ({"tried": "  "}, "gate_tried"),
    ],
)
@pytest.mark.parametrize("level", ["L1", "L2", "L3"])
def test_only_what_cannot_be_solved_here_goes_through_the_gate(lacking: dict[str, Any], code: str, level: str) -> None:
    world = office()
    key = begun(world, level, **lacking)
    first = "sounded" if level == "L3" else "met"
    assert world.code(steps(key, level)[first]) == code
    world.do(AmendMuster(muster=key, title="架空线低垂", **GOOD))
    assert world.code(steps(key, level)[first]) == ""


def test_a_kind_of_matter_that_was_retired_opens_no_gate() -> None:
    world = office()
    key = begun(world)
    world.do(RetireRecord(subject="matter_kind/living"))
    assert world.code(steps(key, "L1")["met"]) == "gate_category"


def test_what_the_gate_still_asks_for_is_told_in_order() -> None:
    assert missing(Grounds()) == ("category", "lacks", "tried")
    assert missing(Grounds("living", ("authority",), "试过")) == ()
    assert missing(Grounds("living", ("money",), "试过")) == ("lacks",)


# --- the whistle -----------------------------------------------------------------------------------------------------


def test_it_becomes_a_whistle_with_its_own_number_and_the_agreed_times_as_limits() -> None:
    world = office()
    key = walked(world, "L1", "sounded")
    whistle: Whistle = world.state(f"whistle/{key}")
    assert (whistle.kind, whistle.running, whistle.burning) == ("muster", True, False)
    assert whistle.number.startswith("JJ-")
    assert muster(world, key).number == whistle.number
    first, second = presences(world, key)
    limits = {one.unit: one.limits for one in (first, second)}
    assert limits["D03"] == {"arrive": 24 * 60}
    assert limits["D10"] == {"arrive": 90}
    assert whistle_deadlines(whistle) == []


def test_two_working_hours_of_a_section_do_not_run_in_the_night() -> None:
    world = office()
    world.now = at_local(date(2026, 7, 17), 17)  # a Friday, half an hour before the office closes
    key = walked(world, "L2", "accepted")
    world.now = at_local(date(2026, 7, 17), 17)
    world.do(sounding(key, "L2"))
    first, second = presences(world, key)
    due = {one.unit: one.listed_at + round((one.limits["arrive"] or 0) * MINUTE) for one in (first, second)}
    assert due["S03"] == at_local(date(2026, 7, 20), 10, 30)
    assert due["D07"] == world.now + 30 * MINUTE  # agreed by word


def test_the_levels_call_whom_they_may() -> None:
    world = office()
    key = walked(world, "L1", "accepted")
    assert world.code(sounding(key, "L1", targets=(Agreed("S03"),))) == "muster_target"
    assert world.code(sounding(key, "L1", targets=())) == "no_unit"
    assert world.code(sounding(key, "L1", targets=(Agreed("D03"), Agreed("D03")))) == "unit_twice"
    assert world.code(sounding(key, "L1", targets=(Agreed("D03", -1),))) == "limit_not_positive"
    assert world.code(sounding(key, "L1", members=MEMBERS)) == "units_not_people"
    assert world.code(SoundMuster(muster=key, targets=TARGETS["L1"], meet_words=" ")) == "meet_place_needed"
    key = walked(world, "L2", "accepted")
    assert world.code(sounding(key, "L2", targets=(Agreed("A3"),))) == "muster_target"
    assert world.code(sounding(key, "L2", targets=(Agreed("D03"),))) == "muster_target"
    key = begun(world, "L3")
    assert world.code(sounding(key, "L3", targets=(Agreed("S03"),))) == "people_not_units"
    assert world.code(sounding(key, "L3", members=())) == "no_member"


def test_a_case_may_be_its_origin_and_learns_of_the_whistle() -> None:
    world = office()
    world.do(RegisterCase(matter=Matter(title="架空线低垂", text="线快垂到头上了")))
    (case,) = world.subjects("case/")
    key = begun(world, "L3", case=case.partition("/")[2])
    assert world.state(case).whistles == ()
    world.do(steps(key, "L3")["sounded"])
    assert world.state(case).whistles == (key,)
    assert world.code(DraftMuster(level="L1", title="x", case="nobody")) == "case_unknown"


def test_members_sign_in_and_out_and_only_their_hours_are_kept() -> None:
    world = office()
    key = walked(world, "L3", "sounded")
    assert muster(world, key).members_due is not None
    world.do(SignMember(muster=key, member="P1", verb="came"))
    assert world.code(SignMember(muster=key, member="P1", verb="came")) == "already_recorded"
    assert world.code(SignMember(muster=key, member="m1", verb="left")) == "not_arrived"
    world.pass_time(90 * MINUTE)
    world.do(SignMember(muster=key, member="P1", verb="left"))
    world.do(SignMember(muster=key, member="", verb="came", name="孟和"))
    world.do(SignMember(muster=key, member="m1", verb="excused"))
    state = muster(world, key)
    assert [(one.hours, one.excused) for one in state.members] == [(1.5, False), (None, True), (None, False)]
    assert (state.present, state.hours) == (2, 1.5)
    for verb in ("work_started", "finished", "passed"):
        world.do(steps(key, "L3")[verb])
    assert world.code(GradeTarget(muster=key, unit="P1", grades={"effect": "good"})) == "people_not_rated"
    assert world.code(SignMember(muster=begun(world, "L1"), member="P1", verb="came")) == "members_only"


# --- work, appraisal, end --------------------------------------------------------------------------------------------


def test_work_begins_when_somebody_is_there_and_ends_when_everything_decided_is_done() -> None:
    world = office()
    key = walked(world, "L1", "sounded")
    assert world.code(steps(key, "L1")["work_started"]) == "nobody_there"
    world.do(RecordMilestone(whistle=key, unit="D03", milestone="arrived", people=4))
    world.do(steps(key, "L1")["work_started"])
    assert world.code(DecideOnSite(muster=key, words="抬高主线")) == "owner_needed"
    world.do(DecideOnSite(muster=key, words="抬高主线", unit="D03", due_at=world.now + HOUR))
    (task,) = muster(world, key).tasks
    assert world.code(steps(key, "L1")["finished"]) == "tasks_open"
    assert [line.due_at for line in deadlines(muster(world, key)) if "task" in line.name] == [world.now + HOUR]
    world.do(SettleTask(muster=key, task=task.key, words="已抬高"))
    assert world.code(SettleTask(muster=key, task=task.key)) == "nothing_changed"
    world.do(steps(key, "L1")["finished"])


def test_both_sides_appraise_and_on_time_is_computed_never_said() -> None:
    world = office()
    key = walked(world, "L1", "sounded")
    world.pass_time(30 * HOUR)
    world.do(RecordMilestone(whistle=key, unit="D03", milestone="arrived", people=4))
    for verb in ("work_started", "finished", "passed"):
        world.do(steps(key, "L1")[verb])
    found = punctuality(presences(world, key), world.now)
    assert found == Punctuality(late=1, unjudged=1)  # 燃气 is asked (请): shown, not judged
    assert found.ratio == Ratio(0, 1)
    assert found.ratio.percent is None
    assert world.code(JudgeMuster(muster=key, unit="D03", justified=False)) == "reason_needed"
    assert world.code(JudgeMuster(muster=key, unit="S03", justified=True)) == "not_listed"
    assert world.code(GradeTarget(muster=key, unit="D03")) == "nothing_graded"
    assert world.code(GradeTarget(muster=key, unit="D03", grades={"speed": "good"})) == "aspect_unknown"
    assert world.code(GradeTarget(muster=key, unit="D03", grades={"effect": "best"})) == "appraisal_grade_unknown"
    world.do(GradeTarget(muster=key, unit="D03", grades={"arrival": "poor", "effect": "good"}))
    world.do(JudgeMuster(muster=key, unit="D03", justified=False, words="应先由物业办"))
    world.do(JudgeMuster(muster=key, justified=True))
    appraisal = muster(world, key).appraisal
    assert appraisal.justified == Ratio(1, 2)
    assert appraisal.agreed is False
    assert appraisal.waiting(["D03", "D10"]) == ("D10",)
    assert refused(world, CloseMuster(muster=key, cause="权属不清")).facts["count"] == 1


def refused(world: PaperWorld, command: Command) -> Refused:
    with pytest.raises(Refused) as caught:
        world.do(command)
    return caught.value


def test_a_community_whistle_ends_only_with_a_notice_that_names_nobody() -> None:
    world = office()
    world.do(RegisterCase(matter=Matter(title="堆物", text="楼道堆物", reporter="王秀兰", phone="13800001111")))
    (case,) = world.subjects("case/")
    key = walked(world, "L2", "passed", case=case.partition("/")[2])
    close = CloseMuster(
        muster=key, cause="无处存放", why_not_appraised="单位已撤并", releases={"S03": 3}, absent={"D07": "有险情"}
    )
    assert world.code(close) == "notice_missing"
    notice = PublishNotice(muster=key, words="楼道已清理", where="公告栏")
    for words in ("请致电13800001111", "王秀兰反映的问题已办", "电话 100-0000-4001"):
        assert world.code(PublishNotice(muster=key, words=words, where="公告栏")) == "notice_personal"
    assert world.code(PublishNotice(muster=key, words="已办", where="")) == "where_needed"
    world.do(notice)
    world.do(close)
    assert muster(world, key).result == "closed"
    assert world.state(f"whistle/{key}").closed_at is not None
    assert world.state(f"report_in/{key}/S03").outcome.name == "back"
    assert world.state(f"report_in/{key}/D07").outcome.name == "never_came"


def test_a_confidential_matter_gets_no_notice_and_needs_none() -> None:
    world = office()
    key = walked(world, "L2", "passed", category="petition")
    assert world.code(PublishNotice(muster=key, words="已办", where="公告栏")) == "notice_confidential"
    ends = {"cause": "历史遗留", "why_not_appraised": "已撤并", "releases": {"S03": 3}, "absent": {"D07": "有险情"}}
    assert world.code(CloseMuster(muster=key, **ends)) == ""


def test_nobody_s_presence_is_left_open_at_the_end() -> None:
    world = office()
    key = walked(world, "L1", "passed")
    assert refused(world, CloseMuster(muster=key, cause="x", why_not_appraised="y")).facts["units"] == ["D03", "D10"]
    assert world.code(CloseMuster(muster=key, cause="", why_not_appraised="y")) == "cause_needed"
    assert world.code(CloseMuster(muster=key, result="long_term", cause="x", why_not_appraised="y")) == "reason_needed"
    ends: dict[str, Any] = {"releases": {"D03": 3}, "absent": {"D10": "没有接到通知"}}
    world.do(CloseMuster(muster=key, result="long_term", words="待改造", cause="x", why_not_appraised="y", **ends))
    assert muster(world, key).stage == "long_term"
    assert all(one.closed for one in presences(world, key))
    assert world.code(NoteMuster(muster=key, words="后记")) == "muster_over"


def test_who_was_called_is_told_when_it_is_given_up() -> None:
    world = office()
    key = walked(world, "L1", "sounded")
    world.do(RecordMilestone(whistle=key, unit="D03", milestone="answered"))
    drop = DropMuster(muster=key, words="物业自己办了")
    assert refused(world, drop).facts["units"] == ["D03"]
    world.do(DropMuster(muster=key, words="物业自己办了", told={"D03": "值班员"}))
    assert muster(world, key).stage == "dropped"
    assert all(one.outcome.name == "cancelled" for one in presences(world, key) if one.outcome)
    assert world.state(f"whistle/{key}").closed_at is not None


# --- clocks ----------------------------------------------------------------------------------------------------------


def test_its_clocks_run_by_limits_that_are_data_and_stop_when_they_are_met() -> None:
    world = office()
    key = begun(world, "L1")
    (meeting,) = deadlines(muster(world, key))
    assert meeting.due_at - meeting.started_at == 3 * DAY
    world.pass_time(HOUR)
    for verb in ("met", "sent"):
        world.do(steps(key, "L1")[verb])
    lines = {line.name: line for line in deadlines(muster(world, key))}
    assert lines["muster_meeting"].met_at is not None
    assert lines["muster_answer_1"].met_at is None
    world.do(steps(key, "L1")["accepted"])
    assert all(line.met_at is not None for line in deadlines(muster(world, key)))
    world.do(RetireRecord(subject="limit/whistle.muster.meeting_L2"))
    assert deadlines(muster(world, begun(world, "L2"))) == []
