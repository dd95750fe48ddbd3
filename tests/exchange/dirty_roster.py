"""Rosters as offices really send them, written by code: a title above merged headings, blocks, floats, sums, two in one cell."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

COMMUNITIES = {"A1": "槐序社区", "A2": "石榴社区", "A3": "锦机里社区"}

STREETS: dict[str, tuple[str, str, str, float]] = {
    "J01": ("青榆路", "street", "A1", 1680.0),
    "J02": ("石榴院胡同", "alley", "A2", 340.0),
    "J03": ("织云巷", "alley", "A3", 210.0),
    "J04": ("苇塘巷", "alley", "A3", 180.0),
    "J05": ("水井胡同", "alley", "A2", 150.0),
    "J06": ("桥头里", "alley", "A1", 90.0),
}
"""Code → name, kind, community, length."""

PEOPLE: dict[str, tuple[str, str, str]] = {
    "P01": ("苏亚男", "100-0000-0011", "街道主任"),
    "P02": ("雷志远", "100-0000-0027", "平安办主任"),
    "P03": ("汪俊峰", "100-0000-0033", "城管办科员"),
    "P04": ("贺正平", "100-0000-0044", "综合办主任"),
    "P05": ("范亚男", "100-0000-0055", "民生办科员"),
    "P06": ("邵建勋", "100-0000-0066", "党群办科员"),
    "P11": ("方俊峰", "100-0000-0111", ""),
    "P12": ("陶青禾", "100-0000-0112", ""),
    "P21": ("段桂兰", "100-0000-0121", ""),
    "P22": ("侯振海", "100-0000-0122", ""),
    "P23": ("石永强", "100-0000-0123", ""),
    "P24": ("方亚男", "100-0000-0124", ""),
    "P31": ("白福全", "100-0000-0131", "槐序社区书记"),
}

POSTS = (
    ("P01", "street_chief", "place/J01"),
    ("P02", "alley_chief", "place/J02"),
    ("P03", "alley_chief", "place/J03"),
    ("P04", "alley_chief", "place/J04"),
    ("P05", "alley_chief", "place/J05"),
    ("P06", "alley_chief", "place/J06"),
    ("P11", "deputy", "place/J01"),
    ("P12", "deputy", "place/J02"),
    ("P21", "steward", "place/J01"),
    ("P22", "steward", "place/J01"),
    ("P23", "steward", "place/J06"),
    ("P24", "steward", "place/J05"),
    ("P31", "secretary", "unit/A1"),
)

TITLE = "青榆街道街巷长台账"
UPPER = (
    "序号",
    "街巷名称",
    "所属社区",
    "街巷长",
    None,
    None,
    "副巷长",
    None,
    "小巷管家1",
    "小巷管家2",
    "长度（米）",
    "备注",
)
LOWER = (None, None, None, "姓名", "职务", "联系方式", "姓名", "联系方式", None, None, None, None)


def dirty_roster(path: Path) -> Path:
    """A row a street: title, two rows of headings, a block by community, every kind of dirt; a second sheet by people."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Sheet1"
    first.append((TITLE,))
    first.append(UPPER)
    first.append(LOWER)
    for span in ("D2:F2", "G2:H2", "A2:A3", "B2:B3", "C2:C3", "I2:I3", "J2:J3", "K2:K3", "L2:L3", "A1:L1"):
        first.merge_cells(span)
    lines: list[tuple[object, ...]] = [
        ("槐序社区",),
        (
            1,
            "青榆路",
            None,
            "苏亚男",
            "街道主任",
            10000000011.0,
            "方俊峰",
            "100 0000 0111",
            "段桂兰",
            "侯振海",
            1680,
            "主街",
        ),
        (2, "桥头里", None, "邵建勋", "党群办科员", "100-0000-0077", None, None, None, None, "90米", None),
        (None,) * 12,
        ("石榴社区",),
        (
            3,
            "石榴院胡同",
            "石榴社区",
            "雷云帆",
            "平安办科员",
            "100-0000-0038",
            "",
            "",
            "白露 100-0000-0208",
            "",
            340.0,
            "低洼",
        ),
        (4, "水井胡同", "石榴社区", "汪俊峰", "", "1000000033", "", "", "", "", 150, ""),
        UPPER,
        ("锦机里社区",),
        (5, "织云巷", "锦机", "汪俊峰/牛佳音", "", "", "", "", "", "", 210, ""),
        (6, "北苇塘巷", "锦机里社区", "贺正平", "", "100-0000-0044", "", "", "", "", 180, ""),
        (7, "新开里", "锦机里社区", "钱多多", "社区干部", "100-0000-0301", "", "", "孟晓棠、孟晓燕", "", 66, ""),
        ("合计", None, None, 7, None, None, None, None, None, None, None, None),
    ]
    for line in lines:
        first.append(line)
    second = book.create_sheet("人员")
    second.append(("姓名", "岗位", "街巷", "手机号"))
    second.append(("贺正平", "巷长", "苇塘巷", '="100-0000-0044"'))
    second["D2"].data_type = "s"
    second.append(("康若彤", "管家", "织云巷、苇塘巷", 1.0000000219e10))
    second.append(("白福全", "社区书记", "槐序社区", "100-0000-0131"))
    second.append(("", "", "", ""))
    second.append(("尹大为", "护林员", "苇塘巷", "100-0000-0401"))
    hidden = book.create_sheet("旧表")
    hidden.sheet_state = "hidden"
    hidden.append(("姓名", "岗位", "街巷", "手机号"))
    hidden.append(("不要读", "巷长", "苇塘巷", "100-0000-0999"))
    book.create_sheet("空表")
    book.save(path)
    return path
