"""The timeline: nothing is told twice, nothing is lost, a corrected entry stays and both ends point at each other."""

from __future__ import annotations

import random
from typing import Any

from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.kinds import KINDS
from commandcenter.domain.timeline import LEVELS, entries
from hypothesis import given
from hypothesis import strategies as st

W = "w1"
MINUTE = 60_000


def fact(seq: int, kind: str, at: int = 0, subject: str = "", **more: Any) -> Fact:
    family = kind.partition(".")[0]
    told: dict[str, Any] = {
        "id": EventId("a", seq),
        "hlc": seq,
        "happened_at": at,
        "recorded_at": more.pop("recorded_at", at),
        "subject": subject or f"{family}/{W}",
        "kind": kind,
        "mode": "real",
        "actor": "P1",
        "role": "",
        "seat": "a",
        "assurance": "none",
        "on_behalf_of": "",
        "channel": "",
        "body": {},
    }
    return Fact(**(told | more))


def unit(key: str) -> str:
    return f"report_in/{W}/{key}"


def test_the_first_listings_are_told_with_the_whistle_in_their_order() -> None:
    facts = [
        fact(1, "whistle.blown"),
        fact(2, "report_in.listed", subject=unit("D2"), body={"ordinal": 2}),
        fact(3, "report_in.listed", subject=unit("D1"), body={"ordinal": 1}),
        fact(9, "report_in.listed", at=MINUTE, subject=unit("D3"), body={"ordinal": 3}),
    ]
    found = entries(facts)
    assert [entry.kind for entry in found] == ["whistle.blown", "report_in.listed"]
    assert found[0].facts["units"] == ["D1", "D2"]
    assert found[1].unit == "D3"


def test_a_logged_call_and_its_first_step_are_one_entry() -> None:
    facts = [
        fact(1, "report_in.called", subject=unit("D1")),
        fact(2, "report_in.call_tried", subject=unit("D1"), body={"contact": 0, "result": "no_answer"}),
        fact(3, "report_in.call_tried", subject=unit("D1"), body={"contact": 1, "result": "busy"}),
    ]
    found = entries(facts)
    assert [entry.kind for entry in found] == ["report_in.call_tried"] * 2
    assert found[0].facts["called"] is True
    assert "called" not in found[1].facts


def test_a_report_and_its_telling_are_one_entry_and_a_bare_telling_stays() -> None:
    facts = [
        fact(1, "whistle.told", body={"to": "leader"}),
        fact(2, "sitrep.issued", subject=f"sitrep/{W}/s1", body={"stage": "initial", "ordinal": 1}),
        fact(3, "whistle.told", body={"to": "district_written", "stage": "initial"}),
    ]
    found = entries(facts)
    assert [entry.kind for entry in found] == ["whistle.told", "sitrep.issued"]
    assert found[1].facts["to"] == "district_written"


def test_a_post_that_ends_with_its_incident_is_told_by_that_and_one_ended_by_an_order_stands() -> None:
    post = f"post/{W}"
    facts = [
        fact(1, "post.ended", subject=post, body={"by": "stand_down"}),
        fact(2, "post.ended", subject=post, body={"by": "downgraded"}),
    ]
    assert [entry.facts["by"] for entry in entries(facts)] == ["downgraded"]


def test_of_people_who_move_only_codes_and_counts_are_told() -> None:
    words = {"address": "9号院3室", "name": "王某某", "phone": "100-0000-9000", "words": "要看家"}
    moved = fact(1, "transfer.stepped", subject=f"transfer/{W}/t1", body={"to": "refused", "people": 2}, private=words)
    entry = entries([moved])[0]
    assert (entry.words, entry.facts["people"]) == ({}, 2)


def test_who_came_unasked_is_told_with_the_arrival() -> None:
    facts = [
        fact(1, "report_in.listed", at=5, subject=unit("S3"), body={"unasked": True, "ordinal": 4}),
        fact(2, "report_in.arrived", at=5, subject=unit("S3"), body={"people": 3}),
    ]
    (entry,) = entries(facts)
    assert entry.facts == {"people": 3, "unasked": True, "ordinal": 4}


def test_a_struck_line_stays_and_both_ends_are_marked() -> None:
    facts = [
        fact(1, "whistle.noted", at=10, private={"words": "三号楼"}),
        fact(2, "whistle.note_struck", at=20, corrects=EventId("a", 1)),
    ]
    struck, striking = entries(facts)
    assert struck.struck
    assert struck.words["words"] == "三号楼"
    assert (striking.corrects, striking.corrects_kind, striking.corrects_at) == (EventId("a", 1), "whistle.noted", 10)


def test_a_withdrawn_step_stays_and_is_not_told_as_part_of_another() -> None:
    facts = [
        fact(1, "report_in.called", subject=unit("D1")),
        fact(2, "report_in.call_tried", subject=unit("D1"), body={"result": "reached"}),
        fact(3, "report_in.withdrawn", at=9, subject=unit("D1"), corrects=EventId("a", 1)),
    ]
    found = entries(facts)
    assert [(entry.kind, entry.withdrawn) for entry in found] == [
        ("report_in.called", True),
        ("report_in.call_tried", False),
        ("report_in.withdrawn", False),
    ]


def test_a_correction_reaches_only_its_own_subject_and_only_what_can_be_corrected() -> None:
    facts = [
        fact(1, "report_in.arrived", subject=unit("D1")),
        fact(2, "report_in.withdrawn", at=1, subject=unit("D2"), corrects=EventId("a", 1)),
        fact(3, "whistle.blown", at=2),
        fact(4, "whistle.note_struck", at=3, corrects=EventId("a", 3)),
        fact(5, "report_in.withdrawn", at=4, subject=unit("D1"), corrects=EventId("b", 77)),
    ]
    found = entries(facts)
    assert not any(entry.struck or entry.withdrawn for entry in found)
    assert [entry.corrects_kind for entry in found] == [""] * 5


def test_late_entries_are_marked_and_machine_entries_are_not() -> None:
    facts = [
        fact(1, "report_in.arrived", at=0, recorded_at=5 * MINUTE, subject=unit("D1")),
        fact(
            2, "report_in.deadline_raised", at=1, recorded_at=5 * MINUTE, subject=unit("D1"), body={"threshold": "due"}
        ),
        fact(3, "whistle.noted", at=2, recorded_at=MINUTE),
    ]
    assert [(entry.late, entry.level) for entry in entries(facts)] == [
        (True, "plain"),
        (False, "alarm"),
        (False, "plain"),
    ]


def test_orders_name_their_unit_and_text_in_every_later_entry() -> None:
    subject = f"order/{W}/o1"
    facts = [
        fact(1, "order.given", subject=subject, body={"unit": "D1"}, private={"words": "封路"}),
        fact(2, "order.done", at=9, subject=subject, private={"words": "已封"}),
    ]
    given_entry, done = entries(facts)
    assert "order" not in given_entry.words
    assert (done.unit, done.words) == ("D1", {"words": "已封", "order": "封路"})


def test_erased_words_leave_the_entry_and_say_so() -> None:
    (entry,) = entries([fact(1, "whistle.noted", private=None, erased=True)])
    assert entry.erased
    assert entry.words == {}


def test_an_undone_whistle_is_told_once() -> None:
    facts = [
        fact(1, "whistle.blown"),
        fact(2, "report_in.listed", subject=unit("D1")),
        fact(3, "whistle.undone", at=5),
        fact(4, "report_in.undone", at=5, subject=unit("D1")),
    ]
    assert [entry.kind for entry in entries(facts)] == ["whistle.blown", "whistle.undone"]


def test_marks_of_the_folds_are_carried() -> None:
    (entry,) = entries([fact(7, "report_in.arrived", subject=unit("D1"))], {EventId("a", 7): "already_recorded"})
    assert entry.irregular == "already_recorded"


INCIDENT = [kind for kind in KINDS if kind.partition(".")[0] in ("whistle", "report_in", "post", "order", "sitrep")]
BODIES = st.dictionaries(
    st.sampled_from(["unit", "stage", "to", "unasked", "ordinal", "contact", "result", "clock", "threshold", "people"]),
    st.one_of(st.none(), st.booleans(), st.integers(-3, 9), st.text(max_size=4), st.lists(st.integers(), max_size=2)),
    max_size=4,
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*INCIDENT, "whistle.of_a_newer_program"]),
            st.sampled_from(["D1", "D2", "D3"]),
            st.integers(0, 3),
            BODIES,
            st.one_of(st.none(), st.integers(0, 25)),
        ),
        max_size=24,
    ),
    st.randoms(use_true_random=False),
)
def test_any_facts_in_any_order_give_one_timeline(rows: list[Any], chance: random.Random) -> None:
    facts = []
    for seq, (kind, key, at, body, corrects) in enumerate(rows, start=1):
        family = kind.partition(".")[0]
        subject = f"{family}/{W}" if family in ("whistle", "post") else f"{family}/{W}/{key}"
        target = None if corrects is None else EventId("a", corrects)
        facts.append(fact(seq, kind, at=at, subject=subject, body=body, corrects=target))
    found = entries(facts)
    shuffled = list(facts)
    chance.shuffle(shuffled)
    assert entries(shuffled) == found
    assert [entry.at for entry in found] == sorted(entry.at for entry in found)
    assert {entry.level for entry in found} <= set(LEVELS)
    shown = {entry.id for entry in found}
    told_elsewhere = {other.kind for other in facts if other.id not in shown}
    part_of_others = {"report_in.listed", "report_in.called", "report_in.undone", "whistle.told", "post.ended"}
    assert told_elsewhere <= part_of_others
    assert {entry.id for entry in found if entry.struck or entry.withdrawn} <= shown
