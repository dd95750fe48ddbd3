"""F20 个人信息销毁清单: what of an incident is destroyed, what stays, which papers have to be collected; two people sign."""

from __future__ import annotations

from typing import Any

from commandcenter.domain import privacy
from commandcenter.domain.clock import DAY
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import FAMILIES
from commandcenter.reporting import blocks, times
from commandcenter.reporting.background import NOBODY
from commandcenter.reporting.blocks import Block
from commandcenter.reporting.material import Material
from commandcenter.reporting.registry import FORMS
from commandcenter.reporting.words import NONE, UNKNOWN, word


def destruction_document(material: Material) -> dict[str, Any]:
    """The list for destruction, without a single name of those it is about. Refuses ``privacy_running``."""
    whistle = material.incident.whistle
    end = privacy.ended_at(whistle)
    if end is None:
        raise Refused("privacy_running")
    state = material.privacy.of(material.whistle)
    limit = material.names.limits.get(privacy.DESTROY)
    due = privacy.due_at(whistle, state, limit.milliseconds) if limit is not None else None
    basis = f"{limit.milliseconds / DAY:g}天（{limit.source}）" if limit is not None else UNKNOWN
    return {
        "document": "destruction",
        "paper": material.paper(title="个人信息销毁清单", number=whistle.number, mode=whistle.mode),
        "blocks": [
            blocks.pairs(
                [
                    ("事件编号", whistle.number),
                    ("事件结束", times.moment(end)),
                    ("保存时限", basis),
                    ("应当销毁", times.day(due) if due is not None else UNKNOWN),
                    ("现状", _stands(state)),
                    ("依据", "《突发事件应对法》第八十五条：为应对突发事件收集的个人信息，处置结束后按规定销毁。"),
                ]
            ),
            *_what(material, state),
            *_papers(material),
            *_openings(material, state),
            blocks.level1("四、核对"),
            blocks.ticks(
                [
                    ("已核对不需要作为证据或者调查材料继续保存", state.destroyed_at is not None),
                    ("上表所列纸质件、导出文件已经收回并销毁", False),
                    ("备份中的同一内容：恢复时自动再次销毁，旧备份到期轮换", False),
                ]
            ),
            *_signed(material, state),
        ],
    }


def _stands(state: privacy.Privacy) -> str:
    if state.destroyed_at is not None:
        return f"{times.moment(state.destroyed_at)}已销毁"
    if state.kept_until:
        return f"作证据保存至{state.kept_until}：{state.assessment or UNKNOWN}"
    return {0: "待签字", 1: "已有一人签字"}.get(len(state.signatures), "两人已签字，到期销毁")


def _what(material: Material, state: privacy.Privacy) -> list[Block]:
    if state.destroyed is not None:
        rows = [(word("private_family", name), f"{count}项") for name, count in sorted(state.destroyed.items())]
        head = "数量"
    else:
        families = [f"{name}/{material.whistle}" for name in FAMILIES if name not in privacy.LEFT_ALONE]
        subjects = [*families, *material.privacy.matters(material.whistle)]
        found = material.privacy.entries(subjects)
        rows = [(word("private_family", name), f"{count}条") for name, count in sorted(found.items())]
        head = "含个人信息的记录"
    return [
        blocks.level1("一、销毁的内容"),
        blocks.table(
            ("序", "内容", head), [(place, *row) for place, row in enumerate(rows, 1)], (12, 0, 40), centred=(0, 2)
        ),
        blocks.note("保留：时刻、单位、数量、代码和记录的校验值，复盘结论、签字和打印记录。销毁后记录链仍可核验。"),
    ]


def _papers(material: Material) -> list[Block]:
    rows = []
    for prints in material.privacy.prints(material.whistle):
        form = FORMS.get(prints.form)
        if form is None or not (form.private or form.word):
            continue
        for place, one in enumerate(prints.prints, start=1):
            way = word("print_way", one.way)
            copies = f"{one.copies}份" if one.way == "printer" else "1个文件"
            by = material.names.person(one.by) or NOBODY
            rows.append((form.code, f"{form.name}（第{place}次）", way, copies, times.stamp(one.at), by))
    return [
        blocks.level1("二、应当收回销毁的纸质件和导出文件"),
        blocks.table(
            ("表号", "名称", "方式", "数量", "时间", "经手人", "已收回"),
            [(*row, "") for row in rows],
            (14, 0, 20, 20, 34, 24, 18),
            centred=(0, 2, 3, 4, 5),
            empty="没有打印或者导出过含个人信息的材料。",
        ),
    ]


def _openings(material: Material, state: privacy.Privacy) -> list[Block]:
    rows = [
        (times.stamp(one.at), material.names.person(one.by) or NOBODY, one.reason or NONE) for one in state.openings
    ]
    return [
        blocks.level1("三、事件结束后的查看"),
        blocks.table(("时间", "查看人", "理由"), rows, (36, 30, 0), empty="事件结束后没有人查看过个人信息。"),
    ]


def _signed(material: Material, state: privacy.Privacy) -> list[Block]:
    found: list[Block] = []
    if state.signatures:
        told = "；".join(
            f"{material.names.person(one.person) or NOBODY}（{times.stamp(one.at)}）" for one in state.signatures
        )
        found.append(blocks.par(told, "系统内签署"))
    return [*found, blocks.signatures(["销毁人", "监销人"])]
