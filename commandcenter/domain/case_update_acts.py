"""What an import brings to numbers that are known: a newer limit, an end, an answer; never a word over what was written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.case import OPEN, Case
from commandcenter.domain.case_acts import Matter, source_key
from commandcenter.domain.command import Command, Decision, Draft, World

_FILLED = ("place_words", "reporter", "phone")
"""Words that are filled in where none stand. What stands was taken down here, or corrected here, and is not replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCases(Command):
    """Bring to known cases what their source tells of them now. The report counts ``updated``, names their ids as ``cases`` and the numbers ``unchanged``.

    A row whose number is unknown, or that tells what its source told before (``Matter.told``), changes nothing, so an export
    can be brought again and again. The order's own limit moves only while the case is open.
    """

    rows: tuple[Matter, ...]
    batch: str = ""

    def decide(self, world: World) -> Decision:
        keys = [source_key(matter.source, matter.source_number) for matter in self.rows if matter.source_number]
        found = world.lookup_all("case.source", keys)
        drafts = []
        unchanged = []
        seen: set[str] = set()
        for matter in self.rows:
            subject = found.get(source_key(matter.source, matter.source_number), "")
            state: Case | None = world.state(subject) if subject and subject not in seen else None
            if state is None or not state.known or not matter.told or state.told == matter.told:
                unchanged.append(matter.source_number)
                continue
            seen.add(subject)
            drafts.append(self._draft(world, subject, state, matter))
        cases = [draft.subject.partition("/")[2] for draft in drafts]
        return Decision(drafts, {"updated": len(drafts), "unchanged": unchanged, "cases": cases})

    def _draft(self, world: World, subject: str, state: Case, matter: Matter) -> Draft:
        body: dict[str, Any] = {"told": matter.told}
        if isinstance(matter.outcome, Mapping):
            body["outcome"] = dict(matter.outcome)
        if matter.due_at is not None and state.stage in OPEN and matter.due_at != state.due_at:
            body["due_at"] = matter.due_at
        if self.batch:
            body["batch"] = self.batch
        private = {
            name: text
            for name in _FILLED
            if not state.erased and not getattr(state, name) and (text := getattr(matter, name).strip())
        }
        if matter.answer.strip() and not state.erased:
            private["answer"] = matter.answer.strip()
        return Draft(
            subject=subject,
            kind="case.updated",
            body=body,
            private=private or None,
            happened_at=self.when(world),
        )
