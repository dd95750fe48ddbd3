"""The calls of a shift: what the sheets of incidents tell stands among them once, lists are masked, questions stay small."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.desk.read import Read
from commandcenter.domain.call_acts import AskCallBack, CalledBack, DutyNote, LinkCall, RecordCall, StrikeDutyNote
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.command import Batch
from commandcenter.domain.number_check import VerifyNumber
from commandcenter.domain.report_in_acts import LogCall, RecordMilestone, WithdrawLast
from commandcenter.domain.warning_acts import ReceiveWarning
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.journal.journal import Journal
from commandcenter.journal.reading import calls as calls_module
from commandcenter.journal.rebuild import rebuild
from machine_steps import steps
from played import done, found

from conftest import NOW, Wall

NAME, PHONE = "尉迟龘靐", "13987654321"


@pytest.fixture
def read(journal: Journal, engine: Engine) -> Read:
    found(engine)
    return Read(Path(journal.folder))


def blown(engine: Engine, **told: str) -> str:
    command = BlowWhistle(units=(UnitCall(unit="D07"), UnitCall(unit="D03")), plan="RQ", **told)  # type: ignore[arg-type]
    return done(engine, command).subjects[0].partition("/")[2]


def test_the_calls_of_a_span_and_what_they_owe(read: Read, engine: Engine, wall: Wall) -> None:
    done(engine, RecordCall(said="前一天", call="old", happened_at=NOW - DAY))
    done(engine, RecordCall(said="井盖被水顶开", call="a", call_back=True))
    wall.advance(MINUTE)
    done(engine, RecordCall(direction="out", said="请到场", call="b", unit="D03", read_back=True))
    shown = read.calls.of_span(NOW - HOUR, NOW + HOUR)
    assert [line.id for line in shown.lines] == ["a", "b"]
    assert (shown.counts.all, shown.counts.came, shown.counts.went) == (2, 1, 1)
    assert (shown.counts.unread, shown.counts.uncalled) == (1, 1)
    assert [line.id for line in read.calls.of_span(NOW - HOUR, NOW + HOUR, "call_back").lines] == ["a"]
    assert [line.id for line in read.calls.of_span(NOW - HOUR, NOW + HOUR, words="到场 D03").lines] == ["b"]
    assert [line.id for line in read.calls.waiting()] == ["old", "a"]
    done(engine, CalledBack(call="a", said="已修", read_back=True))
    assert read.calls.of_span(NOW - HOUR, NOW + HOUR).counts.uncalled == 0


def test_what_the_call_sheet_tells_stands_there_once(read: Read, engine: Engine, wall: Wall) -> None:
    whistle = blown(engine)
    wall.advance(MINUTE)
    done(engine, LogCall(whistle=whistle, unit="D07", result="no_answer"))
    wall.advance(MINUTE)
    done(engine, LogCall(whistle=whistle, unit="D07", result="reached"))
    wall.advance(MINUTE)
    done(engine, RecordMilestone(whistle=whistle, unit="D07", milestone="answered", read_back=True, told_by="葛大为"))
    done(engine, RecordMilestone(whistle=whistle, unit="D03", milestone="answered", channel="phone"))
    lines = read.calls.of_span(NOW, NOW + HOUR).lines
    assert [(line.unit, line.sheet, line.direction, line.read_back) for line in lines] == [
        ("D07", "no_answer", "out", None),
        ("D07", "answered", "out", True),
        ("D03", "answered", "in", None),
    ]
    assert {line.whistle for line in lines} == {whistle}
    assert lines[1].who == "葛**"
    done(engine, WithdrawLast(whistle=whistle, unit="D03"))
    assert len(read.calls.of_span(NOW, NOW + HOUR).lines) == 2
    assert read.calls.counts(NOW, NOW + HOUR).went == 2
    done(engine, RecordMilestone(whistle=whistle, unit="D03", milestone="answered"))  # as a typed line sends it
    assert len(read.calls.of_span(NOW, NOW + HOUR).lines) == 2, "an answer that is typed says no call"
    done(engine, VerifyNumber(unit="D03", result="no_answer", words="值班电话响了很久"))
    proved = read.calls.of_span(NOW, NOW + HOUR).lines[-1]
    assert (proved.unit, proved.direction, proved.sheet) == ("D03", "out", "proved_no_answer")
    assert proved.said == "值班电话响了很久"


def test_a_drill_calls_nobody(read: Read, engine: Engine) -> None:
    whistle = blown(engine, mode="drill", drill="SC01")
    done(engine, LogCall(whistle=whistle, unit="D07", result="reached"))
    assert read.calls.of_span(NOW, NOW + HOUR).lines == ()


def test_lists_are_masked_and_a_number_is_known_however_it_is_written(read: Read, engine: Engine) -> None:
    done(engine, RecordCall(who=NAME, phone="139-8765 4321", said=f"{NAME}家进水，回{PHONE}", call="a"))
    (line,) = read.calls.of_span(NOW, NOW + 1).lines
    (known,) = read.calls.of_number(PHONE)
    assert known.id == "a"
    for told in (line, known):
        assert NAME not in str(told)
        assert PHONE not in "".join(char for char in str(told) if char.isdigit())
    assert read.calls.one("a").who == NAME
    assert read.calls.of_number("12") == []
    assert read.calls.of_number("") == []


def test_what_is_about_a_whistle_is_found_by_it(read: Read, engine: Engine) -> None:
    whistle = blown(engine)
    done(engine, RecordCall(said="有人被困", call="a"))
    done(engine, LinkCall(call="a", whistle=whistle))
    assert [line.id for line in read.calls.of_whistle(whistle)] == ["a"]
    assert read.calls.of_case("") == []


def test_a_rebuild_makes_the_same_rows(read: Read, engine: Engine, journal: Journal) -> None:
    done(engine, RecordCall(said="一", call="a"))
    done(engine, AskCallBack(call="a", back_by=NOW + HOUR))
    connection = journal.connection
    connection.execute("UPDATE call_row SET waits = '', state = '{}'")
    assert rebuild(connection).changed == 1
    assert read.calls.one("a").back_by == NOW + HOUR


def test_the_log_writes_itself(read: Read, engine: Engine, wall: Wall) -> None:
    whistle = blown(engine)
    done(engine, RecordCall(said="一", call="a"))
    wall.advance(MINUTE)
    done(engine, ReceiveWarning(sort="rainstorm", colour="blue", words="暴雨蓝色预警", source="区气象台"))
    done(engine, RecordMilestone(whistle=whistle, unit="D07", milestone="called"))
    note = done(engine, DutyNote(words="带班查岗")).report["note"]
    log = read.duty_log.of_span(NOW, NOW + HOUR)
    assert [line.kind for line in log.lines] == ["whistle.blown", "warning.received", "duty_note.written"]
    assert log.lines[0].number.startswith("YJ-2026-0716-")
    assert log.by_hand == 1
    every = read.duty_log.of_span(NOW, NOW + HOUR, "all")
    assert [line.kind for line in every.lines][1] == "call.logged"
    wall.advance(2 * HOUR)
    done(engine, StrikeDutyNote(note=note, words="沈建勋到岗"))
    (line,) = read.duty_log.of_span(NOW, NOW + HOUR, "hand").lines
    assert (line.struck, line.words) == (True, {"words": "带班查岗", "struck": "沈建勋到岗"})
    assert read.duty_log.notes(NOW, NOW + HOUR) == []


# --- however many there are -------------------------------------------------------------------------------------------

ASKED: dict[str, Callable[[Read], object]] = {
    "of a span": lambda read: read.calls.of_span(NOW - HOUR, NOW + HOUR),
    "counts": lambda read: read.calls.counts(NOW - HOUR, NOW + HOUR),
    "waiting": lambda read: read.calls.waiting(),
    "of a number": lambda read: read.calls.of_number(PHONE),
    "one": lambda read: read.calls.one("old7"),
    "of a whistle": lambda read: read.calls.of_whistle("w"),
    "the log": lambda read: read.duty_log.of_span(NOW - HOUR, NOW + HOUR, "all"),
}


def cost(read: Read, ask: Callable[[Read], object]) -> int:
    return steps(read._connection, lambda: ask(read))


def test_years_of_calls_behind_a_question_cost_nothing(read: Read, engine: Engine) -> None:
    def write(first: int, last: int) -> None:
        commands = [
            RecordCall(said="一", phone=PHONE, read_back=True, call=f"old{n}", happened_at=NOW - 2 * DAY - n * MINUTE)
            for n in range(first, last)
        ]
        done(engine, Batch(commands=tuple(commands)))
        done(engine, DutyNote(words="查岗", happened_at=NOW - 3 * DAY))

    write(0, 50)
    done(engine, RecordCall(said="今晚", call="now"))
    few = {name: cost(read, ask) for name, ask in ASKED.items()}
    for start in range(50, 1500, 145):
        write(start, start + 145)
    for name, ask in ASKED.items():
        many = cost(read, ask)
        assert many <= 2 * few[name] + 1500, f"{name}: {few[name]} steps became {many}"


def test_too_many_calls_of_a_span_are_cut_and_said(read: Read, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls_module, "MOST", 4)
    for n in range(6):
        done(engine, RecordCall(said=str(n), call=f"c{n}", happened_at=NOW - n * MINUTE))
    shown = read.calls.of_span(NOW - HOUR, NOW + HOUR)
    assert [line.id for line in shown.lines] == ["c3", "c2", "c1", "c0"]
    assert shown.more
    assert shown.counts.all == 6
