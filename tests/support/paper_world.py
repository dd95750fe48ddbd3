"""A world on paper for the rules: states in a dictionary, facts in lists, no journal, no disk.

What a command decided is told again as JSON, as the journal would give it back, so a rule never sees a tuple or a value
that could not be stored.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from commandcenter.domain.case import Case
from commandcenter.domain.clock import stamp
from commandcenter.domain.command import Command, Decision, Draft, Who, decided
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.fold import heads_after
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import apply, family_of

from conftest import NOW

NODE = "n1"
CLERK = Who("P1", "clerk", NODE, "none")


class PaperWorld:
    """A ``World`` that also does what was decided. ``now`` stands still until ``pass_time``."""

    def __init__(self, now: int = NOW, who: Who = CLERK) -> None:
        self.now = now
        self.who = who
        self.letter = "A"
        self.facts: dict[str, list[Fact]] = {}
        self._states: dict[str, Any] = {}
        self._heads: dict[str, dict[str, int]] = {}
        self._numbers: dict[tuple[str, date], int] = {}
        self._sources: dict[str, str] = {}
        self._overlay: dict[str, Any] = {}
        self._count = 0
        self._seq = 0
        self.node = NODE

    # -- a world to decide in ----------------------------------------------------------------------------------------

    def state(self, subject: str) -> Any:
        if subject in self._overlay:
            return self._overlay[subject]
        return self._states.get(subject, family_of(subject).empty)

    def heads(self, subject: str) -> Mapping[str, int]:
        return self._heads.get(subject, {})

    def lookup(self, index: str, key: str) -> str:
        return self.lookup_all(index, (key,)).get(key, "")

    def lookup_all(self, index: str, keys: Sequence[str]) -> Mapping[str, str]:
        assert index == "case.source"
        return {key: self._sources[key] for key in keys if key in self._sources}

    def subjects(self, prefix: str) -> Sequence[str]:
        return sorted(subject for subject in {*self._states, *self._overlay} if subject.startswith(prefix))

    def new_id(self) -> str:
        self._count += 1
        return f"id{self._count}"

    def take_number(self, series: str, day: date) -> int:
        self._numbers[series, day] = self._numbers.get((series, day), 0) + 1
        return self._numbers[series, day]

    def preview(self, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            self._overlay[draft.subject] = apply(self.state(draft.subject), self._fact(draft, Command()))

    # -- and to act in -----------------------------------------------------------------------------------------------

    def do(self, command: Command) -> Decision:
        """Decide and let it happen. Raises ``Refused``; then nothing has changed."""
        try:
            decision = decided(command, self)
        finally:
            self._overlay = {}
        for draft in decision.drafts:
            self.take_in(self._fact(draft, command))
        return decision

    def code(self, command: Command) -> str:
        """The code with which a command is refused; empty when it is accepted. Nothing happens."""
        try:
            decided(command, self)
        except Refused as refused:
            return refused.code
        finally:
            self._overlay = {}
        return ""

    def take_in(self, fact: Fact) -> None:
        """Fold a fact."""
        self.facts.setdefault(fact.subject, []).append(fact)
        state = self._states[fact.subject] = apply(self.state(fact.subject), fact)
        self._heads[fact.subject] = heads_after(self.heads(fact.subject), fact)
        if isinstance(state, Case) and state.source_number:
            self._sources[f"{state.source}\n{state.source_number}"] = fact.subject

    def pass_time(self, milliseconds: int) -> PaperWorld:
        """Let time pass."""
        self.now += milliseconds
        return self

    def fork(self, node: str) -> PaperWorld:
        """Another desk that knows the same so far, and goes on by itself."""
        other = copy.deepcopy(self)
        other.node, other._seq = node, 0
        return other

    def found(self, records: Sequence[tuple[str, dict[str, Any], dict[str, Any]]]) -> PaperWorld:
        """Found the office."""
        self.do(FoundOffice(records=tuple(records)))
        return self

    def _fact(self, draft: Draft, command: Command) -> Fact:
        self._seq += 1
        return Fact(
            id=EventId(self.node, self._seq),
            hlc=stamp(self.now, self._seq & 0xFFFF),
            happened_at=draft.happened_at if draft.happened_at is not None else self.now,
            recorded_at=self.now,
            subject=draft.subject,
            kind=draft.kind,
            mode=draft.mode,
            actor=self.who.actor,
            role=self.who.role,
            seat=self.who.seat,
            assurance=self.who.assurance,
            on_behalf_of=command.on_behalf_of,
            channel=command.channel,
            body=_as_json(draft.body),
            private=None if draft.private is None else _as_json(draft.private),
            seen=dict(self.heads(draft.subject)),
            corrects=draft.corrects,
            cause=draft.cause,
        )


def _as_json(value: Mapping[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(value, ensure_ascii=False, allow_nan=False))
    return told
