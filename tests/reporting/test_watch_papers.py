"""F01 and the duty table: what was read, counted and signed stands on them, also before anything was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.door import OwnDoor, open_door
from commandcenter.desk.engine import Done
from commandcenter.desk.on_duty import OnDuty, on_duty
from commandcenter.desk.printing_job import background_of, document_data
from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.call_acts import DutyNote
from commandcenter.domain.command import Command, Who
from commandcenter.domain.duty_acts import LeaveShift, ReportZero, SignInForShift, Substitute
from commandcenter.domain.event import EventId
from commandcenter.domain.handover import Clock, Item
from commandcenter.domain.handover_acts import BeginHandOver, CountEquipment, ReadItem, RemarkItem, SignHandOver
from commandcenter.domain.refusal import Refused
from commandcenter.domain.whistle import Whistle
from commandcenter.exchange.founding import sample_office
from commandcenter.journal.ids import uuid7
from commandcenter.journal.reading.duty_log import LogLine
from commandcenter.reporting.watch_log import log_table
from tests.conftest import NOW

CASES = Item("cases:unsigned", "case", "unsigned", number="0716-A0011", count=3)
OWED = Item("clock:whistle/w:final_2", "report", "final_2", number="YJ-1", due_at=NOW, red=True)


class Watch:
    """A desk on the sample office."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = SetClock(NOW)
        door = open_door(folder, self.clock.now)
        assert isinstance(door, OwnDoor)
        self.door = door
        assert isinstance(door.submit(sample_office(NOW, lambda: uuid7(NOW))), Done)
        self.read = Read(folder)
        self.who: Who | None = None
        self.on: OnDuty = on_duty(self.read, NOW)

    def do(self, command: Command) -> None:
        outcome = self.door.submit(command, self.who)
        assert isinstance(outcome, Done), outcome

    def name(self, person: str) -> str:
        return self.read.reference.directory().people[person].name

    def paper(self, form: str, subject: str, **options: Any) -> str:
        data, _ = document_data(str(self.folder), "", form, subject, options=options, now=self.clock.now())
        return str(data)


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    folder = tmp_path / "data"
    folder.mkdir()
    found = Watch(folder)
    yield found
    found.read.close()
    found.door.close()
    shutil.rmtree(folder)


def test_f01_tells_who_stood_what_was_read_counted_and_signed(watch: Watch) -> None:
    on = watch.on
    before = watch.paper("handover", f"shift/{on.id}")
    assert "尚未交接。" in before
    assert before.count("未签") >= 2
    out, into = ([line.person for line in shift.of("clerk")] for shift in (on.shift, on.following))
    watch.do(Substitute(shift=on.id, person=on.leader, by="P0017", words="开会"))
    unit, called = next(iter(watch.read.reference.records("unit").items()))
    clocks = (Clock("answer_1", NOW + 60_000, unit), Clock("arrive", NOW + 120_000))
    items = (CASES, OWED, Item("whistle:w", "incident", "called", "河沿巷进水", "YJ-1", 2, NOW + 60_000, clocks=clocks))
    watch.do(SignInForShift(shift=on.next_id, person=into[0]))
    watch.do(BeginHandOver(shift=on.id, reason="发烧就医"))
    for item in items:
        watch.do(ReadItem(shift=on.id, item=item))
    watch.do(RemarkItem(shift=on.id, key=OWED.key, words="九点前报出"))
    for key, found in (("radio", 29), ("keys", 3), ("seal", 1), ("generator", 2)):
        watch.do(CountEquipment(shift=on.id, equipment=key, found=found, words="一部送修" if found == 29 else ""))
    watch.who = Who(on.leader)
    watch.do(ReportZero(shift=on.id, receiver="孔文", reason="区里22点收"))
    watch.do(LeaveShift(shift=on.id, person=out[1], forced=True, signed_by="P0017", typed="卫丽华", words="急病送医"))
    watch.do(SignHandOver(shift=on.id, person=out[0], side="out", typed=watch.name(out[0]), items=items))
    watch.clock.advance(1000)
    watch.do(SignHandOver(shift=on.id, person=into[0], side="into", typed=watch.name(into[0]), items=items))
    told = watch.paper("handover", f"shift/{on.id}")
    leader = watch.name(on.leader)
    assert f"卫丽华（替{leader}）" in told
    for words in (
        "未签收 0716-A0011 共3件",
        "终报 YJ-1",
        "九点前报出",
        "29部",
        "一部送修",
        "孔文接，区里22点收",
        "离交班还有10小时42分，发烧就医",
        f"{watch.name(out[0])}交，{watch.name(into[0])}接",
        "内部\\u3000存档",
        "急病送医",
        f"河沿巷进水 时限2项：响应 07-16 21:48 {called.get('name')}；",
        "（本人写名）",
        "卫丽华签字",
    ):
        assert words in told, words
    assert "未签'" not in told
    for person in (out[0], into[0]):
        assert f"{watch.name(person)} 2026-07-16 21:47" in told
    assert "'交班人', '接班人'" in told, "two places to sign on paper"
    assert "签字后" not in told, "as it was signed"
    watch.clock.advance(60_000)
    watch.do(DutyNote(words="北苇小区冒烟"))
    told = watch.paper("handover", f"shift/{on.id}")
    assert "'changed': True" in told
    assert told.index("北苇小区冒烟") > told.index("签字后的记事") > told.index("'交班人', '接班人'"), "it stands apart"
    assert f"'北苇小区冒烟', '{watch.name(on.leader)}'" in told, "who wrote it is named"


def test_limits_that_ran_out_are_gathered_and_do_not_bury_what_happened(watch: Watch) -> None:
    names = background_of(Reference(watch.read.reference, watch.clock.now), Whistle())
    units = list(watch.read.reference.records("unit"))[:3]
    over = [
        LogLine(
            *(EventId("n", at), NOW + at * 60_000, NOW, "report_in.deadline_raised", f"report_in/w/{unit}", ""),
            level="alarm",
            facts={"clock": "answer"},
            number="YJ-1",
            unit=unit,
        )
        for at, unit in enumerate(units)
    ]
    wrote = LogLine(EventId("n", 9), NOW + 9, NOW, "duty_note.written", "duty_note/1", "P0017", words={"words": "冒烟"})
    rows = log_table([over[0], wrote, *over[1:]], names)["rows"]
    first, second = names.unit(units[0]), names.unit(units[1])
    assert [row[2] for row in rows] == ["系统", names.person("P0017")]
    assert f"响应超时3家 YJ-1：{first} 21:47、{second} 21:48" in rows[0][1]


def test_a_shift_that_nobody_planned_is_not_printed(watch: Watch) -> None:
    with pytest.raises(Refused, match="nothing_to_print"):
        watch.paper("handover", "shift/20300101")


def test_the_table_of_a_month_has_every_day_and_the_shares(watch: Watch) -> None:
    told = watch.paper("duty_plan", "rota/main", month="2026-08")
    assert "2026年8月值班表" in told
    assert "31日" in told
    assert told.count("未排") == 0
    assert "休息日" in told
    assert watch.name(watch.on.leader) in told
    october = watch.paper("duty_plan", "rota/main", month="2026-10")
    assert "国庆节" in october
    assert october.count("'未排'") == 62, "a leader and clerks short on each of 31 days"
