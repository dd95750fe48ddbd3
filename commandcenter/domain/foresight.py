"""An alert of foresight (规则提醒): one rule at one spot, from the day it fired to the day nobody has to watch any more.

Raised → judged useful or false → dispatched as a case handled before anybody complains (未诉先办) → watched until a day →
closed. What comes in at the spot while it is watched opens it again. One subject a rule and spot, so that many desks raising
the same pile make one episode, and a spot remembers how often it fired. Sources: domain.md 2-05, 2-11, 2-12, 2-W1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from commandcenter.domain.clock import DAY
from commandcenter.domain.command import unique
from commandcenter.domain.deadline import REMINDER, Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import clock_acknowledged, clock_raised, irregular
from commandcenter.domain.value import whole

STAGES = ("raised", "reopened", "useful", "dispatched", "watching", "closed")
VERDICTS = ("useful", "false")
MOST_EVIDENCE = 60
WATCH = f"{REMINDER}watch"


@dataclass(frozen=True, slots=True)
class Episode:
    """One time a spot fired. Times are epoch milliseconds; ``expected`` is what former years let expect, per thousand.

    ``verdict`` is empty until somebody judged. ``case`` is the case it was dispatched as last, ``other_cases`` those before it (it came
    back, or two desks sent it at once), ``measure`` what was done there.
    """

    period: int
    raised_at: int
    start: int
    until: int
    count: int
    expected: int | None = None
    hour: int | None = None
    evidence: tuple[str, ...] = ()
    verdict: str = ""
    judged_at: int | None = None
    judged_by: str = ""
    words: str = ""
    case: str = ""
    other_cases: tuple[str, ...] = ()
    unit: str = ""
    dispatched_at: int | None = None
    cause: str = ""
    measure: str = ""
    watched_at: int | None = None
    watch_until: int | None = None
    recurred: tuple[str, ...] = ()
    recurred_at: int | None = None
    closed_at: int | None = None

    @property
    def stage(self) -> str:
        """Where it stands: one of ``STAGES``."""
        if self.closed_at is not None:
            return "closed"
        if self.recurred_at is not None:
            return "reopened"
        if self.watched_at is not None:
            return "watching"
        if self.dispatched_at is not None:
            return "dispatched"
        return "useful" if self.verdict == "useful" else "raised"


@dataclass(frozen=True, slots=True)
class Foresight:
    """The folded state of a rule at a spot. ``spot`` is a place id, ``category`` a kind of case, both may be empty."""

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    rule: str = ""
    scope: str = ""
    spot: str = ""
    category: str = ""
    episodes: tuple[Episode, ...] = ()
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the alert."""
        return self.subject.partition("/")[2]

    @property
    def parent(self) -> str:
        """The rule that raised it."""
        return self.rule

    @property
    def number(self) -> str:
        """An alert has none: many desks raise the same one."""
        return ""

    @property
    def now(self) -> Episode | None:
        """The episode that counts: the last one."""
        return self.episodes[-1] if self.episodes else None

    @property
    def stage(self) -> str:
        """Where the last episode stands."""
        return self.episodes[-1].stage if self.episodes else ""

    @property
    def opened_at(self) -> int:
        """When the last episode was raised."""
        return self.episodes[-1].raised_at if self.episodes else 0

    @property
    def closed_at(self) -> int | None:
        """When the last episode was closed."""
        return self.episodes[-1].closed_at if self.episodes else None

    @property
    def running(self) -> bool:
        """Whether somebody still has to do or watch something."""
        return bool(self.episodes) and self.closed_at is None

    @property
    def asks(self) -> bool:
        """Whether it waits for somebody's hand: nothing was done yet, or it came back."""
        return self.stage in ("raised", "reopened", "useful")


def deadlines(state: Foresight) -> list[Deadline]:
    """The end of the watch is a reminder: the spot stayed quiet, or somebody looks why it did not."""
    last = state.now
    if last is None or last.watch_until is None or last.watched_at is None:
        return []
    name = f"{WATCH}:{last.period}"
    over = last.closed_at is not None or last.recurred_at is not None
    return [Deadline(name, last.watched_at, last.watch_until, None, over, state.raised.get(name, Raised()))]


@dataclass(frozen=True, slots=True)
class Tally:
    """How a rule has done: how often it was raised, judged useful, judged false, and how many wait."""

    raised: int = 0
    useful: int = 0
    false: int = 0
    waiting: int = 0
    dispatched: int = 0


def tally(alerts: list[Foresight], since: int = 0) -> dict[str, Tally]:
    """The count of each rule over the episodes raised from ``since`` on."""
    found: dict[str, Tally] = {}
    for alert in alerts:
        for place, one in enumerate(alert.episodes):
            if one.raised_at < since:
                continue
            before = found.get(alert.rule, Tally())
            last = place == len(alert.episodes) - 1
            found[alert.rule] = Tally(
                before.raised + 1,
                before.useful + (one.verdict == "useful"),
                before.false + (one.verdict == "false"),
                before.waiting + (last and alert.asks),
                before.dispatched + bool(one.case),
            )
    return found


# --- folding ------------------------------------------------------------------------------------------------------


def apply(state: Foresight, fact: Fact) -> Foresight:
    """Fold one fact. Never raises; a step without an episode is kept and marked."""
    state = replace(state, subject=fact.subject)
    if fact.verb == "raised":
        return _raised(state, fact)
    if fact.verb == "deadline_raised":
        return clock_raised(state, fact)
    if fact.verb == "deadline_acknowledged":
        return clock_acknowledged(state, fact)
    step = _STEPS.get(fact.verb)
    if step is None:
        return irregular(state, fact, "unknown_kind")
    period = whole(fact.body.get("period"))
    place = next((at for at, one in enumerate(state.episodes) if one.period == period), None)
    if place is None:
        return irregular(state, fact, "episode_unknown")
    changed = step(state.episodes[place], fact)
    return replace(state, episodes=(*state.episodes[:place], changed, *state.episodes[place + 1 :]))


def _raised(state: Foresight, fact: Fact) -> Foresight:
    """Many desks raising one period make one episode: the first stands, the evidence of all is kept."""
    body = fact.body
    period = whole(body.get("period"))
    if period is None:
        return irregular(state, fact, "period_missing")
    told = body.get("evidence")
    evidence = unique(str(one) for one in told) if isinstance(told, list | tuple) else ()
    state = replace(
        state,
        known=True,
        rule=state.rule or str(body.get("rule", "")),
        scope=state.scope or str(body.get("scope", "")),
        spot=state.spot or str(body.get("spot", "")),
        category=state.category or str(body.get("category", "")),
    )
    standing = next((one for one in state.episodes if one.period == period), None)
    if standing is not None:
        both = unique((*standing.evidence, *evidence))[:MOST_EVIDENCE]
        kept = tuple(replace(one, evidence=both) if one is standing else one for one in state.episodes)
        return replace(state, episodes=kept)
    fresh = Episode(
        period=period,
        raised_at=fact.happened_at,
        start=whole(body.get("start")) or 0,
        until=whole(body.get("until")) or 0,
        count=whole(body.get("count")) or 0,
        expected=whole(body.get("expected")),
        hour=whole(body.get("hour")),
        evidence=evidence[:MOST_EVIDENCE],
    )
    return replace(state, episodes=tuple(sorted((*state.episodes, fresh), key=lambda one: one.period)))


def _judged(one: Episode, fact: Fact) -> Episode:
    verdict = str(fact.body.get("verdict", ""))
    verdict = verdict if verdict in VERDICTS else ""
    one = replace(
        one, verdict=verdict, judged_at=fact.happened_at, judged_by=fact.actor, words=fact.words("words", one.words)
    )
    return replace(one, closed_at=fact.happened_at if verdict == "false" else None)


def _dispatched(one: Episode, fact: Fact) -> Episode:
    case = str(fact.body.get("case", ""))
    return replace(
        one,
        case=case,
        other_cases=unique((*one.other_cases, one.case)) if one.case not in ("", case) else one.other_cases,
        unit=str(fact.body.get("unit", "")),
        dispatched_at=fact.happened_at,
        verdict=one.verdict or "useful",
        recurred_at=None,
        watched_at=None,
        closed_at=None,
    )


def _watched(one: Episode, fact: Fact) -> Episode:
    return replace(
        one,
        watched_at=fact.happened_at,
        watch_until=whole(fact.body.get("until")) or fact.happened_at + DAY,
        cause=fact.words("cause", one.cause),
        measure=fact.words("measure", one.measure),
        recurred_at=None,
    )


def _recurred(one: Episode, fact: Fact) -> Episode:
    case = str(fact.body.get("case", ""))
    if case in one.recurred:
        return one
    at = one.recurred_at if one.recurred_at is not None else fact.happened_at
    return replace(one, recurred=(*one.recurred, case), recurred_at=at, closed_at=None)


def _closed(one: Episode, fact: Fact) -> Episode:
    return replace(one, closed_at=fact.happened_at, words=fact.words("words", one.words))


_STEPS: Mapping[str, Callable[[Episode, Fact], Episode]] = {
    "judged": _judged,
    "dispatched": _dispatched,
    "watched": _watched,
    "recurred": _recurred,
    "closed": _closed,
}
