"""Warnings (预警) and call-and-answer (叫应): what was received, whom it touches, who has *answered*, what was done (domain.md 2.5).

To receive is not to answer: each target counts only when somebody there has spoken. After two calls without an answer
somebody goes there. A change of colour and the end are told anew to everybody: each is a round of its own with its own
answers, the earlier ones stay on record. The colour is what the channel gave out; it is neither the grade of an event nor a
response level (``whistle_scales``). A warning is always real: drills practise with the warnings of their injects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from commandcenter.domain.command import unique
from commandcenter.domain.deadline import Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import clock_acknowledged, clock_raised, irregular
from commandcenter.domain.value import whole
from commandcenter.domain.whistle_scales import SCALES

COLOURS = SCALES["warning"]
"""red, orange, yellow, blue: 一级/红 二级/橙 三级/黄 四级/蓝."""
LEVELS = SCALES["response"]
STAGES = ("received", "judged", "calling", "acting", "over", "closed")
"""接收 研判 叫应 措施 已解除 已小结. Transfer and the longer shift run beside."""
STEPS = ("received", "judged", "calling", "measures", "transfer", "shift", "over", "summary")
"""W0 to W8 as they stand in a row; not answering (W3) is a part of calling."""
WAYS = ("phone", "radio", "message", "visit")
"""How a target was tried; a message is only received, so it is never an answer by itself."""
CALLS_BEFORE_VISIT = 2


@dataclass(frozen=True, slots=True)
class Try:
    """One try to reach a target: in which round, which way, when, by whom; ``answered_by`` empty means nobody answered."""

    round: int
    way: str
    at: int
    by: str
    answered_by: str
    words: str
    id: EventId


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody who has to answer: a unit, a person of the roster, or a name beside them. ``tier`` groups the list by level."""

    key: str
    unit: str = ""
    person: str = ""
    name: str = ""
    phone: str = ""
    tier: str = ""
    listed_at: int = 0
    tries: tuple[Try, ...] = ()
    dropped: bool = False

    def tries_in(self, round_: int) -> tuple[Try, ...]:
        """The tries of a round."""
        return tuple(one for one in self.tries if one.round == round_)

    def answer(self, round_: int) -> Try | None:
        """The answer in a round; None while there is none."""
        return next((one for one in self.tries if one.round == round_ and one.answered_by), None)

    def next_way(self, round_: int) -> str:
        """How to try next: by phone, after two calls without an answer by going there; empty once it has answered."""
        if self.answer(round_) is not None:
            return ""
        calls = sum(1 for one in self.tries_in(round_) if one.way != "visit")
        return "visit" if calls >= CALLS_BEFORE_VISIT else "phone"


@dataclass(frozen=True, slots=True)
class Round:
    """A telling to everybody: the first, after a change of colour, of the end. ``due_at`` is when everybody must have answered."""

    kind: str
    colour: str
    at: int
    due_at: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A line of the checklist for a colour, or one added by hand."""

    key: str
    words: str
    colour: str = ""
    done_at: int | None = None
    by: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    """Counts of people to be taken to safety (应转尽转): planned, moved, refused. None is unknown, never zero."""

    planned: int | None = None
    moved: int | None = None
    refused: int | None = None
    words: str = ""
    at: int | None = None

    @property
    def agrees(self) -> bool | None:
        """Whether everybody planned is accounted for; None while a number is unknown."""
        if self.planned is None or (self.moved is None and self.planned > 0):
            return None
        return self.planned == (self.moved or 0) + (self.refused or 0)


@dataclass(frozen=True, slots=True)
class Warning:
    """The folded state of a warning. Times are epoch milliseconds; ``until`` None is open."""

    subject: str = ""
    known: bool = False
    number: str = ""
    sort: str = ""
    colour: str = ""
    title: str = ""
    words: str = ""
    area: str = ""
    issuer: str = ""
    source: str = ""
    source_number: str = ""
    since: int | None = None
    until: int | None = None
    opened_at: int = 0
    opened_by: str = ""
    judged_at: int | None = None
    touches: bool | None = None
    places: tuple[str, ...] = ()
    hazards: str = ""
    targets: tuple[Target, ...] = ()
    rounds: tuple[Round, ...] = ()
    measures: tuple[Measure, ...] = ()
    response: str = ""
    transfer: Transfer = field(default_factory=Transfer)
    shift_until: int | None = None
    shift_at: int | None = None
    shift_leader: str = ""
    whistles: tuple[str, ...] = ()
    over_at: int | None = None
    over_words: str = ""
    closed_at: int | None = None
    summary: str = ""
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the warning."""
        return self.subject.partition("/")[2]

    @property
    def mode(self) -> Mode:
        """Always real."""
        return REAL

    @property
    def parent(self) -> str:
        """It belongs to nothing else."""
        return ""

    @property
    def open(self) -> bool:
        """Received and not closed."""
        return self.known and self.closed_at is None

    @property
    def round(self) -> int:
        """Which round runs, counted from 1; 0 before anybody is to be told."""
        return len(self.rounds)

    @property
    def called(self) -> tuple[Target, ...]:
        """The targets that still stand on the list."""
        return tuple(one for one in self.targets if not one.dropped)

    @property
    def waiting(self) -> tuple[Target, ...]:
        """The targets that have not answered in the running round."""
        return tuple(one for one in self.called if one.answer(self.round) is None)

    @property
    def stage(self) -> str:
        """Where it stands."""
        if self.closed_at is not None:
            return "closed"
        if self.over_at is not None:
            return "over"
        if self.rounds:
            return "calling" if self.waiting else "acting"
        return "judged" if self.judged_at is not None else "received" if self.known else ""

    @property
    def step(self) -> str:
        """The first of ``STEPS`` that is not finished."""
        if self.closed_at is not None or (self.judged_at is not None and not self.touches):
            return "summary"
        if self.over_at is not None:
            return "over" if self.waiting else "summary"
        if self.judged_at is None:
            return "received" if not self.known else "judged"
        if not self.rounds or self.waiting:
            return "calling"
        if any(one.done_at is None for one in self.measures):
            return "measures"
        if self.transfer.planned is not None and self.transfer.agrees is not True:
            return "transfer"
        return "over"


def missing_for_end(state: Warning) -> tuple[str, ...]:
    """What is missing before it can be closed: ``over``, ``answers``, ``transfer``; nothing when it does not touch us."""
    if state.touches is False:
        return ()
    told = (
        ("over", state.over_at is not None),
        ("answers", not state.waiting),
        ("transfer", state.transfer.planned is None or state.transfer.agrees is True),
    )
    return tuple(name for name, there in told if not there)


def clock_of(round_: int, key: str) -> str:
    """The name of the clock of one target in one round."""
    return f"warning_answer:{round_}.{key}"


def deadlines(state: Warning) -> list[Deadline]:
    """One clock a target while the round has a limit (red): it is met by an answer, not by a message."""
    rows = []
    last = state.round
    for number, round_ in enumerate(state.rounds, start=1):
        if round_.due_at is None:
            continue
        for target in state.targets:
            if target.listed_at > round_.at and number < last:
                continue
            answer = target.answer(number)
            start = max(round_.at, target.listed_at)
            name = clock_of(number, target.key)
            due = round_.due_at + (start - round_.at)
            stopped = target.dropped or number < last or state.closed_at is not None
            rows.append(
                Deadline(name, start, due, answer.at if answer else None, stopped, state.raised.get(name, Raised()))
            )
    return rows


def answer_due(state: Warning, target: Target) -> int | None:
    """Until when a target has to answer in the running round; None without a limit."""
    if not state.rounds or state.rounds[-1].due_at is None:
        return None
    round_ = state.rounds[-1]
    return (round_.due_at or 0) + max(0, target.listed_at - round_.at)


@dataclass(frozen=True, slots=True)
class Times:
    """What the summary tells (W8), in milliseconds from the telling: counts with their whole, spans None when nobody answered."""

    called: int
    answered: int
    by_visit: int
    tries: int
    first: int | None
    last: int | None
    late: int
    measures_done: int
    measures: int


def times(state: Warning, round_: int = 1) -> Times:
    """The times of one round's answers and of the measures."""
    if not 1 <= round_ <= len(state.rounds):
        return Times(
            0, 0, 0, 0, None, None, 0, sum(one.done_at is not None for one in state.measures), len(state.measures)
        )
    told = state.rounds[round_ - 1]
    answers = [answer for one in state.called if (answer := one.answer(round_)) is not None]
    spans = sorted(answer.at - told.at for answer in answers)
    late = 0
    if told.due_at is not None:
        for target in state.called:
            answer = target.answer(round_)
            due = told.due_at + max(0, target.listed_at - told.at)
            late += answer is not None and answer.at > due
    return Times(
        called=len(state.called),
        answered=len(answers),
        by_visit=sum(1 for answer in answers if answer.way == "visit"),
        tries=sum(len(one.tries_in(round_)) for one in state.called),
        first=spans[0] if spans else None,
        last=spans[-1] if spans else None,
        late=late,
        measures_done=sum(1 for one in state.measures if one.done_at is not None),
        measures=len(state.measures),
    )


# --- folding ------------------------------------------------------------------------------------------------------


def apply(state: Warning, fact: Fact) -> Warning:
    """Fold one fact. Never raises; what the machine does not allow is kept as irregular."""
    verb = fact.verb
    state = replace(state, subject=fact.subject)
    if verb == "deadline_raised":
        return clock_raised(state, fact)
    if verb == "deadline_acknowledged":
        return clock_acknowledged(state, fact)
    fold = _FOLDS.get(verb)
    if fold is None:
        return irregular(state, fact, "unknown_kind")
    if not state.known and verb != "received":
        return irregular(state, fact, "not_received")
    if state.closed_at is not None:
        return irregular(state, fact, "closed")
    return fold(state, fact)


def _colour(fact: Fact, before: str = "") -> str:
    told = str(fact.body.get("colour", ""))
    return told if told in COLOURS else before


def _texts(value: object) -> tuple[str, ...]:
    return unique(map(str, value)) if isinstance(value, list | tuple) else ()


def _received(state: Warning, fact: Fact) -> Warning:
    if state.known:
        return irregular(state, fact, "received_twice")
    body = fact.body
    return replace(
        state,
        known=True,
        number=str(body.get("number", "")),
        sort=str(body.get("sort", "")),
        colour=_colour(fact),
        title=str(body.get("title", "")),
        words=fact.words("words"),
        area=str(body.get("area", "")),
        issuer=str(body.get("issuer", "")),
        source=str(body.get("source", "")),
        source_number=str(body.get("source_number", "")),
        since=whole(body.get("since")),
        until=whole(body.get("until")),
        opened_at=fact.happened_at,
        opened_by=fact.actor,
    )


def _with_measures(state: Warning, fact: Fact) -> Warning:
    have = {one.words for one in state.measures}
    lines = fact.body.get("measures")
    told = [line for line in (lines if isinstance(lines, list | tuple) else ()) if isinstance(line, Mapping)]
    by_words = {str(line.get("words", "")): str(line.get("colour", "")) for line in told}
    new = [(words, colour) for words, colour in by_words.items() if words and words not in have]
    more = tuple(Measure(f"{fact.id}.{place}", *line) for place, line in enumerate(new, start=1))
    return replace(state, measures=(*state.measures, *more))


def _judged(state: Warning, fact: Fact) -> Warning:
    state = replace(
        state,
        judged_at=fact.happened_at,
        touches=fact.body.get("touches") is not False,
        places=_texts(fact.body.get("places")),
        hazards=fact.words("words"),
    )
    return _with_measures(state, fact)


def _called(state: Warning, fact: Fact) -> Warning:
    """The list of those who have to answer; the first one opens the first round."""
    told = fact.body.get("targets")
    names = (fact.private or {}).get("names")
    private = names if isinstance(names, Mapping) else {}
    have = {one.key for one in state.targets}
    more = []
    for line in told if isinstance(told, list | tuple) else ():
        if not isinstance(line, Mapping) or not line.get("key") or str(line["key"]) in have:
            continue
        key = str(line["key"])
        have.add(key)
        said = private.get(key)
        words = said if isinstance(said, Mapping) else {}
        more.append(
            Target(
                key,
                unit=str(line.get("unit", "")),
                person=str(line.get("person", "")),
                name=str(words.get("name", "")),
                phone=str(words.get("phone", "")),
                tier=str(line.get("tier", "")),
                listed_at=fact.happened_at,
            )
        )
    state = replace(state, targets=(*state.targets, *more))
    if not state.rounds:
        state = replace(state, rounds=(Round("call", state.colour, fact.happened_at, whole(fact.body.get("due_at"))),))
    return state


def _tried(state: Warning, fact: Fact) -> Warning:
    key = str(fact.body.get("target", ""))
    if all(one.key != key for one in state.targets):
        return irregular(state, fact, "target_unknown")
    made = Try(
        round=whole(fact.body.get("round")) or state.round,
        way=str(fact.body.get("way", "phone")),
        at=fact.happened_at,
        by=fact.actor,
        answered_by=fact.words("answered_by") or ("?" if fact.body.get("answered") is True else ""),
        words=fact.words("words"),
        id=fact.id,
    )
    targets = tuple(
        replace(one, tries=tuple(sorted((*one.tries, made), key=_when))) if one.key == key else one
        for one in state.targets
    )
    return replace(state, targets=targets)


def _when(made: Try) -> tuple[int, EventId]:
    return made.at, made.id


def _try_struck(state: Warning, fact: Fact) -> Warning:
    gone = fact.corrects
    if all(one.id != gone for target in state.targets for one in target.tries):
        return irregular(state, fact, "nothing_to_withdraw")
    targets = tuple(
        replace(target, tries=tuple(one for one in target.tries if one.id != gone)) for target in state.targets
    )
    return replace(state, targets=targets)


def _dropped(state: Warning, fact: Fact) -> Warning:
    key = str(fact.body.get("target", ""))
    targets = tuple(replace(one, dropped=True) if one.key == key else one for one in state.targets)
    return replace(state, targets=targets)


def _measure_added(state: Warning, fact: Fact) -> Warning:
    return replace(state, measures=(*state.measures, Measure(str(fact.id), fact.words("words"))))


def _measure_ticked(state: Warning, fact: Fact) -> Warning:
    key, done = str(fact.body.get("measure", "")), fact.body.get("done") is not False
    if all(one.key != key for one in state.measures):
        return irregular(state, fact, "measure_unknown")
    at, by, result = (fact.happened_at, fact.actor, fact.words("words")) if done else (None, "", "")
    measures = tuple(
        replace(one, done_at=at, by=by, result=result) if one.key == key else one for one in state.measures
    )
    return replace(state, measures=measures)


def _responded(state: Warning, fact: Fact) -> Warning:
    level = str(fact.body.get("level", ""))
    return replace(state, response=level if level in LEVELS else "")


def _transferred(state: Warning, fact: Fact) -> Warning:
    body = fact.body
    planned, moved, refused = (whole(body.get(name)) for name in ("planned", "moved", "refused"))
    return replace(state, transfer=Transfer(planned, moved, refused, fact.words("words"), fact.happened_at))


def _extended(state: Warning, fact: Fact) -> Warning:
    return replace(
        state,
        shift_at=fact.happened_at,
        shift_until=whole(fact.body.get("until")),
        shift_leader=fact.words("leader"),
    )


def _changed(state: Warning, fact: Fact) -> Warning:
    colour = _colour(fact, state.colour)
    until = whole(fact.body.get("until"))
    state = replace(state, colour=colour, until=until if until is not None else state.until, over_at=None)
    if state.rounds:
        told = Round("change", colour, fact.happened_at, whole(fact.body.get("due_at")), fact.words("words"))
        state = replace(state, rounds=(*state.rounds, told))
    return _with_measures(state, fact)


def _ended(state: Warning, fact: Fact) -> Warning:
    if state.over_at is not None:
        return irregular(state, fact, "over_twice")
    state = replace(state, over_at=fact.happened_at, over_words=fact.words("words"))
    if not state.rounds:
        return state
    return replace(
        state, rounds=(*state.rounds, Round("end", state.colour, fact.happened_at, None, fact.words("words")))
    )


def _whistled(state: Warning, fact: Fact) -> Warning:
    return replace(state, whistles=unique((*state.whistles, str(fact.body.get("whistle", "")))))


def _closed(state: Warning, fact: Fact) -> Warning:
    return replace(state, closed_at=fact.happened_at, summary=fact.words("words"))


def _nothing(state: Warning, fact: Fact) -> Warning:
    return state


_FOLDS: Mapping[str, Callable[[Warning, Fact], Warning]] = {
    "received": _received,
    "judged": _judged,
    "called": _called,
    "tried": _tried,
    "try_struck": _try_struck,
    "target_dropped": _dropped,
    "measure_added": _measure_added,
    "measure_ticked": _measure_ticked,
    "responded": _responded,
    "transferred": _transferred,
    "extended": _extended,
    "changed": _changed,
    "ended": _ended,
    "whistled": _whistled,
    "noted": _nothing,
    "closed": _closed,
}

VERBS = tuple(_FOLDS)
"""Every verb of the family but the clocks'."""
