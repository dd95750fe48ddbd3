"""The filters of the case list: their names, keys and choices, the spans of days, and the query they make together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.case import NATURES
from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.journal.reading.case_query import COUNTED, TIMINGS, CaseQuery, can_order
from commandcenter.ui.words import CHANNELS, GRADES, STAGES, word

# mypy: disable-error-code="dict-item,arg-type"

translate = QCoreApplication.translate
Choices = Sequence[tuple[str, str]]

SOON_MS = DAY
"""How near the view and the chip of what is due soon look."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: its field of the query, its words, the letter of its key behind F, its sort (codes, span, answer, place)."""

    name: str
    words: str
    letter: str
    sort: str = "codes"
    always: bool = False


FILTERS: Mapping[str, Filter] = {
    item.name: item
    for item in (
        Filter("stage", QT_TRANSLATE_NOOP("CaseFilters", "State"), "S", always=True),
        Filter("timing", QT_TRANSLATE_NOOP("CaseFilters", "Time"), "T", always=True),
        Filter("grade", QT_TRANSLATE_NOOP("CaseFilters", "Grade"), "G", always=True),
        Filter("unit", QT_TRANSLATE_NOOP("CaseFilters", "Section"), "U", always=True),
        Filter("community", QT_TRANSLATE_NOOP("CaseFilters", "Community"), "C", always=True),
        Filter("channel", QT_TRANSLATE_NOOP("CaseFilters", "Source"), "L", always=True),
        Filter("received", QT_TRANSLATE_NOOP("CaseFilters", "Received"), "R", "span", always=True),
        Filter("category", QT_TRANSLATE_NOOP("CaseFilters", "Kind"), "K", "category"),
        Filter("nature", QT_TRANSLATE_NOOP("CaseFilters", "Nature"), "N"),
        Filter("grid", QT_TRANSLATE_NOOP("CaseFilters", "Grid"), "D"),
        Filter("place", QT_TRANSLATE_NOOP("CaseFilters", "Place"), "P", "place"),
        Filter("counted", QT_TRANSLATE_NOOP("CaseFilters", "Limit runs in"), "Y"),
        Filter("registered", QT_TRANSLATE_NOOP("CaseFilters", "Registered"), "E", "span"),
        Filter("anonymous", QT_TRANSLATE_NOOP("CaseFilters", "Anonymous"), "A", "answer"),
        Filter("collective", QT_TRANSLATE_NOOP("CaseFilters", "Collective"), "J", "answer"),
        Filter("repeated", QT_TRANSLATE_NOOP("CaseFilters", "Repeated"), "Z", "answer"),
        Filter("proactive", QT_TRANSLATE_NOOP("CaseFilters", "Before complaint"), "W", "answer"),
        Filter("whistled", QT_TRANSLATE_NOOP("CaseFilters", "Whistle"), "H", "answer"),
        Filter("attached", QT_TRANSLATE_NOOP("CaseFilters", "Attachments"), "F", "answer"),
        Filter("pressed", QT_TRANSLATE_NOOP("CaseFilters", "Pressed"), "B", "answer"),
        Filter("hour", QT_TRANSLATE_NOOP("CaseFilters", "Due within the hour"), "I", "answer"),
        Filter("batch", QT_TRANSLATE_NOOP("CaseFilters", "Import"), "", "ids"),
        Filter("ids", QT_TRANSLATE_NOOP("CaseFilters", "Chosen"), "", "ids"),
    )
}
"""In the order of the chips; those that are not ``always`` there come when they are set."""

_TIMING_WORDS: Mapping[str, str] = {
    "over": QT_TRANSLATE_NOOP("CaseFilters", "overdue"),
    "soon": QT_TRANSLATE_NOOP("CaseFilters", "due within a day"),
    "later": QT_TRANSLATE_NOOP("CaseFilters", "due later"),
    "paused": QT_TRANSLATE_NOOP("CaseFilters", "clock stands"),
    "none": QT_TRANSLATE_NOOP("CaseFilters", "no limit runs"),
}
_COUNTED_WORDS: Mapping[str, str] = {
    "working": QT_TRANSLATE_NOOP("CaseFilters", "working days"),
    "natural": QT_TRANSLATE_NOOP("CaseFilters", "natural days"),
    "told": QT_TRANSLATE_NOOP("CaseFilters", "a day of its own"),
    "none": QT_TRANSLATE_NOOP("CaseFilters", "no limit"),
}
NATURE_WORDS: Mapping[str, str] = {
    "appeal": QT_TRANSLATE_NOOP("CaseFilters", "appeal"),
    "advice": QT_TRANSLATE_NOOP("CaseFilters", "asking advice"),
    "suggestion": QT_TRANSLATE_NOOP("CaseFilters", "suggestion"),
    "report": QT_TRANSLATE_NOOP("CaseFilters", "report of a breach"),
    "praise": QT_TRANSLATE_NOOP("CaseFilters", "praise"),
}
SPANS: Mapping[str, str] = {
    "today": QT_TRANSLATE_NOOP("CaseFilters", "today"),
    "yesterday": QT_TRANSLATE_NOOP("CaseFilters", "yesterday"),
    "this_week": QT_TRANSLATE_NOOP("CaseFilters", "this week"),
    "last_week": QT_TRANSLATE_NOOP("CaseFilters", "last week"),
    "this_month": QT_TRANSLATE_NOOP("CaseFilters", "this month"),
    "last_month": QT_TRANSLATE_NOOP("CaseFilters", "last month"),
    "days:30": QT_TRANSLATE_NOOP("CaseFilters", "last 30 days"),
    "days:90": QT_TRANSLATE_NOOP("CaseFilters", "last 90 days"),
    "this_year": QT_TRANSLATE_NOOP("CaseFilters", "this year"),
}
"""Spans by name: they move with the day, also in a saved view. A fixed one is ``2026-07-01..2026-07-16``, both days included."""


def filter_word(name: str) -> str:
    """A filter in words."""
    return translate("CaseFilters", FILTERS[name].words)


def nature_word(code: str) -> str:
    """A nature in words."""
    return translate("CaseFilters", NATURE_WORDS.get(code, code))


# --- spans of days ------------------------------------------------------------------------------------------------


def span_days(text: str, today: date) -> tuple[date, date]:
    """The first and the last day of a span. Raises ``ValueError`` for what is none."""
    monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
    last_month = first - timedelta(days=1)
    named = {
        "today": (today, today),
        "yesterday": (today - timedelta(days=1), today - timedelta(days=1)),
        "this_week": (monday, monday + timedelta(days=6)),
        "last_week": (monday - timedelta(days=7), monday - timedelta(days=1)),
        "this_month": (first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)),
        "last_month": (last_month.replace(day=1), last_month),
        "this_year": (date(today.year, 1, 1), date(today.year, 12, 31)),
    }
    if text in named:
        return named[text]
    if text.startswith("days:"):
        return today - timedelta(days=int(text[5:]) - 1), today
    start, dots, end = text.partition("..")
    first_day, last_day = date.fromisoformat(start), date.fromisoformat(end if dots else start)
    if last_day < first_day:
        raise ValueError(text)
    return first_day, last_day


def span_word(text: str) -> str:
    """A span in words."""
    if text in SPANS:
        return translate("CaseFilters", SPANS[text])
    if text.startswith("days:"):
        return translate("CaseFilters", "last {n} days").format(n=text[5:])
    start, _, end = text.partition("..")
    return (
        start if start == end or not end else translate("CaseFilters", "{start} to {end}").format(start=start, end=end)
    )


# --- what is shown ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shown:
    """What the list shows: a view, filters by name as text, an order, a search. Plain texts: kept, saved, told to others."""

    view: str = "open"
    filters: Mapping[str, str] = field(default_factory=dict)
    order: str = "due"
    text: str = ""

    def with_filter(self, name: str, text: str) -> Shown:
        """The same with one filter set, or taken away by an empty text."""
        told = {key: value for key, value in self.filters.items() if key != name}
        return replace(self, filters={**told, name: text} if text else told)

    def query(self, now: int, mine: str = "", look_ms: int = 0) -> CaseQuery:
        """The query at a moment; a span that cannot be read does not restrict."""
        told: dict[str, Any] = {}
        for name, text in self.filters.items():
            if name not in FILTERS:
                continue
            if FILTERS[name].sort == "span":
                told |= _span(name, text, now)
            elif name == "ids":
                told["ids"] = tuple(text.split())
            else:
                told[name] = text
        query = CaseQuery(
            view=self.view, text=self.text, order=self.order, soon_ms=SOON_MS, mine=mine, look_ms=look_ms, **told
        )
        return query if can_order(query, self.order) else replace(query, order="received")

    @property
    def plain(self) -> dict[str, Any]:
        """As plain values, for ``where`` of the screen."""
        return {"view": self.view, "filters": dict(self.filters), "order": self.order, "text": self.text}


def _span(name: str, text: str, now: int) -> dict[str, int]:
    try:
        first, last = span_days(text, local_date(now))
    except ValueError:
        return {}
    return {f"{name}_from": at_local(first), f"{name}_until": at_local(last + timedelta(days=1))}


# --- choices ------------------------------------------------------------------------------------------------------


def choices(name: str, reference: Reference) -> Choices:
    """(code, words) of what a filter can be set to; empty for spans and places, which are asked for otherwise."""
    sort = FILTERS[name].sort
    if sort == "answer":
        return [("yes", translate("CaseFilters", "yes")), ("no", translate("CaseFilters", "no"))]
    if sort == "span":
        return [(code, translate("CaseFilters", words)) for code, words in SPANS.items()]
    if name == "stage":
        return [(code, word(STAGES, code)) for code in STAGES]
    if name == "timing":
        return [(code, translate("CaseFilters", _TIMING_WORDS[code])) for code in TIMINGS]
    if name == "counted":
        return [(code, translate("CaseFilters", _COUNTED_WORDS[code])) for code in COUNTED]
    if name == "grade":
        return [(code, word(GRADES, code)) for code in GRADES]
    if name == "channel":
        return [(code, word(CHANNELS, code)) for code in CHANNELS]
    if name == "nature":
        return [(code, nature_word(code)) for code in NATURES]
    if name == "unit":
        return [(u.id, u.name) for u in reference.units.values() if u.kind in ("section", "department") and u.active]
    if name == "community":
        return [(u.id, u.name) for u in reference.units.values() if u.kind == "community" and u.active]
    if name == "grid":
        places = reference.directory.places.values()
        return sorted((place.id, place.name) for place in places if place.kind == "grid" and place.active)
    if name == "category":
        return sorted(((key, "/".join(path)) for key, path in reference.categories.items()), key=lambda pair: pair[1])
    if name == "place":
        places = reference.directory.places.values()
        found = [(p.id, p.name) for p in places if p.active and p.kind not in ("community", "grid")]
        return sorted(found, key=lambda pair: (len(pair[1]), pair[1]))
    return []


def below(category: str, reference: Reference) -> str:
    """A category with everything below it, as codes for the filter."""
    path = reference.categories.get(category, ())
    found = [key for key, told in reference.categories.items() if told[: len(path)] == path]
    return " ".join(sorted(found)) if path else category


def _import_word(text: str) -> str:
    """An import by the moment in its mark: ``07-16 21:47``."""
    day, _, clock = text.partition("/")[0].partition("-")
    return f"{day[4:6]}-{day[6:8]} {clock[:2]}:{clock[2:4]}"


def value_words(name: str, text: str, reference: Reference) -> str:
    """What a filter is set to, in words; several values are counted behind the first."""
    if not text:
        return translate("CaseFilters", "all")
    if FILTERS[name].sort == "span":
        return span_word(text)
    if name == "batch":
        return _import_word(text)
    if name == "ids":
        return translate("CaseFilters", "{n} cases").format(n=len(text.split()))
    codes = text.split()
    if name == "category":
        return _category_words(codes, reference)
    first = code_words(name, codes[0], reference)
    return (
        first
        if len(codes) == 1
        else translate("CaseFilters", "{first} and {n} more").format(first=first, n=len(codes) - 1)
    )


def code_words(name: str, code: str, reference: Reference) -> str:
    """One value of a filter in words."""
    if name == "unit":
        return reference.unit_name(code)
    if name in ("community", "grid", "place"):
        place = reference.directory.places.get(code)
        return place.name if place else code
    return dict(choices(name, reference)).get(code, code)


def _category_words(codes: Sequence[str], reference: Reference) -> str:
    """The path that all of them share."""
    paths = [reference.categories.get(code, (code,)) for code in codes]
    shared = paths[0]
    for path in paths[1:]:
        shared = tuple(one for one, other in zip(shared, path, strict=False) if one == other)
    return "/".join(shared) or translate("CaseFilters", "{first} and {n} more").format(
        first="/".join(paths[0]), n=len(codes) - 1
    )
