"""How a case folds: one step a verb. No step raises; a move that 2.11 does not know is made all the same and marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from commandcenter.domain import checklist
from commandcenter.domain.case import (
    ENDED,
    TRIES,
    Asked,
    Assignee,
    Case,
    Escalation,
    Handed,
    may_move,
)
from commandcenter.domain.case_belongings_fold import BELONGINGS
from commandcenter.domain.case_fold_values import answer, including, instant, marked, moved, text
from commandcenter.domain.command import unique
from commandcenter.domain.deadline import acknowledge, raise_threshold
from commandcenter.domain.event import Fact
from commandcenter.domain.given_limit import GivenLimit, escalations_in, given_in, merged
from commandcenter.domain.value import replace, whole


def apply(state: Case, fact: Fact) -> Case:
    """Fold one fact. A move that 2.11 does not know is made all the same, and marked irregular."""
    verb = fact.verb
    if verb in ("registered", "imported"):
        return _registered(state, fact)
    state = replace(state, subject=fact.subject, changed_at=max(state.changed_at, fact.happened_at))
    if verb == "deadline_raised":
        return replace(state, raised=raise_threshold(state.raised, fact))
    if verb == "deadline_acknowledged":
        return replace(state, raised=acknowledge(state.raised, fact))
    if verb in ("noted", "revealed"):
        return state
    step = _STEPS.get(verb)
    if step is None:
        return marked(state, fact, "unknown_kind")
    return _reckoned(step(state, fact), fact)


# --- taking in ------------------------------------------------------------------------------------------------------

_TEXTS = (
    *("number", "source", "source_number", "channel", "grade", "category", "place", "community"),
    *("nature", "grid", "procedure", "told"),
)
_WORDS = ("title", "text", "place_words", "reporter", "phone")
_UNTOLD = {name: getattr(Case(), name) for name in (*_TEXTS, *_WORDS)}
"""How a registered case says what it was not told, whatever came before the registration."""


def _registered(state: Case, fact: Fact) -> Case:
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
    return _reckoned(replace(state, **_UNTOLD | told) if state.subject else Case(**told), fact)


def _outcome(outcome: Mapping[str, Any], received_at: int) -> dict[str, Any]:
    """What an imported order tells of its end: who handled it, when what was done, what the citizen answered."""
    lead, others = outcome.get("lead"), outcome.get("others")
    units = [str(lead)] if isinstance(lead, str) and lead else []
    units += [str(unit) for unit in others if isinstance(unit, str)] if isinstance(others, list | tuple) else []
    fed_back_at, closed_at = instant(outcome, "fed_back_at"), instant(outcome, "closed_at")
    at = instant(outcome, "dispatched_at") or received_at
    lines = tuple(
        Assignee(unit, "assist" if place else "lead", at, None, at, None, fed_back_at)
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
        "result": text(outcome, "result", "solved"),
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


def _updated(state: Case, fact: Fact) -> Case:
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
        in_hand = state.known and state.stage not in ("to_judge", *ENDED)
        changes |= _called(outcome) if in_hand else _outcome(outcome, state.received_at)
    return _limited(replace(state, **changes), fact)


def _amended(state: Case, fact: Fact) -> Case:
    return _limited(replace(state, **_told_fields(fact)), fact)


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


def _reckoned(state: Case, fact: Fact) -> Case:
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


def _end_moved(state: Case, fact: Fact) -> Case:
    """A provisional end was reckoned anew, the official calendar being there."""
    return replace(state, ends_moved=state.ends_moved + 1, **_limit(fact.body))


def _limited(state: Case, fact: Fact) -> Case:
    """The case under the limit an entry sets; co-handlers whose day was the order's own follow it."""
    told = _limit(fact.body)
    if not told:
        return state
    lines = tuple(
        replace(line, due_at=told["due_at"]) if line.due_at is not None and line.due_at == state.due_at else line
        for line in state.assignees
    )
    return replace(state, assignees=lines, **told)


def _adopted(state: Case, fact: Fact) -> Case:
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


# --- the procedure ---------------------------------------------------------------------------------------------------


def _procedure_set(state: Case, fact: Fact) -> Case:
    """A procedure was set, another one in its place; without a name the case has none any more."""
    return replace(state, procedure=text(fact.body, "procedure"), checklist=checklist.was_set(fact))


def _step_ticked(state: Case, fact: Fact) -> Case:
    return replace(state, checklist=checklist.ticked(state.checklist, fact))


def _step_unticked(state: Case, fact: Fact) -> Case:
    return replace(state, checklist=checklist.unticked(state.checklist, fact))


# --- the way ---------------------------------------------------------------------------------------------------------


def _to(stage: str) -> Callable[[Case, Fact], Case]:
    return lambda state, fact: moved(state, fact, stage)


def _refused(state: Case, fact: Fact) -> Case:
    return replace(moved(state, fact, "refused"), closed_at=fact.happened_at, result=text(fact.body, "reason"))


def _dispatched(state: Case, fact: Fact) -> Case:
    lines = fact.body.get("assignees")
    assignees = tuple(
        Assignee(
            str(line.get("unit")),
            str(line.get("role", "assist")),
            fact.happened_at,
            instant(line, "sign_due_at"),
            claim_due_at=instant(line, "claim_due_at"),
            due_at=instant(line, "due_at"),
        )
        for line in (lines if isinstance(lines, list | tuple) else ())
        if isinstance(line, Mapping) and line.get("unit")
    )
    grade = text(fact.body, "grade", state.grade)
    if state.stage != "dispatched":
        state = moved(state, fact, "dispatched")
    return replace(_limited(state, fact), assignees=assignees, grade=grade, rule_due_at=None)


def _of(state: Case, fact: Fact, **changes: Any) -> Case:
    unit = fact.body.get("unit")
    return replace(
        state, assignees=tuple(replace(line, **changes) if line.unit == unit else line for line in state.assignees)
    )


def _signed(state: Case, fact: Fact) -> Case:
    state = _of(state, fact, signed_at=fact.happened_at, disputed_at=None)
    if not any(line.disputed_at is not None for line in state.assignees):
        state = replace(state, rule_due_at=None)
    return state if state.stage not in ("dispatched", "disputed") else moved(state, fact, "owned")


def _disputed(state: Case, fact: Fact) -> Case:
    """The duty is disputed. While another receiver has it in hand already, the case goes on and the line alone waits."""
    state = _of(state, fact, disputed_at=fact.happened_at)
    state = replace(state, disputes=state.disputes + 1, rule_due_at=instant(fact.body, "rule_due_at"))
    others = any(line.signed_at is not None for line in state.assignees)
    return state if others and state.stage != "dispatched" else moved(state, fact, "disputed")


def _ruled(state: Case, fact: Fact) -> Case:
    """The special team decided who has the duty. Who disputed and was not named is out; the one named has signed by it."""
    owner, at = text(fact.body, "unit"), fact.happened_at
    dropped = [line for line in state.assignees if line.disputed_at is not None and line.unit != owner]
    kept = [line for line in state.assignees if line not in dropped]
    if owner and all(line.unit != owner for line in kept):
        leads = any(line.role == "lead" for line in dropped) or not kept
        kept.append(Assignee(owner, "lead" if leads else "assist", at))
    lines = tuple(
        replace(line, signed_at=line.signed_at or at, disputed_at=None, ruled=True) if line.unit == owner else line
        for line in kept
    )
    state = replace(state, assignees=lines, rulings=state.rulings + 1, rule_due_at=None)
    return moved(state, fact, "owned") if state.stage in ("dispatched", "disputed") else state


def _contacted(state: Case, fact: Fact) -> Case:
    state = replace(state, tries=state.tries + 1)
    if not fact.body.get("reached") and state.tries < TRIES:
        return state
    reached_at = state.contacted_at if state.contacted_at is not None else fact.happened_at
    state = replace(state, contacted_at=reached_at if fact.body.get("reached") else state.contacted_at)
    return moved(state, fact, "contacted") if state.stage == "owned" else state


def _handling(state: Case, fact: Fact) -> Case:
    if state.stage == "suspended" and state.suspended_at is not None:
        state = _shifted(state, max(0, fact.happened_at - state.suspended_at))
    elif state.stage == "extending":  # before extensions were decided by a leader, going on with a date was the grant
        granted = instant(fact.body, "due_at") is not None
        state = replace(state, extension=None, extended=state.extended + granted)
    return _limited(moved(state, fact, "handling"), fact)


def _shifted(state: Case, pause: int) -> Case:
    """The limits of a case moved by the time it stood still."""
    moved = {
        name: at + pause
        for name in ("due_at", "due_half_at", "due_warn_at")
        if (at := getattr(state, name)) is not None
    }
    lines = tuple(
        replace(line, due_at=line.due_at + pause) if line.due_at is not None and line.fed_back_at is None else line
        for line in state.assignees
    )
    later = tuple(
        replace(one, at=one.at + pause) if one.at > (state.suspended_at or 0) else one for one in state.to_escalate
    )
    return replace(state, assignees=lines, to_escalate=later, suspended_at=None, review_at=None, **moved)


def _extension_asked(state: Case, fact: Fact) -> Case:
    asked = Asked(fact.happened_at, fact.actor, instant(fact.body, "wanted"))
    return replace(moved(state, fact, "extending"), extension=asked)


def _extension_granted(state: Case, fact: Fact) -> Case:
    state = _limited(moved(state, fact, "handling"), fact)
    return replace(state, extension=None, extended=state.extended + 1)


def _extension_denied(state: Case, fact: Fact) -> Case:
    return replace(moved(state, fact, "handling"), extension=None)


def _suspension_asked(state: Case, fact: Fact) -> Case:
    return replace(state, suspension=Asked(fact.happened_at, fact.actor, instant(fact.body, "review_at")))


def _suspended(state: Case, fact: Fact) -> Case:
    return replace(
        moved(state, fact, "suspended"),
        suspended_at=fact.happened_at,
        review_at=instant(fact.body, "review_at"),
        reviewed_at=fact.happened_at,
        suspension=None,
        suspensions=state.suspensions + 1,
    )


def _suspension_denied(state: Case, fact: Fact) -> Case:
    return replace(state, suspension=None)


def _suspension_reviewed(state: Case, fact: Fact) -> Case:
    if state.stage != "suspended":
        return marked(state, fact, "illegal_move")
    return replace(state, reviewed_at=fact.happened_at, review_at=instant(fact.body, "review_at"))


def _consulted(state: Case, fact: Fact) -> Case:
    """It goes to a consultation. What hangs on one without waiting for it keeps its stage."""
    meeting = text(fact.body, "consultation")
    state = replace(state, consultations=including(state.consultations, meeting))
    if meeting and not may_move(state, "consulting"):
        return state
    return moved(state, fact, "consulting")


def _whistled(state: Case, fact: Fact) -> Case:
    state = replace(state, whistles=unique((*state.whistles, text(fact.body, "whistle"))))
    return moved(state, fact, "whistled") if may_move(state, "whistled") else state


def _handed(state: Case, fact: Fact) -> Case:
    return replace(state, handed=(*state.handed, Handed(text(fact.body, "service"), fact.happened_at)))


def _submitted(state: Case, fact: Fact) -> Case:
    return replace(state, submitted=Asked(fact.happened_at, fact.actor))


def _instructed(state: Case, fact: Fact) -> Case:
    return replace(state, submitted=None, instructions=state.instructions + 1)


def _noticed(state: Case, fact: Fact) -> Case:
    return replace(state, noticed_at=fact.happened_at)


def _pressed(state: Case, fact: Fact) -> Case:
    return replace(state, pressed=state.pressed + 1, pressed_at=fact.happened_at)


def _escalated(state: Case, fact: Fact) -> Case:
    """A set: many desks bringing the same clock before a leader by the same rule make one, the earliest."""
    body = fact.body
    told = Escalation(
        clock=text(body, "watched"),
        share=instant(body, "share") or 0,
        to=text(body, "to"),
        at=fact.happened_at,
        rule=text(body, "rule"),
        person=text(body, "person"),
    )
    key = text(body, "clock")
    state = replace(state, raised=raise_threshold(state.raised, fact))
    before = state.escalated.get(key)
    if before is not None:
        told = replace(before, at=min(before.at, told.at))
    return replace(state, escalated={**state.escalated, key: told})


def _escalation_taken(state: Case, fact: Fact) -> Case:
    """A leader took note; the first time stands."""
    key = text(fact.body, "clock")
    before = state.escalated.get(key)
    if before is None or before.taken_at is not None:
        return state
    told = replace(before, taken_at=fact.happened_at, taken_by=text(fact.body, "person", fact.actor))
    return replace(state, escalated={**state.escalated, key: told}, raised=acknowledge(state.raised, fact))


# --- the end ---------------------------------------------------------------------------------------------------------


def _fed_back(state: Case, fact: Fact) -> Case:
    """A receiver fed back. With the last one the case waits to be verified; an explained suspension stays at its call."""
    state = _of(state, fact, fed_back_at=fact.happened_at)
    state = replace(state, handler=fact.actor, handlers=including(state.handlers, fact.actor))
    if any(line.fed_back_at is None for line in state.assignees):
        return state
    state = replace(state, fed_back_at=fact.happened_at, verify_due_at=instant(fact.body, "verify_due_at"))
    if state.stage == "call_back":
        return state
    return replace(moved(state, fact, "fed_back"), calls=0, answered=False)


def _open_again(state: Case) -> Case:
    """Every receiver owes the feedback anew."""
    lines = tuple(replace(line, fed_back_at=None) for line in state.assignees)
    return replace(
        state,
        assignees=lines,
        fed_back_at=None,
        handlers=(),
        verified_at=None,
        verify_due_at=None,
        callback_due_at=None,
        calls=0,
        answered=False,
    )


def _verified(state: Case, fact: Fact) -> Case:
    state = moved(state, fact, "verified")
    if fact.body.get("passed", True):
        return replace(state, verified_at=fact.happened_at, callback_due_at=instant(fact.body, "callback_due_at"))
    return _open_again(moved(state, fact, "handling"))


def _called_back(state: Case, fact: Fact) -> Case:
    """The citizen was asked, or not reached: then the earlier answer stands."""
    if state.stage != "call_back":
        state = moved(state, fact, "call_back")
    solved, satisfied = answer(fact.body, "solved"), answer(fact.body, "satisfied")
    state = replace(state, callbacks=state.callbacks + 1, calls=state.calls + 1)
    if solved is None and satisfied is None:
        return state
    return replace(
        state,
        solved=solved,
        satisfied=satisfied,
        satisfaction=text(fact.body, "satisfaction", "" if satisfied is None else "satisfied" if satisfied else "not"),
        answered=True,
        called_back_at=fact.happened_at,
    )


def _redone(state: Case, fact: Fact) -> Case:
    if state.redo_at is None:
        state = replace(state, first_due_at=state.due_at, first_fed_back_at=state.fed_back_at)
    state = _open_again(replace(moved(state, fact, "redo"), redone=state.redone + 1, redo_at=fact.happened_at))
    return _limited(state, fact)


def _closed(state: Case, fact: Fact) -> Case:
    checks = fact.body.get("checks")
    return replace(
        moved(state, fact, "closed"),
        closed_at=fact.happened_at,
        result=text(fact.body, "result", "solved"),
        leader=text(fact.body, "leader"),
        checks={str(name): value is True for name, value in checks.items()} if isinstance(checks, Mapping) else {},
        lookback_due_at=instant(fact.body, "lookback_due_at"),
    )


def _looked_back(state: Case, fact: Fact) -> Case:
    return replace(
        moved(state, fact, "looked_back"),
        lookbacks=state.lookbacks + 1,
        recurred=state.recurred or fact.body.get("recurred") is True,
        lookback_due_at=instant(fact.body, "next_at"),
    )


_STEPS: Mapping[str, Callable[[Case, Fact], Case]] = {
    **BELONGINGS,
    "adopted": _adopted,
    "amended": _amended,
    "archived": _to("archived"),
    "called_back": _called_back,
    "closed": _closed,
    "consulted": _consulted,
    "contacted": _contacted,
    "dispatched": _dispatched,
    "dispute_ruled": _ruled,
    "disputed": _disputed,
    "end_moved": _end_moved,
    "escalated": _escalated,
    "escalation_taken": _escalation_taken,
    "extension_asked": _extension_asked,
    "extension_denied": _extension_denied,
    "extension_granted": _extension_granted,
    "fed_back": _fed_back,
    "handed": _handed,
    "handled": _handling,
    "instructed": _instructed,
    "looked_back": _looked_back,
    "noticed": _noticed,
    "pressed": _pressed,
    "procedure_set": _procedure_set,
    "redone": _redone,
    "refused": _refused,
    "signed": _signed,
    "step_ticked": _step_ticked,
    "step_unticked": _step_unticked,
    "submitted": _submitted,
    "suspended": _suspended,
    "suspension_asked": _suspension_asked,
    "suspension_denied": _suspension_denied,
    "suspension_reviewed": _suspension_reviewed,
    "updated": _updated,
    "verified": _verified,
    "whistled": _whistled,
}
