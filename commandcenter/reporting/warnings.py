"""The paper of a warning: the three scales, who answered and when, the measures, who was moved, the summary (domain.md 2.5)."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.event import REAL
from commandcenter.domain.warning import Target, Warning, times
from commandcenter.reporting import blocks
from commandcenter.reporting import times as told
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import UNKNOWN, word

NONE = "—"


def warning_record(material: Material) -> dict[str, Any]:
    """The record of call-and-answer, round by round."""
    state = material.state(Warning)
    found: list[blocks.Block] = [
        blocks.pairs(_head(material, state)),
        blocks.level1("预警原文"),
        blocks.par(state.words or UNKNOWN),
    ]
    for number, round_ in enumerate(state.rounds, start=1):
        found.append(blocks.level1(f"叫应第{number}轮：{word('warning_round', round_.kind)}"))
        found.append(blocks.par(_times(state, number)))
        found.append(_answers(material, state, number))
    if state.measures:
        found.append(blocks.level1("措施"))
        done = [(f"{one.words}{_at(one.done_at)}", one.done_at is not None) for one in state.measures]
        found.append(blocks.ticks(done))
    if state.transfer.planned is not None:
        found += [blocks.level1("转移"), blocks.par(_transfer(state))]
    if state.summary:
        found += [blocks.level1("小结"), blocks.par(state.summary)]
    found.append(blocks.signatures(["值班员", "带班领导"]))
    return {
        "document": "warning_record",
        "paper": material.paper(title="预警叫应记录", number=state.number, mode=REAL),
        "blocks": found,
    }


def _head(material: Material, state: Warning) -> list[tuple[str, str]]:
    places = material.directory.places
    touched = "、".join(places[key].name for key in state.places if key in places)
    guesses = [
        guess
        for whistle in state.whistles
        if (guess := material.incidents.whistle(whistle).guesses.get("event")) is not None and guess.value
    ]
    numbers = "、".join(material.incidents.whistle(key).number for key in state.whistles)
    until = told.moment(state.until) if state.until is not None else UNKNOWN
    since = told.moment(state.since) if state.since is not None else UNKNOWN
    return [
        ("预警", state.title),
        ("预警级别", word("warning_colour", state.colour)),
        ("响应级别", word("response_level", state.response) if state.response else "未启动"),
        ("事件等级", f"初判{word('grade', guesses[0].value)}" if guesses else "没有初判"),
        (
            "收到",
            f"{told.moment(state.opened_at)}，来自{state.source}{'，' if state.source_number else ''}{state.source_number}",
        ),
        ("发布单位", state.issuer or UNKNOWN),
        ("区域", state.area or UNKNOWN),
        ("时间", f"{since}至{until}"),
        ("研判", "不影响本街道" if state.touches is False else touched or UNKNOWN),
        ("要查", state.hazards or NONE),
        ("带班", state.shift_leader or NONE),
        ("应急哨", numbers or NONE),
        ("解除", told.moment(state.over_at) if state.over_at is not None else "还没有解除"),
    ]


def _times(state: Warning, number: int) -> str:
    found = times(state, number)
    text = f"叫应{found.called}个，答应{found.answered}个，其中上门{found.by_visit}个，共叫{found.tries}次。"
    if found.first is not None and found.last is not None:
        text += f"第一个用时{told.spoken_span(found.first)}，最后一个用时{told.spoken_span(found.last)}。"
    due = state.rounds[number - 1].due_at
    return text + (f"限{told.short_clock(due)}前全部答应，超时{found.late}个。" if due is not None else "")


def _answers(material: Material, state: Warning, number: int) -> blocks.Block:
    rows = []
    for place, target in enumerate(state.targets, start=1):
        answer = target.answer(number)
        tries = target.tries_in(number)
        way = word("try_way", answer.way) if answer is not None else NONE
        at = told.stamp(answer.at) if answer is not None else "不用叫" if target.dropped else "没有答应"
        who = answer.answered_by if answer is not None else NONE
        rows.append((place, _name(material, target), len(tries), at, way, who))
    heads = ("序", "叫应对象", "次数", "答应", "方式", "谁答应")
    return blocks.table(heads, rows, (10, 0, 14, 34, 16, 36), centred=(0, 2))


def _name(material: Material, target: Target) -> str:
    if target.unit:
        return material.names.unit(target.unit)
    people = material.directory.people
    return target.name or (people[target.person].name if target.person in people else "") or UNKNOWN


def _transfer(state: Warning) -> str:
    moved = state.transfer
    counts = f"应转{told.count(moved.planned, '人')}，已转{told.count(moved.moved, '人')}，拒转{told.count(moved.refused, '人')}。"
    agrees = {True: "各数对得上。", False: "各数对不上。", None: "有数不明。"}[moved.agrees]
    return counts + agrees + (f"{moved.words}" if moved.words else "")


def _at(at: int | None) -> str:
    return f"（{told.stamp(at)}）" if at is not None else ""
