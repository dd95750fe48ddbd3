"""Orders, supplies and people who move, as rows and words. It holds no state of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.masking import mask_name, mask_phone
from commandcenter.domain.order import Order
from commandcenter.domain.supply import WAYS, Supply
from commandcenter.domain.transfer import STAGES, Household, Tally
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.incident_words import TRANSFER, mark, said
from commandcenter.ui.words import icon, listed

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order. ``level``: done, dropped, over, warn, taken, open. ``taken`` says how it was taken, ``unread`` that it was not
    read back.
    """

    key: str
    number: int
    time: str
    words: str
    below: str
    whom: str
    taken: str
    unread: bool
    state: str
    level: str
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class SupplyRow:
    """A taking: how much, from where, by whom, what became of it, what is still out. ``level``: out, settled, over."""

    key: str
    name: str
    taken: str
    whom: str
    counts: tuple[int, ...]
    rest: int
    measure: str
    level: str


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A household. ``split`` tells how many are in which state when they are not together; ``marks`` whom to think of first."""

    key: str
    name: str
    who: str
    people: str
    stage: str
    icon: str
    split: str
    place: str
    helper: str
    marks: tuple[str, ...]
    level: str


class Readout:
    """Words for what is given out and who is moved."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    # -- orders --------------------------------------------------------------------------------------------------------

    def orders(self, incident: Incident, now: int) -> list[OrderRow]:
        """The orders: open ones first - overdue, then by due time -, then what is done or dropped, the newest first."""
        rows = [self._order(place, one, now) for place, one in enumerate(incident.orders, start=1)]
        by_key = {one.subject: one for one in incident.orders}
        return sorted(rows, key=lambda row: _rank(by_key[row.key], now))

    def _order(self, place: int, one: Order, now: int) -> OrderRow:
        level, state = self._state(one, now)
        if one.unit:
            whom = self._reference.unit_name(one.unit)
        else:
            whom = one.group or translate("Tasks", "everybody")
        care = listed((one.danger, one.gear, one.bounds))
        told = one.progress[-1].words if one.progress else ""
        below = listed((one.result, one.evidence)) or one.drop_reason or told or care
        taken = ""
        if one.acknowledged_at is not None:
            back = translate("Tasks", "read back") if one.read_back else translate("Tasks", "not read back")
            taken = f"{when.clock(one.acknowledged_at)} {back}"
        elif one.open and (one.unit or one.group):
            taken = translate("Tasks", "not taken yet")
        return OrderRow(
            key=one.subject,
            number=place,
            time=when.clock(one.given_at),
            words=one.words,
            below=below,
            whom=whom,
            taken=taken,
            unread=one.open and one.acknowledged_at is not None and not one.read_back,
            state=state,
            level=level,
            spoken=one.origin == "verbal",
        )

    @staticmethod
    def _state(one: Order, now: int) -> tuple[str, str]:
        if one.done_at is not None:
            return "done", translate("Tasks", "done {time}").format(time=when.clock(one.done_at))
        if one.dropped_at is not None:
            return "dropped", translate("Tasks", "dropped")
        if one.lapsed_at is not None:
            return "dropped", translate("Tasks", "ended with the incident")
        if one.due_at is not None:
            left = one.due_at - now
            if left < 0:
                return "over", f"+{when.span(left)}"
            length = one.due_at - one.given_at
            near = now >= one.given_at + round(length * 0.8)
            return "warn" if near else "taken" if one.acknowledged_at else "open", when.span(left)
        if one.acknowledged_at is not None:
            return "taken", translate("Tasks", "under way")
        return "open", translate("Tasks", "open")

    # -- supplies ------------------------------------------------------------------------------------------------------

    def supplies(self, supplies: Sequence[Supply]) -> list[SupplyRow]:
        """The takings: what is out first, in the order it was taken."""
        kept = [one for one in supplies if one.struck_at is None]
        kept.sort(key=lambda one: (one.stage == "settled", one.opened_at, one.subject))
        places = self._reference.directory.places
        rows = []
        for one in kept:
            store = places[one.store].name if one.store in places else one.store
            unit = self._reference.unit_name(one.unit) if one.unit else ""
            rows.append(
                SupplyRow(
                    key=one.subject,
                    name=one.item,
                    taken=f"{one.quantity}{one.measure}",
                    whom=listed((unit, one.taken_by, store)),
                    counts=tuple(one.sum(way) for way in WAYS),
                    rest=one.rest,
                    measure=one.measure,
                    level=one.stage,
                )
            )
        return rows

    # -- people who move -----------------------------------------------------------------------------------------------

    def households(self, lines: Sequence[Household]) -> list[HouseholdRow]:
        """The list in its order: who waits and is to be thought of first stands first."""
        return [self._household(line) for line in lines]

    def _household(self, line: Household) -> HouseholdRow:
        places = self._reference.directory.places
        place = places[line.place].name if line.place in places else line.place_words
        if line.people is None:
            people = translate("Tasks", "? people")
        else:
            people = translate("Tasks", "{n} people").format(n=line.people)
        if line.households > 1:
            people = translate("Tasks", "{n} households, {people}").format(n=line.households, people=people)
        split = ""
        if len(line.spread) > 1:
            told = [f"{said(TRANSFER, name)} {line.spread[name]}" for name in STAGES if line.spread.get(name)]
            split = " · ".join(told)
        if line.difference:
            split = translate("Tasks", "differs by {n}").format(n=line.difference)
            if line.checked is not None:
                split = translate("Tasks", "counted {n}, differs by {m}").format(n=line.checked, m=line.difference)
        who = " ".join(part for part in (mask_name(line.name), mask_phone(line.phone)) if part)
        settled = line.stage in ("sheltered", "relatives", "returned")
        level = "differs" if line.difference else "done" if settled else "quiet" if line.closed_at else "open"
        return HouseholdRow(
            key=line.subject,
            name=line.address,
            who=who,
            people=people,
            stage=said(TRANSFER, line.stage),
            icon=icon(TRANSFER, line.stage),
            split=split,
            place=place,
            helper=line.helper,
            marks=tuple(mark(name) for name in line.priority),
            level=level,
        )

    @staticmethod
    def tally(numbers: Tally) -> list[tuple[str, str, str]]:
        """The numbers of the list: (word, figure, level). They add up from left to right; what does not is a difference."""
        unknown = translate("Tasks", "+ {n} households unknown").format(n=numbers.unknown) if numbers.unknown else ""
        should = f"{numbers.people} {unknown}".strip()
        waiting = str(numbers.waiting)
        if numbers.first:
            waiting = translate("Tasks", "{n}, first {m}").format(n=waiting, m=numbers.first)
        rows = [
            (translate("Tasks", "On the list"), should, "plain"),
            (translate("Tasks", "still wait"), waiting, "warn" if numbers.waiting else "plain"),
        ]
        for name in ("moved", "sheltered", "relatives", "returned", "refused"):
            rows.append((said(TRANSFER, name), str(numbers.stages.get(name, 0)), "plain"))
        rows.append(
            (translate("Tasks", "Difference"), str(numbers.difference), "over" if numbers.difference else "plain")
        )
        return rows


def _rank(one: Order, now: int) -> tuple[int, int, int]:
    if one.open:
        return (0 if one.overdue(now) else 1, one.due_at if one.due_at is not None else 1 << 60, one.given_at)
    ended = one.done_at if one.done_at is not None else one.dropped_at or 0
    return (2, -ended, 0)
