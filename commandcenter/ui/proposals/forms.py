"""The forms of residents' proposals. Each is data: title, fields, and the command that what is entered makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain import proposal_acts as acts
from commandcenter.domain.command import Command
from commandcenter.domain.limit import Limit
from commandcenter.domain.proposal import PLATFORMS, Proposal
from commandcenter.ui.bank_words import PLATFORMS as PLATFORM_WORDS
from commandcenter.ui.bank_words import bank_word
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.usual import closing

translate = QCoreApplication.translate
Values = Mapping[str, Any]
COUNTS = ("eligible", "cast", "in_favour", "against")


class ProposalForms:
    """Opens the forms of a proposal."""

    def __init__(self, acting: Acting, reference: Reference) -> None:
        self._acting = acting
        self._reference = reference
        self._state = Proposal()
        self._kind: Callable[..., Command] | None = None
        self._case = ""

    def _open(self, key: str, title: str, fields: Sequence[Field], make: Any, said: str = "", below: str = "") -> None:
        state = self._state
        caption = " · ".join(part for part in (state.number, state.title) if part)
        send = translate("Proposals", "Save")
        self._acting.open(f"proposal.{key}.{state.id}", title, caption, fields, send, make, said=said, below=below)

    def _body(self, state: Proposal) -> list[Field]:
        platforms = [(code, bank_word(PLATFORM_WORDS, code)) for code in PLATFORMS]
        directory = self._reference.directory
        found = [one for one in directory.places.values() if one.kind == "community" and one.active]
        communities = [("", "—"), *((one.id, one.name) for one in sorted(found, key=lambda one: one.id))]
        return [
            Field("title", translate("Proposals", "Proposal"), value=state.title, required=True, wide=True),
            Field("text", translate("Proposals", "What is proposed"), "lines", state.text, wide=True),
            Field("platform", translate("Proposals", "Where it came up"), "choice", state.platform, platforms),
            Field("community", translate("Proposals", "Community"), "choice", state.community, communities),
            Field("supporters", translate("Proposals", "How many raise it"), "number", state.supporters, least=1),
            Field("proposer", translate("Proposals", "Who speaks for them"), value=state.proposer),
            Field("phone", translate("Proposals", "Phone"), value=state.phone),
        ]

    def new(self, known: Proposal | None = None) -> None:
        """A proposal comes up; ``known`` is what a case tells of it."""
        self._state = Proposal()
        self._case = known.case if known is not None else ""
        fields = self._body(known or Proposal(platform=PLATFORMS[0]))
        title, said = translate("Proposals", "Raise a proposal"), translate("Proposals", "Entered")
        self._open("new", title, fields, self._made, said)

    def _made(self, v: Values) -> Command:
        return acts.RaiseProposal(case=self._case, **self._told(v))

    @staticmethod
    def _told(v: Values) -> dict[str, Any]:
        told = {name: v[name] for name in ("title", "text", "platform", "community", "proposer", "phone")}
        return {**told, "supporters": v["supporters"] or 1}

    def amend(self, state: Proposal) -> None:
        """Correct what was taken down."""
        self._state = state
        self._open("amend", translate("Proposals", "Correct"), self._body(state), self._amended)

    def _amended(self, v: Values) -> Command:
        return acts.AmendProposal(proposal=self._state.id, **self._told(v))

    def discuss(self, state: Proposal) -> None:
        """It was discussed in the hall."""
        self._state = state
        fields = [
            Field("people", translate("Proposals", "How many came"), "number"),
            Field("words", translate("Proposals", "What was said"), "lines", required=True, wide=True),
        ]
        self._open("discuss", translate("Proposals", "Discussed"), fields, self._discussed)

    def _discussed(self, v: Values) -> Command:
        return acts.DiscussProposal(proposal=self._state.id, people=v["people"], words=v["words"])

    def vote(self, state: Proposal, share: Limit | None, turnout: Limit | None) -> None:
        """A vote as it was counted; the limits in force are told below."""
        self._state = state
        fields = [
            Field("eligible", translate("Proposals", "Entitled to vote"), "number", required=True),
            Field("cast", translate("Proposals", "Voted"), "number", required=True),
            Field("in_favour", translate("Proposals", "In favour"), "number", required=True),
            Field("against", translate("Proposals", "Against"), "number", required=True),
            Field("words", translate("Proposals", "How it was voted"), wide=True),
        ]
        unset = translate("Proposals", "not set")
        below = translate(
            "Proposals",
            "It passes when turnout is at least {turnout} and those in favour at least {share} of the votes.",
        )
        below = below.format(
            turnout=f"{turnout.value:g}%" if turnout is not None else unset,
            share=f"{share.value:g}%" if share is not None else unset,
        )
        self._open("vote", translate("Proposals", "Vote"), fields, self._voted, below=below)

    def _voted(self, v: Values) -> Command:
        return acts.VoteProposal(proposal=self._state.id, words=v["words"], **{name: v[name] for name in COUNTS})

    def adopt(self, state: Proposal, now: int) -> None:
        """Who carries it out until when, with a trial first where there is one."""
        self._state = state
        found = sorted((one for one in self._reference.units.values() if one.active), key=lambda one: one.id)
        units = [(one.id, one.name) for one in found]
        lead = state.unit or (state.community if state.community in self._reference.units else "")
        fields = [
            Field("unit", translate("Proposals", "By whom"), "choice", lead, units),
            Field("due_at", translate("Proposals", "Until"), "clock", closing(self._reference, now, 30), required=True),
            Field("trial_until", translate("Proposals", "Trial until (if one is held)"), "clock"),
            Field("words", translate("Proposals", "What the residents are told"), "lines", wide=True),
        ]
        self._open("adopt", translate("Proposals", "Adopt"), fields, self._adopted)

    def _adopted(self, v: Values) -> Command:
        told = {name: v[name] for name in ("unit", "due_at", "trial_until", "words")}
        return acts.AdoptProposal(proposal=self._state.id, **told)

    def survey(self, state: Proposal) -> None:
        """Those concerned were asked how it turned out."""
        self._state = state
        fields = [
            Field("asked", translate("Proposals", "Asked"), "number", required=True),
            Field("satisfied", translate("Proposals", "Satisfied"), "number", required=True),
            Field("words", translate("Proposals", "What they said"), "lines", wide=True),
        ]
        self._open("survey", translate("Proposals", "Ask how it turned out"), fields, self._surveyed)

    def _surveyed(self, v: Values) -> Command:
        told = {name: v[name] for name in ("asked", "satisfied", "words")}
        return acts.SurveyProposal(proposal=self._state.id, **told)

    def worded(self, state: Proposal, kind: Callable[..., Command], key: str, title: str, label: str) -> None:
        """An act that needs words alone."""
        self._state, self._kind = state, kind
        self._open(key, title, [Field("words", label, "lines", required=True, wide=True)], self._worded)

    def _worded(self, v: Values) -> Command:
        if self._kind is None:
            raise ValueError("words")
        return self._kind(proposal=self._state.id, words=v["words"])
