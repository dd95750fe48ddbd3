"""Who must act (谁来办): from kind, words and place of a matter to the leading unit and those who help, with every reason.

The list of responsibilities comes first; then what the kinds of matters of a whistle say; then the place, which names the
community, the grid and the chief; then what a unit itself says it does. Nothing here decides: it proposes, and tells
what the proposal rests on. Source: domain.md 0-38, 3-09, 3-28; a community is never made the leading handler (Regulation
on the handling of citizens' appeals, art. 17).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from commandcenter.domain.responsibility import Item, depth, in_order

if TYPE_CHECKING:
    from commandcenter.domain.gate import MatterKind
    from commandcenter.domain.unit import Unit

Usable = Callable[[str], str]
"""The unit itself when it is known and in use, else nothing."""

ROUTES = ("self", "coordinate", "transfer", "")
"""What the role word of the item asks for: handled here, brought together here, whistled or handed to who leads."""

_ROUTE_OF = {"hold": "self", "organise": "coordinate", "assist": "transfer"}

BY_KIND, BY_WORDS, BY_MATTER, BY_TASKS, BY_PLACE = 1000, 400, 200, 100, 50
"""How much each rule counts: a kind of the list beats any words, words of the list beat everything below them."""

OWN_BEHIND = 30
"""Where a department leads, the section that works with it comes close behind: a case that stays here goes to it."""

RULES = ("item_kind", "item_words", "item_lead", "item_unit", "matter_kind", "tasks", "community", "grid", "chief")
"""Why a unit is named; ``RULES`` are codes, the screen words them."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. ``rule`` is a code of ``RULES``; ``item`` the id of the item of the list it rests on, ``number`` what
    people call it by, ``basis`` its basis; ``words`` what fitted: a kind, a term, a name.
    """

    rule: str
    words: str = ""
    item: str = ""
    number: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that could act: in which part (``lead``, ``assist``), how strongly it is named, and why.

    ``unit`` is empty for a leading department that the office has not among its units; ``name`` then tells it.
    """

    unit: str
    part: str
    score: int
    reasons: tuple[Reason, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed: the route of the best item, who leads (best first), who helps (best first)."""

    route: str = ""
    item: Item | None = None
    leads: tuple[Candidate, ...] = ()
    helpers: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A matter as far as it is known: the levels of its category, its words, where it is."""

    path: tuple[str, ...] = ()
    words: str = ""
    community: str = ""
    grid: str = ""
    chief: str = ""


@dataclass(slots=True)
class _Tally:
    scores: dict[tuple[str, str], int] = field(default_factory=dict)
    reasons: dict[tuple[str, str], list[Reason]] = field(default_factory=dict)

    def add(self, unit: str, name: str, score: int, reason: Reason) -> None:
        key = (unit, "" if unit else name)
        if not any(key):
            return
        self.scores[key] = max(self.scores.get(key, 0), score)
        told = self.reasons.setdefault(key, [])
        if reason not in told:
            told.append(reason)

    def ranked(self, part: str) -> tuple[Candidate, ...]:
        order = sorted(self.scores, key=lambda key: (-self.scores[key], key))
        return tuple(
            Candidate(unit, part, self.scores[unit, name], tuple(self.reasons[unit, name]), name)
            for unit, name in order
        )


def matches(items: Iterable[Item], asked: Asked) -> list[tuple[int, Item, Reason]]:
    """The items in force that a matter falls under, the best first: (score, item, what fitted)."""
    found = []
    for place, item in enumerate(in_order(items)):
        if not item.in_force:
            continue
        levels = depth(item, asked.path)
        if levels:
            kind = "/".join(asked.path[:levels])
            found.append(
                (BY_KIND + 100 * levels, place, item, Reason("item_kind", kind, item.id, item.number, item.basis))
            )
            continue
        held = [word for word in item.words if word and (word in asked.words or word in "/".join(asked.path))]
        if held:
            longest = max(held, key=len)
            score = BY_WORDS + 20 * min(len(held), 5) + min(len(longest), 10)
            found.append((score, place, item, Reason("item_words", longest, item.id, item.number, item.basis)))
    found.sort(key=lambda one: (-one[0], one[1]))
    return [(score, item, reason) for score, _, item, reason in found]


def propose(
    asked: Asked, items: Iterable[Item], matter_kinds: Sequence[MatterKind], units: Mapping[str, Unit]
) -> Proposal:
    """Who must act. Units that are unknown or out of use are never named; the same input gives the same answer."""
    leads, helpers = _Tally(), _Tally()
    fitting = matches(items, asked)

    def usable(unit: str) -> str:
        found = units.get(unit)
        return unit if found is not None and found.active else ""

    for score, item, reason in fitting:
        own, theirs = usable(item.unit), usable(item.lead_unit)
        of_item = replace(reason, rule="item_lead"), replace(reason, rule="item_unit")
        if item.part == "assist":
            leads.add(theirs, item.lead, score, reason)
            leads.add(own, "", score - OWN_BEHIND, of_item[1])
            helpers.add(own, "", score, of_item[1])
        else:
            leads.add(own, "", score, reason)
            helpers.add(theirs, item.lead, score, of_item[0])
    _of_matter_kinds(asked, matter_kinds, usable, helpers)
    _of_tasks(asked, units, leads)
    _of_place(asked, usable, helpers)
    best = fitting[0][1] if fitting else None
    ranked = tuple(one for one in leads.ranked("lead") if not _is_community(one.unit, units))
    first = ranked[0].unit if ranked else ""
    return Proposal(
        _ROUTE_OF.get(best.part, "") if best is not None else "",
        best,
        ranked,
        tuple(one for one in helpers.ranked("assist") if not one.unit or one.unit != first),
    )


def _is_community(unit: str, units: Mapping[str, Unit]) -> bool:
    return unit in units and units[unit].kind == "community"


def _of_matter_kinds(asked: Asked, kinds: Sequence[MatterKind], usable: Usable, helpers: _Tally) -> None:
    text = "/".join(asked.path)
    for kind in kinds:
        if kind.name and any(level and level in kind.name for level in asked.path):
            for place, unit in enumerate(kind.units):
                helpers.add(usable(unit), "", BY_MATTER - min(place, 50), Reason("matter_kind", kind.name))
        elif kind.name and kind.name in text:
            helpers.add(
                usable(kind.units[0]) if kind.units else "", "", BY_MATTER - 60, Reason("matter_kind", kind.name)
            )


def _of_tasks(asked: Asked, units: Mapping[str, Unit], leads: _Tally) -> None:
    """What a unit says it does: a level of the category that stands in so many words among its tasks."""
    for unit in units.values():
        if not unit.active or unit.kind == "community":
            continue
        for place, level in enumerate(reversed(asked.path)):
            if len(level) >= 2 and level in unit.tasks:
                leads.add(unit.id, "", BY_TASKS - place, Reason("tasks", level))
                break


def _of_place(asked: Asked, usable: Usable, helpers: _Tally) -> None:
    community = usable(asked.community)
    if not community:
        return
    helpers.add(community, "", BY_PLACE, Reason("community"))
    if asked.grid:
        helpers.add(community, "", BY_PLACE, Reason("grid", asked.grid))
    if asked.chief:
        helpers.add(community, "", BY_PLACE, Reason("chief", asked.chief))
