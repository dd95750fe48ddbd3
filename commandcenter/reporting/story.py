"""One incident with the names and the moment it is told at: what every part of a document is made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.command_post import PostGroup
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.indicators import stops_at
from commandcenter.domain.order import Order
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.timeline import entries
from commandcenter.domain.whistle import Whistle
from commandcenter.journal.reading.incidents import Incident
from commandcenter.reporting import times
from commandcenter.reporting.background import Background
from commandcenter.reporting.timeline import Line, lines
from commandcenter.reporting.words import ERASED, NONE


@dataclass(frozen=True, slots=True)
class Story:
    """An incident, its entries, the names behind its ids, and ``now`` in epoch milliseconds."""

    incident: Incident
    facts: Sequence[Fact]
    names: Background
    now: int

    @property
    def whistle(self) -> Whistle:
        """The whistle."""
        return self.incident.whistle

    @property
    def start(self) -> int:
        """When the whistle blew."""
        return self.incident.whistle.blown_at

    @property
    def until(self) -> int:
        """The moment up to which the incident's clocks run: ``now``, or when it was closed."""
        return stops_at(self.incident.whistle, self.now)

    @property
    def listed(self) -> list[ReportIn]:
        """The units on the board, by ordinal."""
        return [state for state in self.incident.report_ins if state.listed]

    @property
    def groups(self) -> list[PostGroup]:
        """The open groups of the post in the order they were first opened."""
        return list(self.incident.post.groups)

    @property
    def orders(self) -> list[Order]:
        """The orders in the order they were given, also those of one act."""
        return list(self.incident.orders)

    def gone(self, subject: str) -> bool:
        """Whether private texts of a subject were erased."""
        return any(fact.erased for fact in self.facts if fact.subject == subject)

    def gone_entry(self, key: EventId) -> bool:
        """Whether the private texts of one entry were erased."""
        return any(fact.erased for fact in self.facts if fact.id == key)

    def since(self, at: int | None) -> str:
        """T+, or a dash."""
        return NONE if at is None else times.since(self.start, at)

    def place(self) -> str:
        """Where it happened; nothing when that was never told."""
        known = self.names.place(self.whistle.place, self.whistle.place_words)
        return known or (ERASED if self.gone(self.whistle.subject) else "")

    def timeline(self) -> list[Line]:
        """Every entry as a printed line, oldest first."""
        return lines(entries(self.facts, self.irregular()), self.names, self.start)

    def irregular(self) -> dict[EventId, str]:
        """The steps the folds marked as not allowed."""
        states: Iterable[Any] = (
            self.whistle,
            self.incident.post,
            *self.incident.report_ins,
            *self.incident.orders,
            *self.incident.sitreps,
        )
        return {key: code for state in states for key, code in state.irregular}


def kept(text: str, erased: bool) -> str:
    """A person's words, or that they were erased by law."""
    return text or (ERASED if erased else "")


def timeline_row(line: Line) -> dict[str, Any]:
    """A printed line of the timeline as the templates take it."""
    return {
        "day": line.day,
        "after": line.after,
        "clock": line.clock,
        "sort": line.sort,
        "text": line.text,
        "marks": list(line.marks),
        "crossed": line.crossed,
        "strong": line.level in ("key", "alarm"),
        "by": line.by,
    }
