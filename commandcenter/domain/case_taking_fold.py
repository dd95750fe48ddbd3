"""How a case that comes in folds, what an import brings later, what is corrected, and its limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from commandcenter.domain.case import ENDED, Assignee, Case
from commandcenter.domain.case_fold_values import answer, instant, marked, moved, text
from commandcenter.domain.command import unique
from commandcenter.domain.event import Fact
from commandcenter.domain.given_limit import GivenLimit, escalations_in, given_in, merged
from commandcenter.domain.value import replace, whole

_TEXTS = (
    *("number", "source", "source_number", "channel", "grade", "category", "place", "community"),
    *("nature", "grid", "procedure", "told"),
)
_WORDS = ("title", "text", "place_words", "reporter", "phone")
_UNTOLD = {name: getattr(Case(), name) for name in (*_TEXTS, *_WORDS)}
"""How a registered case says what it was not told, whatever came before the registration."""


def registered(state: Case, fact: Fact) -> Case:
    """A case comes in; what was told of it before its registration stays."""
    if state.known:
        return marked(state, fact, "registered_twice")
    body = fact.body
    told: dict[str, Any] = {
        name: text
        for part, names in ((body, _TEXTS), (fact.private or {}, _WORDS))
        for name in names
        if isinstance(text := part.get(name), str)
    }
    told |= {
        "subject": fact.subject,
        "known": True,
        "stage": "history" if body.get("history") else "to_judge",
        "anonymous": bool(body.get("anonymous", False)),
        "proactive": bool(body.get("proactive", False)),
        "collective": max(0, instant(body, "collective") or 0),
        "erased": fact.erased,
        "received_at": instant(body, "received_at") or fact.happened_at,
        "registered_at": fact.recorded_at if fact.verb == "imported" else fact.happened_at,
        "judge_due_at": instant(body, "judge_due_at"),
        "contact_due_at": instant(body, "contact_due_at"),
        "changed_at": max(state.changed_at, fact.happened_at),
    } | (_limit(body) or {"due_at": None})
    outcome = body.get("outcome")
    if isinstance(outcome, Mapping):
        told |= _outcome(outcome, told["received_at"])
    return reckoned(replace(state, **_UNTOLD | told) if state.subject else Case(**told), fact)


def _outcome(outcome: Mapping[str, Any], received_at: int) -> dict[str, Any]:
    """What an imported order tells of its end: who handled it, when what was done, what the citizen answered.

    A moment that is not told stays unknown: nobody here saw a signature, and no clock of this house ran.
    """
    lead, others = outcome.get("lead"), outcome.get("others")
    units = [str(lead)] if isinstance(lead, str) and lead else []
    units += [str(unit) for unit in others if isinstance(unit, str)] if isinstance(others, list | tuple) else []
    fed_back_at, closed_at = instant(outcome, "fed_back_at"), instant(outcome, "closed_at")
    at = instant(outcome, "dispatched_at") or received_at
    lines = tuple(
        Assignee(unit, "assist" if place else "lead", at, fed_back_at=fed_back_at)
        for place, unit in enumerate(unique(units))
    )
    stage = text(outcome, "stage", "closed")
    return {
        "stage": stage if stage in ENDED else "closed",
        "assignees": lines,
        "contact_due_at": instant(outcome, "contact_due_at"),
        "contacted_at": instant(outcome, "contacted_at"),
        "fed_back_at": fed_back_at,
        "closed_at": closed_at if closed_at is not None else fed_back_at,
        "result": text(outcome, "result", ""),
        "redone": max(0, instant(outcome, "redone") or 0),
        "extended": max(0, instant(outcome, "extended") or 0),
        "called_back_at": None,
        "callbacks": 0,
    } | _called(outcome)


def _called(outcome: Mapping[str, Any]) -> dict[str, Any]:
    """What an imported order tells of its call-back."""
    told: dict[str, Any] = {
        name: value
        for name in ("called_back_at", "callbacks")
        if (value := instant(outcome, name)) is not None and value >= 0
    }
    for name in ("solved", "satisfied"):
        if answer(outcome, name) is not None:
            told[name] = answer(outcome, name)
    return told


def updated(state: Case, fact: Fact) -> Case:
    """What an import brings to a number that is known. It fills in; it never empties.

    An end that is brought ends a case nobody here has in hand; of one in hand only the citizen's answers are taken.
    """
    changes = _told_fields(fact)
    for name in ("source", "source_number", "number", "told"):
        if isinstance(fact.body.get(name), str):
            changes[name] = fact.body[name]
    changes = {name: value for name, value in changes.items() if value != ""}
    outcome = fact.body.get("outcome")
    if isinstance(outcome, Mapping):
        in_hand = state.known and (state.stage not in ("to_judge", *ENDED) or _worked(state))
        changes |= _called(outcome) if in_hand else _outcome(outcome, state.received_at) | _without_own_clocks(state)
    return limited(replace(state, **changes), fact)


def _worked(state: Case) -> bool:
    """Whether units signed for the case, or owed a signature, here: what came of it here is not written over."""
    return any(line.signed_at is not None or line.sign_due_at is not None for line in state.assignees)


def _without_own_clocks(state: Case) -> dict[str, Any]:
    """An order that ended elsewhere ran under none of this office's clocks; a day its source told stands."""
    told: dict[str, Any] = {"judge_due_at": None}
    if state.given.unit:
        told |= {"due_at": None, "due_half_at": None, "due_warn_at": None, "given": GivenLimit(), "to_escalate": ()}
    return told


def amended(state: Case, fact: Fact) -> Case:
    """What was taken down is corrected."""
    return limited(replace(state, **_told_fields(fact)), fact)


def _told_fields(fact: Fact) -> dict[str, Any]:
    """The fields of a case that an entry sets anew."""
    changes: dict[str, Any] = {}
    for name in ("channel", "grade", "category", "place", "community", "nature", "grid"):
        if isinstance(fact.body.get(name), str):
            changes[name] = fact.body[name]
    for name in _WORDS:
        if fact.private and isinstance(fact.private.get(name), str):
            changes[name] = fact.private[name]
    for name in ("anonymous", "proactive"):
        if isinstance(fact.body.get(name), bool):
            changes[name] = fact.body[name]
    people = instant(fact.body, "collective")
    if people is not None:
        changes["collective"] = max(0, people)
    received = instant(fact.body, "received_at")
    if received is not None:
        changes["received_at"] = received
    contact = instant(fact.body, "contact_due_at")
    if contact is not None:
        changes["contact_due_at"] = contact
    return changes


def _limit(body: Mapping[str, Any]) -> dict[str, Any]:
    """The order's own limit where an entry sets it, with the instants of its half and four fifths where they are told."""
    due = instant(body, "due_at")
    if due is None:
        return {}
    return {
        "due_at": due,
        "due_half_at": instant(body, "due_half_at"),
        "due_warn_at": instant(body, "due_warn_at"),
        "given": given_in(body.get("limit")),
    }


def reckoned(state: Case, fact: Fact) -> Case:
    """The moments at which a leader hears of it, where an entry sets them; a new end ends those of the former one."""
    warns = fact.body.get("warns")
    if isinstance(warns, Mapping):
        at = {str(name): found for name, value in warns.items() if (found := whole(value)) is not None}
        state = replace(state, warns={**state.warns, **at})
    told = escalations_in(fact.body.get("to_escalate"))
    clocks = {one.clock for one in told} | ({"resolve", "redo"} if "due_at" in fact.body else set())
    if not clocks:
        return state
    return replace(state, to_escalate=merged(state.to_escalate, told, clocks))


def end_moved(state: Case, fact: Fact) -> Case:
    """A provisional end was reckoned anew, the official calendar being there."""
    return replace(state, ends_moved=state.ends_moved + 1, **_limit(fact.body))


def limited(state: Case, fact: Fact) -> Case:
    """The case under the limit an entry sets; co-handlers whose day was the order's own follow it."""
    told = _limit(fact.body)
    if not told:
        return state
    lines = tuple(
        replace(line, due_at=told["due_at"]) if line.due_at is not None and line.due_at == state.due_at else line
        for line in state.assignees
    )
    return replace(state, assignees=lines, **told)


def adopted(state: Case, fact: Fact) -> Case:
    """A historic case becomes a live one."""
    state = moved(state, fact, "to_judge")
    return replace(
        state,
        registered_at=fact.happened_at,
        received_at=state.received_at,
        grade=text(fact.body, "grade", state.grade),
        judge_due_at=instant(fact.body, "judge_due_at"),
        contact_due_at=instant(fact.body, "contact_due_at"),
        **(_limit(fact.body) or {"due_at": None, "due_half_at": None, "due_warn_at": None, "given": GivenLimit()}),
    )
