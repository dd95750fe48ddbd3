"""The acts on the roster: one number is one person, a community is place, unit and grids, a grid's name is its id."""

from __future__ import annotations

import pytest
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.record import AmendRecord, ListRecord, Record, RestoreRecord, RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Appointment, Directory, Person
from commandcenter.domain.roster_acts import (
    Newcomer,
    change_community,
    community_code,
    enter_community,
    enter_grid,
    on_duty,
)
from commandcenter.domain.unit import KINDS, next_code
from hypothesis import given
from hypothesis import strategies as st

KEYS = ("person", "post")
KNOWN = Directory(
    people={"P1": Person("P1", "方俊峰", "100-0000-0001")},
    appointments=(Appointment("a1", "P1", "clerk", "office/main", rank=4),),
)


def steps(command: Command | None) -> list[Command]:
    if command is None:
        return []
    return list(command.commands) if isinstance(command, Batch) else [command]


def grid(name: str, community: str = "A1", *, retired: bool = False) -> Record:
    fields = {"name": name, "kind": "grid", "community": community}
    return Record(subject=f"place/{name}", known=True, fields=fields, retired_at=1 if retired else None)


def community(*grids: str) -> Record:
    fields = {"name": "柳影社区", "kind": "community", "grids": list(grids)}
    return Record(subject="place/A1", known=True, fields=fields)


def told(command: Command | None) -> list[str]:
    return [f"{type(step).__name__} {step.subject}" for step in steps(command)]  # type: ignore[attr-defined]


def test_a_newcomer_is_entered_with_the_post() -> None:
    person, post = steps(on_duty(KNOWN, "leader", Newcomer(" 严立新 ", "100-0000-0010", ""), 7, KEYS))
    assert isinstance(person, ListRecord)
    assert isinstance(post, ListRecord)
    assert person.words == {"name": "严立新", "phone": "100-0000-0010"}
    assert person.fields == {"post": "带班领导"}
    assert post.fields == {"person": "person", "role": "leader", "target": "office/main", "rank": 1, "since": 7}


@pytest.mark.parametrize("phone", ["100-0000-0001", "100 0000 0001", "10000000001"])
def test_whoever_has_the_number_gets_the_post(phone: str) -> None:
    (post,) = steps(on_duty(KNOWN, "leader", Newcomer("方俊峰", phone, ""), 7, KEYS))
    assert isinstance(post, ListRecord)
    assert post.fields["person"] == "P1"


@pytest.mark.parametrize(
    ("role", "name", "phone", "code"),
    [
        ("clerk", "方俊峰", "100-0000-0001", "role_held"),
        ("leader", "严立新", "100-0000-0001", "phone_taken"),
        ("leader", "严立新", "无", "phone_wrong"),
        ("leader", " ", "100-0000-0010", "name_missing"),
        ("member", "严立新", "100-0000-0010", "role_unknown"),
    ],
)
def test_what_cannot_be_entered_is_refused(role: str, name: str, phone: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        on_duty(KNOWN, role, Newcomer(name, phone, ""), 7, KEYS)
    assert refused.value.code == code


@given(st.sets(st.text("ADSF0123456789-²", max_size=4)), st.sampled_from(KINDS))
def test_a_new_code_is_never_taken(taken: set[str], kind: str) -> None:
    assert next_code(taken, kind) not in taken
    assert community_code(taken, taken) not in taken


def test_a_unit_that_waits_for_its_place_is_kept() -> None:
    entered = enter_community("A1", {"name": "柳影社区", "grids": ["A1-01"]}, "", {}, {"A1": Record(known=True)})
    assert told(entered) == ["ListRecord place/A1-01", "ListRecord place/A1"]
    assert "ListRecord unit/A1" in told(enter_community("A1", {"name": "柳影社区"}, "", {}, {}))


def test_grids_come_go_and_come_back_with_their_community() -> None:
    places = {"A1-01": grid("A1-01"), "A1-02": grid("A1-02", retired=True)}
    changed = change_community(
        community("A1-01"), None, {"name": "柳影社区", "grids": ["A1-02", "A1-03"]}, "", places, "重划"
    )
    assert told(changed) == [
        "RestoreRecord place/A1-02",
        "ListRecord place/A1-03",
        "RetireRecord place/A1-01",
        "ListRecord unit/A1",
        "AmendRecord place/A1",
    ]
    reasons = [step.reason for step in steps(changed) if isinstance(step, AmendRecord | RestoreRecord | RetireRecord)]
    assert reasons == ["重划"] * 3


def test_a_community_that_stays_as_it_is_needs_no_act() -> None:
    unit = Record(subject="unit/A1", known=True, fields={"name": "柳影社区", "duty_phone": ""})
    fields = {"name": "柳影社区", "grids": ["A1-01"], "note": ""}
    assert change_community(community("A1-01"), unit, fields, "", {"A1-01": grid("A1-01")}) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("A1-01", "grid_taken"),
        ("A2-01", "grid_taken"),
        ("A1/9", "grid_name_wrong"),
        ("A1 9", "grid_name_wrong"),
        ("", "name_missing"),
    ],
)
def test_a_grid_has_a_name_of_its_own(name: str, code: str) -> None:
    places = {"A1-01": grid("A1-01"), "A2-01": grid("A2-01", "A2", retired=True)}
    with pytest.raises(Refused) as refused:
        enter_grid(name, community("A1-01"), "", places)
    assert refused.value.code == code
