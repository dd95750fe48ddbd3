"""The log of an incident as the wall tells it: situation, orders, key facts, turning points and what went wrong.

Calls, answers, limits that ran out and other small steps are left to the list of departments. No line names who said it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.domain.timeline import Entry
from commandcenter.domain.whistle import EXERCISED
from commandcenter.ui import when
from commandcenter.ui.words import FACTS, OVERLAYS, REASONS, STEPS, with_words, word

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate
Names = Callable[[str], str]

_WHISTLE: Mapping[str, str] = {
    "false_alarm": QT_TRANSLATE_NOOP("Wallboard", "False alarm. {words}"),
    "stood_down": QT_TRANSLATE_NOOP("Wallboard", "Stand-down. {words}"),
    "drill_ended": QT_TRANSLATE_NOOP("Wallboard", "Drill ended. {words}"),
    "place_set": QT_TRANSLATE_NOOP("Wallboard", "Place: {place_words}"),
    "leader_arrived": QT_TRANSLATE_NOOP("Wallboard", "Leader on the scene"),
}
_POST: Mapping[str, str] = {
    "set_up": QT_TRANSLATE_NOOP("Wallboard", "Command post set up: {place_words}"),
    "handed_over": QT_TRANSLATE_NOOP("Wallboard", "Command handed over to {to}"),
    "taken_back": QT_TRANSLATE_NOOP("Wallboard", "Command taken back"),
    "withdrawn": QT_TRANSLATE_NOOP("Wallboard", "Command post withdrawn"),
}
_TOLD: Mapping[str, str] = {
    "leader": QT_TRANSLATE_NOOP("Wallboard", "Main leader told"),
    "district_phone": QT_TRANSLATE_NOOP("Wallboard", "District told by phone"),
    "district_written": QT_TRANSLATE_NOOP("Wallboard", "District told in writing"),
}
_STAGES: Mapping[str, str] = {
    "initial": QT_TRANSLATE_NOOP("Wallboard", "Initial report sent"),
    "update": QT_TRANSLATE_NOOP("Wallboard", "Follow-up report sent"),
    "final": QT_TRANSLATE_NOOP("Wallboard", "Final report sent"),
    "supplement": QT_TRANSLATE_NOOP("Wallboard", "Supplement sent"),
}
_BAD = ("refused", "never_came", "left_early", "lost")


@dataclass(frozen=True, slots=True)
class WallLine:
    """A line: how long after the whistle, what; ``sort`` is situation, order, alarm or plain."""

    time: str
    words: str
    sort: str = "plain"


def wall_lines(entries: Sequence[Entry], start: int, unit: Names, most: int) -> list[WallLine]:
    """The newest lines of an incident that began at ``start`` (epoch milliseconds), at most so many, the newest first."""
    lines: list[WallLine] = []
    for entry in reversed(entries):
        if len(lines) >= most:
            break
        if entry.struck or entry.withdrawn or entry.erased:
            continue
        words, sort = _line(entry, unit)
        if words:
            lines.append(WallLine(when.since(entry.at, start)[2:], words, sort))
    return lines


def _line(entry: Entry, unit: Names) -> tuple[str, str]:
    """What is told of an entry, and its sort; empty words for what is not told."""
    family = entry.kind.partition(".")[0]
    if family == "report_in":
        return _report_in(entry, unit)
    if family == "order":
        return _order(entry, unit)
    if family == "post":
        return _filled(_POST.get(entry.verb, ""), entry), "order"
    if family == "sitrep" and entry.verb not in ("issued", "delivered"):
        return "", ""  # the way of a report inside the house is nothing for the wall
    if family == "sitrep" and entry.facts.get("to") == EXERCISED:
        return translate("Wallboard", "Report written for exercise"), "plain"
    if family == "sitrep":
        return _filled(_STAGES.get(str(entry.facts.get("stage", "")), ""), entry), "plain"
    return _whistle(entry)


def _whistle(entry: Entry) -> tuple[str, str]:
    if entry.verb == "blown":
        units = entry.facts.get("units")
        count = len(units) if isinstance(units, list | tuple) else 0
        return translate("Wallboard", "Whistle blown, departments called: {n}").format(n=count), "order"
    if entry.verb == "noted":
        return str(entry.words.get("words", "")), "situation"
    if entry.verb == "told":
        return _filled(_TOLD.get(str(entry.facts.get("to", "")), ""), entry), "plain"
    if entry.verb == "fact_set":
        value, said = entry.facts.get("value"), str(entry.words.get("words", ""))
        shown = " ".join(part for part in ("" if value is None else str(value), said) if part)
        name = word(FACTS, str(entry.facts.get("fact", "")))
        return with_words(name, shown or translate("Wallboard", "unknown")), "situation"
    return _filled(_WHISTLE.get(entry.verb, ""), entry), "order"


def _order(entry: Entry, unit: Names) -> tuple[str, str]:
    if entry.verb == "given":
        words = translate("Wallboard", "Order: {words}").replace("{words}", str(entry.words.get("words", "")))
        return (f"{words} → {unit(entry.unit)}" if entry.unit else words), "order"
    if entry.verb == "done":
        return translate("Wallboard", "Done: {order}").replace("{order}", str(entry.words.get("order", ""))), "plain"
    return "", ""


def _report_in(entry: Entry, unit: Names) -> tuple[str, str]:
    name = unit(entry.unit)
    if entry.verb == "lost":
        return f"{name} {word(OVERLAYS, 'lost')}", "alarm"
    if entry.verb == "found":
        return translate("Wallboard", "{unit} in contact again").format(unit=name), "plain"
    if entry.verb in ("arrived", "done", "release_approved"):
        people = entry.facts.get("people")
        count = translate("Wallboard", ", count {n}").format(n=people) if isinstance(people, int) else ""
        return f"{name} {word(STEPS, entry.verb)}{count}", "plain"
    if entry.verb in OVERLAYS and entry.verb not in ("back", "cancelled"):
        reason = str(entry.facts.get("reason", ""))
        why = f" · {word(REASONS, reason)}" if reason else ""
        return f"{name} {word(OVERLAYS, entry.verb)}{why}", "alarm" if entry.verb in _BAD else "plain"
    return "", ""


def _filled(template: str, entry: Entry) -> str:
    if not template:
        return ""
    words = translate("Wallboard", template)
    for name in ("words", "place_words", "to"):
        words = words.replace("{" + name + "}", str(entry.words.get(name, "")))
    return words.strip(" :：")
