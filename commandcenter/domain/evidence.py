"""Evidence about a department: what the journal holds of its report-ins, orders and joint duties. Nothing in it is typed.

Each line names the entry it rests on and the number people know it by. What a body that follows its own rules (请, 报) did is
shown and never held against it. Source: domain.md 2.2.3 S3 (only facts from the log), 0-1, 2.13; DESIGN 10.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.appraisal import on_time
from commandcenter.domain.command import World
from commandcenter.domain.event import REAL
from commandcenter.domain.indicators import in_time, judged, missed
from commandcenter.domain.joint import Duty, Joint
from commandcenter.domain.order import Order
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import CLOCKS, ReportIn, clocks

SORTS = ("report_in", "duty", "order")
VERDICTS = ("on_time", "late", "never", "refused", "overdue", "waiting", "unjudged")
AGAINST = ("late", "never", "refused", "overdue")
"""Verdicts that are held against a department."""

MOST = 500
"""Lines of evidence in one collection."""


@dataclass(frozen=True, slots=True)
class Line:
    """A fact about a department.

    ``source`` is the subject it rests on (``joint/<id>#<duty>`` for a line of a duty table), ``number`` what people call it;
    ``at`` is when it began, ``due_at`` and ``done_at`` when it was to be and was done (epoch milliseconds, None unknown);
    ``urged`` counts how often the department was pressed, ``moved`` how often the date was put off.
    """

    sort: str
    source: str
    number: str
    at: int
    verdict: str
    due_at: int | None = None
    done_at: int | None = None
    reason: str = ""
    urged: int = 0
    moved: int = 0

    @property
    def against(self) -> bool:
        """Whether it is held against the department."""
        return self.verdict in AGAINST

    @property
    def body(self) -> dict[str, Any]:
        """The line as it stands in an event."""
        return {name: getattr(self, name) for name in self.__slots__ if getattr(self, name) not in ("", None)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFigures:
    """The cases of a department in a period, as counted from the lists: never a rate, the reader divides.

    ``overdue`` are open and past their limit, ``late`` were closed after it; ``asked`` said whether they are satisfied.
    """

    received: int = 0
    closed: int = 0
    overdue: int = 0
    late: int = 0
    asked: int = 0
    satisfied: int = 0


def of_report_in(state: ReportIn, number: str, now: int) -> Line | None:
    """A report-in as evidence; None for one that came unasked or was called off before any limit of it had passed.

    The end of an incident takes nothing back: who was silent or late when it was called off never came. Who came in time but
    left after its limit, or still has not left, is held against it too.
    """
    verdict, against = on_time(state, now), missed(state)
    if state.unasked or not (verdict or against):
        return None
    clock = clocks(state)["arrive"]
    if not verdict:
        verdict, clock = "never" if judged(state) else "unjudged", clocks(state)[against[-1]]
    outcome = state.outcome
    if outcome is not None and outcome.name == "refused" and verdict != "unjudged":
        verdict = "refused"
    if verdict in ("on_time", "waiting") and in_time(state, "leave", now) is False:
        verdict, clock = "late" if verdict == "on_time" else "overdue", clocks(state)["leave"]
    arrived = state.milestone(CLOCKS[clock.name])
    reason = outcome.reason if outcome is not None and outcome.name == "refused" else ""
    done_at = arrived.at if arrived is not None else clock.met_at
    return Line("report_in", state.subject, number, state.listed_at, verdict, clock.due_at, done_at, reason)


def of_order(state: Order, number: str, relation: str, now: int) -> Line | None:
    """An order with a due time as evidence; None for one without, and for one that was dropped."""
    if not state.known or state.due_at is None or state.dropped_at is not None:
        return None
    verdict = _verdict(state.due_at, state.done_at, now, judged=relation in ("direct", "dispatch"))
    return Line("order", state.subject, number, state.given_at, verdict, state.due_at, state.done_at)


def of_duty(matter: Joint, duty: Duty, now: int) -> Line | None:
    """A line of a duty table as evidence; None before the table was issued and for a line that was taken out."""
    if duty.term is None or duty.dropped_at is not None:
        return None
    verdict = _verdict(duty.due_at, duty.result_at, now, judged=duty.judged)
    if duty.refusal and duty.judged and duty.ruling != "upheld":
        verdict = "refused"
    source = f"{matter.subject}#{duty.id}"
    moved = len(duty.moves)
    told = (duty.term.started_at, verdict, duty.due_at, duty.result_at, duty.refusal, duty.urged, moved)
    return Line("duty", source, matter.number, *told)


def _verdict(due_at: int, done_at: int | None, now: int, *, judged: bool) -> str:
    if not judged:
        return "unjudged"
    if done_at is not None:
        return "on_time" if done_at <= due_at else "late"
    return "overdue" if now > due_at else "waiting"


def line_of(state: Callable[[str], Any], source: str, unit: str, now: int) -> Line | None:
    """The line that a source gives for a unit, out of folded states; None when it tells nothing of the unit in earnest."""
    subject, _, part = source.partition("#")
    found = state(subject)
    if getattr(found, "mode", "") != REAL:
        return None
    if isinstance(found, ReportIn):
        mine = found.listed and found.unit == unit
        return of_report_in(found, _number(state, found.whistle), now) if mine else None
    if isinstance(found, Order):
        whistle = subject.split("/")[1]
        presence = state(f"report_in/{whistle}/{unit}")
        relation = str(getattr(presence, "relation", "request"))
        return of_order(found, _number(state, whistle), relation, now) if found.unit == unit else None
    if isinstance(found, Joint):
        duty = found.duty(part)
        return of_duty(found, duty, now) if duty is not None and duty.unit == unit else None
    return None


def _number(state: Callable[[str], Any], whistle: str) -> str:
    """The number of the whistle a report-in belongs to, of whatever kind it is."""
    for family in ("whistle", "muster"):
        number = str(getattr(state(f"{family}/{whistle}"), "number", ""))
        if number:
            return number
    return ""


def founded(world: World, unit: str, start: int, until: int, sources: tuple[str, ...]) -> list[Line]:
    """The lines that sources give, looked up in the journal. Refuses ``too_much_evidence``, ``evidence_unfounded``.

    A source that tells nothing of the unit, belongs to a drill or lies outside the period is unfounded.
    """
    if len(sources) > MOST:
        raise Refused("too_much_evidence", most=MOST)
    found = []
    for source in dict.fromkeys(sources):
        line = line_of(world.state, source, unit, world.now)
        if line is None or not start <= line.at < until:
            raise Refused("evidence_unfounded", source=source)
        found.append(line)
    return found
