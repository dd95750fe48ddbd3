"""A drill as it runs (演练实施): its scene clock, what was put in and when, what was seen, how it ended, how it was judged.

States L6-L13 of domain.md 2.7 and 2.11: running, paused, ended or terminated by a real event, debriefed, evaluated, summed
up, filed. The script is copied into the run at its start, so a later change of the plan changes no drill that was held.

The scene clock is no timer but a pure function of the entries (start, pause, resume, speed, jump), so every desk that holds
them tells the same scene time. Everything in the journal keeps the real time at which it happened; what is judged in a
drill is judged in scene time, which ``drill_scene`` tells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain.drill import GRADES, Aim, Inject, ScoreSheet, drill_plan_of
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.record import Record
from commandcenter.domain.value import whole

LIVE = ("running", "paused")
"""While the clock may go."""
LEVELS = ("easy", "medium", "hard")
"""How much trouble the simulated departments make."""
FASTEST = 10
"""The highest speed of the scene clock; 1 is real time."""

MOVES: Mapping[str, Mapping[str, str]] = {
    "": {"started": "running"},
    "running": {"paused": "paused", "ended": "ended", "terminated": "terminated"},
    "paused": {"resumed": "running", "ended": "ended", "terminated": "terminated"},
    "ended": {"debriefed": "debriefed"},
    "debriefed": {"evaluated": "evaluated"},
    "evaluated": {"summed_up": "summed_up"},
    "terminated": {"summed_up": "summed_up"},
    "summed_up": {"filed": "filed"},
    "filed": {},
}
"""Stage → what may happen → the stage after it (domain.md 2.11, L6-L13)."""


@dataclass(frozen=True, slots=True)
class ClockMark:
    """An entry that moves the scene clock: start, pause, resume, stop, ``speed`` (1-10), ``jump`` (to scene milliseconds)."""

    at: int
    kind: str
    value: int
    id: EventId


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one inject. Times are real epoch milliseconds; None: not yet.

    ``by`` is clock or hand, ``late_at`` when the contingency came, ``uncovered_at`` when the trainee looked before its time.
    ``seen_event`` is the entry that was the expected action, empty when a person says so without one; ``unseen_at`` is a
    person's word that it was not done.
    """

    delivered_at: int | None = None
    by: str = ""
    received_at: int | None = None
    late_at: int | None = None
    uncovered_at: int | None = None
    seen_at: int | None = None
    seen_event: str = ""
    seen_words: str = ""
    unseen_at: int | None = None
    grade: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A word to the trainee, by telephone or radio: of a unit or of an inject. ``asks`` wants an answer."""

    id: str
    at: int
    unit: str = ""
    inject: str = ""
    words: str = ""
    asks: bool = False
    answered_at: int | None = None
    how: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A judgement: a grade, or met and missed for an aim, and the words that say why."""

    grade: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DrillRun:
    """The folded state of a run. ``parent`` is the whistle of the drill, empty before it is blown."""

    subject: str = ""
    known: bool = False
    mode: Mode = DRILL
    parent: str = ""
    stage: str = ""
    number: str = ""
    opened_at: int = 0
    ended_at: int | None = None
    closed_at: int | None = None
    drill: str = ""
    plan: str = ""
    plan_version: int = 0
    name: str = ""
    setting: str = ""
    place_words: str = ""
    solo: bool = False
    seed: int = 0
    level: str = "medium"
    holder: str = ""
    director: str = ""
    reason: str = ""
    end_words: str = ""
    aims: tuple[Aim, ...] = ()
    injects: tuple[Inject, ...] = ()
    sheet: ScoreSheet = field(default_factory=ScoreSheet)
    marks: tuple[ClockMark, ...] = ()
    told: Mapping[str, Told] = field(default_factory=dict)
    calls: tuple[Call, ...] = ()
    units: Mapping[str, Mark] = field(default_factory=dict)
    judged: Mapping[str, Mark] = field(default_factory=dict)
    good: str = ""
    weak: str = ""
    debriefed_by: str = ""
    debriefed_at: int | None = None
    evaluated_at: int | None = None
    figures: Mapping[str, float] = field(default_factory=dict)
    summary: str = ""
    filed_words: str = ""
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the run."""
        return self.subject.partition("/")[2]

    @property
    def live(self) -> bool:
        """Whether it is being held now, paused or not."""
        return self.stage in LIVE

    @property
    def broken_off(self) -> bool:
        """Whether a real event ended it, also once it was summed up and filed without an evaluation."""
        return self.stage == "terminated" or (self.stage in ("summed_up", "filed") and self.evaluated_at is None)

    @property
    def early(self) -> bool:
        """Whether it ended before its script did: broken off, or ended by the director with injects still to come."""
        return self.broken_off or (self.ended_at is not None and self.next_inject is not None)

    @property
    def length(self) -> int:
        """Scene minutes to the last inject."""
        return max((line.minute for line in self.injects), default=0)

    def inject(self, key: str) -> Inject | None:
        """The inject with an id."""
        return next((line for line in self.injects if line.id == key), None)

    def of(self, key: str) -> Told:
        """What became of an inject."""
        return self.told.get(key, Told())

    @property
    def next_inject(self) -> Inject | None:
        """The first in the order of the script that was not delivered."""
        waiting = [line for line in self.injects if self.of(line.id).delivered_at is None]
        return min(waiting, key=lambda line: line.minute, default=None)

    @property
    def open_calls(self) -> tuple[Call, ...]:
        """Who waits for an answer of the trainee, the longest first."""
        return tuple(call for call in self.calls if call.asks and call.answered_at is None)

    def call(self, key: str) -> Call | None:
        """The call with an id."""
        return next((call for call in self.calls if call.id == key), None)


# --- folding ------------------------------------------------------------------------------------------------------


def apply(state: DrillRun, fact: Fact) -> DrillRun:
    """Fold one fact; never raises. A step the stage does not allow is kept and marked."""
    if not state.subject:
        state = replace(state, subject=fact.subject)
    if fact.verb == "started" and state.known:
        return _odd(state, fact, "started_twice")
    if fact.mode == REAL:
        return _odd(state, fact, "modes_mixed")
    stages = {verb for moves in MOVES.values() for verb in moves}
    if fact.verb in stages:
        after = MOVES.get(state.stage, {}).get(fact.verb)
        if after is None:
            return _odd(state, fact, "stage")
        state = replace(state, stage=after)
    fold = _FOLDS.get(fact.verb)
    return fold(state, fact) if fold is not None else _odd(state, fact, "unknown_kind")


def _odd(state: DrillRun, fact: Fact, code: str) -> DrillRun:
    return replace(state, irregular=(*state.irregular, (fact.id, code)))


def _marked(state: DrillRun, fact: Fact, kind: str, value: int = 0) -> DrillRun:
    marks = (*state.marks, ClockMark(fact.happened_at, kind, value, fact.id))
    return replace(state, marks=tuple(sorted(marks, key=lambda mark: (mark.at, mark.id))))


def _started(state: DrillRun, fact: Fact) -> DrillRun:
    body = fact.body
    plan = drill_plan_of(Record(subject="drill/" + str(body.get("drill", "")), fields=body))
    level = body.get("level")
    state = replace(
        state,
        known=True,
        number=str(body.get("number", "")),
        opened_at=fact.happened_at,
        drill=str(body.get("drill", "")),
        plan=plan.plan,
        plan_version=whole(body.get("plan_version")) or 0,
        name=plan.name,
        setting=plan.setting,
        place_words=plan.place_words,
        solo=body.get("solo") is True,
        seed=whole(body.get("seed")) or 0,
        level=level if isinstance(level, str) and level in LEVELS else "medium",
        holder=fact.seat,
        director=fact.words("director"),
        reason=fact.words("reason"),
        aims=plan.aims,
        injects=tuple(sorted(plan.injects, key=lambda line: line.minute)),
        sheet=plan.sheet,
    )
    return _marked(state, fact, "start", _speed(body.get("speed")))


def _speed(value: object) -> int:
    return max(1, min(FASTEST, whole(value) or 1))


def _paused(state: DrillRun, fact: Fact) -> DrillRun:
    return _marked(state, fact, "pause")


def _resumed(state: DrillRun, fact: Fact) -> DrillRun:
    return _marked(replace(state, holder=fact.seat or state.holder), fact, "resume")


def _sped(state: DrillRun, fact: Fact) -> DrillRun:
    return _marked(state, fact, "speed", _speed(fact.body.get("speed")))


def _jumped(state: DrillRun, fact: Fact) -> DrillRun:
    return _marked(state, fact, "jump", whole(fact.body.get("to")) or 0)


def _linked(state: DrillRun, fact: Fact) -> DrillRun:
    return replace(state, parent=str(fact.body.get("whistle", "")))


def _over(state: DrillRun, fact: Fact) -> DrillRun:
    state = replace(state, ended_at=fact.happened_at, end_words=fact.words("words"))
    return _marked(state, fact, "stop")


def _told(state: DrillRun, fact: Fact, **changes: Any) -> DrillRun:
    key = str(fact.body.get("inject", ""))
    if state.inject(key) is None:
        return _odd(state, fact, "inject_unknown")
    return replace(state, told={**state.told, key: replace(state.of(key), **changes)})


def _first(before: int | None, at: int) -> int:
    return at if before is None else min(before, at)


def _delivered(state: DrillRun, fact: Fact) -> DrillRun:
    """Two desks that gave the same inject gave it once: the earlier time stands."""
    before = state.of(str(fact.body.get("inject", "")))
    if before.delivered_at is not None and before.delivered_at <= fact.happened_at:
        return state
    return _told(state, fact, delivered_at=fact.happened_at, by=str(fact.body.get("by", "")))


def _received(state: DrillRun, fact: Fact) -> DrillRun:
    before = state.of(str(fact.body.get("inject", ""))).received_at
    return _told(state, fact, received_at=_first(before, fact.happened_at))


def _late(state: DrillRun, fact: Fact) -> DrillRun:
    before = state.of(str(fact.body.get("inject", ""))).late_at
    return _told(state, fact, late_at=_first(before, fact.happened_at))


def _uncovered(state: DrillRun, fact: Fact) -> DrillRun:
    before = state.of(str(fact.body.get("inject", ""))).uncovered_at
    return _told(state, fact, uncovered_at=_first(before, fact.happened_at))


def _seen(state: DrillRun, fact: Fact) -> DrillRun:
    event = str(fact.body.get("event", ""))
    words = fact.words("words")
    return _told(state, fact, seen_at=fact.happened_at, seen_event=event, seen_words=words, unseen_at=None)


def _unseen(state: DrillRun, fact: Fact) -> DrillRun:
    return _told(state, fact, seen_at=None, seen_event="", seen_words="", unseen_at=fact.happened_at)


def _graded(state: DrillRun, fact: Fact) -> DrillRun:
    grade = str(fact.body.get("grade", ""))
    return _told(state, fact, grade=grade if grade in GRADES else "", note=fact.words("note"))


def _called(state: DrillRun, fact: Fact) -> DrillRun:
    body = fact.body
    key = str(body.get("id", ""))
    if not key or state.call(key) is not None:
        return state  # said once, however often it arrives
    call = Call(
        id=key,
        at=fact.happened_at,
        unit=str(body.get("unit", "")),
        inject=str(body.get("inject", "")),
        words=fact.words("words"),
        asks=body.get("asks") is True,
    )
    return replace(state, calls=tuple(sorted((*state.calls, call), key=lambda one: (one.at, one.id))))


def _answered(state: DrillRun, fact: Fact) -> DrillRun:
    key, how, words = str(fact.body.get("id", "")), str(fact.body.get("how", "")), fact.words("words")
    calls = tuple(
        replace(call, answered_at=fact.happened_at, how=how, answer=words)
        if call.id == key and call.answered_at is None
        else call
        for call in state.calls
    )
    return replace(state, calls=calls)


def _unit_graded(state: DrillRun, fact: Fact) -> DrillRun:
    grade = str(fact.body.get("grade", ""))
    mark = Mark(grade if grade in GRADES else "", fact.words("note"))
    return replace(state, units={**state.units, str(fact.body.get("unit", "")): mark})


def _judged(state: DrillRun, fact: Fact) -> DrillRun:
    met = str(fact.body.get("met", ""))
    mark = Mark(met if met in ("met", "missed") else "", fact.words("note"))
    return replace(state, judged={**state.judged, str(fact.body.get("aim", "")): mark})


def _debriefed(state: DrillRun, fact: Fact) -> DrillRun:
    good, weak = fact.words("good"), fact.words("weak")
    return replace(state, good=good, weak=weak, debriefed_by=fact.words("by"), debriefed_at=fact.happened_at)


def _evaluated(state: DrillRun, fact: Fact) -> DrillRun:
    given = fact.body.get("figures")
    figures = {
        str(name): float(value)
        for name, value in (given.items() if isinstance(given, Mapping) else ())
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 10**12
    }
    return replace(state, evaluated_at=fact.happened_at, figures=figures)


def _summed_up(state: DrillRun, fact: Fact) -> DrillRun:
    return replace(state, summary=fact.words("words"))


def _filed(state: DrillRun, fact: Fact) -> DrillRun:
    return replace(state, closed_at=fact.happened_at, filed_words=fact.words("words"))


def _kept(state: DrillRun, fact: Fact) -> DrillRun:
    return state


_FOLDS: Mapping[str, Callable[[DrillRun, Fact], DrillRun]] = {
    "started": _started,
    "linked": _linked,
    "paused": _paused,
    "resumed": _resumed,
    "sped": _sped,
    "jumped": _jumped,
    "delivered": _delivered,
    "received": _received,
    "late": _late,
    "uncovered": _uncovered,
    "seen": _seen,
    "unseen": _unseen,
    "called": _called,
    "answered": _answered,
    "graded": _graded,
    "unit_graded": _unit_graded,
    "judged": _judged,
    "ended": _over,
    "terminated": _over,
    "debriefed": _debriefed,
    "debrief_amended": _debriefed,
    "evaluated": _evaluated,
    "summed_up": _summed_up,
    "summary_amended": _summed_up,
    "filed": _filed,
    "noted": _kept,
    "printed": _kept,
}
VERBS = tuple(_FOLDS)
