"""Patrols on paper: the list of a week, the record of a walk, the sheet of an occasion; every code has its word."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.printing_job import document_data, print_document
from commandcenter.domain import attendance, patrol, roster
from commandcenter.domain.attendance import Attended, EnterAttendance, OpenAttendance
from commandcenter.domain.clock import HOUR, MINUTE, local_date
from commandcenter.domain.command import Command, Who
from commandcenter.domain.office import OFFICE, FoundOffice
from commandcenter.domain.patrol_acts import (
    CheckItems,
    EndPatrol,
    HandleFinding,
    LookAgain,
    RecordFinding,
    RecordStop,
    ReportFinding,
    SignInPatrol,
)
from commandcenter.domain.patrol_plan import Turn, day_number
from commandcenter.domain.patrol_planning_acts import PlanTurns
from commandcenter.domain.refusal import Refused
from commandcenter.journal.journal import Journal
from commandcenter.reporting import words
from small_office import records

from conftest import Wall

CODES = {
    "patrol_role": roster.ROLES,
    "patrol_reason": patrol.REASONS,
    "patrol_look": patrol.LOOKS,
    "patrol_how": patrol.HOWS,
    "weather": patrol.WEATHERS,
    "attendance_form": attendance.FORMS,
}


@pytest.mark.parametrize(("family", "code"), [(family, code) for family, codes in CODES.items() for code in codes])
def test_every_code_has_a_chinese_word(family: str, code: str) -> None:
    assert words.tables()[family][code]


@pytest.fixture
def do(journal: Journal, wall: Wall) -> Any:
    engine = Engine(journal, wall)

    def act(command: Command) -> Any:
        outcome = engine.execute(command, Who("P1", "clerk", journal.node))
        assert isinstance(outcome, Done), outcome
        return outcome.report

    checklist = {
        "name": "十无",
        "basis": "verified",
        "source": "新华社",
        "items": [{"code": "piling", "words": "无堆物堆料"}],
    }
    act(FoundOffice(records=(*records(), ("patrol_list/without", checklist, {}))))
    return act


def turn(key: str, wall: Wall, hours: int = 0) -> Turn:
    start = wall.now + hours * HOUR
    day = day_number(local_date(start))
    return Turn(key, "p", "J07", "A3", "steward", "P1", day, start, start + HOUR, "without", ("巷口",))


def texts(data: dict[str, Any]) -> str:
    return str(data["blocks"])


def test_the_week_and_the_record_tell_what_happened(do: Any, journal: Journal, wall: Wall) -> None:
    folder = str(journal.folder)
    do(PlanTurns(turns=(turn("t1", wall), turn("t2", wall, 2), turn("t3", wall, -3))))
    do(SignInPatrol(patrol="t1", where="公示牌", weather="rain"))
    do(RecordStop(patrol="t1", words="6号院"))
    first = do(RecordFinding(patrol="t1", words="楼道堆物", where="2门"))["finding"]
    do(HandleFinding(patrol="t1", finding=first, how="talk", solved=False, words="答应明天清"))
    second = do(RecordFinding(patrol="t1", words="井盖破损", danger=True))["finding"]
    number = do(ReportFinding(patrol="t1", finding=second))["number"]
    do(CheckItems(patrol="t1", items={"piling": "bad"}))
    wall.advance(20 * MINUTE)
    do(EndPatrol(patrol="t1", length_m=700))
    week, _ = document_data(folder, "", "patrol_week", OFFICE, now=wall.now)
    told = texts(week)
    assert "漏巡" in told, "a turn nobody walked says so"
    assert "3班" in told
    rows = next(block for block in week["blocks"] if block["is"] == "table")["rows"]
    assert [row[6] for row in rows if row[2].startswith("23:")] == ["2"], "what the next one looks at first"
    record, _ = document_data(folder, "", "patrol_record", "patrol/t1", now=wall.now)
    told = texts(record)
    for piece in ("楼道堆物", "答应明天清", f"上报成案 {number}", "不正常", "新华社", "700米", "雨", "公示牌", "6号院"):
        assert piece in told, piece
    with pytest.raises(Refused):
        document_data(folder, "", "patrol_record", "patrol/t2", now=wall.now)
    wall.advance(2 * HOUR)
    do(SignInPatrol(patrol="t2", spots=(f"t1/{first}", f"t1/{second}")))
    do(RecordStop(patrol="t2", words="6号院"))
    do(LookAgain(patrol="t2", spot=f"t1/{first}", result="closed", words="清了"))
    record, _ = document_data(folder, "", "patrol_record", "patrol/t2", now=wall.now)
    assert "已消除：清了" in texts(record)
    assert "未复查" in texts(record)
    assert "未结束" in texts(record)
    told = print_document(lambda done, of: None, folder, "", "patrol_record", "patrol/t1", now=wall.now)
    assert told["pdf"].startswith(b"%PDF")


def test_a_sheet_of_an_occasion_sums_up_and_leaves_room_to_sign(do: Any, journal: Journal, wall: Wall) -> None:
    key = do(OpenAttendance(title="双报到", form="double_report", day="2026-07-11", community="A3"))["attendance"]
    do(EnterAttendance(attendance=key, lines=(Attended("林可欣", "党支部", 90, True), Attended("孙晓敏"))))
    data, _ = document_data(str(journal.folder), "", "attendance_sheet", f"attendance/{key}", now=wall.now)
    told = texts(data)
    assert "到场2人，其中党员1人；1.5小时（1人未记时长）" in told
    assert next(block for block in data["blocks"] if block["is"] == "table")["spare"] == 6
