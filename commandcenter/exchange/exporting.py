"""Writing cases to a file somebody else will open: ``.xlsx`` or ``.csv`` by its suffix, masked unless asked otherwise.

Imported data never becomes a formula: a cell that begins like one gets an apostrophe before it, in both kinds of file.
The file appears whole or not at all.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple

from commandcenter.domain.clock import local
from commandcenter.domain.masking import mask_name, mask_phone, mask_text
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.spreadsheet import Moment, SheetWriter, Value
from commandcenter.exchange.tables import SUFFIXES, appearing_whole, guarded
from commandcenter.exchange.words import word
from commandcenter.journal.reading.foreign import WholeCase
from commandcenter.journal.trouble import telling

TOLD_EVERY = 500


@dataclass(frozen=True, slots=True)
class Names:
    """The names behind ids: places and communities, units, category paths. What has none is written as its id."""

    places: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)


class Column(NamedTuple):
    """A column of the export: heading, width in characters, and what of a case stands in it."""

    heading: str
    width: int
    value: Callable[[WholeCase, Names], Value]


def export_cases(
    target: Path,
    cases: Iterable[WholeCase],
    total: int,
    names: Names,
    *,
    masked: bool = True,
    progress: Callable[[int, int], None],
) -> int:
    """Write cases to ``target``, replacing what is there, and return how many.

    ``masked`` hides names, phones and long numbers in texts. ``progress`` is told (done, ``total``) and may raise to stop:
    then nothing is written. Refuses ``export_kind_unknown``; raises ``Trouble`` not_found, read_only, disk_full, io.
    """
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise Refused("export_kind_unknown", suffix=target.suffix, known=" ".join(SUFFIXES))
    columns = _columns(masked)
    rows = _counted(cases, columns, names, total, progress)
    with telling(target), appearing_whole(target) as file:
        return _write_sheet(file, columns, rows) if suffix == ".xlsx" else _write_csv(file, columns, rows)


def _counted(
    cases: Iterable[WholeCase],
    columns: Sequence[Column],
    names: Names,
    total: int,
    progress: Callable[[int, int], None],
) -> Iterator[list[Value]]:
    progress(0, total)
    for done, case in enumerate(cases, start=1):
        values = [column.value(case, names) for column in columns]
        yield [guarded(value) if isinstance(value, str) else value for value in values]
        if done % TOLD_EVERY == 0:
            progress(min(done, total), total)
    progress(total, total)


def _write_sheet(file: IO[bytes], columns: Sequence[Column], rows: Iterable[list[Value]]) -> int:
    count = 0
    headings, widths = [column.heading for column in columns], [column.width for column in columns]
    with SheetWriter(file, "案件", headings, widths) as sheet:
        for row in rows:
            sheet.write(row)
            count += 1
    return count


def _write_csv(file: IO[bytes], columns: Sequence[Column], rows: Iterable[list[Value]]) -> int:
    count = 0
    text = io.TextIOWrapper(file, "utf-8-sig", errors="replace", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([column.heading for column in columns])
    for row in rows:
        writer.writerow([_minute(value) if isinstance(value, Moment) else value for value in row])
        count += 1
    text.detach()
    return count


# --- columns ----------------------------------------------------------------------------------------------------------


def _columns(masked: bool) -> Sequence[Column]:
    name, phone, text = (mask_name, mask_phone, mask_text) if masked else (str, str, str)
    return (
        Column("编号", 18, lambda case, names: case.number),
        Column("来源编号", 16, lambda case, names: case.source_number),
        Column("发现途径", 16, lambda case, names: word("channel", case.channel)),
        Column("状态", 10, lambda case, names: word("stage", case.stage)),
        Column("等级", 10, lambda case, names: word("grade", case.grade)),
        Column("分类", 20, lambda case, names: names.categories.get(case.category, case.category)),
        Column("标题", 40, lambda case, names: text(case.title)),
        Column("内容", 60, lambda case, names: text(case.text)),
        Column("地点", 24, lambda case, names: text(case.place_words)),
        Column("点位", 16, lambda case, names: names.places.get(case.place, case.place)),
        Column("社区", 14, lambda case, names: names.places.get(case.community, case.community)),
        Column("主办", 16, lambda case, names: names.units.get(case.lead, case.lead)),
        Column("协办", 20, lambda case, names: "、".join(names.units.get(unit, unit) for unit in case.others.split())),
        Column("反映人", 10, lambda case, names: "匿名" if case.anonymous else name(case.reporter)),
        Column("电话", 16, lambda case, names: phone(case.phone)),
        Column("收到时间", 17, lambda case, names: Moment(case.received_at)),
        Column("登记时间", 17, lambda case, names: Moment(case.registered_at)),
        Column("办理时限", 17, lambda case, names: _moment(case.due_at)),
        Column("结案时间", 17, lambda case, names: _moment(case.closed_at)),
        Column("是否解决", 10, lambda case, names: _answer(case.solved)),
        Column("是否满意", 10, lambda case, names: _answer(case.satisfied)),
        Column("办理结果", 16, lambda case, names: word("result", case.result)),
    )


def _moment(at: int | None) -> Moment | None:
    return None if at is None else Moment(at)


def _minute(at: int) -> str:
    return local(at).strftime("%Y-%m-%d %H:%M")


def _answer(value: int | None) -> str:
    return "" if value is None else word("answer", "yes" if value else "no")
