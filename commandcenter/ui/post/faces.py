"""From a folded report-in to the face of its tile: the words, the timer, the level."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import overload

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import DRILL
from commandcenter.domain.report_in import (
    ALARM_ORDER,
    ReportIn,
    board_rank,
    clocks,
    ending,
    head_count,
    notices,
    overlay,
    running_clock,
)
from commandcenter.domain.unit import Unit
from commandcenter.ui import when
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.tile import Pinned, TileFace
from commandcenter.ui.words import CLOCKS as CLOCK_WORDS
from commandcenter.ui.words import OVERLAYS, REASONS, RELATIONS, STEPS, icon, word

translate = QCoreApplication.translate

BLUE = ("arrived", "signed_in", "tasked", "working")
HOT = ("late", "silent", "lost")
PRESSING = ("count_due", "promise_passed", "wrong_place")
"""Notices that stand on the strip of all pages, behind the alarms."""


def face(state: ReportIn, unit: Unit | None, key: str, now: int, calling: str = "") -> TileFace:
    """The tile of a department at a moment. ``calling`` is whom to ring next, where that is not the first number any more."""
    over = overlay(state, now)
    timer, caption = timer_of(state, now, over)
    hot = over in HOT
    done = state.furthest in ("done", "release_approved", "back")
    contact = unit.contacts[0] if unit and unit.contacts else None
    phone = (unit.duty_phone if unit else "") or (contact.phone if contact else "")
    level = "over" if hot else "closed" if state.closed and over else "done" if state.closed or done else "plain"
    return TileFace(
        key=key,
        ordinal=state.ordinal,
        name=unit.name if unit else state.unit,
        relation=state.relation,
        relation_word=word(RELATIONS, state.relation),
        lead=translate("Tile", "leads") if state.duty == "lead" else "",
        contact=calling or f"{contact.name if contact else ''} {phone}".strip(),
        last=_last(state, now),
        chip=chip_of(state, over),
        timer=timer,
        caption=caption,
        filled=state.steps_taken,
        level=level,
        blocked=hot,
        done=done and not hot,
        drill=state.mode == DRILL,
        mark=_mark(state),
        notice=_notice(state, now),
    )


class Faces(Sequence[TileFace]):
    """The tiles of all departments at a moment, each worked out when it is first looked at: ten of sixty are seen."""

    def __init__(
        self, states: Sequence[ReportIn], units: Mapping[str, Unit], now: int, calling: Callable[[ReportIn], str]
    ) -> None:
        self._states, self._units, self._now, self._calling = states, units, now, calling
        self._found: dict[int, TileFace] = {}

    def __len__(self) -> int:
        return len(self._states)

    @overload
    def __getitem__(self, place: int) -> TileFace: ...

    @overload
    def __getitem__(self, place: slice) -> list[TileFace]: ...

    def __getitem__(self, place: int | slice) -> TileFace | list[TileFace]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        at = range(len(self._states))[place]
        if at not in self._found:
            state = self._states[at]
            unit = self._units.get(state.unit)
            self._found[at] = face(state, unit, str((at + 1) % 10), self._now, self._calling(state))
        return self._found[at]


def chip_of(state: ReportIn, over: str) -> Chip:
    """State and what lies over it: ``超时 · 途中``. Overdue never replaces where the department is."""
    step = word(STEPS, state.furthest)
    if over in HOT:
        return Chip(f"{word(OVERLAYS, over)} · {step}", icon(OVERLAYS, over), "over")
    if over:
        return Chip(word(OVERLAYS, over), icon(OVERLAYS, over), "plain")
    tone = (
        "done"
        if state.furthest in ("done", "release_approved", "back")
        else "blue"
        if state.furthest in BLUE
        else "plain"
    )
    return Chip(step, icon(STEPS, state.furthest), tone)


def timer_of(state: ReportIn, now: int, over: str) -> tuple[str, str]:
    """The big timer and its caption: time left before arrival, overrun, time since, or the frozen end."""
    outcome = state.outcome
    if outcome is not None:
        words = word(REASONS, outcome.reason) if outcome.reason else word(OVERLAYS, ending(state))
        return when.since(outcome.at, state.listed_at)[2:], words
    for name in ("release_approved", "done"):
        entry = state.milestone(name)
        if entry is not None and state.furthest in (name, "standing_by"):
            caption = translate("Tile", "released at") if name == "release_approved" else translate("Tile", "done at")
            return when.since(entry.at, state.listed_at)[2:], caption
    if state.lost_at is not None:
        return when.span(now - state.lost_at), translate("Tile", "without contact")
    working = state.milestone("working")
    if working is not None:
        return when.span(now - working.at), translate("Tile", "at work")
    arrived = state.milestone("arrived")
    if arrived is not None:
        return when.span(now - arrived.at), translate("Tile", "since arrival")
    clock = running_clock(state)
    if clock is None or clock.due_at is None:
        caption = translate("Tile", "since the whistle · own rule")
        if state.promised_at is not None:
            caption = translate("Tile", "promised {time}").format(time=when.clock(state.promised_at))
        return when.span(now - state.listed_at), caption
    limit = f"{(clock.due_at - state.listed_at) / MINUTE:g}"
    name = word(CLOCK_WORDS, clock.name)
    left = clock.due_at - now
    if left < 0:
        return f"+{when.span(left)}", translate("Tile", "{clock} over · limit {n}").format(clock=name, n=limit)
    return when.span(left), translate("Tile", "to {clock} · limit {n}").format(clock=name, n=limit)


def _notice(state: ReportIn, now: int) -> str:
    """What needs a look, at most two things."""
    return " · ".join(_notice_words(state, name, now) for name in notices(state, now)[:2])


def _notice_words(state: ReportIn, name: str, now: int) -> str:
    counting = head_count(state)
    if name == "count_due" and counting is not None:
        return translate("Tile", "head count due +{span}: lost?").format(span=when.span(now - counting.due_at))
    if name == "promise_passed" and state.promised_at is not None:
        time = when.clock(state.promised_at)
        return translate("Tile", "promised {time}, passed").format(time=time)
    if name == "wrong_place":
        words = translate("Tile", "wrong place: {place}")
        return words.format(place=state.wrong_place_words) if state.wrong_place_words else words.partition(":")[0]
    if name == "partial":
        return translate("Tile", "{n} fewer than asked").format(n=state.short_by)
    return translate("Tile", "not read back")


def _last(state: ReportIn, now: int) -> str:
    parts = []
    if state.entries:
        newest = max(state.entries, key=lambda entry: (entry.at, entry.id))
        told = f"{word(STEPS, newest.name)} {when.since(newest.at, state.listed_at)[2:]}"
        if newest.late:
            told += translate("Tile", " · entered late")
        parts.append(told)
    heads = numbers(state)
    if heads:
        parts.append(heads)
    if state.promised_at is not None and state.promised_at >= now and state.milestone("arrived") is None:
        left = when.span(state.promised_at - now)
        parts.append(
            translate("Tile", "promised {time} in {span}").format(time=when.clock(state.promised_at), span=left)
        )
    if state.tries and state.milestone("answered") is None:
        missed = sum(one.result != "reached" for one in state.tries)
        if missed:
            parts.append(translate("Tile", "calls without answer: {n}").format(n=missed))
    if state.unasked:
        parts.append(translate("Tile", "came unasked"))
    return " · ".join(parts)


def numbers(state: ReportIn) -> str:
    """Asked, promised, really there: only those that were told, so that nothing unknown reads as none."""
    promised = state.promised_people if state.milestone("arrived") is None else None
    told = (
        (translate("Tile", "asked {n}"), state.asked_people),
        (translate("Tile", "promised {n}"), promised),
        (translate("Tile", "count {n}"), _told_people(state)),
        (translate("Tile", "left {n}"), state.out_people),
    )
    return " ".join(words.format(n=count) for words, count in told if count is not None)


def _told_people(state: ReportIn) -> int | None:
    """The newest head count of those here or on the way. How many left says nothing of how many came."""
    if state.people is not None:
        return state.people
    said = [entry.people for entry in state.entries if entry.people is not None and entry.name != "release_approved"]
    return said[-1] if said else None


def _mark(state: ReportIn) -> str:
    if state.irregular:
        return "circle-help"
    return "users" if state.short_by else ""


def pinned(states: tuple[ReportIn, ...], names: dict[str, str], now: int) -> tuple[Pinned, ...]:
    """The pinned strip: lost, silent, late - then who is close to a limit."""
    found = []
    for state in sorted(states, key=lambda one: board_rank(one, now)):
        over = overlay(state, now)
        name = names.get(state.unit, state.unit)
        if over in ALARM_ORDER:
            words = _over_words(state, over, now)
            found.append(
                Pinned(state.ordinal, name, words, icon(OVERLAYS, over), "silent" if over != "late" else "over")
            )
        elif not state.closed:
            waiting = [notice for notice in notices(state, now) if notice in PRESSING]
            clock = running_clock(state)
            if waiting:
                found.append(
                    Pinned(state.ordinal, name, _notice_words(state, waiting[0], now), "triangle-alert", "warn")
                )
            elif clock is not None and clock.due_at is not None and _close(state, clock.due_at, now):
                words = translate("Tile", "left {span}").format(span=when.span(clock.due_at - now))
                found.append(Pinned(state.ordinal, name, words, "clock", "warn"))
    return tuple(found)


def _close(state: ReportIn, due: int, now: int) -> bool:
    return (now - state.listed_at) >= 0.8 * (due - state.listed_at)


def _over_words(state: ReportIn, over: str, now: int) -> str:
    if over == "lost" and state.lost_at is not None:
        return translate("Tile", "no contact {span}").format(span=when.span(now - state.lost_at))
    late = [clock for clock in clocks(state).values() if clock.met_at is None and (clock.over_by(now) or 0) > 0]
    most = max((clock.over_by(now) or 0 for clock in late), default=0)
    if over == "silent":
        missed = sum(one.result != "reached" for one in state.tries)
        told = translate("Tile", "no answer · tries {n}").format(n=missed) if missed else translate("Tile", "no answer")
        return f"{told} +{when.span(most)}"
    return f"+{when.span(most)}"
