"""The duty log in the words of paper: one sentence for every line, from ``words.toml``; and its sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from commandcenter.domain.clock import local_date
from commandcenter.domain.event import DRILL, REAL, EventId
from commandcenter.journal.reading.duty_log import LogLine
from commandcenter.reporting import blocks, times
from commandcenter.reporting.background import Background
from commandcenter.reporting.blocks import Block
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import ERASED, sentence, tables


def log_words(line: LogLine, names: Background) -> str:
    """What a line says on paper."""
    if line.by_hand:
        words = line.words.get("words") or (ERASED if line.erased else "")
        instead = line.words.get("struck", "")
        return f"{words}（划去{'，更正为：' + instead if instead else ''}）" if line.struck else words
    patterns = tables()["duty_log"]
    kind = line.kind
    if kind.endswith(".deadline_raised"):
        kind = "missed" if line.family == "patrol" else "over" if line.level == "alarm" else "warn"
    told = sentence(patterns.get(kind, patterns["other"]), _values(line, names))
    return f"【演练】{told}" if line.mode == DRILL else told


def _values(line: LogLine, names: Background) -> Mapping[str, str]:
    facts = line.facts

    def named(name: str) -> str:
        told = facts.get(name)
        return names.person(told) if isinstance(told, str) and told else ""

    people = facts.get("people")
    many = [names.person(str(one)) for one in people] if isinstance(people, list) else [named("person")]
    count = facts.get("count")
    values: dict[str, str] = dict(line.words)
    values |= {
        "number": line.number,
        "title": line.title or line.words.get("title", ""),
        "unit": names.unit(line.unit) if line.unit else "",
        "person": named("person"),
        "by": named("by"),
        "people": "、".join(name for name in many if name),
        "commander": line.words.get("commander", "") or named("commander"),
        "clock": clock_name(str(facts.get("clock", ""))),
        "colour": _known("warning_colour", facts.get("colour")),
        "stage": _known("stage", facts.get("stage")),
        "told": _known("told", facts.get("to")),
        "whom": _known("patrol_told", facts.get("whom")),
        "call": _known("patrol_call", facts.get("result")) if line.family == "patrol" else "",
        "to": line.words.get("to", ""),
        "place": names.place(line.title) if line.family == "patrol" else "",
        "place_words": line.words.get("place_words", "") or _place(facts.get("place"), names),
        "due": str(facts.get("due", "")),
        "grade": _known("case_grade", facts.get("grade")),
        "counts": _counts(facts.get("fields")),
        "n": str(count) if isinstance(count, int) else str(line.count),
    }
    if line.family == "call" and not values.get("said"):
        values["said"] = _known("call_outcome", facts.get("result"))
    if line.family == "warning" and not values["title"]:
        values["title"] = line.words.get("words", "")
    return values


def _counts(fields: Any) -> str:
    told = fields.get("counts") if isinstance(fields, Mapping) else None
    if not isinstance(told, Mapping):
        return ""
    return f"新增{told.get('new', 0)}、变更{told.get('changed', 0)}、停用{told.get('gone', 0)}"


def _known(family: str, code: Any) -> str:
    return tables()[family].get(code, "") if isinstance(code, str) else ""


def _place(key: Any, names: Background) -> str:
    return names.place(key) if isinstance(key, str) and key else ""


def clock_name(name: str) -> str:
    """The word for a clock; empty where it has none."""
    base = name.removeprefix("remind:").partition(":")[0]
    if base.rpartition("_")[2].isdigit():
        base = base.rpartition("_")[0]
    return tables()["clock"].get(base, "")


def _is_over(line: LogLine) -> bool:
    return line.kind.endswith(".deadline_raised")


def _gathered(lines: Sequence[LogLine], names: Background) -> dict[EventId, str]:
    """The limits of departments that ran out, each sort of an incident told once, at the first: words by the line's id.

    The others of the sort have no words: they stand in the first. So they do not bury what happened.
    """
    sorts: dict[tuple[str, str, str], list[LogLine]] = {}
    for line in lines:
        if _is_over(line) and line.level == "alarm" and line.family == "report_in":
            clock = str(line.facts.get("clock", "")).partition("_")[0]
            sorts.setdefault((line.subject.split("/")[1], line.mode, clock), []).append(line)
    found: dict[EventId, str] = {}
    for same in sorts.values():
        if len(same) > 1:
            first = same[0]
            units: dict[str, str] = {}
            for line in same:
                units.setdefault(names.unit(line.unit), times.short_clock(line.at))
            told = "、".join(f"{name} {at}" for name, at in units.items())
            words = f"{clock_name(str(first.facts.get('clock', '')))}超时{len(units)}家 {first.number}：{told}"
            found |= {line.id: "" for line in same}
            found[first.id] = f"【演练】{words}" if first.mode == DRILL else words
    return found


def log_table(lines: list[LogLine], names: Background, spare: int = 0) -> Block:
    """The lines as a ruled table: when, what, who entered it."""
    rows = []
    day = None
    told_over = _gathered(lines, names)
    for line in lines:
        if line.id in told_over and not told_over[line.id]:
            continue
        stamp = times.stamp(line.at)
        here = local_date(line.at)
        told = stamp[5:16] if here != day else times.short_clock(line.at)
        day = here
        by = names.person(line.actor) if line.actor and not _is_over(line) else "系统"
        rows.append((told, told_over.get(line.id) or log_words(line, names), by))
    empty = "本段时间没有记事。"
    return blocks.table(("时间", "记事", "记录"), rows, (28, 0, 22), centred=(0, 2), spare=spare, height=7, empty=empty)


def duty_log(material: Material) -> dict[str, Any]:
    """值班日志 of a span (``options``: ``start``, ``end`` in epoch milliseconds, ``view``)."""
    start, end = int(material.options.get("start", 0)), int(material.options.get("end", material.now))
    log = material.duty_log.of_span(start, end, str(material.options.get("view", "main")))
    day = local_date(start)
    pieces = [
        blocks.pairs(
            [
                ("起止", f"{times.moment(start)}至{times.moment(end)}"),
                ("记事", f"{len(log.lines)}条，其中人写{log.by_hand}条"),
            ]
        ),
        log_table(list(log.lines), material.names, spare=3),
        blocks.signatures(["值班员", "带班领导"]),
    ]
    if log.more:
        pieces.insert(1, blocks.note("记事过多，只列出最近的部分。"))
    paper = material.paper(title="值班日志", number=f"{day:%Y-%m-%d}", mode=REAL)
    return {"document": "duty_log", "paper": paper, "blocks": pieces}
