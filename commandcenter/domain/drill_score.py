"""What a drill was worth: which entry was the expected action, which grade that suggests, the score sheet, the figures.

Every figure is counted in scene time from the journal. A grade is a person's; where none was given yet the one that the
record suggests stands in, so that somebody who trains alone sees a running score. No figure here touches a real one.

A drill that ended before its script did is judged by what was due before its end: an action still in its time and a clock that
had not run out were not asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.domain.drill import GRADES, Inject
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_scene import in_scene, limit_of, scene_at
from commandcenter.domain.event import DRILL, PLAYED, Fact
from commandcenter.domain.report_in import Clock, ReportIn, clocks

PRESENCE = "presence"
"""The criterion that is judged from the report-ins themselves (报到纪律)."""
ALIKE = 1
"""What an inject counts where the script gives no points: every one the same."""

_HINTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("public", ("口径", "舆", "媒体", "采访", "发布", "公告", "播报", "视频")),
    (
        "people",
        (
            "疏散",
            "转移",
            "点名",
            "清点",
            "安置",
            "登记",
            "急救",
            "送医",
            "救治",
            "名册",
            "销号",
            "接氧",
            "担架",
            "吸氧",
        ),
    ),
    ("alert", ("吹哨", "应急哨", "报区", "119", "初报", "续报", "补报", "上报", "叫应", "报火场")),
    ("resources", ("水泵", "架泵", "发电机", "照明", "水车", "沙袋", "备用", "物资", "水源", "送电暖")),
    ("command", ("移交", "指挥", "警戒", "扩圈", "研判", "分区", "搜区", "并案", "交警", "协调", "封路", "改道")),
)
"""For scripts of older offices without a criterion: the words of the expected action tell the line of the sheet. The first
line that has one of its words holds; ``first`` (先期处置) is what remains.
"""

_REPORTS = ("报区", "初报", "续报", "终报", "上报", "信息报")


def criterion_of(run: DrillRun, line: Inject) -> str:
    """The line of the score sheet an inject counts for; empty when the sheet has none."""
    known = [criterion.id for criterion in run.sheet.criteria]
    if line.criterion in known:
        return line.criterion
    found = next((key for key, words in _HINTS if any(word in line.expected for word in words)), "first")
    return found if found in known else (known[0] if known else "")


def points_of(run: DrillRun, line: Inject) -> int:
    """What an inject counts at most; in a script without any points every inject counts alike, else none is unscored."""
    if all(other.points is None for other in run.injects):
        return ALIKE
    return line.points or 0


# --- the expected action ------------------------------------------------------------------------------------------


def action_seen(run: DrillRun, line: Inject, facts: Sequence[Fact]) -> Fact | None:
    """The first entry of the trainees after the inject that looks like the expected action; None when there is none.

    An order or a call to one of its departments, an order or a line of the log that shares words with what is expected, a
    report where one is expected, the whistle where one is expected. A person may say otherwise.
    """
    since = run.of(line.id).delivered_at
    if since is None:
        return None
    return next((fact for fact in facts if fact.happened_at >= since and _is_action(run, line, fact)), None)


def _is_action(run: DrillRun, line: Inject, fact: Fact) -> bool:
    if fact.role in (PLAYED, "system") or fact.mode != DRILL:
        return False
    if fact.kind == "whistle.blown":
        return "哨" in line.expected or (line.minute == 0 and not any("哨" in other.expected for other in run.injects))
    if fact.kind in ("order.given", "whistle.noted", "whistle.fact_set", "drill_run.noted", "drill_run.answered"):
        if fact.body.get("origin") == "plan":
            return False
        unit = str(fact.body.get("unit", ""))
        words = fact.words("words")
        return (fact.kind == "order.given" and unit in line.who and bool(unit)) or shares_words(words, line)
    if fact.kind in ("report_in.call_tried", "report_in.called", "report_in.read_back"):
        return fact.subject.rpartition("/")[2] in line.who
    if fact.kind == "sitrep.issued":
        return any(word in line.expected for word in _REPORTS)
    return fact.kind == "post.handed_over" and "移交" in line.expected


def shares_words(words: str, line: Inject) -> bool:
    """Whether a text shares two pairs of neighbouring characters with the expected action (one is chance)."""
    told = _pairs(words)
    return len(told & _pairs(line.expected)) >= min(2, max(1, len(told)))


def _pairs(text: str) -> set[str]:
    parts = "".join(char if char.isalnum() else " " for char in text).split()
    return {part[at : at + 2] for part in parts for at in range(len(part) - 1)}


# --- a drill that ended early --------------------------------------------------------------------------------------


def end_scene(run: DrillRun) -> int | None:
    """Scene milliseconds at the end of a drill that ended before its script did; None for every other."""
    return scene_at(run, run.ended_at) if run.early and run.ended_at is not None else None


def was_due(run: DrillRun, clock: Clock) -> bool:
    """Whether a clock (in scene time) asks for a judgement: it has a limit, and was kept or had run out by the end."""
    if clock.due_at is None:
        return False
    end = end_scene(run)
    return end is None or clock.due_at <= end or (clock.met_at is not None and clock.met_at <= clock.due_at)


def _still_open(run: DrillRun, line: Inject) -> bool:
    """Whether the expected action was still in its time when the drill ended early."""
    end, told, limit = end_scene(run), run.of(line.id), limit_of(run, line.id)
    if end is None or told.delivered_at is None or told.late_at is not None:
        return False
    return limit is None or scene_at(run, told.delivered_at) + limit > end


# --- grades and the sheet -----------------------------------------------------------------------------------------


def suggested(run: DrillRun, line: Inject) -> str:
    """The grade the record suggests: excellent in time, good before the next thing happened, fair after the contingency,
    poor when nothing was seen. Who uncovered it before its time gets one grade less than excellent at best. Empty while it
    is still open.
    """
    told = run.of(line.id)
    if told.delivered_at is None:
        return ""
    if told.seen_at is None:
        limit = limit_of(run, line.id)
        if told.unseen_at is None and _still_open(run, line):
            return ""
        waiting = run.live and told.unseen_at is None
        return "" if waiting and (limit is None or told.late_at is None) else "poor"
    took = took_ms(run, line.id) or 0
    limit = limit_of(run, line.id)
    if told.late_at is not None and told.late_at <= told.seen_at:
        return "fair"
    if limit is not None and took > limit:
        return "good"
    return "good" if told.uncovered_at is not None else "excellent"


def grade_of(run: DrillRun, line: Inject) -> str:
    """The grade that stands: a person's, else the suggested one, else none."""
    return run.of(line.id).grade or suggested(run, line)


def took_ms(run: DrillRun, inject: str) -> int | None:
    """Scene milliseconds from the inject to the expected action; None when it was not seen."""
    told = run.of(inject)
    if told.delivered_at is None or told.seen_at is None:
        return None
    return scene_at(run, told.seen_at) - scene_at(run, told.delivered_at)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the score sheet: what it carries, how much of it was asked so far, how much was won."""

    id: str
    name: str
    full: int
    asked: float
    won: float


def sheet_lines(run: DrillRun, states: Sequence[ReportIn]) -> list[Line]:
    """The score sheet as it stands."""
    found = []
    for criterion in run.sheet.criteria:
        injects = [line for line in run.injects if criterion_of(run, line) == criterion.id]
        if criterion.id == PRESENCE:
            asked, won = _presence(run, states)
            total = asked + sum(points_of(run, line) for line in injects)
        else:
            asked = won = 0.0
            total = sum(points_of(run, line) for line in injects)
        for line in injects:
            grade = grade_of(run, line)
            if grade:
                asked += points_of(run, line)
                won += points_of(run, line) * run.sheet.shares.get(grade, 0.0)
        share = criterion.weight / total if total else 0.0
        found.append(
            Line(criterion.id, criterion.name, criterion.weight, round(asked * share, 2), round(won * share, 2))
        )
    return found


def _presence(run: DrillRun, states: Sequence[ReportIn]) -> tuple[float, float]:
    """Clocks judged and clocks kept. Alone the trainee owes the call and the read-back; the rest is the script's doing."""
    asked = won = 0.0
    for state in states:
        shown = in_scene(run, state)
        if run.solo:
            called = shown.milestone("called")
            due = clocks(shown)["answer"].due_at
            end = end_scene(run)
            running = end is not None and (due is None or due > end)
            if called is not None or not running:
                asked += 1
                won += called is not None and (due is None or called.at <= due)
            if shown.milestone("answered") is not None and (shown.read_back_at is not None or not running):
                asked += 1
                won += shown.read_back_at is not None
        else:
            for clock in clocks(shown).values():
                if clock.due_at is not None and clock.met_at is not None:
                    asked += 1
                    won += clock.met_at <= clock.due_at
    return asked, won


@dataclass(frozen=True, slots=True)
class Total:
    """Points won, asked and full; ``score`` is what was won of what was asked, in a hundred - None when nothing was."""

    won: float
    asked: float
    full: int

    @property
    def score(self) -> float | None:
        """Of a hundred."""
        return round(100 * self.won / self.asked, 1) if self.asked else None


def total(run: DrillRun, states: Sequence[ReportIn]) -> Total:
    """The sum of the sheet."""
    lines = sheet_lines(run, states)
    return Total(
        round(sum(line.won for line in lines), 1), round(sum(line.asked for line in lines), 1), run.sheet.total
    )


# --- aims and departments -----------------------------------------------------------------------------------------


def aim_stands(run: DrillRun, aim: str) -> tuple[str, str]:
    """(met, missed, open or untested; the words behind it). A person's judgement stands before the record's."""
    mark = run.judged.get(aim)
    if mark is not None and mark.grade:
        return mark.grade, mark.note
    lines = [line for line in run.injects if aim in line.aims]
    grades = [grade for line in lines if (grade := grade_of(run, line))]
    if not lines or not grades:
        return "untested" if not run.live else "open", ""
    if any(grade == "poor" for grade in grades):
        return "missed", ""
    return ("met" if len(grades) == len(lines) else "open"), ""


def unit_suggested(run: DrillRun, state: ReportIn) -> str:
    """What a department's clocks suggest; empty for those that are not ranked (请 and 报: their own rules, domain.md 2.13)."""
    if state.relation in ("request", "report"):
        return ""
    shown = in_scene(run, state)
    if shown.outcome is not None and shown.outcome.name in ("refused", "never_came", "left_early"):
        return "poor"
    judged = [clock for clock in clocks(shown).values() if was_due(run, clock)]
    if not judged:
        return ""
    late = sum(clock.met_at is None or clock.met_at > (clock.due_at or 0) for clock in judged)
    return GRADES[min(3, late)] if late < len(judged) else "poor"


def unit_grade(run: DrillRun, state: ReportIn) -> str:
    """The grade of a department that stands; empty where it is judged in words alone."""
    mark = run.units.get(state.unit)
    return mark.grade if mark is not None and mark.grade else unit_suggested(run, state)


def milestone_ms(run: DrillRun, state: ReportIn, name: str) -> int | None:
    """Scene milliseconds from the whistle to a milestone; None when it was not reached."""
    entry = state.milestone(name)
    return None if entry is None else scene_at(run, entry.at) - scene_at(run, state.listed_at)


def figures(run: DrillRun, whistle: Any, states: Sequence[ReportIn]) -> dict[str, float]:
    """The figures of a run by name; what is not known is left out. Times are scene time: seconds, minutes where it says so."""
    summed = total(run, states)
    found: dict[str, float] = {"won": summed.won, "asked": summed.asked, "full": summed.full}
    if summed.score is not None:
        found["score"] = summed.score
    for line in sheet_lines(run, states):
        if line.asked:
            found[f"c:{line.id}"] = round(100 * line.won / line.asked, 1)
    if whistle is not None and whistle.known:
        found["whistle_s"] = (scene_at(run, whistle.blown_at) - _first_ms(run)) // SECOND
    answered = [ms for state in states if (ms := milestone_ms(run, state, "answered")) is not None]
    if states:
        found["units"], found["answered"] = len(states), len(answered)
    if answered and len(answered) == len(states):
        found["all_answered_s"] = max(answered) // SECOND
    arrived = [ms for state in states if (ms := milestone_ms(run, state, "arrived")) is not None]
    if arrived:
        found["arrived"], found["arrival_min"] = len(arrived), round(sum(arrived) / len(arrived) / MINUTE, 1)
    judged = [(clocks(shown)["arrive"]) for state in states if (shown := in_scene(run, state)).relation != "report"]
    judged = [clock for clock in judged if was_due(run, clock)]
    if judged:
        found["due"] = len(judged)
        found["in_time"] = sum(clock.met_at is not None and clock.met_at <= (clock.due_at or 0) for clock in judged)
    if run.aims:
        found["aims"], found["aims_met"] = len(run.aims), sum(aim_stands(run, aim.id)[0] == "met" for aim in run.aims)
    return found


def _first_ms(run: DrillRun) -> int:
    """Scene time of the first inject that came; the start when none did."""
    came = [at for told in run.told.values() if (at := told.delivered_at) is not None]
    return scene_at(run, min(came)) if came else 0


def compared(runs: Sequence[DrillRun]) -> list[tuple[DrillRun, Mapping[str, float]]]:
    """The evaluated runs of a plan, the oldest first, each with the figures that were kept of it."""
    return [(run, run.figures) for run in sorted(runs, key=lambda one: one.opened_at) if run.evaluated_at is not None]
