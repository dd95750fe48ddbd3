"""What becomes of an order: its outcome in one event where it was handled elsewhere, or every step where it is lived here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from commandcenter.domain.calendar import calendar_from
from commandcenter.domain.case import REFUSALS, TRIES
from commandcenter.domain.clock import DAY, HOUR, MINUTE, local
from commandcenter.domain.command import Draft
from commandcenter.domain.limit import CASE_CONTACT, CASE_JUDGE, CASE_SIGN, grade_key, limit_of, warn_at
from commandcenter.domain.record import Record
from commandcenter.exchange.generator_facts import Order, shares
from commandcenter.exchange.generator_ground import Entry

REFUSED, TRANSFERRED, SUSPENDED = 0.012, 0.03, 0.014
LATE = 0.055
SLOW = 0.05
"""The share that takes weeks beyond its limit."""
REDONE, EXTENDED, DISPUTED, PRESSED, CONSULTED = 0.035, 0.03, 0.02, 0.05, 0.006
LOOKED_BACK = 0.12
NIGHT = (22, 7)
"""At night one clerk judges everything, so it takes longer."""

Step = tuple[int, Draft]


class Limits:
    """The limits the office was founded with, as orders need them. Its calendars are not asked: these limits are natural time."""

    def __init__(self, records: Iterable[Entry]) -> None:
        self._limits = {
            subject: limit_of(Record(subject=subject, known=True, fields=fields))
            for subject, fields, _ in records
            if subject.startswith("limit/case.")
        }
        self._calendar = calendar_from({})

    def due(self, key: str, start: int) -> int | None:
        """When the limit under a key runs out; None where the office has none."""
        limit = self._limits.get(f"limit/{key}")
        return limit.due(start, self._calendar) if limit else None


def _body(order: Order) -> dict[str, Any]:
    body: dict[str, Any] = {
        "number": order.number,
        "channel": order.channel,
        "grade": order.grade,
        "received_at": order.received_at,
        "category": order.category,
        "place": order.spot.id,
        "community": order.spot.community,
        "grid": order.grid,
    }
    if order.nature != "appeal":
        body["nature"] = order.nature
    if order.source:
        body["source"], body["source_number"] = order.source, order.source_number
    if order.anonymous:
        body["anonymous"] = True
    if order.proactive:
        body["proactive"] = True
    if order.collective:
        body["collective"] = order.collective
    return body


def _words(order: Order) -> dict[str, str]:
    words = {"title": order.title, "text": order.text, "place_words": order.place_words}
    if order.reporter:
        words |= {"reporter": order.reporter, "phone": order.phone}
    return words


def _duration(order: Order, limits: Limits, chance: Random) -> tuple[int, int]:
    """How long the order may take, and how long it takes."""
    due = limits.due(grade_key(order.grade), order.received_at) or order.received_at + 7 * DAY
    allowed = due - order.received_at
    drawn = chance.random()
    if drawn < SLOW:
        return due, allowed + int(chance.uniform(0.5, 8) * allowed) + int(chance.random() * 120 * DAY)
    if drawn < SLOW + LATE:
        return due, int(allowed * chance.uniform(1.01, 1.6))
    share = min(0.97, max(0.04, chance.lognormvariate(-0.65, 0.55)))
    return due, int(allowed * share)


def _judging(order: Order, chance: Random) -> int:
    hour = local(order.received_at).hour
    slow = 3 if hour >= NIGHT[0] or hour < NIGHT[1] else 1
    usual = {"urgent": 3, "prompt": 9}.get(order.grade, 16)
    return int(chance.lognormvariate(0, 0.5) * usual * slow * MINUTE)


def _answers(order: Order, chance: Random, late: bool) -> tuple[bool | None, bool | None]:
    """Solved? Satisfied? None: the citizen could not be reached, or has no opinion."""
    told = shares()
    if order.anonymous or chance.random() < told["unreachable"]:
        return None, None
    solved = chance.random() >= order.hard + (0.08 if late else 0)
    content = told["satisfied"] - (0.15 if late else 0) if solved else 0.1
    return solved, chance.random() < content


# --- handled elsewhere ------------------------------------------------------------------------------------------------


def imported(order: Order, limits: Limits, chance: Random, plain: bool) -> Draft:
    """The one event of an order that arrives with its outcome; ``plain`` ones arrive without."""
    body = _body(order)
    if plain:
        body["history"] = True
    else:
        due, took = _duration(order, limits, chance)
        body["due_at"] = due
        body["outcome"] = _outcome(order, limits, chance, took)
    return Draft(
        subject=f"case/{order.id}",
        kind="case.imported",
        body=body,
        private=_words(order),
        happened_at=order.received_at,
    )


def _outcome(order: Order, limits: Limits, chance: Random, took: int) -> dict[str, Any]:
    at = order.received_at
    dispatched_at = at + _judging(order, chance)
    if chance.random() < REFUSED:
        reason = REFUSALS[chance.randrange(len(REFUSALS))]
        return {"stage": "refused", "result": reason, "closed_at": dispatched_at}
    fed_back_at = max(at + took, dispatched_at + 20 * MINUTE)
    due = limits.due(grade_key(order.grade), at)
    solved, satisfied = _answers(order, chance, due is not None and fed_back_at > due)
    called_at = fed_back_at + int(chance.uniform(1, 48) * HOUR)
    outcome: dict[str, Any] = {
        "lead": order.kind["lead"],
        "others": [order.spot.community],
        "dispatched_at": dispatched_at,
        "fed_back_at": fed_back_at,
        "closed_at": called_at + int(chance.uniform(0.1, 3) * HOUR),
        "callbacks": 1 if solved is not None else 0 if order.anonymous else TRIES,
        "result": _result(chance),
        "stage": "looked_back" if chance.random() < LOOKED_BACK else "closed",
    }
    if not order.anonymous:
        outcome["contacted_at"] = min(dispatched_at + int(chance.lognormvariate(0.3, 0.9) * HOUR), fed_back_at)
        contact = limits.due(CASE_CONTACT, at)
        if contact is not None:
            outcome["contact_due_at"] = contact
    if solved is not None:
        outcome |= {"solved": solved, "satisfied": satisfied, "called_back_at": called_at}
    if chance.random() < REDONE:
        outcome["redone"] = 1
    if chance.random() < EXTENDED:
        outcome["extended"] = 1
    return outcome


def _result(chance: Random) -> str:
    drawn = chance.random()
    return "suspended" if drawn < SUSPENDED else "transferred" if drawn < SUSPENDED + TRANSFERRED else "solved"


# --- lived here -------------------------------------------------------------------------------------------------------


def lived(order: Order, limits: Limits, chance: Random, until: int) -> Iterator[Step]:
    """Every step of an order with its moment, in order, as far as it got by ``until``."""
    last = 0
    for at, draft in _Life(order, limits, chance).steps():
        if at > until:
            return
        last = max(last, at)
        yield last, draft


class _Life:
    """The steps of one order."""

    def __init__(self, order: Order, limits: Limits, chance: Random) -> None:
        self._order = order
        self._limits = limits
        self._chance = chance
        self._at = order.received_at
        self._told = shares()["words"]
        self._units = (str(order.kind["lead"]), order.spot.community)

    def steps(self) -> Iterator[Step]:
        """From the registration to the close."""
        order, chance = self._order, self._chance
        due, took = _duration(order, self._limits, chance)
        yield self._registered(due)
        self._at += _judging(order, chance)
        if chance.random() < REFUSED:
            reason = REFUSALS[chance.randrange(len(REFUSALS))]
            yield self._step("refused", {"reason": reason}, words=self._word("refused"))
            return
        yield from self._dispatched()
        yield from self._contacted()
        yield self._step("handled", words=self._word("handled"))
        ready = max(order.received_at + took, self._at + 20 * MINUTE)
        yield from self._waiting(due, ready)
        if chance.random() < SUSPENDED:
            body = {"review_at": self._limits.due("case.suspend_review", self._at)}
            yield self._step("suspended", body, words=self._word("suspend"))
            return
        yield from self._ended(ready, due)

    def _registered(self, due: int) -> Step:
        order, at = self._order, self._at
        clocks = {
            "due_at": due,
            "judge_due_at": self._limits.due(CASE_JUDGE, at),
            "contact_due_at": self._limits.due(CASE_CONTACT, at),
        }
        body = _body(order) | {name: value for name, value in clocks.items() if value is not None}
        draft = Draft(
            subject=f"case/{order.id}", kind="case.registered", body=body, private=_words(order), happened_at=at
        )
        return at, draft

    def _dispatched(self) -> Iterator[Step]:
        order, chance = self._order, self._chance
        yield self._dispatch()
        if chance.random() < DISPUTED:
            self._at += int(chance.uniform(10, 120) * MINUTE)
            yield self._step("disputed", {"unit": self._units[0]}, words=self._word("dispute"))
            self._at += int(chance.uniform(20, 180) * MINUTE)
            yield self._dispatch()
        for unit in self._units:
            self._at += int(chance.lognormvariate(0, 0.8) * (5 if order.grade == "urgent" else 11) * MINUTE)
            yield self._step("signed", {"unit": unit})

    def _dispatch(self) -> Step:
        sign = self._limits.due(CASE_SIGN, self._at)
        lines = [
            {"unit": unit, "role": role} | ({"sign_due_at": sign} if sign is not None else {})
            for unit, role in zip(self._units, ("lead", "assist"), strict=True)
        ]
        return self._step("dispatched", {"assignees": lines, "grade": self._order.grade}, words=self._word("judged"))

    def _contacted(self) -> Iterator[Step]:
        chance = self._chance
        if self._order.anonymous:
            self._at += int(chance.uniform(5, 60) * MINUTE)
            return
        for tried in range(TRIES):
            self._at += int(chance.lognormvariate(0, 0.9) * 40 * MINUTE)
            reached = chance.random() < 0.93 or (tried == TRIES - 1 and chance.random() < 0.5)
            yield self._step("contacted", {"reached": reached})
            if reached:
                return

    def _waiting(self, due: int, ready: int) -> Iterator[Step]:
        """What happens between the beginning of the work and its end: reminders, more time, a consultation."""
        order, chance = self._order, self._chance
        extended = order.grade in ("general", "complex") and ready > due - DAY and chance.random() < EXTENDED * 8
        asked_at = due - int(chance.uniform(0.1, 0.3) * (due - order.received_at))
        moments = [("warn", warn_at(order.received_at, due)), ("due", due)]
        if extended and asked_at > self._at:
            self._at = asked_at
            yield self._step("extension_asked", words=self._word("extend"))
            self._at += int(chance.uniform(0.5, 3) * HOUR)
            yield self._step("handled", {"due_at": due + (due - order.received_at) // 2}, words=self._word("handled"))
            moments = [("warn", moments[0][1])] if moments[0][1] < asked_at else []
        for threshold, at in moments:
            if self._at < at < ready:
                self._at = at
                yield self._step("deadline_raised", {"clock": "resolve", "threshold": threshold})
        if ready - self._at > 2 * DAY and chance.random() < PRESSED:
            self._at += int(chance.uniform(0.3, 0.8) * (ready - self._at))
            yield self._step("pressed", words=self._word("press"))
        if order.grade == "complex" and chance.random() < CONSULTED * 5 and ready - self._at > DAY:
            self._at += int(0.3 * (ready - self._at))
            yield self._step("consulted")
            self._at += int(0.3 * (ready - self._at))
            yield self._step("handled", words=self._word("handled"))

    def _ended(self, ready: int, due: int) -> Iterator[Step]:
        chance, order = self._chance, self._order
        solved, satisfied = _answers(order, chance, ready > due)
        self._at = max(ready, self._at + 10 * MINUTE)
        yield from self._fed_back()
        if solved is False and chance.random() < REDONE * 8:
            self._at += int(chance.uniform(1, 24) * HOUR)
            yield self._step("called_back", {"solved": False, "satisfied": False})
            self._at += int(chance.uniform(0.2, 2) * HOUR)
            yield self._step("redone", words=self._word("redo"))
            self._at += int(chance.uniform(0.2, 2) * HOUR)
            yield self._step("handled", words=self._word("handled"))
            self._at += int(chance.uniform(6, 60) * HOUR)
            yield from self._fed_back()
            solved, satisfied = chance.random() < 0.7, chance.random() < 0.6
        if not order.anonymous:
            for _ in range(1 if solved is not None else TRIES):
                self._at += int(chance.uniform(1, 24) * HOUR)
                yield self._step("called_back", {"solved": solved, "satisfied": satisfied})
        self._at += int(chance.uniform(0.1, 3) * HOUR)
        result = "transferred" if chance.random() < TRANSFERRED else "solved"
        yield self._step("closed", {"result": result})

    def _fed_back(self) -> Iterator[Step]:
        chance = self._chance
        for unit in self._units:
            words = {"to_citizen": self._word("to_citizen"), "to_hotline": self._word("to_hotline")}
            yield self._step("fed_back", {"unit": unit}, **words)
            self._at += int(chance.uniform(2, 40) * MINUTE)
        self._at += int(chance.uniform(0.2, 5) * HOUR)
        yield self._step("verified", {"passed": True})

    def _step(self, verb: str, body: dict[str, Any] | None = None, **private: str) -> Step:
        draft = Draft(
            subject=f"case/{self._order.id}",
            kind=f"case.{verb}",
            body={name: value for name, value in (body or {}).items() if value is not None},
            private=private or None,
            happened_at=self._at,
        )
        return self._at, draft

    def _word(self, name: str) -> str:
        words = self._told[name]
        return str(words[self._chance.randrange(len(words))])
