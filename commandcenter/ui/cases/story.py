"""The story of a case as timeline lines: what happened, in the user's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.domain.deadline import ESCALATION, REMINDER
from commandcenter.domain.event import Fact
from commandcenter.domain.masking import mask_name, mask_phone
from commandcenter.domain.value import whole
from commandcenter.ui import when
from commandcenter.ui.cases import story_steps
from commandcenter.ui.cases.filters import nature_word
from commandcenter.ui.cases.story_belongings import belonging_line
from commandcenter.ui.cases.story_machine import Machine
from commandcenter.ui.cases.story_told import told_words, updated_words
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.words import CHANNELS, GRADES, clock_word, listed, role_word, with_words, word

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate
Names = Callable[[str], str]

_LINES: Mapping[str, tuple[str, str, str]] = {
    "adopted": (QT_TRANSLATE_NOOP("Story", "Taken from history into hand"), "inbox", "situation"),
    "signed": (QT_TRANSLATE_NOOP("Story", "{unit} signed for it. {words}"), "user-check", "situation"),
    "handled": (QT_TRANSLATE_NOOP("Story", "Work goes on. {words}"), "wrench", "situation"),
    "consulted": (QT_TRANSLATE_NOOP("Story", "To consultation. {words}"), "users-round", "situation"),
    "whistled": (QT_TRANSLATE_NOOP("Story", "A whistle was blown for this case"), "whistle", "order"),
    "archived": (QT_TRANSLATE_NOOP("Story", "Archived"), "archive", "system"),
    "noted": (QT_TRANSLATE_NOOP("Story", "{words}"), "message-square", "situation"),
    "pressed": (QT_TRANSLATE_NOOP("Story", "Pressed for action. {words}"), "bell-ring", "order"),
    "revealed": (QT_TRANSLATE_NOOP("Story", "Name and phone were shown unmasked"), "eye", "system"),
    "private_erased": (
        QT_TRANSLATE_NOOP("Story", "Personal data erased by law; two people signed"),
        "shield",
        "system",
    ),
}


def case_story(
    facts: Sequence[Fact], now: int, person: Names, unit: Names, category: Names, case: Names = str
) -> list[TimelineRow]:
    """The lines of a case by the time they happened, whenever they were written down. Notices of limits that were only taken note of are left out.

    ``person``, ``unit``, ``category`` and ``case`` name what stands in an entry by its id.
    """
    rows: list[tuple[int, int, TimelineRow]] = []
    standing: dict[str, str] = {}
    steps: dict[str, str] = {}
    machine = Machine(now, person, unit)
    begun = False
    for fact in facts:
        if fact.verb == "amended":
            line: tuple[str, str, str] | None = (_amended(fact, standing, now, category), "pencil", "situation")
        elif fact.verb == "updated":
            line = updated_words(fact, now, unit), "file-spreadsheet", "situation"
        elif fact.verb == "escalated":
            line = _escalated(fact.body, person), "bell-ring", "alarm"
        elif fact.verb == "escalation_taken":
            line = _taken(fact, person), "user-check", "order"
        elif fact.verb in story_steps.VERBS:
            line = story_steps.step_line(fact, steps)
        elif fact.verb == "handled" and not begun:
            begun = True
            words = translate("Story", "Work begins. {words}").replace("{words}", fact.words("words"))
            line = words.strip(), "wrench", "situation"
        else:
            line = machine.line(fact) or belonging_line(fact, case) or _line(fact, now, unit)
        standing |= _told(fact)
        if line is None:
            continue
        words, icon, sort = line
        late = translate("Story", "entered late") if fact.late and fact.kind != "case.imported" else ""
        author = person(fact.actor) if fact.actor else (translate("Story", "system") if fact.role == "system" else "")
        told = " · ".join(part for part in (author, late) if part)
        row = TimelineRow(str(fact.id), when.moment(fact.happened_at, now), icon, words, told, sort)
        rows.append((fact.happened_at, len(rows), row))
    return [row for *_, row in sorted(rows, key=lambda one: one[:2])]


_NAMES: Mapping[str, str] = {
    "title": QT_TRANSLATE_NOOP("Story", "matter"),
    "text": QT_TRANSLATE_NOOP("Story", "caller's words"),
    "place_words": QT_TRANSLATE_NOOP("Story", "place"),
    "reporter": QT_TRANSLATE_NOOP("Story", "caller"),
    "phone": QT_TRANSLATE_NOOP("Story", "phone"),
    "channel": QT_TRANSLATE_NOOP("Story", "channel"),
    "grade": QT_TRANSLATE_NOOP("Story", "grade"),
    "category": QT_TRANSLATE_NOOP("Story", "category"),
    "nature": QT_TRANSLATE_NOOP("Story", "nature"),
}
"""What can be corrected, in the order in which it is told."""


def _told(fact: Fact) -> dict[str, str]:
    """What an entry says of the fields that can be corrected."""
    parts = {**fact.body, **(fact.private or {})}
    return {name: parts[name] for name in _NAMES if isinstance(parts.get(name), str)}


def _amended(fact: Fact, standing: Mapping[str, str], now: int, category: Names) -> str:
    """What was corrected: from what to what. Names and numbers stay masked."""
    shown: Mapping[str, Names] = {
        "reporter": mask_name,
        "phone": mask_phone,
        "channel": _channel,
        "grade": _grade,
        "nature": nature_word,
        "category": category,
    }
    changes = []
    for name, text in _told(fact).items():
        say = shown.get(name, str)
        before, after = standing.get(name, ""), say(text) if text else translate("Story", "nothing")
        words = f"{say(before)} → {after}" if before and name != "text" else after
        changes.append(with_words(translate("Story", _NAMES[name]), words))
    if isinstance(fact.body.get("anonymous"), bool):
        named, unnamed = translate("Story", "the caller is named"), translate("Story", "the caller stays anonymous")
        changes.append(unnamed if fact.body["anonymous"] else named)
    if isinstance(fact.body.get("proactive"), bool):
        before, after = translate("Story", "before anybody complained"), translate("Story", "somebody complained")
        changes.append(before if fact.body["proactive"] else after)
    people = whole(fact.body.get("collective"))
    if people is not None:
        changes.append(translate("Story", "people: {n}").format(n=people))
    due = fact.body.get("due_at")
    if isinstance(due, int):
        changes.append(with_words(translate("Story", "limit"), when.moment(due, now)))
    if fact.erased:
        changes.append(translate("Story", "the words were erased by law"))
    return with_words(translate("Story", "Corrected"), listed(changes))


def _channel(code: str) -> str:
    return word(CHANNELS, code)


def _grade(code: str) -> str:
    return word(GRADES, code)


def _line(fact: Fact, now: int, unit: Names) -> tuple[str, str, str] | None:
    body, verb = fact.body, fact.verb
    if verb in ("registered", "imported"):
        channel = word(CHANNELS, str(body.get("channel", "other")))
        if fact.erased:
            return (
                translate("Story", "{channel}: the words were erased by law").format(channel=channel),
                "shield",
                "system",
            )
        words = with_words(channel, fact.words("text") or fact.words("title"))
        return " · ".join((words, *told_words(fact, now, unit))), "phone", "situation"
    if verb == "dispatched":
        return _dispatched(body, unit), "send", "order"
    if verb == "deadline_raised":
        if body.get("threshold") != "due":
            return None
        name = str(body.get("clock", ""))
        if name.startswith(REMINDER):
            clock = clock_word(name.removeprefix(REMINDER))
            return translate("Story", "Half of the time is gone: {clock}").format(clock=clock), "hourglass", "system"
        words = translate("Story", "Limit over: {clock}").format(clock=clock_word(name))
        return words, "octagon-alert", "alarm"
    if verb == "end_moved":
        words = translate("Story", "The official calendar has come; the end is certain now: {day} (before {old})")
        day, old = (when.moment(whole(body.get(name)), fact.happened_at) for name in ("due_at", "before"))
        return words.format(day=day, old=old), "calendar-days", "system"
    if verb == "deadline_acknowledged":
        return None
    if verb == "consulted" and body.get("consultation"):
        return translate("Story", "On the agenda of a consultation"), "users-round", "situation"
    found = _LINES.get(verb)
    if found is None:
        return fact.kind, "circle", "system"
    template, icon, sort = found
    words = translate("Story", template)
    words = words.replace("{unit}", unit(str(body.get("unit", ""))))
    words = words.replace("{words}", fact.words("words"))
    return words.strip(), icon, sort


def _dispatched(body: Mapping[str, Any], unit: Names) -> str:
    lines = body.get("assignees")
    parts = []
    for line in lines if isinstance(lines, list | tuple) else ():
        name = unit(str(line.get("unit", "")))
        lead = translate("Story", "{unit} (lead)").format(unit=name)
        parts.append(lead if line.get("role") == "lead" else name)
    words = translate("Story", "Dispatched: {units}").format(units=" + ".join(parts))
    grade = body.get("grade")
    return f"{words} · {word(GRADES, str(grade))}" if grade else words


def _watched(body: Mapping[str, Any]) -> str:
    """The clock behind an escalation."""
    return clock_word(str(body.get("clock", "")).removeprefix(ESCALATION).partition(":")[2])


def _taken(fact: Fact, person: Names) -> str:
    name = person(str(fact.body["person"])) if fact.body.get("person") else fact.words("name")
    words = translate("Story", "{name} took note: {clock}. {words}")
    return words.format(name=name, clock=_watched(fact.body), words=fact.words("words")).strip()


def _escalated(body: Mapping[str, Any], person: Names) -> str:
    role, share = role_word(str(body.get("to", ""))), whole(body.get("share"))
    name = person(str(body["person"])) if body.get("person") else ""
    role = f"{role} {name}".strip()
    if not share:
        return translate("Story", "Brought before the {role}: {clock}").format(role=role, clock=_watched(body))
    words = translate("Story", "Brought before the {role}: {clock}, {share} % of the limit")
    return words.format(role=role, clock=_watched(body), share=share)
