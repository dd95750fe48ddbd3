"""What the limit of an order was when it was given: it stays in the event, whatever the table says later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.value import whole


@dataclass(frozen=True, slots=True)
class GivenLimit:
    """The row or limit an order's own end came from.

    ``rule`` is ``case_limit/<id>`` or ``limit/<key>``, empty where a day was told. ``value`` counts ``unit`` (see
    ``Limit``). ``started_at`` is the instant it runs from, epoch milliseconds. ``provisional`` says that it counts working
    days of a year whose official calendar had not come: the end may still move.
    """

    rule: str = ""
    value: float = 0
    unit: str = ""
    started_at: int | None = None
    provisional: bool = False

    @property
    def body(self) -> dict[str, Any]:
        """As it stands in an event."""
        told: dict[str, Any] = {
            "rule": self.rule,
            "value": self.value,
            "unit": self.unit,
            "started_at": self.started_at,
        }
        return told | ({"provisional": True} if self.provisional else {})


@dataclass(frozen=True, slots=True)
class ToEscalate:
    """A moment at which a clock is brought before somebody higher, by a rule that stood when the clock began.

    ``rule`` is the id of the rule, ``clock`` the clock it watches, ``at`` epoch milliseconds, ``share`` per cent of the
    limit (0 = the number of redos is the reason), ``to`` a role of ``escalation.ROLES``, ``person`` the one named.
    """

    rule: str
    clock: str
    at: int
    share: int = 0
    to: str = ""
    person: str = ""

    @property
    def body(self) -> dict[str, Any]:
        """As it stands in an event."""
        told: dict[str, Any] = {
            "rule": self.rule,
            "clock": self.clock,
            "at": self.at,
            "share": self.share,
            "to": self.to,
        }
        return told | ({"person": self.person} if self.person else {})


def given_in(told: object) -> GivenLimit:
    """The limit told in the body of an event; an empty one where none is told."""
    if not isinstance(told, Mapping):
        return GivenLimit()
    value = told.get("value")
    return GivenLimit(
        rule=_text(told, "rule"),
        value=value if isinstance(value, int | float) and not isinstance(value, bool) else 0,
        unit=_text(told, "unit"),
        started_at=whole(told.get("started_at")),
        provisional=told.get("provisional") is True,
    )


def escalations_in(told: object) -> tuple[ToEscalate, ...]:
    """The moments told in the body of an event; lines that make no sense are left out."""
    found = []
    for line in told if isinstance(told, list | tuple) else ():
        if not isinstance(line, Mapping):
            continue
        rule, clock, at = _text(line, "rule"), _text(line, "clock"), whole(line.get("at"))
        if rule and clock and at is not None:
            share = whole(line.get("share")) or 0
            found.append(ToEscalate(rule, clock, at, share, _text(line, "to"), _text(line, "person")))
    return tuple(found)


def merged(standing: tuple[ToEscalate, ...], told: tuple[ToEscalate, ...], clocks: set[str]) -> tuple[ToEscalate, ...]:
    """The moments after an entry that sets ``clocks`` anew: theirs are replaced, the others stay."""
    return (*(one for one in standing if one.clock not in clocks), *told)


def _text(told: Mapping[Any, Any], name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""
