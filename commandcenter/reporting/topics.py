"""专题报告: what a word tells over all years, the hazard points, who repairs what until when, the look-back, the effect.

An official document of one topic, made from what the topic keeps. Small figures stay counts; what the comparison of two
seasons does not prove stands under it.
"""

from __future__ import annotations

from typing import Any

from commandcenter.domain.clock import local
from commandcenter.domain.event import REAL
from commandcenter.domain.topic import SMALLEST_SHARE, Effect, Hazard, Study, Topic
from commandcenter.reporting import blocks, times
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import NONE, UNKNOWN, word


def special_report(material: Material) -> dict[str, Any]:
    """The special report of a topic. Refuses ``nothing_to_print`` for one that is not known."""
    state = material.state(Topic)
    told = [
        blocks.par(_opening(state)),
        blocks.level1("一、历年来电情况"),
        *_study(state),
        blocks.level1("二、隐患点位"),
        *_hazards(material, state),
        blocks.level1("三、整改责任与期限"),
        _duties(material, state),
        blocks.level1("四、季前回头看"),
        *_rounds(material, state),
        blocks.level1("五、效果"),
        *_effect(state.effect),
        blocks.signed(str(material.names.office), times.day(material.now)),
    ]
    return {
        "document": "special_report",
        "heading": [f"关于{state.name}问题的", "专题报告"],
        "paper": material.paper(title="专题报告", number=state.number, mode=REAL),
        "blocks": told,
    }


def _opening(state: Topic) -> str:
    words = "、".join(state.words.include) or UNKNOWN
    out = f"，不计{'、'.join(state.words.exclude)}" if state.words.exclude else ""
    return (
        f"为把矛盾解决在来电之前，街道以“{words}”为词{out}，查阅历年市民来电，找出反复发生的点位，"
        f"逐点列出原因、可能、时段、后果和整改责任。高发时段为每年{_months(state)}。"
    )


def _months(state: Topic) -> str:
    return f"{state.season.first}月至{state.season.last}月"


def _study(state: Topic) -> list[blocks.Block]:
    study = state.study
    if study is None:
        return [blocks.par("还没有统计。")]
    share = f"，占来电的{round(100 * study.repeated_cases / study.cases)}%" if study.cases >= SMALLEST_SHARE else ""
    months = sorted(study.by_month)
    years = sorted({month[:4] for month in months})
    until = local(study.at)
    told = (
        f"截至{until.year}年{until.month}月{until.day}日，共{study.cases}件，涉及{study.points}个点位；"
        f"其中{study.repeated}个点位两个以上年份都有来电，计{study.repeated_cases}件{share}。"
    )
    if study.excluded:
        told += f"按不计的词除去{study.excluded}件。"
    rows = [
        (year, *(_of_month(study, year, month, until) for month in range(1, 13)), study.year(int(year)))
        for year in years
    ]
    heads = ("年份", *(str(month) for month in range(1, 13)), "合计")
    return [
        blocks.par(told),
        blocks.table(heads, rows, (16, *(0,) * 12, 14), caption="各年各月来电件数", centred=range(14)),
    ]


def _of_month(study: Study, year: str, month: int, until: Any) -> str:
    """A count; a month after the day of the count is not known."""
    if (int(year), month) > (until.year, until.month):
        return NONE
    return str(study.by_month.get(f"{year}-{month:02d}", 0))


def _point(material: Material, one: Hazard) -> str:
    place = material.directory.places.get(one.place)
    return place.name if place is not None else one.point or UNKNOWN


def _hazards(material: Material, state: Topic) -> list[blocks.Block]:
    points = state.points
    long_term = sum(one.progress == "long_term" for one in points)
    told = f"列入隐患{len(points)}处" + (
        f"，其中{long_term}处近期不能根治，列为长期并说明原因。" if long_term else "。"
    )
    rows = [
        (
            place,
            _point(material, one),
            f"{one.times}件/{len(one.years)}年",
            one.cause or UNKNOWN,
            word("likelihood", one.likelihood) if one.likelihood else UNKNOWN,
            one.expected or UNKNOWN,
            one.consequence or UNKNOWN,
        )
        for place, one in enumerate(points, start=1)
    ]
    heads = ("序", "点位", "来电", "原因", "可能", "时段", "后果")
    table = blocks.table(
        heads, rows, (9, 30, 22, 0, 12, 18, 0), caption="隐患点位清单", centred=(0, 2, 4, 5), empty="还没有列入。"
    )
    return [blocks.par(told), table]


def _duties(material: Material, state: Topic) -> blocks.Block:
    rows = [
        (
            place,
            _point(material, one),
            one.measure or UNKNOWN,
            material.names.unit(one.repairer) if one.repairer else UNKNOWN,
            times.day(one.due_at) if one.due_at is not None else "未定",
            _progress(one),
        )
        for place, one in enumerate(state.points, start=1)
    ]
    heads = ("序", "点位", "措施", "责任单位", "期限", "进度")
    return blocks.table(heads, rows, (9, 30, 0, 34, 24, 28), centred=(0, 4, 5), empty="还没有列入。")


def _progress(one: Hazard) -> str:
    told = word("hazard_progress", one.progress)
    if one.repaired_at is None:
        return told
    day = local(one.repaired_at)
    return f"{told} {day.year}-{day.month}-{day.day}"


def _rounds(material: Material, state: Topic) -> list[blocks.Block]:
    if not state.rounds:
        return [blocks.par("还没有安排。")]
    told = []
    for turn in state.rounds:
        seen = [look for one in state.points if (look := one.look(turn.year)) is not None]
        words = f"{turn.year}年季前回头看，限{times.day(turn.due_at)}前看完"
        if not seen:
            told.append(blocks.par(f"{words}，应看{len(state.points)}处，还未开始。"))
            continue
        counts = [
            f"{word('look_back', found)}{count}处"
            for found in ("fine", "recurred", "unseen")
            if (count := sum(look.found == found for look in seen))
        ]
        told.append(blocks.par(f"{words}，已看{len(seen)}处：{'，'.join(counts)}。"))
        rows = [
            (_point(material, one), word("look_back", look.found), look.words or NONE)
            for one in state.points
            if (look := one.look(turn.year)) is not None and look.found != "fine"
        ]
        if rows:
            told.append(blocks.table(("点位", "结果", "情况"), rows, (38, 24, 0), centred=(1,)))
    return told


def _effect(effect: Effect | None) -> list[blocks.Block]:
    if effect is None:
        return [blocks.par("还没有一个整季可以比较。")]
    until = local(effect.until - 1)
    points, before, after = effect.repaired
    others, was, now = effect.unrepaired
    rows = [
        ("全部", NONE, effect.before, effect.after),
        ("已修好的点位", points, before, after),
        ("列入而未修好的点位", others, was, now),
        ("没有列入的地方", NONE, effect.elsewhere[0], effect.elsewhere[1]),
    ]
    heads = ("范围", "点位数", f"{effect.year - 1}年（件）", f"{effect.year}年（件）")
    table = blocks.table(
        heads, rows, (0, 24, 34, 34), caption=f"同词、同期（至{until.month}月{until.day}日）比较", centred=(1, 2, 3)
    )
    why = "这一比较不能说明变化都由整改带来：两年雨情、报案习惯和人户都不相同。"
    if effect.before < SMALLEST_SHARE or effect.after < SMALLEST_SHARE:
        why += f"件数不足{SMALLEST_SHARE}的只列件数，不算比例。"
    else:
        change = round(100 * (effect.after - effect.before) / effect.before)
        why = f"全部来电{'减少' if change < 0 else '增加'}{abs(change)}%。{why}"
    return [table, blocks.par(why)]
