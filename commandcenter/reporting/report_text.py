"""An information report as plain text: to be read aloud on the telephone and pasted into other channels."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.domain.drill import MARK
from commandcenter.domain.sitrep import ITEMS
from commandcenter.reporting.words import tables, word

_NUMERALS = "一二三四五六七八九十"
_LETTERS = {"initial": "初", "update": "续", "final": "终", "supplement": "补"}


def numeral(number: int) -> str:
    """A number from 1 on as it stands in a title: 一 … 十, 十一 … 九十九; larger ones in digits."""
    if number <= 10:
        return _NUMERALS[number - 1] if number > 0 else str(number)
    tens, ones = divmod(number, 10)
    if tens > 9:
        return str(number)
    return ("" if tens == 1 else _NUMERALS[tens - 1]) + "十" + (_NUMERALS[ones - 1] if ones else "")


def report_name(stage: str, rank: int) -> str:
    """初报, 续报一, 续报二, 终报, 补报一."""
    name = word("stage", stage)
    return f"{name}{numeral(rank)}" if stage in ("update", "supplement") else name


def report_number(whistle: str, stage: str, rank: int) -> str:
    """The number on the paper, made from that of the whistle: ``续-0717-A01-1``."""
    drill = "演-" if whistle.startswith("演-") else ""
    parts = whistle.removeprefix("演-").split("-")
    kept = "-".join(parts[2:]) if len(parts) > 2 else whistle
    return f"{drill}{_LETTERS.get(stage, '报')}-{kept}-{rank}"


def report_text(
    items: Mapping[str, str], *, office: str, name: str, event: str, when: str, contact: str, drill: bool
) -> str:
    """The report as lines; a drill's begins with 【演练】. What is not told in this report has no line."""
    names = tables()["item"]
    lines = [f"{office}突发事件信息报告（{name}）", event]
    lines += [f"{names[code]}：{items[code]}" for code in ITEMS if items.get(code)]
    lines.append(f"{when}　联系：{contact}" if contact else when)
    text = "\n".join(line for line in lines if line)
    return MARK + text if drill else text
