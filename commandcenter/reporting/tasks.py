"""What is given out at the post, on paper: F09 task order, F10 decision record, F11 transfer list, F12 supplies.

The transfer list is kept apart from every other paper (domain.md 5.6): it alone bears names, addresses and phones.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from commandcenter.domain.command_post import PostDecision
from commandcenter.domain.order import Order
from commandcenter.domain.refusal import Refused
from commandcenter.domain.supply import WAYS, Supply
from commandcenter.domain.transfer import PRIORITIES, STAGES, Household, Tally, in_order, tally
from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import NONE, UNKNOWN, word

SPARE_HOUSEHOLDS = 4
SPARE_SUPPLIES = 5
"""Empty lines for what is written by hand."""


def _basics(material: Material) -> list[tuple[str, str]]:
    story = material.story
    return [
        ("事件", story.whistle.title or UNKNOWN),
        ("地点", story.place() or f"{UNKNOWN}（待定）"),
    ]


def _paper(material: Material, title: str) -> dict[str, Any]:
    whistle = material.incident.whistle
    return material.paper(title=title, number=whistle.number, mode=whistle.mode)


# --- F09 任务单 ----------------------------------------------------------------------------------------------------


def order_sheet(material: Material) -> dict[str, Any]:
    """One order: one task, its bounds, dangers and gear, who took it and read it back, what came of it."""
    orders = list(material.incident.orders)
    place = next((n for n, one in enumerate(orders, start=1) if one.subject == material.subject), 0)
    if not place:
        raise Refused("nothing_to_print")
    order, names = orders[place - 1], material.names
    receiver = names.unit(order.unit) if order.unit else order.group or "全体"
    orderer = order.orderer or ("预案" if order.origin == "plan" else names.person(order.given_by)) or UNKNOWN
    if order.origin == "verbal":
        orderer += "（口头指示" + ("，已复述）" if order.read_back else "，未复述）")
    due = times.stamp(order.due_at) if order.due_at is not None else "未定"
    return {
        "document": "order_sheet",
        "paper": _paper(material, f"任务单（第{place}号）"),
        "blocks": [
            blocks.pairs(
                [
                    *_basics(material),
                    ("任务", order.words or UNKNOWN),
                    ("受令单位", receiver),
                    ("下令人", orderer),
                    ("下达时间", times.moment(order.given_at)),
                    ("完成时限", due),
                    ("任务边界", order.bounds or "未另定"),
                ]
            ),
            blocks.boxed(f"危险：{order.danger or '未另提示'}　防护：{order.gear or '按岗位规定'}"),
            blocks.pairs(
                [
                    ("领受", _taken(order)),
                    *((times.short_clock(step.at), _said(step.words, step.told_by)) for step in order.progress),
                    ("结果", _result(order)),
                    ("凭据", order.evidence or NONE),
                ]
            ),
            blocks.signatures(["下令人", "领受人"]),
        ],
    }


def _said(words: str, by: str) -> str:
    return f"{words}（{by}报）" if by else words


def _taken(order: Order) -> str:
    if order.acknowledged_at is None:
        return "未领受"
    read = "复述无误" if order.read_back else "未复述"
    by = f"，{order.taken_by}" if order.taken_by else ""
    return f"{times.short_clock(order.acknowledged_at)}{by}，{read}"


def _result(order: Order) -> str:
    if order.done_at is not None:
        late = "（逾期）" if order.due_at is not None and order.done_at > order.due_at else ""
        return f"{times.short_clock(order.done_at)}完成{late}" + (f"：{order.result}" if order.result else "")
    if order.dropped_at is not None:
        return f"{times.short_clock(order.dropped_at)}撤销" + (f"：{order.drop_reason}" if order.drop_reason else "")
    if order.lapsed_at is not None:
        return f"{times.short_clock(order.lapsed_at)}随事件结束，未报结果"
    return "未报结果"


# --- F10 决策记录 --------------------------------------------------------------------------------------------------


def decision_log(material: Material) -> dict[str, Any]:
    """Every decision with its basis, what was known when it was taken, for whom, and what came of it; and the meetings."""
    post = material.incident.post
    orders = {one.subject: one for one in material.incident.orders}
    pieces = [blocks.pairs(_basics(material))]
    if post.meetings:
        rows = [
            (
                str(place),
                times.short_clock(one.at),
                one.words or UNKNOWN,
                one.chair or UNKNOWN,
                times.count(one.people, "人"),
            )
            for place, one in enumerate(post.meetings, start=1)
        ]
        pieces.append(blocks.level1("一、现场会"))
        pieces.append(
            blocks.table(("次", "时间", "说了什么", "主持", "到会"), rows, (9, 15, 0, 22, 16), centred=(0, 1, 3, 4))
        )
    pieces.append(blocks.level1("二、决定" if post.meetings else "一、决定"))
    if not post.decisions:
        pieces.append(blocks.par("无记录。"))
    for one in post.decisions:
        pieces.append(blocks.pairs(_decision(material, one, orders.get(one.order)), width=30))
    pieces.append(blocks.note("“当时已知”由系统按作出决定的时刻取自记录，不是事后填写；未录入的写不明。"))
    pieces.append(blocks.signatures(["总指挥", "记录人"]))
    return {"document": "decision_log", "paper": _paper(material, "决策记录"), "blocks": pieces}


def _decision(material: Material, one: PostDecision, order: Order | None) -> list[tuple[str, str]]:
    whom = material.names.unit(one.unit) if one.unit else one.group or "全体"
    due = f"，限{times.short_clock(one.due_at)}前" if one.due_at is not None else ""
    return [
        (f"决定{one.number}", one.words or UNKNOWN),
        ("时间、决定人", f"{times.moment(one.at)}，{one.orderer or UNKNOWN}"),
        ("依据", one.basis or "未写"),
        ("当时已知", _known(one.known, one.hazard)),
        ("交办", f"{whom}{due}"),
        ("办理", _outcome(one, order)),
    ]


def _known(known: Mapping[str, int], hazard: str) -> str:
    """What was on record at that moment, as one sentence; what nobody had told is 不明."""
    people = "，".join(
        f"{word('known', name)}{times.count(known.get(name), '人')}" for name in ("trapped", "injured", "evacuated")
    )
    if "moved" in known:
        people += f"，{word('known', 'moved')}{known['moved']}人"
    forces = (
        f"召集{known.get('asked', 0)}个单位，响应{known.get('answered', 0)}个，到场{known.get('arrived', 0)}个，"
        f"在场{times.count(known.get('people'), '人')}，未结指令{known.get('orders', 0)}条"
    )
    return f"{people}；{forces}；险情：{hazard or UNKNOWN}"


def _outcome(one: PostDecision, order: Order | None) -> str:
    if order is not None:
        return f"已下指令，{_result(order)}"
    if one.done_at is not None:
        return f"{times.short_clock(one.done_at)}办结" + (f"：{one.result}" if one.result else "")
    if one.dropped_at is not None:
        return f"{times.short_clock(one.dropped_at)}放弃" + (f"：{one.result}" if one.result else "")
    return "未报结果"


# --- F11 疏散转移登记表 --------------------------------------------------------------------------------------------


def transfer_list(material: Material) -> dict[str, Any]:
    """Who should move and where each is, the numbers that add up, and lines to write on."""
    lines = in_order(material.of(Household, "transfer"))
    numbers = tally(lines)
    rows = [
        (
            place,
            _who(line),
            _people(line),
            "、".join(word("priority", name) for name in PRIORITIES if name in line.priority) or NONE,
            _where(material, line),
            line.helper or NONE,
            _times(line),
        )
        for place, line in enumerate(lines, start=1)
    ]
    return {
        "document": "transfer_list",
        "flipped": True,
        "paper": _paper(material, "疏散转移登记表"),
        "blocks": [
            blocks.pairs([*_basics(material), ("人数", _sums(numbers))]),
            blocks.table(
                ("序", "地址、户主、电话", "户、人", "重点人群", "状态、去处", "帮扶人", "时间"),
                rows,
                (9, 0, 26, 30, 62, 24, 34),
                centred=(0, 2, 5),
                spare=SPARE_HOUSEHOLDS,
                height=9,
            ),
            blocks.note("本表单独存放，不随其他材料外送；用后按规定销毁。"),
            blocks.signatures(["登记人", "安置点接收人"]),
        ],
    }


def _who(line: Household) -> str:
    return "\n".join(part for part in (line.address or UNKNOWN, " ".join((line.name, line.phone)).strip()) if part)


def _people(line: Household) -> str:
    return f"{line.households}户\n{times.count(line.people, '人')}"


def _where(material: Material, line: Household) -> str:
    spread = [f"{word('transfer_stage', name)}{line.spread[name]}人" for name in STAGES if line.spread.get(name)]
    told = "，".join(spread) or word("transfer_stage", line.stage)
    place = material.names.place(line.place, line.place_words)
    counted = f"点名{line.checked}人" if line.checked is not None else ""
    differs = f"（差{line.difference}人）" if line.difference else ""
    return "\n".join(part for part in (told, place, counted + differs) if part)


def _times(line: Household) -> str:
    return "\n".join(
        f"{times.short_clock(step.at)}{word('transfer_stage', step.to)}" for step in line.steps if not step.struck
    )


def _sums(numbers: Tally) -> str:
    """The numbers, so that whoever reads them can add them up."""
    if not numbers.households:
        return "尚无登记"
    parts = [f"{word('transfer_stage', name)}{numbers.stages.get(name, 0)}人" for name in STAGES]
    unknown = f"；另有{numbers.unknown}户人数不明" if numbers.unknown else ""
    differs = f"；差数{numbers.difference}人，待核" if numbers.difference else "；核对一致"
    return f"共{numbers.households}户，登记{numbers.people}人＝" + "＋".join(parts) + unknown + differs


# --- F12 物资领用、归还单 ------------------------------------------------------------------------------------------


def supply_sheet(material: Material) -> dict[str, Any]:
    """What was taken, by whom, what came back, was used, broke or was written off, and what is still out."""
    supplies = [one for one in material.of(Supply, "supply") if one.struck_at is None]
    names = material.names
    rows = [
        (
            place,
            one.item,
            f"{one.quantity}{one.measure}",
            names.place(one.store) or NONE,
            "，".join(part for part in (names.unit(one.unit) if one.unit else "", one.taken_by) if part),
            times.short_clock(one.opened_at),
            *(str(one.sum(way)) if one.sum(way) else NONE for way in WAYS),
            str(one.rest) if one.rest else "已清",
            "",
        )
        for place, one in enumerate(supplies, start=1)
    ]
    reasons = [
        f"{one.item}{word('supply_way', entry.way)}{entry.quantity}{one.measure}：{entry.words}"
        for one in supplies
        for entry in one.entries
        if entry.words and not entry.struck
    ]
    out = [one for one in supplies if one.rest]
    return {
        "document": "supply_sheet",
        "flipped": True,
        "paper": _paper(material, "物资领用、归还单"),
        "blocks": [
            blocks.pairs([*_basics(material), ("核对", _open(out, len(supplies)))]),
            blocks.table(
                ("序", "物资", "领用", "出库", "领用单位、人", "时间", "归还", "消耗", "损坏", "核销", "在外", "签字"),
                rows,
                (9, 30, 20, 34, 0, 15, 14, 14, 14, 14, 16, 28),
                centred=(0, 2, 5, 6, 7, 8, 9, 10),
                spare=SPARE_SUPPLIES,
                height=9,
            ),
            *([blocks.pairs([("原因", "；".join(reasons))])] if reasons else []),
            blocks.signatures(["保管人", "经办人"]),
        ],
    }


def _open(out: list[Supply], count: int) -> str:
    if not count:
        return "尚无领用"
    if not out:
        return f"共领用{count}笔，全部了结"
    told = "、".join(f"{one.item}{one.rest}{one.measure}" for one in out)
    return f"共领用{count}笔，未了结{len(out)}笔：{told}"
