"""A patrol (巡查): planned, signed in, walked with its stops and findings, ended - or missed; and the look again by the next one.

States and moves: domain.md 2.8 and 2.11. T7 (missed) is no stored state: it is the window against now. A finding stays an
open spot until somebody looked again and says that it is done with, whatever became of its case in between (T8).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.deadline import REMINDER, Deadline, Raised, acknowledge, raise_threshold
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.value import replace, whole

STAGES = ("planned", "signed_in", "walking", "finding", "ended", "cancelled")
"""派班 T0, 签到 T1, 巡中 T2, 发现 T3 (one that nobody has decided on), 结束 T6; taken off the list by a person."""

MOVES: Mapping[str, tuple[str, ...]] = {
    "planned": ("signed_in", "cancelled"),
    "signed_in": ("walking",),
    "walking": ("walking", "finding", "ended"),
    "finding": ("walking",),
    "ended": (),
    "cancelled": ("planned",),
}
"""2.11: T0→{T1, T7} · T1→T2→{T3, T6} · T3→{T4, T5}→T2. Handling on the spot and reporting lead straight back to walking.

A turn that a change of its plan took off comes back when the plan wants it again.
"""

UNDER_WAY = ("signed_in", "walking", "finding")
REASONS = ("routine", "warning", "campaign", "look_back", "make_up", "own")
"""Why: by plan, after a warning, in a campaign, to look again, to make up for a missed turn; ``own`` went without being sent."""

MAKE_UPS = ("", "sent", "begun", "walked")
"""How far the walk is that makes up for a missed turn: none, somebody was sent, under way, walked to its end."""

TOLD = ("deputy", "community")
"""Who is told of a missed turn, in this order (domain.md 2.8 T7)."""

CALLS = ("reached", "no_answer")
"""What came of telling: it was told, or nobody answered."""

HOWS = ("talk", "clean", "move", "other")
"""How something is handled on the spot (T4)."""

DUTIES = ("patrol", "visit", "act", "report", "record", "brush")
"""巡访做报记刷, the six duties of a steward; they label the entries of a walk."""

LOOKS = ("closed", "kept")
CHECKS = ("fine", "bad")
"""What is said of an item of the checklist."""

WEATHERS = ("clear", "cloudy", "rain", "snow", "wind", "haze", "hot")

DEPUTY, COMMUNITY = f"{REMINDER}patrol_deputy", f"{REMINDER}patrol_community"
"""A missed turn goes to the deputy when its window has passed, then to the community. No alarm: nobody is in danger."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop. ``at`` is None when the sheet told no time; ``duty`` is one of ``DUTIES``."""

    at: int | None = None
    words: str = ""
    duty: str = "patrol"


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of a finding: a stored content by its hash (hexadecimal), its bytes and media type. ``gone`` as with cases."""

    sha256: str
    size: int
    media: str
    at: int
    name: str = ""
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A later patrol has looked at it: when, which patrol (id), ``closed`` or ``kept``, its words."""

    at: int
    by: str
    result: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding. ``kind`` is an item of a checklist, ``outcome`` handled or reported, empty while nobody has decided.

    ``at`` is None when a sheet told no time. ``asked_at`` is when an emergency whistle was asked for (F9).
    """

    id: str
    at: int | None = None
    kind: str = ""
    place: str = ""
    where: str = ""
    words: str = ""
    danger: bool = False
    outcome: str = ""
    how: str = ""
    solved: bool = False
    result: str = ""
    case: str = ""
    settled_at: int | None = None
    asked_at: int | None = None
    photos: tuple[Photo, ...] = ()
    seen: tuple[Seen, ...] = ()

    @property
    def open(self) -> bool:
        """Whether the next patrol has to look: not solved on the spot, and nobody has closed it since."""
        if any(look.result == "closed" for look in self.seen):
            return False
        return not (self.outcome == "handled" and self.solved)


@dataclass(frozen=True, slots=True)
class Look:
    """This patrol has looked at an open spot of an earlier one. ``spot`` is ``<patrol id>/<finding id>``."""

    at: int
    spot: str
    result: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """A person told on a missed turn, or tried to: ``whom`` is one of ``TOLD``, ``result`` one of ``CALLS``.

    ``person`` is who was called (id), empty for the duty room of the community; ``by`` who called.
    """

    at: int
    whom: str
    result: str = "reached"
    person: str = ""
    by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Patrol:
    """The folded state of a patrol. Times are epoch milliseconds, ``day`` is 20260717, ``length_m`` metres.

    ``spots`` are the open spots it started with; ``window_*`` None is a walk that nobody had planned. ``by_hand`` says that a
    person named the walker or took the turn off: a change of the plan leaves it alone then. ``make_up`` is one of
    ``MAKE_UPS``, ``made_up_by`` the walk (id). What stands in ``raised`` is due to be told; only ``tellings`` were told.
    """

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    stage: str = ""
    plan: str = ""
    checklist: str = ""
    place: str = ""
    community: str = ""
    role: str = ""
    person: str = ""
    reason: str = "routine"
    day: int = 0
    window_start: int | None = None
    window_end: int | None = None
    community_at: int | None = None
    route: tuple[str, ...] = ()
    planned_at: int = 0
    begun_at: int | None = None
    ended_at: int | None = None
    where: str = ""
    weather: str = ""
    spots: tuple[str, ...] = ()
    stops: tuple[Stop, ...] = ()
    findings: tuple[Finding, ...] = ()
    looks: tuple[Look, ...] = ()
    checks: Mapping[str, str] = field(default_factory=dict)
    length_m: int | None = None
    words: str = ""
    made_up_by: str = ""
    make_up: str = ""
    tellings: tuple[Telling, ...] = ()
    makes_up: str = ""
    source: str = ""
    entered: bool = False
    by_hand: bool = False
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the patrol."""
        return self.subject.partition("/")[2]

    @property
    def open(self) -> bool:
        """Still to be walked, or being walked."""
        return self.known and self.stage not in ("ended", "cancelled")

    @property
    def undecided(self) -> tuple[Finding, ...]:
        """Findings that are neither handled nor reported (T3)."""
        return tuple(one for one in self.findings if not one.outcome)

    @property
    def open_spots(self) -> tuple[Finding, ...]:
        """What the next patrol looks at first."""
        return tuple(one for one in self.findings if one.open)

    @property
    def unseen(self) -> tuple[str, ...]:
        """Spots it started with that it has not looked at."""
        looked = {look.spot for look in self.looks}
        return tuple(spot for spot in self.spots if spot not in looked)

    def finding(self, key: str) -> Finding | None:
        """A finding by id."""
        return next((one for one in self.findings if one.id == key), None)

    def missed(self, now: int) -> bool:
        """T7: the window has passed and nobody set out."""
        return self.stage == "planned" and self.window_end is not None and self.window_end < now

    @property
    def make_up_step(self) -> int:
        """The place of ``make_up`` in ``MAKE_UPS``."""
        return MAKE_UPS.index(self.make_up)

    def told(self, whom: str) -> Telling | None:
        """When one of ``TOLD`` was reached about the missed turn; None while nobody has recorded it."""
        return next((one for one in self.tellings if one.whom == whom and one.result == "reached"), None)

    @property
    def on_time(self) -> bool:
        """Walked to its end within the window; a walk without one is neither on time nor late."""
        if self.window_end is None or self.begun_at is None or self.ended_at is None:
            return False
        return self.ended_at <= self.window_end


def may_move(state: Patrol, stage: str) -> bool:
    """Whether the patrol may go to ``stage`` now."""
    return state.known and stage in MOVES.get(state.stage, ())


def deadlines(state: Patrol) -> list[Deadline]:
    """The two moments at which a missed turn is told on. Once told, or once somebody set out, they are gone."""
    if state.stage != "planned" or state.window_start is None or state.window_end is None:
        return []
    moments = ((DEPUTY, state.window_end), (COMMUNITY, state.community_at))
    return [
        Deadline(name, state.window_start, at) for name, at in moments if at is not None and name not in state.raised
    ]


# --- folding ----------------------------------------------------------------------------------------------------------


def _irregular(state: Patrol, fact: Fact, why: str) -> Patrol:
    return replace(state, irregular=(*state.irregular, (fact.id, why)))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list | tuple) else ()


def _natural(value: object) -> int | None:
    found = whole(value)
    return found if found is not None and found >= 0 else None


def _rows(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list | tuple) else []


def _of_words(private: Mapping[str, Any] | None, name: str, place: int) -> Mapping[str, Any]:
    """The private part of the ``place``-th row of a list; nothing where it was erased."""
    rows = _rows((private or {}).get(name))
    return rows[place] if place < len(rows) else {}


def _move(state: Patrol, fact: Fact, stage: str) -> Patrol:
    if not may_move(state, stage):
        state = _irregular(state, fact, "illegal_move")
    if state.stage in ("ended", "cancelled") and stage != state.stage:
        return state
    return replace(state, stage=stage)


def _told(state: Patrol, body: Mapping[str, Any]) -> Patrol:
    """What a plan or a sheet tells of where, who and when."""
    names = ("plan", "checklist", "place", "community", "role", "person", "makes_up", "source")
    changes: dict[str, Any] = {name: body[name] for name in names if isinstance(body.get(name), str)}
    if body.get("reason") in REASONS:
        changes["reason"] = body["reason"]
    for name in ("day", "window_start", "window_end", "community_at"):
        if (number := _natural(body.get(name))) is not None:
            changes[name] = number
    if "route" in body:
        changes["route"] = _texts(body["route"])
    return replace(state, **changes)


def _planned(state: Patrol, fact: Fact) -> Patrol:
    """Two desks plan the same turn under the same id: the first stands, the other changes nothing."""
    if state.known:
        return state
    state = replace(state, known=True, stage="planned", planned_at=fact.happened_at)
    return _told(state, fact.body)


def _reassigned(state: Patrol, fact: Fact) -> Patrol:
    names = ("role", "person")
    state = replace(state, by_hand=state.by_hand or fact.body.get("by_plan") is not True)
    return replace(state, **{name: fact.body[name] for name in names if isinstance(fact.body.get(name), str)})


def _signed_in(state: Patrol, fact: Fact) -> Patrol:
    if state.begun_at is not None:
        return _irregular(state, fact, "signed_in_twice")
    state = _move(state, fact, "signed_in")
    person = _text(fact.body.get("person")) or state.person
    weather = fact.body.get("weather")
    return replace(
        state,
        begun_at=fact.happened_at,
        person=person,
        where=fact.words("where"),
        weather=weather if weather in WEATHERS else "",
        spots=_texts(fact.body.get("spots")),
    )


def _stopped(state: Patrol, fact: Fact) -> Patrol:
    duty = fact.body.get("duty")
    stop = Stop(fact.happened_at, fact.words("words"), duty if duty in DUTIES else "patrol")
    state = replace(state, stops=(*state.stops, stop))
    return state if state.stage == "finding" else _move(state, fact, "walking")


def _found(state: Patrol, fact: Fact) -> Patrol:
    key = _text(fact.body.get("finding"))
    if not key or state.finding(key) is not None:
        return _irregular(state, fact, "finding_wrong")
    one = Finding(
        id=key,
        at=fact.happened_at,
        kind=_text(fact.body.get("kind")),
        place=_text(fact.body.get("place")),
        where=fact.words("where"),
        words=fact.words("words"),
        danger=fact.body.get("danger") is True,
    )
    if state.stage == "signed_in":
        state = _move(state, fact, "walking")
    if state.stage != "finding":
        state = _move(state, fact, "finding")
    else:
        state = _irregular(state, fact, "illegal_move")
    return replace(state, findings=(*state.findings, one))


def _with(state: Patrol, fact: Fact, **changes: Any) -> Patrol:
    """The finding an entry names, changed; back on the way when nothing is undecided any more."""
    key = _text(fact.body.get("finding"))
    if state.finding(key) is None:
        return _irregular(state, fact, "finding_unknown")
    findings = tuple(replace(one, **changes) if one.id == key else one for one in state.findings)
    state = replace(state, findings=findings)
    if state.stage == "finding" and not state.undecided:
        state = replace(state, stage="walking")
    return state


def _handled(state: Patrol, fact: Fact) -> Patrol:
    how = fact.body.get("how")
    return _with(
        state,
        fact,
        outcome="handled",
        how=how if how in HOWS else "other",
        solved=fact.body.get("solved") is True,
        result=fact.words("words"),
        settled_at=fact.happened_at,
    )


def _reported(state: Patrol, fact: Fact) -> Patrol:
    case = _text(fact.body.get("case"))
    return _with(state, fact, outcome="reported", case=case, settled_at=fact.happened_at)


def _whistle_asked(state: Patrol, fact: Fact) -> Patrol:
    return _with(state, fact, asked_at=fact.happened_at, danger=True)


def _photographed(state: Patrol, fact: Fact) -> Patrol:
    body = fact.body
    one, size = state.finding(_text(body.get("finding"))), _natural(body.get("size"))
    sha256 = _text(body.get("sha256"))
    if one is None or not sha256 or size is None or any(photo.sha256 == sha256 for photo in one.photos):
        return _irregular(state, fact, "photo_wrong")
    gone = "erased" if fact.erased else ""
    photo = Photo(sha256, size, _text(body.get("media")), fact.happened_at, fact.words("name"), gone)
    found = tuple(replace(each, photos=(*each.photos, photo)) if each is one else each for each in state.findings)
    return replace(state, findings=found)


def _checked(state: Patrol, fact: Fact) -> Patrol:
    told = fact.body.get("items")
    items = {str(key): value for key, value in told.items() if value in CHECKS} if isinstance(told, Mapping) else {}
    return replace(state, checks={**state.checks, **items})


def _looked(state: Patrol, fact: Fact) -> Patrol:
    spot, result = _text(fact.body.get("spot")), fact.body.get("result")
    if not spot or result not in LOOKS:
        return _irregular(state, fact, "look_wrong")
    return replace(state, looks=(*state.looks, Look(fact.happened_at, spot, str(result), fact.words("words"))))


def _rechecked(state: Patrol, fact: Fact) -> Patrol:
    """A later patrol has looked at a finding of this one."""
    key, result = _text(fact.body.get("finding")), fact.body.get("result")
    one = state.finding(key)
    if one is None or result not in LOOKS:
        return _irregular(state, fact, "finding_unknown")
    seen = Seen(fact.happened_at, _text(fact.body.get("by")), str(result), fact.words("words"))
    found = tuple(replace(each, seen=(*each.seen, seen)) if each is one else each for each in state.findings)
    return replace(state, findings=found)


def _ended(state: Patrol, fact: Fact) -> Patrol:
    if state.ended_at is not None:
        return _irregular(state, fact, "ended_twice")
    state = _move(state, fact, "ended")
    return replace(
        state, ended_at=fact.happened_at, length_m=_natural(fact.body.get("length_m")), words=fact.words("words")
    )


def _entered(state: Patrol, fact: Fact) -> Patrol:
    """A whole walk told afterwards, from a sheet or by phone. One that was walked already keeps what stands."""
    if state.begun_at is not None:
        return _irregular(state, fact, "entered_twice")
    body = fact.body
    begun, ended = _natural(body.get("begun_at")), _natural(body.get("ended_at"))
    if begun is None or ended is None:
        return _irregular(state, fact, "times_missing")
    known = state if state.known else replace(state, known=True, planned_at=fact.happened_at)
    state = replace(_told(known, body), stage="ended", begun_at=begun, ended_at=ended, entered=True)
    weather = body.get("weather")
    return replace(
        state,
        where=fact.words("where"),
        words=fact.words("words"),
        weather=weather if weather in WEATHERS else "",
        length_m=_natural(body.get("length_m")),
        spots=_texts(body.get("spots")),
        stops=tuple(
            _stop(row, _of_words(fact.private, "stops", at)) for at, row in enumerate(_rows(body.get("stops")))
        ),
        findings=_findings(body, fact.private),
        checks={str(key): str(value) for key, value in _pairs(body.get("checks")) if value in CHECKS},
    )


def _pairs(value: object) -> list[tuple[object, object]]:
    return list(value.items()) if isinstance(value, Mapping) else []


def _stop(row: Mapping[str, Any], words: Mapping[str, Any]) -> Stop:
    duty = row.get("duty")
    return Stop(_natural(row.get("at")), _text(words.get("words")), str(duty) if duty in DUTIES else "patrol")


def _findings(body: Mapping[str, Any], private: Mapping[str, Any] | None) -> tuple[Finding, ...]:
    found: dict[str, Finding] = {}
    for place, row in enumerate(_rows(body.get("findings"))):
        key, told = _text(row.get("id")), _of_words(private, "findings", place)
        if not key or key in found:
            continue
        outcome, how = row.get("outcome"), row.get("how")
        found[key] = Finding(
            id=key,
            at=_natural(row.get("at")),
            kind=_text(row.get("kind")),
            place=_text(row.get("place")),
            where=_text(told.get("where")),
            words=_text(told.get("words")),
            result=_text(told.get("result")),
            danger=row.get("danger") is True,
            outcome="handled" if outcome == "handled" else "",
            how=str(how) if how in HOWS else "",
            solved=row.get("solved") is True,
            settled_at=_natural(row.get("at")) if outcome == "handled" else None,
        )
    return tuple(found.values())


def _cancelled(state: Patrol, fact: Fact) -> Patrol:
    by_hand = state.by_hand or fact.body.get("by_plan") is not True
    return replace(_move(state, fact, "cancelled"), words=fact.words("words") or state.words, by_hand=by_hand)


def _restored(state: Patrol, fact: Fact) -> Patrol:
    """The plan wants the turn again. What a person took off stays off."""
    if state.stage != "cancelled" or state.by_hand:
        return state
    return replace(state, stage="planned")


def _made_up(state: Patrol, fact: Fact) -> Patrol:
    """How far the walk is that makes up for this turn. One that was walked to its end stands, whatever another desk sent."""
    if state.make_up == "walked":
        return state
    by, stage = _text(fact.body.get("by")), fact.body.get("stage")
    return replace(state, made_up_by=by, make_up=(stage if stage in MAKE_UPS[1:] else "begun") if by else "")


def _told_on(state: Patrol, fact: Fact) -> Patrol:
    whom, result = fact.body.get("whom"), fact.body.get("result")
    if whom not in TOLD or result not in CALLS:
        return _irregular(state, fact, "told_wrong")
    person, words = _text(fact.body.get("person")), fact.words("words")
    one = Telling(fact.happened_at, str(whom), str(result), person, fact.actor, words)
    return replace(state, tellings=(*state.tellings, one))


def _raised(state: Patrol, fact: Fact) -> Patrol:
    return replace(state, raised=raise_threshold(state.raised, fact))


def _acknowledged(state: Patrol, fact: Fact) -> Patrol:
    return replace(state, raised=acknowledge(state.raised, fact))


_STEPS = {
    "reassigned": _reassigned,
    "signed_in": _signed_in,
    "stopped": _stopped,
    "found": _found,
    "handled": _handled,
    "reported": _reported,
    "whistle_asked": _whistle_asked,
    "photographed": _photographed,
    "checked": _checked,
    "looked": _looked,
    "rechecked": _rechecked,
    "ended": _ended,
    "cancelled": _cancelled,
    "restored": _restored,
    "made_up": _made_up,
    "told_on": _told_on,
    "deadline_raised": _raised,
    "deadline_acknowledged": _acknowledged,
}


def apply(state: Patrol, fact: Fact) -> Patrol:
    """Fold one fact. It never raises: what does not follow is kept and marked."""
    state = replace(state, subject=fact.subject)
    if fact.verb == "planned":
        return _planned(state, fact)
    if fact.verb == "entered":
        return _entered(state, fact)
    step = _STEPS.get(fact.verb)
    if step is None:
        return _irregular(state, fact, "unknown_kind")
    return step(state if state.known else _irregular(state, fact, "not_planned"), fact)
