"""The words for the codes of the problem bank, consultations and residents' proposals, and the sentences of their refusals."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate

PROBLEM_STAGES: Mapping[str, str] = {
    "found": QT_TRANSLATE_NOOP("BankWords", "Found"),
    "assessed": QT_TRANSLATE_NOOP("BankWords", "Assessed"),
    "measured": QT_TRANSLATE_NOOP("BankWords", "Measures"),
    "corrected": QT_TRANSLATE_NOOP("BankWords", "Put right"),
    "rechecked": QT_TRANSLATE_NOOP("BankWords", "Rechecked"),
    "closed": QT_TRANSLATE_NOOP("BankWords", "Struck off"),
    "long_term": QT_TRANSLATE_NOOP("BankWords", "Long term"),
}
DEGREES: Mapping[str, str] = {
    "high": QT_TRANSLATE_NOOP("BankWords", "high"),
    "middle": QT_TRANSLATE_NOOP("BankWords", "middle"),
    "low": QT_TRANSLATE_NOOP("BankWords", "low"),
}
PERIODS: Mapping[str, str] = {
    "all_year": QT_TRANSLATE_NOOP("BankWords", "all the year"),
    "flood": QT_TRANSLATE_NOOP("BankWords", "flood season"),
    "heating": QT_TRANSLATE_NOOP("BankWords", "heating season"),
    "summer": QT_TRANSLATE_NOOP("BankWords", "summer"),
    "holiday": QT_TRANSLATE_NOOP("BankWords", "holidays"),
    "night": QT_TRANSLATE_NOOP("BankWords", "at night"),
}
CONSULTATION_STAGES: Mapping[str, str] = {
    "planned": QT_TRANSLATE_NOOP("BankWords", "Planned"),
    "held": QT_TRANSLATE_NOOP("BankWords", "Held"),
    "minuted": QT_TRANSLATE_NOOP("BankWords", "Minuted"),
    "closed": QT_TRANSLATE_NOOP("BankWords", "Closed|consultation"),
    "called_off": QT_TRANSLATE_NOOP("BankWords", "Called off"),
}
ABOUT: Mapping[str, str] = {
    "case": QT_TRANSLATE_NOOP("BankWords", "Case"),
    "problem": QT_TRANSLATE_NOOP("BankWords", "Problem"),
    "proposal": QT_TRANSLATE_NOOP("BankWords", "Proposal"),
    "matter": QT_TRANSLATE_NOOP("BankWords", "Matter"),
}
PRESENCE: Mapping[str, str] = {
    "invited": QT_TRANSLATE_NOOP("BankWords", "invited"),
    "came": QT_TRANSLATE_NOOP("BankWords", "came"),
    "excused": QT_TRANSLATE_NOOP("BankWords", "excused"),
    "missed": QT_TRANSLATE_NOOP("BankWords", "missed"),
}
PROPOSAL_STAGES: Mapping[str, str] = {
    "raised": QT_TRANSLATE_NOOP("BankWords", "Raised"),
    "discussed": QT_TRANSLATE_NOOP("BankWords", "Discussed"),
    "voted": QT_TRANSLATE_NOOP("BankWords", "Voted"),
    "adopted": QT_TRANSLATE_NOOP("BankWords", "Adopted"),
    "rejected": QT_TRANSLATE_NOOP("BankWords", "Not adopted"),
    "carried_out": QT_TRANSLATE_NOOP("BankWords", "Carried out"),
    "closed": QT_TRANSLATE_NOOP("BankWords", "Closed|proposal"),
    "withdrawn": QT_TRANSLATE_NOOP("BankWords", "Withdrawn"),
}
PLATFORMS: Mapping[str, str] = {
    "courtyard_hall": QT_TRANSLATE_NOOP("BankWords", "courtyard hall"),
    "neighbours_hall": QT_TRANSLATE_NOOP("BankWords", "neighbours' hall"),
    "opinion_post": QT_TRANSLATE_NOOP("BankWords", "opinion post"),
    "judge_point": QT_TRANSLATE_NOOP("BankWords", "judge's point"),
    "property_hall": QT_TRANSLATE_NOOP("BankWords", "property hall"),
    "app": QT_TRANSLATE_NOOP("BankWords", "app"),
    "mobile_desk": QT_TRANSLATE_NOOP("BankWords", "mobile desk"),
    "other": QT_TRANSLATE_NOOP("BankWords", "elsewhere"),
}


CLOCKS: Mapping[str, str] = {
    "measure": QT_TRANSLATE_NOOP("BankWords", "measure"),
    "recheck": QT_TRANSLATE_NOOP("BankWords", "recheck"),
    "problem_review": QT_TRANSLATE_NOOP("BankWords", "review of the problem"),
    "consultation": QT_TRANSLATE_NOOP("BankWords", "consultation"),
    "consulted": QT_TRANSLATE_NOOP("BankWords", "decision of a consultation"),
    "carry_out": QT_TRANSLATE_NOOP("BankWords", "carry out the proposal"),
    "survey": QT_TRANSLATE_NOOP("BankWords", "survey after the trial"),
}
REASONS: Mapping[str, str] = {
    "consulting": QT_TRANSLATE_NOOP("BankWords", "waits for it"),
    "escalated": QT_TRANSLATE_NOOP("BankWords", "before a leader"),
    "overdue": QT_TRANSLATE_NOOP("BankWords", "overdue"),
    "disputed": QT_TRANSLATE_NOOP("BankWords", "duty disputed"),
    "redone": QT_TRANSLATE_NOOP("BankWords", "done again"),
    "extended": QT_TRANSLATE_NOOP("BankWords", "extended"),
    "review": QT_TRANSLATE_NOOP("BankWords", "review near"),
    "repeated": QT_TRANSLATE_NOOP("BankWords", "called again"),
    "risk": QT_TRANSLATE_NOOP("BankWords", "high risk"),
    "waiting": QT_TRANSLATE_NOOP("BankWords", "waits for a word"),
}


def bank_clock(clock: str) -> str:
    """The word for a clock of these matters; empty when it is none of theirs."""
    head = clock.partition(":")[0]
    return translate("BankWords", CLOCKS[head]) if head in CLOCKS else ""


def reasons(codes: str) -> str:
    """Why something is proposed for a consultation, in words."""
    return "、".join(bank_word(REASONS, code) for code in codes.split())


def bank_word(words: Mapping[str, str], code: str) -> str:
    """The word for a code; the code itself when a newer program wrote it."""
    return translate("BankWords", words[code]) if code in words else code


REFUSALS: Mapping[str, str] = {
    "place_missing": QT_TRANSLATE_NOOP("Refusal", "Say where it is: a place of the roster, or words."),
    "problem_full": QT_TRANSLATE_NOOP("Refusal", "At most {most} cases belong to one problem. Part it into two."),
    "problem_unknown": QT_TRANSLATE_NOOP("Refusal", "This problem is not in the bank."),
    "problem_stage": QT_TRANSLATE_NOOP("Refusal", "The problem stands at “{problem_stage}”; that does not follow now."),
    "assessment_incomplete": QT_TRANSLATE_NOOP("Refusal", "Tell how likely it is, when it presses and how bad it is."),
    "measure_unknown": QT_TRANSLATE_NOOP("Refusal", "This measure is done already, or there is none such."),
    "consultation_unknown": QT_TRANSLATE_NOOP("Refusal", "There is no such consultation."),
    "consultation_stage": QT_TRANSLATE_NOOP(
        "Refusal", "The consultation stands at “{consultation_stage}”; that does not follow now."
    ),
    "about_unknown": QT_TRANSLATE_NOOP("Refusal", "An item is about a case, a problem, a proposal or a matter."),
    "item_twice": QT_TRANSLATE_NOOP("Refusal", "This stands on the agenda already."),
    "item_decided": QT_TRANSLATE_NOOP("Refusal", "A decision was made on it; it stays on the agenda."),
    "agenda_full": QT_TRANSLATE_NOOP("Refusal", "At most {most} items go on one agenda. Plan a second consultation."),
    "agenda_empty": QT_TRANSLATE_NOOP("Refusal", "Put something on the agenda first."),
    "items_undecided": QT_TRANSLATE_NOOP(
        "Refusal", "Items without a decision or what was said: {n}. Write it down, then the minutes."
    ),
    "decisions_open": QT_TRANSLATE_NOOP("Refusal", "Decisions still open: {n}. End each of them first."),
    "signature_needed": QT_TRANSLATE_NOOP("Refusal", "Write who signs the minutes."),
    "presence_unknown": QT_TRANSLATE_NOOP("Refusal", "A unit is invited, came, is excused or missed it."),
    "proposal_unknown": QT_TRANSLATE_NOOP("Refusal", "There is no such proposal."),
    "proposal_stage": QT_TRANSLATE_NOOP(
        "Refusal", "The proposal stands at “{proposal_stage}”; that does not follow now."
    ),
    "platform_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose where the proposal came up."),
    "vote_incomplete": QT_TRANSLATE_NOOP("Refusal", "A result needs both: how many are entitled and how many voted."),
    "vote_sums": QT_TRANSLATE_NOOP("Refusal", "The numbers do not agree: a part cannot be more than its whole."),
    "vote_not_passed": QT_TRANSLATE_NOOP(
        "Refusal", "The vote has not passed: turnout or share is below the limit. Vote again, or do not adopt it."
    ),
    "survey_missing": QT_TRANSLATE_NOOP("Refusal", "Ask those concerned how it turned out before it is closed."),
    "limit_missing": QT_TRANSLATE_NOOP("Refusal", "The limit “{key}” is not in the settings. List it, then try again."),
}
