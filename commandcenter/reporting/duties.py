"""Papers of the responsibility list: the list itself, the special list of disputed duties, the reply to a task that goes back."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.admission import Admission
from commandcenter.domain.event import REAL
from commandcenter.domain.responsibility import BASES, BLOCKS, PARTS, PRINTED_SHARES, Item, in_order, item_of, shares
from commandcenter.reporting import blocks, times
from commandcenter.reporting.blocks import Block
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import NONE, UNKNOWN, word


def responsibility_list(material: Material) -> dict[str, Any]:
    """The list as it is in force, block by block, with how it splits below, and what was added or taken off."""
    items = in_order(item_of(record) for record in material.reference.records("responsibility").values())
    standing = [item for item in items if item.in_force]
    found: list[Block] = []
    for block in BLOCKS:
        mine = [item for item in standing if item.block == block]
        if not mine:
            continue
        found.append(blocks.level1(f"{word('duty_block', block)}（{len(mine)}项）"))
        table = [
            (one.number, word("duty_part", one.part), one.text, _lead(material, one), one.basis or UNKNOWN)
            for one in mine
        ]
        heads = ("序号", "性质", "职责事项", "牵头部门", "依据")
        found.append(blocks.table(heads, table, (12, 20, 0, 34, 44), centred=(0, 1)))
    found.append(blocks.level1("构成"))
    found.append(blocks.par(_split(standing)))
    changed = [item for item in items if item.origin != "base"]
    if changed:
        found.append(blocks.level1("本街道增减"))
        lines = [
            (
                one.number,
                word("duty_origin", one.origin),
                one.text,
                one.reason or UNKNOWN,
                one.procedure or UNKNOWN,
                one.since or UNKNOWN,
            )
            for one in changed
        ]
        names = ("序号", "增减", "职责事项", "原因", "程序", "自何时")
        found.append(blocks.table(names, lines, (14, 18, 0, 40, 34, 24), centred=(0, 1, 5)))
    return {
        "document": "responsibility_list",
        "paper": material.paper(title="街道职责清单", number="", mode=REAL),
        "blocks": found,
    }


def _lead(material: Material, item: Item) -> str:
    return item.lead or (material.names.unit(item.lead_unit) if item.lead_unit else NONE)


def _split(items: list[Item]) -> str:
    told = shares(items)
    parts = [
        f"{word('duty_part', part)}{told.counts[part]}项，占{_share(told.of(part))}（试行清单{PRINTED_SHARES[part] * 100:.1f}%）"
        for part in PARTS
    ]
    sources = "、".join(f"{word('duty_basis', basis)}{told.sources[basis]}项" for basis in BASES if told.sources[basis])
    return (
        f"在用{told.whole}项。{'；'.join(parts)}。依据：{sources or UNKNOWN}；部门文件占{_share(told.departmental)}。"
    )


def _share(share: float | None) -> str:
    return f"{share * 100:.1f}%" if share is not None else UNKNOWN


def duty_disputes(material: Material) -> dict[str, Any]:
    """The special list as the screen shows it: ``options["rows"]`` are when, unit, number, matter, reason, words."""
    told = material.options.get("rows")
    rows = [tuple(str(cell) or NONE for cell in row) for row in told] if isinstance(told, list | tuple) else []
    numbered = [(place, *row) for place, row in enumerate(rows, start=1)]
    heads = ("序", "时间", "单位", "编号", "事项", "理由", "说明")
    return {
        "document": "duty_disputes",
        "flipped": True,
        "paper": material.paper(title="职责争议专项清单", number="", mode=REAL),
        "blocks": [
            blocks.par("吹哨和派单中出现的职责交叉、空白和不清，逐条列出，报职责清单管理部门研究。"),
            blocks.table(heads, numbered, (10, 28, 40, 40, 50, 28, 0), centred=(0, 1), empty="没有职责争议。"),
            blocks.signatures(["填报人", "审核人"]),
        ],
    }


def admission_reply(material: Material) -> dict[str, Any]:
    """The reply to who asked: the task stands outside the list, is no emergency, and goes back with the reason."""
    state = material.state(Admission)
    asked = f"你单位{f'《{state.title}》' if state.title else '来文'}{f'（{state.document}）' if state.document else ''}收悉。"
    return {
        "document": "admission_reply",
        "heading": ["关于退回任务的函"],
        "paper": material.paper(title="任务退回函", number=state.reply or state.number, mode=REAL),
        "blocks": [
            blocks.addressee(state.sender or UNKNOWN),
            blocks.par(f"{asked}经对照街道职责清单，所列任务{_finding(state)}，现予退回。", "答复"),
            blocks.par(state.result or state.why or UNKNOWN, "理由"),
            blocks.par("确需街道承担的，请按清单动态管理程序报批，取得批准文号后再行下达。突发事件除外。"),
            blocks.signed(
                material.names.office, times.day(state.closed_at if state.closed_at is not None else material.now)
            ),
        ],
    }


def _finding(state: Admission) -> str:
    return "不在清单之内，先行处置后未获批准" if state.finding == "emergency" else "不在清单之内，也不属于突发紧急情况"
