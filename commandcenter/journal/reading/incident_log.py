"""The entries of incidents, kept between questions: a key press asks for what came in since, not for a thousand lines again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commandcenter.domain.erasure import VERB as ERASED
from commandcenter.journal import log
from commandcenter.journal.database import Connection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commandcenter.domain.event import EventId, Fact
    from commandcenter.domain.timeline import Entry, Kept

ALONE = ("whistle", "post")
"""Families with one subject an incident."""
BELOW = ("report_in", "order", "sitrep", "supply", "transfer")
"""Families with many subjects below an incident."""
KEPT = 4


class IncidentLog:
    """Reads the entries of incidents through one connection and keeps those of the last few."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: dict[str, tuple[int, dict[EventId, Fact], list[Fact]]] = {}
        self._told: dict[str, tuple[list[Fact], Mapping[EventId, str], list[Entry]]] = {}
        self._entries: dict[str, Kept] = {}

    def facts(self, whistle: str) -> list[Fact]:
        """Every entry of an incident by the time it happened."""
        return list(self._facts(whistle))

    def _facts(self, whistle: str) -> list[Fact]:
        position = log.position(self._connection)
        before = self._kept.pop(whistle, None)
        if before is None:
            found = self._all(whistle)
            ordered = _ordered(found)
        else:
            known, found, ordered = before
            new = self._since(whistle, known, position) if position != known else []
            if position < known or any(fact.verb == ERASED for fact in new):  # words are gone, or it is another file
                found = self._all(whistle)
                ordered = _ordered(found)
            elif new:
                found |= {fact.id: fact for fact in new}
                ordered = _ordered(found)
        self._kept[whistle] = (position, found, ordered)
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        return ordered

    def timeline(self, whistle: str, marks: Mapping[EventId, str]) -> list[Entry]:
        """The timeline of an incident with the marks its folds have set; worked out once for all who ask at the same moment,
        and after an entry only what the entry touches.
        """
        from commandcenter.domain.timeline import entries

        facts = self._facts(whistle)
        told = self._told.pop(whistle, None)
        if told is None or told[0] is not facts or told[1] != marks:
            told = facts, marks, entries(facts, marks, self._entries.setdefault(whistle, {}))
        self._told = {**self._told, whistle: told} if len(self._told) < KEPT else {whistle: told}
        self._entries = {key: kept for key, kept in self._entries.items() if key in self._told}
        return list(told[2])

    def _all(self, whistle: str) -> dict[EventId, Fact]:
        found = [fact for family in ALONE for fact in log.facts_of(self._connection, f"{family}/{whistle}")]
        for family in BELOW:
            found += log.facts_below(self._connection, f"{family}/{whistle}/")
        return {fact.id: fact for fact in found}

    def _since(self, whistle: str, known: int, position: int) -> list[Fact]:
        new = log.facts_between(self._connection, known, position, naming=whistle)  # not the thousand rows of an import
        return [fact for fact in new if _of(fact.subject, whistle)]


def _of(subject: str, whistle: str) -> bool:
    family, _, rest = subject.partition("/")
    key, _, below = rest.partition("/")
    return key == whistle and (family in BELOW if below else family in ALONE)


def _ordered(found: dict[EventId, Fact]) -> list[Fact]:
    return sorted(found.values(), key=lambda fact: (fact.happened_at, fact.hlc, fact.id))
