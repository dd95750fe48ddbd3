"""What the review says at its head, and the turning points of the replay, as words and figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.indicators import Moment, Ratio, indicators
from commandcenter.domain.report_in import ReportIn, ending, overlay
from commandcenter.domain.timeline import Entry
from commandcenter.domain.whistle import Whistle
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.review.slider import Mark
from commandcenter.ui.words import OVERLAYS, word

translate = QCoreApplication.translate

Names = Callable[[str], str]


def head_figures(incident: Incident, name: Names, end: int) -> list[Figure]:
    """Duration, first arrival, answers, arrivals on time, median, injured, evacuated, orders."""
    whistle = incident.whistle
    found = indicators(whistle, incident.report_ins, end)
    figures = [
        Figure(
            translate("ReviewFigures", "Whole time"),
            when.span(end - whistle.blown_at),
            note=translate("ReviewFigures", "ended {time}").format(time=when.clock(whistle.closed_at))
            if whistle.closed_at is not None
            else translate("ReviewFigures", "still running"),
        ),
        _moment(translate("ReviewFigures", "First to arrive"), found.first_arrival, name),
        _moment(translate("ReviewFigures", "Last answer"), found.last_answer, name),
        _ratio(translate("ReviewFigures", "Arrived on time"), found.arrived_on_time, whistle.running),
        Figure(
            translate("ReviewFigures", "Median to arrive"),
            when.span(found.median_arrival) if found.median_arrival is not None else "—",
            note=translate("ReviewFigures", "judged departments"),
        ),
        _fact(whistle, "injured", translate("ReviewFigures", "Injured")),
        _fact(whistle, "evacuated", translate("ReviewFigures", "Evacuated")),
    ]
    done = sum(order.done_at is not None for order in incident.orders)
    late = sum(
        order.due_at is not None and (order.done_at if order.done_at is not None else end) > order.due_at
        for order in incident.orders
        if order.dropped_at is None
    )
    figures.append(
        Figure(
            translate("ReviewFigures", "Orders"),
            str(done),
            f"/ {len(incident.orders)}",
            translate("ReviewFigures", "late {n}").format(n=late) if late else "",
            warn=bool(late),
        )
    )
    return figures


def _moment(label: str, moment: Moment | None, name: Names) -> Figure:
    if moment is None:
        return Figure(label, "—", note=translate("ReviewFigures", "nobody"))
    return Figure(label, when.span(moment.after), note=name(moment.unit))


def _ratio(label: str, ratio: Ratio, running: bool) -> Figure:
    missed = 0 if running else ratio.whole - ratio.part  # while it runs, time may be left
    note = translate("ReviewFigures", "not in time {n}").format(n=missed) if missed else ""
    return Figure(label, str(ratio.part), f"/ {ratio.whole}", note, warn=bool(missed))


def _fact(whistle: Whistle, fact_name: str, label: str) -> Figure:
    fact = whistle.facts.get(fact_name)
    if fact is None or fact.value is None:
        return Figure(label, translate("ReviewFigures", "unknown"))
    return Figure(label, str(fact.value), note=fact.words)


def turning_points(whistle: Whistle, entries: Sequence[Entry], name: Names) -> list[Mark]:
    """The marks under the slider: whistle, post, alarms, stand-down, end."""
    start = whistle.blown_at
    words = {
        "whistle.blown": (translate("ReviewFigures", "whistle"), "tx2"),
        "post.set_up": (translate("ReviewFigures", "post"), "acc"),
        "post.handed_over": (translate("ReviewFigures", "handed over"), "acc"),
        "whistle.stood_down": (translate("ReviewFigures", "stand-down"), "ok"),
        "whistle.false_alarm": (translate("ReviewFigures", "false alarm"), "ok"),
        "whistle.drill_ended": (translate("ReviewFigures", "drill ended"), "ok"),
        "whistle.closed": (translate("ReviewFigures", "closed"), "ok"),
    }
    marks = []
    for entry in entries:
        if entry.kind in words:
            told, tone = words[entry.kind]
            marks.append(Mark(entry.at - start, told, tone))
        elif entry.kind == "report_in.deadline_raised" and entry.level == "alarm":
            marks.append(Mark(entry.at - start, name(entry.unit), "red"))
    return marks


def missing(states: Sequence[ReportIn], at: int, name: Names) -> str:
    """Who is called to come and is not here at a moment, the late ones first."""
    absent = [
        state
        for state in states
        if not state.closed and state.milestone("arrived") is None and state.relation != "report" and not state.undone
    ]
    late = [state for state in absent if overlay(state, at) in ("late", "silent", "lost")]
    rest = [state for state in absent if state not in late]
    return "、".join(name(state.unit) for state in (*late, *rest))


def note_of(state: ReportIn) -> str:
    """How a report-in ended, where that is not the ordinary way."""
    if state.outcome is None or state.outcome.name == "back":
        return ""
    return word(OVERLAYS, ending(state))
