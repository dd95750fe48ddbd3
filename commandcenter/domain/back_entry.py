"""What was written by hand while the computer was dead, entered afterwards in one act (F22, domain.md 5.4 补录).

Every row keeps the time that stands on the paper; when it was recorded is now. All rows are entered, or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from commandcenter.domain.clock import MINUTE, epoch_ms, local
from commandcenter.domain.command import Batch, Command, Decision, Draft, World, decided, past
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.report_in_acts import CameUnasked
from commandcenter.domain.unit_line import Unread, line_of
from commandcenter.domain.unit_line_acts import Board, commands_of
from commandcenter.domain.whistle import Whistle
from commandcenter.domain.whistle_acts import AddUnits, BlowWhistle, Note, Tell, UnitCall

TELLINGS: Mapping[str, str] = {"报领导": "leader", "报区": "district_phone", "书面报区": "district_written"}
"""What a row without a unit may do besides being a line of the log; whom it tells."""
MOST_ROWS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRow:
    """A row of the paper: when (epoch milliseconds), the unit's id or empty, what it did, how many people, the words."""

    at: int
    unit: str = ""
    act: str = ""
    people: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterWritten(Command):
    """Enter rows that were written by hand, into a running incident or, with ``whistle`` empty, into a new one.

    A new one was blown at ``blown_at``; its units are those of the rows. Units that are not on the board yet are listed at
    their first row, or came unasked when they just arrived. Refuses ``rows_missing``, ``too_many_rows``,
    ``whistle_unknown``, ``whistle_closed``, ``modes_mixed`` for a drill, what blowing refuses, and ``rows_refused`` with
    ``rows``: for each wrong row its place, code and facts.
    """

    rows: tuple[WrittenRow, ...]
    whistle: str = ""
    blown_at: int | None = None
    title: str = ""
    place_words: str = ""
    plan: str = ""

    def decide(self, world: World) -> Decision:
        if not self.rows:
            raise Refused("rows_missing")
        if len(self.rows) > MOST_ROWS:
            raise Refused("too_many_rows", most=MOST_ROWS)
        order = sorted(range(len(self.rows)), key=lambda place: self.rows[place].at)
        drafts: list[Draft] = []
        whistle = self.whistle
        if whistle:
            state: Whistle = world.state(f"whistle/{whistle}")
            if not state.known:
                raise Refused("whistle_unknown")
            if not state.running:
                raise Refused("whistle_closed")
        else:
            drafts += self._blow(world, order)
            whistle = next(draft.subject for draft in drafts if draft.kind == "whistle.blown").partition("/")[2]
        wrong: list[dict[str, Any]] = []
        for place in order:
            try:
                for command in self._commands(world, whistle, self.rows[place]):
                    decision = decided(command, world)
                    world.preview(decision.drafts)
                    drafts += decision.drafts
            except Refused as refused:
                wrong.append({"row": place, "code": refused.code, "facts": dict(refused.facts)})
        if wrong:
            raise Refused("rows_refused", rows=wrong, count=len(wrong))
        return Decision(drafts, {"whistle": whistle, "rows": len(self.rows)})

    def _blow(self, world: World, order: Sequence[int]) -> Sequence[Draft]:
        units = dict.fromkeys(self.rows[place].unit for place in order if self.rows[place].unit)
        blow = BlowWhistle(
            units=tuple(UnitCall(unit=unit) for unit in units),
            plan=self.plan,
            title=self.title,
            place_words=self.place_words,
            happened_at=self.blown_at if self.blown_at is not None else self.rows[order[0]].at,
        )
        drafts = decided(blow, world).drafts
        world.preview(drafts)
        return drafts

    def _commands(self, world: World, whistle: str, row: WrittenRow) -> Iterator[Command]:
        """The commands of one row; what the first of two leads to is known before the second is asked for."""
        past(world, row.at)
        if not row.unit:
            yield _log_line(whistle, row)
            return
        subject = f"report_in/{whistle}/{row.unit}"
        state: ReportIn = world.state(subject)
        line = line_of(state.ordinal or 1, row.act, row.people, row.words)
        if isinstance(line, Unread):
            raise Refused("row_unread", why=line.code, act=line.act, text=line.text)
        if not state.listed and line.act == "arrived":
            yield CameUnasked(whistle=whistle, unit=row.unit, people=row.people, told_by=line.words, happened_at=row.at)
            return
        if not state.listed:
            yield AddUnits(whistle=whistle, units=(UnitCall(unit=row.unit),), happened_at=row.at)
            state = world.state(subject)
        command = commands_of(
            replace(line, ordinals=(state.ordinal,)), Board(whistle, world.now, {state.ordinal: state})
        )
        if isinstance(command, Unread):
            raise Refused("row_unread", why=command.code, act=command.act, text=command.text)
        yield _at(command, row.at)


def _log_line(whistle: str, row: WrittenRow) -> Command:
    """A row without a unit: somebody was told, else a line of the log with everything that stands in it."""
    to = TELLINGS.get(row.act.strip())
    if to is not None:
        return Tell(whistle=whistle, to=to, told_by=row.words, happened_at=row.at)
    people = f"{row.people}人" if row.people is not None else ""
    words = " ".join(part for part in (row.act.strip(), people, row.words.strip()) if part)
    return Note(whistle=whistle, words=words, happened_at=row.at)


def _at(command: Command, at: int) -> Command:
    if isinstance(command, Batch):
        return replace(command, commands=tuple(_at(one, at) for one in command.commands))
    return replace(command, happened_at=at)


def moment_of(text: str, now: int) -> int:
    """The instant of a time of day on the paper (``2347``, ``23:47``): the last such one. Raises ``ValueError``."""
    digits = text.strip().replace("：", ":")
    if digits.isascii() and digits.isdigit() and len(digits) in (3, 4):
        digits = f"{digits[:-2]}:{digits[-2:]}"
    hour, _, minute = digits.partition(":")
    if not (hour.isascii() and hour.isdigit() and minute.isascii() and minute.isdigit() and len(minute) == 2):
        raise ValueError(text)
    moment = local(now).replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
    found = epoch_ms(moment)
    return epoch_ms(moment - timedelta(days=1)) if found > now + MINUTE else found
