"""The world a command is decided in: the journal's folded states plus what this decision has previewed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from commandcenter.domain.command import Draft, Who
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.subjects import apply
from commandcenter.journal.ids import uuid7
from commandcenter.journal.journal import Journal


class JournalWorld:
    """A ``World`` over the journal, for one decision at one moment by one person."""

    def __init__(self, journal: Journal, now: int, who: Who) -> None:
        self._journal = journal
        self._now = now
        self._who = who
        self._previewed: dict[str, Any] = {}
        self._taken: list[tuple[str, str]] = []

    @property
    def now(self) -> int:
        return self._now

    @property
    def who(self) -> Who:
        return self._who

    @property
    def letter(self) -> str:
        return self._journal.letter

    def state(self, subject: str) -> Any:
        if subject in self._previewed:
            return self._previewed[subject]
        return self._journal.folded(subject).state

    def heads(self, subject: str) -> Mapping[str, int]:
        return self._journal.folded(subject).heads

    def lookup(self, index: str, key: str) -> str:
        return self.lookup_all(index, (key,)).get(key, "")

    def lookup_all(self, index: str, keys: Sequence[str]) -> Mapping[str, str]:
        if index != "case.source":
            raise KeyError(index)
        by_source: dict[str, list[str]] = {}
        for key in keys:
            source, _, number = key.partition("\n")
            by_source.setdefault(source, []).append(number)
        return {
            f"{source}\n{number}": case
            for source, numbers in by_source.items()
            for number, case in self._journal.cases_by_source(source, numbers).items()
        }

    def subjects(self, prefix: str) -> Sequence[str]:
        known = self._journal.subjects_below(prefix)
        return sorted({*known, *(subject for subject in self._previewed if subject.startswith(prefix))})

    def new_id(self) -> str:
        key = uuid7(self._now)
        self._journal.new_id(key)
        return key

    def take_number(self, series: str, day: date) -> int:
        self._taken.append((series, day.isoformat()))
        return self._journal.use_number(*self._taken[-1])

    def give_back(self) -> None:
        """Return the numbers this decision took: it was refused, and a refusal leaves nothing."""
        while self._taken:
            self._journal.return_number(*self._taken.pop())

    def preview(self, drafts: Sequence[Draft]) -> None:
        for place, draft in enumerate(drafts):
            self._previewed[draft.subject] = apply(self.state(draft.subject), self._fact(draft, place))

    def _fact(self, draft: Draft, place: int) -> Fact:
        return Fact(
            id=EventId("", place + 1),
            hlc=0,
            happened_at=draft.happened_at if draft.happened_at is not None else self._now,
            recorded_at=self._now,
            subject=draft.subject,
            kind=draft.kind,
            mode=draft.mode,
            actor=self._who.actor,
            role=self._who.role,
            seat=self._who.seat,
            assurance=self._who.assurance,
            on_behalf_of="",
            channel="",
            body=draft.body,
            private=draft.private,
            corrects=draft.corrects,
        )
