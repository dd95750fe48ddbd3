"""应办事项年度表: what is due in a year, month by month, as the screen reckoned it (``options``: ``year``, ``rows``)."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.event import REAL
from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import NONE


def obligation_plan(material: Material) -> dict[str, Any]:
    """The year's table: rows of (day, what, for what, how it stands, how long there is, shown by)."""
    year = int(material.options.get("year", 0))
    rows = [[str(cell) for cell in row] for row in material.options.get("rows", ())]
    by_month: dict[str, list[list[str]]] = {}
    for row in rows:
        by_month.setdefault(row[0][:7] if row[0][:4].isdigit() else "", []).append(row)
    pieces = [blocks.pairs([("年度", f"{year}年"), ("时点", times.moment(material.now)), ("合计", f"{len(rows)}项")])]
    for month in sorted(by_month):
        name = f"{int(month[5:])}月" if month else "没有办理记录、日期不明"
        lines = [(row[0][5:] if month else NONE, row[1], row[2] or NONE, row[3], row[5]) for row in by_month[month]]
        pieces += [
            blocks.level2(name),
            blocks.table(("日期", "事项", "对象", "状态", "以何为准"), lines, (18, 46, 0, 20, 44), centred=(0, 3)),
        ]
    if not rows:
        pieces.append(blocks.par("本年没有应办事项。"))
    paper = material.paper(title="应办事项年度表", number=str(year), mode=REAL)
    return {"document": "obligation_plan", "paper": paper, "blocks": pieces}
