"""Columns are recognised by their headings, else by what stands in them, and can be changed by hand."""

from __future__ import annotations

import pytest
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.mapping import ColumnMap, choices_from, letter_of, recognise
from commandcenter.exchange.workbook import Cell


def recognised(*rows: list[Cell]) -> ColumnMap:
    return recognise("表", list(enumerate(rows, start=1)))


def fields(*rows: list[Cell]) -> dict[str, str]:
    return {field: letter_of(index) for field, index in recognised(*rows).fields.items()}


ROW: list[Cell] = [
    "G2019001",
    "某某",
    "路灯不亮",
    "2019/2/28",
    "楼下的路灯不亮了，已经报修两次，一直没有人来看，夜里很黑。",
]


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        (
            ["留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "反对数", "点赞数", "五"],
            {"number": "A", "reporter": "B", "title": "C", "time": "D", "text": "E"},
        ),
        (
            [
                "工单编号",
                "来电人",
                "来电号码",
                "诉求标题",
                "诉求内容",
                "受理时间",
                "办理时限",
                "事发地址",
                "诉求类型",
                "诉求来源",
                "紧急程度",
                "所属社区",
            ],
            {
                "number": "A",
                "reporter": "B",
                "phone": "C",
                "title": "D",
                "text": "E",
                "time": "F",
                "due": "G",
                "place": "H",
            }
            | {"category": "I", "channel": "J", "grade": "K", "community": "L"},
        ),
        (["编号*", "标 题：", "内容（必填）", "时间"], {"number": "A", "title": "B", "text": "C", "time": "D"}),
        (
            ["ID", "Title", "Content", "Created_At", "Phone"],
            {"number": "A", "title": "B", "text": "C", "time": "D", "phone": "E"},
        ),
        (
            ["受理单位", "办结时间", "答复内容", "来电时间", "反映内容", "身份证号", "处理结果"],
            {"time": "D", "text": "E", "closed": "B", "answer": "G"},
        ),
        (["事项", "联系方式", "点位", "登记日期"], {"title": "A", "phone": "B", "place": "C", "time": "D"}),
    ],
)
def test_headings_of_many_offices(headings: list[Cell], wanted: dict[str, str]) -> None:
    assert fields(headings, ["x"] * len(headings)) == wanted


def test_the_heading_need_not_be_the_first_row() -> None:
    found = recognised(
        ["青榆街道工单明细表"], [], ["制表：某某"], ["工单编号", "姓名", "标题", "受理时间", "内容"], ROW
    )
    assert found.heading_row == 4
    assert set(found.fields) == {"number", "reporter", "title", "time", "text"}


def test_without_helpful_headings_the_content_tells() -> None:
    told = {"number": "A", "title": "C", "time": "D", "text": "E"}
    assert fields(["列一", "列二", "列三", "列四", "列五"], ROW, ["G2019002", *ROW[1:]]) == told
    assert recognised(["列一", "列二", "列三", "列四", "列五"], ROW).heading_row == 1


def test_without_any_heading_the_first_row_is_data() -> None:
    found = recognised(ROW, ["G2019002", *ROW[1:]])
    assert found.heading_row == 0
    assert found.fields == {"number": 0, "title": 2, "time": 3, "text": 4}
    assert all(column.by in ("content", "") for column in found.columns)


def test_a_running_number_is_no_identity() -> None:
    rows: list[list[Cell]] = [["序号", "工单号", "标题", "时间"]]
    rows += [[float(place), f"G{place}", "路灯", "2019/2/28"] for place in range(1, 6)]
    assert fields(*rows)["number"] == "B"
    assert "number" not in fields(*[[row[0], *row[2:]] for row in rows])


def test_unused_columns_are_named_and_what_is_missing_is_said() -> None:
    found = recognised(["标题", "点赞数", "五"], ["路灯", 1, 2])
    assert [(column.letter, column.heading) for column in found.unused] == [("B", "点赞数"), ("C", "五")]
    assert found.missing == ("time",)
    assert recognised(["甲", "乙"], [1, 2]).missing == ("title", "time")


def test_columns_are_chosen_by_hand_by_letter_or_heading() -> None:
    found = recognised(["编号", "标题", "题目二", "时间"], ["G1", "甲", "乙", "2019/2/28"])
    by_letter = found.given(choices_from(["title=c", "number="]))
    assert by_letter.fields == {"title": 2, "time": 3}
    assert by_letter.heading_of("title") == "题目二"
    assert found.given({"title": "题目二"}).fields["title"] == 2
    assert next(column for column in by_letter.columns if column.field == "title").by == "hand"


def test_a_wrong_choice_is_refused() -> None:
    found = recognised(["标题", "时间"], ["甲", "2019/2/28"])
    with pytest.raises(Refused, match="column_unknown"):
        found.given({"title": "Q"})
    with pytest.raises(Refused, match="field_unknown"):
        found.given({"titel": "A"})
    with pytest.raises(Refused, match="choice_unreadable"):
        choices_from(["title"])


def test_choices_are_remembered_for_the_same_headings() -> None:
    headings: list[Cell] = ["编号", "标题", "题目二", "时间"]
    first = recognised(headings, ["G1", "甲", "乙", "2019/2/28"]).given({"title": "C"})
    again = recognised(["说明"], headings, ["G9", "丙", "丁", "2020/2/28"])
    assert again.signature == first.signature
    assert again.given(first.choices()).fields == first.fields
    assert recognised([*headings, "五"], ["G1", "甲", "乙", "2019/2/28", 0]).signature != first.signature


def test_the_source_does_not_change_with_other_columns() -> None:
    short = recognised(["留言编号", "留言主题", "留言时间"], ["G1", "甲", "2019/2/28"])
    wide = recognised(["五", "留言时间", "留言编号：", "点赞数", "留言主题"], [0, "2019/2/28", "G1", 1, "甲"])
    other = recognised(["工单编号", "留言主题", "留言时间"], ["G1", "甲", "2019/2/28"])
    assert short.source == wide.source != other.source
