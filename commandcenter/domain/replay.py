"""An incident as it stood at a moment: the same folds over the entries that had happened by then.

A replay shows what had happened, not what had been typed: an entry made late counts from its own time, and so does what was
corrected later, until the correction. The other way of looking, ``known``, counts an entry from when it was recorded: what
the desk could know then, which is what a decision is judged by (docs/decisions/0023).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.command_post import Post
from commandcenter.domain.event import Fact
from commandcenter.domain.fold import causal_order
from commandcenter.domain.order import Order
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.sitrep import SituationReport, in_order
from commandcenter.domain.subjects import apply, family_of
from commandcenter.domain.whistle import Whistle


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The states at a moment; report-ins by ordinal, only those listed by then."""

    at: int
    whistle: Whistle
    report_ins: tuple[ReportIn, ...]
    post: Post
    orders: tuple[Order, ...] = ()
    reports: tuple[SituationReport, ...] = ()


def moment_of(fact: Fact, *, known: bool) -> int:
    """From when an entry counts: when it happened, or with ``known`` when it was recorded, if that was later."""
    return max(fact.happened_at, fact.recorded_at) if known else fact.happened_at


class _Track:
    """The entries of one subject, and its state after each of them as far as anybody has asked.

    The entries up to a moment are the fold's beginning where all of them came in order; where one came late they are not,
    and the fold is made from those that had happened, in causal order.
    """

    def __init__(self, subject: str, facts: Iterable[Fact], *, known: bool) -> None:
        self._causal = causal_order(facts)
        moments = [moment_of(fact, known=known) for fact in self._causal]
        self._times: Sequence[int] = sorted(moments)
        self._in_order = list(self._times) == moments
        self._moments = moments
        self._states: list[Any] = [family_of(subject).empty]
        self._late: dict[int, Any] = {0: self._states[0]}

    def at(self, moment: int) -> Any:
        """The state at a moment."""
        count = bisect_right(self._times, moment)
        if self._in_order:
            while len(self._states) <= count:
                self._states.append(apply(self._states[-1], self._causal[len(self._states) - 1]))
            return self._states[count]
        if count not in self._late:
            state = self._states[0]
            for fact, at in zip(self._causal, self._moments, strict=True):
                if at <= moment:
                    state = apply(state, fact)
            self._late[count] = state
        return self._late[count]


class Replay:
    """The entries of one incident, ready to be folded up to any moment. ``known`` counts entries from when they were recorded."""

    def __init__(self, facts: Iterable[Fact], *, known: bool = False) -> None:
        subjects: dict[str, list[Fact]] = {}
        for fact in facts:
            subjects.setdefault(fact.subject, []).append(fact)
        self._tracks: dict[str, list[_Track]] = {}
        for subject, found in subjects.items():
            family = subject.partition("/")[0]
            self._tracks.setdefault(family, []).append(_Track(subject, found, known=known))

    def _states(self, family: str, moment: int) -> list[Any]:
        return [track.at(moment) for track in self._tracks.get(family, ())]

    def at(self, moment: int) -> Snapshot:
        """The incident at ``moment`` (epoch milliseconds)."""
        states = [state for state in self._states("report_in", moment) if state.listed]
        orders = [state for state in self._states("order", moment) if state.known]
        return Snapshot(
            moment,
            next(iter(self._states("whistle", moment)), Whistle()),
            tuple(sorted(states, key=lambda state: (state.ordinal, state.unit))),
            next(iter(self._states("post", moment)), Post()),
            tuple(sorted(orders, key=lambda order: (order.given_at, order.rank, order.subject))),
            tuple(in_order(self._states("sitrep", moment))),
        )
