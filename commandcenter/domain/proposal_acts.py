"""The acts on a residents' proposal: raise, discuss, vote, adopt or reject, carry out, ask how it turned out, close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import numbering
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, counted, required
from commandcenter.domain.event import REAL
from commandcenter.domain.limit import limit_of
from commandcenter.domain.matter_acts import MatterCommand
from commandcenter.domain.proposal import PLATFORMS, Proposal, may_move
from commandcenter.domain.refusal import Refused
from commandcenter.domain.term import agreed, as_told

SHARE, TURNOUT = "proposal.share", "proposal.turnout"
"""The keys of the limits: per cent of the votes cast in favour, per cent of those entitled that vote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseProposal(Command):
    """A proposal comes up. The report carries ``proposal`` and ``number``.

    Refuses ``title_missing``, ``platform_unknown``, ``count_negative``, ``case_unknown``.
    """

    title: str
    text: str = ""
    platform: str = "other"
    community: str = ""
    place: str = ""
    case: str = ""
    problem: str = ""
    supporters: int = 1
    proposer: str = ""
    phone: str = ""
    proposal: str = ""

    def decide(self, world: World) -> Decision:
        required(self.title, "title_missing")
        if self.platform not in PLATFORMS:
            raise Refused("platform_unknown")
        if self.case and not world.state(f"case/{self.case}").known:
            raise Refused("case_unknown")
        key = self.proposal or world.new_id()
        if world.state(f"proposal/{key}").known:
            raise Refused("already_there", subject=f"proposal/{key}")
        at = self.when(world)
        day = local_date(at)
        count = world.take_number(numbering.series("proposal", REAL), day)
        number = numbering.whistle_number("proposal", REAL, day, world.letter, count)
        body: dict[str, Any] = {"number": number, "platform": self.platform, "supporters": counted(self.supporters)}
        body |= {name: value for name in ("community", "place", "case", "problem") if (value := getattr(self, name))}
        private = {
            name: text for name in ("title", "text", "proposer", "phone") if (text := getattr(self, name).strip())
        }
        draft = Draft(subject=f"proposal/{key}", kind="proposal.opened", body=body, private=private, happened_at=at)
        return Decision([draft], {"proposal": key, "number": number})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalCommand(MatterCommand):
    """An act on a proposal. All refuse ``proposal_unknown`` and ``before_opening``. ``words`` is free text."""

    proposal: str

    def state(self, world: World) -> Proposal:
        """The proposal. Refuses ``proposal_unknown``."""
        state = world.state(f"proposal/{self.proposal}")
        if not isinstance(state, Proposal) or not state.known:
            raise Refused("proposal_unknown")
        return state

    def go(self, world: World, stage: str) -> Proposal:
        """The proposal; refuses ``proposal_stage`` unless it may go to ``stage``."""
        state = self.state(world)
        if not may_move(state, stage):
            raise Refused("proposal_stage", proposal_stage=state.stage, wanted=stage)
        return state


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendProposal(ProposalCommand):
    """Correct it; what is None stays. Refuses ``nothing_changed``, ``title_missing``, ``platform_unknown``."""

    title: str | None = None
    text: str | None = None
    proposer: str | None = None
    phone: str | None = None
    platform: str | None = None
    community: str | None = None
    place: str | None = None
    supporters: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.title is not None:
            required(self.title, "title_missing")
        if self.platform is not None and self.platform not in PLATFORMS:
            raise Refused("platform_unknown")
        counted(self.supporters)
        body = {
            name: value
            for name in ("platform", "community", "place", "supporters")
            if (value := getattr(self, name)) is not None and value != getattr(state, name)
        }
        words = {
            name: value.strip()
            for name in ("title", "text", "proposer", "phone")
            if (value := getattr(self, name)) is not None and value.strip() != getattr(state, name)
        }
        if not body and not words:
            raise Refused("nothing_changed")
        return [self.draft(world, state, "amended", body, **words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussProposal(ProposalCommand):
    """It was discussed: how many came, what was said. Refuses ``proposal_stage``, ``words_needed``, ``count_negative``."""

    people: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.go(world, "discussed")
        required(self.words, "words_needed")
        people = counted(self.people)
        return [self.draft(world, state, "discussed", {"people": people} if people is not None else {})]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteProposal(ProposalCommand):
    """A vote as it was counted: who was entitled, who voted, for and against.

    Refuses ``proposal_stage``, ``vote_incomplete`` (nobody entitled or nobody voted), ``vote_sums`` (more votes than
    entitled, more for and against than cast), ``count_negative``, ``limit_missing``.
    """

    eligible: int
    cast: int
    in_favour: int
    against: int

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.go(world, "voted")
        for count in (self.eligible, self.cast, self.in_favour, self.against):
            counted(count)
        if not self.eligible or not self.cast:
            raise Refused("vote_incomplete")
        if self.cast > self.eligible or self.in_favour + self.against > self.cast:
            raise Refused("vote_sums")
        body: dict[str, Any] = {name: getattr(self, name) for name in ("eligible", "cast", "in_favour", "against")}
        for name, key in (("least_share", SHARE), ("least_turnout", TURNOUT)):
            limit = limit_of(world.state(f"limit/{key}"))
            if limit is None:
                raise Refused("limit_missing", key=key)
            body[name] = limit.value
        return [self.draft(world, state, "voted", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptProposal(ProposalCommand):
    """Adopted: by which unit, until when, with a trial first where one is held.

    Refuses ``proposal_stage``, ``vote_not_passed``, ``unit_unknown``, ``due_in_past``.
    """

    unit: str
    due_at: int
    trial_until: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.go(world, "adopted")
        if state.vote is None or not state.vote.passed:
            raise Refused("vote_not_passed")
        if not world.state(f"unit/{self.unit}").known:
            raise Refused("unit_unknown", unit=self.unit)
        at = self.when(world)
        body: dict[str, Any] = {"unit": self.unit} | as_told("term", agreed(world, at, self.due_at))
        if self.trial_until is not None:
            body |= as_told("trial", agreed(world, at, self.trial_until))
        return [self.draft(world, state, "adopted", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectProposal(ProposalCommand):
    """Not adopted, with what the residents were told. Refuses ``proposal_stage``, ``words_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.go(world, "rejected")
        required(self.words, "words_needed")
        return [self.draft(world, state, "rejected")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOutProposal(ProposalCommand):
    """It is carried out, with what was done. Refuses ``proposal_stage``, ``words_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.go(world, "carried_out")
        required(self.words, "words_needed")
        return [self.draft(world, state, "carried_out")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyProposal(ProposalCommand):
    """Those concerned were asked how it turned out. Refuses ``proposal_stage``, ``vote_sums``, ``count_negative``."""

    asked: int
    satisfied: int

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage not in ("adopted", "carried_out"):
            raise Refused("proposal_stage", proposal_stage=state.stage, wanted="carried_out")
        counted(self.asked)
        counted(self.satisfied)
        if not self.asked or self.satisfied > self.asked:
            raise Refused("vote_sums")
        return [self.draft(world, state, "surveyed", {"asked": self.asked, "satisfied": self.satisfied})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseProposal(ProposalCommand):
    """The end. What was carried out is rated first. Refuses ``proposal_stage``, ``survey_missing``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.go(world, "closed")
        if state.stage == "carried_out" and state.surveyed_at is None:
            raise Refused("survey_missing")
        return [self.draft(world, state, "closed")]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawProposal(ProposalCommand):
    """Taken back by those who raised it, with the reason. Refuses ``proposal_stage``, ``reason_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.go(world, "withdrawn")
        required(self.words, "reason_needed")
        return [self.draft(world, state, "withdrawn")]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteProposal(ProposalCommand):
    """A line in its history. Refuses ``words_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        required(self.words, "words_needed")
        return [self.draft(world, state, "noted")]
