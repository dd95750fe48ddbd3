"""From a read line to the commands it stands for. The screen shows the line's own values; nothing else is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from commandcenter.domain import report_in_acts as acts
from commandcenter.domain.clock import HOUR, MINUTE, epoch_ms, local
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.report_in import CYCLE, MILESTONES, ReportIn
from commandcenter.domain.unit_line import NAMED, UnitLine, Unread


@dataclass(frozen=True, slots=True)
class Board:
    """What a line is read against: the units by ordinal, the whistle, the moment, and by unit which number is rung next.

    ``other`` is the id of the unit that ``UnitLine.other`` names, empty when none does; ``relation`` the right to call it.
    """

    whistle: str
    now: int
    states: Mapping[int, ReportIn]
    contacts: Mapping[str, int] = field(default_factory=dict)
    other: str = ""
    relation: str = "request"


def moment(line: UnitLine, now: int) -> int | None:
    """The instant of the time of day in a line (epoch milliseconds): a promise lies within twelve hours of now, everything
    else has happened, so it is the last such time; None when the line has none.
    """
    if line.at is None:
        return None
    today = local(now).replace(hour=line.at[0], minute=line.at[1], second=0, microsecond=0)
    found = epoch_ms(today)
    day = timedelta(days=1)
    if line.act == "promised":
        if found - now > 12 * HOUR:
            return epoch_ms(today - day)
        return epoch_ms(today + day) if now - found > 12 * HOUR else found
    return epoch_ms(today - day) if found > now + MINUTE else found


def commands_of(line: UnitLine, board: Board) -> Command | Unread:
    """The command of a line: one, or several as one act when it names several units.

    ``Unread`` when a unit is not on the board (``not_on_board``), the other unit is not known (``other_unknown``), or what is
    to be corrected was never entered (``not_recorded``), or its time has not come yet today and was yesterday before the unit
    was called (``time_ahead``); ``text`` is what it is about.
    """
    if _ahead(line, board):
        return Unread("time_ahead", line.act, f"{line.at[0]}:{line.at[1]:02d}" if line.at else "")
    if line.act == "unasked":
        if not board.other:
            return Unread("other_unknown", line.act, line.other)
        return acts.CameUnasked(
            whistle=board.whistle,
            unit=board.other,
            relation=board.relation,
            people=line.people,
            told_by=line.words,
            happened_at=moment(line, board.now),
        )
    missing = [ordinal for ordinal in line.ordinals if ordinal not in board.states]
    if missing:
        return Unread("not_on_board", line.act, "、".join(map(str, missing)))
    found: list[Command] = []
    for ordinal in line.ordinals:
        one = _one(line, board.states[ordinal], board)
        if isinstance(one, Unread):
            return one
        found.append(one)
    return found[0] if len(found) == 1 else Batch(commands=tuple(found))


def _ahead(line: UnitLine, board: Board) -> bool:
    """Whether the time of a line lies in the future: it is later than now, and yesterday nobody was called yet."""
    at = moment(line, board.now)
    if at is None or line.at is None or line.act == "promised":
        return False
    today = epoch_ms(local(board.now).replace(hour=line.at[0], minute=line.at[1], second=0, microsecond=0))
    named = [board.states[number] for number in line.ordinals if number in board.states]
    listed = [state.listed_at for state in named or board.states.values()]
    return today > board.now + MINUTE and bool(listed) and at < min(listed)


def _one(line: UnitLine, state: ReportIn, board: Board) -> Command | Unread:
    said = {"told_by": line.words} if line.act in NAMED else {"words": line.words}
    common: dict[str, Any] = {
        "whistle": board.whistle,
        "unit": state.unit,
        "happened_at": moment(line, board.now),
        "channel": "" if line.act == "answered" else "phone",  # an answer that is typed says no call: who called tells
        **said,
    }
    act = line.act
    if act in MILESTONES:
        return _corrected(line, state, common) if line.again else _milestone(line, state, common)
    if act == "count":
        return acts.CountHeads(people=line.people or 0, **common)
    if act == "promised":
        return acts.Promise(at=common.pop("happened_at"), people=line.people, **common)
    if act == "replaced":
        if not board.other:
            return Unread("other_unknown", act, line.other)
        return acts.Conclude(outcome=act, substitute=board.other, **common)
    if act in ("no_answer", "busy", "reached"):
        return acts.LogCall(result=act, contact=board.contacts.get(state.unit, 0), **common)
    if act in ("refused", "cleared", "left_early", "never_came", "cancelled"):
        return acts.Conclude(outcome=act, reason=line.reason, **common)
    plain: dict[str, type[acts.ReportInCommand]] = {
        "read_back": acts.ReadBack,
        "lost": acts.LoseContact,
        "found": acts.FindAgain,
        "wrong_place": acts.AtWrongPlace,
        "undo": acts.WithdrawLast,
    }
    return plain[act](**common)


def _milestone(line: UnitLine, state: ReportIn, common: dict[str, Any]) -> Command:
    if line.act == "arrived" and line.people is not None and state.milestone("arrived") is not None:
        return acts.CountHeads(people=line.people, **common)  # how many came is told after the arrival
    return acts.RecordMilestone(
        milestone=line.act, people=line.people, read_back=line.read_back, reason=line.reason, **common
    )


def _corrected(line: UnitLine, state: ReportIn, common: dict[str, Any]) -> Command | Unread:
    """The standing entry withdrawn and entered anew; what the line does not say is taken over from it."""
    standing = [entry for entry in state.entries if entry.name == line.act]
    if not standing:
        return Unread("not_recorded", line.act, str(state.ordinal))
    old = standing[-1] if line.act in CYCLE else standing[0]
    common["happened_at"] = old.at if common["happened_at"] is None else common["happened_at"]
    for name in ("told_by", "words"):
        common[name] = common.get(name) or getattr(old, name)
    anew = acts.RecordMilestone(
        milestone=line.act,
        people=line.people if line.people is not None else old.people,
        vehicles=old.vehicles,
        read_back=line.read_back or state.read_back_by == old.id,
        reason=line.reason,
        **common,
    )
    gone = acts.WithdrawEntry(whistle=state.whistle, unit=state.unit, entry=str(old.id))
    return Batch(commands=(gone, anew))
