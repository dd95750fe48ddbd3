"""What the story of a case says of its steps: which procedure it was given, what was done and on what evidence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.event import Fact
from commandcenter.domain.procedure import steps_in

translate = QCoreApplication.translate

VERBS = ("procedure_set", "step_ticked", "step_unticked")


def step_line(fact: Fact, texts: dict[str, str]) -> tuple[str, str, str]:
    """(words, icon, sort) of an entry. ``texts`` keeps what the steps are called from one entry to the next."""
    words = fact.words("words")
    behind = f"：{words}" if words else ""
    if fact.verb == "procedure_set":
        texts.update({step.id: step.text for step in steps_in(fact.body.get("steps"))})
        told = translate("StepList", "Procedure {name}, version {n}").format(
            name=fact.body.get("name", ""), n=fact.body.get("version", "")
        )
        return told + behind, "route", "situation"
    step = str(fact.body.get("step", ""))
    name = texts.get(step, step)
    if fact.verb == "step_ticked":
        return translate("StepList", "Done: {step}").format(step=name) + behind, "square-check", "situation"
    return translate("StepList", "Open again: {step}").format(step=name) + behind, "undo-2", "situation"
