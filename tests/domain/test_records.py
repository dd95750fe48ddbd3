"""Reference data: what each family demands of its fields, and how records change without losing what they were."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.domain import subjects  # noqa: F401  (registers what each family demands)
from commandcenter.domain.absence import REASONS
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.command import Command, Who
from commandcenter.domain.duty_acts import SignInForShift
from commandcenter.domain.erasure import ErasePrivate
from commandcenter.domain.fold import causal_order
from commandcenter.domain.office import FoundOffice, SignIn, SignOut
from commandcenter.domain.organisation import BRANCH_KINDS, FORMS, STAFF_KINDS
from commandcenter.domain.record import (
    AmendRecord,
    ListFromProgram,
    ListRecord,
    Record,
    RestoreRecord,
    RetireRecord,
    checks,
)
from commandcenter.domain.roster import PLACE_KINDS, ROLES
from commandcenter.domain.subjects import folded
from commandcenter.domain.unit import KINDS, RELATIONS
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import records
from two_desks import apart

from conftest import NOW

UNIT = {"name": "供水所", "kind": "department", "relation": "request"}
LIMIT = {"value": 5, "unit": "minute", "basis": "office"}
PLAN = {"name": "积水", "code": "JS"}
ROTA = {"since": "2026-06-01", "hour": 510, "posts": [{"role": "leader", "cycle": [{"people": ["P1"]}]}]}
SHIFT = {"starts_at": NOW, "ends_at": NOW + DAY, "people": [{"person": "P1"}]}
AWAY: dict[str, Any] = {"person": "P1", "since": NOW}
LENT = {"person": "P1", "kind": "seconded_in", "home": "区城管委"}
POST = {"person": "P1", "role": "steward", "target": "place/J07"}
MEETING = {"name": "月度会商", "by": "hand", "rule": {"kind": "monthly", "day": 5}}
WALK = {"place": "J07", "role": "alley_chief", "windows": [[480, 600]], "since": "2026-06-01"}
CLEAN: dict[str, Any] = {"name": "十无", "items": [{"code": "a", "words": "无乱堆乱放"}], "basis": "office"}
SPOT = {"type": "Point", "coordinates": [122.61, 36.31]}

SOLVED = {"name": "解决率", "part": ["solved"], "whole": ["asked_solved", "late_unsolved"], "basis": "office"}
DEMANDS: list[tuple[str, dict[str, Any], str]] = [
    ("office/second", {"name": "某街道"}, ""),
    ("office/second", {"name": " "}, "name_missing"),
    ("node/n9", {"letter": "B"}, ""),
    ("node/n9", {"letter": "7"}, "letter_missing"),
    ("unit/x", UNIT, ""),
    *(("unit/x", UNIT | {"kind": kind}, "") for kind in KINDS),
    *(("unit/x", UNIT | {"relation": relation}, "") for relation in RELATIONS),
    ("unit/x", UNIT | {"name": ""}, "name_missing"),
    ("unit/x", UNIT | {"kind": "ministry"}, "unit_kind_unknown"),
    ("unit/x", UNIT | {"relation": "order"}, "unit_relation_unknown"),
    ("unit/x", UNIT | {"limits": {"answer": None, "arrive": 15}}, ""),
    ("unit/x", UNIT | {"limits": {"answer": 0}}, "limit_not_positive"),
    ("unit/x", UNIT | {"limits": {"answer": "5"}}, "limit_not_positive"),
    ("unit/x", UNIT | {"limits": [5, 10, 30]}, "field_unknown"),
    ("limit/x", LIMIT, ""),
    ("limit/x", LIMIT | {"unit": "working_day", "value": 2}, ""),
    ("limit/x", LIMIT | {"value": 0}, "limit_not_positive"),
    ("limit/x", LIMIT | {"value": True}, "limit_not_positive"),
    ("limit/x", LIMIT | {"value": float("nan")}, "limit_not_positive"),
    ("limit/x", LIMIT | {"value": "5"}, "limit_not_positive"),
    ("limit/x", LIMIT | {"unit": "fortnight"}, "limit_unit_unknown"),
    ("limit/x", LIMIT | {"basis": "rumour"}, "limit_basis_unknown"),
    ("limit/x", LIMIT | {"least": 10}, "limit_out_of_range"),
    ("limit/x", LIMIT | {"most": 4}, "limit_out_of_range"),
    ("limit/x", LIMIT | {"value": 10**9}, "limit_out_of_range"),
    ("calendar/2027", {"days": {"2027-01-01": False}}, ""),
    ("calendar/2027", {"days": {"2027-02-30": False}}, "not_a_date"),
    ("calendar/2027", {}, "calendar_days_missing"),
    *(("place/x", {"name": "某处", "kind": kind}, "") for kind in PLACE_KINDS),
    ("place/x", {"name": "某处", "kind": "river"}, "place_kind_unknown"),
    ("place/x", {"name": "", "kind": "street"}, "name_missing"),
    ("place/x", {"name": "某街", "kind": "street", "length_m": -1}, "length_not_positive"),
    ("person/x", {}, ""),
    ("person/x", {"post": 7}, "post_not_text"),
    *(("appointment/x", POST | {"role": role}, "") for role in ROLES),
    ("appointment/x", POST | {"role": "king"}, "role_unknown"),
    ("appointment/x", POST | {"person": ""}, "appointment_incomplete"),
    ("appointment/x", POST | {"target": ""}, "appointment_incomplete"),
    ("appointment/x", POST | {"since": NOW, "until": NOW + DAY}, ""),
    ("appointment/x", POST | {"since": NOW, "until": NOW}, "dates_wrong"),
    ("appointment/x", POST | {"until": "2027-01-01"}, "dates_wrong"),
    ("absence/x", AWAY, ""),
    ("absence/x", AWAY | {"until": NOW + DAY, "substitute": "P2"}, ""),
    ("absence/x", AWAY | {"until": NOW}, "dates_wrong"),
    ("absence/x", {"person": "P1"}, "dates_wrong"),
    ("absence/x", {"since": NOW}, "person_missing"),
    ("absence/x", AWAY | {"substitute": "P1"}, "stands_in_for_self"),
    ("absence/x", AWAY | {"reason": "cold"}, "absence_reason_unknown"),
    *(("absence/x", AWAY | {"reason": reason}, "") for reason in REASONS),
    *(("group/x", {"name": "清扫组", "form": form}, "") for form in FORMS),
    ("group/x", {"name": " "}, "name_missing"),
    ("group/x", {"name": "清扫组", "form": "fifth"}, "group_form_unknown"),
    ("group/x", {"name": "清扫组", "since": NOW, "until": NOW - 1}, "dates_wrong"),
    *(("branch/x", {"name": "第一支部", "kind": kind}, "") for kind in BRANCH_KINDS),
    ("branch/x", {"name": ""}, "name_missing"),
    ("branch/x", {"name": "第一支部", "kind": "club"}, "branch_kind_unknown"),
    ("branch/x", {"name": "第一支部", "members": -1}, "count_negative"),
    *(("staff/x", LENT | {"kind": kind}, "") for kind in STAFF_KINDS),
    ("staff/x", LENT | {"person": ""}, "person_missing"),
    ("staff/x", LENT | {"kind": "robot"}, "staff_kind_unknown"),
    ("staff/x", LENT | {"home": " "}, "home_unit_missing"),
    ("staff/x", LENT | {"since": NOW, "until": NOW}, "dates_wrong"),
    ("roster_import/x", {"file": "名录.xlsx", "events": 2, "subjects": ["place/J01"]}, ""),
    ("roster_import/x", {"file": " ", "events": 2, "subjects": ["place/J01"]}, "name_missing"),
    ("roster_import/x", {"file": "名录.xlsx", "events": 0, "subjects": []}, "field_unknown"),
    ("plan/x", PLAN, ""),
    ("plan/x", PLAN | {"code": " "}, "name_missing"),
    ("plan/x", PLAN | {"units": [{"unit": "D01"}, {"unit": "D01"}]}, "plan_unit_twice"),
    ("plan/x", PLAN | {"units": [{"unit": "D01", "relation": "order"}]}, "unit_relation_unknown"),
    ("plan/x", PLAN | {"texts": {"direct": "请" * 241}}, "text_too_long"),
    ("plan/x", PLAN | {"texts": "请报到"}, "field_unknown"),
    ("drill/x", {"name": "演练", "plan": "RQ"}, ""),
    ("drill/x", {"name": "", "plan": "RQ"}, "name_missing"),
    ("drill/x", {"name": "演练"}, "drill_without_plan"),
    ("matter_kind/x", {"name": "安全隐患"}, ""),
    ("matter_kind/x", {"name": " "}, "name_missing"),
    ("warning_plan/x", {"name": "暴雨"}, ""),
    ("warning_plan/x", {"name": ""}, "name_missing"),
    ("responsibility/x", {"number": "1", "block": "city", "text": "修路灯", "part": "hold"}, ""),
    ("responsibility/x", {"number": "1", "block": "city", "text": "修路灯", "part": "assist"}, "duty_lead_missing"),
    ("procedure/x", {"name": "先办", "steps": [{"id": "1", "text": "受理"}]}, ""),
    ("procedure/x", {"name": "先办", "steps": []}, "procedure_steps_missing"),
    ("formula/x", SOLVED, ""),
    ("formula/x", {**SOLVED, "name": " "}, "name_missing"),
    ("formula/x", {**SOLVED, "whole": []}, "formula_empty"),
    ("formula/x", {**SOLVED, "part": ["smiles"]}, "formula_empty"),
    ("formula/x", {**SOLVED, "whole": ["asked_solved", "taken"]}, "formula_counts_twice"),
    ("formula/x", {**SOLVED, "part": ["satisfied"]}, "formula_part_outside"),
    ("formula/x", {**SOLVED, "excluded": ["weather"]}, "formula_ground_unknown"),
    ("formula/x", {**SOLVED, "low": 5, "high": 2}, "formula_bound"),
    ("formula/x", {**SOLVED, "target": 101}, "formula_bound"),
    ("formula/x", {**SOLVED, "basis": "hearsay"}, "limit_basis_unknown"),
    ("case_limit/x", {}, "limit_not_positive"),
    ("case_view/x", {}, "name_missing"),
    ("escalation/x", {}, "escalation_clock_unknown"),
    ("foresight_rule/x", {}, "name_missing"),
    ("shift/x", SHIFT, ""),
    ("shift/x", SHIFT | {"ends_at": NOW}, "shift_times_wrong"),
    ("shift/x", SHIFT | {"starts_at": None}, "shift_times_wrong"),
    ("shift/x", SHIFT | {"people": []}, "shift_empty"),
    ("shift/x", SHIFT | {"people": [{"person": "P1", "role": "clerk"}] * 2}, "shift_person_twice"),
    ("rota/x", ROTA, ""),
    ("rota/x", ROTA | {"posts": []}, "rota_empty"),
    ("equipment/x", {"name": "对讲机", "count": 30}, ""),
    ("equipment/x", {"name": " ", "count": 30}, "name_missing"),
    ("equipment/x", {"name": "对讲机", "count": 0}, "limit_out_of_range"),
    ("shape/x", {"kind": "camera", "geometry": SPOT, "name": "探头"}, ""),
    ("shape/x", {"kind": "lake", "geometry": SPOT}, "shape_kind_unknown"),
    ("shape/x", {"kind": "grid", "geometry": SPOT}, "shape_sort_wrong"),
    ("shape/x", {"kind": "camera"}, "geometry_missing"),
    ("shape/x", {"kind": "camera", "geometry": SPOT, "name": 7}, "shape_unreadable"),
    ("map_layer/x", {"name": "底图", "content": "ab" * 32}, ""),
    ("map_layer/x", {"name": "底图", "content": "ab"}, "layer_unreadable"),
    ("map_layer/x", {"name": " ", "content": "ab" * 32}, "name_missing"),
    ("obligation/x", MEETING, ""),
    ("obligation/x", MEETING | {"name": " "}, "name_missing"),
    ("obligation/x", MEETING | {"by": "rumour"}, "obligation_evidence_unknown"),
    ("obligation/x", MEETING | {"rule": {"kind": "monthly", "day": 32}}, "obligation_rule_wrong"),
    ("obligation/x", MEETING | {"by": "drill"}, "obligation_rule_wrong"),
    ("obligation/x", MEETING | {"lead": -1}, "limit_out_of_range"),
    ("obligation/x", MEETING | {"since": "2026-13-01"}, "not_a_date"),
    ("patrol_plan/x", WALK, ""),
    ("patrol_plan/x", WALK | {"place": ""}, "patrol_place_missing"),
    ("patrol_plan/x", WALK | {"role": "mayor"}, "role_unknown"),
    ("patrol_plan/x", WALK | {"interval": 0}, "limit_out_of_range"),
    ("patrol_plan/x", WALK | {"weekdays": [7]}, "patrol_weekdays_wrong"),
    ("patrol_plan/x", WALK | {"weekdays": [1], "interval": 10}, "patrol_weeks_wrong"),
    ("patrol_plan/x", WALK | {"windows": []}, "patrol_window_wrong"),
    ("patrol_plan/x", WALK | {"holidays": "dance"}, "patrol_plan_wrong"),
    ("patrol_plan/x", WALK | {"since": ""}, "not_a_date"),
    ("patrol_plan/x", WALK | {"until": "2026-05-31"}, "patrol_until_wrong"),
    ("patrol_list/x", CLEAN, ""),
    ("patrol_list/x", CLEAN | {"name": ""}, "name_missing"),
    ("patrol_list/x", CLEAN | {"items": []}, "patrol_items_missing"),
    ("patrol_list/x", CLEAN | {"items": CLEAN["items"] * 2}, "patrol_item_twice"),
    ("case/x", {}, "unknown_family"),
    ("whistle/x", {}, "unknown_family"),
    ("weather/x", {}, "unknown_family"),
    ("unit", UNIT, "unknown_family"),
    ("unit/a/b", UNIT, "unknown_family"),
]


def office() -> PaperWorld:
    return PaperWorld().found(records())


@pytest.mark.parametrize(("subject", "fields", "code"), DEMANDS)
def test_what_a_family_demands(subject: str, fields: dict[str, Any], code: str) -> None:
    assert office().code(ListRecord(subject=subject, fields=fields)) == code


def test_each_family_with_demands_is_in_the_table() -> None:
    told = {subject.partition("/")[0] for subject, _, code in DEMANDS if code}
    assert set(checks) - told <= {"category"}


def record(world: PaperWorld, subject: str) -> Record:
    found: Record = world.state(subject)
    return found


def test_a_record_is_listed_once_changed_field_by_field_and_taken_out_of_use_but_never_lost() -> None:
    world = office()
    subject = "unit/x"
    assert world.code(AmendRecord(subject=subject, fields={"name": "水站"})) == "not_listed"
    assert world.code(RetireRecord(subject=subject)) == "not_listed"
    assert world.code(RestoreRecord(subject=subject)) == "not_listed"
    world.do(ListRecord(subject=subject, fields=dict(UNIT), words={"contacts": []}))
    assert world.code(ListRecord(subject=subject, fields=dict(UNIT))) == "already_listed"
    assert world.code(AmendRecord(subject=subject, fields={"name": "供水所"})) == "nothing_changed"
    assert world.code(AmendRecord(subject=subject, fields={"kind": "ministry"})) == "unit_kind_unknown"
    amended = world.do(AmendRecord(subject=subject, fields={"name": "水站", "kind": "department"}, reason="改名"))
    assert amended.drafts[0].body["fields"] == {"name": "水站"}  # only what differs is written
    assert (record(world, subject).version, record(world, subject).get("relation")) == (2, "request")
    assert world.code(RestoreRecord(subject=subject)) == "nothing_changed"
    world.do(RetireRecord(subject=subject, reason="撤销"))
    assert (record(world, subject).active, record(world, subject).get("name")) == (False, "水站")
    assert world.code(RetireRecord(subject=subject)) == "not_listed"
    world.do(RestoreRecord(subject=subject))
    assert record(world, subject).active
    told = [(change.verb, change.reason) for change in record(world, subject).history]
    assert told == [("listed", ""), ("amended", "改名"), ("retired", "撤销"), ("restored", "")]


def test_an_office_is_founded_once_and_whole() -> None:
    world = office()
    assert world.code(FoundOffice(records=records())) == "already_founded"
    nobody = PaperWorld()
    assert nobody.code(FoundOffice(records=records()[1:])) == "office_missing"
    wrong = (*records(), ("unit/x", UNIT | {"kind": "ministry"}, {}))
    assert nobody.code(FoundOffice(records=wrong)) == "unit_kind_unknown"
    assert nobody.facts == {}


# --- what a newer program brings ------------------------------------------------------------------------------------

BROUGHT = ListFromProgram(records=(("limit/new", LIMIT | {"name": "新时限"}, {}), ("limit/x", LIMIT, {})))


def test_the_program_lists_what_was_never_known_and_nothing_else() -> None:
    world = office()
    world.do(ListRecord(subject="limit/x", fields=LIMIT | {"value": 9}))
    world.do(RetireRecord(subject="limit/x"))
    world.do(BROUGHT)
    assert world.state("limit/new").fields == LIMIT | {"name": "新时限"}
    assert [change.origin for change in world.state("limit/new").history] == ["program"]
    assert (world.state("limit/x").fields["value"], world.state("limit/x").active) == (9, False)
    before = sum(map(len, world.facts.values()))
    world.do(BROUGHT)
    assert sum(map(len, world.facts.values())) == before
    wrong = ListFromProgram(records=(("limit/new", {"value": 0}, {}), ("limit/other", {"value": 0}, {})))
    assert world.code(wrong) == "limit_not_positive"


CHANGES: list[Command] = [
    AmendRecord(subject="limit/new", fields={"value": 7}),
    AmendRecord(subject="limit/new", fields={"note": "自定"}),
    RetireRecord(subject="limit/new"),
    RestoreRecord(subject="limit/new"),
]


@given(
    here=st.lists(st.sampled_from(CHANGES), max_size=5),
    there=st.lists(st.sampled_from(CHANGES), max_size=5),
    later=st.integers(0, 6),
)
def test_two_desks_that_bring_the_same_keep_what_either_changed(
    here: list[Command], there: list[Command], later: int
) -> None:
    """However much later the other desk was opened: nothing the office wrote gives way to what the program brought."""
    idle = [AmendRecord(subject="limit/nowhere")] * later
    facts = apart(office(), [BROUGHT, *here], [*idle, BROUGHT, *there], "limit/new")
    found = folded("limit/new", causal_order(facts))
    assert found == folded("limit/new", causal_order(reversed(facts)))
    plain = {"value": 5, "note": None}
    for desk in (here, there):
        other = there if desk is here else here
        for name, changed in (("value", 7), ("note", "自定")):
            mine = any(isinstance(one, AmendRecord) and name in one.fields for one in desk)
            if mine:
                assert found.fields[name] == changed
            elif not any(isinstance(one, AmendRecord) and name in one.fields for one in other):
                assert found.fields.get(name) == plain[name]
    retired = any(isinstance(one, RetireRecord) for one in (*here, *there))
    assert retired or found.active


# --- the seat and the shift ------------------------------------------------------------------------------------------


def test_a_seat_is_taken_by_somebody_of_the_office_with_their_pin() -> None:
    world = office()
    world.do(AmendRecord(subject="person/P2", fields={"pin": "00:00"}))
    world.do(RetireRecord(subject="person/P3"))
    assert world.code(SignIn(person="nobody")) == "person_unknown"
    assert world.code(SignIn(person="P3")) == "person_unknown"
    assert world.code(SignIn(person="P2")) == "pin_needed"
    world.do(SignIn(person="P2", role="leader", assurance="pin"))
    seat = world.state("seat/n1")
    assert (seat.person, seat.role, seat.assurance) == ("P2", "leader", "pin")
    assert world.do(SignIn(person="P2", role="leader", assurance="pin")).drafts == ()
    world.who = Who("P2", "leader", "n1", "pin")  # the desk knows who sits here
    world.do(SignIn(person="P1", role="clerk"))
    assert world.state("seat/n1").assurance == "none"  # the PIN of who sat here before says nothing of who came
    world.do(SignOut())
    assert world.state("seat/n1").person == ""
    assert world.do(SignOut()).drafts == ()


def test_who_stands_in_the_shift_signs_in_for_it_once() -> None:
    world = office()
    world.do(ListRecord(subject="shift/s", fields=dict(SHIFT)))
    assert world.code(SignInForShift(shift="t", person="P1")) == "shift_unknown"
    assert world.code(SignInForShift(shift="s", person="P2")) == "not_on_shift"
    world.do(SignInForShift(shift="s", person="P1"))
    at = world.now
    assert world.pass_time(MINUTE).do(SignInForShift(shift="s", person="P1")).drafts == ()
    world.pass_time(HOUR).do(AmendRecord(subject="shift/s", fields={"ends_at": NOW + DAY + HOUR}))
    assert world.state("shift/s").signed_in == {"P1": at}


# --- erasure ---------------------------------------------------------------------------------------------------------

ERASED: dict[str, tuple[dict[str, str], str]] = {
    "two people and a reason": ({}, ""),
    "one person twice": ({"second": "P1"}, "two_people_needed"),
    "nobody": ({"first": ""}, "two_people_needed"),
    "a stranger": ({"second": "nobody"}, "person_unknown"),
    "no reason": ({"reason": " "}, "reason_needed"),
    "nothing there": ({"subject": "case/nothing"}, "nothing_to_erase"),
}


@pytest.mark.parametrize("name", ERASED)
def test_personal_data_is_erased_by_two_people_with_a_reason(name: str) -> None:
    told, code = ERASED[name]
    given = {"subject": "person/P3", "first": "P1", "second": "P2", "reason": "本人申请"} | told
    assert office().code(ErasePrivate(**given)) == code
