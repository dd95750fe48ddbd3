"""Residents' proposals (居民提案), tab 居民提案 of the case room: raised, discussed, voted on, carried out, rated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt

from commandcenter.domain import proposal_acts as acts
from commandcenter.domain.event import Fact
from commandcenter.domain.masking import mask_name, mask_phone
from commandcenter.domain.proposal import PLATFORMS as PLATFORM_CODES
from commandcenter.domain.proposal import Proposal, may_move
from commandcenter.ui import when
from commandcenter.ui.bank_words import PLATFORMS, PROPOSAL_STAGES, bank_word
from commandcenter.ui.parts.factlist import Known
from commandcenter.ui.parts.matterlog import Lines, log_rows
from commandcenter.ui.parts.mattertab import Act, MatterTab
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import RowPainter
from commandcenter.ui.parts.screen import Context, Go, Toast
from commandcenter.ui.parts.stagebar import Step
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.proposals.forms import ProposalForms
from commandcenter.ui.proposals.rows import (
    ProposalPainter,
    Round,
    RoundPainter,
    percent,
    rounds_of,
    share_words,
    turnout_words,
    vote_words,
)

# mypy: disable-error-code="dict-item"

_LINES: Lines = {
    "opened": (QT_TRANSLATE_NOOP("ProposalLog", "Raised in the {platform}"), "megaphone", "order"),
    "amended": (QT_TRANSLATE_NOOP("ProposalLog", "Corrected"), "pencil", "system"),
    "discussed": (QT_TRANSLATE_NOOP("ProposalLog", "Discussed, {people} came"), "message-square", "situation"),
    "voted": (QT_TRANSLATE_NOOP("ProposalLog", "Vote: {counts}"), "hand", "order"),
    "adopted": (QT_TRANSLATE_NOOP("ProposalLog", "Adopted: {unit} carries it out"), "circle-check", "order"),
    "rejected": (QT_TRANSLATE_NOOP("ProposalLog", "Not adopted"), "circle-x", "order"),
    "carried_out": (QT_TRANSLATE_NOOP("ProposalLog", "Carried out"), "check", "situation"),
    "surveyed": (
        QT_TRANSLATE_NOOP("ProposalLog", "{satisfied} of {asked} asked are satisfied"),
        "thumbs-up",
        "situation",
    ),
    "closed": (QT_TRANSLATE_NOOP("ProposalLog", "Closed"), "circle-check", "order"),
    "withdrawn": (QT_TRANSLATE_NOOP("ProposalLog", "Withdrawn"), "undo-2", "order"),
    "noted": (QT_TRANSLATE_NOOP("ProposalLog", "Note"), "message-square-text", "situation"),
}


class ProposalsScreen(MatterTab):
    """Alt+2, tab 居民提案."""

    name = "proposals"
    family = "proposal"
    state_type = Proposal
    cared = frozenset({"unit", "place", "limit"})
    shares = (36, 64)
    detail_shares = (64, 36)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.forms = ProposalForms(self.acting, self.desk.reference)

    def title(self) -> str:
        return self.tr("Proposals")

    def caption(self) -> str:
        return self.tr("running {n}").format(n=sum(one.open for one in self.model.rows))

    # -- what there is ---------------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        key = Qt.Key
        return (
            Act("new", key.Key_N, self.tr("Raise a proposal"), "plus", self._new),
            Act("discuss", key.Key_D, self.tr("Discussed"), "message-square", self._discuss, _raised, step=True),
            Act("vote", key.Key_V, self.tr("Vote"), "hand", self._vote, _discussed, step=True),
            Act("adopt", key.Key_A, self.tr("Adopt"), "circle-check", self._adopt, _passed, step=True),
            Act("reject", key.Key_X, self.tr("Do not adopt"), "circle-x", self._reject, _failed, step=True),
            Act("ask", key.Key_S, self.tr("Ask how it turned out"), "thumbs-up", self._survey, _unrated, step=True),
            Act("carry", key.Key_O, self.tr("Carried out"), "check", self._carry_out, _adopted, step=True),
            Act("close", key.Key_C, self.tr("Close"), "circle-check", self._close, _closable, step=True),
            Act("discuss_again", key.Key_D, self.tr("Discuss again"), "message-square", self._discuss, _talks_on),
            Act("vote_again", key.Key_V, self.tr("Vote again"), "hand", self._vote, _voted),
            Act("reject_passed", key.Key_X, self.tr("Do not adopt"), "circle-x", self._reject, _passed, shown=False),
            Act("survey", key.Key_S, self.tr("Ask how it turned out"), "thumbs-up", self._survey, _in_trial),
            Act("amend", key.Key_E, self.tr("Correct"), "pencil", self._amend, _open),
            Act("withdraw", key.Key_W, self.tr("Withdraw"), "undo-2", self._withdraw, _withdrawable, shown=False),
            Act("note", key.Key_T, self.tr("Note"), "message-square-text", self._note, _known, shown=False),
            Act("case", key.Key_G, self.tr("Its case"), "folder-kanban", self._case, _has_case, shown=False),
        )

    def row_painters(self) -> tuple[RowPainter, RowPainter]:
        return ProposalPainter(self.look, self.desk.reference, self), RoundPainter(self.look, self)

    def nothing(self) -> tuple[str, str, str]:
        return "megaphone", self.tr("No proposal is running"), self.tr("N enters one that residents raised.")

    def lines_title(self) -> str:
        return self.tr("Talks and votes")

    def head(self, state: Proposal) -> tuple[str, str]:
        told = (state.number, bank_word(PLATFORMS, state.platform), bank_word(PROPOSAL_STAGES, state.stage))
        return state.title, " · ".join(part for part in told if part)

    def steps(self, state: Proposal) -> tuple[Sequence[Step], str]:
        order: tuple[str, ...] = ("raised", "discussed", "voted", "adopted", "carried_out", "closed")
        if state.stage == "rejected":
            order = ("raised", "discussed", "voted", "rejected", "closed")
        if state.stage == "withdrawn":
            order = ("raised", "discussed", "withdrawn")
        return [Step(code, bank_word(PROPOSAL_STAGES, code)) for code in order], state.stage

    def facts(self, state: Proposal) -> Sequence[Known]:
        reference, unknown, now = self.desk.reference, when.UNKNOWN, self.now()
        place = reference.directory.places.get(state.community)
        person = f"{mask_name(state.proposer)} {mask_phone(state.phone)}".strip()
        vote = state.vote
        over = state.term is not None and state.done_at is None and state.open and state.term.due_at < now
        return (
            Known(self.tr("Proposed"), state.text or unknown),
            Known(self.tr("Came up in"), bank_word(PLATFORMS, state.platform)),
            Known(self.tr("Community"), place.name if place else unknown),
            Known(self.tr("Raised by"), self.tr("{n} people").format(n=state.supporters)),
            Known(self.tr("Speaks for them"), person or unknown),
            Known(self.tr("Turnout"), turnout_words(vote) if vote else self.tr("not voted yet")),
            Known(self.tr("In favour"), share_words(vote) if vote else ""),
            Known(self.tr("Result"), self._result(state), "1" if vote is None else "ok" if vote.passed else "amb"),
            Known(self.tr("Carried out by"), reference.unit_name(state.unit) if state.unit else ""),
            Known(self.tr("Until"), when.moment(state.term.due_at, now) if state.term else "", "red" if over else "1"),
            Known(self.tr("Trial until"), when.moment(state.trial.due_at, now) if state.trial else ""),
            Known(self.tr("Satisfied"), self._satisfied(state)),
        )

    def _result(self, state: Proposal) -> str:
        vote = state.vote
        if vote is None:
            return ""
        if vote.passed:
            return self.tr("passed")
        if vote.turnout < vote.least_turnout:
            return self.tr("not passed: too few voted")
        return self.tr("not passed: too few in favour")

    def _satisfied(self, state: Proposal) -> str:
        if state.asked is None or state.satisfied is None or not state.asked:
            return ""
        share = percent(100 * state.satisfied / state.asked)
        return f"{share}（{state.satisfied}/{state.asked}）"

    def lines(self, state: Proposal) -> Sequence[Round]:
        return rounds_of(state)

    def log(self, state: Proposal, facts: Sequence[Fact]) -> Sequence[TimelineRow]:
        votes = iter(state.votes)
        counts = {
            str(fact.id): vote_words(vote) for fact in facts if fact.verb == "voted" and (vote := next(votes, None))
        }

        def gaps(fact: Fact) -> dict[str, str]:
            body = fact.body
            people = body.get("people")
            return {
                "platform": bank_word(PLATFORMS, str(body.get("platform", ""))),
                "people": str(people) if people is not None else when.UNKNOWN,
                "counts": counts.get(str(fact.id), ""),
                "unit": self.desk.reference.unit_name(str(body.get("unit", ""))),
                "satisfied": str(body.get("satisfied", "")),
                "asked": str(body.get("asked", "")),
            }

        return log_rows(facts, "ProposalLog", _LINES, gaps, self.person, self.now())

    # -- acting ----------------------------------------------------------------------------------------------------

    def _new(self) -> None:
        self.forms.new()

    def _discuss(self) -> None:
        self.forms.discuss(self.state)

    def _vote(self) -> None:
        limit = self.desk.reference.limit
        self.forms.vote(self.state, limit(acts.SHARE), limit(acts.TURNOUT))

    def _adopt(self) -> None:
        self.forms.adopt(self.state, self.now())

    def _reject(self) -> None:
        title, label = self.tr("Do not adopt"), self.tr("What the residents were told")
        self.forms.worded(self.state, acts.RejectProposal, "reject", title, label)

    def _carry_out(self) -> None:
        self.forms.worded(self.state, acts.CarryOutProposal, "carry", self.tr("Carried out"), self.tr("What was done"))

    def _survey(self) -> None:
        self.forms.survey(self.state)

    def _close(self) -> None:
        self.acting.send(acts.CloseProposal(proposal=self.state.id), self.tr("Closed"))

    def _withdraw(self) -> None:
        self.forms.worded(self.state, acts.WithdrawProposal, "withdraw", self.tr("Withdraw"), self.tr("Reason"))

    def _amend(self) -> None:
        self.forms.amend(self.state)

    def _note(self) -> None:
        self.forms.worded(self.state, acts.NoteProposal, "note", self.tr("Note"), self.tr("Words"))

    def _case(self) -> None:
        self.services.go.emit(Go("cases", {"case": self.state.case}))

    def show_what(self, what: Mapping[str, Any]) -> None:
        super().show_what(what)
        case = self.desk.read.cases.case(str(what["from_case"]))[0] if what.get("from_case") else None
        if case is not None and case.known:
            people = max(1, case.collective)
            known = Proposal(
                platform=PLATFORM_CODES[0], title=case.title, community=case.community, case=case.id, supporters=people
            )
            self.forms.new(known)

    def print_(self) -> None:
        """Ctrl+P: the public notice of the result; there is none before a vote."""
        if self.state is None:
            return
        if self.state.vote is None:
            self.services.toast.emit(Toast(self.tr("There is a result to print once the vote is counted.")))
            return
        print_form(self.context, self, ("proposal_result", f"proposal/{self.state.id}"))


def _known(state: Proposal) -> bool:
    return state.known


def _open(state: Proposal) -> bool:
    return state.open


def _raised(state: Proposal) -> bool:
    return state.stage in ("raised", "rejected") and may_move(state, "discussed") and not state.votes


def _discussed(state: Proposal) -> bool:
    return state.stage == "discussed"


def _voted(state: Proposal) -> bool:
    return state.stage == "voted"


def _talks_on(state: Proposal) -> bool:
    return state.stage != "raised" and may_move(state, "discussed")


def _passed(state: Proposal) -> bool:
    return state.stage == "voted" and state.vote is not None and state.vote.passed


def _failed(state: Proposal) -> bool:
    return state.stage == "voted" and (state.vote is None or not state.vote.passed)


def _adopted(state: Proposal) -> bool:
    return state.stage == "adopted"


def _unrated(state: Proposal) -> bool:
    return state.stage == "carried_out" and state.surveyed_at is None


def _in_trial(state: Proposal) -> bool:
    return state.stage == "adopted" or (state.stage == "carried_out" and state.surveyed_at is not None)


def _closable(state: Proposal) -> bool:
    return may_move(state, "closed") and (state.stage != "carried_out" or state.surveyed_at is not None)


def _withdrawable(state: Proposal) -> bool:
    return may_move(state, "withdrawn")


def _has_case(state: Proposal) -> bool:
    return bool(state.case)
