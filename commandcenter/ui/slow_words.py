"""The words of joint and supervision whistles: stages, variants, results, verdicts, and the sentences of their refusals."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate

JOINT_STAGES: Mapping[str, str] = {
    "found": QT_TRANSLATE_NOOP("Slow", "Found"),
    "analysed": QT_TRANSLATE_NOOP("Slow", "Analysed"),
    "led": QT_TRANSLATE_NOOP("Slow", "Leader named"),
    "surveyed": QT_TRANSLATE_NOOP("Slow", "Site survey"),
    "agreed": QT_TRANSLATE_NOOP("Slow", "Coordination meeting"),
    "working": QT_TRANSLATE_NOOP("Slow", "At work"),
    "fed_back": QT_TRANSLATE_NOOP("Slow", "Fed back"),
    "verified": QT_TRANSLATE_NOOP("Slow", "Verified"),
    "closed": QT_TRANSLATE_NOOP("Slow", "Closed, look-backs"),
    "upward": QT_TRANSLATE_NOOP("Slow", "Waits for the level above"),
    "returned": QT_TRANSLATE_NOOP("Slow", "Back to the case"),
}

VARIANTS: Mapping[str, str] = {
    "own": QT_TRANSLATE_NOOP("Slow", "within the street"),
    "peer": QT_TRANSLATE_NOOP("Slow", "with the street next door"),
    "upward": QT_TRANSLATE_NOOP("Slow", "request to the level above"),
}

LACKS: Mapping[str, str] = {
    "authority": QT_TRANSLATE_NOOP("Slow", "no authority"),
    "resources": QT_TRANSLATE_NOOP("Slow", "no resources"),
    "departments": QT_TRANSLATE_NOOP("Slow", "needs several departments"),
}

RESULTS: Mapping[str, str] = {
    "done": QT_TRANSLATE_NOOP("Slow", "Done"),
    "partly": QT_TRANSLATE_NOOP("Slow", "Done in part"),
    "impossible": QT_TRANSLATE_NOOP("Slow", "Cannot be done"),
}

DUTY_REASONS: Mapping[str, str] = {
    "not_our_duty": QT_TRANSLATE_NOOP("Slow", "not our duty"),
    "short_of_forces": QT_TRANSLATE_NOOP("Slow", "short of forces"),
    "needs_superior": QT_TRANSLATE_NOOP("Slow", "superior must approve"),
    "other": QT_TRANSLATE_NOOP("Slow", "other"),
}

RULINGS: Mapping[str, str] = {
    "upheld": QT_TRANSLATE_NOOP("Slow", "the duty stays"),
    "relieved": QT_TRANSLATE_NOOP("Slow", "relieved of it"),
    "district": QT_TRANSLATE_NOOP("Slow", "put before the district"),
}

UPPER_ANSWERS: Mapping[str, str] = {
    "taken": QT_TRANSLATE_NOOP("Slow", "takes the matter over"),
    "together": QT_TRANSLATE_NOOP("Slow", "coordinates, we go on"),
    "declined": QT_TRANSLATE_NOOP("Slow", "declines, we go on alone"),
}

SUPERVISION_STAGES: Mapping[str, str] = {
    "listed": QT_TRANSLATE_NOOP("Slow", "On the list"),
    "reminded": QT_TRANSLATE_NOOP("Slow", "Reminded"),
    "reported": QT_TRANSLATE_NOOP("Slow", "Department's report"),
    "collected": QT_TRANSLATE_NOOP("Slow", "Evidence"),
    "briefed": QT_TRANSLATE_NOOP("Slow", "Leader told"),
    "evaluated": QT_TRANSLATE_NOOP("Slow", "Committee's evaluation"),
    "lettered": QT_TRANSLATE_NOOP("Slow", "Letter to the district"),
    "rectifying": QT_TRANSLATE_NOOP("Slow", "Rectification"),
    "closed": QT_TRANSLATE_NOOP("Slow", "Cycle over"),
}

SORTS: Mapping[str, str] = {
    "landed": QT_TRANSLATE_NOOP("Slow", "Tasks that land here"),
    "statutory": QT_TRANSLATE_NOOP("Slow", "Statutory duties"),
    "effect": QT_TRANSLATE_NOOP("Slow", "Effect of daily work"),
}

EVIDENCE: Mapping[str, str] = {
    "report_in": QT_TRANSLATE_NOOP("Slow", "Report-in"),
    "duty": QT_TRANSLATE_NOOP("Slow", "Joint duty"),
    "order": QT_TRANSLATE_NOOP("Slow", "Order"),
}

VERDICTS: Mapping[str, tuple[str, str, str]] = {
    "on_time": (QT_TRANSLATE_NOOP("Slow", "In time"), "circle-check", "done"),
    "late": (QT_TRANSLATE_NOOP("Slow", "Late"), "clock", "warn"),
    "never": (QT_TRANSLATE_NOOP("Slow", "Never came"), "user-x", "warn"),
    "refused": (QT_TRANSLATE_NOOP("Slow", "Refused"), "ban", "warn"),
    "overdue": (QT_TRANSLATE_NOOP("Slow", "Overdue"), "octagon-alert", "over"),
    "waiting": (QT_TRANSLATE_NOOP("Slow", "Running"), "wrench", "blue"),
    "unjudged": (QT_TRANSLATE_NOOP("Slow", "Told, not judged"), "info", "plain"),
}
"""Verdict → (word, icon, tone of its chip)."""

GRADES: Mapping[str, str] = {
    "excellent": QT_TRANSLATE_NOOP("Slow", "excellent"),
    "good": QT_TRANSLATE_NOOP("Slow", "good"),
    "fair": QT_TRANSLATE_NOOP("Slow", "fair"),
    "poor": QT_TRANSLATE_NOOP("Slow", "poor"),
}

CLOCKS: Mapping[str, str] = {
    "analyse": QT_TRANSLATE_NOOP("Slow", "analyse"),
    "lead": QT_TRANSLATE_NOOP("Slow", "name a leader"),
    "survey": QT_TRANSLATE_NOOP("Slow", "site survey"),
    "meeting": QT_TRANSLATE_NOOP("Slow", "coordination meeting"),
    "duty": QT_TRANSLATE_NOOP("Slow", "duty"),
    "verify": QT_TRANSLATE_NOOP("Slow", "verify"),
    "upper": QT_TRANSLATE_NOOP("Slow", "our own look"),
    "lookback": QT_TRANSLATE_NOOP("Slow", "look back"),
    "reminder": QT_TRANSLATE_NOOP("Slow", "department's report"),
    "letter": QT_TRANSLATE_NOOP("Slow", "letter to the district"),
    "rectify": QT_TRANSLATE_NOOP("Slow", "rectification"),
    "repair": QT_TRANSLATE_NOOP("Slow", "repair of a hazard"),
}
"""Clocks of both whistles; a name like ``duty:A1`` carries more than its head."""

REFUSALS: Mapping[str, str] = {
    "joint_unknown": QT_TRANSLATE_NOOP("Refusal", "This joint whistle is not known here."),
    "joint_stage": QT_TRANSLATE_NOOP("Refusal", "Not possible now: the matter stands at “{joint_stage}”."),
    "before_opening": QT_TRANSLATE_NOOP("Refusal", "It was only opened at {at}. Enter a later time."),
    "variant_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "Choose whom it concerns: us, the street next door, the level above."
    ),
    "not_for_a_whistle": QT_TRANSLATE_NOOP("Refusal", "It was found to be no matter for a whistle. Send it back."),
    "already_asked_upward": QT_TRANSLATE_NOOP("Refusal", "The level above was asked already."),
    "upper_answer_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what the level above answered."),
    "side_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose for which street."),
    "not_peer": QT_TRANSLATE_NOOP("Refusal", "Only a matter of two streets has a second leader."),
    "lead_name_needed": QT_TRANSLATE_NOOP("Refusal", "Write who leads."),
    "phone_needed": QT_TRANSLATE_NOOP("Refusal", "Write a number at which the leader answers."),
    "body_needed": QT_TRANSLATE_NOOP("Refusal", "Write which body it is."),
    "participant_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "{unit} is neither in our list nor among the partners of this matter. Enter it first."
    ),
    "nobody_there": QT_TRANSLATE_NOOP("Refusal", "Write who was there."),
    "chair_needed": QT_TRANSLATE_NOOP("Refusal", "Write who was in the chair."),
    "end_before_beginning": QT_TRANSLATE_NOOP("Refusal", "It ended before it began. Check the times."),
    "peer_lead_missing": QT_TRANSLATE_NOOP(
        "Refusal", "The leader of the street next door is missing. Name them first."
    ),
    "peer_signature_missing": QT_TRANSLATE_NOOP("Refusal", "Both streets have to sign. A signature is missing."),
    "duties_missing": QT_TRANSLATE_NOOP("Refusal", "The duty table is empty. Add a line first."),
    "duty_unknown": QT_TRANSLATE_NOOP("Refusal", "This line is not in the duty table."),
    "duty_over": QT_TRANSLATE_NOOP("Refusal", "This line is done or taken out."),
    "due_needed": QT_TRANSLATE_NOOP("Refusal", "Write by when."),
    "no_working_time": QT_TRANSLATE_NOOP(
        "Refusal", "There is no office time until then. Choose a later day; the clock stands on nights and rest days."
    ),
    "signer_needed": QT_TRANSLATE_NOOP("Refusal", "Write who signs."),
    "signed_step_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what is signed: the table or the verification."),
    "already_refused": QT_TRANSLATE_NOOP("Refusal", "It was refused already. Rule on that first."),
    "refusal_reason_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose the reason of the refusal."),
    "refusal_open": QT_TRANSLATE_NOOP("Refusal", "The department refused this line. Rule on that first."),
    "not_refused": QT_TRANSLATE_NOOP("Refusal", "Nobody refused this line."),
    "ruling_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what becomes of the refusal."),
    "nothing_to_look_back": QT_TRANSLATE_NOOP("Refusal", "No look-back is due for this matter."),
    "not_at_the_table": QT_TRANSLATE_NOOP("Refusal", "This body has no line in the duty table."),
    "supervision_unknown": QT_TRANSLATE_NOOP("Refusal", "This supervision whistle is not known here."),
    "supervision_stage": QT_TRANSLATE_NOOP("Refusal", "Not possible now: the cycle stands at “{supervision_stage}”."),
    "cycle_running": QT_TRANSLATE_NOOP("Refusal", "This department has a running cycle already: {number}."),
    "matters_missing": QT_TRANSLATE_NOOP("Refusal", "Write at least one matter that is supervised."),
    "matter_sort_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose the sort of the matter."),
    "reminders_used_up": QT_TRANSLATE_NOOP("Refusal", "It was reminded {most} times. Record what came of it."),
    "still_time": QT_TRANSLATE_NOOP(
        "Refusal", "The department still has time. Silence is recorded after the third reminder has run out."
    ),
    "period_wrong": QT_TRANSLATE_NOOP("Refusal", "The period has to end after it begins."),
    "evidence_unfounded": QT_TRANSLATE_NOOP(
        "Refusal", "“{source}” is no entry about this department in this period. Only facts of the journal count."
    ),
    "too_much_evidence": QT_TRANSLATE_NOOP("Refusal", "More than {most} entries. Choose a shorter period."),
    "told_leader_needed": QT_TRANSLATE_NOOP("Refusal", "Write which leader was told."),
    "meeting_needed": QT_TRANSLATE_NOOP("Refusal", "Write in which meeting."),
    "collective_needed": QT_TRANSLATE_NOOP(
        "Refusal", "The committee evaluates together: tick at least two who took part."
    ),
    "grade_alone": QT_TRANSLATE_NOOP(
        "Refusal", "Whoever blew the whistle cannot grade alone. Others have to take part."
    ),
    "not_ranked": QT_TRANSLATE_NOOP(
        "Refusal", "{unit} is only asked for support: it is evaluated in words, without marks and grade."
    ),
    "weights_missing": QT_TRANSLATE_NOOP("Refusal", "A weight is missing. Press W and set all three."),
    "marks_wrong": QT_TRANSLATE_NOOP("Refusal", "Marks go from 0 to {most}."),
    "letter_number_needed": QT_TRANSLATE_NOOP("Refusal", "Write the number of the letter."),
    "already_done": QT_TRANSLATE_NOOP("Refusal", "That is done already."),
    "items_open": QT_TRANSLATE_NOOP("Refusal", "{count} items are not put right yet."),
}


def slow_word(table: Mapping[str, str], code: str) -> str:
    """The word for a code of these whistles; the code itself when it has none."""
    return translate("Slow", table[code]) if code in table else code


def slow_clock(clock: str) -> str:
    """The word for a clock of these whistles; empty when it is none of theirs."""
    head = clock.partition(":")[0]
    return translate("Slow", CLOCKS[head]) if head in CLOCKS else ""
