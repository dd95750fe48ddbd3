"""The joint whistle (联合联动哨): what one department sees and another may change, led by a named leader of the street.

Found → analysed → a leader named → site survey → coordination meeting with the duty table → at work → fed back → verified
→ closed with look-backs. Variants: *peer*, where the partner street is a second lead and signs the table and the
verification too; *upward*, which is only a request to the district, runs no clock on it and is looked at by ourselves.
Source: domain.md 1-31, 2-W11, 2-W12, 2.2.2, 2.11, 2.12 (dispute over a duty).

The stage is computed from what was recorded, never stored: two desks that record the same step agree in the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.domain.appraisal import Appraisal
from commandcenter.domain.deadline import REMINDER, Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Mode
from commandcenter.domain.gate import Grounds
from commandcenter.domain.term import SHARES, Term, deadline_of, reminder_of

VARIANTS = ("own", "peer", "upward")
"""Within the street; together with a street of our own level (跨区平级); a request to the level above (跨级)."""

STAGES = ("found", "analysed", "led", "surveyed", "agreed", "working", "fed_back", "verified", "closed")
"""U0 … U8 in order."""

SIDES = ("own", "peer")
SIGNED_STEPS = ("table", "verification")
RESULTS = ("done", "partly", "impossible")
"""How a department ends its duty: done, done in part, cannot be done."""

RULINGS = ("upheld", "relieved", "district")
"""What becomes of a refused duty: it stays, the department is relieved, or the district is asked (domain.md 2.12)."""

REFUSAL_REASONS = ("not_our_duty", "short_of_forces", "needs_superior", "other")
UPPER_ANSWERS = ("taken", "together", "declined")
"""The district takes the matter over, coordinates it while we go on, or declines."""

LOOK_BACKS = 2
"""How often a closed matter is looked at again."""

JUDGED = ("direct", "dispatch")
"""Whose terms are judged: our own forces and those we may call in. Whoever is asked is reminded and never overdue."""

OUTSIDE = "outside/"
"""How the id of a partner begins that is not in our roster."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads for a side. ``person`` is an id of the roster, or empty."""

    name: str
    phone: str
    person: str
    at: int


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody at the table who is not in our roster: a stable id within the matter, the body, the contact."""

    id: str
    body: str
    name: str
    phone: str
    relation: str


@dataclass(frozen=True, slots=True)
class Gathering:
    """The survey or the meeting: from when to when, where, who led, heads by participant (None unknown), what came of it."""

    at: int
    until: int | None
    place: str
    chair: str
    heads: Mapping[str, int | None]
    words: str
    photos: int | None = None

    @property
    def people(self) -> int | None:
        """Heads that are known; None when none is."""
        known = [count for count in self.heads.values() if count is not None]
        return sum(known) if known else None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, when."""

    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Move:
    """A due date that was put off: from, to, on whose word, why."""

    at: int
    before: int
    due_at: int
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class Note:
    """A line about a duty: ``step`` while at work, ``feedback`` to the special team, ``urge`` (whom we pressed)."""

    id: EventId
    sort: str
    duty: str
    at: int
    words: str
    actor: str
    channel: str = ""
    result: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """A line of the duty table: who does what by when, and how it stands."""

    id: str
    unit: str
    relation: str
    task: str
    due_at: int
    given_at: int
    term: Term | None = None
    signed: Signature | None = None
    refusal: str = ""
    refusal_words: str = ""
    refused_by: str = ""
    refused_at: int | None = None
    ruling: str = ""
    dropped_at: int | None = None
    moves: tuple[Move, ...] = ()
    result: str = ""
    result_at: int | None = None
    words: str = ""
    words_at: int | None = None
    urged: int = 0

    @property
    def live(self) -> bool:
        """Still a duty of its department: neither dropped, nor relieved, nor handed to the district."""
        return self.dropped_at is None and self.ruling not in ("relieved", "district")

    @property
    def disputed(self) -> bool:
        """Refused, and nobody has ruled on it yet."""
        return bool(self.refusal) and not self.ruling and self.dropped_at is None

    @property
    def settled(self) -> bool:
        """Nothing is waited for: fed back, or no duty any more."""
        return bool(self.result) or not self.live

    @property
    def judged(self) -> bool:
        """Whether a missed term is held against the department."""
        return self.relation in JUDGED

    @property
    def clock(self) -> str:
        """The name of its clock; every put-off date has a clock of its own."""
        return f"duty:{self.id}.{len(self.moves)}" if self.moves else f"duty:{self.id}"

    def overdue(self, now: int) -> bool:
        """Past its term with nothing fed back (also for those who are only asked: they are told, not judged)."""
        return self.live and not self.result and self.term is not None and now > self.term.due_at

    def late(self) -> bool:
        """Fed back after its term."""
        return self.result_at is not None and self.term is not None and self.result_at > self.term.due_at


@dataclass(frozen=True, slots=True)
class Verification:
    """The check on the spot: passed or not, by whom, what was found; ``redo`` the duties it sent back."""

    at: int
    passed: bool
    by: str
    words: str
    redo: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookBack:
    """A look afterwards: whether it came back, by whom, what was seen."""

    at: int
    ordinal: int
    recurred: bool
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class Upward:
    """The request to the level above, our own looks at it and its answer (empty while it waits)."""

    at: int
    receiver: str
    words: str
    looks: tuple[tuple[int, str], ...] = ()
    answer: str = ""
    answered_at: int | None = None
    answer_words: str = ""


@dataclass(frozen=True, slots=True)
class Joint:
    """The folded state of a joint whistle."""

    subject: str = ""
    known: bool = False
    number: str = ""
    mode: Mode = REAL
    variant: str = "own"
    source: str = ""
    cases: tuple[str, ...] = ()
    place: str = ""
    place_words: str = ""
    title: str = ""
    words: str = ""
    drill: str = ""
    linked: str = ""
    recurrence: str = ""
    opened_at: int = 0
    opened_by: str = ""
    whistle: bool = False
    analysed_at: int | None = None
    analysis: str = ""
    grounds: Grounds = field(default_factory=Grounds)
    returned_at: int | None = None
    return_words: str = ""
    upward: Upward | None = None
    leads: Mapping[str, Lead] = field(default_factory=dict)
    partners: tuple[Partner, ...] = ()
    survey: Gathering | None = None
    meeting: Gathering | None = None
    duties: tuple[Duty, ...] = ()
    signatures: Mapping[str, Signature] = field(default_factory=dict)
    started_at: int | None = None
    notes: tuple[Note, ...] = ()
    verifications: tuple[Verification, ...] = ()
    closed_at: int | None = None
    result: str = ""
    look_backs: tuple[LookBack, ...] = ()
    appraisal: Appraisal = field(default_factory=Appraisal)
    terms: Mapping[str, Term] = field(default_factory=dict)
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the matter."""
        return self.subject.partition("/")[2]

    @property
    def parent(self) -> str:
        """The matter it came back from; empty for a first one."""
        return self.linked

    @property
    def waiting(self) -> bool:
        """待上级: asked of the level above, which has not answered."""
        return self.upward is not None and not self.upward.answer and self.closed_at is None and not self.returned_at

    @property
    def verified(self) -> Verification | None:
        """The verification that stands; None when it was not passed or the work went on afterwards."""
        last = self.verifications[-1] if self.verifications else None
        return last if last is not None and last.passed and self.fed_back_at is not None else None

    @property
    def fed_back_at(self) -> int | None:
        """When the last duty was fed back; None while one is waited for."""
        if self.started_at is None or not self.duties or not all(duty.settled for duty in self.duties):
            return None
        return max((duty.result_at for duty in self.duties if duty.result_at), default=self.started_at)

    @property
    def stage(self) -> str:
        """Where the matter stands: one of ``STAGES``, ``returned`` (back to the case) or ``upward`` (待上级)."""
        if self.returned_at is not None:
            return "returned"
        if self.closed_at is not None:
            return "closed"
        if self.waiting:
            return "upward"
        if self.verified is not None:
            return "verified"
        if self.fed_back_at is not None:
            return "fed_back"
        if self.started_at is not None:
            return "working"
        if self.meeting is not None:
            return "agreed"
        if self.survey is not None:
            return "surveyed"
        if "own" in self.leads:
            return "led"
        if self.analysed_at is not None:
            return "analysed"
        return "found" if self.known else ""

    @property
    def running(self) -> bool:
        """Neither closed nor sent back."""
        return self.known and self.closed_at is None and self.returned_at is None

    def duty(self, duty: str) -> Duty | None:
        """A line of the table by its id."""
        return next((line for line in self.duties if line.id == duty), None)

    def partner(self, partner: str) -> Partner | None:
        """A partner outside our roster by its id."""
        return next((one for one in self.partners if one.id == partner), None)

    def signed(self, step: str, side: str) -> Signature | None:
        """The signature of a side under the table or the verification."""
        return self.signatures.get(f"{step}:{side}")

    def unsigned_sides(self, step: str) -> tuple[str, ...]:
        """Whose signature is missing before the matter may go on: only a matter of two streets asks for any."""
        return tuple(side for side in SIDES if self.signed(step, side) is None) if self.variant == "peer" else ()

    @property
    def unsigned(self) -> tuple[Duty, ...]:
        """Duties that run without the signature of their department."""
        return tuple(duty for duty in self.duties if duty.live and duty.signed is None and not duty.refusal)

    @property
    def looking_back(self) -> int:
        """Which look-back is next (1, 2); 0 when none is: still at work, taken by the level above, or come back already."""
        taken = self.upward is not None and self.upward.answer == "taken"
        done = len(self.look_backs)
        return done + 1 if self.closed_at is not None and done < LOOK_BACKS and not taken and not self.recurrence else 0


def deadlines(state: Joint) -> list[Deadline]:
    """The clocks: one for each step until it is done, those of the duties with their reminders, verification, look-backs.

    None runs on the level above; while it is waited for only our own look is due.
    """
    if not state.known:
        return []
    rows = [_step(state, name, met_at) for name, met_at in _steps(state).items() if name in state.terms]
    for duty in state.duties:
        rows += _of_duty(state, duty)
    for ordinal in range(1, LOOK_BACKS + 1):
        name = f"lookback:{ordinal}"
        if name in state.terms:
            met = next((look.at for look in state.look_backs if look.ordinal == ordinal), None)
            rows.append(deadline_of(name, state.terms[name], state.raised, met_at=met, stopped=bool(state.recurrence)))
    return rows


def _steps(state: Joint) -> dict[str, int | None]:
    """The clocks of the steps and when each was met."""
    lead, upward = state.leads.get("own"), state.upward
    looks = upward.looks if upward is not None else ()
    review = f"upper:{len(looks) + 1}"
    return {
        "analyse": state.analysed_at,
        "lead": lead.at if lead is not None else None,
        "survey": state.survey.at if state.survey is not None else None,
        "meeting": state.meeting.at if state.meeting is not None else None,
        "verify": state.verified.at if state.verified is not None else None,
        review: upward.answered_at if upward is not None else None,
    }


def _step(state: Joint, name: str, met_at: int | None) -> Deadline:
    stopped = not state.running or (state.waiting and not name.startswith("upper:"))
    if name == "verify":
        stopped = stopped or state.stage not in ("fed_back", "verified")
    if name == "lead":
        stopped = stopped or (state.upward is not None and not state.leads)
    return deadline_of(name, state.terms[name], state.raised, met_at=met_at, stopped=stopped)


def _of_duty(state: Joint, duty: Duty) -> list[Deadline]:
    term = duty.term
    if term is None:
        return []
    stopped = not duty.live or not state.running
    about = {"met_at": duty.result_at, "stopped": stopped}
    rows = [reminder_of(f"half:{duty.clock}", term, term.half_at, state.raised, **about)]  # type: ignore[arg-type]
    if duty.judged:
        return [*rows, deadline_of(duty.clock, term, state.raised, **about)]  # type: ignore[arg-type]
    for name, at in (("most", term.warn_at), ("full", term.due_at)):
        rows.append(reminder_of(f"{name}:{duty.clock}", term, at, state.raised, **about))  # type: ignore[arg-type]
    return rows


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that was recorded: of which duty, at how many per cent of its time; ``expired`` came too late to count."""

    duty: str
    share: int
    at: int
    expired: bool


def reminders(state: Joint) -> list[Reminder]:
    """What was recorded at 50, 80 and 100 % of each duty's time, in order. A put-off date begins anew."""
    found = []
    for name, raised in state.raised.items():
        on_the_way = name.startswith(REMINDER)
        part, _, clock = name.removeprefix(REMINDER).partition(":") if on_the_way else ("", "", name)
        head, _, duty = clock.partition(":")
        if head != "duty":
            continue
        half, most, full = SHARES
        shares = {"due": {"half": half, "most": most, "full": full}.get(part, full), "warn": most}
        for threshold, at in raised.at.items():
            expired = threshold in raised.expired
            found.append(Reminder(duty.partition(".")[0], shares.get(threshold, full), at, expired))
    return sorted(found, key=lambda line: (line.at, line.duty, line.share))


def reminded(state: Joint, duty: Duty) -> frozenset[int]:
    """Which reminders of a duty's present term were recorded: of 50, 80 and 100."""
    found = set()
    for name, raised in state.raised.items():
        if name == duty.clock:
            found |= {80 if threshold == "warn" else 100 for threshold in raised.at}
        part, _, clock = name.removeprefix(REMINDER).partition(":")
        if name.startswith(REMINDER) and clock == duty.clock:
            found.add({"half": 50, "most": 80, "full": 100}.get(part, 100))
    return frozenset(found)
