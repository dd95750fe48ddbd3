"""A procedure (办理流程): the ordered steps by which a sort of case is worked on, as data that every office may change.

A step tells who does it, how long it may take, what has to be shown for it, and whether it runs beside others: steps of one
group run side by side, and what comes behind them waits until all are done - or one of them, where they are a fork. A case keeps the steps it was given; a later
change of the procedure is for later cases. Source: domain.md 1.2.2, 2-W1 to 2-W12.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.responsibility import covers, texts

MOST_STEPS = 40
LONGEST_HOURS = 24 * 366
"""No step runs longer than a year."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step. ``role`` says in words who does it; ``limit`` is the key of an office limit, ``hours`` a length of its own
    (natural hours); ``evidence`` what has to be shown, empty when nothing; ``group`` the name of the branch point it belongs to: all steps
    of one are to be done, or with ``fork`` one of them.
    """

    id: str
    text: str
    role: str = ""
    limit: str = ""
    hours: float | None = None
    evidence: str = ""
    group: str = ""
    fork: bool = False

    @property
    def body(self) -> dict[str, Any]:
        """The step as it stands in a record or an event; empty parts are left out."""
        told = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in told.items() if value not in ("", None, False)}


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure. ``kinds`` are written categories or their first levels, ``channels`` the ways a case came in."""

    id: str
    name: str
    code: str = ""
    about: str = ""
    kinds: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    version: int = 0
    active: bool = True
    rank: int = 0


def step_in(told: object) -> Step | None:
    """The step in a value out of a record or an event; None when it is none. Never raises."""
    if not isinstance(told, Mapping):
        return None
    key, text = told.get("id"), told.get("text")
    if not (isinstance(key, str) and key and isinstance(text, str) and text.strip()):
        return None
    parts = {name: value for name in ("role", "limit", "evidence", "group") if isinstance(value := told.get(name), str)}
    return Step(key, text.strip(), hours=hours_in(told.get("hours")), fork=told.get("fork") is True, **parts)


def hours_in(told: object) -> float | None:
    """A length in hours; None when it is none that a clock can run."""
    if isinstance(told, bool) or not isinstance(told, int | float):
        return None
    return told if 0 < told <= LONGEST_HOURS else None


def steps_in(told: object) -> tuple[Step, ...]:
    """The steps in a list; what is none, or comes a second time, is left out."""
    found: dict[str, Step] = {}
    for one in told if isinstance(told, list | tuple) else ():
        step = step_in(one)
        if step is not None and step.id not in found and len(found) < MOST_STEPS:
            found[step.id] = step
    return tuple(found.values())


def procedure_of(record: Record) -> Procedure:
    """The procedure in a record, with gaps where fields are missing."""
    rank = record.get("rank")
    return Procedure(
        record.id,
        str(record.get("name", record.id)),
        str(record.get("code", "") or ""),
        str(record.get("about", "") or ""),
        texts(record.get("kinds")),
        texts(record.get("channels")),
        steps_in(record.get("steps")),
        record.version,
        record.active,
        rank if type(rank) is int else 1000,
    )


def stages(steps: Sequence[Any]) -> list[list[Any]]:
    """The steps as they follow each other: one alone, or all neighbours of one group, which run side by side."""
    found: list[list[Any]] = []
    for step in steps:
        if found and step.group and found[-1][0].group == step.group:
            found[-1].append(step)
        else:
            found.append([step])
    return found


def fitting(procedures: Iterable[Procedure], path: Sequence[str], channel: str) -> list[Procedure]:
    """The procedures in use that fit a case, the best first: by how many levels of its category they name, then by channel."""

    def fit(one: Procedure) -> tuple[int, int]:
        return max((covers(kind, path) for kind in one.kinds), default=0), int(channel in one.channels)

    kept = [one for one in procedures if one.active and any(fit(one))]
    return sorted(kept, key=lambda one: (tuple(-part for part in fit(one)), one.rank, one.id))


@demands("procedure")
def _check(fields: Mapping[str, Any]) -> None:
    """Refuses ``name_missing``, ``procedure_steps_missing``, ``procedure_too_long``, ``step_text_missing``, ``step_id_taken``,
    ``step_hours_wrong`` and ``step_group_split``; facts name the step by its place from 1.
    """
    if not str(fields.get("name", "") or "").strip():
        raise Refused("name_missing")
    told = fields.get("steps")
    if not isinstance(told, list | tuple) or not told:
        raise Refused("procedure_steps_missing")
    if len(told) > MOST_STEPS:
        raise Refused("procedure_too_long", most=MOST_STEPS)
    seen: set[str] = set()
    for place, one in enumerate(told, start=1):
        step = step_in(one)
        if step is None:
            raise Refused("step_text_missing", step=place)
        if step.id in seen:
            raise Refused("step_id_taken", step=place)
        if one.get("hours") is not None and step.hours is None:
            raise Refused("step_hours_wrong", step=place)
        seen.add(step.id)
    groups = [stage[0].group for stage in stages(steps_in(told)) if stage[0].group]
    doubled = next((group for group in groups if groups.count(group) > 1), "")
    if doubled:
        raise Refused("step_group_split", group=doubled)
