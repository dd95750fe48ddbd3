"""Sentences for refusals about merged cases and attached files."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

REFUSALS: Mapping[str, str] = {
    "merge_with_itself": QT_TRANSLATE_NOOP("Refusal", "Choose another case: this one cannot be merged with itself."),
    "merged_already": QT_TRANSLATE_NOOP("Refusal", "{number} was merged already. Take the case in which it goes on."),
    "merge_into_ended": QT_TRANSLATE_NOOP("Refusal", "{number} has ended. Link the two as a repeat call instead."),
    "merge_ended": QT_TRANSLATE_NOOP("Refusal", "{number} has ended and keeps its own end. Link the two instead."),
    "merge_in_a_ring": QT_TRANSLATE_NOOP(
        "Refusal", "This case was merged into {number} itself. Take it out there first."
    ),
    "too_many_merged": QT_TRANSLATE_NOOP(
        "Refusal", "More than {most} cases in one: open a topic for them instead of merging on."
    ),
    "not_merged": QT_TRANSLATE_NOOP("Refusal", "This case is not merged."),
    "link_unknown": QT_TRANSLATE_NOOP("Refusal", "This way of linking does not exist."),
    "already_linked": QT_TRANSLATE_NOOP("Refusal", "It is linked with {number} already."),
    "not_linked": QT_TRANSLATE_NOOP("Refusal", "These two are not linked."),
    "attachment_unreadable": QT_TRANSLATE_NOOP("Refusal", "This attachment cannot be read."),
    "attached_already": QT_TRANSLATE_NOOP("Refusal", "The same file is attached to this case already."),
    "too_many_files": QT_TRANSLATE_NOOP("Refusal", "A case takes at most {most} attachments."),
    "not_attached": QT_TRANSLATE_NOOP("Refusal", "This file is not attached to the case."),
    "nature_unknown": QT_TRANSLATE_NOOP("Refusal", "This nature of a matter does not exist."),
    "file_empty": QT_TRANSLATE_NOOP("Refusal", "This file is empty. Choose another one."),
    "file_kind_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "Pictures, recordings, films, PDF, Word and Excel files are taken; this is none of them."
    ),
    "file_too_large": QT_TRANSLATE_NOOP("Refusal", "This file is too large: at most {most} MB for its kind."),
}
