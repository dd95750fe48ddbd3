"""The steps of a case as the screen offers them: the usual next one, what else can be done, and the form of each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.case import BEFORE_FEEDBACK, IN_HANDS, MOST_DISPUTES, Case, asked_back, may_move
from commandcenter.ui.cases.end_forms import EndForms
from commandcenter.ui.cases.step_forms import Built
from commandcenter.ui.cases.way_forms import WayForms
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

_NEXT: Mapping[str, str] = {
    "history": "adopt",
    "to_judge": "dispatch",
    "dispatched": "sign",
    "owned": "contact",
    "contacted": "handle",
    "handling": "feed_back",
    "extending": "grant",
    "whistled": "feed_back",
    "consulting": "handle",
    "suspended": "review",
    "redo": "handle",
    "fed_back": "verify",
    "verified": "call_back",
    "closed": "look_back",
}


def next_step(case: Case) -> str:
    """The step that usually follows: one button, one key. Empty when nothing is owed any more."""
    stage = case.stage
    if stage == "disputed":  # another receiver is still one key away: D
        return "rule"
    if stage == "owned" and case.without_citizen:
        return "handle"
    if stage == "handling" and case.suspension is not None:
        return "suspend"
    if stage == "verified" and case.without_citizen:
        if case.noticed_at is None:
            return "call_back" if case.proactive else "notice"
        return "close"
    if stage == "call_back":
        if case.fed_back_at is None:
            return "feed_back"
        if not asked_back(case):
            return "call_back"
        return "redo" if case.solved is False and not case.redone else "close"
    if stage == "looked_back":
        return "look_back" if case.lookback_due_at is not None else "archive"
    return _NEXT.get(stage, "")


def step_words(step: str) -> str:
    """A step as a button says it."""
    return {
        "adopt": translate("Steps", "Take in hand"),
        "dispatch": translate("Steps", "Dispatch"),
        "sign": translate("Steps", "Signed for"),
        "rule": translate("Steps", "Decide the duty"),
        "contact": translate("Steps", "Contact the citizen"),
        "handle": translate("Steps", "Go on working"),
        "grant": translate("Steps", "Grant more time"),
        "feed_back": translate("Steps", "Feed back"),
        "suspend": translate("Steps", "Approve suspension"),
        "review": translate("Steps", "Review the suspension"),
        "verify": translate("Steps", "Verify"),
        "notice": translate("Steps", "Public notice"),
        "call_back": translate("Steps", "Call back"),
        "redo": translate("Steps", "Do it again"),
        "close": translate("Steps", "Close"),
        "look_back": translate("Steps", "Look back"),
        "archive": translate("Steps", "File away"),
    }.get(step, "")


def further_steps(case: Case) -> list[tuple[str, str]]:
    """(step, words) of what else can be done with a case now, besides the usual next step."""
    found = [step for step in _possible(case) if step[0] != next_step(case)]
    if case.stage != "archived":
        found.append(("amend", translate("Steps", "Correct what was taken down (E)")))
    if not case.erased:
        found.append(("erase_person", translate("Steps", "Ask to erase the personal data")))
    return found


def _possible(case: Case) -> list[tuple[str, str]]:
    steps: list[tuple[str, str]] = []

    def offer(step: str, words: str, when: bool) -> None:
        if when:
            steps.append((step, words))

    stage, open_ = case.stage, case.open
    waiting = [line for line in case.assignees if line.signed_at is None]
    in_hands = stage in IN_HANDS
    offer("refuse", translate("Steps", "Do not accept"), may_move(case, "refused"))
    offer("sign", translate("Steps", "The other receiver signs"), open_ and bool(waiting))
    undisputed = any(line.disputed_at is None for line in waiting)
    may_dispute = (stage == "dispatched" or in_hands) and undisputed and case.disputes < MOST_DISPUTES
    offer("dispute", translate("Steps", "Duty disputed"), may_dispute)
    disputed = any(line.disputed_at is not None for line in case.assignees)
    offer("rule", translate("Steps", "The special team decides who has the duty"), open_ and disputed)
    may_call = open_ and stage not in ("to_judge", "dispatched", "disputed") and not case.anonymous
    offer("contact", translate("Steps", "Contact with the citizen"), may_call)
    going_on = may_move(case, "handling") and stage not in ("extending", "fed_back")
    offer("handle", translate("Steps", "Work goes on"), going_on)
    offer("extend", translate("Steps", "Ask for more time"), stage == "handling" and not case.extended)
    offer("grant", translate("Steps", "Grant more time"), stage == "extending")
    offer("deny", translate("Steps", "Deny more time"), stage == "extending")
    offer("consult", translate("Steps", "To consultation"), may_move(case, "consulting"))
    may_suspend = may_move(case, "suspended")
    offer("ask_suspend", translate("Steps", "Ask for a long-term suspension"), may_suspend and case.suspension is None)
    offer("suspend", translate("Steps", "Approve the suspension"), may_suspend and case.suspension is not None)
    offer("deny_suspend", translate("Steps", "Do not approve the suspension"), open_ and case.suspension is not None)
    offer("review", translate("Steps", "Review the suspension"), stage == "suspended")
    offer("feed_back", translate("Steps", "Feed back"), may_move(case, "fed_back"))
    offer("notice", translate("Steps", "Public notice"), in_hands or stage in ("fed_back", "verified", "call_back"))
    may_ask = (stage == "call_back" or may_move(case, "call_back")) and not case.anonymous
    offer("call_back", translate("Steps", "Call back"), may_ask)
    offer("redo", translate("Steps", "Do it again"), may_move(case, "redo"))
    offer("close", translate("Steps", "Close"), may_move(case, "closed"))
    offer("look_back", translate("Steps", "Look back"), may_move(case, "looked_back"))
    offer("submit", translate("Steps", "Put before a leader for instruction"), open_)
    waits = any(one.taken_at is None for one in case.escalated.values())
    offer("take_note", translate("Steps", "A leader takes note of what was brought before them"), waits)
    offer("instruct", translate("Steps", "Instruction of a leader"), open_)
    offer("hand_over", translate("Steps", "Hand over to 110, 119, 120, 122 (Y)"), stage in BEFORE_FEEDBACK)
    offer("press", translate("Steps", "Press for action"), open_ and bool(case.assignees))
    offer("print_notice", translate("Steps", "Print the public notice"), case.noticed_at is not None)
    offer("marks", translate("Steps", "Anonymous, collective, before anybody complained"), open_)
    return steps


def barred_steps(case: Case) -> list[str]:
    """What somebody may look for in the menu and not find, with the reason."""
    if not case.open or not case.assignees:
        return []
    waiting = [line for line in case.assignees if line.signed_at is None]
    if case.disputes >= MOST_DISPUTES:
        return [translate("Steps", "Duty disputed: twice already, the special team decides")]
    if not waiting:
        return [translate("Steps", "Duty disputed: only before signing, and everybody has signed")]
    return []


class StepSheets:
    """Builds the form of a step, with the command it leads to."""

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        self._way, self._end = WayForms(look, desk, host), EndForms(look, desk, host)

    def build(self, step: str, case: Case) -> Built | None:
        """The form of a step; None when the step has none."""
        way, end = self._way, self._end
        makers = {
            "note": way.note,
            "adopt": way.adopt,
            "refuse": way.refuse,
            "sign": way.sign,
            "dispute": way.dispute,
            "rule": way.rule,
            "contact": way.contact,
            "handle": way.handle,
            "extend": way.extend,
            "grant": way.grant,
            "deny": way.deny,
            "consult": way.consult,
            "ask_suspend": way.ask_suspend,
            "suspend": way.suspend,
            "deny_suspend": way.deny_suspend,
            "review": way.review,
            "submit": way.submit,
            "instruct": way.instruct,
            "take_note": way.take_note,
            "marks": way.marks,
            "feed_back": end.feed_back,
            "notice": end.notice,
            "verify": end.verify,
            "call_back": end.call_back,
            "redo": end.redo,
            "close": end.close,
            "look_back": end.look_back,
            "archive": end.archive,
        }
        maker = makers.get(step)
        return maker(case) if maker is not None else None
