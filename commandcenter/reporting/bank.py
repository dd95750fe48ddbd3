"""The sheet of a problem of the bank, and the public notice of what came of a vote of residents."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.masking import mask_known
from commandcenter.domain.problem import Problem
from commandcenter.domain.proposal import Proposal, Vote
from commandcenter.domain.refusal import Refused
from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import NONE, UNKNOWN, word

MOST_CASES = 30


def problem_sheet(material: Material) -> dict[str, Any]:
    """问题台账: spot, cause, duty, way, risk, measures, and the cases it was built from (the newest ``MOST_CASES``)."""
    state = material.state(Problem)
    names = material.names
    risk = word("degree", state.risk)
    if risk:
        risk += f"（可能性{word('degree', state.likelihood)}，后果{word('degree', state.consequence)}）"
    kind = material.reference.records("category").get(state.category)
    spot = "，".join(part for part in (names.place(state.place) if state.place else "", state.point) if part)
    rows = [
        ("问题", state.title or UNKNOWN),
        ("点位", spot or UNKNOWN),
        ("类别", "/".join(kind.get("path", ())) if kind is not None else UNKNOWN),
        ("成因", state.cause or UNKNOWN),
        ("责任单位", "、".join(map(names.unit, state.units)) or UNKNOWN),
        ("各方职责", state.duty or UNKNOWN),
        ("解决路径", state.path or UNKNOWN),
        ("风险", risk or "还没有评估"),
        ("高发时段", word("period", state.period) or UNKNOWN),
        ("现状", word("problem_stage", state.stage)),
        ("入库", times.day(state.opened_at)),
    ]
    if state.recurred:
        rows.append(("复发", f"{state.recurred}次"))
    if state.stage == "long_term":
        rows.append(("客观障碍", state.obstacle or UNKNOWN))
    measures = [
        (
            place,
            one.words or UNKNOWN,
            names.unit(one.unit),
            times.day(one.term.due_at) if one.term is not None else UNKNOWN,
            f"{times.day(one.done_at)}：{one.result or UNKNOWN}" if one.done_at is not None else "未完成",
        )
        for place, one in enumerate(state.measures, start=1)
    ]
    told = [
        blocks.pairs(rows),
        blocks.level1("措施"),
        blocks.table(
            ("序", "措施", "单位", "期限", "结果"), measures, (9, 0, 34, 30, 44), centred=(0,), empty="还没有定。"
        ),
        blocks.level1(f"案件（{len(state.cases)}件）"),
        _cases(material, state),
        blocks.signatures(["填报人", "负责人"]),
    ]
    return {
        "document": "problem_sheet",
        "paper": material.paper(title="基础问题台账", number=state.number, mode=state.mode),
        "blocks": told,
    }


def _cases(material: Material, state: Problem) -> blocks.Block:
    newest = list(reversed(state.cases))[:MOST_CASES]
    found = sorted(material.cases.by_id(newest), key=lambda row: (-row.received_at, row.number)) if newest else []
    rows = [
        (place, row.number, times.day(row.received_at), mask_known(row.title), word("case_stage", row.stage))
        for place, row in enumerate(found, start=1)
    ]
    left = len(state.cases) - len(newest)
    caption = f"另有{left}件未列。" if left > 0 else ""
    return blocks.table(("序", "编号", "受理", "事项", "状态"), rows, (9, 38, 30, 0, 22), centred=(0,), caption=caption)


def proposal_result(material: Material) -> dict[str, Any]:
    """公示: what was proposed, how it was voted, whether it passed by which limits, and what follows. Nobody is named in it.

    Refuses ``nothing_to_print`` before a vote was counted.
    """
    state = material.state(Proposal)
    vote = state.vote
    if vote is None:
        raise Refused("nothing_to_print")
    community = material.names.place(state.community) if state.community else ""

    def mask(words: str) -> str:
        return mask_known(words, state.proposer)

    title = mask(state.title) or UNKNOWN
    told = [
        blocks.par(
            f"{community}居民通过{word('platform', state.platform)}提出“{title}”，提出人数{state.supporters}人。"
            f"经居民议事，{times.day(vote.at)}计票，结果公示如下。"
        ),
        blocks.level1("一、提案内容"),
        blocks.par(mask(state.text) or UNKNOWN),
        blocks.level1("二、表决结果"),
        _count(vote),
        blocks.par(_verdict(vote)),
        blocks.level1("三、后续安排"),
        blocks.par(_then(material, state)),
    ]
    if state.asked:
        told.append(blocks.par(f"询问{state.asked}人，满意{state.satisfied or 0}人。", "居民评价"))
    phone = material.names.phone or "　　　　　　　　"
    told.append(blocks.par(f"对公示内容有意见的，可向{material.names.office}反映，电话：{phone}。"))
    told.append(blocks.signed(str(material.names.office), times.day(material.now)))
    return {
        "document": "proposal_result",
        "paper": material.paper(title="公示", number=state.number, mode=state.mode),
        "heading": ["居民提案表决结果公示"],
        "blocks": told,
    }


def _count(vote: Vote) -> blocks.Block:
    heads = ("应参加", "参加", "赞成", "反对", "弃权", "参与率", "赞成率")
    counts = (vote.eligible, vote.cast, vote.in_favour, vote.against, vote.abstained)
    row = (*(f"{count}人" for count in counts), share(vote.turnout), share(vote.share))
    return blocks.table(heads, [row], (0,) * 7, centred=range(7))


def share(value: float) -> str:
    """Per cent with two decimals, cut off and never rounded up: a share below a limit does not look as if it reached it."""
    return f"{int(value * 100 + 1e-9) / 100:g}%"


def _verdict(vote: Vote) -> str:
    limits = f"参与率不低于{vote.least_turnout:g}%、赞成占参加表决的{vote.least_share:g}%以上"
    if vote.passed:
        return f"按{limits}的规定，表决通过。"
    few = "参与率" if vote.turnout < vote.least_turnout else "赞成率"
    return f"按{limits}的规定，{few}没有达到，表决未通过。"


def _then(material: Material, state: Proposal) -> str:
    if state.stage in ("voted", "discussed"):
        return (
            "表决通过的，由街道明确落实单位和期限后另行告知。"
            if state.vote and state.vote.passed
            else "继续征求居民意见。"
        )
    if state.stage in ("rejected", "withdrawn"):
        return f"本提案{word('proposal_stage', state.stage)}。"
    due = f"，{times.day(state.term.due_at)}前完成" if state.term is not None else ""
    trial = f"先试行到{times.day(state.trial.due_at)}，试行结束征求居民意见。" if state.trial is not None else ""
    done = f"已于{times.day(state.done_at)}落实。" if state.done_at is not None else ""
    return f"由{material.names.unit(state.unit) if state.unit else NONE}落实{due}。{trial}{done}"
