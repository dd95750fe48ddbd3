"""A list of cases as it was shown: these columns in this order, this sorting, these cases - to ``.xlsx`` or ``.csv``.

Headings and words are those of the office. Personal data have no columns here, and what citizens said is masked in the matter
and the place unless asked otherwise. A text never becomes a formula; the file appears whole or not at all.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from commandcenter.domain.clock import local
from commandcenter.domain.masking import mask_text
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.exporting import Names
from commandcenter.exchange.spreadsheet import Moment, SheetWriter, Value
from commandcenter.exchange.tables import SUFFIXES, appearing_whole, guarded
from commandcenter.exchange.words import word
from commandcenter.journal.reading.case_query import CaseRow
from commandcenter.journal.trouble import telling

TOLD_EVERY = 500
Text = Callable[[str], str]
Cell = Callable[[CaseRow, Names, Text, int], Value]

_NATURES = {"appeal": "诉求", "advice": "咨询", "suggestion": "建议", "report": "举报", "praise": "表扬"}


def _left(row: CaseRow, _names: Names, _text: Text, now: int) -> Value:
    """What is left of the limit that presses, at the moment of the list: days and hours, or that it is over."""
    if row.stage == "suspended":
        return "计时暂停"
    if row.next_due is None:
        return ""
    minutes = abs(row.next_due - now) // 60_000
    hours = minutes // 60
    span = f"{hours // 24}天{hours % 24}小时" if hours >= 24 else f"{hours}小时" if hours else f"{minutes}分"
    return f"超时{span}" if row.next_due <= now else f"剩{span}"


def _units(row: CaseRow, names: Names, _text: Text, _now: int) -> Value:
    return " + ".join(names.units.get(unit, unit) for unit in row.units)


def _marks(row: CaseRow, _names: Names, _text: Text, _now: int) -> Value:
    told = (
        (row.anonymous, "匿名"),
        (row.collective, "集体诉求"),
        (row.repeats, "重复来电"),
        (row.proactive, "未诉先办"),
        (row.whistles, "已吹哨"),
        (row.redone, "重办"),
        (row.merged_into, "已并案"),
    )
    return "、".join(words for holds, words in told if holds)


COLUMNS: Mapping[str, tuple[str, int, Cell]] = {
    "grade": ("等级", 8, lambda row, names, text, now: word("grade", row.grade)),
    "number": ("编号", 18, lambda row, names, text, now: row.number),
    "title": ("事项", 40, lambda row, names, text, now: text(row.title)),
    "category": ("类别", 20, lambda row, names, text, now: names.categories.get(row.category, row.category)),
    "place": ("点位", 24, lambda row, names, text, now: names.places.get(row.place, "") or text(row.place_words)),
    "units": ("科室 + 社区", 30, _units),
    "stage": ("状态", 10, lambda row, names, text, now: word("stage", row.stage)),
    "left": ("期限", 16, _left),
    "received": ("受理时间", 17, lambda row, names, text, now: _moment(row.received_at)),
    "registered": ("登记时间", 17, lambda row, names, text, now: _moment(row.registered_at)),
    "changed": ("最近变动", 17, lambda row, names, text, now: _moment(row.changed_at)),
    "limit": ("办理时限", 17, lambda row, names, text, now: _moment(row.due_at)),
    "closed": ("办结时间", 17, lambda row, names, text, now: _moment(row.closed_at)),
    "channel": ("发现途径", 16, lambda row, names, text, now: word("channel", row.channel)),
    "source_number": ("来源编号", 18, lambda row, names, text, now: row.source_number),
    "community": ("社区", 14, lambda row, names, text, now: names.places.get(row.community, row.community)),
    "grid": ("网格", 12, lambda row, names, text, now: names.places.get(row.grid, row.grid)),
    "nature": ("诉求性质", 10, lambda row, names, text, now: _NATURES.get(row.nature, row.nature)),
    "repeats": ("重复次数", 10, lambda row, names, text, now: row.repeats),
    "collective": ("集体人数", 10, lambda row, names, text, now: row.collective),
    "pressed": ("催办次数", 10, lambda row, names, text, now: row.pressed),
    "attachments": ("附件数", 8, lambda row, names, text, now: row.attachments),
    "marks": ("标记", 20, _marks),
}
"""Heading, width in characters and value of each column that can be shown, by its name on the screen."""


def write_list(
    target: Path,
    rows: Iterable[CaseRow],
    total: int,
    columns: Sequence[str],
    names: Names,
    now: int,
    *,
    masked: bool = True,
    progress: Callable[[int, int], None],
) -> int:
    """Write a list to ``target`` and return how many cases. ``now`` (epoch milliseconds) is the moment it shows.

    ``progress`` is told (done, ``total``) and may raise to stop: then nothing is written. Refuses ``export_kind_unknown`` and
    ``column_unknown``; raises ``Trouble`` as files do.
    """
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise Refused("export_kind_unknown", suffix=target.suffix, known=" ".join(SUFFIXES))
    unknown = [name for name in columns if name not in COLUMNS]
    if unknown or not columns:
        raise Refused("list_column_unknown", columns=" ".join(unknown))
    lines = _lines(rows, total, columns, names, now, mask_text if masked else str, progress)
    with telling(target), appearing_whole(target) as file:
        return _sheet(file, columns, lines) if suffix == ".xlsx" else _csv(file, columns, lines)


def _lines(
    rows: Iterable[CaseRow],
    total: int,
    columns: Sequence[str],
    names: Names,
    now: int,
    text: Text,
    progress: Callable[[int, int], None],
) -> Iterator[list[Value]]:
    progress(0, total)
    for done, row in enumerate(rows, start=1):
        values = [COLUMNS[name][2](row, names, text, now) for name in columns]
        yield [guarded(value) if isinstance(value, str) else value for value in values]
        if done % TOLD_EVERY == 0:
            progress(min(done, total), total)
    progress(total, total)


def _sheet(file: IO[bytes], columns: Sequence[str], lines: Iterable[list[Value]]) -> int:
    count = 0
    with SheetWriter(
        file, "案件", [COLUMNS[name][0] for name in columns], [COLUMNS[name][1] for name in columns]
    ) as sheet:
        for line in lines:
            sheet.write(line)
            count += 1
    return count


def _csv(file: IO[bytes], columns: Sequence[str], lines: Iterable[list[Value]]) -> int:
    count = 0
    text = io.TextIOWrapper(file, "utf-8-sig", errors="replace", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([COLUMNS[name][0] for name in columns])
    for line in lines:
        writer.writerow([f"{local(value):%Y-%m-%d %H:%M}" if isinstance(value, Moment) else value for value in line])
        count += 1
    text.detach()
    return count


def _moment(at: int | None) -> Moment | None:
    return Moment(at) if at else None
