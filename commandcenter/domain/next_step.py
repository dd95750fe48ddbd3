"""What to do next in an incident: at most three prompts, the most pressing first, never an order (domain.md 5.3, 5.7).

Scene-saving calls come first, then one cue of the plan, the leader, the district, the place, the post; later the silent,
the reports, the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command_post import Post
from commandcenter.domain.command_post import deadlines as post_deadlines
from commandcenter.domain.cue import Cue
from commandcenter.domain.event import REAL
from commandcenter.domain.order import Order
from commandcenter.domain.report_in import ReportIn, overlay
from commandcenter.domain.whistle import Whistle, deadlines

MOST = 3


@dataclass(frozen=True, slots=True)
class NextStep:
    """A prompt. ``code``: call, call_again, read_back, tell_leader, phone_district, report, confirm_place, set_up_post, meeting,
    withdraw_post, count, stand_down, final_report, close, cue. ``unit`` and ``ordinal`` name the department it is about, if any;
    ``cue`` and ``text`` are the id and the words of what the plan wants to be thought of.
    """

    code: str
    unit: str = ""
    ordinal: int = 0
    cue: str = ""
    text: str = ""


def left_open(whistle: Whistle, orders: Sequence[Order]) -> list[tuple[str, int]]:
    """What should be looked at before the danger is called over, with how many: ``trapped`` and ``orders`` without an end,
    ``district`` not told. It hinders nothing; a tired person is only shown it.
    """
    trapped = whistle.facts.get("trapped")
    waiting = sum(order.open for order in orders)
    told = whistle.mode != REAL or {"district_phone", "district_written"} & set(whistle.told)
    found = [("trapped", trapped.value)] if trapped is not None and trapped.value else []
    found += [("orders", waiting)] if waiting else []
    return [*found, *([] if told else [("district", 1)])]


def next_steps(whistle: Whistle, states: Sequence[ReportIn], post: Post, now: int) -> list[NextStep]:
    """The prompts for an incident as it stands."""
    if not whistle.running:
        return []
    over = whistle.stood_down_at is not None or whistle.false_alarm_at is not None
    if over:
        return _ending(whistle, states, post)[:MOST]
    calls, cues = _calling(whistle, states, now), cues_due(whistle, states, post, now)
    asked = [NextStep("cue", cue=cue.id, text=cue.text) for cue in cues[:1]]
    calls_first = calls[
        : MOST - len(asked)
    ]  # who saves lives is called first; one place is kept for what the plan knows
    return [*calls_first, *asked, *_leading(whistle, states, post, now)][:MOST]


def cues_due(whistle: Whistle, states: Sequence[ReportIn], post: Post, now: int) -> list[Cue]:
    """The cues of the plan that are to the point now and that nobody has taken: those for a condition first, then by minute."""
    elapsed = now - whistle.blown_at
    due = [
        cue
        for cue in whistle.cues
        if cue.id not in whistle.cued and elapsed >= cue.after * MINUTE and _holds(cue.when, whistle, states, post)
    ]
    return sorted(due, key=lambda cue: (cue.when == "", cue.after))


def _holds(condition: str, whistle: Whistle, states: Sequence[ReportIn], post: Post) -> bool:
    if condition in ("trapped", "injured", "evacuated"):
        fact = whistle.facts.get(condition)
        return fact is not None and bool(fact.value)
    if condition == "nobody_arrived":
        return not any(state.milestone("arrived") for state in states)
    if condition in ("post", "no_post"):
        return (post.stage != "none") == (condition == "post")
    return condition == ""


def _calling(whistle: Whistle, states: Sequence[ReportIn], now: int) -> list[NextStep]:
    waiting = [state for state in states if not state.closed]
    silent = [state for state in waiting if state.tries and (not state.entries or overlay(state, now) == "silent")]
    uncalled = [state for state in waiting if not state.entries and not state.tries]
    uncalled.sort(key=lambda state: (overlay(state, now) == "", state.ordinal))  # who is late already goes first
    found = [NextStep("call", state.unit, state.ordinal) for state in uncalled[:1]]
    found += [NextStep("call_again", state.unit, state.ordinal) for state in silent[:1]]
    if whistle.mode == REAL and "leader" in whistle.limits and "leader" not in whistle.told:
        found.insert(1 if found else 0, NextStep("tell_leader"))
    lost = [state for state in waiting if state.lost_at is not None]
    return [*(NextStep("count", state.unit, state.ordinal) for state in lost[:1]), *found]


def _leading(whistle: Whistle, states: Sequence[ReportIn], post: Post, now: int) -> list[NextStep]:
    found = []
    if not whistle.place_known:
        found.append(NextStep("confirm_place"))
    if (
        whistle.mode == REAL
        and "district_phone" in whistle.limits
        and not {"district_phone", "district_written"} & set(whistle.told)
    ):
        found.append(NextStep("phone_district"))
    arrived = any(state.milestone("arrived") for state in states)
    if post.stage == "none" and (arrived or now - whistle.blown_at > 10 * MINUTE):
        found.append(NextStep("set_up_post"))
    meeting = [line for line in post_deadlines(post) if line.name.startswith(("first_meeting", "meeting"))]
    if any(line.met_at is None and not line.stopped and now >= line.warn_at for line in meeting):
        found.append(NextStep("meeting"))
    due = [line for line in deadlines(whistle) if line.met_at is None and line.name not in ("leader", "district_phone")]
    if whistle.mode == REAL and any(now >= line.warn_at for line in due):
        found.append(NextStep("report"))
    unread = [
        state
        for state in states
        if not state.closed
        and state.milestone("answered")
        and state.read_back_at is None
        and not state.milestone("arrived")
    ]
    found += [NextStep("read_back", state.unit, state.ordinal) for state in unread[:1]]
    working = [state for state in states if not state.closed and state.milestone("done") is None]
    if states and not working:
        found.append(NextStep("stand_down"))
    return found


def _ending(whistle: Whistle, states: Sequence[ReportIn], post: Post) -> list[NextStep]:
    found = []
    if whistle.mode == REAL and not any(stage == "final" for stage, _ in whistle.reports):
        found.append(NextStep("final_report"))
    still = [state for state in states if not state.closed]
    if whistle.false_alarm_at is not None:
        found += [NextStep("call", state.unit, state.ordinal) for state in still[:1]]
    if post.standing:
        found.append(NextStep("withdraw_post"))
    found.append(NextStep("close"))
    return found
