"""A case (案件): what is known of it, its stages C0-C14 and the moves between them.

Stages and moves: domain.md 2.1 and 2.11. The first receiver leads (Regulation on handling on receipt, art. 14); every
order carries its own time limit (art. 13); a case is never closed without feedback to both sides (art. 15). How events
lead to this state stands in ``case_fold``, its clocks in ``case_clocks``, what may be done in the ``case_*_acts``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.domain.checklist import Checklist
from commandcenter.domain.clock import DAY
from commandcenter.domain.deadline import Raised
from commandcenter.domain.event import EventId
from commandcenter.domain.given_limit import GivenLimit, ToEscalate

MOVES: Mapping[str, tuple[str, ...]] = {
    "to_judge": ("refused", "dispatched"),
    "refused": (),
    "dispatched": ("disputed", "owned"),
    "disputed": ("dispatched", "owned"),
    "owned": ("contacted",),
    "contacted": ("handling",),
    "handling": ("extending", "whistled", "consulting", "suspended", "fed_back"),
    "extending": ("handling",),
    "whistled": ("handling", "fed_back"),
    "consulting": ("handling", "whistled", "suspended"),
    "suspended": ("handling", "call_back"),
    "fed_back": ("verified",),
    "verified": ("call_back", "handling"),
    "call_back": ("redo", "closed"),
    "redo": ("handling",),
    "closed": ("looked_back",),
    "looked_back": ("archived",),
    "archived": (),
    "history": ("to_judge",),
    "merged": (),
}
"""The legal moves of 2.11; ``may_move`` knows the few more that depend on the case."""

BEFORE_FEEDBACK = (
    "to_judge",
    "dispatched",
    "disputed",
    "owned",
    "contacted",
    "handling",
    "extending",
    "whistled",
    "consulting",
    "suspended",
    "redo",
)
OPEN = (*BEFORE_FEEDBACK, "fed_back", "verified", "call_back")
ENDED = ("refused", "closed", "looked_back", "archived", "history", "merged")
IN_HANDS = ("owned", "contacted", "handling", "extending", "whistled", "consulting", "suspended", "redo")
"""Stages in which receivers have it and owe the feedback."""

NATURES = ("appeal", "advice", "suggestion", "report", "praise")
"""What a citizen wants: something done, an answer, an idea heard, a breach looked into, thanks passed on."""

CHANNELS = ("district", "hotline", "section", "petition", "centre", "chief", "grid", "incident", "other")
"""The nine ways a problem is found (domain.md 1-24a…i)."""

TRIES = 3
"""So many calls in vain make a citizen unreachable (domain.md 2.1 C6, C10)."""

MOST_DISPUTES = 2
"""So often the duty is disputed; then the special team decides (domain.md 2.1 C4)."""

REFUSALS = ("emergency_number", "legal_route", "same_matter", "secret", "outside_duty", "unlawful")
"""The six statutory routes of not accepting (domain.md 2.1 C2)."""

SERVICES = ("110", "119", "120", "122")
"""Where an emergency is handed to; the case stays for tracking (domain.md 2.1)."""

ANSWERS = ("agreed", "objected", "unreached")
"""What the citizen said to a longer limit (art. 15)."""

SATISFACTIONS = ("satisfied", "basically", "not")
"""What the citizen says at the call-back; the first two count as satisfied (domain.md 3.1)."""

RESULTS = ("solved", "explained", "transferred", "suspended")
"""How a case ends: done, explained, taken over by an emergency service, or left as an approved long-term matter."""

CHECKS = ("time", "contact", "calm", "root_cause")
"""The four checks at closing (domain.md 2-14: urgent, immediate, steady, deep)."""

VISITS = ("phone", "message", "visit", "notice")
"""How a call-back is made; a case handled before anybody complained is looked at on a visit or answered by a notice."""

HISTORY_AFTER_MS = 60 * DAY
"""Imported rows older than this are offered as history, without clocks."""


@dataclass(frozen=True, slots=True)
class Assignee:
    """One receiver of a dispatched case, with its own clocks.

    ``claim_due_at`` is until when it may dispute the duty, ``due_at`` until when a co-handler feeds back (a leading
    receiver answers for the order's own limit). ``ruled`` says that the special team named it, ``signed_by`` is
    who said by phone that it signs, in words.
    """

    unit: str
    role: str
    dispatched_at: int
    sign_due_at: int | None = None
    signed_at: int | None = None
    disputed_at: int | None = None
    fed_back_at: int | None = None
    claim_due_at: int | None = None
    due_at: int | None = None
    ruled: bool = False
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo, a recording or a paper of a case; its content lies beside the database under its hash.

    ``sha256`` is hexadecimal, ``size`` counts bytes, ``media`` is the media type; ``name`` is private and may be erased.
    ``gone`` is empty for one that stands, ``detached`` for one taken out again, ``erased`` for one erased by law.
    """

    sha256: str
    size: int
    media: str
    at: int
    name: str = ""
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Something a leader has to decide: when it was asked and by whom (person id, empty when nobody was signed in).

    ``wanted`` is the instant asked for: the new limit, or the first review of a suspension.
    """

    at: int
    by: str
    wanted: int | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """A hand-over to an emergency service: 110, 119, 120 or 122."""

    service: str
    at: int


@dataclass(frozen=True, slots=True)
class Escalation:
    """A clock that was brought before somebody higher. ``share`` is in per cent of the limit, ``to`` a role.

    ``rule`` is the id of the rule, ``person`` who held the role then (id, empty when nobody did), ``taken_at`` and
    ``taken_by`` when who took note of it.
    """

    clock: str
    share: int
    to: str
    at: int
    rule: str = ""
    person: str = ""
    taken_at: int | None = None
    taken_by: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """The folded state of a case.

    ``collective`` counts the people who speak with one voice (0 = one). ``proactive`` is handled before anybody complained
    (未诉先办). ``merged_into`` is the case that goes on for this one, ``absorbed`` those it goes on for, ``linked`` earlier and
    later cases of the same matter with the reason in ``links``. ``callbacks`` counts how often the citizen was called back,
    reached or not; ``calls`` and ``answered`` are those since the last feedback. ``due_half_at`` and ``due_warn_at`` lie at
    50 and 80 per cent of a limit that counts working time. ``checklist`` are the
    steps of the procedure, ``told`` marks what the source of an imported order last told of it. ``also_told_at`` is when the
    caller of a merged case was told the result of the one that went on.
    """

    subject: str = ""
    known: bool = False
    number: str = ""
    source: str = ""
    source_number: str = ""
    channel: str = "other"
    stage: str = "to_judge"
    grade: str = "general"
    category: str = ""
    title: str = ""
    text: str = ""
    place: str = ""
    place_words: str = ""
    community: str = ""
    reporter: str = ""
    phone: str = ""
    anonymous: bool = False
    erased: bool = False
    received_at: int = 0
    registered_at: int = 0
    due_at: int | None = None
    judge_due_at: int | None = None
    contact_due_at: int | None = None
    assignees: tuple[Assignee, ...] = ()
    disputes: int = 0
    tries: int = 0
    tried_at: int | None = None
    contacted_at: int | None = None
    fed_back_at: int | None = None
    closed_at: int | None = None
    suspended_at: int | None = None
    pauses: int = 0
    review_at: int | None = None
    solved: bool | None = None
    satisfied: bool | None = None
    redone: int = 0
    handler: str = ""
    result: str = ""
    whistles: tuple[str, ...] = ()
    pressed: int = 0
    pressed_at: int | None = None
    changed_at: int = 0
    nature: str = "appeal"
    grid: str = ""
    collective: int = 0
    proactive: bool = False
    procedure: str = ""
    told: str = ""
    merged_into: str = ""
    absorbed: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    extended: int = 0
    called_back_at: int | None = None
    callbacks: int = 0
    checklist: Checklist = field(default_factory=Checklist)
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()
    # what the whole machine needs beside it
    stage_before: str = ""
    also_told_at: int | None = None
    due_half_at: int | None = None
    due_warn_at: int | None = None
    given: GivenLimit = field(default_factory=GivenLimit)
    to_escalate: tuple[ToEscalate, ...] = ()
    warns: Mapping[str, int] = field(default_factory=dict)
    ends_moved: int = 0
    links: Mapping[str, str] = field(default_factory=dict)
    consultations: tuple[str, ...] = ()
    handed: tuple[Handed, ...] = ()
    submitted: Asked | None = None
    instructions: int = 0
    noticed_at: int | None = None
    extension: Asked | None = None
    suspension: Asked | None = None
    suspensions: int = 0
    reviewed_at: int | None = None
    rule_due_at: int | None = None
    rulings: int = 0
    handlers: tuple[str, ...] = ()
    verified_at: int | None = None
    verify_due_at: int | None = None
    callback_due_at: int | None = None
    decide_due_at: int | None = None
    calls: int = 0
    answered: bool = False
    satisfaction: str = ""
    redo_at: int | None = None
    first_due_at: int | None = None
    first_fed_back_at: int | None = None
    escalated: Mapping[str, Escalation] = field(default_factory=dict)
    leader: str = ""
    checks: Mapping[str, bool] = field(default_factory=dict)
    lookback_due_at: int | None = None
    lookbacks: int = 0
    recurred: bool = False

    @property
    def id(self) -> str:
        """The id of the case."""
        return self.subject.partition("/")[2]

    @property
    def open(self) -> bool:
        """Still owed an answer."""
        return self.known and self.stage in OPEN

    @property
    def files(self) -> tuple[Attachment, ...]:
        """The attachments that stand."""
        return tuple(one for one in self.attachments if not one.gone)

    @property
    def ground(self) -> str:
        """Why the case may be left out of a rate; empty when it counts in all of them."""
        if self.merged_into:
            return "merged"
        if self.stage == "refused":
            return "refused"
        if self.nature == "advice":
            return "advice"
        if self.stage == "suspended" or self.result == "suspended":
            return "suspended"
        if self.result == "transferred":
            return "transferred"
        return "unreachable" if self.callbacks >= TRIES and self.solved is None else ""

    @property
    def lead(self) -> Assignee | None:
        """The receiver that leads."""
        return next(
            (line for line in self.assignees if line.role == "lead"), self.assignees[0] if self.assignees else None
        )

    @property
    def first(self) -> Assignee | None:
        """The receiver that signed first: it is responsible first (art. 14). None while nobody has signed."""
        signed = [line for line in self.assignees if line.signed_at is not None]
        return min(signed, key=lambda line: line.signed_at or 0, default=None)

    @property
    def to_redo(self) -> bool:
        """The citizen said that it is not solved, and nobody has decided yet whether it is done again or closed."""
        return self.stage == "call_back" and self.answered and self.solved is False

    @property
    def unreachable(self) -> bool:
        """The citizen was called three times in vain before the work began."""
        return self.contacted_at is None and self.tries >= TRIES

    @property
    def without_citizen(self) -> bool:
        """Nobody can be asked: the caller stays unnamed, or nobody complained. A notice or visit stands for the call."""
        return self.anonymous or self.proactive


def feedback_due(state: Case, line: Assignee) -> int | None:
    """When a receiver owes its feedback: the lead at the end of the order, another one on its day, but never later."""
    if line.role == "lead" or line.due_at is None or state.due_at is None:
        return state.due_at if line.role == "lead" else line.due_at
    return min(line.due_at, state.due_at)


def may_move(state: Case, stage: str) -> bool:
    """Whether the case may go to ``stage`` now."""
    if not state.known:
        return False
    if stage == "merged":
        return state.open
    if state.without_citizen and (state.stage, stage) in (("owned", "handling"), ("verified", "closed")):
        return True
    if (state.stage, stage) == ("looked_back", "looked_back"):
        return state.lookback_due_at is not None
    return stage in MOVES.get(state.stage, ())


def asked_back(state: Case) -> bool:
    """Whether C10 is done in this round: answered, called three times in vain, or told by notice where nobody is asked."""
    if state.answered or state.calls >= TRIES:
        return True
    return state.without_citizen and state.noticed_at is not None


def lacks_to_close(state: Case) -> tuple[str, ...]:
    """What stands in the way of closing, as codes of refusals; empty when it may be closed (domain.md 2.1)."""
    lacks = []
    if state.fed_back_at is None:
        lacks.append("not_fed_back")
    if state.without_citizen and state.stage == "verified" and state.noticed_at is None:
        lacks.append("notice_needed")
    elif not asked_back(state):
        lacks.append("not_called_back")
    return tuple(lacks)


def checks_at_close(state: Case, cause: str) -> dict[str, bool]:
    """The four checks: answered in time, contact made, the citizen calm, the root cause found (``cause`` is not empty).

    A citizen whom nobody could ask, and one who was not reached, is not known to be calm.
    """
    due = state.first_due_at if state.redo_at is not None else state.due_at
    fed = state.first_fed_back_at if state.redo_at is not None else state.fed_back_at
    return {
        "time": fed is not None and (due is None or fed <= due),
        "contact": state.contacted_at is not None or state.unreachable or state.noticed_at is not None,
        "calm": bool(state.satisfied),
        "root_cause": bool(cause.strip()),
    }
