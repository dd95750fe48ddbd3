"""What was written by hand: both times are kept, all rows are entered or none, and every wrong row is named."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.domain.back_entry import EnterWritten, WrittenRow, moment_of
from commandcenter.domain.clock import HOUR, MINUTE, local
from commandcenter.domain.refusal import Refused
from commandcenter.domain.unit_line import Unread, line_of
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import records

from conftest import NOW


def world() -> PaperWorld:
    from commandcenter.domain.office import FoundOffice

    found = PaperWorld(NOW)
    found.do(FoundOffice(records=records()))
    return found


def row(minutes_ago: float, unit: str = "", act: str = "", people: int | None = None, words: str = "") -> WrittenRow:
    return WrittenRow(at=round(NOW - minutes_ago * MINUTE), unit=unit, act=act, people=people, words=words)


def blown(found: PaperWorld, minutes_ago: float) -> str:
    found.do(
        BlowWhistle(units=(UnitCall(unit="D03"), UnitCall(unit="D07")), happened_at=round(NOW - minutes_ago * MINUTE))
    )
    return next(subject for subject in found.facts if subject.startswith("whistle/")).partition("/")[2]


def test_the_first_hour_on_paper_becomes_an_incident_with_its_own_times() -> None:
    found = world()
    rows = (
        row(50, "D03", "通知", words="接电话的王警官"),
        row(48, "", "报领导", words="沈建勋"),
        row(46, "D03", "应答"),
        row(40, "D03", "到场", 6, "两台车"),
        row(39, "", "", words="三楼窗口有人挥手"),
        row(35, "D10", "到场", 4),
        row(30, "D07", "拒绝", words="没人 只有一名值班员"),
        row(20, "D03", "清点", 6),
    )
    found.do(EnterWritten(rows=rows, blown_at=NOW - HOUR, title="楼道起火", place_words="1号楼"))
    whistle = next(subject for subject in found.facts if subject.startswith("whistle/")).partition("/")[2]
    police = found.state(f"report_in/{whistle}/D03")
    arrived = police.milestone("arrived")
    assert arrived is not None
    assert (arrived.at, arrived.people) == (NOW - 40 * MINUTE, 6)
    assert arrived.late, "it was told afterwards, and says so"
    gas = found.state(f"report_in/{whistle}/D10")
    assert gas.milestone("arrived").at == NOW - 35 * MINUTE
    squad = found.state(f"report_in/{whistle}/D07")
    assert squad.outcome is not None
    assert (squad.outcome.name, squad.outcome.reason) == ("refused", "short_of_forces")
    state = found.state(f"whistle/{whistle}")
    assert state.blown_at == NOW - HOUR
    assert state.told["leader"][0] == NOW - 48 * MINUTE
    noted = [fact for fact in found.facts[f"whistle/{whistle}"] if fact.kind == "whistle.noted"]
    assert [fact.happened_at for fact in noted] == [NOW - 39 * MINUTE]
    assert all(fact.recorded_at == NOW for fact in noted)


def test_rows_may_stand_in_any_order_on_the_paper() -> None:
    found = world()
    whistle = blown(found, 60)
    found.do(
        EnterWritten(whistle=whistle, rows=(row(10, "D03", "到场", 2), row(30, "D03", "应答"), row(20, "D03", "出发")))
    )
    state = found.state(f"report_in/{whistle}/D03")
    assert [entry.name for entry in state.entries] == ["answered", "left", "arrived"]


def test_a_unit_that_was_never_called_is_listed_when_the_paper_names_it_first() -> None:
    found = world()
    whistle = blown(found, 60)
    found.do(EnterWritten(whistle=whistle, rows=(row(30, "S03", "通知"), row(20, "S03", "应答"))))
    state = found.state(f"report_in/{whistle}/S03")
    assert state.listed_at == NOW - 30 * MINUTE
    assert state.milestone("answered").at == NOW - 20 * MINUTE


def test_every_wrong_row_is_named_and_nothing_is_half_written() -> None:
    found = world()
    whistle = blown(found, 60)
    before = {subject: len(facts) for subject, facts in found.facts.items()}
    rows = (
        row(90, "D03", "应答"),  # before the whistle
        row(30, "D03", "到场", 3),  # right
        row(-30, "D07", "到场"),  # in the future
        row(20, "D07", "飞来"),  # no such act
        row(10, "X99", "到场"),  # no such unit
    )
    code, facts = refused(found, EnterWritten(whistle=whistle, rows=rows))
    assert code == "rows_refused"
    assert {line["row"]: line["code"] for line in facts["rows"]} == {
        0: "before_listing",
        2: "future_time",
        3: "row_unread",
        4: "unit_unknown",
    }
    assert {subject: len(facts) for subject, facts in found.facts.items()} == before


def refused(found: PaperWorld, command: EnterWritten) -> tuple[str, Any]:
    try:
        found.do(command)
    except Refused as no:
        return no.code, no.facts
    raise AssertionError("it was not refused")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (EnterWritten(rows=()), "rows_missing"),
        (EnterWritten(rows=(row(5, words="x"),)), "no_unit"),
        (EnterWritten(rows=(row(5, words="x"),), whistle="nobody"), "whistle_unknown"),
        (EnterWritten(rows=(row(5, words="x"),) * 201, whistle="nobody"), "too_many_rows"),
    ],
)
def test_what_cannot_be_entered_at_all(command: EnterWritten, code: str) -> None:
    assert refused(world(), command)[0] == code


def test_columns_mean_what_they_say() -> None:
    assert line_of(3, "到场", 6, "14:20 又来2人").people == 6  # type: ignore[union-attr]
    assert line_of(3, "到场", None, "2 人受伤").people is None  # type: ignore[union-attr]
    for act, people, words, code in (
        ("飞", None, "", "act_unknown"),
        ("清点", None, "", "count_missing"),
        ("拒绝", None, "", "reason_missing"),
        ("应答", 3, "", ""),
        ("失联", 3, "", "too_much"),
        ("撤回", None, "", "act_unknown"),
    ):
        found = line_of(1, act, people, words)
        assert (found.code if isinstance(found, Unread) else "") == code, act


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_on_the_paper_is_the_last_such_time(hour: int, minute: int) -> None:
    for text in (f"{hour}:{minute:02d}", f"{hour:02d}：{minute:02d}", f"{hour:02d}{minute:02d}"):
        at = moment_of(text, NOW)
        assert NOW - 24 * HOUR <= at <= NOW + MINUTE
        assert (local(at).hour, local(at).minute) == (hour, minute)


@given(st.text(max_size=8))
def test_what_is_no_time_is_no_time(text: str) -> None:
    try:
        assert isinstance(moment_of(text, NOW), int)
    except ValueError:
        return
