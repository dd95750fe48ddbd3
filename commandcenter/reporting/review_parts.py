"""The parts of the review that look beyond the report-ins: gaps in the record, decisions, people moved, supplies, former incidents."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from commandcenter.domain import limit as limits_
from commandcenter.domain.indicators import indicators
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.review import Review
from commandcenter.domain.supply import Supply
from commandcenter.domain.transfer import Household, tally
from commandcenter.domain.whistle import Whistle
from commandcenter.reporting import times
from commandcenter.reporting.background import NOBODY
from commandcenter.reporting.story import Story, kept
from commandcenter.reporting.words import NONE, UNKNOWN, word

_KNOWN = (
    ("trapped", "被困", "人"),
    ("injured", "受伤", "人"),
    ("dead", "死亡", "人"),
    ("missing", "失踪", "人"),
    ("evacuated", "疏散", "人"),
    ("arrived", "到场", "个单位"),
    ("people", "现场", "人"),
    ("orders", "在办指令", "项"),
)
"""What is told of a decision's moment: the name, its word, what is counted."""


def gaps(story: Story) -> list[dict[str, str]]:
    """Stretches of the running incident without any entry, longer than the office's interval for situation reports.

    Nothing is said where the office has no such limit: then no stretch is too long.
    """
    limit = story.names.limits.get(limits_.SITREP_FIRST)
    if limit is None:
        return []
    end = story.whistle.over_at
    last = end if end is not None else story.now
    moments = sorted({fact.happened_at for fact in story.facts if fact.happened_at <= last} | {story.start, last})
    found = []
    for before, after in pairwise(moments):
        if after - before > limit.milliseconds and before >= story.start:
            found.append(
                {
                    "from": f"{times.short_clock(before)}（{story.since(before)}）",
                    "to": times.short_clock(after),
                    "span": times.spoken_span(after - before),
                }
            )
    return found


def decisions(story: Story) -> list[dict[str, str]]:
    """Each decision of the post with what was known when it was taken, and what came of it."""
    gone = story.gone(story.incident.post.subject)
    rows = []
    for one in story.incident.post.decisions:
        known = [f"{name}{one.known[code]}{unit}" for code, name, unit in _KNOWN if code in one.known]
        unknown = [name for code, name, _ in _KNOWN[:5] if code not in one.known]
        told = "，".join(known)
        if unknown:
            told += ("；" if told else "") + f"{'、'.join(unknown)}{UNKNOWN}"
        if one.hazard:
            told += f"；{one.hazard}"
        rows.append(
            {
                "number": one.number,
                "clock": times.short_clock(one.at),
                "after": story.since(one.at),
                "text": kept(one.words, gone),
                "orderer": one.orderer or story.names.person(one.by) or NONE,
                "basis": one.basis or NONE,
                "known": told,
                "result": _result(one.done_at, one.dropped_at, one.result, ordered=bool(one.order)),
            }
        )
    return rows


def _result(done_at: int | None, dropped_at: int | None, result: str, *, ordered: bool) -> str:
    if done_at is not None:
        return f"{times.short_clock(done_at)}完成" + (f"：{result}" if result else "")
    if dropped_at is not None:
        return f"{times.short_clock(dropped_at)}撤销"
    return "转为指令" if ordered else "未报结果"


def moved(households: Sequence[Household]) -> list[dict[str, str]]:
    """The people of the transfer list by where they are; whose number nobody told is named apart."""
    if not households:
        return []
    found = tally(households)
    rows = [{"name": "登记转移", "text": f"{found.households}户，{found.people}人"}]
    rows += [
        {"name": word("transfer_stage", stage), "text": f"{count}人"} for stage, count in found.stages.items() if count
    ]
    if found.unknown:
        rows.append({"name": f"人数{UNKNOWN}", "text": f"{found.unknown}户"})
    if found.difference:
        rows.append({"name": "人数不符", "text": f"{found.difference}人"})
    return rows


def supplies(story: Story, found: Sequence[Supply]) -> list[dict[str, str]]:
    """What was taken, and what became of it."""
    rows = []
    for one in found:
        if not one.known or one.struck_at is not None:
            continue
        unit = one.measure
        rows.append(
            {
                "item": one.item or UNKNOWN,
                "taken": f"{one.quantity}{unit}",
                "by": kept(one.taken_by, story.gone(one.subject)) or story.names.unit(one.unit) or NONE,
                "returned": f"{one.sum('returned')}{unit}",
                "used": f"{one.sum('consumed')}{unit}",
                "lost": f"{one.sum('damaged') + one.sum('written_off')}{unit}",
                "rest": f"{one.rest}{unit}" if one.rest else "已清",
            }
        )
    return rows


def former(story: Story, before: Sequence[tuple[Whistle, Sequence[ReportIn]]]) -> list[dict[str, str]]:
    """This incident beside the last ones of its plan, the newest first: how fast, how many in time, how long it took."""
    if not before:
        return []
    rows = [(story.whistle, story.incident.report_ins), *before]
    return [_former(whistle, states, story.now, this=place == 0) for place, (whistle, states) in enumerate(rows)]


def _former(whistle: Whistle, states: Sequence[ReportIn], now: int, *, this: bool) -> dict[str, str]:
    found = indicators(whistle, states, now)
    whole = whistle.closed_at - whistle.blown_at if whistle.closed_at is not None else None
    return {
        "number": f"{whistle.number}（本次）" if this else whistle.number,
        "title": whistle.title,
        "called": str(found.called),
        "first": times.span(found.first_arrival.after) if found.first_arrival else NONE,
        "median": times.span(found.median_arrival) if found.median_arrival is not None else NONE,
        "on_time": times.ratio(found.arrived_on_time),
        "report": times.span(found.first_report) if found.first_report is not None else NONE,
        "whole": times.span(whole) if whole is not None else "未结束",
    }


def versions(story: Story, review: Review) -> list[dict[str, str]]:
    """The versions that were signed, with who signed each."""
    rows = []
    for version in review.versions:
        signed = [one for one in review.signatures if one.version == version.number]
        names = "、".join(f"{word('role', one.role)}{story.names.person(one.by) or NOBODY}" for one in signed)
        rows.append(
            {
                "number": f"第{version.number}版",
                "at": times.stamp(version.at),
                "names": names or "未签",
                "digest": version.digest[:12],
            }
        )
    return rows
