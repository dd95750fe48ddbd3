"""The lists of residents' proposals: proposals at the left; talks and votes of the chosen one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.proposal import Proposal, Talk, Vote
from commandcenter.ui import when
from commandcenter.ui.bank_words import PLATFORMS, PROPOSAL_STAGES, bank_word
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Round:
    """A talk or a vote on a proposal, in the order they were held; ``last`` marks the vote that counts."""

    id: str
    at: int
    talk: Talk | None = None
    vote: Vote | None = None
    last: bool = False

    @property
    def words(self) -> str:
        """What the line says, for reading aloud."""
        if self.vote is not None:
            return vote_words(self.vote)
        return self.talk.words if self.talk is not None else ""


def rounds_of(state: Proposal) -> list[Round]:
    """Talks and votes by the time they were held."""
    talks = [Round(f"talk{place}", talk.at, talk=talk) for place, talk in enumerate(state.talks)]
    votes = [
        Round(f"vote{place}", vote.at, vote=vote, last=place == len(state.votes) - 1)
        for place, vote in enumerate(state.votes)
    ]
    return sorted([*talks, *votes], key=lambda one: (one.at, one.id))


def percent(value: float) -> str:
    """A share in per cent with two decimals, cut off: it never looks as if it reached a limit that it does not."""
    return f"{int(value * 100 + 1e-9) / 100:g}%"


def limit(value: float) -> str:
    """A limit in per cent as it stands in the settings."""
    return f"{value:g}%"


def turnout_words(vote: Vote) -> str:
    """``62.5%（125/200，at least 50%）``"""
    told = translate("Proposals", "{share} ({part}/{whole}, at least {least})")
    return told.format(
        share=percent(vote.turnout), part=vote.cast, whole=vote.eligible, least=limit(vote.least_turnout)
    )


def share_words(vote: Vote) -> str:
    """``80%（100/125，at least 66.66%）``"""
    told = translate("Proposals", "{share} ({part}/{whole}, at least {least})")
    return told.format(share=percent(vote.share), part=vote.in_favour, whole=vote.cast, least=limit(vote.least_share))


def vote_words(vote: Vote) -> str:
    """The counts of a vote in one sentence."""
    told = translate("Proposals", "for {yes}, against {no}, abstained {rest}; {cast} of {eligible} voted")
    return told.format(yes=vote.in_favour, no=vote.against, rest=vote.abstained, cast=vote.cast, eligible=vote.eligible)


class ProposalPainter(RowPainter):
    """What is proposed, where it came up, how many support it, where it stands."""

    def __init__(self, look: Look, reference: Reference, parent: QWidget | None = None) -> None:
        columns = [
            Column("title", translate("Proposals", "Proposal"), 150, 4),
            Column("platform", translate("Proposals", "Came up in"), 96, 1, drop=2),
            Column("community", translate("Proposals", "Community"), 88, 1, drop=1),
            Column("people", translate("Proposals", "People"), 48, align="right", drop=3),
            Column("stage", translate("Proposals", "State"), 66),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)
        self._reference = reference
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Proposal) -> None:
        look = self.look
        if column == "title":
            paint.elided(p, look, rect, row.title or row.number, "name", "tx1" if row.open else "tx2")
        elif column == "platform":
            paint.elided(p, look, rect, bank_word(PLATFORMS, row.platform), "body", "tx2")
        elif column == "community":
            place = self._reference.directory.places.get(row.community)
            paint.elided(p, look, rect, place.name if place else when.UNKNOWN, "body", "tx2")
        elif column == "people":
            paint.text(p, look, rect, str(row.supporters), "body", "tx2", paint.RIGHT)
        else:
            over = row.term is not None and row.done_at is None and row.open and row.term.due_at < self.now
            tone = "red" if over else "ok" if row.stage == "closed" else "tx2"
            words = bank_word(PROPOSAL_STAGES, row.stage)
            told = translate("Proposals", "over · {stage}").format(stage=words) if over else words
            paint.elided(p, look, rect, told, "body", tone)


class RoundPainter(RowPainter):
    """A talk: how many came, what was said. A vote: the counts, turnout and share, and whether it passed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("at", translate("Proposals", "When"), 88),
            Column("what", translate("Proposals", "What"), 44),
            Column("words", translate("Proposals", "What was said, how it was counted"), 180, 5),
            Column("people", translate("Proposals", "Took part"), 48, align="right", drop=1),
            Column("result", translate("Proposals", "Result"), 76),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Round) -> None:
        look, vote, talk = self.look, row.vote, row.talk
        if column == "at":
            paint.elided(p, look, rect, when.moment(row.at, self.now), "body", "tx2")
        elif column == "what":
            words = translate("Proposals", "vote") if vote is not None else translate("Proposals", "talk")
            paint.elided(p, look, rect, words, "name", "tx1")
        elif column == "words":
            paint.elided(p, look, rect, row.words, "body", "tx1")
        elif column == "people":
            people = vote.cast if vote is not None else talk.people if talk is not None else None
            paint.text(p, look, rect, str(people) if people is not None else when.UNKNOWN, "body", "tx2", paint.RIGHT)
        elif column == "result" and vote is not None:
            words = translate("Proposals", "passed") if vote.passed else translate("Proposals", "not passed")
            told = words if row.last else translate("Proposals", "{result}, earlier").format(result=words)
            paint.elided(p, look, rect, told, "body", ("ok" if vote.passed else "amb") if row.last else "tx3")
