"""Papers of the duty watch: F01, the log and hand-over record of a shift with its two signatures; the duty table of a month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from commandcenter.domain.calendar import DAY_KINDS, HOURS, Calendar, calendar_from
from commandcenter.domain.clock import MINUTE, at_local, local_date
from commandcenter.domain.duty import Shift, Watcher
from commandcenter.domain.event import REAL
from commandcenter.domain.handover import Clock, HandOver, Read, equipment_of, in_order, rounds_of
from commandcenter.domain.refusal import Refused
from commandcenter.journal.reading.duty_log import LogLine
from commandcenter.reporting import blocks, times
from commandcenter.reporting.blocks import Block
from commandcenter.reporting.material import Material
from commandcenter.reporting.watch_log import clock_name, log_table
from commandcenter.reporting.words import NONE, UNKNOWN, word

SPARE = 3
TOGETHER = 15
"""So many rows of equipment stay on one page with the signatures."""
_MEASURES = {"trapped": "人", "transfer": "户", "missed": "次"}
_BY = {"pin": "（PIN）", "name": "（本人写名）"}
_WEEKDAYS = "一二三四五六日"


def handover_record(material: Material) -> dict[str, Any]:
    """F01 值班日志、交接班记录: who stood, what happened, what was read aloud and counted, who signed.

    The log is cut where both have signed: what was written after stands apart, behind the signatures, and the paper says so.
    """
    shift = material.reference.shift(material.key)
    if not shift.known:
        raise Refused("nothing_to_print")
    rounds = rounds_of(material.key, lambda subject: material.matters.one(HandOver, subject)) or [HandOver()]
    lines = list(material.duty_log.of_span(shift.starts_at, shift.ends_at).lines)
    day = local_date(shift.starts_at)
    found: list[Block] = [blocks.pairs(_who(material, shift, rounds))]
    for place, state in enumerate(rounds):
        signed, lines = _parted(lines, state.closed_at)
        which = f"（第{place + 1}次）" if len(rounds) > 1 else ""
        found += [blocks.level1(f"值班日志{'（上次签字后）' if place else ''}")]
        found += [log_table(signed, material.names, spare=0 if place else SPARE)]
        if place == 0:
            found += _stood_in(material, shift)
        found += [blocks.level1(f"交接事项（逐条宣读）{which}"), _read(material, state)]
        found += _ended(material, state, which)
    changed = any(line.family not in ("shift", "handover") for line in lines)
    if lines:
        found += [blocks.level1("签字后的记事"), log_table(lines, material.names)]
        if changed:
            found.append(blocks.note("签字后有变动：以上各条是双方签字以后记的，不在签字的范围里。"))
    paper = material.paper(title="值班日志、交接班记录", number=f"{day:%Y-%m-%d}", mode=REAL)
    return {"document": "handover", "paper": paper | ({"changed": True} if changed else {}), "blocks": found}


def _parted(lines: Sequence[LogLine], closed_at: int | None) -> tuple[list[LogLine], list[LogLine]]:
    """The lines that stood there when both had signed, and those that were written after; all of them while nobody has."""
    if closed_at is None:
        return list(lines), []
    there = [line.recorded_at <= closed_at or (line.family == "handover" and line.at <= closed_at) for line in lines]
    return (
        [line for line, stood in zip(lines, there, strict=True) if stood],
        [line for line, stood in zip(lines, there, strict=True) if not stood],
    )


def _name(material: Material, line: Watcher) -> str:
    name = material.names.person(line.person)
    return f"{name}（替{material.names.person(line.instead_of)}）" if line.instead_of else name


def _names(material: Material, lines: tuple[Watcher, ...]) -> str:
    return "、".join(_name(material, line) for line in lines) or NONE


def _who(material: Material, shift: Shift, rounds: Sequence[HandOver]) -> list[tuple[str, str]]:
    squads = "、".join(f"{line.group} {_name(material, line)}".strip() for line in shift.of("squad"))
    calls = shift.of("community")
    here = sum(line.person in shift.signed_in for line in calls)
    zero = shift.life.zero
    told = [
        ("班次", f"{times.moment(shift.starts_at)}至{times.moment(shift.ends_at)}"),
        ("带班领导", _names(material, shift.of("leader"))),
        ("值班员", _names(material, shift.of("clerk"))),
        ("应急小分队", squads or NONE),
        ("社区值班", f"应到{len(calls)}人，签到{here}人" if calls else NONE),
    ]
    handed = [
        f"{times.stamp(one.closed_at)[5:]} {_signers(material, one, 'out')}交，{_signers(material, one, 'into')}接"
        for one in rounds
        if one.closed_at is not None
    ]
    if handed:
        told.append(("交接", "；".join(handed)))
    if zero is not None:
        why = f"，{zero.reason}" if zero.reason else ""
        told.append(("零报告", f"{times.stamp(zero.at)} 报区值班室，{zero.receiver or UNKNOWN}接{why}"))
    return told


def _stood_in(material: Material, shift: Shift) -> list[Block]:
    """What happened to the shift itself: who stood in, who left by force."""
    names = material.names
    lines: list[tuple[int, str]] = []
    for one in shift.life.substituted:
        reason = f"，{one.words}" if one.words else ""
        urgent = "（应急）" if one.urgent else ""
        lines.append((one.at, f"{names.person(one.by)}替{names.person(one.person)}{reason}{urgent}"))
    for person, left in shift.life.left.items():
        if left.forced:
            lines.append((left.at, f"{names.person(person)}强行离岗，{names.person(left.signed_by)}签字，{left.words}"))
    if not lines:
        return []
    rows = [(times.stamp(at)[5:], words) for at, words in sorted(lines)]
    return [
        blocks.level1("替班、强行离岗"),
        blocks.table(("时间", "情况"), rows, (28, 0), centred=(0,), height=7),
    ]


def _signers(material: Material, state: HandOver, side: str) -> str:
    return "、".join(material.names.person(one.person) for one in state.signed(side))


def _read(material: Material, state: HandOver) -> Block:
    order = {item.key: place for place, item in enumerate(in_order([one.item for one in state.read.values()]))}
    read = sorted(state.read.items(), key=lambda pair: order[pair[0]])
    rows = []
    for number, (key, one) in enumerate(read, start=1):
        due = times.stamp(one.item.due_at)[5:] if one.item.due_at is not None else NONE
        said = state.remarks.get(key, "") or (f"念{one.times}遍" if one.times > 1 else "")
        rows.append(
            (number, word("watch_item", one.item.sort), _words(material, one), due, said, times.short_clock(one.at))
        )
    heads = ("序", "类别", "事项", "时限", "说明", "已念")
    empty = "没有未结事项。" if state.known else "尚未交接。"
    widths = (9, 20, 0, 24, 28, 14)
    return blocks.table(heads, rows, widths, centred=(0, 1, 3, 5), empty=empty, height=7)


def _clocks(material: Material, clocks: Sequence[Clock]) -> list[str]:
    """The clocks of an incident by what they are and when they are due, each with the units it runs for."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in clocks:
        units = found.setdefault((clock_name(one.name), times.stamp(one.due_at)[5:]), [])
        if one.unit:
            units.append(material.names.unit(one.unit))
    return [" ".join((name, due)) + (f" {'、'.join(units)}" if units else "") for (name, due), units in found.items()]


def _words(material: Material, one: Read) -> str:
    item = one.item
    coded = item.sort in ("case", "open", "call", "patrol")
    number = "" if item.sort == "case" and item.words else item.number
    parts = [word("watch_code", item.code) if coded else "", number]
    if item.sort in ("report", "clock"):
        parts[0] = clock_name(item.code)
    words = material.names.unit(item.words) if item.sort == "supervision" else item.words
    parts.append(words)
    if item.clocks:
        parts.append(f"时限{item.count}项：{'；'.join(_clocks(material, item.clocks))}")
    elif item.count and item.sort == "equipment":
        parts.append(f"实有{item.code}，应有{item.count}")
    elif item.count:
        parts.append(f"共{item.count}{_MEASURES.get(item.code, '件')}")
    return " ".join(part for part in parts if part) or UNKNOWN


def _counted(material: Material, state: HandOver) -> Block:
    rows = []
    for one in equipment_of(material.reference.records("equipment").values()):
        found = state.counted.get(one.id)
        told = (f"{found.found}{found.measure}", found.words or NONE) if found is not None else ("", "")
        rows.append((one.name, f"{one.count}{one.measure}", *told))
    for key, lost in state.counted.items():
        if not any(row[0] == lost.name for row in rows):
            rows.append((lost.name or key, str(lost.wanted), str(lost.found), lost.words or NONE))
    return blocks.table(
        ("物品", "应有", "实有", "说明"), rows, (40, 24, 24, 0), centred=(1, 2), empty="没有列物品。", height=8
    )


def _ended(material: Material, state: HandOver, which: str) -> list[Block]:
    """What was counted and who signed: kept on one page, so that no signature stands alone."""
    heading, counted = blocks.level1(f"物品清点{which}"), _counted(material, state)
    signed = _signed(material, state)
    if len(counted["rows"]) > TOGETHER:
        return [heading, counted, blocks.together(signed)]
    return [blocks.together([heading, counted, *signed])]


def _signed(material: Material, state: HandOver) -> list[Block]:
    told = []
    for side, words in (("out", "交班人"), ("into", "接班人")):
        signers = [
            f"{material.names.person(one.person)} {times.stamp(one.at)}{_BY.get(one.assurance, '')}"
            for one in state.signed(side)
        ]
        told.append(f"{words} {'、'.join(signers) or '未签'}")
    rows = [("签字", "；".join(told))]
    if state.early_by:
        rows.append(
            ("提前交班", f"离交班还有{times.spoken_span(state.early_by // MINUTE * MINUTE)}，{state.reason or UNKNOWN}")
        )
    return [blocks.pairs(rows), blocks.signatures(["交班人", "接班人"])]


# --- the table of a month -----------------------------------------------------------------------------------------


def duty_table(material: Material) -> dict[str, Any]:
    """The duty table of a month (``options``: ``month`` as ``2026-07``): a day a line, and everybody's share."""
    first = _month(material)
    last = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    found = material.reference.shifts(at_local(first), at_local(last))
    shifts = {local_date(shift.starts_at): shift for _, shift in found if local_date(shift.starts_at) >= first}
    records = material.reference.records("calendar")
    years = {int(year): record for year, record in records.items() if year.isdigit()}
    calendar = calendar_from(years, records.get(HOURS))
    rows = []
    counts: Counter[tuple[str, str]] = Counter()
    for over in range((last - first).days):
        day = first + timedelta(days=over)
        shift = shifts.get(day)
        rows.append(_line(material, day, shift, calendar))
        for line in shift.of("leader", "clerk") if shift is not None else ():
            counts[line.person, calendar.kind(day)] += 1
    heads = ("日期", "星期", "带班领导", "值班员", "应急小分队", "备注")
    table = blocks.table(heads, rows, (14, 12, 24, 0, 25, 54), centred=(0, 1), height=7)
    people = dict.fromkeys(person for person, _ in counts)
    shares = [
        (
            material.names.person(one),
            *(counts[one, kind] for kind in DAY_KINDS),
            sum(counts[one, kind] for kind in DAY_KINDS),
        )
        for one in people
    ]
    fair = blocks.table(("姓名", "工作日", "周末", "节假日", "合计"), shares, (0, 26, 26, 26, 26), centred=(1, 2, 3, 4))
    return {
        "document": "duty_plan",
        "paper": material.paper(title=f"{first.year}年{first.month}月值班表", number=f"{first:%Y-%m}", mode=REAL),
        "blocks": [table, blocks.level1("班数"), fair],
    }


def _month(material: Material) -> date:
    told = str(material.options.get("month", "")) or f"{local_date(material.now):%Y-%m}"
    try:
        return date.fromisoformat(f"{told}-01")
    except ValueError:
        raise Refused("nothing_to_print") from None


def _line(material: Material, day: date, shift: Shift | None, calendar: Calendar) -> tuple[str, ...]:
    kind = calendar.kind(day)
    named = calendar.names.get(day, "")
    note = [named] if named else (["休息日"] if kind == "weekend" else [])
    if shift is None:
        return (f"{day.day}日", _WEEKDAYS[day.weekday()], "未排", "未排", "", "，".join(note))
    note += [
        f"{material.names.person(line.person)}替{material.names.person(line.instead_of)}"
        for line in shift.of("leader", "clerk", "squad")
        if line.instead_of
    ]
    squads = "、".join(line.group or material.names.person(line.person) for line in shift.of("squad"))
    plain = ["、".join(material.names.person(line.person) for line in shift.of(role)) for role in ("leader", "clerk")]
    return (
        f"{day.day}日",
        _WEEKDAYS[day.weekday()],
        plain[0] or NONE,
        plain[1] or NONE,
        squads or NONE,
        "，".join(note),
    )
