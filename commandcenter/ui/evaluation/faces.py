"""What the evaluation of a drill shows, as plain rows: injects, departments, aims, criteria over time, corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import MINUTE, SECOND, local
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_scene import in_scene
from commandcenter.domain.drill_score import (
    aim_stands,
    compared,
    end_scene,
    figures,
    grade_of,
    milestone_ms,
    sheet_lines,
    took_ms,
    unit_grade,
    was_due,
)
from commandcenter.domain.event import Fact
from commandcenter.domain.report_in import ReportIn, clocks
from commandcenter.domain.review import Action
from commandcenter.domain.whistle import TOLD
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.words import OVERLAYS, RELATIONS, listed, word

translate = QCoreApplication.translate

COMPARED = 5
"""How many drills of a plan stand side by side, this one included."""


@dataclass(frozen=True, slots=True)
class InjectRow:
    """An inject: what was seen of the expected action, how long it took, the grade."""

    key: str
    number: int
    text: str
    seen: str
    took: str
    grade: str
    suggested: bool
    given: bool
    untested: bool = False


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A department: its times in the scene (late ones marked), one sentence, the grade or none where it is not ranked."""

    key: str
    relation: str
    relation_word: str
    name: str
    answered: str
    answered_late: bool
    arrived: str
    arrived_late: bool
    words: str
    grade: str
    suggested: bool


@dataclass(frozen=True, slots=True)
class AimRow:
    """An aim: met, missed or not tested, and why."""

    key: str
    words: str
    stands: str
    note: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A line of the score sheet now and in the drills before, as shares of a hundred (None: not asked then)."""

    key: str
    name: str
    won: float
    asked: float
    full: int
    before: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A corrective action: of this drill, carried over from one before, or done since."""

    key: str
    whistle: str
    words: str
    owner: str
    due: str
    state: str
    origin: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A drill in the comparison: its score, and what stands below it."""

    key: str
    label: str
    score: float | None
    below: str
    now: bool


def mmss(milliseconds: int | None) -> str:
    """Scene time; a dash where there is none."""
    if milliseconds is None:
        return "—"
    minutes, seconds = divmod(abs(milliseconds) // SECOND, 60)
    return f"{minutes:02d}:{seconds:02d}"


def inject_rows(run: DrillRun) -> list[InjectRow]:
    """The script with what came of it."""
    found = []
    for number, line in enumerate(run.injects, start=1):
        told = run.of(line.id)
        given = told.delivered_at is not None
        if not given:
            seen = translate("Evaluation", "not given")
        elif told.note:
            seen = told.note
        elif told.seen_at is not None:
            seen = told.seen_words or line.expected
        elif not grade_of(run, line) and not run.live:
            seen = translate("Evaluation", "not tested: it ended before the time was up")
        else:
            seen = translate("Evaluation", "not seen: {words}").format(words=line.expected)
        grade = grade_of(run, line)
        took = took_ms(run, line.id)
        found.append(
            InjectRow(
                line.id,
                number,
                line.text,
                seen,
                mmss(took),
                grade,
                bool(grade) and not told.grade,
                given,
                end_scene(run) is not None and not grade,
            )
        )
    return found


def unit_rows(run: DrillRun, incident: Incident | None, reference: Reference) -> list[UnitRow]:
    """The departments in the order of the board."""
    if incident is None:
        return []
    return [_unit(run, state, incident, reference) for state in incident.report_ins]


def _unit(run: DrillRun, state: ReportIn, incident: Incident, reference: Reference) -> UnitRow:
    running = clocks(in_scene(run, state))
    mark = run.units.get(state.unit)

    def late(name: str) -> bool:
        clock = running[name]
        return was_due(run, clock) and (clock.met_at is None or clock.met_at > (clock.due_at or 0))

    grade = unit_grade(run, state)
    return UnitRow(
        key=state.unit,
        relation=state.relation,
        relation_word=word(RELATIONS, state.relation),
        name=reference.unit_name(state.unit),
        answered=mmss(milestone_ms(run, state, "answered")),
        answered_late=late("answer"),
        arrived=mmss(milestone_ms(run, state, "arrived")),
        arrived_late=late("arrive"),
        words=(mark.note if mark is not None and mark.note else _sentence(run, state, incident)),
        grade=grade,
        suggested=bool(grade) and not (mark is not None and mark.grade),
    )


def _sentence(run: DrillRun, state: ReportIn, incident: Incident) -> str:
    """What the record says of a department in one sentence."""
    shown = in_scene(run, state)
    parts = []
    if state.set_aside:
        parts.append(translate("Evaluation", "refused at first"))
    if shown.outcome is not None and shown.outcome.name in ("refused", "never_came", "left_early", "replaced"):
        parts.append(word(OVERLAYS, shown.outcome.name))
    arrive = clocks(shown)["arrive"]
    early = end_scene(run) is not None
    if early and not any(was_due(run, clock) for clock in clocks(shown).values()):
        return listed(parts) or translate("Evaluation", "not yet due when it ended")
    if arrive.due_at is not None and arrive.met_at is not None and arrive.met_at > arrive.due_at:
        minutes = -(-(arrive.met_at - arrive.due_at) // MINUTE)
        parts.append(translate("Evaluation", "{n} min late").format(n=minutes))
    elif state.milestone("arrived") is None and state.relation != "report" and (not early or was_due(run, arrive)):
        parts.append(translate("Evaluation", "did not arrive"))
    if state.short_by:
        parts.append(translate("Evaluation", "{n} people short").format(n=state.short_by))
    tasked = any(order.unit in ("", state.unit) for order in incident.orders)
    if state.milestone("arrived") is not None and not tasked:
        parts.append(translate("Evaluation", "never got a task"))
    if state.milestone("answered") is not None and state.read_back_at is None:
        parts.append(translate("Evaluation", "not read back"))
    if state.milestone("called") is None:
        parts.append(translate("Evaluation", "was not called"))
    return listed(parts) or translate("Evaluation", "by the rule")


def aim_rows(run: DrillRun) -> list[AimRow]:
    """The aims."""
    return [AimRow(aim.id, aim.words, *aim_stands(run, aim.id)) for aim in run.aims]


def of_plan(run: DrillRun, runs: Sequence[DrillRun]) -> list[DrillRun]:
    """The drills of the same plan held before this one, the oldest first."""
    return [one for one in runs if one.plan == run.plan and one.id != run.id and one.opened_at < run.opened_at]


def criterion_rows(
    run: DrillRun, states: Sequence[ReportIn], before: Sequence[tuple[DrillRun, Mapping[str, float]]]
) -> list[CriterionRow]:
    """The score sheet, with what each line won in the drills before."""
    return [
        CriterionRow(
            line.id,
            line.name,
            line.won,
            line.asked,
            line.full,
            tuple(told.get(f"c:{line.id}") for _, told in before[-(COMPARED - 1) :]),
        )
        for line in sheet_lines(run, states)
    ]


def bars(run: DrillRun, now: Mapping[str, float], before: Sequence[tuple[DrillRun, Mapping[str, float]]]) -> list[Bar]:
    """The last drills of the plan side by side; below each the seconds to the whistle and the mean arrival."""
    found = [
        Bar(one.id, _label(one), told.get("score"), _below(told), False) for one, told in before[-(COMPARED - 1) :]
    ]
    score = None if run.broken_off else now.get("score")  # part of a script compares with no whole one
    return [*found, Bar(run.id, translate("Evaluation", "this one"), score, _below(now), True)]


def _label(run: DrillRun) -> str:
    """The month of a drill; one held alone says so, for it is another thing than one with others."""
    month = local(run.opened_at).strftime("%y-%m")
    return translate("Evaluation", "{month} alone").format(month=month) if run.solo else month


def _below(told: Mapping[str, float]) -> str:
    parts = []
    if "whistle_s" in told:
        parts.append(translate("Evaluation", "{n} s").format(n=round(told["whistle_s"])))
    if "arrival_min" in told:
        parts.append(translate("Evaluation", "{n} min").format(n=f"{told['arrival_min']:g}"))
    return " · ".join(parts)


def action_rows(read: Read, run: DrillRun, before: Sequence[DrillRun]) -> list[ActionRow]:
    """Corrections: of this drill first, then those still open from the drills before, then those done since."""
    own = [_action(one, run.parent, "", "new") for one in _standing(read, run.parent)]
    carried, done = [], []
    for one in reversed(before):
        origin = local(one.opened_at).strftime("%m-%d")
        for action in _standing(read, one.parent):
            if action.done_at is None:
                carried.append(_action(action, one.parent, origin, "carried"))
            elif action.done_at >= one.opened_at:
                done.append(_action(action, one.parent, origin, "done"))
    return [*own, *carried, *done]


def _standing(read: Read, whistle: str) -> list[Action]:
    if not whistle:
        return []
    actions = read.incidents.review(whistle).actions
    return [actions[key] for key in sorted(actions) if not actions[key].dropped]


def _action(action: Action, whistle: str, origin: str, state: str) -> ActionRow:
    closed = state == "new" and action.done_at is not None
    due = when.day(action.done_at)[5:] if state == "done" or closed else action.due_on[5:]
    return ActionRow(
        f"{whistle}#{action.id}", whistle, action.words, action.owner, due, "done" if closed else state, origin
    )


def head_figures(
    run: DrillRun,
    incident: Incident | None,
    facts: Sequence[Fact],
    before: Sequence[tuple[DrillRun, Mapping[str, float]]],
    actions: Sequence[ActionRow],
) -> list[Figure]:
    """The strip at the top: the score and better or worse than last time, the times, the aims, nothing that leaked."""
    states = incident.report_ins if incident is not None else ()
    now = figures(run, incident.whistle if incident is not None else None, states)
    last = before[-1][1] if before else {}
    score = now.get("score")
    note = translate("Evaluation", "first drill of this plan")
    if "score" in last:
        note = translate("Evaluation", "last time {n}").format(n=f"{last['score']:g}")
    shown, behind = f"{score:g}" if score is not None else "—", " / 100"
    end = end_scene(run)
    if end is not None:
        at = translate("Evaluation", "broken off") if run.broken_off else translate("Evaluation", "ended early")
        note = translate("Evaluation", "{how} at T+{time}").format(how=at, time=mmss(end))
        shown = f"{now['won']:g}" if now["asked"] else "—"
        behind = translate("Evaluation", " / {n} tested").format(n=f"{now['asked']:g}")
    found = [Figure(translate("Evaluation", "Points"), shown, behind, note)]
    found.append(_seconds(translate("Evaluation", "Whistle after"), now, last, "whistle_s"))
    found.append(_clock(translate("Evaluation", "All answered"), now, "all_answered_s", "answered", "units"))
    late = now.get("due", 0) - now.get("in_time", 0)
    in_time = f"{now['in_time']:g}" if "in_time" in now else "—"
    words = translate("Evaluation", "{n} late").format(n=f"{late:g}") if late else ""
    behind = f" / {now['due']:g}" if "due" in now else ""
    found.append(Figure(translate("Evaluation", "In time"), in_time, behind, words, warn=late > 0))
    mean = f"{now['arrival_min']:g}" if "arrival_min" in now else "—"
    minutes = translate("Evaluation", " min")
    note = (
        translate("Evaluation", "last time {n}").format(n=f"{last['arrival_min']:g}") if "arrival_min" in last else ""
    )
    found.append(Figure(translate("Evaluation", "Mean arrival"), mean, minutes, note))
    met = now.get("aims_met")
    missed = [row.words for row in aim_rows(run) if row.stands == "missed"]
    shown = f"{met:g}" if met is not None else "—"
    found.append(
        Figure(translate("Evaluation", "Aims met"), shown, f" / {len(run.aims)}", listed(missed), warn=bool(missed))
    )
    leaked = sum(fact.kind == "whistle.told" and fact.body.get("to") in TOLD for fact in facts)
    note = translate("Evaluation", "nothing went outside") if not leaked else translate("Evaluation", "told outside")
    found.append(Figure(translate("Evaluation", "Leaked"), str(leaked), "", note, warn=leaked > 0))
    carried = sum(row.state == "carried" for row in actions)
    old = carried + sum(row.state == "done" for row in actions)
    note = translate("Evaluation", "still open from before") if carried else ""
    found.append(
        Figure(
            translate("Evaluation", "Carried over"), str(carried), f" / {old}" if old else "", note, warn=carried > 0
        )
    )
    return found


def _seconds(label: str, now: Mapping[str, float], last: Mapping[str, float], name: str) -> Figure:
    value = f"{round(now[name])}" if name in now else "—"
    note = translate("Evaluation", "last time {n}").format(n=f"{round(last[name])}") if name in last else ""
    return Figure(label, value, translate("Evaluation", " s") if name in now else "", note)


def _clock(label: str, now: Mapping[str, float], name: str, some: str, of: str) -> Figure:
    if name in now:
        return Figure(label, mmss(round(now[name]) * SECOND))
    told = f"{now[some]:g}" if some in now else "—"
    behind = f" / {now[of]:g}" if of in now else ""
    return Figure(label, told, behind, translate("Evaluation", "not everybody answered") if of in now else "")


def earlier(run: DrillRun, runs: Sequence[DrillRun]) -> list[tuple[DrillRun, Mapping[str, float]]]:
    """The evaluated drills of the same plan before this one, with the figures kept of them."""
    return compared(of_plan(run, runs))
