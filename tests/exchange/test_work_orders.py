"""Work orders of other systems: what they tell of their end, what a newer export brings, and any bytes at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from commandcenter.domain.case_acts import RegisterCase
from commandcenter.domain.case_clocks import deadlines
from commandcenter.domain.clock import CHINA, HOUR, epoch_ms
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import folded
from commandcenter.exchange.importing import Choice, prepare
from commandcenter.exchange.rows import Reference
from commandcenter.journal import log
from dirty_workbook import REAL
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from importing_bench import Bench, bench  # noqa: F401
from openpyxl import Workbook

# ruff: noqa: F811  fixtures are imported by name

HEADINGS = (
    *(
        "工单编号",
        "工单标题",
        "工单内容",
        "受理时间",
        "诉求人",
        "联系电话",
        "工单类型",
        "涉及人数",
        "主办单位",
        "协办单位",
    ),
    *("派单时间", "首次联系时间", "办结时间", "是否解决", "满意度", "工单状态", "办理情况"),
)
MESSAGES = REAL / "citizen-messages.xlsx"
UNITS = Reference(units={"S03": "城市管理办公室", "S04": "平安建设办公室", "A1": "槐序社区"})
ENDED = (
    *(
        "GD-1",
        "路灯不亮",
        "胡同口路灯坏了三天。",
        "2026-06-01 09:00",
        "王女士",
        "100-0000-7777",
        "投诉",
        "12人",
        "城市管理办公室",
    ),
    *(
        "槐序社区、某物业公司",
        "2026-06-01 09:20",
        "2026-06-01 10:00",
        "2026-06-02 16:00",
        "已解决",
        "基本满意",
        "已办结",
    ),
    "已更换灯泡，来电人认可。",
)
OPEN = (
    *(
        "GD-2",
        "井盖松动",
        "井盖响。",
        "2026-07-15 09:00",
        "李先生",
        "",
        "咨询",
        "",
        "",
        "",
        "",
        "",
        "",
        "未回访",
        "未评价",
    ),
    *("办理中", ""),
)


def export(path: Path, *rows: Sequence[object], headings: Sequence[object] = HEADINGS) -> Path:
    """A workbook of work orders."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (headings, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def told(bench: Bench, columns: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in bench.rows(columns)]


def moment(text: str) -> int:
    return epoch_ms(datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=CHINA))


def test_an_order_that_ended_elsewhere_brings_its_end(bench: Bench, tmp_path: Path) -> None:
    report = bench.bring_in(export(tmp_path / "a.xlsx", ENDED, OPEN), Choice(live="recent"), reference=UNITS)
    assert (report.created, report.rejected) == (2, [])
    assert report.noted["unit_unknown"] == 1
    first, second = told(
        bench, "stage, open, lead, others, contacted_at, closed_at, solved, satisfied, result, nature, collective"
    )
    assert first == (
        *("closed", 0, "S03", "A1", moment("2026-06-01 10:00"), moment("2026-06-02 16:00"), 1, 1, "solved"),
        *("appeal", 12),
    )
    assert second[0] in ("to_judge", "history")
    assert second[6:8] == (None, None), "not asked is unknown, never a no"
    assert second[9] == "advice"


def test_the_answer_given_elsewhere_is_private_and_kept(bench: Bench, tmp_path: Path) -> None:
    bench.bring_in(export(tmp_path / "a.xlsx", ENDED), reference=UNITS)
    case = told(bench, "id")[0][0]
    fact = next(iter(log.facts_of(bench.engine.journal.connection, f"case/{case}")))
    assert (fact.private or {})["answer"] == "已更换灯泡，来电人认可。"
    assert "答" not in str(fact.body)
    assert list(fact.body["outcome"]["elsewhere"]) == ["某物业公司"]


def test_a_newer_export_brings_what_is_new_and_nothing_twice(bench: Bench, tmp_path: Path) -> None:
    bench.bring_in(export(tmp_path / "a.xlsx", ENDED, OPEN), reference=UNITS)
    closed = list(OPEN)
    closed[12], closed[13], closed[14], closed[15] = "2026-07-15 15:00", "未解决", "不满意", "已办结"
    newer = export(tmp_path / "b.xlsx", ENDED, closed)
    report = bench.bring_in(newer, reference=UNITS)
    assert (report.created, report.already_there, report.updated) == (0, 2, 1)
    assert told(bench, "stage, solved, satisfied, result")[1] == ("closed", 0, 0, "explained")
    before = bench.engine.journal.connection.total_changes
    again = bench.bring_in(newer, reference=UNITS)
    assert (again.already_there, again.updated) == (2, 0)
    assert bench.engine.journal.connection.total_changes == before


def test_a_rehearsal_counts_what_would_be_updated(bench: Bench, tmp_path: Path) -> None:
    bench.bring_in(export(tmp_path / "a.xlsx", OPEN), reference=UNITS)
    closed = (*OPEN[:15], "已办结", "已处理")
    newer = export(tmp_path / "b.xlsx", closed)
    assert bench.bring_in(newer, reference=UNITS, dry_run=True).updated == 1
    assert bench.bring_in(newer, reference=UNITS).updated == 1


def test_what_was_taken_down_here_is_never_written_over(bench: Bench, tmp_path: Path) -> None:
    bench.bring_in(export(tmp_path / "a.xlsx", OPEN), reference=UNITS)
    changed = list(OPEN)
    changed[4], changed[5], changed[15] = "赵先生", "100-0000-9999", "已办结"
    bench.bring_in(export(tmp_path / "b.xlsx", changed), reference=UNITS)
    assert told(bench, "reporter, phone") == [("李先生", "100-0000-9999")], "what stood stays, what was empty is filled"


def test_a_case_in_hand_here_keeps_its_stage(bench: Bench, tmp_path: Path) -> None:
    from commandcenter.domain.case_acts import AdoptCase
    from commandcenter.domain.case_dispatch_acts import RefuseCase

    bench.bring_in(export(tmp_path / "a.xlsx", OPEN), reference=UNITS)
    case = str(told(bench, "id")[0][0])
    bench.submit(AdoptCase(case=case))
    bench.submit(RefuseCase(case=case, reason="outside_duty", words="不属本街道职责，已告知向区里反映"))
    bench.bring_in(export(tmp_path / "b.xlsx", (*OPEN[:15], "办理中", "已转办")), reference=UNITS)
    assert told(bench, "stage") == [("refused",)]


def test_nothing_is_invented_of_an_order_that_ended_elsewhere(bench: Bench, tmp_path: Path) -> None:
    """It went live here under our clocks; then its source says it ended: no signature, no limit of ours, no untold feedback."""
    fresh = list(OPEN)
    fresh[3] = datetime.fromtimestamp((bench.wall() - HOUR) / 1000, CHINA).strftime("%Y-%m-%d %H:%M")
    bench.bring_in(export(tmp_path / "a.xlsx", fresh), Choice(live="all"), reference=UNITS)
    case = str(told(bench, "id")[0][0])
    closed = [*fresh[:15], "已办结", "已处理"]
    closed[8] = "城市管理办公室"
    report = bench.bring_in(export(tmp_path / "b.xlsx", closed), reference=UNITS)
    assert (report.updated, report.cases) == (1, [case])
    state = folded(f"case/{case}", log.facts_of(bench.engine.journal.connection, f"case/{case}"))
    assert (state.stage, state.result, state.solved, state.closed_at, state.due_at) == ("closed", "", None, None, None)
    (line,) = state.assignees
    assert (line.unit, line.signed_at, line.sign_due_at, line.fed_back_at) == ("S03", None, None, None)
    assert "resolve" not in [one.name for one in deadlines(state)]


def test_moments_that_cannot_be_are_left_empty_and_told(bench: Bench, tmp_path: Path) -> None:
    strange = list(ENDED)
    strange[10], strange[11], strange[12] = "昨天", "2026-05-01 08:00", "2199-01-01"
    report = bench.bring_in(export(tmp_path / "a.xlsx", strange), reference=UNITS)
    assert report.created == 1
    assert (report.noted["moment_unreadable"], report.noted["ends_before_it_began"]) == (1, 1)
    assert report.noted["moment_in_future"] == 1
    assert told(bench, "stage, contacted_at, closed_at") == [("closed", None, None)]


# --- files as they come -----------------------------------------------------------------------------------------------

DIRTY = "\r\n".join(
    (
        "青榆街道二〇二六年上半年工单台账;;;;;;",
        "制表：指挥中心;;;;;;",
        ";;诉求信息;;;办理信息;",
        "工单编号;工单标题;工单内容;受理时间;联系电话;主办单位;办结时间",
        "GD-101;路灯不亮;望潮街 3 号院路灯坏了；夜里看不见;2026/6/1 9:05;100-0000-1111;城市管理办公室;2026/6/2",
        'GD-102;"井盖;松动";"=HYPERLINK(""http://x"",""点我"")";46174.5;1000000222;平安建设办公室;',
        "GD-103;噪声扰民;=1+1;1900/1/1;;某某公司;",
        "GD-104;;;2026/6/3 10:00;;;",
        "GD-101;路灯不亮;望潮街 3 号院路灯坏了；夜里看不见;2026/6/1 9:05;100-0000-1111;城市管理办公室;2026/6/2",
        ";;;;;;",
        "合计;3;;;;;",
    )
)
"""A hand-made export: GB18030, semicolons, a title over merged cells, two heads, a formula as text, a day number, a date of 1900."""


def test_a_dirty_table_comes_in_right(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(DIRTY.encode("gb18030"))
    report = bench.bring_in(path, reference=UNITS)
    rows = {str(row[0]): row[1:] for row in told(bench, "source_number, title, text, received_at, phone, lead, stage")}
    assert rows["GD-101"] == (
        *(
            "路灯不亮",
            "望潮街 3 号院路灯坏了；夜里看不见",
            moment("2026-06-01 09:05"),
            "100-0000-1111",
            "S03",
            "closed",
        ),
    )
    assert rows["GD-102"][:3] == ("井盖;松动", '=HYPERLINK("http://x","点我")', moment("2026-06-01 12:00"))
    assert rows["GD-102"][4:] == ("", "history"), "without an end it has no outcome, and no unit is invented"
    assert {(line.row, line.reason) for line in report.rejected} == {
        *((7, "time_unreadable"), (8, "title_missing"), (11, "time_missing")),
    }
    assert (report.created, report.already_there) == (2, 1)


@pytest.mark.skipif(not MESSAGES.exists(), reason="the real workbook is not part of the repository")
def test_the_second_sheet_of_the_real_workbook_alone(bench: Bench) -> None:
    second = prepare(MESSAGES, Choice()).sheets[1].sheet
    report = bench.bring_in(MESSAGES, Choice(sheets=(second,)))
    counts = report.sheets[0]
    assert counts.rows == counts.created + counts.already_there + counts.rejected
    assert (counts.created, counts.already_there, counts.rejected) == (SECOND, SECOND_AGAIN, 0)
    assert len(bench.rows()) == SECOND
    assert bench.bring_in(MESSAGES, Choice(sheets=(second,))).created == 0
    both = bench.bring_in(MESSAGES)
    assert both.created + SECOND == 4326


SECOND, SECOND_AGAIN = 883, 0
"""Rows of the second sheet, all with a number of their own: counted with another program."""


@given(
    content=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=300).map(lambda text: text.encode("gb18030", "replace")),
        st.lists(
            st.lists(
                st.sampled_from(
                    (
                        "工单编号",
                        "工单标题",
                        "受理时间",
                        "办结时间",
                        "满意度",
                        "GD-1",
                        "路灯",
                        "2026-06-01",
                        "=1",
                        "",
                        "满意",
                        "\x00",
                    )
                ),
                min_size=1,
                max_size=6,
            ),
            max_size=8,
        ).map(lambda rows: "\n".join(";".join(row) for row in rows).encode()),
    ),
    suffix=st.sampled_from((".csv", ".xlsx", ".xls", ".txt")),
)
@example(content=b"PK\x03\x04" + bytes(60), suffix=".xlsx")
@example(content="工单编号,工单标题,受理时间\nGD-1,路灯,2026-06-01".encode(), suffix=".csv")
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_any_bytes_are_a_clear_error_or_whole_rows(bench: Bench, tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(content)
    before = len(bench.rows())
    try:
        report = bench.bring_in(path)
    except Refused:
        assert len(bench.rows()) == before
        return
    counts = report.sheets
    assert sum(sheet.rows for sheet in counts) == sum(
        sheet.created + sheet.already_there + sheet.rejected for sheet in counts
    )
    assert len(bench.rows()) == before + report.created
    assert bench.bring_in(path).created == 0


def test_registering_by_hand_does_not_care_for_the_end_of_orders(bench: Bench) -> None:
    from commandcenter.domain.case_acts import Matter

    at = bench.wall()
    bench.submit(RegisterCase(matter=Matter(title="路灯不亮", received_at=at - HOUR, outcome={"closed_at": at})))
    assert told(bench, "stage") == [("to_judge",)]
