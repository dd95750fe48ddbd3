"""The hand-over of a shift: what is open is read aloud item by item, the equipment is counted, both sides sign.

Face to face, two people, nobody goes before. What is read is made afresh from what is open at that moment; an item counts as
read as it stood: when it changes it is read again. Something red needs a remark before anybody signs. A hand-over belongs to
the shift that goes (``handover/<id of the shift>``), so two desks that begin it make one; when the desk changes hands once more
while the same shift runs, that is its second (``handover/<id of the shift>.2``). Source: domain.md 2.12, 3.2.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import folding, irregular
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import replace, whole

SORTS = (
    *(
        "incident",
        "report",
        "clock",
        "open",
        "case",
        "patrol",
        "suspended",
        "joint",
        "muster",
        "supervision",
        "warning",
        "call",
    ),
    *("equipment", "substitution", "remark"),
)
"""What may have to be read, in the order of reading: open incidents, reports owed, running clocks, open items of an
incident, cases unsigned, not dispatched, overdue or near their limit, patrols missed, suspended cases near their review, slow whistles, warnings in force, calls that
were not read back, equipment that is missing, who stands in for whom, remarks of the shift."""

CASES = ("overdue", "to_judge", "unsigned", "near")
"""The cases that wait, in the order of reading."""

LIFE = ("trapped", "lost")
"""Open items about people whose life may be in danger: they come before everything else."""

SIDES = ("out", "into")
"""交班, 接班."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that runs inside an incident: its name, when it is due (epoch milliseconds), the id of the unit it is about."""

    name: str
    due_at: int
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be read aloud. ``key`` is what it is about, ``count`` and ``number`` what goes with it.

    ``red``: a clock has run out or something is wrong, so a remark is needed. ``about`` is the subject it leads to. An
    incident names the ``clocks`` that run in it, the first that is due first; they are read together with it.
    """

    key: str
    sort: str
    code: str = ""
    words: str = ""
    number: str = ""
    count: int = 0
    due_at: int | None = None
    red: bool = False
    about: str = ""
    clocks: tuple[Clock, ...] = ()

    @property
    def mark(self) -> str:
        """How it stands: read once, it has to be read again when this is another. Of its clocks ``HandOver.has_read`` asks."""
        if self.sort == "incident":
            return f"{self.code}|{self.number}"
        return f"{self.code}|{self.number}|{self.count}|{self.due_at or ''}|{'red' if self.red else ''}"

    @property
    def body(self) -> dict[str, Any]:
        """The codes, for the body of an event."""
        told: dict[str, Any] = {"key": self.key, "sort": self.sort, "mark": self.mark}
        for name in ("code", "number", "about"):
            if getattr(self, name):
                told[name] = getattr(self, name)
        if self.count:
            told["count"] = self.count
        if self.due_at is not None:
            told["due_at"] = self.due_at
        if self.red:
            told["red"] = True
        if self.clocks:
            told["clocks"] = [
                {"clock": one.name, "due_at": one.due_at} | ({"unit": one.unit} if one.unit else {})
                for one in self.clocks
            ]
        return told


def item_in(told: Mapping[str, Any], words: str = "") -> Item:
    """The item told in an event; what is no text or count in it is left out."""

    def text(name: str) -> str:
        value = told.get(name)
        return value if isinstance(value, str) else ""

    return Item(
        text("key"),
        text("sort"),
        text("code"),
        words,
        text("number"),
        whole(told.get("count")) or 0,
        whole(told.get("due_at")),
        told.get("red") is True,
        text("about"),
        _clocks_in(told.get("clocks")),
    )


def _clocks_in(told: Any) -> tuple[Clock, ...]:
    found = []
    for one in told if isinstance(told, list | tuple) else ():
        if isinstance(one, Mapping) and (due_at := whole(one.get("due_at"))) is not None:
            name, unit = one.get("clock"), one.get("unit", "")
            if isinstance(name, str) and isinstance(unit, str):
                found.append(Clock(name, due_at, unit))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Read:
    """An item as it was read: how it stood, when, at whose seat, how often."""

    item: Item
    mark: str
    at: int
    by: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Counted:
    """Equipment as both counted it: how many there are, how many there ought to be, words about what is missing."""

    name: str
    found: int
    wanted: int
    at: int
    measure: str = ""
    words: str = ""

    @property
    def short(self) -> bool:
        """Whether something is missing or said to be wrong."""
        return self.found < self.wanted or bool(self.words)


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody signed: their side, when, and by what: their PIN was checked (``pin``) or they wrote their name (``name``)."""

    side: str
    person: str
    at: int
    assurance: str = "none"


@dataclass(frozen=True, slots=True)
class HandOver:
    """The folded state of a hand-over. ``read`` and ``counted`` go by key, ``remarks`` are words by key of an item.

    ``early_by`` is how long before the end of the shift it was begun (milliseconds), where that needed a ``reason``; else 0.
    """

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    opened_at: int = 0
    opened_by: str = ""
    early_by: int = 0
    reason: str = ""
    read: Mapping[str, Read] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, Counted] = field(default_factory=dict)
    signatures: tuple[Signature, ...] = ()
    taken_by: str = ""
    closed_at: int | None = None
    raised: Mapping[str, Any] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def shift(self) -> str:
        """The id of the shift that goes."""
        return self.subject.partition("/")[2].partition(".")[0]

    @property
    def round(self) -> int:
        """Which hand-over of its shift it is, from 1."""
        told = self.subject.rpartition(".")[2]
        return int(told) if told.isdigit() and "." in self.subject else 1

    @property
    def parent(self) -> str:
        """It belongs to no whistle."""
        return ""

    @property
    def number(self) -> str:
        """It has none: the shift's day is its name."""
        return ""

    @property
    def stage(self) -> str:
        """``reading``, ``signing`` when one side has signed, ``done``; empty while it has not begun, or not any more."""
        if self.closed_at is not None:
            return "done"
        if not self.known:
            return ""
        return "signing" if self.signatures else "reading"

    def signed(self, side: str) -> tuple[Signature, ...]:
        """The signatures of a side."""
        return tuple(one for one in self.signatures if one.side == side)

    def has_read(self, item: Item) -> bool:
        """Whether an item was read as it stands. A clock that stopped meanwhile asks for nothing, one that is new does."""
        found = self.read.get(item.key)
        return found is not None and found.mark == item.mark and set(item.clocks) <= set(found.item.clocks)

    def missing(self, items: Iterable[Item], equipment: Iterable[str]) -> Missing:
        """What still keeps anybody from signing."""
        listed = list(items)
        return Missing(
            tuple(one.key for one in listed if not self.has_read(one)),
            tuple(one.key for one in listed if one.red and not self.remarks.get(one.key, "").strip()),
            tuple(name for name in equipment if name not in self.counted),
        )


@dataclass(frozen=True, slots=True)
class Missing:
    """What keeps a hand-over from being signed: items not read, red ones without a remark, equipment not counted."""

    unread: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Both may sign."""
        return not (self.unread or self.unsaid or self.uncounted)


# --- folding ------------------------------------------------------------------------------------------------------


def _text(fact: Fact, name: str) -> str:
    told = fact.body.get(name)
    return told if isinstance(told, str) else ""


def _opened(state: HandOver, fact: Fact) -> HandOver:
    if state.known:
        return state
    return replace(
        state,
        known=True,
        opened_at=fact.happened_at,
        opened_by=fact.actor,
        early_by=whole(fact.body.get("early_by")) or 0,
        reason=fact.words("reason"),
    )


def _dropped(state: HandOver, fact: Fact) -> HandOver:
    """It was begun by mistake: nothing was read. Once somebody has signed it stays."""
    if state.signatures or not state.known:
        return irregular(state, fact, "illegal_move")
    return HandOver(state.subject, mode=state.mode, raised=state.raised, irregular=state.irregular)


def _was_read(state: HandOver, fact: Fact) -> HandOver:
    item = item_in(fact.body, fact.words("words"))
    if state.closed_at is not None:
        return irregular(state, fact, "illegal_move")
    before = state.read.get(item.key)
    times = before.times + 1 if before is not None else 1
    read = Read(item, _text(fact, "mark"), fact.happened_at, fact.actor, times)
    return replace(state, read={**state.read, item.key: read})


def _remarked(state: HandOver, fact: Fact) -> HandOver:
    if state.closed_at is not None:
        return irregular(state, fact, "illegal_move")
    return replace(state, remarks={**state.remarks, _text(fact, "key"): fact.words("words")})


def _counted(state: HandOver, fact: Fact) -> HandOver:
    if state.closed_at is not None:
        return irregular(state, fact, "illegal_move")
    key = _text(fact, "key")
    one = Counted(
        _text(fact, "name"),
        whole(fact.body.get("found")) or 0,
        whole(fact.body.get("wanted")) or 0,
        fact.happened_at,
        _text(fact, "measure"),
        fact.words("words"),
    )
    return replace(state, counted={**state.counted, key: one})


def _signed(state: HandOver, fact: Fact) -> HandOver:
    side = _text(fact, "side")
    person = _text(fact, "person")
    if (
        not state.known
        or state.closed_at is not None
        or side not in SIDES
        or any(one.person == person for one in state.signatures)
    ):
        return irregular(state, fact, "illegal_move")
    one = Signature(side, person, fact.happened_at, _text(fact, "assurance") or "none")
    state = replace(state, signatures=(*state.signatures, one), taken_by=_text(fact, "taken_by") or state.taken_by)
    both = all(state.signed(one) for one in SIDES)
    return replace(state, closed_at=fact.happened_at) if both else state


_STEPS: Mapping[str, Callable[[HandOver, Fact], HandOver]] = {
    "dropped": _dropped,
    "read": _was_read,
    "remarked": _remarked,
    "counted": _counted,
    "signed": _signed,
}

apply = folding(_opened, _STEPS)


def handover_subject(shift: str, turn: int = 1) -> str:
    """The subject of the hand-over of a shift; ``turn`` counts them from 1."""
    return f"handover/{shift}" if turn == 1 else f"handover/{shift}.{turn}"


def rounds_of(shift: str, ask: Callable[[str], HandOver]) -> list[HandOver]:
    """The hand-overs of a shift that have begun, in order; ``ask`` answers the state of a subject."""
    found: list[HandOver] = []
    while (state := ask(handover_subject(shift, len(found) + 1))).stage:
        found.append(state)
    return found


# --- what is counted ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Equipment:
    """Something that is handed over by counting: radios, keys, seals. ``count`` is how many there ought to be."""

    id: str
    name: str
    count: int
    measure: str = ""
    rank: int = 0


def equipment_of(records: Iterable[Record]) -> tuple[Equipment, ...]:
    """The equipment in use, in its order."""
    found = []
    for one in records:
        if one.active:
            count, rank = whole(one.get("count")), whole(one.get("rank"))
            name = Equipment(one.id, str(one.get("name", "")), count or 0, str(one.get("measure", "")), rank or 0)
            found.append(name)
    return tuple(sorted(found, key=lambda one: (one.rank, one.id)))


def in_order(items: Sequence[Item]) -> list[Item]:
    """The items as they are read: people in danger first, then by sort, within a sort what is due first."""

    def rank(item: Item) -> tuple[int, int, bool, int, str]:
        place = SORTS.index(item.sort) if item.sort in SORTS else len(SORTS)
        if item.sort == "open" and item.code in LIFE:
            place = LIFE.index(item.code) - len(LIFE)
        sort = CASES.index(item.code) if item.sort == "case" and item.code in CASES else 0
        return place, sort, item.due_at is None, item.due_at or 0, item.key

    return sorted(items, key=rank)


@demands("equipment")
def _check(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")
    count = fields.get("count")
    if type(count) is not int or not 0 < count <= 100_000:
        raise Refused("limit_out_of_range", least=1, most=100_000)
