"""The engine: decide commands against the journal, commit them in groups, answer each one. No Qt, no thread of its own.

The window's writer thread drives it, and so does the command line when no window is open: one door for both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from commandcenter.desk.world import JournalWorld
from commandcenter.domain.command import Command, Draft, Who, decided
from commandcenter.domain.office import Seat
from commandcenter.domain.refusal import Refused
from commandcenter.journal.ids import uuid7
from commandcenter.journal.journal import Changes, Journal
from commandcenter.journal.trouble import Trouble, telling


@dataclass(frozen=True, slots=True)
class Request:
    """A command with its id: the same id is never written twice, however often it is sent."""

    command: Command
    id: str
    who: Who | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """The command is on the disk. ``subjects`` in the order they were written, ``report`` what the decision told."""

    subjects: tuple[str, ...] = ()
    report: Mapping[str, Any] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class RefusedBy:
    """The rules said no; nothing was written."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The world is at fault; nothing was written, and the command can be sent again under its id."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


Outcome = Done | RefusedBy | NotSaved


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would come of a command: the drafts of its events, or why it would be refused."""

    command: Command
    drafts: tuple[Draft, ...] = ()
    refused: RefusedBy | None = None


def _repeated(subjects: Sequence[str]) -> Done:
    """The answer to a command that is on the disk, or on its way there, under the same id."""
    return Done(tuple(subjects), {"repeated": True})


class Engine:
    """Decides and commits. Used by one thread at a time."""

    def __init__(self, journal: Journal, wall: Callable[[], int]) -> None:
        self.journal = journal
        self._wall = wall

    def request(self, command: Command, who: Who | None = None) -> Request:
        """A request with a fresh id."""
        return Request(command, uuid7(self._wall()), who)

    def execute(self, command: Command, who: Who | None = None) -> Outcome:
        """Decide and commit one command."""
        return self.execute_all([self.request(command, who)])[0]

    def execute_all(self, requests: Sequence[Request]) -> list[Outcome]:
        """Decide the commands in order and commit all that were not refused at once.

        When the commit fails, every command of the group is answered ``NotSaved``.
        """
        outcomes: list[Outcome] = []
        staged: dict[str, Done] = {}
        try:
            for request in requests:
                outcome = self._decide(request) if request.id not in staged else _repeated(staged[request.id].subjects)
                if isinstance(outcome, Done):
                    staged.setdefault(request.id, outcome)
                outcomes.append(outcome)
            changes = self.journal.commit()
        except Trouble as trouble:
            self.journal.discard()
            return [NotSaved(trouble.code, trouble.facts) for _ in requests]
        except BaseException:
            self.journal.discard()
            raise
        return [replace(outcome, changes=changes) if isinstance(outcome, Done) else outcome for outcome in outcomes]

    def _decide(self, request: Request) -> Outcome:
        with telling(self.journal.folder):
            before = self.journal.recorded(request.id)
        if before:
            return _repeated(before)
        who = request.who if request.who is not None else self.who()
        world = JournalWorld(self.journal, self._wall(), who)
        try:
            with telling(self.journal.folder):
                decision = decided(request.command, world)
        except Refused as refused:
            world.give_back()
            return RefusedBy(refused.code, refused.facts)
        told = {"channel": request.command.channel, "on_behalf_of": request.command.on_behalf_of}
        with telling(self.journal.folder):
            self.journal.stage(request.id, who, decision.drafts, **told)
        return Done(tuple(draft.subject for draft in decision.drafts), decision.report)

    def foresee(self, commands: Sequence[Command], who: Who | None = None) -> list[Foreseen]:
        """Decide each command as if it were the only one, and write nothing. Raises ``Trouble`` when nothing can be read."""
        who = who if who is not None else self.who()
        found = []
        for command in commands:
            world = JournalWorld(self.journal, self._wall(), who)
            try:
                with telling(self.journal.folder):
                    decision = decided(command, world)
                found.append(Foreseen(command, tuple(decision.drafts)))
            except Refused as refused:
                found.append(Foreseen(command, refused=RefusedBy(refused.code, refused.facts)))
            finally:
                world.give_back()
        return found

    def who(self) -> Who:
        """Who sits here now."""
        seat: Seat = self.journal.folded(f"seat/{self.journal.node}").state
        return Who(seat.person, seat.role, self.journal.node, seat.assurance)

    def save_draft(self, key: str, text: str) -> None:
        """Keep a typed text that was not sent yet; an empty one is forgotten. Raises ``Trouble``."""
        self.journal.save_draft(key, text)

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.journal.folder
