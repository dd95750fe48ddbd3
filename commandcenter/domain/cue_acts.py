"""A cue of the plan is taken: thought of, done or out of place. It is not shown again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.domain.command import Draft, World
from commandcenter.domain.refusal import Refused
from commandcenter.domain.whistle_acts import WhistleCommand


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeCue(WhistleCommand):
    """Somebody has seen to a cue. Refuses ``item_unknown``."""

    cue: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        words = {cue.id: cue.text for cue in state.cues}
        if self.cue not in words:
            raise Refused("item_unknown")
        return [self.draft(state, "cue_taken", self.when(world), {"cue": self.cue, "text": words[self.cue]})]
