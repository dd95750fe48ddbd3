"""How counts, grounds and reasons of the rates read on the screen; formulas are put together from them, so they cannot lie."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.domain.rates import Formula

translate = QCoreApplication.translate

COUNT_WORDS: Mapping[str, str] = {
    "taken": QT_TRANSLATE_NOOP("Rates", "taken in"),
    "contact_owed": QT_TRANSLATE_NOOP("Rates", "contacts due"),
    "contacted_in_time": QT_TRANSLATE_NOOP("Rates", "reached within the limit"),
    "asked_solved": QT_TRANSLATE_NOOP("Rates", "asked whether solved"),
    "solved": QT_TRANSLATE_NOOP("Rates", "solved in the citizen's words"),
    "late_unsolved": QT_TRANSLATE_NOOP("Rates", "late and never asked"),
    "asked_satisfied": QT_TRANSLATE_NOOP("Rates", "asked whether satisfied"),
    "satisfied": QT_TRANSLATE_NOOP("Rates", "satisfied or rather so"),
    "late_unsatisfied": QT_TRANSLATE_NOOP("Rates", "late and never asked"),
    "closed": QT_TRANSLATE_NOOP("Rates", "closed"),
    "closed_limited": QT_TRANSLATE_NOOP("Rates", "closed, with a limit"),
    "closed_in_time": QT_TRANSLATE_NOOP("Rates", "fed back in time"),
    "late": QT_TRANSLATE_NOOP("Rates", "open and late"),
    "redone": QT_TRANSLATE_NOOP("Rates", "done again"),
    "extended": QT_TRANSLATE_NOOP("Rates", "extended"),
    "whistled": QT_TRANSLATE_NOOP("Rates", "whistled"),
    "proactive": QT_TRANSLATE_NOOP("Rates", "before anybody complained"),
}

GROUND_WORDS: Mapping[str, str] = {
    "advice": QT_TRANSLATE_NOOP("Rates", "advice"),
    "transferred": QT_TRANSLATE_NOOP("Rates", "transferred"),
    "refused": QT_TRANSLATE_NOOP("Rates", "refused by statute"),
    "unreachable": QT_TRANSLATE_NOOP("Rates", "unreachable"),
    "suspended": QT_TRANSLATE_NOOP("Rates", "long-term, approved"),
    "merged": QT_TRANSLATE_NOOP("Rates", "merged"),
}

STANDING_WORDS: Mapping[str, str] = {
    "failed": QT_TRANSLATE_NOOP("Rates", "not achieved"),
    "good": QT_TRANSLATE_NOOP("Rates", "achieved"),
    "left_out": QT_TRANSLATE_NOOP("Rates", "left out"),
    "pending": QT_TRANSLATE_NOOP("Rates", "not to be told yet"),
    "unknown": QT_TRANSLATE_NOOP("Rates", "outcome unknown"),
}


BASIS_WORDS: Mapping[str, str] = {
    "verified": QT_TRANSLATE_NOOP("Rates", "verified"),
    "office": QT_TRANSLATE_NOOP("Rates", "the office's own"),
    "unverified": QT_TRANSLATE_NOOP("Rates", "not verified"),
}


def basis_word(basis: str) -> str:
    """How well a formula is sourced, in words."""
    return translate("Rates", BASIS_WORDS[basis]) if basis in BASIS_WORDS else basis


def count_word(name: str) -> str:
    """A count in words."""
    return translate("Rates", COUNT_WORDS[name]) if name in COUNT_WORDS else name


def ground_word(ground: str) -> str:
    """A ground in words."""
    return translate("Rates", GROUND_WORDS[ground]) if ground in GROUND_WORDS else ground


def standing_word(standing: str) -> str:
    """Where cases stand in a rate, in words."""
    return translate("Rates", STANDING_WORDS[standing])


def formula_words(formula: Formula) -> str:
    """part ÷ whole in words."""
    return f"{_sum(formula.part)} ÷ {_sum(formula.whole)}"


def _sum(names: Iterable[str]) -> str:
    told = " + ".join(count_word(name) for name in names)
    return f"({told})" if " + " in told else told


def grounds_told(left_out: Mapping[str, int]) -> str:
    """Grounds with their counts."""
    return translate("Rates", ", ").join(f"{ground_word(ground)} {count}" for ground, count in left_out.items())


def by_words() -> list[str]:
    """What the figures are broken down by, in the order of ``GROUPS``."""
    return [
        translate("RatesScreen", "By community"),
        translate("RatesScreen", "By section in the lead"),
        translate("RatesScreen", "By handler"),
        translate("RatesScreen", "By kind"),
        translate("RatesScreen", "By channel"),
        translate("RatesScreen", "By grid"),
    ]
