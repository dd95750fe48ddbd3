"""F06 报到进度表 and F21 误报说明: the board as it stands, and why a whistle was none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from commandcenter.domain.event import DRILL, Fact
from commandcenter.domain.indicators import indicators
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import ReportIn, overlay
from commandcenter.journal.reading.incidents import Incident
from commandcenter.reporting import blocks, times
from commandcenter.reporting.background import NOBODY, Background
from commandcenter.reporting.paper import event_parts, paper, title_lines
from commandcenter.reporting.story import Story, kept
from commandcenter.reporting.units import COLUMNS, legend, unit_row
from commandcenter.reporting.words import NONE, UNKNOWN, word

_HEADS = {
    "called": "通知",
    "answered": "响应",
    "left": "出发",
    "arrived": "到场",
    "done": "完成",
    "release_approved": "撤离",
}


def progress_document(
    incident: Incident, facts: Sequence[Fact], background: Background, now: int, printed_by: str
) -> dict[str, Any]:
    """F06: every unit with its three clocks against its limits, as the board shows them at this moment."""
    story = Story(incident, facts, background, now)
    whistle = story.whistle
    figures = indicators(whistle, incident.report_ins, now)
    rows = []
    for state in story.listed:
        row = unit_row(story, state)
        cells = [
            "\n".join(part for part in (cell["time"], cell["limit"], cell["over"]) if part) for cell in row["cells"]
        ]
        heads = NONE if row["asked"] == row["came"] == NONE else f"{row['asked']}/{row['came']}"
        rows.append((row["ordinal"], row["relation"], row["name"], heads, *cells, _stands(state, now), row["outcome"]))
    title = f"{word('whistle', whistle.kind)}报到进度表"
    return {
        "document": "progress",
        "paper": paper(story, title=title, printed_by=printed_by, private=True),
        "flipped": True,
        "blocks": [
            blocks.pairs(
                [
                    ("事件", kept(whistle.title, story.gone(whistle.subject)) or UNKNOWN),
                    ("地点", story.place() or f"{UNKNOWN}（待定）"),
                    ("吹哨", f"{times.moment(whistle.blown_at)}；现状：{word('whistle_stage', whistle.stage)}"),
                    ("进度", f"响应{times.ratio(figures.answered)}；到场{times.ratio(figures.arrived)}"),
                ],
                width=20,
            ),
            blocks.table(
                ("序", "系", "单位", "请/到", *(_HEADS[name] for name in COLUMNS), "现状", "其他"),
                rows,
                (9, 8, 0, 15, *(20,) * len(COLUMNS), 22, 34),
                centred=(0, 1, 3, *range(4, 4 + len(COLUMNS)), 10),
                empty="没有召集单位。",
            ),
            blocks.note("".join(legend(story.listed))),
        ],
    }


def _stands(state: ReportIn, now: int) -> str:
    over = overlay(state, now)
    if over in ("silent", "late", "lost"):
        return word("overlay", over)
    return word("outcome", over) if over else word("milestone", state.furthest) or "未通知"


def false_alarm_document(
    incident: Incident, facts: Sequence[Fact], background: Background, now: int, printed_by: str
) -> dict[str, Any]:
    """F21: what was taken for an emergency, who found that it was none and why, and whether everybody called was told.

    Refuses ``nothing_to_print`` for a whistle that was no false alarm.
    """
    story = Story(incident, facts, background, now)
    whistle = story.whistle
    found_at = whistle.false_alarm_at
    if found_at is None:
        raise Refused("nothing_to_print")
    found = next((fact for fact in reversed(facts) if fact.kind == "whistle.false_alarm"), None)
    by = background.person(found.actor) if found is not None else ""
    gone = story.gone(whistle.subject)
    called = [state for state in story.listed if not state.unasked]
    told = [state for state in called if state.outcome is not None]
    untold = [state for state in called if state.outcome is None]
    event = event_parts(story)
    place = story.place() or f"{UNKNOWN}（待定）"
    drill = "（演练，不是真实事件）" if whistle.mode == DRILL else ""
    return {
        "document": "false_alarm",
        "paper": paper(story, title="误报情况说明", printed_by=printed_by, private=True),
        "heading": title_lines(["关于", *event, "误报的情况说明"]),
        "blocks": [
            blocks.level1("一、经过"),
            blocks.par(
                f"{times.moment(whistle.blown_at)}，{background.person(whistle.blown_by) or NOBODY}吹响"
                f"{word('whistle', whistle.kind)}{drill}，编号{whistle.number}，地点：{place}，召集{len(called)}个单位。"
            ),
            blocks.par(
                f"{times.moment(found_at)}（吹哨后{times.spoken_span(found_at - whistle.blown_at)}）判定为误报，"
                f"判定人：{by or NOBODY}。"
            ),
            blocks.level1("二、判定依据"),
            blocks.par(kept(whistle.end_words, gone) or UNKNOWN),
            blocks.level1("三、告知情况"),
            blocks.par(
                f"已召集的{len(called)}个单位中，{len(told)}个已告知或另有结论"
                + (f"，尚未告知{len(untold)}个。" if untold else "，全部告知。")
            ),
            blocks.table(
                ("序", "单位", "通知时刻", "到过现场", "结论", "时刻"),
                [_told_row(story, state) for state in called],
                (10, 0, 24, 22, 34, 24),
                centred=(0, 2, 3, 4, 5),
                caption="表1　逐单位告知情况" if called else "",
                empty="没有召集单位。",
            ),
            blocks.level1("四、处理"),
            blocks.par("本次吹哨如实留档，不计入真实突发事件处置统计。" if not drill else "本次为演练，只留演练档案。"),
            blocks.signed(background.office, times.day(now)),
            blocks.signatures(["说明人", "带班领导"]),
        ],
    }


def _told_row(story: Story, state: ReportIn) -> tuple[str, ...]:
    called, arrived = state.milestone("called"), state.milestone("arrived")
    outcome = state.outcome
    return (
        str(state.ordinal),
        story.names.unit(state.unit),
        times.short_clock(called.at) if called is not None else "未通知",
        "是" if arrived is not None else "否",
        word("outcome", outcome.name) if outcome is not None else "尚未告知",
        times.short_clock(outcome.at) if outcome is not None else NONE,
    )
