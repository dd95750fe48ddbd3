"""What a source told of an order that was or is handled elsewhere: its end, the citizen's answers, a limit, the answer given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.event import Fact
from commandcenter.domain.value import whole
from commandcenter.ui import when
from commandcenter.ui.case_words import RESULTS, ROUTES, case_word
from commandcenter.ui.words import listed, with_words

translate = QCoreApplication.translate
Names = Callable[[str], str]


def updated_words(fact: Fact, now: int, unit: Names) -> str:
    """What a newer export brought to a known number."""
    changes = told_words(fact, now, unit)
    for name, words in (
        ("place_words", translate("Told", "place")),
        ("reporter", translate("Told", "caller")),
        ("phone", translate("Told", "phone")),
    ):
        if fact.words(name):
            changes.append(translate("Told", "{what} filled in").format(what=words))
    if fact.erased:
        changes.append(translate("Told", "the words were erased by law"))
    return with_words(
        translate("Told", "A newer export tells"),
        listed(changes) or translate("Told", "nothing that changes this case"),
    )


def told_words(fact: Fact, now: int, unit: Names) -> list[str]:
    """What an entry tells of the end elsewhere, each part in words; empty where it tells none."""
    outcome = fact.body.get("outcome")
    parts = _ended(outcome, now, unit) if isinstance(outcome, Mapping) else []
    due = whole(fact.body.get("due_at"))
    if due is not None and (fact.verb == "updated" or isinstance(outcome, Mapping)):
        parts.append(with_words(translate("Told", "limit"), when.moment(due, now)))
    answer = fact.words("answer")
    return [*parts, with_words(translate("Told", "answer"), answer)] if answer else parts


def yes_or_no(told: object) -> str:
    """A citizen's answer; what was not asked or not told is unknown, never a no."""
    return (
        translate("Told", "yes")
        if told is True
        else translate("Told", "no")
        if told is False
        else translate("Told", "not known")
    )


def answer_in(facts: Sequence[Fact]) -> str:
    """What the citizen was told last, here at the feedback or elsewhere as its source tells; empty where nothing is known."""
    for fact in reversed(facts):
        if fact.verb in ("imported", "updated", "registered", "fed_back"):
            words = fact.words("to_citizen" if fact.verb == "fed_back" else "answer")
            if words:
                return words
    return ""


def _ended(outcome: Mapping[str, Any], now: int, unit: Names) -> list[str]:
    stage, result = outcome.get("stage"), str(outcome.get("result") or "")
    ended = translate("Told", "not accepted elsewhere") if stage == "refused" else translate("Told", "ended elsewhere")
    at = whole(outcome.get("closed_at"))
    parts = [f"{ended} {when.moment(at, now)}" if at is not None else ended]
    if result in RESULTS:
        parts.append(case_word(RESULTS, result))
    elif result in ROUTES:
        parts.append(case_word(ROUTES, result))
    lead = outcome.get("lead")
    if isinstance(lead, str) and lead:
        parts.append(with_words(translate("Told", "handled by"), unit(lead)))
    fed_back = whole(outcome.get("fed_back_at"))
    if fed_back is not None:
        parts.append(translate("Told", "fed back {time}").format(time=when.moment(fed_back, now)))
    for name, words in (("solved", translate("Told", "solved?")), ("satisfied", translate("Told", "satisfied?"))):
        if isinstance(outcome.get(name), bool):
            parts.append(f"{words} {yes_or_no(outcome[name])}")
    return parts
