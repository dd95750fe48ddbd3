"""Lists of cases on paper: the list as it was filtered, and the call list with room for what was said.

Both are made from a table that was read when they were asked for (``options``): a list is what was on the screen at its moment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material

ROOM_MM = 257
"""What a page across has for columns."""
_GAP = 1.9
"""So many millimetres a character of a column takes at the most."""


def case_list(material: Material) -> dict[str, Any]:
    """案件清单: the columns, order and filters of the screen. ``options``: heads, widths in characters, rows, words, total."""
    told = material.options
    heads, rows = _texts(told.get("heads", ())), [_texts(row) for row in told.get("rows", ())]
    total = int(told.get("total", len(rows)))
    pieces = [
        blocks.pairs([("范围", str(told.get("words", "")) or "全部"), ("时点", times.moment(material.now))]),
        blocks.table(("序", *heads), _numbered(rows), (9, *_widths(told.get("widths", ()))), centred=(0,)),
        blocks.par(f"共{total}件，本清单列出{len(rows)}件。" if total > len(rows) else f"共{total}件。"),
    ]
    return _paper(material, "case_list", "案件清单", pieces)


def call_list(material: Material) -> dict[str, Any]:
    """案件呼叫单: whom to call about what, the number, and room for whether it was answered and what was said.

    ``options``: rows of (who, what for, number, case number, matter, result so far)."""
    rows = [_texts(row) for row in material.options.get("rows", ())]
    pieces = [
        blocks.table(
            ("序", "联系谁", "事由", "电话", "编号", "事项", "接通", "时间", "答复"),
            [
                (place, *row[:5], row[5] if len(row) > 5 and row[5] else "□是 □否", "", "")
                for place, row in enumerate(rows, 1)
            ],
            (9, 46, 22, 28, 24, 0, 20, 16, 44),
            centred=(0, 6),
            height=10,
            spare=3,
        ),
        blocks.par("没有接通的稍后再拨；拨了没有接通也要记。", lead="提示"),
        blocks.signatures(["呼叫人", "带班领导"]),
    ]
    return _paper(material, "call_list", "案件呼叫单", pieces)


def _paper(material: Material, name: str, title: str, pieces: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    paper = material.paper(title=title, number="", mode="real")
    return {"document": name, "paper": paper, "date": times.day(material.now), "flipped": True, "blocks": list(pieces)}


def _widths(characters: Sequence[int]) -> list[float]:
    """Millimetres for columns of so many characters; the widest takes what is left."""
    wanted = [max(1, int(one)) * _GAP for one in characters]
    over = sum(wanted) / (ROOM_MM - 9) if wanted else 1
    found = [one / max(1.0, over) for one in wanted]
    if found:
        found[found.index(max(found))] = 0
    return found


def _numbered(rows: Sequence[Sequence[str]]) -> list[Sequence[object]]:
    return [(place, *row) for place, row in enumerate(rows, start=1)]


def _texts(row: Sequence[object]) -> list[str]:
    return [str(cell) for cell in row]
