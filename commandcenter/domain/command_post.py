"""The temporary command post (临时指挥部) as it stands: its life from the proposal to the archive (P0–P9).

A street's post is for the first response and must be able to hand over (domain.md 0-2, 2.3; Emergency Response Law art.
72). Fire-scene command belongs to the fire service alone (Fire Law art. 45). Steps may be entered late or left out, as
the milestones of a report-in; none is invented. The acts on it stand in ``command_post_acts``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.deadline import Deadline, Raised, acknowledge, raise_threshold
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.value import minutes, whole

STEPS = (
    "proposed",
    "sited",
    "set_up",
    "grouped",
    "running",
    "relieved",
    "handed_over",
    "ended",
    "counted",
    "archived",
)
"""P0 拟设 … P9 归档 (domain.md 2.3)."""

HINTS = ("upwind", "upslope", "outside_cordon", "power_road", "sheltered", "not_under")
"""What a site is looked at for before anybody stands there (domain.md 2.3 P1)."""

SCOPES = ("all", "fire")
"""What is handed over: the whole command to a higher one, or the fire-fighting to the commander of the fire service."""

ENDINGS = ("dissolved", "downgraded", "stand_down", "false_alarm", "drill_ended", "closed")
"""How a post came to its end: by an order of its own (the first two), or with the incident."""

CLEARED = ("gear", "signs", "cleaned")
"""What is looked at when a post leaves: gear back, signs taken down, the site cleaned (domain.md 2.3 P8)."""

KEPT = ("log", "photos", "sign_in")
"""What goes into the archive (domain.md 2.3 P9)."""


@dataclass(frozen=True, slots=True)
class PostGroup:
    """A working group: name, lead (words), members (unit ids)."""

    name: str
    lead: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting at the post: when, who led it, what was said, how many took part (None: not told)."""

    id: EventId
    at: int
    chair: str = ""
    words: str = ""
    people: int | None = None


@dataclass(frozen=True, slots=True)
class PostDecision:
    """A decision with what was known when it was taken.

    ``known`` holds counts of that moment by name (a name that is missing was unknown), ``entries`` the journal entries the
    key facts came from, ``hazard`` the words of the situation as told by then. ``order`` is the order it became.
    """

    key: str
    number: str
    at: int
    by: str = ""
    words: str = ""
    basis: str = ""
    orderer: str = ""
    unit: str = ""
    group: str = ""
    due_at: int | None = None
    known: Mapping[str, int] = field(default_factory=dict)
    entries: Mapping[str, str] = field(default_factory=dict)
    hazard: str = ""
    order: str = ""
    done_at: int | None = None
    result: str = ""
    dropped_at: int | None = None

    @property
    def open(self) -> bool:
        """Neither done, nor dropped, nor handed on as an order."""
        return self.done_at is None and self.dropped_at is None and not self.order


@dataclass(frozen=True, slots=True)
class ShiftChange:
    """A change of shift at the post (P5): who went, who came, how many open items were read aloud, who typed it."""

    at: int
    out: str = ""
    into: str = ""
    read: int = 0
    words: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Command handed over, or taken back (``back``): with the names of the two who signed."""

    at: int
    back: bool = False
    scope: str = "all"
    to: str = ""
    giver: str = ""
    receiver: str = ""
    words: str = ""
    risks: str = ""
    resources: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The count with which the post left (P8)."""

    at: int
    people: int | None = None
    cleared: tuple[str, ...] = ()
    counted_by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """The folded state of a command post. ``known`` is False until it was set up."""

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    proposed_at: int | None = None
    reason: str = ""
    sited_at: int | None = None
    site: str = ""
    site_words: str = ""
    backup_words: str = ""
    grid: str = ""
    hints: tuple[str, ...] = ()
    set_up_at: int | None = None
    place: str = ""
    place_words: str = ""
    commander: str = ""
    commander_words: str = ""
    deputy_words: str = ""
    phone: str = ""
    radio: str = ""
    signed: bool = False
    limits: Mapping[str, float] = field(default_factory=dict)
    groups: tuple[PostGroup, ...] = ()
    grouped_at: int | None = None
    commanders: tuple[tuple[int, str], ...] = ()
    meetings: tuple[Meeting, ...] = ()
    decisions: tuple[PostDecision, ...] = ()
    shifts: tuple[ShiftChange, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    handed_over_at: int | None = None
    handed_over_to: str = ""
    supporting: bool = False
    ended_at: int | None = None
    ended_by: str = ""
    withdrawn_at: int | None = None
    withdrawal: Withdrawal | None = None
    archived_at: int | None = None
    kept: tuple[str, ...] = ()
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def stage(self) -> str:
        """none, running, supporting (a higher command leads), withdrawn."""
        if not self.known:
            return "none"
        if self.withdrawn_at is not None:
            return "withdrawn"
        return "supporting" if self.supporting else "running"

    @property
    def standing(self) -> bool:
        """Set up and not yet withdrawn."""
        return self.known and self.withdrawn_at is None

    @property
    def step(self) -> str:
        """Where its life stands, one of ``STEPS``; empty before anything was entered. A shift change is no state to stay in."""
        if not self.known:
            return "sited" if self.sited_at is not None else "proposed" if self.proposed_at is not None else ""
        if self.archived_at is not None:
            return "archived"
        if self.withdrawn_at is not None:
            return "counted"
        if self.ended_at is not None:
            return "ended"
        if self.supporting:
            return "handed_over"
        if self.meetings:
            return "running"
        return "grouped" if self.groups else "set_up"

    @property
    def scope(self) -> str:
        """What was handed over, while it is: one of ``SCOPES``, empty while command is ours."""
        return self.hand_overs[-1].scope if self.supporting and self.hand_overs else ""

    def decision(self, key: str) -> PostDecision | None:
        """A decision by its key."""
        return next((one for one in self.decisions if one.key == key), None)

    @property
    def on_duty_since(self) -> int | None:
        """Since when the present shift has been at the post."""
        if not self.shifts or self.set_up_at is None:
            return self.set_up_at
        return max(self.shifts[-1].at, self.set_up_at)


# --- clocks -------------------------------------------------------------------------------------------------------


def deadlines(state: Post) -> list[Deadline]:
    """The rhythm of the post: the first meeting, the next one, the change of shift, and what was decided with a due time.

    A met first meeting stays as a row. A post that was handed over whole keeps only its decisions: the rhythm is the higher
    command's; where the fire service alone took over the fire, ours goes on (P6 → P4 as support).
    """
    if not state.known or state.set_up_at is None:
        return []
    over = state.ended_at is not None or state.withdrawn_at is not None
    resting = over or state.scope == "all"
    rows = []
    first = state.limits.get("first_meeting")
    met = state.meetings[0].at if state.meetings else None
    if first:
        rows.append(_row(state, "first_meeting", state.set_up_at, first, met, resting))
    if state.meetings:
        ordinal = len(state.meetings)
        limit = state.limits.get("meeting" if ordinal == 1 else "meeting_later") or state.limits.get("meeting")
        if limit:
            began = max(state.meetings[-1].at, state.set_up_at)
            rows.append(_row(state, f"meeting_{ordinal + 1}", began, limit, None, resting))
    since, shift = state.on_duty_since, state.limits.get("shift")
    if since is not None and shift:
        rows.append(_row(state, f"post_shift_{len(state.shifts) + 1}", since, shift, None, resting))
    for one in state.decisions:
        if one.due_at is not None and not one.order:
            name = f"decision:{one.key}"
            stopped = one.dropped_at is not None or over
            rows.append(Deadline(name, one.at, one.due_at, one.done_at, stopped, state.raised.get(name, Raised())))
    return rows


def _row(state: Post, name: str, start: int, limit: float, met: int | None, stopped: bool) -> Deadline:
    return Deadline(name, start, start + round(limit * MINUTE), met, stopped, state.raised.get(name, Raised()))


# --- folding ------------------------------------------------------------------------------------------------------


def apply(state: Post, fact: Fact) -> Post:
    """Fold one fact; never raises."""
    verb, body, at = fact.verb, fact.body, fact.happened_at
    state = replace(state, subject=fact.subject, mode=DRILL if fact.mode == DRILL else REAL)
    if verb == "proposed":
        return replace(state, proposed_at=state.proposed_at or at, reason=fact.words("words", state.reason))
    if verb == "sited":
        return _sited(state, fact)
    if verb in ("set_up", "amended"):
        return _placed(state, fact)
    if verb == "group_opened":
        group = PostGroup(str(body.get("group", "")), fact.words("lead"), _texts(body.get("members")))
        first = state.grouped_at if state.grouped_at is not None else at
        return replace(state, groups=_with_group(state.groups, group), grouped_at=first)
    if verb == "group_closed":
        return replace(state, groups=tuple(group for group in state.groups if group.name != body.get("group")))
    if verb == "met":
        people = whole(body.get("people"))
        meeting = Meeting(fact.id, at, fact.words("chair"), fact.words("words"), people)
        return replace(state, meetings=tuple(sorted((*state.meetings, meeting), key=_by_time)))
    if verb == "decided":
        return replace(state, decisions=(*state.decisions, _decision(fact)))
    if verb in ("decision_done", "decision_dropped", "decision_ordered"):
        return _settled(state, fact)
    if verb == "shift_changed":
        shift = ShiftChange(
            at, fact.words("out"), fact.words("into"), whole(body.get("read")) or 0, fact.words("words"), fact.actor
        )
        return replace(state, shifts=tuple(sorted((*state.shifts, shift), key=_by_time)))
    if verb in ("handed_over", "taken_back"):
        return _handed(state, fact)
    if verb == "ended":
        return replace(state, ended_at=state.ended_at or at, ended_by=str(body.get("by", "")))
    if verb == "resumed":
        return replace(state, ended_at=None, ended_by="")
    if verb == "withdrawn":
        people = whole(body.get("people"))
        left = Withdrawal(at, people, _texts(body.get("cleared")), fact.words("counted_by"), fact.words("words"))
        return replace(state, withdrawn_at=at, withdrawal=left, supporting=False)
    if verb == "archived":
        return replace(state, archived_at=at, kept=_texts(body.get("kept")))
    if verb == "deadline_raised":
        return replace(state, raised=raise_threshold(state.raised, fact))
    if verb == "deadline_acknowledged":
        return replace(state, raised=acknowledge(state.raised, fact))
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


def _by_time(one: Meeting | ShiftChange) -> int:
    return one.at


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _with_group(groups: tuple[PostGroup, ...], group: PostGroup) -> tuple[PostGroup, ...]:
    """A group opened anew keeps its place."""
    if any(one.name == group.name for one in groups):
        return tuple(group if one.name == group.name else one for one in groups)
    return (*groups, group)


def _sited(state: Post, fact: Fact) -> Post:
    body = fact.body
    return replace(
        state,
        sited_at=fact.happened_at,
        site=str(body.get("place", "")),
        site_words=fact.words("place_words"),
        backup_words=fact.words("backup"),
        grid=str(body.get("grid", "")),
        hints=tuple(name for name in _texts(body.get("hints")) if name in HINTS),
    )


def _placed(state: Post, fact: Fact) -> Post:
    body = fact.body
    commander = str(body.get("commander", state.commander))
    words = fact.words("commander", state.commander_words)
    changed = (commander, words) != (state.commander, state.commander_words) or not state.known
    if fact.verb == "set_up" and state.withdrawn_at is not None:  # it stands again: what ended it before is history
        state = replace(state, set_up_at=None, withdrawn_at=None, withdrawal=None, archived_at=None, kept=())
        state = replace(state, ended_at=None, ended_by="")
    return replace(
        state,
        known=True,
        set_up_at=state.set_up_at if state.set_up_at is not None else fact.happened_at,
        place=str(body.get("place", state.place)),
        place_words=fact.words("place_words", state.place_words),
        commander=commander,
        commander_words=words,
        deputy_words=fact.words("deputy", state.deputy_words),
        phone=fact.words("phone", state.phone),
        radio=fact.words("radio", state.radio),
        signed=bool(body.get("signed", state.signed)),
        limits=_limits(body["limits"]) if "limits" in body else state.limits,
        commanders=(*state.commanders, (fact.happened_at, words or commander)) if changed else state.commanders,
    )


def _limits(given: object) -> dict[str, float]:
    if not isinstance(given, Mapping):
        return {}
    return {str(name): limit for name, value in given.items() if (limit := minutes(value)) is not None}


def _decision(fact: Fact) -> PostDecision:
    body = fact.body
    known, entries = body.get("known"), body.get("entries")
    return PostDecision(
        key=str(body.get("decision", "")),
        number=str(body.get("number", "")),
        at=fact.happened_at,
        by=fact.actor,
        words=fact.words("words"),
        basis=fact.words("basis"),
        orderer=fact.words("orderer"),
        unit=str(body.get("unit", "")),
        group=str(body.get("group", "")),
        due_at=whole(body.get("due_at")),
        known=_counts(known),
        entries={str(k): str(v) for k, v in entries.items()} if isinstance(entries, Mapping) else {},
        hazard=fact.words("hazard"),
        order=str(body.get("order", "")),
    )


def _counts(given: object) -> dict[str, int]:
    if not isinstance(given, Mapping):
        return {}
    return {str(name): count for name, value in given.items() if (count := whole(value)) is not None}


def _settled(state: Post, fact: Fact) -> Post:
    key = str(fact.body.get("decision", ""))
    if state.decision(key) is None:
        return replace(state, irregular=(*state.irregular, (fact.id, "decision_unknown")))
    changed: dict[str, Any] = {}
    if fact.verb == "decision_done":
        changed = {"done_at": fact.happened_at, "result": fact.words("words")}
    elif fact.verb == "decision_dropped":
        changed = {"dropped_at": fact.happened_at, "result": fact.words("words")}
    else:
        changed = {"order": str(fact.body.get("order", ""))}
    return replace(
        state, decisions=tuple(replace(one, **changed) if one.key == key else one for one in state.decisions)
    )


def _handed(state: Post, fact: Fact) -> Post:
    given = fact.verb == "handed_over"
    scope = str(fact.body.get("scope", "all"))
    told = HandOver(
        at=fact.happened_at,
        scope=scope if scope in SCOPES else "all",
        to=fact.words("to"),
        giver=fact.words("giver"),
        receiver=fact.words("receiver"),
        words=fact.words("words"),
        risks=fact.words("risks"),
        resources=fact.words("resources"),
        signed=bool(fact.body.get("signed", False)),
    )
    if not given:
        return replace(state, supporting=False, hand_overs=(*state.hand_overs, replace(told, back=True)))
    return replace(
        state,
        handed_over_at=fact.happened_at,
        handed_over_to=told.to,
        supporting=bool(fact.body.get("supporting", True)),
        hand_overs=(*state.hand_overs, told),
    )
