"""A case entered with its own id, and limits that run from when a thing happened, not from when it was entered."""

from __future__ import annotations

from commandcenter.desk.engine import Done, Engine, RefusedBy
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_dispatch_acts import DispatchCase, SignCase
from commandcenter.domain.case_ending_acts import CallBack, RedoCase, VerifyCase
from commandcenter.domain.case_handling_acts import AskSuspension, ContactCitizen, FeedBack, HandleCase, SuspendCase
from commandcenter.domain.clock import DAY, HOUR
from commandcenter.domain.command import Batch
from commandcenter.domain.record import ListRecord

from conftest import Wall

KEY = "018f0000-0000-7000-8000-000000000001"


def limits_and_section(engine: Engine) -> None:
    for key, value, unit in (("case.redo", 72, "hour"), ("case.suspend_review", 90, "day")):
        fields = {"value": value, "unit": unit, "basis": "office"}
        assert isinstance(engine.execute(ListRecord(subject=f"limit/{key}", fields=fields)), Done)
    section = {"name": "城市管理办公室", "kind": "section", "relation": "direct"}
    assert isinstance(engine.execute(ListRecord(subject="unit/S03", fields=section)), Done)


def handled(at: int) -> tuple[RegisterCase, DispatchCase, SignCase, ContactCitizen, HandleCase]:
    common = {"case": KEY, "happened_at": at}
    return (
        RegisterCase(matter=Matter(title="路灯不亮", received_at=at), **common),
        DispatchCase(lead="S03", **common),
        SignCase(unit="S03", **common),
        ContactCitizen(reached=True, **common),
        HandleCase(**common),
    )


def state(engine: Engine) -> Case:
    found: Case = engine.journal.folded(f"case/{KEY}").state
    return found


def test_later_commands_of_one_act_can_name_the_case_it_registers(engine: Engine, wall: Wall) -> None:
    limits_and_section(engine)
    outcome = engine.execute(Batch(commands=handled(wall() - 2 * HOUR)))
    assert isinstance(outcome, Done)
    assert outcome.report["case"] == KEY
    assert state(engine).stage == "handling"
    assert state(engine).irregular == ()


def test_an_id_that_is_taken_is_refused(engine: Engine) -> None:
    assert isinstance(engine.execute(RegisterCase(matter=Matter(title="路灯不亮"), case=KEY)), Done)
    outcome = engine.execute(RegisterCase(matter=Matter(title="井盖松动"), case=KEY))
    assert isinstance(outcome, RefusedBy)
    assert outcome.code == "already_there"
    assert outcome.facts["subject"] == f"case/{KEY}"


def test_without_an_id_each_case_gets_its_own(engine: Engine) -> None:
    outcomes = [engine.execute(RegisterCase(matter=Matter(title="路灯不亮"))) for _ in range(2)]
    assert len({outcome.report["case"] for outcome in outcomes if isinstance(outcome, Done)}) == 2


def test_a_suspension_entered_late_is_reviewed_from_the_day_it_happened(engine: Engine, wall: Wall) -> None:
    limits_and_section(engine)
    at = wall() - 10 * DAY
    common = {"case": KEY, "happened_at": at}
    asked = AskSuspension(words="产权资料不全", plan="查档", told="已说明", **common)
    suspended = SuspendCase(name="沈建勋", **common)
    assert isinstance(engine.execute(Batch(commands=(*handled(at), asked, suspended))), Done)
    assert state(engine).review_at == at + 90 * DAY


def test_a_redo_entered_late_is_due_from_the_day_it_happened(engine: Engine, wall: Wall) -> None:
    limits_and_section(engine)
    at = wall() - 2 * DAY
    common = {"case": KEY, "happened_at": at}
    again = (
        FeedBack(unit="S03", to_citizen="已修好", to_hotline="已办结", **common),
        VerifyCase(**common),
        CallBack(solved=False, satisfied=False, **common),
        RedoCase(words="当晚又不亮", name="沈建勋", **common),
    )
    assert isinstance(engine.execute(Batch(commands=(*handled(at), *again))), Done)
    assert state(engine).due_at == at + 72 * HOUR
