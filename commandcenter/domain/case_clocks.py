"""The clocks of a case: who owes what until when, and which of them stand still.

A long-term suspension that a leader approved stops the order's own limit and nothing else does (domain.md 2.1 C7d); its
own clock is the next review. After the end only the look-back runs.
"""

from __future__ import annotations

from commandcenter.domain import checklist
from commandcenter.domain.case import ENDED, IN_HANDS, Case, feedback_due
from commandcenter.domain.case_clock_names import (
    CALL_BACK,
    CONTACT,
    DECIDE,
    DISPUTE,
    FEED_BACK,
    JUDGE,
    LOOK_BACK,
    REDO,
    RESOLVE,
    SIGN,
    SUSPEND_REVIEW,
    VERIFY,
)
from commandcenter.domain.deadline import ESCALATION, REMINDER, Deadline, Raised


def deadlines(state: Case) -> list[Deadline]:
    """The clocks of a case, in the order of its life."""
    if not state.known or state.stage == "history":
        return []
    rows: list[Deadline] = []
    ended = state.stage in ENDED
    paused = ended or state.stage == "suspended"

    def row(
        name: str, start: int, due: int | None, met: int | None, *, stopped: bool = paused, amber: int | None = None
    ) -> None:
        if due is not None:
            raised = state.raised.get(name, Raised())
            amber = state.warns.get(name.partition(":")[0]) if amber is None else amber
            rows.append(Deadline(name, start, due, met, stopped and met is None, raised, amber))

    first = min((line.dispatched_at for line in state.assignees), default=None)
    row(JUDGE, state.registered_at, state.judge_due_at, first)
    for line in state.assignees:
        met = line.signed_at if line.signed_at is not None else line.disputed_at
        row(f"{SIGN}:{line.unit}", line.dispatched_at, line.sign_due_at, met)
    disputed = [line.disputed_at for line in state.assignees if line.disputed_at is not None]
    if disputed:
        row(DISPUTE, max(disputed), state.rule_due_at, None)
    if not state.without_citizen:
        tried_out = state.stage not in ("to_judge", "dispatched", "disputed", "owned") and state.unreachable
        row(CONTACT, state.registered_at, state.contact_due_at, state.contacted_at, stopped=paused or tried_out)
    rows += _limits(state, paused=paused)
    for line in state.assignees:
        due = feedback_due(state, line)
        if line.role != "lead" and due != state.due_at:  # else the order's own limit is its day
            row(f"{FEED_BACK}:{line.unit}", line.dispatched_at, due, line.fed_back_at)
    rows += checklist.deadlines(state.checklist, state.raised, paused=paused)
    if state.fed_back_at is not None:
        row(VERIFY, state.fed_back_at, state.verify_due_at, state.verified_at)
    if state.verified_at is not None:
        met = state.called_back_at if state.answered else state.noticed_at if state.without_citizen else None
        row(CALL_BACK, state.verified_at, state.callback_due_at, met)
    if state.to_redo and state.called_back_at is not None:
        row(DECIDE, state.called_back_at, state.decide_due_at, None)
    if state.stage == "suspended" and state.suspended_at is not None:
        start = state.reviewed_at if state.reviewed_at is not None else state.suspended_at
        row(SUSPEND_REVIEW, start, state.review_at, None, stopped=False)
        if state.review_at is not None:
            rows.append(_reminder(state, SUSPEND_REVIEW, start, (start + state.review_at) // 2))
    if state.stage in ("closed", "looked_back") and state.closed_at is not None:
        row(LOOK_BACK, state.closed_at, state.lookback_due_at, None, stopped=False)
    return [*rows, *_escalations(state, rows)]


def _limits(state: Case, *, paused: bool) -> list[Deadline]:
    """The order's own limit, and after a redo the limit of doing it again beside it."""
    met = state.fed_back_at if state.fed_back_at is not None else state.closed_at
    if state.redo_at is None:
        return _limit(state, RESOLVE, state.received_at, state.due_at, met, paused=paused)
    first = _limit(state, RESOLVE, state.received_at, state.first_due_at, state.first_fed_back_at, paused=paused)
    return [*first, *_limit(state, REDO, state.redo_at, state.due_at, met, paused=paused)]


def _limit(state: Case, name: str, start: int, due: int | None, met: int | None, *, paused: bool) -> list[Deadline]:
    if due is None:
        return []
    current = name == REDO or state.redo_at is None
    stopped = paused and met is None
    amber = state.due_warn_at if current else None
    rows = [Deadline(name, start, due, met, stopped, state.raised.get(name, Raised()), amber)]
    if current and met is None and state.stage in (*IN_HANDS, "dispatched", "disputed", "to_judge"):
        half = state.due_half_at if state.due_half_at is not None else (start + due) // 2
        rows.append(_reminder(state, name, start, half, stopped=stopped))
    return rows


def _escalations(state: Case, rows: list[Deadline]) -> list[Deadline]:
    """The moments at which a leader hears of a clock: they end with it and stand still with it."""
    by_name = {line.name: line for line in rows}
    found = []
    for one in state.to_escalate:
        watched = by_name.get(one.clock) or (by_name.get(REDO) if one.clock == "redone" else None)
        name = f"{ESCALATION}{one.rule}:{one.clock}"
        raised = state.raised.get(name, Raised())
        if watched is None or (watched.met_at is not None and not raised.at):
            continue
        found.append(Deadline(name, watched.started_at, one.at, watched.met_at, watched.stopped, raised))
    return found


def _reminder(state: Case, name: str, start: int, at: int, *, stopped: bool = False) -> Deadline:
    name = f"{REMINDER}{name}"
    return Deadline(name, start, at, None, stopped, state.raised.get(name, Raised()))
