"""Questions about whistles and all that hangs on them. Answers are folded values of the domain."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from commandcenter.journal import log
from commandcenter.journal.codec import from_json_as
from commandcenter.journal.database import Connection
from commandcenter.journal.reading.incident_log import IncidentLog

if TYPE_CHECKING:  # each state is loaded by the question that answers with it: a start asks few of them
    from collections.abc import Callable, Mapping

    from commandcenter.domain.command_post import Post
    from commandcenter.domain.event import EventId, Fact
    from commandcenter.domain.order import Order
    from commandcenter.domain.report_in import ReportIn
    from commandcenter.domain.review import Review
    from commandcenter.domain.sitrep import SituationReport
    from commandcenter.domain.timeline import Entry
    from commandcenter.domain.whistle import Whistle


State = TypeVar("State")
Answer = TypeVar("Answer")

KEPT_STATES = 256
"""Stored states kept as values: those of a few incidents."""


class WhistleRow(NamedTuple):
    """A whistle in a list, with how its units stand."""

    state: Whistle
    units: int
    answered: int
    arrived: int
    closed: int


@dataclass(frozen=True, slots=True)
class Incident:
    """Everything of one whistle, as it stands."""

    whistle: Whistle
    report_ins: tuple[ReportIn, ...]
    post: Post
    orders: tuple[Order, ...]
    sitreps: tuple[SituationReport, ...]
    review: Review


class Alarm(NamedTuple):
    """A raised threshold nobody has taken note of. ``threshold`` is warn or due, ``kind`` the kind of the whistle it belongs to,
    empty where it belongs to none.
    """

    subject: str
    clock: str
    mode: str
    threshold: str
    raised_at: int
    due_at: int
    kind: str = ""


class ClockFact(NamedTuple):
    """One unit's clock in one whistle: its limit in minutes (None = its own rule), how long it took in milliseconds (None
    = never).
    """

    unit: str
    plan: str
    limit: float | None
    took: int | None


_CLOCK_COLUMN = {"answer": "answered_at", "leave": "left_at", "arrive": "arrived_at"}
_REACHED = ("answered_at", "left_at", "arrived_at", "done_at", "released_at", "back_at")
"""A later milestone also stops the clocks before it: who arrived has answered."""


class IncidentReader:
    """Reads whistles through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._log = IncidentLog(connection)
        self._states: dict[str, object] = {}
        self._answers: dict[tuple[str, str], object] = {}
        self._version = (-1, -1)

    def _once(self, name: str, about: str, ask: Callable[[str], list[Answer]]) -> list[Answer]:
        """The answer to a question that every window asks at the same change; asked anew once anybody has committed."""
        by_others = self._connection.execute("PRAGMA data_version").fetchone()[0]
        version = by_others, self._connection.total_changes
        if version != self._version:
            self._version = version
            self._answers.clear()
        key = (name, about)
        if key not in self._answers:
            self._answers[key] = ask(about)
        return list(cast("list[Answer]", self._answers[key]))

    def running(self, kind: str = "emergency") -> list[WhistleRow]:
        """Whistles neither undone nor closed, newest first; real ones before drills.

        Only emergencies, unless another kind is asked for (empty: every kind): a muster that runs for weeks is no incident.
        """
        return self._once("running", kind, self._running)

    def _running(self, kind: str) -> list[WhistleRow]:
        sql = (
            "SELECT id, state FROM whistle WHERE stage IN ('running', 'stood_down', 'false_alarm')"
            " AND (? = '' OR kind = ?) ORDER BY mode = 'drill', blown_at DESC, id"
        )
        return [self._row(key, state) for key, state in self._connection.execute(sql, (kind, kind)).fetchall()]

    def reporting(self, now: int) -> list[Whistle]:
        """The incidents that are being reported upward, newest first: the running ones, then those closed ones whose changed
        casualties still have to be reported again.
        """
        from commandcenter.domain.whistle import Whistle

        sql = (
            "SELECT state FROM whistle WHERE kind = 'emergency' AND (stage IN ('running', 'stood_down', 'false_alarm')"
            " OR id IN (SELECT whistle FROM sitrep WHERE stage = 'final' AND json_extract(state, '$.watch_until') >= ?))"
            " ORDER BY stage = 'closed', mode = 'drill', blown_at DESC, id"
        )
        return [from_json_as(state, Whistle) for (state,) in self._connection.execute(sql, (now,)).fetchall()]

    def all(self, limit: int = 500) -> list[WhistleRow]:
        """Every whistle, newest first."""
        sql = "SELECT id, state FROM whistle ORDER BY blown_at DESC, id LIMIT ?"
        return [self._row(key, state) for key, state in self._connection.execute(sql, (limit,)).fetchall()]

    def by_number(self, number: str) -> str:
        """The id of the whistle with a number; empty when there is none."""
        row = self._connection.execute("SELECT id FROM whistle WHERE number = ?", (number.strip(),)).fetchone()
        return str(row[0]) if row else ""

    def numbers(self, part: str, limit: int = 8) -> list[tuple[str, str]]:
        """Whistles whose number contains ``part``: (id, number), newest first."""
        sql = "SELECT id, number FROM whistle WHERE instr(number, ?) ORDER BY blown_at DESC LIMIT ?"
        return [(key, number) for key, number in self._connection.execute(sql, (part.upper(), limit))]

    def whistle(self, whistle: str) -> Whistle:
        """One whistle; an empty one when it is not known."""
        from commandcenter.domain.whistle import Whistle

        row = self._connection.execute("SELECT state FROM whistle WHERE id = ?", (whistle,)).fetchone()
        return self._opened(row[0], Whistle) if row else Whistle()

    def _opened(self, text: str, kind: type[State]) -> State:
        """A stored state as its frozen value. The same text gives the same value: of thirty units one has changed."""
        found = self._states.get(text)
        if not isinstance(found, kind):
            found = from_json_as(text, kind)
            if len(self._states) >= KEPT_STATES:
                self._states.clear()
            self._states[text] = found
        return found

    def report_ins(self, whistle: str) -> tuple[ReportIn, ...]:
        """The report-ins of a whistle, by ordinal."""
        return tuple(self._once("report_ins", whistle, self._report_ins))

    def _report_ins(self, whistle: str) -> list[ReportIn]:
        from commandcenter.domain.report_in import ReportIn

        sql = "SELECT state FROM report_in WHERE whistle = ? ORDER BY ordinal, unit"
        return [self._opened(state, ReportIn) for (state,) in self._connection.execute(sql, (whistle,))]

    def post(self, whistle: str) -> Post:
        """The command post of a whistle; an empty one before it is set up."""
        from commandcenter.domain.command_post import Post

        row = self._connection.execute("SELECT state FROM post WHERE whistle = ?", (whistle,)).fetchone()
        return from_json_as(row[0], Post) if row else Post()

    def orders(self, whistle: str) -> tuple[Order, ...]:
        """The orders of an incident in the order they were given."""
        from commandcenter.domain.order import Order

        sql = "SELECT state FROM task_order WHERE whistle = ? ORDER BY subject"
        found = [from_json_as(state, Order) for (state,) in self._connection.execute(sql, (whistle,))]
        return tuple(sorted(found, key=lambda order: (order.given_at, order.rank, order.subject)))

    def sitreps(self, whistle: str) -> tuple[SituationReport, ...]:
        """The situation reports of an incident."""
        from commandcenter.domain.sitrep import SituationReport

        sql = "SELECT state FROM sitrep WHERE whistle = ? ORDER BY ordinal, subject"
        return tuple(from_json_as(state, SituationReport) for (state,) in self._connection.execute(sql, (whistle,)))

    def review(self, whistle: str) -> Review:
        """The review of a whistle; an empty one before anything was entered."""
        from commandcenter.domain.review import Review

        row = self._connection.execute("SELECT state FROM review WHERE whistle = ?", (whistle,)).fetchone()
        return from_json_as(row[0], Review) if row else Review()

    def incident(self, whistle: str) -> Incident:
        """Everything of one whistle."""
        return Incident(
            self.whistle(whistle),
            self.report_ins(whistle),
            self.post(whistle),
            self.orders(whistle),
            self.sitreps(whistle),
            self.review(whistle),
        )

    def facts(self, whistle: str) -> list[Fact]:
        """Every entry of an incident by the time it happened: whistle, report-ins, post, orders, reports, what else belongs."""
        return self._log.facts(whistle)

    def timeline(self, whistle: str, marks: Mapping[EventId, str] | None = None) -> list[Entry]:
        """The timeline of an incident. ``marks`` are the codes of irregular steps that its folds have set."""
        return self._log.timeline(whistle, marks or {})

    def review_facts(self, whistle: str) -> list[Fact]:
        """Every entry on the review of an incident, in the order it was made."""
        return log.facts_of(self._connection, f"review/{whistle}")

    def kept_review(self, whistle: str, number: int) -> str:
        """The text (JSON) of a signed version as it was kept; empty when there is none or it was erased."""
        facts = log.facts_of(self._connection, f"kept_review/{whistle}")
        return next((fact.words("content") for fact in facts if fact.body.get("number") == number), "")

    def former(self, whistle: Whistle, limit: int = 6) -> list[tuple[Whistle, tuple[ReportIn, ...]]]:
        """The last incidents of the same plan and mode that ended before this one began, the newest first."""
        from commandcenter.domain.whistle import Whistle

        sql = (
            "SELECT id, state FROM whistle WHERE plan = ? AND plan <> '' AND mode = ? AND blown_at < ? AND stage <> 'undone'"
            " AND id <> ? ORDER BY blown_at DESC, id LIMIT ?"
        )
        told = (whistle.plan, whistle.mode, whistle.blown_at, whistle.id, limit)
        rows = self._connection.execute(sql, told).fetchall()
        return [(from_json_as(state, Whistle), self.report_ins(key)) for key, state in rows]

    def facts_of(self, subject: str) -> list[Fact]:
        """Every entry of one subject, in the order they were taken in."""
        return log.facts_of(self._connection, subject)

    def alarms(self, mode: str = "") -> list[Alarm]:
        """Raised thresholds that nobody has taken note of and that still run, newest first."""
        return self._once("alarms", mode, self._alarms)

    def _alarms(self, mode: str) -> list[Alarm]:
        sql = (
            "SELECT subject, clock, mode, CASE WHEN due_raised_at IS NULL THEN 'warn' ELSE 'due' END,"
            " ifnull(due_raised_at, warn_raised_at), due_at FROM deadline INDEXED BY ix_deadline_alarm"
            " WHERE met_at IS NULL AND stopped = 0 AND acknowledged_at IS NULL AND expired = 0"
            " AND due_raised_at IS NOT NULL AND clock NOT GLOB 'remind:*' AND (? = '' OR mode = ?)"
            " ORDER BY due_raised_at DESC, subject"
        )
        found = [Alarm(*row) for row in self._connection.execute(sql, (mode, mode)).fetchall()]
        kinds: dict[str, str] = {}
        for alarm in found:
            whistle = alarm.subject.split("/")[1]
            if whistle not in kinds:
                row = self._connection.execute("SELECT kind FROM whistle WHERE id = ?", (whistle,)).fetchone()
                kinds[whistle] = str(row[0]) if row else ""
        return [alarm._replace(kind=kinds[alarm.subject.split("/")[1]]) for alarm in found]

    def due(self, now: int, limit: int = 200) -> list[tuple[str, str, str, int]]:
        """Thresholds passed and not yet raised: (subject, clock, threshold, when it passed).

        What was missed while no desk ran comes in portions: those of incidents first, then of cases, reminders last; the
        oldest first.
        """
        found = []
        for threshold, column in (("due", "due_at"), ("warn", "warn_at")):
            sql = (
                f"SELECT clock GLOB 'remind:*', subject GLOB 'case/*', subject, clock, {column} FROM deadline"
                f" WHERE met_at IS NULL AND stopped = 0 AND {column} <= ? AND {threshold}_raised_at IS NULL"
                f" ORDER BY 1, 2, {column} LIMIT ?"
            )
            rows = self._connection.execute(sql, (now, limit)).fetchall()
            found += [((reminds, case), (subject, clock, threshold, at)) for reminds, case, subject, clock, at in rows]
        return [due for _, due in sorted(found, key=itemgetter(0))]

    def next_due(self) -> int | None:
        """When the next threshold that was not raised will pass."""
        moments = []
        for threshold, column in (("due", "due_at"), ("warn", "warn_at")):
            sql = f"SELECT min({column}) FROM deadline WHERE met_at IS NULL AND stopped = 0 AND {threshold}_raised_at IS NULL"
            row = self._connection.execute(sql).fetchone()
            if row[0] is not None:
                moments.append(int(row[0]))
        return min(moments, default=None)

    def alarm_rate(self, since: int) -> int:
        """How many limits ran out since then in real work; the measured alarm rate."""
        sql = (
            "SELECT count(*) FROM deadline"
            " WHERE due_raised_at >= ? AND expired = 0 AND mode = 'real' AND clock NOT GLOB 'remind:*'"
        )
        return int(self._connection.execute(sql, (since,)).fetchone()[0])

    def clock_facts(self, clock: str, since: int) -> list[ClockFact]:
        """What became of the clock ``answer``, ``leave`` or ``arrive`` in the real whistles blown since then.

        Cancelled and replaced listings and those that came unasked are left out, and clocks that still run.
        """
        from commandcenter.domain.report_in import ReportIn

        columns = _REACHED[_REACHED.index(_CLOCK_COLUMN[clock]) :]
        sql = (
            f"SELECT r.unit, w.plan, w.stage, r.listed_at, {', '.join(f'r.{column}' for column in columns)}, r.state"
            " FROM report_in r JOIN whistle w ON w.id = r.whistle"
            " WHERE w.mode = 'real' AND w.kind = 'emergency' AND w.stage <> 'undone' AND w.blown_at >= ?"
            " AND r.outcome NOT IN ('cancelled', 'replaced')"
            " ORDER BY r.listed_at, r.whistle, r.unit"
        )
        found = []
        for unit, plan, stage, listed_at, *reached, state in self._connection.execute(sql, (since,)).fetchall():
            presence = from_json_as(state, ReportIn)
            met = min((at for at in reached if at is not None), default=None)
            if presence.unasked or presence.undone or (met is None and stage == "running"):
                continue
            found.append(ClockFact(unit, plan, presence.limits.get(clock), None if met is None else met - listed_at))
        return found

    def arrival_seconds(self, plan: str, mode: str, before: int, limit: int = 6) -> list[list[int]]:
        """For the last whistles of a plan before a moment: seconds from the whistle to each arrival, sorted."""
        sql = "SELECT id, blown_at FROM whistle WHERE plan = ? AND mode = ? AND blown_at < ? ORDER BY blown_at DESC LIMIT ?"
        result = []
        for key, blown_at in self._connection.execute(sql, (plan, mode, before, limit)).fetchall():
            arrivals = (
                "SELECT arrived_at FROM report_in WHERE whistle = ? AND arrived_at IS NOT NULL ORDER BY arrived_at"
            )
            result.append([(at - blown_at) // 1000 for (at,) in self._connection.execute(arrivals, (key,))])
        return result

    def _row(self, key: str, state: str) -> WhistleRow:
        from commandcenter.domain.whistle import Whistle

        sql = (
            "SELECT count(*), sum(answered_at IS NOT NULL OR left_at IS NOT NULL OR arrived_at IS NOT NULL),"
            " sum(arrived_at IS NOT NULL), sum(outcome <> '') FROM report_in WHERE whistle = ?"
        )
        counts = self._connection.execute(sql, (key,)).fetchone()
        return WhistleRow(self._opened(state, Whistle), *(int(value or 0) for value in counts))
