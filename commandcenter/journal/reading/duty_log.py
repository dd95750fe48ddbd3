"""The duty log (值班日志): lines made from the events of a span, and the lines people wrote.

The log writes itself: nothing that stands in the journal is typed a second time. It is read along one index over the events
that are about no case, bounded by its span and by a number of lines. What each line says is worded by who shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain.deadline import ESCALATION, REMINDER
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.masking import mask_known, mask_who
from commandcenter.journal import log
from commandcenter.journal.database import Connection

MOST = 1_000
"""So many lines of a span are told at the most."""
_READ = 4 * MOST

LEVELS = ("minor", "plain", "key", "alarm")
"""How much a line weighs: a call among many, a step, a turning point, something that went wrong."""

_BY_LEVEL: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "key": {
        "whistle": ("blown", "undone", "false_alarm", "stood_down", "drill_ended", "closed", "reopened"),
        "post": ("set_up", "handed_over", "taken_back", "ended", "withdrawn"),
        "warning": ("received", "changed", "ended"),
        "handover": ("signed",),
        "drill_run": ("started", "ended", "terminated"),
        "muster": ("sent",),
        "joint": ("opened",),
    },
    "alarm": {"report_in": ("refused", "never_came", "left_early", "lost")},
    "plain": {
        "whistle": ("told", "confirmed", "leader_arrived"),
        "report_in": ("found",),
        "post": ("shift_changed", "decided"),
        "sitrep": ("phoned", "issued", "delivered"),
        "warning": ("extended", "called", "whistled", "closed"),
        "muster": ("met", "work_started", "closed", "dropped"),
        "joint": ("lead_named", "met", "table_issued", "closed", "returned"),
        "supervision": ("opened", "reminded", "closed"),
        "shift": ("signed_in", "substituted", "left", "zero_reported", "zero_withdrawn"),
        "handover": ("opened", "dropped"),
        "consultation": ("held", "minuted"),
        "attendance": ("closed",),
        "foresight": ("raised",),
        "occasion": ("done",),
        "duty_note": ("written",),
        "roster_import": ("listed", "retired"),
        "patrol": ("reported", "told_on"),
    },
    "minor": {
        "occasion": ("reminded",),
        "call": ("logged",),
        "patrol": ("found", "ended"),
        "call_list": ("drawn_up", "closed"),
    },
}
_CLOCKED = ("whistle", "report_in", "post", "sitrep", "order", "joint", "muster", "supervision", "warning", "patrol")
"""Families whose clocks the log tells of when they run out; of slow matters also when most of the time is gone."""
_SLOW = ("joint", "muster", "supervision")

_LEVEL: Mapping[str, str] = {
    f"{family}.{verb}": level
    for level, families in _BY_LEVEL.items()
    for family, verbs in families.items()
    for verb in verbs
}
KINDS = (*_LEVEL, *(f"{family}.deadline_raised" for family in _CLOCKED))
"""Every kind of event the log tells."""

VIEWS = ("main", "all", "hand")
"""What is shown: all but the minor lines, everything, only what people wrote."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line. ``at`` is when it happened, ``recorded_at`` when it was written (epoch milliseconds).

    ``facts`` are codes and counts of the event, ``words`` its private texts, masked. ``number`` and ``title`` are those of the
    matter it belongs to, ``unit`` the unit it is about. ``count`` sums up entries that are told as one. A line somebody
    crossed out is ``struck``; it stays.
    """

    id: EventId
    at: int
    recorded_at: int
    kind: str
    subject: str
    actor: str
    mode: str = "real"
    level: str = "plain"
    facts: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    number: str = ""
    title: str = ""
    unit: str = ""
    count: int = 1
    late: bool = False
    struck: bool = False
    erased: bool = False

    @property
    def by_hand(self) -> bool:
        """Whether a person wrote it; everything else follows from the journal."""
        return self.kind.startswith("duty_note.")

    @property
    def family(self) -> str:
        """The family of what it is about."""
        return self.kind.partition(".")[0]


@dataclass(frozen=True, slots=True)
class DutyLog:
    """The lines of a span, oldest first; how many of them people wrote; whether there were more than are told."""

    lines: tuple[LogLine, ...] = ()
    by_hand: int = 0
    more: bool = False


class DutyLogReader:
    """Reads through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_span(self, start: int, end: int, view: str = "main") -> DutyLog:
        """The log from ``start`` until before ``end``; the newest lines when there are too many. ``view`` is one of ``VIEWS``."""
        kinds = tuple(kind for kind in KINDS if _shown(kind, view))
        facts = log.facts_of_span(self._connection, start, end, kinds, _READ, newest=True)
        lines = lines_of(facts)
        if view != "all":
            lines = [line for line in lines if line.level != "minor"]
        more = len(facts) == _READ or len(lines) > MOST
        named = self._named(lines[-MOST:])
        return DutyLog(tuple(named), sum(line.by_hand for line in named), more)

    def notes(self, start: int, end: int) -> list[LogLine]:
        """What people wrote on a span and did not cross out, oldest first."""
        return [line for line in self.of_span(start, end, "hand").lines if not line.struck]

    def _named(self, lines: Iterable[LogLine]) -> list[LogLine]:
        kept: dict[str, tuple[str, str]] = {}
        found = []
        for line in lines:
            if line.by_hand:
                found.append(self._with_its_end(line))
                continue
            whose = _whose(line.subject)
            if whose not in kept:
                kept[whose] = self._whose(whose)
            number, title = kept[whose]
            line = replace(line, number=number, title=title)
            found.append(self._of_case(line) if line.kind == "patrol.reported" else line)
        return found

    def _of_case(self, line: LogLine) -> LogLine:
        """A finding that became a case, with the number of the case and what it is about."""
        sql = "SELECT number, title, reporter FROM case_row WHERE id = ?"
        row = self._connection.execute(sql, (str(line.facts.get("case", "")),)).fetchone()
        if row is None:
            return line
        number, title, reporter = (str(value or "") for value in row)
        return replace(line, number=number, words={**line.words, "words": mask_known(title, reporter)})

    def _with_its_end(self, line: LogLine) -> LogLine:
        """A line a person wrote, crossed out when somebody did so, on whichever day."""
        struck = next((fact for fact in log.facts_of(self._connection, line.subject) if fact.verb == "struck"), None)
        if struck is None:
            return line
        instead = struck.words("words")
        return replace(line, struck=True, words={**line.words, **({"struck": instead} if instead else {})})

    def _whose(self, subject: str) -> tuple[str, str]:
        """Number and title of the matter a line belongs to; empty where it has none."""
        family, _, key = subject.partition("/")
        if family == "whistle":
            sql = "SELECT number, json_extract(state, '$.title') FROM whistle WHERE id = ?"
            row = self._connection.execute(sql, (key,)).fetchone()
        elif family == "roster_import":
            return "", self._file(subject)
        elif family == "call":
            row = self._connection.execute("SELECT number, '' FROM call_row WHERE id = ?", (key,)).fetchone()
        elif family == "patrol":
            row = self._connection.execute("SELECT '', place FROM patrol_row WHERE id = ?", (key,)).fetchone()
        else:
            sql = "SELECT number, json_extract(state, '$.title') FROM matter WHERE subject = ?"
            row = self._connection.execute(sql, (subject,)).fetchone()
        return (str(row[0] or ""), str(row[1] or "")) if row else ("", "")

    def _file(self, subject: str) -> str:
        """The name of a file of which a roster was taken over."""
        listed = next((fact for fact in log.facts_of(self._connection, subject) if fact.verb == "listed"), None)
        fields = listed.body.get("fields") if listed is not None else None
        return str(fields.get("file", "")) if isinstance(fields, Mapping) else ""


def _shown(kind: str, view: str) -> bool:
    if view == "hand":
        return kind.startswith("duty_note.")
    return view == "all" or _LEVEL.get(kind) != "minor"


def _whose(subject: str) -> str:
    """The subject whose number a line is known by: of all that belongs to an incident, its whistle."""
    family, _, rest = subject.partition("/")
    if family in ("report_in", "post", "sitrep", "order"):
        return f"whistle/{rest.partition('/')[0]}"
    return subject


def lines_of(facts: Iterable[Fact]) -> list[LogLine]:
    """The lines of some facts, oldest first. What many entries say one after another is told once, with their count."""
    told = sorted(facts, key=lambda fact: (fact.happened_at, fact.hlc, fact.id))
    withdrawn = {fact.corrects for fact in told if fact.verb == "withdrawn"}
    lines: list[LogLine] = []
    gathered: dict[tuple[str, str], int] = {}
    raised: set[tuple[str, str, str]] = set()
    for fact in told:
        level = _level(fact)
        if not level or fact.id in withdrawn:
            continue
        if fact.verb in ("deadline_raised", "reminded"):
            key = (fact.subject, str(fact.body.get("clock", "")), str(fact.body.get("threshold", "")))
            if key in raised:
                continue  # another desk raised it as well
            raised.add(key)
        line = _line(fact, level)
        same = (fact.subject, fact.kind)
        if fact.kind in ("warning.called", "shift.signed_in"):
            place = gathered.get(same)
            if place is not None and place == len(lines) - 1:
                before = lines[place]
                lines[place] = replace(line, count=before.count + 1, facts=_together(before.facts, line.facts))
                continue
            gathered[same] = len(lines)
        lines.append(line)
    return lines


def _together(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    people = [*_people(before), *_people(now)]
    return {**now, "people": people}


def _people(facts: Mapping[str, Any]) -> list[str]:
    told = facts.get("people")
    if isinstance(told, list):
        return [str(one) for one in told]
    one = facts.get("person")
    return [one] if isinstance(one, str) and one else []


def _level(fact: Fact) -> str:
    """The level of a fact; empty for one the log does not tell. A case out of a patrol is a turning point when it is urgent."""
    if fact.kind == "patrol.reported":
        return "key" if fact.body.get("grade") in ("urgent", "prompt") else "minor"
    if fact.verb != "deadline_raised":
        return _LEVEL.get(fact.kind, "")
    clock, threshold = str(fact.body.get("clock", "")), fact.body.get("threshold")
    family = fact.kind.partition(".")[0]
    if family == "patrol":
        return "plain" if clock.startswith(REMINDER) else ""
    if clock.startswith((REMINDER, ESCALATION)):
        return "plain" if family in _SLOW and clock.startswith(REMINDER) else ""
    if threshold == "due":
        return "alarm"
    return "plain" if family in _SLOW else ""


def _line(fact: Fact, level: str) -> LogLine:
    private = fact.private or {}
    names = [value for name in ("who", "told_by", "name", "receiver") if isinstance(value := private.get(name), str)]
    words = {}
    for name, value in private.items():
        if not isinstance(value, str) or name == "phone":
            continue
        if fact.kind.startswith("duty_note."):
            words[name] = value
        else:
            words[name] = mask_who(value) if value in names else mask_known(value, *names)
    rest = fact.subject.partition("/")[2]
    unit = rest.partition("/")[2] if fact.kind.startswith("report_in.") else str(fact.body.get("unit", ""))
    return LogLine(
        id=fact.id,
        at=fact.happened_at,
        recorded_at=fact.recorded_at,
        kind=fact.kind,
        subject=fact.subject,
        actor=fact.actor,
        mode=fact.mode,
        level=level,
        facts=fact.body,
        words=words,
        unit=unit,
        late=fact.late and fact.verb != "deadline_raised",
        erased=fact.erased,
    )
