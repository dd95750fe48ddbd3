"""A department's report-in (报到): the central object. A department owes its presence.

One record per (whistle, unit). It is a set of dated milestones plus outcomes, not a chain: each milestone may be entered
late or skipped, none is invented. The state shown is the furthest milestone not withdrawn; *late* and *not answered* are
computed over it from three clocks - answer, leave, arrive - that all start when the unit is listed. Source: domain.md
2.4, 2.11; DESIGN 10. Here is where a department becomes overdue: ``clocks`` and ``overlay``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.deadline import Deadline, Raised, acknowledge, raise_threshold
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.value import minutes, whole

MILESTONES = (
    "called",
    "answered",
    "left",
    "arrived",
    "signed_in",
    "tasked",
    "working",
    "done",
    "standing_by",
    "release_approved",
    "back",
)
"""In their natural order."""

STEPS = ("called", "answered", "left", "arrived", "working", "done", "release_approved")
"""The seven steps of a digit key: 已通知 已响应 途中 到场 处置中 完成 已撤离."""

CYCLE = ("tasked", "working", "done", "standing_by")
"""These may come again: a released task is followed by the next one (R9 → R6)."""

OUTCOMES = ("back", "refused", "replaced", "cancelled", "never_came", "left_early", "cleared")
"""What closes a report-in. The last three need a person's reason and name, so none can make an incident unclosable."""

REASONS = ("not_our_duty", "short_of_forces", "busy_elsewhere", "needs_superior", "other")
"""Why a unit refuses (domain.md 2.4 Rx1)."""

RELEASES = ("task_done", "relieved", "not_needed", "unsafe", "stand_down", "false_alarm", "other")
"""Why a unit is released: task done, relieved by others, not needed any more, too dangerous to stay, the whole thing is over."""

CLOCKS = {"answer": "answered", "leave": "left", "arrive": "arrived"}
HEAD_COUNT = "par"
"""The limit in a listing after which people on the scene have to be counted anew (人员清点), and the name of that clock."""

LAST_ORDINAL = 60
"""Tiles, call sheet and command line count to sixty."""

RANK = {name: place for place, name in enumerate(MILESTONES)}


@dataclass(frozen=True, slots=True)
class Milestone:
    """A milestone as it was told: when it happened, when it was typed, by whom, through which channel.

    ``people`` counts heads, ``told_by`` is the voice on the phone, ``late`` marks an entry after the event.
    """

    name: str
    id: EventId
    at: int
    recorded_at: int
    actor: str = ""
    channel: str = ""
    people: int | None = None
    vehicles: int | None = None
    told_by: str = ""
    words: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a report-in was closed, and on whose word."""

    name: str
    id: EventId
    at: int
    recorded_at: int
    reason: str = ""
    told_by: str = ""
    words: str = ""
    unit: str = ""
    actor: str = ""
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt to call: which number of the contact order (from 0), when, what came of it (no_answer, busy, reached)."""

    contact: int
    at: int
    result: str


@dataclass(frozen=True, slots=True)
class ReportIn:
    """The folded state of one department's presence.

    ``set_aside`` keeps a refusal that a later call overtook, by the id of that call: withdrawing the call brings it back.
    ``read_back_by`` is the entry with which the order was read back.
    """

    subject: str = ""
    listed: bool = False
    unasked: bool = False
    mode: Mode = REAL
    ordinal: int = 0
    relation: str = "request"
    duty: str = "assist"
    limits: Mapping[str, float | None] = field(default_factory=dict)
    asked_people: int | None = None
    listed_at: int = 0
    entries: tuple[Milestone, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    tries: tuple[Try, ...] = ()
    set_aside: tuple[tuple[EventId, Outcome], ...] = ()
    read_back_at: int | None = None
    read_back_by: EventId | None = None
    promised_at: int | None = None
    promised_people: int | None = None
    counted: tuple[tuple[int, int], ...] = ()
    lost_at: int | None = None
    found: tuple[int, ...] = ()
    wrong_place_at: int | None = None
    wrong_place_words: str = ""
    undone: bool = False
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def whistle(self) -> str:
        """The id of the whistle."""
        return self.subject.partition("/")[2].partition("/")[0]

    @property
    def unit(self) -> str:
        """The id of the unit."""
        return self.subject.partition("/")[2].partition("/")[2]

    def milestone(self, name: str) -> Milestone | None:
        """The first entry of a milestone that stands; for the work cycle the time it first happened."""
        for entry in self.entries:
            if entry.name == name:
                return entry
        return None

    @property
    def furthest(self) -> str:
        """The furthest milestone not withdrawn; empty before the call. In the work cycle the newest entry counts."""
        if not self.entries:
            return ""
        best = max(self.entries, key=lambda entry: RANK[entry.name])
        if best.name in CYCLE:
            return max((entry for entry in self.entries if entry.name in CYCLE), key=_when).name
        return best.name

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that stands, if any."""
        return self.outcomes[-1] if self.outcomes else None

    @property
    def closed(self) -> bool:
        """Whether positive proof of the end is on record."""
        return self.outcome is not None or self.undone

    @property
    def may_be_called_again(self) -> bool:
        """Whether a further call reopens it: after a refusal, to the superior (Rx1 → R1); a cancelled one is undone first."""
        return self.outcome is not None and self.outcome.name == "refused" and not self.undone

    @property
    def on_scene(self) -> bool:
        """Arrived, not released, not closed: people of this unit are out there."""
        return not self.closed and self.milestone("arrived") is not None and self.milestone("release_approved") is None

    @property
    def people(self) -> int | None:
        """Heads on scene as last counted, else as really arrived; None is unknown, not zero."""
        if self.counted:
            return self.counted[-1][1]
        arrived = self.milestone("arrived")
        return arrived.people if arrived else None

    @property
    def at_wrong_place(self) -> bool:
        """Whether it was last told to be somewhere else than where it is needed (Rx6)."""
        return self.wrong_place_at is not None and not self.closed and self.milestone("arrived") is None

    @property
    def short_by(self) -> int | None:
        """How many fewer really came than were asked for (Rx3, 部分报到); None while one of the two is unknown, 0 when enough."""
        arrived = self.milestone("arrived")
        if arrived is None or self.asked_people is None:
            return None
        came = self.counted[0][1] if arrived.people is None and self.counted else arrived.people
        return None if came is None else max(0, self.asked_people - came)

    @property
    def out_people(self) -> int | None:
        """How many left the scene when it was released; None is unknown."""
        released = self.milestone("release_approved")
        return released.people if released is not None else None

    @property
    def contacts_on_scene(self) -> list[int]:
        """When anything was heard of its people on the scene: entries from the arrival on, head counts, calls that reached."""
        arrived = self.milestone("arrived")
        if arrived is None:
            return []
        heard = [entry.at for entry in self.entries if entry.at >= arrived.at]
        heard += [at for at, _ in self.counted] + list(self.found)
        heard += [one.at for one in self.tries if one.result == "reached" and one.at >= arrived.at]
        return sorted(heard)

    @property
    def next_step(self) -> str:
        """The next of the seven steps; empty when there is none."""
        if self.closed:
            return ""
        reached = RANK.get(self.furthest, -1)
        if self.furthest == "standing_by":
            reached = RANK["done"]
        return next((step for step in STEPS if RANK[step] > reached), "")

    @property
    def steps_taken(self) -> int:
        """How many of the seven pips are filled."""
        reached = RANK.get(self.furthest, -1)
        return sum(1 for step in STEPS if RANK[step] <= reached)


def _when(entry: Milestone) -> tuple[int, EventId]:
    return entry.at, entry.id


# --- clocks -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clock:
    """One of the three clocks. ``due_at`` None: the unit's own rule, shown but not judged."""

    name: str
    due_at: int | None
    met_at: int | None

    def over_by(self, now: int) -> int | None:
        """Milliseconds past the limit, negative while time is left; None when nothing is judged."""
        return None if self.due_at is None else (self.met_at if self.met_at is not None else now) - self.due_at


_KEPT = 512
_worked_out: dict[int, tuple[ReportIn, Mapping[str, Clock]]] = {}
"""The clocks of the states asked for last, by identity: a board asks a dozen times a second for what never changes."""


def clocks(state: ReportIn) -> Mapping[str, Clock]:
    """The three clocks. A later milestone also stops the clocks before it: who arrived has answered."""
    kept = _worked_out.get(id(state))
    if kept is not None and kept[0] is state:
        return kept[1]
    if len(_worked_out) >= _KEPT:
        _worked_out.clear()
    found = _clocks(state)
    _worked_out[id(state)] = state, found
    return found


def _clocks(state: ReportIn) -> Mapping[str, Clock]:
    result = {}
    for name, milestone in CLOCKS.items():
        limit = state.limits.get(name)
        due = state.listed_at + round(limit * MINUTE) if limit else None
        reached = [entry.at for entry in state.entries if RANK[entry.name] >= RANK[milestone]]
        result[name] = Clock(name, due, min(reached) if reached else None)
    return result


def ending(state: ReportIn) -> str:
    """How a report-in ended: its outcome, ``informed`` for one that was only told (报) that it is over, empty while open."""
    outcome = state.outcome
    if outcome is None:
        return ""
    return ending_of(state.relation, outcome.name, outcome.reason, called=bool(state.entries))


def ending_of(relation: str, outcome: str, reason: str, *, called: bool) -> str:
    """An outcome as it is told. Who is only informed (报) was never to come: the end is told to it, nothing is cancelled.

    One that was struck off a false alarm before a call reached it was told nothing.
    """
    told = reason == "stand_down" or (reason == "false_alarm" and called)
    return "informed" if (relation, outcome) == ("report", "cancelled") and told else outcome


def overlay(state: ReportIn, now: int) -> str:
    """What lies over the state: ``lost``, ``refused``, ``replaced``, other outcomes and ``informed``, ``silent`` (clock
    out, no answer), ``late`` (a running clock is out), or nothing. A closed record has no running clock.
    """
    if state.outcome is not None:
        return "" if state.outcome.name == "back" else ending(state)
    if state.undone:
        return "cancelled"
    if state.lost_at is not None:
        return "lost"
    running = clocks(state)
    for name in ("answer", "leave", "arrive"):
        clock = running[name]
        over = clock.over_by(now)
        if clock.met_at is None and over is not None and over > 0:
            return "silent" if name == "answer" else "late"
    return ""


def running_clock(state: ReportIn) -> Clock | None:
    """The clock that matters now: the most pressing one not yet met; None once arrived or closed."""
    if state.closed:
        return None
    waiting = [clock for clock in clocks(state).values() if clock.met_at is None and clock.due_at is not None]
    if not waiting:
        return None
    if state.milestone("answered") is None and waiting[0].name == "answer":
        return waiting[0]
    return min(waiting, key=lambda clock: clock.due_at or 0)


def deadlines(state: ReportIn) -> list[Deadline]:
    """The clocks as rows a tick can ask for, with the next head count of those on the scene."""
    if not state.listed:
        return []
    counting = head_count(state)
    rows = [counting] if counting is not None else []
    for clock in clocks(state).values():
        if clock.due_at is not None:
            rows.append(
                Deadline(
                    name=clock.name,
                    started_at=state.listed_at,
                    due_at=clock.due_at,
                    met_at=clock.met_at,
                    stopped=state.closed,
                    raised=state.raised.get(clock.name, Raised()),
                )
            )
    return rows


def head_count(state: ReportIn) -> Deadline | None:
    """The clock of the next head count of people on the scene; None when nobody is there or the listing has no such limit.

    Anything heard of them starts it anew. Past it somebody is asked whether contact is lost; that is never concluded by the
    clock (domain.md 2.4 Rx8).
    """
    limit, heard = state.limits.get(HEAD_COUNT), state.contacts_on_scene
    if not limit or not heard or not state.on_scene:
        return None
    name = f"{HEAD_COUNT}_{len(heard)}"
    due = heard[-1] + round(limit * MINUTE)
    return Deadline(name, heard[-1], due, None, state.lost_at is not None, state.raised.get(name, Raised()))


NOTICES = ("count_due", "promise_passed", "wrong_place", "not_read_back", "partial")
"""What needs a look without being an alarm; amber, in this order."""


def notices(state: ReportIn, now: int) -> list[str]:
    """What needs a look at a unit (``NOTICES``): a head count that is due, a promise that passed, a wrong place, an order that
    was not read back, fewer people than asked for.
    """
    if state.closed:
        return []
    counting = head_count(state)
    waiting = state.milestone("arrived") is None
    found = {
        "count_due": counting is not None and not counting.stopped and now > counting.due_at,
        "promise_passed": waiting and state.promised_at is not None and now > state.promised_at,
        "wrong_place": state.at_wrong_place,
        "not_read_back": waiting and state.milestone("answered") is not None and state.read_back_at is None,
        "partial": state.on_scene and bool(state.short_by),
    }
    return [name for name in NOTICES if found[name]]


def lacking_proof(state: ReportIn) -> str:
    """What keeps a report-in from being ended: ``contact`` to be found or cleared up, a ``count`` of those on the scene, the
    name of who was ``told`` that it is over; empty when nothing is missing.
    """
    if state.closed or state.milestone("release_approved") is not None:
        return ""
    if state.lost_at is not None:
        return "contact"
    return "count" if state.on_scene else "told"


ALARM_ORDER = ("lost", "silent", "late")


def board_rank(state: ReportIn, now: int) -> tuple[int, int]:
    """The order of the pinned strip: lost and silent first, then late, then not yet there, then the rest (2.4)."""
    over = overlay(state, now)
    if over in ALARM_ORDER:
        return ALARM_ORDER.index(over), state.ordinal
    if state.closed:
        return 9, state.ordinal
    return (3 if state.milestone("arrived") is None else 4), state.ordinal


# --- folding ------------------------------------------------------------------------------------------------------


def apply(state: ReportIn, fact: Fact) -> ReportIn:
    """Fold one fact. An illegal step is kept, marked irregular and shown; it never raises."""
    verb, body = fact.verb, fact.body
    if verb == "listed":
        return _listed(state, fact)
    if not state.subject:
        state = replace(state, subject=fact.subject, mode=_mode(fact))
    if verb in RANK:
        return _reached(state, fact, verb)
    if verb in OUTCOMES:
        return replace(state, outcomes=(*state.outcomes, _outcome(fact)))
    if verb == "withdrawn":
        return _withdrawn(state, fact)
    if verb == "call_tried":
        tried = Try(whole(body.get("contact")) or 0, fact.happened_at, str(body.get("result", "")))
        return replace(state, tries=(*state.tries, tried))
    if verb == "read_back":
        return _read_back(state, fact)
    if verb == "promised":
        return replace(state, promised_at=whole(body.get("at")), promised_people=whole(body.get("people")))
    if verb == "head_counted":
        people = whole(body.get("people"))
        return (
            state
            if people is None
            else replace(state, counted=(*state.counted, (fact.happened_at, people)), lost_at=None)
        )
    if verb == "lost":
        return replace(state, lost_at=fact.happened_at)
    if verb == "found":
        return replace(state, lost_at=None, found=(*state.found, fact.happened_at))
    if verb == "wrong_place":
        return replace(state, wrong_place_at=fact.happened_at, wrong_place_words=fact.words("words"))
    if verb == "undone":
        return replace(state, undone=True)
    if verb == "deadline_raised":
        return replace(state, raised=raise_threshold(state.raised, fact))
    if verb == "deadline_acknowledged":
        return replace(state, raised=acknowledge(state.raised, fact))
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


def _mode(fact: Fact) -> Mode:
    return DRILL if fact.mode == DRILL else REAL


def _listed(state: ReportIn, fact: Fact) -> ReportIn:
    body = fact.body
    if state.listed and not state.unasked:
        return replace(state, irregular=(*state.irregular, (fact.id, "listed_twice")))
    given = body.get("limits")
    limits = given if isinstance(given, Mapping) else {}
    told: dict[str, Any] = {
        "subject": fact.subject,
        "mode": _mode(fact),
        "listed": True,
        "unasked": bool(body.get("unasked", False)),
        "ordinal": whole(body.get("ordinal")) or 0,
        "relation": str(body.get("relation", "request")),
        "duty": str(body.get("duty", "assist")),
        "limits": {name: minutes(value) for name, value in limits.items()},
        "asked_people": whole(body.get("ask")),
        "listed_at": fact.happened_at,
    }
    return replace(state, **told) if state.subject else ReportIn(**told)


def _reached(state: ReportIn, fact: Fact, name: str) -> ReportIn:
    if not state.listed:
        state = replace(state, irregular=(*state.irregular, (fact.id, "not_listed")))
    entry = Milestone(
        name=name,
        id=fact.id,
        at=fact.happened_at,
        recorded_at=fact.recorded_at,
        actor=fact.actor,
        channel=fact.channel,
        people=whole(fact.body.get("people")),
        vehicles=whole(fact.body.get("vehicles")),
        told_by=fact.words("told_by"),
        words=fact.words("words"),
        late=fact.late,
    )
    # A refusal may be followed by a call to the superior (Rx1 → R1); the refusal stays in the journal.
    recalled = name == "called" and state.outcome is not None and state.outcome.name == "refused"
    if name not in CYCLE and state.milestone(name) is not None and not recalled:
        state = replace(state, irregular=(*state.irregular, (fact.id, "already_recorded")))
    entries = tuple(sorted((*state.entries, entry), key=_when))
    state = replace(state, entries=entries)
    if fact.body.get("read_back"):
        state = _read_back(state, fact)
    if recalled:
        aside = (*state.set_aside, (fact.id, state.outcomes[-1]))
        state = replace(state, outcomes=state.outcomes[:-1], set_aside=aside)
    if name == "back":
        state = replace(state, outcomes=(*state.outcomes, _outcome(fact)))
    return state


def _outcome(fact: Fact) -> Outcome:
    return Outcome(
        name=fact.verb,
        id=fact.id,
        at=fact.happened_at,
        recorded_at=fact.recorded_at,
        reason=str(fact.body.get("reason", "")),
        told_by=fact.words("told_by"),
        words=fact.words("words"),
        unit=str(fact.body.get("unit", "")),
        actor=fact.actor,
        people=whole(fact.body.get("people")),
    )


def _read_back(state: ReportIn, fact: Fact) -> ReportIn:
    if state.read_back_at is not None:
        return state
    return replace(state, read_back_at=fact.happened_at, read_back_by=fact.id)


def _withdrawn(state: ReportIn, fact: Fact) -> ReportIn:
    gone = fact.corrects
    entries = tuple(entry for entry in state.entries if entry.id != gone)
    outcomes = tuple(outcome for call, outcome in state.set_aside if call == gone)
    outcomes += tuple(outcome for outcome in state.outcomes if outcome.id != gone)
    aside = tuple((call, outcome) for call, outcome in state.set_aside if gone not in (call, outcome.id))
    if (entries, outcomes, aside) == (state.entries, state.outcomes, state.set_aside):
        return replace(state, irregular=(*state.irregular, (fact.id, "nothing_to_withdraw")))
    state = replace(state, entries=entries, outcomes=outcomes, set_aside=aside)
    return state if _still_read_back(state, gone) else replace(state, read_back_at=None, read_back_by=None)


def _still_read_back(state: ReportIn, gone: EventId | None) -> bool:
    """Whether the read-back stands on an entry: the one it came with, or the answer it was told after."""
    if state.read_back_by == gone:
        return False
    return any(entry.id == state.read_back_by or entry.name == "answered" for entry in state.entries)
