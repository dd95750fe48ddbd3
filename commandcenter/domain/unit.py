"""Units that can be summoned or given a case: sections, communities, departments, the street's own forces.

The relation decides what may be asked of a unit (domain.md 0-1; Street Office Regulation arts. 5, 11; Fire Law art. 45):
*direct* 直 own force, *dispatch* 调 branches and district departments, *request* 请 bodies with their own command,
*report* 报 those we only inform.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.number import proved
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import minutes, whole

KINDS = ("section", "community", "department", "force")
RELATIONS = ("direct", "dispatch", "request", "report")
COMMUNITY_ACTION = "叫应、引导、登记"
"""What a community does first when a whistle calls it."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One line of a unit's contact order: name, post, phone."""

    name: str
    post: str
    phone: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the rules see it. ``limits`` are minutes from the whistle; None = the unit's own rule, not judged.

    ``office_limits``: nothing is written for the unit, so that the office's limits hold. ``level`` tells whose it is (市, 区,
    区派出, 街道, 企业, 社会), ``handover`` what whoever takes over its affairs must know, ``address`` where it sits. ``verified_at`` is when its
    duty number was last proved by a call (None = never, or the number has changed since).
    """

    id: str
    name: str
    kind: str
    relation: str
    duty_phone: str
    limits: Mapping[str, float | None]
    contacts: tuple[Contact, ...]
    first_action: str
    active: bool
    office_limits: bool = False
    tasks: str = ""
    level: str = ""
    handover: str = ""
    address: str = ""
    verified_at: int | None = None
    checked_at: int | None = None
    check: str = ""


def unit_of(record: Record) -> Unit:
    """The unit in a record, with gaps where fields are missing."""
    limits = record.get("limits")
    limits = limits if isinstance(limits, Mapping) else {}
    told = record.words.get("contacts")
    contacts = tuple(
        Contact(str(line.get("name", "")), str(line.get("post", "")), str(line.get("phone", "")))
        for line in (told if isinstance(told, list | tuple) else ())
        if isinstance(line, Mapping)
    )
    duty_phone = str(record.get("duty_phone", ""))
    return Unit(
        id=record.id,
        name=str(record.get("name", record.id)),
        kind=str(record.get("kind", "department")),
        relation=str(record.get("relation", "request")),
        duty_phone=duty_phone,
        limits={clock: minutes(limits.get(clock)) for clock in ("answer", "leave", "arrive")},
        contacts=contacts,
        first_action=str(record.get("first_action", "")),
        active=record.active,
        office_limits=record.get("limits") is None,
        tasks=str(record.get("tasks", "") or ""),
        level=str(record.get("level", "") or ""),
        handover=str(record.get("handover", "") or ""),
        address=str(record.get("address", "") or ""),
        verified_at=whole(record.get("verified_at")) if proved(record, duty_phone) else None,
        checked_at=whole(record.get("checked_at")),
        check=str(record.get("check", "") or "") if proved(record, duty_phone, "checked_phone") else "",
    )


def next_code(taken: Iterable[str], kind: str) -> str:
    """The next free code of a kind of unit: ``D29``. Codes are read aloud, so they stay short."""
    letter = {"department": "D", "section": "S", "community": "A", "force": "F"}.get(kind, "D")
    numbers = [int(key[1:]) for key in taken if key[:1] == letter and key[1:].isdecimal()]
    width = 1 if letter == "A" else 2
    return f"{letter}{max(numbers, default=0) + 1:0{width}d}"


@demands("unit")
def _check(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")
    if fields.get("kind") not in KINDS:
        raise Refused("unit_kind_unknown", kind=fields.get("kind"))
    if fields.get("relation") not in RELATIONS:
        raise Refused("unit_relation_unknown", relation=fields.get("relation"))
    limits = fields.get("limits") or {}
    if not isinstance(limits, Mapping):
        raise Refused("field_unknown", fields=["limits"])
    for clock, value in limits.items():
        if value is not None and minutes(value) is None:
            raise Refused("limit_not_positive", clock=clock)
