"""The departments on paper: the table of their times, who was late or did not come, the curve of report-ins.

Bodies that are requested (请) are shown with their times and limits and never judged (domain.md 2.4, 2.13).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from commandcenter.domain import limit as limits_
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.indicators import called, called_off_at, curve, judged, missed
from commandcenter.domain.report_in import CLOCKS, RANK, Outcome, ReportIn, clocks, ending
from commandcenter.domain.unit import RELATIONS
from commandcenter.reporting import times
from commandcenter.reporting.story import Story, kept
from commandcenter.reporting.words import NONE, UNKNOWN, word

COLUMNS = ("called", "answered", "left", "arrived", "done", "release_approved")
"""The times of the table: 通知 响应 出发 到场 完成 撤离."""

_CLOCK_OF = {milestone: clock for clock, milestone in CLOCKS.items()}
_MISSING = {"called": "未通知", "answered": "未响应", "left": "未出发", "arrived": "未到场"}

LIMIT_KEYS = {
    "answer": limits_.ANSWER,
    "leave": limits_.LEAVE,
    "arrive": limits_.ARRIVE,
    "leader": limits_.TELL_LEADER,
    "district_phone": limits_.TELL_DISTRICT,
    "district_written": limits_.WRITE_DISTRICT,
    "update": limits_.SITREP_LATER,
    "final": limits_.SITREP_FINAL,
}


def unit_row(story: Story, state: ReportIn) -> dict[str, Any]:
    """One line of the table; ``cells`` follow ``COLUMNS``, ``asked`` and ``came`` are heads."""
    arrived = state.milestone("arrived")
    came = arrived.people if arrived and arrived.people is not None else state.people
    return {
        "ordinal": state.ordinal,
        "relation": word("relation_mark", state.relation),
        "name": story.names.unit(state.unit),
        "judged": judged(state),
        "cells": [_cell(story, state, name) for name in COLUMNS],
        "asked": NONE if state.asked_people is None else str(state.asked_people),
        "came": times.count(came) if arrived else NONE,
        "short": came is not None and state.asked_people is not None and came < state.asked_people,
        "outcome": "；".join(_outcome(story, state)),
    }


def _cell(story: Story, state: ReportIn, name: str) -> dict[str, Any]:
    entry = state.milestone(name)
    time = story.since(entry.at) if entry else _absent(state, name)
    clock = _CLOCK_OF.get(name) if time != NONE else None
    limit = state.limits.get(clock) if clock else None
    over = overrun(story, state, clock) if clock else 0
    return {
        "time": time,
        "limit": f"限{limit:g}分" if limit else "",
        "over": f"超{times.span(over)}" if over else "",
        "late": entry is not None and entry.late,
    }


def overrun(story: Story, state: ReportIn, name: str) -> int:
    """Milliseconds by which a clock (answer, leave, arrive) was overrun, or is by now while it runs.

    A clock stops when the incident is closed, and when a unit is called off. 0 for a step whose time nobody told, and for
    a clock that any other outcome stopped before it was met.
    """
    clock = clocks(state)[name]
    entry = state.milestone(CLOCKS[name])
    if clock.due_at is None:
        return 0
    if entry is not None:
        return max(0, entry.at - clock.due_at)
    if clock.met_at is not None:
        return 0
    off = called_off_at(state)
    if off is not None:
        return max(0, off - clock.due_at)
    return 0 if state.closed else max(0, story.until - clock.due_at)


def _absent(state: ReportIn, name: str) -> str:
    """What stands where no time was told: 不明 when a later step shows that it happened, else that it did not."""
    if name == "done":
        return NONE
    if name == "release_approved":
        return UNKNOWN if state.milestone("back") is not None else NONE
    if any(RANK[entry.name] > RANK[name] for entry in state.entries):
        return NONE if state.unasked and name == "called" else UNKNOWN
    if _CLOCK_OF.get(name) in missed(state):
        return _MISSING[name]
    if state.closed or (state.relation == "report" and name in ("left", "arrived")):
        return NONE
    return _MISSING[name]


def _outcome(story: Story, state: ReportIn) -> list[str]:
    """How the report-in ended, where that was not the ordinary way."""
    parts = ["未召先到"] if state.unasked else []
    ended = state.outcome
    if state.undone:
        parts.append("哨已收回")
    for outcome in state.outcomes:
        if outcome.name == "back":
            continue
        text = word("outcome", ending(state)) if outcome is ended else f"曾{word('outcome', outcome.name)}"
        details = "，".join(part for part in (*_about(story, outcome), times.clock(outcome.at)) if part)
        parts.append(f"{text}（{details}）")
    if state.wrong_place_at is not None:
        parts.append(f"{times.clock(state.wrong_place_at)}到错地点")
    if state.lost_at is not None and not state.closed:
        parts.append(f"{times.clock(state.lost_at)}起失联")
    return parts


def _about(story: Story, outcome: Outcome) -> tuple[str, ...]:
    return (
        word("reason", outcome.reason),
        f"由{story.names.unit(outcome.unit)}替代" if outcome.unit else "",
        kept(outcome.words, story.gone_entry(outcome.id)),
        f"{outcome.told_by}报" if outcome.told_by else "",
    )


def legend(states: Sequence[ReportIn]) -> list[str]:
    """What the marks of the table mean."""
    marks = "、".join(f"“{word('relation_mark', code)}”{word('relation', code)}" for code in RELATIONS)
    found = [
        f"关系：{marks}。时间为吹哨后的分:秒；“限”为该单位自列入召集起的时限，“超”为超出时限的时间。",
        f"“{UNKNOWN}”指已经发生、时间没有记录；“{NONE}”指不适用。",
    ]
    if any(entry.late for state in states for entry in state.entries):
        found.append("带“补”字的时间为事后补录。")
    return found


def report_curve(story: Story) -> dict[str, Any]:
    """The minutes at which the n-th unit answered, arrived and was done, and the limits most units have."""
    counted = called(story.listed)
    series: list[dict[str, Any]] = []
    for milestone, label in (("answered", "响应"), ("arrived", "到场"), ("done", "完成")):
        reached = curve(story.whistle, counted, milestone)
        series.append({"name": label, "minutes": [round(max(0, at) / MINUTE, 3) for at in reached]})
    bounds = []
    for clock, label in (("answer", "响应限"), ("arrive", "到场限")):
        common = commonest(state.limits.get(clock) for state in counted if judged(state))
        if common is not None:
            bounds.append({"name": f"{label}{common:g}分", "minute": common})
    whistle = story.whistle
    ends = [at for at in (whistle.stood_down_at, whistle.false_alarm_at, whistle.closed_at) if at is not None]
    end = ends[0] if ends else story.now
    last = max((minute for line in series for minute in line["minutes"]), default=0.0)
    return {
        "units": len(counted),
        "series": series,
        "limits": bounds,
        "end": round(max(1.0, last, (end - story.start) / MINUTE), 3),
    }


def commonest(values: Iterable[float | None]) -> float | None:
    """The value most of them have, the smaller one of two as common; None when none is known."""
    known = [value for value in values if value]
    return min(known, key=lambda value: (-known.count(value), value), default=None)


def remarks(story: Story) -> list[dict[str, str]]:
    """Who was late, refused, was replaced, left early, never came, was called off, came unasked; last what did not occur."""
    listed = story.listed
    rows = [("超时", _late(story, listed))]
    for name in ("refused", "replaced", "left_early", "never_came", "cleared", "cancelled"):
        rows.append((word("outcome", name), _with_outcome(story, listed, name)))
    rows.append(("未召先到", [story.names.unit(state.unit) for state in listed if state.unasked]))
    told = [{"name": name, "text": "；".join(found) + "。"} for name, found in rows if found]
    nothing = "、".join(name for name, found in rows if not found)
    return [*told, {"name": nothing, "text": "无。"}] if nothing else told


def _late(story: Story, listed: Sequence[ReportIn]) -> list[str]:
    """Each judged unit that overran a limit, with its clocks; a clock still without a time is named apart."""
    found = []
    for state in listed:
        if not judged(state) or state.undone:
            continue
        over = {name: overrun(story, state, name) for name in CLOCKS}
        told = [
            f"{word('clock', name)}超{times.spoken_span(late)}"
            for name, late in over.items()
            if late and state.milestone(CLOCKS[name]) is not None
        ]
        running = [name for name, late in over.items() if late and state.milestone(CLOCKS[name]) is None]
        if running:
            names = "、".join(word("clock", name) for name in running)
            told.append(f"{names}已过时限，{_since_when(story, state)}仍无记录")
        if told:
            found.append(f"{story.names.unit(state.unit)}{'，'.join(told)}")
    return found


def _since_when(story: Story, state: ReportIn) -> str:
    """Until when nothing was heard of a unit: called off, the incident closed, or these pages printed."""
    off = called_off_at(state)
    if off is not None:
        return f"{times.short_clock(off)}取消召集时"
    return "至打印时" if story.until == story.now else "至事件结束时"


def _with_outcome(story: Story, listed: Sequence[ReportIn], name: str) -> list[str]:
    found = []
    for state in listed:
        for outcome in state.outcomes:
            if (ending(state) if outcome is state.outcome else outcome.name) == name:
                told = "，".join(part for part in _about(story, outcome) if part)
                unit = story.names.unit(state.unit)
                found.append(f"{unit}（{told}）" if told else unit)
    return found


def limits_in_force(story: Story) -> list[dict[str, str]]:
    """The limits this incident ran under, each with its source while the office still has it so.

    Units have limits of their own; for them the range is given, and the office's general one with its source.
    """
    judged_units = [state for state in story.listed if judged(state)]
    rows = []
    for name, key in LIMIT_KEYS.items():
        if name in CLOCKS:
            values = sorted({value for state in judged_units if (value := state.limits.get(name))})
        else:
            values = [value] if (value := story.whistle.limits.get(name)) else []
        if not values:
            continue
        now = story.names.limits.get(key)
        general = now.milliseconds / MINUTE if now is not None else None
        rows.append(
            {
                "name": word("clock", name),
                "value": _range(values),
                "basis": _basis(name, general in values, word("basis", now.basis) if now else ""),
                "source": now.source if now is not None and general in values else "",
            }
        )
    return rows


def _range(values: Sequence[float]) -> str:
    if len(values) == 1:
        return times.minutes(values[0])
    return f"{values[0]:g}至{times.minutes(values[-1])}"


def _basis(name: str, standing: bool, basis: str) -> str:
    """How well a limit is sourced. One the office has changed since stands as it was set then."""
    if name in CLOCKS:
        return f"各单位设定，通用值{basis}" if standing else "各单位设定"
    return basis if standing else "吹哨时的设定"
