"""Exports open in a spreadsheet, hide who complained, and never bring a formula with them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from commandcenter.domain.clock import CHINA, epoch_ms
from commandcenter.domain.refusal import Refused
from commandcenter.exchange import spreadsheet
from commandcenter.exchange.exporting import Names, export_cases
from commandcenter.exchange.spreadsheet import Moment, SheetWriter
from commandcenter.exchange.tables import guarded
from commandcenter.exchange.words import word, words
from commandcenter.exchange.workbook import open_workbook
from commandcenter.journal.reading.foreign import WholeCase
from commandcenter.journal.trouble import Trouble
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

AT = epoch_ms(datetime(2026, 7, 16, 21, 47, tzinfo=CHINA))
CASE = WholeCase(
    doc=1,
    id="c1",
    number="2026-0716-A0001",
    source_number="188006",
    channel="hotline",
    stage="handling",
    grade="urgent",
    category="k1",
    title='=HYPERLINK("http://x")',
    text="来电13800000001，灯不亮。\n第二段",
    place="B03",
    place_words="@槐序一巷",
    community="A3",
    lead="S03",
    others="A1 A2",
    reporter="王某某",
    phone="13800000001",
    anonymous=0,
    received_at=AT,
    registered_at=AT,
    due_at=None,
    closed_at=None,
    solved=1,
    satisfied=None,
    result="",
)
NAMES = Names({"B03": "槐序一巷5号", "A3": "槐序社区"}, {"S03": "城管办", "A1": "甲社区"}, {"k1": "市政/路灯"})


def silent(done: int, total: int) -> None:
    """Progress that nobody looks at."""


def exported(path: Path, *cases: WholeCase, masked: bool = True) -> list[dict[str, object]]:
    assert export_cases(path, cases, len(cases), NAMES, masked=masked, progress=silent) == len(cases)
    if path.suffix == ".csv":
        return [dict(line) for line in csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""))]
    sheet = load_workbook(path).active
    assert sheet is not None
    heading, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".XLSX"])
def test_a_case_in_words(suffix: str, tmp_path: Path) -> None:
    (row,) = exported(tmp_path / f"案件{suffix}", CASE)
    assert row["编号"] == "2026-0716-A0001"
    assert (row["发现途径"], row["状态"], row["等级"]) == ("热线与互动平台", "办理中", "特急件")
    assert (row["分类"], row["点位"], row["社区"]) == ("市政/路灯", "槐序一巷5号", "槐序社区")
    assert (row["主办"], row["协办"]) == ("城管办", "甲社区、A2")
    assert row["是否解决"] == "是"
    assert not row["是否满意"]
    assert not row["办理时限"]
    assert str(row["收到时间"])[:16] == "2026-07-16 21:47"


def test_times_are_dates_a_spreadsheet_can_sort(tmp_path: Path) -> None:
    (row,) = exported(tmp_path / "a.xlsx", CASE)
    assert row["收到时间"] == datetime(2026, 7, 16, 21, 47)  # noqa: DTZ001  a date cell has no zone


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_people_are_masked_unless_asked_otherwise(suffix: str, tmp_path: Path) -> None:
    (row,) = exported(tmp_path / f"a{suffix}", CASE)
    assert (row["反映人"], row["电话"]) == ("王**", "138****0001")
    assert row["内容"] == "来电138****0001，灯不亮。\n第二段"
    (row,) = exported(tmp_path / f"b{suffix}", CASE, CASE._replace(anonymous=1))[:1]
    (open_row, anonymous) = exported(tmp_path / f"c{suffix}", CASE, CASE._replace(anonymous=1), masked=False)
    assert (open_row["反映人"], open_row["电话"]) == ("王某某", "13800000001")
    assert anonymous["反映人"] == "匿名"


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_begins_a_formula(suffix: str, start: str, tmp_path: Path) -> None:
    (row,) = exported(tmp_path / f"a{suffix}", CASE._replace(title=f"{start}1+1", place_words=f"{start}cmd"))
    assert str(row["标题"]).startswith("'")
    assert str(row["地点"]).startswith("'")
    if suffix == ".xlsx":
        sheet = load_workbook(tmp_path / "a.xlsx").active
        assert sheet is not None
        assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "d", "n", "inlineStr"}


@given(st.text())
def test_guarding_leaves_the_words(text: str) -> None:
    assert guarded(text).removeprefix("'") in (text, text.removeprefix("'"))
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4))
def test_any_words_come_back_from_a_spreadsheet(texts: list[str]) -> None:
    file = io.BytesIO()
    with SheetWriter(file, "表", ["一"], [10]) as sheet:
        for text in texts:
            sheet.write([text])
    found = load_workbook(io.BytesIO(file.getvalue())).active
    assert found is not None
    wanted = [spreadsheet.plain_text(text).replace("\r\n", "\n").replace("\r", "\n") or None for text in texts]
    read = [found.cell(place, 1).value for place in range(2, len(texts) + 2)]
    assert [str(text).replace("\r\n", "\n").replace("\r", "\n") if text else None for text in read] == wanted


def test_long_and_broken_words_are_cut_to_what_a_cell_holds(tmp_path: Path) -> None:
    exported(tmp_path / "a.xlsx", CASE._replace(text="长" * 40_000, title="\x00坏\x0b字\ud800符_x0041_"))
    rows = [cells for _, cells in open_workbook(tmp_path / "a.xlsx").table("案件")]
    row = dict(zip(rows[0], rows[1], strict=True))
    assert len(str(row["内容"])) == spreadsheet.LONGEST_CELL
    assert row["标题"] == "坏字符_x0041_"
    (row,) = exported(tmp_path / "a.csv", CASE._replace(text="长" * 40_000, title="坏\ud800字"))
    assert len(str(row["内容"])) == 40_000


def test_a_second_sheet_begins_where_the_first_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 3)
    path = tmp_path / "a.xlsx"
    assert export_cases(path, [CASE] * 7, 7, NAMES, progress=silent) == 7
    book = load_workbook(path)
    assert book.sheetnames == ["案件", "案件 2", "案件 3"]
    assert [sheet.max_row for sheet in book] == [4, 4, 2]
    assert open_workbook(path).sheets[1].name == "案件 2"


def stop_after(calls: int) -> Callable[[int, int], None]:
    left = iter(range(calls))

    def progress(done: int, total: int) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    return progress


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_stopped_export_leaves_what_was_there(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text("before")
    with pytest.raises(KeyboardInterrupt):
        export_cases(path, [CASE] * 1200, 1200, NAMES, progress=stop_after(2))
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="export_kind_unknown"):
        export_cases(tmp_path / "a.pdf", [], 0, NAMES, progress=silent)
    with pytest.raises(Trouble, match="not_found"):
        export_cases(tmp_path / "没有" / "a.csv", [CASE], 1, NAMES, progress=silent)


def test_progress_reaches_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export_cases(
        tmp_path / "a.csv", [CASE] * 1001, 1001, NAMES, progress=lambda done, total: told.append((done, total))
    )
    assert told == [(0, 1001), (500, 1001), (1000, 1001), (1001, 1001)]


def test_a_moment_is_office_time() -> None:
    file = io.BytesIO()
    with SheetWriter(file, "表", ["一", "二"], [10, 10]) as sheet:
        sheet.write([Moment(AT), 5])
    found = load_workbook(io.BytesIO(file.getvalue())).active
    assert found is not None
    assert found["A2"].value == datetime(2026, 7, 16, 21, 47)  # noqa: DTZ001
    assert found["B2"].value == 5


def test_every_code_has_a_word() -> None:
    from commandcenter.domain.case import CHANNELS, MOVES, REFUSALS
    from commandcenter.domain.limit import GRADES

    assert set(words()["stage"]) == set(MOVES)
    assert set(words()["channel"]) == set(CHANNELS)
    assert set(words()["grade"]) == set(GRADES)
    brought = {"transferred", "suspended", "refused"}  # by orders that ended elsewhere
    assert {"solved", "explained", *brought, *REFUSALS} == set(words()["result"])
    assert word("stage", "new_one") == "〔new_one〕"
