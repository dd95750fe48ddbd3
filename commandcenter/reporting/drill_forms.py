"""F15 of a drill that was held: the evaluation sheet (评估表) and the summary (总结). Every page bears the mark of a drill.

Contents of the evaluation after the state rules (execution, the plan, command and coordination, people, equipment), of the
summary after the national guide: aim, time and place, who took part, outline, problems and causes, experience, proposals
(domain.md 3.4; anchors.md 4.7). All times are scene time, counted from the journal.
"""

from __future__ import annotations

from typing import Any

from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_scene import in_scene
from commandcenter.domain.drill_score import (
    aim_stands,
    compared,
    figures,
    grade_of,
    milestone_ms,
    sheet_lines,
    took_ms,
    total,
    unit_grade,
)
from commandcenter.domain.report_in import ReportIn, clocks
from commandcenter.domain.review import Action
from commandcenter.domain.whistle import Whistle
from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import UNKNOWN, word

_DASH = "—"


def _span(milliseconds: int | None) -> str:
    if milliseconds is None:
        return _DASH
    minutes, seconds = divmod(milliseconds // SECOND, 60)
    return f"{minutes}分{seconds:02d}秒" if minutes else f"{seconds}秒"


def _grade(grade: str) -> str:
    return word("drill_grade", grade) if grade else "未评"


def _states(material: Material, run: DrillRun) -> tuple[Whistle | None, tuple[ReportIn, ...]]:
    if not run.parent:
        return None, ()
    incident = material.incidents.incident(run.parent)
    return incident.whistle, incident.report_ins


def _when(run: DrillRun) -> str:
    if run.ended_at is None:
        return f"{times.moment(run.opened_at)}起"
    return f"{times.moment(run.opened_at)}至{times.short_clock(run.ended_at)}"


def _kind(run: DrillRun) -> str:
    return "单人训练（各部门由程序扮演）" if run.solo else "多人演练"


# --- 评估表 ---------------------------------------------------------------------------------------------------------


def evaluation_document(material: Material) -> dict[str, Any]:
    """评估表: the score sheet, inject by inject with its evidence, department by department, the aims."""
    run = material.state(DrillRun)
    whistle, states = _states(material, run)
    return {
        "document": "drill_evaluation",
        "paper": material.paper(title="演练评估表", number=run.number, mode=run.mode),
        "blocks": [
            blocks.pairs(_basics(material, run, states), 24),
            blocks.level2("一、评分"),
            _sheet(run, states),
            blocks.note("折算：得分÷已考分×100。时间一律按情景时间，由记录算出。"),
            blocks.level2("二、逐条情景"),
            _injects(run),
            blocks.level2("三、逐个部门"),
            _units(material, run, states),
            blocks.note("“请”“报”的单位（119、120、企业、上级）按自身规定行动，只写评语，不评等级，不排名。"),
            blocks.level2("四、目标"),
            _aims(run),
            blocks.pairs(_figures(run, whistle, states), 34),
            blocks.signatures(["评估员", "评估组长", "总指挥", "记录人"]),
        ],
    }


def _basics(material: Material, run: DrillRun, states: tuple[ReportIn, ...]) -> list[tuple[str, str]]:
    plan = material.names.plan
    named = f"{plan.name}（{plan.code}）" if plan is not None else run.plan or UNKNOWN
    summed = total(run, states)
    score = f"{summed.score:g}" if summed.score is not None else "未考"
    return [
        ("演练", run.name),
        ("时间", _when(run)),
        ("情景", " · ".join(part for part in (run.place_words, run.setting) if part) or UNKNOWN),
        ("预案", named),
        ("方式", _kind(run)),
        ("得分", f"{score}（得{summed.won:g}分，已考{summed.asked:g}分，满分{summed.full}分）"),
    ]


def _sheet(run: DrillRun, states: tuple[ReportIn, ...]) -> dict[str, Any]:
    rows = [
        (line.name, line.full, f"{line.asked:g}" if line.asked else "未考", f"{line.won:g}" if line.asked else _DASH)
        for line in sheet_lines(run, states)
    ]
    return blocks.table(("评分项", "满分", "已考", "得分"), rows, (0, 22, 22, 22), centred=(1, 2, 3))


def _injects(run: DrillRun) -> dict[str, Any]:
    rows = []
    for number, line in enumerate(run.injects, start=1):
        told = run.of(line.id)
        if told.delivered_at is None:
            seen = "未放出"
        elif told.seen_at is None:
            seen = told.note or "未见期望动作"
        else:
            seen = told.note or told.seen_words or line.expected
        if told.late_at is not None:
            seen = f"{seen}（放了应变情景）"
        if told.uncovered_at is not None:
            seen = f"{seen}（提前揭开）"
        grade = _grade(grade_of(run, line)) if told.delivered_at is not None else _DASH
        rows.append((number, line.minute, line.text, line.expected, seen, _span(took_ms(run, line.id)), grade))
    heads = ("序", "分", "情景", "期望动作", "看到的动作、证据", "用时", "评")
    return blocks.table(heads, rows, (8, 9, 0, 36, 40, 19, 10), centred=(0, 1, 5, 6))


def _units(material: Material, run: DrillRun, states: tuple[ReportIn, ...]) -> dict[str, Any]:
    rows = []
    for state in states:
        mark = run.units.get(state.unit)
        ranked = state.relation not in ("request", "report")
        words = (mark.note if mark is not None else "") or _sentence(run, state)
        rows.append(
            (
                state.ordinal,
                word("relation_mark", state.relation),
                material.names.unit(state.unit),
                _span(milestone_ms(run, state, "answered")),
                _span(milestone_ms(run, state, "arrived")),
                words,
                _grade(unit_grade(run, state)) if ranked else _DASH,
            )
        )
    heads = ("序", "", "部门", "响应", "到场", "评语", "评")
    return blocks.table(heads, rows, (9, 9, 44, 20, 22, 0, 11), centred=(0, 1, 3, 4, 6), empty="没有吹哨。")


def _sentence(run: DrillRun, state: ReportIn) -> str:
    shown = in_scene(run, state)
    parts = []
    if state.set_aside:
        parts.append("先拒绝后响应")
    if shown.outcome is not None and shown.outcome.name in ("refused", "never_came", "left_early", "replaced"):
        parts.append(word("outcome", shown.outcome.name))
    arrive = clocks(shown)["arrive"]
    if arrive.due_at is not None and arrive.met_at is not None and arrive.met_at > arrive.due_at:
        parts.append(f"晚到{-(-(arrive.met_at - arrive.due_at) // MINUTE)}分")
    if state.short_by:
        parts.append(f"少到{state.short_by}人")
    if state.milestone("called") is None:
        parts.append("未通知到")
    return "，".join(parts) or "照章"


def _aims(run: DrillRun) -> dict[str, Any]:
    words = {"met": "达到", "missed": "未达到", "open": "未评", "untested": "没有考到"}
    rows = []
    for number, aim in enumerate(run.aims, start=1):
        stands, why = aim_stands(run, aim.id)
        rows.append((number, aim.words, words[stands], why or _DASH))
    return blocks.table(("序", "目标", "结果", "说明"), rows, (10, 0, 26, 60), centred=(0, 2), empty="方案没有写目标。")


def _figures(run: DrillRun, whistle: Whistle | None, states: tuple[ReportIn, ...]) -> list[tuple[str, str]]:
    told = figures(run, whistle, states)
    rows = [("吹哨用时", f"{told['whistle_s']:g}秒" if "whistle_s" in told else "没有吹哨")]
    answered = f"{told.get('answered', 0):g}/{told['units']:g}个" if "units" in told else _DASH
    if "all_answered_s" in told:
        answered = f"{answered}，全部响应用{_span(round(told['all_answered_s']) * SECOND)}"
    rows.append(("响应", answered))
    rows.append(("按时到场", f"{told['in_time']:g}/{told['due']:g}个" if "due" in told else _DASH))
    rows.append(("平均到场", f"{told['arrival_min']:g}分" if "arrival_min" in told else _DASH))
    return rows


# --- 总结 -----------------------------------------------------------------------------------------------------------


def summary_document(material: Material) -> dict[str, Any]:
    """总结: aim, time and place, who took part, outline, what was found, experience, corrections; comparison with before."""
    run = material.state(DrillRun)
    whistle, states = _states(material, run)
    told = figures(run, whistle, states)
    score = f"{told['score']:g}" if "score" in told else "未考"
    units = [material.names.unit(state.unit) for state in states]
    given = sum(run.of(line.id).delivered_at is not None for line in run.injects)
    ended = "因真实情况终止" if run.stage == "terminated" or (run.ended_at and not run.debriefed_at) else "按计划结束"
    body = [
        blocks.level1("一、演练目的"),
        blocks.par("；".join(aim.words for aim in run.aims) + "。" if run.aims else "方案没有写目的。"),
        blocks.level1("二、时间、地点和参演单位"),
        blocks.par(f"{_when(run)}，{run.place_words or UNKNOWN}。{_kind(run)}，情景为{run.setting or UNKNOWN}。"),
        blocks.par(f"参演单位{len(units)}个：{'、'.join(units)}。" if units else "没有吹哨，没有单位参演。"),
        blocks.level1("三、演练概要"),
        blocks.par(
            f"按《{run.name}》方案第{run.plan_version}版，计划情景{len(run.injects)}条，放出{given}条，演练{ended}。"
            f"得分{score}分。{_course(run, told)}"
        ),
        *([blocks.par(run.end_words)] if run.end_words else []),
        blocks.level1("四、发现的问题与原因"),
        *_problems(run),
        blocks.level1("五、经验和教训"),
        blocks.par(run.good or "没有记。", "好的做法："),
        blocks.par(run.weak or "没有记。", "不足之处："),
        *([blocks.par(run.summary)] if run.summary else []),
        blocks.level1("六、整改"),
        _actions(material, run),
        blocks.level1("七、与以往比"),
        _before(material, run),
        blocks.signed(material.names.office, times.day(material.now)),
    ]
    return {
        "document": "drill_summary",
        "paper": material.paper(title=f"{run.name}演练总结", number=run.number, mode=run.mode),
        "heading": [run.name, "演练评估总结"],
        "blocks": body,
    }


def _course(run: DrillRun, told: dict[str, float]) -> str:
    parts = []
    if "whistle_s" in told:
        parts.append(f"第一条情景后{told['whistle_s']:g}秒吹哨")
    if "units" in told:
        parts.append(
            f"召集{told['units']:g}个单位，响应{told.get('answered', 0):g}个，到场{told.get('arrived', 0):g}个"
        )
    if "arrival_min" in told:
        parts.append(f"平均{told['arrival_min']:g}分到场")
    if run.aims:
        parts.append(f"{len(run.aims)}个目标达到{told.get('aims_met', 0):g}个")
    return f"{'，'.join(parts)}。" if parts else ""


def _problems(run: DrillRun) -> list[dict[str, Any]]:
    found = []
    for number, line in enumerate(run.injects, start=1):
        told = run.of(line.id)
        if told.delivered_at is None or grade_of(run, line) not in ("fair", "poor"):
            continue
        took = took_ms(run, line.id)
        told_words = told.note or (f"用{_span(took)}才做到" if took is not None else "没有做到")
        found.append(blocks.par(f"第{number}条“{line.text}”：应当{line.expected}；{told_words}。"))
    return found or [blocks.par("评为中、差的情景没有。")]


def _actions(material: Material, run: DrillRun) -> dict[str, Any]:
    actions: list[tuple[Action, str]] = []
    runs = [one for one in material.matters.of(DrillRun, "drill_run") if one.plan == run.plan]
    for one in runs:
        if not one.parent or one.opened_at > run.opened_at:
            continue
        kept = material.incidents.review(one.parent).actions
        for key in sorted(kept):
            carried = one.id != run.id
            if not kept[key].dropped and not (carried and kept[key].done_at is not None):
                actions.append((kept[key], f"{times.day(one.opened_at)}演练结转" if carried else "本次"))
    rows = [
        (
            number,
            action.words,
            action.owner,
            action.due_on,
            origin,
            "已完成" if action.done_at is not None else "未完成",
        )
        for number, (action, origin) in enumerate(actions, start=1)
    ]
    heads = ("序", "整改内容", "责任人", "期限", "来源", "状态")
    return blocks.table(heads, rows, (9, 0, 20, 25, 34, 18), centred=(0, 2, 3, 5), empty="没有整改事项。")


def _before(material: Material, run: DrillRun) -> dict[str, Any]:
    runs = [
        one
        for one in material.matters.of(DrillRun, "drill_run")
        if one.plan == run.plan and one.opened_at <= run.opened_at
    ]

    def told(values: Any, name: str, unit: str) -> str:
        return f"{values[name]:g}{unit}" if name in values else _DASH

    rows = [
        (
            times.day(one.opened_at) + ("（本次）" if one.id == run.id else ""),
            "单人" if one.solo else "多人",
            told(values, "score", ""),
            told(values, "whistle_s", "秒"),
            told(values, "arrival_min", "分"),
        )
        for one, values in compared(runs)[-5:]
    ]
    heads = ("日期", "方式", "得分", "吹哨用时", "平均到场")
    return blocks.table(heads, rows, (0, 22, 26, 30, 30), centred=(1, 2, 3, 4), empty="这个预案以前没有评估过的演练。")
