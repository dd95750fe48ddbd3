"""Double appraisal (双考核): was the whistle justified, and did those called report in on time.

The street grades those it called (arrival, attitude, effect); each of them says whether the whistle was justified; so does
the street. Whether a report-in was on time is never an opinion: it is computed from the report-in. Figures are counts with
their whole; a share of fewer than ten is never told as a percentage. Source: Beijing Regulation 2021 art. 33; domain.md
0-5, 2.2.1 M8, 2.13.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.indicators import Ratio, cancelled, in_time, judged, missed
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import ReportIn, clocks

GRADES = ("excellent", "good", "fair", "poor")
"""优 良 中 差."""

ASPECTS = ("arrival", "attitude", "effect")
"""What the one who blew grades of each it called (domain.md 2.2.1 M8): 到位, 态度, 成效."""

REQUESTER = ""
"""The side that blew, where a unit id stands for a target."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One side's word on the whistle. ``unit`` empty is the side that blew; ``justified`` None is no opinion."""

    unit: str
    justified: bool | None
    words: str
    at: int
    by: str
    id: EventId


@dataclass(frozen=True, slots=True)
class Grading:
    """How the side that blew grades one it called: aspect → grade. What was not graded is missing, never a middle grade."""

    unit: str
    grades: Mapping[str, str]
    words: str
    at: int
    by: str
    id: EventId


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Both sides as they stand, by unit. A later word of the same side replaces the earlier one; the journal keeps both."""

    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    gradings: Mapping[str, Grading] = field(default_factory=dict)

    @property
    def justified(self) -> Ratio:
        """Who calls the whistle justified, of all who said yes or no."""
        told = [one for one in self.verdicts.values() if one.justified is not None]
        return Ratio(sum(1 for one in told if one.justified), len(told))

    @property
    def agreed(self) -> bool | None:
        """Whether both sides call it justified (吹哨合理, domain.md 2.13); None while a side has said nothing.

        Of several targets more than half must call it so.
        """
        own = self.verdicts.get(REQUESTER)
        others = [one for unit, one in self.verdicts.items() if unit != REQUESTER and one.justified is not None]
        if own is None or own.justified is None or not others:
            return None
        return own.justified and 2 * sum(1 for one in others if one.justified) > len(others)

    def waiting(self, units: Iterable[str], *, grade: bool = True) -> tuple[str, ...]:
        """Whose word is missing: the units that said nothing, or that were not graded, and ``""`` for the side that blew."""
        found = [] if REQUESTER in self.verdicts else [REQUESTER]
        found += [unit for unit in units if unit not in self.verdicts or (grade and unit not in self.gradings)]
        return tuple(found)


def fold(state: Appraisal, fact: Fact) -> Appraisal:
    """Fold ``judged`` (a side's word) or ``graded`` (the grades of one unit); any other verb changes nothing."""
    unit = str(fact.body.get("unit", ""))
    if fact.verb == "judged":
        told = fact.body.get("justified")
        justified = told if isinstance(told, bool) else None
        verdict = Verdict(unit, justified, fact.words("words"), fact.happened_at, fact.actor, fact.id)
        return replace(state, verdicts={**state.verdicts, unit: verdict})
    if fact.verb == "graded":
        given = fact.body.get("grades")
        grades = {str(k): str(v) for k, v in given.items()} if isinstance(given, Mapping) else {}
        grading = Grading(unit, grades, fact.words("words"), fact.happened_at, fact.actor, fact.id)
        return replace(state, gradings={**state.gradings, unit: grading})
    return state


def check_grades(grades: Mapping[str, str]) -> None:
    """Refuse grades that are none: ``nothing_graded``, ``aspect_unknown``, ``appraisal_grade_unknown``."""
    if not grades:
        raise Refused("nothing_graded")
    for aspect, grade in grades.items():
        if aspect not in ASPECTS:
            raise Refused("aspect_unknown", aspect=aspect)
        if grade not in GRADES:
            raise Refused("appraisal_grade_unknown", grade=grade)


# --- computed, not said -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Punctuality:
    """How the report-ins of a whistle kept their agreed times, among those that are judged (直, 调, with a limit).

    ``waiting`` still have time. ``unjudged`` follow their own rules (请, 报), came unasked or have no limit: shown, not
    counted. Who was called off before its limit is in none of them.
    """

    on_time: int = 0
    late: int = 0
    never: int = 0
    waiting: int = 0
    unjudged: int = 0

    @property
    def ratio(self) -> Ratio:
        """On time, of those whose time is over or who came."""
        return Ratio(self.on_time, self.on_time + self.late + self.never)


def on_time(state: ReportIn, now: int) -> str:
    """How one report-in stands against its arrival limit: ``on_time``, ``late``, ``never`` (refused, replaced, never came, or
    the limit is out and nobody is there), ``waiting``, ``unjudged``, or empty for one that was called off in time.
    """
    if cancelled(state) and clocks(state)["arrive"].met_at is None:
        return "never" if judged(state) and "arrive" in missed(state) else ""
    clock = clocks(state)["arrive"]
    if not judged(state) or clock.due_at is None:
        return "unjudged"
    if clock.met_at is not None:
        kept = in_time(state, "arrive", now)
        return "unjudged" if kept is None else "on_time" if kept else "late"
    return "never" if state.closed or now > clock.due_at else "waiting"


def punctuality(states: Iterable[ReportIn], now: int) -> Punctuality:
    """The report-ins of a whistle, counted."""
    counts = dict.fromkeys(("on_time", "late", "never", "waiting", "unjudged"), 0)
    for state in states:
        standing = on_time(state, now)
        if standing:
            counts[standing] += 1
    return Punctuality(**counts)
