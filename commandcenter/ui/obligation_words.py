"""The words of obligations: how they stand, what tells that they were done, their rules, and the sentences of their refusals."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from commandcenter.domain.obligation import Obligation

translate = QCoreApplication.translate

STATES: Mapping[str, tuple[str, str, str]] = {
    "over": (QT_TRANSLATE_NOOP("Obligations", "overdue"), "octagon-alert", "red"),
    "unknown": (QT_TRANSLATE_NOOP("Obligations", "never recorded"), "circle-help", "amb"),
    "soon": (QT_TRANSLATE_NOOP("Obligations", "due soon"), "triangle-alert", "amb"),
    "ahead": (QT_TRANSLATE_NOOP("Obligations", "ahead"), "circle", "tx3"),
    "done": (QT_TRANSLATE_NOOP("Obligations", "done"), "circle-check", "ok"),
    "missed": (QT_TRANSLATE_NOOP("Obligations", "missed"), "circle-x", "tx2"),
}
EVIDENCE: Mapping[str, str] = {
    "hand": QT_TRANSLATE_NOOP("Obligations", "a person says so, with a note"),
    "drill": QT_TRANSLATE_NOOP("Obligations", "the drills really held"),
    "consultation": QT_TRANSLATE_NOOP("Obligations", "the consultations held"),
    "monthly": QT_TRANSLATE_NOOP("Obligations", "the monthly packs that were checked"),
    "topic": QT_TRANSLATE_NOOP("Obligations", "the look-backs of topics"),
    "suspended": QT_TRANSLATE_NOOP("Obligations", "the suspended cases"),
    "numbers": QT_TRANSLATE_NOOP("Obligations", "the calls that proved numbers"),
    "rota": QT_TRANSLATE_NOOP("Obligations", "the shifts that are planned"),
    "plan": QT_TRANSLATE_NOOP("Obligations", "the plans and when they were revised"),
}
REFUSALS: Mapping[str, str] = {
    "obligation_evidence_unknown": QT_TRANSLATE_NOOP("Refusal", "Say what shows that it was done."),
    "obligation_rule_wrong": QT_TRANSLATE_NOOP(
        "Refusal", "This rule cannot be reckoned with: check how often and the days."
    ),
    "obligation_unknown": QT_TRANSLATE_NOOP("Refusal", "This obligation is not known here."),
    "obligation_done": QT_TRANSLATE_NOOP("Refusal", "This is down as done already."),
}


def state_word(state: str) -> str:
    """How it stands."""
    return translate("Obligations", STATES[state][0]) if state in STATES else state


def evidence_word(by: str) -> str:
    """What shows that it was done."""
    return translate("Obligations", EVIDENCE[by]) if by in EVIDENCE else by


def rule_words(one: Obligation) -> str:
    """When it is due, in words."""
    rule = one.rule
    if rule.kind == "interval":
        words = (
            translate("Obligations", "every {n} months")
            if rule.unit == "month"
            else translate("Obligations", "every {n} days")
        )
        return words.format(n=rule.every)
    if rule.kind == "yearly":
        return translate("Obligations", "{n} times a year").format(n=rule.times)
    if rule.kind == "monthly":
        return translate("Obligations", "each month by the {n}th").format(n=rule.day)
    days = "、".join(f"{month}-{day}" for month, day in rule.days)
    if rule.kind == "season":
        return translate("Obligations", "before the season, by {days}").format(days=days)
    if rule.kind == "fixed":
        return translate("Obligations", "each year on {days}").format(days=days)
    return translate("Obligations", "each by its own day")
