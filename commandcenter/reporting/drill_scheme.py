"""F15 before a drill is held: the scheme (演练方案) and the script (演练脚本). Every page bears the mark of a drill.

Contents of the scheme after the state guide: aims, type, time and place, who plays what, scenario, score sheet, safety,
notice, cost, approval (domain.md 2.7 L1 to L4, 3.4); of the script: each inject with time, channel, words, expected action,
who acts, what comes when it is not done, what to look for.
"""

from __future__ import annotations

from typing import Any

from commandcenter.domain.drill import GRADES, MARK, ROLES, DrillPlan, Inject, drill_plan_of, marked
from commandcenter.domain.event import DRILL
from commandcenter.domain.plan import plan_of
from commandcenter.domain.refusal import Refused
from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import UNKNOWN, word

_DASH = "—"


def _plan(material: Material) -> DrillPlan:
    record = material.reference.record(material.subject)
    if not record.known:
        raise Refused("nothing_to_print")
    return drill_plan_of(record)


def _paper(material: Material, plan: DrillPlan, title: str) -> dict[str, Any]:
    return material.paper(title=title, number=plan.number or f"演-{plan.id}", mode=DRILL)


def _who(material: Material, line: Inject) -> str:
    return "、".join(material.names.unit(key) for key in line.who) or _DASH


def _when(plan: DrillPlan) -> str:
    if plan.scheduled_at is None:
        return "未定"
    return f"{times.moment(plan.scheduled_at)}，约{plan.length}分钟"


def _kind(plan: DrillPlan) -> str:
    parts = (("drill_form", plan.form), ("drill_content", plan.content), ("drill_purpose", plan.purpose))
    return "、".join(word(family, code) if code else "未选" for family, code in parts)


# --- 方案 -----------------------------------------------------------------------------------------------------------


def scheme_document(material: Material) -> dict[str, Any]:
    """演练方案: what is drilled, why, when, where, by whom, how it is judged, how it stays safe, who approved it."""
    plan = _plan(material)
    rests = plan_of(material.reference.record(f"plan/{plan.plan}"))
    units = "、".join(material.names.unit(key) for key in plan.units)
    return {
        "document": "drill_scheme",
        "paper": _paper(material, plan, "演练方案"),
        "blocks": [
            blocks.pairs(
                [
                    ("演练名称", plan.name),
                    ("依据预案", f"{rests.code} {rests.name}（第{rests.version}版）" if rests.name else UNKNOWN),
                    ("类型", _kind(plan)),
                    ("时间", _when(plan)),
                    ("地点", plan.place_words or material.names.place(plan.place) or UNKNOWN),
                    ("情景设定", plan.setting or UNKNOWN),
                    ("参演单位", units or "预案召集的部门"),
                ],
                24,
            ),
            blocks.level2("一、目标"),
            blocks.table(("序", "目标", "由情景检验"), _aims(plan), (10, 0, 34), centred=(0, 2), empty="未写。"),
            blocks.level2("二、角色"),
            blocks.table(("角色", "人员", "人数", "位置、任务"), _roles(plan), (24, 0, 16, 48), centred=(0, 2)),
            blocks.level2("三、情景概要"),
            blocks.table(
                ("分", "情景", "期望动作", "满分"), _outline(plan), (11, 0, 62, 13), centred=(0, 3), empty="未写。"
            ),
            blocks.note(f"共{len(plan.injects)}条情景；每条的投放、应变和评分要点见演练脚本。"),
            blocks.level2("四、评估表"),
            blocks.table(
                ("评估项", "满分", "对应情景"), _sheet(plan), (0, 18, 60), centred=(1, 2), empty="用街道默认评估表。"
            ),
            blocks.level2("五、安全和保障"),
            blocks.boxed(f"停止口令：{plan.stop_word or '未定'}，喊三遍。发生真实事件，演练立即终止，人员回岗。"),
            *(blocks.par(f"{place}．{line}") for place, line in enumerate(plan.safety, start=1)),
            blocks.pairs([("费用", plan.cost or "未列"), *_notice(plan)], 24),
            blocks.level2("六、审批"),
            blocks.pairs(_approval(material, plan), 24),
            blocks.signatures(["策划", "批准"]),
        ],
    }


def _aims(plan: DrillPlan) -> list[tuple[str, str, str]]:
    found = []
    for place, aim in enumerate(plan.aims, start=1):
        numbers = [str(at) for at, line in enumerate(plan.injects, start=1) if aim.id in line.aims]
        found.append((str(place), aim.words, "、".join(numbers) or "没有"))
    return found


def _roles(plan: DrillPlan) -> list[tuple[str, str, str, str]]:
    found = []
    for role in ROLES:
        told = plan.roles.get(role)
        count = str(told.count) if told is not None and told.count is not None else _DASH
        people = told.people if told is not None else ""
        found.append((word("drill_role", role), people or "未定", count, told.note if told is not None else ""))
    return found


def _outline(plan: DrillPlan) -> list[tuple[str, str, str, str]]:
    return [(str(line.minute), line.text, line.expected or _DASH, _points(line)) for line in plan.injects]


def _points(line: Inject) -> str:
    return _DASH if line.points is None else str(line.points)


def _sheet(plan: DrillPlan) -> list[tuple[str, str, str]]:
    rows = []
    for line in plan.sheet.criteria:
        numbers = [str(at) for at, one in enumerate(plan.injects, start=1) if one.criterion == line.id]
        rows.append((line.name, str(line.weight), "、".join(numbers) or _DASH))
    return rows


def _notice(plan: DrillPlan) -> list[tuple[str, str]]:
    told = plan.announcement
    if told.needed is None:
        return [("公告", "未定")]
    if not told.needed:
        return [("公告", "不需要")]
    return [
        ("公告范围", told.area or "未定"),
        ("发布日期", told.publish_on or "未定"),
        ("公告文稿", marked(told.text) if told.text else "未写"),
    ]


def _approval(material: Material, plan: DrillPlan) -> list[tuple[str, str]]:
    if not plan.designed:
        return [("审批", "情景库内容，不需审批")]
    if plan.approved:
        who = material.names.person(plan.approval.by) or plan.approval.name or UNKNOWN
        return [
            ("批准人", who),
            ("批准时间", times.moment(plan.approval.at)),
            ("批准的内容", "与本方案所载一致，改动后须重新送审"),
        ]
    state = {"submitted": "已送审，未批准", "returned": f"已退回：{plan.returned.reason or UNKNOWN}"}
    return [("审批", state.get(plan.status(), "草稿，未送审"))]


# --- 脚本 -----------------------------------------------------------------------------------------------------------


def script_document(material: Material) -> dict[str, Any]:
    """演练脚本: for who controls and evaluates; the players do not get it."""
    plan = _plan(material)
    return {
        "document": "drill_script",
        "paper": _paper(material, plan, "演练脚本"),
        "blocks": [
            blocks.pairs(
                [("演练名称", plan.name), ("时间", _when(plan)), ("停止口令", plan.stop_word or "未定")],
                24,
            ),
            blocks.boxed("控制、评估人员专用，不发参演单位。所有语音和文字以“【演练】”开头。"),
            blocks.table(
                ("序", "T+分", "渠道", "念给对方", "期望动作", "部门"),
                [
                    (
                        str(place),
                        str(line.minute),
                        word("inject_channel", line.channel) + ("（手动）" if line.trigger == "hand" else ""),
                        MARK + (line.say or line.text),
                        line.expected or _DASH,
                        _who(material, line),
                    )
                    for place, line in enumerate(plan.injects, start=1)
                ],
                (8, 11, 14, 0, 40, 30),
                centred=(0, 1, 2),
                caption="一、投放",
                empty="未写。",
            ),
            blocks.table(
                ("序", "T+分", "没有看到期望动作时，投放"),
                [
                    (str(place), str(line.late_at) if line.late_at is not None else _DASH, _late(line))
                    for place, line in enumerate(plan.injects, start=1)
                ],
                (8, 13, 0),
                centred=(0, 1),
                caption="二、应变",
                empty="未写。",
            ),
            blocks.table(
                ("序", "看什么、怎么评", "满分", "评定", "依据"),
                [
                    (str(place), _watch(line), _points(line), "优 良 中 差" if line.points else _DASH, "")
                    for place, line in enumerate(plan.injects, start=1)
                ],
                (8, 0, 12, 24, 36),
                centred=(0, 2, 3),
                caption="三、评分要点",
                height=10,
                empty="未写。",
            ),
            blocks.signatures(["控制", "评估"]),
        ],
    }


def _late(line: Inject) -> str:
    return marked(line.late_text) if line.late_at is not None else "未写应变，由总指挥决定"


def _watch(line: Inject) -> str:
    told = "；".join(line.watch) or line.expected or _DASH
    marks = "；".join(f"{word('drill_grade', grade)}：{line.marks[grade]}" for grade in GRADES if line.marks.get(grade))
    return f"{told}。{marks}" if marks else told
