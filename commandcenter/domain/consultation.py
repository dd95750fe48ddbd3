"""A consultation (会商): hard cases and problems before everybody concerned, with decisions that have a unit and a day.

Planned (agenda) → held → minuted (signed by the chair) → closed, when every decision is done or dropped. Monthly, or as need
arises. Source: domain.md 1-25, 2.1 C7c, 3-20; the minutes are form F13.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.domain.deadline import Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import Step, folding, irregular
from commandcenter.domain.term import Term, deadline_of, reminder_of, term_in
from commandcenter.domain.value import replace, whole

STAGES = ("planned", "held", "minuted", "closed", "called_off")
ABOUT = ("case", "problem", "proposal", "matter")
"""What an item of the agenda is about; a matter has words only."""
PRESENCE = ("invited", "came", "excused", "missed")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda. ``about`` is one of ``ABOUT`` and ``key`` the id of that; ``words`` say what is asked.

    ``reason`` tells why it was proposed (a code), ``discussed`` what was said.
    """

    id: str
    about: str
    key: str = ""
    unit: str = ""
    reason: str = ""
    words: str = ""
    discussed: str = ""
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on an item: who does it until when. ``ended``: done, dropped or empty."""

    id: str
    item: str
    unit: str
    words: str
    term: Term | None
    ended: str = ""
    ended_at: int | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """The folded state of a consultation. Instants are epoch milliseconds; ``presence`` is unit → one of ``PRESENCE``."""

    subject: str = ""
    known: bool = False
    number: str = ""
    mode: Mode = REAL
    stage: str = ""
    opened_at: int = 0
    closed_at: int | None = None
    planned_at: int | None = None
    held_at: int | None = None
    minuted_at: int | None = None
    monthly: bool = False
    place: str = ""
    chair: str = ""
    title: str = ""
    items: tuple[Item, ...] = ()
    presence: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decided, ...] = ()
    summary: str = ""
    signed_by: str = ""
    term: Term | None = None
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the consultation."""
        return self.subject.partition("/")[2]

    @property
    def parent(self) -> str:
        """It belongs to no other matter."""
        return ""

    @property
    def agenda(self) -> tuple[Item, ...]:
        """The items that stand, in their order."""
        return tuple(item for item in self.items if not item.dropped)

    @property
    def open_decisions(self) -> tuple[Decided, ...]:
        """What was decided and is not ended."""
        return tuple(one for one in self.decisions if not one.ended)

    def item(self, key: str) -> Item | None:
        """An item that stands, by its id."""
        return next((item for item in self.agenda if item.id == key), None)


def deadlines(state: Consultation) -> list[Deadline]:
    """The clocks: a reminder of the meeting, and every decision until its day."""
    if not state.known:
        return []
    rows = []
    if state.term is not None:
        stopped = state.stage == "called_off"
        rows.append(
            reminder_of(
                "consultation", state.term, state.term.warn_at, state.raised, met_at=state.held_at, stopped=stopped
            )
        )
    for one in state.decisions:
        if one.term is not None:
            name, stopped = f"consulted:{one.id}", one.ended == "dropped"
            rows.append(deadline_of(name, one.term, state.raised, met_at=one.ended_at, stopped=stopped))
    return rows


# --- folding ------------------------------------------------------------------------------------------------------


def _text(fact: Fact, name: str) -> str:
    value = fact.body.get(name)
    return value if isinstance(value, str) else ""


def _opened(state: Consultation, fact: Fact) -> Consultation:
    if state.known:
        return irregular(state, fact, "opened_twice")
    state = replace(
        state,
        known=True,
        stage=state.stage or "planned",
        number=_text(fact, "number"),
        opened_at=fact.happened_at,
        monthly=fact.body.get("monthly") is True,
    )
    return _amended(state, fact)


def _amended(state: Consultation, fact: Fact) -> Consultation:
    planned, term = whole(fact.body.get("planned_at")), term_in(fact.body.get("term"))
    if planned is not None:
        state = replace(state, planned_at=planned, term=term)
    for name in ("place", "chair", "title"):
        if isinstance((fact.private or {}).get(name), str):
            state = replace(state, **{name: fact.words(name)})
    return state


def _item_added(state: Consultation, fact: Fact) -> Consultation:
    key, about = _text(fact, "id"), _text(fact, "about")
    if not key or about not in ABOUT or any(item.id == key for item in state.items):
        return irregular(state, fact, "item_wrong")
    item = Item(key, about, _text(fact, "key"), _text(fact, "unit"), _text(fact, "reason"), fact.words("words"))
    return replace(state, items=(*state.items, item))


def _on_item(state: Consultation, fact: Fact, **changes: object) -> Consultation:
    key = fact.body.get("id")
    if not any(item.id == key for item in state.items):
        return irregular(state, fact, "item_wrong")
    return replace(state, items=tuple(replace(item, **changes) if item.id == key else item for item in state.items))


def _item_dropped(state: Consultation, fact: Fact) -> Consultation:
    return _on_item(state, fact, dropped=True)


def _item_discussed(state: Consultation, fact: Fact) -> Consultation:
    return _on_item(state, fact, discussed=fact.words("words"))


def _item_moved(state: Consultation, fact: Fact) -> Consultation:
    key, place = fact.body.get("id"), whole(fact.body.get("place"))
    found = next((item for item in state.items if item.id == key), None)
    if found is None or place is None:
        return irregular(state, fact, "item_wrong")
    rest = [item for item in state.items if item is not found]
    rest.insert(max(0, min(len(rest), place)), found)
    return replace(state, items=tuple(rest))


def _attended(state: Consultation, fact: Fact) -> Consultation:
    unit, presence = _text(fact, "unit"), _text(fact, "presence")
    if not unit or presence not in PRESENCE:
        return irregular(state, fact, "presence_wrong")
    people = {**state.people, unit: fact.words("name")} if fact.words("name") else state.people
    return replace(state, presence={**state.presence, unit: presence}, people=people)


def _held(state: Consultation, fact: Fact) -> Consultation:
    if state.stage != "planned":
        state = irregular(state, fact, "illegal_move")
    return replace(state, stage="held", held_at=fact.happened_at)


def _decided(state: Consultation, fact: Fact) -> Consultation:
    key = _text(fact, "id")
    if not key or any(one.id == key for one in state.decisions):
        return irregular(state, fact, "decision_wrong")
    one = Decided(key, _text(fact, "item"), _text(fact, "unit"), fact.words("words"), term_in(fact.body.get("term")))
    return replace(state, decisions=(*state.decisions, one))


def _decision_ended(state: Consultation, fact: Fact) -> Consultation:
    key, how = fact.body.get("id"), _text(fact, "how")
    if how not in ("done", "dropped") or not any(one.id == key for one in state.decisions):
        return irregular(state, fact, "decision_wrong")
    decisions = tuple(
        replace(one, ended=how, ended_at=fact.happened_at, result=fact.words("words")) if one.id == key else one
        for one in state.decisions
    )
    return replace(state, decisions=decisions)


def _minuted(state: Consultation, fact: Fact) -> Consultation:
    if state.stage not in ("held", "minuted"):
        state = irregular(state, fact, "illegal_move")
    return replace(
        state,
        stage="minuted",
        minuted_at=fact.happened_at,
        summary=fact.words("words"),
        signed_by=fact.words("signed_by"),
    )


def _ended(state: Consultation, fact: Fact) -> Consultation:
    stage = "closed" if fact.verb == "closed" else "called_off"
    if stage == "closed" and state.stage != "minuted":
        state = irregular(state, fact, "illegal_move")
    return replace(state, stage=stage, closed_at=fact.happened_at)


_STEPS: Mapping[str, Step[Consultation]] = {
    "amended": _amended,
    "item_added": _item_added,
    "item_dropped": _item_dropped,
    "item_moved": _item_moved,
    "item_discussed": _item_discussed,
    "attended": _attended,
    "held": _held,
    "decided": _decided,
    "decision_ended": _decision_ended,
    "minuted": _minuted,
    "closed": _ended,
    "called_off": _ended,
}

apply = folding(_opened, _STEPS)
"""The fold. A step out of order is kept and marked."""
