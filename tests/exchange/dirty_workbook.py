"""A small workbook with the dirt of the real one, and what a person who looks at it expects to come of each row."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "data"
"""Where the real workbooks lie when this checkout has them beside it."""

HEADINGS = ("留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "反对数", "点赞数", "五")
_LOCAL = datetime(2019, 8, 23, 12, 22)  # noqa: DTZ001  a date cell has no zone
_PAD = "\n\t\t\t\t\t\n\t\t\t\t\t"


@dataclass(frozen=True)
class Expected:
    """What an import of a workbook has to report."""

    path: Path
    created: int
    already_there: int
    rejected: list[tuple[str, int, str]] = field(default_factory=list)
    received: dict[str, str] = field(default_factory=dict)
    """Source number → office time."""
    titles: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


def dirty_workbook(path: Path) -> Expected:
    """Write the workbook to ``path``."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Sheet1"
    lines: list[tuple[object, ...]] = [
        HEADINGS,
        (
            188006.0,
            "A00010 ",
            "  反映路灯不亮\t",
            "2019/2/28 11:25:05",
            f"{_PAD}院内路灯坏了三天，老人夜里看不清。\n\t\t\t",
            0,
            1,
            13,
        ),
        (188007.0, "A00011", "井盖缺失", _LOCAL, f"{_PAD}路口井盖不见了。", 0, 0, 0),
        (188031.0, "A00012", "夜间施工", date(2019, 8, 1), f"{_PAD}工地夜里两点还在施工。", 0, 0, 0),
        (None, "", "   ", None, "\n\t", None, None, None),
        ("188059", "A00013", "停水", "2019-11-22T16:54", "停水两天。", 0, 0, 0),
        (188060.0, "A00014", "噪声", 43524.47575, "楼下音响很响。", 0, 0, 0),
        (188061.0, "A00015", "占道", "2019年2月28日 11:25", "店外摆摊占了盲道。", 0, 0, 0),
        (188062.0, "A00016", "没有时间", None, "这一行没有时间。", 0, 0, 0),
        (188063.0, "A00017", "时间读不懂", "改天再说", "这一行的时间读不懂。", 0, 0, 0),
        (188064.0, "A00018", " \t", "2019/3/1 8:00:00", "\n\t\t", 0, 0, 0),
        (188065.0, "A00019", "", "2019/3/2 8:00:00", f"{_PAD}楼道灯坏了。已经报修两次，没有人来。", 0, 0, 0),
        (188066.0, "A00020", "来自将来", "2150/1/1 0:00:00", "时间写错了。", 0, 0, 0),
        (188006.0, "A00010", "反映路灯不亮", "2019/2/28 11:25:05", "同一个编号，另一件事。", 0, 0, 0),
        HEADINGS,
        (123456789012345678.0, "A00021", "编号太长", "2019/3/3 8:00:00", "表格把编号的尾数改成了零。", 0, 0, 0),
        (
            188067.0,
            "A00022",
            "两\xa0段\u3000话",
            "2019/3/4 9:05:07",
            "第一\u200b段，  A3区。\r\n\r\n \u3000第二段。\n",
            0,
            0,
            0,
        ),
    ]
    for line in lines:
        first.append(line)
    second = book.create_sheet("剔除后")
    for line in (HEADINGS, lines[1], lines[2], lines[16]):
        second.append(line)
    second.append((188099.0, "A00099", "只在第二张表", "2019/5/1 10:00:00", "第一张表没有这一件。", 0, 0, 0))
    book.save(path)
    return Expected(
        path=path,
        created=9,
        already_there=3,
        rejected=[
            ("Sheet1", 9, "time_missing"),
            ("Sheet1", 10, "time_unreadable"),
            ("Sheet1", 11, "title_missing"),
            ("Sheet1", 13, "time_in_future"),
            ("Sheet1", 14, "number_twice_differs"),
            ("Sheet1", 16, "number_rounded"),
        ],
        received={
            "188006": "2019-02-28 11:25:05",
            "188007": "2019-08-23 12:22:00",
            "188031": "2019-08-01 00:00:00",
            "188059": "2019-11-22 16:54:00",
            "188060": "2019-02-28 11:25:05",
            "188061": "2019-02-28 11:25:00",
            "188067": "2019-03-04 09:05:07",
            "188099": "2019-05-01 10:00:00",
        },
        titles={"188006": "反映路灯不亮", "188065": "楼道灯坏了", "188067": "两 段 话"},
        texts={"188006": "院内路灯坏了三天，老人夜里看不清。", "188067": "第一段， A3区。\n第二段。"},
    )


def real_workbook() -> Expected:
    """The real messages, where they are; the counts were taken from the file with another program."""
    return Expected(
        path=REAL / "citizen-messages.xlsx",
        created=4326,
        already_there=883,
        received={"188006": "2019-02-28 11:25:05", "188031": "2019-07-19 18:19:54"},
        titles={"188006": "A3区一米阳光婚纱艺术摄影是否合法纳税了？"},
    )
