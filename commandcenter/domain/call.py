"""A telephone call of the duty room (来电、去电): who, when, what was said; read back, called back, turned into a case or whistle.

Every call is written down with its time, name, number and content (domain.md 3.2, form F02 in 5.6). Who called may be
unknown; that is a state of its own. A call is corrected by an entry that points at it, and struck, never deleted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.domain.deadline import REMINDER, Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import Step, clock_acknowledged, clock_raised, irregular
from commandcenter.domain.number import digits
from commandcenter.domain.value import replace, whole

DIRECTIONS = ("in", "out")
RESULTS = ("reached", "no_answer", "busy")
"""What an outgoing call came to; one that came in was always reached."""

READ_BACK, CALL_BACK = "read_back", "call_back"
WAITS = (READ_BACK, CALL_BACK)
"""What a call may still owe: what was said read back to the other side (复述), a call back that was promised."""

CALL_BACK_CLOCK = f"{REMINDER}call_back"
"""The moment for which a call back was promised. It reminds and is no alarm."""

FIELDS = ("direction", "unit", "person", "result")
WORDS = ("who", "phone", "said", "answer")
"""What can be corrected: codes, and the private words."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a field said before it was corrected, by which entry, when and by whom."""

    id: EventId
    at: int
    actor: str
    before: Mapping[str, str]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """The folded state of a call. Instants are epoch milliseconds.

    The other side is a ``unit`` (id), a ``person`` of the roster (id) and what was heard of its name (``who``); all may be
    empty: nobody knows. ``said`` is what was told, ``answer`` what it was told back. ``back_by`` is when a call back was
    promised for. ``answers`` is the call (id) this one calls back to. ``unread`` says why nothing was read back.
    """

    subject: str = ""
    known: bool = False
    number: str = ""
    mode: Mode = REAL
    direction: str = "in"
    at: int = 0
    recorded_at: int = 0
    unit: str = ""
    person: str = ""
    who: str = ""
    phone: str = ""
    said: str = ""
    answer: str = ""
    taker: str = ""
    result: str = "reached"
    read_back_at: int | None = None
    read_back_by: str = ""
    unread: str = ""
    unread_at: int | None = None
    wants_back: bool = False
    back_asked_at: int | None = None
    back_by: int | None = None
    back_at: int | None = None
    back_call: str = ""
    answers: str = ""
    case: str = ""
    whistle: str = ""
    struck_at: int | None = None
    struck_words: str = ""
    erased: bool = False
    corrections: tuple[Correction, ...] = ()
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the call."""
        return self.subject.partition("/")[2]

    @property
    def outcome(self) -> str:
        """What became of it in one word: ``struck``, ``whistle``, ``case``, ``no_answer``, ``busy``, ``noted``."""
        if self.struck_at is not None:
            return "struck"
        if self.whistle:
            return "whistle"
        if self.case:
            return "case"
        return self.result if self.result != "reached" else "noted"

    @property
    def waits(self) -> tuple[str, ...]:
        """What it still owes, of ``WAITS``.

        What became a whistle is owed its read-back like any other call; a case is read back as a case. Nobody reads back to a
        line that was not answered.
        """
        if not self.known or self.struck_at is not None:
            return ()
        found = []
        settled = self.read_back_at is not None or self.unread_at is not None
        if self.result == "reached" and not (settled or self.as_case):
            found.append(READ_BACK)
        if self.wants_back and self.back_at is None:
            found.append(CALL_BACK)
        return tuple(found)

    @property
    def as_case(self) -> bool:
        """Whether it is worked on as a case, and as nothing more urgent."""
        return bool(self.case) and not self.whistle

    @property
    def digits(self) -> str:
        """The digits of the number, however it was written down."""
        return digits(self.phone)


def deadlines(state: Call) -> list[Deadline]:
    """The reminder of a call back that was promised for a time."""
    if not state.known or state.back_by is None:
        return []
    started = state.back_asked_at if state.back_asked_at is not None else state.at
    stopped = state.struck_at is not None or not state.wants_back
    raised = state.raised.get(CALL_BACK_CLOCK, Raised())
    return [Deadline(CALL_BACK_CLOCK, started, state.back_by, state.back_at, stopped, raised)]


# --- folding ------------------------------------------------------------------------------------------------------


def _text(fact: Fact, name: str) -> str:
    value = fact.body.get(name)
    return value if isinstance(value, str) else ""


def _one_of(value: str, allowed: tuple[str, ...], otherwise: str) -> str:
    return value if value in allowed else otherwise


def _logged(state: Call, fact: Fact) -> Call:
    if state.known:
        return irregular(state, fact, "opened_twice")
    state = replace(
        state,
        known=True,
        number=_text(fact, "number"),
        direction=_one_of(_text(fact, "direction"), DIRECTIONS, "in"),
        at=fact.happened_at,
        recorded_at=fact.recorded_at,
        unit=_text(fact, "unit"),
        person=_text(fact, "person"),
        taker=_text(fact, "taker") or fact.actor,
        result=_one_of(_text(fact, "result"), RESULTS, "reached"),
        answers=_text(fact, "answers"),
        erased=fact.erased,
        **{name: fact.words(name) for name in WORDS},
    )
    if fact.body.get("read_back") is True:
        state = replace(state, read_back_at=fact.happened_at, read_back_by=state.taker)
    return _back_asked(state, fact) if fact.body.get("call_back") is True else state


def _amended(state: Call, fact: Fact) -> Call:
    codes = {name: value for name in FIELDS if isinstance(value := fact.body.get(name), str)}
    for name, allowed in (("direction", DIRECTIONS), ("result", RESULTS)):
        if name in codes and codes[name] not in allowed:
            return irregular(state, fact, "field_wrong")
    words = {name: value for name in WORDS if isinstance(value := (fact.private or {}).get(name), str)}
    at = whole(fact.body.get("at"))
    before = {name: str(getattr(state, name)) for name in (*codes, *words, *(("at",) if at is not None else ()))}
    told = Correction(fact.id, fact.happened_at, fact.actor, before, fact.words("reason"))
    state = replace(state, corrections=(*state.corrections, told), erased=state.erased or fact.erased, **codes, **words)
    return replace(state, at=at) if at is not None else state


def _read_back(state: Call, fact: Fact) -> Call:
    if state.read_back_at is not None and state.read_back_at <= fact.happened_at:
        return state
    return replace(state, read_back_at=fact.happened_at, read_back_by=fact.actor)


def _left_unread(state: Call, fact: Fact) -> Call:
    return replace(state, unread_at=fact.happened_at, unread=fact.words("words"))


def _back_asked(state: Call, fact: Fact) -> Call:
    by = whole(fact.body.get("back_by"))
    return replace(state, wants_back=True, back_asked_at=fact.happened_at, back_by=by, back_at=None, back_call="")


def _called_back(state: Call, fact: Fact) -> Call:
    return replace(state, wants_back=True, back_at=fact.happened_at, back_call=_text(fact, "call"))


def _linked(state: Call, fact: Fact) -> Call:
    case, whistle = _text(fact, "case"), _text(fact, "whistle")
    if not case and not whistle:
        return irregular(state, fact, "link_wrong")
    return replace(state, case=case or state.case, whistle=whistle or state.whistle)


def _unlinked(state: Call, fact: Fact) -> Call:
    gone = {name: "" for name in ("case", "whistle") if _text(fact, name) == getattr(state, name)}
    return replace(state, **gone)


def _struck(state: Call, fact: Fact) -> Call:
    return replace(state, struck_at=fact.happened_at, struck_words=fact.words("words"))


def _restored(state: Call, fact: Fact) -> Call:
    return replace(state, struck_at=None, struck_words="")


def _revealed(state: Call, fact: Fact) -> Call:
    """Who looked stands in the record; nothing of the call changes."""
    return state


_STEPS: Mapping[str, Step[Call]] = {
    "revealed": _revealed,
    "logged": _logged,
    "amended": _amended,
    "read_back": _read_back,
    "left_unread": _left_unread,
    "back_asked": _back_asked,
    "called_back": _called_back,
    "linked": _linked,
    "unlinked": _unlinked,
    "struck": _struck,
    "restored": _restored,
    "deadline_raised": clock_raised,
    "deadline_acknowledged": clock_acknowledged,
}


def apply(state: Call, fact: Fact) -> Call:
    """Fold one fact. Never raises."""
    state = replace(state, subject=fact.subject)
    step = _STEPS.get(fact.verb)
    if step is None:
        return irregular(state, fact, "unknown_kind")
    if not state.known and fact.verb != "logged":
        return step(irregular(state, fact, "not_opened"), fact)
    return step(state, fact)
