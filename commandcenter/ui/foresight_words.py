"""The words for the codes of foresight and topics."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

SORTS: Mapping[str, str] = {
    "repeat": QT_TRANSLATE_NOOP("ForesightWords", "so many at a spot"),
    "rise": QT_TRANSLATE_NOOP("ForesightWords", "more than in former years"),
    "keyword": QT_TRANSLATE_NOOP("ForesightWords", "words in the text"),
    "hour_peak": QT_TRANSLATE_NOOP("ForesightWords", "at one hour of the week"),
    "review_due": QT_TRANSLATE_NOOP("ForesightWords", "suspension to be reviewed"),
}
SCOPES: Mapping[str, str] = {
    "place": QT_TRANSLATE_NOOP("ForesightWords", "a point"),
    "grid": QT_TRANSLATE_NOOP("ForesightWords", "a grid"),
    "community": QT_TRANSLATE_NOOP("ForesightWords", "a community"),
    "office": QT_TRANSLATE_NOOP("ForesightWords", "the whole street"),
}
ALERTS: Mapping[str, str] = {
    "raised": QT_TRANSLATE_NOOP("ForesightWords", "new"),
    "reopened": QT_TRANSLATE_NOOP("ForesightWords", "came back"),
    "useful": QT_TRANSLATE_NOOP("ForesightWords", "useful"),
    "dispatched": QT_TRANSLATE_NOOP("ForesightWords", "dispatched"),
    "watching": QT_TRANSLATE_NOOP("ForesightWords", "watched"),
    "closed": QT_TRANSLATE_NOOP("ForesightWords", "closed"),
}
STAGES: Mapping[str, str] = {
    "opened": QT_TRANSLATE_NOOP("ForesightWords", "Study"),
    "listed": QT_TRANSLATE_NOOP("ForesightWords", "Hazards listed"),
    "reported": QT_TRANSLATE_NOOP("ForesightWords", "Reported"),
    "dispatched": QT_TRANSLATE_NOOP("ForesightWords", "Dispatched"),
    "looked_back": QT_TRANSLATE_NOOP("ForesightWords", "Looked back"),
    "measured": QT_TRANSLATE_NOOP("ForesightWords", "Effect measured"),
    "closed": QT_TRANSLATE_NOOP("ForesightWords", "Closed"),
}
LIKELIHOODS: Mapping[str, str] = {
    "high": QT_TRANSLATE_NOOP("ForesightWords", "high"),
    "medium": QT_TRANSLATE_NOOP("ForesightWords", "medium"),
    "low": QT_TRANSLATE_NOOP("ForesightWords", "low"),
}
PROGRESS: Mapping[str, str] = {
    "found": QT_TRANSLATE_NOOP("ForesightWords", "to be assessed"),
    "assessed": QT_TRANSLATE_NOOP("ForesightWords", "assessed"),
    "dispatched": QT_TRANSLATE_NOOP("ForesightWords", "order sent"),
    "repairing": QT_TRANSLATE_NOOP("ForesightWords", "in repair"),
    "repaired": QT_TRANSLATE_NOOP("ForesightWords", "repaired"),
    "cleared": QT_TRANSLATE_NOOP("ForesightWords", "cleared"),
    "long_term": QT_TRANSLATE_NOOP("ForesightWords", "long-term"),
}
LOOKS: Mapping[str, str] = {
    "fine": QT_TRANSLATE_NOOP("ForesightWords", "holds"),
    "recurred": QT_TRANSLATE_NOOP("ForesightWords", "came again"),
    "unseen": QT_TRANSLATE_NOOP("ForesightWords", "not seen"),
}

REFUSALS: Mapping[str, str] = {
    "rule_unknown": QT_TRANSLATE_NOOP("Refusal", "This rule is not known here."),
    "rule_sort_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what the rule looks at."),
    "rule_scope_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose by what the rule counts."),
    "rule_words_missing": QT_TRANSLATE_NOOP("Refusal", "Write at least one word that must be there."),
    "alert_unknown": QT_TRANSLATE_NOOP("Refusal", "This reminder is not known here."),
    "alert_closed": QT_TRANSLATE_NOOP("Refusal", "This reminder is closed already."),
    "alert_dispatched": QT_TRANSLATE_NOOP("Refusal", "It was sent already; its case goes on."),
    "verdict_unknown": QT_TRANSLATE_NOOP("Refusal", "A reminder is useful or false."),
    "measure_needed": QT_TRANSLATE_NOOP("Refusal", "Write what was done."),
    "month_unknown": QT_TRANSLATE_NOOP("Refusal", "Months go from 1 to 12."),
    "topic_unknown": QT_TRANSLATE_NOOP("Refusal", "This topic is not known here."),
    "topic_closed": QT_TRANSLATE_NOOP("Refusal", "This topic is closed."),
    "nothing_chosen": QT_TRANSLATE_NOOP("Refusal", "Nothing is chosen."),
    "too_many": QT_TRANSLATE_NOOP("Refusal", "At most {most} fit."),
    "hazard_unknown": QT_TRANSLATE_NOOP("Refusal", "This hazard is not on the list."),
    "hazard_listed": QT_TRANSLATE_NOOP("Refusal", "This hazard is on the list already."),
    "hazard_dispatched": QT_TRANSLATE_NOOP("Refusal", "This hazard was dispatched; its case goes on."),
    "likelihood_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose how likely it is."),
    "progress_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose how far the repair is."),
    "nothing_listed": QT_TRANSLATE_NOOP("Refusal", "No hazard is on the list yet."),
    "look_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what the look-back found."),
}


def foresight_word(table: Mapping[str, str], code: str) -> str:
    """The word for a code of one of these tables; the code itself when there is none."""
    source = table.get(code)
    return QCoreApplication.translate("ForesightWords", source) if source is not None else code


def choices(table: Mapping[str, str], *codes: str) -> list[tuple[str, str]]:
    """Codes with their words, for a field of choices; all of a table when no code is named."""
    return [(code, foresight_word(table, code)) for code in (codes or tuple(table))]
