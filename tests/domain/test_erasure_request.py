"""Requests to erase: a list that two people sign, nothing that still runs, everything of it gone in one act."""

from __future__ import annotations

import pytest
from commandcenter.domain import erasure_request
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_dispatch_acts import RefuseCase
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Command, Who
from commandcenter.domain.erasure_request import MOST_CASES, ErasureRequest
from commandcenter.domain.erasure_request_acts import (
    AddToErasure,
    CarryOutErasure,
    DeclineErasure,
    DropFromErasure,
    OpenErasure,
    SignErasure,
)
from commandcenter.domain.record import ListRecord
from commandcenter.domain.refusal import Refused
from slow_whistles import DeskWorld, office


@pytest.fixture
def world() -> DeskWorld:
    made = office()
    limit = {"value": 15, "unit": "day", "basis": "office", "source": "定"}
    made.do(ListRecord(subject="limit/privacy.request", fields=limit))
    return made


def case_in(world: DeskWorld, *, ended: bool = True) -> str:
    case = str(
        world.do(RegisterCase(matter=Matter(title="噪声", reporter="王秀兰", phone="100-0000-4321"))).report["case"]
    )
    if ended:
        world.do(RefuseCase(case=case, reason="legal_route", words="请走诉讼"))
    return case


def asked(world: DeskWorld, *cases: str) -> str:
    return str(world.do(OpenErasure(cases=cases, asker="王秀兰", words="不想留记录")).report["request"])


def request(world: DeskWorld, key: str) -> ErasureRequest:
    found = world.state(f"erasure_request/{key}")
    assert isinstance(found, ErasureRequest)
    return found


def sign(world: DeskWorld, key: str, person: str) -> None:
    world.who = Who(person, "clerk", "n1", "pin")
    world.do(SignErasure(request=key, person=person))


def refused(world: DeskWorld, command: Command) -> str:
    with pytest.raises(Refused) as caught:
        world.do(command)
    return caught.value.code


def test_two_people_sign_and_everything_on_the_list_is_erased(world: DeskWorld) -> None:
    one, two = case_in(world), case_in(world)
    key = asked(world, one, two)
    assert request(world, key).asker == "王秀兰"
    line = erasure_request.deadlines(request(world, key))[0]
    assert (line.due_at, line.met_at) == (world.now + 15 * DAY, None)
    assert refused(world, CarryOutErasure(request=key)) == "signatures_missing"
    sign(world, key, "P1")
    assert refused(world, SignErasure(request=key, person="P1")) == "two_people_needed"
    assert refused(world, SignErasure(request=key, person="P2")) == "not_your_signature"
    sign(world, key, "P2")
    done = world.do(CarryOutErasure(request=key))
    erased = [draft for draft in done.drafts if draft.kind.endswith("private_erased")]
    assert [draft.subject for draft in erased] == [f"case/{one}", f"case/{two}", f"erasure_request/{key}"]
    assert all(draft.body["signed_by"] == ["P1", "P2"] and draft.body["up_to"] for draft in erased)
    assert (request(world, key).stage, request(world, key).counts) == ("done", {"cases": 2, "files": 0})
    assert erasure_request.deadlines(request(world, key))[0].met_at is not None
    assert refused(world, DeclineErasure(request=key, words="迟了")) == "erasure_ended"


def test_a_case_that_still_runs_is_not_erased(world: DeskWorld) -> None:
    running, ended = case_in(world, ended=False), case_in(world)
    key = asked(world, running, ended)
    assert refused(world, SignErasure(request=key, person="P1")) == "erasure_open_cases"
    world.do(DropFromErasure(request=key, case=running))
    sign(world, key, "P1")


def test_another_list_is_signed_anew(world: DeskWorld) -> None:
    one, two = case_in(world), case_in(world)
    key = asked(world, one)
    sign(world, key, "P1")
    world.do(AddToErasure(request=key, cases=(two, one)))
    assert (request(world, key).stage, request(world, key).cases) == ("listed", (one, two))
    sign(world, key, "P1")
    sign(world, key, "P2")
    world.do(DropFromErasure(request=key, case=two))
    assert refused(world, CarryOutErasure(request=key)) == "signatures_missing"


def test_what_is_declined_has_a_reason_and_ends(world: DeskWorld) -> None:
    key = asked(world, case_in(world))
    assert refused(world, DeclineErasure(request=key)) == "reason_needed"
    world.do(DeclineErasure(request=key, words="作为证据保留，已书面告知"))
    assert (request(world, key).stage, request(world, key).open) == ("declined", False)


def test_what_a_request_refuses(world: DeskWorld) -> None:
    assert refused(world, OpenErasure()) == "list_empty"
    assert refused(world, OpenErasure(cases=("none",))) == "case_unknown"
    assert refused(world, OpenErasure(reason="mood", cases=("x",))) == "erasure_reason_unknown"
    assert refused(world, OpenErasure(cases=tuple(map(str, range(MOST_CASES + 1))))) == "too_many_cases"
    key = asked(world, case_in(world))
    assert refused(world, AddToErasure(request=key, cases=request(world, key).cases)) == "nothing_changed"
    assert refused(world, SignErasure(request="none", person="P1")) == "erasure_unknown"
