"""The problem bank, a planned consultation and a proposal after its vote, as the sample office begins with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from commandcenter.domain.case_acts import RegisterCase
from commandcenter.domain.case_dispatch_acts import DispatchCase
from commandcenter.domain.case_handling_acts import ConsultCase
from commandcenter.domain.category import category_id, category_path
from commandcenter.domain.clock import DAY, HOUR, at_local, local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.consultation_acts import AttendConsultation, PlanConsultation, PutOnAgenda
from commandcenter.domain.problem_acts import AssessProblem, EndMeasure, JoinCases, OpenProblem, TakeMeasure
from commandcenter.domain.proposal_acts import DiscussProposal, RaiseProposal, VoteProposal

Told = Mapping[str, Any]


def bank_commands(told: Told, cases: Sequence[Command], now: int, new_id: Callable[[], str]) -> list[Command]:
    """The commands that bring the bank to where it stands at ``now`` (epoch milliseconds)."""
    problems = [(new_id(), one) for one in told["problem"]]
    commands = [act for key, one in problems for act in [*_problem(key, one, now), *_joined(key, one, cases)]]
    leads = {one.case: one.lead for one in cases if isinstance(one, DispatchCase)}
    waiting = {one.case: leads.get(one.case, "") for one in cases if isinstance(one, ConsultCase)}
    proposals = [(new_id(), one) for one in told["proposal"]]
    commands += [act for key, one in proposals for act in _proposal(key, one, now)]
    return commands + _consultation(new_id(), told["consultation"], waiting, [key for key, _ in problems], now)


def _problem(key: str, one: Told, now: int) -> list[Command]:
    at = now - one["days_ago"] * DAY
    words = {name: one[name] for name in ("title", "place", "community", "cause", "duty", "path")}
    kind = category_id(category_path(one["category"]))
    found: list[Command] = [
        OpenProblem(problem=key, category=kind, units=tuple(one["units"]), happened_at=at, **words),
        AssessProblem(
            problem=key,
            likelihood=one["likelihood"],
            period=one["period"],
            consequence=one["consequence"],
            words=one["grounds"],
            happened_at=at + HOUR,
        ),
    ]
    for place, measure in enumerate(one["measure"], start=1):
        taken = now - measure["days_ago"] * DAY
        due = taken + measure["until_days"] * DAY
        found.append(
            TakeMeasure(problem=key, unit=measure["unit"], words=measure["words"], due_at=due, happened_at=taken)
        )
        if "done_days_ago" in measure:
            done = now - measure["done_days_ago"] * DAY
            found.append(EndMeasure(problem=key, measure=f"A{place}", words=measure["result"], happened_at=done))
    return found


def _joined(key: str, one: Told, cases: Sequence[Command]) -> list[Command]:
    """The cases of the sample that came from the spot of a problem."""
    found = tuple(case.case for case in cases if isinstance(case, RegisterCase) and case.matter.place == one["place"])
    return [JoinCases(problem=key, cases=found)] if found else []


def _proposal(key: str, one: Told, now: int) -> list[Command]:
    names = ("title", "text", "platform", "community", "supporters", "proposer", "phone")
    raised = {name: one[name] for name in names}
    vote = one["vote"]
    return [
        RaiseProposal(proposal=key, happened_at=now - one["days_ago"] * DAY, **raised),
        *(
            DiscussProposal(
                proposal=key, people=talk["people"], words=talk["words"], happened_at=now - talk["days_ago"] * DAY
            )
            for talk in one["talk"]
        ),
        VoteProposal(
            proposal=key,
            happened_at=now - vote["days_ago"] * DAY,
            **{name: vote[name] for name in ("eligible", "cast", "in_favour", "against", "words")},
        ),
    ]


def _consultation(key: str, one: Told, waiting: Mapping[str, str], problems: Sequence[str], now: int) -> list[Command]:
    planned = at_local(local_date(now + one["days_ahead"] * DAY)) + one["hour"] * HOUR
    at = now - one["days_ago"] * DAY
    title = one["title"].format(month=local(planned).month)
    on = {"consultation": key, "happened_at": at}
    return [
        PlanConsultation(title=title, planned_at=planned, place=one["place"], chair=one["chair"], monthly=True, **on),
        *(
            PutOnAgenda(about="case", key=case, unit=waiting[case], reason="consulting", consultation=key)
            for case in list(waiting)[: one["cases"]]
        ),
        *(PutOnAgenda(about="problem", key=problem, reason="risk", **on) for problem in problems),
        *(PutOnAgenda(words=matter["words"], unit=matter["unit"], **on) for matter in one["matter"]),
        *(AttendConsultation(unit=unit, presence="invited", **on) for unit in one["invited"]),
    ]
