"""Small forms of the case list: the days of a span, a place or grid by its initials, the number of a case."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import at_local, local_date
from commandcenter.journal.reading.cases import CaseReader
from commandcenter.ui.cases.filters import FILTERS, Shown, choices, filter_word, span_days
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.screen import Screen

translate = QCoreApplication.translate
Take = Callable[[str, str], None]


class _Asking(QObject):
    """One form over the screen; what is entered goes to whoever asked."""

    def __init__(self, screen: Screen, title: str, fields: list[Field], send: str) -> None:
        super().__init__(screen)
        self._screen = screen
        self.sheet = FormSheet(screen.look, screen, title, fields, send=send, width=460, now=screen.desk.clock.now)
        self.sheet.submitted.connect(self._on_submitted)
        self.sheet.closed.connect(self.deleteLater)
        self.sheet.open_sheet()

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        raise NotImplementedError


class _Span(_Asking):
    def __init__(self, screen: Screen, name: str, shown: Shown, take: Take) -> None:
        self._name, self._take = name, take
        today = local_date(screen.now())
        try:
            first, last = span_days(shown.filters.get(name, "today"), today)
        except ValueError:
            first = last = today
        fields = [
            Field("first", translate("CaseAsk", "From"), "date", first.isoformat(), required=True),
            Field("last", translate("CaseAsk", "To and with"), "date", last.isoformat(), required=True),
        ]
        super().__init__(screen, filter_word(name), fields, translate("CaseAsk", "Show"))

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        days: list[date] = []
        for name in ("first", "last"):
            try:
                days.append(typed_day(str(values[name]), local_date(self._screen.now())))
            except ValueError:
                self.sheet.form.mark_wrong(name)
                self.sheet.say(translate("CaseAsk", "A day is written 2026-07-16 or 7-16."))
                return
        if days[1] < days[0]:
            self.sheet.form.mark_wrong("last")
            self.sheet.say(translate("CaseAsk", "The last day lies before the first."))
            return
        self.sheet.finish()
        self._take(self._name, f"{days[0].isoformat()}..{days[1].isoformat()}")


def typed_day(text: str, today: date) -> date:
    """A day typed by hand, ``2026-07-24`` or ``7-24``. Raises ``ValueError``."""
    for mark in ("/", ".", "年", "月"):
        text = text.replace(mark, "-")
    parts = [int(part) for part in text.replace("日", "").strip().split("-") if part]
    if len(parts) not in (2, 3):
        raise ValueError(text)
    year, month, day = parts if len(parts) == 3 else (today.year, *parts)
    return date(year, month, day)


class _Place(_Asking):
    def __init__(self, screen: Screen, name: str, shown: Shown, take: Take) -> None:
        self._name, self._take = name, take
        listed = [("", translate("CaseAsk", "all")), *choices(name, screen.desk.reference)]
        standing = shown.filters.get(name, "").split()
        field = Field(
            "code",
            translate("CaseAsk", "Type initials or a part of the name"),
            "choice",
            standing[0] if standing else "",
            listed,
            wide=True,
        )
        super().__init__(screen, filter_word(name), [field], translate("CaseAsk", "Show"))

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        self.sheet.finish()
        code = str(values["code"])
        whole = FILTERS[self._name].name == "place" and code
        self._take(self._name, with_places_inside(code, self._screen.desk.reference) if whole else code)


def with_places_inside(place: str, reference: Reference) -> str:
    """A street or alley with the buildings that belong to it, as codes for the filter; an alley off a street stands for itself."""
    places = reference.directory.places.values()
    inside = (one.id for one in places if one.street == place and one.kind not in ("street", "alley"))
    return " ".join([place, *sorted(inside)])


class _Number(_Asking):
    def __init__(self, screen: Screen, take: Callable[[str], None]) -> None:
        self._take = take
        field = Field(
            "number",
            translate("CaseAsk", "Number, or its last digits"),
            required=True,
            wide=True,
            hint=translate("CaseAsk", "130, A0130, 0716-A0130 or the source's number"),
        )
        super().__init__(screen, translate("CaseAsk", "Go to a case"), [field], translate("CaseAsk", "Go"))

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        typed = str(values["number"])
        screen = self._screen
        case = case_meant(typed, screen.desk.read.cases, screen.now(), screen.desk.letter)
        if case:
            self.sheet.finish()
            self._take(case)
            return
        self.sheet.form.mark_wrong("number")
        self.sheet.say(translate("CaseAsk", "There is no case with the number {n}.").format(n=typed))


def case_meant(typed: str, cases: CaseReader, now: int, letter: str) -> str:
    """The case somebody means by a number: as typed, of this year or the last, or by its count today or yesterday. Empty for none."""
    typed = typed.strip().upper().replace("－", "-").replace(" ", "")
    today = local_date(now)
    counted = re.fullmatch(r"([A-Z]?)(\d{1,4})", typed)
    if counted:
        for day in (today, today - timedelta(days=1)):
            start, end = at_local(day), at_local(day + timedelta(days=1))
            found = cases.counted_on(start, end, int(counted[2]), counted[1] or letter)
            if found:
                return found
    meant = [typed]
    if typed.count("-") == 1:
        meant += [f"{year}-{typed}" for year in (today.year, today.year - 1)]
    return next((found for number in meant if (found := cases.find_number(number))), "")


def ask_span(screen: Screen, name: str, shown: Shown, take: Take) -> None:
    """Ask for the days of a span."""
    _Span(screen, name, shown, take)


def ask_place(screen: Screen, name: str, shown: Shown, take: Take) -> None:
    """Ask for a place, or anything else of which there are many."""
    _Place(screen, name, shown, take)


def ask_number(screen: Screen, take: Callable[[str], None]) -> None:
    """Ask for the number of a case and give its id."""
    _Number(screen, take)
