"""A problem of the bank, a consultation or a proposal by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commandcenter.domain.consultation import Consultation
from commandcenter.domain.problem import Problem
from commandcenter.domain.proposal import Proposal

if TYPE_CHECKING:
    from commandcenter.desk.read import Read


def named(read: Read, subject: str) -> tuple[str, str]:
    """Number and title of one of the three; empty words for what is not known."""
    family = subject.partition("/")[0]
    if family == "problem":
        problem = read.matters.one(Problem, subject)
        return problem.number, problem.title
    if family == "consultation":
        meeting = read.matters.one(Consultation, subject)
        return meeting.number, meeting.title
    proposal = read.matters.one(Proposal, subject)
    return proposal.number, proposal.title
