"""What the screen of procedures shows and edits: rows of procedures, a draft of one with its steps, and its versions."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.procedure import Procedure, Step, stages, steps_in
from commandcenter.domain.responsibility import texts

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """A procedure in the list."""

    key: str
    code: str
    name: str
    steps: str
    note: str
    off: bool
    changed: bool = False


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step in the list: its place, what it is, who, how long, what has to be shown, how it runs beside others."""

    key: str
    place: str
    text: str
    role: str
    limit: str
    evidence: str
    beside: str
    branch: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A procedure as it is being written. ``base`` is the version it was begun from; 0 for a new one."""

    id: str
    name: str = ""
    code: str = ""
    about: str = ""
    kinds: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    base: int = 0
    rank: int = 1000
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def fields(self) -> dict[str, Any]:
        """What would be written."""
        return {
            "name": self.name,
            "code": self.code,
            "about": self.about,
            "kinds": list(self.kinds),
            "channels": list(self.channels),
            "steps": [step.body for step in self.steps],
            "rank": self.rank,
        }

    @property
    def touched(self) -> bool:
        """Whether it differs from what it was begun from."""
        return self.fields != self.given

    def with_step(self, step: Step, after: int) -> Draft:
        """A step more, behind a place (-1: at the beginning)."""
        steps = list(self.steps)
        steps.insert(after + 1, step)
        return replace(self, steps=tuple(steps))

    def changed(self, step: Step) -> Draft:
        """A step told anew."""
        return replace(self, steps=tuple(step if one.id == step.id else one for one in self.steps))

    def without(self, step: str) -> Draft:
        """A step less."""
        return replace(self, steps=tuple(one for one in self.steps if one.id != step))

    def moved(self, step: str, by: int) -> Draft:
        """A step moved up (-1) or down (1); at the ends it stays."""
        steps = list(self.steps)
        place = next((at for at, one in enumerate(steps) if one.id == step), -1)
        to = place + by
        if place < 0 or not 0 <= to < len(steps):
            return self
        steps.insert(to, steps.pop(place))
        return replace(self, steps=tuple(steps))

    def fresh_id(self) -> str:
        """An id no step has: ids stay with their steps, places do not."""
        numbers = [int(one.id) for one in self.steps if one.id.isdecimal() and len(one.id) < 9]
        return str(max(numbers, default=0) + 1)

    def text(self) -> str:
        """The draft to be kept over a crash."""
        return json.dumps({"base": self.base, **self.fields}, ensure_ascii=False)


def draft_of(procedure: Procedure) -> Draft:
    """A draft that begins with a procedure as it stands."""
    draft = Draft(
        procedure.id, procedure.name, procedure.code, procedure.about, procedure.kinds, procedure.channels,
        procedure.steps, procedure.version, procedure.rank,
    )  # fmt: skip
    return replace(draft, given=draft.fields)


def kept_draft(draft: Draft, kept: str) -> Draft:
    """The draft with what was written before a crash or on another day; what cannot be read is left out."""
    try:
        told = json.loads(kept) if kept else None
    except ValueError:
        return draft
    if not isinstance(told, dict):
        return draft
    base = told.get("base")
    return replace(
        draft,
        name=str(told.get("name", draft.name)),
        code=str(told.get("code", draft.code)),
        about=str(told.get("about", draft.about)),
        kinds=texts(told.get("kinds")),
        channels=texts(told.get("channels")),
        steps=steps_in(told.get("steps")),
        base=base if type(base) is int else draft.base,
    )


def limit_words(reference: Reference, step: Step) -> str:
    """How long a step may take: the office's limit by its name, or its own hours."""
    if step.limit:
        record = reference.limits.get(step.limit)
        return str(record.get("name", step.limit)) if record is not None else step.limit
    if step.hours is None:
        return ""
    days, hours = divmod(step.hours, 24)
    if days and not hours:
        return translate("Procedures", "{n} d").format(n=f"{days:g}")
    return translate("Procedures", "{n} h").format(n=f"{step.hours:g}")


def step_rows(reference: Reference, steps: Sequence[Step]) -> list[StepRow]:
    """The steps as they follow each other; those side by side carry letters."""
    rows = []
    for number, stage in enumerate(stages(steps), start=1):
        side = len(stage) > 1
        for letter, step in zip("abcdefghijklmnopqrstuvwxyz", stage, strict=False):
            beside = ""
            if side:
                beside = (
                    translate("Procedures", "one of them")
                    if stage[0].fork
                    else translate("Procedures", "side by side, all join")
                )
            place = f"{number}{letter}" if side else str(number)
            rows.append(
                StepRow(
                    step.id,
                    place,
                    step.text,
                    step.role,
                    limit_words(reference, step),
                    step.evidence,
                    f"{step.group} · {beside}" if beside else step.group,
                    side,
                )
            )
    return rows


def procedure_rows(procedures: Sequence[Procedure], kept: Mapping[str, str]) -> list[ProcedureRow]:
    """The procedures in their order, those out of use last."""
    ordered = sorted(procedures, key=lambda one: not one.active)
    return [
        ProcedureRow(
            one.id,
            one.code,
            one.name,
            translate("Procedures", "{n} steps").format(n=len(one.steps)),
            one.about,
            not one.active,
            bool(kept.get(f"procedure.{one.id}")),
        )
        for one in ordered
    ]
