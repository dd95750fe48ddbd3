"""Obligations: their days against counting day by day over years, what meets a turn, reminders that many desks raise once."""

from __future__ import annotations

import calendar
import random
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from commandcenter.domain.command import Command
from commandcenter.domain.obligation import (
    EVIDENCE,
    Done,
    Obligation,
    Rule,
    Turn,
    later,
    met,
    obligation_of,
    rule_in,
    standing,
    state_of,
    turns,
)
from commandcenter.domain.occasion import DoneObligation, Occasion, RemindObligation, ReopenObligation
from commandcenter.domain.record import ListRecord, Record
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import folded
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import records
from two_desks import apart

DAYS = st.dates(date(2019, 1, 1), date(2031, 12, 31))
MONTH_DAYS = st.sampled_from(
    [(month, day) for month in range(1, 13) for day in range(1, calendar.monthrange(2024, month)[1] + 1)]
)
RULES = st.one_of(
    st.builds(Rule, kind=st.just("yearly"), times=st.sampled_from([1, 2, 3, 4, 6, 12])),
    st.builds(Rule, kind=st.just("monthly"), day=st.integers(1, 31)),
    st.builds(
        Rule,
        kind=st.just("fixed"),
        days=st.lists(MONTH_DAYS, min_size=1, max_size=4, unique=True).map(sorted).map(tuple),
    ),
    st.builds(Rule, kind=st.just("season"), days=MONTH_DAYS.map(lambda one: (one,))),
)


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def due_by_hand(rule: Rule, day: date) -> bool:
    """Whether a day is one on which a rule is due: asked of every day alone."""
    length = calendar.monthrange(day.year, day.month)[1]
    if rule.kind == "yearly":
        return day.month % (12 // rule.times) == 0 and day.day == length
    if rule.kind == "monthly":
        return day.day == min(rule.day, length)
    return any(day.month == month and day.day == min(wanted, length) for month, wanted in rule.days)


@given(RULES, st.integers(0, 180), DAYS, st.integers(0, 1200))
def test_the_days_are_those_of_counting_day_by_day(rule: Rule, lead: int, first: date, span: int) -> None:
    last = first + timedelta(days=span)
    found = turns(rule, lead, first, last)
    assert [turn.due for turn in found] == [day for day in days(first, last) if due_by_hand(rule, day)]


@given(RULES, st.integers(0, 180), DAYS)
def test_each_day_belongs_to_at_most_one_turn_and_late_is_met_until_the_next_opens(
    rule: Rule, lead: int, first: date
) -> None:
    found = turns(rule, lead, first, first + timedelta(days=900))
    for turn in found:
        assert turn.opens <= turn.due < turn.closes
    for before, after in pairwise(found):
        assert before.closes == after.opens
        assert after.opens > before.due
    assert len({turn.key for turn in found}) == len(found)


@given(RULES, st.integers(0, 60), DAYS, st.lists(st.integers(0, 700), max_size=12), st.integers(0, 800))
def test_how_a_turn_stands_is_what_a_look_at_every_day_says(
    rule: Rule, lead: int, first: date, offsets: list[int], ahead: int
) -> None:
    last = first + timedelta(days=700)
    today = first + timedelta(days=ahead)
    done = [Done(first + timedelta(days=offset)) for offset in offsets]
    one = Obligation("x", "x", rule, lead=lead, since=first)
    items = standing(one, done, today, first, last)
    found = turns(rule, lead, first, last)
    assert [item.key for item in items] == [turn.key for turn in found]
    for item, turn in zip(items, found, strict=True):
        hits = [told.on for told in done if turn.opens <= told.on < turn.closes]
        if hits:
            assert (item.state, item.last) == ("done", min(hits))
        elif today >= turn.closes:
            assert item.state == "missed"
        elif today > turn.due:
            assert item.state == "over"
        else:
            assert item.state == ("soon" if (turn.due - today).days <= lead else "ahead")


@given(DAYS, st.integers(1, 60), st.sampled_from(["day", "month"]))
def test_later_is_counting_on(day: date, every: int, unit: str) -> None:
    found = later(day, every, unit)
    if unit == "day":
        assert (found - day).days == every
        return
    month = day.year * 12 + day.month - 1 + every
    length = calendar.monthrange(month // 12, month % 12 + 1)[1]
    assert found == date(month // 12, month % 12 + 1, min(day.day, length))


@given(DAYS, st.lists(st.integers(0, 3000), max_size=8), st.integers(1, 36), st.integers(0, 3000))
def test_an_interval_runs_from_the_last_time(first: date, offsets: list[int], months: int, ahead: int) -> None:
    one = Obligation("x", "x", Rule("interval", every=months, unit="month"), lead=30)
    done = [Done(first + timedelta(days=offset)) for offset in offsets]
    today = first + timedelta(days=ahead)
    items = standing(one, done, today, first, date(2060, 1, 1))
    if not offsets:
        assert [(item.state, item.due) for item in items] == [("unknown", None)]
        return
    newest = max(told.on for told in done)
    (item,) = [item for item in items if item.state != "done"]
    assert (item.last, item.due) == (newest, later(newest, months, "month"))
    assert item.state == state_of(item.due, 30, today)
    assert sorted(item.last for item in items if item.state == "done") == sorted(told.on for told in done)


def test_a_pack_is_done_for_the_month_it_is_meant_for() -> None:
    """The pack of June checked in August meets July's turn, not August's."""
    one = Obligation("monthly", "x", Rule("monthly", day=5), lead=4, since=date(2026, 6, 1))
    done = [Done(date(2026, 8, 2), "2026-07")]
    items = standing(one, done, date(2026, 8, 3), date(2026, 6, 1), date(2026, 9, 30))
    assert [(item.key, item.state) for item in items] == [
        ("2026-06", "missed"),
        ("2026-07", "done"),
        ("2026-08", "soon"),
        ("2026-09", "ahead"),
    ]


def test_nothing_is_owed_from_before_it_counted() -> None:
    one = Obligation("x", "x", Rule("yearly", times=2), since=date(2026, 7, 1))
    items = standing(one, [], date(2026, 7, 2), date(2020, 1, 1), date(2027, 1, 1))
    assert [item.key for item in items] == ["2026-2"]


def test_a_hint_by_name_beats_the_day() -> None:
    turn = Turn("2026-1", date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
    assert met(turn, [Done(date(2026, 3, 1), "2025-2")]) is None
    assert met(turn, [Done(date(2026, 8, 1), "2026-1")]) is not None


# --- records ----------------------------------------------------------------------------------------------------------


@given(st.dictionaries(st.sampled_from(["kind", "every", "unit", "times", "day", "days"]), st.one_of(
    st.integers(-5, 40), st.text(max_size=5), st.none(), st.lists(st.sampled_from(["06-01", "2-30", "13-01", "x", "", "02-29"]))
)))  # fmt: skip
def test_whatever_stands_in_a_record_makes_a_rule(told: dict[str, Any]) -> None:
    rule = rule_in(told)
    turns(rule, 7, date(2026, 1, 1), date(2026, 12, 31))
    obligation_of(Record(subject="obligation/x", known=True, fields={"rule": told, "by": told.get("unit")}))


def fields(**told: Any) -> dict[str, Any]:
    return {
        "name": "会",
        "by": "hand",
        "rule": {"kind": "yearly", "times": 2},
        "lead": 30,
        "since": "2026-01-01",
    } | told


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("name_missing", {"name": " "}),
        ("obligation_evidence_unknown", {"by": "magic"}),
        ("obligation_rule_wrong", {"rule": {"kind": "yearly", "times": 5}}),
        ("obligation_rule_wrong", {"rule": {"kind": "monthly", "day": 32}}),
        ("obligation_rule_wrong", {"rule": {"kind": "fixed", "days": ["02-30"]}}),
        ("obligation_rule_wrong", {"rule": {"kind": "record"}}),
        ("obligation_rule_wrong", {"by": "drill"}),
        ("limit_out_of_range", {"lead": 400}),
        ("not_a_date", {"since": "2026-13-01"}),
    ],
)
def test_what_a_record_may_not_say(code: str, changed: dict[str, Any]) -> None:
    world = PaperWorld().found(records())
    assert world.code(ListRecord(subject="obligation/x", fields=fields(**changed))) == code
    assert world.code(ListRecord(subject="obligation/x", fields=fields())) == ""


def test_all_that_comes_with_the_program_may_be_listed() -> None:
    from commandcenter.exchange.reference import reference_records

    from conftest import NOW

    found = [entry for entry in reference_records(NOW, sample=False) if entry[0].startswith("obligation/")]
    assert len(found) >= 10
    assert {entry[1]["by"] for entry in found} == set(EVIDENCE)


# --- occasions --------------------------------------------------------------------------------------------------------


@pytest.fixture
def world() -> PaperWorld:
    made = PaperWorld().found(records())
    made.do(ListRecord(subject="obligation/committee", fields=fields()))
    return made


def remind(threshold: str = "soon", key: str = "2026-2") -> RemindObligation:
    return RemindObligation(obligation="committee", key=key, threshold=threshold, due="2026-12-31", title="协调委员会")


def occasion(world: PaperWorld) -> Occasion:
    state = world.state("occasion/committee.2026-2")
    assert isinstance(state, Occasion)
    return state


def test_a_reminder_is_raised_once_for_each_threshold(world: PaperWorld) -> None:
    assert len(world.do(remind()).drafts) == 1
    assert len(world.do(remind()).drafts) == 0
    assert len(world.do(remind("over")).drafts) == 1
    assert set(occasion(world).reminded) == {"soon", "over"}
    assert (occasion(world).obligation, occasion(world).due, occasion(world).title) == (
        "committee",
        "2026-12-31",
        "协调委员会",
    )


def test_done_by_hand_with_a_note_and_taken_back(world: PaperWorld) -> None:
    done = DoneObligation(obligation="committee", key="2026-2", words="七楼会议室，到会31人", on="2026-07-10")
    world.do(done)
    told = occasion(world).done
    assert told == Done(date(2026, 7, 10), "2026-2", by_hand=True, words="七楼会议室，到会31人", actor="P1")
    assert world.code(done) == "obligation_done"
    assert len(world.do(remind()).drafts) == 0
    world.do(ReopenObligation(obligation="committee", key="2026-2", words="记错了"))
    assert occasion(world).done is None
    assert len(world.do(remind()).drafts) == 1


def test_what_is_refused(world: PaperWorld) -> None:
    refused: dict[str, Command] = {
        "obligation_unknown": DoneObligation(obligation="none", key="x", words="x"),
        "words_needed": DoneObligation(obligation="committee", key="2026-2", words=" "),
        "not_a_date": DoneObligation(obligation="committee", key="2026-2", words="x", on="昨天"),
        "future_time": DoneObligation(obligation="committee", key="2026-2", words="x", on="2026-12-01"),
        "threshold_unknown": remind("later"),
        "nothing_changed": ReopenObligation(obligation="committee", key="2026-2", words="x"),
    }
    for code, command in refused.items():
        with pytest.raises(Refused) as told:
            world.do(command)
        assert told.value.code == code


ACTS: tuple[Command, ...] = (
    remind(),
    remind("over"),
    DoneObligation(obligation="committee", key="2026-2", words="开过了"),
    ReopenObligation(obligation="committee", key="2026-2", words="记错了"),
)


@given(st.lists(st.sampled_from(ACTS), max_size=6), st.lists(st.sampled_from(ACTS), max_size=6), st.integers())
def test_two_desks_agree_and_make_one_reminder(here: list[Command], there: list[Command], seed: int) -> None:
    world = PaperWorld().found(records())
    world.do(ListRecord(subject="obligation/committee", fields=fields()))
    subject = "occasion/committee.2026-2"
    facts = apart(world, here, there, subject)
    shuffled = list(facts)
    random.Random(seed).shuffle(shuffled)
    state = folded(subject, facts)
    assert folded(subject, shuffled) == state
    assert isinstance(state, Occasion)
    for name in state.reminded:
        raised = [fact.happened_at for fact in facts if fact.verb == "reminded" and fact.body.get("threshold") == name]
        assert state.reminded[name] == min(raised)
