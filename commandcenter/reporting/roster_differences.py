"""名录差别清单: what a foreign roster would change, as it stood on the screen (``options``), with what could not be read."""

from __future__ import annotations

from typing import Any

from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material


def differences_document(material: Material) -> dict[str, Any]:
    """``options``: file, since (epoch milliseconds), rows of (tick, row, sort, what, where, before, after, mind), faults of (row, what),
    holes of (where, post, who leaves it).
    """
    told = material.options
    rows = [[str(cell) for cell in row] for row in told.get("rows", ())]
    faults = [[str(cell) for cell in row] for row in told.get("faults", ())]
    since = told.get("since")
    ticked = sum(bool(row[0]) for row in rows)
    pieces = [
        blocks.pairs(
            [
                ("来源文件", str(told.get("file", "")) or "—"),
                ("生效日", times.day(int(since)) if since is not None else "—"),
                ("比对时点", times.moment(material.now)),
                (
                    "合计",
                    f"共{len(rows)}处差别，勾选并入{ticked}处；并入后无人{len(told.get('holes', ()))}处；读不懂{len(faults)}处。",
                ),
            ]
        ),
        blocks.level1("一、差别"),
        blocks.table(
            ("并入", "行", "类别", "哪一项", "点位", "名录里", "表里", "注意"),
            rows,
            (11, 24, 18, 26, 34, 0, 0, 44),
            centred=(0,),
        ),
    ]
    holes = [[str(cell) for cell in row] for row in told.get("holes", ())]
    heads = iter(("二", "三"))
    if holes:
        pieces.append(blocks.level1(f"{next(heads)}、并入后无人的岗位"))
        pieces.append(blocks.table(("点位", "岗位", "卸任的人"), holes, (60, 40, 0)))
    if faults:
        pieces.append(blocks.level1(f"{next(heads)}、读不懂的"))
        pieces.append(blocks.table(("行", "原因"), faults, (40, 0)))
    pieces.append(blocks.signatures(["核对人", "负责人"]))
    paper = material.paper(title="名录差别清单", number="", mode="real")
    return {
        "document": "roster_differences",
        "paper": paper,
        "date": times.day(material.now),
        "flipped": True,
        "blocks": pieces,
    }
