"""One time an obligation is due: the reminders that were raised for it, and what a person said was done.

Its subject follows from the obligation and the turn alone, so many desks that raise the same reminder make one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from commandcenter.domain.clock import at_local, local_date
from commandcenter.domain.command import Command, Draft, World, required
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import irregular
from commandcenter.domain.obligation import Done, day_in
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import replace

THRESHOLDS = ("soon", "over", "unknown")
"""What is reminded of: its day comes near, it has passed, nobody knows when it was last done."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """The folded state. ``reminded`` is threshold → when it was first raised (epoch milliseconds), ``due`` a day (ISO)."""

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    obligation: str = ""
    key: str = ""
    title: str = ""
    due: str = ""
    opened_at: int = 0
    reminded: Mapping[str, int] = field(default_factory=dict)
    done_at: int | None = None
    done_on: str = ""
    words: str = ""
    actor: str = ""
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def parent(self) -> str:
        """The obligation (id)."""
        return self.obligation

    @property
    def number(self) -> str:
        """It is found by its obligation."""
        return ""

    @property
    def stage(self) -> str:
        """``done`` or ``reminded``."""
        return "done" if self.done_at is not None else "reminded"

    @property
    def closed_at(self) -> int | None:
        """When somebody said that it was done."""
        return self.done_at

    @property
    def done(self) -> Done | None:
        """What a person said was done; None when nobody did."""
        day = day_in(self.done_on)
        if self.done_at is None or day is None:
            return None
        return Done(day, self.key, by_hand=True, words=self.words, actor=self.actor)


def _text(fact: Fact, name: str) -> str:
    value = fact.body.get(name)
    return value if isinstance(value, str) else ""


def apply(state: Occasion, fact: Fact) -> Occasion:
    """Fold one fact. Never raises."""
    obligation, _, key = fact.subject.partition("/")[2].partition(".")
    opened = min(state.opened_at, fact.happened_at) if state.known else fact.happened_at
    state = replace(
        state, subject=fact.subject, known=True, obligation=obligation, key=key, opened_at=opened,
        title=fact.words("title") or state.title, due=_text(fact, "due") or state.due,
    )  # fmt: skip
    if fact.verb == "reminded":
        name = _text(fact, "threshold")
        if name not in THRESHOLDS:
            return irregular(state, fact, "threshold_wrong")
        at = min(fact.happened_at, state.reminded.get(name, fact.happened_at))
        return replace(state, reminded={**state.reminded, name: at})
    if fact.verb == "done":
        day = day_in(_text(fact, "on"))
        if day is None:
            return irregular(state, fact, "day_wrong")
        words, actor = fact.words("words"), fact.actor
        return replace(state, done_at=fact.happened_at, done_on=day.isoformat(), words=words, actor=actor)
    if fact.verb == "reopened":
        return replace(state, done_at=None, done_on="", words="", actor="")
    return irregular(state, fact, "unknown_kind")


def _subject(world: World, obligation: str, key: str) -> str:
    """Where it stands. Refuses ``obligation_unknown``."""
    if not key or "/" in key or not world.state(f"obligation/{obligation}").known or "." in obligation:
        raise Refused("obligation_unknown")
    return f"occasion/{obligation}.{key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindObligation(Command):
    """The desk found that something is due. Nothing is written when it was raised already, or done.

    Refuses ``obligation_unknown``, ``threshold_unknown``.
    """

    obligation: str
    key: str
    threshold: str
    due: str = ""
    title: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        subject = _subject(world, self.obligation, self.key)
        if self.threshold not in THRESHOLDS:
            raise Refused("threshold_unknown", threshold=self.threshold)
        state: Occasion = world.state(subject)
        if self.threshold in state.reminded or state.done_at is not None:
            return []
        body: dict[str, Any] = {"threshold": self.threshold}
        if day_in(self.due) is not None:
            body["due"] = self.due
        private = {"title": self.title.strip()} if self.title.strip() else None
        at = self.when(world)
        return [Draft(subject=subject, kind="occasion.reminded", body=body, private=private, happened_at=at)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneObligation(Command):
    """A person says it was done, on which day and how; no record tells it. Refuses ``obligation_unknown``, ``words_needed``,
    ``not_a_date``, ``future_time``, ``obligation_done``.
    """

    obligation: str
    key: str
    words: str
    on: str = ""
    due: str = ""
    title: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        subject = _subject(world, self.obligation, self.key)
        words = required(self.words, "words_needed")
        at = self.when(world)
        day = day_in(self.on) if self.on else local_date(at)
        if day is None:
            raise Refused("not_a_date", text=self.on)
        if day > local_date(world.now):
            raise Refused("future_time", at=_noon(day))
        state: Occasion = world.state(subject)
        if state.done_at is not None:
            raise Refused("obligation_done")
        body = {"on": day.isoformat()} | ({"due": self.due} if day_in(self.due) is not None else {})
        private = {"words": words} | ({"title": self.title.strip()} if self.title.strip() else {})
        return [Draft(subject=subject, kind="occasion.done", body=body, private=private, happened_at=at)]


def _noon(day: date) -> int:
    return at_local(day, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenObligation(Command):
    """It was not done after all. Refuses ``obligation_unknown``, ``reason_needed``, ``nothing_changed``."""

    obligation: str
    key: str
    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        subject = _subject(world, self.obligation, self.key)
        state: Occasion = world.state(subject)
        if state.done_at is None:
            raise Refused("nothing_changed")
        private = {"words": required(self.words, "reason_needed")}
        return [Draft(subject=subject, kind="occasion.reopened", private=private, happened_at=self.when(world))]
