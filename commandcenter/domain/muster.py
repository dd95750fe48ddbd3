"""The muster whistle (集结报到哨): the slow process behind it, at its three levels (domain.md 1-29, 2.2.1, 2.11).

Level 1 is the street calling departments of the district, level 2 a community calling sections of the street, level 3 a
party branch calling its members. A matter is drafted, judged at a meeting (levels 1 and 2), sent to the special team
(专班), accepted or returned; then the whistle sounds, those called report in, work is done on site and verified, both sides
appraise, and it is closed or turned long-term. The sounded whistle is ``whistle/<same id>`` with its report-ins, so that the
board, the call sheet and the sign-in sheet work as for every whistle. A muster is always real: it is no drill.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from commandcenter.domain.appraisal import Appraisal, fold
from commandcenter.domain.command import unique
from commandcenter.domain.deadline import Deadline, Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.gate import Grounds, grounds_in
from commandcenter.domain.matter import clock_acknowledged, clock_raised, irregular
from commandcenter.domain.value import minutes, whole

MOST_HOURS = 1000
"""More than anybody works at one muster; a figure beyond it is no count of hours."""
LEVELS = ("L1", "L2", "L3")
STAGES = (
    *("draft", "judged", "sent", "accepted", "sounded"),
    *("reporting", "working", "done", "appraising", "closed"),
)
"""M0 to M9 (domain.md 2.2.1): 草拟 会议研判 已报专班 专班受理 哨响 报到中 现场处置 完成待验 评价 关闭. Sounding and waiting for those who
report in begin in one moment, so a muster is never seen in ``sounded``.
"""
BESIDE = ("returned", "dropped", "long_term")
"""Stages beside the row: returned by the special team (before ``judged`` again), given up, turned long-term."""

RESULTS = ("closed", "long_term")
TEAMS = {"L1": "district", "L2": "street"}
"""Whose special team decides; a branch calls its members without one."""

MOVES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "met": (("draft", "returned"), "judged"),
    "sent": (("judged",), "sent"),
    "accepted": (("sent",), "accepted"),
    "returned": (("sent",), "returned"),
    "sounded": (("draft", "accepted"), "reporting"),
    "work_started": (("reporting",), "working"),
    "finished": (("working",), "done"),
    "passed": (("done",), "appraising"),
    "sent_back": (("done",), "working"),
    "closed": (("appraising",), "closed"),
    "dropped": (("draft", "judged", "returned", "sent", "accepted", "reporting"), "dropped"),
}
"""Verb → (from where, to where); a draft sounds at once only at level 3 (domain.md 2.11)."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that judged the matter (工委会、社区党委会): when, who was there, what was decided. Words are personal data."""

    at: int
    present: str
    decision: str
    chair: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed with one target: within how many minutes it reports in, None = its own rule; how many were asked for.

    In a command ``until`` may name the moment instead (epoch milliseconds); it is what was said, so it stands before minutes.
    """

    unit: str
    minutes: float | None = None
    ask: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """A member on the sign-in sheet of level 3. Hours worked, nothing else: people are not rated (domain.md 2.2.1)."""

    key: str
    name: str = ""
    came_at: int | None = None
    left_at: int | None = None
    hours: float | None = None
    excused: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """Something decided on site: what, who is responsible, by when, and whether it is done."""

    key: str
    words: str
    unit: str = ""
    person: str = ""
    due_at: int | None = None
    given_at: int = 0
    done_at: int | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class Muster:
    """The folded state of a muster. Times are epoch milliseconds; ``meeting_due`` and its like are None without a limit."""

    subject: str = ""
    known: bool = False
    level: str = "L1"
    number: str = ""
    stage: str = ""
    opened_at: int = 0
    opened_by: str = ""
    closed_at: int | None = None
    title: str = ""
    matter: str = ""
    wanted: str = ""
    grounds: Grounds = field(default_factory=Grounds)
    case: str = ""
    community: str = ""
    branch: str = ""
    place: str = ""
    place_words: str = ""
    units: tuple[str, ...] = ()
    meeting_due: int | None = None
    meeting: Meeting | None = None
    sent_at: int | None = None
    document: str = ""
    sent_by_way: str = ""
    answer_due: int | None = None
    answers: int = 0
    answered_at: int | None = None
    answered_by: str = ""
    returned_words: str = ""
    sounded_at: int | None = None
    text: str = ""
    meet_at: int | None = None
    meet_words: str = ""
    agreed: tuple[Agreed, ...] = ()
    members: tuple[Attendance, ...] = ()
    members_due: int | None = None
    work_at: int | None = None
    leader: str = ""
    tasks: tuple[Task, ...] = ()
    done_at: int | None = None
    evidence: str = ""
    passed_at: int | None = None
    sent_back_words: str = ""
    appraisal_due: int | None = None
    appraisal: Appraisal = field(default_factory=Appraisal)
    notice: str = ""
    notice_at: int | None = None
    notice_where: str = ""
    result: str = ""
    end_words: str = ""
    cause: str = ""
    review_at: int | None = None
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the muster, and of the whistle it sounds."""
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
        """Neither closed nor given up."""
        return self.known and self.closed_at is None

    @property
    def step(self) -> str:
        """Where it stands in the row M0 to M9; a returned one is to be judged again, a long-term one is closed."""
        if self.stage == "returned":
            return "accepted"
        if self.stage == "dropped":
            return self._furthest
        return "closed" if self.stage == "long_term" else self.stage

    @property
    def _furthest(self) -> str:
        told = (
            ("reporting", self.sounded_at),
            ("accepted", self.answered_at),
            ("sent", self.sent_at),
            ("judged", self.meeting),
        )
        return next((stage for stage, reached in told if reached is not None), "draft")

    @property
    def present(self) -> int:
        """How many members have signed in."""
        return sum(1 for one in self.members if one.came_at is not None)

    @property
    def hours(self) -> float:
        """Hours worked by all members together, of those whose hours are known."""
        return sum(one.hours or 0 for one in self.members)


def may(state: Muster, verb: str) -> bool:
    """Whether the machine of domain.md 2.11 allows the step now."""
    before, _ = MOVES[verb]
    if not state.known or state.stage not in before:
        return False
    if state.level == "L3":
        return verb not in ("met", "sent", "accepted", "returned")
    return verb != "sounded" or state.stage == "accepted"


def next_verb(state: Muster) -> str:
    """The step that usually comes next; empty when it is over."""
    if state.level == "L3" and state.stage == "draft":
        return "sounded"
    usual = {
        "draft": "met",
        "returned": "met",
        "judged": "sent",
        "sent": "accepted",
        "accepted": "sounded",
        "reporting": "work_started",
        "working": "finished",
        "done": "passed",
        "appraising": "closed",
    }
    return usual.get(state.stage, "")


def deadlines(state: Muster) -> list[Deadline]:
    """Its clocks: the meeting, the answer of the special team, the sign-in of members, what was decided on site, the appraisal."""
    if not state.known:
        return []
    over = state.closed_at is not None
    rows: list[Deadline] = []

    def add(name: str, start: int, due: int | None, met: int | None, stopped: bool = False) -> None:
        if due is not None:
            rows.append(Deadline(name, start, due, met, stopped or over, state.raised.get(name, Raised())))

    add("muster_meeting", state.opened_at, state.meeting_due, state.meeting.at if state.meeting else None)
    if state.sent_at is not None:
        answer = f"muster_answer_{state.answers or 1}"
        add(answer, state.sent_at, state.answer_due, state.answered_at if state.stage != "sent" else None)
    if state.members_due is not None and state.sounded_at is not None:
        came = [one.came_at for one in state.members if one.came_at is not None]
        all_there = all(one.came_at is not None or one.excused for one in state.members)
        met = max(came, default=state.sounded_at) if all_there else state.work_at
        add("muster_members", state.sounded_at, state.members_due, met)
    for task in state.tasks:
        add(f"muster_task_{task.key}", task.given_at, task.due_at, task.done_at)
    if state.passed_at is not None:
        add("muster_appraisal", state.passed_at, state.appraisal_due, state.closed_at)
    return rows


def next_deadline(state: Muster) -> Deadline | None:
    """The clock of its own that runs out next; None when none runs."""
    running = [line for line in deadlines(state) if line.met_at is None and not line.stopped]
    return min(running, key=lambda line: line.due_at, default=None)


# --- folding ------------------------------------------------------------------------------------------------------


def apply(state: Muster, fact: Fact) -> Muster:
    """Fold one fact. Never raises; a step the machine does not allow is kept as irregular."""
    verb = fact.verb
    state = replace(state, subject=fact.subject)
    if verb == "drafted":
        if state.known:
            return irregular(state, fact, "drafted_twice")
        return _worded(replace(state, known=True, stage="draft"), fact)
    if verb == "amended":
        return _worded(state, fact) if state.known else irregular(state, fact, "not_drafted")
    if verb == "deadline_raised":
        return clock_raised(state, fact)
    if verb == "deadline_acknowledged":
        return clock_acknowledged(state, fact)
    step = _STEPS.get(verb)
    if step is not None:
        if not may(state, verb):
            return irregular(state, fact, "out_of_turn")
        return step(replace(state, stage=MOVES[verb][1]), fact)
    entry = _ENTRIES.get(verb)
    return entry(state, fact) if entry is not None else irregular(state, fact, "unknown_kind")


def _worded(state: Muster, fact: Fact) -> Muster:
    body = fact.body
    if fact.verb == "drafted":
        level = str(body.get("level", ""))
        state = replace(
            state,
            level=level if level in LEVELS else "L1",
            opened_at=fact.happened_at,
            opened_by=fact.actor,
            case=str(body.get("case", "")),
            meeting_due=whole(body.get("meeting_due")),
        )
    units = body.get("units")
    return replace(
        state,
        title=fact.words("title", state.title),
        matter=fact.words("matter"),
        wanted=fact.words("wanted"),
        grounds=grounds_in(fact),
        community=str(body.get("community", "")),
        branch=str(body.get("branch", "")),
        place=str(body.get("place", "")),
        place_words=fact.words("place_words"),
        units=unique(map(str, units)) if isinstance(units, list | tuple) else (),
    )


def _met(state: Muster, fact: Fact) -> Muster:
    meeting = Meeting(fact.happened_at, fact.words("present"), fact.words("decision"), fact.words("chair"))
    return replace(state, meeting=meeting, sent_at=None, answered_at=None)


def _sent(state: Muster, fact: Fact) -> Muster:
    return replace(
        state,
        sent_at=fact.happened_at,
        document=str(fact.body.get("document", "")),
        sent_by_way=str(fact.body.get("way", "")),
        answer_due=whole(fact.body.get("answer_due")),
        answers=state.answers + 1,
        answered_at=None,
        answered_by="",
    )


def _answered(state: Muster, fact: Fact) -> Muster:
    words = fact.words("words") if fact.verb == "returned" else state.returned_words
    return replace(state, answered_at=fact.happened_at, answered_by=fact.words("told_by"), returned_words=words)


def _sounded(state: Muster, fact: Fact) -> Muster:
    body = fact.body
    targets, people = body.get("targets"), body.get("members")
    names = (fact.private or {}).get("names")
    told = names if isinstance(names, Mapping) else {}
    return replace(
        state,
        number=str(body.get("number", "")),
        sounded_at=fact.happened_at,
        text=fact.words("text"),
        meet_at=whole(body.get("meet_at")),
        meet_words=fact.words("meet_words"),
        agreed=tuple(
            Agreed(str(line["unit"]), minutes(line.get("minutes")), whole(line.get("ask")))
            for line in (targets if isinstance(targets, list | tuple) else ())
            if isinstance(line, Mapping) and line.get("unit")
        ),
        members=tuple(
            Attendance(key, str(told.get(key, "")))
            for key in unique(map(str, people if isinstance(people, list | tuple) else ()))
        ),
        members_due=whole(body.get("members_due")),
    )


def _closed(state: Muster, fact: Fact) -> Muster:
    result = str(fact.body.get("result", ""))
    return replace(
        state,
        stage="long_term" if result == "long_term" else "closed",
        result=result if result in RESULTS else "closed",
        closed_at=fact.happened_at,
        end_words=fact.words("words"),
        cause=fact.words("cause"),
        review_at=whole(fact.body.get("review_at")),
    )


def _work_started(state: Muster, fact: Fact) -> Muster:
    return replace(state, work_at=fact.happened_at, leader=fact.words("leader"))


def _finished(state: Muster, fact: Fact) -> Muster:
    return replace(state, done_at=fact.happened_at, evidence=fact.words("words"))


def _passed(state: Muster, fact: Fact) -> Muster:
    return replace(state, passed_at=fact.happened_at, appraisal_due=whole(fact.body.get("appraisal_due")))


def _sent_back(state: Muster, fact: Fact) -> Muster:
    return replace(state, done_at=None, sent_back_words=fact.words("words"))


def _dropped(state: Muster, fact: Fact) -> Muster:
    return replace(state, closed_at=fact.happened_at, end_words=fact.words("words"))


_STEPS: Mapping[str, Callable[[Muster, Fact], Muster]] = {
    "met": _met,
    "sent": _sent,
    "accepted": _answered,
    "returned": _answered,
    "sounded": _sounded,
    "work_started": _work_started,
    "finished": _finished,
    "passed": _passed,
    "sent_back": _sent_back,
    "closed": _closed,
    "dropped": _dropped,
}


# --- entries that move nothing ------------------------------------------------------------------------------------


def _member(state: Muster, fact: Fact) -> Muster:
    """A line of the sign-in sheet; somebody who was not called stands on it behind the others."""
    key = str(fact.body.get("member", ""))
    if not key:
        return irregular(state, fact, "member_unknown")
    known = next((one for one in state.members if one.key == key), None)
    line = known or Attendance(key, fact.words("name"))
    if fact.verb == "member_came":
        line = replace(line, came_at=fact.happened_at, excused=False)
    elif fact.verb == "member_left":
        hours = fact.body.get("hours")
        worked = None
        if isinstance(hours, int | float) and not isinstance(hours, bool) and 0 <= hours <= MOST_HOURS:
            worked = float(hours)
        line = replace(line, left_at=fact.happened_at, hours=worked)
    else:
        line = replace(line, excused=True)
    if known is None:
        return replace(state, members=(*state.members, line))
    return replace(state, members=tuple(line if one.key == key else one for one in state.members))


def _tasked(state: Muster, fact: Fact) -> Muster:
    body = fact.body
    task = Task(
        key=str(body.get("task", "")) or str(fact.id),
        words=fact.words("words"),
        unit=str(body.get("unit", "")),
        person=fact.words("person"),
        due_at=whole(body.get("due_at")),
        given_at=fact.happened_at,
    )
    if any(one.key == task.key for one in state.tasks):
        return irregular(state, fact, "tasked_twice")
    return replace(state, tasks=(*state.tasks, task))


def _task_done(state: Muster, fact: Fact) -> Muster:
    key = str(fact.body.get("task", ""))
    if all(one.key != key for one in state.tasks):
        return irregular(state, fact, "task_unknown")
    done, result = (None, "") if fact.verb == "task_reopened" else (fact.happened_at, fact.words("words"))
    tasks = tuple(replace(one, done_at=done, result=result) if one.key == key else one for one in state.tasks)
    return replace(state, tasks=tasks)


def _noticed(state: Muster, fact: Fact) -> Muster:
    return replace(
        state, notice=fact.words("words"), notice_at=fact.happened_at, notice_where=str(fact.body.get("where", ""))
    )


def _appraised(state: Muster, fact: Fact) -> Muster:
    return replace(state, appraisal=fold(state.appraisal, fact))


_ENTRIES: Mapping[str, Callable[[Muster, Fact], Muster]] = {
    "member_came": _member,
    "member_left": _member,
    "member_excused": _member,
    "tasked": _tasked,
    "task_done": _task_done,
    "task_reopened": _task_done,
    "noticed": _noticed,
    "judged": _appraised,
    "graded": _appraised,
    "noted": lambda state, fact: state,
}

VERBS = ("drafted", "amended", *_STEPS, *_ENTRIES)
"""Every verb of the family but the clocks'."""
