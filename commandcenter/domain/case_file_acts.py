"""Photos, recordings and papers of a case: attached under the hash of their content, taken out again without loss."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.domain.case_acts import CaseCommand, standing
from commandcenter.domain.command import Draft, World
from commandcenter.domain.refusal import Refused

MOST_FILES = 200
"""Standing attachments of one case; a case with more is a folder, not a case."""
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachFile(CaseCommand):
    """Attach a stored content to a case, open or ended. ``size`` counts bytes; ``name`` is what the file was called.

    Refuses ``case_unknown``, ``attachment_unreadable`` for what is no hash, ``attached_already``, ``too_many_files``.
    """

    sha256: str
    size: int
    media: str
    name: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        standing(state)
        if not _HASH.fullmatch(self.sha256) or self.size <= 0 or not self.media:
            raise Refused("attachment_unreadable")
        if any(one.sha256 == self.sha256 for one in state.files):
            raise Refused("attached_already")
        if len(state.files) >= MOST_FILES:
            raise Refused("too_many_files", most=MOST_FILES)
        body = {"sha256": self.sha256, "size": self.size, "media": self.media}
        # the name is never empty: an erased private part is how the fold knows that the file is gone
        return [self.draft(world, "attached", body, name=self.name.strip() or self.sha256[:8])]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetachFile(CaseCommand):
    """Take an attachment out of a case again, with a reason. The file is kept and the story tells of it.

    Refuses ``case_unknown``, ``not_attached``, ``reason_needed``.
    """

    sha256: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        standing(state)
        if not any(one.sha256 == self.sha256 for one in state.files):
            raise Refused("not_attached")
        if not self.words.strip():
            raise Refused("reason_needed")
        return [self.draft(world, "detached", {"sha256": self.sha256})]
