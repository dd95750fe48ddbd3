"""Supplies (物资): what was taken from a store for an incident, and what became of it: 领用 → 归还 / 消耗 / 损坏 / 核销.

One record a taking. What is open is what was taken less what is accounted for, so the sums agree by themselves; what is
over-accounted for on two desks at once is kept and marked. Source: domain.md 2.11, 2.12, 4.8, 5.6 F12.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.value import whole

WAYS = ("returned", "consumed", "damaged", "written_off")
"""What can become of a thing that was taken."""


@dataclass(frozen=True, slots=True)
class Accounted:
    """A part of what was taken and what became of it. ``struck`` marks an entry that was taken back."""

    id: EventId
    at: int
    way: str
    quantity: int
    words: str = ""
    told_by: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Supply:
    """The folded state of one taking. ``store`` is a place of the roster, ``unit`` who took it (a unit of the board)."""

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    opened_at: int = 0
    item: str = ""
    measure: str = ""
    quantity: int = 0
    store: str = ""
    unit: str = ""
    taken_by: str = ""
    words: str = ""
    entries: tuple[Accounted, ...] = ()
    struck_at: int | None = None
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def parent(self) -> str:
        """The id of the whistle."""
        return self.subject.partition("/")[2].partition("/")[0]

    @property
    def number(self) -> str:
        """A taking has no number of its own."""
        return ""

    def sum(self, way: str) -> int:
        """How much went one of the ``WAYS``."""
        return sum(one.quantity for one in self.entries if one.way == way and not one.struck)

    @property
    def rest(self) -> int:
        """What is still out. Negative when more was accounted for than was taken."""
        return 0 if self.struck_at is not None else self.quantity - sum(self.sum(way) for way in WAYS)

    @property
    def stage(self) -> str:
        """out, settled, over (more accounted for than taken), struck."""
        if self.struck_at is not None:
            return "struck"
        return "out" if self.rest > 0 else "settled" if self.rest == 0 else "over"

    @property
    def closed_at(self) -> int | None:
        """When the last of it was accounted for."""
        if self.struck_at is not None:
            return self.struck_at
        standing = [one.at for one in self.entries if not one.struck]
        return max(standing) if standing and self.rest == 0 else None


def apply(state: Supply, fact: Fact) -> Supply:
    """Fold one fact; never raises."""
    verb, body = fact.verb, fact.body
    state = replace(state, subject=fact.subject, mode=DRILL if fact.mode == DRILL else REAL)
    if verb == "taken":
        return replace(
            state,
            known=True,
            opened_at=fact.happened_at,
            item=str(body.get("item", "")),
            measure=str(body.get("measure", "")),
            quantity=max(0, whole(body.get("quantity")) or 0),
            store=str(body.get("store", "")),
            unit=str(body.get("unit", "")),
            taken_by=fact.words("taken_by"),
            words=fact.words("words"),
        )
    if verb in WAYS:
        quantity = max(0, whole(body.get("quantity")) or 0)
        entry = Accounted(fact.id, fact.happened_at, verb, quantity, fact.words("words"), fact.words("told_by"))
        return replace(state, entries=(*state.entries, entry))
    if verb == "struck":
        if fact.corrects is None:
            return replace(state, struck_at=fact.happened_at)
        entries = tuple(replace(one, struck=True) if one.id == fact.corrects else one for one in state.entries)
        return replace(state, entries=entries)
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


def still_out(supplies: Iterable[Supply]) -> list[Supply]:
    """What was taken and is not accounted for, or does not agree."""
    return [one for one in supplies if one.known and one.stage in ("out", "over")]
