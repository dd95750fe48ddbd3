"""The whistle: blown, undone within ten seconds, a false alarm, stood down with proof per department, closed.

The emergency whistle needs nobody's permission; everything slower does (DESIGN rule 9). Real and drill never mix
(rule 8). Source: domain.md 2.2.4, 2.11; DESIGN 10.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.domain.cue import Cue, cues_of
from commandcenter.domain.deadline import Deadline, Raised, acknowledge, raise_threshold
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.value import minutes, whole
from commandcenter.domain.whistle_scales import Guess

UNDO_WINDOW_MS = 10 * SECOND
FACTS = ("hazard", "trapped", "injured", "evacuated")
"""The four key facts of the desk. ``hazard`` is words, the others are counts; a missing value is unknown, not zero."""
STAGES = ("initial", "update", "final", "supplement")
TOLD = ("leader", "district_phone", "district_written")
LEADER_MOVES = {"leader_leave": "leader_left_at", "leader_arrive": "leader_arrived_at"}
"""The clocks of the named leader (E3) and the field that stops each."""

ACTIONS = ("evacuate", "cordon", "guide", "shut_off", "self_rescue", "medical", "warn", "other")
"""What the street may do before a higher command comes (domain.md 2.2.4 E4, 2.3): it evacuates, cordons off with the police,
guides the rescue, has supplies shut off by who may, helps itself, gives first aid, warns."""

EXERCISED = "exercise"
"""Whom a report written in a drill is for: nobody outside."""


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A key fact as last told: a count or words; None and empty mean unknown."""

    name: str
    value: int | None
    words: str
    at: int
    id: EventId


@dataclass(frozen=True, slots=True)
class FirstAction:
    """Something done at once on the scene (先期处置): what, when, with how many people, in which words."""

    action: str
    at: int
    people: int | None
    words: str
    id: EventId


@dataclass(frozen=True, slots=True)
class Whistle:
    """The folded state of a whistle.

    ``received_at`` is when the word came in (E0), ``beside`` the running whistle it was blown beside knowingly. ``guesses``
    are first guesses by scale, never a published grade. ``calls`` counts later calls about the same event that joined it.
    """

    subject: str = ""
    known: bool = False
    number: str = ""
    kind: str = "emergency"
    mode: Mode = REAL
    plan: str = ""
    plan_version: int = 0
    drill: str = ""
    case: str = ""
    run: int = 0
    title: str = ""
    place: str = ""
    place_words: str = ""
    received_at: int | None = None
    blown_at: int = 0
    recorded_at: int = 0
    blown_by: str = ""
    beside: str = ""
    warning: str = ""
    assembly: str = ""
    assembly_words: str = ""
    guesses: Mapping[str, Guess] = field(default_factory=dict)
    actions: tuple[FirstAction, ...] = ()
    calls: tuple[int, ...] = ()
    limits: Mapping[str, float] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    reports: tuple[tuple[str, int], ...] = ()
    facts: Mapping[str, KeyFact] = field(default_factory=dict)
    leader: str = ""
    leader_words: str = ""
    leader_left_at: int | None = None
    leader_arrived_at: int | None = None
    confirmed_at: int | None = None
    confirmed_by: str = ""
    undone_at: int | None = None
    false_alarm_at: int | None = None
    stood_down_at: int | None = None
    ended_at: int | None = None
    closed_at: int | None = None
    archived_at: int | None = None
    end_words: str = ""
    residual_risk: str = ""
    cues: tuple[Cue, ...] = ()
    cued: tuple[str, ...] = ()
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the whistle."""
        return self.subject.partition("/")[2]

    @property
    def running(self) -> bool:
        """Blown, and neither undone nor closed."""
        return self.known and self.undone_at is None and self.closed_at is None

    @property
    def burning(self) -> bool:
        """A running emergency; the slower kinds of whistle (集结, 联合, 监督) run without burning."""
        return self.running and self.kind == "emergency"

    @property
    def over_at(self) -> int | None:
        """When the danger was called over: stood down, or found to be a false alarm."""
        return self.stood_down_at if self.stood_down_at is not None else self.false_alarm_at

    @property
    def place_known(self) -> bool:
        """False while the place is 待定."""
        return bool(self.place or self.place_words)

    @property
    def stage(self) -> str:
        """Where the whistle stands, in one word."""
        if self.undone_at is not None:
            return "undone"
        if self.closed_at is not None:
            return "closed"
        if self.false_alarm_at is not None:
            return "false_alarm"
        if self.stood_down_at is not None:
            return "stood_down"
        return "running" if self.known else ""


def deadlines(state: Whistle) -> list[Deadline]:
    """The clocks of the duty itself: leader told, a leader's signature, the leader's way to the scene, district told by phone
    and in writing, the next situation report.

    A drill has none of them: nobody outside is told of it (DESIGN rule 8), so nothing upward can be late in it.
    """
    if not state.known:
        return []
    stopped = not state.running
    rows = []
    for name in TOLD:
        limit = state.limits.get(name)
        if limit:
            told = state.told.get(name)
            rows.append(
                Deadline(
                    name=name,
                    started_at=state.blown_at,
                    due_at=state.blown_at + round(limit * MINUTE),
                    met_at=told[0] if told else None,
                    stopped=stopped or state.false_alarm_at is not None,
                    raised=state.raised.get(name, Raised()),
                )
            )
    met = {"confirm": state.confirmed_at} | {name: getattr(state, moved) for name, moved in LEADER_MOVES.items()}
    for name, at in met.items():
        limit = state.limits.get(name)
        if limit:
            due = state.blown_at + round(limit * MINUTE)
            over = stopped or (state.over_at is not None and at is None and name != "confirm")
            rows.append(Deadline(name, state.blown_at, due, at, over, state.raised.get(name, Raised())))
    if state.reports:
        stage, at = state.reports[-1]
        done = stage in ("final", "supplement")
        over = state.stood_down_at is not None or state.false_alarm_at is not None
        key = "final" if over else "update"
        limit = state.limits.get(key)
        if limit and not done:
            start = (state.stood_down_at or state.false_alarm_at or at) if over else at
            name = f"{key}_{len(state.reports)}"
            due = start + round(limit * MINUTE)
            rows.append(Deadline(name, start, due, None, stopped, state.raised.get(name, Raised())))
    return rows


# --- folding ------------------------------------------------------------------------------------------------------


def apply(state: Whistle, fact: Fact) -> Whistle:
    """Fold one fact. Never raises; an unknown or repeated act is kept as irregular."""
    verb, body, at = fact.verb, fact.body, fact.happened_at
    state = replace(state, subject=fact.subject)
    if verb == "blown":
        return _blown(state, fact)
    if verb == "undone":
        return replace(state, undone_at=at)
    if verb == "false_alarm":
        return replace(state, false_alarm_at=at, end_words=fact.words("words"))
    if verb == "stood_down":
        return replace(
            state, stood_down_at=at, end_words=fact.words("words"), residual_risk=fact.words("residual_risk")
        )
    if verb == "drill_ended":
        return replace(
            state, ended_at=at, stood_down_at=state.stood_down_at or at, closed_at=at, end_words=fact.words("words")
        )
    if verb == "drill_resumed":
        stood = None if state.stood_down_at == state.ended_at else state.stood_down_at
        return replace(state, ended_at=None, stood_down_at=stood, closed_at=None, end_words="")
    if verb == "closed":
        return replace(state, closed_at=at)
    if verb == "reopened":
        return replace(state, closed_at=None)
    if verb == "place_set":
        return replace(state, place=str(body.get("place", "")), place_words=fact.words("place_words"))
    if verb == "titled":
        return replace(state, title=fact.words("title", state.title))
    if verb == "told":
        return _told(state, fact)
    if verb == "fact_set":
        return _fact_set(state, fact)
    if verb == "confirmed":
        return replace(state, confirmed_at=at, confirmed_by=fact.words("person") or str(body.get("person", "")))
    if verb in ("leader_left", "leader_arrived"):
        moved = replace(state, leader_left_at=at) if verb == "leader_left" else replace(state, leader_arrived_at=at)
        person, name = str(body.get("person", "")), fact.words("name")
        return replace(moved, leader=person or state.leader, leader_words=name or state.leader_words)
    if verb == "guessed":
        return _guessed(state, fact)
    if verb == "acted":
        done = FirstAction(str(body.get("action", "")), at, whole(body.get("people")), fact.words("words"), fact.id)
        return replace(state, actions=(*state.actions, done))
    if verb == "assembly_set":
        return replace(state, assembly=str(body.get("place", "")), assembly_words=fact.words("place_words"))
    if verb == "joined":
        return replace(state, calls=(*state.calls, at))
    if verb == "archived":
        return replace(state, archived_at=at)
    if verb == "deadline_raised":
        return replace(state, raised=raise_threshold(state.raised, fact))
    if verb == "deadline_acknowledged":
        return replace(state, raised=acknowledge(state.raised, fact))
    if verb == "cue_taken":
        return replace(state, cued=(*state.cued, str(body.get("cue", ""))))
    if verb in ("noted", "note_struck"):
        return state
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


def _blown(state: Whistle, fact: Fact) -> Whistle:
    body = fact.body
    if state.known:
        return replace(state, irregular=(*state.irregular, (fact.id, "blown_twice")))
    texts = (fact.private or {}).get("texts")
    mode: Mode = DRILL if fact.mode == DRILL else REAL
    return replace(
        state,
        known=True,
        number=str(body.get("number", "")),
        kind=str(body.get("whistle", "emergency")),
        mode=mode,
        plan=str(body.get("plan", "")),
        plan_version=whole(body.get("plan_version")) or 0,
        cues=cues_of(body.get("cues")),
        drill=str(body.get("drill", "")),
        case=str(body.get("case", "")),
        warning=str(body.get("warning", "")),
        run=whole(body.get("run")) or 0,
        title=fact.words("title"),
        place=str(body.get("place", "")),
        place_words=fact.words("place_words"),
        received_at=whole(body.get("received_at")),
        beside=str(body.get("beside", "")),
        assembly=str(body.get("assembly", "")),
        assembly_words=fact.words("assembly_words"),
        guesses=_first_guesses(fact),
        blown_at=fact.happened_at,
        recorded_at=fact.recorded_at,
        blown_by=fact.actor,
        limits=_limits(body.get("limits")) if mode == REAL else {},  # all of them run upward
        texts={str(k): str(v) for k, v in texts.items()} if isinstance(texts, Mapping) else {},
    )


def _first_guesses(fact: Fact) -> dict[str, Guess]:
    given = fact.body.get("guesses")
    if not isinstance(given, Mapping):
        return {}
    return {str(k): Guess(str(k), str(v), "", fact.happened_at, fact.actor, fact.id) for k, v in given.items()}


def _guessed(state: Whistle, fact: Fact) -> Whistle:
    scale = str(fact.body.get("scale", ""))
    value, words = str(fact.body.get("value", "")), fact.words("words")
    return replace(
        state,
        guesses={**state.guesses, scale: Guess(scale, value, words, fact.happened_at, fact.actor, fact.id)},
    )


def _limits(given: object) -> dict[str, float]:
    if not isinstance(given, Mapping):
        return {}
    return {str(name): limit for name, value in given.items() if (limit := minutes(value)) is not None}


def _told(state: Whistle, fact: Fact) -> Whistle:
    to = str(fact.body.get("to", ""))
    stage = str(fact.body.get("stage", ""))
    reports = (*state.reports, (stage, fact.happened_at)) if stage in STAGES else state.reports
    known = to in state.told or to not in TOLD
    told = state.told if known else {**state.told, to: (fact.happened_at, fact.words("told_by"))}
    return replace(state, told=told, reports=reports)


def _fact_set(state: Whistle, fact: Fact) -> Whistle:
    name = str(fact.body.get("fact", ""))
    kept = KeyFact(name, whole(fact.body.get("value")), fact.words("words"), fact.happened_at, fact.id)
    return replace(state, facts={**state.facts, name: kept})
