"""The fold of a joint whistle: what each entry does to its state. Never raises; a step out of order is kept and marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from commandcenter.domain import appraisal
from commandcenter.domain.event import DRILL, REAL, Fact
from commandcenter.domain.gate import grounds_in
from commandcenter.domain.joint import (
    SIDES,
    VARIANTS,
    Duty,
    Gathering,
    Joint,
    Lead,
    LookBack,
    Move,
    Note,
    Partner,
    Signature,
    Upward,
    Verification,
)
from commandcenter.domain.matter import Step, folding, irregular
from commandcenter.domain.term import Term, term_in
from commandcenter.domain.value import whole


def _opened(state: Joint, fact: Fact) -> Joint:
    body = fact.body
    if state.known:
        return irregular(state, fact, "opened_twice")
    return _with_terms(
        replace(
            state,
            known=True,
            number=str(body.get("number", "")),
            mode=DRILL if fact.mode == DRILL else REAL,
            source=str(body.get("source", "")),
            cases=_texts(body.get("cases")),
            place=str(body.get("place", "")),
            place_words=fact.words("place_words"),
            title=fact.words("title"),
            words=fact.words("words"),
            drill=str(body.get("drill", "")),
            linked=str(body.get("linked", "")),
            opened_at=fact.happened_at,
            opened_by=fact.actor,
        ),
        fact,
    )


def _texts(told: object) -> tuple[str, ...]:
    return tuple(map(str, told)) if isinstance(told, list | tuple) else ()


def _with_terms(state: Joint, fact: Fact) -> Joint:
    """The clocks an entry starts, by name."""
    told = fact.body.get("terms")
    terms: dict[str, Term] = {}
    for name, value in told.items() if isinstance(told, Mapping) else ():
        term = term_in(value)
        if term is not None:
            terms[str(name)] = term
    return replace(state, terms={**state.terms, **terms}) if terms else state


def _analysed(state: Joint, fact: Fact) -> Joint:
    variant = fact.body.get("variant")
    state = replace(
        state,
        whistle=fact.body.get("whistle") is True,
        analysed_at=fact.happened_at,
        analysis=fact.words("words"),
        variant=variant if variant in VARIANTS else state.variant,
        grounds=grounds_in(fact),
    )
    return _with_terms(state, fact)


def _returned(state: Joint, fact: Fact) -> Joint:
    return replace(state, returned_at=fact.happened_at, return_words=fact.words("words"))


def _asked_upward(state: Joint, fact: Fact) -> Joint:
    upward = Upward(fact.happened_at, fact.words("receiver"), fact.words("words"))
    return _with_terms(replace(state, variant="upward", upward=upward), fact)


def _upward_reviewed(state: Joint, fact: Fact) -> Joint:
    if state.upward is None:
        return irregular(state, fact, "not_asked_upward")
    looks = (*state.upward.looks, (fact.happened_at, fact.words("words")))
    return _with_terms(replace(state, upward=replace(state.upward, looks=looks)), fact)


def _upward_answered(state: Joint, fact: Fact) -> Joint:
    if state.upward is None:
        return irregular(state, fact, "not_asked_upward")
    answer = str(fact.body.get("answer", ""))
    upward = replace(state.upward, answer=answer, answered_at=fact.happened_at, answer_words=fact.words("words"))
    state = _with_terms(replace(state, upward=upward), fact)
    if answer == "taken":
        return replace(state, closed_at=fact.happened_at)
    return state


def _lead_named(state: Joint, fact: Fact) -> Joint:
    side = str(fact.body.get("side", "own"))
    if side not in SIDES:
        return irregular(state, fact, "side_unknown")
    lead = Lead(fact.words("name"), fact.words("phone"), str(fact.body.get("person", "")), fact.happened_at)
    return _with_terms(replace(state, leads={**state.leads, side: lead}), fact)


def _partner_listed(state: Joint, fact: Fact) -> Joint:
    key = str(fact.body.get("id", ""))
    partner = Partner(
        key,
        fact.words("organisation"),
        fact.words("name"),
        fact.words("phone"),
        str(fact.body.get("relation", "request")),
    )
    others = tuple(one for one in state.partners if one.id != key)
    return replace(state, partners=(*others, partner))


def _gathering(fact: Fact) -> Gathering:
    told = fact.body.get("heads")
    heads = {str(unit): whole(count) for unit, count in told.items()} if isinstance(told, Mapping) else {}
    return Gathering(
        at=fact.happened_at,
        until=whole(fact.body.get("until")),
        place=fact.words("place"),
        chair=fact.words("chair"),
        heads=heads,
        words=fact.words("words"),
        photos=whole(fact.body.get("photos")),
    )


def _surveyed(state: Joint, fact: Fact) -> Joint:
    return _with_terms(replace(state, survey=_gathering(fact)), fact)


def _met(state: Joint, fact: Fact) -> Joint:
    return _with_terms(replace(state, meeting=_gathering(fact)), fact)


# --- the duty table -----------------------------------------------------------------------------------------------


def _duty_added(state: Joint, fact: Fact) -> Joint:
    body = fact.body
    key = str(body.get("id", ""))
    if not key or state.duty(key) is not None:
        return irregular(state, fact, "duty_twice")
    duty = Duty(
        id=key,
        unit=str(body.get("unit", "")),
        relation=str(body.get("relation", "request")),
        task=fact.words("task"),
        due_at=whole(body.get("due_at")) or 0,
        given_at=fact.happened_at,
        term=term_in(body.get("term")),
    )
    return replace(state, duties=(*state.duties, duty))


def _change(state: Joint, fact: Fact, change: Callable[[Duty], Duty]) -> Joint:
    """Change one line of the table."""
    key = str(fact.body.get("id", ""))
    if state.duty(key) is None:
        return irregular(state, fact, "duty_unknown")
    duties = tuple(change(duty) if duty.id == key else duty for duty in state.duties)
    return _with_terms(replace(state, duties=duties), fact)


def _duty_signed(state: Joint, fact: Fact) -> Joint:
    signature = Signature(fact.words("name"), fact.happened_at)
    return _change(state, fact, lambda duty: replace(duty, signed=signature, refusal="", ruling=""))


def _duty_refused(state: Joint, fact: Fact) -> Joint:
    told: dict[str, Any] = {
        "refusal": str(fact.body.get("reason", "")) or "other",
        "refusal_words": fact.words("words"),
        "refused_by": fact.words("name"),
        "refused_at": fact.happened_at,
        "ruling": "",
    }
    return _change(state, fact, lambda duty: replace(duty, **told))


def _refusal_ruled(state: Joint, fact: Fact) -> Joint:
    ruling = str(fact.body.get("ruling", ""))
    return _change(
        state, fact, lambda duty: replace(duty, ruling=ruling, words=fact.words("words"), words_at=fact.happened_at)
    )


def _duty_moved(state: Joint, fact: Fact) -> Joint:
    due_at = whole(fact.body.get("due_at")) or 0

    def moved(duty: Duty) -> Duty:
        move = Move(fact.happened_at, duty.due_at, due_at, fact.words("name"), fact.words("words"))
        term = term_in(fact.body.get("term"))
        return replace(duty, due_at=due_at, term=term or duty.term, moves=(*duty.moves, move))

    return _change(state, fact, moved)


def _duty_dropped(state: Joint, fact: Fact) -> Joint:
    told: dict[str, Any] = {"dropped_at": fact.happened_at, "words": fact.words("words"), "words_at": fact.happened_at}
    return _change(state, fact, lambda duty: replace(duty, **told))


def _table_issued(state: Joint, fact: Fact) -> Joint:
    told = fact.body.get("duties")
    terms = {str(key): term_in(value) for key, value in told.items()} if isinstance(told, Mapping) else {}
    duties = tuple(replace(duty, term=terms.get(duty.id) or duty.term) for duty in state.duties)
    return replace(state, started_at=fact.happened_at, duties=duties)


def _signed(state: Joint, fact: Fact) -> Joint:
    key = f"{fact.body.get('step', '')}:{fact.body.get('side', '')}"
    signature = Signature(fact.words("name"), fact.happened_at)
    return replace(state, signatures={**state.signatures, key: signature})


# --- at work ------------------------------------------------------------------------------------------------------


def _note(fact: Fact, sort: str) -> Note:
    return Note(
        id=fact.id,
        sort=sort,
        duty=str(fact.body.get("id", "")),
        at=fact.happened_at,
        words=fact.words("words"),
        actor=fact.actor,
        channel=fact.channel,
        result=str(fact.body.get("result", "")),
        answer=fact.words("answer"),
    )


def _noted(state: Joint, fact: Fact, sort: str) -> Joint:
    return replace(state, notes=(*state.notes, _note(fact, sort)))


def _step_recorded(state: Joint, fact: Fact) -> Joint:
    told: dict[str, Any] = {"words": fact.words("words"), "words_at": fact.happened_at}
    return _change(_noted(state, fact, "step"), fact, lambda duty: replace(duty, **told))


def _fed_back(state: Joint, fact: Fact) -> Joint:
    told: dict[str, Any] = {
        "result": str(fact.body.get("result", "")) or "done",
        "result_at": fact.happened_at,
        "words": fact.words("words"),
        "words_at": fact.happened_at,
    }
    return _change(_noted(state, fact, "feedback"), fact, lambda duty: replace(duty, **told))


def _urged(state: Joint, fact: Fact) -> Joint:
    return _change(_noted(state, fact, "urge"), fact, lambda duty: replace(duty, urged=duty.urged + 1))


def _verified(state: Joint, fact: Fact) -> Joint:
    redo = _texts(fact.body.get("redo"))
    passed = fact.body.get("passed") is True
    check = Verification(fact.happened_at, passed, fact.words("name"), fact.words("words"), redo)
    state = replace(state, verifications=(*state.verifications, check))
    if passed:
        return state
    terms = fact.body.get("duties")
    again = terms if isinstance(terms, Mapping) else {}
    duties = tuple(
        _again(duty, fact, term_in(again.get(duty.id))) if duty.live and (not redo or duty.id in redo) else duty
        for duty in state.duties
    )
    signatures = {key: value for key, value in state.signatures.items() if not key.startswith("verification:")}
    return replace(state, duties=duties, signatures=signatures)


def _again(duty: Duty, fact: Fact, term: Term | None) -> Duty:
    """A duty that the verification sent back, with its new term."""
    duty = replace(duty, result="", result_at=None)
    if term is None:
        return duty
    move = Move(fact.happened_at, duty.due_at, term.due_at, fact.words("name"), fact.words("words"))
    return replace(duty, due_at=term.due_at, term=term, moves=(*duty.moves, move))


def _closed(state: Joint, fact: Fact) -> Joint:
    return _with_terms(replace(state, closed_at=fact.happened_at, result=fact.words("words")), fact)


def _looked_back(state: Joint, fact: Fact) -> Joint:
    look = LookBack(
        fact.happened_at,
        whole(fact.body.get("ordinal")) or 0,
        fact.body.get("recurred") is True,
        fact.words("name"),
        fact.words("words"),
    )
    next_matter = str(fact.body.get("next", ""))
    state = replace(state, look_backs=(*state.look_backs, look))
    return replace(state, recurrence=next_matter) if next_matter else state


def _appraised(state: Joint, fact: Fact) -> Joint:
    return replace(state, appraisal=appraisal.fold(state.appraisal, fact))


_STEPS: Mapping[str, Step[Joint]] = {
    "analysed": _analysed,
    "returned": _returned,
    "asked_upward": _asked_upward,
    "upward_reviewed": _upward_reviewed,
    "upward_answered": _upward_answered,
    "lead_named": _lead_named,
    "partner_listed": _partner_listed,
    "surveyed": _surveyed,
    "met": _met,
    "duty_added": _duty_added,
    "duty_signed": _duty_signed,
    "duty_refused": _duty_refused,
    "refusal_ruled": _refusal_ruled,
    "duty_moved": _duty_moved,
    "duty_dropped": _duty_dropped,
    "table_issued": _table_issued,
    "signed": _signed,
    "step_recorded": _step_recorded,
    "fed_back": _fed_back,
    "urged": _urged,
    "verified": _verified,
    "closed": _closed,
    "looked_back": _looked_back,
    "judged": _appraised,
}

VERBS = ("opened", *_STEPS)
"""Every verb of the family."""

apply = folding(_opened, _STEPS)
"""The fold. A step out of order is kept and marked."""
