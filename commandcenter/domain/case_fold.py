"""How a case folds: one step a verb. No step raises; a move that 2.11 does not know is made all the same and marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from commandcenter.domain import case_ending_fold as ending
from commandcenter.domain import case_taking_fold as taking
from commandcenter.domain import checklist
from commandcenter.domain.case import (
    TRIES,
    Asked,
    Assignee,
    Case,
    Escalation,
    Handed,
    may_move,
)
from commandcenter.domain.case_belongings_fold import BELONGINGS
from commandcenter.domain.case_fold_values import including, instant, marked, moved, of_receiver, text
from commandcenter.domain.command import unique
from commandcenter.domain.deadline import acknowledge, raise_threshold
from commandcenter.domain.event import Fact
from commandcenter.domain.value import replace


def apply(state: Case, fact: Fact) -> Case:
    """Fold one fact. A move that 2.11 does not know is made all the same, and marked irregular."""
    verb = fact.verb
    if verb in ("registered", "imported"):
        return taking.registered(state, fact)
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
    return taking.reckoned(step(state, fact), fact)


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
    return replace(taking.limited(state, fact), assignees=assignees, grade=grade, rule_due_at=None)


def _signed(state: Case, fact: Fact) -> Case:
    state = of_receiver(state, fact, signed_at=fact.happened_at, disputed_at=None, signed_by=fact.words("words"))
    if not any(line.disputed_at is not None for line in state.assignees):
        state = replace(state, rule_due_at=None)
    return state if state.stage not in ("dispatched", "disputed") else moved(state, fact, "owned")


def _disputed(state: Case, fact: Fact) -> Case:
    """The duty is disputed. While another receiver has it in hand already, the case goes on and the line alone waits."""
    state = of_receiver(state, fact, disputed_at=fact.happened_at)
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
    state = replace(state, tries=state.tries + 1, tried_at=fact.happened_at)
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
    return taking.limited(moved(state, fact, "handling"), fact)


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
    return replace(
        state,
        assignees=lines,
        to_escalate=later,
        suspended_at=None,
        review_at=None,
        pauses=state.pauses + 1,
        **moved,
    )


def _extension_asked(state: Case, fact: Fact) -> Case:
    asked = Asked(fact.happened_at, fact.actor, instant(fact.body, "wanted"))
    return replace(moved(state, fact, "extending"), extension=asked)


def _extension_granted(state: Case, fact: Fact) -> Case:
    state = taking.limited(moved(state, fact, "handling"), fact)
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


_STEPS: Mapping[str, Callable[[Case, Fact], Case]] = {
    **BELONGINGS,
    "adopted": taking.adopted,
    "amended": taking.amended,
    "archived": _to("archived"),
    "called_back": ending.called_back,
    "closed": ending.closed,
    "consulted": _consulted,
    "contacted": _contacted,
    "dispatched": _dispatched,
    "dispute_ruled": _ruled,
    "disputed": _disputed,
    "end_moved": taking.end_moved,
    "escalated": _escalated,
    "escalation_taken": _escalation_taken,
    "extension_asked": _extension_asked,
    "extension_denied": _extension_denied,
    "extension_granted": _extension_granted,
    "fed_back": ending.fed_back,
    "handed": _handed,
    "handled": _handling,
    "instructed": _instructed,
    "looked_back": ending.looked_back,
    "noticed": _noticed,
    "pressed": _pressed,
    "procedure_set": _procedure_set,
    "redone": ending.redone,
    "refused": _refused,
    "signed": _signed,
    "step_ticked": _step_ticked,
    "step_unticked": _step_unticked,
    "submitted": _submitted,
    "suspended": _suspended,
    "suspension_asked": _suspension_asked,
    "suspension_denied": _suspension_denied,
    "suspension_reviewed": _suspension_reviewed,
    "updated": taking.updated,
    "verified": ending.verified,
    "whistled": _whistled,
}
