"""The monthly review (月度点评): what people add to the figures of a month, and who looked at it before it goes out.

The figures themselves are no state: they are counted anew from the cases, so a late call-back shows. What is kept is what
was typed - measures of the next month, what became of those of the last, the cases told as examples - and each check by a
person with the digest of what was checked (domain.md 2-17, 5.6 F18).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from commandcenter.domain.command import Command, Draft, World, required, unique
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.refusal import Refused

TEXTS = ("followed", "measures")
"""``followed``: what became of last month's measures. ``measures``: those of the next month. A line is a measure."""
MOST_EXAMPLES = 20
LONGEST = 4000
"""Characters of one text."""

_MONTH = re.compile(r"(?:19|20|21)\d\d(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Check:
    """Somebody read the material: when (epoch milliseconds), who, the digest of what it said, masked or not."""

    at: int
    by: str
    digest: str
    masked: bool


@dataclass(frozen=True, slots=True)
class Monthly:
    """The folded state of a month's review. ``examples`` are the ids of the cases told as good examples."""

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    opened_at: int = 0
    followed: str = ""
    measures: str = ""
    examples: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    erased: bool = False
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def month(self) -> int:
        """The month, as 202606."""
        return int(self.subject.partition("/")[2] or 0)

    @property
    def parent(self) -> str:
        """It belongs to no incident."""
        return ""

    @property
    def number(self) -> str:
        """It is found by its month."""
        return ""

    @property
    def stage(self) -> str:
        """written, checked."""
        return "checked" if self.checks else "written"

    @property
    def closed_at(self) -> int | None:
        """It has no end: it may be written on and checked again."""
        return None


def monthly_subject(month: int) -> str:
    """The subject of a month's review (202606)."""
    return f"monthly/{month}"


def lines_of(text: str) -> list[str]:
    """The measures in a text, a line each."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def apply(state: Monthly, fact: Fact) -> Monthly:
    """Fold one fact; never raises."""
    body = fact.body
    opened = state.opened_at or fact.happened_at
    state = replace(state, subject=fact.subject, known=True, opened_at=opened, erased=state.erased or fact.erased)
    if fact.verb == "written":
        words: Mapping[str, Any] = fact.private or {}
        told: dict[str, Any] = {name: words[name] for name in TEXTS if isinstance(words.get(name), str)}
        examples = body.get("examples")
        if isinstance(examples, list | tuple):
            told["examples"] = tuple(str(case) for case in examples if isinstance(case, str))
        return replace(state, **told)
    if fact.verb == "checked":
        one = Check(fact.happened_at, fact.actor, str(body.get("digest", "")), body.get("masked") is True)
        return replace(state, checks=(*state.checks, one))
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteMonthly(Command):
    """Write what belongs to a month's review; only what differs is entered. None leaves a part as it stands.

    Refuses ``month_wrong``, ``text_too_long``, ``too_many_examples``, ``case_unknown``, ``nothing_changed``.
    """

    month: int
    followed: str | None = None
    measures: str | None = None
    examples: tuple[str, ...] | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = _state(world, self.month)
        words = {}
        for name in TEXTS:
            text = getattr(self, name)
            if text is None or text.strip() == getattr(state, name):
                continue
            if len(text) > LONGEST:
                raise Refused("text_too_long", most=LONGEST)
            words[name] = text.strip()
        body: dict[str, Any] = {}
        if self.examples is not None and unique(self.examples) != state.examples:
            if len(self.examples) > MOST_EXAMPLES:
                raise Refused("too_many_examples", most=MOST_EXAMPLES)
            for case in self.examples:
                if not world.state(f"case/{case}").known:
                    raise Refused("case_unknown")
            body["examples"] = list(unique(self.examples))
        if not words and not body:
            raise Refused("nothing_changed")
        subject = monthly_subject(self.month)
        return [
            Draft(
                subject=subject, kind="monthly.written", body=body, private=words or None, happened_at=self.when(world)
            )
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckMonthly(Command):
    """A person has read the material of a month and stands for it. ``digest`` is that of the print that was read.

    Refuses ``month_wrong``, ``nothing_to_print`` without a digest.
    """

    month: int
    digest: str
    masked: bool = True

    def decide(self, world: World) -> Sequence[Draft]:
        _state(world, self.month)
        body = {"digest": required(self.digest, "nothing_to_print"), "masked": self.masked}
        subject = monthly_subject(self.month)
        return [Draft(subject=subject, kind="monthly.checked", body=body, happened_at=self.when(world))]


def _state(world: World, month: int) -> Monthly:
    if not _MONTH.fullmatch(str(month)):
        raise Refused("month_wrong", month=str(month))
    state: Monthly = world.state(monthly_subject(month))
    return state
