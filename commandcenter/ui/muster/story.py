"""The log of a muster in the user's words, and its stages as cells with when and one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.domain.clock import local
from commandcenter.domain.deadline import Deadline
from commandcenter.domain.event import Fact
from commandcenter.domain.muster import STAGES, Muster, deadlines
from commandcenter.domain.report_in import ReportIn
from commandcenter.ui import when
from commandcenter.ui.parts.grade import grade_word
from commandcenter.ui.parts.stagecells import Cell
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.words import MUSTER_STAGES, clock_word, with_words

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate
Names = Callable[[str], str]

_LINES: Mapping[str, tuple[str, str, str]] = {
    "drafted": (QT_TRANSLATE_NOOP("MusterLog", "Drafted"), "pencil", "order"),
    "amended": (QT_TRANSLATE_NOOP("MusterLog", "Draft changed"), "pencil", "system"),
    "met": (QT_TRANSLATE_NOOP("MusterLog", "Meeting decided"), "users-round", "order"),
    "sent": (QT_TRANSLATE_NOOP("MusterLog", "Sent to the team"), "send", "order"),
    "accepted": (QT_TRANSLATE_NOOP("MusterLog", "The team accepts"), "badge-check", "order"),
    "returned": (QT_TRANSLATE_NOOP("MusterLog", "The team returns it"), "undo-2", "order"),
    "sounded": (QT_TRANSLATE_NOOP("MusterLog", "The whistle sounds"), "whistle", "order"),
    "work_started": (QT_TRANSLATE_NOOP("MusterLog", "Work on site begins"), "wrench", "order"),
    "finished": (QT_TRANSLATE_NOOP("MusterLog", "Done, to be checked"), "flag", "order"),
    "passed": (QT_TRANSLATE_NOOP("MusterLog", "Checked: it holds"), "circle-check", "order"),
    "sent_back": (QT_TRANSLATE_NOOP("MusterLog", "Checked: back to work"), "rotate-ccw", "order"),
    "closed": (QT_TRANSLATE_NOOP("MusterLog", "Closed"), "archive", "order"),
    "dropped": (QT_TRANSLATE_NOOP("MusterLog", "Given up"), "circle-x", "order"),
    "member_came": (QT_TRANSLATE_NOOP("MusterLog", "{name} signed in"), "map-pin", "system"),
    "member_left": (QT_TRANSLATE_NOOP("MusterLog", "{name} left"), "log-out", "system"),
    "member_excused": (QT_TRANSLATE_NOOP("MusterLog", "{name} is excused"), "circle-minus", "system"),
    "tasked": (QT_TRANSLATE_NOOP("MusterLog", "Decided on site"), "flag", "situation"),
    "task_done": (QT_TRANSLATE_NOOP("MusterLog", "Done: {task}"), "check", "system"),
    "task_reopened": (QT_TRANSLATE_NOOP("MusterLog", "Open again: {task}"), "rotate-ccw", "system"),
    "noticed": (QT_TRANSLATE_NOOP("MusterLog", "Notice put up"), "megaphone", "order"),
    "judged": (QT_TRANSLATE_NOOP("MusterLog", "{name} says: {verdict}"), "badge-check", "system"),
    "graded": (QT_TRANSLATE_NOOP("MusterLog", "{name} graded: {grades}"), "clipboard-check", "system"),
    "noted": (QT_TRANSLATE_NOOP("MusterLog", "Note"), "message-square", "situation"),
}
"""Verb → (words, icon, sort)."""

_SAID = ("decision", "words", "leader", "told_by", "title")
"""Which private words stand behind the line, the first that are there."""


def log_rows(facts: Iterable[Fact], state: Muster, person: Names, unit: Names) -> list[TimelineRow]:
    """The lines of a muster's log by the time they happened."""
    rows = []
    names = {line.key: line.name for line in state.members}
    tasks = {task.key: task.words for task in state.tasks}
    for fact in sorted(facts, key=lambda fact: (fact.happened_at, fact.hlc, fact.id)):
        if fact.verb == "deadline_acknowledged" or (
            fact.verb == "deadline_raised" and fact.body.get("threshold") != "due"
        ):
            continue
        if fact.verb == "deadline_raised":
            clock = clock_word(str(fact.body.get("clock", "")))
            words, symbol, sort = (
                translate("MusterLog", "Overdue: {clock}").format(clock=clock),
                "octagon-alert",
                "alarm",
            )
        else:
            template, symbol, sort = _LINES.get(fact.verb, (fact.kind, "circle", "system"))
            words = translate("MusterLog", template)
            member = str(fact.body.get("member", ""))
            name = names.get(member, "") or fact.words("name") or _side(fact, unit)
            gaps = {"name": name, "task": tasks.get(str(fact.body.get("task", "")), ""), **_appraised(fact)}
            for gap, value in gaps.items():
                words = words.replace("{" + gap + "}", value)
            said = next((text for key in _SAID if (text := fact.words(key))), "")
            if fact.verb == "sent":
                said = str(fact.body.get("document", ""))
            words = with_words(words, translate("MusterLog", "the words were erased by law") if fact.erased else said)
        author = person(fact.actor) if fact.actor else ""
        late = translate("MusterLog", "entered late") if fact.late else ""
        at = local(fact.happened_at)
        said_by = " · ".join(part for part in (when.clock(fact.happened_at), author, late) if part)
        rows.append(TimelineRow(str(fact.id), f"{at.month}-{at.day}", symbol, words, said_by, sort))
    return rows


def _side(fact: Fact, unit: Names) -> str:
    told = str(fact.body.get("unit", ""))
    return unit(told) if told else translate("MusterLog", "We")


def _appraised(fact: Fact) -> dict[str, str]:
    grades = fact.body.get("grades")
    told = "".join(grade_word(str(grade)) for grade in grades.values()) if isinstance(grades, Mapping) else ""
    justified = fact.body.get("justified") is True
    verdict = translate("Muster", "justified") if justified else translate("Muster", "not justified")
    return {"grades": told, "verdict": verdict}


# --- stages ---------------------------------------------------------------------------------------------------------


def cells(state: Muster, presences: Sequence[ReportIn], now: int) -> list[Cell]:
    """The stages M0 to M9 as they stand. Level 3 passes over the meeting and the special team."""
    lines = {line.name: line for line in deadlines(state)}
    here = STAGES.index(state.step) if state.step in STAGES else 0
    found = []
    for place, code in enumerate(STAGES):
        words = translate("Muster", MUSTER_STAGES[code])
        if state.level == "L3" and code in ("judged", "sent", "accepted"):
            found.append(Cell(code, words, "passed", "", translate("Muster", "not at this level")))
            continue
        at, fact = _facts(state, code, presences, now)
        ended = state.closed_at is not None
        if place < here or (ended and place == here and state.stage != "dropped"):
            standing = "done"
        elif place == here:
            standing = "passed" if state.stage == "dropped" else _at_work(state, code, lines, now)
            at = at or _until(state, code, lines, now)
        else:
            standing = "later"
        if place == here and state.stage in ("returned", "dropped", "long_term"):
            words = translate("Muster", MUSTER_STAGES[state.stage])
            standing = "warn" if state.stage == "returned" else standing
        found.append(Cell(code, words, standing, at, fact))
    return found


_CLOCK_OF = {
    "draft": "muster_meeting",
    "sent": "muster_answer",
    "reporting": "muster_members",
    "appraising": "muster_appraisal",
}


def _clock(state: Muster, code: str, lines: Mapping[str, Deadline]) -> Deadline | None:
    name = _CLOCK_OF.get(code, "")
    if name == "muster_answer":
        name = f"muster_answer_{state.answers or 1}"
    return lines.get(name)


def _at_work(state: Muster, code: str, lines: Mapping[str, Deadline], now: int) -> str:
    line = _clock(state, code, lines)
    if line is None or line.met_at is not None:
        return "now"
    return "over" if now > line.due_at else "warn" if now >= line.warn_at else "now"


def _until(state: Muster, code: str, lines: Mapping[str, Deadline], now: int) -> str:
    line = _clock(state, code, lines)
    if line is None or line.met_at is not None:
        return ""
    return translate("Muster", "until {time}").format(time=when.moment(line.due_at, now))


def _facts(state: Muster, code: str, presences: Sequence[ReportIn], now: int) -> tuple[str, str]:
    """When a stage was reached, and one fact of it."""
    there = sum(1 for one in presences if one.milestone("arrived") is not None)
    done = sum(1 for task in state.tasks if task.done_at is not None)
    came = f"{state.present} / {len(state.members)}" if state.level == "L3" else f"{there} / {len(presences)}"
    told: dict[str, tuple[int | None, str]] = {
        "judged": (
            state.meeting.at if state.meeting else None,
            state.meeting.decision if state.meeting else "",
        ),
        "sent": (state.sent_at, state.document),
        "accepted": (state.answered_at, state.returned_words if state.stage == "returned" else state.answered_by),
        "sounded": (state.sounded_at, state.number),
        "reporting": (None, translate("Muster", "here {n}").format(n=came) if state.sounded_at is not None else ""),
        "working": (
            state.work_at,
            translate("Muster", "done {n} of {of}").format(n=done, of=len(state.tasks))
            if state.tasks
            else state.leader,
        ),
        "done": (state.done_at, state.evidence),
        "appraising": (None, _heard(state)),
        "closed": (state.closed_at, state.cause),
    }
    if code == "draft":
        return ("" if state.stage == "draft" else when.moment(state.opened_at, now)), ""
    at, fact = told[code]
    return when.moment(at, now) if at is not None else "", fact


def _heard(state: Muster) -> str:
    if state.passed_at is None:
        return ""
    units = [] if state.level == "L3" else [line.unit for line in state.agreed]
    waiting = len(state.appraisal.waiting(units))
    if not waiting:
        return translate("Muster", "all heard")
    return translate("Muster", "missing {n}").format(n=waiting)
