"""Call lists and proved numbers: who is called in which order, two desks that tick one list, what a call says of a number."""

from __future__ import annotations

from random import Random

import pytest
from commandcenter.domain.call_list import ORDERS, CallList, Line, below, drawn
from commandcenter.domain.call_list_acts import (
    AddToCallList,
    CloseCallList,
    DrawUpCallList,
    ReopenCallList,
    TickCall,
    UntickCall,
)
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.number import RESULTS
from commandcenter.domain.number_check import VerifyNumber, number_age, stale
from commandcenter.domain.record import AmendRecord, ListRecord, RetireRecord
from commandcenter.domain.roster import Directory
from commandcenter.domain.roster_acts import Office, appoint
from commandcenter.domain.subjects import folded
from hypothesis import given
from hypothesis import strategies as st
from paper_roster import roster_of
from paper_world import PaperWorld
from two_desks import apart

from conftest import NOW

PEOPLE = {f"P{number}": f"100-0000-900{number}" for number in range(1, 8)} | {"P8": ""}
POSTS = (
    ("P1", "leader", "office/main"),
    ("P2", "street_chief", "place/J01"),
    ("P3", "alley_chief", "place/J02"),
    ("P4", "deputy", "place/J02"),
    ("P5", "steward", "place/J02"),
    ("P6", "building_keeper", "place/B01"),
    ("P2", "secretary", "unit/A1"),
    ("P7", "grid_worker", "place/A1-01"),
)
PLACES = {
    "A1": {"name": "柳影社区", "kind": "community", "grids": ["A1-01"]},
    "A1-01": {"name": "A1-01", "kind": "grid", "community": "A1"},
    "J01": {"name": "柳影路", "kind": "street", "community": "A1", "grids": ["A1-01"]},
    "J02": {"name": "柳影巷", "kind": "alley", "community": "A1", "street": "J01", "grids": ["A1-01"]},
    "B01": {"name": "柳影巷3号院", "kind": "building", "community": "A1", "street": "J02"},
}


def office() -> PaperWorld:
    world = PaperWorld()
    places = [(f"place/{key}", dict(fields), {}) for key, fields in PLACES.items()]
    people = [(f"person/{key}", {}, {"name": key, "phone": phone}) for key, phone in PEOPLE.items()]
    unit = (
        "unit/A1",
        {"name": "柳影社区", "kind": "community", "relation": "direct", "duty_phone": "100-0000-9100"},
        {},
    )
    world.found([("office/main", {"name": "某街道"}, {}), *places, *people, unit])
    for number, (person, role, target) in enumerate(POSTS):
        world.do(appoint(f"a{number}", Office(role, target, NOW), person, now=NOW))
    return world


def now(world: PaperWorld) -> Directory:
    return roster_of(world).at(world.now)


def names(lines: tuple[Line, ...]) -> str:
    return " ".join(line.person + (f"({line.instead_of})" if line.instead_of else "") for line in lines)


def listed(world: PaperWorld, *people: str) -> str:
    lines = tuple(Line(person, "place/J02", "steward") for person in people)
    return str(world.do(DrawUpCallList(title="汛情叫应", lines=lines, about="place/J02")).report["call_list"])


def state(world: PaperWorld, key: str) -> CallList:
    found = world.state(f"call_list/{key}")
    assert isinstance(found, CallList)
    return found


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("office/main", "P1 P2 P3 P4 P7 P5 P6"),
        ("place/A1", "P2 P3 P4 P7 P5 P6"),
        ("place/A1-01", "P2 P3 P4 P7 P5 P6"),
        ("place/J01", "P2 P3 P4 P5 P6"),
        ("place/J02", "P3 P4 P5 P6"),
        ("place/B01", "P6"),
        ("unit/A1", "P2"),
        ("place/nowhere", ""),
    ],
)
def test_a_tree_is_called_down_the_line_each_person_once(target: str, told: str) -> None:
    directory = now(office())
    assert names(drawn(directory, below(directory, target)).lines) == told


def test_place_by_place_and_only_some_posts() -> None:
    directory = now(office())
    targets = below(directory, "place/A1")
    assert names(drawn(directory, targets, order="place").lines) == "P2 P7 P3 P4 P5 P6"
    assert names(drawn(directory, targets, ("steward", "building_keeper")).lines) == "P5 P6"


def test_whoever_is_away_is_replaced_or_told_to_be_missing() -> None:
    world = office()
    for person, substitute in (("P3", ""), ("P5", "P7"), ("P6", "")):
        fields = {"person": person, "since": NOW, "until": NOW + DAY, "substitute": substitute}
        world.do(ListRecord(subject=f"absence/{person}", fields=fields))
    directory = now(world)
    found = drawn(directory, below(directory, "place/J02"))
    assert names(found.lines) == "P4(P3) P7(P5)"
    assert [holder.person.id for holder in found.uncovered] == ["P6"]
    later = roster_of(world).at(NOW + DAY)
    assert names(drawn(later, below(later, "place/J02")).lines) == "P3 P4 P5 P6"


@given(st.lists(st.sampled_from(sorted(PEOPLE)), max_size=4), st.sampled_from(ORDERS), st.sampled_from(sorted(PLACES)))
def test_nobody_who_is_away_is_called_and_nobody_twice(away: list[str], order: str, place: str) -> None:
    world = office()
    for person in set(away):
        world.do(ListRecord(subject=f"absence/{person}", fields={"person": person, "since": NOW}))
    directory = now(world)
    found = drawn(directory, below(directory, f"place/{place}"), order=order)
    called = [line.person for line in found.lines]
    assert len(called) == len(set(called))
    assert not set(called) & set(away)
    holders = {one.person.id for target in below(directory, f"place/{place}") for one in directory.holders(target)}
    answered = set(called) | {line.instead_of for line in found.lines} | {one.person.id for one in found.uncovered}
    # a deputy who stands in at several posts is called once; every holder is called, stood in for, or told to be missing
    stood = {
        one.person.id
        for target in below(directory, f"place/{place}")
        for one in directory.holders(target)
        if one.stand_in
    }
    assert holders <= answered | stood


def test_a_call_ticks_the_list_and_proves_the_number() -> None:
    world = office()
    key = listed(world, "P3", "P5", "P6", "P8")
    assert state(world, key).next_person() == "P3"
    world.pass_time(MINUTE).do(TickCall(call_list=key, person="P3", result="reached", words="马上到"))
    world.pass_time(MINUTE).do(TickCall(call_list=key, person="P5", result="no_answer"))
    world.pass_time(MINUTE).do(TickCall(call_list=key, person="P6", result="wrong"))
    world.pass_time(MINUTE).do(TickCall(call_list=key, person="P8", result="reached"))  # has no number: told in person
    told = state(world, key)
    assert [told.tick(line.person).result for line in told.lines] == ["reached", "no_answer", "wrong", "reached"]  # type: ignore[union-attr]
    assert (told.reached(), told.next_person()) == (2, "P5")
    people = now(world).people
    assert people["P3"].verified_at == NOW + MINUTE
    assert [number_age(people[one], world.now, 30) for one in ("P3", "P5", "P6", "P7")] == [
        *("fresh", "unanswered", "wrong", "never")
    ]


def test_a_tick_is_taken_back_one_call_at_a_time() -> None:
    world = office()
    key = listed(world, "P3")
    assert world.code(UntickCall(call_list=key, person="P3")) == "nothing_to_undo"
    for result in ("no_answer", "reached"):
        world.pass_time(MINUTE).do(TickCall(call_list=key, person="P3", result=result))
    world.do(UntickCall(call_list=key, person="P3"))
    tick = state(world, key).tick("P3")
    assert tick is not None
    assert tick.result == "no_answer"


def test_what_a_call_list_refuses() -> None:
    world = office()
    assert world.code(DrawUpCallList(title=" ", lines=(Line("P1"),))) == "title_missing"
    assert world.code(DrawUpCallList(title="叫应", lines=())) == "nobody_to_call"
    assert world.code(DrawUpCallList(title="叫应", lines=(Line("P1"),) * 2001)) == "too_many_lines"
    assert world.code(TickCall(call_list="x", person="P1", result="reached")) == "call_list_unknown"
    key = listed(world, "P3")
    assert world.code(TickCall(call_list=key, person="P1", result="reached")) == "not_on_call_list"
    assert world.code(TickCall(call_list=key, person="P3", result="perhaps")) == "number_result_unknown"
    assert world.code(AddToCallList(call_list=key, lines=(Line("P3"),))) == "nobody_to_call"
    assert world.code(ReopenCallList(call_list=key)) == "nothing_to_undo"
    world.do(AddToCallList(call_list=key, lines=(Line("P3"), Line("P4", "place/J02", "deputy"))))
    assert names(state(world, key).lines) == "P3 P4"
    world.do(CloseCallList(call_list=key))
    assert world.code(TickCall(call_list=key, person="P3", result="reached")) == "call_list_closed"
    world.do(ReopenCallList(call_list=key))
    assert state(world, key).stage == "open"


def acts(chance: Random, key: str) -> list[object]:
    people = ("P3", "P4", "P5", "P6")
    found: list[object] = []
    for _ in range(chance.randrange(6)):
        person = chance.choice(people)
        found.append(
            chance.choice(
                (
                    TickCall(call_list=key, person=person, result=chance.choice(RESULTS)),
                    TickCall(
                        call_list=key, person=person, result="reached", happened_at=NOW + chance.randrange(60_000)
                    ),
                    UntickCall(call_list=key, person=person),
                    AddToCallList(call_list=key, lines=(Line("P6", "place/B01", "building_keeper"),)),
                    CloseCallList(call_list=key),
                    ReopenCallList(call_list=key),
                    AmendRecord(subject=f"person/{person}", words={"phone": f"100-0000-7{chance.randrange(1000):03d}"}),
                )
            )
        )
    return found


@given(st.integers(0, 10**9))
def test_two_desks_that_call_from_one_list_hold_the_same_afterwards(seed: int) -> None:
    chance = Random(seed)
    world = office()
    key = listed(world, "P3", "P4", "P5")
    world.pass_time(MINUTE)
    here, there = acts(chance, key), acts(chance, key)
    for subject in (f"call_list/{key}", "person/P3"):
        facts = apart(world, here, there, subject)  # type: ignore[arg-type]
        shuffled = list(facts)
        chance.shuffle(shuffled)
        assert folded(subject, shuffled) == folded(subject, facts)
        assert folded(subject, reversed(facts)) == folded(subject, facts)
        if subject.startswith("call_list/"):
            ticked = {fact.body.get("person") for fact in facts if fact.verb == "ticked"}
            state = folded(subject, facts)
            assert {one.person for one in state.ticks} == ticked  # no tick of either desk is lost
        world = office()
        key = listed(world, "P3", "P4", "P5")
        world.pass_time(MINUTE)


# --- numbers ---------------------------------------------------------------------------------------------------------


def test_a_number_that_changes_is_proved_no_more() -> None:
    world = office()
    world.do(VerifyNumber(person="P3", result="reached"))
    assert now(world).people["P3"].verified_at == NOW
    assert now(world).people["P3"].checked_by == "P1"
    world.do(AmendRecord(subject="person/P3", words={"phone": "100 0000 9003"}))  # written otherwise, the same number
    assert now(world).people["P3"].verified_at == NOW
    world.do(AmendRecord(subject="person/P3", words={"phone": "100-0000-7777"}))
    assert number_age(now(world).people["P3"], NOW, 30) == "never"
    world.do(VerifyNumber(person="P3", result="wrong"))
    assert number_age(now(world).people["P3"], NOW, 30) == "wrong"
    world.do(AmendRecord(subject="person/P3", words={"phone": "100-0000-7778"}))
    assert number_age(now(world).people["P3"], NOW, 30) == "never"


def test_the_later_call_counts_whichever_was_entered_first() -> None:
    world = office().pass_time(DAY)
    world.do(VerifyNumber(person="P3", result="reached"))
    world.do(VerifyNumber(person="P3", result="wrong", happened_at=world.now - HOUR))
    assert number_age(now(world).people["P3"], world.now, 30) == "fresh"


def test_the_duty_number_of_a_unit_is_proved_the_same_way() -> None:
    from commandcenter.domain.unit import unit_of

    world = office()
    world.do(VerifyNumber(unit="A1", result="reached"))
    assert unit_of(world.state("unit/A1")).verified_at == NOW
    world.do(AmendRecord(subject="unit/A1", fields={"duty_phone": "100-0000-9101"}))
    assert unit_of(world.state("unit/A1")).verified_at is None


def test_what_a_check_refuses() -> None:
    world = office()
    assert world.code(VerifyNumber(person="nobody", result="reached")) == "not_listed"
    assert world.code(VerifyNumber(person="P8", result="reached")) == "number_missing"
    assert world.code(VerifyNumber(person="P3", result="perhaps")) == "number_result_unknown"
    world.do(RetireRecord(subject="person/P3"))
    assert world.code(VerifyNumber(person="P3", result="reached")) == "not_listed"


def test_stale_numbers_are_listed_the_longest_unproved_first() -> None:
    world = office()
    for person in ("P1", "P2", "P3", "P4", "P5"):
        world.pass_time(DAY).do(VerifyNumber(person=person, result="reached"))
    world.pass_time(DAY).do(VerifyNumber(person="P5", result="no_answer"))
    found = [person.id for person in stale(now(world), world.now, 3)]
    assert found == ["P6", "P7", "P1", "P2", "P5"]
    assert [person.id for person in stale(now(world), world.now, 3, ("P2", "P3"))] == ["P2"]
