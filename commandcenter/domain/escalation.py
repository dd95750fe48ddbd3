"""Rules by which an order is brought before a leader: a share of its limit is gone, or it was redone too often.

Redone more than once goes to a leader (domain.md 2.1 C11); everything else an office lays down for itself. A rule is
reckoned into moments when a clock begins and stays with the order: changing it moves no order that is under way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.calendar import Calendar
from commandcenter.domain.case_limits import Traits, check_conditions
from commandcenter.domain.category import levels
from commandcenter.domain.given_limit import ToEscalate
from commandcenter.domain.limit import BASES, Limit
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused

FAMILY = "escalation"
ROLES = ("on_duty", "main", "named")
"""To whom: the leader of the running shift, the main leader of the office, or a leader named by the rule."""
REDONE = "redone"
WATCHED = ("resolve", "judge", "sign", "contact", REDONE)
"""The clocks a rule may watch (``resolve`` also the limit of a redo); ``redone`` counts redos instead of time."""
LEAST_SHARE, MOST_SHARE = 50, 1000
MOST_REDOS = 20
_WATCHES = {"redo": "resolve"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in force. ``share`` is per cent of the limit; ``times`` is how many redos are still borne (watching ``redone``).

    Empty conditions fit every order, as in the table of limits.
    """

    id: str
    clock: str
    share: int = 100
    times: int = 1
    to: str = "on_duty"
    person: str = ""
    grade: str = ""
    channel: str = ""
    category: tuple[str, ...] = ()
    nature: str = ""
    name: str = ""

    def fits(self, traits: Traits) -> bool:
        """Whether the rule is about such an order."""
        return (
            self.grade in ("", traits.grade)
            and self.channel in ("", traits.channel)
            and self.nature in ("", traits.nature)
            and traits.category[: len(self.category)] == self.category
        )


def rules_of(records: Mapping[str, Record]) -> tuple[Rule, ...]:
    """The rules in force, by id; a record that holds none is left out."""
    found = []
    for key in sorted(records):
        record = records[key]
        if not record.active or record.get("clock") not in WATCHED or record.get("to") not in ROLES:
            continue
        words = ("clock", "to", "person", "grade", "channel", "nature", "name")
        told: dict[str, Any] = {name: value for name in words if isinstance(value := record.get(name), str)}
        told |= {name: value for name in ("share", "times") if type(value := record.get(name)) is int}
        found.append(Rule(record.id, category=levels(record.get("category")), **told))
    return tuple(found)


def moments(
    rules: Iterable[Rule], traits: Traits, clock: str, limit: Limit, start: int, calendar: Calendar
) -> list[ToEscalate]:
    """When a clock that begins now is brought before whom: shares of its own time, working time where it counts that.

    ``clock`` may go on with ``:<unit>``; the rule watches all of that name.
    """
    return [
        ToEscalate(rule.id, clock, limit.at(start, calendar, rule.share / 100), rule.share, rule.to, rule.person)
        for rule in rules
        if rule.clock == _WATCHES.get(name := clock.partition(":")[0], name) and rule.fits(traits)
    ]


def for_redo(rules: Iterable[Rule], traits: Traits, redone: int, at: int) -> list[ToEscalate]:
    """Who hears of the ``redone``-th redo, at once."""
    return [
        ToEscalate(rule.id, REDONE, at, 0, rule.to, rule.person)
        for rule in rules
        if rule.clock == REDONE and redone > rule.times and rule.fits(traits)
    ]


@demands("escalation")
def _check(fields: Mapping[str, Any]) -> None:
    if fields.get("clock") not in WATCHED:
        raise Refused("escalation_clock_unknown")
    if fields.get("to") not in ROLES:
        raise Refused("escalation_role_unknown")
    if fields["to"] == "named" and not fields.get("person"):
        raise Refused("escalation_person_missing")
    name, least, most = ("times", 1, MOST_REDOS) if fields["clock"] == REDONE else ("share", LEAST_SHARE, MOST_SHARE)
    value = fields.get(name)
    if type(value) is not int or not least <= value <= most:
        raise Refused("limit_out_of_range", least=least, most=most)
    if fields.get("basis") not in BASES:
        raise Refused("limit_basis_unknown")
    check_conditions(fields)
