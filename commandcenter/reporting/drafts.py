"""The forms with a layout of their own as blocks, for their Word copies: the same document data, nothing said anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from commandcenter.reporting import blocks
from commandcenter.reporting.blocks import Block

_TENS = "一二三四五六七八九十"


def situation_report_blocks(data: Mapping[str, Any]) -> list[Block]:
    """F07: the addressee, the ten items, the signature."""
    return [
        blocks.par(f"{data['issue']}　{data['issued']}　签发：{data['signer']}"),
        blocks.addressee(data["receiver"] or "收件单位"),
        blocks.par(f"{data['subject']}，现报告如下。"),
        *(blocks.par(item["text"], f"{_TENS[place]}、{item['name']}") for place, item in enumerate(data["items"])),
        *(blocks.par(data[name]) for name in ("repeated", "closing") if data[name]),
        blocks.note(data["note"]),
        blocks.signed(data["paper"]["office"], data["issued_day"]),
        blocks.note(f"联系人：{data['issued_by']}　{data['phone']}"),
    ]


_NUMBER = re.compile(r"^表\d+")


def review_blocks(data: Mapping[str, Any]) -> list[Block]:
    """F16: the nine parts and the annex. The curve of report-ins is a picture of the print and not in a copy.

    Tables are numbered as they come, as in the print.
    """
    found = _review(data)
    tables = [block for block in found if str(block.get("caption", "")).startswith("表")]
    for number, block in enumerate(tables, start=1):
        block["caption"] = _NUMBER.sub(f"表{number}", block["caption"])
    return found


def _review(data: Mapping[str, Any]) -> list[Block]:
    return [
        blocks.par(f"（{data['date']}）"),
        blocks.level1("一、基本情况"),
        *(blocks.par(row["text"], row["name"]) for row in data["basics"]),
        *([blocks.note(blocks.map_note(data["map"]))] if "map" in data else ()),
        blocks.table(
            ("节点", "时刻", "吹哨后", "单位"),
            [(row["name"], row["clock"], row["after"], row["who"]) for row in data["moments"]],
            (34, 28, 28, 0),
            caption="表1　主要时间节点",
            centred=(1, 2),
        ),
        *(
            [
                blocks.note(
                    "记录空档："
                    + "；".join(f"{row['from']}至{row['to']}，{row['span']}" for row in data["gaps"])
                    + "。"
                )
            ]
            if data["gaps"]
            else []
        ),
        *_presence(data),
        *_command(data),
        *_reports(data),
        blocks.level1("五、人员情况"),
        blocks.table(
            ("项目", "数量和说明", "截至"),
            [(row["name"], row["text"], row["as_of"]) for row in data["people"]],
            (30, 0, 26),
        ),
        *_moved(data),
        *_lessons(data),
        blocks.level1("九、签字"),
        blocks.table(
            ("角色", "系统内签署", "签字", "日期"),
            [(row["role"], " ".join((row["name"], row["at"])).strip(), "", "") for row in data["signatures"]],
            (32, 40, 0, 40),
            height=14,
        ),
        *([blocks.note(data["signing_note"])] if data["signing_note"] else []),
        *_former(data),
        blocks.new_page("附件2：全程记录" if data["former"] else "附件：全程记录"),
        blocks.table(
            ("吹哨后", "时刻", "记录内容", "记录人"),
            [
                (
                    row["after"],
                    row["clock"],
                    "".join((row["text"], *(f"〔{mark}〕" for mark in row["marks"]))),
                    row["by"],
                )
                for row in data["annex"]
            ],
            (22, 20, 0, 26),
            empty="没有记录。",
        ),
    ]


def _presence(data: Mapping[str, Any]) -> list[Block]:
    cells = [
        (
            str(row["ordinal"]),
            row["relation"],
            row["name"],
            *(" ".join(part for part in (cell["time"], cell["over"]) if part) for cell in row["cells"]),
            f"{row['asked']}/{row['came']}",
            row["outcome"],
        )
        for row in data["units"]
    ]
    return [
        blocks.level1("二、报到情况"),
        blocks.level2("（一）总体"),
        blocks.par("；".join(row["name"] + row["text"] for row in data["figures"]) + "。"),
        blocks.level2("（二）各单位用时"),
        blocks.table(
            ("序", "系", "单位", "通知", "响应", "出发", "到场", "完成", "撤离", "请/到", "其他"),
            cells,
            (7, 7, 0, 14, 14, 14, 14, 14, 14, 13, 22),
            caption="表2　各单位报到用时",
            centred=(0, 1, 3, 4, 5, 6, 7, 8, 9),
        ),
        blocks.note("".join(data["legend"]) + "；".join(data["formulas"]) + "。"),
        blocks.level2("（三）超时和异常"),
        *(blocks.par(row["text"], row["name"]) for row in data["remarks"]),
        *(
            [
                blocks.table(
                    ("事项", "时限", "依据", "出处"),
                    [(row["name"], row["value"], row["basis"], row["source"]) for row in data["limits"]],
                    (30, 26, 30, 0),
                    caption="表3　本次适用的时限",
                )
            ]
            if data["limits"]
            else []
        ),
    ]


def _command(data: Mapping[str, Any]) -> list[Block]:
    post = data["post"]
    found = [blocks.level1("三、指挥与处置"), blocks.level2("（一）现场临时指挥部")]
    if post["known"]:
        told = (
            f"{post['set_up']}设立，地点：{post['place']}。总指挥：{post['commander']}；副总指挥：{post['deputy']}；"
            f"电话：{post['phone']}；电台：{post['radio']}；选址：{post['site']}；指挥部标识：{post['sign']}。"
            + "".join(f"{change}。" for change in post["changes"])
        )
        told += f"{post['withdrawn']}撤收。" if post["withdrawn"] else ""
        found.append(blocks.par(f"{told}现状：{post['stage']}。"))
        groups = [(row["name"], row["lead"], row["members"]) for row in post["groups"]]
        if groups:
            found.append(blocks.table(("工作组", "负责人", "成员单位"), groups, (32, 38, 0), caption="表4　工作组"))
    else:
        found.append(blocks.par("未设立现场临时指挥部。"))
    rows = [
        (
            row["ordinal"],
            f"{row['clock']} {row['after']}",
            f"{row['text']}（{row['orderer']}）",
            row["unit"],
            row["due"],
            row["result"],
        )
        for row in data["orders"]
    ]
    heads = ("序", "下达", "内容（下令人）", "受令", "限时", "结果")
    orders = blocks.table(
        heads, rows, (8, 22, 0, 28, 14, 36), caption="表5　指令清单" if rows else "", empty="未下达指令。"
    )
    decided = [
        (
            row["number"],
            f"{row['clock']} {row['after']}",
            f"{row['text']}（{row['orderer']}，依据：{row['basis']}）",
            row["known"],
            row["result"],
        )
        for row in data["decisions"]
    ]
    titles = ("编号", "时刻", "决策（下令人，依据）", "当时所知", "结果")
    decisions = (
        blocks.table(titles, decided, (16, 22, 0, 46, 30), caption="表6　决策清单")
        if decided
        else blocks.par("没有单独记录的决策。")
    )
    return [
        *found,
        blocks.level2("（二）指令及落实"),
        orders,
        blocks.level2("（三）决策及当时所知"),
        decisions,
    ]


def _reports(data: Mapping[str, Any]) -> list[Block]:
    rows = [
        (row["name"], row["limit"], row["clock"], row["taken"], row["to"], row["verdict"]) for row in data["reports"]
    ]
    found = [
        blocks.level1("四、信息报送"),
        blocks.table(
            ("事项", "时限", "时刻", "用时", "接报", "结果"),
            rows,
            (36, 18, 22, 18, 0, 32),
            caption="表7　报送时间与时限" if rows else "",
            empty="演练不对外报送，没有报送时限。",
        ),
    ]
    for report in data["sitreps"]:
        items = "；".join(f"{item['name']}：{item['text']}" for item in report["items"])
        lead = f"第{report['ordinal']}次（{report['stage']}）{report['clock']}（{report['after']}）"
        found.append(blocks.par(f"收件：{report['receiver']}，签发：{report['signer']}。{items}。", lead))
    return found if data["sitreps"] else [*found, blocks.par("没有书面信息报告。")]


def _moved(data: Mapping[str, Any]) -> list[Block]:
    """The people of the transfer list, and the supplies."""
    told = "；".join(row["name"] + row["text"] for row in data["moved"])
    rows = [
        (row["item"], row["taken"], row["by"], row["returned"], row["used"], row["lost"], row["rest"])
        for row in data["supplies"]
    ]
    return [
        *([blocks.par(f"转移安置：{told}。")] if told else []),
        blocks.level1("六、物资和费用"),
        blocks.table(
            ("物资", "领用", "领用人", "归还", "消耗", "损失", "在外"),
            rows,
            (0, 18, 30, 18, 18, 18, 20),
            caption="表8　物资领用和归还",
        )
        if rows
        else blocks.par("没有领用物资的记录。"),
    ]


def _former(data: Mapping[str, Any]) -> list[Block]:
    """This incident beside the last ones of its plan."""
    if not data["former"]:
        return []
    rows = [
        (f"{row['number']} {row['title']}", row["called"], row["first"], row["median"], row["on_time"], row["whole"])
        for row in data["former"]
    ]
    heads = ("编号、事件", "召集", "首个到场", "到场中位", "按时到场", "全程")
    return [blocks.new_page("附件1：与往次同预案事件比较"), blocks.table(heads, rows, (0, 14, 20, 20, 34, 20))]


def _lessons(data: Mapping[str, Any]) -> list[Block]:
    found = [blocks.level1("七、经验与问题")]
    for name, rows in (("（一）经验", data["good"]), ("（二）问题", data["problems"])):
        found.append(blocks.level2(name))
        for place, row in enumerate(rows, start=1):
            effect = f"影响：{row['effect']}。" if row["effect"] else ""
            cause = f"原因：{row['cause']}。" if row["cause"] else ""
            found.append(blocks.par(f"{place}. {row['text']}。{effect}{cause}（{row['level']}层面）"))
        if not rows:
            found.append(blocks.par("尚未填写。"))
    actions = [
        (str(place), row["text"], row["owner"], row["due"], row["verification"], row["state"], row["proof"])
        for place, row in enumerate(data["actions"], start=1)
    ]
    return [
        *found,
        blocks.level1("八、整改措施"),
        blocks.table(
            ("序", "措施", "责任人", "期限", "验证方式", "状态", "证明"),
            actions,
            (8, 0, 22, 22, 28, 22, 30),
            caption="表9　整改清单" if actions else "",
            empty="尚未填写。",
        ),
    ]
