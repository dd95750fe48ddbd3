"""The papers of a consultation: its agenda before the meeting, its minutes (F13) after it.

A case stands in them by its number and its matter; names and numbers of those who called are masked in everything that was
written, because minutes go to every unit that came.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from commandcenter.domain.consultation import Consultation, Decided, Item
from commandcenter.domain.masking import mask_known
from commandcenter.domain.problem import Problem
from commandcenter.domain.proposal import Proposal
from commandcenter.domain.refusal import Refused
from commandcenter.reporting import blocks, minutes, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.paper import title_lines
from commandcenter.reporting.words import ERASED, NONE, UNKNOWN, word

Mask = Callable[[str], str]
_ORDINALS = "一二三四五六七八九十"


def consultation_agenda(material: Material) -> dict[str, Any]:
    """The agenda: what is dealt with in which order, why, whose it is, and room to write."""
    state = material.state(Consultation)
    mask = _mask(material, state)
    rows = [
        (place, _about(material, item, mask), _reasons(item), _unit(material, item.unit), "")
        for place, item in enumerate(state.agenda, start=1)
    ]
    asked = "、".join(material.names.unit(unit) for unit in state.presence) or UNKNOWN
    told = [
        blocks.pairs(
            [
                ("会商", state.title or UNKNOWN),
                ("时间", times.moment(state.planned_at) if state.planned_at is not None else UNKNOWN),
                ("地点", state.place or UNKNOWN),
                ("主持人", state.chair or UNKNOWN),
                ("参加单位", asked),
            ]
        ),
        blocks.table(
            ("序", "议题", "上会原因", "单位", "记录"),
            rows, (9, 0, 26, 32, 46), centred=(0,), height=16, spare=2,
        ),
        blocks.signatures(["主持人", "记录人"]),
    ]  # fmt: skip
    return {
        "document": "consultation_agenda",
        "paper": material.paper(title="会商议程", number=state.number, mode=state.mode),
        "blocks": told,
    }


def consultation_minutes(material: Material) -> dict[str, Any]:
    """F13 会商纪要: what was dealt with, what was said, what was decided, by whom until when. Refuses ``nothing_to_print``
    before the meeting.
    """
    state = material.state(Consultation)
    if state.held_at is None:
        raise Refused("nothing_to_print")
    mask = _mask(material, state)
    came = [unit for unit, presence in state.presence.items() if presence == "came"]
    about = f"研究{len(state.agenda)}项议题"
    told = [
        blocks.par(
            minutes.opening(
                state.held_at, state.chair, state.place, "会商会议", about, "、".join(map(material.names.unit, came))
            )
        ),
        blocks.level1("一、议定事项"),
    ]
    for place, item in enumerate(state.agenda, start=1):
        told += _item(material, state, item, place, mask)
    told += [blocks.level1("二、任务分工"), _tasks(material, state, mask)]
    if state.summary:
        told.append(blocks.level1("三、会议要求"))
        told += [blocks.par(minutes.stopped(mask(line))) for line in state.summary.splitlines() if line.strip()]
    told += _presence(material, state)
    told.append(blocks.par(f"签发：{state.signed_by or '　　　　　　'}"))
    told.append(blocks.signed(str(material.names.office), times.day(state.minuted_at or state.held_at)))
    units = list(dict.fromkeys([*came, *(one.unit for one in state.decisions)]))
    told.append(blocks.copies([("发", "、".join(map(material.names.unit, units)) or UNKNOWN)]))
    return {
        "document": "consultation_minutes",
        "paper": material.paper(title="会商纪要", number=state.number, mode=state.mode),
        "heading": title_lines([state.title or UNKNOWN, "纪要"]),
        "under_title": f"（{times.day(state.held_at)}）",
        "blocks": told,
    }


def _mask(material: Material, state: Consultation) -> Mask:
    """Masks names and numbers of those who called about the cases of the agenda, in any words."""
    cases = [material.cases.case(item.key)[0] for item in state.items if item.about == "case"]
    problems = [
        material.matters.one(Proposal, f"proposal/{item.key}") for item in state.items if item.about == "proposal"
    ]
    names = sorted({*(case.reporter for case in cases), *(one.proposer for one in problems)} - {""}, key=len)

    def mask(words: str) -> str:
        return mask_known(words, *reversed(names))

    return mask


def _about(material: Material, item: Item, mask: Mask) -> str:
    """What an item is about: kind, number and title; the words of it when it has no number."""
    if item.about == "case":
        case = material.cases.case(item.key)[0]
        number, title = case.number, (case.title or (ERASED if case.erased else ""))
    elif item.about == "problem":
        problem = material.matters.one(Problem, f"problem/{item.key}")
        number, title = problem.number, problem.title
    elif item.about == "proposal":
        proposal = material.matters.one(Proposal, f"proposal/{item.key}")
        number, title = proposal.number, proposal.title
    else:
        return mask(item.words) or ERASED
    told = "：".join(part for part in (mask(title) or UNKNOWN, mask(item.words)) if part)
    return f"{told}（{word('agenda_about', item.about)}{number}）"


def _reasons(item: Item) -> str:
    return "、".join(word("agenda_reason", code) for code in item.reason.split()) or NONE


def _unit(material: Material, unit: str) -> str:
    return material.names.unit(unit) if unit else NONE


def _item(material: Material, state: Consultation, item: Item, place: int, mask: Mask) -> list[blocks.Block]:
    told = [blocks.level2(f"（{ordinal(place)}）{_about(material, item, mask)}")]
    if item.discussed:
        told.append(blocks.par(minutes.stopped(mask(item.discussed))))
    for one in state.decisions:
        if one.item == item.id:
            told.append(blocks.par(_decision(material, one, mask)))
    if len(told) == 1:
        told.append(blocks.par("没有记录。"))
    return told


def _decision(material: Material, one: Decided, mask: Mask) -> str:
    due = f"，{times.day(one.term.due_at)}前完成" if one.term is not None else ""
    return (
        f"会议议定：由{material.names.unit(one.unit)}负责，{mask(one.words).strip().rstrip('。；;') or ERASED}{due}。"
    )


def _tasks(material: Material, state: Consultation, mask: Mask) -> blocks.Block:
    if not state.decisions:
        return blocks.par("会议没有议定任务。")
    rows = [
        (material.names.unit(one.unit), mask(one.words) or ERASED, one.term.due_at if one.term is not None else None)
        for one in state.decisions
    ]
    return minutes.tasks(rows)


def _presence(material: Material, state: Consultation) -> list[blocks.Block]:
    rows = []
    for presence, name in (("came", "出席"), ("excused", "请假"), ("missed", "未到")):
        told = [
            material.names.unit(unit) + (f"（{state.people[unit]}）" if state.people.get(unit) else "")
            for unit, one in state.presence.items()
            if one == presence
        ]
        if told:
            rows.append(blocks.par("、".join(told), name))
    return rows


def ordinal(number: int) -> str:
    """1 → 一, 12 → 十二, 20 → 二十, 60 → 六十."""
    tens, ones = divmod(number, 10)
    told = (_ORDINALS[tens - 1] if tens > 1 else "") + ("十" if tens else "")
    return told + (_ORDINALS[ones - 1] if ones else "")
