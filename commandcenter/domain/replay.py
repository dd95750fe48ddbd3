"""An incident as it stood at a moment: the same folds over the entries that had happened by then.

A replay shows what had happened, not what had been typed: an entry made late counts from its own time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from commandcenter.domain import command_post, report_in, whistle
from commandcenter.domain.command_post import Post
from commandcenter.domain.event import Fact
from commandcenter.domain.fold import causal_order
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle import Whistle


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The states at a moment; report-ins by ordinal, only those listed by then."""

    at: int
    whistle: Whistle
    report_ins: tuple[ReportIn, ...]
    post: Post


class Replay:
    """The entries of one incident, ready to be folded up to any moment."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        subjects: dict[str, list[Fact]] = {}
        for fact in facts:
            subjects.setdefault(fact.subject, []).append(fact)
        self._subjects = {subject: causal_order(found) for subject, found in subjects.items()}

    def at(self, moment: int) -> Snapshot:
        """The incident at ``moment`` (epoch milliseconds)."""
        blown, post = Whistle(), Post()
        states = []
        for subject, facts in self._subjects.items():
            family = subject.partition("/")[0]
            past = [fact for fact in facts if fact.happened_at <= moment]
            if family == "report_in":
                state = ReportIn()
                for fact in past:
                    state = report_in.apply(state, fact)
                if state.listed:
                    states.append(state)
            elif family == "whistle":
                for fact in past:
                    blown = whistle.apply(blown, fact)
            elif family == "post":
                for fact in past:
                    post = command_post.apply(post, fact)
        return Snapshot(moment, blown, tuple(sorted(states, key=lambda state: (state.ordinal, state.unit))), post)
