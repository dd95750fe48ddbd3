"""Patrols on paper: the list of a week to carry along (巡查表), the record of one walk to sign, and the sheet of an occasion."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from commandcenter.domain.attendance import Attendance
from commandcenter.domain.clock import local, local_date
from commandcenter.domain.patrol import Finding, Patrol
from commandcenter.domain.patrol_plan import Checklist, checklist_of, day_of
from commandcenter.domain.refusal import Refused
from commandcenter.journal.reading.patrols import PatrolRow
from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import UNKNOWN, word

_WEEKDAYS = "一二三四五六日"
_NONE = "—"


def patrol_week(material: Material) -> dict[str, Any]:
    """巡查表: the turns of a week, from Monday. ``options``: ``day`` (20260717) lies in it, today else; ``community`` narrows."""
    told = material.options.get("day")
    day = (day_of(told) if type(told) is int else None) or local_date(material.now)
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    rows = material.patrols.between(monday, sunday, community=str(material.options.get("community", "")))
    kept = [row for row in rows if row.stage != "cancelled"]
    spots = material.patrols.open_spots()
    body = [(place, *_turn(material, row, spots)) for place, row in enumerate(kept, start=1)]
    heads = ("序", "日期", "时段", "街巷", "身份", "巡查人", "先复查", "签到", "结束", "发现", "签名")
    widths = (9, 31, 27, 32, 22, 20, 15, 16, 16, 0, 26)
    pieces = [
        blocks.pairs([("本周", f"{_day(monday)}至{_day(sunday)}"), ("班次", f"{len(kept)}班")]),
        blocks.table(heads, body, widths, centred=(0, 6, 7, 8), height=8, empty="本周没有班次。", spare=3),
        blocks.note(
            "先复查：这条街巷还没有消除的点位个数；发现问题先当场处理，处理不了的报指挥中心；有危险立即拨打值班电话。"
        ),
        blocks.signatures(["社区负责人", "指挥中心"]),
    ]
    paper = material.paper(title="街巷巡查表", number=f"{monday:%Y-%m-%d}", mode="real")
    return {"document": "patrol_week", "paper": paper, "flipped": True, "blocks": pieces}


def _turn(material: Material, row: PatrolRow, spots: dict[str, int]) -> Sequence[object]:
    day = day_of(row.day)
    ended = row.stage == "ended"
    missed = "漏巡" if row.missed(material.now) else ""
    return (
        _day(day) if day is not None else UNKNOWN,
        _window(row.window_start, row.window_end),
        material.names.places.get(row.place, row.place),
        word("patrol_role", row.role),
        material.names.person(row.person) if row.person else "空缺",
        spots.get(row.place, "") if row.stage == "planned" else "",
        times.short_clock(row.begun_at) if row.begun_at is not None else missed,
        times.short_clock(row.ended_at) if row.ended_at is not None else "",
        f"{row.findings}处" if row.findings else ("无" if ended else ""),
        "",
    )


def patrol_record(material: Material) -> dict[str, Any]:
    """巡查记录: one walk as it was entered, to be signed. Refuses ``nothing_to_print`` for a turn nobody has begun."""
    state = material.patrols.one(material.key)
    if not state.known or state.begun_at is None:
        raise Refused("nothing_to_print")
    checklist = _checklist(material, state.checklist)
    pieces = [
        blocks.pairs(_facts(material, state)),
        blocks.table(
            ("序", "时间", "点位"), _stops(state), (10, 24, 0), caption="途经点位", centred=(0,), empty="没有记下点位。"
        ),
        *_checks(state, checklist),
        *_looks(material, state),
        blocks.table(
            ("序", "时间", "位置", "问题", "去向"),
            [
                (place, _clock(one.at), one.where or _NONE, one.words or UNKNOWN, _became(material, one))
                for place, one in enumerate(state.findings, start=1)
            ],
            (10, 18, 34, 0, 52),
            caption="发现问题",
            centred=(0,),
            empty="未发现问题。",
        ),
        *([blocks.par(state.words, lead="备注")] if state.words else []),
        blocks.signatures(["巡查人", "社区负责人", "值班员"]),
    ]
    day = day_of(state.day)
    paper = material.paper(title="街巷巡查记录", number=f"{day:%Y-%m-%d}" if day is not None else "", mode=state.mode)
    return {"document": "patrol_record", "paper": paper, "blocks": pieces}


def _facts(material: Material, state: Patrol) -> list[tuple[str, str]]:
    begun, ended = state.begun_at, state.ended_at
    walked = f"{_clock(begun)}至{_clock(ended)}" if ended is not None else f"{_clock(begun)}起，未结束"
    day = day_of(state.day)
    return [
        ("街巷", material.names.places.get(state.place, state.place)),
        ("巡查人", f"{material.names.person(state.person)}（{word('patrol_role', state.role)}）"),
        ("日期", _day(day) if day is not None else UNKNOWN),
        ("时段", _window(state.window_start, state.window_end)),
        ("巡查时间", walked),
        ("签到地点", state.where or UNKNOWN),
        ("天气", word("weather", state.weather) or UNKNOWN),
        ("长度", times.count(state.length_m, "米")),
        ("原因", word("patrol_reason", state.reason)),
    ]


def _stops(state: Patrol) -> list[Sequence[object]]:
    return [(place, _clock(stop.at), stop.words or UNKNOWN) for place, stop in enumerate(state.stops, start=1)]


def _checks(state: Patrol, checklist: Checklist | None) -> list[blocks.Block]:
    """The items of the list as they were found; those nobody said anything of say so. None where no item was told at all."""
    if checklist is None or not state.checks:
        return []
    said = {"fine": "正常", "bad": "不正常"}
    rows = [
        (place, item.words, said.get(state.checks.get(item.code, ""), "未记"))
        for place, item in enumerate(checklist.items, start=1)
    ]
    table = blocks.table(("序", checklist.name, "情况"), rows, (10, 0, 30), caption="检查清单", centred=(0, 2))
    return [table, blocks.note(f"清单来源：{checklist.source or UNKNOWN}")]


def _looks(material: Material, state: Patrol) -> list[blocks.Block]:
    """The open spots this walk started with, and what was seen."""
    looked = {look.spot: look for look in state.looks}
    rows: list[Sequence[object]] = []
    for spot in dict.fromkeys((*state.spots, *looked)):
        patrol, _, key = spot.rpartition("/")
        found = material.patrols.one(patrol).finding(key)
        look = looked.get(spot)
        told = word("patrol_look", look.result) if look is not None else "未复查"
        seen = f"{told}：{look.words}" if look is not None and look.words else told
        rows.append((len(rows) + 1, found.words if found is not None else UNKNOWN, seen))
    if not rows:
        return []
    return [blocks.table(("序", "上次未消除的点位", "复查"), rows, (10, 0, 60), caption="先行复查", centred=(0,))]


def _became(material: Material, one: Finding) -> str:
    if one.outcome == "reported":
        numbers = [row.number for row in material.cases.by_id([one.case])]
        return " ".join(("上报成案", *numbers))
    if one.outcome == "handled":
        told = f"当场处理（{word('patrol_how', one.how)}），{'已解决' if one.solved else '未解决'}"
        return f"{told}：{one.result}" if one.result else told
    return "待定"


def attendance_sheet(material: Material) -> dict[str, Any]:
    """报到签到表: who came, from where, for how long, with room to sign and for those who are not entered yet."""
    state = material.state(Attendance)
    rows = [
        (
            place,
            line.name or UNKNOWN,
            line.unit or _NONE,
            "党员" if line.member else "",
            f"{line.minutes / 60:g}" if line.minutes is not None else "",
            "",
        )
        for place, line in enumerate(state.lines, start=1)
    ]
    community = material.names.places.get(state.community, "")
    place = material.names.places.get(state.place, "")
    day = date.fromisoformat(state.day)
    hours = f"{state.minutes / 60:g}小时" + (f"（{state.untold}人未记时长）" if state.untold else "")
    pieces = [
        blocks.pairs(
            [
                ("活动", state.title or UNKNOWN),
                ("形式", word("attendance_form", state.form)),
                ("日期", _day(day)),
                ("地点", "、".join(part for part in (community, place) if part) or UNKNOWN),
                ("合计", f"到场{len(state.lines)}人，其中党员{state.members}人；{hours}"),
            ]
        ),
        blocks.table(
            ("序", "姓名", "所在单位或党组织", "身份", "小时", "签名"), rows, (10, 26, 0, 18, 16, 34),
            centred=(0, 3, 4), height=8, spare=6, empty="还没有人员。",
        ),
        blocks.signatures(["组织人", "社区党组织"]),
    ]  # fmt: skip
    paper = material.paper(title="报到签到表", number=state.day, mode=state.mode)
    return {"document": "attendance_sheet", "paper": paper, "blocks": pieces}


def _checklist(material: Material, key: str) -> Checklist | None:
    record = material.reference.records("patrol_list").get(key) if key else None
    return checklist_of(record) if record is not None else None


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日 周{_WEEKDAYS[day.weekday()]}"


def _clock(at: int | None) -> str:
    return f"{local(at):%H:%M}" if at is not None else UNKNOWN


def _window(start: int | None, end: int | None) -> str:
    return f"{_clock(start)}-{_clock(end)}" if start is not None and end is not None else "自行巡查"
