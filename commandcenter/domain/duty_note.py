"""A line a person wrote into the duty log (人补话). Everything else in the log follows from the journal."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import irregular
from commandcenter.domain.value import replace


@dataclass(frozen=True, slots=True)
class Note:
    """The folded state of a line: when it was, its words, who wrote it, whether it was crossed out."""

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    at: int = 0
    words: str = ""
    actor: str = ""
    erased: bool = False
    struck_at: int | None = None
    struck_words: str = ""
    irregular: tuple[tuple[EventId, str], ...] = ()


def apply(state: Note, fact: Fact) -> Note:
    """Fold one fact. Never raises."""
    state = replace(state, subject=fact.subject)
    if fact.verb == "written":
        if state.known:
            return irregular(state, fact, "opened_twice")
        words, erased = fact.words("words"), fact.erased
        return replace(state, known=True, at=fact.happened_at, words=words, actor=fact.actor, erased=erased)
    if fact.verb == "struck":
        state = state if state.known else irregular(state, fact, "not_opened")
        return replace(state, struck_at=fact.happened_at, struck_words=fact.words("words"))
    return irregular(state, fact, "unknown_kind")
