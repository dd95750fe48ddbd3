"""The working papers of an incident as plain data: whistle order, call sheet, sign-in sheet, reports, hand-over, log.

Each is pure, like the review. They carry names and numbers, so they bear the mark 内部 用后销毁 (domain.md 5.6).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from commandcenter.domain import drill
from commandcenter.domain.command_post import HandOver
from commandcenter.domain.event import DRILL, Fact
from commandcenter.domain.plan import PlanUnit, message
from commandcenter.domain.report_in import ReportIn, overlay
from commandcenter.domain.unit import Contact
from commandcenter.journal.reading.incidents import Incident
from commandcenter.reporting import command, times
from commandcenter.reporting.background import NOBODY, Background
from commandcenter.reporting.paper import paper
from commandcenter.reporting.story import Story, kept, timeline_row
from commandcenter.reporting.words import ERASED, NONE, UNKNOWN, tables, word

SPARE_LINES = 8
"""Empty lines of the sign-in sheet, for whoever comes without having been called."""


def _basics(story: Story) -> list[dict[str, str]]:
    """What every form says of the event in its head."""
    whistle = story.whistle
    return [
        {"name": "事件", "text": kept(whistle.title, story.gone(whistle.subject)) or UNKNOWN},
        {"name": "地点", "text": story.place() or f"{UNKNOWN}（待定）"},
        {"name": "吹哨", "text": f"{times.moment(whistle.blown_at)}，{word('whistle', whistle.kind)}"},
        {"name": "吹哨人", "text": story.names.person(whistle.blown_by) or NOBODY},
    ]


def _ask_of(story: Story) -> dict[str, PlanUnit]:
    return {line.unit: line for line in story.names.plan.units} if story.names.plan else {}


# --- F04 吹哨单 ----------------------------------------------------------------------------------------------------


def whistle_order_document(
    incident: Incident, facts: Sequence[Fact], background: Background, now: int, printed_by: str
) -> dict[str, Any]:
    """The whistle order: what happened, who is called by what right, for what and how fast; and the leader's signature."""
    story = Story(incident, facts, background, now)
    whistle, plan = story.whistle, background.plan
    asks = _ask_of(story)
    confirmed = f"{times.stamp(whistle.confirmed_at)}已确认" if whistle.confirmed_at is not None else "待确认"
    return {
        "document": "whistle_order",
        "paper": paper(story, title=f"{word('whistle', whistle.kind)}吹哨单", printed_by=printed_by, private=True),
        "basics": [
            *_basics(story),
            {
                "name": "预案",
                "text": f"{plan.name}（{plan.code}，第{whistle.plan_version}版）" if plan else "未使用预案",
            },
            {"name": "领导确认", "text": confirmed},
        ],
        "units": [
            {
                "ordinal": state.ordinal,
                "relation": word("relation_mark", state.relation),
                "name": background.unit(state.unit),
                "duty": word("duty", state.duty),
                "task": asks[state.unit].why if state.unit in asks else "",
                "asked": NONE if state.asked_people is None else f"{state.asked_people}人",
                "limits": [_limit(state, clock) for clock in ("answer", "leave", "arrive")],
                "note": "未召先到" if state.unasked else "",
            }
            for state in story.listed
        ],
        "notes": ["时限自列入召集起算，单位为分钟；“—”为按其自身规定，不作考核。"],
    }


def _limit(state: ReportIn, clock: str) -> str:
    value = state.limits.get(clock)
    return f"{value:g}" if value else NONE


# --- 呼叫单 --------------------------------------------------------------------------------------------------------


def call_sheet_document(
    incident: Incident, facts: Sequence[Fact], background: Background, now: int, printed_by: str
) -> dict[str, Any]:
    """The call sheet: in the order of the calls, whom to ring in turn, what to read out, and what to tick."""
    story = Story(incident, facts, background, now)
    asks = _ask_of(story)
    return {
        "document": "call_sheet",
        "paper": paper(story, title="呼叫单", printed_by=printed_by, private=True),
        "basics": [*_basics(story), *([{"name": "属地", "text": background.there}] if background.there else [])],
        "units": [
            {
                "ordinal": state.ordinal,
                "relation": word("relation_mark", state.relation),
                "relation_word": word("relation", state.relation),
                "name": background.unit(state.unit),
                "contacts": _contacts(story, state),
                "text": _call_text(story, state, asks),
                "called": _reached(story, state, "called"),
                "answered": _reached(story, state, "answered"),
                "read_back": state.read_back_at is not None,
                "state": _state(state, now),
            }
            for state in story.listed
            if not state.unasked
        ],
        "read_back": "复述：“我已收到：……（时间、地点、任务、集结点），对吗？”复述一致再打勾；不一致，重念一遍。",
    }


def _contacts(story: Story, state: ReportIn) -> list[dict[str, str]]:
    unit = story.names.units.get(state.unit)
    if unit is None:
        return []
    lines = [*unit.contacts]
    if unit.duty_phone and all(contact.phone != unit.duty_phone for contact in lines):
        lines.append(Contact("", "值班电话", unit.duty_phone))
    return [
        {"place": str(place), "name": contact.name, "post": contact.post, "phone": contact.phone or NONE}
        for place, contact in enumerate(lines, start=1)
    ]


def _call_text(story: Story, state: ReportIn, asks: dict[str, PlanUnit]) -> str:
    """The words for one unit. A drill's begin with 【演练】, so that nobody can take them for real."""
    whistle, names = story.whistle, story.names
    plan_texts = names.plan.texts if names.plan else {}
    pattern = (
        whistle.texts.get(state.relation)
        or plan_texts.get(state.relation)
        or tables()["default_text"].get(state.relation, "")
    )
    line = asks.get(state.unit)
    text = message(
        pattern,
        {
            "time": times.short_clock(whistle.blown_at),
            "place": story.place() or "地点待定",
            "event": kept(whistle.title, story.gone(whistle.subject)) or UNKNOWN,
            "ask": line.why if line and line.why else "听候现场指挥",
            "assembly": names.assembly or "待定，另行通知",
            "contact": names.phone or "值班室",
        },
    )
    return drill.marked(text) if whistle.mode == DRILL else text


def _reached(story: Story, state: ReportIn, name: str) -> str:
    entry = state.milestone(name)
    return times.short_clock(entry.at) if entry is not None else ""


def _state(state: ReportIn, now: int) -> str:
    """Where the unit stands, in one word."""
    over = overlay(state, now)
    if over and over not in ("silent", "late"):
        return word("overlay", over) if over == "lost" else word("outcome", over)
    return word("milestone", state.furthest)


# --- F05 报到签到表 ------------------------------------------------------------------------------------------------


def sign_in_sheet_document(
    incident: Incident, facts: Sequence[Fact], background: Background, now: int, printed_by: str
) -> dict[str, Any]:
    """The sign-in sheet at the assembly point: a line for each unit that is to come, and spare lines."""
    story = Story(incident, facts, background, now)
    expected = [state for state in story.listed if state.relation != "report" and not _left_out(state)]
    return {
        "document": "sign_in_sheet",
        "paper": paper(story, title="部门报到签到表", printed_by=printed_by, private=True),
        "basics": [*_basics(story), {"name": "集结点", "text": background.assembly or UNKNOWN}],
        "units": [
            {
                "ordinal": state.ordinal,
                "relation": word("relation_mark", state.relation),
                "name": background.unit(state.unit),
                "asked": NONE if state.asked_people is None else str(state.asked_people),
                "arrived": _reached(story, state, "arrived"),
                "came": _came(state),
            }
            for state in expected
        ],
        "spare": SPARE_LINES,
    }


def _left_out(state: ReportIn) -> bool:
    return state.outcome is not None and state.outcome.name in ("refused", "replaced", "cancelled", "never_came")


def _came(state: ReportIn) -> str:
    arrived = state.milestone("arrived")
    return "" if arrived is None or arrived.people is None else str(arrived.people)


# --- F08 现场指挥机构成立、移交单 ----------------------------------------------------------------------------------


def hand_over_document(
    incident: Incident, facts: Sequence[Fact], background: Background, now: int, printed_by: str
) -> dict[str, Any]:
    """The sheet for setting up and handing over the post: situation, forces on scene, open tasks, risks, signatures."""
    story = Story(incident, facts, background, now)
    handed = next((fact for fact in reversed(facts) if fact.kind == "post.handed_over"), None)
    told = (ERASED if handed.erased else handed.words("words")) if handed else ""
    on_scene = [state for state in story.listed if state.on_scene]
    gone = story.gone(incident.post.subject)
    last = next((one for one in reversed(incident.post.hand_overs) if not one.back), HandOver(at=0))
    risks = [text for text in (story.whistle.residual_risk, last.risks) if text]
    return {
        "document": "hand_over",
        "paper": paper(story, title="现场指挥机构成立、移交单", printed_by=printed_by, private=True),
        "basics": _basics(story),
        "post": command.post(story),
        "people": command.people(story),
        "forces": [
            {
                "ordinal": state.ordinal,
                "name": background.unit(state.unit),
                "people": times.count(state.people, "人"),
                "state": _state(state, now),
            }
            for state in on_scene
        ],
        "orders": [
            command.order_row(story, place, order) for place, order in enumerate(story.orders, start=1) if order.open
        ],
        "risk": "；".join(risks),
        "resources": last.resources,
        "told": told,
        "giver": kept(last.giver, gone and handed is not None),
        "taker": kept(last.receiver, gone and handed is not None),
        "handed_over": times.moment(handed.happened_at) if handed else "",
        "receiver": kept(incident.post.handed_over_to, gone),
    }


# --- 全程记录 ------------------------------------------------------------------------------------------------------


def command_log_document(
    incident: Incident, facts: Sequence[Fact], background: Background, now: int, printed_by: str
) -> dict[str, Any]:
    """The log alone: every entry with T+ and wall time, late and corrected ones marked."""
    story = Story(incident, facts, background, now)
    return {
        "document": "command_log",
        "paper": paper(story, title="指挥记录", printed_by=printed_by, private=True),
        "basics": _basics(story),
        "annex": [timeline_row(line) for line in story.timeline()],
    }
