"""The papers of a joint whistle: its order (F04), the duty table (F14), the minutes of the coordination meeting (F13)."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.joint import SIDES, Duty, Gathering, Joint, reminders
from commandcenter.domain.refusal import Refused
from commandcenter.reporting import blocks, minutes, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.paper import title_lines
from commandcenter.reporting.words import NONE, UNKNOWN, word

SPARE_ROWS = 3


def joint_order(material: Material) -> dict[str, Any]:
    """F04 of a joint whistle: why, who leads, which bodies, where it stands, and both sides' word once there is one."""
    state = material.state(Joint)
    told = [
        blocks.pairs(_head(material, state)),
        blocks.level1("研判"),
        blocks.pairs(_why(material, state)),
    ]
    if state.upward is not None:
        told += [blocks.level1("请上级吹哨"), blocks.pairs(_upward(state))]
    if state.duties:
        told += [blocks.level1("责任单位"), _table(material, state, signed=False)]
    if state.partners:
        rows = [(one.body, one.name or UNKNOWN, one.phone or UNKNOWN) for one in state.partners]
        told += [
            blocks.level1("名录外单位"),
            blocks.table(("单位", "联系人", "电话"), rows, (0, 34, 40), centred=(1, 2)),
        ]
    if state.verifications or state.look_backs:
        told += [blocks.level1("复核和回头看"), blocks.pairs(_afterwards(state))]
    if state.appraisal.verdicts:
        told += [blocks.level1("双考核"), *_appraisal(material, state)]
    told.append(blocks.signatures(["牵头领导", "专班"]))
    return {
        "document": "joint_order",
        "paper": material.paper(title="吹哨单（联合联动哨）", number=state.number, mode=state.mode),
        "blocks": told,
    }


def _head(material: Material, state: Joint) -> list[tuple[str, str]]:
    rows = [
        ("事由", state.title or UNKNOWN),
        ("点位", material.names.place(state.place, state.place_words) or UNKNOWN),
        ("发现", f"{times.moment(state.opened_at)}，{word('found_by', state.source)}"),
        ("情况", state.words or NONE),
        ("范围", word("joint_variant", state.variant)),
        ("现状", word("joint_stage", state.stage)),
    ]
    if state.cases:
        numbers = [row.number for row in material.cases.by_id(state.cases)]
        rows.insert(3, ("来自案件", "、".join(numbers) or f"{len(state.cases)}件"))
    for side in SIDES:
        lead = state.leads.get(side)
        if lead is not None or side == "own":
            name = "牵头领导" if side == "own" else "邻街道领导"
            rows.append((name, f"{lead.name or UNKNOWN}　{lead.phone}" if lead is not None else "还没有明确"))
    return rows


def _why(material: Material, state: Joint) -> list[tuple[str, str]]:
    if state.analysed_at is None:
        return [("研判", "还没有研判")]
    kind = material.reference.records("matter_kind").get(state.grounds.category)
    rows = [
        ("研判时间", times.moment(state.analysed_at)),
        ("是否吹哨事项", "是" if state.whistle else "不是"),
        ("专班意见", state.analysis or NONE),
    ]
    if state.whistle:
        rows += [
            ("事项类别", str(kind.get("name")) if kind is not None else UNKNOWN),
            ("缺什么", "、".join(word("lack", lack) for lack in state.grounds.lacks) or UNKNOWN),
            ("试过什么", state.grounds.tried or UNKNOWN),
        ]
    if state.returned_at is not None:
        rows.append(("退回案件", f"{times.moment(state.returned_at)}，{state.return_words}"))
    return rows


def _upward(state: Joint) -> list[tuple[str, str]]:
    upward = state.upward
    if upward is None:
        return []
    rows = [
        ("请求", f"{times.moment(upward.at)}，报{upward.receiver or UNKNOWN}"),
        ("内容", upward.words or NONE),
        *((f"自查{place}", f"{times.day(at)}，{words}") for place, (at, words) in enumerate(upward.looks, start=1)),
    ]
    if upward.answered_at is not None:
        rows.append(
            (
                "上级答复",
                f"{times.day(upward.answered_at)}，{word('upper_answer', upward.answer)}：{upward.answer_words}",
            )
        )
    else:
        rows.append(("上级答复", "待上级，不给上级计时"))
    return rows


def _who(material: Material, state: Joint, unit: str) -> str:
    partner = state.partner(unit)
    return (partner.body or UNKNOWN) if partner is not None else material.names.unit(unit)


def _due(duty: Duty) -> str:
    day = times.day(duty.due_at)
    if not duty.moves:
        return day
    last = duty.moves[-1]
    return f"{day}（原{times.day(duty.moves[0].before)}，{last.by}同意改期{len(duty.moves)}次）"


def _standing(material: Material, duty: Duty) -> str:
    if duty.dropped_at is not None:
        return f"已移出：{duty.words}"
    if duty.disputed:
        return f"拒绝（{word('duty_refusal', duty.refusal)}）：{duty.refusal_words}"
    if not duty.live:
        return f"{word('duty_ruling', duty.ruling)}：{duty.words}"
    if duty.result_at is not None:
        late = "，逾期" if duty.late() and duty.judged else ""
        return f"{times.day(duty.result_at)}{word('duty_result', duty.result)}{late}：{duty.words}"
    if duty.overdue(material.now):
        return ("逾期未办" if duty.judged else "期限已过") + (f"：{duty.words}" if duty.words else "")
    return duty.words or ("处置中" if duty.term is not None else "待印发")


def _table(material: Material, state: Joint, *, signed: bool) -> dict[str, Any]:
    rows = []
    for place, duty in enumerate(state.duties, start=1):
        mark = word("relation_mark", duty.relation)
        row = [place, f"{_who(material, state, duty.unit)}（{mark}）", duty.task or UNKNOWN, _due(duty)]
        if signed:
            row.append(f"{duty.signed.name}\n{times.day(duty.signed.at)}" if duty.signed is not None else "")
        row.append(_standing(material, duty) if state.started_at is not None or duty.refusal else "")
        rows.append(row)
    if signed:
        return blocks.table(
            ("序", "责任单位", "任务", "完成时限", "签字、日期", "办理情况"),
            rows, (10, 46, 0, 42, 34, 58), centred=(0,), height=12, spare=SPARE_ROWS if state.stage == "agreed" else 0,
        )  # fmt: skip
    return blocks.table(("序", "责任单位", "任务", "完成时限", "办理情况"), rows, (9, 36, 0, 30, 44), centred=(0,))


def _afterwards(state: Joint) -> list[tuple[str, str]]:
    rows = []
    for check in state.verifications:
        verdict = "通过" if check.passed else "不通过，退回处置"
        rows.append(("复核", f"{times.day(check.at)}，{check.by}，{verdict}：{check.words}"))
    if state.closed_at is not None:
        rows.append(("关闭", f"{times.day(state.closed_at)}：{state.result or NONE}"))
    for look in state.look_backs:
        seen = "复发，已重开关联事项" if look.recurred else "未复发"
        rows.append((f"第{look.ordinal}次回头看", f"{times.day(look.at)}，{look.by}，{seen}：{look.words}"))
    return rows


def _appraisal(material: Material, state: Joint) -> list[dict[str, Any]]:
    rows = []
    for unit, verdict in state.appraisal.verdicts.items():
        who = _who(material, state, unit) if unit else material.names.office
        said = UNKNOWN if verdict.justified is None else "该吹" if verdict.justified else "不必吹"
        rows.append((who, said, verdict.words or NONE))
    justified = state.appraisal.justified
    figure = (
        f"认为该吹的{justified.part}家，共{justified.whole}家表态。守时情况只取自记录，请求支援单位不考核、不排名。"
    )
    return [blocks.table(("单位", "吹哨是否必要", "意见"), rows, (50, 30, 0), centred=(1,)), blocks.note(figure)]


# --- the duty table -------------------------------------------------------------------------------------------------


def duty_table(material: Material) -> dict[str, Any]:
    """F14: the lines of the coordination meeting with places to sign, and which reminders were recorded.

    Refuses ``nothing_to_print`` before the meeting.
    """
    state = material.state(Joint)
    meeting = state.meeting
    if meeting is None:
        raise Refused("nothing_to_print")
    told = [
        blocks.pairs(
            [
                ("事由", state.title or UNKNOWN),
                ("点位", material.names.place(state.place, state.place_words) or UNKNOWN),
                ("协调会", _meeting_line(meeting)),
                ("说明", "时限由各部门会上自报，当场签字；改期须牵头领导同意。时限按办公时段计算，夜间和休息日不计。"),
            ]
        ),
        _table(material, state, signed=True),
    ]
    recorded = [line for line in reminders(state) if not line.expired]
    if recorded:
        ordinals = {duty.id: place for place, duty in enumerate(state.duties, start=1)}
        words = "；".join(
            f"{times.stamp(line.at)[5:]} 第{ordinals.get(line.duty, 0)}项{line.share}%" for line in recorded
        )
        told.append(blocks.note(f"提醒记录：{words}。"))
    names = ["牵头领导"]
    if state.variant == "peer":
        names = []
        for side in SIDES:
            signature = state.signed("table", side)
            done = f"（{signature.name} {times.day(signature.at)}已签）" if signature is not None else ""
            names.append(f"{word('joint_side', side)}牵头领导{done}")
    told.append(blocks.signatures(names + (["专班"] if len(names) == 1 else [])))
    return {
        "document": "duty_table",
        "paper": material.paper(title="协调会职责分工表", number=state.number, mode=state.mode),
        "flipped": True,
        "blocks": told,
    }


def _meeting_line(meeting: Gathering) -> str:
    place = f"，{meeting.place}" if meeting.place else ""
    return f"{times.moment(meeting.at)}{place}，主持人{meeting.chair or UNKNOWN}"


# --- the minutes ----------------------------------------------------------------------------------------------------


def joint_minutes(material: Material) -> dict[str, Any]:
    """F13: the minutes of the coordination meeting, after GB/T 9704. Refuses ``nothing_to_print`` before the meeting."""
    state = material.state(Joint)
    meeting = state.meeting
    if meeting is None:
        raise Refused("nothing_to_print")
    told = [
        blocks.par(_opening(material, state, meeting)),
        blocks.level1("一、现场调研情况"),
        blocks.par(_survey(material, state)),
        blocks.level1("二、议定事项"),
        *(blocks.par(minutes.stopped(line)) for line in meeting.words.splitlines() if line.strip()),
        blocks.level1("三、职责分工"),
        blocks.par(
            f"会议明确{len([duty for duty in state.duties if duty.live])}项任务，"
            "完成时限由各责任单位会上自报。改期须经牵头领导同意。"
        ),
        _minutes_table(material, state),
        blocks.level1("四、跟踪和复核"),
        blocks.par(
            "各责任单位按期向专班反馈结果。时限过半、过八成和到期时各提醒一次；全部反馈后由专班会同街巷长复核，"
            "关闭后按期回头看，复发的重新办理。"
        ),
        blocks.signed(material.names.office, times.day(meeting.at)),
        blocks.copies([("发", "、".join(_who(material, state, unit) for unit in _bodies(state)) or UNKNOWN)]),
    ]
    return {
        "document": "joint_minutes",
        "paper": material.paper(title="会商纪要", number=state.number, mode=state.mode),
        "heading": title_lines([state.title or UNKNOWN, "协调会纪要"]),
        "under_title": f"（{times.day(meeting.at)}）",
        "blocks": told,
    }


def _bodies(state: Joint) -> list[str]:
    heads = list(state.meeting.heads) if state.meeting is not None else []
    return list(dict.fromkeys([*heads, *(duty.unit for duty in state.duties if duty.live)]))


def _opening(material: Material, state: Joint, meeting: Gathering) -> str:
    lead = state.leads.get("own")
    peer = state.leads.get("peer")
    chair = meeting.chair or (lead.name if lead is not None else UNKNOWN)
    both = f"，邻街道{peer.name or UNKNOWN}共同主持" if peer is not None else ""
    came = "、".join(_who(material, state, unit) for unit in meeting.heads)
    spot = material.names.place(state.place, state.place_words)
    about = f"研究{state.title or UNKNOWN}" + (f"，地点{spot}" if spot else "")
    return minutes.opening(meeting.at, chair, meeting.place, f"协调会{both}", about, came, meeting.people)


def _survey(material: Material, state: Joint) -> str:
    survey = state.survey
    if survey is None:
        return "没有现场调研记录。"
    came = "、".join(_who(material, state, unit) for unit in survey.heads)
    people = f"，{survey.people}人" if survey.people is not None else ""
    photos = f"，拍照{survey.photos}张" if survey.photos is not None else ""
    return f"{times.day(survey.at)}，{came}到现场调研{people}{photos}。{minutes.stopped(survey.words)}"


def _minutes_table(material: Material, state: Joint) -> dict[str, Any]:
    live = (duty for duty in state.duties if duty.live)
    return minutes.tasks((_who(material, state, duty.unit), duty.task, duty.due_at) for duty in live)
