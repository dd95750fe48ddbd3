"""F02 来电记录单: one call on a page, and the calls of a shift or a day as a register."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.call import READ_BACK, Call
from commandcenter.domain.clock import local_date
from commandcenter.domain.event import REAL
from commandcenter.domain.refusal import Refused
from commandcenter.journal.reading.calls import CallLine, days_needed
from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import ERASED, NONE, UNKNOWN, word


def call_record(material: Material) -> dict[str, Any]:
    """来电记录单 of one call: what domain.md 3.2 asks for - time, name, number, content - and what became of it."""
    call = material.calls.one(material.key)
    if not call.known:
        raise Refused("nothing_to_print")
    gone = ERASED if call.erased else UNKNOWN
    told = [
        ("编号", call.number),
        ("来电去电", word("call_direction", call.direction)),
        ("时间", times.stamp(call.at)),
        ("对方", _other_side(material, call) or gone),
        ("电话", call.phone or gone),
        ("内容", call.said or (gone if call.result == "reached" else word("call_outcome", call.result))),
        ("当时答复", call.answer or NONE),
        ("复述", _read_back(call)),
        ("回电", _back(material, call)),
        ("处理", _became(material, call)),
        ("接打人", material.names.person(call.taker) or UNKNOWN),
    ]
    if call.corrections:
        lines = [
            f"{times.stamp(one.at)[5:]} {material.names.person(one.actor)} {one.reason}".strip()
            for one in call.corrections
        ]
        told.append(("更正", "；".join(lines)))
    pieces = [blocks.pairs(told), blocks.lines("领导批示", 3), blocks.signatures(["接打人", "带班领导"])]
    if call.struck_at is not None:
        pieces.insert(0, blocks.boxed(f"本记录已划去：{call.struck_words or UNKNOWN}"))
    paper = material.paper(title="来电记录单", number=call.number, mode=REAL)
    return {"document": "call_record", "paper": paper, "blocks": pieces}


def _other_side(material: Material, call: Call) -> str:
    unit = material.names.unit(call.unit) if call.unit else ""
    person = material.names.person(call.person) if call.person else call.who
    return " ".join(part for part in (unit, person) if part)


def _read_back(call: Call) -> str:
    if call.read_back_at is not None:
        return f"{times.stamp(call.read_back_at)} 已复述"
    if call.unread_at is not None:
        return f"未复述：{call.unread or UNKNOWN}"
    return "未复述" if READ_BACK in call.waits else NONE


def _back(material: Material, call: Call) -> str:
    if not call.wants_back:
        return NONE
    if call.back_at is not None:
        back = material.calls.one(call.back_call)
        return f"{times.stamp(call.back_at)} 已回 {back.number}".strip()
    return f"应于{times.stamp(call.back_by)}前回，未回" if call.back_by is not None else "未回"


def _became(material: Material, call: Call) -> str:
    parts = []
    if call.whistle:
        whistle = material.incidents.whistle(call.whistle)
        parts.append(f"吹哨 {whistle.number} {whistle.title}".strip())
    if call.case:
        case, _ = material.cases.case(call.case)
        parts.append(f"转案 {case.number}")
    if call.answers:
        parts.append(f"回 {material.calls.one(call.answers).number}")
    return "；".join(parts) or "仅记录"


def call_register(material: Material) -> dict[str, Any]:
    """来电登记表 of a span (``options``: ``start``, ``end`` in epoch milliseconds), masked as the list on the screen."""
    start, end = int(material.options.get("start", 0)), int(material.options.get("end", material.now))
    shown = material.calls.of_span(start, end)
    counts = shown.counts
    summary = f"共{counts.all}通：来电{counts.came}，去电{counts.went}；未复述{counts.unread}，未回{counts.uncalled}。"
    dated = days_needed(shown.lines)
    rows = [_row(material, line, dated=line.key in dated) for line in shown.lines]
    pieces = [
        blocks.pairs([("起止", f"{times.moment(start)}至{times.moment(end)}"), ("合计", summary)]),
        blocks.table(
            ("号", "时间", "来去", "对方", "电话", "内容", "接打", "复述", "结果"),
            rows,
            (20, 16, 12, 38, 28, 0, 18, 18, 20),
            centred=(0, 1, 2, 6, 7, 8),
            height=8,
            spare=2,
        ),
        blocks.signatures(["值班员", "带班领导"]),
    ]
    if shown.more:
        pieces.insert(1, blocks.note(f"电话过多，只列出最近{len(rows)}通。"))
    paper = material.paper(title="来电登记表", number=f"{local_date(start):%Y-%m-%d}", mode=REAL)
    return {"document": "call_register", "paper": paper, "flipped": True, "blocks": pieces}


def _row(material: Material, line: CallLine, *, dated: bool) -> tuple[str, ...]:
    names = material.names
    person = names.person(line.person) if line.person else line.who
    who = " ".join(part for part in (names.unit(line.unit) if line.unit else "", person) if part) or UNKNOWN
    said = line.said or (ERASED if line.erased else NONE)
    if line.sheet:
        said = "，".join(part for part in (word("call_sheet", line.sheet), line.said) if part)
    read = "已复述" if line.read_back else "未复述" if READ_BACK in line.waits else NONE
    rest, _, short = line.number.rpartition("-")
    return (
        f"{rest[-4:-2]}-{rest[-2:]} {short}" if dated else short,
        times.short_clock(line.at),
        word("call_direction", line.direction),
        who,
        line.phone or NONE,
        said,
        names.person(line.taker) or UNKNOWN,
        read,
        word("call_outcome", line.outcome),
    )
