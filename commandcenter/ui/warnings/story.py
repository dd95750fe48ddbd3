"""The log of a warning in the user's words, and its steps W0 to W8 as cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.domain.clock import local
from commandcenter.domain.event import Fact
from commandcenter.domain.warning import STEPS, Warning
from commandcenter.ui import when
from commandcenter.ui.parts.stagecells import Cell
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.warnings.rows import colour_word, way_word
from commandcenter.ui.words import SCALE_CODES, clock_word, with_words, word

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate
Names = Callable[[str], str]

_LINES: Mapping[str, tuple[str, str, str]] = {
    "received": (QT_TRANSLATE_NOOP("WarningLog", "Received: {colour}"), "triangle-alert", "order"),
    "judged": (QT_TRANSLATE_NOOP("WarningLog", "Judged"), "eye", "order"),
    "called": (QT_TRANSLATE_NOOP("WarningLog", "On the list: {n} more"), "list", "system"),
    "tried": (QT_TRANSLATE_NOOP("WarningLog", "{name} ({way}): {answer}"), "phone", "system"),
    "try_struck": (QT_TRANSLATE_NOOP("WarningLog", "A try was taken back"), "undo-2", "system"),
    "target_dropped": (QT_TRANSLATE_NOOP("WarningLog", "{name} need not answer"), "circle-x", "system"),
    "measure_added": (QT_TRANSLATE_NOOP("WarningLog", "Measure added"), "plus", "system"),
    "measure_ticked": (QT_TRANSLATE_NOOP("WarningLog", "{done}: {measure}"), "square-check", "situation"),
    "responded": (QT_TRANSLATE_NOOP("WarningLog", "Response: {level}"), "siren", "order"),
    "transferred": (
        QT_TRANSLATE_NOOP("WarningLog", "Moved {moved} of {planned}, refused {refused}"),
        "footprints",
        "situation",
    ),
    "extended": (QT_TRANSLATE_NOOP("WarningLog", "Shift stays until {until}"), "clock", "order"),
    "changed": (QT_TRANSLATE_NOOP("WarningLog", "Changed: {colour}"), "arrow-up-down", "order"),
    "ended": (QT_TRANSLATE_NOOP("WarningLog", "Lifted"), "flag-triangle-right", "order"),
    "whistled": (QT_TRANSLATE_NOOP("WarningLog", "An emergency whistle was blown"), "whistle", "order"),
    "noted": (QT_TRANSLATE_NOOP("WarningLog", "Note"), "message-square", "situation"),
    "closed": (QT_TRANSLATE_NOOP("WarningLog", "Summed up"), "archive", "order"),
}
"""Verb → (words, icon, sort)."""


def log_rows(facts: Iterable[Fact], state: Warning, person: Names, target: Names) -> list[TimelineRow]:
    """The lines of a warning's log by the time they happened."""
    rows = []
    measures = {one.key: one.words for one in state.measures}
    for fact in sorted(facts, key=lambda fact: (fact.happened_at, fact.hlc, fact.id)):
        if fact.verb == "deadline_acknowledged" or (
            fact.verb == "deadline_raised" and fact.body.get("threshold") != "due"
        ):
            continue
        said = ""
        if fact.verb == "deadline_raised":
            clock = str(fact.body.get("clock", ""))
            name = target(clock.partition(".")[2])
            words = translate("WarningLog", "Overdue: {clock}").format(clock=f"{clock_word(clock)} · {name}")
            symbol, sort = "octagon-alert", "alarm"
        else:
            template, symbol, sort = _LINES.get(fact.verb, (fact.kind, "circle", "system"))
            words = translate("WarningLog", template)
            for gap, value in _gaps(fact, measures, target).items():
                words = words.replace("{" + gap + "}", value)
            said = fact.words("words") if fact.verb != "received" else ""
            said = said or fact.words("leader")
            words = with_words(words, translate("WarningLog", "the words were erased by law") if fact.erased else said)
        at = local(fact.happened_at)
        author = person(fact.actor) if fact.actor else ""
        late = translate("WarningLog", "entered late") if fact.late else ""
        by = " · ".join(part for part in (f"{at.month}-{at.day}", author, late) if part)
        rows.append(TimelineRow(str(fact.id), when.clock(fact.happened_at), symbol, words, by, sort))
    return rows


def _gaps(fact: Fact, measures: Mapping[str, str], target: Names) -> dict[str, str]:
    body = fact.body
    answered = fact.words("answered_by")
    called = body.get("targets")
    until = body.get("until")
    return {
        "colour": colour_word(str(body.get("colour", ""))),
        "n": str(len(called)) if isinstance(called, list | tuple) else "0",
        "name": target(str(body.get("target", ""))),
        "way": way_word(str(body.get("way", ""))),
        "answer": translate("WarningLog", "{who} answers").format(who=answered)
        if answered
        else translate("WarningLog", "no answer"),
        "measure": measures.get(str(body.get("measure", "")), ""),
        "done": translate("WarningLog", "Done")
        if body.get("done") is not False
        else translate("WarningLog", "Not done after all"),
        "level": word(SCALE_CODES, str(body.get("level", "")))
        if body.get("level")
        else translate("WarningLog", "ended"),
        "planned": _count(body.get("planned")),
        "moved": _count(body.get("moved")),
        "refused": _count(body.get("refused")),
        "until": when.moment(until, fact.happened_at) if isinstance(until, int) else when.UNKNOWN,
    }


def _count(value: object) -> str:
    return str(value) if type(value) is int else when.UNKNOWN


# --- steps ----------------------------------------------------------------------------------------------------------


def cells(state: Warning, now: int) -> list[Cell]:
    """The steps W0 to W8 as they stand; transfer and the longer shift are ticked when they were entered, and never asked for."""
    here = state.step
    found = []
    for code in STEPS:
        at, fact, done = _step(state, code, now)
        standing = "done" if done else "now" if code == here and state.open else "later"
        if state.touches is False and code not in ("received", "judged", "summary"):
            standing, fact = "passed", ""
        if code in ("transfer", "shift") and not done and standing == "later" and state.over_at is not None:
            standing = "passed"
        if code == "calling" and standing == "now" and _late(state, now):
            standing = "over"
        found.append(Cell(code, _word(code), standing, at, fact))
    return found


def _late(state: Warning, now: int) -> bool:
    return bool(
        state.rounds and state.waiting and state.rounds[-1].due_at is not None and now > state.rounds[-1].due_at
    )


def _word(code: str) -> str:
    return {
        "received": translate("Warnings", "Received"),
        "judged": translate("Warnings", "Judged"),
        "calling": translate("Warnings", "Call and answer"),
        "measures": translate("Warnings", "Measures"),
        "transfer": translate("Warnings", "Transfer"),
        "shift": translate("Warnings", "Longer shift"),
        "over": translate("Warnings", "Change, end"),
        "summary": translate("Warnings", "Summary"),
    }[code]


def _step(state: Warning, code: str, now: int) -> tuple[str, str, bool]:
    """When a step was reached, one fact, and whether it is finished."""
    if code == "received":
        return when.moment(state.opened_at, now), state.source, True
    if code == "judged":
        fact = _touched(state) if state.judged_at is not None else ""
        return _moment(state.judged_at, now), fact, state.judged_at is not None
    if code == "calling":
        if not state.rounds:
            return "", "", False
        answered = len(state.called) - len(state.waiting)
        told = translate("Warnings", "answered {n} / {of}").format(n=answered, of=len(state.called))
        return when.moment(state.rounds[-1].at, now), told, not state.waiting
    if code == "measures":
        done = sum(1 for one in state.measures if one.done_at is not None)
        told = translate("Warnings", "done {n} / {of}").format(n=done, of=len(state.measures)) if state.measures else ""
        return "", told, bool(state.measures) and done == len(state.measures)
    if code == "transfer":
        moved = state.transfer
        told = "" if moved.planned is None else f"{_count(moved.moved)} / {moved.planned}"
        return _moment(moved.at, now), told, moved.agrees is True
    if code == "shift":
        until = (
            translate("Warnings", "until {time}").format(time=when.moment(state.shift_until, now))
            if state.shift_until
            else ""
        )
        return _moment(state.shift_at, now), until, state.shift_at is not None
    if code == "over":
        changes = sum(1 for one in state.rounds if one.kind == "change")
        told = translate("Warnings", "changed {n} times").format(n=changes) if changes else ""
        return _moment(state.over_at, now), told, state.over_at is not None and not state.waiting
    return _moment(state.closed_at, now), "", state.closed_at is not None


def _touched(state: Warning) -> str:
    """Whom it touches. An area told in words alone is no count of nought."""
    if not state.touches:
        return translate("Warnings", "does not touch us")
    if not state.places:
        return translate("Warnings", "touches us")
    return translate("Warnings", "touches {n} places").format(n=len(state.places))


def _moment(at: int | None, now: int) -> str:
    return when.moment(at, now) if at is not None else ""
