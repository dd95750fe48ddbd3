"""The papers of a supervision whistle: its order (F04), the department's assessment (F17), the letter to the district."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.event import REAL
from commandcenter.domain.evidence import Line
from commandcenter.domain.indicators import SMALL
from commandcenter.domain.refusal import Refused
from commandcenter.domain.supervision import SORTS, Supervision, weighted
from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import NONE, UNKNOWN, word


def supervision_order(material: Material) -> dict[str, Any]:
    """F04 of a supervision whistle: the department, what is supervised, each reminder and what came of it."""
    state = material.state(Supervision)
    told = [
        blocks.pairs(
            [
                ("被提醒部门", _unit(material, state)),
                ("纳入清单", times.moment(state.opened_at)),
                ("吹哨人", "、".join(material.names.person(one) for one in sorted(state.blowers)) or UNKNOWN),
            ]
        ),
        blocks.level1("监督事项"),
        _matters(state),
        blocks.level1("提醒"),
        blocks.table(
            ("次", "提醒时间", "内容", "通报期限"),
            [
                (
                    nudge.ordinal,
                    times.stamp(nudge.at),
                    nudge.words or NONE,
                    times.stamp(nudge.term.due_at) if nudge.term is not None else "未设",
                )
                for nudge in state.nudges
            ],
            (10, 34, 0, 34),
            centred=(0, 1, 3),
            empty="还没有提醒。",
        ),
        blocks.level1("部门通报"),
        blocks.par(_report(state)),
        blocks.signatures(["对口科室", "被提醒部门签收"]),
    ]
    return {
        "document": "supervision_order",
        "paper": material.paper(title="吹哨单（监督管理哨）", number=state.number, mode=REAL),
        "blocks": told,
    }


def _unit(material: Material, state: Supervision) -> str:
    return f"{material.names.unit(state.unit)}（{word('relation', state.relation)}）"


def _matters(state: Supervision) -> dict[str, Any]:
    rows = [
        (place, word("supervised", one.sort), one.words or NONE) for place, one in enumerate(state.matters, start=1)
    ]
    return blocks.table(("序", "类别", "事项"), rows, (10, 32, 0), centred=(0, 1))


def _report(state: Supervision) -> str:
    report = state.report
    if report is None:
        return "还没有通报。"
    if report.silent:
        return f"三次提醒到期，至{times.day(report.at)}部门未通报。{report.words}"
    return f"{times.day(report.at)}，{report.name or UNKNOWN}通报：{report.words}"


# --- the assessment -------------------------------------------------------------------------------------------------


def department_assessment(material: Material) -> dict[str, Any]:
    """F17: the facts of the log about a department, each with the number it rests on; then, once given, the evaluation.

    Refuses ``nothing_to_print`` before the evidence was collected.
    """
    state = material.state(Supervision)
    if state.collected_at is None:
        raise Refused("nothing_to_print")
    start, until = state.period
    told = [
        blocks.pairs(
            [
                ("部门", _unit(material, state)),
                ("考察期间", f"{times.day(start)}至{times.day(until - 1)}"),
                ("汇总时间", times.moment(state.collected_at)),
                (
                    "监督事项",
                    "；".join(f"{word('supervised', one.sort)}：{one.words}" for one in state.matters) or NONE,
                ),
                ("部门通报", _report(state)),
            ]
        ),
        blocks.boxed("本表只列记录中的事实，每条注明所依据的编号；没有一项是手填的。"),
        blocks.level1("一、事实汇总"),
        _sums(state),
        blocks.level1("二、逐条事实"),
        _facts(state),
        blocks.level1("三、案件"),
        blocks.par(_cases(state)),
        blocks.level1("四、工委评价"),
        *_evaluation(material, state),
        blocks.signatures(["工委", "对口科室"]),
    ]
    return {
        "document": "department_assessment",
        "paper": material.paper(title="部门履职评价表", number=state.number, mode=REAL),
        "blocks": told,
    }


def _sums(state: Supervision) -> dict[str, Any]:
    rows = []
    for sort in ("report_in", "duty", "order"):
        mine = [line for line in state.lines if line.sort == sort]
        counts = {verdict: sum(1 for line in mine if line.verdict == verdict) for verdict in _VERDICTS}
        rows.append((word("evidence", sort), len(mine), *counts.values()))
    heads = ("类别", "条数", *(word("verdict", verdict) for verdict in _VERDICTS))
    return blocks.table(heads, rows, (24, 14, 0, 0, 0, 0, 0, 0, 0), centred=range(1, 9))


_VERDICTS = ("on_time", "late", "never", "refused", "overdue", "waiting", "unjudged")


def _facts(state: Supervision) -> dict[str, Any]:
    ordered = sorted(state.lines, key=lambda line: (line.at, line.source))
    rows = [
        (
            place,
            word("evidence", line.sort),
            line.number or UNKNOWN,
            times.stamp(line.at)[5:],
            times.stamp(line.due_at)[5:] if line.due_at is not None else NONE,
            times.stamp(line.done_at)[5:] if line.done_at is not None else NONE,
            _verdict(line),
        )
        for place, line in enumerate(ordered, start=1)
    ]
    heads = ("序", "类别", "编号", "起", "时限", "实际", "记录所示")
    return blocks.table(heads, rows, (8, 20, 38, 23, 23, 23, 0), centred=(0, 1, 3, 4, 5), empty="期间内没有记录。")


def _verdict(line: Line) -> str:
    reason = ""
    if line.reason:
        table = "duty_refusal" if line.sort == "duty" else "reason"
        reason = f"（{word(table, line.reason)}）"
    more = [f"催{line.urged}次" if line.urged else "", f"改期{line.moved}次" if line.moved else ""]
    return "，".join([f"{word('verdict', line.verdict)}{reason}", *(part for part in more if part)])


def _cases(state: Supervision) -> str:
    cases = state.cases
    if not cases.received:
        return "期间内没有派给该部门的案件。"
    told = [
        f"受理{cases.received}件",
        f"办结{_of(cases.closed, cases.received)}",
        f"超期办结{cases.late}件",
        f"现逾期{cases.overdue}件",
    ]
    if cases.asked:
        told.append(f"回访{cases.asked}件中满意{_of(cases.satisfied, cases.asked)}")
    return "，".join(told) + "。不足十件的只列件数。"


def _of(part: int, whole: int) -> str:
    return f"{part}件" if whole < SMALL else f"{part}件（{100 * part / whole:.1f}%）"


def _evaluation(material: Material, state: Supervision) -> list[dict[str, Any]]:
    evaluation = state.evaluation
    if evaluation is None:
        return [blocks.par("还没有评价。吹哨人不能单独打分。")]
    names = "、".join(material.names.person(one) for one in evaluation.members)
    told = [blocks.pairs([("评价时间", times.day(evaluation.at)), ("参加评价", names or UNKNOWN)])]
    if evaluation.marks:
        whole = sum(evaluation.weights.get(sort, 0) for sort in SORTS if sort in evaluation.marks)
        rows = []
        for sort in SORTS:
            mark, weight = evaluation.marks.get(sort), evaluation.weights.get(sort)
            brings = f"{weight * mark / whole:.1f}" if mark is not None and weight and whole else NONE
            told_weight = f"{weight:g}" if weight is not None else NONE
            rows.append((word("supervised", sort), told_weight, mark if mark is not None else NONE, brings))
        told.append(blocks.table(("类别", "权重", "得分", "折合"), rows, (0, 28, 28, 28), centred=(1, 2, 3)))
        total = weighted(evaluation.marks, evaluation.weights)
        told.append(
            blocks.note(f"总分＝Σ（权重×得分）÷Σ权重，只算打了分的项：{total:.1f}。" if total is not None else "")
        )
        told.append(blocks.par(f"{word('appraisal_grade', evaluation.grade)}（集体意见）。", lead="等次"))
    else:
        told.append(blocks.par("请求支援单位只作文字评价，不打分、不定等次、不排名。"))
    told.append(blocks.par(evaluation.words or NONE, lead="集体意见"))
    return told


# --- the letter -----------------------------------------------------------------------------------------------------


def feedback_letter(material: Material) -> dict[str, Any]:
    """The letter that feeds the evaluation back to the district, after GB/T 9704.

    Refuses ``nothing_to_print`` before the evaluation.
    """
    state = material.state(Supervision)
    evaluation, letter = state.evaluation, state.letter
    if evaluation is None:
        raise Refused("nothing_to_print")
    name = material.names.unit(state.unit)
    start, until = state.period
    against = len(state.against)
    facts = f"期间内记录共{len(state.lines)}条" + (
        f"，其中超时、未到、拒绝、逾期{against}条" if against else "，没有超时、未到、拒绝和逾期"
    )
    grade = f"，等次为{word('appraisal_grade', evaluation.grade)}" if evaluation.grade else ""
    matters = "；".join(f"{word('supervised', one.sort)}方面：{one.words}" for one in state.matters)
    told = [
        blocks.addressee(letter.receiver if letter is not None and letter.receiver else "区委、区政府"),
        blocks.par(
            f"按照监督管理哨工作安排，街道工委对{name}{times.day(start)}至{times.day(until - 1)}在街道的履职情况进行了评价，现反馈如下。"
        ),
        blocks.level1("一、监督事项"),
        blocks.par(f"{matters}。" if matters else "没有列入的事项。"),
        blocks.level1("二、事实"),
        blocks.par(f"{facts}。{_cases(state)}事实明细见部门履职评价表（{state.number}）。"),
        blocks.level1("三、评价意见"),
        blocks.par(f"经{times.day(evaluation.at)}集体评价{grade}。{evaluation.words}"),
    ]
    items = [item.words for item in state.items]
    if items:
        told += [blocks.level1("四、整改"), blocks.par("；".join(items) + "。")]
    told.append(
        blocks.signed(material.names.office, times.day(letter.at) if letter is not None else "　　　年　月　日")
    )
    told.append(blocks.copies([("抄送", name)]))
    return {
        "document": "feedback_letter",
        "paper": material.paper(title="监督管理哨反馈函", number=state.number, mode=REAL),
        "heading": ["关于反馈部门履职评价情况的函"],
        "under_title": letter.number if letter is not None else "（文号待定）",
        "blocks": told,
    }
