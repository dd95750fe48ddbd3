"""The papers of a muster whistle: its order (F04), the public notice of a community (F19), the sign-in sheet of a branch (F05)."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.appraisal import ASPECTS, on_time, punctuality
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import REAL
from commandcenter.domain.muster import Muster
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import ReportIn
from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import UNKNOWN, word

NONE = "—"
SPARE_MEMBERS = 8


def muster_order(material: Material) -> dict[str, Any]:
    """F04 of a muster: why, what was decided, whom it calls until when, and - once known - who came and both sides' word."""
    state = material.state(Muster)
    presences = material.incidents.report_ins(state.id) if state.sounded_at is not None else ()
    told = [
        blocks.pairs(_head(material, state)),
        blocks.level1("吹哨事由"),
        blocks.pairs(_why(material, state)),
    ]
    if state.level != "L3":
        told += [blocks.level1("会议研判和专班受理"), blocks.pairs(_way(state))]
        told += [blocks.level1("通知单位"), _called(material, state, presences)]
    else:
        told += [blocks.level1("通知党员"), blocks.par(_members(state))]
    if state.tasks:
        told += [blocks.level1("现场定事"), _tasks(material, state)]
    if state.passed_at is not None:
        told += [blocks.level1("双考核"), *_appraisal(material, state, presences)]
    if state.end_words or state.cause:
        told += [
            blocks.level1("办理结果"),
            blocks.pairs([("办理结果", state.end_words or NONE), ("问题根源", state.cause or NONE)]),
        ]
    told.append(
        blocks.signatures(["吹哨单位负责人", "专班", "牵头人"] if state.level != "L3" else ["支部书记", "牵头人"])
    )
    return {
        "document": "muster_order",
        "paper": material.paper(title="吹哨单（集结报到哨）", number=state.number or "草拟", mode=REAL),
        "blocks": told,
    }


def _head(material: Material, state: Muster) -> list[tuple[str, str]]:
    community = material.names.unit(state.community) if state.community else material.names.office
    who = {"L1": material.names.office, "L2": community, "L3": state.branch or community}[state.level]
    return [
        ("事由", state.title or UNKNOWN),
        ("级别", word("muster_level", state.level)),
        ("吹哨方", who),
        ("地点", state.place_words or UNKNOWN),
        ("哨响时间", times.moment(state.sounded_at) if state.sounded_at is not None else "还没有吹"),
        ("集合", _meet(state)),
    ]


def _meet(state: Muster) -> str:
    if state.sounded_at is None:
        return NONE
    at = times.moment(state.meet_at) if state.meet_at is not None else "即刻"
    return f"{at}，{state.meet_words or UNKNOWN}"


def _why(material: Material, state: Muster) -> list[tuple[str, str]]:
    kinds = material.reference.records("matter_kind")
    kind = kinds.get(state.grounds.category)
    lacks = "、".join(word("lack", lack) for lack in state.grounds.lacks)
    return [
        ("事项类别", str(kind.get("name")) if kind is not None else UNKNOWN),
        ("缺什么", lacks or UNKNOWN),
        ("自己做过什么", state.grounds.tried or UNKNOWN),
        ("情况", state.matter or UNKNOWN),
        ("请报到方做", state.wanted or UNKNOWN),
    ]


def _way(state: Muster) -> list[tuple[str, str]]:
    meeting = state.meeting
    told = [
        ("会议时间", times.moment(meeting.at) if meeting else "还没有开"),
        ("主持人", (meeting.chair if meeting else "") or NONE),
        ("参会人员", (meeting.present if meeting else "") or NONE),
        ("会议决定", (meeting.decision if meeting else "") or NONE),
    ]
    if state.sent_at is not None:
        told.append(
            ("报专班", f"{times.moment(state.sent_at)}，{state.document}（{word('sent_way', state.sent_by_way)}）")
        )
    if state.returned_words:
        told.append(("曾被退回", state.returned_words))
    if state.answered_at is not None and state.stage != "returned":
        told.append(
            ("专班受理", f"{times.moment(state.answered_at)}{'，' if state.answered_by else ''}{state.answered_by}")
        )
    return told


def _called(material: Material, state: Muster, presences: tuple[ReportIn, ...]) -> blocks.Block:
    if not presences:
        rows = [
            (str(place), "", material.names.unit(unit), NONE, NONE, NONE) for place, unit in enumerate(state.units, 1)
        ]
        heads = ("序", "", "拟通知单位", "约定到位", "到位", "人数")
        return blocks.table(heads, rows, (10, 10, 0, 34, 34, 16), centred=(0, 1, 5), empty="吹哨时选定。")
    rows = []
    for one in presences:
        limit = one.limits.get("arrive")
        due = times.stamp(one.listed_at + round(limit * MINUTE)) if limit else "按其规定"
        arrived = one.milestone("arrived")
        came = times.stamp(arrived.at) if arrived else word("outcome", one.outcome.name) if one.outcome else "未到"
        people = times.count(arrived.people) if arrived else NONE
        rows.append(
            (str(one.ordinal), word("relation_mark", one.relation), material.names.unit(one.unit), due, came, people)
        )
    heads = ("序", "", "通知单位", "约定到位", "到位", "人数")
    return blocks.table(heads, rows, (10, 10, 0, 34, 34, 16), centred=(0, 1, 5))


def _members(state: Muster) -> str:
    if state.sounded_at is None:
        return "吹哨时选定。"
    names = "、".join(one.name or one.key for one in state.members)
    return (
        f"{names}。共{len(state.members)}人，签到{state.present}人，合计{state.hours:g}小时。只记到岗和时长，不评个人。"
    )


def _tasks(material: Material, state: Muster) -> blocks.Block:
    rows = []
    for place, task in enumerate(state.tasks, start=1):
        who = " ".join(part for part in (material.names.unit(task.unit) if task.unit else "", task.person) if part)
        due = times.stamp(task.due_at) if task.due_at is not None else NONE
        done = times.stamp(task.done_at) if task.done_at is not None else "未办完"
        rows.append((place, task.words, who, due, done))
    return blocks.table(("序", "事项", "谁办", "期限", "办完"), rows, (10, 0, 42, 32, 32), centred=(0,))


def _appraisal(material: Material, state: Muster, presences: tuple[ReportIn, ...]) -> list[blocks.Block]:
    """Both sides; what nobody said is told as not said."""
    own = state.appraisal.verdicts.get("")
    told: list[tuple[str, str]] = []
    if state.level != "L3":
        told.append(("按时到位", times.ratio(punctuality(presences, material.now).ratio)))
        told.append(("认为该吹", times.ratio(state.appraisal.justified, "方")))
    told.append(("吹哨方自评", NONE if own is None else "该吹" if own.justified else "不该吹"))
    found = [blocks.pairs(told)]
    if state.level != "L3":
        rows = []
        for one in presences:
            grading, verdict = state.appraisal.gradings.get(one.unit), state.appraisal.verdicts.get(one.unit)
            grades = [
                word("appraisal_grade", grading.grades[a]) if grading and a in grading.grades else NONE for a in ASPECTS
            ]
            said = NONE if verdict is None else "该吹" if verdict.justified else f"不该吹：{verdict.words}"
            kept = word("kept", on_time(one, material.now) or "cancelled")
            rows.append((material.names.unit(one.unit), kept, *grades, said))
        heads = ("单位", "按时", "到位", "态度", "成效", "对这一哨")
        found.append(blocks.table(heads, rows, (0, 22, 14, 14, 14, 48), centred=(2, 3, 4)))
        found.append(
            blocks.note("按时由报到记录算出；“请”的单位按其规定，只列不考核。数小于10的只写个数，不写百分比。")
        )
    return found


def muster_notice(material: Material) -> dict[str, Any]:
    """F19: the public notice of a community whistle. It names nobody.

    Refuses ``notice_level`` for another level; before it is put up it is a draft of what was done.
    """
    state = material.state(Muster)
    if state.level != "L2":
        raise Refused("notice_level")
    community = material.names.unit(state.community) if state.community else material.names.office
    presences = material.incidents.report_ins(state.id)
    units = "、".join(material.names.unit(one.unit) for one in presences if one.milestone("arrived") is not None)
    told = [blocks.par(state.notice)] if state.notice else [blocks.boxed("公示文字还没有写。")]
    if units:
        told.append(blocks.par(units, lead="到场单位"))
    day = times.day(state.notice_at) if state.notice_at is not None else ""
    return {
        "document": "muster_notice",
        "heading": ["社区“吹哨报到”", "办理情况公示"],
        "paper": material.paper(title="社区“吹哨报到”办理情况公示", number=state.number or "草拟", mode=REAL),
        "blocks": [
            blocks.par(state.title, lead="事项"),
            *told,
            blocks.par(state.notice_where or NONE, lead="公示地点"),
            blocks.par(f"对办理结果有意见的，请向{community}反映。"),
            blocks.signed(community, day or "    年  月  日"),
        ],
    }


def muster_members(material: Material) -> dict[str, Any]:
    """F05 for a branch: members sign with the time they came and left; hours are added up, nobody is rated."""
    state = material.state(Muster)
    rows = [
        (
            place,
            one.name or one.key,
            times.stamp(one.came_at) if one.came_at is not None else "请假" if one.excused else "",
            times.stamp(one.left_at) if one.left_at is not None else "",
            f"{one.hours:g}" if one.hours is not None else "",
            "",
        )
        for place, one in enumerate(state.members, start=1)
    ]
    heads = ("序", "姓名", "签到", "离开", "小时", "签名")
    return {
        "document": "muster_members",
        "paper": material.paper(title="党员集结签到表", number=state.number or "草拟", mode=REAL),
        "blocks": [
            blocks.pairs([("事由", state.title), ("党支部", state.branch or UNKNOWN), ("集合", _meet(state))]),
            blocks.table(heads, rows, (10, 0, 34, 34, 16, 34), centred=(0, 4), height=9, spare=SPARE_MEMBERS),
            blocks.note("只记到岗和时长，不评个人。"),
            blocks.signatures(["支部书记", "签到人"]),
        ],
    }
