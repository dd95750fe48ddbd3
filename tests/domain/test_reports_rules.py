"""Information reports: in which order their steps go, that every version stays, what the record says and what a person wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from commandcenter.domain import sitrep
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.deadline_acts import RaiseDeadline
from commandcenter.domain.event import EventId
from commandcenter.domain.fold import causal_order
from commandcenter.domain.key_facts import FactKind, fact_kinds, plan_facts
from commandcenter.domain.record import AmendRecord, ListRecord
from commandcenter.domain.report_chain import DONE, LATER, RUNNING, Link, chain, running
from commandcenter.domain.sitrep import ITEMS, SituationReport, in_order
from commandcenter.domain.sitrep_acts import (
    CountersignReport,
    DeliverReport,
    DraftReport,
    IssueReport,
    PhoneReport,
    RecordInstruction,
    SignReport,
)
from commandcenter.domain.sitrep_items import Kept, Record, changed_spans, filled, items_of
from commandcenter.domain.subjects import folded
from commandcenter.domain.whistle_acts import (
    BlowWhistle,
    CloseWhistle,
    DeclareFalseAlarm,
    Note,
    SetFact,
    SetPlace,
    StandDown,
    Tell,
    UnitCall,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from presence import UNIT, W, blown, play, presence, whistle
from small_office import records


class Names:
    def unit(self, key: str) -> str:
        return key

    def person(self, key: str) -> str:
        return key

    def place(self, key: str) -> str:
        return key


def reports(world: PaperWorld) -> list[SituationReport]:
    return in_order([world.state(subject) for subject in world.subjects(f"sitrep/{W}/")])


def over(world: PaperWorld) -> PaperWorld:
    world.pass_time(MINUTE).do(StandDown(whistle=W, words="排除", cancels={UNIT: "贺值班"}))
    return world


DRAFT = DraftReport(whistle=W, items={"loss": "被困待核"})
SIGN = SignReport(whistle=W, signer="沈建勋")
ORAL = SignReport(whistle=W, signer="沈建勋", oral=True)
DELIVER = DeliverReport(whistle=W, receiver="区应急值班 孔文", receipt="0412")
PHONE = PhoneReport(whistle=W, receiver="区应急值班 孔文", read_back=True)


def walk(world: PaperWorld, *commands: Command) -> PaperWorld:
    for command in commands:
        world.pass_time(MINUTE).do(command)
    return world


def whole(world: PaperWorld) -> PaperWorld:
    return walk(world, DRAFT, SIGN, DELIVER)


# --- the machine -----------------------------------------------------------------------------------------------------

STEPS: dict[str, tuple[tuple[Command, ...], str]] = {
    "due": ((), "due"),
    "phoned": ((PHONE,), "phoned"),
    "drafted": ((PHONE, DRAFT), "drafted"),
    "drafted, never told by phone": ((DRAFT,), "drafted"),
    "signed": ((DRAFT, SIGN), "signed"),
    "agreed by word of mouth": ((DRAFT, ORAL), "signed"),
    "delivered": ((PHONE, DRAFT, SIGN, DELIVER), "delivered"),
}
REFUSED: dict[str, dict[str, str]] = {
    "due": {"sign": "nothing_to_sign", "deliver": "not_signed", "countersign": "nothing_to_sign"},
    "phoned": {"sign": "nothing_to_sign", "deliver": "not_signed", "countersign": "nothing_to_sign"},
    "drafted": {"deliver": "not_signed", "countersign": "nothing_to_sign"},
    "drafted, never told by phone": {"deliver": "not_signed", "countersign": "nothing_to_sign"},
    "signed": {"draft": "report_signed", "sign": "report_signed", "countersign": "nothing_to_sign"},
    "agreed by word of mouth": {"draft": "report_signed", "sign": "report_signed"},
    "delivered": {"sign": "nothing_to_sign", "deliver": "not_signed", "countersign": "nothing_to_sign"},
}
ACTS: dict[str, Command] = {
    "phone": PHONE,
    "draft": DraftReport(whistle=W, items={"loss": "受伤1人"}),
    "sign": SIGN,
    "countersign": CountersignReport(whistle=W, signer="沈建勋"),
    "deliver": DELIVER,
}


@pytest.mark.parametrize("name", STEPS)
def test_every_step_and_what_is_refused_there(name: str) -> None:
    commands, step = STEPS[name]
    world = walk(blown(), *commands)
    found = reports(world)
    assert (found[0].step if found else "due") == step
    for act, command in ACTS.items():
        assert world.code(command) == REFUSED[name].get(act, ""), act


def test_the_next_report_begins_when_the_one_before_was_delivered() -> None:
    world = whole(blown())
    assert whistle(world).reports == (("initial", world.now),)
    walk(world, DraftReport(whistle=W, items={"trend": "平稳"}))
    assert [(one.stage, one.ordinal, one.step) for one in reports(world)] == [
        ("initial", 1, "delivered"),
        ("update", 2, "drafted"),
    ]
    assert world.code(IssueReport(whistle=W, stage="final", items={"loss": "无"})) == "report_order"


def test_an_update_that_was_begun_before_the_end_is_finished_as_the_final_report() -> None:
    world = over(walk(whole(blown()), DraftReport(whistle=W, items={"trend": "平稳"})))
    final = DraftReport(whistle=W, stage="final", items={"trend": "已排除"})
    walk(world, final, SIGN, DELIVER)
    assert [stage for stage, _ in whistle(world).reports] == ["initial", "final"]
    assert [one.stage for one in reports(world)] == ["initial", "final"]


def test_every_version_is_kept_and_what_was_signed_is_what_counts() -> None:
    world = walk(blown(), DRAFT, DraftReport(whistle=W, items={"loss": "受伤1人"}, by_hand=("loss",)), SIGN)
    report = reports(world)[0]
    assert [dict(version.items) for version in report.versions] == [{"loss": "被困待核"}, {"loss": "受伤1人"}]
    assert (report.signed and report.signed.version, dict(report.items)) == (2, {"loss": "受伤1人"})
    assert report.versions[1].by_hand == ("loss",)


def test_the_same_text_is_no_new_version() -> None:
    world = walk(blown(), DRAFT)
    assert world.do(DRAFT).drafts == ()


def test_a_consent_by_word_of_mouth_owes_its_signature_until_it_is_given() -> None:
    world = walk(blown(), DRAFT, ORAL, DELIVER)
    assert reports(world)[0].unsigned
    walk(world, DraftReport(whistle=W, items={"trend": "平稳"}))
    walk(world, CountersignReport(whistle=W, signer="苏亚男"))
    first = reports(world)[0]
    assert (first.unsigned, first.signer) == (False, "苏亚男")
    assert first.signed is not None
    assert first.signed.signer == "沈建勋", "who agreed stays on record"
    assert world.code(CountersignReport(whistle=W, signer="苏亚男")) == "nothing_to_sign"


def test_telling_by_phone_stops_the_clock_once_and_names_who_was_reached() -> None:
    world = walk(blown(), PHONE, PHONE)
    assert set(whistle(world).told) == {"district_phone"}
    assert [told.read_back for told in reports(world)[0].phoned] == [True, True]
    assert world.code(PhoneReport(whistle=W, receiver=" ")) == "reached_needed"
    assert world.code(DraftReport(whistle=W, items={"loss": " "})) == "words_needed"
    assert world.code(SignReport(whistle=W, signer="")) == "nothing_to_sign"
    assert walk(world, DRAFT).code(SignReport(whistle=W, signer=" ")) == "signer_needed"
    assert walk(world, SIGN).code(DeliverReport(whistle=W, receiver=" ")) == "reached_needed"


def test_of_a_drill_nobody_is_told() -> None:
    world = PaperWorld().found(records())
    world.do(BlowWhistle(units=(UnitCall(unit=UNIT),), mode="drill", drill="SC01"))
    walk(world, PHONE, DRAFT, SIGN, DELIVER)
    assert dict(whistle(world).told) == {}
    assert [fact.mode for facts in world.facts.values() for fact in facts if fact.subject.startswith("sitrep/")] == (
        ["drill"] * 4
    )
    assert [fact.body["to"] for fact in world.facts[f"whistle/{W}"] if fact.kind == "whistle.told"] == ["exercise"]


def test_what_those_above_said_needs_a_name() -> None:
    world = blown()
    assert world.code(RecordInstruction(whistle=W, words="应转尽转", told_by=" ")) == "name_needed"
    world.do(RecordInstruction(whistle=W, words="应转尽转", told_by="区应急局", read_back=True))
    fact = world.facts[f"whistle/{W}"][-1]
    assert (fact.body["sort"], fact.body["read_back"], fact.words("told_by")) == ("instruction", True, "区应急局")


@given(st.lists(st.sampled_from([*ACTS, "over", "oral"]), max_size=24))
@settings(deadline=None)
def test_any_way_through_the_chain_keeps_its_order(steps: Sequence[str]) -> None:
    """Whatever is tried: one report under way, ordinals without gaps, stages in order, nothing after the signature."""
    world = blown()
    for name in steps:
        world.pass_time(MINUTE)
        command = {"oral": ORAL, "over": StandDown(whistle=W, words="排除", cancels={UNIT: "贺值班"})}.get(name)
        act = command or ACTS[name]
        if not world.code(act):
            world.do(act)
        found = reports(world)
        assert [one.ordinal for one in found] == list(range(1, len(found) + 1))
        assert sum(one.open for one in found) <= 1
        assert not any(one.irregular for one in found)
        told = [stage for stage, _ in whistle(world).reports]
        assert told == [one.stage for one in found if one.delivered_at is not None]
        assert told[:1] in ([], ["initial"])
        assert all(stage in ("update", "final") for stage in told[1:2])
        assert all(stage == "supplement" for stage in told[told.index("final") + 1 :]) if "final" in told else True
        for one in found:
            if one.delivered_at is not None:
                assert one.signed is not None
                assert one.items == one.versions[one.signed.version - 1].items


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_two_desks_that_work_on_one_report_fold_to_the_same_state(data: Any) -> None:
    """Events of two desks on one report, each having seen only its own: whatever order they come in, one state."""
    world = walk(blown(), PHONE, DRAFT, DraftReport(whistle=W, items={"loss": "受伤1人"}), ORAL, DELIVER)
    subject = world.subjects(f"sitrep/{W}/")[0]
    facts = [
        replace(
            fact, id=EventId(data.draw(st.sampled_from(["n1", "n2"])), place), seen={}, hlc=data.draw(st.integers(1, 5))
        )
        for place, fact in enumerate(world.facts[subject], start=1)
    ]
    state = folded(subject, facts)
    assert folded(subject, data.draw(st.permutations(facts))) == state
    assert len(state.versions) == 2


@given(
    st.lists(st.sampled_from(["phoned", "drafted", "signed", "countersigned", "delivered", "issued", "no"]), max_size=8)
)
def test_a_fold_of_any_entries_never_raises(verbs: Sequence[str]) -> None:
    world = walk(blown(), PHONE)
    fact = world.facts[world.subjects(f"sitrep/{W}/")[0]][0]
    state = SituationReport()
    for verb in verbs:
        state = sitrep.apply(state, replace(fact, kind=f"sitrep.{verb}", body={"version": "x", "by_hand": 3}))
    assert state.step in sitrep.STEPS
    assert causal_order([fact]) == [fact]


# --- casualties that change after the end ----------------------------------------------------------------------------


def closed(kind: str = "") -> PaperWorld:
    world = blown(plan="RQ") if kind else blown()
    if kind:
        world.do(AmendRecord(subject="plan/RQ", fields={"casualties": kind}))
    for key, value, unit in (
        ("report.casualties", 30, "day"),
        ("report.casualties.fast", 7, "day"),
        ("report.casualties.remind", 1, "day"),
    ):
        world.do(
            ListRecord(subject=f"limit/{key}", fields={"value": value, "unit": unit, "basis": "office", "source": ""})
        )
    whole(world)
    over(world)
    return walk(world, DraftReport(whistle=W, items={"loss": "受伤1人"}), SIGN, DELIVER)


@pytest.mark.parametrize(("kind", "days"), [("", 30), ("fire", 7), ("traffic", 7)])
def test_the_final_report_says_until_when_casualties_are_followed(kind: str, days: int) -> None:
    world = closed(kind)
    final = reports(world)[-1]
    start = whistle(world).blown_at
    assert (final.watch_until, final.remind_at) == (start + days * DAY, start + (days - 1) * DAY)
    row = sitrep.deadlines(final)[0]
    assert (row.name, row.due_at, row.reminder) == ("remind:casualties", start + (days - 1) * DAY, True)


def test_somebody_is_reminded_once_before_the_days_are_over() -> None:
    world = closed()
    final = reports(world)[-1]
    remind = RaiseDeadline(subject=final.subject, clock="remind:casualties", threshold="due")
    world.pass_time(29 * DAY).do(remind)
    fact = world.facts[final.subject][-1]
    assert (fact.kind, fact.body["clock"]) == ("sitrep.deadline_raised", "remind:casualties")
    assert world.do(remind).drafts == ()


def test_casualties_may_change_on_a_closed_incident_and_nothing_else() -> None:
    world = closed()
    play(world, [])
    world.pass_time(MINUTE).do(CloseWhistle(whistle=W))
    assert world.code(SetFact(whistle=W, fact="evacuated", value=3)) == "whistle_closed"
    world.pass_time(DAY).do(SetFact(whistle=W, fact="dead", value=1))
    walk(world, DraftReport(whistle=W, items={"loss": "死亡1人"}), SIGN, DELIVER)
    links = chain(whistle(world), reports(world), world.now)
    assert [(link.name, link.state) for link in links[-2:]] == [("supplement", DONE), ("supplement", RUNNING)]
    late = chain(whistle(world), reports(world), world.now + 40 * DAY)
    assert late[-1].state == LATER, "after the days are over nothing is asked for any more"


# --- the chain -------------------------------------------------------------------------------------------------------


def links(world: PaperWorld) -> list[tuple[str, int, str]]:
    return [(link.name, link.rank, link.state) for link in chain(whistle(world), reports(world), world.now)]


def test_the_chain_from_the_whistle_to_the_end() -> None:
    world = blown()
    assert links(world) == [
        ("phone", 1, RUNNING),
        ("written", 1, RUNNING),
        ("update", 1, LATER),
        ("final", 1, LATER),
        ("supplement", 1, LATER),
    ]
    walk(world, PHONE)
    found = running(chain(whistle(world), reports(world), world.now))
    assert found is not None
    assert (found.name, found.step) == ("written", "phoned")
    whole(world)
    assert links(world)[:4] == [("phone", 1, DONE), ("written", 1, DONE), ("update", 1, RUNNING), ("update", 2, LATER)]
    walk(world, DraftReport(whistle=W, items={"trend": "平稳"}), SIGN, DELIVER)
    assert ("update", 2, RUNNING) in links(world)
    over(world)
    assert links(world)[-2:] == [("final", 1, RUNNING), ("supplement", 1, LATER)]


def test_the_district_told_from_the_board_is_a_step_of_the_chain() -> None:
    world = walk(blown(), Tell(whistle=W, to="district_phone", told_by="孔文"))
    first = chain(whistle(world), reports(world), world.now)[0]
    assert (first.state, first.receiver, first.at) == (DONE, "孔文", world.now)


def test_a_false_alarm_is_reported_to_its_end() -> None:
    world = whole(blown())
    world.pass_time(MINUTE).do(DeclareFalseAlarm(whistle=W, words="误报"))
    assert ("final", 1, RUNNING) in links(world)


@given(st.integers(0, 3 * HOUR // MINUTE), st.integers(0, 3 * HOUR // MINUTE))
def test_used_and_left_agree(limit: int, gone: int) -> None:
    link = Link("update", 1, RUNNING, limit, 0, limit * MINUTE)
    left, used = link.left(gone * MINUTE), link.used(gone * MINUTE)
    assert left == (limit - gone) * MINUTE
    assert (used is None) == (limit == 0)
    if used is not None and left is not None:
        assert (used >= 1) == (left <= 0)


# --- what the record says --------------------------------------------------------------------------------------------


def record(world: PaperWorld, *kinds: FactKind) -> Record:
    facts = [fact for found in world.facts.values() for fact in found if W in fact.subject]
    return Record(whistle(world), [presence(world, UNIT)], world.state(f"post/{W}"), [], facts, fact_kinds(kinds))


def test_what_nobody_knows_is_written_as_not_known_and_never_as_none() -> None:
    world = blown()
    world.do(SetFact(whistle=W, fact="injured", value=0))
    found = filled(record(world), Names())
    assert found["loss"].text == "死亡待核，失踪待核，受伤0人，被困待核，财产损失不明"
    assert (found["place"].text, found["happened_at"].text, found["extent"].text) == ("待定", "不明", "不明")
    assert found["trend"].text == "待核"
    assert found["measures"].text == "召集1个单位，已通知0个，到场0个"
    assert set(found) == set(ITEMS)


def test_every_text_names_where_it_came_from() -> None:
    world = blown()
    world.do(Note(whistle=W, words="后厨煤气味", told_by="住户来电"))
    told = world.do(SetFact(whistle=W, fact="hazard", words="可燃气体")).drafts[0]
    assert told.kind == "whistle.fact_set"
    found = filled(record(world), Names())
    assert (found["source"].text, found["source"].sources[0].kind) == ("住户来电", "note")
    assert (found["trend"].text, found["trend"].sources[0].at) == ("可燃气体", world.now)
    assert all(item.sources for name, item in found.items() if item.text not in ("", "不明", "待核") and name != "loss")


def test_a_plan_adds_facts_of_its_own_to_an_item() -> None:
    own = plan_facts([{"name": "断水户数", "unit": "户"}, {"name": "水深", "sort": "words", "item": "extent"}, {}, 3])
    world = blown(plan="RQ")
    world.do(
        AmendRecord(
            subject="plan/RQ", fields={"facts": [{"name": "断水户数", "unit": "户"}, {"name": "水深", "sort": "words"}]}
        )
    )
    world.do(SetFact(whistle=W, fact="断水户数", value=12))
    world.do(SetFact(whistle=W, fact="水深", words="40厘米"))
    assert filled(record(world, *own), Names())["extent"].text == "断水户数12户；水深40厘米"
    assert world.code(SetFact(whistle=W, fact="楼层", value=1)) == "fact_unknown"


def written(world: PaperWorld, kept: dict[str, Kept] | None = None) -> dict[str, Any]:
    stage = "initial" if not whistle(world).reports else "update"
    found = items_of(stage, filled(record(world), Names()), reports(world), kept or {})
    return {item.name: item for item in found}


def issued(world: PaperWorld, kept: dict[str, Kept] | None = None) -> PaperWorld:
    now = written(world, kept)
    draft = DraftReport(
        whistle=W,
        items={name: item.text for name, item in now.items()},
        by_hand=tuple(name for name, item in now.items() if item.by_hand),
        auto={name: item.auto for name, item in now.items()},
    )
    return walk(world, draft, SIGN, DELIVER)


def test_an_update_does_not_repeat_the_start_unless_it_turned_out_otherwise() -> None:
    world = issued(blown(place_words="望潮街口"))
    assert [written(world)[name].text for name in sitrep.START] == [""] * 5
    world.do(SetPlace(whistle=W, place_words="望潮街北口"))
    place = written(world)["place"]
    assert (place.text, place.before, place.changed) == ("望潮街北口", "望潮街口", True)


def test_a_persons_words_stand_and_later_facts_are_hints() -> None:
    world = blown()
    world.do(SetFact(whistle=W, fact="affected", words="2户"))
    kept = {"extent": Kept("约2户", base="2户", at=world.now)}
    extent = written(world, kept)["extent"]
    assert (extent.text, extent.by_hand, extent.hint) == ("约2户", True, "")
    world.do(SetFact(whistle=W, fact="affected", words="11户"))
    extent = written(world, kept)["extent"]
    assert (extent.text, extent.hint) == ("约2户", "11户")
    issued(world, kept)
    following = written(world)["extent"]
    assert (following.text, following.by_hand) == ("约2户", True), "the next report keeps what a person wrote"
    world.do(SetFact(whistle=W, fact="affected", words="12户"))
    assert written(world)["extent"].hint == "12户"


def test_what_changed_since_the_last_report_is_marked() -> None:
    world = blown()
    world.do(SetFact(whistle=W, fact="affected", words="涉1个院2户5人"))
    issued(world)
    assert not written(world)["extent"].changed
    world.do(SetFact(whistle=W, fact="affected", words="涉3个院11户22人"))
    item = written(world)["extent"]
    assert item.changed
    spans = [item.text[low:high] for low, high in changed_spans(item.before, item.text)]
    assert spans == ["3", "11", "22"]


@given(st.text(max_size=30), st.text(min_size=1, max_size=30))
def test_the_marked_parts_lie_in_the_text_and_only_where_it_differs(old: str, new: str) -> None:
    spans = changed_spans(old, new)
    assert all(0 <= low < high <= len(new) for low, high in spans)
    assert changed_spans(new, new) == []
    if old and not spans:
        assert len(new) <= len(old), "nothing is new, so something may only be gone"


@given(st.text(max_size=12), st.sampled_from(ITEMS))
def test_whatever_a_person_writes_is_what_is_drafted(text: str, name: str) -> None:
    world = blown()
    kept = {name: Kept(text, base="x")}
    assert written(world, kept)[name].text == text
