"""Responsibility lists out of files: any sensible layout is read, what is wrong is named, nothing of ours is overwritten by chance."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from commandcenter.domain.refusal import Refused
from commandcenter.domain.responsibility import BASES, BLOCKS, PARTS, Item
from commandcenter.exchange.duty_list import HEADINGS, Found, alike, differences, export_rows, look_into
from commandcenter.exchange.tables import write_table
from hypothesis import given
from hypothesis import strategies as st

texts = st.text("负责组织参与社区消防排水树木噪声停车a1", min_size=4, max_size=20)


def found_in(path: Path, **more: object) -> list[Found]:
    told = look_into(path, **more)  # type: ignore[arg-type]
    return [Found(row, fields, wrong) for row, fields, wrong in told["found"]]


@pytest.fixture
def dirty(tmp_path: Path) -> Path:
    """A list as offices keep them: a notice first, a title above the headings, merged blocks, dashes for nothing, doubled numbers."""
    book = openpyxl.Workbook()
    book.active.title = "说明"  # type: ignore[union-attr]
    book.active["A1"] = "填表说明：请勿改动表头"  # type: ignore[index]
    sheet = book.create_sheet("清单")
    sheet["A1"] = "某街道职责清单（2026年）"
    sheet.merge_cells("A1:G1")
    sheet.append([])
    sheet.append(["序 号", "职责板块", "职责事项", "履职方式", "牵头部门（主责）", "法律 依据", "备注"])
    for line in (
        [1.0, "平安建设", "负责辖区应急预案编制", "负责", "-", "《中华人民共和国突发事件应对法》", ""],
        [2, None, "配合消防检查", "配合", "消防救援站", "地方消防条例", None],
        ["3", None, "协助查处非法营运", "", "", "市级文件", ""],
        ["四、城市管理", None, None, None, None, None, None],
        [4, None, "  组织背街小巷\n环境整治 ", "组织、协调", "无", "", ""],
        [4, None, "重复的号", "负责", "", "", ""],
        [5, "党群工作", "参与宗教场所管理", None, "统战部", "部门文件", ""],
    ):
        sheet.append(line)
    sheet.merge_cells("B4:B6")
    path = tmp_path / "清单.xlsx"
    book.save(path)
    return path


def test_a_dirty_list_is_read_as_it_was_meant(dirty: Path) -> None:
    told = look_into(dirty)
    assert (told["sheet"], told["heading_row"]) == ("清单", 3)
    found = found_in(dirty)
    assert [(one.row, one.fields["number"], one.wrong) for one in found] == [
        (4, "1", ""),
        (5, "2", ""),
        (6, "3", "duty_lead_missing"),
        (8, "4", ""),
        (9, "4", "duty_number_taken"),
        (10, "5", ""),
    ]
    assert [one.fields["block"] for one in found] == ["safety", "safety", "safety", "city", "city", "party"]
    assert [one.fields["part"] for one in found] == ["hold", "assist", "assist", "organise", "hold", "assist"]
    assert [one.fields["basis_type"] for one in found] == [
        "law",
        "regulation",
        "city",
        "untold",
        "untold",
        "department",
    ]
    assert found[3].fields["text"] == "组织背街小巷 环境整治"
    assert "lead" not in found[3].fields


def test_columns_are_chosen_by_hand_where_nobody_knows_them(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("A;B;C\n7;负责修路灯;城市管理\n", "gb18030")
    assert found_in(path) == []
    found = found_in(path, sheet="x", columns={"number": 0, "text": 1, "block": 2})
    assert [(one.fields["number"], one.fields["block"], one.wrong) for one in found] == [("7", "city", "")]


def test_a_file_without_items_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("序号,职责事项\n", "utf-8")
    with pytest.raises(Refused) as refused:
        look_into(path)
    assert refused.value.code == "duty_file_empty"


OURS = [
    Item("1", "1", "city", "组织背街小巷环境整治", "organise", basis_type="city"),
    Item("2", "2", "city", "协调排水单位处置积水", "organise", basis_type="city"),
    Item("3", "3", "city", "减去的一项", "hold", basis_type="law", origin="removed"),
]


def row(number: str, text: str, part: str = "organise") -> Found:
    return Found(9, {"number": number, "block": "city", "text": text, "part": part, "basis_type": "untold"})


def test_a_number_under_which_something_else_stands_is_not_overwritten_by_chance() -> None:
    told, absent = differences([row("1", "开展全民阅读活动")], OURS)
    assert [(one.sort, one.wrong) for one in told] == [("wrong", "duty_number_taken")]
    told, absent = differences([row("1", "开展全民阅读活动")], OURS, instead=True)
    assert [(one.sort, one.item) for one in told] == [("changed", "1")]
    assert [one.id for one in absent] == ["2"]


def test_only_what_differs_would_be_written() -> None:
    told, absent = differences(
        [row("1", "组织背街小巷环境整治"), row("8", "协调排水单位处置积水", "hold"), row("9", "新的一项")], OURS
    )
    assert [(one.sort, one.item, dict(one.fields) if one.sort == "changed" else None) for one in told] == [
        ("same", "1", None),
        ("changed", "2", {"part": "hold"}),
        ("new", "", None),
    ]
    assert absent == []
    assert alike("组织背街小巷环境整治", "组织背街小巷的环境整治")
    assert not alike("组织背街小巷环境整治", "开展全民阅读活动")


@given(
    st.lists(
        st.builds(
            Item,
            id=st.uuids().map(str),
            number=st.integers(1, 99).map(str),
            block=st.sampled_from(BLOCKS),
            text=texts,
            part=st.sampled_from(PARTS),
            lead=st.just("某部门"),
            basis=st.sampled_from(("", "某文件")),
            basis_type=st.sampled_from(BASES),
            kinds=st.lists(st.sampled_from(("供排水", "消防/楼道堆物")), unique=True, max_size=2).map(tuple),
            words=st.lists(st.sampled_from(("积水", "堆物")), unique=True, max_size=2).map(tuple),
        ),
        min_size=1,
        max_size=8,
        unique_by=(lambda item: item.number, lambda item: item.text),
    )
)
def test_a_list_that_went_out_comes_in_again_unchanged(
    tmp_path_factory: pytest.TempPathFactory, items: list[Item]
) -> None:
    path = tmp_path_factory.mktemp("list") / "out.xlsx"
    write_table(path, "职责清单", HEADINGS, export_rows(items, {}))
    told, absent = differences(found_in(path), items)
    assert [(one.sort, dict(one.fields)) for one in told if one.sort != "same"] == []
    assert absent == []
