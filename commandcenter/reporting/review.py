"""The review (应急响应评估, F16) as plain data: everything on its pages, assembled from the incident and nothing else.

Pure: the same incident, names and time give the same document, so it can be compared and its digest stored. Source of
the parts: domain.md 2.9; of the figures: 2.13. A version that was signed is printed as it was kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import DRILL, Fact
from commandcenter.domain.indicators import Heads, Indicators, Moment, called, indicators, report_times
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.review import Action, Finding
from commandcenter.domain.supply import Supply
from commandcenter.domain.transfer import Household
from commandcenter.domain.unit import RELATIONS
from commandcenter.domain.whistle import Whistle
from commandcenter.journal.reading.incidents import Incident
from commandcenter.reporting import command, review_parts, times, units
from commandcenter.reporting.background import NOBODY, Background
from commandcenter.reporting.mapsheet import incident_map
from commandcenter.reporting.material import Material
from commandcenter.reporting.paper import digest_of_document, event_parts, paper, title_lines
from commandcenter.reporting.story import Story, kept, timeline_row
from commandcenter.reporting.words import NONE, UNKNOWN, tables, word

__all__ = ["content_digest", "digest_of_document", "review_document", "review_of"]

UNKEPT = -1
"""The number of a version nobody has kept: nobody can have signed it."""

UNSIGNED = ("signatures", "versions", "signing_note", "map")
"""What a signature itself changes on the pages is no part of what is signed, nor is the map, which only shows what the words say."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """What the review tells beside the incident itself: the transfer list, supplies, former incidents of its plan."""

    households: Sequence[Household] = ()
    supplies: Sequence[Supply] = ()
    former: Sequence[tuple[Whistle, Sequence[ReportIn]]] = ()


def review_of(material: Material) -> dict[str, Any]:
    """The review of ``material.subject`` as it stands; with ``version`` in the options as it was kept under that number.

    Refuses ``version_missing`` for one that was never kept or whose text was erased.
    """
    number = material.options.get("version")
    if isinstance(number, int):
        return _as_kept(material, number)
    beyond = Beyond(
        material.matters.of(Household, "transfer", parent=material.whistle),
        material.matters.of(Supply, "supply", parent=material.whistle),
        material.incidents.former(material.incident.whistle),
    )
    about = (material.incident, material.facts, material.names, material.now, material.printed_by)
    document = review_document(*about, beyond)
    whistle = material.incident.whistle
    drawn = incident_map(material, whistle.place, whistle.place_words, whistle.blown_at, 150, 84)
    return document | {"map": drawn} if drawn is not None else document


def _as_kept(material: Material, number: int) -> dict[str, Any]:
    """A kept version: what it said then, with who has signed it since and when it is printed now."""
    content = material.incidents.kept_review(material.whistle, number)
    if not content:
        raise Refused("version_missing", version=number)
    kept_then: dict[str, Any] = json.loads(content)
    story = Story(material.incident, material.facts, material.names, material.now)
    about = paper(story, title=kept_then["paper"]["title"], printed_by=material.printed_by)
    kept_then["paper"] |= {name: about[name] for name in ("printed_at", "printed_by", "stamp")}
    kept_then["signatures"] = _signatures(story, number)
    kept_then["versions"] = review_parts.versions(story, material.incident.review)
    kept_then["signing_note"] = f"本件为第{number}版，按签字时的记录打印。"
    return kept_then


def content_digest(document: Mapping[str, Any]) -> str:
    """The digest of what is signed: the document without its signatures."""
    return digest_of_document({name: value for name, value in document.items() if name not in UNSIGNED})


def review_document(
    incident: Incident,
    facts: Sequence[Fact],
    background: Background,
    now: int,
    printed_by: str,
    beyond: Beyond = Beyond(),
) -> dict[str, Any]:
    """The review as the template and the screen take it; every text is Chinese and final.

    ``facts`` are every entry of the incident; ``now`` is epoch milliseconds.
    """
    story = Story(incident, facts, background, now)
    figures = indicators(story.whistle, incident.report_ins, now)
    findings = _standing(incident.review.findings)
    name = event_parts(story)
    tail = f"{'应急响应演练' if story.whistle.mode == DRILL else '应急响应'}复盘报告"
    review = incident.review
    document = {
        "document": "review",
        "paper": paper(story, title="".join(name) + tail, printed_by=printed_by),
        "heading": title_lines([*name, tail]),
        "date": times.day(now),
        "basics": _basics(story),
        "moments": _moments(story, figures),
        "gaps": review_parts.gaps(story),
        "figures": _figures(figures, drill=story.whistle.mode == DRILL),
        "units": [units.unit_row(story, state) for state in story.listed],
        "legend": units.legend(story.listed),
        "curve": units.report_curve(story),
        "remarks": units.remarks(story),
        "limits": units.limits_in_force(story),
        "formulas": list(tables()["formula"].values()),
        "post": command.post(story),
        "orders": [command.order_row(story, place, order) for place, order in enumerate(story.orders, start=1)],
        "reports": [command.report_row(story, line) for line in report_times(story.whistle)],
        "sitreps": [command.sitrep(story, report) for report in incident.sitreps],
        "decisions": review_parts.decisions(story),
        "people": command.people(story, beyond.households),
        "moved": review_parts.moved(beyond.households),
        "supplies": review_parts.supplies(story, beyond.supplies),
        "good": [_finding(found) for found in findings if found.sort == "good"],
        "problems": [_finding(found) for found in findings if found.sort != "good"],
        "actions": [_action(found) for found in _standing(incident.review.actions)],
        "former": review_parts.former(story, beyond.former),
        "annex": [timeline_row(line) for line in story.timeline()],
    }
    newest = review.versions[-1] if review.versions else None
    same = newest is not None and newest.digest == content_digest(document)
    return document | {
        "signatures": _signatures(story, 0 if newest is None else newest.number if same else UNKEPT),
        "versions": review_parts.versions(story, review),
        "signing_note": _signing_note(newest.number if newest is not None else 0, same=same),
    }


def _standing(items: Mapping[str, Any]) -> list[Any]:
    """What was not taken out again, in the order it was entered: ids grow with time."""
    return [items[key] for key in sorted(items) if not items[key].dropped]


# --- 一、基本情况 --------------------------------------------------------------------------------------------------


def _basics(story: Story) -> list[dict[str, str]]:
    whistle, plan = story.whistle, story.names.plan
    blown_by = story.names.person(whistle.blown_by) or NOBODY
    late = whistle.recorded_at - whistle.blown_at > 2 * MINUTE
    rows = [
        ("编号", whistle.number),
        ("事件", kept(whistle.title, story.gone(whistle.subject)) or UNKNOWN),
        (
            "时间",
            f"{times.moment(whistle.blown_at)}吹哨" + (f"（补录于{times.stamp(whistle.recorded_at)}）" if late else ""),
        ),
        ("地点", story.place() or f"{UNKNOWN}（始终待定）"),
        ("哨种", f"{word('whistle', whistle.kind)}，由{blown_by}吹响"),
        ("预案", f"{plan.name}（{plan.code}，第{whistle.plan_version}版）" if plan else "未使用预案"),
        ("过程", _course(story)),
        ("现状", word("whistle_stage", whistle.stage)),
    ]
    if whistle.mode == DRILL:
        script = f"（{story.names.drill}）" if story.names.drill else ""
        rows.insert(1, ("性质", f"演练{script}，不是真实事件"))
    return [{"name": name, "text": text} for name, text in rows if text]


def _course(story: Story) -> str:
    """The course in one sentence: who was called, how it ended, how long it took."""
    whistle = story.whistle
    undone = whistle.undone_at is not None
    asked = [state for state in story.listed if not state.unasked and undone] or called(story.listed)
    kinds = "、".join(
        f"{word('relation', relation)}{count}个"
        for relation in RELATIONS
        if (count := sum(state.relation == relation for state in asked))
    )
    parts = [f"召集{len(asked)}个单位（{kinds}）" if asked else "未召集单位"]
    off = sum(not state.unasked for state in story.listed) - len(asked)
    if off:
        parts.append(f"另有{off}个单位在响应时限内取消召集")
    unasked = sum(state.unasked for state in story.listed)
    if unasked:
        parts.append(f"另有{unasked}个单位未召先到")
    if whistle.undone_at is not None:
        return "，".join((*parts, f"{times.clock(whistle.undone_at)}收回")) + "。"
    if whistle.false_alarm_at is not None:
        reason = kept(whistle.end_words, story.gone(whistle.subject))
        parts.append(f"{times.short_clock(whistle.false_alarm_at)}判定为误报（{reason}）")
    if whistle.ended_at is not None:
        parts.append(f"{times.short_clock(whistle.ended_at)}演练终止")
    elif whistle.stood_down_at is not None:
        parts.append(f"{times.short_clock(whistle.stood_down_at)}解除响应")
    if whistle.closed_at is not None:
        parts.append(f"全程{times.spoken_span(whistle.closed_at - whistle.blown_at)}")
    else:
        parts.append("尚未结束")
    return "，".join(parts) + "。"


def _moments(story: Story, figures: Indicators) -> list[dict[str, str]]:
    """The turning points that were reached, each with its wall time and T+."""
    whistle, state = story.whistle, story.incident.post

    def reached(name: str, moment: Moment | None) -> tuple[str, int | None, str]:
        return (name, story.start + moment.after, story.names.unit(moment.unit)) if moment else (name, None, "")

    rows = [
        ("吹哨", whistle.blown_at, ""),
        reached("首个响应", figures.first_answer),
        reached("最后响应", figures.last_answer),
        reached("首个到场", figures.first_arrival),
        reached("最后到场", figures.last_arrival),
        ("指挥部设立", state.set_up_at, ""),
        ("指挥权移交", state.handed_over_at, state.handed_over_to),
        ("解除响应", whistle.stood_down_at, ""),
        ("判定误报", whistle.false_alarm_at, ""),
        ("事件结束", whistle.closed_at, ""),
    ]
    return [
        {"name": name, "clock": times.clock(at), "after": story.since(at), "who": who}
        for name, at, who in rows
        if at is not None
    ]


def _figures(figures: Indicators, *, drill: bool) -> list[dict[str, str]]:
    rows = [
        ("响应", times.ratio(figures.answered)),
        ("按时响应", times.ratio(figures.answered_on_time)),
        ("按时出发", times.ratio(figures.left_on_time)),
        ("到场", times.ratio(figures.arrived)),
        ("按时到场", times.ratio(figures.arrived_on_time)),
        ("中位到场时间", _span(figures.median_arrival, NONE)),
        ("到位人数", _people(figures.heads)),
        ("首次报区", "演练，不对外报送" if drill else _span(figures.first_report, "未报")),
        ("续报按时", times.ratio(figures.updates_on_time, "次")),
    ]
    return [{"name": name, "text": text} for name, text in rows]


def _people(heads: Heads) -> str:
    """People who came of those asked for. While nobody counted is there the sum is not known, which is not zero."""
    if heads.not_told and not heads.counted:
        return f"{UNKNOWN}（{heads.not_told}个单位已到场，到场人数{UNKNOWN}）"
    if not heads.units:
        return "未规定人数"
    if heads.units == 1:
        text = f"只有1个单位两数都清楚：到场{heads.came}人，请来{heads.asked}人"
    else:
        text = f"{heads.came}人（请来{heads.asked}人，只计两数都清楚的{heads.units}个单位）"
    return text + (f"，另有{heads.not_told}个单位到场人数{UNKNOWN}" if heads.not_told else "")


def _span(milliseconds: int | None, missing: str) -> str:
    return missing if milliseconds is None else times.spoken_span(milliseconds)


# --- 六至八 --------------------------------------------------------------------------------------------------------


def _finding(found: Finding) -> dict[str, str]:
    return {
        "level": word("level", found.level),
        "text": kept(found.words, True),
        "effect": found.effect,
        "cause": found.cause,
    }


def _action(action: Action) -> dict[str, str]:
    return {
        "text": kept(action.words, True),
        "owner": kept(action.owner, True),
        "due": action.due_on,
        "verification": action.verification or NONE,
        "state": f"{times.day(action.done_at)}完成" if action.done_at is not None else "未完成",
        "proof": _proof(action),
    }


def _proof(action: Action) -> str:
    """What shows that it was done, and who looked."""
    if action.done_at is None:
        return NONE
    told = action.proof or "未附证明"
    return f"{told}（{action.verified_by}核实）" if action.verified_by else told


def _signing_note(number: int, *, same: bool) -> str:
    """How these pages stand to the version that was signed last; nothing while none was."""
    if not number:
        return ""
    return f"本件与签字的第{number}版一致。" if same else f"第{number}版签字后又有改动，本件尚未签字。"


def _signatures(story: Story, version: int) -> list[dict[str, str]]:
    """A line for each role that signs, with who has signed this version at the desk and when.

    Signatures from before there were versions (0) count while nothing newer was signed.
    """
    signed = story.incident.review.signatures
    rows = []
    for role in dict.fromkeys(("special_team", "leader", *(one.role for one in signed))):
        done = [one for one in signed if one.role == role and one.version == version]
        names = "、".join(dict.fromkeys(story.names.person(one.by) or NOBODY for one in done))
        rows.append({"role": word("role", role), "name": names, "at": times.stamp(done[-1].at) if done else ""})
    return rows
