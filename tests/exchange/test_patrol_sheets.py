"""Sheets of patrols and attendance: any sensible layout and the JSON of a phone app, dirt named with its row and left out."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from commandcenter.domain.clock import DAY, HOUR, MINUTE, at_local, local_date
from commandcenter.domain.patrol_plan import Checklist, Item
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Appointment, Directory, Person, Place
from commandcenter.exchange.patrol_sheets import (
    Known,
    PatrolReader,
    Read,
    Turned,
    choices_of,
    fields_of,
    open_table,
    read_attendance,
    signature_of,
)
from commandcenter.exchange.rejects import FROM, WHY, save_rows
from hypothesis import given
from hypothesis import strategies as st

from conftest import NOW

TODAY = local_date(NOW)
SEVEN = at_local(TODAY, 7)
PLACES = (
    Place("A2", "石榴社区", "community"),
    Place("J09", "石榴院胡同", "alley", "A2"),
    Place("J10", "石榴院北巷", "alley", "A2"),
    Place("B1", "石榴院9号楼", "building", "A2", "J09"),
)
PEOPLE = (
    Person("P1", "闫秀英", "100"), Person("P2", "雷志远", "101"), Person("P3", "闫秀英", "102"),
    Person("P4", "康红霞", "103"),
)  # fmt: skip
POSTS = (
    Appointment("a", "P1", "steward", "place/J09"),
    Appointment("b", "P2", "alley_chief", "place/J09"),
    Appointment("c", "P3", "steward", "place/J10"),
)
DIRECTORY = Directory({one.id: one for one in PLACES}, {one.id: one for one in PEOPLE}, POSTS)
WITHOUT = Checklist("without", "十无", (Item("piling", "无堆物堆料"), Item("road", "无道路破损")))
TURN = Turned("J09-steward.20260716", "J09", "P1", SEVEN, SEVEN + 3 * HOUR)
KNOWN = Known(DIRECTORY, {"without": WITHOUT}, (TURN,))


def told(path: Path, columns: dict[str, int] | None = None) -> Read:
    return PatrolReader(open_table(path, "patrol", "", columns), KNOWN, NOW).read()


@pytest.fixture
def dirty(tmp_path: Path) -> Path:
    """A sheet as a community keeps it: a title, several rows a walk, hours without a day, words for nothing, strangers."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["石榴社区街巷巡查台账（7月）"])
    sheet.append([])
    sheet.append(["记录 编号", "日 期", "开始时间", "结束时间", "街巷", "巡查人", "身份", "里程（公里）", "问题类型", "发现问题", "具体位置",
                  "处理结果", "是否解决", "天气"])  # fmt: skip
    for line in (
        ["1", "2026-07-16", "07:10", "07:50", "石榴院胡同", "闫秀英", "小巷管家", "0.8", "堆物堆料", "楼道堆放纸箱", "9号楼",
         "已清走", "是", "晴"],
        ["1", "2026-07-16", "07:10", "07:50", "石榴院胡同", "闫秀英", "小巷管家", "0.8", "", "井盖破损", "巷口", "", "", ""],
        ["2", "2026年7月15日", "9:00", "9:30", "石榴院胡同", "雷志远", "巷长", "", "", "无", "", "", "", "小雨"],
        ["3", "2026-07-15", "16:00", "", "石榴院北巷", "闫秀英", "", "600米", "", "正常", "", "", "", ""],
        ["4", "2026-07-15", "16:00", "16:20", "别处胡同", "闫秀英", "", "", "", "", "", "", "", ""],
        ["5", "2026-07-15", "16:00", "16:20", "石榴院胡同", "某某某", "", "", "", "", "", "", "", ""],
        ["6", "2026-07-15", "下午", "", "石榴院胡同", "雷志远", "", "", "", "", "", "", "", ""],
        ["7", "2027-07-15", "16:00", "", "石榴院胡同", "雷志远", "", "", "", "", "", "", "", ""],
        ["8", "2026-07-14", "08:00", "09:00", "石榴院胡同", "雷志远", "", "很远", "", "", "", "", "", ""],
        ["1", "2026-07-14", "08:00", "09:00", "石榴院胡同", "雷志远", "", "", "", "", "", "", "", ""],
        ["", "", "", "", "", "", "", "", "", "", "", "", "", ""],
        ["9", "2026-07-14", "23:30", "00:20", "石榴院9号楼", "雷志远", "", "", "", "飞线充电", "", "已劝，未整改", "否", ""],
    ):  # fmt: skip
        sheet.append(line)
    path = tmp_path / "巡查台账.xlsx"
    book.save(path)
    return path


def test_a_dirty_sheet_is_read_and_what_cannot_be_is_named(dirty: Path) -> None:
    found = told(dirty)
    assert [(row, code) for row, code in found.rejected] == [
        (8, "patrol_place_unknown"), (9, "patrol_person_unknown"), (10, "time_unreadable"), (11, "time_in_future"),
        (12, "length_unreadable"), (13, "patrol_number_taken"),
    ]  # fmt: skip
    first, second, third, last = found.walks
    assert (first.turn, first.person, first.role, first.length_m) == (TURN.id, "P1", "steward", 800)
    assert (first.begun_at, first.ended_at) == (SEVEN + 10 * MINUTE, SEVEN + 50 * MINUTE)
    assert [(one.words, one.kind, one.outcome, one.how, one.solved) for one in first.findings] == [
        ("楼道堆放纸箱", "piling", "handled", "clean", True), ("井盖破损", "", "", "", False),
    ]  # fmt: skip
    assert (second.role, second.weather, second.findings, second.turn) == ("alley_chief", "rain", (), "")
    assert (third.person, third.ended_at) == ("P3", third.begun_at), "an end that was not told is not made up"
    assert (last.place, last.ended_at - last.begun_at) == ("J09", 50 * MINUTE)
    assert last.findings[0].solved is False
    assert last.findings[0].how == "talk"


def test_of_two_people_of_one_name_the_one_of_that_street_is_meant(dirty: Path) -> None:
    by_place = {walk.place: walk.person for walk in told(dirty).walks if walk.person in ("P1", "P3")}
    assert by_place == {"J09": "P1", "J10": "P3"}


def test_the_same_sheet_brought_again_names_the_same_walks(dirty: Path) -> None:
    assert [walk.key for walk in told(dirty).walks] == [walk.key for walk in told(dirty).walks]
    assert len({walk.key for walk in told(dirty).walks}) == 4


def test_the_json_of_a_phone_app_is_read(tmp_path: Path) -> None:
    content = {
        "data": [
            {
                "recordId": "R-1", "street": "石榴院胡同", "patroller": "闫秀英", "startTime": "2026-07-16T07:05:00+08:00",
                "endTime": "2026-07-16T07:45:00+08:00", "distance": 820, "weather": "晴",
                "problems": [
                    {"type": "堆物堆料", "description": "楼道堆物", "location": "2门", "urgent": True},
                    {"description": "路灯不亮", "solved": "否"},
                ],
            },
            {"recordId": "R-2", "street": "石榴院北巷", "patroller": "康红霞", "startTime": 1784158000000, "problems": []},
        ]
    }  # fmt: skip
    path = tmp_path / "patrols.json"
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    found = told(path)
    assert not found.rejected
    first, second = found.walks
    assert (first.turn, first.length_m, first.weather) == (TURN.id, 820, "clear")
    assert [(one.words, one.danger) for one in first.findings] == [("楼道堆物", True), ("路灯不亮", False)]
    assert (second.place, second.role) == ("J10", "steward")


@pytest.mark.parametrize("content", ["", "{", "[1, 2]x", '{"a": 1}', "null", "[[[[[" * 9000])
def test_what_is_no_list_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, "utf-8")
    with pytest.raises(Refused) as error:
        open_table(path, "patrol")
    assert error.value.code == "json_unreadable"


def test_columns_are_chosen_by_hand_and_missing_ones_named(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["甲", "乙", "丙"], ["石榴院胡同", "雷志远", "2026-07-15 09:00"]])
    with pytest.raises(Refused) as error:
        told(path)
    assert error.value.code == "patrol_columns_missing"
    assert told(path, {"place": 0, "person": 1, "begun": 2}).walks[0].person == "P2"
    assert set(fields_of("patrol")) >= {"place", "person", "begun", "found"}


@given(
    lines=st.lists(
        st.lists(st.one_of(st.text(max_size=12), st.sampled_from(["石榴院胡同", "闫秀英", "2026-07-15 08:00", "无", "是"])),
                 min_size=6, max_size=6),
        max_size=12,
    )
)  # fmt: skip
def test_whatever_stands_in_the_cells_every_row_is_a_walk_or_named(
    tmp_path_factory: pytest.TempPathFactory, lines: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("rows") / "x.json"
    names = ["街巷", "巡查人", "开始时间", "结束时间", "里程", "发现问题"]
    told_lines = [dict(zip(names, line, strict=True)) for line in lines]
    path.write_text(json.dumps([dict.fromkeys(names, ""), *told_lines]), "utf-8")
    found = told(path)
    rejected = {row for row, _ in found.rejected}
    assert all(2 < row <= len(lines) + 2 for row in rejected)
    for walk in found.walks:
        assert walk.begun_at <= walk.ended_at <= NOW + MINUTE
        assert walk.ended_at - walk.begun_at <= DAY


def test_attendance_with_hours_times_and_doubled_names(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["双报到签到表"])
    sheet.append(["序号", "姓名", "所在党组织", "政治面貌", "服务时长", "签到时间", "签退时间"])
    for line in (
        [1, "林可欣", "区图书馆党支部", "中共党员", "1.5小时", "", ""],
        [2, "赵一帆", "区图书馆党支部", "群众", "90分钟", "", ""],
        [3, "孙晓敏", "", "", "", "09:00", "11:30"],
        [4, "林可欣", "区图书馆党支部", "中共党员", "1", "", ""],
        [5, "", "无名", "", "2", "", ""],
        [6, "周明", "", "", "99", "", ""],
        [7, "吴静", "", "", "", "", ""],
    ):
        sheet.append(line)
    path = tmp_path / "签到.xlsx"
    book.save(path)
    found, rejected = read_attendance(open_table(path, "attendance"))
    assert [(one.name, one.minutes, one.member) for one in found] == [
        ("林可欣", 150, True), ("赵一帆", 90, False), ("孙晓敏", 150, False), ("吴静", None, False),
    ]  # fmt: skip
    assert rejected == [(7, "name_missing"), (8, "attendance_hours")]


def test_rejected_rows_of_a_phone_app_are_a_table_that_comes_in_once_mended(tmp_path: Path) -> None:
    walks = [
        {"街巷": "石榴院胡同", "巡查人": "雷志远", "开始时间": "2026-07-15 09:00", "findings": [
            {"问题描述": "井盖破损", "具体位置": "巷口"}, {"问题描述": "=1+1"}]},
        {"街巷": "别处胡同", "巡查人": "雷志远", "开始时间": "2026-07-15 11:00", "findings": [{"问题描述": "飞线"}]},
    ]  # fmt: skip
    path = tmp_path / "巡查.json"
    path.write_text(json.dumps({"data": walks}, ensure_ascii=False), "utf-8")
    table = open_table(path, "patrol")
    read = PatrolReader(table, KNOWN, NOW).read()
    assert read.rejected == ((4, "patrol_place_unknown"),)
    written = save_rows(path, table.layout.sheet, table.layout.headings, table.rows, {4: "没有这条街巷", 2: "试"})
    book = openpyxl.load_workbook(written)
    sheet = book.active
    assert [cell.value for cell in sheet[1]] == [*table.layout.headings, WHY, FROM]
    assert [sheet.cell(row, len(table.layout.headings) + 1).value for row in (2, 3)] == ["试", "没有这条街巷"]
    sheet["A3"] = "石榴院北巷"
    book.save(written)
    mended = told(written)
    assert [(walk.place, [one.words for one in walk.findings]) for walk in mended.walks] == [
        ("J09", ["井盖破损"]), ("J10", ["飞线"]),
    ]  # fmt: skip
    assert save_rows(path, "x", ["街巷"], [], {}) != written, "a file that is there is never replaced"


def test_columns_chosen_by_hand_are_those_of_the_next_sheet_with_these_headings(tmp_path: Path) -> None:
    def sheet(name: str, headings: list[str], line: list[str]) -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([headings, line])
        return path

    first = sheet(
        "七月.csv", ["哪里", "谁", "何时", "日期"], ["石榴院胡同", "雷志远", "2026-07-15 09:00", "2026-07-14"]
    )
    plain = open_table(first, "patrol")
    assert "place" not in plain.layout.columns
    chosen = {"place": 0, "person": 1, "begun": 2}
    signature = signature_of("patrol", plain.layout.headings)
    kept = {signature: choices_of("patrol", plain.layout.headings, chosen)}
    assert open_table(first, "patrol", remembered=kept).layout.columns == chosen, "and what was left out stays out"
    other = sheet(
        "八月.csv", ["日期", "何时", "谁", "哪里"], ["2026-07-14", "2026-07-15 09:00", "雷志远", "石榴院胡同"]
    )
    assert open_table(other, "patrol", remembered=kept).layout.columns == {"place": 3, "person": 2, "begun": 1}
    assert open_table(other, "patrol", "", {"place": 3}, kept).layout.columns == {"place": 3}, "what is chosen now wins"
    twice = ["时间", "时间", "街巷", "巡查人"]
    assert signature_of("patrol", twice) != signature_of("patrol", twice[::-1])
    assert choices_of("patrol", twice, {"begun": 1})["begun"] == "B"
    assert signature_of("patrol", twice) != signature_of("attendance", twice)
