"""Plans (预案): for a kind of event, who is called by what right and how fast, in which order, with which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.cue import Cue, cues_of, reminders
from commandcenter.domain.key_facts import FactKind, plan_facts
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.unit import RELATIONS
from commandcenter.domain.value import whole

MESSAGE_LIMIT = 120
"""Characters a message may have (domain.md 5.5)."""


@dataclass(frozen=True, slots=True)
class PlanUnit:
    """A unit of a plan. ``limits`` only holds what differs from the unit's own; ``ask`` is people asked for.

    ``why`` is what it is called for, short enough for the message's ``{ask}``. An ``optional`` unit is offered beside
    the others but not ticked beforehand.
    """

    unit: str
    duty: str = "assist"
    ask: int | None = None
    relation: str = ""
    limits: Mapping[str, float | None] | None = None
    why: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A working group of the command post: its lead unit and members."""

    name: str
    lead: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as the console needs it; ``version`` is stored with the whistle that used it.

    ``assembly`` tells where to gather when the place has no assembly point of its own, ``post_site`` where the post may
    stand. ``prompts`` are the words of all reminders, ``cues`` those among them with a minute or a condition. ``laws`` are
    keys of the intervals in which it must be drilled (None: those of its category), ``last_drill_on`` is the day (ISO) of
    the last drill before this program. ``facts`` are the key facts it adds to everybody's, ``said`` what people say who tell
    of such an event (着火, 冒烟), by which it is chosen.
    """

    id: str
    code: str
    name: str
    version: int
    icon: str
    rank: int
    category: str
    units: tuple[PlanUnit, ...]
    groups: tuple[Group, ...]
    first_five: tuple[tuple[str, str], ...]
    texts: Mapping[str, str]
    prompts: tuple[str, ...]
    hazards: tuple[str, ...]
    initials: str = ""
    assembly: str = ""
    post_site: str = ""
    cues: tuple[Cue, ...] = ()
    laws: tuple[str, ...] | None = None
    last_drill_on: str = ""
    facts: tuple[FactKind, ...] = ()
    said: tuple[str, ...] = ()


def plan_of(record: Record) -> Plan:
    """The plan in a record; missing parts are empty."""
    fields = record.fields
    texts = fields.get("texts")
    return Plan(
        id=record.id,
        code=str(fields.get("code", record.id)),
        name=str(fields.get("name", "")),
        version=record.version,
        icon=str(fields.get("icon", "siren")),
        rank=rank if (rank := whole(fields.get("rank"))) is not None else 999,
        category=str(fields.get("category", "")),
        units=tuple(_unit(line) for line in _lines(fields.get("units")) if line.get("unit")),
        groups=tuple(
            Group(str(line.get("name", "")), str(line.get("lead", "")), _texts(line.get("members")))
            for line in _lines(fields.get("groups"))
        ),
        first_five=tuple(
            (str(line.get("text", "")), str(line.get("unit", ""))) for line in _lines(fields.get("first_five"))
        ),
        texts={str(k): str(v) for k, v in texts.items()} if isinstance(texts, Mapping) else {},
        prompts=reminders(fields.get("prompts")),
        hazards=_texts(fields.get("hazards")),
        initials=str(fields.get("initials", "")),
        assembly=str(fields.get("assembly", "")),
        post_site=str(fields.get("post_site", "")),
        cues=cues_of(fields.get("prompts")),
        laws=_texts(fields["laws"]) if isinstance(fields.get("laws"), list | tuple) else None,
        last_drill_on=str(fields.get("last_drill_on", "")),
        facts=plan_facts(fields.get("facts")),
        said=_texts(fields.get("said")),
    )


def plan_for(plans: Sequence[Plan], text: str) -> Plan | None:
    """The plan that is spoken of most: pairs of characters of its name, each of its ``said`` words twice; None when nothing is."""
    best, most = None, 1
    for plan in plans:
        pairs = {plan.name[place : place + 2] for place in range(len(plan.name) - 1)}
        spoken = sum(pair in text for pair in pairs) + 2 * sum(one in text for one in plan.said)
        if spoken > most:
            best, most = plan, spoken
    return best


def _lines(value: Any) -> list[Mapping[str, Any]]:
    return [line for line in value if isinstance(line, Mapping)] if isinstance(value, list | tuple) else []


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _unit(line: Mapping[str, Any]) -> PlanUnit:
    limits = line.get("limits")
    return PlanUnit(
        unit=str(line["unit"]),
        duty=str(line.get("duty", "assist")),
        ask=whole(line.get("ask")),
        relation=str(line.get("relation", "")),
        limits=dict(limits) if isinstance(limits, Mapping) else None,
        why=str(line.get("why", "")),
        optional=line.get("optional") is True,
    )


def partly(text: str, facts: Mapping[str, str]) -> str:
    """A message text with some of its places filled; the others stay as they are."""
    for name, value in facts.items():
        text = text.replace("{" + name + "}", value)
    return text


def message(text: str, facts: Mapping[str, str]) -> str:
    """A message text with its places filled. An unknown place stays visible as ``〔name〕``; user text is never code."""
    return partly(text, facts).replace("{", "〔").replace("}", "〕")


@demands("plan")
def _check(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("name", "")).strip() or not str(fields.get("code", "")).strip():
        raise Refused("name_missing")
    seen = set()
    for line in _lines(fields.get("units")):
        unit = line.get("unit")
        if unit in seen:
            raise Refused("plan_unit_twice", unit=unit)
        seen.add(unit)
        if line.get("relation", "") not in ("", *RELATIONS):
            raise Refused("unit_relation_unknown", relation=line.get("relation"))
    texts = fields.get("texts") or {}
    if not isinstance(texts, Mapping):
        raise Refused("field_unknown", fields=["texts"])
    for relation, text in texts.items():
        if len(str(text)) > 2 * MESSAGE_LIMIT:
            raise Refused("text_too_long", relation=relation, most=2 * MESSAGE_LIMIT)
