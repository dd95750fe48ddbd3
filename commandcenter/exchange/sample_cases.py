"""The living cases of the sample office: told relative to the moment of founding, turned into commands in the past."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.case_acts import Matter, NoteCase, RegisterCase
from commandcenter.domain.case_dispatch_acts import DispatchCase, DisputeCase, PressCase, RefuseCase, SignCase
from commandcenter.domain.case_ending_acts import CallBack, CloseCase, RedoCase, VerifyCase
from commandcenter.domain.case_handling_acts import (
    AskExtension,
    AskSuspension,
    ConsultCase,
    ContactCitizen,
    FeedBack,
    HandleCase,
    SuspendCase,
)
from commandcenter.domain.case_step_acts import SetProcedure, TickStep
from commandcenter.domain.category import category_id, category_path
from commandcenter.domain.clock import DAY, HOUR, MINUTE, at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.deadline_acts import AcknowledgeDeadline, RaiseDeadline

ENDED_TODAY_WITHIN = 8 * HOUR
"""A case of ``today`` ended at most this long ago; earlier in the day the distances shrink, so that none ends yesterday."""

_SPAN = re.compile(r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?")
_ANSWER = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a case may point at: the community of each place, the name behind each phone of the roster, who decides.

    ``leader`` is the person id of the leader who approves and signs.
    """

    communities: Mapping[str, str]
    names: Mapping[str, str]
    leader: str = ""


def case_commands(
    told: list[dict[str, Any]], now: int, new_id: Callable[[], str], around: Surroundings
) -> list[Command]:
    """The commands that bring the cases of ``told`` to where they stand at ``now``, in the order they came in.

    ``now`` is epoch milliseconds; ``new_id`` gives the ids of the cases.
    """
    month = local_date(now).month
    dated = [(_received_at(case, now), case) for case in told if month in case.get("months", (month,))]
    dated.sort(key=lambda pair: pair[0])
    return [command for at, case in dated for command in _life(case, at, new_id(), around)]


def span(text: str) -> int:
    """The milliseconds in ``1d2h30m``. Raises ``ValueError`` for anything else."""
    match = _SPAN.fullmatch(text)
    if match is None or not any(match.groups()):
        raise ValueError(f"not a span of time: {text!r}")
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return days * DAY + hours * HOUR + minutes * MINUTE


def _received_at(case: Mapping[str, Any], now: int) -> int:
    received_at = now - span(case["received"])
    if not case.get("today"):
        return received_at
    ended_ago = now - received_at - span(case["steps"][-1].split()[0])
    elapsed = now - at_local(local_date(now))
    share = min(1.0, elapsed / ENDED_TODAY_WITHIN)
    return received_at + ended_ago - round(ended_ago * share)


def _life(case: Mapping[str, Any], received_at: int, key: str, around: Surroundings) -> list[Command]:
    registered = RegisterCase(matter=_matter(case, received_at, around), case=key, happened_at=received_at)
    commands: list[Command] = [registered]
    for step in case.get("steps", ()):
        when, verb, *rest = step.split(maxsplit=2)
        at = received_at + span(when)
        told = {**case, "received_at": received_at, "leader": around.leader}
        commands += _STEPS[verb]({"case": key, "happened_at": at}, rest[0] if rest else "", told)
    return commands


def _matter(case: Mapping[str, Any], received_at: int, around: Surroundings) -> Matter:
    place, phone = case.get("place", ""), case.get("phone", "")
    return Matter(
        title=case["title"],
        text=case["text"],
        channel=case["channel"],
        grade=case["grade"],
        category=category_id(category_path(case["category"])),
        place=place,
        place_words=case["place_words"],
        community=around.communities[place] if place else "",
        reporter=case.get("reporter") or around.names.get(phone, ""),
        phone=phone,
        anonymous=case.get("anonymous", False),
        received_at=received_at,
        due_at=received_at + span(case["due"]) if "due" in case else None,
        nature=case.get("nature", "appeal"),
        collective=case.get("collective", 0),
    )


# --- the steps: (common fields, what follows the verb, the case) → commands ----------------------------------------

_Common = dict[str, Any]
_Step = Callable[[_Common, str, Mapping[str, Any]], list[Command]]


def _dispatch(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    return [DispatchCase(**common, lead=case["lead"], others=tuple(case.get("others", ())))]


def _sign(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    return [SignCase(**common, unit=rest)]


def _contact(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    return [ContactCitizen(**common, reached=True)]


def _dispute(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    unit, words = rest.split(maxsplit=1)
    return [DisputeCase(**common, unit=unit, words=words)]


def _feedback(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    return [FeedBack(**common, unit=rest, to_citizen=case["to_citizen"], to_hotline=case["to_hotline"])]


def _callback(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    solved, satisfied = (_ANSWER[word] for word in rest.split()) if rest else (None, None)
    return [CallBack(**common, solved=solved, satisfied=satisfied)]


def _refuse(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    reason, words = rest.split(maxsplit=1)
    return [RefuseCase(**common, reason=reason, words=words)]


def _close(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    known = {name: case.get(name, "") for name in ("cause", "prevention")}
    return [CloseCase(**common, result=rest or "solved", leader=case["leader"], **known)]


def _extend(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    wanted = case["received_at"] + span(case["wanted"])
    return [AskExtension(**common, words=rest, wanted=wanted, told="agreed", answer=case.get("answer", ""))]


def _suspend(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    asked = AskSuspension(**common, words=rest, plan=case["plan"], told=case["told"])
    return [asked, SuspendCase(**common, by=case["leader"])]


def _redo(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    return [RedoCase(**common, words=rest, by=case["leader"])]


def _alarm(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    subject = f"case/{common['case']}"
    raised = RaiseDeadline(subject=subject, clock=rest, threshold="due", happened_at=common["happened_at"])
    return [raised, AcknowledgeDeadline(subject=subject, clock=rest)]


def _procedure(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    return [SetProcedure(**common, procedure=rest)]


def _tick(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
    step, _, words = rest.partition(" ")
    return [TickStep(**common, step=step, words=words)]


def _plain(act: Callable[..., Command]) -> _Step:
    """The step of an act that needs nothing but what follows the verb as its words."""

    def step(common: _Common, rest: str, case: Mapping[str, Any]) -> list[Command]:
        return [act(**common, words=rest)]

    return step


_STEPS: Mapping[str, _Step] = {
    "dispatch": _dispatch,
    "sign": _sign,
    "contact": _contact,
    "handle": _plain(HandleCase),
    "note": _plain(NoteCase),
    "press": _plain(PressCase),
    "consult": _plain(ConsultCase),
    "suspend": _suspend,
    "extend": _extend,
    "dispute": _dispute,
    "feedback": _feedback,
    "verify": _plain(VerifyCase),
    "callback": _callback,
    "redo": _redo,
    "close": _close,
    "refuse": _refuse,
    "alarm": _alarm,
    "procedure": _procedure,
    "tick": _tick,
}
