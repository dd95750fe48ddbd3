"""F22 停电手工应急卡: what the duty room works with for the first hour when the computer is dead (domain.md 5.6, 5.8).

Printed while everything works and kept beside the telephone. What is written on its record sheet is entered afterwards in
the same columns.
"""

from __future__ import annotations

from typing import Any

from commandcenter.domain.roster import Directory, Holder
from commandcenter.domain.unit import RELATIONS, Unit
from commandcenter.reporting import blocks, times
from commandcenter.reporting.blocks import Block
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import NONE, UNKNOWN, tables, word

RECORD_LINES = 22
"""Empty lines on each of the two record sheets."""
_FIRST = (
    ("记时间", "看钟，把接报时间、来电人、地点写在来电记录单上。没有问到的写“不明”。"),
    (
        "打电话",
        "按部门联系表（后面）逐个拨打：先直属，再调度、请求。念：时间、地点、什么事、请来做什么、集结点、回电号码。",
    ),
    ("听复述", "对方复述一遍再打勾；不一致，重念。没接通，拨下一个号码。"),
    ("报领导、报区", "先电话，后书面（信息报告页）。写下接报人姓名和时刻。"),
    ("逐条记", "每件事一行，写在手工记录表：时刻、单位、做什么、几人、原话。写错了划一道，另起一行，不涂改。"),
    ("到场签到", "签到表带到集结点，每个单位签一行，离场要清点人数。"),
    ("来电以后", "照手工记录表一行一行补录（报到板的“补录手工记录”），两个时间都会保留。本卡记完交档案。"),
)


def kit_document(material: Material) -> dict[str, Any]:
    """The whole kit: what to do, the record sheets, blank F02, F05 and F07, and every number the office has today."""
    directory = material.directory
    units = [unit for unit in material.names.units.values() if unit.active]
    pieces: list[Block] = [
        blocks.boxed("电脑、网络或电源不能用时，用这一套纸。先打电话，后补记录。"),
        blocks.table(
            ("步", "做什么", "怎么做"),
            [(str(place), name, text) for place, (name, text) in enumerate(_FIRST, start=1)],
            (9, 26, 0),
            centred=(0,),
            height=11,
        ),
        blocks.fields(
            [[("值班电话", material.names.phone or UNKNOWN), ("集结点", "")], [("本次编号", "手-"), ("值班员", "")]]
        ),
        *_record_sheets(),
        *_call_record(),
        *_sign_in(),
        *_report(),
        *_contacts(units),
        *_streets(directory),
    ]
    data = material.paper(title="停电手工应急卡", number="应急卡", mode="real")
    return {"document": "kit", "paper": data, "date": times.day(material.now), "blocks": pieces}


def _record_sheets() -> list[Block]:
    """The columns are those of the back-entry, in the same order."""
    acts = "做什么写：通知、响应、出发、到场、处置中、完成、清点、撤离、归建、拒绝、未接、失联；单位空着就是一条记录。"
    found: list[Block] = []
    for page in (1, 2):
        found += [
            blocks.new_page(f"手工记录表（{page}）"),
            blocks.note(acts),
            blocks.table(
                ("时刻", "单位（序号或名称）", "做什么", "人数", "原话、说明", "补录"),
                [],
                (18, 40, 26, 14, 0, 12),
                height=9.4,
                spare=RECORD_LINES,
            ),
        ]
    return found


def _call_record() -> list[Block]:
    """F02, blank."""
    return [
        blocks.new_page("来电记录单（F02）"),
        blocks.fields(
            [
                [("来电时间", "　　月　　日　　时　　分"), ("接电人", "")],
                [("来电号码", ""), ("来电人", "")],
                [("事发时间", ""), ("事发地点", "")],
            ]
        ),
        blocks.lines("说了什么（原话）", 5),
        blocks.fields([[("被困", "　　　　人"), ("受伤", "　　　　人")], [("险情", ""), ("已采取措施", "")]]),
        blocks.ticks(
            [("已复述地点", False), ("已问回电号码", False), ("已转119/110/120", False), ("已报带班领导", False)]
        ),
        blocks.lines("处理", 3),
        blocks.signatures(["值班员", "带班领导"]),
    ]


def _sign_in() -> list[Block]:
    """F05, blank."""
    return [
        blocks.new_page("部门报到签到表（F05）"),
        blocks.fields([[("事件", ""), ("集结点", "")]]),
        blocks.table(
            ("序", "单位", "实到", "带队人", "电话", "到场", "离场", "签名"),
            [],
            (9, 0, 13, 22, 28, 18, 18, 24),
            height=9.6,
            spare=19,
        ),
        blocks.note("到场与签到两个时间分开记。离场须经批准，并清点人数。"),
    ]


def _report() -> list[Block]:
    """F07, blank: the ten items."""
    items = list(tables()["item"].values())
    rows = [[(name, "")] for name in items]
    return [
        blocks.new_page("突发事件信息报告（F07）"),
        blocks.ticks([("初报", False), ("续报（第　　次）", False), ("终报", False)]),
        blocks.fields(rows[:5], height=11, name_width=34),
        blocks.fields(rows[5:], height=20, name_width=34),
        blocks.fields([[("接报单位", ""), ("接报人", "")], [("签发", ""), ("报送时间", "")]]),
    ]


def _contacts(units: list[Unit]) -> list[Block]:
    """Every unit that can be called, by relation, in the order its people are rung."""
    found: list[Block] = [blocks.new_page("部门联系表")]
    for relation in RELATIONS:
        rows = [
            (
                unit.id,
                unit.name,
                unit.duty_phone or NONE,
                "\n".join(
                    f"{place}. {one.post} {one.name}　{one.phone or NONE}" for place, one in enumerate(unit.contacts, 1)
                )
                or UNKNOWN,
            )
            for unit in sorted(units, key=lambda unit: unit.id)
            if unit.relation == relation and unit.kind != "section"
        ]
        if rows:
            found.append(
                blocks.table(
                    ("代号", "单位", "值班电话", "联系顺序"),
                    rows,
                    (13, 46, 32, 0),
                    caption=f"{word('relation_mark', relation)}（{word('relation', relation)}）",
                    centred=(0,),
                )
            )
    return found


def _streets(directory: Directory) -> list[Block]:
    """Streets and alleys with their grid, chief and assembly point."""
    rows = []
    for street in directory.streets():
        told = directory.answers_for(street)
        rows.append(
            (
                street.id,
                street.name,
                told.community.name if told.community else UNKNOWN,
                "、".join(street.grids) or NONE,
                _holder(told.chief),
                _holder(told.deputies[0]) if told.deputies else NONE,
                told.assembly.name if told.assembly else UNKNOWN,
            )
        )
    secretaries = [
        (place.id, place.name, *(_holder(holder) for holder in directory.holders(f"unit/{place.id}", "secretary")[:1]))
        for place in directory.of_kind("community")
    ]
    return [
        blocks.new_page("街巷、网格和街巷长"),
        blocks.table(
            ("代号", "街巷", "社区", "网格", "街巷长（电话）", "副手（电话）", "集结点"),
            rows,
            (13, 27, 22, 20, 34, 30, 0),
            empty="名录里还没有街巷。",
            centred=(0,),
        ),
        blocks.table(
            ("代号", "社区", "书记（电话）"),
            [row if len(row) == 3 else (*row, UNKNOWN) for row in secretaries],
            (13, 50, 0),
            caption="社区" if secretaries else "",
            empty="名录里还没有社区。",
            centred=(0,),
        ),
    ]


def _holder(holder: Holder | None) -> str:
    if holder is None:
        return UNKNOWN
    return f"{holder.person.name} {holder.person.phone}".strip() or UNKNOWN
