"""F02, the register of calls, the duty log and the year of obligations on paper: what was said stands there, whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.desk.printing_job import document_data, print_document
from commandcenter.domain.call_acts import (
    AmendCall,
    CalledBack,
    DutyNote,
    RecordCall,
    StrikeCall,
    StrikeDutyNote,
)
from commandcenter.domain.clock import HOUR, MINUTE
from commandcenter.domain.erasure import ErasePrivate
from commandcenter.domain.patrol_acts import RecordFinding, ReportFinding, StartPatrol
from commandcenter.domain.record import ListRecord, RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster_import import taken_over
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.journal.journal import Journal
from commandcenter.journal.reading.duty_log import KINDS
from commandcenter.reporting.words import tables
from commandcenter.ui.log_words import LINES
from played import done, found

from conftest import NOW, Wall

SPAN = {"start": NOW - HOUR, "end": NOW + HOUR}


@pytest.fixture
def folder(journal: Journal, engine: Engine) -> str:
    found(engine)
    return str(journal.folder)


@pytest.fixture
def journal_folder(folder: str) -> Path:
    return Path(folder)


def told(data: Any) -> str:
    return str(data["blocks"])


def test_f02_tells_time_name_number_and_content(folder: str, engine: Engine) -> None:
    done(
        engine,
        RecordCall(who="王先生", phone="13900001111", said="九号院进水", answer="马上派人", call="a", taker="P1"),
    )
    data, mode = document_data(folder, "", "call_record", "call/a", now=NOW)
    assert mode == "real"
    for words in ("王先生", "13900001111", "九号院进水", "马上派人", "唐以宁", "未复述", "DH-2026-0716-A01"):
        assert words in told(data) + data["paper"]["number"], words


def test_what_nobody_knows_is_said_and_what_was_erased_too(folder: str, engine: Engine) -> None:
    done(engine, RecordCall(said="有人喊", call="a"))
    data, _ = document_data(folder, "", "call_record", "call/a", now=NOW)
    assert "不明" in told(data)
    done(engine, ErasePrivate(subject="call/a", first="P1", second="P2", reason="本人申请"))
    data, _ = document_data(folder, "", "call_record", "call/a", now=NOW)
    assert "有人喊" not in told(data)
    assert "已依法销毁" in told(data)
    with pytest.raises(Refused):
        document_data(folder, "", "call_record", "call/none", now=NOW)


def test_a_call_back_a_correction_and_a_struck_call_are_told(folder: str, engine: Engine, wall: Wall) -> None:
    done(engine, RecordCall(said="井盖松动", call="a", call_back=True))
    done(engine, AmendCall(call="a", private={"said": "井盖被水顶开"}, reason="听错"))
    wall.advance(MINUTE)
    done(engine, CalledBack(call="a", said="已修好", back_call="b"))
    data, _ = document_data(folder, "", "call_record", "call/a", now=NOW)
    for words in ("井盖被水顶开", "听错", "DH-2026-0716-A02"):
        assert words in told(data), words
    done(engine, StrikeCall(call="b", words="记了两遍"))
    data, _ = document_data(folder, "", "call_record", "call/b", now=NOW)
    assert "本记录已划去：记了两遍" in told(data)


def test_the_register_is_masked_and_has_the_counts(folder: str, engine: Engine) -> None:
    done(engine, RecordCall(who="尉迟龘靐", phone="13987654321", said="尉迟龘靐家进水", call="a"))
    data, _ = document_data(folder, "", "call_register", "office/main", options=SPAN, now=NOW)
    assert "龘靐" not in told(data)
    assert "13987654321" not in told(data)
    assert "共1通：来电1，去电0；未复述1，未回0。" in told(data)


def test_the_log_tells_what_happened_and_what_was_written(folder: str, engine: Engine) -> None:
    done(engine, BlowWhistle(units=(UnitCall(unit="D07"),), plan="RQ", title="燃气泄漏"))
    note = done(engine, DutyNote(words="沈建勋到岗")).report["note"]
    done(engine, StrikeDutyNote(note=note, words="邵建勋到岗"))
    data, _ = document_data(folder, "", "duty_log", "office/main", options=SPAN, now=NOW)
    assert "吹响应急响应哨 YJ-2026-0716-A01 燃气泄漏" in told(data)
    assert "沈建勋到岗（划去，更正为：邵建勋到岗）" in told(data)
    assert "2条，其中人写1条" in told(data)


def test_the_log_tells_of_a_roster_taken_over_and_of_an_urgent_case_from_a_patrol(
    folder: str, engine: Engine, wall: Wall
) -> None:
    steps = [ListRecord(subject="person/N1", fields={"post": "楼门长"}, words={"name": "新来"})]
    done(engine, taken_over("k1", "街巷长名录.xlsx", NOW, NOW, {"new": 1}, steps))
    patrol = done(engine, StartPatrol(place="J07", role="steward", person="P1")).report["patrol"]
    for words, danger in (("楼道堆物", False), ("井盖破损", True)):
        finding = done(engine, RecordFinding(patrol=patrol, words=words, danger=danger)).report["finding"]
        number = done(engine, ReportFinding(patrol=patrol, finding=finding)).report["number"]
    data, _ = document_data(folder, "", "duty_log", "office/main", options=SPAN, now=NOW)
    assert "导入名录 街巷长名录.xlsx，新增1、变更0、停用0" in told(data)
    assert f"巡查转紧急案件 {number}，" in told(data)
    assert "井盖破损" in told(data)
    assert "楼道堆物" not in told(data), "what is not urgent stands among all lines only"
    everything, _ = document_data(folder, "", "duty_log", "office/main", options=SPAN | {"view": "all"}, now=NOW)
    assert "巡查转一般案件" in told(everything)
    wall.advance(MINUTE)
    done(engine, RetireRecord(subject="roster_import/k1", reason="错表"))
    data, _ = document_data(folder, "", "duty_log", "office/main", options=SPAN, now=NOW)
    assert "撤销名录导入 街巷长名录.xlsx" in told(data)


def test_every_line_of_the_log_has_words_on_paper_and_on_the_screen() -> None:
    kinds = {kind for kind in KINDS if not kind.endswith(".deadline_raised")} - {"duty_note.written"}
    assert kinds == set(LINES)
    assert kinds <= set(tables()["duty_log"])


def test_the_year_of_obligations_is_told_by_month(folder: str) -> None:
    rows = [
        ["—", "法定演练", "道路塌陷", "没有记录", "没有记录", "实际演练"],
        ["2026-07-25", "月度会商", "", "快到期", "还有 9 天", "实际会商"],
    ]
    options = {"year": 2026, "rows": rows}
    data, _ = document_data(folder, "", "obligation_plan", "office/main", options=options, now=NOW)
    assert [block["text"] for block in data["blocks"] if block["is"] == "level2"] == ["没有办理记录、日期不明", "7月"]


@pytest.mark.parametrize("form", ["call_record", "call_register", "duty_log", "obligation_plan"])
def test_each_is_pressed(form: str, folder: str, engine: Engine) -> None:
    done(engine, RecordCall(who="王" * 40, said="积水" * 400, call="a"))
    done(engine, DutyNote(words="长" * 600))
    subject = "call/a" if form == "call_record" else "office/main"
    options = SPAN | {"year": 2026, "rows": [["2026-07-25", "会" * 60, "", "快到期", "", "实际会商"]]}
    printed = print_document(lambda a, b: None, folder, "", form, subject, options=options, now=NOW)
    assert printed["pages"] >= 1
