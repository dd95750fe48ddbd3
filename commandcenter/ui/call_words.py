"""The words of telephone calls and of the duty log's own lines, and the sentences of their refusals."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from commandcenter.journal.reading.calls import CallLine

translate = QCoreApplication.translate

DIRECTIONS: Mapping[str, tuple[str, str]] = {
    "in": (QT_TRANSLATE_NOOP("Calls", "came in"), "phone-incoming"),
    "out": (QT_TRANSLATE_NOOP("Calls", "went out"), "phone-outgoing"),
}
OUTCOMES: Mapping[str, str] = {
    "noted": QT_TRANSLATE_NOOP("Calls", "noted"),
    "case": QT_TRANSLATE_NOOP("Calls", "case"),
    "whistle": QT_TRANSLATE_NOOP("Calls", "whistle"),
    "struck": QT_TRANSLATE_NOOP("Calls", "struck"),
    "no_answer": QT_TRANSLATE_NOOP("Calls", "no answer"),
    "busy": QT_TRANSLATE_NOOP("Calls", "engaged"),
    "reached": QT_TRANSLATE_NOOP("Calls", "reached"),
    "warning": QT_TRANSLATE_NOOP("Calls", "warning"),
}
SHEET: Mapping[str, str] = {
    "called": QT_TRANSLATE_NOOP("Calls", "called to the incident"),
    "reached": QT_TRANSLATE_NOOP("Calls", "called to the incident"),
    "no_answer": QT_TRANSLATE_NOOP("Calls", "called to the incident, no answer"),
    "busy": QT_TRANSLATE_NOOP("Calls", "called to the incident, engaged"),
    "answered": QT_TRANSLATE_NOOP("Calls", "answered the whistle"),
    "proved": QT_TRANSLATE_NOOP("Calls", "called from the roster, reached"),
    "proved_no_answer": QT_TRANSLATE_NOOP("Calls", "called from the roster, no answer"),
    "proved_wrong": QT_TRANSLATE_NOOP("Calls", "called from the roster, wrong number"),
    "warned": QT_TRANSLATE_NOOP("Calls", "call-and-answer, answered"),
    "warned_no_answer": QT_TRANSLATE_NOOP("Calls", "call-and-answer, no answer"),
}
WAITS: Mapping[str, str] = {
    "read_back": QT_TRANSLATE_NOOP("Calls", "not read back"),
    "call_back": QT_TRANSLATE_NOOP("Calls", "to be called back"),
}

REFUSALS: Mapping[str, str] = {
    "direction_unknown": QT_TRANSLATE_NOOP("Refusal", "Say whether the call came in or went out."),
    "call_struck": QT_TRANSLATE_NOOP("Refusal", "This call was crossed out. Take it back first."),
    "call_not_reached": QT_TRANSLATE_NOOP("Refusal", "Nobody was reached, so nothing can be read back."),
    "already_read_back": QT_TRANSLATE_NOOP("Refusal", "This call was read back already."),
    "call_linked": QT_TRANSLATE_NOOP("Refusal", "A case or whistle belongs to this call. Take that link off first."),
    "call_has_case": QT_TRANSLATE_NOOP("Refusal", "A case was made of this call already."),
    "link_missing": QT_TRANSLATE_NOOP("Refusal", "Choose the case or the whistle."),
    "note_unknown": QT_TRANSLATE_NOOP("Refusal", "This line of the log is not known here."),
}


def call_word(table: Mapping[str, str], code: str) -> str:
    """The word for a code of a call; the code itself when there is none."""
    return translate("Calls", table[code]) if code in table else code


def short_number(line: CallLine, *, dated: bool) -> str:
    """The last part of a call's number, with its day where another call of the list has the same."""
    rest, _, short = line.number.rpartition("-")
    return f"{rest[-4:-2]}-{rest[-2:]} {short}" if dated and rest else short


def direction_word(code: str) -> str:
    """Came in or went out."""
    return translate("Calls", DIRECTIONS[code][0]) if code in DIRECTIONS else code
