"""Command on paper: the post and its groups, the orders with their results, the reports upwards, the key facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from commandcenter.domain.command_post import HINTS, HandOver, Post
from commandcenter.domain.indicators import ReportTime
from commandcenter.domain.order import Order
from commandcenter.domain.sitrep import ITEMS, SituationReport
from commandcenter.domain.transfer import Household, out_by
from commandcenter.domain.whistle import FACTS
from commandcenter.reporting import times
from commandcenter.reporting.story import Story, kept
from commandcenter.reporting.words import ERASED, NONE, UNKNOWN, word


def post(story: Story) -> dict[str, Any]:
    """The command post; only ``known`` False when there was none."""
    state = story.incident.post
    if not state.known:
        return {"known": False}
    gone = story.gone(state.subject)
    changes = [
        f"{times.clock(at)}由{kept(story.names.people.get(who, who), gone) or UNKNOWN}任总指挥"
        for at, who in state.commanders[1:]
    ]
    for shift in state.shifts:
        out, into = kept(shift.out, gone) or UNKNOWN, kept(shift.into, gone) or UNKNOWN
        changes.append(f"{times.clock(shift.at)}换班：{out}交{into}，宣读未结事项{shift.read}条")
    for told in state.hand_overs:
        changes.append(f"{times.clock(told.at)}{_handed(told, gone)}")
    return {
        "known": True,
        "stage": word(
            "post_stage", "left_open" if story.incident.whistle.closed_at and not state.withdrawn_at else state.stage
        ),
        "set_up": _both(story, state.set_up_at) or UNKNOWN,
        "place": story.names.place(state.place, state.place_words) or (ERASED if gone else UNKNOWN),
        "commander": kept(state.commander_words or story.names.person(state.commander), gone) or UNKNOWN,
        "deputy": kept(state.deputy_words, gone) or NONE,
        "phone": kept(state.phone, gone) or NONE,
        "radio": kept(state.radio, gone) or NONE,
        "sign": "已挂" if state.signed else "未挂",
        "site": _site(story, state, gone),
        "changes": changes,
        "withdrawn": _both(story, state.withdrawn_at),
        "groups": [
            {
                "name": group.name,
                "lead": kept(story.names.unit(group.lead), gone) or NONE,
                "members": story.names.unit_list(group.members) or NONE,
            }
            for group in story.groups
        ],
    }


def _handed(told: HandOver, gone: bool) -> str:
    if told.back:
        return "指挥权交回街道"
    what = "灭火指挥归" if told.scope == "fire" else "指挥权移交"
    return f"{what}{kept(told.to, gone) or UNKNOWN}，街道转为配合"


def _site(story: Story, state: Post, gone: bool) -> str:
    """What the site was looked at for, and where else the post could go; what was not ticked is said."""
    if state.sited_at is None:
        return "未作选址记录"
    place = story.names.place(state.site, state.site_words) or (ERASED if gone else UNKNOWN)
    seen = "、".join(word("hint", name) for name in HINTS if name in state.hints) or "无"
    unseen = "、".join(word("hint", name) for name in HINTS if name not in state.hints)
    backup = kept(state.backup_words, gone) or "未定"
    told = f"{place}；已核对：{seen}" + (f"；未核对：{unseen}" if unseen else "")
    return f"{told}；备选：{backup}" + (f"；网格：{state.grid}" if state.grid else "")


def _both(story: Story, at: int | None) -> str:
    return f"{times.clock(at)}（{story.since(at)}）" if at is not None else ""


def order_row(story: Story, place: int, order: Order) -> dict[str, Any]:
    """One order: what, to whom, by when, and what came of it."""
    words = kept(order.words, True)
    orderer = order.orderer or ("预案" if order.origin == "plan" else story.names.person(order.given_by)) or NONE
    return {
        "ordinal": str(place),
        "clock": times.short_clock(order.given_at),
        "after": story.since(order.given_at),
        "text": f"{words}（注意：{order.danger}）" if order.danger else words,
        "unit": story.names.unit(order.unit) if order.unit else "全体",
        "orderer": orderer,
        "due": times.short_clock(order.due_at) if order.due_at is not None else NONE,
        "result": _result(story, order),
        "open": order.open,
    }


def _result(story: Story, order: Order) -> str:
    if order.done_at is not None:
        late = order.due_at is not None and order.done_at > order.due_at
        text = f"{times.short_clock(order.done_at)}完成" + ("（逾期）" if late else "")
        return f"{text}：{order.result}" if order.result else text
    if order.dropped_at is not None:
        return f"{times.short_clock(order.dropped_at)}撤销"
    if order.lapsed_at is not None:
        return f"{times.short_clock(order.lapsed_at)}随事件结束，未报结果"
    overdue = order.due_at is not None and story.until > order.due_at
    taken = f"{times.short_clock(order.acknowledged_at)}领受，" if order.acknowledged_at is not None else ""
    return f"{taken}未报结果{'（逾期）' if overdue else ''}"


def report_row(story: Story, line: ReportTime) -> dict[str, str]:
    """One report that was due: limit, when it was made, and whether that was in time."""
    verdict = {True: "按时", False: "超时", None: "未设时限" if line.at is not None else "未报"}[line.on_time]
    over = 0
    if line.due_at is not None:
        until = line.at if line.at is not None else story.until
        over = max(0, until - line.due_at)
    name = word("clock", line.name)
    told = story.whistle.told.get(line.name)
    return {
        "name": f"{name}（第{line.ordinal}次报告）" if line.ordinal else name,
        "limit": times.minutes(line.limit) if line.limit else NONE,
        "clock": times.clock(line.at) if line.at is not None else NONE,
        "taken": times.span(line.at - line.start) if line.at is not None else NONE,
        "to": told[1] if told else "",
        "verdict": f"{verdict}，超{times.spoken_span(over)}" if over else verdict,
    }


def sitrep(story: Story, report: SituationReport) -> dict[str, Any]:
    """One situation report with those of the ten items that were told."""
    gone = story.gone(report.subject)
    told = [{"name": word("item", name), "text": report.items[name]} for name in ITEMS if report.items.get(name)]
    return {
        "stage": word("stage", report.stage),
        "ordinal": report.ordinal,
        "clock": times.clock(report.issued_at),
        "after": story.since(report.issued_at),
        "receiver": kept(report.receiver, gone) or NONE,
        "signer": kept(report.signer, gone) or NONE,
        "items": told or ([{"name": "内容", "text": ERASED}] if gone else []),
    }


def people(story: Story, households: Sequence[Household] = ()) -> list[dict[str, str]]:
    """The key facts as last told, and the heads on scene. What nobody told is 不明, never zero.

    Where nobody told how many were evacuated but the transfer list moved people, the list is named.
    """
    rows = []
    for name in FACTS:
        fact = story.whistle.facts.get(name)
        if fact is None:
            out = out_by(households, story.now) if name == "evacuated" else 0
            text = f"名单{out}人（未列入要点）" if out else UNKNOWN
            rows.append({"name": word("fact", name), "text": text, "as_of": NONE})
            continue
        said = kept(fact.words, story.gone_entry(fact.id))
        number = "" if name == "hazard" else times.count(fact.value, "人")
        text = f"{number}（{said}）" if number and said else number or said or UNKNOWN
        rows.append({"name": word("fact", name), "text": text, "as_of": times.clock(fact.at)})
    present = [state for state in story.listed if state.milestone("arrived") is not None]
    if present:
        rows.append({"name": "到场力量", "text": _forces(present), "as_of": NONE})
    return rows


def _forces(present: list[Any]) -> str:
    known = [state.people for state in present if state.people is not None]
    total = f"{sum(known)}人" if known else f"人数{UNKNOWN}"
    if known and len(known) < len(present):
        total += f"（另有{len(present) - len(known)}个单位人数{UNKNOWN}）"
    return f"{len(present)}个单位，{total}"
