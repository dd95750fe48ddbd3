"""The pieces a form is put together from. One document, two layouts: typst sets them (``blocks.typ``), Word copies write them.

Every function answers one piece as plain data; texts are Chinese and final. A form with pieces needs no template of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Block = dict[str, Any]


def level1(text: str) -> Block:
    """一、 - a heading in 黑体."""
    return {"is": "level1", "text": text}


def level2(text: str) -> Block:
    """（一） - a heading in 楷体."""
    return {"is": "level2", "text": text}


def par(text: str, lead: str = "") -> Block:
    """A paragraph, set in two characters; ``lead`` stands before it in 黑体, with a colon."""
    return {"is": "par", "text": text, "lead": lead.rstrip("：:")}


def addressee(text: str) -> Block:
    """To whom a letter goes: at the left edge, with its colon."""
    return {"is": "addressee", "text": f"{text.rstrip('：:')}："}


def pairs(rows: Iterable[Mapping[str, str]] | Iterable[tuple[str, str]], width: float = 26) -> Block:
    """A ruled list of names and texts. ``width`` of the names is in millimetres."""
    told = [{"name": row["name"], "text": row["text"]} if isinstance(row, Mapping) else _pair(*row) for row in rows]
    return {"is": "pairs", "rows": told, "width": width}


def _pair(name: str, text: str) -> dict[str, str]:
    return {"name": name, "text": text}


def table(
    heads: Sequence[str],
    rows: Iterable[Sequence[object]],
    widths: Sequence[float],
    *,
    caption: str = "",
    empty: str = "无。",
    centred: Iterable[int] = (),
    height: float = 0,
    spare: int = 0,
) -> Block:
    """A ruled table whose head comes again on every page.

    ``widths`` are millimetres, 0 takes what is left (several share it). ``centred`` columns stand in the middle. ``height``
    is the least height of a row in millimetres, for writing by hand; ``spare`` empty rows follow. ``empty`` is said when
    there is no row at all.
    """
    return {
        "is": "table",
        "heads": list(heads),
        "rows": [[str(cell) for cell in row] for row in rows],
        "widths": [float(width) for width in widths],
        "caption": caption,
        "empty": empty,
        "centred": list(centred),
        "height": float(height),
        "spare": spare,
    }


def fields(rows: Sequence[Sequence[tuple[str, str]]], height: float = 10, name_width: float = 24) -> Block:
    """A ruled grid of names and places to write, a line each: ``[[("时间", ""), ("来电人", "")], …]``."""
    return {
        "is": "fields",
        "rows": [[_pair(*cell) for cell in row] for row in rows],
        "height": float(height),
        "width": float(name_width),
    }


def lines(name: str, count: int, height: float = 9) -> Block:
    """``count`` empty lines to write on, under a name."""
    return {"is": "lines", "name": name, "count": count, "height": float(height)}


def boxed(text: str) -> Block:
    """A text in a frame: what must not be overlooked."""
    return {"is": "boxed", "text": text}


def note(text: str) -> Block:
    """Small words under what they explain."""
    return {"is": "note", "text": text}


def signed(office: str, day: str) -> Block:
    """The sender and the date at the right, as a letter ends."""
    return {"is": "signed", "office": office, "day": day}


def copies(rows: Iterable[tuple[str, str]]) -> Block:
    """版记: 抄送, 印发机关 and the like between lines at the foot of a letter."""
    return {"is": "copies", "rows": [_pair(*row) for row in rows]}


def signatures(names: Sequence[str], *, dated: bool = True) -> Block:
    """Places for signatures, two a line, each with its date."""
    return {"is": "signatures", "names": list(names), "dated": dated}


def together(pieces: Sequence[Block]) -> Block:
    """Pieces that stay on one page."""
    return {"is": "together", "pieces": list(pieces)}


def ticks(rows: Iterable[tuple[str, bool]]) -> Block:
    """A list of boxes, ticked or to be ticked."""
    return {"is": "ticks", "rows": [{"text": text, "done": done} for text, done in rows]}


def gap(lines: int) -> Block:
    """So many empty lines: for the cover of a document."""
    return {"is": "gap", "lines": lines}


def chart(
    title: str,
    labels: Sequence[str],
    series: Sequence[tuple[str, Sequence[float | None]]],
    unit: str = "",
    low: float = 0,
) -> Block:
    """Lines over ``labels``, told apart by dashes and marks and never by colour; None leaves a gap.

    ``low`` is where the upright axis begins; it says so, because it is not always 0. A Word copy holds the values.
    """
    told = [value for _, values in series for value in values if value is not None]
    high = max([*told, low + 1])
    return {
        "is": "chart",
        "title": title,
        "labels": list(labels),
        "series": [{"name": name, "values": list(values)} for name, values in series],
        "unit": unit,
        "low": float(low),
        "high": float(high),
    }


def map_note(block: Mapping[str, Any]) -> str:
    """What a Word copy says in the place of a map, which is drawn on the printed form only."""
    names = "、".join(dict.fromkeys(label["text"] for label in block["labels"] if label["kind"] == "mark"))
    return f"（{block['caption'] or '地图'}：{names}，比例尺{block['scale']}，见印本。）"


def new_page(title: str = "") -> Block:
    """A new page, with a title when a new form begins on it."""
    return {"is": "new_page", "title": title}
