"""What the acts on all matters share: free words, and an entry that lies after the opening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.command import Command, Draft, World
from commandcenter.domain.refusal import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterCommand(Command):
    """An act on a matter that is open. ``words`` is free text and lies in the private part."""

    words: str = ""

    def draft(self, world: World, state: Any, verb: str, body: Mapping[str, Any] | None = None, **words: str) -> Draft:
        """An entry on the matter in ``state``; words that are empty are left out. Refuses ``before_opening``."""
        at = self.when(world)
        if at < state.opened_at:
            raise Refused("before_opening", at=state.opened_at)
        told = {name: text.strip() for name, text in ({"words": self.words} | words).items() if text.strip()}
        family = state.subject.partition("/")[0]
        return Draft(
            subject=state.subject,
            kind=f"{family}.{verb}",
            body=dict(body or {}),
            private=told or None,
            mode=state.mode,
            happened_at=at,
        )
