"""What counts as a drill that was held, and which corrections are still open: out of real commands in a real journal."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.domain.command import Command
from commandcenter.domain.drill_law import SPECIAL, Target, drill_duties
from commandcenter.domain.limit import Limit
from commandcenter.domain.record import ListRecord
from commandcenter.domain.review import DropItem, FinishAction, SetAction
from commandcenter.domain.whistle_acts import (
    BlowWhistle,
    CloseWhistle,
    DeclareFalseAlarm,
    EndDrill,
    UndoWhistle,
    UnitCall,
)
from commandcenter.journal.reading.drill_plans import DrillPlanReader

INJECTS = [{"t_min": 0, "inject": "冒烟"}]


@pytest.fixture
def reader(engine: Engine) -> DrillPlanReader:
    """An office with a unit, a plan and a scenario."""
    do(engine, ListRecord(subject="unit/D01", fields={"name": "消防", "kind": "department", "relation": "request"}))
    do(engine, ListRecord(subject="plan/HZ-01", fields={"code": "HZ-01", "name": "火灾"}))
    do(engine, ListRecord(subject="drill/SC03", fields={"name": "火灾", "plan": "HZ-01", "injects": INJECTS}))
    return DrillPlanReader(engine.journal.connection)


def do(engine: Engine, command: Command) -> Done:
    outcome = engine.execute(command)
    assert isinstance(outcome, Done), outcome
    return outcome


def blow(engine: Engine, **more: Any) -> str:
    calls = (UnitCall(unit="D01"),)
    fields = {"mode": "drill", "drill": "SC03"} | more
    return do(engine, BlowWhistle(units=calls, plan="HZ-01", **fields)).subjects[0].partition("/")[2]


def test_only_a_drill_that_came_to_its_end_is_held(engine: Engine, reader: DrillPlanReader) -> None:
    held = blow(engine, place="B01")
    blow(engine)
    assert reader.held() == [], "it still runs"
    do(engine, EndDrill(whistle=held, reason="director"))
    broken, false, undone = blow(engine), blow(engine), blow(engine)
    do(engine, EndDrill(whistle=broken))
    do(engine, DeclareFalseAlarm(whistle=false, words="按错"))
    do(engine, CloseWhistle(whistle=false))
    do(engine, UndoWhistle(whistle=undone))
    blow(engine, mode="real", drill="")
    (only,) = reader.held()
    assert (only.drill, only.plan, only.place, only.whistle) == ("SC03", "HZ-01", "B01", held)
    limits = {SPECIAL: Limit(SPECIAL, 36, "month")}
    (duty,) = drill_duties(limits, [Target("HZ-01", (SPECIAL,))], [], reader.held())
    assert duty.held == only


def test_open_corrections_come_back_by_plan_until_they_are_done_or_dropped(
    engine: Engine, reader: DrillPlanReader
) -> None:
    real, drill = blow(engine, mode="real", drill=""), blow(engine)
    for whistle, words, due in ((real, "车道由交警直接开", "2026-09-01"), (drill, "补两名控制员", "2026-08-01")):
        do(engine, SetAction(whistle=whistle, id=words, words=words, owner="平安办", due_on=due))
    do(engine, SetAction(whistle=drill, id="gone", words="不要了", owner="平安办", due_on="2026-08-01"))
    do(engine, DropItem(whistle=drill, id="gone"))
    found = reader.lessons("HZ-01")
    assert [(line.words, line.mode, line.owner) for line in found] == [
        ("补两名控制员", "drill", "平安办"),
        ("车道由交警直接开", "real", "平安办"),
    ]
    assert found[1].origin == f"review/{real}#车道由交警直接开"
    assert reader.lessons("FX-01") == []
    assert len(reader.lessons()) == 2
    do(engine, FinishAction(whistle=real, id="车道由交警直接开"))
    assert [line.words for line in reader.lessons("HZ-01")] == ["补两名控制员"]
