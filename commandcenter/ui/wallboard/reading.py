"""What the calm wallboard shows, read in one go away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from commandcenter.desk.on_duty import on_duty
from commandcenter.desk.read import Read
from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.domain.duty import Shift
from commandcenter.domain.indicators import Ratio, arrivals
from commandcenter.domain.month import month_of
from commandcenter.domain.rates import ThreeRates, three_rates
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle import Whistle
from commandcenter.journal.reading.cases import CaseQuery, CaseRow
from commandcenter.journal.reading.incidents import WhistleRow

ROWS = 12
HORIZON = 400 * DAY
"""No limit is longer than this; it makes "due soon" mean "the next one"."""
WHISTLES = 60
"""How many past whistles are looked at: enough to find the last real one behind a season of drills."""


@dataclass(frozen=True, slots=True)
class Calm:
    """The office as it stood at ``at`` (epoch milliseconds). ``rows`` are the open cases that press first.

    ``coming`` is the case whose limit passes next, ``to_judge`` the most pressing one not yet dispatched. ``intake`` are the
    moments of today's registrations, ``rates`` those of this month, ``shift`` is the running one.
    """

    at: int
    counts: Mapping[str, int]
    rows: tuple[CaseRow, ...]
    coming: CaseRow | None
    to_judge: CaseRow | None
    intake: tuple[int, ...]
    closed_today: int
    rates: ThreeRates
    whistles: tuple[tuple[WhistleRow, Ratio], ...]
    shift: Shift | None
    next_shift: Shift | None

    @property
    def next_due(self) -> int | None:
        """When the next limit of an open case passes; None when none runs."""
        return self.coming.next_due if self.coming is not None else None


def calm_at(now: int) -> Callable[[Read], Calm]:
    """The question for the office as it stands at ``now``, to be asked in the background."""

    def read_calm(read: Read) -> Calm:
        today = local_date(now)
        midnight, month = at_local(today), month_of(now)
        watch = on_duty(read, now)
        waiting = read.cases.first_page(CaseQuery(view="to_judge"), now, 1)
        coming_due = read.cases.first_page(CaseQuery(view="soon", soon_ms=HORIZON), now, 1)
        return Calm(
            at=now,
            counts=read.cases.counts(now),
            rows=tuple(read.cases.first_page(CaseQuery(), now, ROWS)),
            coming=coming_due[0] if coming_due else None,
            to_judge=waiting[0] if waiting else None,
            intake=tuple(read.cases.intake(midnight, now + 1)),
            closed_today=read.cases.closed_between(midnight, now + 1),
            rates=three_rates(read.rates.formulas(), read.rates.total(month, month, now)),
            whistles=tuple(
                (row, _came(row.state, read.incidents.report_ins(row.state.id)))
                for row in read.incidents.all(WHISTLES)
                if row.state.undone_at is None
            ),
            shift=watch.shift if watch.known else None,
            next_shift=watch.following if watch.following.known else None,
        )

    return read_calm


def _came(whistle: Whistle, states: Sequence[ReportIn]) -> Ratio:
    """Who came of those who were to come. The end of a drill strikes everybody off; who had been there before was there."""
    if whistle.ended_at is None:
        return arrivals(states)
    asked = [state for state in states if state.relation != "report" and not state.unasked]
    return Ratio(sum(state.milestone("arrived") is not None for state in asked), len(asked))
