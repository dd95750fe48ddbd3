"""A limit in words: how long it is, and which row, grade or day gave it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.given_limit import GivenLimit

translate = QCoreApplication.translate

_ROW, _GRADE = "case_limit/", "limit/case.grade."


def length_words(value: float, unit: str) -> str:
    """``4 working hours``."""
    words = {
        "minute": translate("LimitWords", "{n} min"),
        "hour": translate("LimitWords", "{n} h"),
        "day": translate("LimitWords", "{n} days"),
        "working_hour": translate("LimitWords", "{n} working hours"),
        "working_day": translate("LimitWords", "{n} working days"),
        "month": translate("LimitWords", "{n} months"),
    }
    return words.get(unit, "{n}").format(n=f"{value:g}")


def given_words(given: GivenLimit) -> str:
    """``4 working hours · table L02``; empty where nothing is known of it (an order from before the table)."""
    if given.started_at is None:
        return ""
    if not given.unit:
        return translate("LimitWords", "a day of its own")
    length = length_words(given.value, given.unit)
    if given.rule.startswith(_ROW):
        row = given.rule.removeprefix(_ROW)
        return translate("LimitWords", "{length} · table {row}").format(length=length, row=row)
    if given.rule.startswith(_GRADE):
        return translate("LimitWords", "{length} · by grade").format(length=length)
    return length
