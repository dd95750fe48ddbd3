"""The words of the responsibility list, of admission and of procedures: codes, reasons, and the sentences of their refusals."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from commandcenter.domain.who_acts import Reason
    from commandcenter.domain.who_learned import Evidence

translate = QCoreApplication.translate

BLOCKS: Mapping[str, str] = {
    "party": QT_TRANSLATE_NOOP("Duty", "Party work"),
    "safety": QT_TRANSLATE_NOOP("Duty", "Safety"),
    "city": QT_TRANSLATE_NOOP("Duty", "City management"),
    "community": QT_TRANSLATE_NOOP("Duty", "Communities"),
    "living": QT_TRANSLATE_NOOP("Duty", "People's living"),
    "support": QT_TRANSLATE_NOOP("Duty", "General support"),
}

PARTS: Mapping[str, str] = {
    "hold": QT_TRANSLATE_NOOP("Duty", "Answers for"),
    "organise": QT_TRANSLATE_NOOP("Duty", "Organises"),
    "assist": QT_TRANSLATE_NOOP("Duty", "Takes part"),
}

BASES: Mapping[str, str] = {
    "law": QT_TRANSLATE_NOOP("Duty", "law"),
    "regulation": QT_TRANSLATE_NOOP("Duty", "regulation"),
    "rule": QT_TRANSLATE_NOOP("Duty", "rule"),
    "city": QT_TRANSLATE_NOOP("Duty", "paper of the city"),
    "department": QT_TRANSLATE_NOOP("Duty", "paper of a department"),
    "untold": QT_TRANSLATE_NOOP("Duty", "basis not told"),
}

ORIGINS: Mapping[str, str] = {
    "base": QT_TRANSLATE_NOOP("Duty", "base list"),
    "added": QT_TRANSLATE_NOOP("Duty", "added here"),
    "removed": QT_TRANSLATE_NOOP("Duty", "taken off"),
}

ROUTES: Mapping[str, str] = {
    "self": QT_TRANSLATE_NOOP("Duty", "handled here"),
    "coordinate": QT_TRANSLATE_NOOP("Duty", "brought together here"),
    "transfer": QT_TRANSLATE_NOOP("Duty", "to who leads: whistle or hand on"),
}

ADMISSION_STAGES: Mapping[str, tuple[str, str, str]] = {
    "received": (QT_TRANSLATE_NOOP("Duty", "To check"), "inbox", "warn"),
    "checked": (QT_TRANSLATE_NOOP("Duty", "Checked"), "list-checks", "blue"),
    "acting": (QT_TRANSLATE_NOOP("Duty", "Acts first, reports after"), "zap", "warn"),
    "registered": (QT_TRANSLATE_NOOP("Duty", "Registered"), "circle-check", "done"),
    "returned": (QT_TRANSLATE_NOOP("Duty", "Returned"), "corner-down-left", "plain"),
}
"""Stage → (word, icon, tone)."""

FINDINGS: Mapping[str, str] = {
    "in_list": QT_TRANSLATE_NOOP("Duty", "stands in the list"),
    "emergency": QT_TRANSLATE_NOOP("Duty", "outside, but cannot wait"),
    "outside": QT_TRANSLATE_NOOP("Duty", "outside the list"),
}

DISPUTE_SORTS: Mapping[str, str] = {
    "report_in": QT_TRANSLATE_NOOP("Duty", "report-in refused"),
    "case": QT_TRANSLATE_NOOP("Duty", "case disputed"),
    "joint": QT_TRANSLATE_NOOP("Duty", "joint duty refused"),
}

REFUSALS: Mapping[str, str] = {
    "duty_text_missing": QT_TRANSLATE_NOOP("Refusal", "An item needs a number and a text."),
    "duty_block_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose one of the six blocks."),
    "duty_part_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what part the street has in it."),
    "duty_lead_missing": QT_TRANSLATE_NOOP(
        "Refusal", "The street only takes part in it: name the department that leads."
    ),
    "duty_basis_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose the sort of basis."),
    "duty_origin_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose where the item comes from."),
    "duty_reason_missing": QT_TRANSLATE_NOOP(
        "Refusal", "A change of the list needs a reason and the procedure it went by."
    ),
    "duty_number_taken": QT_TRANSLATE_NOOP("Refusal", "An item with the number {number} is in the list already."),
    "admission_sender_missing": QT_TRANSLATE_NOOP("Refusal", "Write who asks for it."),
    "admission_title_missing": QT_TRANSLATE_NOOP("Refusal", "Write what is asked for."),
    "admission_unknown": QT_TRANSLATE_NOOP("Refusal", "This task is not known here."),
    "admission_stage": QT_TRANSLATE_NOOP(
        "Refusal", "This step cannot follow now. Check the task against the list first."
    ),
    "admission_finding_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what the check found."),
    "admission_item_missing": QT_TRANSLATE_NOOP("Refusal", "Choose the item of the list that the task falls under."),
    "admission_approval_missing": QT_TRANSLATE_NOOP("Refusal", "Write the number of the approval."),
    "procedure_unknown": QT_TRANSLATE_NOOP("Refusal", "This procedure is not in use."),
    "procedure_same": QT_TRANSLATE_NOOP("Refusal", "The case has this procedure already."),
    "procedure_steps_missing": QT_TRANSLATE_NOOP("Refusal", "A procedure needs at least one step."),
    "procedure_too_long": QT_TRANSLATE_NOOP("Refusal", "A procedure has at most {most} steps."),
    "step_text_missing": QT_TRANSLATE_NOOP("Refusal", "Step {step} has no text."),
    "step_id_taken": QT_TRANSLATE_NOOP("Refusal", "Step {step} stands there twice."),
    "step_hours_wrong": QT_TRANSLATE_NOOP(
        "Refusal", "The hours of step {step} cannot be: more than nothing, at most a year."
    ),
    "step_group_split": QT_TRANSLATE_NOOP(
        "Refusal", "The steps of “{group}” run side by side: put them next to each other."
    ),
    "step_unknown": QT_TRANSLATE_NOOP("Refusal", "This step is not on the case."),
    "step_done": QT_TRANSLATE_NOOP("Refusal", "This step was done at {at} already."),
    "step_open": QT_TRANSLATE_NOOP("Refusal", "This step is not done yet."),
    "steps_join": QT_TRANSLATE_NOOP("Refusal", "First these have to join: {steps}."),
    "steps_behind": QT_TRANSLATE_NOOP("Refusal", "Steps behind it are done already: {steps}. Take those back first."),
    "step_evidence": QT_TRANSLATE_NOOP("Refusal", "This step has to be shown: {evidence}. Write it, or choose a file."),
    "duty_file_heading": QT_TRANSLATE_NOOP("Refusal", "No column tells the text of the items. Choose it by hand."),
    "duty_file_empty": QT_TRANSLATE_NOOP("Refusal", "No item was found in this sheet."),
}


def duty_word(words: Mapping[str, str], code: str) -> str:
    """The word for a code; the code itself where there is none."""
    return translate("Duty", words[code]) if code in words else code


def reason_words(reason: Reason) -> str:
    """A reason of a proposal as one sentence."""
    basis = translate("Duty", ", after {basis}").format(basis=reason.basis) if reason.basis else ""
    told = {
        "item_kind": translate("Duty", "item {n} of the list: {words}"),
        "item_words": translate("Duty", "item {n} of the list, told by “{words}”"),
        "item_lead": translate("Duty", "item {n} of the list names it as the leading department"),
        "item_unit": translate("Duty", "item {n} of the list: works on it here"),
        "matter_kind": translate("Duty", "usually called for “{words}”"),
        "tasks": translate("Duty", "its own task: {words}"),
        "community": translate("Duty", "the place lies there"),
        "grid": translate("Duty", "grid {words}"),
        "chief": translate("Duty", "chief of the street: {words}"),
    }
    return told.get(reason.rule, reason.rule).format(n=reason.number, words=reason.words) + basis


def evidence_words(evidence: Evidence) -> str:
    """What closed cases say, as one sentence with its counts."""
    told = {
        "kind_here": translate("Duty", "{led} of {of} cases of this kind in this community"),
        "kind": translate("Duty", "{led} of {of} cases of this kind"),
        "place": translate("Duty", "{led} of {of} cases at this place"),
        "words": translate("Duty", "{led} of {of} cases with “{words}”"),
    }
    return told.get(evidence.rule, evidence.rule).format(led=evidence.led, of=evidence.of, words=evidence.words)
