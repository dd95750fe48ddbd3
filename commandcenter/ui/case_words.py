"""The words of the machine of a case: results, answers, services, checks, and the sentences of what it refuses."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate

RESULTS: Mapping[str, str] = {
    "solved": QT_TRANSLATE_NOOP("CaseWords", "solved"),
    "explained": QT_TRANSLATE_NOOP("CaseWords", "explained"),
    "transferred": QT_TRANSLATE_NOOP("CaseWords", "taken over by an emergency service"),
    "suspended": QT_TRANSLATE_NOOP("CaseWords", "approved long-term matter"),
}

ROUTES: Mapping[str, str] = {
    "emergency_number": QT_TRANSLATE_NOOP("CaseWords", "110, 119, 120 or 122"),
    "legal_route": QT_TRANSLATE_NOOP("CaseWords", "a legal route exists"),
    "same_matter": QT_TRANSLATE_NOOP("CaseWords", "same matter, nothing new"),
    "secret": QT_TRANSLATE_NOOP("CaseWords", "secrets or privacy"),
    "outside_duty": QT_TRANSLATE_NOOP("CaseWords", "outside our duty"),
    "unlawful": QT_TRANSLATE_NOOP("CaseWords", "unlawful request"),
}
"""The six statutory routes of not accepting."""

SERVICES: Mapping[str, str] = {
    "110": QT_TRANSLATE_NOOP("CaseWords", "110 police"),
    "119": QT_TRANSLATE_NOOP("CaseWords", "119 fire and rescue"),
    "120": QT_TRANSLATE_NOOP("CaseWords", "120 ambulance"),
    "122": QT_TRANSLATE_NOOP("CaseWords", "122 traffic police"),
}

ANSWERS: Mapping[str, str] = {
    "agreed": QT_TRANSLATE_NOOP("CaseWords", "told, agrees"),
    "objected": QT_TRANSLATE_NOOP("CaseWords", "told, objects"),
    "unreached": QT_TRANSLATE_NOOP("CaseWords", "not reached, message left"),
}
"""What the citizen says to more time."""

SATISFACTIONS: Mapping[str, str] = {
    "satisfied": QT_TRANSLATE_NOOP("CaseWords", "satisfied"),
    "basically": QT_TRANSLATE_NOOP("CaseWords", "basically satisfied"),
    "not": QT_TRANSLATE_NOOP("CaseWords", "not satisfied"),
}

CHECKS: Mapping[str, str] = {
    "time": QT_TRANSLATE_NOOP("CaseWords", "in time"),
    "contact": QT_TRANSLATE_NOOP("CaseWords", "contact made"),
    "calm": QT_TRANSLATE_NOOP("CaseWords", "citizen calm"),
    "root_cause": QT_TRANSLATE_NOOP("CaseWords", "root cause found"),
}
"""The four checks at closing."""

WAYS: Mapping[str, str] = {
    "phone": QT_TRANSLATE_NOOP("CaseWords", "by phone"),
    "message": QT_TRANSLATE_NOOP("CaseWords", "by message"),
    "visit": QT_TRANSLATE_NOOP("CaseWords", "on the spot"),
    "face": QT_TRANSLATE_NOOP("CaseWords", "face to face"),
    "photo": QT_TRANSLATE_NOOP("CaseWords", "by photo"),
    "notice": QT_TRANSLATE_NOOP("CaseWords", "by notice"),
    "system": QT_TRANSLATE_NOOP("CaseWords", "in the hotline's system"),
    "paper": QT_TRANSLATE_NOOP("CaseWords", "on paper"),
}
"""How somebody was asked, told, or how a result was checked."""


def case_word(table: Mapping[str, str], code: str) -> str:
    """The word of a code; the code itself where there is none."""
    return translate("CaseWords", table[code]) if code in table else code


REFUSALS: Mapping[str, str] = {
    "ruling_needed": QT_TRANSLATE_NOOP(
        "Refusal", "It was disputed {most} times. The special team decides now who has the duty (M)."
    ),
    "already_disputed": QT_TRANSLATE_NOOP("Refusal", "This unit has disputed the duty already; a ruling is awaited."),
    "dispute_too_late": QT_TRANSLATE_NOOP("Refusal", "The duty could be disputed until {at}; now it is handled."),
    "nothing_disputed": QT_TRANSLATE_NOOP("Refusal", "Nobody disputes the duty; there is nothing to decide."),
    "ruling_leaves_nobody": QT_TRANSLATE_NOOP(
        "Refusal", "Then nobody would lead. Name a section or department that leads."
    ),
    "service_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose 110, 119, 120 or 122."),
    "already_handed": QT_TRANSLATE_NOOP(
        "Refusal", "It was handed to {service} at {at}. Write a note for a further call."
    ),
    "leader_unnamed": QT_TRANSLATE_NOOP("Refusal", "Choose the leader, or write the name."),
    "own_request": QT_TRANSLATE_NOOP(
        "Refusal", "Nobody approves what they asked for themselves. Choose another leader."
    ),
    "decision_awaited": QT_TRANSLATE_NOOP("Refusal", "A leader has to decide about more time first: grant or deny it."),
    "no_limit_to_extend": QT_TRANSLATE_NOOP("Refusal", "This order has no limit, so there is nothing to extend."),
    "extended_already": QT_TRANSLATE_NOOP("Refusal", "It was given more time once; a second time is not possible."),
    "date_needed": QT_TRANSLATE_NOOP("Refusal", "Write the new date."),
    "not_later": QT_TRANSLATE_NOOP("Refusal", "The new date has to lie after the limit ({day})."),
    "citizen_not_told": QT_TRANSLATE_NOOP("Refusal", "Write what the citizen was told and what they said."),
    "suspension_asked_already": QT_TRANSLATE_NOOP("Refusal", "A suspension was asked for; a leader has to decide."),
    "plan_needed": QT_TRANSLATE_NOOP("Refusal", "Write the plan: what is done until the obstacle is gone."),
    "date_in_past": QT_TRANSLATE_NOOP("Refusal", "The date has to lie ahead."),
    "suspension_not_asked": QT_TRANSLATE_NOOP(
        "Refusal", "Nobody asked for a suspension. Ask first, with obstacle and plan."
    ),
    "receiver_not_signed": QT_TRANSLATE_NOOP("Refusal", "This unit has not signed for it yet."),
    "fed_back_already": QT_TRANSLATE_NOOP("Refusal", "This unit has fed back already."),
    "answer_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose one of the answers."),
    "citizen_says_unsolved": QT_TRANSLATE_NOOP(
        "Refusal", "The citizen says it is not solved. Do it again, or close it as explained."
    ),
    "not_handed": QT_TRANSLATE_NOOP("Refusal", "It was not handed to an emergency service."),
    "not_suspended": QT_TRANSLATE_NOOP("Refusal", "No suspension was approved for it."),
    "not_fed_back": QT_TRANSLATE_NOOP(
        "Refusal", "Every receiver feeds back to both sides first; then it can be closed."
    ),
    "not_called_back": QT_TRANSLATE_NOOP(
        "Refusal", "The citizen has to be called back first: an answer, or three calls in vain."
    ),
    "notice_needed": QT_TRANSLATE_NOOP(
        "Refusal", "Nobody can be asked, so a public notice of the result comes before the closing (M)."
    ),
    "look_back_due": QT_TRANSLATE_NOOP("Refusal", "One more look back is planned for {day}; it is filed after that."),
}
"""Code → the sentence on the screen."""
